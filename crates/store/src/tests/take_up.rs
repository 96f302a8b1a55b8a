//! What a restored database takes up from the published ledger, held against the database that published it.

use super::samples::{self, Home, NOON, case, event, leaf};
use crate::Database;
use casework::{header::Stream, time::Day};
use service::ports::{
    LedgerHead, LedgerStore as _, NewBatch, NewLeaf, NewPromiseAct, NewTallies, NumberedEntry, PromiseChange,
    StandingRow, Store as _, StoreError, StoredEvent, TakenPeriod, TakenUp, TalliedRow, Write,
};
use std::collections::BTreeSet;
use tlog::{
    Entry,
    entry::{Act, ActKind, Class, Period, PromiseId, Week, tally_leaf},
};

fn week(number: u8) -> Week {
    Week::new(2026, number).unwrap()
}

fn period() -> Period {
    Period::parse("2026-H2").unwrap()
}

fn last_day() -> Day {
    Day::parse("2026-12-31").unwrap()
}

fn tag(number: u8) -> PromiseId {
    PromiseId::from_bytes([number; 16])
}

fn committed(position: u64) -> (StoredEvent, NewLeaf) {
    let event = event(&case("c1"), Stream::Decision, position);
    let entry = Entry::Commitment { c: event.commitment }.to_bytes();
    let salt = [u8::try_from(position).unwrap(); 32];
    let leaf = NewLeaf { entry, tally_salt: salt, ..leaf(&event) };
    (event, leaf)
}

async fn happen(store: &Database, position: u64, promises: Vec<NewPromiseAct>) {
    let (event, leaf) = committed(position);
    store
        .append(Write { events: vec![event], leaves: vec![leaf], promises, ..Write::default() })
        .await
        .unwrap();
}

/// Numbers everything that waits.
async fn number(store: &Database) {
    loop {
        let leaves = store.pending(0, 1_000).await.unwrap();
        if leaves.is_empty() {
            return;
        }
        let head = store.head().await.unwrap().unwrap();
        let size = head.size + leaves.len() as u64;
        let new = LedgerHead { size, root: [9; 32], ..head };
        assert!(store.sequence((head.epoch, head.size), new, leaves).await.unwrap());
    }
}

fn act(number: u8, change: PromiseChange, of: u8) -> NewPromiseAct {
    NewPromiseAct { promise: tag(number), change, week: week(of) }
}

fn standing(number: u8, until: u8, decoy: bool) -> StandingRow {
    StandingRow { promise: tag(number), until: week(until), decoy }
}

/// A batch as the keeper would make it: what stands, what is gone, and the entries that say so.
async fn batch(
    store: &Database,
    of: u8,
    opened: Vec<StandingRow>,
    moved: Vec<StandingRow>,
    kept: Vec<u8>,
    late: u64,
) {
    let acts = store.promise_acts(week(of)).await.unwrap();
    let (now, mut entries) = (week(of), Vec::new());
    for row in &opened {
        entries.push(Entry::Promise { promise: row.promise, until: row.until, week: now }.to_bytes());
    }
    for row in &moved {
        entries.push(Entry::Moved { promise: row.promise, until: row.until, week: now }.to_bytes());
    }
    for number in &kept {
        entries.push(Entry::Kept { promise: tag(*number), week: now }.to_bytes());
    }
    let counts = (opened.len() as u64, kept.len() as u64);
    store
        .record_batch(NewBatch {
            week: now,
            made: NOON,
            acts: acts.iter().map(|act| act.id).collect(),
            standing: [opened, moved].concat(),
            gone: kept.into_iter().map(tag).collect(),
            entries,
            opened: counts.0,
            kept: counts.1,
            kept_late: late,
        })
        .await
        .unwrap();
}

