//! `candour keys hsm`: keys in a hardware module.

use super::keys::Holders;
use super::outcome::{Answer, Failure, Outcome, print};
use crate::custody::acts::{self, Keep};
use anyhow::anyhow;
use clap::Subcommand;
use std::path::PathBuf;

/// Keep keys in a hardware module, reached through PKCS#11. The configuration's `[hsm]` names it. Done by the key custodian,
/// with the service stopped; what changes the keys of a record is said in its public ledger.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys hsm make-wrapping --config candour.toml\n  \
    candour keys hsm move --config candour.toml\n  candour keys hsm retire --config candour.toml")]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    MakeWrapping(MakeWrapping),
    MakeLedger(MakeLedger),
    New(New),
    Move(Move),
    Back(Back),
    Retire(Retire),
}

#[derive(Debug, clap::Args)]
struct Configured {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
}

/// Make the key in the module under which the others are wrapped: AES-256, which never leaves it. Prints label and identifier.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys hsm make-wrapping --config candour.toml")]
struct MakeWrapping {
    #[command(flatten)]
    configured: Configured,
    /// Make one more, where there is one already
    #[arg(long)]
    another: bool,
}

/// Make the ledger's signing key in the module: Ed25519, whose private half never leaves it. Prints the public half.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys hsm make-ledger --config candour.toml")]
struct MakeLedger {
    #[command(flatten)]
    configured: Configured,
}

/// Make the key file of a new service, with keys that are wrapped from the beginning.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour keys hsm new --config candour.toml --unit london --force northern"
)]
struct New {
    #[command(flatten)]
    configured: Configured,
    /// The identifier of the key that wraps, where the module has several
    #[arg(long, value_name = "HEX")]
    id: Option<String>,
    #[command(flatten)]
    holders: Holders,
}

/// Wrap the keys of the key file under a key in the module, once every case key was opened with them. The old file stays
/// beside it until `retire`. If it is stopped, the same command again finishes it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys hsm move --config candour.toml")]
struct Move {
    #[command(flatten)]
    configured: Configured,
    /// The identifier of the key that wraps, where the module has several
    #[arg(long, value_name = "HEX")]
    id: Option<String>,
}

/// Put the keys back into a plain file, with the same care.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys hsm back --config candour.toml")]
struct Back {
    #[command(flatten)]
    configured: Configured,
}

/// Delete the old file that a move left, once the new one was shown to hold all its keys and to open every case key.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys hsm retire --config candour.toml")]
struct Retire {
    #[command(flatten)]
    configured: Configured,
}

fn identifier(text: Option<&str>) -> Result<Option<Vec<u8>>, Failure> {
    let Some(text) = text else { return Ok(None) };
    let wrong = || Failure::used_wrongly(anyhow!("`{text}` is no identifier in hexadecimal"));
    crate::hex::bytes(text).map(Some).ok_or_else(wrong)
}

fn relocate(configured: &Configured, keep: &Keep) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    let moved = super::block_on(acts::relocate(&configured.config, keep))?;
    match moved.opened {
        Some(opened) => {
            print(&moved.state)?;
            eprintln!(
                "{opened} case keys opened with the new key file; the old one is kept as {}. Start the service, see that it works, then \
                 `candour keys hsm retire`",
                moved.old.display()
            );
        }
        None => eprintln!("the keys are kept so already"),
    }
    Ok(Outcome::Done)
}

pub(super) fn run(options: &Options) -> Answer {
    match &options.command {
        Command::MakeWrapping(MakeWrapping { configured, another }) => {
            let made = acts::make_wrapping(&configured.config, *another).map_err(Failure::of)?;
            print(&format!("{made}\n"))?;
        }
        Command::MakeLedger(MakeLedger { configured }) => {
            print(&format!("{}\n", acts::make_ledger(&configured.config).map_err(Failure::of)?))?;
        }
        Command::New(New { configured, id, holders }) => {
            let id = identifier(id.as_deref())?;
            let holders = holders.read(true)?;
            let path = acts::new_file(&configured.config, id.as_deref(), holders).map_err(Failure::of)?;
            print(&format!("{} was made\n", path.display()))?;
        }
        Command::Move(Move { configured, id }) => {
            return relocate(configured, &Keep::Wrapped(identifier(id.as_deref())?));
        }
        Command::Back(Back { configured }) => return relocate(configured, &Keep::Plain),
        Command::Retire(Retire { configured }) => {
            super::log_to_stderr(tracing::Level::WARN);
            let opened = super::block_on(acts::retire(&configured.config))?;
            eprintln!("{opened} case keys open; the old key file was deleted");
        }
    }
    Ok(Outcome::Done)
}
