//! Policy packs: kept whole, adopted in the transaction of their act, and in force for whatever is decided afterwards.

use super::samples::{self, NOON, case, write};
use casework::header::Stream;
use service::ports::{LedgerStore as _, NewAct, PackComparisonRow, PackRow, Store as _, StoreError, Write};

fn pack(digest: u8) -> PackRow {
    PackRow { digest: [digest; 32], name: format!("law {digest}"), files: b"{}".to_vec(), stored: NOON }
}

fn adopted(digest: u8) -> NewAct {
    NewAct { act: "policy-adopted", digest: [digest; 32], entry: vec![digest], made: NOON }
}

#[tokio::test]
async fn a_pack_is_kept_as_it_was_first_stored() {
    let (_folder, store) = samples::store().await;
    assert_eq!(store.pack(&[1; 32]).await.unwrap(), None);
    store.append(Write { pack: Some(pack(1)), ..Write::default() }).await.unwrap();
    let other = PackRow { name: "another".to_owned(), ..pack(1) };
    store.append(Write { pack: Some(other), ..Write::default() }).await.unwrap();
    assert_eq!(store.pack(&[1; 32]).await.unwrap(), Some(pack(1)));
}

#[tokio::test]
async fn what_was_decided_under_a_pack_that_is_no_longer_in_force_is_not_recorded() {
    let (_folder, store) = samples::store().await;
    let c = case("c1");
    let under = |position, digest: u8| Write { under: Some([digest; 32]), ..write(&c, position) };
    // Before any pack is in force, nothing is held against one.
    store.append(under(1, 9)).await.unwrap();
    assert_eq!(store.standing_act("policy-adopted").await.unwrap(), None);
    store.append(Write { act: Some(adopted(1)), ..Write::default() }).await.unwrap();
    assert_eq!(store.standing_act("policy-adopted").await.unwrap(), Some([1; 32]));
    store.append(under(2, 1)).await.unwrap();
    store.append(Write { act: Some(adopted(2)), ..Write::default() }).await.unwrap();
    let pending = store.pending(0, 100).await.unwrap().len();
    assert!(matches!(store.append(under(3, 1)).await, Err(StoreError::Superseded)));
    assert_eq!(store.events(&c, Stream::Decision).await.unwrap().len(), 2);
    assert_eq!(store.pending(0, 100).await.unwrap().len(), pending, "nothing of it was written");
    store.append(under(3, 2)).await.unwrap();
    // What rests on no verdict asks for no pack.
    store.append(write(&c, 4)).await.unwrap();
}

#[tokio::test]
async fn a_comparison_goes_on_where_it_stopped_over_the_cases_that_are_not_closed() {
    let (_folder, store) = samples::store().await;
    let row = PackComparisonRow {
        digest: [1; 32],
        against: [2; 32],
        after: "c1".to_owned(),
        seen: 100,
        differ: 3,
        changes: "{}".to_owned(),
        finished: false,
    };
    store.record_pack_comparison(row.clone()).await.unwrap();
    let further = PackComparisonRow { seen: 140, finished: true, ..row };
    store.record_pack_comparison(further.clone()).await.unwrap();
    assert_eq!(store.pack_comparison(&[1; 32]).await.unwrap(), Some(further));
    assert_eq!(store.pack_comparison(&[2; 32]).await.unwrap(), None);

    for name in ["c1", "c2", "c3"] {
        let mut write = samples::everything(&case(name));
        write.idempotency = None;
        let models = write.models.as_mut().unwrap();
        models.row.phase = if name == "c2" { "closed" } else { "returned" }.to_owned();
        store.append(write).await.unwrap();
    }
    assert_eq!(store.cases_not_closed(None, 10).await.unwrap(), [case("c1"), case("c3")]);
    assert_eq!(store.cases_not_closed(None, 1).await.unwrap(), [case("c1")]);
    assert_eq!(store.cases_not_closed(Some(&case("c1")), 10).await.unwrap(), [case("c3")]);
}
