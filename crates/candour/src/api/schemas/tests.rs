//! The views that the service writes, held to their schemas.

use super::*;
use casework::{codes::Nation, facts::Facts, time::Day};
use service::views::{
    AdviceView, ApprovalView, BreachDecision, BreachView, ClinicCase, ClosedView, DisclosedItem,
    DisclosureView, FactLine, MissingView, Named, NoteView, NoticeView, OfficerDisclosure, OfficerReferral,
    OpenView, PersonBreach, PersonDetails, PersonPage, ProposalView, QueueRow, ReasonView, RulesChange,
    SupervisorReferral, TimelineEntry, VerdictView,
};

fn said() -> String {
    "x".to_owned()
}

fn named_view() -> Named {
    Named { code: said(), name: said() }
}

/// What of JSON Schema these schemas use.
fn fits(schemas: &Map<String, Value>, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        if matches!(name, "Facts" | "Verdict") {
            return Ok(());
        }
        return fits(schemas, &schemas[name], value, at);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let tried: Vec<_> = choices.iter().map(|choice| fits(schemas, choice, value, at)).collect();
        return tried.iter().find(|t| t.is_ok()).unwrap_or(tried.first().unwrap()).clone();
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let takes = match &schema["type"] {
        Value::Array(kinds) => kinds.contains(&json!(kind)),
        Value::String(one) => one == kind,
        _ => false,
    };
    if !takes {
        return Err(format!("{at} is {kind}, not {}", schema["type"]));
    }
    match value {
        Value::Array(list) => {
            for (place, entry) in list.iter().enumerate() {
                let of = schema["prefixItems"].get(place).unwrap_or(&schema["items"]);
                fits(schemas, of, entry, &format!("{at}/{place}"))?;
            }
        }
        Value::Object(members) => {
            let required = schema["required"].as_array().unwrap();
            if let Some(name) = required.iter().find(|name| !members.contains_key(name.as_str().unwrap())) {
                return Err(format!("{at} has no {name}"));
            }
            for (name, inner) in members {
                let of = &schema["properties"][name];
                if of.is_null() {
                    return Err(format!("{at} has a {name} that the schema does not know"));
                }
                fits(schemas, of, inner, &format!("{at}/{name}"))?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Whether a schema takes null.
fn takes_null(schema: &Value) -> bool {
    let listed =
        |name: &str, is: fn(&Value) -> bool| schema[name].as_array().is_some_and(|l| l.iter().any(is));
    schema["type"] == "null"
        || listed("type", |kind| kind == "null")
        || listed("enum", Value::is_null)
        || listed("anyOf", takes_null)
}

/// Every member of every object inside a schema that may be left out and yet may not be null.
fn left_out_but_not_null(schema: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(properties) = schema["properties"].as_object() {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for (name, of) in properties {
            if !required.contains(&json!(name)) && !takes_null(of) {
                found.push(format!("{at}/{name}"));
            }
        }
    }
    match schema {
        Value::Object(members) => {
            for (name, inner) in members {
                found.extend(left_out_but_not_null(inner, &format!("{at}/{name}")));
            }
        }
        Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                found.extend(left_out_but_not_null(inner, &format!("{at}/{place}")));
            }
        }
        _ => {}
    }
    found
}

#[test]
fn what_a_call_may_leave_out_may_be_null_as_it_is_read() {
    for (name, schema) in bodies() {
        assert_eq!(left_out_but_not_null(&schema, name), Vec::<String>::new());
    }
    let strict = object(&[("download?", flag())]);
    assert_eq!(left_out_but_not_null(&json!({"anyOf": [strict]}), "x"), ["x/anyOf/0/download"]);
}

fn check(name: &str, view: serde_json::Result<Value>) {
    let schemas = all();
    assert_eq!(fits(&schemas, &named(name), &view.unwrap(), ""), Ok(()), "{name}");
}

fn open_view() -> OpenView {
    OpenView {
        outcome: named_view(),
        basis: Some(named_view()),
        provision: None,
        confirmed: true,
        items: vec![named_view()],
        items_closed: vec![(named_view(), said())],
        approvals: vec![named_view()],
        notice: named_view(),
        max_days: Some(3),
        deferral_refused: None,
        conditions: vec![named_view()],
        after: vec![named_view()],
    }
}

fn proposal_view() -> ProposalView {
    ProposalView {
        n: 1,
        outcome: named_view(),
        basis: None,
        state: said(),
        items: vec![named_view()],
        necessity: None,
        proportionality: Some(said()),
        content: vec![DisclosedItem { item: named_view(), text: said() }],
        reasons: Some(vec![service::working::ItemReason { item: named_view(), reason: said() }]),
        whole: vec![DisclosedItem { item: named_view(), text: said() }],
        advice: None,
        approvals: vec![ApprovalView {
            approval: named_view(),
            state: said(),
            who: None,
            at: None,
            reasons: None,
            telephone: None,
            yours: true,
        }],
        notice: named_view(),
        last_day: None,
        conditions: Vec::new(),
        after: Vec::new(),
        by: said(),
        at: said(),
        waits_for: None,
        emergency: false,
        after_review_owed: false,
        blind: false,
        under: Some(said()),
    }
}

fn missing_view() -> MissingView {
    MissingView { field: said(), basis: named_view(), who: said(), advice: said() }
}

fn queue_row() -> QueueRow {
    QueueRow {
        id: said(),
        reference: said(),
        kind: said(),
        task: said(),
        n: 0,
        since: said(),
        waiting: said(),
        urgent: false,
        due: Some(said()),
        clock: None,
        overdue: false,
        held: None,
        holder: Some(said()),
        conflict: false,
    }
}

fn breach_view() -> BreachView {
    let decision = BreachDecision { what: said(), who: None, text: Some(said()) };
    BreachView {
        n: 1_000_001,
        ordinal: 1,
        kind: named_view(),
        what: said(),
        by: said(),
        recorded: said(),
        happened: said(),
        aware: said(),
        people: 1,
        disclosure: None,
        report_by: said(),
        clock: Some(said()),
        overdue: true,
        late: false,
        commissioner: decision.clone(),
        delay: None,
        telling: decision,
        route: None,
        concerns_another: false,
        notes: vec![NoteView { kind: said(), who: said(), at: said(), text: said() }],
        unfounded: None,
    }
}

fn person_breach() -> PersonBreach {
    PersonBreach {
        what: said(),
        happened: said(),
        aware: said(),
        words: None,
        reported: Some(said()),
        left: vec![said()],
        left_at: None,
        recalled: true,
        told: said(),
    }
}

fn fact_line() -> FactLine {
    FactLine { field: said(), label: said(), value: said(), supplier: said(), unset: false }
}

#[test]
fn what_police_see_is_as_described() {
    let view = OfficerReferral {
        id: said(),
        reference: said(),
        state: said(),
        unit: said(),
        sent: Some(said()),
        answer_by: None,
        question: said(),
        missing: vec![missing_view()],
        advice: vec![AdviceView { at: said(), text: said() }],
        disclosures: vec![OfficerDisclosure { n: 1, state: said(), released: said() }],
        returned: false,
        withdrawn: false,
        handed_over: false,
        telephone: None,
    };
    check("OfficerReferral", serde_json::to_value(view));
    let view = SupervisorReferral {
        id: said(),
        reference: said(),
        unit: said(),
        sent: said(),
        officer: said(),
        question: said(),
        answers: vec![fact_line()],
        countersigned: false,
    };
    check("SupervisorReferral", serde_json::to_value(view));
    let view = DisclosureView {
        id: said(),
        reference: said(),
        n: 1,
        items: vec![DisclosedItem { item: named_view(), text: said() }],
        basis: named_view(),
        conditions: vec![said()],
        released: said(),
        reader: said(),
        read_at: said(),
        download: false,
    };
    check("Disclosure", serde_json::to_value(view));
}

#[test]
fn what_the_clinic_sees_is_as_described() {
    let reason = ReasonView { code: said(), sentence: said(), law: said(), curable: true };
    let closed = ClosedView { outcome: named_view(), basis: None, claimed: true, reasons: vec![reason] };
    let verdict = VerdictView {
        pack: said(),
        open: vec![open_view()],
        closed: vec![closed],
        missing: vec![missing_view()],
        wire: json!({}),
    };
    let day = Day::parse("2026-11-22").unwrap();
    let view = ClinicCase {
        id: said(),
        reference: said(),
        origin: said(),
        phase: said(),
        stage: said(),
        unit: said(),
        force: None,
        asked_by: said(),
        recipient: Some(service::recipients::RecipientView { who: said(), force: said(), active: true }),
        sent: said(),
        countersigned: false,
        question: said(),
        person: Some(PersonDetails { name: said(), date_of_birth: None, nhs_number: None, address: None }),
        facts: vec![fact_line()],
        facts_wire: Facts::defaults(Nation::England, day).to_value(),
        verdict: Some(verdict),
        rules_change: Some(RulesChange { from: said(), to: said(), lines: vec![said()] }),
        proposals: vec![proposal_view()],
        notices: vec![NoticeView { n: 1, rule: named_view(), state: said(), escalated: false }],
        breaches: vec![breach_view()],
        advice: Vec::new(),
        route: None,
        person_knows: said(),
        earlier_referrals: 0,
        repetition_waits: false,
        openings: 0,
        held: Some(said()),
        holder: None,
        colleagues: vec![service::views::Colleague { id: said(), title: said() }],
        conflicts: vec![service::views::ConflictView {
            n: 1,
            who: said(),
            at: said(),
            why: None,
            text: Some(said()),
            withdrawn: false,
        }],
        minutes: 5,
        tasks: vec![queue_row()],
        awaited: Vec::new(),
        answer_by: None,
        timeline: vec![TimelineEntry {
            at: said(),
            at_machine: said(),
            what: said(),
            who: None,
            text: None,
            kind: said(),
        }],
        acts: vec![said()],
        supplies: vec![said()],
    };
    check("ClinicCase", serde_json::to_value(view));
}

#[test]
fn what_the_person_sees_is_as_described() {
    let view = PersonPage {
        reference: said(),
        asked_by: said(),
        asked: said(),
        why: None,
        asked_for: vec![said()],
        trust: said(),
        unit: said(),
        telephone: None,
        decisions: vec![service::views::PersonDecision {
            what: said(),
            basis: None,
            provision: None,
            decided_by: said(),
            decided: said(),
            left: Vec::new(),
            left_at: None,
            recalled: false,
            emergency: false,
            told: said(),
            was_deferred: false,
            about_another: false,
            left_out: false,
        }],
        breaches: vec![person_breach()],
        looked: vec![service::views::Looked { at: said(), who: said(), what: said() }],
        work: vec![service::views::Looked { at: said(), who: said(), what: said() }],
    };
    check("PersonCase", serde_json::to_value(&view));
    check("PersonPage", serde_json::to_value(service::views::PersonAnswer::Case(Box::new(view))));
    let mistake = service::views::BreachPage {
        reference: said(),
        given_to: said(),
        trust: said(),
        breach: person_breach(),
        looked: Vec::new(),
    };
    check("PersonPage", serde_json::to_value(service::views::PersonAnswer::Breach(Box::new(mistake))));
}

#[test]
fn facts_and_verdict_are_the_gates_own_schemas() {
    let schemas = all();
    assert_eq!(schemas["Facts"]["$id"], "urn:candour:facts:1");
    assert_eq!(schemas["Verdict"]["$id"], "urn:candour:verdict:1");
    assert!(!schemas["FactsPart"].to_string().contains("\"required\":["));
}
