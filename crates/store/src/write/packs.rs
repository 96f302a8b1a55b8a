//! Policy packs, and which of them is in force.

use super::{Done, Tx, change};
use crate::{
    engine::query,
    fault::Fault,
    fields::signed,
    sql::{change as sql, read},
};
use service::ports::{PackComparisonRow, PackRow, StoreError};
use tlog::entry::ActKind;

/// Refuses what was decided under another pack than the one in force: whoever decided looks again.
///
/// In the transaction of what it guards, so that nothing can be decided under one pack and recorded under the next.
pub(super) async fn stands(tx: &mut Tx<'_>, pack: &[u8; 32]) -> Result<(), Fault> {
    let row = query(read::STANDING_ACT.text())
        .bind(ActKind::PolicyAdopted.as_str())
        .fetch_optional(tx.connection)
        .await?;
    let Some(row) = row else { return Ok(()) };
    let digest: Vec<u8> = row.get("digest").map_err(|_| StoreError::Corrupt { table: "standing_acts" })?;
    if digest == pack { Ok(()) } else { Err(StoreError::Superseded.into()) }
}

pub(super) async fn keep(tx: &mut Tx<'_>, pack: &PackRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_PACK).bind(&pack.digest[..]).bind(&pack.name).bind(&pack.files).bind(pack.stored.0),
    )
    .await?;
    Ok(())
}

pub(super) async fn record_comparison(tx: &mut Tx<'_>, row: &PackComparisonRow) -> Result<Done, Fault> {
    tx.run(
        change(sql::PUT_PACK_COMPARISON)
            .bind(&row.digest[..])
            .bind(&row.against[..])
            .bind(&row.after)
            .bind(signed(row.seen, "pack_comparisons")?)
            .bind(signed(row.differ, "pack_comparisons")?)
            .bind(&row.changes)
            .bind(row.finished),
    )
    .await?;
    Ok(Done::Written)
}
