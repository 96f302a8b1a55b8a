//! What the writer did, in numbers: for benchmarks and metrics, never about a person.

use std::sync::atomic::{AtomicU64, Ordering};

/// Buckets of the distribution of batch sizes: 1, 2, 3–4, 5–8, … 129–256 and more.
pub const BATCH_BUCKETS: usize = 9;

/// Running totals. Relaxed order suffices: nobody decides anything by them.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    batches: AtomicU64,
    commands: AtomicU64,
    rows: AtomicU64,
    commits: AtomicU64,
    sizes: [AtomicU64; BATCH_BUCKETS],
}

/// The totals at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counters {
    /// Batches that the writer took from its queue.
    pub batches: u64,
    /// Commands in them.
    pub commands: u64,
    /// Rows that statements reported as inserted, changed or deleted.
    pub rows: u64,
    /// Commits in both files. Each synchronises once, so this estimates the calls of `fsync` apart from checkpoints of
    /// the write-ahead log.
    pub fsyncs: u64,
    /// How many batches had 1, 2, 3–4, 5–8, … 129–256 and more commands.
    pub batch_sizes: [u64; BATCH_BUCKETS],
}

impl Totals {
    pub(crate) fn batch(&self, commands: usize) {
        self.batches.fetch_add(1, Ordering::Relaxed);
        self.commands.fetch_add(commands as u64, Ordering::Relaxed);
        if let Some(bucket) = self.sizes.get(bucket(commands)) {
            bucket.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(crate) fn rows(&self, count: u64) {
        self.rows.fetch_add(count, Ordering::Relaxed);
    }

    pub(crate) fn commit(&self) {
        self.commits.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn read(&self) -> Counters {
        Counters {
            batches: self.batches.load(Ordering::Relaxed),
            commands: self.commands.load(Ordering::Relaxed),
            rows: self.rows.load(Ordering::Relaxed),
            fsyncs: self.commits.load(Ordering::Relaxed),
            batch_sizes: std::array::from_fn(|bucket| {
                self.sizes.get(bucket).map_or(0, |size| size.load(Ordering::Relaxed))
            }),
        }
    }
}

fn bucket(commands: usize) -> usize {
    let exponent = usize::BITS - commands.saturating_sub(1).leading_zeros();
    (exponent as usize).min(BATCH_BUCKETS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_fall_into_buckets_by_powers_of_two() {
        let sizes = [1, 2, 3, 4, 5, 8, 9, 128, 129, 256, 1000];
        assert_eq!(sizes.map(bucket), [0, 1, 2, 2, 3, 3, 4, 7, 8, 8, 8]);
    }
}
