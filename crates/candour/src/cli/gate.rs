//! `candour gate`.

use super::outcome::{Answer, Failure, Outcome, print, print_json};
use anyhow::Context;
use gate::Gate;
use gate::stream::{Answered, Style, answer};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter};
use std::path::{Path, PathBuf};

/// Put facts to the gate: which outcomes are open, with what conditions, and why each other one is closed.
///
/// Facts are one JSON object, or JSON lines; each is answered by one line. Facts that cannot be read are answered by
/// {"error": …, "at": …} in their place, and the exit status is then 1.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour gate --explain facts.json\n  candour gate < requests.jsonl > verdicts.jsonl\n  candour gate --rules --explain"
)]
pub(super) struct Options {
    /// Folder of the policy pack; the built-in one of England and Wales where left out
    #[arg(long, value_name = "PACK")]
    pack: Option<PathBuf>,
    /// Answer in sentences
    #[arg(long)]
    explain: bool,
    /// Say the rules themselves and judge nothing: each basis with its tests, approvals, notice and reasons
    #[arg(long, conflicts_with = "file")]
    rules: bool,
    /// The facts; `-` or nothing for standard input
    file: Option<PathBuf>,
}

pub(super) fn run(options: &Options) -> Answer {
    if options.rules {
        let gate = built(options.pack.as_deref())?;
        let rules = gate::rulebook::rulebook(gate.pack());
        if options.explain {
            print(&rules.to_text())?;
        } else {
            print_json(&rules.to_value())?;
        }
        return Ok(Outcome::Done);
    }
    // The facts are opened first, since a gate takes a moment to build.
    let facts = facts(options.file.as_deref())?;
    let gate = built(options.pack.as_deref())?;
    let style = if options.explain { Style::Explained } else { Style::Json };
    let Answered { faults, alerts, .. } = answer(&gate, facts, BufWriter::new(io::stdout().lock()), style)
        .context("the facts cannot be read or the verdicts not be written")
        .map_err(Failure::of)?;
    if faults > 0 {
        eprintln!("candour: {faults} of the facts could not be read");
    }
    if alerts > 0 {
        eprintln!("candour: the gate itself failed {alerts} times and left nothing open but refusal");
    }
    Ok(if faults + alerts == 0 { Outcome::Done } else { Outcome::DoesNotHold })
}

fn facts(file: Option<&Path>) -> Result<Box<dyn BufRead>, Failure> {
    match file {
        Some(path) if path != Path::new("-") => {
            let opened = File::open(path).with_context(|| format!("{} cannot be read", path.display()));
            Ok(Box::new(BufReader::new(opened.map_err(Failure::used_wrongly)?)))
        }
        Some(_) | None => Ok(Box::new(io::stdin().lock())),
    }
}

fn built(pack: Option<&Path>) -> Result<Gate, Failure> {
    match pack {
        Some(folder) => gate::from_folder(folder)
            .with_context(|| format!("the policy pack {} cannot be used", folder.display()))
            .map_err(Failure::used_wrongly),
        None => gate::embedded().context("the built-in policy pack cannot be used").map_err(Failure::of),
    }
}
