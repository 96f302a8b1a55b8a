//! Everything that is claimed of a pack, put to the solver.

use casework::codes::{Basis, Reason};
use cedar_policy::{Policy, PolicyId};
use gate::{Comparison, Pack};
use serde_json::{Value, json};
use std::{collections::BTreeMap, time::Duration};

use crate::{
    CounterExample, ProveError, Restated, Solver,
    counter::{Sign, facts_of},
    invariants::{INVARIANTS, Invariant},
    premise,
    restated::RESTATED,
    sets::{self, Ground},
    solver::Answer,
};

/// What was found of a claim.
#[derive(Debug, Clone)]
pub enum Found {
    /// It holds for all facts.
    Proved,
    /// It does not.
    Broken(Box<CounterExample>),
    /// The solver does not know: that is a failure.
    Unknown(String),
}

/// One thing that is claimed of a pack, with what was found.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its name.
    pub name: String,
    /// What it says.
    pub says: String,
    /// How many questions the solver was asked for it.
    pub questions: usize,
    /// How long that took.
    pub took: Duration,
    /// What was found.
    pub found: Found,
}

/// Everything that was claimed of a pack.
#[derive(Debug, Clone)]
pub struct Report {
    /// The pack, by id and version.
    pub pack: String,
    /// Its digest.
    pub digest: String,
    /// The solver's version.
    pub solver: String,
    /// The claims, in the order in which they were put.
    pub claims: Vec<Claim>,
}

impl Report {
    /// Whether every claim was proved.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.claims.iter().all(|claim| matches!(claim.found, Found::Proved))
    }

    /// The report as JSON.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let claims = self.claims.iter().map(|claim| {
            let mut value = json!({"name": claim.name, "says": claim.says, "questions": claim.questions,
                "milliseconds": u64::try_from(claim.took.as_millis()).unwrap_or(u64::MAX)});
            let (found, more) = match &claim.found {
                Found::Proved => ("proved", None),
                Found::Broken(counter) => ("broken", Some(("counter_example",
                    json!({"basis": counter.basis.map(Basis::as_str), "reproduced": counter.reproduced, "facts": counter.facts.to_value()})))),
                Found::Unknown(why) => ("unknown", Some(("why", json!(why)))),
            };
            if let Value::Object(fields) = &mut value {
                fields.insert("found".to_owned(), json!(found));
                fields.extend(more.map(|(name, more)| (name.to_owned(), more)));
            }
            value
        });
        json!({"pack": self.pack, "digest": self.digest, "solver": format!("cvc5 {}", self.solver),
            "premise": premise::IN_WORDS, "holds": self.holds(), "claims": claims.collect::<Vec<_>>()})
    }
}

/// Puts every claim that is wanted to the solver. `clock` says how much time has passed; `wanted` is asked about each
/// claim by name just before it is put.
///
/// # Errors
/// [`ProveError`] where a claim cannot be put at all; a claim that does not hold is no error.
pub fn prove(
    comparison: &Comparison,
    restated: Option<&Restated>,
    solver: &mut Solver,
    clock: &dyn Fn() -> Duration,
    wanted: &mut dyn FnMut(&str) -> bool,
) -> Result<Report, ProveError> {
    let pack = comparison.pack();
    let ground = Ground::of(pack)?;
    let mut report = Report {
        pack: pack.name(),
        digest: pack.digest().to_owned(),
        solver: solver.version().to_owned(),
        claims: Vec::new(),
    };
    let mut prover = Prover { comparison, ground: &ground, solver };
    let mut put = |name: &str,
                   says: &str,
                   claim: &mut dyn FnMut(&mut Prover<'_>) -> Result<Found, ProveError>| {
        if !wanted(name) {
            return Ok(());
        }
        let (before, asked) = (clock(), prover.solver.asked());
        let found = claim(&mut prover)?;
        let (took, questions) = (clock().saturating_sub(before), prover.solver.asked() - asked);
        report.claims.push(Claim { name: name.to_owned(), says: says.to_owned(), questions, took, found });
        Ok::<(), ProveError>(())
    };
    put("never-errs", "no policy and no named condition can err", &mut |prover| prover.nothing_errs())?;
    for invariant in &INVARIANTS {
        put(invariant.name, invariant.says, &mut |prover| prover.invariant(invariant))?;
    }
    for basis in restated.iter().flat_map(|_| Basis::ALL) {
        let Some(restated) = restated else { continue };
        let says = "each reason closes it where the rules, stated a second time, say so, and nowhere else";
        put(&format!("restated: {basis}"), says, &mut |prover| prover.restated(restated, *basis))?;
    }
    Ok(report)
}

/// What claims are put with.
pub(crate) struct Prover<'a> {
    pub(crate) comparison: &'a Comparison,
    pub(crate) ground: &'a Ground,
    pub(crate) solver: &'a mut Solver,
}

