//! What one command records, read back.

use super::samples::{self, NOON, account, blob, case, event, everything, force, key, once, unit, write};
use casework::{
    actor::{Place, Role},
    header::Stream,
    id::{IndividualId, TrustId},
    time::DAY_SECONDS,
};
use service::ports::{
    AccountRow, BlindRow, ContactRow, LedgerStore as _, PlaceRow, ProvedSession, RepetitionRow, SessionRow,
    SessionsGone, Store as _, StoreError, Write,
};

#[tokio::test]
async fn everything_that_was_recorded_reads_back() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    let write = everything(&c);
    store.append(write.clone()).await.unwrap();

    assert_eq!(store.events(&c, Stream::Decision).await.unwrap(), write.events);
    assert_eq!(store.events(&c, Stream::Reads).await.unwrap(), []);
    assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), 1);
    assert_eq!(store.last_position(&c, Stream::Reads).await.unwrap(), 0);
    assert_eq!(store.keys(&c).await.unwrap(), write.new_keys);
    assert_eq!(store.blob(&c, &blob("text")).await.unwrap().unwrap(), b"sealed text");
    assert_eq!(store.blob(&c, &blob("other")).await.unwrap(), None);
    assert_eq!(store.content(&c, 2).await.unwrap().unwrap(), b"sealed content");
    assert_eq!(store.content(&c, 1).await.unwrap(), None);
    let models = write.models.unwrap();
    assert_eq!(store.case_row(&c).await.unwrap().unwrap(), models.row);
    assert_eq!(store.case_by_reference("LON-c1").await.unwrap().unwrap(), models.row);
    assert_eq!(store.case_by_letter("letter-c1").await.unwrap().unwrap(), c);
    assert_eq!(store.case_tasks(&c).await.unwrap(), models.tasks);
    assert_eq!(store.outbox(10).await.unwrap(), write.outbox);
    let answer = store.idempotent(&account("officer"), "POST /referrals", "c1").await.unwrap();
    assert_eq!(answer, write.idempotency);
    let pending = store.pending(0, 10).await.unwrap();
    assert_eq!(pending.len(), 1);
    assert_eq!(pending[0].commitment, Some(write.events[0].commitment));
    store.ready().await.unwrap();
}

#[tokio::test]
async fn an_event_that_does_not_follow_the_last_is_a_conflict() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    for (position, accepted) in [(2, false), (1, true), (1, false), (3, false), (2, true)] {
        let answer = store.append(write(&c, position)).await;
        assert_eq!(answer.is_ok(), accepted, "{position}");
        assert!(accepted || matches!(answer, Err(StoreError::Conflict)), "{position}");
    }
    assert_eq!(store.events(&c, Stream::Decision).await.unwrap().len(), 2);
    assert_eq!(store.pending(0, 10).await.unwrap().len(), 2);
}

#[tokio::test]
async fn several_events_follow_each_other_and_streams_do_not_disturb_each_other() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    let events = |stream: Stream, positions: std::ops::RangeInclusive<u64>| Write {
        events: positions.map(|position| event(&c, stream, position)).collect(),
        ..Write::default()
    };
    store.append(events(Stream::Decision, 1..=3)).await.unwrap();
    store.append(events(Stream::Reads, 1..=2)).await.unwrap();
    store.append(events(Stream::Decision, 4..=5)).await.unwrap();
    assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), 5);
    assert_eq!(store.last_position(&c, Stream::Reads).await.unwrap(), 2);
    let gap = Write {
        events: vec![event(&c, Stream::Decision, 6), event(&c, Stream::Decision, 8)],
        ..Write::default()
    };
    assert!(matches!(store.append(gap).await, Err(StoreError::Conflict)));
    assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), 5);
}

#[tokio::test]
async fn a_repeated_request_is_told_so_even_where_its_event_would_conflict() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    let request = Write { idempotency: Some(once(&c, "k")), ..write(&c, 1) };
    store.append(request.clone()).await.unwrap();
    assert!(matches!(store.append(request).await, Err(StoreError::Repeated)));
    // The same key of another account, or for another route, is another key.
    let mut other = once(&c, "k");
    other.account = account("other");
    store.append(Write { idempotency: Some(other), ..Write::default() }).await.unwrap();
    let mut elsewhere = once(&c, "k");
    elsewhere.route = "POST /enquiries".to_owned();
    store.append(Write { idempotency: Some(elsewhere), ..Write::default() }).await.unwrap();
}

