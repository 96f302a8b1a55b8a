//! Dates as people write them, and ages.

use crate::{
    Kind,
    fold::Folded,
    known::{Day, Known},
    passage::{Found, Why},
};

const MONTHS: &[&[&str]] = &[
    &["january", "jan"],
    &["february", "feb", "febuary"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];
const ONES: &[&str] = &[
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: &[&str] = &[
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// The month that a word names, 1 to 12.
pub(crate) fn month(key: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| names.contains(&key))?;
    u8::try_from(at + 1).ok()
}

fn place(list: &[&str], key: &str) -> Option<u32> {
    if key.is_empty() {
        return None;
    }
    u32::try_from(list.iter().position(|word| *word == key)?).ok()
}

/// A number below a hundred in words or digits at word `at`: its value and its last word.
pub(crate) fn number(text: &Folded, at: usize) -> Option<(u32, usize)> {
    let key = text.key(at);
    if let Some(value) = text.word(at)?.number() {
        return Some((value, at));
    }
    if let Some(tens) = place(TENS, key) {
        let ones = place(ONES, text.after(at, 1)).filter(|n| *n < 10 && text.gap_is(at, 1, " -"));
        if let Some(ones) = ones {
            return Some((tens * 10 + ones, at + 1));
        }
        return Some((tens * 10, at));
    }
    place(ONES, key).map(|value| (value, at))
}

/// A day of the month at word `at`, as "3", "3rd", "third" or "twenty-third": its value and its last word.
fn day(text: &Folded, at: usize) -> Option<(u8, usize)> {
    let key = text.key(at);
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| key.strip_suffix(ending)).unwrap_or(key);
    let (value, last) =
        if digits.len() <= 2 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            (digits.parse().ok()?, at)
        } else if let Some(value) = place(ORDINALS, key) {
            (value, at)
        } else if key == "thirtieth" {
            (30, at)
        } else {
            let tens = place(TENS, key).filter(|tens| *tens < 4)?;
            (tens * 10 + place(ORDINALS, text.after(at, 1)).filter(|ones| *ones < 10)?, at + 1)
        };
    u8::try_from(value).ok().filter(|d| (1..=31).contains(d)).map(|d| (d, last))
}

/// A year at word `at`, as "1987", "87", "'87" or "nineteen eighty-seven": its value, its last word, and whether it is
/// written in full.
fn year(text: &Folded, at: usize) -> Option<(u32, usize, bool)> {
    let word = text.word(at)?;
    if let Some(value) = word.number() {
        return match word.key.len() {
            4 if (1890..=2100).contains(&value) => Some((value, at, true)),
            2 => Some((value, at, false)),
            _ => None,
        };
    }
    let century = match word.key.as_str() {
        "nineteen" => 1900,
        "twenty" => 2000,
        "two" if text.after(at, 1) == "thousand" => {
            let on = if text.after(at, 2) == "and" { at + 3 } else { at + 2 };
            return Some(
                number(text, on).map_or((2000, at + 1, true), |(ones, last)| (2000 + ones, last, true)),
            );
        }
        _ => {
            // "the third of March eighty-seven"
            let (value, last) = number(text, at).filter(|(value, _)| *value >= 30 && *value < 100)?;
            return Some((value, last, false));
        }
    };
    let (rest, last) = number(text, at + 1).filter(|(rest, _)| (10..100).contains(rest))?;
    Some((century + rest, last, true))
}

/// Day, month and year as written, with the words they take.
#[derive(Debug, Clone, Copy)]
struct Written {
    day: Option<u8>,
    month: Option<u8>,
    year: Option<(u32, bool)>,
    first: usize,
    last: usize,
    /// In digits alone: day and month may have changed places.
    digits: bool,
}

impl Written {
    fn is_born(&self, born: Day) -> bool {
        let year = self.year.is_none_or(|(year, full)| {
            if full { year == u32::from(born.year) } else { year == u32::from(born.year) % 100 }
        });
        let straight = self.day.is_none_or(|d| d == born.day) && self.month.is_none_or(|m| m == born.month);
        let crossed = self.digits && self.day == Some(born.month) && self.month == Some(born.day);
        year && (straight || crossed)
    }
}

