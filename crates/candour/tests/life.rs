//! A referral's life through the running service, from the officer's question to the person's page, checked from
//! outside: by the API, the command line, and the files of the ledger.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, clinic_part, decided, eventually, proposal, serious_harm};
use serde_json::json;
use std::{process::Command, time::Duration};

fn candour(args: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour")).args(args).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.code().unwrap_or(-1), text)
}

#[test]
fn a_referral_lives_and_everybody_sees_what_is_theirs() {
    let mut demo = Demo::start(30);

    // The published cases are there, and the ledger is what it says it is.
    let (dir, policy) = demo.ledger();
    let verified =
        || candour(&["ledger", "verify", dir.to_str().unwrap(), "--policy", policy.to_str().unwrap()]);
    let (status, text) = verified();
    assert_eq!(status, 0, "{text}");

    // Officer to disclosure: decided, witnessed, readable, and recorded as read.
    let id = decided(&demo, 1);
    let at = format!("/api/v1/referrals/{id}");
    let read = eventually("the disclosure is released", Duration::from_secs(30), || {
        let answer = demo.get("officer", &format!("{at}/disclosures/1"));
        (answer.status == 200).then_some(answer)
    });
    assert!(read.text.contains("INVENTED-CONTENT"), "{}", read.text);
    assert_eq!(demo.get("officer-other-force", &format!("{at}/disclosures/1")).status, 404);
    assert_eq!(demo.get("clinician", &format!("{at}/disclosures/1")).status, 404);
    let (status, text) = verified();
    assert_eq!(status, 0, "{text}");

    // Receipts verify offline and say nothing of what happened.
    let receipts = demo.get("officer", &format!("{at}/receipts"));
    let receipt = receipts.body["receipts"][0]["file"].as_str().unwrap().to_owned();
    assert!(!receipt.contains("referral"), "{receipt}");
    let file = demo.dir.path().join("one.tlog-proof");
    std::fs::write(&file, receipt).unwrap();
    let (status, text) =
        candour(&["receipt", "verify", file.to_str().unwrap(), "--policy", policy.to_str().unwrap()]);
    assert_eq!(status, 0, "{text}");

    // The person: one constant answer before, everything after.
    let wrong =
        demo.post("officer", "/api/v1/person", &json!({"code": "AAAA-AAAA-AAAA-AAAA", "second_fact": "x"}));
    let person = demo.json["person"].clone();
    assert!(person.is_object(), "the demonstration has somebody who was told");
    let bad_phrase = demo.post(
        "officer",
        "/api/v1/person",
        &json!({"code": person["code"], "second_fact": "not the phrase"}),
    );
    assert_eq!((wrong.status, &wrong.text), (bad_phrase.status, &bad_phrase.text));
    let page = demo.post(
        "officer",
        "/api/v1/person",
        &json!({"code": person["code"], "second_fact": person["second_fact"]}),
    );
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(!page.body["decisions"].as_array().unwrap().is_empty());

    the_wrong_people_get_nowhere(&demo, &id);
    the_same_request_is_answered_once(&demo);
    bad_input_is_refused_precisely(&demo);
    recall_ends_access(&demo, &id);

    // A power cut: what was acknowledged is there, and the log goes on without a fork.
    let before = demo.get("clinician", &at).body["timeline"].as_array().unwrap().len();
    demo.kill_and_restart();
    let after = demo.get("clinician", &at).body["timeline"].as_array().unwrap().len();
    assert_eq!(before, after);
    let (status, text) = verified();
    assert_eq!(status, 0, "{text}");
    rebuilding_restores_every_byte(demo);
}

/// Stopped as an administrator stops it; then the read models are damaged, and made anew from the events.
fn rebuilding_restores_every_byte(mut demo: Demo) {
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(20)), "Ctrl-C stops it");
    let file = demo.json["database"].as_str().unwrap().trim_start_matches("sqlite://").to_owned();
    let python = |script: &str| {
        let done = Command::new("python3").args(["-c", script, &file]).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    };
    // Python's own reader of SQLite says what is in every table, so that nothing of ours vouches for itself.
    let dump = "import sqlite3, sys; print(chr(10).join(sorted(sqlite3.connect(sys.argv[1]).iterdump())))";
    let before = python(dump);
    python(
        "import sqlite3, sys\n\
         with sqlite3.connect(sys.argv[1]) as db:\n    \
         db.execute(\"UPDATE cases SET stage = 'closed', updated = updated + 1\")\n    \
         db.execute('DELETE FROM tasks WHERE n = 1')\n    \
         db.execute('DELETE FROM letters')",
    );
    assert_ne!(python(dump), before, "the damage is done");
    let config = demo.dir.path().join("candour.toml");
    let (status, text) = candour(&["rebuild", "--config", config.to_str().unwrap()]);
    assert_eq!(status, 0, "{text}");
    assert!(python(dump) == before, "what was rebuilt differs from what was there");
}

