//! Those who keep accounts, keys and retention: three people, none of whom sees a case; and the list of what each of them
//! did.
//!
//! INVARIANT: an act of theirs is put on their list in the transaction that records it, so that the list is whole. The list
//! names only where each event stands; what it says stays sealed there, and `candour rebuild` makes the list anew.

use crate::{
    accounts::place_title,
    dates::ForReaders as _,
    dual_control::{is_of_the_three, parse_place},
    engine::{Service, open_event},
    error::{Answer, ServiceError},
    ports::{KeeperActRow, StoredEvent},
};
use casework::{
    actor::{Actor, By, Role},
    event::Event,
    header::Stream,
    id::{AccountId, CaseId},
    refusal::Refusal,
    time::Moment,
};
use std::collections::{BTreeMap, btree_map::Entry};
use vault::case_keys::CaseKeys;

/// How many acts a page shows.
pub const PAGE_ACTS: u32 = 25;
/// How much of a pack's digest is shown.
const DIGEST_SHOWN: usize = 12;

/// An act of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeeperAct {
    /// When, for people.
    pub at: String,
    /// The kind of its event.
    pub kind: String,
    /// Whom or what it was about, for people; `None` where that was oneself.
    pub about: Option<String>,
    /// What was recorded, for people.
    pub said: Option<String>,
}

/// A page of acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeeperActs {
    /// The latest first.
    pub acts: Vec<KeeperAct>,
    /// Where the page of older ones begins.
    pub older: Option<String>,
}

/// Whoever keeps accounts, keys or retention, and nobody else.
pub(crate) fn keeper(actor: &Actor) -> Answer<()> {
    if is_of_the_three(actor.role) { Ok(()) } else { Err(Refusal::NotYourRole.into()) }
}

/// Whoever has this one part.
pub(crate) fn keeper_of(role: Role, actor: &Actor) -> Answer<()> {
    if actor.role == role { Ok(()) } else { Err(Refusal::NotYourRole.into()) }
}

/// Who did what stands in the stream of accounts.
fn done_by(event: &Event) -> Option<&By> {
    match event {
        Event::AccountChanged { by, .. } | Event::SettingsChanged { by, .. } => by.as_ref(),
        Event::RotaChanged { by, .. }
        | Event::DelegationGiven { by, .. }
        | Event::DelegationRevoked { by, .. }
        | Event::PackOffered { by, .. }
        | Event::PackConfirmed { by, .. }
        | Event::PackWithdrawn { by, .. }
        | Event::SearchMade { by, .. } => Some(by),
        // Everything else happens in a case, where none of the three does anything; a pack begins by nobody.
        _ => None,
    }
}

/// What an event adds to the list of whoever keeps accounts, keys or retention.
pub(crate) fn listed(event: &Event, stored: &StoredEvent) -> Vec<KeeperActRow> {
    let by = done_by(event).filter(|by| is_of_the_three(by.role));
    by.map(|by| KeeperActRow {
        account: by.account.clone(),
        happened: stored.time,
        stream: stored.case.clone(),
        position: stored.position,
    })
    .into_iter()
    .collect()
}

/// Where a page begins, as addresses name it.
fn mark(row: &KeeperActRow) -> String {
    format!("{}-{}-{}", row.happened.0, row.position, row.stream)
}

/// Reads it; what does not read is the first page.
fn read_mark(account: &AccountId, text: &str) -> Option<KeeperActRow> {
    let mut parts = text.splitn(3, '-');
    let happened = Moment(parts.next()?.parse().ok()?);
    let position = parts.next()?.parse().ok().filter(|position| i64::try_from(*position).is_ok())?;
    let stream = CaseId::parse(parts.next()?).ok()?;
    Some(KeeperActRow { account: account.clone(), happened, stream, position })
}

/// What of a digest is shown.
pub(crate) fn short(digest: &str) -> String {
    digest.chars().take(DIGEST_SHOWN).collect()
}

