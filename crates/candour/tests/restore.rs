//! `candour backup` of a running service and `candour restore`: what was published stays, what is lost is named, and
//! what does not belong together is refused and changes nothing.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, decided, eventually};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// Exit status, standard output and standard error of the program.
fn candour(arguments: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap_or(-1), text(done.stdout), text(done.stderr))
}

struct Folder {
    config: String,
    data: PathBuf,
    policy: String,
}

impl Folder {
    fn of(demo: &Demo) -> Self {
        let dir = demo.dir.path();
        let (ledger, policy) = demo.ledger();
        assert!(ledger.starts_with(dir));
        Self {
            config: dir.join("candour.toml").to_str().unwrap().to_owned(),
            data: dir.join("data"),
            policy: policy.to_str().unwrap().to_owned(),
        }
    }

    fn restore(&self, backup: &Path, more: &[&str]) -> (i32, String, String) {
        let mut arguments = vec!["restore", backup.to_str().unwrap(), "--config", &self.config, "--json"];
        arguments.extend(more);
        candour(&arguments)
    }

    fn refused(&self, backup: &Path, more: &[&str], why: &str) {
        let before = digest(&self.data.join("candour.db"));
        let (status, _, said) = self.restore(backup, more);
        assert_eq!(status, 1, "{said}");
        assert!(said.contains(why), "{said}");
        assert_eq!(digest(&self.data.join("candour.db")), before, "{why}");
        let left: Vec<PathBuf> = fs::read_dir(&self.data).unwrap().map(|e| e.unwrap().path()).collect();
        assert!(!left.iter().any(|path| path.to_str().unwrap().contains("replaced-")), "{left:?}");
    }

    fn verify(&self, more: &[&str]) {
        let ledger = self.data.join("ledger");
        let mut arguments = vec!["ledger", "verify", ledger.to_str().unwrap(), "--policy", &self.policy];
        arguments.extend(more);
        let (status, said, fault) = candour(&arguments);
        assert_eq!(status, 0, "{said}{fault}");
    }

    fn doctor_finds_nothing(&self) {
        let (status, said, fault) = candour(&["doctor", "--json", "--config", &self.config]);
        assert_eq!(status, 0, "{said}{fault}");
    }

    fn published_size(&self) -> u64 {
        let checkpoint = fs::read_to_string(self.data.join("ledger/checkpoint")).unwrap();
        checkpoint.lines().nth(1).unwrap().parse().unwrap()
    }

    /// How often a text stands in the published entries.
    fn count_in_entries(&self, text: &str) -> usize {
        // A bundle that grew lies there in each of its widths.
        let done = Command::new("grep")
            .args([
                "-rohaE",
                &format!("[{{][^{{}}]*{text}[^{{}}]*[}}]"),
                self.data.join("ledger/tile/entries").to_str().unwrap(),
            ])
            .output()
            .unwrap();
        let found: std::collections::BTreeSet<&[u8]> =
            done.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
        found.len()
    }
}