pub(crate) fn find(known: &Known, text: &Folded, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < text.words.len() {
        let Some(written) = written(text, at) else {
            at += 1;
            continue;
        };
        if let Some(why) = weigh(known, text, written) {
            let mut first = written.first;
            if why == Why::BirthYear && matches!(text.before(first, 2), "born" | "birth") {
                first = first.saturating_sub(2);
            } else if text.before(first, 1) == "born" {
                first = first.saturating_sub(1);
            } else if text.before(first, 2) == "born" && matches!(text.before(first, 1), "on" | "in") {
                first = first.saturating_sub(2);
            }
            while first > 0 && matches!(text.before(first, 1), "dob" | "d" | "o" | "b") {
                first -= 1;
            }
            found.push(Found { bytes: text.bytes(first, written.last), kind: Kind::Date, why });
        }
        at = written.last + 1;
    }
}

fn written(text: &Folded, at: usize) -> Option<Written> {
    in_digits(text, at).or_else(|| in_words(text, at)).or_else(|| partial(text, at))
}

/// `3/3/1987`, `03.03.87`, `1987-03-03`, `19870303`.
fn in_digits(text: &Folded, at: usize) -> Option<Written> {
    let word = text.word(at)?;
    if !word.is_number() || word.is_suffix() {
        return None;
    }
    if word.key.len() == 8 {
        let part = |range: std::ops::Range<usize>| word.key.get(range).and_then(|p| p.parse::<u32>().ok());
        let small = |value: Option<u32>| value.and_then(|v| u8::try_from(v).ok());
        let written = |y: Option<u32>, m, d| {
            let year = y.filter(|y| (1900..2100).contains(y))?;
            let month = small(m).filter(|m| (1..=12).contains(m))?;
            let day = small(d).filter(|d| (1..=31).contains(d))?;
            Some(Written {
                day: Some(day),
                month: Some(month),
                year: Some((year, true)),
                first: at,
                last: at,
                digits: true,
            })
        };
        return written(part(0..4), part(4..6), part(6..8))
            .or_else(|| written(part(4..8), part(2..4), part(0..2)));
    }
    let same = |separator: &str| text.gap_is(at, 3, separator) && text.gap_is(at + 1, 3, separator);
    if !["/", "-", ".", " .", " /", " -", " "].iter().any(|s| same(s)) || !text.word(at + 2)?.is_number() {
        return None;
    }
    // "1 2 34" is no date; "3 3 1987" is.
    let spaced = text.gap(at).all(|c| c == ' ');
    let figures = |i: usize| text.word(i).and_then(|w| w.number().map(|n| (n, w.key.len())));
    let (a, b, c) = (figures(at)?, figures(at + 1)?, figures(at + 2)?);
    let (y, m, d) = if a.1 == 4 { (a, b, c) } else { (c, b, a) };
    if !matches!(y.1, 2 | 4)
        || m.1 > 2
        || d.1 > 2
        || spaced && y.1 != 4
        || y.1 == 4 && !(1890..=2100).contains(&y.0)
    {
        return None;
    }
    let (mut month, mut day) = (u8::try_from(m.0).ok()?, u8::try_from(d.0).ok()?);
    if month > 12 {
        std::mem::swap(&mut month, &mut day);
    }
    // A fourth figure makes it a version or an address on a network.
    let longer = text.gap_is(at + 2, 1, "./-") && text.gap(at + 2).count() == 1 && figures(at + 3).is_some();
    ((1..=12).contains(&month) && (1..=31).contains(&day) && !longer).then_some(Written {
        day: Some(day),
        month: Some(month),
        year: Some((y.0, y.1 == 4)),
        first: at,
        last: at + 2,
        digits: true,
    })
}

