//! The consoles of those who keep accounts, keys and retention, in the running service: who may see them, what they say
//! and what they never say.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, decided, eventually};
use std::time::Duration;

const KEEPERS: [&str; 3] = ["administrator", "key-custodian", "retention-manager"];
const OTHERS: [&str; 6] = ["officer", "supervisor", "clinician", "guardian", "legal", "reviewer"];

#[test]
fn the_consoles_of_those_who_see_no_case() {
    let demo = Demo::start(20);
    let id = decided(&demo, 950);
    health(&demo, &id);
    keys(&demo);
    retention(&demo, &id);
    acts(&demo);
    // Each console is of its own part.
    for role in OTHERS {
        let reader = demo.sign_in(role);
        for path in ["/admin", "/admin/health", "/admin/acts"] {
            assert_eq!(reader.get(path).status, 404, "{role} {path}");
        }
    }
}

fn health(demo: &Demo, id: &str) {
    for role in KEEPERS {
        let reader = demo.sign_in(role);
        // Once the first checkpoint was cosigned each witness was heard of.
        let page = eventually("witnesses are heard of", Duration::from_secs(60), || {
            let page = reader.get("/admin/health");
            assert_eq!(page.status, 200, "{role}: {}", page.text);
            let heard = !page.text.contains("Not since this node was started")
                && page.text.contains("The witnesses cosign.")
                && page.text.contains("Nothing is late.");
            heard.then_some(page)
        });
        let said = [
            "SQLite, in two files",
            "This node is the only one and does everything.",
            "Database, keystore and writer answer.",
            env!("CARGO_PKG_VERSION"),
        ];
        for said in said {
            assert!(page.text.contains(said), "{role}: {said}\n{}", page.text);
        }
        assert!(page.text.contains("No backup is known.") && page.text.contains("candour backup"));
        assert!(!page.text.contains(id) && !page.text.contains("/cases/"), "{role}: names a case");
    }
}

fn keys(demo: &Demo) {
    let page = demo.sign_in("key-custodian").get("/admin");
    assert_eq!(page.status, 200, "{}", page.text);
    for said in [
        "The keys of units and forces lie in a plain file.",
        "1, under which what is new is wrapped",
        "it keys the count of repeated referrals",
        "candour keys renew",
    ] {
        assert!(page.text.contains(said), "{said}\n{}", page.text);
    }
    // The key that signs the ledger is the one that its quorum policy names.
    let policy = demo.plain("/ledger/policy").text;
    let vkey = policy.lines().find_map(|line| line.strip_prefix("log ")).unwrap();
    let vkey = vkey.split_whitespace().next().unwrap();
    assert!(page.text.contains(vkey), "{vkey}\n{}", page.text);
}

fn retention(demo: &Demo, id: &str) {
    let page = demo.sign_in("retention-manager").get("/admin");
    assert_eq!(page.status, 200, "{}", page.text);
    for said in [
        "This version cannot erase a case yet",
        "The service keeps no legal holds yet.",
        "Backups of the keystore live 7 days",
        "as updated on 7 August 2023",
        "Policy of this service",
    ] {
        assert!(page.text.contains(said), "{said}\n{}", page.text);
    }
    assert!(!page.text.contains(id) && !page.text.contains("/cases/"), "names a case");
}

fn acts(demo: &Demo) {
    let administrator = demo.sign_in("administrator");
    let before = administrator.get("/admin/acts");
    assert_eq!(before.status, 200, "{}", before.text);
    // The demonstration keeps a rota by the first administrator, and nothing by the others.
    assert!(before.text.contains("Rota changed"), "{}", before.text);
    for role in ["key-custodian", "retention-manager"] {
        let page = demo.sign_in(role).get("/admin/acts");
        assert!(page.text.contains("You have done nothing yet"), "{role}: {}", page.text);
    }
    // What is done is on the list of whoever did it at once, and on nobody else's.
    let asked = administrator.send(
        "/admin/organisation",
        &[
            ("sort", "trust"),
            ("title", "Trust of the consoles"),
            ("id", "console-trust"),
            ("nation", "england"),
            ("said", "Their board secretary."),
        ],
    );
    assert!(asked.status < 400, "{}", asked.text);
    let after = administrator.get("/admin/acts").text;
    assert!(after.contains("Trust of the consoles"), "{after}");
    let first = after.split("<tbody").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(first.contains("Trust of the consoles"), "the latest stands first: {first}");
    for role in ["administrator-second", "key-custodian", "retention-manager"] {
        let page = demo.sign_in(role).get("/admin/acts");
        assert!(page.status == 200 && !page.text.contains("Trust of the consoles"), "{role}: {}", page.text);
    }
    // What does not read begins with the first page.
    let odd = administrator.get("/admin/acts?before=%3Cscript%3E").text;
    assert!(odd.contains("Rota changed") && !odd.contains("<script>alert"), "{odd}");
}
