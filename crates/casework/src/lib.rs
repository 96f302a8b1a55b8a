//! The domain of Candour: what a case is, what may be done to it, and what is recorded when it is.
//!
//! A [`Case`](case::Case) is the fold of its events. [`decide`](decide::decide) takes a case and one typed
//! [`Command`](command::Command) and answers with the [`Event`](event::Event)s to record or with a
//! [`Refusal`](refusal::Refusal); [`evolve`](case::Case::evolve) applies an event. Nothing else changes a case.
//!
//! This crate knows no clock, no randomness, no storage and no network: the time, fresh identifiers and the
//! gate's verdict are handed in. It has no item, command or event for continuing reports or for a flag on a
//! record; such a thing cannot be said here.
//!
//! `facts`, `codes` and `verdict` hold the vocabulary of the gate. A verdict is issued by the gate alone.

pub mod actor;
pub mod adoption;
pub mod awaiting;
pub mod blob;
pub mod breach;
pub mod calendar;
pub mod canonical;
pub mod case;
pub mod codes;
pub mod command;
pub mod conflict;
pub mod conversation;
pub mod decide;
pub mod delegation;
pub mod event;
pub mod facts;
pub mod header;
pub mod id;
pub mod notice;
pub mod officer;
pub mod person;
pub mod promise;
pub mod refusal;
pub mod search;
pub mod time;
pub mod verdict;
