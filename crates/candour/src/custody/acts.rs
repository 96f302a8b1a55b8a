//! What a key custodian does: keys go into a hardware module and back, get a new epoch, are looked at.
//!
//! INVARIANT: at every moment the key file is whole, in one form or the other, and holds every key; a move makes no key. What
//! is done is said in the ledger before files are exchanged.

use super::{Custody, key_file, signer, state, token};
use crate::{
    chance::SystemEntropy,
    clock::SystemClock,
    config::{Config, HsmConfig, Provider},
    data_lock::DataLock,
    serve,
};
use anyhow::{Context as _, bail};
use service::{
    Service,
    doctor::{Examination, Finding},
    key_custody::KeysExamined,
};
use std::{
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};
use vault::{
    kek::{Holder, KekProvider},
    keyfile::{
        FileProvider,
        wrapped::{Wrapper, WrapperKey},
    },
};

/// Where the keys of a file are to be kept.
#[derive(Debug, Clone)]
pub enum Keep {
    /// Wrapped under a key of the module: the one with this identifier, or the only one.
    Wrapped(Option<Vec<u8>>),
    /// In the file as they are.
    Plain,
}

/// What a move came to.
#[derive(Debug)]
pub struct Moved {
    /// How many case keys were opened with the new file before it took the old one's place; `None` where the keys were
    /// kept so already.
    pub opened: Option<u64>,
    /// Where the old file is.
    pub old: PathBuf,
    /// The new state.
    pub state: String,
}

/// The same path with a suffix.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether two paths lead to one file, as after a move that was cut off just before it exchanged them.
fn is_same_file(one: &Path, other: &Path) -> anyhow::Result<bool> {
    let place = |path: &Path| {
        let found = std::fs::symlink_metadata(path).with_context(|| path.display().to_string())?;
        Ok::<_, anyhow::Error>((found.dev(), found.ino()))
    };
    Ok(place(one)? == place(other)?)
}

fn old_of(config: &Config) -> PathBuf {
    beside(&config.vault.keys, ".old")
}

fn moving_of(config: &Config) -> PathBuf {
    beside(&config.vault.keys, ".moving")
}

fn module(config: &Config) -> anyhow::Result<&HsmConfig> {
    config.hsm.as_ref().context("the configuration names no hardware module: it has no `[hsm]`")
}

/// The locks of whoever changes keys: nobody else does, and no service runs with the old ones.
fn locks(config: &Config) -> anyhow::Result<(DataLock, DataLock)> {
    let own = DataLock::keys(&config.service.data)?;
    let service = if config.service.database.is_some() {
        DataLock::share(&config.service.data)?
    } else {
        DataLock::take(&config.service.data)?
    };
    Ok((own, service))
}

async fn every_key_opens(service: &Service, keys: &dyn KekProvider) -> anyhow::Result<u64> {
    let KeysExamined { keys, closed } =
        service.examine_keys(keys).await.context("the keystore cannot be read")?;
    match closed.first() {
        None => Ok(keys),
        Some((case, kind)) => bail!(
            "{} of {keys} keys in the keystore do not open, among them that of kind `{kind}` of {case}; `candour doctor` names them all",
            closed.len()
        ),
    }
}

/// Moves the keys of the key file into a module, or under another key of it, or back into a plain file. The old file is kept
/// beside it.
///
/// # Errors
/// Where a key does not open, or a part cannot be used: the key file is then as it was.
pub async fn relocate(path: &Path, keep: &Keep) -> anyhow::Result<Moved> {
    let config = Config::read(path)?;
    let hsm = module(&config)?;
    match (config.vault.provider, keep) {
        (Some(Provider::Hsm), Keep::Plain) => {
            bail!("`vault.provider` takes only wrapped keys: take that line out of the configuration first")
        }
        (Some(Provider::File), Keep::Wrapped(_)) => {
            bail!("`vault.provider` takes only a plain file: take that line out of the configuration first")
        }
        _ => {}
    }
    let _locks = locks(&config)?;
    // SECURITY: what was wrapped or kept plain is said below; a line of `vault.provider` that contradicts what lies there
    // is for the start to refuse.
    let custody = Custody::open(&Config { vault: config.vault.of_either_form(), ..config.clone() })?;
    let token = custody.token.clone().context("no module is open")?;
    let signer = custody.signer.clone();
    let current = key_file(&config, Some(&token))?;
    let under = match keep {
        Keep::Wrapped(id) => Some(token.wrapping_key(&hsm.wrapping_key, id.as_deref())?.0),
        Keep::Plain => None,
    };
    let (keys, moving, old) = (&config.vault.keys, moving_of(&config), old_of(&config));
    if current.under() == under.as_ref() {
        FileProvider::clear(&moving).context("what an earlier attempt left cannot be deleted")?;
        return Ok(Moved { opened: None, old, state: custody.state });
    }
    if std::fs::symlink_metadata(&old).is_ok() && !is_same_file(keys, &old)? {
        bail!(
            "{} holds the keys as they were before an earlier move: `candour keys hsm retire` first",
            old.display()
        );
    }
    // Never the only one to hold a key, so what an attempt before this one left can go.
    FileProvider::clear(&moving).context("what an earlier attempt left cannot be deleted")?;
    let form = under.as_ref().map(|under| (&*token as &dyn Wrapper, under));
    let moved = current.write_new(&moving, form)?;
    let state = state(&moved, &signer);
    let opened = match shown_and_said(&config, custody, &moved, &state).await {
        Ok(opened) => opened,
        Err(error) => {
            FileProvider::clear(&moving)?;
            return Err(error);
        }
    };
    FileProvider::exchange(keys, &moving, &old).context("the key file stays as it was")?;
    Ok(Moved { opened: Some(opened), old, state })
}

