//! Receipts as people see them, one for each thing that happened, and full openings.
//!
//! SECURITY: a receipt proves that something is in the ledger and not what. A full opening proves to anybody who holds it
//! what happened. So it is a separate thing, asked for one at a time by those who answer for decisions, by the reviewer,
//! and by the person themselves; giving one out is a reading, recorded before it leaves. Police never have one.

use super::receipts::{receipt_name, unmade};
use crate::{
    dates::ForReaders as _,
    engine::{Loaded, Service, open_event, open_with_header, salt_name},
    error::{Answer, ServiceError},
    person_page::Opens,
    ports::{CheckpointRow, LeafOf, StoredEvent},
};
use casework::{
    actor::Actor,
    breach::{Breach, BreachKind},
    case::{Case, NoticeStatus},
    decide,
    event::Event,
    header,
    id::CaseId,
    refusal::Refusal,
};
use tlog::receipt::{self, Located};
use vault::seal::{self, Place};

/// What whoever is given a full opening must know, in the language that is answered in.
#[must_use]
pub fn warning() -> String {
    ::words::say("view-opening-warning")
}

/// The same in English, for programs.
pub const WARNING: &str = "This file proves to anybody who holds it what happened. Give it only to somebody whom you would tell. Nobody may make you show it.";

/// Something that happened and is in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LedgerLine {
    /// Its place in the case.
    pub position: u64,
    /// What happened.
    pub what: String,
    /// When, for people.
    pub at: String,
    /// The number of its entry in the ledger; `None` until it is witnessed.
    pub index: Option<u64>,
    /// Whether this reader may have a full opening of it.
    pub opens: bool,
}

/// A file to keep.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ReceiptFile {
    /// What happened, where that is said.
    pub what: String,
    /// When, for people.
    pub at: String,
    /// The file's name.
    pub name: String,
    /// What stands in it.
    pub file: String,
}

impl Service {
    /// What of a case is in the ledger, for those who work on it and those who review it. A reading.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown and what is not theirs.
    pub async fn ledger_lines(&self, id: &CaseId, actor: &Actor) -> Answer<(String, Vec<LedgerLine>)> {
        let loaded = self.for_clinic(id, actor).await?;
        self.read_as(&loaded, actor, "receipts").await?;
        let checkpoint = self.parts.ledger.checkpoint(true).await?;
        let opens = decide::may_open_fully(&loaded.case, actor);
        let mut lines = Vec::new();
        for stored in &loaded.events {
            let event = open_event(&loaded.keys, stored)?;
            let Some(line) = crate::timeline::line(&event, &loaded.case, actor, self.words()) else {
                continue;
            };
            let leaf = match &checkpoint {
                Some(checkpoint) => self.witnessed_leaf(stored, checkpoint).await?,
                None => None,
            };
            let index = leaf.map(|leaf| leaf.index);
            lines.push(LedgerLine {
                position: stored.position,
                what: line.what,
                at: stored.time.for_readers(),
                opens: opens && index.is_some(),
                index,
            });
        }
        Ok((loaded.case.reference.to_string(), lines))
    }

    /// The receipt of one thing that happened: name and bytes. A reading, like everything about one case.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown, not theirs and not witnessed yet.
    pub async fn receipt(&self, id: &CaseId, actor: &Actor, position: u64) -> Answer<(String, Vec<u8>)> {
        let loaded = self.for_clinic(id, actor).await?;
        let (stored, checkpoint) = self.at(&loaded, position).await?;
        let event = open_event(&loaded.keys, stored)?;
        if crate::timeline::line(&event, &loaded.case, actor, self.words()).is_none() {
            return Err(Refusal::NoSuchCase.into());
        }
        let found = self.inclusion_receipt(stored, &checkpoint).await?;
        let (_, bytes) = found.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
        self.read_as(&loaded, actor, &format!("receipt-{position}")).await?;
        Ok((receipt_name(&loaded, stored), bytes))
    }

    /// A full opening of one thing that happened: name and bytes. A reading, recorded before it is given out.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] alike for what is unknown, not theirs and not witnessed yet.
    pub async fn full_opening(&self, id: &CaseId, actor: &Actor, position: u64) -> Answer<(String, Vec<u8>)> {
        let loaded = self.for_clinic(id, actor).await?;
        if !decide::may_open_fully(&loaded.case, actor) {
            return Err(Refusal::NoSuchCase.into());
        }
        let (stored, checkpoint) = self.at(&loaded, position).await?;
        let opened = self.opening(&loaded, stored, &checkpoint).await?;
        let bytes = opened.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
        self.read_as(&loaded, actor, &format!("opening-{position}")).await?;
        Ok((opening_name(&loaded, stored), bytes))
    }

    /// What the person may keep of what they have been told, by letter code and agreed phrase: receipts, or where `full`
    /// full openings. A reading; `None` is the one constant answer.
    ///
    /// # Errors
    /// As the store's; nothing is given out whose reading cannot be recorded.
    pub async fn person_receipts(
        &self,
        code: &str,
        phrase: &str,
        full: bool,
    ) -> Answer<Option<Vec<ReceiptFile>>> {
        let Some((loaded, opens)) = self.person_at(code, phrase).await? else { return Ok(None) };
        let mut files = Vec::new();
        if let Some(checkpoint) = self.parts.ledger.checkpoint(true).await? {
            for stored in &loaded.events {
                let event = open_event(&loaded.keys, stored)?;
                let what = match &opens {
                    Opens::Case(_) => for_person(&event, &loaded.case),
                    Opens::Breach(n, _) => for_another(&event, &loaded.case, *n),
                };
                let Some(what) = what else { continue };
                let made = if full {
                    let opening = self.opening(&loaded, stored, &checkpoint).await?;
                    opening.map(|bytes| (opening_name(&loaded, stored), bytes))
                } else {
                    let receipt = self.inclusion_receipt(stored, &checkpoint).await?;
                    receipt.map(|(_, bytes)| (receipt_name(&loaded, stored), bytes))
                };
                let Some((name, bytes)) = made else { continue };
                let file =
                    String::from_utf8(bytes).map_err(|_| ServiceError::Broken("a receipt is no text"))?;
                files.push(ReceiptFile { what, at: stored.time.for_readers(), name, file });
            }
        }
        self.record_read(&loaded.case.id, &loaded.keys, &Event::PersonRead {}).await?;
        Ok(Some(files))
    }

