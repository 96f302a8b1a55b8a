//! The information-rights contact of a force: set by two administrators, told of a recall in the transaction that records
//! it, and reached through a real mail server that is away at first.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, SignedIn, decided, eventually, witnesses};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

const ADDRESS: &str = "information.rights@thamesside.example";
const WITHIN: Duration = Duration::from_secs(90);

/// Asks the record, or changes it, past the service.
fn sql(dir: &Path, statement: &str) -> String {
    let script = "import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=30)
found = db.execute(sys.argv[2]).fetchall()
db.commit()
print('\\n'.join(' '.join(str(one) for one in row) for row in found))";
    let record = dir.join("data/candour.db");
    let done = Command::new("python3").args(["-c", script]).arg(record).arg(statement).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap().trim().to_owned()
}

fn mails(dir: &Path) -> String {
    sql(dir, "SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND done IS NULL")
}

/// A disclosure that the officer can read; gives where it is.
fn released(demo: &Demo, number: u32) -> String {
    let at = format!("/api/v1/referrals/{}", decided(demo, number));
    eventually("something to read", WITHIN, || {
        (demo.get("officer", &at).body["state"] == "information ready").then_some(())
    });
    at
}

fn recall(demo: &Demo, at: &str, key: &str) -> u16 {
    let reasons = json!({"reasons": "INVENTED-REASON: it was not needed any more."});
    demo.post_with(&demo.token("clinician"), key, &format!("{at}/disclosures/1/recall"), &reasons).status
}

fn ask(administrator: &SignedIn<'_>, address: &str) -> u16 {
    let fields =
        [("force", "thamesside"), ("address", address), ("said", "Their records office, by telephone.")];
    administrator.send("/admin/contact", &fields).status
}

/// Two administrators set the contact, or take it away.
fn agree(demo: &Demo, address: &str) {
    let (first, second) = (demo.sign_in("administrator"), demo.sign_in("administrator-second"));
    assert_eq!(ask(&first, address), 303);
    let waits = "/confirm\"";
    assert!(!first.get("/admin").text.contains(waits), "who asked does not confirm");
    let shown = second.get("/admin").text;
    let path = shown
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|path| path.starts_with("/admin/requests/") && path.ends_with("/confirm"));
    let path = path.expect("the second administrator can confirm").to_owned();
    let page = second.get(&path).text;
    assert!(page.contains("call the force through a number that you find yourself"), "{page}");
    assert_eq!(second.send(&path, &[("checked", "Called back through their control room.")]).status, 303);
}

#[test]
fn the_contact_of_a_force_is_told_of_a_recall_and_of_nothing_else() {
    let mut demo = Demo::start(5);
    let dir = demo.dir.path().to_owned();
    two_administrators_set_the_contact(&demo);
    let cases = the_recall_and_its_e_mail_are_one_act(&demo);
    let references: Vec<String> = cases
        .iter()
        .map(|at| demo.get("officer", at).body["reference"].as_str().expect("a reference").to_owned())
        .collect();

    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(60)), "Ctrl-C stops it");
    let config = dir.join("candour.toml");
    let (status, said) = doctor(&config);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("everything holds"), "{said}");
    assert!(said.contains("note: mail: 2 e-mails about recalls wait"), "{said}");
    assert!(said.contains("has no [mail]") && !said.contains(ADDRESS), "{said}");

    it_arrives_once_the_server_is_there(&dir, &config, &references);
    let (status, said) = doctor(&config);
    assert_eq!(status, Some(0), "{said}");
    assert!(!said.contains("note: mail"), "{said}");
}

fn doctor(config: &Path) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["doctor", "--config"])
        .arg(config)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.code(), said)
}

