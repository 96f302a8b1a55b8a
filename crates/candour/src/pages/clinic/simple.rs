//! The small pages: one act, one form. What each says, what it asks for, and what it does.

use super::{
    act::{Act, lower, proposal_name},
    breach, call, day,
};
use crate::web::{
    field::{Choice, Field},
    form::Form,
};
use casework::{event::LetterLanguage, id::CaseId};
use serde_json::Value;
use service::{
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    telling::NewRoute,
    views::{ClinicCase, ProposalView},
};

/// A small page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simple {
    /// Its heading.
    pub heading: String,
    /// What the act does, a paragraph each.
    pub lead: Vec<String>,
    /// What to know before doing it.
    pub warning: Option<String>,
    /// The proposal that it is about.
    pub about: Option<ProposalView>,
    /// Its form.
    pub fields: Vec<Field>,
    /// What the button says.
    pub button: String,
    /// Whether it cannot be undone.
    pub grave: bool,
}

/// What the banner says once an act is done.
#[must_use]
pub fn done(code: &str) -> Option<String> {
    ::words::coded("act-done", code).or_else(|| breach::done(code))
}

/// Whether an act has a small page.
#[must_use]
pub fn has_page(code: &str) -> bool {
    matches!(
        code,
        "open-record"
            | "advise"
            | "safe-route"
            | "confirm-route"
            | "confirm-telephone"
            | "notice-unsafe"
            | "found"
            | "recovered"
            | "direct-notice"
            | "recall"
            | "review-repetition"
            | "after-review"
            | "take"
            | "hand-over"
            | "record-call"
            | "time"
            | "time-back"
            | "withdraw-conflict"
            | "name-recipient"
            | "record-destruction"
            | "close"
    ) || breach::has_page(code)
}

/// The page of an act, as it stands before anything is typed; `None` where the act has a page of another kind.
#[must_use]
pub fn page(act: &Act, case: &ClinicCase) -> Option<Simple> {
    let proposal = case.proposals.iter().find(|proposal| proposal.n == act.n);
    let name = proposal.map_or_else(|| super::words::about(act.n), proposal_name);
    let simple = match act.code.as_str() {
        "open-record" => open_record(case),
        "advise" => advise(case),
        "safe-route" => safe_route(case),
        "confirm-route" => confirm_route(case),
        "confirm-telephone" => confirm_telephone(&name),
        "notice-unsafe" => notice_unsafe(&name),
        "found" => found(),
        "recovered" => recovered(),
        "direct-notice" => direct_notice(&name),
        "recall" => recall(&name),
        "review-repetition" => review_repetition(case),
        "after-review" => after_review(&name),
        "take" => day::take(case),
        "hand-over" => day::hand_over(case),
        "record-call" => call::record(),
        "time" => day::time(),
        "time-back" => day::time_back(),
        "withdraw-conflict" => day::withdraw_conflict(case, act.n),
        "name-recipient" => recipient(case),
        "record-destruction" => record_destruction(&name),
        "close" => close(),
        _ => breach::page(act, case)?,
    };
    // A declared conflict is numbered too, and is about no proposal.
    let about = proposal.filter(|_| act.code != "withdraw-conflict").cloned();
    Some(Simple { about, ..simple })
}

/// What is chosen on a small page before anybody has chosen.
#[must_use]
pub fn chosen(act: &Act) -> Form {
    if act.code == "record-call" { call::defaults() } else { Form::default() }
}

