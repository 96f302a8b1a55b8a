use super::*;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use service::ports::{CosignAnswer, CosignRequest, Witnesses};
use std::collections::BTreeMap;
use std::convert::Infallible;
use tlog::merkle::{LeafRow, consistency_proof, leaf_hash, root};
use tlog::note::KeyName;
use tlog::witness::{AddCheckpoint, decide, format_response};
use tlog::{Checkpoint, Cosigner, Hash, LogSigner, Policy};
use verify::source::MAX_FILE_BYTES;
use verify::{Source, SourceError};

/// Serves on a free port for as long as the test's executor lives.
async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

fn log() -> LogSigner {
    LogSigner::from_seed(KeyName::new("log.example").unwrap(), &[1; 32])
}

fn cosigner(name: &str) -> Cosigner {
    Cosigner::from_seed(KeyName::new(name).unwrap(), &[2; 32])
}

fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|index| leaf_hash(&index.to_be_bytes())).collect()
}

/// A request about a tree of five leaves to witnesses that are believed to have three.
fn request(names: &[&str]) -> CosignRequest {
    let leaves = leaves(5);
    let note = Checkpoint::new("log.example", 5, root(&leaves)).unwrap().sign(&log()).unwrap();
    let proof = consistency_proof(&LeafRow(&leaves), 3, 5).unwrap();
    CosignRequest {
        size: 5,
        note: note.to_bytes(),
        proofs: BTreeMap::from([(3, proof.iter().map(|hash| *hash.as_bytes()).collect())]),
        known: names.iter().map(|name| ((*name).to_owned(), 3)).collect(),
    }
}

/// What an honest witness with three leaves answers to this body.
fn cosigned(body: &[u8], cosigner: &Cosigner) -> String {
    let asked = AddCheckpoint::parse(body).unwrap();
    let known = tlog::witness::LogState::new("log.example", 3, root(&leaves(3))).unwrap();
    let pending = decide(&[log().verifier_key().clone()], Some(&known), &asked).unwrap();
    let Ok(persisted) = pending.persist(|_, _| Ok::<(), Infallible>(()));
    format_response(&[persisted.cosign(cosigner, 1_795_000_000).unwrap()])
}

#[tokio::test]
async fn each_witness_is_asked_and_only_its_own_valid_lines_are_taken() {
    let good = async |body: axum::body::Bytes| cosigned(&body, &cosigner("good.example"));
    let other = async |body: axum::body::Bytes| cosigned(&body, &cosigner("somebody.example"));
    // Every answer reads the request first: one that does not may close the connection under the client.
    let conflict = |size: &'static str| {
        post(async move |_: axum::body::Bytes| {
            (StatusCode::CONFLICT, [(header::CONTENT_TYPE, "text/x.tlog.size")], size)
        })
    };
    let url = serve(
        Router::new()
            .route("/good/add-checkpoint", post(good))
            .route("/other/add-checkpoint", post(other))
            .route("/ahead/add-checkpoint", conflict("4\n"))
            .route("/forked/add-checkpoint", conflict("3\n"))
            .route("/vague/add-checkpoint", conflict("a few\n"))
            .route("/long/add-checkpoint", post(async |_: axum::body::Bytes| vec![b'x'; 200_000]))
            .route(
                "/moved/add-checkpoint",
                post(async |_: axum::body::Bytes| {
                    axum::response::Redirect::temporary("/good/add-checkpoint")
                }),
            ),
    )
    .await;
    let names = ["good", "other", "ahead", "forked", "vague", "long", "moved", "missing", "silent"];
    let mut policy = format!("log {}\n", log().verifier_key());
    for name in names {
        let seed = if name == "silent" { [9; 32] } else { [2; 32] };
        let key = Cosigner::from_seed(KeyName::new(&format!("{name}.example")).unwrap(), &seed);
        let address = if name == "silent" { String::new() } else { format!(" {url}/{name}/") };
        // One key on two lines is refused by a policy, so each witness gets a policy of its own.
        policy = format!(
            "log {}\nwitness {name} {}{address}\nquorum {name}\n",
            log().verifier_key(),
            key.verifier_key()
        );
        let witnesses = HttpWitnesses::new(&Policy::parse(policy.as_bytes()).unwrap()).unwrap();
        let answers = witnesses.cosign(request(&[name])).await;
        let failed = |expected: &str| match answers.as_slice() {
            [CosignAnswer::Failed { witness, why }] => {
                assert_eq!(witness, name);
                assert!(why.contains(expected), "{name}: {why}");
            }
            other => panic!("{name}: {other:?}"),
        };
        match name {
            "good" => match answers.as_slice() {
                [CosignAnswer::Signed { lines, .. }] => {
                    assert!(lines.starts_with("— good.example ".as_bytes()));
                }
                other => panic!("{other:?}"),
            },
            "ahead" => {
                assert!(matches!(answers.as_slice(), [CosignAnswer::Behind { size: 4, .. }]), "{answers:?}");
            }
            "other" => failed("no valid cosignature"),
            "forked" => failed("another tree of size 3"),
            "vague" => failed("names no size"),
            "long" => failed("longer than"),
            "moved" => failed("status 307"),
            "missing" => failed("status 404"),
            _ => failed("no address"),
        }
    }
    let witnesses = HttpWitnesses::new(&Policy::parse(policy.as_bytes()).unwrap()).unwrap();
    let answers = witnesses.cosign(request(&["silent", "stranger"])).await;
    assert_eq!(answers.len(), 2);
}

