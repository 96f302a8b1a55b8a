//! The list, and where a question begins: advice first.

use crate::{
    pages::asking::{self, journey::Journey},
    web::{
        field::{Choice, Field},
        form::{Form, Posted},
        frame::{Faults, Frame, Seal},
        problem::{PageAnswer, faulty, page},
        session::Reader,
    },
};
use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Redirect},
};
use serde_json::Value;
use service::{
    drafts::DraftView, error::ServiceError, places::Places, telephones::Telephone, views::OfficerRow,
};
use std::collections::HashMap;

/// The officer's list: references only.
#[derive(Debug, Template)]
#[template(path = "officer/list.html")]
pub struct ListPage {
    /// What stands around it.
    pub frame: Frame,
    /// Drafts, newest first.
    pub drafts: Vec<DraftView>,
    /// What was sent, newest first.
    pub rows: Vec<OfficerRow>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// Whether this is not the first page.
    pub later: bool,
}

/// Where a question begins.
#[derive(Debug, Template)]
#[template(path = "officer/new.html")]
pub struct NewPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// The units that have a telephone number, and which.
    pub telephones: Vec<(String, Telephone)>,
}

/// A question that names nobody.
#[derive(Debug, Template)]
#[template(path = "officer/enquiry.html")]
pub struct EnquiryPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// The fields.
    pub fields: Vec<Field>,
}

pub(super) async fn list(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let before = query.get("before").map(String::as_str);
    let (rows, next) = reader.app.service.officer_list(&reader.actor, before).await?;
    let drafts = if before.is_none() { reader.app.service.drafts(&reader.actor).await? } else { Vec::new() };
    Ok(page(&ListPage {
        frame: reader.frame(words::say("officer-your-referrals")).at("/officer"),
        drafts,
        rows,
        next,
        later: before.is_some(),
    }))
}

pub(super) async fn new(reader: Reader) -> PageAnswer {
    let frame = reader.frame(words::say("officer-ask-clinic")).at("/officer/new");
    let telephones = reader.app.service.telephones().await;
    Ok(page(&NewPage { frame, seal: reader.seal(), telephones }))
}

pub(super) async fn begin(posted: Posted) -> PageAnswer {
    asking::start(&posted.reader, Journey::Referral).await
}

/// The fields of an enquiry, with what was typed and what is wrong.
#[must_use]
pub fn enquiry_fields(places: &Places, form: &Form, faults: &Faults) -> Vec<Field> {
    let units = places
        .units
        .values()
        .map(|unit| Choice::new(unit.id.as_str(), unit.title.clone()).hint(places.trust_title(&unit.trust)))
        .collect();
    let all = |name: &str| form.all(name);
    vec![
        Field::area("question", words::say("officer-enquiry-question"), 8)
            .hint(words::say("officer-enquiry-question-hint"))
            .filled(&all)
            .faults(faults),
        Field::radios("unit", words::say("officer-enquiry-unit"), units).filled(&all).faults(faults),
    ]
}

fn enquiry_frame(reader: &Reader) -> Frame {
    reader.frame(words::say("officer-enquiry-title")).back("/officer/new", words::say("officer-back"))
}

pub(super) async fn enquiry(reader: Reader) -> PageAnswer {
    let places = reader.app.service.places().await;
    Ok(page(&EnquiryPage {
        frame: enquiry_frame(&reader),
        seal: reader.seal(),
        fields: enquiry_fields(&places, &Form::default(), &Faults::default()),
    }))
}

async fn faulty_enquiry(posted: &Posted, faults: &Faults) -> PageAnswer {
    let reader = &posted.reader;
    let places = reader.app.service.places().await;
    Ok(faulty(&EnquiryPage {
        frame: enquiry_frame(reader).faults(faults),
        seal: reader.seal(),
        fields: enquiry_fields(&places, &posted.form, faults),
    }))
}

pub(super) async fn send_enquiry(posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let (unit, question) = (posted.form.text("unit"), posted.form.text("question"));
    let mut faults = Faults::default();
    if question.trim().is_empty() {
        faults.add("question", words::say("officer-enquiry-question-fault"));
    }
    if unit.is_empty() {
        faults.add("unit", words::say("asking-need-unit"));
    }
    if !faults.is_empty() {
        return faulty_enquiry(&posted, &faults).await;
    }
    match reader.app.service.receive_enquiry(&posted.asked(), unit, question).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(Value::as_str).unwrap_or_default();
            Ok(Redirect::to(&format!("/officer/{id}/sent")).into_response())
        }
        Err(ServiceError::Invalid(found)) => {
            faulty_enquiry(&posted, &Faults::from_service(&found, |at| at.strip_prefix('/'))).await
        }
        Err(other) => Err(other.into()),
    }
}
