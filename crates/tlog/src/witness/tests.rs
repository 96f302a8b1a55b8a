//! The witness's answers, one by one, and over long runs.

use super::*;
use crate::Checkpoint;
use crate::fixtures::{ORIGIN, TIME, leaves, log, name, policy, signed, witness};
use crate::key::{LogSigner, VerifierKey};
use crate::merkle::{Hash, LeafRow, consistency_proof, root};
use proptest::prelude::*;
use std::convert::Infallible;

fn keys() -> Vec<VerifierKey> {
    vec![log().verifier_key().clone()]
}

fn state(size: u64) -> LogState {
    LogState::new(ORIGIN, size, root(&leaves(size))).unwrap()
}

fn request(old: u64, new: u64) -> AddCheckpoint {
    let proof = consistency_proof(&LeafRow(&leaves(new)), old.min(new), new).unwrap();
    AddCheckpoint::new(old, proof, &signed(new).to_bytes()).unwrap()
}

fn refusal(known: Option<&LogState>, request: &AddCheckpoint) -> Refusal {
    decide(&keys(), known, request).unwrap_err()
}

#[test]
fn a_consistent_checkpoint_is_recorded_and_then_cosigned() {
    let known = state(3);
    let pending = decide(&keys(), Some(&known), &request(3, 8)).unwrap();
    assert_eq!((pending.expected(), pending.new_state()), (Some(&known), &state(8)));
    let mut recorded = Some(known);
    let Ok(persisted) = pending.persist(|expected, new| {
        assert_eq!(expected, recorded.as_ref());
        recorded = Some(new.clone());
        Ok::<(), Infallible>(())
    });
    assert_eq!(recorded, Some(state(8)));
    let line = persisted.cosign(&witness(1), TIME).unwrap();
    assert_eq!(witness(1).verifier_key().verify(signed(8).text(), &line), Ok(Some(TIME)));
    let answer = parse_response(format_response(std::slice::from_ref(&line)).as_bytes()).unwrap();
    assert_eq!(policy().usable_cosignatures(&signed(8), answer), [line]);
    assert!(persisted.cosign(&witness(1), 0).is_none());
    assert!(persisted.cosign(&witness(1), u64::MAX).is_none());
}

#[test]
fn what_cannot_be_recorded_is_not_cosigned() {
    let pending = decide(&keys(), None, &request(0, 8)).unwrap();
    assert_eq!(
        pending.persist(|_, _| Err("another request was first")).unwrap_err(),
        "another request was first"
    );
}

#[test]
fn an_unknown_origin_is_404() {
    let stranger = LogSigner::from_seed(name("elsewhere.example"), &[5; 32]);
    let note = Checkpoint::new("elsewhere.example", 1, leaves(1)[0]).unwrap().sign(&stranger).unwrap();
    let request = AddCheckpoint::new(0, Vec::new(), &note.to_bytes()).unwrap();
    assert_eq!(refusal(None, &request).status(), 404);
}

#[test]
fn a_checkpoint_without_a_good_signature_of_the_log_is_403() {
    let impostor = LogSigner::from_seed(name(ORIGIN), &[5; 32]);
    let checkpoint = Checkpoint::parse(signed(4).text()).unwrap();
    let note = checkpoint.sign(&impostor).unwrap().to_bytes();
    assert_eq!(refusal(None, &AddCheckpoint::new(0, Vec::new(), &note).unwrap()).status(), 403);
    // The right key's signature over another tree.
    let mut note = checkpoint.sign(&impostor).unwrap();
    note.add(signed(3).signatures()[0].clone()).unwrap();
    let request = AddCheckpoint::new(0, Vec::new(), &note.to_bytes()).unwrap();
    assert_eq!(refusal(None, &request).status(), 403);
}

#[test]
fn an_old_size_above_the_checkpoint_is_400() {
    assert_eq!(refusal(Some(&state(9)), &request(9, 8)).status(), 400);
}

#[test]
fn another_old_size_is_409_with_the_recorded_size() {
    for (known, old) in [(Some(state(5)), 3), (Some(state(5)), 0), (None, 3), (Some(state(9)), 3)] {
        let refusal = refusal(known.as_ref(), &request(old, 8));
        assert_eq!(refusal.status(), 409);
        assert_eq!(parse_conflict(refusal.body().as_bytes()), Some(known.map_or(0, |known| known.size())));
    }
}