impl Prover<'_> {
    fn pack(&self) -> &Pack {
        self.comparison.pack()
    }

    /// Every policy as it is evaluated, each reading once, and every named condition of the tables.
    fn nothing_errs(&mut self) -> Result<Found, ProveError> {
        let mut readings: BTreeMap<String, Policy> = BTreeMap::new();
        for basis in Basis::ALL {
            for policy in sets::policies(self.pack(), *basis)? {
                let reading = sets::alone(&policy, None)?.new_id(PolicyId::new("reading"));
                readings.insert(reading.to_string(), reading);
            }
        }
        for condition in self.pack().cedar_conditions().policies() {
            readings.insert(condition.to_string(), condition.clone());
        }
        for policy in readings.values() {
            if let Some(found) = self.errs(policy)? {
                return Ok(found);
            }
        }
        Ok(Found::Proved)
    }

    fn errs(&mut self, policy: &Policy) -> Result<Option<Found>, ProveError> {
        Ok(match self.solver.never_errs(&self.ground.compiled_policy(policy)?) {
            Answer::Holds => None,
            Answer::Unknown(why) => Some(Found::Unknown(why)),
            Answer::Fails(env) => Some(match facts_of(&env) {
                Some(facts) => {
                    Found::Broken(Box::new(CounterExample { basis: None, facts, reproduced: false }))
                }
                None => Found::Unknown("facts that cannot be written down".to_owned()),
            }),
        })
    }

    fn invariant(&mut self, invariant: &Invariant) -> Result<Found, ProveError> {
        for basis in Basis::ALL {
            let Some(needs) = invariant.needs(self.pack().basis(*basis)) else { continue };
            let open = self.ground.open(self.pack(), *basis)?;
            let claim = self.ground.where_one_holds("invariants", &[needs])?;
            let answer = self.ground.put(&open, &claim, |open, claim| self.solver.implies(open, claim))?;
            let claim = self.ground.set(&claim, false)?;
            let opens = |verdict: &Value| is_open(verdict, *basis);
            let sign = Sign {
                comparison: self.comparison,
                basis: *basis,
                does: &opens,
                claim: &claim,
                either: false,
                other: None,
            };
            if let Some(found) = found(answer, &sign) {
                return Ok(found);
            }
        }
        Ok(Found::Proved)
    }

    /// Each reason of a basis, of the pack or of the statement, closes it on the same facts.
    pub(crate) fn restated(&mut self, restated: &Restated, basis: Basis) -> Result<Found, ProveError> {
        let policies = sets::policies(self.pack(), basis)?;
        for reason in Reason::ALL {
            if let Some(found) = self.restated_reason(restated, basis, *reason, &policies)? {
                return Ok(found);
            }
        }
        Ok(Found::Proved)
    }

    /// Whether the policies of a basis and the statement disagree on a reason; no facts are looked for.
    pub(crate) fn disagrees(
        &mut self,
        restated: &Restated,
        basis: Basis,
        reason: Reason,
        policies: &[Policy],
    ) -> Result<bool, ProveError> {
        let claim =
            self.ground.where_one_holds(RESTATED, &restated.closing(self.pack().basis(basis), reason)?)?;
        let forbids: Vec<&Policy> =
            policies.iter().filter(|policy| sets::reason_of(policy) == Some(reason)).collect();
        let closing = self.ground.closing(&forbids)?;
        let answer =
            self.ground.put(&closing, &claim, |closing, claim| self.solver.equivalent(closing, claim))?;
        Ok(!matches!(answer, Answer::Holds))
    }

    /// `None` where the policies of a basis and the statement agree on a reason.
    pub(crate) fn restated_reason(
        &mut self,
        restated: &Restated,
        basis: Basis,
        reason: Reason,
        policies: &[Policy],
    ) -> Result<Option<Found>, ProveError> {
        let stated = restated.closing(self.pack().basis(basis), reason)?;
        let forbids: Vec<&Policy> =
            policies.iter().filter(|policy| sets::reason_of(policy) == Some(reason)).collect();
        if stated.is_empty() && forbids.is_empty() {
            return Ok(None);
        }
        let claim = self.ground.where_one_holds(RESTATED, &stated)?;
        let closing = self.ground.closing(&forbids)?;
        let answer =
            self.ground.put(&closing, &claim, |closing, claim| self.solver.equivalent(closing, claim))?;
        let claim = self.ground.set(&claim, false)?;
        let closes = |verdict: &Value| closed_because(verdict, basis, reason);
        let sign = Sign {
            comparison: self.comparison,
            basis,
            does: &closes,
            claim: &claim,
            either: true,
            other: None,
        };
        Ok(found(answer, &sign))
    }
}

fn found(answer: Answer, sign: &Sign<'_>) -> Option<Found> {
    match answer {
        Answer::Holds => None,
        Answer::Unknown(why) => Some(Found::Unknown(why)),
        Answer::Fails(env) => Some(match sign.counter_example(&env) {
            Some(counter) => Found::Broken(Box::new(counter)),
            None => Found::Unknown("facts that cannot be written down".to_owned()),
        }),
    }
}

/// The outcome of disclosing on a basis, in one of the lists of a verdict.
pub(crate) fn of_basis<'a>(verdict: &'a Value, list: &str, basis: Basis) -> Option<&'a Value> {
    let outcomes = verdict.get(list)?.as_array()?;
    outcomes.iter().find(|outcome| {
        outcome.get("outcome").and_then(Value::as_str) == Some("disclose")
            && outcome.get("basis").and_then(Value::as_str) == Some(basis.as_str())
    })
}

/// Whether a verdict has a disclosure on a basis open.
pub(crate) fn is_open(verdict: &Value, basis: Basis) -> bool {
    of_basis(verdict, "open", basis).is_some()
}

/// Whether a verdict closes a disclosure on a basis for a reason.
pub(crate) fn closed_because(verdict: &Value, basis: Basis, reason: Reason) -> bool {
    let reasons = of_basis(verdict, "closed", basis)
        .and_then(|outcome| outcome.get("reasons"))
        .and_then(Value::as_array);
    reasons.is_some_and(|reasons| {
        reasons.iter().any(|row| row.get("code").and_then(Value::as_str) == Some(reason.as_str()))
    })
}
