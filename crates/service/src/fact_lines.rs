//! Facts in words: one line a field, in the order of the form, with who supplies it.

use crate::views::FactLine;
use casework::facts::{Facts, supplier_of};
use serde_json::Value;

/// Every field, in the order in which people are shown them.
pub const FIELDS: &[&str] = &[
    "/purpose",
    "/urgency",
    "/requester/body",
    "/requester/rank",
    "/requester/signed",
    "/requester/countersigned",
    "/requester/acts_for",
    "/requester/identity",
    "/initiated_by",
    "/claimed_bases",
    "/items",
    "/ongoing",
    "/concern/harm_to_others",
    "/concern/harm_to_others_past_only",
    "/concern/identified_victim",
    "/concern/harm_to_self",
    "/concern/suicide_concern",
    "/concern/offence",
    "/concern/wound",
    "/concern/evidence",
    "/justification/items_needed_why",
    "/justification/line_of_enquiry",
    "/justification/less_intrusive_tried",
    "/justification/why_not_consent",
    "/justification/balance_written",
    "/person/identified",
    "/person/age",
    "/person/alive",
    "/person/is_victim_or_witness",
    "/person/child_competence",
    "/person/capacity",
    "/person/capacity_assessed",
    "/consent/status",
    "/consent/by",
    "/consent/asked_by_health_service",
    "/consent/specific",
    "/consent/informed_and_free",
    "/consent/written",
    "/consent/single_use",
    "/consent/age_days",
    "/consent/covers",
    "/representative/authority_checked",
    "/representative/consulted",
    "/representative/overall_benefit_written",
    "/representative/can_wait",
    "/victim_request/notice_given",
    "/victim_request/exception",
    "/victim_request/counselling_records",
    "/victim_request/senior_approval",
    "/victim_request/substantial_probative_value",
    "/safeguarding/child_harm",
    "/safeguarding/harm_reasoning",
    "/safeguarding/section_47_letter",
    "/safeguarding/strategy_meeting",
    "/safeguarding/named_professional_consulted",
    "/safeguarding/adult_care_needs",
    "/safeguarding/adult_abuse_or_neglect",
    "/safeguarding/adult_unable_to_protect",
    "/safeguarding/coercion",
    "/safeguarding/others_at_risk",
    "/safeguarding/local_authority_enquiry",
    "/safeguarding/holder_considers_relevant",
    "/safeguarding/detriment_assessed",
    "/safeguarding/recipient_function_stated",
    "/instrument/kind",
    "/instrument/issuer",
    "/instrument/written",
    "/instrument/sealed",
    "/instrument/in_date",
    "/instrument/ends_on",
    "/instrument/names_holder",
    "/instrument/names_requester",
    "/instrument/describes_items",
    "/instrument/particulars_stated",
    "/instrument/access_conditions",
    "/instrument/future_material",
    "/instrument/future_days",
    "/instrument/ordinary_care_only",
    "/instrument/sab_conditions",
    "/instrument/person_heard",
    "/instrument/forbids_notice",
    "/instrument/ban_ends_on",
    "/mappa/category",
    "/mappa/level",
    "/mappa/convicted",
    "/mappa/questions_listed",
    "/mappa/meeting_date_set",
    "/missing/incident_number",
    "/missing/risk_grade",
    "/missing/end_time_set",
    "/missing/avoiding_police_bail",
    "/missing/found",
    "/duty/regulated_professional",
    "/duty/learnt_at_work",
    "/duty/fgm_told_or_seen",
    "/duty/terrorist_property_suspected",
    "/duty/terrorism_of_another",
    "/duty/child_abuse_offence_suspected",
    "/duty/adult_or_child_at_risk",
    "/onward/to",
    "/onward/says_source",
    "/onward/asks_for_reports",
    "/repetition/same_force_referrals_90_days",
    "/repetition/new_facts_since_last",
    "/deferral/asked",
    "/deferral/ground",
    "/deferral/reasons_given",
    "/deferral/legal_service_agrees",
    "/deferral/days",
    "/nation",
    "/date",
];

/// What a field means; `None` for what is none.
#[must_use]
pub fn label(field: &str) -> Option<String> {
    let code = field.trim_start_matches('/').replace(['/', '_'], "-");
    ::words::coded("view-field", &code)
}

/// Every field of the facts; `words` says a value of a field for people.
#[must_use]
pub(crate) fn lines(facts: &Facts, words: impl Fn(&str, &Value) -> String) -> Vec<FactLine> {
    let value = facts.to_value();
    let defaults = Facts::defaults(facts.nation, facts.date).to_value();
    FIELDS
        .iter()
        .filter_map(|field| {
            let found = value.pointer(field)?;
            // An object that is null by default has fields only where somebody supplied it.
            let unset = defaults.pointer(field).is_some_and(|default| default == found);
            Some(FactLine {
                field: (*field).to_owned(),
                label: label(field).unwrap_or_else(|| (*field).to_owned()),
                value: words(field, found),
                supplier: supplier_of(field).map_or("", |supplier| supplier.as_str()).to_owned(),
                unset,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::{codes::Nation, time::Day};

    fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (key, inner) in members {
                    leaves(inner, &format!("{at}/{key}"), found);
                }
            }
            _ => found.push(at.to_owned()),
        }
    }

    #[test]
    fn every_field_of_the_facts_has_words() {
        assert!(FIELDS.iter().all(|field| label(field).is_some()));
        let facts = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap());
        let mut found = Vec::new();
        leaves(&facts.to_value(), "", &mut found);
        let nullable = ["/instrument", "/mappa", "/missing", "/duty", "/onward"];
        for field in found {
            let known = (FIELDS.contains(&field.as_str()) && label(&field).is_some())
                || nullable.contains(&field.as_str())
                || field == "/facts_version";
            assert!(known, "{field} has no words");
        }
    }
}
