//! The walk over all bundles.

use super::{LedgerError, Progress, Report, blame};
use crate::source::Source;
use std::collections::BTreeMap;
use tlog::Hash;
use tlog::entry::{self, Form, Read};
use tlog::merkle::HASH_BYTES;
use tlog::policy::CosignedCheckpoint;
use tlog::tile::{
    BundleError, FULL_WIDTH, TileEdge, TileFile, TileKind, TilePath, parse_bundle, tiles_at_level,
    width_of_tile,
};

/// One check of one ledger.
pub(super) struct Walk<'a> {
    source: &'a dyn Source,
    cosigned: &'a CosignedCheckpoint,
    since: Option<(u64, Hash)>,
    // What the entries read so far give; the tiles published are compared with what comes out of it.
    edge: TileEdge,
    forms: BTreeMap<Form, u64>,
    bundles: u64,
    tiles: u64,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        source: &'a dyn Source,
        cosigned: &'a CosignedCheckpoint,
        since: Option<(u64, Hash)>,
    ) -> Self {
        let (edge, forms) = (TileEdge::new(), BTreeMap::new());
        Self { source, cosigned, since, edge, forms, bundles: 0, tiles: 0 }
    }

    pub(super) fn run(
        mut self,
        progress: &mut dyn FnMut(Progress),
        visit: &mut dyn FnMut(u64, &[u8], &Read),
    ) -> Result<Report, LedgerError> {
        let checkpoint = self.cosigned.checkpoint();
        let size = checkpoint.size();
        self.check_since()?;
        for bundle in 0..tiles_at_level(size, 0) {
            self.bundle(bundle, visit)?;
            progress(Progress { done: self.edge.size(), size });
        }
        let found = self.edge.root();
        if found != *checkpoint.root() {
            return Err(LedgerError::Root { size, signed: *checkpoint.root(), found });
        }
        Ok(Report {
            origin: checkpoint.origin().to_owned(),
            size,
            root: found,
            cosignatures: self.cosigned.cosignatures().to_vec(),
            forms: self.forms,
            bundles: self.bundles,
            tiles: self.tiles,
            continues: self.since.map(|(since, _)| since),
        })
    }

    /// Reads one bundle, checks its entries and every tile that they complete.
    fn bundle(&mut self, number: u64, visit: &mut dyn FnMut(u64, &[u8], &Read)) -> Result<(), LedgerError> {
        let size = self.cosigned.checkpoint().size();
        let width = width_of_tile(size, 0, number).unwrap_or(FULL_WIDTH);
        let Some(path) = TilePath::entries(number, width) else { return Ok(()) };
        let (bytes, found) = partial_or_full(self.source, path)?;
        let bundle_error = |source: BundleError| LedgerError::Bundle { path: found, source };
        let mut entries = parse_bundle(&bytes, found.width()).map_err(bundle_error)?;
        entries.truncate(usize::from(width));
        self.bundles += 1;
        let first = self.edge.size();
        for (index, bytes) in (first..).zip(&entries) {
            let read =
                entry::read(bytes).map_err(|source| LedgerError::Entry { index, path: found, source })?;
            *self.forms.entry(form_of(&read)).or_default() += 1;
            visit(index, bytes, &read);
        }
        // Stop at the earlier checkpoint's size, to have the root of just that many entries.
        let stop = self.since.and_then(|(since, _)| usize::try_from(since.checked_sub(first)?).ok());
        let (before, after) = stop.and_then(|stop| entries.split_at_checked(stop)).unwrap_or((&entries, &[]));
        for part in [before, after] {
            // No entry that was read above is too long for a bundle.
            let files = self.edge.append(part).unwrap_or_default();
            for file in files {
                self.file(&file, &entries, found)?;
            }
            self.check_since()?;
        }
        Ok(())
    }

    /// Compares a tile that the entries give with the one published.
    fn file(&mut self, expected: &TileFile, entries: &[&[u8]], bundle: TilePath) -> Result<(), LedgerError> {
        let TileKind::Hashes { level } = expected.path.kind() else { return Ok(()) };
        // Partial tiles have to be there for the checkpoint's size only.
        let size = self.cosigned.checkpoint().size();
        if width_of_tile(size, level, expected.path.index()) != Some(expected.path.width()) {
            return Ok(());
        }
        let (bytes, found) = partial_or_full(self.source, expected.path)?;
        let length = usize::from(found.width()) * HASH_BYTES;
        if bytes.len() != length {
            return Err(LedgerError::TileLength { path: found, found: bytes.len(), expected: length });
        }
        let (theirs, _) = bytes.as_chunks::<HASH_BYTES>();
        let (ours, _) = expected.bytes.as_chunks::<HASH_BYTES>();
        self.tiles += 1;
        let Some(position) = ours.iter().zip(theirs).position(|(ours, theirs)| ours != theirs) else {
            return Ok(());
        };
        let altered = LedgerError::AlteredTile { path: found, position };
        match (level, entries.get(position), theirs.get(position)) {
            (0, Some(entry), Some(theirs)) => {
                let place = blame::Place { bundle, tile: found, position };
                let published = Hash::from_bytes(*theirs);
                Err(blame::of_leaf(self.source, self.cosigned.checkpoint(), place, entry, &published))
            }
            _ => Err(altered),
        }
    }

    fn check_since(&self) -> Result<(), LedgerError> {
        match self.since {
            Some((since, signed)) if since == self.edge.size() && signed != self.edge.root() => {
                Err(LedgerError::Rewritten { since, signed, found: self.edge.root() })
            }
            _ => Ok(()),
        }
    }
}

fn form_of(read: &Read) -> Form {
    match read {
        Read::Known(entry) => entry.form(),
        Read::Unknown => Form::Unknown,
    }
}

/// The bytes of a file that has to be there.
pub(super) fn required(source: &dyn Source, path: &str) -> Result<Vec<u8>, LedgerError> {
    optional(source, path)?.ok_or_else(|| LedgerError::Missing { path: path.to_owned() })
}

fn optional(source: &dyn Source, path: &str) -> Result<Option<Vec<u8>>, LedgerError> {
    source.get(path).map_err(|source| LedgerError::Source { path: path.to_owned(), source })
}

/// A tile or bundle, or, where it is partial and gone, the full one that may have taken its place
/// (c2sp.org/tlog-tiles). Gives the path that was found.
pub(super) fn partial_or_full(
    source: &dyn Source,
    path: TilePath,
) -> Result<(Vec<u8>, TilePath), LedgerError> {
    if let Some(bytes) = optional(source, &path.to_string())? {
        return Ok((bytes, path));
    }
    if path.is_partial()
        && let Some(bytes) = optional(source, &path.full().to_string())?
    {
        return Ok((bytes, path.full()));
    }
    Err(LedgerError::Missing { path: path.to_string() })
}
