//! What a browser, an authenticator and we say to each other (W3C Web Authentication, level 3), by `webauthn-rs`.
//!
//! A page carries the challenge and, sealed, what has to be remembered of it, so that nothing is kept for pages that
//! nobody answers. The service sees to it that none is answered twice.

use crate::web::problem::Problem;
use anyhow::Context as _;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use casework::{actor::Actor, id::AccountId};
use serde_json::{Value, json};
use service::{
    Service, ServiceError,
    accounts::SignedIn,
    enrolment::Enrolling,
    passkeys::{Challenge, user_handle},
    ports::PasskeyRow,
};
use std::sync::Arc;
use vault::token::Token;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

/// For what a challenge was put.
const SIGN_IN: &str = "sign-in";
/// Under this name authenticators show us.
const NAME: &str = "Candour";

/// A challenge on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// What the page's script hands to the browser: JSON.
    pub options: String,
    /// What the form brings back: sealed.
    pub state: String,
}

/// Passkeys for one address.
#[derive(Debug, Clone)]
pub struct Passkeys(Option<Arc<Webauthn>>);

impl Passkeys {
    /// For the address under which people reach the service. Browsers know passkeys for names only, so an address that is
    /// a number, as a demonstration's, has none.
    ///
    /// # Errors
    /// Where the address is none.
    pub fn of(address: &str) -> anyhow::Result<Self> {
        let url = Url::parse(address).with_context(|| format!("{address} is no address"))?;
        let Some(domain) = url.domain() else { return Ok(Self(None)) };
        let made = WebauthnBuilder::new(domain, &url).and_then(|builder| builder.rp_name(NAME).build());
        Ok(Self(Some(Arc::new(made.with_context(|| format!("passkeys cannot be used at {address}"))?))))
    }

    /// For an address that has none.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// Whether there are any.
    #[must_use]
    pub const fn are_known(&self) -> bool {
        self.0.is_some()
    }

    fn webauthn(&self) -> Result<&Webauthn, Problem> {
        self.0.as_deref().ok_or(Problem::NoSuchPage)
    }

    /// Asks whoever has a passkey for this address to sign in with it. Nobody says first who they are.
    ///
    /// # Errors
    /// Where there are no passkeys here, or the challenge cannot be made.
    pub fn ask(&self, service: &Service) -> Result<Put, Problem> {
        let (asked, state) =
            self.webauthn()?.start_discoverable_authentication().map_err(|error| unmade(&error))?;
        put(service, SIGN_IN, &json!(asked), &state)
    }

    /// Looks at what was answered and signs in. `None` where it proves nothing.
    ///
    /// # Errors
    /// As the service's.
    pub async fn sign_in(
        &self,
        service: &Service,
        (state, answer): (&str, &str),
        browser: &str,
    ) -> Result<Option<SignedIn>, Problem> {
        let Some(shown) = self.shown(service, SIGN_IN, (state, answer)).await? else { return Ok(None) };
        match service.sign_in_with_passkey(&shown.row, shown.key, &shown.challenge, browser).await {
            // The same answer a second time.
            Err(ServiceError::KeyReused) => Ok(None),
            done => Ok(done?),
        }
    }

    /// Asks somebody signed in to prove again who they are.
    ///
    /// # Errors
    /// Where there are no passkeys here, or the challenge cannot be made.
    pub fn ask_to_prove(&self, service: &Service, account: &AccountId) -> Result<Put, Problem> {
        let (asked, state) =
            self.webauthn()?.start_discoverable_authentication().map_err(|error| unmade(&error))?;
        put(service, &to_prove(account), &json!(asked), &state)
    }

    /// Looks at what was answered: the token that the session has from now on, where it proves that the account's holder is
    /// there.
    ///
    /// # Errors
    /// As the service's.
    pub async fn prove(
        &self,
        service: &Service,
        account: &AccountId,
        (state, answer): (&str, &str),
        session: &str,
    ) -> Result<Option<Token>, Problem> {
        let Some(shown) = self.shown(service, &to_prove(account), (state, answer)).await? else {
            return Ok(None);
        };
        if shown.row.account != *account {
            return Ok(None);
        }
        match service.prove_with_passkey(session, &shown.row, shown.key, &shown.challenge).await {
            Err(ServiceError::KeyReused) => Ok(None),
            done => Ok(done?),
        }
    }

