//! Weekly batches in order, and every way in which one is not.

use super::{BATCH_MIN, Counter, PromisesError, Report};
use proptest::prelude::*;
use tlog::entry::{Entry, PromiseId, Read, VoidReason, Week};

fn week(text: &str) -> Week {
    Week::parse(text).unwrap()
}

fn id(number: u8) -> PromiseId {
    PromiseId::from_bytes([number; 16])
}

/// A batch with as many decoys as are owed beside these entries, in the order of tags. Decoys have tags from `first`.
fn batch(now: Week, first: u8, own: &[Entry]) -> Vec<Entry> {
    let mut entries = own.to_vec();
    for number in first..first + 16 {
        entries.push(Entry::Promise { promise: id(number), until: now.next(), week: now });
        entries.push(Entry::Kept { promise: id(number), week: now });
    }
    entries.sort_by_key(|entry| match entry {
        Entry::Promise { promise, .. } => (*promise, 0),
        Entry::Moved { promise, .. } => (*promise, 1),
        Entry::Kept { promise, .. } | Entry::Void { promise, .. } => (*promise, 2),
        _ => unreachable!(),
    });
    entries
}

fn count(entries: &[Entry], on: Option<&str>) -> Result<Report, PromisesError> {
    let mut counter = Counter::new(on.map(week));
    for (index, entry) in (0..).zip(entries) {
        counter.entry(index, &Read::Known(entry.clone()))?;
    }
    counter.finish(entries.len() as u64)
}

fn three_weeks() -> Vec<Entry> {
    let (one, two, three) = (week("2026-W52"), week("2026-W53"), week("2027-W01"));
    let open = |number, until| Entry::Promise { promise: id(number), until, week: one };
    let kept = |number, week| Entry::Kept { promise: id(number), week };
    [
        batch(
            one,
            100,
            &[open(1, one), open(2, two), open(3, two), open(4, two), open(5, one), open(6, three)],
        ),
        batch(
            two,
            120,
            &[
                kept(1, two),
                kept(2, two),
                Entry::Moved { promise: id(3), until: three, week: two },
                Entry::Void { promise: id(4), week: two, why: VoidReason::Died },
            ],
        ),
        batch(three, 140, &[kept(3, three)]),
    ]
    .concat()
}

#[test]
fn promises_are_kept_late_open_or_broken_by_their_weeks() {
    let report = count(&three_weeks(), None).unwrap();
    assert_eq!(report.on, week("2027-W02"));
    assert_eq!((report.opened, report.kept, report.kept_late), (54, 50, 1));
    assert_eq!(report.void, [(VoidReason::Died, 1)].into());
    let tags = |list: &[super::Standing]| list.iter().map(|one| one.promise).collect::<Vec<_>>();
    assert_eq!(tags(&report.broken), [id(5), id(6)]);
    assert!(report.open.is_empty());
    let middle = &report.weeks[1];
    assert_eq!((middle.opened, middle.kept, middle.kept_late, middle.moved, middle.void), (16, 18, 1, 1, 1));
    assert_eq!((middle.open_after, middle.broken_after), (2, 1));
}

#[test]
fn on_an_earlier_week_later_batches_are_not_known_yet() {
    let report = count(&three_weeks(), Some("2026-W53")).unwrap();
    assert_eq!((report.kept, report.kept_late, report.weeks.len()), (33, 1, 2));
    assert_eq!(report.open.len(), 2);
    // What is due in the week itself can still be kept.
    let first = count(&three_weeks(), Some("2026-W52")).unwrap();
    assert_eq!((first.open.len(), first.broken.len()), (6, 0));
}

#[test]
fn a_batch_that_is_not_in_order_is_refused() {
    let good = three_weeks();
    let message = |tamper: &dyn Fn(&mut Vec<Entry>)| {
        let mut entries = good.clone();
        tamper(&mut entries);
        count(&entries, None).unwrap_err().to_string()
    };
    assert_eq!(message(&|e| e.swap(0, 1)), "entry 1 is not in its place in the batch of 2026-W52");
    assert_eq!(
        message(&|e| e.insert(3, Entry::Commitment { c: [0; 32] })),
        "entry 4 is not in its place in the batch of 2026-W52"
    );
    assert_eq!(message(&|e| e.insert(1, e[0].clone())), "entry 1 opens a promise that was opened before");
    let again = Entry::Kept { promise: id(200), week: week("2026-W52") };
    assert_eq!(
        message(&|e| e.push(again.clone())),
        format!(
            "entry {} is of 2026-W52, and a batch of a later week, or its own, ended before it",
            good.len()
        )
    );
    let unknown = Entry::Kept { promise: id(0), week: week("2026-W53") };
    let start =
        good.iter().position(|e| matches!(e, Entry::Kept { week: w, .. } if *w == week("2026-W53"))).unwrap();
    assert_eq!(
        message(&|e| e.insert(start, unknown.clone())),
        format!("entry {start} is about a promise that does not stand")
    );
    let thin = message(&|e| e.truncate(e.len() - 2));
    let owed = format!("and at least {BATCH_MIN} of each are owed");
    assert_eq!(thin, format!("the batch of 2027-W01 has 15 promises and 16 keepings, {owed}"));
}

proptest! {
    #[test]
    fn every_promise_is_counted_once(fates in prop::collection::vec(0u8..4, 0..60)) {
        let one = week("2026-W10");
        let own: Vec<Entry> = (0u8..).zip(&fates).flat_map(|(number, fate)| {
            let open = Entry::Promise { promise: id(number), until: one, week: one };
            let end = match fate {
                0 => None,
                1 => Some(Entry::Kept { promise: id(number), week: one }),
                2 => Some(Entry::Void { promise: id(number), week: one, why: VoidReason::Held }),
                _ => Some(Entry::Moved { promise: id(number), until: one.plus(9), week: one }),
            };
            [Some(open), end].into_iter().flatten()
        }).collect();
        let report = count(&batch(one, 100, &own), None).unwrap();
        let number = |wanted| fates.iter().filter(|fate| **fate == wanted).count();
        prop_assert_eq!(report.broken.len(), number(0));
        prop_assert_eq!(report.kept, number(1) as u64 + 16);
        prop_assert_eq!(report.void.values().sum::<u64>(), number(2) as u64);
        prop_assert_eq!(report.open.len(), number(3));
        prop_assert_eq!(report.opened, fates.len() as u64 + 16);
    }
}
