//! The person's page, by letter code and agreed phrase. No account, no cookie, and nothing in the address.
//!
//! SECURITY: whoever has no right pair of code and phrase gets one constant answer: unknown, wrong, not yet told and
//! frozen cannot be told apart in words, status or size. What was typed is never given back.

#[cfg(test)]
pub(crate) mod samples;

use crate::web::{
    App,
    field::{Choice, Field},
    form::OpenPosted,
    frame::Frame,
    problem::{PageAnswer, Problem, page},
};
use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use service::{
    ledger::{ReceiptFile, warning},
    views::{BreachPage as Mistake, PersonAnswer, PersonPage as Seen},
};

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

async fn door(State(app): State<App>) -> PageAnswer {
    Ok(page(&DoorPage::new(frame(&app, words::say("person-open-title")))))
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
    Ok(page(&ReceiptsDoorPage::new(frame(&app, words::say("person-proofs-title")))))
}

async fn receipts(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    let (code, phrase, full) = (form.text("code"), form.text("phrase"), form.text("kind") == "full");
    may_try(&app, code)?;
    Ok(match app.service.person_receipts(code, phrase, full).await? {
        Some(files) => {
            page(&ReceiptsPage { frame: frame(&app, words::say("person-can-save-title")), full, files })
        }
        None => nothing(&app),
    })
}

/// The one constant answer.
fn nothing(app: &App) -> Response {
    page(&ConstantPage { frame: frame(app, words::say("person-nothing-title")) })
}

fn may_try(app: &App, code: &str) -> Result<(), Problem> {
    if app.doors.try_code(code, app.service.now()) { Ok(()) } else { Err(Problem::TooMany) }
}

async fn open(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    let (code, phrase) = (form.text("code"), form.text("phrase"));
    may_try(&app, code)?;
    Ok(match app.service.person_page(code, phrase).await? {
        Some(answer) => {
            let frame = frame(&app, words::say("person-page-title"));
            match answer {
                PersonAnswer::Case(seen) => page(&PersonPage { frame, seen: *seen }),
                PersonAnswer::Breach(seen) => page(&BreachPage { frame, seen: *seen }),
            }
        }
        None => nothing(&app),
    })
}
