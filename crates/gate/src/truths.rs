//! The named conditions that the tables speak of, evaluated once a request.
//!
//! Each distinct reading of a condition is one Cedar permit over the facts; those that are satisfied are true. So the
//! tables and the policies stand on the same text, and no law is written twice.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use casework::codes::Basis;
use cedar_policy::{
    PolicyId, PolicySet, Schema, ValidationMode, Validator,
    pst::{Clause, Effect},
};

use crate::pack::{
    BasisSet, Conditions, Groups, Name, PackError, Reading, SLOTS, Source, one_line, slot, trees,
};

/// The reading of a condition for a basis for which no row reads it.
const UNREAD: usize = usize::MAX;

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

/// A row of a table, for whoever asks whether it can ever matter.
#[derive(Debug, Clone)]
struct Row {
    /// File, list and number, for an operator.
    place: String,
    /// File and list.
    list: String,
    scope: Scope,
    /// Whether no later row of the list is looked at where this one applies.
    ends: bool,
}

/// Reads scopes, and remembers which conditions the tables use.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    conditions: &'a Conditions,
    groups: &'a Groups,
    used: Vec<String>,
    /// For which bases each of them is read.
    read_for: Vec<BasisSet>,
    list: &'static str,
    rows: Vec<Row>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(conditions: &'a Conditions, groups: &'a Groups) -> Self {
        Self { conditions, groups, used: Vec::new(), read_for: Vec::new(), list: "", rows: Vec::new() }
    }

    /// Says which list of a file the rows that follow belong to.
    pub(crate) fn list(&mut self, name: &'static str) {
        self.list = name;
    }

    /// Says of the row read last that no later one of its list is looked at where it applies.
    pub(crate) fn ends(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.ends = true;
        }
    }

    /// The conditions that the tables name.
    pub(crate) fn used(&self) -> &[String] {
        &self.used
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
        let bases = self.bases(bases, except, source)?;
        self.scope_of(bases, when, source)
    }

    /// The same for a row about disclosures alone, each of which has a basis.
    pub(crate) fn scope_of_disclosures(
        &mut self,
        bases: &[Name],
        except: &[Name],
        when: &[Name],
        source: Source<'_>,
    ) -> Result<Scope, PackError> {
        let bases = self.bases(bases, except, source)?.without(BasisSet::of(None));
        self.scope_of(bases, when, source)
    }

    fn bases(&self, bases: &[Name], except: &[Name], source: Source<'_>) -> Result<BasisSet, PackError> {
        let listed =
            if bases.is_empty() { BasisSet::EVERYTHING } else { self.groups.basis_set(bases, source)? };
        Ok(listed.without(self.groups.basis_set(except, source)?))
    }

    /// Reads the column `when` of a row about outcomes that have no basis.
    pub(crate) fn scope_without_basis(
        &mut self,
        when: &[Name],
        source: Source<'_>,
    ) -> Result<Scope, PackError> {
        self.scope_of(BasisSet::of(None), when, source)
    }

    fn scope_of(&mut self, bases: BasisSet, when: &[Name], source: Source<'_>) -> Result<Scope, PackError> {
        let tests = when.iter().map(|name| self.test(name, bases, source)).collect::<Result<_, _>>()?;
        let scope = Scope { bases, tests };
        let list = format!("{} [[{}]]", source.path, self.list);
        let number = 1 + self.rows.iter().filter(|row| row.list == list).count();
        let place = format!("{list} {number}");
        self.rows.push(Row { place, list, scope: scope.clone(), ends: false });
        Ok(scope)
    }

    fn test(&mut self, name: &Name, bases: BasisSet, source: Source<'_>) -> Result<Test, PackError> {
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
                self.read_for.push(BasisSet::EMPTY);
                self.used.len() - 1
            }
        };
        if let Some(read_for) = self.read_for.get_mut(place) {
            *read_for = read_for.with(bases);
        }
        Ok(Test { condition: place, wanted })
    }

    /// Compiles the conditions that the tables use.
    pub(crate) fn finish(self, schema: &Schema) -> Result<TruthTable, PackError> {
        let mut table = TruthTable {
            readings: Vec::new(),
            set: PolicySet::new(),
            ids: HashMap::new(),
            names: Vec::new(),
            expressions: Vec::new(),
            rows: self.rows,
        };
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (name, read_for) in self.used.iter().zip(&self.read_for) {
            let mut readings = [UNREAD; SLOTS];
            let bases = Basis::ALL.iter().copied().map(Some).chain([None]);
            for basis in bases.filter(|basis| read_for.has(*basis)) {
                let expression = self.conditions.expression(name, basis)?;
                let reading = match known.get(&expression.text) {
                    Some(reading) => *reading,
                    None => {
                        known.insert(expression.text.clone(), table.expressions.len());
                        table.names.push(name.clone());
                        table.expressions.push(expression);
                        table.expressions.len() - 1
                    }
                };
                if let Some(place) = readings.get_mut(slot(basis)) {
                    *place = reading;
                }
            }
            table.readings.push(readings);
        }
        table.compile()?;
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
    /// The expression of each reading.
    expressions: Vec<Arc<Reading>>,
    rows: Vec<Row>,
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

    /// Makes a permit of each reading.
    fn compile(&mut self) -> Result<(), PackError> {
        for (place, reading) in self.expressions.iter().enumerate() {
            let name = self.names.get(place).map_or("", String::as_str);
            let id = PolicyId::new(format!("t{place}"));
            let clauses = [Clause::When(Arc::clone(&reading.tree))];
            if trees::reads_resource(&clauses) {
                return Err(of_condition(name, "depends on what may be given, so no table may use it"));
            }
            let permit =
                trees::policy(&id, Effect::Permit, &clauses).map_err(|fault| of_condition(name, &fault))?;
            self.set.add(permit).map_err(|error| of_condition(name, &one_line(&error.to_string())))?;
            self.ids.insert(id, place);
        }
        Ok(())
    }

    /// Each row of the tables with where it applies, as Cedar expressions: one for each basis for which it reads
    /// otherwise. What an earlier row of a list takes away from a later one is left out of the later one.
    pub(crate) fn rows(&self) -> Vec<(String, Vec<String>)> {
        let read = |(place, row): (usize, &Row)| {
            let earlier = || {
                let same = self.rows.get(..place).unwrap_or_default().iter();
                same.filter(|other| other.ends && other.list == row.list)
            };
            let bases = Basis::ALL.iter().copied().map(Some).chain([None]);
            let mut texts: Vec<String> = bases
                .filter(|basis| row.scope.bases.has(*basis))
                .map(|basis| {
                    let mut parts = vec![self.text(&row.scope, basis)];
                    let taken = earlier().filter(|other| other.scope.bases.has(basis));
                    parts.extend(taken.map(|other| format!("!({})", self.text(&other.scope, basis))));
                    parts.join(" && ")
                })
                .collect();
            texts.sort_unstable();
            texts.dedup();
            (row.place.clone(), texts)
        };
        self.rows.iter().enumerate().map(read).collect()
    }

    fn text(&self, scope: &Scope, basis: Option<Basis>) -> String {
        let test = |test: &Test| {
            let reading = self.readings.get(test.condition).and_then(|readings| readings.get(slot(basis)));
            let text = reading.and_then(|reading| self.expressions.get(*reading));
            let text = text.map_or("false", |reading| reading.text.as_str());
            if test.wanted { format!("({text})") } else { format!("!({text})") }
        };
        let tests: Vec<String> = scope.tests.iter().map(test).collect();
        if tests.is_empty() { "true".to_owned() } else { tests.join(" && ") }
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

#[cfg(test)]
mod tests {
    use crate::pack::{Files, Pack};
    use cedar_policy::Policy;

    #[test]
    fn what_is_evaluated_is_what_can_be_read() {
        let pack = Pack::from_files(&Files::embedded()).unwrap();
        let table = &pack.truths;
        assert!(table.expressions.len() > 50);
        for (id, place) in &table.ids {
            let text = &table.expressions[*place].text;
            let text = format!("permit (principal, action, resource) when {{ {text} }};");
            let read = |policy: &Policy| policy.as_ref().non_scope_constraints().map(ToString::to_string);
            let (written, evaluated) = (Policy::parse(None, text).unwrap(), table.set.policy(id).unwrap());
            assert_eq!(read(evaluated), read(&written), "{}", table.names[*place]);
        }
    }
}
