//! Contexts of the form's pages.

use crate::{
    pages::asking::{
        check::{LeftOut, Part},
        journey::Journey,
        lessons::Lesson,
    },
    web::{
        field::Field,
        frame::{Frame, Seal},
    },
};
use askama::Template;
use service::{drafts::DraftEnd, telephones::Telephone};

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
    /// Whether what stands here was taken over from an earlier referral.
    pub carried: bool,
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
    /// What the answers left out.
    pub left_out: Vec<LeftOut>,
    /// What is missing, and where to supply it, if here.
    pub lessons: Vec<(Lesson, Option<String>)>,
    /// Where a question is asked that would do as well, since nobody is named.
    pub question: Option<&'static str>,
    /// Whether it asks for something after the answer.
    pub asks_to_watch: bool,
    /// Whether they know of no law that they rely on.
    pub names_no_law: bool,
    /// Whether it says that it is an emergency.
    pub emergency: bool,
    /// The telephone number of the unit that is asked, where it has one.
    pub telephone: Option<Telephone>,
    /// Whether it can be sent.
    pub ready: bool,
    /// When the draft goes.
    pub ends: DraftEnd,
}

impl CheckPage {
    /// Whether nothing is said to be missing for the reason that no law was named to say it of.
    #[must_use]
    pub fn cannot_say(&self) -> bool {
        self.ready && self.lessons.is_empty() && self.question.is_none() && self.names_no_law
    }

    /// How many pages the answers left out.
    #[must_use]
    pub fn left_out_pages(&self) -> usize {
        self.left_out.iter().map(|left| left.pages.len()).sum()
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
