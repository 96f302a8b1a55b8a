//! What can happen in a case. Past tense; one variant a fact; ids, codes and digests only.
//!
//! There is no event for a continuing report about somebody and none for a flag on a record: what has no event
//! cannot be done. Consent asked and given on the page, renewals of deferrals, challenge, onward referral and
//! erasure have their classes in [`Class`] and get their events when they are built.

use crate::{
    actor::{By, Role},
    blob::BlobRef,
    breach::{BreachKind, NoteKind},
    codes::{After, Approval, Basis, Condition, Ground, InitiatedBy, Item, NoticeRule, Outcome, Who},
    conflict::ConflictKind,
    conversation::{Means, Party},
    delegation::{RotaKind, Scope},
    facts::Supplier,
    id::{AccountId, ForceId, IndividualId, Reference, TrustId, UnitId},
    promise::PromiseAct,
    search::SearchBy,
    time::{Day, Moment},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A row of what is missing, as an officer may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingField {
    /// JSON pointer into the facts.
    pub field: String,
    /// The basis that it would cure.
    pub basis: Basis,
    /// Who can put it right.
    pub who: Who,
}

/// An approval taken by telephone in an emergency: whose it was, and when it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telephone {
    /// The account of whoever gave it.
    pub account: AccountId,
    /// The human being.
    pub individual: IndividualId,
    /// Their role.
    pub role: Role,
    /// When they gave it.
    pub at: Moment,
}

/// Whoever rang the clinic in an emergency and has no account.
///
/// SECURITY: their force stands here and not as the case's own, by which supervisors see what their officers asked: what
/// is asked by telephone is in no account's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caller {
    /// Their force.
    pub force: ForceId,
    /// Their name, their rank or number, and the control room's number as it was looked up.
    pub who: BlobRef,
}

/// How notice is to be given for one decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticePlan {
    /// The rule of the verdict.
    pub rule: NoticeRule,
    /// The ground on which notice is put off.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ground: Option<Ground>,
    /// The last day of the deferral.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last_day: Option<Day>,
    /// The day on which an order's ban on telling ends, where one does.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ban_ends_on: Option<Day>,
    /// Why it is put off, or why telling beforehand would be unsafe.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reasons: Option<BlobRef>,
}

/// By which route the person can be reached safely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// A plain letter to an address that the person agreed.
    Post,
    /// Handed over by a clinician whom the person sees anyway.
    InPerson,
    /// A plain letter to a representative.
    Representative,
}

impl Route {
    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "post" => Some(Self::Post),
            "in-person" => Some(Self::InPerson),
            "representative" => Some(Self::Representative),
            _ => None,
        }
    }
}

/// In which language somebody wants to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LetterLanguage {
    /// English: what a letter is in where nobody said anything else.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Welsh.
    #[serde(rename = "cy")]
    Welsh,
    /// Both, the Welsh first.
    #[serde(rename = "both")]
    Both,
}

impl LetterLanguage {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::English, Self::Welsh, Self::Both];

    /// The code: of a language, its two letters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
            Self::Both => "both",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.as_str() == code)
    }
}

/// What starts a notice's clock where the decision does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockStart {
    /// The missing person was found.
    Found,
    /// The person recovered capacity.
    Recovered,
}

/// To whom a notice goes that could not be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Escalation {
    /// No safe route was confirmed within seven days: the reviewer.
    NoSafeRoute,
    /// Telling might be an offence: legal and the panel, who send or renew within two working days.
    LegalAndPanel,
    /// An approval given by telephone was not confirmed within 24 hours: the reviewer.
    TelephoneUnconfirmed,
}

