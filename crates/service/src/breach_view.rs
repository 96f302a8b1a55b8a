//! A breach as the clinic, the reviewer and whoever it concerns see it.

use crate::{
    dates::ForReaders as _,
    engine::{Loaded, Service, open_event},
    error::Answer,
    views::{Looked, Named},
};
use casework::{
    actor::{Actor, Role},
    breach::{Breach, BreachKind, Commissioner, NoteKind, Telling},
    case::{Case, NoticeStatus, SafeRoute},
    event::{Event, LetterLanguage, Route},
    header::Stream,
    person::BreachSeen,
    time::{HOUR, Moment},
};
use serde::Serialize;

/// Advice on a breach, or what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// `advice` or `measure`.
    pub kind: String,
    /// Who wrote it, by role and name.
    pub who: String,
    /// When, for people.
    pub at: String,
    /// The text.
    pub text: String,
}

/// A decision about a breach: in words, by whom, with what they wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BreachDecision {
    /// What was decided.
    pub what: String,
    /// Who decided, by role and name.
    pub who: Option<String>,
    /// What they wrote.
    pub text: Option<String>,
}

/// A breach, as the clinic and the reviewer see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BreachView {
    /// Its number in the case, as acts name it.
    pub n: u32,
    /// Its number for people, from 1.
    pub ordinal: u32,
    /// What kind.
    pub kind: Named,
    /// What happened.
    pub what: String,
    /// Who recorded it, by role and name.
    pub by: String,
    /// When it was recorded, for people.
    pub recorded: String,
    /// When it happened, for people.
    pub happened: String,
    /// When the trust became aware, for people.
    pub aware: String,
    /// How many people it concerns.
    pub people: u32,
    /// The disclosure that it is about.
    pub disclosure: Option<u32>,
    /// Until when it is reported to the Commissioner, for people.
    pub report_by: String,
    /// How long that is off or past, while nothing is decided.
    pub clock: Option<String>,
    /// Whether the 72 hours have passed without a decision.
    pub overdue: bool,
    /// Whether it was reported after the 72 hours.
    pub late: bool,
    /// What was decided about the Commissioner.
    pub commissioner: BreachDecision,
    /// Why the report was late.
    pub delay: Option<String>,
    /// What was decided about telling the person.
    pub telling: BreachDecision,
    /// The safe route of whoever it wrongly concerns, in words, without the address.
    pub route: Option<String>,
    /// Whether it concerns somebody else than the case's person.
    pub concerns_another: bool,
    /// Advice and measures, oldest first.
    pub notes: Vec<NoteView>,
    /// Who found that it was no breach, and when.
    pub unfounded: Option<String>,
}

/// A breach of their information, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonBreach {
    /// What happened, in a sentence.
    pub what: String,
    /// When, for people.
    pub happened: String,
    /// When the trust became aware, for people.
    pub aware: String,
    /// What the trust says of it.
    pub words: Option<String>,
    /// When it was reported to the Information Commissioner, for people.
    pub reported: Option<String>,
    /// What left, in words.
    pub left: Vec<String>,
    /// When it left, for people.
    pub left_at: Option<String>,
    /// Whether it was recalled.
    pub recalled: bool,
    /// When they were told, for people.
    pub told: String,
}

/// The page of somebody whose information left though another was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BreachPage {
    /// What to quote.
    pub reference: String,
    /// Who had it, in words.
    pub given_to: String,
    /// The trust that answers for it.
    pub trust: String,
    /// What happened.
    pub breach: PersonBreach,
    /// Who read it.
    pub looked: Vec<Looked>,
}

/// The kind of a breach, for those who work on it.
#[must_use]
pub fn kind_name(kind: BreachKind) -> String {
    ::words::coded_or("view-breach-kind", kind.as_str())
}

/// The kind of a breach, for whoever it concerns.
fn kind_for_person(kind: BreachKind) -> String {
    ::words::coded_or("view-breach-person", kind.as_str())
}

/// How far off the end of the 72 hours is, in hours: what counts in them is hours, and never days.
pub(crate) fn clock(report_by: Moment, now: Moment) -> String {
    let left = report_by.0 - now.0;
    match (left >= 0, left.abs() / HOUR) {
        (true, 0) => ::words::say("view-clock-less-than-an-hour-left"),
        (true, hours) => ::words::phrase("view-clock-left").with("hours", hours).say(),
        (false, 0) => ::words::say("view-clock-less-than-an-hour-over"),
        (false, hours) => ::words::phrase("view-clock-over").with("hours", hours).say(),
    }
}

