//! Answers as the request that the service receives, and the way back from a JSON pointer to the field that fills it.

use crate::pages::asking::{
    answers::Answers,
    choices::ANOTHER,
    journey::{Journey, Step},
    kinds::{self, Long},
};
use casework::id::CaseId;
use serde_json::{Map, Value, json};
use service::referrals::NewRequest;

/// The request that these answers make. Nothing here decides; what was not answered stands at its default.
#[must_use]
pub fn of(journey: Journey, answers: &Answers, draft: Option<&CaseId>) -> NewRequest {
    NewRequest {
        unit: answers.text("unit").to_owned(),
        question: question(answers),
        person: person(answers),
        facts: facts(journey, answers),
        recipient: answers.said("recipient").map(ToOwned::to_owned),
        draft: draft.cloned(),
    }
}

/// The parts of the text that go with the question, each under its heading.
const TEXTS: &[(&str, &str)] = &[
    ("items_why", "Why each item is needed"),
    ("less_intrusive", "Less intrusive means"),
    ("line_of_enquiry", "Line of enquiry"),
    ("balance", "Balance of harms"),
    ("deferral_why", "Why the person should be told later"),
];

fn question(answers: &Answers) -> String {
    let mut text = answers.text("question").to_owned();
    if text.is_empty() {
        return text;
    }
    for (name, heading) in TEXTS {
        if let Some(said) = answers.said(name) {
            text.push_str("\n\n");
            text.push_str(heading);
            text.push_str(":\n");
            text.push_str(said);
        }
    }
    text
}

fn person(answers: &Answers) -> Value {
    if answers.text("identified") != "yes" {
        return Value::Null;
    }
    json!({
        "name": answers.text("name"),
        "date_of_birth": answers.day("born"),
        "nhs_number": answers.said("nhs_number"),
        "address": answers.said("address"),
    })
}

/// A part of the facts that holds only what was answered.
#[derive(Default)]
struct Part(Map<String, Value>);

impl Part {
    fn code(&mut self, answers: &Answers, field: &str, name: &str) {
        if let Some(code) = answers.said(name) {
            self.0.insert(field.to_owned(), Value::from(code));
        }
    }

    fn flag(&mut self, field: &str, value: bool) {
        self.0.insert(field.to_owned(), Value::from(value));
    }

    fn put(&mut self, field: &str, value: Value) {
        self.0.insert(field.to_owned(), value);
    }

