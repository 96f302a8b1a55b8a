//! The rota, and written delegations.

use super::{Tx, change};
use crate::{
    fault::{Fault, OrTaken as _},
    sql::change as sql,
};
use service::ports::{DelegationRow, RotaChange, RotaRow, StoreError};

pub(super) async fn apply(tx: &mut Tx<'_>, rota: &RotaChange) -> Result<(), Fault> {
    let query = match rota {
        RotaChange::Add(row) => return add(tx, row).await,
        RotaChange::Delegate(row) => return delegate(tx, row).await,
        RotaChange::Remove { id, removed: Some(at) } => change(sql::TAKE_OFF_ROTA).bind(id).bind(at.0),
        RotaChange::Remove { id, removed: None } => change(sql::PUT_BACK_ROTA).bind(id),
        RotaChange::Revoke { id, at } => change(sql::REVOKE_DELEGATION).bind(id).bind(at.0),
    };
    // Somebody else was quicker, and did the same.
    match tx.run(query).await? {
        0 => Err(StoreError::Taken("the entry").into()),
        _ => Ok(()),
    }
}

async fn add(tx: &mut Tx<'_>, row: &RotaRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_ROTA)
            .bind(&row.id)
            .bind(row.kind.as_str())
            .bind(&row.place)
            .bind(row.account.as_str())
            .bind(row.first.to_string())
            .bind(row.last.to_string())
            .bind(row.by.as_str())
            .bind(row.by_individual.as_str())
            .bind(row.made.0),
    )
    .await
    .or_taken(StoreError::Taken("the entry"))?;
    Ok(())
}

async fn delegate(tx: &mut Tx<'_>, row: &DelegationRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_DELEGATION)
            .bind(&row.id)
            .bind(row.trust.as_str())
            .bind(row.guardian.as_str())
            .bind(row.deputy.as_str())
            .bind(row.first.to_string())
            .bind(row.last.to_string())
            .bind(row.scope.as_str())
            .bind(&row.document)
            .bind(row.made.0),
    )
    .await
    .or_taken(StoreError::Taken("the delegation"))?;
    Ok(())
}
