//! The configuration of a witness: one TOML file, nothing from the environment.

use super::key::KeyKind;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use thiserror::Error;
use tlog::VerifierKey;
use tlog::key::{Algorithm, KeyError};

/// The most bytes of a configuration: 64 logs with a name and a key of a few hundred bytes each.
const CONFIG_BYTES_MAX: u64 = 256 * 1024;
/// The most logs that one witness serves.
const LOGS_MAX: usize = 64;

/// Why a configuration cannot be used.
#[derive(Debug, Error)]
pub(crate) enum ConfigError {
    #[error("{path}: cannot be read")]
    Io {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("{path}: longer than {CONFIG_BYTES_MAX} bytes")]
    TooLong { path: PathBuf },
    #[error("{path}: not a witness's configuration")]
    Malformed {
        path: PathBuf,
        #[source]
        source: Box<toml::de::Error>,
    },
    #[error("{path}: names no signing key; set `key`, `ml_dsa_44_key` or both")]
    NoKey { path: PathBuf },
    #[error("log {number} of the configuration: its key is malformed")]
    Key {
        number: usize,
        #[source]
        source: KeyError,
    },
    #[error("log {number} of the configuration: {fault}")]
    Log { number: usize, fault: &'static str },
    #[error("the configuration names {found} logs, and 1 to {LOGS_MAX} are served")]
    Logs { found: usize },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: SocketAddr,
    key: Option<PathBuf>,
    ml_dsa_44_key: Option<PathBuf>,
    state: PathBuf,
    #[serde(default)]
    logs: Vec<Log>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    origin: String,
    vkey: String,
}

/// A checked configuration.
#[derive(Debug)]
pub(super) struct Config {
    /// Where to listen; port 0 takes any that is free.
    pub(super) listen: SocketAddr,
    /// The files with the signing keys: one, or one of each kind, Ed25519 first.
    pub(super) keys: Vec<(KeyKind, PathBuf)>,
    /// The folder with what was seen of each log.
    pub(super) state: PathBuf,
    /// The keys of the logs, whose names are the origins. A log that changes its key has two for a while.
    pub(super) logs: Vec<VerifierKey>,
}

impl Config {
    /// Reads a file. Paths in it that are not absolute start from the file's own folder.
    pub(super) fn read(path: &Path) -> Result<Self, ConfigError> {
        let io = |source| ConfigError::Io { path: path.to_owned(), source };
        if std::fs::metadata(path).map_err(io)?.len() > CONFIG_BYTES_MAX {
            return Err(ConfigError::TooLong { path: path.to_owned() });
        }
        let text = std::fs::read_to_string(path).map_err(io)?;
        let file: File = toml::from_str(&text)
            .map_err(|source| ConfigError::Malformed { path: path.to_owned(), source: Box::new(source) })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        if file.key.is_none() && file.ml_dsa_44_key.is_none() {
            return Err(ConfigError::NoKey { path: path.to_owned() });
        }
        let keys_of = (file.key.map(|path| (KeyKind::Ed25519, path)).into_iter())
            .chain(file.ml_dsa_44_key.map(|path| (KeyKind::MlDsa44, path)));
        Ok(Self {
            listen: file.listen,
            keys: keys_of.map(|(kind, path)| (kind, folder.join(path))).collect(),
            state: folder.join(file.state),
            logs: keys(&file.logs)?,
        })
    }
}

fn keys(logs: &[Log]) -> Result<Vec<VerifierKey>, ConfigError> {
    if logs.is_empty() || logs.len() > LOGS_MAX {
        return Err(ConfigError::Logs { found: logs.len() });
    }
    let mut keys: Vec<VerifierKey> = Vec::new();
    for (number, log) in (1..).zip(logs) {
        let wrong = |fault| Err(ConfigError::Log { number, fault });
        let key = VerifierKey::parse(&log.vkey).map_err(|source| ConfigError::Key { number, source })?;
        if key.algorithm() != Algorithm::Ed25519 {
            return wrong("the key is not that of a log");
        }
        if key.name().as_str() != log.origin {
            return wrong("the key's name is not the origin");
        }
        if keys.contains(&key) {
            return wrong("the key stands there twice");
        }
        keys.push(key);
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tlog::note::KeyName;
    use tlog::{Cosigner, LogSigner};

    fn vkey(name: &str) -> String {
        LogSigner::from_seed(KeyName::new(name).unwrap(), &[1; 32]).verifier_key().to_string()
    }

    fn read(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("witness.toml");
        std::fs::write(&path, text).unwrap();
        Config::read(&path)
    }

    const HEAD: &str = "listen = \"127.0.0.1:0\"\nkey = \"witness.key\"\nstate = \"/var/lib/state\"\n";

    fn log(origin: &str, vkey: &str) -> String {
        format!("[[logs]]\norigin = \"{origin}\"\nvkey = \"{vkey}\"\n")
    }

    #[test]
    fn paths_start_from_the_folder_of_the_file() {
        let config = read(&format!("{HEAD}{}", log("a.example", &vkey("a.example")))).unwrap();
        assert!(config.keys[0].1.is_absolute() && config.keys[0].1.ends_with("witness.key"));
        assert_eq!(config.keys.len(), 1);
        assert_eq!(config.state, Path::new("/var/lib/state"));
        assert_eq!(config.logs.len(), 1);
    }

    #[test]
    fn one_key_of_either_kind_or_both() {
        let rest =
            format!("listen = \"127.0.0.1:0\"\nstate = \"s\"\n{}", log("a.example", &vkey("a.example")));
        let kinds = |keys: &str| -> Vec<KeyKind> {
            read(&format!("{keys}{rest}")).unwrap().keys.iter().map(|(kind, _)| *kind).collect()
        };
        assert_eq!(kinds("ml_dsa_44_key = \"q\"\n"), [KeyKind::MlDsa44]);
        assert_eq!(kinds("ml_dsa_44_key = \"q\"\nkey = \"k\"\n"), [KeyKind::Ed25519, KeyKind::MlDsa44]);
        assert!(matches!(read(&rest), Err(ConfigError::NoKey { .. })));
    }

    #[test]
    fn what_is_unknown_or_missing_is_refused() {
        let good = log("a.example", &vkey("a.example"));
        assert!(matches!(read(&format!("colour = 1\n{HEAD}{good}")), Err(ConfigError::Malformed { .. })));
        assert!(matches!(read(&format!("{HEAD}{good}colour = 1\n")), Err(ConfigError::Malformed { .. })));
        assert!(matches!(read(&good), Err(ConfigError::Malformed { .. })));
        assert!(matches!(read(HEAD), Err(ConfigError::Logs { found: 0 })));
    }

    #[test]
    fn a_log_must_be_what_its_key_says() {
        let check = |logs: &str, number: usize| match read(&format!("{HEAD}{logs}")) {
            Err(ConfigError::Log { number: found, .. } | ConfigError::Key { number: found, .. }) => {
                assert_eq!(found, number, "{logs}");
            }
            other => panic!("{other:?}"),
        };
        let good = log("a.example", &vkey("a.example"));
        check(&log("b.example", &vkey("a.example")), 1);
        check(&format!("{good}{good}"), 2);
        check(&format!("{good}{}", log("b.example", "b.example+00000000+AAAA")), 2);
        let witness = Cosigner::from_seed(KeyName::new("w.example").unwrap(), &[1; 32]);
        check(&log("w.example", &witness.verifier_key().to_string()), 1);
    }
}