/// Opens every case key with the keys that are to come, and says in the ledger that they come.
async fn shown_and_said(
    config: &Config,
    custody: Custody,
    moved: &FileProvider,
    state: &str,
) -> anyhow::Result<u64> {
    let service = serve::build_with(config, custody, Arc::new(SystemClock)).await?;
    let opened = every_key_opens(&service, moved).await?;
    service.announce_keys(state, true).await.context("the move cannot be said in the ledger")?;
    service.close_store().await;
    Ok(opened)
}

/// Deletes what a move left of the old file, once the new one holds every key of it and every case key opens. Says how many
/// do.
///
/// # Errors
/// Where that is not so: the old file stays.
pub async fn retire(path: &Path) -> anyhow::Result<u64> {
    let config = Config::read(path)?;
    let _locks = locks(&config)?;
    let (moving, old) = (moving_of(&config), old_of(&config));
    if std::fs::symlink_metadata(&old).is_err() {
        FileProvider::clear(&moving)?;
        bail!("there is no {}", old.display());
    }
    let custody = Custody::open(&config)?;
    let token = custody.token.clone();
    // SECURITY: a second name of the key file itself is taken away and never written over.
    let is_second_name = is_same_file(&config.vault.keys, &old)?;
    let open = |path: &Path| match &token {
        Some(token) => FileProvider::open_with(path, &**token),
        None => FileProvider::open(path),
    };
    let (before, now) = (open(&old)?, open(&config.vault.keys)?);
    if !now.has_all_of(&before) {
        bail!("{} holds keys that the key file does not: it stays", old.display());
    }
    let service = serve::build_with(&config, custody, Arc::new(SystemClock)).await?;
    let opened = every_key_opens(&service, &now).await?;
    service.close_store().await;
    FileProvider::clear(&moving)?;
    if is_second_name {
        std::fs::remove_file(&old)?;
    } else {
        FileProvider::forget(&old)?;
    }
    Ok(opened)
}

/// Adds a key of the next epoch for each holder, in whatever form the key file has.
///
/// # Errors
/// The key file is then as it was.
pub async fn renew(path: &Path, holders: Vec<Holder>) -> anyhow::Result<String> {
    let config = Config::read(path)?;
    let _locks = locks(&config)?;
    let custody = Custody::open(&config)?;
    let (token, signer, before) = (custody.token.clone(), custody.signer.clone(), custody.state.clone());
    let service = serve::build_with(&config, custody, Arc::new(SystemClock)).await?;
    // With this said, the next start says the rest where this run is cut off.
    service.announce_keys(&before, true).await.context("the change cannot be said in the ledger")?;
    let wrapper = token.as_deref().map(|token| token as &dyn Wrapper);
    let renewed = FileProvider::add_epoch_with(&config.vault.keys, holders, &SystemEntropy, wrapper)?;
    let state = state(&renewed, &signer);
    service.announce_keys(&state, true).await.context("the next start says the change in the ledger")?;
    service.close_store().await;
    Ok(state)
}

/// Makes a key file of fresh keys that are wrapped from the beginning.
///
/// # Errors
/// Also where there is a key file already.
pub fn new_file(path: &Path, id: Option<&[u8]>, holders: Vec<Holder>) -> anyhow::Result<PathBuf> {
    let config = Config::read(path)?;
    let hsm = module(&config)?;
    let token = token(hsm)?;
    let (under, _) = token.wrapping_key(&hsm.wrapping_key, id)?;
    FileProvider::create_wrapped(&config.vault.keys, holders, &SystemEntropy, &*token, &under)?;
    Ok(config.vault.keys)
}

