//! Why each item of a disclosure is needed: said item by item, read by whoever decides, never by the officer. A program
//! that knows nothing of it proposes as ever.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Answer, Demo, clinic_part, proposal, serious_harm};
use serde_json::{Value, json};

const ITEM: &str = "current-risk-to-others-statement";
const OTHER: &str = "safety-handling-advice";
const WHY: &str = "WHYITEM: only this says whom to protect.";

/// The places of the faults of an answer.
fn places(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 422, "{}", answer.text);
    let faults = answer.body["faults"].as_array().unwrap();
    faults.iter().map(|fault| fault["at"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_item_has_its_reason_and_whoever_decides_reads_it() {
    let demo = Demo::start(5);
    let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(1));
    let id = sent.body["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    let supplied = demo.post("clinician", &format!("{at}/facts"), &clinic_part());
    assert_eq!(supplied.status, 200, "{}", supplied.text);
    let propose = |body: &Value| demo.post("clinician", &format!("{at}/proposals"), body);
    let with = |reasons: Value| {
        let mut body = proposal();
        body["reasons"] = reasons;
        propose(&body)
    };

    // Given at all, they are for what is proposed: all of it, nothing else, and each says something.
    assert_eq!(places(&with(json!({}))), [format!("/reasons/{ITEM}")]);
    assert_eq!(places(&with(json!({ ITEM: "  " }))), [format!("/reasons/{ITEM}")]);
    assert_eq!(places(&with(json!({ ITEM: WHY, OTHER: WHY }))), [format!("/reasons/{OTHER}")]);
    let mut all = proposal();
    all.as_object_mut().unwrap().remove("items");
    all["content"][OTHER] = json!("Speak slowly.");
    all["reasons"] = json!({ ITEM: WHY });
    // Of every open item, where none is named.
    assert_eq!(places(&propose(&all)), [format!("/reasons/{OTHER}")]);
    let refusal = json!({
        "outcome": "refuse", "necessity": "n", "proportionality": "p", "reasons": { ITEM: WHY }
    });
    assert_eq!(places(&propose(&refusal)), [format!("/reasons/{ITEM}")]);

    // On pages an item is not proposed without one, whatever the form left out.
    let clinician = demo.sign_in("clinician");
    let form = format!("/clinic/cases/{id}/propose/disclose/public-interest-serious-harm");
    let content = format!("content-{ITEM}");
    for step in ["preview", "send"] {
        let typed = [
            ("items", ITEM),
            (content.as_str(), "A present risk to one named person."),
            ("necessity", "n"),
            ("proportionality", "p"),
            ("do", step),
        ];
        let fault = clinician.fill(&form, &typed);
        assert_eq!(fault.status, 422, "{step}: {}", fault.text);
        assert!(fault.text.contains(&format!("href=\"#reasons-{ITEM}\"")), "{step}: {}", fault.text);
    }

    // As programs from before propose, and with reasons.
    assert_eq!(propose(&proposal()).body["n"], 1);
    assert_eq!(with(json!({ ITEM: WHY })).body["n"], 2);
    let case = demo.get("guardian", &at).body;
    assert_eq!(case["proposals"][0]["reasons"], json!([]));
    let said = &case["proposals"][1]["reasons"];
    assert_eq!((&said[0]["item"]["code"], &said[0]["reason"]), (&json!(ITEM), &json!(WHY)));
    assert_eq!(said.as_array().unwrap().len(), 1);

    let opinion =
        json!({"approval": "treating-clinician-opinion", "agree": true, "reasons": "I have weighed it."});
    let given = demo.post("clinician", &format!("{at}/proposals/2/approvals"), &opinion);
    assert_eq!(given.status, 200, "{}", given.text);
    let guardian = demo.sign_in("guardian");
    let decides = guardian.get(&format!("/guardian/cases/{id}/approve/2/caldicott-guardian"));
    assert!(decides.status == 200 && decides.text.contains(WHY), "{}", decides.text);
    let reviews = demo.sign_in("reviewer").get(&format!("/review/cases/{id}"));
    assert!(reviews.status == 200 && reviews.text.contains(WHY), "{}", reviews.text);

    // The officer's own view of it has nothing of the kind, by page or program.
    let officer = demo.sign_in("officer");
    for text in [demo.get("officer", &at).text, officer.get(&format!("/officer/{id}")).text] {
        assert!(!text.contains("WHYITEM"), "{text}");
    }
}
