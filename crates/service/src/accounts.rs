//! Accounts and sessions: sign-in by password for now (ADR 0014).

use crate::{
    engine::Service,
    error::{Answer, Fault, ServiceError},
    ports::{AccountRow, KeyRow, PlaceRow, SessionRow, StoreError, Write},
    text::Text,
};
use casework::{
    actor::{Actor, Role},
    event::Event,
    header::Stream,
    id::{AccountId, CaseId},
    refusal::Refusal,
    time::{HOUR, Moment},
};
use vault::{case_keys::CaseKeys, kek::Holder, password::StoredHash, token::Token};

/// How long a session lasts, in seconds: a working day.
pub const SESSION_SECONDS: i64 = 8 * HOUR;

/// By what somebody proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A password.
    Password,
    /// A passkey, whose holder the device itself has verified.
    Passkey,
}

impl Method {
    /// Its code, as sessions keep it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Passkey => "passkey",
        }
    }
}

/// Somebody signed in.
#[derive(Clone)]
pub struct SignedIn {
    /// The session's token, for the cookie; empty for a bearer token, which stays with its holder.
    pub token: String,
    /// The token that forms must carry.
    pub csrf: String,
    /// Who.
    pub actor: Actor,
    /// Their name, for people.
    pub title: String,
    /// When the session ends.
    pub expires: Moment,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedIn").field("account", &self.actor.account).finish_non_exhaustive()
    }
}

/// An account in the administrator's list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct AccountView {
    /// The account.
    pub id: String,
    /// The sign-in name.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// The role, for people.
    pub role: String,
    /// The place, for people.
    pub place: String,
    /// Whether it may be used.
    pub active: bool,
}

/// An account to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// The row, without its password.
    pub row: AccountRow,
    /// The password, in the clear.
    pub password: String,
    /// A bearer token, demonstrations only.
    pub token: Option<String>,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAccount").field("row", &self.row).finish_non_exhaustive()
    }
}

/// The actor of an account.
#[must_use]
pub fn actor_of(row: &AccountRow) -> Actor {
    Actor {
        account: row.account.clone(),
        individual: row.individual.clone(),
        role: row.role,
        place: row.place.clone(),
    }
}

impl Service {
    /// Signs in. `None` for an unknown name, a wrong password and a closed account alike, after the same work.
    ///
    /// # Errors
    /// As the store's.
    pub async fn sign_in(&self, name: &str, password: &str) -> Answer<Option<SignedIn>> {
        let row = self.parts.store.account_by_name(name.trim()).await?;
        let stored = row.as_ref().and_then(|row| StoredHash::parse(&row.password).ok());
        let (secrets, typed) = (self.parts.secrets.clone(), password.to_owned());
        // Hashing takes tens of milliseconds of one core: off the executor's threads.
        let right = tokio::task::spawn_blocking(move || match &stored {
            Some(stored) => secrets.verify_password(stored, &typed),
            None => secrets.dummy_verify(&typed),
        })
        .await
        .map_err(|_| ServiceError::Broken("hashing was interrupted"))?;
        let Some(row) = row.filter(|row| right && row.active) else { return Ok(None) };
        Ok(Some(self.open_session(row, Method::Password).await?))
    }

    /// Opens a session for an account that has proved who it is.
    pub(crate) async fn open_session(&self, row: AccountRow, method: Method) -> Answer<SignedIn> {
        let token = Token::fresh(self.entropy());
        let now = self.now();
        let session = SessionRow {
            digest: token.digest().0.to_vec(),
            account: row.account.clone(),
            csrf: self.csrf_token(),
            opened: now,
            expires: now.plus(SESSION_SECONDS),
            method: method.as_str().to_owned(),
        };
        self.parts.store.open_session(session.clone()).await?;
        Ok(SignedIn {
            token: token.expose().to_string(),
            csrf: session.csrf,
            actor: actor_of(&row),
            title: row.title,
            expires: session.expires,
        })
    }

    fn csrf_token(&self) -> String {
        Token::fresh(self.entropy()).expose().to_string()
    }

