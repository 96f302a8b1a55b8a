//! Which of the items asked for may be given under a basis.

use casework::{
    codes::{Basis, BasisKind, Item, Reason},
    facts::Facts,
};
use serde::Deserialize;

use crate::{
    pack::{BasisRow, BasisSet, Ceiling, Files, ItemSet, Name, PackError, Source},
    truths::{Reader, Scope, Truths},
};

const FILE: &str = "item-rules.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    code: Option<Name>,
    #[serde(default)]
    bases: Vec<Name>,
    #[serde(default)]
    except: Vec<Name>,
    #[serde(default)]
    items: Vec<Name>,
    #[serde(default)]
    but: Vec<Name>,
    inside: Option<Name>,
    outside: Option<Name>,
    #[serde(default)]
    when: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCeiling {
    basis: Name,
    #[serde(default)]
    adds: Vec<Name>,
    #[serde(default)]
    takes: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    rule: Vec<RawRule>,
    #[serde(default)]
    ceiling: Vec<RawCeiling>,
}

/// A bound in which an item may lie.
#[derive(Debug, Clone, Copy)]
enum Bound {
    Instrument,
    Ceiling,
    Consent,
}

#[derive(Debug)]
struct Rule {
    /// Why the item is closed; `None` where it is given.
    code: Option<Reason>,
    scope: Scope,
    items: ItemSet,
    bound: Option<(Bound, bool)>,
}

#[derive(Debug)]
struct CeilingRow {
    scope: Scope,
    adds: ItemSet,
    takes: ItemSet,
}

/// The table.
#[derive(Debug)]
pub(crate) struct ItemRules {
    rules: Vec<Rule>,
    ceilings: Vec<CeilingRow>,
}

/// The items asked for, sorted into what may be given under a basis and what may not.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sorted {
    pub(crate) given: Vec<Item>,
    pub(crate) closed: Vec<(Item, Reason)>,
}

impl ItemRules {
    pub(crate) fn read(files: &Files, reader: &mut Reader<'_>) -> Result<Self, PackError> {
        let source = Source { path: FILE, text: files.text(FILE)? };
        let raw: RawTable = files.toml(FILE)?;
        reader.list("rule");
        let rules =
            raw.rule.iter().map(|rule| Rule::read(rule, reader, source)).collect::<Result<Vec<_>, _>>()?;
        let every_basis = Basis::ALL.iter().copied().collect::<BasisSet>();
        let last = rules.last();
        if !last.is_some_and(|rule| {
            rule.scope.is_last(every_basis) && rule.items == ItemSet::ALL && rule.bound.is_none()
        }) {
            return Err(PackError::of_file(FILE, "the last rule applies to every item"));
        }
        let mut ceilings = Vec::with_capacity(raw.ceiling.len());
        reader.list("ceiling");
        for row in &raw.ceiling {
            ceilings.push(CeilingRow {
                scope: reader.scope_of_disclosures(
                    std::slice::from_ref(&row.basis),
                    &[],
                    &row.when,
                    source,
                )?,
                adds: reader.groups().item_set(&row.adds, source)?,
                takes: reader.groups().item_set(&row.takes, source)?,
            });
        }
        Ok(Self { rules, ceilings })
    }

    /// Sorts the items asked for. What is no gateway gives nothing and says nothing of items.
    pub(crate) fn sort(&self, basis: &BasisRow, facts: &Facts, truths: &Truths<'_>) -> Sorted {
        let mut sorted = Sorted::default();
        if basis.kind == BasisKind::NotAGateway {
            return sorted;
        }
        let code = Some(basis.code);
        let bounds = Bounds {
            instrument: facts
                .instrument
                .iter()
                .flat_map(|paper| paper.describes_items.iter().copied())
                .collect(),
            ceiling: self.ceiling(basis, truths),
            consent: facts.consent.covers.iter().copied().collect(),
        };
        let applying: Vec<&Rule> =
            self.rules.iter().filter(|rule| rule.scope.applies(code, truths)).collect();
        for item in facts.items.iter().copied() {
            match applying.iter().find(|rule| rule.reaches(item, &bounds)).and_then(|rule| rule.code) {
                None => sorted.given.push(item),
                Some(reason) => sorted.closed.push((item, reason)),
            }
        }
        sorted
    }

    fn ceiling(&self, basis: &BasisRow, truths: &Truths<'_>) -> ItemSet {
        let Ceiling::Items(items) = basis.ceiling else { return ItemSet::EMPTY };
        let rows = self.ceilings.iter().filter(|row| row.scope.applies(Some(basis.code), truths));
        rows.fold(items, |items, row| items.with(row.adds).without(row.takes))
    }
}

struct Bounds {
    instrument: ItemSet,
    ceiling: ItemSet,
    consent: ItemSet,
}

impl Rule {
    fn read(raw: &RawRule, reader: &mut Reader<'_>, source: Source<'_>) -> Result<Self, PackError> {
        let items = match raw.items.as_slice() {
            [] => ItemSet::ALL,
            names => reader.groups().item_set(names, source)?,
        };
        let bound = match (&raw.inside, &raw.outside) {
            (None, None) => None,
            (Some(name), None) => Some((Bound::read(name, source)?, true)),
            (None, Some(name)) => Some((Bound::read(name, source)?, false)),
            (Some(name), Some(_)) => {
                return Err(source.fault(name, "a rule is inside or outside a bound, not both"));
            }
        };
        Ok(Self {
            code: raw.code.as_ref().map(|name| source.code(name)).transpose()?,
            scope: reader.scope_of_disclosures(&raw.bases, &raw.except, &raw.when, source)?,
            items: items.without(reader.groups().item_set(&raw.but, source)?),
            bound,
        })
    }

    fn reaches(&self, item: Item, bounds: &Bounds) -> bool {
        let inside = |bound: Bound| match bound {
            Bound::Instrument => bounds.instrument.has(item),
            Bound::Ceiling => bounds.ceiling.has(item),
            Bound::Consent => bounds.consent.has(item),
        };
        self.items.has(item) && self.bound.is_none_or(|(bound, wanted)| inside(bound) == wanted)
    }
}

impl Bound {
    fn read(name: &Name, source: Source<'_>) -> Result<Self, PackError> {
        match name.get_ref().as_str() {
            "instrument" => Ok(Self::Instrument),
            "ceiling" => Ok(Self::Ceiling),
            "consent" => Ok(Self::Consent),
            other => Err(source.fault(name, format!("`{other}` is no bound"))),
        }
    }
}
