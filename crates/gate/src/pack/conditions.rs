//! Named conditions, and their expansion.
//!
//! A condition is a Cedar expression that may name others as `$name`. When the pack is built every name is replaced,
//! in brackets, by what it stands for, down to the facts: what is proved of a policy is then proved of facts. This is
//! done twice at once: with texts, which people read and the prover proves, and with syntax trees, which the gate
//! evaluates. A test holds them against each other.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use casework::codes::{Basis, Code, InstrumentKind, Item};
use serde::Deserialize;

use super::{
    catalogue::Catalogue,
    error::PackError,
    files::Files,
    groups::{BasisSet, Groups, Name, SLOTS, Source, slot},
    trees::{self, Tree},
};

const CONDITIONS: &str = "conditions.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVariant {
    bases: Vec<Name>,
    #[serde(default)]
    except: Vec<Name>,
    when: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCondition {
    says: String,
    when: Name,
    #[serde(default, rename = "for")]
    variants: Vec<RawVariant>,
}

/// A named condition.
#[derive(Debug, Clone)]
struct Condition {
    says: String,
    otherwise: Text,
    variants: Vec<(BasisSet, Text)>,
}

#[derive(Debug, Clone)]
struct Text {
    expression: Reading,
    line: usize,
}

/// An expression as text and as tree.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) text: String,
    pub(crate) tree: Tree,
}

/// An expression with everything put in.
#[derive(Debug, Clone)]
struct Whole {
    reading: Arc<Reading>,
    /// Whether it reads otherwise for another basis.
    by_basis: bool,
}

/// The conditions of a pack.
#[derive(Debug, Clone)]
pub(crate) struct Conditions {
    named: BTreeMap<String, Condition>,
    /// What the tables say, ready to be put in: for each basis, or for all of them alike.
    given: BTreeMap<String, Vec<Option<Arc<Reading>>>>,
    asks: BTreeMap<String, Arc<Reading>>,
    no: Arc<Reading>,
    /// `$basis`, for each basis.
    basis: Vec<Arc<Reading>>,
    /// Every condition, for each basis and for none.
    whole: BTreeMap<String, Vec<Option<Whole>>>,
}

/// Why an expression cannot be expanded.
enum Unexpanded {
    /// It speaks of a basis, and there is none.
    NoBasis,
    /// It is at fault.
    Fault(String),
}

impl From<&'static str> for Unexpanded {
    fn from(fault: &'static str) -> Self {
        Self::Fault(fault.to_owned())
    }
}