fn the_wrong_people_get_nowhere(demo: &Demo, id: &str) {
    let at = format!("/api/v1/referrals/{id}");
    let unknown = demo.get("clinician-other-unit", "/api/v1/referrals/00000000000000000000000000000000");
    let theirs = demo.get("clinician-other-unit", &at);
    assert_eq!(
        (unknown.status, unknown.text),
        (theirs.status, theirs.text),
        "another unit's case does not exist"
    );
    for role in
        ["administrator", "key-custodian", "retention-manager", "officer-other-force", "health-worker"]
    {
        assert_eq!(demo.get(role, &at).status, 404, "{role}");
    }
    // Nor do acts tell a case that is nothing to somebody from one that does not exist, whatever their role.
    let none = "/api/v1/referrals/00000000000000000000000000000000";
    for role in
        ["officer-other-force", "clinician-other-unit", "health-worker", "administrator", "retention-manager"]
    {
        for (act, body) in [
            ("withdraw", json!({})),
            ("countersign", json!({})),
            ("facts", clinic_part()),
            ("facts", json!({"urgency": "routine"})),
            ("proposals", proposal()),
            ("record-openings", json!({"reason": "curious"})),
            ("safe-route/confirm", json!({})),
            ("disclosures/1/recall", json!({"reasons": "curious"})),
        ] {
            let theirs = demo.post(role, &format!("{at}/{act}"), &body);
            let unknown = demo.post(role, &format!("{none}/{act}"), &body);
            assert!(theirs.status >= 400, "{role} {act}");
            assert_eq!((theirs.status, theirs.text), (unknown.status, unknown.text), "{role} {act}");
        }
    }
    // Not for their role, on a case that they may see.
    let refused = demo.post("legal", &format!("{at}/record-openings"), &json!({"reason": "curious"}));
    assert_eq!(refused.status, 403, "{}", refused.text);
    // The guardian cannot come before the others, and nobody has two parts.
    let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(2));
    let at = format!("/api/v1/referrals/{}", sent.body["id"].as_str().unwrap());
    demo.post("clinician", &format!("{at}/facts"), &clinic_part());
    demo.post("clinician", &format!("{at}/proposals"), &proposal());
    let early = demo.post(
        "guardian",
        &format!("{at}/proposals/1/approvals"),
        &json!({"approval": "caldicott-guardian", "agree": true, "reasons": "early"}),
    );
    assert_eq!(early.status, 409, "{}", early.text);
    let wrong_role = demo.post(
        "clinician",
        &format!("{at}/proposals/1/approvals"),
        &json!({"approval": "caldicott-guardian", "agree": true, "reasons": "not mine"}),
    );
    assert_eq!(wrong_role.status, 403, "{}", wrong_role.text);
    assert_eq!(
        demo.get("officer", &format!("{at}/disclosures/1")).status,
        404,
        "nothing is released undecided"
    );
}

fn the_same_request_is_answered_once(demo: &Demo) {
    let (token, key) = (demo.token("officer"), demo.key());
    let body = serious_harm(3);
    let first = demo.post_with(&token, &key, "/api/v1/referrals", &body);
    let second = demo.post_with(&token, &key, "/api/v1/referrals", &body);
    assert_eq!((first.status, &first.text), (second.status, &second.text));
    let other = demo.post_with(&token, &key, "/api/v1/referrals", &serious_harm(4));
    assert_eq!(other.status, 422, "{}", other.text);
}

fn bad_input_is_refused_precisely(demo: &Demo) {
    let mut body = serious_harm(5);
    body["person"]["nhs_number"] = json!("9990000019");
    body["person"]["date_of_birth"] = json!("2999-01-01");
    body["question"] = json!("\u{7}");
    body["facts"]["urgency"] = json!("yesterday");
    let answer = demo.post("officer", "/api/v1/referrals", &body);
    assert_eq!(answer.status, 422, "{}", answer.text);
    let at: Vec<&str> =
        answer.body["faults"].as_array().unwrap().iter().map(|f| f["at"].as_str().unwrap()).collect();
    for expected in ["/question", "/person/nhs_number", "/person/date_of_birth", "/facts/urgency"] {
        assert!(at.contains(&expected), "{expected} is not among {at:?}");
    }
    let mut aged = serious_harm(6);
    aged["facts"]["person"]["age"] = json!(12);
    let answer = demo.post("officer", "/api/v1/referrals", &aged);
    assert_eq!(answer.body["at"], "/facts/person/age", "{}", answer.text);
    // A field that is not the officer's to supply.
    let mut reaching = serious_harm(7);
    reaching["facts"]["requester"]["identity"] = json!("verified");
    let answer = demo.post("officer", "/api/v1/referrals", &reaching);
    assert_eq!(answer.body["at"], "/facts/requester/identity", "{}", answer.text);
}

