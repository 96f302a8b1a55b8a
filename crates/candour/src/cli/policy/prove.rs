//! `candour policy prove`.

use crate::cli::outcome::{Answer, Failure, Outcome, print, print_json};
use prove::{Claim, Found, RESTATED, Report, Restated};
use std::{fmt::Write as _, path::PathBuf};

/// Prove what is claimed of a pack, for all facts, with a solver.
///
/// A claim that does not hold is answered by facts on which it fails, as `candour gate` reads them; whether the gate
/// reproduces it stands beside. "Unknown" and a time-out are failures. The exit status is then 1. The solver is cvc5.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour policy prove policy/england-and-wales")]
pub(super) struct Options {
    /// Folder of the policy pack
    pack: PathBuf,
    /// Only the claims whose names contain this
    #[arg(long, value_name = "TEXT", default_value = "")]
    claim: String,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    let comparison = super::pack(&options.pack)?;
    let text = super::beside(&options.pack, RESTATED)?;
    let restated = text
        .map(|text| Restated::parse(&text, comparison.pack()))
        .transpose()
        .map_err(Failure::used_wrongly)?;
    let mut solver = super::solver()?;
    let mut wanted = |claim: &str| {
        let wanted = claim.contains(&options.claim);
        if wanted {
            eprintln!("proving {claim}");
        }
        wanted
    };
    let report = prove::prove(&comparison, restated.as_ref(), &mut solver, &super::stopwatch(), &mut wanted);
    let report = report.map_err(Failure::of)?;
    if options.json {
        print_json(&report.to_value())?;
    } else {
        print(&table(&report))?;
    }
    if report.claims.is_empty() {
        return Err(Failure::used_wrongly(anyhow::anyhow!("no claim has `{}` in its name", options.claim)));
    }
    Ok(if report.holds() { Outcome::Done } else { Outcome::DoesNotHold })
}

fn table(report: &Report) -> String {
    let mut out = format!(
        "{} {}\ncvc5 {}\nassumed: {}\n\n",
        report.pack,
        report.digest,
        report.solver,
        prove::premise::IN_WORDS
    );
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{:<8} {:>9} {:>9}  claim", "found", "questions", "ms");
    for claim in &report.claims {
        row(&mut out, claim);
    }
    let broken = report.claims.iter().filter(|claim| !matches!(claim.found, Found::Proved)).count();
    let questions: usize = report.claims.iter().map(|claim| claim.questions).sum();
    let millis: u128 = report.claims.iter().map(|claim| claim.took.as_millis()).sum();
    let _ = writeln!(
        out,
        "\n{} claims, {} not proved; {questions} questions, {millis} ms",
        report.claims.len(),
        broken
    );
    out
}

fn row(out: &mut String, claim: &Claim) {
    let found = match &claim.found {
        Found::Proved => "proved",
        Found::Broken(_) => "BROKEN",
        Found::Unknown(_) => "UNKNOWN",
    };
    let (questions, millis) = (claim.questions, claim.took.as_millis());
    let _ = writeln!(out, "{found:<8} {questions:>9} {millis:>9}  {}: {}", claim.name, claim.says);
    match &claim.found {
        Found::Proved => {}
        Found::Unknown(why) => {
            let _ = writeln!(out, "         {why}");
        }
        Found::Broken(counter) => {
            let basis = counter.basis.map(|basis| format!(" on {basis}")).unwrap_or_default();
            let shown =
                if counter.reproduced { "the gate reproduces it" } else { "the gate does not reproduce it" };
            let _ = writeln!(out, "         counter-example{basis}; {shown}:\n{}", counter.facts.to_value());
        }
    }
}
