//! A small world for the tests: people, verdicts, and a case with everything that was recorded in it.

mod life;
mod people;
mod verdicts;

pub(crate) use life::Life;
pub(crate) use people::*;
pub(crate) use verdicts::*;

use casework::{
    blob::{BlobKey, BlobRef},
    codes::Nation,
    facts::Facts,
    id::BlobId,
    time::{Day, Moment},
};

/// A sealed text, told from others by its number.
pub(crate) fn blob(number: u8) -> BlobRef {
    BlobRef {
        blob: BlobId::from_bytes([number; 16]),
        digest: casework::blob::digest(&[number; 32], b"text"),
        key: BlobKey::Case,
    }
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Ten in the morning of a day in London.
pub(crate) fn morning(text: &str) -> Moment {
    day(text).start().plus(10 * casework::time::HOUR)
}

/// Facts of a routine referral by a police officer, of whom nothing more was said.
pub(crate) fn facts() -> Facts {
    Facts::defaults(Nation::England, day("2026-11-02"))
}
