//! What passes through the ports: rows, sealed bytes, and nothing in the clear that is about a person.

use super::{Credentials, DualChange, OrganisationLinkRow, PasskeyRow, SessionsGone};
use super::{KeeperActRow, NewLeaf, NewPromiseAct};
use casework::{
    actor::{Actor, Place, Role},
    delegation::{RotaKind, Scope},
    header::Stream,
    id::{AccountId, BlobId, CaseId, ForceId, IndividualId, TrustId, UnitId},
    search::SearchBy,
    time::{Day, Moment},
};

/// Everything that one command records.
#[derive(Debug, Clone, Default)]
pub struct Write {
    /// Events, all of one case; the first one's position says what the stream must stand at.
    pub events: Vec<StoredEvent>,
    /// The leaves that commit to them.
    pub leaves: Vec<NewLeaf>,
    /// Sealed texts.
    pub blobs: Vec<BlobRow>,
    /// Sealed content of disclosures, by the number of the decision.
    pub contents: Vec<ContentRow>,
    /// The read models of the case after these events; `None` where they do not change.
    pub models: Option<CaseModels>,
    /// Acts of those who keep accounts, keys or retention, for the list of their own.
    pub keeper_acts: Vec<KeeperActRow>,
    /// Non-personal rows for figures.
    pub facts: Vec<FactRow>,
    /// Letters and e-mails to hand over.
    pub outbox: Vec<OutboxRow>,
    /// The answer, for whoever repeats the request.
    pub idempotency: Option<IdempotencyRow>,
    /// Keys that must be durable before the first event.
    pub new_keys: Vec<KeyRow>,
    /// Digests for counting repetitions.
    pub repetitions: Vec<RepetitionRow>,
    /// Digests for finding a case within its unit.
    pub blind_index: Vec<BlindRow>,
    /// Searches that were made.
    pub searches: Vec<SearchRow>,
    /// What changes on the rota and among delegations.
    pub rota: Vec<RotaChange>,
    /// A draft that became this case.
    pub used_draft: Option<(AccountId, CaseId)>,
    /// Accounts made or changed.
    pub accounts: Vec<AccountRow>,
    /// Passkeys added.
    pub passkeys: Vec<PasskeyRow>,
    /// An organisation's sign-in that opens an account from now on.
    pub organisation_link: Option<OrganisationLinkRow>,
    /// A passkey removed, and whose it was.
    pub passkey_gone: Option<(AccountId, Vec<u8>)>,
    /// By what an account can be signed in to from now on; what was before goes, its sessions too.
    pub credentials: Option<Credentials>,
    /// Sessions that end. What opens the accounts stays.
    pub sessions_gone: Option<SessionsGone>,
    /// A new password of an account that has one: argon2id, PHC string. What else opens the account stays.
    pub password: Option<(AccountId, String)>,
    /// New recovery codes of an account in the place of those that it had: SHA-256 of each.
    pub recovery: Option<(AccountId, Vec<[u8; 32]>)>,
    /// What two administrators do.
    pub dual: Option<DualChange>,
    /// Organisations made or changed.
    pub places: Vec<PlaceRow>,
    /// The information-rights contact of a force from now on; none any more where there is no address.
    pub contact: Option<(ForceId, Option<String>)>,
    /// What these events do to promises, for the batch of their week.
    pub promises: Vec<NewPromiseAct>,
    /// SHA-256 of the policy pack under which this was decided: another one in force is [`StoreError::Superseded`].
    pub under: Option<[u8; 32]>,
    /// A policy pack to keep.
    pub pack: Option<PackRow>,
    /// An act for the ledger, which goes out at once and says what stands from now on.
    pub act: Option<NewAct>,
}

/// An act that changes what stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAct {
    /// The kind of the act.
    pub act: &'static str,
    /// What it says; zeros where it says nothing more.
    pub digest: [u8; 32],
    /// Its entry in the ledger.
    pub entry: Vec<u8>,
    /// When it was done.
    pub made: Moment,
}

/// A policy pack, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackRow {
    /// Its SHA-256.
    pub digest: [u8; 32],
    /// Its id and version.
    pub name: String,
    /// Its files, by path, as JSON.
    pub files: Vec<u8>,
    /// Since when it is kept.
    pub stored: Moment,
}

