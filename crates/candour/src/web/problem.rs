//! What is shown when a page cannot be. One page each, in plain words; nothing about anybody, and no detail that would
//! tell apart what the reader may not tell apart.

use crate::web::{
    App, Settings,
    frame::{Frame, capital, home_of, sentence},
    session::Reader,
};
use askama::Template;
use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{self, CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{Html, IntoResponse, Redirect, Response},
};
use casework::refusal::Refusal;
use service::{
    accounts::SignedIn,
    error::{Fault, ServiceError},
};
use sha2::{Digest as _, Sha256};
use words::Scope;

/// Why a page cannot be shown or a form not be taken.
#[derive(Debug)]
pub enum Problem {
    /// There is none, or it is not theirs: the two cannot be told apart.
    NoSuchPage,
    /// The address does not take this method.
    NoSuchMethod,
    /// Nobody is signed in.
    SignInFirst,
    /// Their role does not do this.
    NotYourRole,
    /// A form that no page of this session made.
    FormFromElsewhere,
    /// A body that is no form.
    NotAForm,
    /// A body that is too large.
    TooLarge,
    /// A fetch ahead of a page whose reading is recorded.
    Prefetch,
    /// Too many tries.
    TooMany,
    /// The domain said no, in this sentence.
    Refused(String),
    /// Faults of a form that has no page to show them beside.
    Invalid(Vec<Fault>),
    /// Information is ready and will be shown as soon as its decision is witnessed.
    NotYetWitnessed,
    /// Nothing could be recorded or read just now, so nothing is shown.
    Unrecorded(String),
    /// Something is wrong that an operator must look at.
    Broken(String),
}

impl Problem {
    /// Something is wrong; what is logged, and the reader gets a number to quote.
    #[must_use]
    pub fn broken(what: &str) -> Self {
        let number = number(what);
        tracing::error!(%number, what, "a page could not be made");
        Self::Broken(number)
    }

    fn in_words(&self) -> (StatusCode, String, Vec<String>) {
        match self {
            Self::NoSuchPage => (
                StatusCode::NOT_FOUND,
                words::say("frame-problem-no-page-title"),
                vec![words::say("frame-problem-no-page")],
            ),
            Self::NoSuchMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                words::say("frame-problem-no-method-title"),
                vec![words::say("frame-problem-no-method")],
            ),
            // Answered by a redirect.
            Self::SignInFirst => (
                StatusCode::UNAUTHORIZED,
                words::say("frame-problem-sign-in-title"),
                vec![words::say("frame-problem-sign-in")],
            ),
            Self::NotYourRole => (
                StatusCode::FORBIDDEN,
                words::say("frame-problem-role-title"),
                vec![words::say("frame-problem-role")],
            ),
            Self::FormFromElsewhere => (
                StatusCode::FORBIDDEN,
                words::say("frame-problem-form-title"),
                vec![words::say("frame-problem-form")],
            ),
            Self::NotAForm => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                words::say("frame-problem-no-form-title"),
                vec![words::say("frame-problem-no-form")],
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                words::say("frame-problem-long-title"),
                vec![words::say("frame-problem-long")],
            ),
            Self::Prefetch => (
                StatusCode::FORBIDDEN,
                words::say("frame-problem-ahead-title"),
                vec![words::say("frame-problem-ahead")],
            ),
            Self::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                words::say("frame-problem-tries-title"),
                vec![words::say("frame-problem-tries")],
            ),
            Self::Refused(sentence) => (
                StatusCode::CONFLICT,
                words::say("frame-problem-refused-title"),
                vec![capital(sentence) + ".", words::say("frame-problem-refused")],
            ),
            Self::Invalid(faults) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                words::say("frame-problem-invalid-title"),
                faults.iter().map(expected).collect(),
            ),
            Self::NotYetWitnessed => (
                StatusCode::CONFLICT,
                words::say("frame-problem-unwitnessed-title"),
                vec![words::say("frame-problem-unwitnessed")],
            ),
            Self::Unrecorded(number) => (
                StatusCode::SERVICE_UNAVAILABLE,
                words::say("frame-problem-unrecorded-title"),
                vec![
                    words::say("frame-problem-unrecorded"),
                    words::phrase("frame-problem-unrecorded-number").with("number", number).into(),
                ],
            ),
            Self::Broken(number) => (
                StatusCode::INTERNAL_SERVER_ERROR,
                words::say("frame-problem-broken-title"),
                vec![
                    words::say("frame-problem-broken"),
                    words::phrase("frame-problem-broken-number").with("number", number).into(),
                ],
            ),
        }
    }
}

