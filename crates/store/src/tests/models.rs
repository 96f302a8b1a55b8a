//! Queues, lists, and rebuilding.

use super::samples::{self, NOON, account, case, everything, models, row, task, unit, write};
use casework::{actor::Role, header::Stream, time::Moment};
use proptest::prelude::*;
use service::ports::{CaseModels, Held, QueueQuery, Store, StoreError, TaskRow, Write};

fn queue(limit: u32) -> QueueQuery {
    QueueQuery {
        role: Role::Clinician,
        scope: "unit:london".to_owned(),
        held: Held::All,
        account: account("clara"),
        since: Moment(i64::MIN),
        after: None,
        limit,
    }
}

/// A whole queue, read page by page.
async fn pages(store: &dyn Store, limit: u32) -> Vec<TaskRow> {
    let mut query = queue(limit);
    let mut rows = Vec::new();
    loop {
        let page = store.tasks(&query).await.unwrap();
        let Some(last) = page.last() else { return rows };
        assert!(page.len() <= limit as usize);
        query.after = Some((last.urgent, last.since, last.case.clone(), last.kind.clone(), last.n));
        rows.extend(page);
    }
}

#[tokio::test]
async fn a_queue_begins_with_the_urgent_and_then_with_who_waited_longest() {
    let (_folder, store) = samples::store().await;
    let waiting =
        [("c1", 50, false), ("c2", 90, true), ("c3", 10, false), ("c4", 70, true), ("c5", 10, false)];
    for (name, since, urgent) in waiting {
        let c = case(name);
        let tasks = vec![task(&c, Moment(since), urgent)];
        store.replace_models(CaseModels { tasks, ..models(&c) }).await.unwrap();
    }
    let order: Vec<_> =
        pages(&store, 2).await.into_iter().map(|task| task.case.as_str().to_owned()).collect();
    assert_eq!(order, ["c4", "c2", "c3", "c5", "c1"]);
    assert_eq!(store.task_count(&queue(3)).await.unwrap(), 3);
    assert_eq!(store.task_count(&queue(100)).await.unwrap(), 5);
    let elsewhere = QueueQuery { scope: "unit:leeds".to_owned(), ..queue(10) };
    assert_eq!(store.tasks(&elsewhere).await.unwrap(), []);
    assert_eq!(store.task_count(&elsewhere).await.unwrap(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn pages_of_whatever_size_make_the_queue_in_its_order(
        rows in prop::collection::vec((0..6_i64, any::<bool>(), 0..4_u32), 1..40),
        limit in 1..9_u32,
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let (_folder, store) = samples::store().await;
            let c = case("c1");
            let mut tasks: Vec<TaskRow> = rows
                .into_iter()
                .map(|(since, urgent, n)| TaskRow { n, ..task(&c, Moment(since), urgent) })
                .collect();
            store.replace_models(CaseModels { tasks: tasks.clone(), ..models(&c) }).await.unwrap();
            tasks.sort_by_key(|t| (!t.urgent, t.since, t.n));
            tasks.dedup();
            assert_eq!(pages(&store, limit).await, tasks);
        });
    }
}

#[tokio::test]
async fn an_account_sees_the_cases_that_it_began_or_receives_newest_first() {
    let (_folder, store) = samples::store().await;
    let (me, other) = (account("me"), account("other"));
    // c2 and c6 were begun by somebody else, long before something of them was released to me.
    for (name, opened, by, to) in [
        ("c1", 10, &me, None),
        ("c2", 1, &other, Some((&me, 20))),
        ("c3", 30, &me, None),
        ("c4", 30, &other, Some((&other, 31))),
        ("c5", 30, &me, None),
        ("c6", 5, &other, Some((&me, 40))),
    ] {
        let c = case(name);
        let row = service::ports::CaseRow {
            opened: Moment(opened),
            opened_by: by.clone(),
            recipient: to.map(|(to, _)| to.clone()),
            informed: to.map(|(_, informed)| Moment(informed)),
            ..row(&c)
        };
        store.replace_models(CaseModels { row, ..models(&c) }).await.unwrap();
    }
    let names =
        |rows: Vec<service::ports::CaseRow>| rows.into_iter().map(|r| r.case.to_string()).collect::<Vec<_>>();
    assert_eq!(names(store.cases_of_account(&me, None, 10).await.unwrap()), ["c6", "c5", "c3", "c2", "c1"]);
    assert_eq!(names(store.cases_of_account(&me, None, 2).await.unwrap()), ["c6", "c5"]);
    let before = Some((Moment(30), case("c3")));
    assert_eq!(names(store.cases_of_account(&me, before, 1).await.unwrap()), ["c2"]);
}

