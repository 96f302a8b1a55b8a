//! Organisations, accounts and sessions.

use super::{Done, Tx, change};
use crate::{
    decode::place_columns,
    fault::{Fault, OrTaken as _},
    sql::change as sql,
};
use casework::{
    id::{AccountId, ForceId},
    time::Moment,
};
use service::ports::{
    AccountRow, Credentials, KeptFormRow, OrganisationLinkRow, PasskeyRow, PlaceRow, ProvedSession,
    SessionRow, SessionsGone, StoreError,
};

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

/// From now on a force has this contact, or none.
pub(super) async fn set_contact(
    tx: &mut Tx<'_>,
    force: &ForceId,
    address: Option<&str>,
) -> Result<(), Fault> {
    let query = match address {
        Some(address) => change(sql::PUT_CONTACT).bind(force.as_str()).bind(address),
        None => change(sql::DROP_CONTACT).bind(force.as_str()),
    };
    tx.run(query).await?;
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
            .bind(row.expires.0)
            .bind(row.ends.0)
            .bind(row.proved.0)
            .bind(&row.method)
            .bind(&row.browser),
    )
    .await
    .or_taken(StoreError::Taken("the session's token"))?;
    Ok(Done::Written)
}

pub(super) async fn end_other_sessions(
    tx: &mut Tx<'_>,
    account: &AccountId,
    kept: &[u8],
) -> Result<Done, Fault> {
    Ok(Done::Count(tx.run(change(sql::DROP_OTHER_SESSIONS).bind(account.as_str()).bind(kept)).await?))
}

pub(super) async fn add_passkey(tx: &mut Tx<'_>, row: &PasskeyRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_PASSKEY)
            .bind(&row.id)
            .bind(row.account.as_str())
            .bind(&row.label)
            .bind(&row.key)
            .bind(row.made.0),
    )
    .await
    .or_taken(StoreError::Taken("the passkey"))?;
    Ok(())
}

/// A passkey that is not there any more, or never was this account's, is a conflict with whoever removed it.
pub(super) async fn drop_passkey(tx: &mut Tx<'_>, account: &AccountId, id: &[u8]) -> Result<(), Fault> {
    match tx.run(change(sql::DROP_PASSKEY).bind(id).bind(account.as_str())).await? {
        0 => Err(StoreError::Conflict.into()),
        _ => Ok(()),
    }
}

pub(super) async fn use_passkey(tx: &mut Tx<'_>, id: &[u8], key: &[u8], at: Moment) -> Result<Done, Fault> {
    match tx.run(change(sql::USE_PASSKEY).bind(id).bind(key).bind(at.0)).await? {
        0 => Err(StoreError::Conflict.into()),
        _ => Ok(Done::Written),
    }
}

pub(super) async fn add_organisation_link(tx: &mut Tx<'_>, row: &OrganisationLinkRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_ORGANISATION_LINK)
            .bind(&row.id)
            .bind(row.account.as_str())
            .bind(&row.issuer)
            .bind(row.made.0),
    )
    .await
    .or_taken(StoreError::Taken("the organisation's sign-in"))?;
    Ok(())
}

pub(super) async fn use_organisation_link(tx: &mut Tx<'_>, id: &[u8], at: Moment) -> Result<Done, Fault> {
    match tx.run(change(sql::USE_ORGANISATION_LINK).bind(id).bind(at.0)).await? {
        0 => Err(StoreError::Conflict.into()),
        _ => Ok(Done::Written),
    }
}

pub(super) async fn keep_form(tx: &mut Tx<'_>, row: &KeptFormRow) -> Result<Done, Fault> {
    tx.run(
        change(sql::KEEP_FORM).bind(&row.id).bind(row.account.as_str()).bind(&row.sealed).bind(row.expires.0),
    )
    .await?;
    Ok(Done::Written)
}

pub(super) async fn drop_kept_form(tx: &mut Tx<'_>, id: &str) -> Result<Done, Fault> {
    tx.run(change(sql::DROP_KEPT_FORM).bind(id)).await?;
    Ok(Done::Written)
}

pub(super) async fn answer_challenge(
    tx: &mut Tx<'_>,
    digest: &[u8; 32],
    expires: Moment,
) -> Result<Done, Fault> {
    tx.run(change(sql::ADD_ANSWERED).bind(&digest[..]).bind(expires.0))
        .await
        .or_taken(StoreError::Repeated)?;
    Ok(Done::Written)
}

