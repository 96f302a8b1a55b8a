//! What the API answers when it does not do what was asked: problem details (RFC 9457).
//!
//! SECURITY: the words of a problem never depend on what an officer may not know. Whatever is not there for somebody
//! is one constant answer; and of the refusals of the domain, police get only those that speak of what they did
//! themselves. Everything else reaches them as that constant answer.

use super::dispatch::Failure;
use crate::web::problem::Problem as PageProblem;
use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use casework::{actor::Role, refusal::Refusal};
use serde_json::{Map, Value, json};
use service::{Fault, ServiceError};

/// Media type of a problem.
pub(super) const MEDIA_TYPE: &str = "application/problem+json";
/// What the `type` of every problem begins with.
pub(super) const TYPE_PREFIX: &str = "urn:candour:problem:";

/// Why a call was not answered.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Problem {
    status: StatusCode,
    slug: &'static str,
    title: &'static str,
    detail: String,
    more: Map<String, Value>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    pub(super) fn new(
        status: StatusCode,
        slug: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self { status, slug, title, detail: detail.into(), more: Map::new(), headers: Vec::new() }
    }

    fn with(mut self, member: &str, value: impl Into<Value>) -> Self {
        self.more.insert(member.to_owned(), value.into());
        self
    }

    fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// There is none, or it is not theirs: the two are one answer, byte for byte.
    pub(super) fn no_such() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "no-such",
            "There is nothing here for you",
            "There is nothing at this address, or it is not yours to see.",
        )
    }

    /// Nobody showed a token that is known.
    pub(super) fn unauthorised() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "unauthorised",
            "A bearer token is needed",
            "Send the token of an account in the header Authorization, after the word Bearer.",
        )
        .header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    /// Their role does not do this, whatever the case.
    pub(super) fn not_your_role() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "not-your-role",
            "This is not for your role to do",
            "Your account has another role in this service. Nothing was shown or changed.",
        )
    }

    /// A fetch ahead of an answer whose reading is recorded.
    pub(super) fn prefetch() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "prefetch",
            "This is not fetched ahead",
            "Reading it is recorded, so it is sent only when somebody asks to see it.",
        )
    }

    /// The address takes only these methods.
    pub(super) fn no_such_method(allowed: &str) -> Self {
        let problem = Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "no-such-method",
            "This address does not take that method",
            format!("It takes {allowed}."),
        );
        match HeaderValue::try_from(allowed) {
            Ok(value) => problem.header(header::ALLOW, value),
            Err(_) => problem,
        }
    }

    /// A command without a key of its own.
    pub(super) fn no_key() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "idempotency-key",
            "An idempotency key is needed",
            "Send one header Idempotency-Key of 1 to 200 visible ASCII characters, the same when you repeat the request.",
        )
        .with("header", "Idempotency-Key")
    }

    /// A body that says it is something other than JSON.
    pub(super) fn not_json_type() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "media-type",
            "The body must be JSON",
            "Send the header Content-Type: application/json.",
        )
    }

    /// A body beyond the limit.
    pub(super) fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            "The body is too large",
            format!("A body may have {} bytes at most. Nothing was recorded.", crate::web::BODY_BYTES_MAX),
        )
    }

    /// A body that does not read as JSON, or that two readers might read differently.
    pub(super) fn bad_json(at: &str, expected: &str) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "bad-json",
            "The body does not read",
            format!("Expected {expected}. Nothing was recorded."),
        )
        .with("at", at)
        .with("faults", json!([{"at": at, "expected": expected}]))
    }

    /// Faults of what was sent, all of them.
    pub(super) fn invalid(faults: &[Fault]) -> Self {
        let listed: Vec<Value> =
            faults.iter().map(|fault| json!({"at": fault.at, "expected": fault.expected})).collect();
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
            "Something is missing or not right",
            "Every fault is listed with the place where it stands. Nothing was recorded.",
        )
        .with("at", faults.first().map_or("", |fault| fault.at.as_str()))
        .with("faults", listed)
    }

    /// Too many tries; the same for everybody.
    pub(super) fn too_many(seconds: u32) -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many",
            "Too many tries",
            "Wait a little and try again. Nobody is told.",
        )
        .header(header::RETRY_AFTER, HeaderValue::from(seconds))
    }

    /// A call whose place is kept and that does nothing yet.
    pub(super) fn not_yet_built() -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "not-yet-built",
            "This is not built yet",
            "The address is kept for it. Nothing was recorded.",
        )
    }

    /// The one constant answer to whoever asks about themselves and is not shown a page: a wrong code, a wrong phrase
    /// and a code whose letter was not sent are the same.
    pub(super) fn nothing_to_show() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "nothing-to-show",
            "There is nothing to show",
            "The code and the phrase open no page. The law may require that something is left out, whether or not \
             there is anything.",
        )
    }

    /// Why a call was not answered, for a reader of this role; `None` for a stranger.
    pub(super) fn of(failure: Failure, reader: Option<Role>) -> Self {
        match failure {
            Failure::Problem(problem) => *problem,
            Failure::Service(error) => of_service(error, reader),
        }
    }

    #[cfg(test)]
    pub(super) fn slug(&self) -> &'static str {
        self.slug
    }
}

