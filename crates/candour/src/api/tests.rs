//! The desk with nobody behind it: what every call asks for, whoever calls, and what a problem says.

use super::{
    dispatch::{Command, Deed, Desk, Failure, Place, Reply},
    openapi,
    problem::Problem,
    routes_at,
    table::{CALLS, Call, Door, Verb},
};
use crate::web::BODY_BYTES_MAX;
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
};
use casework::{
    actor::{Actor, Place as Belongs, Role},
    codes::{Approval, Reason},
    id::{AccountId, IndividualId},
    refusal::Refusal,
    time::Moment,
};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use service::{Answer, Fault, ServiceError, accounts::SignedIn, ports::StoreError};
use std::sync::{Arc, Mutex};
use tower::ServiceExt as _;

/// Somebody of a role.
pub(super) fn actor(role: Role) -> Actor {
    Actor {
        account: AccountId::parse("a").unwrap(),
        individual: IndividualId::parse("i").unwrap(),
        role,
        place: Belongs::Independent,
    }
}

/// A command with a body.
pub(super) fn command(actor: Actor, body: Value) -> Command {
    Command { asked: actor.into(), place: Place::default(), body }
}

/// A desk that knows a token for each role, the role's own code, and notes what it is asked to do.
#[derive(Clone, Default)]
struct Noting(Arc<Mutex<Vec<Deed>>>);

impl Desk for Noting {
    async fn who(&self, token: &str) -> Answer<Option<SignedIn>> {
        Ok(Role::parse(token).map(|role| SignedIn {
            token: String::new(),
            csrf: String::new(),
            actor: actor(role),
            title: String::new(),
            opened: Moment(0),
            expires: Moment(0),
            ends: Moment(0),
            proved: Moment(0),
        }))
    }

    async fn perform(&self, deed: Deed) -> Result<Reply, Failure> {
        self.0.lock().unwrap().push(deed);
        Ok(Reply::ok(&json!({})))
    }
}

impl Noting {
    fn router(&self) -> Router {
        routes_at(self)
    }

