//! The fields of a proposal, made from the open outcome itself, so that nothing can be chosen that is not open.

use super::{form::name_of, words};
use crate::{
    pages::clinic::fields::read_day,
    web::{
        field::{Choice, Field},
        form::Form,
    },
};
use casework::time::Day;
use serde_json::{Map, Value};
use service::{dates::ForReaders as _, error::Fault, views::OpenView, working::NewProposal};

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

/// What is given: the items in order of intrusion, each with a text and why it is needed, or the advice.
pub(super) fn what(open: &OpenView) -> Vec<Field> {
    match open.outcome.code.as_str() {
        "disclose" => {
            let mut items: Vec<_> = open.items.iter().collect();
            items.sort_by_key(|item| words::intrusion(&item.code));
            let choices = items
                .into_iter()
                .map(|item| {
                    Choice::new(&*item.code, &*item.name)
                        .below(Field::area(content_name(&item.code), ::words::say("propose-item-words"), 4))
                        .below(
                            Field::area(reason_name(&item.code), ::words::say("propose-item-reason"), 3)
                                .hint(::words::say("propose-item-reason-hint")),
                        )
                })
                .collect();
            let mut fields = vec![
                Field::checkboxes("items", ::words::say("propose-items"), choices)
                    .hint(::words::say("propose-items-hint")),
            ];
            if open.basis.as_ref().is_some_and(|basis| basis.code != "explicit-consent") {
                fields.push(Field::checkboxes(
                    "download",
                    ::words::say("propose-download"),
                    vec![
                        Choice::new("yes", ::words::say("propose-download-yes"))
                            .hint(::words::say("propose-download-yes-hint")),
                    ],
                ));
            }
            fields
        }
        "advise" => vec![
            Field::area(content_name("advice"), ::words::say("propose-advice"), 8)
                .hint(::words::say("propose-advice-hint")),
        ],
        _ => Vec::new(),
    }
}

/// Why: necessity and proportionality.
pub(super) fn why(open: &OpenView) -> Vec<Field> {
    let (necessity, proportionality) = match open.outcome.code.as_str() {
        "disclose" => {
            (::words::say("propose-necessity-hint-gives"), ::words::say("propose-proportionality-hint-gives"))
        }
        "refuse" => (
            ::words::say("propose-necessity-hint-refuses"),
            ::words::say("propose-proportionality-hint-refuses"),
        ),
        "return" => (
            ::words::say("propose-necessity-hint-returns"),
            ::words::say("propose-proportionality-hint-returns"),
        ),
        _ => (::words::say("propose-necessity-hint"), ::words::say("propose-proportionality-hint")),
    };
    vec![
        Field::area("necessity", ::words::say("propose-necessity"), 5).hint(necessity),
        Field::area("proportionality", ::words::say("propose-proportionality"), 5).hint(proportionality),
    ]
}

/// How the person is told, where the rule leaves something to say.
pub(super) fn telling(open: &OpenView) -> Vec<Field> {
    let cap = open.max_days.unwrap_or(0);
    match open.notice.code.as_str() {
        RULE_MAY => vec![Field::radios(
            "notice-when",
            ::words::say("propose-when"),
            vec![
                Choice::new("now", ::words::say("propose-when-now")),
                Choice::new("later", ::words::say("propose-when-later"))
                    .hint(::words::say("propose-when-later-hint"))
                    .below(
                        Field::day("notice-last_day", ::words::say("propose-last-day"))
                            .hint(::words::phrase("propose-last-day-hint").with("days", cap)),
                    )
                    .below(
                        Field::area("notice-reasons", ::words::say("propose-notice-reasons"), 5)
                            .hint(::words::say("propose-notice-reasons-hint")),
                    ),
            ],
        )],
        RULE_HOLD => vec![
            Field::day("notice-last_day", ::words::say("propose-hold-day"))
                .hint(::words::phrase("propose-hold-day-hint").with("days", cap)),
            Field::area("notice-reasons", ::words::say("propose-notice-reasons"), 5)
                .hint(::words::say("propose-hold-reasons-hint")),
        ],
        _ => Vec::new(),
    }
}

/// The name of the field with the text of an item.
fn content_name(code: &str) -> String {
    name_of(&format!("/content/{code}"))
}

