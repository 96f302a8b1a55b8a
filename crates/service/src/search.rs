//! Searching within one's own unit by exact identifiers, or for a case by its reference.
//!
//! A search is an act of its own: recorded in the stream of whoever searched before anything is shown, and, where it leads
//! to a case by looking for the person, among that case's readings, where the person can see it. What was looked for is
//! kept nowhere.

use crate::{
    engine::{Asked, Once, Service},
    error::{Answer, Fault, ServiceError},
    identity::{NhsNumber, birth_date},
    ports::{CaseRow, SearchRow, StoreError, Write},
    queues,
    text::Text,
    views::UnitRow,
};
use casework::{
    actor::{Actor, Place, Role},
    event::Event,
    header::Stream,
    id::CaseId,
    refusal::Refusal,
    search::{self, SEARCHES_PER_HOUR_MAX, SearchBy},
    time::HOUR,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use vault::{
    blind::{BlindIndex, Identifier},
    case_keys::CaseKeys,
};

/// How many cases one identifier leads to at most: a unit that has referrals about one person every month for four years
/// stays below it.
const FOUND_MAX: u32 = 50;
/// How often a search is tried again after the same account did something else in the same instant.
const ATTEMPTS_MAX: u32 = 8;

/// A search as it is typed.
#[derive(Clone, Default)]
pub struct NewSearch {
    /// By what: the code of a [`SearchBy`].
    pub by: String,
    /// The reference of a case.
    pub reference: String,
    /// An NHS number.
    pub nhs_number: String,
    /// A full name.
    pub name: String,
    /// The date of birth that goes with it, as `YYYY-MM-DD`.
    pub date_of_birth: String,
}

impl std::fmt::Debug for NewSearch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What people look for does not belong in logs.
        f.write_str("NewSearch(…)")
    }
}

/// What is looked for, checked.
enum Wanted {
    Reference(String),
    NhsNumber(NhsNumber),
    NameAndBirth(Text, String),
}

impl Wanted {
    fn parse(new: &NewSearch, today: casework::time::Day) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let said = |text: &str| !text.trim().is_empty();
        let wanted = match SearchBy::parse(&new.by) {
            None => {
                faults.push(Fault::new("/by", ::words::say("refusal-expected-one-of-these")));
                None
            }
            Some(SearchBy::Reference) => {
                let text = Text::line("/reference", &new.reference).map_err(|fault| faults.push(fault)).ok();
                text.map(|text| Self::Reference(reference(text.as_str())))
            }
            Some(SearchBy::NhsNumber) => NhsNumber::parse("/nhs_number", &new.nhs_number)
                .map_err(|fault| faults.push(fault))
                .ok()
                .map(Self::NhsNumber),
            Some(SearchBy::NameAndBirth) => {
                let name = Text::line("/name", &new.name)
                    .map_err(|_| faults.push(Fault::new("/name", ::words::say("refusal-expected-full-name"))))
                    .ok()
                    // What has no letter is no name, and nothing that an index could hold.
                    .filter(|name| name.as_str().chars().any(char::is_alphanumeric));
                if name.is_none() && !faults.iter().any(|fault: &Fault| fault.at == "/name") {
                    faults.push(Fault::new("/name", ::words::say("refusal-expected-full-name")));
                }
                let born = if said(&new.date_of_birth) {
                    birth_date("/date_of_birth", &new.date_of_birth, today)
                        .map_err(|fault| faults.push(fault))
                        .ok()
                } else {
                    // SECURITY: a name alone would go through everybody who bears it.
                    let expected = ::words::say("refusal-expected-birth-with-name");
                    faults.push(Fault::new("/date_of_birth", expected));
                    None
                };
                name.zip(born).map(|(name, born)| Self::NameAndBirth(name, born.to_string()))
            }
        };
        match wanted {
            Some(wanted) if faults.is_empty() => Ok(wanted),
            _ => Err(faults),
        }
    }

    const fn by(&self) -> SearchBy {
        match self {
            Self::Reference(_) => SearchBy::Reference,
            Self::NhsNumber(_) => SearchBy::NhsNumber,
            Self::NameAndBirth(..) => SearchBy::NameAndBirth,
        }
    }
}

/// A reference as it is kept: capitals, and nothing around it.
pub(crate) fn reference(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase()
}

/// How many searches somebody made in a half-year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Searches {
    /// The half-year.
    pub period: String,
    /// Who, and where.
    pub rows: Vec<SearchesRow>,
}

/// The searches of one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct SearchesRow {
    /// Where they work.
    pub place: String,
    /// Who they are.
    pub who: String,
    /// By the reference of a case.
    pub by_reference: u32,
    /// By an NHS number.
    pub by_number: u32,
    /// By name and date of birth.
    pub by_name: u32,
    /// Of those for a person, how many led to nothing.
    pub found_nothing: u32,
}

