//! The pages of delegations in every state, with hostile names.

use super::*;
use crate::{
    pages::admin::samples::rota,
    web::{
        Settings,
        frame::{Account, Seal, role_in_words},
    },
};
fn frame(role: Role, title: &str) -> Frame {
    let account =
        Account { title: "Mair Lloyd".to_owned(), role: role_in_words(role), csrf: Some("t".to_owned()) };
    Frame::signed_in(&Settings::default(), title, role, account)
}

fn row(id: &str, state: &str) -> DelegationView {
    DelegationView {
        id: id.to_owned(),
        trust: "Northern Fictive Trust".to_owned(),
        by: "Prof. Mair Lloyd".to_owned(),
        to: "<b>Dr \"Sol\"</b> Okonjo".to_owned(),
        first: "30 November 2026".to_owned(),
        last: "28 December 2026".to_owned(),
        scope: "emergencies while on call".to_owned(),
        document: "Board papers 2026/14, information governance office ".repeat(4),
        state: state.to_owned(),
        revoked: (state == "revoked").then(|| "2 December 2026, 08:10".to_owned()),
    }
}

fn list(role: Role, rows: Vec<DelegationView>, gives: bool, rota: Vec<PlaceRota>) -> DelegationsPage {
    DelegationsPage {
        frame: frame(role, "Delegations"),
        rows,
        gives,
        has_deputies: gives,
        rota,
        done: gives.then(|| "The delegation is recorded.".to_owned()),
    }
}

/// Every page of this part.
pub fn pages() -> Vec<(String, String)> {
    let all = ["to-come", "in-force", "over", "revoked"].map(|state| row(state, state)).to_vec();
    let people = vec![Person {
        id: "a1".to_owned(),
        title: "Dr Sol Okonjo (Caldicott Guardian)".to_owned(),
        place: "Northern Fictive Trust".to_owned(),
    }];
    let mut faults = Faults::default();
    faults.add("last", "Enter a calendar day");
    let form = |fields: Vec<Field>, warns| FormPage {
        frame: frame(Role::Guardian, "Delegate to a deputy").back(HERE, "Delegations").faults(&faults),
        seal: Seal::sample(),
        lead: vec!["It is seen by the reviewer.".to_owned()],
        about: None,
        action: format!("{HERE}/new"),
        fields,
        button: "Record the delegation".to_owned(),
        warns,
    };
    [
        ("guardian", list(Role::Guardian, all.clone(), true, Vec::new()).render()),
        ("deputy", list(Role::Guardian, all.clone(), false, Vec::new()).render()),
        ("reviewer", list(Role::Reviewer, all, false, rota()).render()),
        ("none", list(Role::Reviewer, Vec::new(), false, Vec::new()).render()),
        ("form", form(fields(&people, &Form::default(), &faults), false).render()),
        ("revoke", FormPage { frame: frame(Role::Guardian, "Revoke?"), ..form(Vec::new(), true) }.render()),
    ]
    .into_iter()
    .map(|(name, html)| (format!("delegations-{name}"), html.unwrap()))
    .collect()
}