    fn done(&self) -> Vec<Deed> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

#[derive(Debug, PartialEq)]
struct Heard {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Heard {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn slug(&self) -> String {
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.headers["cache-control"], "no-store");
        let body = self.json();
        assert_eq!(body["status"], self.status.as_u16());
        body["type"].as_str().unwrap().strip_prefix("urn:candour:problem:").unwrap().to_owned()
    }
}

async fn send(desk: &Noting, request: Request<Body>) -> Heard {
    let response = desk.router().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Heard {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes().to_vec(),
    }
}

/// A request with everything that a call asks for.
fn whole(call: &Call, role: Role, id: &str) -> Request<Body> {
    let path = call.path.replace("{id}", id).replace("{n}", "1");
    let request = Request::builder()
        .method(call.method.as_str())
        .uri(path)
        .header("authorization", format!("Bearer {}", role.as_str()))
        .header("idempotency-key", "k-1")
        .header("content-type", "application/json");
    request.body(if call.takes.is_some() { Body::from("{}") } else { Body::empty() }).unwrap()
}

fn without(mut request: Request<Body>, header: &str) -> Request<Body> {
    request.headers_mut().remove(header);
    request
}

fn somebody(call: &Call) -> Role {
    call.roles().map_or(Role::Officer, |roles| roles[0])
}

#[tokio::test]
async fn every_described_call_is_served_and_every_served_call_is_described() {
    let desk = Noting::default();
    let description = openapi::description();
    let paths = description["paths"].as_object().unwrap();
    for (path, operations) in paths {
        for verb in [Verb::Get, Verb::Post] {
            let described = operations.get(verb.as_str().to_lowercase());
            let call = CALLS.iter().find(|call| call.path == path && call.method == verb);
            assert_eq!(described.is_some(), call.is_some(), "{verb:?} {path}");
            let request = Request::builder()
                .method(verb.as_str())
                .uri(path.replace("{id}", "abc").replace("{n}", "1"))
                .header("content-type", "application/json")
                .body(Body::from("{}"))
                .unwrap();
            let heard = send(&desk, request).await;
            match call.map(|call| &call.door) {
                None => {
                    assert_eq!(heard.slug(), "no-such-method", "{verb:?} {path}");
                    assert!(heard.headers.contains_key("allow"));
                }
                Some(Door::Open(_)) => assert_eq!(heard.status, StatusCode::OK, "{verb:?} {path}"),
                Some(Door::Look { .. } | Door::Act { .. }) => {
                    assert_eq!(heard.slug(), "unauthorised", "{verb:?} {path}");
                    assert_eq!(heard.headers["www-authenticate"], "Bearer");
                }
            }
        }
    }
    let unknown = Request::builder().uri("/api/v1/referral").body(Body::empty()).unwrap();
    assert_eq!(send(&desk, unknown).await.slug(), "no-such");
}

#[tokio::test]
async fn a_role_that_does_not_do_something_hears_the_same_of_every_case() {
    let desk = Noting::default();
    for call in CALLS {
        for role in Role::ALL {
            let heard = send(&desk, whole(call, role, "abc")).await;
            assert_eq!(heard, send(&desk, whole(call, role, "def")).await);
            if call.is_for(role) {
                assert_eq!(heard.status, StatusCode::OK, "{} {role:?}", call.path);
            } else {
                assert_eq!(heard.slug(), "not-your-role", "{} {role:?}", call.path);
            }
            let done = if call.is_for(role) { 2 } else { 0 };
            assert_eq!(desk.done().len(), done, "{} {role:?}", call.path);
        }
    }
}

#[test]
fn police_and_service_roles_reach_no_act_of_the_clinic() {
    let reach = |role: Role| -> Vec<&str> {
        CALLS
            .iter()
            .filter(|call| matches!(call.door, Door::Act { .. }) && call.takes != Some("Later"))
            .filter(|call| call.is_for(role))
            .map(|call| call.path.trim_start_matches("/api/v1/").trim_start_matches("referrals/{id}/"))
            .collect()
    };
    let officer = [
        "enquiries",
        "referrals",
        "facts",
        "complete",
        "withdraw",
        "disclosures/{n}/destruction",
        "disclosures/{n}/wrong-person",
    ];
    assert_eq!(reach(Role::Officer), officer);
    assert_eq!(reach(Role::Supervisor), ["countersign", "reassign"]);
    let kept = [
        "rota",
        "rota/{id}/remove",
        "rota/{id}/put-back",
        "rules/change/offer",
        "rules/change/confirm",
        "rules/change/withdraw",
    ];
    assert_eq!(reach(Role::Administrator), kept);
    // They advise: they find a case that they were asked about, record and advise on breaches, and stand back from a case.
    let advises = ["breaches", "breaches/{n}/notes", "conflicts", "searches"];
    assert_eq!(reach(Role::DataProtectionOfficer), advises);
    for role in [Role::KeyCustodian, Role::RetentionManager] {
        assert!(reach(role).is_empty(), "{role:?}");
    }
}

#[tokio::test]
async fn a_command_without_a_key_is_refused_and_the_header_is_named() {
    let desk = Noting::default();
    for call in CALLS.iter().filter(|call| matches!(call.door, Door::Act { .. })) {
        let heard = send(&desk, without(whole(call, somebody(call), "abc"), "idempotency-key")).await;
        assert_eq!(heard.status, StatusCode::BAD_REQUEST);
        assert_eq!(heard.slug(), "idempotency-key", "{}", call.path);
        assert_eq!(heard.json()["header"], "Idempotency-Key");
        assert!(desk.done().is_empty());
    }
}

#[tokio::test]
async fn a_reading_that_would_be_recorded_is_never_fetched_ahead() {
    let desk = Noting::default();
    for call in CALLS.iter().filter(|call| call.method == Verb::Get) {
        let recorded = matches!(call.door, Door::Look { recorded: true, .. });
        let mut ahead = whole(call, somebody(call), "abc");
        ahead.headers_mut().insert("sec-purpose", "prefetch".parse().unwrap());
        let mut head = whole(call, somebody(call), "abc");
        *head.method_mut() = Method::HEAD;
        let (ahead, head) = (send(&desk, ahead).await, send(&desk, head).await);
        if recorded {
            assert_eq!(ahead.slug(), "prefetch", "{}", call.path);
            assert_eq!(head.status, StatusCode::METHOD_NOT_ALLOWED, "{}", call.path);
            assert_eq!(head.headers["allow"], "GET");
            assert!(desk.done().is_empty());
        } else {
            assert_eq!((ahead.status, head.status), (StatusCode::OK, StatusCode::OK), "{}", call.path);
            assert_eq!(desk.done().len(), 2);
        }
    }
}

#[tokio::test]
async fn what_cannot_exist_is_answered_like_what_does_not() {
    let desk = Noting::default();
    let absent = Problem::of(ServiceError::Refused(Refusal::NoSuchCase).into(), Some(Role::Officer));
    assert_eq!(
        absent,
        Problem::of(ServiceError::Refused(Refusal::NoSuchProposal).into(), Some(Role::Officer))
    );
    assert_eq!(absent, Problem::no_such());
    let mut heard = Vec::new();
    for path in [
        "/api/v1/referrals/ABC",
        "/api/v1/referrals/%ff",
        "/api/v1/referrals/abc/disclosures/0",
        "/api/v1/referrals/abc/disclosures/x",
        "/api/v1/referrals/abc/disclosures/99999999999",
        "/api/v1/nothing",
    ] {
        let request = Request::builder()
            .uri(path)
            .header("authorization", "Bearer officer")
            .body(Body::empty())
            .unwrap();
        heard.push(send(&desk, request).await);
    }
    assert_eq!(heard[0].status, StatusCode::NOT_FOUND);
    assert!(heard.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(desk.done().is_empty());
}

#[tokio::test]
async fn a_body_is_read_strictly_or_not_at_all() {
    let desk = Noting::default();
    let call = CALLS.iter().find(|call| call.path == "/api/v1/enquiries").unwrap();
    let with = |body: Body| {
        let mut request = whole(call, Role::Officer, "abc");
        *request.body_mut() = body;
        request
    };
    let twice = send(&desk, with(Body::from(r#"{"unit": "a", "unit": "b"}"#))).await;
    assert_eq!((twice.status, twice.slug().as_str()), (StatusCode::BAD_REQUEST, "bad-json"));
    assert_eq!(twice.json()["at"], "/unit");
    for broken in ["", "{", "{} {}", "nonsense"] {
        let heard = send(&desk, with(Body::from(broken))).await;
        assert_eq!((heard.slug().as_str(), &heard.json()["at"]), ("bad-json", &json!("")), "{broken}");
    }
    let large = send(&desk, with(Body::from(vec![b' '; BODY_BYTES_MAX + 1]))).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(large.slug(), "too-large");
    let form = send(&desk, without(with(Body::from("{}")), "content-type")).await;
    assert_eq!(form.slug(), "media-type");
    assert!(desk.done().is_empty());
}

#[tokio::test]
async fn a_call_that_takes_no_body_takes_an_empty_object_and_nothing_else() {
    let desk = Noting::default();
    let call = CALLS.iter().find(|call| call.path.ends_with("/withdraw")).unwrap();
    let with = |body: &'static str| {
        let mut request = whole(call, Role::Officer, "abc");
        *request.body_mut() = Body::from(body);
        request
    };
    assert_eq!(send(&desk, without(with(""), "content-type")).await.status, StatusCode::OK);
    assert_eq!(send(&desk, with("{}")).await.status, StatusCode::OK);
    assert_eq!(send(&desk, with(r#"{"reasons": "x"}"#)).await.slug(), "bad-json");
}

#[tokio::test]
async fn a_repetition_is_known_by_its_key_its_address_and_its_bytes() {
    let desk = Noting::default();
    let call = CALLS.iter().find(|call| call.path.ends_with("/advice")).unwrap();
    let once = |deed: &Deed| match deed {
        Deed::Act(_, command) => {
            let once = command.asked.once.clone().unwrap();
            (once.route, once.key, once.request)
        }
        Deed::Open(..) | Deed::Look(..) => panic!("no command"),
    };
    for id in ["abc", "abc", "%61bc", "def"] {
        send(&desk, whole(call, Role::Clinician, id)).await;
    }
    let mut other = whole(call, Role::Clinician, "abc");
    *other.body_mut() = Body::from(r#"{"text": "x"}"#);
    send(&desk, other).await;
    let seen: Vec<_> = desk.done().iter().map(once).collect();
    assert_eq!(seen[0].0, "POST /api/v1/referrals/abc/advice");
    assert_eq!(seen[0].1, "k-1");
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
    assert_ne!(seen[0].0, seen[3].0);
    assert_eq!(seen[0].0, seen[4].0);
    assert_ne!(seen[0].2, seen[4].2);
}

fn of(error: ServiceError, role: Role) -> Problem {
    Problem::of(error.into(), Some(role))
}

async fn said(problem: Problem) -> Heard {
    let (parts, body) = axum::response::IntoResponse::into_response(problem).into_parts();
    Heard {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes().to_vec(),
    }
}

#[tokio::test]
async fn every_failure_of_the_service_has_its_status() {
    let store = || StoreError::Full;
    let rows: Vec<(ServiceError, u16, &str)> = vec![
        (Refusal::NoSuchCase.into(), 404, "no-such"),
        (Refusal::NoSuchProposal.into(), 404, "no-such"),
        (Refusal::NotYourRole.into(), 403, "not-your-role"),
        (Refusal::Closed.into(), 409, "closed"),
        (Refusal::RepetitionWaits.into(), 409, "repetition-waits"),
        (ServiceError::Invalid(vec![Fault::new("/a", "b")]), 422, "invalid"),
        (ServiceError::KeyReused, 422, "key-reused"),
        (ServiceError::NotYetWitnessed, 409, "not-yet-witnessed"),
        (ServiceError::Busy, 503, "busy"),
        (ServiceError::Store(store()), 503, "unrecorded"),
        (ServiceError::Uncertain(store()), 503, "unrecorded"),
        (ServiceError::Broken("x"), 500, "broken"),
        (ServiceError::Policy, 500, "broken"),
    ];
    for (error, status, slug) in rows {
        let heard = said(of(error, Role::Clinician)).await;
        let body = heard.json();
        assert_eq!(
            (heard.status.as_u16(), body["type"].as_str().unwrap()),
            (status, &*format!("urn:candour:problem:{slug}"))
        );
        assert_eq!(
            heard.headers.contains_key("retry-after"),
            status == 503 || slug == "not-yet-witnessed",
            "{slug}"
        );
        assert_eq!(body["reference"].is_string(), matches!(slug, "unrecorded" | "broken"), "{slug}");
    }
}

#[tokio::test]
async fn faults_are_listed_and_the_first_is_pointed_at() {
    let faults = vec![Fault::new("/a/b", "one"), Fault::new("/c", "two")];
    let body = said(of(ServiceError::Invalid(faults), Role::Officer)).await.json();
    assert_eq!(body["at"], "/a/b");
    assert_eq!(body["faults"], json!([{"at": "/a/b", "expected": "one"}, {"at": "/c", "expected": "two"}]));
}

#[tokio::test]
async fn a_closed_outcome_says_why() {
    let reason = Reason::ALL[0];
    let error = Refusal::OutcomeClosed(vec![reason]).into();
    let body = said(of(error, Role::Clinician)).await.json();
    assert_eq!(body["reasons"], json!([reason.as_str()]));
    assert_eq!(body["status"], 409);
}

#[test]
fn police_hear_of_their_own_acts_and_of_nothing_else() {
    let theirs = [Refusal::NotReturned, Refusal::NotRecalled, Refusal::SamePerson, Refusal::AlreadyDone];
    let not_theirs = [
        Refusal::Closed,
        Refusal::Withdrawn,
        Refusal::Returned,
        Refusal::RepetitionWaits,
        Refusal::EnquiryOnly,
        Refusal::OutcomeClosed(vec![Reason::ALL[0]]),
        Refusal::ItemClosed,
        Refusal::NoItems,
        Refusal::NoContent,
        Refusal::ItemReasons,
        Refusal::NoticeRule,
        Refusal::DeferralDays(3),
        Refusal::DeferralReasons,
        Refusal::VerdictChanged,
        Refusal::RulesChanged,
        Refusal::ProposalNotOpen,
        Refusal::ApprovalNotNeeded,
        Refusal::ApprovalGiven,
        Refusal::OthersFirst(vec![Approval::ALL[0]]),
        Refusal::NotAnEmergency,
        Refusal::CallerNotVerified,
        Refusal::NotByTelephone,
        Refusal::ReadOutTimes,
        Refusal::NothingToConfirm,
        Refusal::NotReady,
        Refusal::NotReleased,
        Refusal::NothingToReview,
        Refusal::NoRoute,
        Refusal::NoNotice,
        Refusal::StillOwed,
        Refusal::Facts(Vec::new()),
    ];
    for role in [Role::Officer, Role::Supervisor] {
        for refusal in &theirs {
            assert_ne!(of(refusal.clone().into(), role), Problem::no_such(), "{refusal:?}");
        }
        for refusal in &not_theirs {
            assert_eq!(of(refusal.clone().into(), role), Problem::no_such(), "{refusal:?}");
        }
    }
    for refusal in &not_theirs {
        assert_ne!(of(refusal.clone().into(), Role::Clinician), Problem::no_such(), "{refusal:?}");
    }
}
