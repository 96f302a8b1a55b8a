//! A breach of personal data in a case: information that concerned or reached the wrong person, or another breach of
//! its security (UK GDPR Article 4(12)). It is decided about by a named person, against a clock of 72 real hours from
//! when the trust became aware of it (Article 33(1)); whether it is told to the people is a decision of its own
//! (Article 34), and telling goes by the notices and safe routes of every other decision.

use crate::{
    actor::{By, Role},
    blob::BlobRef,
    case::SafeRoute,
    time::{HOUR, Moment},
};
use serde::{Deserialize, Serialize};

/// Within how many seconds of becoming aware a breach is reported to the Commissioner: 72 hours (UK GDPR Article
/// 33(1); the same in section 67(1) of the Data Protection Act 2018, which binds a force for what it holds).
pub const REPORT_SECONDS: i64 = 72 * HOUR;

/// Breaches count from here, so that one number names one thing in a case: a case never has a million proposals, and
/// what an officer sees of the numbers of disclosures says nothing of breaches.
pub const NUMBERS_FROM: u32 = 1_000_001;

/// What kind of breach it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BreachKind {
    /// The information is about somebody else than the person who was asked about.
    WrongPerson,
    /// It reached somebody who should not have had it.
    WrongRecipient,
    /// More left than was decided.
    TooMuch,
    /// Somebody looked who had no reason to.
    SeenWithoutReason,
    /// It was lost, or changed, or cannot be reached.
    LostOrAltered,
    /// Another breach of its security.
    Other,
}

impl BreachKind {
    /// Every kind, in the order in which people are asked.
    pub const ALL: [Self; 6] = [
        Self::WrongPerson,
        Self::WrongRecipient,
        Self::TooMuch,
        Self::SeenWithoutReason,
        Self::LostOrAltered,
        Self::Other,
    ];

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WrongPerson => "wrong-person",
            Self::WrongRecipient => "wrong-recipient",
            Self::TooMuch => "too-much",
            Self::SeenWithoutReason => "seen-without-reason",
            Self::LostOrAltered => "lost-or-altered",
            Self::Other => "other",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == code)
    }

    /// Whether what left cannot stay with whoever reads it, so that recording the breach recalls it.
    #[must_use]
    pub const fn recalls(self) -> bool {
        matches!(self, Self::WrongPerson | Self::WrongRecipient)
    }
}

/// What is noted beside a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// The data protection officer's advice (UK GDPR Article 39(1)(a)).
    Advice,
    /// What was done about it (Article 33(3)(d)).
    Measure,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it.
    pub by: By,
    /// What it is.
    pub kind: NoteKind,
    /// The text.
    pub text: BlobRef,
    /// When.
    pub at: Moment,
}

/// What was decided about the Commissioner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Commissioner {
    /// Nothing yet.
    Undecided,
    /// Reported.
    Reported {
        /// Who recorded it.
        by: By,
        /// When it was reported.
        at: Moment,
        /// The Commissioner's reference.
        reference: BlobRef,
        /// Why it was late, where it was.
        delay: Option<BlobRef>,
    },
    /// Unlikely to result in a risk to anybody (UK GDPR Article 33(1)).
    NotReportable {
        /// Who decided.
        by: By,
        /// Why.
        reasons: BlobRef,
        /// When.
        at: Moment,
    },
}

/// What was decided about telling the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Telling {
    /// Nothing yet.
    Undecided,
    /// They are told, in these words beside those that every such page has.
    Owed {
        /// The words, once somebody wrote them.
        words: Option<BlobRef>,
    },
    /// They are not told (UK GDPR Article 34(1) and (3)).
    NotTold {
        /// Who decided.
        by: By,
        /// Why.
        reasons: BlobRef,
        /// When.
        at: Moment,
    },
}

/// A breach, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Its number in the case, from [`NUMBERS_FROM`].
    pub n: u32,
    /// Who recorded it.
    pub by: By,
    /// When it was recorded.
    pub recorded: Moment,
    /// What kind.
    pub kind: BreachKind,
    /// The disclosure that it is about, where it is about one.
    pub disclosure: Option<u32>,
    /// When it happened.
    pub happened: Moment,
    /// When the trust became aware of it: the clock runs from here.
    pub aware: Moment,
    /// What happened.
    pub what: BlobRef,
    /// How many people it concerns, as far as is known.
    pub people: u32,
    /// Advice and measures.
    pub notes: Vec<Note>,
    /// What was decided about the Commissioner.
    pub commissioner: Commissioner,
    /// What was decided about telling.
    pub telling: Telling,
    /// Who found that it was none, when.
    pub unfounded: Option<(By, Moment)>,
    /// How whoever is wrongly concerned can be reached safely: theirs is not the route of the case's person.
    pub route: Option<SafeRoute>,
}

impl Breach {
    /// Until when it is reported to the Commissioner.
    #[must_use]
    pub const fn report_by(&self) -> Moment {
        self.aware.plus(REPORT_SECONDS)
    }

    /// Whether it still stands, and nobody has decided about the Commissioner.
    #[must_use]
    pub const fn awaits_commissioner(&self) -> bool {
        self.unfounded.is_none() && matches!(self.commissioner, Commissioner::Undecided)
    }

    /// Whether it still stands, and nobody has decided about telling.
    #[must_use]
    pub const fn awaits_telling(&self) -> bool {
        self.unfounded.is_none() && matches!(self.telling, Telling::Undecided)
    }

    /// Whether the 72 hours have passed without a decision.
    #[must_use]
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.awaits_commissioner() && now > self.report_by()
    }

    /// Whether it was reported after the 72 hours.
    #[must_use]
    pub fn was_late(&self) -> bool {
        matches!(self.commissioner, Commissioner::Reported { at, .. } if at > self.report_by())
    }

    /// Whether it concerns somebody else than the person of the case.
    #[must_use]
    pub const fn concerns_another(&self) -> bool {
        matches!(self.kind, BreachKind::WrongPerson)
    }

    /// Whether somebody of the trust says so too: an officer's word alone recalls what they hold and proves nothing.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.unfounded.is_none()
            && (self.by.role != Role::Officer || matches!(self.telling, Telling::Owed { .. }))
    }

    /// Its number for people: the first breach of a case is breach 1.
    #[must_use]
    pub const fn ordinal(&self) -> u32 {
        ordinal(self.n)
    }
}

/// The number of a breach for people.
#[must_use]
pub const fn ordinal(n: u32) -> u32 {
    n.saturating_sub(NUMBERS_FROM).saturating_add(1)
}

/// Whether a number names a breach rather than a proposal.
#[must_use]
pub const fn is_breach(n: u32) -> bool {
    n >= NUMBERS_FROM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_as_they_are_written_and_serde_writes_the_same() {
        for kind in BreachKind::ALL {
            assert_eq!(BreachKind::parse(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(BreachKind::parse("leak"), None);
    }

    #[test]
    fn the_first_breach_is_breach_one() {
        assert_eq!((ordinal(NUMBERS_FROM), ordinal(NUMBERS_FROM + 1)), (1, 2));
        assert!(is_breach(NUMBERS_FROM) && !is_breach(12));
    }
}
