//! [`Store`] on either database: reads go to the readers, everything else to the writer.

use crate::{
    database::{Column, Database, ask, whole},
    engine::Query,
    fields::signed,
    sql::{keys, read},
    write::{Command, models::rank},
};
use async_trait::async_trait;
use casework::{
    header::Stream,
    id::{AccountId, BlobId, CaseId, ForceId, IndividualId, TrustId, UnitId},
    time::{Day, Moment},
};
use service::ports::{
    AccountRow, CaseModels, CaseRow, ContactRow, DelegationRow, DraftRow, DualRow, IdempotencyRow,
    KeeperActRow, KeptFormRow, KeyRow, OrganisationLinkRow, OutboxRow, PackComparisonRow, PackRow,
    PasskeyRow, PlaceRow, ProvedSession, QueueQuery, RotaRow, SearchCountRow, SessionRow, Store, StoreAbout,
    StoreError, StoredEvent, StreamRow, TaskRow, Write,
};
use std::collections::BTreeSet;

/// Sorts behind every moment and identifier: a page without a bound above.
const LAST: (i64, &str) = (i64::MAX, "~");
/// Sorts before every identifier, which has at least one letter.
const FIRST: &str = "";

fn bound(before: Option<&(Moment, CaseId)>) -> (i64, &str) {
    before.map_or(LAST, |(moment, case)| (moment.0, case.as_str()))
}

fn case_id(text: String) -> Result<CaseId, StoreError> {
    CaseId::try_from(text).map_err(|_| StoreError::Corrupt { table: "cases" })
}

/// The one number of an answer that is a number.
fn counted(found: &[i64], table: &'static str) -> Result<u32, StoreError> {
    u32::try_from(found.first().copied().unwrap_or(0)).map_err(|_| StoreError::Corrupt { table })
}

impl Database {
    async fn case_column(&self, query: Query<'_>, table: &'static str) -> Result<Vec<CaseId>, StoreError> {
        let texts = self.column::<String>(query, Column { table, name: "case_id" }).await?;
        texts.into_iter().map(case_id).collect()
    }

    async fn sealed(&self, query: Query<'_>, table: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.column(query, Column { table, name: "sealed" }).await?.into_iter().next())
    }
}

#[async_trait]
impl Store for Database {
    async fn append(&self, write: Write) -> Result<(), StoreError> {
        self.written(Command::Append(Box::new(write))).await
    }

    async fn events(&self, case: &CaseId, stream: Stream) -> Result<Vec<StoredEvent>, StoreError> {
        self.all(ask(read::EVENTS).bind(stream.as_str()).bind(case.as_str())).await
    }

    async fn event_at(
        &self,
        case: &CaseId,
        stream: Stream,
        position: u64,
    ) -> Result<Option<StoredEvent>, StoreError> {
        let position = signed(position, "events")?;
        self.one(ask(read::EVENT_AT).bind(stream.as_str()).bind(case.as_str()).bind(position)).await
    }

    async fn event_committed(
        &self,
        day: Day,
        commitment: &[u8; 32],
    ) -> Result<Option<StoredEvent>, StoreError> {
        let (start, end) = (day.start().0, day.plus_days(1).start().0);
        self.one(ask(read::EVENT_COMMITTED).bind(start).bind(end).bind(&commitment[..])).await
    }

    async fn last_position(&self, case: &CaseId, stream: Stream) -> Result<u64, StoreError> {
        let column = Column { table: "events", name: "position" };
        let query = ask(read::LAST_POSITION).bind(stream.as_str()).bind(case.as_str());
        let last: Vec<i64> = self.column(query, column).await?;
        u64::try_from(last.first().copied().unwrap_or(0)).map_err(|_| StoreError::Corrupt { table: "events" })
    }

    async fn keys(&self, case: &CaseId) -> Result<Vec<KeyRow>, StoreError> {
        self.key_rows(ask(keys::KEYS).bind(case.as_str())).await
    }

    async fn all_keys(&self, after: Option<(&CaseId, &str)>, limit: u32) -> Result<Vec<KeyRow>, StoreError> {
        // Nothing sorts before the empty text.
        let (case, kind) = after.map_or(("", ""), |(case, kind)| (case.as_str(), kind));
        self.key_rows(ask(keys::ALL_KEYS).bind(case).bind(kind).bind(i64::from(limit))).await
    }

