//! A validator for as much of JSON Schema as `verdict.schema.json` uses. Any other keyword is refused.

use serde_json::Value;

/// The first fault of a value under a schema, with its place.
pub fn fault(schema: &Value, value: &Value, at: &str) -> Option<String> {
    let found = |what: &str| Some(format!("{at}: {what}: {value}"));
    for (keyword, wanted) in schema.as_object().unwrap() {
        let good = match keyword.as_str() {
            "description" | "$schema" | "$id" | "properties" | "items" => true,
            "type" => is(wanted.as_str().unwrap(), value),
            "enum" => wanted.as_array().unwrap().contains(value),
            "const" => wanted == value,
            "required" => {
                wanted.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
            }
            "additionalProperties" => {
                assert_eq!(*wanted, Value::Bool(false));
                let known = schema["properties"].as_object().unwrap();
                value.as_object().is_some_and(|fields| fields.keys().all(|name| known.contains_key(name)))
            }
            "uniqueItems" => {
                let list = value.as_array().unwrap();
                list.iter().enumerate().all(|(place, entry)| !list[..place].contains(entry))
            }
            "minItems" => value.as_array().unwrap().len() as u64 >= wanted.as_u64().unwrap(),
            "minLength" => value.as_str().unwrap().len() as u64 >= wanted.as_u64().unwrap(),
            "minimum" => value.as_i64().unwrap() >= wanted.as_i64().unwrap(),
            "maximum" => value.as_i64().unwrap() <= wanted.as_i64().unwrap(),
            other => panic!("the keyword {other} is not known here"),
        };
        if !good {
            return found(keyword);
        }
    }
    if let (Some(fields), Some(shapes)) = (value.as_object(), schema["properties"].as_object()) {
        return fields.iter().find_map(|(name, field)| fault(&shapes[name], field, &format!("{at}/{name}")));
    }
    match (value.as_array(), schema.get("items")) {
        (Some(list), Some(shape)) => {
            list.iter().enumerate().find_map(|(place, entry)| fault(shape, entry, &format!("{at}/{place}")))
        }
        _ => None,
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the type {other} is not known here"),
    }
}
