//! Whatever is altered in what the service holds, something says so: what, and where.
//!
//! One history is made; then, each on a copy of it, a thing is flipped, dropped, swapped, cut or replaced, or put back to
//! what it was the day before. An outsider with `candour ledger verify`, an operator with `candour doctor`, the start of
//! the service, or a witness has to find it. Python plants, so that nothing of ours has a part in it.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests")]

mod demonstration;

use By::{Doctor, Serve, Since, Verify};
use demonstration::{Demo, decided, eventually};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Who finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// Anybody, with the folder of the ledger and the quorum policy.
    Verify,
    /// Anybody who kept an earlier checkpoint as well.
    Since,
    /// The operator.
    Doctor,
    /// Everybody: the service does not start.
    Serve,
}

/// What is altered, how, who finds it, and what they are told: what is wrong, and where.
type Tampering = (&'static str, &'static str, By, &'static [&'static str]);

const TAMPERINGS: [Tampering; 41] = [
    ("tile: flip", "flip(tile / '0/000', 40)", Verify, &["hash", "tile/0/000"]),
    ("tile: drop", "(tile / '0/000').unlink()", Verify, &["tile/0/000 is missing"]),
    ("tile: swap", "swap(tile / '0/000', 0, 64)", Verify, &["hash", "tile/0/000"]),
    ("tile: cut", "cut(tile / '0/000', 16)", Verify, &["tile/0/000 has 8176 bytes, not 8192"]),
    ("tile: replace", "same(tile / '0/000', tile / '0/001')", Verify, &["hash", "tile/0/000"]),
    (
        "tile above: flip",
        "flip(max((tile / '1').glob('000.p/*'), key=lambda path: int(path.name)), 3)",
        Verify,
        &["hash 0 of tile/1/000.p/"],
    ),
    ("entry: flip", "flip(bundle, 30)", Verify, &["entry", "tile/entries/000"]),
    (
        "entry: drop",
        "entries(lambda all: all.pop(5))",
        Verify,
        &["tile/entries/000 is not a bundle of its width"],
    ),
    ("entry: swap", "entries(lambda all: all.insert(2, all.pop(7)))", Verify, &["in tile/entries/000"]),
    ("entry: cut", "cut(bundle, 3)", Verify, &["tile/entries/000 is not a bundle of its width"]),
    (
        "entry: replace",
        "entries(lambda all: all.__setitem__(5, all[9]))",
        Verify,
        &["entry 5 in tile/entries/000"],
    ),
    ("bundle: drop", "bundle.unlink()", Verify, &["tile/entries/000 is missing"]),
    ("bundle: replace", "same(bundle, tile / 'entries/001')", Verify, &["in tile/entries/000"]),
    ("checkpoint: flip", "flip(checkpoint, 30)", Verify, &["checkpoint"]),
    ("checkpoint: drop", "checkpoint.unlink()", Verify, &["checkpoint is missing"]),
    ("checkpoint: cut", "cut(checkpoint, 20)", Verify, &["checkpoint", "signature line"]),
    (
        "checkpoint: without a witness",
        "checkpoint.write_text('\\n'.join(checkpoint.read_text().split('\\n')[:-2]) + '\\n')",
        Verify,
        &["checkpoint", "cosigned by 1 known witnesses"],
    ),
    (
        "checkpoint: of another log",
        "checkpoint.write_text(checkpoint.read_text().replace('candour.example', 'kandour.example'))",
        Verify,
        &["checkpoint", "knows no log named kandour.example/demo"],
    ),
    (
        "checkpoint: swap for an older one",
        "same(checkpoint, old / 'ledger/checkpoint')",
        Since,
        &["once signed"],
    ),
    (
        "event: flip",
        "x('UPDATE events SET payload = ' + flipped('payload') + ' WHERE case_id = ? AND position = 1', case)",
        Doctor,
        &["decision ", " 1", "does not open"],
    ),
    (
        "event: drop",
        "x('DELETE FROM events WHERE case_id = ? AND position = 2', case)",
        Doctor,
        &["decision ", "there is a gap"],
    ),
    (
        "event: swap",
        "exchange(x, db, 'events', ['payload'], 'case_id = ? AND position = 1', 'case_id = ? AND position = 2', case)",
        Doctor,
        &["decision ", "does not open"],
    ),
    (
        "event: cut",
        "x('UPDATE events SET payload = substr(payload, 1, 20) WHERE case_id = ? AND position = 1', case)",
        Doctor,
        &["decision ", "does not open"],
    ),
    (
        "event: replace",
        "x('UPDATE events SET payload = (SELECT payload FROM events WHERE case_id <> ? LIMIT 1) WHERE case_id = ? AND position = 1', case, case)",
        Doctor,
        &["decision ", "does not open"],
    ),
    (
        "entry's row: flip",
        "x('UPDATE ledger_entries SET entry = ' + flipped('entry') + ' WHERE idx = 4')",
        Doctor,
        &["entry 4", "does not read"],
    ),
    (
        "entry's row: drop",
        "x('DELETE FROM ledger_entries WHERE idx = 4')",
        Doctor,
        &["entry 4", "is missing"],
    ),
    (
        "entry's row: swap",
        "exchange(x, db, 'ledger_entries', ['entry', 'commitment'], 'idx = 4', 'idx = 9')",
        Doctor,
        &["tile/0/000", "is not what the entries give"],
    ),
    (
        "entry's row: cut",
        "x('UPDATE ledger_entries SET entry = substr(entry, 1, 20) WHERE idx = 4')",
        Doctor,
        &["entry 4", "does not read"],
    ),
    (
        "entry's row: replace",
        "x('UPDATE ledger_entries SET entry = (SELECT entry FROM ledger_entries WHERE idx = 9) WHERE idx = 4')",
        Doctor,
        &["tile/entries/000", "is not what the entries give"],
    ),
    (
        "head: flip",
        "x('UPDATE ledger_head SET root = ' + flipped('root'))",
        Doctor,
        &["the ledger's head", "root"],
    ),
    ("head: drop", "x('DELETE FROM ledger_head')", Serve, &["database is older than the checkpoint"]),
    ("head: replace", "x('UPDATE ledger_head SET size = size - 1')", Doctor, &["the ledger's head", "says"]),
    (
        "key: flip",
        "k('UPDATE keys SET wrapped = ' + flipped('wrapped') + ' WHERE case_id = ?', case)",
        Doctor,
        &["decision ", "its keys do not open"],
    ),
    ("key: drop", "k('DELETE FROM keys WHERE case_id = ?', case)", Doctor, &["decision ", "has no key"]),
    (
        "key: swap",
        "exchange(k, keys, 'keys', ['wrapped'], 'case_id = ?', 'rowid = (SELECT rowid FROM keys WHERE case_id <> ? LIMIT 1)', case)",
        Doctor,
        &["its keys do not open"],
    ),
    (
        "key: cut",
        "k('UPDATE keys SET wrapped = substr(wrapped, 1, 20) WHERE case_id = ?', case)",
        Doctor,
        &["decision ", "keys"],
    ),
    (
        "key: replace",
        "k('UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE case_id <> ? LIMIT 1) WHERE case_id = ?', case, case)",
        Doctor,
        &["decision ", "its keys do not open"],
    ),
    ("keystore: drop", "away('keystore.db')", Serve, &["keystore.db"]),
    ("yesterday's database", "back('candour.db')", Serve, &["database is older than ledger/checkpoint"]),
    ("yesterday's keystore", "back('keystore.db')", Doctor, &["has no key"]),
    (
        "yesterday's ledger",
        "shutil.rmtree(ledger); shutil.copytree(old / 'ledger', ledger)",
        Serve,
        &["ledger"],
    ),
];

