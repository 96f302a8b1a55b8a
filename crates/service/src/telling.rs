//! Telling the person: safe routes, letters, what waits for legal or the reviewer; the reviewer's own acts; closing.

use crate::{
    engine::{Asked, Loaded, Service},
    error::{Answer, Fault, ServiceError},
    ports::{OutboxRow, StoreError},
    referrals::decided,
    stage::Stage,
    text::Text,
    working::text,
};
use casework::{
    case::Case,
    command::Command,
    decide::clock::{self, Due},
    event::{ClockStart, LetterLanguage, Route},
    id::{BlobId, CaseId},
    notice,
};
use serde_json::{Value, json};
use vault::letter_code::{CodeIndex, LetterCode};

/// A safe route as it is typed.
#[derive(Debug, Clone)]
pub struct NewRoute {
    /// `post`, `in-person` or `representative`.
    pub route: String,
    /// Where to, or to whom.
    pub address: String,
    /// The phrase agreed with the person.
    pub phrase: String,
    /// The language that they want to be written to in: `en`, `cy` or `both`; empty where nobody asked, for English.
    pub language: String,
}

/// A safe route without a fault.
pub(crate) struct CheckedRoute {
    pub route: Route,
    pub address: Text,
    /// Its hash.
    pub phrase: String,
    /// The letter's code.
    pub code: LetterCode,
    /// The keyed digest by which the code is found.
    pub lookup: String,
    /// The language of the letter, if they were asked.
    pub language: Option<LetterLanguage>,
}

/// Shortest agreed phrase, in letters and digits: short enough for a frightened person, too long to guess within the
/// limits of the page.
const PHRASE_LETTERS_MIN: usize = 8;
/// What the outbox calls a letter.
const LETTER: &str = "letter";

