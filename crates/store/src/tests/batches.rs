//! Many clients at once, and one writer.

use super::samples::{self, case, everything, write};
use crate::engine::Connection;
use casework::header::Stream;
use service::ports::{LedgerStore as _, Store as _, StoreError, Write};
use std::sync::Arc;

/// Clients at once.
const CLIENTS: u64 = 64;
/// Events each of them records on a case of its own.
const EVENTS: u64 = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_four_clients_lose_nothing_and_share_commits() {
    let (folder, store) = samples::store().await;
    let store = Arc::new(store);
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let own = case(&format!("own-{client}"));
                store.append(everything(&own)).await.unwrap();
                for position in 2..=EVENTS {
                    store.append(write(&own, position)).await.unwrap();
                }
                // One case that all of them write to: whoever loses the race looks again.
                let shared = case("shared");
                loop {
                    let last = store.last_position(&shared, Stream::Decision).await.unwrap();
                    match store.append(write(&shared, last + 1)).await {
                        Ok(()) => return,
                        Err(StoreError::Conflict) => {}
                        Err(other) => panic!("{other}"),
                    }
                }
            })
        })
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    let counters = store.counters();
    assert!(counters.commands >= CLIENTS * (EVENTS + 1));
    // Keys and rows are two commits; sharing makes them far fewer than the commands that wrote.
    assert!(counters.fsyncs < CLIENTS * EVENTS, "{counters:?}");
    assert_eq!(counters.batch_sizes.iter().sum::<u64>(), counters.batches);
    store.close().await;
    drop(store);

    let store = folder.open().await;
    for client in 0..CLIENTS {
        let events = store.events(&case(&format!("own-{client}")), Stream::Decision).await.unwrap();
        assert_eq!(events.iter().map(|e| e.position).collect::<Vec<_>>(), (1..=EVENTS).collect::<Vec<_>>());
    }
    let shared = store.events(&case("shared"), Stream::Decision).await.unwrap();
    assert_eq!(shared.len() as u64, CLIENTS);
    assert_eq!(store.pending(0, 10_000).await.unwrap().len() as u64, CLIENTS * (EVENTS + 1));
}

#[tokio::test]
async fn what_is_queued_together_is_committed_once() {
    let (_folder, store) = samples::store().await;
    let before = store.counters();
    let cases: Vec<_> = (0..20).map(|n| case(&format!("c{n}"))).collect();
    // On one thread all twenty are queued before the writer has its turn.
    let tasks = cases.iter().map(|c| store.append(write(c, 1)));
    for answer in all(tasks).await {
        answer.unwrap();
    }
    let after = store.counters();
    assert_eq!(after.commands - before.commands, 20);
    assert_eq!(after.fsyncs - before.fsyncs, 1);
    assert_eq!(after.batch_sizes[5] - before.batch_sizes[5], 1);
}

#[tokio::test]
async fn a_refused_command_does_not_harm_its_neighbours() {
    let (_folder, store) = samples::store().await;
    store.append(everything(&case("c0"))).await.unwrap();
    let before = store.counters();
    let taken = Write { outbox: everything(&case("c0")).outbox, ..everything(&case("c2")) };
    let answers = all([everything(&case("c1")), taken, write(&case("c0"), 7), everything(&case("c3"))]
        .map(|w| store.append(w)))
    .await;
    assert!(matches!(
        answers.as_slice(),
        [Ok(()), Err(StoreError::Taken(_)), Err(StoreError::Conflict), Ok(())]
    ));
    // One commit for keys and one for rows: they were one batch.
    assert_eq!(store.counters().fsyncs - before.fsyncs, 2);
    for (name, there) in [("c1", 1), ("c2", 0), ("c3", 1)] {
        assert_eq!(store.last_position(&case(name), Stream::Decision).await.unwrap(), there, "{name}");
        assert_eq!(store.case_row(&case(name)).await.unwrap().is_some(), there == 1, "{name}");
    }
}

#[tokio::test]
async fn a_command_that_makes_the_database_fail_does_not_harm_its_neighbours() {
    let (folder, store) = samples::store().await;
    // A trigger that ends the whole transaction stands for whatever may go wrong inside the database.
    let mut db = folder.by_hand().await;
    let trap = match db {
        Connection::Sqlite(_) => {
            "CREATE TRIGGER trap BEFORE INSERT ON events WHEN NEW.case_id = 'c2' \
            BEGIN SELECT RAISE(ROLLBACK, 'trapped'); END"
        }
        Connection::Postgres(_) => {
            "CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS \
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$; \
            CREATE TRIGGER trap BEFORE INSERT ON events FOR EACH ROW WHEN (NEW.case_id = 'c2') \
            EXECUTE FUNCTION trap()"
        }
    };
    db.run_file(trap).await.unwrap();
    let answers = all(["c1", "c2", "c3"].map(|name| store.append(everything(&case(name))))).await;
    assert!(matches!(answers.as_slice(), [Ok(()), Err(StoreError::Unavailable(_)), Ok(())]), "{answers:?}");
    for (name, there) in [("c1", 1), ("c2", 0), ("c3", 1)] {
        assert_eq!(store.last_position(&case(name), Stream::Decision).await.unwrap(), there, "{name}");
    }
    assert_eq!(store.pending(0, 10).await.unwrap().len(), 2);
}

#[tokio::test]
async fn commands_after_closing_are_refused() {
    let (_folder, store) = samples::store().await;
    store.close().await;
    assert!(matches!(store.append(write(&case("c1"), 1)).await, Err(StoreError::Unavailable(_))));
    assert!(store.ready().await.is_err());
    store.close().await;
}

/// Polls all futures at once, so that all are queued before any is answered.
pub(crate) async fn all<F: Future>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut waiting: Vec<_> = futures.into_iter().map(|f| (Box::pin(f), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, output) in &mut waiting {
            if output.is_none()
                && let std::task::Poll::Ready(value) = future.as_mut().poll(cx)
            {
                *output = Some(value);
            }
        }
        if waiting.iter().all(|(_, output)| output.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    waiting.into_iter().filter_map(|(_, output)| output).collect()
}