impl From<ServiceError> for Problem {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Refused(Refusal::NoSuchCase | Refusal::NoSuchProposal | Refusal::NoSuchBreach) => {
                Self::NoSuchPage
            }
            ServiceError::Refused(Refusal::NotYourRole) => Self::NotYourRole,
            ServiceError::Refused(refusal) => Self::Refused(service::words::refusal(&refusal)),
            ServiceError::Invalid(faults) => Self::Invalid(faults),
            ServiceError::KeyReused => Self::FormFromElsewhere,
            ServiceError::NotYetWitnessed => Self::NotYetWitnessed,
            ServiceError::Busy => Self::Refused(service::words::busy()),
            ServiceError::Store(_) | ServiceError::Uncertain(_) | ServiceError::Unsigned(_) => {
                let chain = chain_of(&error);
                let number = number(&chain);
                tracing::error!(%number, error = chain, "the record could not be written or read");
                Self::Unrecorded(number)
            }
            ServiceError::Broken(_) | ServiceError::Policy => Self::broken(&chain_of(&error)),
        }
    }
}

/// An error with its sources, for the log.
fn chain_of(error: &dyn std::error::Error) -> String {
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        chain.push_str(": ");
        chain.push_str(&inner.to_string());
        source = inner.source();
    }
    chain
}

/// A fault without the form that it stands on: “write something here” says nothing there.
fn expected(fault: &Fault) -> String {
    if fault.expected == words::say("refusal-expected-something") {
        words::say("frame-problem-invalid-empty")
    } else {
        sentence(&fault.expected) + "."
    }
}

/// A short number for a kind of fault: the same fault has the same number, so it says nothing about the reader.
fn number(what: &str) -> String {
    let digest = Sha256::digest(what.as_bytes());
    let digits: String = digest.iter().take(3).map(|byte| format!("{byte:02X}")).collect();
    format!("C-{digits}")
}

#[derive(Debug, Template)]
#[template(path = "problems/problem.html")]
struct ProblemPage {
    frame: Frame,
    paragraphs: Vec<String>,
    /// The reader's own room, where it is known who reads.
    room: Option<&'static str>,
}

/// What a problem's page says. It goes along with the answer, for whoever knows by then who reads it ([`around`]).
#[derive(Debug, Clone)]
struct Said {
    title: String,
    paragraphs: Vec<String>,
}

/// A page of it.
fn said_in(frame: Frame, paragraphs: Vec<String>, room: Option<&'static str>) -> Response {
    // SECURITY: nothing of an address that is none of ours is said back, not even as the way to another language.
    let here = Scope { language: words::language(), address: None };
    words::scope(here, || page(&ProblemPage { frame, paragraphs, room }))
}

/// The same answer; where it is a problem's, with the account and the menu of whoever is signed in around it, as around
/// every other page of theirs. Whose session it is was read before: what fails here asks nothing of the database.
#[must_use]
pub fn around(mut response: Response, app: &App, signed_in: SignedIn) -> Response {
    let Some(Said { title, paragraphs }) = response.extensions_mut().remove::<Said>() else {
        return response;
    };
    let room = home_of(signed_in.actor.role);
    let frame = Reader::of(app, signed_in).frame(title);
    // The other page's length.
    response.headers_mut().remove(header::CONTENT_LENGTH);
    *response.body_mut() = said_in(frame, paragraphs, Some(room)).into_body();
    response
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if matches!(self, Self::SignInFirst) {
            return Redirect::to("/sign-in").into_response();
        }
        if matches!(self, Self::FormFromElsewhere) {
            tracing::info!(
                "a form was refused: from elsewhere, of another session, or sent before as another one"
            );
        }
        let (status, title, paragraphs) = self.in_words();
        // SECURITY: nobody's account and no role's menu, so that an address that does not exist and one that does not exist
        // for this reader are the same page. Nor does it ask to sign in, for whoever reads it may well have.
        let said = Said { title: title.clone(), paragraphs: paragraphs.clone() };
        let frame =
            Frame { menu: Vec::new(), offers_sign_in: false, ..Frame::public(&Settings::default(), title) };
        let mut response = (status, said_in(frame, paragraphs, None)).into_response();
        response.extensions_mut().insert(said);
        if status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("300"));
        }
        response
    }
}

/// A page.
pub fn page(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "a template did not render");
            (StatusCode::INTERNAL_SERVER_ERROR, words::say("frame-problem-unmade")).into_response()
        }
    }
}

/// A file to save. `name` is one that we made: letters, digits, dots and hyphens.
pub fn download(name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let Ok(disposition) = HeaderValue::try_from(disposition) else {
        return Problem::broken("a file's name fits no header").into_response();
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (CONTENT_DISPOSITION, disposition),
    ];
    (headers, bytes).into_response()
}

