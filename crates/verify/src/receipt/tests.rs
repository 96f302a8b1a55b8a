//! Receipts that hold, and receipts that do not.

use super::{ReceiptError, ReceiptReport, TallyReport, verify};
use crate::fixtures::{Ledger, ORIGIN, SALT, SECOND_SALT, entry, event, policy, policy_with};
use proptest::prelude::*;
use tlog::TlogProof;
use tlog::receipt::{Located, TallyOpening, make_inclusion, make_opening};

fn ledger() -> Ledger {
    Ledger::grown(&[30])
}

/// An inclusion receipt for entry 0, with its tally at 9 where asked for.
fn inclusion(with_tally: bool) -> TlogProof {
    let ledger = ledger();
    let (first, tally) = (entry(0), entry(9));
    let (proof, tally_proof) = (ledger.inclusion(0), ledger.inclusion(9));
    let tally = Located { entry: &tally, index: 9, proof: &tally_proof };
    let tally = with_tally.then_some(TallyOpening { salt: &SECOND_SALT, tally });
    make_inclusion(Located { entry: &first, index: 0, proof: &proof }, &ledger.checkpoint(30), tally).unwrap()
}

fn opening(index: u64) -> TlogProof {
    let ledger = ledger();
    let (entry, proof) = (entry(index), ledger.inclusion(index));
    let located = Located { entry: &entry, index, proof: &proof };
    make_opening(located, &ledger.checkpoint(30), &SALT, event(index).as_bytes()).unwrap()
}

fn check(proof: &TlogProof) -> Result<ReceiptReport, ReceiptError> {
    verify(&proof.to_bytes(), &policy())
}

/// The same proof with other extra data.
fn with_extra(proof: &TlogProof, from: &str, to: &str) -> TlogProof {
    let extra = String::from_utf8(proof.extra().unwrap().to_vec()).unwrap();
    assert!(extra.contains(from), "{extra}");
    let extra = Some(extra.replacen(from, to, 1).into_bytes());
    TlogProof::new(extra, proof.index(), proof.hashes().to_vec(), proof.checkpoint().to_vec()).unwrap()
}

#[test]
fn an_inclusion_receipt_proves_that_and_says_what_it_does_not() {
    let report = check(&inclusion(false)).unwrap();
    assert_eq!((report.origin.as_str(), report.index, report.size), (ORIGIN, 0, 30));
    assert_eq!((&report.event, &report.tally, report.cosignatures.len()), (&None, &TallyReport::Absent, 2));
    let (proved, not) = (report.proved.join("\n"), report.not_proved.join("\n"));
    assert!(proved.contains("number 0 of the 30 entries that the ledger candour.example/demo"));
    assert!(proved.contains("witness-1.example, witness-2.example"));
    assert!(not.contains("not what.") && not.contains("names no tally"), "{not}");
}

#[test]
fn a_receipt_with_its_tally_proves_the_class() {
    let report = check(&inclusion(true)).unwrap();
    assert!(matches!(report.tally, TallyReport::Proved { index: 9, .. }));
    assert!(report.proved.join("\n").contains("in the figures of 2026-H2 as \"notice-sent\""));
}

#[test]
fn a_full_opening_proves_the_event() {
    let report = check(&opening(4)).unwrap();
    assert_eq!(report.event, Some(event(4)));
    assert!(report.proved.join("\n").contains("exactly the one"));
    assert!(!report.not_proved.join("\n").contains("What happened is not shown"));
}

#[test]
fn another_event_or_salt_does_not_open_the_entry() {
    let wrong = with_extra(&opening(4), "\\\"position\\\":4", "\\\"position\\\":5");
    assert!(matches!(check(&wrong), Err(ReceiptError::WrongEvent)));
    let wrong = with_extra(&opening(4), "\"salt\":\"Bw", "\"salt\":\"Cw");
    assert!(matches!(check(&wrong), Err(ReceiptError::WrongEvent)));
    let wrong = with_extra(&opening(4), "\"salt\"", "\"pepper\"");
    assert!(matches!(check(&wrong), Err(ReceiptError::Extra)));
}

