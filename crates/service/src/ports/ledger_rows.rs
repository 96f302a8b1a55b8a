//! What passes between the service and the rows of the ledger: leaves, entries, checkpoints, promises, tallies, samples,
//! and what witnesses are asked.

use casework::time::{Day, Moment};
use tlog::entry::{Period, PromiseId, VoidReason, Week};

/// What an event does to a promise, as the week's batch shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseChange {
    /// Owed from now on, until the end of a week.
    Opened(Week),
    /// Owed until another week.
    Moved(Week),
    /// Done.
    Kept,
    /// Owed no longer.
    Void(VoidReason),
}

/// What an event did to a promise, for the batch of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPromiseAct {
    /// The promise.
    pub promise: PromiseId,
    /// What was done to it.
    pub change: PromiseChange,
    /// The week in which it happened.
    pub week: Week,
}

/// The same, waiting for its batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromiseActRow {
    /// Its row; rows are in the order in which things happened.
    pub id: i64,
    /// The promise.
    pub promise: PromiseId,
    /// What was done to it.
    pub change: PromiseChange,
}

/// A promise that stands in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingRow {
    /// The promise.
    pub promise: PromiseId,
    /// The week by whose end it is to be kept.
    pub until: Week,
    /// Whether it is a decoy.
    pub decoy: bool,
}

/// The batch of a week.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// The week.
    pub week: Week,
    /// When it was made.
    pub made: Moment,
    /// The waiting acts that it takes up.
    pub acts: Vec<i64>,
    /// Promises that stand from now on, or until another week.
    pub standing: Vec<StandingRow>,
    /// Promises that stand no longer.
    pub gone: Vec<PromiseId>,
    /// Its entries, in their order.
    pub entries: Vec<Vec<u8>>,
    /// How many promises it opens …
    pub opened: u64,
    /// … and how many it keeps, …
    pub kept: u64,
    /// … of them after their week.
    pub kept_late: u64,
}

/// A week's batch, counted as anybody can count it in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct WeekRow {
    /// The week.
    pub week: String,
    /// Promises opened.
    pub opened: u64,
    /// Promises kept.
    pub kept: u64,
    /// Of them, after their week.
    pub kept_late: u64,
    /// Promises that stood at its end and were not overdue.
    pub open: u64,
    /// Promises that stood at its end although their week had ended.
    pub broken: u64,
}

/// A commitment that has not been tallied: what is kept apart from its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyRow {
    /// When its leaf was made.
    pub made: Moment,
    /// The commitment.
    pub commitment: [u8; 32],
    /// The class of its event.
    pub class: String,
    /// The second salt.
    pub salt: [u8; 32],
}

/// Where and as what a commitment is tallied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TalliedRow {
    /// When its leaf was made.
    pub made: Moment,
    /// The commitment.
    pub commitment: [u8; 32],
    /// The class that is written.
    pub class: &'static str,
    /// Its place among the tallies of the period, from 0.
    pub rank: u64,
}

/// The tallies of a half-year.
#[derive(Debug, Clone)]
pub struct NewTallies {
    /// The period.
    pub period: Period,
    /// Its last day.
    pub last_day: Day,
    /// When they were made.
    pub made: Moment,
    /// The commitments they tally.
    pub rows: Vec<TalliedRow>,
    /// The entries, in their order.
    pub entries: Vec<Vec<u8>>,
}

/// A half-year that was tallied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TalliedPeriod {
    /// The size of the ledger when its tallies were made: they are numbered after it.
    pub after: u64,
    /// How many there are.
    pub tallies: u64,
}

/// What is kept of one commitment that is numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafOf {
    /// The number of its entry.
    pub index: u64,
    /// Its tally; `None` until its half-year is tallied.
    pub tally: Option<TallyOf>,
}

/// The tally of one commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyOf {
    /// The period.
    pub period: String,
    /// The class that is written.
    pub class: String,
    /// The second salt.
    pub salt: [u8; 32],
    /// Its place among the tallies of the period, from 0.
    pub rank: u64,
}

/// A commitment in the ledger and the day of its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommittedRow {
    /// The commitment.
    pub commitment: [u8; 32],
    /// The day.
    pub day: Day,
}

/// What the reviewer committed to for a half-year, and revealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRow {
    /// SHA-256 of their bytes.
    pub digest: [u8; 32],
    /// When they committed.
    pub committed: Moment,
    /// Their bytes, once revealed.
    pub revealed: Option<[u8; 32]>,
}

