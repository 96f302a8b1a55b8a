//! Receipts: tlog-proofs whose extra data says which commitment they are about.
//!
//! By default a receipt proves inclusion only: `{"entry": …}`, with `"tally"` once the period is tallied. A
//! *full opening* is a separate file, `{"entry", "event", "salt"}`, that proves to whoever holds it what
//! happened. Salts are base64url without padding; `entry` and `event` are the exact bytes, as text.

use crate::canonical::Value;
use crate::encoding::to_base64url;
use crate::entry::{Entry, Read, commitment, read, tally_leaf};
use crate::merkle::{Hash, MAX_PROOF_HASHES, leaf_hash, verify_inclusion};
use crate::proof::{TlogProof, TlogProofError};
use thiserror::Error;

/// Why a receipt cannot be made. Each check repeats what the receiver will do.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum MakeReceiptError {
    /// The entry is not a commitment.
    #[error("the entry is not a commitment")]
    NotACommitment,
    /// The entry of the tally is not a tally of this commitment.
    #[error("the tally does not belong to the commitment")]
    WrongTally,
    /// An inclusion proof does not lead to the checkpoint's root.
    #[error("the entry at {index} is not in the tree of the checkpoint")]
    NotIncluded {
        /// Which index.
        index: u64,
    },
    /// Salt and event do not give the commitment, or the event is not text.
    #[error("salt and event do not open the commitment")]
    WrongOpening,
    /// The parts do not make a proof.
    #[error("the parts do not make a proof")]
    Proof(#[from] TlogProofError),
}

/// Where an entry is: its bytes, its index, its inclusion proof under the receipt's checkpoint.
#[derive(Debug, Clone, Copy)]
pub struct Located<'a> {
    /// The entry's bytes as logged.
    pub entry: &'a [u8],
    /// Its index.
    pub index: u64,
    /// Its inclusion proof, from the leaf up.
    pub proof: &'a [Hash],
}

/// What says that a commitment was tallied: the second salt, and the tally's place.
#[derive(Debug, Clone, Copy)]
pub struct TallyOpening<'a> {
    /// The second salt of the event.
    pub salt: &'a [u8; 32],
    /// The tally entry, under the same checkpoint.
    pub tally: Located<'a>,
}

/// Makes a receipt that proves inclusion, and the class it was tallied under where `tally` is given.
///
/// `checkpoint` is the cosigned checkpoint's bytes; all inclusion proofs are for its size. Whether it
/// satisfies a policy is for whoever checks the receipt.
///
/// # Errors
/// Where the receipt would not hold.
pub fn make_inclusion(
    commitment: Located<'_>,
    checkpoint: &[u8],
    tally: Option<TallyOpening<'_>>,
) -> Result<TlogProof, MakeReceiptError> {
    let c = commitment_of(commitment.entry)?;
    let mut members = vec![("entry", text(commitment.entry)?)];
    if let Some(TallyOpening { salt, tally }) = tally {
        match read(tally.entry) {
            Ok(Read::Known(Entry::Tally { l, .. })) if l == tally_leaf(salt, &c) => {}
            _ => return Err(MakeReceiptError::WrongTally),
        }
        check_included(tally, checkpoint)?;
        let index = i64::try_from(tally.index).map_err(|_| MakeReceiptError::WrongTally)?;
        let proof = tally.proof.iter().map(|hash| Value::Text(hash.to_string())).collect();
        let opening = [
            ("salt", Value::Text(to_base64url(salt))),
            ("index", Value::Integer(index)),
            ("entry", text(tally.entry)?),
            ("proof", Value::Array(proof)),
        ];
        members.push(("tally", Value::object(opening)));
    }
    finish(commitment, checkpoint, members)
}

/// Makes a full opening: it proves to anybody who holds it what the event was.
///
/// # Errors
/// Where the receipt would not hold.
pub fn make_opening(
    located: Located<'_>,
    checkpoint: &[u8],
    salt: &[u8; 32],
    event: &[u8],
) -> Result<TlogProof, MakeReceiptError> {
    if commitment_of(located.entry)? != commitment(salt, event) {
        return Err(MakeReceiptError::WrongOpening);
    }
    let members = vec![
        ("entry", text(located.entry)?),
        ("salt", Value::Text(to_base64url(salt))),
        ("event", text(event)?),
    ];
    finish(located, checkpoint, members)
}

fn commitment_of(entry: &[u8]) -> Result<[u8; 32], MakeReceiptError> {
    match read(entry) {
        Ok(Read::Known(Entry::Commitment { c })) => Ok(c),
        _ => Err(MakeReceiptError::NotACommitment),
    }
}

fn text(bytes: &[u8]) -> Result<Value, MakeReceiptError> {
    std::str::from_utf8(bytes).map(Value::text).map_err(|_| MakeReceiptError::WrongOpening)
}

fn check_included(located: Located<'_>, checkpoint: &[u8]) -> Result<(), MakeReceiptError> {
    let (_, checkpoint) = crate::Checkpoint::parse_unverified(checkpoint).map_err(TlogProofError::from)?;
    let Located { entry, index, proof } = located;
    if proof.len() > MAX_PROOF_HASHES {
        return Err(MakeReceiptError::NotIncluded { index });
    }
    verify_inclusion(&leaf_hash(entry), index, checkpoint.size(), proof, checkpoint.root())
        .map_err(|_| MakeReceiptError::NotIncluded { index })
}

fn finish(
    located: Located<'_>,
    checkpoint: &[u8],
    members: Vec<(&str, Value)>,
) -> Result<TlogProof, MakeReceiptError> {
    check_included(located, checkpoint)?;
    let extra = Value::object(members).to_canonical().into_bytes();
    let (index, proof) = (located.index, located.proof.to_vec());
    Ok(TlogProof::new(Some(extra), index, proof, checkpoint.to_vec())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{cosigned, entry, inclusion, policy};

    #[test]
    fn an_inclusion_receipt_holds_only_the_entry() {
        let (entry, proof, checkpoint) = (entry(4), inclusion(4, 9), cosigned(9, &[1, 2]).to_bytes());
        let located = Located { entry: &entry, index: 4, proof: &proof };
        let receipt = make_inclusion(located, &checkpoint, None).unwrap();
        let extra = String::from_utf8(receipt.extra().unwrap().to_vec()).unwrap();
        let expected =
            format!("{{\"entry\":{}}}", Value::text(std::str::from_utf8(&entry).unwrap()).to_canonical());
        assert_eq!(extra, expected);
        assert!(receipt.verify(&policy(), &entry).is_ok());
        let elsewhere = make_inclusion(Located { index: 5, ..located }, &checkpoint, None);
        assert_eq!(elsewhere, Err(MakeReceiptError::NotIncluded { index: 5 }));
        let act = br#"{"act":"ledger-started","v":1}"#;
        let other = make_inclusion(Located { entry: act, ..located }, &checkpoint, None);
        assert_eq!(other, Err(MakeReceiptError::NotACommitment));
    }

    #[test]
    fn an_opening_must_open() {
        let (entry, proof, checkpoint) = (entry(4), inclusion(4, 9), cosigned(9, &[1, 2]).to_bytes());
        let located = Located { entry: &entry, index: 4, proof: &proof };
        assert!(make_opening(located, &checkpoint, &[7; 32], b"4").is_ok());
        for (salt, event) in [([8; 32], b"4"), ([7; 32], b"5")] {
            let wrong = make_opening(located, &checkpoint, &salt, event);
            assert_eq!(wrong, Err(MakeReceiptError::WrongOpening));
        }
    }
}
