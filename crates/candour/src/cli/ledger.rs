//! `candour ledger`.

use super::input;
use super::outcome::{Answer, Failure, Outcome, print, print_fault, print_json};
use casework::time::Moment;
use clap::Subcommand;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use tlog::note::MAX_NOTE_BYTES;
use tlog::policy::Cosignature;
use verify::ledger::{Progress, Report};

/// Check a ledger as anybody can who has its files.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour ledger verify https://candour.example/ledger --policy quorum.policy"
)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Verify(Verify),
    Promises(super::promises::Options),
}

/// Check every entry, every tile and the checkpoint of a ledger against a quorum policy.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour ledger verify demo/data/ledger --policy demo/ledger.policy\n  \
                  candour ledger verify https://candour.example/ledger --policy quorum.policy --since last-week")]
struct Verify {
    /// The folder in which `checkpoint` and `tile` lie, or the address below which they are served
    source: String,
    /// The quorum policy (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// An earlier checkpoint, which the ledger has to continue
    #[arg(long, value_name = "CHECKPOINT")]
    since: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    match &options.command {
        Command::Verify(verify) => verify.run(),
        Command::Promises(promises) => super::promises::run(promises),
    }
}

impl Verify {
    fn run(&self) -> Answer {
        let policy = input::policy(&self.policy)?;
        let since = self.since.as_ref().map(|path| input::file(path, MAX_NOTE_BYTES)).transpose()?;
        let source = input::source(&self.source)?;
        let mut shown = 0;
        let found = verify::ledger::verify(&*source, &policy, since.as_deref(), &mut |progress| {
            show(progress, &mut shown);
        });
        match found {
            Ok(report) if self.json => print_json(&as_json(&report))?,
            Ok(report) => print(&as_text(&report).map_err(Failure::of)?)?,
            Err(error) => return print_fault("the ledger", &verify::explain(&error), self.json),
        }
        Ok(Outcome::Done)
    }
}

/// A line for every twentieth of the way, and none for what is done at once.
pub(super) fn show(progress: Progress, shown: &mut u64) {
    const SHORT: u64 = 10_000;
    let Progress { done, size } = progress;
    let part = (done / (size / 20).max(1)).min(20);
    if size > SHORT && part > *shown {
        *shown = part;
        eprintln!("{done} of {size} entries checked");
    }
}

fn as_text(report: &Report) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    writeln!(text, "ledger {}: {} entries, root {}", report.origin, report.size, report.root)?;
    for cosignature in &report.cosignatures {
        let Cosignature { witness, key, time } = cosignature;
        writeln!(text, "cosigned by {witness} ({key}) at {}", moment(*time))?;
    }
    for (form, count) in &report.forms {
        writeln!(text, "{count} entries of the form {form}")?;
    }
    if let Some(size) = report.continues {
        writeln!(text, "it continues the earlier checkpoint of {size} entries")?;
    }
    let Report { bundles, tiles, .. } = report;
    writeln!(text, "{bundles} bundles and {tiles} tiles were checked: the ledger holds")?;
    Ok(text)
}

fn as_json(report: &Report) -> Value {
    let forms: Map<String, Value> =
        report.forms.iter().map(|(form, count)| (form.to_string(), json!(count))).collect();
    json!({
        "holds": true,
        "origin": report.origin,
        "size": report.size,
        "root": report.root.to_string(),
        "cosignatures": cosignatures_as_json(&report.cosignatures),
        "forms": forms,
        "bundles": report.bundles,
        "tiles": report.tiles,
        "continues": report.continues,
    })
}

/// When a witness says that it signed.
pub(super) fn moment(time: u64) -> String {
    Moment(i64::try_from(time).unwrap_or(i64::MAX)).rfc3339()
}

pub(super) fn cosignatures_as_json(cosignatures: &[Cosignature]) -> Value {
    let one = |Cosignature { witness, key, time }: &Cosignature| json!({"witness": witness, "key": key.as_str(), "time": moment(*time)});
    cosignatures.iter().map(one).collect()
}
