//! A case: the fold of its events.

mod evolve;

use crate::{
    actor::{By, Role},
    blob::BlobRef,
    breach::Breach,
    codes::{After, Approval, Basis, Condition, Ground, InitiatedBy, Item, NoticeRule, Outcome},
    conflict::Conflict,
    conversation::Means,
    event::{Caller, Escalation, LetterLanguage, MissingField, NoticePlan, Route, Telephone},
    facts::Facts,
    id::{AccountId, CaseId, ForceId, IndividualId, PromiseId, Reference, TrustId, UnitId},
    promise::PromiseKind,
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
    /// The event is about a proposal that was never made, or a breach that was never recorded.
    #[error("event {position} (`{kind}`) is about {n}, which is neither a proposal nor a breach of the case")]
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
    /// Why each item is needed, sealed under the case's key and never released; none where it was not said item by item.
    pub reasons: Option<BlobRef>,
    /// The text before passages were left out of some items, where any were: sealed under the case's key, never released.
    pub whole: Option<(BlobRef, Vec<Item>)>,
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
    /// When access to it ended.
    pub recalled: Option<Moment>,
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
    /// Whether legal or the reviewer directed that it is sent.
    pub directed: bool,
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
    /// The language of the letter.
    pub language: LetterLanguage,
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
    /// The number of the proposal or breach it is about.
    pub about: Option<u32>,
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

/// What was released, read out by telephone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOut {
    /// Which disclosure.
    pub n: u32,
    /// Who read it out.
    pub by: By,
    /// When.
    pub at: Moment,
}

/// Something done about who works on a case, as the person may hear of it: by role, and without why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkDone {
    /// Somebody stood back from it for a conflict of interest.
    StoodBack,
    /// The guardian let them work on it again.
    LetBack,
    /// A clinician took it.
    Took,
    /// A clinician handed it over.
    HandedOver,
    /// Somebody worked on it for so many minutes.
    Worked(u32),
    /// Somebody took back such a record.
    TookBack(u32),
    /// Somebody wrote down a telephone call or a meeting. Not with whom: it may be a relative who fears for them.
    Spoke(Means),
    /// The guardian named another officer to receive what is disclosed.
    NamedRecipient,
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
    /// To which officer it was given since, where a supervisor did that.
    pub reassigned: Option<By>,
    /// When a supervisor last did that.
    pub reassigned_at: Option<Moment>,
    /// Whether the officer took it back, whatever had become of it by then.
    pub withdrawn: bool,
    /// When.
    pub opened: Moment,
    /// How it began; `None` for an enquiry.
    pub origin: Option<InitiatedBy>,
    /// The force whose people see what its officers asked: that of the account that asks. Of a case that began by
    /// telephone it is none; see [`Case::asking_force`].
    pub force: Option<ForceId>,
    /// The officer who would receive, where a health worker began the case.
    pub recipient: Option<AccountId>,
    /// Who named another officer to receive since, and whom, oldest first.
    pub recipients_named: Vec<(By, By)>,
    /// Who rang, where a clinician began it for an officer without an account.
    pub caller: Option<Caller>,
    /// What was read out by telephone, oldest first.
    pub read_out: Vec<ReadOut>,
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
    /// Whether the officer marked it as an emergency when they did.
    pub sent_immediate: bool,
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
    /// Notices by the number of the proposal or breach they are about.
    pub notices: BTreeMap<u32, Notice>,
    /// Breaches by number.
    pub breaches: BTreeMap<u32, Breach>,
    /// The safe route.
    pub route: Option<SafeRoute>,
    /// When the person was recorded as found.
    pub found: Option<Moment>,
    /// When the person was recorded as recovered.
    pub recovered: Option<Moment>,
    /// Promises.
    pub promises: BTreeMap<PromiseId, Promised>,
    /// Conflicts of interest that were declared, by number from 1.
    pub conflicts: Vec<Conflict>,
    /// With whom the case is; `None` while it is nobody's.
    pub holder: Option<By>,
    /// Who worked on it, and for how many minutes at a time.
    pub time: Vec<(By, u32)>,
    /// What was done about who works on it: by whom, when and what.
    pub work: Vec<(By, Moment, WorkDone)>,
    /// Position of the last event.
    pub position: u64,
    /// When the last event happened that is not merely about who works on it.
    pub updated: Moment,
}

