//! What a batch owes, and what whoever reads it cannot learn (G8).

use super::{BATCH_MIN, Batch, compose};
use crate::ports::{Entropy, PromiseActRow, PromiseChange, StandingRow};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicU64, Ordering},
};
use tlog::entry::{Entry, PromiseId, Week};

/// Chance that repeats: SHA-256 of a seed and a counter.
struct Seeded(u64, AtomicU64);

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let drawn = self.1.fetch_add(1, Ordering::Relaxed);
            let digest = Sha256::digest([self.0.to_be_bytes(), drawn.to_be_bytes()].concat());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}

const SEED: [u8; 32] = [7; 32];

fn seeded(seed: u64) -> Seeded {
    Seeded(seed, AtomicU64::new(0))
}

fn week(text: &str) -> Week {
    Week::parse(text).unwrap()
}

fn tag(entropy: &Seeded) -> PromiseId {
    let mut bytes = [0; 16];
    entropy.fill(&mut bytes);
    PromiseId::from_bytes(bytes)
}

fn act(promise: PromiseId, change: PromiseChange) -> PromiseActRow {
    PromiseActRow { id: 0, promise, change }
}

fn tag_of(entry: &Entry) -> PromiseId {
    match entry {
        Entry::Promise { promise, .. }
        | Entry::Moved { promise, .. }
        | Entry::Kept { promise, .. }
        | Entry::Void { promise, .. } => *promise,
        _ => panic!("not of a batch"),
    }
}

fn count(batch: &Batch, wanted: impl Fn(&Entry) -> bool) -> usize {
    batch.entries.iter().filter(|entry| wanted(entry)).count()
}

fn opened(batch: &Batch) -> usize {
    count(batch, |e| matches!(e, Entry::Promise { .. }))
}

fn kept(batch: &Batch) -> usize {
    count(batch, |e| matches!(e, Entry::Kept { .. }))
}

/// Batches of many weeks, with some real promises in each, of which some are kept late. Gives the batches and which
/// tags are real.
fn weeks(seed: u64, count: usize) -> (Vec<(Week, Batch)>, BTreeSet<PromiseId>) {
    let entropy = seeded(seed);
    let (mut now, mut standing) = (week("2026-W01"), BTreeMap::<PromiseId, StandingRow>::new());
    let (mut made, mut real) = (Vec::new(), BTreeSet::new());
    for number in 0..count {
        let mut acts: Vec<PromiseActRow> = standing
            .values()
            .filter(|row| !row.decoy && row.until.next() == now)
            .map(|row| act(row.promise, PromiseChange::Kept))
            .collect();
        for _ in 0..number % 20 {
            let promise = tag(&entropy);
            real.insert(promise);
            acts.push(act(promise, PromiseChange::Opened(now.plus(u16::try_from(number % 4).unwrap()))));
        }
        let rows: Vec<StandingRow> = standing.values().copied().collect();
        let batch = compose(now, &acts, &rows, &SEED, &entropy);
        for gone in &batch.gone {
            standing.remove(gone);
        }
        standing.extend(batch.standing.iter().map(|row| (row.promise, *row)));
        made.push((now, batch));
        now = now.next();
    }
    (made, real)
}

#[test]
fn every_batch_is_padded_and_every_decoy_is_kept_in_time() {
    let (batches, real) = weeks(1, 120);
    let mut until = BTreeMap::new();
    for (now, batch) in &batches {
        assert!(opened(batch) >= BATCH_MIN && kept(batch) >= BATCH_MIN, "{now}");
        assert_eq!(batch.stray, 0);
        assert!(batch.entries.iter().map(tag_of).is_sorted());
        for entry in &batch.entries {
            match entry {
                Entry::Promise { promise, until: last, .. } => drop(until.insert(*promise, *last)),
                Entry::Kept { promise, week } if !real.contains(promise) => {
                    assert!(*week <= until.remove(promise).unwrap());
                }
                _ => {}
            }
        }
    }
    let last = batches.last().unwrap().0;
    let overdue = until.iter().filter(|(tag, last_week)| !real.contains(*tag) && **last_week <= last).count();
    assert_eq!(overdue, 0);
}

#[test]
fn acts_about_promises_that_do_not_stand_are_counted_and_not_shown() {
    let entropy = seeded(2);
    let batch = compose(
        week("2026-W10"),
        &[
            act(tag(&entropy), PromiseChange::Kept),
            act(tag(&entropy), PromiseChange::Moved(week("2026-W11"))),
        ],
        &[],
        &SEED,
        &entropy,
    );
    assert_eq!((batch.stray, count(&batch, |e| matches!(e, Entry::Moved { .. }))), (2, 0));
}

#[test]
fn the_entries_of_a_form_have_one_length_whatever_they_are_about() {
    let (batches, _) = weeks(3, 40);
    let mut lengths: BTreeMap<tlog::entry::Form, BTreeSet<usize>> = BTreeMap::new();
    for (_, batch) in &batches {
        for entry in &batch.entries {
            lengths.entry(entry.form()).or_default().insert(entry.to_bytes().len());
        }
    }
    assert!(lengths.values().all(|lengths| lengths.len() == 1), "{lengths:?}");
}