/// Makes a key in the module that wraps others. Where there is one of that label, only if `another` is asked for.
///
/// # Errors
/// As the module's.
pub fn make_wrapping(path: &Path, another: bool) -> anyhow::Result<WrapperKey> {
    let config = Config::read(path)?;
    let hsm = module(&config)?;
    let token = token(hsm)?;
    match token.wrapping_key(&hsm.wrapping_key, None) {
        Err(hsm::HsmError::NoKey { .. }) => {}
        Err(hsm::HsmError::SeveralKeys { .. }) | Ok(_) if another => {}
        Err(hsm::HsmError::SeveralKeys { .. }) | Ok(_) => bail!(
            "the token has a wrapping key `{}` already; --another makes one more, for `candour keys hsm move --id`",
            hsm.wrapping_key
        ),
        Err(error) => return Err(error.into()),
    }
    let made = token.make_wrapping_key(&hsm.wrapping_key)?;
    WrapperKey::new(&hsm.wrapping_key, &made.described.id).context("the key has no identifier")
}

/// Makes the ledger's key pair in the module; gives the public half as a verifier key.
///
/// # Errors
/// As the module's.
pub fn make_ledger(path: &Path) -> anyhow::Result<String> {
    let config = Config::read(path)?;
    let hsm = module(&config)?;
    let label = hsm.ledger_key.as_ref().context("the configuration has no `hsm.ledger_key`")?;
    let token = token(hsm)?;
    token.make_ledger_key(label)?;
    Ok(signer(&config, Some(&token))?.verifier_key().to_string())
}

/// What there is to say of the keys: their state and, of those in a module, what the module says.
///
/// # Errors
/// Where they cannot be used: the message is what the start would say.
pub fn list(path: &Path) -> anyhow::Result<String> {
    let config = Config::read(path)?;
    let custody = Custody::open(&config)?;
    let mut text = custody.state.clone();
    if let (Some(token), Some(hsm)) = (&custody.token, &config.hsm) {
        text.push_str(&format!("module {}, token {}\n", hsm.module.display(), token.label()));
        let keys = key_file(&config, Some(token))?;
        if let Some(under) = keys.under() {
            let (_, said) = token.wrapping_key(under.label(), Some(under.id()))?;
            text.push_str(&format!("wrapping key {under}: {said}\n"));
        }
        if let Some(label) = &hsm.ledger_key {
            text.push_str(&format!("ledger key {label}: {}\n", token.ledger_key(label)?.0));
        }
    }
    text.push_str(&format!("digest {}\n", super::digest(&custody.state)));
    Ok(text)
}

/// Opens every case key with the keys of a configuration; changes nothing.
///
/// # Errors
/// Names the first that does not open.
pub async fn verify(path: &Path) -> anyhow::Result<u64> {
    let config = Config::read(path)?;
    let service = serve::open(&config, Arc::new(SystemClock)).await?;
    let opened = every_key_opens(&service, &*service.keks()).await?;
    service.close_store().await;
    Ok(opened)
}

/// What does not hold about keys, for `candour doctor`.
///
/// # Errors
/// As the store's.
pub async fn examine(
    config: &Config,
    state: &str,
    is_wrapped: bool,
    service: &Service,
    out: &mut Examination,
) -> anyhow::Result<()> {
    let mut found = |place: String, what: String| {
        let is_known = out.findings.iter().any(|known| known.place.contains(&place));
        if !is_known {
            out.findings.push(Finding { place, what });
        }
    };
    if config.hsm.is_some() && !is_wrapped && config.vault.provider != Some(Provider::File) {
        let what = "its keys lie there in the clear, although a hardware module is configured";
        found(config.vault.keys.display().to_string(), what.to_owned());
    }
    for left in [old_of(config), moving_of(config)] {
        if std::fs::symlink_metadata(&left).is_ok() {
            let what = "is left of a move of keys: finish it, then `candour keys hsm retire`";
            found(left.display().to_string(), what.to_owned());
        }
    }
    for (case, kind) in service.examine_keys(&*service.keks()).await?.closed {
        found(case.to_string(), format!("its key of kind `{kind}` does not open"));
    }
    if !service.keys_are_as_announced(state).await? {
        let what = "it names other keys than these; the next start says so there";
        found("what the ledger says of keys".to_owned(), what.to_owned());
    }
    Ok(())
}
