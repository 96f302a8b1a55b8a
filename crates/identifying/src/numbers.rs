//! Numbers and addresses that belong to one person: NHS numbers, telephones, postcodes, vehicles, records, accounts.

use crate::{
    Kind,
    fold::{Folded, key_of},
    known::Known,
    passage::{Found, Why},
};
use std::ops::RangeInclusive;

/// Longest run of digits, in words, that is looked at as one number: ten digits and a country code, each by itself.
const PIECES_MAX: usize = 16;

/// Digits in a run of words, as people space them.
struct Run {
    first: usize,
    last: usize,
    digits: String,
    plus: bool,
}

pub(crate) fn find(known: &Known, text: &Folded, found: &mut Vec<Found>) {
    let nhs = known.nhs_number.as_deref().map(key_of).filter(|n| n.len() == 10);
    let telephones: Vec<String> =
        known.telephones.iter().map(|t| significant(&key_of(t)).to_owned()).collect();
    let mut at = 0;
    while at < text.words.len() {
        let Some(run) = run(text, at).or_else(|| spoken(text, at)) else {
            at += 1;
            continue;
        };
        nhs_number(nhs.as_deref(), text, &run, found);
        telephone(&telephones, text, &run, found);
        at = run.last + 1;
    }
    let postcodes: Vec<String> = known.addresses.iter().flat_map(|a| postcodes_of(a)).collect();
    for at in 0..text.words.len() {
        postcode(&postcodes, text, at, found);
        vehicle(text, at, found);
        numbered(text, at, found);
        official(text, at, found);
    }
    accounts(known, text, found);
}

fn run(text: &Folded, at: usize) -> Option<Run> {
    if !text.word(at)?.is_number() {
        return None;
    }
    let mut run = Run {
        first: at,
        last: at,
        digits: text.key(at).to_owned(),
        plus: text.previous_char(at) == Some('+'),
    };
    while run.last < at + PIECES_MAX
        && text.word(run.last + 1).is_some_and(crate::fold::Word::is_number)
        && text.gap_is(run.last, 3, " -.()_")
    {
        run.last += 1;
        run.digits.push_str(text.key(run.last));
    }
    Some(run)
}

/// Digits in words: "nine nine nine, zero zero …".
fn spoken(text: &Folded, at: usize) -> Option<Run> {
    let mut run = Run { first: at, last: at, digits: String::new(), plus: false };
    let mut on = at;
    let mut times = 1;
    while on < at + 2 * PIECES_MAX && (on == at || text.gap_is(on - 1, 2, " ,-")) {
        let digit = match text.key(on) {
            "double" => {
                times = 2;
                on += 1;
                continue;
            }
            "triple" | "treble" => {
                times = 3;
                on += 1;
                continue;
            }
            "zero" | "oh" | "nought" | "o" => '0',
            "one" => '1',
            "two" => '2',
            "three" => '3',
            "four" => '4',
            "five" => '5',
            "six" => '6',
            "seven" => '7',
            "eight" => '8',
            "nine" => '9',
            _ => break,
        };
        (0..times).for_each(|_| run.digits.push(digit));
        times = 1;
        run.last = on;
        on += 1;
    }
    (run.digits.len() >= 10).then_some(run)
}

/// Whether ten digits carry the check digit of an NHS number (modulus 11).
/// Source: NHS Data Dictionary, NHS NUMBER.
fn is_checked(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = values.iter().take(9).zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 11;
    values.len() == 10 && check != 10 && values.last() == Some(&check)
}

fn nhs_number(known: Option<&str>, text: &Folded, run: &Run, found: &mut Vec<Found>) {
    let digits = run.digits.as_str();
    let labelled = (1..=4).any(|back| text.before(run.first, back) == "nhs");
    let why = if digits.len() == 10 && known == Some(digits) {
        Why::NhsNumberKnown
    } else if digits.len() == 10
        && known.is_some_and(|k| strsim::osa_distance(k, digits) <= 2)
        && !is_checked(digits)
    {
        Why::NhsNumberNear
    } else if digits.len() == 10 && (is_checked(digits) && !digits.starts_with('0') || labelled) {
        Why::NhsNumber
    } else if digits.len() == 4
        && known.is_some_and(|k| k.ends_with(digits))
        && (1..=2).any(|back| {
            matches!(text.before(run.first, back), "ending" | "ends" | "end" | "last" | "digits" | "four")
        })
    {
        Why::NhsNumberKnown
    } else {
        return;
    };
    found.push(Found { bytes: text.bytes(run.first, run.last), kind: Kind::NhsNumber, why });
}

/// The digits of a telephone number without country code and leading zero.
fn significant(digits: &str) -> &str {
    digits.trim_start_matches("00").strip_prefix("44").unwrap_or(digits).trim_start_matches('0')
}

