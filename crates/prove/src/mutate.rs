//! Packs made wrong on purpose, to show that proofs and cases can fail.
//!
//! Each mutant is the pack with one small change to one policy or one named condition. It is killed by whatever first
//! notices: the loader, a proof, one of the pack's cases, or verdicts that somebody else worked out. A mutant that
//! nobody notices is put to the solver once more: where every policy and condition says the same on all facts, the
//! change was none. What is left survives, and is a hole in the proofs or in the cases.

use casework::{
    codes::{Basis, Reason},
    facts::Facts,
};
use cedar_policy::{Policy, PolicyId};
use gate::{Comparison, Files, Pack, PackError, cases::unexpected};
use serde_json::Value;

use crate::{
    ProveError, Restated, Solver,
    proving::Prover,
    sets::{self, Ground},
    solver::Answer,
};

mod changes;

pub use changes::{Mutant, mutants};

/// What became of a mutant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The pack no longer loads.
    Refused(String),
    /// A proof fails.
    Disproved(String),
    /// A case of the pack comes out otherwise.
    Case(String),
    /// A verdict differs from one that was worked out elsewhere.
    Verdict,
    /// Every policy and condition says the same on all facts.
    Equivalent,
    /// Nobody noticed.
    Survived,
}

/// What mutants are held against.
#[derive(Debug)]
pub struct Against<'a> {
    /// The pack as it is.
    pub original: &'a Comparison,
    /// What it is proved to say.
    pub restated: &'a Restated,
    /// Its own cases.
    pub cases: &'a str,
    /// Facts with verdicts that were worked out elsewhere, without the name of the pack.
    pub verdicts: &'a [(Facts, Value)],
}

/// A verdict without the name of the pack, as verdicts of different gates are compared.
#[must_use]
pub fn without_pack(mut verdict: Value) -> Value {
    if let Value::Object(fields) = &mut verdict {
        fields.remove("pack");
    }
    verdict
}

/// The files of a pack with one of them changed.
///
/// # Errors
/// [`PackError`] where the changed pack does not hold together.
pub fn build(files: &Files, mutant: &Mutant) -> Result<Pack, PackError> {
    let changed =
        files.all().map(|(path, text)| (path, if path == mutant.path { mutant.text.as_str() } else { text }));
    Pack::from_files(&Files::new(changed))
}

/// What becomes of a mutant.
///
/// # Errors
/// [`ProveError`] where a question cannot be put.
pub fn fate(
    files: &Files,
    mutant: &Mutant,
    against: &Against<'_>,
    solver: &mut Solver,
) -> Result<Fate, ProveError> {
    let comparison = match build(files, mutant).and_then(Comparison::new) {
        Ok(comparison) => comparison,
        Err(error) => return Ok(Fate::Refused(error.to_string())),
    };
    let ground = Ground::of(comparison.pack())?;
    let (before, after) = (against.original.pack(), comparison.pack());
    let mut prover = Prover { comparison: &comparison, ground: &ground, solver };
    for (basis, reason) in changed_reasons(before, after)? {
        let policies = sets::policies(after, basis)?;
        if prover.disagrees(against.restated, basis, reason, &policies)? {
            return Ok(Fate::Disproved(format!("{basis}: {reason}")));
        }
    }
    if let Some(what) = unexpected(against.cases, &comparison)?.into_iter().next() {
        return Ok(Fate::Case(what));
    }
    for (facts, verdict) in against.verdicts {
        if without_pack(comparison.would_find(facts)) != *verdict {
            return Ok(Fate::Verdict);
        }
    }
    Ok(if same_conditions(before, after, &ground, prover.solver)? {
        Fate::Equivalent
    } else {
        Fate::Survived
    })
}

/// The reasons whose forbids read otherwise than before, by basis.
fn changed_reasons(before: &Pack, after: &Pack) -> Result<Vec<(Basis, Reason)>, ProveError> {
    let mut changed = Vec::new();
    for basis in Basis::ALL.iter().copied() {
        if before.cedar_policies(basis) == after.cedar_policies(basis) {
            continue;
        }
        let (old, new) = (sets::policies(before, basis)?, sets::policies(after, basis)?);
        for reason in Reason::ALL.iter().copied() {
            let of_reason = |policies: &[Policy]| -> Vec<String> {
                let named = policies.iter().filter(|policy| sets::reason_of(policy) == Some(reason));
                named.map(|policy| policy.new_id(PolicyId::new("p")).to_string()).collect()
            };
            if of_reason(&old) != of_reason(&new) {
                changed.push((basis, reason));
            }
        }
    }
    Ok(changed)
}

/// Whether every condition that the tables use says the same in both packs, by the solver where the texts differ.
fn same_conditions(
    before: &Pack,
    after: &Pack,
    ground: &Ground,
    solver: &mut Solver,
) -> Result<bool, ProveError> {
    let (old, new) = (before.cedar_conditions(), after.cedar_conditions());
    if old.policies().count() != new.policies().count() {
        return Ok(false);
    }
    for policy in old.policies() {
        let Some(other) = new.policy(policy.id()) else { return Ok(false) };
        if policy.to_string() == other.to_string() {
            continue;
        }
        let (one, other) = (sets::alone(policy, None)?, sets::alone(other, None)?);
        let answer = ground.put(&[one], &[other], |one, other| solver.equivalent(one, other))?;
        if !matches!(answer, Answer::Holds) {
            return Ok(false);
        }
    }
    Ok(true)
}
