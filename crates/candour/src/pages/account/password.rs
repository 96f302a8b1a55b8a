//! Changing one's own password, and renewing recovery codes. Both ask for a fresh proof first.

use crate::{
    pages::enrol::RecoveryPage,
    web::{
        App,
        field::Field,
        form::{Form, Posted},
        frame::{Faults, Frame, Seal, home_of},
        limit::Door,
        problem::{PageAnswer, Problem, faulty, page},
        session::{self, Reader},
    },
};
use askama::Template;
use axum::{
    Router,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use service::ServiceError;

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new().route("/account/password", get(ask).post(change)).route("/account/recovery", post(renew))
}

/// A new password.
#[derive(Debug, Template)]
#[template(path = "account/password.html")]
pub struct PasswordPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its form carries.
    pub seal: Seal,
    /// The one that is now.
    pub present: Field,
    /// The new one.
    pub new: Field,
}

impl PasswordPage {
    /// The page, with what is wrong.
    #[must_use]
    pub fn new(frame: Frame, seal: Seal, faults: &Faults) -> Self {
        let hint =
            "At least 12 characters. Three or four words that do not belong together are easily remembered";
        Self {
            frame: frame.faults(faults).back("/account", "Your account"),
            seal,
            present: Field::secret("present", "The password that you have now", "current-password")
                .faults(faults),
            new: Field::secret("new", "New password", "new-password").hint(hint).faults(faults),
        }
    }
}

async fn with_password(reader: &Reader) -> Result<(), Problem> {
    let (has_password, _) = reader.app.service.my_password(&reader.actor).await?;
    if has_password { Ok(()) } else { Err(Problem::NoSuchPage) }
}

async fn ask(reader: Reader) -> PageAnswer {
    with_password(&reader).await?;
    let frame = reader.frame("Change your password");
    Ok(page(&PasswordPage::new(frame, reader.seal(), &Faults::default())))
}

async fn change(headers: HeaderMap, posted: Posted) -> PageAnswer {
    let Posted { reader, form, .. } = &posted;
    with_password(reader).await?;
    let service = &reader.app.service;
    if !reader.app.doors.try_open(Door::Proof, reader.actor.account.as_str(), service.now()) {
        return Err(Problem::TooMany);
    }
    let token = session::token(&headers, &reader.app.settings).ok_or(Problem::SignInFirst)?;
    match service.change_password(&reader.actor, token, typed(form)).await {
        Ok(()) => Ok(Redirect::to("/account?done=password").into_response()),
        Err(ServiceError::Invalid(found)) => {
            let faults = Faults::from_service(&found, |at| at.strip_prefix('/'));
            Ok(faulty(&PasswordPage::new(reader.frame("Change your password"), reader.seal(), &faults)))
        }
        Err(other) => Err(other.into()),
    }
}

fn typed(form: &Form) -> (&str, &str) {
    (form.text("present"), form.text("new"))
}

async fn renew(posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    match reader.app.service.renew_recovery_codes(&reader.actor).await {
        Ok(codes) => {
            let home = home_of(reader.actor.role);
            Ok(page(&RecoveryPage { frame: reader.frame("Keep these codes"), codes, home }))
        }
        Err(ServiceError::Busy) => Err(Problem::NoSuchPage),
        Err(other) => Err(other.into()),
    }
}
