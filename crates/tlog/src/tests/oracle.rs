//! Agreement with independent implementations: `tlog_tiles` for trees, `signed_note` for notes.

use crate::checkpoint::Checkpoint;
use crate::fixtures::{cosigned, leaves, log, witness};
use crate::key::VerifierKey;
use crate::merkle::{Hash, LeafRow, consistency_proof, inclusion_proof, root, verify_inclusion};
use crate::note::Note;
use proptest::prelude::*;
use signed_note::{Signer as _, Verifier as _};

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Random leaves, at any size up to a few tiles: their proofs hold here, and are ours.
    #[test]
    fn random_trees_are_those_of_tlog_tiles(
        leaves in prop::collection::vec(any::<[u8; 32]>().prop_map(Hash::from_bytes), 1..800),
        places in prop::collection::vec(any::<prop::sample::Index>(), 4),
    ) {
        let (stored, size, tree) = (stored(&leaves), leaves.len() as u64, root(&leaves));
        prop_assert_eq!(theirs(&tree).0, tlog_tiles::tree_hash(size, &stored).unwrap().0);
        for place in places {
            let index = place.index(leaves.len());
            let proof: Vec<Hash> = tlog_tiles::prove_record(size, index as u64, &stored)
                .unwrap()
                .iter()
                .map(|hash| Hash::from_bytes(hash.0))
                .collect();
            prop_assert_eq!(verify_inclusion(&leaves[index], index as u64, size, &proof, &tree), Ok(()));
            prop_assert_eq!(proof, inclusion_proof(&LeafRow(&leaves), index as u64, size).unwrap());
            let old = index as u64 + 1;
            let proof = consistency_proof(&LeafRow(&leaves), old, size).unwrap();
            let (old_root, proof) = (theirs(&root(&leaves[..=index])), proof.iter().map(theirs).collect());
            prop_assert!(tlog_tiles::check_tree(&proof, size, theirs(&tree), old, old_root).is_ok());
        }
    }
}

#[test]
fn a_note_that_signed_note_signed_verifies_here() {
    // The secret key is that of the fixtures' log, in signed_note's own spelling.
    let public = log().verifier_key().clone();
    let secret = crate::encoding::to_base64(&[[1].as_slice(), &[1; 32]].concat());
    let signer =
        signed_note::StandardSigner::new(&format!("PRIVATE+KEY+{}+{}+{secret}", public.name(), public.id()));
    let signer = signer.unwrap();
    assert_eq!(signer.key_id(), public.id().get());
    let mut note = signed_note::Note::new(cosigned(9, &[]).text().as_bytes(), &[]).unwrap();
    note.add_sigs(&[&signer]).unwrap();
    let read = Note::parse(&note.to_bytes()).unwrap();
    assert_eq!(public.verify(read.text(), &read.signatures()[0]), Ok(None));
    // Ed25519 signs without chance, so that both write the same note.
    assert_eq!(read, cosigned(9, &[]));
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
