//! The small pages: one act, one form. What each says, what it asks for, and what it does.

use super::{
    act::{Act, lower, proposal_name},
    breach, day,
};
use crate::web::{
    field::{Choice, Field},
    form::Form,
};
use casework::id::CaseId;
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
    pub button: &'static str,
    /// Whether it cannot be undone.
    pub grave: bool,
}

/// What the banner says once an act is done.
#[must_use]
pub fn done(code: &str) -> Option<&'static str> {
    Some(match code {
        "facts" => "The facts are recorded. What the gate leaves open has been worked out again.",
        "open-record" => "The opening is recorded. You may now look in the record.",
        "advise" => "The advice is given.",
        "propose" => "The proposal is recorded.",
        "approve" => "Your answer is recorded.",
        "telephone" => {
            "The approval by telephone is recorded. Whoever gave it is asked to confirm it within 24 hours."
        }
        "confirm-telephone" => "Your answer is recorded.",
        "safe-route" => "The safe route is recorded.",
        "confirm-route" => "The safe route is confirmed.",
        "notice-unsafe" => "It is recorded that telling beforehand is unsafe.",
        "found" | "recovered" => "It is recorded. The time in which the person is told runs from now.",
        "direct-notice" => "The notice will be sent.",
        "recall" => "The disclosure is recalled. Nobody can read it any more.",
        "review-repetition" | "after-review" => "Your review is recorded.",
        "take" => "The case is yours to see to. Colleagues can still act in it.",
        "hand-over" => "The case is handed over.",
        "time-back" => "The record of time is taken back.",
        "withdraw-conflict" => "The declaration is withdrawn. They can open and act in the case again.",
        "close" => "The case is closed.",
        other => return breach::done(other),
    })
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
            | "time"
            | "time-back"
            | "withdraw-conflict"
            | "close"
    ) || breach::done(code).is_some()
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
        "time" => day::time(),
        "time-back" => day::time_back(),
        "withdraw-conflict" => day::withdraw_conflict(case, act.n),
        "close" => close(),
        _ => breach::page(act, case)?,
    };
    // A declared conflict is numbered too, and is about no proposal.
    let about = proposal.filter(|_| act.code != "withdraw-conflict").cloned();
    Some(Simple { about, ..simple })
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
        "safe-route" => {
            let route = NewRoute {
                route: typed.text("route").to_owned(),
                address: typed.text("address").to_owned(),
                phrase: typed.text("phrase").to_owned(),
            };
            service.record_safe_route(id, asked, &route).await
        }
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
                let mut faults = vec![Fault::new("/to", "choose one of these")];
                if typed.said("note").is_none() {
                    faults.push(Fault::new("/note", "write something here"));
                }
                return Err(ServiceError::Invalid(faults));
            }
            let to = if to == day::TO_THE_QUEUE { "" } else { to };
            service.hand_over(id, asked, to, typed.text("note")).await
        }
        "time" | "time-back" => {
            let Ok(minutes) = typed.text("minutes").parse() else {
                return Err(ServiceError::Invalid(vec![Fault::new("/minutes", "choose one of these")]));
            };
            service.time_spent(id, asked, minutes, act.code == "time-back").await
        }
        "withdraw-conflict" => service.withdraw_conflict(id, asked, n, reasons).await,
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
        _ => Fault::new(format!("/{name}"), "choose one of these"),
    };
    let mut faults = vec![chosen];
    if let Some(text) = text.filter(|text| typed.said(text).is_none()) {
        faults.push(Fault::new(format!("/{text}"), "write something here"));
    }
    Err(ServiceError::Invalid(faults))
}

pub(super) fn simple(heading: impl Into<String>, lead: &[&str], button: &'static str) -> Simple {
    Simple {
        heading: heading.into(),
        lead: lead.iter().map(|&text| text.to_owned()).collect(),
        warning: None,
        about: None,
        fields: Vec::new(),
        button,
        grave: false,
    }
}

pub(super) fn reasons(label: &str, hint: &str) -> Field {
    Field::area("reasons", label, 6).hint(hint)
}

fn radios(name: &str, label: &str, options: &[(&str, &str, &str)]) -> Field {
    let choices =
        options.iter().map(|(value, label, hint)| Choice::new(*value, *label).hint(*hint)).collect();
    Field::radios(name, label, choices)
}