    async fn wrapped_under(
        &self,
        holder: &str,
        epoch: u32,
        limit: u32,
    ) -> Result<(Option<Moment>, u32), StoreError> {
        let epoch = i64::from(epoch);
        let column = |name| Column { table: "keys", name };
        let first = ask(keys::FIRST_UNDER).bind(holder).bind(epoch);
        let first: Vec<i64> = self.key_column(first, column("made")).await?;
        let wrapped = ask(keys::WRAPPED_UNDER).bind(holder).bind(epoch).bind(i64::from(limit));
        let wrapped: Vec<i64> = self.key_column(wrapped, column("wrapped")).await?;
        Ok((first.first().copied().map(Moment), counted(&wrapped, "keys")?))
    }

    async fn blob(&self, case: &CaseId, blob: &BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        self.sealed(ask(read::BLOB).bind(case.as_str()).bind(blob.as_str()), "blobs").await
    }

    async fn case_row(&self, case: &CaseId) -> Result<Option<CaseRow>, StoreError> {
        self.one(ask(read::CASE).bind(case.as_str())).await
    }

    async fn case_by_reference(&self, reference: &str) -> Result<Option<CaseRow>, StoreError> {
        self.one(ask(read::CASE_BY_REFERENCE).bind(reference)).await
    }

    async fn case_by_letter(&self, lookup: &str) -> Result<Option<CaseId>, StoreError> {
        Ok(self.case_column(ask(read::CASE_BY_LETTER).bind(lookup), "letters").await?.into_iter().next())
    }

    async fn tasks(&self, queue: &QueueQuery) -> Result<Vec<TaskRow>, StoreError> {
        let limit = i64::from(queue.limit);
        let (role, scope) = (queue.role.as_str(), queue.scope.as_str());
        let (held, account) = (queue.held.as_str(), queue.account.as_str());
        match &queue.after {
            None => {
                let query = ask(read::QUEUE).bind(role).bind(scope).bind(held).bind(account).bind(limit);
                self.all(query.bind(queue.since.0)).await
            }
            Some((urgent, since, case, kind, n)) => {
                let query = ask(read::QUEUE_AFTER)
                    .bind(role)
                    .bind(scope)
                    .bind(held)
                    .bind(account)
                    .bind(limit)
                    .bind(queue.since.0)
                    .bind(rank(*urgent))
                    .bind(since.0)
                    .bind(case.as_str())
                    .bind(kind)
                    .bind(i64::from(*n));
                self.all(query).await
            }
        }
    }

    async fn task_count(&self, queue: &QueueQuery) -> Result<u32, StoreError> {
        let column = Column { table: "tasks", name: "waiting" };
        let query = ask(read::QUEUE_LENGTH)
            .bind(queue.role.as_str())
            .bind(&queue.scope)
            .bind(queue.held.as_str())
            .bind(queue.account.as_str())
            .bind(i64::from(queue.limit))
            .bind(queue.since.0);
        let counts: Vec<i64> = self.column(query, column).await?;
        counted(&counts, "tasks")
    }

    async fn case_tasks(&self, case: &CaseId) -> Result<Vec<TaskRow>, StoreError> {
        self.all(ask(read::CASE_TASKS).bind(case.as_str())).await
    }

    async fn cases_of_account(
        &self,
        account: &AccountId,
        before: Option<(Moment, CaseId)>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        // Two pages, each in the order of its index, make one: neither needs sorting whatever the number of cases.
        let (moment, case) = bound(before.as_ref());
        let mut rows: Vec<CaseRow> = Vec::new();
        for statement in [read::CASES_OPENED_BY, read::CASES_RECEIVED_BY] {
            let query = ask(statement).bind(account.as_str()).bind(moment).bind(case).bind(i64::from(limit));
            rows.extend(self.all::<CaseRow>(query).await?);
        }
        rows.sort_by(|a, b| (b.since(account), &b.case).cmp(&(a.since(account), &a.case)));
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(rows)
    }

    async fn referrals_of_officer(
        &self,
        account: &AccountId,
        force: &ForceId,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let query = ask(read::REFERRALS_OF_OFFICER).bind(account.as_str()).bind(force.as_str());
        self.all(query.bind(i64::from(limit))).await
    }

