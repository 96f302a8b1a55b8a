//! The witness, run as its operators run it.

use crate::common::{
    Answered, ORIGIN, Witness, asking, candour, checkpoint, config, leaves, log, run, send, status, stderr,
    text,
};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use tlog::key::Algorithm;
use tlog::merkle::leaf_hash;
use tlog::note::KeyName;
use tlog::witness::{AddCheckpoint, parse_response};
use tlog::{LogSigner, VerifierKey};

fn conflict(size: u64) -> Answered {
    Answered { status: 409, kind: "text/x.tlog.size".to_owned(), body: format!("{size}\n") }
}

#[test]
fn a_growing_log_is_cosigned_at_every_step_and_across_a_restart() {
    let mut witness = Witness::start();
    for (old, size) in [(0, 0), (0, 1), (1, 3), (3, 3), (3, 300)] {
        let request = asking(&leaves(size), old);
        let answered = witness.ask(&request);
        assert!(witness.has_cosigned(&request, &answered), "{old} to {size}: {answered:?}");
    }
    witness.kill();
    witness.start_again();
    assert_eq!(witness.ask(&asking(&leaves(301), 3)), conflict(300));
    let request = asking(&leaves(301), 300);
    assert!(witness.has_cosigned(&request, &witness.ask(&request)));
}

#[test]
fn a_witness_with_a_key_of_each_kind_answers_with_both_cosignatures() {
    let mut witness = Witness::start();
    witness.kill();
    let quantum = witness.folder.path().join("witness.pq.key");
    let name = witness.vkey.name().as_str().to_owned();
    let made = run(&["witness", "keygen", "--kind", "ml-dsa-44", "--name", &name, "--out", text(&quantum)]);
    assert_eq!(status(&made), 0, "{}", stderr(&made));
    let second = VerifierKey::parse(String::from_utf8(made.stdout).unwrap().trim_end()).unwrap();
    assert_eq!(second.algorithm(), Algorithm::MlDsa44Cosignature);
    let good = std::fs::read_to_string(witness.config()).unwrap();
    std::fs::write(witness.config(), format!("ml_dsa_44_key = \"witness.pq.key\"\n{good}")).unwrap();
    witness.start_again();

    let request = asking(&leaves(3), 0);
    let answered = witness.ask(&request);
    assert_eq!(answered.status, 200, "{answered:?}");
    let lines = parse_response(answered.body.as_bytes()).unwrap();
    assert_eq!(lines.len(), 2);
    for (key, line) in [&witness.vkey, &second].into_iter().zip(&lines) {
        assert!(key.verify(request.note().text(), line).unwrap().is_some(), "{key}");
        // It says what was asked, and not another tree.
        assert!(key.verify(asking(&leaves(4), 3).note().text(), line).is_err(), "{key}");
    }
    // With the second key alone; what was recorded under both still stands.
    witness.kill();
    let alone = good.replace("key = \"witness.key\"", "ml_dsa_44_key = \"witness.pq.key\"");
    std::fs::write(witness.config(), alone).unwrap();
    witness.vkey = second;
    witness.start_again();
    assert_eq!(witness.ask(&asking(&leaves(5), 0)), conflict(3));
    let request = asking(&leaves(5), 3);
    assert!(witness.has_cosigned(&request, &witness.ask(&request)));
}

