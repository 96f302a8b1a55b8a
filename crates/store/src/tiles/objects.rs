//! The ledger's published files in object storage that speaks S3.
//!
//! **Invariant.** Every write has a condition that the storage itself keeps: a file that was not there is only created,
//! and one that was there is only replaced while it is exactly what was read. So a request that was delayed, or a node
//! that was paused, changes nothing when it comes late, and every write may safely be tried again.
//!
//! SECURITY: storage that ignores conditions would break that silently, so it is tried out before the first write.

use super::{
    cache::Cache,
    http::Blocking,
    rule::{Kind, Step},
};
use async_trait::async_trait;
use object_store::{
    BackoffConfig, Error, ObjectStore, ObjectStoreExt as _, PutMode, PutPayload, RetryConfig, UpdateVersion,
    aws::{AmazonS3, AmazonS3Builder, S3ConditionalPut},
    path::Path,
};
use service::ports::{StoreError, Tiles};
use std::{fmt, sync::Arc, time::Duration};
use tokio::sync::OnceCell;

/// How often one write is tried: against somebody who writes the same file, or an answer that was lost.
const WRITES_MAX: usize = 4;
/// How often one request is made again when the storage does not answer or says that it cannot.
const REQUESTS_AGAIN_MAX: usize = 3;
/// How much of an answer's words goes into an error.
const ERROR_CHARS_MAX: usize = 300;
/// The object by which conditions are tried out. It lies beside the published files and is never served.
const PROBE: &str = ".conditions";

/// Where the storage is and how long it may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectSettings {
    /// `s3://bucket` or `s3://bucket/below/this`.
    pub bucket: String,
    /// The region's name.
    pub region: String,
    /// The address of the storage, for others than AWS: `https://objects.example`.
    pub endpoint: Option<String>,
    /// How long one request may take.
    pub patience: Duration,
}

/// What the storage knows us by. Never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct ObjectCredentials {
    /// The access key's identifier.
    pub access_key: String,
    /// The secret.
    pub secret_key: String,
    /// The token of a session, where there is one.
    pub token: Option<String>,
}

impl fmt::Debug for ObjectCredentials {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("ObjectCredentials")
    }
}

/// Why settings of object storage cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ObjectSettingsError {
    /// Not a bucket's address.
    #[error("expected a bucket such as s3://candour-ledger or s3://candour-ledger/below/this")]
    Bucket,
    /// Not the address of storage.
    #[error(
        "expected the storage's address, such as https://objects.example; http is for this machine alone"
    )]
    Endpoint,
    /// No region.
    #[error("the region is missing")]
    Region,
    /// A credential is empty or has spaces.
    #[error("a credential of the object storage is empty or has spaces in it")]
    Credentials,
    /// The client cannot be built.
    #[error("the client of the object storage cannot be made: {0}")]
    Client(String),
}

/// What the storage did not do, in words without credentials.
#[derive(Debug, thiserror::Error)]
#[error("object storage: {0}")]
struct Refused(String);

/// Published files in object storage. Cheap to clone.
#[derive(Clone)]
pub struct ObjectTiles(Arc<Inner>);

struct Inner {
    store: AmazonS3,
    below: String,
    credentials: ObjectCredentials,
    conditions: OnceCell<()>,
    cache: Cache,
}

impl fmt::Debug for ObjectTiles {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ObjectTiles").field("below", &self.0.below).finish_non_exhaustive()
    }
}

