//! Looking a text over once more before it leaves: what in it identifies the person, or says that they are known.
//!
//! It points out and holds nothing back. Whoever writes reads each passage, and changes the text or lets it stand; that is
//! asked once for each text, and again when the text changes. It finds much and not everything, and says so.

use identifying::{Day, Known, Passage};
use service::views::{ClinicCase, PersonDetails};
use sha2::{Digest as _, Sha256};

/// What a field says whose text is looked over, in the reader's language.
pub const HINT: Hint = Hint;

/// See [`HINT`].
#[derive(Debug, Clone, Copy)]
pub struct Hint;

impl From<Hint> for String {
    fn from(_: Hint) -> Self {
        ::words::say("case-look-over-hint")
    }
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether it is pointed out.
    pub marked: bool,
}

/// Why something is pointed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The words.
    pub words: String,
    /// Why.
    pub why: String,
}

/// A text with what is pointed out in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookOver {
    /// The text in pieces, in order.
    pub pieces: Vec<Piece>,
    /// What is pointed out, in order.
    pub reasons: Vec<Reason>,
    /// Stands for this text and no other, so that it is asked once.
    pub digest: String,
}

/// Stands for a text: SHA-256 in hexadecimal.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a text about a case points out; `None` where nothing does, or where whoever writes has read it: then `looked` is
/// what [`LookOver::digest`] was.
#[must_use]
pub fn look_over(case: &ClinicCase, text: &str, looked: &str) -> Option<LookOver> {
    looked_over(&case.person.as_ref().map(known).unwrap_or_default(), text, looked)
}

/// The same of a text that belongs to no case, so that nobody is known beforehand.
#[must_use]
pub fn look_over_alone(text: &str, looked: &str) -> Option<LookOver> {
    looked_over(&Known::default(), text, looked)
}

fn looked_over(known: &Known, text: &str, looked: &str) -> Option<LookOver> {
    let digest = digest(text);
    if looked == digest {
        return None;
    }
    // What is too long to be looked over is too long to be taken.
    let passages = identifying::find(known, text).ok()?;
    (!passages.is_empty()).then(|| marked(text, &passages, digest))
}

fn known(person: &PersonDetails) -> Known {
    Known {
        names: vec![person.name.clone()],
        born: person.date_of_birth.as_deref().and_then(born),
        nhs_number: person.nhs_number.clone(),
        addresses: person.address.iter().cloned().collect(),
        ..Known::default()
    }
}

/// A day as people read it, in English or in the language that is answered in.
fn born(text: &str) -> Option<Day> {
    if let Ok(day) = jiff::civil::Date::strptime("%d %B %Y", text) {
        return Day::parse(&day.to_string());
    }
    let mut parts = text.split(' ');
    let (day, name, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = (1..=12)
        .find(|month: &u8| ::words::coded("date-month", &month.to_string()).as_deref() == Some(name))?;
    Day::parse(&format!("{year}-{month:02}-{day:0>2}"))
}

/// Why a passage is pointed out, in the reader's language.
fn why(sentence: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let id: String = sentence.chars().map(plain).collect();
    let id = id.split_whitespace().collect::<Vec<_>>().join("-");
    ::words::translated(&format!("case-why-{id}"), sentence)
}

fn marked(text: &str, passages: &[Passage], digest: String) -> LookOver {
    let mut pieces = Vec::new();
    let mut reasons: Vec<Reason> = Vec::new();
    let mut at = 0;
    for passage in passages {
        let Some(words) = text.get(passage.range.clone()) else { continue };
        let reason = Reason { words: words.to_owned(), why: why(passage.why) };
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
        // Passages may overlap: what is marked already stays so.
        let from = passage.range.start.max(at);
        let (Some(before), Some(here)) = (text.get(at..from), text.get(from..passage.range.end.max(from)))
        else {
            continue;
        };
        for (text, marked) in [(before, false), (here, true)] {
            if !text.is_empty() {
                pieces.push(Piece { text: text.to_owned(), marked });
            }
        }
        at = passage.range.end.max(at);
    }
    if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece { text: rest.to_owned(), marked: false });
    }
    LookOver { pieces, reasons, digest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::clinic::samples;

    #[test]
    fn names_and_days_are_pointed_out_and_read_once() {
        let case = samples::case();
        let person = case.person.clone().unwrap();
        let day = person.date_of_birth.clone().unwrap();
        let text = format!("Speak calmly. {} was born on {day}.", person.name);
        let over = look_over(&case, &text, "").unwrap();
        let whole: String = over.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, text);
        let marked: Vec<&str> =
            over.pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
        let is_marked = |words: &str| marked.iter().any(|piece| piece.contains(words));
        assert!(is_marked(&person.name) && is_marked(&day) && !is_marked("calmly"), "{marked:?}");
        assert_eq!(look_over(&case, &text, &over.digest), None);
        assert!(look_over(&case, &format!("{text} "), &over.digest).is_some(), "another text");
    }

    #[test]
    fn general_advice_is_left_alone_and_an_enquiry_has_no_person() {
        let case = samples::enquiry();
        let general = "Speak calmly, keep your distance, and offer the crisis line. Avoid raised voices.";
        assert_eq!(look_over(&case, general, ""), None);
        assert!(look_over(&case, "He is known to our service and was admitted last year.", "").is_some());
    }
}
