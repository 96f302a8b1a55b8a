//! Searches, and with whom cases are.

use super::samples::{self, NOON, account, case, models, row, task, unit};
use casework::{
    actor::Role,
    delegation::{RotaKind, Scope},
    id::{IndividualId, TrustId, UnitId},
    search::SearchBy,
    time::{Day, HOUR, Moment},
};
use service::ports::{
    BlindRow, CaseModels, CaseRow, DelegationRow, Held, QueueQuery, RotaChange, RotaRow, SearchCountRow,
    SearchRow, Store as _, StoreError, Write,
};

fn search(id: &str, who: &str, means: SearchBy, nothing: bool, made: Moment) -> SearchRow {
    SearchRow {
        id: id.to_owned(),
        account: account(who),
        scope: "unit:london".to_owned(),
        means,
        nothing,
        period: "2026-H2".to_owned(),
        made,
    }
}

#[tokio::test]
async fn searches_are_counted_for_their_account_within_the_hour_and_for_the_reviewer_by_half_year() {
    let (_folder, store) = samples::store().await;
    let mut searches = vec![
        search("s1", "clara", SearchBy::NhsNumber, true, NOON.plus(-HOUR)),
        search("s2", "clara", SearchBy::NhsNumber, true, NOON.plus(-HOUR + 1)),
        search("s3", "clara", SearchBy::NameAndBirth, false, NOON),
        search("s4", "colin", SearchBy::NhsNumber, true, NOON),
        search("s5", "clara", SearchBy::NhsNumber, false, NOON),
    ];
    searches.push(SearchRow {
        period: "2026-H1".to_owned(),
        ..search("s6", "clara", SearchBy::Reference, true, Moment(5))
    });
    store.append(Write { searches, ..Write::default() }).await.unwrap();
    let since =
        async |who: &str, limit| store.searches_since(&account(who), NOON.plus(-HOUR), limit).await.unwrap();
    assert_eq!(since("clara", 30).await, 3, "an hour ago to the second no longer counts");
    assert_eq!(since("clara", 2).await, 2);
    assert_eq!(since("colin", 30).await, 1);
    assert_eq!(since("nobody", 30).await, 0);
    let counted = |who: &str, means, nothing, made| SearchCountRow {
        scope: "unit:london".to_owned(),
        account: account(who),
        means,
        nothing,
        made,
    };
    let mut found = store.searches_counted("2026-H2").await.unwrap();
    found.sort_by_key(|row| (row.account.clone(), row.means, row.nothing));
    assert_eq!(
        found,
        [
            counted("clara", SearchBy::NhsNumber, false, 1),
            counted("clara", SearchBy::NhsNumber, true, 2),
            counted("clara", SearchBy::NameAndBirth, false, 1),
            counted("colin", SearchBy::NhsNumber, true, 1),
        ]
    );
    assert_eq!(store.searches_counted("2026-H1").await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_exact_digest_leads_to_the_cases_of_its_own_unit() {
    let (_folder, store) = samples::store().await;
    let leeds = UnitId::parse("leeds").unwrap();
    let indexed = |unit: &UnitId, version, digest: u8, name: &str| BlindRow {
        unit: unit.clone(),
        version,
        digest: vec![digest; 32],
        case: case(name),
    };
    let blind_index = vec![
        indexed(&unit(), 1, 7, "c1"),
        indexed(&unit(), 1, 7, "c2"),
        indexed(&unit(), 2, 7, "c3"),
        indexed(&unit(), 1, 8, "c4"),
        indexed(&leeds, 1, 7, "c5"),
    ];
    store.append(Write { blind_index, ..Write::default() }).await.unwrap();
    let found = async |unit: &UnitId, version, digest: &[u8], limit| {
        let ids = store.cases_indexed(unit, version, digest, limit).await.unwrap();
        ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found(&unit(), 1, &[7; 32], 50).await, ["c1", "c2"]);
    assert_eq!(found(&unit(), 1, &[7; 32], 1).await, ["c1"]);
    assert_eq!(found(&unit(), 2, &[7; 32], 50).await, ["c3"]);
    assert_eq!(found(&leeds, 1, &[7; 32], 50).await, ["c5"]);
    assert_eq!(found(&unit(), 1, &[7; 31], 50).await, Vec::<String>::new(), "a part of one finds nothing");
}

#[tokio::test]
async fn a_queue_is_narrowed_down_by_whose_the_cases_are() {
    let (_folder, store) = samples::store().await;
    let ines = IndividualId::parse("ines").unwrap();
    for (n, (name, holder)) in
        [("c1", Some("clara")), ("c2", None), ("c3", Some("colin")), ("c4", Some("clara")), ("c5", None)]
            .into_iter()
            .enumerate()
    {
        let c = case(name);
        let barred =
            if name == "c2" { vec![ines.clone(), IndividualId::parse("olaf").unwrap()] } else { Vec::new() };
        let row = CaseRow { holder: holder.map(account), barred: barred.clone(), ..row(&c) };
        let mut task = task(&c, Moment(i64::try_from(n).unwrap()), false);
        (task.holder, task.barred) = (holder.map(account), barred);
        store
            .replace_models(CaseModels { row: row.clone(), tasks: vec![task.clone()], ..models(&c) })
            .await
            .unwrap();
        assert_eq!(store.case_row(&c).await.unwrap(), Some(row));
        assert_eq!(store.case_tasks(&c).await.unwrap(), [task]);
    }
    let query = |held, after| QueueQuery {
        role: Role::Clinician,
        scope: "unit:london".to_owned(),
        held,
        account: account("clara"),
        since: Moment(i64::MIN),
        after,
        limit: 10,
    };
    for (held, expected) in [
        (Held::All, &["c1", "c2", "c3", "c4", "c5"][..]),
        (Held::Own, &["c1", "c4"]),
        (Held::Nobody, &["c2", "c5"]),
        (Held::Colleague, &["c3"]),
    ] {
        let rows = store.tasks(&query(held, None)).await.unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row.case.as_str()).collect();
        assert_eq!(names, expected, "{}", held.as_str());
        assert_eq!(store.task_count(&query(held, None)).await.unwrap() as usize, expected.len());
        let first = &rows[0];
        let after = (first.urgent, first.since, first.case.clone(), first.kind.clone(), first.n);
        let rest = store.tasks(&query(held, Some(after))).await.unwrap();
        assert_eq!(rest.iter().map(|row| row.case.as_str()).collect::<Vec<_>>(), expected[1..]);
    }
}

#[tokio::test]
async fn the_rota_and_delegations_read_back_and_are_taken_off_once() {
    let (_folder, store) = samples::store().await;
    let day = |text: &str| Day::parse(text).unwrap();
    let entry = |id: &str, place: &str, first: &str, last: &str| RotaRow {
        id: id.to_owned(),
        kind: RotaKind::OnCall,
        place: place.to_owned(),
        account: account("grace"),
        first: day(first),
        last: day(last),
        by: account("ada"),
        by_individual: IndividualId::parse("ada").unwrap(),
        made: NOON,
    };
    let one = entry("r1", "trust:north", "2026-11-30", "2026-12-06");
    let over = entry("r2", "trust:north", "2026-11-01", "2026-11-29");
    let other = entry("r3", "trust:south", "2026-11-30", "2026-12-06");
    let delegation = DelegationRow {
        id: "d1".to_owned(),
        trust: TrustId::parse("north").unwrap(),
        guardian: account("gwen"),
        deputy: account("grace"),
        first: day("2026-11-30"),
        last: day("2026-12-31"),
        scope: Scope::OnCall,
        document: "{}".to_owned(),
        made: NOON,
        revoked: None,
    };
    let later = DelegationRow { id: "d2".to_owned(), made: NOON.plus(1), ..delegation.clone() };
    let change = async |rota: Vec<RotaChange>| store.append(Write { rota, ..Write::default() }).await;
    let all = [&one, &over, &other].map(|row| RotaChange::Add(row.clone())).to_vec();
    change(all).await.unwrap();
    change(vec![RotaChange::Delegate(delegation.clone()), RotaChange::Delegate(later.clone())])
        .await
        .unwrap();
    let standing = async || store.rota_of("trust:north", day("2026-11-30")).await.unwrap();
    assert_eq!(standing().await, std::slice::from_ref(&one));
    assert_eq!(store.rota_entry("r2").await.unwrap(), Some(over));
    assert_eq!(store.rota_entry("r9").await.unwrap(), None);
    let remove = |removed| vec![RotaChange::Remove { id: "r1".to_owned(), removed }];
    change(remove(Some(NOON))).await.unwrap();
    assert_eq!(standing().await, []);
    assert!(matches!(change(remove(Some(NOON))).await, Err(StoreError::Taken(_))));
    change(remove(None)).await.unwrap();
    assert!(matches!(change(remove(None)).await, Err(StoreError::Taken(_))));
    assert_eq!(standing().await, [one]);
    let revoke = || vec![RotaChange::Revoke { id: "d1".to_owned(), at: NOON.plus(9) }];
    change(revoke()).await.unwrap();
    assert!(matches!(change(revoke()).await, Err(StoreError::Taken(_))));
    let revoked = DelegationRow { revoked: Some(NOON.plus(9)), ..delegation };
    assert_eq!(store.delegations_of(&TrustId::parse("north").unwrap()).await.unwrap(), [later, revoked]);
    assert_eq!(store.delegations_of(&TrustId::parse("south").unwrap()).await.unwrap(), []);
}
