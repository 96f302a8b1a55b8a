//! A case: the fold of its events.

use crate::{
    actor::By,
    blob::BlobRef,
    codes::{After, Approval, Basis, Condition, Ground, InitiatedBy, Item, NoticeRule, Outcome, Urgency},
    event::{ClockStart, Escalation, Event, MissingField, NoticePlan, Route, Telephone},
    facts::Facts,
    id::{AccountId, CaseId, ForceId, IndividualId, PromiseId, Reference, TrustId, UnitId},
    promise::{PromiseAct, PromiseKind},
    time::{Day, Moment},
};
use std::collections::BTreeMap;

/// Events that do not make a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The first event is not one that begins a case, or a beginning stands later.
    #[error("event {position} (`{kind}`) cannot stand there")]
    OutOfPlace {
        /// Place in the stream.
        position: u64,
        /// Kind of event.
        kind: &'static str,
    },
    /// The facts recorded in an event do not read.
    #[error("event {position} (`{kind}`) holds facts that do not read, at `{at}`")]
    Facts {
        /// Place in the stream.
        position: u64,
        /// Kind of event.
        kind: &'static str,
        /// JSON pointer to the fault.
        at: String,
    },
    /// The event is about a proposal that was never made.
    #[error("event {position} (`{kind}`) is about proposal {n}, which was never made")]
    NoSuchProposal {
        /// Place in the stream.
        position: u64,
        /// Kind of event.
        kind: &'static str,
        /// The proposal's number.
        n: u32,
    },
}

/// Where a case stands as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Being worked on.
    Open,
    /// Sent back; waiting for the officer.
    Returned,
    /// Taken back by the officer.
    Withdrawn,
    /// Nothing more is to be done.
    Closed,
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalState {
    /// Waiting for approvals.
    Open,
    /// Somebody whose approval it needs declined.
    Declined,
    /// Decided by a named person; a disclosure then waits for its release.
    Decided,
    /// The officer can read it.
    Released,
    /// Access ended; the force owes an answer.
    Recalled,
    /// The force confirmed destruction, or named the law under which it keeps it.
    Settled,
}

/// An approval given or declined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRecord {
    /// Who recorded it.
    pub by: By,
    /// Which approval.
    pub approval: Approval,
    /// Given, or declined.
    pub agreed: bool,
    /// Why.
    pub reasons: BlobRef,
    /// Whose it was, where it was given by telephone.
    pub telephone: Option<Telephone>,
    /// Whether an approval by telephone was confirmed (`true`), denied (`false`), or neither yet.
    pub confirmed: Option<bool>,
    /// Whether the reviewer was told that it was not confirmed in time.
    pub escalated: bool,
    /// When it was recorded.
    pub at: Moment,
}

impl ApprovalRecord {
    /// The human being whose approval this is.
    #[must_use]
    pub fn individual(&self) -> &IndividualId {
        self.telephone.as_ref().map_or(&self.by.individual, |t| &t.individual)
    }
}

/// What was proposed, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its number in the case, from 1.
    pub n: u32,
    /// Who proposed it.
    pub by: By,
    /// When.
    pub at: Moment,
    /// The outcome.
    pub outcome: Outcome,
    /// The basis, for a disclosure or advice on one.
    pub basis: Option<Basis>,
    /// The items, in order of intrusion.
    pub items: Vec<Item>,
    /// The approvals it needs.
    pub needed: Vec<Approval>,
    /// The approvals it has, or was denied.
    pub approvals: Vec<ApprovalRecord>,
    /// Acts due afterwards.
    pub after: Vec<After>,
    /// Conditions that bind it.
    pub conditions: Vec<Condition>,
    /// How notice is given.
    pub notice: NoticePlan,
    /// Digest of the verdict it rests on.
    pub verdict: String,
    /// Why it is necessary.
    pub necessity: BlobRef,
    /// Why it is proportionate.
    pub proportionality: BlobRef,
    /// What would be disclosed, advised or asked for, sealed under the case's key.
    pub content: Option<BlobRef>,
    /// Whether the officer may keep a copy.
    pub download: bool,
    /// Where it stands.
    pub state: ProposalState,
    /// Who decided it, and when.
    pub decided: Option<(By, Moment)>,
    /// Position in the stream of the event that decided it.
    pub decided_at_position: Option<u64>,
    /// When it was released, with what the officer reads.
    pub released: Option<(Moment, BlobRef)>,
    /// Whether it went out in an emergency, before witnesses saw the decision.
    pub emergency: bool,
    /// What the reviewer found afterwards.
    pub after_review: Option<bool>,
    /// Whether a clinician recorded that telling beforehand would be unsafe.
    pub notice_unsafe: bool,
}