    async fn referrals_left(&self, force: &ForceId, limit: u32) -> Result<u32, StoreError> {
        let column = Column { table: "cases", name: "waiting" };
        let query = ask(read::REFERRALS_LEFT).bind(force.as_str()).bind(i64::from(limit));
        let found: Vec<i64> = self.column(query, column).await?;
        counted(&found, "cases")
    }

    async fn officers_who_left(&self, force: &ForceId, limit: u32) -> Result<Vec<AccountRow>, StoreError> {
        self.all(ask(read::OFFICERS_WHO_LEFT).bind(force.as_str()).bind(i64::from(limit))).await
    }

    async fn cases_received_by_who_left(
        &self,
        trust: &TrustId,
        standing_back: &IndividualId,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let query = ask(read::CASES_RECEIVED_BY_WHO_LEFT).bind(trust.as_str()).bind(standing_back.as_str());
        self.all(query.bind(i64::from(limit))).await
    }

    async fn reports_of(
        &self,
        account: &AccountId,
        before: Option<(Moment, CaseId)>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let (moment, case) = bound(before.as_ref());
        let query = ask(read::REPORTS_OF).bind(account.as_str()).bind(moment).bind(case);
        self.all(query.bind(i64::from(limit))).await
    }

    async fn cases_of_unit(
        &self,
        unit: &UnitId,
        before: Option<(Moment, CaseId)>,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let (moment, case) = bound(before.as_ref());
        let query =
            ask(read::CASES_OF_UNIT).bind(unit.as_str()).bind(moment).bind(case).bind(i64::from(limit));
        self.all(query).await
    }

    async fn first_closed(&self, unit: &UnitId, from: Moment) -> Result<Option<Moment>, StoreError> {
        let column = Column { table: "cases", name: "updated" };
        let query = ask(read::FIRST_CLOSED).bind(unit.as_str()).bind(from.0);
        let first: Vec<i64> = self.column(query, column).await?;
        Ok(first.first().copied().map(Moment))
    }

    async fn closed_count(
        &self,
        unit: &UnitId,
        (from, before): (Moment, Moment),
        limit: u32,
    ) -> Result<u32, StoreError> {
        let column = Column { table: "cases", name: "closed" };
        let query =
            ask(read::CLOSED_COUNT).bind(unit.as_str()).bind(from.0).bind(before.0).bind(i64::from(limit));
        let found: Vec<i64> = self.column(query, column).await?;
        counted(&found, "cases")
    }

    async fn keeper_acts(
        &self,
        account: &AccountId,
        before: Option<&KeeperActRow>,
        limit: u32,
    ) -> Result<Vec<KeeperActRow>, StoreError> {
        let (moment, stream) = before.map_or(LAST, |row| (row.happened.0, row.stream.as_str()));
        let position = before.map_or(Ok(i64::MAX), |row| signed(row.position, "keeper_acts"))?;
        let query = ask(read::KEEPER_ACTS)
            .bind(account.as_str())
            .bind(moment)
            .bind(stream)
            .bind(position)
            .bind(i64::from(limit));
        self.all(query).await
    }

    async fn cases_to_wake(&self, now: Moment, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        self.case_column(ask(read::CASES_TO_WAKE).bind(now.0).bind(i64::from(limit)), "cases").await
    }

    async fn cases_to_release(&self, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        self.case_column(ask(read::CASES_TO_RELEASE).bind(i64::from(limit)), "cases").await
    }

    async fn case_ids(&self, after: Option<&CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let after = after.map_or(FIRST, CaseId::as_str);
        self.case_column(ask(read::CASE_IDS).bind(after).bind(i64::from(limit)), "events").await
    }

    async fn cases_indexed(
        &self,
        unit: &UnitId,
        version: u32,
        digest: &[u8],
        limit: u32,
    ) -> Result<Vec<CaseId>, StoreError> {
        let query = ask(read::CASES_INDEXED)
            .bind(unit.as_str())
            .bind(i64::from(version))
            .bind(digest)
            .bind(i64::from(limit));
        self.case_column(query, "blind_index").await
    }

