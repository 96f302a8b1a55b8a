//! Promises: what Candour owes somebody by a day. Events open, keep, move and void them; the ledger later shows
//! only their tags and weeks.

use crate::{id::PromiseId, time::Day};
use serde::{Deserialize, Serialize};

/// What is owed. Known inside only; the ledger never says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseKind {
    /// The person is told.
    Notice,
    /// An emergency is looked at afterwards.
    AfterReview,
    /// A deferral is reviewed.
    DeferralReview,
    /// A child's case is reviewed.
    ChildReview,
    /// The force confirms that it destroyed what was recalled.
    Destruction,
    /// A breach is reported to the Commissioner, or found to need no report.
    BreachDecision,
}

/// Why a promise fell away; needs the reviewer's agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Void {
    /// Nobody was identified.
    NotIdentified,
    /// The person died.
    Died,
    /// The clock is paused.
    Paused,
    /// The matter is held.
    Held,
    /// Another promise took its place.
    Replaced,
}

/// What an event does to a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum PromiseAct {
    /// Something is owed from now on, until the end of a day.
    Opened {
        /// Which promise.
        promise: PromiseId,
        /// What is owed.
        kind: PromiseKind,
        /// The last day on which it can be kept.
        until: Day,
    },
    /// It was done.
    Kept {
        /// Which promise.
        promise: PromiseId,
    },
    /// It is owed by another day.
    Moved {
        /// Which promise.
        promise: PromiseId,
        /// The new last day.
        until: Day,
    },
    /// It is owed no longer.
    Voided {
        /// Which promise.
        promise: PromiseId,
        /// Why.
        why: Void,
    },
}

impl PromiseAct {
    /// Which promise this is about.
    #[must_use]
    pub const fn promise(&self) -> &PromiseId {
        match self {
            Self::Opened { promise, .. }
            | Self::Kept { promise }
            | Self::Moved { promise, .. }
            | Self::Voided { promise, .. } => promise,
        }
    }
}
