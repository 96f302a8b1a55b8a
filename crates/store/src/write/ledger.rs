//! Rows of the ledger: leaves wait, are numbered once and stay.

use super::{Done, Tx, change};
use crate::{
    engine::{self, query},
    fault::Fault,
    fields::signed,
    sql::{
        change as sql,
        many::{self, Many},
        read,
    },
};
use casework::time::Moment;
use service::ports::{CheckpointRow, LedgerHead, NewLeaf, NumberedEntry, PendingLeaf, StoreError};

/// Leaves of events, to be numbered.
pub(super) async fn add_leaves(tx: &mut Tx<'_>, leaves: &[NewLeaf]) -> Result<(), Fault> {
    let rows: Vec<PendingRow<'_>> = leaves
        .iter()
        .map(|leaf| PendingRow {
            entry: &leaf.entry,
            commitment: leaf.commitment.as_ref(),
            class: Some(leaf.class),
            tally_salt: Some(&leaf.tally_salt[..]),
            flush: leaf.flush,
            made: leaf.made,
        })
        .collect();
    add_rows(tx, &rows).await
}

/// A row of what waits for a number.
struct PendingRow<'a> {
    entry: &'a [u8],
    commitment: Option<&'a [u8; 32]>,
    class: Option<&'a str>,
    tally_salt: Option<&'a [u8]>,
    flush: bool,
    made: Moment,
}

async fn add_rows(tx: &mut Tx<'_>, rows: &[PendingRow<'_>]) -> Result<(), Fault> {
    for (statement, rows) in many::ADD_LEAVES.cut(tx.connection.places(), rows) {
        let mut query = change(statement);
        for row in rows {
            query = query
                .bind(row.entry)
                .bind(row.commitment.map(|c| &c[..]))
                .bind(row.class)
                .bind(row.tally_salt)
                .bind(row.flush)
                .bind(row.made.0)
                .bind(row.made.day().to_string());
        }
        tx.run(query).await?;
    }
    Ok(())
}

/// An entry that is no commitment, such as an act: it is tallied under no class and goes out at once.
pub(super) async fn add_pending(tx: &mut Tx<'_>, entry: &[u8], made: Moment) -> Result<Done, Fault> {
    let row = PendingRow { entry, commitment: None, class: None, tally_salt: None, flush: true, made };
    add_rows(tx, &[row]).await?;
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

/// Moves the head from `expected` and numbers the leaves from there on, in this order; or does nothing.
pub(super) async fn sequence(
    tx: &mut Tx<'_>,
    expected: (u64, u64),
    head: &LedgerHead,
    leaves: &[PendingLeaf],
) -> Result<Done, Fault> {
    let (epoch, size) = expected;
    if head.size.checked_sub(size) != Some(leaves.len() as u64) {
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
    number(tx, size, leaves).await?;
    Ok(Done::Written)
}

/// Gives leaves their numbers, from `first` on in this order: each by the row in which it waits.
///
/// INVARIANT: the head has moved in this transaction, from where it stood when the leaves were read. Rows that wait are
/// never changed and only numbering deletes them, so each of these still holds what its root was computed from.
pub(super) async fn number(tx: &mut Tx<'_>, first: u64, leaves: &[PendingLeaf]) -> Result<(), Fault> {
    let first = signed(first, "ledger_entries")?;
    let numbers: Vec<(i64, &PendingLeaf)> = (first..).zip(leaves).collect();
    let entries = many_numbers(tx, &many::NUMBER_LEAVES, &numbers).await.map_err(or_taken)?;
    let mut tallied: Vec<(i64, &PendingLeaf)> =
        numbers.into_iter().filter(|(_, leaf)| leaf.commitment.is_some()).collect();
    // In the order of their key, so that its pages are filled one after the other.
    tallied.sort_unstable_by_key(|(_, leaf)| (leaf.made, leaf.commitment));
    let kept = many_numbers(tx, &many::KEEP_TALLIES, &tallied).await.map_err(or_taken)?;
    let mut gone = 0;
    for (first, last) in neighbours(leaves.iter().map(|leaf| leaf.id).collect()) {
        gone += tx.run(change(sql::DROP_LEAVES).bind(first).bind(last)).await?;
    }
    // A leaf that does not wait is one that somebody else has numbered.
    let all = leaves.len() as u64;
    if entries == all && gone == all && kept == tallied.len() as u64 {
        Ok(())
    } else {
        Err(StoreError::Conflict.into())
    }
}

/// A number or a commitment that is there already.
fn or_taken(fault: Fault) -> Fault {
    match fault {
        Fault::Failed(error) if engine::is_taken(&error) => StoreError::Taken("the leaf's commitment").into(),
        other => other,
    }
}

/// Does one thing to leaves and their numbers; says to how many.
async fn many_numbers(
    tx: &mut Tx<'_>,
    what: &'static Many,
    numbers: &[(i64, &PendingLeaf)],
) -> Result<u64, Fault> {
    let mut count = 0;
    for (statement, numbers) in what.cut(tx.connection.places(), numbers) {
        let mut query = change(statement);
        for (number, leaf) in numbers {
            query = query.bind(*number).bind(leaf.id);
        }
        count += tx.run(query).await?;
    }
    Ok(count)
}

/// Puts an entry into the ledger that no leaf waits for: one that was published and is taken up.
pub(super) async fn add_entry(tx: &mut Tx<'_>, entry: &NumberedEntry, made: Moment) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_ENTRY)
            .bind(signed(entry.index, "ledger_entries")?)
            .bind(&entry.entry)
            .bind(entry.commitment.as_ref().map(|c| &c[..]))
            .bind(made.0),
    )
    .await?;
    Ok(())
}

/// Rows as runs without a gap, each from its first to its last: exactly these rows and none between them. Leaves of a
/// round wait in a few such runs, mostly in one. A row that is named twice stays twice, so that the counts show it.
fn neighbours(mut rows: Vec<i64>) -> Vec<(i64, i64)> {
    rows.sort_unstable();
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(row) => *last = row,
            _ => runs.push((row, row)),
        }
    }
    runs
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

#[cfg(test)]
mod tests {
    use super::neighbours;

    #[test]
    fn runs_hold_exactly_the_rows_that_were_named() {
        for (rows, runs) in [
            (vec![], vec![]),
            (vec![7], vec![(7, 7)]),
            (vec![3, 1, 2, 9, 8, 5], vec![(1, 3), (5, 5), (8, 9)]),
            (vec![4, 4, 5], vec![(4, 4), (4, 5)]),
            (vec![i64::MAX, i64::MAX - 1], vec![(i64::MAX - 1, i64::MAX)]),
        ] {
            assert_eq!(neighbours(rows), runs);
        }
    }
}
