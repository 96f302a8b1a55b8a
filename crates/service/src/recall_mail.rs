//! The e-mail that tells a force's information-rights contact of a recall (ADR 0044).
//!
//! It is put into the outbox in the transaction that records the recall, and put into words when it is handed over.
//!
//! SECURITY: e-mail is read by whoever gets hold of it. It names no person, no officer, no reason, no clinic but by
//! the three letters that a reference begins with, and nothing of what was disclosed; a reference is found by whoever has
//! the case already.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
    ports::OutboxRow,
    stage::Stage,
    words::in_english,
};
use casework::{case::Case, event::Event, id::BlobId, time::Moment};
use serde::{Deserialize, Serialize};

/// What the outbox calls an e-mail.
const MAIL: &str = "mail";
/// The most that are counted where somebody asks how many wait: more than anybody needs to know.
const WAITING_MAX: u32 = 1_000;

/// What is sealed: what the words are put together from.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recall {
    /// The address, as it stood when the recall was recorded.
    to: String,
    reference: String,
    /// The day of the release, in words.
    released: String,
    /// The day of the recall, in words.
    recalled: String,
}

/// An e-mail in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// What stands above it.
    pub subject: String,
    /// What it says: plain text.
    pub body: String,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mail(…)")
    }
}

/// E-mails that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailsWaiting {
    /// How many, a thousand at most.
    pub count: usize,
    /// Since when the oldest does.
    pub since: Moment,
}

impl Service {
    /// Puts an e-mail to the contact of the force that asked beside each recall; nothing where it has no contact, nor of
    /// what was disclosed to one officer of the clinic's own accord, of which their force hears nothing (ADR 0042).
    pub(crate) async fn tell_of_recalls(
        &self,
        case: &Case,
        events: &[Event],
        stage: &mut Stage<'_>,
        now: Moment,
    ) -> Answer<()> {
        let mut recalled = Vec::new();
        for event in events {
            if let Event::DisclosureRecalled { n, .. } = event {
                recalled.push(*n);
            }
        }
        let (Some(force), false) = (case.asking_force(), recalled.is_empty()) else { return Ok(()) };
        let Some(to) = self.contacts().await?.remove(force) else { return Ok(()) };
        for n in recalled {
            let released = case.proposals.get(&n).and_then(|proposal| proposal.released.as_ref());
            let mail = Recall {
                to: to.clone(),
                reference: case.reference.as_str().to_owned(),
                // Only what was released is recalled.
                released: released.map_or(now, |(at, _)| *at).day().for_people(),
                recalled: now.day().for_people(),
            };
            let mail =
                serde_json::to_string(&mail).map_err(|_| ServiceError::Broken("an e-mail does not write"))?;
            let sealed = stage.identity(&mail)?;
            stage.outbox.push(OutboxRow {
                id: BlobId::from_bytes(self.drawn()).to_string(),
                kind: MAIL.to_owned(),
                case: case.id.clone(),
                blob: sealed.blob,
                made: now,
            });
        }
        Ok(())
    }

    /// E-mails that wait to be handed over, oldest first.
    ///
    /// # Errors
    /// As the store's.
    pub async fn mails(&self, limit: u32) -> Answer<Vec<OutboxRow>> {
        Ok(self.parts.store.outbox_of(MAIL, limit).await?)
    }

    /// How many e-mails wait, and since when; `None` where none does.
    ///
    /// # Errors
    /// As the store's.
    pub async fn mails_waiting(&self) -> Answer<Option<MailsWaiting>> {
        let rows = self.mails(WAITING_MAX).await?;
        Ok(rows.first().map(|oldest| MailsWaiting { count: rows.len(), since: oldest.made }))
    }

    /// Since when the oldest e-mail waits; `None` where none does.
    ///
    /// # Errors
    /// As the store's.
    pub async fn oldest_mail(&self) -> Answer<Option<Moment>> {
        Ok(self.mails(1).await?.first().map(|oldest| oldest.made))
    }

    /// Opens an e-mail and puts it into words; `None` where its case was erased. `address` is where people read, without a
    /// slash at the end.
    ///
    /// # Errors
    /// As the store's; [`ServiceError::Broken`] where it does not open or read.
    pub async fn open_mail(&self, row: &OutboxRow, address: &str) -> Answer<Option<Mail>> {
        let Some(value) = self.open_letter(row).await? else { return Ok(None) };
        let recall =
            serde_json::from_value(value).map_err(|_| ServiceError::Broken("an e-mail does not read"))?;
        Ok(Some(in_words(recall, address)))
    }
}

fn in_words(recall: Recall, address: &str) -> Mail {
    ::words::scope(in_english(), || Mail {
        subject: ::words::say("mail-recall-subject"),
        body: ::words::phrase("mail-recall-body")
            .with("reference", &recall.reference)
            .with("released", &recall.released)
            .with("recalled", &recall.recalled)
            .with("address", address)
            .say(),
        to: recall.to,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::words::{Language, Scope};

    fn recall() -> Recall {
        Recall {
            to: "information.rights@thamesside.example".to_owned(),
            reference: "ABC-123".to_owned(),
            released: "1 May 2026".to_owned(),
            recalled: "4 May 2026".to_owned(),
        }
    }

    #[test]
    fn it_says_what_happened_and_what_to_do_and_nothing_else() {
        let mail = in_words(recall(), "https://candour.example");
        for needed in [
            "Candour",
            "ABC-123",
            "1 May 2026",
            "4 May 2026",
            "supervisor",
            "https://candour.example/sign-in",
        ] {
            assert!(mail.body.contains(needed), "{needed}: {}", mail.body);
        }
        assert!(!mail.subject.contains("ABC-123") && !mail.subject.contains('\n'), "{}", mail.subject);
        for word in ["patient", "mental", "diagnos", "reason:", "{", "\u{2068}"] {
            assert!(!mail.body.contains(word), "{word}: {}", mail.body);
        }
        assert!(mail.body.lines().count() > 5, "{}", mail.body);
    }

    #[test]
    fn it_is_in_english_whoever_recalls() {
        let welsh = Scope { language: Language::Welsh, address: None };
        let there = ::words::scope(welsh, || in_words(recall(), "https://candour.example"));
        assert_eq!(there, in_words(recall(), "https://candour.example"));
    }

    #[test]
    fn what_is_sealed_reads_back() {
        let text = serde_json::to_string(&recall()).unwrap();
        let read: Recall = serde_json::from_str(&text).unwrap();
        assert_eq!(in_words(read, "x"), in_words(recall(), "x"));
        assert!(serde_json::from_str::<Recall>("{\"to\":\"x\"}").is_err());
    }
}
