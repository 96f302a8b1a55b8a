//! The reviewer's sample: they commit before the half-year ends, and reveal once its tallies are witnessed.
//!
//! The service never knows the reviewer's bytes before it has numbered the tallies, so that nobody who runs it can choose
//! what will be looked at; and the reviewer cannot choose either, for they committed before.

use super::calendar::period_of;
use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{NumberedEntry, StoreError},
    rules::digest_text,
};
use casework::{
    actor::{Actor, Role},
    refusal::Refusal,
};
use tlog::{
    entry::{Act, ActKind, Class, Entry, Half, Period, Read, read},
    sample,
};

/// How many entries are read at a time.
const ENTRIES: u32 = 4_096;

/// How the sample of a half-year stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SampleState {
    /// The half-year.
    pub period: String,
    /// Whether it has ended.
    pub ended: bool,
    /// SHA-256 of the reviewer's bytes, in hexadecimal, once they committed.
    pub committed: Option<String>,
    /// Whether the tallies are in the ledger and witnessed.
    pub tallied: bool,
    /// The reviewer's bytes, in hexadecimal, once revealed.
    pub revealed: Option<String>,
    /// The tallies taken, once revealed: index and class.
    pub taken: Vec<(u64, String)>,
}

impl Service {
    /// How the sample of a half-year stands; for the reviewer. Without a period, the running one.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn sample_state(&self, actor: &Actor, period: Option<Period>) -> Answer<SampleState> {
        reviewer(actor)?;
        let now = period_of(self.now().day())?;
        let period = period.unwrap_or(now);
        let row = self.parts.ledger.sample(period).await?;
        let tallies = self.witnessed_tallies(period).await?;
        let revealed = row.as_ref().and_then(|row| row.revealed);
        let taken = match (revealed, &tallies) {
            (Some(r), Some(tallies)) => self.taken(period, &r, tallies).await?,
            _ => Vec::new(),
        };
        Ok(SampleState {
            period: period.to_string(),
            ended: period < now,
            committed: row.map(|row| digest_text(&row.digest)),
            tallied: tallies.is_some(),
            revealed: revealed.map(|r| digest_text(&r)),
            taken,
        })
    }

    /// The states of the running half-year and of the one before.
    ///
    /// # Errors
    /// As [`Service::sample_state`].
    pub async fn sample_states(&self, actor: &Actor) -> Answer<Vec<SampleState>> {
        let now = period_of(self.now().day())?;
        let mut states = vec![self.sample_state(actor, Some(now)).await?];
        if let Some(before) = before(now) {
            states.push(self.sample_state(actor, Some(before)).await?);
        }
        Ok(states)
    }

    /// The reviewer commits to 32 bytes that they keep to themselves, by their SHA-256.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`], [`Refusal::NotReady`] once the half-year has ended, [`Refusal::AlreadyDone`].
    pub async fn commit_sample(
        &self,
        actor: &Actor,
        period: Period,
        digest: [u8; 32],
    ) -> Answer<SampleState> {
        reviewer(actor)?;
        let now = self.now();
        if period < period_of(now.day())? {
            return Err(Refusal::NotReady.into());
        }
        let entry = act(ActKind::SampleCommitted, digest, period)?;
        match self.parts.ledger.commit_sample(period, digest, entry, now).await {
            Ok(()) => {}
            Err(StoreError::Repeated) => {
                // The same again is a repeated request; another one would be a second choice.
                let there = self.parts.ledger.sample(period).await?;
                if there.is_none_or(|row| row.digest != digest) {
                    return Err(Refusal::AlreadyDone.into());
                }
            }
            Err(other) => return Err(other.into()),
        }
        self.sample_state(actor, Some(period)).await
    }

    /// The reviewer reveals their bytes, which fixes the sample.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::NotReady`] before the tallies are witnessed, or where these are not the bytes
    /// that were committed to.
    pub async fn reveal_sample(&self, actor: &Actor, period: Period, r: [u8; 32]) -> Answer<SampleState> {
        reviewer(actor)?;
        let row = self.parts.ledger.sample(period).await?;
        let fits = row.is_some_and(|row| row.digest == sample::commitment(&r));
        if !fits || self.witnessed_tallies(period).await?.is_none() {
            return Err(Refusal::NotReady.into());
        }
        let entry = act(ActKind::SampleRevealed, r, period)?;
        match self.parts.ledger.reveal_sample(period, r, entry, self.now()).await {
            // Only the committed bytes come this far, so revealed before is revealed the same.
            Ok(()) | Err(StoreError::Repeated) => self.sample_state(actor, Some(period)).await,
            Err(other) => Err(other.into()),
        }
    }

    /// The tallies of a period, once all of them are under a witnessed checkpoint.
    async fn witnessed_tallies(&self, period: Period) -> Answer<Option<Vec<(u64, Class)>>> {
        let Some((first, count)) = self.tallies_of(period).await? else { return Ok(None) };
        let end = first + count;
        if self.parts.ledger.checkpoint(true).await?.is_none_or(|row| row.size < end) {
            return Ok(None);
        }
        let mut found = Vec::new();
        let mut from = first;
        while from < end {
            let entries = self.parts.ledger.entries(from, ENTRIES).await?;
            let Some(last) = entries.last() else { break };
            from = last.index + 1;
            found.extend(
                entries.iter().filter(|entry| entry.index < end).filter_map(|entry| tally(entry, period)),
            );
        }
        Ok(Some(found))
    }

    async fn taken(
        &self,
        period: Period,
        r: &[u8; 32],
        tallies: &[(u64, Class)],
    ) -> Answer<Vec<(u64, String)>> {
        let Some((last, _)) = tallies.last() else { return Ok(Vec::new()) };
        let root = self.root_at(last + 1).await?;
        let seed = sample::seed(period, r, &root);
        let candidates: Vec<u64> = tallies
            .iter()
            .filter(|(_, class)| sample::is_candidate(*class))
            .map(|(index, _)| *index)
            .collect();
        let class = |index: u64| {
            tallies
                .binary_search_by_key(&index, |(at, _)| *at)
                .ok()
                .and_then(|place| tallies.get(place))
                .map_or("other", |(_, class)| class.as_str())
        };
        Ok(sample::choose(&seed, &candidates)
            .into_iter()
            .map(|index| (index, class(index).to_owned()))
            .collect())
    }

    /// Index of the first tally of a period, and how many there are; `None` until they are numbered.
    pub(super) async fn tallies_of(&self, period: Period) -> Answer<Option<(u64, u64)>> {
        let Some(made) = self.parts.ledger.tallied(period).await? else { return Ok(None) };
        let mut from = made.after;
        loop {
            let entries = self.parts.ledger.entries(from, ENTRIES).await?;
            let Some(last) = entries.last() else { return Ok(None) };
            if let Some(first) = entries.iter().find(|entry| tally(entry, period).is_some()) {
                let last = first.index + made.tallies.saturating_sub(1);
                let is_there = !self.parts.ledger.entries(last, 1).await?.is_empty();
                return Ok(is_there.then_some((first.index, made.tallies)));
            }
            from = last.index + 1;
        }
    }
}

fn before(period: Period) -> Option<Period> {
    match period.half() {
        Half::First => Period::new(period.year().checked_sub(1)?, Half::Second),
        Half::Second => Period::new(period.year(), Half::First),
    }
}

fn tally(entry: &NumberedEntry, wanted: Period) -> Option<(u64, Class)> {
    match read(&entry.entry) {
        Ok(Read::Known(Entry::Tally { class, period, .. })) if period == wanted => Some((entry.index, class)),
        _ => None,
    }
}

fn reviewer(actor: &Actor) -> Answer<()> {
    if actor.role == Role::Reviewer { Ok(()) } else { Err(Refusal::NotYourRole.into()) }
}

fn act(kind: ActKind, digest: [u8; 32], period: Period) -> Answer<Vec<u8>> {
    let act =
        Act::new(kind, Some(digest), Some(period)).ok_or(ServiceError::Broken("an act lacks its digest"))?;
    Ok(Entry::Act(act).to_bytes())
}