/// What the plants stand on: `case` has a disclosure that was decided today, `old` is yesterday's data.
const PRELUDE: &str = r#"
import pathlib, shutil, sqlite3, sys
data, old = pathlib.Path(sys.argv[1]) / 'data', pathlib.Path(sys.argv[2])
ledger = data / 'ledger'
tile, checkpoint = ledger / 'tile', ledger / 'checkpoint'
bundle = tile / 'entries/000'
db, keys = sqlite3.connect(data / 'candour.db'), sqlite3.connect(data / 'keystore.db')
for trigger, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    db.execute('DROP TRIGGER ' + trigger)
case, = db.execute("SELECT case_id FROM contents ORDER BY case_id LIMIT 1").fetchone()
def x(statement, *values):
    assert db.execute(statement, values).rowcount > 0, statement
def k(statement, *values):
    assert keys.execute(statement, values).rowcount > 0, statement
def flipped(column):
    return f"CAST(substr({column}, 1, 8) || x'00ff' || substr({column}, 11) AS BLOB)"
def exchange(change, base, table, columns, one, other, *values):
    wanted = ', '.join(columns)
    rows = [base.execute(f'SELECT {wanted} FROM {table} WHERE {where} LIMIT 1', values).fetchone() for where in (one, other)]
    assert rows[0] != rows[1]
    # The one that is written first must not be found by the other's condition.
    for where, row in ((one, rows[1]), (other, rows[0])):
        change(f'UPDATE {table} SET ' + ', '.join(c + ' = ?' for c in columns) + f' WHERE {where}', *row, *values)
