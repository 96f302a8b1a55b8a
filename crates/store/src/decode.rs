//! Rows of the ports, read from rows of the database.

use crate::{engine::Row, fields::Fields};
use casework::{
    actor::{Place, Role},
    delegation::{RotaKind, Scope},
    header::Stream,
    id::AccountId,
    search::SearchBy,
    time::Day,
};
use service::ports::{
    AccountRow, CaseRow, CheckpointRow, CommittedRow, ContactRow, DelegationRow, DraftRow, DualRow,
    IdempotencyRow, KeeperActRow, KeyRow, LeafOf, LedgerHead, NumberedEntry, OrganisationLinkRow, OutboxRow,
    PackComparisonRow, PackRow, PasskeyRow, PendingLeaf, PlaceRow, PromiseActRow, PromiseChange, RestoreRow,
    RotaRow, SampleRow, SearchCountRow, SessionRow, StandingRow, StoreError, StoredEvent, StreamRow,
    TalliedPeriod, TallyOf, TallyRow, TaskRow, WeekRow,
};
use tlog::entry::{PromiseId, VoidReason, Week};

/// What a row can be read as.
pub(crate) trait FromRow: Sized {
    const TABLE: &'static str;
    fn read(row: &Fields<'_>) -> Result<Self, StoreError>;

    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Self::read(&Fields::new(row, Self::TABLE))
    }
}

impl FromRow for StoredEvent {
    const TABLE: &'static str = "events";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            stream: Stream::parse(&row.text("stream")?).ok_or_else(|| row.corrupt())?,
            case: row.id("case_id")?,
            position: row.number("position")?,
            kind: row.text("kind")?,
            time: row.moment("happened")?,
            header: row.bytes("header")?,
            payload: row.bytes("payload")?,
            salt: row.bytes("salt")?,
            commitment: row.digest("commitment")?,
        })
    }
}

impl FromRow for CaseRow {
    const TABLE: &'static str = "cases";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            case: row.id("case_id")?,
            reference: row.text("reference")?,
            unit: row.id("unit")?,
            trust: row.id("trust")?,
            force: row.id_or_none("force")?,
            opened_by: row.id("opened_by")?,
            recipient: row.id_or_none("recipient")?,
            informed: row.moment_or_none("informed")?,
            origin: row.text("origin")?,
            phase: row.text("phase")?,
            stage: row.text("stage")?,
            officer_state: row.text("officer_state")?,
            fixed_at: row.moment("fixed_at")?,
            opened: row.moment("opened")?,
            updated: row.moment("updated")?,
            position: row.number("position")?,
            wake: row.moment_or_none("wake")?,
            to_release: row.flag("to_release")?,
            holder: row.id_or_none("holder")?,
            barred: row.ids("barred")?,
            handed_over: row.moment_or_none("handed_over")?,
        })
    }
}

impl FromRow for KeeperActRow {
    const TABLE: &'static str = "keeper_acts";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            account: row.id("account")?,
            happened: row.moment("happened")?,
            stream: row.id("case_id")?,
            position: row.number("position")?,
        })
    }
}

impl FromRow for TaskRow {
    const TABLE: &'static str = "tasks";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            case: row.id("case_id")?,
            reference: row.text("reference")?,
            scope: row.text("scope")?,
            role: Role::parse(&row.text("role")?).ok_or_else(|| row.corrupt())?,
            kind: row.text("kind")?,
            n: row.number("n")?,
            since: row.moment("since")?,
            urgent: row.signed("rank")? == 0,
            holder: row.id_or_none("holder")?,
            barred: row.ids("barred")?,
            origin: row.text("origin")?,
        })
    }
}

/// A calendar day.
fn day(row: &Fields<'_>, column: &'static str) -> Result<Day, StoreError> {
    Day::parse(&row.text(column)?).ok_or_else(|| row.corrupt())
}

impl FromRow for RotaRow {
    const TABLE: &'static str = "rota";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            kind: RotaKind::parse(&row.text("kind")?).ok_or_else(|| row.corrupt())?,
            place: row.text("place")?,
            account: row.id("account")?,
            first: day(row, "first")?,
            last: day(row, "last")?,
            by: row.id("kept_by")?,
            by_individual: row.id("by_individual")?,
            made: row.moment("made")?,
        })
    }
}

impl FromRow for DelegationRow {
    const TABLE: &'static str = "delegations";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            trust: row.id("trust")?,
            guardian: row.id("guardian")?,
            deputy: row.id("deputy")?,
            first: day(row, "first")?,
            last: day(row, "last")?,
            scope: Scope::parse(&row.text("scope")?).ok_or_else(|| row.corrupt())?,
            document: row.text("document")?,
            made: row.moment("made")?,
            revoked: row.moment_or_none("revoked")?,
        })
    }
}

impl FromRow for SearchCountRow {
    const TABLE: &'static str = "searches";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            scope: row.text("scope")?,
            account: row.id("account")?,
            means: SearchBy::parse(&row.text("means")?).ok_or_else(|| row.corrupt())?,
            nothing: row.flag("in_vain")?,
            made: row.number("made")?,
        })
    }
}

