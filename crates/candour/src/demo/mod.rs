//! `candour demo`: a complete demonstration, on embedded storage or in an empty database of PostgreSQL.
//!
//! Three invented trusts and forces, accounts for every role, cases in every state, two witnesses as processes of
//! their own. History is made through the same commands that people use, on a set clock, before sequencing starts;
//! checkpoints carry real time. A folder that holds a demonstration already is served again as it stands.

mod accounts;
mod clock;
mod day;
mod further;
mod history;
mod packs;
mod people;
mod ready;
mod rung;
mod witnesses;

use crate::{chance::SystemEntropy, config::Config, record::Record, serve};
use anyhow::{Context as _, bail};
use clock::DemoClock;
use std::{
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::Server;
use tokio::{net::TcpListener, sync::watch};
use vault::entropy::Entropy as _;

/// The origin of the demonstration's ledger.
pub const ORIGIN: &str = "candour.example/demo";

/// What `candour demo` is told.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder.
    pub dir: PathBuf,
    /// The port on loopback; 0 for any free one.
    pub port: u16,
    /// How many referrals; the thirty of the published cases, and more of the same with other people.
    pub cases: usize,
    /// Seed of names and choices.
    pub seed: u64,
    /// The folder of another policy pack than the built-in one, for the first start; later it may be offered.
    pub pack: Option<PathBuf>,
    /// An empty database of PostgreSQL for the record, for the first start; later it may be left out.
    pub database: Option<String>,
}

/// Makes or takes up a demonstration and serves it until it is told to stop.
///
/// # Errors
/// Where a part cannot be made or opened; the message names it.
pub async fn run(options: Options) -> anyhow::Result<()> {
    let dir = absolute(&options.dir)?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        crate::clock::told_to_stop().await;
        let _ = stop.send(true);
    });
    let is_new = !dir.join("candour.toml").exists();
    if is_new && dir.join("data").exists() {
        bail!("{} holds an unfinished demonstration; remove it and start again", dir.display());
    }
    if is_new {
        eprintln!("making a demonstration in {}", dir.display());
        // First of all: a database that is not empty leaves nothing behind in the folder.
        record(&dir, options.database.as_deref())?.create().await?;
        prepare(&dir)?;
    }
    let database = its_own(&dir, is_new, options.database.as_deref())?;
    let listener = TcpListener::bind(("127.0.0.1", options.port))
        .await
        .with_context(|| format!("port {} is taken; choose another with --port", options.port))?;
    let url = format!("http://{}", listener.local_addr()?);
    let witnesses = witnesses::start(&dir).await.context("the witnesses did not start")?;
    write_policy(&dir, &url, &witnesses)?;
    let config = Config::read(&write_config(&dir, &url, options.pack.as_deref(), database.as_deref())?)?;
    let clock = Arc::new(DemoClock::default());
    let service = serve::build(&config, clock.clone()).await?;
    let made = if is_new { Some(history::make(&service, &clock, &options).await?) } else { None };
    clock.follow_the_system();
    if let Some(made) = &made {
        accounts::save(&dir, made)?;
    }
    let made = accounts::read(&dir)?;
    let serving = serve::serve(&config, service.clone(), listener, stopped.clone());
    let readying = ready::make_ready(&dir, &url, &config, &service, made, &witnesses, is_new);
    tokio::pin!(serving);
    tokio::select! {
        done = &mut serving => return done,
        done = readying => done?,
    }
    let done = serving.await;
    drop(witnesses);
    eprintln!("stopped");
    done
}

fn absolute(dir: &Path) -> anyhow::Result<PathBuf> {
    std::fs::create_dir_all(dir).with_context(|| format!("{} cannot be made", dir.display()))?;
    Ok(dir.canonicalize()?)
}

/// Where the record of a new demonstration goes.
fn record(dir: &Path, database: Option<&str>) -> anyhow::Result<Record> {
    Ok(match database {
        Some(url) => Record::Server(Box::new(Server::parse(url, None).context("`--database` is at fault")?)),
        None => Record::Files(dir.join("data")),
    })
}

