//! `candour serve`.

use super::outcome::{Answer, Outcome};
use std::path::PathBuf;

/// Run the service until it is told to stop.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour serve --config /etc/candour/candour.toml")]
pub(super) struct Options {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::INFO);
    super::block_on(crate::serve::run(&options.config))?;
    Ok(Outcome::Done)
}
