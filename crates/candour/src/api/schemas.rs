//! JSON schemas (2020-12) of what calls take and give. Facts and verdict are the files that the gate itself is held to;
//! a test holds the views to what the service writes.

mod bodies;

use bodies::{bodies, date_time};
use serde_json::{Map, Value, json};

const FACTS: &str = include_str!("../../../gate/schema/facts.schema.json");
const VERDICT: &str = include_str!("../../../gate/schema/verdict.schema.json");

/// Every schema, by name.
pub(super) fn all() -> Map<String, Value> {
    let mut schemas = Map::new();
    let facts: Value = serde_json::from_str(FACTS).unwrap_or_default();
    let mut part = without_required(&facts);
    if let Some(members) = part.as_object_mut() {
        members.remove("$id");
        members.insert(
            "description".to_owned(),
            json!("Any part of the facts that this role supplies; a field of somebody else's is a fault."),
        );
    }
    schemas.insert("FactsPart".to_owned(), part);
    schemas.insert("Facts".to_owned(), facts);
    schemas.insert("Verdict".to_owned(), serde_json::from_str(VERDICT).unwrap_or_default());
    for (name, schema) in bodies().into_iter().chain(answers()).chain(views()).chain(case_parts()) {
        schemas.insert(name.to_owned(), schema);
    }
    schemas
}

/// A schema in which nothing need be there.
fn without_required(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => members
            .iter()
            .filter(|(name, value)| !(*name == "required" && value.is_array()))
            .map(|(name, value)| (name.clone(), without_required(value)))
            .collect(),
        Value::Array(list) => list.iter().map(without_required).collect(),
        other => other.clone(),
    }
}

/// An object: each member with its schema; a name that ends in `?` may be left out.
fn object(members: &[(&str, Value)]) -> Value {
    let mut schema = open_object(members);
    schema["additionalProperties"] = json!(false);
    schema
}

/// An object that may have further members.
fn open_object(members: &[(&str, Value)]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, schema) in members {
        let plain = name.trim_end_matches('?');
        if plain == *name {
            required.push(Value::from(plain));
        }
        properties.insert(plain.to_owned(), schema.clone());
    }
    json!({"type": "object", "required": required, "properties": properties})
}

/// An object all of whose members are texts, but for those listed after.
fn texts(names: &str, rest: &[(&str, Value)]) -> Value {
    let mut members: Vec<(&str, Value)> = names.split_whitespace().map(|name| (name, text())).collect();
    members.extend(rest.iter().cloned());
    object(&members)
}

fn text() -> Value {
    json!({"type": "string"})
}

fn flag() -> Value {
    json!({"type": "boolean"})
}

fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}

fn maybe(schema: &Value) -> Value {
    json!({"anyOf": [schema, {"type": "null"}]})
}

fn maybe_text() -> Value {
    json!({"type": ["string", "null"]})
}

/// What a member must be that goes with another of its kind.
fn nothing() -> Value {
    json!({"type": "null"})
}

fn list(of: &Value) -> Value {
    json!({"type": "array", "items": of})
}

