//! The sequencer: numbers pending leaves, writes tiles, signs checkpoints, asks witnesses.
//!
//! The path of a leaf: it is written unnumbered in the transaction of its event; a round numbers the whole pending
//! batch, shuffled, in one transaction that compares and swaps `(epoch, size)`; then its tiles are written; then a
//! checkpoint over them is signed and persisted; then witnesses cosign; then the checkpoint is published. Tiles are
//! never ahead of numbered entries, the checkpoint never ahead of durable tiles. A crash anywhere leaves a state from
//! which [`Sequencer::open`] goes on by the same steps.

use super::{
    calendar::{last_day, period_of},
    outside::Quorum,
    weekly::{below, even},
};
use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{CheckpointRow, CosignAnswer, CosignRequest, Entropy, LedgerHead, PendingLeaf, StoreError},
};
use casework::time::Moment;
use std::collections::BTreeMap;
use tlog::{
    Checkpoint, Note,
    entry::{Act, ActKind, Period},
    note::parse_signature_lines,
    tile::{TileEdge, TileFile, TilePath},
};

/// A leaf batch is numbered when it holds so many leaves …
pub const BATCH_LEAVES: usize = 64;
/// … or when its oldest leaf is so many seconds old, whichever comes first.
pub const BATCH_SECONDS: i64 = 600;
/// How many pending leaves one round takes. More stay for the next round. A round waits for the medium twice, for its
/// transaction and for its tiles, whatever it takes. So many wait only after an import or an outage; others who write
/// wait for the round's one transaction then, which is under half a second.
pub const ROUND_LEAVES_MAX: u32 = 32_768;
/// Files of a round that are prepared while its leaves are numbered, where there are more than this: an ordinary round
/// has four, and 4,096 leaves have 33.
const FILES_AHEAD_MIN: usize = 32;
/// How many entries recovery reads at a time.
const RECOVERY_ENTRIES: u32 = 4_096;
/// While the clock is known to be wrong, witnesses are asked so often whether it is right again, in seconds.
const CLOCK_ASKED_SECONDS: u64 = 30;
/// How often witnesses that failed are asked again within one round.
const ASK_AGAIN_MAX: u32 = 3;

/// The sequencer of a log. Where several nodes share one, each may have its own, and the epoch says whose numbers count.
#[derive(Debug)]
pub struct Sequencer {
    service: Service,
    edge: TileEdge,
    epoch: u64,
    /// The size that each witness is believed to have.
    known: BTreeMap<String, u64>,
    /// Size of the last checkpoint that was signed.
    signed: u64,
    /// Size of the last checkpoint that the quorum cosigned.
    witnessed: u64,
    last_checkpoint: Option<Moment>,
    quorum: Quorum,
    /// What waits behind the leaves that were numbered last, where more waited than a round takes.
    ahead: Option<Waiting>,
}

/// Leaves that wait, as they were read.
#[derive(Debug)]
struct Waiting {
    /// The half-year that was to be tallied then.
    to_tally: Option<Period>,
    leaves: Vec<PendingLeaf>,
}

impl Waiting {
    /// Reads what waits behind a row.
    ///
    /// INVARIANT: which half-year is to be tallied is asked before the leaves are read. Tallies that are made after this
    /// are among what is read then, and go first; asked later, it could name the next half-year while the tallies of this
    /// one are not among the leaves. What was read holds as long as the leaves wait: no half-year is tallied before all
    /// of its leaves are numbered, and only the one sequencer numbers.
    async fn read(service: &Service, after: i64) -> Answer<Self> {
        let to_tally = service.period_to_tally().await?;
        let leaves = service.parts.ledger.pending(after, ROUND_LEAVES_MAX).await?;
        Ok(Self { to_tally, leaves })
    }

    /// The last row of a full round, behind which more may wait.
    fn end_of_full_round(&self) -> Option<i64> {
        let is_full = u32::try_from(self.leaves.len()) == Ok(ROUND_LEAVES_MAX);
        self.leaves.last().map(|leaf| leaf.id).filter(|_| is_full)
    }
}