/// One fact that happened in a case.
///
/// A member that is not known is refused: a reader that dropped it would take two facts for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// A question that names nobody.
    EnquiryReceived { by: By, reference: Reference, unit: UnitId, trust: TrustId, question: BlobRef },
    /// A request about one person, or a health worker's or duty-holder's own report.
    ReferralReceived {
        by: By,
        reference: Reference,
        unit: UnitId,
        trust: TrustId,
        origin: InitiatedBy,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        force: Option<ForceId>,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        recipient: Option<AccountId>,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        caller: Option<Caller>,
        question: BlobRef,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        identity: Option<BlobRef>,
        facts: Value,
        missing: Vec<MissingField>,
    },
    /// Sent back for what is missing.
    ReferralReturned { by: By, n: u32, missing: Vec<MissingField> },
    /// The officer supplied what was missing.
    ReferralCompleted { by: By, part: Value, missing: Vec<MissingField> },
    /// The officer took it back.
    ReferralWithdrawn { by: By },
    /// A supervisor of the same force signed too.
    Countersigned { by: By },
    /// A supervisor of the same force gave it to another officer, who alone sees it from then on.
    ReferralReassigned { by: By, to: By },
    /// The guardian named another officer to receive what the clinic discloses of its own accord; that one alone has it from
    /// then on.
    RecipientNamed { by: By, to: By, reasons: BlobRef },
    /// Facts supplied, or another's entry corrected, by whoever may supply them.
    FactsSupplied {
        by: By,
        #[serde(with = "supplier_code")]
        supplier: Supplier,
        part: Value,
    },
    /// A clinician opened the person's record.
    RecordOpened { by: By, reason: BlobRef },
    /// The reviewer looked at a third referral in 90 days before any record was opened.
    RepetitionReviewed { by: By, agreed: bool, reasons: BlobRef },
    /// An outcome was proposed.
    ProposalMade {
        by: By,
        n: u32,
        outcome: Outcome,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        basis: Option<Basis>,
        items: Vec<Item>,
        approvals: Vec<Approval>,
        after: Vec<After>,
        conditions: Vec<Condition>,
        notice: NoticePlan,
        verdict: String,
        necessity: BlobRef,
        proportionality: BlobRef,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        content: Option<BlobRef>,
        /// Why each item is needed; proposals from before it was asked have none.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        reasons: Option<BlobRef>,
        download: bool,
    },
    /// Passages were left out of what is proposed. The whole text stays with the clinic, sealed as everything of the case;
    /// what leaves never held them.
    PassagesLeftOut { by: By, n: u32, whole: BlobRef, items: Vec<Item> },
    /// Somebody approved, or declined to.
    ApprovalGiven {
        by: By,
        n: u32,
        approval: Approval,
        agreed: bool,
        reasons: BlobRef,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        telephone: Option<Telephone>,
    },
    /// Whoever gave an approval by telephone confirmed it in their own account, or denied it.
    TelephoneApprovalAnswered { by: By, n: u32, approval: Approval, confirmed: bool },
    /// An approval given by telephone was not confirmed in time, or was denied: the reviewer hears of it.
    TelephoneApprovalEscalated { n: u32, approval: Approval },
    /// A named person decided to disclose.
    DisclosureDecided { by: By, n: u32, verdict: String },
    /// A named person decided that nothing is disclosed.
    DisclosureRefused { by: By, n: u32 },
    /// A request to watch somebody was refused; counted in public.
    MonitoringRefused { n: u32 },
    /// A disclosure can be read by the officer.
    DisclosureReleased { n: u32, content: BlobRef, index: u64, size: u64 },
    /// A disclosure went out in an emergency, before witnesses saw its decision; an after-review is owed.
    EmergencyReleased { n: u32, content: BlobRef, promises: Vec<PromiseAct> },
    /// A clinician read out on the telephone what was released, to somebody who was called back; it counts as read.
    GivenByTelephone { by: By, n: u32, to: BlobRef, at: Moment },
    /// Advice was given, from no record and silent on whether the person is known.
    AdviceGiven {
        by: By,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        n: Option<u32>,
        text: BlobRef,
    },
    /// Care was offered to the person; the officer never learns of it.
    CareOffered { by: By, n: u32 },
    /// Access to a disclosure ended.
    DisclosureRecalled { by: By, n: u32, reasons: BlobRef, promises: Vec<PromiseAct> },
    /// The force destroyed what it had.
    DestructionConfirmed { by: By, n: u32, promises: Vec<PromiseAct> },
    /// The force keeps it and names the law that makes it, and who has it.
    DestructionRefused { by: By, n: u32, law: BlobRef, promises: Vec<PromiseAct> },
    /// Somebody independent looked at an emergency afterwards.
    AfterReviewed { by: By, n: u32, upheld: bool, reasons: BlobRef, promises: Vec<PromiseAct> },
    /// A clinician recorded how this person can be reached safely.
    SafeRouteRecorded {
        by: By,
        route: Route,
        address: BlobRef,
        phrase: BlobRef,
        code: BlobRef,
        lookup: String,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        language: Option<LetterLanguage>,
    },
    /// A clinician confirmed that the route is still safe.
    SafeRouteConfirmed { by: By },
    /// The person, or their representative, is owed a notice.
    NoticeDue {
        n: u32,
        rule: NoticeRule,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        due: Option<Day>,
        promises: Vec<PromiseAct>,
    },
    /// Notice was put off on a ground, until a last day.
    NoticeDeferred { n: u32, rule: NoticeRule, ground: Ground, last_day: Day, promises: Vec<PromiseAct> },
    /// A clinician recorded that telling before the disclosure would be unsafe.
    NoticeUnsafe { by: By, n: u32, reasons: BlobRef },
    /// Something happened that starts a notice's clock.
    NoticeClockStarted { by: By, start: ClockStart, promises: Vec<PromiseAct> },
    /// A deferral ended by itself.
    NoticeLapsed { n: u32 },
    /// A notice could not be sent by itself: reviewer, or legal and panel.
    NoticeEscalated { n: u32, to: Escalation },
    /// Legal or the reviewer directed that a notice which waited for them is sent now.
    NoticeDirected { by: By, n: u32, reasons: BlobRef },
    /// The letter was handed to the outbox.
    NoticeSent { n: u32, letter: BlobRef, promises: Vec<PromiseAct> },
    /// A breach of personal data was recorded; a decision about the Commissioner is owed.
    BreachReported {
        by: By,
        n: u32,
        kind: BreachKind,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        disclosure: Option<u32>,
        happened: Moment,
        aware: Moment,
        what: BlobRef,
        people: u32,
        promises: Vec<PromiseAct>,
    },
    /// The data protection officer advised on a breach, or what was done about it was recorded.
    BreachNoted { by: By, n: u32, kind: NoteKind, text: BlobRef },
    /// A breach was reported to the Commissioner.
    BreachReportedToCommissioner {
        by: By,
        n: u32,
        at: Moment,
        reference: BlobRef,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        delay: Option<BlobRef>,
        promises: Vec<PromiseAct>,
    },
    /// A named person decided that a breach need not be reported.
    BreachNotReportable { by: By, n: u32, reasons: BlobRef, promises: Vec<PromiseAct> },
    /// A named person decided that the person is told of a breach, in these words.
    BreachToBeTold { by: By, n: u32, words: BlobRef },
    /// A named person decided that the person is not told of a breach.
    BreachNotTold { by: By, n: u32, reasons: BlobRef },
    /// A named person found that it was no breach.
    BreachUnfounded { by: By, n: u32, reasons: BlobRef, promises: Vec<PromiseAct> },
    /// A clinician recorded how somebody can be reached safely whose information left though another was asked about.
    AffectedRouteRecorded {
        by: By,
        n: u32,
        route: Route,
        address: BlobRef,
        phrase: BlobRef,
        code: BlobRef,
        lookup: String,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        language: Option<LetterLanguage>,
    },
    /// A clinician confirmed that this route is still safe.
    AffectedRouteConfirmed { by: By, n: u32 },
    /// Somebody of the clinic declared that they have a conflict of interest, and stands back.
    ConflictDeclared {
        by: By,
        why: ConflictKind,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        text: Option<BlobRef>,
    },
    /// The guardian withdrew the n-th declared conflict.
    ConflictWithdrawn { by: By, n: u32, reasons: BlobRef },
    /// A clinician took the case.
    CaseTaken { by: By },
    /// A clinician handed the case to a colleague, or back to the queue.
    CaseHandedOver {
        by: By,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        to: Option<By>,
        note: BlobRef,
    },
    /// Somebody worked on the case for so long.
    TimeSpent { by: By, minutes: u32 },
    /// What was recorded last by them was a slip.
    TimeTakenBack { by: By, minutes: u32 },
    /// Somebody who works on the case wrote down a telephone call or a meeting: with whom, when it took place, and what was
    /// said and advised.
    ConversationRecorded { by: By, means: Means, with: Party, at: Moment, text: BlobRef },
    /// Nothing more is to be done.
    CaseClosed { by: By, reasons: BlobRef },
    /// Somebody looked at a full page of the case (stream of reads).
    CaseRead { by: By, page: String },
    /// The officer looked at a disclosure (stream of reads).
    DisclosureRead { by: By, n: u32 },
    /// The person, or their representative, looked at their page (stream of reads).
    PersonRead {},
    /// Somebody found the case by searching for the person it is about (stream of reads).
    CaseFound { by: By, means: SearchBy },
    /// Somebody searched, and how many cases were found (stream of accounts); never for what.
    SearchMade { by: By, means: SearchBy, found: u32 },
    /// An account was made or changed (stream of accounts).
    AccountChanged { by: Option<By>, account: AccountId, change: String },
    /// A setting was changed (stream of accounts).
    SettingsChanged { by: Option<By>, setting: String, digest: String },
    /// An administrator changed the rota, or who is listed as a deputy (stream of accounts, as those that follow).
    RotaChanged {
        by: By,
        rota: RotaKind,
        place: String,
        account: AccountId,
        first: Day,
        last: Day,
        removed: bool,
    },
    /// A guardian delegated in writing to a deputy.
    DelegationGiven {
        by: By,
        delegation: String,
        to: By,
        first: Day,
        last: Day,
        scope: Scope,
        document: BlobRef,
    },
    /// A guardian revoked a delegation.
    DelegationRevoked { by: By, delegation: String },
    /// The policy pack with which the service was first started (stream of accounts, as those that follow).
    PackBegun { pack: String, name: String },
    /// An administrator offered a policy pack: its digest, id and version.
    PackOffered { by: By, pack: String, name: String },
    /// A second administrator or the legal service confirmed it; with the second confirmation it is adopted.
    PackConfirmed { by: By, pack: String, adopts: bool },
    /// What was offered was taken back.
    PackWithdrawn { by: By, pack: String },
}

