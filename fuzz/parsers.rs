//! Each parser of the ledger's outside bytes, with what has to hold whatever it is given: no panic, and what is accepted
//! is written again as exactly the bytes that were read. The fuzz targets and `crates/verify/tests/outside_bytes.rs`
//! share this file, so that what is fuzzed for hours is what every test run samples.

use tlog::policy::Policy;
use tlog::tile::{TilePath, parse_bundle, parse_hashes, push_entry};
use tlog::witness::{AddCheckpoint, LogState};
use tlog::{Checkpoint, Entry, Note, TlogProof, VerifierKey};

/// The quorum that receipts are held against.
const POLICY: &[u8] = include_bytes!("../crates/tlog/testdata/policy");

/// A parser: says whether it accepted.
pub type Parser = fn(&[u8]) -> bool;

/// All of them, by the names of their fuzz targets.
pub const ALL: [(&str, Parser); 9] = [
    ("checkpoint", checkpoint),
    ("note", note),
    ("proof", proof),
    ("tile", tile),
    ("entry", entry),
    ("policy", policy),
    ("vkey", vkey),
    ("receipt", receipt),
    ("request", request),
];

/// A checkpoint, and what a policy makes of it.
pub fn checkpoint(bytes: &[u8]) -> bool {
    let Ok((note, checkpoint)) = Checkpoint::parse_unverified(bytes) else { return false };
    assert_eq!(note.to_bytes(), bytes);
    assert_eq!(checkpoint.text(), note.text());
    let _ = Policy::parse(POLICY).map(|policy| policy.assess(bytes));
    true
}

/// A signed note.
pub fn note(bytes: &[u8]) -> bool {
    let Ok(note) = Note::parse(bytes) else { return false };
    assert_eq!(note.to_bytes(), bytes);
    true
}

/// A proof file.
pub fn proof(bytes: &[u8]) -> bool {
    let Ok(proof) = TlogProof::parse(bytes) else { return false };
    assert_eq!(proof.to_bytes(), bytes);
    true
}

/// The first byte chooses the width; the rest is read as a tile of hashes, as a bundle, and as the path of a tile.
pub fn tile(bytes: &[u8]) -> bool {
    let Some((width, rest)) = bytes.split_first() else { return false };
    let width = u16::from(*width) + 1;
    let mut accepted = false;
    if let Some(hashes) = parse_hashes(rest, width) {
        let again: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
        assert_eq!(again, rest);
        accepted = true;
    }
    if let Ok(entries) = parse_bundle(rest, width) {
        let mut again = Vec::new();
        assert!(entries.iter().all(|entry| push_entry(&mut again, entry).is_some()));
        assert_eq!(again, rest);
        accepted = true;
    }
    if let Some(path) = std::str::from_utf8(rest).ok().and_then(TilePath::parse) {
        assert_eq!(path.to_string().as_bytes(), rest);
        accepted = true;
    }
    accepted
}

/// An entry of the ledger; forms that are not known are accepted and have no bytes of their own.
pub fn entry(bytes: &[u8]) -> bool {
    match Entry::parse(bytes) {
        Ok(Some(entry)) => assert_eq!(entry.to_bytes(), bytes),
        Ok(None) => {}
        Err(_) => return false,
    }
    let value = tlog::canonical::parse(bytes).expect("an accepted entry is canonical");
    assert_eq!(value.to_canonical().as_bytes(), bytes);
    true
}

/// A quorum policy. It has blanks and comments, and so no one spelling; what it means has bounds.
pub fn policy(bytes: &[u8]) -> bool {
    let Ok(policy) = Policy::parse(bytes) else { return false };
    assert!(policy.fewest_cosigners() <= policy.witnesses().len());
    assert_eq!(policy.fewest_cosigners() == 0, policy.is_without_quorum());
    true
}

/// A verifier key.
pub fn vkey(bytes: &[u8]) -> bool {
    let Some(key) = std::str::from_utf8(bytes).ok().and_then(|text| VerifierKey::parse(text).ok()) else {
        return false;
    };
    assert_eq!(key.to_string().as_bytes(), bytes);
    true
}

/// A receipt, held against a fixed policy.
pub fn receipt(bytes: &[u8]) -> bool {
    let policy = Policy::parse(POLICY).expect("the policy of the test data is in order");
    let Ok(report) = verify::receipt::verify(bytes, &policy) else { return false };
    assert!(report.index < report.size && !report.proved.is_empty());
    proof(bytes)
}

/// What a log asks of a witness, and what a witness records.
pub fn request(bytes: &[u8]) -> bool {
    if let Some(state) = std::str::from_utf8(bytes).ok().and_then(|text| LogState::parse(text).ok()) {
        assert_eq!(state.to_text().as_bytes(), bytes);
        return true;
    }
    let Ok(request) = AddCheckpoint::parse(bytes) else { return false };
    assert_eq!(request.to_bytes(), bytes);
    true
}
