//! What the person may see of their case: only decisions about which a notice has been sent. Until then nothing here
//! exists for them, and anybody who asks gets one constant answer.

use crate::{
    actor::Role,
    blob::BlobRef,
    breach::{Breach, BreachKind, Commissioner, Telling},
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
    /// Whether what left was found to be about somebody else.
    pub about_another: bool,
    /// Whether passages were left out of it.
    pub left_out: bool,
}

/// A breach, as whoever it concerns sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreachSeen {
    /// What kind.
    pub kind: BreachKind,
    /// When it happened.
    pub happened: Moment,
    /// When the trust became aware of it.
    pub aware: Moment,
    /// What they are told in the words of the trust, where somebody wrote them.
    pub words: Option<BlobRef>,
    /// When it was reported to the Commissioner, if it was.
    pub reported: Option<Moment>,
    /// Items that left.
    pub items: Vec<Item>,
    /// When they left.
    pub left: Option<Moment>,
    /// Whether access to them was ended.
    pub recalled: bool,
    /// When they were told.
    pub told: Moment,
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
    /// Breaches of their information about which a notice was sent.
    pub breaches: Vec<BreachSeen>,
    /// When a record was opened, and by which role.
    pub openings: Vec<(Role, Moment)>,
    /// What was done about who works on it: by which role, when and what.
    pub work: Vec<(Role, Moment, WorkDone)>,
    /// When something was read out by telephone, and by which role: of decisions that they were told of.
    pub read_out: Vec<(Role, Moment)>,
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
                left_out: proposal.whole.is_some(),
                about_another: case
                    .breaches
                    .values()
                    .any(|b| b.concerns_another() && b.disclosure == Some(*n) && b.is_confirmed()),
            })
        })
        .collect();
    let breaches: Vec<BreachSeen> = case
        .breaches
        .values()
        .filter(|breach| !breach.concerns_another())
        .filter_map(|breach| breach_seen(case, breach))
        .collect();
    if decisions.is_empty() && breaches.is_empty() {
        return None;
    }
    // SECURITY: that somebody else was named to receive says that something left, which is not told before its notice.
    let told_that_it_left = decisions.iter().any(|decision| decision.left.is_some());
    Some(Seen {
        force: case.asking_force().cloned(),
        unit: case.unit.clone(),
        trust: case.trust.clone(),
        asked: case.opened,
        purpose: case.facts.as_ref().map(|f| f.purpose),
        items_asked: case.facts.as_ref().map(|f| f.items.clone()).unwrap_or_default(),
        decisions,
        breaches,
        openings: case.openings.iter().map(|(by, _, at)| (by.role, *at)).collect(),
        work: case
            .work
            .iter()
            .filter(|(_, _, done)| told_that_it_left || *done != WorkDone::NamedRecipient)
            .map(|(by, at, done)| (by.role, *at, *done))
            .collect(),
        read_out: case
            .read_out
            .iter()
            .filter(|call| {
                let notice = case.notices.get(&call.n);
                notice.is_some_and(|notice| matches!(notice.status, NoticeStatus::Sent(_)))
            })
            .map(|call| (call.by.role, call.at))
            .collect(),
    })
}

/// What somebody sees whose information left though another was asked about; `None` before their notice was sent.
///
/// SECURITY: nothing of the person who was asked about, not even that there is one.
#[must_use]
pub fn seen_by_another(case: &Case, n: u32) -> Option<BreachSeen> {
    case.breaches.get(&n).filter(|b| b.concerns_another()).and_then(|breach| breach_seen(case, breach))
}

fn breach_seen(case: &Case, breach: &Breach) -> Option<BreachSeen> {
    let NoticeStatus::Sent(told) = case.notices.get(&breach.n)?.status else { return None };
    let left = breach.disclosure.and_then(|n| case.proposals.get(&n));
    Some(BreachSeen {
        kind: breach.kind,
        happened: breach.happened,
        aware: breach.aware,
        words: match &breach.telling {
            Telling::Owed { words } => words.clone(),
            Telling::Undecided | Telling::NotTold { .. } => None,
        },
        reported: match &breach.commissioner {
            Commissioner::Reported { at, .. } => Some(*at),
            Commissioner::Undecided | Commissioner::NotReportable { .. } => None,
        },
        items: left.map(|p| p.items.clone()).unwrap_or_default(),
        left: left.and_then(|p| p.released.as_ref()).map(|(at, _)| *at),
        recalled: left.is_some_and(|p| matches!(p.state, ProposalState::Recalled | ProposalState::Settled)),
        told,
    })
}
