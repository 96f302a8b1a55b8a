//! Policy packs: data that states the law, read from files and checked before anything is judged by it.

mod catalogue;
mod conditions;
mod embedded;
mod error;
mod files;
pub(crate) mod groups;
mod policies;
pub(crate) mod trees;

use std::path::Path;

use casework::codes::{Basis, Code, Item, Reason};
use cedar_policy::{PolicySet, Schema};

pub use catalogue::{BasisRow, ItemRow, ReasonRow};
pub(crate) use catalogue::{Catalogue, Ceiling, ItemSet};
pub(crate) use conditions::{Conditions, Reading};
pub use error::PackError;
pub(crate) use error::one_line;
pub use files::Files;
pub(crate) use groups::{BasisSet, Groups, Name, SLOTS, Source, slot};
pub use groups::{Manifest, PackKind};
pub(crate) use policies::{FACTS_ALONE, Forbid, Policies, action};

use crate::{
    schema,
    tables::{
        approvals::Approvals, items::ItemRules, notice::NoticeRules, obligations::Obligations,
        outcomes::Outcomes,
    },
    truths::{Reader, TruthTable},
    words::Sentences,
};

/// A policy pack that has been read, compiled and checked.
#[derive(Debug)]
pub struct Pack {
    manifest: Manifest,
    digest: String,
    schema: String,
    conditions: Conditions,
    idle: Vec<String>,
    pub(crate) catalogue: Catalogue,
    pub(crate) policies: Policies,
    pub(crate) truths: TruthTable,
    pub(crate) items: ItemRules,
    pub(crate) approvals: Approvals,
    pub(crate) notice: NoticeRules,
    pub(crate) outcomes: Outcomes,
    pub(crate) obligations: Obligations,
    pub(crate) sentences: Sentences,
}

impl Pack {
    /// Reads the pack in a folder.
    ///
    /// # Errors
    /// [`PackError`] with the file and, where one can be named, the line.
    pub fn load(folder: &Path) -> Result<Self, PackError> {
        Self::from_files(&Files::read(folder)?)
    }

    /// Reads a pack from files in memory.
    ///
    /// # Errors
    /// [`PackError`] with the file and, where one can be named, the line: a table that is not complete, a code that
    /// does not exist, a condition that names nothing or itself, a policy that Cedar's strict validation refuses, a
    /// basis without its one permit, a forbid without a reason.
    pub fn from_files(files: &Files) -> Result<Self, PackError> {
        let catalogue = Catalogue::read(files)?;
        let (manifest, groups) = groups::read(files, &catalogue)?;
        let conditions = Conditions::read(files, &catalogue, &groups)?;
        let (schema, _) = Schema::from_cedarschema_str(&schema::of_facts())
            .map_err(|error| PackError::of_file("facts.cedarschema", one_line(&error.to_string())))?;
        let policies = Policies::read(files, &catalogue, &groups, &conditions, &schema)?;
        let mut reader = Reader::new(&conditions, &groups);
        let items = ItemRules::read(files, &mut reader)?;
        let approvals = Approvals::read(files, &mut reader)?;
        let notice = NoticeRules::read(files, &mut reader)?;
        let outcomes = Outcomes::read(files, &mut reader)?;
        let obligations = Obligations::read(files, &mut reader)?;
        let idle = conditions.idle(reader.used(), files.policies().map(|(_, text)| text));
        let truths = reader.finish(&schema)?;
        let sentences = Sentences::read(files)?;
        Ok(Self {
            manifest,
            digest: files.digest(),
            schema: schema::text(&groups),
            conditions,
            idle,
            catalogue,
            policies,
            truths,
            items,
            approvals,
            notice,
            outcomes,
            obligations,
            sentences,
        })
    }

    /// What the pack says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// SHA-256 over its files, in lower-case hexadecimal; see [`Files::digest`].
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Its id and version, as a verdict quotes them.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.manifest.id, self.manifest.version)
    }

    /// The row of a basis.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> &BasisRow {
        self.catalogue.basis(basis)
    }

    /// The row of a reason.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> &ReasonRow {
        self.catalogue.reason(reason)
    }

    /// The rows of the items, in file order.
    #[must_use]
    pub fn items(&self) -> &[ItemRow] {
        &self.catalogue.items
    }

    /// The row of an item.
    #[must_use]
    pub fn item(&self, item: Item) -> Option<&ItemRow> {
        self.catalogue.items.get(item.place())
    }

    /// Its sentences for people.
    #[must_use]
    pub fn sentences(&self) -> &Sentences {
        &self.sentences
    }

    /// A named condition in plain words.
    #[must_use]
    pub fn condition_in_words(&self, name: &str) -> Option<&str> {
        self.conditions.says(name)
    }

    /// The Cedar schema, for whoever proves something of the policies.
    #[must_use]
    pub fn cedar_schema(&self) -> &str {
        &self.schema
    }

    /// The named conditions that the tables use, each of their readings one permit over the facts alone, for whoever
    /// proves that none of them can err.
    #[must_use]
    pub fn cedar_conditions(&self) -> &PolicySet {
        &self.truths.set
    }

    /// The rows of its tables by file, list and number, each with the expressions under one of which it applies, for
    /// whoever asks whether it can ever matter.
    #[must_use]
    pub fn cedar_rows(&self) -> Vec<(String, Vec<String>)> {
        self.truths.rows()
    }

    /// The named conditions that no policy, no table and no other condition uses.
    #[must_use]
    pub fn idle_conditions(&self) -> &[String] {
        &self.idle
    }

    /// Everything that decides whether a basis is open, as Cedar text over the facts alone: its permit and each
    /// forbid that reaches it, with every named condition put in. The resource says whether an item may be given.
    #[must_use]
    pub fn cedar_policies(&self, basis: Basis) -> &str {
        self.policies.texts.get(basis.place()).map_or("", String::as_str)
    }
}

/// A pack of the kind that may be served.
#[derive(Debug)]
pub struct LawPack(Pack);

/// A pack that is only for comparison was to be served.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pack {0} is for comparison and cannot be served")]
pub struct NotLaw(String);

impl TryFrom<Pack> for LawPack {
    type Error = NotLaw;

    fn try_from(pack: Pack) -> Result<Self, NotLaw> {
        match pack.manifest.kind {
            PackKind::Law => Ok(Self(pack)),
            PackKind::Comparison => Err(NotLaw(pack.name())),
        }
    }
}

impl LawPack {
    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.0
    }
}

impl From<LawPack> for Pack {
    fn from(law: LawPack) -> Self {
        law.0
    }
}
