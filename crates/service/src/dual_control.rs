//! What takes two administrators: letting somebody in, letting somebody in again who lost what they signed in with, and
//! naming an organisation. One asks and says how they know; another one checks by a call back and confirms; whoever is
//! let in gets a code once, and enrols with it (`enrolment`). Closing an account takes one.

use crate::{
    accounts::place_title,
    dates::ForReaders as _,
    engine::Service,
    error::{Answer, Fault, ServiceError},
    places::Places,
    ports::{AccountRow, Credentials, DualChange, DualRow, PlaceRow, Write},
    text::Text,
};
use casework::{
    actor::{Actor, Place, Role},
    codes::Nation,
    event::Event,
    header::Stream,
    id::{AccountId, CaseId, ForceId, IndividualId, TrustId, UnitId},
    refusal::Refusal,
    time::{DAY_SECONDS, Moment},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use vault::{kek::Holder, letter_code::LetterCode};

/// How long a code may be used to enrol, in seconds.
pub const CODE_SECONDS: i64 = 3 * DAY_SECONDS;
/// The most that may be open at once, with those whose code nobody used: more than two administrators ever have before
/// them. Whoever asks for more is told so, and nothing drops out of sight.
pub const OPEN_MAX: u32 = 500;
/// How many are listed: all of them, with what was asked for at the same moment on several nodes.
const LISTED_MAX: u32 = OPEN_MAX + 100;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wanted {
    /// Somebody new.
    Invite {
        /// The sign-in name.
        name: String,
        /// The name for people.
        title: String,
        /// The role's code.
        role: String,
        /// The place, as [`parse_place`] reads it.
        place: String,
        /// An account of the same human being, where they have one already.
        same_as: Option<String>,
    },
    /// Somebody who lost what they signed in with, or whose account was closed.
    EnrolAgain {
        /// Their account.
        account: String,
    },
    /// An organisation.
    Organisation {
        /// `trust`, `unit` or `force`.
        sort: String,
        /// Its identifier.
        id: String,
        /// Its name.
        title: String,
        /// The trust of a unit.
        trust: Option<String>,
        /// `england` or `wales`.
        nation: String,
    },
    /// The information-rights contact of a force.
    Contact {
        /// The force.
        force: String,
        /// Its e-mail address; empty where there shall be none any more.
        address: String,
    },
}

/// Something that is not over, for administrators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DualView {
    /// Its identifier.
    pub id: String,
    /// What is asked for, in one line.
    pub what: String,
    /// Whether it lets somebody in.
    pub enrols: bool,
    /// Whether it is about whom a force wants to be told of a recall.
    pub is_contact: bool,
    /// How whoever asked knows that it is right.
    pub said: String,
    /// Who asked, and when.
    pub asked: String,
    /// Who confirmed, and when.
    pub confirmed: Option<String>,
    /// How they checked it.
    pub checked: Option<String>,
    /// Until when its code counts.
    pub until: Option<String>,
    /// Whether the code's time is over.
    pub expired: bool,
    /// Whether the reader may confirm it: not what they asked for, and not what is about themselves.
    pub may_confirm: bool,
}

/// Reads a place: `force:ID`, `unit:ID`, `trust:ID`, `independent` or `service`.
#[must_use]
pub fn parse_place(text: &str) -> Option<Place> {
    match text.split_once(':') {
        Some(("force", id)) => ForceId::parse(id).ok().map(Place::Force),
        Some(("unit", id)) => UnitId::parse(id).ok().map(Place::Unit),
        Some(("trust", id)) => TrustId::parse(id).ok().map(Place::Trust),
        None if text == "independent" => Some(Place::Independent),
        None if text == "service" => Some(Place::Service),
        _ => None,
    }
}

/// Whether a role belongs to a place of that sort.
#[must_use]
pub const fn fits(role: Role, place: &Place) -> bool {
    match role {
        Role::Officer | Role::Supervisor => matches!(place, Place::Force(_)),
        Role::HealthWorker | Role::Clinician | Role::SecondClinician => matches!(place, Place::Unit(_)),
        Role::Guardian | Role::Safeguarding | Role::Legal | Role::DataProtectionOfficer => {
            matches!(place, Place::Trust(_))
        }
        Role::Reviewer => matches!(place, Place::Independent),
        Role::Administrator | Role::KeyCustodian | Role::RetentionManager => matches!(place, Place::Service),
    }
}

