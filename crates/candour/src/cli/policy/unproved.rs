//! `candour policy prove` in a binary that was built without the prover.

use crate::cli::outcome::Answer;
use std::path::PathBuf;

/// Prove what is claimed of a pack, for all facts, with a solver. This binary was built without the prover.
#[derive(Debug, clap::Args)]
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

pub(super) fn run(_: &Options) -> Answer {
    Err(super::without_prover())
}