fn recall_ends_access(demo: &Demo, id: &str) {
    let at = format!("/api/v1/referrals/{id}");
    let recalled =
        demo.post("clinician", &format!("{at}/disclosures/1/recall"), &json!({"reasons": "A mistake."}));
    assert!(recalled.status < 300, "{}", recalled.text);
    let gone = demo.get("officer", &format!("{at}/disclosures/1"));
    let never = demo.get("officer", "/api/v1/referrals/00000000000000000000000000000000/disclosures/1");
    assert_eq!((gone.status, gone.text), (never.status, never.text), "recalled and unknown are alike");
    assert_eq!(demo.get("officer", &at).body["state"], "recalled");
    let done = demo.post("officer", &format!("{at}/disclosures/1/destruction"), &json!({"confirmed": true}));
    assert!(done.status < 300, "{}", done.text);
}

#[test]
fn an_officer_cannot_tell_endings_apart() {
    let demo = Demo::start(30);
    // Six referrals alike but for what the clinic does with them.
    let ids: Vec<String> = (0..6)
        .map(|_| {
            let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(50));
            assert_eq!(sent.status, 201, "{}", sent.text);
            sent.body["id"].as_str().unwrap().to_owned()
        })
        .collect();
    let before = order_of(&demo.sign_in("officer").get("/officer").text, &ids);
    let propose = |id: &str, outcome: &str| {
        let body = json!({"outcome": outcome, "necessity": "n", "proportionality": "p"});
        demo.post("clinician", &format!("/api/v1/referrals/{id}/proposals"), &body)
    };
    let approve = |role: &str, id: &str, code: &str| {
        let body = json!({"approval": code, "agree": true, "reasons": "r"});
        demo.post(role, &format!("/api/v1/referrals/{id}/proposals/1/approvals"), &body)
    };
    // 0: nothing. 1: refused. 2: care offered. 3: proposed and declined. 4: facts supplied. 5: a breach.
    assert!(propose(&ids[1], "refuse").status < 300);
    assert!(approve("guardian", &ids[1], "caldicott-guardian").status < 300);
    assert!(propose(&ids[2], "offer-care").status < 300);
    assert!(approve("clinician", &ids[2], "treating-clinician-opinion").status < 300);
    assert!(propose(&ids[3], "refuse").status < 300);
    demo.post("clinician", &format!("/api/v1/referrals/{}/facts", ids[4]), &clinic_part());
    let breach = json!({
        "kind": "wrong-person", "happened": "2026-01-05T09:00:00Z", "aware": "2026-01-05T10:00:00Z",
        "what": "Another record was opened.", "people": 1
    });
    let noticed = demo.post("clinician", &format!("/api/v1/referrals/{}/breaches", ids[5]), &breach);
    assert_eq!(noticed.status, 200, "{}", noticed.text);
    let told = json!({"tell": true, "text": "Your record was opened by mistake."});
    let at = format!("/api/v1/referrals/{}/breaches/1000001/telling", ids[5]);
    let told = demo.post("guardian", &at, &told);
    assert_eq!(told.status, 200, "{}", told.text);
    let blank = |id: &str| {
        let answer = demo.get("officer", &format!("/api/v1/referrals/{id}"));
        let mut body = answer.body;
        for own in ["id", "reference", "sent", "answer_by"] {
            body[own] = json!("-");
        }
        (answer.status, body.to_string(), answer.text.len())
    };
    let first = blank(&ids[0]);
    for id in &ids[1..] {
        assert_eq!(blank(id), first, "an ending shows");
    }
    pages_do_not_tell_endings_apart(&demo, &ids, &before);
    for id in &ids {
        let read = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
        let withdrawn = demo.post("officer", &format!("/api/v1/referrals/{id}/withdraw"), &json!({}));
        assert_eq!((read.status, withdrawn.status), (404, 200), "{}", withdrawn.text);
    }
    every_page_about_a_case_is_recorded_as_read(&demo);
}

