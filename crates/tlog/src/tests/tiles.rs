//! Tiles: names, growth over the boundaries of 256 and 65,536, and what is read back.

use crate::fixtures::entry;
use crate::merkle::{Hash, LeafRow, consistency_proof, inclusion_proof, leaf_hash, root, verify_consistency};
use crate::tile::{
    TileEdge, TileFile, TileKind, TilePath, TileReader, TileSource, parse_bundle, parse_hashes,
    tiles_at_level, width_of_tile,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use thiserror::Error;

#[derive(Default)]
struct Files(BTreeMap<String, Vec<u8>>);

#[derive(Debug, Error, PartialEq, Eq)]
#[error("missing")]
struct Missing;

impl Files {
    fn write(&mut self, files: Vec<TileFile>) {
        for file in files {
            let path = file.path.to_string();
            let before = self.0.insert(path.clone(), file.bytes.clone());
            // A published tile never changes.
            assert!(before.is_none_or(|before| before == file.bytes), "{path} changed");
        }
    }
}

impl TileSource for Files {
    type Error = Missing;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, Missing> {
        let path = TilePath::hashes(level, index, width).ok_or(Missing)?;
        self.0.get(&path.to_string()).cloned().ok_or(Missing)
    }
}

/// The tile by the specification's own formula: MTH(D[(n·256 + i)·256^l : (n·256 + i + 1)·256^l]).
fn by_definition(leaves: &[Hash], level: u8, index: u64, width: u16) -> Vec<Hash> {
    let span = 256usize.pow(u32::from(level));
    let first = usize::try_from(index).unwrap() * 256;
    (first..first + usize::from(width)).map(|place| root(&leaves[place * span..(place + 1) * span])).collect()
}

fn check_all(files: &Files, leaves: &[Hash]) {
    let size = leaves.len() as u64;
    for level in 0..8 {
        for index in 0..tiles_at_level(size, level) {
            let width = width_of_tile(size, level, index).unwrap();
            let bytes = files.tile(level, index, width).unwrap();
            assert_eq!(parse_hashes(&bytes, width).unwrap(), by_definition(leaves, level, index, width));
            if level == 0 {
                let path = TilePath::entries(index, width).unwrap().to_string();
                let entries = parse_bundle(&files.0[&path], width).unwrap();
                assert_eq!(
                    entries.iter().map(|entry| leaf_hash(entry)).collect::<Vec<_>>(),
                    parse_hashes(&bytes, width).unwrap()
                );
            }
        }
    }
}

fn grow(files: &mut Files, edge: &mut TileEdge, leaves: &mut Vec<Hash>, count: u64) {
    let first = edge.size();
    let entries: Vec<Vec<u8>> = (first..first + count).map(entry).collect();
    leaves.extend(entries.iter().map(|entry| leaf_hash(entry)));
    files.write(edge.append(&entries).unwrap());
    assert_eq!(edge.size(), first + count);
    assert_eq!(edge.root(), root(leaves));
}

#[test]
fn a_tree_of_70000_has_the_tiles_that_the_specification_counts() {
    assert_eq!(tiles_at_level(70_000, 0), 274);
    assert_eq!((width_of_tile(70_000, 0, 272), width_of_tile(70_000, 0, 273)), (Some(256), Some(112)));
    assert_eq!(width_of_tile(70_000, 0, 274), None);
    assert_eq!((tiles_at_level(70_000, 1), width_of_tile(70_000, 1, 1)), (2, Some(17)));
    assert_eq!((tiles_at_level(70_000, 2), width_of_tile(70_000, 2, 0)), (1, Some(1)));
    assert_eq!(tiles_at_level(70_000, 3), 0);
    assert_eq!((width_of_tile(256, 0, 0), width_of_tile(256, 1, 0)), (Some(256), Some(1)));
    assert_eq!(width_of_tile(256, 0, 1), None);
}

#[test]
fn names_are_those_of_the_specification_in_one_spelling() {
    let check = |path: Option<TilePath>, expected: &str| {
        assert_eq!(path.unwrap().to_string(), expected);
        assert_eq!(TilePath::parse(expected), path);
    };
    check(TilePath::hashes(0, 1_234_067, 256), "tile/0/x001/x234/067");
    check(TilePath::hashes(7, 0, 1), "tile/7/000.p/1");
    check(TilePath::entries(999, 255), "tile/entries/999.p/255");
    check(TilePath::entries(1000, 256), "tile/entries/x001/000");
    for wrong in [
        "tile/0/67",
        "tile/0/0067",
        "tile/0/x000/067",
        "tile/0/001/067",
        "tile/0/x001/x067",
        "tile/0/x067",
        "tile/00/067",
        "tile/8/067",
        "tile/data/067",
        "tile/0/067.p/0",
        "tile/0/067.p/256",
        "tile/0/067.p/01",
        "tile/0/067.p/",
        "tile/0/067/",
        "/tile/0/067",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/0/../067",
    ] {
        assert_eq!(TilePath::parse(wrong), None, "{wrong}");
    }
    assert_eq!(TilePath::entries(1, 0), None);
    assert_eq!(TilePath::entries(1, 257), None);
}

#[test]
fn tiles_are_right_around_256() {
    let (mut files, mut edge, mut leaves) = (Files::default(), TileEdge::new(), Vec::new());
    for size in [1, 2, 255, 256, 257, 511, 512, 513] {
        let more = size - edge.size();
        grow(&mut files, &mut edge, &mut leaves, more);
        check_all(&files, &leaves);
    }
}

#[test]
fn tiles_are_right_around_65536_and_proofs_come_out_of_them() {
    let (mut files, mut edge, mut leaves) = (Files::default(), TileEdge::new(), Vec::new());
    for size in [65_535, 65_536, 65_537] {
        let more = size - edge.size();
        grow(&mut files, &mut edge, &mut leaves, more);
        check_all(&files, &leaves);
        let reader = TileReader::new(&files, size);
        assert_eq!(reader.root(size).unwrap(), edge.root());
        for index in [0, 255, 256, 40_000, size - 1] {
            let ours = reader.inclusion_proof(index, size).unwrap();
            assert_eq!(ours, inclusion_proof(&LeafRow(&leaves), index, size).unwrap());
        }
        for old in [1, 255, 256, 257, 40_000, size - 1, size] {
            let ours = reader.consistency_proof(old, size).unwrap();
            assert_eq!(ours, consistency_proof(&LeafRow(&leaves), old, size).unwrap());
            // An older, smaller tree is read from the newer tiles too.
            assert_eq!(reader.root(old).unwrap(), root(&leaves[..usize::try_from(old).unwrap()]));
        }
        assert!(reader.root(size + 1).is_err());
        assert!(reader.inclusion_proof(size, size).is_err());
    }
}

#[test]
fn an_edge_taken_up_from_storage_is_the_edge_that_was_left() {
    for size in [0, 1, 255, 256, 257, 700, 65_536, 65_793] {
        let (mut files, mut edge, mut leaves) = (Files::default(), TileEdge::new(), Vec::new());
        grow(&mut files, &mut edge, &mut leaves, size);
        let partial =
            width_of_tile(size, 0, size / 256).and_then(|width| TilePath::entries(size / 256, width));
        let bundle = partial.map(|path| files.0[&path.to_string()].clone()).unwrap_or_default();
        assert_eq!(TileEdge::load(size, &files, bundle.clone()).unwrap(), edge, "size {size}");
        if let Some(last) = bundle.len().checked_sub(1) {
            let mut wrong = bundle;
            wrong[last] ^= 1;
            assert!(TileEdge::load(size, &files, wrong).is_err());
        }
    }
}

#[test]
fn an_entry_that_is_too_long_appends_nothing() {
    let mut edge = TileEdge::new();
    let error = edge.append(&[vec![0; 3], vec![0; 65_536]]).unwrap_err();
    assert_eq!((error.position, edge.size()), (1, 0));
    assert_eq!(edge.append::<Vec<u8>>(&[]).unwrap(), []);
}

#[test]
fn a_bundle_that_is_cut_or_of_another_width_is_refused() {
    assert!(parse_bundle(&[0, 1, 7, 0, 0], 2).is_ok());
    assert!(parse_bundle(&[0, 1, 7, 0, 0], 1).is_err());
    assert!(parse_bundle(&[0, 1, 7, 0, 0], 3).is_err());
    assert!(parse_bundle(&[0, 1, 7, 0], 2).is_err());
    assert!(parse_bundle(&[0, 2, 7], 1).is_err());
    assert_eq!(parse_hashes(&[0; 63], 2), None);
}

proptest! {
    #[test]
    fn however_it_grows_the_same_files_come_out(steps in prop::collection::vec(0u64..400, 1..6)) {
        let (mut files, mut edge, mut leaves) = (Files::default(), TileEdge::new(), Vec::new());
        let mut sizes = Vec::new();
        for step in steps {
            grow(&mut files, &mut edge, &mut leaves, step);
            sizes.push((edge.size(), edge.root()));
        }
        check_all(&files, &leaves);
        let reader = TileReader::new(&files, edge.size());
        for (size, old_root) in sizes {
            let proof = reader.consistency_proof(size, edge.size()).unwrap();
            prop_assert_eq!(verify_consistency(size, &old_root, edge.size(), &edge.root(), &proof), Ok(()));
        }
        let parsed = files.0.keys().map(|path| TilePath::parse(path).unwrap());
        prop_assert!(parsed.into_iter().all(|path| matches!(path.kind(), TileKind::Entries) || path.width() > 0));
    }
}