/// How far the comparison of an offered pack with the one in force came over the cases that are not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackComparisonRow {
    /// SHA-256 of the pack that is offered.
    pub digest: [u8; 32],
    /// SHA-256 of the pack that it is compared with.
    pub against: [u8; 32],
    /// The last case that was looked at; empty before the first.
    pub after: String,
    /// How many were looked at.
    pub seen: u64,
    /// In how many something differs.
    pub differ: u64,
    /// How often each change was found, as a JSON object.
    pub changes: String,
    /// Whether it came to the end.
    pub finished: bool,
}

/// An event as it is stored: header in the clear, payload and salt sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// The stream.
    pub stream: Stream,
    /// The case.
    pub case: CaseId,
    /// Place in the stream, from 1.
    pub position: u64,
    /// The kind.
    pub kind: String,
    /// When.
    pub time: Moment,
    /// Canonical bytes of the header.
    pub header: Vec<u8>,
    /// The payload, sealed.
    pub payload: Vec<u8>,
    /// The commitment's salt, sealed.
    pub salt: Vec<u8>,
    /// The commitment `c` in the ledger.
    pub commitment: [u8; 32],
}

/// A stream, for whoever looks whether it is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamRow {
    /// The stream.
    pub stream: Stream,
    /// Its case, account or setting.
    pub case: CaseId,
    /// How many events it has.
    pub events: u64,
    /// The position of the first.
    pub first: u64,
    /// The position of the last.
    pub last: u64,
}

/// A sealed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobRow {
    /// The case.
    pub case: CaseId,
    /// The blob.
    pub blob: BlobId,
    /// Sealed bytes.
    pub sealed: Vec<u8>,
}

/// The sealed content of one disclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentRow {
    /// The case.
    pub case: CaseId,
    /// The decision's number.
    pub n: u32,
    /// Sealed bytes, with their wrapped key.
    pub sealed: Vec<u8>,
}

/// A wrapped key in the keystore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The case.
    pub case: CaseId,
    /// `case`, `identity` or `draft`.
    pub kind: String,
    /// The unit whose key wraps it.
    pub unit: String,
    /// The epoch of that key.
    pub epoch: u32,
    /// The wrapped key.
    pub wrapped: Vec<u8>,
    /// When it was made, for sweeping orphans.
    pub made: Moment,
}

/// All read models of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseModels {
    /// The case's row.
    pub row: CaseRow,
    /// Its tasks.
    pub tasks: Vec<TaskRow>,
    /// The keyed digests of its letters' codes: one for each safe route.
    pub letters: Vec<String>,
}

/// The read model of a case: what lists and tickers need, and nothing about the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case: CaseId,
    /// What people call it.
    pub reference: String,
    /// The unit.
    pub unit: UnitId,
    /// The trust.
    pub trust: TrustId,
    /// The force, if one asked.
    pub force: Option<ForceId>,
    /// The account that began it, or to which a supervisor gave it since.
    pub opened_by: AccountId,
    /// The officer to whom something was released, where somebody else began it.
    pub recipient: Option<AccountId>,
    /// When something was first released to that officer.
    pub informed: Option<Moment>,
    /// `enquiry`, `requester`, `health-service` or `duty-holder`.
    pub origin: String,
    /// `open`, `returned`, `withdrawn` or `closed`.
    pub phase: String,
    /// Where it stands, for the clinic's lists.
    pub stage: String,
    /// What the officer may know, before the fixed time.
    pub officer_state: String,
    /// The fixed time at which an ending without information says so.
    pub fixed_at: Moment,
    /// When it began.
    pub opened: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// Position of its decision stream.
    pub position: u64,
    /// When time next makes something happen to it.
    pub wake: Option<Moment>,
    /// Whether a decided disclosure waits to be released.
    pub to_release: bool,
    /// With which clinician the case is.
    pub holder: Option<AccountId>,
    /// Who has declared a conflict of interest in it.
    pub barred: Vec<IndividualId>,
    /// When a supervisor gave it to whoever has it, where that is not who asked.
    pub handed_over: Option<Moment>,
}