#[test]
fn what_does_not_continue_the_log_is_refused_as_the_specification_says() {
    let witness = Witness::start();
    let first = asking(&leaves(5), 0);
    assert!(witness.has_cosigned(&first, &witness.ask(&first)));
    let status_of = |request: &AddCheckpoint| witness.ask(request).status;

    // A wrong old size; the answer says the right one.
    assert_eq!(witness.ask(&asking(&leaves(9), 3)), conflict(5));
    // A fork: the same size, another root.
    let mut forked = leaves(4);
    forked.push(leaf_hash(b"another"));
    assert_eq!(witness.ask(&asking(&forked, 5)), conflict(5));
    // A fork that grew on: its proof does not hold from the root that was cosigned.
    forked.push(leaf_hash(b"more"));
    assert_eq!(status_of(&asking(&forked, 5)), 422);
    // A rollback, told as such and hidden behind an old size that would fit.
    assert_eq!(witness.ask(&asking(&leaves(3), 3)), conflict(5));
    assert_eq!(
        status_of(&AddCheckpoint::new(5, vec![], &checkpoint(&log(), &leaves(3)).to_bytes()).unwrap()),
        400
    );
    // A proof that is cut off.
    let whole = asking(&leaves(9), 5);
    let cut = &whole.proof()[1..];
    let note = checkpoint(&log(), &leaves(9)).to_bytes();
    assert_eq!(status_of(&AddCheckpoint::new(5, cut.to_vec(), &note).unwrap()), 422);
    // Signed by somebody else under the log's name; and a log that is not served.
    let impostor = LogSigner::from_seed(KeyName::new(ORIGIN).unwrap(), &[9; 32]);
    let note = checkpoint(&impostor, &leaves(9)).to_bytes();
    assert_eq!(status_of(&AddCheckpoint::new(5, whole.proof().to_vec(), &note).unwrap()), 403);
    let stranger = LogSigner::from_seed(KeyName::new("stranger.example").unwrap(), &[1; 32]);
    let note = checkpoint(&stranger, &leaves(9)).to_bytes();
    assert_eq!(status_of(&AddCheckpoint::new(0, vec![], &note).unwrap()), 404);
    // What is no request at all, or too long a one.
    for body in [b"".as_slice(), b"old 5\n", b"old -1\n\nx", &[0xff; 40]] {
        assert_eq!(send(&witness.url, body).unwrap().status, 400, "{body:?}");
    }
    assert_eq!(send(&witness.url, &vec![b'x'; 140_000]).unwrap().status, 413);
    // After all of this the log can go on where it was.
    assert!(witness.has_cosigned(&whole, &witness.ask(&whole)));
}

#[test]
fn it_stops_when_told_and_when_its_standard_input_ends() {
    let mut witness = Witness::start();
    drop(witness.process.stdin.take());
    assert!(witness.process.wait().unwrap().success());
    witness.start_again();
    let process = rustix::process::Pid::from_raw(witness.process.id().try_into().unwrap()).unwrap();
    rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
    assert!(witness.process.wait().unwrap().success());
}

#[test]
fn a_second_witness_on_the_same_state_does_not_start() {
    let witness = Witness::start();
    let second = run(&["witness", "--config", text(&witness.config())]);
    assert_eq!(status(&second), 1);
    assert!(stderr(&second).contains("another witness is running"), "{}", stderr(&second));
}

#[test]
fn what_cannot_be_trusted_stops_the_start_and_says_why() {
    let mut witness = Witness::start();
    witness.kill();
    let path = witness.config();
    let check = |expected_status: i32, expected: &str| {
        let refused = run(&["witness", "--config", text(&path)]);
        assert_eq!(status(&refused), expected_status, "{}", stderr(&refused));
        assert!(stderr(&refused).contains(expected), "{}", stderr(&refused));
        assert_eq!(stderr(&refused).lines().filter(|line| line.starts_with("candour: ")).count(), 1);
    };
    let good = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("colour = \"red\"\n{good}")).unwrap();
    check(2, "not a witness's configuration");
    std::fs::write(&path, config(log().verifier_key()).replace("\"state\"", "\"elsewhere\"")).unwrap();
    check(1, "elsewhere");
    std::fs::write(&path, &good).unwrap();
    let key = witness.folder.path().join("witness.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    check(2, "lets others in");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    // A key that is there is never overwritten.
    let again = run(&["witness", "keygen", "--name", "witness.example/w1", "--out", text(&key)]);
    assert_eq!(status(&again), 2);
    std::fs::remove_file(&path).unwrap();
    check(2, "not there");
}

#[test]
fn what_it_notes_names_no_log_that_a_stranger_made_up() {
    let mut witness = Witness::start();
    witness.kill();
    let mut command = candour(&["witness", "--stop-with-stdin", "--config", text(&witness.config())]);
    let mut process =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut out = std::io::BufReader::new(process.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut out, &mut line).unwrap();
    let url = serde_json::from_str::<serde_json::Value>(&line).unwrap()["url"].as_str().unwrap().to_owned();
    let stranger = LogSigner::from_seed(KeyName::new("made-up.example").unwrap(), &[1; 32]);
    let note = checkpoint(&stranger, &leaves(2)).to_bytes();
    let request = AddCheckpoint::new(0, vec![], &note).unwrap();
    assert_eq!(send(&url, &request.to_bytes()).unwrap().status, 404);
    assert_eq!(send(&url, &asking(&leaves(2), 0).to_bytes()).unwrap().status, 200);
    drop(process.stdin.take());
    let noted = process.wait_with_output().unwrap();
    let noted = stderr(&noted);
    assert!(noted.contains("cosigned") && !noted.contains("made-up"), "{noted}");
}
