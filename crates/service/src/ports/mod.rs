//! What the service asks of the world: narrow ports, implemented by `store`, `post` and the binary.

mod access_rows;
mod console_rows;
mod ledger_rows;
mod rows;
pub use access_rows::*;
pub use console_rows::*;
pub use ledger_rows::*;
pub use rows::*;

use async_trait::async_trait;
use casework::{
    header::Stream,
    id::{AccountId, BlobId, CaseId, ForceId},
    time::{Day, Moment},
};
use tlog::entry::{Period, PromiseId, Week};

/// A store that did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote to the stream first: load again and decide again.
    #[error("the case changed meanwhile")]
    Conflict,
    /// The idempotency key was used already (its row says with what answer).
    #[error("this request was answered already")]
    Repeated,
    /// A name or reference that must be unique is taken.
    #[error("{0} is taken")]
    Taken(&'static str),
    /// The medium is full; nothing was written.
    #[error("there is no room left to write; nothing was recorded")]
    Full,
    /// The store cannot be reached or failed; nothing was acknowledged.
    #[error("the store did not answer")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Whether it was written is not known. The caller stops and the service re-verifies before it goes on.
    #[error("it is not known whether this was recorded")]
    Uncertain(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It was decided under a policy pack that is no longer in force; nothing was written.
    #[error("another policy pack is in force")]
    Superseded,
    /// A published file of the ledger is not what may stand there: nothing more is published until somebody has looked.
    #[error("the ledger's published file {path} {why}")]
    Published {
        /// Its path below `ledger/`.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A later checkpoint is published already: another node has gone on meanwhile.
    #[error("the ledger's published {path} is later than what was to be put there")]
    Overtaken {
        /// Its path below `ledger/`.
        path: String,
    },
    /// A row does not read.
    #[error("a row of {table} does not read")]
    Corrupt {
        /// Which table.
        table: &'static str,
    },
}

/// Everything durable beside tiles.
#[async_trait]
pub trait Store: Send + Sync + std::fmt::Debug {
    /// Records what one command made happen: all of it or nothing. Returns only after it is durable.
    ///
    /// New keys become durable in the keystore before the first event that needs them.
    async fn append(&self, write: Write) -> Result<(), StoreError>;

    /// The events of one stream of a case, in order; empty for an unknown case.
    async fn events(&self, case: &CaseId, stream: Stream) -> Result<Vec<StoredEvent>, StoreError>;
    /// One event by its place.
    async fn event_at(
        &self,
        case: &CaseId,
        stream: Stream,
        position: u64,
    ) -> Result<Option<StoredEvent>, StoreError>;
    /// The event that a commitment is of, which happened on that day.
    async fn event_committed(
        &self,
        day: Day,
        commitment: &[u8; 32],
    ) -> Result<Option<StoredEvent>, StoreError>;
    /// The position of a stream's last event; 0 for none.
    async fn last_position(&self, case: &CaseId, stream: Stream) -> Result<u64, StoreError>;
    /// The wrapped keys of a case; empty for an unknown or erased one.
    async fn keys(&self, case: &CaseId) -> Result<Vec<KeyRow>, StoreError>;
    /// A page of all wrapped keys, in the order of cases and kinds, after one.
    async fn all_keys(&self, after: Option<(&CaseId, &str)>, limit: u32) -> Result<Vec<KeyRow>, StoreError>;
    /// Since when a key-encryption key wraps anything, and how much it wraps, counted up to `limit`. `holder` is as
    /// [`KeyRow::unit`] names it.
    async fn wrapped_under(
        &self,
        holder: &str,
        epoch: u32,
        limit: u32,
    ) -> Result<(Option<Moment>, u32), StoreError>;
    /// One sealed blob.
    async fn blob(&self, case: &CaseId, blob: &BlobId) -> Result<Option<Vec<u8>>, StoreError>;
    /// The read model of a case.
    async fn case_row(&self, case: &CaseId) -> Result<Option<CaseRow>, StoreError>;
    /// A case by its reference.
    async fn case_by_reference(&self, reference: &str) -> Result<Option<CaseRow>, StoreError>;
    /// A case by the keyed digest of a letter's code.
    async fn case_by_letter(&self, lookup: &str) -> Result<Option<CaseId>, StoreError>;
    /// A page of a queue, urgent ones first, then the longest waiting.
    async fn tasks(&self, queue: &QueueQuery) -> Result<Vec<TaskRow>, StoreError>;
    /// How many tasks wait in a queue, counted up to `limit`.
    async fn task_count(&self, queue: &QueueQuery) -> Result<u32, StoreError>;
    /// The tasks of one case.
    async fn case_tasks(&self, case: &CaseId) -> Result<Vec<TaskRow>, StoreError>;
    /// What an officer has asked as one of a force, or was given since by a supervisor, newest first.
    async fn referrals_of_officer(
        &self,
        account: &AccountId,
        force: &ForceId,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError>;
    /// How many referrals of a force are those of officers whose accounts are closed, counted up to `limit`.
    async fn referrals_left(&self, force: &ForceId, limit: u32) -> Result<u32, StoreError>;
    /// The officers of a force whose accounts are closed and who have referrals still, by name.
    async fn officers_who_left(&self, force: &ForceId, limit: u32) -> Result<Vec<AccountRow>, StoreError>;
    /// Cases of a trust in which something was disclosed of its own accord to an officer whose account is closed, in the
    /// order of identifiers, without those from which a human being stands back.
    async fn cases_received_by_who_left(
        &self,
        trust: &casework::id::TrustId,
        standing_back: &casework::id::IndividualId,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError>;
    /// A page of the cases that an account began or receives, newest first, before a moment and case.
    async fn cases_of_account(
        &self,
        account: &AccountId,
        before: Option<(Moment, CaseId)>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError>;
    /// A page of what an account of a trust's staff reported of its own accord, newest first, before a moment and case.
    async fn reports_of(
        &self,
        account: &AccountId,
        before: Option<(Moment, CaseId)>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError>;
    /// A page of a unit's cases, most lately changed first.
    async fn cases_of_unit(
        &self,
        unit: &casework::id::UnitId,
        before: Option<(Moment, CaseId)>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError>;
    /// When the first closed case of a unit last changed, from a moment on.
    async fn first_closed(
        &self,
        unit: &casework::id::UnitId,
        from: Moment,
    ) -> Result<Option<Moment>, StoreError>;
    /// How many closed cases of a unit last changed from one moment on and before another, counted up to `limit`.
    async fn closed_count(
        &self,
        unit: &casework::id::UnitId,
        span: (Moment, Moment),
        limit: u32,
    ) -> Result<u32, StoreError>;
    /// A page of what an account did that keeps accounts, keys or retention, the latest first, before a place.
    async fn keeper_acts(
        &self,
        account: &AccountId,
        before: Option<&KeeperActRow>,
        limit: u32,
    ) -> Result<Vec<KeeperActRow>, StoreError>;
    /// Cases for which something falls due by a moment.
    async fn cases_to_wake(&self, now: Moment, limit: u32) -> Result<Vec<CaseId>, StoreError>;
    /// Cases in which a decided disclosure waits to be released.
    async fn cases_to_release(&self, limit: u32) -> Result<Vec<CaseId>, StoreError>;
    /// Every case, in the order of identifiers, after one: for rebuilding and checking.
    async fn case_ids(&self, after: Option<&CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError>;
    /// The cases that a digest of a unit's blind index leads to.
    async fn cases_indexed(
        &self,
        unit: &casework::id::UnitId,
        version: u32,
        digest: &[u8],
        limit: u32,
    ) -> Result<Vec<CaseId>, StoreError>;
    /// How many searches an account made after a moment, counted up to `limit`.
    async fn searches_since(&self, account: &AccountId, since: Moment, limit: u32)
    -> Result<u32, StoreError>;
    /// The searches of a half-year, counted by place, account, kind and whether anything was found.
    async fn searches_counted(&self, period: &str) -> Result<Vec<SearchCountRow>, StoreError>;
    /// The rota of a place, `unit:…` or `trust:…`: what was not taken off and does not end before a day.
    async fn rota_of(&self, place: &str, from: Day) -> Result<Vec<RotaRow>, StoreError>;
    /// One entry of the rota, taken off or not.
    async fn rota_entry(&self, id: &str) -> Result<Option<RotaRow>, StoreError>;
    /// The delegations of a trust, the latest first.
    async fn delegations_of(&self, trust: &casework::id::TrustId) -> Result<Vec<DelegationRow>, StoreError>;
    /// How many earlier referrals a force made about any of these digests since a moment.
    async fn repetitions(
        &self,
        force: &ForceId,
        digests: &[Vec<u8>],
        since: Moment,
    ) -> Result<u32, StoreError>;
    /// Forgets repetition digests older than a moment.
    async fn forget_repetitions(&self, before: Moment) -> Result<u64, StoreError>;
    /// The answer recorded for an idempotency key, if there is one.
    async fn idempotent(
        &self,
        account: &AccountId,
        route: &str,
        key: &str,
    ) -> Result<Option<IdempotencyRow>, StoreError>;
    /// Sealed content of a disclosure.
    async fn content(&self, case: &CaseId, n: u32) -> Result<Option<Vec<u8>>, StoreError>;
    /// Replaces all read models of one case; used by rebuilding.
    async fn replace_models(&self, models: CaseModels) -> Result<(), StoreError>;
    /// Empties the read models before rebuilding.
    async fn clear_models(&self) -> Result<(), StoreError>;
    /// The read models are whole again.
    async fn models_whole(&self) -> Result<(), StoreError>;
    /// Whether they were emptied and are not whole again.
    async fn is_rebuilding(&self) -> Result<bool, StoreError>;

    /// Saves a sealed draft.
    async fn save_draft(&self, draft: DraftRow, new_keys: Vec<KeyRow>) -> Result<(), StoreError>;
    /// One draft of an account.
    async fn draft(&self, account: &AccountId, draft: &CaseId) -> Result<Option<DraftRow>, StoreError>;
    /// The drafts of an account, newest first.
    async fn drafts(&self, account: &AccountId) -> Result<Vec<DraftRow>, StoreError>;
    /// Deletes a draft; its key goes with it where no event was recorded under it.
    async fn delete_draft(&self, account: &AccountId, draft: &CaseId) -> Result<(), StoreError>;
    /// Deletes drafts and orphaned keys that expired before a moment; says how many.
    async fn sweep_drafts(&self, now: Moment) -> Result<u64, StoreError>;

    /// Whatever waits to be handed over, oldest first.
    async fn outbox(&self, limit: u32) -> Result<Vec<OutboxRow>, StoreError>;
    /// What waits of one kind, oldest first: what cannot go holds up nothing of another kind.
    async fn outbox_of(&self, kind: &str, limit: u32) -> Result<Vec<OutboxRow>, StoreError>;
    /// It was handed over.
    async fn outbox_done(&self, id: &str, at: Moment) -> Result<(), StoreError>;

    /// Organisations.
    async fn places(&self) -> Result<Vec<PlaceRow>, StoreError>;
    /// The information-rights contacts of forces that have one.
    async fn contacts(&self) -> Result<Vec<ContactRow>, StoreError>;
    /// An account by its sign-in name.
    async fn account_by_name(&self, name: &str) -> Result<Option<AccountRow>, StoreError>;
    /// An account.
    async fn account(&self, id: &AccountId) -> Result<Option<AccountRow>, StoreError>;
    /// An account by the digest of its bearer token.
    async fn account_by_token(&self, digest: &[u8]) -> Result<Option<AccountRow>, StoreError>;
    /// All accounts, by name.
    async fn accounts(&self) -> Result<Vec<AccountRow>, StoreError>;
    /// Opens a session.
    async fn open_session(&self, session: SessionRow) -> Result<(), StoreError>;
    /// A session by the digest of its token, unless it has expired.
    async fn session(&self, digest: &[u8], now: Moment) -> Result<Option<SessionRow>, StoreError>;
    /// The sessions of an account that have not expired, oldest first.
    async fn sessions_of(&self, account: &AccountId, now: Moment) -> Result<Vec<SessionRow>, StoreError>;
    /// Ends every session of an account but one; says how many.
    async fn end_other_sessions(&self, account: &AccountId, kept: &[u8]) -> Result<u64, StoreError>;
    /// A passkey by its identifier.
    async fn passkey(&self, id: &[u8]) -> Result<Option<PasskeyRow>, StoreError>;
    /// The passkeys of an account, oldest first.
    async fn passkeys_of(&self, account: &AccountId) -> Result<Vec<PasskeyRow>, StoreError>;
    /// A passkey was used; [`StoreError::Conflict`] where it is gone.
    async fn use_passkey(&self, id: &[u8], key: Vec<u8>, at: Moment) -> Result<(), StoreError>;
    /// Whom the provider of an organisation means, by the digest of issuer and subject.
    async fn organisation_link(&self, id: &[u8]) -> Result<Option<OrganisationLinkRow>, StoreError>;
    /// The organisation's sign-in that opens an account.
    async fn organisation_link_of(
        &self,
        account: &AccountId,
    ) -> Result<Option<OrganisationLinkRow>, StoreError>;
    /// It was used; [`StoreError::Conflict`] where it is gone.
    async fn use_organisation_link(&self, id: &[u8], at: Moment) -> Result<(), StoreError>;
    /// Keeps what somebody typed, in the place of what they typed before.
    async fn keep_form(&self, row: KeptFormRow) -> Result<(), StoreError>;
    /// What was kept under an identifier, unless its time is over; it is gone afterwards.
    async fn take_form(&self, id: &str, now: Moment) -> Result<Option<Vec<u8>>, StoreError>;
    /// A challenge was answered, and may not be again; [`StoreError::Repeated`] where it was.
    async fn answer_challenge(&self, digest: [u8; 32], expires: Moment) -> Result<(), StoreError>;
    /// The sealed secret of an account's second factor.
    async fn second_factor(&self, account: &AccountId) -> Result<Option<Vec<u8>>, StoreError>;
    /// A time step of the second factor was used; [`StoreError::Repeated`] where it, or a later one, was before.
    async fn use_second_factor(&self, account: &AccountId, step: u64) -> Result<(), StoreError>;
    /// A recovery code was used, by the digest that is kept of it, and is gone; [`StoreError::Conflict`] where it is none.
    async fn use_recovery_code(&self, account: &AccountId, digest: [u8; 32]) -> Result<(), StoreError>;
    /// A session goes on until then.
    async fn keep_session(&self, digest: &[u8], expires: Moment) -> Result<(), StoreError>;
    /// The holder of a session proved who they are: it goes on under another token, and the one before opens nothing.
    async fn prove_session(&self, digest: &[u8], proved: ProvedSession) -> Result<(), StoreError>;
    /// What two administrators do, by its identifier.
    async fn dual_control(&self, id: &str) -> Result<Option<DualRow>, StoreError>;
    /// The same by the digest that is kept of the code that came of it.
    async fn dual_control_by_code(&self, code: &[u8; 32]) -> Result<Option<DualRow>, StoreError>;
    /// What is not over, oldest first.
    async fn dual_control_open(&self, limit: u32) -> Result<Vec<DualRow>, StoreError>;
    /// Ends a session.
    async fn end_session(&self, digest: &[u8]) -> Result<(), StoreError>;
    /// Forgets sessions that expired.
    async fn sweep_sessions(&self, now: Moment) -> Result<u64, StoreError>;

    /// A policy pack that was kept.
    async fn pack(&self, digest: &[u8; 32]) -> Result<Option<PackRow>, StoreError>;
    /// How far the comparison of an offered pack came.
    async fn pack_comparison(&self, digest: &[u8; 32]) -> Result<Option<PackComparisonRow>, StoreError>;
    /// Records how far it came.
    async fn record_pack_comparison(&self, row: PackComparisonRow) -> Result<(), StoreError>;
    /// Cases that are not closed, in the order of identifiers, after one.
    async fn cases_not_closed(&self, after: Option<&CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError>;

    /// What is wrong with the files themselves: each with what the database says of it.
    async fn integrity(&self) -> Result<Vec<(String, String)>, StoreError>;
    /// Every stream with its first and last position, in the order of stream and case, after one.
    async fn streams(
        &self,
        after: Option<&(String, String)>,
        limit: u32,
    ) -> Result<Vec<StreamRow>, StoreError>;
    /// The cases in the lists, in the order of identifiers, after one.
    async fn listed_cases(&self, after: Option<&CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError>;

    /// What the store is.
    async fn about(&self) -> Result<StoreAbout, StoreError>;
    /// Whether the store answers, for `/readyz`.
    async fn ready(&self) -> Result<(), StoreError>;
    /// Whether the record moved to another place: it is read here, and nothing is recorded any more.
    async fn has_moved(&self) -> Result<bool, StoreError>;
    /// Returns once nothing is recorded any more until the store is opened again, because it is not known what the medium
    /// holds.
    async fn halted(&self);
    /// Finishes what was begun, and closes.
    async fn close(&self);
}

/// The rows of the ledger: pending leaves, entries, head.
#[async_trait]
pub trait LedgerStore: Send + Sync + std::fmt::Debug {
    /// Whether several nodes may have this record open, so that they must agree which of them leads.
    fn is_shared(&self) -> bool;
    /// Takes the lease for so many seconds by the database's clock, or keeps it, and gives the ledger's epoch; `None`
    /// while another holder has it. A new holder begins a new epoch in the same transaction: whatever the one before it
    /// still numbers or signs is refused.
    async fn lease(&self, holder: &str, seconds: u32) -> Result<Option<u64>, StoreError>;
    /// Gives the lease up, so that another node need not wait until it ends.
    async fn give_up_lease(&self, holder: &str) -> Result<(), StoreError>;
    /// The head; `None` before the ledger was started.
    async fn head(&self) -> Result<Option<LedgerHead>, StoreError>;
    /// Starts the ledger: writes the first head unless there is one.
    async fn start(&self, head: LedgerHead) -> Result<(), StoreError>;
    /// Pending leaves in the order in which they were made: those of runs that keep their order while there are any,
    /// the others otherwise, from behind a row on (0 for all).
    async fn pending(&self, after: i64, limit: u32) -> Result<Vec<PendingLeaf>, StoreError>;
    /// In one transaction: numbers these leaves in their order, from the expected size on, removes them from the pending
    /// ones, and moves the head from `expected` (epoch, size) to `head`. `false` if the head was not as expected: nothing
    /// was written.
    async fn sequence(
        &self,
        expected: (u64, u64),
        head: LedgerHead,
        leaves: Vec<PendingLeaf>,
    ) -> Result<bool, StoreError>;
    /// Records a signed or cosigned checkpoint for the head of this epoch.
    async fn record_checkpoint(&self, epoch: u64, note: CheckpointRow) -> Result<(), StoreError>;
    /// The latest checkpoint; witnessed ones only, where asked.
    async fn checkpoint(&self, witnessed: bool) -> Result<Option<CheckpointRow>, StoreError>;
    /// Entries from an index on, in order.
    async fn entries(&self, from: u64, limit: u32) -> Result<Vec<NumberedEntry>, StoreError>;
    /// Where a commitment stands, whose leaf was made when its event happened, and its tally, once there is one; `None`
    /// while it is pending.
    async fn leaf_of(&self, commitment: &[u8; 32], made: Moment) -> Result<Option<LeafOf>, StoreError>;
    /// Whether a commitment waits to be numbered.
    async fn is_pending(&self, commitment: &[u8; 32]) -> Result<bool, StoreError>;
    /// Adds the entry of an act, which goes out at once, unless what it says is what stands already.
    ///
    /// `act` is the kind of the act; `digest` what it says, and zeros where it says nothing more. In one transaction, so
    /// that a start that was cut off is completed by the next one.
    async fn announce(
        &self,
        act: &str,
        digest: [u8; 32],
        entry: Vec<u8>,
        made: Moment,
    ) -> Result<(), StoreError>;

    /// What the last act of a kind said; `None` where there was none.
    async fn standing_act(&self, act: &str) -> Result<Option<[u8; 32]>, StoreError>;

    /// What events did to promises up to the end of a week and no batch has taken up, in order.
    async fn promise_acts(&self, through: Week) -> Result<Vec<PromiseActRow>, StoreError>;
    /// The week of the first such act.
    async fn first_promise_week(&self) -> Result<Option<Week>, StoreError>;
    /// Keeps this seed for the tags of decoys, unless there is one; gives the one that is kept.
    async fn decoy_seed(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError>;
    /// In one transaction: takes up entries that were published after the backup from which this database was restored.
    /// A leaf that waits and is among them is numbered by it; a commitment that no event here belongs to is noted as
    /// lost, and tallied as `other`. Says how many are lost; `None` if the head was not as expected and nothing was
    /// written.
    async fn take_up(&self, taken: TakenUp) -> Result<Option<u64>, StoreError>;
    /// The restores that were made, newest first.
    async fn restores(&self, limit: u32) -> Result<Vec<RestoreRow>, StoreError>;
    /// Entries whose events are lost, in order, from an index on.
    async fn lost(&self, from: u64, limit: u32) -> Result<Vec<u64>, StoreError>;

    /// The week of the last batch.
    async fn last_batch(&self) -> Result<Option<Week>, StoreError>;
    /// The last batches, counted, newest first.
    async fn weeks(&self, limit: u32) -> Result<Vec<WeekRow>, StoreError>;
    /// One promise that stands in the ledger.
    async fn standing(&self, promise: &PromiseId) -> Result<Option<StandingRow>, StoreError>;
    /// The decoys that stand in the ledger.
    async fn decoys(&self) -> Result<Vec<StandingRow>, StoreError>;
    /// Writes the batch of a week in one transaction; [`StoreError::Repeated`] where the week has one.
    async fn record_batch(&self, batch: NewBatch) -> Result<(), StoreError>;

    /// The day of the first commitment that is numbered and not tallied.
    async fn first_untallied(&self) -> Result<Option<Day>, StoreError>;
    /// The commitments that are numbered and not tallied, up to a day.
    async fn untallied(&self, through: Day) -> Result<Vec<TallyRow>, StoreError>;
    /// The last period that was tallied.
    async fn last_tallied(&self) -> Result<Option<Period>, StoreError>;
    /// Writes the tallies of a period in one transaction; [`StoreError::Repeated`] where it has some,
    /// [`StoreError::Conflict`] where a commitment up to its last day waits, or was numbered since.
    async fn record_tallies(&self, tallies: NewTallies) -> Result<(), StoreError>;
    /// A period that was tallied.
    async fn tallied(&self, period: Period) -> Result<Option<TalliedPeriod>, StoreError>;
    /// What the tally at a place of a period counts.
    async fn tallied_at(&self, period: Period, rank: u64) -> Result<Option<CommittedRow>, StoreError>;
    /// What the entry of this number commits to, where it is the commitment of an event; `None` too where what is kept
    /// for its tally is missing or names another number.
    async fn committed_at(&self, index: u64) -> Result<Option<CommittedRow>, StoreError>;

    /// What the reviewer committed to for a period.
    async fn sample(&self, period: Period) -> Result<Option<SampleRow>, StoreError>;
    /// Records the reviewer's commitment and its act; [`StoreError::Repeated`] where there is one.
    async fn commit_sample(
        &self,
        period: Period,
        digest: [u8; 32],
        entry: Vec<u8>,
        made: Moment,
    ) -> Result<(), StoreError>;
    /// Records what the reviewer revealed and its act; [`StoreError::Repeated`] where it was revealed before.
    async fn reveal_sample(
        &self,
        period: Period,
        revealed: [u8; 32],
        entry: Vec<u8>,
        made: Moment,
    ) -> Result<(), StoreError>;
}

/// Where the published files of the ledger lie. Writing is durable before it returns; files appear whole.
#[async_trait]
pub trait Tiles: Send + Sync + std::fmt::Debug {
    /// Reads a file by its path below `ledger/`.
    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Reads several files, in the order in which they are asked for.
    async fn read_all(&self, paths: &[String]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        let mut found = Vec::with_capacity(paths.len());
        for path in paths {
            found.push(self.read(path).await?);
        }
        Ok(found)
    }
    /// Writes a file, by the rule of its kind, whoever else writes at the same time. A tile is made once: where it is
    /// there already it must hold the same bytes. A checkpoint, of now or of a week, is replaced by a later one alone.
    /// The policy is replaced. Writing what is there already does nothing.
    ///
    /// [`StoreError::Published`] where another thing lies there, [`StoreError::Overtaken`] where a later checkpoint does.
    async fn write(&self, path: &str, bytes: Vec<u8>) -> Result<(), StoreError>;
    /// Writes several files, each by its rule as [`write`](Self::write) does. All are durable when it returns; where it
    /// fails or is cut off any of them may be there.
    async fn write_all(&self, files: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        for (path, bytes) in files {
            self.write(&path, bytes).await?;
        }
        Ok(())
    }
    /// Does of [`write_all`](Self::write_all) what nobody sees; the rest is [`PreparedFiles::publish`]. Where it is not
    /// asked for nothing stays.
    async fn prepare(
        &self,
        files: Vec<(String, Vec<u8>)>,
    ) -> Result<Box<dyn PreparedFiles + '_>, StoreError> {
        Ok(Box::new(Unprepared { tiles: self, files }))
    }
}

/// Files of the ledger that nobody sees yet.
#[async_trait]
pub trait PreparedFiles: Send {
    /// Lets them appear. All are durable when it returns; where it fails or is cut off any of them may be there.
    async fn publish(self: Box<Self>) -> Result<(), StoreError>;
}

/// For storage on which nothing can be done ahead.
struct Unprepared<'a, T: Tiles + ?Sized> {
    tiles: &'a T,
    files: Vec<(String, Vec<u8>)>,
}

#[async_trait]
impl<T: Tiles + ?Sized> PreparedFiles for Unprepared<'_, T> {
    async fn publish(self: Box<Self>) -> Result<(), StoreError> {
        self.tiles.write_all(self.files).await
    }
}

/// Witnesses, as the log talks to them.
#[async_trait]
pub trait Witnesses: Send + Sync + std::fmt::Debug {
    /// Asks every witness of the policy to cosign; returns cosignature lines of those that did. `old_size` and the
    /// proof are those of the last checkpoint that each witness is known to have.
    async fn cosign(&self, request: CosignRequest) -> Vec<CosignAnswer>;
}

/// The one clock.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The time now.
    fn now(&self) -> Moment;
}

/// The one source of chance.
pub use vault::entropy::Entropy;
