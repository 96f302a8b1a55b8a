//! Facts as JSON lines on standard input, verdicts on standard output, by the pack that is built in.
//!
//! `cargo run -p candour-gate --example judge_lines < facts.jsonl`; with `--explain`, in plain English.

use std::{io, process::ExitCode};

use candour_gate::stream::{Style, answer};

fn main() -> ExitCode {
    let style = if std::env::args().any(|word| word == "--explain") { Style::Explained } else { Style::Json };
    let gate = match candour_gate::embedded() {
        Ok(gate) => gate,
        Err(error) => {
            println!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match answer(&gate, io::stdin().lock(), io::BufWriter::new(io::stdout().lock()), style) {
        Ok(answered) if answered.all_good() => ExitCode::SUCCESS,
        Ok(_) | Err(_) => ExitCode::FAILURE,
    }
}
