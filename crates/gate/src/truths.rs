//! The named conditions that the tables speak of, evaluated once a request.
//!
//! Each distinct reading of a condition is one Cedar permit over the facts; those that are satisfied are true. So the
//! tables and the policies stand on the same text, and no law is written twice.

use std::collections::{BTreeMap, HashMap};

use casework::codes::Basis;
use cedar_policy::{Policy, PolicyId, PolicySet, Schema, ValidationMode, Validator};

use crate::pack::{
    BasisSet, Conditions, FACTS_ALONE, Groups, Name, PackError, SLOTS, Source, one_line, slot, without_places,
};

/// One test of a row: a condition that must hold, or must not.
#[derive(Debug, Clone, Copy)]
struct Test {
    condition: usize,
    wanted: bool,
}

/// Where a row of a table applies: to which bases, and when.
#[derive(Debug, Clone)]
pub(crate) struct Scope {
    bases: BasisSet,
    tests: Vec<Test>,
}

impl Scope {
    /// Whether the row applies to an outcome on this basis, or on none.
    pub(crate) fn applies(&self, basis: Option<Basis>, truths: &Truths<'_>) -> bool {
        self.bases.has(basis)
            && self.tests.iter().all(|test| truths.holds(test.condition, basis) == test.wanted)
    }

    /// Whether the row applies whatever the facts, to everything in the set.
    pub(crate) fn is_last(&self, to: BasisSet) -> bool {
        self.tests.is_empty() && to.without(self.bases) == BasisSet::EMPTY
    }
}

/// Reads scopes, and remembers which conditions the tables use.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    conditions: &'a Conditions,
    groups: &'a Groups,
    used: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(conditions: &'a Conditions, groups: &'a Groups) -> Self {
        Self { conditions, groups, used: Vec::new() }
    }

    pub(crate) fn groups(&self) -> &'a Groups {
        self.groups
    }

    /// Reads the columns `bases`, `except` and `when`. No bases: everything, outcomes without a basis included.
    pub(crate) fn scope(
        &mut self,
        bases: &[Name],
        except: &[Name],
        when: &[Name],
        source: Source<'_>,
    ) -> Result<Scope, PackError> {
        let listed =
            if bases.is_empty() { BasisSet::EVERYTHING } else { self.groups.basis_set(bases, source)? };
        let bases = listed.without(self.groups.basis_set(except, source)?);
        let tests = when.iter().map(|name| self.test(name, source)).collect::<Result<_, _>>()?;
        Ok(Scope { bases, tests })
    }

    fn test(&mut self, name: &Name, source: Source<'_>) -> Result<Test, PackError> {
        let text = name.get_ref();
        let (wanted, condition) = match text.strip_prefix('!') {
            Some(condition) => (false, condition),
            None => (true, text.as_str()),
        };
        if !self.conditions.has(condition) {
            return Err(source.fault(name, format!("no condition `{condition}`")));
        }
        let place = match self.used.iter().position(|used| used == condition) {
            Some(place) => place,
            None => {
                self.used.push(condition.to_owned());
                self.used.len() - 1
            }
        };
        Ok(Test { condition: place, wanted })
    }

    /// Compiles the conditions that the tables use.
    pub(crate) fn finish(self, schema: &Schema) -> Result<TruthTable, PackError> {
        let mut table = TruthTable {
            readings: Vec::new(),
            set: PolicySet::new(),
            ids: HashMap::new(),
            names: Vec::new(),
        };
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for name in &self.used {
            let mut readings = [0; SLOTS];
            for basis in Basis::ALL.iter().copied().map(Some).chain([None]) {
                let text = self.conditions.expression(name, basis)?;
                if text.contains("resource") {
                    let fault = format!("`{name}` depends on what may be given, so no table may use it");
                    return Err(PackError::of_file("conditions.toml", fault));
                }
                let reading = match known.get(&text) {
                    Some(reading) => *reading,
                    None => {
                        let reading = table.add(name, &text).map_err(|fault| of_condition(name, &fault))?;
                        known.insert(text, reading);
                        reading
                    }
                };
                if let Some(place) = readings.get_mut(slot(basis)) {
                    *place = reading;
                }
            }
            table.readings.push(readings);
        }
        let result = Validator::new(schema.clone()).validate(&table.set, ValidationMode::Strict);
        match result.validation_errors().next() {
            None => Ok(table),
            Some(error) => Err(of_condition(&table.name(error.policy_id()), &one_line(&error.to_string()))),
        }
    }
}