/// Numbers that the public rings.
const PUBLIC: &[&str] =
    &["0800", "0808", "0300", "0303", "0330", "0333", "0345", "0845", "0870", "0871", "0844", "116", "18001"];

fn telephone(known: &[String], text: &Folded, run: &Run, found: &mut Vec<Found>) {
    let digits = run.digits.as_str();
    let own = significant(digits);
    // With an extension, or one digit short: the same number.
    let is_known = own.len() >= 6
        && known.iter().any(|k| {
            k.len() >= 6 && (k == own || own.starts_with(k.as_str()) || k.ends_with(own) && own.len() > 5)
        });
    let shape: RangeInclusive<usize> = if run.plus { 9..=15 } else { 10..=11 };
    let national = digits.starts_with('0') && !digits.starts_with("00") || digits.starts_with("0044");
    let looks = shape.contains(&digits.len()) && (run.plus || national)
        || digits.starts_with("0044") && digits.len() == 14;
    if is_known || looks && !PUBLIC.iter().any(|p| digits.starts_with(p)) {
        let mut bytes = text.bytes(run.first, run.last);
        bytes.start -= usize::from(
            run.plus
                && bytes.start > 0
                && text.previous_char(run.first) == Some('+')
                && plus_is_one_byte(text, run.first, bytes.start),
        );
        let why = if is_known { Why::TelephoneKnown } else { Why::Telephone };
        found.push(Found { bytes, kind: Kind::Telephone, why });
    }
}

/// Whether the sign before word `at` is the one byte before it; a wide plus takes three.
fn plus_is_one_byte(text: &Folded, at: usize, start: usize) -> bool {
    text.letter_before(at).is_some_and(|bytes| bytes == (start - 1..start))
}

/// The areas of postcodes: the letters that a first half begins with. Source: the public list of postcode areas.
const AREAS: &str = "
ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy
ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl
po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze
";

/// Whether a key is the first half of a postcode, such as "ll11" or "sw1a".
fn is_outward(key: &str) -> bool {
    let area: String = key.chars().take_while(char::is_ascii_lowercase).collect();
    let rest = key.get(area.len()..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letters = rest.len() - digits;
    !area.is_empty()
        && AREAS.split_whitespace().any(|a| a == area)
        && (1..=2).contains(&digits)
        && (letters == 0 || letters == 1 && digits == 1)
        && rest.bytes().skip(digits).all(|b| b.is_ascii_lowercase())
}

/// Whether a key is the second half of a postcode, such as "2zz".
fn is_inward(key: &str) -> bool {
    let bytes = key.as_bytes();
    bytes.len() == 3
        && bytes.first().is_some_and(u8::is_ascii_digit)
        && bytes.iter().skip(1).all(|b| b.is_ascii_lowercase() && !b"cikmov".contains(b))
}

fn halves(key: &str) -> Option<(&str, &str)> {
    let cut = key.len().checked_sub(3)?;
    let (outward, inward) = (key.get(..cut)?, key.get(cut..)?);
    (is_outward(outward) && is_inward(inward)).then_some((outward, inward))
}

fn postcodes_of(address: &str) -> Vec<String> {
    let text = Folded::new(address);
    (0..text.words.len())
        .filter_map(|at| {
            let joined = format!("{}{}", text.key(at), text.key(at + 1));
            halves(&joined)
                .or_else(|| halves(text.key(at)))
                .map(|(outward, inward)| format!("{outward}{inward}"))
        })
        .collect()
}

fn postcode(known: &[String], text: &Folded, at: usize, found: &mut Vec<Found>) {
    let key = text.key(at);
    let why = |code: &str| if known.iter().any(|k| k == code) { Why::PostcodeKnown } else { Why::Postcode };
    if halves(key).is_some() {
        found.push(Found { bytes: text.bytes(at, at), kind: Kind::Postcode, why: why(key) });
    } else if is_outward(key) && is_inward(text.key(at + 1)) && text.gap_is(at, 3, " -") {
        let code = format!("{key}{}", text.key(at + 1));
        found.push(Found { bytes: text.bytes(at, at + 1), kind: Kind::Postcode, why: why(&code) });
    } else if is_outward(key) && known.iter().any(|k| k.len() == key.len() + 3 && k.starts_with(key)) {
        found.push(Found { bytes: text.bytes(at, at), kind: Kind::Postcode, why: Why::PostcodeKnown });
    }
}

/// The shape of a key: `a` for a letter, `9` for a digit.
fn shape(key: &str) -> String {
    key.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'a' }).collect()
}

