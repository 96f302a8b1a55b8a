//! What a step must have before one goes on, and the answers as a summary before they are sent.

use crate::{
    pages::asking::{
        answers::Answers,
        journey::{Journey, Step},
        kinds::{Long, NONE},
        questions::{self, Ground},
    },
    web::{
        field::{Field, Kind},
        frame::Faults,
    },
};
use casework::time::Day;
use service::{dates::ForReaders as _, identity::NhsNumber, text::TEXT_CHARS_MAX};

/// Everything wrong with the answers of one step, all at once. Only what must be there is asked for; what is better
/// there is said before sending.
#[must_use]
pub fn faults(step: Step, answers: &Answers, today: Day) -> Faults {
    let mut faults = Faults::default();
    let mut need = |name: &str, message: words::Phrase| {
        if answers.text(name).is_empty() {
            faults.add(name, message);
        }
    };
    match step {
        Step::Unit => need("unit", words::phrase("asking-need-unit")),
        Step::Question => need("question", words::phrase("asking-need-question")),
        Step::Asker => need("asks_as", words::phrase("asking-need-body")),
        Step::Body => need("body", words::phrase("asking-need-body")),
        Step::Signer => need("rank", words::phrase("asking-need-rank")),
        Step::Subject => need("identified", words::phrase("asking-need-identified")),
        Step::HarmToOthers => need("harm_to_others", words::phrase("asking-need-harm-to-others")),
        Step::HarmToSelf => need("harm_to_self", words::phrase("asking-need-harm-to-self")),
        Step::Offence => {
            need("offence", words::phrase("asking-need-offence"));
            need("wound", words::phrase("asking-need-wound"));
        }
        Step::Purpose => need(Long::Purpose.field(), words::phrase("asking-need-purpose-kind")),
        Step::Items => need(Long::Items.field(), words::phrase("asking-need-item-kinds")),
        Step::Law => need(Long::Law.field(), words::phrase("asking-need-law-kinds")),
        Step::Exactly(kind) => {
            let message = match kind.long() {
                Long::Purpose => words::phrase("asking-need-purpose"),
                Long::Items => words::phrase("asking-need-items"),
                Long::Law => words::phrase("asking-need-law"),
            };
            need(kind.as_str(), message);
        }
        Step::Consent => need("why_not_consent", words::phrase("asking-need-why-not-consent")),
        Step::Urgency => need("urgency", words::phrase("asking-need-urgency")),
        Step::Missing => need("risk_grade", words::phrase("asking-need-risk-grade")),
        Step::Mappa => {
            need("mappa_category", words::phrase("asking-need-mappa-category"));
            need("mappa_level", words::phrase("asking-need-mappa-level"));
        }
        Step::Onward => need("onward_to", words::phrase("asking-need-onward-to")),
        Step::Victim => need("victim_exception", words::phrase("asking-need-victim-exception")),
        Step::Deferral => need("ground", words::phrase("asking-need-ground")),
        Step::Duty => need("duty", words::phrase("asking-need-duty")),
        Step::Recipient => need("body", words::phrase("asking-need-recipient")),
        Step::Person | Step::Why | Step::More => {}
    }
    match step {
        Step::Person => person(answers, today, &mut faults),
        // Without scripts nothing keeps anybody from ticking both.
        Step::Law if answers.has(Long::Law.field(), NONE) && answers.all(Long::Law.field()).len() > 1 => {
            faults.add(Long::Law.field(), words::phrase("asking-fault-law-kinds"));
        }
        Step::Deferral => {
            number(answers, "deferral_days", 3650, words::phrase("asking-fault-deferral-days"), &mut faults);
        }
        Step::Question if answers.text("question").chars().count() > TEXT_CHARS_MAX => {
            faults.add("question", words::phrase("asking-fault-question").with("most", TEXT_CHARS_MAX));
        }
        _ => {}
    }
    faults
}