impl Proposal {
    /// The approvals still to be given.
    #[must_use]
    pub fn outstanding(&self) -> Vec<Approval> {
        self.needed
            .iter()
            .copied()
            .filter(|code| !self.approvals.iter().any(|a| a.approval == *code && a.agreed))
            .collect()
    }

    /// Whether the verdict called this an emergency: an after-review is among the acts due.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.after.contains(&After::ReviewWithin24Hours)
    }
}

/// Where a notice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeStatus {
    /// To be sent by a day.
    Due(Option<Day>),
    /// Put off on a ground, until the end of a day.
    Deferred(Ground, Day),
    /// The deferral ended.
    Lapsed,
    /// With the reviewer, or with legal and the panel.
    Escalated(Escalation),
    /// Handed to the outbox.
    Sent(Moment),
    /// Never sent, for nobody was identified.
    Never,
}

/// The notice about one decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The rule.
    pub rule: NoticeRule,
    /// Where it stands.
    pub status: NoticeStatus,
    /// The promise that stands for it.
    pub promise: Option<PromiseId>,
    /// When it was first due or deferred.
    pub since: Moment,
    /// The letter, once sent.
    pub letter: Option<BlobRef>,
}

/// How the person can be reached safely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeRoute {
    /// By which way.
    pub route: Route,
    /// Where to, under the identity key.
    pub address: BlobRef,
    /// The agreed phrase, as a hash.
    pub phrase: BlobRef,
    /// The letter's code.
    pub code: BlobRef,
    /// Keyed digest by which the code is found.
    pub lookup: String,
    /// When it was last confirmed.
    pub confirmed: Moment,
}

/// A promise as the case knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// What is owed.
    pub kind: PromiseKind,
    /// The last day on which it can be kept.
    pub until: Day,
    /// Still owed.
    pub open: bool,
}

/// A message between clinic and officer or about an enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Who gave it.
    pub by: By,
    /// What it says.
    pub text: BlobRef,
    /// When.
    pub at: Moment,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Which case.
    pub id: CaseId,
    /// What people call it.
    pub reference: Reference,
    /// The unit that works on it.
    pub unit: UnitId,
    /// The unit's trust.
    pub trust: TrustId,
    /// Who began it.
    pub opened_by: By,
    /// When.
    pub opened: Moment,
    /// How it began; `None` for an enquiry.
    pub origin: Option<InitiatedBy>,
    /// The force that asks or would receive.
    pub force: Option<ForceId>,
    /// The officer who would receive, where a health worker began the case.
    pub recipient: Option<AccountId>,
    /// What was asked.
    pub question: BlobRef,
    /// Whom it is about, under the identity key.
    pub identity: Option<BlobRef>,
    /// The facts; `None` for an enquiry.
    pub facts: Option<Facts>,
    /// What the officer was told is missing, computed once when they sent or completed the referral.
    pub missing: Vec<MissingField>,
    /// What the clinic asked for when it returned the referral.
    pub returned: Vec<MissingField>,
    /// When the officer last sent or completed it: the fixed times run from here.
    pub sent: Moment,
    /// Where it stands.
    pub phase: Phase,
    /// Who countersigned.
    pub countersigned: Option<(By, Moment)>,
    /// Who opened the record, why, and when.
    pub openings: Vec<(By, BlobRef, Moment)>,
    /// What the reviewer said of a third referral in 90 days, and who.
    pub repetition_review: Option<(By, bool)>,
    /// Advice given.
    pub advice: Vec<Advice>,
    /// Proposals by number.
    pub proposals: BTreeMap<u32, Proposal>,
    /// Notices by the number of the proposal they are about.
    pub notices: BTreeMap<u32, Notice>,
    /// The safe route.
    pub route: Option<SafeRoute>,
    /// When the person was recorded as found.
    pub found: Option<Moment>,
    /// When the person was recorded as recovered.
    pub recovered: Option<Moment>,
    /// Promises.
    pub promises: BTreeMap<PromiseId, Promised>,
    /// Position of the last event.
    pub position: u64,
    /// When the last event happened.
    pub updated: Moment,
}