/// The name of the field with why an item is needed.
fn reason_name(code: &str) -> String {
    name_of(&format!("/reasons/{code}"))
}

/// Reads what was typed. Faults are the service's to find.
pub(super) fn read(outcome: &str, basis: Option<&str>, form: &Form) -> Chosen {
    let disclose = outcome == "disclose";
    let items = disclose.then(|| form.all("items").into_iter().map(str::to_owned).collect::<Vec<_>>());
    // Of each that is ticked, also where nothing was typed, so that the service takes no item without its reason.
    let reasons = items.as_ref().map(|codes| {
        let typed = |code: &String| Value::from(form.text(&reason_name(code)));
        codes.iter().map(|code| (code.clone(), typed(code))).collect()
    });
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
        reasons,
        download: disclose && form.ticked("download"),
    };
    Chosen { new, typed: form.sent_on() }
}

/// Reads what was typed and finds its faults, so that nothing is previewed that would not be taken.
pub(in crate::pages::clinic) fn check(open: &OpenView, form: &Form) -> Result<Chosen, Vec<Fault>> {
    let chosen = read(&open.outcome.code, open.basis.as_ref().map(|basis| basis.code.as_str()), form);
    let new = &chosen.new;
    let mut faults = Vec::new();
    if new.items.as_ref().is_some_and(Vec::is_empty) {
        faults.push(Fault::new("/items", ::words::say("propose-fault-none")));
    }
    if new.items.iter().flatten().any(|code| !open.items.iter().any(|item| item.code == *code)) {
        faults.push(Fault::new("/items", ::words::say("propose-fault-list")));
    }
    for (code, text) in &new.content {
        let (at, text) = (format!("/content/{code}"), text.as_str().unwrap_or_default());
        // The labels are alike, so the summary names the item.
        let item = open.items.iter().find(|item| item.code == *code);
        if text.trim().is_empty() {
            let expected = item.map_or_else(
                || ::words::say("propose-fault-words"),
                |item| ::words::phrase("propose-fault-item-words").with("item", &item.name).say(),
            );
            faults.push(Fault::new(at, expected));
        } else if open.outcome.code == "disclose" {
            faults.extend(service::redaction::shown(&at, text).err().map(|fault| match item {
                Some(item) => {
                    let named = ::words::phrase("propose-of-item").with("item", &item.name);
                    Fault::new(fault.at, named.with("expected", fault.expected).say())
                }
                None => fault,
            }));
        }
        let reason = new.reasons.as_ref().and_then(|reasons| reasons.get(code)).and_then(Value::as_str);
        if reason.is_some_and(|reason| reason.trim().is_empty()) {
            let expected = item.map_or_else(
                || ::words::say("propose-fault-reason"),
                |item| ::words::phrase("propose-fault-item-reason").with("item", &item.name).say(),
            );
            faults.push(Fault::new(format!("/reasons/{code}"), expected));
        }
    }
    for (at, text) in [("/necessity", &new.necessity), ("/proportionality", &new.proportionality)] {
        if text.trim().is_empty() {
            faults.push(Fault::new(at, ::words::say("act-fault-write")));
        }
    }
    let later = open.notice.code == RULE_MAY && form.text("notice-when") == "later";
    if open.notice.code == RULE_MAY && !matches!(form.text("notice-when"), "now" | "later") {
        faults.push(Fault::new("/notice/when", ::words::say("act-fault-choose")));
    }
    match read_day(form, "notice-last_day") {
        Ok(None) if later => faults.push(Fault::new("/notice/last_day", ::words::say("propose-fault-day"))),
        Err(expected) if later || open.notice.code == RULE_HOLD => {
            faults.push(Fault::new("/notice/last_day", expected));
        }
        _ => {}
    }
    if (later || open.notice.code == RULE_HOLD) && new.notice_reasons.is_none() {
        faults.push(Fault::new("/notice/reasons", ::words::say("act-fault-write")));
    }
    if faults.is_empty() { Ok(chosen) } else { Err(faults) }
}