pub(crate) fn route_words(route: &SafeRoute) -> String {
    let words = match route.route {
        Route::Post => ::words::phrase("view-route-post"),
        Route::InPerson => ::words::phrase("view-route-in-person"),
        Route::Representative => ::words::phrase("view-route-representative"),
    };
    let way = words.with("at", route.confirmed.for_readers()).say();
    match route.language {
        LetterLanguage::English => way,
        LetterLanguage::Welsh => ::words::phrase("view-route-in-welsh").with("way", way).say(),
        LetterLanguage::Both => ::words::phrase("view-route-in-both").with("way", way).say(),
    }
}

impl Service {
    /// The breaches of a case, for those who work on it and those who review it.
    pub(crate) async fn breach_views(&self, loaded: &Loaded) -> Answer<Vec<BreachView>> {
        let mut found = Vec::new();
        for breach in loaded.case.breaches.values() {
            found.push(self.breach_view(loaded, breach).await?);
        }
        Ok(found)
    }

    async fn breach_view(&self, loaded: &Loaded, breach: &Breach) -> Answer<BreachView> {
        let (id, keys, now) = (&loaded.case.id, &loaded.keys, self.now());
        let mut notes = Vec::new();
        for note in &breach.notes {
            notes.push(NoteView {
                kind: match note.kind {
                    NoteKind::Advice => "advice",
                    NoteKind::Measure => "measure",
                }
                .to_owned(),
                who: self.who(&note.by).await?,
                at: note.at.for_readers(),
                text: self.text_of(id, keys, &note.text).await?,
            });
        }
        let delay = match &breach.commissioner {
            Commissioner::Reported { delay: Some(delay), .. } => Some(self.text_of(id, keys, delay).await?),
            Commissioner::Reported { .. } | Commissioner::Undecided | Commissioner::NotReportable { .. } => {
                None
            }
        };
        Ok(BreachView {
            n: breach.n,
            ordinal: breach.ordinal(),
            kind: Named { code: breach.kind.as_str().to_owned(), name: kind_name(breach.kind) },
            what: self.text_of(id, keys, &breach.what).await?,
            by: self.who(&breach.by).await?,
            recorded: breach.recorded.for_readers(),
            happened: breach.happened.for_readers(),
            aware: breach.aware.for_readers(),
            people: breach.people,
            disclosure: breach.disclosure,
            report_by: breach.report_by().for_readers(),
            clock: breach.awaits_commissioner().then(|| clock(breach.report_by(), now)),
            overdue: breach.is_overdue(now),
            late: breach.was_late(),
            commissioner: self.commissioner_view(loaded, breach).await?,
            delay,
            telling: self.telling_view(loaded, breach).await?,
            route: breach.route.as_ref().map(route_words),
            concerns_another: breach.concerns_another(),
            notes,
            unfounded: match &breach.unfounded {
                Some((by, at)) => Some(format!("{}, {}", self.who(by).await?, at.for_readers())),
                None => None,
            },
        })
    }

    async fn commissioner_view(&self, loaded: &Loaded, breach: &Breach) -> Answer<BreachDecision> {
        let (id, keys) = (&loaded.case.id, &loaded.keys);
        Ok(match &breach.commissioner {
            Commissioner::Undecided => {
                BreachDecision { what: ::words::say("view-breach-undecided"), who: None, text: None }
            }
            Commissioner::Reported { by, at, reference, .. } => BreachDecision {
                what: ::words::phrase("view-breach-reported")
                    .with("at", at.for_readers())
                    .with("reference", self.text_of(id, keys, reference).await?)
                    .say(),
                who: Some(self.who(by).await?),
                text: None,
            },
            Commissioner::NotReportable { by, reasons, at } => BreachDecision {
                what: ::words::phrase("view-breach-not-reportable").with("at", at.for_readers()).say(),
                who: Some(self.who(by).await?),
                text: Some(self.text_of(id, keys, reasons).await?),
            },
        })
    }

    async fn telling_view(&self, loaded: &Loaded, breach: &Breach) -> Answer<BreachDecision> {
        let (case, keys) = (&loaded.case, &loaded.keys);
        Ok(match &breach.telling {
            Telling::Undecided => {
                BreachDecision { what: ::words::say("view-breach-undecided"), who: None, text: None }
            }
            Telling::Owed { words } => {
                let sent = case.notices.get(&breach.n).and_then(|notice| match notice.status {
                    NoticeStatus::Sent(at) => Some(at),
                    NoticeStatus::Due(_)
                    | NoticeStatus::Deferred(..)
                    | NoticeStatus::Lapsed
                    | NoticeStatus::Escalated(_)
                    | NoticeStatus::Never => None,
                });
                BreachDecision {
                    what: match sent {
                        Some(at) => ::words::phrase("view-breach-told").with("at", at.for_readers()).say(),
                        None => ::words::say("view-breach-owed"),
                    },
                    who: None,
                    text: match words {
                        Some(words) => Some(self.text_of(&case.id, keys, words).await?),
                        None => None,
                    },
                }
            }
            Telling::NotTold { by, reasons, at } => BreachDecision {
                what: ::words::phrase("view-breach-not-told").with("at", at.for_readers()).say(),
                who: Some(self.who(by).await?),
                text: Some(self.text_of(&case.id, keys, reasons).await?),
            },
        })
    }

