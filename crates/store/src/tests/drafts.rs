//! Drafts and the keys that lie under them.

use super::samples::{self, NOON, account, case, everything, key, write};
use casework::{id::CaseId, time::DAY_SECONDS};
use service::ports::{DraftRow, Store as _, StoreError, Write};

fn draft(name: &CaseId) -> DraftRow {
    DraftRow {
        draft: name.clone(),
        account: account("officer"),
        sealed: b"sealed draft".to_vec(),
        saved: NOON,
        expires: NOON.plus(30 * DAY_SECONDS),
    }
}

#[tokio::test]
async fn a_draft_is_its_owners_until_it_is_deleted_with_its_key() {
    let (_folder, store) = samples::store().await;
    let (d, owner) = (case("d1"), account("officer"));
    store.save_draft(draft(&d), vec![key(&d, "case", NOON)]).await.unwrap();
    let later = DraftRow { sealed: b"more".to_vec(), saved: NOON.plus(1), ..draft(&d) };
    store.save_draft(later.clone(), Vec::new()).await.unwrap();
    assert_eq!(store.draft(&owner, &d).await.unwrap(), Some(later.clone()));
    assert_eq!(store.draft(&account("other"), &d).await.unwrap(), None);

    let stolen = DraftRow { account: account("other"), ..draft(&d) };
    assert!(matches!(store.save_draft(stolen, Vec::new()).await, Err(StoreError::Conflict)));
    store.delete_draft(&account("other"), &d).await.unwrap();
    assert_eq!(store.drafts(&owner).await.unwrap(), [later]);
    assert_eq!(store.keys(&d).await.unwrap().len(), 1);

    store.delete_draft(&owner, &d).await.unwrap();
    assert_eq!(store.drafts(&owner).await.unwrap(), []);
    assert_eq!(store.keys(&d).await.unwrap(), []);
}

#[tokio::test]
async fn a_draft_that_became_a_case_keeps_its_key_and_does_not_come_back() {
    let (_folder, store) = samples::store().await;
    let (d, owner) = (case("d1"), account("officer"));
    store.save_draft(draft(&d), vec![key(&d, "case", NOON)]).await.unwrap();
    store.append(Write { used_draft: Some((owner.clone(), d.clone())), ..write(&d, 1) }).await.unwrap();
    assert_eq!(store.draft(&owner, &d).await.unwrap(), None);
    assert!(matches!(store.save_draft(draft(&d), Vec::new()).await, Err(StoreError::Conflict)));
    store.delete_draft(&owner, &d).await.unwrap();
    store.sweep_drafts(NOON.plus(400 * DAY_SECONDS)).await.unwrap();
    assert_eq!(store.keys(&d).await.unwrap().len(), 1);
}

#[tokio::test]
async fn sweeping_takes_expired_drafts_and_orphaned_keys_and_nothing_else() {
    let (_folder, store) = samples::store().await;
    let names = ["expired", "fresh", "orphan", "young-orphan", "case"].map(case);
    let [expired, fresh, orphan, young, with_events] = &names;
    let now = NOON.plus(2 * DAY_SECONDS);
    let short = DraftRow { expires: NOON.plus(1), ..draft(expired) };
    store.save_draft(short, vec![key(expired, "case", NOON)]).await.unwrap();
    store.save_draft(draft(fresh), vec![key(fresh, "case", NOON)]).await.unwrap();
    store.append(everything(with_events)).await.unwrap();
    // Orphans: the keys became durable, and then the command was refused.
    for (name, made) in [(orphan, NOON), (young, now)] {
        let refused =
            Write { new_keys: vec![key(name, "case", made), key(name, "identity", made)], ..write(name, 9) };
        assert!(matches!(store.append(refused).await, Err(StoreError::Conflict)));
        assert_eq!(store.keys(name).await.unwrap().len(), 2);
    }

    assert_eq!(store.sweep_drafts(now).await.unwrap(), 2);
    let mut left = Vec::new();
    for name in &names {
        left.push(store.keys(name).await.unwrap().len());
    }
    assert_eq!(left, [0, 1, 0, 2, 2]);
    assert_eq!(store.sweep_drafts(now).await.unwrap(), 0);
}

#[tokio::test]
async fn a_sweep_goes_on_past_one_page() {
    let (_folder, store) = samples::store().await;
    let orphans: Vec<_> = (0..600).map(|n| case(&format!("o{n}"))).collect();
    // One command with many keys, refused: its keys are orphans.
    let keys = orphans.iter().map(|c| key(c, "case", NOON)).collect();
    let refused = Write { new_keys: keys, ..write(&case("x"), 9) };
    assert!(store.append(refused).await.is_err());
    assert_eq!(store.sweep_drafts(NOON.plus(2 * DAY_SECONDS)).await.unwrap(), 600);
}
