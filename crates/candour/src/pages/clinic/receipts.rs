//! What of a case is in the ledger: a receipt for each thing that happened, and for some readers full openings.

use super::{area::Area, case_of};
use crate::web::{
    form::Posted,
    frame::{Frame, Seal},
    problem::{PageAnswer, Problem, download, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::extract::Path;
use service::ledger::{LedgerLine, WARNING};

/// The list.
#[derive(Debug, Template)]
#[template(path = "clinic/receipts.html")]
pub struct ReceiptsPage {
    /// What stands around it.
    pub frame: Frame,
    /// The case's reference.
    pub reference: String,
    /// Where the case's page is.
    pub case: String,
    /// What happened.
    pub lines: Vec<LedgerLine>,
}

/// Whether a full opening is wanted.
#[derive(Debug, Template)]
#[template(path = "clinic/opening.html")]
pub struct OpeningPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its form carries.
    pub seal: Seal,
    /// The case's reference.
    pub reference: String,
    /// What is to be proved.
    pub line: LedgerLine,
    /// Where the list is.
    pub cancel: String,
}

impl OpeningPage {
    fn warning(&self) -> String {
        ::words::translated("case-opening-warning", WARNING)
    }
}

fn here(area: Area, id: &str) -> String {
    format!("{}/cases/{id}", area.base())
}

async fn lines(reader: &Reader, id: &str) -> Result<(String, Vec<LedgerLine>), Problem> {
    let case = case_of(id)?;
    Ok(reader.app.service.ledger_lines(&case, &reader.actor).await?)
}

fn place(text: &str) -> Result<u64, Problem> {
    text.parse().ok().filter(|place| *place > 0).ok_or(Problem::NoSuchPage)
}

/// The list of a case.
///
/// # Errors
/// As the case page.
pub async fn list(area: Area, Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let (reference, lines) = lines(&reader, &id).await?;
    let case = here(area, &id);
    let frame = reader
        .frame(::words::say("case-receipts"))
        .back(case.clone(), ::words::say("case-back"))
        .at(area.base());
    Ok(page(&ReceiptsPage { frame, reference, case, lines }))
}

/// The file of one receipt.
///
/// # Errors
/// As the case page; as if there were none until it is witnessed.
pub async fn file(Looking(reader): Looking, Path((id, n)): Path<(String, String)>) -> PageAnswer {
    let case = case_of(&id)?;
    let (name, bytes) = reader.app.service.receipt(&case, &reader.actor, place(&n)?).await?;
    Ok(download(&name, bytes))
}

/// Says what a full opening gives away, before it is given.
///
/// # Errors
/// As the case page; as if there were none for whoever may have none.
pub async fn ask(area: Area, Looking(reader): Looking, Path((id, n)): Path<(String, String)>) -> PageAnswer {
    let n = place(&n)?;
    let (reference, lines) = lines(&reader, &id).await?;
    let line = lines.into_iter().find(|line| line.position == n && line.opens).ok_or(Problem::NoSuchPage)?;
    let cancel = format!("{}/receipts", here(area, &id));
    let frame = reader
        .frame(::words::say("case-opening"))
        .back(cancel.clone(), ::words::say("case-receipts"))
        .at(area.base());
    Ok(page(&OpeningPage { frame, seal: reader.seal(), reference, line, cancel }))
}

/// Gives it.
///
/// # Errors
/// As [`ask`]; nothing is given whose reading cannot be recorded.
pub async fn give(Path((id, n)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let case = case_of(&id)?;
    let (name, bytes) = reader.app.service.full_opening(&case, &reader.actor, place(&n)?).await?;
    Ok(download(&name, bytes))
}
