//! The person's page, by letter code and agreed phrase.
//!
//! // SECURITY: an unknown code, a code whose notice was not sent, a wrong phrase and an erased case all end in the
//! same `None`, after the same work.

use crate::{
    clinic_day::work_for_person,
    dates::ForReaders as _,
    engine::{Loaded, Service, open_event},
    error::Answer,
    telling::lookup_text,
    views::{Looked, PersonAnswer, PersonDecision, PersonPage},
};
use casework::{
    actor::Role,
    case::SafeRoute,
    event::Event,
    header::Stream,
    person::{self, BreachSeen, Seen},
    search::SearchBy,
    time::Moment,
};
use vault::{
    letter_code::{CodeIndex, LetterCode},
    password::StoredHash,
};

/// What a letter's code and phrase open.
pub(crate) enum Opens {
    /// The case, for the person whom it is about.
    Case(Seen),
    /// One breach, for somebody whom it wrongly concerns.
    Breach(u32, BreachSeen),
}

impl Service {
    /// The person's page; `None` is the one constant answer.
    ///
    /// # Errors
    /// As the store's; a page whose reading cannot be recorded is not shown.
    pub async fn person_page(&self, code: &str, phrase: &str) -> Answer<Option<PersonAnswer>> {
        let Some((loaded, opens)) = self.person_at(code, phrase).await? else { return Ok(None) };
        let page = match &opens {
            Opens::Case(seen) => PersonAnswer::Case(Box::new(self.page(&loaded, seen).await?)),
            Opens::Breach(n, seen) => {
                PersonAnswer::Breach(Box::new(self.breach_page(&loaded, *n, seen).await?))
            }
        };
        self.record_read(&loaded.case.id, &loaded.keys, &Event::PersonRead {}).await?;
        Ok(Some(page))
    }

    /// The case of a letter's code, for whoever knows the phrase and has been told; `None` alike for everything else,
    /// after the same work. Nothing is recorded yet.
    pub(crate) async fn person_at(&self, code: &str, phrase: &str) -> Answer<Option<(Loaded, Opens)>> {
        let found = self.case_of_code(code).await?;
        let (seen, stored) = match &found {
            Some((loaded, None)) => (
                person::seen(&loaded.case).map(Opens::Case),
                self.phrase_of(loaded, loaded.case.route.as_ref()).await?,
            ),
            Some((loaded, Some(n))) => {
                let route = loaded.case.breaches.get(n).and_then(|breach| breach.route.as_ref());
                (
                    person::seen_by_another(&loaded.case, *n).map(|seen| Opens::Breach(*n, seen)),
                    self.phrase_of(loaded, route).await?,
                )
            }
            None => (None, None),
        };
        let typed = phrase.to_owned();
        let right = self
            .hashed(move |secrets| match stored {
                Some(stored) => secrets.verify_phrase(&stored, &typed),
                None => secrets.dummy_verify(&typed),
            })
            .await?;
        Ok(match (found, seen, right) {
            (Some((loaded, _)), Some(seen), true) => Some((loaded, seen)),
            _ => None,
        })
    }

    /// The case of a letter's code, with the number of the breach where the letter is about one of somebody else.
    async fn case_of_code(&self, code: &str) -> Answer<Option<(Loaded, Option<u32>)>> {
        let Some(code) = LetterCode::parse(code) else { return Ok(None) };
        for entry in CodeIndex::new(&*self.parts.keks)?.entries(&code) {
            let lookup = lookup_text(&entry.digest);
            if let Some(id) = self.parts.store.case_by_letter(&lookup).await? {
                let loaded = self.load(&id).await?;
                return Ok(loaded.map(|loaded| {
                    let is_its = |route: &SafeRoute| route.lookup == lookup;
                    let breach = loaded.case.breaches.values().find(|b| b.route.as_ref().is_some_and(is_its));
                    let n = breach.map(|breach| breach.n);
                    (loaded, n)
                }));
            }
        }
        Ok(None)
    }

    async fn phrase_of(&self, loaded: &Loaded, route: Option<&SafeRoute>) -> Answer<Option<StoredHash>> {
        let Some(route) = route else { return Ok(None) };
        let text = self.text_of(&loaded.case.id, &loaded.keys, &route.phrase).await?;
        Ok(StoredHash::parse(&text).ok())
    }

