//! A case as the clinic sees it. Each full page is one read event, recorded before anything is returned.

use crate::{
    clinic_day, code_words,
    dates::ForReaders as _,
    engine::{Loaded, Service, open_event},
    error::{Answer, ServiceError},
    fact_lines,
    views::{
        AdviceView, ApprovalView, ClinicCase, DisclosedItem, NoticeView, OwnReport, PersonDetails,
        ProposalView, TimelineEntry,
    },
    words::Words,
    working::ItemReason,
};
use casework::{
    actor::{Actor, Role},
    case::{ApprovalRecord, Case, NoticeStatus, Phase, Proposal, ProposalState},
    codes::{Approval, InitiatedBy, Item, Outcome},
    decide,
    event::{Escalation, Event},
    facts::{Supplier, supplier_of},
    id::CaseId,
    refusal::Refusal,
    time::Day,
};
use serde_json::Value;

impl Service {
    /// A case, for those who work on it and those who review it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] for an unknown one and for another unit's alike.
    pub async fn clinic_case(&self, id: &CaseId, actor: &Actor) -> Answer<ClinicCase> {
        let loaded = self.load_as_clinic(id, actor).await?;
        let page = format!("{}/case", actor.role.as_str());
        self.record_read(id, &loaded.keys, &Event::CaseRead { by: actor.into(), page }).await?;
        let case = &loaded.case;
        let places = self.places().await;
        let mut proposals = Vec::new();
        for proposal in case.proposals.values() {
            proposals.push(self.proposal_view(&loaded, proposal, actor).await?);
        }
        let mut advice = Vec::new();
        for given in &case.advice {
            advice.push(AdviceView {
                at: given.at.for_readers(),
                text: self.text_of(id, &loaded.keys, &given.text).await?,
            });
        }
        let models = crate::models::of(case);
        // What is closed keeps the rules under which it was last judged.
        let gate = match &loaded.judged_under {
            Some(last) if case.phase == Phase::Closed => self.gate_under(last).await?,
            _ => self.parts.gate.clone(),
        };
        Ok(ClinicCase {
            id: id.to_string(),
            reference: case.reference.to_string(),
            origin: models.row.origin,
            phase: models.row.phase,
            stage: models.row.stage,
            unit: places.unit_title(&case.unit),
            force: case.asking_force().map(|force| places.force_title(force)),
            asked_by: self.asked_by(case).await?,
            recipient: self.recipient_view(case).await?,
            sent: case.sent.for_readers(),
            countersigned: case.countersigned.is_some(),
            question: self.text_of(id, &loaded.keys, &case.question).await?,
            person: self.identity_of(&loaded).await?.as_ref().map(person_details),
            facts: case.facts.as_ref().map(|facts| self.words().fact_lines(facts)).unwrap_or_default(),
            facts_wire: case.facts.as_ref().map_or(Value::Null, casework::facts::Facts::to_value),
            verdict: match (Self::judged_by(&gate, case)?, &case.facts) {
                (Some(verdict), Some(facts)) => Some(Words::of(gate.pack()).verdict(&verdict, facts)),
                _ => None,
            },
            rules_change: self.rules_change(&loaded).await?,
            notices: self.notice_views(case),
            breaches: self.breach_views(&loaded).await?,
            advice,
            route: case.route.as_ref().map(crate::breach_view::route_words),
            person_knows: person_knows(case),
            earlier_referrals: case.earlier_referrals(),
            repetition_waits: case.is_referral() && case.repetition_waits(),
            openings: case.openings.len(),
            held: clinic_day::held(case.holder.as_ref().map(|by| &by.account), actor),
            holder: match &case.holder {
                Some(by) => Some(self.who(by).await?),
                None => None,
            },
            colleagues: self.colleagues(case, actor).await?,
            conflicts: self.conflict_views(&loaded, actor).await?,
            minutes: clinic_day::recorded(case),
            tasks: self.tasks_for(id, actor).await?,
            awaited: crate::awaited::others(case, actor.role),
            answer_by: crate::awaited::answer_by(case, self.now()),
            timeline: self.timeline(&loaded, actor).await?,
            acts: acts(case, actor, &proposals),
            supplies: supplies(case, actor.role),
            proposals,
        })
    }

