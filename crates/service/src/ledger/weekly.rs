//! The weekly batch: what events did to promises in a week, as one run of entries, padded with decoys.
//!
//! A promise stands in an event at once and in the ledger at the end of its week, among at least
//! [`BATCH_MIN`] promises and as many keepings, ordered by tags that say nothing. Decoys are promises like any
//! other, always kept in time. How many there are is drawn beyond the padding, so that the size of a batch does not
//! tell how many of it are real, and how long they run is drawn partly from the real ones of the same batch, so that
//! no length belongs to real ones alone. Their tags are derived from a secret seed: a database that was restored from a
//! backup knows by them which promises of a batch that it lost are decoys, and keeps those. To everybody else they are
//! random like the others.

use crate::ports::{Entropy, PromiseActRow, PromiseChange, StandingRow};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use tlog::entry::{Entry, PromiseId, Week};

/// The least number of promises, and of keepings, in a batch.
pub const BATCH_MIN: usize = 16;
/// The first batch opens so many, so that later ones always find decoys to keep: were they opened when real promises
/// had left too few, the size of a batch would tell of it.
const FIRST: usize = 3 * BATCH_MIN;
/// Up to so many more decoys than padding needs are drawn, evenly.
const MORE_MAX: u64 = 7;
/// Half of the decoys run up to so many weeks (most promises are owed within six) …
const SHORT_WEEKS: u64 = 6;
/// … and half as long as the longest may.
const LONG_WEEKS: u64 = 26;

/// One week's batch, ready to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Its entries, in their order.
    pub entries: Vec<Entry>,
    /// Promises that stand after it and did not before, or now stand until another week.
    pub standing: Vec<StandingRow>,
    /// Promises that stand no longer.
    pub gone: Vec<PromiseId>,
    /// How many promises it opens.
    pub opened: usize,
    /// How many promises it keeps …
    pub kept: usize,
    /// … and how many of them after their week.
    pub kept_late: usize,
    /// Acts about promises that do not stand: they cannot be shown, and point to a fault of ours.
    pub stray: usize,
}

/// Composes the batch of a week.
///
/// `acts` are what events did, in their order; `standing` the promises that stand in the ledger and are either named by
/// an act or are decoys.
pub fn compose(
    week: Week,
    acts: &[PromiseActRow],
    standing: &[StandingRow],
    seed: &[u8; 32],
    entropy: &dyn Entropy,
) -> Batch {
    let mut work = Work {
        week,
        seed,
        decoys: 0,
        standing: standing.iter().map(|row| (row.promise, *row)).collect(),
        before: standing.iter().map(|row| (row.promise, *row)).collect(),
        entries: Vec::new(),
        spans: Vec::new(),
        opened: 0,
        kept: 0,
        kept_late: 0,
        stray: 0,
    };
    for act in acts {
        work.real(act);
    }
    work.open_decoys(entropy);
    work.keep_decoys(entropy);
    work.finish()
}

/// The tag of the decoy that a week's batch opens as its `n`th, from 0.
#[must_use]
pub fn decoy(seed: &[u8; 32], week: Week, n: u32) -> PromiseId {
    let digest = Sha256::new_with_prefix(b"candour.decoy.v1\n")
        .chain_update(seed)
        .chain_update(week.to_string())
        .chain_update(n.to_be_bytes())
        .finalize();
    let mut tag = [0; 16];
    tag.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    PromiseId::from_bytes(tag)
}

#[derive(Debug)]
struct Work<'a> {
    week: Week,
    seed: &'a [u8; 32],
    /// How many decoys the batch has opened.
    decoys: u32,
    standing: BTreeMap<PromiseId, StandingRow>,
    before: BTreeMap<PromiseId, StandingRow>,
    entries: Vec<Entry>,
    /// How many weeks the real promises of this batch run.
    spans: Vec<u64>,
    opened: usize,
    kept: usize,
    kept_late: usize,
    stray: usize,
}

