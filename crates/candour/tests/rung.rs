//! An officer without an account rings about an emergency: a clinician calls back and enters it, it is decided as every
//! emergency is, what was released is read out by telephone and counts as read, and no account of the force sees anything.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod demonstration;

use demonstration::{Answer, Demo, eventually};
use serde_json::{Value, json};
use std::time::Duration;

const WITHIN: Duration = Duration::from_secs(90);
const CONTENT: &str = "INVENTED-CONTENT: the flat of a friend at 9 Example Street.";

fn ok(answer: &Answer) {
    assert!(answer.status < 300, "{}", answer.text);
}

fn emergency() -> Value {
    json!({
        "force": "thamesside",
        "name": "Sgt Rowan Example",
        "number": "4711",
        "control_room": "020 7946 0000",
        "called_back": true,
        "question": "He left a letter an hour ago. Where might he be?",
        "person": {"name": "Testa Person 990", "date_of_birth": "1990-05-17"},
        "facts": {
            "requester": {"body": "local-police", "rank": "constable"},
            "purpose": "save-life",
            "concern": {"harm_to_self": "imminent-death", "suicide_concern": true},
            "items": ["contact-location", "current-risk-to-self-statement"],
            "person": {"identified": true, "alive": true},
        },
    })
}

/// What the browser shows in a field.
fn shown(page: &str, name: &str) -> String {
    let field = format!(" name=\"{name}\"");
    let tag = page.split("<input").find(|tag| tag.split('>').next().unwrap().contains(&field)).unwrap();
    let value = tag.split('>').next().unwrap().split_once("value=\"").unwrap().1;
    value.split('"').next().unwrap().to_owned()
}

#[test]
fn an_emergency_by_telephone_is_decided_read_out_and_recalled_and_no_account_of_the_force_sees_it() {
    let demo = Demo::start(5);
    only_a_clinician_who_called_back_enters_it(&demo);
    let sent = demo.post("clinician", "/api/v1/emergencies", &emergency());
    assert_eq!(sent.status, 201, "{}", sent.text);
    let id = sent.body["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    let clinician = demo.sign_in("clinician");
    let case = format!("/clinic/cases/{id}");
    let page = clinician.get(&case).text;
    for said in
        ["Thamesside Example Police", "whom they had called back", "Sgt Rowan Example", "020 7946 0000"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let read_out = format!("{case}/give-by-telephone/1");
    assert!(!page.contains(&read_out));

    decided(&demo, &at);
    let page = eventually("it can be read out", WITHIN, || {
        let page = clinician.get(&read_out);
        (page.status == 200 && page.text.contains(CONTENT)).then_some(page.text)
    });
    assert!(page.contains("Thamesside Example Police") && clinician.get(&case).text.contains(&read_out));
    // Another unit, and whoever else works on the case, reads nothing out.
    for role in ["clinician-other-unit", "second-clinician", "officer"] {
        let status = demo.sign_in(role).get(&read_out).status;
        assert!(matches!(status, 403 | 404), "{role}: {status}");
    }

    let day = ["day-day", "day-month", "day-year", "at"].map(|name| (name, shown(&page, name)));
    let mut fields: Vec<(&str, &str)> = day.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("name", "Insp Mo Example, 0815"), ("number", "020 7946 0000")]);
    let unticked = clinician.send(&read_out, &fields);
    assert_eq!(unticked.status, 422, "{}", unticked.text);
    assert!(unticked.text.contains("Say that you called back"), "{}", unticked.text);
    fields.extend([("called_back", "yes"), ("all_items", "yes")]);
    let given = clinician.send(&read_out, &fields);
    assert_eq!(given.status, 303, "{}", given.text);
    let page = clinician.get(&case).text;
    let line = "was read out by telephone on";
    assert!(page.contains(line) && page.contains("Insp Mo Example, 0815"), "{page}");
    let review = demo.sign_in("reviewer").get(&format!("/review/cases/{id}")).text;
    assert!(review.contains(line), "{review}");

    police_see_nothing(&demo, &id);
    let reviewed = json!({"upheld": true, "reasons": "It could not wait."});
    ok(&demo.post("reviewer", &format!("{at}/disclosures/1/after-review"), &reviewed));
    recalled(&demo, &at, &read_out);
}