fn open_record(case: &ClinicCase) -> Simple {
    let before = match case.openings {
        0 => "The record has not been opened for this case.".to_owned(),
        1 => "The record has been opened once for this case.".to_owned(),
        n => format!("The record has been opened {n} times for this case."),
    };
    Simple {
        lead: vec![
            "Looking in somebody's record is an act of its own. Many questions can be answered without it.".to_owned(),
            before,
        ],
        warning: Some(
            "The person will see that the record was opened, when, by whom in which role, and the reason that you write here."
                .to_owned(),
        ),
        fields: vec![Field::area("reason", "Why does the record have to be opened?", 8).hint("Say what you need to know and why advice from no record will not do.")],
        ..simple("Open the record", &[], "Record the opening")
    }
}

fn advise(case: &ClinicCase) -> Simple {
    let (lead, warning) = if case.origin == "enquiry" {
        (
            "An enquiry names nobody. Answer in general terms: what the signs may mean, what helps, whom to turn to.",
            "Look nobody up. If the question can only be answered about one person, say that a referral is needed.",
        )
    } else {
        (
            "Advice is drawn from no record. It would read the same if this person had never been seen by any service.",
            "Stay silent on whether the person is known. Nothing that you write may come from a record, from memory of one, or hint that there is or is not one.",
        )
    };
    Simple {
        warning: Some(warning.to_owned()),
        fields: vec![Field::area("text", "Your advice", 8).hint(super::look_over::HINT)],
        ..simple("Give advice from no record", &[lead], "Give this advice")
    }
}

fn safe_route(case: &ClinicCase) -> Simple {
    let heading = if case.route.is_some() { "Record another safe route" } else { "Record a safe route" };
    Simple {
        warning: Some(
            "Whoever lives with the person may open a letter, listen in or look at a telephone. If you do not know that a way is safe, it is not."
                .to_owned(),
        ),
        fields: route_fields(),
        ..simple(
            heading,
            &[
                "Nothing is posted, e-mailed or shown to the person until a way that is safe for them has been recorded. It counts for seven days and is then asked about again.",
                "A new route takes the place of an earlier one; a letter that has not been used by then stops working.",
            ],
            "Record this route",
        )
    }
}

/// What every safe route asks for.
pub(super) fn route_fields() -> Vec<Field> {
    vec![
            radios("route", "How will the person get the letter?",
                &[
                    ("post", "By post", "A plain envelope. The first letter says nothing but how to read the rest."),
                    ("in-person", "In person", "Handed over by a clinician whom the person sees anyway."),
                    (
                        "representative",
                        "Through a representative",
                        "A parent with responsibility, an attorney or a deputy, for somebody who cannot decide alone.",
                    ),
                ],
            ),
            Field::area("address", "Where does it go, or who hands it over?", 8).hint("An address that the person agreed to, or the name of the clinician and where they work."),
            Field::line("phrase", "Which phrase did you agree with the person?").hint("They need it beside the letter's code. Let them choose three or four ordinary words that mean something to them and that nobody near them would guess. Never a name, a birth date, an address or an NHS number. It is kept only as a fingerprint: nobody can look it up later."),
    ]
}

fn confirm_route(case: &ClinicCase) -> Simple {
    let standing = case.route.clone().unwrap_or_else(|| "No route is recorded".to_owned());
    Simple {
        lead: vec![
            format!("What stands: {}.", lower(&standing)),
            "Confirm only if you know from this week that the way is still safe for the person. A notice that is due may go out at once.".to_owned(),
        ],
        ..simple("Confirm that the safe route is still safe", &[], "Confirm it")
    }
}

fn confirm_telephone(name: &str) -> Simple {
    Simple {
        fields: vec![radios(
            "confirmed",
            "Did you give this approval by telephone, as it is recorded here?",
            &[
                ("yes", "Yes, I gave it", ""),
                ("no", "No, I did not give it", "The independent reviewer is told at once."),
            ],
        )],
        ..simple(
            format!("Confirm your approval of {name}"),
            &[
                "A colleague recorded an approval of yours that was given by telephone. It needs your own word within 24 hours.",
            ],
            "Send my answer",
        )
    }
}

