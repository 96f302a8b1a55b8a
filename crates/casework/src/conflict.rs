//! Declared conflicts of interest: whoever knows the person, treats them or is close to the officer stands back from the
//! case. They say so themselves; from then on the case is closed to them, whichever of their accounts they use.

use crate::{actor::By, blob::BlobRef, time::Moment};
use serde::{Deserialize, Serialize};

/// Why somebody stands back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    /// They know the person, or somebody close to them.
    KnowsPerson,
    /// They treat the person, or have treated them.
    TreatsPerson,
    /// They are related to the officer who asks, or close to them.
    OfficerRelated,
    /// Something else, which they may say.
    Other,
}

impl ConflictKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 4] = [Self::KnowsPerson, Self::TreatsPerson, Self::OfficerRelated, Self::Other];

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::KnowsPerson => "knows-person",
            Self::TreatsPerson => "treats-person",
            Self::OfficerRelated => "officer-related",
            Self::Other => "other",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == code)
    }

    /// For people, after "declared a conflict of interest".
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::KnowsPerson => "they know the person, or somebody close to them",
            Self::TreatsPerson => "they treat the person, or have treated them",
            Self::OfficerRelated => "they are close to the officer who asks",
            Self::Other => "for another reason",
        }
    }
}

/// A declared conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Who declared it, of themselves.
    pub by: By,
    /// Why.
    pub why: ConflictKind,
    /// What they wrote of it.
    pub text: Option<BlobRef>,
    /// When.
    pub at: Moment,
    /// Whether the guardian withdrew it.
    pub withdrawn: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for kind in ConflictKind::ALL {
            assert_eq!(ConflictKind::parse(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(ConflictKind::parse("friend"), None);
    }
}
