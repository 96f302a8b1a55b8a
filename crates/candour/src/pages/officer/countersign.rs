//! The supervisor: what waits for a second signature, and one referral of their force as its officer wrote it.

use crate::{
    pages::officer::referral::case,
    web::{
        form::Posted,
        frame::{Frame, Seal},
        problem::{PageAnswer, page},
        session::{Looking, Reader},
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Redirect},
};
use service::views::{QueuePage, SupervisorReferral};
use std::collections::HashMap;

/// What waits.
#[derive(Debug, Template)]
#[template(path = "officer/queue.html")]
pub struct CountersignQueue {
    /// What stands around it.
    pub frame: Frame,
    /// The queue.
    pub queue: QueuePage,
}

/// One referral.
#[derive(Debug, Template)]
#[template(path = "officer/countersign.html")]
pub struct CountersignPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// What the officer wrote.
    pub referral: SupervisorReferral,
}

pub(super) async fn queue(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let queue = reader.app.service.queue(&reader.actor, query.get("after").map(String::as_str)).await?;
    let frame = reader.frame(words::say("officer-to-countersign")).at("/officer/countersign");
    Ok(page(&CountersignQueue { frame, queue }))
}

pub(super) async fn referral(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let referral = reader.app.service.supervisor_referral(&case(&id)?, &reader.actor).await?;
    let frame = reader
        .frame(words::say("officer-countersign-title"))
        .back("/officer/countersign", words::say("officer-to-countersign"));
    Ok(page(&CountersignPage { frame, seal: reader.seal(), referral }))
}

pub(super) async fn sign(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    posted.reader.app.service.countersign(&case(&id)?, &posted.asked()).await?;
    Ok(Redirect::to("/officer/countersign").into_response())
}
