//! The outcomes that are no disclosure: why they are closed, what they give, who approves them.

use casework::codes::{Approval, Basis, Item, Reason, Who};
use serde::Deserialize;

use crate::{
    pack::{BasisSet, Files, Name, PackError, Source},
    truths::{Ending, Reader, Scope, Truths},
};

const FILE: &str = "outcomes.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    outcomes: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
    code: Option<Name>,
    #[serde(default)]
    items: Vec<Name>,
    #[serde(default)]
    approvals: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInPlay {
    basis: Name,
    when: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWatching {
    when: Name,
    basis: Name,
    paper: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAlways {
    basis: Name,
    who: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReturn {
    complete: Name,
    hopeless: Name,
    only_in_play: RawInPlay,
    when_watching: RawWatching,
    always_missing: RawAlways,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    closed: Vec<RawRow>,
    given: Vec<RawRow>,
    approved: Vec<RawRow>,
    #[serde(rename = "return")]
    returned: RawReturn,
}

#[derive(Debug)]
struct Row<T> {
    outcomes: Vec<Ending>,
    scope: Scope,
    says: T,
}

impl<T> Row<T> {
    fn applies(&self, ending: Ending, truths: &Truths<'_>) -> bool {
        self.outcomes.contains(&ending) && self.scope.applies(None, truths)
    }
}

/// The table.
#[derive(Debug)]
pub(crate) struct Outcomes {
    closed: Vec<Row<Reason>>,
    given: Vec<Row<Vec<Item>>>,
    approved: Vec<Row<Vec<Approval>>>,
    pub(crate) returned: Returned,
}

/// When a referral is returned to be completed.
#[derive(Debug)]
pub(crate) struct Returned {
    pub(crate) complete: Reason,
    pub(crate) hopeless: Reason,
    in_play_basis: Basis,
    in_play: Scope,
    watching: Scope,
    watching_basis: Basis,
    watching_paper: Scope,
    pub(crate) always_missing: Basis,
    pub(crate) always_missing_who: Who,
}

impl Outcomes {
    pub(crate) fn read(files: &Files, reader: &mut Reader<'_>) -> Result<Self, PackError> {
        let source = Source { path: FILE, text: files.text(FILE)? };
        let raw: RawTable = files.toml(FILE)?;
        let table = Self {
            closed: rows("closed", &raw.closed, reader, source, |row| match &row.code {
                Some(code) => source.code(code),
                None => Err(PackError::of_file(FILE, "a row of `closed` has no code")),
            })?,
            given: rows("given", &raw.given, reader, source, |row| source.codes(&row.items))?,
            approved: rows("approved", &raw.approved, reader, source, |row| source.codes(&row.approvals))?,
            returned: Returned::read(&raw.returned, reader, source)?,
        };
        for ending in Ending::WITHOUT_DISCLOSURE {
            let last = table.approved.iter().rfind(|row| row.outcomes.contains(&ending));
            if !last.is_some_and(|row| row.scope.is_last(BasisSet::of(None))) {
                return Err(PackError::of_file(
                    FILE,
                    format!("{ending:?} has no approvals that always apply"),
                ));
            }
        }
        Ok(table)
    }

    /// Why an outcome is closed; empty where it is open.
    pub(crate) fn closed(&self, ending: Ending, truths: &Truths<'_>) -> Vec<Reason> {
        self.closed.iter().filter(|row| row.applies(ending, truths)).map(|row| row.says).collect()
    }

    /// What an outcome gives.
    pub(crate) fn given(&self, ending: Ending, truths: &Truths<'_>) -> Vec<Item> {
        self.given
            .iter()
            .filter(|row| row.applies(ending, truths))
            .flat_map(|row| row.says.iter().copied())
            .collect()
    }

    /// Who approves it.
    pub(crate) fn approved(&self, ending: Ending, truths: &Truths<'_>) -> Vec<Approval> {
        let row = self.approved.iter().find(|row| row.applies(ending, truths));
        row.map(|row| row.says.clone()).unwrap_or_default()
    }
}

fn rows<T>(
    list: &'static str,
    raw: &[RawRow],
    reader: &mut Reader<'_>,
    source: Source<'_>,
    says: impl Fn(&RawRow) -> Result<T, PackError>,
) -> Result<Vec<Row<T>>, PackError> {
    reader.list(list);
    let read = |row: &RawRow| {
        let scope = reader.scope_without_basis(&row.when, source)?;
        Ok(Row { outcomes: Ending::read_all(&row.outcomes, source)?, scope, says: says(row)? })
    };
    raw.iter().map(read).collect()
}

impl Returned {
    fn read(raw: &RawReturn, reader: &mut Reader<'_>, source: Source<'_>) -> Result<Self, PackError> {
        reader.list("return");
        let watching_paper = std::slice::from_ref(&raw.when_watching.basis);
        let watching_paper =
            reader.scope(watching_paper, &[], std::slice::from_ref(&raw.when_watching.paper), source)?;
        let mut when = |name: &Name| reader.scope_without_basis(std::slice::from_ref(name), source);
        Ok(Self {
            complete: source.code(&raw.complete)?,
            hopeless: source.code(&raw.hopeless)?,
            in_play_basis: source.code(&raw.only_in_play.basis)?,
            in_play: when(&raw.only_in_play.when)?,
            watching: when(&raw.when_watching.when)?,
            watching_basis: source.code(&raw.when_watching.basis)?,
            watching_paper,
            always_missing: source.code(&raw.always_missing.basis)?,
            always_missing_who: source.code(&raw.always_missing.who)?,
        })
    }

    /// Whether any basis is curable, given which are open and which are closed for curable reasons alone.
    pub(crate) fn any_curable(&self, open: BasisSet, closed_curably: BasisSet, truths: &Truths<'_>) -> bool {
        let mut curable = closed_curably;
        if !self.in_play.applies(None, truths) {
            curable = curable.without(BasisSet::of(Some(self.in_play_basis)));
        }
        if open == BasisSet::EMPTY && self.watching.applies(None, truths) {
            let basis = Some(self.watching_basis);
            return curable.has(basis) && self.watching_paper.applies(basis, truths);
        }
        open.with(curable) != BasisSet::EMPTY
    }
}
