//! Who holds the keys: files, or a hardware module beside them.
//!
//! The form of the key file says whether its keys are wrapped, so that exchanging one file is all that a move is.
//! `vault.provider` says which form alone is accepted.

pub mod acts;

use crate::config::{Config, HsmConfig, Provider, secret_seed};
use crate::secret_file;
use anyhow::{Context as _, bail};
use hsm::{LedgerKey, ModuleKeys, Settings, Token};
use sha2::{Digest as _, Sha256};
use std::{path::Path, sync::Arc};
use tlog::{LogSigner, note::KeyName};
use vault::{kek::KekProvider, keyfile::FileProvider};
use zeroize::Zeroizing;

/// The keys of a service, open.
#[derive(Debug)]
pub struct Custody {
    /// Key-encryption keys.
    pub keks: Arc<dyn KekProvider>,
    /// The log's signing key.
    pub signer: Arc<LogSigner>,
    /// The module, where one is configured.
    pub token: Option<Arc<Token>>,
    /// What is said of them in the ledger, by digest.
    pub state: String,
    /// Whether the key file's keys are wrapped.
    pub is_wrapped: bool,
}

impl Custody {
    /// Opens what a configuration names: with a module, signs in to it, looks at its keys and has it unwrap the others.
    ///
    /// # Errors
    /// Names the file, the module's part or the key that is at fault, and what is wrong with it.
    pub fn open(config: &Config) -> anyhow::Result<Self> {
        let token = config.hsm.as_ref().map(token).transpose()?;
        let signer = signer(config, token.as_ref())?;
        let keys = key_file(config, token.as_deref())?;
        let state = state(&keys, &signer);
        let is_wrapped = keys.under().is_some();
        accepted(config, is_wrapped)?;
        // What unwrapped the keys is the token that is there.
        let keks: Arc<dyn KekProvider> = match (is_wrapped, &token) {
            (true, Some(token)) => Arc::new(
                ModuleKeys::new(keys, Arc::clone(token)).context("the key file's keys are not wrapped")?,
            ),
            _ => Arc::new(keys),
        };
        Ok(Self { keks, signer: Arc::new(signer), token, state, is_wrapped })
    }
}

/// Signs in to the module of a configuration.
///
/// # Errors
/// Says which of library, token, PIN file and PIN it is.
pub fn token(config: &HsmConfig) -> anyhow::Result<Arc<Token>> {
    let pin = pin(&config.pin)?;
    let settings = Settings {
        module: config.module.clone(),
        token: config.token.clone(),
        serial: config.serial.clone(),
    };
    let token = Token::open(settings, &pin)
        .with_context(|| format!("the hardware module {} cannot be used", config.module.display()))?;
    Ok(Arc::new(token))
}

/// The PIN: the first line of a file that nobody else can read.
fn pin(path: &Path) -> anyhow::Result<Zeroizing<String>> {
    let content = secret_file::read(path).context("the PIN of the hardware module cannot be read")?;
    let line = content.split(|byte| *byte == b'\n').next().unwrap_or_default();
    match std::str::from_utf8(line) {
        Ok(text) if !text.is_empty() => Ok(Zeroizing::new(text.to_owned())),
        _ => bail!("{}: the first line is not the PIN of a hardware module", path.display()),
    }
}

fn key_file(config: &Config, token: Option<&Token>) -> anyhow::Result<FileProvider> {
    let path = &config.vault.keys;
    let opened = match token {
        Some(token) => FileProvider::open_with(path, token),
        None => FileProvider::open(path),
    };
    opened.context("the key file cannot be used")
}

fn accepted(config: &Config, is_wrapped: bool) -> anyhow::Result<()> {
    let path = config.vault.keys.display();
    match config.vault.provider {
        Some(Provider::Hsm) if !is_wrapped => bail!(
            "the keys in {path} lie there in the clear, and `vault.provider` takes only wrapped ones: `candour keys hsm move` \
             wraps them"
        ),
        Some(Provider::File) if is_wrapped => {
            bail!("the keys in {path} are wrapped, and `vault.provider` takes only a plain file")
        }
        None if !is_wrapped && config.hsm.is_some() => {
            tracing::warn!(
                "the keys in {path} lie there in the clear although a hardware module is configured"
            );
            Ok(())
        }
        _ => Ok(()),
    }
}

fn signer(config: &Config, token: Option<&Arc<Token>>) -> anyhow::Result<LogSigner> {
    let name = KeyName::new(&config.ledger.origin).context("`ledger.origin` is not a key name")?;
    let label = config.hsm.as_ref().and_then(|hsm| hsm.ledger_key.as_ref());
    match (&config.ledger.key, label, token) {
        (None, Some(label), Some(token)) => {
            let key = LedgerKey::find(Arc::clone(token), label).context("the ledger's key cannot be used")?;
            let public = *key.public();
            let signer = LogSigner::elsewhere(name, &public, Box::new(key));
            let signer = signer.context("the ledger's key cannot be used")?;
            // No checkpoint is of this form: it has one line. What it shows is that the key signs, and for this public half.
            signer
                .sign("candour looks whether this key signs\n")
                .context("the ledger's key cannot be used")?;
            Ok(signer)
        }
        (Some(path), None, _) => {
            let seed = secret_seed(path)?;
            Ok(LogSigner::from_seed(name, &seed))
        }
        _ => bail!("the ledger's key is named in one place: `ledger.key` or `hsm.ledger_key`"),
    }
}

/// What can be said of keys in public: where they are kept, under which key, whose there are, and who signs the ledger.
#[must_use]
pub fn state(keys: &FileProvider, signer: &LogSigner) -> String {
    let kept = keys.under().map_or_else(|| "in a file".to_owned(), |under| format!("wrapped under {under}"));
    let mut text = format!("candour-keys-state v1\nkept {kept}\nledger {}\n", signer.verifier_key());
    for id in keys.ids() {
        text.push_str(&format!("{} {}\n", id.holder, id.epoch));
    }
    text
}

/// SHA-256 of a state, as the ledger names it.
#[must_use]
pub fn digest(state: &str) -> String {
    crate::hex::write(&Sha256::digest(state))
}
