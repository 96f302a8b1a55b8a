//! Proofs that can be checked offline (c2sp.org/tlog-proof): checkpoint, index, inclusion proof, extra data.
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! extra eyJlbnRyeSI6…
//! index 73894
//! gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
//!
//! candour.example/demo
//! 109482
//! …
//! ```

use crate::Witnessed;
use crate::checkpoint::Checkpoint;
use crate::encoding::{from_base64, from_decimal, to_base64};
use crate::merkle::{Hash, MAX_PROOF_HASHES, ProofError, leaf_hash, verify_inclusion};
use crate::note::MAX_NOTE_BYTES;
use crate::policy::{CosignedCheckpoint, Policy, VerifyError};
use crate::witnessed::WitnessedError;
use thiserror::Error;

/// The most bytes of extra data: room for a whole event and then some.
pub const MAX_EXTRA_BYTES: usize = 256 * 1024;

/// The most bytes of a proof: the checkpoint, the extra data in base64, 63 hashes of 45 bytes, the words.
pub const MAX_TLOG_PROOF_BYTES: usize = MAX_NOTE_BYTES + MAX_EXTRA_BYTES / 3 * 4 + 4096;

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// Why bytes are not a tlog-proof.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum TlogProofError {
    /// Too long as a whole or in its extra data.
    #[error("the proof is too long")]
    TooLong,
    /// Not UTF-8.
    #[error("the proof is not text")]
    NotText,
    /// The first line is not that of version 1.
    #[error("the proof does not begin with the line of tlog-proof version 1")]
    FirstLine,
    /// The extra line is not base64.
    #[error("the proof's extra line is malformed")]
    Extra,
    /// There is no index line, or it is malformed.
    #[error("the proof's index line is malformed")]
    Index,
    /// A hash is malformed, or there are more than 63.
    #[error("hash {number} of the proof is malformed or one too many")]
    BadHash {
        /// Which, from 1.
        number: usize,
    },
    /// There is no blank line before the checkpoint.
    #[error("the proof has no blank line before its checkpoint")]
    NoCheckpoint,
    /// The checkpoint is not a signed note.
    #[error("the proof's checkpoint is malformed")]
    Checkpoint(#[from] crate::checkpoint::CheckpointError),
}

/// Why a proof does not prove.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum TlogProofFault {
    /// The checkpoint does not satisfy the policy.
    #[error("the checkpoint does not satisfy the policy")]
    Checkpoint(#[from] VerifyError),
    /// The entry is not where the proof says.
    #[error("the entry is not in the ledger at index {index}")]
    Inclusion {
        /// Index that was claimed.
        index: u64,
        /// What is wrong.
        source: ProofError,
    },
}

/// A proof as read or to be written. Reading checks its form only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    extra: Option<Vec<u8>>,
    index: u64,
    hashes: Vec<Hash>,
    checkpoint: Vec<u8>,
}

impl TlogProof {
    /// Puts a proof together: the entry's index, its inclusion proof from the leaf up, and the cosigned
    /// checkpoint's bytes, which are kept as they are.
    ///
    /// # Errors
    /// Where a part is too long or the checkpoint malformed.
    pub fn new(
        extra: Option<Vec<u8>>,
        index: u64,
        hashes: Vec<Hash>,
        checkpoint: Vec<u8>,
    ) -> Result<Self, TlogProofError> {
        if extra.as_ref().is_some_and(|extra| extra.len() > MAX_EXTRA_BYTES) {
            return Err(TlogProofError::TooLong);
        }
        if hashes.len() > MAX_PROOF_HASHES {
            return Err(TlogProofError::BadHash { number: MAX_PROOF_HASHES + 1 });
        }
        Checkpoint::parse_unverified(&checkpoint)?;
        Ok(Self { extra, index, hashes, checkpoint })
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// Says what is malformed.
    pub fn parse(bytes: &[u8]) -> Result<Self, TlogProofError> {
        if bytes.len() > MAX_TLOG_PROOF_BYTES {
            return Err(TlogProofError::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| TlogProofError::NotText)?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(TlogProofError::NoCheckpoint)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(FIRST_LINE) {
            return Err(TlogProofError::FirstLine);
        }
        let extra = match lines.peek().and_then(|line| line.strip_prefix("extra ")) {
            Some(encoded) => {
                lines.next();
                Some(from_base64(encoded).ok_or(TlogProofError::Extra)?)
            }
            None => None,
        };
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).and_then(from_decimal);
        let index = index.ok_or(TlogProofError::Index)?;
        let mut hashes = Vec::new();
        for (number, line) in (1..).zip(lines) {
            let hash = Hash::parse(line).filter(|_| number <= MAX_PROOF_HASHES);
            hashes.push(hash.ok_or(TlogProofError::BadHash { number })?);
        }
        Self::new(extra, index, hashes, checkpoint.as_bytes().to_vec())
    }

    /// The file's bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let extra =
            self.extra.as_ref().map(|extra| format!("extra {}\n", to_base64(extra))).unwrap_or_default();
        let hashes: String = self.hashes.iter().map(|hash| format!("{hash}\n")).collect();
        let head = format!("{FIRST_LINE}\n{extra}index {}\n{hashes}\n", self.index);
        [head.as_bytes(), &self.checkpoint].concat()
    }