fn vehicle(text: &Folded, at: usize, found: &mut Vec<Found>) {
    const SHAPES: &[&str] = &["aa99aaa", "a999aaa", "a99aaa", "a9aaa", "aaa999a", "aaa99a"];
    /// Northern Ireland's and older ones, which look like other references.
    const BESIDE_WORDS: &[&str] = &["aaa9999", "aaa999", "aa9999", "aaa99", "aaa9a", "a9aaa", "a99aaa"];
    let near = (1..=4).any(|back| {
        matches!(
            text.before(at, back),
            "reg" | "registration" | "plate" | "car" | "van" | "vehicle" | "vrm" | "motorbike" | "lorry"
        )
    });
    for last in [at + 1, at] {
        let loud = (at..=last)
            .all(|i| text.word(i).is_some_and(|w| w.capitals || w.is_number() || w.is_single() && w.capital));
        let key: String =
            if last == at { text.key(at).to_owned() } else { format!("{}{}", text.key(at), text.key(last)) };
        if last > at && (!text.gap_is(at, 1, " -") || text.word(last).is_none()) || key.len() > 7 {
            continue;
        }
        let shape = shape(&key);
        let fits = SHAPES.contains(&shape.as_str()) || near && BESIDE_WORDS.contains(&shape.as_str());
        // "AT 10 THE" and "PC12 AND" in capitals are no plates.
        let words = key
            .trim_start_matches(|c: char| !c.is_ascii_digit())
            .trim_start_matches(|c: char| c.is_ascii_digit());
        let plain = crate::names::is_ordinary(words) && words.len() == 3
            || matches!(words, "the" | "and" | "for" | "all" | "you" | "are");
        if fits && (loud && !text.is_shouted(at) || near) && !plain {
            found.push(Found { bytes: text.bytes(at, last), kind: Kind::Vehicle, why: Why::Vehicle });
            return;
        }
    }
}

/// Words before a reference that say whose record it is a number of.
const HEALTH: &[&[&str]] = &[
    &["hospital", "number"],
    &["hospital", "no"],
    &["hospital", "id"],
    &["patient", "number"],
    &["patient", "no"],
    &["patient", "id"],
    &["rio"],
    &["emis"],
    &["systmone"],
    &["mrn"],
    &["record", "number"],
    &["unit", "number"],
    &["clinic", "number"],
    &["k", "number"],
    &["paris", "id"],
    &["carenotes"],
    &["medical", "record"],
    &["health", "record"],
    &["chi"],
];
const POLICE: &[&[&str]] = &[
    &["pnc"],
    &["cro"],
    &["crn"],
    &["custody", "record"],
    &["custody", "number"],
    &["custody", "ref"],
    &["occurrence"],
    &["crime", "reference"],
    &["crime", "number"],
    &["crime", "no"],
    &["crime", "ref"],
    &["cad"],
    &["incident", "number"],
    &["incident", "no"],
    &["urn"],
    &["warrant", "number"],
    &["intelligence", "log"],
    &["collar", "number"],
    &["niche"],
    &["asn"],
];
const OFFICIAL: &[&[&str]] = &[
    &["passport"],
    &["national", "insurance"],
    &["ni", "number"],
    &["nino"],
    &["driving", "licence"],
    &["licence", "number"],
    &["prison", "number"],
    &["prisoner", "number"],
    &["home", "office"],
    &["nomis"],
    &["visa"],
];

fn numbered(text: &Folded, at: usize, found: &mut Vec<Found>) {
    for (labels, kind, why) in [
        (HEALTH, Kind::HealthRecord, Why::HealthRecord),
        (POLICE, Kind::PoliceRecord, Why::PoliceRecord),
        (OFFICIAL, Kind::OfficialNumber, Why::OfficialNumber),
    ] {
        for label in labels {
            if !label.iter().enumerate().all(|(i, word)| text.key(at + i) == *word) {
                continue;
            }
            let Some(sentence) = text.word(at).map(|w| w.sentence) else { return };
            let mut on = at + label.len();
            while matches!(
                text.key(on),
                "number" | "no" | "id" | "ref" | "reference" | "is" | "was" | "nr" | "num"
            ) && on < at + 6
            {
                on += 1;
            }
            let mut last = on;
            while last < on + 3
                && text.word(last + 1).is_some_and(|w| w.key.bytes().any(|b| b.is_ascii_digit()))
                && text.gap_is(last, 1, "/- ")
            {
                last += 1;
            }
            let digits = (on..=last).flat_map(|i| text.key(i).bytes()).filter(u8::is_ascii_digit).count();
            if digits >= 4 && text.word(on).is_some_and(|w| w.sentence == sentence) {
                found.push(Found { bytes: text.bytes(at, last), kind, why });
                return;
            }
        }
    }
}

