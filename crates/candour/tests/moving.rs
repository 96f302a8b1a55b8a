//! `candour move`: a running service under load goes from files into a PostgreSQL; killed at several points and run
//! again; given up; and everything that is in the way is named. Backups of a server, and what a restore takes up there.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod demonstration;
mod server;

use demonstration::{Demo, agent, decided, eventually, serious_harm};
use serde_json::{Value, json};
use server::Server;
use std::{
    fs,
    io::{BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

fn candour(args: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour")).args(args).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap_or(-1), text(done.stdout), text(done.stderr))
}

fn says(args: &[&str], status: i32, what: &str) {
    let (ended, out, error) = candour(args);
    assert!(ended == status && format!("{out}{error}").contains(what), "{args:?}: {ended} {out}{error}");
}

fn stop(demo: &mut Demo) {
    let told = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(told.success() && demo.wait_for_exit(Duration::from_secs(60)));
}

/// Starts a move and kills it as soon as it has said something.
fn killed_after(said: &str, config: &str, url: &str) {
    let mut process = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["move", "--config", config, "--to", url])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut heard = Vec::new();
    for byte in BufReader::new(process.stderr.take().unwrap()).bytes() {
        heard.push(byte.unwrap());
        if String::from_utf8_lossy(&heard).contains(said) {
            break;
        }
    }
    process.kill().unwrap();
    process.wait().unwrap();
}

/// Sends referrals until it is told to stop; keeps those that were acknowledged.
fn send(url: &str, token: &str, first: u32, is_over: &AtomicBool, kept: &Mutex<Vec<String>>) {
    let agent = agent();
    let mut number = first;
    while !is_over.load(Ordering::SeqCst) {
        number += 1;
        let asked = agent
            .post(format!("{url}/api/v1/referrals"))
            .header("authorization", &format!("Bearer {token}"))
            .header("idempotency-key", &format!("moving-{number}"))
            .header("content-type", "application/json")
            .send(serious_harm(number).to_string());
        let mut answer = asked.expect("the service answers all along");
        let text = answer.body_mut().read_to_string().unwrap();
        match answer.status().as_u16() {
            201 => {
                let sent: Value = serde_json::from_str(&text).unwrap();
                kept.lock().unwrap().push(sent["id"].as_str().unwrap().to_owned());
            }
            503 => {}
            status => panic!("{status} {text}"),
        }
    }
}

/// Puts lines below `[service]`.
fn configure(path: &Path, lines: &str) {
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, text.replacen("[service]\n", &format!("[service]\n{lines}\n"), 1)).unwrap();
}

fn database_line(url: &str) -> String {
    format!("database = {url:?}")
}

