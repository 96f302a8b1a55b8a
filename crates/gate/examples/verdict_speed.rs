//! How long a complete verdict takes on one core: median, 99th percentile and worst, over generated facts.
//!
//! `cargo run --release -p candour-gate --example verdict_speed`

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test ends where it cannot go on")]

#[path = "../tests/common/draw.rs"]
mod draw;
#[path = "../tests/common/generator.rs"]
mod generator;

use std::time::{Duration, Instant};

const WARM_UP: u64 = 500;
const MEASURED: u64 = 20_000;

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock, and this binary is its owner")]
fn main() {
    let before = Instant::now();
    let gate = match candour_gate::embedded() {
        Ok(gate) => gate,
        Err(error) => {
            println!("{error}");
            return;
        }
    };
    let loaded = before.elapsed();
    let generator = generator::Generator::new();
    let mut times = Vec::new();
    let mut open = 0;
    for seed in 0..WARM_UP + MEASURED {
        let facts = generator.facts(seed);
        let before = Instant::now();
        let judgement = gate.judge(&facts);
        let time = before.elapsed();
        open += judgement.verdict.open().iter().filter(|outcome| outcome.basis().is_some()).count();
        if seed >= WARM_UP {
            times.push(time);
        }
    }
    times.sort_unstable();
    let percentile =
        |hundredths: usize| times.get(times.len() * hundredths / 10_000).copied().unwrap_or(Duration::ZERO);
    println!("loading and checking the pack: {loaded:?}");
    println!("{MEASURED} verdicts, {open} open outcomes on a basis");
    println!(
        "median {:?}, 99% within {:?}, worst {:?}",
        percentile(5_000),
        percentile(9_900),
        percentile(9_999)
    );
}
