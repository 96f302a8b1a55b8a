//! Breaches through the running service, on both databases: what an officer learns by saying that it is the wrong person,
//! the clock, the decisions, and the page of somebody whose information left though another was asked about.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;
mod server;

use demonstration::{Demo, decided, eventually};
use serde_json::{Value, json};
use server::Server;
use std::{path::Path, time::Duration};

const N: u32 = 1_000_001;

#[test]
fn a_breach_is_decided_and_told_and_police_learn_nothing_of_it() {
    live(&Demo::start(5));
}

#[test]
fn and_so_on_a_server() {
    let server = Server::start();
    live(&Demo::start_with(5, &["--database", &server.url]));
}

fn live(demo: &Demo) {
    let ids: Vec<String> = (1..=3).map(|number| decided(demo, number)).collect();
    for id in &ids {
        eventually("the disclosure is released", Duration::from_secs(60), || {
            let answer = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
            (answer.status == 200).then_some(())
        });
    }
    an_officers_report_looks_like_any_recall(demo, &ids);
    the_guardian_decides_against_the_clock(demo, &ids[2]);
    whom_it_concerns_is_told_on_a_page_of_their_own(demo, &ids[2]);
}

/// 0: recalled by the clinic. 1: the officer says that it is the wrong person, and it is found to be none.
fn an_officers_report_looks_like_any_recall(demo: &Demo, ids: &[String]) {
    let at = |id: &str, rest: &str| format!("/api/v1/referrals/{id}/{rest}");
    let recalled =
        demo.post("clinician", &at(&ids[0], "disclosures/1/recall"), &json!({"reasons": "A mistake."}));
    assert_eq!(recalled.status, 200, "{}", recalled.text);

    let officer = demo.sign_in("officer");
    let page = format!("/officer/{}/disclosures/1/wrong-person", ids[1]);
    let blank = officer.fill(&page, &[("what", "  ")]);
    assert!(blank.status == 422 && blank.text.contains("Say how you know"), "{}", blank.text);
    assert_eq!(officer.fill(&page, &[("what", "The age does not fit.")]).status, 303);

    // Said again, said of what is unknown, and said by another: alike.
    let body = json!({"what": "The age does not fit."});
    let again = demo.post("officer", &at(&ids[1], "disclosures/1/wrong-person"), &body);
    let unknown = demo.post("officer", &at(&"0".repeat(32), "disclosures/1/wrong-person"), &body);
    let another = demo.post("officer-other-force", &at(&ids[2], "disclosures/1/wrong-person"), &body);
    for answer in [&again, &another] {
        assert_eq!((answer.status, &answer.text), (unknown.status, &unknown.text));
    }
    assert_eq!(officer.get(&page).status, 404);

    let seen = |id: &str| {
        let strip = |text: &str, body: &Value| {
            let mut text = text.replace(id, "-");
            for own in ["reference", "sent", "answer_by"] {
                text = text.replace(body[own].as_str().unwrap(), "-");
            }
            let released = body["disclosures"][0]["released"].as_str().unwrap();
            let text = text.replace(released, "-");
            // Each form has its own token and key, and a session counts its own seconds.
            let own = |tag: &&str| tag.contains("type=\"hidden\"") || tag.contains("data-session");
            text.split('<').filter(|tag| !own(tag)).collect::<Vec<_>>().join("<")
        };
        let api = demo.get("officer", &format!("/api/v1/referrals/{id}"));
        let pages =
            ["", "/disclosures/1/recalled"].map(|below| officer.get(&format!("/officer/{id}{below}")));
        assert!(pages.iter().all(|page| page.status == 200));
        let pages = pages.map(|page| strip(&page.text, &api.body));
        (strip(&api.text, &api.body), pages)
    };
    let by_clinic = seen(&ids[0]);
    assert!(by_clinic.0.contains("\"state\":\"recalled\""), "{}", by_clinic.0);
    assert_eq!(seen(&ids[1]), by_clinic, "before anybody has looked at it");
    let none = demo.post(
        "guardian",
        &at(&ids[1], &format!("breaches/{N}/unfounded")),
        &json!({"reasons": "The record was looked at again: it is the same person."}),
    );
    assert_eq!(none.status, 200, "{}", none.text);
    assert_eq!(seen(&ids[1]), by_clinic, "after it was found to be none");
    for (role, path) in
        [("officer", "breaches"), ("supervisor", "breaches"), ("officer", "breaches/1000001/notes")]
    {
        let refused = demo.post(role, &at(&ids[1], path), &json!({"kind": "measure", "text": "x"}));
        assert!(refused.status >= 400, "{role} {path}");
    }
}