impl FromRow for IdempotencyRow {
    const TABLE: &'static str = "idempotency";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            account: row.id("account")?,
            route: row.text("route")?,
            key: row.text("request_key")?,
            request: row.digest("request")?,
            case: row.id("case_id")?,
            answer: row.bytes("answer")?,
            made: row.moment("made")?,
        })
    }
}

impl FromRow for DraftRow {
    const TABLE: &'static str = "drafts";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            draft: row.id("draft")?,
            account: row.id("account")?,
            sealed: row.bytes("sealed")?,
            saved: row.moment("saved")?,
            expires: row.moment("expires")?,
        })
    }
}

impl FromRow for OutboxRow {
    const TABLE: &'static str = "outbox";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text("id")?,
            kind: row.text("kind")?,
            case: row.id("case_id")?,
            blob: row.id("blob")?,
            made: row.moment("made")?,
        })
    }
}

impl FromRow for PlaceRow {
    const TABLE: &'static str = "places";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            kind: row.text("kind")?,
            id: row.text("id")?,
            title: row.text("title")?,
            parent: row.text_or_none("parent")?,
            nation: row.text("nation")?,
        })
    }
}

impl FromRow for ContactRow {
    const TABLE: &'static str = "contacts";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self { force: row.id("force")?, address: row.text("address")? })
    }
}

impl FromRow for AccountRow {
    const TABLE: &'static str = "accounts";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            account: row.id("account")?,
            individual: row.id("individual")?,
            name: row.text("name")?,
            title: row.text("title")?,
            role: Role::parse(&row.text("role")?).ok_or_else(|| row.corrupt())?,
            place: match row.text("place_kind")?.as_str() {
                "force" => Place::Force(row.id("place_id")?),
                "unit" => Place::Unit(row.id("place_id")?),
                "trust" => Place::Trust(row.id("place_id")?),
                "independent" => Place::Independent,
                "service" => Place::Service,
                _ => return Err(row.corrupt()),
            },
            password: row.text("password")?,
            token: row.bytes_or_none("token")?,
            active: row.flag("active")?,
        })
    }
}

/// A place as two columns.
pub(crate) fn place_columns(place: &Place) -> (&'static str, Option<&str>) {
    match place {
        Place::Force(id) => ("force", Some(id.as_str())),
        Place::Unit(id) => ("unit", Some(id.as_str())),
        Place::Trust(id) => ("trust", Some(id.as_str())),
        Place::Independent => ("independent", None),
        Place::Service => ("service", None),
    }
}

impl FromRow for SessionRow {
    const TABLE: &'static str = "sessions";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            digest: row.bytes("digest")?,
            account: row.id("account")?,
            csrf: row.text("csrf")?,
            opened: row.moment("opened")?,
            expires: row.moment("expires")?,
            ends: row.moment("ends")?,
            proved: row.moment("proved")?,
            method: row.text("method")?,
            browser: row.bytes("browser")?,
        })
    }
}

impl FromRow for DualRow {
    const TABLE: &'static str = "dual_control";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        let account = |column: &'static str| -> Result<Option<AccountId>, StoreError> {
            row.text_or_none(column)?.map(|id| AccountId::parse(&id).map_err(|_| row.corrupt())).transpose()
        };
        Ok(Self {
            id: row.text("id")?,
            wanted: row.text("wanted")?,
            said: row.text("said")?,
            asked_by: row.id("asked_by")?,
            asked: row.moment("asked")?,
            confirmed: account("confirmed_by")?.zip(row.moment_or_none("confirmed")?),
            checked: row.text_or_none("checked")?,
            enrols: account("account")?.zip(row.moment_or_none("expires")?),
            ended: row.moment_or_none("ended")?,
        })
    }
}

impl FromRow for PasskeyRow {
    const TABLE: &'static str = "passkeys";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.bytes("id")?,
            account: row.id("account")?,
            label: row.text("label")?,
            key: row.bytes("key")?,
            made: row.moment("made")?,
            used: row.moment_or_none("used")?,
        })
    }
}

impl FromRow for OrganisationLinkRow {
    const TABLE: &'static str = "organisation_links";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.bytes("id")?,
            account: row.id("account")?,
            issuer: row.text("issuer")?,
            made: row.moment("made")?,
            used: row.moment_or_none("used")?,
        })
    }
}

impl FromRow for KeyRow {
    const TABLE: &'static str = "keys";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            case: row.id("case_id")?,
            kind: row.text("kind")?,
            unit: row.text("unit")?,
            epoch: row.number("epoch")?,
            wrapped: row.bytes("wrapped")?,
            made: row.moment("made")?,
        })
    }
}

impl FromRow for LedgerHead {
    const TABLE: &'static str = "ledger_head";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self { epoch: row.number("epoch")?, size: row.number("size")?, root: row.digest("root")? })
    }
}

impl FromRow for PendingLeaf {
    const TABLE: &'static str = "ledger_pending";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.signed("id")?,
            entry: row.bytes("entry")?,
            commitment: row.digest_or_none("commitment")?,
            flush: row.flag("flush")?,
            in_order: row.flag("in_order")?,
            made: row.moment("made")?,
        })
    }
}