fn only_a_clinician_who_called_back_enters_it(demo: &Demo) {
    for role in ["officer", "supervisor", "health-worker", "guardian", "second-clinician", "reviewer"] {
        assert_eq!(demo.post(role, "/api/v1/emergencies", &emergency()).status, 403, "{role}");
    }
    for (member, wrong) in [
        ("called_back", json!(false)),
        ("force", json!("no-such-force")),
        ("name", json!("")),
        ("number", json!(" ")),
        ("control_room", json!("")),
        ("question", json!("")),
    ] {
        let mut body = emergency();
        body[member] = wrong;
        let refused = demo.post("clinician", "/api/v1/emergencies", &body);
        assert_eq!(refused.status, 422, "{}", refused.text);
        assert_eq!(refused.body["at"], format!("/{member}"), "{}", refused.text);
    }
    // The page says what follows, and is linked from the queue of those who may use it.
    let clinician = demo.sign_in("clinician");
    assert!(clinician.get("/clinic").text.contains("href=\"/clinic/emergency\""));
    let page = clinician.get("/clinic/emergency").text;
    assert!(page.contains("independent reviewer") && page.contains("The person is told"), "{page}");
    for role in ["officer", "supervisor", "second-clinician", "guardian"] {
        assert_eq!(demo.sign_in(role).get("/clinic/emergency").status, 404, "{role}");
    }
}

