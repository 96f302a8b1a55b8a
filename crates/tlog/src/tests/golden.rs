//! Files that must stay as they are, byte for byte: other tools read them.

use crate::fixtures::{cosigned, entry, inclusion, policy_text, signed};
use crate::{Policy, TlogProof};

const CHECKPOINT: &[u8] = include_bytes!("../../testdata/checkpoint");
const COSIGNED: &[u8] = include_bytes!("../../testdata/checkpoint-cosigned");
const POLICY: &[u8] = include_bytes!("../../testdata/policy");
const PROOF: &[u8] = include_bytes!("../../testdata/example.tlog-proof");

#[test]
fn the_files_are_what_is_written_today() {
    assert_eq!(signed(11).to_bytes(), CHECKPOINT);
    assert_eq!(cosigned(11, &[1, 3]).to_bytes(), COSIGNED);
    assert_eq!(policy_text("group most 2 one two three\nquorum most").as_bytes(), POLICY);
    let extra = Some(b"opaque".to_vec());
    let proof = TlogProof::new(extra, 6, inclusion(6, 11), COSIGNED.to_vec()).unwrap();
    assert_eq!(proof.to_bytes(), PROOF);
}

#[test]
fn the_files_verify_together() {
    let policy = Policy::parse(POLICY).unwrap();
    let proof = TlogProof::parse(PROOF).unwrap();
    assert_eq!(proof.checkpoint(), COSIGNED);
    let witnessed = proof.witnessed(&policy, &entry(6)).unwrap();
    assert_eq!((witnessed.index(), witnessed.size()), (6, 11));
    assert!(policy.verify(CHECKPOINT).is_err());
}
