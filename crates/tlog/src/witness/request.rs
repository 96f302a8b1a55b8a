//! Bodies of requests and answers.

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::encoding::from_decimal;
use crate::merkle::{Hash, MAX_PROOF_HASHES};
use crate::note::{MAX_NOTE_BYTES, Note, NoteError, NoteSignature, parse_signature_lines};
use thiserror::Error;

/// The most bytes of a request: a checkpoint, 63 hashes of 45 bytes, the old size.
pub const MAX_REQUEST_BYTES: usize = MAX_NOTE_BYTES + 64 * 45;

/// The most bytes of an answer that a client reads.
pub const MAX_RESPONSE_BYTES: usize = MAX_NOTE_BYTES;

/// Content type of the body that a conflict is answered with.
pub const CONFLICT_CONTENT_TYPE: &str = "text/x.tlog.size";

/// Why bytes are not an `add-checkpoint` request; answered with 400.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum RequestError {
    /// Above [`MAX_REQUEST_BYTES`].
    #[error("the request is longer than {MAX_REQUEST_BYTES} bytes")]
    TooLong,
    /// Not UTF-8, or without a blank line before the checkpoint.
    #[error("the request has no blank line before its checkpoint")]
    NoCheckpoint,
    /// The first line is not `old` and a size.
    #[error("the request does not begin with the old size")]
    OldSize,
    /// A hash is malformed, or there are more than 63.
    #[error("hash {number} of the request is malformed or one too many")]
    BadHash {
        /// Which, from 1.
        number: usize,
    },
    /// The checkpoint is malformed.
    #[error("the request's checkpoint is malformed")]
    Checkpoint(#[from] CheckpointError),
}

/// An `add-checkpoint` request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    old: u64,
    proof: Vec<Hash>,
    bytes: Vec<u8>,
    note: Note,
    checkpoint: Checkpoint,
}

impl AddCheckpoint {
    /// Puts a request together: the size that the witness cosigned last, the consistency proof from there,
    /// and the signed checkpoint's bytes.
    ///
    /// # Errors
    /// Where the checkpoint is malformed or the proof too long.
    pub fn new(old: u64, proof: Vec<Hash>, checkpoint: &[u8]) -> Result<Self, RequestError> {
        if proof.len() > MAX_PROOF_HASHES {
            return Err(RequestError::BadHash { number: MAX_PROOF_HASHES + 1 });
        }
        let (note, parsed) = Checkpoint::parse_unverified(checkpoint)?;
        Ok(Self { old, proof, bytes: checkpoint.to_vec(), note, checkpoint: parsed })
    }

    /// Reads a request's body.
    ///
    /// # Errors
    /// Says what is malformed.
    pub fn parse(body: &[u8]) -> Result<Self, RequestError> {
        if body.len() > MAX_REQUEST_BYTES {
            return Err(RequestError::TooLong);
        }
        let text = std::str::from_utf8(body).map_err(|_| RequestError::NoCheckpoint)?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(RequestError::NoCheckpoint)?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).and_then(from_decimal);
        let old = old.ok_or(RequestError::OldSize)?;
        let mut proof = Vec::new();
        for (number, line) in (1..).zip(lines) {
            let hash = Hash::parse(line).filter(|_| number <= MAX_PROOF_HASHES);
            proof.push(hash.ok_or(RequestError::BadHash { number })?);
        }
        Self::new(old, proof, checkpoint.as_bytes())
    }

    /// The request's body.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let hashes: String = self.proof.iter().map(|hash| format!("{hash}\n")).collect();
        [format!("old {}\n{hashes}\n", self.old).as_bytes(), &self.bytes].concat()
    }

    /// The size that the client believes the witness cosigned last.
    #[must_use]
    pub fn old_size(&self) -> u64 {
        self.old
    }

    /// The consistency proof.
    #[must_use]
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// The checkpoint, unverified. Its origin says which state to load for the decision.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note around it.
    #[must_use]
    pub fn note(&self) -> &Note {
        &self.note
    }
}

/// The body of a successful answer.
#[must_use]
pub fn format_response(cosignatures: &[NoteSignature]) -> String {
    cosignatures.iter().map(|line| format!("{line}\n")).collect()
}

/// Reads the body of a successful answer. Which lines are of use, says
/// [`crate::Policy::usable_cosignatures`].
///
/// # Errors
/// Where it is not one or more signature lines.
pub fn parse_response(body: &[u8]) -> Result<Vec<NoteSignature>, NoteError> {
    if body.len() > MAX_RESPONSE_BYTES {
        return Err(NoteError::TooLong);
    }
    parse_signature_lines(std::str::from_utf8(body).map_err(|_| NoteError::NotText)?)
}

/// Reads the size in the body of a conflict (409).
#[must_use]
pub fn parse_conflict(body: &[u8]) -> Option<u64> {
    from_decimal(std::str::from_utf8(body).ok()?.strip_suffix('\n')?)
}
