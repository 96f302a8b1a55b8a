//! The clinic's side: queues, the case page and its acts, in five areas that share them. Each role enters its own
//! area and finds there only what the service gives it.

pub mod act;
pub mod approve;
pub mod area;
pub mod breach;
pub mod call;
pub mod case_page;
pub mod case_parts;
pub mod conflict;
mod day;
pub mod emergency;
pub mod fields;
pub mod form;
mod look_over;
pub mod propose;
pub mod queue;
pub mod read_out;
pub mod receipts;
pub mod search;
pub mod simple;
pub mod small;
pub mod supply;
pub mod telephone;
pub mod words;

#[cfg(test)]
mod case_tests;
#[cfg(test)]
pub mod samples;
#[cfg(test)]
mod tests;

use crate::web::{App, problem::Problem};
use area::Area;
use axum::{Router, routing::get};
use casework::{id::CaseId, refusal::Refusal};
use service::{error::Fault, error::ServiceError, views::ClinicCase};

/// The pages of every area.
pub fn all_routes() -> Router<App> {
    let unit = Router::new()
        .route("/clinic/cases", get(queue::cases))
        .route("/clinic/call", get(call::ask).post(call::send))
        .route(emergency::HREF, get(emergency::ask).post(emergency::send))
        .route("/clinic/cases/{id}/give-by-telephone/{n}", get(read_out::show).post(read_out::send));
    Area::ALL.into_iter().fold(unit, |router, area| router.merge(routes(area)))
}

/// The pages of an area.
pub fn routes(area: Area) -> Router<App> {
    let base = area.base();
    let case = format!("{base}/cases/{{id}}");
    Router::new()
        .route(base, get(move |reader, query| queue::queue(area, reader, query)))
        .route(
            &format!("{base}/search"),
            get(move |reader| search::ask(area, reader)).post(move |posted| search::send(area, posted)),
        )
        .route(
            &format!("{base}/conflict"),
            get(move |reader, query| conflict::ask(area, reader, query))
                .post(move |posted| conflict::send(area, posted)),
        )
        .route(&case, get(move |looking, id, query| case_page::show(area, looking, id, query)))
        .route(&format!("{case}/facts"), get(move |looking, id| supply::list(area, looking, id)))
        .route(
            &format!("{case}/facts/{{section}}"),
            get(move |looking, path| supply::show(area, looking, path))
                .post(move |path, posted| supply::send(area, path, posted)),
        )
        .route(&format!("{case}/propose"), get(move |looking, id| propose::choose(area, looking, id)))
        .route(
            &format!("{case}/propose/{{outcome}}"),
            get(move |looking, path| propose::show(area, looking, path))
                .post(move |path, posted| propose::send(area, path, posted)),
        )
        .route(
            &format!("{case}/propose/{{outcome}}/{{basis}}"),
            get(move |looking, path| propose::show_basis(area, looking, path))
                .post(move |path, posted| propose::send_basis(area, path, posted)),
        )
        .route(
            &format!("{case}/approve/{{n}}/{{approval}}"),
            get(move |looking, path| approve::show(area, looking, path))
                .post(move |path, posted| approve::send(area, path, posted)),
        )
        .route(
            &format!("{case}/telephone/{{n}}"),
            get(move |looking, path| telephone::show(area, looking, path))
                .post(move |path, posted| telephone::send(area, path, posted)),
        )
        .route(&format!("{case}/receipts"), get(move |looking, id| receipts::list(area, looking, id)))
        .route(
            &format!("{case}/receipts/{{n}}"),
            get(move |looking, path| receipts::ask(area, looking, path)).post(receipts::give),
        )
        .route(&format!("{case}/receipts/{{n}}/file"), get(receipts::file))
        .route(
            &format!("{case}/{{act}}"),
            get(move |looking, path| small::show(area, looking, path))
                .post(move |path, posted| small::send(area, path, posted)),
        )
        .route(
            &format!("{case}/{{act}}/{{n}}"),
            get(move |looking, path| small::show_numbered(area, looking, path))
                .post(move |path, posted| small::send_numbered(area, path, posted)),
        )
}

/// The case of an address, for a form that was sent: no reading, for nothing is shown.
///
/// # Errors
/// [`Problem::NoSuchPage`].
pub fn case_of(id: &str) -> Result<CaseId, Problem> {
    CaseId::parse(id).map_err(|_| Problem::NoSuchPage)
}

/// Where a case's page is; with what was done, for its banner.
#[must_use]
pub fn case_href(area: Area, id: &str, done: &str) -> String {
    format!("{}/cases/{id}?done={done}", area.base())
}

/// The faults that a form can show beside its fields; everything else is a page of its own.
///
/// # Errors
/// The problem, where there is nothing to show beside a field.
pub fn faults(error: ServiceError) -> Result<Vec<Fault>, Problem> {
    match error {
        ServiceError::Invalid(faults) => Ok(faults),
        ServiceError::Refused(Refusal::Facts(faults)) => {
            Ok(faults.iter().map(service::words::fact_fault).collect())
        }
        // What can be put right on the form itself is told on the form, so that nothing typed is lost.
        ServiceError::Refused(
            refusal @ (Refusal::NoItems
            | Refusal::NoContent
            | Refusal::ItemReasons
            | Refusal::ItemClosed
            | Refusal::DeferralDays(_)
            | Refusal::DeferralReasons
            | Refusal::VerdictChanged
            | Refusal::RulesChanged
            | Refusal::OthersFirst(_)
            | Refusal::SamePerson
            | Refusal::NotAnEmergency
            | Refusal::CallerNotVerified
            | Refusal::ReadOutTimes
            | Refusal::NoColleague
            | Refusal::ColleagueStandsBack
            | Refusal::OwnCase
            | Refusal::SearchedTooOften
            | Refusal::NotDelegated
            | Refusal::DelegationNotYet(_)
            | Refusal::DelegationEnded(_)
            | Refusal::DelegationRevoked
            | Refusal::BeyondDelegation
            | Refusal::NotOnCall
            | Refusal::WhoIsGuardian
            | Refusal::StillOwed),
        ) => Ok(vec![Fault::new("", service::words::refusal(&refusal))]),
        ServiceError::Refused(refusal) => match breach::fault(&refusal).or_else(|| call::fault(&refusal)) {
            Some(fault) => Ok(vec![fault]),
            None => Err(ServiceError::Refused(refusal).into()),
        },
        other => Err(other.into()),
    }
}

/// The number of a proposal in an address, from 1.
///
/// # Errors
/// [`Problem::NoSuchPage`].
pub fn number(text: &str) -> Result<u32, Problem> {
    text.parse().ok().filter(|n| *n > 0).ok_or(Problem::NoSuchPage)
}

/// A proposal of a case.
///
/// # Errors
/// [`Problem::NoSuchPage`].
pub fn proposal(case: &ClinicCase, n: u32) -> Result<&service::views::ProposalView, Problem> {
    case.proposals.iter().find(|proposal| proposal.n == n).ok_or(Problem::NoSuchPage)
}

/// Refuses an act that the service does not offer this reader now.
///
/// # Errors
/// [`Problem::Refused`], for the case itself is theirs to see.
pub fn offered(found: bool) -> Result<(), Problem> {
    if found { Ok(()) } else { Err(Problem::Refused(::words::say("case-not-offered"))) }
}