    async fn for_clinic(&self, id: &CaseId, actor: &Actor) -> Answer<Loaded> {
        let loaded = self.load_for(id, actor).await?;
        let loaded = loaded.filter(|loaded| decide::reads_as_clinic(&loaded.case, actor));
        loaded.ok_or(ServiceError::Refused(Refusal::NoSuchCase))
    }

    async fn read_as(&self, loaded: &Loaded, actor: &Actor, page: &str) -> Answer<()> {
        let page = format!("{}/{page}", actor.role.as_str());
        self.record_read(&loaded.case.id, &loaded.keys, &Event::CaseRead { by: actor.into(), page }).await
    }

    /// An event by its place, and the last witnessed checkpoint.
    async fn at<'a>(&self, loaded: &'a Loaded, position: u64) -> Answer<(&'a StoredEvent, CheckpointRow)> {
        let stored = loaded.events.iter().find(|stored| stored.position == position);
        let checkpoint = self.parts.ledger.checkpoint(true).await?;
        stored.zip(checkpoint).ok_or(ServiceError::Refused(Refusal::NoSuchCase))
    }

    /// A full opening; `None` until the event is witnessed.
    async fn opening(
        &self,
        loaded: &Loaded,
        stored: &StoredEvent,
        checkpoint: &CheckpointRow,
    ) -> Answer<Option<Vec<u8>>> {
        let Some(LeafOf { index, .. }) = self.witnessed_leaf(stored, checkpoint).await? else {
            return Ok(None);
        };
        let name = salt_name(stored.stream, stored.position);
        let place = Place::Blob { case: stored.case.as_str(), blob: &name, kind: "salt" };
        let salt = seal::open(&loaded.keys.case, &stored.salt, &place)?;
        let salt: [u8; 32] =
            salt.as_slice().try_into().map_err(|_| ServiceError::Broken("a salt is not 32 bytes long"))?;
        let (header, event) = open_with_header(&loaded.keys, stored)?;
        let bytes = header::write(&header, &event)?.event();
        let proof = self.inclusion(index, checkpoint.size).await?;
        let entry = tlog::Entry::Commitment { c: stored.commitment }.to_bytes();
        let located = Located { entry: &entry, index, proof: &proof };
        let made = receipt::make_opening(located, &checkpoint.note, &salt, &bytes)
            .map_err(|error| unmade(&error))?;
        Ok(Some(made.to_bytes()))
    }
}

/// The name of a full opening's file: nobody takes it for a receipt.
fn opening_name(loaded: &Loaded, stored: &StoredEvent) -> String {
    format!("{}-{}-full-opening.tlog-proof", loaded.case.reference, stored.position)
}

/// What the person may keep a proof of, in words for them: what their page tells them, and nothing that they have not
/// been told.
fn for_person(event: &Event, case: &Case) -> Option<String> {
    let told =
        |n: &u32| case.notices.get(n).is_some_and(|notice| matches!(notice.status, NoticeStatus::Sent(_)));
    let of_another = |n: &u32| case.breaches.get(n).is_some_and(Breach::concerns_another);
    match event {
        Event::RecordOpened { .. } => Some(::words::say("view-proof-record-opened")),
        Event::DisclosureDecided { n, .. } if told(n) => Some(::words::say("view-proof-decided")),
        Event::DisclosureRefused { n, .. } if told(n) => Some(::words::say("view-proof-refused")),
        Event::DisclosureReleased { n, .. } if told(n) => Some(::words::say("view-proof-released")),
        Event::EmergencyReleased { n, .. } if told(n) => Some(::words::say("view-proof-emergency")),
        Event::DisclosureRecalled { n, .. } if told(n) => Some(::words::say("view-proof-recalled")),
        // What is about somebody else is theirs to keep, in a letter of their own.
        Event::BreachReported { n, kind, .. } if told(n) && *kind != BreachKind::WrongPerson => {
            Some(::words::say("view-proof-breach"))
        }
        Event::NoticeSent { n, .. } if told(n) && !of_another(n) => Some(::words::say("view-proof-letter")),
        _ => None,
    }
}

/// The same for somebody whose information left though another was asked about: what is about the breach, and nothing
/// else of the case.
fn for_another(event: &Event, case: &Case, breach: u32) -> Option<String> {
    let disclosure = case.breaches.get(&breach).and_then(|b| b.disclosure);
    match event {
        Event::BreachReported { n, .. } if *n == breach => Some(::words::say("view-proof-mistake")),
        Event::BreachReportedToCommissioner { n, .. } if *n == breach => {
            Some(::words::say("view-proof-commissioner"))
        }
        Event::DisclosureRecalled { n, .. } if Some(*n) == disclosure => {
            Some(::words::say("view-proof-given-recalled"))
        }
        Event::NoticeSent { n, .. } if *n == breach => Some(::words::say("view-proof-letter")),
        _ => None,
    }
}