#[tokio::test]
async fn witnesses_are_asked_side_by_side_and_not_one_after_the_other() {
    // Neither answers before both were asked.
    let both = std::sync::Arc::new(tokio::sync::Barrier::new(2));
    let meet = move || {
        let both = both.clone();
        async move {
            both.wait().await;
            StatusCode::NOT_FOUND
        }
    };
    let url = serve(
        Router::new()
            .route("/one/add-checkpoint", post(meet.clone()))
            .route("/two/add-checkpoint", post(meet)),
    )
    .await;
    let key = |name: &str, seed: u8| {
        Cosigner::from_seed(KeyName::new(name).unwrap(), &[seed; 32]).verifier_key().clone()
    };
    let policy = format!(
        "log {}\nwitness one {} {url}/one\nwitness two {} {url}/two\ngroup both all one two\nquorum both\n",
        log().verifier_key(),
        key("one.example", 3),
        key("two.example", 4)
    );
    let client = Outgoing::with_patience(Duration::from_secs(10));
    let witnesses = HttpWitnesses::with_client(client, &Policy::parse(policy.as_bytes()).unwrap()).unwrap();
    let answers = witnesses.cosign(request(&["one", "two"])).await;
    for answer in &answers {
        assert!(matches!(answer, CosignAnswer::Failed { why, .. } if why.contains("404")), "{answers:?}");
    }
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_given_up() {
    let url =
        serve(Router::new().route("/checkpoint", get(async || std::future::pending::<()>().await))).await;
    let client = Outgoing::with_patience(Duration::from_millis(200));
    let asked =
        tokio::task::spawn_blocking(move || client.get(&format!("{url}/checkpoint"), 100)).await.unwrap();
    assert!(matches!(asked, Err(OutgoingError::Failed(_))));
}

#[tokio::test]
async fn a_source_tells_absence_from_failure_and_refuses_what_is_too_long() {
    let url = serve(
        Router::new()
            .route("/ledger/checkpoint", get(async || "hello"))
            .route("/ledger/long", get(async || vec![0_u8; MAX_FILE_BYTES + 1]))
            .route("/ledger/full", get(async || vec![0_u8; MAX_FILE_BYTES]))
            .route("/ledger/moved", get(async || axum::response::Redirect::permanent("/ledger/checkpoint")))
            .route("/ledger/broken", get(async || StatusCode::SERVICE_UNAVAILABLE.into_response())),
    )
    .await;
    tokio::task::spawn_blocking(move || {
        let source = HttpSource::new(Outgoing::new(), BaseUrl::parse(&format!("{url}/ledger/")).unwrap());
        assert_eq!(source.get("checkpoint").unwrap().as_deref(), Some(b"hello".as_slice()));
        assert_eq!(source.get("full").unwrap().unwrap().len(), MAX_FILE_BYTES);
        assert!(source.get("missing").unwrap().is_none());
        assert!(matches!(source.get("long"), Err(SourceError::TooLong)));
        for broken in ["moved", "broken"] {
            assert!(matches!(source.get(broken), Err(SourceError::Other(_))), "{broken}");
        }
    })
    .await
    .unwrap();
}

#[test]
fn an_address_is_a_plain_one() {
    for good in ["http://127.0.0.1:80", "https://a.example/ledger/", "http://[::1]:8080/x"] {
        assert!(BaseUrl::parse(good).is_ok(), "{good}");
    }
    assert_eq!(
        BaseUrl::parse("https://a.example/ledger/").unwrap().at("checkpoint"),
        "https://a.example/ledger/checkpoint"
    );
    for bad in [
        "",
        "a.example",
        "ftp://a.example",
        "file:///etc",
        "https://",
        "https://u:p@a.example",
        "https://a.example/?x",
        "https://a.example/#x",
        "https://a b",
    ] {
        assert!(BaseUrl::parse(bad).is_err(), "{bad}");
    }
}

/// A server of HTTPS whose certificate is for its very address, and which nobody but itself vouches for.
struct SelfSigned {
    folder: tempfile::TempDir,
    process: std::process::Child,
    /// Kept open: it would end where nobody hears what it says.
    _said: std::io::BufReader<std::process::ChildStdout>,
    address: String,
}

impl SelfSigned {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = std::process::Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
            ])
            .args(["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"])
            .args([
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-keyout",
                "key.pem",
                "-out",
                "certificate.pem",
            ])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let mut process = std::process::Command::new("openssl")
            .args([
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-www",
                "-cert",
                "certificate.pem",
                "-key",
                "key.pem",
            ])
            .current_dir(folder.path())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let mut said = std::io::BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(
                std::io::BufRead::read_line(&mut said, &mut line).unwrap() > 0,
                "it says where it listens"
            );
            if let Some(address) = line.trim().strip_prefix("ACCEPT ") {
                break address.to_owned();
            }
        };
        Self { folder, process, _said: said, address }
    }

    /// Whether a client that trusts this certificate, and no other, takes it.
    fn is_fine_for_its_own(&self) -> bool {
        std::process::Command::new("openssl")
            .args([
                "s_client",
                "-connect",
                &self.address,
                "-CAfile",
                "certificate.pem",
                "-verify_return_error",
            ])
            .args(["-verify_ip", "127.0.0.1"])
            .current_dir(self.folder.path())
            .stdin(std::process::Stdio::null())
            .output()
            .is_ok_and(|done| done.status.success())
    }
}

impl Drop for SelfSigned {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_certificate_that_nobody_known_vouches_for_is_not_taken() {
    let server = SelfSigned::start();
    assert!(server.is_fine_for_its_own());
    let refused = Outgoing::new().get(&format!("https://{}/", server.address), 100_000);
    let Err(OutgoingError::Failed(why)) = refused else { panic!("{refused:?}") };
    assert!(format!("{why:?}").contains("InvalidCertificate"), "{why:?}");
}