/// A page that shows the faults of a form.
pub fn faulty(template: &impl Template) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(template)).into_response()
}

/// What handlers of pages answer.
pub type PageAnswer = Result<Response, Problem>;

/// Any address that is none of ours.
pub async fn no_such_page() -> Problem {
    Problem::NoSuchPage
}

/// An address of ours with a method that it does not take.
pub async fn no_such_method() -> Problem {
    Problem::NoSuchMethod
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    fn status(problem: Problem) -> StatusCode {
        problem.into_response().status()
    }

    #[test]
    fn unknown_and_not_yours_are_the_same_answer() {
        let unknown = Problem::from(ServiceError::Refused(Refusal::NoSuchCase));
        assert!(matches!(unknown, Problem::NoSuchPage));
        assert_eq!(status(unknown), StatusCode::NOT_FOUND);
        assert_eq!(
            status(Problem::from(ServiceError::Refused(Refusal::NoSuchProposal))),
            StatusCode::NOT_FOUND
        );
        assert_eq!(status(Problem::from(ServiceError::Refused(Refusal::NotYourRole))), StatusCode::FORBIDDEN);
        assert_eq!(status(Problem::from(ServiceError::Refused(Refusal::Closed))), StatusCode::CONFLICT);
    }

    #[test]
    fn what_cannot_be_recorded_is_not_shown() {
        let error = ServiceError::Store(service::ports::StoreError::Full);
        assert_eq!(status(Problem::from(error)), StatusCode::SERVICE_UNAVAILABLE);
    }

    #[test]
    fn every_problem_has_a_page_that_shows_what_it_says_as_text() {
        let hostile = "<script>alert(1)</script>";
        for paragraphs in [Vec::new(), vec![hostile.to_owned()], vec![format!("{hostile} ").repeat(500); 3]] {
            let frame = Frame::public(&Settings::default(), hostile);
            let html = ProblemPage { frame, paragraphs, room: Some("/officer") }.render().unwrap();
            assert_eq!(html.matches("<h1").count(), 1);
            assert!(!html.contains(hostile));
        }
    }

    #[tokio::test]
    async fn where_nobody_knows_who_reads_it_leads_to_their_room_and_asks_nobody_to_sign_in() {
        let body = Problem::NoSuchPage.into_response().into_body();
        let html = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        let html = String::from_utf8(html.to_vec()).unwrap();
        assert!(!html.contains(">Sign in<") && !html.contains("nhsuk-header__account\""), "{html}");
        // Whoever is signed in is led on from there to where their role begins.
        assert!(html.contains("<a href=\"/sign-in\">Go to your own pages</a>"), "{html}");
    }

    #[test]
    fn what_was_left_empty_is_said_so_that_it_can_be_understood_without_its_form() {
        let faults = ["write something here", "a calendar day"].map(|said| Fault::new("/said", said));
        let (_, _, said) = Problem::Invalid(faults.into()).in_words();
        assert_eq!(
            said,
            ["Something that has to be filled in was left empty. Go back and look.", "Enter a calendar day."]
        );
    }

    /// What was logged, line by line.
    #[derive(Clone, Default)]
    struct Logged(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Logged {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_fails_is_logged_with_the_number_that_its_reader_is_shown_and_in_words_that_they_are_not() {
        let broken = || Problem::broken("a seal does not hold");
        let full = || {
            let disk = std::io::Error::other("the disk said no");
            Problem::from(ServiceError::Store(service::ports::StoreError::Unavailable(disk.into())))
        };
        let cases: [(&dyn Fn() -> Problem, &str); 2] =
            [(&broken, "a seal does not hold"), (&full, "the disk said no")];
        for (fails, why) in cases {
            let logged = Logged::default();
            let writer = logged.clone();
            let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
            let problem = tracing::subscriber::with_default(subscriber, fails);
            let (_, _, paragraphs) = problem.in_words();
            let (Problem::Broken(number) | Problem::Unrecorded(number)) = problem else {
                panic!("{problem:?}")
            };
            let log = String::from_utf8(logged.0.lock().unwrap().clone()).unwrap();
            assert!(log.contains("ERROR") && log.contains(&number) && log.contains(why), "{log}");
            assert_eq!(log.lines().count(), 1, "{log}");
            let shown = paragraphs.join(" ");
            assert!(shown.contains(&number) && !shown.contains(why), "{shown}");
        }
    }

    #[test]
    fn a_stranger_is_sent_to_sign_in() {
        assert_eq!(status(Problem::SignInFirst), StatusCode::SEE_OTHER);
    }
}
