//! What leaves the service: plain letters, written into a folder from which they are printed, and e-mails to the contacts
//! of forces, handed to a mail server.
//!
//! A letter is handed over at least once: its file is written under the letter's own name, whole, before the outbox
//! forgets it, so that a crash in between writes the same file again and never a second one.

mod folder;
mod letter;
mod mail;

pub use folder::{OutboxFolder, PostError};
pub use letter::{Letter, print};
pub use mail::{MailServer, MailServerError, MailSettings, Mailer, MailerError};
