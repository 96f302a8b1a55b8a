//! Turns of phrase: what says that services know somebody, states a fact of health, speaks of a relative, or tells who
//! somebody is by work and place.

mod rules;

use crate::{
    Kind,
    fold::Folded,
    names::{is_acronym, is_ordinary},
    passage::{Found, Why},
};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// When a phrase does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guard {
    /// It always counts.
    None,
    /// Not after "if", "anybody" and their like in its sentence.
    Hedged,
    /// Not after "whether" and its like.
    Whether,
    /// Only where a sentence begins.
    Opening,
    /// Not of a thing: "what works in Leeds".
    Somebody,
    /// Not in "his or her".
    OrHer,
}

#[derive(Debug, Clone)]
enum What {
    /// A word of these numbers in the vocabulary, in order.
    OneOf(Vec<u32>),
    Any,
    Number,
    /// A verb by its ending: "worked", "works".
    Ending(&'static str),
    Capital,
    OwnName,
}

#[derive(Debug, Clone)]
struct Slot {
    what: What,
    may_be_missing: bool,
}

#[derive(Debug)]
struct Pattern {
    slots: Vec<Slot>,
    kind: Kind,
    guard: Guard,
}

type List = LazyLock<HashSet<&'static str>>;
fn list(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}
static PLACE: List = LazyLock::new(|| list(rules::PLACE));
static NO_PLACE: List = LazyLock::new(|| list(rules::NO_PLACE));
static HEDGES: List = LazyLock::new(|| list(rules::HEDGES));
static MODALS: List = LazyLock::new(|| list(rules::MODALS));
static WHETHER: List = LazyLock::new(|| list(rules::WHETHER));

/// Every pattern, by the words it may begin with.
#[derive(Default)]
struct Patterns {
    all: Vec<Pattern>,
    vocabulary: HashMap<&'static str, u32>,
    by_word: HashMap<u32, Vec<usize>>,
    by_name: Vec<usize>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut patterns = Patterns::default();
    for &(kind, guard, sources) in rules::RULES {
        for source in sources {
            for slots in expand(&source.split(' ').collect::<Vec<_>>()) {
                let slots = slots.into_iter().map(|token| patterns.slot(token)).collect();
                patterns.add(Pattern { slots, kind, guard });
            }
        }
    }
    patterns
});

impl Patterns {
    /// Adds a pattern, and once more without its first slot where that may be missing, so that each begins with a
    /// word or a name.
    fn add(&mut self, pattern: Pattern) {
        let Some(first) = pattern.slots.first().cloned() else { return };
        if first.may_be_missing {
            let slots = pattern.slots.iter().skip(1).cloned().collect();
            self.add(Pattern { slots, kind: pattern.kind, guard: pattern.guard });
        }
        let at = self.all.len();
        match first.what {
            What::OneOf(ids) => ids.iter().for_each(|id| self.by_word.entry(*id).or_default().push(at)),
            What::OwnName => self.by_name.push(at),
            // A pattern that could begin anywhere would be tried everywhere; there is none.
            What::Any | What::Capital | What::Number | What::Ending(_) => return,
        }
        self.all.push(pattern);
    }

    fn slot(&mut self, token: &'static str) -> Slot {
        let (name, may_be_missing) = token.strip_suffix('?').map_or((token, false), |name| (name, true));
        let what = match name {
            "_" => What::Any,
            "^" => What::Capital,
            "$" => What::OwnName,
            "@number" => What::Number,
            "~ed" => What::Ending("ed"),
            "~s" => What::Ending("s"),
            words => {
                let members = |word: &'static str| -> Vec<&'static str> {
                    let list = rules::LISTS.iter().find(|(list, _)| *list == word);
                    list.map_or_else(|| vec![word], |(_, members)| members.split_whitespace().collect())
                };
                let mut ids: Vec<u32> =
                    words.split('|').flat_map(members).map(|word| self.id(word)).collect();
                ids.sort_unstable();
                What::OneOf(ids)
            }
        };
        Slot { what, may_be_missing }
    }

