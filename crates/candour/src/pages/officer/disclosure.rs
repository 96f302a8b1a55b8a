//! What was disclosed. Its conditions are accepted by an act before the text is sent; then reading it is recorded.

use crate::{
    pages::officer::referral::case,
    web::{
        field::Field,
        form::{Form, Posted},
        frame::{Faults, Frame, Seal},
        problem::{PageAnswer, Problem, faulty, page},
        session::{Looking, Reader},
    },
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use service::{
    error::ServiceError,
    views::{DisclosureView, OfficerDisclosure, OfficerReferral},
};

/// What is accepted before the text is shown.
#[derive(Debug, Template)]
#[template(path = "officer/conditions.html")]
pub struct ConditionsPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// What people call it.
    pub reference: String,
    /// When it was released, for people.
    pub released: String,
}

/// The text.
#[derive(Debug, Template)]
#[template(path = "officer/disclosure.html")]
pub struct DisclosurePage {
    /// What stands around it.
    pub frame: Frame,
    /// What is read.
    pub view: DisclosureView,
}

impl DisclosurePage {
    /// How often reader and time are repeated behind the text: as many rows as a long page has.
    #[must_use]
    pub fn watermarks(&self) -> std::ops::Range<u8> {
        0..60
    }
}

/// A recalled disclosure.
#[derive(Debug, Template)]
#[template(path = "officer/recalled.html")]
pub struct RecalledPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields of the confirmation.
    pub seal: Seal,
    /// Hidden fields of the other form.
    pub other_seal: Seal,
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
    /// The disclosure's number.
    pub n: u32,
    /// The law that makes the force keep it.
    pub law: Field,
}

/// Saying that it is not the person who was asked about.
#[derive(Debug, Template)]
#[template(path = "officer/wrong_person.html")]
pub struct WrongPersonPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// What people call it.
    pub reference: String,
    /// The disclosure's number.
    pub n: u32,
    /// Where to go back to.
    pub cancel: String,
    /// How they know.
    pub what: Field,
}

async fn one(
    reader: &Reader,
    id: &str,
    n: u32,
    state: &str,
) -> Result<(OfficerReferral, OfficerDisclosure), Problem> {
    let referral = reader.app.service.officer_referral(&case(id)?, &reader.actor).await?;
    let found = referral.disclosures.iter().find(|d| d.n == n && d.state == state).cloned();
    found.map(|disclosure| (referral, disclosure)).ok_or(Problem::NoSuchPage)
}

pub(super) async fn conditions(Looking(reader): Looking, Path((id, n)): Path<(String, u32)>) -> PageAnswer {
    let (referral, disclosure) = one(&reader, &id, n, "ready").await?;
    Ok(page(&ConditionsPage {
        frame: reader
            .frame(words::say("officer-conditions-title"))
            .back(format!("/officer/{}", referral.id), words::say("officer-back-to-referral")),
        seal: reader.seal(),
        reference: referral.reference,
        released: disclosure.released,
    }))
}

pub(super) async fn read(Path((id, n)): Path<(String, u32)>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let id = case(&id)?;
    if !posted.form.ticked("accept") {
        return Ok(Redirect::to(&format!("/officer/{id}/disclosures/{n}")).into_response());
    }
    let view = reader.app.service.read_disclosure(&id, n, &reader.actor).await?;
    let frame = reader
        .frame(words::say("officer-disclosure-title"))
        .back(format!("/officer/{id}"), words::say("officer-back-to-referral"));
    Ok(page(&DisclosurePage { frame, view }))
}

fn wrong_person_page(
    reader: &Reader,
    referral: OfficerReferral,
    n: u32,
    form: &Form,
    faults: &Faults,
) -> WrongPersonPage {
    let cancel = format!("/officer/{}", referral.id);
    WrongPersonPage {
        frame: reader
            .frame(words::say("officer-wrong-title"))
            .back(cancel.clone(), words::say("officer-back-to-referral"))
            .faults(faults),
        seal: reader.seal(),
        reference: referral.reference,
        n,
        cancel,
        what: Field::area("what", words::say("officer-wrong-how"), 4)
            .hint(words::say("officer-wrong-how-hint"))
            .filled(&|name| form.all(name))
            .faults(faults),
    }
}

pub(super) async fn wrong_person(Looking(reader): Looking, Path((id, n)): Path<(String, u32)>) -> PageAnswer {
    let (referral, _) = one(&reader, &id, n, "ready").await?;
    Ok(page(&wrong_person_page(&reader, referral, n, &Form::default(), &Faults::default())))
}

/// SECURITY: whoever says so sees what they would see of any recall.
pub(super) async fn say_wrong_person(Path((id, n)): Path<(String, u32)>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let case_id = case(&id)?;
    match reader.app.service.report_wrong_person(&case_id, &posted.asked(), n, posted.form.text("what")).await
    {
        Ok(_) => Ok(Redirect::to(&format!("/officer/{case_id}/disclosures/{n}/recalled")).into_response()),
        Err(ServiceError::Invalid(_)) => {
            let mut faults = Faults::default();
            faults.add("what", words::say("officer-wrong-how-fault"));
            let (referral, _) = one(reader, &id, n, "ready").await?;
            Ok(faulty(&wrong_person_page(reader, referral, n, &posted.form, &faults)))
        }
        Err(other) => Err(other.into()),
    }
}

fn recalled_page(
    reader: &Reader,
    referral: OfficerReferral,
    n: u32,
    form: &Form,
    faults: &Faults,
) -> RecalledPage {
    let law = Field::area("law", words::say("officer-recalled-law"), 4)
        .hint(words::say("officer-recalled-law-hint"))
        .filled(&|name| form.all(name))
        .faults(faults);
    RecalledPage {
        frame: reader
            .frame(words::say("officer-recalled-title"))
            .back(format!("/officer/{}", referral.id), words::say("officer-back-to-referral"))
            .faults(faults),
        seal: reader.seal(),
        other_seal: reader.seal(),
        id: referral.id,
        reference: referral.reference,
        n,
        law,
    }
}

pub(super) async fn recalled(Looking(reader): Looking, Path((id, n)): Path<(String, u32)>) -> PageAnswer {
    let (referral, _) = one(&reader, &id, n, "recalled").await?;
    Ok(page(&recalled_page(&reader, referral, n, &Form::default(), &Faults::default())))
}

pub(super) async fn destroyed(Path((id, n)): Path<(String, u32)>, posted: Posted) -> PageAnswer {
    let id = case(&id)?;
    posted.reader.app.service.confirm_destruction(&id, &posted.asked(), n).await?;
    Ok(Redirect::to(&format!("/officer/{id}")).into_response())
}

pub(super) async fn kept(Path((id, n)): Path<(String, u32)>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let case_id = case(&id)?;
    let law = posted.form.text("law");
    match reader.app.service.refuse_destruction(&case_id, &posted.asked(), n, law).await {
        Ok(_) => Ok(Redirect::to(&format!("/officer/{case_id}")).into_response()),
        Err(ServiceError::Invalid(_)) => {
            let mut faults = Faults::default();
            faults.add("law", words::say("officer-recalled-law-fault"));
            let (referral, _) = one(reader, &id, n, "recalled").await?;
            Ok(faulty(&recalled_page(reader, referral, n, &posted.form, &faults)))
        }
        Err(other) => Err(other.into()),
    }
}
