//! Who may ask for which page: every address of ours with the roles that it is for. One place, asked before any page is
//! made; an address that does not stand here does not exist.
//!
//! What somebody may do in a case is another question, which `casework` answers for the state that the case is in. This
//! says only whose rooms they are.

use crate::pages::clinic::area::Area;
use casework::actor::Role;
use service::adoption::SEES_RULES;

/// Whom an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Whoever comes.
    Anybody,
    /// Whoever is signed in.
    SignedIn,
    /// These roles; others are told that theirs is another one.
    Roles(&'static [Role]),
    /// These roles; to others it does not exist.
    Rooms(&'static [Role]),
}

impl Access {
    /// Whether a role may enter.
    #[must_use]
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Anybody | Self::SignedIn => true,
            Self::Roles(roles) | Self::Rooms(roles) => roles.contains(&role),
        }
    }
}

use Access::{Anybody, Roles, Rooms, SignedIn};

const OFFICER: Access = Roles(&[Role::Officer]);
const SUPERVISOR: Access = Roles(&[Role::Supervisor]);
const REPORTS: Access = Roles(crate::pages::reports::ROLES);
const REVIEWER: Access = Roles(&[Role::Reviewer]);
const CLINICIAN: Access = Rooms(&[Role::Clinician]);
const GUARDIAN: Access = Rooms(&[Role::Guardian]);
const ADMINISTRATOR: Access = Rooms(&[Role::Administrator]);
/// Accounts, keys and retention: three people, none of whom sees a case.
const KEEPERS: Access = Rooms(&[Role::Administrator, Role::KeyCustodian, Role::RetentionManager]);

