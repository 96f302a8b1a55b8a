//! The small pages of an ordinary day: take a case, hand it over, note the time, withdraw a declared conflict.

use super::simple::{Simple, reasons, simple};
use crate::web::field::{Choice, Field};
use casework::decide::MINUTES;
use service::views::ClinicCase;

/// What stands for nobody among those to whom a case can be handed.
pub(super) const TO_THE_QUEUE: &str = "-";

pub(super) fn take(case: &ClinicCase) -> Simple {
    let standing = match (case.held.as_deref(), &case.holder) {
        (Some("colleague"), Some(holder)) => format!("It is with {holder} now."),
        _ => "Nobody has taken it.".to_owned(),
    };
    Simple {
        lead: vec![
            standing,
            "Taking a case says who sees to it. It locks nobody out: everybody in the unit can still act in it, and its clocks go on.".to_owned(),
        ],
        ..simple("Take this case", &[], "Take this case")
    }
}

pub(super) fn hand_over(case: &ClinicCase) -> Simple {
    let mut choices: Vec<Choice> =
        case.colleagues.iter().map(|one| Choice::new(one.id.clone(), one.title.clone())).collect();
    if case.held.as_deref() != Some("nobody") {
        choices.push(
            Choice::new(TO_THE_QUEUE, "Back to the queue").hint("It is nobody's until somebody takes it."),
        );
    }
    Simple {
        fields: vec![
            Field::radios("to", "Who goes on with it?", choices),
            Field::area("note", "What should they know?", 6).hint(
                "What was done, what is waited for, and by when. It is read in the case, and the person can ask for a copy.",
            ),
        ],
        ..simple(
            "Hand over the case",
            &["Whoever goes on reads your note on the case's page. Its clocks go on as they are."],
            "Hand it over",
        )
    }
}

fn spans(label: &str) -> Field {
    let spans = MINUTES.map(|minutes| Choice::new(minutes.to_string(), format!("{minutes} minutes")));
    Field::radios("minutes", label, spans.to_vec())
}

pub(super) fn time() -> Simple {
    Simple {
        fields: vec![spans("How long did you work on this case?")],
        ..simple(
            "Record time spent",
            &[
                "Time is counted by unit, so that what consultation costs can be published. Nobody's own time is ever public.",
            ],
            "Record the time",
        )
    }
}

pub(super) fn time_back() -> Simple {
    Simple {
        fields: vec![spans("Which record of yours was a slip?")],
        ..simple(
            "Take back a record of time",
            &[
                "The last record of yours of this length in this case is taken back. That it was stays in what happened.",
            ],
            "Take it back",
        )
    }
}

pub(super) fn withdraw_conflict(case: &ClinicCase, n: u32) -> Simple {
    let declared = case.conflicts.iter().find(|conflict| conflict.n == n);
    let mut lead: Vec<String> = declared
        .map(|conflict| {
            let why = conflict.why.clone().unwrap_or_default();
            format!("{} stood back on {}: {why}.", conflict.who, conflict.at)
        })
        .into_iter()
        .collect();
    lead.extend(declared.and_then(|conflict| conflict.text.clone()));
    Simple {
        lead,
        warning: Some(
            "They can open the case and act in it again. The independent reviewer sees that you withdrew it, and why."
                .to_owned(),
        ),
        fields: vec![reasons(
            "Why does it no longer stand?",
            "For example: it was declared in the wrong case, or about another person of the same name.",
        )],
        ..simple("Withdraw a declared conflict", &[], "Withdraw the declaration")
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
