//! What one administrator asks for and a second one confirms.

use super::{Tx, change};
use crate::{
    fault::{Fault, OrTaken as _},
    sql::change as sql,
};
use service::ports::{DualChange, StoreError};

/// One step. Each names what must not have happened before, so that two who are at it at once cannot both succeed.
pub(super) async fn step(tx: &mut Tx<'_>, step: &DualChange) -> Result<(), Fault> {
    let done = match step {
        DualChange::Ask(row) => tx
            .run(
                change(sql::ASK_DUAL)
                    .bind(&row.id)
                    .bind(&row.wanted)
                    .bind(&row.said)
                    .bind(row.asked_by.as_str())
                    .bind(row.asked.0),
            )
            .await
            .or_taken(StoreError::Repeated)?,
        DualChange::Confirm { id, by, at, checked, enrols } => {
            let over = enrols.is_none().then_some(at.0);
            let query = change(sql::CONFIRM_DUAL)
                .bind(id)
                .bind(by.as_str())
                .bind(at.0)
                .bind(checked)
                .bind(enrols.as_ref().map(|(account, ..)| account.as_str()))
                .bind(enrols.as_ref().map(|(_, code, _)| &code[..]))
                .bind(enrols.as_ref().map(|(.., until)| until.0))
                .bind(over)
                .bind(over.map(|_| "confirmed"));
            tx.run(query).await?
        }
        DualChange::End { id, at, why } => {
            tx.run(change(sql::END_DUAL).bind(id).bind(at.0).bind(*why)).await?
        }
    };
    if done == 0 { Err(StoreError::Conflict.into()) } else { Ok(()) }
}
