//! Telephone calls and meetings about a case: most consultation is spoken, and what was said is written down within a
//! minute. Of whom somebody spoke with, what they are is kept and never a name.

use crate::{
    blob::BlobRef,
    id::{Reference, TrustId, UnitId},
    refusal::Refusal,
    time::{DAY_SECONDS, Moment},
};
use serde::{Deserialize, Serialize};

/// How many days afterwards a conversation can still be written down. It is meant for the same day; a month covers whoever
/// comes back from leave, and what is older nobody remembers word by word.
pub const DAYS_BACK_MAX: i64 = 31;

/// How somebody spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// By telephone, or by video.
    Telephone,
    /// In a meeting.
    Meeting,
}

impl Means {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Telephone, Self::Meeting];

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Telephone => "telephone",
            Self::Meeting => "meeting",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.as_str() == code)
    }
}

/// With whom somebody spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// A police officer, or another who asks in that way.
    Officer,
    /// Somebody of a health service.
    Health,
    /// The person, or a relative of theirs.
    PersonOrRelative,
    /// Somebody else.
    Other,
}

impl Party {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Officer, Self::Health, Self::PersonOrRelative, Self::Other];

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Health => "health",
            Self::PersonOrRelative => "person-or-relative",
            Self::Other => "other",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.as_str() == code)
    }
}

/// A conversation that is to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// How.
    pub means: Means,
    /// With whom.
    pub with: Party,
    /// When it took place.
    pub at: Moment,
    /// What was said and advised.
    pub text: BlobRef,
}

impl Conversation {
    /// Refuses one that has not taken place yet, and one that lies too far back.
    ///
    /// # Errors
    /// [`Refusal::ConversationTime`].
    pub fn took_place_lately(&self, now: Moment) -> Result<(), Refusal> {
        let earliest = now.plus(-DAYS_BACK_MAX * DAY_SECONDS);
        if self.at > now || self.at < earliest { Err(Refusal::ConversationTime) } else { Ok(()) }
    }
}

/// A call or meeting that belongs to no case yet, and begins one: a question that names nobody, with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCall {
    /// What people call the case.
    pub reference: Reference,
    /// The unit whose clinician was asked.
    pub unit: UnitId,
    /// The unit's trust.
    pub trust: TrustId,
    /// The conversation; its text is what was asked.
    pub conversation: Conversation,
    /// What was advised, from no record.
    pub advice: BlobRef,
    /// For how long they worked on it, where they say so.
    pub minutes: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written() {
        for means in Means::ALL {
            assert_eq!(Means::parse(means.as_str()), Some(means));
        }
        for party in Party::ALL {
            assert_eq!(Party::parse(party.as_str()), Some(party));
        }
        for bad in ["", "Telephone", "letter", "police"] {
            assert_eq!((Means::parse(bad), Party::parse(bad)), (None, None), "{bad}");
        }
    }
}