/// `3rd of March 1987`, `March 3, 1987`, `the third of March nineteen eighty-seven`, and each without its year.
fn in_words(text: &Folded, at: usize) -> Option<Written> {
    let mut written = Written { day: None, month: None, year: None, first: at, last: at, digits: false };
    if let Some((d, last)) = day(text, at) {
        let mut on = last + 1;
        on += usize::from(text.after(last, 1) == "day");
        on += usize::from(text.key(on) == "of");
        let m = month(text.key(on))
            .filter(|_| text.word(on).map(|w| w.sentence) == text.word(at).map(|w| w.sentence))?;
        // "wait 10 may be": the verb has no capital.
        if m == 5
            && !text.word(on)?.capital
            && !text.key(at).ends_with(|c: char| c.is_alphabetic())
            && on == last + 1
        {
            return None;
        }
        (written.day, written.month, written.last) = (Some(d), Some(m), on);
    } else {
        let m = month(text.key(at))?;
        let on = at + 1 + usize::from(text.after(at, 1) == "the");
        let (d, last) = day(text, on).filter(|_| text.gap_is(at, 2, " .") && !is_amount(text, on))?;
        (written.day, written.month, written.last) = (Some(d), Some(m), last);
    }
    let on = written.last + 1;
    let same = text.word(on).map(|w| w.sentence) == text.word(at).map(|w| w.sentence);
    let year = year(text, on).filter(|(_, _, full)| *full || !is_amount(text, on));
    if let Some((y, last, full)) = year.filter(|_| same && text.gap_is(written.last, 2, " ,-/'.")) {
        (written.year, written.last) = (Some((y, full)), last);
    }
    Some(written)
}

/// `March 1987`, or a year that stands beside being born.
fn partial(text: &Folded, at: usize) -> Option<Written> {
    let mut written = Written { day: None, month: None, year: None, first: at, last: at, digits: false };
    if let Some(m) = month(text.key(at)) {
        let on = at + 1 + usize::from(text.after(at, 1) == "of");
        let (y, last, _) = year(text, on).filter(|(_, _, full)| *full && text.gap_is(at, 2, " ,"))?;
        (written.month, written.year, written.last) = (Some(m), Some((y, true)), last);
        return Some(written);
    }
    let (y, last, full) = year(text, at)?;
    full.then_some(())?;
    (written.year, written.last) = (Some((y, true)), last);
    Some(written)
}

fn is_amount(text: &Folded, at: usize) -> bool {
    matches!(
        text.after(at, 1),
        "minutes"
            | "hours"
            | "days"
            | "weeks"
            | "months"
            | "years"
            | "people"
            | "officers"
            | "percent"
            | "mg"
            | "ml"
            | "times"
    )
}

/// Words before a date that say what it is the date of: a law, a paper, a version.
const OF_PAPERS: &[&str] = &[
    "act",
    "guidance",
    "published",
    "code",
    "version",
    "paragraph",
    "section",
    "law",
    "regulations",
    "order",
    "edition",
    "force",
    "reviewed",
    "updated",
    "policy",
    "issued",
    "dated",
    "circular",
    "para",
    "chapter",
    "v",
    "since",
    "training",
    "clocks",
];

fn weigh(known: &Known, text: &Folded, written: Written) -> Option<Why> {
    let born_word = (1..=4).any(|back| {
        matches!(text.before(written.first, back), "born" | "birth" | "dob" | "birthday" | "birthdate")
            || text.before(written.first, back) == "b" && text.before(written.first, back + 1) == "o"
    });
    let parts = (written.day.is_some(), written.month.is_some(), written.year.is_some());
    if let Some(born) = known.born.filter(|born| written.is_born(*born)) {
        let enough = match parts {
            (true, true, _) | (_, true, true) => true,
            // A year by itself is many people's.
            (_, _, true) => born_word && born.year > 0,
            _ => false,
        };
        if enough {
            return Some(Why::BirthDate);
        }
    }
    let paper = (1..=10).any(|back| OF_PAPERS.contains(&text.before(written.first, back)));
    match parts {
        (true, true, true) if born_word || !paper => Some(Why::WholeDate),
        (true, true, false) | (false, false, true) if born_word => Some(Why::BirthYear),
        (false, true, true) if born_word => Some(Why::BirthYear),
        // "since May 2019": what happened to somebody, where a person is spoken of.
        (false, true, true) if !paper || speaks_of_somebody(text, written.first) => {
            speaks_of_somebody(text, written.first).then_some(Why::SomeDate)
        }
        _ => None,
    }
}

fn speaks_of_somebody(text: &Folded, at: usize) -> bool {
    (1..=10).any(|back| matches!(text.before(at, back), "he" | "she" | "him" | "her" | "his"))
}

