//! What one command of the service records: events, leaves and all that goes with them.

use super::{Done, Tx, change, drafts, dual_control, ledger, models, packs, people, promises, rota};
use crate::{
    engine::query,
    fault::{Fault, OrTaken as _},
    fields::signed,
    sql::{change as sql, read},
};
use casework::time::Moment;
use service::ports::{
    BlindRow, BlobRow, ContentRow, FactRow, IdempotencyRow, NewAct, OutboxRow, RepetitionRow, SearchRow,
    StoreError, StoredEvent, Write,
};
use sha2::{Digest as _, Sha256};

pub(super) async fn append(tx: &mut Tx<'_>, write: &Write) -> Result<Done, Fault> {
    // The idempotency key comes first: whoever repeats a request must hear of the repetition, not of the conflict with
    // their own first request.
    if let Some(row) = &write.idempotency {
        add_answer(tx, row).await?;
    }
    if let Some(pack) = &write.under {
        packs::stands(tx, pack).await?;
    }
    for event in &write.events {
        append_event(tx, event).await?;
    }
    ledger::add_leaves(tx, &write.leaves).await?;
    for blob in &write.blobs {
        add_blob(tx, blob).await?;
    }
    for content in &write.contents {
        add_content(tx, content).await?;
    }
    if let Some(case) = &write.models {
        models::replace(tx, case).await?;
    }
    for act in &write.keeper_acts {
        models::add_keeper_act(tx, act).await?;
    }
    for fact in &write.facts {
        add_fact(tx, fact).await?;
    }
    for letter in &write.outbox {
        add_letter(tx, letter).await?;
    }
    for repetition in &write.repetitions {
        add_repetition(tx, repetition).await?;
    }
    for one in &write.rota {
        rota::apply(tx, one).await?;
    }
    for search in &write.searches {
        add_search(tx, search).await?;
    }
    for row in &write.blind_index {
        add_blind(tx, row).await?;
    }
    if let Some((account, draft)) = &write.used_draft {
        // The draft's keys stay: they are the case's now.
        drafts::delete(tx, account, draft).await?;
    }
    for place in &write.places {
        people::put_place(tx, place).await?;
    }
    if let Some((force, address)) = &write.contact {
        people::set_contact(tx, force, address.as_deref()).await?;
    }
    for account in &write.accounts {
        people::put_account(tx, account).await?;
    }
    if let Some(dual) = &write.dual {
        dual_control::step(tx, dual).await?;
    }
    if let Some((account, password)) = &write.password {
        people::set_password(tx, account, password).await?;
    }
    if let Some((account, digests)) = &write.recovery {
        people::set_recovery(tx, account, digests).await?;
    }
    if let Some(credentials) = &write.credentials {
        people::set_credentials(tx, credentials).await?;
    }
    if let Some(gone) = &write.sessions_gone {
        people::end_sessions(tx, gone).await?;
    }
    for passkey in &write.passkeys {
        people::add_passkey(tx, passkey).await?;
    }
    if let Some(link) = &write.organisation_link {
        people::add_organisation_link(tx, link).await?;
    }
    if let Some((account, id)) = &write.passkey_gone {
        people::drop_passkey(tx, account, id).await?;
    }
    for act in &write.promises {
        promises::add_act(tx, act).await?;
    }
    if let Some(pack) = &write.pack {
        packs::keep(tx, pack).await?;
    }
    if let Some(NewAct { act, digest, entry, made }) = &write.act {
        ledger::announce(tx, act, digest, entry, *made).await?;
    }
    Ok(Done::Written)
}

/// Appends one event. The statement itself looks whether the stream stands right before it.
async fn append_event(tx: &mut Tx<'_>, event: &StoredEvent) -> Result<(), Fault> {
    let rows = tx
        .run(
            change(sql::APPEND_EVENT)
                .bind(event.stream.as_str())
                .bind(event.case.as_str())
                .bind(signed(event.position, "events")?)
                .bind(&event.kind)
                .bind(event.time.0)
                .bind(&event.header)
                .bind(&event.payload)
                .bind(&event.salt)
                .bind(&event.commitment[..]),
        )
        .await
        .or_taken(StoreError::Conflict)?;
    if rows == 1 { Ok(()) } else { Err(StoreError::Conflict.into()) }
}

async fn add_answer(tx: &mut Tx<'_>, row: &IdempotencyRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_ANSWER)
            .bind(row.account.as_str())
            .bind(&row.route)
            .bind(&row.key)
            .bind(&row.request[..])
            .bind(row.case.as_str())
            .bind(&row.answer)
            .bind(row.made.0),
    )
    .await
    .or_taken(StoreError::Repeated)?;
    Ok(())
}

