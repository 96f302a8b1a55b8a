use serde_json::{Value, json};

use super::{supply::without_supplier, *};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn blank() -> Facts {
    Facts::defaults(Nation::Wales, day("2026-11-22"))
}

/// The blank facts with one member changed.
fn with(pointer: &str, value: Value) -> Value {
    let mut facts = blank().to_value();
    *facts.pointer_mut(pointer).unwrap() = value;
    facts
}

fn check(facts: &Value, at: &str, expected: &str) {
    let fault = Facts::from_value(facts).unwrap_err();
    assert_eq!(fault.at, at);
    assert!(fault.expected.to_string().contains(expected), "{fault}");
}

#[test]
fn facts_are_read_as_they_are_written() {
    let facts = blank();
    assert_eq!(Facts::from_value(&facts.to_value()).unwrap(), facts);
    assert_eq!(Facts::parse(facts.to_value().to_string()).unwrap(), facts);
}

#[test]
fn each_fault_is_named_by_its_pointer_and_by_what_was_expected() {
    check(&json!([]), "", "an object");
    check(&with("/nation", json!("scotland")), "/nation", "england, wales");
    check(&with("/requester/signed", json!("yes")), "/requester/signed", "true or false");
    check(
        &with("/requester/acts_for", json!("other")),
        "/requester/acts_for",
        "null or one of intelligence-service",
    );
    check(&with("/person/age", json!(131)), "/person/age", "from 0 to 130");
    check(&with("/person/age", json!(1.5)), "/person/age", "from 0 to 130");
    check(&with("/person/age", json!(-1)), "/person/age", "from 0 to 130");
    check(&with("/facts_version", json!(2)), "/facts_version", "the number 1");
    check(&with("/items", json!(["genetic", "other"])), "/items/1", "general-clinical-advice");
    check(&with("/items", json!(["genetic", "genetic"])), "/items/1", "once");
    check(&with("/items", json!("genetic")), "/items", "a list");
    check(&with("/mappa", json!({"category": 5})), "/mappa/category", "from 1 to 4");
    check(&with("/mappa", json!(true)), "/mappa", "an object or null");
    check(&with("/person", json!(null)), "/person", "an object");
}

#[test]
fn a_date_is_a_calendar_day_in_ascii_digits() {
    for bad in ["2026-02-29", "2026-2-01", "0000-01-01", "+202-01-01", "2026-01-01T00", "", "２０２６-01-01"]
    {
        check(&with("/date", json!(bad)), "/date", "calendar day");
    }
    assert!(Facts::from_value(&with("/date", json!("2024-02-29"))).is_ok());
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    assert_eq!(Facts::from_value(&with("/person/age", json!(16.0))).unwrap().person.age, Some(16));
}

#[test]
fn a_missing_and_an_unknown_member_are_both_faults() {
    let mut facts = blank().to_value();
    facts.as_object_mut().unwrap().remove("duty");
    facts["person"]["sha/ke"] = json!(1);
    let faults = Facts::faults(&facts);
    let at: Vec<&str> = faults.iter().map(|f| f.at.as_str()).collect();
    assert_eq!(at, ["/person/sha~1ke", "/duty"]);
}

#[test]
fn a_text_that_is_no_json_is_a_fault_of_the_whole() {
    assert_eq!(Facts::parse("{").unwrap_err().at, "");
    assert_eq!(Facts::parse([0xff]).unwrap_err().at, "");
    assert_eq!(Facts::parse(r#"{"date": 1, "date": 1}"#).unwrap_err().at, "/date");
}

#[test]
fn every_field_has_one_supplier() {
    assert_eq!(without_supplier(&blank().to_value(), ""), Vec::<String>::new());
    assert_eq!(without_supplier(&json!({"shoe": 1}), ""), ["/shoe"]);
    assert_eq!(supplier_of("/requester"), None);
    assert_eq!(supplier_of("/requester/identity"), Some(Supplier::Clinic));
    assert_eq!(supplier_of("/items/0"), Some(Supplier::Requester));
    assert_eq!(supplier_of("/itemsx"), None);
    assert_eq!(supplier_of("/instrument/sealed"), Some(Supplier::Legal));
    assert_eq!(supplier_of("/concern/evidence"), Some(Supplier::Clinic));
    assert_eq!(supplier_of("/concern/wound"), Some(Supplier::Requester));
    assert_eq!(Supplier::ALL.iter().map(|s| fields_of(*s).len()).sum::<usize>(), 51);
}

#[test]
fn a_supplier_writes_their_own_fields_and_no_others() {
    let facts =
        blank().supply(&json!({"person": {"age": 30}, "urgency": "same-day"}), Supplier::Requester).unwrap();
    assert_eq!(facts.person.age, Some(30));
    let faults = facts
        .supply(&json!({"person": {"capacity": "doubted", "age": 31}}), Supplier::Requester)
        .unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].at, "/person/capacity");
    assert_eq!(faults[0].expected.to_string(), "nothing here: it is supplied by the clinic");
    assert_eq!(faults[0].expected, Expected::NothingHere(Supplier::Clinic));
    let faults = facts.supply(&json!({"person": null, "colour": 1}), Supplier::Requester).unwrap_err();
    let mut at: Vec<_> = faults.iter().map(|f| f.at.as_str()).collect();
    at.sort_unstable();
    assert_eq!(at, ["/colour", "/person"]);
    assert!(facts.supply(&json!({"person": {"age": "thirty"}}), Supplier::Requester).is_err());
    assert!(facts.supply(&json!({"ongoing": null}), Supplier::Requester).is_err());
}

#[test]
fn a_part_that_may_be_null_is_given_whole_then_field_by_field() {
    let whole = json!({"mappa": {"category": 1, "level": 2, "convicted": true, "questions_listed": false,
        "meeting_date_set": false}});
    let facts = blank().supply(&whole, Supplier::Requester).unwrap();
    let facts = facts.supply(&json!({"mappa": {"questions_listed": true}}), Supplier::Requester).unwrap();
    assert!(facts.mappa.as_ref().unwrap().questions_listed && facts.mappa.as_ref().unwrap().convicted);
    let facts = facts.supply(&json!({"mappa": null}), Supplier::Requester).unwrap();
    assert_eq!(facts.mappa, None);
    let faults =
        facts.supply(&json!({"mappa": {"questions_listed": true}}), Supplier::Requester).unwrap_err();
    assert!(faults.iter().all(|f| f.at.starts_with("/mappa/")));
}

#[test]
fn what_one_supplier_entered_stands_alone() {
    let mut facts = blank();
    facts.person.age = Some(40);
    facts.person.capacity = Capacity::HasCapacity;
    facts.initiated_by = InitiatedBy::DutyHolder;
    let theirs = facts.only(Supplier::Requester);
    assert_eq!(theirs.person.age, Some(40));
    assert_eq!(theirs.person.capacity, Capacity::NotAssessed);
    assert_eq!(theirs.initiated_by, InitiatedBy::Requester);
    assert_eq!((theirs.nation, theirs.date), (facts.nation, facts.date));
}

#[test]
fn the_page_of_limits_says_who_supplies_each_field() {
    let page = include_str!("../../../../docs/limits.md");
    let mut said: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    let rows = |supplier: Supplier| {
        fields_of(supplier)
            .into_iter()
            .map(move |field| format!("| `{}` | {supplier} |", field.trim_start_matches('/')))
    };
    let mut expected: Vec<String> = Supplier::ALL.iter().copied().flat_map(rows).collect();
    said.sort_unstable();
    expected.sort_unstable();
    assert_eq!(said, expected);
}
