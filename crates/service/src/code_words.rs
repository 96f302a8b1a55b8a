//! Codes of the facts as people read them. Bases and items have their names in the pack; these are the others.
//!
//! Words begin small, as within a sentence, except names and acronyms; a page that shows them alone gives them a capital.

use crate::dates::ForReaders as _;
use crate::words::Words;
use casework::{
    codes::{Basis, Ground, Item, Purpose},
    facts::Facts,
    time::Day,
};
use serde_json::Value;

/// A purpose.
#[must_use]
pub fn purpose(purpose: Purpose) -> String {
    ::words::coded_or("view-purpose", purpose.as_str())
}

/// A ground for telling the person later.
#[must_use]
pub fn ground(ground: Ground) -> String {
    ::words::coded_or("view-ground", ground.as_str())
}

impl Words<'_> {
    /// The value of a field of the facts.
    #[must_use]
    pub(crate) fn fact(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => ::words::say("view-fact-not-stated"),
            Value::Bool(true) => ::words::say("view-fact-yes"),
            Value::Bool(false) => ::words::say("view-fact-no"),
            Value::Number(number) => number.to_string(),
            Value::String(code) => match Day::parse(code) {
                Some(day) => day.for_readers(),
                None => self.fact_code(field, code),
            },
            Value::Array(codes) if codes.is_empty() => ::words::say("view-fact-none"),
            Value::Array(codes) => {
                codes.iter().map(|code| self.fact(field, code)).collect::<Vec<_>>().join("; ")
            }
            Value::Object(_) => String::new(),
        }
    }

    fn fact_code(&self, field: &str, code: &str) -> String {
        match field {
            "/purpose" => Purpose::parse(code).map(purpose),
            "/deferral/ground" => Ground::parse(code).map(ground),
            "/items" | "/consent/covers" | "/instrument/describes_items" => {
                Item::parse(code).map(|item| self.item(item).name)
            }
            // Most kinds of paper are called as the basis that they serve.
            "/claimed_bases" | "/instrument/kind" => Basis::parse(code).map(|basis| self.basis(basis).name),
            _ => None,
        }
        .or_else(|| ::words::coded("view-code", code))
        .unwrap_or_else(|| code.replace('-', " "))
    }

    /// Every field of the facts in words.
    #[must_use]
    pub(crate) fn fact_lines(&self, facts: &Facts) -> Vec<crate::views::FactLine> {
        crate::fact_lines::lines(facts, |field, value| self.fact(field, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::codes::{
        ActsFor, Body, Capacity, ChildCompetence, ChildHarm, Code, ConsentBy, ConsentStatus, Evidence,
        HarmToOthers, HarmToSelf, Identity, InitiatedBy, InstrumentKind, Issuer, Nation, Offence, OnwardTo,
        Rank, RiskGrade, Urgency, VictimException, WhyNotConsent, Wound,
    };
    use std::collections::BTreeSet;

    fn check<C: Code>(words: Words<'_>, field: &str) {
        for code in C::ALL {
            let said = words.fact(field, &Value::from(code.code()));
            for part in said.split(|c: char| !c.is_alphanumeric()) {
                let small = ["gp", "mappa", "nhs", "fgm", "mha", "dpa", "copi", "foi", "pace", "wales"];
                assert!(!small.contains(&part), "{field}: {said}");
                let mixed = part.chars().any(|c| c.is_ascii_digit())
                    && part.chars().filter(char::is_ascii_lowercase).count() > 1;
                assert!(!mixed, "{field}: {said} holds a code");
            }
        }
    }

    #[test]
    fn no_list_of_codes_shows_a_code() {
        let gate = gate::embedded().unwrap();
        let words = Words::of(gate.pack());
        check::<Nation>(words, "/nation");
        check::<Body>(words, "/requester/body");
        check::<Rank>(words, "/requester/rank");
        check::<Identity>(words, "/requester/identity");
        check::<ActsFor>(words, "/requester/acts_for");
        check::<InitiatedBy>(words, "/initiated_by");
        check::<Purpose>(words, "/purpose");
        check::<Item>(words, "/items");
        check::<InstrumentKind>(words, "/instrument/kind");
        check::<Issuer>(words, "/instrument/issuer");
        check::<HarmToOthers>(words, "/concern/harm_to_others");
        check::<HarmToSelf>(words, "/concern/harm_to_self");
        check::<Evidence>(words, "/concern/evidence");
        check::<Offence>(words, "/concern/offence");
        check::<Wound>(words, "/concern/wound");
        check::<Urgency>(words, "/urgency");
        check::<WhyNotConsent>(words, "/justification/why_not_consent");
        check::<ChildCompetence>(words, "/person/child_competence");
        check::<Capacity>(words, "/person/capacity");
        check::<ConsentStatus>(words, "/consent/status");
        check::<ConsentBy>(words, "/consent/by");
        check::<VictimException>(words, "/victim_request/exception");
        check::<ChildHarm>(words, "/safeguarding/child_harm");
        check::<RiskGrade>(words, "/missing/risk_grade");
        check::<OnwardTo>(words, "/onward/to");
        check::<Ground>(words, "/deferral/ground");
    }

    #[test]
    fn bases_are_called_as_the_pack_calls_them() {
        let gate = gate::embedded().unwrap();
        let words = Words::of(gate.pack());
        let names: BTreeSet<String> = Basis::ALL.iter().map(|basis| words.basis(*basis).name).collect();
        for basis in Basis::ALL {
            assert!(names.contains(&words.fact("/claimed_bases", &Value::from(basis.as_str()))), "{basis}");
        }
        let two = serde_json::json!(["ctsa2015-s26", "cja2009-sch5-para1"]);
        let said = words.fact("/claimed_bases", &two);
        assert!(!said.contains("ctsa2015") && said.contains("; "), "{said}");
    }
}
