//! The person's names, and those of relatives, in every form a careful reader would know them by.

mod common;
mod entries;
mod position;
mod tables;

use crate::{
    Kind,
    fold::Folded,
    known::Known,
    passage::{Found, Why},
};
use entries::{Entries, Entry, Form, Whose};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Most words that are joined to find a name written in pieces, such as "O' Neill" or "Jean Luc".
const PIECES_MAX: usize = 4;

/// Families of names, by member.
pub(crate) type Families = HashMap<&'static str, Vec<&'static str>>;

pub(crate) static GIVEN: LazyLock<Families> = LazyLock::new(|| families(tables::GIVEN));
pub(crate) static FAMILY: LazyLock<Families> = LazyLock::new(|| families(tables::FAMILY));

fn families(table: &'static str) -> Families {
    let mut by_member: Families = HashMap::new();
    for line in table.lines().filter(|line| !line.is_empty()) {
        for member in line.split(' ') {
            by_member.entry(member).or_default().push(line);
        }
    }
    by_member
}

pub(crate) use position::{is_acronym, is_ordinary, is_title};

/// A name found at words `first` to `last`, both included.
#[derive(Debug, Clone)]
struct Hit<'a> {
    first: usize,
    last: usize,
    entry: &'a Entry,
    form: Form,
    /// Counts by itself; otherwise only beside another part of the same name.
    alone: bool,
}

/// What the names found so far say: the passages, and which words are a name of the person's own.
pub(crate) struct Names {
    pub(crate) found: Vec<Found>,
    /// For each word: is it part of the person's name?
    pub(crate) own: Vec<bool>,
}

pub(crate) fn find(known: &Known, text: &Folded) -> Names {
    let entries = Entries::new(known);
    let mut names = Names { found: Vec::new(), own: vec![false; text.words.len()] };
    let mut hits = Vec::new();
    let mut spelled = HashMap::new();
    let mut at = 0;
    while at < text.words.len() {
        let beside = hits.last().is_some_and(|hit: &Hit<'_>| hit.last + 1 == at);
        match hit(&entries, text, at, beside, &mut spelled) {
            Some(hit) => {
                at = hit.last + 1;
                hits.push(hit);
            }
            None => at += 1,
        }
    }
    let groups = group(text, &entries, hits);
    for (first, last, form, whose) in groups {
        let (kind, why) = match (whose, form) {
            (Whose::Relative, _) => (Kind::Relative, Why::RelativeNamed),
            (Whose::Person, Form::Recorded) => (Kind::Name, Why::Name),
            (Whose::Person, Form::Variant) => (Kind::NameVariant, Why::NameVariant),
            (Whose::Person, Form::Misspelt) => (Kind::Misspelling, Why::Misspelling),
        };
        if whose == Whose::Person {
            names.own.iter_mut().take(last + 1).skip(first).for_each(|own| *own = true);
        }
        names.found.push(Found { bytes: text.bytes(first, last), kind, why });
    }
    letter_by_letter(&entries, text, &mut names);
    scripts_without_spaces(&entries, text, &mut names);
    initials(&entries, text, &mut names);
    if !entries.is_empty() {
        plural(&entries, text, &mut names);
    }
    titled(text, &mut names);
    names
}

/// The longest name that begins at word `at`.
fn hit<'a>(
    entries: &'a Entries,
    text: &Folded,
    at: usize,
    beside: bool,
    spelled: &mut HashMap<String, Option<usize>>,
) -> Option<Hit<'a>> {
    if entries.is_empty() || text.key(at).is_empty() || text.word(at)?.is_suffix() {
        return None;
    }
    let mut joined = String::new();
    let mut tight = true;
    let mut best = None;
    for last in at..(at + PIECES_MAX).min(text.words.len()) {
        if last > at {
            let close = text.gap_is(last - 1, 2, "-'._\u{b7}");
            if !close && !text.gap_is(last - 1, 2, "-' .") {
                break;
            }
            tight &= close;
        }
        joined.push_str(text.key(last).trim_start_matches('\''));
        if joined.len() > entries.longest_bytes() {
            break;
        }
        if let Some(entry) = entries.exact(&joined).filter(|e| tight || e.in_pieces) {
            best = Some((last, entry));
        }
    }
    // "Jean-Luke": the first half is right, and the whole is a misspelling.
    let hyphenated = best.is_some_and(|(last, _)| last == at) && text.gap_is(at, 1, "-");
    if let Some(hit) =
        hyphenated.then(|| misspelt(entries, text, at, spelled)).flatten().filter(|hit| hit.last > at)
    {
        return Some(hit);
    }
    if let Some((last, entry)) = best {
        let after = entries.exact(text.key(last + 1)).is_some() && text.gap_is(last, 1, " ");
        let beside = position::Beside { before: beside, after };
        if let Some(alone) = position::counts(text, at, last, entry, beside) {
            return Some(Hit { first: at, last, entry, form: entry.form, alone });
        }
        return None;
    }
    misspelt(entries, text, at, spelled)
}

