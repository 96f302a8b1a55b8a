//! The witness's side of c2sp.org/tlog-witness: the `add-checkpoint` bodies, and the decision.
//!
//! The decision is a pure function, and its answer cannot be had out of order:
//!
//! ```text
//! decide(known state, request) ─► Pending ─ persist(compare-and-swap) ─► Persisted ─ cosign ─► signature
//!                              └► Refusal (404, 403, 400, 409, 422)
//! ```

mod decide;
mod request;

pub use decide::{LogState, Pending, Persisted, Refusal, decide};
pub use request::{
    AddCheckpoint, CONFLICT_CONTENT_TYPE, MAX_REQUEST_BYTES, MAX_RESPONSE_BYTES, RequestError,
    format_response, parse_conflict, parse_response,
};

#[cfg(test)]
mod tests;
