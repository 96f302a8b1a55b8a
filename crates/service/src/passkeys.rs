//! Passkeys of accounts: added and removed by their holder, each an event of the account; and signing in with one.
//!
//! What a browser and an authenticator say to each other is checked before anything comes here; this keeps what verifies
//! a passkey, and sees to it that no challenge is answered twice.

use crate::{
    accounts::{Method, SignedIn},
    dates::ForReaders as _,
    dual_control::fault,
    engine::Service,
    error::{Answer, ServiceError},
    ports::{PasskeyRow, StoreError, Write},
    text::Text,
};
use casework::{
    actor::Actor,
    id::{AccountId, CaseId},
    time::Moment,
};
use sha2::{Digest as _, Sha256};
use vault::{
    case_keys::{unwrap_draft, wrap_draft},
    kek::Holder,
    seal::{self, DataKey, Place},
    token::Token,
    wrapped::WrappedKey,
};

/// How many passkeys an account may have: a telephone, a computer or two, a hardware key or two, and some to spare.
pub const PASSKEYS_MAX: usize = 10;
/// How long a challenge may be answered, in seconds.
pub const CHALLENGE_SECONDS: i64 = 300;

/// A passkey, for its holder.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PasskeyView {
    /// Its identifier, in hexadecimal.
    pub id: String,
    /// What its holder calls it.
    pub label: String,
    /// When it was added, for people.
    pub made: String,
    /// When it was last used, for people.
    pub used: Option<String>,
}

/// What stands for an account where an authenticator asks: 16 bytes that say nothing.
#[must_use]
pub fn user_handle(account: &AccountId) -> [u8; 16] {
    let mut digest = Sha256::new();
    digest.update(b"candour.user-handle.v1\n");
    digest.update(account.as_str());
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest.finalize()[..16]);
    bytes
}

impl Service {
    /// One's own passkeys, oldest first.
    ///
    /// # Errors
    /// As the store's.
    pub async fn my_passkeys(&self, actor: &Actor) -> Answer<Vec<PasskeyView>> {
        let view = |row: PasskeyRow| PasskeyView {
            id: row.id.iter().map(|byte| format!("{byte:02x}")).collect(),
            label: row.label,
            made: row.made.for_readers(),
            used: row.used.map(Moment::for_readers),
        };
        Ok(self.passkey_rows(&actor.account).await?.into_iter().map(view).collect())
    }

    /// What is kept of an account's passkeys.
    ///
    /// # Errors
    /// As the store's.
    pub async fn passkey_rows(&self, account: &AccountId) -> Answer<Vec<PasskeyRow>> {
        Ok(self.parts.store.passkeys_of(account).await?)
    }

    /// What is kept of a passkey.
    ///
    /// # Errors
    /// As the store's.
    pub async fn passkey(&self, id: &[u8]) -> Answer<Option<PasskeyRow>> {
        Ok(self.parts.store.passkey(id).await?)
    }

    /// Adds a passkey that answered a challenge; an event of the account.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] for a label that is no line, a passkey that is there already, and the eleventh.
    pub async fn add_passkey(
        &self,
        actor: &Actor,
        label: &str,
        (id, key): (Vec<u8>, Vec<u8>),
        challenge: &Challenge,
    ) -> Answer<()> {
        let label = Text::line("/label", label).map_err(|fault| ServiceError::Invalid(vec![fault]))?;
        if self.passkey_rows(&actor.account).await?.len() >= PASSKEYS_MAX {
            return Err(fault("", ::words::say("refusal-expected-fewer-passkeys")));
        }
        if self.parts.store.organisation_link_of(&actor.account).await?.is_some() {
            // Whoever leaves their organisation must not come in past it.
            return Err(fault("", ::words::say("refusal-expected-one-way-in")));
        }
        self.answer(challenge).await?;
        let row = PasskeyRow {
            id,
            account: actor.account.clone(),
            label: label.as_str().to_owned(),
            key,
            made: self.now(),
            used: None,
        };
        let write = Write { passkeys: vec![row], ..Write::default() };
        match self.change_account(Some(actor), &actor.account, "passkey added", write).await {
            Err(ServiceError::Store(StoreError::Taken(_))) => {
                Err(fault("", ::words::say("refusal-expected-unused-passkey")))
            }
            done => done,
        }
    }

    /// Removes one of one's own passkeys; an event of the account. Sessions that it opened go on until they end.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] where it is not there.
    pub async fn remove_passkey(&self, actor: &Actor, id: Vec<u8>) -> Answer<()> {
        let write = Write { passkey_gone: Some((actor.account.clone(), id)), ..Write::default() };
        self.change_account(Some(actor), &actor.account, "passkey removed", write).await
    }

