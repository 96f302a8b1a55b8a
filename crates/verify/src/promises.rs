//! Which promises are open, kept and broken: counted from the weekly batches alone.
//!
//! Nothing here knows what was promised or to whom. A promise that stands past its week is broken, whoever
//! counts; that it was kept late or fell away is counted apart.

use crate::ledger::{LedgerError, Progress, verify_each};
use crate::source::Source;
use std::collections::BTreeMap;
use thiserror::Error;
use tlog::Policy;
use tlog::entry::{Entry, PromiseId, Read, VoidReason, Week};

/// The least number of promises, and of keepings, in a weekly batch.
pub const BATCH_MIN: u64 = 16;

/// Why promises cannot be counted: the ledger or its batches are not in order.
#[derive(Debug, Error)]
pub enum PromisesError {
    /// The ledger does not hold.
    #[error("the ledger does not hold")]
    Ledger(#[from] LedgerError),
    /// An entry is about a promise that does not stand.
    #[error("entry {index} is about a promise that does not stand")]
    NotStanding {
        /// Which entry.
        index: u64,
    },
    /// A promise was opened twice.
    #[error("entry {index} opens a promise that was opened before")]
    Twice {
        /// Which entry.
        index: u64,
    },
    /// A week's batch came before the batch of an earlier week.
    #[error("entry {index} is of {week}, and a batch of a later week, or its own, ended before it")]
    OutOfTime {
        /// Which entry.
        index: u64,
        /// Its week.
        week: Week,
    },
    /// A batch is not one run ordered by the promises' bytes.
    #[error("entry {index} is not in its place in the batch of {week}")]
    Unordered {
        /// Which entry.
        index: u64,
        /// The batch's week.
        week: Week,
    },
    /// A batch is padded too little.
    #[error(
        "the batch of {week} has {opened} promises and {kept} keepings, and at least {BATCH_MIN} of each are owed"
    )]
    Thin {
        /// The batch's week.
        week: Week,
        /// Promises in it.
        opened: u64,
        /// Keepings in it.
        kept: u64,
    },
}

/// A promise as the ledger shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The promise.
    pub promise: PromiseId,
    /// The week by whose end it was to be kept.
    pub until: Week,
    /// The batch that opened it.
    pub opened: Week,
}

/// One week's batch, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekCount {
    /// The week.
    pub week: Week,
    /// Promises opened in it.
    pub opened: u64,
    /// Promises kept in it, late ones included.
    pub kept: u64,
    /// Of them, those kept after their week.
    pub kept_late: u64,
    /// Promises moved to another week.
    pub moved: u64,
    /// Promises that fell away.
    pub void: u64,
    /// Promises that stood at its end and were not overdue.
    pub open_after: u64,
    /// Promises that stood at its end though their week had ended.
    pub broken_after: u64,
}

/// All promises of a ledger, on a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The week on which they are counted: batches up to this one are known, and what was due before it is overdue.
    pub on: Week,
    /// How many were opened.
    pub opened: u64,
    /// Kept in time.
    pub kept: u64,
    /// Kept after their week.
    pub kept_late: u64,
    /// Fell away, by reason.
    pub void: BTreeMap<VoidReason, u64>,
    /// Standing, and not yet overdue.
    pub open: Vec<Standing>,
    /// Standing past their week.
    pub broken: Vec<Standing>,
    /// Week by week.
    pub weeks: Vec<WeekCount>,
    /// Entries in the ledger.
    pub size: u64,
}

