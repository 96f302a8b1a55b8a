//! Ending sessions: those of one account, and those of everybody. Accounts stay open; closing one is another page's.

use super::access::{account, faults_of, fill, framed};
use crate::{
    pages::{form_page::FormPage, sign_in::signed_out},
    web::{
        App,
        field::Field,
        form::{Form, Posted},
        frame::Faults,
        problem::{PageAnswer, Problem, faulty, page},
        session::Reader,
    },
};
use axum::{
    Router,
    extract::Path,
    response::{IntoResponse as _, Redirect},
    routing::get,
};
use casework::id::AccountId;
use service::{ServiceError, accounts::AccountView};

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin/accounts/{id}/sessions", get(ask_of_one).post(end_of_one))
        .route("/admin/sessions", get(ask_of_all).post(end_of_all))
}

/// Why sessions are ended.
#[must_use]
pub fn why(form: &Form, faults: &Faults) -> Vec<Field> {
    let why = Field::line("why", words::say("admin-field-why")).hint(words::say("admin-sessions-why-hint"));
    fill(vec![why], form, faults)
}

fn of_one(reader: &Reader, account: &AccountView, form: &Form, faults: &Faults) -> FormPage {
    let title = words::phrase("admin-sessions-title").with("name", &account.title).say();
    FormPage {
        frame: framed(reader, &title, faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-sessions-lead"), words::say("admin-sessions-stays")],
        about: None,
        action: format!("/admin/accounts/{}/sessions", account.id),
        fields: why(form, faults),
        button: words::say("admin-sessions-now"),
        warns: true,
    }
}

async fn ask_of_one(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let account = account(&reader, &id).await?;
    Ok(page(&of_one(&reader, &account, &Form::default(), &Faults::default())))
}

async fn end_of_one(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let account = account(reader, &id).await?;
    let whose = AccountId::parse(&account.id).map_err(|_| Problem::NoSuchPage)?;
    match reader.app.service.end_sessions_of(&reader.actor, &whose, form.text("why")).await {
        Ok(()) => Ok(Redirect::to("/admin?done=sessions").into_response()),
        Err(ServiceError::Invalid(found)) => {
            Ok(faulty(&of_one(reader, &account, form, &faults_of(&found)).naming()))
        }
        Err(other) => Err(other.into()),
    }
}

fn of_all(reader: &Reader, form: &Form, faults: &Faults) -> FormPage {
    FormPage {
        frame: framed(reader, &words::say("admin-sessions-all-title"), faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-sessions-all-lead"), words::say("admin-sessions-all-stays")],
        about: None,
        action: "/admin/sessions".to_owned(),
        fields: why(form, faults),
        button: words::say("admin-sessions-all-now"),
        warns: true,
    }
}

async fn ask_of_all(reader: Reader) -> PageAnswer {
    Ok(page(&of_all(&reader, &Form::default(), &Faults::default())))
}

async fn end_of_all(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    match reader.app.service.end_every_session(&reader.actor, form.text("why")).await {
        // The reader's own has ended with the others.
        Ok(()) => signed_out(&reader.app),
        Err(ServiceError::Invalid(found)) => Ok(faulty(&of_all(reader, form, &faults_of(&found)).naming())),
        Err(other) => Err(other.into()),
    }
}