#[test]
fn the_demonstration_has_a_call_that_was_read_out_and_one_that_waits() {
    let demo = Demo::start(1);
    let guardian = demo.sign_in("guardian");
    let queue = demo.get("guardian", "/api/v1/queue").body;
    let to_confirm =
        queue["items"].as_array().unwrap().iter().filter(|row| row["kind"] == "confirm-telephone");
    let pages: Vec<String> = to_confirm
        .map(|row| guardian.get(&format!("/guardian/cases/{}", row["id"].as_str().unwrap())).text)
        .filter(|page| page.contains("whom they had called back"))
        .collect();
    let [read_out] = pages.as_slice() else { panic!("{} calls were agreed to by telephone", pages.len()) };
    for said in
        ["Northmoor Example Constabulary", "was read out by telephone on", "to confirm within 24 hours"]
    {
        assert!(read_out.contains(said), "{said}: {read_out}");
    }

    // The other one waits for two people, and both who decide can write down what one of them says.
    let (clinician, second) = (demo.sign_in("clinician"), demo.get("second-clinician", "/api/v1/queue").body);
    let waiting: Vec<String> = second["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["kind"] == "approve" && row["urgent"] == true)
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .filter(|id| clinician.get(&format!("/clinic/cases/{id}")).text.contains("whom they had called back"))
        .collect();
    let [id] = waiting.as_slice() else { panic!("{} calls wait for a second clinician", waiting.len()) };
    for (reader, area) in [(&clinician, "clinic"), (&guardian, "guardian")] {
        let case = format!("/{area}/cases/{id}");
        let page = format!("{case}/telephone/1");
        assert!(reader.get(&case).text.contains(&format!("href=\"{page}\"")), "{area}");
        let shown = reader.get(&page).text;
        assert_eq!(shown.matches("name=\"approval\" type=\"radio\"").count(), 2, "{shown}");
    }
    // Once only the guardian is waited for, the guardian has nothing left to write down for somebody else.
    let at = format!("/api/v1/referrals/{id}");
    let second = "second-senior-clinician-two-person";
    let agreed = json!({"approval": second, "agree": true, "reasons": "A child in danger."});
    ok(&demo.post("second-clinician", &format!("{at}/proposals/1/approvals"), &agreed));
    let acts = |role: &str| demo.get(role, &at).body["acts"].to_string();
    assert!(acts("clinician").contains("\"telephone:1\""), "{}", acts("clinician"));
    assert!(!acts("guardian").contains("\"telephone:1\""), "{}", acts("guardian"));
    assert_eq!(guardian.get(&format!("/guardian/cases/{id}/telephone/1")).status, 409);
}

/// Decided on a risk of suicide, by whom the gate asks for.
fn decided(demo: &Demo, at: &str) {
    let known = json!({"person": {"capacity": "doubted"}, "consent": {"status": "cannot-be-sought"}});
    ok(&demo.post("clinician", &format!("{at}/facts"), &known));
    let case = demo.get("clinician", at).body;
    let outcomes = case["verdict"]["open"].as_array().unwrap();
    let on_this =
        |open: &&Value| open["outcome"]["code"] == "disclose" && open["basis"]["code"] == "suicide-risk";
    let open = outcomes.iter().find(on_this);
    let open = open.unwrap_or_else(|| panic!("it is not open: {}", case["verdict"])).clone();
    let reason = json!({"reason": "To find where he may be."});
    ok(&demo.post("clinician", &format!("{at}/record-openings"), &reason));
    let proposed = json!({
        "outcome": "disclose", "basis": "suicide-risk", "items": ["contact-location"],
        "necessity": "He cannot be found without it.", "proportionality": "One address, to one officer.",
        "notice": {"rule": open["notice"]["code"]},
        "content": {"contact-location": CONTENT},
    });
    ok(&demo.post("clinician", &format!("{at}/proposals"), &proposed));
    for approval in open["approvals"].as_array().unwrap() {
        let code = approval["code"].as_str().unwrap();
        let role = match code {
            "on-call-guardian-deputy-then-review-within-24h" | "caldicott-guardian" => "guardian",
            "second-senior-clinician-two-person" => "second-clinician",
            "treating-clinician-opinion" => "clinician",
            other => panic!("nobody gives {other} here"),
        };
        let body = json!({"approval": code, "agree": true, "reasons": "It cannot wait."});
        ok(&demo.post(role, &format!("{at}/proposals/1/approvals"), &body));
    }
}

fn police_see_nothing(demo: &Demo, id: &str) {
    let at = format!("/api/v1/referrals/{id}");
    let unknown = demo.get("officer", "/api/v1/referrals/00000000000000000000000000000000");
    for role in ["officer", "supervisor", "officer-other-force"] {
        for path in [at.clone(), format!("{at}/disclosures/1"), format!("{at}/receipts")] {
            let seen = demo.get(role, &path);
            assert_eq!((seen.status, &seen.text), (unknown.status, &unknown.text), "{role} {path}");
        }
        for list in ["/api/v1/referrals", "/api/v1/queue"] {
            assert!(!demo.get(role, list).text.contains(id), "{role} {list}");
        }
    }
    let supervisor = demo.sign_in("supervisor");
    assert!(!supervisor.get("/officer/countersign").text.contains(id));
    assert!(!supervisor.send("/officer/reassign", &[("from", "officer")]).text.contains(id));
}

/// The recall ends it, and a clinician records what the force says, for it has no account in the case.
fn recalled(demo: &Demo, at: &str, read_out: &str) {
    let reasons = json!({"reasons": "He was found."});
    ok(&demo.post("clinician", &format!("{at}/disclosures/1/recall"), &reasons));
    assert!(demo.sign_in("clinician").get(read_out).status >= 400);
    let destroyed = json!({"confirmed": true});
    let path = format!("{at}/disclosures/1/destruction");
    assert_eq!(demo.post("officer", &path, &destroyed).status, 404);
    let waits = |role: &str| demo.get(role, "/api/v1/queue").text.contains("confirm-destruction");
    assert!(waits("clinician"));
    ok(&demo.post("clinician", &path, &destroyed));
    assert_eq!(demo.get("clinician", at).body["proposals"][0]["state"], "settled");
}