    /// The extra data, which nothing authenticates.
    #[must_use]
    pub fn extra(&self) -> Option<&[u8]> {
        self.extra.as_deref()
    }

    /// Index of the entry.
    #[must_use]
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The inclusion proof, from the leaf up.
    #[must_use]
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// The checkpoint's bytes.
    #[must_use]
    pub fn checkpoint(&self) -> &[u8] {
        &self.checkpoint
    }

    /// Checks that the entry is in the ledger under a checkpoint that satisfies the policy.
    ///
    /// # Errors
    /// Says which part does not hold.
    pub fn verify(&self, policy: &Policy, entry: &[u8]) -> Result<CosignedCheckpoint, TlogProofFault> {
        let cosigned = policy.verify(&self.checkpoint)?;
        let (size, root) = (cosigned.checkpoint().size(), cosigned.checkpoint().root());
        verify_inclusion(&leaf_hash(entry), self.index, size, &self.hashes, root)
            .map_err(|source| TlogProofFault::Inclusion { index: self.index, source })?;
        Ok(cosigned)
    }

    /// Like [`TlogProof::verify`], for a commitment entry and a policy that asks for witnesses.
    ///
    /// # Errors
    /// As [`Witnessed::verify`].
    pub fn witnessed(&self, policy: &Policy, entry: &[u8]) -> Result<Witnessed, WitnessedError> {
        Witnessed::verify(policy, &self.checkpoint, entry, self.index, &self.hashes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{cosigned, entry, inclusion, policy};

    fn proof() -> TlogProof {
        TlogProof::new(None, 4, inclusion(4, 9), cosigned(9, &[1, 2]).to_bytes()).unwrap()
    }

    #[test]
    fn a_proof_holds_for_its_entry_and_no_other() {
        assert_eq!(proof().verify(&policy(), &entry(4)).unwrap().checkpoint().size(), 9);
        let wrong = proof().verify(&policy(), &entry(5)).unwrap_err();
        assert_eq!(wrong, TlogProofFault::Inclusion { index: 4, source: ProofError::WrongRoot });
    }

    #[test]
    fn a_tree_of_one_has_a_proof_without_hashes() {
        let proof = TlogProof::new(None, 0, Vec::new(), cosigned(1, &[1, 2]).to_bytes()).unwrap();
        assert_eq!(TlogProof::parse(&proof.to_bytes()), Ok(proof.clone()));
        assert!(proof.verify(&policy(), &entry(0)).is_ok());
    }

    #[test]
    fn each_line_is_checked() {
        let text = String::from_utf8(proof().to_bytes()).unwrap();
        let check = |from: &str, to: &str, expected: TlogProofError| {
            assert!(text.contains(from));
            assert_eq!(TlogProof::parse(text.replacen(from, to, 1).as_bytes()), Err(expected));
        };
        check("proof@v1", "proof@v2", TlogProofError::FirstLine);
        check("index 4", "index 04", TlogProofError::Index);
        check("index 4\n", "", TlogProofError::Index);
        check("index 4", "extra AB==\nindex 4", TlogProofError::Extra);
        check("index 4\n", "index 4\nAA==\n", TlogProofError::BadHash { number: 1 });
        check("\n\n", "\n", TlogProofError::BadHash { number: 5 });
        let extra = Some(vec![0; MAX_EXTRA_BYTES + 1]);
        let checkpoint = proof().checkpoint().to_vec();
        assert_eq!(TlogProof::new(extra, 4, Vec::new(), checkpoint.clone()), Err(TlogProofError::TooLong));
        let many = vec![crate::merkle::empty_root(); 64];
        let surplus = TlogProofError::BadHash { number: 64 };
        assert_eq!(TlogProof::new(None, 4, many, checkpoint.clone()), Err(surplus));
        let full = TlogProof::new(Some(vec![0; MAX_EXTRA_BYTES]), 4, Vec::new(), checkpoint).unwrap();
        assert_eq!(TlogProof::parse(&full.to_bytes()), Ok(full));
    }

    #[test]
    fn a_flipped_byte_anywhere_in_a_proof_is_noticed() {
        let good = proof().to_bytes();
        for at in 0..good.len() {
            let mut wrong = good.clone();
            wrong[at] ^= 1;
            let holds = TlogProof::parse(&wrong).is_ok_and(|read| read.verify(&policy(), &entry(4)).is_ok());
            assert!(!holds, "byte {at}");
        }
    }
}
