//! The small pages of an ordinary day: take a case, hand it over, note the time, withdraw a declared conflict.

use super::simple::{Simple, reasons, simple};
use crate::web::field::{Choice, Field};
use casework::decide::MINUTES;
use service::views::ClinicCase;

/// What stands for nobody among those to whom a case can be handed.
pub(super) const TO_THE_QUEUE: &str = "-";

pub(super) fn take(case: &ClinicCase) -> Simple {
    let standing = match (case.held.as_deref(), &case.holder) {
        (Some("colleague"), Some(holder)) => ::words::phrase("day-take-with").with("who", holder).say(),
        _ => ::words::say("day-take-nobody"),
    };
    Simple {
        lead: vec![standing, ::words::say("day-take-lead")],
        ..simple(::words::say("day-take"), &[], ::words::say("day-take"))
    }
}

pub(super) fn hand_over(case: &ClinicCase) -> Simple {
    let mut choices: Vec<Choice> =
        case.colleagues.iter().map(|one| Choice::new(one.id.clone(), one.title.clone())).collect();
    if case.held.as_deref() != Some("nobody") {
        choices.push(
            Choice::new(TO_THE_QUEUE, ::words::say("day-hand-over-back"))
                .hint(::words::say("day-hand-over-back-hint")),
        );
    }
    Simple {
        fields: vec![
            Field::radios("to", ::words::say("day-hand-over-to"), choices),
            Field::area("note", ::words::say("day-hand-over-note"), 6)
                .hint(::words::say("day-hand-over-note-hint")),
        ],
        ..simple(
            ::words::say("day-hand-over"),
            &[&::words::say("day-hand-over-lead")],
            ::words::say("day-hand-over-button"),
        )
    }
}

/// The spans that can be recorded.
pub(super) fn span_choices() -> Vec<Choice> {
    MINUTES
        .map(|minutes| {
            Choice::new(minutes.to_string(), ::words::phrase("day-minutes").with("minutes", minutes))
        })
        .to_vec()
}

fn spans(label: String) -> Field {
    Field::radios("minutes", label, span_choices())
}

pub(super) fn time() -> Simple {
    Simple {
        fields: vec![spans(::words::say("day-time-how-long"))],
        ..simple(::words::say("day-time"), &[&::words::say("day-time-lead")], ::words::say("day-time-button"))
    }
}

pub(super) fn time_back() -> Simple {
    Simple {
        fields: vec![spans(::words::say("day-time-back-which"))],
        ..simple(
            ::words::say("day-time-back"),
            &[&::words::say("day-time-back-lead")],
            ::words::say("day-time-back-button"),
        )
    }
}

pub(super) fn withdraw_conflict(case: &ClinicCase, n: u32) -> Simple {
    let declared = case.conflicts.iter().find(|conflict| conflict.n == n);
    let mut lead: Vec<String> = declared
        .map(|conflict| {
            let why = conflict.why.clone().unwrap_or_default();
            ::words::phrase("day-withdraw-conflict-standing")
                .with("who", &conflict.who)
                .with("at", &conflict.at)
                .with("why", why)
                .say()
        })
        .into_iter()
        .collect();
    lead.extend(declared.and_then(|conflict| conflict.text.clone()));
    Simple {
        lead,
        warning: Some(::words::say("day-withdraw-conflict-warning")),
        fields: vec![reasons(
            ::words::say("day-withdraw-conflict-reasons"),
            ::words::say("day-withdraw-conflict-reasons-hint"),
        )],
        ..simple(::words::say("day-withdraw-conflict"), &[], ::words::say("day-withdraw-conflict-button"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::clinic::samples;

    #[test]
    fn what_is_nobodys_cannot_go_back_to_the_queue() {
        let back = |case: &ClinicCase| hand_over(case).fields[0].to_string().contains("Back to the queue");
        let mut case = samples::case();
        case.held = Some("own".to_owned());
        assert!(back(&case));
        case.held = Some("nobody".to_owned());
        assert!(!back(&case));
    }
}
