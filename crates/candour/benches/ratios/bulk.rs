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
    let waiting = "SELECT entry, made, class, tally_salt, day FROM ledger_pending WHERE commitment IS NOT NULL ORDER BY id";
    let waiting = db.fetch_all(waiting).await.unwrap();
    let waiting: Vec<Leaf> = waiting
        .iter()
        .map(|row| Leaf {
            entry: row.get(0),
            made: row.get(1),
            class: row.get(2),
            salt: row.get(3),
            day: row.get(4),
        })
        .collect();
    let day = waiting[0].day.clone();
    assert!(waiting.len() < size);
    db.execute("BEGIN").await.unwrap();
    db.execute("DELETE FROM ledger_pending").await.unwrap();
    let (mut edge, mut folders) = (TileEdge::new(), HashSet::new());
    let every = size / waiting.len();
    let mut waiting = waiting.into_iter();
    for first in (0..size).step_by(CHUNK) {
        let mut random = vec![0_u8; CHUNK.min(size - first) * 32];
        getrandom::fill(&mut random).unwrap();
        let (digests, _) = random.as_chunks::<32>();
        let leaves: Vec<Leaf> = (first..)
            .zip(digests)
            .map(|(index, c)| {
                let real = if index % every == every / 2 { waiting.next() } else { None };
                real.unwrap_or_else(|| Leaf {
                    entry: tlog::Entry::Commitment { c: *c }.to_bytes(),
                    // All that is loaded at once happened in one second, long ago.
                    made: i64::try_from(first / CHUNK).unwrap(),
                    class: "case-read".to_owned(),
                    salt: c.to_vec(),
                    day: day.clone(),
                })
            })
            .collect();
        rows(&mut db, first, &leaves).await;
        let entries: Vec<&[u8]> = leaves.iter().map(|leaf| leaf.entry.as_slice()).collect();
        for file in edge.append(&entries).unwrap() {
            let place = folder.join("ledger").join(file.path.to_string());
            let below = place.parent().unwrap();
            if folders.insert(below.to_owned()) {
                fs::create_dir_all(below).unwrap();
            }
            fs::write(&place, &file.bytes).unwrap();
        }
    }
    assert!(waiting.next().is_none());
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

/// A leaf with what is kept of it.
struct Leaf {
    entry: Vec<u8>,
    made: i64,
    class: String,
    salt: Vec<u8>,
    day: String,
}

async fn rows(db: &mut SqliteConnection, first: usize, leaves: &[Leaf]) {
    const ROWS: usize = 32;
    const ENTRIES: &str = "INSERT INTO ledger_entries (idx, entry, commitment, made) VALUES ";
    const TALLIES: &str = "INSERT INTO ledger_tallies (made, commitment, idx, class, salt, day) VALUES ";
    let committed = |leaf: &Leaf| {
        let c = match tlog::Entry::parse(&leaf.entry).unwrap() {
            Some(tlog::Entry::Commitment { c }) => Some(c),
            _ => None,
        };
        c.expect("only commitments are loaded").to_vec()
    };
    let mut leaves: Vec<(i64, Vec<u8>, &Leaf)> = (i64::try_from(first).unwrap()..)
        .zip(leaves)
        .map(|(index, leaf)| (index, committed(leaf), leaf))
        .collect();
    for leaves in leaves.chunks(ROWS) {
        let text = super::peers::statement(ENTRIES, 4, leaves.len());
        let mut query = sqlx::query(sqlx::AssertSqlSafe(text));
        for (index, commitment, leaf) in leaves {
            query = query.bind(index).bind(&leaf.entry[..]).bind(&commitment[..]).bind(leaf.made);
        }
        query.execute(&mut *db).await.unwrap();
    }
    leaves.sort_unstable_by(|(_, c, leaf), (_, other_c, other)| (leaf.made, c).cmp(&(other.made, other_c)));
    for leaves in leaves.chunks(ROWS) {
        let text = super::peers::statement(TALLIES, 6, leaves.len());
        let mut query = sqlx::query(sqlx::AssertSqlSafe(text));
        for (index, commitment, leaf) in leaves {
            query = query.bind(leaf.made).bind(&commitment[..]).bind(index);
            query = query.bind(&leaf.class[..]).bind(&leaf.salt[..]).bind(&leaf.day[..]);
        }
        query.execute(&mut *db).await.unwrap();
    }
}
