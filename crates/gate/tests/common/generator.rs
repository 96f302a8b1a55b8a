//! Random facts, biased so that bases do open: a seed gives facts in which one basis has all it asks for, or a
//! vignette, or noise; then a few fields are drawn again.

use super::draw::Draw;
use casework::{codes::Nation, facts::Facts, time::Day};
use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../../schema/facts.schema.json");
const VIGNETTES: &str = include_str!("../../testdata/vignettes.json");

/// Facts at random.
pub struct Generator {
    schema: Value,
    starts: Vec<Value>,
    leaves: Vec<String>,
}

impl Generator {
    pub fn new() -> Self {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let vignettes: Vec<Value> = serde_json::from_str(VIGNETTES).unwrap();
        let mut starts: Vec<Value> = vignettes.iter().map(|vignette| vignette["facts"].clone()).collect();
        starts.extend(satisfied());
        let mut leaves = Vec::new();
        find_leaves(&schema, "", &mut leaves);
        leaves.retain(|leaf| leaf != "/facts_version");
        Self { schema, starts, leaves }
    }

    /// The facts of a seed.
    pub fn facts(&self, seed: u64) -> Facts {
        let mut draw = Draw::new(seed);
        let mut facts = draw.one(&self.starts).clone();
        if draw.below(100) < 10 {
            for leaf in &self.leaves {
                self.change(&mut facts, leaf, &mut draw);
            }
        }
        if draw.below(100) < 30 {
            for (leaf, value) in situation(&mut draw) {
                set(&mut facts, leaf, value);
            }
        }
        for _ in 0..draw.below(6) {
            let leaf = draw.one(&self.leaves).clone();
            self.change(&mut facts, &leaf, &mut draw);
        }
        Facts::from_value(&facts)
            .unwrap_or_else(|fault| panic!("the generator is at fault: {fault}: {facts}"))
    }

    fn change(&self, facts: &mut Value, leaf: &str, draw: &mut Draw) {
        let shape = shape_of(&self.schema, leaf);
        let value = random(shape, draw);
        set(facts, leaf, value);
    }
}

fn find_leaves(shape: &Value, at: &str, leaves: &mut Vec<String>) {
    match shape.get("properties").and_then(Value::as_object) {
        None => leaves.push(at.to_owned()),
        Some(fields) => {
            if shape["type"].is_array() {
                leaves.push(at.to_owned());
            }
            for (name, shape) in fields {
                find_leaves(shape, &format!("{at}/{name}"), leaves);
            }
        }
    }
}

fn shape_of<'a>(schema: &'a Value, leaf: &str) -> &'a Value {
    leaf.split('/').skip(1).fold(schema, |shape, name| &shape["properties"][name])
}

/// Sets a field; a field of an object that is null stays as it is.
fn set(facts: &mut Value, leaf: &str, value: Value) {
    let (parent, name) = leaf.rsplit_once('/').unwrap();
    if let Some(Value::Object(map)) = facts.pointer_mut(parent) {
        map.insert(name.to_owned(), value);
    }
}

fn random(shape: &Value, draw: &mut Draw) -> Value {
    if let Some(codes) = shape["enum"].as_array() {
        return draw.one(codes).clone();
    }
    let kinds: Vec<&str> = match &shape["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        other => panic!("no kind: {other}"),
    };
    if kinds.contains(&"null") && draw.below(100) < 30 {
        return Value::Null;
    }
    match kinds[0] {
        "boolean" => Value::Bool(draw.below(100) < 50),
        "integer" => {
            let (min, max) = (shape["minimum"].as_i64().unwrap(), shape["maximum"].as_i64().unwrap());
            let near = [min, 1, 2, 3, 4, 7, 8, 14, 15, 16, 17, 18, 28, 29, 30, 31, max];
            json!((*draw.one(&near)).clamp(min, max))
        }
        "string" => {
            let days = [
                "0001-01-01",
                "2015-03-31",
                "2015-04-01",
                "2026-11-21",
                "2026-11-22",
                "2026-11-23",
                "9999-12-31",
            ];
            json!(draw.one(&days))
        }
        "array" => {
            let codes = shape["items"]["enum"].as_array().unwrap();
            let wanted = [0, 1, 2, 4, codes.len()][draw.below(5)];
            let chosen = codes.iter().filter(|_| draw.below(codes.len()) < wanted);
            chosen.cloned().collect()
        }
        "object" => {
            let fields = shape["properties"].as_object().unwrap();
            Value::Object(
                fields.iter().map(|(name, shape)| (name.clone(), random(shape, draw))).collect::<Map<_, _>>(),
            )
        }
        other => panic!("no kind {other}"),
    }
}

