//! The totals of a half-year, from entries alone; and the reviewer's sample of it.
//!
//! The log numbers no commitment of a new half-year before the tallies of the old one, so the commitments of a
//! period are those that stand between the tallies of the period before and its own. There must be exactly
//! as many as tallies; nobody can see which tally is whose.

use crate::ledger::{LedgerError, Progress, verify_each};
use crate::source::Source;
use std::collections::BTreeMap;
use thiserror::Error;
use tlog::entry::{ActKind, Class, Entry, Period, Read};
use tlog::merkle::{Frontier, leaf_hash};
use tlog::{Hash, Policy, sample};

/// A class with fewer tallies than this is written `other`.
pub const CLASS_MIN: u64 = 8;

/// Why a period cannot be recounted: the ledger or its tallies are not in order.
#[derive(Debug, Error)]
pub enum RecountError {
    /// The ledger does not hold.
    #[error("the ledger does not hold")]
    Ledger(#[from] LedgerError),
    /// There are no tallies of the period.
    #[error("the ledger holds no tallies of {period}")]
    NotTallied {
        /// Which period.
        period: Period,
    },
    /// Tallies are not sorted.
    #[error("the tally at entry {index} is not in its place among the tallies of its period")]
    Unordered {
        /// Which entry.
        index: u64,
    },
    /// Commitments and tallies are not equally many.
    #[error("{period} has {commitments} commitments and {tallies} tallies")]
    Unequal {
        /// Which period.
        period: Period,
        /// Commitments between the tallies of the period before and its own.
        commitments: u64,
        /// Tallies.
        tallies: u64,
    },
    /// A class is too small to be written by its name.
    #[error(
        "{class} has {count} tallies in {period}, and a class with fewer than {CLASS_MIN} is written as other"
    )]
    SmallClass {
        /// Which period.
        period: Period,
        /// Which class.
        class: Class,
        /// How many tallies.
        count: u64,
    },
    /// The reviewer has not revealed what the sample needs.
    #[error("the reviewer has not {missing} the sample of {period}")]
    NotDrawn {
        /// Which period.
        period: Period,
        /// `committed to` or `revealed`.
        missing: &'static str,
    },
    /// What was revealed is not what was committed to.
    #[error("what the reviewer revealed for {period} is not what they had committed to")]
    NotCommitted {
        /// Which period.
        period: Period,
    },
    /// The commitment came too late, or the reveal too early.
    #[error(
        "for {period} the reviewer's commitment, its tallies and the reveal do not follow each other in this order"
    )]
    OutOfTurn {
        /// Which period.
        period: Period,
    },
}

/// The totals of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The period.
    pub period: Period,
    /// Its commitments.
    pub commitments: u64,
    /// Its tallies by class.
    pub totals: BTreeMap<Class, u64>,
    /// Index of its first tally and of its last.
    pub tallies: (u64, u64),
    /// Root of the ledger that ends with its last tally.
    pub root: Hash,
}

/// A total that was published and is not what the entries give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The class, as published.
    pub class: String,
    /// The published total.
    pub published: u64,
    /// The total that the entries give.
    pub counted: u64,
}

impl Report {
    /// Holds published totals by class against the counted ones; classes without a total count as none.
    #[must_use]
    pub fn against(&self, published: &BTreeMap<String, u64>) -> Vec<Difference> {
        let mut counted: BTreeMap<String, u64> =
            self.totals.iter().map(|(class, count)| (class.to_string(), *count)).collect();
        for class in published.keys() {
            counted.entry(class.clone()).or_default();
        }
        counted
            .into_iter()
            .filter_map(|(class, counted)| {
                let published = published.get(&class).copied().unwrap_or_default();
                (published != counted).then_some(Difference { class, published, counted })
            })
            .collect()
    }
}

/// The reviewer's sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The period.
    pub period: Period,
    /// What the reviewer had committed to and then revealed.
    pub revealed: [u8; 32],
    /// Root of the first checkpoint that holds all tallies of the period.
    pub root: Hash,
    /// The seed.
    pub seed: [u8; 32],
    /// How many tallies were candidates.
    pub candidates: u64,
    /// The tallies taken, in the order in which they were drawn: index and class.
    pub taken: Vec<(u64, Class)>,
}

