//! `candour backup`.

use super::outcome::{Answer, Outcome, print, print_json};
use std::path::PathBuf;

/// Copy databases and ledger of a service, which may be running, to a folder.
///
/// The keys that open its keystore are not in it: keep them elsewhere. Destroy its folder `keystore` by the day that is
/// printed, for until then what is erased could be made readable again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour backup /backup/2026-11-27 --config /etc/candour/candour.toml")]
pub(super) struct Options {
    /// The folder, which is empty or not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// Print the figures as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let done = super::block_on(crate::backup::make(&options.config, &options.folder))?;
    let (until, files, bytes) = (&done.manifest.keystore_until, done.ledger_files, done.bytes);
    if options.json {
        print_json(&serde_json::json!({
            "made": done.manifest.made,
            "keystore_until": until,
            "ledger_files": files,
            "bytes": bytes,
        }))?;
    } else {
        print(&format!(
            "{} holds the databases and {files} files of the ledger, {bytes} bytes in all\n\
             destroy {} by {until}\n",
            options.folder.display(),
            options.folder.join("keystore").display(),
        ))?;
    }
    Ok(Outcome::Done)
}
