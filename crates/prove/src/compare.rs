//! Facts on which two packs differ, found by the solver. What opens and closes over given facts is `gate::compare`.

use casework::{codes::Basis, facts::Facts};
use gate::Comparison;
use serde_json::Value;

use crate::{
    CounterExample, ProveError, Solver, counter::Sign, proving::is_open, sets::Ground, solver::Answer,
};

/// What the solver found of one basis under two packs.
#[derive(Debug, Clone)]
pub enum Difference {
    /// It is open on the same facts.
    Same,
    /// It is not, and here are facts.
    Facts(Box<CounterExample>),
    /// The solver does not know.
    Unknown(String),
}

/// Facts on which a basis is open under one pack and closed under the other, for each basis. What may be given is left
/// free by the solver, so facts are looked for that the two gates do judge differently.
///
/// # Errors
/// [`ProveError`] where the question cannot be put.
pub fn differences(
    first: &Comparison,
    second: &Comparison,
    solver: &mut Solver,
) -> Result<Vec<(Basis, Difference)>, ProveError> {
    let ground = Ground::of(first.pack())?;
    let mut found = Vec::new();
    for basis in Basis::ALL.iter().copied() {
        let (one, other) = (ground.open(first.pack(), basis)?, ground.open(second.pack(), basis)?);
        let answer = ground.put(&one, &other, |one, other| solver.equivalent(one, other))?;
        let other = ground.set(&other, false)?;
        let difference = match answer {
            Answer::Holds => Difference::Same,
            Answer::Unknown(why) => Difference::Unknown(why),
            Answer::Fails(env) => {
                let opens = |facts: &Facts| is_open(&second.would_find(facts), basis);
                let does = |verdict: &Value| is_open(verdict, basis);
                let sign = Sign {
                    comparison: first,
                    basis,
                    does: &does,
                    claim: &other,
                    either: true,
                    other: Some(&opens),
                };
                match sign.counter_example(&env) {
                    Some(counter) => Difference::Facts(Box::new(counter)),
                    None => Difference::Unknown("facts that cannot be written down".to_owned()),
                }
            }
        };
        found.push((basis, difference));
    }
    Ok(found)
}
