//! The description of the API (OpenAPI 3.1), made from the table of calls.

use super::{
    examples, problem,
    schemas::{self, named},
    table::{CALLS, Call, Door, Verb},
};
use serde_json::{Map, Value, json};

/// What whoever writes a client should know before the first call.
const ABOUT: &str = "Everything that the pages of Candour can do. Errors are problem details (RFC 9457). Every call \
    that changes something carries an Idempotency-Key: repeating it changes nothing and answers the same; the same key \
    with another body is answered 422. What does not exist and what is not yours to see are the same answer. Not \
    affiliated with the NHS or any police force. Not legal advice.";

/// The description.
pub(super) fn description() -> Value {
    let mut paths = Map::new();
    for call in CALLS {
        let path = paths.entry(call.path).or_insert_with(|| json!({}));
        path[call.method.as_str().to_ascii_lowercase()] = operation(call);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Candour",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
            "responses": refusals(),
            "links": links(),
            "schemas": schemas::all(),
        },
    })
}

fn operation(call: &Call) -> Value {
    let mut operation = json!({
        "operationId": operation_id(call),
        "summary": call.summary,
        "parameters": parameters(call),
        "responses": responses(call),
    });
    if let Some(schema) = call.takes {
        let mut content = json!({"schema": named(schema)});
        if let Some(example) = examples::of(schema) {
            content["example"] = example;
        }
        operation["requestBody"] = json!({"required": true, "content": {"application/json": content}});
    }
    operation["security"] = match call.roles() {
        None => json!([]),
        Some(roles) => {
            operation["x-roles"] = roles.iter().map(|role| role.as_str()).collect();
            json!([{"bearer": []}])
        }
    };
    operation
}

/// What a call may answer: what it gives, and each way in which it may not be done. No status is left to be guessed, so
/// that a client, and the test that calls everything, knows one that nobody meant.
fn responses(call: &Call) -> Value {
    let (status, schema) = call.gives;
    let mut done = json!({
        "description": "Done.",
        "content": {"application/json": {"schema": named(schema)}},
    });
    if status == 201 {
        done["headers"] = json!({"Location": {
            "required": true, "schema": {"type": "string"}, "description": "Where what was made can be read.",
        }});
    }
    let links = links_from(call);
    if !links.is_empty() {
        done["links"] = Value::Object(links);
    }
    let mut responses = Map::new();
    responses.insert(status.to_string(), done);
    for refused in may_refuse(call) {
        let name = match refused {
            401 => "Unauthorised",
            429 | 503 => "Later",
            _ => "Problem",
        };
        responses.insert(refused.to_string(), json!({"$ref": format!("#/components/responses/{name}")}));
    }
    Value::Object(responses)
}

/// The statuses of a call that was not done. A fault of the service itself (500) is promised nowhere.
fn may_refuse(call: &Call) -> Vec<u16> {
    let body: &[u16] = &[400, 413, 415, 422];
    let mut all: Vec<u16> = match (&call.door, call.method) {
        (Door::Open(_), Verb::Get) => Vec::new(),
        (Door::Open(_), Verb::Post) => [body, &[429, 503]].concat(),
        (Door::Look { .. }, _) => vec![401, 403, 409, 422, 503],
        (Door::Act { .. }, _) => [body, &[401, 403, 409, 503]].concat(),
    };
    // There is none, or it is not theirs: a case, a person's page, a pack that is offered.
    let none = call.path.contains('{')
        || call.path.starts_with("/api/v1/person")
        || matches!(call.path, "/api/v1/rules/change/confirm" | "/api/v1/rules/change/withdraw");
    if none {
        all.push(404);
    }
    all.sort_unstable();
    all
}

/// The ways in which calls are not done.
fn refusals() -> Value {
    let refusal = |description: &str, header: Option<(&str, Value)>| {
        let mut refusal = json!({
            "description": description,
            "content": {(problem::MEDIA_TYPE): {"schema": named("Problem")}},
        });
        if let Some((name, schema)) = header {
            refusal["headers"] = json!({name: {"required": true, "schema": schema}});
        }
        refusal
    };
    json!({
        "Problem": refusal("Why it was not done.", None),
        "Unauthorised": refusal(
            "No bearer token, or one that is not known.",
            Some(("WWW-Authenticate", json!({"const": "Bearer"}))),
        ),
        "Later": refusal(
            "Not now; the same request may succeed after that many seconds.",
            Some(("Retry-After", json!({"type": "integer", "minimum": 1}))),
        ),
    })
}

/// Where the identifier of a case is found in what a call gives.
fn finds_case(call: &Call) -> Option<(&'static str, &'static str)> {
    match call.gives.1 {
        "Made" => Some(("made", "$response.body#/id")),
        "List" | "Queue" => Some(("listed", "$response.body#/items/0/id")),
        "Proposed" => Some(("proposed", "$request.path.id")),
        _ => None,
    }
}

