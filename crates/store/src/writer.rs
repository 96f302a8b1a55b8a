//! The one writer of a process: it owns the write connections, takes whatever is queued into one transaction, and
//! answers only after the commit.
//!
//! **Invariants.**
//! - Nobody is told that something was recorded before the commit that holds it returned.
//! - A command that is refused leaves nothing of itself, and its neighbours stand.
//! - Keys are durable before the first row sealed under them.
//! - After a commit to a file whose outcome is not known the writer refuses everything until the store is opened again,
//!   because what it would check new commands against is not known either. A server knows: there the next transaction
//!   begins on another connection, which waits until the first one's has ended either way.
//! - A transaction in the keystore lies within one in the database, so that no other node finds a key without its event
//!   and takes it for an orphan, or records an event under a key that is just being destroyed.

use crate::{
    counters::Totals,
    engine::{self, Link, query},
    fault::{Fault, Stopped, nothing_written, nothing_written_shared},
    keystore::{Cursor, KeyFault, Keystore},
    sql::read,
    write::{Command, Done, Tx},
};
use casework::{
    id::CaseId,
    time::{DAY_SECONDS, Moment},
};
use service::ports::{KeyRow, StoreError};
use std::{collections::BTreeSet, sync::Arc};
use tokio::sync::{mpsc, oneshot, watch};

/// Commands in one transaction. A command of fifteen statements was measured at about one millisecond on a busy machine
/// with two cores, so a full batch holds the transaction for a quarter of a second, which its first command waits.
pub(crate) const BATCH_MAX: usize = 256;
/// Commands that may wait: four full batches. Beyond that callers wait to be queued at all.
pub(crate) const QUEUE_MAX: usize = 4 * BATCH_MAX;
/// Keys without an event or draft are orphans when they are older than this: a command takes seconds, never a day.
const ORPHAN_AGE: i64 = DAY_SECONDS;

type Reply = oneshot::Sender<Result<Done, StoreError>>;

/// A command and who waits for it.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) command: Command,
    pub(crate) reply: Reply,
}

impl Job {
    fn answer(self, answer: Result<Done, StoreError>) {
        // Whoever asked may have gone away; what was recorded stays recorded.
        let _ = self.reply.send(answer);
    }
}

/// What the queue carries.
#[derive(Debug)]
pub(crate) enum Message {
    Job(Job),
    Close(oneshot::Sender<()>),
}

/// How a transaction ended.
enum Ended {
    /// Committed, or nothing was to be committed; what each command has to tell.
    Committed(Vec<Result<Done, StoreError>>),
    /// It could not be begun.
    NotBegun(sqlx::Error),
    /// Nothing of it was written.
    Undone(sqlx::Error),
    /// Nothing of it was written, but the connection is no longer to be relied on.
    Broken(sqlx::Error),
    /// Whether it was written is not known. Which commands would have been.
    Unknown(sqlx::Error, Vec<bool>),
}

#[derive(Debug)]
pub(crate) struct Writer {
    main: Link,
    keystore: Keystore,
    totals: Arc<Totals>,
    stopped: bool,
    /// Says so to whoever has to end the process.
    halt: watch::Sender<bool>,
    #[cfg(test)]
    faults: Arc<faults::Faults>,
}

impl Writer {
    pub(crate) fn new(
        main: Link,
        keystore: Link,
        totals: Arc<Totals>,
        halt: watch::Sender<bool>,
        #[cfg(test)] faults: Arc<faults::Faults>,
    ) -> Self {
        Self {
            main,
            keystore: Keystore::new(keystore, Arc::clone(&totals)),
            totals,
            stopped: false,
            halt,
            #[cfg(test)]
            faults,
        }
    }

