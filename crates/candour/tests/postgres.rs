//! The whole program with its record in a PostgreSQL: made, killed, taken up again, and looked at from outside.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;
mod server;

use demonstration::{Demo, decided, eventually};
use server::Server;
use std::{
    process::{Command, Stdio},
    time::Duration,
};

fn candour(args: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour")).args(args).stdin(Stdio::null()).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.code().unwrap_or(-1), text)
}

#[test]
fn a_record_on_a_server_outlives_a_kill_and_everything_holds() {
    let server = Server::start();
    let mut demo = Demo::start_with(30, &["--database", &server.url]);
    assert_eq!(demo.json["database"], *server.url);
    assert!(!demo.dir.path().join("data/candour.db").exists(), "the record lies in one place");

    let read = |demo: &Demo, id: &str| {
        eventually("the disclosure is released", Duration::from_secs(60), || {
            let answer = demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
            (answer.status == 200).then_some(answer.text)
        })
    };
    let first = decided(&demo, 1);
    assert!(read(&demo, &first).contains("INVENTED-CONTENT"));
    // Decided, and killed before anybody knows whether it is numbered or released.
    let second = decided(&demo, 2);
    demo.kill_and_restart();
    for id in [&first, &second] {
        assert!(read(&demo, id).contains("INVENTED-CONTENT"));
    }

    // What was made on one database is not served from another.
    let dir = demo.dir.path().to_str().unwrap();
    let other = "postgres://candour@db.example/other?sslmode=verify-full";
    let another = ["demo", "--port", "0", "--dir", dir, "--database", other];
    let (status, text) = candour(&another);
    assert!(status == 1 && text.contains("another database"), "{status} {text}");

    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(60)), "Ctrl-C stops it");
    let config = demo.dir.path().join("candour.toml");
    let config = config.to_str().unwrap();
    let (status, text) = candour(&["rebuild", "--config", config]);
    assert_eq!(status, 0, "{text}");
    let (status, text) = candour(&["doctor", "--config", config]);
    assert!(status == 0 && text.contains("everything holds"), "{status} {text}");
    let (ledger, policy) = demo.ledger();
    let (status, text) =
        candour(&["ledger", "verify", ledger.to_str().unwrap(), "--policy", policy.to_str().unwrap()]);
    assert_eq!(status, 0, "{text}");
}

#[test]
fn an_empty_record_is_made_once_and_only_by_asking_for_it() {
    let server = Server::start();
    let folder = tempfile::tempdir().unwrap();
    for (name, database) in [("files", String::new()), ("server", format!("database = {:?}", server.url))] {
        let config = folder.path().join(format!("{name}.toml"));
        let text = format!(
            "[service]\nlisten = \"127.0.0.1:0\"\naddress = \"https://x.example\"\ndata = \"{name}\"\n{database}\n\
             demonstration = true\n[ledger]\norigin = \"x.example\"\npolicy = \"{name}.policy\"\nkey = \"log.key\"\n\
             [vault]\nkeys = \"vault.keys\"\n[post]\noutbox = \"outbox\"\n"
        );
        std::fs::write(&config, text).unwrap();
        let config = config.to_str().unwrap();
        let (status, text) = candour(&["init", "--config", config]);
        assert_eq!(status, 0, "{text}");
        assert!(folder.path().join(name).is_dir(), "the data folder is there");
        let (status, text) = candour(&["init", "--config", config]);
        assert!(status == 1 && text.contains("stays as it is"), "{status} {text}");
    }

    // A demonstration does not begin in a record that is there, and leaves nothing behind.
    let dir = folder.path().join("demo");
    let begun = ["demo", "--port", "0", "--dir", dir.to_str().unwrap(), "--database", &server.url];
    let (status, text) = candour(&begun);
    assert!(status == 1 && text.contains("holds a record already"), "{status} {text}");
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 0);
}
