//! (c) Pages and lists, as views in process, with a thousand cases and with very many, in turn. A thousand of each are
//! made by the service; the others are the rows of one of them over again under other names, loaded by SQL into the
//! tables that these views read. That no query scans is asserted by the store's own tests.

use super::{
    Size, percentiles,
    report::{Aim, aim, line},
    world::{self, World},
};
use casework::id::CaseId;
use sqlx::{
    Connection as _, Executor as _, Row as _,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous},
};
use std::{
    path::Path,
    time::{Duration, Instant},
};

const SMALL: usize = 1_000;
const LOOKS: usize = 300;
/// Looks before those that count.
const WARMING: usize = 30;
/// Views that are measured.
const VIEWS: [&str; 4] = ["case (records its read)", "queue", "cases of the unit", "an officer's referrals"];

pub async fn run(size: Size) {
    // A case takes about a kilobyte in lists and queues, and five more with its events, texts and keys: of all ten million
    // those would be more than a disk is asked for here.
    let (listed, whole) = if size == Size::Full { (10_000_000, 2_000_000) } else { (100_000, 100_000) };
    let folder = tempfile::tempdir().unwrap();
    let small = Side::make(&folder.path().join("small")).await;
    let large = Side::make(&folder.path().join("large")).await;
    let began = Instant::now();
    let bytes = load(&folder.path().join("large"), listed - SMALL, whole - SMALL).await;
    println!(
        "\n(c) views with {SMALL} and {listed} cases ({whole} with events; {:.1} GB, loaded in {:.0?}), median of {LOOKS} in turn, warm",
        bytes as f64 / 1e9,
        began.elapsed()
    );
    let mut times = [const { [const { Vec::new() }; VIEWS.len()] }; 2];
    for look in 0..LOOKS + WARMING {
        for (side, times) in [&small, &large].into_iter().zip(&mut times) {
            let taken = side.look(look).await;
            if look >= WARMING {
                times.iter_mut().zip(taken).for_each(|(times, taken)| times.push(taken));
            }
        }
    }
    let [few, many] = times.map(|views| views.map(|mut times| percentiles(&mut times, 95).0));
    for (view, (few, many)) in VIEWS.iter().zip(few.iter().zip(&many)) {
        line(view, format!("{few:>12.1?} / {many:.1?}"));
    }
    for (view, (few, many)) in VIEWS.iter().zip(few.iter().zip(&many)) {
        aim(&format!("{view}, many to few"), many.as_secs_f64() / few.as_secs_f64(), &Aim::AtMost(1.3));
    }
}

/// A service and the cases that it made.
struct Side {
    world: World,
    cases: Vec<CaseId>,
}

impl Side {
    async fn make(folder: &Path) -> Self {
        let world = world::make(folder).await;
        let mut cases = Vec::new();
        for number in 0..SMALL {
            cases.push(world::new_case(&world.service, number).await);
        }
        Self { world, cases }
    }

    /// How long each view takes.
    async fn look(&self, look: usize) -> [Duration; VIEWS.len()] {
        let service = &self.world.service;
        let (clinician, officer) = (world::clinician(1).actor, world::officer(1).actor);
        let mut taken = [Duration::ZERO; VIEWS.len()];
        let began = Instant::now();
        service.clinic_case(&self.cases[look * 7 % self.cases.len()], &clinician).await.unwrap();
        taken[0] = began.elapsed();
        let began = Instant::now();
        service.queue(&clinician, None).await.unwrap();
        taken[1] = began.elapsed();
        let began = Instant::now();
        service.unit_cases(&clinician, None).await.unwrap();
        taken[2] = began.elapsed();
        let began = Instant::now();
        service.officer_list(&officer, None).await.unwrap();
        taken[3] = began.elapsed();
        taken
    }
}

