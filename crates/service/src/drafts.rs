//! Drafts of referrals: sealed under a key of their own, seen by their author alone, gone after seven days.

use crate::{
    dates::ForReaders as _,
    engine::Service,
    error::{Answer, Fault, ServiceError},
    ports::{DraftRow, KeyRow},
};
use casework::{
    actor::{Actor, Role},
    id::CaseId,
    refusal::Refusal,
    time::{DAY_SECONDS, HOUR, Moment},
};
use serde_json::Value;
use vault::{
    case_keys,
    kek::Holder,
    seal::{self, DataKey, Place},
    wrapped::WrappedKey,
};

/// How long a draft is kept after it was last saved, in seconds: seven days.
pub const DRAFT_SECONDS: i64 = 7 * DAY_SECONDS;

/// How long before it goes a draft says so louder, in seconds: two days.
pub const SOON_SECONDS: i64 = 2 * DAY_SECONDS;

/// When a draft goes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DraftEnd {
    /// The day and time, for people.
    pub at: String,
    /// How long that is off, in words.
    pub left: String,
    /// Whether it is less than two days off.
    pub soon: bool,
}

impl DraftEnd {
    fn of(row: &DraftRow, now: Moment) -> Self {
        let left = row.expires.0 - now.0;
        Self {
            at: row.expires.for_readers(),
            left: match (left / DAY_SECONDS, left / HOUR) {
                (0, 0) => ::words::say("view-span-less-than-an-hour"),
                (0, hours) => ::words::phrase("view-span-hours").with("n", hours).say(),
                (days, _) => ::words::phrase("view-span-days").with("n", days).say(),
            },
            soon: left <= SOON_SECONDS,
        }
    }
}

/// How many drafts an author has at once: each press of a button begins one, and nobody writes so many at a time.
pub const DRAFTS_MAX: usize = 100;

/// Largest draft, in bytes of JSON: the longest texts of a form, and room for its ticks.
const DRAFT_BYTES_MAX: usize = 128 * 1024;

/// A draft in its author's list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DraftView {
    /// The draft.
    pub id: String,
    /// When it was last saved, for people.
    pub saved: String,
    /// When it goes.
    pub ends: DraftEnd,
}

impl Service {
    /// Saves a draft, new or known.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] if it is too large, and for a new one where there are [`DRAFTS_MAX`];
    /// [`Refusal::NoSuchCase`] if it is not the author's.
    pub async fn save_draft(&self, actor: &Actor, draft: Option<&CaseId>, form: &Value) -> Answer<CaseId> {
        if !matches!(actor.role, Role::Officer | Role::HealthWorker | Role::Clinician) {
            return Err(Refusal::NotYourRole.into());
        }
        let text = form.to_string();
        if text.len() > DRAFT_BYTES_MAX {
            let expected = ::words::say("refusal-expected-shorter-form");
            return Err(ServiceError::Invalid(vec![Fault::new("", expected)]));
        }
        let (id, key, new_keys) = match draft {
            Some(id) => {
                self.parts.store.draft(&actor.account, id).await?.ok_or(Refusal::NoSuchCase)?;
                (id.clone(), self.draft_key(id).await?.ok_or(Refusal::NoSuchCase)?, Vec::new())
            }
            None => {
                if self.drafts(actor).await?.len() >= DRAFTS_MAX {
                    let fewer =
                        ::words::phrase("refusal-expected-fewer-drafts").with("most", DRAFTS_MAX).say();
                    return Err(ServiceError::Invalid(vec![Fault::new("", fewer)]));
                }
                let id = CaseId::from_bytes(self.drawn());
                let key = DataKey::fresh(self.entropy());
                let kek = self.parts.keks.newest(&Holder::service())?;
                let wrapped =
                    case_keys::wrap_draft(&*self.parts.keks, &kek, id.as_str(), &key, self.entropy())?;
                let row = KeyRow {
                    case: id.clone(),
                    kind: "draft".to_owned(),
                    unit: "service".to_owned(),
                    epoch: kek.epoch,
                    wrapped: wrapped.to_bytes(),
                    made: self.now(),
                };
                (id, key, vec![row])
            }
        };
        let now = self.now();
        let row = DraftRow {
            sealed: seal::seal(&key, self.entropy(), text.as_bytes(), &place(&id, actor))?,
            draft: id.clone(),
            account: actor.account.clone(),
            saved: now,
            expires: now.plus(DRAFT_SECONDS),
        };
        self.parts.store.save_draft(row, new_keys).await?;
        Ok(id)
    }