impl Case {
    /// Whether this is about one person, rather than an enquiry.
    #[must_use]
    pub const fn is_referral(&self) -> bool {
        self.facts.is_some()
    }

    /// The officer who asks: who sent it, or to whom a supervisor gave it since; `None` where a health worker began it.
    #[must_use]
    pub fn asker(&self) -> Option<&By> {
        self.reassigned.as_ref().or(Some(&self.opened_by)).filter(|by| by.role == Role::Officer)
    }

    /// Whoever has it outside the clinic: the officer who asks, or the health worker who began it.
    #[must_use]
    pub fn outside(&self) -> &By {
        self.reassigned.as_ref().unwrap_or(&self.opened_by)
    }

    /// The force that asks: that of the officer's account, or of whoever rang.
    ///
    /// SECURITY: for whoever reads the case as the clinic, for the person and for what the force is told of a recall. Who
    /// of the force may see the case is decided by `force` alone.
    #[must_use]
    pub fn asking_force(&self) -> Option<&ForceId> {
        self.force.as_ref().or_else(|| self.caller.as_ref().map(|caller| &caller.force))
    }

    /// The officer to whom something was released, where somebody else began the case.
    ///
    /// SECURITY: before the release nobody outside the clinic may learn that they were ever named.
    #[must_use]
    pub fn informed_recipient(&self) -> Option<&AccountId> {
        self.recipient.as_ref().filter(|_| self.informed().is_some())
    }

    /// The officer whom the clinic named to receive what it discloses of its own accord, informed or not; `None` where an
    /// officer asked.
    #[must_use]
    pub fn named_recipient(&self) -> Option<&AccountId> {
        self.recipient.as_ref().filter(|_| self.asker().is_none())
    }

    /// When something was first released to the recipient.
    #[must_use]
    pub fn informed(&self) -> Option<Moment> {
        self.proposals.values().filter_map(|proposal| proposal.released.as_ref()).map(|(at, _)| *at).min()
    }

    /// Whether the officer marked the referral as an emergency: it selects which of the two fixed times applies.
    ///
    /// SECURITY: what the clinic corrects in the facts afterwards changes nothing here, or the officer would see it.
    #[must_use]
    pub const fn marked_immediate(&self) -> bool {
        self.sent_immediate
    }

    /// Earlier referrals by the same force in the 90 days before, as Candour counted them.
    #[must_use]
    pub fn earlier_referrals(&self) -> u32 {
        self.facts.as_ref().map_or(0, |f| u32::from(f.repetition.same_force_referrals_90_days))
    }

    /// Whether a third referral in 90 days still waits for the reviewer, so that no record may be opened.
    #[must_use]
    pub fn repetition_waits(&self) -> bool {
        self.earlier_referrals() >= 2 && !matches!(self.repetition_review, Some((_, true)))
    }

    /// Whether a human being has declared a conflict of interest that stands.
    #[must_use]
    pub fn bars(&self, individual: &IndividualId) -> bool {
        self.conflicts.iter().any(|conflict| !conflict.withdrawn && conflict.by.individual == *individual)
    }

    /// The open promise of a kind about a proposal, if there is one.
    #[must_use]
    pub fn open_promise(&self, kind: PromiseKind, n: u32) -> Option<&PromiseId> {
        self.promises.iter().find(|(_, p)| p.kind == kind && p.about == Some(n) && p.open).map(|(id, _)| id)
    }
}
