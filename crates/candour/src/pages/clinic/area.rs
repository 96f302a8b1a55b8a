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
    pub const fn heading(self, role: Role) -> &'static str {
        match self {
            Self::Clinic => match role {
                Role::DataProtectionOfficer => "Cases of your trust",
                _ => "Waiting for you",
            },
            Self::Guardian => "Decisions waiting for you",
            Self::Legal => "Papers and questions waiting for you",
            Self::Safeguarding => "Opinions waiting for you",
            Self::Review => "Waiting for the independent reviewer",
        }
    }

    /// What stands below the heading.
    #[must_use]
    pub const fn intro(self, role: Role) -> &'static str {
        match self {
            Self::Clinic => match role {
                Role::SecondClinician => {
                    "You give a second opinion. Until yours is given you do not see the first one, so that the two stand on their own."
                }
                Role::DataProtectionOfficer => {
                    "You read and advise. You approve nothing. Breaches of personal data wait here for your advice until the guardian has decided; whoever wants it otherwise sends you the reference of the case, by which you find it. Each page that you open is recorded."
                }
                _ => {
                    "Everything that your unit is asked to do. Urgent tasks come first, then those that have waited longest."
                }
            },
            Self::Guardian => {
                "You decide last, having seen every other opinion. Nothing leaves without the decision of a named person."
            }
            Self::Legal => {
                "You say what a paper is and what it orders, and whether a notice that the law may hold back can be sent."
            }
            Self::Safeguarding => {
                "You say what there is reason to believe about a child or an adult at risk, and give your opinion on what is proposed."
            }
            Self::Review => {
                "Third referrals in 90 days, emergencies to look at afterwards, deferrals, notices that could not go, telephone approvals that nobody confirmed, and breaches that nobody has decided about."
            }
        }
    }

    /// What an empty queue says.
    #[must_use]
    pub const fn empty(self) -> &'static str {
        match self {
            Self::Clinic => "Nothing is waiting. What is asked of you appears here as it arrives.",
            Self::Guardian => {
                "Nothing is waiting. A proposal appears here once every other opinion on it is given."
            }
            Self::Legal => {
                "Nothing is waiting. Proposals that rest on a paper appear here, and notices that may not be sent without you."
            }
            Self::Safeguarding => {
                "Nothing is waiting. Proposals about a child, or an adult at risk, appear here."
            }
            Self::Review => "Nothing is waiting.",
        }
    }
}
