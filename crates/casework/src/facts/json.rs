//! Reading JSON strictly: a member written twice is a fault, for two readers of such a text may see two values.

use std::{cell::RefCell, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::read::At;

/// Why a text is not one JSON value in which every member is written once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonFault {
    /// The text ends before its value does; with more text it might be JSON.
    #[error("JSON that ends too early")]
    Incomplete,
    /// The text is no JSON, or goes on after its value. Says where, never what stood there.
    #[error("no JSON: fault in line {line}, column {column}")]
    Broken {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// A member stands twice in one object.
    #[error("the same member twice")]
    Duplicate {
        /// JSON pointer of the member.
        at: String,
    },
}

/// Reads one JSON value.
///
/// # Errors
/// [`JsonFault`] for a text that is no JSON, ends early, goes on after its value, or repeats a member.
pub fn read_json(text: &str) -> Result<Value, JsonFault> {
    let repeated = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Strict { at: &At::ROOT, repeated: &repeated }.deserialize(&mut reader);
    let whole = read.and_then(|value| reader.end().map(|()| value));
    match (whole, repeated.into_inner()) {
        (Ok(_), Some(at)) => Err(JsonFault::Duplicate { at }),
        (Ok(value), None) => Ok(value),
        (Err(error), _) if error.is_eof() => Err(JsonFault::Incomplete),
        (Err(error), _) => Err(JsonFault::Broken { line: error.line(), column: error.column() }),
    }
}

/// A value at a place, with a note of the first member that was repeated anywhere.
struct Strict<'a> {
    at: &'a At<'a>,
    repeated: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        serde_json::Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number without end"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let at = self.at.place(values.len());
            match list.next_element_seed(Strict { at: &at, repeated: self.repeated })? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let at = self.at.member(&name);
            let value = members.next_value_seed(Strict { at: &at, repeated: self.repeated })?;
            if map.contains_key(&name) {
                let mut first = self.repeated.try_borrow_mut().map_err(A::Error::custom)?;
                first.get_or_insert_with(|| at.pointer());
            }
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn ordinary_json_is_read_as_it_stands() {
        let text = r#" {"a": [1, -2, true, null, "x", 1.5, {}], "b": {"c": "é"}} "#;
        assert_eq!(
            read_json(text).unwrap(),
            json!({"a": [1, -2, true, null, "x", 1.5, {}], "b": {"c": "é"}})
        );
    }

    #[test]
    fn a_member_written_twice_is_named_by_its_pointer() {
        let fault = read_json(r#"{"a": {"b/c": [0, {"d": 1, "d": 1}]}}"#).unwrap_err();
        assert_eq!(fault, JsonFault::Duplicate { at: "/a/b~1c/1/d".to_owned() });
    }

    #[test]
    fn a_text_that_ends_early_is_told_from_a_broken_one() {
        assert_eq!(read_json("{\"a\": ").unwrap_err(), JsonFault::Incomplete);
        assert_eq!(read_json("").unwrap_err(), JsonFault::Incomplete);
        assert!(matches!(read_json("{a}").unwrap_err(), JsonFault::Broken { line: 1, .. }));
        assert!(matches!(read_json("{} {}").unwrap_err(), JsonFault::Broken { .. }));
    }
}
