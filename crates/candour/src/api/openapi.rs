//! The description of the API (OpenAPI 3.1), made from the table of calls.

use super::{
    problem,
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
            "responses": {"Problem": {
                "description": "Why it was not done.",
                "content": {(problem::MEDIA_TYPE): {"schema": named("Problem")}},
            }},
            "schemas": schemas::all(),
        },
    })
}

fn operation(call: &Call) -> Value {
    let (status, schema) = call.gives;
    let mut operation = json!({
        "operationId": operation_id(call),
        "summary": call.summary,
        "parameters": parameters(call),
        "responses": {
            (status.to_string()): {
                "description": "Done.",
                "content": {"application/json": {"schema": named(schema)}},
            },
            "default": {"$ref": "#/components/responses/Problem"},
        },
    });
    if let Some(schema) = call.takes {
        operation["requestBody"] =
            json!({"required": true, "content": {"application/json": {"schema": named(schema)}}});
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
            "schema": {"type": "integer", "minimum": 1},
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
    fn every_schema_is_used() {
        let description = description();
        let mut found = BTreeSet::new();
        references(&description, &mut found);
        for name in description["components"]["schemas"].as_object().unwrap().keys() {
            assert!(found.contains(&format!("#/components/schemas/{name}")), "{name}");
        }
    }
}