fn released(demo: &Demo, id: &str) {
    eventually("the disclosure is released", Duration::from_secs(60), || {
        (demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1")).status == 200).then_some(())
    });
}

fn receipts(demo: &Demo, id: &str, into: &Path) -> Vec<PathBuf> {
    let answer = demo.get("officer", &format!("/api/v1/referrals/{id}/receipts"));
    let list = answer.body["receipts"].as_array().cloned().unwrap_or_default();
    assert!(!list.is_empty(), "{}", answer.text);
    let keep = |(number, receipt): (usize, &Value)| {
        let path = into.join(format!("{number}.tlog-proof"));
        fs::write(&path, receipt["file"].as_str().unwrap()).unwrap();
        path
    };
    list.iter().enumerate().map(keep).collect()
}

#[test]
fn a_running_service_moves_under_load_and_nothing_acknowledged_is_lost() {
    let server = Server::start();
    let mut demo = Demo::start(5);
    let dir = demo.dir.path().to_owned();
    let (config_path, place) = (dir.join("candour.toml"), tempfile::tempdir().unwrap());
    let config = config_path.to_str().unwrap();
    let (ledger, policy) = demo.ledger();
    let first = decided(&demo, 1);
    released(&demo, &first);
    let receipts = receipts(&demo, &first, place.path());
    let since = place.path().join("checkpoint");
    fs::copy(ledger.join("checkpoint"), &since).unwrap();

    let (is_over, kept) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
    let senders: Vec<_> = (0..2)
        .map(|sender| {
            let (url, token) = (demo.url(), demo.token("officer"));
            let (is_over, kept) = (Arc::clone(&is_over), Arc::clone(&kept));
            std::thread::spawn(move || send(&url, &token, 1_000 * (sender + 1), &is_over, &kept))
        })
        .collect();
    let sent = |more: usize| {
        let before = kept.lock().unwrap().len();
        eventually("referrals are acknowledged", Duration::from_secs(60), || {
            (kept.lock().unwrap().len() >= before + more).then_some(())
        });
    };
    sent(5);
    // Before anything is frozen it goes on as if nothing had been. (A machine that is busy may kill too late for that.)
    killed_after("copying", config, &server.url);
    let frozen_now = "SELECT 1 FROM sqlite_master WHERE name = 'moved'";
    if sqlite(&dir.join("data/candour.db"), frozen_now).is_empty() {
        sent(3);
    }
    for point in ["round 1", "frozen", "the difference", "compared: ", "checkpoint of"] {
        killed_after(point, config, &server.url);
    }
    let (status, said, fault) = candour(&["move", "--config", config, "--to", &server.url, "--json"]);
    assert_eq!(status, 0, "{said}{fault}");
    let done: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(done["settings"], format!("{}\n", database_line(&server.url)));

    // The service still runs, on files that take nothing: it reads, and says that it cannot record.
    let late = demo.post("officer", "/api/v1/referrals", &serious_harm(7));
    assert_eq!(
        (late.status, &late.body["type"]),
        (503, &json!("urn:candour:problem:unrecorded")),
        "{}",
        late.text
    );
    assert_eq!(demo.get("officer", "/api/v1/referrals").status, 200);
    assert_eq!(demo.plain("/ledger/checkpoint").status, 200);
    assert_eq!(demo.plain("/readyz").status, 503, "whoever sends requests here is told not to");
    is_over.store(true, Ordering::SeqCst);
    for sender in senders {
        sender.join().unwrap();
    }
    stop(&mut demo);

    // Nothing goes on from the files any more.
    for command in ["serve", "doctor", "rebuild"] {
        says(&[command, "--config", config], 1, "moved to PostgreSQL at");
    }
    let backup = place.path().join("backup");
    let backup = backup.to_str().unwrap();
    says(&["backup", backup, "--config", config], 1, "moved to PostgreSQL at");
    assert!(!Path::new(backup).exists());
    says(&["move", "--config", config, "--to", &server.url], 0, "already");
    says(&["move", "--cancel", "--config", config, "--to", &server.url], 1, "is not taken back");

    configure(&config_path, &database_line(&server.url));
    says(&["doctor", "--config", config], 0, "everything holds");
    says(&["move", "--config", config, "--to", &server.url], 1, "already");
    demo.kill_and_restart();
    let kept = kept.lock().unwrap().clone();
    assert!(kept.len() >= 8, "{}", kept.len());
    for id in &kept {
        assert_eq!(demo.get("officer", &format!("/api/v1/referrals/{id}")).status, 200, "{id}");
    }
    released(&demo, &first);
    let next = decided(&demo, 2);
    released(&demo, &next);
    stop(&mut demo);
    says(&["doctor", "--config", config], 0, "everything holds");
    let (ledger, policy) = (ledger.to_str().unwrap(), policy.to_str().unwrap());
    let (status, said, fault) =
        candour(&["ledger", "verify", ledger, "--policy", policy, "--since", since.to_str().unwrap()]);
    assert_eq!(status, 0, "{said}{fault}");
    for receipt in receipts {
        let (status, said, fault) =
            candour(&["receipt", "verify", receipt.to_str().unwrap(), "--policy", policy]);
        assert_eq!(status, 0, "{said}{fault}");
    }
}

fn sqlite(database: &Path, statement: &str) -> String {
    let script = "import sqlite3, sys\n\
        print('\\n'.join(str(row[0]) for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))";
    let done = Command::new("python3").args(["-c", script]).arg(database).arg(statement).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_move_stops_at_what_does_not_hold_and_is_given_up() {
    let server = Server::start();
    let mut demo = Demo::start(1);
    let dir = demo.dir.path().to_owned();
    let config_path = dir.join("candour.toml");
    let config = config_path.to_str().unwrap();
    let to = |more: &[&'static str]| {
        let mut arguments = vec!["move", "--config", config, "--to", server.url.as_str()];
        arguments.extend(more);
        candour(&arguments)
    };
    assert!(to(&["--cancel"]).2.contains("no move of this record"));

    // A password that does not fit, and one that does.
    server.ask("CREATE ROLE guarded SUPERUSER LOGIN PASSWORD 'right-one'");
    server.ask("CREATE DATABASE guarded OWNER guarded");
    let hba = server.ask("SHOW hba_file");
    server.ask(&format!(
        "COPY (VALUES ('local all guarded scram-sha-256'), ('local all all trust')) TO '{hba}'"
    ));
    server.ask("SELECT pg_reload_conf()");
    let guarded = server.url.replace("candour@", "guarded@").replace("/postgres", "/guarded");
    let secret = dir.join("database.password");
    let secret_path = secret.to_str().unwrap();
    let with_password = |password: &str| {
        let _ = fs::remove_file(&secret);
        fs::write(&secret, password).unwrap();
        let tight = Command::new("chmod").args(["600", secret_path]).status().unwrap();
        assert!(tight.success());
        candour(&["move", "--config", config, "--to", &guarded, "--password-file", secret_path, "--cancel"])
    };
    let (status, _, fault) = with_password("wrong-one");
    assert!(status == 1 && fault.contains("cannot be used") && fault.contains("password"), "{fault}");
    assert!(!fault.contains("wrong-one"), "{fault}");
    let (status, _, fault) = with_password("right-one");
    assert!(status == 1 && fault.contains("no move of this record"), "{fault}");

    // Somebody's record.
    server.ask("CREATE SCHEMA candour");
    let (status, _, fault) = to(&[]);
    assert!(status == 1 && fault.contains("holds a record already"), "{fault}");
    server.ask("DROP SCHEMA candour");

    // What was published is not by the log that is configured: everything stops, frozen.
    let (key, strange) = (dir.join("other.key"), dir.join("strange.toml"));
    fs::write(&key, "5a".repeat(32)).unwrap();
    assert!(Command::new("chmod").arg("600").arg(&key).status().unwrap().success());
    let text = fs::read_to_string(&config_path).unwrap();
    fs::write(&strange, text.replace("log.key", "other.key")).unwrap();
    let stopped = ["move", "--config", strange.to_str().unwrap(), "--to", &server.url];
    says(&stopped, 1, "not signed by this log");
    let refused = demo.post("officer", "/api/v1/referrals", &serious_harm(1));
    assert_eq!(refused.status, 503, "{}", refused.text);
    let there = dir.join("there.toml");
    fs::copy(&config_path, &there).unwrap();
    configure(&there, &database_line(&server.url));
    for command in ["serve", "doctor", "init"] {
        says(&[command, "--config", there.to_str().unwrap()], 1, "has not arrived");
    }
    // Killed between the two files: one is frozen, and the other not yet.
    let thaw = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\n\
        for name, in db.execute(\"SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'moved%'\").fetchall():\n    \
        db.execute('DROP TRIGGER \"' + name + '\"')\n\
        db.execute('DROP TABLE moved')\ndb.commit()";
    let thawed =
        Command::new("python3").args(["-c", thaw]).arg(dir.join("data/keystore.db")).status().unwrap();
    assert!(thawed.success());

    let (status, said, fault) = to(&["--cancel"]);
    assert!(status == 0 && said.contains("stays in the data folder"), "{said}{fault}");
    assert_eq!(server.ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'candour%'"), "0");
    let id = decided(&demo, 2);
    released(&demo, &id);
    stop(&mut demo);
    says(&["doctor", "--config", config], 0, "everything holds");
}

#[test]
fn a_backup_of_a_server_is_put_back_there_and_takes_up_what_was_published() {
    let server = Server::start();
    let mut demo = Demo::start_with(5, &["--database", &server.url]);
    let dir = demo.dir.path().to_owned();
    let config_path = dir.join("candour.toml");
    let config = config_path.to_str().unwrap();
    let (ledger, policy) = demo.ledger();
    let (ledger, policy) = (ledger.to_str().unwrap(), policy.to_str().unwrap());
    let kept = decided(&demo, 1);
    released(&demo, &kept);
    let place = tempfile::tempdir().unwrap();
    let backup = place.path().join("backup");
    let backup = backup.to_str().unwrap();
    says(&["backup", backup, "--config", config], 0, "holds the databases");
    let lost = decided(&demo, 2);
    released(&demo, &lost);
    let since = place.path().join("checkpoint");
    fs::copy(Path::new(ledger).join("checkpoint"), &since).unwrap();
    says(&["restore", backup, "--config", config, "--replace"], 1, "is in use");
    stop(&mut demo);
    says(&["restore", backup, "--config", config], 1, "--replace");

    // A backup that does not fit what was published changes nothing.
    let before = server.ask("SELECT count(*) FROM candour.events");
    let tiles = Path::new(ledger).join("checkpoint");
    let published = fs::read(&tiles).unwrap();
    fs::write(&tiles, "not a checkpoint\n").unwrap();
    says(&["restore", backup, "--config", config, "--replace"], 1, "everything is as it was");
    fs::write(&tiles, &published).unwrap();
    assert_eq!(server.ask("SELECT count(*) FROM candour.events"), before);
    says(&["doctor", "--config", config], 0, "everything holds");

    // What is erased since stays erased, where the keystore stays.
    let one = server.ask(&format!(
        "SELECT case_id FROM candour.cases WHERE case_id <> '{kept}' AND case_id <> '{lost}' \
         AND case_id NOT IN (SELECT case_id FROM candour.outbox) ORDER BY case_id LIMIT 1"
    ));
    server.ask(&format!("DELETE FROM candour_keys.keys WHERE case_id = '{one}'"));
    let (status, said, fault) = candour(&["restore", backup, "--config", config, "--replace", "--json"]);
    assert_eq!(status, 0, "{said}{fault}");
    let done: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        (&done["keystore"], done["replaced"].as_array().map(Vec::len)),
        (&json!("kept"), Some(1)),
        "{done}"
    );
    assert!(done["lost"].as_array().unwrap().len() > 3, "{done}");
    assert_eq!(done["erased"], 1, "{done}");
    says(&["doctor", "--config", config], 0, "everything holds");
    let (status, said, fault) =
        candour(&["ledger", "verify", ledger, "--policy", policy, "--since", since.to_str().unwrap()]);
    assert_eq!(status, 0, "{said}{fault}");

    // The database is gone for good: the backup's keystore is taken, into empty schemas.
    for schema in server.ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'candour%'").lines() {
        server.ask(&format!("DROP SCHEMA {schema} CASCADE"));
    }
    let (status, said, fault) = candour(&["restore", backup, "--config", config, "--json"]);
    assert_eq!(status, 0, "{said}{fault}");
    let done: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&done["keystore"], &done["replaced"]), (&json!("backup"), &Value::Null), "{done}");
    demo.kill_and_restart();
    assert_eq!(demo.get("officer", &format!("/api/v1/referrals/{kept}/disclosures/1")).status, 200);
    assert_eq!(demo.get("clinician", &format!("/api/v1/referrals/{lost}")).status, 404);
    let next = decided(&demo, 3);
    released(&demo, &next);
    stop(&mut demo);
    says(&["doctor", "--config", config], 0, "everything holds");

    // The same backup in files, under another configuration.
    let files = dir.join("files.toml");
    let text = fs::read_to_string(&config_path).unwrap();
    let text: String =
        text.lines().filter(|line| !line.starts_with("database")).map(|l| format!("{l}\n")).collect();
    fs::write(&files, text.replace("data = \"data\"", "data = \"files\"")).unwrap();
    let copy = Command::new("cp").args(["-a"]).arg(dir.join("data")).arg(dir.join("files")).status().unwrap();
    assert!(copy.success());
    says(&["restore", backup, "--config", files.to_str().unwrap()], 0, "restored from the backup");
    says(&["doctor", "--config", files.to_str().unwrap()], 0, "everything holds");
}