impl Service {
    /// A clinician records how this person can be reached safely, and the phrase agreed with them.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault; as the domain refuses.
    pub async fn record_safe_route(&self, id: &CaseId, asked: &Asked, new: &NewRoute) -> Answer<Value> {
        let CheckedRoute { route, address, phrase, code, lookup, language } =
            self.checked_route(new, Some(id)).await?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let command = Command::RecordSafeRoute {
                    route,
                    address: stage.identity(address.as_str())?,
                    phrase: stage.identity(&phrase)?,
                    code: stage.identity(&code.printed())?,
                    lookup: lookup.clone(),
                    language,
                };
                decided(loaded, &command, ctx)
            },
            |case| json!({"id": case.id.as_str(), "route": new.route}),
        )
        .await
    }

    /// A route without a fault, with a fresh code for its letter; `about` is the case whose person it is for.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault.
    pub(crate) async fn checked_route(&self, new: &NewRoute, about: Option<&CaseId>) -> Answer<CheckedRoute> {
        let mut faults = Vec::new();
        let route = Route::parse(&new.route);
        if route.is_none() {
            faults.push(Fault::new("/route", ::words::say("refusal-expected-route")));
        }
        let language = LetterLanguage::parse(&new.language);
        if language.is_none() && !new.language.is_empty() {
            faults.push(Fault::new("/language", ::words::say("refusal-expected-letter-language")));
        }
        let address = Text::parse("/address", &new.address).map_err(|fault| faults.push(fault)).ok();
        if new.phrase.chars().filter(|c| c.is_alphanumeric()).count() < PHRASE_LETTERS_MIN {
            let expected = ::words::phrase("refusal-expected-phrase").with("letters", PHRASE_LETTERS_MIN);
            faults.push(Fault::new("/phrase", expected));
        }
        let known = match about {
            Some(id) => self.phrase_is_known_about_them(id, &new.phrase).await?,
            None => false,
        };
        if known {
            faults.push(Fault::new("/phrase", ::words::say("refusal-expected-unknown-phrase")));
        }
        let (Some(route), Some(address), true) = (route, address, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        let (entropy, typed) = (std::sync::Arc::clone(&self.parts.entropy), new.phrase.clone());
        let phrase = self.hashed(move |secrets| secrets.hash_phrase(&*entropy, &typed)).await??;
        let code = LetterCode::fresh(self.entropy());
        let entry = CodeIndex::new(&*self.parts.keks)?.entry(&code)?;
        Ok(CheckedRoute {
            route,
            address,
            phrase: phrase.as_str().to_owned(),
            code,
            lookup: lookup_text(&entry.digest),
            language,
        })
    }

    /// Whether the phrase is something that others know about the person.
    async fn phrase_is_known_about_them(&self, id: &CaseId, phrase: &str) -> Answer<bool> {
        let Some(loaded) = self.load(id).await? else { return Ok(false) };
        let Some(person) = self.identity_of(&loaded).await? else { return Ok(false) };
        let plain =
            |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let phrase = plain(phrase);
        Ok(["name", "date_of_birth", "nhs_number", "address"]
            .iter()
            .filter_map(|key| person.get(*key).and_then(Value::as_str))
            .map(plain)
            .any(|known| !known.is_empty() && (known.contains(&phrase) || phrase == known)))
    }

    /// Who a case is about, as it was sealed; `None` where nobody is named.
    pub(crate) async fn identity_of(&self, loaded: &Loaded) -> Answer<Option<Value>> {
        let Some(blob) = &loaded.case.identity else { return Ok(None) };
        let text = self.text_of(&loaded.case.id, &loaded.keys, blob).await?;
        serde_json::from_str(&text).map(Some).map_err(|_| ServiceError::Broken("an identity does not read"))
    }

    /// A clinician confirms that the route is still safe.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn confirm_safe_route(&self, id: &CaseId, asked: &Asked) -> Answer<Value> {
        self.simple(id, asked, Command::ConfirmSafeRoute).await
    }

    /// A clinician records that telling before the disclosure would be unsafe.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn record_notice_unsafe(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        reasons: &str,
    ) -> Answer<Value> {
        self.reasoned(id, asked, reasons, |reasons| Command::RecordNoticeUnsafe { n, reasons }).await
    }

    /// A clinician records that the person was found, or recovered.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] for another word.
    pub async fn start_notice_clock(&self, id: &CaseId, asked: &Asked, what: &str) -> Answer<Value> {
        let start = match what {
            "found" => ClockStart::Found,
            "recovered" => ClockStart::Recovered,
            _ => {
                let expected = ::words::say("refusal-expected-clock-start");
                return Err(ServiceError::Invalid(vec![Fault::new("/start", expected)]));
            }
        };
        self.simple(id, asked, Command::StartNoticeClock { start }).await
    }

    /// Legal or the reviewer directs that a notice which waited for them is sent now.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn direct_notice(&self, id: &CaseId, asked: &Asked, n: u32, reasons: &str) -> Answer<Value> {
        self.reasoned(id, asked, reasons, |reasons| Command::DirectNotice { n, reasons }).await
    }

    /// The reviewer looks at a third referral in 90 days.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn review_repetition(
        &self,
        id: &CaseId,
        asked: &Asked,
        agreed: bool,
        reasons: &str,
    ) -> Answer<Value> {
        self.reasoned(id, asked, reasons, |reasons| Command::ReviewRepetition { agreed, reasons }).await
    }

    /// The reviewer looks at an emergency afterwards.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn after_review(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        upheld: bool,
        reasons: &str,
    ) -> Answer<Value> {
        self.reasoned(id, asked, reasons, |reasons| Command::AfterReview { n, upheld, reasons }).await
    }

    /// Closes a case in which nothing is owed any more.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn close(&self, id: &CaseId, asked: &Asked, reasons: &str) -> Answer<Value> {
        self.reasoned(id, asked, reasons, |reasons| Command::Close { reasons }).await
    }

    async fn simple(&self, id: &CaseId, asked: &Asked, command: Command) -> Answer<Value> {
        self.run(id, asked, |loaded, _, ctx| decided(loaded, &command, ctx), standing).await
    }

    async fn reasoned(
        &self,
        id: &CaseId,
        asked: &Asked,
        typed: &str,
        command: impl Fn(casework::blob::BlobRef) -> Command,
    ) -> Answer<Value> {
        let reasons = text("/reasons", typed)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| decided(loaded, &command(stage.text(reasons.as_str())?), ctx),
            standing,
        )
        .await
    }

    /// Does what time alone makes happen to a case: letters go, deferrals lapse, what cannot go is put before a person.
    /// Says how many things were done.
    ///
    /// # Errors
    /// As the store's.
    pub async fn tick_case(&self, id: &CaseId) -> Answer<usize> {
        let mut done = 0;
        // Each round does one thing, for what it does may make the next one due: a lapse, then its letter.
        for _ in 0..16 {
            let Some(loaded) = self.load(id).await? else { return Ok(done) };
            let now = self.now();
            let Some(due) = clock::due(&loaded.case, now).into_iter().next() else { return Ok(done) };
            let mut stage = Stage::new(self, id, &loaded.keys);
            let events = match due {
                Due::Record(events) => events,
                Due::Send { n } => {
                    let letter = stage.identity(&self.letter(&loaded, n).await?)?;
                    stage.outbox.push(OutboxRow {
                        id: BlobId::from_bytes(self.drawn()).to_string(),
                        kind: LETTER.to_owned(),
                        case: id.clone(),
                        blob: letter.blob.clone(),
                        made: now,
                    });
                    clock::sent(&loaded.case, now, n, letter)?
                }
            };
            let (write, _) = self.write(Some(loaded.case.clone()), &loaded.keys, id, events, stage, now)?;
            match self.parts.store.append(write).await {
                Ok(()) => done += 1,
                // Somebody acted at the same moment: look again.
                Err(StoreError::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Ok(done)
    }

    /// The letter about one decision, as JSON that `post` prints: whom to, by which route, and in which language.
    ///
    /// A first letter says nothing but that there is something to read and how.
    async fn letter(&self, loaded: &Loaded, n: u32) -> Answer<String> {
        let route =
            notice::route_of(&loaded.case, n).ok_or(ServiceError::Broken("a letter without a route"))?;
        let places = self.places().await;
        let address = self.text_of(&loaded.case.id, &loaded.keys, &route.address).await?;
        let code = self.text_of(&loaded.case.id, &loaded.keys, &route.code).await?;
        Ok(json!({
            "decision": n,
            "route": route.route,
            "address": address,
            "code": code,
            "trust": places.trust_title(&loaded.case.trust),
            "date": self.now().day().for_people(),
            "day": self.now().day().to_string(),
            "language": route.language.as_str(),
        })
        .to_string())
    }

    /// Letters that wait to be handed over.
    ///
    /// # Errors
    /// As the store's.
    pub async fn outbox(&self, limit: u32) -> Answer<Vec<OutboxRow>> {
        Ok(self.parts.store.outbox_of(LETTER, limit).await?)
    }

    /// A letter or an e-mail was handed over.
    ///
    /// # Errors
    /// As the store's.
    pub async fn outbox_done(&self, row: &OutboxRow) -> Answer<()> {
        Ok(self.parts.store.outbox_done(&row.id, self.now()).await?)
    }

    /// Opens a letter, or what an e-mail is made of, that waits in the outbox; `None` where the case was erased.
    ///
    /// # Errors
    /// As the store's.
    pub async fn open_letter(&self, row: &OutboxRow) -> Answer<Option<Value>> {
        let Some(keys) = self.keys(&row.case).await? else { return Ok(None) };
        let sealed = self.parts.store.blob(&row.case, &row.blob).await?;
        let sealed = sealed.ok_or(ServiceError::Broken("a letter is missing"))?;
        let place =
            vault::seal::Place::Blob { case: row.case.as_str(), blob: row.blob.as_str(), kind: "identity" };
        let plain = vault::seal::open(&keys.identity, &sealed, &place)?;
        let text = plain.get(32..).ok_or(ServiceError::Broken("a letter is too short"))?;
        serde_json::from_slice(text).map(Some).map_err(|_| ServiceError::Broken("a letter does not read"))
    }
}

fn standing(case: &Case) -> Value {
    json!({"id": case.id.as_str(), "reference": case.reference.as_str(), "position": case.position})
}

/// A letter code's digest, as it is stored.
pub(crate) fn lookup_text(digest: &[u8]) -> String {
    base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, digest)
}
