//! The person's page, by letter code and agreed phrase. No account, no cookie, and nothing in the address.
//!
//! SECURITY: whoever has no right pair of code and phrase gets one constant answer: unknown, wrong, not yet told and
//! frozen cannot be told apart in words, status or size. What was typed is never given back as it was: a page that answers
//! a right pair carries it sealed, for half an hour, so that the same page can be asked for in another language.

#[cfg(test)]
pub(crate) mod samples;

use crate::web::{
    App,
    field::{Choice, Field},
    form::{Form, OpenPosted},
    frame::Frame,
    language::{Again, answered_in},
    problem::{PageAnswer, Problem, page},
};
use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use service::{
    ledger::{ReceiptFile, warning},
    views::{BreachPage as Mistake, PersonAnswer, PersonPage as Seen},
};
use words::Language;

/// How long what was typed is carried along, in seconds.
const AGAIN_SECONDS: i64 = 1_800;

/// Which of the two doors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// To the page.
    Page,
    /// To proofs of what happened.
    Receipts,
}

impl Door {
    const fn path(self) -> &'static str {
        match self {
            Self::Page => "/person",
            Self::Receipts => "/person/receipts",
        }
    }

    /// What is sealed for one door opens nothing at the other.
    fn about(self) -> String {
        format!("person {}", self.path())
    }
}

/// The door.
#[derive(Debug, Template)]
#[template(path = "person/door.html")]
pub struct DoorPage {
    /// What stands around it.
    pub frame: Frame,
    /// The code of the letter.
    pub code: Field,
    /// The phrase.
    pub phrase: Field,
}

/// The one constant answer.
#[derive(Debug, Template)]
#[template(path = "person/constant.html")]
pub struct ConstantPage {
    /// What stands around it.
    pub frame: Frame,
}

/// What there is about a person.
#[derive(Debug, Template)]
#[template(path = "person/page.html")]
pub struct PersonPage {
    /// What stands around it.
    pub frame: Frame,
    /// What they may see.
    pub seen: Seen,
}

impl PersonPage {
    /// Whether something that was given has not been recalled.
    fn something_is_out(&self) -> bool {
        self.seen.decisions.iter().any(|decision| !decision.left.is_empty() && !decision.recalled)
    }
}

impl DoorPage {
    /// The door's page.
    #[must_use]
    pub fn new(app_frame: Frame) -> Self {
        Self {
            frame: app_frame,
            code: Field::line("code", words::say("person-code"))
                .hint(words::say("person-code-hint"))
                .width(20),
            phrase: Field::secret("phrase", words::say("person-phrase"), "off"),
        }
    }
}

/// Where it is.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/person", get(door).post(open))
        .route("/person/receipts", get(receipts_door).post(receipts))
}

fn frame(app: &App, title: String) -> Frame {
    Frame::public(&app.settings, title).quick_exit(&app.settings.exit_to)
}

/// The page on which code and phrase are asked for.
fn asking(app: &App, door: Door) -> Response {
    match door {
        Door::Page => page(&DoorPage::new(frame(app, words::say("person-open-title")))),
        Door::Receipts => page(&ReceiptsDoorPage::new(frame(app, words::say("person-proofs-title")))),
    }
}

async fn door(State(app): State<App>) -> PageAnswer {
    Ok(asking(&app, Door::Page))
}

/// Where proofs are asked for.
#[derive(Debug, Template)]
#[template(path = "person/receipts_door.html")]
pub struct ReceiptsDoorPage {
    /// What stands around it.
    pub frame: Frame,
    /// The code of the letter.
    pub code: Field,
    /// The phrase.
    pub phrase: Field,
    /// Which kind.
    pub kind: Field,
}

impl ReceiptsDoorPage {
    /// The door's page.
    #[must_use]
    pub fn new(frame: Frame) -> Self {
        let DoorPage { frame, code, phrase } = DoorPage::new(frame);
        let kind = Field::radios(
            "kind",
            words::say("person-kind"),
            vec![
                Choice::new("receipt", words::say("person-kind-receipt"))
                    .hint(words::say("person-kind-receipt-hint")),
                Choice::new("full", words::say("person-kind-full")).hint(words::say("person-kind-full-hint")),
            ],
        )
        .filled(&|name| if name == "kind" { vec!["receipt"] } else { Vec::new() });
        Self { frame, code, phrase, kind }
    }
}