async fn tallies(store: &Database) {
    let mut rows: Vec<_> = store
        .untallied(last_day())
        .await
        .unwrap()
        .iter()
        .map(|row| (tally_leaf(&row.salt, &row.commitment), row.made, row.commitment))
        .collect();
    rows.sort_unstable();
    let entries = rows
        .iter()
        .map(|(l, ..)| Entry::Tally { class: Class::ReferralReceived, l: *l, period: period() }.to_bytes())
        .collect();
    let rows = (0..)
        .zip(rows)
        .map(|(rank, (_, made, commitment))| TalliedRow {
            made,
            commitment,
            class: "referral-received",
            rank,
        })
        .collect();
    let new = NewTallies { period: period(), last_day: last_day(), made: NOON, rows, entries };
    store.record_tallies(new).await.unwrap();
}

fn sample(kind: ActKind, digest: [u8; 32]) -> Vec<u8> {
    Entry::Act(Act::new(kind, Some(digest), Some(period())).unwrap()).to_bytes()
}

/// Everything that the ledger alone can tell, as it stands in a store.
async fn told(store: &Database) -> String {
    let mut out = String::new();
    for number in 1..=9 {
        out.push_str(&format!("{:?}\n", store.standing(&tag(number)).await.unwrap()));
    }
    for position in 1..=5 {
        let tally =
            store.leaf_of(&committed(position).0.commitment, NOON).await.unwrap().and_then(|leaf| leaf.tally);
        out.push_str(&format!("{:?}\n", tally.map(|t| (t.period, t.class, t.salt, t.rank))));
    }
    format!(
        "{out}{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        store.weeks(10).await.unwrap(),
        store.tallied(period()).await.unwrap(),
        store.sample(period()).await.unwrap().map(|row| (row.digest, row.revealed)),
        store.promise_acts(week(52)).await.unwrap().iter().map(|act| act.promise).collect::<Vec<_>>(),
        store.entries(0, 1_000).await.unwrap(),
        store.pending(0, 1_000).await.unwrap(),
        store.head().await.unwrap().map(|head| (head.size, head.root)),
    )
}

/// The published side, and the same as it was in the middle.
async fn history() -> ([Home; 2], Database, Database) {
    let (published, store) = samples::store().await;
    let (restored, backup) = samples::store().await;
    for store in [&store, &backup] {
        until_the_backup(store).await;
    }
    after_the_backup(&store).await;
    ([published, restored], store, backup)
}

async fn until_the_backup(store: &Database) {
    store.start(LedgerHead { epoch: 1, size: 0, root: [0; 32] }).await.unwrap();
    for position in 1..=3 {
        happen(store, position, Vec::new()).await;
    }
    number(store).await;
    batch(store, 45, vec![standing(2, 48, true), standing(3, 45, false)], vec![], vec![], 0).await;
    happen(store, 4, vec![act(1, PromiseChange::Opened(week(50)), 46)]).await;
}

async fn after_the_backup(store: &Database) {
    number(store).await;
    happen(store, 5, vec![act(8, PromiseChange::Opened(week(49)), 46)]).await;
    batch(store, 46, vec![standing(1, 50, false), standing(8, 49, false)], vec![], vec![3], 1).await;
    number(store).await;
    batch(store, 47, vec![standing(9, 51, true)], vec![standing(1, 51, false)], vec![2], 0).await;
    store.commit_sample(period(), [1; 32], sample(ActKind::SampleCommitted, [1; 32]), NOON).await.unwrap();
    number(store).await;
    tallies(store).await;
    number(store).await;
    store.reveal_sample(period(), [2; 32], sample(ActKind::SampleRevealed, [2; 32]), NOON).await.unwrap();
    number(store).await;
}

async fn taken(store: &Database, backup: &Database) -> TakenUp {
    let before = backup.head().await.unwrap().unwrap();
    let after = store.head().await.unwrap().unwrap();
    let made = store.tallied(period()).await.unwrap().unwrap();
    TakenUp {
        expected: (before.epoch, before.size),
        head: LedgerHead { epoch: before.epoch + 1, ..after },
        entries: store.entries(before.size, 1_000).await.unwrap(),
        decoys: BTreeSet::from([tag(9)]),
        periods: vec![TakenPeriod {
            period: period(),
            last_day: last_day(),
            first: made.after,
            tallies: made.tallies,
        }],
        salt: [3; 32],
        checkpoint: None,
        acts: vec![],
        made: NOON,
    }
}

