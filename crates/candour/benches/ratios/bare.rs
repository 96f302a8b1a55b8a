//! The peer of (b): the same rows of one command (facts supplied), written by nothing but prepared statements, one
//! transaction and one fsync each, into the same tables with the same indices at the same durability.

use super::world;
use sqlx::{
    Connection as _, Executor as _, Row as _,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous},
};
use std::time::{Duration, Instant};

const EVENT: &str = "INSERT INTO events (stream, case_id, position, kind, happened, header, payload, salt, commitment) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const LEAF: &str = "INSERT INTO ledger_pending (entry, commitment, class, tally_salt, flush, made, day) \
    VALUES ($1, $2, $3, $4, FALSE, $5, $6)";
const CASE: &str =
    "UPDATE cases SET updated = $2, position = $3, stage = stage, phase = phase WHERE case_id = $1";
const DROP_TASKS: &str = "DELETE FROM tasks WHERE case_id = $1";
const TASK: &str = "INSERT INTO tasks (role, scope, rank, since, case_id, kind, n, reference) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Commands a second.
pub async fn run(seconds: Duration) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    // One real case gives rows of real length, and its tasks.
    let made = world::make(folder.path()).await;
    let case = world::new_case(&made.service, 1).await;
    made.service.supply_facts(&case, &world::clinician(0), &world::clinic_part(0)).await.unwrap();
    drop(made);
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("candour.db"))
        .synchronous(SqliteSynchronous::Full);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let event = connection
        .fetch_one("SELECT header, payload, salt FROM events WHERE kind = 'facts-supplied'")
        .await
        .unwrap();
    let (header, payload, salt): (Vec<u8>, Vec<u8>, Vec<u8>) = (event.get(0), event.get(1), event.get(2));
    let tasks =
        connection.fetch_all("SELECT role, scope, rank, since, kind, n, reference FROM tasks").await.unwrap();
    let entry = tlog::Entry::Commitment { c: [9; 32] }.to_bytes();
    let began = Instant::now();
    let mut done: i64 = 0;
    while began.elapsed() < seconds {
        done += 1;
        let mut commitment = [0_u8; 32];
        getrandom::fill(&mut commitment).unwrap();
        connection.execute("BEGIN IMMEDIATE").await.unwrap();
        sqlx::query(EVENT)
            .bind("decision")
            .bind(case.as_str())
            .bind(done + 10)
            .bind("facts-supplied")
            .bind(done)
            .bind(&header)
            .bind(&payload)
            .bind(&salt)
            .bind(&commitment[..])
            .execute(&mut connection)
            .await
            .unwrap();
        sqlx::query(LEAF)
            .bind(&entry)
            .bind(&commitment[..])
            .bind("other")
            .bind(&commitment[..])
            .bind(done)
            .bind("2026-11-22")
            .execute(&mut connection)
            .await
            .unwrap();
        sqlx::query(CASE).bind(case.as_str()).bind(done).bind(done).execute(&mut connection).await.unwrap();
        sqlx::query(DROP_TASKS).bind(case.as_str()).execute(&mut connection).await.unwrap();
        for task in &tasks {
            sqlx::query(TASK)
                .bind(task.get::<String, _>(0))
                .bind(task.get::<String, _>(1))
                .bind(task.get::<i64, _>(2))
                .bind(task.get::<i64, _>(3))
                .bind(case.as_str())
                .bind(task.get::<String, _>(4))
                .bind(task.get::<i64, _>(5))
                .bind(task.get::<String, _>(6))
                .execute(&mut connection)
                .await
                .unwrap();
        }
        connection.execute("COMMIT").await.unwrap();
    }
    done as f64 / began.elapsed().as_secs_f64()
}