/// Keys, accounts and retention are three people.
pub(crate) const fn is_of_the_three(role: Role) -> bool {
    matches!(role, Role::Administrator | Role::KeyCustodian | Role::RetentionManager)
}

fn there(places: &Places, place: &Place) -> bool {
    match place {
        Place::Force(id) => places.forces.contains_key(id),
        Place::Unit(id) => places.units.contains_key(id),
        Place::Trust(id) => places.trusts.contains_key(id),
        Place::Independent | Place::Service => true,
    }
}

fn administrator(actor: &Actor) -> Answer<()> {
    if actor.role == Role::Administrator { Ok(()) } else { Err(Refusal::NotYourRole.into()) }
}

pub(crate) fn fault(at: &str, expected: String) -> ServiceError {
    ServiceError::Invalid(vec![Fault::new(at, expected)])
}

pub(crate) fn organisation_stream(sort: &str, id: &str) -> CaseId {
    let digest = Sha256::digest(format!("organisation {sort}:{id}"));
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    CaseId::from_bytes(bytes)
}

impl Service {
    /// An administrator asks for something that a second one has to confirm. `said` is how they know that it is right.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`ServiceError::Invalid`] with every fault of what is asked for, and where [`OPEN_MAX`] are
    /// open.
    pub async fn ask_dual(&self, actor: &Actor, wanted: &Wanted, said: &str) -> Answer<String> {
        administrator(actor)?;
        let mut faults = self.faults_of(wanted).await?;
        let said = Text::parse("/said", said).map_err(|fault| faults.push(fault)).ok();
        let (true, Some(said)) = (faults.is_empty(), said) else { return Err(ServiceError::Invalid(faults)) };
        let open = self.parts.store.dual_control_open(OPEN_MAX).await?;
        if u32::try_from(open.len()).unwrap_or(u32::MAX) >= OPEN_MAX {
            let fewer = ::words::phrase("refusal-expected-fewer-requests").with("most", OPEN_MAX).say();
            return Err(fault("", fewer));
        }
        let id = CaseId::from_bytes(self.fresh_id()).to_string();
        let row = DualRow {
            id: id.clone(),
            wanted: serde_json::to_string(wanted)
                .map_err(|_| ServiceError::Broken("a request does not write"))?,
            said: said.as_str().to_owned(),
            asked_by: actor.account.clone(),
            asked: self.now(),
            confirmed: None,
            checked: None,
            enrols: None,
            ended: None,
        };
        let what = self.recorded_line(wanted).await?;
        let write = Write { dual: Some(DualChange::Ask(row)), ..Write::default() };
        self.change_account(Some(actor), &actor.account, &format!("asked for: {what}"), write).await?;
        Ok(id)
    }

    async fn faults_of(&self, wanted: &Wanted) -> Answer<Vec<Fault>> {
        let mut faults = Vec::new();
        let places = self.places().await;
        match wanted {
            Wanted::Invite { name, title, role, place, same_as } => {
                if Text::line("/name", name).is_err() || name.contains(char::is_whitespace) {
                    faults.push(Fault::new("/name", ::words::say("refusal-expected-sign-in-name")));
                } else if self.parts.store.account_by_name(name.trim()).await?.is_some() {
                    faults.push(Fault::new("/name", ::words::say("refusal-expected-free-sign-in-name")));
                }
                faults.extend(Text::line("/title", title).err());
                let role = Role::parse(role);
                if role.is_none() {
                    faults.push(Fault::new("/role", ::words::say("refusal-expected-part")));
                }
                let place = parse_place(place).filter(|place| there(&places, place));
                match (&place, role) {
                    (Some(place), Some(role)) if !fits(role, place) => {
                        faults.push(Fault::new("/place", ::words::say("refusal-expected-place-of-part")));
                    }
                    (None, _) => faults.push(Fault::new("/place", ::words::say("refusal-expected-place"))),
                    _ => {}
                }
                if let (Some(other), Some(role)) = (same_as, role) {
                    self.same_person(other, role, &mut faults).await?;
                }
            }
            Wanted::EnrolAgain { account } => {
                if self.account_named(account).await?.is_none() {
                    faults.push(Fault::new("/account", ::words::say("refusal-expected-account")));
                }
            }
            Wanted::Organisation { sort, id, title, trust, nation } => {
                let reads = match sort.as_str() {
                    "trust" => TrustId::parse(id).is_ok(),
                    "unit" => UnitId::parse(id).is_ok(),
                    "force" => ForceId::parse(id).is_ok(),
                    _ => {
                        faults.push(Fault::new("/sort", ::words::say("refusal-expected-sort")));
                        true
                    }
                };
                if !reads {
                    faults.push(Fault::new("/id", ::words::say("refusal-expected-short-name")));
                }
                faults.extend(Text::line("/title", title).err());
                if Nation::parse(nation).is_none() {
                    faults.push(Fault::new("/nation", ::words::say("refusal-expected-nation")));
                }
                let known = trust.as_deref().and_then(|id| TrustId::parse(id).ok());
                if sort == "unit" && known.is_none_or(|id| !places.trusts.contains_key(&id)) {
                    faults.push(Fault::new("/trust", ::words::say("refusal-expected-trust-of-unit")));
                }
            }
            Wanted::Contact { force, address } => {
                faults.extend(self.contact_faults(&places, force, address).await?);
            }
        }
        Ok(faults)
    }

