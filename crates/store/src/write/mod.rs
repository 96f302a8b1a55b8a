//! Commands: what can be asked of the one writer, and what each does inside its savepoint.
//!
//! A command may be performed twice: where a neighbour makes the database fail, the batch is undone and each command
//! is tried alone. So a command owns what it writes and changes nothing but the database.

mod append;
mod drafts;
mod dual_control;
mod lease;
mod ledger;
pub(crate) mod models;
mod packs;
mod people;
mod promises;
mod rota;
mod take_up;

use crate::{
    counters::Totals,
    engine::{Connection, Query, query},
    fault::Fault,
    sql::Change,
};
use casework::{
    id::{AccountId, CaseId},
    time::Moment,
};
use service::ports::{
    CaseModels, CheckpointRow, DraftRow, KeptFormRow, KeyRow, LedgerHead, NewBatch, NewTallies,
    PackComparisonRow, PendingLeaf, ProvedSession, SessionRow, TakenUp, Write,
};

/// What can be asked of the writer.
#[derive(Debug)]
pub(crate) enum Command {
    Append(Box<Write>),
    ReplaceModels(Box<CaseModels>),
    ClearModels,
    ModelsWhole,
    ForgetRepetitions { before: Moment },
    SaveDraft { draft: DraftRow, new_keys: Vec<KeyRow> },
    DeleteDraft { account: AccountId, draft: CaseId },
    SweepDrafts { now: Moment },
    OutboxDone { id: String, at: Moment },
    OpenSession(SessionRow),
    EndSession { digest: Vec<u8> },
    SweepSessions { now: Moment },
    EndOtherSessions { account: AccountId, kept: Vec<u8> },
    UsePasskey { id: Vec<u8>, key: Vec<u8>, at: Moment },
    UseOrganisationLink { id: Vec<u8>, at: Moment },
    KeepForm(KeptFormRow),
    DropKeptForm { id: String },
    AnswerChallenge { digest: [u8; 32], expires: Moment },
    UseSecondFactor { account: AccountId, step: i64 },
    UseRecoveryCode { account: AccountId, digest: [u8; 32] },
    KeepSession { digest: Vec<u8>, expires: Moment },
    ProveSession { digest: Vec<u8>, proved: ProvedSession },
    TakeLease { holder: String, seconds: u32 },
    GiveUpLease { holder: String },
    StartLedger(LedgerHead),
    Sequence { expected: (u64, u64), head: LedgerHead, leaves: Vec<PendingLeaf> },
    RecordCheckpoint { epoch: u64, note: CheckpointRow },
    Announce { act: String, digest: [u8; 32], entry: Vec<u8>, made: Moment },
    RecordBatch(Box<NewBatch>),
    RecordTallies(Box<NewTallies>),
    CommitSample { period: String, digest: [u8; 32], entry: Vec<u8>, made: Moment },
    RevealSample { period: String, revealed: [u8; 32], entry: Vec<u8>, made: Moment },
    RecordPackComparison(Box<PackComparisonRow>),
    PlantSeed([u8; 32]),
    TakeUp(Box<TakenUp>),
}

/// What a command has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Done {
    /// That it is done.
    Written,
    /// How many rows it concerned.
    Count(u64),
    /// That the head was not as expected, and nothing was written.
    HeadMoved,
    /// Under which epoch the lease is held; nothing where another node holds it.
    Lease(Option<u64>),
    /// Drafts that are gone: their keys go too, after the commit, where no event was recorded under them.
    DraftsGone(Vec<CaseId>),
}

impl Command {
    /// Keys that must be durable before this command's rows.
    pub(crate) fn new_keys(&self) -> &[KeyRow] {
        match self {
            Self::Append(write) => &write.new_keys,
            Self::SaveDraft { new_keys, .. } => new_keys,
            Self::ReplaceModels(_)
            | Self::ClearModels
            | Self::ModelsWhole
            | Self::ForgetRepetitions { .. }
            | Self::DeleteDraft { .. }
            | Self::SweepDrafts { .. }
            | Self::OutboxDone { .. }
            | Self::OpenSession(_)
            | Self::EndSession { .. }
            | Self::SweepSessions { .. }
            | Self::EndOtherSessions { .. }
            | Self::UsePasskey { .. }
            | Self::UseOrganisationLink { .. }
            | Self::KeepForm(_)
            | Self::DropKeptForm { .. }
            | Self::AnswerChallenge { .. }
            | Self::UseSecondFactor { .. }
            | Self::UseRecoveryCode { .. }
            | Self::KeepSession { .. }
            | Self::ProveSession { .. }
            | Self::TakeLease { .. }
            | Self::GiveUpLease { .. }
            | Self::StartLedger(_)
            | Self::Sequence { .. }
            | Self::RecordCheckpoint { .. }
            | Self::Announce { .. }
            | Self::RecordBatch(_)
            | Self::RecordTallies(_)
            | Self::CommitSample { .. }
            | Self::RevealSample { .. }
            | Self::RecordPackComparison(_)
            | Self::PlantSeed(_)
            | Self::TakeUp(_) => &[],
        }
    }

