//! `candour backup` and `candour restore`.
//!
//! A backup is a folder: `candour.db`; `keystore/keystore.db`, in a folder of its own because it is to be destroyed
//! sooner; `ledger/`, the published files; and `backup.json`, which is written last, so that a backup that was cut off
//! is none. The databases are files of SQLite wherever the record lies, so that a backup can be put back on either.
//!
//! A restore puts the databases back and never touches what was published: the log goes on from there.

use crate::{
    chance::SystemEntropy, clock::SystemClock, config::Config, data_lock::DataLock, record::Record, serve,
};
use anyhow::{Context as _, bail, ensure};
use casework::time::{Day, Moment};
use serde::{Deserialize, Serialize};
use service::{ledger::Restored, ports::Clock as _};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read as _, Write as _},
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{Database, Restoring, Server};
use vault::entropy::Entropy as _;

const MANIFEST: &str = "backup.json";
const MAIN: &str = "candour.db";
const KEYSTORE_FOLDER: &str = "keystore";
const KEYSTORE: &str = "keystore/keystore.db";
const LEDGER: &str = "ledger";
const CHECKPOINT: &str = "checkpoint";
/// An erasure is complete once the last backup of the keystore from before it is destroyed: after so many days.
pub const KEYSTORE_DAYS: i64 = 7;
const VERSION: u32 = 1;
/// The file of the data folder that says when the last backup was made, in seconds since 1970.
const LAST_MADE: &str = "last-backup";
/// How often progress is told: each so many rows.
const TOLD_EVERY: u64 = 10_000;
/// What a backup says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    v: u32,
    /// When it was made: RFC 3339.
    pub made: String,
    /// The day by which `keystore/` is to be destroyed.
    pub keystore_until: String,
    /// The ledger's origin.
    pub origin: String,
    /// SHA-256 of each database, in lower-case hexadecimal.
    files: BTreeMap<String, String>,
}

/// What a backup holds.
#[derive(Debug)]
pub struct BackedUp {
    /// What it says of itself.
    pub manifest: Manifest,
    /// How many files of the ledger were copied.
    pub ledger_files: u64,
    /// Bytes in all.
    pub bytes: u64,
}

/// Makes a backup of a service, which may be running, in a folder that is empty or not there.
///
/// # Errors
/// Where a part cannot be read or written. What there is without `backup.json` is no backup and can be deleted.
pub async fn make(config: &Path, to: &Path) -> anyhow::Result<BackedUp> {
    let config = Config::read(config)?;
    let record = Record::of(&config)?;
    if let Record::Files(data) = &record {
        not_moved(data).await?;
    }
    new_folder(to)?;
    let now = SystemClock.now();
    let keystore = to.join(KEYSTORE_FOLDER);
    eprintln!("copying {MAIN} and the keystore");
    let cannot = || format!("{record} cannot be copied");
    match &record {
        Record::Files(data) => store::back_up(data, to, &keystore).await.with_context(cannot)?,
        Record::Server(server) => {
            let copied = store::back_up_server(server, to, &keystore, told("copied")).await;
            eprintln!("\r{} rows", copied.with_context(cannot)?.rows);
        }
    }
    let mut files = BTreeMap::new();
    let mut bytes = 0;
    for file in [MAIN, KEYSTORE] {
        let path = to.join(file);
        bytes += fs::metadata(&path).with_context(|| unreadable(&path))?.len();
        files.insert(file.to_owned(), digest(&path)?);
    }
    let published = config.service.data.join(LEDGER);
    let mut copied = Copied::default();
    if published.is_dir() {
        // The checkpoint first and last: what it stands on was there before it, and is then in the copy.
        let checkpoint = read_if_there(&published.join(CHECKPOINT))?;
        copy_folder(&published, &to.join(LEDGER), &mut copied)?;
        eprintln!("\r{} files of the ledger", copied.files);
        if let Some(checkpoint) = checkpoint {
            write_whole(&to.join(LEDGER).join(CHECKPOINT), &checkpoint)?;
        }
    }
    let manifest = Manifest {
        v: VERSION,
        made: now.rfc3339(),
        keystore_until: now.day().plus_days(KEYSTORE_DAYS).to_string(),
        origin: config.ledger.origin.clone(),
        files,
    };
    let text = serde_json::to_vec_pretty(&manifest).context("the manifest cannot be written")?;
    write_whole(&to.join(MANIFEST), &text)?;
    // The backup is whole without it: whoever makes backups may have no right to write there.
    if let Err(error) = fs::write(config.service.data.join(LAST_MADE), now.0.to_string()) {
        tracing::warn!(%error, "the service cannot be told that a backup was made");
    }
    Ok(BackedUp { manifest, ledger_files: copied.files, bytes: bytes + copied.bytes })
}

