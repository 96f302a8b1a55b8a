//! An officer's form in steps, sent as a browser without scripts sends it: it makes the very facts that the API makes, what
//! does not apply is not asked, a change from the summary leads back to it, and the next form begins with who asked.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod demonstration;

use demonstration::{Demo, SignedIn, serious_harm};
use serde_json::{Value, json};

/// The answers to each step that make the facts of [`serious_harm`].
fn answers(step: &str) -> &'static [(&'static str, &'static str)] {
    match step {
        "unit" => &[("unit", "london")],
        "question" => &[("question", "Is there anything that would keep the person he threatens safe?")],
        "who-asks" => &[("asks_as", "counter-terrorism-police")],
        "who-signs" => &[("rank", "inspector"), ("signed", "yes")],
        "about-whom" => &[("identified", "yes")],
        "person" => {
            &[("name", "Testa Steps"), ("born-day", "17"), ("born-month", "5"), ("born-year", "1990")]
        }
        "harm-to-others" => &[("harm_to_others", "serious"), ("identified_victim", "yes")],
        "harm-to-self" => &[("harm_to_self", "none")],
        "offence" => &[("offence", "serious"), ("wound", "none")],
        "purpose" => &[("purpose_kind", "safe")],
        "purpose-safe" => &[("purpose-safe", "prevent-serious-harm")],
        "information" => &[("item_kinds", "little"), ("item_kinds", "today")],
        "information-little" => &[("information-little", "safety-handling-advice")],
        "information-today" => &[("information-today", "current-risk-to-others-statement")],
        "reasons" => &[
            ("items_why", "Each changes what we do."),
            ("less_intrusive", "His family was asked."),
            ("line_of_enquiry", "Threats to one person."),
            ("balance", "One life against one statement."),
        ],
        "consent" => &[("why_not_consent", "unsafe")],
        "law" => &[("law_kinds", "harm")],
        "law-harm" => &[("law-harm", "public-interest-serious-harm")],
        "urgency" => &[("urgency", "same-day")],
        "more" => &[],
        other => panic!("a step that nothing called for: {other}"),
    }
}

fn step_of(address: &str) -> &str {
    address.rsplit_once("/step/").map_or("", |(_, step)| step.split('?').next().unwrap())
}

/// What the gate judges, with its items in one order.
fn facts(demo: &Demo, id: &str) -> Value {
    let case = demo.get("clinician", &format!("/api/v1/referrals/{id}"));
    assert_eq!(case.status, 200, "{}", case.text);
    let mut facts = case.body["facts_wire"].clone();
    facts["items"].as_array_mut().unwrap().sort_by_key(ToString::to_string);
    facts
}

fn chosen(page: &str, value: &str) -> bool {
    page.contains(&format!("value=\"{value}\" checked"))
}

const TAKEN_OVER: &str = "This is what you said in your last referral";

/// Begins a draft and gives its address.
fn begin(officer: &SignedIn<'_>) -> String {
    let (_, first) = officer.send_form("/officer/new", &[]);
    first.rsplit_once("/step/").unwrap().0.to_owned()
}

#[test]
fn a_form_in_steps_makes_the_facts_of_the_api_and_asks_only_what_applies() {
    let demo = Demo::start(5);
    let mut asked = serious_harm(1);
    asked["facts"]["requester"] =
        json!({"body": "counter-terrorism-police", "rank": "inspector", "signed": true});
    let sent = demo.post("officer", "/api/v1/referrals", &asked);
    assert_eq!(sent.status, 201, "{}", sent.text);
    let officer = demo.sign_in("officer");
    let draft = begin(&officer);
    let id = draft.rsplit_once('/').unwrap().1.to_owned();

    // Who asked whom is taken over and said to be; the signature is not.
    let page = |step: &str| officer.get(&format!("{draft}/step/{step}")).text;
    for (step, value) in
        [("unit", "london"), ("who-asks", "counter-terrorism-police"), ("who-signs", "inspector")]
    {
        let html = page(step);
        assert!(chosen(&html, value) && html.contains(TAKEN_OVER), "{step}: {html}");
    }
    assert!(!chosen(&page("who-signs"), "yes"));
    assert!(!page("question").contains(TAKEN_OVER));

    let mut at = format!("{draft}/step/unit");
    let mut steps = Vec::new();
    while !step_of(&at).is_empty() {
        let step = step_of(&at).to_owned();
        let (answer, next) = officer.send_form(&at, answers(&step));
        assert_eq!(answer.status, 303, "{step}: {}", answer.text);
        steps.push(step);
        at = next;
        assert!(steps.len() < 25, "{steps:?}");
    }
    assert_eq!(at, format!("{draft}/check"));
    assert!(!page("unit").contains(TAKEN_OVER), "once sent, it is their answer");

    let summary = officer.get(&at).text;
    for said in ["Overriding public interest: serious harm", "Danger of death or serious harm: which law?"] {
        assert!(summary.contains(said), "{said}");
    }
    assert!(summary.contains("pages were left out"), "{summary}");
    assert!(!summary.contains("step/law-order"), "what was left out has no page");
    assert_eq!(officer.get(&format!("{draft}/step/law-order")).status, 404);

    officer.send_to(&at, &format!("{draft}/send"), &[]);
    assert_eq!(facts(&demo, &id), facts(&demo, sent.body["id"].as_str().unwrap()));

    // What the clinic corrects in it is the clinic's, and a later draft does not tell that it did.
    let corrected = demo.post(
        "clinician",
        &format!("/api/v1/referrals/{id}/facts"),
        &json!({"requester": {"body": "local-police", "rank": "constable"}}),
    );
    assert!(corrected.status < 300, "{}", corrected.text);
    assert_eq!(facts(&demo, &id)["requester"]["body"], "local-police");
    let draft = begin(&officer);
    for (step, value) in [("who-asks", "counter-terrorism-police"), ("who-signs", "inspector")] {
        let html = officer.get(&format!("{draft}/step/{step}")).text;
        assert!(chosen(&html, value) && html.contains(TAKEN_OVER), "{step}: {html}");
    }

    // A colleague who has asked nothing begins with nothing.
    let colleague = demo.sign_in_as("officer-second");
    let draft = begin(&colleague);
    for step in ["unit", "who-asks", "who-signs"] {
        let html = colleague.get(&format!("{draft}/step/{step}")).text;
        assert!(!html.contains("\" checked") && !html.contains(TAKEN_OVER), "{step}: {html}");
    }
}

