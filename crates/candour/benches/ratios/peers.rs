//! The peers of (e): each does less with the same leaves.

use super::world::Machine;
use casework::time::Moment;
use service::ports::Clock as _;
use sha2::{Digest as _, Sha256};
use sqlx::{
    Connection as _, Executor as _, PgConnection, Row as _,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous},
};
use std::{
    fmt::Write as _,
    path::Path,
    time::{Duration, Instant},
};

/// What waits to be numbered.
pub struct Leaf {
    pub entry: Vec<u8>,
    pub commitment: [u8; 32],
    pub salt: [u8; 32],
    pub made: Moment,
}

/// Fresh ones: commitments are as good as random.
pub fn leaves(count: usize) -> Vec<Leaf> {
    let mut random = vec![0_u8; count * 64];
    getrandom::fill(&mut random).unwrap();
    let made = Machine.now();
    let (pairs, _) = random.as_chunks::<64>();
    pairs
        .iter()
        .map(|pair| {
            let (commitment, salt) = (pair[..32].try_into().unwrap(), pair[32..].try_into().unwrap());
            Leaf { entry: tlog::Entry::Commitment { c: commitment }.to_bytes(), commitment, salt, made }
        })
        .collect()
}

/// SHA-256 of each entry.
pub fn hash(leaves: &[Leaf]) -> Duration {
    let began = Instant::now();
    for leaf in leaves {
        std::hint::black_box(Sha256::digest(&leaf.entry));
    }
    began.elapsed()
}

/// The tree of `tlog_tiles`, which keeps every hash in memory.
#[derive(Default)]
pub struct Theirs(Vec<tlog_tiles::Hash>, u64);

impl tlog_tiles::HashReader for Theirs {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

impl Theirs {
    /// Appends the entries and cuts the tiles of every batch.
    pub fn turn(&mut self, leaves: &[Leaf], batch: usize) -> Duration {
        let began = Instant::now();
        for leaves in leaves.chunks(batch) {
            let before = self.1;
            for leaf in leaves {
                let new = tlog_tiles::stored_hashes(self.1, &leaf.entry, self).unwrap();
                self.0.extend(new);
                self.1 += 1;
            }
            for tile in tlog_tiles::Tile::new_tiles(8, before, self.1) {
                std::hint::black_box(tile.read_data(self).unwrap());
            }
        }
        began.elapsed()
    }
}

/// Rows of one statement, as many as the store gives to one: handing a statement over costs more than a row does.
const ROWS: usize = 512;
const LONG_ROWS: usize = 64;

/// `before` with the places of so many rows behind it, without names, as the store gives them to SQLite.
pub fn statement(before: &str, columns: usize, rows: usize) -> String {
    let mut text = before.to_owned();
    for row in 0..rows {
        let places = vec!["?"; columns].join(", ");
        write!(text, "{}({places})", if row == 0 { "" } else { ", " }).unwrap();
    }
    text
}

/// What is done with leaves that wait, by pairs of a number and a row.
fn numbers(what: &str) -> String {
    let before = "WITH n (idx, id) AS (VALUES ";
    let (insert, select) = what.split_once("SELECT").unwrap();
    let values = statement(before, 2, ROWS);
    format!("{values}) {insert} SELECT {select} FROM n CROSS JOIN ledger_pending AS p WHERE p.id = n.id")
}

/// SQLite, the tables of the record, and nothing but the statements that numbering is made of.
pub struct Sqlite {
    connection: SqliteConnection,
    size: i64,
    texts: [&'static str; 3],
}

impl Sqlite {
    pub async fn make(folder: &Path) -> Self {
        store::Database::create(folder).await.unwrap().close().await;
        let options = SqliteConnectOptions::new()
            .filename(folder.join("candour.db"))
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON")
            .pragma("cache_size", "-65536")
            .pragma("wal_autocheckpoint", "16384");
        let connection = SqliteConnection::connect_with(&options).await.unwrap();
        let texts = [
            statement(
                "INSERT INTO ledger_pending (entry, commitment, class, tally_salt, flush, made, day) VALUES ",
                7,
                LONG_ROWS,
            ),
            numbers(
                "INSERT INTO ledger_entries (idx, entry, commitment, made) SELECT n.idx, p.entry, p.commitment, p.made",
            ),
            numbers(
                "INSERT INTO ledger_tallies (made, commitment, idx, class, salt, day) \
                 SELECT p.made, p.commitment, n.idx, p.class, p.tally_salt, p.day",
            ),
        ];
        Self { connection, size: 0, texts: texts.map(|text| &*text.leak()) }
    }

