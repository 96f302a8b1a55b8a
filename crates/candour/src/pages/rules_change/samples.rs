//! Samples of the page: nothing offered, something offered, everything hostile.

use super::{
    RulesChangePage, ShelfRow, WouldChange,
    difference::{FileDifference, Line, Mark},
};
use crate::{
    pages::compared::CaseRow,
    web::{
        Settings,
        frame::{Account, Faults, Frame, Seal, role_in_words},
    },
};
use askama::Template as _;
use casework::actor::Role;
use service::views::{CountedChange, OfferView, OpenCasesView, PackView, RulesView};

const HOSTILE: &str = "\"'><script>alert(1)</script>";

fn pack(name: &str) -> PackView {
    PackView { name: name.to_owned(), digest: "0a".repeat(32), since: "22 November 2026, 09:00".to_owned() }
}

fn offer(open_cases: Option<OpenCasesView>, name: &str) -> OfferView {
    OfferView {
        name: name.to_owned(),
        digest: "0b".repeat(32),
        by: format!("{name} (Administrator)"),
        at: "23 November 2026, 10:12".to_owned(),
        second: None,
        legal: Some("Isla Crane (Legal service)".to_owned()),
        may_confirm: true,
        may_withdraw: true,
        open_cases,
    }
}

fn rules(offer: Option<OfferView>, may_offer: bool) -> RulesView {
    RulesView {
        present: pack("england-and-wales 2026.11"),
        earlier: vec![pack("england-and-wales 2026.10")],
        offer,
        may_offer,
    }
}

fn would(text: &str) -> WouldChange {
    let line = |mark| Line { mark, text: text.to_owned() };
    WouldChange {
        cases: vec![CaseRow {
            id: "CV-01".to_owned(),
            title: text.to_owned().into(),
            opens: vec![text.to_owned().into()],
            closes: vec![text.to_owned().into()],
            differs: vec!["Consent: approvals".to_owned().into()],
        }],
        of: 30,
        files: vec![FileDifference {
            path: "approvals.toml".to_owned(),
            lines: vec![line(Mark::Same), line(Mark::Gone), line(Mark::Skip), line(Mark::New)],
            new: 1,
            gone: 1,
            cut: true,
        }],
    }
}

fn render(role: Role, rules: RulesView, would: WouldChange, shelf: Vec<ShelfRow>, faults: &Faults) -> String {
    let account =
        Account { title: "Jonah Reid".to_owned(), role: role_in_words(role), csrf: Some("t".to_owned()) };
    let frame = Frame::signed_in(&Settings::default(), "Change of rules", role, account);
    let seal = Seal { csrf: "t".to_owned(), key: "k".to_owned() };
    RulesChangePage::new(frame.at("/rules/change").faults(faults), seal, role, rules, would, shelf)
        .render()
        .unwrap()
}

pub fn pages() -> Vec<(String, String)> {
    let none = Faults::default();
    let mut unread = Faults::default();
    unread.add("read", "Look at what this changes, then tick the box");
    let row = |name: &str, fault: Option<&str>, in_force| ShelfRow {
        place: "Folder “next”".to_owned(),
        name: name.to_owned(),
        digest: "0c".repeat(32),
        fault: fault.map(str::to_owned),
        in_force,
    };
    let shelf = vec![
        row("england-and-wales 2026.11", None, true),
        row("england-and-wales 2026.12", None, false),
        row("", Some("approvals.toml, line 3: is at fault; mend it"), false),
    ];
    let open = OpenCasesView {
        seen: 214,
        differ: 3,
        finished: false,
        changes: vec![CountedChange { what: "Now closed: Consent".to_owned(), cases: 3 }],
    };
    let hostile =
        OpenCasesView { changes: vec![CountedChange { what: HOSTILE.to_owned(), cases: 1 }], ..open.clone() };
    let counts_alone = OpenCasesView { changes: Vec::new(), finished: true, ..open.clone() };
    let legal = Role::Legal;
    [
        ("shelf", render(Role::Administrator, rules(None, true), WouldChange::default(), shelf, &none)),
        (
            "shelf-empty",
            render(Role::Administrator, rules(None, true), WouldChange::default(), vec![], &none),
        ),
        (
            "nothing-offered",
            render(Role::Guardian, rules(None, false), WouldChange::default(), vec![], &none),
        ),
        (
            "offered",
            render(legal, rules(Some(offer(Some(open), "law 2")), false), would("a line"), vec![], &none),
        ),
        (
            "offered-unread",
            render(legal, rules(Some(offer(None, "law 2")), false), would("a"), vec![], &unread),
        ),
        (
            "offered-counts",
            render(
                Role::Administrator,
                rules(Some(offer(Some(counts_alone), "law 2")), false),
                WouldChange { of: 30, ..WouldChange::default() },
                vec![],
                &none,
            ),
        ),
        (
            "offered-hostile",
            render(legal, rules(Some(offer(Some(hostile), HOSTILE)), false), would(HOSTILE), vec![], &none),
        ),
    ]
    .map(|(name, html)| (format!("rules-change-{name}"), html))
    .to_vec()
}

#[test]
fn an_administrator_hears_of_counts_and_whoever_confirms_of_everything() {
    let pages = pages();
    let html = |name: &str| {
        let name = format!("rules-change-{name}");
        pages.iter().find(|(other, _)| *other == name).unwrap().1.clone()
    };
    assert!(html("offered-counts").contains("Only those who work on cases"));
    assert!(html("offered").contains("Now closed: Consent") && html("offered").contains("3 of 214"));
    assert!(html("shelf").contains("mend it") && html("shelf").matches("Offer this pack").count() == 1);
    assert!(html("shelf-empty").contains("There is no other pack to offer"));
    assert!(html("nothing-offered").contains("Nothing is offered"));
    assert!(html("offered-unread").contains("Look at what this changes, then tick the box"));
    assert!(!html("offered-hostile").contains("<script>alert"));
}
