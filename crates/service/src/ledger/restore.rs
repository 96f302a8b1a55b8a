//! After a restore: what was published since the backup is taken up, and the log goes on from there.
//!
//! A published entry is never rolled back, so a restored database has to learn of every entry that the tiles hold and it
//! does not. What it learns is checked first: the entries of the database must give the root that it says it has, and
//! together with those of the tiles the root of the checkpoint that was published.

use super::{calendar::last_day, weekly};
use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{CheckpointRow, LedgerHead, NumberedEntry, TakenPeriod, TakenUp},
};
use casework::time::Moment;
use std::collections::{BTreeMap, BTreeSet};
use tlog::{
    Entry, Hash,
    entry::{Act, ActKind, Period, Read, Week, read},
    tile::{FULL_WIDTH, TileEdge, TilePath, parse_bundle},
};

/// How many entries of the database are read at a time: whole bundles.
const ENTRIES: u32 = 4_096;

/// What a restore came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Restored {
    /// The size of the ledger in the backup.
    pub before: u64,
    /// The size from which it goes on.
    pub after: u64,
    /// How many of the entries between have lost their events.
    pub lost: u64,
}

/// The checkpoint as it lies in the ledger.
struct Last {
    size: u64,
    root: Hash,
    note: Vec<u8>,
}

impl Service {
    /// The checkpoint that was published last: by the log's own key, for the quorum may have been another one then.
    async fn last_published(&self) -> Answer<Option<Last>> {
        let Some(note) = self.parts.tiles.read("checkpoint").await? else { return Ok(None) };
        let checkpoint = self
            .signed_by_us(&note)
            .ok_or(ServiceError::Broken("the published checkpoint is not signed by this log"))?;
        Ok(Some(Last { size: checkpoint.size(), root: *checkpoint.root(), note }))
    }

    /// Takes up what was published after the backup. `progress` hears how many entries were checked.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] where the backup and what was published do not belong together, or tiles are missing;
    /// nothing was changed then.
    pub async fn take_up_published(&self, mut progress: impl FnMut(u64)) -> Answer<Restored> {
        let ledger = &self.parts.ledger;
        let head = ledger
            .head()
            .await?
            .ok_or(ServiceError::Broken("the backup is from before the ledger was started"))?;
        let published = self.last_published().await?;
        let mut walk = Walk { edge: TileEdge::new(), published };
        while walk.edge.size() < head.size {
            let from = walk.edge.size();
            let rows = ledger.entries(from, ENTRIES).await?;
            if rows.is_empty() || (from..).zip(&rows).any(|(index, row)| row.index != index) {
                return Err(ServiceError::Broken("an entry of the backup is missing"));
            }
            let entries: Vec<Vec<u8>> = rows.into_iter().map(|row| row.entry).collect();
            walk.append(&entries)?;
            progress(walk.edge.size());
        }
        if walk.edge.size() != head.size || *walk.edge.root().as_bytes() != head.root {
            return Err(ServiceError::Broken("the entries of the backup do not give the root that it names"));
        }
        let mut found: Vec<NumberedEntry> = Vec::new();
        while let Some(entries) = self.next_bundle(walk.edge.size()).await? {
            for (index, entry) in (walk.edge.size()..).zip(&entries) {
                let commitment = match read(entry) {
                    Ok(Read::Known(Entry::Commitment { c })) => Some(c),
                    Ok(_) => None,
                    Err(_) => return Err(ServiceError::Broken("an entry that was published does not read")),
                };
                found.push(NumberedEntry { index, entry: entry.clone(), commitment });
            }
            walk.append(&entries)?;
            progress(walk.edge.size());
        }
        let checkpoint = walk.finish(self.now())?.filter(|row| row.size > head.size);
        let new =
            LedgerHead { epoch: head.epoch + 1, size: walk.edge.size(), root: *walk.edge.root().as_bytes() };
        self.record_taken_up(&head, new, found, checkpoint).await
    }

    /// The entries that follow in the tiles, up to the end of a bundle; `None` where there are no more.
    async fn next_bundle(&self, size: u64) -> Answer<Option<Vec<Vec<u8>>>> {
        let (index, have) = (size / u64::from(FULL_WIDTH), size % u64::from(FULL_WIDTH));
        let have = u16::try_from(have).unwrap_or(0);
        for width in (have + 1..=FULL_WIDTH).rev() {
            let path = TilePath::entries(index, width).ok_or(ServiceError::Broken("a bundle has no path"))?;
            let Some(bytes) = self.parts.tiles.read(&path.to_string()).await? else { continue };
            let entries = parse_bundle(&bytes, width)
                .map_err(|_| ServiceError::Broken("a bundle of published entries does not read"))?;
            return Ok(Some(entries.iter().skip(usize::from(have)).map(|entry| entry.to_vec()).collect()));
        }
        Ok(None)
    }

