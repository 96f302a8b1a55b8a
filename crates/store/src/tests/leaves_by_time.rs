//! A record from before leaves were found by time (migration 16), with what its ledger then held.

use super::samples::{self, NOON};
use crate::{
    Database,
    engine::{Connection, query, sqlite},
    migrate::{MAIN, migrate},
};
use service::ports::LedgerStore as _;
use tlog::entry::Period;

/// An empty record as a build before had it.
async fn before() -> (samples::Home, Connection) {
    let home = if samples::on_postgres() {
        let server = crate::private_server::database().await;
        server.create_schemas().await.unwrap();
        samples::Home::Server(Box::new(server))
    } else {
        let folder = tempfile::tempdir().unwrap();
        // The keystore with it.
        Database::create(folder.path()).await.unwrap().close().await;
        let file = folder.path().join("candour.db");
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
        crate::files::create_private(&file).unwrap();
        samples::Home::Folder(folder)
    };
    let mut db = match &home {
        samples::Home::Folder(folder) => {
            sqlite::writer(&folder.path().join("candour.db"), None).await.unwrap()
        }
        samples::Home::Server(_) => home.by_hand().await,
    };
    let old: Vec<_> = MAIN.iter().copied().filter(|migration| migration.version < 16).collect();
    migrate(&mut db, &old).await.unwrap();
    (home, db)
}

async fn run(db: &mut Connection, statement: &'static str, values: &[i64], bytes: &[u8]) {
    let mut query = query(statement);
    for value in values {
        query = query.bind(*value);
    }
    query.bind(bytes).execute(db).await.unwrap();
}

/// Three events, the last of which waits; an act; and an entry that was lost in a restore. The first is tallied.
async fn fill(db: &mut Connection) {
    for (position, number) in [(1, 1_u8), (2, 2), (3, 3)] {
        run(
            db,
            "INSERT INTO events (stream, case_id, position, kind, happened, header, payload, salt, commitment) \
             VALUES ('decision', 'c1', $1, 'referral-received', $2, $3, $3, $3, $3)",
            &[position, NOON.0 + position],
            &[number; 32],
        )
        .await;
    }
    // Numbered in another order than they happened.
    for (idx, number) in [(0, 2_u8), (2, 1), (3, 9)] {
        run(
            db,
            "INSERT INTO ledger_entries (idx, entry, commitment) VALUES ($1, $2, $2)",
            &[idx],
            &[number; 32],
        )
        .await;
        run(
            db,
            "INSERT INTO ledger_tallies (class, day, commitment, salt) \
             VALUES ('referral-received', '2026-11-22', $1, $1)",
            &[],
            &[number; 32],
        )
        .await;
    }
    run(db, "INSERT INTO ledger_entries (idx, entry) VALUES ($1, $2)", &[1], b"an act").await;
    run(
        db,
        "UPDATE ledger_tallies SET period = '2026-H2', written = 'other', place = $1 WHERE commitment = $2",
        &[0],
        &[1; 32],
    )
    .await;
    run(
        db,
        "INSERT INTO ledger_pending (class, flush, made, day, entry, commitment, tally_salt) \
         VALUES ('referral-received', FALSE, $1, '2026-11-22', $2, $2, $2)",
        &[NOON.0 + 3],
        &[3; 32],
    )
    .await;
    for statement in [
        "INSERT INTO restores (id, made, before, after, lost) VALUES (1, 77, 3, 4, 1)",
        "INSERT INTO lost_entries (idx, restore) VALUES (3, 1)",
    ] {
        query(statement).execute(db).await.unwrap();
    }
}

#[tokio::test]
async fn an_older_record_finds_its_leaves_and_tallies_again() {
    let (home, mut db) = before().await;
    fill(&mut db).await;
    db.close().await.unwrap();
    let store = home.open().await;
    let numbers = [(1, Some(2)), (2, Some(0)), (3, None)];
    for (number, index) in numbers {
        let made = NOON.plus(i64::from(number));
        let found = store.leaf_of(&[number; 32], made).await.unwrap().map(|leaf| leaf.index);
        assert_eq!(found, index, "{number}");
        assert_eq!(store.is_pending(&[number; 32]).await.unwrap(), index.is_none(), "{number}");
    }
    for (index, commitment) in [(0, Some(2)), (1, None), (2, Some(1)), (3, Some(9))] {
        let row = store.committed_at(index).await.unwrap();
        assert_eq!(row.map(|row| row.commitment), commitment.map(|number| [number; 32]), "{index}");
    }
    let entries = store.entries(0, 10).await.unwrap();
    assert_eq!(entries.iter().map(|entry| entry.index).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(entries[1].entry, b"an act");
    let period = Period::parse("2026-H2").unwrap();
    let tally = store.leaf_of(&[1; 32], NOON.plus(1)).await.unwrap().unwrap().tally.unwrap();
    assert_eq!((tally.class.as_str(), tally.rank, tally.salt), ("other", 0, [1; 32]));
    assert_eq!(store.tallied_at(period, 0).await.unwrap().unwrap().commitment, [1; 32]);
    let end = casework::time::Day::parse("2026-12-31").unwrap();
    let mut waiting: Vec<_> =
        store.untallied(end).await.unwrap().into_iter().map(|row| (row.commitment[0], row.made.0)).collect();
    waiting.sort_unstable();
    assert_eq!(waiting, [(2, NOON.0 + 2), (9, 77)]);
    store.close().await;

    // What must not be changed still cannot be.
    let mut db = home.by_hand().await;
    for statement in
        ["UPDATE ledger_entries SET made = 1", "DELETE FROM ledger_entries", "DELETE FROM events"]
    {
        assert!(query(statement).execute(&mut db).await.is_err(), "{statement}");
    }
}