#[tokio::test]
async fn a_refused_command_leaves_nothing_of_itself() {
    let (_folder, store) = samples::store().await;
    store.append(everything(&case("c1"))).await.unwrap();
    let before = store.dump_models().await.unwrap();
    // The last thing that it writes is what is refused.
    let c = case("c2");
    let taken = Write { outbox: everything(&case("c1")).outbox, ..everything(&c) };
    assert!(matches!(store.append(taken).await, Err(StoreError::Taken("the letter's identifier"))));
    assert_eq!(store.events(&c, Stream::Decision).await.unwrap(), []);
    assert_eq!(store.blob(&c, &blob("text")).await.unwrap(), None);
    assert_eq!(store.idempotent(&account("officer"), "POST /referrals", "c2").await.unwrap(), None);
    assert_eq!(store.pending(0, 10).await.unwrap().len(), 1);
    assert_eq!(store.dump_models().await.unwrap(), before);
}

#[tokio::test]
async fn all_keys_come_in_pages_each_once() {
    let (_folder, store) = samples::store().await;
    let mut all = Vec::new();
    for name in ["c2", "c1", "c3"] {
        let c = case(name);
        let new_keys = ["case", "identity"].map(|kind| key(&c, kind, NOON)).to_vec();
        all.extend(new_keys.clone());
        store.append(Write { new_keys, ..write(&c, 1) }).await.unwrap();
    }
    all.sort_by(|one, other| (&one.case, &one.kind).cmp(&(&other.case, &other.kind)));
    for size in [1, 2, 4, 100] {
        let mut found: Vec<service::ports::KeyRow> = Vec::new();
        loop {
            let after = found.last().map(|row| (row.case.clone(), row.kind.clone()));
            let after = after.as_ref().map(|(case, kind)| (case, kind.as_str()));
            let page = store.all_keys(after, size).await.unwrap();
            if page.is_empty() {
                break;
            }
            found.extend(page);
        }
        assert_eq!(found, all, "{size} at a time");
    }
}

#[tokio::test]
async fn a_key_is_never_replaced() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    store.append(everything(&c)).await.unwrap();
    let mut other = key(&c, "case", NOON);
    other.wrapped = b"another key".to_vec();
    let replacing = Write { new_keys: vec![key(&c, "letter", NOON), other], ..write(&c, 2) };
    assert!(matches!(store.append(replacing).await, Err(StoreError::Taken("the case's key"))));
    assert_eq!(store.keys(&c).await.unwrap(), everything(&c).new_keys);
    assert_eq!(store.last_position(&c, Stream::Decision).await.unwrap(), 1);
    // The same key again, as when a command is tried once more, is no replacing.
    store.append(Write { new_keys: vec![key(&c, "case", NOON)], ..write(&c, 2) }).await.unwrap();
}

#[tokio::test]
async fn repetitions_count_referrals_and_not_digests() {
    let (_folder, store) = samples::store().await;
    let digests = |names: &[&str]| names.iter().map(|name| name.as_bytes().to_vec()).collect::<Vec<_>>();
    let referral = |names: &[&str], made| Write {
        repetitions: vec![RepetitionRow { force: force(), digests: digests(names), made }],
        ..Write::default()
    };
    let day = |n: i64| NOON.plus(n * DAY_SECONDS);
    store.append(referral(&["nhs", "name"], day(0))).await.unwrap();
    store.append(referral(&["name"], day(1))).await.unwrap();
    // Twice the very same on one day are two.
    store.append(referral(&["name"], day(1))).await.unwrap();
    store.append(referral(&["somebody else"], day(1))).await.unwrap();

    let count =
        async |names: &[&str], since| store.repetitions(&force(), &digests(names), since).await.unwrap();
    assert_eq!(count(&["nhs", "name"], day(0)).await, 3);
    assert_eq!(count(&["nhs"], day(0)).await, 1);
    assert_eq!(count(&["nhs", "name"], day(1)).await, 2);
    assert_eq!(count(&["nobody"], day(0)).await, 0);
    let other = casework::id::ForceId::parse("other").unwrap();
    assert_eq!(store.repetitions(&other, &digests(&["name"]), day(0)).await.unwrap(), 0);

    assert_eq!(store.forget_repetitions(day(1)).await.unwrap(), 2);
    assert_eq!(count(&["nhs", "name"], day(0)).await, 2);
}

