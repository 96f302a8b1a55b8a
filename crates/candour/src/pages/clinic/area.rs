//! The five rooms that share the case page: who may enter each, and what it says of itself.

use casework::actor::Role;

/// A part of the site for one kind of reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Clinicians, second clinicians and, to read, the data protection officer.
    Clinic,
    /// Caldicott Guardians and their deputies.
    Guardian,
    /// The trust's legal service.
    Legal,
    /// Named safeguarding professionals.
    Safeguarding,
    /// The independent reviewer.
    Review,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 5] = [Self::Clinic, Self::Guardian, Self::Legal, Self::Safeguarding, Self::Review];

    /// Where it begins.
    #[must_use]
    pub const fn base(self) -> &'static str {
        match self {
            Self::Clinic => "/clinic",
            Self::Guardian => "/guardian",
            Self::Legal => "/legal",
            Self::Safeguarding => "/safeguarding",
            Self::Review => "/review",
        }
    }

    /// Where one searches in it.
    #[must_use]
    pub const fn search(self) -> &'static str {
        match self {
            Self::Clinic => "/clinic/search",
            Self::Guardian => "/guardian/search",
            Self::Legal => "/legal/search",
            Self::Safeguarding => "/safeguarding/search",
            Self::Review => "/review/search",
        }
    }

    /// The heading of its queue.
    #[must_use]
    pub fn heading(self, role: Role) -> String {
        match self {
            Self::Clinic => match role {
                Role::DataProtectionOfficer => ::words::say("day-heading-data-protection-officer"),
                _ => ::words::say("day-heading-clinic"),
            },
            Self::Guardian => ::words::say("day-heading-guardian"),
            Self::Legal => ::words::say("day-heading-legal"),
            Self::Safeguarding => ::words::say("day-heading-safeguarding"),
            Self::Review => ::words::say("day-heading-review"),
        }
    }

    /// What stands below the heading.
    #[must_use]
    pub fn intro(self, role: Role) -> String {
        match self {
            Self::Clinic => match role {
                Role::SecondClinician => ::words::say("day-intro-second-clinician"),
                Role::DataProtectionOfficer => ::words::say("day-intro-data-protection-officer"),
                _ => ::words::say("day-intro-clinic"),
            },
            Self::Guardian => ::words::say("day-intro-guardian"),
            Self::Legal => ::words::say("day-intro-legal"),
            Self::Safeguarding => ::words::say("day-intro-safeguarding"),
            Self::Review => ::words::say("day-intro-review"),
        }
    }

    /// What an empty queue says.
    #[must_use]
    pub fn empty(self) -> String {
        match self {
            Self::Clinic => ::words::say("day-empty-clinic"),
            Self::Guardian => ::words::say("day-empty-guardian"),
            Self::Legal => ::words::say("day-empty-legal"),
            Self::Safeguarding => ::words::say("day-empty-safeguarding"),
            Self::Review => ::words::say("day-empty-review"),
        }
    }
}
