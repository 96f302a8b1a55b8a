//! The officer's pages: their own referrals, and nothing of what became of them but one of six states.
//!
//! SECURITY: every ending without information is shown in the same words, and nothing here depends on who the person
//! is or on what was decided. What differs between two referrals of the same state is only what the officer wrote.

pub(crate) mod complete;
mod countersign;
mod disclosure;
mod list;
pub(crate) mod reassign;
pub mod receipts;
mod referral;
#[cfg(test)]
pub(crate) mod samples;

use crate::{pages::asking, web::App};
use axum::{
    Router,
    routing::{get, post},
};

/// One of the officer's states, in words. Whatever a page decides by it, it decides by the code.
pub(crate) fn state_in_words(state: &str) -> String {
    words::coded("officer-state", &state.replace(' ', "-")).unwrap_or_else(|| state.to_owned())
}

/// Whether the officer has something to read or to do. A tag's colour tells no more than its words.
pub(crate) fn waits_for_officer(state: &str) -> bool {
    matches!(state, "information ready" | "returned to you")
}

/// The officer's and the supervisor's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/officer", get(list::list))
        .route("/officer/new", get(list::new).post(list::begin))
        .route("/officer/enquiry", get(list::enquiry).post(list::send_enquiry))
        .merge(asking::routes("/officer"))
        .route("/officer/countersign", get(countersign::queue))
        .route("/officer/countersign/{id}", get(countersign::referral).post(countersign::sign))
        .route(reassign::HERE, get(reassign::ask).post(reassign::send))
        .route("/officer/{id}", get(referral::referral))
        .route("/officer/{id}/receipts", get(move |looking, id| receipts::list("/officer", looking, id)))
        .route("/officer/{id}/receipts/{n}", get(receipts::file))
        .route("/officer/{id}/sent", get(referral::sent))
        .route("/officer/{id}/withdraw", get(referral::ask_withdraw).post(referral::withdraw))
        .route("/officer/{id}/withdrawn", get(referral::withdrawn))
        .route("/officer/{id}/complete", get(complete::form).post(complete::complete))
        .route("/officer/{id}/disclosures/{n}", get(disclosure::conditions).post(disclosure::read))
        .route("/officer/{id}/disclosures/{n}/recalled", get(disclosure::recalled))
        .route(
            "/officer/{id}/disclosures/{n}/wrong-person",
            get(disclosure::wrong_person).post(disclosure::say_wrong_person),
        )
        .route("/officer/{id}/disclosures/{n}/destroyed", post(disclosure::destroyed))
        .route("/officer/{id}/disclosures/{n}/kept", post(disclosure::kept))
}
