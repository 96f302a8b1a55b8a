//! Commits that fail, with and without having written.

use super::{
    batches::all,
    samples::{self, case, write},
};
use crate::{Sqlite, writer::faults::CommitFault};
use casework::header::Stream;
use service::ports::{Store as _, StoreError};

#[tokio::test]
async fn after_a_commit_whose_outcome_is_not_known_nothing_is_taken_until_the_store_is_opened_again() {
    for (fault, written) in [(CommitFault::Before, 0), (CommitFault::After, 1)] {
        let (folder, store) = samples::store().await;
        let c = case("c1");
        store.faults.set(fault);
        assert!(matches!(store.append(write(&c, 1)).await, Err(StoreError::Uncertain(_))), "{fault:?}");
        assert!(matches!(store.append(write(&c, 1)).await, Err(StoreError::Unavailable(_))), "{fault:?}");
        assert!(store.ready().await.is_err(), "{fault:?}");
        store.close().await;

        let store = Sqlite::open(folder.path()).await.unwrap();
        assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), written, "{fault:?}");
        store.append(write(&c, written + 1)).await.unwrap();
    }
}

#[tokio::test]
async fn every_command_of_a_batch_hears_that_its_commit_is_not_known() {
    let (_folder, store) = samples::store().await;
    store.faults.set(CommitFault::After);
    let answers =
        all([write(&case("c1"), 1), write(&case("c2"), 5), write(&case("c3"), 1)].map(|w| store.append(w)));
    assert!(matches!(
        answers.await.as_slice(),
        [Err(StoreError::Uncertain(_)), Err(StoreError::Unavailable(_)), Err(StoreError::Uncertain(_))]
    ));
}