fn the_guardian_decides_against_the_clock(demo: &Demo, id: &str) {
    let at = |rest: &str| format!("/api/v1/referrals/{id}/{rest}");
    let breach = |aware: &str| {
        json!({"kind": "wrong-person", "disclosure": 1, "happened": "2026-01-05T09:00:00Z", "aware": aware,
            "what": "The statement was taken from the record of a patient with the same name.", "people": 1})
    };
    let future = demo.post("clinician", &at("breaches"), &breach("2999-01-01T00:00:00Z"));
    assert_eq!((future.status, future.body["type"].as_str().unwrap().ends_with("breach-times")), (409, true));
    let noticed = demo.post("clinician", &at("breaches"), &breach("2026-01-05T10:00:00+00:00"));
    assert_eq!(noticed.status, 200, "{}", noticed.text);
    assert_eq!((&noticed.body["n"], &noticed.body["report_by"]), (&json!(N), &json!("2026-01-08T10:00:00Z")));
    assert_eq!(demo.get("officer", &format!("/api/v1/referrals/{id}")).body["state"], "recalled");

    // It waits for the guardian, for advice, and before the reviewer, and all see that it is overdue.
    for role in ["guardian", "data-protection-officer", "reviewer"] {
        let queue = demo.get(role, "/api/v1/queue").body;
        let row =
            queue["items"].as_array().unwrap().iter().find(|row| row["id"] == id && row["n"] == N).unwrap();
        assert_eq!((&row["due"], &row["overdue"]), (&json!("8 January 2026, 10:00"), &json!(true)), "{role}");
    }
    let officer_of_data = demo.sign_in("data-protection-officer");
    assert!(officer_of_data.get("/clinic").text.contains("Overdue"));
    let advice = officer_of_data.fill(
        &format!("/clinic/cases/{id}/breach-advice/{N}"),
        &[("text", "Report it today, and say why it is late.")],
    );
    assert_eq!(advice.status, 303, "{}", advice.text);
    let report = json!({"at": "2026-01-09T12:00:00Z", "reference": "IC-000000-A1B2"});
    let path = at(&format!("breaches/{N}/commissioner"));
    assert_eq!(demo.post("data-protection-officer", &path, &report).status, 403, "advises, never approves");
    let late = demo.post("guardian", &path, &report);
    assert!(late.status == 409 && late.text.contains("delay-reasons"), "{}", late.text);
    // The same on the page, beside its field; and nothing that was typed is lost.
    let guardian = demo.sign_in("guardian");
    let page = format!("/guardian/cases/{id}/breach-commissioner/{N}");
    let mut typed = vec![
        ("decision", "reported"),
        ("at-day", "9"),
        ("at-month", "1"),
        ("at-year", "2026"),
        ("at-time", "12:00"),
        ("reference", "IC-000000-A1B2"),
    ];
    let again = guardian.fill(&page, &typed);
    assert!(
        again.status == 422 && again.text.contains("delay-error") && again.text.contains("IC-000000-A1B2")
    );
    typed.push(("delay", "The clinic that noticed it was closed over the holiday."));
    assert_eq!(guardian.fill(&page, &typed).status, 303);
    let case = demo.get("reviewer", &format!("/api/v1/referrals/{id}")).body;
    let seen = &case["breaches"][0];
    assert_eq!(
        (&seen["late"], &seen["overdue"], &seen["concerns_another"]),
        (&json!(true), &json!(false), &json!(true))
    );
    assert!(seen["delay"].as_str().unwrap().contains("holiday") && seen["notes"][0]["kind"] == "advice");
    let kinds: Vec<&str> =
        case["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    for kind in ["breach-reported", "disclosure-recalled", "breach-noted", "breach-reported-to-commissioner"]
    {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
    let not_told = json!({"tell": false, "text": "It would worry them."});
    assert_eq!(demo.post("guardian", &at(&format!("breaches/{N}/telling")), &not_told).status, 409);
}

fn whom_it_concerns_is_told_on_a_page_of_their_own(demo: &Demo, id: &str) {
    let at = |rest: &str| format!("/api/v1/referrals/{id}/breaches/{N}/{rest}");
    let words = json!({"tell": true, "text": "A statement from your record was given to police by mistake."});
    assert_eq!(demo.post("guardian", &at("telling"), &words).status, 200);
    let mut route = json!({"route": "post", "address": "Somebody Else\n1 Test Street",
        "phrase": "copper kettle lantern", "language": "fr"});
    let unknown = demo.post("clinician", &at("safe-route"), &route);
    assert!(unknown.status == 422 && unknown.text.contains("/language"), "{}", unknown.text);
    route["language"] = json!("both");
    let recorded = demo.post("clinician", &at("safe-route"), &route);
    assert_eq!(recorded.status, 200, "{}", recorded.text);
    let case = demo.get("clinician", &format!("/api/v1/referrals/{id}")).body;
    assert!(
        case["breaches"][0]["route"].as_str().unwrap().ends_with("; the letter is in Welsh and in English")
    );
    let letter = eventually("their letter goes out", Duration::from_secs(60), || {
        letter_to(demo.dir.path(), "Somebody Else")
    });
    // In both languages, the Welsh first, each with its own way to the page; what the clinic wrote stays as it is.
    let (welsh, english) = letter.split_once("<section lang=\"en-GB\">").unwrap();
    assert!(welsh.contains("Helo,") && welsh.contains("/cy/person</strong>"), "{welsh}");
    assert!(english.contains("Hello,") && english.contains("/person</strong>"), "{english}");
    assert!(!english.contains("/cy/person") && english.contains("Somebody Else"), "{english}");
    let door = demo.raw("GET", "/cy/person", "");
    assert_eq!((door.status, door.header("location")), (303, Some("/person")));
    assert!(door.header("set-cookie").unwrap().starts_with("candour-language=cy;"));
    let code = code_in(&letter).unwrap();
    let open =
        |phrase: &str| demo.post("officer", "/api/v1/person", &json!({"code": code, "second_fact": phrase}));
    let wrong = open("another phrase");
    let unknown =
        demo.post("officer", "/api/v1/person", &json!({"code": "AAAA-AAAA-AAAA-AAAA", "second_fact": "x"}));
    assert_eq!((wrong.status, &wrong.text), (unknown.status, &unknown.text));
    let page = open("copper kettle lantern");
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(page.body["breach"]["words"], "A statement from your record was given to police by mistake.");
    assert_eq!(page.body["breach"]["recalled"], true);
    assert_eq!(page.body["looked"].as_array().unwrap().len(), 1);
    // Nothing of the person who was asked about, nor of why.
    for theirs in ["Testa", "serious", "asked_for", "decisions", "purpose"] {
        assert!(!page.text.contains(theirs), "{theirs} stands in {}", page.text);
    }
    // A decision about somebody else sends the waiting batch on its way, and what is witnessed can be proved.
    decided(demo, 7);
    let key = json!({"code": code, "second_fact": "copper kettle lantern", "full": false});
    let proofs = eventually("their proofs are witnessed", Duration::from_secs(60), || {
        let proofs = demo.post("officer", "/api/v1/person/receipts", &key);
        (proofs.status == 200 && proofs.text.contains("given by mistake")).then_some(proofs.text)
    });
    assert!(!proofs.contains("health record was opened"), "{proofs}");
}

/// The code in a letter.
fn code_in(letter: &str) -> Option<&str> {
    Some(letter.split_once("class=\"code\">")?.1.split('<').next()?.trim())
}

/// The letter to somebody, once it lies in the folder of letters.
fn letter_to(folder: &Path, name: &str) -> Option<String> {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            if let Some(found) = letter_to(&entry.path(), name) {
                return Some(found);
            }
        } else if entry.path().extension().is_some_and(|kind| kind == "html") {
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            if text.contains(name) {
                return Some(text);
            }
        }
    }
    None
}
