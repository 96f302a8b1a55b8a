//! What people read: messages in Fluent files, in English and in Welsh, and the language that a request is answered in.
//!
//! A message has an identifier (`person-who-asked`) and stands once in `locales/en` and once in `locales/cy`, in the file
//! of its part of the product, whose name begins the identifier. The English is the original; the Welsh is complete, and
//! says of itself that a machine drafted it until a translator has signed the file ([`signed`]).
//!
//! The language is that of the request being answered ([`in_language`]): hundreds of places ask for words far below the
//! handler that knows it, and a reader of theirs wants the sentence and not how the language came there (ADR 0039).
//! Outside a request, and for programs that call the API, it is English. What is kept or signed never depends on it.
//!
//! Source: Project Fluent's syntax 1.0 (<https://projectfluent.org/fluent/guide/>).

mod catalogue;
#[cfg(test)]
mod checks;
mod language;
mod phrase;
pub mod signed;

pub use language::{Language, Scope, address, in_language, language, scope};
pub use phrase::{Argument, Marked, Phrase, marked, phrase};

/// The words of a message without anything to put in.
#[must_use]
pub fn say(id: &str) -> String {
    phrase(id).to_string()
}

/// The words for a code: the message `prefix-code`, if there is one.
///
/// The literal `prefix` is what the test that looks for unused messages goes by.
#[must_use]
pub fn coded(prefix: &str, code: &str) -> Option<String> {
    let id = format!("{prefix}-{code}");
    catalogue::has(&id).then(|| say(&id))
}

/// The words for a code, or the code itself where there are none.
#[must_use]
pub fn coded_or(prefix: &str, code: &str) -> String {
    coded(prefix, code).unwrap_or_else(|| code.to_owned())
}

/// A sentence that somebody else wrote and may change, such as a policy pack's: its Welsh, as long as it is still the
/// sentence that was translated, and the sentence itself otherwise. A law that has changed is better read in English than
/// wrongly.
#[must_use]
pub fn translated(id: &str, original: &str) -> String {
    match (language(), catalogue::plain(Language::English, id)) {
        (Language::English, _) => original.to_owned(),
        (here, Some(known)) if known == original => {
            catalogue::plain(here, id).unwrap_or_else(|| original.to_owned())
        }
        _ => original.to_owned(),
    }
}