impl Sequencer {
    /// Takes up the log where it stands: verifies the edge of the tiles against the last signed checkpoint, and writes
    /// the tiles of entries that were numbered after it.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] if tiles and checkpoint do not belong together: the service does not start then.
    pub async fn open(service: Service) -> Answer<Self> {
        let ledger = &service.parts.ledger;
        let head = match ledger.head().await? {
            Some(head) => head,
            None => start(&service).await?,
        };
        // Before anything is written: the seed is in every backup.
        service.decoy_seed().await?;
        service.settle_published().await?;
        announce(&service).await?;
        let checkpoint = ledger.checkpoint(false).await?;
        let cosigned = ledger.checkpoint(true).await?;
        let witnessed = cosigned.as_ref().map_or(0, |row| row.size);
        let (size, root) = checkpoint
            .as_ref()
            .map_or((0, *tlog::merkle::empty_root().as_bytes()), |row| (row.size, row.root));
        if size > head.size {
            return Err(ServiceError::Broken("the database is older than the checkpoint that was signed"));
        }
        let edge = load_edge(&service, size).await?;
        if edge.root().as_bytes() != &root {
            return Err(ServiceError::Broken("the tiles of the ledger do not give the root that was signed"));
        }
        let mut sequencer = Self {
            epoch: head.epoch,
            edge,
            known: BTreeMap::new(),
            signed: size,
            witnessed,
            last_checkpoint: None,
            quorum: Quorum::load(&service).await?,
            ahead: None,
            service,
        };
        sequencer.catch_up(head.size).await?;
        let parts = &sequencer.service.parts;
        parts.tiles.write("policy", parts.policy_text.as_bytes().to_vec()).await?;
        // The last start may have been cut off between recording what witnesses cosigned and publishing it.
        if let Some(row) = cosigned {
            match put_up(&sequencer.service, row).await {
                Err(ServiceError::Store(StoreError::Overtaken { path })) => {
                    tracing::warn!(path, "published is a later checkpoint than the one that is recorded");
                }
                done => done?,
            }
        }
        Ok(sequencer)
    }

    /// The epoch in which it numbers.
    pub(crate) const fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Writes the tiles of entries that are numbered and not yet in them.
    async fn catch_up(&mut self, size: u64) -> Answer<()> {
        while self.edge.size() < size {
            let from = self.edge.size();
            let entries = self.service.parts.ledger.entries(from, RECOVERY_ENTRIES).await?;
            if entries.first().is_none_or(|entry| entry.index != from) {
                return Err(ServiceError::Broken("an entry of the ledger is missing"));
            }
            let bytes: Vec<Vec<u8>> = entries.into_iter().map(|entry| entry.entry).collect();
            self.write_tiles(&bytes).await?;
        }
        Ok(())
    }

    async fn write_tiles(&mut self, entries: &[Vec<u8>]) -> Answer<()> {
        let files = self
            .edge
            .append(entries)
            .map_err(|_| ServiceError::Broken("an entry is longer than the format allows"))?;
        write_files(&self.service, files).await
    }

    /// One round: numbers what is due, signs what is new, asks witnesses. Says whether anything was done.
    ///
    /// # Errors
    /// As the store's. After any error the sequencer is to be opened anew; [`ServiceError::Busy`] says that another node
    /// has taken the log over.
    pub async fn round(&mut self) -> Answer<bool> {
        let numbered = self.number().await?;
        let published = self.publish().await?;
        Ok(numbered || published)
    }

