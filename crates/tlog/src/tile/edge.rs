//! Growing the tiles: from the partial tiles of one size to the new and changed files of a larger one.

use super::bundle::{self, BundleError, MAX_ENTRY_LENGTH};
use super::{FULL_WIDTH, TILE_LEVELS, TileError, TilePath, TileReader, TileSource, hashes_at_level};
use crate::merkle::{self, HASH_BYTES, Hash, Subtrees, leaf_hash, node_hash};
use thiserror::Error;

/// A file to be written: a tile or a bundle, full or partial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileFile {
    /// Its name below the log's prefix.
    pub path: TilePath,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An entry is above [`MAX_ENTRY_LENGTH`].
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
#[error("entry {position} of the batch has more than {MAX_ENTRY_LENGTH} bytes")]
pub struct EntryTooLong {
    /// Place in the batch, from 0.
    pub position: usize,
}

/// Why stored tiles do not make an edge.
#[derive(Debug, Error)]
pub enum EdgeError<E: std::error::Error + 'static> {
    /// A tile cannot be read.
    #[error(transparent)]
    Tile(#[from] TileError<E>),
    /// The partial bundle is malformed.
    #[error("the last bundle is malformed")]
    Bundle(#[from] BundleError),
    /// An entry of the partial bundle does not hash to its leaf.
    #[error("entry {index} does not hash to its leaf in the last tile")]
    WrongLeaf {
        /// Index of the entry.
        index: u64,
    },
}

/// The right edge of the tiles: the partial tile of each level and the partial bundle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TileEdge {
    size: u64,
    // INVARIANT: level l holds the last `floor(size / 256^l) mod 256` hashes of that level.
    levels: [Vec<Hash>; TILE_LEVELS as usize],
    bundle: Vec<u8>,
}

impl TileEdge {
    /// The edge of the empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes up the edge of a stored tree of `size` entries. `bundle` is the partial entry bundle, empty
    /// where `size` is a multiple of 256. Compare [`TileEdge::root`] with the signed checkpoint's.
    ///
    /// # Errors
    /// Where a tile cannot be read, or the bundle does not fit the leaf hashes.
    pub fn load<S: TileSource>(size: u64, source: &S, bundle: Vec<u8>) -> Result<Self, EdgeError<S::Error>> {
        let reader = TileReader::new(source, size);
        let mut levels: [Vec<Hash>; TILE_LEVELS as usize] = Default::default();
        let full = u64::from(FULL_WIDTH);
        for (number, level) in (0u8..).zip(levels.iter_mut()) {
            let end = hashes_at_level(size, number);
            for index in end - end % full..end {
                level.push(reader.subtree(u32::from(number) * super::TILE_HEIGHT, index)?);
            }
        }
        let width = u16::try_from(size % full).unwrap_or(0);
        let entries = bundle::parse_bundle(&bundle, width)?;
        let first = size - u64::from(width);
        for ((index, entry), leaf) in (first..).zip(entries).zip(levels.iter().flatten()) {
            if leaf_hash(entry) != *leaf {
                return Err(EdgeError::WrongLeaf { index });
            }
        }
        Ok(Self { size, levels, bundle })
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut right: Option<Hash> = None;
        for level in &self.levels {
            let mut rest = level.as_slice();
            // The complete subtrees within the level, smallest and right-most first.
            while !rest.is_empty() {
                let smallest = 1 << rest.len().trailing_zeros();
                let (left, subtree) = rest.split_at(rest.len() - smallest);
                let subtree = merkle::root(subtree);
                right = Some(right.map_or(subtree, |right| node_hash(&subtree, &right)));
                rest = left;
            }
        }
        right.unwrap_or_else(merkle::empty_root)
    }

    /// Appends entries and gives every file that is new: all tiles and bundles that became full on the way,
    /// and the partial ones of the new size. Full files come first, so that writing them in order never
    /// leaves a tile without those below it.
    ///
    /// # Errors
    /// Where an entry is too long; then nothing is appended.
    pub fn append<T: AsRef<[u8]>>(&mut self, entries: &[T]) -> Result<Vec<TileFile>, EntryTooLong> {
        if let Some(position) = entries.iter().position(|entry| entry.as_ref().len() > MAX_ENTRY_LENGTH) {
            return Err(EntryTooLong { position });
        }
        let before = self.size;
        let mut files = Vec::new();
        for entry in entries {
            // The length was checked above.
            let _ = bundle::push_entry(&mut self.bundle, entry.as_ref());
            self.size += 1;
            if self.size.is_multiple_of(u64::from(FULL_WIDTH)) {
                let path = TilePath::entries(self.size / u64::from(FULL_WIDTH) - 1, FULL_WIDTH);
                let bytes = std::mem::take(&mut self.bundle);
                files.extend(path.map(|path| TileFile { path, bytes }));
            }
            self.push_hash(leaf_hash(entry.as_ref()), &mut files);
        }
        if self.size > before {
            self.partial_files(before, &mut files);
        }
        Ok(files)
    }

    /// Puts a hash into level 0 and carries full tiles upwards.
    fn push_hash(&mut self, leaf: Hash, files: &mut Vec<TileFile>) {
        let mut carried = leaf;
        for (number, level) in (0u8..).zip(self.levels.iter_mut()) {
            level.push(carried);
            if level.len() < usize::from(FULL_WIDTH) {
                return;
            }
            let index = hashes_at_level(self.size, number) / u64::from(FULL_WIDTH) - 1;
            let path = TilePath::hashes(number, index, FULL_WIDTH);
            files.extend(path.map(|path| TileFile { path, bytes: concatenate(level) }));
            carried = merkle::root(level);
            level.clear();
        }
    }

    fn partial_files(&self, before: u64, files: &mut Vec<TileFile>) {
        let full = u64::from(FULL_WIDTH);
        for (number, level) in (0u8..).zip(&self.levels) {
            let (old, new) = (hashes_at_level(before, number), hashes_at_level(self.size, number));
            let Ok(width) = u16::try_from(level.len()) else { continue };
            if old == new || width == 0 {
                continue;
            }
            let path = TilePath::hashes(number, new / full, width);
            files.extend(path.map(|path| TileFile { path, bytes: concatenate(level) }));
            if number == 0 {
                let path = TilePath::entries(new / full, width);
                files.extend(path.map(|path| TileFile { path, bytes: self.bundle.clone() }));
            }
        }
    }
}

fn concatenate(hashes: &[Hash]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(hashes.len() * HASH_BYTES);
    for hash in hashes {
        bytes.extend_from_slice(hash.as_bytes());
    }
    bytes
}
