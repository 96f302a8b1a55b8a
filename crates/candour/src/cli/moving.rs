//! `candour move`.

use super::outcome::{Answer, Failure, Outcome, print, print_json};
use crate::{
    backup::KEYSTORE_DAYS,
    moving::{Moved, To},
};
use std::{fmt::Write as _, path::PathBuf};

/// Move the record of a service, which may be running, from the files of its data folder into a PostgreSQL.
///
/// Everything is brought over while the service runs. Then the files are frozen: the service goes on answering whoever
/// reads, and refuses what would have to be recorded, until it is started again with the new configuration. Before the
/// record counts as moved, every row is read again on both sides and compared. If it is cut off, the same command goes on.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour move --config /etc/candour/candour.toml --to postgres://candour@db.example/candour?sslmode=verify-full \\\n    --password-file /etc/candour/database.password"
)]
pub(super) struct Options {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// An empty database, as a connection string without a password
    #[arg(long, value_name = "CONNECTION")]
    to: String,
    /// The password for it, on one line: a file that only its owner can read
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Give a move up that has not arrived: the files take writes again
    #[arg(long)]
    cancel: bool,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let to = To { database: &options.to, password_file: options.password_file.as_deref() };
    if options.cancel {
        let data = super::block_on(crate::moving::cancel(&options.config, to))?;
        let text =
            format!("the record stays in the data folder {}, and is recorded there again\n", data.display());
        print(&text)?;
        return Ok(Outcome::Done);
    }
    let done = super::block_on(crate::moving::run(&options.config, to))?;
    if options.json {
        print_json(&serde_json::json!({
            "rows": done.rows,
            "ledger": done.held,
            "frozen": done.frozen.rfc3339(),
            "refused_ms": done.refused_ms,
            "settings": settings(options)?,
        }))?;
    } else {
        print(&said(options, &done)?)?;
    }
    Ok(Outcome::Done)
}

/// The lines of the configuration that are to be changed.
fn settings(options: &Options) -> Result<String, Failure> {
    let line = |name: &str, value: &str| format!("{name} = {}\n", toml::Value::from(value));
    let mut lines = line("database", &options.to);
    if let Some(file) = &options.password_file {
        // It counts from the configuration there, and from here now.
        let file = file
            .canonicalize()
            .map_err(|error| Failure::of(anyhow::Error::new(error).context("the password's file is gone")))?;
        lines.push_str(&line("database_password_file", &file.to_string_lossy()));
    }
    Ok(lines)
}

fn said(options: &Options, done: &Moved) -> Result<String, Failure> {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = match (done.rows, &done.held) {
        (Some(rows), Some(held)) => writeln!(
            text,
            "the record is in {} now: {rows} rows, each compared; {} entries of the ledger, which fit what is published",
            done.server, held.entries
        ),
        _ => writeln!(text, "the record is in {} already", done.server),
    };
    let frozen = done.frozen.rfc3339();
    let _ = match done.refused_ms {
        Some(refused) => writeln!(
            text,
            "the files in {} are frozen since {frozen}: for {refused} ms until the record had arrived, and on until the \
             service is started again",
            done.data.display(),
        ),
        None => writeln!(text, "the files in {} are frozen since {frozen}", done.data.display()),
    };
    let until = done.frozen.day().plus_days(KEYSTORE_DAYS);
    let _ = write!(
        text,
        "\nin {}, put under [service]:\n\n{}\nand start the service again: what it has to record is refused until then.\n\n\
         candour.db and keystore.db in {data} stay as they are, and still hold everything up to that moment: what is \
         erased from now on could be read from them. Destroy both by {until}, once `candour doctor` finds no fault, and \
         with them every backup of the keystore from before. {ledger} stays.\n",
        options.config.display(),
        settings(options)?,
        data = done.data.display(),
        ledger = done.data.join("ledger").display(),
    );
    Ok(text)
}
