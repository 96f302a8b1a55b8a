//! One event of every kind, as the golden files hold them.

use crate::support::*;
use casework::header::{Header, Stream, VERSION};
use casework::{
    actor::{Actor, By, Role},
    breach::{BreachKind, NUMBERS_FROM, NoteKind},
    codes::{After, Approval, Basis, Condition, Ground, InitiatedBy, Item, NoticeRule, Outcome, Who},
    conflict::ConflictKind,
    conversation::{Means, Party},
    delegation::{RotaKind, Scope},
    event::{ClockStart, Escalation, Event, MissingField, NoticePlan, Route, Telephone},
    facts::Supplier,
    id::{CaseId, PromiseId, Reference},
    promise::{PromiseAct, PromiseKind, Void},
    search::SearchBy,
};
use serde_json::json;

fn by(actor: &Actor) -> By {
    actor.into()
}

fn reference() -> Reference {
    Reference::new(&unit(), [4, 15, 7, 20, 23, 2, 29, 13])
}

fn promise(number: u8) -> PromiseId {
    PromiseId::from_bytes([number; 16])
}

fn missing() -> Vec<MissingField> {
    vec![MissingField { field: "/requester/rank".into(), basis: Basis::SuicideRisk, who: Who::Requester }]
}

fn opened(kind: PromiseKind, until: &str) -> PromiseAct {
    PromiseAct::Opened { promise: promise(1), kind, until: day(until) }
}

/// The header that a sample stands under.
pub(super) fn header(event: &Event) -> Header {
    let stream = match event {
        Event::CaseRead { .. }
        | Event::DisclosureRead { .. }
        | Event::PersonRead {}
        | Event::CaseFound { .. } => Stream::Reads,
        Event::AccountChanged { .. }
        | Event::SearchMade { .. }
        | Event::RotaChanged { .. }
        | Event::DelegationGiven { .. }
        | Event::DelegationRevoked { .. }
        | Event::SettingsChanged { .. }
        | Event::PackBegun { .. }
        | Event::PackOffered { .. }
        | Event::PackConfirmed { .. }
        | Event::PackWithdrawn { .. } => Stream::Account,
        _ => Stream::Decision,
    };
    let judged = matches!(event, Event::ProposalMade { .. } | Event::DisclosureDecided { .. });
    Header {
        v: VERSION,
        stream,
        case: CaseId::from_bytes([0xc5; 16]),
        position: 7,
        kind: event.kind().to_owned(),
        time: morning("2026-11-02"),
        pack: judged.then(|| "ab".repeat(32)),
    }
}

pub(super) fn every_event() -> Vec<Event> {
    let mut all = beginnings();
    all.extend(work());
    all.extend(decisions());
    all.extend(notices());
    all.extend(breaches());
    all.extend(other_streams());
    all
}

fn beginnings() -> Vec<Event> {
    vec![
        Event::EnquiryReceived {
            by: by(&officer()),
            reference: reference(),
            unit: unit(),
            trust: trust(),
            question: blob(1),
        },
        Event::ReferralReceived {
            by: by(&officer()),
            reference: reference(),
            unit: unit(),
            trust: trust(),
            origin: InitiatedBy::Requester,
            force: officer().force().cloned(),
            recipient: None,
            caller: None,
            question: blob(1),
            identity: Some(blob(2)),
            facts: facts().to_value(),
            missing: missing(),
        },
        Event::ReferralReturned { by: by(&clinician()), n: 1, missing: missing() },
        Event::ReferralCompleted {
            by: by(&officer()),
            part: json!({"requester": {"rank": "inspector"}}),
            missing: vec![],
        },
        Event::ReferralWithdrawn { by: by(&officer()) },
        Event::Countersigned { by: by(&supervisor()) },
        Event::ReferralReassigned { by: by(&supervisor()), to: by(&of_role("oscar", Role::Officer)) },
        Event::RecipientNamed {
            by: by(&guardian()),
            to: by(&of_role("oscar", Role::Officer)),
            reasons: blob(1),
        },
    ]
}