#[tokio::test]
async fn accounts_places_and_sessions_read_back() {
    let (_folder, store) = samples::store().await;
    let places = [
        Place::Force(force()),
        Place::Unit(unit()),
        Place::Trust(TrustId::parse("north").unwrap()),
        Place::Independent,
        Place::Service,
    ];
    let people: Vec<AccountRow> = places
        .into_iter()
        .zip(Role::ALL)
        .enumerate()
        .map(|(n, (place, role))| AccountRow {
            account: account(&format!("a{n}")),
            individual: IndividualId::parse("i1").unwrap(),
            name: format!("name-{n}"),
            title: "Somebody".to_owned(),
            role,
            place,
            password: "$argon2id$…".to_owned(),
            token: (n % 2 == 0).then(|| vec![u8::try_from(n).unwrap(); 32]),
            active: n % 2 == 1,
        })
        .collect();
    let mut trust = PlaceRow {
        kind: "trust".to_owned(),
        id: "north".to_owned(),
        title: "North".to_owned(),
        parent: None,
        nation: "england".to_owned(),
    };
    let write = Write { accounts: people.clone(), places: vec![trust.clone()], ..Write::default() };
    store.append(write).await.unwrap();
    assert_eq!(store.accounts().await.unwrap(), people);
    assert_eq!(store.account(&account("a2")).await.unwrap(), Some(people[2].clone()));
    assert_eq!(store.account_by_name("name-3").await.unwrap(), Some(people[3].clone()));
    assert_eq!(store.account_by_token(&[2; 32]).await.unwrap(), Some(people[2].clone()));
    assert_eq!(store.account_by_name("nobody").await.unwrap(), None);
    trust.title = "North and East".to_owned();
    store.append(Write { places: vec![trust.clone()], ..Write::default() }).await.unwrap();
    assert_eq!(store.places().await.unwrap(), [trust]);
    let namesake = AccountRow { account: account("a9"), token: None, ..people[0].clone() };
    let answer = store.append(Write { accounts: vec![namesake], ..Write::default() }).await;
    assert!(matches!(answer, Err(StoreError::Taken("the sign-in name"))));

    let session = SessionRow {
        method: "password".to_owned(),
        digest: vec![9; 32],
        account: account("a1"),
        csrf: "token".to_owned(),
        opened: NOON,
        expires: NOON.plus(30),
        ends: NOON.plus(60),
        proved: NOON,
        browser: vec![1; 32],
    };
    store.open_session(session.clone()).await.unwrap();
    assert_eq!(store.session(&[9; 32], NOON).await.unwrap(), Some(session.clone()));
    assert_eq!(store.session(&[9; 32], NOON.plus(30)).await.unwrap(), None);
    // One that ended for want of use is known until its day is over.
    assert_eq!(store.sweep_sessions(NOON.plus(30)).await.unwrap(), 0);
    store.keep_session(&[9; 32], NOON.plus(50)).await.unwrap();
    store.keep_session(&[9; 32], NOON.plus(40)).await.unwrap();
    let kept = store.session(&[9; 32], NOON.plus(49)).await.unwrap().unwrap();
    assert_eq!((kept.expires, kept.proved), (NOON.plus(50), NOON));
    let again = ProvedSession {
        digest: vec![8; 32],
        expires: NOON.plus(55),
        proved: NOON.plus(45),
        method: "passkey".to_owned(),
    };
    store.prove_session(&[9; 32], again.clone()).await.unwrap();
    assert_eq!(store.session(&[9; 32], NOON).await.unwrap(), None, "the token before opens nothing");
    let proved = store.session(&[8; 32], NOON.plus(54)).await.unwrap().unwrap();
    assert_eq!(
        (proved.expires, proved.proved, proved.method.as_str(), proved.csrf.as_str()),
        (NOON.plus(55), NOON.plus(45), "passkey", "token")
    );
    // One that ended meanwhile does not come back.
    let late = store.prove_session(&[9; 32], ProvedSession { digest: vec![7; 32], ..again }).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    assert_eq!(store.session(&[7; 32], NOON).await.unwrap(), None);
    assert_eq!(store.sweep_sessions(NOON).await.unwrap(), 0);
    assert_eq!(store.sweep_sessions(NOON.plus(60)).await.unwrap(), 1);
    store.open_session(session).await.unwrap();
    store.end_session(&[9; 32]).await.unwrap();
    assert_eq!(store.session(&[9; 32], NOON).await.unwrap(), None);
}

