//! Verdicts as the gate would give them. Only tests and the gate put a verdict together.

use super::blob;
use casework::{
    codes::{After, Approval, Basis, Condition, Ground, Item, NoticeRule, Outcome, Reason},
    command::{Command, Draft},
    event::Telephone,
    time::{Day, Moment},
    verdict::{OpenOutcome, Verdict, issue},
};
use std::sync::Arc;

/// The parts of an open outcome that rests on no basis and needs nothing.
pub(crate) fn plain(outcome: Outcome) -> issue::Open {
    issue::Open {
        outcome,
        basis: None,
        items: vec![],
        items_closed: vec![],
        approvals: vec![],
        notice: issue::notice(NoticeRule::NotifyNow, None, None, None),
        after: vec![],
        conditions: vec![],
    }
}

/// A routine disclosure: two items, the clinician's opinion and the guardian.
pub(crate) fn routine() -> issue::Open {
    issue::Open {
        basis: Some(Basis::SuicideRisk),
        items: vec![Item::SafetyHandlingAdvice, Item::ClinicianContact],
        approvals: vec![Approval::TreatingClinicianOpinion, Approval::CaldicottGuardian],
        ..plain(Outcome::Disclose)
    }
}

/// A disclosure about a child: everybody who may have to approve one.
pub(crate) fn about_a_child() -> issue::Open {
    issue::Open {
        basis: Some(Basis::ChildSafeguardingS17S47),
        approvals: vec![
            Approval::TreatingClinicianOpinion,
            Approval::SecondSeniorClinicianTwoPerson,
            Approval::NamedSafeguardingProfessional,
            Approval::CaldicottGuardian,
        ],
        ..routine()
    }
}

/// A disclosure in an emergency.
pub(crate) fn emergency() -> issue::Open {
    issue::Open {
        basis: Some(Basis::VitalInterestsIncapacity),
        approvals: vec![
            Approval::SecondSeniorClinicianTwoPerson,
            Approval::OnCallGuardianDeputyThenReviewWithin24h,
        ],
        after: vec![After::ReviewWithin24Hours],
        ..routine()
    }
}

/// A disclosure that a professional makes under a duty of their own.
pub(crate) fn own_duty() -> issue::Open {
    issue::Open {
        basis: Some(Basis::Fgm2003S5b),
        items: vec![Item::ReasonForNotification],
        approvals: vec![Approval::IndividualProfessionalPersonalDuty],
        conditions: vec![Condition::InformGuardianNoVeto],
        ..routine()
    }
}

/// The same with another way of telling the person.
pub(crate) fn told(parts: issue::Open, rule: NoticeRule) -> issue::Open {
    issue::Open { notice: issue::notice(rule, None, None, None), ..parts }
}

/// The same with notice that may be, or must be, put off.
pub(crate) fn put_off(parts: issue::Open, rule: NoticeRule, ground: Ground, days: u16) -> issue::Open {
    issue::Open { notice: issue::notice(rule, Some(ground), Some(days), None), ..parts }
}

pub(crate) fn advice() -> issue::Open {
    issue::Open {
        items: vec![Item::GeneralClinicalAdvice, Item::Signposting],
        approvals: vec![Approval::TreatingClinicianOpinion],
        ..plain(Outcome::Advise)
    }
}

pub(crate) fn care() -> issue::Open {
    issue::Open {
        items: vec![Item::Signposting],
        approvals: vec![Approval::TreatingClinicianOpinion],
        conditions: vec![Condition::NothingReturnsToOfficer],
        ..plain(Outcome::OfferCare)
    }
}

pub(crate) fn return_it() -> issue::Open {
    told(plain(Outcome::Return), NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify)
}

/// A verdict that opens these, and refusal, which is always among them.
pub(crate) fn opening(open: Vec<issue::Open>) -> Verdict {
    let mut outcomes = vec![issue::open(plain(Outcome::Refuse))];
    outcomes.extend(open.into_iter().map(issue::open));
    issue::verdict("test-pack 1".into(), outcomes, vec![], vec![])
}

/// A verdict on a request to watch somebody: nothing but refusal, and it is counted.
pub(crate) fn watching() -> Verdict {
    let law: Arc<str> = Arc::from("Candour policy");
    let closed =
        issue::closed(Outcome::Advise, None, vec![issue::reason(Reason::MonitoringRequest, law, false)]);
    let refuse =
        issue::Open { conditions: vec![Condition::CountAsMonitoringRefused], ..plain(Outcome::Refuse) };
    issue::verdict("test-pack 1".into(), vec![issue::open(refuse)], vec![closed], vec![])
}

/// The first open outcome of a kind.
pub(crate) fn the(verdict: &Verdict, outcome: Outcome) -> OpenOutcome {
    verdict.open().iter().find(|o| o.outcome() == outcome).unwrap().clone()
}

/// What a proposal says where nothing special is said: all items, with content.
pub(crate) fn draft(outcome: &OpenOutcome) -> Draft {
    Draft {
        items: outcome.items().to_vec(),
        necessity: blob(1),
        proportionality: blob(2),
        content: Some(blob(3)),
        content_items: outcome.items().to_vec(),
        last_day: None,
        notice_reasons: None,
        download: false,
        left_out: None,
        reasons: None,
    }
}

/// A proposal of the first open outcome of a kind.
pub(crate) fn propose(verdict: &Verdict, outcome: Outcome) -> Command {
    propose_with(verdict, outcome, |_| {})
}

pub(crate) fn propose_with(verdict: &Verdict, outcome: Outcome, change: impl FnOnce(&mut Draft)) -> Command {
    let outcome = the(verdict, outcome);
    let mut draft = draft(&outcome);
    change(&mut draft);
    Command::Propose { outcome: Box::new(outcome), verdict: verdict.digest(), draft: Box::new(draft) }
}

/// A disclosure with notice put off until a day.
pub(crate) fn propose_until(verdict: &Verdict, last_day: Day) -> Command {
    propose_with(verdict, Outcome::Disclose, |draft| {
        draft.last_day = Some(last_day);
        draft.notice_reasons = Some(blob(4));
    })
}

pub(crate) fn approve(verdict: &Verdict, n: u32, approval: Approval) -> Command {
    answer(verdict, n, approval, true)
}

pub(crate) fn decline(verdict: &Verdict, n: u32, approval: Approval) -> Command {
    answer(verdict, n, approval, false)
}

fn answer(verdict: &Verdict, n: u32, approval: Approval, agreed: bool) -> Command {
    Command::Approve {
        n,
        approval,
        agreed,
        reasons: blob(5),
        telephone: None,
        standing: casework::delegation::Standing::Own,
        current: Box::new(verdict.clone()),
    }
}

/// An approval that the actor records for somebody on the telephone.
pub(crate) fn by_telephone(
    verdict: &Verdict,
    n: u32,
    approval: Approval,
    giver: &casework::actor::Actor,
    at: Moment,
) -> Command {
    Command::Approve {
        n,
        approval,
        agreed: true,
        reasons: blob(5),
        telephone: Some(Telephone {
            account: giver.account.clone(),
            individual: giver.individual.clone(),
            role: giver.role,
            at,
        }),
        standing: casework::delegation::Standing::Own,
        current: Box::new(verdict.clone()),
    }
}
