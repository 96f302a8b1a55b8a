//! Telephone calls and meetings: the small page that writes one down in a case, and the page for one that belongs to no
//! case yet. Each is chosen beforehand for the call of an officer that has just ended, so that it takes a minute.

use super::{
    area::Area,
    breach::moment,
    case_href, day, faults, form,
    look_over::{LookOver, look_over_alone},
    simple::{Simple, simple},
};
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
    conversation::{Means, Party},
    id::CaseId,
    refusal::Refusal,
};
use serde_json::Value;
use service::{
    conversations::NewConversation,
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
};

/// What stands for no time.
const NO_TIME: &str = "none";

/// What is chosen before anybody has chosen.
#[must_use]
pub fn defaults() -> Form {
    Form::of(&[
        ("means", Means::Telephone.as_str()),
        ("with", Party::Officer.as_str()),
        ("when", "now"),
        ("minutes", NO_TIME),
    ])
}

/// How, with whom and when.
fn spoken() -> Vec<Field> {
    let means = Means::ALL.map(|means| {
        let label = match means {
            Means::Telephone => ::words::say("day-call-telephone"),
            Means::Meeting => ::words::say("day-call-meeting"),
        };
        Choice::new(means.as_str(), label)
    });
    let parties = Party::ALL.map(|party| {
        let label = match party {
            Party::Officer => ::words::say("day-call-with-officer"),
            Party::Health => ::words::say("day-call-with-health"),
            Party::PersonOrRelative => ::words::say("day-call-with-person-or-relative"),
            Party::Other => ::words::say("day-call-with-other"),
        };
        Choice::new(party.as_str(), label)
    });
    let earlier = Choice::new("earlier", ::words::say("day-call-earlier"))
        .below(Field::day("at", ::words::say("day-call-day")))
        .below(
            Field::line("at-time", ::words::say("day-call-time"))
                .hint(::words::say("day-call-time-hint"))
                .width(5),
        );
    vec![
        Field::radios("means", ::words::say("day-call-means"), means.to_vec()),
        Field::radios("with", ::words::say("day-call-with"), parties.to_vec()),
        Field::radios(
            "when",
            ::words::say("day-call-when"),
            vec![Choice::new("now", ::words::say("day-call-now")), earlier],
        ),
    ]
}

/// For how long, with a way to say nothing of it.
fn minutes() -> Field {
    let mut choices = day::span_choices();
    choices.push(Choice::new(NO_TIME, ::words::say("day-call-minutes-none")));
    Field::radios("minutes", ::words::say("day-call-minutes"), choices)
}

/// The small page that writes one down in a case.
pub(super) fn record() -> Simple {
    let mut fields = spoken();
    fields
        .push(Field::area("text", ::words::say("day-call-text"), 6).hint(::words::say("day-call-text-hint")));
    fields.push(minutes());
    Simple {
        fields,
        ..simple(::words::say("day-call"), &[&::words::say("day-call-lead")], ::words::say("day-call-button"))
    }
}

/// Writes one down in a case.
///
/// # Errors
/// As the service refuses; [`ServiceError::Invalid`] with every fault of the form.
pub(super) async fn perform(service: &Service, id: &CaseId, asked: &Asked, typed: &Form) -> Answer<Value> {
    let new = read(typed, &["text"])?;
    service.record_conversation(id, asked, &new, typed.text("text")).await
}

/// What was typed of how, with whom, when and how long. Every fault is told at once, those of the texts among them.
fn read(typed: &Form, texts: &[&str]) -> Answer<NewConversation> {
    let mut found = Vec::new();
    let choose = |at: &str| Fault::new(at, ::words::say("act-fault-choose"));
    if Means::parse(typed.text("means")).is_none() {
        found.push(choose("/means"));
    }
    if Party::parse(typed.text("with")).is_none() {
        found.push(choose("/with"));
    }
    let at = match typed.text("when") {
        "now" => None,
        "earlier" => {
            let at = moment(typed, "at");
            if at.is_none() {
                found.push(Fault::new("/at", ::words::say("day-call-at-expected")));
            }
            at
        }
        _ => {
            found.push(choose("/when"));
            None
        }
    };
    for name in texts {
        if typed.said(name).is_none() {
            found.push(Fault::new(format!("/{name}"), ::words::say("act-fault-write")));
        }
    }
    let minutes = match typed.text("minutes") {
        "" | NO_TIME => None,
        said => {
            let minutes: Option<u32> = said.parse().ok();
            if minutes.is_none() {
                found.push(choose("/minutes"));
            }
            minutes
        }
    };
    if !found.is_empty() {
        return Err(ServiceError::Invalid(found));
    }
    let text = |name: &str| typed.text(name).to_owned();
    Ok(NewConversation { means: text("means"), with: text("with"), at, minutes })
}

