//! The command line: one file per command. Results go to standard output, progress to standard error.
//!
//! Exit status: 0 done, 1 the thing checked does not hold or the command failed, 2 used wrongly.

mod accounts;
mod backup;
mod custody;
mod demo;
mod doctor;
mod gate;
mod init;
mod input;
mod keys;
mod ledger;
mod moving;
mod outcome;
mod policy;
mod promises;
mod rebuild;
mod receipt;
mod recount;
mod restore;
mod sample;
mod serve;
mod witness;

use clap::{Parser, Subcommand};
use outcome::{Answer, Failure};
use std::process::ExitCode;

/// Clinical consultation between police and health services, with a record that everybody can check.
#[derive(Debug, Parser)]
#[command(name = "candour", version, arg_required_else_help = true, max_term_width = 100)]
#[command(
    after_help = "Example:\n  candour demo --dir demo    a complete demonstration with invented people"
)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Options),
    Init(init::Options),
    Demo(demo::Options),
    Gate(gate::Options),
    Policy(policy::Options),
    Ledger(ledger::Options),
    Receipt(receipt::Options),
    Recount(recount::Options),
    Sample(sample::Options),
    Witness(witness::Options),
    Move(moving::Options),
    Backup(backup::Options),
    Restore(restore::Options),
    Rebuild(rebuild::Options),
    Doctor(doctor::Options),
    Accounts(accounts::Options),
    Keys(keys::Options),
}

/// Reads the command line and does what it says. A command line that cannot be read ends with status 2.
pub(crate) fn main() -> ExitCode {
    match CommandLine::parse().command.run() {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            eprintln!("candour: {failure}");
            failure.into()
        }
    }
}

impl Command {
    fn run(self) -> Answer {
        match self {
            Self::Serve(options) => serve::run(&options),
            Self::Init(options) => init::run(&options),
            Self::Demo(options) => demo::run(options),
            Self::Gate(options) => gate::run(&options),
            Self::Policy(options) => policy::run(&options),
            Self::Ledger(options) => ledger::run(&options),
            Self::Receipt(options) => receipt::run(&options),
            Self::Recount(options) => recount::run(&options),
            Self::Sample(options) => sample::run(&options),
            Self::Witness(options) => witness::run(&options),
            Self::Move(options) => moving::run(&options),
            Self::Backup(options) => backup::run(&options),
            Self::Restore(options) => restore::run(&options),
            Self::Rebuild(options) => rebuild::run(&options),
            Self::Doctor(options) => doctor::run(&options),
            Self::Accounts(options) => accounts::run(options),
            Self::Keys(options) => keys::run(&options),
        }
    }
}

/// Sends what the program notes about itself to standard error, from this level up.
fn log_to_stderr(level: tracing::Level) {
    // A second call would change nothing, so that it fails is of no interest.
    let _ = tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).try_init();
}

/// Runs something asynchronous to its end.
fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime
        .map_err(|error| Failure::of(anyhow::Error::new(error).context("no threads can be started")))?;
    runtime.block_on(work).map_err(Failure::of)
}

/// Whether this program takes a command line, as somebody types it; why not.
#[cfg(test)]
pub(crate) fn takes(line: &str) -> Result<(), String> {
    CommandLine::try_parse_from(line.split(' ')).map(|_| ()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_has_help_with_an_example() {
        fn check(command: &clap::Command, path: &str) {
            let mut command = command.clone();
            let help = command.render_long_help().to_string();
            assert!(help.contains("Example:\n  candour "), "{path}: {help}");
            for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
                check(below, &format!("{path} {}", below.get_name()));
            }
        }
        CommandLine::command().debug_assert();
        check(&CommandLine::command(), "candour");
    }
}
