//! The pages with everything and with hostile names.

use super::{
    BackPage, ChoosePage, GoingPage,
    failure::{Failure, FailurePage},
};
use crate::web::{
    Settings,
    field::{Choice, Field},
    frame::{Faults, Frame},
};
use askama::Template as _;

/// Every page of this part, by name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let name = "<b>\"Fictive\"</b> Constabulary with a name that goes on and on and on";
    let frame = |title: &str| Frame::public(&Settings::default(), title);
    let mut faults = Faults::default();
    faults.add("organisation", "Choose your organisation");
    let choose = |faults: &Faults, kept: Option<&str>| ChoosePage {
        frame: frame("Sign in with your organisation").faults(faults),
        organisation: Field::radios(
            "organisation",
            "Which organisation do you belong to?",
            vec![Choice::new("force:a", name), Choice::new("trust:b", "Fictive Trust")],
        )
        .faults(faults),
        kept: kept.map(str::to_owned),
    };
    let going = GoingPage {
        frame: frame("Going there"),
        name: name.to_owned(),
        address: "https://id.example/authorize?a=1&b=\"2\"".to_owned(),
    };
    let back = BackPage {
        frame: frame("You are back"),
        name: name.to_owned(),
        code: "\"><script>".to_owned(),
        state: "s".to_owned(),
        iss: Some("https://id.example".to_owned()),
    };
    let mut pages = vec![
        ("organisation-choose".to_owned(), choose(&Faults::default(), Some("sealed")).render().unwrap()),
        ("organisation-choose-fault".to_owned(), choose(&faults, None).render().unwrap()),
        ("organisation-going".to_owned(), going.render().unwrap()),
        ("organisation-back".to_owned(), back.render().unwrap()),
    ];
    pages.extend(Failure::ALL.map(|failure| {
        let page: FailurePage = failure.shown(&Settings::default(), name);
        let html = page.render().unwrap();
        (format!("organisation-{failure:?}"), html)
    }));
    pages
}

#[test]
fn what_a_provider_writes_is_never_repeated() {
    for said in ["access_denied", "server_error", "<script>", ""] {
        let html = Failure::said(said).shown(&Settings::default(), "North").render().unwrap();
        assert!(said.is_empty() || !html.contains(&format!("{said}<")) && !html.contains("denied"), "{said}");
    }
    assert_eq!(Failure::said("unmet_authentication_requirements"), Failure::TooWeak);
    assert_eq!(Failure::said("temporarily_unavailable"), Failure::Unreachable);
    assert_eq!(Failure::said("anything"), Failure::NotProven);
}
