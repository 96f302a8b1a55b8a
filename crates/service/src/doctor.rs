//! `candour doctor`: every invariant between tables, keystore, outbox and ledger, looked at from one to the other.
//!
//! It reads and changes nothing. What it finds names streams, positions and indices, never anything about a person. It is
//! for a service that is not running: what moves meanwhile would look like a fault.

use crate::{
    engine::{Service, open_with_header, salt_name},
    error::{Answer, ServiceError},
    ledger::published::Published,
    models,
    ports::{CaseModels, StoreError, StoredEvent, StreamRow},
};
use casework::{
    blob::{BlobKey, BlobRef},
    case::Case,
    event::Event,
    header::{self, Header, Stream},
    id::CaseId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use tlog::{
    entry::{ActKind, Entry, Read, read},
    tile::TileEdge,
};
use vault::{
    case_keys::CaseKeys,
    seal::{self, Place},
};

/// How many streams are looked at before how far it came is told.
const STREAMS: u32 = 200;
/// How many entries are read at a time: whole bundles, so that the tiles of one reading are those that were written.
const ENTRIES: u32 = 4_096;
/// How many rows of other kinds are read at a time.
const ROWS: u32 = 1_000;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Where: a stream with a position, an entry, a file.
    pub place: String,
    /// What is wrong with it.
    pub what: String,
}

/// How far the examination came, so that it can go on where it stopped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Examination {
    /// The last stream that was looked at: its code and its case.
    pub after: Option<(String, String)>,
    /// How many events were opened.
    pub events: u64,
    /// How many sealed texts were opened.
    pub texts: u64,
    /// How many entries of the ledger were read.
    pub entries: u64,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What is no fault of the record, and wants somebody's attention.
    #[serde(default)]
    pub notes: Vec<Finding>,
}

