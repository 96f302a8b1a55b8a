//! One's own account: passkeys, and where one is signed in.

pub mod password;
pub mod prove;
#[cfg(test)]
pub(crate) mod samples;

/// What a code is, beside its field.
pub const CODE_HINT: &str =
    "Six digits from your authenticator, or a recovery code. Leave it empty if you have neither";

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

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/account", get(show))
        .route("/account/passkeys/new", get(new_passkey).post(add_passkey))
        .route("/account/passkeys/{id}", get(ask_to_remove).post(remove_passkey))
        .route("/account/sessions/end", post(end_sessions))
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
    pub done: Option<&'static str>,
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
        Some("added") => Some("The passkey is added. You can sign in with it from now on."),
        Some("removed") => Some("The passkey is removed."),
        Some("password") => Some("The password is changed. You are signed out everywhere else."),
        Some("ended") => Some("You are signed out everywhere else."),
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
            let name = provider.map_or_else(|| "an organisation".to_owned(), |one| one.name().to_owned());
            (name, linked)
        }),
        password: service.my_password(&reader.actor).await?,
        sessions: service.my_sessions(&reader.actor, token).await?,
        frame: reader.frame("Your account").at("/account"),
    }))
}

fn label(typed: &str, faults: &Faults) -> Field {
    Field::line("label", "What do you call it?")
        .hint("For instance “Ward computer” or “Blue key”")
        .width(20)
        .filled(&|_| vec![typed])
        .faults(faults)
}

async fn asked(reader: &Reader, typed: &str, faults: &Faults) -> Result<NewPasskeyPage, Problem> {
    let put = reader.app.passkeys.ask_for_new(&reader.app.service, &reader.actor, &reader.title).await?;
    let frame = reader.frame("Add a passkey").faults(faults).back("/account", "Your account");
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
        faults.add("label", "Give it a name that you will know it by");
    } else {
        let answer = (form.text("state"), form.text("credential"));
        match reader.app.passkeys.add(&reader.app.service, &reader.actor, typed, answer).await {
            Ok(true) => return Ok(Redirect::to("/account?done=added").into_response()),
            Ok(false) => faults.add("label", "The passkey could not be used here: try once more"),
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
    let frame = reader.frame("Remove a passkey?").back("/account", "Your account");
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

async fn end_sessions(headers: HeaderMap, posted: Posted) -> PageAnswer {
    let token = session::token(&headers, &posted.reader.app.settings).ok_or(Problem::SignInFirst)?;
    posted.reader.app.service.end_my_other_sessions(&posted.reader.actor, token).await?;
    Ok(Redirect::to("/account?done=ended").into_response())
}