def flip(path, at):
    content = bytearray(path.read_bytes()); content[at] ^= 1; path.write_bytes(content)
def swap(path, one, other, width=32):
    content = bytearray(path.read_bytes())
    a, b = content[one:one + width], content[other:other + width]
    content[one:one + width], content[other:other + width] = b, a
    path.write_bytes(content)
def cut(path, count):
    path.write_bytes(path.read_bytes()[:-count])
def same(path, source):
    path.write_bytes(source.read_bytes())
def entries(change):
    rest, all = bundle.read_bytes(), []
    while rest:
        length = int.from_bytes(rest[:2], 'big'); all.append(rest[2:2 + length]); rest = rest[2 + length:]
    change(all)
    bundle.write_bytes(b''.join(len(e).to_bytes(2, 'big') + e for e in all))
def away(name):
    db.close(); keys.close()
    for path in data.glob(name + '*'):
        path.unlink()
def back(name):
    away(name)
    for path in old.glob(name + '*'):
        shutil.copy(path, data)
"#;

#[test]
fn whatever_is_altered_is_found_and_said_where() {
    let mut demo = Demo::start(5);
    decided(&demo, 1);
    stop(&mut demo);
    let yesterday = copied(&demo.dir.path().join("data"));
    let old = yesterday.path().join("data");
    demo.kill_and_restart();
    let id = decided(&demo, 2);
    eventually("the disclosure is released", Duration::from_secs(60), || {
        let read = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
        (read.status == 200).then_some(())
    });
    stop(&mut demo);
    let today = demo.dir.path();
    let since = today.join("data/ledger/checkpoint");
    for by in [Verify, Since, Doctor] {
        let (found, said) = look(by, today, &since);
        assert!(!found, "{by:?} finds something in what nobody altered: {said}");
    }

    let mut missed = Vec::new();
    for (what, how, by, says) in &TAMPERINGS {
        let copy = copied(today);
        let folder = copy.path().join(today.file_name().unwrap());
        plant(&folder, &old, what, how);
        let (found, said) = look(*by, &folder, &since);
        if !found || says.iter().any(|part| !said.contains(part)) {
            missed.push(format!("{what} ({by:?}): found {found}, said {said}"));
        }
    }
    println!("{} tamperings tried, {} found", TAMPERINGS.len(), TAMPERINGS.len() - missed.len());
    assert!(
        missed.is_empty(),
        "{} of {} were missed:\n{}",
        missed.len(),
        TAMPERINGS.len(),
        missed.join("\n")
    );
}

