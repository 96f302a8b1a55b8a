//! `candour demo`.

use super::outcome::{Answer, Outcome};
use std::path::PathBuf;

/// Run a complete demonstration with invented people on this machine.
///
/// Organisations, accounts for every role, cases in every state, and two witnesses as processes of their own.
/// Writes demo.json into the folder when it is ready. A folder that holds a demonstration is taken up again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour demo --dir demo --port 8080")]
pub(super) struct Options {
    /// Where everything lies
    #[arg(long, value_name = "DIR", default_value = "demo")]
    dir: PathBuf,
    /// Port on this machine; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// How many cases
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=100_000))]
    cases: usize,
    /// What names and choices are drawn from; keys and codes are always fresh
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Another policy pack than the built-in one
    #[arg(long, value_name = "FOLDER")]
    pack: Option<PathBuf>,
    /// An empty database of PostgreSQL for the record, such as postgres://user@host/database; without it two files in
    /// the folder
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

pub(super) fn run(options: Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let Options { dir, port, cases, seed, pack, database } = options;
    let told = crate::demo::Options { dir, port, cases, seed, pack, database };
    super::block_on(crate::demo::run(told))?;
    Ok(Outcome::Done)
}