fn of_service(error: ServiceError, reader: Option<Role>) -> Problem {
    match error {
        ServiceError::Refused(refusal) => refused(&for_reader(refusal, reader)),
        ServiceError::Invalid(faults) => Problem::invalid(&faults),
        ServiceError::KeyReused => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "key-reused",
            "This idempotency key was used for another request",
            "Take a fresh key for a new request, or repeat the old one exactly. Nothing was recorded.",
        ),
        ServiceError::NotYetWitnessed => Problem::new(
            StatusCode::CONFLICT,
            "not-yet-witnessed",
            "Information is ready, and not yet shown",
            "The decision must first be co-signed by independent witnesses. This usually takes seconds.",
        )
        .header(header::RETRY_AFTER, HeaderValue::from_static("2")),
        ServiceError::Busy => Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "busy",
            "Too much at once",
            "Nothing was recorded. Repeat the request with the same idempotency key.",
        )
        .header(header::RETRY_AFTER, HeaderValue::from_static("1")),
        error @ (ServiceError::Store(_)
        | ServiceError::Uncertain(_)
        | ServiceError::Unsigned(_)
        | ServiceError::Broken(_)
        | ServiceError::Policy) => with_number(error),
    }
}

/// Failures that an operator must look at: logged once, with the number that the caller is given.
fn with_number(error: ServiceError) -> Problem {
    let uncertain = matches!(error, ServiceError::Uncertain(_));
    match PageProblem::from(error) {
        PageProblem::Unrecorded(number) => Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unrecorded",
            "The record cannot be written or read now",
            if uncertain {
                "Whether it was recorded is not known. Repeat the request with the same idempotency key."
            } else {
                "Nothing is shown or changed unless that can be recorded first. Try again later."
            },
        )
        .with("reference", number)
        .header(header::RETRY_AFTER, HeaderValue::from_static("30")),
        PageProblem::Broken(number) => Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "broken",
            "Something is wrong with the service",
            "Somebody who runs the service has to look. Quote the reference.",
        )
        .with("reference", number),
        // The pages have no other word for these; should they find one, it is still the service's fault.
        other => {
            tracing::error!(?other, "a failure without a number");
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "broken",
                "Something is wrong with the service",
                "Somebody who runs the service has to look.",
            )
        }
    }
}

/// The refusal as this reader may hear it.
///
/// SECURITY: police hear what follows from their own acts and from what they were told: that a referral is not
/// waiting for them, that they did this already, that nothing was recalled, that they signed it themselves. Whether
/// a case was closed, decided or looked at is not theirs to know, so any other refusal is "no such case".
fn for_reader(refusal: Refusal, reader: Option<Role>) -> Refusal {
    if !matches!(reader, Some(Role::Officer | Role::Supervisor)) {
        return refusal;
    }
    match refusal {
        Refusal::NoSuchCase
        | Refusal::NotYourRole
        | Refusal::NoSuchProposal
        | Refusal::NotReturned
        | Refusal::NotRecalled
        | Refusal::SamePerson
        | Refusal::AlreadyDone => refusal,
        Refusal::Closed
        | Refusal::Withdrawn
        | Refusal::Returned
        | Refusal::RepetitionWaits
        | Refusal::EnquiryOnly
        | Refusal::OutcomeClosed(_)
        | Refusal::ItemClosed
        | Refusal::NoItems
        | Refusal::NoContent
        | Refusal::ItemReasons
        | Refusal::NoticeRule
        | Refusal::DeferralDays(_)
        | Refusal::DeferralReasons
        | Refusal::VerdictChanged
        | Refusal::RulesChanged
        | Refusal::ProposalNotOpen
        | Refusal::ApprovalNotNeeded
        | Refusal::ApprovalGiven
        | Refusal::OthersFirst(_)
        | Refusal::NotAnEmergency
        | Refusal::CallerNotVerified
        | Refusal::NotByTelephone
        | Refusal::ReadOutTimes
        | Refusal::NothingToConfirm
        | Refusal::NotReady
        | Refusal::NotReleased
        | Refusal::NothingToReview
        | Refusal::NoRoute
        | Refusal::NoNotice
        | Refusal::StillOwed
        | Refusal::NoSuchBreach
        | Refusal::BreachTimes
        | Refusal::DelayReasons
        | Refusal::NoticeOwed
        | Refusal::SearchedTooOften
        | Refusal::ConflictDeclared
        | Refusal::ColleagueStandsBack
        | Refusal::OwnCase
        | Refusal::NoConflict
        | Refusal::NoOfficer
        | Refusal::NoRecipient
        | Refusal::NotOfTheirForce
        | Refusal::NoColleague
        | Refusal::Minutes
        | Refusal::NoTime
        | Refusal::ConversationTime
        | Refusal::NotDelegated
        | Refusal::DelegationNotYet(_)
        | Refusal::DelegationEnded(_)
        | Refusal::DelegationRevoked
        | Refusal::BeyondDelegation
        | Refusal::NotOnCall
        | Refusal::WhoIsGuardian
        | Refusal::DeputyDelegates
        | Refusal::NoDeputy
        | Refusal::DelegationDays
        | Refusal::NotForRota
        | Refusal::RotaDays
        | Refusal::NoSuchEntry
        | Refusal::Facts(_) => Refusal::NoSuchCase,
    }
}

