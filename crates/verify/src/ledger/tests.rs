//! Ledgers that hold, and every way of tampering with one.

use super::{LedgerError, Report, verify};
use crate::fixtures::{Ledger, ORIGIN, entry, log, policy, policy_with, signed};
use crate::source::Folder;
use crate::{Source, explain};
use tlog::Entry;
use tlog::entry::Form;
use tlog::merkle::{HASH_BYTES, root};

fn check(source: &dyn Source, since: Option<&[u8]>) -> Result<Report, LedgerError> {
    verify(source, &policy(), since, &mut |_| {})
}

/// The message for a ledger with one thing changed.
fn message(ledger: &Ledger, tamper: impl FnOnce(&mut Ledger)) -> String {
    let mut tampered = ledger.clone();
    tamper(&mut tampered);
    explain(&check(&tampered, None).unwrap_err())
}

fn file<'a>(ledger: &'a mut Ledger, path: &str) -> &'a mut Vec<u8> {
    ledger.files.get_mut(path).unwrap()
}

#[test]
fn a_ledger_that_holds_is_counted() {
    let ledger = Ledger::grown(&[300, 213, 200]);
    let mut seen = Vec::new();
    let report = verify(&ledger, &policy(), None, &mut |progress| seen.push(progress.done)).unwrap();
    assert_eq!(seen, [256, 512, 713]);
    assert_eq!((report.origin.as_str(), report.size, report.root), (ORIGIN, 713, root(&ledger.leaves)));
    assert_eq!(report.forms, [(Form::Commitment, 642), (Form::Tally, 71)].into());
    assert_eq!((report.bundles, report.tiles, report.cosignatures.len()), (3, 4, 2));
    assert_eq!(report.continues, None);
}

#[test]
fn ledgers_of_every_awkward_size_hold() {
    for size in [0, 1, 2, 255, 256, 257, 511, 512, 513] {
        let report = check(&Ledger::grown(&[size]), None).unwrap();
        assert_eq!((report.size, report.forms.values().sum::<u64>()), (size, size));
    }
    let report = check(&Ledger::grown(&[65_535, 2]), None).unwrap();
    assert_eq!((report.bundles, report.tiles), (257, 257 + 1 + 1));
}

#[test]
fn a_folder_is_checked_like_any_source() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in &Ledger::grown(&[300]).files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    assert_eq!(check(&Folder::new(folder.path()), None).unwrap().size, 300);
    std::fs::write(folder.path().join("tile/0/000"), [0; 8192]).unwrap();
    assert!(check(&Folder::new(folder.path()), None).is_err());
}

#[test]
fn a_ledger_continues_each_of_its_earlier_checkpoints() {
    let ledger = Ledger::grown(&[300, 300]);
    for since in [0, 1, 255, 256, 257, 300, 512, 599, 600] {
        let report = check(&ledger, Some(&ledger.checkpoint(since))).unwrap();
        assert_eq!(report.continues, Some(since));
    }
}

#[test]
fn a_ledger_that_rewrote_its_history_is_caught_by_an_earlier_checkpoint() {
    let (old, mut entries) = (Ledger::grown(&[300]), (0..600).map(entry).collect::<Vec<_>>());
    entries.swap(17, 18);
    let rewritten = Ledger::of(&entries, &[600]);
    assert!(check(&rewritten, None).is_ok());
    for since in [18, 256, 300] {
        let error = check(&rewritten, Some(&old.checkpoint(since))).unwrap_err();
        assert!(matches!(error, LedgerError::Rewritten { since: found, .. } if found == since), "{error}");
    }
    let short = Ledger::grown(&[200]);
    let error = check(&short, Some(&old.checkpoint(300))).unwrap_err();
    assert_eq!(error.to_string(), "the ledger has 200 entries, and the log once signed that it had 300");
    // Even a signature over an empty tree binds its root.
    let empty = tlog::Checkpoint::new(ORIGIN, 0, root(&old.leaves)).unwrap().sign(&log()).unwrap();
    assert!(matches!(check(&short, Some(&empty.to_bytes())), Err(LedgerError::Rewritten { since: 0, .. })));
}

#[test]
fn an_earlier_checkpoint_that_the_log_did_not_sign_is_refused() {
    let ledger = Ledger::grown(&[20]);
    let mut wrong = ledger.checkpoint(10);
    wrong[ORIGIN.len() + 1] = b'2';
    let error = explain(&check(&ledger, Some(&wrong)).unwrap_err());
    assert!(error.starts_with("the earlier checkpoint does not hold: the signature of candour"), "{error}");
}

