//! `candour doctor`: a sound record passes, and each fault that is planted in a copy of it is found where it lies: on
//! files and on a server.
//!
//! Faults are planted with Python's own SQLite, with psql and in the files, so that nothing of ours has a part in making
//! them.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;
mod server;

use demonstration::{Demo, decided, eventually};
use serde_json::Value;
use server::Server;
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

/// `x` changes the record and `k` the keystore, `ask` reads one row, `tile` is a folder; a decision stream with three
/// events or more is `case`.
const FAULTS: [Fault; 28] = [
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
        "what waits to be handed over has no text",
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
        "x('UPDATE packs SET files = ' + replaced('files'), 'forbid', 'permit')",
        "is not what its digest says",
    ),
    fault("an entry is gone", "x('DELETE FROM ledger_entries WHERE idx = 3')", "is missing; 4 follows"),
    fault(
        "an entry",
        "a, = ask('SELECT MIN(idx) FROM ledger_entries WHERE commitment IS NOT NULL')
b, = ask('SELECT MAX(idx) FROM ledger_entries WHERE commitment IS NOT NULL')
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
        "another number",
        "x('UPDATE ledger_tallies SET idx = idx + 1 WHERE commitment = (SELECT commitment FROM events WHERE case_id = ? LIMIT 1)', case)",
        "no class is kept for its tally under this number",
    ),
    fault(
        "a tile",
        "p = tile / '0' / '000'; b = bytearray(p.read_bytes()); b[40] ^= 1; p.write_bytes(b)",
        "is not what the entries give",
    ),
];

/// A fault of an index, which only a server can have by itself: the row is in the table and not in the index.
const LOST_BY_AN_INDEX: Fault = fault(
    "an index lost a row",
    "x('UPDATE pg_index SET indisready = false WHERE indexrelid = ?::regclass', 'candour.sessions_by_end')
x('INSERT INTO sessions (digest, account, csrf, opened, expires, ends) VALUES (sha256(?), ?, ?, 1, 9999999999, 9999999999)', 'a', 'b', 'c')
x('UPDATE pg_index SET indisready = true WHERE indexrelid = ?::regclass', 'candour.sessions_by_end')",
    "lacks matching index tuple",
);

