//! Commits that fail, with and without having written.

use super::{
    batches::all,
    samples::{self, case, write},
};
use crate::writer::faults::CommitFault;
use casework::header::Stream;
use service::ports::{Store as _, StoreError};
use std::time::Duration;

#[tokio::test]
async fn after_a_commit_whose_outcome_is_not_known_the_next_look_finds_it_out() {
    for (fault, written) in [(CommitFault::Before, 0), (CommitFault::After, 1)] {
        let (home, mut store) = samples::store().await;
        let c = case("c1");
        store.faults.set(fault);
        assert!(matches!(store.append(write(&c, 1)).await, Err(StoreError::Uncertain(_))), "{fault:?}");
        if !samples::on_postgres() {
            // A file is not known before it was opened again; a server knows.
            assert!(matches!(store.append(write(&c, 1)).await, Err(StoreError::Unavailable(_))), "{fault:?}");
            assert!(store.ready().await.is_err(), "{fault:?}");
            // Whoever has to end the process hears of it.
            tokio::time::timeout(Duration::from_secs(20), store.halted()).await.unwrap();
            store.close().await;
            store = home.open().await;
        }
        store.ready().await.unwrap();
        let soon = tokio::time::timeout(Duration::from_millis(50), store.halted());
        assert!(soon.await.is_err(), "{fault:?}: it goes on");
        let again = store.append(write(&c, 1)).await;
        assert_eq!(again.is_ok(), written == 0, "{fault:?}");
        assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), 1, "{fault:?}");
        store.append(write(&c, 2)).await.unwrap();
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