    /// Who a session belongs to; `None` if there is none, or it ended, or the account was closed.
    ///
    /// # Errors
    /// As the store's.
    pub async fn session(&self, token: &str) -> Answer<Option<SignedIn>> {
        let Some(parsed) = Token::parse(token) else { return Ok(None) };
        let Some(session) = self.parts.store.session(parsed.digest().0.as_slice(), self.now()).await? else {
            return Ok(None);
        };
        let Some(row) = self.parts.store.account(&session.account).await?.filter(|row| row.active) else {
            return Ok(None);
        };
        Ok(Some(SignedIn {
            token: token.to_owned(),
            csrf: session.csrf,
            actor: actor_of(&row),
            title: row.title,
            expires: session.expires,
        }))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// As the store's.
    pub async fn sign_out(&self, token: &str) -> Answer<()> {
        if let Some(parsed) = Token::parse(token) {
            self.parts.store.end_session(parsed.digest().0.as_slice()).await?;
        }
        Ok(())
    }

    /// Who a bearer token belongs to.
    ///
    /// # Errors
    /// As the store's.
    pub async fn bearer(&self, token: &str) -> Answer<Option<SignedIn>> {
        let Some(parsed) = Token::parse(token) else { return Ok(None) };
        let row = self.parts.store.account_by_token(parsed.digest().0.as_slice()).await?;
        Ok(row.filter(|row| row.active).map(|row| SignedIn {
            token: String::new(),
            csrf: String::new(),
            actor: actor_of(&row),
            title: row.title,
            expires: self.now().plus(SESSION_SECONDS),
        }))
    }

    /// Every account, for the administrator.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn account_list(&self, actor: &Actor) -> Answer<Vec<AccountView>> {
        if actor.role != Role::Administrator {
            return Err(Refusal::NotYourRole.into());
        }
        let places = self.places().await;
        Ok(self
            .parts
            .store
            .accounts()
            .await?
            .into_iter()
            .map(|row| AccountView {
                id: row.account.to_string(),
                name: row.name,
                title: row.title,
                role: row.role.title().to_owned(),
                place: place_title(&places, &row.place),
                active: row.active,
            })
            .collect())
    }

    /// Makes organisations, each with keys of its own already in the key file.
    ///
    /// # Errors
    /// As the store's.
    pub async fn make_places(&self, rows: Vec<PlaceRow>) -> Answer<()> {
        self.parts.store.append(Write { places: rows, ..Write::default() }).await?;
        self.refresh_places().await
    }

    /// Makes an account; the act is an event in the account's own stream.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] for a taken or ill-formed name, or a password of fewer than 12 characters.
    pub async fn make_account(&self, by: Option<&Actor>, new: NewAccount) -> Answer<AccountId> {
        let mut faults = Vec::new();
        if let Err(fault) = Text::line("/name", &new.row.name) {
            faults.push(fault);
        }
        if new.password.chars().count() < 12 {
            faults.push(Fault::new("/password", "at least 12 characters"));
        }
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        let mut row = new.row;
        row.password = self.parts.secrets.hash_password(self.entropy(), &new.password)?.as_str().to_owned();
        row.token = new.token.and_then(|token| Token::parse(&token)).map(|token| token.digest().0.to_vec());
        let account = row.account.clone();
        let id = Self::account_stream(&account);
        let (keys, new_keys) = self.service_keys(&id)?;
        let event = Event::AccountChanged {
            by: by.map(Into::into),
            account: account.clone(),
            change: format!("made as {}", row.role.as_str()),
        };
        let (stored, leaf) = self.seal_event(&keys, &id, Stream::Account, 1, &event, self.now())?;
        let write = Write {
            events: vec![stored],
            leaves: vec![leaf],
            accounts: vec![row],
            new_keys,
            ..Write::default()
        };
        match self.parts.store.append(write).await {
            Ok(()) => Ok(account),
            Err(StoreError::Taken(_) | StoreError::Conflict) => {
                Err(ServiceError::Invalid(vec![Fault::new("/name", "a name that is not taken")]))
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Fresh keys for a stream that belongs to no case, wrapped under the service's own key.
    pub(crate) fn service_keys(&self, id: &CaseId) -> Answer<(CaseKeys, Vec<KeyRow>)> {
        let keys = CaseKeys::fresh(self.entropy());
        let kek = self.parts.keks.newest(&Holder::service())?;
        let wrapped = keys.wrap(&*self.parts.keks, &kek, id.as_str(), self.entropy())?;
        let row = |kind: &str, bytes: Vec<u8>| KeyRow {
            case: id.clone(),
            kind: kind.to_owned(),
            unit: "service".to_owned(),
            epoch: kek.epoch,
            wrapped: bytes,
            made: self.now(),
        };
        Ok((keys, vec![row("case", wrapped.case.to_bytes()), row("identity", wrapped.identity.to_bytes())]))
    }

    /// The name of an account, by role and name, for people.
    pub(crate) async fn who(&self, by: &casework::actor::By) -> Answer<String> {
        let title = self.parts.store.account(&by.account).await?.map(|row| row.title);
        Ok(match title {
            Some(title) => format!("{title} ({})", by.role.title()),
            None => by.role.title().to_owned(),
        })
    }
}

fn place_title(places: &crate::places::Places, place: &casework::actor::Place) -> String {
    use casework::actor::Place;
    match place {
        Place::Force(id) => places.force_title(id),
        Place::Unit(id) => places.unit_title(id),
        Place::Trust(id) => places.trust_title(id),
        Place::Independent => "Independent".to_owned(),
        Place::Service => "The service".to_owned(),
    }
}
