//! `candour accounts`.

use super::outcome::{Answer, Failure, Outcome, print};
use anyhow::{Context, anyhow};
use clap::Subcommand;
use std::io::BufRead;
use std::path::PathBuf;

/// The most bytes of a password that are read.
const PASSWORD_BYTES_MAX: u64 = 1024;

/// Make accounts. What is done here is an event that others can see.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour accounts add --name j.okoro --title \"J Okoro\" --role administrator --place service"
)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(Add),
}

/// Make an account. The password is one line of standard input.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour accounts add --name j.okoro --title \"J Okoro\" --role clinician --place unit:london < password"
)]
struct Add {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// The name to sign in with
    #[arg(long)]
    name: String,
    /// The name for people
    #[arg(long)]
    title: String,
    /// Code of the role: officer, clinician, guardian and so on
    #[arg(long)]
    role: String,
    /// force:ID, unit:ID, trust:ID, independent or service
    #[arg(long)]
    place: String,
}

pub(super) fn run(options: Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let Command::Add(Add { config, name, title, role, place }) = options.command;
    let new = crate::maintenance::AddAccount { name, title, role, place, password: password()? };
    let id = super::block_on(crate::maintenance::add_account(&config, new))?;
    print(&format!("{}\n", id.as_str()))?;
    Ok(Outcome::Done)
}

/// One line, without its ending. A password on the command line would be seen by everybody on the machine.
fn password() -> Result<String, Failure> {
    use std::io::Read as _;
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .take(PASSWORD_BYTES_MAX)
        .read_line(&mut line)
        .context("the password cannot be read from standard input")
        .map_err(Failure::used_wrongly)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Failure::used_wrongly(anyhow!("the password is expected as a line of standard input")));
    }
    Ok(password.to_owned())
}
