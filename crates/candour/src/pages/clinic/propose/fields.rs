//! The fields of a proposal, made from the open outcome itself, so that nothing can be chosen that is not open.

use super::{form::name_of, words};
use crate::{
    pages::clinic::fields::read_day,
    web::{
        field::{Choice, Field},
        form::Form,
    },
};
use serde_json::{Map, Value};
use service::{error::Fault, views::OpenView, working::NewProposal};

/// A proposal as it was typed.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// For the service.
    pub new: NewProposal,
    /// As the form sent it.
    pub typed: Vec<(String, String)>,
}

const RULE_MAY: &str = "may-defer-with-review";
const RULE_HOLD: &str = "legal-hold-independent-review-every-28-days";
const RULE_BEFORE: &str = "notify-before-disclosure-unless-unsafe";

/// What is given: the items in order of intrusion with a text each, or the advice.
pub(super) fn what(open: &OpenView) -> Vec<Field> {
    match open.outcome.code.as_str() {
        "disclose" => {
            let mut items: Vec<_> = open.items.iter().collect();
            items.sort_by_key(|item| words::intrusion(&item.code));
            let choices = items
                .into_iter()
                .map(|item| {
                    Choice::new(&*item.code, &*item.name).below(
                        Field::area(content_name(&item.code), "What exactly is disclosed", 4)
                            .hint("The officer reads these words and no others. Put double brackets around what is to be left out, [[like this]]: they read [left out] there, however long it is."),
                    )
                })
                .collect();
            let mut fields = vec![
                Field::checkboxes("items", "Which information is disclosed?", choices)
                    .hint("The least intrusive stands first. Tick only what is needed."),
            ];
            if open.basis.as_ref().is_some_and(|basis| basis.code != "explicit-consent") {
                fields.push(Field::checkboxes(
                    "download",
                    "May the officer keep a copy?",
                    vec![
                        Choice::new("yes", "Yes, it may be downloaded")
                            .hint("Otherwise it can only be read here, each time with a record of it."),
                    ],
                ));
            }
            fields
        }
        "advise" => vec![
            Field::area(content_name("advice"), "The advice", 8)
                .hint("From no record, and silent on whether the person is known. The officer reads it exactly as you write it."),
        ],
        _ => Vec::new(),
    }
}

/// Why: necessity and proportionality.
pub(super) fn why(open: &OpenView) -> Vec<Field> {
    let gives = open.outcome.code == "disclose";
    let (necessity, proportionality) = if gives {
        (
            "What could not be achieved without it, and what was tried first.",
            "Why what is gained outweighs the harm to this person, and why no less would do.",
        )
    } else {
        ("What this achieves.", "Why it is no more than is needed.")
    };
    vec![
        Field::area("necessity", "Why is this necessary?", 5).hint(necessity),
        Field::area("proportionality", "Why is it proportionate?", 5).hint(proportionality),
    ]
}

/// How the person is told, where the rule leaves something to say.
pub(super) fn telling(open: &OpenView) -> Vec<Field> {
    let cap = open.max_days.unwrap_or(0);
    let days = if cap == 1 { "1 day".to_owned() } else { format!("{cap} days") };
    match open.notice.code.as_str() {
        RULE_MAY => vec![Field::radios(
            "notice-when",
            "When is the person told?",
            vec![
                Choice::new("now", "Now, as is usual"),
                Choice::new("later", "Later")
                    .hint("It ends by itself on the last day, and the person is told.")
                    .below(
                        Field::day("notice-last_day", "The last day on which they may not be told")
                            .hint(format!("At most {days} from today.")),
                    )
                    .below(
                        Field::area("notice-reasons", "Why may they not be told before?", 5)
                            .hint("The independent reviewer reads this."),
                    ),
            ],
        )],
        RULE_HOLD => vec![
            Field::day("notice-last_day", "Until which day may the person not be told?")
                .hint(format!("At most {days} from today, which is what stands if you leave this empty.")),
            Field::area("notice-reasons", "Why may they not be told before?", 5)
                .hint("The independent reviewer reads this, and decides again before it ends."),
        ],
        _ => Vec::new(),
    }
}

/// The name of the field with the text of an item.
fn content_name(code: &str) -> String {
    name_of(&format!("/content/{code}"))
}

/// Reads what was typed. Faults are the service's to find.
pub(super) fn read(outcome: &str, basis: Option<&str>, form: &Form) -> Chosen {
    let disclose = outcome == "disclose";
    let items = disclose.then(|| form.all("items").into_iter().map(str::to_owned).collect::<Vec<_>>());
    let mut content = Map::new();
    let codes = match &items {
        Some(items) => items.clone(),
        None if outcome == "advise" => vec!["advice".to_owned()],
        None => Vec::new(),
    };
    for code in codes {
        let text = form.text(&content_name(&code)).to_owned();
        content.insert(code, Value::from(text));
    }
    // A day that was typed before "now" was chosen does not count.
    let now = form.text("notice-when") == "now";
    let new = NewProposal {
        outcome: outcome.to_owned(),
        basis: basis.map(str::to_owned),
        items,
        necessity: form.text("necessity").to_owned(),
        proportionality: form.text("proportionality").to_owned(),
        notice_rule: None,
        last_day: form.day("notice-last_day").filter(|_| !now),
        notice_reasons: form.said("notice-reasons").filter(|_| !now).map(str::to_owned),
        content,
        download: disclose && form.ticked("download"),
    };
    Chosen { new, typed: form.pairs().to_vec() }
}

