//! Named conditions, and their expansion as text.
//!
//! A condition is a Cedar expression that may name others as `$name`. When the pack is built every name is replaced,
//! in brackets, by the text it stands for, down to the facts: what is proved of a policy is then proved of facts.

use std::collections::{BTreeMap, BTreeSet};

use casework::codes::{Basis, Code, InstrumentKind, Item};
use serde::Deserialize;

use super::{
    catalogue::Catalogue,
    error::PackError,
    files::Files,
    groups::{BasisSet, Groups, Name, Source},
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
    text: String,
    line: usize,
}

/// The conditions of a pack.
#[derive(Debug, Clone)]
pub(crate) struct Conditions {
    named: BTreeMap<String, Condition>,
    /// What the tables say of each basis, ready to be put in.
    given: BTreeMap<&'static str, Vec<Option<String>>>,
    asks: BTreeMap<String, String>,
}

/// Why a text cannot be expanded.
enum Unexpanded {
    /// It speaks of a basis, and there is none.
    NoBasis,
    /// It is at fault.
    Fault(String),
}

impl Conditions {
    pub(crate) fn read(files: &Files, catalogue: &Catalogue, groups: &Groups) -> Result<Self, PackError> {
        let source = Source { path: CONDITIONS, text: files.text(CONDITIONS)? };
        let raw: BTreeMap<String, RawCondition> = files.toml(CONDITIONS)?;
        let at = |name: &Name| {
            let line = super::error::line_of(source.text, name.span().start);
            Text { text: name.get_ref().clone(), line }
        };
        let mut named = BTreeMap::new();
        for (name, raw) in raw {
            let mut variants = Vec::with_capacity(raw.variants.len());
            for variant in &raw.variants {
                let bases = groups.basis_set(&variant.bases, source)?;
                let bases = bases.without(groups.basis_set(&variant.except, source)?);
                variants.push((bases, at(&variant.when)));
            }
            if !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
                return Err(source.fault(&raw.when, format!("`{name}` is no name for a condition")));
            }
            named.insert(name, Condition { says: raw.says, otherwise: at(&raw.when), variants });
        }
        let conditions = Self { named, given: given(catalogue), asks: asks(groups) };
        conditions.check()?;
        Ok(conditions)
    }

    /// Every condition can be expanded for every basis: each name stands for something, and none for itself.
    fn check(&self) -> Result<(), PackError> {
        for (name, condition) in &self.named {
            if self.given.contains_key(name.as_str()) || self.asks.contains_key(name) {
                return Err(PackError::of_line(
                    CONDITIONS,
                    condition.otherwise.line,
                    format!("`{name}` is taken"),
                ));
            }
            for basis in Basis::ALL.iter().copied().map(Some).chain([None]) {
                let text = condition.text(basis);
                if let Err(Unexpanded::Fault(fault)) = self.expand(&text.text, basis, &mut vec![name.clone()])
                {
                    return Err(PackError::of_line(CONDITIONS, text.line, fault));
                }
            }
        }
        Ok(())
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
            waiting.extend(variants.chain([&condition.otherwise]).flat_map(|text| names(&text.text)));
        }
        self.named.keys().filter(|name| !used.contains(name.as_str())).cloned().collect()
    }

    /// A condition as an expression over the facts. Without a basis, what speaks of one is false.
    pub(crate) fn expression(&self, name: &str, basis: Option<Basis>) -> Result<String, PackError> {
        let Some(condition) = self.named.get(name) else {
            return Err(PackError::of_file(CONDITIONS, format!("no condition `{name}`")));
        };
        let text = condition.text(basis);
        match self.expand(&text.text, basis, &mut vec![name.to_owned()]) {
            Ok(expanded) => Ok(expanded),
            Err(Unexpanded::NoBasis) => Ok("false".to_owned()),
            Err(Unexpanded::Fault(fault)) => Err(PackError::of_line(CONDITIONS, text.line, fault)),
        }
    }

    /// A text of a policy with every `$name` put in.
    pub(crate) fn expanded(&self, text: &str, basis: Basis) -> Result<String, String> {
        match self.expand(text, Some(basis), &mut Vec::new()) {
            Ok(expanded) => Ok(expanded),
            Err(Unexpanded::NoBasis) => Err("speaks of a basis, and has none".to_owned()),
            Err(Unexpanded::Fault(fault)) => Err(fault),
        }
    }

    fn expand(
        &self,
        text: &str,
        basis: Option<Basis>,
        within: &mut Vec<String>,
    ) -> Result<String, Unexpanded> {
        let mut out = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some(start) = rest.find('$') {
            let (before, from) = rest.split_at(start);
            out.push_str(before);
            let after = from.trim_start_matches('$');
            let end = after.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
            let (name, tail) = after.split_at(end.unwrap_or(after.len()));
            rest = tail;
            out.push_str(&self.stands_for(name, basis, within)?);
        }
        out.push_str(rest);
        Ok(out)
    }

    fn stands_for(
        &self,
        name: &str,
        basis: Option<Basis>,
        within: &mut Vec<String>,
    ) -> Result<String, Unexpanded> {
        if name == "basis" {
            let basis = basis.ok_or(Unexpanded::NoBasis)?;
            return Ok(format!("Basis::\"{basis}\""));
        }
        if let Some(given) = self.given.get(name) {
            let text = basis.and_then(|basis| given.get(basis.place())?.clone());
            return Ok(format!("({})", text.as_deref().unwrap_or("false")));
        }
        if let Some(text) = self.asks.get(name) {
            return Ok(format!("({text})"));
        }
        let Some(condition) = self.named.get(name) else {
            return Err(Unexpanded::Fault(format!("no condition `${name}`")));
        };
        if within.iter().any(|outer| outer == name) {
            return Err(Unexpanded::Fault(format!("`${name}` stands for itself")));
        }
        within.push(name.to_owned());
        let expanded = match self.expand(&condition.text(basis).text, basis, within) {
            Err(Unexpanded::NoBasis) => Ok("false".to_owned()),
            other => other,
        };
        within.pop();
        Ok(format!("({})", expanded?))
    }
}

/// The names that a text puts a `$` before.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    })
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
