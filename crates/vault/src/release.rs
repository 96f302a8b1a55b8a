//! What opens the content of a disclosure: a witnessed decision, or a committed emergency.
//!
//! SECURITY: the whole worth of this module is in what can *not* be built. [`Release`] has no constructor but
//! the two below. A [`tlog::Witnessed`] can be made by verification only. A [`DurableEmergency`] is made from
//! what the store holds after its commit; that only `store` and the emergency's own use case in `service` call
//! [`DurableEmergency::from_committed`] cannot be said in types across crates, and is held by
//! `cargo xtask tidy`.

use crate::compare;
use crate::error::VaultError;

/// The right to open the content that is bound to one decision.
#[derive(Debug)]
pub struct Release {
    commitment: [u8; 32],
}

impl Release {
    /// From a decision that a quorum of witnesses has seen in the ledger.
    #[must_use]
    pub fn witnessed(decision: &tlog::Witnessed) -> Self {
        Self { commitment: *decision.commitment() }
    }

    /// From an emergency release that is durable in the store, before its leaf is witnessed.
    #[must_use]
    pub const fn emergency(decision: &DurableEmergency) -> Self {
        Self { commitment: decision.commitment }
    }

    /// Whether this is about the decision with that commitment.
    pub(crate) fn is_of(&self, commitment: &[u8; 32]) -> bool {
        compare::equal(&self.commitment, commitment)
    }

    #[cfg(test)]
    pub(crate) const fn for_test(commitment: [u8; 32]) -> Self {
        Self { commitment }
    }
}

/// What the store holds of the deciding event once the transaction of an emergency release has been committed.
/// It is the decision that content is bound to, since the release that follows it in the same transaction names
/// the sealed content. A compelled release may take this way when its deadline is near and the quorum is lost;
/// its event says so.
#[derive(Debug, Clone, Copy)]
pub struct CommittedEmergency<'a> {
    /// The salt of the deciding event's leaf.
    pub salt: &'a [u8; 32],
    /// The canonical bytes of the deciding event, header and payload, as they were committed.
    pub event: &'a [u8],
    /// The commitment in the pending leaf that was written in the same transaction.
    pub commitment: &'a [u8; 32],
}

/// Proof that an emergency release is durable: its event cannot be lost any more, and its leaf will follow.
#[derive(Debug)]
pub struct DurableEmergency {
    commitment: [u8; 32],
}

impl DurableEmergency {
    /// From what was read back after the commit. To be called by `store` and by the use case of emergency
    /// release, after the commit and never before.
    ///
    /// # Errors
    /// [`VaultError::Evidence`] if the pending leaf does not commit to this event, in which case what the
    /// ledger would come to show is not what was decided.
    pub fn from_committed(evidence: &CommittedEmergency<'_>) -> Result<Self, VaultError> {
        let commitment = tlog::entry::commitment(evidence.salt, evidence.event);
        if compare::equal(&commitment, evidence.commitment) {
            Ok(Self { commitment })
        } else {
            Err(VaultError::Evidence)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: [u8; 32] = [5; 32];
    const EVENT: &[u8] = br#"{"header":{},"payload":{}}"#;

    #[test]
    fn an_emergency_whose_leaf_commits_to_its_event_is_durable() {
        let commitment = tlog::entry::commitment(&SALT, EVENT);
        let evidence = CommittedEmergency { salt: &SALT, event: EVENT, commitment: &commitment };
        let durable = DurableEmergency::from_committed(&evidence).unwrap();
        assert!(Release::emergency(&durable).is_of(&commitment));
        assert!(!Release::emergency(&durable).is_of(&[0; 32]));
    }

    #[test]
    fn an_emergency_whose_leaf_commits_to_something_else_is_refused() {
        let commitment = tlog::entry::commitment(&SALT, EVENT);
        for evidence in [
            CommittedEmergency { salt: &[6; 32], event: EVENT, commitment: &commitment },
            CommittedEmergency { salt: &SALT, event: b"{}", commitment: &commitment },
            CommittedEmergency { salt: &SALT, event: EVENT, commitment: &[0; 32] },
        ] {
            assert_eq!(DurableEmergency::from_committed(&evidence).unwrap_err(), VaultError::Evidence);
        }
    }

    /// The commitment is fixed by the ledger's format; this value was made by hashlib: `testdata/vectors.py`.
    #[test]
    fn the_commitment_is_the_one_that_the_format_fixes() {
        let expected = crate::testing::hex(crate::testing::vector("commitment"));
        assert_eq!(tlog::entry::commitment(&SALT, EVENT).as_slice(), expected);
    }
}
