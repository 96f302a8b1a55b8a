//! A supervisor gives an officer's referral to another officer of the force, by pages and by API; from then on the first
//! one has nothing of it, and a recall is for the second. What the clinic disclosed of its own accord is not theirs to give:
//! the guardian names another officer, and the force hears nothing of it.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Answer, Demo, clinic_part, decided, eventually, proposal, serious_harm};
use serde_json::json;
use std::time::Duration;

/// What a health worker reported, disclosed to the officer whom they named.
fn disclosed_of_own_accord(demo: &Demo, number: u32) -> String {
    let mut report = serious_harm(number);
    report["recipient"] = json!("officer");
    let sent = demo.post("health-worker", "/api/v1/referrals", &report);
    assert_eq!(sent.status, 201, "{}", sent.text);
    let id = sent.body["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    let ok = |answer: Answer| assert!(answer.status < 300, "{}", answer.text);
    ok(demo.post("clinician", &format!("{at}/facts"), &clinic_part()));
    let reason = json!({"reason": "To see the present risk."});
    ok(demo.post("clinician", &format!("{at}/record-openings"), &reason));
    ok(demo.post("clinician", &format!("{at}/proposals"), &proposal()));
    for (role, code) in [("clinician", "treating-clinician-opinion"), ("guardian", "caldicott-guardian")] {
        let body = json!({"approval": code, "agree": true, "reasons": "I have weighed it."});
        ok(demo.post(role, &format!("{at}/proposals/1/approvals"), &body));
    }
    eventually("something to read", Duration::from_secs(60), || {
        let seen = demo.get("officer", &at);
        (seen.body["state"] == "information ready").then_some(())
    });
    id
}

/// An administrator closes an account.
fn close(demo: &Demo, name: &str) {
    let file = demo.json["database"].as_str().unwrap().trim_start_matches("sqlite://").to_owned();
    let script = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(\
        'SELECT account FROM accounts WHERE name = ?', (sys.argv[2],)).fetchone()[0])";
    let done = std::process::Command::new("python3").args(["-c", script, &file, name]).output().unwrap();
    let account = String::from_utf8_lossy(&done.stdout).trim().to_owned();
    assert!(done.status.success() && !account.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    let administrator = demo.sign_in("administrator");
    let closed =
        administrator.send(&format!("/admin/accounts/{account}/close"), &[("why", "They have left.")]);
    assert!(closed.status < 400, "{}", closed.text);
}

#[test]
fn what_the_clinic_disclosed_of_its_own_accord_goes_to_whom_the_guardian_names() {
    let demo = Demo::start(5);
    let id = disclosed_of_own_accord(&demo, 960);
    let at = format!("/api/v1/referrals/{id}");
    let token = demo.token_of("officer-second");
    let second = |path: &str| demo.get_with(&token, path);

    // The supervisor of the force neither sees that there is such a case nor gives it on.
    let give = demo.post("supervisor", &format!("{at}/reassign"), &json!({"to": "officer-second"}));
    assert_eq!(give.status, 404, "{}", give.text);
    let shown = demo.sign_in("supervisor").send("/officer/reassign", &[("from", "officer")]);
    assert_eq!(shown.status, 200);
    assert!(!shown.text.contains(&id), "{}", shown.text);

    let name = |role: &str, to: &str, reasons: &str| {
        demo.post(role, &format!("{at}/recipient"), &json!({"to": to, "reasons": reasons}))
    };
    for role in ["supervisor", "officer", "clinician", "reviewer", "health-worker"] {
        assert_eq!(name(role, "officer-second", "They left.").status, 403, "{role}");
    }
    for nobody in ["no.such", "officer-other-force", "supervisor", ""] {
        let refused = name("guardian", nobody, "They left.");
        assert_eq!(refused.status, 422, "{nobody}: {}", refused.text);
        assert!(refused.text.contains("another officer of the same force"), "{}", refused.text);
    }
    assert_eq!(name("guardian", "officer-second", "").status, 422);
    assert_eq!(second(&at).status, 404);
    let named = name("guardian", "officer-second", "The officer has left the force.");
    assert!(named.status < 300, "{}", named.text);

    // The first officer has nothing of it any more; the second one what was disclosed, and not what the clinic wrote.
    assert_eq!(demo.get("officer", &at).status, 404);
    assert!(!demo.get("officer", "/api/v1/referrals").text.contains(&id));
    assert!(second("/api/v1/referrals").text.contains(&id));
    let seen = second(&at);
    assert_eq!(seen.body["state"], "information ready");
    assert_eq!((&seen.body["question"], &seen.body["sent"]), (&json!(""), &json!(null)));
    let case = demo.sign_in("guardian").get(&format!("/guardian/cases/{id}")).text;
    assert!(case.contains("was named to receive what the clinic discloses"), "{case}");

    let recalled = demo.post(
        "clinician",
        &format!("{at}/disclosures/1/recall"),
        &json!({"reasons": "It was not needed any more."}),
    );
    assert!(recalled.status < 300, "{}", recalled.text);
    assert_eq!(second(&at).body["state"], "recalled");
    let destroyed = |token: &str| {
        let body = json!({"confirmed": true});
        demo.post_with(token, &demo.key(), &format!("{at}/disclosures/1/destruction"), &body)
    };
    assert_eq!(destroyed(&demo.token("officer")).status, 404);
    assert!(destroyed(&token).status < 300);
}

#[test]
fn what_somebody_leaves_behind_waits_for_a_new_holder_and_is_given_on_in_one_act() {
    let demo = Demo::start(5);
    let asked = decided(&demo, 970);
    let own = disclosed_of_own_accord(&demo, 971);
    let token = demo.token_of("officer-second");
    let supervisor = demo.sign_in("supervisor");
    // Somebody of the demonstration has left already; whoever is there waits for nobody else.
    let gone = |name: &str| {
        supervisor.get("/officer/reassign").text.contains(&format!("name=\"from\" value=\"{name}\""))
    };
    assert!(gone("officer-left") && !gone("officer"));
    close(&demo, "officer");
    let waits = "would reach no officer";
    let queue = supervisor.get("/officer/countersign").text;
    assert!(queue.contains(waits) && queue.contains("href=\"/officer/reassign\""), "{queue}");
    assert!(gone("officer"));

    // Everything is chosen beforehand, and what the clinic disclosed of its own accord is not among it.
    let shown = supervisor.send("/officer/reassign", &[("from", "officer")]);
    let begins = "name=\"case\" type=\"checkbox\" value=\"";
    let ids: Vec<String> =
        shown.text.split(begins).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert!(ids.contains(&asked) && !ids.contains(&own), "{ids:?}");
    assert_eq!(shown.text.matches(" checked").count(), ids.len());
    let mut fields = vec![("step", "give"), ("from", "officer"), ("to", "officer-second")];
    fields.extend(ids.iter().map(|id| ("case", id.as_str())));
    let given = supervisor.send("/officer/reassign", &fields);
    assert_eq!(given.status, 200, "{}", given.text);
    assert!(given.text.contains("given to officer-second"), "{}", given.text);
    assert!(gone("officer-left") && !gone("officer"));
    // And by one button, without a box for each.
    let all = [("step", "give"), ("from", "officer-left"), ("to", "officer-second"), ("all", "yes")];
    let given = supervisor.send("/officer/reassign", &all);
    assert!(given.text.contains("2 referrals were given to officer-second"), "{}", given.text);
    assert!(!supervisor.get("/officer/countersign").text.contains(waits));
    let seconds = |id: &str| demo.get_with(&token, &format!("/api/v1/referrals/{id}")).status;
    assert_eq!((seconds(&asked), seconds(&own)), (200, 404));

    // The guardian's queue says the same of what the clinic disclosed, and they name another officer.
    let guardian = demo.sign_in("guardian");
    let link = format!("href=\"/guardian/cases/{own}\"");
    let queue = guardian.get("/guardian").text;
    assert!(queue.contains("until you name another officer") && queue.contains(&link), "{queue}");
    let case = guardian.get(&format!("/guardian/cases/{own}")).text;
    assert!(case.contains("A recall would reach no officer"), "{case}");
    let here = format!("/guardian/cases/{own}/name-recipient");
    assert_eq!(guardian.send(&here, &[("to", "officer"), ("reasons", "They left.")]).status, 422);
    // Who stands behind the sign-in name is shown first, and nothing is done by that.
    let fields = [("to", "officer-second"), ("reasons", "They left.")];
    let shown = guardian.send(&here, &fields);
    assert!(shown.status == 200 && shown.text.contains("Name them to receive?"), "{}", shown.text);
    assert!(shown.text.contains("name=\"to\" value=\"officer-second\""), "{}", shown.text);
    assert_eq!(seconds(&own), 404);
    let changed = guardian.send(&here, &[fields[0], fields[1], ("do", "change")]);
    assert!(changed.text.contains("id=\"to\"") && changed.text.contains("They left."), "{}", changed.text);
    assert_eq!(seconds(&own), 404);
    let named = guardian.send(&here, &[fields[0], fields[1], ("do", "send")]);
    assert!(named.status < 400, "{}", named.text);
    assert!(!guardian.get("/guardian").text.contains(&link));
    assert_eq!(seconds(&own), 200);
}

#[test]
fn a_referral_and_its_recall_go_to_whoever_has_it_now() {
    let demo = Demo::start(5);
    let name = |role: &str| demo.json["accounts"][role]["name"].as_str().unwrap().to_owned();
    let (first, elsewhere) = (name("officer"), name("officer-other-force"));
    // An account that the demonstration has beside those of each role.
    let (second, token) = ("officer-second".to_owned(), demo.token_of("officer-second"));
    let seconds = |path: &str| demo.get_with(&token, path);
    let id = decided(&demo, 940);
    let at = format!("/api/v1/referrals/{id}");
    eventually("something to read", Duration::from_secs(60), || {
        let seen = demo.get("officer", &at);
        (seen.body["state"] == "information ready").then_some(())
    });
    assert_eq!(seconds(&at).status, 404);

    // By API: only a supervisor of this force, to an officer of this force.
    let give = |role: &str, to: &str| demo.post(role, &format!("{at}/reassign"), &json!({"to": to}));
    for (role, status) in [("officer", 403), ("clinician", 403), ("officer-other-force", 403)] {
        assert_eq!(give(role, &second).status, status, "{role}");
    }
    for nobody in ["no.such", elsewhere.as_str(), ""] {
        let refused = give("supervisor", nobody);
        assert_eq!(refused.status, 422, "{nobody}: {}", refused.text);
        assert!(refused.text.contains("another officer of your force"), "{}", refused.text);
    }
    assert_eq!(give("supervisor", &first).status, 409);

    // By pages: whose they are, then which of them go to whom. Nothing of what became of them is shown.
    let supervisor = demo.sign_in("supervisor");
    let unknown = supervisor.send("/officer/reassign", &[("from", "no.such")]);
    let other = supervisor.send("/officer/reassign", &[("from", &elsewhere)]);
    assert_eq!((unknown.status, other.status), (422, 422));
    let shown = supervisor.send("/officer/reassign", &[("from", &first)]);
    assert_eq!(shown.status, 200);
    assert!(shown.text.contains(&id), "{}", shown.text);
    // Sentences that stand there whatever became of them.
    let mut told = shown.text.to_lowercase();
    for always in ["if something is recalled,", "no information-rights contact"] {
        told = told.replace(always, "");
    }
    for word in ["information ready", "no information", "recalled", "returned to you"] {
        assert!(!told.contains(word), "{word}");
    }
    let none = supervisor.send("/officer/reassign", &[("step", "give"), ("from", &first), ("to", &second)]);
    assert_eq!(none.status, 422);
    assert!(none.text.contains("Choose at least one referral"), "{}", none.text);
    let given = supervisor
        .send("/officer/reassign", &[("step", "give"), ("from", &first), ("to", &second), ("case", &id)]);
    assert_eq!(given.status, 200, "{}", given.text);
    assert!(given.text.contains("One referral was given to"), "{}", given.text);
    assert!(!given.text.contains(&id), "{}", given.text);

    // The first officer has nothing of it any more, the second one everything.
    assert_eq!(demo.get("officer", &at).status, 404);
    assert!(!demo.sign_in("officer").get("/officer").text.contains(&id));
    assert_eq!(demo.sign_in("officer").get(&format!("/officer/{id}")).status, 404);
    assert!(seconds("/api/v1/referrals").text.contains(&id));
    assert_eq!(seconds(&at).body["state"], "information ready");
    // Their list says so in the row, and on the rows of what they asked themselves nothing of it.
    let list = demo.sign_in_as(&second).get("/officer").text;
    let row = list.split("<tr").find(|row| row.contains(&id)).unwrap();
    assert!(row.contains("Handed over to you on "), "{row}");
    assert_eq!(list.matches("Handed over to you on ").count(), 1, "{list}");
    // The clinic sees it in the case.
    let case = demo.sign_in("clinician").get(&format!("/clinic/cases/{id}")).text;
    assert!(case.contains("A supervisor gave the referral to another officer"), "{case}");

    let recalled = demo.post(
        "clinician",
        &format!("{at}/disclosures/1/recall"),
        &json!({"reasons": "It was not needed any more."}),
    );
    assert!(recalled.status < 300, "{}", recalled.text);
    assert_eq!(seconds(&at).body["state"], "recalled");
    let destroyed = |token: &str| {
        demo.post_with(
            token,
            &demo.key(),
            &format!("{at}/disclosures/1/destruction"),
            &json!({"confirmed": true}),
        )
    };
    assert_eq!(destroyed(&demo.token("officer")).status, 404);
    assert!(destroyed(&token).status < 300);

    // And back again, by API.
    assert!(give("supervisor", &first).status < 300);
    // Whoever asked has it again, and was handed nothing over.
    let again = demo.sign_in("officer").get("/officer").text;
    assert!(again.contains(&id) && !again.contains("Handed over to you on "), "{again}");
    assert_eq!(demo.get("officer", &at).body["state"], "recalled");
    assert_eq!(seconds(&at).status, 404);
}
