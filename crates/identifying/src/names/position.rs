//! Whether a word that may be a name is one where it stands.

use super::{common, entries::Entry};
use crate::fold::Folded;
use std::{collections::HashSet, sync::LazyLock};

type Set = LazyLock<HashSet<&'static str>>;

fn set(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

static ORDINARY: Set = LazyLock::new(|| set(common::ORDINARY));
static CAPITAL_ONLY: Set = LazyLock::new(|| set(common::CAPITAL_ONLY));
static MONTHS: Set = LazyLock::new(|| set(common::MONTHS));
static VIRTUES: Set = LazyLock::new(|| set(common::VIRTUES));
static PLACES: Set = LazyLock::new(|| set(common::PLACES));
static DEEDS: Set = LazyLock::new(|| set(common::DEEDS));
static SPEAKING: Set = LazyLock::new(|| set(common::SPEAKING));
static ADDRESSED: Set = LazyLock::new(|| set(common::ADDRESSED));
static INSTITUTIONS: Set = LazyLock::new(|| set(common::INSTITUTIONS));
static FAMOUS: Set = LazyLock::new(|| set(common::FAMOUS));
static ACRONYMS: Set = LazyLock::new(|| set(common::ACRONYMS));
static WORDS: Set = LazyLock::new(|| set(common::WORDS));
static TITLES: Set = LazyLock::new(|| super::tables::TITLES.iter().copied().collect());

/// Whether `key` is a short form in capitals that everybody uses.
pub(crate) fn is_acronym(key: &str) -> bool {
    ACRONYMS.contains(key)
}

/// Whether `key` is a word of every day, so that a capital at the start of a sentence says nothing.
pub(crate) fn is_ordinary(key: &str) -> bool {
    WORDS.contains(key) || ORDINARY.contains(key) || key.len() < 3
}

/// Whether a name is an ordinary word too.
pub(super) fn is_ordinary_name(key: &str) -> bool {
    ORDINARY.contains(key) || WORDS.contains(key)
}

/// Whether `key` is a title.
pub(crate) fn is_title(key: &str) -> bool {
    TITLES.contains(key)
}

/// Whether the words around a name are names of the person too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    pub(super) before: bool,
    pub(super) after: bool,
}

/// Whether the name at words `first` to `last` is meant: `Some(true)` by itself, `Some(false)` only beside another
/// part of the name.
pub(super) fn counts(
    text: &Folded,
    first: usize,
    last: usize,
    entry: &Entry,
    beside: Beside,
) -> Option<bool> {
    if is_title_before(text, first) {
        return Some(true);
    }
    let capital = text.is_capital(first);
    if capital
        && (FAMOUS.contains(text.before(first, 1)) || !beside.after && is_institution(text, first, last))
    {
        return None;
    }
    if !entry.ordinary {
        return Some(capital || entry.key.len() > 3);
    }
    // "Village Hall", "Hall 4"
    let stands_in_a_name = INSTITUTIONS.contains(entry.key.as_str())
        && !beside.before
        && first > 0
        && text.is_capital(first - 1)
        && text.gap_is(first - 1, 1, " ")
        && !is_ordinary_opening(text, first - 1);
    let numbered = text.word(last + 1).is_some_and(crate::fold::Word::is_number) && text.gap_is(last, 1, " ");
    if capital && (stands_in_a_name || numbered) {
        return None;
    }
    if CAPITAL_ONLY.contains(entry.key.as_str()) && capital {
        return Some(true);
    }
    if capital && MONTHS.contains(entry.key.as_str()) && is_month_here(text, first) {
        return None;
    }
    if capital && PLACES.contains(entry.key.as_str()) && is_place_here(text, first) {
        return None;
    }
    let opens = text.word(first).is_some_and(|w| w.opens);
    if capital && !opens {
        // "The Rose": an inn or a thing. An article before a name is rare.
        return Some(!matches!(text.before(first, 1), "the" | "a" | "an"));
    }
    if capital || text.without_capitals && opens {
        return Some(does_something(text, last, entry));
    }
    if entry.key.len() < 3 {
        return Some(false);
    }
    let addressed = ADDRESSED.contains(text.before(first, 1)) && !MONTHS.contains(entry.key.as_str());
    let speaks = matches!(text.after(last, 1), "said" | "says");
    let possessive =
        text.without_capitals && text.after(last, 1) == "'s" && !VIRTUES.contains(entry.key.as_str());
    Some((addressed && !VIRTUES.contains(entry.key.as_str())) || speaks || possessive)
}