/// An officer knows that their promise was opened as the n-th of a week. Were places in the batch bound to the order of
/// arrival, they could point to it.
#[test]
fn the_place_of_a_promise_in_its_batch_does_not_follow_from_when_it_was_opened() {
    const ROUNDS: usize = 4_000;
    const REAL: usize = 4;
    let entropy = seeded(4);
    let now = week("2026-W20");
    // How often the real promise that came first stands in each quarter of its batch.
    let mut quarters = [0_usize; 4];
    for _ in 0..ROUNDS {
        let acts: Vec<PromiseActRow> =
            (0..REAL).map(|_| act(tag(&entropy), PromiseChange::Opened(now.plus(2)))).collect();
        // As many services, each with its seed.
        let mut seed = [0; 32];
        entropy.fill(&mut seed);
        let batch = compose(now, &acts, &[], &seed, &entropy);
        let tags: Vec<PromiseId> =
            batch.entries.iter().filter(|e| matches!(e, Entry::Promise { .. })).map(tag_of).collect();
        let place = tags.iter().position(|tag| *tag == acts[0].promise).unwrap();
        quarters[place * 4 / tags.len()] += 1;
    }
    // Even would be 1,000 each. The bound is seven standard deviations (27 each) and one more for uneven quarters.
    assert!(quarters.iter().all(|n| (780..1_220).contains(n)), "{quarters:?}");
}

/// A poller knows how many promises a batch holds, and wants to know how many of them are real.
#[test]
fn the_size_of_a_batch_does_not_tell_whether_anything_was_promised() {
    const ROUNDS: u64 = 2_000;
    let now = week("2026-W20");
    let sizes = |real: usize| {
        let mut seen: BTreeMap<usize, u64> = BTreeMap::new();
        for round in 0..ROUNDS {
            let entropy = seeded(round * 2 + u64::from(real > 0));
            let acts: Vec<PromiseActRow> =
                (0..real).map(|_| act(tag(&entropy), PromiseChange::Opened(now.plus(2)))).collect();
            let before = compose(week("2026-W19"), &[], &[], &SEED, &entropy).standing;
            *seen.entry(opened(&compose(now, &acts, &before, &SEED, &entropy))).or_default() += 1;
        }
        seen
    };
    let (none, ten) = (sizes(0), sizes(10));
    let values: BTreeSet<usize> = none.keys().chain(ten.keys()).copied().collect();
    // Total variation distance between the two distributions; chance alone gives about 0.04 at this many rounds.
    let apart: f64 = values
        .iter()
        .map(|size| {
            let share =
                |seen: &BTreeMap<usize, u64>| seen.get(size).copied().unwrap_or(0) as f64 / ROUNDS as f64;
            (share(&none) - share(&ten)).abs()
        })
        .sum::<f64>()
        / 2.0;
    assert!(apart < 0.12, "{apart}");
}

/// An officer knows that a notice is owed within three weeks of their referral, and looks for a promise of that length.
#[test]
fn a_length_that_a_real_promise_has_is_one_that_decoys_have() {
    let (mut alone, rounds) = (0, 2_000);
    for seed in 0..rounds {
        let entropy = seeded(seed);
        let now = week("2026-W20");
        let until = now.plus(3);
        let batch = compose(now, &[act(tag(&entropy), PromiseChange::Opened(until))], &[], &SEED, &entropy);
        let same = count(&batch, |e| matches!(e, Entry::Promise { until: other, .. } if *other == until));
        alone += u64::from(same == 1);
    }
    // At least 47 decoys have each at least one chance in three of the real promise's length.
    assert!(alone * 50 < rounds, "alone {alone} times of {rounds}");
}

#[test]
fn whoever_has_the_seed_tells_decoys_and_nobody_else_does() {
    let entropy = seeded(9);
    let (now, until) = (week("2026-W19"), week("2026-W30"));
    let real = tag(&entropy);
    let batch = compose(now, &[act(real, PromiseChange::Opened(until))], &[], &SEED, &entropy);
    let derived = |seed: &[u8; 32], now| -> BTreeSet<PromiseId> {
        (0..u32::try_from(batch.opened).unwrap()).map(|n| super::decoy(seed, now, n)).collect()
    };
    let shown: BTreeSet<PromiseId> = batch
        .entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Promise { promise, .. } => Some(*promise),
            _ => None,
        })
        .collect();
    let found: BTreeSet<PromiseId> = shown.difference(&derived(&SEED, now)).copied().collect();
    assert_eq!(found, BTreeSet::from([real]));
    for (seed, other) in [([8; 32], now), (SEED, until)] {
        assert!(shown.is_disjoint(&derived(&seed, other)));
    }
}