/// When the last backup of a service was made, as far as its data folder says.
#[must_use]
pub fn last_made(data: &Path) -> Option<Moment> {
    let said = fs::read_to_string(data.join(LAST_MADE)).ok()?;
    said.trim().parse().ok().map(Moment)
}

/// Which keystore a restore goes on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Keystore {
    /// The one in the data folder, where it is whole: what was erased since the backup stays erased. Otherwise the
    /// backup's.
    Auto,
    /// The backup's, whatever lies in the data folder.
    Backup,
}

/// What a restore is told.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Which keystore.
    pub keystore: Keystore,
    /// Take a keystore from a backup that should have been destroyed.
    pub late_keystore: bool,
    /// Take the place of a record that is there, on a server. Files always do.
    pub replace: bool,
}

/// Where what was replaced lies now.
#[derive(Debug)]
pub enum Aside {
    /// In a folder.
    Folder(PathBuf),
    /// In other schemas of the same database.
    Schemas(Vec<String>),
}

/// What a restore did.
#[derive(Debug)]
pub struct Done {
    /// The backup.
    pub manifest: Manifest,
    /// The ledger.
    pub restored: Restored,
    /// The entries that lost their events.
    pub lost: Vec<u64>,
    /// How many cases are erased.
    pub erased: u64,
    /// Whether the keystore is the backup's.
    pub keystore_of_backup: bool,
    /// Where the databases lie that were replaced, if there were any.
    pub aside: Option<Aside>,
}

/// Restores a record from a backup. The service must not be running.
///
/// # Errors
/// Where the backup is not whole, or not of this log, or does not belong to what was published. Everything is then as it
/// was before.
pub async fn restore(config_path: &Path, from: &Path, wanted: Wanted) -> anyhow::Result<Done> {
    let config = Config::read(config_path)?;
    let record = Record::of(&config)?;
    let manifest = manifest(from, &config)?;
    let data = &config.service.data;
    private_folder(data)?;
    let _lock = DataLock::take(data)?;
    let has_keystore = match &record {
        Record::Files(data) => {
            not_moved(data).await?;
            store::keystore_is_whole(data).await
        }
        Record::Server(server) => {
            let has = Restoring::has_keystore(server).await;
            has.with_context(|| format!("{server} cannot be restored to"))?
        }
    };
    let keystore_of_backup = wanted.keystore == Keystore::Backup || !has_keystore;
    if keystore_of_backup {
        ensure!(
            from.join(KEYSTORE).exists(),
            "this backup has no keystore any more, and there is no other one"
        );
        let until =
            Day::parse(&manifest.keystore_until).context("`keystore_until` of the backup is no day")?;
        ensure!(
            wanted.late_keystore || SystemClock.now().day() <= until,
            "the keystore of this backup was to be destroyed by {until}: cases that were erased since would be readable \
             again. Use a later backup, or say --late-keystore and erase them anew"
        );
    }
    take_ledger(data, from)?;
    let keystore = keystore_of_backup.then(|| from.join(KEYSTORE_FOLDER));
    let (taken, aside) = match &record {
        Record::Files(data) => on_files(&config, data, from, keystore.as_deref()).await?,
        Record::Server(server) => on_server(&config, server, from, keystore.as_deref(), wanted).await?,
    };
    let (restored, lost, erased) = taken;
    Ok(Done { manifest, restored, lost, erased, keystore_of_backup, aside })
}

