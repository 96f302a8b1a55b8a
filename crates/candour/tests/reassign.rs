//! A supervisor gives an officer's referral to another officer of the force, by pages and by API; from then on the first
//! one has nothing of it, and a recall is for the second.

mod demonstration;

use demonstration::{Demo, decided, eventually};
use serde_json::json;
use std::time::Duration;

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
    for word in ["information ready", "no information", "recalled", "returned to you"] {
        assert!(!shown.text.to_lowercase().contains(word), "{word}");
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
    assert_eq!(demo.get("officer", &at).body["state"], "recalled");
    assert_eq!(seconds(&at).status, 404);
}
