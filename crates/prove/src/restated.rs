//! The tests of every basis, stated a second time, in a file beside the pack: what its policies are proved to say.

use casework::codes::{Basis, BasisKind, InstrumentKind, Reason};
use gate::{BasisRow, Pack, day_number};
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::ProveError;

/// The file within the folder of a pack. It is no part of the pack, and the digest leaves it out.
pub const RESTATED: &str = "restated.toml";

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    reason: Reason,
    on: Vec<String>,
    #[serde(default)]
    but: Vec<String>,
    when: String,
}

/// What `restated.toml` states.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restated {
    sets: BTreeMap<String, Vec<Basis>>,
    say: BTreeMap<String, String>,
    test: Vec<Test>,
}

fn fault(fault: String) -> ProveError {
    ProveError::Statement { file: RESTATED, fault }
}

impl Restated {
    /// Reads the statement and tries every expression of it.
    ///
    /// # Errors
    /// [`ProveError::Statement`] for a text that is no such statement, or that names what is not there.
    pub fn parse(text: &str, pack: &Pack) -> Result<Self, ProveError> {
        let read: Self = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
        for basis in Basis::ALL {
            for reason in Reason::ALL {
                read.closing(pack.basis(*basis), *reason)?;
            }
        }
        Ok(read)
    }

    /// When a basis has a reason: where one of these expressions over the facts holds.
    pub(crate) fn closing(&self, row: &BasisRow, reason: Reason) -> Result<Vec<String>, ProveError> {
        let mut found = Vec::new();
        for test in self.test.iter().filter(|test| test.reason == reason) {
            if self.any(&test.on, row)? && !self.any(&test.but, row)? {
                found.push(self.expanded(&test.when, row, &mut Vec::new())?);
            }
        }
        Ok(found)
    }

    /// Whether one of the names is the basis or a set that holds it.
    fn any(&self, names: &[String], row: &BasisRow) -> Result<bool, ProveError> {
        let mut found = false;
        for name in names {
            found |= match Basis::parse(name) {
                Some(basis) => basis == row.code,
                None => {
                    self.holds(name, row).ok_or_else(|| fault(format!("no set and no basis `{name}`")))?
                }
            };
        }
        Ok(found)
    }

    fn holds(&self, set: &str, row: &BasisRow) -> Option<bool> {
        match BasisKind::parse(set) {
            Some(kind) => Some(row.kind == kind),
            None => self.sets.get(set).map(|bases| bases.contains(&row.code)),
        }
    }

    fn expanded(&self, text: &str, row: &BasisRow, within: &mut Vec<String>) -> Result<String, ProveError> {
        let mut out = String::with_capacity(text.len() * 2);
        let mut pieces = text.split('$');
        out.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let end = piece.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            let (name, rest) = piece.split_at(end.unwrap_or(piece.len()));
            out.push_str(&self.stands_for(name, row, within)?);
            out.push_str(rest);
        }
        Ok(out)
    }

    fn stands_for(&self, name: &str, row: &BasisRow, within: &mut Vec<String>) -> Result<String, ProveError> {
        if let Some(holds) = self.holds(name, row) {
            return Ok(holds.to_string());
        }
        match name {
            "basis" => return Ok(format!("Basis::\"{}\"", row.code)),
            "nations" => return Ok(nations(row)),
            "days" => return Ok(days(row)),
            "own-kind" => return Ok(own_kind(row)),
            _ => {}
        }
        let text = self.say.get(name).ok_or_else(|| fault(format!("nothing is said of `${name}`")))?;
        if within.iter().any(|outer| outer == name) {
            return Err(fault(format!("`${name}` stands for itself")));
        }
        within.push(name.to_owned());
        let expanded = self.expanded(text, row, within)?;
        within.pop();
        Ok(format!("({expanded})"))
    }
}

fn nations(row: &BasisRow) -> String {
    let nations: Vec<String> = row.nations.iter().map(|nation| format!("Nation::\"{nation}\"")).collect();
    format!("[{}]", nations.join(", "))
}

fn days(row: &BasisRow) -> String {
    let from = row.in_force_from.map(|from| format!("{} <= context.date", day_number(from)));
    let to =
        row.in_force_to.map_or_else(|| "true".to_owned(), |to| format!("{} >= context.date", day_number(to)));
    from.map_or_else(|| "false".to_owned(), |from| format!("({from} && {to})"))
}

fn own_kind(row: &BasisRow) -> String {
    match InstrumentKind::parse(row.code.as_str()) {
        Some(kind) => format!("(context.instrument.kind == InstrumentKind::\"{kind}\")"),
        None => "false".to_owned(),
    }
}