#[test]
fn a_tampered_checkpoint_is_named() {
    let ledger = Ledger::grown(&[20]);
    let said = message(&ledger, |ledger| file(ledger, "checkpoint")[ORIGIN.len() + 1] = b'1');
    assert_eq!(said.split(": ").next(), Some("checkpoint does not satisfy the policy"));
    // Each byte, cosignatures included.
    for at in 0..ledger.files["checkpoint"].len() {
        let said = message(&ledger, |ledger| file(ledger, "checkpoint")[at] ^= 1);
        assert!(said.starts_with("checkpoint does not satisfy the policy: "), "{said}");
    }
    let said = message(&ledger, |ledger| {
        let text = String::from_utf8(file(ledger, "checkpoint").clone()).unwrap();
        let kept: String = text.lines().take(6).map(|line| format!("{line}\n")).collect();
        *file(ledger, "checkpoint") = kept.into_bytes();
    });
    assert!(said.ends_with("cosigned by 1 known witnesses, which the quorum does not accept"), "{said}");
    let said = message(&ledger, |ledger| drop(ledger.files.remove("checkpoint")));
    assert_eq!(said, "checkpoint is missing");
}

#[test]
fn a_broken_cosignature_names_its_witness() {
    let ledger = Ledger::grown(&[20]);
    let text = String::from_utf8(ledger.files["checkpoint"].clone()).unwrap();
    let last = text.trim_end().len() - 10;
    let said = message(&ledger, |ledger| {
        let byte = &mut file(ledger, "checkpoint")[last];
        *byte = if *byte == b'A' { b'B' } else { b'A' };
    });
    let expected = "checkpoint does not satisfy the policy: the signature of witness-2.example on the checkpoint does not verify";
    assert_eq!(said, expected);
}

#[test]
fn a_checkpoint_over_another_tree_is_noticed_at_the_root() {
    let mut ledger = Ledger::grown(&[20]);
    let other = root(&ledger.leaves[..19]);
    ledger.files.insert("checkpoint".to_owned(), signed(20, other));
    let error = check(&ledger, None).unwrap_err();
    assert!(matches!(error, LedgerError::Root { size: 20, signed, .. } if signed == other), "{error}");
}

#[test]
fn a_changed_entry_is_named_by_index_and_bundle() {
    let ledger = Ledger::grown(&[300]);
    let altered = |index: u64, path: &str| {
        format!("entry {index} in {path} is not the entry that the checkpoint holds there")
    };
    // Another entry in its place, all of one length.
    for (index, path, range) in [(5, "tile/entries/000", 0..256), (258, "tile/entries/001.p/44", 256..300)] {
        let said = message(&ledger, |ledger| {
            *file(ledger, path) = bundle(range, |at| entry(if at == index { index + 1 } else { at }));
        });
        assert_eq!(said, altered(index, path));
    }
    // Two swapped.
    let said = message(&ledger, |ledger| {
        *file(ledger, "tile/entries/000") = bundle(0..256, |at| {
            entry(match at {
                3 => 4,
                4 => 3,
                other => other,
            })
        });
    });
    assert_eq!(said, altered(3, "tile/entries/000"));
    // One replaced by something that is no entry.
    let said = message(&ledger, |ledger| {
        *file(ledger, "tile/entries/000") =
            bundle(0..256, |at| if at == 7 { b"{ }".to_vec() } else { entry(at) });
    });
    assert!(
        said.starts_with("entry 7 in tile/entries/000 is not in order: the entry is not in canonical form"),
        "{said}"
    );
    // One dropped, one added, the end cut off, everything gone.
    let said = message(&ledger, |ledger| *file(ledger, "tile/entries/000") = bundle(0..255, entry));
    assert_eq!(said, "tile/entries/000 is not a bundle of its width: the bundle holds 255 entries, not 256");
    let said = message(&ledger, |ledger| *file(ledger, "tile/entries/000") = bundle(0..257, entry));
    assert_eq!(said, "tile/entries/000 is not a bundle of its width: the bundle holds 257 entries, not 256");
    let said = message(&ledger, |ledger| file(ledger, "tile/entries/001.p/44").truncate(100));
    assert_eq!(
        said,
        "tile/entries/001.p/44 is not a bundle of its width: the bundle ends inside its entry 1"
    );
    let said = message(&ledger, |ledger| drop(ledger.files.remove("tile/entries/000")));
    assert_eq!(said, "tile/entries/000 is missing");
    // Two bundles swapped.
    let ledger = Ledger::grown(&[600]);
    let said = message(&ledger, |ledger| {
        let first = ledger.files["tile/entries/000"].clone();
        let second = std::mem::replace(file(ledger, "tile/entries/001"), first);
        *file(ledger, "tile/entries/000") = second;
    });
    assert_eq!(said, altered(0, "tile/entries/000"));
}

/// A bundle of what `entry` gives for these indices.
fn bundle(indices: std::ops::Range<u64>, entry: impl Fn(u64) -> Vec<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for index in indices {
        tlog::tile::push_entry(&mut bytes, &entry(index)).unwrap();
    }
    bytes
}

