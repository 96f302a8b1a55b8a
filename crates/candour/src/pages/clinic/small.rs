//! Shows and takes the small pages of `simple`.

use super::{
    act::{self, Act},
    area::Area,
    case_href, case_of, case_page, faults, form,
    look_over::{LookOver, look_over},
    number, offered, simple,
};
use crate::web::{
    field::Field,
    form::{Form, Posted},
    frame::{Faults, Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use casework::id::CaseId;
use service::{
    recipients::RecipientView,
    views::{ClinicCase, ProposalView},
};

/// One act, one form.
#[derive(Debug, Template)]
#[template(path = "clinic/small.html")]
pub struct SmallPage {
    frame: Frame,
    seal: Seal,
    reference: String,
    lead: Vec<String>,
    warning: Option<String>,
    /// What in the text has to be read again before it leaves.
    over: Option<LookOver>,
    about: Option<ProposalView>,
    /// Whether what it is about is unfolded, as for whoever is asked to confirm or to judge it.
    in_view: bool,
    fields: Vec<Field>,
    button: String,
    grave: bool,
    cancel: String,
    /// What was typed before, sent on once it is confirmed; empty where nothing waits for that.
    typed: Vec<(String, String)>,
}

impl SmallPage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        area: Area,
        case: &ClinicCase,
        simple: simple::Simple,
        typed: &Form,
        found: &[service::error::Fault],
    ) -> Self {
        let fields: Vec<Field> =
            simple.fields.into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let faults: Faults = form::place(&fields, found);
        let cancel = format!("{}/cases/{}", area.base(), case.id);
        Self {
            frame: Frame { title: simple.heading, ..frame }
                .faults(&faults)
                .back(cancel.clone(), ::words::say("case-back"))
                .at(area.base()),
            seal,
            reference: case.reference.clone(),
            lead: simple.lead,
            warning: simple.warning,
            over: None,
            about: simple.about,
            in_view: fields.iter().any(|field| matches!(field.name.as_str(), "confirmed" | "agreed")),
            fields: form::with_faults(fields, &faults),
            button: simple.button,
            grave: simple.grave,
            cancel,
            typed: Vec::new(),
        }
    }

    /// The page that shows who stands behind a sign-in name before they are named.
    #[must_use]
    pub fn confirms(mut self, found: &RecipientView, typed: &Form) -> Self {
        // Who it is stands on the page, and never in its title.
        self.frame.title = ::words::say("act-recipient-check-title");
        let who = ::words::phrase("act-recipient-check").with("who", &found.who).with("force", &found.force);
        let why = ::words::phrase("act-recipient-check-reasons").with("reasons", typed.text("reasons"));
        self.lead = vec![who.say(), why.say()];
        self.fields = Vec::new();
        self.button = ::words::say("act-recipient-check-button");
        self.typed = typed.sent_on();
        self
    }

    /// The page for a text that has to be read again before it leaves.
    #[must_use]
    pub fn with(mut self, over: LookOver) -> Self {
        self.over = Some(over);
        // Said once is enough.
        self.warning = None;
        self.button = ::words::say("case-give-as-it-stands");
        self
    }
}

/// An act without a proposal.
///
/// # Errors
/// As the case page; refused where the service does not offer the act.
pub async fn show(area: Area, looking: Looking, Path((id, code)): Path<(String, String)>) -> PageAnswer {
    show_act(area, looking, id, Act { code, n: 0, approval: None }).await
}

/// An act about a proposal.
///
/// # Errors
/// As [`show`].
pub async fn show_numbered(
    area: Area,
    looking: Looking,
    Path((id, code, n)): Path<(String, String, String)>,
) -> PageAnswer {
    let n = number(&n)?;
    show_act(area, looking, id, Act { code, n, approval: None }).await
}

/// Does an act without a proposal.
///
/// # Errors
/// As the service refuses.
pub async fn send(area: Area, Path((id, code)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    send_act(area, id, Act { code, n: 0, approval: None }, posted).await
}

/// Does an act about a proposal.
///
/// # Errors
/// As the service refuses.
pub async fn send_numbered(
    area: Area,
    Path((id, code, n)): Path<(String, String, String)>,
    posted: Posted,
) -> PageAnswer {
    let n = number(&n)?;
    send_act(area, id, Act { code, n, approval: None }, posted).await
}

async fn show_act(area: Area, Looking(reader): Looking, id: String, act: Act) -> PageAnswer {
    if !simple::has_page(&act.code) {
        return Err(Problem::NoSuchPage);
    }
    let (_, case) = case_page::read(&reader, &id).await?;
    offered(act::allowed(&case, &act.code, act.n))?;
    Ok(page(&made(&reader, area, &case, &act, &simple::chosen(&act), &[])?))
}

async fn send_act(area: Area, id: String, act: Act, posted: Posted) -> PageAnswer {
    let case_id = case_of(&id)?;
    if !simple::has_page(&act.code) {
        return Err(Problem::NoSuchPage);
    }
    if act.code == "advise" {
        let text = posted.form.text("text");
        let (_, case) = case_page::read(&posted.reader, &id).await?;
        if let Some(over) = look_over(&case, text, posted.form.text("looked")) {
            return Ok(page(&made(&posted.reader, area, &case, &act, &posted.form, &[])?.with(over)));
        }
    }
    if act.code == "name-recipient" && posted.form.text("do") != "send" {
        return check_recipient(area, &id, &case_id, &act, &posted).await;
    }
    let asked = posted.asked();
    match simple::perform(&posted.reader.app.service, &case_id, &asked, &act, &posted.form).await {
        Ok(_) => {
            // What was recorded with one click is taken back with one.
            let done = match act.code.as_str() {
                "time" => format!("time-{}", posted.form.text("minutes")),
                code => code.to_owned(),
            };
            Ok(Redirect::to(&case_href(area, &id, &done)).into_response())
        }
        Err(error) => {
            let found = faults(error)?;
            let (_, case) = case_page::read(&posted.reader, &id).await?;
            Ok(faulty(&made(&posted.reader, area, &case, &act, &posted.form, &found)?))
        }
    }
}

/// Who would be named, before anybody is: a sign-in name that was mistyped may be somebody else's.
async fn check_recipient(area: Area, id: &str, case_id: &CaseId, act: &Act, posted: &Posted) -> PageAnswer {
    let (reader, typed) = (&posted.reader, &posted.form);
    let service = &reader.app.service;
    let found = if typed.text("do") == "change" {
        None
    } else {
        Some(service.who_would_receive(case_id, &reader.actor, typed.text("to"), typed.text("reasons")).await)
    };
    let (_, case) = case_page::read(reader, id).await?;
    offered(act::allowed(&case, &act.code, act.n))?;
    match found {
        None => Ok(page(&made(reader, area, &case, act, typed, &[])?)),
        Some(Ok(found)) => Ok(page(&made(reader, area, &case, act, typed, &[])?.confirms(&found, typed))),
        Some(Err(error)) => Ok(faulty(&made(reader, area, &case, act, typed, &faults(error)?)?)),
    }
}

fn made(
    reader: &Reader,
    area: Area,
    case: &ClinicCase,
    act: &Act,
    typed: &Form,
    found: &[service::error::Fault],
) -> Result<SmallPage, Problem> {
    let simple = simple::page(act, case).ok_or(Problem::NoSuchPage)?;
    Ok(SmallPage::new(reader.frame(""), reader.seal(), area, case, simple, typed, found))
}