fn person(answers: &Answers, today: Day, faults: &mut Faults) {
    if answers.text("name").is_empty() {
        faults.add("name", words::say("asking-fault-name"));
    }
    let born = answers.day("born").map(|typed| Day::parse(&typed));
    match born {
        Some(None) => faults.add("born", words::say("asking-fault-born")),
        Some(Some(day)) if day > today => faults.add("born", words::say("asking-fault-born-later")),
        Some(Some(day)) => {
            let typed = answers.said("age").and_then(|age| age.parse::<u8>().ok());
            if typed.is_some_and(|age| age != day.years_until(today)) {
                faults.add("age", words::say("asking-fault-age-differs"));
            }
        }
        None => {}
    }
    number(answers, "age", 130, words::phrase("asking-fault-age"), faults);
    if answers.said("nhs_number").is_some_and(|typed| NhsNumber::parse("", typed).is_err()) {
        faults.add("nhs_number", words::say("asking-fault-nhs-number"));
    }
}

fn number(answers: &Answers, name: &str, most: u32, message: words::Phrase, faults: &mut Faults) {
    let wrong = answers.said(name).is_some_and(|typed| !typed.parse::<u32>().is_ok_and(|n| n <= most));
    if wrong && faults.of(name).is_none() {
        faults.add(name, message);
    }
}

/// One answer in the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What was asked.
    pub label: String,
    /// What was answered, one entry a line.
    pub values: Vec<String>,
}

/// One step in the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The step's name in addresses.
    pub slug: &'static str,
    /// Its heading.
    pub title: String,
    /// Whether nothing is wrong with it as it stands.
    pub done: bool,
    /// Its answers; what was left empty is left out.
    pub rows: Vec<Row>,
}

/// Every step with its answers.
#[must_use]
pub fn summary(journey: Journey, ground: Ground<'_>, answers: &Answers, today: Day) -> Vec<Part> {
    journey
        .steps(answers)
        .into_iter()
        .map(|step| {
            let page = questions::of(journey, step, ground, answers, &Faults::default());
            Part {
                slug: step.as_str(),
                title: journey.heading(step),
                done: faults(step, answers, today).is_empty(),
                rows: page.fields.iter().flat_map(rows).collect(),
            }
        })
        .collect()
}

/// Pages that an answer left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The step that asked, by its name in addresses.
    pub slug: &'static str,
    /// Its heading.
    pub title: String,
    /// What was not asked.
    pub pages: Vec<String>,
}

/// The pages that the answers left out, by the question that would have called for them.
#[must_use]
pub fn left_out(journey: Journey, answers: &Answers) -> Vec<LeftOut> {
    let mut found: Vec<LeftOut> = Vec::new();
    for step in journey.left_out(answers) {
        let Some(cause) = step.cause() else { continue };
        let page = match step {
            Step::Exactly(kind) => kind.words(),
            plain => journey.heading(plain),
        };
        match found.iter_mut().find(|known| known.slug == cause.step.as_str()) {
            Some(known) => known.pages.push(page),
            None => found.push(LeftOut {
                slug: cause.step.as_str(),
                title: journey.heading(cause.step),
                pages: vec![page],
            }),
        }
    }
    found
}