    /// Does what is asked, inside a savepoint.
    pub(crate) async fn perform(&self, tx: &mut Tx<'_>) -> Result<Done, Fault> {
        match self {
            Self::Append(write) => append::append(tx, write).await,
            Self::ReplaceModels(models) => models::replace(tx, models).await,
            Self::ClearModels => models::clear(tx).await,
            Self::ModelsWhole => models::whole(tx).await,
            Self::ForgetRepetitions { before } => append::forget_repetitions(tx, *before).await,
            Self::SaveDraft { draft, .. } => drafts::save(tx, draft).await,
            Self::DeleteDraft { account, draft } => drafts::delete(tx, account, draft).await,
            Self::SweepDrafts { now } => drafts::sweep(tx, *now).await,
            Self::OutboxDone { id, at } => append::outbox_done(tx, id, *at).await,
            Self::OpenSession(session) => people::open_session(tx, session).await,
            Self::EndSession { digest } => people::end_session(tx, digest).await,
            Self::SweepSessions { now } => people::sweep_sessions(tx, *now).await,
            Self::EndOtherSessions { account, kept } => people::end_other_sessions(tx, account, kept).await,
            Self::UsePasskey { id, key, at } => people::use_passkey(tx, id, key, *at).await,
            Self::UseOrganisationLink { id, at } => people::use_organisation_link(tx, id, *at).await,
            Self::KeepForm(row) => people::keep_form(tx, row).await,
            Self::DropKeptForm { id } => people::drop_kept_form(tx, id).await,
            Self::AnswerChallenge { digest, expires } => people::answer_challenge(tx, digest, *expires).await,
            Self::UseSecondFactor { account, step } => people::use_second_factor(tx, account, *step).await,
            Self::UseRecoveryCode { account, digest } => people::use_recovery_code(tx, account, digest).await,
            Self::KeepSession { digest, expires } => people::keep_session(tx, digest, *expires).await,
            Self::ProveSession { digest, proved } => people::prove_session(tx, digest, proved).await,
            Self::TakeLease { holder, seconds } => lease::take(tx, holder, *seconds).await,
            Self::GiveUpLease { holder } => lease::give_up(tx, holder).await,
            Self::StartLedger(head) => ledger::start(tx, head).await,
            Self::Sequence { expected, head, leaves } => ledger::sequence(tx, *expected, head, leaves).await,
            Self::RecordCheckpoint { epoch, note } => ledger::record_checkpoint(tx, *epoch, note).await,
            Self::Announce { act, digest, entry, made } => {
                ledger::announce(tx, act, digest, entry, *made).await
            }
            Self::RecordBatch(batch) => promises::record_batch(tx, batch).await,
            Self::RecordTallies(tallies) => promises::record_tallies(tx, tallies).await,
            Self::CommitSample { period, digest, entry, made } => {
                promises::commit_sample(tx, period, digest, entry, *made).await
            }
            Self::RevealSample { period, revealed, entry, made } => {
                promises::reveal_sample(tx, period, revealed, entry, *made).await
            }
            Self::RecordPackComparison(row) => packs::record_comparison(tx, row).await,
            Self::PlantSeed(seed) => take_up::plant_seed(tx, seed).await,
            Self::TakeUp(taken) => take_up::take_up(tx, taken).await,
        }
    }
}

/// The open transaction, as commands see it: statements go in, affected rows are counted.
#[derive(Debug)]
pub(crate) struct Tx<'c> {
    pub(crate) connection: &'c mut Connection,
    pub(crate) totals: &'c Totals,
}

impl Tx<'_> {
    /// Runs a statement; says how many rows it concerned.
    pub(crate) async fn run(&mut self, query: Query<'_>) -> Result<u64, sqlx::Error> {
        let rows = query.execute(self.connection).await?;
        self.totals.rows(rows);
        Ok(rows)
    }
}

/// A changing statement, to be given its values.
pub(crate) const fn change<'q>(statement: Change) -> Query<'q> {
    query(statement.text())
}