/// The wire form of a supplier.
mod supplier_code {
    use crate::facts::Supplier;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    const fn code(supplier: Supplier) -> &'static str {
        match supplier {
            Supplier::Requester => "requester",
            Supplier::Supervisor => "supervisor",
            Supplier::Clinic => "clinic",
            Supplier::Safeguarding => "safeguarding",
            Supplier::Legal => "legal",
            Supplier::DutyHolder => "duty-holder",
            Supplier::Candour => "candour",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde's `with` asks for")]
    pub(super) fn serialize<S: Serializer>(supplier: &Supplier, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(code(*supplier))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Supplier, D::Error> {
        let text = String::deserialize(d)?;
        Supplier::ALL
            .iter()
            .copied()
            .find(|s| code(*s) == text)
            .ok_or_else(|| D::Error::custom("not a supplier of facts"))
    }
}

/// A payload that does not fit its kind.
#[derive(Debug, thiserror::Error)]
#[error("`{kind}`: {why}")]
pub struct PayloadError {
    /// The kind, as in the header.
    pub kind: String,
    /// What was wrong, naming members and never their values.
    pub why: String,
}

impl Event {
    /// The payload, without the kind, which stands in the header.
    ///
    /// # Errors
    /// [`PayloadError`] if the event cannot be written as JSON.
    pub fn to_payload(&self) -> Result<Value, PayloadError> {
        match serde_json::to_value(self) {
            Ok(Value::Object(one)) => {
                one.into_iter().next().map(|(_, payload)| payload).ok_or_else(|| self.unwritable())
            }
            _ => Err(self.unwritable()),
        }
    }

    fn unwritable(&self) -> PayloadError {
        PayloadError { kind: self.kind().to_owned(), why: "cannot be written as JSON".to_owned() }
    }

    /// Whether it is about who works on the case, and moves nothing that is waited for: no clock runs from it.
    #[must_use]
    pub const fn is_about_work(&self) -> bool {
        matches!(
            self,
            Self::ConflictDeclared { .. }
                | Self::ConflictWithdrawn { .. }
                | Self::CaseTaken { .. }
                | Self::CaseHandedOver { .. }
                | Self::TimeSpent { .. }
                | Self::TimeTakenBack { .. }
                | Self::ConversationRecorded { .. }
        )
    }

    /// The event for a kind and its payload.
    ///
    /// # Errors
    /// [`PayloadError`] for an unknown kind, or members that are missing or of another form.
    pub fn from_payload(kind: &str, payload: Value) -> Result<Self, PayloadError> {
        if !Self::KINDS.contains(&kind) {
            let why = "not a kind of event that this build knows".to_owned();
            return Err(PayloadError { kind: kind.chars().take(60).collect(), why });
        }
        let mut tagged = serde_json::Map::new();
        tagged.insert(kind.to_owned(), payload);
        serde_json::from_value(Value::Object(tagged)).map_err(|error| PayloadError {
            kind: kind.chars().take(60).collect(),
            // Only the category: serde's own words can quote values.
            why: if error.is_data() {
                "members missing or of another form".to_owned()
            } else {
                "not JSON".to_owned()
            },
        })
    }
}

macro_rules! kinds {
    ($($variant:ident => $kind:literal, $class:ident;)*) => {
        impl Event {
            /// Every kind, as it stands in headers.
            pub const KINDS: &'static [&'static str] = &[$($kind,)*];

            /// The kind, as it stands in the header.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $kind,)* }
            }

            /// The class under which the event is tallied.
            #[must_use]
            pub const fn class(&self) -> Class {
                match self { $(Self::$variant { .. } => Class::$class,)* }
            }
        }
    };
}

