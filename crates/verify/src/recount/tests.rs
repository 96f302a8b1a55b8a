//! Half-years in order, tampered ones, and what a script that shares no code with us says of them.

use super::{RecountError, derive_sample, recount};
use crate::fixtures::{Ledger, policy};
use std::io::Write as _;
use std::process::{Command, Stdio};
use tlog::entry::{Act, ActKind, Class, Entry, Period, tally_leaf};
use tlog::sample;

const R: [u8; 32] = [0x42; 32];

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn act(kind: ActKind, digest: [u8; 32], of: &str) -> Entry {
    Entry::Act(Act::new(kind, Some(digest), Some(period(of))).unwrap())
}

/// A half-year: its commitments and, after them, their tallies in order.
fn half(of: &str, first: u32, classes: &[(Class, u32)]) -> (Vec<Entry>, Vec<Entry>) {
    let mut number = first;
    let (mut commitments, mut tallies) = (Vec::new(), Vec::new());
    for (class, count) in classes {
        for _ in 0..*count {
            let mut c = [0; 32];
            c[..4].copy_from_slice(&number.to_be_bytes());
            number += 1;
            commitments.push(Entry::Commitment { c });
            tallies.push((tally_leaf(&[9; 32], &c), *class));
        }
    }
    tallies.sort_unstable();
    let tally = |(l, class)| Entry::Tally { class, l, period: period(of) };
    (commitments, tallies.into_iter().map(tally).collect())
}

/// Two half-years, with the sample of the second.
fn entries() -> Vec<Entry> {
    let (before, their_tallies) = half("2026-H1", 0, &[(Class::AdviceGiven, 9)]);
    let classes = [
        (Class::AdviceGiven, 120),
        (Class::DisclosureRefused, 110),
        (Class::CaseRead, 40),
        (Class::NoticeSent, 8),
        (Class::Other, 11),
    ];
    let (during, tallies) = half("2026-H2", 1_000, &classes);
    let mut all =
        vec![before, their_tallies, vec![act(ActKind::SampleCommitted, sample::commitment(&R), "2026-H2")]];
    all.extend([during, tallies, half("2027-H1", 5_000, &[(Class::CaseRead, 3)]).0]);
    all.push(vec![act(ActKind::SampleRevealed, R, "2026-H2")]);
    all.concat()
}

fn ledger(entries: &[Entry]) -> Ledger {
    let bytes: Vec<Vec<u8>> = entries.iter().map(Entry::to_bytes).collect();
    Ledger::of(&bytes, &[bytes.len() as u64])
}

fn fault(tamper: impl FnOnce(&mut Vec<Entry>)) -> RecountError {
    let mut changed = entries();
    tamper(&mut changed);
    derive_sample(&ledger(&changed), &policy(), period("2026-H2"), &mut |_| {}).unwrap_err()
}

fn place(entries: &[Entry], wanted: impl Fn(&Entry) -> bool) -> usize {
    entries.iter().position(wanted).unwrap()
}

fn is_tally(entry: &Entry) -> bool {
    matches!(entry, Entry::Tally { period: of, .. } if *of == period("2026-H2"))
}

fn is_commitment(entry: &Entry) -> bool {
    matches!(entry, Entry::Commitment { .. })
}

#[test]
fn a_period_is_counted_by_class_and_held_against_what_was_published() {
    let report = recount(&ledger(&entries()), &policy(), period("2026-H2"), &mut |_| {}).unwrap();
    assert_eq!(report.commitments, 289);
    assert_eq!(report.totals.values().sum::<u64>(), 289);
    let mut published = report.totals.iter().map(|(class, n)| (class.to_string(), *n)).collect();
    assert_eq!(report.against(&published), []);
    published.insert("care-offered".to_owned(), 3);
    published.remove("case-read");
    let wrong: Vec<_> =
        report.against(&published).into_iter().map(|d| (d.class, d.published, d.counted)).collect();
    assert_eq!(wrong, [("care-offered".to_owned(), 3, 0), ("case-read".to_owned(), 0, 40)]);
    let first = recount(&ledger(&entries()), &policy(), period("2026-H1"), &mut |_| {}).unwrap();
    assert_eq!((first.commitments, first.totals), (9, [(Class::AdviceGiven, 9)].into()));
}

#[test]
fn every_disorder_is_named() {
    let tally = place(&entries(), is_tally);
    assert!(matches!(fault(|e| e.swap(tally, tally + 1)), RecountError::Unordered { .. }));
    assert!(matches!(
        fault(|e| {
            let _ = e.remove(tally);
        }),
        RecountError::Unequal { commitments: 289, tallies: 288, .. }
    ));
    assert!(matches!(
        fault(|e| {
            let _ = e.remove(place(e, is_commitment));
        }),
        RecountError::Unequal { .. }
    ));
    let small = fault(|e| {
        let notice = place(e, |one| matches!(one, Entry::Tally { class: Class::NoticeSent, .. }));
        let Entry::Tally { class, .. } = &mut e[notice] else { unreachable!() };
        *class = Class::Other;
    });
    assert!(matches!(small, RecountError::SmallClass { class: Class::NoticeSent, count: 7, .. }));
    let act = |kind| move |e: &Entry| matches!(e, Entry::Act(act) if act.kind() == kind);
    assert!(matches!(
        fault(|e| {
            let _ = e.pop();
        }),
        RecountError::NotDrawn { missing: "revealed", .. }
    ));
    let late = fault(|e| {
        let commit = e.remove(place(e, act(ActKind::SampleCommitted)));
        e.push(commit);
    });
    assert!(matches!(late, RecountError::OutOfTurn { .. }));
    let other =
        fault(|e| *e.last_mut().unwrap() = super::tests::act(ActKind::SampleRevealed, [1; 32], "2026-H2"));
    assert!(matches!(other, RecountError::NotCommitted { .. }));
    let unknown = recount(&ledger(&entries()), &policy(), period("2025-H2"), &mut |_| {});
    assert!(matches!(unknown, Err(RecountError::NotTallied { .. })));
}

#[test]
fn a_script_written_from_the_formats_alone_agrees() {
    let ledger = ledger(&entries());
    let wanted = period("2026-H2");
    let sample = derive_sample(&ledger, &policy(), wanted, &mut |_| {}).unwrap();
    let report = recount(&ledger, &policy(), wanted, &mut |_| {}).unwrap();
    let text: String = entries().iter().map(|e| String::from_utf8(e.to_bytes()).unwrap() + "\n").collect();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/recount.py");
    let mut python = Command::new("python3")
        .args([script, "2026-H2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let theirs: serde_json::Value =
        serde_json::from_slice(&python.wait_with_output().unwrap().stdout).unwrap();
    let totals: serde_json::Map<_, _> =
        report.totals.iter().map(|(class, count)| (class.to_string(), (*count).into())).collect();
    assert_eq!(theirs["totals"], serde_json::Value::Object(totals));
    assert_eq!(theirs["commitments"], report.commitments);
    assert_eq!(theirs["root"], sample.root.to_string());
    let taken: Vec<u64> = sample.taken.iter().map(|(index, _)| *index).collect();
    assert_eq!(taken.len(), 25);
    assert_eq!(theirs["sample"], serde_json::json!(taken));
}
