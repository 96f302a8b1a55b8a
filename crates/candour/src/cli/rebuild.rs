//! `candour rebuild`.

use super::outcome::{Answer, Outcome, print, print_json};
use std::path::PathBuf;

/// Make the read models anew from the events, byte for byte as they were.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour rebuild --config /etc/candour/candour.toml")]
pub(super) struct Options {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// Print the figures as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let done = super::block_on(crate::maintenance::rebuild(&options.config))?;
    if options.json {
        print_json(&serde_json::json!({"cases": done.cases, "erased": done.erased}))?;
    } else {
        let service::Rebuilt { cases, erased } = done;
        print(&format!("the read models of {cases} cases were made anew; {erased} cases are erased\n"))?;
    }
    Ok(Outcome::Done)
}
