//! `candour init`.

use super::outcome::{Answer, Outcome, print};
use std::path::PathBuf;

/// Make an empty record where the configuration says: in the data folder, or in an empty database of PostgreSQL.
///
/// It is made only here, so that a mistyped path or name never begins a second one. Where there is one nothing is done.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour init --config /etc/candour/candour.toml")]
pub(super) struct Options {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let record = super::block_on(crate::maintenance::init(&options.config))?;
    print(&format!("{record} holds an empty record now\n"))?;
    Ok(Outcome::Done)
}
