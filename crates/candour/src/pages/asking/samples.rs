//! Samples of the form in steps: every step of every journey, and the summary.

use super::{
    answers::Answers,
    check,
    journey::{Journey, Step},
    kinds::{Kind, Long},
    lessons::Lesson,
    questions::{self, Ground},
    views::{CheckPage, DeletePage, OverviewPage, StepPage},
};
use crate::{
    pages::officer::samples::{frame, places},
    web::frame::{Faults, Frame, Seal},
};
use askama::Template as _;
use casework::{actor::Role, time::Day};
use service::{drafts::DraftEnd, telephones::Telephone};

fn answers() -> Answers {
    Answers::of(&[
        ("unit", "london"),
        (
            "question",
            "He told two people that he will hurt his brother.\n\nIs there a risk that we should plan for?",
        ),
        ("asks_as", "local-police"),
        ("rank", "sergeant"),
        ("signed", "yes"),
        ("identified", "yes"),
        ("name", "Alex Example"),
        ("born-day", "1"),
        ("born-month", "2"),
        ("born-year", "1990"),
        ("harm_to_others", "serious"),
        ("identified_victim", "yes"),
        ("harm_to_self", "none"),
        ("offence", "none"),
        ("wound", "none"),
        ("purpose_kind", "safe"),
        ("purpose-safe", "prevent-serious-harm"),
        ("item_kinds", "little"),
        ("item_kinds", "today"),
        ("information-little", "safety-handling-advice"),
        ("information-today", "current-risk-to-others-statement"),
        ("ongoing", "yes"),
        ("items_why", "To plan the visit on Friday."),
        ("why_not_consent", "unsafe"),
        ("law_kinds", "harm"),
        ("law-harm", "public-interest-serious-harm"),
        ("urgency", "immediate"),
        ("more", "mappa"),
    ])
}

/// Answers that call for every step.
fn everything() -> Answers {
    let mut answers = Answers::of(&[
        ("asks_as", "another"),
        ("more", "missing"),
        ("more", "mappa"),
        ("more", "onward"),
        ("more", "deferral"),
        ("victim", "yes"),
        ("identified", "yes"),
    ]);
    for kind in Kind::ALL {
        answers.put(kind.long().field(), kind.code());
    }
    answers
}

fn frame_of(journey: Journey, title: &str) -> Frame {
    let role = if journey == Journey::Referral { Role::Officer } else { Role::HealthWorker };
    frame(role, title)
}

fn ends(soon: bool) -> DraftEnd {
    let left = if soon { "1 day" } else { "6 days" };
    DraftEnd { at: "29 November 2026, 08:40".to_owned(), left: left.to_owned(), soon }
}

fn step(journey: Journey, step: Step, ground: Ground<'_>, answers: &Answers, faults: &Faults) -> String {
    let questions::Asked { warning, lead, fields } = questions::of(journey, step, ground, answers, faults);
    StepPage {
        frame: frame_of(journey, &journey.heading(step)).back("/officer", "Back").faults(faults),
        seal: Seal::sample(),
        journey,
        title: journey.heading(step),
        place: "Step 4 of 14".to_owned(),
        warning,
        lead,
        carried: step == Step::Unit,
        fields,
        to_check: false,
        overview: "/officer/drafts/d".to_owned(),
        ends: ends(false),
    }
    .render()
    .unwrap()
}

fn summaries(ground: Ground<'_>, today: Day) -> Vec<(String, String)> {
    let journey = Journey::Referral;
    let check = CheckPage {
        frame: frame_of(journey, "Check your answers").back("/officer", "Back to all steps"),
        seal: Seal::sample(),
        draft: "/officer/drafts/d".to_owned(),
        parts: check::summary(journey, ground, &answers(), today),
        left_out: check::left_out(journey, &answers()),
        names_no_law: false,
        lessons: vec![(
            Lesson {
                field: "/justification/less_intrusive_tried".to_owned(),
                own: true,
                sentence: "Say what less intrusive means you tried, or why none would do.".to_owned(),
                bases: vec!["Overriding public interest: serious harm".to_owned()],
            },
            Some("/officer/drafts/d/step/reasons?then=check#less_intrusive".to_owned()),
        )],
        ends: ends(true),
        question: Some("/officer/enquiry"),
        asks_to_watch: true,
        emergency: true,
        telephone: Telephone::parse("020 7946 0018").ok(),
        ready: true,
    };
    let overview = OverviewPage {
        frame: frame_of(journey, &journey.title()).back("/officer", "Back to your list"),
        journey,
        draft: "/officer/drafts/d".to_owned(),
        parts: check::summary(journey, ground, &Answers::of(&[("unit", "london")]), today),
        ready: false,
        ends: ends(false),
    };
    let delete = DeletePage {
        frame: frame_of(journey, "Delete this draft?"),
        seal: Seal::sample(),
        draft: "/officer/drafts/d".to_owned(),
    };
    vec![
        ("asking-check".to_owned(), check.render().unwrap()),
        ("asking-overview".to_owned(), overview.render().unwrap()),
        ("asking-delete".to_owned(), delete.render().unwrap()),
    ]
}

