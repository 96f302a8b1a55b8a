//! What a recorded name may look like: its parts, its families, its initials.

use super::{FAMILY, GIVEN, position};
use crate::{fold::key_of, known::Known};
use std::collections::{HashMap, HashSet};

/// How what was written differs from what is recorded; the later, the further off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// As recorded.
    Recorded,
    /// A short form, another spelling or another language's form.
    Variant,
    /// A few letters off.
    Misspelt,
}

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Person,
    Relative,
}

/// One thing to look for.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Folded letters.
    pub(crate) key: String,
    pub(crate) form: Form,
    pub(crate) whose: Whose,
    /// A family name.
    pub(crate) family: bool,
    /// Also an ordinary word, or so short that it may be one.
    pub(crate) ordinary: bool,
    /// Recorded in pieces, such as "O'Neill": may be written with spaces between them.
    pub(crate) in_pieces: bool,
}

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Entries {
    all: Vec<Entry>,
    by_key: HashMap<String, usize>,
    skeletons: HashMap<String, usize>,
    initials: HashSet<String>,
    singles: HashSet<String>,
    longest_bytes: usize,
}

/// What stands before a family name and belongs to it.
const PARTICLES: &[&str] = &[
    "o", "ó", "ua", "ní", "ni", "nic", "mac", "mc", "mag", "van", "von", "der", "den", "de", "la", "le",
    "du", "da", "del", "della", "dos", "al", "el", "ul", "ur", "bin", "bint", "ibn", "ap", "ab", "ferch",
    "verch", "abu", "ben", "ter", "st",
];
/// Of these, what may be left out.
const SEPARABLE: &[&str] =
    &["o", "ua", "ni", "nic", "al", "el", "van", "von", "de", "la", "ap", "ab", "bin", "ibn", "bint"];

/// Beginnings of names that are words of every sentence.
const SHORT_WORDS: &[&str] = &[
    "the",
    "and",
    "she",
    "her",
    "his",
    "him",
    "not",
    "but",
    "can",
    "for",
    "all",
    "any",
    "was",
    "had",
    "has",
    "are",
    "you",
    "out",
    "per",
    "man",
    "men",
    "sun",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "one",
    "two",
    "ten",
    "our",
    "who",
    "how",
    "why",
    "yes",
    "may",
    "did",
    "does",
    "let",
    "ask",
    "see",
    "say",
    "its",
    "use",
    "new",
    "old",
    "day",
    "way",
    "own",
    "now",
    "here",
    "there",
    "this",
    "that",
    "what",
    "when",
    "where",
    "then",
    "than",
    "them",
    "they",
    "were",
    "will",
    "with",
    "from",
    "have",
    "mary",
    "police",
    "mrs",
    "miss",
    "sir",
    "con",
    "dan",
    "gps",
    "nor",
    "car",
    "off",
    "put",
    "get",
    "hers",
    "also",
    "amb",
    "ambulance",
    "christ",
    "pri",
    "mon",
];