    /// One human being in two parts: never two of keys, accounts and retention.
    async fn same_person(&self, other: &str, role: Role, faults: &mut Vec<Fault>) -> Answer<()> {
        let Some(other) = self.account_named(other).await? else {
            faults.push(Fault::new("/same_as", ::words::say("refusal-expected-account")));
            return Ok(());
        };
        let theirs = self.parts.store.accounts().await?;
        let mut theirs = theirs.iter().filter(|row| row.individual == other.individual);
        if is_of_the_three(role) && theirs.any(|row| is_of_the_three(row.role) && row.role != role) {
            faults.push(Fault::new("/role", ::words::say("refusal-expected-another-part")));
        }
        Ok(())
    }

    async fn account_named(&self, id: &str) -> Answer<Option<AccountRow>> {
        match AccountId::parse(id) {
            Ok(id) => Ok(self.parts.store.account(&id).await?),
            Err(_) => Ok(None),
        }
    }

    async fn in_a_line(&self, wanted: &Wanted) -> Answer<String> {
        let places = self.places().await;
        let line = match wanted {
            Wanted::Invite { name, title, role, place, .. } => ::words::phrase("view-dual-invite")
                .with("title", title)
                .with("name", name)
                .with("role", Role::parse(role).map_or_else(String::new, crate::words::role))
                .with(
                    "place",
                    parse_place(place).map_or_else(String::new, |place| place_title(&places, &place)),
                ),
            Wanted::EnrolAgain { account } => match self.account_named(account).await? {
                Some(row) => {
                    ::words::phrase("view-dual-again").with("title", row.title).with("name", row.name)
                }
                None => ::words::phrase("view-dual-again-somebody"),
            },
            Wanted::Organisation { sort, id, title, .. } => {
                let line = match sort.as_str() {
                    "trust" => ::words::phrase("view-dual-trust"),
                    "unit" => ::words::phrase("view-dual-unit"),
                    _ => ::words::phrase("view-dual-force"),
                };
                line.with("title", title).with("id", id)
            }
            Wanted::Contact { force, address } => {
                let title =
                    ForceId::parse(force).map_or_else(|_| force.clone(), |id| places.force_title(&id));
                if address.is_empty() {
                    ::words::phrase("view-dual-contact-none").with("title", title)
                } else {
                    ::words::phrase("view-dual-contact").with("title", title).with("address", address)
                }
            }
        };
        Ok(line.say())
    }

    /// The same as it is recorded.
    async fn recorded_line(&self, wanted: &Wanted) -> Answer<String> {
        ::words::in_language(crate::words::in_english(), self.in_a_line(wanted)).await
    }

    /// What is not over, oldest first.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody but administrators.
    pub async fn dual_open(&self, actor: &Actor) -> Answer<Vec<DualView>> {
        administrator(actor)?;
        let mut views = Vec::new();
        for row in self.parts.store.dual_control_open(LISTED_MAX).await? {
            let wanted = read(&row)?;
            views.push(self.view(actor, &row, &wanted).await?);
        }
        Ok(views)
    }

