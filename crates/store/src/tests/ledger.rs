//! The rows of the ledger.

use super::samples::{self, NOON, case, event, leaf};
use crate::Database;
use casework::{header::Stream, time::Moment};
use service::ports::{
    CheckpointRow, LeafOf, LedgerHead, LedgerStore as _, NumberedEntry, PendingLeaf, Store as _, StoreError,
    Write,
};

fn head(epoch: u64, size: u64) -> LedgerHead {
    LedgerHead { epoch, size, root: [u8::try_from(size).unwrap(); 32] }
}

async fn with_leaves(count: u64) -> (samples::Home, Database) {
    let (folder, store) = samples::store().await;
    for position in 1..=count {
        let event = event(&case("c1"), Stream::Decision, position);
        let leaves = vec![leaf(&event)];
        store.append(Write { events: vec![event], leaves, ..Write::default() }).await.unwrap();
    }
    store.start(head(1, 0)).await.unwrap();
    (folder, store)
}

/// Pending leaves in reverse, as after shuffling.
fn shuffled(pending: &[PendingLeaf]) -> Vec<PendingLeaf> {
    pending.iter().rev().cloned().collect()
}

/// What they are as entries, from an index on.
fn numbered(leaves: &[PendingLeaf], from: u64) -> Vec<NumberedEntry> {
    (from..)
        .zip(leaves)
        .map(|(index, leaf)| NumberedEntry { index, entry: leaf.entry.clone(), commitment: leaf.commitment })
        .collect()
}

#[tokio::test]
async fn the_ledger_is_started_once() {
    let (_folder, store) = samples::store().await;
    assert_eq!(store.head().await.unwrap(), None);
    store.start(head(1, 0)).await.unwrap();
    store.start(head(5, 9)).await.unwrap();
    assert_eq!(store.head().await.unwrap(), Some(head(1, 0)));
}

#[tokio::test]
async fn only_a_change_is_an_act() {
    let (_folder, store) = with_leaves(0).await;
    for (act, digest, waiting) in [
        ("policy-adopted", 1, 1),
        ("policy-adopted", 1, 1),
        ("quorum-changed", 1, 2),
        ("policy-adopted", 2, 3),
        ("policy-adopted", 1, 4),
        ("quorum-changed", 1, 4),
    ] {
        store.announce(act, [digest; 32], act.as_bytes().to_vec(), NOON).await.unwrap();
        assert_eq!(store.pending(0, 100).await.unwrap().len(), waiting, "{act} {digest}");
    }
}

