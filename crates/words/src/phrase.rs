//! A message on its way: what is put in, and whether it has marks of HTML.

use crate::{catalogue, language};
use fluent_bundle::{FluentArgs, FluentValue};
use std::{borrow::Cow, fmt};

/// What can be put into a message: text, or a number, which chooses the plural.
pub trait Argument {
    /// As Fluent takes it.
    fn value(&self) -> FluentValue<'static>;
}

macro_rules! texts {
    ($($kind:ty),*) => {$(impl Argument for $kind {
        fn value(&self) -> FluentValue<'static> {
            FluentValue::String(Cow::Owned(self.to_string()))
        }
    })*};
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(impl Argument for $kind {
        fn value(&self) -> FluentValue<'static> {
            FluentValue::from(*self)
        }
    })*};
}

texts!(str, String, Cow<'_, str>, char, Phrase);
numbers!(u8, u16, u32, u64, usize, i32, i64);

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

/// A message as text: `words::phrase("day-minutes").with("minutes", 15)`. Templates escape it like any other text.
#[derive(Debug, Clone)]
pub struct Phrase {
    id: String,
    arguments: Vec<(&'static str, FluentValue<'static>)>,
}

/// The message with this identifier.
#[must_use]
pub fn phrase(id: impl AsRef<str>) -> Phrase {
    Phrase { id: id.as_ref().to_owned(), arguments: Vec::new() }
}

impl Phrase {
    /// With this in the place `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Argument) -> Self {
        self.arguments.push((name, value.value()));
        self
    }

    /// Its words.
    #[must_use]
    pub fn say(&self) -> String {
        self.to_string()
    }
}

fn in_words(id: &str, arguments: &[(&'static str, FluentValue<'static>)]) -> String {
    let mut put = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        put.set(*name, value.clone());
    }
    catalogue::message(language(), id, &put)
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_words(&self.id, &self.arguments))
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> Self {
        phrase.to_string()
    }
}

/// A message with marks of HTML in it, such as a link: the marks are the file's, and what is put in is escaped.
///
/// SECURITY: only files of messages hold marks. A test holds that every language has the same ones, so that no
/// translation can add a script or lead a link elsewhere.
#[derive(Debug, Clone)]
pub struct Marked {
    id: String,
    arguments: Vec<(&'static str, FluentValue<'static>)>,
}

/// The message with this identifier, which has marks of HTML in it.
#[must_use]
pub fn marked(id: impl AsRef<str>) -> Marked {
    Marked { id: id.as_ref().to_owned(), arguments: Vec::new() }
}

impl Marked {
    /// With this, escaped, in the place `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Argument) -> Self {
        let value = match value.value() {
            FluentValue::String(text) => FluentValue::String(Cow::Owned(escaped(&text))),
            other => other,
        };
        self.arguments.push((name, value));
        self
    }
}

impl fmt::Display for Marked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_words(&self.id, &self.arguments))
    }
}

impl askama::filters::HtmlSafe for Marked {}

/// Text as it may stand in HTML, within an element or an attribute.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&#38;"),
            '<' => safe.push_str("&#60;"),
            '>' => safe.push_str("&#62;"),
            '"' => safe.push_str("&#34;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