    async fn view(&self, actor: &Actor, row: &DualRow, wanted: &Wanted) -> Answer<DualView> {
        let title = async |id: &AccountId| -> Answer<String> {
            let row = self.parts.store.account(id).await?;
            Ok(row.map_or_else(|| ::words::say("view-dual-somebody"), |row| row.title))
        };
        let confirmed = match &row.confirmed {
            Some((by, at)) => Some(format!("{}, {}", title(by).await?, at.for_readers())),
            None => None,
        };
        let until = row.enrols.as_ref().map(|(_, until)| *until);
        Ok(DualView {
            id: row.id.clone(),
            what: self.in_a_line(wanted).await?,
            enrols: matches!(wanted, Wanted::Invite { .. } | Wanted::EnrolAgain { .. }),
            is_contact: matches!(wanted, Wanted::Contact { .. }),
            said: row.said.clone(),
            asked: format!("{}, {}", title(&row.asked_by).await?, row.asked.for_readers()),
            confirmed,
            checked: row.checked.clone(),
            until: until.map(Moment::for_readers),
            expired: until.is_some_and(|until| until <= self.now()),
            may_confirm: row.confirmed.is_none() && self.may_confirm(actor, row, wanted).await?,
        })
    }

    /// Two human beings, and neither is the one whom it is about.
    async fn may_confirm(&self, actor: &Actor, row: &DualRow, wanted: &Wanted) -> Answer<bool> {
        let asked = self.parts.store.account(&row.asked_by).await?;
        let about = match wanted {
            Wanted::Invite { same_as: Some(account), .. } | Wanted::EnrolAgain { account } => {
                self.account_named(account).await?
            }
            Wanted::Invite { same_as: None, .. } | Wanted::Organisation { .. } | Wanted::Contact { .. } => {
                None
            }
        };
        // What somebody asked for whose account was closed meanwhile is to be asked for again.
        let asker = asked.filter(|row| row.active).map(|row| row.individual);
        Ok(asker.as_ref().is_some_and(|asker| *asker != actor.individual)
            && about.is_none_or(|about| {
                about.individual != actor.individual && asker.as_ref() != Some(&about.individual)
            }))
    }

    /// A second administrator confirms, and says how they checked; for somebody who is let in, the code that they enrol
    /// with. It is shown this once.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::SamePerson`] for whoever asked, and for whom it is about;
    /// [`ServiceError::Busy`] where it is over or confirmed; [`ServiceError::Invalid`] where it can be no more.
    pub async fn confirm_dual(&self, actor: &Actor, id: &str, checked: &str) -> Answer<Option<String>> {
        administrator(actor)?;
        let checked = Text::parse("/checked", checked).map_err(|fault| ServiceError::Invalid(vec![fault]))?;
        let row = self.open_row(id).await?;
        let wanted = read(&row)?;
        if !self.may_confirm(actor, &row, &wanted).await? {
            return Err(Refusal::SamePerson.into());
        }
        if let Wanted::Invite { .. } | Wanted::Organisation { .. } | Wanted::Contact { .. } = &wanted {
            let faults = self.faults_of(&wanted).await?;
            if !faults.is_empty() {
                return Err(ServiceError::Invalid(faults));
            }
        }
        let now = self.now();
        let confirm = |enrols| {
            Some(DualChange::Confirm {
                id: row.id.clone(),
                by: actor.account.clone(),
                at: now,
                checked: checked.as_str().to_owned(),
                enrols,
            })
        };
        let code = LetterCode::fresh(self.entropy());
        let digest = self.enrolment_digest(&code)?;
        let enrols = |account: &AccountId| confirm(Some((account.clone(), digest, now.plus(CODE_SECONDS))));
        match &wanted {
            Wanted::Invite { name, title, role, place, same_as } => {
                let account = self.invited(name, title, role, place, same_as.as_deref()).await?;
                let write = Write { dual: enrols(&account.account), ..Write::default() };
                self.record_account(Some(actor), account, write).await?;
            }
            Wanted::EnrolAgain { account } => {
                let account = self.account_named(account).await?;
                let account = account.ok_or(ServiceError::Broken("an account is gone"))?.account;
                let write = Write { dual: enrols(&account), ..Write::default() };
                self.change_account(Some(actor), &account, "may enrol again", write).await?;
            }
            Wanted::Organisation { sort, id, title, trust, nation } => {
                let place = PlaceRow {
                    kind: sort.clone(),
                    id: id.clone(),
                    title: title.trim().to_owned(),
                    parent: trust.clone().filter(|_| sort == "unit"),
                    nation: nation.clone(),
                };
                self.make_organisation(actor, place, confirm(None)).await?;
                return Ok(None);
            }
            Wanted::Contact { force, address } => {
                self.set_contact(actor, force, address, confirm(None)).await?;
                return Ok(None);
            }
        }
        Ok(Some(code.printed().to_string()))
    }

