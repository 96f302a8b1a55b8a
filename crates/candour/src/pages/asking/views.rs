//! Contexts of the form's pages.

use crate::{
    pages::asking::{
        check::Part,
        journey::{Journey, Step},
        lessons::Lesson,
    },
    web::{
        field::Field,
        frame::{Frame, Seal},
    },
};
use askama::Template;
use service::drafts::DraftEnd;

/// One step.
#[derive(Debug, Template)]
#[template(path = "asking/step.html")]
pub struct StepPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// What is being made.
    pub journey: Journey,
    /// The step's heading.
    pub title: String,
    /// Which step of how many.
    pub place: String,
    /// A warning.
    pub warning: String,
    /// A paragraph before the fields.
    pub lead: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// Whether saving leads back to the summary.
    pub to_check: bool,
    /// Address of the list of steps.
    pub overview: String,
    /// When the draft goes.
    pub ends: DraftEnd,
}

/// The list of steps.
#[derive(Debug, Template)]
#[template(path = "asking/overview.html")]
pub struct OverviewPage {
    /// What stands around it.
    pub frame: Frame,
    /// What is being made.
    pub journey: Journey,
    /// Address of the draft.
    pub draft: String,
    /// The steps.
    pub parts: Vec<Part>,
    /// Whether every step is done.
    pub ready: bool,
    /// When the draft goes.
    pub ends: DraftEnd,
}

/// The answers before they are sent.
#[derive(Debug, Template)]
#[template(path = "asking/check.html")]
pub struct CheckPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// Address of the draft.
    pub draft: String,
    /// The answers.
    pub parts: Vec<Part>,
    /// What is missing, and where to supply it, if here.
    pub lessons: Vec<(Lesson, Option<String>)>,
    /// Where a question is asked that would do as well, since nobody is named.
    pub question: Option<&'static str>,
    /// Whether it asks for something after the answer.
    pub asks_to_watch: bool,
    /// Whether it says that it is an emergency.
    pub emergency: bool,
    /// Whether it can be sent.
    pub ready: bool,
    /// When the draft goes.
    pub ends: DraftEnd,
}

impl CheckPage {
    /// Whether nothing is said to be missing for the reason that no law was named to say it of.
    #[must_use]
    pub fn names_no_law(&self) -> bool {
        let unnamed = |part: &Part| part.slug == Step::Basis.as_str() && part.rows.is_empty();
        self.ready && self.lessons.is_empty() && self.question.is_none() && self.parts.iter().any(unnamed)
    }
}

/// What deleting a draft asks first.
#[derive(Debug, Template)]
#[template(path = "asking/delete.html")]
pub struct DeletePage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// Address of the draft.
    pub draft: String,
}
