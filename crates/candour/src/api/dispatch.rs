//! The desk: what every call needs before it is one's turn, in this order: the method, whether it is a fetch ahead,
//! who asks, whether their role does this at all, the place in the address, the idempotency key, the body.
//!
//! SECURITY: role comes before place, and nothing is looked up before both, so a role that does not do something gets
//! the same answer for a case that exists and for one that does not.

use super::{
    Api,
    problem::Problem,
    table::{Call, Door, Verb},
};
use crate::web::{client::Client, session::is_prefetch};
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest as _, FromRequestParts as _, RawPathParams, Request},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use casework::{
    actor::Actor,
    facts::{FactsError, read_json},
    id::CaseId,
};
use serde_json::Value;
use service::{Answer, Asked, Once, ServiceError, accounts::SignedIn};
use std::{net::IpAddr, pin::Pin, sync::Arc, time::Duration};

/// Longest idempotency key, in characters.
const KEY_CHARS_MAX: usize = 200;
/// How long the body of a call that is refused is waited for.
const REFUSED_BODY: Duration = Duration::from_secs(2);

/// What a call does, once it is its turn.
pub(super) type Act<T> = fn(Api, T) -> Pin<Box<dyn Future<Output = Result<Reply, Failure>> + Send>>;

/// A call that is ready to be done.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// For anybody.
    Open(Act<Knock>, Knock),
    /// Reading something.
    Look(Act<Look>, Look),
    /// Changing something.
    Act(Act<Command>, Command),
}

/// A call by anybody.
#[derive(Debug, Clone)]
pub(super) struct Knock {
    /// Where the connection comes from, where the server knows.
    pub peer: Option<IpAddr>,
    /// The body, as it was sent.
    pub body: Bytes,
}

/// A reading call.
#[derive(Debug, Clone)]
pub(super) struct Look {
    /// Who reads.
    pub actor: Actor,
    /// What is named in the address.
    pub place: Place,
    /// Where a page of a list begins.
    pub after: Option<String>,
}

/// A call that changes something.
#[derive(Debug, Clone)]
pub(super) struct Command {
    /// Who asks, with the key under which a repetition gets the same answer.
    pub asked: Asked,
    /// What is named in the address.
    pub place: Place,
    /// The body; an empty object where the call takes none.
    pub body: Value,
}

/// What an address names.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Place {
    case: Option<CaseId>,
    number: Option<u32>,
}

impl Place {
    /// The case.
    ///
    /// # Errors
    /// The constant answer, for an address that names none; the table's addresses do.
    pub(super) fn case(&self) -> Result<&CaseId, Failure> {
        self.case.as_ref().ok_or_else(|| Problem::no_such().into())
    }

    /// The number of a proposal, disclosure or notice.
    ///
    /// # Errors
    /// As above.
    pub(super) fn number(&self) -> Result<u32, Failure> {
        self.number.ok_or_else(|| Problem::no_such().into())
    }
}

/// Why a call was not done.
#[derive(Debug)]
pub(super) enum Failure {
    /// The service says so.
    Service(ServiceError),
    /// The call itself says so.
    Problem(Box<Problem>),
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

/// What a call answers.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    pub status: StatusCode,
    pub body: Bytes,
    /// Where what was made can be read.
    pub location: Option<String>,
}

impl Reply {
    /// 200 with a value.
    pub(super) fn ok(value: &Value) -> Self {
        Self { status: StatusCode::OK, body: value.to_string().into(), location: None }
    }

    /// 201 with a value, and where it can be read.
    pub(super) fn created(value: &Value, location: String) -> Self {
        Self { status: StatusCode::CREATED, location: Some(location), ..Self::ok(value) }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        let mut response = (self.status, kind, self.body).into_response();
        if let Some(Ok(location)) = self.location.map(HeaderValue::try_from) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }
}

/// Who stands behind the desk: the service, or a test.
pub(super) trait Desk: Clone + Send + Sync + 'static {
    /// Who a bearer token belongs to.
    fn who(&self, token: &str) -> impl Future<Output = Answer<Option<SignedIn>>> + Send;
    /// Does a call.
    fn perform(&self, deed: Deed) -> impl Future<Output = Result<Reply, Failure>> + Send;
}

