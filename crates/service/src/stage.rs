//! What one command prepares beside its events: sealed texts, letters, content for release.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{BlobRow, OutboxRow},
};
use casework::{
    blob::{self, BlobKey, BlobRef},
    id::{BlobId, CaseId},
};
use serde_json::Value;
use std::collections::BTreeMap;
use vault::{
    case_keys::CaseKeys,
    seal::{self, DataKey, Place},
};

/// Texts sealed while a command is decided; dropped with it if it is refused.
#[derive(Debug)]
pub struct Stage<'a> {
    service: &'a Service,
    case: &'a CaseId,
    keys: &'a CaseKeys,
    pub(crate) blobs: Vec<BlobRow>,
    pub(crate) outbox: Vec<OutboxRow>,
    /// Content to be sealed for release, by the number of the decision.
    pub(crate) contents: BTreeMap<u32, Value>,
}

impl<'a> Stage<'a> {
    pub(crate) const fn new(service: &'a Service, case: &'a CaseId, keys: &'a CaseKeys) -> Self {
        Self { service, case, keys, blobs: Vec::new(), outbox: Vec::new(), contents: BTreeMap::new() }
    }

    /// Seals a text under the case's key.
    pub(crate) fn text(&mut self, text: &str) -> Answer<BlobRef> {
        self.seal(BlobKey::Case, text.as_bytes())
    }

    /// Seals something that says who or where the person is.
    pub(crate) fn identity(&mut self, text: &str) -> Answer<BlobRef> {
        self.seal(BlobKey::Identity, text.as_bytes())
    }

    fn seal(&mut self, key: BlobKey, text: &[u8]) -> Answer<BlobRef> {
        let salt: [u8; 32] = self.service.drawn();
        let blob = BlobId::from_bytes(self.service.drawn());
        let digest = blob::digest(&salt, text);
        let mut plain = Vec::with_capacity(32 + text.len());
        plain.extend_from_slice(&salt);
        plain.extend_from_slice(text);
        let place = Place::Blob { case: self.case.as_str(), blob: blob.as_str(), kind: kind(key) };
        let sealed = seal::seal(data_key(self.keys, key)?, self.service.entropy(), &plain, &place)?;
        self.blobs.push(BlobRow { case: self.case.clone(), blob: blob.clone(), sealed });
        Ok(BlobRef { blob, digest, key })
    }
}

const fn kind(key: BlobKey) -> &'static str {
    match key {
        BlobKey::Case => "case",
        BlobKey::Identity => "identity",
        BlobKey::Content => "content",
    }
}

fn data_key(keys: &CaseKeys, key: BlobKey) -> Answer<&DataKey> {
    match key {
        BlobKey::Case => Ok(&keys.case),
        BlobKey::Identity => Ok(&keys.identity),
        BlobKey::Content => Err(ServiceError::Broken("content has a key of its own")),
    }
}

impl Service {
    /// Opens a sealed text and checks it against the digest by which an event refers to it.
    pub(crate) async fn text_of(&self, case: &CaseId, keys: &CaseKeys, blob: &BlobRef) -> Answer<String> {
        let sealed = self
            .parts
            .store
            .blob(case, &blob.blob)
            .await?
            .ok_or(ServiceError::Broken("a sealed text is missing"))?;
        let place = Place::Blob { case: case.as_str(), blob: blob.blob.as_str(), kind: kind(blob.key) };
        let plain = seal::open(data_key(keys, blob.key)?, &sealed, &place)?;
        let Some((salt, text)) = plain.split_first_chunk::<32>() else {
            return Err(ServiceError::Broken("a sealed text is too short"));
        };
        if !vault::compare::equal(blob::digest(salt, text).as_bytes(), blob.digest.as_bytes()) {
            return Err(ServiceError::Broken("a sealed text is not the one that was recorded"));
        }
        String::from_utf8(text.to_vec()).map_err(|_| ServiceError::Broken("a sealed text is not UTF-8"))
    }
}
