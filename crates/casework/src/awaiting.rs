//! Who is waited for: the tasks that queues show. A pure function of the case, so that a queue can never disagree
//! with the case.

use crate::{
    actor::Role,
    breach::Breach,
    case::{Case, NoticeStatus, Phase, ProposalState},
    codes::{Approval, Outcome},
    event::Escalation,
    time::Moment,
};

/// What somebody is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskKind {
    /// Answer an enquiry.
    AnswerEnquiry,
    /// Look at a referral and propose what becomes of it.
    ConsiderReferral,
    /// Sign too.
    Countersign,
    /// Supply what is missing.
    Complete,
    /// Give an approval.
    Approve,
    /// Confirm an approval given by telephone.
    ConfirmTelephone,
    /// Record a safe route, or confirm it.
    SafeRoute,
    /// Look at a third referral in 90 days.
    ReviewRepetition,
    /// Look at an emergency afterwards.
    AfterReview,
    /// Decide about a notice that could not go by itself.
    DirectNotice,
    /// An approval by telephone was not confirmed.
    TelephoneUnconfirmed,
    /// Confirm that what was recalled was destroyed.
    ConfirmDestruction,
    /// Decide whether a breach is reported to the Commissioner; for others than the guardian: advise, or look on.
    BreachReport,
    /// Decide whether the person is told of a breach.
    BreachTelling,
    /// Record or confirm a safe route for somebody whom a breach wrongly concerns.
    AffectedRoute,
    /// Everything is done; close the case.
    Close,
}

impl TaskKind {
    /// The code, as in the read model.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AnswerEnquiry => "answer-enquiry",
            Self::ConsiderReferral => "consider-referral",
            Self::Countersign => "countersign",
            Self::Complete => "complete",
            Self::Approve => "approve",
            Self::ConfirmTelephone => "confirm-telephone",
            Self::SafeRoute => "safe-route",
            Self::ReviewRepetition => "review-repetition",
            Self::AfterReview => "after-review",
            Self::DirectNotice => "direct-notice",
            Self::TelephoneUnconfirmed => "telephone-unconfirmed",
            Self::ConfirmDestruction => "confirm-destruction",
            Self::BreachReport => "breach-report",
            Self::BreachTelling => "breach-telling",
            Self::AffectedRoute => "affected-route",
            Self::Close => "close",
        }
    }

    /// For people, as a queue says it.
    #[must_use]
    pub fn title(code: &str) -> &'static str {
        match code {
            "answer-enquiry" => "Answer an enquiry",
            "consider-referral" => "Consider a referral",
            "countersign" => "Countersign a referral",
            "complete" => "Supply what is missing",
            "approve" => "Give or decline an approval",
            "confirm-telephone" => "Confirm what you approved by telephone",
            "safe-route" => "Record or confirm a safe route",
            "review-repetition" => "Look at a third referral in 90 days",
            "after-review" => "Look at an emergency afterwards",
            "direct-notice" => "Decide about a notice",
            "telephone-unconfirmed" => "A telephone approval was not confirmed",
            "confirm-destruction" => "Confirm destruction of what was recalled",
            "breach-report" => "A breach of personal data: report it to the Commissioner, or decide why not",
            "breach-telling" => "A breach of personal data: decide whether the person is told",
            "affected-route" => "Record or confirm a safe route for whom a breach wrongly concerns",
            "close" => "Close the case",
            _ => "Look at the case",
        }
    }
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// Who can do it.
    pub role: Role,
    /// What it is.
    pub kind: TaskKind,
    /// About which proposal or breach.
    pub n: u32,
    /// Waiting since.
    pub since: Moment,
    /// Urgent: an emergency, or a day that has come.
    pub urgent: bool,
}

