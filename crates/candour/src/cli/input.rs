//! What commands are pointed at: files, policies, ledgers.

use super::outcome::Failure;
use crate::outgoing::{BaseUrl, HttpSource, Outgoing};
use anyhow::{Context, anyhow};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use tlog::Policy;
use tlog::policy::MAX_POLICY_BYTES;
use verify::{Folder, Source};

/// Reads a file that the command line names, of at most `limit` bytes.
pub(super) fn file(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let shown = path.display();
    let read = || {
        let mut bytes = Vec::new();
        File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        Ok::<_, std::io::Error>(bytes)
    };
    let bytes = read().with_context(|| format!("{shown} cannot be read")).map_err(Failure::used_wrongly)?;
    if bytes.len() > limit {
        return Err(Failure::used_wrongly(anyhow!("{shown} is longer than {limit} bytes")));
    }
    Ok(bytes)
}

/// Reads a quorum policy.
pub(super) fn policy(path: &Path) -> Result<Policy, Failure> {
    let bytes = file(path, MAX_POLICY_BYTES)?;
    Policy::parse(&bytes)
        .with_context(|| format!("{} is not a quorum policy", path.display()))
        .map_err(Failure::used_wrongly)
}

/// The ledger in a folder, or below an address.
pub(super) fn source(text: &str) -> Result<Box<dyn Source>, Failure> {
    if text.starts_with("http://") || text.starts_with("https://") {
        let base = BaseUrl::parse(text)
            .with_context(|| format!("`{text}` cannot be used"))
            .map_err(Failure::used_wrongly)?;
        return Ok(Box::new(HttpSource::new(Outgoing::new(), base)));
    }
    if !Path::new(text).is_dir() {
        return Err(Failure::used_wrongly(anyhow!("`{text}` is neither a folder nor an http address")));
    }
    Ok(Box::new(Folder::new(text)))
}
