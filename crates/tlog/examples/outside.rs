//! What `tools/conformance` needs of this library, so that implementations which nobody here wrote can be held against
//! it: a ledger with its proofs, and answers on notes and proofs that others made.
//!
//! ```text
//! outside make FOLDER   writes keys, tiles, checkpoints and proofs
//! outside notes         lines "VKEY BASE64-OF-A-NOTE" to "ok TIME" or the reason
//! outside proofs        lines as in FOLDER/proofs to "ok" or the reason
//! ```

use base64::{Engine, engine::general_purpose::STANDARD};
use candour_tlog::entry::{Entry, commitment};
use candour_tlog::key::{Cosigner, LogSigner};
use candour_tlog::merkle::{Hash, leaf_hash, root, verify_consistency, verify_inclusion};
use candour_tlog::note::KeyName;
use candour_tlog::tile::{TileEdge, TilePath, TileReader, TileSource, width_of_tile};
use candour_tlog::witness::{AddCheckpoint, decide};
use candour_tlog::{Checkpoint, Note, VerifierKey};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    error::Error,
    fmt::Write as _,
    fs,
    io::{self, BufRead},
    path::Path,
    process::ExitCode,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

const ORIGIN: &str = "candour.example/outside";
const TIME: u64 = 1_795_000_000;

/// Every proof is made up to this size.
const SMALL: u64 = 70;

/// Sizes at which a tile fills, and one before and after.
const SIZES: [u64; 8] = [0, 1, 255, 256, 257, 65_535, 65_536, 65_537];

/// 256 tiles of 256 tiles of 256, and one entry.
const HUGE: u64 = 16_777_217;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", folder] => make(Path::new(folder)),
        ["notes"] => answer(check_note),
        ["proofs"] => answer(|line| check_proof(line).map(|()| "ok".to_owned())),
        _ => Err("usage: outside make FOLDER | notes | proofs".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// One answer for each line of standard input; a refusal is an answer too.
fn answer(check: impl Fn(&str) -> Outcome<String>) -> Outcome<()> {
    for line in io::stdin().lock().lines() {
        let line = line?;
        match check(&line) {
            Ok(good) => println!("{good}"),
            Err(reason) => println!("{reason}"),
        }
    }
    Ok(())
}

fn check_note(line: &str) -> Outcome<String> {
    let (key, note) = line.split_once(' ').ok_or("no key before the note")?;
    let key = VerifierKey::parse(key)?;
    let note = Note::parse(&STANDARD.decode(note)?)?;
    let line = note.signatures().iter().find(|line| key.made(line)).ok_or("no line by this key")?;
    Ok(format!("ok {}", key.verify(note.text(), line)?.unwrap_or_default()))
}

fn check_proof(line: &str) -> Outcome<()> {
    let mut words = line.split(' ');
    let kind = words.next().unwrap_or_default();
    let mut number = || -> Outcome<u64> { Ok(words.next().ok_or("too few words")?.parse()?) };
    let (size, second) = (number()?, number()?);
    let hashes: Option<Vec<Hash>> = words.map(Hash::parse).collect();
    match hashes.ok_or("a hash is malformed")?.as_slice() {
        [leaf, root, proof @ ..] if kind == "record" => {
            Ok(verify_inclusion(leaf, second, size, proof, root)?)
        }
        [new, old, proof @ ..] if kind == "tree" => Ok(verify_consistency(second, old, size, new, proof)?),
        _ => Err("neither record nor tree".into()),
    }
}

struct Keys {
    log: LogSigner,
    witness: Cosigner,
    post_quantum: Cosigner,
}

impl Keys {
    fn new() -> Outcome<Self> {
        Ok(Self {
            log: LogSigner::from_seed(KeyName::new(ORIGIN)?, &[1; 32]),
            witness: Cosigner::from_seed(KeyName::new("witness.example/w1")?, &[2; 32]),
            post_quantum: Cosigner::ml_dsa_44_from_seed(KeyName::new("witness.example/pq")?, &[3; 32]),
        })
    }

    /// A checkpoint signed by the log and cosigned in both ways.
    fn checkpoint(&self, size: u64, root: Hash) -> Outcome<Vec<u8>> {
        let mut note = Checkpoint::new(ORIGIN, size, root)?.sign(&self.log)?;
        for cosigner in [&self.witness, &self.post_quantum] {
            let request = AddCheckpoint::new(0, Vec::new(), &note.to_bytes())?;
            // A witness that has seen nothing yet takes any tree without a proof.
            let pending = decide(&[self.log.verifier_key().clone()], None, &request)?;
            let persisted = pending.persist(|_, _| Ok::<(), io::Error>(()))?;
            note.add(persisted.cosign(cosigner, TIME).ok_or("not cosigned")?)?;
        }
        Ok(note.to_bytes())
    }
}

fn make(folder: &Path) -> Outcome<()> {
    let keys = Keys::new()?;
    write(folder, "log.vkey", keys.log.verifier_key().to_string().as_bytes())?;
    write(folder, "witness.vkey", keys.witness.verifier_key().to_string().as_bytes())?;
    write(folder, "pq.vkey", keys.post_quantum.verifier_key().to_string().as_bytes())?;
    let (mut edge, ledger) = (TileEdge::new(), folder.join("ledger"));
    let mut proofs = String::new();
    for size in (0..=SMALL).chain(SIZES.into_iter().filter(|size| *size > SMALL)) {
        let entries: Vec<Vec<u8>> = (edge.size()..size).map(entry).collect();
        for file in edge.append(&entries)? {
            write(&ledger, &file.path.to_string(), &file.bytes)?;
        }
        write(folder, &format!("checkpoints/{size}"), &keys.checkpoint(size, edge.root())?)?;
        let places: Vec<u64> =
            if size <= SMALL { (0..=size).collect() } else { near(SIZES.into_iter().chain([SMALL]), size) };
        let stored = Written(&ledger);
        prove(&TileReader::new(&stored, size), size, &places, &edge.root(), &mut proofs)?;
    }
    write(folder, "proofs", proofs.as_bytes())?;
    make_huge(&folder.join("huge"), &keys)
}

/// These numbers and their neighbours, up to `size`.
fn near(numbers: impl Iterator<Item = u64>, size: u64) -> Vec<u64> {
    let mut all: Vec<u64> = numbers
        .flat_map(|number| [number.saturating_sub(1), number, number + 1])
        .filter(|n| *n <= size)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Inclusion and consistency proofs at these places, one a line.
fn prove(
    tree: &TileReader<'_, Written<'_>>,
    size: u64,
    places: &[u64],
    root: &Hash,
    out: &mut String,
) -> Outcome<()> {
    for place in places.iter().copied() {
        if place < size {
            let leaf = tree.leaf(place)?;
            line(out, "record", (size, place), [&leaf, root], &tree.inclusion_proof(place, size)?)?;
        }
        // Nothing is to be proved from the empty tree, and x/mod refuses it.
        if place > 0 {
            let old = tree.root(place)?;
            line(out, "tree", (size, place), [root, &old], &tree.consistency_proof(place, size)?)?;
        }
    }
    Ok(())
}

fn line(out: &mut String, kind: &str, sizes: (u64, u64), hashes: [&Hash; 2], proof: &[Hash]) -> Outcome<()> {
    write!(out, "{kind} {} {}", sizes.0, sizes.1)?;
    for hash in hashes.into_iter().chain(proof) {
        write!(out, " {hash}")?;
    }
    out.push('\n');
    Ok(())
}

fn entry(index: u64) -> Vec<u8> {
    Entry::Commitment { c: commitment(&[7; 32], index.to_string().as_bytes()) }.to_bytes()
}

/// The entries of the huge tree: most bundles are alike, every 997th is its own, so that no more than the tiles that
/// are needed has to be hashed. `tools/conformance/huge.go` says the same a second time.
fn huge_entry(index: u64) -> Vec<u8> {
    if (index / 256).is_multiple_of(997) || index >= 1 << 24 {
        format!("entry {index}").into_bytes()
    } else {
        format!("entry {} of many", index % 256).into_bytes()
    }
}

/// The tiles of the huge tree, each made when it is asked for.
#[derive(Default)]
struct HugeTiles {
    roots: RefCell<BTreeMap<(u8, u64), Hash>>,
}

impl HugeTiles {
    fn hashes(&self, level: u8, index: u64, width: u16) -> Vec<Hash> {
        let first = index * 256;
        (first..first + u64::from(width))
            .map(|place| match level.checked_sub(1) {
                None => leaf_hash(&huge_entry(place)),
                Some(below) => self.root(below, place),
            })
            .collect()
    }

    /// Root of a full tile.
    fn root(&self, level: u8, index: u64) -> Hash {
        let alike = level == 0 && !index.is_multiple_of(997);
        let key = (level, if alike { 1 } else { index });
        let known = self.roots.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            let made = root(&self.hashes(level, key.1, 256));
            self.roots.borrow_mut().insert(key, made);
            made
        })
    }
}

