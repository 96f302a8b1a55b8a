//! `candour doctor`: a sound record passes, and each fault that is planted in a copy of it is found where it lies.
//!
//! Faults are planted with Python's own SQLite and in the files, so that nothing of ours has a part in making them.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, decided, eventually};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// A fault: its name, what plants it in the folder of a stopped demonstration, and what is to be found.
struct Fault {
    name: &'static str,
    plant: &'static str,
    found: &'static str,
}

const fn fault(name: &'static str, plant: &'static str, found: &'static str) -> Fault {
    Fault { name, plant, found }
}

/// `db` is `candour.db`, `keys` is `keystore.db`, `tile` is a folder; a decision stream with three events or more is
/// `case`.
const FAULTS: [Fault; 27] = [
    fault(
        "an event is gone",
        "x('DELETE FROM events WHERE case_id = ? AND position = 2', case)",
        "there is a gap",
    ),
    fault(
        "the last event is gone",
        "x('DELETE FROM events WHERE case_id = ? AND position = (SELECT MAX(position) FROM events \
            WHERE case_id = ? AND stream = ?)', case, case, 'decision')",
        "the event that it commits to is gone",
    ),
    fault(
        "a payload",
        "x('UPDATE events SET payload = ' + flip('payload') + ' WHERE case_id = ? AND position = 1', case)",
        "does not open",
    ),
    fault(
        "a kind",
        "x('UPDATE events SET kind = ? WHERE case_id = ? AND position = 2', 'case-closed', case)",
        "does not open or does not read",
    ),
    fault(
        "a time",
        "x('UPDATE events SET happened = happened + 1 WHERE case_id = ? AND position = 1', case)",
        "its header says something else than its row",
    ),
    fault(
        "a header",
        "x('UPDATE events SET header = ' + flip('header') + ' WHERE case_id = ? AND position = 1', case)",
        "does not open or does not read",
    ),
    fault(
        "a commitment",
        "x('UPDATE events SET commitment = ' + flip('commitment') + ' WHERE case_id = ? AND position = 1', case)",
        "its commitment is not that of its bytes",
    ),
    fault(
        "a leaf nowhere",
        "x('UPDATE events SET commitment = ' + flip('commitment') + ' WHERE case_id = ? AND position = 1', case)",
        "is neither in the ledger nor waits for it",
    ),
    fault(
        "a salt",
        "x('UPDATE events SET salt = ' + flip('salt') + ' WHERE case_id = ? AND position = 1', case)",
        "its commitment is not that of its bytes",
    ),
    fault("a text is gone", "x('DELETE FROM blobs WHERE case_id = ?', case)", "a sealed text is missing"),
    fault(
        "a text is exchanged",
        "x('UPDATE blobs SET sealed = (SELECT sealed FROM blobs WHERE case_id <> ? LIMIT 1) WHERE case_id = ?', case, case)",
        "something sealed does not open",
    ),
    fault("content is gone", "x('DELETE FROM contents')", "what was decided has no content"),
    fault(
        "a key is gone",
        "k('DELETE FROM keys WHERE case_id = ?', case)",
        "has no key, and still stands in the lists",
    ),
    fault(
        "a key",
        "k('UPDATE keys SET wrapped = ' + flip('wrapped') + ' WHERE case_id = ?', case)",
        "its keys do not open",
    ),
    fault(
        "a list",
        "x('UPDATE cases SET stage = ? WHERE case_id = ?', 'nowhere', case)",
        "the lists say something else",
    ),
    fault("a queue", "x('DELETE FROM tasks')", "the queues say something else"),
    fault("a letter's code", "x('DELETE FROM letters')", "the code of its letter does not lead to it"),
    fault(
        "a case of nothing",
        "x('UPDATE cases SET case_id = ? WHERE case_id = ?', '0' * 32, case)",
        "stands in the lists and has no event",
    ),
    fault(
        "a letter without text",
        "x('UPDATE outbox SET done = NULL, blob = ?', 'f' * 32)",
        "the letter that waits has no text",
    ),
    fault(
        "an account of nothing",
        "x('UPDATE accounts SET account = ? WHERE role = ?', 'e' * 32, 'reviewer')",
        "no event made it",
    ),
    fault(
        "another pack stands",
        "x('UPDATE standing_acts SET digest = ' + flip('digest') + ' WHERE act = ?', 'policy-adopted')",
        "is not the one that was adopted last",
    ),
    fault(
        "a pack",
        "x('UPDATE packs SET files = replace(CAST(files AS TEXT), ?, ?)', 'forbid', 'permit')",
        "is not what its digest says",
    ),
    fault("an entry is gone", "x('DELETE FROM ledger_entries WHERE idx = 3')", "is missing; 4 follows"),
    fault(
        "an entry",
        "a, b = db.execute('SELECT MIN(idx), MAX(idx) FROM ledger_entries WHERE commitment IS NOT NULL').fetchone()
x('UPDATE ledger_entries SET entry = (SELECT entry FROM ledger_entries WHERE idx = ?) WHERE idx = ?', b, a)",
        "its row says something else than its bytes",
    ),
    fault(
        "the head",
        "x('UPDATE ledger_head SET root = ' + flip('root'))",
        "its root is not that of the entries",
    ),
    fault(
        "a tally",
        "x('DELETE FROM ledger_tallies WHERE commitment = (SELECT commitment FROM events WHERE case_id = ? LIMIT 1)', case)",
        "no class is kept for its tally",
    ),
    fault(
        "a tile",
        "p = tile / '0' / '000'; b = bytearray(p.read_bytes()); b[40] ^= 1; p.write_bytes(b)",
        "is not what the entries give",
    ),
];

