//! Plain-English sentences for lay readers, from the pack.

use std::collections::BTreeMap;

use casework::codes::{After, Approval, Basis, Code, Condition, Item, NoticeRule, Outcome, Reason};
use serde::Deserialize;

use crate::pack::{Files, PackError};

const FILE: &str = "words.toml";

/// The sentences of a pack, for people of about twelve and over: one a code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentences {
    outcomes: BTreeMap<String, String>,
    bases: BTreeMap<String, String>,
    items: BTreeMap<String, String>,
    reasons: BTreeMap<String, String>,
    approvals: BTreeMap<String, String>,
    notice: BTreeMap<String, String>,
    conditions: BTreeMap<String, String>,
    after: BTreeMap<String, String>,
}

impl Sentences {
    pub(crate) fn read(files: &Files) -> Result<Self, PackError> {
        let read: Self = files.toml(FILE)?;
        complete::<Outcome>(&read.outcomes)?;
        complete::<Basis>(&read.bases)?;
        complete::<Item>(&read.items)?;
        complete::<Reason>(&read.reasons)?;
        complete::<Approval>(&read.approvals)?;
        complete::<NoticeRule>(&read.notice)?;
        complete::<Condition>(&read.conditions)?;
        complete::<After>(&read.after)?;
        Ok(read)
    }

    /// What an outcome means.
    #[must_use]
    pub fn outcome(&self, code: Outcome) -> &str {
        sentence(&self.outcomes, code)
    }

    /// What a basis is.
    #[must_use]
    pub fn basis(&self, code: Basis) -> &str {
        sentence(&self.bases, code)
    }

    /// What an item is.
    #[must_use]
    pub fn item(&self, code: Item) -> &str {
        sentence(&self.items, code)
    }

    /// Why something is closed.
    #[must_use]
    pub fn reason(&self, code: Reason) -> &str {
        sentence(&self.reasons, code)
    }

    /// Who must agree.
    #[must_use]
    pub fn approval(&self, code: Approval) -> &str {
        sentence(&self.approvals, code)
    }

    /// How the person is told.
    #[must_use]
    pub fn notice(&self, code: NoticeRule) -> &str {
        sentence(&self.notice, code)
    }

    /// What must be kept to.
    #[must_use]
    pub fn condition(&self, code: Condition) -> &str {
        sentence(&self.conditions, code)
    }

    /// What must be done afterwards.
    #[must_use]
    pub fn after(&self, code: After) -> &str {
        sentence(&self.after, code)
    }
}

/// A sentence; `complete` has shown that each code has one.
fn sentence<C: Code>(sentences: &BTreeMap<String, String>, code: C) -> &str {
    sentences.get(code.code()).map_or(code.code(), String::as_str)
}

/// One sentence a code, and none for anything else.
fn complete<C: Code>(sentences: &BTreeMap<String, String>) -> Result<(), PackError> {
    for code in C::ALL {
        match sentences.get(code.code()) {
            Some(text) if !text.trim().is_empty() && !text.contains('\n') => {}
            _ => {
                return Err(PackError::of_file(
                    FILE,
                    format!("no one-line sentence for {} of {}", code.code(), C::LIST),
                ));
            }
        }
    }
    match sentences.keys().find(|name| C::from_code(name).is_none()) {
        Some(name) => Err(PackError::of_file(FILE, format!("`{name}` is no code of {}", C::LIST))),
        None => Ok(()),
    }
}