#[tokio::test]
async fn the_sessions_of_one_account_end_alone_or_those_of_all() {
    let (_folder, store) = samples::store().await;
    let session = |n: u8, whose: &str| SessionRow {
        digest: vec![n; 32],
        account: account(whose),
        csrf: "token".to_owned(),
        opened: NOON,
        expires: NOON.plus(30),
        ends: NOON.plus(60),
        proved: NOON,
        method: "passkey".to_owned(),
        browser: vec![1; 32],
    };
    for (n, whose) in [(1, "ann"), (2, "ann"), (3, "ben"), (4, "cat")] {
        store.open_session(session(n, whose)).await.unwrap();
    }
    let left = async || {
        let mut left: Vec<u8> = Vec::new();
        for n in 1..=4 {
            left.extend(store.session(&[n; 32], NOON).await.unwrap().map(|_| n));
        }
        left
    };
    let end = async |gone| {
        store.append(Write { sessions_gone: Some(gone), ..Write::default() }).await.unwrap();
    };
    end(SessionsGone::Of(account("ann"))).await;
    assert_eq!(left().await, [3, 4]);
    end(SessionsGone::Everybodys).await;
    assert_eq!(left().await, [0_u8; 0]);
}

#[tokio::test]
async fn a_letter_that_was_handed_over_waits_no_more() {
    let (_folder, store) = samples::store().await;
    store.append(everything(&case("c1"))).await.unwrap();
    store.append(everything(&case("c2"))).await.unwrap();
    store.outbox_done("out-c1", NOON).await.unwrap();
    let waiting: Vec<String> = store.outbox(10).await.unwrap().into_iter().map(|row| row.id).collect();
    assert_eq!(waiting, ["out-c2"]);
}

#[tokio::test]
async fn what_waits_of_one_kind_holds_up_nothing_of_another() {
    let (_folder, store) = samples::store().await;
    let letter = everything(&case("c1"));
    let mut mail = everything(&case("c2"));
    for row in &mut mail.outbox {
        row.kind = "mail".to_owned();
    }
    store.append(letter.clone()).await.unwrap();
    store.append(mail.clone()).await.unwrap();
    assert_eq!(store.outbox_of("mail", 1).await.unwrap(), mail.outbox);
    assert_eq!(store.outbox_of("letter", 1).await.unwrap(), letter.outbox);
    assert_eq!(store.outbox_of("other", 10).await.unwrap(), []);
    store.outbox_done("out-c2", NOON).await.unwrap();
    assert_eq!(store.outbox_of("mail", 1).await.unwrap(), []);
}

#[tokio::test]
async fn a_force_has_one_contact_or_none() {
    let (_folder, store) = samples::store().await;
    for address in [Some("a@north.example"), Some("b@north.example"), None, None] {
        let contact = Some((force(), address.map(str::to_owned)));
        store.append(Write { contact, ..Write::default() }).await.unwrap();
        let expected = address.map(|address| ContactRow { force: force(), address: address.to_owned() });
        assert_eq!(store.contacts().await.unwrap(), Vec::from_iter(expected));
    }
}

#[tokio::test]
async fn a_digest_for_finding_may_be_written_twice() {
    let (_folder, store) = samples::store().await;
    let row = BlindRow { unit: unit(), version: 1, digest: vec![1; 32], case: case("c1") };
    store.append(Write { blind_index: vec![row.clone(), row], ..Write::default() }).await.unwrap();
}
