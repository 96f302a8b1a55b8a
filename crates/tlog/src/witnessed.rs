//! Proof, as a value, that an entry is in the ledger and that a quorum of witnesses has seen it there.

use crate::merkle::{Hash, ProofError, leaf_hash, verify_inclusion};
use crate::policy::{CosignedCheckpoint, Policy, VerifyError};
use crate::{Entry, entry};
use thiserror::Error;

/// Why an entry is not witnessed.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum WitnessedError {
    /// The policy asks for no witnesses, so nothing can be witnessed under it.
    #[error("the policy asks for no witnesses")]
    NobodyAsked,
    /// The checkpoint does not satisfy the policy.
    #[error("the checkpoint does not satisfy the policy")]
    Checkpoint(#[from] VerifyError),
    /// The entry is not where the proof says.
    #[error("the entry is not in the ledger at index {index}")]
    Inclusion {
        /// Index that was claimed.
        index: u64,
        /// What is wrong with the proof.
        source: ProofError,
    },
    /// The entry is not a commitment in its one canonical form.
    #[error("the entry is not a commitment")]
    NotACommitment,
}

/// A commitment entry that is in the ledger under a checkpoint that a quorum of witnesses has cosigned.
///
/// INVARIANT: made by [`Witnessed::verify`] only. The vault hands out the content key of a disclosure for
/// such a value, so making one without verification would be a disclosure without a public trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    checkpoint: CosignedCheckpoint,
    index: u64,
    entry_hash: Hash,
    commitment: [u8; 32],
}

impl Witnessed {
    /// Verifies the log's signature, the quorum of cosignatures and the inclusion of the entry.
    ///
    /// `note` is the cosigned checkpoint, `entry` the entry's bytes as logged, `index` its place, `proof`
    /// the RFC 6962 inclusion proof from the leaf up. A policy with `quorum none` is refused.
    ///
    /// # Errors
    /// Says which part does not hold.
    pub fn verify(
        policy: &Policy,
        note: &[u8],
        entry: &[u8],
        index: u64,
        proof: &[Hash],
    ) -> Result<Self, WitnessedError> {
        if policy.is_without_quorum() {
            return Err(WitnessedError::NobodyAsked);
        }
        let Ok(entry::Read::Known(Entry::Commitment { c })) = entry::read(entry) else {
            return Err(WitnessedError::NotACommitment);
        };
        let checkpoint = policy.verify(note)?;
        let entry_hash = leaf_hash(entry);
        let (size, root) = (checkpoint.checkpoint().size(), checkpoint.checkpoint().root());
        verify_inclusion(&entry_hash, index, size, proof, root)
            .map_err(|source| WitnessedError::Inclusion { index, source })?;
        Ok(Self { checkpoint, index, entry_hash, commitment: c })
    }

    /// The commitment `c` of the entry: SHA-256 over tag, salt and event (see [`entry::commitment`]).
    #[must_use]
    pub fn commitment(&self) -> &[u8; 32] {
        &self.commitment
    }

    /// Leaf hash of the entry.
    #[must_use]
    pub fn entry_hash(&self) -> &Hash {
        &self.entry_hash
    }

    /// Place of the entry in the ledger.
    #[must_use]
    pub fn index(&self) -> u64 {
        self.index
    }

    /// Size of the tree under the checkpoint.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.checkpoint.checkpoint().size()
    }

    /// Root of the tree under the checkpoint.
    #[must_use]
    pub fn root(&self) -> &Hash {
        self.checkpoint.checkpoint().root()
    }

    /// The checkpoint with its cosignatures.
    #[must_use]
    pub fn checkpoint(&self) -> &CosignedCheckpoint {
        &self.checkpoint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{cosigned, entry as logged, inclusion, policy, policy_text, signed};

    #[test]
    fn an_entry_under_a_cosigned_checkpoint_is_witnessed() {
        let note = cosigned(11, &[1, 2]).to_bytes();
        for index in 0..11 {
            let witnessed =
                Witnessed::verify(&policy(), &note, &logged(index), index, &inclusion(index, 11)).unwrap();
            let expected = crate::entry::commitment(&[7; 32], index.to_string().as_bytes());
            assert_eq!((witnessed.commitment(), witnessed.index(), witnessed.size()), (&expected, index, 11));
            assert_eq!(witnessed.entry_hash(), &leaf_hash(&logged(index)));
        }
    }

    #[test]
    fn nothing_less_is() {
        let (note, proof) = (cosigned(11, &[1, 2]).to_bytes(), inclusion(4, 11));
        let try_with = |policy: &Policy, note: &[u8], entry: &[u8], index, proof: &[Hash]| {
            Witnessed::verify(policy, note, entry, index, proof).unwrap_err()
        };
        // Too few cosignatures; none at all.
        let one = cosigned(11, &[1]).to_bytes();
        let few = WitnessedError::Checkpoint(VerifyError::NoQuorum { count: 1 });
        assert_eq!(try_with(&policy(), &one, &logged(4), 4, &proof), few);
        assert!(matches!(
            try_with(&policy(), &signed(11).to_bytes(), &logged(4), 4, &proof),
            WitnessedError::Checkpoint(VerifyError::NoQuorum { count: 0 })
        ));
        // Another entry, index, tree or proof.
        for (entry, index, proof) in [
            (logged(5), 4, &proof),
            (logged(4), 5, &proof),
            (logged(4), 11, &proof),
            (logged(4), 4, &inclusion(4, 10)),
        ] {
            assert!(matches!(
                try_with(&policy(), &note, &entry, index, proof),
                WitnessedError::Inclusion { .. }
            ));
        }
        // A policy that asks for nobody, an entry that commits to nothing.
        let nobody = Policy::parse(policy_text("quorum none").as_bytes()).unwrap();
        assert_eq!(try_with(&nobody, &note, &logged(4), 4, &proof), WitnessedError::NobodyAsked);
        let act = br#"{"act":"ledger-started","v":1}"#;
        assert_eq!(try_with(&policy(), &note, act, 4, &proof), WitnessedError::NotACommitment);
    }

    #[test]
    fn a_flipped_byte_anywhere_in_the_checkpoint_is_noticed() {
        let (note, proof) = (cosigned(11, &[1, 2]).to_bytes(), inclusion(4, 11));
        for at in 0..note.len() {
            let mut wrong = note.clone();
            wrong[at] ^= 1;
            assert!(Witnessed::verify(&policy(), &wrong, &logged(4), 4, &proof).is_err(), "byte {at}");
        }
    }
}