    async fn rota_of(&self, place: &str, from: Day) -> Result<Vec<RotaRow>, StoreError> {
        self.all(ask(read::ROTA_OF).bind(place).bind(from.to_string())).await
    }

    async fn rota_entry(&self, id: &str) -> Result<Option<RotaRow>, StoreError> {
        self.one(ask(read::ROTA_ENTRY).bind(id)).await
    }

    async fn delegations_of(&self, trust: &TrustId) -> Result<Vec<DelegationRow>, StoreError> {
        self.all(ask(read::DELEGATIONS_OF).bind(trust.as_str())).await
    }

    async fn searches_since(
        &self,
        account: &AccountId,
        since: Moment,
        limit: u32,
    ) -> Result<u32, StoreError> {
        let column = Column { table: "searches", name: "made" };
        let query = ask(read::SEARCHES_SINCE).bind(account.as_str()).bind(since.0).bind(i64::from(limit));
        let counts: Vec<i64> = self.column(query, column).await?;
        counted(&counts, "searches")
    }

    async fn searches_counted(&self, period: &str) -> Result<Vec<SearchCountRow>, StoreError> {
        self.all(ask(read::SEARCHES_COUNTED).bind(period)).await
    }

    async fn repetitions(
        &self,
        force: &ForceId,
        digests: &[Vec<u8>],
        since: Moment,
    ) -> Result<u32, StoreError> {
        let day = since.day().start().0;
        let column = Column { table: "repetitions", name: "referral" };
        let mut referrals: BTreeSet<Vec<u8>> = BTreeSet::new();
        for digest in digests {
            let query = ask(read::REPETITIONS).bind(force.as_str()).bind(digest).bind(day);
            referrals.extend(self.column::<Vec<u8>>(query, column).await?);
        }
        Ok(u32::try_from(referrals.len()).unwrap_or(u32::MAX))
    }

    async fn forget_repetitions(&self, before: Moment) -> Result<u64, StoreError> {
        self.counted(Command::ForgetRepetitions { before }).await
    }

    async fn idempotent(
        &self,
        account: &AccountId,
        route: &str,
        key: &str,
    ) -> Result<Option<IdempotencyRow>, StoreError> {
        self.one(ask(read::IDEMPOTENT).bind(account.as_str()).bind(route).bind(key)).await
    }

    async fn content(&self, case: &CaseId, n: u32) -> Result<Option<Vec<u8>>, StoreError> {
        self.sealed(ask(read::CONTENT).bind(case.as_str()).bind(i64::from(n)), "contents").await
    }

    async fn replace_models(&self, models: CaseModels) -> Result<(), StoreError> {
        self.written(Command::ReplaceModels(Box::new(models))).await
    }

    async fn clear_models(&self) -> Result<(), StoreError> {
        self.written(Command::ClearModels).await
    }

    async fn models_whole(&self) -> Result<(), StoreError> {
        self.written(Command::ModelsWhole).await
    }

    async fn is_rebuilding(&self) -> Result<bool, StoreError> {
        self.any(ask(read::IS_REBUILDING)).await
    }

    async fn save_draft(&self, draft: DraftRow, new_keys: Vec<KeyRow>) -> Result<(), StoreError> {
        self.written(Command::SaveDraft { draft, new_keys }).await
    }

    async fn draft(&self, account: &AccountId, draft: &CaseId) -> Result<Option<DraftRow>, StoreError> {
        self.one(ask(read::DRAFT).bind(draft.as_str()).bind(account.as_str())).await
    }

    async fn drafts(&self, account: &AccountId) -> Result<Vec<DraftRow>, StoreError> {
        self.all(ask(read::DRAFTS).bind(account.as_str())).await
    }

    async fn delete_draft(&self, account: &AccountId, draft: &CaseId) -> Result<(), StoreError> {
        self.written(Command::DeleteDraft { account: account.clone(), draft: draft.clone() }).await
    }

    async fn sweep_drafts(&self, now: Moment) -> Result<u64, StoreError> {
        self.counted(Command::SweepDrafts { now }).await
    }

    async fn outbox(&self, limit: u32) -> Result<Vec<OutboxRow>, StoreError> {
        self.all(ask(read::OUTBOX).bind(i64::from(limit))).await
    }