impl ObjectTiles {
    /// Takes up settings; asks the storage nothing yet.
    ///
    /// # Errors
    /// [`ObjectSettingsError`], which says which setting is at fault.
    pub fn new(
        settings: &ObjectSettings,
        credentials: ObjectCredentials,
    ) -> Result<Self, ObjectSettingsError> {
        let (bucket, below) = place(&settings.bucket).ok_or(ObjectSettingsError::Bucket)?;
        if settings.region.is_empty() {
            return Err(ObjectSettingsError::Region);
        }
        let given =
            [Some(&credentials.access_key), Some(&credentials.secret_key), credentials.token.as_ref()];
        if given.into_iter().flatten().any(|text| text.is_empty() || text.contains(char::is_whitespace)) {
            return Err(ObjectSettingsError::Credentials);
        }
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(bucket)
            .with_region(&settings.region)
            .with_access_key_id(&credentials.access_key)
            .with_secret_access_key(&credentials.secret_key)
            .with_conditional_put(S3ConditionalPut::ETagMatch)
            .with_retry(RetryConfig {
                backoff: BackoffConfig {
                    init_backoff: Duration::from_millis(100),
                    max_backoff: Duration::from_secs(2),
                    base: 2.0,
                },
                max_retries: REQUESTS_AGAIN_MAX,
                retry_timeout: settings.patience * 2,
            })
            .with_http_connector(Blocking::new(settings.patience));
        if let Some(token) = &credentials.token {
            builder = builder.with_token(token);
        }
        if let Some(endpoint) = &settings.endpoint {
            let is_open = is_endpoint(endpoint).ok_or(ObjectSettingsError::Endpoint)?;
            builder = builder.with_endpoint(endpoint).with_allow_http(is_open);
        }
        let store =
            builder.build().map_err(|error| ObjectSettingsError::Client(words(&error, &credentials)))?;
        let conditions = OnceCell::new();
        Ok(Self(Arc::new(Inner { store, below, credentials, conditions, cache: Cache::default() })))
    }

    fn at(&self, path: &str) -> Path {
        Path::from(format!("{}{path}", self.0.below))
    }

    fn failed(&self, error: &Error) -> StoreError {
        StoreError::Unavailable(Box::new(Refused(words(error, &self.0.credentials))))
    }

    async fn fetch(&self, path: &str) -> Result<Option<(Vec<u8>, UpdateVersion)>, StoreError> {
        let found = match self.0.store.get(&self.at(path)).await {
            Ok(found) => found,
            // A bucket that is not there answers the same way; the first write says so.
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(self.failed(&error)),
        };
        let version = UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() };
        let bytes = found.bytes().await.map_err(|error| self.failed(&error))?;
        Ok(Some((bytes.to_vec(), version)))
    }

    async fn put(&self, at: &Path, bytes: &[u8], mode: PutMode) -> Result<(), Error> {
        self.0.store.put_opts(at, PutPayload::from(bytes.to_vec()), mode.into()).await.map(|_| ())
    }

    /// Sees once that the storage keeps both conditions.
    async fn try_conditions(&self) -> Result<(), StoreError> {
        let ignored = |what: &str| {
            Err(StoreError::Unavailable(Box::new(Refused(format!(
                "it ignores the condition {what}, so nothing is written to it"
            )))))
        };
        let at = self.at(PROBE);
        match self.put(&at, b"x", PutMode::Create).await {
            Ok(()) | Err(Error::AlreadyExists { .. }) => {}
            Err(error) => return Err(self.failed(&error)),
        }
        match self.put(&at, b"x", PutMode::Create).await {
            Err(Error::AlreadyExists { .. }) => {}
            Ok(()) => return ignored("If-None-Match"),
            Err(error) => return Err(self.failed(&error)),
        }
        let never =
            UpdateVersion { e_tag: Some("\"00000000000000000000000000000000\"".to_owned()), version: None };
        match self.put(&at, b"x", PutMode::Update(never)).await {
            Err(Error::Precondition { .. }) => Ok(()),
            Ok(()) => ignored("If-Match"),
            Err(error) => Err(self.failed(&error)),
        }
    }

    async fn write_by_rule(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let kind = Kind::of(path)?;
        self.0.conditions.get_or_try_init(|| self.try_conditions()).await?;
        let at = self.at(path);
        // A tile is hardly ever there already, so it is not asked for first.
        let mut looked = if kind == Kind::Tile { None } else { Some(self.fetch(path).await?) };
        let mut last = None;
        for _ in 0..WRITES_MAX {
            let there = looked.take().flatten();
            if kind.step(path, there.as_ref().map(|(bytes, _)| &bytes[..]), bytes)? == Step::Done {
                return Ok(());
            }
            let mode = there.map_or(PutMode::Create, |(_, version)| PutMode::Update(version));
            match self.put(&at, bytes, mode).await {
                Ok(()) => return Ok(()),
                // Somebody was quicker, or our own request was carried out and its answer lost: look again.
                Err(error) => last = Some(error),
            }
            looked = Some(self.fetch(path).await?);
        }
        let there = looked.flatten();
        match kind.step(path, there.as_ref().map(|(bytes, _)| &bytes[..]), bytes)? {
            Step::Done => Ok(()),
            // Others were quicker every time.
            Step::Write => Err(match last {
                None | Some(Error::Precondition { .. } | Error::AlreadyExists { .. }) => StoreError::Conflict,
                Some(error) => self.failed(&error),
            }),
        }
    }
}

