//! Leaving passages out: what the preview shows is, byte for byte, what the officer reads, and nothing of what was left
//! out is in what leaves.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, clinic_part, eventually, proposal, serious_harm};
use serde_json::json;
use std::time::Duration;

const WHOLE: &str = "A present risk to <one> named person; [[his sister Una SECRET]] [[told us]] & it rises\r\nat night.  Ask [[Dr SECRET]]";
const LEAVES: &str = "A present risk to <one> named person; [left out] & it rises\nat night.  Ask [left out]";

/// The text of the first item on a page, as it stands there.
fn shown(page: &str) -> String {
    page.split_once("<div class=\"candour-text\">").unwrap().1.split_once("</div>").unwrap().0.to_owned()
}

#[test]
fn what_is_previewed_is_what_the_officer_reads() {
    let demo = Demo::start(5);
    let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(1));
    let id = sent.body["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    let supplied = demo.post("clinician", &format!("{at}/facts"), &clinic_part());
    assert_eq!(supplied.status, 200, "{}", supplied.text);
    let item = "current-risk-to-others-statement";
    let mut body = proposal();
    body["content"][item] = json!("a [[b");
    let unpaired = demo.post("clinician", &format!("{at}/proposals"), &body);
    assert_eq!((unpaired.status, &unpaired.body["at"]), (422, &json!(format!("/content/{item}"))));

    // The clinician's pages, by forms alone.
    let clinician = demo.sign_in("clinician");
    let form = format!("/clinic/cases/{id}/propose/disclose/public-interest-serious-harm");
    let (content, reason) = (format!("content-{item}"), format!("reasons-{item}"));
    let mut typed = vec![
        ("items", item),
        (content.as_str(), "[[ "),
        ("necessity", "The person threatened cannot be protected without it."),
        ("proportionality", "One statement, to one officer."),
        ("do", "preview"),
        (reason.as_str(), "Only this says whom to protect."),
    ];
    let fault = clinician.fill(&form, &typed);
    assert!(fault.status == 422 && fault.text.contains("two brackets before"), "{}", fault.text);
    typed[1].1 = WHOLE;
    let preview = clinician.fill(&form, &typed);
    assert_eq!(preview.status, 200, "{}", preview.text);
    let previewed = shown(&preview.text);
    typed[4].1 = "send";
    assert_eq!(clinician.fill(&form, &typed).status, 303);

    let case = demo.get("guardian", &at).body;
    let made = &case["proposals"][0];
    assert_eq!(made["content"][0]["text"], LEAVES);
    assert!(made["whole"][0]["text"].as_str().unwrap().contains("[[his sister Una SECRET]]"));
    let kinds: Vec<&str> =
        case["timeline"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"passages-left-out"), "{kinds:?}");
    let unsafe_before = json!({"reasons": "It would put the person threatened in danger."});
    let at_once = demo.post("clinician", &format!("{at}/proposals/1/notice-unsafe"), &unsafe_before);
    assert_eq!(at_once.status, 200, "{}", at_once.text);
    for (role, code) in [("clinician", "treating-clinician-opinion"), ("guardian", "caldicott-guardian")] {
        let body = json!({"approval": code, "agree": true, "reasons": "I have weighed it."});
        assert_eq!(demo.post(role, &format!("{at}/proposals/1/approvals"), &body).status, 200);
    }
    let read = eventually("the disclosure is released", Duration::from_secs(60), || {
        let answer = demo.get("officer", &format!("{at}/disclosures/1"));
        (answer.status == 200).then_some(answer)
    });
    assert_eq!(read.body["items"][0]["text"], LEAVES);
    let page = demo.sign_in("officer").fill(&format!("/officer/{id}/disclosures/1"), &[("accept", "yes")]);
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(shown(&page.text), previewed, "byte for byte");
    for text in [&read.text, &page.text] {
        assert!(!text.contains("whom to protect"), "why an item is needed is not for the officer: {text}");
        assert!(!text.contains("SECRET") && !text.contains("sister") && !text.contains("[["), "{text}");
    }
}
