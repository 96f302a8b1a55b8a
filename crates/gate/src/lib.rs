//! The gate: facts in, verdict out.
//!
//! A [`Pack`] states the law as data: tables, named conditions, and Cedar policies in which each unmet test is a
//! `forbid` of its own. The [`Gate`] evaluates a pack over the [`Facts`](casework::facts::Facts) of one request and
//! lists which outcomes are open, with what conditions, and why each other one is closed. It recommends nothing.
//!
//! The gate knows no clock, no storage and no person. The same pack and the same facts give the same verdict.
//!
//! - `pack`: reading, expanding, compiling and checking a pack.
//! - `context` and `schema`: the facts as Cedar sees them.
//! - `truths`: the named conditions, evaluated once a request.
//! - `tables`: items, approvals, notice, obligations and the outcomes without a disclosure.
//! - `judge`: putting a verdict together.
//! - [`rulebook`]: a pack in plain English.
//! - [`cases`]: a pack's own cases.
//! - [`compare`]: what opens and closes between two packs.
//! - [`stream`] and [`explain`]: facts from a reader, verdicts to a writer, as JSON or as sentences.
//!
//! INVARIANT: if any policy errs, everything but refusal is closed; see [`Judgement::alert`].

pub mod cases;
pub mod compare;
mod context;
pub mod explain;
mod judge;
mod pack;
pub mod rulebook;
mod schema;
pub mod stream;
mod tables;
mod truths;
mod words;

use casework::facts::Facts;

pub use context::day_number;
pub use judge::{Alert, Judgement};
pub use pack::{BasisRow, Files, ItemRow, LawPack, Manifest, NotLaw, Pack, PackError, PackKind, ReasonRow};
pub use words::Sentences;

/// A gate that judges by law.
#[derive(Debug)]
pub struct Gate(judge::Engine);

impl Gate {
    /// Makes a pack ready to judge by.
    ///
    /// # Errors
    /// [`PackError`] where the pack does not fit the schema of the facts.
    pub fn new(pack: LawPack) -> Result<Self, PackError> {
        judge::Engine::new(pack.into()).map(Self)
    }

    /// Judges the facts of one request. Never fails: where a policy could, everything but refusal is closed.
    #[must_use]
    pub fn judge(&self, facts: &Facts) -> Judgement {
        self.0.judge(facts)
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.0.pack
    }
}

/// A gate that shows what another pack would find. Its verdicts are for study; nothing may be done on them.
#[derive(Debug)]
pub struct Comparison(judge::Engine);

impl Comparison {
    /// Makes a pack ready to compare with.
    ///
    /// # Errors
    /// [`PackError`] where the pack does not fit the schema of the facts.
    pub fn new(pack: Pack) -> Result<Self, PackError> {
        judge::Engine::new(pack).map(Self)
    }

    /// The wire form of what the pack would find.
    #[must_use]
    pub fn would_find(&self, facts: &Facts) -> serde_json::Value {
        self.0.judge(facts).verdict.to_value()
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.0.pack
    }

    /// The facts as the policies see them, for whoever proves something of the policies.
    ///
    /// # Errors
    /// Where Cedar refuses them; a test holds that it refuses none.
    pub fn cedar_context(&self, facts: &Facts) -> Result<cedar_policy::Context, PackError> {
        self.0.context(facts)
    }
}

/// Why a gate cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum GateError {
    /// The pack is at fault.
    #[error("the policy pack cannot be used")]
    Pack(#[from] PackError),
    /// The pack is no law.
    #[error("the policy pack cannot be served")]
    NotLaw(#[from] NotLaw),
}

/// A gate with the pack of England and Wales that was built in.
///
/// # Errors
/// [`GateError`]; a test holds that there is none.
pub fn embedded() -> Result<Gate, GateError> {
    from_files(&Files::embedded())
}

/// A gate with the pack in a folder.
///
/// # Errors
/// [`GateError`] where the pack cannot be read, is at fault or is no law.
pub fn from_folder(folder: &std::path::Path) -> Result<Gate, GateError> {
    from_files(&Files::read(folder)?)
}

/// A gate with a pack from files in memory.
///
/// # Errors
/// [`GateError`] where the pack is at fault or is no law.
pub fn from_files(files: &Files) -> Result<Gate, GateError> {
    Ok(Gate::new(LawPack::try_from(Pack::from_files(files)?)?)?)
}