    async fn page(&self, loaded: &Loaded, seen: &Seen) -> Answer<PersonPage> {
        let places = self.places().await;
        let words = self.words();
        let trust = places.trust_title(&seen.trust);
        let decisions = seen
            .decisions
            .iter()
            .map(|decision| PersonDecision {
                what: words.decision_for_person(decision.outcome),
                basis: decision.basis.map(|basis| words.basis_for_person(basis)),
                provision: decision.basis.map(|basis| words.provision(basis)),
                decided_by: crate::words::role(decision.decided_by),
                decided: decision.decided.for_readers(),
                left: if decision.left.is_some() {
                    decision.items.iter().map(|item| words.item_for_person(*item)).collect()
                } else {
                    Vec::new()
                },
                left_at: decision.left.map(Moment::for_readers),
                recalled: decision.recalled,
                emergency: decision.emergency,
                told: decision.told.for_readers(),
                was_deferred: decision.was_deferred,
                about_another: decision.about_another,
                left_out: decision.left_out,
            })
            .collect();
        let mut breaches = Vec::new();
        for breach in &seen.breaches {
            breaches.push(self.person_breach(loaded, breach).await?);
        }
        Ok(PersonPage {
            reference: loaded.case.reference.to_string(),
            asked_by: seen.force.as_ref().map_or_else(|| trust.clone(), |force| places.force_title(force)),
            asked: seen.asked.for_readers(),
            why: seen.purpose.map(|purpose| words.purpose(purpose)),
            asked_for: seen.items_asked.iter().map(|item| words.item_for_person(*item)).collect(),
            unit: places.unit_title(&seen.unit),
            telephone: self.telephone(&seen.unit),
            looked: self.looked(loaded, seen, &trust).await?,
            work: seen
                .work
                .iter()
                .map(|(role, at, done)| looked(*at, *role, &trust, work_for_person(*done)))
                .collect(),
            trust,
            decisions,
            breaches,
        })
    }

    /// Who looked: record openings, readings of the case, readings of what left.
    async fn looked(&self, loaded: &Loaded, seen: &Seen, trust: &str) -> Answer<Vec<Looked>> {
        let mut found: Vec<(Moment, Looked)> = seen
            .openings
            .iter()
            .map(|(role, at)| (*at, looked(*at, *role, trust, ::words::say("view-looked-record"))))
            .collect();
        let places = self.places().await;
        let force = seen.force.as_ref().map(|force| places.force_title(force)).unwrap_or_default();
        for (role, at) in &seen.read_out {
            let what = ::words::phrase("view-looked-read-out").with("force", &force).say();
            found.push((*at, looked(*at, *role, trust, what)));
        }
        for stored in self.parts.store.events(&loaded.case.id, Stream::Reads).await? {
            let (role, what) = match open_event(&loaded.keys, &stored)? {
                Event::CaseRead { by, .. } => match by.role {
                    // An officer or supervisor looking at their own form did not look at anything about the person
                    // that they had not written.
                    Role::Officer | Role::Supervisor | Role::HealthWorker => continue,
                    role => (role, ::words::say("view-looked-case")),
                },
                Event::CaseFound { by, means } => (by.role, found_by(means)),
                Event::DisclosureRead { by, .. } => (by.role, ::words::say("view-looked-disclosure")),
                _ => continue,
            };
            found.push((stored.time, looked(stored.time, role, trust, what)));
        }
        found.sort_by_key(|(at, _)| *at);
        Ok(found.into_iter().map(|(_, looked)| looked).collect())
    }
}

/// That somebody came upon the case by looking for the person.
fn found_by(means: SearchBy) -> String {
    match means {
        SearchBy::Reference => ::words::say("view-looked-by-reference"),
        SearchBy::NhsNumber => ::words::say("view-looked-by-number"),
        SearchBy::NameAndBirth => ::words::say("view-looked-by-name"),
    }
}

fn looked(at: Moment, role: Role, trust: &str, what: String) -> Looked {
    let title = crate::words::role(role);
    let who = match role {
        Role::Officer | Role::Supervisor => ::words::say("view-looked-officer"),
        Role::Reviewer => title,
        _ => format!("{title}, {trust}"),
    };
    Looked { at: at.for_readers(), who, what }
}