    /// Works until the queue is closed.
    pub(crate) async fn run(mut self, mut queue: mpsc::Receiver<Message>) {
        let mut messages = Vec::with_capacity(BATCH_MAX);
        let mut closing = None;
        while closing.is_none() && queue.recv_many(&mut messages, BATCH_MAX).await > 0 {
            let mut jobs = Vec::with_capacity(messages.len());
            for message in messages.drain(..) {
                match message {
                    Message::Job(job) => jobs.push(job),
                    Message::Close(done) => closing = Some(done),
                }
            }
            if !jobs.is_empty() {
                self.totals.batch(jobs.len());
                self.batch(jobs).await;
            }
            if self.stopped {
                self.halt.send_replace(true);
            }
        }
        // Whoever is still queued hears that the store does not answer, because their reply is dropped with the queue.
        drop(queue);
        let _ = self.main.close().await;
        let _ = self.keystore.close().await;
        if let Some(done) = closing {
            let _ = done.send(());
        }
    }

    async fn batch(&mut self, jobs: Vec<Job>) {
        if self.stopped || jobs.len() <= 1 {
            for job in jobs {
                self.alone(job).await;
            }
            return;
        }
        if let Some(jobs) = self.together(jobs).await {
            // One of them made the database fail. Each is tried by itself, so that only the guilty one suffers.
            for job in jobs {
                self.alone(job).await;
            }
        }
    }

    /// Makes the keys of a batch durable. Says which commands may not go on, and why.
    async fn keys_first(&mut self, jobs: &[Job]) -> Vec<Option<StoreError>> {
        let mut refusals: Vec<Option<StoreError>> = jobs.iter().map(|_| None).collect();
        let mut with_keys: Vec<(&[KeyRow], &mut Option<StoreError>)> = jobs
            .iter()
            .zip(&mut refusals)
            .map(|(job, refusal)| (job.command.new_keys(), refusal))
            .filter(|(keys, _)| !keys.is_empty())
            .collect();
        if with_keys.is_empty() {
            return refusals;
        }
        let keys: Vec<_> = with_keys.iter().map(|(keys, _)| *keys).collect();
        match self.keystore.add(&keys).await {
            Ok(answers) => {
                for ((_, refusal), answer) in with_keys.iter_mut().zip(answers) {
                    **refusal = answer.err();
                }
            }
            // Nothing of these commands was written; keys that were nevertheless made are swept as orphans.
            Err(fault) => {
                let error = Arc::new(self.heed(fault));
                for (_, refusal) in with_keys {
                    *refusal = Some(nothing_written_shared(&error));
                }
            }
        }
        refusals
    }

    /// Runs several commands in one transaction. Gives them back if that failed and nothing was written.
    async fn together(&mut self, jobs: Vec<Job>) -> Option<Vec<Job>> {
        match self.transact(&jobs).await {
            Ended::Committed(answers) => {
                for (job, answer) in jobs.into_iter().zip(answers) {
                    self.after(job, answer).await;
                }
            }
            Ended::Undone(_) => return Some(jobs),
            Ended::NotBegun(error) | Ended::Broken(error) => {
                let error = Arc::new(error);
                for job in jobs {
                    job.answer(Err(nothing_written_shared(&error)));
                }
            }
            Ended::Unknown(error, wrote) => {
                let error = Arc::new(error);
                for (job, wrote) in jobs.into_iter().zip(wrote) {
                    job.answer(Err(unknown(&error, wrote)));
                }
            }
        }
        None
    }

    /// Runs one command in a transaction of its own.
    async fn alone(&mut self, job: Job) {
        if self.stopped {
            job.answer(Err(Stopped.into()));
            return;
        }
        match self.transact(std::slice::from_ref(&job)).await {
            Ended::Committed(answers) => {
                if let Some(answer) = answers.into_iter().next() {
                    self.after(job, answer).await;
                }
            }
            Ended::NotBegun(error) | Ended::Undone(error) | Ended::Broken(error) => {
                job.answer(Err(nothing_written(error)));
            }
            Ended::Unknown(error, wrote) => {
                let wrote = wrote.first().copied().unwrap_or(true);
                job.answer(Err(unknown(&Arc::new(error), wrote)));
            }
        }
    }