/// A time that cannot be taken, beside the field that puts it right.
pub(super) fn fault(refusal: &Refusal) -> Option<Fault> {
    matches!(refusal, Refusal::ConversationTime).then(|| Fault::new("/at", service::words::refusal(refusal)))
}

/// The page for a call or meeting that belongs to no case.
#[derive(Debug, Template)]
#[template(path = "clinic/call.html")]
pub struct CallPage {
    frame: Frame,
    seal: Seal,
    /// What in the texts may say who it is about.
    over: Option<LookOver>,
    fields: Vec<Field>,
    button: String,
    cancel: &'static str,
}

impl CallPage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(frame: Frame, seal: Seal, typed: &Form, found: &[Fault]) -> Self {
        let mut fields = spoken();
        fields.push(
            Field::area("question", ::words::say("day-call-question"), 4)
                .hint(::words::say("day-call-question-hint")),
        );
        fields.push(Field::area("advice", ::words::say("day-call-advice"), 6));
        fields.push(minutes());
        let fields: Vec<Field> =
            fields.into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let faults = form::place(&fields, found);
        let home = Area::Clinic.base();
        Self {
            frame: frame.faults(&faults).back(home, ::words::say("day-your-queue")).at(home),
            seal,
            over: None,
            fields: form::with_faults(fields, &faults),
            button: ::words::say("day-call-button"),
            cancel: home,
        }
    }

    /// The page for texts that have to be read again before they are kept.
    #[must_use]
    pub fn with(mut self, over: LookOver) -> Self {
        self.over = Some(over);
        self.button = ::words::say("day-call-as-it-stands");
        self
    }
}

fn made(reader: &Reader, typed: &Form, found: &[Fault]) -> CallPage {
    CallPage::new(reader.frame(::words::say("day-call")), reader.seal(), typed, found)
}

/// The form.
///
/// # Errors
/// None of its own.
pub async fn ask(reader: Reader) -> PageAnswer {
    Ok(page(&made(&reader, &defaults(), &[])))
}

/// Begins a case with it, and leads there.
///
/// # Errors
/// As the service refuses.
pub async fn send(posted: Posted) -> PageAnswer {
    let (reader, typed) = (&posted.reader, &posted.form);
    let new = match read(typed, &["question", "advice"]) {
        Ok(new) => new,
        Err(error) => return Ok(faulty(&made(reader, typed, &faults(error)?))),
    };
    let (question, advice) = (typed.text("question"), typed.text("advice"));
    if let Some(over) = look_over_alone(&format!("{question}\n\n{advice}"), typed.text("looked")) {
        return Ok(page(&made(reader, typed, &[]).with(over)));
    }
    match reader.app.service.receive_call(&posted.asked(), &new, question, advice).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(Value::as_str).unwrap_or_default();
            Ok(Redirect::to(&case_href(Area::Clinic, id, "call")).into_response())
        }
        Err(error) => Ok(faulty(&made(reader, typed, &faults(error)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_of(pairs: &[(&str, &str)]) -> Vec<String> {
        match read(&Form::of(pairs), &["text"]) {
            Err(ServiceError::Invalid(found)) => found.into_iter().map(|fault| fault.at).collect(),
            Err(other) => panic!("{other:?}"),
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn a_call_that_has_just_ended_asks_for_nothing_but_what_was_said() {
        let mut typed: Vec<(String, String)> = defaults().pairs().to_vec();
        typed.push(("text".to_owned(), "Speak calmly.".to_owned()));
        let pairs: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let new = read(&Form::of(&pairs), &["text"]).unwrap();
        assert_eq!((new.means.as_str(), new.with.as_str()), ("telephone", "officer"));
        assert_eq!((new.at, new.minutes), (None, None));
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        assert_eq!(faults_of(&[]), ["/means", "/with", "/when", "/text"]);
        let earlier = [
            ("means", "meeting"),
            ("with", "health"),
            ("when", "earlier"),
            ("at-day", "1"),
            ("at-month", "7"),
            ("at-year", "2026"),
            ("text", "x"),
            ("minutes", "soon"),
        ];
        assert_eq!(faults_of(&earlier), ["/at", "/minutes"]);
    }

    #[test]
    fn an_earlier_one_has_a_day_and_a_time_in_london() {
        let typed = Form::of(&[
            ("means", "meeting"),
            ("with", "person-or-relative"),
            ("when", "earlier"),
            ("at-day", "1"),
            ("at-month", "7"),
            ("at-year", "2026"),
            ("at-time", "9:30"),
            ("text", "x"),
            ("minutes", "15"),
        ]);
        let new = read(&typed, &["text"]).unwrap();
        assert_eq!(new.at.map(casework::time::Moment::rfc3339).as_deref(), Some("2026-07-01T08:30:00Z"));
        assert_eq!(new.minutes, Some(15));
    }
}
