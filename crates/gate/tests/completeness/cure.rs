//! Supplying a field: what whoever can put a reason right would write into it.

use casework::{
    codes::{Basis, Item, Purpose, Reason},
    facts::Facts,
};
use serde_json::{Value, json};

/// Facts with the field supplied, once for each good value that it may have.
pub fn cured(facts: &Facts, basis: Basis, field: &str) -> Vec<Facts> {
    let values = good_values(facts, basis, field);
    assert!(!values.is_empty(), "nobody has said what would be a good value of {field}");
    values.iter().map(|value| with(facts, field, value)).collect()
}

/// Facts with every field supplied at once. Of the items, the first within the ceiling or the paper is asked for.
pub fn supplied(facts: &Facts, basis: Basis, reason: Reason, fields: &[&str]) -> Facts {
    let mut all = facts.clone();
    // A whole paper first, so that it does not undo a field of it.
    for field in fields.iter().filter(|field| **field == "/instrument") {
        all = with(&all, field, &paper(basis));
    }
    for field in fields.iter().filter(|field| !matches!(**field, "/instrument" | "/items")) {
        let first = good_values(&all, basis, field).first().cloned().unwrap();
        all = with(&all, field, &first);
    }
    if reason == Reason::ChildInNeedAgreementMissing || fields.contains(&"/consent/status") {
        all = with(&all, "/consent/by", &json!("person"));
    }
    if reason == Reason::CounsellingPresumption {
        all = with(&all, "/victim_request/senior_approval", &json!(true));
    }
    if fields.contains(&"/instrument/in_date") {
        all = with(&all, "/instrument/ends_on", &Value::Null);
    }
    if fields.contains(&"/items") {
        let asking = |items: Value| {
            let asked = with(&all, "/items", &items);
            // A yes that covers nothing is no yes: the clinic asks the person about what is asked for.
            if basis == Basis::ExplicitConsent { with(&asked, "/consent/covers", &items) } else { asked }
        };
        let mut better = good_values(&all, basis, "/items").into_iter().map(asking);
        if let Some(found) = better.find(|facts| gives_something(facts, basis)) {
            return found;
        }
    }
    all
}

fn gives_something(facts: &Facts, basis: Basis) -> bool {
    super::closed_on(&super::judged(facts), basis)
        .is_none_or(|closed| !super::codes(closed).contains(&Reason::NoItemWithinCeiling))
}

fn with(facts: &Facts, field: &str, value: &Value) -> Facts {
    let mut all = facts.to_value();
    *all.pointer_mut(field).unwrap_or_else(|| panic!("{field} is not there: {}", facts.to_value())) =
        value.clone();
    Facts::from_value(&all).unwrap()
}

fn good_values(facts: &Facts, basis: Basis, field: &str) -> Vec<Value> {
    match field {
        "/requester/identity" => vec![json!("verified")],
        "/requester/rank" => vec![json!("sergeant"), json!("inspector")],
        "/person/age" => match basis {
            Basis::Ca2004S16la
            | Basis::ChildSafeguardingS17S47
            | Basis::Fgm2003S5b
            | Basis::Cpa2026CsaReport
            | Basis::Sswba2014S130 => vec![json!(10)],
            _ => vec![json!(30), json!(10)],
        },
        "/purpose" => {
            let first = [Purpose::InvestigateSeriousCrime];
            first.iter().chain(Purpose::ALL).map(|purpose| json!(purpose.as_str())).collect()
        }
        "/items" => Item::ALL.iter().map(|item| json!([item.as_str()])).collect(),
        "/instrument" => vec![paper(basis)],
        "/instrument/kind" => vec![json!(basis.as_str())],
        "/instrument/issuer" => vec![paper(basis)["issuer"].clone()],
        "/instrument/in_date" => vec![json!(true)],
        "/instrument/describes_items" => vec![described(facts)],
        "/instrument/sab_conditions" => vec![json!([1, 2, 3])],
        "/consent/status" => vec![json!("given")],
        "/consent/by" => vec![json!("person"), json!("parent")],
        "/consent/age_days" => vec![json!(0)],
        "/concern/evidence" => vec![json!("documented")],
        "/justification/why_not_consent" => vec![json!("unsafe")],
        _ => vec![json!(true)],
    }
}

/// The items asked for, and one that may always be given, since what was asked for may be a never-item.
fn described(facts: &Facts) -> Value {
    let always = Item::IdentityConfirmation;
    let asked = facts.items.iter().filter(|item| **item != always);
    asked.chain([&always]).map(|item| item.as_str()).collect()
}

/// A paper with all that its basis asks for.
fn paper(basis: Basis) -> Value {
    let (kind, issuer) = match basis {
        Basis::Ta2000Sch5Para15 => (basis.as_str(), "superintendent"),
        Basis::Rta1988S172 => (basis.as_str(), "chief-officer-of-police"),
        Basis::Cja2009Sch5Para1 => (basis.as_str(), "coroner"),
        Basis::CareActS45 | Basis::Sswba2014S137 => (basis.as_str(), "safeguarding-board"),
        Basis::Cta2008S19 => ("service-confirmation", "intelligence-service"),
        _ => (basis.as_str(), "judge"),
    };
    let para7 = basis == Basis::Ta2000Sch5Para7;
    let every: Vec<&str> = Item::ALL.iter().map(|item| item.as_str()).collect();
    json!({"kind": kind, "issuer": issuer, "written": true, "sealed": true, "in_date": true, "names_holder": true,
        "names_requester": true, "describes_items": every, "particulars_stated": true, "access_conditions": 2,
        "future_material": para7, "future_days": 28, "ordinary_care_only": para7, "sab_conditions": [1, 2, 3],
        "person_heard": true, "forbids_notice": false, "ends_on": null, "ban_ends_on": null})
}
