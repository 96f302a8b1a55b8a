//! One's own account: passkeys, and where one is signed in.

pub mod password;
pub mod prove;
#[cfg(test)]
pub(crate) mod samples;

use crate::web::{
    App,
    field::Field,
    form::Posted,
    frame::{Faults, Frame, Seal},
    passkeys::Put,
    problem::{PageAnswer, Problem, faulty, page},
    session::{self, Reader},
};
use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use service::{
    ServiceError, organisation_sign_in::OrganisationView, passkeys::PasskeyView, sessions::SessionView,
};
use std::collections::HashMap;

/// What a code is, beside its field.
#[must_use]
pub fn code_hint() -> String {
    words::say("account-code-hint")
}

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/account", get(show))
        .route("/account/passkeys/new", get(new_passkey).post(add_passkey))
        .route("/account/passkeys/{id}", get(ask_to_remove).post(remove_passkey))
        .route("/account/sessions/end", post(end_sessions))
        .route("/account/sessions/{name}/end", post(end_session))
        .merge(password::routes())
        .merge(prove::routes())
}

/// What belongs to one's account.
#[derive(Debug, Template)]
#[template(path = "account/account.html")]
pub struct AccountPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its form carries.
    pub seal: Seal,
    /// What was just done.
    pub done: Option<String>,
    /// Passkeys.
    pub passkeys: Vec<PasskeyView>,
    /// Whether passkeys can be added under this address.
    pub known: bool,
    /// The organisation's sign-in that opens the account, with its name.
    pub organisation: Option<(String, OrganisationView)>,
    /// Whether there is a password, and whether there is a second factor.
    pub password: (bool, bool),
    /// Sessions.
    pub sessions: Vec<SessionView>,
}

/// A new passkey.
#[derive(Debug, Template)]
#[template(path = "account/new_passkey.html")]
pub struct NewPasskeyPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its form carries.
    pub seal: Seal,
    /// The challenge.
    pub put: Put,
    /// What its holder calls it.
    pub label: Field,
}

impl NewPasskeyPage {
    fn script(&self) -> &'static str {
        crate::web::assets::PASSKEY_SCRIPT
    }
}

/// Whether a passkey is to go.
#[derive(Debug, Template)]
#[template(path = "account/remove_passkey.html")]
pub struct RemovePasskeyPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its form carries.
    pub seal: Seal,
    /// Which.
    pub passkey: PasskeyView,
    /// Whether there is no other.
    pub is_last: bool,
}

async fn show(
    reader: Reader,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
) -> PageAnswer {
    let service = &reader.app.service;
    let done = match query.get("done").map(String::as_str) {
        Some("added") => Some(words::say("account-done-added")),
        Some("removed") => Some(words::say("account-done-removed")),
        Some("password") => Some(words::say("account-done-password")),
        Some("ended") => Some(words::say("account-done-ended")),
        Some("one-ended") => Some(words::say("account-done-one-ended")),
        _ => None,
    };
    let token = session::token(&headers, &reader.app.settings).unwrap_or_default();
    Ok(page(&AccountPage {
        seal: reader.seal(),
        done,
        passkeys: service.my_passkeys(&reader.actor).await?,
        known: reader.app.passkeys.are_known(),
        organisation: service.my_organisation(&reader.actor).await?.map(|linked| {
            let provider = reader.app.organisations.of_issuer(&linked.issuer);
            let unnamed = || words::say("account-an-organisation");
            let name = provider.map_or_else(unnamed, |one| one.name().to_owned());
            (name, linked)
        }),
        password: service.my_password(&reader.actor).await?,
        sessions: service.my_sessions(&reader.actor, token).await?,
        frame: reader.frame(words::say("account-title")).at("/account"),
    }))
}

fn label(typed: &str, faults: &Faults) -> Field {
    Field::line("label", words::say("account-label"))
        .hint(words::say("account-label-hint"))
        .width(20)
        .filled(&|_| vec![typed])
        .faults(faults)
}

async fn asked(reader: &Reader, typed: &str, faults: &Faults) -> Result<NewPasskeyPage, Problem> {
    let put = reader.app.passkeys.ask_for_new(&reader.app.service, &reader.actor, &reader.title).await?;
    let frame = reader.frame(words::say("account-add-passkey")).faults(faults);
    let frame = frame.back("/account", words::say("account-title"));
    Ok(NewPasskeyPage { frame, seal: reader.seal(), put, label: label(typed, faults) })
}

async fn new_passkey(reader: Reader) -> PageAnswer {
    Ok(page(&asked(&reader, "", &Faults::default()).await?))
}

async fn add_passkey(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let mut faults = Faults::default();
    let typed = form.text("label");
    if typed.trim().is_empty() {
        faults.add("label", words::say("account-fault-label"));
    } else {
        let answer = (form.text("state"), form.text("credential"));
        match reader.app.passkeys.add(&reader.app.service, &reader.actor, typed, answer).await {
            Ok(true) => return Ok(Redirect::to("/account?done=added").into_response()),
            Ok(false) => faults.add("label", words::say("account-fault-passkey")),
            Err(ServiceError::Invalid(found)) => {
                faults = Faults::from_service(&found, |_| Some("label"));
            }
            // The same answer a second time: it is there.
            Err(ServiceError::KeyReused) => {
                return Ok(Redirect::to("/account?done=added").into_response());
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(faulty(&asked(reader, typed, &faults).await?))
}

async fn ask_to_remove(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let all = reader.app.service.my_passkeys(&reader.actor).await?;
    let is_last = all.len() == 1;
    let passkey = all.into_iter().find(|passkey| passkey.id == id).ok_or(Problem::NoSuchPage)?;
    let frame =
        reader.frame(words::say("account-remove-title")).back("/account", words::say("account-title"));
    Ok(page(&RemovePasskeyPage { frame, seal: reader.seal(), passkey, is_last }))
}

async fn remove_passkey(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let id = crate::hex::bytes(&id).ok_or(Problem::NoSuchPage)?;
    match posted.reader.app.service.remove_passkey(&posted.reader.actor, id).await {
        // Gone is gone, whoever removed it.
        Ok(()) | Err(ServiceError::Busy) => Ok(Redirect::to("/account?done=removed").into_response()),
        Err(other) => Err(other.into()),
    }
}

async fn end_session(Path(name): Path<String>, posted: Posted) -> PageAnswer {
    posted.reader.app.service.end_my_session(&posted.reader.actor, &name).await?;
    Ok(Redirect::to("/account?done=one-ended").into_response())
}

async fn end_sessions(headers: HeaderMap, posted: Posted) -> PageAnswer {
    let token = session::token(&headers, &posted.reader.app.settings).ok_or(Problem::SignInFirst)?;
    posted.reader.app.service.end_my_other_sessions(&posted.reader.actor, token).await?;
    Ok(Redirect::to("/account?done=ended").into_response())
}
