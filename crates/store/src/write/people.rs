//! Organisations, accounts and sessions.

use super::{Done, Tx, change};
use crate::{
    decode::place_columns,
    fault::{Fault, OrTaken as _},
    sql::change as sql,
};
use casework::time::Moment;
use service::ports::{AccountRow, PlaceRow, SessionRow, StoreError};

pub(super) async fn put_place(tx: &mut Tx<'_>, row: &PlaceRow) -> Result<(), Fault> {
    tx.run(
        change(sql::PUT_PLACE)
            .bind(&row.kind)
            .bind(&row.id)
            .bind(&row.title)
            .bind(row.parent.as_deref())
            .bind(&row.nation),
    )
    .await?;
    Ok(())
}

pub(super) async fn put_account(tx: &mut Tx<'_>, row: &AccountRow) -> Result<(), Fault> {
    let (place_kind, place_id) = place_columns(&row.place);
    tx.run(
        change(sql::PUT_ACCOUNT)
            .bind(row.account.as_str())
            .bind(row.individual.as_str())
            .bind(&row.name)
            .bind(&row.title)
            .bind(row.role.as_str())
            .bind(place_kind)
            .bind(place_id)
            .bind(&row.password)
            .bind(row.token.as_deref())
            .bind(row.active),
    )
    .await
    .or_taken(StoreError::Taken("the sign-in name"))?;
    Ok(())
}

pub(super) async fn open_session(tx: &mut Tx<'_>, row: &SessionRow) -> Result<Done, Fault> {
    tx.run(
        change(sql::ADD_SESSION)
            .bind(&row.digest)
            .bind(row.account.as_str())
            .bind(&row.csrf)
            .bind(row.opened.0)
            .bind(row.expires.0),
    )
    .await
    .or_taken(StoreError::Taken("the session's token"))?;
    Ok(Done::Written)
}

pub(super) async fn end_session(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Done, Fault> {
    tx.run(change(sql::DROP_SESSION).bind(digest)).await?;
    Ok(Done::Written)
}

pub(super) async fn sweep_sessions(tx: &mut Tx<'_>, now: Moment) -> Result<Done, Fault> {
    Ok(Done::Count(tx.run(change(sql::DROP_OLD_SESSIONS).bind(now.0)).await?))
}