/// Does what a small page asks for.
///
/// # Errors
/// As the service refuses; [`ServiceError::Invalid`] with every fault of the form.
pub async fn perform(
    service: &Service,
    id: &CaseId,
    asked: &Asked,
    act: &Act,
    typed: &Form,
) -> Answer<Value> {
    let (n, reasons) = (act.n, typed.text("reasons"));
    match act.code.as_str() {
        "open-record" => service.open_record(id, asked, typed.text("reason")).await,
        "advise" => service.advise(id, asked, typed.text("text")).await,
        "safe-route" => service.record_safe_route(id, asked, &new_route(typed)).await,
        "confirm-route" => service.confirm_safe_route(id, asked).await,
        "confirm-telephone" => {
            let confirmed = yes_or_no(typed, "confirmed", None)?;
            service.answer_telephone(id, asked, n, confirmed).await
        }
        "notice-unsafe" => service.record_notice_unsafe(id, asked, n, reasons).await,
        "found" | "recovered" => service.start_notice_clock(id, asked, &act.code).await,
        "direct-notice" => service.direct_notice(id, asked, n, reasons).await,
        "recall" => service.recall(id, asked, n, reasons).await,
        "review-repetition" => {
            let agreed = yes_or_no(typed, "agreed", Some("reasons"))?;
            service.review_repetition(id, asked, agreed, reasons).await
        }
        "after-review" => {
            let upheld = yes_or_no(typed, "agreed", Some("reasons"))?;
            service.after_review(id, asked, n, upheld, reasons).await
        }
        "take" => service.take_case(id, asked).await,
        "hand-over" => {
            let to = typed.text("to");
            if to.is_empty() {
                let mut faults = vec![Fault::new("/to", ::words::say("act-fault-choose"))];
                if typed.said("note").is_none() {
                    faults.push(Fault::new("/note", ::words::say("act-fault-write")));
                }
                return Err(ServiceError::Invalid(faults));
            }
            let to = if to == day::TO_THE_QUEUE { "" } else { to };
            service.hand_over(id, asked, to, typed.text("note")).await
        }
        "record-call" => call::perform(service, id, asked, typed).await,
        "time" | "time-back" => {
            let Ok(minutes) = typed.text("minutes").parse() else {
                return Err(ServiceError::Invalid(vec![Fault::new(
                    "/minutes",
                    ::words::say("act-fault-choose"),
                )]));
            };
            service.time_spent(id, asked, minutes, act.code == "time-back").await
        }
        "withdraw-conflict" => service.withdraw_conflict(id, asked, n, reasons).await,
        "name-recipient" => service.name_recipient(id, asked, typed.text("to"), reasons).await,
        "record-destruction" => match typed.text("answer") {
            "destroyed" => service.confirm_destruction(id, asked, n).await,
            "kept" => service.refuse_destruction(id, asked, n, typed.text("law")).await,
            _ => Err(ServiceError::Invalid(vec![Fault::new("/answer", ::words::say("act-fault-choose"))])),
        },
        "close" => service.close(id, asked, reasons).await,
        _ => match breach::perform(service, id, asked, act, typed).await {
            Some(answer) => answer,
            None => Err(casework::refusal::Refusal::NotYourRole.into()),
        },
    }
}

/// The answer of two radios. Where a text is needed too and empty, both faults are told at once.
pub(super) fn yes_or_no(typed: &Form, name: &str, text: Option<&str>) -> Answer<bool> {
    let chosen = match typed.text(name) {
        "yes" => return Ok(true),
        "no" => return Ok(false),
        _ => Fault::new(format!("/{name}"), ::words::say("act-fault-choose")),
    };
    let mut faults = vec![chosen];
    if let Some(text) = text.filter(|text| typed.said(text).is_none()) {
        faults.push(Fault::new(format!("/{text}"), ::words::say("act-fault-write")));
    }
    Err(ServiceError::Invalid(faults))
}

pub(super) fn simple(heading: impl Into<String>, lead: &[&str], button: impl Into<String>) -> Simple {
    Simple {
        heading: heading.into(),
        lead: lead.iter().map(|&text| text.to_owned()).collect(),
        warning: None,
        about: None,
        fields: Vec::new(),
        button: button.into(),
        grave: false,
    }
}

pub(super) fn reasons(label: impl Into<String>, hint: impl Into<String>) -> Field {
    Field::area("reasons", label, 6).hint(hint)
}

/// One of several choices, each with its words and a line below.
fn radios<const N: usize>(name: &str, label: String, options: [(&str, String, String); N]) -> Field {
    let choices = options.into_iter().map(|(value, label, hint)| Choice::new(value, label).hint(hint));
    Field::radios(name, label, choices.collect())
}

fn open_record(case: &ClinicCase) -> Simple {
    Simple {
        lead: vec![
            ::words::say("act-open-record-lead"),
            ::words::phrase("act-open-record-before").with("times", case.openings).say(),
        ],
        warning: Some(::words::say("act-open-record-warning")),
        fields: vec![
            Field::area("reason", ::words::say("act-open-record-reason"), 8)
                .hint(::words::say("act-open-record-reason-hint")),
        ],
        ..simple(::words::say("act-open-record-title"), &[], ::words::say("act-open-record-button"))
    }
}

fn advise(case: &ClinicCase) -> Simple {
    let (lead, warning) = if case.origin == "enquiry" {
        (vec![::words::say("act-advise-lead-enquiry")], ::words::say("act-advise-warning-enquiry"))
    } else {
        let lead = vec![::words::say("act-advise-lead"), ::words::say("case-act-advise-alone")];
        (lead, ::words::say("act-advise-warning"))
    };
    Simple {
        lead,
        warning: Some(warning),
        fields: vec![Field::area("text", ::words::say("act-advise-text"), 8).hint(super::look_over::HINT)],
        ..simple(::words::say("act-advise-title"), &[], ::words::say("act-advise-button"))
    }
}

