//! Headers of every answer: each address that the matrix of access lists, with every method and for somebody of every
//! role; every call of the API; every asset that pages name; the ledger's files; what does not exist; and, over the pages
//! that links lead to, what their content says it is.

#![expect(clippy::panic, clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Demo, Raw};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write as _,
    process::{Child, Command, Stdio},
};

const MATRIX: &str = include_str!("access.txt");
const AREAS: [(&str, &str); 13] = [
    ("officer", "/officer"),
    ("supervisor", "/officer/countersign"),
    ("health-worker", "/reports"),
    ("clinician", "/clinic"),
    ("second-clinician", "/clinic"),
    ("guardian", "/guardian"),
    ("safeguarding", "/safeguarding"),
    ("legal", "/legal"),
    ("data-protection-officer", "/clinic"),
    ("reviewer", "/review"),
    ("administrator", "/admin"),
    ("key-custodian", "/admin"),
    ("retention-manager", "/admin"),
];
const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"];

/// What every answer says, whatever was asked.
const ALWAYS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// What may be kept, by where it lies; everything else is not kept by anybody.
fn may_keep(path: &str, status: u16) -> &'static [&'static str] {
    match path {
        _ if status != 200 => &["no-store"],
        _ if path.starts_with("/assets/images/") => &["public, max-age=86400"],
        _ if path.starts_with("/assets/") || path.starts_with("/ledger/tile/") => {
            &["public, max-age=31536000, immutable"]
        }
        _ if path.starts_with("/ledger/checkpoint") => &["no-cache"],
        _ => &["no-store"],
    }
}

/// The kinds of content that an address may answer with.
fn kinds(path: &str) -> &'static [&'static str] {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    match (path, ending) {
        (_, Some("css")) if path.starts_with("/assets/") => &["text/css; charset=utf-8"],
        (_, Some("js")) if path.starts_with("/assets/") => &["text/javascript; charset=utf-8"],
        (_, Some("svg")) if path.starts_with("/assets/") => &["image/svg+xml"],
        _ if path.starts_with("/api/") => &["application/json", "application/problem+json"],
        _ if path.starts_with("/ledger/tile/") => &["application/octet-stream"],
        ("/healthz" | "/readyz", _) => &["text/plain; charset=utf-8"],
        _ if path.starts_with("/ledger/") => &["text/plain; charset=utf-8"],
        _ if path.ends_with("/file") || path.contains("/receipts/") => {
            &["text/html; charset=utf-8", "application/octet-stream"]
        }
        _ => &["text/html; charset=utf-8"],
    }
}

fn check(what: &str, path: &str, answer: &Raw, https: bool) {
    for (name, value) in ALWAYS {
        assert_eq!(answer.header(name), Some(value), "{what}: {name}");
    }
    let strict = https.then_some("max-age=63072000; includeSubDomains");
    assert_eq!(answer.header("strict-transport-security"), strict, "{what}");
    for chatty in ["server", "x-powered-by", "via", "access-control-allow-origin"] {
        assert_eq!(answer.header(chatty), None, "{what}: {chatty}");
    }
    let kept = answer.header("cache-control").unwrap_or_else(|| panic!("{what} says nothing of keeping"));
    assert!(may_keep(path, answer.status).contains(&kept), "{what} {}: {kept}", answer.status);
    match answer.header("content-type") {
        Some(kind) if path.starts_with("/assets/") && answer.status != 200 => {
            assert_eq!(kind, "text/html; charset=utf-8", "{what}");
        }
        Some(kind) => assert!(kinds(path).contains(&kind), "{what} {}: {kind}", answer.status),
        None => assert!(answer.body.is_empty(), "{what}: content of no kind"),
    }
    for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
        let marks: BTreeSet<&str> = cookie.split("; ").skip(1).collect();
        // Which language somebody reads opens nothing, and counts for whoever follows a link to here too.
        let from = if cookie.starts_with("candour-language=") { "SameSite=Lax" } else { "SameSite=Strict" };
        for mark in ["HttpOnly", from, "Path=/"] {
            assert!(marks.contains(mark), "{what}: {cookie}");
        }
        assert_eq!(marks.contains("Secure"), https, "{what}: {cookie}");
    }
    assert!(answer.status < 500 && answer.status != 101, "{what}: {}", answer.status);
}

