//! The rota of units and of guardians' deputies, as administrators keep it; what was a slip is undone with one click.

use crate::{
    pages::form_page::{FormPage, faults_of},
    web::{
        App,
        field::{Choice, Field},
        form::{Form, Posted},
        frame::{Faults, Frame, Seal},
        problem::{PageAnswer, Problem, faulty, page},
        session::Reader,
    },
};
use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use casework::delegation::RotaKind;
use service::rota::{NewRota, Person, PlaceRota};
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
    pub text: String,
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
            Some(Undo { text: words::say("admin-rota-added"), action: format!("/admin/rota/{id}/remove") })
        }
        (_, Some(id), _) => Some(Undo {
            text: words::say("admin-rota-removed"),
            action: format!("/admin/rota/{id}/put-back"),
        }),
        (.., Some(id)) => {
            Some(Undo { text: words::say("admin-rota-put-back"), action: format!("/admin/rota/{id}/remove") })
        }
        _ => None,
    };
    let frame = reader
        .frame(words::say("admin-rota-title"))
        .back("/admin", words::say("admin-administration"))
        .at("/admin/rota");
    Ok(page(&RotaPage { frame, seal: reader.seal(), places, undo }))
}

/// What an entry asks.
#[must_use]
pub fn fields(people: &[Person], form: &Form, faults: &Faults) -> Vec<Field> {
    let kinds = vec![
        Choice::new(RotaKind::Duty.as_str(), words::say("admin-rota-kind-duty"))
            .hint(words::say("admin-rota-kind-duty-hint")),
        Choice::new(RotaKind::OnCall.as_str(), words::say("admin-rota-kind-on-call"))
            .hint(words::say("admin-rota-kind-on-call-hint")),
        Choice::new(RotaKind::Deputy.as_str(), words::say("admin-rota-kind-deputy"))
            .hint(words::say("admin-rota-kind-deputy-hint")),
    ];
    let mut last = "";
    let mut choices = Vec::new();
    for person in people {
        let choice = Choice::new(person.id.clone(), person.title.clone());
        choices.push(if person.place == last { choice } else { choice.group(person.place.clone()) });
        last = &person.place;
    }
    vec![
        Field::radios("kind", words::say("admin-rota-field-kind"), kinds),
        Field::radios("account", words::say("admin-rota-field-account"), choices),
        Field::day("first", words::say("admin-first-day")).hint(words::say("admin-first-day-hint")),
        Field::day("last", words::say("admin-last-day")).hint(words::say("admin-rota-field-last-hint")),
    ]
    .into_iter()
    .map(|field| field.filled(&|name| form.all(name)).faults(faults))
    .collect()
}

async fn form_page(reader: &Reader, form: &Form, faults: &Faults) -> Result<FormPage, Problem> {
    let people = reader.app.service.rota_people(&reader.actor).await?;
    let frame = reader
        .frame(words::say("admin-rota-new"))
        .back("/admin/rota", words::say("admin-rota-title"))
        .at("/admin/rota");
    Ok(FormPage {
        frame: frame.faults(faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-rota-form-lead")],
        about: None,
        action: "/admin/rota/new".to_owned(),
        fields: fields(&people, form, faults),
        button: words::say("admin-rota-put-on"),
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
    match reader.app.service.keep_rota(&posted.asked(), &new).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(serde_json::Value::as_str).unwrap_or_default();
            Ok(Redirect::to(&format!("/admin/rota?added={id}")).into_response())
        }
        Err(error) => Ok(faulty(&form_page(reader, form, &faults_of(error, "account")?).await?.naming())),
    }
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
