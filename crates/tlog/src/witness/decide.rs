//! What a witness answers.

use super::AddCheckpoint;
use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::encoding::MAX_NUMBER;
use crate::key::{Cosigner, VerifierKey};
use crate::merkle::{Hash, empty_root, verify_consistency};
use crate::note::NoteSignature;
use thiserror::Error;

/// The latest tree of a log that a witness has recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogState {
    origin: String,
    size: u64,
    root: Hash,
}

impl LogState {
    /// A recorded state.
    ///
    /// # Errors
    /// As [`Checkpoint::new`].
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        Checkpoint::new(origin, size, root).map(|checkpoint| Self::of(&checkpoint))
    }

    fn of(checkpoint: &Checkpoint) -> Self {
        Self { origin: checkpoint.origin().to_owned(), size: checkpoint.size(), root: *checkpoint.root() }
    }

    /// Reads what [`LogState::to_text`] gives: origin, size and root, a line each.
    ///
    /// # Errors
    /// Where a line is malformed or one too many.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let checkpoint = Checkpoint::parse(text)?;
        if checkpoint.extensions().is_empty() {
            Ok(Self::of(&checkpoint))
        } else {
            Err(CheckpointError::Extension)
        }
    }

    /// Origin, size and root, a line each, as in a checkpoint.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, self.root)
    }

    /// Identity of the log.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Root of the tree.
    #[must_use]
    pub fn root(&self) -> &Hash {
        &self.root
    }
}

/// Why a witness does not cosign.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum Refusal {
    /// No key of a log of that origin is configured.
    #[error("the log is not known")]
    UnknownLog,
    /// No signature by a configured key of the log verifies.
    #[error("no signature of a known key of the log verifies")]
    NotSigned,
    /// The old size is above the checkpoint's.
    #[error("the old size is larger than the checkpoint")]
    OldSizeTooLarge,
    /// The old size is not what was recorded, or the same size has another root.
    #[error("the latest cosigned checkpoint has size {size}")]
    Conflict {
        /// Size that was recorded.
        size: u64,
    },
    /// The consistency proof does not hold.
    #[error("the consistency proof does not hold")]
    Inconsistent,
    /// The caller handed in the state of another log.
    #[error("the recorded state belongs to another log")]
    WrongState,
}

impl Refusal {
    /// The HTTP status that tlog-witness gives it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::UnknownLog => 404,
            Self::NotSigned => 403,
            Self::OldSizeTooLarge => 400,
            Self::Conflict { .. } => 409,
            Self::Inconsistent => 422,
            Self::WrongState => 500,
        }
    }

    /// The body that goes with it: for a conflict the recorded size, of type
    /// [`super::CONFLICT_CONTENT_TYPE`]; otherwise a line of plain text.
    #[must_use]
    pub fn body(&self) -> String {
        match self {
            Self::Conflict { size } => format!("{size}\n"),
            Self::UnknownLog
            | Self::NotSigned
            | Self::OldSizeTooLarge
            | Self::Inconsistent
            | Self::WrongState => format!("{self}\n"),
        }
    }
}

/// A checkpoint that the witness may cosign as soon as it has recorded it.
#[derive(Debug)]
#[must_use = "nothing is recorded or signed yet"]
pub struct Pending {
    expected: Option<LogState>,
    new: LogState,
    text: String,
}

impl Pending {
    /// The state that the decision rested on; `None` where the log was never recorded.
    #[must_use]
    pub fn expected(&self) -> Option<&LogState> {
        self.expected.as_ref()
    }

    /// The state to be recorded.
    #[must_use]
    pub fn new_state(&self) -> &LogState {
        &self.new
    }

    /// Records the new state through `write`, which gets the expected and the new state.
    ///
    /// `write` must replace the expected state by the new one atomically (compare-and-swap), make it
    /// durable before it returns, and fail where another state is recorded by now; then load that one and
    /// decide again.
    ///
    /// # Errors
    /// Whatever `write` gives; nothing can be signed then.
    pub fn persist<E>(
        self,
        write: impl FnOnce(Option<&LogState>, &LogState) -> Result<(), E>,
    ) -> Result<Persisted, E> {
        write(self.expected.as_ref(), &self.new)?;
        Ok(Persisted { text: self.text })
    }
}

/// A recorded checkpoint.
///
/// INVARIANT: made by [`Pending::persist`] only, so a cosignature cannot be had for an unrecorded tree.
#[derive(Debug)]
#[must_use = "recorded, not cosigned yet"]
pub struct Persisted {
    text: String,
}

impl Persisted {
    /// Cosigns as of `time`, in seconds since 1970; `None` where that is 0 or above 2^63 - 1, or where an ML-DSA-44
    /// key meets an origin of more than 255 bytes.
    #[must_use]
    pub fn cosign(&self, cosigner: &Cosigner, time: u64) -> Option<NoteSignature> {
        if (1..=MAX_NUMBER).contains(&time) { cosigner.cosign(&self.text, time) } else { None }
    }
}

/// Decides on a request, in the order of tlog-witness: origin, signature, sizes, consistency.
///
/// `logs` are the log keys that the witness trusts, `known` what it has recorded of the log whose origin the
/// request names.
///
/// # Errors
/// The refusal to answer with.
pub fn decide(
    logs: &[VerifierKey],
    known: Option<&LogState>,
    request: &AddCheckpoint,
) -> Result<Pending, Refusal> {
    let checkpoint = request.checkpoint();
    let of_log: Vec<&VerifierKey> =
        logs.iter().filter(|key| key.name().as_str() == checkpoint.origin()).collect();
    if of_log.is_empty() {
        return Err(Refusal::UnknownLog);
    }
    let holds =
        |line: &NoteSignature| of_log.iter().any(|key| key.verify(request.note().text(), line).is_ok());
    if !request.note().signatures().iter().any(holds) {
        return Err(Refusal::NotSigned);
    }
    if request.old_size() > checkpoint.size() {
        return Err(Refusal::OldSizeTooLarge);
    }
    if known.is_some_and(|known| known.origin != checkpoint.origin()) {
        return Err(Refusal::WrongState);
    }
    let (size, root) = known.map_or_else(|| (0, empty_root()), |known| (known.size, known.root));
    let same_size_other_root = size == checkpoint.size() && root != *checkpoint.root();
    if request.old_size() != size || same_size_other_root {
        return Err(Refusal::Conflict { size });
    }
    verify_consistency(size, &root, checkpoint.size(), checkpoint.root(), request.proof())
        .map_err(|_| Refusal::Inconsistent)?;
    Ok(Pending {
        expected: known.cloned(),
        new: LogState::of(checkpoint),
        text: request.note().text().to_owned(),
    })
}