fn misspelt<'a>(
    entries: &'a Entries,
    text: &Folded,
    at: usize,
    spelled: &mut HashMap<String, Option<usize>>,
) -> Option<Hit<'a>> {
    // A hyphenated name is misspelt as one: "Jean-Luke".
    for last in [at + 1, at] {
        if last > at && !text.gap_is(at, 1, "-'")
            || text.word(last).is_none_or(|w| w.is_suffix() || w.is_number())
        {
            continue;
        }
        let key: String = (at..=last).map(|i| text.key(i)).collect();
        if !(4..=40).contains(&key.len()) {
            continue;
        }
        let near = match spelled.get(&key) {
            Some(&near) => near,
            None => {
                let near = entries.near(&key);
                spelled.insert(key.clone(), near);
                near
            }
        };
        let Some(entry) = near.and_then(|i| entries.get(i)) else { continue };
        if position::misspelling_counts(text, at, &key, entry) {
            return Some(Hit { first: at, last, entry, form: Form::Misspelt, alone: true });
        }
    }
    None
}

/// Brings parts of one name that stand side by side together, with a title before and initials around them.
fn group(text: &Folded, entries: &Entries, hits: Vec<Hit<'_>>) -> Vec<(usize, usize, Form, Whose)> {
    let mut groups: Vec<(usize, usize, Form, Whose)> = Vec::new();
    let mut hits = hits.into_iter().peekable();
    while let Some(first) = hits.next() {
        let (mut alone, mut last, mut form) = (first.alone, first.last, first.form);
        let mut kinds = vec![first.entry];
        while let Some(next) = hits.peek() {
            let beside = next.entry.whose == first.entry.whose && beside(text, last, next.first);
            let other = !kinds.iter().any(|e| e.key == next.entry.key);
            if !beside || !other || !same_case(text, first.first, next.first, &kinds, next.entry) {
                break;
            }
            alone = true;
            last = next.last;
            form = form.max(next.form);
            kinds.push(next.entry);
            hits.next();
        }
        let mut start = first.first;
        let family = kinds.iter().any(|e| e.family);
        // "G. Marsh", "Rose, M.", "CHOUDHURY F."
        if family && kinds.len() == 1 && first.entry.whose == Whose::Person {
            let initial = |i: usize| text.word(i).is_some_and(|w| w.capital && entries.is_initial(&w.key));
            if start > 0 && initial(start - 1) && text.gap_is(start - 1, 2, ". ") {
                start -= 1;
                alone = true;
            } else if initial(last + 1)
                && text.gap_is(last, 2, ", ")
                && (text.next_char(last + 1) == Some('.')
                    || !text.is_capital(last + 2) && text.key(last + 1) != "i")
            {
                last += 1;
                alone = true;
            }
        }
        if start > 0 && is_title(text.key(start - 1)) && text.gap_is(start - 1, 2, ". ") {
            start -= 1;
            alone = true;
        }
        if alone {
            groups.push((start, last, form, first.entry.whose));
        }
    }
    groups
}

/// Whether word `next` stands beside word `last` as the next part of a name does: "Turner, William",
/// "Siobhán Mary O'Neill".
fn beside(text: &Folded, last: usize, next: usize) -> bool {
    match next.checked_sub(last) {
        Some(1) => text.gap_is(last, 2, " ,-."),
        Some(2) => {
            let middle = text.word(last + 1);
            text.gap_is(last, 1, " ")
                && text.gap_is(last + 1, 2, " .")
                && middle.is_some_and(|w| w.capital && !is_ordinary(&w.key))
        }
        _ => false,
    }
}