    async fn transact(&mut self, jobs: &[Job]) -> Ended {
        if let Err(error) = self.main.begin().await {
            return Ended::NotBegun(error);
        }
        let answers = match self.perform(jobs).await {
            Ok(answers) => answers,
            Err(error) => return self.undone(error).await,
        };
        let wrote: Vec<bool> = answers.iter().map(Result::is_ok).collect();
        if !wrote.contains(&true) {
            return match self.main.rollback().await {
                Ok(()) => Ended::Committed(answers),
                Err(error) => self.undone(error).await,
            };
        }
        match self.commit().await {
            Ok(()) => {
                self.totals.commit();
                Ended::Committed(answers)
            }
            Err(error) if engine::surely_nothing_written(&error) => self.undone(error).await,
            Err(error) => {
                // Lets go of the lock, where the commit did not; it does not tell what was written.
                let _ = self.main.rollback().await;
                self.stopped = !self.main.lose();
                Ended::Unknown(error, wrote)
            }
        }
    }

    /// Makes the new keys durable, then performs each command in a savepoint of its own. One that is alone needs none:
    /// where it is refused nothing is committed.
    async fn perform(&mut self, jobs: &[Job]) -> Result<Vec<Result<Done, StoreError>>, sqlx::Error> {
        let refusals = self.keys_first(jobs).await;
        let mut answers = Vec::with_capacity(jobs.len());
        let has_neighbours = jobs.len() > 1;
        for (job, refusal) in jobs.iter().zip(refusals) {
            if let Some(refusal) = refusal {
                answers.push(Err(refusal));
                continue;
            }
            if has_neighbours {
                self.main.mark().await?;
            }
            let mut tx = Tx { connection: &mut self.main, totals: &self.totals };
            match job.command.perform(&mut tx).await {
                Ok(done) => {
                    if has_neighbours {
                        self.main.keep().await?;
                    }
                    answers.push(Ok(done));
                }
                Err(Fault::Refused(refusal)) => {
                    if has_neighbours {
                        self.main.undo().await?;
                    }
                    answers.push(Err(refusal));
                }
                Err(Fault::Failed(error)) => return Err(error),
            }
        }
        Ok(answers)
    }

    async fn commit(&mut self) -> Result<(), sqlx::Error> {
        #[cfg(test)]
        if let Some(fault) = self.faults.take() {
            return fault.happen(&mut self.main).await;
        }
        self.main.commit().await
    }

    /// Undoes the open transaction; where even that fails the connection is given up, which undoes it too.
    async fn undone(&mut self, error: sqlx::Error) -> Ended {
        if self.main.rollback().await.is_ok() || self.main.lose() {
            Ended::Undone(error)
        } else {
            self.stopped = true;
            Ended::Broken(error)
        }
    }

    /// What follows a commit: keys of drafts that are gone.
    async fn after(&mut self, job: Job, answer: Result<Done, StoreError>) {
        let answer = match (answer, &job.command) {
            (Ok(Done::DraftsGone(gone)), Command::SweepDrafts { now }) => self.sweep(gone, *now).await,
            (Ok(Done::DraftsGone(gone)), _) => self.destroy_unused(&gone).await.map(|()| Done::Written),
            (other, _) => other,
        };
        job.answer(answer);
    }

    /// Destroys the keys of drafts that are gone and of orphans; counts both.
    async fn sweep(&mut self, gone: Vec<CaseId>, now: Moment) -> Result<Done, StoreError> {
        self.destroy_unused(&gone).await?;
        let mut swept: BTreeSet<CaseId> = gone.into_iter().collect();
        let before = now.plus(-ORPHAN_AGE);
        let mut cursor: Cursor = (i64::MIN, String::new());
        loop {
            let (cases, next) = self.keystore.unsettled(before, &cursor).await.map_err(nothing_written)?;
            if cases.is_empty() {
                return Ok(Done::Count(swept.len() as u64));
            }
            cursor = next;
            swept.extend(self.destroy_orphans(cases).await?);
        }
    }