#[async_trait]
impl Tiles for ObjectTiles {
    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let kind = Kind::of(path)?;
        if kind != Kind::Tile {
            return Ok(self.fetch(path).await?.map(|(bytes, _)| bytes));
        }
        if let Some(bytes) = self.0.cache.get(path) {
            return Ok(Some(bytes));
        }
        let Some((bytes, _)) = self.fetch(path).await? else { return Ok(None) };
        self.0.cache.keep(path, &bytes);
        Ok(Some(bytes))
    }

    async fn write(&self, path: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        self.write_by_rule(path, &bytes).await?;
        if Kind::of(path)? == Kind::Tile {
            self.0.cache.keep(path, &bytes);
        }
        Ok(())
    }
}

/// A bucket's name, and what its objects' names begin with.
fn place(address: &str) -> Option<(&str, String)> {
    let rest = address.strip_prefix("s3://")?;
    let (bucket, below) = rest.split_once('/').unwrap_or((rest, ""));
    let below = below.strip_suffix('/').unwrap_or(below);
    let plain = |text: &str| {
        !text.is_empty()
            && !text.starts_with('.')
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
    };
    if !plain(bucket) || (!below.is_empty() && !below.split('/').all(plain)) {
        return None;
    }
    Some((bucket, if below.is_empty() { String::new() } else { format!("{below}/") }))
}

/// Whether an address is spoken to in the open, which only this machine may be; `None` where it cannot be used.
fn is_endpoint(address: &str) -> Option<bool> {
    let uri: ureq::http::Uri = address.parse().ok()?;
    let authority = uri.authority()?;
    if authority.as_str().contains('@') || address.contains(['?', '#']) || uri.path() != "/" {
        return None;
    }
    let host = authority.host().trim_matches(['[', ']']);
    match uri.scheme_str()? {
        "https" => Some(false),
        "http" if host.parse::<std::net::IpAddr>().is_ok_and(|host| host.is_loopback()) => Some(true),
        _ => None,
    }
}

/// What an error says, on one line. Storage repeats the access key in some of its refusals; it is taken out.
fn words(error: &Error, credentials: &ObjectCredentials) -> String {
    let mut text = match error {
        Error::PermissionDenied { .. } => "permission was refused: ".to_owned(),
        Error::Unauthenticated { .. } => "the credentials were refused: ".to_owned(),
        _ => String::new(),
    };
    text.push_str(&error.to_string());
    let secrets = [Some(&credentials.access_key), Some(&credentials.secret_key), credentials.token.as_ref()];
    for secret in secrets.into_iter().flatten() {
        text = text.replace(secret.as_str(), "…");
    }
    let line: Vec<&str> = text.split_whitespace().collect();
    line.join(" ").chars().take(ERROR_CHARS_MAX).collect()
}