/// Every address outside the rooms that share the case page, with its methods.
pub const PAGES: &[(&str, &str, Access)] = &[
    ("/", "GET", Anybody),
    ("/about-me", "GET", Anybody),
    ("/accessibility", "GET", Anybody),
    ("/assets/{*name}", "GET", Anybody),
    ("/figures", "GET", Anybody),
    ("/how-it-works", "GET", Anybody),
    ("/language", "GET", Anybody),
    ("/cy/person", "GET", Anybody),
    ("/ledger", "GET", Anybody),
    ("/privacy", "GET", Anybody),
    ("/receipts/check", "GET", Anybody),
    ("/rules", "GET", Anybody),
    ("/person", "GET POST", Anybody),
    ("/person/receipts", "GET POST", Anybody),
    ("/enrol", "GET POST", Anybody),
    ("/enrol/organisation", "POST", Anybody),
    ("/enrol/passkey", "POST", Anybody),
    ("/enrol/password", "POST", Anybody),
    ("/sign-in", "GET POST", Anybody),
    ("/sign-in/organisation", "GET POST", Anybody),
    ("/sign-in/organisation/again", "POST", Anybody),
    ("/sign-in/organisation/back", "GET", Anybody),
    ("/sign-in/organisation/done", "POST", Anybody),
    ("/sign-in/organisation/ended", "POST", Anybody),
    ("/sign-in/passkey", "POST", Anybody),
    ("/sign-out", "POST", SignedIn),
    ("/account", "GET", SignedIn),
    ("/account/passkeys/new", "GET POST", SignedIn),
    ("/account/passkeys/{id}", "GET POST", SignedIn),
    ("/account/password", "GET POST", SignedIn),
    ("/account/prove", "GET POST", SignedIn),
    ("/account/prove/organisation", "POST", SignedIn),
    ("/account/prove/passkey", "POST", SignedIn),
    ("/account/recovery", "POST", SignedIn),
    ("/account/session/keep", "POST", SignedIn),
    ("/account/sessions/end", "POST", SignedIn),
    ("/account/sessions/{name}/end", "POST", SignedIn),
    ("/clinic/call", "GET POST", CLINICIAN),
    ("/clinic/cases", "GET", Rooms(&[Role::Clinician, Role::SecondClinician])),
    ("/clinic/cases/{id}/give-by-telephone/{n}", "GET POST", CLINICIAN),
    ("/clinic/emergency", "GET POST", CLINICIAN),
    ("/officer", "GET", OFFICER),
    ("/officer/countersign", "GET", SUPERVISOR),
    ("/officer/countersign/{id}", "GET POST", SUPERVISOR),
    ("/officer/reassign", "GET POST", SUPERVISOR),
    ("/officer/drafts/{draft}", "GET", OFFICER),
    ("/officer/drafts/{draft}/check", "GET", OFFICER),
    ("/officer/drafts/{draft}/delete", "GET POST", OFFICER),
    ("/officer/drafts/{draft}/send", "POST", OFFICER),
    ("/officer/drafts/{draft}/step/{step}", "GET POST", OFFICER),
    ("/officer/enquiry", "GET POST", OFFICER),
    ("/officer/new", "GET POST", OFFICER),
    ("/officer/{id}", "GET", OFFICER),
    ("/officer/{id}/complete", "GET POST", OFFICER),
    ("/officer/{id}/disclosures/{n}", "GET POST", OFFICER),
    ("/officer/{id}/disclosures/{n}/destroyed", "POST", OFFICER),
    ("/officer/{id}/disclosures/{n}/kept", "POST", OFFICER),
    ("/officer/{id}/disclosures/{n}/recalled", "GET", OFFICER),
    ("/officer/{id}/disclosures/{n}/wrong-person", "GET POST", OFFICER),
    ("/officer/{id}/receipts", "GET", OFFICER),
    ("/officer/{id}/receipts/{n}", "GET", OFFICER),
    ("/officer/{id}/sent", "GET", OFFICER),
    ("/officer/{id}/withdraw", "GET POST", OFFICER),
    ("/officer/{id}/withdrawn", "GET", OFFICER),
    ("/reports", "GET", REPORTS),
    ("/reports/drafts/{draft}", "GET", REPORTS),
    ("/reports/drafts/{draft}/check", "GET", REPORTS),
    ("/reports/drafts/{draft}/delete", "GET POST", REPORTS),
    ("/reports/drafts/{draft}/send", "POST", REPORTS),
    ("/reports/drafts/{draft}/step/{step}", "GET POST", REPORTS),
    ("/reports/new", "GET POST", REPORTS),
    ("/reports/{id}", "GET", REPORTS),
    ("/reports/{id}/complete", "GET POST", REPORTS),
    ("/reports/{id}/duty/{basis}", "GET", REPORTS),
    ("/reports/{id}/duty/{basis}/give", "POST", REPORTS),
    ("/reports/{id}/receipts", "GET", REPORTS),
    ("/reports/{id}/receipts/{n}", "GET", REPORTS),
    ("/reports/{id}/sent", "GET", REPORTS),
    ("/review/entries", "GET", REVIEWER),
    ("/review/entries/{index}", "GET", REVIEWER),
    ("/review/packs", "GET", REVIEWER),
    ("/guardian/delegations", "GET", GUARDIAN),
    ("/guardian/delegations/new", "GET POST", GUARDIAN),
    ("/guardian/delegations/{id}/revoke", "GET POST", GUARDIAN),
    ("/review/delegations", "GET", Rooms(&[Role::Reviewer])),
    ("/review/searches", "GET", Rooms(&[Role::Reviewer])),
    ("/review/sample", "GET", Rooms(&[Role::Reviewer])),
    ("/review/sample/commit", "POST", Rooms(&[Role::Reviewer])),
    ("/review/sample/reveal", "POST", Rooms(&[Role::Reviewer])),
    ("/rules/change", "GET", Rooms(SEES_RULES)),
    ("/rules/change/confirm", "POST", Rooms(&[Role::Administrator, Role::Legal])),
    ("/rules/change/offer", "POST", ADMINISTRATOR),
    ("/rules/change/withdraw", "POST", Rooms(&[Role::Administrator, Role::Legal])),
    ("/admin", "GET", KEEPERS),
    ("/admin/acts", "GET", KEEPERS),
    ("/admin/health", "GET", KEEPERS),
    ("/admin/accounts/{id}/close", "GET POST", ADMINISTRATOR),
    ("/admin/accounts/{id}/enrol", "GET POST", ADMINISTRATOR),
    ("/admin/accounts/{id}/sessions", "GET POST", ADMINISTRATOR),
    ("/admin/contact", "GET POST", ADMINISTRATOR),
    ("/admin/invite", "GET POST", ADMINISTRATOR),
    ("/admin/organisation", "GET POST", ADMINISTRATOR),
    ("/admin/rota", "GET", ADMINISTRATOR),
    ("/admin/rota/new", "GET POST", ADMINISTRATOR),
    ("/admin/rota/{id}/put-back", "POST", ADMINISTRATOR),
    ("/admin/rota/{id}/remove", "POST", ADMINISTRATOR),
    ("/admin/requests/{id}/confirm", "GET POST", ADMINISTRATOR),
    ("/admin/requests/{id}/take-back", "GET POST", ADMINISTRATOR),
    ("/admin/sessions", "GET POST", ADMINISTRATOR),
];