    /// A draft; `None` for an unknown one, somebody else's, and one that has gone.
    ///
    /// # Errors
    /// As the store's.
    pub async fn draft(&self, actor: &Actor, id: &CaseId) -> Answer<Option<Value>> {
        let Some(row) = self.parts.store.draft(&actor.account, id).await? else { return Ok(None) };
        if row.expires <= self.now() {
            return Ok(None);
        }
        let Some(key) = self.draft_key(id).await? else { return Ok(None) };
        let text = seal::open(&key, &row.sealed, &place(id, actor))?;
        serde_json::from_slice(&text).map(Some).map_err(|_| ServiceError::Broken("a draft does not read"))
    }

    /// When a draft goes; `None` as for the draft itself.
    ///
    /// # Errors
    /// As the store's.
    pub async fn draft_end(&self, actor: &Actor, id: &CaseId) -> Answer<Option<DraftEnd>> {
        let now = self.now();
        let row = self.parts.store.draft(&actor.account, id).await?;
        Ok(row.filter(|row| row.expires > now).map(|row| DraftEnd::of(&row, now)))
    }

    /// The drafts of an author, newest first.
    ///
    /// # Errors
    /// As the store's.
    pub async fn drafts(&self, actor: &Actor) -> Answer<Vec<DraftView>> {
        let now = self.now();
        Ok(self
            .parts
            .store
            .drafts(&actor.account)
            .await?
            .into_iter()
            .filter(|row| row.expires > now)
            .map(|row| DraftView {
                id: row.draft.to_string(),
                saved: row.saved.for_readers(),
                ends: DraftEnd::of(&row, now),
            })
            .collect())
    }

    /// Deletes a draft.
    ///
    /// # Errors
    /// As the store's.
    pub async fn delete_draft(&self, actor: &Actor, id: &CaseId) -> Answer<()> {
        Ok(self.parts.store.delete_draft(&actor.account, id).await?)
    }

    async fn draft_key(&self, id: &CaseId) -> Answer<Option<DataKey>> {
        let rows = self.parts.store.keys(id).await?;
        let Some(row) = rows.iter().find(|row| row.kind == "draft") else { return Ok(None) };
        let wrapped = WrappedKey::from_bytes(&row.wrapped)?;
        Ok(Some(case_keys::unwrap_draft(&*self.parts.keks, id.as_str(), &wrapped)?))
    }
}

fn place<'a>(id: &'a CaseId, actor: &'a Actor) -> Place<'a> {
    Place::Blob { case: id.as_str(), blob: actor.account.as_str(), kind: "draft" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::id::AccountId;

    #[test]
    fn a_draft_says_when_it_goes_and_louder_in_its_last_two_days() {
        let saved = Moment(1_790_000_000);
        let row = DraftRow {
            draft: CaseId::from_bytes([1; 16]),
            account: AccountId::parse("olive").unwrap(),
            sealed: Vec::new(),
            saved,
            expires: saved.plus(DRAFT_SECONDS),
        };
        let check = |after: i64, left: &str, soon: bool| {
            let end = DraftEnd::of(&row, saved.plus(after));
            assert_eq!((end.left.as_str(), end.soon), (left, soon), "{after}");
            assert_eq!(end.at, row.expires.for_people());
        };
        check(0, "7 days", false);
        check(5 * DAY_SECONDS - 1, "2 days", false);
        check(5 * DAY_SECONDS, "2 days", true);
        check(6 * DAY_SECONDS, "1 day", true);
        check(6 * DAY_SECONDS + HOUR, "23 hours", true);
        check(7 * DAY_SECONDS - 60, "less than an hour", true);
    }
}
