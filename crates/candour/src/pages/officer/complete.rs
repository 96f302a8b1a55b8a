//! A returned referral, or a health worker's report, is completed: only by what they were told is missing, and only by facts of their own.

use crate::{
    pages::{
        asking::{
            answers::Answers,
            choices,
            lessons::{self, Lesson},
        },
        officer::referral::case,
    },
    web::{
        field::Field,
        form::{Form, Posted},
        frame::{Faults, Frame, Seal},
        problem::{PageAnswer, Problem, faulty, page},
        session::{Looking, Reader},
    },
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect, Response},
};
use casework::id::CaseId;
use gate::Pack;
use serde_json::{Map, Value, json};
use service::{error::ServiceError, views::MissingView};

/// What is still missing.
#[derive(Debug, Template)]
#[template(path = "officer/complete.html")]
pub struct CompletePage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// What people call it.
    pub reference: String,
    /// What the officer can say here.
    pub fields: Vec<Field>,
    /// What must come another way, in sentences.
    pub otherwise: Vec<String>,
}

/// The field that supplies what a pointer leads to, if it is the officer's to supply here.
fn field(pointer: &str, pack: &Pack) -> Option<Field> {
    Some(match pointer {
        "/requester/rank" => Field::radios(pointer, words::say("officer-field-rank"), choices::ranks()),
        "/purpose" => Field::radios(pointer, words::say("officer-field-purpose"), choices::purposes()),
        "/items" => {
            Field::checkboxes(pointer, words::say("officer-field-items"), choices::items(pack, false))
        }
        "/justification/why_not_consent" => {
            Field::radios(pointer, words::say("officer-field-consent"), choices::reasons_against_consent())
        }
        "/deferral/ground" => Field::radios(pointer, words::say("officer-field-ground"), choices::grounds()),
        "/person/age" => Field::line(pointer, words::say("officer-field-age")).width(3).digits(),
        _ => Field::tick(pointer, tick(pointer)?),
    })
}

fn tick(pointer: &str) -> Option<String> {
    Some(match pointer {
        "/requester/signed" => words::say("officer-tick-signed"),
        "/onward/says_source" => words::say("officer-tick-source"),
        "/victim_request/notice_given" => words::say("officer-tick-victim-notice"),
        "/victim_request/substantial_probative_value" => words::say("officer-tick-victim-value"),
        "/justification/line_of_enquiry" => words::say("officer-tick-enquiry"),
        "/justification/less_intrusive_tried" => words::say("officer-tick-less-intrusive"),
        "/justification/items_needed_why" => words::say("officer-tick-items-why"),
        "/mappa/questions_listed" => words::say("officer-tick-questions"),
        "/mappa/meeting_date_set" => words::say("officer-tick-meeting"),
        "/missing/incident_number" => words::say("officer-tick-incident"),
        "/missing/end_time_set" => words::say("officer-tick-end"),
        "/deferral/reasons_given" => words::say("officer-tick-deferral"),
        _ => return None,
    })
}

/// The fields for what is missing, each once.
pub(super) fn fields(missing: &[MissingView], pack: &Pack) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for row in missing.iter().filter(|row| row.who == "requester") {
        if found.iter().all(|known| known.name != row.field) {
            found.extend(field(&row.field, pack));
        }
    }
    found
}

/// What is missing and cannot be said here, each sentence once.
pub(super) fn otherwise(missing: &[MissingView], pack: &Pack) -> Vec<String> {
    let elsewhere = |lesson: &Lesson| !lesson.own || field(&lesson.field, pack).is_none();
    lessons::of(missing).into_iter().filter(elsewhere).map(|lesson| lesson.sentence).collect()
}

/// The part of the facts that was filled in.
fn part(fields: &[Field], answers: &Answers) -> Value {
    let mut whole = Map::new();
    for field in fields {
        let name = field.name.as_str();
        let value = match name {
            "/items" => json!(answers.all(name)),
            "/person/age" => {
                let typed = answers.text(name);
                typed.parse::<u32>().map_or_else(|_| Value::from(typed), Value::from)
            }
            _ if tick(name).is_some() => json!(true),
            _ => json!(answers.text(name)),
        };
        if answers.text(name).is_empty() {
            continue;
        }
        let mut keys = name.trim_start_matches('/').splitn(2, '/');
        match (keys.next(), keys.next()) {
            (Some(object), Some(key)) => {
                let members = whole.entry(object.to_owned()).or_insert_with(|| json!({}));
                if let Some(members) = members.as_object_mut() {
                    members.insert(key.to_owned(), value);
                }
            }
            (Some(key), None) => {
                whole.insert(key.to_owned(), value);
            }
            (None, _) => {}
        }
    }
    Value::Object(whole)
}