fn two_administrators_set_the_contact(demo: &Demo) {
    let first = demo.sign_in("administrator");
    let none = "No contact: nobody is told by e-mail";
    let forces = first.get("/admin").text.matches(none).count();
    assert!(forces >= 3, "{forces}");
    for bad in
        ["", "nobody", "x@x.example\r\nBcc: y@y.example", "x@x.example, y@y.example", "X <x@x.example>"]
    {
        assert_eq!(ask(&first, bad), 422, "{bad:?}");
    }
    // An empty form is asked for a force, and not for the address that its hint says may be left empty.
    let nothing = first.send("/admin/contact", &[("force", ""), ("address", ""), ("said", "")]);
    assert_eq!(nothing.status, 422, "{}", nothing.text);
    assert!(!nothing.text.contains("Enter an e-mail address"), "{}", nothing.text);
    let supervisor = demo.sign_in("supervisor");
    let none_named = "Your force has named no information-rights contact";
    assert!(supervisor.get("/officer/reassign").text.contains(none_named));
    agree(demo, ADDRESS);
    // A supervisor sees that there is one, and not which.
    let seen = supervisor.get("/officer/reassign").text;
    assert!(!seen.contains(none_named) && !seen.contains(ADDRESS), "{seen}");
    let shown = first.get("/admin").text;
    assert!(shown.contains(ADDRESS), "{shown}");
    assert_eq!(shown.matches(none).count(), forces - 1);
    // It can be taken away in the same way, and set again.
    agree(demo, "");
    assert!(!first.get("/admin").text.contains(ADDRESS));
    let without = released(demo, 1);
    assert!(recall(demo, &without, &demo.key()) < 300);
    assert_eq!(mails(demo.dir.path()), "0", "nobody is to be told");
    agree(demo, ADDRESS);
}

/// Gives where two recalled disclosures are: one recalled by the clinic, one said by the officer to be of the wrong person.
fn the_recall_and_its_e_mail_are_one_act(demo: &Demo) -> [String; 2] {
    let dir = demo.dir.path();
    let at = released(demo, 2);
    // Whoever recalls reads before it that the contact is told.
    let clinician = demo.sign_in("clinician");
    let case = at.replace("/api/v1/referrals", "/clinic/cases");
    let shown = clinician.get(&case).text;
    let mut links = shown.split("href=\"").filter_map(|rest| rest.split('"').next());
    let recalls = links.find(|path| path.starts_with(&case) && path.contains("recall"));
    let page = clinician.get(recalls.expect("a link to recalling")).text;
    assert!(page.contains("information-rights contact"), "{page}");
    // Where the e-mail cannot be recorded, nothing is recalled.
    sql(
        dir,
        "CREATE TRIGGER no_mail BEFORE INSERT ON outbox WHEN NEW.kind = 'mail' BEGIN SELECT RAISE(ABORT, 'planted'); END",
    );
    let key = demo.key();
    assert!(recall(demo, &at, &key) >= 400);
    let still = demo.get("officer", &format!("{at}/disclosures/1"));
    assert_eq!(still.status, 200, "{}", still.text);
    assert_eq!(mails(dir), "0");
    sql(dir, "DROP TRIGGER no_mail");
    // With it, both are there, and a repetition of the request makes no second one.
    assert!(recall(demo, &at, &key) < 300);
    assert_eq!(mails(dir), "1");
    assert!(recall(demo, &at, &key) < 300);
    assert_eq!(mails(dir), "1");
    assert!(recall(demo, &at, &demo.key()) >= 400, "it is recalled already");
    assert_eq!(mails(dir), "1");
    assert_eq!(demo.get("officer", &at).body["state"], "recalled");
    // What an officer says of the wrong person is a recall, too.
    let wrong = released(demo, 3);
    let body = json!({"what": "INVENTED-REASON: this is somebody else."});
    let said = demo.post("officer", &format!("{wrong}/disclosures/1/wrong-person"), &body);
    assert!(said.status < 300, "{}", said.text);
    assert_eq!(mails(dir), "2");
    [at, wrong]
}

/// A running mail server; it ends with its standard input.
struct MailServer(Child);

impl MailServer {
    fn start(folder: &Path, port: u16) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let python = root.join("../../.cache/mail/bin/python");
        assert!(python.exists(), "run tools/install mail first");
        let mut process = Command::new(python)
            .arg("-B")
            .arg(root.join("tests/mail/server.py"))
            .arg(folder)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line, "ready\n");
        Self(process)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Makes an invented authority, and a certificate of it for `localhost` with its key: `localhost.pem` in a folder. Gives the