/// A leaf to be sequenced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLeaf {
    /// Canonical bytes of the entry.
    pub entry: Vec<u8>,
    /// The commitment, for finding its index; `None` for acts.
    pub commitment: Option<[u8; 32]>,
    /// The class under which it will be tallied, kept apart from the event.
    pub class: &'static str,
    /// The second salt of its tally.
    pub tally_salt: [u8; 32],
    /// Whether the whole pending batch goes out now: every decision asks for it.
    pub flush: bool,
    /// When it was made. INVARIANT: of a commitment, when its event happened: by both it is found in the ledger.
    pub made: Moment,
}

/// A pending leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingLeaf {
    /// Its row.
    pub id: i64,
    /// Canonical bytes of the entry.
    pub entry: Vec<u8>,
    /// The commitment, where it is one.
    pub commitment: Option<[u8; 32]>,
    /// Whether the whole pending batch goes out now.
    pub flush: bool,
    /// Whether it is one of a run that is numbered in its order.
    pub in_order: bool,
    /// When it was made.
    pub made: Moment,
}

/// An entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedEntry {
    /// Its index.
    pub index: u64,
    /// Its canonical bytes.
    pub entry: Vec<u8>,
    /// The commitment, where it is one.
    pub commitment: Option<[u8; 32]>,
}

/// The head of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerHead {
    /// Fences a paused sequencer.
    pub epoch: u64,
    /// How many entries are numbered.
    pub size: u64,
    /// Root hash over them.
    pub root: [u8; 32],
}

/// A checkpoint as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointRow {
    /// Its size.
    pub size: u64,
    /// Its root.
    pub root: [u8; 32],
    /// The signed note, with the cosignatures it has.
    pub note: Vec<u8>,
    /// Whether the quorum cosigned it.
    pub witnessed: bool,
    /// When it was signed.
    pub made: Moment,
}

/// What was published and a restored database does not hold.
#[derive(Debug, Clone)]
pub struct TakenUp {
    /// Epoch and size of the head as it was restored.
    pub expected: (u64, u64),
    /// The head from which the log goes on: of the next epoch.
    pub head: LedgerHead,
    /// The entries from the old size on, without a gap.
    pub entries: Vec<NumberedEntry>,
    /// The promises among them that are decoys.
    pub decoys: std::collections::BTreeSet<PromiseId>,
    /// The half-years of the tallies among them.
    pub periods: Vec<TakenPeriod>,
    /// Drawn for this restore: second salts for entries whose events are lost are derived from it.
    pub salt: [u8; 32],
    /// The checkpoint that was published last, where it reaches beyond the old size.
    pub checkpoint: Option<CheckpointRow>,
    /// Acts that follow: that there was a restore, and what is in force again.
    pub acts: Vec<Vec<u8>>,
    /// When the restore was made.
    pub made: Moment,
}

/// A half-year whose tallies were published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenPeriod {
    /// Which.
    pub period: Period,
    /// Its last day.
    pub last_day: Day,
    /// The index of its first tally.
    pub first: u64,
    /// How many tallies it has.
    pub tallies: u64,
}

/// A restore that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct RestoreRow {
    /// When.
    pub made: Moment,
    /// The size of the ledger in the backup.
    pub before: u64,
    /// The size from which it went on.
    pub after: u64,
    /// How many of the entries between have lost their events.
    pub lost: u64,
}

/// What witnesses are asked.
#[derive(Debug, Clone)]
pub struct CosignRequest {
    /// The size of the checkpoint.
    pub size: u64,
    /// The signed checkpoint.
    pub note: Vec<u8>,
    /// Consistency proofs by the old size that a witness may have.
    pub proofs: std::collections::BTreeMap<u64, Vec<[u8; 32]>>,
    /// The size that each witness, by name, is believed to have.
    pub known: std::collections::BTreeMap<String, u64>,
}

/// What a witness answered.
#[derive(Debug, Clone)]
pub enum CosignAnswer {
    /// The cosignature line or lines, to be added to the note.
    Signed {
        /// Which witness.
        witness: String,
        /// Its lines.
        lines: Vec<u8>,
    },
    /// It stands at another size: ask again with a proof from there.
    Behind {
        /// Which witness.
        witness: String,
        /// The size it has.
        size: u64,
    },
    /// It did not answer, or refused.
    Failed {
        /// Which witness.
        witness: String,
        /// Why, without anything secret.
        why: String,
    },
}
