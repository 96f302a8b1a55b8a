//! The manifest of a pack, and the groups of bases and items that its tables speak of.

use std::collections::BTreeMap;

use casework::{
    codes::{Basis, BasisKind, Code, Item, ItemClass, Nation},
    time::Day,
};
use serde::Deserialize;
use toml::Spanned;

use super::{
    catalogue::{Catalogue, Ceiling, ItemSet},
    error::{PackError, line_of},
    files::Files,
};

/// A name in a file, with its place.
pub(crate) type Name = Spanned<String>;

/// What a pack may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackKind {
    /// It states the law and may be served.
    Law,
    /// It may only be held beside another pack, to see what would differ.
    Comparison,
}

/// What a pack says of itself.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// What it may be used for.
    pub kind: PackKind,
    /// The nations it speaks for.
    pub nations: Vec<Nation>,
    /// The day from which it states the law.
    pub from: Day,
    /// The last day on which it does; `None` while no later pack has taken its place.
    pub to: Option<Day>,
    /// The day on which every provision of the pack was last held against the law, where the pack names one. What
    /// could be confirmed on that day is `confirmed` in bases.json.
    pub checked: Option<Day>,
    /// What it rests on.
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItemGroup {
    class: Option<ItemClass>,
    #[serde(default)]
    items: Vec<Item>,
    #[serde(default)]
    except: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawManifest {
    id: String,
    version: String,
    kind: PackKind,
    nations: Vec<Nation>,
    from: Name,
    to: Option<Name>,
    checked: Option<Name>,
    sources: Vec<String>,
    groups: BTreeMap<String, Vec<Basis>>,
    item_groups: BTreeMap<String, RawItemGroup>,
}

pub(crate) const PACK: &str = "pack.toml";

/// A set of bases, and whether outcomes without a basis belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct BasisSet(u64);

impl BasisSet {
    pub(crate) const EMPTY: Self = Self(0);
    /// Every basis, and no basis.
    pub(crate) const EVERYTHING: Self = Self((1 << (Basis::ALL.len() + 1)) - 1);

    pub(crate) fn of(basis: Option<Basis>) -> Self {
        Self(1 << slot(basis))
    }
    pub(crate) fn has(self, basis: Option<Basis>) -> bool {
        self.0 & (1 << slot(basis)) != 0
    }
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    pub(crate) fn bases(self) -> impl Iterator<Item = Basis> {
        Basis::ALL.iter().copied().filter(move |basis| self.has(Some(*basis)))
    }
}

impl FromIterator<Basis> for BasisSet {
    fn from_iter<I: IntoIterator<Item = Basis>>(bases: I) -> Self {
        bases.into_iter().fold(Self::EMPTY, |set, basis| set.with(Self::of(Some(basis))))
    }
}

/// How many slots there are: one a basis, and one for outcomes without.
pub(crate) const SLOTS: usize = Basis::ALL.len() + 1;

/// The slot of a basis, or of none.
pub(crate) fn slot(basis: Option<Basis>) -> usize {
    basis.map_or(Basis::ALL.len(), Code::place)
}

/// The groups of a pack.
#[derive(Debug, Clone)]
pub(crate) struct Groups {
    pub(crate) bases: BTreeMap<String, BasisSet>,
    pub(crate) items: BTreeMap<String, ItemSet>,
}

pub(crate) fn read(files: &Files, catalogue: &Catalogue) -> Result<(Manifest, Groups), PackError> {
    let raw: RawManifest = files.toml(PACK)?;
    let mut bases: BTreeMap<String, BasisSet> = BTreeMap::new();
    for kind in BasisKind::ALL {
        let members = catalogue.bases.iter().filter(|row| row.kind == *kind).map(|row| row.code).collect();
        bases.insert(kind.as_str().to_owned(), members);
    }
    let gateways = catalogue.bases.iter().filter(|row| row.is_gateway()).map(|row| row.code).collect();
    bases.insert("gateway".to_owned(), gateways);
    let described = catalogue.bases.iter().filter(|row| row.ceiling == Ceiling::AsInstrumentDescribes);
    bases.insert("as-instrument-describes".to_owned(), described.map(|row| row.code).collect());
    for (name, members) in raw.groups {
        if Basis::parse(&name).is_some() || bases.contains_key(&name) {
            return Err(PackError::of_file(PACK, format!("the group {name} has a name that is taken")));
        }
        bases.insert(name, members.into_iter().collect());
    }
    let items =
        raw.item_groups.into_iter().map(|(name, group)| (name, item_group(&group, catalogue))).collect();
    let text = files.text(PACK)?;
    let day = |name: &Name| {
        Day::parse(name.get_ref()).ok_or_else(|| {
            let fault = format!("`{}` is no calendar day; write it as 2026-11-22", name.get_ref());
            PackError::of_line(PACK, line_of(text, name.span().start), fault)
        })
    };
    let checked = raw.checked.as_ref().map(day).transpose()?;
    let from = day(&raw.from)?;
    let to = raw.to.as_ref().map(day).transpose()?;
    if let (Some(name), Some(_)) = (&raw.to, to.filter(|to| *to < from)) {
        let fault = "the pack ends before it begins; see `from` and `to`";
        return Err(PackError::of_line(PACK, line_of(text, name.span().start), fault));
    }
    let manifest = Manifest {
        checked,
        id: raw.id,
        version: raw.version,
        kind: raw.kind,
        nations: raw.nations,
        from,
        to,
        sources: raw.sources,
    };
    Ok((manifest, Groups { bases, items }))
}

fn item_group(group: &RawItemGroup, catalogue: &Catalogue) -> ItemSet {
    let of_class: ItemSet =
        catalogue.items.iter().filter(|row| Some(row.cls) == group.class).map(|row| row.code).collect();
    of_class.with(group.items.iter().copied().collect()).without(group.except.iter().copied().collect())
}

/// A file whose names are being resolved.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
}