/// Everything by which an account could be signed in to gives way, codes to enrol with too.
pub(super) async fn set_credentials(tx: &mut Tx<'_>, new: &Credentials) -> Result<(), Fault> {
    let account = new.account.as_str();
    let gone = [
        sql::DROP_SESSIONS_OF,
        sql::DROP_PASSKEYS_OF,
        sql::DROP_ORGANISATION_LINK_OF,
        sql::DROP_KEPT_FORM_OF,
        sql::END_CODES_OF,
    ];
    for statement in gone {
        tx.run(change(statement).bind(account)).await?;
    }
    let set = change(sql::SET_CREDENTIALS)
        .bind(account)
        .bind(&new.password)
        .bind(new.active)
        .bind(new.second.as_deref());
    if tx.run(set).await? == 0 {
        return Err(StoreError::Conflict.into());
    }
    set_recovery(tx, &new.account, &new.recovery).await
}

/// An account that has no password gets none: that is a conflict with how it was enrolled.
pub(super) async fn set_password(tx: &mut Tx<'_>, account: &AccountId, password: &str) -> Result<(), Fault> {
    match tx.run(change(sql::SET_PASSWORD).bind(account.as_str()).bind(password)).await? {
        0 => Err(StoreError::Conflict.into()),
        _ => Ok(()),
    }
}

/// New recovery codes in the place of those that there were.
pub(super) async fn set_recovery(
    tx: &mut Tx<'_>,
    account: &AccountId,
    digests: &[[u8; 32]],
) -> Result<(), Fault> {
    tx.run(change(sql::DROP_RECOVERY_OF).bind(account.as_str())).await?;
    for digest in digests {
        tx.run(change(sql::ADD_RECOVERY).bind(&digest[..]).bind(account.as_str())).await?;
    }
    Ok(())
}

pub(super) async fn use_second_factor(
    tx: &mut Tx<'_>,
    account: &AccountId,
    step: i64,
) -> Result<Done, Fault> {
    match tx.run(change(sql::USE_STEP).bind(account.as_str()).bind(step)).await? {
        0 => Err(StoreError::Repeated.into()),
        _ => Ok(Done::Written),
    }
}

pub(super) async fn use_recovery_code(
    tx: &mut Tx<'_>,
    account: &AccountId,
    digest: &[u8; 32],
) -> Result<Done, Fault> {
    match tx.run(change(sql::USE_RECOVERY).bind(&digest[..]).bind(account.as_str())).await? {
        0 => Err(StoreError::Conflict.into()),
        _ => Ok(Done::Written),
    }
}

/// A session that ended meanwhile stays ended.
pub(super) async fn keep_session(tx: &mut Tx<'_>, digest: &[u8], expires: Moment) -> Result<Done, Fault> {
    tx.run(change(sql::KEEP_SESSION).bind(digest).bind(expires.0)).await?;
    Ok(Done::Written)
}

/// One that ended meanwhile stays ended, or has another token by now; whoever proved is told.
pub(super) async fn prove_session(
    tx: &mut Tx<'_>,
    digest: &[u8],
    proved: &ProvedSession,
) -> Result<Done, Fault> {
    let proven = tx
        .run(
            change(sql::PROVE_SESSION)
                .bind(digest)
                .bind(&proved.digest)
                .bind(proved.expires.0)
                .bind(proved.proved.0)
                .bind(&proved.method),
        )
        .await
        .or_taken(StoreError::Taken("the session's token"))?;
    if proven == 0 { Err(StoreError::Conflict.into()) } else { Ok(Done::Written) }
}

/// Sessions that an administrator ended.
pub(super) async fn end_sessions(tx: &mut Tx<'_>, gone: &SessionsGone) -> Result<(), Fault> {
    let query = match gone {
        SessionsGone::Of(account) => change(sql::DROP_SESSIONS_OF).bind(account.as_str()),
        SessionsGone::Everybodys => change(sql::DROP_EVERY_SESSION),
    };
    tx.run(query).await?;
    Ok(())
}

pub(super) async fn end_session(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Done, Fault> {
    tx.run(change(sql::DROP_SESSION).bind(digest)).await?;
    Ok(Done::Written)
}

pub(super) async fn sweep_sessions(tx: &mut Tx<'_>, now: Moment) -> Result<Done, Fault> {
    tx.run(change(sql::DROP_OLD_ANSWERED).bind(now.0)).await?;
    tx.run(change(sql::DROP_OLD_KEPT_FORMS).bind(now.0)).await?;
    Ok(Done::Count(tx.run(change(sql::DROP_OLD_SESSIONS).bind(now.0)).await?))
}
