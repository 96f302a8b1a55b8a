//! Every parser of outside bytes refuses what is malformed, too long, not in its one spelling or of an unknown version,
//! and says why; whatever it is given, it does not panic. `fuzz/` looks for the rest, for as long as one lets it.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

extern crate candour_verify as verify;

use proptest::prelude::*;
use std::error::Error;
use tlog::key::LogSigner;
use tlog::note::{KeyName, MAX_NOTE_BYTES, MAX_SIGNATURES};
use tlog::policy::{MAX_DEFINITIONS, MAX_POLICY_BYTES};
use tlog::proof::MAX_TLOG_PROOF_BYTES;
use tlog::receipt::{Located, make_inclusion, make_opening};
use tlog::witness::{AddCheckpoint, MAX_REQUEST_BYTES};
use tlog::{Checkpoint, Entry, Note, Policy, TlogProof, VerifierKey, entry};

#[path = "../../../fuzz/parsers.rs"]
mod parsers;

const COSIGNED: &str = include_str!("../../tlog/testdata/checkpoint-cosigned");
const POLICY: &str = include_str!("../../tlog/testdata/policy");
const PROOF: &str = include_str!("../../tlog/testdata/example.tlog-proof");

/// The entry that the proof of the test data is about, number 6 of 11.
fn commitment() -> Vec<u8> {
    Entry::Commitment { c: entry::commitment(&[7; 32], b"6") }.to_bytes()
}

fn receipt(opening: bool) -> Vec<u8> {
    let (proof, entry) = (TlogProof::parse(PROOF.as_bytes()).unwrap(), commitment());
    let located = Located { entry: &entry, index: 6, proof: proof.hashes() };
    let made = if opening {
        make_opening(located, COSIGNED.as_bytes(), &[7; 32], b"6")
    } else {
        make_inclusion(located, COSIGNED.as_bytes(), None)
    };
    made.unwrap().to_bytes()
}

fn vkey() -> String {
    LogSigner::from_seed(KeyName::new("log.example").unwrap(), &[1; 32]).verifier_key().to_string()
}

fn request() -> Vec<u8> {
    AddCheckpoint::new(0, Vec::new(), COSIGNED.as_bytes()).unwrap().to_bytes()
}

/// An error with all its causes, as the command line shows it.
fn reason(error: &dyn Error) -> String {
    let (mut said, mut cause) = (error.to_string(), error.source());
    while let Some(error) = cause {
        said = format!("{said}: {error}");
        cause = error.source();
    }
    said
}

/// Each case is refused with a reason that says this. The first must be accepted, so that it is the change that counts.
fn check<T, E: Error + 'static>(
    parse: impl Fn(&[u8]) -> Result<T, E>,
    good: &[u8],
    cases: &[(Vec<u8>, &str)],
) {
    if let Err(error) = parse(good) {
        panic!("the example is refused: {}", reason(&error));
    }
    for (bytes, expected) in cases {
        let start = String::from_utf8_lossy(bytes.get(..120).unwrap_or(bytes)).into_owned();
        match parse(bytes) {
            Ok(_) => panic!("accepted, where {expected:?} was to be said: {start}"),
            Err(error) => {
                let said = reason(&error);
                assert!(said.contains(expected), "{said:?} does not say {expected:?}: {start}");
            }
        }
    }
}

