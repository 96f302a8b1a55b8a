//! Promises, tallies and samples: each week's batch and each half-year's tallies are one command, so one transaction.

use super::{Done, Tx, change, ledger};
use crate::{
    decode::promise_columns,
    engine::query,
    fault::{Fault, OrTaken as _},
    fields::signed,
    sql::{change as sql, many, read},
};
use casework::time::Moment;
use service::ports::{NewBatch, NewPromiseAct, NewTallies, StoreError};

pub(super) async fn add_act(tx: &mut Tx<'_>, act: &NewPromiseAct) -> Result<(), Fault> {
    let (kind, until, why) = promise_columns(act.change);
    tx.run(
        change(sql::ADD_PROMISE_ACT)
            .bind(&act.promise.as_bytes()[..])
            .bind(kind)
            .bind(until)
            .bind(why)
            .bind(act.week.to_string()),
    )
    .await?;
    Ok(())
}

/// Entries that keep their order, to be numbered as one run.
async fn add_run(tx: &mut Tx<'_>, entries: &[Vec<u8>], made: Moment) -> Result<(), Fault> {
    let day = made.day().to_string();
    for (statement, entries) in many::ADD_ORDERED_LEAVES.cut(tx.connection.places(), entries) {
        let mut query = change(statement);
        for entry in entries {
            query = query.bind(entry).bind(true).bind(true).bind(made.0).bind(&day);
        }
        tx.run(query).await?;
    }
    Ok(())
}

pub(super) async fn record_batch(tx: &mut Tx<'_>, batch: &NewBatch) -> Result<Done, Fault> {
    let week = batch.week.to_string();
    let count = |number: u64| signed(number, "weekly_batches");
    tx.run(
        change(sql::ADD_BATCH)
            .bind(&week)
            .bind(batch.made.0)
            .bind(count(batch.opened)?)
            .bind(count(batch.kept)?)
            .bind(count(batch.kept_late)?),
    )
    .await
    .or_taken(StoreError::Repeated)?;
    for act in &batch.acts {
        if tx.run(change(sql::DROP_PROMISE_ACT).bind(*act)).await? != 1 {
            // Another batch has taken it up.
            return Err(StoreError::Conflict.into());
        }
    }
    for row in &batch.standing {
        tx.run(
            change(sql::PUT_STANDING)
                .bind(&row.promise.as_bytes()[..])
                .bind(row.until.to_string())
                .bind(row.decoy),
        )
        .await?;
    }
    for promise in &batch.gone {
        if tx.run(change(sql::DROP_STANDING).bind(&promise.as_bytes()[..])).await? != 1 {
            return Err(StoreError::Conflict.into());
        }
    }
    tx.run(change(sql::COUNT_STANDING).bind(&week)).await?;
    add_run(tx, &batch.entries, batch.made).await?;
    Ok(Done::Written)
}

pub(super) async fn record_tallies(tx: &mut Tx<'_>, tallies: &NewTallies) -> Result<Done, Fault> {
    let count = signed(tallies.rows.len() as u64, "tallied_periods")?;
    let period = tallies.period.to_string();
    let begun = tx
        .run(change(sql::ADD_TALLIED).bind(&period).bind(tallies.made.0).bind(count))
        .await
        .or_taken(StoreError::Repeated)?;
    if begun != 1 {
        // The ledger was not started.
        return Err(StoreError::Conflict.into());
    }
    for row in &tallies.rows {
        let place = signed(row.rank, "ledger_tallies")?;
        let done = tx
            .run(
                change(sql::TALLY)
                    .bind(row.made.0)
                    .bind(&row.commitment[..])
                    .bind(&period)
                    .bind(row.class)
                    .bind(place),
            )
            .await?;
        if done != 1 {
            return Err(StoreError::Conflict.into());
        }
    }
    // Exactly one for each: none of the period may wait, and none may have been numbered since they were read.
    let day = tallies.last_day.to_string();
    for statement in [read::PENDING_UP_TO.text(), read::UNTALLIED.text()] {
        let left = query(statement).bind(&day).fetch_optional(tx.connection).await?;
        if left.is_some() {
            return Err(StoreError::Conflict.into());
        }
    }
    add_run(tx, &tallies.entries, tallies.made).await?;
    Ok(Done::Written)
}

pub(super) async fn commit_sample(
    tx: &mut Tx<'_>,
    period: &str,
    digest: &[u8; 32],
    entry: &[u8],
    made: Moment,
) -> Result<Done, Fault> {
    tx.run(change(sql::ADD_SAMPLE).bind(period).bind(&digest[..]).bind(made.0))
        .await
        .or_taken(StoreError::Repeated)?;
    ledger::add_pending(tx, entry, made).await
}

pub(super) async fn reveal_sample(
    tx: &mut Tx<'_>,
    period: &str,
    revealed: &[u8; 32],
    entry: &[u8],
    made: Moment,
) -> Result<Done, Fault> {
    if tx.run(change(sql::REVEAL_SAMPLE).bind(period).bind(&revealed[..])).await? != 1 {
        return Err(StoreError::Repeated.into());
    }
    ledger::add_pending(tx, entry, made).await
}