/// Everything that the service holds is put back, so that nothing here can show it; the witnesses remember.
#[test]
fn yesterdays_whole_record_is_found_by_the_witnesses() {
    let mut demo = Demo::start(3);
    stop(&mut demo);
    let data = demo.dir.path().join("data");
    let yesterday = copied(&data);
    demo.kill_and_restart();
    for number in [1, 2, 3] {
        decided(&demo, number);
    }
    let size =
        |demo: &Demo| demo.plain("/ledger/checkpoint").text.lines().nth(1).unwrap().parse::<u64>().unwrap();
    let before = size(&demo);
    eventually("the decisions are witnessed", Duration::from_secs(60), || {
        (size(&demo) > before + 8).then_some(())
    });
    stop(&mut demo);
    fs::remove_dir_all(&data).unwrap();
    let old = yesterday.path().join("data");
    assert!(Command::new("cp").arg("-a").arg(old).arg(&data).status().unwrap().success());
    let log = demo.dir.path().join("log");
    let before = fs::read(data.join("ledger/checkpoint")).unwrap();
    let demo = demo.again(fs::File::create(&log).unwrap());
    // Whatever happens next is numbered where something else stood, and no witness cosigns that.
    decided(&demo, 4);
    let told = demonstration::until(
        || fs::read_to_string(&log).unwrap(),
        |said| said.contains("a witness has seen more of this log than we have"),
    );
    assert!(told.contains("a witness has seen more of this log than we have"), "{told}");
    assert_eq!(fs::read(data.join("ledger/checkpoint")).unwrap(), before, "nothing is published");
}

fn stop(demo: &mut Demo) {
    let told = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(told.success() && demo.wait_for_exit(Duration::from_secs(60)));
}

/// Whether it finds something, and what it says.
fn look(by: By, folder: &Path, since: &Path) -> (bool, String) {
    let (ledger, policy) = (folder.join("data/ledger"), folder.join("ledger.policy"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    match by {
        Verify => command.args(["ledger", "verify"]).arg(ledger).arg("--policy").arg(policy),
        Since => command
            .args(["ledger", "verify"])
            .arg(ledger)
            .arg("--policy")
            .arg(policy)
            .arg("--since")
            .arg(since),
        Doctor => command.args(["doctor", "--config"]).arg(folder.join("candour.toml")),
        Serve => command.args(["serve", "--config"]).arg(any_port(folder)),
    };
    let out = folder.join("said");
    let file = fs::File::create(&out).unwrap();
    command.stdin(Stdio::null()).stdout(file.try_clone().unwrap()).stderr(file);
    let mut child = command.spawn().unwrap();
    // A service that finds nothing goes on: that is the only case in which this waits.
    let until = Instant::now() + Duration::from_secs(60);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        if Instant::now() > until {
            child.kill().unwrap();
            child.wait().unwrap();
            break Some(0);
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    (status == Some(1), fs::read_to_string(out).unwrap())
}

/// The configuration with a free port, since other tests run beside this one.
fn any_port(folder: &Path) -> PathBuf {
    let path = folder.join("candour.toml");
    let text = fs::read_to_string(&path).unwrap();
    let listen = |line: &str| {
        if line.starts_with("listen") { "listen = \"127.0.0.1:0\"".to_owned() } else { line.to_owned() }
    };
    fs::write(&path, text.lines().map(listen).collect::<Vec<_>>().join("\n")).unwrap();
    path
}

fn copied(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    assert!(Command::new("cp").arg("-a").arg(folder).arg(copy.path()).status().unwrap().success());
    copy
}

fn plant(folder: &Path, old: &Path, what: &str, how: &str) {
    let end = "\ntry:\n    db.commit(); keys.commit()\nexcept sqlite3.ProgrammingError:\n    pass\n";
    let script = format!("{PRELUDE}\n{how}\n{end}");
    let done = Command::new("python3").args(["-c", &script]).arg(folder).arg(old).output().unwrap();
    assert!(done.status.success(), "{what}: {}", String::from_utf8_lossy(&done.stderr));
}