async fn add_blob(tx: &mut Tx<'_>, row: &BlobRow) -> Result<(), Fault> {
    tx.run(change(sql::ADD_BLOB).bind(row.case.as_str()).bind(row.blob.as_str()).bind(&row.sealed))
        .await
        .or_taken(StoreError::Taken("the text's identifier"))?;
    Ok(())
}

async fn add_content(tx: &mut Tx<'_>, row: &ContentRow) -> Result<(), Fault> {
    tx.run(change(sql::ADD_CONTENT).bind(row.case.as_str()).bind(i64::from(row.n)).bind(&row.sealed))
        .await
        .or_taken(StoreError::Taken("the disclosure's number"))?;
    Ok(())
}

async fn add_fact(tx: &mut Tx<'_>, row: &FactRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_FACT)
            .bind(&row.id)
            .bind(&row.period)
            .bind(row.unit.as_str())
            .bind(row.force.as_ref().map(casework::id::ForceId::as_str))
            .bind(row.class)
            .bind(row.outcome.as_deref())
            .bind(row.basis.as_deref())
            .bind(row.age_band)
            .bind(&row.link)
            .bind(row.minutes),
    )
    .await
    .or_taken(StoreError::Taken("the row's identifier"))?;
    Ok(())
}

async fn add_letter(tx: &mut Tx<'_>, row: &OutboxRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_LETTER_TO_SEND)
            .bind(&row.id)
            .bind(&row.kind)
            .bind(row.case.as_str())
            .bind(row.blob.as_str())
            .bind(row.made.0),
    )
    .await
    .or_taken(StoreError::Taken("the letter's identifier"))?;
    Ok(())
}

pub(super) async fn outbox_done(tx: &mut Tx<'_>, id: &str, at: Moment) -> Result<Done, Fault> {
    tx.run(change(sql::LETTER_SENT).bind(id).bind(at.0)).await?;
    Ok(Done::Written)
}

/// How many referrals with the very same digests a force may make in a day; each costs one look-up.
const SAME_DAY_MAX: u32 = 1_000;

/// Counts one referral under each of its digests.
///
/// The referral's own identifier only has to differ from the others': it is a digest of what is stored anyway and of
/// how many equal ones there are that day, so that it leads to no case.
async fn add_search(tx: &mut Tx<'_>, row: &SearchRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_SEARCH)
            .bind(&row.id)
            .bind(row.account.as_str())
            .bind(&row.scope)
            .bind(row.means.as_str())
            .bind(row.nothing)
            .bind(&row.period)
            .bind(row.made.0),
    )
    .await?;
    Ok(())
}

async fn add_repetition(tx: &mut Tx<'_>, row: &RepetitionRow) -> Result<(), Fault> {
    let day = row.made.day().start().0;
    let mut digests = row.digests.clone();
    digests.sort_unstable();
    digests.dedup();
    for same_day in 0..SAME_DAY_MAX {
        let referral = referral(row.force.as_str(), &digests, day, same_day);
        let taken = query(read::REFERRAL_TAKEN.text()).bind(&referral);
        if taken.fetch_optional(tx.connection).await?.is_some() {
            continue;
        }
        for digest in &digests {
            tx.run(
                change(sql::ADD_REPETITION).bind(row.force.as_str()).bind(digest).bind(&referral).bind(day),
            )
            .await?;
        }
        return Ok(());
    }
    Err(StoreError::Taken("every repetition of the day").into())
}

fn referral(force: &str, digests: &[Vec<u8>], day: i64, same_day: u32) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"candour.repetition.v1\n");
    hash.update(force.as_bytes());
    hash.update(b"\n");
    hash.update(day.to_be_bytes());
    hash.update(same_day.to_be_bytes());
    for digest in digests {
        hash.update((digest.len() as u64).to_be_bytes());
        hash.update(digest);
    }
    hash.finalize().to_vec()
}

pub(super) async fn forget_repetitions(tx: &mut Tx<'_>, before: Moment) -> Result<Done, Fault> {
    let day = before.day().start().0;
    Ok(Done::Count(tx.run(change(sql::FORGET_REPETITIONS).bind(day)).await?))
}

async fn add_blind(tx: &mut Tx<'_>, row: &BlindRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_BLIND)
            .bind(row.unit.as_str())
            .bind(i64::from(row.version))
            .bind(&row.digest)
            .bind(row.case.as_str()),
    )
    .await?;
    Ok(())
}
