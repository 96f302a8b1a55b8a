//! An emergency that an officer without an account tells of by telephone: a clinician enters it here, once they have called
//! back through the control room of the force. The page is short, and says loudly what follows.

use super::{area::Area, faults, fields::set, form};
use crate::{
    pages::asking::choices,
    web::{
        field::{Choice, Field},
        form::{Form, Posted},
        frame::{Frame, Seal},
        problem::{PageAnswer, faulty, page},
        session::Reader,
    },
};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use gate::Pack;
use serde_json::{Value, json};
use service::{Fault, ServiceError, emergencies::NewEmergency, places::Places};

/// Where it is.
pub const HREF: &str = "/clinic/emergency";

/// What an emergency is about: other purposes have time for an account.
const PURPOSES: &[&str] =
    &["save-life", "prevent-serious-harm", "find-missing-person", "safe-detention", "protect-child"];

/// Bodies whose officers ring.
const BODIES: &[&str] = &["local-police", "counter-terrorism-police"];

/// The page.
#[derive(Debug, Template)]
#[template(path = "clinic/emergency.html")]
pub struct EmergencyPage {
    frame: Frame,
    seal: Seal,
    fields: Vec<Field>,
    cancel: &'static str,
}

impl EmergencyPage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        (places, pack): (&Places, &Pack),
        typed: &Form,
        found: &[Fault],
    ) -> Self {
        let fields: Vec<Field> =
            fields(places, pack).into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let placed = form::place(&fields, found);
        let cancel = Area::Clinic.base();
        Self {
            frame: frame.faults(&placed).back(cancel, ::words::say("day-your-queue")).at(cancel),
            seal,
            fields: form::with_faults(fields, &placed),
            cancel,
        }
    }
}

fn only(choices: Vec<Choice>, codes: &[&str]) -> Vec<Choice> {
    choices.into_iter().filter(|choice| codes.contains(&choice.value.as_str())).collect()
}

fn fields(places: &Places, pack: &Pack) -> Vec<Field> {
    let forces = places.forces.iter().map(|(id, title)| Choice::new(id.to_string(), title.clone())).collect();
    let mut fields = vec![
        Field::radios("force", ::words::say("emergency-force"), forces),
        Field::radios(
            "facts-requester-body",
            ::words::say("emergency-body"),
            only(choices::bodies(), BODIES),
        ),
        Field::line("name", ::words::say("emergency-name")).width(30),
        Field::radios("facts-requester-rank", ::words::say("emergency-rank"), choices::ranks()),
        Field::line("number", ::words::say("emergency-number"))
            .hint(::words::say("emergency-number-hint"))
            .width(20),
    ];
    fields.extend(called_back("control_room"));
    fields.extend([
        Field::area("question", ::words::say("emergency-question"), 6)
            .hint(::words::say("emergency-question-hint")),
        Field::line("person-name", ::words::say("emergency-person-name")).width(30),
        Field::day("person-date_of_birth", ::words::say("emergency-person-born"))
            .hint(::words::say("emergency-if-known")),
        Field::line("person-nhs_number", ::words::say("day-nhs-number"))
            .hint(::words::say("emergency-if-known"))
            .width(20)
            .digits(),
        Field::area("person-address", ::words::say("emergency-person-address"), 3)
            .hint(::words::say("emergency-if-known")),
        Field::radios(
            "facts-purpose",
            ::words::say("emergency-purpose"),
            only(choices::purposes(), PURPOSES),
        ),
        Field::radios(
            "facts-concern-harm_to_self",
            ::words::say("emergency-harm-to-self"),
            choices::harm_to_self(),
        ),
        Field::tick("facts-concern-suicide_concern", ::words::say("emergency-suicide")),
        Field::radios(
            "facts-concern-harm_to_others",
            ::words::say("emergency-harm-to-others"),
            choices::harm_to_others(),
        ),
        Field::tick("facts-concern-identified_victim", ::words::say("emergency-victim")),
        Field::checkboxes("facts-items", ::words::say("emergency-items"), choices::items(pack, false))
            .hint(::words::say("emergency-items-hint")),
    ]);
    fields
}

