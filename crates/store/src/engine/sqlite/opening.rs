//! Making, opening and opening again.

use crate::{
    Database, OpenError,
    tests::samples::{self, Home, NOON, account, case, everything, key, write},
};
use casework::header::Stream;
use service::ports::{DraftRow, Store as _};
use std::os::unix::fs::PermissionsExt as _;

#[tokio::test]
async fn opening_never_makes_a_store() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Database::open(folder.path()).await, Err(OpenError::Missing("candour.db"))));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let store = Database::create(folder.path()).await.unwrap();
    store.close().await;
    std::fs::remove_file(folder.path().join("keystore.db")).unwrap();
    assert!(matches!(Database::open(folder.path()).await, Err(OpenError::Missing("keystore.db"))));
}

#[tokio::test]
async fn creating_never_replaces_a_store() {
    let (Home::Folder(folder), store) = samples::store().await else { panic!("not in a folder") };
    assert!(matches!(Database::create(folder.path()).await, Err(OpenError::Exists("candour.db"))));
    store.close().await;
}

#[tokio::test]
async fn only_the_services_account_can_read_the_files() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    let store = Database::create(&folder).await.unwrap();
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
    let (Home::Folder(folder), store) = samples::store().await else { panic!("not in a folder") };
    store.append(everything(&case("c1"))).await.unwrap();
    // Copies of the files as they lie there now are what a power cut would leave: the log is not yet moved into them.
    let copy = tempfile::tempdir().unwrap();
    for file in ["candour.db", "candour.db-wal", "keystore.db", "keystore.db-wal"] {
        std::fs::copy(folder.path().join(file), copy.path().join(file)).unwrap();
    }
    drop(store);
    for folder in [folder, copy] {
        let store = Database::open(folder.path()).await.unwrap();
        assert_eq!(store.events(&case("c1"), Stream::Decision).await.unwrap().len(), 1);
        assert_eq!(store.keys(&case("c1")).await.unwrap().len(), 2);
        store.append(write(&case("c1"), 2)).await.unwrap();
        store.close().await;
    }
}

#[tokio::test]
async fn commits_are_synchronised_and_the_journal_is_a_write_ahead_log() {
    let (Home::Folder(folder), _store) = samples::store().await else { panic!("not in a folder") };
    for file in ["candour.db", "keystore.db"] {
        let mut db = crate::engine::sqlite::writer(&folder.path().join(file), None).await.unwrap();
        for (pragma, expected) in [
            ("PRAGMA synchronous", "2"),
            ("PRAGMA journal_mode", "wal"),
            ("PRAGMA foreign_keys", "1"),
            ("PRAGMA secure_delete", "1"),
        ] {
            let row = crate::engine::query(pragma).fetch_one(&mut db).await.unwrap();
            let value = row.at::<String>(0).or_else(|_| row.at::<i64>(0).map(|n| n.to_string()));
            assert_eq!(value.unwrap(), expected, "{file} {pragma}");
        }
    }
}

#[tokio::test]
async fn a_destroyed_key_is_in_no_byte_of_the_keystore() {
    let (Home::Folder(folder), store) = samples::store().await else { panic!("not in a folder") };
    let (d, owner) = (case("d1"), account("officer"));
    let sealed_draft = DraftRow {
        draft: d.clone(),
        account: owner.clone(),
        sealed: b"sealed".to_vec(),
        saved: NOON,
        expires: NOON.plus(60),
    };
    store.save_draft(sealed_draft, vec![key(&d, "case", NOON)]).await.unwrap();
    let needle = key(&d, "case", NOON).wrapped;
    let found = || {
        ["keystore.db", "keystore.db-wal"].iter().any(|file| {
            let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
            bytes.windows(needle.len()).any(|window| window == needle)
        })
    };
    assert!(found());
    store.delete_draft(&owner, &d).await.unwrap();
    assert!(!found());
}
