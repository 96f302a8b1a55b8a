//! The consoles of those who keep accounts, keys and retention, with everything and with nothing.

use super::{
    acts::ActsPage,
    health::{
        HealthPage,
        tests::{ill, well},
    },
    keys::KeysPage,
    retention::RetentionPage,
};
use crate::{
    machine::{Looked, Room},
    web::{
        Settings,
        frame::{Account, Frame, role_in_words},
    },
};
use askama::Template as _;
use casework::{actor::Role, time::Moment};
use service::{
    keepers::{KeeperAct, KeeperActs},
    key_view::{EpochView, HolderView, KeysView, PublicKeyView, Wraps},
    retention::{ClosedCases, ClosedCount},
};
use std::sync::Arc;

const NOW: Moment = Moment(1_795_348_800);

fn frame(role: Role, title: &str) -> Frame {
    let account =
        Account { title: "Ifan Rees".to_owned(), role: role_in_words(role), csrf: Some("t".to_owned()) };
    Frame::signed_in(&Settings::default(), title, role, account)
}

fn key(name: &str, vkey_chars: usize) -> PublicKeyView {
    PublicKeyView {
        name: name.to_owned(),
        id: "8fcc4ad2".to_owned(),
        vkey: format!("{name}+8fcc4ad2+{}", "A".repeat(vkey_chars)),
    }
}

fn keys(everything: bool) -> KeysView {
    let epoch = |epoch, newest, since, wraps| EpochView { epoch, newest, since, wraps };
    let mut view = KeysView {
        in_module: everything,
        signer_in_module: everything,
        ready: !everything,
        holders: vec![HolderView {
            kind: "service",
            title: String::new(),
            name: "candour".to_owned(),
            epochs: Vec::new(),
        }],
        ledger: key("ledger.candour.example", 44),
        witnesses: Vec::new(),
    };
    if everything {
        let of_unit = vec![
            epoch(1, false, Some(NOW), Some(Wraps::Thousands)),
            epoch(2, false, Some(NOW), Some(Wraps::Hundreds)),
            epoch(3, false, Some(NOW), Some(Wraps::Few)),
            epoch(4, true, None, Some(Wraps::Nothing)),
        ];
        let unit = HolderView {
            kind: "unit",
            title: "<b>\"x\"</b> unit".to_owned(),
            name: "n".repeat(40),
            epochs: of_unit,
        };
        let force = HolderView {
            kind: "force",
            title: "Wessex and Mercia Police".to_owned(),
            name: "wessex".to_owned(),
            epochs: vec![epoch(1, true, None, None)],
        };
        view.holders.extend([unit, force]);
        // A key of ML-DSA-44 is as long as this.
        view.witnesses = vec![key("witness-north.example", 1_752), key("\"><script>", 44)];
    }
    view
}

fn closed(rows: Vec<ClosedCount>) -> Arc<ClosedCases> {
    Arc::new(ClosedCases { counted: NOW, rows })
}

fn counts() -> Vec<ClosedCount> {
    let count = |unit: &str, year, cases, more| ClosedCount { unit: unit.to_owned(), year, cases, more };
    vec![
        count("Northern unit", 2024, 812, false),
        count("Northern unit", 2026, 100_000, true),
        count("<b>\"x\"</b> unit", 2026, 1, false),
    ]
}

fn act(kind: &str, about: Option<&str>, said: Option<&str>) -> KeeperAct {
    KeeperAct {
        at: "22 November 2026, 12:00".to_owned(),
        kind: kind.to_owned(),
        about: about.map(str::to_owned),
        said: said.map(str::to_owned),
    }
}

fn acts() -> Vec<KeeperAct> {
    vec![
        act("account-changed", Some("<b>\"x\"</b> (r.blake)"), Some("closed: \"><script>alert(1)</script>")),
        act("account-changed", None, Some(&"asked for: somebody ".repeat(40))),
        act("settings-changed", Some("Northern unit"), None),
        act("rota-changed", Some("Dr Sol Okonjo (s.okonjo)"), Some("On duty in a unit, from 1 May 2026")),
        act("pack-offered", Some("england-and-wales 2 (0123456789ab)"), None),
        act("pack-confirmed", Some("0123456789ab"), None),
        act("pack-withdrawn", Some("0123456789ab"), None),
    ]
}

/// Every console, by name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let short = Looked { room: Some(Room { free: 1, whole: 500_000_000_000 }), backup: Some(NOW) };
    let health = |role, health, looked| {
        HealthPage::new(frame(role, "Health of the service"), &health, looked).render()
    };
    let keys_page = |view| KeysPage::new(frame(Role::KeyCustodian, "Keys"), view).render();
    let retention =
        |rows| RetentionPage::new(frame(Role::RetentionManager, "Retention"), closed(rows), NOW).render();
    let acts_page = |acts, older: Option<&str>, first| {
        let found = KeeperActs { acts, older: older.map(str::to_owned) };
        ActsPage { frame: frame(Role::Administrator, "What you did"), found, first }.render()
    };
    [
        ("admin-health", health(Role::Administrator, well(), Looked::default())),
        ("admin-health-ill", health(Role::RetentionManager, ill(), short)),
        ("admin-keys", keys_page(keys(true))),
        ("admin-keys-empty", keys_page(keys(false))),
        ("admin-retention", retention(counts())),
        ("admin-retention-empty", retention(Vec::new())),
        ("admin-acts", acts_page(acts(), Some("1795348800-3-c0ffee"), true)),
        ("admin-acts-older", acts_page(acts(), None, false)),
        ("admin-acts-empty", acts_page(Vec::new(), None, true)),
        ("admin-acts-no-more", acts_page(Vec::new(), None, false)),
    ]
    .map(|(name, html)| (name.to_owned(), html.unwrap()))
    .to_vec()
}

#[test]
fn no_console_leads_to_a_case_and_none_has_a_form() {
    for (name, html) in pages() {
        assert!(!html.contains("/cases/"), "{name}");
        // Signing out is the one thing that a console sends.
        assert_eq!(html.matches("<form").count(), html.matches("action=\"/sign-out\"").count(), "{name}");
        if let Some(folder) = std::env::var_os("CANDOUR_PAGES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), &html).unwrap();
        }
    }
}

#[test]
fn every_state_is_said_in_words() {
    let (_, html) = pages().into_iter().find(|(name, _)| name == "admin-health-ill").unwrap();
    for tag in html.split("<strong class=\"nhsuk-tag").skip(1) {
        let words = tag.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        assert!(["Good", "Look at this", "For information"].contains(&words), "{words}");
    }
    assert!(html.contains("candour doctor"), "what to do next is said");
}
