//! What did not come of it, in plain words with what to do next. What the provider writes of it is never repeated.

use crate::{
    organisations::ProviderError,
    web::{
        App, Settings,
        frame::{Frame, Link},
        problem::page,
    },
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use words::Phrase;

/// Why nobody came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// This browser began nothing, or too long ago.
    NotBegun,
    /// The answer was given before.
    Stale,
    /// The provider does not answer.
    Unreachable,
    /// The provider let nobody in.
    NotLetIn,
    /// What came proves nothing.
    NotProven,
    /// Shown, and nobody here.
    Unknown,
    /// Shown, and not well enough.
    TooWeak,
    /// Shown, and not who sits here.
    SomebodyElse,
    /// Shown, and somebody here already.
    Taken,
}

impl From<ProviderError> for Failure {
    fn from(error: ProviderError) -> Self {
        match error {
            ProviderError::Unreachable(_) => Self::Unreachable,
            ProviderError::NotTaken(_) | ProviderError::NotProven(_) => Self::NotProven,
        }
    }
}

/// Says what did not come of it.
#[derive(Debug, Template)]
#[template(path = "sign_in/failure.html")]
pub struct FailurePage {
    /// What stands around it.
    pub frame: Frame,
    /// What is to be said.
    pub paragraphs: Vec<String>,
    /// Whether trying again may help.
    pub again: bool,
    /// Where else to go.
    pub other: Link,
}

impl Failure {
    #[cfg(test)]
    pub(super) const ALL: [Self; 9] = [
        Self::NotBegun,
        Self::Stale,
        Self::Unreachable,
        Self::NotLetIn,
        Self::NotProven,
        Self::Unknown,
        Self::TooWeak,
        Self::SomebodyElse,
        Self::Taken,
    ];

    /// What an error of a provider means (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6; Unmet Authentication
    /// Requirements 1.0).
    #[must_use]
    pub fn said(error: &str) -> Self {
        match error {
            "server_error" | "temporarily_unavailable" => Self::Unreachable,
            "unmet_authentication_requirements" => Self::TooWeak,
            "access_denied"
            | "login_required"
            | "interaction_required"
            | "account_selection_required"
            | "consent_required" => Self::NotLetIn,
            _ => Self::NotProven,
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::NotBegun | Self::Stale => StatusCode::BAD_REQUEST,
            Self::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
            Self::NotLetIn
            | Self::NotProven
            | Self::Unknown
            | Self::TooWeak
            | Self::SomebodyElse
            | Self::Taken => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    fn words(self, name: &str) -> (String, Vec<String>) {
        let named = |message: Phrase| message.with("name", name).say();
        let desk = || named(words::phrase("signin-desk"));
        let (title, said) = match self {
            Self::NotBegun => (words::say("signin-begin-again"), vec![words::say("signin-not-begun")]),
            Self::Stale => (words::say("signin-begin-again"), vec![words::say("signin-stale")]),
            Self::Unreachable => (
                named(words::phrase("signin-unreachable-title")),
                vec![words::say("signin-unreachable"), desk()],
            ),
            Self::NotLetIn => (
                named(words::phrase("signin-not-let-in-title")),
                vec![words::say("signin-not-let-in"), desk()],
            ),
            Self::NotProven => (
                words::say("signin-not-proven-title"),
                vec![named(words::phrase("signin-not-proven")), words::say("signin-not-proven-tell")],
            ),
            Self::Unknown => (
                words::say("signin-unknown-title"),
                vec![named(words::phrase("signin-unknown")), words::say("signin-unknown-enrol")],
            ),
            Self::TooWeak => (
                words::say("signin-too-weak-title"),
                vec![
                    named(words::phrase("signin-too-weak")),
                    words::say("signin-too-weak-methods"),
                    named(words::phrase("signin-too-weak-desk")),
                ],
            ),
            Self::SomebodyElse => {
                (words::say("signin-somebody-else-title"), vec![named(words::phrase("signin-somebody-else"))])
            }
            Self::Taken => (words::say("signin-taken-title"), vec![named(words::phrase("signin-taken"))]),
        };
        (title, said)
    }

    /// Its page.
    #[must_use]
    pub fn page(self, app: &App, name: &str) -> Response {
        (self.status(), page(&self.shown(&app.settings, name))).into_response()
    }

    pub(super) fn shown(self, settings: &Settings, name: &str) -> FailurePage {
        let (title, mut paragraphs) = self.words(name);
        let other = match self {
            Self::Unknown | Self::Taken => Link::new("/enrol", words::say("signin-enrol-with-code")),
            _ => Link::new("/sign-in", words::say("signin-another-way")),
        };
        let again = !matches!(self, Self::NotBegun | Self::Unknown);
        paragraphs.push(if again {
            words::say("signin-nothing-changed-again")
        } else {
            words::say("signin-nothing-changed")
        });
        FailurePage { frame: Frame::public(settings, title), paragraphs, again, other }
    }
}
