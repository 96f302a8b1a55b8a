//! What pages and the API show. Every view is made for one kind of reader and holds nothing that is not theirs;
//! pages render these values and never look behind them.

pub use crate::breach_view::{
    BreachDecision, BreachPage, BreachView, NoteView, PersonBreach, kind_name as breach_kind_name,
};
pub use crate::person_views::{Looked, PersonAnswer, PersonDecision, PersonPage};
use crate::telephones::Telephone;
use casework::{
    codes::{Body, Rank},
    id::UnitId,
};
use serde::Serialize;
use serde_json::Value;

/// A code with what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The code.
    pub code: String,
    /// What people call it.
    pub name: String,
}

/// A row of an officer's list: references only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficerRow {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// One of the officer's states.
    pub state: String,
    /// When they sent it, for people; none where somebody else began the case and the clinic turned to them.
    pub sent: Option<String>,
    /// The unit.
    pub unit: String,
    /// On which day a supervisor gave it to them in the place of whoever asked, for people; said on their page alone.
    #[serde(skip)]
    pub handed_over: Option<String>,
}

/// Who asked whom, in an officer's own words: nothing of the person and nothing of what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedLast {
    /// The unit.
    pub unit: UnitId,
    /// For which police they asked.
    pub body: Body,
    /// Their rank or role.
    pub rank: Rank,
}

/// Something missing, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingView {
    /// JSON pointer into the facts.
    pub field: String,
    /// The basis that it would cure.
    pub basis: Named,
    /// `requester` or `issuer`.
    pub who: String,
    /// What to do, in a sentence.
    pub advice: String,
}

/// Advice as the officer reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AdviceView {
    /// When, for people.
    pub at: String,
    /// The text.
    pub text: String,
}

/// A disclosure in an officer's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficerDisclosure {
    /// Its number.
    pub n: u32,
    /// `ready`, `recalled`, `destroyed` or `kept`.
    pub state: String,
    /// When it was released, for people.
    pub released: String,
}

/// An officer's own referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficerReferral {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// One of the officer's states.
    pub state: String,
    /// The unit.
    pub unit: String,
    /// When they sent it, for people; none where somebody else began the case and the clinic turned to them.
    pub sent: Option<String>,
    /// By when every ending without information says so, for people; none as above.
    pub answer_by: Option<String>,
    /// What the officer asked.
    pub question: String,
    /// What they could still supply, computed when they sent it.
    pub missing: Vec<MissingView>,
    /// Advice from the clinic.
    pub advice: Vec<AdviceView>,
    /// What there is to read.
    pub disclosures: Vec<OfficerDisclosure>,
    /// Whether it waits for the officer.
    pub returned: bool,
    /// Whether they took it back.
    pub withdrawn: bool,
    /// Whether a supervisor gave it to them in the place of whoever asked; said on their page alone.
    #[serde(skip)]
    pub handed_over: bool,
    /// The unit's telephone number; likewise.
    #[serde(skip)]
    pub telephone: Option<Telephone>,
}

/// A disclosed item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DisclosedItem {
    /// The item.
    pub item: Named,
    /// What is disclosed.
    pub text: String,
}

/// A disclosure as the officer reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DisclosureView {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// Its number.
    pub n: u32,
    /// The items.
    pub items: Vec<DisclosedItem>,
    /// The basis.
    pub basis: Named,
    /// Conditions of use that concern whoever reads it, in sentences.
    pub conditions: Vec<String>,
    /// When it was released, for people.
    pub released: String,
    /// Who reads it, for the watermark.
    pub reader: String,
    /// When it is read, for the watermark.
    pub read_at: String,
    /// Whether a copy may be kept.
    pub download: bool,
}

/// A supervisor's view of a referral of their force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupervisorReferral {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// The unit.
    pub unit: String,
    /// When it was sent, for people.
    pub sent: String,
    /// The officer who sent it.
    pub officer: String,
    /// What was asked.
    pub question: String,
    /// What the officer filled in, in words.
    pub answers: Vec<FactLine>,
    /// Whether it was countersigned.
    pub countersigned: bool,
}

/// One fact in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactLine {
    /// JSON pointer.
    pub field: String,
    /// What the field means.
    pub label: String,
    /// Its value in words.
    pub value: String,
    /// Who supplies it.
    pub supplier: String,
    /// Whether it stands at its default.
    pub unset: bool,
}

