//! A whole small ledger in memory, with fixed keys, for tests.

use crate::source::{Source, SourceError};
use std::collections::BTreeMap;
use std::convert::Infallible;
use tlog::entry::{self, Class, Entry, Period};
use tlog::merkle::{LeafRow, inclusion_proof, leaf_hash, root};
use tlog::note::KeyName;
use tlog::tile::TileEdge;
use tlog::witness::{AddCheckpoint, decide};
use tlog::{Checkpoint, Cosigner, Hash, LogSigner, Policy};

pub(crate) const ORIGIN: &str = "candour.example/demo";

pub(crate) fn log() -> LogSigner {
    LogSigner::from_seed(KeyName::new(ORIGIN).unwrap(), &[1; 32])
}

pub(crate) fn witness(number: u8) -> Cosigner {
    Cosigner::from_seed(KeyName::new(&format!("witness-{number}.example")).unwrap(), &[number + 1; 32])
}

/// Both witnesses are needed.
pub(crate) fn policy() -> Policy {
    policy_with("group both all one two\nquorum both")
}

pub(crate) fn policy_with(quorum: &str) -> Policy {
    let (log, one, two) = (log(), witness(1), witness(2));
    let keys = [log.verifier_key(), one.verifier_key(), two.verifier_key()];
    let text = format!("log {}\nwitness one {}\nwitness two {}\n{quorum}\n", keys[0], keys[1], keys[2]);
    Policy::parse(text.as_bytes()).unwrap()
}

pub(crate) const SALT: [u8; 32] = [7; 32];
pub(crate) const SECOND_SALT: [u8; 32] = [8; 32];

pub(crate) fn event(index: u64) -> String {
    format!(r#"{{"header":{{"position":{index}}},"payload":{{}}}}"#)
}

/// Commitments, with a tally of entry 0 at every index that ends in 9.
pub(crate) fn entry(index: u64) -> Vec<u8> {
    if index % 10 == 9 {
        let l = entry::tally_leaf(&SECOND_SALT, &entry::commitment(&SALT, event(0).as_bytes()));
        return Entry::Tally { class: Class::NoticeSent, l, period: Period::parse("2026-H2").unwrap() }
            .to_bytes();
    }
    Entry::Commitment { c: entry::commitment(&SALT, event(index).as_bytes()) }.to_bytes()
}

/// The files of a ledger.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) leaves: Vec<Hash>,
}

impl Ledger {
    /// A ledger that grew in these steps, one checkpoint after each.
    pub(crate) fn grown(steps: &[u64]) -> Self {
        let entries: Vec<Vec<u8>> = (0..steps.iter().sum()).map(entry).collect();
        Self::of(&entries, steps)
    }

    pub(crate) fn of(entries: &[Vec<u8>], steps: &[u64]) -> Self {
        let (mut ledger, mut edge) = (Self::default(), TileEdge::new());
        let mut rest = entries;
        for step in steps {
            let (now, later) = rest.split_at(usize::try_from(*step).unwrap());
            rest = later;
            for file in edge.append(now).unwrap() {
                ledger.files.insert(file.path.to_string(), file.bytes);
            }
            ledger.leaves.extend(now.iter().map(|entry| leaf_hash(entry)));
        }
        ledger.files.insert("checkpoint".to_owned(), ledger.checkpoint(edge.size()));
        ledger
    }

    /// The cosigned checkpoint of a size.
    pub(crate) fn checkpoint(&self, size: u64) -> Vec<u8> {
        signed(size, root(&self.leaves[..usize::try_from(size).unwrap()]))
    }

    pub(crate) fn inclusion(&self, index: u64) -> Vec<Hash> {
        inclusion_proof(&LeafRow(&self.leaves), index, self.leaves.len() as u64).unwrap()
    }
}

/// Any checkpoint, signed and cosigned.
pub(crate) fn signed(size: u64, root: Hash) -> Vec<u8> {
    let mut note = Checkpoint::new(ORIGIN, size, root).unwrap().sign(&log()).unwrap();
    let request = AddCheckpoint::new(0, Vec::new(), &note.to_bytes()).unwrap();
    for number in [1, 2] {
        let pending = decide(&[log().verifier_key().clone()], None, &request).unwrap();
        let Ok(persisted) = pending.persist(|_, _| Ok::<(), Infallible>(()));
        note.add(persisted.cosign(&witness(number), 1_795_000_000).unwrap()).unwrap();
    }
    note.to_bytes()
}

impl Source for Ledger {
    fn get(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError> {
        Ok(self.files.get(path).cloned())
    }
}
