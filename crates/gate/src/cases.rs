//! A pack's own cases: facts, and what has to come of them.

use casework::{codes::Basis, facts::Facts};
use serde_json::Value;
use std::collections::BTreeSet;

use crate::{Comparison, PackError};

/// The file of a pack's own cases within its folder. It is no part of the pack, and the digest leaves it out.
pub const CASES: &str = "cases.json";

/// The pack's own cases that do not come out as they say, each with what is wrong.
///
/// # Errors
/// [`PackError`] for a text that is no list of cases.
pub fn unexpected(text: &str, comparison: &Comparison) -> Result<Vec<String>, PackError> {
    let bad = |what: String| PackError::of_file(CASES, what);
    let cases: Vec<Value> = serde_json::from_str(text).map_err(|error| bad(error.to_string()))?;
    let mut found = Vec::new();
    for case in &cases {
        let id = case.get("id").and_then(Value::as_str).ok_or_else(|| bad("a case has no id".to_owned()))?;
        let facts = case.get("facts").ok_or_else(|| bad(format!("{id} has no facts")))?;
        let facts = Facts::from_value(facts).map_err(|error| bad(format!("{id}: {error}")))?;
        let expected = case.get("expected").ok_or_else(|| bad(format!("{id} expects nothing")))?;
        let verdict = comparison.would_find(&facts);
        found.extend(differences(expected, &verdict).into_iter().map(|what| format!("case {id}: {what}")));
    }
    Ok(found)
}

/// What of a verdict is not as a case expects it.
fn differences(expected: &Value, verdict: &Value) -> Vec<String> {
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

/// The outcome of disclosing on a basis, in one of the lists of a verdict.
fn of_basis<'a>(verdict: &'a Value, list: &str, basis: Basis) -> Option<&'a Value> {
    let outcomes = verdict.get(list)?.as_array()?;
    outcomes.iter().find(|outcome| {
        outcome.get("outcome").and_then(Value::as_str) == Some("disclose")
            && outcome.get("basis").and_then(Value::as_str) == Some(basis.as_str())
    })
}
