//! The configuration: one TOML file, every setting typed, unknown keys refused. Secrets are never in it: keys lie in
//! files of their own that nobody else can read, and the configuration names them.

use crate::{
    secret_file,
    web::client::{ForwardedBy, Network, Proxies},
};
use anyhow::{Context as _, bail};
use serde::Deserialize;
use service::telephones::Telephones;
pub mod database;
mod mail;
mod objects;
mod organisation;
pub use mail::MailConfig;
pub use objects::TilesConfig;
pub use organisation::{OrganisationConfig, may_be_asked};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};
use store::Server;
use zeroize::Zeroizing;

/// Everything `candour serve` needs to know.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Pages and API.
    pub service: ServiceConfig,
    /// The ledger.
    pub ledger: LedgerConfig,
    /// Keys.
    pub vault: VaultConfig,
    /// A hardware module.
    pub hsm: Option<HsmConfig>,
    /// What leaves.
    pub post: PostConfig,
    /// A mail server that tells forces' contacts of a recall.
    pub mail: Option<MailConfig>,
    /// Policy packs.
    #[serde(default)]
    pub policy: PolicyConfig,
    /// Organisations whose people sign in through a provider of their own.
    #[serde(default)]
    pub organisation: Vec<OrganisationConfig>,
    /// The telephone numbers of units, by identifier.
    #[serde(default)]
    pub telephones: Telephones,
}

/// Pages and API.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceConfig {
    /// Where to listen. Anything but loopback belongs behind a proxy that ends TLS.
    pub listen: SocketAddr,
    /// The address under which people reach the service, without a slash at the end.
    pub address: String,
    /// The data folder: `candour.db`, `keystore.db`, `ledger/`.
    pub data: PathBuf,
    /// A database of PostgreSQL for the record, as a connection string without a password; two files of SQLite in the
    /// data folder where left out.
    pub database: Option<String>,
    /// The password for it: a file that only its owner can read.
    pub database_password_file: Option<PathBuf>,
    /// The proxies in front of us: addresses or networks. What they say of whom they ask for is believed, and nobody else's
    /// word.
    #[serde(default)]
    pub trusted_proxies: Vec<Network>,
    /// In which header they say it.
    #[serde(default)]
    pub forwarded_by: ForwardedBy,
    /// A demonstration: everything is invented, bearer tokens exist, one witness may do.
    #[serde(default)]
    pub demonstration: bool,
}

/// The ledger.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerConfig {
    /// Origin and key name: a schema-less URL.
    pub origin: String,
    /// The quorum policy (c2sp.org/tlog-policy).
    pub policy: PathBuf,
    /// The log's signing key: a file of 64 hexadecimal digits that only its owner can read. Left out where it lies in a
    /// hardware module, and `hsm.ledger_key` names it.
    pub key: Option<PathBuf>,
    /// Object storage for the published files; where left out they lie in the data folder.
    pub tiles: Option<TilesConfig>,
}

/// Keys.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VaultConfig {
    /// The key file; refused if others can read it. Its heading says whether its keys are wrapped by a hardware module.
    pub keys: PathBuf,
    /// The one form of the key file that is accepted; either where left out.
    pub provider: Option<Provider>,
}

impl VaultConfig {
    /// The same, with both forms of the key file accepted.
    #[must_use]
    pub fn of_either_form(&self) -> Self {
        Self { provider: None, ..self.clone() }
    }
}

/// How the keys of a key file are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// As they are.
    File,
    /// Wrapped under a key in a hardware module.
    Hsm,
}

/// A hardware module, reached through PKCS#11.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HsmConfig {
    /// The module's library.
    pub module: PathBuf,
    /// The label of the token.
    pub token: String,
    /// Its serial number, where several tokens have this label.
    pub serial: Option<String>,
    /// A file with the PIN on its first line, which only its owner can read.
    pub pin: PathBuf,
    /// The label of the AES-256 key that wraps those of the key file.
    #[serde(default = "wrapping_key")]
    pub wrapping_key: String,
    /// The label of the ledger's Ed25519 key; then `ledger.key` is left out.
    pub ledger_key: Option<String>,
}

fn wrapping_key() -> String {
    "candour-keys".to_owned()
}

/// What leaves.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostConfig {
    /// The folder from which letters are printed.
    pub outbox: PathBuf,
}

/// Policy packs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyConfig {
    /// The folder of the pack for the first start; the built-in pack of England and Wales where left out. Later packs
    /// are adopted by three people, and the configuration no longer counts.
    pub pack: Option<PathBuf>,
    /// A folder of which each folder is a pack that may be offered for adoption.
    pub shelf: Option<PathBuf>,
}

impl ServiceConfig {
    /// The proxies in front of us.
    #[must_use]
    pub fn proxies(&self) -> Proxies {
        Proxies { trusted: self.trusted_proxies.clone(), header: self.forwarded_by }
    }
}