/// What was recorded of an account, for people: the record has it in English, as short codes with what was said behind.
fn change_in_words(change: &str) -> String {
    if let Some(role) = change.strip_prefix("made as ") {
        let role = Role::parse(role).map_or_else(|| role.to_owned(), crate::words::role);
        return ::words::phrase("console-act-made-as").with("role", role).say();
    }
    let (code, said) = change.split_once(": ").map_or((change, None), |(code, said)| (code, Some(said)));
    match (::words::coded("console-act-change", &code.replace(' ', "-")), said) {
        (Some(words), Some(said)) => format!("{words}: {said}"),
        (Some(words), None) => words,
        // What an older version recorded is shown as it did.
        (None, _) => change.to_owned(),
    }
}

/// What was set, without the organisation's code behind it: whose it is stands beside.
fn setting_in_words(setting: &str) -> String {
    let what = setting.rsplit_once(' ').filter(|(_, place)| parse_place(place).is_some());
    what.and_then(|(what, _)| ::words::coded("console-act-setting", &what.replace(' ', "-")))
        .unwrap_or_else(|| setting.to_owned())
}

impl Service {
    /// What the reader did themselves, a page of it, the latest first.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for whoever keeps neither accounts, keys nor retention.
    pub async fn keeper_acts(&self, actor: &Actor, before: Option<&str>) -> Answer<KeeperActs> {
        keeper(actor)?;
        let store = &self.parts.store;
        let before = before.and_then(|text| read_mark(&actor.account, text));
        let mut rows = store.keeper_acts(&actor.account, before.as_ref(), PAGE_ACTS + 1).await?;
        let page = usize::try_from(PAGE_ACTS).unwrap_or(usize::MAX);
        let goes_on = rows.len() > page;
        rows.truncate(page);
        let older = rows.last().filter(|_| goes_on).map(mark);
        // Most acts of a page stand in a few streams.
        let mut keys: BTreeMap<CaseId, CaseKeys> = BTreeMap::new();
        let mut acts = Vec::with_capacity(rows.len());
        for row in &rows {
            let stored = store.event_at(&row.stream, Stream::Account, row.position).await?;
            let stored = stored.ok_or(ServiceError::Broken("an act stands on a list and nowhere else"))?;
            let opened = match keys.entry(row.stream.clone()) {
                Entry::Occupied(there) => there.into_mut(),
                Entry::Vacant(free) => {
                    let opened = self.keys(&row.stream).await?;
                    let missing = ServiceError::Broken("the key of an account's events is missing");
                    free.insert(opened.ok_or(missing)?)
                }
            };
            let event = open_event(opened, &stored)?;
            acts.push(self.keeper_act(actor, &stored, &event).await?);
        }
        Ok(KeeperActs { acts, older })
    }

    async fn keeper_act(&self, actor: &Actor, stored: &StoredEvent, event: &Event) -> Answer<KeeperAct> {
        let (about, said) = match event {
            Event::AccountChanged { account, change, .. } => {
                let about =
                    if *account == actor.account { None } else { Some(self.title_of(account).await?) };
                (about, Some(change_in_words(change)))
            }
            Event::SettingsChanged { setting, .. } => {
                (Some(self.setting_title(setting).await), Some(setting_in_words(setting)))
            }
            Event::RotaChanged { rota, account, first, removed, .. } => {
                let said = if *removed {
                    ::words::phrase("console-act-rota-off")
                } else {
                    ::words::phrase("console-act-rota-on")
                };
                let said = said
                    .with("kind", ::words::coded_or("admin-rota-kind", rota.as_str()))
                    .with("first", first.for_readers())
                    .say();
                (Some(self.title_of(account).await?), Some(said))
            }
            Event::PackOffered { pack, name, .. } => (Some(format!("{name} ({})", short(pack))), None),
            Event::PackConfirmed { pack, .. } | Event::PackWithdrawn { pack, .. } => {
                (Some(short(pack)), None)
            }
            // What other parts do never comes on this list.
            _ => (None, None),
        };
        Ok(KeeperAct { at: stored.time.for_readers(), kind: event.kind().to_owned(), about, said })
    }