/// Whoever opens a page about a case, in whatever role and at whatever address, is recorded before it is returned.
fn every_page_about_a_case_is_recorded_as_read(demo: &Demo) {
    let file = demo.json["database"].as_str().unwrap().trim_start_matches("sqlite://").to_owned();
    let reads = || {
        let count = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(\
                     \"SELECT COUNT(*) FROM events WHERE stream = 'reads'\").fetchone()[0])";
        let done = Command::new("python3").args(["-c", count, &file]).output().unwrap();
        String::from_utf8_lossy(&done.stdout).trim().parse::<u64>().unwrap()
    };
    let areas = [
        ("officer", "/officer"),
        ("supervisor", "/officer/countersign"),
        ("health-worker", "/reports"),
        ("clinician", "/clinic"),
        ("second-clinician", "/clinic"),
        ("guardian", "/guardian"),
        ("safeguarding", "/safeguarding"),
        ("legal", "/legal"),
        ("reviewer", "/review"),
    ];
    let mut looked = 0;
    for (role, area) in areas {
        let reader = demo.sign_in(role);
        let (mut waiting, mut seen) = (vec![area.to_owned()], std::collections::BTreeSet::new());
        while let Some(path) = waiting.pop() {
            if !seen.insert(kind(&path)) {
                continue;
            }
            let before = reads();
            let page = reader.get(&path);
            if page.status == 200 && path.split('/').any(is_id) {
                looked += 1;
                assert!(reads() > before, "{role} read {path} unrecorded");
            }
            let links =
                page.text.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#', '?']).next());
            waiting.extend(links.filter(|link| link.starts_with(area)).map(str::to_owned));
        }
    }
    assert!(looked > 30, "{looked} pages about cases");
}

fn is_id(part: &str) -> bool {
    part.len() == 32 && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Two pages of one kind differ only by what they are about.
fn kind(path: &str) -> String {
    let of = |part: &str| match part {
        id if is_id(id) => "id".to_owned(),
        n if !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()) => "n".to_owned(),
        other => other.to_owned(),
    };
    path.split('/').map(of).collect::<Vec<_>>().join("/")
}

/// The list, by pages and by API, and the page of each referral: the same words, size and order whatever was decided.
fn pages_do_not_tell_endings_apart(demo: &Demo, ids: &[String], before: &[usize]) {
    let officer = demo.sign_in("officer");
    let strip = |id: &str, reference: &str, sent: &str, text: &str| {
        // What an own referral differs by lawfully: its id, its reference, and the minute in which it was sent.
        let without = text.replace(id, "-").replace(reference, "-").replace(sent, "-");
        // Each form has its own token and key.
        let hidden = without.split('<').filter(|tag| !tag.contains("type=\"hidden\""));
        hidden.collect::<Vec<_>>().join("<")
    };
    let own = |id: &str| demo.get("officer", &format!("/api/v1/referrals/{id}")).body;
    let shown: Vec<(u16, String, usize)> = ids
        .iter()
        .map(|id| {
            let seen = own(id);
            let text = |name: &str| seen[name].as_str().unwrap().to_owned();
            let page = officer.get(&format!("/officer/{id}"));
            assert!(page.text.contains("The clinic has it"), "{}", page.text);
            let answer_by = text("answer_by");
            let size = page.text.len();
            let words = strip(id, &text("reference"), &text("sent"), &page.text).replace(&answer_by, "-");
            (page.status, words, size)
        })
        .collect();
    for (id, page) in ids.iter().zip(&shown) {
        assert_eq!(page, &shown[0], "the page of {id} shows its ending");
    }

    // The list keeps its order, whatever was done to which since.
    let list = officer.get("/officer");
    assert_eq!(order_of(&list.text, ids), before, "the list is ordered by what was done");
    let row_of = |id: &str| {
        let seen = own(id);
        let from = list.text.find(id).unwrap();
        let row = &list.text[from..];
        let row = &row[..row.find("</tr>").unwrap()];
        strip(id, seen["reference"].as_str().unwrap(), seen["sent"].as_str().unwrap(), row)
    };
    for id in ids {
        assert_eq!(row_of(id), row_of(&ids[0]), "the list shows the ending of {id}");
    }
    let rows = demo.get("officer", "/api/v1/referrals").body;
    let states: Vec<&str> = rows["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| ids.iter().any(|id| row["id"] == id.as_str()))
        .map(|row| row["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["sent"; 6]);
}

/// Which of these cases a list names, in its order.
fn order_of(list: &str, ids: &[String]) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> =
        ids.iter().enumerate().map(|(n, id)| (list.find(id.as_str()).unwrap(), n)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, n)| n).collect()
}