impl Case {
    /// The case that a first event begins.
    ///
    /// # Errors
    /// [`ReplayError`] if the event begins no case or its facts do not read.
    pub fn begin(id: CaseId, event: &Event, at: Moment) -> Result<Self, ReplayError> {
        let (by, reference, unit, trust, question) = match event {
            Event::EnquiryReceived { by, reference, unit, trust, question }
            | Event::ReferralReceived { by, reference, unit, trust, question, .. } => {
                (by.clone(), reference.clone(), unit.clone(), trust.clone(), question.clone())
            }
            other => return Err(ReplayError::OutOfPlace { position: 1, kind: other.kind() }),
        };
        let mut case = Self {
            id,
            reference,
            unit,
            trust,
            opened_by: by,
            opened: at,
            origin: None,
            force: None,
            recipient: None,
            question,
            identity: None,
            facts: None,
            missing: Vec::new(),
            returned: Vec::new(),
            sent: at,
            phase: Phase::Open,
            countersigned: None,
            openings: Vec::new(),
            repetition_review: None,
            advice: Vec::new(),
            proposals: BTreeMap::new(),
            notices: BTreeMap::new(),
            route: None,
            found: None,
            recovered: None,
            promises: BTreeMap::new(),
            position: 1,
            updated: at,
        };
        if let Event::ReferralReceived { origin, force, recipient, identity, facts, missing, .. } = event {
            case.origin = Some(*origin);
            case.force.clone_from(force);
            case.recipient.clone_from(recipient);
            case.identity.clone_from(identity);
            case.missing.clone_from(missing);
            case.facts = Some(Facts::from_value(facts).map_err(|fault| ReplayError::Facts {
                position: 1,
                kind: event.kind(),
                at: fault.at,
            })?);
        }
        Ok(case)
    }

