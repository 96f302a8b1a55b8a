//! Rows of the ledger: leaves wait, are numbered once and stay.

use super::{Done, Tx, change};
use crate::{
    engine::query,
    fault::{Fault, OrTaken as _},
    fields::signed,
    sql::{change as sql, read},
};
use casework::time::Moment;
use service::ports::{CheckpointRow, LedgerHead, NewLeaf, NumberedEntry, StoreError};

pub(super) async fn add_leaf(tx: &mut Tx<'_>, leaf: &NewLeaf) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_LEAF)
            .bind(&leaf.entry)
            .bind(leaf.commitment.as_ref().map(|c| &c[..]))
            .bind(leaf.class)
            .bind(&leaf.tally_salt[..])
            .bind(leaf.flush)
            .bind(leaf.made.0)
            .bind(leaf.made.day().to_string()),
    )
    .await?;
    Ok(())
}

/// An entry that is no commitment, such as an act: it is tallied under no class and goes out at once.
pub(super) async fn add_pending(tx: &mut Tx<'_>, entry: &[u8], made: Moment) -> Result<Done, Fault> {
    tx.run(
        change(sql::ADD_LEAF)
            .bind(entry)
            .bind(None::<&[u8]>)
            .bind(None::<&str>)
            .bind(None::<&[u8]>)
            .bind(true)
            .bind(made.0)
            .bind(made.day().to_string()),
    )
    .await?;
    Ok(Done::Written)
}

/// An act whose digest is not the one that stands.
pub(super) async fn announce(
    tx: &mut Tx<'_>,
    act: &str,
    digest: &[u8; 32],
    entry: &[u8],
    made: Moment,
) -> Result<Done, Fault> {
    match tx.run(change(sql::ANNOUNCE).bind(act).bind(&digest[..])).await? {
        0 => Ok(Done::Written),
        _ => add_pending(tx, entry, made).await,
    }
}

pub(super) async fn start(tx: &mut Tx<'_>, head: &LedgerHead) -> Result<Done, Fault> {
    tx.run(
        change(sql::START_LEDGER)
            .bind(signed(head.epoch, "ledger_head")?)
            .bind(signed(head.size, "ledger_head")?)
            .bind(&head.root[..]),
    )
    .await?;
    Ok(Done::Written)
}

/// Moves the head from `expected` and numbers the leaves, or does nothing.
pub(super) async fn sequence(
    tx: &mut Tx<'_>,
    expected: (u64, u64),
    head: &LedgerHead,
    leaves: &[(i64, NumberedEntry)],
) -> Result<Done, Fault> {
    let (epoch, size) = expected;
    let numbered_without_gap = (size..).zip(leaves).all(|(index, (_, leaf))| leaf.index == index);
    if !numbered_without_gap || head.size.checked_sub(size) != Some(leaves.len() as u64) {
        return Err(StoreError::Corrupt { table: "ledger_entries" }.into());
    }
    let moved = tx
        .run(
            change(sql::MOVE_HEAD)
                .bind(signed(head.epoch, "ledger_head")?)
                .bind(signed(head.size, "ledger_head")?)
                .bind(&head.root[..])
                .bind(signed(epoch, "ledger_head")?)
                .bind(signed(size, "ledger_head")?),
        )
        .await?;
    if moved == 0 {
        return Ok(Done::HeadMoved);
    }
    for (pending, leaf) in leaves {
        number(tx, *pending, leaf).await?;
    }
    Ok(Done::Written)
}

pub(super) async fn number(tx: &mut Tx<'_>, pending: i64, leaf: &NumberedEntry) -> Result<(), Fault> {
    let twice = || StoreError::Taken("the leaf's commitment");
    tx.run(
        change(sql::NUMBER_ENTRY)
            .bind(signed(leaf.index, "ledger_entries")?)
            .bind(&leaf.entry)
            .bind(leaf.commitment.as_ref().map(|c| &c[..])),
    )
    .await
    .or_taken(twice())?;
    let kept = tx.run(change(sql::KEEP_TALLY).bind(pending)).await.or_taken(twice())?;
    let gone = tx.run(change(sql::DROP_LEAF).bind(pending)).await?;
    // A leaf that does not wait, or waits with another commitment, is one that somebody else has numbered.
    if gone == 1 && kept == u64::from(leaf.commitment.is_some()) {
        Ok(())
    } else {
        Err(StoreError::Conflict.into())
    }
}

pub(super) async fn record_checkpoint(
    tx: &mut Tx<'_>,
    epoch: u64,
    note: &CheckpointRow,
) -> Result<Done, Fault> {
    let size = signed(note.size, "ledger_checkpoints")?;
    let written = tx
        .run(
            change(sql::PUT_CHECKPOINT)
                .bind(size)
                .bind(&note.root[..])
                .bind(&note.note)
                .bind(note.witnessed)
                .bind(note.made.0)
                .bind(signed(epoch, "ledger_head")?),
        )
        .await?;
    if written == 1 {
        return Ok(Done::Written);
    }
    let there = query(read::CHECKPOINT_OF_SIZE.text()).bind(size).fetch_optional(tx.connection).await?;
    let corrupt = || StoreError::Corrupt { table: "ledger_checkpoints" };
    match there {
        // Another epoch's head, or a size that the head has not reached.
        None => Err(StoreError::Conflict.into()),
        Some(row) => {
            let root: Vec<u8> = row.get("root").map_err(|_| corrupt())?;
            let witnessed: bool = row.get("witnessed").map_err(|_| corrupt())?;
            if root != note.root {
                // Two roots for one size would be a fork of the log.
                Err(corrupt().into())
            } else if witnessed && !note.witnessed {
                // The better one is there already.
                Ok(Done::Written)
            } else {
                Err(StoreError::Conflict.into())
            }
        }
    }
}
