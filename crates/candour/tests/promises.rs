//! What an outsider can count in the ledger of a running service, over folder and address: promises, totals, the sample.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::Demo;
use serde_json::{Value, json};
use std::process::Command;

fn candour(args: &[&str]) -> (i32, Value) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour")).args(args).output().unwrap();
    let text = String::from_utf8_lossy(&done.stdout);
    (done.status.code().unwrap_or(-1), serde_json::from_str(&text).unwrap_or(json!(text)))
}

#[test]
fn an_outsider_counts_promises_totals_and_the_sample_from_the_ledger_alone() {
    let demo = Demo::start(6);
    let (dir, policy) = demo.ledger();
    let (dir, policy) = (dir.to_str().unwrap(), policy.to_str().unwrap());
    let url = demo.json["ledger"]["url"].as_str().unwrap().to_owned();

    for source in [dir, url.as_str()] {
        let (status, promises) = candour(&["ledger", "promises", source, "--policy", policy, "--json"]);
        assert_eq!(status, 0, "{promises}");
        assert!(promises["weeks"].as_array().unwrap().len() >= 8, "{promises}");
    }
    let states = demo.get("reviewer", "/api/v1/review/samples");
    assert_eq!(states.status, 200, "{}", states.text);
    let last = &states.body["items"][1];
    assert_eq!(last["tallied"], true, "{last}");
    let period = last["period"].as_str().unwrap();

    let (status, recount) = candour(&["recount", &url, "--policy", policy, "--period", period, "--json"]);
    assert_eq!(status, 0, "{recount}");
    let total: u64 = recount["totals"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
    assert_eq!(recount["commitments"], total);

    // What was published agrees or does not.
    let published = demo.dir.path().join("published.json");
    let mut totals = json!({"period": period, "totals": recount["totals"]});
    for (wrong, expected) in [(false, 0), (true, 1)] {
        if wrong {
            totals["totals"]["care-offered"] = json!(3);
        }
        std::fs::write(&published, totals.to_string()).unwrap();
        let against = published.to_str().unwrap();
        let (status, told) = candour(&[
            "recount",
            dir,
            "--policy",
            policy,
            "--period",
            period,
            "--against",
            against,
            "--json",
        ]);
        assert_eq!((status, &told["holds"]), (expected, &json!(!wrong)), "{told}");
    }

    // The sample that anybody derives is the one that the service shows the reviewer, and nobody else is shown it there.
    let derive = ["sample", "derive", dir, "--policy", policy, "--period", period, "--json"];
    // What the reviewer has just revealed is in the ledger with the next checkpoint.
    let (status, sample) = demonstration::until(|| candour(&derive), |(status, _)| *status == 0);
    assert_eq!(status, 0, "{sample}");
    let taken: Vec<Value> =
        sample["taken"].as_array().unwrap().iter().map(|one| json!([one["index"], one["class"]])).collect();
    assert!(!taken.is_empty());
    assert_eq!(last["taken"], json!(taken));
    assert_eq!(demo.get("clinician", "/api/v1/review/samples").status, 403);
    drawn_entries_lead_to_their_cases(&demo, policy, &taken);

    // Commit once, before the end; another commitment would be a second choice.
    let running = states.body["items"][0]["period"].as_str().unwrap();
    let commit = |digest: &str| {
        let body = json!({"period": running, "digest": digest});
        demo.post("reviewer", "/api/v1/review/samples/commit", &body).status
    };
    assert_eq!(commit(&"ab".repeat(32)), 200);
    assert_eq!(commit(&"ab".repeat(32)), 200);
    assert_eq!(commit(&"cd".repeat(32)), 409);
    assert_eq!(commit("short"), 422);
    let early = json!({"period": running, "r": "ab".repeat(32)});
    assert_eq!(demo.post("reviewer", "/api/v1/review/samples/reveal", &early).status, 409);

    let (status, _) = candour(&["recount", dir, "--policy", policy, "--period", "2026", "--json"]);
    assert_eq!(status, 2);
    let (status, _) = candour(&["recount", dir, "--policy", policy, "--period", running, "--json"]);
    assert_eq!(status, 1);
    assert!(demo.plain("/ledger").text.contains("Promises by week"));
}

/// From what was drawn to the case, and back: a full opening of what stands behind a tally, checked without the service, is
/// of the class that the tally counts, and its own entry leads to the same place.
fn drawn_entries_lead_to_their_cases(demo: &Demo, policy: &str, taken: &[Value]) {
    let behind = |index: &Value| demo.get("reviewer", &format!("/api/v1/review/entries/{index}"));
    let mut opened = 0;
    for drawn in taken.iter().take(12) {
        let found = behind(&drawn[0]);
        assert_eq!(found.status, 200, "{drawn}: {}", found.text);
        // A class of few is counted as `other`; the record still knows which it is.
        if drawn[1] != "other" {
            assert_eq!(found.body["class"], drawn[1], "{drawn}: {}", found.text);
        }
        let (Some(case), Some(position)) = (found.body["case"].as_str(), found.body["position"].as_u64())
        else {
            continue;
        };
        let opening = demo.get("reviewer", &format!("/api/v1/referrals/{case}/openings/{position}"));
        let file = demo.dir.path().join("drawn.tlog-proof");
        std::fs::write(&file, opening.body["file"].as_str().unwrap()).unwrap();
        let (status, said) =
            candour(&["receipt", "verify", "--json", file.to_str().unwrap(), "--policy", policy]);
        assert_eq!(status, 0, "{said}");
        let own = behind(&said["index"]);
        for member in ["class", "at", "case", "reference", "position"] {
            assert_eq!(own.body[member], found.body[member], "{member}: {}", own.text);
        }
        assert!(said.to_string().contains(found.body["class"].as_str().unwrap()), "{drawn}: {said}");
        opened += 1;
    }
    assert!(opened > 0, "{taken:?}");

    let index = &taken[0][0];
    for role in ["clinician", "guardian", "officer", "administrator"] {
        assert_eq!(demo.get(role, &format!("/api/v1/review/entries/{index}")).status, 403, "{role}");
        assert_eq!(demo.sign_in(role).get(&format!("/review/entries/{index}")).status, 403, "{role}");
    }
    assert_eq!(behind(&json!(4_000_000_000_u64)).status, 404);
    let page = demo.sign_in("reviewer").get(&format!("/review/entries/{index}"));
    assert!(page.text.contains("Open the case"), "{}", page.text);
    let asked = demo.sign_in("reviewer").get("/review/entries?index=seven");
    assert!(asked.status == 200 && asked.text.contains("There is a problem"), "{}", asked.text);
}