/// A row of a queue: references only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueueRow {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// Code of the task.
    pub kind: String,
    /// The task in words.
    pub task: String,
    /// About which proposal or breach; 0 for none.
    pub n: u32,
    /// Waiting since, for people.
    pub since: String,
    /// For how long, in words.
    pub waiting: String,
    /// Urgent.
    pub urgent: bool,
    /// Until when it has to be done by law, for people, where there is such a time.
    pub due: Option<String>,
    /// How long that is off or past, in words.
    pub clock: Option<String>,
    /// Whether that time has passed.
    pub overdue: bool,
    /// With whom the case is, for clinicians: `own`, `nobody` or `colleague`.
    pub held: Option<String>,
    /// The colleague with whom it is, by name.
    pub holder: Option<String>,
    /// Whether this reader has declared a conflict of interest, so that somebody else is needed.
    pub conflict: bool,
}

/// Somebody to whom a case can be handed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Colleague {
    /// Their account.
    pub id: String,
    /// Their name.
    pub title: String,
}

/// A declared conflict of interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConflictView {
    /// Its number, from 1.
    pub n: u32,
    /// Who declared it, by role and name.
    pub who: String,
    /// When, for people.
    pub at: String,
    /// Why, in words; for guardian and reviewer.
    pub why: Option<String>,
    /// What they wrote of it; likewise.
    pub text: Option<String>,
    /// Whether the guardian withdrew it.
    pub withdrawn: bool,
}

/// A page of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueuePage {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// How many wait in all, counted up to a limit.
    pub count: u32,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// A row of a unit's list of cases: references only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitRow {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// Where it stands.
    pub stage: String,
    /// How it began.
    pub origin: String,
    /// When it began, for people.
    pub opened: String,
    /// When it last changed, for people.
    pub updated: String,
}

/// Something that happened, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineEntry {
    /// When, for people.
    pub at: String,
    /// RFC 3339.
    pub at_machine: String,
    /// What happened.
    pub what: String,
    /// Who did it, by role and name; nobody where time did it.
    pub who: Option<String>,
    /// What they wrote, where the reader may see it.
    pub text: Option<String>,
    /// Kind of event.
    pub kind: String,
}

/// Why something is closed, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReasonView {
    /// The code.
    pub code: String,
    /// What it means.
    pub sentence: String,
    /// The law or policy it rests on.
    pub law: String,
    /// Whether it can be put right.
    pub curable: bool,
}

/// An open outcome, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenView {
    /// The outcome.
    pub outcome: Named,
    /// The basis.
    pub basis: Option<Named>,
    /// The provision of the basis.
    pub provision: Option<String>,
    /// Whether somebody has checked the provision.
    pub confirmed: bool,
    /// Items that may be given, in order of intrusion.
    pub items: Vec<Named>,
    /// Items asked for that may not.
    pub items_closed: Vec<(Named, String)>,
    /// Approvals it needs.
    pub approvals: Vec<Named>,
    /// The notice rule.
    pub notice: Named,
    /// The longest deferral in days, where there is one.
    pub max_days: Option<u32>,
    /// Why a deferral that was asked for does not hold.
    pub deferral_refused: Option<String>,
    /// Conditions, in sentences.
    pub conditions: Vec<Named>,
    /// What is due afterwards, in sentences.
    pub after: Vec<Named>,
}

/// A closed outcome, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClosedView {
    /// The outcome.
    pub outcome: Named,
    /// The basis.
    pub basis: Option<Named>,
    /// Whether the requester claimed it.
    pub claimed: bool,
    /// Why.
    pub reasons: Vec<ReasonView>,
}

/// The gate's verdict, explained. Nothing is ranked or recommended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerdictView {
    /// The pack.
    pub pack: String,
    /// What is open.
    pub open: Vec<OpenView>,
    /// What is closed, and why.
    pub closed: Vec<ClosedView>,
    /// What would cure a claimed basis, or consent.
    pub missing: Vec<MissingView>,
    /// The verdict in its wire form.
    pub wire: Value,
}