#[test]
fn every_flipped_byte_of_every_file_is_noticed_and_its_file_named() {
    let ledger = Ledger::grown(&[9]);
    for (path, bytes) in &ledger.files {
        for at in 0..bytes.len() {
            let said = message(&ledger, |ledger| file(ledger, path)[at] ^= 0x10);
            assert!(said.contains(path.as_str()), "{path} at {at}: {said}");
        }
    }
}

#[test]
fn a_changed_tile_is_named_with_the_place_in_it() {
    let ledger = Ledger::grown(&[65_536 + 300]);
    let altered =
        |path: &str, position: usize| format!("hash {position} of {path} is not what the entries give");
    for (path, position) in [
        ("tile/0/000", 0),
        ("tile/0/000", 255),
        ("tile/0/257.p/44", 43),
        ("tile/1/000", 17),
        ("tile/1/001.p/1", 0),
        ("tile/2/000.p/1", 0),
    ] {
        let said = message(&ledger, |ledger| file(ledger, path)[position * HASH_BYTES] ^= 1);
        assert_eq!(said, altered(path, position));
        let said = message(&ledger, |ledger| file(ledger, path).truncate(31));
        assert!(said.starts_with(&format!("{path} has ")), "{said}");
        let said = message(&ledger, |ledger| drop(ledger.files.remove(path)));
        assert_eq!(said, format!("{path} is missing"));
    }
    // Two hashes of one tile swapped: neither entry nor tile leads to the root alone.
    let said = message(&ledger, |ledger| {
        let tile = file(ledger, "tile/0/003");
        let (first, second) = tile.split_at_mut(HASH_BYTES);
        first.swap_with_slice(&mut second[..HASH_BYTES]);
    });
    assert_eq!(said, "entry 768 in tile/entries/003 and its hash in tile/0/003 disagree");
}

#[test]
fn entries_and_tiles_altered_together_do_not_fit_the_checkpoint() {
    let honest = Ledger::grown(&[300]);
    let mut entries: Vec<Vec<u8>> = (0..300).map(entry).collect();
    entries[100] = entry(1000);
    let mut forged = Ledger::of(&entries, &[300]);
    forged.files.insert("checkpoint".to_owned(), honest.files["checkpoint"].clone());
    assert!(matches!(check(&forged, None), Err(LedgerError::Root { size: 300, .. })));
}

#[test]
fn entries_that_the_ledger_must_not_hold_are_found_even_when_witnessed() {
    let check_entry = |bytes: &[u8], end: &str| {
        let said = explain(&check(&Ledger::of(&[entry(0), bytes.to_vec()], &[2]), None).unwrap_err());
        assert!(
            said.starts_with("entry 1 in tile/entries/000.p/2 is not in order: ") && said.ends_with(end),
            "{said}"
        );
    };
    check_entry(br#"{"v":1, "x":1}"#, "is not JSON without white space");
    check_entry(
        format!(r#"{{"v":1,"x":"{}"}}"#, "x".repeat(500)).as_bytes(),
        "the entry has 514 bytes, more than 512",
    );
    check_entry(br#"{"c":"AA","v":1}"#, "the commitment entry has a missing, surplus or malformed member");
    check_entry(br#"{"x":1}"#, "the entry is not an object with a version");
}

#[test]
fn unknown_forms_are_counted_and_shown_as_unknown() {
    let ledger = Ledger::of(&[entry(0), br#"{"v":1,"x":1}"#.to_vec(), br#"{"v":2}"#.to_vec()], &[3]);
    let mut known = Vec::new();
    let report = super::verify_each(&ledger, &policy(), None, &mut |_| {}, &mut |index, _, read| {
        known.push((index, matches!(read, tlog::entry::Read::Known(Entry::Commitment { .. }))));
    });
    assert_eq!(report.unwrap().forms, [(Form::Commitment, 1), (Form::Unknown, 2)].into());
    assert_eq!(known, [(0, true), (1, false), (2, false)]);
}

#[test]
fn a_full_tile_stands_in_for_a_partial_one_that_was_tidied_away() {
    let mut ledger = Ledger::grown(&[300, 300]);
    ledger.files.insert("checkpoint".to_owned(), ledger.checkpoint(300));
    ledger.files.remove("tile/0/001.p/44");
    ledger.files.remove("tile/entries/001.p/44");
    assert_eq!(check(&ledger, None).unwrap().size, 300);
    let said = message(&ledger, |ledger| file(ledger, "tile/0/001")[3] ^= 1);
    assert_eq!(said, "hash 0 of tile/0/001 is not what the entries give");
}

#[test]
fn a_policy_of_another_log_or_without_logs_verifies_nothing() {
    let ledger = Ledger::grown(&[3]);
    let nobody = tlog::Policy::parse(b"quorum none\n").unwrap();
    let error = explain(&verify(&ledger, &nobody, None, &mut |_| {}).unwrap_err());
    assert!(error.ends_with("the policy knows no log named candour.example/demo"), "{error}");
    assert!(verify(&ledger, &policy_with("quorum none"), None, &mut |_| {}).is_ok());
}