    async fn record_taken_up(
        &self,
        head: &LedgerHead,
        new: LedgerHead,
        entries: Vec<NumberedEntry>,
        checkpoint: Option<CheckpointRow>,
    ) -> Answer<Restored> {
        let ledger = &self.parts.ledger;
        let mut opened: BTreeMap<Week, u32> = BTreeMap::new();
        let mut periods: BTreeMap<Period, (u64, u64)> = BTreeMap::new();
        let mut adopted = None;
        for row in &entries {
            match read(&row.entry) {
                Ok(Read::Known(Entry::Promise { week, .. })) => *opened.entry(week).or_default() += 1,
                Ok(Read::Known(Entry::Tally { period, .. })) => {
                    periods.entry(period).or_insert((row.index, 0)).1 += 1;
                }
                Ok(Read::Known(Entry::Act(act))) if act.kind() == ActKind::PolicyAdopted => {
                    adopted = act.digest().copied();
                }
                _ => {}
            }
        }
        let seed = self.decoy_seed().await?;
        // A batch opens at least as many promises as it opens decoys, and these are derived without a gap.
        let decoys: BTreeSet<_> = opened
            .iter()
            .flat_map(|(week, count)| (0..*count).map(|n| weekly::decoy(&seed, *week, n)))
            .collect();
        let periods = periods
            .into_iter()
            .map(|(period, (first, tallies))| {
                Ok(TakenPeriod { period, last_day: last_day(period)?, first, tallies })
            })
            .collect::<Answer<Vec<_>>>()?;
        let mut acts = vec![act(ActKind::RestoreMade, None)?];
        let in_force = ledger.standing_act(ActKind::PolicyAdopted.as_str()).await?;
        if let Some(digest) = in_force.filter(|_| adopted.is_some() && adopted != in_force) {
            acts.push(act(ActKind::PolicyAdopted, Some(digest))?);
        }
        let mut salt = [0; 32];
        self.entropy().fill(&mut salt);
        let (before, after) = (head.size, new.size);
        let taken = TakenUp {
            expected: (head.epoch, head.size),
            head: new,
            entries,
            decoys,
            periods,
            salt,
            checkpoint,
            acts,
            made: self.now(),
        };
        match ledger.take_up(taken).await? {
            Some(lost) => {
                // Sessions of that time are over: whoever left since must not come back through one.
                self.parts.store.sweep_sessions(Moment(i64::MAX)).await?;
                Ok(Restored { before, after, lost })
            }
            None => {
                Err(ServiceError::Broken("the head of the ledger moved meanwhile: is the service running?"))
            }
        }
    }

    /// The entries from an index on whose events were lost in a restore.
    ///
    /// # Errors
    /// As the store's.
    pub async fn lost_entries(&self, from: u64) -> Answer<Vec<u64>> {
        Ok(self.parts.ledger.lost(from, u32::MAX).await?)
    }

    /// What the tags of decoys are derived from: drawn once, and kept in the database, so that a backup has it too.
    pub(crate) async fn decoy_seed(&self) -> Answer<[u8; 32]> {
        let mut fresh = [0; 32];
        self.entropy().fill(&mut fresh);
        Ok(self.parts.ledger.decoy_seed(fresh).await?)
    }
}

fn act(kind: ActKind, digest: Option<[u8; 32]>) -> Answer<Vec<u8>> {
    let act = Act::new(kind, digest, None).ok_or(ServiceError::Broken("an act lacks its digest"))?;
    Ok(Entry::Act(act).to_bytes())
}

/// The entries from the first one on, with the published checkpoint checked where it is passed.
struct Walk {
    edge: TileEdge,
    published: Option<Last>,
}

impl Walk {
    fn append(&mut self, entries: &[Vec<u8>]) -> Answer<()> {
        let until = self.published.as_ref().map_or(0, |published| published.size);
        let before = until.checked_sub(self.edge.size()).and_then(|count| usize::try_from(count).ok());
        let (first, rest) = entries.split_at(before.unwrap_or(0).min(entries.len()));
        for part in [first, rest] {
            self.edge
                .append(part)
                .map_err(|_| ServiceError::Broken("an entry is longer than the format allows"))?;
            self.check()?;
        }
        Ok(())
    }

    fn check(&self) -> Answer<()> {
        let passed = self.published.as_ref().filter(|published| published.size == self.edge.size());
        match passed {
            Some(published) if published.root != self.edge.root() => Err(ServiceError::Broken(
                "the backup and the published ledger are not of one history: another backup, or another ledger",
            )),
            _ => Ok(()),
        }
    }

    /// The published checkpoint, all of whose entries must have been there.
    fn finish(&self, now: Moment) -> Answer<Option<CheckpointRow>> {
        let Some(published) = &self.published else { return Ok(None) };
        if published.size > self.edge.size() {
            return Err(ServiceError::Broken("entries that were published are missing from the tiles"));
        }
        Ok(Some(CheckpointRow {
            size: published.size,
            root: *published.root.as_bytes(),
            note: published.note.clone(),
            witnessed: true,
            made: now,
        }))
    }
}