/// authority's own certificate.
fn vouched_for(folder: &Path) -> PathBuf {
    let openssl = |words: &str| {
        let done =
            Command::new("openssl").current_dir(folder).args(words.split_whitespace()).output().unwrap();
        assert!(done.status.success(), "{words}: {}", String::from_utf8_lossy(&done.stderr));
    };
    let new = "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    openssl(&format!("{new} -x509 -days 2 -subj /CN=invented -keyout authority.key -out authority.pem"));
    openssl(&format!("{new} -subj /CN=localhost -keyout localhost.key -out localhost.csr"));
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
        .unwrap();
    openssl(
        "x509 -req -in localhost.csr -CA authority.pem -CAkey authority.key -days 2 -extfile names -out localhost.crt",
    );
    let both =
        ["localhost.key", "localhost.crt"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    std::fs::write(folder.join("localhost.pem"), both.concat()).unwrap();
    folder.join("authority.pem")
}

/// The service, until it is dropped.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn it_arrives_once_the_server_is_there(dir: &Path, config: &Path, references: &[String]) {
    let folder = tempfile::tempdir().unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let password = dir.join("mail.password");
    std::fs::write(&password, "invented password\n").unwrap();
    std::fs::set_permissions(&password, std::fs::Permissions::from_mode(0o600)).unwrap();
    let authority = vouched_for(folder.path());
    let text = std::fs::read_to_string(config).unwrap();
    let mail = format!(
        "\n[mail]\nserver = \"smtp+starttls://localhost:{port}\"\nfrom = \"Candour <candour@trust.example>\"\n\
         username = \"candour\"\npassword_file = \"mail.password\"\nauthority_file = {authority:?}\n"
    );
    std::fs::write(config, text + &mail).unwrap();

    let _witnesses = witnesses(dir);
    let log = dir.join("mail.log");
    let serving = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["serve", "--config"])
        .arg(config)
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let mut serving = Serving(serving);
    let said = || std::fs::read_to_string(&log).unwrap();
    // The server is away: they wait, and the log says so.
    eventually("the service says that e-mails wait", WITHIN, || {
        said().contains("an e-mail waits: it was not handed over").then_some(())
    });
    assert_eq!(mails(dir), "2");

    // It is there, and loses its answer to the first one.
    std::fs::write(folder.path().join("lose"), "").unwrap();
    let server = MailServer::start(folder.path(), port);
    eventually("nothing waits any more", WITHIN, || (mails(dir) == "0").then_some(()));
    let arrived = std::fs::read_to_string(folder.path().join("mails")).unwrap();
    let arrived: Vec<Value> = arrived.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&str> = arrived.iter().map(|mail| mail["headers"]["message-id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 3, "each once, and the lost one again: {ids:?}");
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        2,
        "a repetition is known by its Message-ID: {ids:?}"
    );
    let mut told = BTreeSet::new();
    for mail in &arrived {
        assert_eq!((&mail["tls"], &mail["known"]), (&json!(true), &json!(true)), "{mail}");
        assert_eq!(mail["to"], json!([ADDRESS]));
        assert_eq!(mail["sender"], "candour@trust.example");
        assert_eq!(mail["headers"]["auto-submitted"], "auto-generated");
        let body = mail["body"].as_str().unwrap();
        told.extend(references.iter().filter(|reference| body.contains(reference.as_str())));
        for word in ["INVENTED", "Testa", "reasons:", "clinician", "officer-"] {
            assert!(!body.contains(word), "{word}: {body}");
        }
        assert!(body.contains("/sign-in") && body.contains("supervisor"), "{body}");
        let subject = mail["headers"]["subject"].as_str().unwrap();
        assert_eq!(subject, "Candour: a disclosure to your force was recalled");
    }
    assert_eq!(told.len(), 2, "{references:?}");
    let stopped = Command::new("kill").args(["-INT", &serving.0.id().to_string()]).status().unwrap();
    assert!(stopped.success() && serving.0.wait().unwrap().success(), "{}", said());
    drop(server);
    let said = said();
    for secret in [ADDRESS, "invented password", "a disclosure to your force", references[0].as_str()] {
        assert!(!said.contains(secret), "{secret}: {said}");
    }
}
