//! (e) Appending: leaves that wait, numbered and durable, in tiles that are durable too, through the service's own
//! sequencer and store, against four peers that do less: SHA-256 of the same bytes; `tlog_tiles`, which hashes and cuts
//! tiles and keeps all in memory; SQLite with nothing but the statements that write the same rows; and PostgreSQL's COPY
//! of the same rows. Sides take turns; a figure is the median of the turns.

use super::{
    Size,
    peers::{self, Leaf},
    report::{Aim, aim, line, median, per_second, short},
    server::Server,
    world::{self, World},
};
use service::{
    ledger::{Sequencer, sequencer::ROUND_LEAVES_MAX},
    ports::{LedgerStore as _, NewLeaf, Store as _, Write},
};
use std::{sync::Arc, time::Instant};

/// Leaves of one transaction: as many as the sequencer takes in a round.
const BATCH: usize = ROUND_LEAVES_MAX as usize;
const TURNS: usize = 5;

pub async fn run(size: Size) {
    let batches = if size == Size::Full { 8 } else { 2 };
    let count = batches * BATCH;
    println!(
        "\n(e) entries a second, appended and durable: {TURNS} turns of {count} in batches of {BATCH}, one thread a side"
    );
    let server = Server::start();
    let folder = tempfile::tempdir().unwrap();
    let mut ours = Side::on_files(&folder.path().join("ours")).await;
    let mut bare = peers::Sqlite::make(&folder.path().join("bare")).await;
    let mut on_server = None;
    let mut copy = None;
    if let Some(server) = &server {
        on_server = Some(Side::on_server(server, &folder.path().join("server")).await);
        copy = Some(peers::Copy::make(&server.database("copy").await).await);
    }
    let mut figures: Vec<(&str, Vec<f64>)> = Vec::new();
    let mut note = |name: &'static str, figure: f64| match figures.iter_mut().find(|(of, _)| *of == name) {
        Some((_, turns)) => turns.push(figure),
        None => figures.push((name, vec![figure])),
    };
    let mut theirs = peers::Theirs::default();
    for _ in 0..TURNS {
        let leaves = peers::leaves(count);
        let (taken, numbered) = ours.turn(&leaves).await;
        note(NUMBERED, per_second(count, numbered));
        note(WHOLE, per_second(count, taken + numbered));
        let (taken, numbered) = bare.turn(&leaves, BATCH).await;
        note(BARE, per_second(count, numbered));
        note(BARE_WHOLE, per_second(count, taken + numbered));
        note(HASHING, per_second(count, peers::hash(&leaves)));
        note(TILES, per_second(count, theirs.turn(&leaves, BATCH)));
        if let (Some(on_server), Some(copy)) = (&mut on_server, &mut copy) {
            let (taken, numbered) = on_server.turn(&leaves).await;
            note(SERVER, per_second(count, numbered));
            note(SERVER_WHOLE, per_second(count, taken + numbered));
            note(COPY, per_second(count, copy.turn(&leaves, BATCH).await));
        }
    }
    let figure = |name| figures.iter_mut().find(|(of, _)| *of == name).map(|(_, turns)| median(turns));
    print(figure);
}

const NUMBERED: &str = "numbered, durable and in tiles, on SQLite";
const WHOLE: &str = "  with their being recorded first";
const SERVER: &str = "numbered, durable and in tiles, on PostgreSQL";
const SERVER_WHOLE: &str = "  with their being recorded first, there";
const BARE: &str = "bare SQLite, the same rows";
const BARE_WHOLE: &str = "  with their being inserted first";
const COPY: &str = "PostgreSQL COPY, the same rows";
const HASHING: &str = "SHA-256 of the same bytes, in memory";
const TILES: &str = "tlog_tiles, in memory";

fn print(mut figure: impl FnMut(&'static str) -> Option<f64>) {
    for name in [NUMBERED, WHOLE, BARE, BARE_WHOLE, SERVER, SERVER_WHOLE, COPY, HASHING, TILES] {
        if let Some(found) = figure(name) {
            line(name, format!("{:>12}", short(found)));
        }
    }
    let mut against = |ours, theirs| Some(figure(ours)? / figure(theirs)?);
    let ratios = [
        (against(NUMBERED, BARE), "against bare SQLite", Some(0.5)),
        (against(WHOLE, BARE_WHOLE), "against bare SQLite, recording included", Some(0.5)),
        (against(SERVER, COPY), "on PostgreSQL against its COPY", None),
        (against(NUMBERED, COPY), "on SQLite against PostgreSQL's COPY", None),
        (against(NUMBERED, TILES), "against tlog_tiles, which keeps nothing", None),
        (against(NUMBERED, HASHING), "against SHA-256 alone", None),
    ];
    for (ratio, what, limit) in ratios {
        match (ratio, limit) {
            (Some(ratio), Some(limit)) => aim(what, ratio, &Aim::AtLeast(limit)),
            (Some(ratio), None) => line(what, format!("{:>12}", format!("{ratio:.3}"))),
            (None, _) => {}
        }
    }
    if let Some(numbered) = figure(NUMBERED) {
        aim("durable entries a second", numbered, &Aim::AtLeast(100_000.0));
    }
}

/// A service with its sequencer.
struct Side {
    world: World,
    sequencer: Sequencer,
}

impl Side {
    async fn on_files(folder: &std::path::Path) -> Self {
        Self::of(world::make(folder).await).await
    }

    async fn on_server(server: &Server, folder: &std::path::Path) -> Self {
        let server = store::Server::parse(&server.database("ours").await, None).unwrap();
        let store = Arc::new(store::Database::create_server(&server).await.unwrap());
        Self::of(world::make_on(store, folder).await).await
    }

    async fn of(world: World) -> Self {
        let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
        while sequencer.round().await.unwrap() {}
        Self { world, sequencer }
    }

    /// How long it takes to record leaves, and then to number them and make their tiles.
    async fn turn(&mut self, leaves: &[Leaf]) -> (std::time::Duration, std::time::Duration) {
        let writes: Vec<Write> = leaves.chunks(BATCH).map(write).collect();
        let before = self.size().await;
        let began = Instant::now();
        for write in writes {
            self.world.store.append(write).await.unwrap();
        }
        let taken = began.elapsed();
        let began = Instant::now();
        while self.sequencer.round().await.unwrap() {}
        let numbered = began.elapsed();
        assert_eq!(self.size().await, before + leaves.len() as u64);
        (taken, numbered)
    }

    async fn size(&self) -> u64 {
        self.world.store.head().await.unwrap().unwrap().size
    }
}

fn write(leaves: &[Leaf]) -> Write {
    let leaf = |leaf: &Leaf| NewLeaf {
        entry: leaf.entry.clone(),
        commitment: Some(leaf.commitment),
        class: "case-read",
        tally_salt: leaf.salt,
        flush: false,
        made: leaf.made,
    };
    Write { leaves: leaves.iter().map(leaf).collect(), ..Write::default() }
}
