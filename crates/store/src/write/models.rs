//! Read models. Those of a case are replaced as a whole, so that they never mix two states of it.

use super::{Done, Tx, change};
use crate::{
    engine::query,
    fault::{Fault, OrTaken as _},
    fields::signed,
    sql::{change as sql, read},
};
use casework::id::{AccountId, ForceId, IndividualId};
use service::ports::{CaseModels, CaseRow, KeeperActRow, StoreError, TaskRow};

pub(super) async fn replace(tx: &mut Tx<'_>, models: &CaseModels) -> Result<Done, Fault> {
    let case = models.row.case.as_str();
    put_case(tx, &models.row).await?;
    tx.run(change(sql::DROP_TASKS).bind(case)).await?;
    for task in &models.tasks {
        add_task(tx, task).await?;
    }
    tx.run(change(sql::DROP_LETTERS).bind(case)).await?;
    for lookup in &models.letters {
        tx.run(change(sql::ADD_LETTER).bind(lookup).bind(case))
            .await
            .or_taken(StoreError::Taken("the letter's code"))?;
    }
    Ok(Done::Written)
}

async fn put_case(tx: &mut Tx<'_>, row: &CaseRow) -> Result<(), Fault> {
    tx.run(
        change(sql::PUT_CASE)
            .bind(row.case.as_str())
            .bind(&row.reference)
            .bind(row.unit.as_str())
            .bind(row.trust.as_str())
            .bind(row.force.as_ref().map(ForceId::as_str))
            .bind(row.opened_by.as_str())
            .bind(row.recipient.as_ref().map(AccountId::as_str))
            .bind(row.informed.map(|informed| informed.0))
            .bind(&row.origin)
            .bind(&row.phase)
            .bind(&row.stage)
            .bind(&row.officer_state)
            .bind(row.fixed_at.0)
            .bind(row.opened.0)
            .bind(row.updated.0)
            .bind(signed(row.position, "cases")?)
            .bind(row.wake.map(|wake| wake.0))
            .bind(row.to_release)
            .bind(row.holder.as_ref().map(AccountId::as_str))
            .bind(barred(&row.barred))
            .bind(row.handed_over.map(|at| at.0)),
    )
    .await
    .or_taken(StoreError::Taken("the reference"))?;
    Ok(())
}

/// Several human beings in one column; an identifier has no space.
fn barred(individuals: &[IndividualId]) -> String {
    individuals.iter().map(IndividualId::as_str).collect::<Vec<_>>().join(" ")
}

async fn add_task(tx: &mut Tx<'_>, row: &TaskRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_TASK)
            .bind(row.role.as_str())
            .bind(&row.scope)
            .bind(rank(row.urgent))
            .bind(row.since.0)
            .bind(row.case.as_str())
            .bind(&row.kind)
            .bind(i64::from(row.n))
            .bind(&row.reference),
    )
    .await?;
    Ok(())
}

pub(super) async fn add_keeper_act(tx: &mut Tx<'_>, row: &KeeperActRow) -> Result<(), Fault> {
    tx.run(
        change(sql::ADD_KEEPER_ACT)
            .bind(row.account.as_str())
            .bind(row.happened.0)
            .bind(row.stream.as_str())
            .bind(signed(row.position, "keeper_acts")?),
    )
    .await?;
    Ok(())
}

/// Urgent tasks sort first.
pub(crate) const fn rank(urgent: bool) -> i64 {
    if urgent { 0 } else { 1 }
}

/// Recreated whole.
pub(super) async fn whole(tx: &mut Tx<'_>) -> Result<Done, Fault> {
    tx.run(change(sql::END_REBUILDING)).await?;
    Ok(Done::Written)
}

pub(super) async fn clear(tx: &mut Tx<'_>) -> Result<Done, Fault> {
    tx.run(change(sql::BEGIN_REBUILDING)).await?;
    for statement in [read::NO_TASKS, read::NO_LETTERS, read::NO_CASES, read::NO_KEEPER_ACTS] {
        tx.run(query(statement.text())).await?;
    }
    Ok(Done::Written)
}
