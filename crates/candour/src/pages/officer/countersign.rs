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
use service::{
    reassign::LEFT_MAX,
    views::{QueuePage, SupervisorReferral},
};
use std::collections::HashMap;

/// What waits.
#[derive(Debug, Template)]
#[template(path = "officer/queue.html")]
pub struct CountersignQueue {
    /// What stands around it.
    pub frame: Frame,
    /// The queue.
    pub queue: QueuePage,
    /// That referrals wait for somebody in the place of officers who have left.
    pub left: Option<String>,
    /// What was done just now.
    pub done: Option<String>,
}

/// How many referrals wait for a new officer, in a sentence.
fn left(count: u32) -> Option<String> {
    match count {
        0 => None,
        count if count > LEFT_MAX => Some(words::phrase("reassign-left-many").with("most", LEFT_MAX).say()),
        count => Some(words::phrase("reassign-left").with("count", count).say()),
    }
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
    let left = left(reader.app.service.referrals_left(&reader.actor).await?);
    let frame = reader.frame(words::say("officer-to-countersign")).at("/officer/countersign");
    let signed = query.get("done").is_some_and(|done| done == "signed");
    let done = signed.then(|| words::say("officer-countersign-signed"));
    Ok(page(&CountersignQueue { frame, queue, left, done }))
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
    Ok(Redirect::to("/officer/countersign?done=signed").into_response())
}