/// Loads cases, some of them whole; says how large the database is then.
async fn load(folder: &Path, listed: usize, whole: usize) -> u64 {
    let open = |file: &str| {
        let options = SqliteConnectOptions::new()
            .filename(folder.join(file))
            .synchronous(SqliteSynchronous::Off)
            .pragma("cache_size", "-500000");
        async move { SqliteConnection::connect_with(&options).await.unwrap() }
    };
    let (mut db, mut keys) = (open("candour.db").await, open("keystore.db").await);
    let template = db.fetch_one("SELECT MIN(case_id) FROM cases").await.unwrap();
    let template: String = template.get(0);
    // Names in the order in which they are loaded, so that loading is quick; and of one length with real ones.
    const NAME: &str = "printf('%08x', n.i * 420) || substr(t.case_id, 9)";
    let statements = [
        format!(
            "INSERT INTO events (stream, case_id, position, kind, happened, header, payload, salt, commitment) \
             SELECT t.stream, {NAME}, t.position, t.kind, t.happened, t.header, t.payload, t.salt, t.commitment \
             FROM n, events t WHERE t.stream = 'decision' AND t.case_id = $2"
        ),
        format!(
            "INSERT INTO blobs (case_id, blob, sealed) SELECT {NAME}, t.blob, t.sealed \
             FROM n, blobs t WHERE t.case_id = $2"
        ),
        format!(
            "INSERT INTO cases (case_id, reference, unit, trust, force, opened_by, recipient, informed, origin, phase, \
             stage, officer_state, fixed_at, opened, updated, position, wake, to_release) \
             SELECT {NAME}, printf('BULK-%08d', n.i), t.unit, t.trust, t.force, 'officer-' || (n.i % 50), t.recipient, \
             t.informed, t.origin, t.phase, t.stage, t.officer_state, t.fixed_at, t.opened - 10000000 + n.i, \
             t.updated - 10000000 + n.i, t.position, t.wake, t.to_release FROM n, cases t WHERE t.case_id = $2"
        ),
        format!(
            "INSERT INTO tasks (role, scope, rank, since, case_id, kind, n, reference) \
             SELECT t.role, t.scope, t.rank, t.since - 10000000 + n.i, {NAME}, t.kind, t.n, printf('BULK-%08d', n.i) \
             FROM n, tasks t WHERE t.case_id = $2"
        ),
    ];
    for (statement, count) in statements.iter().zip([whole, whole, listed, listed]) {
        fill(&mut db, statement, count, &template).await;
    }
    let wrapped = format!(
        "INSERT INTO keys (case_id, kind, unit, epoch, wrapped, made, settled) \
         SELECT {NAME}, t.kind, t.unit, t.epoch, t.wrapped, t.made, TRUE FROM n, keys t WHERE t.case_id = $2"
    );
    fill(&mut keys, &wrapped, whole, &template).await;
    for connection in [db, keys] {
        connection.close().await.unwrap();
    }
    let length = |file: &str| std::fs::metadata(folder.join(file)).unwrap().len();
    length("candour.db") + length("keystore.db")
}

/// `INSERT … SELECT` over the numbers up to a count, a million at a time, and the log moved into the file behind it.
async fn fill(db: &mut SqliteConnection, statement: &str, count: usize, template: &str) {
    const AT_ONCE: usize = 1_000_000;
    let (insert, select) = statement.split_once("SELECT ").unwrap();
    let numbers = "WITH RECURSIVE n(i) AS (SELECT $1 UNION ALL SELECT i + 1 FROM n WHERE i < $3) ";
    let statement = format!("{insert}{numbers}SELECT {select}");
    for first in (1..=count).step_by(AT_ONCE) {
        let last = (first + AT_ONCE - 1).min(count);
        let filled = sqlx::query(sqlx::AssertSqlSafe(statement.clone()))
            .bind(i64::try_from(first).unwrap())
            .bind(template)
            .bind(i64::try_from(last).unwrap())
            .execute(&mut *db)
            .await
            .unwrap();
        let rows = (last + 1 - first) as u64;
        assert!(filled.rows_affected() >= rows, "the case that is copied has a row in each table");
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    }
}