/// Every address that is listed anywhere, with placeholders filled.
fn addresses(demo: &Demo) -> Vec<String> {
    let fill = |route: &str| {
        let mut path = route.replace("{id}", &"0".repeat(32)).replace("{draft}", &"0".repeat(32));
        for (place, value) in [("{n}", "1"), ("{index}", "0"), ("{*name}", "none"), ("{week}", "2026-W01")] {
            path = path.replace(place, value);
        }
        path.replace(['{', '}'], "")
    };
    let listed = MATRIX.lines().filter(|line| !line.starts_with('#'));
    let mut all: Vec<String> = listed.map(|line| fill(line.split(' ').next().unwrap())).collect();
    assert!(all.len() > 140, "{}", all.len());
    let described = demo.plain("/api/openapi.json").body;
    all.extend(described["paths"].as_object().unwrap().keys().map(|path| fill(path)));
    let files =
        ["checkpoint", "policy", "tile/0/x000/000", "tile/entries/000", "tile/entries/000.p/1", "tile/none"];
    all.extend(files.map(|file| format!("/ledger/{file}")));
    all.extend(
        ["/ledger/checkpoints/2026-W01", "/ledger/checkpoints/none", "/healthz", "/readyz"]
            .map(str::to_owned),
    );
    all.extend(
        ["/none", "/api/none", "/assets/none.css", "/%ff", "/officer/%2e%2e/admin"].map(str::to_owned),
    );
    all
}

/// What a page leads to.
fn links(text: &str) -> impl Iterator<Item = &str> {
    ["href=\"", "src=\""].into_iter().flat_map(move |opens| {
        text.split(opens).skip(1).filter_map(|rest| rest.split(['"', '#', '?']).next())
    })
}

/// Two pages of one kind differ only by what they are about.
fn kind(path: &str) -> String {
    let of = |part: &str| match part {
        id if id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) => "id".to_owned(),
        n if !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()) => "n".to_owned(),
        other => other.to_owned(),
    };
    path.split('/').map(of).collect::<Vec<_>>().join("/")
}

#[test]
fn every_answer_has_the_headers_whatever_is_asked() {
    let demo = Demo::start(30);
    let mut asked = 0;
    for path in addresses(&demo) {
        for method in METHODS {
            let answer = demo.raw(method, &path, "content-length: 0\r\n");
            check(&format!("nobody {method} {path}"), &path, &answer, false);
            if matches!(method, "PUT" | "DELETE" | "PATCH" | "OPTIONS" | "TRACE") {
                assert!(matches!(answer.status, 303 | 404 | 405), "{method} {path}: {}", answer.status);
            }
            if method == "TRACE" {
                // What was sent, a cookie among it, must not come back in what scripts can read.
                assert_ne!(answer.header("content-type"), Some("message/http"), "{path}");
                let echo = demo.raw(method, &path, "x-planted: PLANTED\r\ncontent-length: 0\r\n");
                assert!(!String::from_utf8_lossy(&echo.body).contains("PLANTED"), "{path}");
            }
            asked += 1;
        }
    }
    let mut pages = BTreeMap::new();
    for (role, area) in AREAS {
        let cookie = demo.sign_in(role).cookie_line();
        let (mut waiting, mut seen) =
            (vec![area.to_owned(), "/".to_owned(), "/account".to_owned()], BTreeSet::new());
        while let Some(path) = waiting.pop() {
            if !seen.insert(kind(&path)) {
                continue;
            }
            let answer = demo.raw("GET", &path, &cookie);
            check(&format!("{role} {path}"), &path, &answer, false);
            asked += 1;
            if let Some(named) = answer.header("content-disposition") {
                saved(&path, named, &answer);
                *pages.entry("saved").or_insert(0) += 1;
            }
            if answer.header("content-type") != Some("text/html; charset=utf-8") {
                continue;
            }
            *pages.entry("page").or_insert(0) += 1;
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            waiting.extend(links(&text).filter(|link| link.starts_with('/')).map(str::to_owned));
            if answer.status == 200 {
                asked += methods_of_a_page(&demo, role, &path, &cookie);
            }
        }
    }
    assert!(pages["page"] > 200 && pages["saved"] > 3, "{pages:?}");
    assert!(asked > 2_000, "{asked} questions");
}