    async fn outbox_of(&self, kind: &str, limit: u32) -> Result<Vec<OutboxRow>, StoreError> {
        self.all(ask(read::OUTBOX_OF).bind(i64::from(limit)).bind(kind)).await
    }

    async fn outbox_done(&self, id: &str, at: Moment) -> Result<(), StoreError> {
        self.written(Command::OutboxDone { id: id.to_owned(), at }).await
    }

    async fn places(&self) -> Result<Vec<PlaceRow>, StoreError> {
        self.all(whole(read::ALL_PLACES)).await
    }

    async fn contacts(&self) -> Result<Vec<ContactRow>, StoreError> {
        self.all(whole(read::ALL_CONTACTS)).await
    }

    async fn account_by_name(&self, name: &str) -> Result<Option<AccountRow>, StoreError> {
        self.one(ask(read::ACCOUNT_BY_NAME).bind(name)).await
    }

    async fn account(&self, id: &AccountId) -> Result<Option<AccountRow>, StoreError> {
        self.one(ask(read::ACCOUNT).bind(id.as_str())).await
    }

    async fn account_by_token(&self, digest: &[u8]) -> Result<Option<AccountRow>, StoreError> {
        self.one(ask(read::ACCOUNT_BY_TOKEN).bind(digest)).await
    }

    async fn accounts(&self) -> Result<Vec<AccountRow>, StoreError> {
        self.all(whole(read::ALL_ACCOUNTS)).await
    }

    async fn open_session(&self, session: SessionRow) -> Result<(), StoreError> {
        self.written(Command::OpenSession(session)).await
    }

    async fn session(&self, digest: &[u8], now: Moment) -> Result<Option<SessionRow>, StoreError> {
        self.one(ask(read::SESSION).bind(digest).bind(now.0)).await
    }

    async fn sessions_of(&self, account: &AccountId, now: Moment) -> Result<Vec<SessionRow>, StoreError> {
        self.all(ask(read::SESSIONS_OF).bind(account.as_str()).bind(now.0)).await
    }

    async fn end_other_sessions(&self, account: &AccountId, kept: &[u8]) -> Result<u64, StoreError> {
        self.counted(Command::EndOtherSessions { account: account.clone(), kept: kept.to_vec() }).await
    }

    async fn passkey(&self, id: &[u8]) -> Result<Option<PasskeyRow>, StoreError> {
        self.one(ask(read::PASSKEY).bind(id)).await
    }

    async fn passkeys_of(&self, account: &AccountId) -> Result<Vec<PasskeyRow>, StoreError> {
        self.all(ask(read::PASSKEYS_OF).bind(account.as_str())).await
    }

    async fn use_passkey(&self, id: &[u8], key: Vec<u8>, at: Moment) -> Result<(), StoreError> {
        self.written(Command::UsePasskey { id: id.to_vec(), key, at }).await
    }

    async fn organisation_link(&self, id: &[u8]) -> Result<Option<OrganisationLinkRow>, StoreError> {
        self.one(ask(read::ORGANISATION_LINK).bind(id)).await
    }

    async fn organisation_link_of(
        &self,
        account: &AccountId,
    ) -> Result<Option<OrganisationLinkRow>, StoreError> {
        self.one(ask(read::ORGANISATION_LINK_OF).bind(account.as_str())).await
    }

    async fn use_organisation_link(&self, id: &[u8], at: Moment) -> Result<(), StoreError> {
        self.written(Command::UseOrganisationLink { id: id.to_vec(), at }).await
    }

    async fn keep_form(&self, row: KeptFormRow) -> Result<(), StoreError> {
        self.written(Command::KeepForm(row)).await
    }

    async fn take_form(&self, id: &str, now: Moment) -> Result<Option<Vec<u8>>, StoreError> {
        let sealed = self.sealed(ask(read::KEPT_FORM).bind(id).bind(now.0), "kept_forms").await?;
        if sealed.is_some() {
            self.written(Command::DropKeptForm { id: id.to_owned() }).await?;
        }
        Ok(sealed)
    }

    async fn answer_challenge(&self, digest: [u8; 32], expires: Moment) -> Result<(), StoreError> {
        self.written(Command::AnswerChallenge { digest, expires }).await
    }

