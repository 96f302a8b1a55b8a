//! A medium without room.

use crate::{
    Database, Options,
    tests::{
        batches::all,
        samples::{self, Home, NOON, blob, case, key, models, write},
    },
};
use casework::header::Stream;
use service::ports::{BlobRow, LedgerStore as _, Store as _, StoreError, Write};

/// A little more than the empty database, in pages.
const PAGES: u32 = 164;

async fn small() -> (tempfile::TempDir, Database) {
    let (Home::Folder(folder), store) = samples::store().await else { panic!("not in a folder") };
    store.close().await;
    let store = Database::open_with(folder.path(), Options { pages_max: Some(PAGES) }).await.unwrap();
    (folder, store)
}

fn large(name: &str) -> Write {
    let c = case(name);
    let text = BlobRow { case: c.clone(), blob: blob("text"), sealed: vec![1; 4096 * PAGES as usize] };
    Write {
        blobs: vec![text],
        models: Some(models(&c)),
        new_keys: vec![key(&c, "case", NOON)],
        ..write(&c, 1)
    }
}

#[tokio::test]
async fn what_does_not_fit_is_refused_as_full_and_leaves_nothing() {
    let (folder, store) = small().await;
    let before = store.dump_models().await.unwrap();
    assert!(matches!(store.append(large("c1")).await, Err(StoreError::Full)));
    assert_eq!(store.events(&case("c1"), Stream::Decision).await.unwrap(), []);
    assert_eq!(store.pending(0, 10).await.unwrap(), []);
    assert_eq!(store.dump_models().await.unwrap(), before);
    // What fits goes on being recorded, and the file is sound.
    store.append(write(&case("c2"), 1)).await.unwrap();
    store.close().await;
    let store = Database::open(folder.path()).await.unwrap();
    store.append(large("c1")).await.unwrap();
    assert_eq!(store.last_position(&case("c2"), Stream::Decision).await.unwrap(), 1);
}

#[tokio::test]
async fn neighbours_of_what_does_not_fit_are_recorded() {
    let (_folder, store) = small().await;
    let answers =
        all([write(&case("c1"), 1), large("c2"), write(&case("c3"), 1)].map(|w| store.append(w))).await;
    assert!(matches!(answers.as_slice(), [Ok(()), Err(StoreError::Full), Ok(())]), "{answers:?}");
    assert_eq!(store.pending(0, 10).await.unwrap().len(), 2);
}

#[tokio::test]
async fn filling_up_to_the_brim_keeps_every_acknowledged_event() {
    let (folder, store) = small().await;
    let c = case("c1");
    let mut acknowledged = 0;
    let last = loop {
        let mut next = write(&c, acknowledged + 1);
        next.events[0].payload = vec![0; 2000];
        match store.append(next).await {
            Ok(()) => acknowledged += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(last, StoreError::Full));
    assert!(acknowledged > 10);
    store.close().await;
    let store = Database::open(folder.path()).await.unwrap();
    assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), acknowledged);
    assert_eq!(store.pending(0, 1000).await.unwrap().len() as u64, acknowledged);
}
