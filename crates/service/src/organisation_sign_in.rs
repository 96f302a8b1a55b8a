//! Signing in through one's organisation (ADR 0033): what its provider said, once that was verified, and which account it
//! opens. An account is linked to whom the provider means by issuer and subject, never to an address or a name, and only
//! where two administrators let its holder in.

use crate::{
    accounts::{Method, SignedIn},
    dates::ForReaders as _,
    dual_control::fault,
    engine::Service,
    enrolment::{Enrolling, active},
    error::{Answer, ServiceError},
    places::Places,
    ports::{AccountRow, KeptFormRow, OrganisationLinkRow, StoreError, Write},
};
use casework::{
    actor::{Actor, Place, Role},
    id::{AccountId, CaseId},
    refusal::Refusal,
    time::Moment,
};
use sha2::{Digest as _, Sha256};
use vault::token::Token;

/// How long what was typed waits for its sender, in seconds.
const KEPT_SECONDS: i64 = 1_800;
/// Length of the identifier that a sealed form begins with.
const KEPT_ID: usize = 32;
/// `proved` of a session whose holder showed nothing that counts for what matters much.
const NEVER: Moment = Moment(0);

/// How sure a provider is who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assurance {
    /// It said nothing that counts: worth as much as a password alone.
    Nothing,
    /// There was a second factor.
    SecondFactor,
    /// There was a method that answers to the provider's own address only, so that nobody could come between.
    PhishingResistant,
}

/// What the provider of an organisation said of somebody, and what was verified.
#[derive(Clone, PartialEq, Eq)]
pub struct Proven {
    /// Who said it.
    pub issuer: String,
    /// Of whom: a name that means nothing elsewhere.
    pub subject: String,
    /// The organisation that the provider belongs to.
    pub organisation: Place,
    /// How sure it is.
    pub assurance: Assurance,
    /// When they showed who they are.
    pub at: Moment,
}

impl std::fmt::Debug for Proven {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proven").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl Proven {
    /// What stands for issuer and subject in a row.
    fn id(&self) -> Vec<u8> {
        id_of(&self.issuer, &self.subject)
    }
}

fn id_of(issuer: &str, subject: &str) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(b"candour.organisation-subject.v1\n");
    digest.update((issuer.len() as u64).to_be_bytes());
    digest.update(issuer);
    digest.update(subject);
    digest.finalize().to_vec()
}

/// What came of it.
#[derive(Debug)]
pub enum Coming {
    /// Signed in.
    In(Box<SignedIn>),
    /// Nobody that is known here: no account is linked to them, or it was closed, or it belongs elsewhere by now.
    Unknown,
    /// Known, and not shown well enough for their part.
    TooWeak,
}

/// What came of showing at one's organisation again who one is.
#[derive(Debug)]
pub enum Shown {
    /// It is they, and their session has this token from now on.
    Well(Token),
    /// It is they, and what they showed is not enough for what matters much.
    TooLittle,
    /// It was somebody else, or the session ended meanwhile.
    SomebodyElse,
}

/// The organisation's sign-in of an account, for its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationView {
    /// The issuer.
    pub issuer: String,
    /// Since when it opens the account, for people.
    pub made: String,
    /// When it was last used, for people.
    pub used: Option<String>,
}

/// Whether a part may come through its organisation.
///
/// SECURITY: whoever runs a provider can say that they are anybody whom it stands for. They must not be, at once, everybody
/// whose approval a disclosure needs; so Guardians show who they are to us alone. Neither reviewers nor administrators nor
/// those who look after keys and retention belong to an organisation that they watch over.
#[must_use]
pub const fn may_come_through_organisation(role: Role) -> bool {
    match role {
        Role::Officer
        | Role::Supervisor
        | Role::HealthWorker
        | Role::Clinician
        | Role::SecondClinician
        | Role::Safeguarding
        | Role::Legal
        | Role::DataProtectionOfficer => true,
        Role::Guardian
        | Role::Reviewer
        | Role::Administrator
        | Role::KeyCustodian
        | Role::RetentionManager => false,
    }
}