    /// The number of a word in the vocabulary.
    fn id(&mut self, word: &'static str) -> u32 {
        let next = u32::try_from(self.vocabulary.len()).unwrap_or(UNHEARD);
        *self.vocabulary.entry(word).or_insert(next)
    }
}

/// The number of words that no pattern speaks of.
const UNHEARD: u32 = u32::MAX;

/// Puts every way of saying `<who>`, `<his>` and `<us>` in their places.
fn expand(tokens: &[&'static str]) -> Vec<Vec<&'static str>> {
    let mut rows: Vec<Vec<&'static str>> = vec![Vec::new()];
    for token in tokens {
        let (name, missing) = token.strip_suffix('?').map_or((*token, false), |name| (name, true));
        let ways: &[&'static str] = match name {
            "<who>" => rules::WHO,
            "<his>" => rules::HIS,
            "<us>" => rules::US,
            _ => std::slice::from_ref(token),
        };
        let mut next = Vec::new();
        for row in &rows {
            if missing && ways.len() > 1 {
                next.push(row.clone());
            }
            for way in ways {
                next.push(row.iter().copied().chain(way.split(' ')).collect());
            }
        }
        rows = next;
    }
    rows
}

/// Whoever may be meant by "they" where it is not one person.
const SEVERAL: &[&str] = &[
    "people",
    "person",
    "somebody",
    "someone",
    "anybody",
    "anyone",
    "nobody",
    "everybody",
    "everyone",
    "officers",
    "those",
    "patients",
    "families",
    "men",
    "women",
    "children",
    "colleagues",
    "others",
    "persons",
    "parents",
    "nurses",
    "doctors",
    "adults",
    "whoever",
    "who",
    "friends",
    "services",
    "members",
    "neighbours",
    "police",
    "things",
    "voices",
    "words",
    "medicines",
    "beliefs",
    "mother",
    "father",
    "child",
    "veterans",
    "students",
    "farmers",
    "family",
];

/// Takes "they are" for "he is", and so on.
fn read_they_as_one(text: &Folded, vocabulary: &HashMap<&'static str, u32>, ids: &mut [u32]) {
    const ONE: &[(&str, &str)] = &[("they", "he"), ("their", "his"), ("them", "him")];
    const VERBS: &[(&str, &str)] = &[
        ("are", "is"),
        ("were", "was"),
        ("have", "has"),
        ("'re", "'s"),
        ("'ve", "'s"),
        ("take", "takes"),
        ("go", "goes"),
        ("see", "sees"),
        ("use", "uses"),
        ("hear", "hears"),
    ];
    let mut after_they = false;
    for (word, id) in text.words.iter().zip(ids) {
        let words = if after_they { VERBS } else { ONE };
        let one = words.iter().find(|(many, _)| *many == word.key).and_then(|(_, one)| vocabulary.get(one));
        *id = one.copied().unwrap_or(*id);
        after_they = word.key == "they";
    }
}

/// A text with what the patterns ask of each word.
struct Read<'a> {
    text: &'a Folded,
    /// The number of each word in the vocabulary of the patterns.
    ids: Vec<u32>,
    /// For each word: is it part of the person's name?
    own: &'a [bool],
}

pub(crate) fn find(text: &Folded, own: &[bool], found: &mut Vec<Found>) {
    let patterns = &*PATTERNS;
    let ids = text
        .words
        .iter()
        .map(|w| patterns.vocabulary.get(w.key.as_str()).copied().unwrap_or(UNHEARD))
        .collect();
    let mut read = Read { text, ids, own };
    if !SEVERAL.iter().any(|word| text.words.iter().any(|w| w.key == *word)) {
        // Nobody else is spoken of who could be "they".
        read_they_as_one(text, &patterns.vocabulary, &mut read.ids);
    }
    for (at, id) in read.ids.iter().enumerate() {
        let by_word = patterns.by_word.get(id).map_or(&[][..], Vec::as_slice);
        let by_name = if own.get(at).copied().unwrap_or(false) { patterns.by_name.as_slice() } else { &[] };
        for &i in by_word.iter().chain(by_name) {
            let Some(pattern) = patterns.all.get(i) else { continue };
            let Some(end) = matched(&read, &pattern.slots, at) else { continue };
            if !allowed(text, at, end, pattern.guard) {
                continue;
            }
            let last = if ends_in_capital(pattern) { rest_of_name(text, end) } else { end };
            if pattern.kind == Kind::CareTeam && is_signature(text, at, last) {
                continue;
            }
            found.push(Found { bytes: text.bytes(at, last), kind: pattern.kind, why: why(pattern.kind) });
        }
    }
}

const fn why(kind: Kind) -> Why {
    match kind {
        Kind::Relative => Why::Relative,
        Kind::SinglesOut => Why::SinglesOut,
        Kind::CareTeam => Why::CareTeam,
        Kind::HealthFact => Why::HealthFact,
        _ => Why::KnownToServices,
    }
}

/// The last word of the longest match that begins at word `first`, or nothing.
///
/// Each bit of `reached` is a place that the slots so far can lead to, counted from `first`; so the work is slots times
/// places, however many slots may be missing.
fn matched(read: &Read<'_>, slots: &[Slot], first: usize) -> Option<usize> {
    let sentence = read.text.word(first)?.sentence;
    let mut reached: u64 = 1;
    for slot in slots {
        let mut next = if slot.may_be_missing { reached } else { 0 };
        let mut left = reached;
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            let at = first + usize::try_from(bit).unwrap_or(0);
            if bit < 63 && fits(read, slot, at, sentence) {
                next |= 1 << (bit + 1);
            }
        }
        if next == 0 {
            return None;
        }
        reached = next;
    }
    let furthest = usize::try_from(63 - reached.leading_zeros()).ok()?;
    furthest.checked_sub(1).map(|words| first + words)
}

