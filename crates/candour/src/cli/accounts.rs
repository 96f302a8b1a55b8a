//! `candour accounts`.

use super::outcome::{Answer, Failure, Outcome, print};
use anyhow::anyhow;
use clap::Subcommand;
use std::path::PathBuf;

/// Make the first two administrators. What is done here is an event that others can see.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour accounts first --name j.okoro --title \"J Okoro\" --name m.lane --title \"M Lane\""
)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    First(First),
}

/// Make two administrators, each with a code to enrol with, which is printed this once. Refused once two administrators
/// can sign in: they let everybody else in.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour accounts first --name j.okoro --title \"J Okoro\" --name m.lane --title \"M Lane\""
)]
struct First {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// The name to sign in with; given twice
    #[arg(long = "name", value_name = "NAME", required = true)]
    names: Vec<String>,
    /// The name for people; given twice, in the same order
    #[arg(long = "title", value_name = "TITLE", required = true)]
    titles: Vec<String>,
}

pub(super) fn run(options: Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let Command::First(First { config, names, titles }) = options.command;
    let ([first, second], [first_title, second_title]) = (names.as_slice(), titles.as_slice()) else {
        return Err(Failure::used_wrongly(anyhow!(
            "two administrators are made at once: --name and --title are given twice each"
        )));
    };
    let two = [(first.as_str(), first_title.as_str()), (second.as_str(), second_title.as_str())];
    let codes = super::block_on(crate::maintenance::first_administrators(&config, two))?;
    for (name, code) in codes {
        print(&format!("{name}  {code}\n"))?;
    }
    eprintln!("each enrols at /enrol with name and code, within three days");
    Ok(Outcome::Done)
}