/// A turn that changes many rules at once.
fn situation(draw: &mut Draw) -> Vec<(&'static str, Value)> {
    let emergency = |to_others: &str, to_self: &str| {
        vec![
            ("/urgency", json!("immediate")),
            ("/concern/evidence", json!("verbal-statement")),
            ("/concern/harm_to_others", json!(to_others)),
            ("/concern/harm_to_others_past_only", json!(false)),
            ("/concern/harm_to_self", json!(to_self)),
            ("/requester/identity", json!("verified-by-call-back")),
        ]
    };
    match draw.below(9) {
        0 => emergency("imminent-serious", "none"),
        1 => emergency("none", "imminent-death"),
        2 => vec![("/person/age", json!(15)), ("/person/child_competence", json!("competent"))],
        3 => vec![("/person/age", Value::Null)],
        4 => {
            let ground = ["n-ta39", "n-sch2p2", "n-court", "n-safety", "n-vir", "none"][draw.below(6)];
            let asked = [json!(null), json!(0), json!(3), json!(5), json!(28)][draw.below(5)].clone();
            let shape = json!({"asked": true, "ground": ground, "reasons_given": draw.below(100) < 80, "days": asked,
                "legal_service_agrees": draw.below(100) < 30});
            vec![("/deferral", shape)]
        }
        5 => vec![("/ongoing", json!(true))],
        6 => vec![("/items", json!(["prospective-monitoring", "identity-confirmation", "full-record"]))],
        7 => vec![
            ("/person/is_victim_or_witness", json!(true)),
            ("/victim_request/notice_given", json!(draw.below(100) < 50)),
        ],
        _ => vec![("/repetition/same_force_referrals_90_days", json!(2))],
    }
}