impl Config {
    /// Reads a configuration file; relative paths count from its folder.
    ///
    /// # Errors
    /// Names the file, and the line where the TOML is at fault.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the configuration {} cannot be read", path.display()))?;
        let mut config: Self = toml::from_str(&text).map_err(|error| at_fault(path, &text, &error))?;
        let base = path.parent().unwrap_or(Path::new("."));
        for place in [
            &mut config.service.data,
            &mut config.ledger.policy,
            &mut config.vault.keys,
            &mut config.post.outbox,
        ] {
            *place = base.join(&*place);
        }
        if let Some(hsm) = &mut config.hsm {
            hsm.module = base.join(&hsm.module);
            hsm.pin = base.join(&hsm.pin);
        }
        if let Some(tiles) = &mut config.ledger.tiles {
            for place in [&mut tiles.access_key, &mut tiles.secret_key].into_iter().flatten() {
                *place = base.join(&*place);
            }
        }
        let password = &mut config.service.database_password_file;
        let key = &mut config.ledger.key;
        for place in [&mut config.policy.pack, &mut config.policy.shelf, password, key].into_iter().flatten()
        {
            *place = base.join(&*place);
        }
        if let Some(mail) = &mut config.mail {
            mail.beside(base);
            mail.check()?;
        }
        for organisation in &mut config.organisation {
            if let Some(place) = &mut organisation.client_secret_file {
                *place = base.join(&*place);
            }
        }
        organisation::check(&config.organisation)?;
        match (&config.service.database, &config.service.database_password_file) {
            (Some(url), _) => drop(Server::parse(url, None).context("`service.database` is at fault")?),
            (None, Some(_)) => bail!("`service.database_password_file` is named without `service.database`"),
            (None, None) => {}
        }
        let in_module = config.hsm.as_ref().and_then(|hsm| hsm.ledger_key.as_ref());
        if config.ledger.key.is_some() == in_module.is_some() {
            bail!("the ledger's key is named in one place: `ledger.key` or `hsm.ledger_key`");
        }
        if config.service.address.ends_with('/') {
            bail!("`service.address` ends with a slash; leave it out");
        }
        let host = config.service.address.strip_prefix("http://").map(|rest| rest.split([':', '/']).next());
        let here = matches!(host, Some(Some("localhost" | "127.0.0.1")));
        if !here && !config.service.address.starts_with("https://") {
            bail!(
                "`service.address` begins with https://, or is of this very machine: what people send is not for others to read"
            );
        }
        if config.service.demonstration && !config.service.listen.ip().is_loopback() {
            bail!("a demonstration listens on loopback only");
        }
        Ok(config)
    }

    /// Reads the quorum policy. Outside demonstrations it must ask for at least two independent witnesses.
    ///
    /// # Errors
    /// Names the file, and what is wrong with it.
    pub fn quorum(&self) -> anyhow::Result<(tlog::Policy, String)> {
        let path = &self.ledger.policy;
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the quorum policy {} cannot be read", path.display()))?;
        let policy = tlog::Policy::parse(text.as_bytes())
            .with_context(|| format!("the quorum policy {} is at fault", path.display()))?;
        if !self.service.demonstration && policy.fewest_cosigners() < 2 {
            bail!(
                "the quorum policy {} can be met by fewer than two witnesses; outside a demonstration it must ask for at least two",
                path.display()
            );
        }
        Ok((policy, text))
    }
}

/// Names file, line and fault. The line itself is not repeated, as TOML's own message does: somebody may have put a
/// password there.
fn at_fault(path: &Path, text: &str, error: &toml::de::Error) -> anyhow::Error {
    let place =
        error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    let place = place.map_or_else(String::new, |line| format!(", line {line}"));
    anyhow::anyhow!("the configuration {} is at fault{place}: {}", path.display(), error.message())
}

