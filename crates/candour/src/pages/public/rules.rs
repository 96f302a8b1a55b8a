//! The rules, from the adopted pack alone.

use crate::web::{assets, frame::Frame, problem::page, session::Visitor};
use askama::Template;
use axum::{http::HeaderMap, response::Response};
use casework::codes::BasisKind;
use gate::{
    Pack,
    rulebook::{Chapter, Reach, Rulebook, heading, rulebook},
};

/// The rules.
#[derive(Debug, Template)]
#[template(path = "public/rules.html")]
pub struct RulesPage<'a> {
    /// What stands around it.
    pub frame: Frame,
    /// The catalogue.
    pub book: Rulebook<'a>,
}

/// What stands above the bases of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it is about.
    pub lead: &'static str,
}

impl<'a> RulesPage<'a> {
    /// The rules of a pack.
    #[must_use]
    pub fn of(frame: Frame, pack: &'a Pack) -> Self {
        Self { frame, book: rulebook(pack) }
    }

    /// What stands above the bases of a kind.
    #[must_use]
    pub fn opening(chapter: &Chapter<'_>) -> Opening {
        let (id, lead) = match chapter.kind {
            BasisKind::Compels => (
                "compels",
                "An order or notice that is valid on its face is carried out to its letter: what it describes, and nothing else.",
            ),
            BasisKind::PersonalDuty => (
                "duties",
                "The duty belongs to whoever holds the information. Nobody may veto the report, and nobody may demand it.",
            ),
            BasisKind::Permits => {
                ("permits", "Where the conditions are met, a named person may disclose. They never have to.")
            }
            BasisKind::NotAGateway => (
                "no-basis",
                "Each of these may matter for something else. None opens a patient’s information, and here is why.",
            ),
        };
        Opening { id, title: heading(chapter.kind), lead }
    }
}

pub(super) async fn rules(visitor: Visitor, headers: HeaderMap) -> Response {
    let frame = visitor.frame("The rules").at("/rules");
    let rules = RulesPage::of(frame, visitor.app.service.gate().pack());
    // SECURITY: with a session the page holds its token, and is sent as it is.
    match (&visitor.reader, rules.render()) {
        (None, Ok(html)) => assets::packed_page(&headers, &html),
        _ => page(&rules),
    }
}
