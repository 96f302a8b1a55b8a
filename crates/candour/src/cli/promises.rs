//! `candour ledger promises`: which promises are open, kept and broken.

use super::input;
use super::outcome::{Answer, Failure, Outcome, print, print_fault, print_json};
use anyhow::anyhow;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use tlog::entry::Week;
use verify::promises::{Report, Standing};

/// Count open, kept and broken promises from the weekly batches of a ledger.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour ledger promises demo/data/ledger --policy demo/ledger.policy\n  \
                  candour ledger promises https://candour.example/ledger --policy quorum.policy --on 2026-W47"
)]
pub(super) struct Options {
    /// The folder in which `checkpoint` and `tile` lie, or the address below which they are served
    source: String,
    /// The quorum policy (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// Count on this ISO week, from batches up to it; without it, on the week after the last batch
    #[arg(long, value_name = "WEEK")]
    on: Option<String>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    let on = match &options.on {
        None => None,
        Some(text) => Some(Week::parse(text).ok_or_else(|| {
            Failure::used_wrongly(anyhow!("`{text}` is not an ISO week, such as 2026-W47"))
        })?),
    };
    let policy = input::policy(&options.policy)?;
    let source = input::source(&options.source)?;
    let mut shown = 0;
    let found = verify::promises::promises(&*source, &policy, on, &mut |progress| {
        super::ledger::show(progress, &mut shown);
    });
    match found {
        Ok(report) if options.json => print_json(&as_json(&report))?,
        Ok(report) => print(&as_text(&report).map_err(Failure::of)?)?,
        Err(error) => return print_fault("the ledger", &verify::explain(&error), options.json),
    }
    Ok(Outcome::Done)
}

fn as_text(report: &Report) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    writeln!(text, "promises on {}, from {} weekly batches:", report.on, report.weeks.len())?;
    writeln!(text, "{:>8} opened", report.opened)?;
    writeln!(text, "{:>8} kept in time", report.kept)?;
    writeln!(text, "{:>8} kept late", report.kept_late)?;
    for (why, count) in &report.void {
        writeln!(text, "{count:>8} void ({why})")?;
    }
    writeln!(text, "{:>8} open", report.open.len())?;
    writeln!(text, "{:>8} broken", report.broken.len())?;
    for Standing { promise, until, opened } in &report.broken {
        writeln!(text, "broken: {promise}, opened in {opened}, owed by the end of {until}")?;
    }
    Ok(text)
}

fn as_json(report: &Report) -> Value {
    let standing = |list: &[Standing]| -> Value {
        let one = |Standing { promise, until, opened }: &Standing| json!({"promise": promise.to_string(), "until": until.to_string(), "week": opened.to_string()});
        list.iter().map(one).collect()
    };
    let void: serde_json::Map<String, Value> =
        report.void.iter().map(|(why, count)| (why.to_string(), json!(count))).collect();
    let weeks: Value = report
        .weeks
        .iter()
        .map(|week| {
            json!({
                "week": week.week.to_string(),
                "opened": week.opened,
                "kept": week.kept,
                "kept_late": week.kept_late,
                "moved": week.moved,
                "void": week.void,
                "open_after": week.open_after,
                "broken_after": week.broken_after,
            })
        })
        .collect();
    json!({
        "holds": true,
        "on": report.on.to_string(),
        "size": report.size,
        "opened": report.opened,
        "kept": report.kept,
        "kept_late": report.kept_late,
        "void": void,
        "open": report.open.len(),
        "broken": report.broken.len(),
        "open_promises": standing(&report.open),
        "broken_promises": standing(&report.broken),
        "weeks": weeks,
    })
}