/// A case that came back to whoever began it, and where its pages are.
struct Returned {
    id: CaseId,
    reference: String,
    missing: Vec<MissingView>,
    /// The page of the case.
    home: String,
    title: String,
    back: String,
    /// Whether it still waits for them.
    waits: bool,
}

impl Returned {
    /// As its officer sees it.
    async fn officers(reader: &Reader, id: CaseId) -> Result<Self, Problem> {
        let seen = reader.app.service.officer_referral(&id, &reader.actor).await?;
        Ok(Self {
            home: format!("/officer/{id}"),
            id,
            reference: seen.reference,
            missing: seen.missing,
            waits: seen.returned,
            title: words::say("officer-complete-referral"),
            back: words::say("officer-back-to-referral"),
        })
    }

    /// As the health worker sees it who reported it.
    async fn reporters(reader: &Reader, id: CaseId) -> Result<Self, Problem> {
        let seen = reader.app.service.own_report(&id, &reader.actor).await?;
        Ok(Self {
            home: format!("/reports/{id}"),
            id,
            reference: seen.reference,
            missing: seen.missing,
            waits: seen.returned,
            title: words::say("officer-complete-report"),
            back: words::say("officer-report-back"),
        })
    }

    fn page(&self, reader: &Reader, form: &Form, faults: &Faults) -> CompletePage {
        let pack = reader.app.service.gate().pack();
        let all = |name: &str| form.all(name);
        CompletePage {
            frame: reader.frame(self.title.as_str()).back(&self.home, self.back.as_str()).faults(faults),
            seal: reader.seal(),
            reference: self.reference.clone(),
            fields: fields(&self.missing, pack).into_iter().map(|f| f.filled(&all).faults(faults)).collect(),
            otherwise: otherwise(&self.missing, pack),
        }
    }

    async fn complete(&self, posted: &Posted) -> PageAnswer {
        let reader = &posted.reader;
        let fields = fields(&self.missing, reader.app.service.gate().pack());
        let names: Vec<String> = fields.iter().flat_map(Field::names).collect();
        let mut answers = Answers::default();
        answers.take(&names, &posted.form);
        let part = part(&fields, &answers);
        match reader.app.service.complete_referral(&self.id, &posted.asked(), &part).await {
            Ok(_) => Ok(Redirect::to(&self.home).into_response()),
            Err(ServiceError::Invalid(found)) => {
                let faults = Faults::from_service(&found, |at| at.strip_prefix("/facts"));
                Ok(faulty(&self.page(reader, &posted.form, &faults)))
            }
            Err(other) => Err(other.into()),
        }
    }

    fn form(&self, reader: &Reader) -> Response {
        if self.waits {
            page(&self.page(reader, &Form::default(), &Faults::default()))
        } else {
            Redirect::to(&self.home).into_response()
        }
    }
}

pub(super) async fn form(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    Ok(Returned::officers(&reader, case(&id)?).await?.form(&reader))
}

// A repetition gets the first answer, and what was sent from a stale page is refused: neither is asked here.
pub(super) async fn complete(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    Returned::officers(&posted.reader, case(&id)?).await?.complete(&posted).await
}

pub(crate) async fn report_form(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    Ok(Returned::reporters(&reader, case(&id)?).await?.form(&reader))
}

pub(crate) async fn complete_report(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    Returned::reporters(&posted.reader, case(&id)?).await?.complete(&posted).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use service::views::Named;

    fn row(field: &str, who: &str) -> MissingView {
        MissingView {
            field: field.to_owned(),
            basis: Named {
                code: "public-interest-serious-harm".to_owned(),
                name: "Public interest".to_owned(),
            },
            who: who.to_owned(),
            advice: format!("Supply {field}."),
        }
    }

    #[test]
    fn only_what_is_missing_is_asked_and_each_once() {
        let gate = gate::embedded().unwrap();
        let missing = [
            row("/items", "requester"),
            row("/items", "requester"),
            row("/instrument/sealed", "issuer"),
            row("/safeguarding/strategy_meeting", "requester"),
        ];
        let names: Vec<String> = fields(&missing, gate.pack()).into_iter().map(|field| field.name).collect();
        assert_eq!(names, ["/items"]);
        assert_eq!(otherwise(&missing, gate.pack()).len(), 2);
    }

    #[test]
    fn what_was_not_filled_in_is_not_sent() {
        let gate = gate::embedded().unwrap();
        let missing = [
            row("/requester/signed", "requester"),
            row("/purpose", "requester"),
            row("/person/age", "requester"),
        ];
        let fields = fields(&missing, gate.pack());
        assert_eq!(part(&fields, &Answers::default()), json!({}));
        let answers = Answers::of(&[("/requester/signed", "yes"), ("/person/age", "15")]);
        assert_eq!(part(&fields, &answers), json!({"requester": {"signed": true}, "person": {"age": 15}}));
    }
}