/// Answers a request to an address that takes these calls.
pub(super) async fn serve<D: Desk>(desk: D, calls: Arc<[&'static Call]>, request: Request) -> Response {
    match answer(&desk, &calls, request).await {
        Ok(reply) => reply.into_response(),
        Err(problem) => problem.into_response(),
    }
}

async fn answer<D: Desk>(desk: &D, calls: &[&'static Call], request: Request) -> Result<Reply, Problem> {
    let call = chosen(calls, request.method())?;
    let (mut parts, body) = request.into_parts();
    let (deed, role) = match &call.door {
        Door::Open(act) => {
            let peer = parts.extensions.get::<Client>().map(|client| client.0);
            let body = match call.method {
                Verb::Get => Bytes::new(),
                Verb::Post => {
                    is_json(&parts.headers)?;
                    whole(parts, body).await?
                }
            };
            (Deed::Open(*act, Knock { peer, body }), None)
        }
        Door::Look { recorded, act, .. } => {
            if *recorded && is_prefetch(&parts.headers) {
                return Err(Problem::prefetch());
            }
            let actor = admitted(desk, call, &parts.headers).await?;
            let place = place(call, &mut parts).await?;
            let role = actor.role;
            let after = parts.uri.query().and_then(after);
            (Deed::Look(*act, Look { actor, place, after }), Some(role))
        }
        Door::Act { act, .. } => {
            let actor = match admitted(desk, call, &parts.headers).await {
                Ok(actor) => actor,
                Err(refused) => {
                    // A body that nobody reads ends the connection, and what its client asks next on it is lost. Not
                    // waited for where it is announced and still to be asked for, nor for long.
                    if !parts.headers.contains_key(header::EXPECT) {
                        let _ = tokio::time::timeout(REFUSED_BODY, whole(parts, body)).await;
                    }
                    return Err(refused);
                }
            };
            let place = place(call, &mut parts).await?;
            let key = key(&parts.headers)?;
            let bytes = whole_json(call, parts, body).await?;
            let value = value(call, &bytes)?;
            let once = Once::new(&route(call, &place), &key, &bytes);
            let role = actor.role;
            let asked = Asked { actor, once: Some(once) };
            (Deed::Act(*act, Command { asked, place, body: value }), Some(role))
        }
    };
    desk.perform(deed).await.map_err(|failure| Problem::of(failure, role))
}

/// The call for a method. HEAD is answered like GET where no reading is recorded; where one is, it is refused, so
/// that no reading is recorded that never was.
fn chosen(calls: &[&'static Call], method: &Method) -> Result<&'static Call, Problem> {
    let fits = |call: &&&'static Call| {
        let recorded = matches!(call.door, Door::Look { recorded: true, .. });
        call.method.is(method) || (method == Method::HEAD && call.method == Verb::Get && !recorded)
    };
    calls.iter().find(fits).copied().ok_or_else(|| {
        let allowed: Vec<&str> = calls.iter().map(|call| call.method.as_str()).collect();
        Problem::no_such_method(&allowed.join(", "))
    })
}

/// Who asks, if their role does this.
async fn admitted<D: Desk>(desk: &D, call: &Call, headers: &HeaderMap) -> Result<Actor, Problem> {
    let token = bearer(headers).ok_or_else(Problem::unauthorised)?;
    let known = desk.who(token).await.map_err(|error| Problem::of(error.into(), None))?;
    let Some(SignedIn { actor, .. }) = known else {
        tracing::info!("a bearer token was refused");
        return Err(Problem::unauthorised());
    };
    if call.is_for(actor.role) {
        return Ok(actor);
    }
    tracing::warn!(account = %actor.account, call = call.path, "a call of other roles was asked for");
    Err(Problem::not_your_role())
}

/// The token of the one `Authorization` header (RFC 6750); the scheme's case does not matter (RFC 9110).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut all = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(one), None) = (all.next(), all.next()) else { return None };
    let (scheme, token) = one.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// The one idempotency key.
fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let mut all = headers.get_all("idempotency-key").iter();
    let (Some(one), None) = (all.next(), all.next()) else { return Err(Problem::no_key()) };
    let bytes = one.as_bytes();
    let fits = (1..=KEY_CHARS_MAX).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_graphic);
    match one.to_str() {
        Ok(key) if fits => Ok(key.to_owned()),
        _ => Err(Problem::no_key()),
    }
}

/// What the address names. What cannot be a case or a number is answered like one that does not exist.
async fn place(call: &Call, parts: &mut Parts) -> Result<Place, Problem> {
    let params = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| Problem::no_such())?;
    let find = |name: &str| params.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let mut place = Place::default();
    if call.path.contains("{id}") {
        let id = find("id").and_then(|text| CaseId::parse(text).ok());
        place.case = Some(id.ok_or_else(Problem::no_such)?);
    }
    if call.path.contains("{n}") {
        let number = find("n").and_then(|text| text.parse().ok()).filter(|n| *n > 0);
        place.number = Some(number.ok_or_else(Problem::no_such)?);
    }
    Ok(place)
}