/// Reads what was typed and finds its faults, so that nothing is previewed that would not be taken.
pub(in crate::pages::clinic) fn check(open: &OpenView, form: &Form) -> Result<Chosen, Vec<Fault>> {
    let chosen = read(&open.outcome.code, open.basis.as_ref().map(|basis| basis.code.as_str()), form);
    let new = &chosen.new;
    let mut faults = Vec::new();
    if new.items.as_ref().is_some_and(Vec::is_empty) {
        faults.push(Fault::new("/items", "choose at least one"));
    }
    if new.items.iter().flatten().any(|code| !open.items.iter().any(|item| item.code == *code)) {
        faults.push(Fault::new("/items", "only what this list holds"));
    }
    for (code, text) in &new.content {
        let (at, text) = (format!("/content/{code}"), text.as_str().unwrap_or_default());
        if text.trim().is_empty() {
            faults.push(Fault::new(at, "write what it says"));
        } else if open.outcome.code == "disclose" {
            faults.extend(service::redaction::shown(&at, text).err());
        }
    }
    for (at, text) in [("/necessity", &new.necessity), ("/proportionality", &new.proportionality)] {
        if text.trim().is_empty() {
            faults.push(Fault::new(at, "write something here"));
        }
    }
    let later = open.notice.code == RULE_MAY && form.text("notice-when") == "later";
    if open.notice.code == RULE_MAY && !matches!(form.text("notice-when"), "now" | "later") {
        faults.push(Fault::new("/notice/when", "choose one of these"));
    }
    match read_day(form, "notice-last_day") {
        Ok(None) if later => faults.push(Fault::new("/notice/last_day", "a calendar day")),
        Err(expected) if later || open.notice.code == RULE_HOLD => {
            faults.push(Fault::new("/notice/last_day", expected));
        }
        _ => {}
    }
    if (later || open.notice.code == RULE_HOLD) && new.notice_reasons.is_none() {
        faults.push(Fault::new("/notice/reasons", "write something here"));
    }
    if faults.is_empty() { Ok(chosen) } else { Err(faults) }
}

/// How the person will be told, in sentences, for the preview.
pub(super) fn telling_words(open: &OpenView, chosen: &Chosen) -> Vec<String> {
    let mut found = vec![open.notice.name.clone()];
    if let Some(day) = chosen.new.last_day.as_deref().and_then(casework::time::Day::parse) {
        found.push(format!("Put off until {} at the latest.", day.for_people()));
    }
    if let Some(reasons) = &chosen.new.notice_reasons {
        found.push(reasons.clone());
    }
    if open.notice.code == RULE_BEFORE {
        found.push("If telling beforehand would be unsafe, a clinician records that on the case's page, with reasons.".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use service::views::Named;

    fn named(code: &str) -> Named {
        Named { code: code.to_owned(), name: code.to_owned() }
    }

    fn disclosure(rule: &str) -> OpenView {
        OpenView {
            outcome: named("disclose"),
            basis: Some(named("suicide-risk")),
            provision: None,
            confirmed: true,
            items: vec![named("medication-current"), named("allergies")],
            items_closed: Vec::new(),
            approvals: Vec::new(),
            notice: named(rule),
            max_days: Some(7),
            deferral_refused: None,
            conditions: Vec::new(),
            after: Vec::new(),
        }
    }

    #[test]
    fn every_fault_is_told_at_once_beside_its_field() {
        let open = disclosure(RULE_MAY);
        let form =
            Form::of(&[("items", "allergies"), ("notice-when", "later"), ("notice-last_day-day", "40")]);
        let faults = check(&open, &form).unwrap_err();
        let at: Vec<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(
            at,
            ["/content/allergies", "/necessity", "/proportionality", "/notice/last_day", "/notice/reasons"]
        );
        let fields = [what(&open), why(&open), telling(&open)].concat();
        let placed = super::super::form::place(&fields, &faults);
        assert!(placed.0.iter().all(|fault| fault.id != "main-content"), "{placed:?}");
    }

    #[test]
    fn the_least_intrusive_item_stands_first() {
        let field = what(&disclosure("notify-now")).remove(0).to_string();
        assert!(field.find("allergies") < field.find("medication-current"), "{field}");
    }

    #[test]
    fn an_item_that_is_not_open_is_not_previewed() {
        let form = Form::of(&[
            ("items", "full-record"),
            ("content-full-record", "everything"),
            ("necessity", "n"),
            ("proportionality", "p"),
        ]);
        assert!(check(&disclosure("notify-now"), &form).is_err());
    }

    #[test]
    fn putting_off_counts_only_where_later_was_chosen() {
        let form = Form::of(&[
            ("notice-when", "now"),
            ("notice-last_day-day", "1"),
            ("notice-last_day-month", "12"),
            ("notice-last_day-year", "2026"),
            ("notice-reasons", "because"),
        ]);
        let chosen = read("disclose", Some("suicide-risk"), &form);
        assert_eq!((chosen.new.last_day, chosen.new.notice_reasons), (None, None));
    }
}
