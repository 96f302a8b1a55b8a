//! Object storage for the ledger's published files. What the storage knows us by is never in the configuration: it
//! lies in files that nobody else can read, or in the environment.

use crate::secret_file;
use anyhow::{Context as _, bail};
use serde::Deserialize;
use std::{
    path::{Path, PathBuf},
    time::Duration,
};
use store::{ObjectCredentials, ObjectSettings};

/// How long one request to the storage may take, in seconds, where the configuration does not say: a full bundle of
/// entries is 132 kB.
const PATIENCE_SECONDS: u8 = 10;

/// Object storage that speaks S3 and keeps conditions on writes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TilesConfig {
    /// `s3://bucket` or `s3://bucket/below/this`.
    pub bucket: String,
    /// The region's name.
    pub region: String,
    /// The address of the storage, for others than AWS.
    pub endpoint: Option<String>,
    /// A file with the access key's identifier; `AWS_ACCESS_KEY_ID` where neither file is named.
    pub access_key: Option<PathBuf>,
    /// A file with the secret; `AWS_SECRET_ACCESS_KEY` where neither file is named.
    pub secret_key: Option<PathBuf>,
    /// How long one request may take, in seconds.
    pub patience: Option<u8>,
}

impl TilesConfig {
    /// Where the storage is.
    pub fn settings(&self) -> ObjectSettings {
        ObjectSettings {
            bucket: self.bucket.clone(),
            region: self.region.clone(),
            endpoint: self.endpoint.clone(),
            patience: Duration::from_secs(self.patience.unwrap_or(PATIENCE_SECONDS).max(1).into()),
        }
    }

    /// What the storage knows us by: both from files, or both from the environment.
    ///
    /// # Errors
    /// Names the setting or the file; never what is in it.
    pub fn credentials(&self) -> anyhow::Result<ObjectCredentials> {
        match (&self.access_key, &self.secret_key) {
            (Some(access), Some(secret)) => {
                Ok(ObjectCredentials { access_key: line(access)?, secret_key: line(secret)?, token: None })
            }
            (None, None) => from_environment(),
            _ => bail!("`ledger.tiles` names one of `access_key` and `secret_key`; name both or neither"),
        }
    }
}

fn line(path: &Path) -> anyhow::Result<String> {
    let bytes = secret_file::read(path).context("a credential of the object storage cannot be read")?;
    let text = std::str::from_utf8(&bytes).ok().map(str::trim).filter(|text| !text.is_empty());
    text.map(str::to_owned).with_context(|| format!("{}: expected a credential on one line", path.display()))
}

#[expect(clippy::disallowed_methods, reason = "secrets may come from the environment, and only here")]
fn from_environment() -> anyhow::Result<ObjectCredentials> {
    let named = |name: &str| {
        std::env::var(name).ok().filter(|text| !text.is_empty()).with_context(|| {
            format!(
                "the object storage has no credentials: `ledger.tiles` names no files, and {name} is not set"
            )
        })
    };
    Ok(ObjectCredentials {
        access_key: named("AWS_ACCESS_KEY_ID")?,
        secret_key: named("AWS_SECRET_ACCESS_KEY")?,
        token: named("AWS_SESSION_TOKEN").ok(),
    })
}