    /// Who asked, for people: whoever began the case, or an officer without an account for whom a clinician did.
    async fn asked_by(&self, case: &Case) -> Answer<String> {
        let who = self.who(&case.opened_by).await?;
        Ok(match &case.caller {
            Some(_) => ::words::phrase("view-asked-by-telephone").with("who", who).say(),
            None => who,
        })
    }

    /// A health worker's own report.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`] for an unknown one and for a colleague's alike.
    pub async fn own_report(&self, id: &CaseId, actor: &Actor) -> Answer<OwnReport> {
        let absent = || ServiceError::Refused(Refusal::NoSuchCase);
        let loaded = self.load_for(id, actor).await?.ok_or_else(absent)?;
        let case = &loaded.case;
        let own = case.opened_by.account == actor.account;
        if !own || !matches!(actor.role, Role::HealthWorker | Role::Clinician) {
            return Err(absent());
        }
        self.record_read(id, &loaded.keys, &Event::CaseRead { by: actor.into(), page: "report".to_owned() })
            .await?;
        let mut proposals = Vec::new();
        for proposal in case.proposals.values().filter(|p| is_own_duty(p)) {
            proposals.push(self.proposal_view(&loaded, proposal, actor).await?);
        }
        let own_duties = match (self.judged(case)?, &case.facts) {
            (Some(verdict), Some(facts)) if case.origin == Some(InitiatedBy::DutyHolder) => self
                .words()
                .verdict(&verdict, facts)
                .open
                .into_iter()
                .filter(|open| {
                    open.approvals
                        .iter()
                        .any(|a| a.code == Approval::IndividualProfessionalPersonalDuty.as_str())
                })
                .collect(),
            _ => Vec::new(),
        };
        Ok(OwnReport {
            id: id.to_string(),
            reference: case.reference.to_string(),
            unit: self.places().await.unit_title(&case.unit),
            sent: case.sent.for_readers(),
            question: self.text_of(id, &loaded.keys, &case.question).await?,
            returned: case.phase == Phase::Returned,
            missing: self.missing_views(&case.missing),
            proposals,
            own_duties,
        })
    }

    async fn proposal_view(
        &self,
        loaded: &Loaded,
        proposal: &Proposal,
        actor: &Actor,
    ) -> Answer<ProposalView> {
        let words = self.words();
        let id = &loaded.case.id;
        let blind = is_blind(proposal, actor);
        let hidden = |text: String| (!blind).then_some(text);
        let mut approvals = Vec::new();
        for code in &proposal.needed {
            approvals.push(self.approval_view(loaded, proposal, *code, actor, blind).await?);
        }
        for record in proposal.approvals.iter().filter(|a| !proposal.needed.contains(&a.approval)) {
            approvals.push(self.approval_view(loaded, proposal, record.approval, actor, blind).await?);
        }
        let text = match &proposal.content {
            Some(blob) => Some(self.text_of(id, &loaded.keys, blob).await?),
            None => None,
        };
        let (content, advice) = match (&text, proposal.outcome) {
            (Some(text), Outcome::Disclose) => (content_items(&words, text, &proposal.items), None),
            (Some(text), _) => (Vec::new(), Some(text.clone())),
            (None, _) => (Vec::new(), None),
        };
        let whole = match &proposal.whole {
            Some((blob, items)) => content_items(&words, &self.text_of(id, &loaded.keys, blob).await?, items),
            None => Vec::new(),
        };
        let reasons = match &proposal.reasons {
            Some(blob) => item_reasons(&words, &self.text_of(id, &loaded.keys, blob).await?, &proposal.items),
            None => Vec::new(),
        };
        Ok(ProposalView {
            whole,
            // Where there are none, there is none to hide.
            reasons: (!blind || reasons.is_empty()).then_some(reasons),
            n: proposal.n,
            outcome: words.outcome(proposal.outcome),
            basis: proposal.basis.map(|basis| words.basis(basis)),
            state: state_word(proposal.state).to_owned(),
            items: proposal.items.iter().map(|item| words.item(*item)).collect(),
            necessity: hidden(self.text_of(id, &loaded.keys, &proposal.necessity).await?),
            proportionality: hidden(self.text_of(id, &loaded.keys, &proposal.proportionality).await?),
            content,
            advice,
            approvals,
            notice: words.notice_rule(proposal.notice.rule),
            last_day: proposal.notice.last_day.map(Day::for_readers),
            conditions: proposal.conditions.iter().map(|code| words.condition(*code)).collect(),
            after: proposal.after.iter().map(|code| words.after(*code)).collect(),
            by: self.who(&proposal.by).await?,
            at: proposal.at.for_readers(),
            waits_for: waits_for(&loaded.case, proposal),
            emergency: proposal.emergency,
            after_review_owed: proposal.emergency && proposal.after_review.is_none(),
            blind,
            under: match loaded.decided_under.get(&proposal.n) {
                Some(digest) => Some(self.gate_under(digest).await?.pack().name()),
                None => None,
            },
        })
    }