/// Reads a 32-byte secret from a file that only its owner can read.
///
/// # Errors
/// Names the file; never what is in it.
pub fn secret_seed(path: &Path) -> anyhow::Result<Zeroizing<[u8; 32]>> {
    let content = secret_file::read(path).context("the signing key cannot be read")?;
    let fault = || anyhow::anyhow!("the key {} does not have 64 hexadecimal digits", path.display());
    let digits = content.trim_ascii();
    let mut seed = Zeroizing::new([0_u8; 32]);
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return Err(fault());
    }
    for (byte, pair) in seed.iter_mut().zip(digits.chunks_exact(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| fault())?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| fault())?;
    }
    Ok(seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_keys_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("candour.toml");
        std::fs::write(&path, "[service]\nlisten = \"127.0.0.1:0\"\ndatta = \"x\"\n").unwrap();
        let error = format!("{:#}", Config::read(&path).unwrap_err());
        assert!(error.contains("datta") && error.contains("line 3"), "{error}");
    }

    /// A whole configuration with more lines in `[service]`.
    fn with(service: &str) -> anyhow::Result<Config> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("candour.toml");
        let text = format!(
            "[service]\nlisten = \"127.0.0.1:0\"\naddress = \"https://x.example\"\ndata = \"data\"\n{service}\n\
             [ledger]\norigin = \"x.example\"\npolicy = \"p\"\nkey = \"k\"\n\
             [vault]\nkeys = \"v\"\n[post]\noutbox = \"o\"\n"
        );
        std::fs::write(&path, text)?;
        Config::read(&path)
    }

    #[test]
    fn a_password_in_a_configuration_is_refused_and_not_repeated() {
        for service in [
            "database = \"postgres://candour:hunter2@db.example/candour\"",
            "database = \"postgres://candour@db.example/candour?password=hunter2\"",
            "database = postgres://candour:hunter2@db.example/candour",
            "database = [\"hunter2\"]",
            "database = \"hunter2\"",
            "database_password = \"hunter2\"",
        ] {
            let error = format!("{:#}", with(service).unwrap_err());
            assert!(error.contains("database") || error.contains("line 5"), "{error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_database_is_named_with_or_without_a_file_for_its_password() {
        assert!(with("").unwrap().service.database.is_none());
        let url = "database = \"postgres://candour@db.example/candour?sslmode=verify-full\"";
        assert!(with(url).unwrap().service.database_password_file.is_none());
        let file = "database_password_file = \"database.password\"";
        let read = with(&format!("{url}\n{file}")).unwrap();
        // Relative paths count from the configuration's folder.
        assert!(read.service.database_password_file.unwrap().is_absolute());
        assert!(with(file).is_err(), "a password for nothing");
    }

    #[test]
    fn a_unit_has_a_telephone_number_and_what_is_none_is_refused() {
        let read = with("[telephones]\nlondon = \"020 7946 0018\"").unwrap();
        let london = casework::id::UnitId::parse("london").unwrap();
        let number = read.telephones.get(&london).map(service::telephones::Telephone::as_str);
        assert_eq!(number, Some("020 7946 0018"));
        assert!(with("").unwrap().telephones.is_empty());
        for wrong in ["london = \"ask at the desk\"", "LONDON = \"020 7946 0018\"", "london = 999"] {
            assert!(with(&format!("[telephones]\n{wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_demonstration_listens_on_loopback_alone() {
        let on = |listen: &str, more: &str| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("candour.toml");
            let text = format!(
                "[service]\nlisten = \"{listen}\"\naddress = \"https://x.example\"\ndata = \"data\"\n{more}\n\
                 [ledger]\norigin = \"x.example\"\npolicy = \"p\"\nkey = \"k\"\n\
                 [vault]\nkeys = \"v\"\n[post]\noutbox = \"o\"\n"
            );
            std::fs::write(&path, text).unwrap();
            Config::read(&path).map(drop).map_err(|error| error.to_string())
        };
        for here in ["127.0.0.1:0", "127.9.9.9:80", "[::1]:80"] {
            assert_eq!(on(here, "demonstration = true"), Ok(()), "{here}");
        }
        // What is mapped into IPv6 is refused too, though it may be the same machine: nothing is guessed.
        for elsewhere in
            ["0.0.0.0:80", "[::]:80", "192.0.2.1:80", "[2001:db8::1]:80", "[::ffff:127.0.0.1]:80"]
        {
            let refused = on(elsewhere, "demonstration = true").unwrap_err();
            assert!(refused.contains("loopback"), "{elsewhere}: {refused}");
            assert_eq!(on(elsewhere, ""), Ok(()), "{elsewhere}");
        }
    }

    #[test]
    fn a_key_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.key");
        std::fs::write(&path, "ab".repeat(32)).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(secret_seed(&path).is_err());
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(*secret_seed(&path).unwrap(), [0xab; 32]);
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(secret_seed(&link).is_err(), "a link is not followed");
        std::fs::write(&path, "a+".repeat(32)).unwrap();
        assert!(secret_seed(&path).is_err());
    }

    #[test]
    fn the_ledgers_key_is_named_in_one_place() {
        let module = "[hsm]\nmodule = \"/lib/module.so\"\ntoken = \"candour\"\npin = \"hsm.pin\"\n";
        let with = |ledger: &str, hsm: &str| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("candour.toml");
            let text = format!(
                "[service]\nlisten = \"127.0.0.1:0\"\naddress = \"https://x.example\"\ndata = \"data\"\n\
                 [ledger]\norigin = \"x.example\"\npolicy = \"p\"\n{ledger}\n\
                 [vault]\nkeys = \"v\"\nprovider = \"hsm\"\n[post]\noutbox = \"o\"\n{hsm}"
            );
            std::fs::write(&path, text).unwrap();
            Config::read(&path)
        };
        let in_module = format!("{module}ledger_key = \"candour-ledger\"\n");
        let read = with("", &in_module).unwrap();
        assert_eq!(read.vault.provider, Some(Provider::Hsm));
        let hsm = read.hsm.unwrap();
        assert!(hsm.pin.is_absolute() && hsm.wrapping_key == "candour-keys");
        assert!(with("key = \"k\"", module).is_ok());
        for (ledger, hsm) in [("key = \"k\"", in_module.as_str()), ("", module), ("", "")] {
            let error = format!("{:#}", with(ledger, hsm).unwrap_err());
            assert!(error.contains("hsm.ledger_key"), "{error}");
        }
    }
}
