//! Conditions on open outcomes, and acts due afterwards.

use casework::{
    codes::{After, Basis, Condition},
    facts::Facts,
};
use serde::Deserialize;

use crate::{
    pack::{BasisSet, Files, ItemSet, Name, PackError, Source},
    truths::{Ending, Reader, Scope, Truths},
};

const FILE: &str = "obligations.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    #[serde(default)]
    outcomes: Vec<Name>,
    #[serde(default)]
    bases: Vec<Name>,
    #[serde(default)]
    except: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
    #[serde(default)]
    asked: Vec<Name>,
    #[serde(default)]
    nothing_open: bool,
    not_open: Option<Name>,
    #[serde(default)]
    conditions: Vec<Name>,
    #[serde(default)]
    after: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    row: Vec<RawRow>,
}

#[derive(Debug)]
struct Row {
    outcomes: Vec<Ending>,
    scope: Scope,
    /// Empty where nothing need be asked for.
    asked: ItemSet,
    nothing_open: bool,
    not_open: Option<Basis>,
    conditions: Vec<Condition>,
    after: Vec<After>,
}

/// The table.
#[derive(Debug)]
pub(crate) struct Obligations {
    rows: Vec<Row>,
}

impl Obligations {
    pub(crate) fn read(files: &Files, reader: &mut Reader<'_>) -> Result<Self, PackError> {
        let source = Source { path: FILE, text: files.text(FILE)? };
        let raw: RawTable = files.toml(FILE)?;
        let mut rows = Vec::with_capacity(raw.row.len());
        reader.list("row");
        for row in &raw.row {
            let outcomes = match row.outcomes.as_slice() {
                [] => vec![Ending::Disclose],
                names => Ending::read_all(names, source)?,
            };
            rows.push(Row {
                scope: if let Some(name) = row.bases.iter().chain(&row.except).next()
                    && !outcomes.contains(&Ending::Disclose)
                {
                    return Err(source.fault(name, "only a disclosure has a basis".to_owned()));
                } else if outcomes == [Ending::Disclose] {
                    reader.scope_of_disclosures(&row.bases, &row.except, &row.when, source)?
                } else if outcomes.contains(&Ending::Disclose) {
                    reader.scope(&row.bases, &row.except, &row.when, source)?
                } else {
                    reader.scope_without_basis(&row.when, source)?
                },
                outcomes,
                asked: reader.groups().item_set(&row.asked, source)?,
                nothing_open: row.nothing_open,
                not_open: row.not_open.as_ref().map(|name| source.code(name)).transpose()?,
                conditions: source.codes(&row.conditions)?,
                after: source.codes(&row.after)?,
            });
        }
        Ok(Self { rows })
    }

    /// The conditions and the acts of an open outcome, given which disclosures are open.
    pub(crate) fn of(
        &self,
        ending: Ending,
        basis: Option<Basis>,
        facts: &Facts,
        open: BasisSet,
        truths: &Truths<'_>,
    ) -> (Vec<Condition>, Vec<After>) {
        let asked: ItemSet = facts.items.iter().copied().collect();
        let mut conditions = Vec::new();
        let mut after = Vec::new();
        for row in
            self.rows.iter().filter(|row| row.outcomes.contains(&ending) && row.scope.applies(basis, truths))
        {
            let of_items = row.asked == ItemSet::EMPTY || row.asked.meets(asked);
            let of_nothing = !row.nothing_open || open == BasisSet::EMPTY;
            let of_other = row.not_open.is_none_or(|other| !open.has(Some(other)));
            if of_items && of_nothing && of_other {
                conditions.extend(&row.conditions);
                after.extend(&row.after);
            }
        }
        (conditions, after)
    }
}
