//! What the running service logs: where, in which form and time, who is named and who is not, and that nothing of what
//! anybody sends becomes a line of its own.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests wait for a process with the machine's clock"
)]

mod demonstration;

use demonstration::Demo;
use std::{
    process::{Child, Command, Stdio},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// What would be a line, were it taken over as it was sent.
const FORGED: &str = "x\n2026-01-01T00:00:00.000000Z ERROR candour: PLANTED\r\n\u{1b}[31mPLANTED";

/// A service that is stopped when this goes.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The record of a demonstration, served on a machine whose own time is not that of the log; what it says and what it logs.
fn serve(demo: &Demo) -> (Served, String, [tempfile::NamedTempFile; 2]) {
    let file = demo.dir.path().join("candour.toml");
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    let line = |line: &str| match line.split(' ').next() {
        Some("listen") => format!("listen = \"{free}\"\n"),
        Some("address") => format!("address = \"http://{free}\"\n"),
        _ => format!("{line}\n"),
    };
    std::fs::write(&file, text.lines().map(line).collect::<String>()).unwrap();
    let [said, logged] = [(); 2].map(|()| tempfile::NamedTempFile::new().unwrap());
    let mut serve = Command::new(env!("CARGO_BIN_EXE_candour"));
    serve.args(["serve", "--config", file.to_str().unwrap()]).env("TZ", "Asia/Tokyo");
    serve.stdout(said.reopen().unwrap()).stderr(logged.reopen().unwrap()).stdin(Stdio::null());
    let served = Served(serve.spawn().unwrap());
    demonstration::until(|| std::net::TcpStream::connect(free).ok(), Option::is_some).unwrap();
    (served, format!("http://{free}"), [said, logged])
}

/// A browser that keeps its session's cookie.
struct Browser<'a> {
    url: &'a str,
    agent: ureq::Agent,
    cookie: String,
}

impl<'a> Browser<'a> {
    fn new(url: &'a str) -> Self {
        Self { url, agent: demonstration::agent(), cookie: String::new() }
    }

    fn get(&self, path: &str, name: &str, value: &str) -> u16 {
        let request = self.agent.get(format!("{}{path}", self.url)).header("cookie", &self.cookie);
        request.header(name, value).call().unwrap().status().as_u16()
    }

    fn post(&mut self, path: &str, from: &str, form: &[(&str, &str)]) -> u16 {
        let request = self.agent.post(format!("{}{path}", self.url)).header("cookie", &self.cookie);
        let response = request.header("sec-fetch-site", from).send_form(form.iter().copied()).unwrap();
        if let Some(set) = response.headers().get("set-cookie") {
            self.cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        response.status().as_u16()
    }
}

/// Time, level and what follows of a line; fails where it has no such form.
fn parts(line: &str) -> (jiff::Timestamp, &str, &str) {
    let (time, rest) = line.split_once(' ').unwrap_or_else(|| panic!("no line of the log: {line}"));
    assert!(time.ends_with('Z'), "{line}");
    let (level, rest) = rest.trim_start().split_once(' ').unwrap();
    assert!(["INFO", "WARN", "ERROR"].contains(&level), "{line}");
    let (module, said) = rest.split_once(": ").unwrap();
    assert!(module.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b':')), "{line}");
    (time.parse().unwrap(), level, said)
}

