//! The fixed tables: bases, items and reasons.

use std::sync::Arc;

use casework::{
    codes::{Approval, Basis, BasisKind, Code, Item, ItemClass, Nation, NoticeRule, Reason, Who},
    time::Day,
};
use serde::Deserialize;

use super::{error::PackError, files::Files};
use crate::context::day_number;

/// A set of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ItemSet(u64);

impl ItemSet {
    pub(crate) const EMPTY: Self = Self(0);
    pub(crate) const ALL: Self = Self((1 << Item::ALL.len()) - 1);

    pub(crate) fn has(self, item: Item) -> bool {
        self.0 & (1 << item.place()) != 0
    }
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<Item> for ItemSet {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        items.into_iter().fold(Self::EMPTY, |set, item| set.with(Self(1 << item.place())))
    }
}

/// What may at most be given under a basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ceiling {
    /// What the paper describes, and nothing else.
    AsInstrumentDescribes,
    /// These items.
    Items(ItemSet),
}

/// A row of the catalogue of bases.
#[derive(Debug, Clone)]
pub struct BasisRow {
    /// The basis.
    pub code: Basis,
    /// Its name, for people.
    pub name: String,
    /// The provision, quoted as the law of every reason that rests on the basis.
    pub provision: Arc<str>,
    /// What it does.
    pub kind: BasisKind,
    /// Where it applies.
    pub nations: Vec<Nation>,
    /// In force from this day; `None` where no day is confirmed.
    pub in_force_from: Option<Day>,
    /// In force up to and with this day; `None` where no end is known.
    pub in_force_to: Option<Day>,
    /// Whether somebody has checked the provision; to be said wherever the basis is shown. Closes nothing.
    pub confirmed: bool,
    /// Who decides, for display.
    pub decider: String,
    /// The rules of notice it may lead to, for display.
    pub notice: Vec<NoticeRule>,
    pub(crate) ceiling: Ceiling,
    pub(crate) approvals: Vec<Approval>,
}

/// A row of the table of items.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemRow {
    /// The item.
    pub code: Item,
    /// Its level of intrusion, 0 to 24; none for items outside the picker.
    pub level: Option<u8>,
    /// Its class.
    pub cls: ItemClass,
    /// Its name, for people.
    pub name: String,
}

/// A row of the table of reasons.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonRow {
    /// The reason.
    pub code: Reason,
    /// The law or policy it rests on; `basis` for the provision of the basis.
    pub law: String,
    /// Whether somebody could put it right.
    pub curable: bool,
    /// The field that would put it right, as a JSON pointer into the facts.
    pub field: Option<String>,
    /// Who can put it right.
    pub who: Option<Who>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawCeiling {
    Word(String),
    Items(Vec<Item>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBasis {
    code: Basis,
    name: String,
    provision: String,
    kind: BasisKind,
    nations: Vec<Nation>,
    in_force_from: Option<String>,
    in_force_to: Option<String>,
    confirmed: bool,
    decider: String,
    ceiling: RawCeiling,
    approvals: Vec<Approval>,
    notice: Vec<NoticeRule>,
}

const BASES: &str = "bases.json";
const ITEMS: &str = "items.json";
const REASONS: &str = "reasons.json";

/// The three tables, each complete and in the order of its code list.
#[derive(Debug, Clone)]
pub(crate) struct Catalogue {
    pub(crate) bases: Vec<BasisRow>,
    pub(crate) items: Vec<ItemRow>,
    pub(crate) reasons: Vec<ReasonRow>,
}

impl Catalogue {
    pub(crate) fn read(files: &Files) -> Result<Self, PackError> {
        let raw: Vec<RawBasis> = files.json(BASES)?;
        let text = files.text(BASES)?;
        let bases = raw.into_iter().map(|raw| basis(raw, text)).collect::<Result<Vec<_>, _>>()?;
        let items: Vec<ItemRow> = files.json(ITEMS)?;
        let reasons: Vec<ReasonRow> = files.json(REASONS)?;
        complete(BASES, bases.iter().map(|row| row.code))?;
        complete(ITEMS, items.iter().map(|row| row.code))?;
        complete(REASONS, reasons.iter().map(|row| row.code))?;
        for row in &reasons {
            let text = files.text(REASONS)?;
            if row.law.trim().is_empty() {
                let fault =
                    format!("{} has no law; name the provision or policy, or write `basis`", row.code);
                return Err(PackError::of_line(REASONS, line_of_code(text, row.code), fault));
            }
            if row.curable && row.who.is_none() {
                let fault = format!("{} can be put right, but by nobody; name who", row.code);
                return Err(PackError::of_line(REASONS, line_of_code(text, row.code), fault));
            }
            if row.field.is_some() && row.who.is_none() {
                let fault = format!("{} has a field, but nobody to supply it", row.code);
                return Err(PackError::of_line(REASONS, line_of_code(text, row.code), fault));
            }
        }
        Ok(Self { bases, items, reasons })
    }

    // INVARIANT: `complete` has shown that each list has a row for each code, at the place of the code.
    #[expect(
        clippy::indexing_slicing,
        reason = "a row for each code, at the place of the code; see `complete`"
    )]
    pub(crate) fn basis(&self, basis: Basis) -> &BasisRow {
        &self.bases[basis.place()]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a row for each code, at the place of the code; see `complete`"
    )]
    pub(crate) fn reason(&self, reason: Reason) -> &ReasonRow {
        &self.reasons[reason.place()]
    }
}