impl Conditions {
    pub(crate) fn read(files: &Files, catalogue: &Catalogue, groups: &Groups) -> Result<Self, PackError> {
        let source = Source { path: CONDITIONS, text: files.text(CONDITIONS)? };
        let raw: BTreeMap<String, RawCondition> = files.toml(CONDITIONS)?;
        let line = |name: &Name| super::error::line_of(source.text, name.span().start);
        let given = given(catalogue);
        let asks = asks(groups);
        let bases: Vec<String> = Basis::ALL.iter().map(|basis| format!("Basis::\"{basis}\"")).collect();
        let own: Vec<&Name> = raw
            .values()
            .flat_map(|raw| raw.variants.iter().map(|variant| &variant.when).chain([&raw.when]))
            .collect();
        let texts = own.iter().map(|name| name.get_ref().as_str());
        let made = given.values().flatten().flatten().chain(asks.values()).chain(&bases).map(String::as_str);
        let all: Vec<&str> = texts.chain(made).chain([NO]).collect();
        let trees =
            trees::expressions(all.iter().copied()).map_err(|(place, fault)| match own.get(place) {
                Some(name) => PackError::of_line(CONDITIONS, line(name), fault),
                None => PackError::of_file(CONDITIONS, fault),
            })?;
        let trees: BTreeMap<&str, &Tree> = all.iter().copied().zip(&trees).collect();
        let reading = |text: &str| match trees.get(text) {
            Some(tree) => Ok(Reading { text: text.to_owned(), tree: Arc::clone(tree) }),
            None => Err(PackError::of_file(CONDITIONS, format!("`{text}` was not read"))),
        };
        let at = |name: &Name| Ok(Text { expression: reading(name.get_ref())?, line: line(name) });
        let shared = |text: &str| reading(text).map(Arc::new);
        let mut named = BTreeMap::new();
        for (name, raw) in &raw {
            let mut variants = Vec::with_capacity(raw.variants.len());
            for variant in &raw.variants {
                let bases = groups.basis_set(&variant.bases, source)?;
                let bases = bases.without(groups.basis_set(&variant.except, source)?);
                variants.push((bases, at(&variant.when)?));
            }
            if !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
                return Err(source.fault(&raw.when, format!("`{name}` is no name for a condition")));
            }
            let condition = Condition { says: raw.says.clone(), otherwise: at(&raw.when)?, variants };
            named.insert(name.clone(), condition);
        }
        let of_each = |texts: &Vec<Option<String>>| {
            texts.iter().map(|text| text.as_deref().map(shared).transpose()).collect::<Result<Vec<_>, _>>()
        };
        let mut conditions = Self {
            named,
            given: given
                .iter()
                .map(|(name, texts)| Ok(((*name).to_owned(), of_each(texts)?)))
                .collect::<Result<_, PackError>>()?,
            asks: asks
                .iter()
                .map(|(name, text)| Ok((name.clone(), shared(text)?)))
                .collect::<Result<_, PackError>>()?,
            no: shared(NO)?,
            basis: bases.iter().map(|text| shared(text)).collect::<Result<_, _>>()?,
            whole: BTreeMap::new(),
        };
        conditions.expand_all()?;
        Ok(conditions)
    }

    /// Expands every condition for every basis: each name stands for something, and none for itself.
    fn expand_all(&mut self) -> Result<(), PackError> {
        let mut whole = BTreeMap::new();
        for (name, condition) in &self.named {
            if self.given.contains_key(name) || self.asks.contains_key(name) {
                let fault = format!("`{name}` is taken");
                return Err(PackError::of_line(CONDITIONS, condition.otherwise.line, fault));
            }
            for basis in Basis::ALL.iter().copied().map(Some).chain([None]) {
                if let Err(Unexpanded::Fault(fault)) = self.whole_of(name, basis, &mut whole, &mut Vec::new())
                {
                    return Err(PackError::of_line(CONDITIONS, condition.text(basis).line, fault));
                }
            }
        }
        self.whole = whole;
        Ok(())
    }

    /// A condition with everything put in; what was found before is taken from `known` and put there. Without a basis,
    /// what speaks of one is false.
    fn whole_of(
        &self,
        name: &str,
        basis: Option<Basis>,
        known: &mut BTreeMap<String, Vec<Option<Whole>>>,
        within: &mut Vec<String>,
    ) -> Result<Whole, Unexpanded> {
        let place = slot(basis);
        if let Some(of_name) = known.get(name) {
            let alike = of_name.iter().flatten().find(|whole| !whole.by_basis);
            if let Some(whole) = alike.or(of_name.get(place).and_then(Option::as_ref)) {
                return Ok(whole.clone());
            }
        }
        let Some(condition) = self.named.get(name) else {
            return Err(Unexpanded::Fault(format!("no condition `${name}`")));
        };
        if within.iter().any(|outer| outer == name) {
            return Err(Unexpanded::Fault(format!("`${name}` stands for itself")));
        }
        within.push(name.to_owned());
        let text = &condition.text(basis).expression;
        let mut by_basis = !condition.variants.is_empty();
        let expanded = self.expand(text, &mut |part| {
            let whole = self.stands_for(part, basis, known, within)?;
            by_basis |= whole.by_basis;
            Ok(whole.reading)
        });
        within.pop();
        let whole = match expanded {
            Ok(reading) => Whole { reading: Arc::new(reading), by_basis },
            Err(Unexpanded::NoBasis) => Whole { reading: Arc::clone(&self.no), by_basis: true },
            Err(fault) => return Err(fault),
        };
        let of_name = known.entry(name.to_owned()).or_insert_with(|| vec![None; SLOTS]);
        if let Some(place) = of_name.get_mut(place) {
            *place = Some(whole.clone());
        }
        Ok(whole)
    }

    /// What a name stands for.
    fn stands_for(
        &self,
        name: &str,
        basis: Option<Basis>,
        known: &mut BTreeMap<String, Vec<Option<Whole>>>,
        within: &mut Vec<String>,
    ) -> Result<Whole, Unexpanded> {
        let whole = |reading: &Arc<Reading>, by_basis| Whole { reading: Arc::clone(reading), by_basis };
        if name == "basis" {
            let reading = basis.and_then(|basis| self.basis.get(basis.place()));
            return reading.map(|reading| whole(reading, true)).ok_or(Unexpanded::NoBasis);
        }
        if let Some(given) = self.given.get(name) {
            let own = basis.and_then(|basis| given.get(basis.place())?.as_ref());
            return Ok(whole(own.unwrap_or(&self.no), true));
        }
        match self.asks.get(name) {
            Some(asks) => Ok(whole(asks, false)),
            None => self.whole_of(name, basis, known, within),
        }
    }

    /// An expression with everything put in that its names stand for.
    fn expand(
        &self,
        expression: &Reading,
        stands_for: &mut impl FnMut(&str) -> Result<Arc<Reading>, Unexpanded>,
    ) -> Result<Reading, Unexpanded> {
        let text = written(&expression.text, &mut |name| {
            stands_for(name).map(|reading| self.in_brackets(&reading))
        })?;
        let tree = trees::put_in(&expression.tree, &mut |name| {
            stands_for(name).map(|reading| Arc::clone(&reading.tree))
        })?;
        Ok(Reading { text, tree })
    }

    /// As it stands in a longer text. A basis stands alone: it is no truth.
    fn in_brackets(&self, reading: &Arc<Reading>) -> String {
        if self.basis.iter().any(|basis| Arc::ptr_eq(basis, reading)) {
            reading.text.clone()
        } else {
            format!("({})", reading.text)
        }
    }

    /// Whether there is a condition of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.named.contains_key(name)
    }

    /// The condition in plain words.
    pub(crate) fn says(&self, name: &str) -> Option<&str> {
        self.named.get(name).map(|condition| condition.says.as_str())
    }

    /// The conditions that are named neither by a table, nor by a policy, nor by a condition that is.
    pub(crate) fn idle<'a>(
        &'a self,
        tables: &'a [String],
        policies: impl Iterator<Item = &'a str>,
    ) -> Vec<String> {
        let mut waiting: Vec<&str> = tables.iter().map(String::as_str).collect();
        waiting.extend(policies.flat_map(names));
        let mut used: BTreeSet<&str> = BTreeSet::new();
        while let Some(name) = waiting.pop() {
            let Some(condition) = self.named.get(name).filter(|_| used.insert(name)) else { continue };
            let variants = condition.variants.iter().map(|(_, text)| text);
            let texts = variants.chain([&condition.otherwise]);
            waiting.extend(texts.flat_map(|text| names(&text.expression.text)));
        }
        self.named.keys().filter(|name| !used.contains(name.as_str())).cloned().collect()
    }

    /// A condition as an expression over the facts. Without a basis, what speaks of one is false.
    pub(crate) fn expression(&self, name: &str, basis: Option<Basis>) -> Result<Arc<Reading>, PackError> {
        let of_name = self.whole.get(name).map(Vec::as_slice).unwrap_or_default();
        let own = of_name.get(slot(basis)).and_then(Option::as_ref);
        match own.or_else(|| of_name.iter().flatten().find(|whole| !whole.by_basis)) {
            Some(whole) => Ok(Arc::clone(&whole.reading)),
            None => Err(PackError::of_file(CONDITIONS, format!("no condition `{name}`"))),
        }
    }

    /// A text of a policy with every `$name` put in.
    pub(crate) fn expanded(&self, text: &str, basis: Basis) -> Result<String, String> {
        written(text, &mut |name| self.of_policy(name, basis).map(|reading| self.in_brackets(&reading)))
            .map_err(said)
    }

    /// An expression of a policy with everything put in that its names stand for.
    pub(crate) fn put_in(&self, tree: &Tree, basis: Basis) -> Result<Tree, String> {
        trees::put_in(tree, &mut |name| self.of_policy(name, basis).map(|reading| Arc::clone(&reading.tree)))
            .map_err(said)
    }

    fn of_policy(&self, name: &str, basis: Basis) -> Result<Arc<Reading>, Unexpanded> {
        if self.named.contains_key(name) {
            let found = self.expression(name, Some(basis));
            return found.map_err(|error| Unexpanded::Fault(error.fault));
        }
        let whole = self.stands_for(name, Some(basis), &mut BTreeMap::new(), &mut Vec::new())?;
        Ok(whole.reading)
    }
}

