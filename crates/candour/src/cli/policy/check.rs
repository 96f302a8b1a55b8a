//! `candour policy check`.

use crate::cli::outcome::{Answer, Failure, Outcome, print};
use ::gate::{
    Pack, PackKind,
    cases::{CASES, unexpected},
};
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
    let pack = comparison.pack();
    let mut notes = Vec::new();
    let mut faults = match super::beside(&options.pack, CASES)? {
        Some(text) => unexpected(&text, &comparison).map_err(Failure::used_wrongly)?,
        None => {
            notes.push(format!("the pack has no cases of its own ({CASES})"));
            Vec::new()
        }
    };
    let idle = pack.idle_conditions().iter().map(|name| format!("nothing uses the condition {name}"));
    // What is only compared keeps the conditions of the law, word for word, and drops rules.
    match pack.manifest().kind {
        PackKind::Law => faults.extend(idle),
        PackKind::Comparison => notes.extend(idle),
    }
    never_matters(pack, &mut faults, &mut notes)?;
    for (kind, list) in [("fault", &faults), ("note", &notes)] {
        for what in list {
            print(&format!("{kind}: {what}\n"))?;
        }
    }
    let faults = faults.len();
    print(&format!("{} {}: {faults} faults\n", comparison.pack().name(), comparison.pack().digest()))?;
    Ok(if faults == 0 { Outcome::Done } else { Outcome::DoesNotHold })
}

#[cfg(feature = "prove")]
fn never_matters(pack: &Pack, faults: &mut Vec<String>, notes: &mut Vec<String>) -> Result<(), Failure> {
    let mut solver = super::solver()?;
    eprintln!("cvc5 {} looks for rules that can never matter", solver.version());
    for remark in ::prove::check::dead_and_vacuous(pack, &mut solver).map_err(Failure::of)? {
        if remark.fault { &mut *faults } else { &mut *notes }.push(remark.what);
    }
    Ok(())
}

#[cfg(not(feature = "prove"))]
#[expect(clippy::unnecessary_wraps, reason = "as with the prover")]
fn never_matters(_: &Pack, _: &mut Vec<String>, notes: &mut Vec<String>) -> Result<(), Failure> {
    notes.push(format!("rules that can never matter were not looked for: {}", super::WITHOUT_PROVER));
    Ok(())
}
