//! What the format expects at a place: by case, so that whoever shows it can say it in another language.
//!
//! As text it is plain English, and that is what programs read.

use super::Supplier;

/// What was expected at a place in the facts. Never what stood there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Expected {
    /// A member that stands once in its object.
    #[error("each member once")]
    MemberOnce,
    /// A text that goes on until its JSON is whole.
    #[error("JSON, but the text ends too early")]
    WholeJson,
    /// JSON where there is none.
    #[error("JSON, but line {line}, column {column} is none")]
    Json {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// A text in UTF-8.
    #[error("JSON in UTF-8")]
    Utf8,
    /// An object that is not longer than this.
    #[error("an object of at most {most} bytes")]
    ShorterObject {
        /// How many bytes it may have.
        most: usize,
    },
    /// Facts.
    #[error("facts")]
    Facts,
    /// An object.
    #[error("an object")]
    Object,
    /// An object, or null.
    #[error("an object or null")]
    ObjectOrNull,
    /// Nothing, for the format has no such field.
    #[error("no such field")]
    NoSuchField,
    /// The field, which is not there.
    #[error("this field, which is required")]
    Required,
    /// A code of a list.
    #[error("one of {}", .0.join(", "))]
    OneOf(Vec<&'static str>),
    /// A whole number within bounds.
    #[error("a whole number from {min} to {max}")]
    Whole {
        /// The lowest.
        min: u16,
        /// The highest.
        max: u16,
    },
    /// A day.
    #[error("a calendar day, written YYYY-MM-DD")]
    CalendarDay,
    /// True or false.
    #[error("true or false")]
    TrueOrFalse,
    /// The version of the format that there is.
    #[error("the number 1")]
    VersionOne,
    /// Null, or what is named.
    #[error("null or {0}")]
    OrNull(Box<Expected>),
    /// A list of what is named.
    #[error("a list, each entry {0}")]
    List(Box<Expected>),
    /// An entry that stands once in its list.
    #[error("each entry once")]
    EntryOnce,
    /// Nothing from this supplier, for the field is somebody else's.
    #[error("nothing here: it is supplied by {0}")]
    NothingHere(Supplier),
}

impl Expected {
    /// This or null.
    pub(super) fn or_null(self) -> Self {
        Self::OrNull(Box::new(self))
    }

    /// A list of these.
    pub(super) fn listed(self) -> Self {
        Self::List(Box::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_read_what_they_always_read() {
        for (expected, text) in [
            (Expected::MemberOnce, "each member once"),
            (Expected::WholeJson, "JSON, but the text ends too early"),
            (Expected::Json { line: 2, column: 3 }, "JSON, but line 2, column 3 is none"),
            (Expected::OneOf(vec!["a", "b"]), "one of a, b"),
            (Expected::OneOf(vec!["a", "b"]).or_null(), "null or one of a, b"),
            (Expected::OneOf(vec!["a", "b"]).listed(), "a list, each entry one of a, b"),
            (Expected::Whole { min: 1, max: 4 }.listed(), "a list, each entry a whole number from 1 to 4"),
            (Expected::CalendarDay.or_null(), "null or a calendar day, written YYYY-MM-DD"),
            (Expected::NothingHere(Supplier::Legal), "nothing here: it is supplied by the legal service"),
        ] {
            assert_eq!(expected.to_string(), text);
        }
    }
}
