//! A demonstration of its own for each test: the real binary, real files, real witnesses, a free port.

#![expect(dead_code, reason = "each test file uses its own part of this")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests wait for a process with the machine's own clock"
)]

use serde_json::{Value, json};
use std::{
    io::BufRead as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A running demonstration; killed when dropped.
pub struct Demo {
    pub dir: tempfile::TempDir,
    pub json: Value,
    process: Child,
    agent: ureq::Agent,
    keys: std::cell::Cell<u64>,
}

/// An answer of the service.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    pub text: String,
}

/// What the tests' browser calls itself: a session belongs to the one that it began in.
const BROWSER: &str = "candour-tests";

pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(60)))
        .max_redirects(0)
        .user_agent(BROWSER)
        .build()
        .into()
}

/// Asks again for half a minute at most, until the answer satisfies; gives the last answer.
pub fn until<T>(ask: impl Fn() -> T, satisfied: impl Fn(&T) -> bool) -> T {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let answer = ask();
        if satisfied(&answer) || Instant::now() > until {
            return answer;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn spawn(dir: &Path, cases: usize, more: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["demo", "--port", "0", "--cases", &cases.to_string(), "--dir"])
        .arg(dir)
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the demonstration starts")
}

fn wait_ready(dir: &Path, process: &mut Child) -> Value {
    let until = Instant::now() + Duration::from_secs(240);
    loop {
        if let Ok(text) = std::fs::read_to_string(dir.join("demo.json")) {
            return serde_json::from_str(&text).expect("demo.json is whole");
        }
        if let Some(status) = process.try_wait().unwrap() {
            panic!("the demonstration ended: {status}");
        }
        assert!(Instant::now() < until, "the demonstration was not ready in time");
        std::thread::sleep(Duration::from_millis(100));
    }
}

impl Demo {
    pub fn start(cases: usize) -> Self {
        Self::start_with(cases, &[])
    }

    /// The same, with more arguments.
    pub fn start_with(cases: usize, more: &[&str]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut process = spawn(dir.path(), cases, more);
        let json = wait_ready(dir.path(), &mut process);
        Self { dir, json, process, agent: agent(), keys: std::cell::Cell::new(0) }
    }

    /// Kills the process as a power cut would, and starts it again on the same folder.
    pub fn kill_and_restart(&mut self) {
        self.kill_and_restart_with(&[]);
    }

    /// The same, with more arguments.
    pub fn kill_and_restart_with(&mut self, more: &[&str]) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        std::fs::remove_file(self.dir.path().join("demo.json")).unwrap();
        self.process = spawn(self.dir.path(), 30, more);
        self.json = wait_ready(self.dir.path(), &mut self.process);
    }

    /// Starts one that was stopped again, in the same folder, with what it says in a file.
    pub fn again(mut self, log: std::fs::File) -> Self {
        // It may be gone already.
        let _ = std::fs::remove_file(self.dir.path().join("demo.json"));
        self.process = Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(["demo", "--port", "0", "--dir"])
            .arg(self.dir.path())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the demonstration starts");
        self.json = wait_ready(self.dir.path(), &mut self.process);
        self
    }

    pub fn url(&self) -> String {
        self.json["url"].as_str().unwrap().to_owned()
    }

    pub fn token(&self, role: &str) -> String {
        self.json["accounts"][role]["token"]
            .as_str()
            .unwrap_or_else(|| panic!("no account {role}"))
            .to_owned()
    }

    /// A token of any account that the demonstration made, by its name.
    pub fn token_of(&self, name: &str) -> String {
        let account = self.account_of(name);
        account["token"].as_str().unwrap_or_else(|| panic!("no account {name}")).to_owned()
    }

    fn account_of(&self, name: &str) -> Value {
        let text = std::fs::read_to_string(self.dir.path().join("accounts.json")).unwrap();
        let mut made: Value = serde_json::from_str(&text).unwrap();
        made["accounts"][name].take()
    }

    pub fn key(&self) -> String {
        self.keys.set(self.keys.get() + 1);
        format!("test-{}-{}", std::process::id(), self.keys.get())
    }

    pub fn get(&self, role: &str, path: &str) -> Answer {
        self.get_with(&self.token(role), path)
    }

    pub fn get_with(&self, token: &str, path: &str) -> Answer {
        let response = self
            .agent
            .get(format!("{}{path}", self.url()))
            .header("authorization", &format!("Bearer {token}"))
            .call()
            .expect("the service answers");
        answer(response)
    }

    pub fn post(&self, role: &str, path: &str, body: &Value) -> Answer {
        self.post_with(&self.token(role), &self.key(), path, body)
    }

    pub fn post_with(&self, token: &str, key: &str, path: &str, body: &Value) -> Answer {
        let response = self
            .agent
            .post(format!("{}{path}", self.url()))
            .header("authorization", &format!("Bearer {token}"))
            .header("idempotency-key", key)
            .header("content-type", "application/json")
            .send(body.to_string())
            .expect("the service answers");
        answer(response)
    }

    /// Signs in as a browser does.
    pub fn sign_in(&self, role: &str) -> SignedIn<'_> {
        self.sign_in_with(role, "")
    }

    /// The same in a browser that has these cookies already, whoever put them there.
    pub fn sign_in_with(&self, role: &str, there: &str) -> SignedIn<'_> {
        self.signed_in(role, &self.json["accounts"][role], there)
    }

    /// The same as any account that the demonstration made, by its name.
    pub fn sign_in_as(&self, name: &str) -> SignedIn<'_> {
        self.signed_in(name, &self.account_of(name), "")
    }

    fn signed_in(&self, who: &str, account: &Value, there: &str) -> SignedIn<'_> {
        let door = self.agent.get(format!("{}/sign-in", self.url())).header("cookie", there);
        let door = door.call().expect("the service answers");
        let there = there.split("; ").filter(|cookie| !cookie.is_empty()).map(str::to_owned).collect();
        let mut cookies = cookies(&door, there);
        let text = answer(door).text;
        let mut form = hidden(&text);
        for name in ["name", "password"] {
            form.push((name.to_owned(), account[name].as_str().unwrap().to_owned()));
        }
        let response = self
            .agent
            .post(format!("{}/sign-in", self.url()))
            .header("cookie", &cookies.join("; "))
            .header("origin", &self.url())
            .send_form(form)
            .expect("the service answers");
        cookies = self::cookies(&response, cookies);
        assert!(response.status().is_redirection(), "{who} is signed in");
        SignedIn { demo: self, cookies: cookies.join("; ") }
    }

    pub fn plain(&self, path: &str) -> Answer {
        answer(self.agent.get(format!("{}{path}", self.url())).call().expect("the service answers"))
    }

    /// An answer as it comes over the wire, asked for with these further headers.
    pub fn raw(&self, method: &str, path: &str, more: &str) -> Raw {
        Raw::ask(&self.url(), method, path, more)
    }

    /// The status that somebody without a session gets.
    pub fn nobody(&self, method: &str, path: &str) -> u16 {
        self.status(method, path, None)
    }

    fn status(&self, method: &str, path: &str, cookies: Option<&str>) -> u16 {
        let url = format!("{}{path}", self.url());
        let cookies = cookies.unwrap_or("");
        let response = match method {
            "GET" => self.agent.get(url).header("cookie", cookies).call(),
            _ => self.agent.post(url).header("cookie", cookies).send_form([("none", "")]),
        };
        response.expect("the service answers").status().as_u16()
    }

    pub fn ledger(&self) -> (PathBuf, PathBuf) {
        (
            PathBuf::from(self.json["ledger"]["dir"].as_str().unwrap()),
            PathBuf::from(self.json["ledger"]["policy"].as_str().unwrap()),
        )
    }

    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    pub fn wait_for_exit(&mut self, within: Duration) -> bool {
        let until = Instant::now() + within;
        while Instant::now() < until {
            if self.process.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let status = response.status().as_u16();
    let text = response.body_mut().read_to_string().unwrap_or_default();
    Answer { status, body: serde_json::from_str(&text).unwrap_or(Value::Null), text }
}

/// Waits until a check holds.
pub fn eventually<T>(what: &str, within: Duration, mut check: impl FnMut() -> Option<T>) -> T {
    let until = Instant::now() + within;
    loop {
        if let Some(found) = check() {
            return found;
        }
        assert!(Instant::now() < until, "not in time: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Both witnesses of a demonstration that has ended, where the quorum policy says that they are.
pub fn witnesses(dir: &Path) -> Vec<Child> {
    let policy = std::fs::read_to_string(dir.join("ledger.policy")).unwrap();
    let addresses: Vec<&str> = policy
        .lines()
        .filter_map(|line| line.strip_prefix("witness "))
        .map(|line| line.split(' ').nth(2).unwrap())
        .map(|url| url.strip_prefix("http://").unwrap().trim_end_matches('/'))
        .collect();
    let start = |(number, address): (usize, &&str)| {
        let config = dir.join(format!("witness-{}/witness.toml", number + 1));
        let text = std::fs::read_to_string(&config).unwrap();
        std::fs::write(&config, text.replacen("127.0.0.1:0", address, 1)).unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(["witness", "--stop-with-stdin", "--config"])
            .arg(&config)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut ready = String::new();
        std::io::BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut ready).unwrap();
        assert!(ready.contains(address), "{ready}");
        process
    };
    addresses.iter().enumerate().map(start).collect()
}

/// A referral with the public-interest basis in reach once the clinic has supplied its part.
pub fn serious_harm(number: u32) -> Value {
    json!({
        "unit": "london",
        "question": "Is there anything that would keep the person he threatens safe?",
        "person": {"name": format!("Testa Person {number}"), "date_of_birth": "1990-05-17"},
        "facts": {
            "requester": {"body": "local-police", "rank": "sergeant", "signed": true},
            "purpose": "prevent-serious-harm",
            "claimed_bases": ["public-interest-serious-harm"],
            "concern": {"harm_to_others": "serious", "identified_victim": true, "offence": "serious"},
            "urgency": "same-day",
            "justification": {"items_needed_why": true, "line_of_enquiry": true, "less_intrusive_tried": true,
                "why_not_consent": "unsafe", "balance_written": true},
            "items": ["current-risk-to-others-statement", "safety-handling-advice"],
            "person": {"identified": true, "alive": true}
        }
    })
}

/// What the clinic supplies for it.
pub fn clinic_part() -> Value {
    json!({
        "requester": {"identity": "verified"},
        "concern": {"evidence": "documented"},
        "person": {"capacity": "has-capacity", "capacity_assessed": true}
    })
}

/// The proposal to disclose one item.
pub fn proposal() -> Value {
    json!({
        "outcome": "disclose",
        "basis": "public-interest-serious-harm",
        "items": ["current-risk-to-others-statement"],
        "necessity": "The person threatened cannot be protected without it.",
        "proportionality": "One statement, to one officer.",
        "notice": {"rule": "notify-before-disclosure-unless-unsafe", "reasons": "Telling beforehand would put the person threatened in danger."},
        "content": {"current-risk-to-others-statement": "INVENTED-CONTENT: a present risk to one named person."}
    })
}

/// Takes a new referral up to its decision; gives its id.
pub fn decided(demo: &Demo, number: u32) -> String {
    let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(number));
    assert_eq!(sent.status, 201, "{}", sent.text);
    let id = sent.body["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    let ok = |answer: Answer| assert!(answer.status < 300, "{}", answer.text);
    ok(demo.post("clinician", &format!("{at}/facts"), &clinic_part()));
    ok(demo.post(
        "clinician",
        &format!("{at}/record-openings"),
        &json!({"reason": "To see the present risk."}),
    ));
    let made = demo.post("clinician", &format!("{at}/proposals"), &proposal());
    assert!(made.status < 300, "{}", made.text);
    assert_eq!(made.body["n"], 1);
    for (role, code) in [("clinician", "treating-clinician-opinion"), ("guardian", "caldicott-guardian")] {
        let body = json!({"approval": code, "agree": true, "reasons": "I have weighed it."});
        ok(demo.post(role, &format!("{at}/proposals/1/approvals"), &body));
    }
    id
}

/// Somebody who signed in with a browser.
pub struct SignedIn<'a> {
    demo: &'a Demo,
    cookies: String,
}

/// An answer as it comes over the wire: no client has followed, unpacked or left out anything.
#[derive(Debug, Clone)]
pub struct Raw {
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Raw {
    /// Asks under an address such as `http://127.0.0.1:8080`.
    pub fn ask(url: &str, method: &str, path: &str, more: &str) -> Self {
        use std::io::{Read as _, Write as _};
        let host = url.strip_prefix("http://").unwrap();
        let mut stream = std::net::TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{more}\r\n")
            .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let ends = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has headers");
        let head = String::from_utf8(bytes[..ends].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_lowercase(), value.to_owned())
        });
        Self { status, headers: headers.collect(), body: bytes[ends + 4..].to_vec() }
    }

    /// The one value of a header; fails where there are several.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let first = all.next();
        assert_eq!(all.next(), None, "{name} stands twice");
        first
    }
}

