//! Rows between a file and a server, both ways, with what is in the way.

use super::{TransferError, Travelled, common, compare, merge};
use crate::{
    Begun, Database, MoveError, Moving, Restoring, Server, back_up_server, cancel,
    engine::{Connection, query, query_of},
    private_server,
    tests::samples::{NOON, case, everything, key, row, task, write},
};
use casework::header::Stream;
use service::ports::{CaseModels, LedgerStore as _, Store as _, StoreError, Write};
use std::path::Path;

const ORIGIN: &str = "log.example";

/// A record of some cases in a folder.
async fn in_files(cases: u32) -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let store = Database::create(folder.path()).await.unwrap();
    for number in 0..cases {
        store.append(everything(&case(&format!("c{number:05}")))).await.unwrap();
    }
    (folder, store)
}

async fn begun(folder: &Path, server: &Server) -> Moving {
    match Moving::begin(folder, server, "token".to_owned(), ORIGIN).await.unwrap() {
        Begun::Moving(moving) => *moving,
        Begun::Finished(_) => panic!("it was not finished before"),
    }
}

fn quiet(_: &str, _: u64) {}

async fn by_hand(folder: &Path) -> Connection {
    crate::engine::sqlite::writer(&folder.join("candour.db"), None).await.unwrap()
}

/// Every table of both databases, and how many rows each has.
async fn rows_of(connection: &mut Connection) -> Vec<(String, i64)> {
    let mut found = Vec::new();
    for table in super::tables(connection).await.unwrap() {
        let count = query_of(format!("SELECT COUNT(*) AS n FROM {}", super::quoted(&table.name)));
        found.push((table.name, count.fetch_one(connection).await.unwrap().get("n").unwrap()));
    }
    found
}

#[tokio::test]
async fn every_table_is_described_alike_by_both_databases() {
    let (folder, store) = in_files(0).await;
    store.close().await;
    let server = private_server::database().await;
    Database::create_server(&server).await.unwrap().close().await;
    for (file, schema, least) in [("candour.db", "candour", 25), ("keystore.db", "candour_keys", 1)] {
        let mut file = crate::frozen::open(folder.path(), file).await.unwrap();
        let mut schema = server.writer(schema).await.unwrap();
        let tables = common(&mut file, &mut schema).await.unwrap();
        assert!(tables.len() >= least, "{tables:?}");
        // A table that is on one side alone, or has another column there, stops everything.
        schema.run_text("CREATE TABLE forgotten (id BIGINT PRIMARY KEY)".to_owned()).await.unwrap();
        let alone = common(&mut file, &mut schema).await.unwrap_err();
        assert!(matches!(alone, TransferError::Unlike { table, .. } if table == "forgotten"));
        schema.run_text("DROP TABLE forgotten".to_owned()).await.unwrap();
        let name = &tables.last().unwrap().name;
        schema.run_text(format!("ALTER TABLE {name} ADD COLUMN more TEXT")).await.unwrap();
        let other = common(&mut file, &mut schema).await.unwrap_err();
        assert!(matches!(other, TransferError::Unlike { table, .. } if table == *name));
    }
}

