//! One witness of several logs: whatever happens to one of them, or to the process, no log is told two stories, and the
//! trouble of one touches nobody else's state.

use crate::common::{Answered, Witness, asking_as, config, send, text};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;
use tlog::merkle::leaf_hash;
use tlog::note::KeyName;
use tlog::witness::AddCheckpoint;
use tlog::{Hash, LogSigner};

const LOGS: usize = 3;

/// A log, and what the witness has signed of it in all its lives.
struct Log {
    signer: LogSigner,
    leaves: Vec<Hash>,
    signed: BTreeMap<u64, Hash>,
    /// Where the witness keeps what it has seen.
    state: PathBuf,
}

impl Log {
    /// Two continuations by one leaf.
    fn fork(&self) -> [Vec<Hash>; 2] {
        let leaf = |branch: u8| leaf_hash(&[&self.leaves.len().to_be_bytes()[..], &[branch]].concat());
        [0, 1].map(|branch| [self.leaves.as_slice(), &[leaf(branch)]].concat())
    }

    fn asking(&self, leaves: &[Hash], old: usize) -> AddCheckpoint {
        asking_as(&self.signer, leaves, old as u64)
    }

    /// Takes down what was signed, and fails where a size has two roots or is behind one that stands.
    fn remember(&mut self, witness: &Witness, request: &AddCheckpoint, answered: &Answered) {
        if witness.has_cosigned(request, answered) {
            let (size, root) = (request.checkpoint().size(), *request.checkpoint().root());
            let origin = self.signer.verifier_key().name();
            assert_eq!(*self.signed.entry(size).or_insert(root), root, "{origin}: two roots for {size}");
            assert!(size > self.leaves.len() as u64, "{origin}: back to {size}");
        }
    }

    /// Asks for both continuations until one of them stands, and goes on with that one.
    fn take_up(&mut self, witness: &Witness, fork: [Vec<Hash>; 2], at: &str) {
        let size = self.leaves.len();
        for branch in &fork {
            let request = self.asking(branch, size);
            self.remember(witness, &request, &witness.ask(&request));
        }
        assert_eq!(witness.ask(&self.asking(&self.leaves, size)).status, 409, "{at}: back to {size}");
        let mut held = Vec::new();
        for branch in fork {
            let request = self.asking(&branch, size + 1);
            let answered = witness.ask(&request);
            self.remember(witness, &request, &answered);
            if answered.status == 200 {
                held.push(branch);
            }
        }
        assert_eq!(held.len(), 1, "{at}");
        self.leaves = held.remove(0);
    }
}

/// A witness of three logs, each of which has a first leaf.
fn begin() -> (Witness, Vec<Log>) {
    let mut witness = Witness::start();
    witness.kill();
    let signers: Vec<LogSigner> = (1..=LOGS)
        .map(|n| {
            let name = KeyName::new(&format!("log{n}.example")).unwrap();
            LogSigner::from_seed(name, &[u8::try_from(n).unwrap(); 32])
        })
        .collect();
    let mut text = config(signers[0].verifier_key());
    for key in signers[1..].iter().map(LogSigner::verifier_key) {
        text += &format!("[[logs]]\norigin = \"{}\"\nvkey = \"{key}\"\n", key.name());
    }
    std::fs::write(witness.config(), text).unwrap();
    witness.start_again();
    let folder = witness.folder.path().join("state");
    let mut logs: Vec<Log> = Vec::new();
    for signer in signers {
        let leaves = vec![leaf_hash(signer.verifier_key().name().as_str().as_bytes())];
        let first = asking_as(&signer, &leaves, 0);
        assert!(witness.has_cosigned(&first, &witness.ask(&first)));
        // The one file that was not there before this log was seen.
        let mut fresh =
            std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| {
                path.extension().is_some_and(|kind| kind == "state")
                    && logs.iter().all(|log| log.state != *path)
            });
        let state = fresh.next().unwrap();
        assert!(fresh.next().is_none());
        logs.push(Log { signer, leaves, signed: BTreeMap::new(), state });
    }
    (witness, logs)
}

