//! What may be done to a published file, by its kind. Bytes in, a step out: each storage does the step in its own way.
//!
//! **Invariants.**
//! - A tile never changes once it is there. Its path says which entries it holds, so other bytes are another ledger.
//! - A checkpoint never goes back: not to a smaller size, not to another root of the same size. A node that was paused
//!   and wakes up later can put nothing back.

use service::ports::StoreError;
use tlog::{Checkpoint, tile::TilePath};

/// What a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Entries or hashes: made once.
    Tile,
    /// The checkpoint, or the last one of a week: only ever replaced by a later one.
    Checkpoint,
    /// The quorum policy: as it stands now.
    Policy,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It is there already.
    Done,
    /// It is to be written, in the place of exactly what was looked at.
    Write,
}

/// A path that names no file of the ledger.
#[derive(Debug, thiserror::Error)]
#[error("this path names no file of the ledger")]
struct NoSuchPath;

impl Kind {
    /// What a path names, in its one spelling.
    pub(super) fn of(path: &str) -> Result<Self, StoreError> {
        let kind = match path {
            "checkpoint" => Some(Self::Checkpoint),
            "policy" => Some(Self::Policy),
            _ => match path.strip_prefix("checkpoints/") {
                Some(week) => is_week(week).then_some(Self::Checkpoint),
                None => TilePath::parse(path).map(|_| Self::Tile),
            },
        };
        kind.ok_or_else(|| StoreError::Unavailable(Box::new(NoSuchPath)))
    }

    /// What is to be done about `path`, where `there` is what lies there, to have it hold `new`.
    pub(super) fn step(self, path: &str, there: Option<&[u8]>, new: &[u8]) -> Result<Step, StoreError> {
        let fault = |why| StoreError::Published { path: path.to_owned(), why };
        let later = || {
            let (_, new) = Checkpoint::parse_unverified(new)
                .map_err(|_| fault("was to be replaced by what is no checkpoint"))?;
            let Some(there) = there else { return Ok(Step::Write) };
            let (_, old) = Checkpoint::parse_unverified(there).map_err(|_| fault("is not a checkpoint"))?;
            if old.origin() != new.origin() {
                return Err(fault("is of another log"));
            }
            if old.size() > new.size() {
                return Err(StoreError::Overtaken { path: path.to_owned() });
            }
            if old.size() == new.size() && old.root() != new.root() {
                return Err(fault("has another root at the same size"));
            }
            Ok(Step::Write)
        };
        match (self, there) {
            (_, Some(there)) if there == new => Ok(Step::Done),
            (Self::Tile, Some(_)) => Err(fault("holds other bytes than the entries give")),
            (Self::Checkpoint, _) => later(),
            (Self::Policy, _) | (Self::Tile, None) => Ok(Step::Write),
        }
    }
}

/// Whether a text has the form `2026-W47`.
fn is_week(text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once("-W").is_some_and(|(year, week)| digits(year, 4) && digits(week, 2))
}
