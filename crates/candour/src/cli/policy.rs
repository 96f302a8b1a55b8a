//! `candour policy`: what is proved of a pack, what two packs find of the same cases, and what is wrong with one.

mod check;
mod compare;
#[cfg(feature = "prove")]
mod prove;
#[cfg(not(feature = "prove"))]
#[path = "policy/unproved.rs"]
mod prove;

use super::outcome::{Answer, Failure};
use ::gate::{Comparison, Pack};
use anyhow::Context as _;
use clap::Subcommand;
use std::path::Path;

/// Prove, compare and check policy packs.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour policy prove policy/england-and-wales")]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Prove(prove::Options),
    Compare(compare::Options),
    Check(check::Options),
}

pub(super) fn run(options: &Options) -> Answer {
    match &options.command {
        Command::Prove(options) => prove::run(options),
        Command::Compare(options) => compare::run(options),
        Command::Check(options) => check::run(options),
    }
}

/// The pack in a folder, made ready to find what it would find.
fn pack(folder: &Path) -> Result<Comparison, Failure> {
    Pack::load(folder)
        .and_then(Comparison::new)
        .with_context(|| format!("the policy pack {} cannot be used", folder.display()))
        .map_err(Failure::used_wrongly)
}

/// A file beside the pack that need not be there.
fn beside(folder: &Path, name: &str) -> Result<Option<String>, Failure> {
    /// Longest file beside a pack, in bytes: thirty cases have about 150,000.
    const BYTES_MAX: usize = 16 << 20;
    let path = folder.join(name);
    if !path.exists() {
        return Ok(None);
    }
    let bytes = super::input::file(&path, BYTES_MAX)?;
    let text = String::from_utf8(bytes).with_context(|| format!("{} is no UTF-8", path.display()));
    text.map(Some).map_err(Failure::used_wrongly)
}

/// How one gets what this binary was built without.
#[cfg(not(feature = "prove"))]
const WITHOUT_PROVER: &str =
    "this binary was built without the prover; build it with `cargo build -p candour`";

/// What was asked for needs the prover.
#[cfg(not(feature = "prove"))]
fn without_prover() -> Failure {
    Failure::used_wrongly(anyhow::anyhow!(WITHOUT_PROVER))
}

/// A solver that is running.
#[cfg(feature = "prove")]
fn solver() -> Result<::prove::Solver, Failure> {
    ::prove::Solver::start().map_err(Failure::of)
}

/// How much time has passed, for saying what took how long; nothing is decided by it.
#[cfg(feature = "prove")]
fn stopwatch() -> impl Fn() -> std::time::Duration {
    #[expect(clippy::disallowed_methods, reason = "the binary owns the clock; this one only measures")]
    let start = std::time::Instant::now();
    move || start.elapsed()
}
