//! A way to a provider and back. What has to be remembered of it lies sealed in a cookie of the browser that went, so that
//! nothing is kept for those who do not return, any node may take the answer, and nobody else's browser can bring it.

use crate::web::App;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use casework::{id::AccountId, time::Moment};
use serde::{Deserialize, Serialize};
use service::{error::Answer, passkeys::Challenge};
use subtle::ConstantTimeEq as _;

/// How long the way may take, in seconds: an organisation's sign-in may ask for a telephone that lies elsewhere, and what
/// was typed waits as long.
pub const FLOW_SECONDS: i64 = 1_800;
/// For what it is sealed.
const ABOUT: &str = "to an organisation and back";

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Purpose {
    /// To sign in.
    SignIn,
    /// To enrol, once a code was shown.
    Enrol {
        /// Which enrolment.
        id: String,
    },
    /// To show again who they are, and then to go on.
    Prove {
        /// Who.
        account: AccountId,
        /// Where to.
        to: String,
    },
}

/// One way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// The organisation, as the configuration writes it.
    pub organisation: String,
    /// What for.
    pub purpose: Purpose,
    /// What opens what was typed before, if anything was.
    pub kept: Option<String>,
    /// What comes back by way of the browser.
    pub state: String,
    /// What comes back in the token.
    pub nonce: String,
    /// What proves to the provider that it is we who began (RFC 7636).
    pub verifier: String,
    /// When it began.
    pub began: i64,
}

impl std::fmt::Debug for Flow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Flow").field("organisation", &self.organisation).finish_non_exhaustive()
    }
}

impl Flow {
    /// Begins one.
    #[must_use]
    pub fn begin(app: &App, organisation: &str, purpose: Purpose, kept: Option<String>) -> Self {
        let drawn = || {
            let mut bytes = [0_u8; 32];
            app.entropy.fill(&mut bytes);
            URL_SAFE_NO_PAD.encode(bytes)
        };
        Self {
            organisation: organisation.to_owned(),
            purpose,
            kept,
            state: drawn(),
            nonce: drawn(),
            verifier: drawn(),
            began: app.service.now().0,
        }
    }

    /// When it began.
    #[must_use]
    pub const fn began(&self) -> Moment {
        Moment(self.began)
    }

    /// Sealed, for the cookie.
    ///
    /// # Errors
    /// Where the service's key is not there.
    pub fn sealed(&self, app: &App) -> Answer<String> {
        let written = serde_json::to_vec(self)
            .map_err(|_| service::ServiceError::Broken("a way to an organisation does not write"))?;
        Ok(URL_SAFE_NO_PAD.encode(app.service.seal_for(ABOUT, &written, FLOW_SECONDS)?))
    }

    /// From a cookie, with what sees to it that it is answered once; `None` for anything else, and once its time is over.
    #[must_use]
    pub fn open(app: &App, cookie: &str) -> Option<(Challenge, Self)> {
        let sealed = URL_SAFE_NO_PAD.decode(cookie).ok()?;
        let (challenge, written) = app.service.open_ceremony(ABOUT, &sealed)?;
        Some((challenge, serde_json::from_slice(&written).ok()?))
    }

    /// Whether an answer belongs to it.
    #[must_use]
    pub fn is_of(&self, state: &str) -> bool {
        self.state.as_bytes().ct_eq(state.as_bytes()).into()
    }
}
