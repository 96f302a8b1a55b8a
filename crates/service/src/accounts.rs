//! Accounts, and signing in with a password (ADR 0032).

use crate::{
    code_tries::Whence,
    devices::Device,
    engine::Service,
    error::{Answer, Fault, ServiceError},
    keepers::listed,
    ports::{AccountRow, KeyRow, PlaceRow, StoreError, Write},
    sessions::SESSION_SECONDS,
    text::Text,
};
use casework::{
    actor::{Actor, Role},
    event::Event,
    header::Stream,
    id::{AccountId, CaseId},
    refusal::Refusal,
    time::Moment,
};
use vault::{case_keys::CaseKeys, kek::Holder, password::StoredHash, token::Token};

/// By what somebody proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A password alone: demonstrations.
    Password,
    /// A passkey, whose holder the device itself has verified.
    Passkey,
    /// A password and a code of the moment.
    PasswordAndCode,
    /// A password and one of the codes that were kept for when the second factor is lost.
    RecoveryCode,
    /// The sign-in of their organisation, which said that nobody could have come between (ADR 0033).
    Organisation,
    /// The sign-in of their organisation, which said that there was a second factor, and no more.
    OrganisationSecondFactor,
}

impl Method {
    const ALL: [Self; 6] = [
        Self::Password,
        Self::Passkey,
        Self::PasswordAndCode,
        Self::RecoveryCode,
        Self::Organisation,
        Self::OrganisationSecondFactor,
    ];

    /// Its code, as sessions keep it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Passkey => "passkey",
            Self::PasswordAndCode => "password-and-code",
            Self::RecoveryCode => "recovery-code",
            Self::Organisation => "organisation",
            Self::OrganisationSecondFactor => "organisation-second-factor",
        }
    }

    /// The method of a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == code)
    }

    /// For people, after “signed in”.
    #[must_use]
    pub fn title(self) -> String {
        ::words::coded_or("view-method", self.as_str())
    }
}

/// What a password is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passwords {
    /// It opens an account by itself: demonstrations, where everything is invented.
    Alone,
    /// It opens one together with a second factor, and never an account of police (ADR 0032).
    WithSecondFactor,
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
    /// When they signed in.
    pub opened: Moment,
    /// When the session ends unless something is done in it.
    pub expires: Moment,
    /// When it ends whatever is done.
    pub ends: Moment,
    /// When its holder last proved who they are.
    pub proved: Moment,
}

impl SignedIn {
    /// Whether they have proved who they are since they signed in, and not by signing in alone.
    #[must_use]
    pub fn has_proved_since(&self) -> bool {
        self.proved > self.opened
    }
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
    /// Whether it is whoever asks.
    pub own: bool,
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
    /// Signs in with a password, and a code where one is needed: one of the moment, or a recovery code. `None` for an
    /// unknown name, a wrong password, a missing or wrong code, one that has to wait, and a closed account alike, after the
    /// same hashing. `device` is the browser, where its holder has signed in there before.
    ///
    /// # Errors
    /// As the store's.
    pub async fn sign_in(
        &self,
        name: &str,
        (password, code): (&str, &str),
        browser: &str,
        device: Option<Device>,
    ) -> Answer<Option<SignedIn>> {
        let row = self.parts.store.account_by_name(name.trim()).await?;
        let right = self.is_password_of(row.as_ref(), password).await?;
        let Some(row) = row.filter(|row| right && row.active) else {
            tracing::info!("a sign-in was refused");
            return Ok(None);
        };
        let whence = device.map_or(Whence::Anywhere, Whence::Device);
        let Some(method) = self.second_factor(&row, code, whence).await? else {
            tracing::warn!(account = %row.account, "a sign-in with the right password was refused");
            return Ok(None);
        };
        Ok(Some(self.open_session(row, method, browser).await?))
    }

    /// Whether a password can prove who somebody is: not for police, save in demonstrations.
    #[must_use]
    pub fn may_type_a_password(&self, actor: &Actor) -> bool {
        self.parts.passwords == Passwords::Alone || !matches!(actor.place, casework::actor::Place::Force(_))
    }

    /// Somebody signed in proves again who they are, by password and, where they have one, second factor: the token that
    /// their session has from now on; `None` where that proves nothing.
    ///
    /// # Errors
    /// As the store's.
    pub async fn prove_with_password(
        &self,
        token: &str,
        actor: &Actor,
        (password, code): (&str, &str),
    ) -> Answer<Option<Token>> {
        let row = self.parts.store.account(&actor.account).await?;
        let right = self.is_password_of(row.as_ref(), password).await?;
        let Some(row) = row.filter(|row| right && row.active) else { return Ok(None) };
        let session = Token::parse(token).ok_or(ServiceError::Broken("a session's token does not read"))?;
        let whence = Whence::Session(session.digest().0);
        let Some(method) = self.second_factor(&row, code, whence).await? else { return Ok(None) };
        self.prove_session(token, method).await
    }

    /// By what one's own account is opened beside passkeys: whether by a password, and whether by a second factor.
    ///
    /// # Errors
    /// As the store's.
    pub async fn my_password(&self, actor: &Actor) -> Answer<(bool, bool)> {
        let row = self.parts.store.account(&actor.account).await?;
        let has_password = row.is_some_and(|row| !row.password.is_empty());
        let has_second = self.parts.store.second_factor(&actor.account).await?.is_some();
        Ok((has_password, has_second))
    }

