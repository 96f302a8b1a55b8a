//! A returned referral is completed: only by what the officer was told is missing, and only by facts of their own.

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
    response::{IntoResponse as _, Redirect},
};
use casework::{actor::Role, id::CaseId};
use gate::Pack;
use serde_json::{Map, Value, json};
use service::{
    error::ServiceError,
    views::{MissingView, OfficerReferral},
};

/// What is still missing.
#[derive(Debug, Template)]
#[template(path = "officer/complete.html")]
pub struct CompletePage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// The case.
    pub id: String,
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
        "/requester/rank" => Field::radios(pointer, "Your rank or role", choices::ranks()),
        "/purpose" => Field::radios(pointer, "Main purpose, more precisely", choices::purposes()),
        "/items" => Field::checkboxes(pointer, "The least that would do", choices::items(pack, false)),
        "/justification/why_not_consent" => Field::radios(
            pointer,
            "Is there a reason not to ask for consent?",
            choices::reasons_against_consent(),
        ),
        "/deferral/ground" => {
            Field::radios(pointer, "Ground for telling the person later", choices::grounds())
        }
        "/person/age" => Field::line(pointer, "Age in years").width(3).digits(),
        _ => Field::tick(pointer, tick(pointer)?),
    })
}

fn tick(pointer: &str) -> Option<&'static str> {
    Some(match pointer {
        "/requester/signed" => "I sign this request",
        "/onward/says_source" => "What I pass on will say where it came from",
        "/victim_request/notice_given" => "Written notice was given to the victim or witness",
        "/victim_request/substantial_probative_value" => "Substantial probative value is shown",
        "/justification/line_of_enquiry" => {
            "There is a line of enquiry, and I have given it to the clinic in writing"
        }
        "/justification/less_intrusive_tried" => {
            "Less intrusive means were tried, or would not do, and I have given the clinic the reason in writing"
        }
        "/justification/items_needed_why" => "I have given the clinic a reason for each item in writing",
        "/mappa/questions_listed" => "Particular questions are listed",
        "/mappa/meeting_date_set" => "A day for the meeting is set",
        "/missing/incident_number" => "I have given the incident number",
        "/missing/end_time_set" => "I have said when the sharing ends",
        "/deferral/reasons_given" => "I have given fresh written reasons for telling the person later",
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

fn page_of(reader: &Reader, referral: &OfficerReferral, form: &Form, faults: &Faults) -> CompletePage {
    let pack = reader.app.service.gate().pack();
    let all = |name: &str| form.all(name);
    CompletePage {
        frame: reader
            .frame("Complete your referral")
            .back(format!("/officer/{}", referral.id), "Back to the referral")
            .faults(faults),
        seal: reader.seal(),
        id: referral.id.clone(),
        reference: referral.reference.clone(),
        fields: fields(&referral.missing, pack).into_iter().map(|f| f.filled(&all).faults(faults)).collect(),
        otherwise: otherwise(&referral.missing, pack),
    }
}

async fn returned(reader: &Reader, id: &CaseId) -> Result<OfficerReferral, Problem> {
    reader.only(&[Role::Officer])?;
    Ok(reader.app.service.officer_referral(id, &reader.actor).await?)
}

pub(super) async fn form(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let referral = returned(&reader, &case(&id)?).await?;
    if !referral.returned {
        return Ok(Redirect::to(&format!("/officer/{}", referral.id)).into_response());
    }
    Ok(page(&page_of(&reader, &referral, &Form::default(), &Faults::default())))
}

pub(super) async fn complete(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let id = case(&id)?;
    let referral = returned(reader, &id).await?;
    let pack = reader.app.service.gate().pack();
    let fields = fields(&referral.missing, pack);
    let names: Vec<String> = fields.iter().flat_map(Field::names).collect();
    let mut answers = Answers::default();
    answers.take(&names, &posted.form);
    match reader.app.service.complete_referral(&id, &posted.asked(), &part(&fields, &answers)).await {
        Ok(_) => Ok(Redirect::to(&format!("/officer/{id}")).into_response()),
        Err(ServiceError::Invalid(found)) => {
            let faults = Faults::from_service(&found, |at| at.strip_prefix("/facts"));
            Ok(faulty(&page_of(reader, &referral, &posted.form, &faults)))
        }
        Err(other) => Err(other.into()),
    }
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
