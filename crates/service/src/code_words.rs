//! Codes of the facts as people read them. Bases and items have their names in the pack; these are the others.
//!
//! A code that reads well with spaces for hyphens has no line here. Words begin small, as within a sentence, except
//! names and acronyms; a page that shows them alone gives them a capital.

use crate::words::Words;
use casework::{
    codes::{Basis, Ground, Item, Purpose},
    facts::Facts,
    time::Day,
};
use serde_json::Value;

/// A purpose.
#[must_use]
pub const fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::DetectMinorCrime => "to detect a minor crime",
        Purpose::InvestigateSeriousCrime => "to investigate a serious crime",
        Purpose::InvestigateAssault => "to investigate an assault",
        Purpose::InvestigateDomesticAbuse => "to investigate domestic abuse",
        Purpose::PreventSeriousHarm => "to prevent serious harm to somebody",
        Purpose::SaveLife => "to save a life",
        Purpose::PreventActOfTerrorism => "to prevent an act of terrorism",
        Purpose::TerroristInvestigation => "a terrorist investigation",
        Purpose::CounterTerrorismUnspecified => "counter-terrorism, not more precisely",
        Purpose::PreventTriage => "to sort a Prevent referral",
        Purpose::ChannelSupport => "support through Channel",
        Purpose::AssessVulnerability => "to assess how vulnerable somebody is",
        Purpose::AssistIntelligenceService => "to assist an intelligence service",
        Purpose::IdentifyDriver => "to identify a driver",
        Purpose::FindMissingPerson => "to find a missing person",
        Purpose::SafeDetention => "to keep somebody safe in custody",
        Purpose::ProtectChild => "to protect a child",
        Purpose::Section47Enquiry => "a section 47 enquiry about a child",
        Purpose::AdultSafeguarding => "to safeguard an adult",
        Purpose::SafeguardingAdultsReview => "a safeguarding adults review",
        Purpose::FgmEnquiry => "an enquiry about female genital mutilation",
        Purpose::ManageConvictedOffender => "to manage a convicted offender",
        Purpose::CriminalTrial => "a criminal trial",
        Purpose::ChargingDecision => "a decision whether to charge",
        Purpose::VictimStatement => "a victim's statement",
        Purpose::Inquest => "an inquest",
        Purpose::StrategicNeedsAssessment => "an assessment of needs in an area",
        Purpose::AutomatedFeed => "a regular or automatic feed",
        Purpose::TreatmentCompliance => "to learn whether somebody takes their treatment",
        Purpose::CovertAlert => "to be alerted without the person knowing",
        Purpose::ResumeSurveillance => "to decide whether to watch somebody again",
        Purpose::IntelligenceGathering => "to gather intelligence",
        Purpose::CommunicationAdvice => "advice on how to talk with somebody",
        Purpose::ObtainCare => "to get somebody care",
        Purpose::AntisocialBehaviour => "antisocial behaviour",
        Purpose::Other => "something else",
    }
}

/// A ground for telling the person later.
#[must_use]
pub const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::NTa39 => "telling would be likely to prejudice a terrorist investigation",
        Ground::NTa21d => "tipping off",
        Ground::NSch2p2 => "telling would prejudice the investigation of a crime",
        Ground::NSch3p5 => "serious harm from seeing a health record",
        Ground::NSch3p4 => "what the person would not expect",
        Ground::NCourt => "an order forbids telling",
        Ground::NSafety => "telling would put somebody in danger",
        Ground::NVir => "an exception for victims and witnesses applies",
        Ground::None => "no ground",
    }
}

/// A code that hyphens alone do not explain, whichever field it stands in.
fn exception(code: &str) -> Option<&'static str> {
    Some(match code {
        "england" => "England",
        "wales" => "Wales",
        "gp" => "GP",
        "counter-terrorism-police" => "counter-terrorism police",
        "mappa-responsible-authority" => "MAPPA responsible authority",
        "channel-panel" => "Channel panel",
        "verified-by-call-back" => "verified by calling back",
        "requester" => "whoever asks",
        "duty-holder" => "a health worker under a duty of their own",
        "health-service" => "the health service",
        "second-hand" => "second-hand",
        "first-hand" => "first-hand",
        "low-or-unclear" => "low, or not clear",
        "asserted" => "somebody says so, and nothing yet bears it out",
        "imminent-serious" => "serious, and about to happen",
        "imminent-death" => "the person may die soon",
        "knife-attack" => "a wound from an attack with a knife or blade",
        "accidental-or-self-inflicted" => "accidental or self-inflicted",
        "order-deadline" => "a court order sets a day",
        "custody-clock" => "somebody is in custody",
        "same-day" => "today",
        "immediate" => "emergency",
        "has-capacity" => "the person has it",
        "lacks-temporary" => "the person lacks it for now",
        "lacks-long-term" => "the person lacks it for the long term",
        "application-or-draft" => "an application or a draft",
        "service-confirmation" => "a confirmation by an intelligence service",
        "in-need" => "a child in need",
        _ => return None,
    })
}

impl Words<'_> {
    /// The value of a field of the facts.
    #[must_use]
    pub(crate) fn fact(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => "not stated".to_owned(),
            Value::Bool(true) => "yes".to_owned(),
            Value::Bool(false) => "no".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(code) => match Day::parse(code) {
                Some(day) => day.for_people(),
                None => self.fact_code(field, code),
            },
            Value::Array(codes) if codes.is_empty() => "none".to_owned(),
            Value::Array(codes) => {
                codes.iter().map(|code| self.fact(field, code)).collect::<Vec<_>>().join("; ")
            }
            Value::Object(_) => String::new(),
        }
    }

    fn fact_code(&self, field: &str, code: &str) -> String {
        match field {
            "/purpose" => Purpose::parse(code).map(|code| purpose(code).to_owned()),
            "/deferral/ground" => Ground::parse(code).map(|code| ground(code).to_owned()),
            "/items" | "/consent/covers" | "/instrument/describes_items" => {
                Item::parse(code).map(|item| self.item(item).name)
            }
            // Most kinds of paper are called as the basis that they serve.
            "/claimed_bases" | "/instrument/kind" => Basis::parse(code).map(|basis| self.basis(basis).name),
            _ => None,
        }
        .or_else(|| exception(code).map(str::to_owned))
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