#[test]
fn another_entry_does_not_lead_to_the_root() {
    let text = |index| String::from_utf8(entry(index)).unwrap().replace('"', "\\\"");
    let wrong = with_extra(&opening(4), &text(4), &text(5));
    assert!(matches!(check(&wrong), Err(ReceiptError::Proof(_))));
    let act = with_extra(&opening(4), &text(4), "{\\\"act\\\":\\\"ledger-started\\\",\\\"v\\\":1}");
    assert!(matches!(check(&act), Err(ReceiptError::NotACommitment)));
    let no_entry = with_extra(&opening(4), &text(4), "hello");
    assert!(matches!(check(&no_entry), Err(ReceiptError::Entry(_))));
}

#[test]
fn a_tally_must_be_in_the_tree_and_of_this_entry() {
    let wrong = |from: &str, to: &str| check(&with_extra(&inclusion(true), from, to)).unwrap_err();
    assert!(matches!(wrong("\"index\":9", "\"index\":19"), ReceiptError::WrongTally { index: 19 }));
    assert!(matches!(wrong("notice-sent", "other"), ReceiptError::WrongTally { index: 9 }));
    assert!(matches!(wrong("\"salt\":\"CA", "\"salt\":\"DA"), ReceiptError::WrongTally { index: 9 }));
    assert!(matches!(wrong("\"proof\":[", "\"proof\":[\"\","), ReceiptError::WrongTally { index: 9 }));
    let without = with_extra(&inclusion(true), "\"proof\":[", "\"was\":[");
    assert!(matches!(check(&without), Err(ReceiptError::WrongTally { .. })));
}

#[test]
fn a_tally_that_is_only_named_is_reported_as_not_proved() {
    let tally = ",\"tally\":{\"index\":9,\"salt\":\"CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg\"}}";
    let proof = inclusion(false);
    let extra = String::from_utf8(proof.extra().unwrap().to_vec()).unwrap();
    let named = with_extra(&proof, &extra, &format!("{}{tally}", extra.strip_suffix('}').unwrap()));
    let report = check(&named).unwrap();
    assert_eq!(report.tally, TallyReport::Claimed { index: 9 });
    assert!(
        report
            .not_proved
            .join("\n")
            .contains("entry number 9 counts it, which only the ledger itself can show")
    );
}

#[test]
fn without_witnesses_the_receipt_says_so() {
    let ledger = ledger();
    let (first, proof) = (entry(0), ledger.inclusion(0));
    let text = String::from_utf8(ledger.checkpoint(30)).unwrap();
    let alone: String = text.lines().take(5).map(|line| format!("{line}\n")).collect();
    let located = Located { entry: &first, index: 0, proof: &proof };
    let bytes = make_inclusion(located, alone.as_bytes(), None).unwrap().to_bytes();
    assert!(matches!(verify(&bytes, &policy()), Err(ReceiptError::Proof(_))));
    let report = verify(&bytes, &policy_with("quorum none")).unwrap();
    assert!(report.not_proved[0].starts_with("Nobody but the ledger itself has signed"));
    assert!(!report.proved.join(" ").contains("itnesses"));
}

#[test]
fn a_proof_without_extra_data_is_no_receipt() {
    let proof = opening(4);
    let bare = TlogProof::new(None, 4, proof.hashes().to_vec(), proof.checkpoint().to_vec()).unwrap();
    assert!(matches!(check(&bare), Err(ReceiptError::Extra)));
    assert!(matches!(verify(b"hello", &policy()), Err(ReceiptError::Malformed(_))));
}

#[test]
fn every_flipped_byte_below_the_extra_data_is_noticed() {
    let good = opening(4).to_bytes();
    for at in 0..good.len() {
        let mut wrong = good.clone();
        wrong[at] ^= 1;
        assert!(verify(&wrong, &policy()).is_err(), "byte {at}");
    }
}

proptest! {
    #[test]
    fn arbitrary_extra_data_never_panics(extra in prop::collection::vec(any::<u8>(), 0..200), cut in 0usize..400) {
        let proof = opening(4);
        let (hashes, checkpoint) = (proof.hashes().to_vec(), proof.checkpoint().to_vec());
        let damaged = TlogProof::new(Some(extra), 4, hashes, checkpoint).unwrap();
        prop_assert!(check(&damaged).is_err());
        let mut bytes = proof.to_bytes();
        bytes.truncate(cut);
        prop_assert!(verify(&bytes, &policy()).is_err());
    }
}
