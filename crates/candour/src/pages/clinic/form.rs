//! Forms of the clinic's pages: where their faults belong.
//!
//! The service names a field by a JSON pointer, the page by an element id; [`name_of`] leads from one to the other.

use crate::web::{
    field::{Field, Kind},
    frame::{Faults, sentence},
};
use service::error::Fault;

/// The name of the field that a JSON pointer leads to: `/consent/age_days` is `consent-age_days`.
#[must_use]
pub fn name_of(pointer: &str) -> String {
    pointer.trim_start_matches('/').replace('/', "-")
}

/// The service's faults at the fields of a form; a fault of no field goes to the top.
///
/// Where a field was left empty its own label says what is missing, so that the summary can be understood alone.
#[must_use]
pub fn place(fields: &[Field], faults: &[Fault]) -> Faults {
    let mut found = Faults::default();
    for fault in faults {
        let name = name_of(&fault.at);
        let chosen = find(fields, &name).is_some_and(|field| matches!(field.kind, Kind::Radios { .. }));
        let expected = if chosen { ::words::say("case-choose-one") } else { fault.expected.clone() };
        let message = match asked(fields, &name) {
            // What the domain says of the whole is a sentence already.
            _ if fault.at.is_empty() => capital(&expected),
            Some(label) if label.ends_with('?') => format!("{label} {}", sentence(&expected)),
            Some(label) if !label.is_empty() => format!("{label}: {expected}"),
            _ => sentence(&expected),
        };
        let id = owner(fields, &name).unwrap_or_else(|| "main-content".to_owned());
        found.add(id, message);
    }
    found
}

fn capital(text: &str) -> String {
    let mut text = format!("{text}.");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The fields with the faults beside them.
#[must_use]
pub fn with_faults(fields: Vec<Field>, faults: &Faults) -> Vec<Field> {
    fields.into_iter().map(|field| field.faults(faults)).collect()
}

/// The element id of the field that a name belongs to: its own, that of the group of boxes that holds it, or that of
/// the list that it is an entry of.
fn owner(fields: &[Field], name: &str) -> Option<String> {
    find(fields, name).map(|field| field.name.clone())
}

fn asked(fields: &[Field], name: &str) -> Option<String> {
    find(fields, name).map(|field| field.label.clone())
}

fn find<'a>(fields: &'a [Field], name: &str) -> Option<&'a Field> {
    for field in fields {
        let is_own = name == field.name;
        let is_entry = name
            .strip_prefix(&field.name)
            .and_then(|rest| rest.strip_prefix('-'))
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        if is_own || is_entry {
            return Some(field);
        }
        if let Kind::Radios { choices, .. } | Kind::Checkboxes { choices } = &field.kind {
            for choice in choices {
                if choice.value == name {
                    return Some(field);
                }
                if let Some(below) = find(&choice.below, name) {
                    return Some(below);
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::field::Choice;

    #[test]
    fn a_fault_finds_its_field_and_the_rest_goes_to_the_top() {
        let fields = vec![
            Field::area("reasons", "Your reasons", 5),
            Field::checkboxes("shown", "What is shown?", vec![Choice::new("consent-written", "In writing")]),
            Field::checkboxes("items", "Items", Vec::new()),
            Field::radios("a", "A", vec![Choice::new("x", "X").below(Field::line("b-c", "Beneath"))]),
        ];
        let faults = [
            Fault::new("/consent/written", "yes or no"),
            Fault::new("/reasons", "write something here"),
            Fault::new("/items/3", "the code of an item"),
            Fault::new("/b/c", "a name"),
            Fault::new("/elsewhere", "an object"),
        ];
        let placed = place(&fields, &faults);
        let ids: Vec<&str> = placed.0.iter().map(|fault| fault.id.as_str()).collect();
        assert_eq!(ids, ["shown", "reasons", "items", "b-c", "main-content"]);
        assert_eq!(placed.of("reasons"), Some("Your reasons: write something here"));
    }

    #[test]
    fn a_late_report_is_asked_for_its_reasons_in_a_sentence() {
        let placed = || {
            let asks = Field::area("delay", ::words::say("breach-commissioner-delay"), 4);
            let fault = Fault::new("/delay", ::words::say("breach-fault-delay"));
            place(&[asks], &[fault]).of("delay").unwrap().to_owned()
        };
        assert_eq!(
            placed(),
            "If it was after the 72 hours: why? Say why it is late: it was reported after the 72 hours"
        );
        let welsh = ::words::Scope { language: ::words::Language::Welsh, address: None };
        assert_eq!(
            ::words::scope(welsh, placed),
            "Os oedd ar ôl y 72 awr: pam? Dywedwch pam mae’n hwyr: fe’i hadroddwyd ar ôl y 72 awr"
        );
    }
}
