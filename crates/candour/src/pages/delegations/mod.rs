//! A guardian's written delegations: given and revoked by the guardian, seen by the deputy and by the reviewer.

#[cfg(test)]
pub(crate) mod samples;

use crate::{
    pages::form_page::{FormPage, faults_of},
    web::{
        App,
        field::{Choice, Field},
        form::{Form, Posted},
        frame::{Faults, Frame},
        problem::{PageAnswer, Problem, faulty, page},
        session::Reader,
    },
};
use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse as _, Redirect},
    routing::get,
};
use casework::{actor::Role, delegation::Scope};
use service::{
    ServiceError,
    rota::{DelegationView, NewDelegation, Person, PlaceRota},
};
use std::collections::HashMap;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/guardian/delegations", get(list))
        .route("/guardian/delegations/new", get(ask).post(send))
        .route("/guardian/delegations/{id}/revoke", get(ask_revoke).post(revoke))
        .route("/review/delegations", get(list))
}

/// The delegations of a trust, or of all.
#[derive(Debug, Template)]
#[template(path = "delegations.html")]
pub struct DelegationsPage {
    /// What stands around it.
    pub frame: Frame,
    /// The delegations, the latest first.
    pub rows: Vec<DelegationView>,
    /// Whether this reader gives and revokes them.
    pub gives: bool,
    /// Whether there is anybody to whom something could be delegated.
    pub has_deputies: bool,
    /// The rota, for the reviewer.
    pub rota: Vec<PlaceRota>,
    /// What was just done.
    pub done: Option<String>,
}

impl DelegationsPage {
    /// The state of a delegation, for people.
    #[must_use]
    pub fn state(&self, row: &DelegationView) -> String {
        match row.state.as_str() {
            "to-come" => words::say("admin-state-to-come"),
            "in-force" => words::say("admin-state-in-force"),
            "revoked" => words::say("admin-state-revoked"),
            _ => words::say("admin-state-over"),
        }
    }
}

const HERE: &str = "/guardian/delegations";

async fn list(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let service = &reader.app.service;
    let rows = service.delegations(&reader.actor).await?;
    let reviews = reader.actor.role == Role::Reviewer;
    // A deputy sees what was delegated and gives nothing.
    let deputies = match service.deputies(&reader.actor).await {
        Ok(deputies) => Some(deputies),
        Err(ServiceError::Refused(_)) => None,
        Err(other) => return Err(other.into()),
    };
    let done = match query.get("done").map(String::as_str) {
        Some("given") => Some(words::say("admin-delegation-done-given")),
        Some("revoked") => Some(words::say("admin-delegation-done-revoked")),
        _ => None,
    };
    let rota = if reviews { service.rota(&reader.actor).await? } else { Vec::new() };
    let (here, title) = if reviews {
        ("/review/delegations", words::say("admin-delegations-title-review"))
    } else {
        (HERE, words::say("admin-delegations-title"))
    };
    Ok(page(&DelegationsPage {
        frame: reader.frame(title).at(here),
        rows,
        gives: deputies.is_some(),
        has_deputies: deputies.is_some_and(|deputies| !deputies.is_empty()),
        rota,
        done,
    }))
}

/// What a delegation asks.
#[must_use]
pub fn fields(deputies: &[Person], form: &Form, faults: &Faults) -> Vec<Field> {
    let people = deputies.iter().map(|one| Choice::new(one.id.clone(), one.title.clone())).collect();
    let scopes = vec![
        Choice::new(Scope::OnCall.as_str(), words::say("admin-scope-on-call"))
            .hint(words::say("admin-scope-on-call-hint")),
        Choice::new(Scope::Every.as_str(), words::say("admin-scope-every"))
            .hint(words::say("admin-scope-every-hint")),
    ];
    vec![
        Field::radios("deputy", words::say("admin-delegation-field-deputy"), people),
        Field::day("first", words::say("admin-first-day")).hint(words::say("admin-first-day-hint")),
        Field::day("last", words::say("admin-last-day")).hint(words::say("admin-delegation-field-last-hint")),
        Field::radios("scope", words::say("admin-delegation-field-scope"), scopes),
        Field::line("document", words::say("admin-delegation-field-document"))
            .hint(words::say("admin-delegation-field-document-hint")),
    ]
    .into_iter()
    .map(|field| field.filled(&|name| form.all(name)).faults(faults))
    .collect()
}

async fn made(reader: &Reader, form: &Form, faults: &Faults) -> Result<FormPage, Problem> {
    let deputies = reader.app.service.deputies(&reader.actor).await?;
    if deputies.is_empty() {
        return Err(Problem::Refused(words::say("admin-delegation-ask-for-deputy")));
    }
    Ok(FormPage {
        frame: reader
            .frame(words::say("admin-delegate"))
            .back(HERE, words::say("admin-delegations-title"))
            .at(HERE)
            .faults(faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-delegation-lead-writing"), words::say("admin-delegation-lead-reviewer")],
        about: None,
        action: format!("{HERE}/new"),
        fields: fields(&deputies, form, faults),
        button: words::say("admin-delegation-record"),
        warns: false,
    })
}

async fn ask(reader: Reader) -> PageAnswer {
    Ok(page(&made(&reader, &Form::default(), &Faults::default()).await?))
}

async fn send(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let new = NewDelegation {
        deputy: form.text("deputy").to_owned(),
        first: form.day("first").unwrap_or_default(),
        last: form.day("last").unwrap_or_default(),
        scope: form.text("scope").to_owned(),
        document: form.text("document").to_owned(),
    };
    match reader.app.service.delegate(&posted.asked(), &new).await {
        Ok(_) => Ok(Redirect::to(&format!("{HERE}?done=given")).into_response()),
        Err(error) => Ok(faulty(&made(reader, form, &faults_of(error, "deputy")?).await?.naming())),
    }
}

async fn ask_revoke(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let rows = reader.app.service.delegations(&reader.actor).await?;
    let row = rows.into_iter().find(|row| row.id == id && row.revoked.is_none());
    let row = row.ok_or(Problem::NoSuchPage)?;
    // A deputy is told that it is not theirs before they press anything.
    reader.app.service.deputies(&reader.actor).await?;
    Ok(page(&FormPage {
        frame: reader
            .frame(words::say("admin-revoke-title"))
            .back(HERE, words::say("admin-delegations-title"))
            .at(HERE),
        seal: reader.seal(),
        lead: vec![
            words::phrase("admin-revoke-which")
                .with("to", row.to)
                .with("first", row.first)
                .with("last", row.last)
                .with("scope", row.scope)
                .say(),
            words::say("admin-revoke-lead"),
        ],
        about: None,
        action: format!("{HERE}/{id}/revoke"),
        fields: Vec::new(),
        button: words::say("admin-revoke-now"),
        warns: true,
    }))
}

async fn revoke(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    posted.reader.app.service.revoke_delegation(&posted.asked(), &id).await?;
    Ok(Redirect::to(&format!("{HERE}?done=revoked")).into_response())
}
