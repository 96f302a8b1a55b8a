//! Agreement with independent implementations: `tlog_tiles` for trees, `signed_note` for notes.

use crate::checkpoint::Checkpoint;
use crate::fixtures::{cosigned, leaves, log, witness};
use crate::key::VerifierKey;
use crate::merkle::{Hash, LeafRow, consistency_proof, inclusion_proof, root};
use crate::note::Note;
use signed_note::Verifier as _;

/// The storage layout that `tlog_tiles` asks for, filled by itself.
struct Stored(Vec<tlog_tiles::Hash>);

impl tlog_tiles::HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

fn theirs(hash: &Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(*hash.as_bytes())
}

fn stored(leaves: &[Hash]) -> Stored {
    let mut stored = Stored(Vec::new());
    for (index, leaf) in (0u64..).zip(leaves) {
        let new = tlog_tiles::stored_hashes_for_record_hash(index, theirs(leaf), &stored).unwrap();
        stored.0.extend(new);
    }
    stored
}

#[test]
fn trees_and_proofs_are_those_of_tlog_tiles() {
    let leaves = leaves(130);
    let stored = stored(&leaves);
    for size in (1..=70).chain(127..=130u64) {
        let row = &leaves[..usize::try_from(size).unwrap()];
        let root = root(row);
        assert_eq!(theirs(&root).0, tlog_tiles::tree_hash(size, &stored).unwrap().0);
        for index in 0..size {
            let ours: Vec<_> =
                inclusion_proof(&LeafRow(row), index, size).unwrap().iter().map(theirs).collect();
            assert_eq!(ours, tlog_tiles::prove_record(size, index, &stored).unwrap(), "{index} of {size}");
        }
        for old in 1..=size {
            let ours: Vec<_> =
                consistency_proof(&LeafRow(row), old, size).unwrap().iter().map(theirs).collect();
            assert_eq!(ours, tlog_tiles::prove_tree(size, old, &stored).unwrap(), "{old} to {size}");
        }
    }
}

#[test]
fn notes_and_keys_are_those_of_signed_note() {
    let note = cosigned(9, &[1, 2]);
    let key = log().verifier_key().to_string();
    let verifier = signed_note::StandardVerifier::new(&key).unwrap();
    assert_eq!(verifier.key_id(), log().verifier_key().id().get());
    let list = signed_note::VerifierList::new(vec![Box::new(verifier)]);
    let parsed = signed_note::Note::from_bytes(&note.to_bytes()).unwrap();
    let (verified, unverified) = parsed.verify(&list).unwrap();
    assert_eq!((verified.len(), unverified.len()), (1, 2));
    assert_eq!(parsed.to_bytes(), note.to_bytes());
    let checkpoint = tlog_tiles::Checkpoint::from_bytes(parsed.text()).unwrap();
    assert_eq!((checkpoint.origin(), checkpoint.size()), ("candour.example/demo", 9));
}

#[test]
fn a_published_note_of_the_go_implementation_verifies() {
    let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    let note = "If you think cryptography is the answer to your problem,\n\
                then you don't know what your problem is.\n\
                \n\
                \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let key = VerifierKey::parse(key).unwrap();
    let parsed = Note::parse(note.as_bytes()).unwrap();
    assert_eq!(key.verify(parsed.text(), &parsed.signatures()[0]), Ok(None));
    assert_eq!(parsed.to_bytes(), note.as_bytes());
}

#[test]
fn the_checkpoint_of_the_specification_parses() {
    let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
        \u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        \u{2014} witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    let (note, checkpoint) = Checkpoint::parse_unverified(text.as_bytes()).unwrap();
    assert_eq!((checkpoint.origin(), checkpoint.size()), ("example.com/behind-the-sofa", 20_852_163));
    // Eight bytes of time, 2023-03-20, and the signature.
    let cosignature = note.signatures()[1].bytes();
    assert_eq!(cosignature.len(), 72);
    assert_eq!(cosignature[..8], 1_679_315_147u64.to_be_bytes());
}

#[test]
fn a_cosignature_verifies_over_the_message_of_the_specification() {
    use ed25519_dalek::{Signature, VerifyingKey};
    let note = cosigned(9, &[1]);
    let line = &note.signatures()[1];
    let (time, signature) = line.bytes().split_at(8);
    let time = u64::from_be_bytes(time.try_into().unwrap());
    let message = ["cosignature/v1\ntime ", &time.to_string(), "\n", note.text()].concat();
    let key = VerifyingKey::try_from(witness(1).verifier_key().public_key()).unwrap();
    let signature = Signature::from_slice(signature).unwrap();
    key.verify_strict(message.as_bytes(), &signature).unwrap();
}
