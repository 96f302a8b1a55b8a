//! What may be asked of a case. Imperative; checked values only.
//!
//! There is no command for continuing reports and none for flagging a record.

use crate::{
    actor::Actor,
    blob::BlobRef,
    breach::NoteKind,
    codes::{Approval, InitiatedBy, Item},
    conflict::ConflictKind,
    conversation::Conversation,
    decide::breach::Reported,
    delegation::Standing,
    event::{Caller, ClockStart, LetterLanguage, MissingField, Route, Telephone},
    facts::{Facts, Supplier},
    id::{AccountId, CaseId, PromiseId, Reference, TrustId, UnitId},
    time::{Day, Moment},
    verdict::{OpenOutcome, Verdict},
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// Who acts, when, and fresh identifiers.
#[derive(Debug, Clone)]
pub struct Context {
    /// Who acts.
    pub actor: Actor,
    /// When.
    pub now: Moment,
    /// Fresh identifiers.
    pub fresh: Fresh,
    /// In which right they act, where they act as a guardian; looked up anew for each command.
    pub standing: Standing,
}

/// Fresh identifiers, drawn from 32 bytes of chance that the caller hands in.
#[derive(Debug, Clone)]
pub struct Fresh {
    seed: [u8; 32],
    drawn: u64,
}

impl Fresh {
    /// From 32 bytes of chance, used for nothing else.
    #[must_use]
    pub const fn new(seed: [u8; 32]) -> Self {
        Self { seed, drawn: 0 }
    }

    /// The next fresh promise.
    pub fn promise(&mut self) -> PromiseId {
        let mut hash = Sha256::new();
        hash.update(b"candour.promise.v1\n");
        hash.update(self.seed);
        hash.update(self.drawn.to_be_bytes());
        self.drawn += 1;
        let digest = hash.finalize();
        let mut bytes = [0_u8; 16];
        bytes.copy_from_slice(&digest[..16]);
        PromiseId::from_bytes(bytes)
    }
}

/// How a referral begins.
#[derive(Debug, Clone)]
pub struct NewReferral {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// The unit that will work on it.
    pub unit: UnitId,
    /// The unit's trust.
    pub trust: TrustId,
    /// Who started the flow.
    pub origin: InitiatedBy,
    /// The officer who would receive, where a health worker begins.
    pub recipient: Option<AccountId>,
    /// Who rang, where a clinician begins it for an officer without an account.
    pub caller: Option<Caller>,
    /// What is asked.
    pub question: BlobRef,
    /// Whom it is about.
    pub identity: Option<BlobRef>,
    /// The facts, with Candour's own filled in.
    pub facts: Facts,
    /// What the asker is told is missing.
    pub missing: Vec<MissingField>,
}

/// What a proposal says beside its outcome.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Items chosen, for a disclosure.
    pub items: Vec<Item>,
    /// Why it is necessary.
    pub necessity: BlobRef,
    /// Why it is proportionate.
    pub proportionality: BlobRef,
    /// What would be disclosed, advised or asked for.
    pub content: Option<BlobRef>,
    /// Which items the content covers.
    pub content_items: Vec<Item>,
    /// The last day of a deferral, where the rule defers.
    pub last_day: Option<Day>,
    /// Reasons for putting off notice.
    pub notice_reasons: Option<BlobRef>,
    /// Whether the officer may keep a copy.
    pub download: bool,
    /// The text before passages were left out, and of which items, where any were.
    pub left_out: Option<(BlobRef, Vec<Item>)>,
    /// Why each item is needed, and which items it says that of; none where nobody was asked item by item.
    pub reasons: Option<(BlobRef, Vec<Item>)>,
}

