//! No parser of outside bytes panics, and what parses is written back as it was.

use crate::checkpoint::Checkpoint;
use crate::fixtures::{cosigned, entry, inclusion, policy_text};
use crate::key::VerifierKey;
use crate::note::{Note, parse_signature_lines};
use crate::tile::{TilePath, parse_bundle, parse_hashes};
use crate::witness::{AddCheckpoint, LogState, parse_conflict, parse_response};
use crate::{Entry, Policy, TlogProof, canonical};
use proptest::prelude::*;

/// Everything that reads outside bytes, over the same bytes.
fn read_all(bytes: &[u8]) {
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.to_bytes(), bytes);
        let _ = Checkpoint::parse(note.text()).map(|checkpoint| assert_eq!(checkpoint.text(), note.text()));
    }
    if let Ok(proof) = TlogProof::parse(bytes) {
        assert_eq!(proof.to_bytes(), bytes);
    }
    if let Ok(request) = AddCheckpoint::parse(bytes) {
        assert_eq!(request.to_bytes(), bytes);
    }
    if let Ok(value) = canonical::parse(bytes) {
        assert_eq!(value.to_canonical().as_bytes(), bytes);
    }
    if let Ok(Some(entry)) = Entry::parse(bytes) {
        assert_eq!(entry.to_bytes(), bytes);
    }
    let _ = Policy::parse(bytes);
    let _ = parse_response(bytes);
    let _ = parse_conflict(bytes);
    let _ = parse_hashes(bytes, 3);
    for width in [1, 2, 256] {
        let _ = parse_bundle(bytes, width);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = parse_signature_lines(text);
        let _ = LogState::parse(text).map(|state| assert_eq!(state.to_text(), text));
        let _ = VerifierKey::parse(text).map(|key| assert_eq!(key.to_string(), text));
        let _ = TilePath::parse(text).map(|path| assert_eq!(path.to_string(), text));
    }
}

/// Valid examples to be damaged: damage to something valid reaches further than chance.
fn examples() -> Vec<Vec<u8>> {
    let note = cosigned(5, &[1, 2]).to_bytes();
    let proof = TlogProof::new(Some(b"{}".to_vec()), 3, inclusion(3, 5), note.clone()).unwrap();
    let request = AddCheckpoint::new(0, inclusion(3, 5), &note).unwrap();
    vec![
        note,
        proof.to_bytes(),
        request.to_bytes(),
        policy_text("group most 2 one two three\nquorum most").into_bytes(),
        entry(0),
        br#"{"act":"sample-committed","digest":"00","period":"2026-H2","v":1}"#.to_vec(),
        b"tile/0/x001/x234/067.p/8".to_vec(),
        crate::fixtures::witness(1).verifier_key().to_string().into_bytes(),
    ]
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read_all(&bytes);
    }

    #[test]
    fn arbitrary_text_never_panics(text in "[ -~\n\u{2014}éA\"{}:,\\\\]{0,300}") {
        read_all(text.as_bytes());
    }

    #[test]
    fn damaged_examples_never_panic(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let examples = examples();
        let mut bytes = which.get(&examples).clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        read_all(&bytes);
    }
}

#[test]
fn the_examples_themselves_are_read() {
    for bytes in examples() {
        read_all(&bytes);
    }
    let deep = "[".repeat(100_000);
    assert!(canonical::parse(deep.as_bytes()).is_err());
}