/// Words that are names too count beside each other only where both have a capital, or where a given name and a
/// family name stand together.
fn same_case(text: &Folded, first: usize, next: usize, kinds: &[&Entry], entry: &Entry) -> bool {
    let capital = |i: usize| text.word(i).is_some_and(|w| w.capital);
    if capital(first) != capital(next) && (entry.ordinary || kinds.iter().any(|e| e.ordinary)) {
        return false;
    }
    capital(next) || !entry.ordinary || kinds.iter().any(|e| e.family != entry.family)
}

/// Names written letter by letter: "J. o h n", "A-d-e-y-e-m-i".
fn letter_by_letter(entries: &Entries, text: &Folded, names: &mut Names) {
    let mut at = 0;
    while at < text.words.len() {
        let mut last = at;
        while text.word(last).is_some_and(|w| letters_in(w) == 1)
            && text.word(last + 1).is_some_and(|w| letters_in(w) == 1)
            && text.gap(last).take(4).count() <= 3
        {
            last += 1;
        }
        if last >= at + 2 {
            // Each word is one letter, so that letters of the run and words count alike.
            let run: String = (at..=last).map(|i| text.key(i).trim_start_matches('\'')).collect();
            for entry in entries.of_at_least(3) {
                let Some(byte) = run.find(&entry.key) else { continue };
                let skip = run.get(..byte).map_or(0, |before| before.chars().count());
                let first = at + skip;
                let end = first + entry.key.chars().count() - 1;
                if skip > 0 && entry.key.len() < 4 {
                    continue;
                }
                let (kind, why) = match entry.whose {
                    Whose::Person => (Kind::Name, Why::NameSpelled),
                    Whose::Relative => (Kind::Relative, Why::RelativeNamed),
                };
                names.found.push(Found { bytes: text.bytes(first, end), kind, why });
            }
        }
        at = last + 1;
    }
}

fn letters_in(word: &crate::fold::Word) -> usize {
    word.key.chars().filter(|c| c.is_alphanumeric()).take(2).count()
}

/// Names in scripts that put no spaces between words.
fn scripts_without_spaces(entries: &Entries, text: &Folded, names: &mut Names) {
    let wide = |key: &str| key.chars().any(|c| c >= '\u{2e80}');
    let wanted: Vec<&Entry> =
        entries.of_at_least(1).filter(|e| wide(&e.key) && e.key.chars().count() > 1).collect();
    if wanted.is_empty() {
        return;
    }
    let folded: Vec<char> = text.letters().iter().map(|l| l.c).collect();
    for entry in wanted {
        let key: Vec<char> = entry.key.chars().collect();
        for (at, window) in folded.windows(key.len()).enumerate() {
            if window == key {
                let bytes = text.bytes_of(at..at + key.len());
                names.found.push(Found { bytes, kind: Kind::Name, why: Why::Name });
            }
        }
    }
}

/// "W.T." and, where they are the person's, "WT".
fn initials(entries: &Entries, text: &Folded, names: &mut Names) {
    const NOT_INITIALS: &[&str] =
        &["uk", "us", "ps", "nb", "am", "pm", "eg", "ie", "ot", "qc", "kc", "usa", "pps", "ad", "bc"];
    let mut at = 0;
    while at < text.words.len() {
        let Some(word) = text.word(at) else { break };
        let mut last = at;
        let capital = |i: usize| {
            text.word(i).is_some_and(|w| w.is_single() && w.capital || w.is_suffix() && w.key.len() == 2)
        };
        while capital(last)
            && capital(last + 1)
            && text.gap_is(last, 2, ". '-")
            && text.gap(last).any(|c| c != ' ')
        {
            last += 1;
        }
        let run: String = (at..=last).map(|i| text.key(i).trim_start_matches('\'')).collect();
        let pointed = last > at && last < at + 4 && text.next_char(last) == Some('.');
        if pointed && !NOT_INITIALS.contains(&run.as_str()) && !names.own.get(at).copied().unwrap_or(false) {
            let why = if entries.has_initials(&run) { Why::Initials } else { Why::InitialsOfSomebody };
            // "J. K. Rowling": initials before a name belong to it.
            let named = text.is_capital(last + 1)
                && text.gap_is(last, 2, ". ")
                && !text.word(last + 1).is_some_and(|w| w.opens);
            if why == Why::Initials || !named || is_ordinary(text.key(last + 1)) {
                names.found.push(Found { bytes: text.bytes(at, last), kind: Kind::Initials, why });
            }
        } else if word.capitals
            && !text.is_shouted(at)
            && entries.has_initials(&word.key)
            && !(is_acronym(&word.key) && word.key.len() < 3)
        {
            names.found.push(Found { bytes: text.bytes(at, at), kind: Kind::Initials, why: Why::Initials });
        }
        at = last + 1;
    }
}