impl TileSource for HugeTiles {
    type Error = io::Error;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, io::Error> {
        Ok(self.hashes(level, index, width).iter().flat_map(|hash| *hash.as_bytes()).collect())
    }
}

/// The last entry is appended to a tree that is taken up from its tiles, as a service does when it starts.
fn make_huge(folder: &Path, keys: &Keys) -> Outcome<()> {
    let made = HugeTiles::default();
    let mut edge = TileEdge::load(HUGE - 1, &made, Vec::new())?;
    for file in edge.append(&[huge_entry(HUGE - 1)])? {
        write(folder, &file.path.to_string(), &file.bytes)?;
    }
    write(folder, "checkpoint", &keys.checkpoint(HUGE, edge.root())?)?;
    let places = near([0, 255, 256, 65_536, 997 * 256, 8_388_608, HUGE - 1].into_iter(), HUGE);
    // The tile of each place, and of the leaf that stands last in the tree of that size.
    let last = places.iter().map(|place| place.saturating_sub(1) / 256);
    let mut wanted: Vec<(u8, u64)> = places
        .iter()
        .filter(|place| **place < HUGE)
        .map(|place| place / 256)
        .chain(last)
        .map(|index| (0, index))
        .collect();
    wanted.extend((0..256).map(|index| (1, index)));
    wanted.extend([(2, 0), (3, 0)]);
    for (level, index) in wanted {
        let width = width_of_tile(HUGE, level, index).ok_or("no such tile")?;
        let path = TilePath::hashes(level, index, width).ok_or("no such tile")?;
        write(folder, &path.to_string(), &made.tile(level, index, width)?)?;
    }
    let stored = Written(folder);
    let reader = TileReader::new(&stored, HUGE);
    let mut proofs = String::new();
    prove(&reader, HUGE, &places, &edge.root(), &mut proofs)?;
    write(folder, "proofs", proofs.as_bytes())
}

/// Tiles as they lie in a folder.
struct Written<'a>(&'a Path);

impl TileSource for Written<'_> {
    type Error = io::Error;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<u8>, io::Error> {
        let path = TilePath::hashes(level, index, width).ok_or(io::ErrorKind::InvalidInput)?;
        fs::read(self.0.join(path.to_string()))
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Outcome<()> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(fs::write(path, bytes)?)
}