#[tokio::test]
async fn what_the_ledger_tells_is_taken_up_as_it_was_published() {
    let (_homes, store, backup) = history().await;
    let wanted = told(&store).await;
    assert_ne!(told(&backup).await, wanted);
    let taken = taken(&store, &backup).await;
    assert_eq!(backup.take_up(taken.clone()).await.unwrap(), Some(1));
    let lost = committed(5).0.commitment;
    let index = store.leaf_of(&lost, NOON).await.unwrap().unwrap().index;
    assert_eq!(backup.lost(0, 10).await.unwrap(), [index]);
    let row = &backup.restores(10).await.unwrap()[0];
    assert_eq!((row.before, row.after, row.lost), (3, taken.head.size, 1));
    // The one difference: of what is lost it knows that it was tallied, and not as what.
    let got = told(&backup).await;
    let line = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let differ: Vec<(String, String)> =
        line(&got).into_iter().zip(line(&wanted)).filter(|(got, wanted)| got != wanted).collect();
    assert_eq!(differ.len(), 1, "{differ:#?}");
    assert!(differ[0].0.contains("\"other\"") && differ[0].1.contains("\"referral-received\""));
    // Everything of the period is tallied, what is lost included, and nothing is taken up twice.
    assert_eq!(backup.first_untallied().await.unwrap(), None);
    assert_eq!(backup.take_up(taken).await.unwrap(), None);
    assert_eq!(told(&backup).await, got);
}

#[tokio::test]
async fn what_was_lost_and_not_tallied_is_tallied_with_the_next() {
    let (_homes, store, backup) = history().await;
    let mut taken = taken(&store, &backup).await;
    let first = usize::try_from(taken.periods[0].first - 3).unwrap();
    taken.entries.truncate(first);
    taken.head.size = 3 + first as u64;
    taken.periods.clear();
    taken.acts = vec![b"{\"act\":\"restore-made\",\"v\":1}".to_vec()];
    assert_eq!(backup.take_up(taken).await.unwrap(), Some(1));
    let rows = backup.untallied(last_day()).await.unwrap();
    assert_eq!(rows.len(), 5);
    assert_eq!(rows.iter().filter(|row| row.class == "other").count(), 1);
    assert_eq!(backup.pending(0, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_gap_or_another_head_changes_nothing() {
    let (_homes, store, backup) = history().await;
    let whole = taken(&store, &backup).await;
    let before = told(&backup).await;
    let mut gap = whole.clone();
    gap.entries.remove(2);
    assert!(backup.take_up(gap).await.is_err());
    let mut twice = whole.clone();
    twice.entries[4] = NumberedEntry { index: 7, ..twice.entries[3].clone() };
    twice.entries[4].commitment = twice.entries.iter().find_map(|entry| entry.commitment);
    assert!(backup.take_up(twice).await.is_err());
    // Commitments that stand once more, in what is taken up and in what is here.
    let here = store.entries(0, 3).await.unwrap();
    for once in [&whole.entries[..], &here[..]] {
        let row = once.iter().find(|entry| entry.commitment.is_some()).unwrap();
        let mut again = whole.clone();
        let last = again.entries.len() - 1;
        let index = again.entries[last].index;
        again.entries[last] = NumberedEntry { index, ..row.clone() };
        let answer = backup.take_up(again).await;
        assert!(matches!(answer, Err(StoreError::Corrupt { table: "ledger_entries" })), "{answer:?}");
    }
    let other = TakenUp { expected: (2, 3), ..whole };
    assert_eq!(backup.take_up(other).await.unwrap(), None);
    assert_eq!(told(&backup).await, before);
    assert!(backup.restores(1).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_seed_is_kept_once() {
    let (_folder, store) = samples::store().await;
    assert_eq!(store.decoy_seed([1; 32]).await.unwrap(), [1; 32]);
    assert_eq!(store.decoy_seed([2; 32]).await.unwrap(), [1; 32]);
}