/// "Hussains".
fn plural(entries: &Entries, text: &Folded, names: &mut Names) {
    for (at, word) in text.words.iter().enumerate() {
        if !text.is_capital(at) || names.own.get(at).copied().unwrap_or(false) || is_ordinary(&word.key) {
            continue;
        }
        let entry = word.key.strip_suffix('s').filter(|k| k.len() > 3).and_then(|k| entries.exact(k));
        if entry.is_some_and(|e| e.family && !e.ordinary && e.whose == Whose::Person) {
            names.found.push(Found { bytes: word.bytes.clone(), kind: Kind::Name, why: Why::Name });
        }
    }
}

/// People whom nothing recorded names, where the words say that it is a name: "Mr Khan", "called Ngozi".
fn titled(text: &Folded, names: &mut Names) {
    const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "mx"];
    const CALLED: &[&str] = &["called", "named"];
    for at in 0..text.words.len() {
        let key = text.key(at);
        let next = at + 1;
        if names.own.get(next).copied().unwrap_or(false) || text.word(next).is_none() {
            continue;
        }
        let capital = text.is_capital(next) || text.is_shouted(next);
        let title = TITLES.contains(&key) && text.word(at).is_some_and(|w| w.capital);
        let called = CALLED.contains(&key)
            && matches!(
                text.before(at, 1),
                "is" | "was" | "'s" | "person" | "man" | "woman" | "boy" | "girl" | "someone"
            )
            && !is_ordinary(text.key(next))
            || key == "is" && text.before(at, 1) == "name" && !is_ordinary(text.key(next));
        let family = key == "the"
            && text.key(next).ends_with('s')
            && (matches!(text.after(next, 1), "family" | "household")
                || text.after(next, 1) == "next" && text.after(next, 2) == "door")
            && !is_ordinary(text.key(next));
        if !(capital && text.gap_is(at, 2, ". ") && (title || called || family)) {
            continue;
        }
        let mut last = next;
        while last < next + 3
            && text.is_capital(last + 1)
            && text.gap_is(last, 1, " -'")
            && !text.word(last + 1).is_some_and(|w| w.opens || w.is_suffix())
        {
            last += 1;
        }
        let first = if title || family { at } else { next };
        names.found.push(Found {
            bytes: text.bytes(first, last),
            kind: Kind::Name,
            why: Why::NameOfSomebody,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that are found in `text` of somebody called `name`.
    fn check(name: &str, text: &str, shown: &[&str]) {
        let known = Known { names: vec![name.to_owned()], ..Known::default() };
        let mut found = find(&known, &Folded::new(text)).found;
        found.sort_by_key(|f| f.bytes.start);
        let found: Vec<&str> = found.into_iter().filter_map(|f| text.get(f.bytes)).collect();
        assert_eq!(found, shown, "{name}: {text}");
    }

    #[test]
    fn a_name_that_is_a_word_counts_by_where_it_stands() {
        check("William Turner", "Will the door be open? Ask Will. A turner turns.", &["Will"]);
        check("Grace Marsh", "Grace said so. With grace. In the marsh.", &["Grace"]);
        check("May Day", "In May. May I? Ask May.", &["May"]);
        check("Mark Rose", "please tell mark that it rose", &["mark"]);
    }

    #[test]
    fn a_saint_a_queen_and_a_law_are_nobody_here() {
        check(
            "Elizabeth Clare Mark",
            "The Queen Elizabeth hospital, Clare's Law, St Mark and Queen Elizabeth.",
            &[],
        );
    }

    #[test]
    fn one_name_has_many_forms() {
        check(
            "Siobhán O'Neill",
            "O NEILL, Siobhan; Shivaun; Ó Néill; S. O'Neill; Siobahn",
            &["O NEILL, Siobhan", "Shivaun", "Ó Néill", "S. O'Neill", "Siobahn"],
        );
        check(
            "Mohammed Hussain",
            "Muhammad, then Mr Hossain, then M. o h a m m e d",
            &["Muhammad", "Mr Hossain", "M. o h a m m e d"],
        );
        check("Zhang Wei", "Wei Zhang; Chang Wei", &["Wei Zhang", "Chang Wei"]);
    }
}
