//! The form in steps with which officers refer one person and health workers make reports.
//!
//! Every step is saved as a sealed draft, so that it can be left and taken up again. Before anything is sent, the
//! summary says what the gate would still miss, over these answers alone and with every other fact at its default.

pub mod answers;
mod carried;
pub mod check;
pub mod choices;
mod handlers;
pub mod journey;
pub mod kinds;
pub mod lessons;
mod older;
pub mod questions;
pub mod request;
#[cfg(test)]
pub(crate) mod samples;
pub mod views;

pub use handlers::{routes, start};