/// What there is about somebody whose information left though another was asked about.
#[derive(Debug, Template)]
#[template(path = "person/breach.html")]
pub struct BreachPage {
    /// What stands around it.
    pub frame: Frame,
    /// What they may see.
    pub seen: Mistake,
}

/// What the person can save.
#[derive(Debug, Template)]
#[template(path = "person/receipts.html")]
pub struct ReceiptsPage {
    /// What stands around it.
    pub frame: Frame,
    /// Whether these say what happened.
    pub full: bool,
    /// The files.
    pub files: Vec<ReceiptFile>,
}

impl ReceiptsPage {
    fn warning(&self) -> String {
        warning()
    }

    fn bytes(&self, file: &ReceiptFile) -> String {
        STANDARD.encode(&file.file)
    }
}

async fn receipts_door(State(app): State<App>) -> PageAnswer {
    Ok(asking(&app, Door::Receipts))
}

async fn open(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    posted(&app, Door::Page, &form).await
}

async fn receipts(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    posted(&app, Door::Receipts, &form).await
}

/// What was sent to a door: what somebody typed, or the wish to have its answer in another language.
async fn posted(app: &App, door: Door, form: &Form) -> PageAnswer {
    match Language::parse(form.text("language")) {
        None => answer(app, door, form).await,
        Some(language) => answered_in(app, language, answer_again(app, door, form.text("again"))).await,
    }
}

/// The same answer again. Everything is looked at anew, for it may not be theirs to see any more.
async fn answer_again(app: &App, door: Door, sealed: &str) -> PageAnswer {
    // SECURITY: the constant answer says nothing of what was typed, so nothing of it is carried along, and no code is tried again.
    if sealed.is_empty() {
        return Ok(nothing(app, door));
    }
    match typed(app, door, sealed) {
        Some(form) => answer(app, door, &form).await,
        // Too long ago: it is asked for again, in the language that was chosen.
        None => Ok(asking(app, door)),
    }
}

/// What answers a right pair can be asked for in another language for a while.
fn again(app: &App, door: Door, form: &Form) -> Result<Again, Problem> {
    let mut plain = form_urlencoded::Serializer::new(String::new());
    for name in ["code", "phrase", "kind"] {
        plain.append_pair(name, form.text(name));
    }
    let sealed = app.service.seal_for(&door.about(), plain.finish().as_bytes(), AGAIN_SECONDS)?;
    Ok(Again { action: door.path(), sealed: Some(URL_SAFE_NO_PAD.encode(sealed)) })
}

/// What was typed, as it was sealed for this door; `None` once its time is over, and for anything else.
fn typed(app: &App, door: Door, sealed: &str) -> Option<Form> {
    let (_, plain) = app.service.open_ceremony(&door.about(), &URL_SAFE_NO_PAD.decode(sealed).ok()?)?;
    Some(Form::parse(plain.into()))
}

async fn answer(app: &App, door: Door, form: &Form) -> PageAnswer {
    let (code, phrase) = (form.text("code"), form.text("phrase"));
    may_try(app, code)?;
    let around = |title: String| again(app, door, form).map(|again| frame(app, title).again(again));
    Ok(match door {
        Door::Page => match app.service.person_page(code, phrase).await? {
            Some(found) => {
                let frame = around(words::say("person-page-title"))?;
                match found {
                    PersonAnswer::Case(seen) => page(&PersonPage { frame, seen: *seen }),
                    PersonAnswer::Breach(seen) => page(&BreachPage { frame, seen: *seen }),
                }
            }
            None => nothing(app, door),
        },
        Door::Receipts => {
            let full = form.text("kind") == "full";
            match app.service.person_receipts(code, phrase, full).await? {
                Some(files) => {
                    page(&ReceiptsPage { frame: around(words::say("person-can-save-title"))?, full, files })
                }
                None => nothing(app, door),
            }
        }
    })
}

/// The one constant answer.
fn nothing(app: &App, door: Door) -> Response {
    let frame = frame(app, words::say("person-nothing-title"));
    page(&ConstantPage { frame: frame.again(Again { action: door.path(), sealed: None }) })
}

fn may_try(app: &App, code: &str) -> Result<(), Problem> {
    if app.doors.try_code(code, app.service.now()) { Ok(()) } else { Err(Problem::TooMany) }
}
