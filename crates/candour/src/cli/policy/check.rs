//! `candour policy check`.

use crate::cli::outcome::{Answer, Failure, Outcome, print};
use prove::check::{CASES, Remark, cases, dead_and_vacuous};
use std::path::PathBuf;

/// Check a pack: that it holds together, its own cases, rules that can never matter and bases that can never open.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour policy check policy/england-and-wales")]
pub(super) struct Options {
    /// Folder of the policy pack
    pack: PathBuf,
}

pub(super) fn run(options: &Options) -> Answer {
    // Reading it checks that every table is complete, every code known and every policy well typed.
    let comparison = super::pack(&options.pack)?;
    let mut remarks = match super::beside(&options.pack, CASES)? {
        Some(text) => cases(&text, &comparison).map_err(Failure::used_wrongly)?,
        None => vec![Remark { fault: false, what: format!("the pack has no cases of its own ({CASES})") }],
    };
    let mut solver = super::solver()?;
    eprintln!("cvc5 {} looks for rules that can never matter", solver.version());
    remarks.extend(dead_and_vacuous(comparison.pack(), &mut solver).map_err(Failure::of)?);
    for remark in &remarks {
        print(&format!("{}: {}\n", if remark.fault { "fault" } else { "note" }, remark.what))?;
    }
    let faults = remarks.iter().filter(|remark| remark.fault).count();
    print(&format!("{} {}: {faults} faults\n", comparison.pack().name(), comparison.pack().digest()))?;
    Ok(if faults == 0 { Outcome::Done } else { Outcome::DoesNotHold })
}