    /// Changes one's own password, which one shows first; every other session of the account ends.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] where the one that is now is wrong, and for a new one that may not be chosen;
    /// [`ServiceError::Busy`] for an account that has none.
    pub async fn change_password(
        &self,
        actor: &Actor,
        token: &str,
        (present, new): (&str, &str),
    ) -> Answer<()> {
        let row = self.parts.store.account(&actor.account).await?;
        let mut faults = Vec::new();
        if !self.is_password_of(row.as_ref(), present).await? {
            faults.push(Fault::new("/present", ::words::say("refusal-expected-present-password")));
        }
        let row = row.ok_or(ServiceError::Broken("an account is gone"))?;
        let place = place_title(&*self.places().await, &row.place);
        let about = [row.name.as_str(), row.title.as_str(), place.as_str()];
        faults.extend(crate::passwords::fault(new, &about).map(|expected| Fault::new("/new", expected)));
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        let hash = self.hashed_password(new).await?;
        let write = Write { password: Some((row.account.clone(), hash)), ..Write::default() };
        self.change_account(Some(actor), &row.account, "password changed", write).await?;
        self.end_my_other_sessions(actor, token).await?;
        Ok(())
    }

    /// Whether a password is an account's; where there is no account, after the same hashing.
    pub(crate) async fn is_password_of(&self, row: Option<&AccountRow>, password: &str) -> Answer<bool> {
        let stored = row.and_then(|row| StoredHash::parse(&row.password).ok());
        let typed = password.to_owned();
        self.hashed(move |secrets| match &stored {
            Some(stored) => secrets.verify_password(stored, &typed),
            None => secrets.dummy_verify(&typed),
        })
        .await
    }

    /// The name of an account, by role and name, for people.
    pub(crate) async fn who(&self, by: &casework::actor::By) -> Answer<String> {
        let title = self.parts.store.account(&by.account).await?.map(|row| row.title);
        Ok(match title {
            Some(title) => format!("{title} ({})", crate::words::role(by.role)),
            None => crate::words::role(by.role),
        })
    }

    /// Who a bearer token belongs to.
    ///
    /// # Errors
    /// As the store's.
    pub async fn bearer(&self, token: &str) -> Answer<Option<SignedIn>> {
        if self.parts.passwords != Passwords::Alone {
            // They exist in demonstrations only.
            return Ok(None);
        }
        let Some(parsed) = Token::parse(token) else { return Ok(None) };
        let row = self.parts.store.account_by_token(parsed.digest().0.as_slice()).await?;
        Ok(row.filter(|row| row.active).map(|row| SignedIn {
            token: String::new(),
            csrf: String::new(),
            actor: actor_of(&row),
            title: row.title,
            opened: self.now(),
            expires: self.now().plus(SESSION_SECONDS),
            ends: self.now().plus(SESSION_SECONDS),
            proved: self.now(),
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
                role: crate::words::role(row.role),
                place: place_title(&places, &row.place),
                active: row.active,
                own: row.account == actor.account,
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
            faults.push(Fault::new("/password", ::words::say("refusal-expected-password-length")));
        }
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        let mut row = new.row;
        row.password = self.hashed_password(&new.password).await?;
        row.token = new.token.and_then(|token| Token::parse(&token)).map(|token| token.digest().0.to_vec());
        self.record_account(by, row, Write::default()).await
    }

    /// Records a new account, as the first event of its stream, together with what else is written.
    pub(crate) async fn record_account(
        &self,
        by: Option<&Actor>,
        row: AccountRow,
        write: Write,
    ) -> Answer<AccountId> {
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
            keeper_acts: listed(&event, &stored),
            events: vec![stored],
            leaves: vec![leaf],
            accounts: vec![row],
            new_keys,
            ..write
        };
        match self.parts.store.append(write).await {
            Ok(()) => Ok(account),
            Err(StoreError::Taken(_)) => {
                let expected = ::words::say("refusal-expected-free-name");
                Err(ServiceError::Invalid(vec![Fault::new("/name", expected)]))
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Records a change of an account as an event in its own stream, together with what changes.
    pub(crate) async fn change_account(
        &self,
        by: Option<&Actor>,
        account: &AccountId,
        change: &str,
        write: Write,
    ) -> Answer<()> {
        let id = Self::account_stream(account);
        let keys = self.keys(&id).await?.ok_or(ServiceError::Broken("an account has no keys"))?;
        let position = self.parts.store.last_position(&id, Stream::Account).await? + 1;
        let event = Event::AccountChanged {
            by: by.map(Into::into),
            account: account.clone(),
            change: change.to_owned(),
        };
        let (stored, leaf) = self.seal_event(&keys, &id, Stream::Account, position, &event, self.now())?;
        let keeper_acts = listed(&event, &stored);
        let write = Write { keeper_acts, events: vec![stored], leaves: vec![leaf], ..write };
        Ok(self.parts.store.append(write).await?)
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
}

pub(crate) fn place_title(places: &crate::places::Places, place: &casework::actor::Place) -> String {
    use casework::actor::Place;
    match place {
        Place::Force(id) => places.force_title(id),
        Place::Unit(id) => places.unit_title(id),
        Place::Trust(id) => places.trust_title(id),
        Place::Independent => ::words::say("view-place-independent"),
        Place::Service => ::words::say("view-place-service"),
    }
}