fn rows(field: &Field) -> Vec<Row> {
    let mut values = field.answers();
    if let Kind::Day { day, month, year } = &field.kind
        && let Some(day) = Day::parse(&format!("{:0>4}-{:0>2}-{:0>2}", year.trim(), month.trim(), day.trim()))
    {
        values = vec![day.for_readers()];
    }
    if values.is_empty() {
        return Vec::new();
    }
    // A single box to tick has its words in its only choice.
    let single = match &field.kind {
        Kind::Checkboxes { choices } if choices.len() == 1 => true,
        Kind::Checkboxes { .. }
        | Kind::Radios { .. }
        | Kind::Line { .. }
        | Kind::Secret { .. }
        | Kind::Area { .. }
        | Kind::Day { .. } => false,
    };
    let own = match values.first() {
        Some(said) if single => Row { label: said.clone(), values: vec![words::say("asking-yes")] },
        _ => Row { label: field.label.clone(), values },
    };
    let below = match &field.kind {
        Kind::Radios { choices, .. } | Kind::Checkboxes { choices } => choices
            .iter()
            .filter(|choice| choice.chosen)
            .flat_map(|choice| &choice.below)
            .flat_map(rows)
            .collect(),
        Kind::Line { .. } | Kind::Secret { .. } | Kind::Area { .. } | Kind::Day { .. } => Vec::new(),
    };
    std::iter::once(own).chain::<Vec<Row>>(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::asking::kinds::Kind;

    fn check(step: Step, answers: &[(&str, &str)], expected: &[&str]) {
        let today = Day::parse("2026-11-22").unwrap();
        let found = faults(step, &Answers::of(answers), today);
        let ids: Vec<&str> = found.0.iter().map(|fault| fault.id.as_str()).collect();
        assert_eq!(ids, expected, "{answers:?}");
    }

    #[test]
    fn every_fault_of_a_person_is_said_at_once() {
        check(Step::Subject, &[], &["identified"]);
        check(Step::Person, &[], &["name"]);
        check(
            Step::Person,
            &[
                ("identified", "yes"),
                ("born-day", "31"),
                ("born-month", "2"),
                ("age", "x"),
                ("nhs_number", "12"),
            ],
            &["name", "born", "age", "nhs_number"],
        );
        check(
            Step::Person,
            &[
                ("identified", "yes"),
                ("name", "A"),
                ("born-day", "1"),
                ("born-month", "2"),
                ("born-year", "1990"),
                ("age", "36"),
                ("nhs_number", "943 476 5919"),
            ],
            &[],
        );
    }

    #[test]
    fn an_age_that_does_not_go_with_the_date_of_birth_is_a_fault() {
        check(
            Step::Person,
            &[
                ("identified", "yes"),
                ("name", "A"),
                ("born-day", "1"),
                ("born-month", "2"),
                ("born-year", "1990"),
                ("age", "17"),
            ],
            &["age"],
        );
    }

    #[test]
    fn steps_that_may_be_left_out_have_no_faults() {
        for step in [Step::Why, Step::More] {
            check(step, &[], &[]);
        }
    }

    #[test]
    fn a_kind_that_was_chosen_has_to_be_filled_in() {
        check(Step::Law, &[], &["law_kinds"]);
        check(Step::Exactly(Kind::LawHarm), &[("law-order", "court-order")], &["law-harm"]);
        check(Step::Exactly(Kind::LawHarm), &[("law-harm", "suicide-risk")], &[]);
        check(Step::Purpose, &[("purpose_kind", "none")], &[]);
    }

    #[test]
    fn whoever_knows_no_law_names_none() {
        check(Step::Law, &[("law_kinds", "none")], &[]);
        check(Step::Law, &[("law_kinds", "harm"), ("law_kinds", "order")], &[]);
        check(Step::Law, &[("law_kinds", "harm"), ("law_kinds", "none")], &["law_kinds"]);
    }

    #[test]
    fn what_was_not_asked_is_said_with_the_question_that_left_it_out() {
        let answers = Answers::of(&[
            ("asks_as", "another"),
            ("identified", "yes"),
            ("purpose_kind", "none"),
            ("law_kinds", "none"),
            ("more", "mappa"),
        ]);
        let found = left_out(Journey::Referral, &answers);
        let slugs: Vec<&str> = found.iter().map(|left| left.slug).collect();
        assert_eq!(slugs, ["purpose", "information", "law", "more", "about-whom"]);
        let law = found.iter().find(|left| left.slug == "law").unwrap();
        assert_eq!(law.pages.len(), Long::Law.kinds().count());
        assert!(law.pages.contains(&Kind::LawHarm.words()));
        let more = found.iter().find(|left| left.slug == "more").unwrap();
        assert_eq!(more.pages, [Step::Missing.title(), Step::Onward.title(), Step::Deferral.title()]);
    }
}
