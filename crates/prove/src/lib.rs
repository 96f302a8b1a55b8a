//! What is proved of a policy pack, for all facts, by a solver.
//!
//! Cedar's symbolic compiler writes the policies of a basis as a formula over the facts, and cvc5 looks for facts that
//! break what is claimed of them. Finding none is a proof; finding some gives a counter-example, which is written as
//! plain facts and put to the gate, so that nobody has to believe the solver. "Unknown", a time-out and a solver that
//! dies are failures.
//!
//! - [`Solver`]: cvc5, pinned, as a process.
//! - [`prove`]: everything that is claimed of a pack. [`invariants`] hold of every pack of law; a pack that carries
//!   `restated.toml` is proved, reason by reason, to say what is stated there a second time.
//! - [`check`]: rules that can never matter, bases that can never open, and the pack's own cases.
//! - [`compare`]: what opens and closes between two packs, over given cases and over cases that the solver finds.
//! - [`mutate`]: packs made wrong on purpose, to show that the proofs and the cases can fail.
//!
//! PREMISE: numbers lie in the ranges of `facts.schema.json`; see [`premise`]. Which of the items asked for may be
//! given is worked out by the gate's table of items and is free here, so what is proved holds for either answer.

pub mod check;
pub mod compare;
mod counter;
pub mod invariants;
pub mod mutate;
pub mod premise;
mod proving;
mod restated;
mod sets;
mod solver;

pub use counter::CounterExample;
pub use proving::{Claim, Found, Report, prove};
pub use restated::{RESTATED, Restated};
pub use solver::{PINNED, Solver};

/// Why something could not be tried at all.
#[derive(Debug, thiserror::Error)]
pub enum ProveError {
    /// The solver is not there, is another than the pinned one, or died.
    #[error("the solver cannot be used: {0}")]
    Solver(String),
    /// The pack is at fault.
    #[error("the policy pack cannot be used")]
    Pack(#[from] gate::PackError),
    /// What a pack is proved against is at fault.
    #[error("{file}: {fault}")]
    Statement {
        /// The file within the pack.
        file: &'static str,
        /// What is wrong.
        fault: String,
    },
}
