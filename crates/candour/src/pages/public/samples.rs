//! Samples of the public pages.

use super::{rules::RulesPage, *};
use crate::web::{
    Settings,
    frame::{Account, role_in_words},
};
use casework::time::Moment;
use service::ports::{RestoreRow, WeekRow};

fn frame(title: &str) -> Frame {
    Frame::public(&Settings::default(), title)
}

/// What stands around such a page for somebody who is signed in.
fn known(title: &str) -> Frame {
    let role = casework::actor::Role::Clinician;
    let account = Account { title: "Dr Anwen Pryce".to_owned(), role: role_in_words(role), csrf: None };
    Frame::signed_in(&Settings::default(), title, role, account)
}

/// A ledger of some size.
fn status() -> LedgerStatus {
    LedgerStatus {
        size: 48_213,
        witnessed_size: 48_213,
        checkpoint: "ledger.candour.example\n48213\nm9ZJQ0yZyS1qJm1kL1kT4c0kH0b1lqg8mQF3m0r7k5E=\n\n— ledger.candour.example \
                     8PzK0m4Vh2yq1sW8vQ==\n— witness-north.example 2gXw0m4Vh2yq1sW8vQ==\n"
            .to_owned(),
        made: Some(Moment(1_795_356_300)),
        policy: "log ledger.candour.example+8fcc4ad2+AY…\nwitness north …\nquorum both\n".to_owned(),
        witnesses: vec!["witness-north.example".to_owned(), "witness-south.example".to_owned()],
        weeks: (40..47)
            .map(|week| WeekRow {
                week: format!("2026-W{week}"),
                opened: 16 + week % 5,
                kept: 17 + week % 4,
                kept_late: week % 3,
                open: 40 + week % 7,
                broken: week % 2,
            })
            .collect(),
        restores: vec![
            RestoreRow { made: Moment(1_795_269_900), before: 47_900, after: 47_960, lost: 41 },
            RestoreRow { made: Moment(1_790_000_000), before: 1_000, after: 1_000, lost: 0 },
        ],
    }
}

pub fn pages() -> Vec<(String, String)> {
    let gate = gate::embedded().unwrap();
    let all = [
        ("home", HomePage { frame: frame("Candour") }.render()),
        ("how", HowPage { frame: frame("How it works").at("/how-it-works") }.render()),
        ("rules", RulesPage::of(frame("The rules").at("/rules"), gate.pack()).render()),
        (
            "ledger",
            LedgerPage {
                frame: frame("The ledger").at("/ledger"),
                address: "https://candour.example".to_owned(),
                status: Some(status()),
            }
            .render(),
        ),
        (
            "ledger-unread",
            LedgerPage {
                frame: frame("The ledger"),
                address: "https://candour.example".to_owned(),
                status: None,
            }
            .render(),
        ),
        (
            "receipts",
            ReceiptsPage { frame: frame("Check a receipt"), policy: "log <b>\n".to_owned() }.render(),
        ),
        ("figures", FiguresPage { frame: frame("Figures") }.render()),
        ("about-me", AboutMePage { frame: frame("Is there anything about me?").at("/about-me") }.render()),
        ("accessibility", AccessibilityPage { frame: frame("Accessibility") }.render()),
        ("privacy", PrivacyPage { frame: frame("Privacy") }.render()),
        ("known", PrivacyPage { frame: known("Privacy") }.render()),
    ];
    all.into_iter().map(|(name, html)| (format!("public-{name}"), html.unwrap())).collect()
}

#[test]
fn around_a_page_for_anybody_somebody_who_is_signed_in_finds_their_account_and_no_token() {
    let html = PrivacyPage { frame: known("Privacy") }.render().unwrap();
    assert!(html.contains("href=\"/account\">Dr Anwen Pryce"), "{html}");
    assert!(html.contains("href=\"/clinic\""), "{html}");
    assert!(!html.contains("csrf") && !html.contains("/sign-out"), "{html}");
}

#[test]
fn every_basis_approval_notice_and_reason_of_the_pack_is_on_the_rules_page() {
    let gate = gate::embedded().unwrap();
    let html = RulesPage::of(frame("The rules"), gate.pack()).render().unwrap();
    let words = gate.pack().sentences();
    let shown = |text: &str| {
        let text = text.replace('\'', "&#39;");
        assert!(html.contains(&text), "{text}");
    };
    for basis in Basis::ALL {
        let row = gate.pack().basis(*basis);
        assert!(html.contains(&format!("id=\"{basis}\"")), "{basis}");
        shown(&row.name);
        shown(&row.provision);
        shown(words.basis(*basis));
    }
    Approval::ALL.iter().for_each(|code| shown(words.approval(*code)));
    NoticeRule::ALL.iter().for_each(|code| shown(words.notice(*code)));
    Reason::ALL.iter().for_each(|code| shown(words.reason(*code)));
    assert!(html.contains("Not verified.") && html.contains("Checked against the law on 22 November 2026."));
}

use casework::codes::{Approval, Basis, NoticeRule, Reason};