#[tokio::test]
async fn reports_are_what_an_account_reported_and_no_call_takes_the_place_of_one_on_a_page() {
    let (_folder, store) = samples::store().await;
    let (me, other) = (account("me"), account("other"));
    for (name, opened, by, origin) in [
        ("c1", 10, &me, "health-service"),
        ("c2", 20, &me, "enquiry"),
        ("c3", 30, &me, "duty-holder"),
        ("c4", 40, &other, "health-service"),
        ("c5", 50, &me, "enquiry"),
        // An emergency that they entered for an officer who rang.
        ("c6", 60, &me, "requester"),
    ] {
        let c = case(name);
        let row = service::ports::CaseRow {
            opened: Moment(opened),
            opened_by: by.clone(),
            origin: origin.to_owned(),
            force: None,
            ..row(&c)
        };
        store.replace_models(CaseModels { row, ..models(&c) }).await.unwrap();
    }
    let names =
        |rows: Vec<service::ports::CaseRow>| rows.into_iter().map(|r| r.case.to_string()).collect::<Vec<_>>();
    assert_eq!(names(store.reports_of(&me, None, 10).await.unwrap()), ["c3", "c1"]);
    assert_eq!(names(store.reports_of(&me, None, 1).await.unwrap()), ["c3"]);
    let before = Some((Moment(30), case("c3")));
    assert_eq!(names(store.reports_of(&me, before, 1).await.unwrap()), ["c1"]);
}

#[tokio::test]
async fn what_began_to_wait_too_long_ago_is_in_no_page_of_a_queue_and_not_counted() {
    let (_folder, store) = samples::store().await;
    for (name, since, urgent) in
        [("c1", 10, false), ("c2", 20, false), ("c3", 10, true), ("c4", 30, true), ("c5", 40, false)]
    {
        let c = case(name);
        let tasks = vec![task(&c, Moment(since), urgent)];
        store.replace_models(CaseModels { tasks, ..models(&c) }).await.unwrap();
    }
    let recent = |limit, after| QueueQuery { since: Moment(10), after, ..queue(limit) };
    let names =
        |rows: Vec<TaskRow>| rows.into_iter().map(|row| row.case.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(store.tasks(&recent(9, None)).await.unwrap()), ["c4", "c2", "c5"]);
    assert_eq!(store.task_count(&recent(9, None)).await.unwrap(), 3);
    // The page after an urgent one begins with the others, and not with what is too old.
    let page = store.tasks(&recent(1, None)).await.unwrap();
    let last = &page[0];
    let after = Some((last.urgent, last.since, last.case.clone(), last.kind.clone(), last.n));
    assert_eq!(names(store.tasks(&recent(9, after)).await.unwrap()), ["c2", "c5"]);
}