    /// How long it takes to insert leaves, and then to write the rows of their being numbered.
    pub async fn turn(&mut self, leaves: &[Leaf], batch: usize) -> (Duration, Duration) {
        let began = Instant::now();
        for leaves in leaves.chunks(batch) {
            self.run("BEGIN IMMEDIATE").await;
            for leaves in leaves.chunks(LONG_ROWS) {
                let mut query = sqlx::query(self.texts[0]);
                for leaf in leaves {
                    query = query
                        .bind(&leaf.entry[..])
                        .bind(&leaf.commitment[..])
                        .bind("case-read")
                        .bind(&leaf.salt[..])
                        .bind(false)
                        .bind(leaf.made.0)
                        .bind(leaf.made.day().to_string());
                }
                query.execute(&mut self.connection).await.unwrap();
            }
            self.run("COMMIT").await;
        }
        let inserted = began.elapsed();
        let first = self.connection.fetch_one("SELECT MIN(id) FROM ledger_pending").await.unwrap();
        let mut id: i64 = first.get(0);
        let began = Instant::now();
        for leaves in leaves.chunks(batch) {
            self.run("BEGIN IMMEDIATE").await;
            // In the order in which they wait, which costs less than a shuffled one; then in the order of their keys.
            let mut rows: Vec<(i64, i64, &Leaf)> =
                (id..).zip(self.size..).zip(leaves).map(|((id, index), leaf)| (id, index, leaf)).collect();
            for text in 1..=2 {
                for rows in rows.chunks(ROWS) {
                    let mut query = sqlx::query(self.texts[text]);
                    for (id, index, _) in rows {
                        query = query.bind(index).bind(id);
                    }
                    query.execute(&mut self.connection).await.unwrap();
                }
                rows.sort_unstable_by_key(|(.., leaf)| (leaf.made, leaf.commitment));
            }
            let last = id + i64::try_from(leaves.len()).unwrap();
            self.size += i64::try_from(leaves.len()).unwrap();
            sqlx::query("DELETE FROM ledger_pending WHERE id >= $1 AND id < $2")
                .bind(id)
                .bind(last)
                .execute(&mut self.connection)
                .await
                .unwrap();
            id = last;
            self.run("COMMIT").await;
        }
        (inserted, began.elapsed())
    }

    async fn run(&mut self, statement: &'static str) {
        self.connection.execute(statement).await.unwrap();
    }
}

/// PostgreSQL's COPY into the same tables, a commit a batch.
pub struct Copy {
    connection: PgConnection,
    size: usize,
    _store: store::Database,
}

impl Copy {
    pub async fn make(url: &str) -> Self {
        let server = store::Server::parse(url, None).unwrap();
        let made = store::Database::create_server(&server).await.unwrap();
        let mut connection = PgConnection::connect(url).await.unwrap();
        connection.execute("SET search_path TO candour").await.unwrap();
        Self { connection, size: 0, _store: made }
    }

    pub async fn turn(&mut self, leaves: &[Leaf], batch: usize) -> Duration {
        let began = Instant::now();
        for leaves in leaves.chunks(batch) {
            let (mut entries, mut tallies) = (String::new(), String::new());
            let mut rows: Vec<(usize, &Leaf)> = (self.size..).zip(leaves).collect();
            for (index, leaf) in &rows {
                let (entry, commitment, made) = (hex(&leaf.entry), hex(&leaf.commitment), leaf.made.0);
                writeln!(entries, "{index}\t\\\\x{entry}\t\\\\x{commitment}\t{made}").unwrap();
            }
            // In the order of their key.
            rows.sort_unstable_by_key(|(_, leaf)| (leaf.made, leaf.commitment));
            for (index, leaf) in rows {
                let (commitment, salt, made) = (hex(&leaf.commitment), hex(&leaf.salt), leaf.made.0);
                let row = format!("{made}\t\\\\x{commitment}\t{index}\tcase-read\t\\\\x{salt}\t2026-11-27");
                writeln!(tallies, "{row}").unwrap();
            }
            self.size += leaves.len();
            self.connection.execute("BEGIN").await.unwrap();
            for (table, rows) in [
                ("ledger_entries (idx, entry, commitment, made)", entries),
                ("ledger_tallies (made, commitment, idx, class, salt, day)", tallies),
            ] {
                let copy = format!("COPY {table} FROM STDIN");
                let mut into = self.connection.copy_in_raw(&copy).await.unwrap();
                into.send(rows.into_bytes()).await.unwrap();
                into.finish().await.unwrap();
            }
            self.connection.execute("COMMIT").await.unwrap();
        }
        began.elapsed()
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