    async fn number(&mut self) -> Answer<bool> {
        let service = self.service.clone();
        if self.waits_for_a_checkpoint().await? {
            return Ok(false);
        }
        let waiting = match self.ahead.take() {
            Some(waiting) => waiting,
            None => Waiting::read(&service, 0).await?,
        };
        let more_behind = waiting.end_of_full_round();
        let Waiting { to_tally, leaves } = waiting;
        let in_order = leaves.iter().any(|leaf| leaf.in_order);
        let (mut pending, held) = if in_order {
            (through_tallies_of_one_period(leaves), false)
        } else {
            self.of_the_period(to_tally, leaves).await?
        };
        if pending.is_empty() || !(held || in_order || is_due(&pending, service.now())) {
            return Ok(false);
        }
        if !in_order {
            shuffle(&mut pending, service.entropy());
        }
        let size = self.edge.size();
        let entries: Vec<&[u8]> = pending.iter().map(|leaf| leaf.entry.as_slice()).collect();
        // The root is computed on a copy of the edge, and the edge itself moves only once the numbers are durable.
        let mut next = self.edge.clone();
        let files = next
            .append(&entries)
            .map_err(|_| ServiceError::Broken("an entry is longer than the format allows"))?;
        let head = LedgerHead { epoch: self.epoch, size: next.size(), root: *next.root().as_bytes() };
        let numbering = service.parts.ledger.sequence((self.epoch, size), head, pending);
        let (moved, prepared, files, ahead) = if files.len() > FILES_AHEAD_MIN {
            // What nobody sees of them is done while the leaves are numbered, and what comes next is read.
            let after = more_behind.filter(|_| !in_order && !held);
            let reading = async { Some(Waiting::read(&service, after?).await) };
            let preparing = service.parts.tiles.prepare(named(files));
            let (moved, prepared, ahead) = tokio::join!(numbering, preparing, reading);
            (moved, Some(prepared), Vec::new(), ahead)
        } else {
            (numbering.await, None, files, None)
        };
        if !moved? {
            return Err(if service.parts.ledger.is_shared() {
                ServiceError::Busy
            } else {
                ServiceError::Broken("another sequencer holds the log")
            });
        }
        self.edge = next;
        // What could not be read is read by the next round, which says so if it still cannot be. So is what was read while
        // nothing of the ledger waited to be tallied: the leaves that were just numbered may be a half-year's only ones.
        self.ahead = ahead.and_then(Result::ok).filter(|waiting| waiting.to_tally.is_some());
        // INVARIANT: no tile appears before its entries are numbered.
        match prepared {
            Some(prepared) => prepared?.publish().await?,
            None => write_files(&service, files).await?,
        }
        Ok(true)
    }

    /// After tallies nothing is numbered until a checkpoint is signed, so that the first checkpoint that holds all
    /// tallies of a period ends with the last of them: whoever derives the reviewer's sample needs that root, and finds
    /// it from the entries alone.
    async fn waits_for_a_checkpoint(&self) -> Answer<bool> {
        let size = self.edge.size();
        if self.signed >= size {
            return Ok(false);
        }
        let last = self.service.parts.ledger.entries(size - 1, 1).await?;
        Ok(last.first().is_some_and(|entry| tallied_period(&entry.entry).is_some()))
    }

    /// Those of the leaves that may be numbered now, and whether others are held back: none of a new half-year is
    /// numbered before the tallies of the old one, so that anybody can tell a period's commitments by where they stand.
    async fn of_the_period(
        &self,
        to_tally: Option<Period>,
        pending: Vec<PendingLeaf>,
    ) -> Answer<(Vec<PendingLeaf>, bool)> {
        let Some(first) = pending.iter().map(|leaf| leaf.made).min() else { return Ok((pending, false)) };
        let period = match to_tally {
            Some(period) => period,
            None => self.service.not_before_last(period_of(first.day())?).await?,
        };
        let all = pending.len();
        let end = last_day(period)?.end();
        let now: Vec<PendingLeaf> = pending.into_iter().filter(|leaf| leaf.made <= end).collect();
        let held = now.len() < all;
        Ok((now, held))
    }

