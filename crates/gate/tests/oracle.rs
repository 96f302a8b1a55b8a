//! The gate against a second implementation of the same rules, written from their text alone in another language
//! (`tests/oracle`), over generated facts. Verdicts are compared whole, but for the name of the pack.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use std::{
    io::Write,
    process::{Command, Stdio},
    sync::LazyLock,
    thread,
};

use candour_gate::Gate;
use casework::facts::Facts;
use serde_json::Value;

/// One gate for the whole test binary: compiling the pack takes far longer than judging.
static GATE: LazyLock<Gate> = LazyLock::new(|| candour_gate::embedded().unwrap());

const ORACLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle");
const FACTS: &str = "8000";
const SEED: &str = "2026";

/// Runs a script with lines on its standard input.
fn run(script: &str, arguments: &[&str], input: String) -> String {
    let mut child = Command::new("python3")
        .arg(format!("{ORACLE}/{script}"))
        .args(arguments)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn without_pack(mut verdict: Value) -> Value {
    verdict.as_object_mut().unwrap().remove("pack");
    verdict
}

#[test]
fn the_gate_and_the_oracle_agree() {
    let facts = run("generate.py", &[FACTS, SEED], String::new());
    let verdicts = run("oracle.py", &[], facts.clone());
    let mut differing = Vec::new();
    assert_eq!(facts.lines().count(), verdicts.lines().count());
    for (facts, theirs) in facts.lines().zip(verdicts.lines()) {
        let ours = without_pack(GATE.judge(&Facts::parse(facts).unwrap()).verdict.to_value());
        let theirs = without_pack(serde_json::from_str(theirs).unwrap());
        if ours != theirs {
            differing.push(format!("facts  {facts}\ngate   {ours}\noracle {theirs}\n"));
        }
    }
    let shown: Vec<String> = differing.iter().take(3).cloned().collect();
    assert!(differing.is_empty(), "{} of {FACTS} differ:\n{}", differing.len(), shown.join("\n"));
}
