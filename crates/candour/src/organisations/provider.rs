//! What is asked of a provider, and how its answers are verified (OpenID Connect Core 1.0, 3.1; Discovery 1.0; Back-Channel
//! Logout 1.0), by `openidconnect`.
//!
//! The library does what the specification says of tokens; here stand the choices that it leaves: which algorithms, whose
//! clock, how old an answer may be, what is fetched when. It makes no requests of its own, and draws nothing.

use super::Flow;
use crate::{config::OrganisationConfig, outgoing::Outgoing, outgoing::OutgoingError, secret_file};
use anyhow::Context as _;
use casework::{actor::Place, time::Moment};
use chrono::{DateTime, Utc};
use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, AuthType, AuthenticationContextClass, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError, HttpRequest, HttpResponse,
    IdToken, IssuerUrl, JsonWebKeySet, Nonce, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata,
    RedirectUrl, RequestTokenError, SignatureVerificationError, TokenResponse as _, TokenUrl,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClient,
        CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreIdToken,
        CoreIdTokenVerifier, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
        CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use service::organisation_sign_in::{Assurance, Proven};
use std::{sync::Arc, time::Duration};
use thiserror::Error;
use tokio::sync::{Mutex, Semaphore};
use webauthn_rs::prelude::Url;
use zeroize::Zeroizing;

/// Most bytes of a document or an answer: keys and metadata have a few thousand.
const DOCUMENT_BYTES_MAX: usize = 128 * 1024;
/// How long metadata and keys are used before they are asked for again, in seconds. A key that a provider took back counts
/// no longer than that.
const KNOWN_SECONDS: i64 = 3_600;
/// How soon they are asked for again, for a key that is not among them or after nothing came, in seconds.
const AGAIN_SECONDS: i64 = 30;
/// How many requests one provider gets at a time; each may take twenty seconds, and each holds a thread.
const AT_A_TIME: usize = 8;
/// How long somebody waits for their turn, in seconds.
const WAIT_SECONDS: u64 = 10;
/// How far its clock may be from ours, in seconds.
const CLOCKS_APART: i64 = 60;
/// Longest `sub` (OpenID Connect Core 1.0, 2).
const SUBJECT_BYTES_MAX: usize = 255;
/// Longest code that is handed on.
const CODE_BYTES_MAX: usize = 4_096;
/// How old a logout token may be, in seconds.
const LOGOUT_SECONDS: i64 = 300;
/// What a logout token says (Back-Channel Logout 1.0, 2.4).
const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// SECURITY: signatures by a key that the provider alone has. None that rests on our secret, and `none` least of all.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 5] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What else metadata may say.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct MoreMetadata {
    /// RFC 9207: whether `iss` stands beside each code.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}
impl AdditionalProviderMetadata for MoreMetadata {}

type Metadata = ProviderMetadata<
    MoreMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What a logout token has beside what every token has.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Logout {
    jti: String,
    events: serde_json::Map<String, serde_json::Value>,
}
impl AdditionalClaims for Logout {}

