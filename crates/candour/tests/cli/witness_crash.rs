//! A witness that ends at any point: killed at random, and at each operation on its state, or told there that it failed.

use crate::common::{Answered, Witness, asking, leaves, send, text};
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::time::Duration;
use tlog::Hash;
use tlog::merkle::leaf_hash;
use tlog::witness::AddCheckpoint;

/// Numbers that differ from step to step (xorshift), so that the kills fall at different points.
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

/// One witness over many lives, and what it has signed in all of them.
struct Lives {
    witness: Witness,
    signed: BTreeMap<u64, Hash>,
    log: Vec<Hash>,
    round: u64,
}

/// Two continuations of the log by one leaf, and what asks for either.
struct Fork {
    branches: Vec<Vec<Hash>>,
    requests: Vec<AddCheckpoint>,
}

impl Lives {
    fn begin() -> Self {
        let witness = Witness::start();
        let log = leaves(1);
        let first = asking(&log, 0);
        assert!(witness.has_cosigned(&first, &witness.ask(&first)));
        Self { witness, signed: BTreeMap::new(), log, round: 0 }
    }

    fn fork(&mut self) -> Fork {
        self.round += 1;
        let leaf = |branch: u8| leaf_hash(&[&self.round.to_be_bytes()[..], &[branch]].concat());
        let branches: Vec<Vec<Hash>> =
            (0..2).map(|branch| [self.log.as_slice(), &[leaf(branch)]].concat()).collect();
        let requests = branches.iter().map(|branch| asking(branch, self.log.len() as u64)).collect();
        Fork { branches, requests }
    }

    /// Takes down which root was signed for which size, and fails where there are two, or one smaller than what was
    /// signed in an earlier life.
    fn remember(&mut self, requests: &[AddCheckpoint], answers: &[(usize, Answered)]) {
        for (branch, answered) in answers {
            let request = &requests[*branch];
            if self.witness.has_cosigned(request, answered) {
                let (size, root) = (request.checkpoint().size(), *request.checkpoint().root());
                assert_eq!(*self.signed.entry(size).or_insert(root), root, "two roots for size {size}");
                assert!(size > self.log.len() as u64, "back to {size}");
            }
        }
    }

    /// Started again, it is asked for both continuations; it holds exactly one, which the log goes on with, and does not
    /// sign what it signed before that.
    fn take_up(&mut self, fork: &Fork, at: &str) {
        self.witness.start_again();
        // In turns, so that neither branch is always the first to be asked again.
        let order = if self.round.is_multiple_of(2) { [0, 1] } else { [1, 0] };
        let again: Vec<_> =
            order.iter().map(|branch| (*branch, self.witness.ask(&fork.requests[*branch]))).collect();
        self.remember(&fork.requests, &again);
        let size = self.log.len() as u64;
        let back = asking(&self.log, size);
        assert_eq!(self.witness.ask(&back).status, 409, "{at}: back to {size}");
        // What it holds now is what it goes on from: exactly one of the two.
        let repeated: Vec<AddCheckpoint> =
            fork.branches.iter().map(|branch| asking(branch, size + 1)).collect();
        let answers = [(0, self.witness.ask(&repeated[0])), (1, self.witness.ask(&repeated[1]))];
        self.remember(&repeated, &answers);
        let held: Vec<usize> = answers
            .iter()
            .filter(|(_, answered)| answered.status == 200)
            .map(|(branch, _)| *branch)
            .collect();
        assert_eq!(held.len(), 1, "{at}");
        self.log = fork.branches[held[0]].clone();
    }

    fn ends(self) {
        assert_eq!(
            self.signed.len() as u64,
            self.round,
            "each size was signed, at the latest when asked again"
        );
    }
}

/// In each round both continuations of the same log are offered at once and the witness is killed meanwhile; after
/// the restart both are offered again. Whatever was answered at any time, no size has two roots.
#[test]
fn a_witness_that_is_killed_at_any_instant_never_signs_two_trees_of_one_size() {
    const ROUNDS: u64 = 60;
    let mut lives = Lives::begin();
    let (mut seed, mut killed_before_an_answer) = (0x5eed_u64, 0);
    for round in 0..ROUNDS {
        let fork = lives.fork();
        let (sender, answers) = mpsc::channel();
        for (branch, request) in fork.requests.iter().enumerate() {
            let (sender, url, body) = (sender.clone(), lives.witness.url.clone(), request.to_bytes());
            std::thread::spawn(move || sender.send((branch, send(&url, &body))));
        }
        drop(sender);
        // Waiting for an answer for a while that differs is what makes the moment of the kill differ.
        let patience = Duration::from_micros(next(&mut seed) % 12_000);
        let early = answers.recv_timeout(patience).ok();
        lives.witness.kill();
        let all: Vec<(usize, Answered)> =
            early.into_iter().chain(answers).filter_map(|(branch, answer)| Some((branch, answer?))).collect();
        killed_before_an_answer += u64::from(all.is_empty());
        lives.remember(&fork.requests, &all);
        lives.take_up(&fork, &format!("round {round}"));
    }
    lives.ends();
    eprintln!("{killed_before_an_answer} of {ROUNDS} kills came before any answer");
}

/// Every operation on the files of its state: it ends just before it, or the operation is said to have failed. The
/// operation before a kill is done, and an operation after one that "failed" is not: so each is seen done, undone, and
/// done and yet said to have failed (a synchronisation).
#[test]
fn a_witness_that_ends_or_fails_at_any_operation_on_its_state_never_signs_two_trees_of_one_size() {
    let mut lives = Lives::begin();
    let state = lives.witness.folder.path().join("state");
    let name = std::fs::read_dir(&state)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|kind| kind == "state"))
        .unwrap();
    let paths = [state.clone(), name.clone(), name.with_extension("new")];
    lives.witness.kill();
    let mut struck = 0;
    for operation in ["openat", "write", "fsync", "rename", "read"] {
        for ending in ["signal=KILL", "error=EIO", "error=ENOSPC"] {
            for n in 1..=4 {
                let at = format!("{operation} {n} {ending}");
                let inject = format!("inject={operation}:{ending}:when={n}");
                let trace = format!("trace={operation}");
                let mut wrapper = vec!["-D", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
                for path in &paths {
                    wrapper.extend(["-P", text(path)]);
                }
                let fork = lives.fork();
                if lives.witness.start_under("strace", &wrapper) {
                    for branch in [0, 1, 0] {
                        let answer = send(&lives.witness.url, &fork.requests[branch].to_bytes());
                        struck += u32::from(answer.as_ref().is_none_or(|answer| answer.status == 500));
                        lives.remember(
                            &fork.requests,
                            &answer.map(|answer| (branch, answer)).into_iter().collect::<Vec<_>>(),
                        );
                    }
                } else {
                    struck += 1;
                }
                lives.witness.kill();
                lives.take_up(&fork, &at);
                lives.witness.kill();
            }
        }
    }
    lives.ends();
    assert!(struck >= 20, "only {struck} requests and starts met with a fault: this shows nothing");
}