    /// Signs in with a passkey that answered a challenge; `key` is what verifies it from now on. `None` where the account
    /// was closed.
    ///
    /// # Errors
    /// [`ServiceError::KeyReused`] for a challenge that was answered before; otherwise as the store's.
    pub async fn sign_in_with_passkey(
        &self,
        passkey: &PasskeyRow,
        key: Vec<u8>,
        challenge: &Challenge,
        browser: &str,
    ) -> Answer<Option<SignedIn>> {
        let account = self.parts.store.account(&passkey.account).await?;
        let Some(account) = account.filter(|account| account.active) else { return Ok(None) };
        self.answer(challenge).await?;
        match self.parts.store.use_passkey(&passkey.id, key, self.now()).await {
            Ok(()) => Ok(Some(self.open_session(account, Method::Passkey, browser).await?)),
            // Removed a moment ago.
            Err(StoreError::Conflict) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }

    /// Somebody signed in proved who they are with a passkey of their own that answered a challenge: the token that their
    /// session has from now on; `None` where the passkey is gone, or the session
    /// ended meanwhile.
    ///
    /// # Errors
    /// [`ServiceError::KeyReused`] for a challenge that was answered before; otherwise as the store's.
    pub async fn prove_with_passkey(
        &self,
        token: &str,
        passkey: &PasskeyRow,
        key: Vec<u8>,
        challenge: &Challenge,
    ) -> Answer<Option<Token>> {
        self.answer(challenge).await?;
        match self.parts.store.use_passkey(&passkey.id, key, self.now()).await {
            Ok(()) => self.prove_session(token, Method::Passkey).await,
            Err(StoreError::Conflict) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }

    /// Takes a challenge as answered: whatever comes of the answer, there is no second one.
    ///
    /// # Errors
    /// [`ServiceError::KeyReused`] for a challenge that was answered before; otherwise as the store's.
    pub async fn answer(&self, challenge: &Challenge) -> Answer<()> {
        match self.parts.store.answer_challenge(challenge.digest, challenge.expires).await {
            Err(StoreError::Repeated) => {
                tracing::warn!("a challenge was answered a second time");
                Err(ServiceError::KeyReused)
            }
            done => Ok(done?),
        }
    }

    /// Seals what a ceremony has to remember, so that its page can carry it: nothing is kept here until it is answered.
    ///
    /// # Errors
    /// Where the service's key is not there.
    pub fn seal_ceremony(&self, about: &str, state: &[u8]) -> Answer<Vec<u8>> {
        self.seal_for(about, state, CHALLENGE_SECONDS)
    }

    /// The same for so many seconds.
    ///
    /// # Errors
    /// Where the service's key is not there.
    pub fn seal_for(&self, about: &str, state: &[u8], seconds: i64) -> Answer<Vec<u8>> {
        let id = CaseId::from_bytes(self.drawn());
        let key = DataKey::fresh(self.entropy());
        let kek = self.parts.keks.newest(&Holder::service())?;
        let wrapped = wrap_draft(&*self.parts.keks, &kek, id.as_str(), &key, self.entropy())?.to_bytes();
        let mut plain = self.now().plus(seconds).0.to_be_bytes().to_vec();
        plain.extend_from_slice(state);
        let place = Place::Blob { case: id.as_str(), blob: about, kind: "ceremony" };
        let sealed = seal::seal(&key, self.entropy(), &plain, &place)?;
        let length = u16::try_from(wrapped.len()).map_err(|_| ServiceError::Broken("a key is too long"))?;
        let mut bytes = id.as_str().as_bytes().to_vec();
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(&wrapped);
        bytes.extend_from_slice(&sealed);
        Ok(bytes)
    }

    /// Opens what [`seal_ceremony`](Self::seal_ceremony) sealed for the same purpose; `None` for anything else, and once
    /// its time is over.
    #[must_use]
    pub fn open_ceremony(&self, about: &str, bytes: &[u8]) -> Option<(Challenge, Vec<u8>)> {
        let (id, rest) = bytes.split_at_checked(32)?;
        let id = CaseId::parse(std::str::from_utf8(id).ok()?).ok()?;
        let (length, rest) = rest.split_first_chunk::<2>()?;
        let (wrapped, sealed) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        let wrapped = WrappedKey::from_bytes(wrapped).ok()?;
        let key = unwrap_draft(&*self.parts.keks, id.as_str(), &wrapped).ok()?;
        let place = Place::Blob { case: id.as_str(), blob: about, kind: "ceremony" };
        let plain = seal::open(&key, sealed, &place).ok()?;
        let (expires, state) = plain.split_first_chunk::<8>()?;
        let expires = Moment(i64::from_be_bytes(*expires));
        let challenge = Challenge { digest: Sha256::digest(id.as_str()).into(), expires };
        (self.now() < expires).then(|| (challenge, state.to_vec()))
    }
}

/// A challenge that was put: it may be answered once, and until its time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge {
    digest: [u8; 32],
    expires: Moment,
}