/// Takes the backup's published files where there are none.
fn take_ledger(data: &Path, from: &Path) -> anyhow::Result<()> {
    let ledger = data.join(LEDGER);
    if ledger.join(CHECKPOINT).exists() || !from.join(LEDGER).join(CHECKPOINT).exists() {
        return Ok(());
    }
    eprintln!("there is no published ledger in {}: taking the backup's", data.display());
    let mut copied = Copied::default();
    let checkpoint = fs::read(from.join(LEDGER).join(CHECKPOINT)).context("the backup's checkpoint")?;
    copy_folder(&from.join(LEDGER), &ledger, &mut copied)?;
    write_whole(&ledger.join(CHECKPOINT), &checkpoint)?;
    eprintln!("\r{} files of the ledger", copied.files);
    Ok(())
}

/// What was taken up: the ledger, the entries that lost their events, how many cases are erased.
type Taken = (Restored, Vec<u64>, u64);

async fn on_files(
    config: &Config,
    data: &Path,
    from: &Path,
    keystore: Option<&Path>,
) -> anyhow::Result<(Taken, Option<Aside>)> {
    let aside = data.join(format!("replaced-{}", SystemClock.now().0));
    let exchanged =
        store::exchange(data, from, keystore, &aside).context("the databases cannot be put in place")?;
    let opened = Record::of(config)?.open().await;
    let taken = match opened {
        Ok(store) => take_up(config, store).await,
        Err(error) => Err(error),
    };
    match taken {
        Ok(taken) => Ok((taken, Some(Aside::Folder(aside)))),
        Err(error) => {
            exchanged.undo().context("the databases that were there cannot be put back")?;
            Err(error.context("nothing was restored; everything is as it was"))
        }
    }
}

async fn on_server(
    config: &Config,
    server: &Server,
    from: &Path,
    keystore: Option<&Path>,
    wanted: Wanted,
) -> anyhow::Result<(Taken, Option<Aside>)> {
    let (origin, now) = (&config.ledger.origin, SystemClock.now().0);
    let token = {
        let mut drawn = [0; 16];
        SystemEntropy.fill(&mut drawn);
        crate::hex::write(&drawn)
    };
    let restoring = Restoring::begin(server, origin, token, keystore.is_none(), wanted.replace, now).await?;
    let scratch = config.service.data.join(format!(".restoring-{now}"));
    let taken = async {
        let filled = restoring.fill(from, keystore, &scratch, told("brought over")).await?;
        eprintln!("\r{} rows, each compared", filled.rows);
        let there = Database::open_server(&restoring.server()).await?;
        take_up(config, there).await
    };
    match taken.await {
        Ok(taken) => {
            let replaced = restoring.finish().await.context("the record cannot be opened to services")?;
            let schemas = replaced.map(|replaced| [Some(replaced.main), replaced.keystore]);
            let schemas = schemas.map(|names| Aside::Schemas(names.into_iter().flatten().collect()));
            Ok((taken, schemas))
        }
        Err(error) => {
            restoring.undo().await.context("what was there cannot be put back; the next restore does it")?;
            Err(error.context("nothing was restored; everything is as it was"))
        }
    }
}

/// Files whose record is elsewhere are neither copied nor replaced: there would be two records.
async fn not_moved(data: &Path) -> anyhow::Result<()> {
    match store::frozen(data).await {
        Ok(Some(frozen)) => bail!(
            "the record in {} moved to {}: name that database in `service.database`",
            data.display(),
            frozen.target
        ),
        // What is missing or does not read is for the backup to say, and for a restore to replace.
        Ok(None) | Err(_) => Ok(()),
    }
}

/// Tells how far it came, now and then.
pub(crate) fn told(what: &'static str) -> impl FnMut(&str, u64) {
    let mut last = 0;
    move |table, rows| {
        if rows < last {
            // Another table.
            last = 0;
        }
        if rows >= last + TOLD_EVERY {
            eprint!("\r{what}: {table}, {rows} rows          ");
            last = rows;
        }
    }
}

