//! `candour policy compare`.

use crate::cli::outcome::{Answer, Failure, Outcome, print, print_json};
use ::gate::{
    Comparison,
    compare::{Change, changes},
};
use anyhow::{Context as _, anyhow};
use casework::facts::{Facts, read_json};
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
};

/// Show what opens and closes between two packs over the same facts, or find facts on which they differ.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour policy compare policy/england-and-wales policy/as-reported --facts facts.jsonl"
)]
pub(super) struct Options {
    /// Folder of the first pack
    first: PathBuf,
    /// Folder of the second pack
    second: PathBuf,
    /// Facts as JSON lines
    #[arg(long, value_name = "FILE", required_unless_present = "find")]
    facts: Option<PathBuf>,
    /// Let the solver find, for each basis, facts on which one pack opens it and the other does not
    #[arg(long)]
    find: bool,
    /// Answer in JSON lines
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    let (first, second) = (super::pack(&options.first)?, super::pack(&options.second)?);
    if let Some(file) = &options.facts {
        over_facts(file, &first, &second, options.json)?;
    }
    if options.find { found(&first, &second, options.json) } else { Ok(Outcome::Done) }
}

fn over_facts(file: &Path, first: &Comparison, second: &Comparison, json: bool) -> Result<(), Failure> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()));
    for (place, line) in BufReader::new(opened.map_err(Failure::used_wrongly)?).lines().enumerate() {
        let line = line
            .with_context(|| format!("{} cannot be read", file.display()))
            .map_err(Failure::used_wrongly)?;
        if line.trim().is_empty() {
            continue;
        }
        let wrong =
            |what: String| Failure::used_wrongly(anyhow!("{} line {}: {what}", file.display(), place + 1));
        let value = read_json(&line).map_err(|fault| wrong(fault.to_string()))?;
        let facts = Facts::from_value(&value).map_err(|fault| wrong(fault.to_string()))?;
        let changes = changes(&first.would_find(&facts), &second.would_find(&facts));
        show(place + 1, &changes, json)?;
    }
    Ok(())
}

fn show(line: usize, changes: &[Change], json: bool) -> Result<(), Failure> {
    if json {
        let changes: Vec<Value> = changes.iter().map(Change::to_value).collect();
        return print_json(&json!({"line": line, "changes": changes}));
    }
    let mut text = format!("line {line}{}\n", if changes.is_empty() { ": the same" } else { "" });
    for change in changes {
        text.push_str(&format!("  {change}\n"));
    }
    print(&text)
}

#[cfg(not(feature = "prove"))]
fn found(_: &Comparison, _: &Comparison, _: bool) -> Answer {
    Err(super::without_prover())
}

#[cfg(feature = "prove")]
fn found(first: &Comparison, second: &Comparison, json: bool) -> Answer {
    use ::prove::compare::{Difference, differences};
    let mut solver = super::solver()?;
    eprintln!("cvc5 {} looks for facts on which the packs differ", solver.version());
    let mut unknown = false;
    for (basis, difference) in differences(first, second, &mut solver).map_err(Failure::of)? {
        let (says, more) = match &difference {
            Difference::Same => ("same", None),
            Difference::Facts(counter) if counter.reproduced => ("differs", Some(counter.facts.to_value())),
            Difference::Facts(counter) => ("differs-by-items-alone", Some(counter.facts.to_value())),
            Difference::Unknown(why) => {
                unknown = true;
                ("unknown", Some(json!(why)))
            }
        };
        if json {
            print_json(&json!({"basis": basis.as_str(), "found": says, "facts": more}))?;
        } else {
            print(&format!("{basis}: {says}\n{}", more.map(|more| format!("{more}\n")).unwrap_or_default()))?;
        }
    }
    Ok(if unknown { Outcome::DoesNotHold } else { Outcome::Done })
}
