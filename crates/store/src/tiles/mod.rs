//! The ledger's published files (c2sp.org/tlog-tiles, and beside the tiles `checkpoint`, `checkpoints/<week>` and
//! `policy`): in a folder, or in object storage that speaks S3. Both keep the same rules, which stand in [`rule`].

mod cache;
mod folder;
mod http;
mod objects;
mod rule;

pub use folder::{TileFolder, TileFolderError};
pub use objects::{ObjectCredentials, ObjectSettings, ObjectSettingsError, ObjectTiles};

#[cfg(test)]
mod tests;