fn work() -> Vec<Event> {
    vec![
        Event::FactsSupplied {
            by: by(&clinician()),
            supplier: Supplier::Clinic,
            part: json!({"concern": {"evidence": "documented"}}),
        },
        Event::RecordOpened { by: by(&clinician()), reason: blob(1) },
        Event::RepetitionReviewed { by: by(&reviewer()), agreed: true, reasons: blob(1) },
        Event::ProposalMade {
            by: by(&clinician()),
            n: 2,
            outcome: Outcome::Disclose,
            basis: Some(Basis::SuicideRisk),
            items: vec![Item::SafetyHandlingAdvice, Item::CurrentRiskToSelfStatement],
            approvals: vec![Approval::TreatingClinicianOpinion, Approval::CaldicottGuardian],
            after: vec![After::ReviewWithin24Hours],
            conditions: vec![Condition::CountAsRepeat, Condition::NoOnwardCopy],
            notice: NoticePlan {
                rule: NoticeRule::MayDeferWithReview,
                ground: Some(Ground::NSafety),
                last_day: Some(day("2026-11-06")),
                ban_ends_on: None,
                reasons: Some(blob(3)),
            },
            verdict: "cd".repeat(32),
            necessity: blob(4),
            proportionality: blob(5),
            content: Some(blob(6)),
            reasons: None,
            download: false,
        },
        Event::PassagesLeftOut {
            by: by(&clinician()),
            n: 2,
            whole: blob(7),
            items: vec![Item::CurrentRiskToSelfStatement],
        },
        Event::ApprovalGiven {
            by: by(&clinician()),
            n: 2,
            approval: Approval::SecondSeniorClinicianTwoPerson,
            agreed: true,
            reasons: blob(1),
            telephone: Some(Telephone {
                account: second_clinician().account,
                individual: second_clinician().individual,
                role: second_clinician().role,
                at: morning("2026-11-02"),
            }),
        },
        Event::TelephoneApprovalAnswered {
            by: by(&second_clinician()),
            n: 2,
            approval: Approval::SecondSeniorClinicianTwoPerson,
            confirmed: true,
        },
        Event::TelephoneApprovalEscalated { n: 2, approval: Approval::SecondSeniorClinicianTwoPerson },
    ]
}

fn decisions() -> Vec<Event> {
    vec![
        Event::DisclosureDecided { by: by(&guardian()), n: 2, verdict: "cd".repeat(32) },
        Event::DisclosureRefused { by: by(&guardian()), n: 2 },
        Event::MonitoringRefused { n: 2 },
        Event::DisclosureReleased { n: 2, content: blob(6), index: 41, size: 64 },
        Event::EmergencyReleased {
            n: 2,
            content: blob(6),
            promises: vec![opened(PromiseKind::AfterReview, "2026-11-03")],
        },
        Event::GivenByTelephone { by: by(&clinician()), n: 2, to: blob(1), at: morning("2026-11-02") },
        Event::AdviceGiven { by: by(&clinician()), n: Some(2), text: blob(1) },
        Event::CareOffered { by: by(&clinician()), n: 2 },
        Event::DisclosureRecalled {
            by: by(&guardian()),
            n: 2,
            reasons: blob(1),
            promises: vec![opened(PromiseKind::Destruction, "2026-11-16")],
        },
        Event::DestructionConfirmed {
            by: by(&officer()),
            n: 2,
            promises: vec![PromiseAct::Kept { promise: promise(1) }],
        },
        Event::DestructionRefused {
            by: by(&officer()),
            n: 2,
            law: blob(1),
            promises: vec![PromiseAct::Voided { promise: promise(1), why: Void::Held }],
        },
        Event::AfterReviewed {
            by: by(&reviewer()),
            n: 2,
            upheld: false,
            reasons: blob(1),
            promises: vec![PromiseAct::Kept { promise: promise(1) }],
        },
        Event::ConflictDeclared { by: by(&clinician()), why: ConflictKind::KnowsPerson, text: Some(blob(1)) },
        Event::ConflictWithdrawn { by: by(&guardian()), n: 1, reasons: blob(1) },
        Event::CaseTaken { by: by(&clinician()) },
        Event::CaseHandedOver {
            by: by(&clinician()),
            to: Some(by(&of_role("colin", Role::Clinician))),
            note: blob(1),
        },
        Event::TimeSpent { by: by(&clinician()), minutes: 15 },
        Event::TimeTakenBack { by: by(&clinician()), minutes: 15 },
        Event::ConversationRecorded {
            by: by(&clinician()),
            means: Means::Telephone,
            with: Party::Officer,
            at: morning("2026-11-02"),
            text: blob(1),
        },
        Event::CaseClosed { by: by(&clinician()), reasons: blob(1) },
    ]
}