/// Every code once, in the order of the list: file order is the order of everything that people see.
fn complete<C: Code>(file: &str, found: impl Iterator<Item = C>) -> Result<(), PackError> {
    let found: Vec<C> = found.collect();
    for (place, code) in C::ALL.iter().enumerate() {
        if found.get(place) != Some(code) {
            return Err(PackError::of_file(file, format!("row {} should be {}", place + 1, code.code())));
        }
    }
    if found.len() == C::ALL.len() { Ok(()) } else { Err(PackError::of_file(file, "has a row too many")) }
}

/// The line on which the row of a code says which it is.
fn line_of_code<C: Code>(text: &str, code: C) -> usize {
    let quoted = format!("\"{}\"", code.code());
    let named = |line: &str| line.contains("\"code\"") && line.contains(&quoted);
    text.lines().position(named).map_or(1, |place| place + 1)
}

fn basis(raw: RawBasis, text: &str) -> Result<BasisRow, PackError> {
    let code = raw.code;
    let fault = |what: &str| PackError::of_line(BASES, line_of_code(text, code), format!("{code}: {what}"));
    let day = |text: Option<String>| match text {
        None => Ok(None),
        Some(text) => Day::parse(&text).map(Some).ok_or_else(|| {
            fault("a day that is none; write it as 2026-11-22, or null where no day is known")
        }),
    };
    let ceiling = match raw.ceiling {
        RawCeiling::Items(items) => Ceiling::Items(items.into_iter().collect()),
        RawCeiling::Word(word) if word == "as-instrument-describes" => Ceiling::AsInstrumentDescribes,
        RawCeiling::Word(_) => {
            return Err(fault("a ceiling is a list of items or `as-instrument-describes`"));
        }
    };
    if raw.provision.trim().is_empty() {
        return Err(fault("no provision; say where it stands in law"));
    }
    let (in_force_from, in_force_to) = (day(raw.in_force_from)?, day(raw.in_force_to)?);
    match (in_force_from, in_force_to) {
        (Some(from), Some(to)) if to < from => {
            return Err(fault("ends before it begins; see in_force_from and in_force_to"));
        }
        (None, Some(_)) => return Err(fault("ends, but never begins; give in_force_from, or null for both")),
        _ => {}
    }
    Ok(BasisRow {
        code,
        name: raw.name,
        provision: Arc::from(raw.provision),
        kind: raw.kind,
        nations: raw.nations,
        in_force_from,
        in_force_to,
        confirmed: raw.confirmed,
        decider: raw.decider,
        notice: raw.notice,
        ceiling,
        approvals: raw.approvals,
    })
}

impl BasisRow {
    /// Whether the basis is a gateway at all.
    #[must_use]
    pub fn is_gateway(&self) -> bool {
        self.kind != BasisKind::NotAGateway
    }

    /// Whether the basis compels.
    #[must_use]
    pub fn compels(&self) -> bool {
        self.kind == BasisKind::Compels
    }

    /// That the nation of the facts is one of the basis, as a Cedar expression.
    pub(crate) fn nation_listed(&self) -> String {
        let tests: Vec<String> =
            self.nations.iter().map(|nation| format!("context.nation == Nation::\"{nation}\"")).collect();
        if tests.is_empty() { "false".to_owned() } else { tests.join(" || ") }
    }

    /// That the basis is in force on the date of the facts, as a Cedar expression.
    pub(crate) fn in_force(&self) -> String {
        let Some(from) = self.in_force_from else { return "false".to_owned() };
        let from = format!("context.date >= {}", day_number(from));
        match self.in_force_to {
            None => from,
            Some(to) => format!("{from} && context.date <= {}", day_number(to)),
        }
    }
}
