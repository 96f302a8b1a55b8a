//! Holding a checkpoint against a policy.

use super::Policy;
use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::key::SignatureError;
use crate::note::{KeyName, Note, NoteSignature};
use thiserror::Error;

/// Why a checkpoint does not satisfy a policy.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum VerifyError {
    /// The checkpoint cannot be read.
    #[error("the checkpoint cannot be read")]
    Checkpoint(#[from] CheckpointError),
    /// The policy lists no log of this origin.
    #[error("the policy knows no log named {origin}")]
    UnknownLog {
        /// Origin of the checkpoint.
        origin: String,
    },
    /// No signature by a known key of the log.
    #[error("the checkpoint of {origin} is not signed by the log's key")]
    NotSignedByLog {
        /// Origin of the checkpoint.
        origin: String,
    },
    /// A signature under a known key does not verify: somebody altered the text or the signature.
    #[error("the signature of {key} on the checkpoint does not verify")]
    BadSignature {
        /// Name of the key.
        key: KeyName,
    },
    /// Too few or the wrong witnesses have cosigned.
    #[error("the checkpoint is cosigned by {count} known witnesses, which the quorum does not accept")]
    NoQuorum {
        /// How many known witnesses have cosigned.
        count: usize,
    },
}

/// One witness's verified cosignature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosignature {
    /// The witness's name inside the policy.
    pub witness: String,
    /// The witness's key name.
    pub key: KeyName,
    /// When it cosigned, in seconds since 1970, by its own clock.
    pub time: u64,
}

/// A checkpoint whose log signature holds, with the cosignatures that hold, whether or not they suffice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    checkpoint: Checkpoint,
    cosignatures: Vec<Cosignature>,
    quorum: bool,
}

impl Assessment {
    /// The checkpoint.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Who has cosigned, in the policy's order.
    #[must_use]
    pub fn cosignatures(&self) -> &[Cosignature] {
        &self.cosignatures
    }

    /// Whether the quorum is there.
    #[must_use]
    pub fn has_quorum(&self) -> bool {
        self.quorum
    }
}

/// A checkpoint that satisfies a policy. Only [`Policy::verify`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CosignedCheckpoint(Assessment);

impl CosignedCheckpoint {
    /// The checkpoint.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.0.checkpoint
    }

    /// Who has cosigned, in the policy's order.
    #[must_use]
    pub fn cosignatures(&self) -> &[Cosignature] {
        &self.0.cosignatures
    }
}

impl Policy {
    /// Checks that a checkpoint is signed by a listed log and cosigned by a quorum.
    ///
    /// A signature by a known key that fails to verify rejects the whole checkpoint, even where the rest
    /// would suffice; signatures by unknown keys are ignored (c2sp.org/signed-note).
    ///
    /// # Errors
    /// Says which of these does not hold.
    pub fn verify(&self, note: &[u8]) -> Result<CosignedCheckpoint, VerifyError> {
        let assessment = self.assess(note)?;
        if !assessment.quorum {
            return Err(VerifyError::NoQuorum { count: assessment.cosignatures.len() });
        }
        Ok(CosignedCheckpoint(assessment))
    }

    /// Like [`Policy::verify`], and leaves the judgement on the quorum to the caller.
    ///
    /// # Errors
    /// As [`Policy::verify`], save [`VerifyError::NoQuorum`].
    pub fn assess(&self, note: &[u8]) -> Result<Assessment, VerifyError> {
        let (note, checkpoint) = Checkpoint::parse_unverified(note)?;
        self.check_log(&note, &checkpoint)?;
        let mut times = Vec::new();
        for witness in &self.witnesses {
            let mut time = None;
            // Several lines by one witness count once; every one of them has to hold.
            for signature in note.signatures().iter().filter(|line| witness.key.made(line)) {
                match witness.key.verify(note.text(), signature) {
                    Ok(found) => time = time.max(found),
                    Err(SignatureError::Invalid | SignatureError::OtherKey) => {
                        return Err(VerifyError::BadSignature { key: witness.key.name().clone() });
                    }
                }
            }
            times.push(time);
        }
        let cosigned = |witness: usize| times.get(witness).is_some_and(Option::is_some);
        let quorum = self.quorum.as_ref().is_none_or(|quorum| quorum.holds(&cosigned));
        let cosignatures = self
            .witnesses
            .iter()
            .zip(&times)
            .filter_map(|(witness, time)| {
                let (witness, key) = (witness.name.clone(), witness.key.name().clone());
                time.map(|time| Cosignature { witness, key, time })
            })
            .collect();
        Ok(Assessment { checkpoint, cosignatures, quorum })
    }

    /// The lines of a witness's answer that are valid cosignatures by witnesses of this policy. The others
    /// are left out, as tlog-witness demands of whoever submitted the checkpoint.
    #[must_use]
    pub fn usable_cosignatures(&self, note: &Note, lines: Vec<NoteSignature>) -> Vec<NoteSignature> {
        let holds = |line: &NoteSignature| {
            let by_witness = |witness: &&super::PolicyWitness| witness.key.made(line);
            let witness = self.witnesses.iter().find(by_witness);
            witness.is_some_and(|witness| witness.key.verify(note.text(), line).is_ok())
        };
        lines.into_iter().filter(|line| holds(line)).collect()
    }

    fn check_log(&self, note: &Note, checkpoint: &Checkpoint) -> Result<(), VerifyError> {
        let origin = checkpoint.origin();
        let mut of_origin = self.logs.iter().filter(|log| log.key.name().as_str() == origin).peekable();
        if of_origin.peek().is_none() {
            return Err(VerifyError::UnknownLog { origin: origin.to_owned() });
        }
        let mut signed = false;
        for log in of_origin {
            for signature in note.signatures().iter().filter(|line| log.key.made(line)) {
                match log.key.verify(note.text(), signature) {
                    Ok(_) => signed = true,
                    Err(SignatureError::Invalid | SignatureError::OtherKey) => {
                        return Err(VerifyError::BadSignature { key: log.key.name().clone() });
                    }
                }
            }
        }
        if signed { Ok(()) } else { Err(VerifyError::NotSignedByLog { origin: origin.to_owned() }) }
    }
}
