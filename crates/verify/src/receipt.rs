//! What a receipt proves, without any network.
//!
//! A receipt is a c2sp.org/tlog-proof whose extra data is JSON: `{"entry", "tally"?}` or, for a full opening,
//! `{"entry", "salt", "event"}`. Nothing authenticates the extra data by itself: the entry counts because
//! its hash leads to the signed root, the event because it opens the entry, the tally because it is in the
//! same tree and is bound to the entry by its salt.

mod words;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use thiserror::Error;
use tlog::entry::{self, Class, Entry, EntryError, Period, Read};
use tlog::merkle::{MAX_PROOF_HASHES, leaf_hash, verify_inclusion};
use tlog::policy::Cosignature;
use tlog::proof::{TlogProofError, TlogProofFault};
use tlog::{Checkpoint, Hash, Policy, TlogProof};

/// Why a receipt does not hold.
#[derive(Debug, Error)]
pub enum ReceiptError {
    /// The file is not a tlog-proof.
    #[error("the file is not a receipt")]
    Malformed(#[from] TlogProofError),
    /// The extra data is missing or not that of a receipt.
    #[error("the receipt's extra data is missing or malformed")]
    Extra,
    /// The entry is not in order.
    #[error("the receipt's entry is not in order")]
    Entry(#[from] EntryError),
    /// The entry is not a commitment.
    #[error("the receipt's entry is not a commitment")]
    NotACommitment,
    /// The checkpoint or the inclusion does not hold.
    #[error("the receipt does not hold")]
    Proof(#[from] TlogProofFault),
    /// Salt and event do not open the entry.
    #[error("the event in the receipt is not the one that was recorded")]
    WrongEvent,
    /// The tally is malformed, not in the tree, or of another entry.
    #[error("the tally in the receipt, entry {index}, does not belong to the receipt")]
    WrongTally {
        /// Index that was claimed.
        index: u64,
    },
}

/// What is known about the tally of the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TallyReport {
    /// The receipt does not say.
    Absent,
    /// The receipt names a tally without proving that it is in the ledger.
    Claimed {
        /// Index that is claimed.
        index: u64,
    },
    /// The entry was tallied.
    Proved {
        /// Index of the tally.
        index: u64,
        /// The class it was tallied under.
        class: Class,
        /// The period.
        period: Period,
    },
}

/// What a receipt that holds was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptReport {
    /// Identity of the log.
    pub origin: String,
    /// Index of the entry.
    pub index: u64,
    /// Size of the tree under the checkpoint.
    pub size: u64,
    /// Root of the tree under the checkpoint.
    pub root: Hash,
    /// Who has cosigned the checkpoint, and when.
    pub cosignatures: Vec<Cosignature>,
    /// The commitment of the entry.
    pub commitment: [u8; 32],
    /// The event's bytes as text, where the receipt is a full opening.
    pub event: Option<String>,
    /// What is known about the tally.
    pub tally: TallyReport,
    /// What is proved, in plain words, a sentence each.
    pub proved: Vec<String>,
    /// What is not proved, in plain words, a sentence each.
    pub not_proved: Vec<String>,
}

#[derive(Deserialize)]
struct Extra {
    entry: String,
    salt: Option<String>,
    event: Option<String>,
    tally: Option<TallyExtra>,
}

#[derive(Deserialize)]
struct TallyExtra {
    salt: String,
    index: u64,
    entry: Option<String>,
    proof: Option<Vec<String>>,
}

/// Checks a receipt.
///
/// # Errors
/// Says what does not hold; then the receipt proves nothing.
pub fn verify(file: &[u8], policy: &Policy) -> Result<ReceiptReport, ReceiptError> {
    let proof = TlogProof::parse(file)?;
    let extra: Extra =
        proof.extra().and_then(|extra| serde_json::from_slice(extra).ok()).ok_or(ReceiptError::Extra)?;
    let Read::Known(Entry::Commitment { c }) = entry::read(extra.entry.as_bytes())? else {
        return Err(ReceiptError::NotACommitment);
    };
    let cosigned = proof.verify(policy, extra.entry.as_bytes())?;
    let event = opened(&extra, &c)?;
    let checkpoint = cosigned.checkpoint();
    let tally =
        extra.tally.as_ref().map_or(Ok(TallyReport::Absent), |tally| tallied(tally, &c, checkpoint))?;
    let mut report = ReceiptReport {
        origin: checkpoint.origin().to_owned(),
        index: proof.index(),
        size: checkpoint.size(),
        root: *checkpoint.root(),
        cosignatures: cosigned.cosignatures().to_vec(),
        commitment: c,
        event,
        tally,
        proved: Vec::new(),
        not_proved: Vec::new(),
    };
    report.proved = words::proved(&report);
    report.not_proved = words::not_proved(&report);
    Ok(report)
}

fn opened(extra: &Extra, c: &[u8; 32]) -> Result<Option<String>, ReceiptError> {
    match (&extra.salt, &extra.event) {
        (None, None) => Ok(None),
        (Some(salt), Some(event)) => {
            let salt = salt_of(salt).ok_or(ReceiptError::Extra)?;
            let opens = entry::commitment(&salt, event.as_bytes()) == *c;
            if opens { Ok(Some(event.clone())) } else { Err(ReceiptError::WrongEvent) }
        }
        (Some(_), None) | (None, Some(_)) => Err(ReceiptError::Extra),
    }
}

fn tallied(tally: &TallyExtra, c: &[u8; 32], checkpoint: &Checkpoint) -> Result<TallyReport, ReceiptError> {
    let index = tally.index;
    let wrong = || ReceiptError::WrongTally { index };
    let salt = salt_of(&tally.salt).ok_or_else(wrong)?;
    let (entry, proof) = match (&tally.entry, &tally.proof) {
        (Some(entry), Some(proof)) => (entry, proof),
        (None, None) => return Ok(TallyReport::Claimed { index }),
        (Some(_), None) | (None, Some(_)) => return Err(wrong()),
    };
    let Ok(Read::Known(Entry::Tally { class, l, period })) = entry::read(entry.as_bytes()) else {
        return Err(wrong());
    };
    if l != entry::tally_leaf(&salt, c) || proof.len() > MAX_PROOF_HASHES {
        return Err(wrong());
    }
    let hashes: Option<Vec<Hash>> = proof.iter().map(|hash| Hash::parse(hash)).collect();
    let leaf = leaf_hash(entry.as_bytes());
    verify_inclusion(&leaf, index, checkpoint.size(), &hashes.ok_or_else(wrong)?, checkpoint.root())
        .map_err(|_| wrong())?;
    Ok(TallyReport::Proved { index, class, period })
}

fn salt_of(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests;