/// The role that a given approval waits for; a duty-holder's own waits for nobody's queue but their own report.
#[must_use]
pub const fn approval_role(approval: Approval) -> Option<Role> {
    match approval {
        Approval::IndividualProfessionalPersonalDuty => None,
        Approval::TreatingClinicianOpinion => Some(Role::Clinician),
        Approval::SecondSeniorClinicianTwoPerson => Some(Role::SecondClinician),
        Approval::NamedSafeguardingProfessional => Some(Role::Safeguarding),
        Approval::LegalServicesValidation => Some(Role::Legal),
        Approval::CaldicottGuardian | Approval::OnCallGuardianDeputyThenReviewWithin24h => {
            Some(Role::Guardian)
        }
        Approval::IndependentDeferralReviewer | Approval::IndependentReviewerBeforeOpening => {
            Some(Role::Reviewer)
        }
    }
}

/// Everything that is waited for in a case.
#[must_use]
pub fn tasks(case: &Case) -> Vec<Task> {
    let mut found = Vec::new();
    let urgent = case.marked_immediate();
    let mut add = |role, kind, n, since, urgent| found.push(Task { role, kind, n, since, urgent });
    if case.phase == Phase::Open {
        before_decision(case, urgent, &mut add);
    }
    // SECURITY: nothing that the clinic does, its closing of the case included, moves what a supervisor sees: only who
    // signs or takes back, and the day on which a queue shows it no longer. What was asked by telephone has no asker, and
    // is in no supervisor's list.
    if case.is_referral() && case.asker().is_some() && case.countersigned.is_none() && !case.withdrawn {
        add(Role::Supervisor, TaskKind::Countersign, 0, case.sent, urgent);
    }
    // SECURITY: what an officer sees must not move with what the clinic does, so these wait since what they were told.
    if case.phase == Phase::Returned {
        let returned = case
            .proposals
            .values()
            .filter(|p| p.outcome == Outcome::Return && p.state == ProposalState::Decided);
        let since = returned.filter_map(|p| p.approvals.last()).map(|a| a.at).max();
        // A clinician's own report has no queue to stand in: theirs is the unit's. Their list of reports says it.
        if case.opened_by.role != Role::Clinician {
            add(case.opened_by.role, TaskKind::Complete, 0, since.unwrap_or(case.sent), false);
        }
    }
    for proposal in case.proposals.values() {
        match proposal.state {
            ProposalState::Open if case.phase == Phase::Open => {
                approvals(case, proposal, &mut add);
            }
            ProposalState::Recalled => {
                let since = proposal.recalled.unwrap_or(proposal.at);
                // A force without an account in the case is rung, and a clinician records what it says.
                let role = if case.caller.is_some() { Role::Clinician } else { Role::Officer };
                add(role, TaskKind::ConfirmDestruction, proposal.n, since, true);
            }
            ProposalState::Open
            | ProposalState::Declined
            | ProposalState::Decided
            | ProposalState::Released
            | ProposalState::Settled => {}
        }
        if proposal.emergency && proposal.after_review.is_none() {
            let since = proposal.released.as_ref().map_or(proposal.at, |(at, _)| *at);
            add(Role::Reviewer, TaskKind::AfterReview, proposal.n, since, true);
        }
        for record in proposal.approvals.iter().filter(|a| a.telephone.is_some()) {
            if record.confirmed.is_none()
                && let Some(telephone) = &record.telephone
            {
                add(telephone.role, TaskKind::ConfirmTelephone, proposal.n, record.at, true);
            }
            if record.escalated && record.confirmed != Some(true) {
                add(Role::Reviewer, TaskKind::TelephoneUnconfirmed, proposal.n, record.at, true);
            }
        }
    }
    notices(case, &mut add);
    for breach in case.breaches.values() {
        if breach.awaits_commissioner() {
            // Since the trust was aware: the clock runs from there, and whoever reads the task can tell its end.
            for role in [Role::Guardian, Role::DataProtectionOfficer, Role::Reviewer] {
                add(role, TaskKind::BreachReport, breach.n, breach.aware, true);
            }
        }
        if breach.awaits_telling() {
            add(Role::Guardian, TaskKind::BreachTelling, breach.n, breach.recorded, true);
        }
    }
    found.sort();
    found.dedup();
    found
}

