//! (f) Full verification of a ledger, reading and parsing of every tile included, against nothing but the SHA-256 of its
//! leaves and nodes out of memory, one thread each; and the most memory that a process that verifies takes.

use super::{
    bulk::{self, Bulk},
    report::{Aim, aim, line, median, per_second, short},
};
use sha2::{Digest as _, Sha256};
use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};
use verify::Folder;

const TURNS: usize = 5;
/// The word by which this program, started anew, only verifies and says what memory it took.
pub const CHILD: &str = "verify-child";
/// What a process may take whatever the ledger's size, in MiB.
const MEMORY_MAX: f64 = 64.0;

pub fn run(small: &Bulk, large: &Bulk) {
    let folder = large.folder.join("ledger");
    println!("\n(f) full verification of {} entries, one thread, files in the page cache", large.size);
    let entries = read_entries(&folder, large.size);
    let (mut ours, mut raw, mut stream) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        ours.push(per_second(large.size, verified(&folder, large.size)));
        raw.push(per_second(large.size, hash_tree(&entries)));
        stream.push(per_second(large.size, hash_stream(&entries)));
    }
    let (ours, raw, stream) = (median(&mut ours), median(&mut raw), median(&mut stream));
    line("entries verified a second", format!("{:>12}", short(ours)));
    line("SHA-256 of the same leaves and nodes, alone", format!("{:>12}", short(raw)));
    line("SHA-256 of the same entries as one message", format!("{:>12}", short(stream)));
    aim("against the hashing of leaves and nodes", ours / raw, &Aim::AtLeast(0.8));
    line("against the hashing of one message", format!("{:>12}", format!("{:.3}", ours / stream)));
    let (few, many) = (memory(&small.folder.join("ledger")), memory(&folder));
    line("memory of a process, at its most, in MiB", format!("{few:>12.1} ({} entries)", small.size));
    aim(&format!("  and of {} entries", large.size), many, &Aim::AtMost(MEMORY_MAX));
}

fn policy() -> tlog::Policy {
    tlog::Policy::parse(format!("log {}\nquorum none\n", bulk::signer().verifier_key()).as_bytes()).unwrap()
}

fn verified(folder: &Path, size: usize) -> Duration {
    let began = Instant::now();
    let report = verify::ledger::verify(&Folder::new(folder), &policy(), None, &mut |_| {}).unwrap();
    let took = began.elapsed();
    assert_eq!(report.size, size as u64);
    took
}

/// What the child does.
pub fn child(folder: &str) {
    verify::ledger::verify(&Folder::new(folder), &policy(), None, &mut |_| {}).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap());
}

fn memory(folder: &Path) -> f64 {
    let output = Command::new(std::env::current_exe().unwrap()).arg(CHILD).arg(folder).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let kib = said.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok());
    assert!(kib.is_some(), "the child said {said:?}");
    kib.unwrap() / 1024.0
}

/// Every entry behind the byte that makes it a leaf, all of one length.
fn read_entries(folder: &Path, size: usize) -> Vec<[u8; LEAF]> {
    let mut entries = Vec::with_capacity(size);
    for number in 0..tlog::tile::tiles_at_level(size as u64, 0) {
        let width = tlog::tile::width_of_tile(size as u64, 0, number).unwrap();
        let path = tlog::tile::TilePath::entries(number, width).unwrap();
        let bytes = std::fs::read(folder.join(path.to_string())).unwrap();
        for entry in tlog::tile::parse_bundle(&bytes, width).unwrap() {
            let mut leaf = [0; LEAF];
            leaf[1..].copy_from_slice(entry);
            entries.push(leaf);
        }
    }
    entries
}

const LEAF: usize = 58;

/// Every leaf and every node, as the tree has them.
fn hash_tree(leaves: &[[u8; LEAF]]) -> Duration {
    let began = Instant::now();
    let mut row: Vec<[u8; 32]> = leaves.iter().map(|leaf| Sha256::digest(leaf).into()).collect();
    let mut node = [1; 65];
    while row.len() > 1 {
        row = row
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => {
                    node[1..33].copy_from_slice(left);
                    node[33..].copy_from_slice(right);
                    Sha256::digest(node).into()
                }
                rest => rest[0],
            })
            .collect();
    }
    std::hint::black_box(row);
    began.elapsed()
}

fn hash_stream(leaves: &[[u8; LEAF]]) -> Duration {
    let began = Instant::now();
    std::hint::black_box(Sha256::digest(leaves.as_flattened()));
    began.elapsed()
}