    /// Signs a checkpoint over what is new and has witnesses cosign it; at most once a second.
    async fn publish(&mut self) -> Answer<bool> {
        let now = self.service.now();
        // A clock that is set back must not hold up checkpoints, so any other second will do.
        let waits = |seconds| self.last_checkpoint.is_some_and(|last| now.0.abs_diff(last.0) < seconds);
        let asks_the_time = self.service.is_clock_stopped() && !waits(CLOCK_ASKED_SECONDS);
        if waits(1) || (self.witnessed >= self.edge.size() && !asks_the_time) {
            return Ok(false);
        }
        self.last_checkpoint = Some(now);
        let parts = self.service.parts.clone();
        let broken = |_| ServiceError::Broken("a checkpoint cannot be signed");
        let origin = parts.signer.verifier_key().name().as_str().to_owned();
        let checkpoint = Checkpoint::new(&origin, self.edge.size(), self.edge.root()).map_err(broken)?;
        // A key in a hardware module takes its time.
        let signer = parts.signer.clone();
        let signed = tokio::task::spawn_blocking(move || checkpoint.sign(&signer)).await;
        let mut note = match signed {
            Ok(signed) => signed.map_err(ServiceError::Unsigned)?,
            Err(_) => return Err(ServiceError::Broken("a checkpoint cannot be signed")),
        };
        let mut row = CheckpointRow {
            size: self.edge.size(),
            root: *self.edge.root().as_bytes(),
            note: note.to_bytes(),
            witnessed: false,
            made: now,
        };
        // Persisted before anybody sees it.
        if self.signed < row.size {
            parts.ledger.record_checkpoint(self.epoch, row.clone()).await?;
            self.signed = row.size;
        }
        self.ask_witnesses(&mut note, &row).await?;
        row.note = note.to_bytes();
        if parts.policy.is_without_quorum() {
            return Ok(true);
        }
        let Ok(cosigned) = parts.policy.verify(&row.note) else {
            tracing::warn!(size = row.size, "the quorum of witnesses did not answer; releases wait");
            self.quorum.missed(&self.service).await?;
            return Ok(true);
        };
        let times: Vec<u64> = cosigned.cosignatures().iter().map(|cosignature| cosignature.time).collect();
        row.witnessed = true;
        parts.ledger.record_checkpoint(self.epoch, row.clone()).await?;
        let size = row.size;
        put_up(&self.service, row).await?;
        self.witnessed = size;
        self.quorum.met(&self.service).await?;
        self.service.compare_clocks(now, &times).await?;
        self.service.witnessed.notify_waiters();
        self.service.witnessed.notify_one();
        Ok(true)
    }

    async fn ask_witnesses(&mut self, note: &mut Note, row: &CheckpointRow) -> Answer<()> {
        let policy = self.service.parts.policy.clone();
        let mut waiting: Vec<String> = policy.witnesses().iter().map(|w| w.name().to_owned()).collect();
        for _ in 0..ASK_AGAIN_MAX {
            let known: BTreeMap<String, u64> = waiting
                .iter()
                .map(|name| (name.clone(), self.known.get(name).copied().unwrap_or(self.witnessed)))
                .collect();
            if known.is_empty() {
                break;
            }
            let mut proofs = BTreeMap::new();
            for old in known.values().filter(|old| **old <= row.size) {
                let proof = self.service.consistency(*old, row.size).await?;
                proofs.insert(*old, proof.iter().map(|hash| *hash.as_bytes()).collect());
            }
            let request = CosignRequest { size: row.size, note: row.note.clone(), proofs, known };
            waiting.clear();
            for answer in self.service.parts.witnesses.cosign(request).await {
                match answer {
                    CosignAnswer::Signed { witness, lines } => {
                        let text = String::from_utf8_lossy(&lines).into_owned();
                        let lines = parse_signature_lines(&text).unwrap_or_default();
                        // Only what verifies under the policy is taken, so that a witness can add nothing else.
                        let usable = policy.usable_cosignatures(note, lines);
                        if !usable.is_empty() {
                            self.service.saw_witness(&witness);
                        }
                        for line in usable {
                            if note.add(line).is_err() {
                                tracing::warn!(%witness, "too many signatures on a checkpoint");
                            }
                        }
                        self.known.insert(witness, row.size);
                    }
                    CosignAnswer::Behind { witness, size } if size <= row.size => {
                        self.known.insert(witness.clone(), size);
                        waiting.push(witness);
                    }
                    CosignAnswer::Behind { witness, size } => {
                        tracing::error!(%witness, size, "a witness has seen more of this log than we have");
                    }
                    CosignAnswer::Failed { witness, why } => {
                        tracing::warn!(%witness, %why, "a witness did not cosign");
                    }
                }
            }
        }
        Ok(())
    }
}

async fn write_files(service: &Service, files: Vec<TileFile>) -> Answer<()> {
    Ok(service.parts.tiles.write_all(named(files)).await?)
}

