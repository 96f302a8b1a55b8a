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
        let present = Field::secret("present", words::say("account-present-password"), "current-password");
        let new = Field::secret("new", words::say("account-new-password"), "new-password")
            .hint(words::say("account-new-password-hint"));
        Self {
            frame: frame.faults(faults).back("/account", words::say("account-title")),
            seal,
            present: present.faults(faults),
            new: new.faults(faults),
        }
    }
}

async fn with_password(reader: &Reader) -> Result<(), Problem> {
    let (has_password, _) = reader.app.service.my_password(&reader.actor).await?;
    if has_password { Ok(()) } else { Err(Problem::NoSuchPage) }
}

async fn ask(reader: Reader) -> PageAnswer {
    with_password(&reader).await?;
    let frame = reader.frame(words::say("account-change-password"));
    Ok(page(&PasswordPage::new(frame, reader.seal(), &Faults::default())))
}

async fn change(headers: HeaderMap, posted: Posted) -> PageAnswer {
    let Posted { reader, form, .. } = &posted;
    with_password(reader).await?;
    let service = &reader.app.service;
    let token = session::token(&headers, &reader.app.settings).ok_or(Problem::SignInFirst)?;
    if !reader.app.doors.try_open(Door::Proof, token, service.now()) {
        return Err(Problem::TooMany);
    }
    match service.change_password(&reader.actor, token, typed(form)).await {
        Ok(()) => Ok(Redirect::to("/account?done=password").into_response()),
        Err(ServiceError::Invalid(found)) => {
            let faults = Faults::from_service(&found, |at| at.strip_prefix('/'));
            let frame = reader.frame(words::say("account-change-password"));
            Ok(faulty(&PasswordPage::new(frame, reader.seal(), &faults)))
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
            let frame = reader.frame(words::say("account-keep-codes-title"));
            Ok(page(&RecoveryPage { frame, codes, home }))
        }
        Err(ServiceError::Busy) => Err(Problem::NoSuchPage),
        Err(other) => Err(other.into()),
    }
}
