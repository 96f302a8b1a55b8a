//! (a) Complete verdicts over generated facts.

use super::percentiles;
use casework::facts::Facts;
use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

const FACTS: &str = "20000";

pub fn run() {
    let oracle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../gate/tests/oracle/generate.py");
    let made = Command::new("python3").arg(oracle).args([FACTS, "7"]).output().expect("python3 makes facts");
    let facts: Vec<Facts> = String::from_utf8(made.stdout)
        .unwrap()
        .lines()
        .map(|line| Facts::parse(line).expect("generated facts fit the schema"))
        .collect();
    let began = Instant::now();
    let gate = gate::embedded().expect("the built-in pack is whole");
    let load = began.elapsed();
    for one in facts.iter().take(500) {
        std::hint::black_box(gate.judge(one));
    }
    let mut times = Vec::with_capacity(facts.len());
    let began = Instant::now();
    for one in &facts {
        let start = Instant::now();
        std::hint::black_box(gate.judge(one));
        times.push(start.elapsed());
    }
    let total = began.elapsed();
    let (median, p99) = percentiles(&mut times, 99);
    let worst = times.last().copied().unwrap_or_default();
    println!("\n(a) complete verdicts, one core, {} generated facts", facts.len());
    println!("    cold load of the pack        {load:>10.2?}");
    println!("    verdicts a second            {:>10.0}", facts.len() as f64 / total.as_secs_f64());
    println!("    median / p99 / worst         {median:>10.1?} / {p99:.1?} / {worst:.1?}");
    println!(
        "    p99 against the limit of 1 ms: {:.2} (aim: under 1)",
        p99.as_secs_f64() / Duration::from_millis(1).as_secs_f64()
    );
}
