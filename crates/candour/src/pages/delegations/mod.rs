//! A guardian's written delegations: given and revoked by the guardian, seen by the deputy and by the reviewer.

#[cfg(test)]
pub(crate) mod samples;

use crate::web::{
    App,
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Faults, Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::Reader,
};
use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse as _, Redirect},
    routing::get,
};
use casework::{actor::Role, delegation::Scope, refusal::Refusal};
use service::{
    Fault, ServiceError,
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
    pub done: Option<&'static str>,
}

impl DelegationsPage {
    /// The state of a delegation, for people.
    #[must_use]
    pub fn state(&self, row: &DelegationView) -> &'static str {
        match row.state.as_str() {
            "to-come" => "To come",
            "in-force" => "In force",
            "revoked" => "Revoked",
            _ => "Over",
        }
    }
}

/// A form about a delegation.
#[derive(Debug, Template)]
#[template(path = "delegation_form.html")]
pub struct DelegationForm {
    /// What stands around it.
    pub frame: Frame,
    /// What the form carries.
    pub seal: Seal,
    /// What whoever fills it in has to know.
    pub lead: Vec<String>,
    /// What is asked for.
    pub fields: Vec<Field>,
    /// The button's words.
    pub button: &'static str,
    /// Whether it takes something away.
    pub warns: bool,
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
        Some("given") => Some("The delegation is recorded."),
        Some("revoked") => Some("The delegation is revoked, from now on."),
        _ => None,
    };
    let rota = if reviews { service.rota(&reader.actor).await? } else { Vec::new() };
    let here = if reviews { "/review/delegations" } else { HERE };
    Ok(page(&DelegationsPage {
        frame: reader.frame(if reviews { "Delegations and rotas" } else { "Delegations" }).at(here),
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
        Choice::new(Scope::OnCall.as_str(), "Emergencies while they are on call")
            .hint("The approval that is reviewed within 24 hours, and no other"),
        Choice::new(Scope::Every.as_str(), "Every approval of mine")
            .hint("In an emergency they must be on the rota, too"),
    ];
    vec![
        Field::radios("deputy", "To whom?", people),
        Field::day("first", "First day").hint("For example, 30 11 2026."),
        Field::day("last", "Last day")
            .hint("A year after the first at the latest; then it is written again."),
        Field::radios("scope", "What may they approve in your place?", scopes),
        Field::line("document", "Where is the signed document?").hint(
            "Such as “Board papers 2026/14, information governance office”. Nothing about any patient.",
        ),
    ]
    .into_iter()
    .map(|field| field.filled(&|name| form.all(name)).faults(faults))
    .collect()
}

async fn made(reader: &Reader, form: &Form, faults: &Faults) -> Result<DelegationForm, Problem> {
    let deputies = reader.app.service.deputies(&reader.actor).await?;
    if deputies.is_empty() {
        return Err(Problem::Refused(
            "an administrator first lists a deputy of your trust; ask them to".to_owned(),
        ));
    }
    Ok(DelegationForm {
        frame: reader.frame("Delegate to a deputy").back(HERE, "Delegations").at(HERE).faults(faults),
        seal: reader.seal(),
        lead: vec![
            "Somebody decides in your place only under a delegation in writing. Record here whom you delegate to, for which days, how far, and where the document is.".to_owned(),
            "The independent reviewer sees it. You can revoke it at any time.".to_owned(),
        ],
        fields: fields(&deputies, form, faults),
        button: "Record the delegation",
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
    let found = match reader.app.service.delegate(&posted.asked(), &new).await {
        Ok(_) => return Ok(Redirect::to(&format!("{HERE}?done=given")).into_response()),
        Err(ServiceError::Invalid(found)) => found,
        Err(ServiceError::Refused(
            refusal @ (Refusal::DelegationDays | Refusal::NoDeputy | Refusal::SamePerson),
        )) => {
            let at = if refusal == Refusal::DelegationDays { "/last" } else { "/deputy" };
            let another = if at == "/last" { "other days" } else { "somebody else" };
            vec![Fault::new(at, format!("choose {another}: {refusal}"))]
        }
        Err(other) => return Err(other.into()),
    };
    let faults = Faults::from_service(&found, |at| at.strip_prefix('/'));
    Ok(faulty(&made(reader, form, &faults).await?))
}

async fn ask_revoke(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let rows = reader.app.service.delegations(&reader.actor).await?;
    let row = rows.into_iter().find(|row| row.id == id && row.revoked.is_none());
    let row = row.ok_or(Problem::NoSuchPage)?;
    // A deputy is told that it is not theirs before they press anything.
    reader.app.service.deputies(&reader.actor).await?;
    Ok(page(&DelegationForm {
        frame: reader.frame("Revoke this delegation?").back(HERE, "Delegations").at(HERE),
        seal: reader.seal(),
        lead: vec![
            format!("To {}, from {} to {}: {}.", row.to, row.first, row.last, row.scope),
            "From now on they approve nothing in your place. What they approved before stands.".to_owned(),
        ],
        fields: Vec::new(),
        button: "Revoke it now",
        warns: true,
    }))
}

async fn revoke(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    posted.reader.app.service.revoke_delegation(&posted.asked(), &id).await?;
    Ok(Redirect::to(&format!("{HERE}?done=revoked")).into_response())
}
