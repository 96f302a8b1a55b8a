//! `candour keys`: the key files of a service.

use super::outcome::{Answer, Failure, Outcome, print};
use crate::chance::SystemEntropy;
use crate::custody::acts;
use crate::secret_file;
use anyhow::Context;
use clap::Subcommand;
use std::fmt::Write as _;
use std::path::PathBuf;
use tlog::LogSigner;
use tlog::note::KeyName;
use vault::entropy::Entropy as _;
use vault::kek::Holder;
use vault::keyfile::FileProvider;
use zeroize::Zeroizing;

/// Make, renew and look at the keys of a service: files that nobody but their owner can read, and a hardware module.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys new --out vault.keys --unit london --force northern")]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(New),
    Renew(Renew),
    Ledger(Ledger),
    List(List),
    Hsm(super::custody::Options),
}

/// Make a key file for a service, its units and its forces.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  candour keys new --out vault.keys --unit london --unit leeds --force northern"
)]
struct New {
    /// The file to be made
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    holders: Holders,
}

/// Add a key of the next epoch for units and forces, new ones included.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys renew --config candour.toml --unit london\n  \
    candour keys renew --file vault.keys --unit london")]
struct Renew {
    /// The configuration of a service that is stopped; said in its ledger
    #[arg(long, value_name = "FILE", required_unless_present = "file", conflicts_with = "file")]
    config: Option<PathBuf>,
    /// A plain key file by itself; what its service says in the ledger it says when it starts
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The service's own key too
    #[arg(long)]
    service: bool,
    #[command(flatten)]
    holders: Holders,
}

/// Say which keys a service has, where they are kept and what a hardware module says of its own.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys list --config candour.toml --verify")]
struct List {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "candour.toml")]
    config: PathBuf,
    /// Open every case key of the record with them
    #[arg(long)]
    verify: bool,
}

/// Make the signing key of a ledger; prints the public half.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  candour keys ledger --origin ledger.example/candour --out ledger.key")]
struct Ledger {
    /// The ledger's origin, which is the key's name
    #[arg(long)]
    origin: String,
    /// The file to be made
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct Holders {
    /// A unit; may be given several times
    #[arg(long = "unit", value_name = "NAME")]
    units: Vec<String>,
    /// A force; may be given several times
    #[arg(long = "force", value_name = "NAME")]
    forces: Vec<String>,
}

impl Holders {
    pub(super) fn read(&self, service: bool) -> Result<Vec<Holder>, Failure> {
        let wrong = |name: &String| format!("`{name}` cannot be the name of a unit or force");
        let mut holders: Vec<Holder> = service.then(Holder::service).into_iter().collect();
        for name in &self.units {
            holders.push(Holder::unit(name).with_context(|| wrong(name)).map_err(Failure::used_wrongly)?);
        }
        for name in &self.forces {
            holders.push(Holder::force(name).with_context(|| wrong(name)).map_err(Failure::used_wrongly)?);
        }
        Ok(holders)
    }
}

pub(super) fn run(options: &Options) -> Answer {
    match &options.command {
        Command::New(new) => {
            let holders = new.holders.read(true)?;
            FileProvider::create(&new.out, holders, &SystemEntropy).map_err(Failure::of)?;
            print(&format!("{} was made\n", new.out.display()))?;
        }
        Command::Renew(renew) => {
            let holders = renew.holders.read(renew.service)?;
            if let Some(file) = &renew.file {
                FileProvider::add_epoch(file, holders.clone(), &SystemEntropy).map_err(Failure::of)?;
                print(&format!("{} was renewed\n", file.display()))?;
            }
            if let Some(config) = &renew.config {
                super::log_to_stderr(tracing::Level::WARN);
                print(&super::block_on(acts::renew(config, holders))?)?;
            }
        }
        Command::List(options) => return list(options),
        Command::Hsm(options) => return super::custody::run(options),
        Command::Ledger(ledger) => {
            let name = KeyName::new(&ledger.origin)
                .with_context(|| format!("`{}` cannot be an origin", ledger.origin))
                .map_err(Failure::used_wrongly)?;
            let mut seed = Zeroizing::new([0_u8; 32]);
            SystemEntropy.fill(seed.as_mut_slice());
            // All the room at once, so that growing leaves no copy behind.
            let mut text = Zeroizing::new(String::with_capacity(2 * seed.len() + 1));
            for byte in seed.iter() {
                write!(text, "{byte:02x}").map_err(Failure::of)?;
            }
            text.push('\n');
            let signer = LogSigner::from_seed(name, &seed);
            secret_file::write_new(&ledger.out, text.as_bytes()).map_err(Failure::of)?;
            print(&format!("{}\n", signer.verifier_key()))?;
        }
    }
    Ok(Outcome::Done)
}

fn list(list: &List) -> Answer {
    super::log_to_stderr(tracing::Level::WARN);
    print(&acts::list(&list.config).map_err(Failure::of)?)?;
    if list.verify {
        let opened = super::block_on(acts::verify(&list.config))?;
        print(&format!("{opened} case keys open\n"))?;
    }
    Ok(Outcome::Done)
}
