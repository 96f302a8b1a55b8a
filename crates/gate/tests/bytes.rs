//! Bytes from outside never make the gate panic: facts and packs that are broken at random are refused in words. The
//! bounded half of the fuzzing; `make fuzz` runs the same two targets for longer, guided by coverage.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

#[path = "common/draw.rs"]
mod draw;

use std::{fs, path::Path};

use candour_gate::{Files, Pack, stream};
use casework::facts::{Facts, read_json};
use draw::Draw;
use serde_json::Value;

const VIGNETTES: &str = include_str!("../testdata/vignettes.json");
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy/england-and-wales");

/// Texts that parsers stumble over.
const TOKENS: [&str; 16] = [
    "null",
    "-0",
    "1e999",
    "\"\\ud800\"",
    "{",
    "}",
    "[",
    "]",
    "\"\"",
    "\u{0}",
    "\u{feff}",
    "18446744073709551616",
    "\"0000-00-00\"",
    ",",
    "\"facts_version\":1,",
    "$x",
];

/// The seed of every run, so that what passes here passes everywhere; `make fuzz` draws new ones.
const SEED: u64 = 20_261_126;

/// The text with a few bytes changed, cut out, doubled or put in.
fn broken(text: &[u8], draw: &mut Draw) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for _ in 0..=draw.below(4) {
        let at = draw.below(bytes.len().max(1));
        let to = (at + draw.below(40)).min(bytes.len());
        match draw.below(5) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << draw.below(8)),
            1 => drop(bytes.drain(at.min(to)..to)),
            2 => {
                let part: Vec<u8> = bytes[at.min(to)..to].to_vec();
                bytes.splice(at.min(to)..at.min(to), part);
            }
            3 => {
                let token = draw.one(&TOKENS).as_bytes().to_vec();
                bytes.splice(at.min(to)..to, token);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

#[test]
fn broken_facts_are_refused_or_judged() {
    let gate = candour_gate::embedded().unwrap();
    let vignettes: Vec<Value> = serde_json::from_str(VIGNETTES).unwrap();
    let corpus: Vec<String> = vignettes.iter().map(|vignette| vignette["facts"].to_string()).collect();
    let mut draw = Draw::new(SEED);
    let mut good = 0;
    for round in 0..20_000_u32 {
        let bytes = broken(draw.one(&corpus).as_bytes(), &mut draw);
        if let Ok(text) = std::str::from_utf8(&bytes)
            && let Ok(value) = read_json(text)
        {
            // What is read is written alike, and every listed fault has a place.
            match Facts::from_value(&value) {
                Ok(facts) => {
                    good += 1;
                    assert_eq!(Facts::from_value(&facts.to_value()).unwrap(), facts);
                }
                Err(fault) => {
                    assert!(Facts::faults(&value).iter().any(|other| other.at == fault.at), "{text}");
                }
            }
        }
        if round % 40 == 0 {
            let mut out = Vec::new();
            stream::answer(&gate, &*bytes, &mut out, stream::Style::Json).unwrap();
            assert!(
                String::from_utf8(out)
                    .unwrap()
                    .lines()
                    .all(|line| serde_json::from_str::<Value>(line).is_ok())
            );
        }
    }
    println!("{good} of 20000 broken facts could still be read");
}

/// The files of the pack by name.
fn files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(FOLDER);
    let mut found = Vec::new();
    for part in ["", "policies"] {
        for entry in fs::read_dir(folder.join(part)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                found.push((
                    path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned(),
                    fs::read(&path).unwrap(),
                ));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_broken_pack_is_refused_by_a_file_of_its_own_or_loads_whole() {
    let files = files();
    let mut draw = Draw::new(SEED);
    let mut loaded = 0;
    for _ in 0..40 {
        let chosen = draw.below(files.len());
        let bytes = broken(&files[chosen].1, &mut draw);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let others = files.iter().enumerate().filter(|(place, _)| *place != chosen);
        let rest = others.map(|(_, (name, bytes))| (name.clone(), String::from_utf8(bytes.clone()).unwrap()));
        match Pack::from_files(&Files::new(rest.chain([(files[chosen].0.clone(), text)]))) {
            Ok(_) => loaded += 1,
            Err(fault) => {
                assert!(!fault.fault.contains('\n') && !fault.file.is_empty(), "{fault}");
                assert!(fault.line.is_none_or(|line| line > 0), "{fault}");
            }
        }
    }
    println!("{loaded} of 40 broken packs still load: a sentence or a comment was hit");
}
