//! Finding a case by its reference, or the cases of one's own unit about a person by exact identifiers.
//!
//! What is typed goes by POST and stands in no address; what comes back are references, and nothing of what was typed.

use super::{area::Area, faults, form};
use crate::web::{
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Frame, Seal},
    problem::{PageAnswer, faulty, page},
    session::Reader,
};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use casework::{
    actor::Role,
    search::{SEARCHES_PER_HOUR_MAX, SearchBy},
};
use serde_json::Value;
use service::{Fault, search::NewSearch};

/// A case that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRow {
    /// Where its page is.
    pub href: String,
    /// What people call it.
    pub reference: String,
    /// How it began, for people.
    pub origin: String,
    /// Where it stands.
    pub stage: String,
    /// When it began, for people.
    pub opened: String,
}

/// What a search gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// By what was searched.
    pub by: SearchBy,
    /// The cases.
    pub rows: Vec<FoundRow>,
    /// Whether it was for a person.
    pub person: bool,
}

impl Found {
    /// By what was searched, as within a sentence.
    #[must_use]
    pub fn with_what(&self) -> String {
        match self.by {
            SearchBy::Reference => ::words::say("day-with-reference"),
            SearchBy::NhsNumber => ::words::say("day-with-nhs-number"),
            SearchBy::NameAndBirth => ::words::say("day-with-name-and-birth"),
        }
    }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "clinic/search.html")]
pub struct SearchPage {
    frame: Frame,
    seal: Seal,
    /// Whether this reader may look for a person.
    people: bool,
    most: u32,
    field: Field,
    found: Option<Found>,
}

impl SearchPage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(frame: Frame, seal: Seal, area: Area, role: Role, typed: &Form, found: &[Fault]) -> Self {
        let people = looks_for_people(role);
        let fields = vec![asked(people).filled(&|name| typed.all(name))];
        let faults = form::place(&fields, found);
        let field = form::with_faults(fields, &faults).pop().unwrap_or_else(|| asked(people));
        let frame = frame.faults(&faults).at(area.search());
        Self { frame, seal, people, most: SEARCHES_PER_HOUR_MAX, field, found: None }
    }

    /// With what was found, in the place of what was typed.
    #[must_use]
    pub fn with(mut self, found: Found) -> Self {
        self.found = Some(found);
        self
    }
}

/// Whether the reader may look for a person, or for a case that they know of alone.
const fn looks_for_people(role: Role) -> bool {
    matches!(role, Role::Clinician | Role::SecondClinician)
}

fn asked(people: bool) -> Field {
    let reference = || {
        Field::line("reference", ::words::say("day-reference"))
            .hint(::words::say("day-reference-hint"))
            .width(20)
    };
    if !people {
        return reference();
    }
    let number = Field::line("nhs_number", ::words::say("day-nhs-number"))
        .hint(::words::say("day-nhs-number-hint"))
        .width(20)
        .digits();
    Field::radios(
        "by",
        ::words::say("day-search-by"),
        vec![
            Choice::new("reference", ::words::say("day-search-by-reference")).below(reference()),
            Choice::new("nhs-number", ::words::say("day-search-by-nhs-number")).below(number),
            Choice::new("name-and-birth", ::words::say("day-search-by-name-and-birth"))
                .below(Field::line("name", ::words::say("day-name")).hint(::words::say("day-name-hint")))
                .below(
                    Field::day("date_of_birth", ::words::say("day-birth"))
                        .hint(::words::say("day-birth-hint")),
                ),
        ],
    )
}

/// The cases of an answer of the service.
fn rows(area: Area, answer: &Value) -> Vec<FoundRow> {
    let text = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    answer
        .get("items")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|row| FoundRow {
            href: format!("{}/cases/{}", area.base(), text(row, "id")),
            reference: text(row, "reference"),
            origin: super::words::origin(&text(row, "origin")),
            stage: super::words::stage(&text(row, "stage")),
            opened: text(row, "opened"),
        })
        .collect()
}

fn made(reader: &Reader, area: Area, typed: &Form, found: &[Fault]) -> SearchPage {
    let role = reader.actor.role;
    SearchPage::new(reader.frame(::words::say("day-search")), reader.seal(), area, role, typed, found)
}

/// The form.
///
/// # Errors
/// None of its own.
pub async fn ask(area: Area, reader: Reader) -> PageAnswer {
    Ok(page(&made(&reader, area, &Form::default(), &[])))
}

/// Searches. A reference leads to its case at once, whose reading is recorded there.
///
/// # Errors
/// As the service refuses.
pub async fn send(area: Area, posted: Posted) -> PageAnswer {
    let (reader, typed) = (&posted.reader, &posted.form);
    let by =
        if looks_for_people(reader.actor.role) { typed.text("by") } else { SearchBy::Reference.as_str() };
    let new = NewSearch {
        by: by.to_owned(),
        reference: typed.text("reference").to_owned(),
        nhs_number: typed.text("nhs_number").to_owned(),
        name: typed.text("name").to_owned(),
        date_of_birth: typed.day("date_of_birth").unwrap_or_default(),
    };
    let answer = match reader.app.service.search(&posted.asked(), &new).await {
        Ok(answer) => answer,
        Err(error) => return Ok(faulty(&made(reader, area, typed, &faults(error)?))),
    };
    let rows = rows(area, &answer);
    let by = SearchBy::parse(by).unwrap_or(SearchBy::Reference);
    if let (SearchBy::Reference, [only]) = (by, rows.as_slice()) {
        return Ok(Redirect::to(&only.href).into_response());
    }
    let found = Found { by, rows, person: by.is_for_a_person() };
    Ok(page(&made(reader, area, &Form::default(), &[]).with(found)))
}