/// What may be asked of a case that exists.
#[derive(Debug, Clone)]
pub enum Command {
    /// By the officer, while the referral is with them.
    Complete {
        /// The part of the facts that the requester supplies.
        part: Value,
        /// What is missing now.
        missing: Vec<MissingField>,
    },
    /// By the officer.
    Withdraw,
    /// By a supervisor of the same force.
    Countersign,
    /// By a supervisor of the same force, to another of its officers.
    Reassign {
        /// Who takes it over.
        to: Actor,
    },
    /// By the guardian: what the clinic discloses of its own accord goes to another officer of the recipient's force.
    NameRecipient {
        /// Who was named until now.
        from: Actor,
        /// Who is named from now on.
        to: Actor,
        /// Why.
        reasons: BlobRef,
    },
    /// By whoever may supply these facts.
    SupplyFacts {
        /// In which capacity.
        supplier: Supplier,
        /// The part.
        part: Value,
    },
    /// By a clinician.
    OpenRecord {
        /// Why.
        reason: BlobRef,
    },
    /// By the reviewer.
    ReviewRepetition {
        /// Whether the record may be opened.
        agreed: bool,
        /// Why.
        reasons: BlobRef,
    },
    /// By a clinician: general advice from no record.
    Advise {
        /// What it says.
        text: BlobRef,
        /// The verdict on the facts as they stand now; `None` for an enquiry, which has no facts.
        current: Option<Box<Verdict>>,
    },
    /// By a clinician or guardian, or by the duty-holder for their own duty. The outcome is one that the gate opened.
    Propose {
        /// The open outcome.
        outcome: Box<OpenOutcome>,
        /// Digest of the verdict that opened it.
        verdict: String,
        /// The rest.
        draft: Box<Draft>,
    },
    /// By whoever gives the approval.
    Approve {
        /// Which proposal.
        n: u32,
        /// Which approval.
        approval: Approval,
        /// Given, or declined.
        agreed: bool,
        /// Why.
        reasons: BlobRef,
        /// Whose it was, where the decider records it for somebody on the telephone.
        telephone: Option<Telephone>,
        /// In which right whoever's approval it is approves, where they do so as a guardian.
        standing: Standing,
        /// The verdict on the facts as they stand now.
        current: Box<Verdict>,
    },
    /// By whoever gave an approval by telephone.
    AnswerTelephone {
        /// Which proposal.
        n: u32,
        /// Whether it was theirs.
        confirmed: bool,
    },
    /// By a clinician: telling before the disclosure would be unsafe.
    RecordNoticeUnsafe {
        /// Which proposal.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By legal or the reviewer: a notice that waited for them is sent now.
    DirectNotice {
        /// Which decision.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By a clinician: the person was found, or recovered.
    StartNoticeClock {
        /// What happened.
        start: ClockStart,
    },
    /// By a clinician.
    RecordSafeRoute {
        /// By which way.
        route: Route,
        /// Where to.
        address: BlobRef,
        /// The agreed phrase, as a hash.
        phrase: BlobRef,
        /// The letter's code.
        code: BlobRef,
        /// Keyed digest of the code.
        lookup: String,
        /// The language that they want to be written to in, if they were asked.
        language: Option<LetterLanguage>,
    },
    /// By a clinician.
    ConfirmSafeRoute,
    /// By a clinician, who read it out to somebody whom they had called back.
    GiveByTelephone {
        /// Which disclosure.
        n: u32,
        /// To whom, and which number was called.
        to: BlobRef,
        /// When.
        at: Moment,
    },
    /// By a clinician or guardian.
    Recall {
        /// Which disclosure.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By the officer; by a clinician who heard it from the force, where whoever asked has no account.
    ConfirmDestruction {
        /// Which disclosure.
        n: u32,
    },
    /// By the same: the law under which it is kept, and who has it.
    RefuseDestruction {
        /// Which disclosure.
        n: u32,
        /// The law, in the force's words.
        law: BlobRef,
    },
    /// By the reviewer.
    AfterReview {
        /// Which disclosure.
        n: u32,
        /// Whether it stands.
        upheld: bool,
        /// Why.
        reasons: BlobRef,
    },
    /// By a clinician, guardian, legal or the data protection officer.
    ReportBreach(Reported),
    /// By the officer who can read it: this is not the person they asked about.
    ReportWrongPerson {
        /// Which disclosure.
        n: u32,
        /// How they know.
        what: BlobRef,
    },
    /// Advice by the data protection officer; what was done by whoever may record a breach.
    NoteBreach {
        /// Which breach.
        n: u32,
        /// What it is.
        kind: NoteKind,
        /// The text.
        text: BlobRef,
    },
    /// By the guardian: it was reported to the Commissioner.
    ReportToCommissioner {
        /// Which breach.
        n: u32,
        /// When it was reported.
        at: Moment,
        /// The Commissioner's reference.
        reference: BlobRef,
        /// Why it was late.
        delay: Option<BlobRef>,
    },
    /// By the guardian: it is unlikely to result in a risk to anybody.
    FindNotReportable {
        /// Which breach.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By whoever reads the case as the clinic does, of themselves.
    DeclareConflict {
        /// Why.
        why: ConflictKind,
        /// What they wrote of it.
        text: Option<BlobRef>,
    },
    /// By the guardian: a declared conflict no longer stands.
    WithdrawConflict {
        /// Which, from 1.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By the guardian: the person is told.
    TellOfBreach {
        /// Which breach.
        n: u32,
        /// In these words.
        words: BlobRef,
    },
    /// By the guardian: the person is not told.
    DoNotTellOfBreach {
        /// Which breach.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By the guardian, or the reviewer where a notice is owed already: it was no breach.
    FindNoBreach {
        /// Which breach.
        n: u32,
        /// Why.
        reasons: BlobRef,
    },
    /// By a clinician: how somebody is reached whose information left though another was asked about.
    RecordAffectedRoute {
        /// Which breach.
        n: u32,
        /// By which way.
        route: Route,
        /// Where to.
        address: BlobRef,
        /// The agreed phrase, as a hash.
        phrase: BlobRef,
        /// The letter's code.
        code: BlobRef,
        /// Keyed digest of the code.
        lookup: String,
        /// The language that they want to be written to in, if they were asked.
        language: Option<LetterLanguage>,
    },
    /// By a clinician.
    ConfirmAffectedRoute {
        /// Which breach.
        n: u32,
    },
    /// By a clinician: the case is theirs to see to.
    Take,
    /// By a clinician.
    HandOver {
        /// To whom; `None` for back to the queue.
        to: Option<Actor>,
        /// What whoever goes on should know.
        note: BlobRef,
    },
    /// By whoever worked on the case.
    SpendTime {
        /// How long.
        minutes: u32,
    },
    /// By whoever recorded it.
    TakeTimeBack {
        /// How long.
        minutes: u32,
    },
    /// By whoever works on the case: a telephone call or a meeting, and the time that it took where they say so.
    RecordConversation {
        /// The conversation.
        conversation: Conversation,
        /// How long.
        minutes: Option<u32>,
    },
    /// By a clinician or guardian.
    Close {
        /// Why.
        reasons: BlobRef,
    },
}