/// Counts the tallies of a period.
///
/// # Errors
/// Where the ledger does not hold, or the tallies of the period are not in order.
pub fn recount(
    source: &dyn Source,
    policy: &Policy,
    period: Period,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, RecountError> {
    Ok(read(source, policy, period, progress)?.0)
}

/// Derives the reviewer's sample of a period.
///
/// # Errors
/// As [`recount`], and where the reviewer has not committed or revealed in turn.
pub fn derive_sample(
    source: &dyn Source,
    policy: &Policy,
    period: Period,
    progress: &mut dyn FnMut(Progress),
) -> Result<Sample, RecountError> {
    let (report, seen) = read(source, policy, period, progress)?;
    let missing = |missing| RecountError::NotDrawn { period, missing };
    let (committed_at, committed) = seen.committed.ok_or_else(|| missing("committed to"))?;
    let (revealed_at, revealed) = seen.revealed.ok_or_else(|| missing("revealed"))?;
    if sample::commitment(&revealed) != committed {
        return Err(RecountError::NotCommitted { period });
    }
    let (first, last) = report.tallies;
    if committed_at >= first || revealed_at <= last {
        return Err(RecountError::OutOfTurn { period });
    }
    let seed = sample::seed(period, &revealed, &report.root);
    let classes: BTreeMap<u64, Class> = seen.candidates.into_iter().collect();
    let indices: Vec<u64> = classes.keys().copied().collect();
    let taken = sample::choose(&seed, &indices)
        .into_iter()
        .filter_map(|index| Some((index, *classes.get(&index)?)))
        .collect();
    Ok(Sample { period, revealed, root: report.root, seed, candidates: indices.len() as u64, taken })
}

fn read(
    source: &dyn Source,
    policy: &Policy,
    period: Period,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Report, Seen), RecountError> {
    let mut seen = Seen::new(period);
    verify_each(source, policy, None, progress, &mut |index, bytes, read| {
        seen.entry(index, bytes, read);
    })?;
    seen.report().map(|report| (report, seen))
}

/// What was seen of a period while walking over the ledger.
#[derive(Debug)]
struct Seen {
    period: Period,
    /// The tree so far.
    tree: Frontier,
    /// Commitments and tallies of whichever period so far.
    commitments: u64,
    tallies: u64,
    before: Option<(u64, u64)>,
    totals: BTreeMap<Class, u64>,
    candidates: Vec<(u64, Class)>,
    span: Option<(u64, u64)>,
    last: Option<[u8; 32]>,
    /// The tree that ends with the last tally of the period.
    end: Frontier,
    unordered: Option<u64>,
    committed: Option<(u64, [u8; 32])>,
    revealed: Option<(u64, [u8; 32])>,
}

impl Seen {
    fn new(period: Period) -> Self {
        Self {
            period,
            tree: Frontier::new(),
            commitments: 0,
            tallies: 0,
            before: None,
            totals: BTreeMap::new(),
            candidates: Vec::new(),
            span: None,
            last: None,
            end: Frontier::new(),
            unordered: None,
            committed: None,
            revealed: None,
        }
    }

    fn entry(&mut self, index: u64, bytes: &[u8], read: &Read) {
        self.tree.push(leaf_hash(bytes));
        match read {
            Read::Known(Entry::Commitment { .. }) => self.commitments += 1,
            Read::Known(Entry::Tally { class, l, period }) => {
                if *period == self.period {
                    self.tally(index, *class, l);
                }
                self.tallies += 1;
            }
            Read::Known(Entry::Act(act)) if act.period() == Some(self.period) => {
                let Some(digest) = act.digest() else { return };
                match act.kind() {
                    // The first one counts: a second commitment would be a second choice.
                    ActKind::SampleCommitted => {
                        self.committed.get_or_insert((index, *digest));
                    }
                    ActKind::SampleRevealed => {
                        self.revealed.get_or_insert((index, *digest));
                    }
                    _ => {}
                }
            }
            Read::Known(_) | Read::Unknown => {}
        }
    }

    fn tally(&mut self, index: u64, class: Class, l: &[u8; 32]) {
        let (first, _) = *self.span.get_or_insert_with(|| {
            self.before = Some((self.commitments, self.tallies));
            (index, index)
        });
        if self.last.is_some_and(|last| last >= *l) {
            self.unordered.get_or_insert(index);
        }
        self.last = Some(*l);
        self.span = Some((first, index));
        // Kept as a frontier, so that a root is computed once and not at every tally.
        self.end.clone_from(&self.tree);
        *self.totals.entry(class).or_default() += 1;
        if sample::is_candidate(class) {
            self.candidates.push((index, class));
        }
    }

    fn report(&self) -> Result<Report, RecountError> {
        let period = self.period;
        let (Some(tallies), Some((before, tallied))) = (self.span, self.before) else {
            return Err(RecountError::NotTallied { period });
        };
        if let Some(index) = self.unordered {
            return Err(RecountError::Unordered { index });
        }
        let count: u64 = self.totals.values().sum();
        let commitments = before.saturating_sub(tallied);
        if commitments != count {
            return Err(RecountError::Unequal { period, commitments, tallies: count });
        }
        let small = self.totals.iter().find(|(class, count)| {
            // Where `other` is all there is, it may be small.
            **count < CLASS_MIN && (**class != Class::Other || self.totals.len() > 1)
        });
        if let Some((class, count)) = small {
            return Err(RecountError::SmallClass { period, class: *class, count: *count });
        }
        let root = self.end.root();
        Ok(Report { period, commitments, totals: self.totals.clone(), tallies, root })
    }
}

#[cfg(test)]
mod tests;
