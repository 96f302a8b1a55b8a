//! JSON in its canonical form (RFC 8785), with integers only: reading it strictly and writing it.
//!
//! Reading accepts exactly the texts that writing gives, so a text has one value and a value one text.
//! Narrower than RFC 8785 in two ways: numbers are integers within ±(2^53 - 1), as everywhere in Candour,
//! and nesting stops at [`MAX_DEPTH`].

use std::collections::BTreeMap;
use std::fmt::Write as _;
use thiserror::Error;

/// The deepest nesting of arrays and objects that is read.
pub const MAX_DEPTH: usize = 32;

/// The largest integer, either side of zero, that every JSON reader keeps exact.
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// Why bytes are not canonical JSON.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
#[error("not canonical JSON at byte {at}: {fault}")]
pub struct CanonicalError {
    /// Byte at which it was noticed, from 0.
    pub at: usize,
    /// What is wrong there.
    pub fault: CanonicalFault,
}

/// What is wrong.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
pub enum CanonicalFault {
    /// Not UTF-8.
    #[error("the bytes are not UTF-8")]
    NotText,
    /// Not JSON, or with white space.
    #[error("this is not JSON without white space")]
    Syntax,
    /// A number that is no integer, too large, or spelt another way.
    #[error("the number is not a plain integer within 2^53 - 1")]
    Number,
    /// A string with an escape that need not be one, or the other way round.
    #[error("the string is escaped in another way")]
    String,
    /// Members out of order, or twice.
    #[error("the members are not sorted or not unique")]
    Order,
    /// Deeper than [`MAX_DEPTH`].
    #[error("the nesting is too deep")]
    Depth,
}

/// A member name. Ordered by UTF-16 code units, as RFC 8785 sorts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// Wraps a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer within ±(2^53 - 1).
    Integer(i64),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(BTreeMap<Key, Value>),
}

impl Value {
    /// An object of the members given; a later one replaces an earlier one of the same name.
    #[must_use]
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (Key::new(name), value)).collect())
    }

    /// A string.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The canonical text.
    #[must_use]
    pub fn to_canonical(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Integer(number) => out.push_str(&number.to_string()),
            Self::Text(text) => write_string(text, out),
            Self::Array(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (place, (name, value)) in members.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    write_string(&name.0, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// RFC 8785, section 3.2.2.2: the short escapes, `\u00xx` for other control characters, else as it is.
fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
}

/// Reads one value, which must be the whole of the bytes and in canonical form.
///
/// # Errors
/// Says where the bytes stop being canonical.
pub fn parse(bytes: &[u8]) -> Result<Value, CanonicalError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| CanonicalError { at: error.valid_up_to(), fault: CanonicalFault::NotText })?;
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    if reader.at == text.len() { Ok(value) } else { Err(reader.fault(CanonicalFault::Syntax)) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn fault(&self, fault: CanonicalFault) -> CanonicalError {
        CanonicalError { at: self.at, fault }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), CanonicalError> {
        if self.take(token) { Ok(()) } else { Err(self.fault(CanonicalFault::Syntax)) }
    }

    fn value(&mut self, depth: usize) -> Result<Value, CanonicalError> {
        if depth > MAX_DEPTH {
            return Err(self.fault(CanonicalFault::Depth));
        }
        match self.rest().bytes().next() {
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            _ if self.take("null") => Ok(Value::Null),
            _ if self.take("true") => Ok(Value::Bool(true)),
            _ if self.take("false") => Ok(Value::Bool(false)),
            _ => Err(self.fault(CanonicalFault::Syntax)),
        }
    }

    fn integer(&mut self) -> Result<Value, CanonicalError> {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let length = self.rest().bytes().take_while(is_part).count();
        let text = self.rest().get(..length).unwrap_or("");
        let number =
            text.parse::<i64>().ok().filter(|number| number.unsigned_abs() <= MAX_INTEGER.unsigned_abs());
        // Comparing with the one spelling refuses leading zeroes, plus signs and minus zero.
        match number {
            Some(number) if number.to_string() == text => {
                self.at += length;
                Ok(Value::Integer(number))
            }
            _ => Err(self.fault(CanonicalFault::Number)),
        }
    }

    fn string(&mut self) -> Result<String, CanonicalError> {
        let start = self.at;
        self.expect("\"")?;
        let mut out = String::new();
        loop {
            let character = self.rest().chars().next().ok_or(self.fault(CanonicalFault::Syntax))?;
            self.at += character.len_utf8();
            match character {
                '"' => break,
                '\\' => out.push(self.escaped()?),
                plain => out.push(plain),
            }
        }
        // One spelling: what was read must be what would be written.
        let mut spelt = String::new();
        write_string(&out, &mut spelt);
        if self.text.get(start..self.at) == Some(spelt.as_str()) {
            Ok(out)
        } else {
            Err(CanonicalError { at: start, fault: CanonicalFault::String })
        }
    }

    /// The character after a backslash. Escapes that canonical text never has need no meaning here.
    fn escaped(&mut self) -> Result<char, CanonicalError> {
        let character = self.rest().chars().next().ok_or(self.fault(CanonicalFault::Syntax))?;
        self.at += character.len_utf8();
        match character {
            '"' | '\\' => Ok(character),
            'b' => Ok('\u{8}'),
            't' => Ok('\t'),
            'n' => Ok('\n'),
            'f' => Ok('\u{c}'),
            'r' => Ok('\r'),
            'u' => {
                let code = self.rest().get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                let control = code.and_then(char::from_u32).filter(|character| *character < ' ');
                let control = control.ok_or(self.fault(CanonicalFault::String))?;
                self.at += 4;
                Ok(control)
            }
            _ => Err(self.fault(CanonicalFault::String)),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, CanonicalError> {
        self.expect("[")?;
        let mut items = Vec::new();
        if self.take("]") {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if !self.take(",") {
                break;
            }
        }
        self.expect("]")?;
        Ok(Value::Array(items))
    }

    fn object(&mut self, depth: usize) -> Result<Value, CanonicalError> {
        self.expect("{")?;
        let mut members = BTreeMap::new();
        if self.take("}") {
            return Ok(Value::Object(members));
        }
        loop {
            let name = Key(self.string()?);
            if members.last_key_value().is_some_and(|(last, _)| *last >= name) {
                return Err(self.fault(CanonicalFault::Order));
            }
            self.expect(":")?;
            let value = self.value(depth + 1)?;
            members.insert(name, value);
            if !self.take(",") {
                break;
            }
        }
        self.expect("}")?;
        Ok(Value::Object(members))
    }
}
