//! `candour sample`: the reviewer's sample of a half-year.

use super::input;
use super::outcome::{Answer, Failure, Outcome, print, print_fault, print_json};
use crate::{chance::SystemEntropy, hex};
use clap::Subcommand;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use vault::entropy::fresh;
use verify::recount::Sample;

/// Draw the reviewer's bytes, or derive the sample that they and the ledger give.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour sample derive https://candour.example/ledger --policy quorum.policy --period 2026-H1"
)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Derive(Derive),
    Draw(Draw),
}

/// Derive the sample of a half-year from a ledger's entries alone.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour sample derive demo/data/ledger --policy demo/ledger.policy --period 2026-H1"
)]
struct Derive {
    /// The folder in which `checkpoint` and `tile` lie, or the address below which they are served
    source: String,
    /// The quorum policy (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// The half-year, such as 2026-H1
    #[arg(long, value_name = "PERIOD")]
    period: String,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Draw 32 random bytes for the reviewer to keep, and the digest by which they commit to them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour sample draw")]
struct Draw {
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    match &options.command {
        Command::Derive(derive) => derive.run(),
        Command::Draw(draw) => draw.run(),
    }
}

impl Derive {
    fn run(&self) -> Answer {
        let period = super::recount::period(&self.period)?;
        let policy = input::policy(&self.policy)?;
        let source = input::source(&self.source)?;
        let mut shown = 0;
        let found = verify::recount::derive_sample(&*source, &policy, period, &mut |progress| {
            super::ledger::show(progress, &mut shown);
        });
        match found {
            Ok(sample) if self.json => print_json(&as_json(&sample))?,
            Ok(sample) => print(&as_text(&sample).map_err(Failure::of)?)?,
            Err(error) => return print_fault("the sample", &verify::explain(&error), self.json),
        }
        Ok(Outcome::Done)
    }
}

impl Draw {
    fn run(&self) -> Answer {
        let r: [u8; 32] = fresh(&SystemEntropy);
        let digest = hex::write(&tlog::sample::commitment(&r));
        let r = hex::write(&r);
        if self.json {
            print_json(&json!({"r": r, "digest": digest}))?;
        } else {
            print(&format!(
                "keep to yourself until the half-year is tallied: {r}\ncommit to it now:  {digest}\n"
            ))?;
        }
        Ok(Outcome::Done)
    }
}

fn as_text(sample: &Sample) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let Sample { period, candidates, taken, .. } = sample;
    writeln!(
        text,
        "{period}: {} of {candidates} candidates, in the order in which they were drawn",
        taken.len()
    )?;
    for (index, class) in taken {
        writeln!(text, "entry {index} ({class})")?;
    }
    Ok(text)
}

fn as_json(sample: &Sample) -> Value {
    let taken: Vec<Value> = sample
        .taken
        .iter()
        .map(|(index, class)| json!({"index": index, "class": class.to_string()}))
        .collect();
    json!({
        "holds": true,
        "period": sample.period.to_string(),
        "revealed": hex::write(&sample.revealed),
        "root": sample.root.to_string(),
        "seed": hex::write(&sample.seed),
        "candidates": sample.candidates,
        "taken": taken,
    })
}