    /// What a browser answered to a challenge that was put for that purpose; `None` where it verifies as no passkey that
    /// is known.
    async fn shown(
        &self,
        service: &Service,
        about: &str,
        (state, answer): (&str, &str),
    ) -> Result<Option<Shown>, Problem> {
        let webauthn = self.webauthn()?;
        let Some((challenge, state)) = put_before::<DiscoverableAuthentication>(service, about, state) else {
            return Ok(None);
        };
        let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else { return Ok(None) };
        let Ok((handle, id)) = webauthn.identify_discoverable_authentication(&answer) else {
            return Ok(None);
        };
        let Some(row) = service.passkey(id).await? else { return Ok(None) };
        if user_handle(&row.account) != *handle.as_bytes() {
            return Ok(None);
        }
        let mut passkey: Passkey =
            serde_json::from_slice(&row.key).map_err(|_| ServiceError::Broken("a passkey does not read"))?;
        let seen = match webauthn.finish_discoverable_authentication_v2(
            &answer,
            state,
            DiscoverableKey::from(&passkey),
        ) {
            Ok(seen) if seen.user_verified() => seen,
            Ok(_) => return Ok(None),
            Err(error) => {
                tracing::info!(%error, "a passkey was refused");
                return Ok(None);
            }
        };
        passkey.update_credential(&seen);
        Ok(Some(Shown { key: written(&passkey)?, row, challenge }))
    }

    /// Asks for a new passkey of an account.
    ///
    /// # Errors
    /// Where there are no passkeys here, or the challenge cannot be made.
    pub async fn ask_for_new(&self, service: &Service, actor: &Actor, title: &str) -> Result<Put, Problem> {
        let there = service.passkey_rows(&actor.account).await?;
        let there = there.into_iter().map(|row| CredentialID::from(row.id)).collect();
        self.ask_to_make(service, &to_add(&actor.account), &actor.account, title, there)
    }

    /// Asks for the passkey with which somebody enrols.
    ///
    /// # Errors
    /// Where there are no passkeys here, or the challenge cannot be made.
    pub fn ask_to_enrol(&self, service: &Service, enrolling: &Enrolling) -> Result<Put, Problem> {
        let about = to_enrol(enrolling.id());
        self.ask_to_make(service, &about, enrolling.account(), enrolling.title(), Vec::new())
    }

    fn ask_to_make(
        &self,
        service: &Service,
        about: &str,
        account: &AccountId,
        title: &str,
        there: Vec<CredentialID>,
    ) -> Result<Put, Problem> {
        let (asked, state) = self
            .webauthn()?
            .start_passkey_registration(Uuid::from_bytes(user_handle(account)), title, title, Some(there))
            .map_err(|error| unmade(&error))?;
        let mut asked = json!(asked);
        // It has to say by itself whose it is, so that nobody types a name first.
        let selection = &mut asked["publicKey"]["authenticatorSelection"];
        selection["residentKey"] = json!("required");
        selection["requireResidentKey"] = json!(true);
        put(service, about, &asked, &state)
    }

    /// Looks at what was answered and keeps the passkey. `false` where it is none.
    ///
    /// # Errors
    /// As the service's.
    pub async fn add(
        &self,
        service: &Service,
        actor: &Actor,
        label: &str,
        answered: (&str, &str),
    ) -> Result<bool, ServiceError> {
        let Some((challenge, kept)) = self.made(service, &to_add(&actor.account), answered)? else {
            return Ok(false);
        };
        service.add_passkey(actor, label, kept, &challenge).await?;
        Ok(true)
    }