/// Method and address in one spelling, whatever way they were written: what an idempotency key is kept under.
fn route(call: &Call, place: &Place) -> String {
    let mut path = call.path.to_owned();
    if let Some(case) = &place.case {
        path = path.replace("{id}", case.as_str());
    }
    if let Some(number) = place.number {
        path = path.replace("{n}", &number.to_string());
    }
    format!("{} {path}", call.method.as_str())
}

/// Where a page of a list begins: the cursor that the page before gave.
fn after(query: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, value)| name == "after" && !value.is_empty())
        .map(|(_, value)| value.into_owned())
}

fn is_json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") { Ok(()) } else { Err(Problem::not_json_type()) }
}

/// The whole body, up to the limit that stands on the router.
async fn whole(parts: Parts, body: Body) -> Result<Bytes, Problem> {
    let request = Request::from_parts(parts, body);
    Bytes::from_request(request, &()).await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Problem::too_large()
        } else {
            Problem::bad_json("", "a body that arrives whole")
        }
    })
}

/// The body of a command, which must say that it is JSON unless there is none and none is needed.
async fn whole_json(call: &Call, parts: Parts, body: Body) -> Result<Bytes, Problem> {
    let said = is_json(&parts.headers);
    let bytes = whole(parts, body).await?;
    if !(bytes.is_empty() && call.takes.is_none()) {
        said?;
    }
    Ok(bytes)
}

fn value(call: &Call, bytes: &Bytes) -> Result<Value, Problem> {
    let nothing = || Value::Object(serde_json::Map::new());
    if call.takes.is_some() {
        return read(bytes);
    }
    let value = if bytes.is_empty() { nothing() } else { read(bytes)? };
    if value == nothing() { Ok(value) } else { Err(Problem::bad_json("", "no body, or an empty object")) }
}

/// Reads a body strictly.
pub(super) fn read(bytes: &[u8]) -> Result<Value, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::bad_json("", "JSON in UTF-8"))?;
    read_json(text).map_err(|fault| {
        let fault = FactsError::from(fault);
        Problem::bad_json(&fault.at, &fault.expected.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::table::CALLS;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn a_bearer_token_is_the_only_way_in() {
        assert_eq!(bearer(&headers(&[("authorization", "bearer abc ")])), Some("abc"));
        for bad in ["abc", "Basic abc", "Bearer", "Bearer  "] {
            assert_eq!(bearer(&headers(&[("authorization", bad)])), None, "{bad}");
        }
        assert_eq!(bearer(&headers(&[("authorization", "Bearer a"), ("authorization", "Bearer b")])), None);
        assert_eq!(bearer(&headers(&[("cookie", "candour=abc")])), None);
    }

    #[test]
    fn a_key_is_one_run_of_visible_ascii() {
        assert_eq!(key(&headers(&[("idempotency-key", "a-1!~")])).unwrap(), "a-1!~");
        for bad in ["", "a b", "a\tb"] {
            assert_eq!(key(&headers(&[("idempotency-key", bad)])).unwrap_err(), Problem::no_key(), "{bad}");
        }
        assert!(key(&headers(&[("idempotency-key", "a"), ("idempotency-key", "a")])).is_err());
        let mut long = HeaderMap::new();
        long.insert("idempotency-key", HeaderValue::try_from("a".repeat(KEY_CHARS_MAX)).unwrap());
        assert!(key(&long).is_ok());
        long.insert("idempotency-key", HeaderValue::try_from("a".repeat(KEY_CHARS_MAX + 1)).unwrap());
        assert!(key(&long).is_err());
    }

    #[test]
    fn a_member_written_twice_is_named_and_nothing_is_read() {
        let problem = read(br#"{"person": {"name": "a", "name": "b"}}"#).unwrap_err();
        assert_eq!(problem, Problem::bad_json("/person/name", "each member once"));
        assert_eq!(read(b"{} x").unwrap_err().slug(), "bad-json");
        assert_eq!(read(b"\xff").unwrap_err().slug(), "bad-json");
    }

    #[test]
    fn a_key_is_kept_under_one_spelling_of_the_address() {
        let call = CALLS.iter().find(|call| call.path.ends_with("/approvals")).unwrap();
        let place = Place { case: Some(CaseId::parse("abc").unwrap()), number: Some(7) };
        assert_eq!(route(call, &place), "POST /api/v1/referrals/abc/proposals/7/approvals");
    }

    #[test]
    fn a_cursor_is_read_from_the_query() {
        assert_eq!(after("x=1&after=12.ab"), Some("12.ab".to_owned()));
        assert_eq!(after("after="), None);
    }
}