fn fits(read: &Read<'_>, slot: &Slot, at: usize, sentence: usize) -> bool {
    let Some(word) = read.text.word(at).filter(|word| word.sentence == sentence) else { return false };
    let id = read.ids.get(at).copied().unwrap_or(UNHEARD);
    match &slot.what {
        What::OneOf(ids) => id != UNHEARD && ids.binary_search(&id).is_ok(),
        What::Any => {
            !matches!(word.key.as_str(), "he" | "she" | "i" | "we" | "you" | "they" | "if" | "whether")
        }
        What::Ending(ending) => {
            word.key.len() > 3
                && word.key.ends_with(ending)
                && !matches!(
                    word.key.as_str(),
                    "says" | "does" | "this" | "always" | "perhaps" | "thinks" | "looks" | "seems"
                )
        }
        What::Number => word.is_number() || is_ordinary(&word.key),
        What::Capital => is_proper(read.text, at) && !read.own.get(at).copied().unwrap_or(false),
        What::OwnName => read.own.get(at).copied().unwrap_or(false),
    }
}

/// Whether word `at` has a capital that a proper name would have.
fn is_proper(text: &Folded, at: usize) -> bool {
    let Some(word) = text.word(at) else { return false };
    let plain = NO_PLACE.contains(word.key.as_str()) || is_acronym(&word.key) || is_month_or_day(&word.key);
    (text.is_capital(at) || text.is_shouted(at) && !is_ordinary(&word.key))
        && !word.opens
        && !plain
        && word.key.len() > 1
}

fn is_month_or_day(key: &str) -> bool {
    crate::dates::month(key).is_some()
}

/// Whether a word with a capital names no place and no unit: a country, a day, a month.
pub(crate) fn is_no_place(key: &str) -> bool {
    NO_PLACE.contains(key)
}

fn ends_in_capital(pattern: &Pattern) -> bool {
    pattern.slots.last().is_some_and(|s| matches!(s.what, What::Capital))
}

