//! Addresses, and wards and clinics by name.

use crate::{
    Kind,
    fold::{Folded, key_of},
    known::Known,
    names::{is_ordinary, is_title},
    passage::{Found, Why},
};

/// What a street is called, and how it is shortened.
const STREETS: &[(&str, &[&str])] = &[
    ("road", &["rd"]),
    ("street", &["st", "str"]),
    ("avenue", &["ave", "av"]),
    ("lane", &["ln", "la"]),
    ("close", &["cl"]),
    ("drive", &["dr"]),
    ("crescent", &["cres", "cresc"]),
    ("terrace", &["terr", "ter", "tce"]),
    ("gardens", &["gdns", "garden"]),
    ("court", &["ct", "crt"]),
    ("place", &["pl"]),
    ("square", &["sq"]),
    ("grove", &["gr", "gve"]),
    ("way", &[]),
    ("row", &[]),
    ("mews", &[]),
    ("rise", &[]),
    ("walk", &[]),
    ("park", &[]),
    ("hill", &[]),
    ("green", &[]),
    ("view", &[]),
    ("parade", &["pde"]),
    ("buildings", &["bldgs"]),
    ("house", &["hse"]),
    ("cottages", &["cottage"]),
];

/// The whole word of what a street is called.
fn street(key: &str) -> Option<&'static str> {
    STREETS.iter().find(|(whole, short)| *whole == key || short.contains(&key)).map(|(whole, _)| *whole)
}

fn same(a: &str, b: &str) -> bool {
    a == b || street(a).is_some_and(|whole| street(b) == Some(whole))
}

/// Parts of a recorded address.
struct Parts {
    /// Names of streets and houses, of two words or more, as keys.
    named: Vec<Vec<String>>,
    /// Towns and villages.
    towns: Vec<String>,
}

fn parts(known: &Known) -> Parts {
    let mut parts = Parts { named: Vec::new(), towns: Vec::new() };
    for part in known.addresses.iter().flat_map(|a| a.split([',', '\n', ';'])) {
        let words: Vec<String> = part.split_whitespace().map(key_of).filter(|k| !k.is_empty()).collect();
        let digits = |word: &String| word.bytes().any(|b| b.is_ascii_digit());
        let named: Vec<String> = words
            .iter()
            .skip_while(|w| digits(w) || matches!(w.as_str(), "flat" | "no" | "unit"))
            .cloned()
            .collect();
        if named.iter().any(digits) {
            continue;
        }
        match named.as_slice() {
            [] => {}
            [town] if town.len() > 2 => parts.towns.push(town.clone()),
            [_] => {}
            _ => parts.named.push(named),
        }
    }
    parts
}

pub(crate) fn find(known: &Known, text: &Folded, found: &mut Vec<Found>) {
    let parts = parts(known);
    for at in 0..text.words.len() {
        if !known_street(&parts, text, at, found) {
            numbered_street(text, at, found);
        }
        lives(&parts, text, at, found);
        unit(text, at, found);
    }
}

fn known_street(parts: &Parts, text: &Folded, at: usize, found: &mut Vec<Found>) -> bool {
    for named in &parts.named {
        let fits = named.iter().enumerate().all(|(i, word)| {
            same(text.key(at + i), word) && (i + 1 == named.len() || text.gap_is(at + i, 2, " -.'"))
        });
        if fits {
            let bytes = text.bytes(with_number(text, at), at + named.len() - 1);
            found.push(Found { bytes, kind: Kind::Address, why: Why::AddressKnown });
            return true;
        }
    }
    false
}

/// The first word of "Flat 3, 27" before a street that begins at word `at`.
fn with_number(text: &Folded, at: usize) -> usize {
    let number = |i: usize| text.word(i).is_some_and(is_house_number);
    let Some(house) = at.checked_sub(1).filter(|&i| number(i) && text.gap_is(i, 2, " ,")) else { return at };
    match house.checked_sub(2) {
        Some(flat)
            if matches!(text.key(flat), "flat" | "apartment" | "room" | "unit")
                && text.gap_is(flat + 1, 2, " ,") =>
        {
            flat
        }
        _ => house,
    }
}

/// "14", "22b".
fn is_house_number(word: &crate::fold::Word) -> bool {
    let digits = word.key.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&digits) && word.key.len() - digits <= 1
}

/// "22b Larch Close".
fn numbered_street(text: &Folded, at: usize, found: &mut Vec<Found>) {
    if !text.word(at).is_some_and(is_house_number) || !text.gap_is(at, 2, " ,") {
        return;
    }
    let capital = |i: usize| text.word(i).is_some_and(|w| w.capital || w.is_suffix());
    for head in at + 2..at + 5 {
        if !(capital(head - 1) && text.gap_is(head - 1, 2, " '.")) {
            return;
        }
        if street(text.key(head)).is_some() && capital(head) {
            let bytes = text.bytes(with_number(text, at + 1), head);
            found.push(Found { bytes, kind: Kind::Address, why: Why::Address });
            return;
        }
    }
}