/// What the plants stand on.
const PRELUDE: &str = "
import pathlib, sqlite3, sys
data = pathlib.Path(sys.argv[1]) / 'data'
tile = data / 'ledger' / 'tile'
db, keys = sqlite3.connect(data / 'candour.db'), sqlite3.connect(data / 'keystore.db')
for trigger, in db.execute(\"SELECT name FROM sqlite_master WHERE type = 'trigger'\").fetchall():
    db.execute('DROP TRIGGER ' + trigger)
case, = db.execute(\"SELECT case_id FROM contents ORDER BY case_id LIMIT 1\").fetchone()
def x(statement, *values):
    assert db.execute(statement, values).rowcount > 0, statement
def k(statement, *values):
    assert keys.execute(statement, values).rowcount > 0, statement
def flip(column):
    return f'CAST(substr({column}, 1, 8) || x\\'00ff\\' || substr({column}, 11) AS BLOB)'
";

#[test]
fn a_sound_record_passes_and_each_planted_fault_is_found() {
    let mut demo = Demo::start(5);
    let id = decided(&demo, 1);
    eventually("the disclosure is released", Duration::from_secs(30), || {
        let read = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
        (read.status == 200).then_some(())
    });
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(20)));

    let (status, sound) = doctor(demo.dir.path());
    assert_eq!((status, &sound["findings"]), (0, &serde_json::json!([])), "{sound}");
    assert!(sound["events"].as_u64().unwrap() > 100 && sound["texts"].as_u64().unwrap() > 20, "{sound}");

    let mut missed = Vec::new();
    for fault in &FAULTS {
        let copy = copied(demo.dir.path());
        plant(copy.path(), fault);
        let (status, found) = doctor(copy.path());
        let is_found = found["findings"].to_string().contains(fault.found);
        if status != 1 || !is_found {
            missed.push(format!("{}: status {status}, {}", fault.name, found["findings"]));
        }
    }
    assert!(missed.is_empty(), "{} of {} were missed:\n{}", missed.len(), FAULTS.len(), missed.join("\n"));
}

/// Exit status and what was found.
fn doctor(folder: &Path) -> (i32, Value) {
    let config = folder.join("candour.toml");
    let done = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["doctor", "--json", "--config", config.to_str().unwrap()])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let value = serde_json::from_str(&said)
        .unwrap_or_else(|_| Value::String(format!("{said}{}", String::from_utf8_lossy(&done.stderr))));
    (done.status.code().unwrap_or(-1), value)
}

fn copied(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let parts: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("witness"))
        .collect();
    let done = Command::new("cp").arg("-a").args(parts).arg(copy.path()).status().unwrap();
    assert!(done.success());
    copy
}

fn plant(folder: &Path, fault: &Fault) {
    let script =
        format!("{PRELUDE}\n{}\ndb.commit()\nkeys.commit()\n", fault.plant.replace("\\\n            ", ""));
    let done = Command::new("python3").args(["-c", &script, folder.to_str().unwrap()]).output().unwrap();
    assert!(done.status.success(), "{}: {}", fault.name, String::from_utf8_lossy(&done.stderr));
}