type Add<'a> = &'a mut dyn FnMut(Role, TaskKind, u32, Moment, bool);

fn before_decision(case: &Case, urgent: bool, add: Add<'_>) {
    if !case.is_referral() {
        if case.advice.is_empty() {
            add(Role::Clinician, TaskKind::AnswerEnquiry, 0, case.opened, false);
        } else {
            add(Role::Clinician, TaskKind::Close, 0, case.updated, false);
        }
        return;
    }
    if case.earlier_referrals() >= 2 && case.repetition_review.is_none() {
        add(Role::Reviewer, TaskKind::ReviewRepetition, 0, case.sent, urgent);
    }
    let under_way = case.proposals.values().any(|p| p.state == ProposalState::Open);
    let decided = case.proposals.values().any(|p| match p.state {
        ProposalState::Open | ProposalState::Declined => false,
        ProposalState::Decided
        | ProposalState::Released
        | ProposalState::Recalled
        | ProposalState::Settled => p.outcome != Outcome::Return,
    });
    if !under_way && !decided && case.advice.is_empty() {
        add(Role::Clinician, TaskKind::ConsiderReferral, 0, case.sent, urgent);
    }
}

fn approvals(case: &Case, proposal: &crate::case::Proposal, add: Add<'_>) {
    let urgent = proposal.is_urgent();
    if matches!(proposal.outcome, Outcome::Refuse | Outcome::Return) {
        add(Role::Guardian, TaskKind::Approve, proposal.n, proposal.at, urgent);
        add(Role::Clinician, TaskKind::Approve, proposal.n, proposal.at, urgent);
        return;
    }
    let reviewed = matches!(case.repetition_review, Some((_, true)));
    let waiting: Vec<Approval> = proposal
        .outstanding()
        .into_iter()
        .filter(|code| !(reviewed && *code == Approval::IndependentReviewerBeforeOpening))
        .collect();
    let others = waiting.iter().any(|code| approval_role(*code) != Some(Role::Guardian));
    for role in waiting.into_iter().filter_map(approval_role) {
        // The guardian comes last and is not asked before.
        if role != Role::Guardian || !others {
            add(role, TaskKind::Approve, proposal.n, proposal.at, urgent);
        }
    }
}

fn notices(case: &Case, add: Add<'_>) {
    let mut route_needed = None;
    for (n, notice) in &case.notices {
        let of_another = case.breaches.get(n).is_some_and(Breach::concerns_another);
        match notice.status {
            NoticeStatus::Escalated(Escalation::NoSafeRoute) => {
                add(Role::Reviewer, TaskKind::DirectNotice, *n, notice.since, true);
                if of_another {
                    add(Role::Clinician, TaskKind::AffectedRoute, *n, notice.since, true);
                } else {
                    route_needed = Some(true);
                }
            }
            NoticeStatus::Due(_) | NoticeStatus::Lapsed if of_another => {
                add(Role::Clinician, TaskKind::AffectedRoute, *n, notice.since, true);
            }
            NoticeStatus::Escalated(Escalation::LegalAndPanel | Escalation::TelephoneUnconfirmed) => {
                add(Role::Legal, TaskKind::DirectNotice, *n, notice.since, true);
                add(Role::Reviewer, TaskKind::DirectNotice, *n, notice.since, true);
            }
            NoticeStatus::Due(_) | NoticeStatus::Lapsed => {
                route_needed = Some(route_needed.unwrap_or(false));
            }
            NoticeStatus::Deferred(..) | NoticeStatus::Sent(_) | NoticeStatus::Never => {}
        }
    }
    if let Some(urgent) = route_needed {
        add(Role::Clinician, TaskKind::SafeRoute, 0, case.updated, urgent);
    }
}