#[test]
fn who_gets_in_and_who_tries_what_is_not_theirs_is_logged_and_nothing_that_anybody_sent() {
    let mut demo = Demo::start(1);
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(30)));
    let (served, url, [said, logged]) = serve(&demo);
    let account = |role: &str, what: &str| demo.json["accounts"][role][what].as_str().unwrap().to_owned();
    let (name, password) = (account("guardian", "name"), account("guardian", "password"));

    let mut guardian = Browser::new(&url);
    let form = [("name", FORGED), ("password", FORGED)];
    assert_eq!(guardian.post("/sign-in", "same-origin", &form), 422);
    assert_eq!(guardian.post("/sign-in", "same-origin", &[("name", &name), ("password", "wrong")]), 422);
    assert_eq!(guardian.post("/sign-in", "same-origin", &[("name", &name), ("password", &password)]), 303);
    assert_eq!(guardian.get("/guardian", "accept", "*/*"), 200);
    // A room of others, and addresses that are nobody's.
    assert_eq!(guardian.get("/admin", "accept", "*/*"), 404);
    let forged: String = FORGED.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for path in [format!("/{forged}"), format!("/guardian/cases/{forged}?{forged}")] {
        assert_eq!(guardian.get(&path, "accept", "*/*"), 404);
    }
    // A form of another site, and one without the session's token.
    assert_eq!(guardian.post("/account/sessions/end", "cross-site", &[("_csrf", FORGED)]), 403);
    assert_eq!(guardian.post("/account/sessions/end", "same-origin", &[("_csrf", FORGED)]), 403);
    // A code to enrol that nobody has, and a name that is tried again and again.
    let mut stranger = Browser::new(&url);
    assert_eq!(stranger.post("/enrol", "same-origin", &[("name", FORGED), ("code", FORGED)]), 422);
    let tries =
        (0..30).map(|_| stranger.post("/sign-in", "same-origin", &[("name", "n"), ("password", FORGED)]));
    assert_eq!(tries.last(), Some(429));
    // Calls of programs: by nobody, and by somebody whose part it is not.
    let bearer = |token: &str| format!("Bearer {token}");
    assert_eq!(stranger.get("/api/v1/review/samples", "authorization", &bearer("nobody's")), 401);
    assert_eq!(
        stranger.get("/api/v1/review/samples", "authorization", &bearer(&account("officer", "token"))),
        403
    );
    // The guardian's cookie in another browser.
    let thief = Browser { cookie: guardian.cookie.clone(), agent: ureq::agent(), url: &url };
    assert_eq!(
        thief.agent.get(format!("{url}/guardian")).header("cookie", &thief.cookie).call().unwrap().status(),
        200
    );
    assert_eq!(guardian.get("/guardian", "accept", "*/*"), 303, "it has ended");
    drop(served);

    let log = std::fs::read_to_string(logged.path()).unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let mut found: Vec<(&str, &str)> = Vec::new();
    for line in log.lines() {
        let (time, level, said) = parts(line);
        // In UTC: local time here is nine hours ahead.
        assert!(time.as_second().abs_diff(i64::try_from(now).unwrap()) < 3_600, "{line}");
        found.push((level, said));
    }
    for never in ["PLANTED", &password, "\u{1b}", "\r"] {
        assert!(!log.contains(never), "{never}: {log}");
    }
    let whose = found.iter().find_map(|(_, said)| said.strip_prefix("somebody signed in account=")).unwrap();
    let whose = whose.split(' ').next().unwrap();
    let expected = [
        ("INFO", "a sign-in was refused".to_owned(), 2),
        ("INFO", format!("somebody signed in account={whose} method=\"password\""), 1),
        ("WARN", format!("an address of other roles was asked for account={whose} route=\"/admin\""), 1),
        ("INFO", "a form was refused".to_owned(), 2),
        ("INFO", "a code to enrol was refused".to_owned(), 1),
        ("WARN", "a name was tried too often".to_owned(), 1),
        ("INFO", "a bearer token was refused".to_owned(), 1),
        ("WARN", "a call of other roles was asked for account=".to_owned(), 1),
        ("WARN", "a session turned up in another browser and was ended".to_owned(), 1),
    ];
    for (level, begins, least) in expected {
        let lines = found.iter().filter(|(of, said)| *of == level && said.starts_with(&begins)).count();
        assert!(lines >= least, "{level} {begins}: {lines} of {least}\n{log}");
    }
    assert_eq!(std::fs::read_to_string(said.path()).unwrap(), "", "nothing of it stands elsewhere");
}
