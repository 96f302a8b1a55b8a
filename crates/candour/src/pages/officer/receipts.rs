//! What somebody did in a case of theirs, with a receipt of each: for officers and for health workers alike.

use super::referral::case;
use crate::web::{
    frame::Frame,
    problem::{PageAnswer, Problem, download, page},
    session::Looking,
};
use askama::Template;
use axum::extract::Path;
use service::ledger::OwnAct;

/// The list.
#[derive(Debug, Template)]
#[template(path = "officer/receipts.html")]
pub struct OwnReceiptsPage {
    /// What stands around it.
    pub frame: Frame,
    /// Where this page is.
    pub here: String,
    /// What they did.
    pub acts: Vec<OwnAct>,
}

/// The list of a case under `/officer` or `/reports`.
///
/// # Errors
/// As the page of the referral.
pub async fn list(base: &'static str, Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let acts = reader.app.service.own_acts(&case(&id)?, &reader.actor).await?;
    let frame = reader
        .frame(words::say("officer-proof"))
        .back(format!("{base}/{id}"), words::say("officer-back"))
        .at(base);
    Ok(page(&OwnReceiptsPage { frame, here: format!("{base}/{id}/receipts"), acts }))
}

/// The file of one receipt, numbered among one's own acts from 1.
///
/// # Errors
/// As the list; no such page until it is witnessed.
pub async fn file(Looking(reader): Looking, Path((id, n)): Path<(String, String)>) -> PageAnswer {
    let acts = reader.app.service.own_acts(&case(&id)?, &reader.actor).await?;
    let at = n.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).ok_or(Problem::NoSuchPage)?;
    let act = acts.into_iter().nth(at).and_then(|act| act.receipt);
    let (name, bytes) = act.ok_or(Problem::NoSuchPage)?;
    Ok(download(&name, bytes))
}