/// Sends everything at once, waits for a first answer for at most `patience`, does `meanwhile`, and gives all answers with
/// the place of their request; none where the connection ended without one.
fn at_once(
    witness: &mut Witness,
    requests: &[(usize, AddCheckpoint)],
    meanwhile: impl FnOnce(&mut Witness),
    patience: Duration,
) -> Vec<(usize, Option<Answered>)> {
    let (sender, answers) = mpsc::channel();
    for (place, (_, request)) in requests.iter().enumerate() {
        let (sender, url, body) = (sender.clone(), witness.url.clone(), request.to_bytes());
        std::thread::spawn(move || sender.send((place, send(&url, &body))));
    }
    drop(sender);
    let early = answers.recv_timeout(patience).ok();
    meanwhile(witness);
    early.into_iter().chain(answers).collect()
}

/// In each round one log rests, and two continuations of each of the others are offered at once; the witness is killed
/// meanwhile. What it keeps of the log that rests stays as it is, byte for byte.
#[test]
fn a_witness_of_several_logs_that_is_killed_at_any_instant_tells_each_of_them_one_story() {
    const ROUNDS: usize = 30;
    let (mut witness, mut logs) = begin();
    let mut seed = 0x00c0_ffee_u64;
    for round in 0..ROUNDS {
        let resting = round % LOGS;
        let untouched = std::fs::read(&logs[resting].state).unwrap();
        let forks: Vec<[Vec<Hash>; 2]> = logs.iter().map(Log::fork).collect();
        let requests: Vec<(usize, AddCheckpoint)> = (0..2 * LOGS)
            .map(|n| (n % LOGS, n / LOGS))
            .filter(|(log, _)| *log != resting)
            .map(|(log, branch)| (log, logs[log].asking(&forks[log][branch], logs[log].leaves.len())))
            .collect();
        // An xorshift: the kills fall at different points.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let patience = Duration::from_micros(seed % 12_000);
        for (place, answered) in at_once(&mut witness, &requests, Witness::kill, patience) {
            let (log, request) = &requests[place];
            if let Some(answered) = answered {
                logs[*log].remember(&witness, request, &answered);
            }
        }
        witness.start_again();
        for (n, fork) in forks.into_iter().enumerate().filter(|(n, _)| *n != resting) {
            logs[n].take_up(&witness, fork, &format!("round {round}, log {n}"));
        }
        assert_eq!(std::fs::read(&logs[resting].state).unwrap(), untouched, "round {round}, log {resting}");
    }
    for log in &logs {
        // Every continuation that stands was signed, at the latest when asked again.
        assert_eq!(log.signed.len() + 1, log.leaves.len());
    }
}

/// Every file operation on the state of one log fails, while all are asked at once: that log is not signed for, the
/// others are, and after a restart all go on.
#[test]
fn what_fails_for_one_log_stops_no_other_one() {
    let (mut witness, mut logs) = begin();
    witness.kill();
    for (round, operation) in ["openat", "write", "fsync", "rename"].into_iter().enumerate() {
        let victim = round % LOGS;
        let beside = logs[victim].state.with_extension("new");
        let untouched = std::fs::read(&logs[victim].state).unwrap();
        let (trace, inject) = (format!("trace={operation}"), format!("inject={operation}:error=EIO"));
        let wrapper =
            ["-D", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, "-P", text(&beside)];
        assert!(witness.start_under("strace", &wrapper), "{operation}");
        let forks: Vec<[Vec<Hash>; 2]> = logs.iter().map(Log::fork).collect();
        let requests: Vec<(usize, AddCheckpoint)> =
            (0..LOGS).map(|n| (n, logs[n].asking(&forks[n][0], logs[n].leaves.len()))).collect();
        let answers = at_once(&mut witness, &requests, |_| (), Duration::ZERO);
        assert_eq!(answers.len(), LOGS);
        for (place, answered) in answers {
            let (log, request) = &requests[place];
            let answered = answered.unwrap();
            assert_eq!(answered.status, if *log == victim { 500 } else { 200 }, "{operation}, log {log}");
            logs[*log].remember(&witness, request, &answered);
        }
        assert_eq!(std::fs::read(&logs[victim].state).unwrap(), untouched, "{operation}");
        witness.kill();
        witness.start_again();
        for (n, fork) in forks.into_iter().enumerate() {
            logs[n].take_up(&witness, fork, &format!("{operation}, log {n}"));
        }
        witness.kill();
    }
}