    async fn invited(
        &self,
        name: &str,
        title: &str,
        role: &str,
        place: &str,
        same_as: Option<&str>,
    ) -> Answer<AccountRow> {
        let account = AccountId::from_bytes(self.fresh_id());
        let individual = match same_as {
            Some(other) => self.account_named(other).await?.map(|row| row.individual),
            None => IndividualId::parse(account.as_str()).ok(),
        };
        let parts = individual.zip(Role::parse(role)).zip(parse_place(place));
        let ((individual, role), place) = parts.ok_or(ServiceError::Broken("an invitation does not read"))?;
        Ok(AccountRow {
            account,
            individual,
            name: name.trim().to_owned(),
            title: title.trim().to_owned(),
            role,
            place,
            // Nothing opens it until its holder enrols.
            password: String::new(),
            token: None,
            active: false,
        })
    }

    async fn make_organisation(
        &self,
        actor: &Actor,
        place: PlaceRow,
        dual: Option<DualChange>,
    ) -> Answer<()> {
        let holder = match place.kind.as_str() {
            "unit" => UnitId::parse(&place.id).ok().map(|id| Holder::unit(id.as_str())),
            "force" => ForceId::parse(&place.id).ok().map(|id| Holder::force(id.as_str())),
            _ => None,
        };
        if let Some(Ok(holder)) = holder
            && self.parts.keks.newest(&holder).is_err()
        {
            return Err(fault("/id", ::words::say("refusal-expected-organisation-with-keys")));
        }
        let id = organisation_stream(&place.kind, &place.id);
        let setting = format!("organisation {}:{}", place.kind, place.id);
        let title = place.title.clone();
        let write = Write { places: vec![place], dual, ..Write::default() };
        self.record_setting(actor, &id, setting, &title, write).await?;
        self.refresh_places().await
    }

    /// Records a setting of an organisation, in the organisation's own stream, with what it changes.
    pub(crate) async fn record_setting(
        &self,
        actor: &Actor,
        id: &CaseId,
        setting: String,
        value: &str,
        write: Write,
    ) -> Answer<()> {
        let (keys, new_keys) = match self.keys(id).await? {
            Some(keys) => (keys, Vec::new()),
            None => self.service_keys(id)?,
        };
        let position = self.parts.store.last_position(id, Stream::Account).await? + 1;
        let digest = crate::rules::digest_text(Sha256::digest(value.as_bytes()).as_slice());
        let event = Event::SettingsChanged { by: Some(actor.into()), setting, digest };
        let (stored, leaf) = self.seal_event(&keys, id, Stream::Account, position, &event, self.now())?;
        let keeper_acts = crate::keepers::listed(&event, &stored);
        let write = Write { keeper_acts, events: vec![stored], leaves: vec![leaf], new_keys, ..write };
        Ok(self.parts.store.append(write).await?)
    }

    /// Takes back what was asked for, or a code that was not used yet.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`ServiceError::Busy`] where it is over.
    pub async fn take_back_dual(&self, actor: &Actor, id: &str) -> Answer<()> {
        administrator(actor)?;
        let row = self.open_row(id).await?;
        let what = self.recorded_line(&read(&row)?).await?;
        let end = DualChange::End { id: row.id, at: self.now(), why: "taken-back" };
        let write = Write { dual: Some(end), ..Write::default() };
        self.change_account(Some(actor), &actor.account, &format!("took back: {what}"), write).await
    }

    async fn open_row(&self, id: &str) -> Answer<DualRow> {
        let row = self.parts.store.dual_control(id).await?;
        let row = row.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
        if row.ended.is_some() { Err(ServiceError::Busy) } else { Ok(row) }
    }