    async fn title_of(&self, account: &AccountId) -> Answer<String> {
        let row = self.parts.store.account(account).await?;
        Ok(row.map_or_else(
            || ::words::say("view-dual-somebody"),
            |row| format!("{} ({})", row.title, row.name),
        ))
    }

    /// `organisation unit:london` by the name that people know; what is no organisation, as it is.
    async fn setting_title(&self, setting: &str) -> String {
        let place = setting.rsplit(' ').next().and_then(parse_place);
        match place {
            Some(place) => {
                let places = self.places().await;
                place_title(&places, &place)
            }
            None => setting.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::id::IndividualId;

    fn stored() -> StoredEvent {
        StoredEvent {
            stream: Stream::Account,
            case: CaseId::parse("c0ffee").unwrap(),
            position: 3,
            kind: "account-changed".to_owned(),
            time: Moment(1_795_348_800),
            header: Vec::new(),
            payload: Vec::new(),
            salt: Vec::new(),
            commitment: [0; 32],
        }
    }

    fn by(role: Role) -> By {
        let account = AccountId::parse("ada").unwrap();
        By { account, individual: IndividualId::parse("ada").unwrap(), role }
    }

    #[test]
    fn what_the_three_do_is_listed_and_what_others_do_is_not() {
        for role in Role::ALL {
            let event = Event::AccountChanged {
                by: Some(by(role)),
                account: AccountId::parse("otto").unwrap(),
                change: "closed: left".to_owned(),
            };
            let rows = listed(&event, &stored());
            let expected = matches!(role, Role::Administrator | Role::KeyCustodian | Role::RetentionManager);
            assert_eq!(rows.len(), usize::from(expected), "{}", role.as_str());
            for row in rows {
                assert_eq!((row.account.as_str(), row.position), ("ada", 3), "by whom, not about whom");
                assert_eq!(row.stream.as_str(), "c0ffee");
            }
        }
        let nobody = Event::SettingsChanged { by: None, setting: "x".to_owned(), digest: "y".to_owned() };
        assert_eq!(listed(&nobody, &stored()), []);
    }

    #[test]
    fn an_organisation_that_is_made_and_a_pack_that_is_offered_are_acts_too() {
        let by = by(Role::Administrator);
        for event in [
            Event::SettingsChanged { by: Some(by.clone()), setting: "x".to_owned(), digest: "y".to_owned() },
            Event::PackOffered { by: by.clone(), pack: "p".to_owned(), name: "n".to_owned() },
            Event::PackConfirmed { by: by.clone(), pack: "p".to_owned(), adopts: true },
            Event::PackWithdrawn { by, pack: "p".to_owned() },
        ] {
            assert_eq!(listed(&event, &stored()).len(), 1, "{}", event.kind());
        }
    }

    #[test]
    fn what_was_recorded_as_a_code_is_said_in_words() {
        for (recorded, said) in [
            ("made as clinician", "Made: Clinician"),
            ("passkey added", "Passkey added"),
            ("closed: Left the trust: see the note.", "Closed: Left the trust: see the note."),
            ("asked for: somebody is let in", "Asked for: somebody is let in"),
            ("what no version of today records", "what no version of today records"),
        ] {
            assert_eq!(change_in_words(recorded), said);
        }
        assert_eq!(setting_in_words("information-rights contact force:arden"), "Information-rights contact");
        assert_eq!(setting_in_words("organisation unit:london"), "Organisation");
        assert_eq!(setting_in_words("something else"), "something else");
    }

    #[test]
    fn where_a_page_begins_reads_as_it_was_written_and_nothing_else_does() {
        let ada = AccountId::parse("ada").unwrap();
        let row = KeeperActRow {
            account: ada.clone(),
            happened: Moment(1_795_348_800),
            stream: CaseId::parse("c0ffee").unwrap(),
            position: 7,
        };
        assert_eq!(read_mark(&ada, &mark(&row)), Some(row));
        for bad in ["", "1", "1-2", "x-2-c0", "1-x-c0", "1-2-../x", "1-18446744073709551615-c0", "1-2-"] {
            assert_eq!(read_mark(&ada, bad), None, "{bad}");
        }
    }
}
