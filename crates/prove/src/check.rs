//! What can be said of a pack without knowing the law: rules that can never matter, bases that can never open, and
//! whether the pack's own cases come out as they say.

use casework::{
    codes::{Basis, Reason},
    facts::Facts,
};
use cedar_policy::{Policy, PolicyId};
use gate::{Comparison, Pack};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

use crate::{
    ProveError, Solver,
    counter::facts_of,
    proving::of_basis,
    sets::{self, Ground},
    solver::Answer,
};

/// The file of a pack's own cases within its folder. It is no part of the pack, and the digest leaves it out.
pub const CASES: &str = "cases.json";

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
    remarks.extend(idle(pack));
    remarks.extend(dead_rows(pack, &ground, solver)?);
    Ok(remarks)
}

/// Named conditions that nothing names.
fn idle(pack: &Pack) -> impl Iterator<Item = Remark> {
    pack.idle_conditions().iter().map(|name| fault(format!("nothing uses the condition {name}")))
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

/// The pack's own cases that do not come out as they say, each with what is wrong.
///
/// # Errors
/// [`ProveError::Statement`] for a text that is no list of cases.
pub fn cases(text: &str, comparison: &Comparison) -> Result<Vec<Remark>, ProveError> {
    let bad = |what: String| ProveError::Statement { file: CASES, fault: what };
    let cases: Vec<Value> = serde_json::from_str(text).map_err(|error| bad(error.to_string()))?;
    let mut remarks = Vec::new();
    for case in &cases {
        let id = case.get("id").and_then(Value::as_str).ok_or_else(|| bad("a case has no id".to_owned()))?;
        let facts = case.get("facts").ok_or_else(|| bad(format!("{id} has no facts")))?;
        let facts = Facts::from_value(facts).map_err(|error| bad(format!("{id}: {error}")))?;
        let expected = case.get("expected").ok_or_else(|| bad(format!("{id} expects nothing")))?;
        let verdict = comparison.would_find(&facts);
        remarks.extend(
            unexpected(expected, &verdict).into_iter().map(|what| fault(format!("case {id}: {what}"))),
        );
    }
    Ok(remarks)
}

/// What of a verdict is not as a case expects it.
#[must_use]
pub fn unexpected(expected: &Value, verdict: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let wanted = expected.get("open_bases").and_then(Value::as_array).cloned().unwrap_or_default();
    let name = |row: &Value| row.get("basis").and_then(Value::as_str).map(str::to_owned);
    let wanted_bases: BTreeSet<String> = wanted.iter().filter_map(name).collect();
    let open: BTreeSet<String> = Basis::ALL
        .iter()
        .filter(|basis| of_basis(verdict, "open", **basis).is_some())
        .map(ToString::to_string)
        .collect();
    if open != wanted_bases {
        wrong.push(format!("open are {open:?}, not {wanted_bases:?}"));
    }
    for row in &wanted {
        let basis = name(row).and_then(|basis| Basis::parse(&basis));
        let Some(outcome) = basis.and_then(|basis| of_basis(verdict, "open", basis)) else { continue };
        wrong.extend(unexpected_of_basis(row, outcome));
    }
    let reasons = reasons(verdict);
    wrong.extend(
        strings(expected, "reason_codes_must_include")
            .difference(&reasons)
            .map(|code| format!("no reason {code}")),
    );
    let outcomes = field_of_rows(verdict, "open", "outcome");
    wrong.extend(
        strings(expected, "other_open").difference(&outcomes).map(|outcome| format!("{outcome} is not open")),
    );
    let missing = field_of_rows(verdict, "missing", "field");
    let asked = strings(expected, "missing_must_include");
    wrong.extend(asked.difference(&missing).map(|field| format!("{field} is not asked for")));
    wrong
}

fn unexpected_of_basis(row: &Value, outcome: &Value) -> Vec<String> {
    let basis = row.get("basis").and_then(Value::as_str).unwrap_or_default();
    let mut wrong = Vec::new();
    let items = strings(outcome, "items");
    wrong.extend(
        strings(row, "items_must_include").difference(&items).map(|item| format!("{basis} lacks {item}")),
    );
    wrong.extend(
        strings(row, "items_must_exclude").intersection(&items).map(|item| format!("{basis} gives {item}")),
    );
    if row.get("approvals").is_some() && strings(row, "approvals") != strings(outcome, "approvals") {
        wrong.push(format!("{basis} needs {:?}", strings(outcome, "approvals")));
    }
    let notice = outcome.get("notice");
    for (wanted, found) in [("notice_rule", "rule"), ("max_days", "max_days")] {
        let found = notice.and_then(|notice| notice.get(found));
        if let Some(wanted) = row.get(wanted).filter(|wanted| Some(*wanted) != found) {
            wrong.push(format!("{basis} is told by {found:?}, not {wanted}"));
        }
    }
    wrong
}

fn strings(value: &Value, field: &str) -> BTreeSet<String> {
    let list = value.get(field).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn field_of_rows(verdict: &Value, list: &str, field: &str) -> BTreeSet<String> {
    let rows = verdict.get(list).and_then(Value::as_array).into_iter().flatten();
    rows.filter_map(|row| row.get(field)?.as_str()).map(str::to_owned).collect()
}

/// Every reason anywhere in a verdict: of closed outcomes, of closed items, of refused deferrals.
fn reasons(verdict: &Value) -> BTreeSet<String> {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("code").and_then(Value::as_str).map(str::to_owned));
                found.extend(fields.get("refused").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| walk(value, found));
            }
            Value::Array(entries) => entries.iter().for_each(|value| walk(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = BTreeSet::new();
    walk(verdict, &mut found);
    found
}