/// Files with their paths as storage takes them.
fn named(files: Vec<TileFile>) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|file| (file.path.to_string(), file.bytes)).collect()
}

/// Publishes a cosigned checkpoint, now and as the last one of its week.
async fn put_up(service: &Service, row: CheckpointRow) -> Answer<()> {
    let tiles = &service.parts.tiles;
    tiles.write("checkpoint", row.note.clone()).await?;
    Ok(tiles.write(&format!("checkpoints/{}", row.made.day().week()), row.note).await?)
}

/// Head of an empty log.
async fn start(service: &Service) -> Answer<LedgerHead> {
    let head = LedgerHead { epoch: 1, size: 0, root: *tlog::merkle::empty_root().as_bytes() };
    service.parts.ledger.start(head.clone()).await?;
    Ok(head)
}

/// Says in the ledger that it was started and with which quorum: once, and again whenever the service is started with
/// another quorum. Which pack is in force is said when it is adopted.
///
/// SECURITY: whoever may edit the configuration could otherwise change the quorum without anybody outside seeing it.
async fn announce(service: &Service) -> Answer<()> {
    let quorum = service.parts.policy_digest;
    for (kind, digest) in [(ActKind::LedgerStarted, None), (ActKind::QuorumChanged, Some(quorum))] {
        let act = Act::new(kind, digest, None).ok_or(ServiceError::Broken("an act lacks its digest"))?;
        let entry = tlog::Entry::Act(act).to_bytes();
        service
            .parts
            .ledger
            .announce(kind.as_str(), digest.unwrap_or_default(), entry, service.now())
            .await?;
    }
    Ok(())
}

async fn load_edge(service: &Service, size: u64) -> Answer<TileEdge> {
    let width = u16::try_from(size % 256).unwrap_or(0);
    let bundle = if width == 0 {
        Vec::new()
    } else {
        let path =
            TilePath::entries(size / 256, width).ok_or(ServiceError::Broken("a bundle has no path"))?;
        service
            .parts
            .tiles
            .read(&path.to_string())
            .await?
            .ok_or(ServiceError::Broken("the last entry bundle of the ledger is missing"))?
    };
    service.out_of_tiles(|tiles| TileEdge::load(size, tiles, bundle.clone())).await
}

/// The half-year whose tally an entry is.
fn tallied_period(entry: &[u8]) -> Option<Period> {
    match tlog::entry::read(entry) {
        Ok(tlog::entry::Read::Known(tlog::Entry::Tally { period, .. })) => Some(period),
        _ => None,
    }
}

/// Ends a run with the last tally of the first half-year that it tallies: what follows, a week's batch or the next
/// half-year's tallies, waits for the checkpoint after it.
fn through_tallies_of_one_period(mut run: Vec<PendingLeaf>) -> Vec<PendingLeaf> {
    let mut before = None;
    let end = run.iter().position(|leaf| {
        let period = tallied_period(&leaf.entry);
        let ends = before.is_some() && period != before;
        before = period;
        ends
    });
    run.truncate(end.unwrap_or(run.len()));
    run
}

/// Whether the pending batch goes out now.
fn is_due(pending: &[PendingLeaf], now: Moment) -> bool {
    pending.len() >= BATCH_LEAVES
        || pending.iter().any(|leaf| leaf.flush || leaf.commitment.is_none())
        || pending.iter().any(|leaf| now.0 - leaf.made.0 >= BATCH_SECONDS)
}

/// Shuffles with a cryptographic generator (Fisher and Yates), drawing each place without bias. What is drawn is asked
/// for at once, because asking the operating system costs more than the drawing.
fn shuffle<T>(items: &mut [T], entropy: &dyn Entropy) {
    let mut bytes = vec![0_u8; items.len().saturating_sub(1) * size_of::<u64>()];
    entropy.fill(&mut bytes);
    let (draws, _) = bytes.as_chunks();
    for (last, draw) in (1..items.len()).rev().zip(draws) {
        let bound = last as u64 + 1;
        let drawn = even(bound, *draw).unwrap_or_else(|| below(bound, entropy));
        items.swap(last, usize::try_from(drawn).unwrap_or(last));
    }
}