/// What follows once the databases are in place: erasures, the ledger, the lists.
async fn take_up(config: &Config, store: Database) -> anyhow::Result<Taken> {
    let service = serve::open_on(config, store, Arc::new(SystemClock)).await?;
    let restored = service
        .take_up_published(|checked| eprint!("\r{checked} entries of the ledger"))
        .await
        .context("the backup does not fit what was published")?;
    eprintln!();
    let lost = service.lost_entries(restored.before).await?;
    let rebuilt = service
        .rebuild(|so_far| eprint!("\r{} cases", so_far.cases))
        .await
        .context("the lists cannot be made anew")?;
    eprintln!();
    Ok((restored, lost, rebuilt.erased))
}

fn manifest(from: &Path, config: &Config) -> anyhow::Result<Manifest> {
    let path = from.join(MANIFEST);
    let text = fs::read(&path).with_context(|| {
        format!("{} cannot be read: this is no backup, or one that was cut off", path.display())
    })?;
    let manifest: Manifest =
        serde_json::from_slice(&text).with_context(|| format!("{} does not read", path.display()))?;
    ensure!(manifest.v == VERSION, "this backup is of version {}, and only {VERSION} is known", manifest.v);
    ensure!(
        manifest.origin == config.ledger.origin,
        "this backup is of the ledger {}, and the configuration names {}",
        manifest.origin,
        config.ledger.origin
    );
    for file in [MAIN, KEYSTORE] {
        let path = from.join(file);
        match manifest.files.get(file) {
            // A keystore that was destroyed in time is not missed where another one is used.
            Some(_) if file == KEYSTORE && !path.exists() => {}
            Some(digest) if *digest == self::digest(&path)? => {}
            Some(_) => bail!("{} is not as it was backed up", path.display()),
            None => bail!("the backup does not say what {file} is"),
        }
    }
    Ok(manifest)
}

#[derive(Debug, Default)]
struct Copied {
    files: u64,
    bytes: u64,
}

/// Copies the files of a folder and of those below, each durable; links and what begins with a dot are left out.
fn copy_folder(from: &Path, to: &Path, copied: &mut Copied) -> anyhow::Result<()> {
    private_folder(to)?;
    for entry in fs::read_dir(from).with_context(|| unreadable(from))? {
        let entry = entry.with_context(|| unreadable(from))?;
        let (kind, name) = (entry.file_type().with_context(|| unreadable(from))?, entry.file_name());
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            copy_folder(&entry.path(), &to.join(name), copied)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).with_context(|| unreadable(&entry.path()))?;
            copied.files += 1;
            copied.bytes += bytes.len() as u64;
            write_whole(&to.join(name), &bytes)?;
            if copied.files.is_multiple_of(500) {
                eprint!("\r{} files of the ledger", copied.files);
            }
        }
    }
    sync(to)
}

fn new_folder(path: &Path) -> anyhow::Result<()> {
    let is_used = path.is_dir() && fs::read_dir(path).with_context(|| unreadable(path))?.next().is_some();
    ensure!(!is_used, "{} is not empty; a backup is made in a folder of its own", path.display());
    private_folder(path)
}

fn private_folder(path: &Path) -> anyhow::Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .with_context(|| format!("the folder {} cannot be made", path.display()))
}

fn write_whole(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let draft = path.with_extension("part");
    let write = || {
        let mut file = File::create(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, path)
    };
    write().with_context(|| format!("{} cannot be written", path.display()))?;
    path.parent().map_or(Ok(()), sync)
}

fn sync(folder: &Path) -> anyhow::Result<()> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .with_context(|| format!("the folder {} cannot be made durable", folder.display()))
}

fn read_if_there(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| unreadable(path)),
    }
}

fn digest(path: &Path) -> anyhow::Result<String> {
    let mut file = File::open(path).with_context(|| unreadable(path))?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer).with_context(|| unreadable(path))?;
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else { break };
        digest.update(part);
    }
    Ok(crate::hex::write(&digest.finalize()))
}

fn unreadable(path: &Path) -> String {
    format!("{} cannot be read", path.display())
}