    async fn approval_view(
        &self,
        loaded: &Loaded,
        proposal: &Proposal,
        code: Approval,
        actor: &Actor,
        blind: bool,
    ) -> Answer<ApprovalView> {
        let record = proposal.approvals.iter().find(|a| a.approval == code);
        let reasons = match record {
            Some(record) if !blind => {
                Some(self.text_of(&loaded.case.id, &loaded.keys, &record.reasons).await?)
            }
            _ => None,
        };
        let who = match record {
            Some(ApprovalRecord { telephone: Some(telephone), .. }) => {
                let by = casework::actor::By {
                    account: telephone.account.clone(),
                    individual: telephone.individual.clone(),
                    role: telephone.role,
                };
                Some(self.who(&by).await?)
            }
            Some(record) => Some(self.who(&record.by).await?),
            None => None,
        };
        let state = match record {
            None => "waiting",
            // Blind means blind to the direction of the first opinion too.
            Some(_) if blind => "given or declined",
            Some(record) if record.agreed => "given",
            Some(_) => "declined",
        };
        Ok(ApprovalView {
            approval: self.words().approval(code),
            state: state.to_owned(),
            who,
            at: record.map(|a| a.at.for_readers()),
            reasons,
            telephone: record.filter(|a| a.telephone.is_some()).map(|a| match a.confirmed {
                None => ::words::say("view-telephone-to-confirm"),
                Some(true) => ::words::say("view-telephone-confirmed"),
                Some(false) => ::words::say("view-telephone-denied"),
            }),
            yours: record.is_none() && may_give(&loaded.case, proposal, code, actor),
        })
    }

    fn notice_views(&self, case: &Case) -> Vec<NoticeView> {
        case.notices
            .iter()
            .map(|(n, notice)| NoticeView {
                n: *n,
                rule: self.words().notice_rule(notice.rule),
                state: match notice.status {
                    NoticeStatus::Due(Some(day)) => {
                        ::words::phrase("view-notice-due").with("day", day.for_readers()).say()
                    }
                    NoticeStatus::Due(None) => ::words::say("view-notice-waits"),
                    NoticeStatus::Deferred(ground, day) => ::words::phrase("view-notice-deferred")
                        .with("day", day.for_readers())
                        .with("ground", code_words::ground(ground))
                        .say(),
                    NoticeStatus::Lapsed => ::words::say("view-notice-lapsed"),
                    NoticeStatus::Escalated(Escalation::NoSafeRoute) => {
                        ::words::say("view-notice-no-safe-route")
                    }
                    NoticeStatus::Escalated(_) => ::words::say("view-notice-escalated"),
                    NoticeStatus::Sent(at) => {
                        ::words::phrase("view-notice-sent").with("at", at.for_readers()).say()
                    }
                    NoticeStatus::Never => ::words::say("view-notice-never"),
                },
                escalated: matches!(notice.status, NoticeStatus::Escalated(_)),
            })
            .collect()
    }

    async fn timeline(&self, loaded: &Loaded, actor: &Actor) -> Answer<Vec<TimelineEntry>> {
        let mut found = Vec::new();
        for stored in &loaded.events {
            let event = open_event(&loaded.keys, stored)?;
            let Some(line) = crate::timeline::line(&event, &loaded.case, actor, self.words()) else {
                continue;
            };
            let who = match &line.by {
                Some(by) => Some(self.who(by).await?),
                None => None,
            };
            let text = match &line.text {
                Some(blob) => Some(self.text_of(&loaded.case.id, &loaded.keys, blob).await?),
                None => None,
            };
            found.push(TimelineEntry {
                at: stored.time.for_readers(),
                at_machine: stored.time.rfc3339(),
                what: line.what,
                who,
                text,
                kind: event.kind().to_owned(),
            });
        }
        Ok(found)
    }
}