impl CaseRow {
    /// Whether the case can be anything to the actor: theirs, or of their place. To everybody else it does not exist.
    #[must_use]
    pub fn may_concern(&self, actor: &Actor) -> bool {
        if self.opened_by == actor.account || self.recipient.as_ref() == Some(&actor.account) {
            return true;
        }
        match actor.role {
            Role::Officer
            | Role::HealthWorker
            | Role::Administrator
            | Role::KeyCustodian
            | Role::RetentionManager => false,
            Role::Supervisor => self.force.is_some() && self.force.as_ref() == actor.force(),
            Role::Clinician
            | Role::SecondClinician
            | Role::Guardian
            | Role::Safeguarding
            | Role::Legal
            | Role::DataProtectionOfficer
            | Role::Reviewer => actor.belongs_to(&self.unit, &self.trust),
        }
    }

    /// Where the case stands in an account's own list.
    ///
    /// SECURITY: when a case began that somebody else began is not for whom the clinic turned to, not even by the order
    /// of a list, so it stands where it was first released to them.
    #[must_use]
    pub fn since(&self, account: &AccountId) -> Moment {
        if self.opened_by == *account { self.opened } else { self.informed.unwrap_or(self.opened) }
    }
}

/// A row of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// The case.
    pub case: CaseId,
    /// What people call it.
    pub reference: String,
    /// Whose queue: `unit:…`, `trust:…`, `force:…`, `account:…` or `independent`.
    pub scope: String,
    /// The role.
    pub role: Role,
    /// The code of the task.
    pub kind: String,
    /// About which proposal or breach; 0 for none.
    pub n: u32,
    /// Waiting since.
    pub since: Moment,
    /// Urgent.
    pub urgent: bool,
    /// With which clinician the case is; read from the case, and not kept with the task.
    pub holder: Option<AccountId>,
    /// Who has declared a conflict of interest in the case; likewise.
    pub barred: Vec<IndividualId>,
    /// How the case began, as in [`CaseRow::origin`]; likewise.
    pub origin: String,
}

/// Whose cases a queue is narrowed down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Held {
    /// Every one.
    #[default]
    All,
    /// Those of whoever asks.
    Own,
    /// Those that nobody has taken.
    Nobody,
    /// Those of a colleague.
    Colleague,
}

impl Held {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::All, Self::Own, Self::Nobody, Self::Colleague];

    /// The code, as in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Own => "own",
            Self::Nobody => "nobody",
            Self::Colleague => "colleague",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.as_str() == code)
    }
}

/// Which queue, and which page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueQuery {
    /// The role.
    pub role: Role,
    /// The scope.
    pub scope: String,
    /// Whose cases.
    pub held: Held,
    /// Who asks.
    pub account: AccountId,
    /// Only what began to wait after this moment.
    pub since: Moment,
    /// After this row of the page before: urgent, since, case, kind, n.
    pub after: Option<(bool, Moment, CaseId, String, u32)>,
    /// How many at most.
    pub limit: u32,
}

/// A non-personal row for figures. Its link to the case is sealed under the case key and dies with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// Drawn at random.
    pub id: String,
    /// The half-year.
    pub period: String,
    /// The unit.
    pub unit: UnitId,
    /// The force, if any.
    pub force: Option<ForceId>,
    /// The class of the event.
    pub class: &'static str,
    /// The outcome, if the event decided one.
    pub outcome: Option<String>,
    /// The basis, if there was one.
    pub basis: Option<String>,
    /// `under-18`, `adult` or `unknown`.
    pub age_band: Option<&'static str>,
    /// The case and event, sealed.
    pub link: Vec<u8>,
    /// How many minutes somebody worked, for the class `time-spent`; below zero where that was taken back.
    pub minutes: Option<i64>,
}

/// A letter or an e-mail to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxRow {
    /// Its identifier, drawn at random.
    pub id: String,
    /// `letter` or `mail`.
    pub kind: String,
    /// The case.
    pub case: CaseId,
    /// The blob that holds it, sealed under the identity key.
    pub blob: BlobId,
    /// When it was made.
    pub made: Moment,
}

/// An idempotency key and what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyRow {
    /// The account.
    pub account: AccountId,
    /// The route, method and path.
    pub route: String,
    /// The key.
    pub key: String,
    /// SHA-256 of the request's body.
    pub request: [u8; 32],
    /// The case under whose key the answer is sealed.
    pub case: CaseId,
    /// The answer, sealed.
    pub answer: Vec<u8>,
    /// When.
    pub made: Moment,
}

