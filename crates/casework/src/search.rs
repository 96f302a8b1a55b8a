//! Searching within one's own place: who may, by what, and how often. Exact identifiers only: nothing here matches in
//! part, so that nobody can go through people, and nobody searches for police.

use crate::{
    actor::{Actor, Place, Role},
    refusal::Refusal,
};
use serde::{Deserialize, Serialize};

/// How many searches one account makes within an hour. A clinic that looks up everybody whom a morning brings stays below
/// it; whoever goes through a list of people does not get far.
pub const SEARCHES_PER_HOUR_MAX: u32 = 30;

/// By what somebody searches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SearchBy {
    /// The reference of a case, which says nothing of a person.
    Reference,
    /// An NHS number.
    NhsNumber,
    /// A full name together with a date of birth.
    NameAndBirth,
}

impl SearchBy {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Reference, Self::NhsNumber, Self::NameAndBirth];

    /// The code, as in events and rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::NhsNumber => "nhs-number",
            Self::NameAndBirth => "name-and-birth",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == code)
    }

    /// Whether it is a search for a person, rather than for a case that one knows of.
    #[must_use]
    pub const fn is_for_a_person(self) -> bool {
        matches!(self, Self::NhsNumber | Self::NameAndBirth)
    }
}

/// Whether somebody may search in this way: for a person within their own unit whoever answers referrals there; for a
/// case by its reference whoever reads cases. Police, health workers and whoever keeps accounts, keys or retention never.
#[must_use]
pub fn may_search(actor: &Actor, by: SearchBy) -> bool {
    match actor.role {
        Role::Clinician | Role::SecondClinician => matches!(actor.place, Place::Unit(_)),
        Role::Guardian | Role::Safeguarding | Role::Legal | Role::DataProtectionOfficer | Role::Reviewer => {
            !by.is_for_a_person()
        }
        Role::Officer
        | Role::Supervisor
        | Role::HealthWorker
        | Role::Administrator
        | Role::KeyCustodian
        | Role::RetentionManager => false,
    }
}

/// Refuses a search by somebody who may not, and one too many by somebody who may: `made` is how many they made within the
/// last hour.
///
/// # Errors
/// [`Refusal::NotYourRole`], [`Refusal::SearchedTooOften`].
pub fn permit(actor: &Actor, by: SearchBy, made: u32) -> Result<(), Refusal> {
    if !may_search(actor, by) {
        return Err(Refusal::NotYourRole);
    }
    if made >= SEARCHES_PER_HOUR_MAX { Err(Refusal::SearchedTooOften) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AccountId, ForceId, IndividualId, TrustId, UnitId};

    fn actor(role: Role) -> Actor {
        let place = match role {
            Role::Officer | Role::Supervisor => Place::Force(ForceId::parse("met").unwrap()),
            Role::Clinician | Role::SecondClinician | Role::HealthWorker => {
                Place::Unit(UnitId::parse("london").unwrap())
            }
            Role::Reviewer => Place::Independent,
            Role::Administrator | Role::KeyCustodian | Role::RetentionManager => Place::Service,
            _ => Place::Trust(TrustId::parse("north-trust").unwrap()),
        };
        Actor {
            account: AccountId::parse("a").unwrap(),
            individual: IndividualId::parse("a").unwrap(),
            role,
            place,
        }
    }

    #[test]
    fn people_are_looked_for_by_the_clinicians_of_a_unit_alone() {
        for role in Role::ALL {
            let clinician = matches!(role, Role::Clinician | Role::SecondClinician);
            let reads = clinician
                || matches!(
                    role,
                    Role::Guardian
                        | Role::Safeguarding
                        | Role::Legal
                        | Role::DataProtectionOfficer
                        | Role::Reviewer
                );
            for by in SearchBy::ALL {
                let may = if by.is_for_a_person() { clinician } else { reads };
                assert_eq!(may_search(&actor(role), by), may, "{} {}", role.as_str(), by.as_str());
            }
        }
        let mut roaming = actor(Role::Clinician);
        roaming.place = Place::Trust(TrustId::parse("north-trust").unwrap());
        assert!(!may_search(&roaming, SearchBy::NhsNumber), "nobody searches across units");
    }

    #[test]
    fn one_search_too_many_is_refused_and_the_last_one_allowed_is_not() {
        let clinician = actor(Role::Clinician);
        let permitted = |made| permit(&clinician, SearchBy::NhsNumber, made);
        assert_eq!(permitted(SEARCHES_PER_HOUR_MAX - 1), Ok(()));
        assert_eq!(permitted(SEARCHES_PER_HOUR_MAX), Err(Refusal::SearchedTooOften));
        // Whoever may not search is not told how often others may.
        assert_eq!(permit(&actor(Role::Officer), SearchBy::Reference, 99), Err(Refusal::NotYourRole));
    }

    #[test]
    fn codes_read_back() {
        for by in SearchBy::ALL {
            assert_eq!(SearchBy::parse(by.as_str()), Some(by));
            assert_eq!(serde_json::to_value(by).unwrap(), by.as_str());
        }
        assert_eq!(SearchBy::parse("surname"), None);
    }
}
