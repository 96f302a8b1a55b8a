//! Identifiers. Each is a type of its own, so that an account is never taken for a case.

use serde::{Deserialize, Serialize};

/// An identifier that does not have the form its type asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an identifier of 1 to 40 lower-case letters, digits and hyphens")]
pub struct IdError(String);

/// Longest identifier, in bytes: 32 hexadecimal digits for drawn ones, up to 40 for named ones.
const LENGTH_MAX: usize = 40;

fn well_formed(text: &str) -> bool {
    (1..=LENGTH_MAX).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The identifier for 16 drawn bytes, as 32 hexadecimal digits.
            #[must_use]
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                let mut text = String::with_capacity(32);
                for byte in bytes {
                    text.push(char::from(b"0123456789abcdef"[usize::from(byte >> 4)]));
                    text.push(char::from(b"0123456789abcdef"[usize::from(byte & 15)]));
                }
                Self(text)
            }

            /// Reads an identifier.
            ///
            /// # Errors
            /// [`IdError`] unless it has 1 to 40 lower-case letters, digits and hyphens.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                if well_formed(text) { Ok(Self(text.to_owned())) } else { Err(IdError(text.chars().take(60).collect())) }
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    )*};
}

identifiers! {
    /// A case, drawn at random so that nobody can count cases.
    CaseId;
    /// Somebody's account.
    AccountId;
    /// The human being behind one or several accounts; separation of duties is between human beings.
    IndividualId;
    /// A regional team of a trust.
    UnitId;
    /// An NHS trust, the data controller.
    TrustId;
    /// A police force, or another body that may ask.
    ForceId;
    /// A sealed piece of text or content that events refer to.
    BlobId;
    /// Something owed by a day.
    PromiseId;
}

/// What people call a case: three letters of the unit and eight drawn symbols, such as `LON-4F7K-Q2XD`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// The symbols of a reference: no `I`, `L`, `O` or `U`, which are misread or misheard.
    const SYMBOLS: &'static [u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// The reference for a unit and eight drawn bytes.
    #[must_use]
    pub fn new(unit: &UnitId, drawn: [u8; 8]) -> Self {
        let mut text: String = unit.as_str().chars().filter(char::is_ascii_alphabetic).take(3).collect();
        text.make_ascii_uppercase();
        for (place, byte) in drawn.into_iter().enumerate() {
            if place % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(Self::SYMBOLS[usize::from(byte & 31)]));
        }
        Self(text)
    }

    /// The reference as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_identifiers_read_back() {
        let id = CaseId::from_bytes([0xa5; 16]);
        assert_eq!(id.as_str(), "a5".repeat(16));
        assert_eq!(CaseId::parse(id.as_str()), Ok(id));
    }

    #[test]
    fn identifiers_with_other_symbols_are_refused() {
        for bad in ["", "A", "a b", "é", "../x", &"a".repeat(41)] {
            assert!(UnitId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_reference_names_its_unit_and_nothing_else() {
        let unit = UnitId::parse("london").unwrap();
        assert_eq!(Reference::new(&unit, [0, 31, 32, 1, 2, 3, 4, 255]).as_str(), "LON-0Z01-234Z");
    }
}
