//! A small ledger with fixed keys, for tests.

use crate::entry::{self, Entry};
use crate::key::{Cosigner, LogSigner};
use crate::merkle::{Hash, LeafRow, inclusion_proof, leaf_hash, root};
use crate::note::{KeyName, Note, NoteSignature};
use crate::witness::{AddCheckpoint, decide};
use crate::{Checkpoint, Policy};
use std::convert::Infallible;

pub(crate) const ORIGIN: &str = "candour.example/demo";
pub(crate) const TIME: u64 = 1_795_000_000;

pub(crate) fn name(text: &str) -> KeyName {
    KeyName::new(text).unwrap()
}

pub(crate) fn log() -> LogSigner {
    LogSigner::from_seed(name(ORIGIN), &[1; 32])
}

/// One of three witnesses, numbered from 1.
pub(crate) fn witness(number: u8) -> Cosigner {
    Cosigner::from_seed(name(&format!("witness-{number}.example")), &[number + 1; 32])
}

pub(crate) fn policy_text(quorum: &str) -> String {
    let key = |number| witness(number).verifier_key().to_string();
    format!(
        "# The demonstration's ledger\nlog {} https://candour.example/ledger\n\nwitness one {}\nwitness two {}\nwitness three {} https://three.example\n{quorum}\n",
        log().verifier_key(),
        key(1),
        key(2),
        key(3)
    )
}

/// Two of the three witnesses suffice.
pub(crate) fn policy() -> Policy {
    Policy::parse(policy_text("group most 2 one two three\nquorum most").as_bytes()).unwrap()
}

/// The entry of an index: a commitment over fixed bytes.
pub(crate) fn entry(index: u64) -> Vec<u8> {
    let c = entry::commitment(&[7; 32], index.to_string().as_bytes());
    Entry::Commitment { c }.to_bytes()
}

pub(crate) fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|index| leaf_hash(&entry(index))).collect()
}

pub(crate) fn signed(size: u64) -> Note {
    Checkpoint::new(ORIGIN, size, root(&leaves(size))).unwrap().sign(&log()).unwrap()
}

pub(crate) fn cosign(note: &Note, number: u8) -> NoteSignature {
    let request = AddCheckpoint::new(0, Vec::new(), &note.to_bytes()).unwrap();
    let pending = decide(&[log().verifier_key().clone()], None, &request).unwrap();
    let Ok(persisted) = pending.persist(|_, _| Ok::<(), Infallible>(()));
    persisted.cosign(&witness(number), TIME).unwrap()
}

/// A checkpoint with the cosignatures of these witnesses.
pub(crate) fn cosigned(size: u64, numbers: &[u8]) -> Note {
    let mut note = signed(size);
    for number in numbers {
        let line = cosign(&note, *number);
        note.add(line).unwrap();
    }
    note
}

pub(crate) fn inclusion(index: u64, size: u64) -> Vec<Hash> {
    inclusion_proof(&LeafRow(&leaves(size)), index, size).unwrap()
}
