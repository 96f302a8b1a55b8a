//! The rota of units and of guardians' deputies, as administrators keep it; what was a slip is undone with one click.

use super::access::FormPage;
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
    routing::{get, post},
};
use casework::{delegation::RotaKind, refusal::Refusal};
use service::{
    Fault, ServiceError,
    rota::{NewRota, Person, PlaceRota},
};
use std::collections::HashMap;

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin/rota", get(show))
        .route("/admin/rota/new", get(ask).post(send))
        .route("/admin/rota/{id}/remove", post(remove))
        .route("/admin/rota/{id}/put-back", post(put_back))
}

/// What was just done, with how to undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// What was done.
    pub text: &'static str,
    /// Where undoing it is sent.
    pub action: String,
}

/// The rota.
#[derive(Debug, Template)]
#[template(path = "admin/rota.html")]
pub struct RotaPage {
    /// What stands around it.
    pub frame: Frame,
    /// What each form carries.
    pub seal: Seal,
    /// Units and trusts.
    pub places: Vec<PlaceRota>,
    /// What was just done.
    pub undo: Option<Undo>,
}

async fn show(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let places = reader.app.service.rota(&reader.actor).await?;
    let entry = |name: &str| query.get(name).filter(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let undo = match (entry("added"), entry("removed"), entry("back")) {
        (Some(id), ..) => {
            Some(Undo { text: "It is on the rota.", action: format!("/admin/rota/{id}/remove") })
        }
        (_, Some(id), _) => {
            Some(Undo { text: "It is taken off the rota.", action: format!("/admin/rota/{id}/put-back") })
        }
        (.., Some(id)) => {
            Some(Undo { text: "It is on the rota again.", action: format!("/admin/rota/{id}/remove") })
        }
        _ => None,
    };
    let frame = reader.frame("Rota").back("/admin", "Administration").at("/admin/rota");
    Ok(page(&RotaPage { frame, seal: reader.seal(), places, undo }))
}

/// What an entry asks.
#[must_use]
pub fn fields(people: &[Person], form: &Form, faults: &Faults) -> Vec<Field> {
    let kinds = vec![
        Choice::new(RotaKind::Duty.as_str(), "On duty in a unit").hint("A clinician or second clinician"),
        Choice::new(RotaKind::OnCall.as_str(), "On call as guardian or deputy")
            .hint("The last night ends at nine the next morning"),
        Choice::new(RotaKind::Deputy.as_str(), "Is a deputy of the Caldicott Guardian").hint(
            "From then on they approve only under a written delegation that the guardian gives. No days are needed",
        ),
    ];
    let mut last = "";
    let mut choices = Vec::new();
    for person in people {
        let choice = Choice::new(person.id.clone(), person.title.clone());
        choices.push(if person.place == last { choice } else { choice.group(person.place.clone()) });
        last = &person.place;
    }
    vec![
        Field::radios("kind", "What is it?", kinds),
        Field::radios("account", "Who?", choices),
        Field::day("first", "First day").hint("For example, 30 11 2026."),
        Field::day("last", "Last day").hint("The same day, for one day."),
    ]
    .into_iter()
    .map(|field| field.filled(&|name| form.all(name)).faults(faults))
    .collect()
}

async fn form_page(reader: &Reader, form: &Form, faults: &Faults) -> Result<FormPage, Problem> {
    let people = reader.app.service.rota_people(&reader.actor).await?;
    let frame = reader.frame("Put somebody on the rota").back("/admin/rota", "Rota").at("/admin/rota");
    Ok(FormPage {
        frame: frame.faults(faults),
        seal: reader.seal(),
        lead: vec![
            "The rota says who is there. It lets nobody do more: a deputy needs the guardian's delegation beside it, which is not yours to give."
                .to_owned(),
        ],
        about: None,
        action: "/admin/rota/new".to_owned(),
        fields: fields(&people, form, faults),
        button: "Put them on",
        warns: false,
    })
}

async fn ask(reader: Reader) -> PageAnswer {
    Ok(page(&form_page(&reader, &Form::default(), &Faults::default()).await?))
}

async fn send(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let new = NewRota {
        kind: form.text("kind").to_owned(),
        account: form.text("account").to_owned(),
        first: form.day("first").unwrap_or_default(),
        last: form.day("last").unwrap_or_default(),
    };
    let found = match reader.app.service.keep_rota(&posted.asked(), &new).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(serde_json::Value::as_str).unwrap_or_default();
            return Ok(Redirect::to(&format!("/admin/rota?added={id}")).into_response());
        }
        Err(ServiceError::Invalid(found)) => found,
        Err(ServiceError::Refused(
            refusal @ (Refusal::RotaDays | Refusal::NotForRota | Refusal::SamePerson),
        )) => {
            let at = if refusal == Refusal::RotaDays { "/last" } else { "/account" };
            let another = if at == "/last" { "other days" } else { "somebody else" };
            vec![Fault::new(at, format!("choose {another}: {refusal}"))]
        }
        Err(other) => return Err(other.into()),
    };
    let faults = Faults::from_service(&found, |at| at.strip_prefix('/'));
    Ok(faulty(&form_page(reader, form, &faults).await?))
}

async fn remove(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    change(&id, &posted, false).await
}

async fn put_back(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    change(&id, &posted, true).await
}

async fn change(id: &str, posted: &Posted, put_back: bool) -> PageAnswer {
    posted.reader.app.service.change_rota(&posted.asked(), id, put_back).await?;
    let done = if put_back { "back" } else { "removed" };
    Ok(Redirect::to(&format!("/admin/rota?{done}={id}")).into_response())
}