type LogoutToken =
    IdToken<Logout, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// Why somebody is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ProviderError {
    /// Nothing came, or nothing that can be used.
    #[error("the provider cannot be reached: {0}")]
    Unreachable(&'static str),
    /// It does not know the code, or does not know us.
    #[error("the provider does not take the code: {0}")]
    NotTaken(&'static str),
    /// What came proves nothing.
    #[error("what the provider sent proves nothing: {0}")]
    NotProven(&'static str),
}

#[derive(Debug)]
struct Known {
    metadata: Result<Arc<Metadata>, ProviderError>,
    asked: Moment,
}

/// The provider of one organisation.
pub struct Provider {
    pub(super) place: Place,
    organisation: String,
    name: String,
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<Zeroizing<String>>,
    back: RedirectUrl,
    phishing_resistant: Values,
    second_factor: Values,
    outgoing: Outgoing,
    known: Mutex<Option<Known>>,
    turns: Arc<Semaphore>,
}

/// Values of `acr` and `amr` that mean something here.
#[derive(Debug, Clone)]
struct Values {
    acr: Vec<String>,
    amr: Vec<String>,
}

impl Values {
    fn say(&self, acr: Option<&str>, amr: &[&str]) -> bool {
        acr.is_some_and(|acr| self.acr.iter().any(|known| known == acr))
            || amr.iter().any(|method| self.amr.iter().any(|known| known == method))
    }
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider").field("organisation", &self.organisation).finish_non_exhaustive()
    }
}

impl Provider {
    /// As configured, for a service that is reached at an address.
    ///
    /// # Errors
    /// Names the setting or the file that cannot be used.
    pub fn of(config: &OrganisationConfig, address: &str, outgoing: Outgoing) -> anyhow::Result<Self> {
        let secret = config.client_secret_file.as_deref().map(|path| {
            let bytes = secret_file::read(path).context("the secret of an organisation cannot be read")?;
            let text = std::str::from_utf8(&bytes).ok().map(str::trim).filter(|text| !text.is_empty());
            let text = text.with_context(|| format!("{}: expected a secret on one line", path.display()))?;
            anyhow::Ok(Zeroizing::new(text.to_owned()))
        });
        let phishing_resistant =
            Values { acr: config.phishing_resistant_acr.clone(), amr: config.phishing_resistant_amr.clone() };
        let second_factor =
            Values { acr: config.second_factor_acr.clone(), amr: config.second_factor_amr.clone() };
        if [&phishing_resistant, &second_factor]
            .iter()
            .all(|values| values.acr.is_empty() && values.amr.is_empty())
        {
            tracing::warn!(
                organisation = config.organisation,
                "nothing that this organisation's provider says counts, so nobody can sign in through it"
            );
        }
        Ok(Self {
            place: config.place()?,
            organisation: config.organisation.clone(),
            name: config.name.trim().to_owned(),
            issuer: IssuerUrl::new(config.issuer.clone()).context("`organisation.issuer` is no address")?,
            client: ClientId::new(config.client_id.clone()),
            secret: secret.transpose()?,
            back: RedirectUrl::new(format!("{address}/sign-in/organisation/back"))
                .context("`service.address` is no address")?,
            phishing_resistant,
            second_factor,
            outgoing,
            known: Mutex::default(),
            turns: Arc::new(Semaphore::new(AT_A_TIME)),
        })
    }

    /// The organisation, as the configuration writes it.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.organisation
    }

    /// Its name, for people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The issuer.
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    /// The address at which somebody shows the provider who they are. They are always asked to do so anew: what was shown
    /// there this morning opens nothing here, or our limits on sessions would mean nothing on a shared computer.
    ///
    /// # Errors
    /// Where the provider cannot be reached.
    pub async fn address(
        self: &Arc<Self>,
        flow: &Flow,
        strong: bool,
        now: Moment,
    ) -> Result<Url, ProviderError> {
        let metadata = self.metadata(now, KNOWN_SECONDS).await?;
        let client = CoreClient::from_provider_metadata((*metadata).clone(), self.client.clone(), None)
            .set_redirect_uri(self.back.clone());
        let (state, nonce) = (CsrfToken::new(flow.state.clone()), Nonce::new(flow.nonce.clone()));
        let verifier = PkceCodeVerifier::new(flow.verifier.clone());
        let mut request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_prompt(CoreAuthPrompt::Login)
            .set_max_age(Duration::ZERO);
        // In the order of preference.
        let weaker = if strong { &[][..] } else { self.second_factor.acr.as_slice() };
        for acr in self.phishing_resistant.acr.iter().chain(weaker) {
            request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        Ok(request.url().0)
    }

    /// Hands a code in, and verifies what comes for it. `iss` is what stood beside the code.
    ///
    /// # Errors
    /// As [`ProviderError`] says.
    pub async fn redeem(
        self: &Arc<Self>,
        flow: &Flow,
        (code, iss): (&str, Option<&str>),
        now: Moment,
    ) -> Result<Proven, ProviderError> {
        let metadata = self.metadata(now, KNOWN_SECONDS).await?;
        let demanded = metadata.additional_metadata().authorization_response_iss_parameter_supported;
        match iss {
            Some(iss) if iss == self.issuer.as_str() => {}
            None if !demanded => {}
            // SECURITY: a code of another provider must not be handed to this one, nor the other way round (RFC 9207).
            Some(_) | None => return Err(ProviderError::NotProven("another issuer")),
        }
        if code.is_empty() || code.len() > CODE_BYTES_MAX {
            return Err(ProviderError::NotTaken("no code"));
        }
        let (this, asked, verifier, code) =
            (self.clone(), metadata.clone(), flow.verifier.clone(), code.to_owned());
        let token = self.blocking(move || this.exchange(&asked, verifier, code)).await?;
        match self.verified(&metadata, &token, flow, now) {
            // It may have taken a new key since we looked.
            Err(Unverified::NoKey) => {
                let metadata = self.metadata(now, AGAIN_SECONDS).await?;
                self.verified(&metadata, &token, flow, now).map_err(ProviderError::from)
            }
            done => done.map_err(ProviderError::from),
        }
    }

    /// Whom a logout token of this provider names.
    ///
    /// # Errors
    /// As [`ProviderError`] says.
    pub async fn signed_out(self: &Arc<Self>, token: &str, now: Moment) -> Result<String, ProviderError> {
        let token: LogoutToken =
            token.parse().map_err(|_| ProviderError::NotProven("the logout token does not read"))?;
        let metadata = self.metadata(now, KNOWN_SECONDS).await?;
        match self.logout_of(&metadata, &token, now) {
            Err(Unverified::NoKey) => {
                let metadata = self.metadata(now, AGAIN_SECONDS).await?;
                self.logout_of(&metadata, &token, now).map_err(ProviderError::from)
            }
            done => done.map_err(ProviderError::from),
        }
    }

    /// Metadata and keys, not older than so many seconds.
    async fn metadata(self: &Arc<Self>, now: Moment, seconds: i64) -> Result<Arc<Metadata>, ProviderError> {
        // Held while they are fetched: everybody else waits for the one answer.
        let mut known = self.known.lock().await;
        if let Some(Known { metadata, asked }) = &*known {
            let limit = if metadata.is_ok() { seconds } else { AGAIN_SECONDS };
            if (0..limit).contains(&(now.0 - asked.0)) {
                return metadata.clone();
            }
        }
        let this = self.clone();
        let metadata = self.blocking(move || this.discover()).await;
        if let Err(error) = metadata {
            tracing::warn!(organisation = self.organisation, %error, "an organisation's provider");
        }
        *known = Some(Known { metadata: metadata.clone(), asked: now });
        metadata
    }

    fn discover(&self) -> Result<Arc<Metadata>, ProviderError> {
        let found = Metadata::discover(&self.issuer, &|request| self.ask(request)).map_err(|error| {
            ProviderError::Unreachable(match error {
                DiscoveryError::Request(_) => "no answer",
                DiscoveryError::Validation(_) => "its metadata is of another issuer",
                DiscoveryError::Response(..) => "no document came",
                _ => "its metadata does not read",
            })
        })?;
        let token = found.token_endpoint().map(TokenUrl::url);
        if ![Some(found.authorization_endpoint().url()), token]
            .into_iter()
            .all(|url| url.is_some_and(crate::config::may_be_asked))
        {
            return Err(ProviderError::Unreachable("it names addresses that may not be asked"));
        }
        Ok(Arc::new(found))
    }

    fn exchange(
        &self,
        metadata: &Metadata,
        verifier: String,
        code: String,
    ) -> Result<CoreIdToken, ProviderError> {
        let secret = self.secret.as_ref().map(|secret| ClientSecret::new(secret.to_string()));
        let methods = metadata.token_endpoint_auth_methods_supported();
        let in_the_body = methods.is_some_and(|known| {
            known.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !known.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let client = CoreClient::from_provider_metadata(metadata.clone(), self.client.clone(), secret)
            .set_redirect_uri(self.back.clone())
            .set_auth_type(if in_the_body { AuthType::RequestBody } else { AuthType::BasicAuth });
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| ProviderError::Unreachable("it names no place for codes"))?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request(&|request| self.ask(request));
        let answer = answer.map_err(|error| match error {
            // What it says of it is for nobody's eyes.
            RequestTokenError::ServerResponse(said) => ProviderError::NotTaken(match said.error() {
                CoreErrorResponseType::InvalidClient | CoreErrorResponseType::UnauthorizedClient => {
                    "it does not know us: look at `client_id` and `client_secret_file`"
                }
                CoreErrorResponseType::InvalidGrant => "it does not know the code",
                _ => "it refused",
            }),
            RequestTokenError::Parse(..) => ProviderError::NotProven("the answer does not read"),
            RequestTokenError::Request(_) | RequestTokenError::Other(_) => {
                ProviderError::Unreachable("no answer")
            }
        })?;
        answer.id_token().cloned().ok_or(ProviderError::NotProven("no ID token came"))
    }

    fn verifier(&self, metadata: &Metadata, now: Moment, since: Moment) -> CoreIdTokenVerifier<'static> {
        let keys: JsonWebKeySet<CoreJsonWebKey> = metadata.jwks().clone();
        CoreIdTokenVerifier::new_public_client(self.client.clone(), self.issuer.clone(), keys)
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || time(now))
            .set_issue_time_verifier_fn(move |issued| {
                let issued = issued.timestamp();
                let fits = (since.0 - CLOCKS_APART..=now.0 + CLOCKS_APART).contains(&issued);
                if fits { Ok(()) } else { Err("not made now".to_owned()) }
            })
    }

    fn verified(
        &self,
        metadata: &Metadata,
        token: &CoreIdToken,
        flow: &Flow,
        now: Moment,
    ) -> Result<Proven, Unverified> {
        let verifier = self.verifier(metadata, now, flow.began());
        let claims =
            token.claims(&verifier, &Nonce::new(flow.nonce.clone())).map_err(|error| unverified(&error))?;
        if claims.authorized_party().is_some_and(|party| *party != self.client) {
            return Err(Unverified::Why("for another party"));
        }
        // Asked for with `max_age`, so it must be there (OpenID Connect Core 1.0, 2), and no earlier than we asked.
        let at = claims.auth_time().ok_or(Unverified::Why("no auth_time"))?.timestamp();
        if !(flow.began - CLOCKS_APART..=now.0 + CLOCKS_APART).contains(&at) {
            return Err(Unverified::Why("shown at another time"));
        }
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.len() > SUBJECT_BYTES_MAX {
            return Err(Unverified::Why("no subject"));
        }
        let acr = claims.auth_context_ref().map(|acr| acr.as_str());
        let amr: Vec<&str> =
            claims.auth_method_refs().into_iter().flatten().map(|method| method.as_str()).collect();
        Ok(Proven {
            issuer: self.issuer.as_str().to_owned(),
            subject: subject.to_owned(),
            organisation: self.place.clone(),
            assurance: self.assurance(acr, &amr),
            at: Moment(at.min(now.0)),
        })
    }

    fn assurance(&self, acr: Option<&str>, amr: &[&str]) -> Assurance {
        if self.phishing_resistant.say(acr, amr) {
            Assurance::PhishingResistant
        } else if self.second_factor.say(acr, amr) {
            Assurance::SecondFactor
        } else {
            Assurance::Nothing
        }
    }

    fn logout_of(&self, metadata: &Metadata, token: &LogoutToken, now: Moment) -> Result<String, Unverified> {
        let verifier = self.verifier(metadata, now, Moment(now.0 - LOGOUT_SECONDS)).allow_all_jose_types();
        // A nonce would make it an ID token (Back-Channel Logout 1.0, 2.4).
        let without = |nonce: Option<&Nonce>| match nonce {
            None => Ok(()),
            Some(_) => Err("a nonce".to_owned()),
        };
        let claims = token.claims(&verifier, without).map_err(|error| unverified(&error))?;
        if !claims.additional_claims().events.contains_key(LOGOUT_EVENT) {
            return Err(Unverified::Why("no logout"));
        }
        Ok(claims.subject().as_str().to_owned())
    }

    fn ask(&self, request: HttpRequest) -> Result<HttpResponse, AskError> {
        let url = Url::parse(&request.uri().to_string()).map_err(|_| AskError::NotToBeAsked)?;
        if !crate::config::may_be_asked(&url) {
            return Err(AskError::NotToBeAsked);
        }
        let answer = self.outgoing.send(request, DOCUMENT_BYTES_MAX)?;
        if answer.status().is_server_error() { Err(AskError::Unwell) } else { Ok(answer) }
    }

    /// Does what waits for a network on a thread that may wait, so many at a time.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ProviderError> + Send + 'static,
    ) -> Result<T, ProviderError> {
        let turn =
            tokio::time::timeout(Duration::from_secs(WAIT_SECONDS), self.turns.clone().acquire_owned());
        let Ok(Ok(turn)) = turn.await else { return Err(ProviderError::Unreachable("too many at once")) };
        let done = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        done.await.unwrap_or(Err(ProviderError::Unreachable("interrupted")))
    }
}

