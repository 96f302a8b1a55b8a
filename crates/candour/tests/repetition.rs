//! Monitoring by repetition counts as monitoring: the service counts a force's referrals about one person across units,
//! the clinic says whether the facts are new, the gate judges, and the third waits for the reviewer. The officer is
//! answered alike each time.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Answer, Demo, clinic_part, proposal, serious_harm};
use serde_json::{Value, json};

/// Sends the referral about one invented person to a unit; gives its address and the whole answer.
fn send(demo: &Demo, role: &str, unit: &str) -> (String, Answer) {
    let mut body = serious_harm(4_711);
    body["unit"] = json!(unit);
    let sent = demo.post(role, "/api/v1/referrals", &body);
    assert_eq!(sent.status, 201, "{}", sent.text);
    (format!("/api/v1/referrals/{}", sent.body["id"].as_str().unwrap()), sent)
}

/// An answer with the values that are its own blotted out, length by length, so that everything else is compared byte
/// by byte.
fn blotted(answer: &Answer) -> String {
    let mut text = answer.text.clone();
    for own in ["id", "reference", "sent", "answer_by"] {
        if let Some(value) = answer.body[own].as_str() {
            text = text.replace(value, &"-".repeat(value.len()));
        }
    }
    text
}

/// The reasons for which the basis that was asked for is closed.
fn closed_by(demo: &Demo, clinician: &str, at: &str) -> Vec<String> {
    let seen = demo.get(clinician, at);
    assert_eq!(seen.status, 200, "{}", seen.text);
    let closed = seen.body["verdict"]["closed"].as_array().unwrap();
    let of_basis = |row: &&Value| row["basis"]["code"] == "public-interest-serious-harm";
    let row = closed.iter().find(|row| of_basis(row));
    let codes = row
        .map(|row| row["reasons"].as_array().unwrap().iter().map(|r| r["code"].as_str().unwrap().to_owned()));
    codes.map(Iterator::collect).unwrap_or_default()
}

#[test]
fn repeated_referrals_are_counted_across_units_wait_for_the_reviewer_and_look_alike_to_the_officer() {
    let demo = Demo::start(3);
    let repeats = "repeats-without-new-facts".to_owned();
    let ok = |answer: Answer| assert!(answer.status < 300, "{}", answer.text);
    let (first, first_answer) = send(&demo, "officer", "london");
    let (second, second_answer) = send(&demo, "officer", "manchester");
    let (third, third_answer) = send(&demo, "officer", "london");
    let (other_force, _) = send(&demo, "officer-other-force", "london");

    // The officer learns nothing: not from the answer, nor from the referral, nor from the list.
    assert_eq!(blotted(&first_answer), blotted(&second_answer));
    assert_eq!(blotted(&first_answer), blotted(&third_answer));
    let views: Vec<Answer> = [&first, &second, &third].map(|at| demo.get("officer", at)).into();
    let shape = |answer: &Answer| {
        let mut body = answer.body.clone();
        // The unit is the officer's own choice.
        body["unit"] = json!("-");
        let mut answer = answer.clone();
        answer.text = body.to_string();
        blotted(&answer)
    };
    assert_eq!(shape(&views[0]), shape(&views[1]));
    assert_eq!(blotted(&views[0]), blotted(&views[2]));
    assert!(!views[2].text.contains("repet") && !views[2].text.contains("earlier"), "{}", views[2].text);

    // The clinic sees that the second counts at another unit, and another force's first does not.
    for (clinician, at) in [
        ("clinician", &first),
        ("clinician-other-unit", &second),
        ("clinician", &third),
        ("clinician", &other_force),
    ] {
        ok(demo.post(clinician, &format!("{at}/facts"), &clinic_part()));
    }
    assert!(!closed_by(&demo, "clinician", &first).contains(&repeats));
    assert!(closed_by(&demo, "clinician-other-unit", &second).contains(&repeats));
    assert!(closed_by(&demo, "clinician", &third).contains(&repeats));
    assert!(!closed_by(&demo, "clinician", &other_force).contains(&repeats));

    // The gate judges by what a clinician says of the facts, and nobody else may say it.
    let new_facts = json!({"repetition": {"new_facts_since_last": true}});
    let refused = demo.post("officer", &format!("{second}/facts"), &new_facts);
    assert!((400..500).contains(&refused.status), "{}", refused.text);
    let early = demo.post("clinician-other-unit", &format!("{second}/proposals"), &proposal());
    assert!((400..500).contains(&early.status), "{}", early.text);
    ok(demo.post("clinician-other-unit", &format!("{second}/facts"), &new_facts));
    assert!(closed_by(&demo, "clinician-other-unit", &second).is_empty());

    // The second may be opened, the third not before the reviewer agreed; nobody else can agree.
    let reason = json!({"reason": "To see the present risk."});
    ok(demo.post("clinician-other-unit", &format!("{second}/record-openings"), &reason));
    ok(demo.post("clinician", &format!("{third}/facts"), &new_facts));
    let waiting = demo.post("clinician", &format!("{third}/record-openings"), &reason);
    assert_eq!(waiting.status, 409, "{}", waiting.text);
    let agreed = json!({"agreed": true, "reasons": "The facts are new."});
    for role in ["clinician", "guardian", "officer"] {
        let answer = demo.post(role, &format!("{third}/repetition-review"), &agreed);
        assert!((400..500).contains(&answer.status), "{role}: {}", answer.text);
    }
    let still = demo.post("clinician", &format!("{third}/record-openings"), &reason);
    assert_eq!(still.status, 409, "{}", still.text);
    ok(demo.post("reviewer", &format!("{third}/repetition-review"), &agreed));
    ok(demo.post("clinician", &format!("{third}/record-openings"), &reason));

    // And still the officer sees three referrals alike.
    let after: Vec<Answer> = [&first, &third].map(|at| demo.get("officer", at)).into();
    assert_eq!(blotted(&after[0]), blotted(&after[1]));
    assert_eq!(blotted(&after[0]), blotted(&views[0]));
}
