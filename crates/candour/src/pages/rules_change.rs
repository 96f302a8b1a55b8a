//! Change of rules: which pack is in force, what is offered, what it would change, and who has confirmed it.

mod difference;
#[cfg(test)]
pub(crate) mod samples;

use crate::{
    pages::compared::{CaseRow, Compared},
    web::{
        App,
        field::Field,
        form::Posted,
        frame::{Faults, Frame, Seal},
        problem::{PageAnswer, Problem, faulty, page},
        session::Reader,
    },
};
use askama::Template;
use axum::{
    Router,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use casework::{actor::Role, refusal::Refusal};
use difference::{FileDifference, differences};
use service::{ServiceError, views::RulesView};

/// Where the page is.
const AT: &str = "/rules/change";

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route(AT, get(show))
        .route("/rules/change/offer", post(offer))
        .route("/rules/change/confirm", post(confirm))
        .route("/rules/change/withdraw", post(withdraw))
}

/// A pack on the shelf, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelfRow {
    /// Where it lies.
    pub place: String,
    /// Its id and version; empty where something is wrong with it.
    pub name: String,
    /// Its digest.
    pub digest: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// Whether it is the one in force.
    pub in_force: bool,
}

/// What an offered pack would change.
#[derive(Debug, Default)]
pub struct WouldChange {
    /// In the invented cases of the pack, those in which something differs.
    pub cases: Vec<CaseRow>,
    /// How many invented cases there are.
    pub of: usize,
    /// In the files of the pack.
    pub files: Vec<FileDifference>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "rules_change.html")]
pub struct RulesChangePage {
    frame: Frame,
    seal: Seal,
    rules: RulesView,
    would: WouldChange,
    shelf: Vec<ShelfRow>,
    read: Field,
    administrator: bool,
}

impl RulesChangePage {
    /// The page for somebody.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        role: Role,
        rules: RulesView,
        would: WouldChange,
        shelf: Vec<ShelfRow>,
    ) -> Self {
        let read = Field::tick("read", words::say("review-rules-read")).faults(&frame.faults);
        Self { frame, seal, rules, would, shelf, read, administrator: role == Role::Administrator }
    }

    /// Whether the shelf has a pack that could be offered.
    #[must_use]
    pub fn has_another(&self) -> bool {
        self.shelf.iter().any(|row| row.fault.is_none() && !row.in_force)
    }
}

async fn show(reader: Reader) -> PageAnswer {
    shown(&reader, &Faults::default()).await
}

async fn shown(reader: &Reader, faults: &Faults) -> PageAnswer {
    let service = &reader.app.service;
    let rules = service.rules(&reader.actor).await?;
    let would = match service.offered_rules(&reader.actor).await? {
        Some(offered) => blocking(move || would_change(&offered))
            .await?
            .ok_or_else(|| Problem::broken("two packs cannot be compared"))?,
        None => WouldChange::default(),
    };
    let shelf = if rules.may_offer { on_the_shelf(reader, &rules.present.digest).await? } else { Vec::new() };
    let frame = reader.frame(words::say("review-rules-title")).at(AT).faults(faults);
    let shown = RulesChangePage::new(frame, reader.seal(), reader.actor.role, rules, would, shelf);
    Ok(if faults.is_empty() { page(&shown) } else { faulty(&shown) })
}

fn would_change(offered: &service::adoption::OfferedRules) -> Option<WouldChange> {
    let compared = Compared::of_gates(&offered.before, &offered.after).ok()?;
    Some(WouldChange {
        of: compared.cases.len(),
        cases: compared.cases.into_iter().filter(|case| !case.is_same()).collect(),
        files: differences(&offered.before_files, &offered.after_files),
    })
}

/// Reading, checking and comparing packs takes a moment, in which nobody else should wait. What comes of it is in the
/// language of the request.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let here = words::Scope { language: words::language(), address: None };
    let done = tokio::task::spawn_blocking(move || words::scope(here, work)).await;
    done.map_err(|_| Problem::broken("looking at packs was interrupted"))
}

async fn on_the_shelf(reader: &Reader, in_force: &str) -> Result<Vec<ShelfRow>, Problem> {
    let shelf = reader.app.settings.shelf.clone();
    let rows = blocking(move || shelf.look()).await?.into_iter().map(|shelved| match shelved.found {
        Ok(candidate) => ShelfRow {
            place: shelved.place,
            in_force: candidate.digest == in_force,
            name: candidate.name,
            digest: candidate.digest,
            fault: None,
        },
        Err(fault) => ShelfRow {
            place: shelved.place,
            name: String::new(),
            digest: String::new(),
            fault: Some(fault),
            in_force: false,
        },
    });
    Ok(rows.collect())
}

async fn offer(posted: Posted) -> PageAnswer {
    if posted.reader.actor.role != Role::Administrator {
        return Err(Problem::NoSuchPage);
    }
    let (shelf, digest) = (posted.reader.app.settings.shelf.clone(), posted.form.text("pack").to_owned());
    let files = blocking(move || shelf.candidate(&digest)).await?;
    let files = files.ok_or_else(|| Problem::Refused(words::say("review-rules-off-shelf")))?;
    posted.reader.app.service.offer_pack(&posted.asked(), files).await?;
    Ok(Redirect::to(AT).into_response())
}

async fn confirm(posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    if !matches!(reader.actor.role, Role::Administrator | Role::Legal) {
        return Err(Problem::NoSuchPage);
    }
    if posted.form.text("read") != "yes" {
        let mut faults = Faults::default();
        faults.add("read", words::say("review-rules-read-fault"));
        return shown(reader, &faults).await;
    }
    gone(reader.app.service.confirm_pack(&posted.asked(), posted.form.text("pack")).await)
}

async fn withdraw(posted: Posted) -> PageAnswer {
    if !matches!(posted.reader.actor.role, Role::Administrator | Role::Legal) {
        return Err(Problem::NoSuchPage);
    }
    gone(posted.reader.app.service.withdraw_pack(&posted.asked(), posted.form.text("pack")).await)
}

/// Back to the page; a pack that is no longer offered is said so, rather than that there is no such page.
fn gone(done: service::Answer<serde_json::Value>) -> PageAnswer {
    match done {
        Ok(_) => Ok(Redirect::to(AT).into_response()),
        Err(ServiceError::Refused(Refusal::NoSuchProposal)) => {
            Err(Problem::Refused(words::say("review-rules-not-offered")))
        }
        Err(other) => Err(other.into()),
    }
}