kinds! {
    EnquiryReceived => "enquiry-received", EnquiryReceived;
    ReferralReceived => "referral-received", ReferralReceived;
    ReferralReturned => "referral-returned", ReferralReturned;
    ReferralCompleted => "referral-completed", Other;
    ReferralWithdrawn => "referral-withdrawn", ReferralWithdrawn;
    Countersigned => "countersigned", Other;
    ReferralReassigned => "referral-reassigned", Other;
    RecipientNamed => "recipient-named", Other;
    FactsSupplied => "facts-supplied", Other;
    RecordOpened => "record-opened", RecordOpened;
    RepetitionReviewed => "repetition-reviewed", ReviewDone;
    ProposalMade => "proposal-made", Other;
    PassagesLeftOut => "passages-left-out", Other;
    ApprovalGiven => "approval-given", Other;
    TelephoneApprovalAnswered => "telephone-approval-answered", Other;
    TelephoneApprovalEscalated => "telephone-approval-escalated", Other;
    DisclosureDecided => "disclosure-decided", DisclosureDecided;
    DisclosureRefused => "disclosure-refused", DisclosureRefused;
    MonitoringRefused => "monitoring-refused", MonitoringRefused;
    DisclosureReleased => "disclosure-released", DisclosureReleased;
    EmergencyReleased => "emergency-released", EmergencyReleased;
    GivenByTelephone => "given-by-telephone", DisclosureRead;
    AdviceGiven => "advice-given", AdviceGiven;
    CareOffered => "care-offered", CareOffered;
    DisclosureRecalled => "disclosure-recalled", DisclosureRecalled;
    DestructionConfirmed => "destruction-confirmed", DestructionConfirmed;
    DestructionRefused => "destruction-refused", DestructionRefused;
    AfterReviewed => "after-reviewed", ReviewDone;
    SafeRouteRecorded => "safe-route-recorded", Other;
    SafeRouteConfirmed => "safe-route-confirmed", Other;
    NoticeDue => "notice-due", Other;
    NoticeDeferred => "notice-deferred", NoticeDeferred;
    NoticeUnsafe => "notice-unsafe", Other;
    NoticeClockStarted => "notice-clock-started", Other;
    NoticeLapsed => "notice-lapsed", Other;
    NoticeEscalated => "notice-escalated", NoticeEscalated;
    NoticeDirected => "notice-directed", ReviewDone;
    NoticeSent => "notice-sent", NoticeSent;
    BreachReported => "breach-reported", Other;
    BreachNoted => "breach-noted", Other;
    BreachReportedToCommissioner => "breach-reported-to-commissioner", Other;
    BreachNotReportable => "breach-not-reportable", Other;
    BreachToBeTold => "breach-to-be-told", Other;
    BreachNotTold => "breach-not-told", Other;
    BreachUnfounded => "breach-unfounded", Other;
    AffectedRouteRecorded => "affected-route-recorded", Other;
    AffectedRouteConfirmed => "affected-route-confirmed", Other;
    ConflictDeclared => "conflict-declared", Other;
    ConflictWithdrawn => "conflict-withdrawn", Other;
    CaseTaken => "case-taken", Other;
    CaseHandedOver => "case-handed-over", Other;
    TimeSpent => "time-spent", Other;
    TimeTakenBack => "time-taken-back", Other;
    ConversationRecorded => "conversation-recorded", Other;
    CaseClosed => "case-closed", CaseClosed;
    CaseRead => "case-read", CaseRead;
    DisclosureRead => "disclosure-read", DisclosureRead;
    PersonRead => "person-read", CaseRead;
    CaseFound => "case-found", Other;
    SearchMade => "search-made", SearchMade;
    AccountChanged => "account-changed", AccountChanged;
    SettingsChanged => "settings-changed", SettingsChanged;
    RotaChanged => "rota-changed", SettingsChanged;
    DelegationGiven => "delegation-given", SettingsChanged;
    DelegationRevoked => "delegation-revoked", SettingsChanged;
    PackBegun => "pack-begun", SettingsChanged;
    PackOffered => "pack-offered", SettingsChanged;
    PackConfirmed => "pack-confirmed", SettingsChanged;
    PackWithdrawn => "pack-withdrawn", SettingsChanged;
}

