use super::*;
use casework::facts::{Supplier, fields_of};
use serde_json::json;

fn section(code: &str) -> &'static Section {
    SECTIONS.iter().copied().flatten().find(|section| section.code == code).expect("a section")
}

#[test]
fn each_role_has_exactly_the_fields_that_it_supplies() {
    for supplier in [Supplier::Clinic, Supplier::Safeguarding, Supplier::Legal] {
        let supplies = fields_of(supplier);
        let asked: Vec<&str> = supplied(&supplies).iter().flat_map(|section| section.pointers()).collect();
        for field in &supplies {
            assert!(asked.iter().any(|at| within(at, field)), "{field} is asked nowhere");
        }
        for at in asked {
            assert_eq!(casework::facts::supplier_of(at), Some(supplier), "{at}");
        }
    }
}

#[test]
fn every_choice_is_one_that_the_format_takes_and_none_is_forgotten() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../../gate/schema/facts.schema.json")).unwrap();
    for section in SECTIONS.iter().copied().flatten() {
        for part in section.parts {
            let Part::One { at, kind: Kind::Choice(choices) | Kind::Numbers(choices), .. } = part else {
                continue;
            };
            let path = at.replace('/', "/properties/");
            let field = schema.pointer(&path).expect("a field of the format");
            let listed =
                field.get("enum").or_else(|| field.pointer("/items/enum")).and_then(Value::as_array).unwrap();
            let listed: Vec<String> = listed
                .iter()
                .map(|code| if code.is_null() { "none-of-these".to_owned() } else { plain(code) })
                .collect();
            let offered: Vec<&str> = choices.to_vec();
            assert_eq!(listed, offered, "{at}");
        }
    }
}

#[test]
fn what_a_form_shows_is_read_back_as_it_stood() {
    let mut facts =
        casework::facts::Facts::defaults(casework::codes::Nation::England, Day::parse("2026-11-23").unwrap())
            .to_value();
    facts["consent"] = json!({
        "status": "given", "by": null, "asked_by_health_service": true, "specific": false,
        "informed_and_free": true, "written": true, "single_use": true, "age_days": 4,
        "covers": ["allergies", "medication-current"]
    });
    facts["instrument"] = json!({
        "kind": "pace-sch1", "issuer": "judge", "written": true, "sealed": true, "in_date": true,
        "names_holder": true, "names_requester": true, "describes_items": ["full-record"],
        "particulars_stated": true, "access_conditions": 2, "future_material": false, "future_days": null,
        "ordinary_care_only": false, "sab_conditions": [1, 4], "person_heard": true, "forbids_notice": false,
        "ends_on": "2026-12-01", "ban_ends_on": null
    });
    let gate = gate::embedded().unwrap();
    for section in SECTIONS.iter().copied().flatten() {
        let part = section.read(&section.typed_from(&facts), gate.pack()).expect("a form without a fault");
        for at in section.pointers() {
            assert_eq!(part.pointer(at), facts.pointer(at), "{at}");
        }
    }
}

#[test]
fn a_paper_that_was_not_served_is_null_whatever_else_was_typed() {
    let gate = gate::embedded().unwrap();
    let typed = Form::of(&[("instrument", "no"), ("instrument-kind", "pace-sch1")]);
    assert_eq!(section("instrument").read(&typed, gate.pack()), Ok(json!({"instrument": null})));
}

#[test]
fn every_fault_is_found_at_once() {
    let gate = gate::embedded().unwrap();
    let typed = Form::of(&[
        ("consent-status", "perhaps"),
        ("consent-age_days", "soon"),
        ("consent-covers", "everything"),
    ]);
    let faults = section("consent").read(&typed, gate.pack()).unwrap_err();
    assert_eq!(
        faults.iter().map(|fault| fault.at.as_str()).collect::<Vec<_>>(),
        ["/consent/status", "/consent/by", "/consent/age_days", "/consent/covers"]
    );
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_a_fault() {
    let typed = Form::of(&[("d-day", "31"), ("d-month", "2"), ("d-year", "2026")]);
    assert!(read_day(&typed, "d").is_err());
    assert_eq!(read_day(&Form::default(), "d"), Ok(None));
}

/// Whether a text is a code that no message was found for: in English every label begins with a capital or a digit.
fn is_bare(text: &str) -> bool {
    text.is_empty() || text.starts_with(|c: char| c.is_ascii_lowercase() || c == '/')
}

#[test]
fn every_section_field_and_choice_has_its_words() {
    fn look(field: &Field) {
        assert!(!is_bare(&field.label), "{}: {}", field.name, field.label);
        if let crate::web::field::Kind::Radios { choices, .. }
        | crate::web::field::Kind::Checkboxes { choices } = &field.kind
        {
            for choice in choices {
                assert!(!is_bare(&choice.label), "{}: {} {}", field.name, choice.value, choice.label);
                choice.below.iter().for_each(look);
            }
        }
    }
    let gate = gate::embedded().unwrap();
    for section in SECTIONS.iter().copied().flatten() {
        assert!(!is_bare(&section.title()), "{}", section.code);
        section.fields(&Form::default(), gate.pack()).iter().for_each(look);
    }
}