#[tokio::test]
async fn what_waits_for_somebody_in_the_place_of_who_left_is_found() {
    let (_folder, store) = samples::store().await;
    let force = |name: &str| casework::id::ForceId::parse(name).unwrap();
    let officer = |name: &str, place: &str, active: bool| service::ports::AccountRow {
        account: account(name),
        individual: casework::id::IndividualId::parse(name).unwrap(),
        name: name.to_owned(),
        title: name.to_owned(),
        role: Role::Officer,
        place: casework::actor::Place::Force(force(place)),
        password: String::new(),
        token: None,
        active,
    };
    let accounts = [
        officer("here", "met", true),
        officer("left", "met", false),
        officer("left-without", "met", false),
        officer("left-elsewhere", "other", false),
    ];
    let new_accounts = accounts.to_vec();
    store.append(Write { accounts: new_accounts, ..Write::default() }).await.unwrap();
    let human = |name: &str| casework::id::IndividualId::parse(name).unwrap();
    for (name, opened, by, of, to) in [
        ("c1", 10, "here", Some("met"), None),
        ("c2", 20, "left", Some("met"), None),
        ("c3", 30, "left", Some("met"), None),
        ("c4", 40, "left-elsewhere", Some("other"), None),
        // Begun by the clinic and released to somebody who left: of no force.
        ("c5", 50, "nurse", None, Some("left")),
        ("c6", 60, "nurse", None, Some("here")),
        ("c7", 70, "nurse", None, Some("left-without")),
    ] {
        let c = case(name);
        // Two stand back from the first of the clinic's own, one of whom is called as a third begins.
        let barred = if name == "c5" { vec![human("grace"), human("una")] } else { Vec::new() };
        let row = service::ports::CaseRow {
            barred,
            opened: Moment(opened),
            opened_by: account(by),
            force: of.map(force),
            recipient: to.map(account),
            informed: to.map(|_| Moment(opened)),
            ..row(&c)
        };
        store.replace_models(CaseModels { row, ..models(&c) }).await.unwrap();
    }
    let names =
        |rows: Vec<service::ports::CaseRow>| rows.into_iter().map(|r| r.case.to_string()).collect::<Vec<_>>();
    let met = force("met");
    assert_eq!(store.referrals_left(&met, 10).await.unwrap(), 2);
    assert_eq!(store.referrals_left(&met, 1).await.unwrap(), 1);
    assert_eq!(store.referrals_left(&force("nobody"), 10).await.unwrap(), 0);
    let gone = store.officers_who_left(&met, 10).await.unwrap();
    assert_eq!(gone.into_iter().map(|row| row.name).collect::<Vec<_>>(), ["left"]);
    assert_eq!(names(store.referrals_of_officer(&account("left"), &met, 10).await.unwrap()), ["c3", "c2"]);
    assert_eq!(names(store.referrals_of_officer(&account("left"), &met, 1).await.unwrap()), ["c3"]);
    let trust = row(&case("c5")).trust;
    // Of one who stands back the page is as full as of anybody else.
    for (guardian, limit, expected) in [
        ("gracey", 10, &["c5", "c7"][..]),
        ("grac", 10, &["c5", "c7"]),
        ("race", 1, &["c5"]),
        ("grace", 1, &["c7"]),
        ("una", 10, &["c7"]),
    ] {
        let found = store.cases_received_by_who_left(&trust, &human(guardian), limit).await.unwrap();
        assert_eq!(names(found), expected, "{guardian}");
    }
}

#[tokio::test]
async fn a_unit_sees_its_cases_lately_changed_first() {
    let (_folder, store) = samples::store().await;
    for (name, updated) in [("c1", 30), ("c2", 10), ("c3", 20), ("c4", 30)] {
        let c = case(name);
        let row = service::ports::CaseRow { updated: Moment(updated), ..row(&c) };
        store.replace_models(CaseModels { row, ..models(&c) }).await.unwrap();
    }
    let names =
        |rows: Vec<service::ports::CaseRow>| rows.into_iter().map(|r| r.case.to_string()).collect::<Vec<_>>();
    assert_eq!(names(store.cases_of_unit(&unit(), None, 3).await.unwrap()), ["c4", "c1", "c3"]);
    let before = Some((Moment(30), case("c1")));
    assert_eq!(names(store.cases_of_unit(&unit(), before, 9).await.unwrap()), ["c3", "c2"]);
}

#[tokio::test]
async fn cases_are_woken_when_something_falls_due_and_listed_for_release() {
    let (_folder, store) = samples::store().await;
    for (name, wake, to_release) in [("c1", Some(20), true), ("c2", None, false), ("c3", Some(10), true)] {
        let c = case(name);
        let row = service::ports::CaseRow {
            wake: wake.map(Moment),
            to_release,
            updated: Moment(wake.unwrap_or(0)),
            ..row(&c)
        };
        store.replace_models(CaseModels { row, ..models(&c) }).await.unwrap();
    }
    assert_eq!(store.cases_to_wake(Moment(9), 10).await.unwrap(), []);
    assert_eq!(store.cases_to_wake(Moment(10), 10).await.unwrap(), [case("c3")]);
    assert_eq!(store.cases_to_wake(Moment(99), 10).await.unwrap(), [case("c3"), case("c1")]);
    assert_eq!(store.cases_to_wake(Moment(99), 1).await.unwrap(), [case("c3")]);
    assert_eq!(store.cases_to_release(10).await.unwrap(), [case("c3"), case("c1")]);
}