impl Service {
    /// Searches within the actor's own place. Gives references alone: `{"items": […]}` as the unit's list has them.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault; [`Refusal::NotYourRole`], [`Refusal::SearchedTooOften`].
    pub async fn search(&self, asked: &Asked, new: &NewSearch) -> Answer<Value> {
        let actor = &asked.actor;
        // Whose it is to search is decided before what was typed is looked at.
        if !SearchBy::ALL.into_iter().any(|by| search::may_search(actor, by)) {
            return Err(Refusal::NotYourRole.into());
        }
        let wanted = Wanted::parse(new, self.now().day()).map_err(ServiceError::Invalid)?;
        search::permit(actor, wanted.by(), 0)?;
        let stream = Self::account_stream(&actor.account);
        let keys = self.keys(&stream).await?.ok_or(ServiceError::Broken("an account has no keys"))?;
        // SECURITY: a request is so short that whoever had its plain digest could try out every number.
        let once = asked
            .once
            .clone()
            .map(|once| Once { request: vault::seal::keyed_digest(&keys.case, &once.request), ..once });
        let asked = &Asked { actor: actor.clone(), once };
        let answer = match self.answered(asked).await? {
            Some(answer) => answer,
            None => self.search_now(asked, &wanted, &keys).await?,
        };
        // However often the same request comes, nothing is shown that was not recorded in the case first.
        if wanted.by().is_for_a_person() {
            for id in ids(&answer) {
                self.record_found(actor, wanted.by(), &id).await?;
            }
        }
        Ok(answer)
    }

    /// Records in a case that somebody came upon it by looking for the person.
    async fn record_found(&self, actor: &Actor, means: SearchBy, id: &CaseId) -> Answer<()> {
        match self.keys(id).await? {
            Some(keys) => self.record_read(id, &keys, &Event::CaseFound { by: actor.into(), means }).await,
            None => Ok(()),
        }
    }