/// Every address of such a room, below its base, with its methods.
pub const ROOM: &[(&str, &str)] = &[
    ("", "GET"),
    ("/search", "GET POST"),
    ("/conflict", "GET POST"),
    ("/cases/{id}", "GET"),
    ("/cases/{id}/approve/{n}/{approval}", "GET POST"),
    ("/cases/{id}/facts", "GET"),
    ("/cases/{id}/facts/{section}", "GET POST"),
    ("/cases/{id}/propose", "GET"),
    ("/cases/{id}/propose/{outcome}", "GET POST"),
    ("/cases/{id}/propose/{outcome}/{basis}", "GET POST"),
    ("/cases/{id}/receipts", "GET"),
    ("/cases/{id}/receipts/{n}", "GET POST"),
    ("/cases/{id}/receipts/{n}/file", "GET"),
    ("/cases/{id}/telephone/{n}", "GET POST"),
    ("/cases/{id}/{act}", "GET POST"),
    ("/cases/{id}/{act}/{n}", "GET POST"),
];

const fn of_room(area: Area) -> Access {
    Rooms(match area {
        Area::Clinic => &[Role::Clinician, Role::SecondClinician, Role::DataProtectionOfficer],
        Area::Guardian => &[Role::Guardian],
        Area::Legal => &[Role::Legal],
        Area::Safeguarding => &[Role::Safeguarding],
        Area::Review => &[Role::Reviewer],
    })
}

/// Whom an address is for; `None` for one that does not stand here.
#[must_use]
pub fn of(route: &str) -> Option<Access> {
    if let Some((.., access)) = PAGES.iter().find(|(known, ..)| *known == route) {
        return Some(*access);
    }
    Area::ALL.into_iter().find_map(|area| {
        let below = route.strip_prefix(area.base())?;
        ROOM.iter().any(|(known, _)| *known == below).then(|| of_room(area))
    })
}

/// Every address with its methods and whom it is for, in order.
#[cfg(test)]
fn all() -> Vec<(String, &'static str, Access)> {
    let rooms = Area::ALL.into_iter().flat_map(|area| {
        ROOM.iter().map(move |(below, methods)| (format!("{}{below}", area.base()), *methods, of_room(area)))
    });
    let pages = PAGES.iter().map(|(route, methods, access)| ((*route).to_owned(), *methods, *access));
    let mut all: Vec<_> = pages.chain(rooms).collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::proof::{Asks, asks};
    use std::fmt::Write as _;

    /// What was looked at and found right; a change shows up here, line by line.
    const MATRIX: &str = include_str!("../../tests/access.txt");

    fn matrix() -> String {
        let mut text = String::from(
            "# Every address, its methods, its roles; `proof` where its reader must have shown lately who they are,\n\
             # `proof-since` where signing in does not count for that, `lately` where signing in in any way does.\n",
        );
        for (route, methods, access) in all() {
            let who = match access {
                Anybody => "anybody".to_owned(),
                SignedIn => "signed-in".to_owned(),
                Roles(roles) => roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(","),
                Rooms(roles) => {
                    format!("hidden:{}", roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(","))
                }
            };
            let proof = match asks(&route, &route) {
                Asks::Nothing => "",
                Asks::Lately => " lately",
                Asks::Proof => " proof",
                Asks::ProofSince => " proof-since",
            };
            let _ = writeln!(text, "{route} {} {who}{proof}", methods.replace(' ', "+"));
        }
        text
    }

    #[test]
    fn the_matrix_is_the_one_that_was_looked_at() {
        if let Some(path) = std::env::var_os("CANDOUR_ACCESS") {
            std::fs::write(path, matrix()).unwrap();
        }
        assert_eq!(matrix(), MATRIX, "CANDOUR_ACCESS=<file> writes it anew, to be looked at");
    }

    #[test]
    fn each_role_enters_one_room_or_none() {
        for role in Role::ALL {
            let rooms = Area::ALL.into_iter().filter(|area| of_room(*area).admits(role)).count();
            let reads = matches!(
                role,
                Role::Clinician
                    | Role::SecondClinician
                    | Role::Guardian
                    | Role::Safeguarding
                    | Role::Legal
                    | Role::DataProtectionOfficer
                    | Role::Reviewer
            );
            assert_eq!(rooms, usize::from(reads), "{}", role.as_str());
        }
    }

    #[test]
    fn nobody_who_keeps_accounts_keys_or_retention_comes_near_a_case() {
        for (route, _, access) in all() {
            if !route.contains("/cases") && !route.starts_with("/officer") && !route.starts_with("/reports") {
                continue;
            }
            for role in [Role::Administrator, Role::KeyCustodian, Role::RetentionManager] {
                assert!(!access.admits(role), "{route}");
            }
        }
    }

    #[test]
    fn what_does_not_stand_here_does_not_exist() {
        for unknown in ["/admin/everything", "/clinic/cases/{id}/receipts/{n}/all", "", "/clinicX"] {
            assert_eq!(of(unknown), None, "{unknown}");
        }
        assert_eq!(of("/clinic/cases/{id}"), Some(of_room(Area::Clinic)));
    }
}