/// Why an address was not asked.
#[derive(Debug, Error)]
enum AskError {
    #[error("the address may not be asked")]
    NotToBeAsked,
    #[error("it is not well")]
    Unwell,
    #[error("nothing came")]
    Outgoing(#[from] OutgoingError),
}

/// Why a token proves nothing. The library's own words may repeat what stands in the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unverified {
    /// No key that is known has signed it.
    NoKey,
    Why(&'static str),
}

impl From<Unverified> for ProviderError {
    fn from(why: Unverified) -> Self {
        Self::NotProven(match why {
            Unverified::NoKey => "signed by no key of the provider",
            Unverified::Why(why) => why,
        })
    }
}

fn unverified(error: &ClaimsVerificationError) -> Unverified {
    Unverified::Why(match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            return Unverified::NoKey;
        }
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::DisallowedAlg(_)) => {
            "an algorithm that does not count"
        }
        ClaimsVerificationError::SignatureVerification(_) => "the signature is not right",
        ClaimsVerificationError::Expired(_) => "expired, or not made now",
        ClaimsVerificationError::InvalidAudience(_) => "for somebody else",
        ClaimsVerificationError::InvalidIssuer(_) => "of another issuer",
        ClaimsVerificationError::InvalidNonce(_) => "of another way",
        _ => "not as it should be",
    })
}

/// A moment as the library has it; the end of its time for one beyond it, at which everything has expired.
fn time(moment: Moment) -> DateTime<Utc> {
    DateTime::from_timestamp(moment.0, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
