//! A change of rules on the running service: three people adopt another pack, the ledger says so, open cases are judged
//! by it without a restart, decided ones keep theirs, and no configuration changes it behind their backs.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, clinic_part, decided, eventually, proposal, serious_harm};
use serde_json::{Value, json};
use std::{collections::BTreeSet, path::Path, time::Duration};

const AT: &str = "/api/v1/rules/change";

#[test]
fn three_people_change_the_rules_and_nobody_else_does() {
    let mut demo = Demo::start(5);
    let before = adoptions(&demo);
    assert_eq!(before.len(), 1, "{before:?}");
    let shown = demo.get("administrator", AT).body;
    let old = shown["present"]["name"].as_str().unwrap().to_owned();
    let shelf = shown["shelf"].as_array().unwrap().clone();
    let stricter = shelf.iter().find(|row| row["name"].as_str().unwrap().ends_with("-stricter")).unwrap();
    let digest = stricter["digest"].as_str().unwrap().to_owned();
    let pack = json!({"pack": digest});

    // One case is decided, one proposed and one only received when the rules change.
    let done = decided(&demo, 1);
    let done = format!("/api/v1/referrals/{done}");
    let proposed = clinic_case(&demo, 2);
    assert_eq!(demo.post("clinician", &format!("{proposed}/proposals"), &proposal()).status, 200);
    let waiting = clinic_case(&demo, 3);

    only_some_have_a_part_in_it(&demo, &pack);
    assert_eq!(demo.post("administrator", &format!("{AT}/offer"), &pack).status, 200);
    let own = demo.post("administrator", &format!("{AT}/confirm"), &pack);
    assert_eq!(own.status, 409, "{}", own.text);
    open_cases_are_compared(&demo);
    let second = demo.post("administrator-second", &format!("{AT}/confirm"), &pack);
    assert_eq!(second.status, 200, "{}", second.text);
    assert_ne!(second.body["in_force"], json!(digest), "two administrators are not enough");
    assert_eq!(approvals(&demo, &waiting), approvals(&demo, &proposed), "nothing changed yet");
    let legal = demo.post("legal", &format!("{AT}/confirm"), &pack);
    assert_eq!(legal.status, 200, "{}", legal.text);
    assert_eq!(legal.body, json!({"in_force": digest, "offered": null}));

    // From now on, and without a restart, open cases are judged by the new rules and say what changed.
    let asks_legal = |at: &str| approvals(&demo, at).contains("legal-services-validation");
    assert!(asks_legal(&waiting) && asks_legal(&proposed));
    let case = demo.get("clinician", &proposed).body;
    let lines = case["rules_change"]["lines"].as_array().unwrap();
    assert!(lines.iter().any(|line| line.as_str().unwrap().contains("approvals, new: ")), "{lines:?}");
    assert_eq!(case["proposals"][0]["under"], json!(old));
    // What was decided keeps the rules it was decided under.
    assert_eq!(demo.get("clinician", &done).body["proposals"][0]["under"], json!(old));
    let again = demo.post("clinician", &format!("{waiting}/proposals"), &proposal());
    assert!(again.text.contains("legal-services-validation"), "{}", again.text);
    assert_ne!(demo.get("clinician", &waiting).body["proposals"][0]["under"], json!(old));
    assert_eq!(demo.get("clinician", &waiting).body["rules_change"], Value::Null);

    let after = eventually("the adoption is in the ledger", Duration::from_secs(30), || {
        let found = adoptions(&demo);
        (found.len() == 2).then_some(found)
    });
    assert!(after.is_superset(&before) && after.iter().any(|act| act.contains(&digest)));

    // Started again, even with another pack in the configuration, the service goes on by what was adopted.
    let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy/england-and-wales");
    demo.kill_and_restart_with(&["--pack", built_in]);
    let shown = demo.get("reviewer", AT).body;
    assert_eq!(shown["present"]["digest"], json!(digest));
    assert_eq!(shown["earlier"][0]["name"], json!(old));
    assert_eq!(adoptions(&demo), after);
}

/// A referral that the clinic has looked at.
fn clinic_case(demo: &Demo, n: u32) -> String {
    let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(n));
    let at = format!("/api/v1/referrals/{}", sent.body["id"].as_str().unwrap());
    assert_eq!(demo.post("clinician", &format!("{at}/facts"), &clinic_part()).status, 200);
    at
}

/// The approvals that the gate asks for in a case, over all that it leaves open.
fn approvals(demo: &Demo, at: &str) -> String {
    let case = demo.get("clinician", at).body;
    let open = case["verdict"]["wire"]["open"].as_array().unwrap();
    open.iter().map(|outcome| outcome["approvals"].to_string()).collect()
}

fn only_some_have_a_part_in_it(demo: &Demo, pack: &Value) {
    for role in ["legal", "guardian", "clinician", "officer", "reviewer", "key-custodian"] {
        assert_eq!(demo.post(role, &format!("{AT}/offer"), pack).status, 403, "{role}");
    }
    for role in ["guardian", "clinician", "officer", "reviewer", "retention-manager"] {
        assert_eq!(demo.post(role, &format!("{AT}/confirm"), pack).status, 403, "{role}");
        assert_eq!(demo.post(role, &format!("{AT}/withdraw"), pack).status, 403, "{role}");
    }
    let unknown = demo.post("administrator", &format!("{AT}/offer"), &json!({"pack": "00"}));
    assert_eq!(unknown.status, 422, "{}", unknown.text);
    let none = demo.post("legal", &format!("{AT}/confirm"), pack);
    assert_eq!(none.status, 404, "{}", none.text);
    // What was offered in error is taken back.
    assert_eq!(demo.post("administrator", &format!("{AT}/offer"), pack).status, 200);
    assert_eq!(demo.post("administrator-second", &format!("{AT}/offer"), pack).status, 409);
    assert_eq!(demo.post("legal", &format!("{AT}/withdraw"), pack).status, 200);
}

/// Open cases are compared before anybody confirms; administrators hear how many differ, and not in what.
fn open_cases_are_compared(demo: &Demo) {
    let compared = eventually("the open cases are compared", Duration::from_secs(60), || {
        let offer = demo.get("legal", AT).body["offer"].clone();
        (offer["open_cases"]["finished"] == json!(true)).then_some(offer["open_cases"].clone())
    });
    assert!(compared["differ"].as_u64().unwrap() >= 2, "{compared}");
    let changes = compared["changes"].as_array().unwrap();
    assert!(changes.iter().any(|change| change["what"].as_str().unwrap().starts_with("Open on other terms")));
    let administrator = demo.get("administrator", AT).body["offer"]["open_cases"].clone();
    assert_eq!(administrator["differ"], compared["differ"]);
    assert_eq!(administrator["changes"], json!([]));
}

/// The adoptions of packs in the ledger's own files.
fn adoptions(demo: &Demo) -> BTreeSet<String> {
    let (dir, _) = demo.ledger();
    let mut found = BTreeSet::new();
    acts(&dir.join("tile/entries"), &mut found);
    found
}

fn acts(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            acts(&path, found);
        } else {
            // A bundle that is not full yet is there in several widths: each act counts once.
            let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
            let adopted = text.split('{').filter(|entry| entry.contains("policy-adopted"));
            found.extend(adopted.filter_map(|act| act.split('}').next().map(str::to_owned)));
        }
    }
}