    async fn search_now(&self, asked: &Asked, wanted: &Wanted, keys: &CaseKeys) -> Answer<Value> {
        let actor = &asked.actor;
        let stream = Self::account_stream(&actor.account);
        for _ in 0..ATTEMPTS_MAX {
            let now = self.now();
            // Looked up before it is counted: whoever else searches from this account in between moves the stream, and
            // then everything is done again.
            let position = self.parts.store.last_position(&stream, Stream::Account).await? + 1;
            let made = self
                .parts
                .store
                .searches_since(&actor.account, now.plus(-HOUR), SEARCHES_PER_HOUR_MAX)
                .await?;
            search::permit(actor, wanted.by(), made)?;
            let (rows, hidden): (Vec<CaseRow>, Vec<CaseRow>) = self
                .found(actor, wanted)
                .await?
                .into_iter()
                .partition(|row| !row.barred.contains(&actor.individual));
            let found = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let event = Event::SearchMade { by: actor.into(), means: wanted.by(), found };
            let (stored, leaf) = self.seal_event(keys, &stream, Stream::Account, position, &event, now)?;
            let write = Write {
                events: vec![stored],
                leaves: vec![leaf],
                searches: vec![SearchRow {
                    id: casework::id::BlobId::from_bytes(self.drawn()).as_str().to_owned(),
                    account: actor.account.clone(),
                    scope: queues::scope(actor).ok_or(Refusal::NotYourRole)?,
                    means: wanted.by(),
                    nothing: rows.is_empty(),
                    period: now.day().half_year(),
                    made: now,
                }],
                ..Write::default()
            };
            let answer = items(&rows);
            let kept = ::words::scope(crate::words::in_english(), || items(&rows));
            match self.commit(write, asked, &stream, keys, &kept, now).await {
                Ok(()) => {
                    // A case from which they stand back is not shown to them; the person sees that they looked.
                    for row in hidden.iter().filter(|_| wanted.by().is_for_a_person()) {
                        self.record_found(actor, wanted.by(), &row.case).await?;
                    }
                    return Ok(answer);
                }
                Err(StoreError::Conflict) => {}
                Err(StoreError::Repeated) => return self.answered(asked).await?.ok_or(ServiceError::Busy),
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Busy)
    }

    /// The cases that there are for what is looked for, in the actor's own place.
    async fn found(&self, actor: &Actor, wanted: &Wanted) -> Answer<Vec<CaseRow>> {
        let store = &self.parts.store;
        let identifier = match wanted {
            Wanted::Reference(reference) => {
                let row = store.case_by_reference(reference).await?;
                return Ok(row.into_iter().filter(|row| row.may_concern(actor)).collect());
            }
            Wanted::NhsNumber(number) => Identifier::NhsNumber(number.as_str()),
            Wanted::NameAndBirth(name, born) => Identifier::NameAndBirth { name: name.as_str(), born },
        };
        // SECURITY: the index is the unit's own, under a key of its own; there is none over units.
        let Place::Unit(unit) = &actor.place else { return Err(Refusal::NotYourRole.into()) };
        let mut ids = BTreeSet::new();
        for entry in BlindIndex::of_unit(&*self.parts.keks, unit.as_str())?.entries(identifier)? {
            ids.extend(store.cases_indexed(unit, entry.epoch, &entry.digest, FOUND_MAX).await?);
        }
        let mut rows = Vec::new();
        for id in ids {
            rows.extend(store.case_row(&id).await?.filter(|row| row.may_concern(actor)));
        }
        rows.sort_by(|one, other| (other.opened, &other.case).cmp(&(one.opened, &one.case)));
        Ok(rows)
    }

    /// How often everybody searched in the half-year that runs, for the reviewer.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for anybody else.
    pub async fn searches(&self, actor: &Actor) -> Answer<Searches> {
        if actor.role != Role::Reviewer {
            return Err(Refusal::NotYourRole.into());
        }
        let period = self.now().day().half_year();
        let places = self.places().await;
        let mut rows: BTreeMap<(String, String), SearchesRow> = BTreeMap::new();
        for counted in self.parts.store.searches_counted(&period).await? {
            let key = (counted.scope.clone(), counted.account.to_string());
            if !rows.contains_key(&key) {
                let account = self.parts.store.account(&counted.account).await?;
                let who = account.as_ref().map_or_else(
                    || ::words::say("view-account-unknown"),
                    |row| format!("{}, {}", crate::words::role(row.role), row.title),
                );
                let place = account
                    .as_ref()
                    .map_or_else(String::new, |row| crate::accounts::place_title(&places, &row.place));
                rows.insert(key.clone(), SearchesRow { place, who, ..SearchesRow::default() });
            }
            let Some(row) = rows.get_mut(&key) else { continue };
            let count = match counted.means {
                SearchBy::Reference => &mut row.by_reference,
                SearchBy::NhsNumber => &mut row.by_number,
                SearchBy::NameAndBirth => &mut row.by_name,
            };
            *count = count.saturating_add(counted.made);
            if counted.nothing && counted.means.is_for_a_person() {
                row.found_nothing = row.found_nothing.saturating_add(counted.made);
            }
        }
        Ok(Searches { period, rows: rows.into_values().collect() })
    }
}

/// An answer with these cases.
fn items(rows: &[CaseRow]) -> Value {
    let items: Vec<UnitRow> = rows.iter().cloned().map(queues::unit_row).collect();
    json!({ "items": items })
}

/// The cases of an answer.
fn ids(answer: &Value) -> Vec<CaseId> {
    answer
        .get("items")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|row| CaseId::parse(row.get("id")?.as_str()?).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(new: &NewSearch) -> Vec<String> {
        let today = casework::time::Day::parse("2026-11-30").unwrap();
        Wanted::parse(new, today).err().unwrap_or_default().into_iter().map(|fault| fault.at).collect()
    }

    #[test]
    fn nothing_is_looked_for_in_part() {
        let by = |code: &str| NewSearch { by: code.to_owned(), ..NewSearch::default() };
        assert_eq!(at(&by("")), ["/by"]);
        assert_eq!(at(&by("surname")), ["/by"]);
        assert_eq!(at(&by("reference")), ["/reference"]);
        assert_eq!(at(&by("nhs-number")), ["/nhs_number"]);
        assert_eq!(at(&by("name-and-birth")), ["/name", "/date_of_birth"]);
        let name = NewSearch { name: "Testa Person".to_owned(), ..by("name-and-birth") };
        assert_eq!(at(&name), ["/date_of_birth"], "a name alone is no search");
        let marks = NewSearch {
            name: "%".to_owned(),
            date_of_birth: "1990-02-28".to_owned(),
            ..by("name-and-birth")
        };
        assert_eq!(at(&marks), ["/name"]);
        let short = NewSearch { nhs_number: "99900000".to_owned(), ..by("nhs-number") };
        assert_eq!(at(&short), ["/nhs_number"]);
        let whole = NewSearch { date_of_birth: "1990-02-28".to_owned(), ..name };
        assert_eq!(at(&whole), Vec::<String>::new());
    }

    #[test]
    fn a_reference_is_read_as_people_type_it() {
        assert_eq!(reference(" lon-4f7k-q2xd "), "LON-4F7K-Q2XD");
    }

    #[test]
    fn what_was_typed_is_in_no_log() {
        let new = NewSearch { name: "Testa Person".to_owned(), ..NewSearch::default() };
        assert!(!format!("{new:?}").contains("Testa"));
    }
}