    /// The case after one more event of its decision stream.
    ///
    /// # Errors
    /// [`ReplayError`] if the event cannot have happened to this case.
    pub fn evolve(mut self, event: &Event, at: Moment) -> Result<Self, ReplayError> {
        self.position += 1;
        self.updated = at;
        let position = self.position;
        match event {
            Event::EnquiryReceived { .. }
            | Event::ReferralReceived { .. }
            | Event::CaseRead { .. }
            | Event::DisclosureRead { .. }
            | Event::PersonRead {}
            | Event::AccountChanged { .. }
            | Event::SettingsChanged { .. } => {
                return Err(ReplayError::OutOfPlace { position, kind: event.kind() });
            }
            Event::ReferralReturned { n, missing, .. } => {
                self.phase = Phase::Returned;
                self.returned.clone_from(missing);
                self.proposal(*n, event)?.state = ProposalState::Decided;
            }
            Event::ReferralCompleted { part, missing, .. } => {
                self.supply(part, crate::facts::Supplier::Requester, event)?;
                self.missing.clone_from(missing);
                self.returned.clear();
                self.phase = Phase::Open;
                self.sent = at;
            }
            Event::ReferralWithdrawn { .. } => self.phase = Phase::Withdrawn,
            Event::Countersigned { by } => self.countersigned = Some((by.clone(), at)),
            Event::FactsSupplied { supplier, part, .. } => self.supply(part, *supplier, event)?,
            Event::RecordOpened { by, reason } => self.openings.push((by.clone(), reason.clone(), at)),
            Event::RepetitionReviewed { by, agreed, .. } => {
                self.repetition_review = Some((by.clone(), *agreed));
            }
            Event::ProposalMade { .. } => self.add_proposal(event, at),
            Event::ApprovalGiven { by, n, approval, agreed, reasons, telephone } => {
                let record = ApprovalRecord {
                    by: by.clone(),
                    approval: *approval,
                    agreed: *agreed,
                    reasons: reasons.clone(),
                    telephone: telephone.clone(),
                    confirmed: None,
                    escalated: false,
                    at,
                };
                let proposal = self.proposal(*n, event)?;
                proposal.approvals.push(record);
                if !agreed {
                    proposal.state = ProposalState::Declined;
                }
            }
            Event::TelephoneApprovalAnswered { n, approval, confirmed, .. } => {
                for record in &mut self.proposal(*n, event)?.approvals {
                    if record.approval == *approval && record.telephone.is_some() {
                        record.confirmed = Some(*confirmed);
                    }
                }
            }
            Event::TelephoneApprovalEscalated { n, approval } => {
                for record in &mut self.proposal(*n, event)?.approvals {
                    if record.approval == *approval && record.telephone.is_some() {
                        record.escalated = true;
                    }
                }
            }
            Event::DisclosureDecided { by, n, .. } | Event::DisclosureRefused { by, n } => {
                self.settle(*n, by, at, event)?;
            }
            Event::MonitoringRefused { .. } => {}
            Event::DisclosureReleased { n, content, .. } => {
                let proposal = self.proposal(*n, event)?;
                proposal.state = ProposalState::Released;
                proposal.released = Some((at, content.clone()));
            }
            Event::EmergencyReleased { n, content, promises } => {
                let proposal = self.proposal(*n, event)?;
                proposal.state = ProposalState::Released;
                proposal.released = Some((at, content.clone()));
                proposal.emergency = true;
                self.apply_promises(promises);
            }
            Event::AdviceGiven { by, n, text } => {
                self.advice.push(Advice { by: by.clone(), text: text.clone(), at });
                if let Some(n) = n {
                    self.settle(*n, by, at, event)?;
                }
            }
            Event::CareOffered { by, n } => self.settle(*n, by, at, event)?,
            Event::DisclosureRecalled { n, promises, .. } => {
                self.proposal(*n, event)?.state = ProposalState::Recalled;
                self.apply_promises(promises);
            }
            Event::DestructionConfirmed { n, promises, .. } | Event::DestructionRefused { n, promises, .. } => {
                self.proposal(*n, event)?.state = ProposalState::Settled;
                self.apply_promises(promises);
            }
            Event::AfterReviewed { n, upheld, promises, .. } => {
                self.proposal(*n, event)?.after_review = Some(*upheld);
                self.apply_promises(promises);
            }
            Event::SafeRouteRecorded { route, address, phrase, code, lookup, .. } => {
                self.route = Some(SafeRoute {
                    route: *route,
                    address: address.clone(),
                    phrase: phrase.clone(),
                    code: code.clone(),
                    lookup: lookup.clone(),
                    confirmed: at,
                });
            }
            Event::SafeRouteConfirmed { .. } => {
                if let Some(route) = &mut self.route {
                    route.confirmed = at;
                }
            }
            Event::NoticeDue { n, rule, due, promises } => {
                let status = if *rule == NoticeRule::NoNoticeNoPersonIdentified {
                    NoticeStatus::Never
                } else {
                    NoticeStatus::Due(*due)
                };
                self.set_notice(*n, *rule, status, at, promises);
            }
            Event::NoticeDeferred { n, rule, ground, last_day, promises } => {
                self.set_notice(*n, *rule, NoticeStatus::Deferred(*ground, *last_day), at, promises);
            }
            Event::NoticeUnsafe { n, .. } => self.proposal(*n, event)?.notice_unsafe = true,
            Event::NoticeClockStarted { start, promises, .. } => {
                match start {
                    ClockStart::Found => self.found = Some(at),
                    ClockStart::Recovered => self.recovered = Some(at),
                }
                self.apply_promises(promises);
                self.restart_notices(*start, at);
            }
            Event::NoticeLapsed { n } => self.notice_status(*n, NoticeStatus::Lapsed),
            Event::NoticeEscalated { n, to } => self.notice_status(*n, NoticeStatus::Escalated(*to)),
            Event::NoticeDirected { n, .. } => {
                if let Some(notice) = self.notices.get_mut(n) {
                    notice.rule = NoticeRule::NotifyNow;
                    notice.status = NoticeStatus::Due(Some(crate::calendar::working_days_after(at.day(), 2)));
                    notice.since = at;
                }
            }
            Event::NoticeSent { n, letter, promises } => {
                self.notice_status(*n, NoticeStatus::Sent(at));
                if let Some(notice) = self.notices.get_mut(n) {
                    notice.letter = Some(letter.clone());
                }
                self.apply_promises(promises);
            }
            Event::CaseClosed { .. } => self.phase = Phase::Closed,
        }
        Ok(self)
    }

    fn proposal(&mut self, n: u32, event: &Event) -> Result<&mut Proposal, ReplayError> {
        let position = self.position;
        self.proposals.get_mut(&n).ok_or(ReplayError::NoSuchProposal { position, kind: event.kind(), n })
    }

    fn settle(&mut self, n: u32, by: &By, at: Moment, event: &Event) -> Result<(), ReplayError> {
        let position = self.position;
        let proposal = self.proposal(n, event)?;
        proposal.state = ProposalState::Decided;
        proposal.decided = Some((by.clone(), at));
        proposal.decided_at_position = Some(position);
        Ok(())
    }