    /// A breach, as whoever it concerns sees it.
    pub(crate) async fn person_breach(&self, loaded: &Loaded, seen: &BreachSeen) -> Answer<PersonBreach> {
        Ok(PersonBreach {
            what: kind_for_person(seen.kind),
            happened: seen.happened.for_readers(),
            aware: seen.aware.for_readers(),
            words: match &seen.words {
                Some(words) => Some(self.text_of(&loaded.case.id, &loaded.keys, words).await?),
                None => None,
            },
            reported: seen.reported.map(Moment::for_readers),
            left: seen.items.iter().map(|item| self.words().item_for_person(*item)).collect(),
            left_at: seen.left.map(Moment::for_readers),
            recalled: seen.recalled,
            told: seen.told.for_readers(),
        })
    }

    /// The page of somebody whose information left though another was asked about.
    ///
    /// SECURITY: nothing of the person who was asked about stands on it.
    pub(crate) async fn breach_page(&self, loaded: &Loaded, n: u32, seen: &BreachSeen) -> Answer<BreachPage> {
        let places = self.places().await;
        let case = &loaded.case;
        let disclosure = case.breaches.get(&n).and_then(|breach| breach.disclosure);
        let mut looked = Vec::new();
        for stored in self.parts.store.events(&case.id, Stream::Reads).await? {
            if let Event::DisclosureRead { n, .. } = open_event(&loaded.keys, &stored)?
                && Some(n) == disclosure
            {
                looked.push(Looked {
                    at: stored.time.for_readers(),
                    who: ::words::say("view-breach-officer"),
                    what: ::words::say("view-breach-read"),
                });
            }
        }
        for call in case.read_out.iter().filter(|call| Some(call.n) == disclosure) {
            looked.push(Looked {
                at: call.at.for_readers(),
                who: ::words::say("view-breach-officer"),
                what: ::words::say("view-breach-read-out"),
            });
        }
        Ok(BreachPage {
            reference: case.reference.to_string(),
            given_to: case
                .asking_force()
                .map_or_else(|| ::words::say("view-breach-outside"), |force| places.force_title(force)),
            trust: places.trust_title(&case.trust),
            breach: self.person_breach(loaded, seen).await?,
            looked,
        })
    }
}

/// What this reader can do about breaches.
pub(crate) fn acts(case: &Case, actor: &Actor, add: &mut impl FnMut(&str)) {
    let role = actor.role;
    let reports =
        matches!(role, Role::Clinician | Role::Guardian | Role::Legal | Role::DataProtectionOfficer);
    for breach in case.breaches.values() {
        let n = breach.n;
        let told = case.notices.get(&n).is_some_and(|notice| matches!(notice.status, NoticeStatus::Sent(_)));
        if breach.unfounded.is_some() {
            continue;
        }
        let reported = matches!(breach.commissioner, Commissioner::Reported { .. });
        if role == Role::DataProtectionOfficer {
            add(&format!("breach-advice:{n}"));
        }
        if role == Role::Guardian && !reported {
            add(&format!("breach-commissioner:{n}"));
        }
        let worded = matches!(breach.telling, Telling::Owed { words: Some(_) });
        if role == Role::Guardian && !worded && !told {
            add(&format!("breach-telling:{n}"));
        }
        if role == Role::Clinician && breach.concerns_another() {
            add(&format!("affected-route:{n}"));
            if breach.route.is_some() {
                add(&format!("confirm-affected-route:{n}"));
            }
        }
        if reports {
            add(&format!("breach-measure:{n}"));
        }
        let owed = case.notices.contains_key(&n);
        let finds = role == Role::Reviewer || (role == Role::Guardian && !owed);
        if finds && !told && !reported {
            add(&format!("no-breach:{n}"));
        }
    }
    if reports {
        add("report-breach");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_in_hours_on_both_sides_of_its_end() {
        let end = Moment(1_000_000);
        assert_eq!(clock(end, end.plus(-71 * HOUR)), "71 hours left");
        assert_eq!(clock(end, end.plus(-60)), "less than an hour left");
        assert_eq!(clock(end, end), "less than an hour left");
        assert_eq!(clock(end, end.plus(HOUR)), "overdue by 1 hour");
    }
}