#[tokio::test]
async fn a_record_moves_while_it_is_written_and_goes_on_there() {
    let (folder, store) = in_files(600).await;
    store
        .append(Write { new_keys: vec![key(&case("draft"), "case", NOON)], ..Write::default() })
        .await
        .unwrap();
    let server = private_server::database().await;
    let moving = begun(folder.path(), &server).await;
    let first = moving.copy(quiet).await.unwrap();
    assert!(first.rows > 6_000 && first.written == first.rows, "{first:?}");

    // While it arrives nobody takes it for a record, nor writes it.
    let opened = Database::open_server(&server).await.unwrap_err();
    assert!(opened.to_string().contains("has not arrived"), "{opened}");
    let made = Database::create_server(&server).await.unwrap_err();
    assert!(made.to_string().contains("has not arrived"), "{made}");
    let refused = server.writer("candour").await.unwrap().begin().await.unwrap_err();
    assert!(refused.to_string().contains("writing"), "{refused}");

    // Meanwhile: more, changed, gone.
    store.append(everything(&case("later"))).await.unwrap();
    let changed = CaseModels {
        row: service::ports::CaseRow { stage: "other".to_owned(), ..row(&case("c00001")) },
        tasks: vec![task(&case("c00001"), NOON.plus(5), true)],
        letters: Vec::new(),
    };
    store.replace_models(changed).await.unwrap();

    // Cut off, and taken up by another run.
    drop(moving);
    let mut moving = begun(folder.path(), &server).await;
    moving.freeze(NOON.0).await.unwrap();
    let refused = store.append(everything(&case("too-late"))).await.unwrap_err();
    assert!(matches!(&refused, StoreError::Unavailable(_)), "{refused}");
    assert!(std::error::Error::source(&refused).unwrap().to_string().contains("the record was moved to"));
    assert_eq!(store.events(&case("later"), Stream::Decision).await.unwrap().len(), 1, "reading goes on");
    let differs = moving.compare(quiet).await.unwrap_err();
    assert!(matches!(differs, MoveError::Transfer(TransferError::Differs { .. })), "{differs}");
    let difference = moving.copy(quiet).await.unwrap();
    assert!(difference.written > 5 && difference.written < 40 && difference.deleted >= 2, "{difference:?}");
    let rows = moving.compare(quiet).await.unwrap();
    assert_eq!(rows, difference.rows);

    // Killed before the record has arrived: the same again.
    drop(moving);
    let mut moving = begun(folder.path(), &server).await;
    moving.freeze(NOON.0 + 5).await.unwrap();
    assert_eq!(moving.frozen().unwrap().since, NOON.0, "since it was frozen first");
    moving.copy(quiet).await.unwrap();
    moving.compare(quiet).await.unwrap();
    moving.finish().await.unwrap();
    let again = Moving::begin(folder.path(), &server, "other".to_owned(), ORIGIN).await.unwrap();
    assert!(matches!(again, Begun::Finished(frozen) if frozen.since == NOON.0));
    assert!(matches!(cancel(folder.path(), &server, ORIGIN).await, Err(MoveError::Arrived { .. })));
    let reopened = Database::open(folder.path()).await.unwrap_err();
    assert!(reopened.to_string().contains("moved to PostgreSQL"), "{reopened}");

    let there = Database::open_server(&server).await.unwrap();
    assert!(there.dump_models().await.unwrap() == store.dump_models().await.unwrap());
    assert_eq!(there.keys(&case("later")).await.unwrap(), store.keys(&case("later")).await.unwrap());
    // What the server numbers by itself goes on after what came.
    let before = there.pending(0, 5_000).await.unwrap();
    there.append(everything(&case("next"))).await.unwrap();
    let after = there.pending(0, 5_000).await.unwrap();
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.iter().map(|leaf| leaf.id).max() > before.iter().map(|leaf| leaf.id).max());
}

#[tokio::test]
async fn a_move_is_given_up_for_as_long_as_the_record_has_not_arrived() {
    let (folder, store) = in_files(3).await;
    let server = private_server::database().await;
    assert!(matches!(cancel(folder.path(), &server, ORIGIN).await, Err(MoveError::NotMoving { .. })));
    let mut moving = begun(folder.path(), &server).await;
    moving.copy(quiet).await.unwrap();
    moving.freeze(NOON.0).await.unwrap();
    store.append(write(&case("c1"), 1)).await.unwrap_err();
    let elsewhere = private_server::database().await;
    assert!(matches!(cancel(folder.path(), &elsewhere, ORIGIN).await, Err(MoveError::Elsewhere { .. })));
    let other = Moving::begin(folder.path(), &server, "t".to_owned(), "other.example").await.unwrap_err();
    assert!(matches!(other, MoveError::Another { .. }), "{other}");
    cancel(folder.path(), &server, ORIGIN).await.unwrap();
    store.append(everything(&case("c1"))).await.unwrap();
    store.close().await;
    Database::open(folder.path()).await.unwrap().close().await;
    // Nothing is left there.
    Database::create_server(&server).await.unwrap().close().await;
    let taken = Moving::begin(folder.path(), &server, "t".to_owned(), ORIGIN).await.unwrap_err();
    assert!(matches!(taken, MoveError::NotEmpty { .. }), "{taken}");
}

