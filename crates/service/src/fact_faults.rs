//! Faults of facts in words, in the language that is answered in. In English they are what [`Expected`] says of itself.

use crate::error::Fault;
use casework::facts::{Expected, FactsError, Supplier};

/// A fault of facts, with its place in them.
#[must_use]
pub fn fact_fault(fault: &FactsError) -> Fault {
    Fault::new(fault.at.clone(), expected(&fault.expected))
}

/// Faults of facts, as faults of a request that holds the facts as its member `facts`.
pub(crate) fn faults_of(faults: Vec<FactsError>) -> Vec<Fault> {
    faults
        .into_iter()
        .map(|fault| Fault::new(format!("/facts{}", fault.at), expected(&fault.expected)))
        .collect()
}

/// What was expected: in English as within a sentence, in Welsh a sentence without its stop.
#[must_use]
pub fn expected(what: &Expected) -> String {
    match what {
        Expected::MemberOnce => ::words::say("refusal-facts-member-once"),
        Expected::WholeJson => ::words::say("refusal-facts-whole-json"),
        // As text, for a number would be grouped by thousands in some languages.
        Expected::Json { line, column } => ::words::phrase("refusal-facts-json")
            .with("line", line.to_string())
            .with("column", column.to_string())
            .say(),
        Expected::Utf8 => ::words::say("refusal-facts-utf8"),
        Expected::ShorterObject { most } => {
            ::words::phrase("refusal-facts-shorter-object").with("most", most.to_string()).say()
        }
        Expected::Facts => ::words::say("refusal-facts-whole"),
        Expected::Object => ::words::say("refusal-facts-object"),
        Expected::ObjectOrNull => ::words::say("refusal-facts-object-or-null"),
        Expected::NoSuchField => ::words::say("refusal-expected-no-such-field"),
        Expected::Required => ::words::say("refusal-facts-required"),
        Expected::OneOf(_)
        | Expected::Whole { .. }
        | Expected::CalendarDay
        | Expected::TrueOrFalse
        | Expected::VersionOne => ::words::phrase("refusal-facts-one").with("what", named(what)).say(),
        Expected::OrNull(inner) => ::words::phrase("refusal-facts-or-null").with("what", named(inner)).say(),
        Expected::List(inner) => ::words::phrase("refusal-facts-list").with("what", named(inner)).say(),
        Expected::EntryOnce => ::words::say("refusal-facts-entry-once"),
        Expected::NothingHere(supplier) => {
            ::words::phrase("refusal-facts-nothing-here").with("who", supplied_by(*supplier)).say()
        }
    }
}

/// What a value has to be, as a noun that others put into their sentence; of what is no value, its own words.
fn named(what: &Expected) -> String {
    match what {
        Expected::OneOf(codes) => {
            ::words::phrase("refusal-facts-one-of").with("codes", codes.join(", ")).say()
        }
        Expected::Whole { min, max } => ::words::phrase("refusal-facts-whole-number")
            .with("min", min.to_string())
            .with("max", max.to_string())
            .say(),
        Expected::CalendarDay => ::words::say("refusal-facts-calendar-day"),
        Expected::TrueOrFalse => ::words::say("refusal-facts-true-or-false"),
        Expected::VersionOne => ::words::say("refusal-facts-version-one"),
        Expected::MemberOnce
        | Expected::WholeJson
        | Expected::Json { .. }
        | Expected::Utf8
        | Expected::ShorterObject { .. }
        | Expected::Facts
        | Expected::Object
        | Expected::ObjectOrNull
        | Expected::NoSuchField
        | Expected::Required
        | Expected::OrNull(_)
        | Expected::List(_)
        | Expected::EntryOnce
        | Expected::NothingHere(_) => expected(what),
    }
}

/// A supplier, as [`Supplier::as_str`] says it in English.
fn supplied_by(supplier: Supplier) -> String {
    match supplier {
        Supplier::Requester => ::words::say("refusal-facts-by-requester"),
        Supplier::Supervisor => ::words::say("refusal-facts-by-supervisor"),
        Supplier::Clinic => ::words::say("refusal-facts-by-clinic"),
        Supplier::Safeguarding => ::words::say("refusal-facts-by-safeguarding"),
        Supplier::Legal => ::words::say("refusal-facts-by-legal"),
        Supplier::DutyHolder => ::words::say("refusal-facts-by-duty-holder"),
        Supplier::Candour => ::words::say("refusal-facts-by-candour"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every() -> Vec<Expected> {
        let one = || Expected::OneOf(vec!["first-code", "second-code"]);
        let number = || Expected::Whole { min: 0, max: 3650 };
        let mut all = vec![
            Expected::MemberOnce,
            Expected::WholeJson,
            Expected::Json { line: 1200, column: 3 },
            Expected::Utf8,
            Expected::ShorterObject { most: 1_048_576 },
            Expected::Facts,
            Expected::Object,
            Expected::ObjectOrNull,
            Expected::NoSuchField,
            Expected::Required,
            one(),
            number(),
            Expected::CalendarDay,
            Expected::TrueOrFalse,
            Expected::VersionOne,
            Expected::EntryOnce,
        ];
        for inner in [one(), number(), Expected::CalendarDay] {
            all.push(Expected::OrNull(Box::new(inner.clone())));
            all.push(Expected::List(Box::new(inner)));
        }
        all.extend(Supplier::ALL.iter().map(|supplier| Expected::NothingHere(*supplier)));
        all
    }

    #[test]
    fn in_english_a_fault_says_what_it_says_of_itself() {
        for one in every() {
            assert_eq!(expected(&one), one.to_string());
        }
    }

    #[test]
    fn in_welsh_a_fault_is_a_sentence_with_nothing_of_the_english_in_it() {
        let welsh = || ::words::Scope { language: ::words::Language::Welsh, address: None };
        for one in every() {
            let said = ::words::scope(welsh(), || expected(&one));
            let english = one.to_string();
            assert_ne!(said, english);
            assert!(said.starts_with(char::is_uppercase), "{said}");
            for word in
                ["whole number", "calendar day", "supplied by", "entry", "one of", "null or", "object"]
            {
                assert!(!said.contains(word), "{said}");
            }
            // Codes are what programs write, and stay.
            assert_eq!(said.contains("first-code, second-code"), english.contains("first-code, second-code"));
        }
    }

    #[test]
    fn a_fault_of_facts_keeps_its_place() {
        let fault = FactsError { at: "/person/age".to_owned(), expected: Expected::Required };
        assert_eq!(fact_fault(&fault), Fault::new("/person/age", "this field, which is required"));
        assert_eq!(faults_of(vec![fault])[0].at, "/facts/person/age");
    }
}