/// An approval of a proposal, as a reader may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApprovalView {
    /// Which approval.
    pub approval: Named,
    /// `given`, `declined` or `waiting`.
    pub state: String,
    /// Who gave it, by role and name.
    pub who: Option<String>,
    /// When, for people.
    pub at: Option<String>,
    /// Why; hidden from a second clinician until their own opinion is given.
    pub reasons: Option<String>,
    /// Given by telephone: `to confirm within 24 hours`, `confirmed`, `denied`.
    pub telephone: Option<String>,
    /// Whether this reader can give it now.
    pub yours: bool,
}

/// A proposal, as the clinic sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalView {
    /// Its number.
    pub n: u32,
    /// The outcome.
    pub outcome: Named,
    /// The basis.
    pub basis: Option<Named>,
    /// `open`, `declined`, `decided`, `released`, `recalled` or `settled`.
    pub state: String,
    /// The items.
    pub items: Vec<Named>,
    /// Why it is necessary; hidden from a second clinician until their own opinion is given.
    pub necessity: Option<String>,
    /// Why it is proportionate; hidden likewise.
    pub proportionality: Option<String>,
    /// What would be disclosed, exactly as the officer will see it.
    pub content: Vec<DisclosedItem>,
    /// Why each item is needed, where that was said; hidden likewise. It never leaves.
    pub reasons: Option<Vec<crate::working::ItemReason>>,
    /// The whole text of items of which passages are left out, with their brackets; it never leaves.
    pub whole: Vec<DisclosedItem>,
    /// The advice, where the outcome is advice.
    pub advice: Option<String>,
    /// Approvals.
    pub approvals: Vec<ApprovalView>,
    /// The notice rule.
    pub notice: Named,
    /// The last day of a deferral.
    pub last_day: Option<String>,
    /// Conditions.
    pub conditions: Vec<Named>,
    /// Acts due afterwards.
    pub after: Vec<Named>,
    /// Who proposed it, by role and name.
    pub by: String,
    /// When, for people.
    pub at: String,
    /// What the release waits for, in words.
    pub waits_for: Option<String>,
    /// Whether it went out in an emergency.
    pub emergency: bool,
    /// Whether an after-review is owed.
    pub after_review_owed: bool,
    /// Whether this reader's opinion is still to be given and others' are hidden from them.
    pub blind: bool,
    /// The policy pack under which it was decided, or else proposed, by id and version.
    pub under: Option<String>,
}

/// A policy pack that is or was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackView {
    /// Its id and version.
    pub name: String,
    /// Its SHA-256, in hexadecimal.
    pub digest: String,
    /// Since when it was in force, for people.
    pub since: String,
}

/// The rules in force and what is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulesView {
    /// The pack in force.
    pub present: PackView,
    /// Those before, the latest first.
    pub earlier: Vec<PackView>,
    /// What is offered.
    pub offer: Option<OfferView>,
    /// Whether this reader may offer a pack now.
    pub may_offer: bool,
}

/// A pack that is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferView {
    /// Its id and version.
    pub name: String,
    /// Its SHA-256, in hexadecimal.
    pub digest: String,
    /// Who offered it, by role and name.
    pub by: String,
    /// When, for people.
    pub at: String,
    /// The second administrator, once they confirmed.
    pub second: Option<String>,
    /// The legal service, once it confirmed.
    pub legal: Option<String>,
    /// Whether this reader may confirm it.
    pub may_confirm: bool,
    /// Whether this reader may withdraw it.
    pub may_withdraw: bool,
    /// What it would change in open cases; `None` until the comparison has begun.
    pub open_cases: Option<OpenCasesView>,
}

/// What an offered pack would change in the cases that are not closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenCasesView {
    /// How many were compared.
    pub seen: u64,
    /// In how many something differs.
    pub differ: u64,
    /// Whether every one was compared.
    pub finished: bool,
    /// How often each change was found; empty for administrators, who learn nothing of cases.
    pub changes: Vec<CountedChange>,
}

/// A change and in how many cases it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountedChange {
    /// The change, in words.
    pub what: String,
    /// In how many cases.
    pub cases: u64,
}

/// What changed in a case when another pack was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulesChange {
    /// The pack under which it was last judged.
    pub from: String,
    /// The pack in force.
    pub to: String,
    /// The changes, in sentences.
    pub lines: Vec<String>,
}