fn notices() -> Vec<Event> {
    vec![
        Event::SafeRouteRecorded {
            by: by(&clinician()),
            route: Route::InPerson,
            address: blob(1),
            phrase: blob(2),
            code: blob(3),
            lookup: "ef".repeat(32),
            language: None,
        },
        Event::SafeRouteConfirmed { by: by(&clinician()) },
        Event::NoticeDue {
            n: 2,
            rule: NoticeRule::NotifyNow,
            due: Some(day("2026-11-04")),
            promises: vec![opened(PromiseKind::Notice, "2026-11-04")],
        },
        Event::NoticeDeferred {
            n: 2,
            rule: NoticeRule::MayDeferWithReview,
            ground: Ground::NSafety,
            last_day: day("2026-11-06"),
            promises: vec![opened(PromiseKind::Notice, "2026-11-06")],
        },
        Event::NoticeUnsafe { by: by(&clinician()), n: 2, reasons: blob(1) },
        Event::NoticeClockStarted {
            by: by(&clinician()),
            start: ClockStart::Found,
            promises: vec![PromiseAct::Moved { promise: promise(1), until: day("2026-11-04") }],
        },
        Event::NoticeLapsed { n: 2 },
        Event::NoticeEscalated { n: 2, to: Escalation::LegalAndPanel },
        Event::NoticeDirected { by: by(&reviewer()), n: 2, reasons: blob(1) },
        Event::NoticeSent { n: 2, letter: blob(1), promises: vec![PromiseAct::Kept { promise: promise(1) }] },
    ]
}

fn breaches() -> Vec<Event> {
    let kept = || vec![PromiseAct::Kept { promise: promise(1) }];
    let n = NUMBERS_FROM;
    vec![
        Event::BreachReported {
            by: by(&clinician()),
            n,
            kind: BreachKind::WrongPerson,
            disclosure: Some(2),
            happened: morning("2026-10-30"),
            aware: morning("2026-11-01"),
            what: blob(1),
            people: 1,
            promises: vec![opened(PromiseKind::BreachDecision, "2026-11-04")],
        },
        Event::BreachNoted {
            by: by(&of_role("dora", Role::DataProtectionOfficer)),
            n,
            kind: NoteKind::Advice,
            text: blob(1),
        },
        Event::BreachReportedToCommissioner {
            by: by(&guardian()),
            n,
            at: morning("2026-11-02"),
            reference: blob(1),
            delay: Some(blob(2)),
            promises: kept(),
        },
        Event::BreachNotReportable { by: by(&guardian()), n, reasons: blob(1), promises: kept() },
        Event::BreachToBeTold { by: by(&guardian()), n, words: blob(1) },
        Event::BreachNotTold { by: by(&guardian()), n, reasons: blob(1) },
        Event::BreachUnfounded {
            by: by(&reviewer()),
            n,
            reasons: blob(1),
            promises: vec![PromiseAct::Voided { promise: promise(1), why: Void::NotIdentified }],
        },
        Event::AffectedRouteRecorded {
            by: by(&clinician()),
            n,
            route: Route::Post,
            address: blob(1),
            phrase: blob(2),
            code: blob(3),
            lookup: "ef".repeat(32),
            language: None,
        },
        Event::AffectedRouteConfirmed { by: by(&clinician()), n },
    ]
}

fn other_streams() -> Vec<Event> {
    vec![
        Event::CaseRead { by: by(&clinician()), page: "case".into() },
        Event::DisclosureRead { by: by(&officer()), n: 2 },
        Event::PersonRead {},
        Event::CaseFound { by: by(&clinician()), means: SearchBy::NhsNumber },
        Event::SearchMade { by: by(&clinician()), means: SearchBy::NameAndBirth, found: 0 },
        Event::AccountChanged { by: None, account: officer().account, change: "made".into() },
        Event::SettingsChanged {
            by: Some(by(&guardian())),
            setting: "ledger.policy".into(),
            digest: "01".repeat(32),
        },
        Event::RotaChanged {
            by: by(&of_role("ada", Role::Administrator)),
            rota: RotaKind::OnCall,
            place: "trust:north-trust".into(),
            account: of_role("grace", Role::Guardian).account,
            first: day("2026-12-01"),
            last: day("2026-12-07"),
            removed: false,
        },
        Event::DelegationGiven {
            by: by(&guardian()),
            delegation: "r1".into(),
            to: by(&of_role("grace", Role::Guardian)),
            first: day("2026-12-01"),
            last: day("2026-12-31"),
            scope: Scope::OnCall,
            document: blob(1),
        },
        Event::DelegationRevoked { by: by(&guardian()), delegation: "r1".into() },
        Event::PackBegun { pack: "01".repeat(32), name: "england-and-wales 2026.1".into() },
        Event::PackOffered {
            by: by(&of_role("ada", Role::Administrator)),
            pack: "02".repeat(32),
            name: "england-and-wales 2026.2".into(),
        },
        Event::PackConfirmed { by: by(&legal()), pack: "02".repeat(32), adopts: true },
        Event::PackWithdrawn { by: by(&of_role("ada", Role::Administrator)), pack: "02".repeat(32) },
    ]
}
