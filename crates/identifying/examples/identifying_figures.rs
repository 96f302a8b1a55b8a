//! Prints recall and precision of the rules over the corpus, by kind, for the half they were tuned on and for the half
//! that was kept apart; with `--misses`, what went wrong in the tuning half, and never in the other.
//!
//! `cargo run -p candour-identifying --example identifying_figures`

#[path = "../tests/support/mod.rs"]
mod support;

use support::{Half, corpus, measure, table};

fn main() -> anyhow::Result<()> {
    let samples = corpus()?;
    let tuning_only = std::env::args().any(|arg| arg == "--tuning" || arg == "--misses");
    for (half, name) in [(Half::Tuning, "tuned on"), (Half::KeptApart, "kept apart"), (Half::Fresh, "fresh")]
    {
        if half != Half::Tuning && tuning_only {
            continue;
        }
        for (by_hand, source) in [(true, "by hand"), (false, "from templates")] {
            let chosen = || samples.iter().filter(|s| s.half == half && s.by_hand == by_hand);
            let (by_kind, _) = measure(chosen())?;
            println!("{name}, {source}: {} texts\n{}\n", chosen().count(), table(&by_kind));
        }
        let (by_kind, misses) = measure(samples.iter().filter(|s| s.half == half))?;
        println!("{name}, all\n{}\n", table(&by_kind));
        if tuning_only {
            for miss in &misses {
                println!("{} {}", miss.id, miss.what);
            }
        }
    }
    Ok(())
}
