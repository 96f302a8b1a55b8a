//! What can be found wrong with a ledger. A message names the place; the sources below it say what is wrong
//! there, so show the whole chain ([`crate::explain`]).

use crate::source::SourceError;
use thiserror::Error;
use tlog::Hash;
use tlog::entry::EntryError;
use tlog::policy::VerifyError;
use tlog::tile::{BundleError, TilePath};

/// What does not hold, and where.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// A file could not be read.
    #[error("{path} could not be read")]
    Source {
        /// Which file.
        path: String,
        /// Why.
        source: SourceError,
    },
    /// A file is not there.
    #[error("{path} is missing")]
    Missing {
        /// Which file.
        path: String,
    },
    /// The checkpoint does not satisfy the policy.
    #[error("checkpoint does not satisfy the policy")]
    Checkpoint {
        /// In what way.
        source: VerifyError,
    },
    /// The earlier checkpoint is not one of the log's.
    #[error("the earlier checkpoint does not hold")]
    Since {
        /// In what way.
        source: VerifyError,
    },
    /// The earlier checkpoint is of another log.
    #[error("the earlier checkpoint is of another log, {origin}")]
    SinceOfAnother {
        /// Its origin.
        origin: String,
    },
    /// The ledger is smaller than it was.
    #[error("the ledger has {size} entries, and the log once signed that it had {since}")]
    Shrunk {
        /// Size of the earlier checkpoint.
        since: u64,
        /// Size of the ledger now.
        size: u64,
    },
    /// The ledger does not continue the earlier checkpoint: its history was rewritten.
    #[error("the first {since} entries have the root {found}, and the log once signed {signed} for them")]
    Rewritten {
        /// Size of the earlier checkpoint.
        since: u64,
        /// Root that was signed.
        signed: Hash,
        /// Root that the entries have.
        found: Hash,
    },
    /// A bundle is cut or holds another number of entries.
    #[error("{path} is not a bundle of its width")]
    Bundle {
        /// Which bundle.
        path: TilePath,
        /// What is wrong.
        source: BundleError,
    },
    /// An entry is not in order.
    #[error("entry {index} in {path} is not in order")]
    Entry {
        /// Which entry.
        index: u64,
        /// The bundle that holds it.
        path: TilePath,
        /// What is wrong.
        source: EntryError,
    },
    /// An entry does not hash to the leaf that the signed tree has.
    #[error("entry {index} in {path} is not the entry that the checkpoint holds there")]
    AlteredEntry {
        /// Which entry.
        index: u64,
        /// The bundle that holds it.
        path: TilePath,
    },
    /// A tile has the wrong length.
    #[error("{path} has {found} bytes, not {expected}")]
    TileLength {
        /// Which tile.
        path: TilePath,
        /// How many bytes it has.
        found: usize,
        /// How many it has to have.
        expected: usize,
    },
    /// A hash in a tile is not what the entries give.
    #[error("hash {position} of {path} is not what the entries give")]
    AlteredTile {
        /// Which tile.
        path: TilePath,
        /// Which of its hashes, from 0.
        position: usize,
    },
    /// Entry and leaf hash disagree, and neither fits the signed tree.
    #[error("entry {index} in {bundle} and its hash in {tile} disagree")]
    Disagreement {
        /// Which entry.
        index: u64,
        /// The bundle that holds it.
        bundle: TilePath,
        /// The tile that holds its hash.
        tile: TilePath,
    },
    /// Entries and tiles agree with each other and not with the checkpoint.
    #[error("checkpoint says root {signed} for {size} entries, and the entries and tiles have {found}")]
    Root {
        /// Number of entries.
        size: u64,
        /// Root that was signed.
        signed: Hash,
        /// Root that the entries have.
        found: Hash,
    },
}