macro_rules! classes {
    ($($variant:ident => $code:literal,)*) => {
        /// The class under which an event is tallied in public. The whole vocabulary is fixed, so that what comes
        /// later changes no format.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $(#[doc = $code] $variant,)* }

        impl Class {
            /// Every class.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The code, as in the ledger.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
    };
}

classes! {
    EnquiryReceived => "enquiry-received",
    ReferralReceived => "referral-received",
    ReferralReturned => "referral-returned",
    ReferralWithdrawn => "referral-withdrawn",
    CaseClosed => "case-closed",
    MonitoringRefused => "monitoring-refused",
    RecordOpened => "record-opened",
    CaseRead => "case-read",
    SearchMade => "search-made",
    AdviceGiven => "advice-given",
    CareOffered => "care-offered",
    CareAccepted => "care-accepted",
    DisclosureDecided => "disclosure-decided",
    DisclosureRefused => "disclosure-refused",
    DisclosureReleased => "disclosure-released",
    DisclosureRead => "disclosure-read",
    EmergencyReleased => "emergency-released",
    DisclosureRecalled => "disclosure-recalled",
    DestructionConfirmed => "destruction-confirmed",
    DestructionRefused => "destruction-refused",
    OnwardDecided => "onward-decided",
    OnwardRefused => "onward-refused",
    OnwardSent => "onward-sent",
    NoticeDeferred => "notice-deferred",
    NoticeSent => "notice-sent",
    NoticeReturned => "notice-returned",
    NoticeEscalated => "notice-escalated",
    ConsentAsked => "consent-asked",
    ConsentGiven => "consent-given",
    ConsentRefused => "consent-refused",
    ConsentWithdrawn => "consent-withdrawn",
    ChallengeReceived => "challenge-received",
    ChallengeAnswered => "challenge-answered",
    CopyRequested => "copy-requested",
    CopyGiven => "copy-given",
    ReviewDone => "review-done",
    ErasureDone => "erasure-done",
    AccountChanged => "account-changed",
    SettingsChanged => "settings-changed",
    ExportMade => "export-made",
    ImportMade => "import-made",
    Other => "other",
}