/// What the plants stand on, where the record lies in files.
const IN_FILES: &str = "
import pathlib, sqlite3, sys
data = pathlib.Path(sys.argv[1]) / 'data'
tile = data / 'ledger' / 'tile'
db, keys = sqlite3.connect(data / 'candour.db'), sqlite3.connect(data / 'keystore.db')
for trigger, in db.execute(\"SELECT name FROM sqlite_master WHERE type = 'trigger'\").fetchall():
    db.execute('DROP TRIGGER ' + trigger)
def ask(statement):
    return db.execute(statement).fetchone()
def x(statement, *values):
    assert db.execute(statement, values).rowcount > 0, statement
def k(statement, *values):
    assert keys.execute(statement, values).rowcount > 0, statement
def flip(column):
    return f'CAST(substr({column}, 1, 8) || x\\'00ff\\' || substr({column}, 11) AS BLOB)'
def replaced(column):
    return f'replace(CAST({column} AS TEXT), ?, ?)'
case, = ask('SELECT case_id FROM contents ORDER BY case_id LIMIT 1')
";
/// The same where it lies on a server.
const ON_A_SERVER: &str = "
import pathlib, subprocess, sys
tile = pathlib.Path(sys.argv[1]) / 'data' / 'ledger' / 'tile'
def sql(schema, statement, values):
    for value in values:
        statement = statement.replace('?', str(value) if isinstance(value, int) else \"'\" + value + \"'\", 1)
    done = subprocess.run(['psql', '-X', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', 'SET search_path = ' + schema,
        '-c', statement, sys.argv[2]], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[1:]
def ask(statement):
    value, = sql('candour', statement, [])
    return (int(value) if value.isdigit() else value,)
def changed(said, statement):
    assert int(said[-1].split()[-1]) > 0, (statement, said)
def x(statement, *values):
    changed(sql('candour', statement, values), statement)
def k(statement, *values):
    changed(sql('candour_keys', statement, values), statement)
def flip(column):
    return f'overlay({column} placing decode(\\'00ff\\', \\'hex\\') from 9)'
def replaced(column):
    return f'convert_to(replace(convert_from({column}, \\'UTF8\\'), ?, ?), \\'UTF8\\')'
for table in ['events', 'ledger_entries']:
    sql('candour', f'ALTER TABLE {table} DISABLE TRIGGER USER', [])
(case,) = ask('SELECT case_id FROM contents ORDER BY case_id COLLATE \"C\" LIMIT 1')
case = str(case)
";

/// A demonstration with a disclosure, stopped.
fn stopped(more: &[&str]) -> Demo {
    let mut demo = Demo::start_with(5, more);
    let id = decided(&demo, 1);
    eventually("the disclosure is released", Duration::from_secs(30), || {
        let read = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
        (read.status == 200).then_some(())
    });
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(20)));
    demo
}

fn is_sound(folder: &Path) {
    let (status, sound) = doctor(folder);
    assert_eq!((status, &sound["findings"]), (0, &serde_json::json!([])), "{sound}");
    assert!(sound["events"].as_u64().unwrap() > 100 && sound["texts"].as_u64().unwrap() > 20, "{sound}");
}

/// What is missed of a fault that was planted.
fn missed(folder: &Path, fault: &Fault) -> Option<String> {
    let (status, found) = doctor(folder);
    let is_found = status == 1 && found["findings"].to_string().contains(fault.found);
    (!is_found).then(|| format!("{}: status {status}, {}", fault.name, found))
}

#[test]
fn a_sound_record_passes_and_each_planted_fault_is_found() {
    let demo = stopped(&[]);
    is_sound(demo.dir.path());
    let mut all = Vec::new();
    for fault in &FAULTS {
        let copy = copied(demo.dir.path());
        plant(copy.path(), IN_FILES, fault, &[]);
        all.extend(missed(copy.path(), fault));
    }
    assert!(all.is_empty(), "{} of {} were missed:\n{}", all.len(), FAULTS.len(), all.join("\n"));
}

#[test]
fn the_same_faults_are_found_on_a_server_and_one_that_only_it_can_have() {
    let server = Server::start();
    server.run("postgres", "CREATE DATABASE record");
    server.run("record", "CREATE EXTENSION amcheck");
    let demo = stopped(&["--database", &server.database("record")]);
    is_sound(demo.dir.path());
    let mut all = Vec::new();
    for (number, fault) in FAULTS.iter().chain([&LOST_BY_AN_INDEX]).enumerate() {
        let copy = copied(demo.dir.path());
        let (config, name) = (copy.path().join("candour.toml"), format!("fault_{number}"));
        // Connections of a service that has just ended may last a moment longer.
        eventually("the record is copied", Duration::from_secs(30), || {
            server.tries("postgres", &format!("CREATE DATABASE {name} TEMPLATE record")).then_some(())
        });
        let text = std::fs::read_to_string(&config).unwrap();
        std::fs::write(&config, text.replace(&server.database("record"), &server.database(&name))).unwrap();
        plant(copy.path(), ON_A_SERVER, fault, &[&server.database(&name)]);
        all.extend(missed(copy.path(), fault));
        server.run("postgres", &format!("DROP DATABASE {name} (FORCE)"));
    }
    assert!(all.is_empty(), "{} were missed:\n{}", all.len(), all.join("\n"));
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

fn plant(folder: &Path, prelude: &str, fault: &Fault, more: &[&str]) {
    let end = if more.is_empty() { "db.commit()\nkeys.commit()" } else { "" };
    let script = format!("{prelude}\n{}\n{end}\n", fault.plant.replace("\\\n            ", ""));
    let done =
        Command::new("python3").args(["-c", &script, folder.to_str().unwrap()]).args(more).output().unwrap();
    assert!(done.status.success(), "{}: {}", fault.name, String::from_utf8_lossy(&done.stderr));
}