    /// Closes an account: everything by which it could be signed in to goes, codes to enrol with too, and its sessions end
    /// now. Letting its holder
    /// in again takes two administrators.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::SamePerson`] for one's own.
    pub async fn close_account(&self, actor: &Actor, account: &AccountId, why: &str) -> Answer<()> {
        administrator(actor)?;
        let why = Text::line("/why", why).map_err(|fault| ServiceError::Invalid(vec![fault]))?;
        let row = self.parts.store.account(account).await?;
        let row = row.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
        if row.individual == actor.individual {
            return Err(Refusal::SamePerson.into());
        }
        let closed = Credentials {
            account: row.account.clone(),
            active: false,
            password: String::new(),
            second: None,
            recovery: Vec::new(),
        };
        let write = Write { credentials: Some(closed), ..Write::default() };
        self.change_account(Some(actor), &row.account, &format!("closed: {}", why.as_str()), write).await
    }

    /// The first administrators, or new ones where fewer than two can still sign in: made on the machine, each with a code
    /// to enrol with. An event of each account, made by nobody who has one.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] for names that are taken or the same; [`Refusal::AlreadyDone`] where two administrators can
    /// sign in: they let others in.
    pub async fn first_administrators(&self, two: [(&str, &str); 2]) -> Answer<Vec<(String, String)>> {
        let rows = self.parts.store.accounts().await?;
        if rows.iter().filter(|row| row.role == Role::Administrator && row.active).count() >= 2 {
            return Err(Refusal::AlreadyDone.into());
        }
        let [(first, _), (second, _)] = two;
        if first.trim().eq_ignore_ascii_case(second.trim()) {
            return Err(fault("/name", ::words::say("refusal-expected-two-names")));
        }
        let mut faults = Vec::new();
        let wanted = two.map(|(name, title)| Wanted::Invite {
            name: name.to_owned(),
            title: title.to_owned(),
            role: Role::Administrator.as_str().to_owned(),
            place: "service".to_owned(),
            same_as: None,
        });
        for one in &wanted {
            faults.extend(self.faults_of(one).await?);
        }
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        let mut codes = Vec::new();
        for (one, (name, title)) in wanted.iter().zip(two) {
            let account = self.invited(name, title, "administrator", "service", None).await?;
            let code = LetterCode::fresh(self.entropy());
            let (id, now) = (CaseId::from_bytes(self.fresh_id()).to_string(), self.now());
            let written = serde_json::to_string(one);
            let row = DualRow {
                id: id.clone(),
                wanted: written.map_err(|_| ServiceError::Broken("a request does not write"))?,
                said: "made on the machine".to_owned(),
                asked_by: account.account.clone(),
                asked: now,
                confirmed: None,
                checked: None,
                enrols: None,
                ended: None,
            };
            let (by, until) = (account.account.clone(), now.plus(CODE_SECONDS));
            let write = Write { dual: Some(DualChange::Ask(row)), ..Write::default() };
            self.record_account(None, account, write).await?;
            let confirm = DualChange::Confirm {
                id,
                by: by.clone(),
                at: now,
                checked: "made on the machine".to_owned(),
                enrols: Some((by.clone(), self.enrolment_digest(&code)?, until)),
            };
            let write = Write { dual: Some(confirm), ..Write::default() };
            self.change_account(None, &by, "may enrol: made on the machine", write).await?;
            codes.push((name.trim().to_owned(), code.printed().to_string()));
        }
        Ok(codes)
    }
}

fn read(row: &DualRow) -> Answer<Wanted> {
    serde_json::from_str(&row.wanted).map_err(|_| ServiceError::Broken("a request does not read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_belongs_to_a_sort_of_place() {
        for (role, place, expected) in [
            (Role::Officer, "force:northern", true),
            (Role::Officer, "unit:london", false),
            (Role::Guardian, "trust:one", true),
            (Role::Guardian, "service", false),
            (Role::Reviewer, "independent", true),
            (Role::Reviewer, "trust:one", false),
            (Role::Administrator, "service", true),
        ] {
            assert_eq!(fits(role, &parse_place(place).unwrap()), expected, "{role:?} {place}");
        }
        for bad in ["", "unit:", "unit", "force:../x", "moon:one", "service:x"] {
            assert_eq!(parse_place(bad), None, "{bad}");
        }
    }
}
