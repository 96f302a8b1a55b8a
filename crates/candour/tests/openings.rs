//! Full openings through the running service: given to the Guardian, the reviewer and the person, each recorded; never to
//! anybody else; and what is given verifies without the service.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, decided, eventually};
use serde_json::{Value, json};
use std::{process::Command, time::Duration};

/// What `candour receipt verify` says of a file.
fn verified(demo: &Demo, file: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.tlog-proof");
    std::fs::write(&path, file).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["receipt", "verify", "--json", "--policy", demo.json["ledger"]["policy"].as_str().unwrap()])
        .arg(&path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{said} {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_str(&said).unwrap()
}

#[test]
fn full_openings_go_to_those_who_answer_to_the_reviewer_and_to_the_person_alone() {
    let demo = Demo::start(30);
    let id = decided(&demo, 1);
    let at = |n: u32| format!("/api/v1/referrals/{id}/openings/{n}");
    let first = eventually("the referral is witnessed", Duration::from_secs(60), || {
        let answer = demo.get("guardian", &at(1));
        (answer.status == 200).then_some(answer.body)
    });
    assert!(first["name"].as_str().unwrap().ends_with("-1-full-opening.tlog-proof"), "{first}");
    assert!(first["warning"].as_str().unwrap().contains("proves to anybody"), "{first}");
    let file = first["file"].as_str().unwrap();
    assert!(verified(&demo, file).to_string().contains("referral-received"));
    assert!(
        !file.contains("Testa Person") && !file.contains("threatens"),
        "no name and no text that anybody wrote"
    );
    assert_eq!(demo.get("reviewer", &at(1)).status, 200);

    // Nobody else, and a case of another unit is like one that does not exist.
    for role in
        ["officer", "supervisor", "clinician", "second-clinician", "safeguarding", "legal", "administrator"]
    {
        let answer = demo.get(role, &at(1));
        assert!(matches!(answer.status, 403 | 404), "{role}: {}", answer.text);
        assert!(!answer.text.contains("tlog-proof"), "{role}");
    }
    let unknown = demo.get("guardian", &format!("/api/v1/referrals/{}/openings/1", "0".repeat(32)));
    let beyond = demo.get("guardian", &at(999));
    assert_eq!((unknown.status, &unknown.body["type"]), (404, &beyond.body["type"]));

    // Each one that was given is a reading: the Guardian's and the reviewer's, and none for what was refused.
    let page = demo.sign_in("guardian").get(&format!("/guardian/cases/{id}/receipts"));
    assert!(page.status == 200 && page.text.contains("Full opening"), "{}", page.text);
    assert!(
        !demo.sign_in("clinician").get(&format!("/clinic/cases/{id}/receipts")).text.contains("Full opening")
    );
    let asked = demo.sign_in("guardian").get(&format!("/guardian/cases/{id}/receipts/1"));
    assert!(asked.text.contains("proves to anybody who holds it"), "{}", asked.text);
    assert_eq!(demo.sign_in("clinician").get(&format!("/clinic/cases/{id}/receipts/1")).status, 404);
    let receipt = demo.sign_in("clinician").get(&format!("/clinic/cases/{id}/receipts/1/file"));
    assert!(receipt.status == 200 && !receipt.text.contains("referral-received"), "{}", receipt.text);
    verified(&demo, &receipt.text);

    the_officer(&demo, &id);
    the_person(&demo);
}

/// The officer: receipts of what they did themselves, numbered so that nobody can count what others did in between.
fn the_officer(demo: &Demo, id: &str) {
    let officer = demo.sign_in("officer");
    let page = officer.get(&format!("/officer/{id}/receipts"));
    assert!(
        page.text.contains("You sent it") && page.text.contains(&format!("/officer/{id}/receipts/1")),
        "{}",
        page.text
    );
    let sent = officer.get(&format!("/officer/{id}/receipts/1"));
    assert!(verified(demo, &sent.text)["event"].is_null(), "{}", sent.text);
    for none in ["0", "2", "99", "x"] {
        assert_eq!(officer.get(&format!("/officer/{id}/receipts/{none}")).status, 404, "{none}");
    }
    assert_eq!(demo.sign_in("officer-other-force").get(&format!("/officer/{id}/receipts")).status, 404);

    // Taken back after the clinic did several things: the second of their own acts, and named so.
    let sent = demo.post("officer", "/api/v1/referrals", &demonstration::serious_harm(2));
    let at = format!("/api/v1/referrals/{}", sent.body["id"].as_str().unwrap());
    let facts = demo.post("clinician", &format!("{at}/facts"), &demonstration::clinic_part());
    let opened = demo.post(
        "clinician",
        &format!("{at}/record-openings"),
        &json!({"reason": "To see the present risk."}),
    );
    let withdrawn = demo.post("officer", &format!("{at}/withdraw"), &json!({}));
    for done in [facts, opened, withdrawn] {
        assert!(done.status < 300, "{}", done.text);
    }
    // A decision elsewhere sends everything that waits to the ledger.
    decided(demo, 3);
    let names: Vec<String> = eventually("both acts are witnessed", Duration::from_secs(60), || {
        let answer = demo.get("officer", &format!("{at}/receipts"));
        let receipts = answer.body["receipts"].as_array().unwrap().clone();
        (receipts.len() == 2)
            .then(|| receipts.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect())
    });
    assert!(names[0].ends_with("-own-1.tlog-proof") && names[1].ends_with("-own-2.tlog-proof"), "{names:?}");
}

/// The person, by the code of their letter and the phrase: of what they were told, and nothing else.
fn the_person(demo: &Demo) {
    let person = &demo.json["person"];
    let ask = |second_fact: &Value, full: bool| {
        let body = json!({"code": person["code"], "second_fact": second_fact, "full": full});
        demo.post("officer", "/api/v1/person/receipts", &body)
    };
    let wrong = ask(&json!("not the phrase"), true);
    let nobody = demo.post(
        "officer",
        "/api/v1/person/receipts",
        &json!({"code": "AAAA-AAAA-AAAA-AAAA", "second_fact": "x", "full": true}),
    );
    assert_eq!((wrong.status, &wrong.text), (nobody.status, &nobody.text));
    assert_eq!(wrong.status, 404);
    let inclusion = ask(&person["second_fact"], false);
    let opened = ask(&person["second_fact"], true);
    let files = |answer: &demonstration::Answer| answer.body["receipts"].as_array().unwrap().clone();
    assert!(files(&opened).len() >= 2 && files(&opened).len() == files(&inclusion).len(), "{}", opened.text);
    for (closed, open) in files(&inclusion).iter().zip(files(&opened)) {
        assert!(verified(demo, closed["file"].as_str().unwrap())["event"].is_null(), "{closed}");
        let file = open["file"].as_str().unwrap();
        let shown = verified(demo, file).to_string();
        let kinds = [
            "record-opened",
            "disclosure-decided",
            "disclosure-refused",
            "disclosure-released",
            "notice-sent",
            "emergency-released",
            "disclosure-recalled",
        ];
        assert!(kinds.iter().any(|kind| shown.contains(kind)), "{shown}");
    }
}
