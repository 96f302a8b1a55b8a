//! Whatever text is stored in the clear is read back as it was, and is never a part of a statement: names of accounts and
//! organisations, labels of passkeys, keys of requests.

use super::samples::{self, NOON, account, force};
use casework::{
    actor::{Place, Role},
    id::IndividualId,
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use service::ports::{AccountRow, PasskeyRow, PlaceRow, Store as _, Write};

/// What has become part of a statement elsewhere.
const KNOWN: &[&str] = &[
    "'; DROP TABLE accounts; --",
    "' OR '1'='1",
    "\"; DELETE FROM places; /*",
    "\\'; SELECT 1; --",
    "$1 $2 ?1 ? :name @name {} %s",
    "$$ $x$ E'\\x41' U&'\\0041' \u{2019} \u{02bc}",
    "a\nb\r\nc\td",
    "NULL",
    "\u{feff}\u{2028}\u{10ffff}",
];

/// Every text but the one character that PostgreSQL has no place for, which the service refuses before (`text.rs`).
fn texts() -> Vec<String> {
    let any = proptest::collection::vec(any::<char>().prop_filter("no NUL", |c| *c != '\0'), 1..60)
        .prop_map(|all| all.into_iter().collect::<String>());
    let mut runner = TestRunner::deterministic();
    let drawn = (0..60).map(|_| any.new_tree(&mut runner).unwrap().current());
    KNOWN.iter().map(|text| (*text).to_owned()).chain(drawn).collect()
}

#[tokio::test]
async fn any_text_is_read_back_as_it_was_stored() {
    let (_home, store) = samples::store().await;
    let texts = texts();
    for (n, text) in texts.iter().enumerate() {
        let owner = account(&format!("a{n}"));
        let row = AccountRow {
            account: owner.clone(),
            individual: IndividualId::parse(&format!("i{n}")).unwrap(),
            name: format!("{text}{n}"),
            title: text.clone(),
            role: Role::Officer,
            place: Place::Force(force()),
            password: text.clone(),
            token: None,
            active: true,
        };
        let place = PlaceRow {
            kind: "force".to_owned(),
            id: format!("f{n}"),
            title: text.clone(),
            parent: None,
            nation: "england".to_owned(),
        };
        let passkey = PasskeyRow {
            id: text.as_bytes().iter().copied().chain(n.to_string().into_bytes()).collect(),
            account: owner.clone(),
            label: text.clone(),
            key: text.as_bytes().to_vec(),
            made: NOON,
            used: None,
        };
        let change = Write {
            accounts: vec![row.clone()],
            places: vec![place.clone()],
            passkeys: vec![passkey.clone()],
            ..Write::default()
        };
        store.append(change).await.unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert!(store.account(&owner).await.unwrap() == Some(row.clone()), "{text:?}");
        assert!(store.account_by_name(&row.name).await.unwrap() == Some(row), "{text:?}");
        assert_eq!(store.passkeys_of(&owner).await.unwrap(), [passkey], "{text:?}");
        assert!(store.places().await.unwrap().contains(&place), "{text:?}");
    }
    // Nothing was lost on the way.
    assert_eq!(store.accounts().await.unwrap().len(), texts.len());
    assert_eq!(store.places().await.unwrap().len(), texts.len());
}
