//! One referral, as its officer may know it.

use crate::{
    pages::asking::lessons::{self, Lesson},
    web::{
        form::Posted,
        frame::{Frame, Seal},
        problem::{PageAnswer, Problem, page},
        session::Looking,
    },
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use casework::{id::CaseId, refusal::Refusal};
use service::{error::ServiceError, views::OfficerReferral};

/// One referral.
#[derive(Debug, Template)]
#[template(path = "officer/referral.html")]
pub struct ReferralPage {
    /// What stands around it.
    pub frame: Frame,
    /// What the officer may know.
    pub referral: OfficerReferral,
}

impl ReferralPage {
    /// Whether the page offers to take it back: while no ending is shown.
    ///
    /// SECURITY: this must not depend on whether it was taken back before. The clinic's case may be closed already,
    /// and then nothing is recorded; the officer sees the same in both.
    #[must_use]
    pub fn can_withdraw(&self) -> bool {
        matches!(self.referral.state.as_str(), "sent" | "returned to you")
    }

    /// By when an ending without information is shown, while one is to be waited for or was shown.
    #[must_use]
    pub fn ends_by(&self) -> Option<&str> {
        let given = matches!(self.referral.state.as_str(), "information ready" | "recalled");
        self.referral.answer_by.as_deref().filter(|_| !given)
    }

    /// Whether their force has answered the recall of all that it was given.
    #[must_use]
    pub fn recall_is_answered(&self) -> bool {
        let given = &self.referral.disclosures;
        !given.is_empty() && given.iter().all(|disclosure| disclosure.state == "settled")
    }

    /// What their form left open.
    #[must_use]
    pub fn lessons(&self) -> Vec<Lesson> {
        lessons::of(&self.referral.missing)
    }
}

impl SentPage {
    /// What their form left open.
    #[must_use]
    pub fn lessons(&self) -> Vec<Lesson> {
        lessons::of(&self.referral.missing)
    }
}

/// That it was sent.
#[derive(Debug, Template)]
#[template(path = "officer/sent.html")]
pub struct SentPage {
    /// What stands around it.
    pub frame: Frame,
    /// What the officer may know.
    pub referral: OfficerReferral,
}

/// What withdrawing asks first.
#[derive(Debug, Template)]
#[template(path = "officer/withdraw.html")]
pub struct WithdrawPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
}

/// That it was taken back.
#[derive(Debug, Template)]
#[template(path = "officer/withdrawn.html")]
pub struct WithdrawnPage {
    /// What stands around it.
    pub frame: Frame,
    /// What people call it.
    pub reference: String,
}

/// Reads the identifier of a case in an address.
///
/// # Errors
/// [`Problem::NoSuchPage`].
pub(super) fn case(id: &str) -> Result<CaseId, Problem> {
    CaseId::parse(id).map_err(|_| Problem::NoSuchPage)
}

pub(super) async fn referral(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let referral = reader.app.service.officer_referral(&case(&id)?, &reader.actor).await?;
    let frame = reader
        .frame(words::say("officer-your-referral"))
        .back("/officer", words::say("officer-your-referrals"));
    Ok(page(&ReferralPage { frame, referral }))
}

pub(super) async fn sent(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let referral = reader.app.service.officer_referral(&case(&id)?, &reader.actor).await?;
    Ok(page(&SentPage { frame: reader.frame(words::say("officer-sent")), referral }))
}

pub(super) async fn ask_withdraw(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let referral = reader.app.service.officer_referral(&case(&id)?, &reader.actor).await?;
    let frame = reader
        .frame(words::say("officer-withdraw-title"))
        .back(format!("/officer/{}", referral.id), words::say("officer-back-to-referral"));
    let (id, reference) = (referral.id, referral.reference);
    Ok(page(&WithdrawPage { frame, seal: reader.seal(), id, reference }))
}

pub(super) async fn withdraw(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let id = case(&id)?;
    match posted.reader.app.service.withdraw_referral(&id, &posted.asked()).await {
        // Taken back twice is taken back.
        Ok(_) | Err(ServiceError::Refused(Refusal::AlreadyDone)) => {
            Ok(Redirect::to(&format!("/officer/{id}/withdrawn")).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn withdrawn(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let referral = reader.app.service.officer_referral(&case(&id)?, &reader.actor).await?;
    let frame = reader
        .frame(words::say("officer-withdrawn-title"))
        .back("/officer", words::say("officer-your-referrals"));
    Ok(page(&WithdrawnPage { frame, reference: referral.reference }))
}