/// A digest for counting repetitions: keyed per force, kept 90 days, yields only a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepetitionRow {
    /// The force.
    pub force: ForceId,
    /// The digests of one referral (any of them matching counts it once).
    pub digests: Vec<Vec<u8>>,
    /// When.
    pub made: Moment,
}

/// An entry of the rota, or of the list of deputies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RotaRow {
    /// Drawn at random.
    pub id: String,
    /// Which list.
    pub kind: RotaKind,
    /// `unit:…` or `trust:…`.
    pub place: String,
    /// Who.
    pub account: AccountId,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// The administrator who made it.
    pub by: AccountId,
    /// The human being who did.
    pub by_individual: IndividualId,
    /// When.
    pub made: Moment,
}

/// A written delegation of a guardian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelegationRow {
    /// Drawn at random.
    pub id: String,
    /// The trust.
    pub trust: TrustId,
    /// Who delegates.
    pub guardian: AccountId,
    /// To whom.
    pub deputy: AccountId,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// How far it reaches.
    pub scope: Scope,
    /// The sealed text that says where the document is, by its reference as JSON.
    pub document: String,
    /// When it was given.
    pub made: Moment,
    /// When it was revoked.
    pub revoked: Option<Moment>,
}

/// What changes on the rota and among delegations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RotaChange {
    /// An entry is made.
    Add(RotaRow),
    /// An entry is taken off at a moment, or put back.
    Remove {
        /// Which.
        id: String,
        /// When it is taken off; `None` where it is put back.
        removed: Option<Moment>,
    },
    /// Something is delegated.
    Delegate(DelegationRow),
    /// A delegation is revoked.
    Revoke {
        /// Which.
        id: String,
        /// When.
        at: Moment,
    },
}

/// A search: who made it, where and by what; never for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRow {
    /// Drawn at random.
    pub id: String,
    /// Who searched.
    pub account: AccountId,
    /// Where: `unit:…`, `trust:…` or `independent`.
    pub scope: String,
    /// By what.
    pub means: SearchBy,
    /// Whether nothing was found.
    pub nothing: bool,
    /// The half-year.
    pub period: String,
    /// When.
    pub made: Moment,
}

/// How many searches of one kind an account made in a half-year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchCountRow {
    /// Where.
    pub scope: String,
    /// Who.
    pub account: AccountId,
    /// By what.
    pub means: SearchBy,
    /// Whether nothing was found.
    pub nothing: bool,
    /// How many.
    pub made: u32,
}

/// A digest for finding a case within its unit by an exact identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlindRow {
    /// The unit.
    pub unit: UnitId,
    /// The version of the index key.
    pub version: u32,
    /// The digest.
    pub digest: Vec<u8>,
    /// The case.
    pub case: CaseId,
}

/// A sealed draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The draft, which becomes the case.
    pub draft: CaseId,
    /// Whose it is.
    pub account: AccountId,
    /// Sealed bytes.
    pub sealed: Vec<u8>,
    /// When it was last saved.
    pub saved: Moment,
    /// When it goes.
    pub expires: Moment,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// `trust`, `unit` or `force`.
    pub kind: String,
    /// Its identifier.
    pub id: String,
    /// Its name, for people.
    pub title: String,
    /// The trust of a unit.
    pub parent: Option<String>,
    /// `england` or `wales`.
    pub nation: String,
}

/// Whom a force wants to be told of a recall.
#[derive(Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// The force.
    pub force: ForceId,
    /// The e-mail address of its information-rights contact.
    pub address: String,
}

impl std::fmt::Debug for ContactRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ContactRow").field("force", &self.force).finish_non_exhaustive()
    }
}

/// An account.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// The account.
    pub account: AccountId,
    /// The human being.
    pub individual: IndividualId,
    /// The sign-in name.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// The role.
    pub role: Role,
    /// The place.
    pub place: Place,
    /// Argon2id, PHC string.
    pub password: String,
    /// SHA-256 of a bearer token; demonstrations only.
    pub token: Option<Vec<u8>>,
    /// Whether it may be used.
    pub active: bool,
}

impl std::fmt::Debug for AccountRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccountRow")
            .field("account", &self.account)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}
