//! `candour ledger verify` and `candour receipt verify`, over a folder and over HTTP.

use crate::common::{ORIGIN, checkpoint, entry, leaves, log, run, status, stderr, stdout, text};
use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::StatusCode;
use axum::routing::get;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use tlog::merkle::{LeafRow, inclusion_proof};
use tlog::note::KeyName;
use tlog::receipt::{Located, make_inclusion};
use tlog::tile::TileEdge;
use tlog::witness::{AddCheckpoint, decide};
use tlog::{Cosigner, LogSigner};

fn witness() -> Cosigner {
    Cosigner::from_seed(KeyName::new("witness.example/w1").unwrap(), &[2; 32])
}

/// The cosigned checkpoint of this size.
fn cosigned(size: u64) -> Vec<u8> {
    let mut note = checkpoint(&log(), &leaves(size));
    let request = AddCheckpoint::new(0, vec![], &note.to_bytes()).unwrap();
    let pending = decide(&[log().verifier_key().clone()], None, &request).unwrap();
    let Ok(persisted) = pending.persist(|_, _| Ok::<(), Infallible>(()));
    note.add(persisted.cosign(&witness(), 1_795_000_000).unwrap()).unwrap();
    note.to_bytes()
}

/// A ledger of 300 entries in a folder, with its policy.
struct Ledger {
    folder: tempfile::TempDir,
}

impl Ledger {
    fn new() -> Self {
        let ledger = Self { folder: tempfile::tempdir().unwrap() };
        let mut edge = TileEdge::new();
        for step in [0..3, 3..300] {
            let entries: Vec<Vec<u8>> = step.map(entry).collect();
            for file in edge.append(&entries).unwrap() {
                let path = ledger.at(&file.path.to_string());
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, file.bytes).unwrap();
            }
        }
        std::fs::write(ledger.at("checkpoint"), cosigned(300)).unwrap();
        std::fs::write(ledger.beside("earlier"), cosigned(3)).unwrap();
        let policy =
            format!("log {}\nwitness one {}\nquorum one\n", log().verifier_key(), witness().verifier_key());
        std::fs::write(ledger.policy(), policy).unwrap();
        ledger
    }

    fn served(&self) -> PathBuf {
        self.folder.path().join("ledger")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.served().join(path)
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn policy(&self) -> PathBuf {
        self.beside("quorum.policy")
    }

    fn verify(&self, source: &str, more: &[&str]) -> std::process::Output {
        let policy = self.policy();
        run(&[["ledger", "verify", source, "--policy", text(&policy)].as_slice(), more].concat())
    }
}

/// Serves a folder below `/ledger/` for as long as the runtime lives.
async fn serve(folder: PathBuf) -> String {
    let file = async |State(folder): State<PathBuf>, UrlPath(path): UrlPath<String>| {
        std::fs::read(folder.join(path)).map_err(|_| StatusCode::NOT_FOUND)
    };
    let router = Router::new().route("/ledger/{*path}", get(file)).with_state(folder);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/ledger/")
}