impl Examination {
    fn found(&mut self, place: impl Into<String>, what: impl Into<String>) {
        let finding = Finding { place: place.into(), what: what.into() };
        // Whoever goes on where it was stopped looks at some places a second time.
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

fn place(stream: Stream, case: &CaseId) -> String {
    format!("{} {case}", stream.as_str())
}

impl Service {
    /// Looks at everything. `progress` hears of each step, and may keep it to go on from.
    ///
    /// # Errors
    /// As the store's, where it does not answer at all; whatever does not hold is found, not an error.
    pub async fn examine(
        &self,
        mut examination: Examination,
        mut progress: impl FnMut(&Examination),
    ) -> Answer<Examination> {
        if examination.after.is_none() {
            for (file, what) in self.parts.store.integrity().await? {
                examination.found(file, what);
            }
        }
        loop {
            let rows = self.parts.store.streams(examination.after.as_ref(), STREAMS).await?;
            let Some(last) = rows.last() else { break };
            let after = Some((last.stream.as_str().to_owned(), last.case.to_string()));
            for row in &rows {
                self.examine_stream(row, &mut examination).await?;
            }
            examination.after = after;
            progress(&examination);
        }
        self.examine_rows_of_nothing(&mut examination).await?;
        self.examine_outbox(&mut examination).await?;
        self.examine_accounts(&mut examination).await?;
        self.examine_rules(&mut examination).await?;
        self.examine_ledger(&mut examination, &mut progress).await?;
        Ok(examination)
    }

    /// One stream: no gap, each event as its columns say, each sealed and committed to, each in the ledger once.
    async fn examine_stream(&self, row: &StreamRow, out: &mut Examination) -> Answer<()> {
        let (stream, id) = (row.stream, &row.case);
        let at = place(stream, id);
        if row.first != 1 || row.events != row.last {
            out.found(
                &at,
                format!("{} events from {} to {}: there is a gap", row.events, row.first, row.last),
            );
        }
        let keys = match self.keys(id).await {
            Ok(Some(keys)) => keys,
            Ok(None) => {
                // Erased: the events stay and say nothing. What else there was has to be gone.
                if self.parts.store.case_row(id).await?.is_some() {
                    out.found(&at, "has no key, and still stands in the lists");
                }
                return Ok(());
            }
            Err(_) => {
                out.found(&at, "its keys do not open");
                return Ok(());
            }
        };
        let mut case = None;
        let mut replays = true;
        for stored in self.parts.store.events(id, stream).await? {
            let at = format!("{at} {}", stored.position);
            self.examine_leaf(&stored, &at, out).await?;
            let Some((header, event)) = self.examine_event(&keys, &stored, &at, out) else {
                replays = false;
                continue;
            };
            out.events += 1;
            self.examine_texts(&keys, &header, &event, &at, out).await?;
            if stream == Stream::Decision && replays {
                let next = match case.take() {
                    None => Case::begin(id.clone(), &event, stored.time),
                    Some(case) => Case::evolve(case, &event, stored.time),
                };
                match next {
                    Ok(next) => case = Some(next),
                    Err(error) => {
                        replays = false;
                        out.found(&at, format!("does not follow: {error}"));
                    }
                }
            }
        }
        match case {
            Some(case) if replays => self.examine_models(&case, &at, out).await,
            _ => Ok(()),
        }
    }

    /// An event opens, its header is its columns, and its commitment is that of its bytes.
    fn examine_event(
        &self,
        keys: &CaseKeys,
        stored: &StoredEvent,
        at: &str,
        out: &mut Examination,
    ) -> Option<(Header, Event)> {
        let Ok((header, event)) = open_with_header(keys, stored) else {
            out.found(at, "does not open or does not read");
            return None;
        };
        let same = header.stream == stored.stream
            && header.case == stored.case
            && header.position == stored.position
            && header.kind == stored.kind
            && header.time == stored.time;
        if !same {
            out.found(at, "its header says something else than its row");
        }
        let name = salt_name(stored.stream, stored.position);
        let salt_place = Place::Blob { case: stored.case.as_str(), blob: &name, kind: "salt" };
        let salt = seal::open(&keys.case, &stored.salt, &salt_place).ok();
        let salt: Option<[u8; 32]> = salt.and_then(|salt| salt.as_slice().try_into().ok());
        let bytes = header::write(&header, &event).map(|wire| wire.event()).ok();
        let commitment = salt.zip(bytes).map(|(salt, bytes)| tlog::entry::commitment(&salt, &bytes));
        if commitment != Some(stored.commitment) {
            out.found(at, "its commitment is not that of its bytes");
        }
        Some((header, event))
    }

    /// The leaf of an event waits or is numbered.
    async fn examine_leaf(&self, stored: &StoredEvent, at: &str, out: &mut Examination) -> Answer<()> {
        let ledger = &self.parts.ledger;
        let numbered = ledger.leaf_of(&stored.commitment, stored.time).await?.is_some();
        if !numbered && !ledger.is_pending(&stored.commitment).await? {
            out.found(at, "is neither in the ledger nor waits for it");
        }
        Ok(())
    }

    /// Every text that an event refers to opens, and is the one that was recorded.
    async fn examine_texts(
        &self,
        keys: &CaseKeys,
        header: &Header,
        event: &Event,
        at: &str,
        out: &mut Examination,
    ) -> Answer<()> {
        let mut refs = Vec::new();
        if let Ok(payload) = event.to_payload() {
            references(&payload, &mut refs);
        }
        for blob in refs.iter().filter(|blob| blob.key != BlobKey::Content) {
            match self.text_of(&header.case, keys, blob).await {
                Ok(_) => out.texts += 1,
                Err(ServiceError::Store(error @ StoreError::Unavailable(_))) => return Err(error.into()),
                Err(error) => out.found(at, format!("{error}")),
            }
        }
        if let Event::DisclosureDecided { n, .. } = event
            && self.parts.store.content(&header.case, *n).await?.is_none()
        {
            out.found(at, "what was decided has no content");
        }
        Ok(())
    }

    /// The read models are those of the case.
    async fn examine_models(&self, case: &Case, at: &str, out: &mut Examination) -> Answer<()> {
        let CaseModels { row, tasks, letters } = models::of(case);
        let store = &self.parts.store;
        if store.case_row(&case.id).await? != Some(row) {
            out.found(at, "the lists say something else than its events; run `candour rebuild`");
        }
        let order = |mut rows: Vec<crate::ports::TaskRow>| {
            rows.sort_by_key(|row| format!("{row:?}"));
            rows.dedup();
            rows
        };
        if order(store.case_tasks(&case.id).await?) != order(tasks) {
            out.found(at, "the queues say something else than its events; run `candour rebuild`");
        }
        for lookup in letters {
            if store.case_by_letter(&lookup).await?.as_ref() != Some(&case.id) {
                out.found(at, "the code of its letter does not lead to it; run `candour rebuild`");
            }
        }
        Ok(())
    }

    /// Rows of lists for which there is no event.
    async fn examine_rows_of_nothing(&self, out: &mut Examination) -> Answer<()> {
        let mut after = None;
        loop {
            let rows = self.parts.store.listed_cases(after.as_ref(), ROWS).await?;
            for id in &rows {
                if self.parts.store.last_position(id, Stream::Decision).await? == 0 {
                    out.found(
                        format!("list {id}"),
                        "stands in the lists and has no event; run `candour rebuild`",
                    );
                }
            }
            match rows.last() {
                Some(last) => after = Some(last.clone()),
                None => return Ok(()),
            }
        }
    }

    /// What waits to be handed over is there.
    async fn examine_outbox(&self, out: &mut Examination) -> Answer<()> {
        for row in self.parts.store.outbox(u32::MAX).await? {
            if self.parts.store.blob(&row.case, &row.blob).await?.is_none() {
                out.found(format!("outbox {}", row.id), "what waits to be handed over has no text");
            }
        }
        Ok(())
    }

    /// Nobody has an account that no event made.
    async fn examine_accounts(&self, out: &mut Examination) -> Answer<()> {
        for row in self.parts.store.accounts().await? {
            let stream = Self::account_stream(&row.account);
            if self.parts.store.last_position(&stream, Stream::Account).await? == 0 {
                out.found(format!("account {}", row.account.as_str()), "no event made it");
            }
        }
        Ok(())
    }

    /// The pack in force is the one that was adopted last, and it is there.
    async fn examine_rules(&self, out: &mut Examination) -> Answer<()> {
        let (store, ledger) = (&*self.parts.store, &*self.parts.ledger);
        let standing = ledger.standing_act(ActKind::PolicyAdopted.as_str()).await?;
        let standing = standing.map(|digest| crate::rules::digest_text(&digest));
        match self.adoption().await {
            Ok((adoption, _)) => {
                if adoption.present().map(|present| present.pack.clone()) != standing {
                    out.found("rules", "the pack that stands is not the one that was adopted last");
                }
            }
            Err(_) => out.found("rules", "the events of adoptions do not read"),
        }
        if !matches!(crate::rules::in_force(store, ledger).await, Ok(Some(_))) {
            out.found("rules", "the pack in force is missing, or is not what its digest says");
        }
        Ok(())
    }

    /// Entries without a gap, each what its row says; the head, the checkpoints and the tiles over them; and no
    /// commitment in the ledger whose event is gone.
    async fn examine_ledger(
        &self,
        out: &mut Examination,
        progress: &mut impl FnMut(&Examination),
    ) -> Answer<()> {
        let ledger = &self.parts.ledger;
        let Some(head) = ledger.head().await? else { return Ok(()) };
        let signed = [ledger.checkpoint(false).await?, ledger.checkpoint(true).await?];
        // Tiles reach as far as what was signed; what was numbered after that may still be without any.
        let tiled = signed.iter().flatten().map(|row| row.size).max().unwrap_or(0);
        let lost: BTreeSet<u64> = ledger.lost(0, u32::MAX).await?.into_iter().collect();
        let mut edge = TileEdge::new();
        let mut events = None;
        let mut adopted = None;
        loop {
            // Read up to each size that was signed, so that its root is looked at.
            let ends = signed.iter().flatten().filter(|row| row.size > edge.size());
            let limit = ends
                .map(|row| u32::try_from(row.size - edge.size()).unwrap_or(u32::MAX))
                .min()
                .map_or(ENTRIES, |limit| limit.min(ENTRIES));
            let entries = ledger.entries(edge.size(), limit).await?;
            let Some(first) = entries.first() else { break };
            if first.index != edge.size() {
                out.found(format!("entry {}", edge.size()), "is missing");
                return Ok(());
            }
            if let Some((want, row)) =
                (edge.size()..).zip(&entries).find(|(index, entry)| entry.index != *index)
            {
                out.found(format!("entry {want}"), format!("is missing; {} follows", row.index));
                return Ok(());
            }
            for row in &entries {
                let at = format!("entry {}", row.index);
                let known = match read(&row.entry) {
                    Ok(Read::Known(entry)) => Some(entry),
                    Ok(_) => None,
                    Err(_) => {
                        out.found(&at, "does not read");
                        None
                    }
                };
                let says = match &known {
                    Some(Entry::Commitment { c }) => Some(*c),
                    _ => None,
                };
                if says != row.commitment {
                    out.found(&at, "its row says something else than its bytes");
                }
                if let Some(Entry::Act(act)) = &known
                    && act.kind() == ActKind::PolicyAdopted
                {
                    adopted = act.digest().copied();
                }
                if let Some(commitment) = &row.commitment {
                    if ledger.committed_at(row.index).await?.is_none() {
                        out.found(&at, "no class is kept for its tally under this number");
                    }
                    let events = match &mut events {
                        Some(events) => events,
                        none => none.insert(self.commitments().await?),
                    };
                    if !events.remove(commitment) && !lost.contains(&row.index) {
                        out.found(&at, "the event that it commits to is gone");
                    }
                }
            }
            let bytes: Vec<Vec<u8>> = entries.iter().map(|row| row.entry.clone()).collect();
            let files = edge.append(&bytes).map_err(|_| ServiceError::Broken("an entry is too long"))?;
            for file in files {
                let path = file.path.to_string();
                // A partial tile was perhaps never written but where a checkpoint ends.
                if path.contains(".p/") && edge.size() != tiled && edge.size() != head.size {
                    continue;
                }
                match self.parts.tiles.read(&path).await? {
                    Some(bytes) if bytes == file.bytes => {}
                    Some(_) => out.found(&path, "is not what the entries give"),
                    None if edge.size() <= tiled => out.found(&path, "is missing"),
                    None => {}
                }
            }
            for row in signed.iter().flatten().filter(|row| row.size == edge.size()) {
                if row.root != *edge.root().as_bytes() {
                    out.found(format!("checkpoint of {}", row.size), "its root is not that of the entries");
                }
            }
            out.entries = edge.size();
            progress(out);
        }
        if edge.size() != head.size {
            out.found(
                "the ledger's head",
                format!("says {}, and there are {} entries", head.size, edge.size()),
            );
        } else if head.root != *edge.root().as_bytes() {
            out.found("the ledger's head", "its root is not that of the entries");
        }
        for row in signed.iter().flatten().filter(|row| row.size > edge.size()) {
            out.found(format!("checkpoint of {}", row.size), "there are fewer entries than were signed");
        }
        self.examine_published(out).await?;
        let standing = ledger.standing_act(ActKind::PolicyAdopted.as_str()).await?;
        let pending = ledger.pending(0, u32::MAX).await?;
        let waits = pending.iter().any(|leaf| leaf.commitment.is_none());
        for commitment in pending.iter().filter_map(|leaf| leaf.commitment) {
            let events = match &mut events {
                Some(events) => events,
                none => none.insert(self.commitments().await?),
            };
            if !events.remove(&commitment) {
                out.found("a leaf that waits for the ledger", "the event that it commits to is gone");
            }
        }
        if adopted.is_some() && adopted != standing && !waits {
            out.found("rules", "the pack that stands is not the last one that the ledger names");
        }
        Ok(())
    }

    /// That what is published is what was signed. A checkpoint that is behind is no fault: the next start writes it.
    async fn examine_published(&self, out: &mut Examination) -> Answer<()> {
        let at = "ledger/checkpoint";
        match self.published().await? {
            Published::Fits | Published::Behind => {}
            Published::Strange => out.found(at, "was not signed by this log"),
            Published::Newer(size) => {
                out.found(at, format!("has {size} entries, more than the database ever signed"));
            }
            Published::Fork(size) => {
                out.found(at, format!("has another root for {size} entries than was signed"));
            }
        }
        Ok(())
    }

    /// The commitments of every event: 32 bytes each, all at once.
    async fn commitments(&self) -> Answer<BTreeSet<[u8; 32]>> {
        let mut found = BTreeSet::new();
        let mut after = None;
        loop {
            let rows = self.parts.store.streams(after.as_ref(), ROWS).await?;
            let Some(last) = rows.last() else { return Ok(found) };
            after = Some((last.stream.as_str().to_owned(), last.case.to_string()));
            for row in &rows {
                let events = self.parts.store.events(&row.case, row.stream).await?;
                found.extend(events.iter().map(|event| event.commitment));
            }
        }
    }
}

/// Every reference to a sealed text within a payload.
fn references(value: &Value, found: &mut Vec<BlobRef>) {
    match value {
        Value::Object(members) => {
            if let Ok(blob) = serde_json::from_value::<BlobRef>(value.clone()) {
                found.push(blob);
            } else {
                members.values().for_each(|member| references(member, found));
            }
        }
        Value::Array(list) => list.iter().for_each(|member| references(member, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
