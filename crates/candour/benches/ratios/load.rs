//! (i) Pages under load: a hundred requests a second over the real pages of ten readers, each with a session of their own,
//! sent by `h2load` of nghttp2, which keeps the rate and writes down how long each answer took. What it measures is more
//! than the server's own time: the way over loopback and its own waiting for a core are in it.

use super::{
    demonstration::{Demo, Raw},
    percentiles,
    report::{Aim, aim, line},
};
use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

/// Who reads, and where they begin.
const READERS: [(&str, &str); 10] = [
    ("nobody", "/"),
    ("officer", "/officer"),
    ("supervisor", "/officer/countersign"),
    ("health-worker", "/reports"),
    ("clinician", "/clinic"),
    ("second-clinician", "/clinic"),
    ("guardian", "/guardian"),
    ("legal", "/legal"),
    ("reviewer", "/review"),
    ("administrator", "/admin"),
];
/// Requests a second of each reader: together a hundred.
const EACH: usize = 10;
const SECONDS: usize = 20;
const PAGES_MAX: usize = 30;
/// The limit for the ninety-fifth of a hundred answers.
const LIMIT: Duration = Duration::from_millis(20);

pub fn run() {
    if Command::new("h2load").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("\n(i) there is no h2load here, so nothing is sent: tools/install load");
        return;
    }
    let demo = Demo::start(100);
    let folder = tempfile::tempdir().unwrap();
    let mut readers = Vec::new();
    let mut pages = 0;
    for (role, home) in READERS {
        let headers = if role == "nobody" { String::new() } else { demo.sign_in(role).cookie_line() };
        let found = pages_of(&demo.url(), home, &headers);
        pages += found.len();
        let list = folder.path().join(format!("{role}.pages"));
        std::fs::write(&list, found.join("\n")).unwrap();
        let mut load = Command::new("h2load");
        load.args(["--h1", "--clients=1", "--threads=1"]);
        load.arg(format!("--rps={EACH}")).arg(format!("--requests={}", EACH * SECONDS));
        load.arg(format!("--input-file={}", list.display()));
        load.arg(format!("--log-file={}", folder.path().join(format!("{role}.times")).display()));
        for header in headers.lines() {
            load.arg(format!("--header={header}"));
        }
        readers.push((role, load));
    }
    let started: Vec<_> =
        readers.iter_mut().map(|(role, load)| (*role, load.stdout(Stdio::null()).spawn().unwrap())).collect();
    for (role, mut load) in started {
        assert!(load.wait().unwrap().success(), "{role}");
    }
    let mut times = Vec::new();
    let mut other = 0;
    for (role, _) in READERS {
        let (taken, not_shown) = read(&folder.path().join(format!("{role}.times")));
        times.extend(taken);
        other += not_shown;
    }
    let sent = times.len() + other;
    println!(
        "\n(i) {sent} requests at {} a second over {pages} pages of {} readers, {SECONDS} s, by h2load",
        EACH * READERS.len(),
        READERS.len()
    );
    let (median, p95) = percentiles(&mut times, 95);
    line("median / p95 of an answer", format!("{median:>12.1?} / {p95:.1?}"));
    line("answers that were no page", other);
    aim("p95 against the limit of 20 ms", p95.as_secs_f64() / LIMIT.as_secs_f64(), &Aim::AtMost(1.0));
}

/// The addresses of pages that links lead to, one of a kind.
fn pages_of(url: &str, home: &str, headers: &str) -> Vec<String> {
    let (mut waiting, mut seen, mut found) = (vec![home.to_owned()], BTreeSet::new(), Vec::new());
    while let Some(path) = waiting.pop() {
        let kind: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
        if found.len() == PAGES_MAX || !seen.insert(kind) {
            continue;
        }
        let answer = Raw::ask(url, "GET", &path, headers);
        if answer.status != 200 || answer.header("content-type") != Some("text/html; charset=utf-8") {
            continue;
        }
        found.push(format!("{url}{path}"));
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        let links = text
            .split("<a ")
            .skip(1)
            .filter_map(|rest| rest.split("href=\"").nth(1)?.split(['"', '#']).next());
        waiting.extend(links.filter(|link| link.starts_with('/')).map(str::to_owned));
    }
    found
}

/// What h2load wrote down of each answer: when it began, its status, and how many microseconds it took. Gives the times of
/// pages, and how many answers were none.
fn read(file: &Path) -> (Vec<Duration>, usize) {
    let text = std::fs::read_to_string(file).unwrap();
    let rows = text.lines().map(|line| {
        let mut words = line.split('\t').skip(1).map(|word| word.parse::<u64>().unwrap_or(0));
        (words.next().unwrap_or(0), words.next().unwrap_or(0))
    });
    let (pages, other): (Vec<_>, Vec<_>) = rows.partition(|(status, _)| *status == 200);
    (pages.into_iter().map(|(_, micros)| Duration::from_micros(micros)).collect(), other.len())
}