/// Whether an organisation's provider speaks for a place: its own, and for a trust those of its units.
fn speaks_for(places: &Places, organisation: &Place, place: &Place) -> bool {
    match (organisation, place) {
        (Place::Force(_) | Place::Unit(_) | Place::Trust(_), same) if organisation == same => true,
        (Place::Trust(trust), Place::Unit(unit)) => {
            places.units.get(unit).is_some_and(|unit| unit.trust == *trust)
        }
        _ => false,
    }
}

/// What an account's holder has to have shown at least: as much as whoever comes without an organisation (ADR 0032).
const fn needed(place: &Place) -> Assurance {
    match place {
        Place::Force(_) => Assurance::PhishingResistant,
        Place::Unit(_) | Place::Trust(_) | Place::Independent | Place::Service => Assurance::SecondFactor,
    }
}

/// How a session is opened, and whether what was shown counts for what matters much.
const fn worth(proven: &Proven) -> (Method, Moment) {
    match proven.assurance {
        Assurance::PhishingResistant => (Method::Organisation, proven.at),
        Assurance::SecondFactor | Assurance::Nothing => (Method::OrganisationSecondFactor, NEVER),
    }
}

impl Service {
    /// Whether somebody who enrols may come through an organisation.
    pub async fn may_enrol_through(&self, enrolling: &Enrolling, organisation: &Place) -> bool {
        self.admits(enrolling.row(), organisation).await
    }

    async fn admits(&self, row: &AccountRow, organisation: &Place) -> bool {
        may_come_through_organisation(row.role) && speaks_for(&*self.places().await, organisation, &row.place)
    }

    /// The account that somebody's organisation opens for them.
    async fn account_of(&self, proven: &Proven) -> Answer<Option<AccountRow>> {
        let Some(link) = self.parts.store.organisation_link(&proven.id()).await? else { return Ok(None) };
        let Some(row) = self.parts.store.account(&link.account).await?.filter(|row| row.active) else {
            return Ok(None);
        };
        if self.admits(&row, &proven.organisation).await {
            return Ok(Some(row));
        }
        tracing::warn!(account = %row.account, "a provider spoke for an account that is not of its organisation");
        Ok(None)
    }

    /// Signs in whoever their organisation showed.
    ///
    /// # Errors
    /// As the store's.
    pub async fn sign_in_through_organisation(&self, proven: &Proven, browser: &str) -> Answer<Coming> {
        let Some(row) = self.account_of(proven).await? else {
            tracing::info!(issuer = proven.issuer, "an organisation showed somebody who has no account here");
            return Ok(Coming::Unknown);
        };
        if proven.assurance < needed(&row.place) {
            tracing::info!(account = %row.account, "an organisation's sign-in showed too little");
            return Ok(Coming::TooWeak);
        }
        match self.parts.store.use_organisation_link(&proven.id(), self.now()).await {
            Ok(()) => {}
            // Closed or enrolled again a moment ago.
            Err(StoreError::Conflict) => return Ok(Coming::Unknown),
            Err(other) => return Err(other.into()),
        }
        let (method, proved) = worth(proven);
        let signed_in = self.open_session_proved(row, method, proved, browser).await?;
        Ok(Coming::In(Box::new(signed_in)))
    }

    /// Somebody signed in showed again, at their organisation, who they are.
    ///
    /// # Errors
    /// As the store's.
    pub async fn prove_through_organisation(
        &self,
        token: &str,
        account: &AccountId,
        proven: &Proven,
    ) -> Answer<Shown> {
        let row = self.account_of(proven).await?;
        if row.is_none_or(|row| row.account != *account) {
            return Ok(Shown::SomebodyElse);
        }
        if proven.assurance < Assurance::PhishingResistant {
            return Ok(Shown::TooLittle);
        }
        let token = self.prove_session_at(token, Method::Organisation, proven.at).await?;
        Ok(token.map_or(Shown::SomebodyElse, Shown::Well))
    }

