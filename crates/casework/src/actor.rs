//! Who acts, in which role, and from where.

use crate::id::{AccountId, ForceId, IndividualId, TrustId, UnitId};
use serde::{Deserialize, Serialize};

/// What somebody may be in the service. One account has one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Asks about one person.
    Officer,
    /// Countersigns for officers of the same force.
    Supervisor,
    /// Any member of a trust's staff: begins and sees only their own reports.
    HealthWorker,
    /// Answers enquiries and referrals of their unit.
    Clinician,
    /// Gives the second opinion, blind to the first until their own is given.
    SecondClinician,
    /// Caldicott Guardian, deputy or on-call deputy under the trust's written delegation.
    Guardian,
    /// Named safeguarding professional.
    Safeguarding,
    /// The trust's legal service.
    Legal,
    /// Advises, never approves (UK GDPR Article 38(6)).
    DataProtectionOfficer,
    /// Independent of trusts and police.
    Reviewer,
    /// Accounts and organisations; no case content.
    Administrator,
    /// Keys; no case content.
    KeyCustodian,
    /// Retention; no case content.
    RetentionManager,
}

impl Role {
    /// Whether it reads cases as the clinic does, so that it can stand back from one. Police, health workers (who see their
    /// own reports elsewhere), administrators, key custodians and retention managers never do.
    #[must_use]
    pub const fn is_of_the_clinic(self) -> bool {
        match self {
            Self::Clinician
            | Self::SecondClinician
            | Self::Guardian
            | Self::Safeguarding
            | Self::Legal
            | Self::DataProtectionOfficer
            | Self::Reviewer => true,
            Self::Officer
            | Self::Supervisor
            | Self::HealthWorker
            | Self::Administrator
            | Self::KeyCustodian
            | Self::RetentionManager => false,
        }
    }

    /// Every role, in the order in which people are told of them.
    pub const ALL: [Self; 13] = [
        Self::Officer,
        Self::Supervisor,
        Self::HealthWorker,
        Self::Clinician,
        Self::SecondClinician,
        Self::Guardian,
        Self::Safeguarding,
        Self::Legal,
        Self::DataProtectionOfficer,
        Self::Reviewer,
        Self::Administrator,
        Self::KeyCustodian,
        Self::RetentionManager,
    ];

    /// The code, as in addresses and events.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Supervisor => "supervisor",
            Self::HealthWorker => "health-worker",
            Self::Clinician => "clinician",
            Self::SecondClinician => "second-clinician",
            Self::Guardian => "guardian",
            Self::Safeguarding => "safeguarding",
            Self::Legal => "legal",
            Self::DataProtectionOfficer => "data-protection-officer",
            Self::Reviewer => "reviewer",
            Self::Administrator => "administrator",
            Self::KeyCustodian => "key-custodian",
            Self::RetentionManager => "retention-manager",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == code)
    }

    /// For people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Officer => "Officer",
            Self::Supervisor => "Supervisor",
            Self::HealthWorker => "Health worker",
            Self::Clinician => "Clinician",
            Self::SecondClinician => "Second clinician",
            Self::Guardian => "Caldicott Guardian",
            Self::Safeguarding => "Named safeguarding professional",
            Self::Legal => "Legal service",
            Self::DataProtectionOfficer => "Data protection officer",
            Self::Reviewer => "Independent reviewer",
            Self::Administrator => "Administrator",
            Self::KeyCustodian => "Key custodian",
            Self::RetentionManager => "Retention manager",
        }
    }
}

/// Where an account belongs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "at", content = "id")]
pub enum Place {
    /// A police force or another body that may ask.
    Force(ForceId),
    /// A unit of a trust.
    Unit(UnitId),
    /// A whole trust, with all its units.
    Trust(TrustId),
    /// Outside trusts and police.
    Independent,
    /// The service itself: accounts, keys, retention.
    Service,
}

/// Somebody acting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account they signed in with.
    pub account: AccountId,
    /// The human being.
    pub individual: IndividualId,
    /// Their role.
    pub role: Role,
    /// Where they belong.
    pub place: Place,
}

impl Actor {
    /// Whether a case of this unit and trust is theirs to act on, as far as the place goes.
    #[must_use]
    pub fn belongs_to(&self, unit: &UnitId, trust: &TrustId) -> bool {
        match &self.place {
            Place::Unit(own) => own == unit,
            Place::Trust(own) => own == trust,
            Place::Independent => self.role == Role::Reviewer,
            Place::Force(_) | Place::Service => false,
        }
    }

    /// The force, where the actor belongs to one.
    #[must_use]
    pub fn force(&self) -> Option<&ForceId> {
        match &self.place {
            Place::Force(force) => Some(force),
            Place::Unit(_) | Place::Trust(_) | Place::Independent | Place::Service => None,
        }
    }
}

/// Who did something, as events record it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct By {
    /// Their account.
    pub account: AccountId,
    /// The human being.
    pub individual: IndividualId,
    /// The role they acted in.
    pub role: Role,
}

impl From<&Actor> for By {
    fn from(actor: &Actor) -> Self {
        Self { account: actor.account.clone(), individual: actor.individual.clone(), role: actor.role }
    }
}
