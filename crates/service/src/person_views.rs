//! What the person sees of their case, as a page or the API shows it.

use crate::{
    breach_view::{BreachPage, PersonBreach},
    telephones::Telephone,
};
use serde::Serialize;

/// A decision as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonDecision {
    /// What was decided, in a sentence.
    pub what: String,
    /// Why it was allowed, in a sentence.
    pub basis: Option<String>,
    /// The provision.
    pub provision: Option<String>,
    /// Who decided, by role.
    pub decided_by: String,
    /// When, for people.
    pub decided: String,
    /// What left, in words; empty where nothing did.
    pub left: Vec<String>,
    /// When it left, for people.
    pub left_at: Option<String>,
    /// Whether it was recalled.
    pub recalled: bool,
    /// Whether it went out in an emergency.
    pub emergency: bool,
    /// When they were told, for people.
    pub told: String,
    /// Whether telling was put off.
    pub was_deferred: bool,
    /// Whether what left was found to be about somebody else.
    pub about_another: bool,
    /// Whether passages were left out of it.
    pub left_out: bool,
}

/// Somebody who looked, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Looked {
    /// When, for people.
    pub at: String,
    /// Who, by role.
    pub who: String,
    /// What they did, in a sentence.
    pub what: String,
}

/// What a letter's code and phrase open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PersonAnswer {
    /// The page of the person whom a case is about.
    Case(Box<PersonPage>),
    /// The page of somebody whose information left though another was asked about.
    Breach(Box<BreachPage>),
}

/// The person's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonPage {
    /// What people call the case.
    pub reference: String,
    /// Who asked, in words.
    pub asked_by: String,
    /// When, for people.
    pub asked: String,
    /// Why they asked, in words.
    pub why: Option<String>,
    /// What they asked for, in words.
    pub asked_for: Vec<String>,
    /// The trust that answers for it.
    pub trust: String,
    /// The unit.
    pub unit: String,
    /// The unit's telephone number; said on their page alone.
    #[serde(skip)]
    pub telephone: Option<Telephone>,
    /// Decisions.
    pub decisions: Vec<PersonDecision>,
    /// Breaches of their information.
    pub breaches: Vec<PersonBreach>,
    /// Who looked.
    pub looked: Vec<Looked>,
    /// Who stood back from it, took it on, handed it over, and worked on it for how long.
    pub work: Vec<Looked>,
}
