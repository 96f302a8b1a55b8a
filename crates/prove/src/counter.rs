//! A counter-example as plain facts, which the gate is asked to reproduce.

use casework::{
    codes::{Basis, Code, Item, Nation},
    facts::Facts,
    time::Day,
};
use cedar_policy::{Authorizer, Decision, Entities, EntityUid, PolicySet};
use cedar_policy_symcc::Env;
use gate::Comparison;
use serde_json::{Map, Value, json};

use crate::{ProveError, premise, sets};

/// Facts on which a claim fails.
#[derive(Debug, Clone)]
pub struct CounterExample {
    /// The basis that it is about.
    pub basis: Option<Basis>,
    /// The facts, as `candour gate` reads them.
    pub facts: Facts,
    /// Whether the gate, given these facts, does what was claimed never to happen.
    pub reproduced: bool,
}

/// How a counter-example is recognised on facts.
pub(crate) struct Sign<'a> {
    pub(crate) comparison: &'a Comparison,
    pub(crate) basis: Basis,
    /// What the gate does, looked up in its verdict.
    pub(crate) does: &'a dyn Fn(&Value) -> bool,
    /// What was claimed of the facts: the sign is there where the gate does it and the claim does not hold, or the
    /// other way round if `either`.
    pub(crate) claim: &'a PolicySet,
    pub(crate) either: bool,
    /// Where another gate is the claim: whether it does it.
    pub(crate) other: Option<&'a dyn Fn(&Facts) -> bool>,
}

impl Sign<'_> {
    /// Whether the facts show it.
    pub(crate) fn shown(&self, facts: &Facts, answer: &EntityUid) -> bool {
        let does = (self.does)(&self.comparison.would_find(facts));
        let claimed = match self.other {
            Some(other) => other(facts),
            None => self.claimed(facts, answer).unwrap_or(true),
        };
        if self.either { does != claimed } else { does && !claimed }
    }

    fn claimed(&self, facts: &Facts, answer: &EntityUid) -> Result<bool, ProveError> {
        let context = self.comparison.cedar_context(facts)?;
        let request = sets::request(context, answer.clone())?;
        let response = Authorizer::new().is_authorized(&request, self.claim, &Entities::empty());
        Ok(response.decision() == Decision::Allow)
    }

    /// The counter-example of the solver as facts: repaired where the table of items asks for more, then every field
    /// that does not matter set to what nobody has supplied.
    pub(crate) fn counter_example(&self, env: &Env) -> Option<CounterExample> {
        let facts = facts_of(env)?;
        let answer = env.request.resource()?.clone();
        let repaired = self.repaired(&facts, &answer);
        let reproduced = repaired.is_some();
        let facts = repaired.map_or(facts, |facts| self.plain(facts, &answer));
        Some(CounterExample { basis: Some(self.basis), facts, reproduced })
    }

    /// The solver leaves open which items may be given; the gate works it out. One item more may be what it takes.
    fn repaired(&self, facts: &Facts, answer: &EntityUid) -> Option<Facts> {
        let with = |item: &Item| {
            let mut facts = facts.clone();
            add(&mut facts.items, *item);
            add(&mut facts.consent.covers, *item);
            if let Some(paper) = &mut facts.instrument {
                add(&mut paper.describes_items, *item);
            }
            facts
        };
        [facts.clone()].into_iter().chain(Item::ALL.iter().map(with)).find(|facts| self.shown(facts, answer))
    }

    /// The same with every field at its default that can be, so that a reader sees what matters.
    fn plain(&self, facts: Facts, answer: &EntityUid) -> Facts {
        let defaults = [(Nation::England, "2026-11-22"), (facts.nation, "2026-11-22")];
        let mut best = facts.to_value();
        for (nation, day) in defaults {
            let Some(day) = Day::parse(day) else { continue };
            let default = Facts::defaults(nation, day).to_value();
            for place in places(&default, "") {
                let (Some(value), Some(old)) = (default.pointer(&place), best.pointer(&place)) else {
                    continue;
                };
                if value == old {
                    continue;
                }
                let mut tried = best.clone();
                if let Some(at) = tried.pointer_mut(&place) {
                    *at = value.clone();
                }
                if Facts::from_value(&tried).is_ok_and(|facts| self.shown(&facts, answer)) {
                    best = tried;
                }
            }
        }
        Facts::from_value(&best).unwrap_or(facts)
    }
}

fn add(items: &mut Vec<Item>, item: Item) {
    if !items.contains(&item) {
        items.push(item);
        items.sort_by_key(|item| item.place());
    }
}

/// Every field, an object before its own fields.
fn places(value: &Value, at: &str) -> Vec<String> {
    let Value::Object(fields) = value else { return Vec::new() };
    let of_field = |(name, value): (&String, &Value)| {
        let place = format!("{at}/{name}");
        let mut found = vec![place.clone()];
        found.extend(places(value, &place));
        found
    };
    fields.iter().flat_map(of_field).collect()
}

/// The facts of a counter-example; what the solver leaves out is null.
pub(crate) fn facts_of(env: &Env) -> Option<Facts> {
    let context = env.request.context()?.to_json_value().ok()?;
    let mut facts = Facts::defaults(Nation::England, Day::parse("2026-11-22")?).to_value();
    let nullable = ["instrument", "mappa", "missing", "duty", "onward"];
    for (name, value) in context.as_object()? {
        let plain = plain_value(name, value)?;
        match (facts.get_mut(name), &plain) {
            (Some(Value::Object(into)), Value::Object(found)) if !nullable.contains(&name.as_str()) => {
                // A field that is not there is null; one that has no null is always there.
                for (field, slot) in into.iter_mut() {
                    *slot = found.get(field).cloned().unwrap_or(Value::Null);
                }
            }
            (Some(slot), Value::Object(found)) => *slot = with_nulls(name, found),
            (Some(slot), _) => *slot = plain,
            (None, _) => return None,
        }
    }
    Facts::from_value(&facts).ok()
}

/// The fields of the objects that may be null themselves, where a field may be null too.
fn with_nulls(name: &str, found: &Map<String, Value>) -> Value {
    let mut found = found.clone();
    if name == "instrument" {
        for field in ["access_conditions", "future_days", "ends_on", "ban_ends_on"] {
            found.entry(field).or_insert(Value::Null);
        }
    }
    Value::Object(found)
}

/// A value of Cedar's JSON as the facts write it: codes as text, days as dates, lists without repeats.
fn plain_value(name: &str, value: &Value) -> Option<Value> {
    match value {
        Value::Object(fields) if fields.contains_key("__entity") => {
            fields.get("__entity")?.get("id").cloned()
        }
        Value::Object(fields) => {
            let plain = |(name, value): (&String, &Value)| Some((name.clone(), plain_value(name, value)?));
            fields.iter().map(plain).collect::<Option<Map<_, _>>>().map(Value::Object)
        }
        Value::Array(entries) => {
            let mut plain: Vec<Value> =
                entries.iter().map(|entry| plain_value(name, entry)).collect::<Option<_>>()?;
            if name == "sab_conditions" {
                plain.retain(|number| number.as_i64().is_some_and(|number| (1..=4).contains(&number)));
            }
            plain.sort_by_key(Value::to_string);
            plain.dedup();
            Some(Value::Array(plain))
        }
        Value::Number(number) if ["date", "ends_on", "ban_ends_on"].contains(&name) => {
            premise::day_of(number.as_i64()?).map(|day| json!(day.to_string()))
        }
        other => Some(other.clone()),
    }
}
