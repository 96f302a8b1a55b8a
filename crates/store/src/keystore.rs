//! The writer's side of the keystore: wrapped keys come before what is sealed under them and go after it.
//!
//! **Invariants.** A key is never replaced: the same bytes again are the same key, other bytes are refused. What is
//! destroyed in a file is overwritten there and gone from its write-ahead log; on a server it is gone from the table's
//! pages (what else a server keeps, ADR 0021 says).

use crate::{
    counters::Totals,
    engine::{self, Link, query},
    fault::Fault,
    sql::keys as sql,
    write::{Tx, change},
};
use casework::{id::CaseId, time::Moment};
use service::ports::{KeyRow, StoreError};
use std::sync::Arc;

/// How many candidates a sweep looks at in one transaction.
const PAGE: i64 = 500;

#[derive(Debug)]
pub(crate) struct Keystore {
    connection: Link,
    totals: Arc<Totals>,
}

/// A transaction in the keystore that did not end as it should.
#[derive(Debug)]
pub(crate) enum KeyFault {
    /// Nothing was written.
    Undone(sqlx::Error),
    /// The commit failed in a way after which the file cannot be relied on until it is opened again.
    Unknown(sqlx::Error),
}

/// Where a sweep goes on.
pub(crate) type Cursor = (i64, String);

impl Keystore {
    pub(crate) const fn new(connection: Link, totals: Arc<Totals>) -> Self {
        Self { connection, totals }
    }

    /// Makes the keys of several commands durable, in one transaction. Says of each command whether it may go on.
    pub(crate) async fn add(
        &mut self,
        commands: &[&[KeyRow]],
    ) -> Result<Vec<Result<(), StoreError>>, KeyFault> {
        let added = self.add_inside(commands).await;
        self.end(added).await
    }

    async fn add_inside(
        &mut self,
        commands: &[&[KeyRow]],
    ) -> Result<Vec<Result<(), StoreError>>, sqlx::Error> {
        self.connection.begin().await?;
        let mut answers = Vec::with_capacity(commands.len());
        for keys in commands {
            self.connection.mark().await?;
            match self.add_keys(keys).await {
                Ok(()) => {
                    self.connection.keep().await?;
                    answers.push(Ok(()));
                }
                Err(Fault::Refused(refusal)) => {
                    self.connection.undo().await?;
                    answers.push(Err(refusal));
                }
                Err(Fault::Failed(error)) => return Err(error),
            }
        }
        Ok(answers)
    }

    async fn add_keys(&mut self, keys: &[KeyRow]) -> Result<(), Fault> {
        let mut tx = Tx { connection: &mut self.connection, totals: &self.totals };
        for key in keys {
            let added = tx
                .run(
                    change(sql::ADD_KEY)
                        .bind(key.case.as_str())
                        .bind(&key.kind)
                        .bind(&key.unit)
                        .bind(i64::from(key.epoch))
                        .bind(&key.wrapped)
                        .bind(key.made.0),
                )
                .await?;
            if added == 1 {
                continue;
            }
            let there = query(sql::KEY.text())
                .bind(key.case.as_str())
                .bind(&key.kind)
                .fetch_one(tx.connection)
                .await?;
            let wrapped: Vec<u8> = there.get("wrapped")?;
            // SECURITY: replacing a key would destroy what is sealed under it; ignoring a new one would seal for nobody.
            if wrapped != key.wrapped {
                return Err(StoreError::Taken("the case's key").into());
            }
        }
        Ok(())
    }

    /// A page of cases with keys made before a moment under which no event has been found yet.
    pub(crate) async fn unsettled(
        &mut self,
        before: Moment,
        after: &Cursor,
    ) -> Result<(Vec<CaseId>, Cursor), sqlx::Error> {
        let rows = query(sql::UNSETTLED.text())
            .bind(before.0)
            .bind(after.0)
            .bind(&after.1)
            .bind(PAGE)
            .fetch_all(&mut self.connection)
            .await?;
        let mut cases = Vec::with_capacity(rows.len());
        let mut cursor = after.clone();
        for row in rows {
            let case: String = row.get("case_id")?;
            cases.push(CaseId::parse(&case).map_err(|error| sqlx::Error::Decode(Box::new(error)))?);
            cursor = (row.get("made")?, case);
        }
        Ok((cases, cursor))
    }

    /// Marks the keys of some cases as settled and destroys those of others.
    pub(crate) async fn settle_and_destroy(
        &mut self,
        settled: &[CaseId],
        dead: &[CaseId],
    ) -> Result<(), KeyFault> {
        if settled.is_empty() && dead.is_empty() {
            return Ok(());
        }
        let changed = self.settle_and_destroy_inside(settled, dead).await;
        self.end(changed).await
    }

    /// Has what was destroyed leave the files.
    pub(crate) async fn forget_destroyed(&mut self) -> Result<(), sqlx::Error> {
        self.connection.forget_deleted().await
    }

    async fn settle_and_destroy_inside(
        &mut self,
        settled: &[CaseId],
        dead: &[CaseId],
    ) -> Result<(), sqlx::Error> {
        self.connection.begin().await?;
        let mut tx = Tx { connection: &mut self.connection, totals: &self.totals };
        for case in settled {
            tx.run(change(sql::SETTLE).bind(case.as_str())).await?;
        }
        for case in dead {
            tx.run(change(sql::DESTROY).bind(case.as_str())).await?;
        }
        Ok(())
    }

    /// Commits what went well and undoes what did not.
    async fn end<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T, KeyFault> {
        let value = match outcome {
            Ok(value) => value,
            Err(error) => {
                return Err(match self.connection.rollback().await {
                    Ok(()) => KeyFault::Undone(error),
                    Err(_) => self.unknown(error),
                });
            }
        };
        match self.connection.commit().await {
            Ok(()) => {
                self.totals.commit();
                Ok(value)
            }
            Err(error) => {
                let undone = self.connection.rollback().await.is_ok();
                if undone && engine::surely_nothing_written(&error) {
                    Err(KeyFault::Undone(error))
                } else {
                    Err(self.unknown(error))
                }
            }
        }
    }

    /// Nobody was promised anything by a keystore whose commit is not known: on a server the next transaction finds out,
    /// and what was made in vain is swept.
    const fn unknown(&mut self, error: sqlx::Error) -> KeyFault {
        if self.connection.lose() { KeyFault::Undone(error) } else { KeyFault::Unknown(error) }
    }

    pub(crate) async fn close(self) -> Result<(), sqlx::Error> {
        self.connection.close().await
    }
}
