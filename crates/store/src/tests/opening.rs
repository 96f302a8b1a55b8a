//! Making, opening and opening again.

use super::samples::{self, case, everything, write};
use crate::{OpenError, Sqlite};
use casework::header::Stream;
use service::ports::Store as _;
use std::os::unix::fs::PermissionsExt as _;

#[tokio::test]
async fn opening_never_makes_a_store() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Sqlite::open(folder.path()).await, Err(OpenError::Missing("candour.db"))));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let store = Sqlite::create(folder.path()).await.unwrap();
    store.close().await;
    std::fs::remove_file(folder.path().join("keystore.db")).unwrap();
    assert!(matches!(Sqlite::open(folder.path()).await, Err(OpenError::Missing("keystore.db"))));
}

#[tokio::test]
async fn creating_never_replaces_a_store() {
    let (folder, store) = samples::store().await;
    assert!(matches!(Sqlite::create(folder.path()).await, Err(OpenError::Exists("candour.db"))));
    store.close().await;
}

#[tokio::test]
async fn only_the_services_account_can_read_the_files() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    let store = Sqlite::create(&folder).await.unwrap();
    store.append(everything(&case("c1"))).await.unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    store.close().await;
}

#[tokio::test]
async fn what_was_recorded_is_there_after_the_store_was_dropped_without_closing() {
    let (folder, store) = samples::store().await;
    store.append(everything(&case("c1"))).await.unwrap();
    // Copies of the files as they lie there now are what a power cut would leave: the log is not yet moved into them.
    let copy = tempfile::tempdir().unwrap();
    for file in ["candour.db", "candour.db-wal", "keystore.db", "keystore.db-wal"] {
        std::fs::copy(folder.path().join(file), copy.path().join(file)).unwrap();
    }
    drop(store);
    for folder in [folder, copy] {
        let store = Sqlite::open(folder.path()).await.unwrap();
        assert_eq!(store.events(&case("c1"), Stream::Decision).await.unwrap().len(), 1);
        assert_eq!(store.keys(&case("c1")).await.unwrap().len(), 2);
        store.append(write(&case("c1"), 2)).await.unwrap();
        store.close().await;
    }
}

#[tokio::test]
async fn commits_are_synchronised_and_the_journal_is_a_write_ahead_log() {
    use sqlx::Row as _;
    let (folder, _store) = samples::store().await;
    for file in ["candour.db", "keystore.db"] {
        let mut db = crate::engine::writer(&folder.path().join(file), None).await.unwrap();
        for (pragma, expected) in [
            ("PRAGMA synchronous", "2"),
            ("PRAGMA journal_mode", "wal"),
            ("PRAGMA foreign_keys", "1"),
            ("PRAGMA secure_delete", "1"),
        ] {
            let row = sqlx::query(pragma).fetch_one(&mut db).await.unwrap();
            let value =
                row.try_get::<String, _>(0).or_else(|_| row.try_get::<i64, _>(0).map(|n| n.to_string()));
            assert_eq!(value.unwrap(), expected, "{file} {pragma}");
        }
    }
}