pub fn pages() -> Vec<(String, String)> {
    let (gate, places) = (gate::embedded().unwrap(), places());
    let ground = Ground { places: &places, pack: gate.pack() };
    let today = Day::parse("2026-11-22").unwrap();
    let mut pages = summaries(ground, today);
    for journey in Journey::ALL {
        for asked in journey.steps(&everything()) {
            let name = format!("asking-{}-{}", journey.as_str(), asked.as_str());
            pages.push((name, step(*journey, asked, ground, &answers(), &Faults::default())));
            let faults = check::faults(asked, &Answers::default(), today);
            if !faults.is_empty() {
                let name = format!("asking-{}-{}-faulty", journey.as_str(), asked.as_str());
                pages.push((name, step(*journey, asked, ground, &Answers::default(), &faults)));
            }
        }
    }
    pages
}

#[test]
fn the_form_never_asks_for_ethnicity_or_religion() {
    let (gate, places) = (gate::embedded().unwrap(), places());
    let ground = Ground { places: &places, pack: gate.pack() };
    for journey in Journey::ALL {
        for step in Step::all() {
            for field in questions::blank(*journey, step, ground).fields {
                for word in ["ethnic", "religion", "faith", "nationality", "sexual orientation"] {
                    assert!(!field.label.to_lowercase().contains(word), "{}", field.label);
                }
            }
        }
    }
}

#[test]
fn names_of_fields_are_not_shared_between_steps() {
    let (gate, places) = (gate::embedded().unwrap(), places());
    let ground = Ground { places: &places, pack: gate.pack() };
    for journey in Journey::ALL {
        let mut names: Vec<String> = journey
            .steps(&everything())
            .into_iter()
            .flat_map(|step| questions::blank(*journey, step, ground).fields)
            .flat_map(|field| field.names())
            .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "{journey:?}");
    }
}

/// Inputs that a page shows, before anything is folded away.
fn inputs(html: &str) -> usize {
    let shown = |tag: &&str| !tag.split('>').next().unwrap().contains("type=\"hidden\"");
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
    main.split("<input ").skip(1).filter(shown).count() + main.matches("<textarea ").count()
}

#[test]
fn no_page_has_more_than_twelve_boxes() {
    let (gate, places) = (gate::embedded().unwrap(), places());
    let ground = Ground { places: &places, pack: gate.pack() };
    for journey in Journey::ALL {
        for asked in journey.steps(&everything()) {
            let html = step(*journey, asked, ground, &answers(), &Faults::default());
            let shown = inputs(&html);
            assert!((1..=12).contains(&shown), "{journey:?} {asked:?}: {shown}");
        }
    }
}

#[test]
fn what_was_chosen_in_two_pages_stands_in_the_summary_in_words() {
    let (gate, places) = (gate::embedded().unwrap(), places());
    let ground = Ground { places: &places, pack: gate.pack() };
    let parts = check::summary(Journey::Referral, ground, &answers(), Day::parse("2026-11-22").unwrap());
    let said = |step: Step| {
        let part = parts.iter().find(|part| part.slug == step.as_str()).unwrap();
        part.rows.iter().flat_map(|row| row.values.clone()).collect::<Vec<_>>()
    };
    assert_eq!(said(Step::of(Long::Law)), [Kind::LawHarm.words()]);
    assert_eq!(said(Step::Exactly(Kind::LawHarm)), ["Overriding public interest: serious harm"]);
    assert_eq!(said(Step::Exactly(Kind::PurposeSafe)), ["To prevent serious harm to somebody"]);
    assert!(parts.iter().all(|part| part.slug != Kind::LawOrder.as_str()));
}
