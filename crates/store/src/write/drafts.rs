//! Drafts. Their keys lie in the keystore; what becomes of those is decided after the commit.

use super::{Done, Tx, change};
use crate::{fault::Fault, sql::change as sql};
use casework::{
    id::{AccountId, CaseId},
    time::Moment,
};
use service::ports::{DraftRow, StoreError};

pub(super) async fn save(tx: &mut Tx<'_>, draft: &DraftRow) -> Result<Done, Fault> {
    let rows = tx
        .run(
            change(sql::SAVE_DRAFT)
                .bind(draft.draft.as_str())
                .bind(draft.account.as_str())
                .bind(&draft.sealed)
                .bind(draft.saved.0)
                .bind(draft.expires.0),
        )
        .await?;
    // Somebody else's, or a case by now: a late save must not bring it back.
    if rows == 1 { Ok(Done::Written) } else { Err(StoreError::Conflict.into()) }
}

pub(super) async fn delete(tx: &mut Tx<'_>, account: &AccountId, draft: &CaseId) -> Result<Done, Fault> {
    let rows = tx.run(change(sql::DROP_DRAFT).bind(draft.as_str()).bind(account.as_str())).await?;
    Ok(Done::DraftsGone(if rows == 0 { Vec::new() } else { vec![draft.clone()] }))
}

pub(super) async fn sweep(tx: &mut Tx<'_>, now: Moment) -> Result<Done, Fault> {
    let rows = change(sql::DROP_OLD_DRAFTS).bind(now.0).fetch_all(tx.connection).await?;
    tx.totals.rows(rows.len() as u64);
    rows.iter()
        .map(|row| {
            let text: String = row.get("draft").map_err(|_| StoreError::Corrupt { table: "drafts" })?;
            Ok(CaseId::parse(&text).map_err(|_| StoreError::Corrupt { table: "drafts" })?)
        })
        .collect::<Result<_, Fault>>()
        .map(Done::DraftsGone)
}