/// Who is spoken of in general has no age.
const IN_GENERAL: &[&str] = &[
    "children",
    "people",
    "anyone",
    "anybody",
    "someone",
    "somebody",
    "those",
    "pupils",
    "adults",
    "persons",
    "over",
    "under",
    "above",
    "below",
    "than",
    "least",
    "everyone",
    "nobody",
    "patients",
    "teenagers",
    "everybody",
    "any",
    "between",
    "if",
    "whether",
    "until",
    "before",
    "unless",
];

/// Ages: "34 years old", "a 17-year-old", "aged 17", "he turned 32", "Mr Rhys-Jones, 51,".
pub(crate) fn ages(text: &Folded, own: &[bool], found: &mut Vec<Found>) {
    for at in 0..text.words.len() {
        let Some((value, last)) = number(text, at).filter(|(value, _)| (1..120).contains(value)) else {
            continue;
        };
        // The second half of "thirty-four", and the second of two numbers.
        if number(text, at.wrapping_sub(1)).is_some_and(|(_, end)| end >= at) {
            continue;
        }
        let (one, two) = (text.after(last, 1), text.after(last, 2));
        let mut end = last;
        let mut first = at;
        let by_word = if matches!(one, "year" | "years" | "yr" | "yrs" | "month" | "months") && two == "old" {
            end = last + 2;
            true
        } else if one == "y" && two == "o" || one == "yo" && text.gap_is(last, 1, " -") {
            end = last + if one == "yo" { 1 } else { 2 };
            true
        } else {
            false
        };
        let range = matches!(one, "to" | "and" | "or" | "plus")
            || text.next_char(last) == Some('-') && !by_word
            || text.next_char(last) == Some('+');
        // "He is only 19."
        let adverb = usize::from(matches!(
            text.before(at, 1),
            "only" | "just" | "now" | "already" | "nearly" | "about" | "almost"
        ));
        let start = at - adverb;
        let who = matches!(text.before(start, 2), "he" | "she");
        let before = text.before(start, 1);
        let counts = if by_word {
            true
        } else if matches!(before, "aged" | "age") {
            first = start - 1;
            !range && !is_unit(one)
        } else if before == "being"
            || before == "of" && text.before(start, 2) == "age" && text.before(start, 4) == "at"
        {
            let of = before == "of";
            first = start - if of { 4 } else { 1 };
            let somebody = (1..=4).any(|on| matches!(text.after(last, on), "he" | "she"));
            somebody && !range && !is_unit(one)
        } else if matches!(before, "turned" | "turns" | "turning") {
            first = start - if who { 2 } else { 1 };
            !range && !is_unit(one)
        } else if matches!(before, "is" | "was" | "'s" | "be")
            && (who || text.before(start, 3) == "she" || text.before(start, 3) == "he")
        {
            first = start - if who { 2 } else { 3 };
            !range
                && value > 3
                && !is_unit(one)
                && (one.is_empty()
                    || matches!(one, "next" | "this" | "in" | "soon" | "but" | "years" | "now")
                    || text.next_char(last) != Some(' '))
        } else if before == "at" && matches!(one, "he" | "she") {
            // Up to 24 it may be an hour, unless it is spelled out.
            first = start - 1;
            value > 24 || value > 12 && !text.word(at).is_some_and(crate::fold::Word::is_number)
        } else {
            // ", 51," right after a name.
            at > 0
                && own.get(at - 1).copied().unwrap_or(false)
                && text.gap_is(at - 1, 3, ", (")
                && matches!(text.next_char(last), Some(',' | ')' | '.') | None)
                && value > 9
        };
        let general =
            (1..=5).any(|back| IN_GENERAL.contains(&text.before(at, back))) || one == "olds" || two == "olds";
        let one_of_two =
            matches!(before, "or" | "to" | "and") && number(text, at.saturating_sub(2)).is_some();
        if counts && !general && !one_of_two {
            found.push(Found { bytes: text.bytes(first, end), kind: Kind::Age, why: Why::Age });
        }
    }
}

fn is_unit(key: &str) -> bool {
    matches!(
        key,
        "minutes"
            | "hours"
            | "days"
            | "weeks"
            | "months"
            | "miles"
            | "metres"
            | "mg"
            | "feet"
            | "stone"
            | "officers"
            | "times"
            | "percent"
    )
}
