//! Which node leads.

use super::{Done, Tx, change};
use crate::{
    engine::query,
    fault::Fault,
    sql::{change as sql, read},
};
use service::ports::StoreError;

/// Takes the lease for some seconds where it is free or ours. A new holder begins a new epoch in the same transaction,
/// so that nothing is numbered any more by whoever led before and has not noticed.
pub(super) async fn take(tx: &mut Tx<'_>, holder: &str, seconds: u32) -> Result<Done, Fault> {
    let before = query(read::LEASE_HOLDER.text()).fetch_optional(tx.connection).await?;
    let before: Option<String> = before.map(|row| row.get("holder")).transpose()?;
    if tx.run(change(sql::TAKE_LEASE).bind(holder).bind(i64::from(seconds))).await? == 0 {
        return Ok(Done::Lease(None));
    }
    if before.is_some_and(|before| before != holder) {
        tx.run(change(sql::NEXT_EPOCH)).await?;
    }
    let head = query(read::HEAD.text()).fetch_optional(tx.connection).await?;
    let epoch: i64 = head.map(|row| row.get("epoch")).transpose()?.unwrap_or(1);
    let corrupt = |_| StoreError::Corrupt { table: "ledger_head" };
    Ok(Done::Lease(Some(u64::try_from(epoch).map_err(corrupt)?)))
}

/// Lets the next node lead at once.
pub(super) async fn give_up(tx: &mut Tx<'_>, holder: &str) -> Result<Done, Fault> {
    tx.run(change(sql::GIVE_UP_LEASE).bind(holder)).await?;
    Ok(Done::Written)
}
