//! What those who keep accounts, keys and retention are shown: their own acts, counts of closed cases, use of keys.

use super::samples::{self, NOON, account, case, event, key, leaf, models, row, unit};
use casework::{header::Stream, id::UnitId, time::Moment};
use service::ports::{CaseModels, CaseRow, KeeperActRow, Store as _, Write};

fn act(who: &str, happened: i64, stream: &str, position: u64) -> KeeperActRow {
    KeeperActRow { account: account(who), happened: Moment(happened), stream: case(stream), position }
}

#[tokio::test]
async fn acts_are_read_page_by_page_the_latest_first_and_only_their_own() {
    let (_folder, store) = samples::store().await;
    let mine = [
        act("ada", 10, "s1", 1),
        act("ada", 20, "s1", 2),
        act("ada", 20, "s1", 3),
        act("ada", 20, "s2", 1),
        act("ada", 30, "s1", 4),
    ];
    let keeper_acts = [mine.to_vec(), vec![act("una", 25, "s1", 9)]].concat();
    store.append(Write { keeper_acts: keeper_acts.clone(), ..Write::default() }).await.unwrap();
    // Listed again, as a rebuilding does that was cut off and begun anew.
    store.append(Write { keeper_acts, ..Write::default() }).await.unwrap();
    for limit in 1..=6 {
        let mut found: Vec<KeeperActRow> = Vec::new();
        loop {
            let page = store.keeper_acts(&account("ada"), found.last(), limit).await.unwrap();
            assert!(page.len() <= usize::try_from(limit).unwrap());
            if page.is_empty() {
                break;
            }
            found.extend(page);
        }
        found.reverse();
        assert_eq!(found, mine, "{limit} a page");
    }
    assert_eq!(store.keeper_acts(&account("nobody"), None, 5).await.unwrap(), []);
    // It is a read model.
    let before = store.dump_models().await.unwrap();
    store.clear_models().await.unwrap();
    assert_eq!(store.keeper_acts(&account("ada"), None, 5).await.unwrap(), []);
    assert_ne!(store.dump_models().await.unwrap(), before);
}

#[tokio::test]
async fn one_event_is_found_by_its_place() {
    let (_folder, store) = samples::store().await;
    let c = case("s1");
    for position in 1..=3 {
        let event = event(&c, Stream::Account, position);
        let write = Write { leaves: vec![leaf(&event)], events: vec![event], ..Write::default() };
        store.append(write).await.unwrap();
    }
    let at = async |stream, position| store.event_at(&c, stream, position).await.unwrap();
    assert_eq!(at(Stream::Account, 2).await, Some(event(&c, Stream::Account, 2)));
    assert_eq!(at(Stream::Account, 4).await, None);
    assert_eq!(at(Stream::Decision, 2).await, None);
}

#[tokio::test]
async fn closed_cases_are_counted_by_unit_and_by_when_they_last_changed() {
    let (_folder, store) = samples::store().await;
    let leeds = UnitId::parse("leeds").unwrap();
    for (name, of, phase, updated) in [
        ("c1", unit(), "closed", 100),
        ("c2", unit(), "closed", 150),
        ("c3", unit(), "closed", 199),
        ("c4", unit(), "closed", 200),
        ("c5", unit(), "open", 150),
        ("c6", leeds.clone(), "closed", 150),
    ] {
        let c = case(name);
        let row = CaseRow { unit: of, phase: phase.to_owned(), updated: Moment(updated), ..row(&c) };
        store.replace_models(CaseModels { row, ..models(&c) }).await.unwrap();
    }
    let count = async |unit: &UnitId, from, before, limit| {
        store.closed_count(unit, (Moment(from), Moment(before)), limit).await.unwrap()
    };
    assert_eq!(count(&unit(), 100, 200, 10).await, 3);
    assert_eq!(count(&unit(), 100, 200, 2).await, 2, "up to the limit");
    assert_eq!(count(&unit(), 101, 201, 10).await, 3);
    assert_eq!(count(&leeds, 0, 1_000, 10).await, 1);
    let first = async |unit: &UnitId, from| store.first_closed(unit, Moment(from)).await.unwrap();
    assert_eq!(first(&unit(), 0).await, Some(Moment(100)));
    assert_eq!(first(&unit(), 101).await, Some(Moment(150)));
    assert_eq!(first(&unit(), 201).await, None);
    // One that is opened again is not closed.
    let again = case("c4");
    let row = CaseRow { phase: "open".to_owned(), updated: Moment(300), ..row(&again) };
    store.replace_models(CaseModels { row, ..models(&again) }).await.unwrap();
    assert_eq!(first(&unit(), 200).await, None);
}

#[tokio::test]
async fn a_key_is_in_use_since_it_first_wrapped_something() {
    let (_folder, store) = samples::store().await;
    let mut new_keys = Vec::new();
    for (name, epoch, made) in [("c1", 1, NOON), ("c2", 1, NOON.plus(-60)), ("c3", 2, NOON.plus(60))] {
        let mut key = key(&case(name), "case", made);
        key.epoch = epoch;
        new_keys.push(key);
    }
    store.append(Write { new_keys, ..Write::default() }).await.unwrap();
    let under = async |holder, epoch, limit| store.wrapped_under(holder, epoch, limit).await.unwrap();
    assert_eq!(under("london", 1, 10).await, (Some(NOON.plus(-60)), 2));
    assert_eq!(under("london", 1, 1).await, (Some(NOON.plus(-60)), 1), "up to the limit");
    assert_eq!(under("london", 2, 10).await, (Some(NOON.plus(60)), 1));
    assert_eq!(under("london", 3, 10).await, (None, 0));
    assert_eq!(under("leeds", 1, 10).await, (None, 0));
}

#[tokio::test]
async fn a_store_says_what_it_is() {
    let (_folder, store) = samples::store().await;
    let about = store.about().await.unwrap();
    assert_eq!(about.is_on_a_server, samples::on_postgres());
    let last = |list: &[crate::migrate::Migration]| u32::try_from(list.last().unwrap().version).unwrap();
    assert_eq!(about.version, last(crate::migrate::MAIN));
    assert_eq!(about.keystore_version, last(crate::migrate::KEYSTORE));
}