    /// Enrols with whom one's organisation showed, and signs in. Whatever opened the account before goes.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for parts and places that it does not speak for; [`ServiceError::Invalid`] for a sign-in that
    /// opens another account; [`ServiceError::Busy`] where the code was used meanwhile.
    pub async fn enrol_through_organisation(
        &self,
        enrolling: &Enrolling,
        proven: &Proven,
        browser: &str,
    ) -> Answer<Coming> {
        let row = enrolling.row();
        if !self.admits(row, &proven.organisation).await {
            return Err(Refusal::NotYourRole.into());
        }
        if proven.assurance < needed(&row.place) {
            return Ok(Coming::TooWeak);
        }
        let link = OrganisationLinkRow {
            id: proven.id(),
            account: row.account.clone(),
            issuer: proven.issuer.clone(),
            made: self.now(),
            used: None,
        };
        let write = Write { organisation_link: Some(link), ..Write::default() };
        let change = "enrolled with the sign-in of their organisation";
        self.enrol(enrolling, String::new(), None, Vec::new(), change, write).await.map_err(|error| {
            match error {
                ServiceError::Store(StoreError::Taken(_)) => {
                    fault("", ::words::say("refusal-expected-unused-sign-in"))
                }
                other => other,
            }
        })?;
        let (method, proved) = worth(proven);
        let signed_in = self.open_session_proved(active(enrolling), method, proved, browser).await?;
        Ok(Coming::In(Box::new(signed_in)))
    }

    /// The organisation's sign-in that opens one's account.
    ///
    /// # Errors
    /// As the store's.
    pub async fn my_organisation(&self, actor: &Actor) -> Answer<Option<OrganisationView>> {
        let row = self.parts.store.organisation_link_of(&actor.account).await?;
        Ok(row.map(|row| OrganisationView {
            issuer: row.issuer,
            made: row.made.for_readers(),
            used: row.used.map(Moment::for_readers),
        }))
    }

    /// A provider said that somebody signed out there, or may no longer sign in: their sessions end. Says how many.
    ///
    /// # Errors
    /// As the store's.
    pub async fn end_through_organisation(&self, issuer: &str, subject: &str) -> Answer<u64> {
        match self.parts.store.organisation_link(&id_of(issuer, subject)).await? {
            Some(link) => Ok(self.parts.store.end_other_sessions(&link.account, &[]).await?),
            None => Ok(0),
        }
    }

    /// Keeps what somebody typed, sealed by [`seal_for`](Self::seal_for), while they are at their organisation's provider;
    /// gives the part that opens it, which stays in their browser and nowhere else: what lies here opens with no key that
    /// the service has. `None` for what nobody sealed.
    ///
    /// # Errors
    /// As the store's.
    pub async fn keep_form(&self, account: &AccountId, sealed: &[u8]) -> Answer<Option<Vec<u8>>> {
        let Some((id, at)) = parted(sealed) else { return Ok(None) };
        let (head, tail) = sealed.split_at(at);
        let row = KeptFormRow {
            id: id.to_string(),
            account: account.clone(),
            sealed: tail.to_vec(),
            expires: self.now().plus(KEPT_SECONDS),
        };
        self.parts.store.keep_form(row).await?;
        Ok(Some(head.to_vec()))
    }

    /// What was kept, whole again; `None` where it is gone.
    ///
    /// # Errors
    /// As the store's.
    pub async fn take_form(&self, head: &[u8]) -> Answer<Option<Vec<u8>>> {
        let Some((id, _)) = parted(head).filter(|(_, at)| *at == head.len()) else { return Ok(None) };
        let tail = self.parts.store.take_form(id.as_str(), self.now()).await?;
        Ok(tail.map(|tail| [head, &tail].concat()))
    }
}