/// A notice, as the clinic sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoticeView {
    /// About which decision.
    pub n: u32,
    /// The rule.
    pub rule: Named,
    /// Where it stands, in words.
    pub state: String,
    /// Whether it waits for legal or the reviewer.
    pub escalated: bool,
}

/// Who a case is about, for those who may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonDetails {
    /// Name.
    pub name: String,
    /// Date of birth, for people.
    pub date_of_birth: Option<String>,
    /// NHS number.
    pub nhs_number: Option<String>,
    /// Address.
    pub address: Option<String>,
}

/// What a case waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwaitedView {
    /// Of whom it is asked: their roles, for people.
    pub who: String,
    /// What is asked, in words.
    pub task: String,
}

/// A case as the clinic sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClinicCase {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// How it began: `enquiry`, `requester`, `health-service` or `duty-holder`.
    pub origin: String,
    /// `open`, `returned`, `withdrawn` or `closed`.
    pub phase: String,
    /// Where it stands.
    pub stage: String,
    /// The unit.
    pub unit: String,
    /// The force that asks, by name.
    pub force: Option<String>,
    /// Who asks, by role and name.
    pub asked_by: String,
    /// The officer who is named to receive, where the clinic discloses of its own accord.
    pub recipient: Option<crate::recipients::RecipientView>,
    /// When, for people.
    pub sent: String,
    /// Whether a supervisor countersigned.
    pub countersigned: bool,
    /// What was asked.
    pub question: String,
    /// Whom it is about.
    pub person: Option<PersonDetails>,
    /// The facts in words, in the order of the form.
    pub facts: Vec<FactLine>,
    /// The facts as JSON.
    pub facts_wire: Value,
    /// The gate's verdict, explained; `None` for an enquiry.
    pub verdict: Option<VerdictView>,
    /// What changed since it was last judged, where another policy pack was adopted meanwhile.
    pub rules_change: Option<RulesChange>,
    /// Proposals.
    pub proposals: Vec<ProposalView>,
    /// Notices.
    pub notices: Vec<NoticeView>,
    /// Breaches of personal data.
    pub breaches: Vec<BreachView>,
    /// Advice given.
    pub advice: Vec<AdviceView>,
    /// The safe route in words, without the address.
    pub route: Option<String>,
    /// What the person has been told, in words.
    pub person_knows: String,
    /// Earlier referrals by the same force in 90 days.
    pub earlier_referrals: u32,
    /// Whether a third repetition waits for the reviewer, so that no record may be opened.
    pub repetition_waits: bool,
    /// How often the record was opened.
    pub openings: usize,
    /// With whom it is, for clinicians: `own`, `nobody` or `colleague`.
    pub held: Option<String>,
    /// The colleague with whom it is, by role and name.
    pub holder: Option<String>,
    /// To whom this reader could hand it.
    pub colleagues: Vec<Colleague>,
    /// Conflicts of interest that were declared.
    pub conflicts: Vec<ConflictView>,
    /// How many minutes of work are recorded.
    pub minutes: u32,
    /// What this reader is asked to do, in codes of tasks.
    pub tasks: Vec<QueueRow>,
    /// Who else is waited for; said on the page alone.
    #[serde(skip)]
    pub awaited: Vec<AwaitedView>,
    /// By when whoever asked is answered at the latest, for people, while they are not; said on the page alone.
    #[serde(skip)]
    pub answer_by: Option<String>,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Which acts this reader's role can do here: codes such as `propose`, `open-record`, `advise`, `supply-facts`.
    pub acts: Vec<String>,
    /// The form of facts that this role supplies, as a JSON pointer list.
    pub supplies: Vec<String>,
}

/// A health worker's own report: what they sent and that it arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnReport {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// The unit.
    pub unit: String,
    /// When, for people.
    pub sent: String,
    /// What they wrote.
    pub question: String,
    /// Whether it came back for what is missing.
    pub returned: bool,
    /// What they could still supply, computed when they sent it.
    pub missing: Vec<MissingView>,
    /// Open and decided proposals in which they, as duty-holder, have a part.
    pub proposals: Vec<ProposalView>,
    /// Bases of personal duties that are open to them, for proposing.
    pub own_duties: Vec<OpenView>,
}