/// The last word of a name of several words: "Larchfield Primary School", "the Abbey Road mosque", "Hartley's in Otley".
fn rest_of_name(text: &Folded, mut last: usize) -> usize {
    for _ in 0..6 {
        let next = last + 1;
        let same = text.word(next).map(|w| w.sentence) == text.word(last).map(|w| w.sentence);
        let suffix = text.word(next).is_some_and(crate::fold::Word::is_suffix);
        let capital = text.word(next).is_some_and(|w| w.capital) && text.gap_is(last, 1, " -");
        let kind = PLACE.contains(text.key(next)) && text.gap_is(last, 1, " ");
        let of = matches!(text.key(next), "in" | "of" | "at")
            && is_proper(text, next + 1)
            && text.gap_is(last, 1, " ");
        if !same || !(suffix || capital || kind || of) {
            break;
        }
        last = next;
    }
    last
}

fn allowed(text: &Folded, at: usize, end: usize, guard: Guard) -> bool {
    // Back to where the clause begins: "If you must know, he is under our team" is no "if".
    let reach = (1..=14)
        .take_while(|back| at.checked_sub(*back).is_some_and(|i| !text.gap(i).any(ends_clause)))
        .count();
    let said = |list: &HashSet<&str>| (1..=reach).any(|back| list.contains(text.before(at, back)));
    match guard {
        Guard::None => true,
        Guard::Somebody => {
            !matches!(text.before(at, 1), "what" | "which" | "that" | "it" | "this" | "nothing" | "who")
        }
        Guard::Opening => text.word(at).is_some_and(|w| w.opens),
        Guard::OrHer => text.before(at, 1) != "or",
        Guard::Whether => !said(&WHETHER),
        Guard::Hedged => {
            // What somebody told the officer is the officer's to know.
            let told = (1..=3).any(|back| {
                matches!(text.before(at, back), "says" | "said" | "tells" | "told" | "thinks" | "believes")
                    && matches!(text.before(at, back + 1), "he" | "she" | "they" | "person" | "who" | "you")
            });
            let modal = |i: usize| MODALS.contains(text.key(i)) && !text.word(i).is_some_and(|w| w.capital);
            !(at..=end).any(modal)
                && !said(&HEDGES)
                && !told
                && !matches!(text.before(at, 1), "a" | "should" | "may")
                && text.key(at) != "should"
        }
    }
}

const fn ends_clause(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '\u{201c}' | '\u{201d}')
}

/// Whether words `first` to `last` are the name of whoever signs: on the last line, with nothing before them.
fn is_signature(text: &Folded, first: usize, last: usize) -> bool {
    let Some((from, to)) = text.word(first).zip(text.word(last)) else { return false };
    let line_before = first == 0 || text.gap(first - 1).any(|c| c == '\n');
    let end = text.words.last().map_or(0, |w| w.sentence);
    from.opens && line_before && first > 0 && to.sentence == end && text.words.len() - last <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<String> {
        let folded = Folded::new(text);
        let mut found = Vec::new();
        find(&folded, &vec![false; folded.words.len()], &mut found);
        crate::passage::settle(found).into_iter().map(|f| text[f.range].to_owned()).collect()
    }

    #[test]
    fn what_tells_that_somebody_is_known_is_found() {
        for text in [
            "He is known to our service",
            "She has been on our caseload",
            "I looked him up",
            "Our records show",
        ] {
            assert_eq!(spans(text), [text]);
        }
    }

    #[test]
    fn whoever_is_known_may_stand_far_before_the_verb() {
        let far = "The gentleman in the blue coat whom you met on the bridge has schizophrenia and is known to our team.";
        assert!(spans(far).iter().any(|span| span.contains("known to our team")), "{:?}", spans(far));
    }

    #[test]
    fn what_leaves_it_open_is_not() {
        for text in [
            "We cannot say whether anybody who has schizophrenia is known to our team.",
            "If somebody rings and is known to services, nothing changes.",
            "This advice does not say whether he is known to us.",
            "Anybody may be under a team.",
            "We cannot say whether our records show anything.",
            "If she takes lithium, water matters.",
            "Somebody's mother can help.",
        ] {
            assert_eq!(spans(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn every_pattern_can_begin() {
        assert!(PATTERNS.all.len() > 200, "{}", PATTERNS.all.len());
    }
}