impl SignedIn<'_> {
    /// The same as a browser's header line.
    pub fn cookie_line(&self) -> String {
        format!("cookie: {}\r\nuser-agent: {BROWSER}\r\n", self.cookies)
    }

    /// The status of an answer, without following where it leads; a POST is of an empty form.
    pub fn ask(&self, method: &str, path: &str) -> u16 {
        self.demo.status(method, path, Some(&self.cookies))
    }

    /// Fills in the form of a page and sends it there; gives the answer, and where it leads.
    pub fn send_form(&self, path: &str, fields: &[(&str, &str)]) -> (Answer, String) {
        let mut form = hidden(&self.get(path).text);
        form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let request = self.demo.agent.post(format!("{}{path}", self.demo.url()));
        let request = request.header("cookie", &self.cookies).header("origin", &self.demo.url());
        let response = request.send_form(form).expect("the service answers");
        let leads = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        (answer(response), leads.unwrap_or_default())
    }

    pub fn get(&self, path: &str) -> Answer {
        let request = self.demo.agent.get(format!("{}{path}", self.demo.url()));
        answer(request.header("cookie", &self.cookies).call().expect("the service answers"))
    }

    /// Everything that the browser sends along.
    pub fn cookies(&self) -> &str {
        &self.cookies
    }

    /// Fills in the form of a page and sends it; gives where the answer leads, and the same browser as it is afterwards.
    pub fn after(&self, page: &str, to: &str, fields: &[(&str, &str)]) -> (String, Self) {
        let mut form = hidden(&self.get(page).text);
        form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let request = self.demo.agent.post(format!("{}{to}", self.demo.url()));
        let request = request.header("cookie", &self.cookies).header("origin", &self.demo.url());
        let response = request.send_form(form).expect("the service answers");
        let there = self.cookies.split("; ").map(str::to_owned).collect();
        let cookies = self::cookies(&response, there).join("; ");
        let leads = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        (leads.unwrap_or_default(), Self { demo: self.demo, cookies })
    }

    /// Fills in the form of a page, as a browser without scripts does, and gives what answers it.
    pub fn fill(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = hidden(&self.get(path).text);
        form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let request = self.demo.agent.post(format!("{}{path}", self.demo.url()));
        let request = request.header("cookie", &self.cookies).header("origin", &self.demo.url());
        answer(request.send_form(form).expect("the service answers"))
    }
}