/// A page that there is, for whoever may see it, takes no method that its address does not list.
fn methods_of_a_page(demo: &Demo, role: &str, path: &str, cookie: &str) -> usize {
    for method in ["TRACE", "PUT", "DELETE", "PATCH"] {
        let answer = demo.raw(method, path, &format!("{cookie}content-length: 0\r\n"));
        check(&format!("{role} {method} {path}"), path, &answer, false);
        assert_eq!(answer.status, 405, "{role} {method} {path}");
    }
    4
}

/// What is saved has a name of ours: no letter in it that a file system or a header could read otherwise, and nothing
/// about anybody.
fn saved(path: &str, named: &str, answer: &Raw) {
    let name = named.strip_prefix("attachment; filename=\"").and_then(|rest| rest.strip_suffix('"'));
    let name = name.unwrap_or_else(|| panic!("{path}: {named}"));
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    assert!(name.chars().all(fits) && !name.contains("..") && name.len() < 80, "{path}: {name}");
    assert_eq!(answer.header("content-type"), Some("application/octet-stream"), "{path}");
}

/// A service that is stopped when this goes.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The record of a demonstration, served as behind a proxy that ends HTTPS.
fn behind_https(demo: &Demo) -> (Served, String) {
    let file = demo.dir.path().join("candour.toml");
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    let text: Vec<String> = text
        .lines()
        .map(|line| match line.split(' ').next() {
            Some("listen") => format!("listen = \"{free}\""),
            Some("address") => "address = \"https://candour.example\"".to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    std::fs::File::create(&file).unwrap().write_all(text.join("\n").as_bytes()).unwrap();
    let mut serve = Command::new(env!("CARGO_BIN_EXE_candour"));
    serve.args(["serve", "--config", file.to_str().unwrap()]).stdout(Stdio::null()).stderr(Stdio::null());
    let served = Served(serve.spawn().unwrap());
    let url = format!("http://{free}");
    let alive = || std::net::TcpStream::connect(free).ok();
    demonstration::until(alive, Option::is_some).unwrap_or_else(|| panic!("it is not served"));
    (served, url)
}

#[test]
fn where_people_come_by_https_every_answer_says_that_they_always_will() {
    let mut demo = Demo::start(3);
    let paths = addresses(&demo);
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(std::time::Duration::from_secs(30)));
    let (_served, url) = behind_https(&demo);
    for path in &paths {
        let answer = Raw::ask(&url, "GET", path, "");
        check(&format!("https {path}"), path, &answer, true);
    }
    let door = Raw::ask(&url, "GET", "/sign-in", "");
    assert_eq!(door.status, 200);
}

#[test]
fn a_demonstration_can_be_reached_on_this_machine_alone() {
    let demo = Demo::start(1);
    let port: u16 = demo.url().rsplit_once(':').unwrap().1.parse().unwrap();
    // The kernel's own list of who listens: every address on that port, in both families.
    let mut found = 0;
    for (file, here) in
        [("/proc/net/tcp", "0100007F"), ("/proc/net/tcp6", "00000000000000000000000001000000")]
    {
        for line in std::fs::read_to_string(file).unwrap_or_default().lines().skip(1) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let (address, on) = words[1].split_once(':').unwrap();
            if words[3] == "0A" && u16::from_str_radix(on, 16).unwrap() == port {
                assert_eq!(address, here, "{file}");
                found += 1;
            }
        }
    }
    assert_eq!(found, 1, "one listener");
}