/// What is true of nothing.
const NO: &str = "false";

fn said(why: Unexpanded) -> String {
    match why {
        Unexpanded::NoBasis => "speaks of a basis, and has none".to_owned(),
        Unexpanded::Fault(fault) => fault,
    }
}

/// A text with everything put in that its names stand for.
fn written<F>(text: &str, stands_for: &mut impl FnMut(&str) -> Result<String, F>) -> Result<String, F> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut parts = text.split('$');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = name_of(part);
        out.push_str(&stands_for(name)?);
        out.push_str(rest);
    }
    Ok(out)
}

/// A name and what comes after it.
pub(super) fn name_of(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
    text.split_at(end.unwrap_or(text.len()))
}

/// The names that a text puts a `$` before.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('$').skip(1).map(|rest| name_of(rest).0)
}

impl Condition {
    fn text(&self, basis: Option<Basis>) -> &Text {
        let own = self.variants.iter().find(|(bases, _)| basis.is_some() && bases.has(basis));
        own.map_or(&self.otherwise, |(_, text)| text)
    }
}

/// What the tables say of each basis.
fn given(catalogue: &Catalogue) -> BTreeMap<&'static str, Vec<Option<String>>> {
    let of_each =
        |text: fn(&super::catalogue::BasisRow) -> Option<String>| catalogue.bases.iter().map(text).collect();
    BTreeMap::from([
        ("nation_listed", of_each(|row| Some(row.nation_listed()))),
        ("in_force", of_each(|row| Some(row.in_force()))),
        ("own_paper", of_each(|row| own_paper(row.code))),
        ("something_to_give", of_each(|_| Some("resource == Answer::\"something-to-give\"".to_owned()))),
    ])
}

/// That the paper served is of the kind of the basis; nothing for a basis that has no paper.
fn own_paper(basis: Basis) -> Option<String> {
    let kind = InstrumentKind::parse(basis.as_str())?;
    Some(format!("context has instrument && context.instrument.kind == InstrumentKind::\"{kind}\""))
}

/// That an item of a group is asked for.
fn asks(groups: &Groups) -> BTreeMap<String, String> {
    let of_group = |set: super::catalogue::ItemSet| {
        let tests: Vec<String> = Item::ALL
            .iter()
            .filter(|item| set.has(**item))
            .map(|item| format!("context.items.contains(Item::\"{item}\")"))
            .collect();
        if tests.is_empty() { "false".to_owned() } else { tests.join(" || ") }
    };
    groups.items.iter().map(|(name, set)| (format!("asks_{name}"), of_group(*set))).collect()
}