fn of_condition(name: &str, fault: &str) -> PackError {
    PackError::of_file("conditions.toml", format!("{name}: {fault}"))
}

/// The conditions that the tables use, compiled.
#[derive(Debug)]
pub(crate) struct TruthTable {
    /// For each condition, which reading each basis takes.
    readings: Vec<[usize; SLOTS]>,
    pub(crate) set: PolicySet,
    ids: HashMap<PolicyId, usize>,
    names: Vec<String>,
}

impl TruthTable {
    /// The condition of a policy, for an operator.
    pub(crate) fn name(&self, id: &PolicyId) -> String {
        self.ids
            .get(id)
            .and_then(|reading| self.names.get(*reading))
            .cloned()
            .unwrap_or_else(|| id.to_string())
    }

    fn add(&mut self, name: &str, text: &str) -> Result<usize, String> {
        let reading = self.names.len();
        let id = PolicyId::new(format!("t{reading}"));
        let text =
            format!("permit (principal, action == Action::\"{FACTS_ALONE}\", resource) when {{ {text} }};");
        let policy = Policy::parse(Some(id.clone()), text).map_err(|error| one_line(&error.to_string()))?;
        let policy = without_places(&policy)?;
        self.set.add(policy).map_err(|error| one_line(&error.to_string()))?;
        self.ids.insert(id, reading);
        self.names.push(name.to_owned());
        Ok(reading)
    }

    /// The truths of a request, from the permits that it satisfied.
    pub(crate) fn truths<'a>(&self, satisfied: impl Iterator<Item = &'a PolicyId>) -> Truths<'_> {
        let mut values = vec![false; self.names.len()];
        for id in satisfied {
            if let Some(value) = self.ids.get(id).and_then(|reading| values.get_mut(*reading)) {
                *value = true;
            }
        }
        Truths { table: self, values }
    }
}

/// What holds of one request.
#[derive(Debug)]
pub(crate) struct Truths<'a> {
    table: &'a TruthTable,
    values: Vec<bool>,
}

impl Truths<'_> {
    fn holds(&self, condition: usize, basis: Option<Basis>) -> bool {
        let readings = self.table.readings.get(condition);
        let reading = readings.and_then(|readings| readings.get(slot(basis)));
        reading.and_then(|reading| self.values.get(*reading)).copied().unwrap_or(false)
    }
}

#[cfg(test)]
impl TruthTable {
    /// The conditions that the tables use, each once.
    pub(crate) fn conditions(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What a request would come to in which exactly these conditions hold, for every basis alike.
    pub(crate) fn assumed(&self, holds: impl Fn(&str) -> bool) -> Truths<'_> {
        Truths { table: self, values: self.names.iter().map(|name| holds(name)).collect() }
    }
}

/// What an outcome is to the tables: advice about a wound has rows of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Refuse,
    Return,
    Advise,
    AdviseWound,
    OfferCare,
    Disclose,
}

impl Ending {
    /// The endings that are no disclosure, refusal and return first, in the order of a verdict.
    pub(crate) const WITHOUT_DISCLOSURE: [Self; 5] =
        [Self::Refuse, Self::Return, Self::Advise, Self::AdviseWound, Self::OfferCare];

    pub(crate) fn read(name: &Name, source: Source<'_>) -> Result<Self, PackError> {
        match name.get_ref().as_str() {
            "refuse" => Ok(Self::Refuse),
            "return" => Ok(Self::Return),
            "advise" => Ok(Self::Advise),
            "advise-wound" => Ok(Self::AdviseWound),
            "offer-care" => Ok(Self::OfferCare),
            "disclose" => Ok(Self::Disclose),
            other => Err(source.fault(name, format!("`{other}` is no outcome"))),
        }
    }

    pub(crate) fn read_all(names: &[Name], source: Source<'_>) -> Result<Vec<Self>, PackError> {
        names.iter().map(|name| Self::read(name, source)).collect()
    }
}