/// The text with one thing exchanged for another, once.
fn with(text: &str, from: &str, to: &str) -> Vec<u8> {
    assert!(text.contains(from), "{from:?} is not in {text}");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn a_note_is_refused_with_the_reason() {
    let line = "\u{2014} name AAAAAAA=\n";
    let lines = |count: usize| format!("text\n\n{}", line.repeat(count)).into_bytes();
    let padded = |length: usize| {
        let rest = format!("\n\n{line}");
        format!("{}{rest}", "a".repeat(length - rest.len())).into_bytes()
    };
    // Both limits are met exactly before they are passed.
    assert_eq!(Note::parse(&padded(MAX_NOTE_BYTES)).unwrap().to_bytes().len(), MAX_NOTE_BYTES);
    assert_eq!(Note::parse(&lines(MAX_SIGNATURES)).unwrap().signatures().len(), MAX_SIGNATURES);
    let long_name =
        |length: usize| format!("text\n\n\u{2014} {} AAAAAAA=\n", "n".repeat(length)).into_bytes();
    assert!(Note::parse(&long_name(255)).is_ok());
    check(
        Note::parse,
        COSIGNED.as_bytes(),
        &[
            (padded(MAX_NOTE_BYTES + 1), "longer than 131072 bytes"),
            (lines(MAX_SIGNATURES + 1), "more than 64 signatures"),
            (long_name(256), "signature line 1 of the note is malformed"),
            (b"text\xff\n\n".to_vec(), "not plain UTF-8"),
            (with(COSIGNED, "\n", "\r\n"), "not plain UTF-8"),
            (with(COSIGNED, "\n\n", "\n"), "no blank line"),
            (with(COSIGNED, "\u{2014} ", "- "), "signature line 1 of the note is malformed"),
            (COSIGNED.trim_end().as_bytes().to_vec(), "signature line 1 of the note is malformed"),
            // Stray bits in the last digit of base64: a second spelling.
            (b"text\n\n\xe2\x80\x94 name AAAAAAB=\n".to_vec(), "signature line 1 of the note is malformed"),
        ],
    );
}

#[test]
fn a_checkpoint_is_refused_with_the_reason() {
    check(
        Checkpoint::parse_unverified,
        COSIGNED.as_bytes(),
        &[
            (with(COSIGNED, "candour.example/demo\n11", "\n11"), "origin is malformed"),
            (with(COSIGNED, "\n11\n", "\n011\n"), "size is malformed"),
            (with(COSIGNED, "\n11\n", "\n+11\n"), "size is malformed"),
            (with(COSIGNED, "\n11\n", "\n9223372036854775808\n"), "size is malformed"),
            (with(COSIGNED, "=\n\n", "\n\n"), "root is malformed"),
            (with(COSIGNED, "=\n\n", "==\n\n"), "root is malformed"),
            (with(COSIGNED, "=\n\n", "=\n\nmore\n\n"), "further lines are malformed"),
            (with(COSIGNED, "\n\n", "\n"), "not a signed note: the note has no blank line"),
        ],
    );
}

#[test]
fn a_proof_is_refused_with_the_reason() {
    let hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    let index = PROOF.lines().find(|line| line.starts_with("index ")).unwrap();
    check(
        TlogProof::parse,
        PROOF.as_bytes(),
        &[
            (with(PROOF, "tlog-proof@v1", "tlog-proof@v2"), "the line of tlog-proof version 1"),
            (with(PROOF, "index 6", "index 06"), "index line is malformed"),
            (with(PROOF, "extra ", "extra  "), "extra line is malformed"),
            (with(PROOF, &format!("{index}\n"), &format!("{index}\nAA==\n")), "hash 1 of the proof"),
            (
                with(PROOF, &format!("{index}\n"), &format!("{index}\n{}", hash.repeat(63))),
                "hash 64 of the proof",
            ),
            (with(PROOF, "\n\n", "\n"), "malformed"),
            (b"c2sp.org/tlog-proof@v1\nindex 6\n".to_vec(), "no blank line before its checkpoint"),
            (vec![b'a'; MAX_TLOG_PROOF_BYTES + 1], "too long"),
            (b"\xff\n\n".to_vec(), "not text"),
        ],
    );
}

#[test]
fn an_entry_is_refused_with_the_reason() {
    let good = String::from_utf8(commitment()).unwrap();
    let long = format!(r#"{{"a":"{}","v":1}}"#, "x".repeat(499));
    assert_eq!(long.len(), 513);
    check(
        Entry::parse,
        good.as_bytes(),
        &[
            (long.into_bytes(), "513 bytes, more than 512"),
            (with(&good, "{", "{ "), "not in canonical form"),
            (with(&good, ",\"v\":1", ",\"v\":1,\"v\":1"), "not in canonical form"),
            (with(&good, "{\"c\"", "{\"\\u0063\""), "not in canonical form"),
            (with(&good, ",\"v\":1", ""), "not an object with a version"),
            (with(&good, "\"v\":1", "\"v\":\"1\""), "not an object with a version"),
            (
                with(&good, "\"v\":1", "\"v\":1,\"x\":1"),
                "the commitment entry has a missing, surplus or malformed",
            ),
            (br#"{"c":"AA","v":1}"#.to_vec(), "the commitment entry has a missing, surplus or malformed"),
            (br#"{"c":"AA","kept":"AA","v":1}"#.to_vec(), "members of two forms"),
        ],
    );
    // An unknown version or form is for a later reader: passed over, as the formats say, and never taken for a known one.
    for unknown in [with(&good, "\"v\":1", "\"v\":2"), br#"{"new":1,"v":1}"#.to_vec()] {
        assert_eq!(Entry::parse(&unknown), Ok(None));
    }
}

#[test]
fn a_policy_is_refused_with_the_reason_and_the_line() {
    let witness = POLICY.lines().find(|line| line.starts_with("witness one ")).unwrap();
    let many: String = (0..=MAX_DEFINITIONS)
        .map(|n| {
            let name = KeyName::new(&format!("log-{n}.example")).unwrap();
            let seed = [u8::try_from(n).unwrap(); 32];
            format!("log {}\n", LogSigner::from_seed(name, &seed).verifier_key())
        })
        .collect();
    check(
        Policy::parse,
        POLICY.as_bytes(),
        &[
            (vec![b'#'; MAX_POLICY_BYTES + 1], "longer than 262144 bytes"),
            (POLICY.trim_end().as_bytes().to_vec(), "last line does not end in a newline"),
            (with(POLICY, "quorum most\n", "\n"), "has no quorum line"),
            (with(POLICY, "quorum most", "quorum some"), "a name is not defined above"),
            (
                with(POLICY, witness, &witness.replacen("witness ", "witnesses ", 1)),
                "line 4 of the policy: it begins with an unknown word",
            ),
            (with(POLICY, witness, &format!("{witness}\r")), "line 4 of the policy: it is not plain text"),
            (
                with(POLICY, witness, &format!("{witness} a b")),
                "line 4 of the policy: it has the wrong number of items",
            ),
            (with(POLICY, "group most 2", "group most 02"), "the threshold is not between 1 and"),
            (many.into_bytes(), "line 65 of the policy: there are more than 64 of these"),
        ],
    );
}

#[test]
fn a_key_is_refused_with_the_reason() {
    let good = vkey();
    let parse = |bytes: &[u8]| VerifierKey::parse(&String::from_utf8_lossy(bytes));
    check(
        parse,
        good.as_bytes(),
        &[
            (with(&good, "log", "lug"), "id does not fit"),
            (with(&good, "+A", "+B"), "unknown signature type 0x05"),
            (good.replacen('+', " ", 1).into_bytes(), "not of the form name+id+base64"),
            (
                good.trim_end_matches('=').replacen("log", "l og", 1).into_bytes(),
                "not of the form name+id+base64",
            ),
            (format!("{good}=").into_bytes(), "not of the form name+id+base64"),
            (vec![b'a'; 4096], "not of the form name+id+base64"),
            (b"n+00000000+AQAA".to_vec(), "public key is not valid"),
        ],
    );
}

#[test]
fn a_tile_or_bundle_is_refused_with_the_reason() {
    check(
        |bytes: &[u8]| tlog::tile::parse_bundle(bytes, 2).map(|_| ()),
        &[0, 1, 7, 0, 0],
        &[
            (vec![0, 1, 7, 0], "ends inside its entry 1"),
            (vec![0, 2, 7], "ends inside its entry 0"),
            (vec![0, 1, 7], "holds 1 entries, not 2"),
            (vec![0, 0, 0, 0, 0, 0], "holds 3 entries, not 2"),
        ],
    );
    // A tile of hashes is right or wrong by its length alone.
    assert!(tlog::tile::parse_hashes(&[0; 64], 2).is_some());
    assert!(
        tlog::tile::parse_hashes(&[0; 63], 2).is_none() && tlog::tile::parse_hashes(&[0; 96], 2).is_none()
    );
}

#[test]
fn a_receipt_is_refused_with_the_reason() {
    let policy = Policy::parse(POLICY.as_bytes()).unwrap();
    let parse = |bytes: &[u8]| verify::receipt::verify(bytes, &policy);
    let good = TlogProof::parse(&receipt(true)).unwrap();
    let extra = String::from_utf8(good.extra().unwrap().to_vec()).unwrap();
    let remade = |extra: Vec<u8>, index: u64| {
        let (hashes, checkpoint) = (good.hashes().to_vec(), good.checkpoint().to_vec());
        TlogProof::new(Some(extra), index, hashes, checkpoint).unwrap().to_bytes()
    };
    let changed = |from: &str, to: &str| remade(with(&extra, from, to), 6);
    let act = br#"{"entry":"{\"act\":\"ledger-started\",\"v\":1}"}"#;
    assert!(parse(&receipt(false)).is_ok());
    check(
        parse,
        &receipt(true),
        &[
            (PROOF.as_bytes().to_vec(), "extra data is missing or malformed"),
            (changed("\"event\":\"6\"", "\"event\":\"7\""), "not the one that was recorded"),
            (changed("\"event\":\"6\",", ""), "extra data is missing or malformed"),
            (
                changed("\"event\":\"6\"", "\"event\":\"6\",\"event\":\"6\""),
                "extra data is missing or malformed",
            ),
            (changed("\\\"v\\\":1", "\\\"v\\\":2"), "not a commitment"),
            (
                changed("{\\\"c\\\"", "{ \\\"c\\\""),
                "entry is not in order: the entry is not in canonical form",
            ),
            (remade(act.to_vec(), 6), "not a commitment"),
            (remade(extra.clone().into_bytes(), 5), "the entry is not in the ledger at index 5"),
            (
                with(std::str::from_utf8(&receipt(true)).unwrap(), "proof@v1", "proof@v2"),
                "tlog-proof version 1",
            ),
            (vec![b'a'; MAX_TLOG_PROOF_BYTES + 1], "too long"),
        ],
    );
}

#[test]
fn a_request_to_a_witness_is_refused_with_the_reason() {
    let good = String::from_utf8(request()).unwrap();
    check(
        AddCheckpoint::parse,
        good.as_bytes(),
        &[
            (with(&good, "old 0", "old 00"), "does not begin with the old size"),
            (with(&good, "old 0\n", "old 0\nAAAA\n"), "hash 1 of the request"),
            (with(&good, "\n\n", "\n"), "malformed"),
            (b"old 0\n".to_vec(), "no blank line before its checkpoint"),
            (vec![b'a'; MAX_REQUEST_BYTES + 1], "longer than"),
        ],
    );
}

/// Valid input of each parser: damage to it reaches further than chance does.
fn examples() -> Vec<Vec<u8>> {
    let bundle = [[1].as_slice(), &[0, 1, 7, 0, 0]].concat();
    let tile = [[1].as_slice(), &[9; 64]].concat();
    let texts =
        [COSIGNED, POLICY, PROOF, "\0tile/0/x001/x234/067.p/8", &vkey()].map(|text| text.as_bytes().to_vec());
    let act = br#"{"act":"sample-committed","digest":"00","period":"2026-H2","v":1}"#.to_vec();
    texts
        .into_iter()
        .chain([commitment(), act, receipt(true), receipt(false), request(), bundle, tile])
        .collect()
}

#[test]
fn every_parser_accepts_one_of_the_examples() {
    for (name, parse) in parsers::ALL {
        assert!(examples().iter().any(|bytes| parse(bytes)), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_the_bytes_nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..700)) {
        for (_, parse) in parsers::ALL {
            parse(&bytes);
        }
    }

    #[test]
    fn damaged_examples_are_refused_or_read_as_what_they_are(
        which in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..4),
    ) {
        let examples = examples();
        let mut bytes = which.get(&examples).clone();
        for (at, byte, kind) in edits {
            let at = at.index(bytes.len() + 1);
            match kind {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, byte),
                2 => { bytes.splice(at..at, bytes.clone()); }
                _ => if let Some(there) = bytes.get_mut(at) { *there = byte; },
            }
        }
        for (_, parse) in parsers::ALL {
            parse(&bytes);
        }
    }
}