#[tokio::test]
async fn what_differs_is_made_alike_whatever_is_in_the_way() {
    let (folder, store) = in_files(0).await;
    store.close().await;
    let server = private_server::database().await;
    Database::create_server(&server).await.unwrap().close().await;
    let (mut from, mut to) = (by_hand(folder.path()).await, server.writer("candour").await.unwrap());
    let tables = common(&mut from, &mut to).await.unwrap();
    let letters = tables.iter().find(|table| table.name == "letters").unwrap();
    let fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) \
        INSERT INTO letters (lookup, case_id) SELECT 'letter-' || i, 'case-' || i FROM n";
    from.run(fill).await.unwrap();
    let mut done = Travelled::default();
    merge(&mut from, &mut to, letters, &mut done, quiet).await.unwrap();
    assert_eq!((done.rows, done.written, done.deleted), (5_000, 5_000, 0));

    // Unique values pass from row to row, in more rows than are kept in memory; some rows are only there, some only here.
    to.run("DELETE FROM letters WHERE lookup < 'letter-2'").await.unwrap();
    to.run("INSERT INTO letters VALUES ('a-stranger', 'case-stranger')").await.unwrap();
    to.run("UPDATE letters SET case_id = 'moved-' || case_id").await.unwrap();
    to.run("UPDATE letters SET case_id = 'case-1' WHERE lookup = 'letter-77'").await.unwrap();
    let differs = compare(&mut from, &mut to, letters).await.unwrap_err();
    assert!(matches!(differs, TransferError::Differs { row: 1, .. }), "{differs}");
    merge(&mut from, &mut to, letters, &mut done, quiet).await.unwrap();
    assert_eq!(compare(&mut from, &mut to, letters).await.unwrap(), 5_000);

    // A row that may never change is not changed here either.
    for on in [&mut from, &mut to] {
        let add = "INSERT INTO ledger_entries (idx, entry, commitment) VALUES (0, $1, NULL)";
        let entry: &[u8] = if matches!(on, Connection::Sqlite(_)) { b"one" } else { b"other" };
        query(add).bind(entry).execute(on).await.unwrap();
    }
    let entries = tables.iter().find(|table| table.name == "ledger_entries").unwrap();
    let refused = merge(&mut from, &mut to, entries, &mut done, quiet).await.unwrap_err();
    assert!(matches!(&refused, TransferError::Database { table, .. } if table == "ledger_entries"));

    // What one of them cannot hold is named before anything is sent.
    query("INSERT INTO letters VALUES ($1, 'case-zero')").bind("a\0b").execute(&mut from).await.unwrap();
    let refused = merge(&mut from, &mut to, letters, &mut done, quiet).await.unwrap_err();
    assert!(matches!(&refused, TransferError::Value { column, .. } if column == "lookup"), "{refused}");
    from.run("DELETE FROM letters WHERE case_id = 'case-zero'").await.unwrap();
    from.run("INSERT INTO weekly_batches VALUES ('2026-W01', 'when?', 0, 0, 0, 0, 0)").await.unwrap();
    let batches = tables.iter().find(|table| table.name == "weekly_batches").unwrap();
    let refused = merge(&mut from, &mut to, batches, &mut done, quiet).await.unwrap_err();
    assert!(matches!(&refused, TransferError::Value { column, .. } if column == "made"), "{refused}");
}

#[tokio::test]
async fn a_backup_of_a_server_is_two_files_that_either_database_takes() {
    let server = private_server::database().await;
    let store = Database::create_server(&server).await.unwrap();
    for number in 0..5 {
        store.append(everything(&case(&format!("c{number}")))).await.unwrap();
    }
    let place = tempfile::tempdir().unwrap();
    let (main, keys) = (place.path().join("main"), place.path().join("main/keystore"));
    let copied = back_up_server(&server, &main, &keys, quiet).await.unwrap();
    assert!(copied.rows > 40 && copied.written == copied.rows, "{copied:?}");
    let names = |folder: &Path| {
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(
        (names(&main), names(&keys)),
        (vec!["candour.db".into(), "keystore".into()], vec!["keystore.db".to_owned()])
    );

    // In files.
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(main.join("candour.db"), folder.path().join("candour.db")).unwrap();
    std::fs::copy(keys.join("keystore.db"), folder.path().join("keystore.db")).unwrap();
    let files = Database::open(folder.path()).await.unwrap();
    assert!(files.dump_models().await.unwrap() == store.dump_models().await.unwrap());
    let as_it_was = files.dump_models().await.unwrap();
    files.close().await;

    // On the server, in the place of what is there now.
    store.append(everything(&case("since"))).await.unwrap();
    let begin = |replace, keys_stay| {
        let token = "token".to_owned();
        Restoring::begin(&server, ORIGIN, token, keys_stay, replace, 7)
    };
    let in_use = begin(true, true).await.unwrap_err();
    assert!(in_use.to_string().contains("is in use"), "{in_use}");
    store.close().await;
    assert!(begin(false, true).await.unwrap_err().to_string().contains("--replace"));
    let restoring = begin(true, true).await.unwrap();
    restoring.fill(&main, None, &place.path().join("scratch"), quiet).await.unwrap();
    assert!(!place.path().join("scratch").exists());
    // Cut off: the next one begins from what was there.
    drop(restoring);
    assert!(Database::open_server(&server).await.unwrap_err().to_string().contains("candour restore"));
    assert!(Restoring::has_keystore(&server).await.unwrap());
    let restoring = begin(true, true).await.unwrap();
    restoring.undo().await.unwrap();
    let store = Database::open_server(&server).await.unwrap();
    assert_eq!(store.events(&case("since"), Stream::Decision).await.unwrap().len(), 1, "as it was");
    store.close().await;
    let restoring = begin(true, false).await.unwrap();
    restoring.fill(&main, Some(&keys), &place.path().join("scratch"), quiet).await.unwrap();
    let replaced = restoring.finish().await.unwrap().unwrap();
    assert_eq!(replaced.main, "candour_replaced_7");
    let store = Database::open_server(&server).await.unwrap();
    assert_eq!(store.dump_models().await.unwrap(), as_it_was);
    assert_eq!(store.keys(&case("since")).await.unwrap(), []);
    assert_eq!(store.keys(&case("c1")).await.unwrap().len(), 2);
    let mut aside = server.writer("candour_replaced_7").await.unwrap();
    let there = rows_of(&mut aside).await;
    assert!(there.contains(&("cases".to_owned(), 6)), "{there:?}");
    // It is a record like another.
    store.append(everything(&case("next"))).await.unwrap();
}