/// Whether what a call finds leads to another call: a case to what is done with it, a proposal to what has its number.
fn leads(found: &str, to: &Call) -> bool {
    let of_number =
        ["/proposals/{n}", "/disclosures/{n}", "/notices/{n}"].iter().any(|part| to.path.contains(part));
    to.path.contains("/referrals/{id}")
        && of_number == (found == "proposed")
        && !to.path.contains("/openings/")
}

fn links_from(call: &Call) -> Map<String, Value> {
    let Some((found, _)) = finds_case(call) else { return Map::new() };
    let led = CALLS.iter().filter(|to| leads(found, to));
    led.map(|to| {
        let name = operation_id(to);
        let link = json!({"$ref": format!("#/components/links/{found}_{name}")});
        (name, link)
    })
    .collect()
}

/// Every way from what one call gives to another call.
fn links() -> Value {
    let mut links = Map::new();
    for (found, id) in CALLS.iter().filter_map(finds_case) {
        for to in CALLS.iter().filter(|to| leads(found, to)) {
            let name = operation_id(to);
            let mut parameters = json!({"id": id});
            if found == "proposed" {
                parameters["n"] = json!("$response.body#/n");
            }
            links.insert(format!("{found}_{name}"), json!({"operationId": name, "parameters": parameters}));
        }
    }
    Value::Object(links)
}

fn parameters(call: &Call) -> Value {
    let mut parameters = Vec::new();
    if call.path.contains("{id}") {
        parameters.push(json!({
            "name": "id", "in": "path", "required": true,
            "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"},
            "description": "A case.",
        }));
    }
    if call.path.contains("{n}") {
        parameters.push(json!({
            "name": "n", "in": "path", "required": true,
            "schema": {"type": "integer", "minimum": 1, "maximum": u32::MAX},
            "description": "The number of a proposal; a disclosure and a notice have the same.",
        }));
    }
    if matches!(call.gives.1, "List" | "Queue") {
        parameters.push(json!({
            "name": "after", "in": "query", "required": false,
            "schema": {"type": "string"},
            "description": "`next` of the page before.",
        }));
    }
    if matches!(call.door, Door::Act { .. }) {
        parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": true,
            "schema": {"type": "string", "pattern": "^[\\x21-\\x7e]{1,200}$"},
            "description": "Drawn afresh for each request, and the same when it is repeated.",
        }));
    }
    Value::Array(parameters)
}

/// A name for clients that are generated: method and address in words.
fn operation_id(call: &Call) -> String {
    let verb = match call.method {
        Verb::Get => "get",
        Verb::Post => "post",
    };
    let words = call.path.trim_start_matches("/api/").trim_start_matches("v1/");
    let steps = words.split(['/', '-', '.']).filter(|step| !step.is_empty() && !step.starts_with('{'));
    std::iter::once(verb).chain(steps).collect::<Vec<_>>().join("_")
        + if call.path.ends_with('}') { "_one" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    found.insert(reference.clone());
                }
                members.values().for_each(|inner| references(inner, found));
            }
            Value::Array(list) => list.iter().for_each(|inner| references(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let description = description();
        let mut found = BTreeSet::new();
        references(&description, &mut found);
        assert!(found.len() > 30);
        for reference in found {
            assert!(description.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
    }

    #[test]
    fn every_operation_has_a_name_of_its_own() {
        let names: BTreeSet<String> = CALLS.iter().map(operation_id).collect();
        assert_eq!(names.len(), CALLS.len(), "{names:?}");
    }

    #[test]
    fn every_call_is_described_once_and_nothing_else_is() {
        let description = description();
        let described: usize = description["paths"]
            .as_object()
            .unwrap()
            .values()
            .map(|path| path.as_object().unwrap().len())
            .sum();
        assert_eq!(described, CALLS.len());
    }

    #[test]
    fn every_link_is_of_a_response_and_leads_to_a_call() {
        let description = description();
        let mut found = BTreeSet::new();
        references(&description, &mut found);
        let names: BTreeSet<String> = CALLS.iter().map(operation_id).collect();
        let links = description["components"]["links"].as_object().unwrap();
        assert!(links.len() > 30, "{}", links.len());
        for (name, link) in links {
            assert!(found.contains(&format!("#/components/links/{name}")), "{name}");
            assert!(names.contains(link["operationId"].as_str().unwrap()), "{name}");
        }
    }

    #[test]
    fn every_schema_is_used() {
        let description = description();
        let mut found = BTreeSet::new();
        references(&description, &mut found);
        for name in description["components"]["schemas"].as_object().unwrap().keys() {
            assert!(found.contains(&format!("#/components/schemas/{name}")), "{name}");
        }
    }
}