/// The identifier of what was sealed, and where its wrapped key ends and the ciphertext begins.
fn parted(sealed: &[u8]) -> Option<(CaseId, usize)> {
    let (id, rest) = sealed.split_at_checked(KEPT_ID)?;
    let id = CaseId::parse(std::str::from_utf8(id).ok()?).ok()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    (rest.len() >= length).then_some((id, KEPT_ID + 2 + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::id::{ForceId, TrustId, UnitId};

    #[test]
    fn one_provider_is_never_everybody_whose_approval_a_disclosure_needs() {
        for (role, expected) in [
            (Role::Officer, true),
            (Role::Supervisor, true),
            (Role::Clinician, true),
            (Role::Guardian, false),
            (Role::Reviewer, false),
            (Role::Administrator, false),
            (Role::KeyCustodian, false),
            (Role::RetentionManager, false),
        ] {
            assert_eq!(may_come_through_organisation(role), expected, "{role:?}");
        }
    }

    #[test]
    fn a_provider_speaks_for_its_own_organisation() {
        let unit = |id: &str, trust: &str| crate::places::Unit {
            id: UnitId::parse(id).unwrap(),
            title: String::new(),
            trust: TrustId::parse(trust).unwrap(),
            nation: casework::codes::Nation::England,
        };
        let mut places = Places::default();
        for unit in [unit("london", "one"), unit("leeds", "two")] {
            places.units.insert(unit.id.clone(), unit);
        }
        let place = |text: &str| crate::dual_control::parse_place(text).unwrap();
        for (organisation, of, expected) in [
            ("force:north", "force:north", true),
            ("force:north", "force:south", false),
            ("trust:one", "trust:one", true),
            ("trust:one", "unit:london", true),
            ("trust:one", "unit:leeds", false),
            ("trust:one", "unit:nowhere", false),
            ("unit:london", "unit:london", true),
            ("unit:london", "trust:one", false),
            ("trust:one", "independent", false),
            ("force:north", "service", false),
            ("independent", "independent", false),
            ("service", "service", false),
        ] {
            assert_eq!(
                speaks_for(&places, &place(organisation), &place(of)),
                expected,
                "{organisation} {of}"
            );
        }
        assert_eq!(needed(&Place::Force(ForceId::parse("north").unwrap())), Assurance::PhishingResistant);
        assert_eq!(needed(&place("unit:london")), Assurance::SecondFactor);
        assert!(Assurance::Nothing < Assurance::SecondFactor);
    }

    #[test]
    fn issuer_and_subject_are_not_confused() {
        assert_ne!(id_of("https://a.example/b", "c"), id_of("https://a.example/", "bc"));
        assert_ne!(id_of("https://a.example", "s"), id_of("https://b.example", "s"));
        assert_eq!(id_of("https://a.example", "s"), id_of("https://a.example", "s"));
    }

    #[test]
    fn only_a_strong_proof_counts_for_what_matters() {
        let proven = |assurance| Proven {
            issuer: String::new(),
            subject: String::new(),
            organisation: Place::Service,
            assurance,
            at: Moment(7),
        };
        assert_eq!(worth(&proven(Assurance::PhishingResistant)), (Method::Organisation, Moment(7)));
        assert_eq!(worth(&proven(Assurance::SecondFactor)), (Method::OrganisationSecondFactor, NEVER));
    }

    #[test]
    fn what_is_kept_is_parted_behind_its_key() {
        let mut sealed = "ab".repeat(16).into_bytes();
        sealed.extend([0, 3, 1, 2, 3, 9, 9]);
        assert_eq!(parted(&sealed).map(|(_, at)| at), Some(37));
        assert_eq!(parted(&sealed[..37]).map(|(_, at)| at), Some(37));
        assert!(parted(&sealed[..36]).is_none());
        assert!(parted(b"short").is_none());
    }
}