impl Entries {
    pub(crate) fn new(known: &Known) -> Self {
        let mut entries = Self::default();
        for name in &known.names {
            entries.name(name, Whose::Person);
        }
        for name in &known.relatives {
            entries.name(name, Whose::Relative);
        }
        for (i, entry) in entries.all.iter().enumerate() {
            if entry.form == Form::Recorded && entry.key.len() >= 5 {
                entries.skeletons.entry(skeleton(&entry.key)).or_insert(i);
            }
        }
        entries
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Entry> {
        self.all.get(at)
    }

    pub(crate) fn longest_bytes(&self) -> usize {
        self.longest_bytes
    }

    pub(crate) fn exact(&self, key: &str) -> Option<&Entry> {
        self.by_key.get(key).and_then(|&i| self.all.get(i))
    }

    pub(crate) fn of_at_least(&self, letters: usize) -> impl Iterator<Item = &Entry> {
        self.all.iter().filter(move |e| e.form == Form::Recorded && e.key.len() >= letters)
    }

    pub(crate) fn has_initials(&self, run: &str) -> bool {
        self.initials.contains(run)
    }

    pub(crate) fn is_initial(&self, key: &str) -> bool {
        self.singles.contains(key)
    }

    /// The recorded name that `key` is a misspelling of, if any.
    pub(crate) fn near(&self, key: &str) -> Option<usize> {
        if self.by_key.contains_key(key) {
            return None;
        }
        if let Some(&i) = self.skeletons.get(&skeleton(key)) {
            return Some(i);
        }
        let letters = key.chars().count();
        let first = key.chars().next();
        self.all.iter().position(|entry| {
            let length = entry.key.chars().count();
            let most = match length {
                0..5 => return false,
                5..8 => 1,
                8.. => 2,
            };
            entry.form == Form::Recorded
                && length.abs_diff(letters) <= most
                && entry.key.chars().next() == first
                && strsim::osa_distance(&entry.key, key) <= most
        })
    }

    fn name(&mut self, name: &str, whose: Whose) {
        let (given, family) = parts(name);
        for (part, is_family) in given.iter().map(|p| (p, false)).chain(family.iter().map(|p| (p, true))) {
            self.part(part, is_family, whose);
        }
        for part in &given {
            self.short_forms(&key_of(part), whose);
        }
        // Short given names are written together too: "Li Na", "Lina".
        let together: String = given.iter().map(|p| key_of(p)).collect();
        if given.len() > 1 && together.len() <= 8 {
            self.add(&together, Form::Recorded, whose, false, true);
            self.variants(&together, false, whose);
        }
        if whose == Whose::Person {
            self.initials_of(&given, &family);
        }
    }

    fn part(&mut self, part: &str, family: bool, whose: Whose) {
        let key = key_of(part);
        let pieces: Vec<String> =
            part.split(|c: char| !c.is_alphanumeric()).map(key_of).filter(|p| !p.is_empty()).collect();
        let in_pieces = pieces.len() > 1;
        self.add(&key, Form::Recorded, whose, family, in_pieces);
        self.variants(&key, family, whose);
        if in_pieces {
            for piece in pieces.iter().filter(|p| p.len() > 3 && !PARTICLES.contains(&p.as_str())) {
                let separable = pieces.first().is_some_and(|p| SEPARABLE.contains(&p.as_str()));
                self.add(piece, if separable { Form::Variant } else { Form::Recorded }, whose, family, false);
                self.variants(piece, family, whose);
            }
        }
        if let Some(rest) = key.strip_prefix("mac").or_else(|| key.strip_prefix("mc")).filter(|r| r.len() > 3)
        {
            for other in [format!("mac{rest}"), format!("mc{rest}")] {
                self.add(&other, Form::Variant, whose, family, true);
            }
        } else if let Some(rest) = key.strip_prefix('o').filter(|_| part.contains(['\'', '’'])) {
            self.add(rest, Form::Variant, whose, family, false);
        }
        if family {
            for (ending, others) in [
                ("ski", &["ska", "sky", "skyj", "skaya", "skis"][..]),
                ("ska", &["ski", "sky"]),
                ("cki", &["cka", "cky"]),
                ("cka", &["cki", "cky"]),
                ("ov", &["ova", "off"]),
                ("ova", &["ov"]),
                ("ev", &["eva", "eff"]),
                ("eva", &["ev"]),
                ("in", &["ina"]),
                ("ko", &["kova"]),
            ] {
                if let Some(stem) = key.strip_suffix(ending).filter(|stem| stem.len() > 3) {
                    for other in others {
                        self.add(&format!("{stem}{other}"), Form::Variant, whose, family, false);
                    }
                }
            }
        }
    }

    /// The beginning or the end of a long given name, by which people are called: "Emeka", "Abdi". Judged by position,
    /// like words of every day.
    fn short_forms(&mut self, key: &str, whose: Whose) {
        if !key.is_ascii() || key.len() < 6 {
            return;
        }
        let heads = (3..key.len() - 1).filter_map(|n| key.get(..n));
        let tails = (2..=key.len() - 5).filter_map(|n| key.get(n..));
        for form in heads.chain(tails) {
            if !self.by_key.contains_key(form) && !SHORT_WORDS.contains(&form) {
                self.add(form, Form::Variant, whose, false, false);
                self.all.iter_mut().next_back().into_iter().for_each(|entry| entry.ordinary = true);
            }
        }
    }

    /// Other members of the families a name belongs to.
    fn variants(&mut self, key: &str, family: bool, whose: Whose) {
        let (own, other) = if family { (&FAMILY, &GIVEN) } else { (&GIVEN, &FAMILY) };
        // Which part is the family name differs from people to people; a name that one table does not have is looked
        // up in the other.
        let lines = own.get(key).or_else(|| other.get(key)).cloned().unwrap_or_default();
        for member in lines.iter().flat_map(|line| line.split(' ')) {
            self.add(member, Form::Variant, whose, family, false);
        }
    }

    fn add(&mut self, key: &str, form: Form, whose: Whose, family: bool, in_pieces: bool) {
        if key.is_empty() {
            return;
        }
        if let Some(entry) = self.by_key.get(key).and_then(|&i| self.all.get_mut(i)) {
            entry.form = entry.form.min(form);
            entry.in_pieces |= in_pieces;
            return;
        }
        self.longest_bytes = self.longest_bytes.max(key.len());
        self.by_key.insert(key.to_owned(), self.all.len());
        let short = key.len() <= 2 && !in_pieces;
        let ordinary = short || position::is_ordinary_name(key);
        self.all.push(Entry { key: key.to_owned(), form, whose, family, ordinary, in_pieces });
    }

    fn initials_of(&mut self, given: &[String], family: &[String]) {
        let of = |part: &String| -> Vec<String> {
            let pieces = part.split(|c: char| !c.is_alphanumeric()).map(key_of);
            pieces.filter_map(|p| p.chars().next().map(String::from)).collect()
        };
        let given: Vec<Vec<String>> = given.iter().map(of).collect();
        let family: Vec<Vec<String>> = family.iter().map(of).collect();
        let firsts = |all: &[Vec<String>]| all.iter().filter_map(|p| p.first().cloned()).collect::<String>();
        let whole = |all: &[Vec<String>]| all.concat().concat();
        for first in [firsts(&given), whole(&given), firsts(given.get(..1).unwrap_or_default())] {
            for last in [firsts(&family), whole(&family)] {
                if !first.is_empty() && !last.is_empty() {
                    self.initials.insert(format!("{first}{last}"));
                    self.initials.insert(format!("{last}{first}"));
                }
            }
        }
        self.singles.extend(given.concat());
    }
}

/// Cuts a full name into given names and family names; particles go with what follows them.
fn parts(name: &str) -> (Vec<String>, Vec<String>) {
    let (before, after) = name.split_once(',').map_or((name, None), |(a, b)| (a, Some(b)));
    let words = |text: &str| -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        let mut particles = String::new();
        for word in text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)) {
            let key = key_of(word);
            if position::is_title(&key)
                && parts.is_empty()
                && !matches!(key.as_str(), "imam" | "sheikh" | "sister")
            {
                continue;
            }
            if PARTICLES.contains(&key.as_str()) {
                particles.push_str(word);
                particles.push(' ');
            } else {
                parts.push(format!("{particles}{word}"));
                particles.clear();
            }
        }
        if !particles.is_empty() {
            parts.push(particles.trim_end().to_owned());
        }
        parts
    };
    let mut first = words(before);
    match after.map(words) {
        Some(given) if !given.is_empty() => (given, first),
        _ => {
            let family = if first.len() > 1 { first.pop() } else { None };
            (first, family.into_iter().collect())
        }
    }
}