fn digest(path: &Path) -> String {
    Sha256::digest(fs::read(path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn copy(backup: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let from = format!("{}/.", backup.display());
    assert!(Command::new("cp").args(["-a", &from]).arg(copy.path()).status().unwrap().success());
    copy
}

/// Changes the manifest of a backup.
fn manifest(backup: &Path, change: impl FnOnce(&mut Value)) {
    let path = backup.join("backup.json");
    let mut value: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut value);
    fs::write(&path, value.to_string()).unwrap();
}

fn sqlite(database: &Path, statement: &str) {
    let script = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\n\
        for name, in db.execute(\"SELECT name FROM sqlite_master WHERE type = 'trigger'\").fetchall():\n    \
        db.execute('DROP TRIGGER ' + name)\n\
        assert db.execute(sys.argv[2]).rowcount > 0\ndb.commit()";
    let done = Command::new("python3").args(["-c", script]).arg(database).arg(statement).status().unwrap();
    assert!(done.success());
}

fn stop(demo: &mut Demo) {
    let told = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(told.success() && demo.wait_for_exit(Duration::from_secs(20)));
}

fn released(demo: &Demo, id: &str) {
    eventually("the disclosure is released", Duration::from_secs(30), || {
        let read = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
        (read.status == 200).then_some(())
    });
}

#[test]
fn a_restored_service_goes_on_from_what_was_published_and_names_what_is_lost() {
    let mut demo = Demo::start(5);
    let folder = Folder::of(&demo);
    let kept = decided(&demo, 1);
    released(&demo, &kept);
    let place = tempfile::tempdir().unwrap();
    let backup = place.path().join("backup");
    let (status, said, fault) =
        candour(&["backup", backup.to_str().unwrap(), "--config", &folder.config, "--json"]);
    assert_eq!(status, 0, "{said}{fault}");
    let again = candour(&["backup", backup.to_str().unwrap(), "--config", &folder.config]);
    assert!(again.0 == 1 && again.2.contains("is not empty"), "{again:?}");

    let lost = decided(&demo, 2);
    released(&demo, &lost);
    let checkpoint = place.path().join("checkpoint");
    fs::copy(folder.data.join("ledger/checkpoint"), &checkpoint).unwrap();
    let published = folder.published_size();
    folder.refused(&backup, &[], "is in use");
    stop(&mut demo);

    // Yesterday's database, put there by hand, is not served.
    let today = place.path().join("today");
    fs::create_dir(&today).unwrap();
    for file in ["candour.db", "candour.db-wal", "candour.db-shm"] {
        let _ = fs::rename(folder.data.join(file), today.join(file));
    }
    fs::copy(backup.join("candour.db"), folder.data.join("candour.db")).unwrap();
    let (status, _, said) = candour(&["serve", "--config", &folder.config]);
    assert!(status == 1 && said.contains("older than ledger/checkpoint"), "{said}");
    for file in ["candour.db", "candour.db-wal", "candour.db-shm"] {
        let _ = fs::remove_file(folder.data.join(file));
        let _ = fs::rename(today.join(file), folder.data.join(file));
    }

    refusals(&folder, &backup);
    folder.doctor_finds_nothing();

    // The database is gone for good.
    fs::remove_file(folder.data.join("candour.db")).unwrap();
    let (status, said, fault) = folder.restore(&backup, &[]);
    assert_eq!(status, 0, "{fault}");
    let done: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(done["keystore"], "kept");
    assert_eq!(done["ledger"]["after"], json!(published), "{done}");
    let named = done["lost"].as_array().unwrap();
    assert_eq!(named.len() as u64, done["ledger"]["lost"].as_u64().unwrap());
    assert!(named.len() > 3, "{done}");
    folder.verify(&["--since", checkpoint.to_str().unwrap()]);
    folder.doctor_finds_nothing();

    demo.kill_and_restart();
    assert_eq!(demo.get("officer", &format!("/api/v1/referrals/{kept}/disclosures/1")).status, 200);
    assert_eq!(demo.get("clinician", &format!("/api/v1/referrals/{lost}")).status, 404);
    let next = decided(&demo, 3);
    released(&demo, &next);
    assert!(folder.published_size() > published);
    assert_eq!(folder.count_in_entries("\"act\":\"restore-made\""), 1);
    folder.verify(&["--since", checkpoint.to_str().unwrap()]);
    stop(&mut demo);
    folder.doctor_finds_nothing();
}

/// Backups that are not whole, not of this log, or not of its history.
fn refusals(folder: &Folder, backup: &Path) {
    let cut_off = copy(backup);
    fs::remove_file(cut_off.path().join("backup.json")).unwrap();
    folder.refused(cut_off.path(), &[], "this is no backup");

    let other = copy(backup);
    manifest(other.path(), |value| value["origin"] = json!("candour.example/other"));
    folder.refused(other.path(), &[], "candour.example/other");

    let newer = copy(backup);
    manifest(newer.path(), |value| value["v"] = json!(2));
    folder.refused(newer.path(), &[], "version 2");

    let changed = copy(backup);
    sqlite(&changed.path().join("candour.db"), "UPDATE ledger_head SET epoch = epoch + 1");
    folder.refused(changed.path(), &[], "not as it was backed up");

    // As they would be if a forger had made the manifest fit.
    for (statement, why) in [
        ("UPDATE ledger_entries SET entry = x'7b7d' WHERE idx = 3", "do not give the root that it names"),
        ("DELETE FROM ledger_entries WHERE idx = 3", "an entry of the backup is missing"),
        ("DELETE FROM ledger_head", "from before the ledger was started"),
    ] {
        let forged = copy(backup);
        let database = forged.path().join("candour.db");
        sqlite(&database, statement);
        manifest(forged.path(), |value| value["files"]["candour.db"] = json!(digest(&database)));
        folder.refused(forged.path(), &[], why);
    }

    // A published tile that is not what was signed.
    let tile = folder.data.join("ledger/tile/entries");
    let bundle = fs::read_dir(&tile).unwrap().map(|e| e.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let widest = fs::read_dir(&bundle)
        .unwrap()
        .map(|e| e.unwrap().path())
        .max_by_key(|path| path.file_name().unwrap().to_str().unwrap().parse::<u32>().unwrap())
        .unwrap();
    let bytes = fs::read(&widest).unwrap();
    let mut flipped = bytes.clone();
    let place = bytes.windows(5).rposition(|part| part == b"{\"c\":").unwrap() + 8;
    flipped[place] = if flipped[place] == b'A' { b'B' } else { b'A' };
    fs::write(&widest, &flipped).unwrap();
    folder.refused(backup, &[], "not of one history");
    fs::write(&widest, &bytes).unwrap();

    let late = copy(backup);
    manifest(late.path(), |value| value["keystore_until"] = json!("2026-01-01"));
    folder.refused(late.path(), &["--keystore", "backup"], "--late-keystore");
}
