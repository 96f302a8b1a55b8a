//! `candour restore`.

use super::outcome::{Answer, Outcome, print, print_json};
use crate::backup::{Aside, Keystore, Wanted};
use std::{fmt::Write as _, path::PathBuf};

/// So many lost entries are named; the rest is counted.
const NAMED: usize = 20;

/// Put the databases of a backup back, where the configuration says. The service must not be running.
///
/// What was published is never rolled back: the ledger goes on from there, and entries whose events the backup does not
/// hold are named as lost. What was erased since the backup stays erased where the keystore in the data folder is whole.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour restore /backup/2026-11-27 --config /etc/candour/candour.toml")]
pub(super) struct Options {
    /// The folder of the backup
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// Which keystore to go on with
    #[arg(long, value_enum, default_value = "auto")]
    keystore: Keystore,
    /// Take the keystore of a backup that should have been destroyed
    #[arg(long)]
    late_keystore: bool,
    /// On PostgreSQL: take the place of a record that is there, which is kept in schemas beside it
    #[arg(long)]
    replace: bool,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let wanted =
        Wanted { keystore: options.keystore, late_keystore: options.late_keystore, replace: options.replace };
    let done = super::block_on(crate::backup::restore(&options.config, &options.folder, wanted))?;
    if options.json {
        print_json(&serde_json::json!({
            "backup": done.manifest.made,
            "ledger": done.restored,
            "lost": done.lost,
            "erased": done.erased,
            "keystore": if done.keystore_of_backup { "backup" } else { "kept" },
            "replaced": match &done.aside {
                None => serde_json::Value::Null,
                Some(Aside::Folder(folder)) => serde_json::json!(folder),
                Some(Aside::Schemas(names)) => serde_json::json!(names),
            },
        }))?;
        return Ok(Outcome::Done);
    }
    let service::ledger::Restored { before, after, lost } = done.restored;
    let mut text = format!(
        "restored from the backup of {}\n\
         the ledger had {before} entries then and goes on from {after}; {lost} of those between have lost their events; \
         what had not reached it yet cannot be counted\n",
        done.manifest.made
    );
    if !done.lost.is_empty() {
        let named: Vec<String> = done.lost.iter().take(NAMED).map(u64::to_string).collect();
        let more = done.lost.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more (--json names all)") } else { String::new() };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "lost: entries {}{more}", named.join(", "));
    }
    let keystore = if done.keystore_of_backup {
        "the keystore is the backup's: erase anew what was erased since"
    } else {
        "the keystore was kept: what was erased stays erased"
    };
    let _ = writeln!(text, "{keystore} ({} cases are erased)", done.erased);
    let _ = writeln!(text, "accounts are as they were then: look at who joined and left since");
    let aside = match &done.aside {
        None => None,
        Some(Aside::Folder(folder)) => Some(folder.display().to_string()),
        Some(Aside::Schemas(names)) => Some(format!("the schemas {}", names.join(" and "))),
    };
    if let Some(aside) = aside {
        let _ = writeln!(
            text,
            "the databases that were replaced lie in {aside}: destroy them once `candour doctor` finds no fault"
        );
    }
    print(&text)?;
    Ok(Outcome::Done)
}