/// Numbers that show by their build what they are.
fn official(text: &Folded, at: usize, found: &mut Vec<Found>) {
    let Some(word) = text.word(at) else { return };
    let mut push =
        |last: usize, kind: Kind, why: Why| found.push(Found { bytes: text.bytes(at, last), kind, why });
    let whole = shape(&word.key);
    if whole == "aa999999a" && word.capital {
        return push(at, Kind::OfficialNumber, Why::OfficialNumber);
    }
    // QQ 12 34 56 C
    let spaced = [2, 2, 2, 2, 1].iter().enumerate().all(|(i, length)| {
        let key = text.key(at + i);
        key.len() == *length
            && key.bytes().all(|b| b.is_ascii_digit() == (1..4).contains(&i))
            && (i == 4 || text.gap_is(at + i, 1, " -"))
    });
    if spaced && word.capitals {
        return push(at + 4, Kind::OfficialNumber, Why::OfficialNumber);
    }
    // Prison numbers: A1234BC. Driving licences: five letters or nines, six digits, two letters or nines, one, two.
    if whole == "a9999aa" && word.capitals {
        return push(at, Kind::OfficialNumber, Why::OfficialNumber);
    }
    if word.key.len() == 16
        && word.capitals
        && whole.get(5..11) == Some("999999")
        && word.key.get(..5).is_some_and(|k| k.bytes().all(|b| b.is_ascii_lowercase() || b == b'9'))
    {
        return push(at, Kind::OfficialNumber, Why::OfficialNumber);
    }
    // PNC: 94/123456X, 1994/0123456X. CRO: 123456/58X.
    let next = shape(text.key(at + 1));
    if word.is_number()
        && text.gap_is(at, 1, "/")
        && word.key.len() >= 2
        && next.len() >= 3
        && next.ends_with("9a")
        && next.len() + word.key.len() >= 8
    {
        push(at + 1, Kind::PoliceRecord, Why::PoliceRecord);
    }
}

/// What stands before the sign of an address that belongs to an office.
const OFFICES: &[&str] = &[
    "info",
    "help",
    "enquiries",
    "enquiry",
    "contact",
    "support",
    "admin",
    "safeguarding",
    "referrals",
    "office",
    "hello",
    "duty",
    "team",
    "mail",
    "post",
    "helpline",
    "jo",
    "complaints",
    "foi",
    "dpo",
];
const HOSTS: &[&str] =
    &["facebook", "instagram", "twitter", "tiktok", "x", "linkedin", "snapchat", "youtube", "t", "reddit"];

fn accounts(known: &Known, text: &Folded, found: &mut Vec<Found>) {
    let emails: Vec<String> = known.emails.iter().map(|e| key_of(e)).collect();
    let letters = text.letters();
    let part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '\'');
    let mut from = 0;
    for (at, letter) in letters.iter().enumerate() {
        if letter.c != '@' {
            continue;
        }
        let before =
            letters.get(from..at).unwrap_or_default().iter().rev().take(64).take_while(|l| part(l.c)).count();
        let after = letters.iter().skip(at + 1).take(255).take_while(|l| part(l.c)).count();
        from = at + 1;
        let trimmed = letters
            .get(at + 1..at + 1 + after)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|l| !l.c.is_alphanumeric())
            .count();
        let end = at + 1 + after - trimmed;
        let domain: String = letters.get(at + 1..end).unwrap_or_default().iter().map(|l| l.c).collect();
        let local: String = letters.get(at - before..at).unwrap_or_default().iter().map(|l| l.c).collect();
        if before > 0 && domain.contains('.') {
            let whole: String = format!("{local}{domain}").chars().filter(|c| c.is_alphanumeric()).collect();
            let is_known = emails.contains(&whole);
            if is_known || !OFFICES.contains(&local.as_str()) {
                let why = if is_known { Why::EmailKnown } else { Why::Email };
                found.push(Found { bytes: text.bytes_of(at - before..end), kind: Kind::Email, why });
            }
        } else if before == 0 && domain.len() >= 3 {
            found.push(Found { bytes: text.bytes_of(at..end), kind: Kind::Online, why: Why::Online });
        }
    }
    for at in 0..text.words.len() {
        if HOSTS.contains(&text.key(at))
            && text.key(at + 1) == "com"
            && text.gap_is(at, 1, ".")
            && text.gap_is(at + 1, 1, "/")
        {
            let mut last = at + 2;
            while last < at + 8 && text.gap_is(last, 1, "./_-") && text.gap(last).all(|c| c != ' ') {
                last += 1;
            }
            found.push(Found { bytes: text.bytes(at, last), kind: Kind::Online, why: Why::Online });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_have_an_area_and_two_halves() {
        for good in ["ll992zz", "sw1a2aa", "m11aa", "bd994xx"] {
            assert!(halves(good).is_some(), "{good}");
        }
        for bad in ["qq992zz", "b125mg", "ll99", "", "é11aa", "ll9992zz"] {
            assert!(halves(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn check_digits_are_checked() {
        assert!(is_checked("9990000018") && is_checked("9990000026"));
        assert!(!is_checked("9990000019") && !is_checked("999000001"));
    }
}