/// "She lives in Wrexham", where Wrexham is in the person's address; "lives on Larch Close".
fn lives(parts: &Parts, text: &Folded, at: usize, found: &mut Vec<Found>) {
    let back = (1..=4).find(|back| {
        matches!(
            text.before(at, *back),
            "lives"
                | "live"
                | "living"
                | "lived"
                | "home"
                | "flat"
                | "address"
                | "resident"
                | "moved"
                | "house"
                | "lodges"
        )
    });
    let Some(back) = back else { return };
    let first = at - back;
    let first =
        if matches!(text.before(first, 1), "he" | "she" | "who" | "they") { first - 1 } else { first };
    if parts.towns.iter().any(|town| town == text.key(at)) {
        found.push(Found { bytes: text.bytes(first, at), kind: Kind::Address, why: Why::AddressKnown });
    } else if street(text.key(at)).is_some()
        && text.is_capital(at)
        && text.is_capital(at.wrapping_sub(1))
        && text.gap_is(at.wrapping_sub(1), 1, " ")
        && matches!(text.before(at, 2), "on" | "in" | "at" | "is" | "to")
    {
        found.push(Found { bytes: text.bytes(first, at), kind: Kind::Address, why: Why::Lives });
    }
}

/// What a part of a health service is called.
const UNITS: &[&str] = &[
    "ward",
    "unit",
    "clinic",
    "hospital",
    "cmht",
    "camhs",
    "surgery",
    "practice",
    "lodge",
    "team",
    "centre",
    "service",
    "trust",
    "hospice",
    "infirmary",
    "chmt",
    "hub",
];
/// Words that say what sort of unit it is and not which.
const SORTS: &[&str] = &[
    "crisis",
    "home",
    "treatment",
    "community",
    "mental",
    "health",
    "early",
    "intervention",
    "accident",
    "emergency",
    "liaison",
    "psychiatry",
    "psychiatric",
    "street",
    "triage",
    "adult",
    "child",
    "children",
    "adolescent",
    "local",
    "nhs",
    "safeguarding",
    "assessment",
    "response",
    "rapid",
    "in",
    "psychosis",
    "older",
    "young",
    "people",
    "women",
    "men",
    "day",
    "walk",
    "medical",
    "general",
    "acute",
    "intensive",
    "care",
    "secure",
    "forensic",
    "custody",
    "police",
    "place",
    "of",
    "safety",
    "suite",
    "drug",
    "alcohol",
    "recovery",
    "and",
    "s",
    "hospital",
    "duty",
    "resolution",
    "outreach",
    "assertive",
    "foundation",
    "ask",
    "eating",
    "disorder",
    "disorders",
    "perinatal",
    "learning",
    "disability",
    "primary",
    "urgent",
    "gp",
    "dental",
    "job",
    "call",
    "ambulance",
    "fire",
    "rescue",
    "advocacy",
    "support",
    "translation",
    "interpreting",
    "probation",
    "prison",
    "victim",
    "its",
    "specialist",
    "national",
    "team",
    "teams",
    "unit",
    "clinic",
    "ward",
    "service",
    "services",
    "centre",
    "office",
    "under",
    "go",
    "take",
    "ring",
    "see",
    "if",
    "when",
    "at",
    "to",
];

/// "Willow Ward", "the Harbour CMHT", "Northgate Early Intervention Team".
fn unit(text: &Folded, at: usize, found: &mut Vec<Found>) {
    if !UNITS.contains(&text.key(at)) {
        return;
    }
    let mut first = at;
    let mut named = None;
    while first > 0 && at - first < 6 && text.gap_is(first - 1, 1, " -&'") {
        let before = first - 1;
        let same = text.word(before).map(|w| w.sentence) == text.word(at).map(|w| w.sentence);
        let key = text.key(before);
        let capital = text.is_capital(before) || text.word(before).is_some_and(crate::fold::Word::is_suffix);
        // "Everything that your unit": what is left of an article is another thought.
        if matches!(
            key,
            "the"
                | "your"
                | "our"
                | "this"
                | "that"
                | "a"
                | "an"
                | "any"
                | "no"
                | "each"
                | "every"
                | "his"
                | "her"
                | "their"
                | "my"
        ) {
            break;
        }
        if !same || !capital && !SORTS.contains(&key) {
            break;
        }
        let opens_with_a_word =
            text.word(before).is_some_and(|w| w.opens) && is_ordinary(key) && text.key(at) != "ward";
        if capital
            && !SORTS.contains(&key)
            && !text.word(before).is_some_and(crate::fold::Word::is_suffix)
            && !opens_with_a_word
            && !is_title(key)
            && !crate::names::is_acronym(key)
            && !crate::phrases::is_no_place(key)
        {
            named = Some(before);
        }
        first = before;
    }
    if let Some(first) = named {
        found.push(Found { bytes: text.bytes(first, at), kind: Kind::CareTeam, why: Why::CareTeam });
    }
}