#[test]
fn the_same_size_with_another_root_is_409_and_with_the_same_root_is_cosigned_again() {
    let forked = LogState::new(ORIGIN, 8, root(&leaves(7))).unwrap();
    assert_eq!(refusal(Some(&forked), &request(8, 8)), Refusal::Conflict { size: 8 });
    assert!(decide(&keys(), Some(&state(8)), &request(8, 8)).is_ok());
    let empty = signed(0).to_bytes();
    assert!(decide(&keys(), None, &AddCheckpoint::new(0, Vec::new(), &empty).unwrap()).is_ok());
}

#[test]
fn a_proof_that_does_not_hold_is_422() {
    let note = signed(8).to_bytes();
    let with = |old, proof: Vec<Hash>| AddCheckpoint::new(old, proof, &note).unwrap();
    let mut proof = request(3, 8).proof().to_vec();
    assert_eq!(refusal(Some(&state(3)), &with(3, Vec::new())).status(), 422);
    proof.swap(0, 1);
    assert_eq!(refusal(Some(&state(3)), &with(3, proof)).status(), 422);
    // From nothing, and to the same size, the proof must be empty.
    assert_eq!(refusal(None, &with(0, leaves(1))).status(), 422);
    assert_eq!(refusal(Some(&state(8)), &with(8, leaves(1))).status(), 422);
    // A fork: the recorded tree is not a part of the new one.
    let forked = LogState::new(ORIGIN, 3, root(&leaves(4))).unwrap();
    assert_eq!(refusal(Some(&forked), &request(3, 8)).status(), 422);
}

#[test]
fn the_state_of_another_log_is_never_used() {
    let other = LogState::new("elsewhere.example", 3, root(&leaves(3))).unwrap();
    assert_eq!(refusal(Some(&other), &request(3, 8)), Refusal::WrongState);
}

#[test]
fn a_request_reads_back_and_malformed_ones_are_refused() {
    let body = request(3, 8).to_bytes();
    assert_eq!(AddCheckpoint::parse(&body).unwrap(), request(3, 8));
    let text = String::from_utf8(body).unwrap();
    let check =
        |text: &str, expected: RequestError| assert_eq!(AddCheckpoint::parse(text.as_bytes()), Err(expected));
    check(&text.replacen("old 3", "old 03", 1), RequestError::OldSize);
    check(&text.replacen("old 3", "new 3", 1), RequestError::OldSize);
    check("old 3\n", RequestError::NoCheckpoint);
    check(&text.replacen("old 3\n", "old 3\nAAAA\n", 1), RequestError::BadHash { number: 1 });
    let line = format!("{}\n", leaves(1)[0]);
    let many =
        |count: usize| format!("old 3\n{}\n{}", line.repeat(count), text.split_once("\n\n").unwrap().1);
    assert!(AddCheckpoint::parse(many(63).as_bytes()).is_ok());
    check(&many(64), RequestError::BadHash { number: 64 });
    check(&"x".repeat(MAX_REQUEST_BYTES + 1), RequestError::TooLong);
}

#[test]
fn a_recorded_state_reads_back() {
    assert_eq!(LogState::parse(&state(8).to_text()), Ok(state(8)));
    assert!(LogState::parse(&format!("{}more\n", state(8).to_text())).is_err());
}

proptest! {
    /// Whatever is asked, recorded sizes never shrink, and every recorded tree continues the one before.
    #[test]
    fn a_witness_never_goes_back(asked in prop::collection::vec((0u64..40, 0u64..40, any::<bool>()), 1..40)) {
        let mut recorded: Option<LogState> = None;
        for (old, new, honest) in asked {
            let old = if honest { recorded.as_ref().map_or(0, LogState::size) } else { old };
            let Ok(pending) = decide(&keys(), recorded.as_ref(), &request(old, new)) else { continue };
            prop_assert!(pending.new_state().size() >= recorded.as_ref().map_or(0, LogState::size));
            prop_assert_eq!(pending.new_state(), &state(new));
            recorded = Some(pending.new_state().clone());
        }
    }
}