fn safe_route(case: &ClinicCase) -> Simple {
    let heading = if case.route.is_some() {
        ::words::say("act-safe-route-title-another")
    } else {
        ::words::say("act-safe-route-title")
    };
    Simple {
        warning: Some(::words::say("act-route-warning")),
        fields: route_fields(),
        ..simple(
            heading,
            &[&::words::say("act-safe-route-lead"), &::words::say("act-safe-route-lead-earlier")],
            ::words::say("act-route-button"),
        )
    }
}

/// A safe route as it was typed.
pub(super) fn new_route(typed: &Form) -> NewRoute {
    let text = |name: &str| typed.text(name).to_owned();
    NewRoute {
        route: text("route"),
        address: text("address"),
        phrase: text("phrase"),
        language: text("language"),
    }
}

/// What every safe route asks for.
pub(super) fn route_fields() -> Vec<Field> {
    let ways = [
        ("post", ::words::say("act-route-post"), ::words::say("act-route-post-hint")),
        ("in-person", ::words::say("act-route-in-person"), ::words::say("act-route-in-person-hint")),
        (
            "representative",
            ::words::say("act-route-representative"),
            ::words::say("act-route-representative-hint"),
        ),
    ];
    let languages = [
        (LetterLanguage::English, ::words::say("act-route-language-en")),
        (LetterLanguage::Welsh, ::words::say("act-route-language-cy")),
        (LetterLanguage::Both, ::words::say("act-route-language-both")),
    ]
    .map(|(language, label)| (language.as_str(), label, String::new()));
    vec![
        radios("route", ::words::say("act-route-way"), ways),
        Field::area("address", ::words::say("act-route-address"), 4)
            .hint(::words::say("act-route-address-hint")),
        Field::line("phrase", ::words::say("act-route-phrase")).hint(::words::say("act-route-phrase-hint")),
        radios("language", ::words::say("act-route-language"), languages)
            .hint(::words::say("act-route-language-hint")),
    ]
}

/// The route that stands, in a sentence.
pub(super) fn standing(route: Option<&str>) -> String {
    route.map_or_else(
        || ::words::say("act-route-stands-none"),
        |route| ::words::phrase("act-route-stands").with("route", lower(route)).say(),
    )
}

fn confirm_route(case: &ClinicCase) -> Simple {
    Simple {
        lead: vec![standing(case.route.as_deref()), ::words::say("act-confirm-route-lead")],
        ..simple(::words::say("act-confirm-route-title"), &[], ::words::say("act-confirm-route-button"))
    }
}

fn confirm_telephone(name: &str) -> Simple {
    let answers = [
        ("yes", ::words::say("act-confirm-telephone-yes"), String::new()),
        ("no", ::words::say("act-confirm-telephone-no"), ::words::say("act-confirm-telephone-no-hint")),
    ];
    Simple {
        fields: vec![radios("confirmed", ::words::say("act-confirm-telephone-confirmed"), answers)],
        ..simple(
            ::words::phrase("act-confirm-telephone-title").with("name", name),
            &[&::words::say("act-confirm-telephone-lead")],
            ::words::say("act-confirm-telephone-button"),
        )
    }
}

fn notice_unsafe(name: &str) -> Simple {
    Simple {
        warning: Some(::words::say("act-notice-unsafe-warning")),
        fields: vec![reasons(
            ::words::say("act-notice-unsafe-reasons"),
            ::words::say("act-notice-unsafe-reasons-hint"),
        )],
        ..simple(
            ::words::phrase("act-notice-unsafe-title").with("name", name),
            &[&::words::say("act-notice-unsafe-lead")],
            ::words::say("act-notice-unsafe-button"),
        )
    }
}

fn found() -> Simple {
    simple(
        ::words::say("act-found-title"),
        &[&::words::say("act-found-lead"), &::words::say("act-not-taken-back")],
        ::words::say("act-found-button"),
    )
}

fn recovered() -> Simple {
    simple(
        ::words::say("act-recovered-title"),
        &[&::words::say("act-recovered-lead"), &::words::say("act-not-taken-back")],
        ::words::say("act-recovered-button"),
    )
}

fn direct_notice(name: &str) -> Simple {
    Simple {
        warning: Some(::words::say("act-direct-notice-warning")),
        fields: vec![reasons(
            ::words::say("act-direct-notice-reasons"),
            ::words::say("act-direct-notice-reasons-hint"),
        )],
        ..simple(
            ::words::phrase("act-direct-notice-title").with("name", name),
            &[&::words::say("act-direct-notice-lead")],
            ::words::say("act-direct-notice-button"),
        )
    }
}