impl FromRow for NumberedEntry {
    const TABLE: &'static str = "ledger_entries";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            index: row.number("idx")?,
            entry: row.bytes("entry")?,
            commitment: row.digest_or_none("commitment")?,
        })
    }
}

impl FromRow for CheckpointRow {
    const TABLE: &'static str = "ledger_checkpoints";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            size: row.number("size")?,
            root: row.digest("root")?,
            note: row.bytes("note")?,
            witnessed: row.flag("witnessed")?,
            made: row.moment("made")?,
        })
    }
}

fn promise(row: &Fields<'_>) -> Result<PromiseId, StoreError> {
    row.bytes("promise")?.try_into().map(PromiseId::from_bytes).map_err(|_| row.corrupt())
}

impl FromRow for PromiseActRow {
    const TABLE: &'static str = "promise_acts";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        let until =
            || row.text_or_none("until")?.as_deref().and_then(Week::parse).ok_or_else(|| row.corrupt());
        let change = match row.text("act")?.as_str() {
            "opened" => PromiseChange::Opened(until()?),
            "moved" => PromiseChange::Moved(until()?),
            "kept" => PromiseChange::Kept,
            "void" => {
                let why = row.text_or_none("why")?;
                PromiseChange::Void(why.as_deref().and_then(VoidReason::parse).ok_or_else(|| row.corrupt())?)
            }
            _ => return Err(row.corrupt()),
        };
        Ok(Self { id: row.signed("id")?, promise: promise(row)?, change })
    }
}

/// What was done to a promise, as three columns: the act, the week, the reason.
pub(crate) fn promise_columns(change: PromiseChange) -> (&'static str, Option<String>, Option<&'static str>) {
    match change {
        PromiseChange::Opened(until) => ("opened", Some(until.to_string()), None),
        PromiseChange::Moved(until) => ("moved", Some(until.to_string()), None),
        PromiseChange::Kept => ("kept", None, None),
        PromiseChange::Void(why) => ("void", None, Some(why.as_str())),
    }
}

impl FromRow for StandingRow {
    const TABLE: &'static str = "promises_standing";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            promise: promise(row)?,
            until: Week::parse(&row.text("until")?).ok_or_else(|| row.corrupt())?,
            decoy: row.flag("decoy")?,
        })
    }
}

impl FromRow for TallyRow {
    const TABLE: &'static str = "ledger_tallies";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            made: row.moment("made")?,
            commitment: row.digest("commitment")?,
            class: row.text("class")?,
            salt: row.digest("salt")?,
        })
    }
}

impl FromRow for LeafOf {
    const TABLE: &'static str = "ledger_tallies";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        let tally = match row.text_or_none("period")? {
            Some(period) => Some(TallyOf {
                period,
                class: row.text("written")?,
                salt: row.digest("salt")?,
                rank: row.number("place")?,
            }),
            None => None,
        };
        Ok(Self { index: row.number("idx")?, tally })
    }
}

impl FromRow for CommittedRow {
    const TABLE: &'static str = "ledger_tallies";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        let day = Day::parse(&row.text("day")?).ok_or_else(|| row.corrupt())?;
        Ok(Self { commitment: row.digest("commitment")?, day })
    }
}

impl FromRow for TalliedPeriod {
    const TABLE: &'static str = "tallied_periods";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self { after: row.number("after")?, tallies: row.number("tallies")? })
    }
}

impl FromRow for PackRow {
    const TABLE: &'static str = "packs";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            digest: row.digest("digest")?,
            name: row.text("name")?,
            files: row.bytes("files")?,
            stored: row.moment("stored")?,
        })
    }
}

impl FromRow for PackComparisonRow {
    const TABLE: &'static str = "pack_comparisons";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            digest: row.digest("digest")?,
            against: row.digest("against")?,
            after: row.text("after")?,
            seen: row.number("seen")?,
            differ: row.number("differ")?,
            changes: row.text("changes")?,
            finished: row.flag("finished")?,
        })
    }
}

impl FromRow for StreamRow {
    const TABLE: &'static str = "events";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            stream: Stream::parse(&row.text("stream")?).ok_or_else(|| row.corrupt())?,
            case: row.id("case_id")?,
            events: row.number("events")?,
            first: row.number("first")?,
            last: row.number("last")?,
        })
    }
}

impl FromRow for SampleRow {
    const TABLE: &'static str = "samples";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            digest: row.digest("digest")?,
            committed: row.moment("committed")?,
            revealed: row.digest_or_none("revealed")?,
        })
    }
}

impl FromRow for RestoreRow {
    const TABLE: &'static str = "restores";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            made: row.moment("made")?,
            before: row.number("before")?,
            after: row.number("after")?,
            lost: row.number("lost")?,
        })
    }
}

impl FromRow for WeekRow {
    const TABLE: &'static str = "weekly_batches";
    fn read(row: &Fields<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            week: row.text("week")?,
            opened: row.number("opened")?,
            kept: row.number("kept")?,
            kept_late: row.number("kept_late")?,
            open: row.number("still_due")?,
            broken: row.number("broken")?,
        })
    }
}
