//! `candour receipt`.

use super::input;
use super::ledger::cosignatures_as_json;
use super::outcome::{Answer, Outcome, print, print_fault, print_json};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::Subcommand;
use serde_json::{Value, json};
use std::path::PathBuf;
use tlog::proof::MAX_TLOG_PROOF_BYTES;
use verify::receipt::{ReceiptReport, TallyReport};

/// Check a receipt, without any network.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour receipt verify referral.tlog-proof --policy quorum.policy")]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Verify(Verify),
}

/// Say what a receipt proves and what it does not.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour receipt verify referral.tlog-proof --policy quorum.policy")]
struct Verify {
    /// The receipt (c2sp.org/tlog-proof)
    file: PathBuf,
    /// The quorum policy (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    let Command::Verify(Verify { file, policy, json }) = &options.command;
    let policy = input::policy(policy)?;
    let receipt = input::file(file, MAX_TLOG_PROOF_BYTES)?;
    match verify::receipt::verify(&receipt, &policy) {
        Ok(report) if *json => print_json(&as_json(&report))?,
        Ok(report) => print(&as_text(&report))?,
        Err(error) => return print_fault("the receipt", &verify::explain(&error), *json),
    }
    Ok(Outcome::Done)
}

fn as_text(report: &ReceiptReport) -> String {
    let list = |sentences: &[String]| -> String {
        sentences.iter().map(|sentence| format!("- {sentence}\n")).collect()
    };
    let mut text = format!("This receipt holds.\n\nWhat it proves:\n{}", list(&report.proved));
    text.push_str(&format!("\nWhat it does not prove:\n{}", list(&report.not_proved)));
    if let Some(event) = &report.event {
        text.push_str(&format!("\nThe event, word for word:\n{event}\n"));
    }
    text
}

fn as_json(report: &ReceiptReport) -> Value {
    let tally = match &report.tally {
        TallyReport::Absent => json!({"state": "absent"}),
        TallyReport::Claimed { index } => json!({"state": "claimed", "index": index}),
        TallyReport::Proved { index, class, period } => {
            json!({"state": "proved", "index": index, "class": class.to_string(), "period": period.to_string()})
        }
    };
    json!({
        "holds": true,
        "origin": report.origin,
        "index": report.index,
        "size": report.size,
        "root": report.root.to_string(),
        "cosignatures": cosignatures_as_json(&report.cosignatures),
        "commitment": URL_SAFE_NO_PAD.encode(report.commitment),
        "event": report.event,
        "tally": tally,
        "proved": report.proved,
        "not_proved": report.not_proved,
    })
}
