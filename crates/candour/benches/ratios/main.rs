//! `make bench`: ratios against a stated limit or a peer, measured in one run, printed with what they were measured on.
//!
//! (a) verdicts of the gate over generated facts; (b) durable commands against bare SQLite transactions that write the
//! same rows, in process and over HTTP; (c) pages and lists with a thousand cases and with very many; (d) from the last
//! approval to a disclosure that the officer can read, witnessed; (e) entries appended to the ledger, against four peers; (f)
//! verification of a whole ledger and (g) receipts out of it; (h) commands with several nodes on one PostgreSQL; (i) pages under a
//! hundred requests a second.
//!
//! Sizes are such that all of it takes minutes; `--full` takes those that the aims speak of. A word names one part:
//! `gate`, `commands`, `append`, `ledger`, `nodes`, `latency`, `pages`, `load`.

#![expect(
    clippy::cast_possible_wrap,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a benchmark measures the machine's own time and ends where it cannot"
)]

mod append;
mod bare;
mod bulk;
mod commands;
#[path = "../../tests/demonstration/mod.rs"]
mod demonstration;
mod gate_speed;
mod latency;
mod load;
mod nodes;
mod pages;
mod peers;
mod proofs;
mod report;
mod server;
mod verify;
mod world;

use std::time::Duration;

fn main() {
    let only: Option<String> = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, folder] = arguments.as_slice()
        && word == verify::CHILD
    {
        verify::child(folder);
        return;
    }
    let size = if std::env::args().any(|arg| arg == "--full") { Size::Full } else { Size::Quick };
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    println!(
        "candour ratios; {} cores, {:.1} of them busy before; caches warm unless said; optimised build",
        cores(),
        busy().unwrap_or(f64::NAN)
    );
    if busy().is_some_and(|load| load > 0.5) {
        println!(
            "other work runs on this machine: ratios are of one run and sides took turns; times a second are too low"
        );
    }
    if wanted("gate") {
        gate_speed::run();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    if wanted("commands") {
        runtime.block_on(commands::run());
    }
    if wanted("append") {
        runtime.block_on(append::run(size));
    }
    if wanted("ledger") {
        runtime.block_on(ledger(size));
    }
    if wanted("nodes") {
        runtime.block_on(nodes::run(size));
    }
    if wanted("latency") {
        latency::run();
    }
    if wanted("load") {
        load::run();
    }
    if wanted("pages") {
        runtime.block_on(pages::run(size));
    }
}

/// What is measured of a small ledger and a large one.
async fn ledger(size: Size) {
    let (small, large) = (1_000, if size == Size::Full { 10_000_000 } else { 1 << 20 });
    let folder = tempfile::tempdir().unwrap();
    let cases = 200;
    let small = bulk::make(&folder.path().join("small"), small, cases).await;
    let began = std::time::Instant::now();
    let large = bulk::make(&folder.path().join("large"), large, cases).await;
    eprintln!("    a ledger of {} entries in {:.0?}", large.size, began.elapsed());
    verify::run(&small, &large);
    proofs::run(&small, &large).await;
}

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Minutes.
    Quick,
    /// What the aims speak of.
    Full,
}

/// How busy the machine was in the last minute, in cores, where it says so.
fn busy() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Median and a percentile of measured times.
fn percentiles(times: &mut [Duration], percent: usize) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    (at(50), at(percent))
}
