//! Weekly batches, tallies and samples: each once, whole, and what comes between is noticed.

use super::samples::{self, NOON, case, event, leaf};
use crate::Database;
use casework::{header::Stream, time::Day};
use service::ports::{
    LedgerHead, LedgerStore as _, NewBatch, NewPromiseAct, NewTallies, PromiseChange, StandingRow,
    Store as _, StoreError, TalliedRow, Write,
};
use tlog::entry::{Period, PromiseId, VoidReason, Week};

fn week(text: &str) -> Week {
    Week::parse(text).unwrap()
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

fn act(number: u8, change: PromiseChange, text: &str) -> NewPromiseAct {
    NewPromiseAct { promise: tag(number), change, week: week(text) }
}

fn standing(number: u8, until: &str, decoy: bool) -> StandingRow {
    StandingRow { promise: tag(number), until: week(until), decoy }
}

fn batch(text: &str, acts: Vec<i64>) -> NewBatch {
    NewBatch {
        week: week(text),
        made: NOON,
        acts,
        standing: vec![standing(1, "2026-W47", false), standing(2, "2026-W49", true)],
        gone: Vec::new(),
        entries: vec![b"first".to_vec(), b"second".to_vec()],
        opened: 2,
        kept: 0,
        kept_late: 0,
    }
}

async fn with_acts() -> (samples::Home, Database) {
    let (folder, store) = samples::store().await;
    let promises = vec![
        act(1, PromiseChange::Opened(week("2026-W47")), "2026-W46"),
        act(1, PromiseChange::Moved(week("2026-W49")), "2026-W47"),
        act(3, PromiseChange::Kept, "2026-W46"),
        act(4, PromiseChange::Void(VoidReason::Died), "2026-W46"),
    ];
    store.append(Write { promises, ..Write::default() }).await.unwrap();
    (folder, store)
}

#[tokio::test]
async fn acts_wait_for_the_batch_of_their_week_and_are_taken_up_once() {
    let (_folder, store) = with_acts().await;
    assert_eq!(store.first_promise_week().await.unwrap(), Some(week("2026-W46")));
    let acts = store.promise_acts(week("2026-W46")).await.unwrap();
    let changes: Vec<_> = acts.iter().map(|act| (act.promise, act.change)).collect();
    assert_eq!(
        changes,
        [
            (tag(1), PromiseChange::Opened(week("2026-W47"))),
            (tag(3), PromiseChange::Kept),
            (tag(4), PromiseChange::Void(VoidReason::Died)),
        ]
    );
    let ids: Vec<i64> = acts.iter().map(|act| act.id).collect();
    store.record_batch(batch("2026-W46", ids.clone())).await.unwrap();
    assert_eq!(store.last_batch().await.unwrap(), Some(week("2026-W46")));
    assert_eq!(store.promise_acts(week("2026-W47")).await.unwrap().len(), 1);
    assert_eq!(store.decoys().await.unwrap(), [standing(2, "2026-W49", true)]);
    assert_eq!(store.standing(&tag(1)).await.unwrap(), Some(standing(1, "2026-W47", false)));
    // The week has its batch, and another week cannot take up the same acts: neither writes anything.
    for (text, acts, expected) in [("2026-W46", vec![], true), ("2026-W47", ids, false)] {
        let refused = store.record_batch(batch(text, acts)).await.unwrap_err();
        assert_eq!(matches!(refused, StoreError::Repeated), expected, "{refused}");
        assert!(matches!(refused, StoreError::Repeated | StoreError::Conflict));
    }
    assert_eq!(store.pending(0, 100).await.unwrap().len(), 2);
    assert_eq!(store.last_batch().await.unwrap(), Some(week("2026-W46")));
}

#[tokio::test]
async fn what_stands_past_its_week_is_counted_as_broken() {
    let (_folder, store) = samples::store().await;
    store.record_batch(batch("2026-W46", vec![])).await.unwrap();
    let next = NewBatch { gone: vec![tag(2)], standing: vec![], ..batch("2026-W47", vec![]) };
    store.record_batch(next).await.unwrap();
    let weeks = store.weeks(10).await.unwrap();
    let counts: Vec<_> = weeks.iter().map(|week| (week.week.as_str(), week.open, week.broken)).collect();
    assert_eq!(counts, [("2026-W47", 0, 1), ("2026-W46", 2, 0)]);
}

#[tokio::test]
async fn a_run_goes_ahead_of_other_leaves_and_keeps_its_order() {
    let (_folder, store) = samples::store().await;
    store.announce("an-act", [0; 32], b"an act".to_vec(), NOON).await.unwrap();
    store.record_batch(batch("2026-W46", vec![])).await.unwrap();
    let pending = store.pending(0, 100).await.unwrap();
    let entries: Vec<&[u8]> = pending.iter().map(|leaf| leaf.entry.as_slice()).collect();
    assert_eq!(entries, [b"first".as_slice(), b"second"]);
    assert!(pending.iter().all(|leaf| leaf.in_order && leaf.flush));
}

async fn with_commitments(numbered: u64, waiting: u64) -> (samples::Home, Database) {
    let (folder, store) = samples::store().await;
    store.start(LedgerHead { epoch: 1, size: 0, root: [0; 32] }).await.unwrap();
    for position in 1..=numbered + waiting {
        let event = event(&case("c1"), Stream::Decision, position);
        let leaves = vec![leaf(&event)];
        store.append(Write { events: vec![event], leaves, ..Write::default() }).await.unwrap();
    }
    let leaves = store.pending(0, u32::try_from(numbered).unwrap()).await.unwrap();
    let head = LedgerHead { epoch: 1, size: numbered, root: [1; 32] };
    assert!(store.sequence((1, 0), head, leaves).await.unwrap());
    (folder, store)
}

async fn tallies(store: &Database) -> NewTallies {
    let rows = store.untallied(last_day()).await.unwrap();
    let rows: Vec<TalliedRow> = (0..)
        .zip(&rows)
        .map(|(rank, row)| TalliedRow { made: row.made, commitment: row.commitment, class: "other", rank })
        .collect();
    let entries = rows.iter().map(|row| vec![u8::try_from(row.rank).unwrap()]).collect();
    NewTallies { period: period(), last_day: last_day(), made: NOON, rows, entries }
}

#[tokio::test]
async fn a_half_year_is_tallied_once_and_whole() {
    let (_folder, store) = with_commitments(3, 0).await;
    assert_eq!(store.first_untallied().await.unwrap(), Some(Day::parse("2026-11-22").unwrap()));
    let new = tallies(&store).await;
    let one = new.rows[1];
    // One row fewer than there are: nothing is written.
    let mut fewer = new.clone();
    fewer.rows.pop();
    assert!(matches!(store.record_tallies(fewer).await, Err(StoreError::Conflict)));
    assert_eq!(store.tallied(period()).await.unwrap(), None);
    store.record_tallies(new.clone()).await.unwrap();
    assert!(matches!(store.record_tallies(new).await, Err(StoreError::Repeated)));
    assert_eq!(store.last_tallied().await.unwrap(), Some(period()));
    assert_eq!(store.first_untallied().await.unwrap(), None);
    let made = store.tallied(period()).await.unwrap().unwrap();
    assert_eq!((made.after, made.tallies), (3, 3));
    let of = store.leaf_of(&one.commitment, one.made).await.unwrap().unwrap().tally.unwrap();
    assert_eq!((of.period.as_str(), of.class.as_str(), of.rank), ("2026-H2", "other", 1));
    assert_eq!(store.pending(0, 100).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_half_year_is_not_tallied_while_a_commitment_of_it_waits() {
    let (_folder, store) = with_commitments(2, 1).await;
    let new = tallies(&store).await;
    assert_eq!(new.rows.len(), 2);
    assert!(matches!(store.record_tallies(new).await, Err(StoreError::Conflict)));
    assert_eq!(store.last_tallied().await.unwrap(), None);
    assert!(store.pending(0, 100).await.unwrap().iter().all(|leaf| !leaf.in_order));
}

#[tokio::test]
async fn the_reviewer_commits_once_and_reveals_once() {
    let (_folder, store) = samples::store().await;
    assert!(matches!(
        store.reveal_sample(period(), [2; 32], b"r".to_vec(), NOON).await,
        Err(StoreError::Repeated)
    ));
    store.commit_sample(period(), [1; 32], b"c".to_vec(), NOON).await.unwrap();
    let again = store.commit_sample(period(), [9; 32], b"c".to_vec(), NOON).await;
    assert!(matches!(again, Err(StoreError::Repeated)));
    store.reveal_sample(period(), [2; 32], b"r".to_vec(), NOON).await.unwrap();
    let again = store.reveal_sample(period(), [3; 32], b"r".to_vec(), NOON).await;
    assert!(matches!(again, Err(StoreError::Repeated)));
    let row = store.sample(period()).await.unwrap().unwrap();
    assert_eq!((row.digest, row.revealed), ([1; 32], Some([2; 32])));
    // Each act once.
    assert_eq!(store.pending(0, 100).await.unwrap().len(), 2);
}