fn is_own_duty(proposal: &Proposal) -> bool {
    proposal.needed.contains(&Approval::IndividualProfessionalPersonalDuty)
}

/// A second clinician whose own opinion is asked for and not yet given sees nobody else's.
pub(crate) fn is_blind(proposal: &Proposal, actor: &Actor) -> bool {
    actor.role == Role::SecondClinician
        && proposal.needed.contains(&Approval::SecondSeniorClinicianTwoPerson)
        && !proposal.approvals.iter().any(|a| {
            a.approval == Approval::SecondSeniorClinicianTwoPerson && a.individual() == &actor.individual
        })
}

fn may_give(case: &Case, proposal: &Proposal, code: Approval, actor: &Actor) -> bool {
    if proposal.state != ProposalState::Open || case.phase != Phase::Open {
        return false;
    }
    match casework::awaiting::approval_role(code) {
        None => case.opened_by.account == actor.account,
        Some(Role::Guardian) => {
            actor.role == Role::Guardian
                && proposal
                    .outstanding()
                    .iter()
                    .all(|other| casework::awaiting::approval_role(*other) == Some(Role::Guardian))
        }
        Some(role) => role == actor.role,
    }
}

fn content_items(words: &Words<'_>, text: &str, items: &[Item]) -> Vec<DisclosedItem> {
    let content: Value = serde_json::from_str(text).unwrap_or_default();
    items
        .iter()
        .filter_map(|item| {
            let text = content.get(item.as_str())?.as_str()?.to_owned();
            Some(DisclosedItem { item: words.item(*item), text })
        })
        .collect()
}

fn item_reasons(words: &Words<'_>, text: &str, items: &[Item]) -> Vec<ItemReason> {
    let said = content_items(words, text, items);
    said.into_iter().map(|part| ItemReason { item: part.item, reason: part.text }).collect()
}

const fn state_word(state: ProposalState) -> &'static str {
    match state {
        ProposalState::Open => "open",
        ProposalState::Declined => "declined",
        ProposalState::Decided => "decided",
        ProposalState::Released => "released",
        ProposalState::Recalled => "recalled",
        ProposalState::Settled => "settled",
    }
}

fn waits_for(case: &Case, proposal: &Proposal) -> Option<String> {
    if proposal.outcome != Outcome::Disclose || proposal.state != ProposalState::Decided {
        return None;
    }
    Some(if decide::release_waits_for(case, proposal.n) {
        ::words::say("view-waits-for-telling")
    } else {
        ::words::say("view-waits-for-witnesses")
    })
}

fn person_details(value: &Value) -> PersonDetails {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    PersonDetails {
        name: text("name").unwrap_or_default(),
        date_of_birth: text("date_of_birth").and_then(|day| Day::parse(&day)).map(Day::for_readers),
        nhs_number: text("nhs_number").map(|n| match (n.get(..3), n.get(3..6), n.get(6..)) {
            (Some(a), Some(b), Some(c)) => format!("{a} {b} {c}"),
            _ => n,
        }),
        address: text("address"),
    }
}

/// What the person has been told, in a sentence. What somebody else is told of a breach is not theirs.
fn person_knows(case: &Case) -> String {
    let own = || {
        let of_another =
            |n: &u32| case.breaches.get(n).is_some_and(casework::breach::Breach::concerns_another);
        case.notices.iter().filter(move |(n, _)| !of_another(n)).map(|(_, notice)| notice)
    };
    let sent = own().filter(|n| matches!(n.status, NoticeStatus::Sent(_))).count();
    let owed = own().filter(|n| !matches!(n.status, NoticeStatus::Sent(_) | NoticeStatus::Never)).count();
    match (sent, owed) {
        (0, 0) => ::words::say("view-knows-nothing-due"),
        (0, _) => ::words::say("view-knows-owed"),
        (_, 0) => ::words::say("view-knows-all"),
        _ => ::words::say("view-knows-some"),
    }
}

