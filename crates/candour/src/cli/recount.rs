//! `candour recount`: the totals of a half-year, from entries alone.

use super::input;
use super::outcome::{Answer, Failure, Outcome, print, print_fault, print_json};
use anyhow::{Context, anyhow};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tlog::entry::Period;
use verify::recount::{Difference, Report};

/// The longest file of published totals: 42 classes of some 40 bytes, and generous room for what stands around them.
const PUBLISHED_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Recount the totals of a half-year from a ledger's entries, and hold published ones against them.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour recount demo/data/ledger --policy demo/ledger.policy --period 2026-H1\n  \
                  candour recount https://candour.example/ledger --policy quorum.policy --period 2026-H1 --against totals.json"
)]
pub(super) struct Options {
    /// The folder in which `checkpoint` and `tile` lie, or the address below which they are served
    source: String,
    /// The quorum policy (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// The half-year, such as 2026-H1
    #[arg(long, value_name = "PERIOD")]
    period: String,
    /// Published totals: JSON with `totals`, an object of counts by class
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Deserialize)]
struct Published {
    period: Option<String>,
    totals: BTreeMap<String, u64>,
}

pub(super) fn period(text: &str) -> Result<Period, Failure> {
    Period::parse(text)
        .ok_or_else(|| Failure::used_wrongly(anyhow!("`{text}` is not a half-year, such as 2026-H1")))
}

pub(super) fn run(options: &Options) -> Answer {
    let period = period(&options.period)?;
    let published = options.against.as_deref().map(|path| published(path, period)).transpose()?;
    let policy = input::policy(&options.policy)?;
    let source = input::source(&options.source)?;
    let mut shown = 0;
    let found = verify::recount::recount(&*source, &policy, period, &mut |progress| {
        super::ledger::show(progress, &mut shown);
    });
    let report = match found {
        Ok(report) => report,
        Err(error) => return print_fault("the recount", &verify::explain(&error), options.json),
    };
    let differences = published.as_ref().map(|published| report.against(published));
    if options.json {
        print_json(&as_json(&report, differences.as_deref()))?;
    } else {
        print(&as_text(&report, differences.as_deref()).map_err(Failure::of)?)?;
    }
    let agrees = differences.is_none_or(|differences| differences.is_empty());
    Ok(if agrees { Outcome::Done } else { Outcome::DoesNotHold })
}

fn published(path: &Path, period: Period) -> Result<BTreeMap<String, u64>, Failure> {
    let shown = path.display();
    let bytes = input::file(path, PUBLISHED_BYTES_MAX)?;
    let read: Published = serde_json::from_slice(&bytes)
        .with_context(|| format!("{shown} does not hold published totals"))
        .map_err(Failure::used_wrongly)?;
    match read.period {
        Some(other) if other != period.to_string() => {
            Err(Failure::used_wrongly(anyhow!("{shown} holds the totals of {other}, not of {period}")))
        }
        _ => Ok(read.totals),
    }
}

fn as_text(report: &Report, differences: Option<&[Difference]>) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let Report { period, commitments, totals, tallies: (first, last), .. } = report;
    writeln!(text, "{period}: {commitments} commitments and as many tallies, entries {first} to {last}")?;
    for (class, count) in totals {
        writeln!(text, "{count:>8} {class}")?;
    }
    match differences {
        None => {}
        Some([]) => writeln!(text, "the published totals agree")?,
        Some(differences) => {
            for Difference { class, published, counted } in differences {
                writeln!(text, "published {published} of {class}, counted {counted}")?;
            }
            writeln!(text, "the published totals do not agree")?;
        }
    }
    Ok(text)
}

fn as_json(report: &Report, differences: Option<&[Difference]>) -> Value {
    let totals: Map<String, Value> =
        report.totals.iter().map(|(class, count)| (class.to_string(), json!(count))).collect();
    let differences: Option<Vec<Value>> = differences.map(|list| {
        list.iter()
            .map(|Difference { class, published, counted }| json!({"class": class, "published": published, "counted": counted}))
            .collect()
    });
    json!({
        "holds": differences.as_ref().is_none_or(Vec::is_empty),
        "period": report.period.to_string(),
        "commitments": report.commitments,
        "tallies": {"first": report.tallies.0, "last": report.tallies.1},
        "totals": totals,
        "differences": differences,
    })
}