/// What is left of a name when letters that sound alike are one and doubled ones single.
fn skeleton(key: &str) -> String {
    let mut plain = String::with_capacity(key.len());
    let mut chars = key.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let sound = match (c, next) {
            ('p', Some('h')) => 'f',
            ('c' | 'k' | 'q', _) => 'k',
            ('y' | 'j', _) => 'i',
            ('w', _) => 'v',
            ('z', _) => 's',
            ('o', Some('u' | 'o')) => 'u',
            ('e', Some('e')) => 'i',
            ('h', _) if plain.ends_with(['k', 's', 'f', 't', 'd', 'g', 'b']) => continue,
            (other, _) => other,
        };
        if matches!((c, next), ('o', Some('u' | 'o')) | ('e', Some('e'))) {
            chars.next();
        }
        if !plain.ends_with(sound) {
            plain.push(sound);
        }
    }
    if plain.len() > 4 && plain.ends_with('e') {
        plain.pop();
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_with_their_particles() {
        for (name, given, family) in [
            ("Siobhán O'Neill", &["Siobhán"][..], &["O'Neill"][..]),
            ("O'Neill, Siobhán Mary", &["Siobhán", "Mary"], &["O'Neill"]),
            ("Caoimhe Ní Dhomhnaill", &["Caoimhe"], &["Ní Dhomhnaill"]),
            ("Ludo van der Berg", &["Ludo"], &["van der Berg"]),
            ("Dr Ann Smith-Jones", &["Ann"], &["Smith-Jones"]),
            ("Prince", &["Prince"], &[]),
            ("", &[], &[]),
            (" , ", &[], &[]),
        ] {
            let (g, f) = parts(name);
            assert_eq!(
                (
                    g.iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
                    f.iter().map(String::as_str).collect::<Vec<_>>().as_slice()
                ),
                (given, family),
                "{name}"
            );
        }
    }

    #[test]
    fn what_sounds_alike_has_one_skeleton() {
        for (a, b) in
            [("jeanluc", "jeanluke"), ("stephen", "stefen"), ("yousuf", "yusuf"), ("kathryn", "cathrin")]
        {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
        assert_ne!(skeleton("martin"), skeleton("morton"));
    }
}