/// A reference to another schema.
pub(super) fn named(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn place_rota() -> Value {
    let entry = texts("id who first", &[("last", maybe_text()), ("today", flag())]);
    let entries = list(&entry);
    texts(
        "title",
        &[
            ("is_trust", flag()),
            ("duty", entries.clone()),
            ("on_call", entries.clone()),
            ("deputies", entries),
        ],
    )
}

fn searches_row() -> Value {
    let counts = ["by_reference", "by_number", "by_name", "found_nothing"].map(|name| (name, count()));
    texts("place who", &counts)
}

/// What calls give that is no view.
fn answers() -> Vec<(&'static str, Value)> {
    let cursor = ("next", maybe_text());
    let missing =
        object(&[("field", text()), ("basis", text()), ("who", json!({"enum": ["requester", "issuer"]}))]);
    let fault = texts("at expected", &[]);
    let rows = json!({"anyOf": [named("OfficerRow"), named("UnitRow"), named("QueueRow")]});
    vec![
        ("Description", json!({"type": "object"})),
        ("Rules", json!({"type": "object"})),
        ("Made", texts("id reference state", &[("missing?", list(&missing))])),
        (
            "Done",
            json!({"type": "object", "description": "What was recorded, in short: the case, where it now stands."}),
        ),
        (
            "Breach",
            texts(
                "id",
                &[("n", count()), ("breach", count()), ("report_by", date_time()), ("decided", flag())],
            ),
        ),
        ("Proposed", object(&[("n", count()), ("approvals_needed", list(&text()))])),
        ("Approved", object(&[("n", count()), ("decided", flag()), ("approvals_needed", list(&text()))])),
        ("List", object(&[("items", list(&rows)), cursor.clone()])),
        ("Queue", object(&[("items", list(&named("QueueRow"))), ("count", count()), cursor])),
        ("Entry", texts("id", &[])),
        ("Rota", object(&[("items", list(&place_rota()))])),
        (
            "Delegations",
            object(&[(
                "items",
                list(&texts(
                    "id trust by to first last scope document",
                    &[
                        ("state", json!({"enum": ["to-come", "in-force", "over", "revoked"]})),
                        ("revoked", maybe_text()),
                    ],
                )),
            )]),
        ),
        ("Found", object(&[("items", list(&named("UnitRow")))])),
        ("Searches", texts("period", &[("rows", list(&searches_row()))])),
        ("Sample", sample()),
        ("Samples", object(&[("items", list(&named("Sample")))])),
        (
            "BehindEntry",
            object(&[
                ("index", count()),
                ("sort", text()),
                ("class", maybe_text()),
                ("at", maybe_text()),
                ("case", maybe_text()),
                ("reference", maybe_text()),
                ("position", maybe(&count())),
            ]),
        ),
        ("RulesChange", rules_change()),
        ("Adoption", object(&[("in_force", maybe_text()), ("offered", maybe_text())])),
        ("Receipts", object(&[("receipts", list(&texts("name file", &[])))])),
        ("Opening", texts("name file warning", &[])),
        ("PersonReceipts", object(&[("receipts", list(&texts("what at name file", &[])))])),
        (
            "Case",
            json!({"anyOf": [named("OfficerReferral"), named("SupervisorReferral"), named("OwnReport"),
                named("ClinicCase")]}),
        ),
        (
            "Problem",
            open_object(&[
                ("type", json!({"type": "string", "format": "uri"})),
                ("title", text()),
                ("status", count()),
                ("detail", text()),
                ("at?", text()),
                ("faults?", list(&fault)),
                ("reasons?", list(&text())),
                ("approvals?", list(&text())),
                ("reference?", text()),
                ("header?", text()),
            ]),
        ),
    ]
}

/// What each reader may see.
fn views() -> Vec<(&'static str, Value)> {
    vec![
        ("Named", texts("code name", &[])),
        ("OfficerRow", texts("id reference state unit", &[("sent", maybe_text())])),
        ("UnitRow", texts("id reference stage origin opened updated", &[])),
        (
            "QueueRow",
            texts(
                "id reference kind task since waiting",
                &[
                    ("n", count()),
                    ("urgent", flag()),
                    ("due", maybe_text()),
                    ("clock", maybe_text()),
                    ("overdue", flag()),
                    ("held", maybe_text()),
                    ("holder", maybe_text()),
                    ("conflict", flag()),
                ],
            ),
        ),
        ("Missing", texts("field who advice", &[("basis", named("Named"))])),
        ("AdviceGiven", texts("at text", &[])),
        ("DisclosedItem", texts("text", &[("item", named("Named"))])),
        (
            "OfficerReferral",
            texts(
                "id reference state unit question",
                &[
                    ("sent", maybe_text()),
                    ("answer_by", maybe_text()),
                    ("missing", list(&named("Missing"))),
                    ("advice", list(&named("AdviceGiven"))),
                    ("disclosures", list(&texts("state released", &[("n", count())]))),
                    ("returned", flag()),
                    ("withdrawn", flag()),
                ],
            ),
        ),
        (
            "Disclosure",
            texts(
                "id reference released reader read_at",
                &[
                    ("n", count()),
                    ("items", list(&named("DisclosedItem"))),
                    ("basis", named("Named")),
                    ("conditions", list(&text())),
                    ("download", flag()),
                ],
            ),
        ),
        (
            "SupervisorReferral",
            texts(
                "id reference unit sent officer question",
                &[("answers", list(&named("FactLine"))), ("countersigned", flag())],
            ),
        ),
        (
            "OwnReport",
            texts(
                "id reference unit sent question",
                &[
                    ("returned", flag()),
                    ("missing", list(&named("Missing"))),
                    ("proposals", list(&named("Proposal"))),
                    ("own_duties", list(&named("OpenOutcome"))),
                ],
            ),
        ),
        ("PersonPage", json!({"anyOf": [named("PersonCase"), named("PersonMistake")]})),
        (
            "PersonMistake",
            texts(
                "reference given_to trust",
                &[("breach", breach_for_person()), ("looked", list(&texts("at who what", &[])))],
            ),
        ),
        (
            "PersonCase",
            texts(
                "reference asked_by asked trust unit",
                &[
                    ("why", maybe_text()),
                    ("asked_for", list(&text())),
                    ("decisions", list(&decision_for_person())),
                    ("breaches", list(&breach_for_person())),
                    ("looked", list(&texts("at who what", &[]))),
                    ("work", list(&texts("at who what", &[]))),
                ],
            ),
        ),
        ("ClinicCase", clinic_case()),
    ]
}

/// The rules in force and what is offered.
fn rules_change() -> Value {
    let pack = texts("name digest since", &[]);
    let change = texts("what", &[("cases", count())]);
    let open_cases =
        object(&[("seen", count()), ("differ", count()), ("finished", flag()), ("changes", list(&change))]);
    let offer = texts(
        "name digest by at",
        &[
            ("second", maybe_text()),
            ("legal", maybe_text()),
            ("may_confirm", flag()),
            ("may_withdraw", flag()),
            ("open_cases", maybe(&open_cases)),
        ],
    );
    let shelved = object(&[("place", text()), ("name?", text()), ("digest?", text()), ("fault?", text())]);
    object(&[
        ("present", pack.clone()),
        ("earlier", list(&pack)),
        ("offer", maybe(&offer)),
        ("may_offer", flag()),
        ("shelf?", list(&shelved)),
    ])
}

/// A half-year's sample; what was taken is pairs of index and class.
fn sample() -> Value {
    object(&[
        ("period", text()),
        ("ended", flag()),
        ("committed", maybe_text()),
        ("tallied", flag()),
        ("revealed", maybe_text()),
        (
            "taken",
            list(&json!({"type": "array", "prefixItems": [count(), text()], "minItems": 2, "maxItems": 2})),
        ),
    ])
}

fn decision_for_person() -> Value {
    texts(
        "what decided_by decided told",
        &[
            ("basis", maybe_text()),
            ("provision", maybe_text()),
            ("left", list(&text())),
            ("left_at", maybe_text()),
            ("recalled", flag()),
            ("emergency", flag()),
            ("was_deferred", flag()),
            ("about_another", flag()),
            ("left_out", flag()),
        ],
    )
}

fn breach_for_person() -> Value {
    texts(
        "what happened aware told",
        &[
            ("words", maybe_text()),
            ("reported", maybe_text()),
            ("left", list(&text())),
            ("left_at", maybe_text()),
            ("recalled", flag()),
        ],
    )
}

fn breach() -> Value {
    let decision = texts("what", &[("who", maybe_text()), ("text", maybe_text())]);
    texts(
        "what by recorded happened aware report_by",
        &[
            ("n", count()),
            ("ordinal", count()),
            ("kind", named("Named")),
            ("people", count()),
            ("disclosure", maybe(&count())),
            ("clock", maybe_text()),
            ("overdue", flag()),
            ("late", flag()),
            ("commissioner", decision.clone()),
            ("delay", maybe_text()),
            ("telling", decision),
            ("route", maybe_text()),
            ("concerns_another", flag()),
            ("notes", list(&texts("kind who at text", &[]))),
            ("unfounded", maybe_text()),
        ],
    )
}

fn clinic_case() -> Value {
    let person = texts(
        "name",
        &[("date_of_birth", maybe_text()), ("nhs_number", maybe_text()), ("address", maybe_text())],
    );
    let event = texts("at at_machine what kind", &[("who", maybe_text()), ("text", maybe_text())]);
    let notice = texts("state", &[("n", count()), ("rule", named("Named")), ("escalated", flag())]);
    let verdict = texts(
        "pack",
        &[
            ("open", list(&named("OpenOutcome"))),
            ("closed", list(&named("ClosedOutcome"))),
            ("missing", list(&named("Missing"))),
            ("wire", named("Verdict")),
        ],
    );
    texts(
        "id reference origin phase stage unit asked_by sent question person_knows",
        &[
            ("force", maybe_text()),
            ("countersigned", flag()),
            ("person", maybe(&person)),
            ("facts", list(&named("FactLine"))),
            ("facts_wire", maybe(&named("Facts"))),
            ("verdict", maybe(&verdict)),
            ("rules_change", maybe(&object(&[("from", text()), ("to", text()), ("lines", list(&text()))]))),
            ("proposals", list(&named("Proposal"))),
            ("notices", list(&notice)),
            ("breaches", list(&breach())),
            ("advice", list(&named("AdviceGiven"))),
            ("route", maybe_text()),
            ("earlier_referrals", count()),
            ("repetition_waits", flag()),
            ("openings", count()),
            ("held", maybe_text()),
            ("holder", maybe_text()),
            ("recipient", maybe(&texts("who force", &[("active", flag())]))),
            ("colleagues", list(&texts("id title", &[]))),
            (
                "conflicts",
                list(&texts(
                    "who at",
                    &[("n", count()), ("why", maybe_text()), ("text", maybe_text()), ("withdrawn", flag())],
                )),
            ),
            ("minutes", count()),
            ("tasks", list(&named("QueueRow"))),
            ("timeline", list(&event)),
            ("acts", list(&text())),
            ("supplies", list(&text())),
        ],
    )
}

/// Parts of cases.
fn case_parts() -> Vec<(&'static str, Value)> {
    let reason = texts("code sentence law", &[("curable", flag())]);
    let closed_item =
        json!({"type": "array", "prefixItems": [named("Named"), text()], "minItems": 2, "maxItems": 2});
    let approval = texts(
        "state",
        &[
            ("approval", named("Named")),
            ("who", maybe_text()),
            ("at", maybe_text()),
            ("reasons", maybe_text()),
            ("telephone", maybe_text()),
            ("yours", flag()),
        ],
    );
    vec![
        ("FactLine", texts("field label value supplier", &[("unset", flag())])),
        (
            "OpenOutcome",
            object(&[
                ("outcome", named("Named")),
                ("basis", maybe(&named("Named"))),
                ("provision", maybe_text()),
                ("confirmed", flag()),
                ("items", list(&named("Named"))),
                ("items_closed", list(&closed_item)),
                ("approvals", list(&named("Named"))),
                ("notice", named("Named")),
                ("max_days", maybe(&count())),
                ("deferral_refused", maybe_text()),
                ("conditions", list(&named("Named"))),
                ("after", list(&named("Named"))),
            ]),
        ),
        (
            "ClosedOutcome",
            object(&[
                ("outcome", named("Named")),
                ("basis", maybe(&named("Named"))),
                ("claimed", flag()),
                ("reasons", list(&reason)),
            ]),
        ),
        (
            "Proposal",
            texts(
                "state by at",
                &[
                    ("n", count()),
                    ("outcome", named("Named")),
                    ("basis", maybe(&named("Named"))),
                    ("items", list(&named("Named"))),
                    ("necessity", maybe_text()),
                    ("proportionality", maybe_text()),
                    ("content", list(&named("DisclosedItem"))),
                    ("reasons", maybe(&list(&texts("reason", &[("item", named("Named"))])))),
                    ("whole", list(&named("DisclosedItem"))),
                    ("advice", maybe_text()),
                    ("approvals", list(&approval)),
                    ("notice", named("Named")),
                    ("last_day", maybe_text()),
                    ("conditions", list(&named("Named"))),
                    ("after", list(&named("Named"))),
                    ("waits_for", maybe_text()),
                    ("emergency", flag()),
                    ("after_review_owed", flag()),
                    ("blind", flag()),
                    ("under", maybe_text()),
                ],
            ),
        ),
    ]
}

#[cfg(test)]
mod tests;
