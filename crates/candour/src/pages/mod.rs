//! Every page, one folder a group of readers. A group has a `routes()` and its contexts beside its handlers.

pub mod account;
pub mod admin;
pub mod asking;
pub mod clinic;
pub mod compared;
pub mod delegations;
pub mod enrol;
pub mod form_page;
pub mod officer;
pub mod organisation;
pub mod person;
pub mod public;
#[cfg(test)]
mod rendered;
pub mod reports;
pub mod review;
pub mod rules_change;
pub mod sign_in;

use crate::web::App;
use axum::Router;

/// Every page.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(public::routes())
        .merge(sign_in::routes())
        .merge(organisation::routes())
        .merge(account::routes())
        .merge(enrol::routes())
        .merge(officer::routes())
        .merge(reports::routes())
        .merge(person::routes())
        .merge(clinic::all_routes())
        .merge(admin::routes())
        .merge(review::routes())
        .merge(delegations::routes())
        .merge(rules_change::routes())
}
