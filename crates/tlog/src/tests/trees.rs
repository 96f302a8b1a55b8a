//! Proofs of every small tree.

use crate::fixtures::leaves;
use crate::merkle::{
    Frontier, Hash, LeafRow, ProofError, consistency_proof, empty_root, inclusion_proof, leaf_hash,
    node_hash, root, verify_consistency, verify_inclusion,
};
use proptest::prelude::*;

const LARGEST: u64 = 70;

fn flipped(hash: &Hash) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[0] ^= 1;
    Hash::from_bytes(bytes)
}

/// RFC 6962's own recursive definition.
fn by_definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        [..] => {
            let split = leaves.len().next_power_of_two() / 2;
            node_hash(&by_definition(&leaves[..split]), &by_definition(&leaves[split..]))
        }
    }
}

#[test]
fn the_reference_tree_of_certificate_transparency_has_its_published_roots() {
    let entries: [&[u8]; 8] = [
        b"",
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
    ];
    let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    for (size, expected) in roots.iter().enumerate() {
        assert_eq!(crate::encoding::to_hex(root(&leaves[..size]).as_bytes()), *expected, "size {size}");
    }
}

#[test]
fn the_frontier_has_the_root_of_the_definition_at_every_size() {
    let leaves = leaves(LARGEST);
    let mut frontier = Frontier::new();
    for (size, leaf) in leaves.iter().enumerate() {
        assert_eq!(frontier.root(), by_definition(&leaves[..size]), "size {size}");
        let stored = Frontier::from_parts(frontier.size(), frontier.peaks().to_vec());
        assert_eq!(stored.as_ref(), Some(&frontier));
        frontier.push(*leaf);
    }
    assert_eq!(Frontier::from_parts(3, vec![leaves[0]]), None);
}

#[test]
fn every_inclusion_proof_holds_and_only_where_it_belongs() {
    let leaves = leaves(LARGEST);
    for size in 1..=LARGEST {
        let row = &leaves[..usize::try_from(size).unwrap()];
        let root = root(row);
        for (index, leaf) in (0..).zip(row) {
            let proof = inclusion_proof(&LeafRow(row), index, size).unwrap();
            assert_eq!(verify_inclusion(leaf, index, size, &proof, &root), Ok(()), "{index} of {size}");
            let elsewhere = (index + 1) % size;
            if size > 1 {
                assert!(verify_inclusion(leaf, elsewhere, size, &proof, &root).is_err());
            }
            assert!(verify_inclusion(&flipped(leaf), index, size, &proof, &root).is_err());
            assert!(verify_inclusion(leaf, index, size, &proof, &flipped(&root)).is_err());
            for place in 0..proof.len() {
                let mut wrong = proof.clone();
                wrong[place] = flipped(&wrong[place]);
                assert_eq!(verify_inclusion(leaf, index, size, &wrong, &root), Err(ProofError::WrongRoot));
                wrong.remove(place);
                assert!(verify_inclusion(leaf, index, size, &wrong, &root).is_err());
            }
            let longer = [proof.as_slice(), &[root]].concat();
            assert_eq!(verify_inclusion(leaf, index, size, &longer, &root), Err(ProofError::WrongLength));
        }
        assert!(inclusion_proof(&LeafRow(row), size, size).is_err());
        assert!(verify_inclusion(&leaves[0], size, size, &[], &root).is_err());
    }
}

#[test]
fn every_consistency_proof_holds_and_nothing_else_does() {
    let leaves = leaves(LARGEST);
    let roots: Vec<Hash> = (0..=leaves.len()).map(|size| root(&leaves[..size])).collect();
    let root_of = |size: u64| &roots[usize::try_from(size).unwrap()];
    for new in 0..=LARGEST {
        let row = LeafRow(&leaves[..usize::try_from(new).unwrap()]);
        for old in 0..=new {
            let proof = consistency_proof(&row, old, new).unwrap();
            let check = |proof: &[Hash], old_root: &Hash, new_root: &Hash| {
                verify_consistency(old, old_root, new, new_root, proof)
            };
            assert_eq!(check(&proof, root_of(old), root_of(new)), Ok(()), "{old} to {new}");
            assert!(check(&proof, &flipped(root_of(old)), root_of(new)).is_err(), "{old} to {new}");
            if old > 0 {
                assert!(check(&proof, root_of(old), &flipped(root_of(new))).is_err(), "{old} to {new}");
            }
            for place in 0..proof.len() {
                let mut wrong = proof.clone();
                wrong[place] = flipped(&wrong[place]);
                assert!(check(&wrong, root_of(old), root_of(new)).is_err());
                wrong.remove(place);
                assert!(check(&wrong, root_of(old), root_of(new)).is_err());
            }
            let longer = [proof.as_slice(), &[*root_of(new)]].concat();
            assert_eq!(check(&longer, root_of(old), root_of(new)), Err(ProofError::WrongLength));
        }
        assert!(consistency_proof(&row, new + 1, new).is_err());
        let shrunk = ProofError::Shrunk { old: new + 1, new };
        assert_eq!(verify_consistency(new + 1, root_of(0), new, root_of(new), &[]), Err(shrunk));
    }
}

proptest! {
    #[test]
    fn proofs_of_larger_trees_hold(size in 1u64..1500, a in any::<u64>(), b in any::<u64>()) {
        let leaves = leaves(size);
        let row = LeafRow(&leaves);
        let (index, old) = (a % size, b % (size + 1));
        let root = root(&leaves);
        let proof = inclusion_proof(&row, index, size).unwrap();
        let leaf = &leaves[usize::try_from(index).unwrap()];
        prop_assert_eq!(verify_inclusion(leaf, index, size, &proof, &root), Ok(()));
        let proof = consistency_proof(&row, old, size).unwrap();
        let old_root = crate::merkle::root(&leaves[..usize::try_from(old).unwrap()]);
        prop_assert_eq!(verify_consistency(old, &old_root, size, &root, &proof), Ok(()));
    }
}
