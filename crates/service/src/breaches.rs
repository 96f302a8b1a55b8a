//! Breaches of personal data: recorded, advised on, decided about, and told by the notices of every other decision.

use crate::{
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    referrals::decided,
    telling::{CheckedRoute, NewRoute},
    text::Text,
    working::text,
};
use casework::{
    breach::{BreachKind, NoteKind, ordinal},
    case::Case,
    command::Command,
    decide::breach::Reported,
    id::CaseId,
    time::Moment,
};
use serde_json::{Value, json};
use std::num::NonZeroU32;

/// The most people that a breach of one case is recorded for: more than live in England and Wales is a slip.
const PEOPLE_MAX: u32 = 100_000_000;

/// A breach as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewBreach {
    /// Code of the kind.
    pub kind: String,
    /// The disclosure that it is about.
    pub disclosure: Option<u32>,
    /// When it happened; `None` where what was typed is no time.
    pub happened: Option<Moment>,
    /// When the trust became aware.
    pub aware: Option<Moment>,
    /// What happened.
    pub what: String,
    /// How many people it concerns; `None` where what was typed is no number.
    pub people: Option<u32>,
}

/// What was decided about the Commissioner, as it is typed.
#[derive(Debug, Clone)]
pub enum NewCommissioner {
    /// It was reported.
    Reported {
        /// When; `None` where what was typed is no time.
        at: Option<Moment>,
        /// The Commissioner's reference.
        reference: String,
        /// Why it was late; blank where it was not.
        delay: String,
    },
    /// It need not be.
    NotReportable {
        /// Why.
        reasons: String,
    },
}

/// A breach whose form has no fault.
struct Checked {
    kind: BreachKind,
    happened: Moment,
    aware: Moment,
    what: Text,
    people: NonZeroU32,
}

impl NewBreach {
    /// Every fault of the form.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.checked().err().unwrap_or_default()
    }

    fn checked(&self) -> Result<Checked, Vec<Fault>> {
        let mut faults = Vec::new();
        let kind = BreachKind::parse(&self.kind);
        if kind.is_none() {
            faults.push(Fault::new("/kind", ::words::say("refusal-expected-breach-kind")));
        }
        let happened = time("/happened", self.happened, &mut faults);
        let aware = time("/aware", self.aware, &mut faults);
        let people = self.people.filter(|people| *people <= PEOPLE_MAX).and_then(NonZeroU32::new);
        if people.is_none() {
            faults.push(Fault::new("/people", ::words::say("refusal-expected-whole-number")));
        }
        let what = Text::parse("/what", &self.what).map_err(|fault| faults.push(fault)).ok();
        match (kind, what, people) {
            (Some(kind), Some(what), Some(people)) if faults.is_empty() => {
                Ok(Checked { kind, happened, aware, what, people })
            }
            _ => Err(faults),
        }
    }
}

/// A time that must have been typed.
fn time(at: &str, typed: Option<Moment>, faults: &mut Vec<Fault>) -> Moment {
    typed.unwrap_or_else(|| {
        faults.push(Fault::new(at, ::words::say("refusal-expected-past-moment")));
        Moment(0)
    })
}

