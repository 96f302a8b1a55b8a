//! Tiles (c2sp.org/tlog-tiles): the tree cut into files of up to 256 hashes, the entries into bundles.
//!
//! The tile `index` of `level` holds the hashes of complete subtrees of `256^level` leaves. A tile that is not
//! full yet is *partial* and named with its width; full tiles never change again.

mod bundle;
mod edge;
mod path;
mod reader;

pub use bundle::{BundleError, MAX_ENTRY_LENGTH, parse_bundle, push_entry};
pub use edge::{EdgeError, EntryTooLong, TileEdge, TileFile};
pub use path::{TileKind, TilePath};
pub use reader::{TileError, TileReader, TileSource, parse_hashes};

/// Hashes in a full tile, entries in a full bundle.
pub const FULL_WIDTH: u16 = 256;

/// Levels of the tree that one level of tiles spans: 2^8 = 256.
pub const TILE_HEIGHT: u32 = 8;

/// Levels of tiles that a tree of at most 2^63 - 1 entries can have.
pub const TILE_LEVELS: u8 = 8;

/// How many hashes the level holds in all, for a tree of `size` entries.
#[must_use]
pub fn hashes_at_level(size: u64, level: u8) -> u64 {
    size.checked_shr(u32::from(level) * TILE_HEIGHT).unwrap_or(0)
}

/// The width of the tile `index` of `level` in a tree of `size` entries; `None` where there is no such tile.
/// Level 0 is also the level of the entry bundles.
#[must_use]
pub fn width_of_tile(size: u64, level: u8, index: u64) -> Option<u16> {
    let first = index.checked_mul(u64::from(FULL_WIDTH))?;
    let there = hashes_at_level(size, level).checked_sub(first)?;
    u16::try_from(there.min(u64::from(FULL_WIDTH))).ok().filter(|width| *width > 0)
}

/// How many tiles the level has in a tree of `size` entries, a partial one included.
#[must_use]
pub fn tiles_at_level(size: u64, level: u8) -> u64 {
    hashes_at_level(size, level).div_ceil(u64::from(FULL_WIDTH))
}
