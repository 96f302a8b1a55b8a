//! What a key custodian's acts mean for the record: that each is said in the ledger, and that every wrapped key still
//! opens before an older form of the keys may go.
//!
//! INVARIANT: the ledger names the state of the keys that the service runs with. It is said before keys are exchanged, and
//! said again at the start where it is another one, so that no order of events leaves a change unsaid.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::KeyRow,
};
use casework::id::CaseId;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use tlog::entry::{Act, ActKind, Entry};
use vault::{
    kek::{KekProvider, Unready},
    wrapped::WrappedKey,
};

/// How many wrapped keys are read at a time.
const ROWS: u32 = 1_000;

/// What looking at every wrapped key found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeysExamined {
    /// How many were looked at.
    pub keys: u64,
    /// The case and kind of each that does not open.
    pub closed: Vec<(CaseId, String)>,
}

impl Service {
    /// Says in the ledger that the keys are in this state, unless that was the last thing said of them. What was never
    /// said of keys in a file stays unsaid: they are there from the beginning.
    ///
    /// # Errors
    /// As the store's.
    pub async fn announce_keys(&self, state: &str, is_new: bool) -> Answer<()> {
        let ledger = &self.parts.ledger;
        let name = ActKind::KeyChanged.as_str();
        if !is_new && ledger.standing_act(name).await?.is_none() {
            return Ok(());
        }
        let digest: [u8; 32] = Sha256::digest(state).into();
        let act = Act::new(ActKind::KeyChanged, Some(digest), None)
            .ok_or(ServiceError::Broken("an act lacks its digest"))?;
        Ok(ledger.announce(name, digest, Entry::Act(act).to_bytes(), self.now()).await?)
    }

    /// Whether the ledger's last word about keys is this state, or there is none.
    ///
    /// # Errors
    /// As the store's.
    pub async fn keys_are_as_announced(&self, state: &str) -> Answer<bool> {
        let digest: [u8; 32] = Sha256::digest(state).into();
        let standing = self.parts.ledger.standing_act(ActKind::KeyChanged.as_str()).await?;
        Ok(standing.is_none_or(|standing| standing == digest))
    }

    /// Opens every wrapped key of the keystore with the keys of a provider, and keeps none.
    ///
    /// # Errors
    /// As the store's; a key that does not open is found, not an error.
    pub async fn examine_keys(&self, provider: &dyn KekProvider) -> Answer<KeysExamined> {
        let mut found = KeysExamined::default();
        let mut last: Option<KeyRow> = None;
        loop {
            let after = last.as_ref().map(|row| (&row.case, row.kind.as_str()));
            let rows = self.parts.store.all_keys(after, ROWS).await?;
            if rows.is_empty() {
                return Ok(found);
            }
            for row in &rows {
                let opens = WrappedKey::from_bytes(&row.wrapped)
                    .and_then(|wrapped| wrapped.opens(provider, row.case.as_str()));
                found.keys += 1;
                if opens.is_err() {
                    found.closed.push((row.case.clone(), row.kind.clone()));
                }
            }
            last = rows.into_iter().next_back();
        }
    }

    /// The key-encryption keys that the service runs with.
    #[must_use]
    pub fn keks(&self) -> Arc<dyn KekProvider> {
        self.parts.keks.clone()
    }

    /// Whether what holds keys answers: of a hardware module, that it could unwrap and sign now.
    ///
    /// # Errors
    /// Says why not.
    pub async fn keys_ready(&self) -> Result<(), Unready> {
        let (keks, signer) = (self.parts.keks.clone(), self.parts.signer.clone());
        // A module is asked by calls that block.
        tokio::task::spawn_blocking(move || keks.ready().and_then(|()| signer.ready())).await?
    }
}
