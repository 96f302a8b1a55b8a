//! A ledger of any size, loaded at once: honest tiles of honest entries, the rows of the database beside them, and among
//! them, evenly spread, the leaves of real cases. Only the way there is shorter than the sequencer's.

use super::world::{self, World};
use casework::id::CaseId;
use sqlx::{
    Connection as _, Executor as _, Row as _,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous},
};
use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};
use tlog::{Checkpoint, LogSigner, note::KeyName, tile::TileEdge};

/// Entries whose tiles are cut at once.
const CHUNK: usize = 65_536;

/// A service with a ledger of some size, and the cases whose leaves are in it.
pub struct Bulk {
    pub world: World,
    pub cases: Vec<CaseId>,
    pub folder: PathBuf,
    pub size: usize,
}

pub fn signer() -> LogSigner {
    LogSigner::from_seed(KeyName::new("candour.example/bench").unwrap(), &[7; 32])
}

pub async fn make(folder: &Path, size: usize, cases: usize) -> Bulk {
    let world = world::make(folder).await;
    let mut made = Vec::new();
    for number in 0..cases {
        made.push(world::new_case(&world.service, number).await);
    }
    let options = SqliteConnectOptions::new()
        .filename(folder.join("candour.db"))
        .synchronous(SqliteSynchronous::Off)
        .pragma("cache_size", "-1000000");
    let mut db = SqliteConnection::connect_with(&options).await.unwrap();
    let waiting = db.fetch_all("SELECT entry FROM ledger_pending ORDER BY id").await.unwrap();
    let waiting: Vec<Vec<u8>> = waiting.iter().map(|row| row.get(0)).collect();
    assert!(waiting.len() < size);
    db.execute("BEGIN").await.unwrap();
    for statement in [
        "INSERT INTO ledger_tallies (commitment, class, salt, day) \
         SELECT commitment, class, tally_salt, day FROM ledger_pending",
        "DELETE FROM ledger_pending",
        // Made anew when all rows are there, which sorts them once.
        "DROP INDEX ledger_entries_by_commitment",
    ] {
        db.execute(statement).await.unwrap();
    }
    let (mut edge, mut folders) = (TileEdge::new(), HashSet::new());
    let every = size / waiting.len();
    let mut waiting = waiting.into_iter();
    for first in (0..size).step_by(CHUNK) {
        let mut random = vec![0_u8; CHUNK.min(size - first) * 32];
        getrandom::fill(&mut random).unwrap();
        let (digests, _) = random.as_chunks::<32>();
        let entries: Vec<Vec<u8>> = (first..)
            .zip(digests)
            .map(|(index, c)| {
                let real = if index % every == every / 2 { waiting.next() } else { None };
                real.unwrap_or_else(|| tlog::Entry::Commitment { c: *c }.to_bytes())
            })
            .collect();
        rows(&mut db, first, &entries).await;
        for file in edge.append(&entries).unwrap() {
            let place = folder.join("ledger").join(file.path.to_string());
            let below = place.parent().unwrap();
            if folders.insert(below.to_owned()) {
                fs::create_dir_all(below).unwrap();
            }
            fs::write(&place, &file.bytes).unwrap();
        }
    }
    assert_eq!(waiting.next(), None);
    db.execute(
        "CREATE UNIQUE INDEX ledger_entries_by_commitment ON ledger_entries (commitment) WHERE commitment IS NOT NULL",
    )
    .await
    .unwrap();
    let signer = signer();
    let note = Checkpoint::new(signer.verifier_key().name().as_str(), edge.size(), edge.root()).unwrap();
    let note = note.sign(&signer).unwrap().to_bytes();
    fs::write(folder.join("ledger/checkpoint"), &note).unwrap();
    let size_now = i64::try_from(size).unwrap();
    for (statement, note) in [
        ("INSERT INTO ledger_head (id, epoch, size, root) VALUES (1, 1, $1, $2)", None),
        (
            "INSERT INTO ledger_checkpoints (size, root, note, witnessed, made) VALUES ($1, $2, $3, TRUE, 0)",
            Some(note),
        ),
    ] {
        let query = sqlx::query(statement).bind(size_now).bind(edge.root().as_bytes().to_vec());
        let query = if let Some(note) = note { query.bind(note) } else { query };
        query.execute(&mut db).await.unwrap();
    }
    db.execute("COMMIT").await.unwrap();
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    db.close().await.unwrap();
    Bulk { world, cases: made, folder: folder.to_owned(), size }
}

async fn rows(db: &mut SqliteConnection, first: usize, entries: &[Vec<u8>]) {
    const ROWS: usize = 32;
    let text = |rows| {
        super::peers::statement("INSERT INTO ledger_entries (idx, entry, commitment) VALUES ", 3, rows)
    };
    for (number, entries) in entries.chunks(ROWS).enumerate() {
        let mut query = sqlx::query(sqlx::AssertSqlSafe(text(entries.len())));
        for (place, entry) in entries.iter().enumerate() {
            let read = tlog::Entry::parse(entry).unwrap();
            let c = match read {
                Some(tlog::Entry::Commitment { c }) => Some(c),
                _ => None,
            };
            let c = c.expect("only commitments are loaded");
            let index = i64::try_from(first + number * ROWS + place).unwrap();
            query = query.bind(index).bind(&entry[..]).bind(c.to_vec());
        }
        query.execute(&mut *db).await.unwrap();
    }
}