/// Facts in which a basis has all it asks for, one basis a row; the items suit every ceiling but the narrowest.
fn satisfied() -> Vec<Value> {
    let mut good = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap()).to_value();
    let common = json!({
        "/requester/body": "local-police", "/requester/rank": "inspector", "/requester/identity": "verified",
        "/requester/signed": true, "/person/identified": true, "/person/age": 30, "/person/alive": true,
        "/person/capacity": "has-capacity", "/concern/evidence": "documented", "/items": ["identity-confirmation"],
        "/justification/items_needed_why": true, "/justification/less_intrusive_tried": true,
        "/justification/line_of_enquiry": true, "/justification/why_not_consent": "unsafe",
    });
    lay(&mut good, &common);
    let mut rows = Vec::new();
    let judges = [
        "court-order",
        "ta2000-sch5-para5",
        "ta2000-sch5-para7",
        "ta2000-sch5-para11",
        "ta2000-sch5-para13",
        "pace-sch1",
    ];
    for (kind, issuer, body) in judges.iter().map(|kind| (*kind, "judge", "local-police")).chain([
        ("ta2000-sch5-para15", "superintendent", "counter-terrorism-police"),
        ("rta1988-s172", "chief-officer-of-police", "local-police"),
        ("cja2009-sch5-para1", "coroner", "coroner"),
        ("care-act-s45", "safeguarding-board", "safeguarding-adults-board"),
        ("sswba2014-s137", "safeguarding-board", "safeguarding-adults-board"),
        ("service-confirmation", "intelligence-service", "intelligence-service"),
    ]) {
        let para7 = kind == "ta2000-sch5-para7";
        let paper = json!({"kind": kind, "issuer": issuer, "written": true, "sealed": true, "in_date": true,
            "names_holder": true, "names_requester": true, "describes_items": ["identity-confirmation", "full-record"],
            "particulars_stated": true, "access_conditions": 2, "future_material": para7, "future_days": 28,
            "ordinary_care_only": para7, "sab_conditions": [1, 2, 3], "person_heard": true, "forbids_notice": false,
            "ends_on": null, "ban_ends_on": null});
        let wales = if kind == "sswba2014-s137" { "wales" } else { "england" };
        rows.push(json!({"/instrument": paper, "/requester/body": body, "/nation": wales,
            "/purpose": "terrorist-investigation", "/claimed_bases": if kind == "service-confirmation" { json!([]) } else { json!([kind]) }}));
    }
    let duty = json!({"regulated_professional": true, "learnt_at_work": true, "fgm_told_or_seen": true,
        "terrorist_property_suspected": true, "terrorism_of_another": true, "child_abuse_offence_suspected": true,
        "adult_or_child_at_risk": true});
    for (age, nation, body) in
        [(15, "england", "local-police"), (30, "wales", "local-authority"), (15, "wales", "local-authority")]
    {
        rows.push(
            json!({"/initiated_by": "duty-holder", "/duty": duty, "/person/age": age, "/nation": nation,
            "/requester/body": body}),
        );
    }
    rows.extend([
        json!({"/consent": {"status": "given", "by": "person", "asked_by_health_service": true, "specific": true,
            "informed_and_free": true, "written": true, "single_use": true, "age_days": 30,
            "covers": ["identity-confirmation"]}}),
        json!({"/concern/harm_to_others": "serious"}),
        json!({"/concern/harm_to_others": "serious", "/concern/harm_to_others_past_only": true,
            "/concern/offence": "serious", "/items": ["medical-history-extract", "identity-confirmation"]}),
        json!({"/person/capacity": "lacks-temporary", "/person/capacity_assessed": true,
            "/concern/harm_to_self": "imminent-death", "/representative": {"authority_checked": true,
            "consulted": true, "overall_benefit_written": true, "can_wait": false}, "/urgency": "immediate"}),
        json!({"/concern/harm_to_self": "serious", "/concern/suicide_concern": true}),
        json!({"/person/age": 9, "/person/child_competence": "not-competent", "/safeguarding/child_harm": "significant",
            "/safeguarding/harm_reasoning": true, "/safeguarding/strategy_meeting": true}),
        json!({"/safeguarding/adult_care_needs": true, "/safeguarding/adult_abuse_or_neglect": true,
            "/safeguarding/adult_unable_to_protect": true, "/requester/body": "local-authority"}),
        json!({"/concern/harm_to_others": "serious", "/requester/body": "mappa-responsible-authority",
            "/mappa": {"category": 1, "level": 2, "convicted": true, "questions_listed": true, "meeting_date_set": true},
            "/items": ["current-risk-to-others-statement"]}),
        json!({"/missing": {"incident_number": true, "risk_grade": "high", "end_time_set": true,
            "avoiding_police_bail": false, "found": false}, "/purpose": "find-missing-person",
            "/concern/harm_to_self": "serious", "/items": ["safe-and-well-confirmation", "contact-location"]}),
        json!({"/person/alive": false, "/requester/body": "coroner"}),
        json!({"/nation": "england", "/person/age": 12, "/safeguarding/holder_considers_relevant": true,
            "/safeguarding/detriment_assessed": true, "/safeguarding/recipient_function_stated": true}),
    ]);
    let starts = rows.iter().map(|row| {
        let mut facts = good.clone();
        lay(&mut facts, row);
        facts
    });
    starts.collect()
}

fn lay(facts: &mut Value, over: &Value) {
    for (leaf, value) in over.as_object().unwrap() {
        set(facts, leaf, value.clone());
    }
}
