//! Samples of the person's pages.

use super::*;
use crate::web::Settings;
use service::views::{Looked, PersonBreach, PersonDecision};

/// The sentence that every page and every answer carries in English, whether or not anything is left out.
const OMISSIONS: &str = "The law may require that something is left out of this page, and may forbid us to say whether anything is.";

fn frame(title: &str) -> Frame {
    Frame::public(&Settings::default(), title).quick_exit("https://www.bbc.co.uk/weather")
}

fn again(sealed: Option<&str>) -> Again {
    Again { action: Door::Page.path(), sealed: sealed.map(str::to_owned) }
}

fn seen() -> Seen {
    Seen {
        reference: "LON-4F7K-Q2XD".to_owned(),
        asked_by: "An officer of Northshire Police".to_owned(),
        asked: "3 November 2026, 14:05".to_owned(),
        why: Some("To prevent serious harm to somebody".to_owned()),
        asked_for: vec!["Statement of current risk to others".to_owned(), "Diagnosis, one line".to_owned()],
        trust: "Riverside Mental Health NHS Trust".to_owned(),
        unit: "London unit".to_owned(),
        telephone: service::telephones::Telephone::parse("020 7946 0018").ok(),
        decisions: vec![
            PersonDecision {
                what: "Some information about you was given.".to_owned(),
                basis: Some(
                    "Somebody might have been seriously hurt, and telling police could prevent it."
                        .to_owned(),
                ),
                provision: Some("common law (W v Egdell [1990]); GMC Confidentiality paras 60-70".to_owned()),
                decided_by: "The Caldicott Guardian".to_owned(),
                decided: "4 November 2026, 09:20".to_owned(),
                left: vec!["Statement of current risk to others".to_owned()],
                left_at: Some("4 November 2026, 09:31".to_owned()),
                recalled: false,
                emergency: false,
                told: "6 November 2026, 10:00".to_owned(),
                was_deferred: false,
                about_another: true,
                left_out: true,
            },
            PersonDecision {
                what: "Nothing about you was given.".to_owned(),
                basis: None,
                provision: None,
                decided_by: "A clinician".to_owned(),
                decided: "12 November 2026, 16:02".to_owned(),
                left: Vec::new(),
                left_at: None,
                recalled: false,
                emergency: false,
                told: "16 November 2026, 10:00".to_owned(),
                was_deferred: true,
                about_another: false,
                left_out: false,
            },
        ],
        breaches: vec![breach()],
        looked: vec![Looked {
            at: "3 November 2026, 15:40".to_owned(),
            who: "A clinician".to_owned(),
            what: "Opened your record to answer the officer.".to_owned(),
        }],
        work: vec![Looked {
            at: "3 November 2026, 15:02".to_owned(),
            who: "A clinician".to_owned(),
            what: "declared a conflict of interest, and has no more to do with your case".to_owned(),
        }],
    }
}

fn breach() -> PersonBreach {
    PersonBreach {
        what: "Information about you reached somebody who should not have had it".to_owned(),
        happened: "4 November 2026, 09:31".to_owned(),
        aware: "5 November 2026, 08:00".to_owned(),
        words: Some("An officer of another team could read it for a day.\nIt was taken back.".to_owned()),
        reported: Some("5 November 2026, 15:20".to_owned()),
        left: vec!["Statement of current risk to others".to_owned()],
        left_at: Some("4 November 2026, 09:31".to_owned()),
        recalled: true,
        told: "6 November 2026, 10:00".to_owned(),
    }
}

fn mistake(looked: Vec<Looked>) -> BreachPage {
    let seen = Mistake {
        reference: "LON-4F7K-Q2XD".to_owned(),
        given_to: "Northshire Police".to_owned(),
        trust: "Riverside Mental Health NHS Trust".to_owned(),
        breach: breach(),
        looked,
    };
    BreachPage { frame: frame("What happened with your information"), seen }
}

fn file(what: &str) -> ReceiptFile {
    ReceiptFile {
        what: what.to_owned(),
        at: "4 November 2026, 09:20".to_owned(),
        name: "LON-4F7K-Q2XD-7.tlog-proof".to_owned(),
        file: "c2sp.org/tlog-proof@v1\n".to_owned(),
    }
}

fn receipts(full: bool, files: Vec<ReceiptFile>) -> ReceiptsPage {
    ReceiptsPage { frame: frame("What you can save"), full, files }
}

pub fn pages() -> Vec<(String, String)> {
    let all = [
        ("door", DoorPage::new(frame("Open your page")).render()),
        ("constant", ConstantPage { frame: frame("There is nothing to show").again(again(None)) }.render()),
        ("receipts-door", ReceiptsDoorPage::new(frame("Save proofs of what happened")).render()),
        ("receipts", receipts(false, vec![file("It was decided to give something")]).render()),
        ("receipts-full", receipts(true, vec![file("<b>\"x\"</b>"), file("It was recalled")]).render()),
        ("receipts-empty", receipts(false, Vec::new()).render()),
        (
            "breach",
            mistake(vec![Looked {
                at: "4 November 2026, 09:40".to_owned(),
                who: "Police officer".to_owned(),
                what: "read what was given".to_owned(),
            }])
            .render(),
        ),
        ("breach-unread", mistake(Vec::new()).render()),
        (
            "page",
            PersonPage {
                frame: frame("What happened with your information").again(again(Some("c2VhbGVk"))),
                seen: seen(),
            }
            .render(),
        ),
    ];
    all.into_iter().map(|(name, html)| (format!("person-{name}"), html.unwrap())).collect()
}

#[test]
fn page_and_constant_answer_say_the_same_of_omissions_and_offer_the_exit() {
    for (name, html) in pages() {
        assert!(html.contains("data-quick-exit"), "{name}");
        if !name.ends_with("door") {
            assert!(html.contains(OMISSIONS), "{name}");
        }
    }
}

#[test]
fn an_answer_can_be_had_in_the_other_language_and_the_constant_one_carries_nothing_for_it() {
    for (name, html) in pages() {
        let form = html
            .split("action=\"/person\" method=\"post\">")
            .nth(1)
            .and_then(|rest| rest.split("</form>").next());
        let offered = matches!(name.as_str(), "person-constant" | "person-page");
        assert_eq!(form.is_some(), offered, "{name}");
        let Some(form) = form else { continue };
        assert!(form.contains("name=\"language\" value=\"cy\" lang=\"cy\">Cymraeg<"), "{name}: {form}");
        assert_eq!(
            form.contains("name=\"again\" value=\"c2VhbGVk\""),
            name == "person-page",
            "{name}: {form}"
        );
        assert_eq!(form.matches("<input").count(), usize::from(name == "person-page"), "{name}: {form}");
    }
}

#[test]
fn the_title_says_nothing_about_anybody() {
    for (name, html) in pages() {
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
        assert!(!title.contains("LON-") && !title.contains("police"), "{name}: {title}");
    }
}
