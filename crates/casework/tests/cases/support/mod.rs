//! A small world for the tests: people, verdicts, and a case with everything that was recorded in it.

mod life;
mod people;
mod verdicts;

pub(crate) use life::Life;
pub(crate) use people::*;
pub(crate) use verdicts::*;

use casework::{
    blob::{BlobKey, BlobRef},
    codes::{Identity, Nation, Urgency},
    command::Command,
    conversation::{Conversation, Means, Party},
    event::Caller,
    facts::Facts,
    id::{BlobId, ForceId},
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

/// Facts of an emergency that an officer told a clinic of, who was called back through their control room.
pub(crate) fn rung() -> Facts {
    let mut facts = facts();
    facts.urgency = Urgency::Immediate;
    facts.requester.identity = Identity::VerifiedByCallBack;
    facts
}

/// An officer of the force of these tests who rang and has no account.
pub(crate) fn caller() -> Caller {
    Caller { force: ForceId::parse("met").unwrap(), who: blob(12) }
}

/// Facts of a routine referral by a police officer, of whom nothing more was said.
pub(crate) fn facts() -> Facts {
    Facts::defaults(Nation::England, day("2026-11-02"))
}

/// A telephone call with an officer at this moment.
pub(crate) fn conversation(at: Moment) -> Conversation {
    Conversation { means: Means::Telephone, with: Party::Officer, at, text: blob(1) }
}

/// It is written down, and a quarter of an hour with it.
pub(crate) fn converse(at: Moment) -> Command {
    Command::RecordConversation { conversation: conversation(at), minutes: Some(15) }
}
