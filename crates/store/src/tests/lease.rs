//! Which node leads.

use super::samples;
use casework::time::Moment;
use service::ports::{CheckpointRow, LedgerHead, LedgerStore as _, StoreError};

/// Longer than any test takes.
const LONG: u32 = 3_600;

fn head(epoch: u64, size: u64) -> LedgerHead {
    LedgerHead { epoch, size, root: [0; 32] }
}

#[tokio::test]
async fn one_leads_until_its_time_is_over_or_it_gives_up() {
    let (_folder, store) = samples::store().await;
    // Before the ledger was started, too.
    assert_eq!(store.lease("one", LONG).await.unwrap(), Some(1));
    store.start(head(1, 0)).await.unwrap();
    assert_eq!(store.lease("two", LONG).await.unwrap(), None);
    assert_eq!(store.lease("one", LONG).await.unwrap(), Some(1), "whoever leads keeps its epoch");
    store.give_up_lease("two").await.unwrap();
    assert_eq!(store.lease("two", LONG).await.unwrap(), None, "nobody gives up what is another\u{2019}s");
    store.give_up_lease("one").await.unwrap();
    // Asked for no time at all, so that it is over at once.
    assert_eq!(store.lease("two", 0).await.unwrap(), Some(2));
    assert_eq!(store.lease("one", LONG).await.unwrap(), Some(3));
    assert_eq!(store.lease("two", LONG).await.unwrap(), None);
    assert_eq!(store.head().await.unwrap().unwrap().epoch, 3);
}

#[tokio::test]
async fn whoever_led_before_numbers_and_signs_nothing_any_more() {
    let (_folder, store) = samples::store().await;
    store.start(head(1, 0)).await.unwrap();
    let before = store.lease("one", 0).await.unwrap().unwrap();
    let now = store.lease("two", LONG).await.unwrap().unwrap();
    assert!(!store.sequence((before, 0), head(before, 0), Vec::new()).await.unwrap());
    let checkpoint =
        CheckpointRow { size: 0, root: [0; 32], note: b"note".to_vec(), witnessed: false, made: Moment(1) };
    let refused = store.record_checkpoint(before, checkpoint.clone()).await;
    assert!(matches!(refused, Err(StoreError::Conflict)));
    assert!(store.sequence((now, 0), head(now, 0), Vec::new()).await.unwrap());
    store.record_checkpoint(now, checkpoint).await.unwrap();
}