    /// Looks at what was answered and enrols with it. `None` where it is no passkey.
    ///
    /// # Errors
    /// As the service's.
    pub async fn enrol(
        &self,
        service: &Service,
        enrolling: &Enrolling,
        label: &str,
        answered: (&str, &str),
        browser: &str,
    ) -> Result<Option<SignedIn>, ServiceError> {
        let Some((challenge, kept)) = self.made(service, &to_enrol(enrolling.id()), answered)? else {
            return Ok(None);
        };
        service.enrol_with_passkey(enrolling, label, kept, &challenge, browser).await.map(Some)
    }

    /// Whether a challenge for enrolling was put by a page of ours, for that enrolment, and is not too old.
    #[must_use]
    pub fn put_to_enrol(&self, service: &Service, id: &str, state: &str) -> bool {
        put_before::<PasskeyRegistration>(service, &to_enrol(id), state).is_some()
    }

    /// The passkey that a browser answered a challenge with: its identifier, and what verifies it.
    fn made(
        &self,
        service: &Service,
        about: &str,
        (state, answer): (&str, &str),
    ) -> Result<Option<Made>, ServiceError> {
        let Some(webauthn) = self.0.as_deref() else { return Ok(None) };
        let Some((challenge, state)) = put_before::<PasskeyRegistration>(service, about, state) else {
            return Ok(None);
        };
        let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
            return Ok(None);
        };
        match webauthn.finish_passkey_registration(&answer, &state) {
            Ok(passkey) => {
                let kept = (Vec::clone(passkey.cred_id()), written(&passkey)?);
                Ok(Some((challenge, kept)))
            }
            Err(error) => {
                tracing::info!(%error, "a new passkey was refused");
                Ok(None)
            }
        }
    }
}

/// A passkey that answered a challenge.
struct Shown {
    row: PasskeyRow,
    /// What verifies it from now on.
    key: Vec<u8>,
    challenge: Challenge,
}

/// A new passkey with the challenge that it answered: its identifier, and what verifies it.
type Made = (Challenge, (Vec<u8>, Vec<u8>));

/// A challenge for a new passkey is put to one account.
fn to_add(account: &AccountId) -> String {
    format!("add {account}")
}

fn to_prove(account: &AccountId) -> String {
    format!("prove {account}")
}

/// A challenge for enrolling is put to whoever showed one code.
fn to_enrol(id: &str) -> String {
    format!("enrol {id}")
}

fn unmade(error: &webauthn_rs::prelude::WebauthnError) -> Problem {
    tracing::error!(%error, "a challenge cannot be made");
    Problem::broken("a challenge cannot be made")
}

fn written(passkey: &Passkey) -> Result<Vec<u8>, ServiceError> {
    serde_json::to_vec(passkey).map_err(|_| ServiceError::Broken("a passkey does not write"))
}

fn put(service: &Service, about: &str, asked: &Value, state: &impl serde::Serialize) -> Result<Put, Problem> {
    let state = serde_json::to_vec(state).map_err(|_| Problem::broken("a challenge does not write"))?;
    let sealed = service.seal_ceremony(about, &state)?;
    Ok(Put { options: asked["publicKey"].to_string(), state: URL_SAFE_NO_PAD.encode(sealed) })
}

fn put_before<T: serde::de::DeserializeOwned>(
    service: &Service,
    about: &str,
    state: &str,
) -> Option<(Challenge, T)> {
    let sealed = URL_SAFE_NO_PAD.decode(state).ok()?;
    let (challenge, state) = service.open_ceremony(about, &sealed)?;
    Some((challenge, serde_json::from_slice(&state).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_a_number_has_no_passkeys() {
        assert!(!Passkeys::of("http://127.0.0.1:8080").unwrap().are_known());
        assert!(!Passkeys::of("https://[::1]").unwrap().are_known());
        assert!(Passkeys::of("http://localhost:8080").unwrap().are_known());
        assert!(Passkeys::of("https://candour.example").unwrap().are_known());
        assert!(Passkeys::of("candour").is_err());
    }
}
