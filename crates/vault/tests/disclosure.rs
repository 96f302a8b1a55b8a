//! The way from a decision to its content, over a real log: nothing opens before a quorum has signed.
#![expect(clippy::unwrap_used, reason = "functions that tests share fail as tests do")]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use candour_vault::VaultError;
use candour_vault::case_keys::CaseKeys;
use candour_vault::content::{Disclosure, SealedContent, seal_content};
use candour_vault::entropy::Entropy;
use candour_vault::kek::{Holder, KekId, KekProvider};
use candour_vault::keyfile::FileProvider;
use candour_vault::release::Release;
use ed25519_dalek::{Signer, SigningKey};
use std::sync::atomic::{AtomicU8, Ordering};
use tlog::merkle::{LeafRow, inclusion_proof, leaf_hash, root};
use tlog::{Checkpoint, Cosigner, Entry, LogSigner, Policy, Witnessed};

const ORIGIN: &str = "candour.example/test";
const WITNESS_SEED: [u8; 32] = [2; 32];
const TIME: u64 = 1_800_000_000;
const DISCLOSURE: Disclosure<'_> = Disclosure { case: "case-1", number: 1 };

/// Bytes that differ at every call; what is tested here does not rest on chance.
struct Counting(AtomicU8);

impl Entropy for Counting {
    fn fill(&self, out: &mut [u8]) {
        out.fill(self.0.fetch_add(1, Ordering::Relaxed));
    }
}

struct Log {
    signer: LogSigner,
    witness: Cosigner,
    entries: Vec<Vec<u8>>,
}

impl Log {
    fn of(commitments: &[[u8; 32]]) -> Self {
        Self {
            signer: LogSigner::from_seed(tlog::note::KeyName::new(ORIGIN).unwrap(), &[1; 32]),
            witness: Cosigner::from_seed(tlog::note::KeyName::new("witness.example").unwrap(), &WITNESS_SEED),
            entries: commitments.iter().map(|c| Entry::Commitment { c: *c }.to_bytes()).collect(),
        }
    }

    fn policy(&self) -> Policy {
        let text = format!(
            "log {}\nwitness w {}\nquorum w\n",
            self.signer.verifier_key(),
            self.witness.verifier_key()
        );
        Policy::parse(text.as_bytes()).unwrap()
    }

    fn checkpoint(&self) -> Vec<u8> {
        let leaves: Vec<_> = self.entries.iter().map(|entry| leaf_hash(entry)).collect();
        let checkpoint = Checkpoint::new(ORIGIN, leaves.len() as u64, root(&leaves)).unwrap();
        checkpoint.sign(&self.signer).unwrap().to_bytes()
    }

    /// A cosignature made by hand, as c2sp.org/tlog-cosignature says.
    fn cosigned(&self) -> Vec<u8> {
        let mut note = self.checkpoint();
        let text_bytes = note.windows(2).position(|pair| pair == b"\n\n").unwrap() + 1;
        let text = std::str::from_utf8(&note[..text_bytes]).unwrap();
        let message = format!("cosignature/v1\ntime {TIME}\n{text}");
        let signature = SigningKey::from_bytes(&WITNESS_SEED).sign(message.as_bytes()).to_bytes();
        let id = self.witness.verifier_key().id().get().to_be_bytes();
        let blob = [id.as_slice(), &TIME.to_be_bytes(), &signature].concat();
        let line = format!("\u{2014} witness.example {}\n", STANDARD.encode(blob));
        note.extend_from_slice(line.as_bytes());
        note
    }

    fn witnessed(&self, index: u64, note: &[u8]) -> Option<Witnessed> {
        let leaves: Vec<_> = self.entries.iter().map(|entry| leaf_hash(entry)).collect();
        let proof = inclusion_proof(&LeafRow(&leaves), index, leaves.len() as u64).unwrap();
        let entry = &self.entries[usize::try_from(index).unwrap()];
        Witnessed::verify(&self.policy(), note, entry, index, &proof).ok()
    }
}

struct World {
    provider: FileProvider,
    keys: CaseKeys,
    sealed: SealedContent,
}

fn world(commitment: &[u8; 32]) -> World {
    let entropy = Counting(AtomicU8::new(1));
    let holder = Holder::unit("london").unwrap();
    let provider = FileProvider::in_memory([holder.clone()], &entropy);
    let kek: KekId = provider.newest(&holder).unwrap();
    let keys = CaseKeys::fresh(&entropy);
    let items = [("allergies", "penicillin")];
    let sealed = seal_content(&provider, &kek, &keys, DISCLOSURE, commitment, &items, &entropy).unwrap();
    World { provider, keys, sealed }
}

#[test]
fn a_decision_that_a_quorum_has_seen_opens_its_content() {
    let decision = tlog::entry::commitment(&[7; 32], b"the decision");
    let world = world(&decision);
    let log = Log::of(&[[8; 32], decision, [9; 32]]);
    let witnessed = log.witnessed(1, &log.cosigned()).unwrap();
    let opened = world.sealed.open(&world.provider, &world.keys, DISCLOSURE, &Release::witnessed(&witnessed));
    assert_eq!(opened.unwrap()[0].text.as_str(), "penicillin");
}

#[test]
fn a_witnessed_entry_of_another_event_opens_nothing() {
    let decision = tlog::entry::commitment(&[7; 32], b"the decision");
    let world = world(&decision);
    let log = Log::of(&[[8; 32], decision, [9; 32]]);
    let witnessed = log.witnessed(0, &log.cosigned()).unwrap();
    let refused =
        world.sealed.open(&world.provider, &world.keys, DISCLOSURE, &Release::witnessed(&witnessed));
    assert_eq!(refused, Err(VaultError::OtherDecision));
}

#[test]
fn a_decision_that_only_the_log_has_signed_yields_nothing_to_open_with() {
    let decision = tlog::entry::commitment(&[7; 32], b"the decision");
    let log = Log::of(&[decision]);
    assert!(log.witnessed(0, &log.checkpoint()).is_none());
    assert!(log.witnessed(0, &log.cosigned()).is_some());
}
