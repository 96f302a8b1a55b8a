//! Canonical JSON: RFC 8785 for the values that Candour writes.
//!
//! Events are hashed, so their bytes must be one and the same wherever they are made. Values here have ASCII keys,
//! no fractions, and integers within ±2^53, which every JSON reader keeps exactly; anything else is refused.

use serde_json::Value;

/// Largest integer that every JSON reader keeps exactly.
pub const INTEGER_MAX: u64 = 1 << 53;

/// A value that has no canonical form here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    /// A number with a fraction, or beyond 2^53 either way.
    #[error("a number is not an integer within 2^53")]
    Number,
    /// A member name outside ASCII.
    #[error("a member name is not ASCII")]
    Key,
}

/// The RFC 8785 bytes of a value.
///
/// # Errors
/// [`CanonicalError`] for fractions, integers beyond 2^53 and member names outside ASCII.
pub fn to_bytes(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    let mut out = Vec::with_capacity(256);
    write(value, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => {
            let magnitude = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs));
            match magnitude {
                Some(size) if size <= INTEGER_MAX => out.extend_from_slice(number.to_string().as_bytes()),
                _ => return Err(CanonicalError::Number),
            }
        }
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                write(item, out)?;
            }
            out.push(b']');
        }
        Value::Object(members) => {
            // RFC 8785 sorts by UTF-16 code units; for ASCII that is the order of the bytes. Sorted here, since
            // another crate of the build may switch the map type to one that keeps insertion order.
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_unstable_by(|a, b| a.0.as_bytes().cmp(b.0.as_bytes()));
            out.push(b'{');
            for (place, (key, item)) in sorted.into_iter().enumerate() {
                if !key.is_ascii() {
                    return Err(CanonicalError::Key);
                }
                if place > 0 {
                    out.push(b',');
                }
                write_text(key, out);
                out.push(b':');
                write(item, out)?;
            }
            out.push(b'}');
        }
    }
    Ok(())
}

/// RFC 8785 section 3.2.2.2: the short escapes, `\u00xx` for other control characters, everything else as it is.
fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for c in text.chars() {
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\u{8}' => out.extend_from_slice(b"\\b"),
            '\t' => out.extend_from_slice(b"\\t"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\u{c}' => out.extend_from_slice(b"\\f"),
            '\r' => out.extend_from_slice(b"\\r"),
            c if c < ' ' => out.extend_from_slice(format!("\\u{:04x}", u32::from(c)).as_bytes()),
            c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn json_values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-(1_i64 << 53)..=(1_i64 << 53)).prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            "[\\x00-\\x7f]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("[ -~]{0,8}", inner, 0..6)
                    .prop_map(|m| Value::Object(m.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn agrees_with_another_implementation_of_rfc_8785(value in json_values()) {
            prop_assert_eq!(to_bytes(&value).unwrap(), serde_jcs::to_vec(&value).unwrap());
        }
    }

    #[test]
    fn fractions_great_numbers_and_foreign_keys_are_refused() {
        assert_eq!(to_bytes(&json!(1.5)), Err(CanonicalError::Number));
        assert_eq!(to_bytes(&json!(INTEGER_MAX + 1)), Err(CanonicalError::Number));
        assert_eq!(to_bytes(&json!({"é": 1})), Err(CanonicalError::Key));
    }
}
