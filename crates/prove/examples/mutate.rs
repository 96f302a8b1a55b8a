//! `make mutate`: every mutant of a pack against the proofs, its cases and the oracle; prints the score.
//!
//! `mutate PACK [EVERY [PART]]` takes every so many of them, and of these the ones whose line has `PART` in it.

use anyhow::{Context as _, ensure};
use candour_prove::{
    RESTATED, Restated, Solver,
    mutate::{Against, Fate, fate, mutants, without_pack},
};
use casework::facts::Facts;
use gate::{Comparison, Files, Pack, cases::CASES};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    thread,
};

const ORACLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../gate/tests/oracle");

/// How many facts the oracle judges.
const FACTS: &str = "12000";

fn script(name: &str, arguments: &[&str], input: String) -> anyhow::Result<String> {
    let mut child = Command::new("python3")
        .arg(format!("{ORACLE}/{name}"))
        .args(arguments)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("python3")?;
    let mut stdin = child.stdin.take().context("no standard input")?;
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| anyhow::anyhow!("the writer stopped"))??;
    ensure!(output.status.success(), "{name} failed");
    Ok(String::from_utf8(output.stdout)?)
}

fn verdicts() -> anyhow::Result<Vec<(Facts, Value)>> {
    let facts = script("generate.py", &[FACTS, "2026"], String::new())?;
    let verdicts = script("oracle.py", &[], facts.clone())?;
    let pair = |(facts, verdict): (&str, &str)| {
        Ok((Facts::parse(facts)?, without_pack(serde_json::from_str(verdict)?)))
    };
    facts.lines().zip(verdicts.lines()).map(pair).collect()
}

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).context("usage: mutate PACK [EVERY [PART]]")?;
    let every: usize = std::env::args().nth(2).map_or(Ok(1), |every| every.parse())?;
    let part = std::env::args().nth(3).unwrap_or_default();
    let folder = Path::new(&folder);
    let files = Files::read(folder)?;
    let original = Comparison::new(Pack::from_files(&files)?)?;
    let restated = Restated::parse(&fs::read_to_string(folder.join(RESTATED))?, original.pack())?;
    let cases = fs::read_to_string(folder.join(CASES))?;
    let verdicts = verdicts()?;
    let against = Against { original: &original, restated: &restated, cases: &cases, verdicts: &verdicts };
    let mut solver = Solver::start()?;
    println!("cvc5 {}, {} verdicts of the oracle", solver.version(), verdicts.len());
    let mut score: BTreeMap<&str, usize> = BTreeMap::new();
    let all = mutants(&files);
    for (place, mutant) in all.iter().enumerate().step_by(every.max(1)) {
        if place % 50 < every {
            eprintln!("{place} of {}", all.len());
        }
        if !format!("{}:{} {}", mutant.path, mutant.line, mutant.what).contains(&part) {
            continue;
        }
        let fate = fate(&files, mutant, &against, &mut solver)?;
        let name = match &fate {
            Fate::Refused(_) => "refused by the loader",
            Fate::Disproved(_) => "disproved",
            Fate::Case(_) => "found by a case",
            Fate::Verdict => "found by the oracle",
            Fate::Equivalent => "shown equivalent",
            Fate::Survived => "survived",
        };
        if matches!(fate, Fate::Survived | Fate::Equivalent) {
            println!("{name}: {}:{} {}", mutant.path, mutant.line, mutant.what);
        }
        *score.entry(name).or_default() += 1;
    }
    let count = |name: &str| score.get(name).copied().unwrap_or_default();
    let tried: usize = score.values().sum();
    let matter = tried - count("shown equivalent");
    for (name, count) in &score {
        println!("{count:>6} {name}");
    }
    println!("mutation score {} of {matter} ({tried} tried)", matter - count("survived"));
    ensure!(count("survived") == 0, "{} mutants survived", count("survived"));
    Ok(())
}