fn refused(refusal: &Refusal) -> Problem {
    let slug = match refusal {
        Refusal::NoSuchCase | Refusal::NoSuchProposal | Refusal::NoSuchBreach => return Problem::no_such(),
        Refusal::NotYourRole => return Problem::not_your_role(),
        Refusal::Facts(faults) => {
            let faults: Vec<Fault> =
                faults.iter().map(|fault| Fault::new(fault.at.clone(), fault.expected.to_string())).collect();
            return Problem::invalid(&faults);
        }
        Refusal::Closed => "closed",
        Refusal::Withdrawn => "withdrawn",
        Refusal::Returned => "returned",
        Refusal::NotReturned => "not-returned",
        Refusal::RepetitionWaits => "repetition-waits",
        Refusal::EnquiryOnly => "enquiry-only",
        Refusal::OutcomeClosed(_) => "outcome-closed",
        Refusal::ItemClosed => "item-closed",
        Refusal::NoItems => "no-items",
        Refusal::NoContent => "no-content",
        Refusal::ItemReasons => "item-reasons",
        Refusal::NoticeRule => "notice-rule",
        Refusal::DeferralDays(_) => "deferral-days",
        Refusal::DeferralReasons => "deferral-reasons",
        Refusal::VerdictChanged => "verdict-changed",
        Refusal::RulesChanged => "rules-changed",
        Refusal::ProposalNotOpen => "proposal-not-open",
        Refusal::ApprovalNotNeeded => "approval-not-needed",
        Refusal::ApprovalGiven => "approval-given",
        Refusal::OthersFirst(_) => "others-first",
        Refusal::SamePerson => "same-person",
        Refusal::NotAnEmergency => "not-an-emergency",
        Refusal::CallerNotVerified => "caller-not-verified",
        Refusal::NotByTelephone => "not-by-telephone",
        Refusal::ReadOutTimes => "read-out-times",
        Refusal::NothingToConfirm => "nothing-to-confirm",
        Refusal::NotReady => "not-ready",
        Refusal::NotReleased => "not-released",
        Refusal::NotRecalled => "not-recalled",
        Refusal::NothingToReview => "nothing-to-review",
        Refusal::NoRoute => "no-route",
        Refusal::NoNotice => "no-notice",
        Refusal::StillOwed => "still-owed",
        Refusal::BreachTimes => "breach-times",
        Refusal::DelayReasons => "delay-reasons",
        Refusal::NoticeOwed => "notice-owed",
        Refusal::SearchedTooOften => "searched-too-often",
        Refusal::ConflictDeclared => "conflict-declared",
        Refusal::ColleagueStandsBack => "colleague-stands-back",
        Refusal::OwnCase => "own-case",
        Refusal::NoConflict => "no-conflict",
        Refusal::NoOfficer => "no-officer",
        Refusal::NoRecipient => "no-recipient",
        Refusal::NotOfTheirForce => "not-of-their-force",
        Refusal::NoColleague => "no-colleague",
        Refusal::Minutes => "minutes",
        Refusal::NoTime => "no-time",
        Refusal::ConversationTime => "conversation-time",
        Refusal::NotDelegated => "not-delegated",
        Refusal::DelegationNotYet(_) => "delegation-not-yet",
        Refusal::DelegationEnded(_) => "delegation-ended",
        Refusal::DelegationRevoked => "delegation-revoked",
        Refusal::BeyondDelegation => "beyond-delegation",
        Refusal::NotOnCall => "not-on-call",
        Refusal::WhoIsGuardian => "who-is-guardian",
        Refusal::DeputyDelegates => "deputy-delegates",
        Refusal::NoDeputy => "no-deputy",
        Refusal::DelegationDays => "delegation-days",
        Refusal::NotForRota => "not-for-rota",
        Refusal::RotaDays => "rota-days",
        Refusal::NoSuchEntry => "no-such-entry",
        Refusal::AlreadyDone => "already-done",
    };
    let problem = Problem::new(StatusCode::CONFLICT, slug, "This cannot be done now", sentence(refusal));
    if let Refusal::OutcomeClosed(reasons) = refusal {
        return problem.with("reasons", reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>());
    }
    if let Refusal::OthersFirst(approvals) = refusal {
        return problem.with("approvals", approvals.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    }
    problem
}

/// A refusal as a sentence.
fn sentence(refusal: &Refusal) -> String {
    let mut text = format!("{refusal}. Nothing was recorded.");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": format!("{TYPE_PREFIX}{}", self.slug),
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        if let Some(members) = body.as_object_mut() {
            members.extend(self.more);
        }
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))];
        let mut response = (self.status, kind, body.to_string()).into_response();
        for (name, value) in self.headers {
            response.headers_mut().insert(name, value);
        }
        response
    }
}
