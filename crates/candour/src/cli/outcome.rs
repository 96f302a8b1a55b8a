//! How a command ends.

use serde_json::Value;
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

/// What a command that ran to its end has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    DoesNotHold,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::DoesNotHold => Self::from(1),
        }
    }
}

/// Why a command did not run to its end.
#[derive(Debug)]
pub(super) struct Failure {
    status: u8,
    error: anyhow::Error,
}

/// What running a command gives.
pub(super) type Answer = Result<Outcome, Failure>;

impl Failure {
    /// Something went wrong that is no fault of the command line.
    pub(super) fn of(error: impl Into<anyhow::Error>) -> Self {
        Self { status: 1, error: error.into() }
    }

    /// The command was used wrongly: what it was pointed at is not there, or not of its kind.
    pub(super) fn used_wrongly(error: impl Into<anyhow::Error>) -> Self {
        Self { status: 2, error: error.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:#}", self.error)
    }
}

impl From<Failure> for ExitCode {
    fn from(failure: Failure) -> Self {
        Self::from(failure.status)
    }
}

/// Writes a result to standard output: text as it is, or one line of JSON.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| Failure::of(anyhow::Error::new(error).context("the result cannot be written")))
}

/// Writes a value as one line of JSON.
pub(super) fn print_json(value: &Value) -> Result<(), Failure> {
    print(&format!("{value}\n"))
}

/// Says that what was checked does not hold, and why.
pub(super) fn print_fault(what: &str, why: &str, json: bool) -> Answer {
    if json {
        print_json(&serde_json::json!({"holds": false, "why": why}))?;
    } else {
        print(&format!("{what} does not hold: {why}\n"))?;
    }
    Ok(Outcome::DoesNotHold)
}
