//! Who acts. Each function gives one account; the individual has the account's name unless said otherwise.

use casework::{
    actor::{Actor, Place, Role},
    id::{AccountId, ForceId, IndividualId, TrustId, UnitId},
};

pub(crate) fn unit() -> UnitId {
    UnitId::parse("london").unwrap()
}

pub(crate) fn trust() -> TrustId {
    TrustId::parse("north-trust").unwrap()
}

pub(crate) fn somebody(name: &str, role: Role, place: Place) -> Actor {
    Actor {
        account: AccountId::parse(name).unwrap(),
        individual: IndividualId::parse(name).unwrap(),
        role,
        place,
    }
}

/// Somebody of a role, where people of that role belong.
pub(crate) fn of_role(name: &str, role: Role) -> Actor {
    let place = match role {
        Role::Officer | Role::Supervisor => Place::Force(ForceId::parse("met").unwrap()),
        Role::HealthWorker | Role::Clinician | Role::SecondClinician => Place::Unit(unit()),
        Role::Guardian | Role::Safeguarding | Role::Legal | Role::DataProtectionOfficer => {
            Place::Trust(trust())
        }
        Role::Reviewer => Place::Independent,
        Role::Administrator | Role::KeyCustodian | Role::RetentionManager => Place::Service,
    };
    somebody(name, role, place)
}

/// Another account of somebody who has one already.
pub(crate) fn also(actor: &Actor, account: &str, role: Role) -> Actor {
    Actor { individual: actor.individual.clone(), ..of_role(account, role) }
}

pub(crate) fn elsewhere(mut actor: Actor) -> Actor {
    actor.place = match actor.place {
        Place::Unit(_) => Place::Unit(UnitId::parse("birmingham").unwrap()),
        Place::Trust(_) => Place::Trust(TrustId::parse("midlands-trust").unwrap()),
        Place::Force(_) => Place::Force(ForceId::parse("west-midlands").unwrap()),
        other @ (Place::Independent | Place::Service) => other,
    };
    actor
}

pub(crate) fn officer() -> Actor {
    of_role("olive", Role::Officer)
}

pub(crate) fn supervisor() -> Actor {
    of_role("sybil", Role::Supervisor)
}

pub(crate) fn health_worker() -> Actor {
    of_role("hugh", Role::HealthWorker)
}

pub(crate) fn clinician() -> Actor {
    of_role("clara", Role::Clinician)
}

pub(crate) fn second_clinician() -> Actor {
    of_role("simon", Role::SecondClinician)
}

pub(crate) fn guardian() -> Actor {
    of_role("gwen", Role::Guardian)
}

pub(crate) fn safeguarding() -> Actor {
    of_role("sarah", Role::Safeguarding)
}

pub(crate) fn legal() -> Actor {
    of_role("leo", Role::Legal)
}

pub(crate) fn data_protection_officer() -> Actor {
    of_role("dora", Role::DataProtectionOfficer)
}

pub(crate) fn reviewer() -> Actor {
    of_role("rita", Role::Reviewer)
}

/// A clinician records how the person can be reached.
pub(crate) fn safe_route() -> casework::command::Command {
    casework::command::Command::RecordSafeRoute {
        route: casework::event::Route::Post,
        address: super::blob(20),
        phrase: super::blob(21),
        code: super::blob(22),
        lookup: "b3".repeat(16),
        language: None,
    }
}

/// A clinician records how somebody can be reached whom a breach wrongly concerns.
pub(crate) fn affected_route(n: u32) -> casework::command::Command {
    casework::command::Command::RecordAffectedRoute {
        n,
        route: casework::event::Route::Post,
        address: super::blob(30),
        phrase: super::blob(31),
        code: super::blob(32),
        lookup: "c4".repeat(16),
        language: None,
    }
}