impl SignedIn<'_> {
    /// Fills in the form of a page and sends it, as a browser does.
    pub fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_to(path, path, fields)
    }

    /// Sends a form of a page to where it leads.
    pub fn send_to(&self, page: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page);
        assert_eq!(shown.status, 200, "{page}: {}", shown.text);
        let mut form: Vec<(String, String)> = Vec::new();
        // The first form's token and key; a page may have several.
        for (name, value) in hidden(&shown.text) {
            let known = form.iter().any(|(other, _)| *other == name);
            if !known && matches!(name.as_str(), "_csrf" | "_key") {
                form.push((name, value));
            }
        }
        form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let request = self.demo.agent.post(format!("{}{to}", self.demo.url()));
        let request = request.header("cookie", &self.cookies).header("origin", &self.demo.url());
        answer(request.send_form(form).expect("the service answers"))
    }
}

/// The cookies that stand after an answer.
fn cookies(response: &ureq::http::Response<ureq::Body>, mut known: Vec<String>) -> Vec<String> {
    for header in response.headers().get_all("set-cookie") {
        let pair = header.to_str().unwrap().split(';').next().unwrap().to_owned();
        let name = pair.split('=').next().unwrap().to_owned();
        known.retain(|old| old.split('=').next() != Some(name.as_str()));
        known.push(pair);
    }
    known
}

/// The hidden fields of a page.
fn hidden(text: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        let from = tag.split_once(&format!("{name}=\""))?.1;
        Some(from.split_once('"')?.0.to_owned())
    };
    text.split('<')
        .filter(|tag| tag.contains("type=\"hidden\""))
        .filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?)))
        .collect()
}