fn notice_unsafe(name: &str) -> Simple {
    Simple {
        warning: Some(
            "This does not put off telling for good: the person is told within three working days after it."
                .to_owned(),
        ),
        fields: vec![reasons(
            "Why would telling beforehand be unsafe?",
            "Say who would be in danger, from what, and how you know.",
        )],
        ..simple(
            format!("Telling before {name} is unsafe"),
            &[
                "The person is told before anything leaves, unless that would put somebody in danger. If you record this, the release no longer waits for the notice.",
            ],
            "Record that it is unsafe",
        )
    }
}

fn found() -> Simple {
    simple(
        "The person was found",
        &[
            "Record this when you know that the person has been found. From then on they are told within two working days of what was shared to find them.",
            "It cannot be taken back.",
        ],
        "Record that the person was found",
    )
}

fn recovered() -> Simple {
    simple(
        "The person has recovered",
        &[
            "Record this when the person can understand and decide again. From then on they are told within 72 hours of what was shared while they could not.",
            "It cannot be taken back.",
        ],
        "Record the recovery",
    )
}

fn direct_notice(name: &str) -> Simple {
    Simple {
        warning: Some("If telling the person would be an offence, or would put somebody in danger, do not send it: leave it waiting and say so to the panel. It shows as overdue in public until it is sent.".to_owned()),
        fields: vec![reasons("Why is the notice sent now?", "Say what you looked at: an order's end, what the force says, whether the way is safe.")],
        ..simple(
            format!("Send the notice about {name}"),
            &["This notice could not go by itself and waits for a person. If you direct it, it goes as soon as a safe route has been confirmed within seven days."],
            "Direct that it is sent",
        )
    }
}

fn recall(name: &str) -> Simple {
    Simple {
        warning: Some(
            "It cannot be undone. If it should be shared again, that is a new proposal with new approvals."
                .to_owned(),
        ),
        fields: vec![reasons(
            "Why is it recalled?",
            "For example: consent was withdrawn, it went to the wrong person, or it was found to be wrong.",
        )],
        grave: true,
        ..simple(
            format!("Recall {name}"),
            &[
                "The officer can no longer read it. The force destroys what it has, or names the law that makes it keep it, restricts it and lists who has it.",
            ],
            "Recall the disclosure",
        )
    }
}

fn review_repetition(case: &ClinicCase) -> Simple {
    Simple {
        lead: vec![
            format!(
                "The same force has asked about this person {} before within 90 days. Monitoring by repetition counts as monitoring.",
                times(case.earlier_referrals)
            ),
            "Until you have looked, nobody opens the record.".to_owned(),
        ],
        fields: vec![
            radios(
                "agreed",
                "May the record be opened for this referral?",
                &[
                    (
                        "yes",
                        "Yes, it may be opened",
                        "The referral goes its usual way; every other rule still holds.",
                    ),
                    ("no", "No, it stays closed", "Advice from no record and refusal remain."),
                ],
            ),
            reasons(
                "Your reasons",
                "What is new since the last referral, and whether it amounts to watching somebody.",
            ),
        ],
        ..simple("A third referral within 90 days", &[], "Record my review")
    }
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

fn after_review(name: &str) -> Simple {
    Simple {
        fields: vec![
            radios(
                "agreed",
                "Does the emergency disclosure stand?",
                &[
                    ("yes", "It stands", "It was an emergency, and no more left than was needed."),
                    ("no", "It does not stand", "The trust is told. You can recall it on the case's page."),
                ],
            ),
            reasons(
                "Your reasons",
                "Whether it was an emergency on what was known then, and whether less would have done.",
            ),
        ],
        ..simple(
            format!("Look at {name} afterwards"),
            &[
                "It went out in an emergency, before the usual approvals. Somebody independent looks at every one of these.",
            ],
            "Record my review",
        )
    }
}

fn close() -> Simple {
    Simple {
        warning: Some("Nothing more can be recorded in a closed case. A case in which something is still owed to the person or to the reviewer stays open.".to_owned()),
        fields: vec![reasons("Why can it be closed?", "")],
        grave: true,
        ..simple(
            "Close the case",
            &["Close it when everything is done. The person keeps their page, and what was recorded stays."],
            "Close the case",
        )
    }
}
