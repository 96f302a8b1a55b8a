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
        let desk = format!("If it goes on, ask the IT service desk of {name}.");
        let (title, said) = match self {
            Self::NotBegun => (
                "Begin again".to_owned(),
                vec!["This was not begun in this browser, or more than half an hour ago.".to_owned()],
            ),
            Self::Stale => ("Begin again".to_owned(), vec!["This answer was used already.".to_owned()]),
            Self::Unreachable => (
                format!("{name} cannot be reached"),
                vec![
                    "The sign-in of your organisation does not answer. You can try again in a few minutes.".to_owned(),
                    desk,
                ],
            ),
            Self::NotLetIn => (
                format!("{name} did not let you in"),
                vec!["The sign-in there was broken off, or it does not let you use this service.".to_owned(), desk],
            ),
            Self::NotProven => (
                "This does not show who you are".to_owned(),
                vec![
                    format!("What came from {name} could not be made sure of."),
                    "If it happens again, tell whoever runs this service: they can see why.".to_owned(),
                ],
            ),
            Self::Unknown => (
                "You have no account here yet".to_owned(),
                vec![
                    format!("{name} knows you, and no account here is opened by that."),
                    "Two administrators let people in. If they gave you a code, enrol with it first.".to_owned(),
                ],
            ),
            Self::TooWeak => (
                "Show it with more than this".to_owned(),
                vec![
                    format!("{name} let you in, and did not say that you used a strong enough method."),
                    "Officers and supervisors, and everybody before what matters much, use a passkey, a security key or a smart card there: something that nobody can pass on. Everybody else uses a second factor at least.".to_owned(),
                    format!("If you have none, ask the IT service desk of {name}."),
                ],
            ),
            Self::SomebodyElse => (
                "That was somebody else".to_owned(),
                vec![format!("Whoever signed in at {name} is not who is signed in here. On a shared computer, sign out there first.")],
            ),
            Self::Taken => (
                "This opens another account already".to_owned(),
                vec![format!("Your sign-in at {name} belongs to another account here. Choose another way in for this one.")],
            ),
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
            Self::Unknown | Self::Taken => Link::new("/enrol", "Enrol with a code"),
            _ => Link::new("/sign-in", "Sign in another way"),
        };
        let again = !matches!(self, Self::NotBegun | Self::Unknown);
        paragraphs.push(if again {
            "Nothing was changed, and nothing that you typed here is lost if you try again now.".to_owned()
        } else {
            "Nothing was changed.".to_owned()
        });
        FailurePage { frame: Frame::public(settings, title), paragraphs, again, other }
    }
}
