//! `make bench`: ratios against a stated limit or a peer, measured in one run, printed with what they were measured on.
//!
//! (a) verdicts of the gate over generated facts; (b) durable commands against bare SQLite transactions that write the
//! same rows, in process and over HTTP; (c) pages with a thousand and with a hundred thousand cases; (d) from the last
//! approval to a disclosure that the officer can read, witnessed.

#![expect(
    clippy::cast_possible_wrap,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a benchmark measures the machine's own time and ends where it cannot"
)]

mod bare;
mod commands;
mod gate_speed;
mod latency;
mod pages;
mod world;

use std::time::Duration;

fn main() {
    let only: Option<String> = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    println!("candour ratios; {} cores; embedded storage, warm; optimised build", cores());
    if wanted("gate") {
        gate_speed::run();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    if wanted("commands") {
        runtime.block_on(commands::run());
    }
    if wanted("latency") {
        latency::run();
    }
    if wanted("pages") {
        runtime.block_on(pages::run());
    }
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
