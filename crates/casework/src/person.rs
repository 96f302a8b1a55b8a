//! What the person may see of their case: only decisions about which a notice has been sent. Until then nothing here
//! exists for them, and anybody who asks gets one constant answer.

use crate::{
    actor::Role,
    case::{Case, NoticeStatus, ProposalState, WorkDone},
    codes::{Basis, Item, Outcome, Purpose},
    id::{ForceId, TrustId, UnitId},
    time::Moment,
};

/// One decision, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionSeen {
    /// What was decided.
    pub outcome: Outcome,
    /// On what basis.
    pub basis: Option<Basis>,
    /// Which items.
    pub items: Vec<Item>,
    /// The role of who decided.
    pub decided_by: Role,
    /// When.
    pub decided: Moment,
    /// When it left, if it did.
    pub left: Option<Moment>,
    /// Whether access to it was ended again.
    pub recalled: bool,
    /// Whether it went out in an emergency.
    pub emergency: bool,
    /// When the person was told.
    pub told: Moment,
    /// Whether telling was put off, and so came later than it would have.
    pub was_deferred: bool,
}

/// The case, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Which force asked; `None` where the health service began.
    pub force: Option<ForceId>,
    /// The unit that worked on it.
    pub unit: UnitId,
    /// The trust that answers for it.
    pub trust: TrustId,
    /// When it was asked.
    pub asked: Moment,
    /// What it was for.
    pub purpose: Option<Purpose>,
    /// What was asked for.
    pub items_asked: Vec<Item>,
    /// Decisions about which a notice was sent.
    pub decisions: Vec<DecisionSeen>,
    /// When a record was opened, and by which role.
    pub openings: Vec<(Role, Moment)>,
    /// What was done about who works on it: by which role, when and what.
    pub work: Vec<(Role, Moment, WorkDone)>,
}

/// What the person may see; `None` before any notice has been sent.
#[must_use]
pub fn seen(case: &Case) -> Option<Seen> {
    let decisions: Vec<DecisionSeen> = case
        .notices
        .iter()
        .filter_map(|(n, notice)| {
            let NoticeStatus::Sent(told) = notice.status else { return None };
            let proposal = case.proposals.get(n)?;
            let (by, decided) = proposal.decided.clone().or_else(|| {
                // A return is settled by its own event; whoever approved it decided it.
                proposal.approvals.last().map(|a| (a.by.clone(), a.at))
            })?;
            Some(DecisionSeen {
                outcome: proposal.outcome,
                basis: proposal.basis,
                items: proposal.items.clone(),
                decided_by: by.role,
                decided,
                left: proposal.released.as_ref().map(|(at, _)| *at),
                recalled: matches!(proposal.state, ProposalState::Recalled | ProposalState::Settled),
                emergency: proposal.emergency,
                told,
                was_deferred: proposal.notice.last_day.is_some(),
            })
        })
        .collect();
    if decisions.is_empty() {
        return None;
    }
    Some(Seen {
        force: case.force.clone(),
        unit: case.unit.clone(),
        trust: case.trust.clone(),
        asked: case.opened,
        purpose: case.facts.as_ref().map(|f| f.purpose),
        items_asked: case.facts.as_ref().map(|f| f.items.clone()).unwrap_or_default(),
        decisions,
        openings: case.openings.iter().map(|(by, _, at)| (by.role, *at)).collect(),
        work: case.work.iter().map(|(by, at, done)| (by.role, *at, *done)).collect(),
    })
}
