//! The administrators' pages with everything and with nothing.

use super::{
    access::{CodePage, invitation_fields, organisation_fields},
    contact::contact_fields,
    rota::{RotaPage, Undo},
    sessions,
};
use crate::{
    pages::{clinic::samples::accounts, form_page::FormPage},
    web::{
        Settings,
        field::{Field, Kind},
        form::Form,
        frame::{Account, Faults, Frame, Seal, role_in_words},
    },
};
use askama::Template as _;
use casework::{
    actor::Role,
    id::{ForceId, TrustId},
};
use service::{
    dual_control::DualView,
    places::Places,
    rota::{PlaceRota, RotaEntry},
};

fn frame(title: &str) -> Frame {
    let role = Role::Administrator;
    let account =
        Account { title: "Ifan Rees".to_owned(), role: role_in_words(role), csrf: Some("t".to_owned()) };
    Frame::signed_in(&Settings::default(), title, role, account).back("/admin", "Administration")
}

fn one(id: &str, confirmed: bool, may_confirm: bool, expired: bool) -> DualView {
    DualView {
        id: id.to_owned(),
        what: "<b>\"Rowan\"</b> Blake (r.blake) as Officer, Wessex and Mercia Police".to_owned(),
        enrols: true,
        is_contact: false,
        said: "Insp. Hale of the same force asked by telephone. ".repeat(8),
        asked: "Ifan Rees, 1 May 2026, 09:30".to_owned(),
        confirmed: confirmed.then(|| "Una Keane, 1 May 2026, 11:00".to_owned()),
        checked: confirmed.then(|| "Called back through the control room.".to_owned()),
        until: confirmed.then(|| "4 May 2026, 11:00".to_owned()),
        expired,
        may_confirm,
    }
}

/// What waits, in every state.
pub(crate) fn waiting() -> Vec<DualView> {
    vec![
        one("a1", false, true, false),
        one("b2", false, false, false),
        one("c3", true, false, false),
        one("d4", true, false, true),
    ]
}

fn entry(id: &str, last: Option<&str>, today: bool) -> RotaEntry {
    RotaEntry {
        id: id.to_owned(),
        who: "Dr Sol Okonjo".to_owned(),
        first: "30 November 2026".to_owned(),
        last: last.map(str::to_owned),
        today,
    }
}

/// A trust, a unit, and a unit without anybody.
pub(crate) fn rota() -> Vec<PlaceRota> {
    let unit = PlaceRota {
        title: "Northern unit".to_owned(),
        is_trust: false,
        duty: vec![entry("r1", Some("30 November 2026"), true)],
        on_call: Vec::new(),
        deputies: Vec::new(),
    };
    let trust = PlaceRota {
        title: "Northern Fictive Trust".to_owned(),
        is_trust: true,
        duty: Vec::new(),
        on_call: vec![entry("r2", Some("6 December 2026"), false)],
        deputies: vec![entry("r3", None, true)],
    };
    let empty = PlaceRota { title: "City unit".to_owned(), duty: Vec::new(), ..unit.clone() };
    vec![trust, unit, empty]
}

/// Every page of this part, by name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let mut places = Places::default();
    places.trusts.insert(TrustId::parse("northern").unwrap(), "Northern Fictive Trust".to_owned());
    places.forces.insert(ForceId::parse("wessex").unwrap(), "Wessex and Mercia Police".to_owned());
    let mut faults = Faults::default();
    faults.add("name", "Enter a sign-in name that is not taken");
    let mut refused = Faults::default();
    refused.add("why", "Write something here");
    let form = |fields: Vec<Field>, about: Option<DualView>, warns: bool| FormPage {
        frame: frame("Let somebody in").back("/admin", "Administration"),
        seal: Seal::sample(),
        lead: vec!["Another administrator checks it.".to_owned(); 2],
        about,
        action: "/admin/invite".to_owned(),
        fields,
        button: "Ask for it".to_owned(),
        warns,
    };
    let typed =
        Form::of(&[("name", "\"><script>"), ("why", "\"><script>"), ("role", "officer"), ("sort", "unit")]);
    let (accounts, none) = (accounts(), Places::default());
    let invitation = invitation_fields(&places, &accounts, &typed, &faults);
    let undo = Undo { text: "It is on the rota.".to_owned(), action: "/admin/rota/r1/remove".to_owned() };
    let rota_page = |places, undo| RotaPage { frame: frame("Rota"), seal: Seal::sample(), places, undo };
    let code = CodePage {
        frame: frame("Tell them this code"),
        code: "7K3M-9QZT-2HVB-XW48".to_owned(),
        what: one("a1", true, false, false).what,
    };
    [
        ("admin-invite", form(invitation, None, false).render()),
        (
            "admin-invite-empty",
            form(invitation_fields(&none, &[], &Form::default(), &Faults::default()), None, false).render(),
        ),
        ("admin-organisation", form(organisation_fields(&places, &typed, &faults), None, false).render()),
        ("admin-contact", form(contact_fields(&places, &typed, &faults), None, false).render()),
        (
            "admin-contact-empty",
            form(contact_fields(&none, &Form::default(), &Faults::default()), None, false).render(),
        ),
        ("admin-confirm", form(Vec::new(), Some(one("a1", false, true, false)), false).render()),
        ("admin-close", form(Vec::new(), None, true).render()),
        ("admin-sessions", form(sessions::why(&typed, &refused), None, true).render()),
        (
            "admin-sessions-empty",
            form(sessions::why(&Form::default(), &Faults::default()), None, true).render(),
        ),
        ("admin-code", code.render()),
        ("admin-rota", rota_page(rota(), Some(undo)).render()),
        ("admin-rota-empty", rota_page(Vec::new(), None).render()),
    ]
    .map(|(name, html)| (name.to_owned(), html.unwrap()))
    .to_vec()
}

#[test]
fn every_place_that_can_be_chosen_reads() {
    let mut places = Places::default();
    places.trusts.insert(TrustId::parse("northern").unwrap(), "Northern".to_owned());
    places.forces.insert(ForceId::parse("wessex").unwrap(), "Wessex".to_owned());
    let fields = invitation_fields(&places, &[], &Form::default(), &Faults::default());
    let place = fields.into_iter().find(|field| field.name == "place").unwrap();
    let Kind::Radios { choices, .. } = place.kind else { panic!("not radios") };
    assert_eq!(choices.len(), 4);
    for choice in choices {
        assert!(service::dual_control::parse_place(&choice.value).is_some(), "{}", choice.value);
    }
}