impl Service {
    /// Records a breach; what can still be read of a disclosure to or about the wrong person is recalled with it.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault; as the domain refuses.
    pub async fn report_breach(&self, id: &CaseId, asked: &Asked, new: &NewBreach) -> Answer<Value> {
        let Checked { kind, happened, aware, what, people } = new.checked().map_err(ServiceError::Invalid)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let what = stage.text(what.as_str())?;
                let reported = Reported { kind, disclosure: new.disclosure, happened, aware, what, people };
                decided(loaded, &Command::ReportBreach(reported), ctx)
            },
            |case| standing(case, case.breaches.keys().next_back().copied().unwrap_or_default()),
        )
        .await
    }

    /// The officer who can read it says that this is not the person they asked about. Their access ends.
    ///
    /// SECURITY: the answer is that of every recall, and says nothing of what the trust makes of it.
    ///
    /// # Errors
    /// As for reading: unknown, unreleased and recalled are alike; [`ServiceError::Invalid`] without a text.
    pub async fn report_wrong_person(&self, id: &CaseId, asked: &Asked, n: u32, what: &str) -> Answer<Value> {
        let what = text("/what", what)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                decided(loaded, &Command::ReportWrongPerson { n, what: stage.text(what.as_str())? }, ctx)
            },
            |_| json!({"n": n, "state": "recalled"}),
        )
        .await
    }

    /// The data protection officer's advice, or what was done.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] for another kind or without a text; as the domain refuses.
    pub async fn note_breach(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        kind: &str,
        typed: &str,
    ) -> Answer<Value> {
        let mut faults = Vec::new();
        let kind = match kind {
            "advice" => NoteKind::Advice,
            "measure" => NoteKind::Measure,
            _ => {
                faults.push(Fault::new("/kind", ::words::say("refusal-expected-note-kind")));
                NoteKind::Measure
            }
        };
        let note = Text::parse("/text", typed).map_err(|fault| faults.push(fault)).ok();
        let (Some(note), true) = (note, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                decided(loaded, &Command::NoteBreach { n, kind, text: stage.text(note.as_str())? }, ctx)
            },
            |case| standing(case, n),
        )
        .await
    }

    /// The guardian reports a breach to the Commissioner, or decides why not.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault; as the domain refuses, above all for a late report without reasons.
    pub async fn decide_commissioner(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        new: &NewCommissioner,
    ) -> Answer<Value> {
        let mut faults = Vec::new();
        let mut read = |at: &str, typed: &str, line: bool| {
            let read = if line { Text::line(at, typed) } else { Text::parse(at, typed) };
            read.map_err(|fault| faults.push(fault)).ok()
        };
        let (first, delay, when) = match new {
            NewCommissioner::Reported { at, reference, delay } => {
                let delay = (!delay.trim().is_empty()).then(|| read("/delay", delay, false)).flatten();
                (read("/reference", reference, true), delay, Some(*at))
            }
            NewCommissioner::NotReportable { reasons } => (read("/reasons", reasons, false), None, None),
        };
        let when = when.map(|at| time("/at", at, &mut faults));
        let (Some(first), true) = (first, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let first = stage.text(first.as_str())?;
                let command = match when {
                    None => Command::FindNotReportable { n, reasons: first },
                    Some(at) => {
                        let delay = match &delay {
                            Some(delay) => Some(stage.text(delay.as_str())?),
                            None => None,
                        };
                        Command::ReportToCommissioner { n, at, reference: first, delay }
                    }
                };
                decided(loaded, &command, ctx)
            },
            |case| standing(case, n),
        )
        .await
    }

    /// The guardian decides whether the person is told: with the words that they read, or the reasons why not.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] without a text; as the domain refuses.
    pub async fn decide_telling(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        tell: bool,
        typed: &str,
    ) -> Answer<Value> {
        let written = text("/text", typed)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let written = stage.text(written.as_str())?;
                let command = if tell {
                    Command::TellOfBreach { n, words: written }
                } else {
                    Command::DoNotTellOfBreach { n, reasons: written }
                };
                decided(loaded, &command, ctx)
            },
            |case| standing(case, n),
        )
        .await
    }

    /// A named person finds that it was no breach.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] without reasons; as the domain refuses.
    pub async fn find_no_breach(&self, id: &CaseId, asked: &Asked, n: u32, reasons: &str) -> Answer<Value> {
        let reasons = text("/reasons", reasons)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let reasons = stage.text(reasons.as_str())?;
                decided(loaded, &Command::FindNoBreach { n, reasons }, ctx)
            },
            |case| standing(case, n),
        )
        .await
    }

    /// A clinician records how somebody can be reached safely whose information left though another was asked about.
    ///
    /// # Errors
    /// As for every safe route.
    pub async fn record_affected_route(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        new: &NewRoute,
    ) -> Answer<Value> {
        let CheckedRoute { route, address, phrase, code, lookup, language } =
            self.checked_route(new, None).await?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let command = Command::RecordAffectedRoute {
                    n,
                    route,
                    address: stage.identity(address.as_str())?,
                    phrase: stage.identity(&phrase)?,
                    code: stage.identity(&code.printed())?,
                    lookup: lookup.clone(),
                    language,
                };
                decided(loaded, &command, ctx)
            },
            |case| standing(case, n),
        )
        .await
    }

    /// A clinician confirms that this route is still safe.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn confirm_affected_route(&self, id: &CaseId, asked: &Asked, n: u32) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::ConfirmAffectedRoute { n }, ctx),
            |case| standing(case, n),
        )
        .await
    }
}

/// Where a breach stands, in short.
fn standing(case: &Case, n: u32) -> Value {
    let breach = case.breaches.get(&n);
    json!({
        "id": case.id.as_str(),
        "n": n,
        "breach": ordinal(n),
        "report_by": breach.map(|breach| breach.report_by().rfc3339()),
        "decided": breach.is_some_and(|breach| !breach.awaits_commissioner()),
    })
}