#[test]
fn a_ledger_in_a_folder_holds_and_continues_its_earlier_checkpoint() {
    let ledger = Ledger::new();
    let found = ledger.verify(text(&ledger.served()), &[]);
    assert_eq!(status(&found), 0, "{}{}", stdout(&found), stderr(&found));
    let said = stdout(&found);
    for part in [
        "300 entries",
        ORIGIN,
        "witness.example/w1",
        "300 entries of the form commitment",
        "the ledger holds",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let found =
        ledger.verify(text(&ledger.served()), &["--json", "--since", text(&ledger.beside("earlier"))]);
    assert_eq!(status(&found), 0);
    let report: serde_json::Value = serde_json::from_str(&stdout(&found)).unwrap();
    assert_eq!(
        (&report["holds"], &report["size"], &report["continues"]),
        (&true.into(), &300.into(), &3.into())
    );
    assert_eq!(report["cosignatures"][0]["key"], "witness.example/w1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_over_http_is_checked_like_one_in_a_folder() {
    let ledger = Ledger::new();
    let url = serve(ledger.served()).await;
    let found = ledger.verify(&url, &["--json"]);
    assert_eq!(status(&found), 0, "{}{}", stdout(&found), stderr(&found));
    assert_eq!(found.stdout, ledger.verify(text(&ledger.served()), &["--json"]).stdout);
    spoil(&ledger.at("tile/entries/000"));
    let found = ledger.verify(&url, &[]);
    assert_eq!(status(&found), 1);
    assert!(stdout(&found).contains("tile/entries/000"), "{}", stdout(&found));
    // Nobody listens at all.
    let found = ledger.verify("http://127.0.0.1:9/ledger", &[]);
    assert_eq!(status(&found), 1);
    assert!(stdout(&found).contains("checkpoint could not be read"), "{}", stdout(&found));
}

/// Changes one byte in the middle.
fn spoil(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_ledger_that_was_tampered_with_does_not_hold_and_the_place_is_named() {
    for path in [
        "tile/entries/000",
        "tile/entries/001.p/44",
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "checkpoint",
    ] {
        let ledger = Ledger::new();
        spoil(&ledger.at(path));
        let found = ledger.verify(text(&ledger.served()), &[]);
        assert_eq!(status(&found), 1, "{path}");
        assert!(
            stdout(&found).contains("does not hold") && stdout(&found).contains(path),
            "{path}: {}",
            stdout(&found)
        );
        std::fs::remove_file(ledger.at(path)).unwrap();
        let found = ledger.verify(text(&ledger.served()), &["--json"]);
        assert_eq!(status(&found), 1, "{path}");
        let report: serde_json::Value = serde_json::from_str(&stdout(&found)).unwrap();
        assert_eq!(report["holds"], false);
        assert!(report["why"].as_str().unwrap().contains(path), "{report}");
    }
}

#[test]
fn a_ledger_that_shrank_or_lacks_its_quorum_does_not_hold() {
    let ledger = Ledger::new();
    std::fs::write(ledger.beside("later"), cosigned(301)).unwrap();
    let found = ledger.verify(text(&ledger.served()), &["--since", text(&ledger.beside("later"))]);
    assert_eq!(status(&found), 1);
    assert!(stdout(&found).contains("301"), "{}", stdout(&found));
    std::fs::write(ledger.at("checkpoint"), checkpoint(&log(), &leaves(300)).to_bytes()).unwrap();
    let found = ledger.verify(text(&ledger.served()), &[]);
    assert_eq!(status(&found), 1);
    assert!(stdout(&found).contains("quorum"), "{}", stdout(&found));
    let stranger = LogSigner::from_seed(KeyName::new("stranger.example").unwrap(), &[1; 32]);
    std::fs::write(ledger.at("checkpoint"), checkpoint(&stranger, &leaves(300)).to_bytes()).unwrap();
    assert_eq!(status(&ledger.verify(text(&ledger.served()), &[])), 1);
}

#[test]
fn a_receipt_says_what_it_proves_and_what_it_does_not() {
    let ledger = Ledger::new();
    let (leaves, bytes) = (leaves(300), entry(7));
    let proof = inclusion_proof(&LeafRow(&leaves), 7, 300).unwrap();
    let located = Located { entry: &bytes, index: 7, proof: &proof };
    let receipt = make_inclusion(located, &cosigned(300), None).unwrap().to_bytes();
    let path = ledger.beside("good.tlog-proof");
    std::fs::write(&path, &receipt).unwrap();
    let policy = ledger.policy();
    let verify = |path: &Path, more: &[&str]| {
        run(&[["receipt", "verify", text(path), "--policy", text(&policy)].as_slice(), more].concat())
    };
    let found = verify(&path, &[]);
    assert_eq!(status(&found), 0, "{}{}", stdout(&found), stderr(&found));
    for part in ["This receipt holds.", "number 7 of the 300 entries", "What it does not prove:", "not what"]
    {
        assert!(stdout(&found).contains(part), "{}", stdout(&found));
    }
    let report: serde_json::Value = serde_json::from_str(&stdout(&verify(&path, &["--json"]))).unwrap();
    assert_eq!(
        (&report["holds"], &report["index"], &report["tally"]["state"]),
        (&true.into(), &7.into(), &"absent".into())
    );

    // Moved to another index, it proves nothing; nor does a file that is no receipt.
    let moved = String::from_utf8(receipt).unwrap().replace("\nindex 7\n", "\nindex 8\n");
    for bad in [moved.as_bytes(), b"", b"c2sp.org/tlog-proof@v1\n", &[0xff; 100]] {
        let path = ledger.beside("bad.tlog-proof");
        std::fs::write(&path, bad).unwrap();
        let found = verify(&path, &[]);
        assert_eq!(status(&found), 1);
        assert!(stdout(&found).contains("the receipt does not hold"), "{}", stdout(&found));
    }
}

#[test]
fn wrong_usage_ends_with_status_2_and_a_word_on_standard_error() {
    let ledger = Ledger::new();
    let (folder, policy) = (ledger.served(), ledger.policy());
    let (folder, policy) = (text(&folder), text(&policy));
    let missing = ledger.beside("missing");
    let (missing, no_policy) = (text(&missing), ledger.at("checkpoint"));
    let cases: &[&[&str]] = &[
        &[],
        &["unknown"],
        &["ledger"],
        &["ledger", "verify"],
        &["ledger", "verify", folder],
        &["ledger", "verify", folder, "--policy", missing],
        &["ledger", "verify", folder, "--policy", folder],
        &["ledger", "verify", folder, "--policy", text(&no_policy)],
        &["ledger", "verify", missing, "--policy", policy],
        &["ledger", "verify", "http://user:word@a.example", "--policy", policy],
        &["ledger", "verify", folder, "--policy", policy, "--since", missing],
        &["receipt", "verify", missing, "--policy", policy],
        &["witness", "--config", missing],
        &["witness", "keygen", "--name", "two words", "--out", missing],
        &["keys", "ledger", "--origin", "two words", "--out", missing],
        &["keys", "new", "--out", missing, "--unit", "NOT A UNIT"],
        &["demo", "--port", "70000"],
        &["gate", missing],
    ];
    for case in cases {
        let found = run(case);
        assert_eq!(status(&found), 2, "{case:?}: {}{}", stdout(&found), stderr(&found));
        assert!(!found.stderr.is_empty() && found.stdout.is_empty(), "{case:?}");
    }
    assert!(!ledger.beside("missing").exists());
}

#[test]
fn the_keys_of_a_service_are_made_once_and_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (vault, ledger) = (folder.path().join("vault.keys"), folder.path().join("ledger.key"));
    let new = ["keys", "new", "--out", text(&vault), "--unit", "london", "--force", "northern"];
    let of_ledger = ["keys", "ledger", "--origin", ORIGIN, "--out", text(&ledger)];
    let made = run(&of_ledger);
    assert_eq!((status(&run(&new)), status(&made)), (0, 0), "{}", stderr(&made));
    let vkey = tlog::VerifierKey::parse(stdout(&made).trim_end()).unwrap();
    assert_eq!(vkey.name().as_str(), ORIGIN);
    let seed = std::fs::read_to_string(&ledger).unwrap();
    assert!(seed.trim_end().len() == 64 && seed.trim_end().bytes().all(|byte| byte.is_ascii_hexdigit()));
    for path in [&vault, &ledger] {
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!((status(&run(&new)), status(&run(&of_ledger))), (1, 1));
    assert_eq!(status(&run(&["keys", "renew", "--file", text(&vault), "--unit", "leeds"])), 0);
    assert!(std::fs::read_to_string(&vault).unwrap().contains("unit leeds 1 "));
}