impl Source<'_> {
    /// A fault at a name.
    pub(crate) fn fault(&self, name: &Name, fault: impl Into<String>) -> PackError {
        PackError::of_line(self.path, line_of(self.text, name.span().start), fault)
    }

    /// Reads a code.
    pub(crate) fn code<C: Code>(&self, name: &Name) -> Result<C, PackError> {
        C::from_code(name.get_ref())
            .ok_or_else(|| self.fault(name, format!("`{}` is no code of {}", name.get_ref(), C::LIST)))
    }

    /// Reads a list of codes.
    pub(crate) fn codes<C: Code>(&self, names: &[Name]) -> Result<Vec<C>, PackError> {
        names.iter().map(|name| self.code(name)).collect()
    }
}

impl Groups {
    /// The bases that a list of codes and @groups names.
    pub(crate) fn basis_set(&self, names: &[Name], source: Source<'_>) -> Result<BasisSet, PackError> {
        names.iter().try_fold(BasisSet::EMPTY, |set, name| {
            let more = match name.get_ref().strip_prefix('@') {
                Some(group) => {
                    *self.bases.get(group).ok_or_else(|| source.fault(name, format!("no group @{group}")))?
                }
                None => BasisSet::of(Some(source.code(name)?)),
            };
            Ok(set.with(more))
        })
    }

    /// The items that a list of codes and @groups names.
    pub(crate) fn item_set(&self, names: &[Name], source: Source<'_>) -> Result<ItemSet, PackError> {
        names.iter().try_fold(ItemSet::EMPTY, |set, name| {
            let more = match name.get_ref().strip_prefix('@') {
                Some(group) => {
                    *self.items.get(group).ok_or_else(|| source.fault(name, format!("no group @{group}")))?
                }
                None => ItemSet::from_iter([source.code::<Item>(name)?]),
            };
            Ok(set.with(more))
        })
    }
}
