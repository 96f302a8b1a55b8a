//! A small ledger made with `tlog`, a running witness, and what is asked of it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use tlog::entry::{self, Entry};
use tlog::merkle::{LeafRow, consistency_proof, leaf_hash, root};
use tlog::note::KeyName;
use tlog::witness::{AddCheckpoint, parse_response};
use tlog::{Checkpoint, Hash, LogSigner, Note, VerifierKey};

pub const ORIGIN: &str = "candour.example/test";

/// The binary, with these arguments.
pub fn candour(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs it to its end.
pub fn run(arguments: &[&str]) -> Output {
    candour(arguments).output().unwrap()
}

pub fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn log() -> LogSigner {
    LogSigner::from_seed(KeyName::new(ORIGIN).unwrap(), &[1; 32])
}

/// The entry of an index: a commitment over fixed bytes.
pub fn entry(index: u64) -> Vec<u8> {
    Entry::Commitment { c: entry::commitment(&[7; 32], &index.to_be_bytes()) }.to_bytes()
}

/// The leaves of a ledger of this size.
pub fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|index| leaf_hash(&entry(index))).collect()
}

/// A checkpoint over these leaves, signed by the log.
pub fn checkpoint(signer: &LogSigner, leaves: &[Hash]) -> Note {
    let origin = signer.verifier_key().name().as_str().to_owned();
    Checkpoint::new(&origin, leaves.len() as u64, root(leaves)).unwrap().sign(signer).unwrap()
}

/// A request to cosign these leaves, with the proof from `old`.
pub fn asking(leaves: &[Hash], old: u64) -> AddCheckpoint {
    asking_as(&log(), leaves, old)
}

/// The same for the log of this key.
pub fn asking_as(signer: &LogSigner, leaves: &[Hash], old: u64) -> AddCheckpoint {
    let proof = consistency_proof(&LeafRow(leaves), old, leaves.len() as u64).unwrap();
    AddCheckpoint::new(old, proof, &checkpoint(signer, leaves).to_bytes()).unwrap()
}

/// What a witness answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub status: u16,
    pub kind: String,
    pub body: String,
}

/// Sends a body; `None` where no answer came.
pub fn send(url: &str, body: &[u8]) -> Option<Answered> {
    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .new_agent();
    let mut answer = agent.post(format!("{url}/add-checkpoint")).send(body).ok()?;
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let body = answer.body_mut().read_to_string().ok()?;
    Some(Answered { status: answer.status().as_u16(), kind: kind.unwrap_or_default(), body })
}

/// A witness with its folder, and the process while it runs.
#[derive(Debug)]
pub struct Witness {
    pub folder: tempfile::TempDir,
    pub vkey: VerifierKey,
    pub url: String,
    pub process: Child,
}

impl Witness {
    /// Makes a key and a configuration, and starts it.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = folder.path().join("witness.key");
        let made = run(&["witness", "keygen", "--name", "witness.example/w1", "--out", text(&key)]);
        assert_eq!(status(&made), 0, "{}", stderr(&made));
        std::fs::create_dir(folder.path().join("state")).unwrap();
        std::fs::write(folder.path().join("witness.toml"), config(log().verifier_key())).unwrap();
        let (process, url, vkey) = begin(&folder.path().join("witness.toml"));
        assert_eq!(stdout(&made).trim_end(), vkey);
        Self { vkey: VerifierKey::parse(&vkey).unwrap(), folder, url, process }
    }

    pub fn config(&self) -> PathBuf {
        self.folder.path().join("witness.toml")
    }

    /// Kills it without warning.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again on what it left.
    pub fn start_again(&mut self) {
        let (process, url, vkey) = begin(&self.config());
        assert_eq!(vkey, self.vkey.to_string());
        (self.process, self.url) = (process, url);
    }

    /// Starts it again under another program, which may end it before it is ready; says whether it did become ready.
    pub fn start_under(&mut self, program: &str, arguments: &[&str]) -> bool {
        let mut command = Command::new(program);
        command.args(arguments).arg(env!("CARGO_BIN_EXE_candour"));
        command.args(["witness", "--stop-with-stdin", "--config", text(&self.config())]);
        let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        assert!(spawned.is_ok(), "{program} does not start; run tools/install crash first");
        self.process = spawned.unwrap();
        let mut line = String::new();
        BufReader::new(self.process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let Ok(ready) = serde_json::from_str::<serde_json::Value>(&line) else { return false };
        self.url = ready["url"].as_str().unwrap().to_owned();
        true
    }

    pub fn ask(&self, request: &AddCheckpoint) -> Answered {
        send(&self.url, &request.to_bytes()).unwrap()
    }

    /// Whether an answer is one valid cosignature of the request's checkpoint.
    pub fn has_cosigned(&self, request: &AddCheckpoint, answered: &Answered) -> bool {
        if answered.status != 200 {
            return false;
        }
        let lines = parse_response(answered.body.as_bytes()).unwrap();
        assert_eq!(lines.len(), 1);
        assert!(self.vkey.verify(request.note().text(), &lines[0]).unwrap().is_some());
        true
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A configuration on any free port, in the folder of the file.
pub fn config(log: &VerifierKey) -> String {
    format!(
        "listen = \"127.0.0.1:0\"\nkey = \"witness.key\"\nstate = \"state\"\n\n\
         [[logs]]\norigin = \"{}\"\nvkey = \"{log}\"\n",
        log.name()
    )
}

/// Starts a witness, and waits until it says where it is.
fn begin(config: &Path) -> (Child, String, String) {
    let mut command = candour(&["witness", "--stop-with-stdin", "--config", text(config)]);
    let mut process =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
    (process, ready["url"].as_str().unwrap().to_owned(), ready["vkey"].as_str().unwrap().to_owned())
}
