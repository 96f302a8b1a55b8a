//! Whom a force wants to be told of a recall: asked for by one administrator, checked and confirmed by another.

use super::access::{faults_of, fill, framed};
use crate::{
    pages::form_page::FormPage,
    web::{
        App,
        field::{Choice, Field},
        form::{Form, Posted},
        frame::Faults,
        problem::{PageAnswer, faulty, page},
        session::Reader,
    },
};
use axum::{
    Router,
    response::{IntoResponse as _, Redirect},
    routing::get,
};
use service::{ServiceError, dual_control::Wanted, places::Places};

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new().route("/admin/contact", get(ask).post(send))
}

/// What is asked of a contact.
#[must_use]
pub fn contact_fields(places: &Places, form: &Form, faults: &Faults) -> Vec<Field> {
    let forces = places.forces.iter().map(|(id, title)| Choice::new(id.to_string(), title.clone())).collect();
    fill(
        vec![
            Field::radios("force", words::say("admin-field-contact-force"), forces),
            Field::line("address", words::say("admin-field-contact-address"))
                .hint(words::say("admin-field-contact-address-hint"))
                .width(30),
            Field::area("said", words::say("admin-field-contact-said"), 4)
                .hint(words::say("admin-field-contact-said-hint")),
        ],
        form,
        faults,
    )
}

async fn form_page(reader: &Reader, form: &Form, faults: &Faults) -> FormPage {
    let places = reader.app.service.places().await;
    FormPage {
        frame: framed(reader, &words::say("admin-contact-title"), faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-contact-lead"), words::say("admin-contact-checked")],
        about: None,
        action: "/admin/contact".to_owned(),
        fields: contact_fields(&places, form, faults),
        button: words::say("admin-ask-for-it"),
        warns: false,
    }
}

async fn ask(reader: Reader) -> PageAnswer {
    Ok(page(&form_page(&reader, &Form::default(), &Faults::default()).await))
}

async fn send(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let wanted = Wanted::Contact {
        force: form.text("force").to_owned(),
        address: form.text("address").trim().to_owned(),
    };
    match reader.app.service.ask_dual(&reader.actor, &wanted, form.text("said")).await {
        Ok(_) => Ok(Redirect::to("/admin?done=asked").into_response()),
        Err(ServiceError::Invalid(found)) => {
            Ok(faulty(&form_page(reader, form, &faults_of(&found)).await.naming()))
        }
        Err(other) => Err(other.into()),
    }
}
