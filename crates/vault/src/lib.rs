//! Keys, and everything that is sealed under them.
//!
//! What lies where:
//!
//! * A [key-encryption key](kek) belongs to a unit, a force or the service, and to an epoch. It never leaves
//!   its [provider](kek::KekProvider): a [key file](keyfile) now, a hardware module later.
//! * A case has two [data keys](case_keys), one for what happened and one for who it happened to. They are
//!   stored wrapped, in a keystore of their own, so that destroying them erases the case.
//! * [Sealing](seal) binds every ciphertext to the place where it belongs; moved anywhere else it does not open.
//! * A [disclosure's content](content) has a key of its own, which [only a witnessed decision or a committed
//!   emergency release](release) can fetch.
//! * [Blind indexes](blind) answer "is it the same person?" without holding who that is.
//! * [Passwords and phrases](password), [letter codes](letter_code) and [tokens](token) are how people get in.
//!
//! This crate does no input or output but reading and writing the key file. It knows no clock; chance comes
//! from the [`Entropy`](entropy::Entropy) that the binary hands in. It does not know what an event or a case
//! means: identifiers and codes are text that is bound, never interpreted.

#![deny(missing_docs)]

mod aead;
pub mod blind;
pub mod case_keys;
pub mod compare;
pub mod content;
pub mod entropy;
pub mod error;
pub mod kek;
pub mod keyfile;
pub mod letter_code;
mod normal;
pub mod password;
pub mod release;
pub mod seal;
pub mod secret;
#[cfg(test)]
mod testing;
pub mod token;
mod transcript;
pub mod wrapped;

pub use error::VaultError;
