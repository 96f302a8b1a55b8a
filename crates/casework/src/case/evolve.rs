//! How events change a case: the fold.

use super::{
    Advice, ApprovalRecord, Case, Notice, NoticeStatus, Phase, Promised, Proposal, ProposalState, ReadOut,
    ReplayError, SafeRoute, WorkDone,
};
use crate::{
    actor::By,
    breach::{Breach, Commissioner, Note, Telling},
    codes::{NoticeRule, Urgency},
    conflict::Conflict,
    event::{ClockStart, Event},
    facts::Facts,
    id::CaseId,
    promise::{PromiseAct, PromiseKind},
    time::Moment,
};
use std::collections::BTreeMap;

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
            reassigned: None,
            reassigned_at: None,
            withdrawn: false,
            opened: at,
            origin: None,
            force: None,
            recipient: None,
            recipients_named: Vec::new(),
            caller: None,
            read_out: Vec::new(),
            question,
            identity: None,
            facts: None,
            missing: Vec::new(),
            returned: Vec::new(),
            sent: at,
            sent_immediate: false,
            phase: Phase::Open,
            countersigned: None,
            openings: Vec::new(),
            repetition_review: None,
            advice: Vec::new(),
            proposals: BTreeMap::new(),
            notices: BTreeMap::new(),
            breaches: BTreeMap::new(),
            route: None,
            found: None,
            recovered: None,
            promises: BTreeMap::new(),
            conflicts: Vec::new(),
            holder: None,
            time: Vec::new(),
            work: Vec::new(),
            position: 1,
            updated: at,
        };
        if let Event::ReferralReceived {
            origin, force, recipient, caller, identity, facts, missing, ..
        } = event
        {
            case.origin = Some(*origin);
            case.force.clone_from(force);
            case.recipient.clone_from(recipient);
            case.caller.clone_from(caller);
            case.identity.clone_from(identity);
            case.missing.clone_from(missing);
            let facts = Facts::from_value(facts).map_err(|fault| ReplayError::Facts {
                position: 1,
                kind: event.kind(),
                at: fault.at,
            })?;
            case.sent_immediate = facts.urgency == Urgency::Immediate;
            case.facts = Some(facts);
        }
        Ok(case)
    }

    /// The case after one more event of its decision stream.
    ///
    /// # Errors
    /// [`ReplayError`] if the event cannot have happened to this case.
    pub fn evolve(mut self, event: &Event, at: Moment) -> Result<Self, ReplayError> {
        self.position += 1;
        if event.is_about_work() {
            self.work_done(event, at)?;
            return Ok(self);
        }
        self.updated = at;
        let position = self.position;
        match event {
            Event::EnquiryReceived { .. }
            | Event::ReferralReceived { .. }
            | Event::CaseRead { .. }
            | Event::DisclosureRead { .. }
            | Event::PersonRead {}
            | Event::CaseFound { .. }
            | Event::SearchMade { .. }
            | Event::AccountChanged { .. }
            | Event::SettingsChanged { .. }
            | Event::RotaChanged { .. }
            | Event::DelegationGiven { .. }
            | Event::DelegationRevoked { .. }
            | Event::PackBegun { .. }
            | Event::PackOffered { .. }
            | Event::PackConfirmed { .. }
            | Event::PackWithdrawn { .. } => {
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
                // Only what the officer says now; the clinic may have corrected what they said before.
                if let (true, Some(facts)) = (part.get("urgency").is_some(), &self.facts) {
                    self.sent_immediate = facts.urgency == Urgency::Immediate;
                }
                self.notices_after_completion(at);
            }
            Event::ReferralWithdrawn { .. } => {
                self.withdrawn = true;
                // A closed case stays closed.
                if self.phase != Phase::Closed {
                    self.phase = Phase::Withdrawn;
                }
            }
            Event::Countersigned { by } => self.countersigned = Some((by.clone(), at)),
            Event::ReferralReassigned { to, .. } => {
                self.reassigned = Some(to.clone());
                self.reassigned_at = Some(at);
            }
            Event::RecipientNamed { by, to, .. } => {
                self.recipient = Some(to.account.clone());
                self.recipients_named.push((by.clone(), to.clone()));
                self.work.push((by.clone(), at, WorkDone::NamedRecipient));
            }
            Event::FactsSupplied { supplier, part, .. } => self.supply(part, *supplier, event)?,
            Event::RecordOpened { by, reason } => self.openings.push((by.clone(), reason.clone(), at)),
            Event::RepetitionReviewed { by, agreed, .. } => {
                self.repetition_review = Some((by.clone(), *agreed));
            }
            Event::ProposalMade { .. } => self.add_proposal(event, at),
            Event::PassagesLeftOut { n, whole, items, .. } => {
                self.proposal(*n, event)?.whole = Some((whole.clone(), items.clone()));
            }
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
                let proposal = self.proposal(*n, event)?;
                for record in &mut proposal.approvals {
                    if record.approval == *approval && record.telephone.is_some() {
                        record.confirmed = Some(*confirmed);
                    }
                }
                // An approval that its giver denies was never given: nothing rests on it that has not left yet.
                if !confirmed && matches!(proposal.state, ProposalState::Open | ProposalState::Decided) {
                    proposal.state = ProposalState::Declined;
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
                self.apply_promises(promises, Some(*n));
            }
            Event::GivenByTelephone { by, n, at: when, .. } => {
                self.proposal(*n, event)?;
                self.read_out.push(ReadOut { n: *n, by: by.clone(), at: *when });
            }
            Event::AdviceGiven { by, n, text } => {
                self.advice.push(Advice { by: by.clone(), text: text.clone(), at });
                if let Some(n) = n {
                    self.settle(*n, by, at, event)?;
                }
            }
            Event::CareOffered { by, n } => self.settle(*n, by, at, event)?,
            Event::DisclosureRecalled { n, promises, .. } => {
                let proposal = self.proposal(*n, event)?;
                proposal.state = ProposalState::Recalled;
                proposal.recalled = Some(at);
                self.apply_promises(promises, Some(*n));
            }
            Event::DestructionConfirmed { n, promises, .. }
            | Event::DestructionRefused { n, promises, .. } => {
                self.proposal(*n, event)?.state = ProposalState::Settled;
                self.apply_promises(promises, Some(*n));
            }
            Event::AfterReviewed { n, upheld, promises, .. } => {
                self.proposal(*n, event)?.after_review = Some(*upheld);
                self.apply_promises(promises, Some(*n));
            }
            Event::SafeRouteRecorded { route, address, phrase, code, lookup, language, .. } => {
                self.route = Some(SafeRoute {
                    route: *route,
                    address: address.clone(),
                    phrase: phrase.clone(),
                    code: code.clone(),
                    lookup: lookup.clone(),
                    language: language.unwrap_or_default(),
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
                self.apply_promises(promises, None);
                self.restart_notices(*start, at, promises);
            }
            Event::NoticeLapsed { n } => self.notice_status(*n, NoticeStatus::Lapsed),
            Event::NoticeEscalated { n, to } => self.notice_status(*n, NoticeStatus::Escalated(*to)),
            Event::NoticeDirected { n, .. } => {
                if let Some(notice) = self.notices.get_mut(n) {
                    notice.rule = NoticeRule::NotifyNow;
                    notice.status = NoticeStatus::Due(Some(crate::calendar::working_days_after(at.day(), 2)));
                    notice.since = at;
                    notice.directed = true;
                }
            }
            Event::NoticeSent { n, letter, promises } => {
                self.notice_status(*n, NoticeStatus::Sent(at));
                if let Some(notice) = self.notices.get_mut(n) {
                    notice.letter = Some(letter.clone());
                }
                self.apply_promises(promises, Some(*n));
            }
            Event::BreachReported { .. } => self.add_breach(event, at),
            Event::BreachNoted { by, n, kind, text } => {
                let note = Note { by: by.clone(), kind: *kind, text: text.clone(), at };
                self.breach(*n, event)?.notes.push(note);
            }
            Event::BreachReportedToCommissioner { by, n, at, reference, delay, promises } => {
                self.breach(*n, event)?.commissioner = Commissioner::Reported {
                    by: by.clone(),
                    at: *at,
                    reference: reference.clone(),
                    delay: delay.clone(),
                };
                self.apply_promises(promises, Some(*n));
            }
            Event::BreachNotReportable { by, n, reasons, promises } => {
                self.breach(*n, event)?.commissioner =
                    Commissioner::NotReportable { by: by.clone(), reasons: reasons.clone(), at };
                self.apply_promises(promises, Some(*n));
            }
            Event::BreachToBeTold { n, words, .. } => {
                self.breach(*n, event)?.telling = Telling::Owed { words: Some(words.clone()) };
            }
            Event::BreachNotTold { by, n, reasons } => {
                self.breach(*n, event)?.telling =
                    Telling::NotTold { by: by.clone(), reasons: reasons.clone(), at };
            }
            Event::BreachUnfounded { by, n, promises, .. } => {
                self.breach(*n, event)?.unfounded = Some((by.clone(), at));
                self.notice_status(*n, NoticeStatus::Never);
                self.apply_promises(promises, Some(*n));
            }
            Event::AffectedRouteRecorded { n, route, address, phrase, code, lookup, language, .. } => {
                self.breach(*n, event)?.route = Some(SafeRoute {
                    route: *route,
                    address: address.clone(),
                    phrase: phrase.clone(),
                    code: code.clone(),
                    lookup: lookup.clone(),
                    language: language.unwrap_or_default(),
                    confirmed: at,
                });
            }
            Event::AffectedRouteConfirmed { n, .. } => {
                if let Some(route) = &mut self.breach(*n, event)?.route {
                    route.confirmed = at;
                }
            }
            Event::CaseClosed { .. } => self.phase = Phase::Closed,
            // Above.
            Event::ConflictDeclared { .. }
            | Event::ConflictWithdrawn { .. }
            | Event::CaseTaken { .. }
            | Event::CaseHandedOver { .. }
            | Event::TimeSpent { .. }
            | Event::TimeTakenBack { .. }
            | Event::ConversationRecorded { .. } => {}
        }
        Ok(self)
    }

    /// What is about who works on the case, and moves no clock.
    fn work_done(&mut self, event: &Event, at: Moment) -> Result<(), ReplayError> {
        let position = self.position;
        let (by, done) = match event {
            Event::ConflictDeclared { by, why, text } => {
                let conflict =
                    Conflict { by: by.clone(), why: *why, text: text.clone(), at, withdrawn: false };
                self.conflicts.push(conflict);
                if self.holder.as_ref().is_some_and(|holder| holder.individual == by.individual) {
                    self.holder = None;
                }
                (by, WorkDone::StoodBack)
            }
            Event::ConflictWithdrawn { by, n, .. } => {
                let place = usize::try_from(*n).ok().and_then(|n| n.checked_sub(1));
                let found = place.and_then(|place| self.conflicts.get_mut(place));
                let conflict = found.ok_or(ReplayError::OutOfPlace { position, kind: event.kind() })?;
                conflict.withdrawn = true;
                (by, WorkDone::LetBack)
            }
            Event::CaseTaken { by } => {
                self.holder = Some(by.clone());
                (by, WorkDone::Took)
            }
            Event::CaseHandedOver { by, to, .. } => {
                self.holder.clone_from(to);
                (by, WorkDone::HandedOver)
            }
            Event::TimeSpent { by, minutes } => {
                self.time.push((by.clone(), *minutes));
                (by, WorkDone::Worked(*minutes))
            }
            Event::TimeTakenBack { by, minutes } => {
                let own = |(who, spent): &(By, u32)| who.account == by.account && spent == minutes;
                let last = self.time.iter().rposition(own);
                let last = last.ok_or(ReplayError::OutOfPlace { position, kind: event.kind() })?;
                self.time.remove(last);
                (by, WorkDone::TookBack(*minutes))
            }
            Event::ConversationRecorded { by, means, .. } => (by, WorkDone::Spoke(*means)),
            other => return Err(ReplayError::OutOfPlace { position, kind: other.kind() }),
        };
        self.work.push((by.clone(), at, done));
        Ok(())
    }

    fn proposal(&mut self, n: u32, event: &Event) -> Result<&mut Proposal, ReplayError> {
        let position = self.position;
        self.proposals.get_mut(&n).ok_or(ReplayError::NoSuchProposal { position, kind: event.kind(), n })
    }

    fn breach(&mut self, n: u32, event: &Event) -> Result<&mut Breach, ReplayError> {
        let position = self.position;
        self.breaches.get_mut(&n).ok_or(ReplayError::NoSuchProposal { position, kind: event.kind(), n })
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
        let facts = self.facts.as_ref().ok_or(ReplayError::OutOfPlace { position, kind: event.kind() })?;
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
            reasons,
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
                reasons: reasons.clone(),
                whole: None,
                download: *download,
                state: ProposalState::Open,
                decided: None,
                decided_at_position: None,
                released: None,
                recalled: None,
                emergency: false,
                after_review: None,
                notice_unsafe: false,
            },
        );
    }

    fn add_breach(&mut self, event: &Event, at: Moment) {
        let Event::BreachReported { by, n, kind, disclosure, happened, aware, what, people, promises } =
            event
        else {
            return;
        };
        let breach = Breach {
            n: *n,
            by: by.clone(),
            recorded: at,
            kind: *kind,
            disclosure: *disclosure,
            happened: *happened,
            aware: *aware,
            what: what.clone(),
            people: *people,
            notes: Vec::new(),
            commissioner: Commissioner::Undecided,
            telling: Telling::Undecided,
            unfounded: None,
            route: None,
        };
        self.breaches.insert(*n, breach);
        self.apply_promises(promises, Some(*n));
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
        // Whoever is owed a notice about a breach is told of it, whether or not somebody has written the words.
        if let Some(breach) = self.breaches.get_mut(&n)
            && !matches!(breach.telling, Telling::Owed { .. })
        {
            breach.telling = Telling::Owed { words: None };
        }
        let earlier = self.notices.get(&n).and_then(|notice| notice.promise.clone());
        self.notices.insert(
            n,
            Notice { rule, status, promise: promise.or(earlier), since: at, letter: None, directed: false },
        );
        self.apply_promises(promises, Some(n));
    }

    fn notice_status(&mut self, n: u32, status: NoticeStatus) {
        if let Some(notice) = self.notices.get_mut(&n) {
            notice.status = status;
        }
    }

    /// Notices that waited for a finding or a recovery are due from now.
    ///
    /// INVARIANT: the promises stand in the order of the notices, one for each that is restarted; the same condition
    /// chooses them when the event is decided.
    fn restart_notices(&mut self, start: ClockStart, at: Moment, promises: &[PromiseAct]) {
        let mut acts = promises.iter();
        for (n, notice) in &mut self.notices {
            if let NoticeStatus::Due(_) = notice.status
                && let Some(due) = crate::notice::due_after(notice.rule, start, at)
            {
                notice.status = NoticeStatus::Due(Some(due));
                if let Some(act) = acts.next() {
                    let promise = notice.promise.get_or_insert_with(|| act.promise().clone());
                    if let Some(owed) = self.promises.get_mut(promise) {
                        owed.about = Some(*n);
                    }
                }
            }
        }
    }

    /// Notices held for completion are owed from now, as any other; never later than they were.
    fn notices_after_completion(&mut self, at: Moment) {
        let soon = crate::calendar::working_days_after(at.day(), 2);
        for notice in self.notices.values_mut() {
            if let (NoticeStatus::Due(Some(day)), true) =
                (notice.status, notice.rule == NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify)
            {
                notice.status = NoticeStatus::Due(Some(day.min(soon)));
            }
        }
    }

    fn apply_promises(&mut self, acts: &[PromiseAct], about: Option<u32>) {
        for act in acts {
            match act {
                PromiseAct::Opened { promise, kind, until } => {
                    self.promises
                        .insert(promise.clone(), Promised { kind: *kind, until: *until, about, open: true });
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
}