/// Counts the promises of a ledger. Without `on`, on the week after the last batch.
///
/// # Errors
/// Where the ledger does not hold, or its batches are not in order.
pub fn promises(
    source: &dyn Source,
    policy: &Policy,
    on: Option<Week>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, PromisesError> {
    let mut count = Counter::new(on);
    let mut fault = None;
    let ledger = verify_each(source, policy, None, progress, &mut |index, _, read| {
        if fault.is_none()
            && let Err(error) = count.entry(index, read)
        {
            fault = Some(error);
        }
    })?;
    match fault {
        Some(error) => Err(error),
        None => count.finish(ledger.size),
    }
}

/// Counts promises as entries come, in the order of the ledger. Shared with whoever reads entries from elsewhere.
#[derive(Debug)]
pub struct Counter {
    on: Option<Week>,
    standing: BTreeMap<PromiseId, Standing>,
    done: std::collections::BTreeSet<PromiseId>,
    opened: u64,
    kept: u64,
    kept_late: u64,
    void: BTreeMap<VoidReason, u64>,
    weeks: Vec<WeekCount>,
    /// The batch that is being read: its last tag and the index after it.
    run: Option<(Week, PromiseId, u64)>,
}

impl Counter {
    /// Nothing counted yet.
    #[must_use]
    pub const fn new(on: Option<Week>) -> Self {
        Self {
            on,
            standing: BTreeMap::new(),
            done: std::collections::BTreeSet::new(),
            opened: 0,
            kept: 0,
            kept_late: 0,
            void: BTreeMap::new(),
            weeks: Vec::new(),
            run: None,
        }
    }

    /// Takes the next entry.
    ///
    /// # Errors
    /// Where it is not in order.
    pub fn entry(&mut self, index: u64, read: &Read) -> Result<(), PromisesError> {
        let Read::Known(entry) = read else { return Ok(()) };
        let (promise, week) = match entry {
            Entry::Promise { promise, week, .. }
            | Entry::Moved { promise, week, .. }
            | Entry::Kept { promise, week }
            | Entry::Void { promise, week, .. } => (*promise, *week),
            Entry::Commitment { .. } | Entry::Tally { .. } | Entry::Act(_) => return Ok(()),
        };
        self.place(index, week, promise)?;
        if self.on.is_some_and(|on| week > on) {
            return Ok(());
        }
        self.apply(index, entry)
    }

    /// Checks that the entry continues its batch, or begins the batch of a later week.
    fn place(&mut self, index: u64, week: Week, promise: PromiseId) -> Result<(), PromisesError> {
        match self.run {
            Some((running, last, next)) if running == week => {
                if next != index || promise < last {
                    return Err(PromisesError::Unordered { index, week });
                }
            }
            Some((running, _, _)) if week < running => {
                return Err(PromisesError::OutOfTime { index, week });
            }
            Some(_) | None => {
                self.close()?;
                if self.on.is_none_or(|on| week <= on) {
                    self.weeks.push(WeekCount {
                        week,
                        opened: 0,
                        kept: 0,
                        kept_late: 0,
                        moved: 0,
                        void: 0,
                        open_after: 0,
                        broken_after: 0,
                    });
                }
            }
        }
        self.run = Some((week, promise, index + 1));
        Ok(())
    }

    fn apply(&mut self, index: u64, entry: &Entry) -> Result<(), PromisesError> {
        let Some(count) = self.weeks.last_mut() else { return Ok(()) };
        let absent = PromisesError::NotStanding { index };
        match entry {
            Entry::Promise { promise, until, week } => {
                let new = Standing { promise: *promise, until: *until, opened: *week };
                if self.done.contains(promise) || self.standing.insert(*promise, new).is_some() {
                    return Err(PromisesError::Twice { index });
                }
                self.opened += 1;
                count.opened += 1;
            }
            Entry::Moved { promise, until, .. } => {
                self.standing.get_mut(promise).ok_or(absent)?.until = *until;
                count.moved += 1;
            }
            Entry::Kept { promise, week } => {
                let was = self.standing.remove(promise).ok_or(absent)?;
                self.done.insert(*promise);
                count.kept += 1;
                if *week > was.until {
                    self.kept_late += 1;
                    count.kept_late += 1;
                } else {
                    self.kept += 1;
                }
            }
            Entry::Void { promise, why, .. } => {
                self.standing.remove(promise).ok_or(absent)?;
                self.done.insert(*promise);
                *self.void.entry(*why).or_default() += 1;
                count.void += 1;
            }
            Entry::Commitment { .. } | Entry::Tally { .. } | Entry::Act(_) => {}
        }
        Ok(())
    }

    /// Ends the batch that was being read.
    fn close(&mut self) -> Result<(), PromisesError> {
        let Some((week, _, _)) = self.run else { return Ok(()) };
        let Some(count) = self.weeks.last_mut().filter(|count| count.week == week) else { return Ok(()) };
        // The batch closes its week: what was due in it and does not stand kept is overdue from now on.
        count.broken_after = self.standing.values().filter(|one| one.until <= week).count() as u64;
        count.open_after = self.standing.len() as u64 - count.broken_after;
        if count.opened < BATCH_MIN || count.kept < BATCH_MIN {
            return Err(PromisesError::Thin { week, opened: count.opened, kept: count.kept });
        }
        Ok(())
    }

    /// Ends the count over a ledger of this size.
    ///
    /// # Errors
    /// Where the last batch is padded too little.
    pub fn finish(mut self, size: u64) -> Result<Report, PromisesError> {
        self.close()?;
        let first = Week::new(1000, 1);
        let on = self.on.or_else(|| self.weeks.last().map(|last| last.week.next())).or(first);
        let Some(on) = on else { return Err(PromisesError::NotStanding { index: size }) };
        let (broken, open) = self.standing.into_values().partition(|one: &Standing| one.until < on);
        Ok(Report {
            on,
            opened: self.opened,
            kept: self.kept,
            kept_late: self.kept_late,
            void: self.void,
            open,
            broken,
            weeks: self.weeks,
            size,
        })
    }
}

#[cfg(test)]
mod tests;