fn recall(name: &str) -> Simple {
    Simple {
        warning: Some(::words::say("act-recall-warning")),
        fields: vec![reasons(::words::say("act-recall-reasons"), ::words::say("act-recall-reasons-hint"))],
        grave: true,
        ..simple(
            ::words::phrase("act-recall-title").with("name", name),
            &[&::words::say("act-recall-lead"), &::words::say("act-recall-contact")],
            ::words::say("act-recall-button"),
        )
    }
}

/// Another officer in the place of the one who is named to receive.
fn recipient(case: &ClinicCase) -> Simple {
    let mut lead: Vec<String> = Vec::new();
    if let Some(named) = &case.recipient {
        let standing = ::words::phrase("act-recipient-standing");
        lead.push(standing.with("who", &named.who).with("force", &named.force).say());
        if !named.active {
            lead.push(::words::say("act-recipient-closed"));
        }
    }
    lead.push(::words::say("act-recipient-lead"));
    Simple {
        lead,
        warning: Some(::words::say("act-recipient-warning")),
        fields: vec![
            Field::line("to", ::words::say("act-recipient-to"))
                .hint(::words::say("act-recipient-to-hint"))
                .width(20),
            reasons(::words::say("act-recipient-reasons"), ::words::say("act-recipient-reasons-hint")),
        ],
        ..simple(::words::say("act-recipient-title"), &[], ::words::say("act-recipient-button"))
    }
}

/// What a force says of what was recalled, where whoever asked has no account to say it in.
fn record_destruction(name: &str) -> Simple {
    let destroyed = Choice::new("destroyed", ::words::say("emergency-destruction-destroyed"))
        .hint(::words::say("emergency-destruction-destroyed-hint"));
    let kept = Choice::new("kept", ::words::say("emergency-destruction-kept")).below(Field::area(
        "law",
        ::words::say("emergency-destruction-law"),
        3,
    ));
    Simple {
        fields: vec![Field::radios(
            "answer",
            ::words::say("emergency-destruction-answer"),
            vec![destroyed, kept],
        )],
        ..simple(
            ::words::phrase("emergency-destruction-title").with("name", name),
            &[&::words::say("emergency-destruction-lead")],
            ::words::say("emergency-destruction-button"),
        )
    }
}

fn review_repetition(case: &ClinicCase) -> Simple {
    let answers = [
        ("yes", ::words::say("act-repetition-yes"), ::words::say("act-repetition-yes-hint")),
        ("no", ::words::say("act-repetition-no"), ::words::say("act-repetition-no-hint")),
    ];
    Simple {
        lead: vec![
            ::words::phrase("act-repetition-lead").with("times", case.earlier_referrals).say(),
            ::words::say("act-repetition-lead-closed"),
        ],
        fields: vec![
            radios("agreed", ::words::say("act-repetition-agreed"), answers),
            reasons(::words::say("act-your-reasons"), ::words::say("act-repetition-reasons-hint")),
        ],
        ..simple(::words::say("act-repetition-title"), &[], ::words::say("act-review-button"))
    }
}

fn after_review(name: &str) -> Simple {
    let answers = [
        ("yes", ::words::say("act-after-review-yes"), ::words::say("act-after-review-yes-hint")),
        ("no", ::words::say("act-after-review-no"), ::words::say("act-after-review-no-hint")),
    ];
    Simple {
        fields: vec![
            radios("agreed", ::words::say("act-after-review-agreed"), answers),
            reasons(::words::say("act-your-reasons"), ::words::say("act-after-review-reasons-hint")),
        ],
        ..simple(
            ::words::phrase("act-after-review-title").with("name", name),
            &[&::words::say("act-after-review-lead")],
            ::words::say("act-review-button"),
        )
    }
}

fn close() -> Simple {
    Simple {
        warning: Some(::words::say("act-close-warning")),
        fields: vec![reasons(::words::say("act-close-reasons"), "")],
        grave: true,
        ..simple(
            ::words::say("act-close-title"),
            &[&::words::say("act-close-lead")],
            ::words::say("act-close-title"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::field::Kind;

    #[test]
    fn a_route_asks_for_the_language_of_the_letter_and_goes_without() {
        let asked = route_fields().into_iter().find(|field| field.name == "language").unwrap();
        let Kind::Radios { choices, .. } = asked.kind else { panic!("not radios") };
        let codes: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
        assert_eq!(codes, LetterLanguage::ALL.map(LetterLanguage::as_str));
        assert_eq!(new_route(&Form::of(&[("route", "post")])).language, "");
        assert_eq!(new_route(&Form::of(&[("language", "cy")])).language, "cy");
    }
}
