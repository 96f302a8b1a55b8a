//! Words of these pages for codes that a view does not name itself.

use casework::{
    breach::{is_breach, ordinal},
    codes::Item,
};

/// The place of an item in the order of intrusion; unknown codes come last.
#[must_use]
pub fn intrusion(code: &str) -> usize {
    Item::parse(code).map_or(usize::MAX, |item| item as usize)
}

/// What a number of a case is about, inside a sentence.
#[must_use]
pub fn about(n: u32) -> String {
    if is_breach(n) {
        ::words::phrase("case-about-breach").with("n", ordinal(n)).say()
    } else {
        ::words::phrase("case-about-proposal").with("n", n).say()
    }
}

/// A code that is itself a word or a few, as identifiers of messages have it.
fn slug(code: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    code.chars().map(plain).collect()
}

/// The state of a proposal, for people.
#[must_use]
pub fn proposal_state(state: &str) -> String {
    ::words::coded_or("case-proposal-state", state)
}

/// Where a case that is not open any more stands, for people.
#[must_use]
pub fn phase(phase: &str) -> String {
    ::words::coded_or("case-phase", phase)
}

/// Where a case stands, for people.
#[must_use]
pub fn stage(stage: &str) -> String {
    ::words::coded("case-stage", &slug(stage)).unwrap_or_else(|| stage.to_owned())
}

/// How a case began, for people.
#[must_use]
pub fn origin(origin: &str) -> String {
    ::words::coded_or("case-origin", origin)
}

/// An approval in a few words, as a row of a list says it.
#[must_use]
pub fn approval(code: &str) -> String {
    ::words::coded_or("case-approval", code)
}

/// Whether an approval was given, for people.
#[must_use]
pub fn answer(state: &str) -> String {
    ::words::coded("case-answer", &slug(state)).unwrap_or_else(|| state.to_owned())
}

/// Who supplies a fact, as the heading of a group.
#[must_use]
pub fn supplier(supplier: &str) -> String {
    ::words::coded("case-supplier", &slug(supplier)).unwrap_or_else(|| supplier.to_owned())
}

/// Who could still supply a fact.
#[must_use]
pub fn can_say(supplier: &str) -> String {
    let known = ::words::coded("case-can-say", &slug(supplier));
    known.unwrap_or_else(|| ::words::phrase("case-somebody-can-say").with("who", supplier).say())
}

/// Whether something has come only now: how long anything else has waited begins with a number, in every language.
#[must_use]
pub fn came_now(waiting: &str) -> bool {
    !waiting.starts_with(|c: char| c.is_ascii_digit())
}