    fn supply(
        &mut self,
        part: &serde_json::Value,
        supplier: crate::facts::Supplier,
        event: &Event,
    ) -> Result<(), ReplayError> {
        let position = self.position;
        let facts =
            self.facts.as_ref().ok_or(ReplayError::OutOfPlace { position, kind: event.kind() })?;
        let supplied = facts.supply(part, supplier).map_err(|faults| ReplayError::Facts {
            position,
            kind: event.kind(),
            at: faults.into_iter().next().map_or_else(String::new, |f| f.at),
        })?;
        self.facts = Some(supplied);
        Ok(())
    }

    fn add_proposal(&mut self, event: &Event, at: Moment) {
        let Event::ProposalMade {
            by,
            n,
            outcome,
            basis,
            items,
            approvals,
            after,
            conditions,
            notice,
            verdict,
            necessity,
            proportionality,
            content,
            download,
        } = event
        else {
            return;
        };
        self.proposals.insert(
            *n,
            Proposal {
                n: *n,
                by: by.clone(),
                at,
                outcome: *outcome,
                basis: *basis,
                items: items.clone(),
                needed: approvals.clone(),
                approvals: Vec::new(),
                after: after.clone(),
                conditions: conditions.clone(),
                notice: notice.clone(),
                verdict: verdict.clone(),
                necessity: necessity.clone(),
                proportionality: proportionality.clone(),
                content: content.clone(),
                download: *download,
                state: ProposalState::Open,
                decided: None,
                decided_at_position: None,
                released: None,
                emergency: false,
                after_review: None,
                notice_unsafe: false,
            },
        );
    }

    fn set_notice(
        &mut self,
        n: u32,
        rule: NoticeRule,
        status: NoticeStatus,
        at: Moment,
        promises: &[PromiseAct],
    ) {
        let promise = promises
            .iter()
            .find(|act| matches!(act, PromiseAct::Opened { kind: PromiseKind::Notice, .. }))
            .map(|act| act.promise().clone());
        let earlier = self.notices.get(&n).and_then(|notice| notice.promise.clone());
        self.notices.insert(
            n,
            Notice { rule, status, promise: promise.or(earlier), since: at, letter: None },
        );
        self.apply_promises(promises);
    }

    fn notice_status(&mut self, n: u32, status: NoticeStatus) {
        if let Some(notice) = self.notices.get_mut(&n) {
            notice.status = status;
        }
    }

    /// Notices that waited for a finding or a recovery are due from now.
    fn restart_notices(&mut self, start: ClockStart, at: Moment) {
        for notice in self.notices.values_mut() {
            if let NoticeStatus::Due(_) = notice.status
                && let Some(due) = crate::notice::due_after(notice.rule, start, at)
            {
                notice.status = NoticeStatus::Due(Some(due));
            }
        }
    }

    fn apply_promises(&mut self, acts: &[PromiseAct]) {
        for act in acts {
            match act {
                PromiseAct::Opened { promise, kind, until } => {
                    self.promises
                        .insert(promise.clone(), Promised { kind: *kind, until: *until, open: true });
                }
                PromiseAct::Kept { promise } | PromiseAct::Voided { promise, .. } => {
                    if let Some(owed) = self.promises.get_mut(promise) {
                        owed.open = false;
                    }
                }
                PromiseAct::Moved { promise, until } => {
                    if let Some(owed) = self.promises.get_mut(promise) {
                        owed.until = *until;
                    }
                }
            }
        }
    }

    /// Whether this is about one person, rather than an enquiry.
    #[must_use]
    pub const fn is_referral(&self) -> bool {
        self.facts.is_some()
    }

    /// Whether the officer marked the referral as an emergency: it selects which of the two fixed times applies.
    #[must_use]
    pub fn marked_immediate(&self) -> bool {
        self.facts.as_ref().is_some_and(|facts| facts.urgency == Urgency::Immediate)
    }

    /// Earlier referrals by the same force in the 90 days before, as Candour counted them.
    #[must_use]
    pub fn earlier_referrals(&self) -> u32 {
        self.facts
            .as_ref()
            .map_or(0, |f| u32::try_from(f.repetition.same_force_referrals_90_days).unwrap_or(u32::MAX))
    }

    /// Whether a third referral in 90 days still waits for the reviewer, so that no record may be opened.
    #[must_use]
    pub fn repetition_waits(&self) -> bool {
        self.earlier_referrals() >= 2 && !matches!(self.repetition_review, Some((_, true)))
    }

    /// The open promise of a kind, if there is one.
    #[must_use]
    pub fn open_promise(&self, kind: PromiseKind) -> Option<&PromiseId> {
        self.promises.iter().find(|(_, p)| p.kind == kind && p.open).map(|(id, _)| id)
    }
}