    async fn second_factor(&self, account: &AccountId) -> Result<Option<Vec<u8>>, StoreError> {
        self.sealed(ask(read::SECOND_FACTOR).bind(account.as_str()), "accounts").await
    }

    async fn use_second_factor(&self, account: &AccountId, step: u64) -> Result<(), StoreError> {
        let step = signed(step, "accounts")?;
        self.written(Command::UseSecondFactor { account: account.clone(), step }).await
    }

    async fn use_recovery_code(&self, account: &AccountId, digest: [u8; 32]) -> Result<(), StoreError> {
        self.written(Command::UseRecoveryCode { account: account.clone(), digest }).await
    }

    async fn keep_session(&self, digest: &[u8], expires: Moment) -> Result<(), StoreError> {
        self.written(Command::KeepSession { digest: digest.to_vec(), expires }).await
    }

    async fn prove_session(&self, digest: &[u8], proved: ProvedSession) -> Result<(), StoreError> {
        self.written(Command::ProveSession { digest: digest.to_vec(), proved }).await
    }

    async fn dual_control(&self, id: &str) -> Result<Option<DualRow>, StoreError> {
        self.one(ask(read::DUAL_CONTROL).bind(id)).await
    }

    async fn dual_control_by_code(&self, code: &[u8; 32]) -> Result<Option<DualRow>, StoreError> {
        self.one(ask(read::DUAL_CONTROL_BY_CODE).bind(&code[..])).await
    }

    async fn dual_control_open(&self, limit: u32) -> Result<Vec<DualRow>, StoreError> {
        self.all(ask(read::DUAL_CONTROL_OPEN).bind(i64::from(limit))).await
    }

    async fn end_session(&self, digest: &[u8]) -> Result<(), StoreError> {
        self.written(Command::EndSession { digest: digest.to_vec() }).await
    }

    async fn sweep_sessions(&self, now: Moment) -> Result<u64, StoreError> {
        self.counted(Command::SweepSessions { now }).await
    }

    async fn pack(&self, digest: &[u8; 32]) -> Result<Option<PackRow>, StoreError> {
        self.one(ask(read::PACK).bind(&digest[..])).await
    }

    async fn pack_comparison(&self, digest: &[u8; 32]) -> Result<Option<PackComparisonRow>, StoreError> {
        self.one(ask(read::PACK_COMPARISON).bind(&digest[..])).await
    }

    async fn record_pack_comparison(&self, row: PackComparisonRow) -> Result<(), StoreError> {
        self.written(Command::RecordPackComparison(Box::new(row))).await
    }

    async fn cases_not_closed(&self, after: Option<&CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let after = after.map_or(FIRST, CaseId::as_str);
        self.case_column(ask(read::CASES_NOT_CLOSED).bind(after).bind(i64::from(limit)), "cases").await
    }

    async fn integrity(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.integrity_of_files().await
    }

    async fn streams(
        &self,
        after: Option<&(String, String)>,
        limit: u32,
    ) -> Result<Vec<StreamRow>, StoreError> {
        let (stream, case) = after.map_or((FIRST, FIRST), |(stream, case)| (stream.as_str(), case.as_str()));
        self.all(ask(read::STREAMS).bind(stream).bind(case).bind(i64::from(limit))).await
    }

    async fn listed_cases(&self, after: Option<&CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let after = after.map_or(FIRST, CaseId::as_str);
        self.case_column(ask(read::LISTED_CASES).bind(after).bind(i64::from(limit)), "cases").await
    }

    async fn about(&self) -> Result<StoreAbout, StoreError> {
        let column = Column { table: "migrations", name: "version" };
        let version: Vec<i64> = self.column(ask(read::SCHEMA_VERSION), column).await?;
        let keystore: Vec<i64> = self.key_column(ask(keys::SCHEMA_VERSION), column).await?;
        Ok(StoreAbout {
            is_on_a_server: self.is_on_a_server(),
            version: counted(&version, "migrations")?,
            keystore_version: counted(&keystore, "migrations")?,
        })
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.answers().await
    }

    async fn has_moved(&self) -> Result<bool, StoreError> {
        self.is_frozen().await
    }

    async fn halted(&self) {
        self.writer_halted().await;
    }

    async fn close(&self) {
        Self::close(self).await;
    }
}
