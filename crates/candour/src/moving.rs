//! `candour move`: the record of a running service goes from the files of its data folder into a PostgreSQL.
//!
//! Everything is brought over while the service runs; then the files are frozen, the difference follows, and everything
//! is read again from both sides before the record counts as there. The configuration is the operator's to change.

use crate::{
    backup::told,
    chance::SystemEntropy,
    clock::SystemClock,
    config::{Config, database},
    data_lock::DataLock,
    record::Record,
    serve,
};
use anyhow::{Context as _, bail};
use casework::time::Moment;
use service::{ledger::Held, ports::Clock as _};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{Begun, Database, MoveError, Moving, Server, Travelled};
use tokio::time::Instant;
use vault::entropy::Entropy as _;

/// Differences of fewer rows follow in a moment: then the files are frozen.
const FEW_ROWS: u64 = 10_000;
/// How often the difference is brought over while the service runs. A service that is faster than that is frozen all the
/// same.
const ROUNDS_MAX: u32 = 5;

/// What a move came to.
#[derive(Debug)]
pub struct Moved {
    /// The data folder that the record left.
    pub data: PathBuf,
    /// Where it is now.
    pub server: Server,
    /// How many rows were compared; `None` where it had arrived before.
    pub rows: Option<u64>,
    /// What was held against the published ledger.
    pub held: Option<Held>,
    /// Since when the files take nothing any more.
    pub frozen: Moment,
    /// For how many milliseconds the files were frozen before the record had arrived, as far as this run knows.
    pub refused_ms: Option<u128>,
}

/// Where to.
#[derive(Debug, Clone, Copy)]
pub struct To<'a> {
    /// The connection string.
    pub database: &'a str,
    /// The file with its password.
    pub password_file: Option<&'a Path>,
}

impl To<'_> {
    fn server(&self) -> anyhow::Result<Server> {
        // Its messages name the setting that this is going to be.
        database::server(self.database, self.password_file).context("`--to` is at fault")
    }
}

fn source(config: &Path) -> anyhow::Result<(Config, PathBuf)> {
    let config = Config::read(config)?;
    match Record::of(&config)? {
        Record::Files(data) => Ok((config, data)),
        Record::Server(server) => bail!("the record lies in {server} already, as `service.database` says"),
    }
}

/// Moves the record, or goes on with a move that was cut off.
///
/// # Errors
/// What stopped it; the same command again goes on.
pub async fn run(config: &Path, to: To<'_>) -> anyhow::Result<Moved> {
    let (config, data) = source(config)?;
    let server = to.server()?;
    let _lock = DataLock::moving(&data)?;
    let token = {
        let mut drawn = [0; 16];
        SystemEntropy.fill(&mut drawn);
        crate::hex::write(&drawn)
    };
    let mut moving = match Moving::begin(&data, &server, token, &config.ledger.origin).await? {
        Begun::Moving(moving) => moving,
        Begun::Finished(frozen) => {
            let frozen = Moment(frozen.since);
            return Ok(Moved { data, server, rows: None, held: None, frozen, refused_ms: None });
        }
    };
    if let Some(frozen) = moving.frozen() {
        eprintln!("going on: the files are frozen since {}", Moment(frozen.since).rfc3339());
    } else {
        eprintln!("copying the record into {server}");
        for round in 1..=ROUNDS_MAX {
            let Travelled { rows, written, deleted } = moving.copy(told("copied")).await?;
            eprintln!("\rround {round}: {rows} rows, {written} written, {deleted} deleted");
            if written + deleted < FEW_ROWS {
                break;
            }
        }
    }
    let already = moving.frozen().is_some();
    let began = Instant::now();
    moving.freeze(SystemClock.now().0).await?;
    eprintln!("frozen: nothing is recorded from now on");
    let difference = moving.copy(told("copied")).await?;
    eprintln!("\rthe difference: {} written, {} deleted", difference.written, difference.deleted);
    let rows = moving.compare(told("compared")).await?;
    eprintln!("\rcompared: {rows} rows are the same on both sides");
    let held = held(&config, &moving).await?;
    eprintln!(
        "\rheld against the published ledger: {} entries, checkpoint of {}",
        held.entries, held.published
    );
    let frozen = moving.frozen().map_or_else(|| SystemClock.now(), |frozen| Moment(frozen.since));
    moving.finish().await?;
    let refused_ms = (!already).then(|| began.elapsed().as_millis());
    Ok(Moved { data, server, rows: Some(rows), held: Some(held), frozen, refused_ms })
}

/// Gives a move up.
///
/// # Errors
/// Where there is none, or the record has arrived.
pub async fn cancel(config: &Path, to: To<'_>) -> anyhow::Result<PathBuf> {
    let (config, data) = source(config)?;
    let server = to.server()?;
    let _lock = DataLock::moving(&data)?;
    store::cancel(&data, &server, &config.ledger.origin).await.map_err(|error| match error {
        MoveError::Arrived { .. } => anyhow::Error::new(error)
            .context("a move that is finished is not taken back: there would be two records"),
        other => other.into(),
    })?;
    Ok(data)
}

/// The service's own look at the record where it is going to be.
async fn held(config: &Config, moving: &Moving) -> anyhow::Result<Held> {
    let server = moving.server();
    let there = Database::open_server(&server).await.with_context(|| format!("{server} cannot be opened"))?;
    let service = serve::open_on(config, there, Arc::new(SystemClock)).await?;
    service
        .hold_against_published(|entries| eprint!("\r{entries} entries"))
        .await
        .context("the record that was brought over does not fit the published ledger; nothing has arrived")
}
