//! Several processes on one server: here, several stores.

use crate::{
    Database, OpenError,
    engine::query,
    private_server,
    tests::samples::{case, everything, write},
};
use casework::header::Stream;
use service::ports::{LedgerStore as _, Store as _, StoreError, Write};
use std::sync::Arc;

/// Clients of each node.
const CLIENTS: u64 = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nodes_that_write_to_one_case_lose_nothing_and_number_nothing_twice() {
    let server = private_server::database().await;
    let first = Arc::new(Database::create_server(&server).await.unwrap());
    let second = Arc::new(Database::open_server(&server).await.unwrap());
    let mut clients = Vec::new();
    for (node, store) in [&first, &second].into_iter().enumerate() {
        for client in 0..CLIENTS {
            let store = Arc::clone(store);
            clients.push(tokio::spawn(async move {
                store.append(everything(&case(&format!("n{node}-c{client}")))).await.unwrap();
                let shared = case("shared");
                loop {
                    let last = store.last_position(&shared, Stream::Decision).await.unwrap();
                    match store.append(write(&shared, last + 1)).await {
                        Ok(()) => return,
                        Err(StoreError::Conflict) => {}
                        Err(other) => panic!("{other}"),
                    }
                }
            }));
        }
    }
    for client in clients {
        client.await.unwrap();
    }
    let shared = second.events(&case("shared"), Stream::Decision).await.unwrap();
    assert_eq!(
        shared.iter().map(|event| event.position).collect::<Vec<_>>(),
        (1..=2 * CLIENTS).collect::<Vec<_>>()
    );
    assert_eq!(first.pending(0, 1000).await.unwrap().len() as u64, 4 * CLIENTS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_decides_waits_for_the_node_that_is_adopting_another_pack() {
    let server = private_server::database().await;
    let store = Arc::new(Database::create_server(&server).await.unwrap());
    store.announce("policy-adopted", [1; 32], b"first".to_vec(), crate::tests::samples::NOON).await.unwrap();
    let mut other = server.writer("candour").await.unwrap();
    other.begin().await.unwrap();
    query("UPDATE standing_acts SET digest = $1").bind(&[2; 32][..]).execute(&mut other).await.unwrap();
    let decision = tokio::spawn({
        let store = Arc::clone(&store);
        async move { store.append(Write { under: Some([1; 32]), ..write(&case("c1"), 1) }).await }
    });
    // Until it is seen to wait for its turn, or has gone ahead.
    let waiting = "SELECT 1 AS found FROM pg_stat_activity \
        WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while !decision.is_finished() && query(waiting).fetch_optional(&mut other).await.unwrap().is_none() {
        tokio::task::yield_now().await;
    }
    other.commit().await.unwrap();
    assert!(matches!(decision.await.unwrap(), Err(StoreError::Superseded)));
}

#[tokio::test]
async fn a_store_is_made_once_and_never_by_opening() {
    let server = private_server::database().await;
    assert!(matches!(Database::open_server(&server).await, Err(OpenError::Missing("candour"))));
    Database::create_server(&server).await.unwrap().close().await;
    assert!(matches!(Database::create_server(&server).await, Err(OpenError::Exists("candour"))));
    Database::open_server(&server).await.unwrap().close().await;
}

#[tokio::test]
async fn a_server_that_acknowledges_before_it_is_durable_is_refused() {
    let server = private_server::database().await;
    Database::create_server(&server).await.unwrap().close().await;
    let mut by_hand = server.writer("public").await.unwrap();
    by_hand
        .run_file(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$",
        )
        .await
        .unwrap();
    let refused = Database::open_server(&server).await.unwrap_err();
    let why = std::error::Error::source(&refused).unwrap().to_string();
    assert!(why.contains("synchronous_commit"), "{why}");
}