    fn number(&mut self, answers: &Answers, field: &str, name: &str) {
        if let Some(typed) = answers.said(name) {
            // What is no number is sent as it was typed, so that the service names the fault.
            self.put(field, typed.parse::<u32>().map_or_else(|_| Value::from(typed), Value::from));
        }
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn facts(journey: Journey, answers: &Answers) -> Value {
    let mut whole = Part::default();
    whole.put("requester", requester(journey, answers));
    match journey {
        Journey::Wound => whole.put("purpose", json!("prevent-serious-harm")),
        Journey::Referral | Journey::Harm | Journey::Duty => {
            if let Some(purpose) = kinds::purpose(answers) {
                whole.put("purpose", Value::from(purpose));
            }
        }
    }
    let claimed = match journey {
        Journey::Referral | Journey::Harm => json!(kinds::bases(answers)),
        Journey::Wound => json!(["gunshot-knife-report"]),
        Journey::Duty => json!(answers.said("duty").into_iter().collect::<Vec<_>>()),
    };
    whole.put("claimed_bases", claimed);
    whole.put("items", json!(kinds::chosen(Long::Items, answers)));
    whole.flag("ongoing", answers.ticked("ongoing"));
    whole.code(answers, "urgency", "urgency");
    whole.put("concern", concern(answers));
    whole.put("justification", justification(answers));
    whole.put("person", status(answers));
    whole.put("victim_request", victim_request(answers));
    if answers.has("more", "mappa") {
        whole.put("mappa", mappa(answers));
    }
    if answers.has("more", "missing") {
        whole.put("missing", missing(answers));
    }
    if answers.has("more", "onward") {
        whole.put("onward", onward(answers));
    }
    if answers.has("more", "deferral") {
        whole.put("deferral", deferral(answers));
    }
    if journey == Journey::Duty {
        whole.put("duty", duty(answers));
    }
    whole.done()
}

fn requester(journey: Journey, answers: &Answers) -> Value {
    let mut part = Part::default();
    match (journey, answers.said("asks_as")) {
        (Journey::Referral, Some(police)) if police != ANOTHER => part.put("body", Value::from(police)),
        (Journey::Referral, None) => {}
        _ => part.code(answers, "body", "body"),
    }
    if journey == Journey::Referral {
        part.code(answers, "rank", "rank");
        part.flag("signed", answers.ticked("signed"));
        if answers.ticked("acts_for") {
            part.put("acts_for", json!("intelligence-service"));
        }
    }
    part.done()
}

fn concern(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.code(answers, "harm_to_others", "harm_to_others");
    part.flag("harm_to_others_past_only", answers.ticked("past_only"));
    part.flag("identified_victim", answers.ticked("identified_victim"));
    part.code(answers, "harm_to_self", "harm_to_self");
    part.flag("suicide_concern", answers.ticked("suicide"));
    part.code(answers, "offence", "offence");
    part.code(answers, "wound", "wound");
    part.done()
}

fn justification(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.flag("items_needed_why", answers.ticked("items_why"));
    part.flag("line_of_enquiry", answers.ticked("line_of_enquiry"));
    part.flag("less_intrusive_tried", answers.ticked("less_intrusive"));
    part.flag("balance_written", answers.ticked("balance"));
    part.code(answers, "why_not_consent", "why_not_consent");
    part.done()
}

fn status(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.flag("identified", answers.text("identified") == "yes");
    part.flag("alive", !answers.ticked("died"));
    part.flag("is_victim_or_witness", answers.ticked("victim"));
    if answers.text("identified") == "yes" {
        part.number(answers, "age", "age");
    }
    part.done()
}

fn victim_request(answers: &Answers) -> Value {
    let mut part = Part::default();
    if answers.ticked("victim") {
        part.flag("notice_given", answers.ticked("notice_given"));
        part.code(answers, "exception", "victim_exception");
        part.flag("senior_approval", answers.ticked("senior_approval"));
        part.flag("substantial_probative_value", answers.ticked("probative"));
    }
    part.done()
}

fn mappa(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.number(answers, "category", "mappa_category");
    part.number(answers, "level", "mappa_level");
    part.flag("convicted", answers.ticked("convicted"));
    part.flag("questions_listed", answers.ticked("questions_listed"));
    part.flag("meeting_date_set", answers.ticked("meeting_set"));
    part.done()
}

fn missing(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.code(answers, "risk_grade", "risk_grade");
    part.flag("incident_number", answers.ticked("incident_number"));
    part.flag("end_time_set", answers.ticked("end_time"));
    part.flag("avoiding_police_bail", answers.ticked("bail"));
    part.flag("found", answers.ticked("found"));
    part.done()
}

fn onward(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.code(answers, "to", "onward_to");
    part.flag("says_source", answers.ticked("says_source"));
    part.flag("asks_for_reports", answers.ticked("asks_for_reports"));
    part.done()
}

fn deferral(answers: &Answers) -> Value {
    let mut part = Part::default();
    part.flag("asked", true);
    part.code(answers, "ground", "ground");
    part.flag("reasons_given", answers.ticked("deferral_why"));
    part.number(answers, "days", "deferral_days");
    part.done()
}

fn duty(answers: &Answers) -> Value {
    let of = |code: &str| answers.text("duty") == code;
    json!({
        "regulated_professional": answers.ticked("regulated"),
        "learnt_at_work": answers.ticked("at_work"),
        "fgm_told_or_seen": of("fgm2003-s5b"),
        "terrorist_property_suspected": of("ta2000-s19"),
        "terrorism_of_another": of("ta2000-s38b"),
        "child_abuse_offence_suspected": of("cpa2026-csa-report"),
        "adult_or_child_at_risk": of("sswba2014-s128") || of("sswba2014-s130"),
    })
}

/// Pointers with the step and the field that fill them. The first row whose pointer begins the one asked for counts.
const FIELDS: &[(&str, Step, &str)] = &[
    ("/unit", Step::Unit, "unit"),
    ("/question", Step::Question, "question"),
    ("/recipient", Step::Recipient, "recipient"),
    ("/person/name", Step::Person, "name"),
    ("/person/date_of_birth", Step::Person, "born"),
    ("/person/nhs_number", Step::Person, "nhs_number"),
    ("/person/address", Step::Person, "address"),
    ("/person", Step::Subject, "identified"),
    ("/facts/requester/body", Step::Asker, "asks_as"),
    ("/facts/requester/rank", Step::Signer, "rank"),
    ("/facts/requester/signed", Step::Signer, "signed"),
    ("/facts/requester/acts_for", Step::Asker, "acts_for"),
    ("/facts/purpose", Step::Purpose, Long::Purpose.field()),
    ("/facts/claimed_bases", Step::Law, Long::Law.field()),
    ("/facts/items", Step::Items, Long::Items.field()),
    ("/facts/ongoing", Step::Items, "ongoing"),
    ("/facts/urgency", Step::Urgency, "urgency"),
    ("/facts/concern/harm_to_others_past_only", Step::HarmToOthers, "past_only"),
    ("/facts/concern/harm_to_others", Step::HarmToOthers, "harm_to_others"),
    ("/facts/concern/identified_victim", Step::HarmToOthers, "identified_victim"),
    ("/facts/concern/harm_to_self", Step::HarmToSelf, "harm_to_self"),
    ("/facts/concern/suicide_concern", Step::HarmToSelf, "suicide"),
    ("/facts/concern/offence", Step::Offence, "offence"),
    ("/facts/concern/wound", Step::Offence, "wound"),
    ("/facts/justification/why_not_consent", Step::Consent, "why_not_consent"),
    ("/facts/justification/items_needed_why", Step::Why, "items_why"),
    ("/facts/justification/less_intrusive_tried", Step::Why, "less_intrusive"),
    ("/facts/justification/line_of_enquiry", Step::Why, "line_of_enquiry"),
    ("/facts/justification/balance_written", Step::Why, "balance"),
    ("/facts/justification", Step::Why, "items_why"),
    ("/facts/person/age", Step::Person, "age"),
    ("/facts/person/alive", Step::Subject, "died"),
    ("/facts/person/is_victim_or_witness", Step::Subject, "victim"),
    ("/facts/person", Step::Subject, "identified"),
    ("/facts/victim_request/notice_given", Step::Victim, "notice_given"),
    ("/facts/victim_request/senior_approval", Step::Victim, "senior_approval"),
    ("/facts/victim_request/substantial_probative_value", Step::Victim, "probative"),
    ("/facts/victim_request", Step::Victim, "victim_exception"),
    ("/facts/mappa/category", Step::Mappa, "mappa_category"),
    ("/facts/mappa/level", Step::Mappa, "mappa_level"),
    ("/facts/mappa/questions_listed", Step::Mappa, "questions_listed"),
    ("/facts/mappa/meeting_date_set", Step::Mappa, "meeting_set"),
    ("/facts/mappa", Step::Mappa, "convicted"),
    ("/facts/missing/risk_grade", Step::Missing, "risk_grade"),
    ("/facts/missing/end_time_set", Step::Missing, "end_time"),
    ("/facts/missing", Step::Missing, "incident_number"),
    ("/facts/onward/to", Step::Onward, "onward_to"),
    ("/facts/onward", Step::Onward, "says_source"),
    ("/facts/deferral/days", Step::Deferral, "deferral_days"),
    ("/facts/deferral/reasons_given", Step::Deferral, "deferral_why"),
    ("/facts/deferral", Step::Deferral, "ground"),
    ("/facts/duty", Step::Duty, "duty"),
];

/// The step and field that fill what a pointer of the request leads to.
#[must_use]
pub fn place_of(journey: Journey, pointer: &str) -> Option<(Step, &'static str)> {
    let (_, step, field) = FIELDS.iter().find(|(known, _, _)| pointer.starts_with(known))?;
    // Whoever reports says for which body the information is, and not for which they ask.
    let reports = journey != Journey::Referral && *step == Step::Asker;
    Some(if reports { (Step::Recipient, "body") } else { (*step, *field) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{
        asking::questions::{self, Ground},
        officer::samples::places,
    };
    use casework::{
        codes::{Basis, Body, Item, Nation, Purpose},
        facts::{Facts, Supplier, fields_of},
        time::Day,
    };

    fn full() -> Answers {
        Answers::of(&[
            ("unit", "london"),
            ("question", "Is there a risk?"),
            ("asks_as", "local-police"),
            ("rank", "sergeant"),
            ("signed", "yes"),
            ("identified", "yes"),
            ("name", "Ann Example"),
            ("born-day", "1"),
            ("born-month", "2"),
            ("born-year", "1990"),
            ("age", "36"),
            ("victim", "yes"),
            ("harm_to_others", "serious"),
            ("harm_to_self", "none"),
            ("offence", "serious"),
            ("wound", "none"),
            ("purpose_kind", "safe"),
            ("purpose-safe", "prevent-serious-harm"),
            ("item_kinds", "today"),
            ("information-today", "current-risk-to-others-statement"),
            ("items_why", "to decide"),
            ("why_not_consent", "unsafe"),
            ("law_kinds", "harm"),
            ("law-harm", "public-interest-serious-harm"),
            ("urgency", "same-day"),
            ("more", "missing"),
            ("more", "mappa"),
            ("more", "onward"),
            ("more", "deferral"),
            ("risk_grade", "high"),
            ("mappa_category", "1"),
            ("mappa_level", "2"),
            ("onward_to", "gp"),
            ("victim_exception", "unsafe"),
            ("ground", "n-safety"),
            ("deferral_why", "because"),
            ("deferral_days", "7"),
        ])
    }

    #[test]
    fn a_full_form_makes_facts_that_only_whoever_asks_supplies() {
        let request = of(Journey::Referral, &full(), None);
        let defaults = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap());
        let facts = defaults.supply(&request.facts, Supplier::Requester).unwrap();
        assert_eq!(facts.person.age, Some(36));
        assert!(facts.person.alive && facts.justification.items_needed_why);
        assert!(!facts.justification.balance_written);
        assert!(facts.missing.is_some() && facts.mappa.is_some() && facts.onward.is_some());
        assert_eq!(facts.deferral.days, Some(7));
        assert_eq!(facts.purpose, Purpose::PreventSeriousHarm);
        assert_eq!(facts.claimed_bases, [Basis::PublicInterestSeriousHarm]);
        assert_eq!(facts.items, [Item::CurrentRiskToOthersStatement]);
        assert_eq!(facts.requester.body, Body::LocalPolice);
        assert!(request.question.contains("Why each item is needed:\nto decide"));
    }

    #[test]
    fn another_body_is_sent_where_another_body_asks_and_nowhere_else() {
        let body = |journey, pairs: &[(&str, &str)]| {
            of(journey, &Answers::of(pairs), None).facts["requester"]["body"].as_str().map(str::to_owned)
        };
        let court = ("body", "court");
        assert_eq!(body(Journey::Referral, &[("asks_as", "another"), court]).as_deref(), Some("court"));
        let police = ("asks_as", "counter-terrorism-police");
        let sent = body(Journey::Referral, &[police, court]);
        assert_eq!(sent.as_deref(), Some("counter-terrorism-police"));
        assert_eq!(body(Journey::Referral, &[("asks_as", "another")]), None);
        assert_eq!(body(Journey::Referral, &[court]), None);
        assert_eq!(body(Journey::Harm, &[court]).as_deref(), Some("court"));
    }

    #[test]
    fn an_empty_form_makes_facts_too() {
        for journey in Journey::ALL {
            let request = of(*journey, &Answers::default(), None);
            let mut facts = request.facts.clone();
            facts.as_object_mut().unwrap().remove("duty");
            let defaults = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap());
            assert!(defaults.supply(&facts, Supplier::Requester).is_ok(), "{journey:?}");
            assert!(request.question.is_empty() && request.person.is_null());
        }
    }

    #[test]
    fn every_fact_that_whoever_asks_supplies_has_its_field() {
        let (gate, places) = (gate::embedded().unwrap(), places());
        let ground = Ground { places: &places, pack: gate.pack() };
        for fact in fields_of(Supplier::Requester) {
            let (step, name) = place_of(Journey::Referral, &format!("/facts{fact}")).unwrap();
            let page = questions::blank(Journey::Referral, step, ground);
            assert!(page.fields.iter().any(|field| field.name == name), "{fact}: {name} is not on its page");
        }
    }
}
