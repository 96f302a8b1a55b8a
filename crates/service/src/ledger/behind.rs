//! What stands behind an entry of the ledger: the reviewer's way from a number that was drawn to the case that it is of.
//!
//! The ledger itself leads nowhere: an entry is a salted commitment. The record knows, and says so to the reviewer alone;
//! that they asked is a reading of the case.

use crate::{
    dates::ForReaders as _,
    engine::{Service, open_event},
    error::{Answer, ServiceError},
    ports::{CommittedRow, StoredEvent},
};
use casework::{
    actor::{Actor, Role},
    decide,
    event::{Class, Event},
    header::Stream,
    id::CaseId,
    refusal::Refusal,
};
use tlog::entry::{Entry, Read, read};

/// What an entry is of.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct BehindEntry {
    /// The number that was asked for.
    pub index: u64,
    /// What sort of entry it is, for people.
    pub sort: String,
    /// The class of what happened; `None` where nothing in this record stands behind the entry.
    pub class: Option<String>,
    /// When it happened, for people.
    pub at: Option<String>,
    /// The case; `None` where it is of none, as a change of an account.
    pub case: Option<CaseId>,
    /// The case's reference.
    pub reference: Option<String>,
    /// Its place among what happened in the case; `None` for a reading.
    pub position: Option<u64>,
}

impl Service {
    /// What stands behind an entry, for the reviewer; where it is of a case, a reading of that case.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else; [`Refusal::NoSuchCase`] where the ledger has no such entry.
    pub async fn behind_entry(&self, actor: &Actor, index: u64) -> Answer<BehindEntry> {
        if actor.role != Role::Reviewer {
            return Err(Refusal::NotYourRole.into());
        }
        let entries = self.parts.ledger.entries(index, 1).await?;
        let entry = entries.first().filter(|entry| entry.index == index);
        let entry = entry.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
        let (sort, committed) = match read(&entry.entry) {
            Ok(Read::Known(Entry::Commitment { .. })) => {
                (::words::say("view-entry-event"), self.parts.ledger.committed_at(index).await?)
            }
            Ok(Read::Known(Entry::Tally { period, .. })) => {
                let first = self.tallies_of(period).await?.map(|(first, _)| first);
                let rank = first.and_then(|first| index.checked_sub(first));
                let counted = match rank {
                    Some(rank) => self.parts.ledger.tallied_at(period, rank).await?,
                    None => None,
                };
                (::words::say("view-entry-tally"), counted)
            }
            _ => (::words::say("view-entry-act"), None),
        };
        let mut behind =
            BehindEntry { index, sort, class: None, at: None, case: None, reference: None, position: None };
        let stored = match committed {
            Some(row) => self.event_committed(row).await?,
            None => None,
        };
        if let Some(stored) = stored {
            self.fill(&mut behind, actor, &stored).await?;
        }
        Ok(behind)
    }

    async fn fill(&self, behind: &mut BehindEntry, actor: &Actor, stored: &StoredEvent) -> Answer<()> {
        if stored.stream == Stream::Account {
            let class = if stored.kind == "search-made" { Class::SearchMade } else { Class::AccountChanged };
            behind.class = Some(class.as_str().to_owned());
            behind.at = Some(stored.time.for_readers());
            return Ok(());
        }
        let loaded = self.load_for(&stored.case, actor).await?;
        // Erased, or none of theirs: then there is no more to say than what the ledger says itself.
        let Some(loaded) = loaded else { return Ok(()) };
        if decide::stands_back(&loaded.case, actor) {
            return Err(Refusal::ConflictDeclared.into());
        }
        let event = open_event(&loaded.keys, stored)?;
        let page = format!("{}/entry", actor.role.as_str());
        self.record_read(&stored.case, &loaded.keys, &Event::CaseRead { by: actor.into(), page }).await?;
        behind.class = Some(event.class().as_str().to_owned());
        behind.at = Some(stored.time.for_readers());
        behind.reference = Some(loaded.case.reference.to_string());
        behind.position = (stored.stream == Stream::Decision).then_some(stored.position);
        behind.case = Some(stored.case.clone());
        Ok(())
    }

    /// The event of a commitment; `None` where it was lost with the files of a restored database.
    async fn event_committed(&self, row: CommittedRow) -> Answer<Option<StoredEvent>> {
        Ok(self.parts.store.event_committed(row.day, &row.commitment).await?)
    }
}
