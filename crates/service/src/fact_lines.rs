//! Facts in words: one line a field, in the order of the form, with who supplies it.

use crate::views::FactLine;
use casework::facts::{Facts, supplier_of};
use serde_json::Value;

/// What each field means, in the order in which people are shown them.
pub const FIELDS: &[(&str, &str)] = &[
    ("/purpose", "Main purpose"),
    ("/urgency", "Urgency claimed"),
    ("/requester/body", "Kind of body that asks"),
    ("/requester/rank", "Rank or role"),
    ("/requester/signed", "The form is signed"),
    ("/requester/countersigned", "An inspector or above has also signed"),
    ("/requester/acts_for", "Asks on behalf of"),
    ("/requester/identity", "How far identity was confirmed"),
    ("/initiated_by", "Who began this"),
    ("/claimed_bases", "Bases relied on"),
    ("/items", "Information asked for"),
    ("/ongoing", "Asks for something after the answer: updates, reports, alerts"),
    ("/concern/harm_to_others", "Harm feared to others"),
    ("/concern/harm_to_others_past_only", "That harm has happened and is not feared again"),
    ("/concern/identified_victim", "A particular person is at risk"),
    ("/concern/harm_to_self", "Harm feared to the person"),
    ("/concern/suicide_concern", "The harm feared is suicide"),
    ("/concern/offence", "Gravity of the offence"),
    ("/concern/wound", "Wound that brought the person to care"),
    ("/concern/evidence", "Best evidence"),
    ("/justification/items_needed_why", "A reason is given for each item"),
    ("/justification/line_of_enquiry", "A reasonable line of enquiry is given"),
    ("/justification/less_intrusive_tried", "Less intrusive means were tried, or why not is said"),
    ("/justification/why_not_consent", "Why consent is not being sought"),
    ("/justification/balance_written", "The balance of harms is written down"),
    ("/person/identified", "The request identifies one person"),
    ("/person/age", "Age"),
    ("/person/alive", "The person is alive"),
    ("/person/is_victim_or_witness", "The person is or may be a victim or witness"),
    ("/person/child_competence", "Competence of a child under 16 for this decision"),
    ("/person/capacity", "Capacity for this decision"),
    ("/person/capacity_assessed", "An assessment for this decision is recorded"),
    ("/consent/status", "Consent"),
    ("/consent/by", "Who gave or refused it"),
    ("/consent/asked_by_health_service", "The health service asked, not the officer"),
    ("/consent/specific", "It says what, to whom and why"),
    ("/consent/informed_and_free", "It was informed and freely given"),
    ("/consent/written", "It was recorded in writing"),
    ("/consent/single_use", "It is for one use"),
    ("/consent/age_days", "Days since it was given"),
    ("/consent/covers", "What it covers"),
    ("/representative/authority_checked", "Attorney or deputy was checked for"),
    ("/representative/consulted", "Those close to the person were consulted"),
    ("/representative/overall_benefit_written", "The overall benefit is written down"),
    ("/representative/can_wait", "The decision can wait for recovery"),
    ("/victim_request/notice_given", "Written notice was given to the victim"),
    ("/victim_request/exception", "Exception relied on instead of notice"),
    ("/victim_request/counselling_records", "The records are counselling information"),
    ("/victim_request/senior_approval", "A senior officer approved"),
    ("/victim_request/substantial_probative_value", "Substantial probative value is shown"),
    ("/safeguarding/child_harm", "Harm to the child"),
    ("/safeguarding/harm_reasoning", "The reasoning about harm is written"),
    ("/safeguarding/section_47_letter", "The local authority's section 47 letter is supplied"),
    ("/safeguarding/strategy_meeting", "A strategy meeting is recorded"),
    ("/safeguarding/named_professional_consulted", "The named safeguarding professional was consulted"),
    ("/safeguarding/adult_care_needs", "The adult has care and support needs"),
    ("/safeguarding/adult_abuse_or_neglect", "Abuse or neglect is suspected"),
    ("/safeguarding/adult_unable_to_protect", "The adult cannot protect themself because of those needs"),
    ("/safeguarding/coercion", "Coercion is suspected"),
    ("/safeguarding/others_at_risk", "Other people are at risk"),
    ("/safeguarding/local_authority_enquiry", "The local authority made or confirmed a section 42 enquiry"),
    (
        "/safeguarding/holder_considers_relevant",
        "The health body itself finds it relevant to the child's welfare",
    ),
    ("/safeguarding/detriment_assessed", "The health body found sharing not more detrimental than not"),
    ("/safeguarding/recipient_function_stated", "The recipient's safeguarding function is stated"),
    ("/instrument/kind", "The paper served"),
    ("/instrument/issuer", "Who issued it"),
    ("/instrument/written", "It is in writing"),
    ("/instrument/sealed", "A sealed copy was seen"),
    ("/instrument/in_date", "It is in force"),
    ("/instrument/ends_on", "It ends on"),
    ("/instrument/names_holder", "It is addressed to this trust, which holds the material"),
    ("/instrument/names_requester", "It names the body that asks"),
    ("/instrument/describes_items", "What it describes"),
    ("/instrument/particulars_stated", "The details that the law requires are there"),
    ("/instrument/access_conditions", "Access conditions cited"),
    ("/instrument/future_material", "It reaches material not yet in existence"),
    ("/instrument/future_days", "How many days ahead it reaches"),
    ("/instrument/ordinary_care_only", "It reaches only papers made in ordinary care"),
    ("/instrument/sab_conditions", "Care Act section 45 conditions shown"),
    ("/instrument/person_heard", "The person had notice and could be heard"),
    ("/instrument/forbids_notice", "Its terms forbid telling the person"),
    ("/instrument/ban_ends_on", "The ban on telling ends on"),
    ("/mappa/category", "MAPPA category"),
    ("/mappa/level", "MAPPA level"),
    ("/mappa/convicted", "The person is convicted"),
    ("/mappa/questions_listed", "Specific questions are listed"),
    ("/mappa/meeting_date_set", "A meeting date is set"),
    ("/missing/incident_number", "An incident number is given"),
    ("/missing/risk_grade", "Police risk grade"),
    ("/missing/end_time_set", "When the sharing ends is stated"),
    ("/missing/avoiding_police_bail", "The person is avoiding police bail"),
    ("/missing/found", "The person has been found"),
    ("/duty/regulated_professional", "The holder is a regulated professional"),
    ("/duty/learnt_at_work", "Learnt in the course of work"),
    ("/duty/fgm_told_or_seen", "Told by the girl, or physical signs seen"),
    ("/duty/terrorist_property_suspected", "A terrorist property offence is suspected"),
    ("/duty/terrorism_of_another", "It may help to prevent terrorism by another person"),
    ("/duty/child_abuse_offence_suspected", "A child sex offence is suspected"),
    ("/duty/adult_or_child_at_risk", "An adult or child is believed to be at risk"),
    ("/onward/to", "Who would receive it next"),
    ("/onward/says_source", "It says where the information came from"),
    ("/onward/asks_for_reports", "It asks the receiver to watch or report"),
    ("/repetition/same_force_referrals_90_days", "Earlier referrals by the same force in 90 days"),
    ("/repetition/new_facts_since_last", "It rests on facts that arose after the last one"),
    ("/deferral/asked", "Putting off notice is asked for"),
    ("/deferral/ground", "Ground claimed"),
    ("/deferral/reasons_given", "Fresh written reasons are given"),
    ("/deferral/legal_service_agrees", "The legal service agrees that telling would be likely to prejudice"),
    ("/deferral/days", "Days asked for"),
    ("/nation", "Whose law applies"),
    ("/date", "Date of the request"),
];

/// Every field of the facts; `words` says a value of a field for people.
#[must_use]
pub(crate) fn lines(facts: &Facts, words: impl Fn(&str, &Value) -> String) -> Vec<FactLine> {
    let value = facts.to_value();
    let defaults = Facts::defaults(facts.nation, facts.date).to_value();
    FIELDS
        .iter()
        .filter_map(|(field, label)| {
            let found = value.pointer(field)?;
            // An object that is null by default has fields only where somebody supplied it.
            let unset = defaults.pointer(field).is_some_and(|default| default == found);
            Some(FactLine {
                field: (*field).to_owned(),
                label: (*label).to_owned(),
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
        let facts = Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap());
        let mut found = Vec::new();
        leaves(&facts.to_value(), "", &mut found);
        let nullable = ["/instrument", "/mappa", "/missing", "/duty", "/onward"];
        for field in found {
            let known = FIELDS.iter().any(|(known, _)| *known == field)
                || nullable.contains(&field.as_str())
                || field == "/facts_version";
            assert!(known, "{field} has no words");
        }
    }
}
