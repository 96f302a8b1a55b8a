//! What can be said of a pack without knowing the law: rules that can never matter and bases that can never open.

use casework::codes::{Basis, Reason};
use cedar_policy::{Policy, PolicyId};
use gate::Pack;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

use crate::{
    ProveError, Solver,
    counter::facts_of,
    sets::{self, Ground},
    solver::Answer,
};

/// What was found wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Whether the pack fails for it.
    pub fault: bool,
    /// What it is.
    pub what: String,
}

/// What bases.json says of each basis decides these: a basis of both nations, in force since ever, is closed by neither.
const OF_THE_TABLE: [Reason; 2] = [Reason::NotThisNation, Reason::NotInForce];

fn fault(what: String) -> Remark {
    Remark { fault: true, what }
}

/// Rules and conditions that can never matter, and bases that can never open.
///
/// # Errors
/// [`ProveError`] where a question cannot be put.
pub fn dead_and_vacuous(pack: &Pack, solver: &mut Solver) -> Result<Vec<Remark>, ProveError> {
    let ground = Ground::of(pack)?;
    let mut remarks = Vec::new();
    let mut readings: BTreeMap<String, (Policy, BTreeSet<&str>)> = BTreeMap::new();
    for basis in Basis::ALL {
        for policy in sets::policies(pack, *basis)? {
            let Some(reason) = sets::reason_of(&policy).filter(|reason| !OF_THE_TABLE.contains(reason))
            else {
                continue;
            };
            let reading = sets::alone(&policy, Some("permit"))?.new_id(PolicyId::new("reading"));
            let entry = readings.entry(format!("{reason} {reading}"));
            entry.or_insert_with(|| (reading, BTreeSet::new())).1.insert(basis.as_str());
        }
        remarks.extend(vacuous(pack, *basis, &ground, solver)?);
    }
    for (name, (reading, bases)) in &readings {
        let reason = name.split(' ').next().unwrap_or_default();
        let bases = bases.iter().copied().collect::<Vec<_>>().join(", ");
        remarks.extend(match never_allows(&ground, std::slice::from_ref(reading), solver)? {
            Answer::Holds => Some(fault(format!("the rule {reason} can never close {bases}"))),
            Answer::Fails(_) => None,
            Answer::Unknown(why) => {
                Some(fault(format!("whether {reason} can close {bases} is unknown: {why}")))
            }
        });
    }
    remarks.extend(dead_rows(pack, &ground, solver)?);
    Ok(remarks)
}

/// Rows of tables that apply to no facts, or only where an earlier row of the list has applied already.
fn dead_rows(pack: &Pack, ground: &Ground, solver: &mut Solver) -> Result<Vec<Remark>, ProveError> {
    let mut remarks = Vec::new();
    let mut known: BTreeMap<String, Answer> = BTreeMap::new();
    'rows: for (place, expressions) in pack.cedar_rows() {
        for expression in expressions {
            if !known.contains_key(&expression) {
                let policies = ground.where_one_holds("tables", std::slice::from_ref(&expression))?;
                known.insert(expression.clone(), never_allows(ground, &policies, solver)?);
            }
            match known.get(&expression) {
                Some(Answer::Holds) | None => {}
                Some(Answer::Fails(_)) => continue 'rows,
                Some(Answer::Unknown(why)) => {
                    remarks.push(fault(format!("whether {place} can apply is unknown: {why}")));
                    continue 'rows;
                }
            }
        }
        remarks.push(fault(format!("{place} can never apply")));
    }
    Ok(remarks)
}

fn vacuous(
    pack: &Pack,
    basis: Basis,
    ground: &Ground,
    solver: &mut Solver,
) -> Result<Option<Remark>, ProveError> {
    let row = pack.basis(basis);
    if !row.is_gateway() {
        return Ok(None);
    }
    Ok(match never_allows(ground, &ground.open(pack, basis)?, solver)? {
        Answer::Fails(_) => None,
        Answer::Unknown(why) => Some(fault(format!("whether {basis} can open is unknown: {why}"))),
        Answer::Holds if row.in_force_from.is_none() => Some(Remark {
            fault: false,
            what: format!("{basis} can never open: no day in force is confirmed"),
        }),
        Answer::Holds => match closed_always(pack, basis)? {
            Some(reason) => {
                Some(Remark { fault: false, what: format!("{basis} never opens, by the rule {reason}") })
            }
            None => Some(fault(format!("{basis} can never open: its rules contradict each other"))),
        },
    })
}

/// The reason of a forbid without a condition.
fn closed_always(pack: &Pack, basis: Basis) -> Result<Option<String>, ProveError> {
    let policies = sets::policies(pack, basis)?;
    let broad = policies.iter().find(|policy| is_broad(policy) && sets::reason_of(policy).is_some());
    Ok(broad.and_then(sets::reason_of).map(|reason| reason.to_string()))
}

/// Whether some policies allow nothing under the premise. Facts that can be written down keep to it, so the cheaper
/// question without it is enough where it finds such facts.
fn never_allows(ground: &Ground, policies: &[Policy], solver: &mut Solver) -> Result<Answer, ProveError> {
    match solver.never_allows(&ground.compiled(&ground.set(policies, false)?)?) {
        Answer::Holds => Ok(Answer::Holds),
        Answer::Fails(env) if facts_of(&env).is_some() => Ok(Answer::Fails(env)),
        Answer::Fails(_) | Answer::Unknown(_) => {
            Ok(solver.never_allows(&ground.compiled(&ground.set(policies, true)?)?))
        }
    }
}

/// Whether a policy reaches everything in its scope.
fn is_broad(policy: &Policy) -> bool {
    let json = policy.to_json().ok();
    let conditions = json.as_ref().and_then(|json| json.get("conditions")).and_then(Value::as_array);
    conditions.is_some_and(Vec::is_empty)
}