/// Holds the last day of putting off against what the outcome allows, so that no day is previewed that would be refused.
pub(super) fn in_time(open: &OpenView, chosen: Chosen, today: Day) -> Result<Chosen, Vec<Fault>> {
    let last_day = chosen.new.last_day.as_deref().and_then(Day::parse);
    let (Some(last_day), Some(days)) = (last_day, open.max_days) else { return Ok(chosen) };
    let latest = today.plus_days(i64::from(days));
    if last_day >= today && last_day <= latest {
        return Ok(chosen);
    }
    let expected = ::words::phrase("propose-fault-last-day").with("day", latest.for_readers()).say();
    Err(vec![Fault::new("/notice/last_day", expected)])
}

/// How the person will be told, in sentences, for the preview.
pub(super) fn telling_words(open: &OpenView, chosen: &Chosen) -> Vec<String> {
    let mut found = vec![open.notice.name.clone()];
    if let Some(day) = chosen.new.last_day.as_deref().and_then(Day::parse) {
        let last = ::words::phrase("propose-put-off").with("day", day.for_readers());
        found.push(last.say());
    }
    if let Some(reasons) = &chosen.new.notice_reasons {
        found.push(reasons.clone());
    }
    if open.notice.code == RULE_BEFORE {
        found.push(::words::say("propose-unsafe"));
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
            [
                "/content/allergies",
                "/reasons/allergies",
                "/necessity",
                "/proportionality",
                "/notice/last_day",
                "/notice/reasons"
            ]
        );
        let fields = [what(&open), why(&open), telling(&open)].concat();
        let placed = super::super::form::place(&fields, &faults);
        assert!(placed.0.iter().all(|fault| fault.id != "main-content"), "{placed:?}");
    }

    #[test]
    fn brackets_that_do_not_pair_are_told_of_their_item() {
        let form = Form::of(&[
            ("items", "allergies"),
            ("content-allergies", "None [[but one"),
            ("necessity", "n"),
            ("proportionality", "p"),
        ]);
        let faults = check(&disclosure("notify-now"), &form).unwrap_err();
        let fault = faults.iter().find(|fault| fault.at == "/content/allergies").unwrap();
        assert!(fault.expected.starts_with("“allergies”: two brackets before"), "{}", fault.expected);
    }

    #[test]
    fn a_last_day_that_would_be_refused_is_told_before_the_preview() {
        let open = disclosure(RULE_MAY);
        let on = |day: &str| {
            let form = Form::of(&[
                ("notice-when", "later"),
                ("notice-last_day-day", day),
                ("notice-last_day-month", "12"),
                ("notice-last_day-year", "2026"),
            ]);
            in_time(&open, read("disclose", Some("suicide-risk"), &form), Day::parse("2026-12-02").unwrap())
        };
        assert!(on("2").is_ok() && on("9").is_ok());
        for day in ["1", "10"] {
            assert_eq!(on(day).unwrap_err()[0].at, "/notice/last_day", "{day}");
        }
    }

    #[test]
    fn the_least_intrusive_item_stands_first() {
        let field = what(&disclosure("notify-now")).remove(0).to_string();
        assert!(field.find("allergies") < field.find("medication-current"), "{field}");
    }

    #[test]
    fn each_item_that_is_ticked_asks_for_its_reason_and_no_other_does() {
        let open = disclosure("notify-now");
        let typed = [
            ("items", "allergies"),
            ("items", "medication-current"),
            ("content-allergies", "Penicillin."),
            ("content-medication-current", "None."),
            ("reasons-allergies", "They may have to give first aid."),
            ("reasons-full-record", "Typed and then not ticked."),
            ("necessity", "n"),
            ("proportionality", "p"),
        ];
        let faults = check(&open, &Form::of(&typed)).unwrap_err();
        let at: Vec<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(at, ["/reasons/medication-current"]);
        assert!(faults[0].expected.contains("“medication-current”"), "{faults:?}");
        let whole = [&typed[..], &[("reasons-medication-current", "A carer has to know what to give.")]];
        let reasons = check(&open, &Form::of(&whole.concat())).unwrap().new.reasons.unwrap();
        let said: Vec<&str> = reasons.keys().map(String::as_str).collect();
        assert_eq!(said, ["allergies", "medication-current"]);
        // What is no disclosure has no items to give reasons for.
        assert_eq!(read("refuse", None, &Form::of(&typed)).new.reasons, None);
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