#[tokio::test]
async fn leaves_wait_in_order_and_are_numbered_once() {
    let (folder, store) = with_leaves(5).await;
    store.announce("an-act", [0; 32], b"an act".to_vec(), NOON).await.unwrap();
    let pending = store.pending(0, 100).await.unwrap();
    assert_eq!(pending.len(), 6);
    assert!(pending.is_sorted_by_key(|leaf| leaf.id));
    assert!(pending[5].flush && pending[5].commitment.is_none());
    assert_eq!(store.pending(pending[2].id, 2).await.unwrap(), pending[3..5]);
    assert_eq!(store.pending(pending[5].id, 100).await.unwrap(), []);
    let first = shuffled(&pending[..4]);
    assert!(store.sequence((1, 0), head(1, 4), first.clone()).await.unwrap());
    assert_eq!(store.head().await.unwrap(), Some(head(1, 4)));
    assert_eq!(store.pending(0, 100).await.unwrap(), pending[4..]);
    // Somebody who still believes in the old head writes nothing.
    assert!(!store.sequence((1, 0), head(1, 4), first.clone()).await.unwrap());
    assert!(store.sequence((1, 4), head(2, 6), shuffled(&pending[4..])).await.unwrap());
    // Fenced by the epoch, although the size is right.
    assert!(!store.sequence((1, 6), head(1, 6), Vec::new()).await.unwrap());

    let entries = store.entries(0, 100).await.unwrap();
    assert_eq!(entries.iter().map(|e| e.index).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
    assert_eq!(entries[..4], numbered(&first, 0));
    assert_eq!(store.entries(4, 1).await.unwrap(), entries[4..5]);
    for (index, leaf) in (0..).zip(&first) {
        let commitment = leaf.commitment.unwrap();
        let found = store.leaf_of(&commitment, leaf.made).await.unwrap();
        assert_eq!(found, Some(LeafOf { index, tally: None }));
        assert_eq!(store.leaf_of(&commitment, leaf.made.plus(1)).await.unwrap(), None);
        assert_eq!(store.committed_at(index).await.unwrap().unwrap().commitment, commitment);
    }
    assert_eq!(store.leaf_of(&[0; 32], NOON).await.unwrap(), None);
    assert_eq!(store.committed_at(4).await.unwrap(), None);
    store.close().await;

    // Class and second salt outlive the pending leaf; the act has none.
    let mut db = folder.by_hand().await;
    let tallies =
        crate::engine::query("SELECT class, salt, day FROM ledger_tallies").fetch_all(&mut db).await.unwrap();
    assert_eq!(tallies.len(), 5);
    for tally in tallies {
        assert_eq!(tally.get::<String>("class").unwrap(), "referral-received");
        assert_eq!(tally.get::<Vec<u8>>("salt").unwrap(), [7; 32]);
        assert_eq!(tally.get::<String>("day").unwrap(), "2026-11-22");
    }
}

#[tokio::test]
async fn of_many_leaves_exactly_those_that_are_named_are_numbered() {
    let (folder, store) = samples::store().await;
    let leaves: Vec<_> =
        (1..=150).map(|position| leaf(&event(&case("c1"), Stream::Decision, position))).collect();
    store.append(Write { leaves, ..Write::default() }).await.unwrap();
    store.announce("an-act", [0; 32], b"an act".to_vec(), NOON).await.unwrap();
    store.start(head(1, 0)).await.unwrap();
    let pending = store.pending(0, 1_000).await.unwrap();
    assert_eq!(pending.len(), 151);
    // Every tenth stays, so that those that go wait in several runs of rows; the act goes with them.
    let (stay, go): (Vec<_>, Vec<_>) =
        pending.into_iter().enumerate().partition(|(place, _)| place % 10 == 4);
    let [stay, go] = [stay, go].map(|leaves| leaves.into_iter().map(|(_, leaf)| leaf).collect::<Vec<_>>());
    let go = shuffled(&go);
    let mut twice = go.clone();
    twice[70] = twice[3].clone();
    let size = u64::try_from(go.len()).unwrap();
    assert!(matches!(store.sequence((1, 0), head(1, size), twice).await, Err(StoreError::Taken(_))));
    let mut unknown = go.clone();
    unknown[70].id = 9_999;
    assert!(matches!(store.sequence((1, 0), head(1, size), unknown).await, Err(StoreError::Conflict)));
    assert_eq!(store.entries(0, 1).await.unwrap(), []);
    assert!(store.sequence((1, 0), head(1, size), go.clone()).await.unwrap());
    assert_eq!(store.pending(0, 1_000).await.unwrap(), stay);
    let entries = numbered(&go, 0);
    assert_eq!(store.entries(0, 1_000).await.unwrap(), entries);
    store.close().await;
    let mut db = folder.by_hand().await;
    let kept =
        crate::engine::query("SELECT commitment FROM ledger_tallies").fetch_all(&mut db).await.unwrap();
    let mut kept: Vec<Vec<u8>> = kept.iter().map(|row| row.get("commitment").unwrap()).collect();
    let mut expected: Vec<Vec<u8>> = entries.iter().filter_map(|e| e.commitment.map(Vec::from)).collect();
    kept.sort();
    expected.sort();
    assert_eq!(kept, expected);
}

#[tokio::test]
async fn leaves_that_are_too_few_or_do_not_wait_are_refused_whole() {
    let (_folder, store) = with_leaves(3).await;
    let pending = store.pending(0, 100).await.unwrap();
    let leaves = shuffled(&pending);
    let short = store.sequence((1, 0), head(1, 4), leaves.clone()).await;
    assert!(matches!(short, Err(StoreError::Corrupt { .. })));
    let mut unknown = leaves.clone();
    unknown[2].id = 99;
    assert!(matches!(store.sequence((1, 0), head(1, 3), unknown).await, Err(StoreError::Conflict)));
    let mut twice = leaves.clone();
    twice[2] = twice[0].clone();
    assert!(matches!(store.sequence((1, 0), head(1, 3), twice).await, Err(StoreError::Taken(_))));

    assert_eq!(store.head().await.unwrap(), Some(head(1, 0)));
    assert_eq!(store.entries(0, 10).await.unwrap(), []);
    assert_eq!(store.pending(0, 100).await.unwrap(), pending);
    assert!(store.sequence((1, 0), head(1, 3), leaves).await.unwrap());
}

#[tokio::test]
async fn no_commitment_is_numbered_twice_though_it_waits_again() {
    let (_folder, store) = with_leaves(2).await;
    let pending = store.pending(0, 100).await.unwrap();
    assert!(store.sequence((1, 0), head(1, 2), pending).await.unwrap());
    let leaves = vec![leaf(&event(&case("c1"), Stream::Decision, 2))];
    store.append(Write { leaves, ..Write::default() }).await.unwrap();
    let again = store.pending(0, 100).await.unwrap();
    let answer = store.sequence((1, 2), head(1, 3), again).await;
    assert!(matches!(answer, Err(StoreError::Taken(_))), "{answer:?}");
    assert_eq!(store.head().await.unwrap(), Some(head(1, 2)));
    assert_eq!(store.entries(2, 10).await.unwrap(), []);
}

#[tokio::test]
async fn an_act_that_does_not_wait_is_refused_too() {
    let (_folder, store) = with_leaves(0).await;
    store.announce("an-act", [0; 32], b"an act".to_vec(), NOON).await.unwrap();
    let act = store.pending(0, 1).await.unwrap().remove(0);
    let unknown = vec![PendingLeaf { id: 99, ..act.clone() }];
    for (size, leaves) in [(1, unknown), (2, vec![act.clone(), act])] {
        let answer = store.sequence((1, 0), head(1, size), leaves).await;
        assert!(matches!(answer, Err(StoreError::Conflict)), "{answer:?}");
        assert_eq!(store.entries(0, 10).await.unwrap(), []);
    }
}

#[tokio::test]
async fn two_sequencers_never_both_win() {
    let (_folder, store) = with_leaves(4).await;
    let leaves = shuffled(&store.pending(0, 100).await.unwrap());
    let tries = (0..8).map(|_| store.sequence((1, 0), head(1, 4), leaves.clone()));
    let won =
        super::batches::all(tries).await.into_iter().filter(|answer| matches!(answer, Ok(true))).count();
    assert_eq!(won, 1);
}

#[tokio::test]
async fn entries_and_events_cannot_be_changed_even_by_hand() {
    let (folder, store) = with_leaves(1).await;
    let leaves = shuffled(&store.pending(0, 1).await.unwrap());
    assert!(store.sequence((1, 0), head(1, 1), leaves).await.unwrap());
    store.close().await;
    let mut db = folder.by_hand().await;
    for statement in [
        "UPDATE events SET kind = 'x'",
        "DELETE FROM events",
        "UPDATE ledger_entries SET idx = 7",
        "DELETE FROM ledger_entries",
    ] {
        assert!(crate::engine::query(statement).execute(&mut db).await.is_err(), "{statement}");
    }
}

fn checkpoint(size: u64, witnessed: bool, note: &str) -> CheckpointRow {
    CheckpointRow {
        size,
        root: head(1, size).root,
        note: note.as_bytes().to_vec(),
        witnessed,
        made: Moment(NOON.0 + i64::try_from(size).unwrap()),
    }
}

#[tokio::test]
async fn of_two_checkpoints_for_one_size_the_witnessed_one_stays() {
    let (_folder, store) = with_leaves(3).await;
    let pending = store.pending(0, 100).await.unwrap();
    assert!(store.sequence((1, 0), head(1, 2), shuffled(&pending[..2])).await.unwrap());
    assert_eq!(store.checkpoint(false).await.unwrap(), None);
    store.record_checkpoint(1, checkpoint(2, false, "signed")).await.unwrap();
    assert_eq!(store.checkpoint(true).await.unwrap(), None);
    store.record_checkpoint(1, checkpoint(2, true, "cosigned")).await.unwrap();
    store.record_checkpoint(1, checkpoint(2, false, "signed again")).await.unwrap();
    assert_eq!(store.checkpoint(false).await.unwrap(), Some(checkpoint(2, true, "cosigned")));
    assert!(store.sequence((1, 2), head(1, 3), shuffled(&pending[2..])).await.unwrap());
    store.record_checkpoint(1, checkpoint(3, false, "signed")).await.unwrap();
    assert_eq!(store.checkpoint(false).await.unwrap().unwrap().size, 3);
    assert_eq!(store.checkpoint(true).await.unwrap().unwrap().size, 2);
}

#[tokio::test]
async fn a_checkpoint_of_another_epoch_of_no_tree_or_of_a_fork_is_refused() {
    let (_folder, store) = with_leaves(2).await;
    let leaves = shuffled(&store.pending(0, 100).await.unwrap());
    assert!(store.sequence((1, 0), head(2, 2), leaves).await.unwrap());
    let stale = store.record_checkpoint(1, checkpoint(2, true, "stale")).await;
    assert!(matches!(stale, Err(StoreError::Conflict)));
    let ahead = store.record_checkpoint(2, checkpoint(3, true, "ahead")).await;
    assert!(matches!(ahead, Err(StoreError::Conflict)));
    store.record_checkpoint(2, checkpoint(2, true, "right")).await.unwrap();
    let fork = CheckpointRow { root: [9; 32], ..checkpoint(2, true, "fork") };
    assert!(matches!(store.record_checkpoint(2, fork).await, Err(StoreError::Corrupt { .. })));
    assert_eq!(store.checkpoint(true).await.unwrap().unwrap().note, b"right");
}