#[test]
fn a_change_from_the_summary_asks_what_it_calls_for_and_comes_back() {
    let demo = Demo::start(5);
    let officer = demo.sign_in("officer");
    let draft = begin(&officer);
    let check = format!("{draft}/check");
    let mut at = format!("{draft}/step/unit");
    while !step_of(&at).is_empty() {
        let step = step_of(&at).to_owned();
        let none = [("law_kinds", "none")];
        let fields = if step == "law" { &none[..] } else { answers(&step) };
        let (answer, next) = officer.send_form(&at, fields);
        assert_eq!(answer.status, 303, "{step}: {}", answer.text);
        at = next;
    }
    let summary = officer.get(&check).text;
    assert!(summary.contains("You named no law") && summary.contains("/step/law?then=check"), "{summary}");

    // Two kinds of law: each page in turn, and back. Nothing is asked twice.
    let change = |step: &str, fields: &[(&str, &str)]| {
        officer.send_form(&format!("{draft}/step/{step}?then=check"), fields).1
    };
    let next = change("law", &[("law_kinds", "harm"), ("law_kinds", "safeguarding")]);
    assert_eq!(next, format!("{draft}/step/law-harm?then=check"));
    let next =
        change("law-harm", &[("law-harm", "public-interest-serious-harm"), ("law-harm", "missing-person")]);
    assert_eq!(next, format!("{draft}/step/law-safeguarding?then=check"));
    assert_eq!(change("law-safeguarding", &[("law-safeguarding", "adult-safeguarding-s42")]), check);

    // The summary says what the rules would still ask for, and where.
    let summary = officer.get(&check).text;
    let links =
        summary.split("Do it now").filter_map(|before| before.rsplit_once("href=\"")?.1.split('"').next());
    let lessons: Vec<&str> = links.filter(|link| link.contains("then=check#")).collect();
    let items = format!("{draft}/step/information?then=check#item_kinds");
    assert!(lessons.contains(&items.as_str()), "{lessons:?}");
    for lesson in lessons {
        let (page, field) = lesson.split_once('#').unwrap();
        let html = officer.get(page);
        assert_eq!(html.status, 200, "{lesson}");
        assert!(html.text.contains(&format!("id=\"{field}\"")), "{lesson}");
    }
    assert_eq!(change("more", &[("more", "mappa")]), format!("{draft}/step/mappa?then=check"));

    // A kind without anything chosen of it is a fault beside its field, and both the law and none of it is one too.
    let (answer, _) = officer.send_form(&format!("{draft}/step/law-harm"), &[]);
    assert_eq!(answer.status, 422, "{}", answer.text);
    assert!(answer.text.contains("href=\"#law-harm\""), "{}", answer.text);
    let both = [("law_kinds", "harm"), ("law_kinds", "none")];
    assert_eq!(officer.send_form(&format!("{draft}/step/law"), &both).0.status, 422);

    // Saved in the middle and taken up again: nothing is lost.
    let saved = officer
        .send_form(&format!("{draft}/step/law-harm"), &[("law-harm", "suicide-risk"), ("later", "yes")]);
    assert_eq!(saved.1, "/officer");
    assert!(chosen(&officer.get(&format!("{draft}/step/law-harm")).text, "suicide-risk"));
}