#[tokio::test]
async fn models_of_a_case_are_replaced_as_a_whole() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    store.append(everything(&c)).await.unwrap();
    let mut next = models(&c);
    next.tasks = vec![TaskRow { kind: "review".to_owned(), ..task(&c, NOON, true) }];
    next.letters = Vec::new();
    next.row.stage = "decided".to_owned();
    store.append(Write { models: Some(next.clone()), ..write(&c, 2) }).await.unwrap();
    assert_eq!(store.case_row(&c).await.unwrap(), Some(next.row.clone()));
    assert_eq!(store.case_tasks(&c).await.unwrap(), next.tasks);
    assert_eq!(store.case_by_letter("letter-c1").await.unwrap(), None);
    // One for the case's person and one for whom a breach concerns.
    next.letters = vec!["another".to_owned(), "somebody-else".to_owned()];
    store.replace_models(next).await.unwrap();
    for lookup in ["another", "somebody-else"] {
        assert_eq!(store.case_by_letter(lookup).await.unwrap(), Some(c.clone()), "{lookup}");
    }
}

#[tokio::test]
async fn a_reference_or_letter_of_another_case_is_taken() {
    let (_folder, store) = samples::store().await;
    store.append(everything(&case("c1"))).await.unwrap();
    let mut same_reference = models(&case("c2"));
    same_reference.row.reference = "LON-c1".to_owned();
    let answer = store.replace_models(same_reference).await;
    assert!(matches!(answer, Err(StoreError::Taken("the reference"))));
    let same_letter = CaseModels { letters: vec!["letter-c1".to_owned()], ..models(&case("c2")) };
    let answer = store.replace_models(same_letter).await;
    assert!(matches!(answer, Err(StoreError::Taken("the letter's code"))));
    assert_eq!(store.case_row(&case("c2")).await.unwrap(), None);
}

#[tokio::test]
async fn rebuilding_gives_the_same_bytes_and_touches_nothing_else() {
    let (folder, store) = samples::store().await;
    let cases: Vec<_> = (0..30).map(|n| case(&format!("c{n}"))).collect();
    for c in &cases {
        store.append(everything(c)).await.unwrap();
    }
    let before = store.dump_models().await.unwrap();
    assert!(before.len() > 30 * 50);
    let ground = ground(&folder).await;

    assert!(!store.is_rebuilding().await.unwrap());
    store.clear_models().await.unwrap();
    assert!(store.is_rebuilding().await.unwrap(), "where it is cut off here, that is known");
    let empty = store.dump_models().await.unwrap();
    assert_ne!(empty, before);
    assert_eq!(store.case_row(&cases[0]).await.unwrap(), None);
    // From the events, page by page, and in another order than they were recorded in.
    let mut ids = Vec::new();
    loop {
        let page = store.case_ids(ids.last(), 7).await.unwrap();
        if page.is_empty() {
            break;
        }
        ids.extend(page);
    }
    let mut sorted = cases.clone();
    sorted.sort();
    assert_eq!(ids, sorted);
    for id in &ids {
        assert_eq!(store.events(id, Stream::Decision).await.unwrap().len(), 1);
        store.replace_models(models(id)).await.unwrap();
    }
    assert_eq!(store.dump_models().await.unwrap(), before);
    store.models_whole().await.unwrap();
    assert!(!store.is_rebuilding().await.unwrap());
    assert_eq!(self::ground(&folder).await, ground);
}

/// How many rows each table of ground state has.
async fn ground(folder: &samples::Home) -> Vec<i64> {
    let mut db = folder.by_hand().await;
    let mut counts = Vec::new();
    for statement in [
        "SELECT COUNT(*) FROM events",
        "SELECT COUNT(*) FROM blobs",
        "SELECT COUNT(*) FROM contents",
        "SELECT COUNT(*) FROM fact_rows",
        "SELECT COUNT(*) FROM outbox",
        "SELECT COUNT(*) FROM idempotency",
        "SELECT COUNT(*) FROM ledger_pending",
    ] {
        let row = crate::engine::query(statement).fetch_one(&mut db).await.unwrap();
        counts.push(row.at::<i64>(0).unwrap());
    }
    counts
}