/// What this reader's role can do here.
fn acts(case: &Case, actor: &Actor, proposals: &[ProposalView]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let open = case.phase == Phase::Open;
    let mut add = |act: &str| found.push(act.to_owned());
    let clinician = actor.role == Role::Clinician;
    let decides = clinician || actor.role == Role::Guardian;
    if open && case.is_referral() && matches!(actor.role, Role::Clinician | Role::Safeguarding | Role::Legal)
    {
        add("supply-facts");
    }
    let opens = matches!(actor.role, Role::Clinician | Role::SecondClinician);
    if open && case.is_referral() && opens && !case.repetition_waits() {
        add("open-record");
    }
    if open && clinician {
        add("advise");
    }
    if open && decides && case.is_referral() {
        add("propose");
    }
    for view in proposals {
        for approval in view.approvals.iter().filter(|a| a.yours) {
            add(&format!("approve:{}:{}", view.n, approval.approval.code));
        }
        let Some(proposal) = case.proposals.get(&view.n) else { continue };
        // One's own is given in one's own account, so that nothing is left to write down where only that waits.
        let others_wait = view.approvals.iter().any(|a| a.state == "waiting" && !a.yours);
        if others_wait && open && decides && proposal.state == ProposalState::Open && proposal.is_urgent() {
            add(&format!("telephone:{}", view.n));
        }
        for_proposal(proposal, actor, open, &mut add);
    }
    if clinician && case.is_referral() {
        add("safe-route");
        if case.route.is_some() {
            add("confirm-route");
        }
        for (done, act) in [(case.found.is_some(), "found"), (case.recovered.is_some(), "recovered")] {
            if !done {
                add(act);
            }
        }
    }
    for (n, notice) in &case.notices {
        let waits = matches!(notice.status, NoticeStatus::Escalated(_));
        if waits && matches!(actor.role, Role::Legal | Role::Reviewer) {
            add(&format!("direct-notice:{n}"));
        }
    }
    let third = case.earlier_referrals() >= 2 && case.repetition_review.is_none();
    if open && actor.role == Role::Reviewer && third {
        add("review-repetition");
    }
    if actor.role == Role::Guardian && case.named_recipient().is_some() {
        add("name-recipient");
    }
    clinic_day::acts(case, actor, &mut add);
    if decides && case.phase != Phase::Closed {
        add("close");
    }
    crate::breach_view::acts(case, actor, &mut add);
    crate::emergencies::acts(case, actor, &mut add);
    found
}

fn for_proposal(proposal: &Proposal, actor: &Actor, open: bool, add: &mut impl FnMut(&str)) {
    let n = proposal.n;
    let decides = matches!(actor.role, Role::Clinician | Role::Guardian);
    let undecided = open && proposal.state == ProposalState::Open;
    // A refusal or return is decided by one approval of a clinician or guardian.
    if undecided && decides && matches!(proposal.outcome, Outcome::Refuse | Outcome::Return) {
        let code = if actor.role == Role::Guardian {
            Approval::CaldicottGuardian
        } else {
            Approval::TreatingClinicianOpinion
        };
        add(&format!("approve:{n}:{}", code.as_str()));
    }
    let theirs = |a: &ApprovalRecord| a.telephone.as_ref().is_some_and(|t| t.account == actor.account);
    if proposal.approvals.iter().any(|a| theirs(a) && a.confirmed.is_none()) {
        add(&format!("confirm-telephone:{n}"));
    }
    let before = casework::notice::holds_release(proposal.notice.rule) && !proposal.notice_unsafe;
    let not_out = matches!(proposal.state, ProposalState::Open | ProposalState::Decided);
    if actor.role == Role::Clinician && before && not_out && proposal.outcome == Outcome::Disclose {
        add(&format!("notice-unsafe:{n}"));
    }
    if proposal.state == ProposalState::Released && (decides || actor.role == Role::Reviewer) {
        add(&format!("recall:{n}"));
    }
    if actor.role == Role::Reviewer && proposal.emergency && proposal.after_review.is_none() {
        add(&format!("after-review:{n}"));
    }
}

/// The fields that this role supplies.
fn supplies(case: &Case, role: Role) -> Vec<String> {
    let supplier = match role {
        Role::Clinician => Supplier::Clinic,
        Role::Safeguarding => Supplier::Safeguarding,
        Role::Legal => Supplier::Legal,
        _ => return Vec::new(),
    };
    if !case.is_referral() {
        return Vec::new();
    }
    fact_lines::FIELDS
        .iter()
        .filter(|field| supplier_of(field) == Some(supplier))
        .map(|field| (*field).to_owned())
        .collect()
}
