//! `candour witness`.

use super::outcome::{Answer, Failure, Outcome, print};
use crate::witness::{KeyKind, WitnessError};
use anyhow::anyhow;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// Be a witness of ledgers: cosign what continues, refuse what does not (c2sp.org/tlog-witness).
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "Example:\n  candour witness --config witness.toml\n\n\
    The configuration, in which paths start from its own folder; the state folder must exist:\n  \
    listen = \"127.0.0.1:8081\"\n  key = \"witness.key\"\n  state = \"state\"\n\n  \
    [[logs]]\n  origin = \"candour.example/demo\"\n  vkey = \"candour.example/demo+…\"\n\n\
    A line ml_dsa_44_key = \"witness.pq.key\" beside `key`, or in its place, names a key for ML-DSA-44 cosignatures;\n\
    with both, every answer carries both, under one name. A quorum must count the two as one witness.\n\n\
    When it is ready it prints {\"url\": …, \"vkey\": …, \"vkeys\": […]}. Never give a key another state folder, and never an\n\
    older copy of its own: it could then sign two histories.")]
pub(super) struct Options {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "witness.toml")]
    config: PathBuf,
    /// Stop when standard input ends
    #[arg(long)]
    stop_with_stdin: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Keygen(Keygen),
}

/// Make a witness's signing key; prints the public half, the vkey.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour witness keygen --name witness.example/w1 --out witness.key\n  \
    candour witness keygen --kind ml-dsa-44 --name witness.example/w1 --out witness.pq.key")]
struct Keygen {
    /// How the key signs
    #[arg(long, value_enum, default_value_t = Kind::Ed25519)]
    kind: Kind,
    /// The key's name: a schema-less URL that is yours
    #[arg(long)]
    name: String,
    /// The file to be made
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Ed25519 cosignatures (0x04)
    #[value(name = "ed25519")]
    Ed25519,
    /// ML-DSA-44 cosignatures (0x06), which are meant to outlast quantum computers
    #[value(name = "ml-dsa-44")]
    MlDsa44,
}

impl From<Kind> for KeyKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Ed25519 => Self::Ed25519,
            Kind::MlDsa44 => Self::MlDsa44,
        }
    }
}

pub(super) fn run(options: &Options) -> Answer {
    super::log_to_stderr(tracing::Level::INFO);
    match &options.command {
        Some(Command::Keygen(Keygen { kind, name, out })) => {
            let vkey = crate::witness::keygen((*kind).into(), name, out).map_err(Failure::used_wrongly)?;
            print(&format!("{vkey}\n"))?;
        }
        None if !options.config.is_file() => {
            let path = options.config.display();
            return Err(Failure::used_wrongly(anyhow!("the configuration {path} is not there")));
        }
        None => crate::witness::run(&options.config, options.stop_with_stdin).map_err(failure)?,
    }
    Ok(Outcome::Done)
}

fn failure(error: WitnessError) -> Failure {
    match error {
        WitnessError::Config(_) | WitnessError::Key(_) => Failure::used_wrongly(error),
        WitnessError::State(_) | WitnessError::Io { .. } => Failure::of(error),
    }
}
