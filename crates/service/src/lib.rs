//! Use cases: load a case, ask the gate, let casework decide, seal what happened, append it, answer.
//!
//! One file a use case or a view. The service owns the narrow [`ports`] through which it reaches storage, files,
//! witnesses, the clock and chance; it knows no SQL, no HTTP and no files. Every act and its record commit together;
//! every reading of personal data is recorded before the page is returned.

pub mod accounts;
pub mod adoption;
mod breach_view;
pub mod breaches;
mod clinic_day;
mod clinic_view;
mod code_tries;
pub mod code_words;
pub mod contacts;
pub mod dates;
pub mod devices;
mod disclosures;
pub mod doctor;
pub mod drafts;
pub mod dual_control;
pub mod engine;
pub mod enrolment;
pub mod error;
mod fact_faults;
pub mod fact_lines;
mod facts_rows;
pub mod health;
pub mod identity;
pub mod keepers;
pub mod key_custody;
pub mod key_view;
pub mod lead;
pub mod ledger;
pub mod models;
mod officer_view;
pub mod organisation_sign_in;
pub mod passkeys;
pub mod passwords;
mod person_page;
pub mod places;
pub mod ports;
pub mod queues;
pub mod reassign;
mod rebuild;
pub mod recall_mail;
pub mod recipients;
pub mod redaction;
pub mod referrals;
mod refusal_words;
pub mod retention;
pub mod rota;
pub mod rule_changes;
pub mod rules;
pub mod running;
pub mod search;
pub mod second_factor;
pub mod sessions;
mod stage;
pub mod telling;
pub mod text;
mod timeline;
pub mod views;
pub mod words;
pub mod working;

pub use engine::{Asked, Once, Parts, Service};
pub use error::{Answer, Fault, ServiceError};
pub use rebuild::Rebuilt;