/// The database of this demonstration: what was named when it was made. Another one is refused, for it holds somebody
/// else's record, or none.
fn its_own(dir: &Path, is_new: bool, named: Option<&str>) -> anyhow::Result<Option<String>> {
    if is_new {
        return Ok(named.map(str::to_owned));
    }
    let made_with = Config::read(&dir.join("candour.toml"))?.service.database;
    if named.is_some() && named != made_with.as_deref() {
        bail!("{} holds a demonstration that was made with another database", dir.display());
    }
    Ok(made_with)
}

/// Keys and folders of a new demonstration.
fn prepare(dir: &Path) -> anyhow::Result<()> {
    let entropy = SystemEntropy;
    std::fs::create_dir_all(dir.join("data/ledger"))?;
    std::fs::create_dir_all(dir.join("outbox"))?;
    packs::shelve(&dir.join("packs"))?;
    vault::keyfile::FileProvider::create(&dir.join("vault.keys"), people::key_holders()?, &entropy)
        .context("the key file cannot be made")?;
    write_seed(&dir.join("log.key"))?;
    witnesses::prepare(dir)
}

/// Writes 32 drawn bytes as 64 hexadecimal digits into a file that only its owner can read.
fn write_seed(path: &Path) -> anyhow::Result<()> {
    let mut seed = [0_u8; 32];
    SystemEntropy.fill(&mut seed);
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{} cannot be made", path.display()))?;
    let text: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}

fn log_vkey(dir: &Path) -> anyhow::Result<String> {
    let seed = crate::config::secret_seed(&dir.join("log.key"))?;
    let name = tlog::note::KeyName::new(ORIGIN)?;
    Ok(tlog::LogSigner::from_seed(name, &seed).verifier_key().to_string())
}

/// The quorum policy: both witnesses. Their addresses change from run to run, their keys do not.
fn write_policy(dir: &Path, url: &str, witnesses: &witnesses::Witnesses) -> anyhow::Result<()> {
    let mut text = format!("log {} {url}/ledger/\n", log_vkey(dir)?);
    let mut names = String::new();
    for (place, witness) in witnesses.list().iter().enumerate() {
        let name = format!("w{}", place + 1);
        text.push_str(&format!("witness {name} {} {}\n", witness.vkey, witness.url));
        names.push(' ');
        names.push_str(&name);
    }
    text.push_str(&format!("group both all{names}\nquorum both\n"));
    std::fs::write(dir.join("ledger.policy"), text)?;
    Ok(())
}

fn write_config(
    dir: &Path,
    url: &str,
    pack: Option<&Path>,
    database: Option<&str>,
) -> anyhow::Result<PathBuf> {
    let listen = url.trim_start_matches("http://");
    let database =
        database.map(|database| format!("database = {}\n", toml::Value::from(database))).unwrap_or_default();
    let mut text = format!(
        "# Written by `candour demo`; everything in it is invented.\n\
         [service]\nlisten = \"{listen}\"\naddress = \"{url}\"\ndata = \"data\"\ndemonstration = true\n{database}\n\
         [ledger]\norigin = \"{ORIGIN}\"\npolicy = \"ledger.policy\"\nkey = \"log.key\"\n\n\
         [vault]\nkeys = \"vault.keys\"\n\n[post]\noutbox = \"outbox\"\n"
    );
    text.push_str("\n[policy]\nshelf = \"packs\"\n");
    if let Some(pack) = pack {
        let pack = toml::Value::from(absolute(pack)?.display().to_string());
        text.push_str(&format!("pack = {pack}\n"));
    }
    text.push_str("\n[telephones]\n");
    for (unit, number) in people::TELEPHONES {
        text.push_str(&format!("{unit} = \"{number}\"\n"));
    }
    let path = dir.join("candour.toml");
    std::fs::write(&path, text)?;
    Ok(path)
}
