//! The rules in force: one gate for everything that one request does, and the gates of earlier decisions.
//!
//! A [`Service`] is a value with one gate. Whoever begins something new takes [`Service::current`]; what is decided under
//! a gate that is no longer in force when it is recorded is refused by the store, so that no decision stands between two
//! packs.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::{LedgerStore, Store, StoreError},
};
use gate::{Files, Gate};
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};
use tlog::entry::ActKind;

/// How many earlier gates are kept ready. A pack takes a third of a second to make ready and a few megabytes.
const EARLIER_MAX: usize = 8;

/// The gate in force, shared by every value of the service, and earlier ones that are ready.
#[derive(Debug)]
pub(crate) struct Rules {
    present: RwLock<Arc<Gate>>,
    earlier: RwLock<BTreeMap<String, Arc<Gate>>>,
}

impl Rules {
    pub(crate) fn new(gate: Arc<Gate>) -> Self {
        Self { present: RwLock::new(gate), earlier: RwLock::default() }
    }

    pub(crate) fn present(&self) -> Arc<Gate> {
        // A panic elsewhere cannot leave half a pointer behind.
        self.present.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, gate: Arc<Gate>) {
        *self.present.write().unwrap_or_else(PoisonError::into_inner) = gate;
    }

    fn ready(&self, digest: &str) -> Option<Arc<Gate>> {
        let present = self.present();
        if present.pack().digest() == digest {
            return Some(present);
        }
        self.earlier.read().unwrap_or_else(PoisonError::into_inner).get(digest).cloned()
    }

    fn keep(&self, gate: Arc<Gate>) {
        let mut earlier = self.earlier.write().unwrap_or_else(PoisonError::into_inner);
        if earlier.len() >= EARLIER_MAX {
            earlier.clear();
        }
        earlier.insert(gate.pack().digest().to_owned(), gate);
    }
}

impl Service {
    /// The same service with the gate that is in force now, for something that begins.
    #[must_use]
    pub fn current(&self) -> Self {
        let mut current = self.clone();
        current.parts.gate = self.rules.present();
        current
    }

    /// The gate of a pack that is or was in force, or is offered, by its digest in hexadecimal.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] for a pack that was not kept, or is not what its digest says.
    pub(crate) async fn gate_under(&self, digest: &str) -> Answer<Arc<Gate>> {
        if let Some(gate) = self.rules.ready(digest) {
            return Ok(gate);
        }
        let bytes = digest_bytes(digest).ok_or(ServiceError::Broken("a pack's digest does not read"))?;
        let gate = kept(&*self.parts.store, &bytes)
            .await?
            .ok_or(ServiceError::Broken("a policy pack was not kept"))?;
        let gate = Arc::new(gate);
        self.rules.keep(gate.clone());
        Ok(gate)
    }

    /// Takes up the pack that stands, where it is another one: after an adoption here, or by another node.
    ///
    /// # Errors
    /// As the store's, and as [`Service::gate_under`].
    pub async fn follow_rules(&self) -> Answer<()> {
        let standing = self.parts.ledger.standing_act(ActKind::PolicyAdopted.as_str()).await?;
        let Some(standing) = standing.map(|digest| digest_text(&digest)) else { return Ok(()) };
        let before = self.rules.present();
        if before.pack().digest() != standing {
            let gate = self.gate_under(&standing).await?;
            tracing::info!(pack = %gate.pack().name(), %standing, "another policy pack is in force");
            self.rules.set(gate);
            self.rules.keep(before);
        }
        Ok(())
    }
}

/// The gate of the pack that stands in a store; `None` before the service was first started with one that is kept.
///
/// # Errors
/// As the store's; [`ServiceError::Broken`] where the pack is not what its digest says.
pub async fn in_force(store: &dyn Store, ledger: &dyn LedgerStore) -> Answer<Option<Gate>> {
    match ledger.standing_act(ActKind::PolicyAdopted.as_str()).await? {
        Some(digest) => kept(store, &digest).await,
        None => Ok(None),
    }
}

async fn kept(store: &dyn Store, digest: &[u8; 32]) -> Answer<Option<Gate>> {
    let Some(row) = store.pack(digest).await? else { return Ok(None) };
    let files = Files::from_json(&row.files)
        .map_err(|_| ServiceError::Store(StoreError::Corrupt { table: "packs" }))?;
    // SECURITY: the rules are those that three people looked at, byte for byte, or none.
    if files.digest() != digest_text(digest) {
        return Err(ServiceError::Store(StoreError::Corrupt { table: "packs" }));
    }
    made_ready(files).await?.map(Some).map_err(|error| {
        tracing::error!(%error, "a policy pack that was kept does not fit this version");
        ServiceError::Broken("a policy pack that was kept does not fit this version of Candour")
    })
}

/// Makes files ready to judge by, off the executor's threads.
pub(crate) async fn made_ready(files: Files) -> Answer<Result<Gate, gate::GateError>> {
    tokio::task::spawn_blocking(move || gate::from_files(&files))
        .await
        .map_err(|_| ServiceError::Broken("making a pack ready was interrupted"))
}

/// The bytes of a digest in hexadecimal.
pub(crate) fn digest_bytes(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0_u8; 32];
    if text.len() != 64 {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// A digest in hexadecimal.
pub(crate) fn digest_text(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
