//! What a call of the API is: its method, its address, who may make it, and what it does.

use super::dispatch::{Act, Command, Knock, Look};
use axum::http::Method;
use casework::actor::Role;

/// A method that calls use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Reading.
    Get,
    /// Everything else.
    Post,
}

impl Verb {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }

    pub(super) fn is(self, method: &Method) -> bool {
        method.as_str() == self.as_str()
    }
}

/// Who may call, and what happens then.
#[derive(Debug, Clone, Copy)]
pub(super) enum Door {
    /// Anybody, without an account; nothing is recorded in their name, so there is no idempotency key.
    Open(Act<Knock>),
    /// Somebody with an account reads.
    Look {
        /// Whether the reading is recorded.
        recorded: bool,
        /// The roles that do this.
        roles: &'static [Role],
        /// What is done.
        act: Act<Look>,
    },
    /// Somebody with an account changes something, under an idempotency key.
    Act {
        /// The roles that do this.
        roles: &'static [Role],
        /// What is done.
        act: Act<Command>,
    },
}

/// One call.
#[derive(Debug, Clone, Copy)]
pub(super) struct Call {
    /// Its method.
    pub method: Verb,
    /// Its address, with `{id}` for a case and `{n}` for a number.
    pub path: &'static str,
    /// What it does, in a line.
    pub summary: &'static str,
    /// The schema of its body, where it takes one.
    pub takes: Option<&'static str>,
    /// Status and schema of its answer.
    pub gives: (u16, &'static str),
    /// Who may call it.
    pub door: Door,
}

impl Call {
    /// The roles that do this; `None` where anybody does.
    pub(super) const fn roles(&self) -> Option<&'static [Role]> {
        match self.door {
            Door::Open(_) => None,
            Door::Look { roles, .. } | Door::Act { roles, .. } => Some(roles),
        }
    }

    /// Whether a role does this.
    pub(super) fn is_for(&self, role: Role) -> bool {
        self.roles().is_none_or(|roles| roles.contains(&role))
    }
}

/// Every role. Whose case it is, is the service's to decide.
pub(super) const ANY: &[Role] = &Role::ALL;

/// A call that anybody makes.
pub(super) const fn open(
    method: Verb,
    path: &'static str,
    summary: &'static str,
    (takes, gives): (Option<&'static str>, &'static str),
    act: Act<Knock>,
) -> Call {
    Call { method, path, summary, takes, gives: (200, gives), door: Door::Open(act) }
}

/// A list, whose reading is not recorded: it holds references only.
pub(super) const fn list(
    path: &'static str,
    summary: &'static str,
    gives: &'static str,
    act: Act<Look>,
) -> Call {
    let door = Door::Look { recorded: false, roles: ANY, act };
    Call { method: Verb::Get, path, summary, takes: None, gives: (200, gives), door }
}

/// Something about a case. Its reading is recorded.
pub(super) const fn look(
    path: &'static str,
    summary: &'static str,
    gives: &'static str,
    act: Act<Look>,
) -> Call {
    let door = Door::Look { recorded: true, roles: ANY, act };
    Call { method: Verb::Get, path, summary, takes: None, gives: (200, gives), door }
}

/// Something that changes, under an idempotency key.
pub(super) const fn act(
    path: &'static str,
    summary: &'static str,
    takes: Option<&'static str>,
    roles: &'static [Role],
    gives: &'static str,
    act: Act<Command>,
) -> Call {
    Call { method: Verb::Post, path, summary, takes, gives: (200, gives), door: Door::Act { roles, act } }
}

impl Call {
    /// One that makes something: it answers 201.
    pub(super) const fn creating(mut self) -> Self {
        self.gives.0 = 201;
        self
    }
}
