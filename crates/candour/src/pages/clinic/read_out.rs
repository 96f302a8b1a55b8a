//! What was released, read out by telephone: the text is shown here for as long as the call takes, and what was done is
//! recorded, as an officer's reading would be.

use super::{area::Area, case_href, case_of, emergency, faults, form, number, telephone};
use crate::web::{
    field::Field,
    form::{Form, Posted},
    frame::{Frame, Seal},
    problem::{PageAnswer, faulty, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use casework::{id::CaseId, time::Moment};
use service::{
    Fault, ServiceError,
    emergencies::{NewReadOut, ReadOutView},
};

/// The page.
#[derive(Debug, Template)]
#[template(path = "clinic/read_out.html")]
pub struct ReadOutPage {
    frame: Frame,
    seal: Seal,
    view: ReadOutView,
    fields: Vec<Field>,
    cancel: String,
}

impl ReadOutPage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(frame: Frame, seal: Seal, view: ReadOutView, typed: &Form, found: &[Fault]) -> Self {
        let home = format!("{}/cases/{}", Area::Clinic.base(), view.id);
        let fields: Vec<Field> =
            fields().into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let placed = form::place(&fields, found);
        Self {
            frame: Frame { title: ::words::say("emergency-read-out-title"), ..frame }
                .faults(&placed)
                .back(home.clone(), ::words::say("case-back"))
                .at(Area::Clinic.base()),
            seal,
            view,
            fields: form::with_faults(fields, &placed),
            cancel: home,
        }
    }
}

fn fields() -> Vec<Field> {
    let mut fields = vec![
        Field::line("name", ::words::say("emergency-read-out-to"))
            .hint(::words::say("emergency-read-out-to-hint"))
            .width(30),
    ];
    fields.extend(emergency::called_back("number"));
    fields.extend([
        Field::tick("all_items", ::words::say("emergency-read-out-all")),
        Field::day("day", ::words::say("case-telephone-day")),
        Field::line("at", ::words::say("case-telephone-at"))
            .hint(::words::say("case-telephone-at-hint"))
            .width(5),
    ]);
    fields
}

/// A form that says that it is now.
fn now(at: Moment) -> Form {
    let (date, wall) = (at.day().to_string(), at.for_people());
    let mut parts = date.splitn(3, '-');
    let mut part = || parts.next().unwrap_or_default();
    let (year, month, day) = (part(), part(), part());
    let time = wall.rsplit(", ").next().unwrap_or_default();
    Form::of(&[("day-day", day), ("day-month", month), ("day-year", year), ("at", time)])
}

fn read(typed: &Form) -> Result<NewReadOut, Vec<Fault>> {
    let mut found = Vec::new();
    let at = telephone::typed_at(typed, "", &mut found);
    let at = at.ok_or(found)?;
    Ok(NewReadOut {
        name: typed.text("name").to_owned(),
        number: typed.text("number").to_owned(),
        called_back: typed.ticked("called_back"),
        all_items: typed.ticked("all_items"),
        at,
    })
}

async fn made(
    reader: &Reader,
    id: &CaseId,
    n: u32,
    typed: &Form,
    found: &[Fault],
) -> Result<ReadOutPage, ServiceError> {
    let view = reader.app.service.to_read_out(id, n, &reader.actor).await?;
    Ok(ReadOutPage::new(reader.frame(""), reader.seal(), view, typed, found))
}

/// What is read out, with the form that records it. A reading.
///
/// # Errors
/// As the service refuses.
pub async fn show(Looking(reader): Looking, Path((id, n)): Path<(String, String)>) -> PageAnswer {
    let (id, n) = (case_of(&id)?, number(&n)?);
    let typed = now(reader.app.service.now());
    Ok(page(&made(&reader, &id, n, &typed, &[]).await?))
}

/// Records that it was read out.
///
/// # Errors
/// As the service refuses.
pub async fn send(Path((id, n)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    let (case, n) = (case_of(&id)?, number(&n)?);
    let service = &posted.reader.app.service;
    let found = match read(&posted.form) {
        Err(found) => found,
        Ok(new) => match service.give_by_telephone(&case, &posted.asked(), n, &new).await {
            Ok(_) => {
                let done = case_href(Area::Clinic, &id, "give-by-telephone");
                return Ok(Redirect::to(&done).into_response());
            }
            Err(error) => faults(error)?,
        },
    };
    Ok(faulty(&made(&posted.reader, &case, n, &posted.form, &found).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_begins_with_now_and_reads_back() {
        let at = Moment(1_795_348_800);
        let typed = now(at);
        assert_eq!(read(&typed).unwrap().at, at);
    }

    #[test]
    fn a_time_that_is_none_is_a_fault() {
        let at = |typed: &Form| -> Vec<String> {
            read(typed).unwrap_err().into_iter().map(|fault| fault.at).collect()
        };
        assert_eq!(at(&Form::default()), ["/day"]);
        let day = [("day-day", "1"), ("day-month", "12"), ("day-year", "2026"), ("at", "noon")];
        assert_eq!(at(&Form::of(&day)), ["/at"]);
    }
}
