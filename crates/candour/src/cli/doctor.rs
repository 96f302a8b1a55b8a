//! `candour doctor`.

use super::outcome::{Answer, Outcome, print, print_json};
use std::path::PathBuf;

/// Look at every invariant between database, keystore, outbox and ledger, and say what does not hold and where.
///
/// For a service that is not running. It changes nothing. If it is stopped, the same command goes on where it was.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour doctor --config /etc/candour/candour.toml")]
pub(super) struct Options {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// Begin anew, even where an examination was stopped half-way
    #[arg(long)]
    anew: bool,
    /// Print what was found as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let found = super::block_on(crate::maintenance::doctor(&options.config, options.anew))?;
    if options.json {
        print_json(&serde_json::json!({
            "holds": found.findings.is_empty(),
            "events": found.events,
            "texts": found.texts,
            "entries": found.entries,
            "findings": found.findings,
            "notes": found.notes,
        }))?;
    } else {
        for finding in &found.findings {
            print(&format!("fault: {}: {}\n", finding.place, finding.what))?;
        }
        for note in &found.notes {
            print(&format!("note: {}: {}\n", note.place, note.what))?;
        }
        let service::doctor::Examination { events, texts, entries, findings, .. } = &found;
        print(&format!(
            "{events} events, {texts} texts and {entries} entries were looked at: {}\n",
            match findings.len() {
                0 => "everything holds".to_owned(),
                1 => "1 fault".to_owned(),
                many => format!("{many} faults"),
            }
        ))?;
    }
    Ok(if found.findings.is_empty() { Outcome::Done } else { Outcome::DoesNotHold })
}
