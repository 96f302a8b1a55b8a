//! What an officer may know of their own referral: six states and no other.
//!
//! // SECURITY: every ending without information looks the same and appears at one fixed time after sending, whatever
//! was decided and when. A state must never depend on who the person is, what was refused, or when.

use crate::{
    case::{Case, Phase, Proposal, ProposalState},
    codes::Outcome,
    time::{DAY_SECONDS, Moment},
};

/// After how many seconds a routine referral without information says so: twenty-one days.
pub const ROUTINE_SECONDS: i64 = 21 * DAY_SECONDS;

/// After how many seconds a referral marked as an emergency without information says so: two days.
pub const EMERGENCY_SECONDS: i64 = 2 * DAY_SECONDS;

/// What an officer may know of a referral that was sent. (A draft is not yet a case.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficerState {
    /// With the clinic.
    Sent,
    /// Something is missing that the officer can supply.
    Returned,
    /// There is something to read.
    InformationReady,
    /// What could be read was recalled.
    Recalled,
    /// The one ending without information.
    NoInformation,
}

impl OfficerState {
    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Returned => "returned to you",
            Self::InformationReady => "information ready",
            Self::Recalled => "recalled",
            Self::NoInformation => "no information is given",
        }
    }
}

/// The fixed time at which this referral, without information, says so.
#[must_use]
pub fn fixed_time(case: &Case) -> Moment {
    case.sent.plus(if case.marked_immediate() { EMERGENCY_SECONDS } else { ROUTINE_SECONDS })
}

/// What the officer may read now: disclosures released and not recalled.
pub fn readable(case: &Case) -> impl Iterator<Item = &Proposal> {
    case.proposals.values().filter(|p| p.outcome == Outcome::Disclose && p.state == ProposalState::Released)
}

/// What the officer may know at this moment.
#[must_use]
pub fn state(case: &Case, now: Moment) -> OfficerState {
    let recalled =
        case.proposals.values().any(|p| matches!(p.state, ProposalState::Recalled | ProposalState::Settled));
    if recalled {
        OfficerState::Recalled
    } else if readable(case).next().is_some() || !case.advice.is_empty() {
        OfficerState::InformationReady
    } else if now >= fixed_time(case) {
        OfficerState::NoInformation
    } else if case.phase == Phase::Returned {
        OfficerState::Returned
    } else {
        OfficerState::Sent
    }
}