    /// Destroys the keys of those cases under which there is neither an event nor a draft; the others are settled.
    async fn destroy_orphans(&mut self, cases: Vec<CaseId>) -> Result<Vec<CaseId>, StoreError> {
        self.main.begin().await.map_err(nothing_written)?;
        let done = self.look_and_destroy(cases).await;
        self.destroyed(done).await
    }

    /// Destroys the keys of drafts under which nothing was recorded.
    async fn destroy_unused(&mut self, gone: &[CaseId]) -> Result<(), StoreError> {
        if gone.is_empty() {
            return Ok(());
        }
        self.main.begin().await.map_err(nothing_written)?;
        // The draft was asked for by whoever deleted it; another one may be in its place by now.
        let done = self.look_and_destroy(gone.to_vec()).await;
        self.destroyed(done).await.map(|_| ())
    }

    async fn look_and_destroy(&mut self, cases: Vec<CaseId>) -> Result<Vec<CaseId>, StoreError> {
        let (mut settled, mut dead) = (Vec::new(), Vec::new());
        for case in cases {
            if self.found(read::HAS_EVENTS.text(), &case).await? {
                settled.push(case);
            } else if !self.found(read::HAS_DRAFT.text(), &case).await? {
                dead.push(case);
            }
        }
        match self.keystore.settle_and_destroy(&settled, &dead).await {
            Ok(()) => Ok(dead),
            Err(fault) => Err(nothing_written(self.heed(fault))),
        }
    }

    /// Ends the transaction that kept others out meanwhile. It changed nothing itself.
    async fn destroyed(&mut self, done: Result<Vec<CaseId>, StoreError>) -> Result<Vec<CaseId>, StoreError> {
        if let Err(error) = self.main.rollback().await {
            self.stopped = !self.main.lose();
            return Err(nothing_written(error));
        }
        let dead = done?;
        if !dead.is_empty() {
            // Not before: PostgreSQL cleans away only what no open transaction might still see.
            self.keystore.forget_destroyed().await.map_err(nothing_written)?;
        }
        Ok(dead)
    }

    async fn found(&mut self, statement: &'static str, case: &CaseId) -> Result<bool, StoreError> {
        let row = query(statement).bind(case.as_str()).fetch_optional(&mut self.main).await;
        row.map(|row| row.is_some()).map_err(nothing_written)
    }

    /// Stops the writer if the keystore cannot be relied on.
    fn heed(&mut self, fault: KeyFault) -> sqlx::Error {
        match fault {
            KeyFault::Undone(error) => error,
            KeyFault::Unknown(error) => {
                self.stopped = true;
                error
            }
        }
    }
}

/// What a command hears of a commit whose outcome is not known: one that had been refused wrote nothing either way, but
/// why it was refused may not hold.
fn unknown(error: &Arc<sqlx::Error>, wrote: bool) -> StoreError {
    if wrote {
        StoreError::Uncertain(Box::new(Arc::clone(error)))
    } else {
        StoreError::Unavailable(Box::new(Arc::clone(error)))
    }
}

#[cfg(test)]
pub(crate) mod faults {
    //! Commits that fail on demand.

    use crate::engine::Connection;
    use std::sync::Mutex;

    /// How the next commit fails.
    #[derive(Debug, Clone, Copy)]
    pub(crate) enum CommitFault {
        /// Before anything is written.
        Before,
        /// After everything is written.
        After,
    }

    impl CommitFault {
        pub(crate) async fn happen(self, tx: &mut Connection) -> Result<(), sqlx::Error> {
            match self {
                Self::Before => {}
                Self::After => tx.commit().await?,
            }
            Err(sqlx::Error::Io(std::io::Error::other("the medium failed")))
        }
    }

    #[derive(Debug, Default)]
    pub(crate) struct Faults(Mutex<Option<CommitFault>>);

    impl Faults {
        pub(crate) fn set(&self, fault: CommitFault) {
            *self.0.lock().unwrap() = Some(fault);
        }

        pub(crate) fn take(&self) -> Option<CommitFault> {
            self.0.lock().unwrap().take()
        }
    }
}