impl Work<'_> {
    fn real(&mut self, act: &PromiseActRow) {
        let (promise, week) = (act.promise, self.week);
        let stands = self.standing.contains_key(&promise);
        match act.change {
            PromiseChange::Opened(until) if !stands => {
                self.spans.push(weeks_between(week, until));
                self.open(StandingRow { promise, until, decoy: false });
            }
            PromiseChange::Moved(until) if stands => {
                self.standing.insert(promise, StandingRow { promise, until, decoy: false });
                // Two moves within a week are one to whoever reads the batch.
                self.entries
                    .retain(|e| !matches!(e, Entry::Moved { promise: moved, .. } if *moved == promise));
                self.entries.push(Entry::Moved { promise, until, week });
            }
            PromiseChange::Kept if stands => self.keep(promise),
            PromiseChange::Void(why) if stands => {
                self.standing.remove(&promise);
                self.entries.push(Entry::Void { promise, week, why });
            }
            PromiseChange::Opened(_)
            | PromiseChange::Moved(_)
            | PromiseChange::Kept
            | PromiseChange::Void(_) => {
                self.stray += 1;
            }
        }
    }

    fn open(&mut self, row: StandingRow) {
        self.standing.insert(row.promise, row);
        self.entries.push(Entry::Promise { promise: row.promise, until: row.until, week: self.week });
        self.opened += 1;
    }

    fn keep(&mut self, promise: PromiseId) {
        let was = self.standing.remove(&promise);
        self.entries.push(Entry::Kept { promise, week: self.week });
        self.kept += 1;
        self.kept_late += usize::from(was.is_some_and(|row| row.until < self.week));
    }

    fn open_decoys(&mut self, entropy: &dyn Entropy) {
        let least = if self.before.values().any(|row| row.decoy) { BATCH_MIN } else { FIRST };
        let wanted = least.max(self.opened) + more(entropy);
        while self.opened < wanted {
            self.open_decoy(entropy);
        }
    }

    fn open_decoy(&mut self, entropy: &dyn Entropy) -> PromiseId {
        let weeks = match below(3, entropy) {
            0 if !self.spans.is_empty() => {
                let place = usize::try_from(below(self.spans.len() as u64, entropy)).unwrap_or(0);
                self.spans.get(place).copied().unwrap_or(0)
            }
            1 => below(LONG_WEEKS + 1, entropy),
            _ => below(SHORT_WEEKS + 1, entropy),
        };
        let promise = decoy(self.seed, self.week, self.decoys);
        self.decoys += 1;
        let until = self.week.plus(u16::try_from(weeks).unwrap_or(0));
        self.open(StandingRow { promise, until, decoy: true });
        promise
    }

    /// Keeps every decoy whose last week this is, and of the others as many, drawn evenly, as the padding needs.
    fn keep_decoys(&mut self, entropy: &dyn Entropy) {
        let wanted = BATCH_MIN.max(self.kept) + more(entropy);
        let decoys = self.standing.values().filter(|row| row.decoy);
        let (due, mut later): (Vec<StandingRow>, Vec<StandingRow>) =
            decoys.partition(|row| row.until <= self.week);
        for row in due {
            self.keep(row.promise);
        }
        while self.kept < wanted {
            if later.is_empty() {
                let promise = self.open_decoy(entropy);
                self.keep(promise);
            } else {
                let place = usize::try_from(below(later.len() as u64, entropy)).unwrap_or(0);
                let row = later.swap_remove(place);
                self.keep(row.promise);
            }
        }
    }

    fn finish(mut self) -> Batch {
        self.entries.sort_by_key(order);
        let gone = self.before.keys().filter(|id| !self.standing.contains_key(*id)).copied().collect();
        let before = self.before;
        let standing =
            self.standing.into_values().filter(|row| before.get(&row.promise) != Some(row)).collect();
        let Self { entries, opened, kept, kept_late, stray, .. } = self;
        Batch { entries, standing, gone, opened, kept, kept_late, stray }
    }
}

/// The order of a batch: by tag, and for one tag in the order in which things happen to it.
fn order(entry: &Entry) -> (Option<PromiseId>, u8) {
    match entry {
        Entry::Promise { promise, .. } => (Some(*promise), 0),
        Entry::Moved { promise, .. } => (Some(*promise), 1),
        Entry::Kept { promise, .. } | Entry::Void { promise, .. } => (Some(*promise), 2),
        Entry::Commitment { .. } | Entry::Tally { .. } | Entry::Act(_) => (None, 0),
    }
}

fn more(entropy: &dyn Entropy) -> usize {
    usize::try_from(below(MORE_MAX + 1, entropy)).unwrap_or(0)
}

/// An even draw below a bound, by rejection. `bound` is at least 1.
pub(super) fn below(bound: u64, entropy: &dyn Entropy) -> u64 {
    loop {
        let mut bytes = [0_u8; 8];
        entropy.fill(&mut bytes);
        if let Some(drawn) = even(bound, bytes) {
            return drawn;
        }
    }
}

/// What a draw of eight bytes gives below a bound; nothing where keeping it would favour small numbers.
pub(super) fn even(bound: u64, draw: [u8; 8]) -> Option<u64> {
    let bound = bound.max(1);
    let zone = u64::MAX - u64::MAX % bound;
    let drawn = u64::from_le_bytes(draw);
    (drawn < zone).then_some(drawn % bound)
}

fn weeks_between(from: Week, until: Week) -> u64 {
    let mut at = from;
    let mut weeks = 0;
    while at < until && weeks < LONG_WEEKS * 4 {
        at = at.next();
        weeks += 1;
    }
    weeks
}

/// The tags that acts name.
#[must_use]
pub fn named(acts: &[PromiseActRow]) -> BTreeSet<PromiseId> {
    acts.iter().map(|act| act.promise).collect()
}

#[cfg(test)]
mod tests;