/// The number that was called, and that it was.
pub(super) fn called_back(number: &str) -> [Field; 2] {
    [
        Field::line(number, ::words::say("emergency-control-room"))
            .hint(::words::say("emergency-control-room-hint"))
            .width(20),
        Field::tick("called_back", ::words::say("emergency-called-back")),
    ]
}

/// What was typed, as the service takes it. What was not answered stands at its default.
#[must_use]
pub fn read(typed: &Form) -> NewEmergency {
    let text = |name: &str| typed.text(name).to_owned();
    let person = person(typed);
    NewEmergency {
        force: text("force"),
        name: text("name"),
        number: text("number"),
        control_room: text("control_room"),
        called_back: typed.ticked("called_back"),
        question: text("question"),
        facts: facts(typed, !person.is_null()),
        person,
    }
}

fn person(typed: &Form) -> Value {
    let born = typed.day("person-date_of_birth");
    let said = ["person-name", "person-nhs_number", "person-address"].map(|name| typed.said(name));
    if born.is_none() && said.iter().all(Option::is_none) {
        return Value::Null;
    }
    let [name, nhs_number, address] = said;
    json!({"name": name, "date_of_birth": born, "nhs_number": nhs_number, "address": address})
}

fn facts(typed: &Form, identified: bool) -> Value {
    let mut whole = json!({"items": typed.all("facts-items"), "person": {"identified": identified}});
    let name = |at: &str| form::name_of(&format!("/facts{at}"));
    let codes = [
        "/purpose",
        "/requester/body",
        "/requester/rank",
        "/concern/harm_to_self",
        "/concern/harm_to_others",
    ];
    for at in codes {
        if let Some(code) = typed.said(&name(at)) {
            set(&mut whole, at, Value::from(code));
        }
    }
    for at in ["/concern/suicide_concern", "/concern/identified_victim"] {
        set(&mut whole, at, Value::from(typed.ticked(&name(at))));
    }
    whole
}

async fn made(reader: &Reader, typed: &Form, found: &[Fault]) -> EmergencyPage {
    let service = &reader.app.service;
    let places = service.places().await;
    let frame = reader.frame(::words::say("emergency-title"));
    EmergencyPage::new(frame, reader.seal(), (&places, service.gate().pack()), typed, found)
}

/// The form.
///
/// # Errors
/// None of its own.
pub async fn ask(reader: Reader) -> PageAnswer {
    Ok(page(&made(&reader, &Form::default(), &[]).await))
}

/// Begins the case, and leads to its page.
///
/// # Errors
/// As the service refuses.
pub async fn send(posted: Posted) -> PageAnswer {
    let service = &posted.reader.app.service;
    match service.take_emergency(&posted.asked(), &read(&posted.form)).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(Value::as_str);
            let id = id.ok_or(ServiceError::Broken("an answer names no case"))?;
            Ok(Redirect::to(&super::case_href(Area::Clinic, id, "emergency")).into_response())
        }
        Err(error) => {
            let found = faults(error)?;
            Ok(faulty(&made(&posted.reader, &posted.form, &found).await))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::{
        codes::Nation,
        facts::{Facts, Supplier},
        time::Day,
    };

    #[test]
    fn what_is_typed_makes_facts_that_whoever_asks_supplies() {
        let typed = Form::of(&[
            ("force", "thamesside"),
            ("called_back", "yes"),
            ("person-name", "Testa Person"),
            ("facts-requester-rank", "inspector"),
            ("facts-purpose", "save-life"),
            ("facts-concern-harm_to_self", "imminent-death"),
            ("facts-concern-suicide_concern", "yes"),
            ("facts-items", "safety-handling-advice"),
        ]);
        let new = read(&typed);
        let defaults = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap());
        let facts = defaults.supply(&new.facts, Supplier::Requester).unwrap();
        assert!(facts.concern.suicide_concern && !facts.concern.identified_victim);
        assert!(facts.person.identified && new.called_back);
        assert_eq!((facts.items.len(), new.person["name"].as_str()), (1, Some("Testa Person")));
    }

    #[test]
    fn an_empty_form_names_nobody_and_makes_facts_too() {
        let new = read(&Form::default());
        let defaults = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap());
        assert!(!defaults.supply(&new.facts, Supplier::Requester).unwrap().person.identified);
        assert!(new.person.is_null() && !new.called_back);
    }
}
