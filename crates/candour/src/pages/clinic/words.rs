//! Words of these pages for codes that a view does not name itself.

use casework::{
    breach::{is_breach, ordinal},
    codes::Item,
};

/// The place of an item in the order of intrusion; unknown codes come last.
#[must_use]
pub fn intrusion(code: &str) -> usize {
    Item::parse(code).map_or(usize::MAX, |item| item as usize)
}

/// What a number of a case is about, inside a sentence.
#[must_use]
pub fn about(n: u32) -> String {
    if is_breach(n) { format!("breach {}", ordinal(n)) } else { format!("proposal {n}") }
}

/// The state of a proposal, for people.
#[must_use]
pub fn proposal_state(state: &str) -> &str {
    match state {
        "open" => "waiting for approvals",
        "settled" => "settled: destroyed, or kept by law",
        other => other,
    }
}

/// How a case began, for people.
#[must_use]
pub fn origin(origin: &str) -> &str {
    match origin {
        "enquiry" => "Enquiry",
        "requester" => "Referral",
        "health-service" => "Begun by the health service",
        "duty-holder" => "Report under a personal duty",
        other => other,
    }
}

/// An approval in a few words, as a row of a list says it.
#[must_use]
pub fn approval(code: &str) -> &str {
    match code {
        "individual-professional-personal-duty" => "The professional's own report",
        "treating-clinician-opinion" => "Clinician's opinion",
        "second-senior-clinician-two-person" => "Second clinician's opinion",
        "named-safeguarding-professional" => "Safeguarding professional's opinion",
        "legal-services-validation" => "Legal service's validation",
        "caldicott-guardian" => "Caldicott Guardian's decision",
        "on-call-guardian-deputy-then-review-within-24h" => "On-call deputy's decision",
        "independent-deferral-reviewer" => "Reviewer's agreement to telling later",
        "independent-reviewer-before-opening" => "Reviewer's agreement before the record is opened",
        other => other,
    }
}

/// Who supplies a fact, as the heading of a group.
#[must_use]
pub fn supplier(supplier: &str) -> &str {
    match supplier {
        "whoever asks" => "Said by whoever asks",
        "the supervisor" => "Said by the supervisor",
        "the clinic" => "Recorded by the clinic",
        "safeguarding" => "Recorded by safeguarding",
        "the legal service" => "Recorded by the legal service",
        "the duty-holder" => "Said by the professional who reports",
        "Candour" => "Counted or set by Candour",
        other => other,
    }
}
