//! More waits than a round takes: what comes next is read while leaves are numbered, and nothing is lost, numbered twice
//! or put before what was numbered before it.

#![expect(clippy::unwrap_used, reason = "tests")]

mod sequencing;

use sequencing::World;
use service::{
    ledger::{Sequencer, sequencer::ROUND_LEAVES_MAX},
    ports::{LedgerStore as _, NewLeaf, Store as _, Write},
};
use std::{collections::BTreeSet, sync::atomic::Ordering};
use tlog::{Entry, tile::TileEdge};

/// 31 December 2026, 23:50 in London.
const LATE: i64 = 1_798_761_000;
/// What waits behind a full round.
const BEHIND: u64 = 700;

fn leaf(world: &World, number: u64) -> NewLeaf {
    let mut commitment = [0; 32];
    commitment[..8].copy_from_slice(&number.to_be_bytes());
    NewLeaf {
        entry: Entry::Commitment { c: commitment }.to_bytes(),
        commitment: Some(commitment),
        class: "case-read",
        tally_salt: [1; 32],
        flush: false,
        made: world.service.now(),
    }
}

async fn add(world: &World, numbers: std::ops::Range<u64>) {
    let leaves = numbers.map(|number| leaf(world, number)).collect();
    world.store.append(Write { leaves, ..Write::default() }).await.unwrap();
}

#[tokio::test]
async fn what_is_read_ahead_is_numbered_once_and_what_comes_meanwhile_is_not_forgotten() {
    let world = World::make().await;
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    // Something of the half-year is numbered already, as in any ledger that is in use.
    let before = 1 << 32;
    add(&world, before..before + 64).await;
    while sequencer.round().await.unwrap() {}
    let begun = world.store.head().await.unwrap().unwrap().size;
    let round = u64::from(ROUND_LEAVES_MAX);
    add(&world, 0..round + BEHIND).await;
    assert!(sequencer.round().await.unwrap());
    assert_eq!(world.store.head().await.unwrap().unwrap().size, begun + round);
    // What comes after the rest was read, and an act, which would go out at once.
    let all = round + BEHIND + 64;
    add(&world, round + BEHIND..all).await;
    world.something().await;
    assert!(sequencer.round().await.unwrap());
    assert_eq!(world.store.head().await.unwrap().unwrap().size, begun + round + BEHIND);
    while sequencer.round().await.unwrap() {}

    let entries = world.store.entries(0, u32::MAX).await.unwrap();
    assert_eq!(entries.len() as u64, begun + all + 1);
    let numbers = |rows: &[service::ports::NumberedEntry]| -> BTreeSet<u64> {
        let number = |c: [u8; 32]| u64::from_be_bytes(c[..8].try_into().unwrap());
        rows.iter().filter_map(|row| row.commitment.map(number)).collect()
    };
    let cut = |from: u64, to: u64| &entries[usize::try_from(from).unwrap()..usize::try_from(to).unwrap()];
    assert_eq!(numbers(cut(begun, begun + round)), (0..round).collect());
    assert_eq!(numbers(cut(begun + round, begun + round + BEHIND)), (round..round + BEHIND).collect());
    assert_eq!(numbers(cut(begun + round + BEHIND, begun + all + 1)), (round + BEHIND..all).collect());
    assert!(world.store.pending(0, 10).await.unwrap().is_empty());

    // The head is the root of exactly these, and the tiles give it, or the sequencer would not open.
    let mut edge = TileEdge::new();
    edge.append(&entries.iter().map(|row| row.entry.as_slice()).collect::<Vec<_>>()).unwrap();
    assert_eq!(edge.root().as_bytes(), &world.store.head().await.unwrap().unwrap().root);
    Sequencer::open(world.service.clone()).await.unwrap();
}

#[tokio::test]
async fn a_half_year_that_ends_with_a_full_round_is_tallied_before_the_next_one_begins() {
    let world = World::make_at(LATE).await;
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    while sequencer.round().await.unwrap() {}
    let begun = world.store.head().await.unwrap().unwrap().size;
    let round = u64::from(ROUND_LEAVES_MAX);
    add(&world, 0..round).await;
    world.clock.advance(3_600);
    for witness in &world.witnesses.witnesses {
        witness.time.fetch_add(3_600, Ordering::SeqCst);
    }
    add(&world, round..round + 64).await;
    while sequencer.round().await.unwrap() {}
    assert_eq!(
        world.store.head().await.unwrap().unwrap().size,
        begun + round,
        "the new one waits for the tallies"
    );
    assert_eq!(world.store.pending(0, 100).await.unwrap().len(), 64);
}