/// Whether word `at` has its capital only because a sentence begins with it: "Ask Hall".
fn is_ordinary_opening(text: &Folded, at: usize) -> bool {
    text.word(at).is_some_and(|w| w.opens) && WORDS.contains(text.key(at))
}

fn is_title_before(text: &Folded, first: usize) -> bool {
    first > 0
        && is_title(text.key(first - 1))
        && text.gap_is(first - 1, 2, ". ")
        && (text.word(first).is_some_and(|w| w.capital) || text.without_capitals)
}

/// "Clare's Law", "Grace House", "Elizabeth line".
fn is_institution(text: &Folded, first: usize, last: usize) -> bool {
    let mut on = last + 1;
    if text.key(on) == "'s" {
        on += 1;
    }
    if !INSTITUTIONS.contains(text.key(on)) || !text.gap_is(on - 1, 1, " ") {
        return false;
    }
    // "Mark's house" is Mark's; "Clare's Law" is a law, with a capital.
    if on == last + 2 { text.is_capital(on) } else { text.is_capital(on) || text.before(first, 1) == "the" }
}

fn does_something(text: &Folded, last: usize, entry: &Entry) -> bool {
    let next = text.after(last, 1);
    if VIRTUES.contains(entry.key.as_str()) {
        // "Banks is what he signs": one of many does not take the singular.
        let modal = matches!(next, "should" | "may" | "might" | "must" | "could" | "would" | "can");
        return SPEAKING.contains(next)
            || modal && matches!(text.after(last, 2), "be" | "not" | "have")
            || entry.key.ends_with('s') && matches!(next, "is" | "was" | "has");
    }
    if MONTHS.contains(entry.key.as_str()) {
        return SPEAKING.contains(next);
    }
    // A line with nothing but a name, as on a form.
    if next.is_empty() || text.next_char(last) == Some(';') {
        return text.without_capitals || matches!(text.next_char(last), Some(';' | ':' | '\n'));
    }
    if text.next_char(last) == Some(',') {
        return matches!(next, "as" | "who" | "aged" | "whose");
    }
    DEEDS.contains(next) && text.gap_is(last, 1, " '")
}

fn is_month_here(text: &Folded, at: usize) -> bool {
    matches!(
        text.before(at, 1),
        "in" | "by"
            | "of"
            | "since"
            | "until"
            | "till"
            | "from"
            | "through"
            | "early"
            | "late"
            | "mid"
            | "last"
            | "next"
            | "this"
            | "each"
            | "every"
            | "to"
            | "during"
            | "before"
            | "after"
            | "and"
            | "or"
            | "between"
            | "end"
            | "around"
    ) || text.before(at, 1).starts_with(|c: char| c.is_ascii_digit())
        || text.after(at, 1).starts_with(|c: char| c.is_ascii_digit())
        || crate::dates::month(text.after(at, 2)).is_some()
            && matches!(text.after(at, 1), "and" | "or" | "to")
}

fn is_place_here(text: &Folded, at: usize) -> bool {
    matches!(
        text.before(at, 1),
        "in" | "to" | "from" | "near" | "at" | "of" | "around" | "through" | "air" | "into" | "via"
    )
}

/// Whether a word a few letters off a name is likely to be meant as the name.
pub(super) fn misspelling_counts(text: &Folded, at: usize, key: &str, entry: &Entry) -> bool {
    if WORDS.contains(key) || ORDINARY.contains(key) && !text.is_capital(at) {
        return false;
    }
    let opens = text.word(at).is_some_and(|w| w.opens);
    let capital = text.is_capital(at);
    if capital && (FAMOUS.contains(text.before(at, 1)) || is_institution(text, at, at)) {
        return false;
    }
    if entry.ordinary {
        return capital && !opens;
    }
    // Another name that is a name of its own is not a misspelling, unless it is far the longer sort.
    if key.len() < 7 && (super::GIVEN.contains_key(key) || super::FAMILY.contains_key(key)) {
        return false;
    }
    capital || entry.key.len() > 5 && !is_inflected(key, &entry.key)
}

/// "turned" is no misspelling of "turner": the stem is the same and only an ending differs.
fn is_inflected(key: &str, name: &str) -> bool {
    let stem = |word: &str| {
        ["ing", "ed", "er", "es", "en", "ly", "s", "e"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending).map(str::to_owned))
            .unwrap_or_else(|| word.to_owned())
    };
    stem(key) == stem(name)
}
