//! What every request passes: whom its page is for ([`access`]), and whether they have to prove again who they are, before
//! what matters much and after a session ended for want of use. Nothing that was typed is lost by it: the page that asks
//! for the proof carries it along, sealed, to be sent afterwards.
//!
//! SECURITY: no page asks a second time whom it is for. What has no entry does not exist, and what was not matched is
//! nothing of ours.

use crate::{
    pages::sign_in,
    web::{
        App, BODY_BYTES_MAX,
        access::{self, Access},
        form::{Form, from_here},
        problem::{self, Problem},
        session, strangers,
    },
};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{Method, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use casework::{id::AccountId, time::Moment};
use service::{
    accounts::SignedIn,
    sessions::{PROVED_TO_BEGIN, PROVED_TO_SEND},
};
use subtle::ConstantTimeEq as _;

/// How long what was typed may wait for a proof, in seconds.
const KEPT_SECONDS: i64 = 1_800;
/// The most of it, in bytes: sealed and encoded it has to fit into a form again.
const KEPT_BYTES_MAX: usize = 180 * 1024;

/// What a page asks of its reader beside a session that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing more.
    Nothing,
    /// To have signed in lately, in whatever way, or proved since who they are. Ending sessions of one's own, which also
    /// somebody can do whose organisation vouches for too little to prove anything.
    Lately,
    /// To have proved lately who they are, for which signing in counts.
    Proof,
    /// To have proved it lately, and since they signed in. What opens their own account: whoever took a session over,
    /// however fresh, must not be able to make it theirs for good (OWASP ASVS 5.0, 7.5.1).
    ProofSince,
}

impl Asks {
    /// Whether somebody has shown enough. Where a proof is asked for, a form that is begun in time may be sent a while later,
    /// but for what opens an account, which takes a minute to fill in.
    fn is_met(self, signed_in: &SignedIn, now: Moment, sends: bool) -> bool {
        let within = |at: Moment, seconds: i64| now.0 - at.0 <= seconds;
        let proved = signed_in.proved;
        match self {
            Self::Nothing => true,
            Self::Lately => within(proved.max(signed_in.opened), PROVED_TO_BEGIN),
            Self::Proof => within(proved, if sends { PROVED_TO_SEND } else { PROVED_TO_BEGIN }),
            Self::ProofSince => signed_in.has_proved_since() && within(proved, PROVED_TO_BEGIN),
        }
    }
}

/// What an address asks of its reader: a proof for decisions and what is said by telephone in their place, emergencies,
/// accounts and organisations, and the rules; more for what opens their own account; and for ending sessions of
/// their own, to have signed in lately.
#[must_use]
pub fn asks(route: &str, address: &str) -> Asks {
    if route.starts_with("/account/passkeys/") || matches!(route, "/account/password" | "/account/recovery") {
        return Asks::ProofSince;
    }
    if route.starts_with("/account/sessions/") {
        return Asks::Lately;
    }
    let proof = route.contains("/approve/{n}/")
        || route.contains("/telephone/{n}")
        || route.contains("/give-by-telephone/{n}")
        || (route.contains("/propose/{outcome}") && address.contains("emergency"))
        || ["/breach-commissioner/", "/breach-telling/", "/no-breach/", "/name-recipient"]
            .iter()
            .any(|act| address.contains(act))
        || (route.starts_with("/admin/") && !matches!(route, "/admin/acts" | "/admin/health"))
        || route.starts_with("/guardian/delegations/")
        || matches!(route, "/rules/change/offer" | "/rules/change/confirm" | "/rules/change/withdraw");
    if proof { Asks::Proof } else { Asks::Nothing }
}

/// Looks who asks for what, and lets it through, refuses it, or asks for a proof first.
pub async fn guard(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(route) = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()) else {
        return Problem::NoSuchPage.into_response();
    };
    let Some(access) = access::of(&route) else {
        tracing::error!(route, "an address has no entry that says whom it is for");
        return Problem::NoSuchPage.into_response();
    };
    if access == Access::Anybody {
        return strangers::pass(&app, &route, request, next).await;
    }
    let sends = *request.method() == Method::POST;
    let token = session::token(request.headers(), &app.settings).map(str::to_owned);
    let found = match &token {
        Some(token) => app.service.session(token, session::browser(request.headers())).await,
        None => Ok(None),
    };
    let signed_in = match (found, token) {
        (Ok(Some(signed_in)), _) => signed_in,
        (Ok(None), Some(token)) if sends && is_worth_keeping(&route) => {
            return after_the_end(&app, &token, request).await;
        }
        (Ok(None), Some(_)) if sends && route.starts_with("/account/prove") => {
            return carried_on(&app, request).await;
        }
        (Ok(None), _) => return Problem::SignInFirst.into_response(),
        (Err(error), _) => return Problem::from(error).into_response(),
    };
    if !access.admits(signed_in.actor.role) {
        tracing::warn!(account = %signed_in.actor.account, route, "an address of other roles was asked for");
        return match access {
            // The very page of an address that is none of ours.
            Access::Rooms(_) => Problem::NoSuchPage.into_response(),
            Access::Roles(_) | Access::SignedIn | Access::Anybody => {
                problem::around(Problem::NotYourRole.into_response(), &app, signed_in)
            }
        };
    }
    // Sent by a page that had covered itself at its session's end, so that nobody pressed the form's own button. Where the
    // browser's clock was wrong and the session goes on, this must not do what the form does.
    if sends && request.uri().query() == Some("ended") {
        return asked_again(&app, request, signed_in).await;
    }
    if asks(&route, request.uri().path()).is_met(&signed_in, app.service.now(), sends) {
        // What follows need not look again.
        request.extensions_mut().insert(signed_in.clone());
        return problem::around(next.run(request).await, &app, signed_in);
    }
    if sends {
        return asked_again(&app, request, signed_in).await;
    }
    let to = request.uri().path_and_query().map_or("/", |path| path.as_str());
    Redirect::to(&to_prove(to)).into_response()
}

/// Whether a form says something that its sender would have to say again.
fn is_worth_keeping(route: &str) -> bool {
    !route.starts_with("/sign-out")
        && !route.starts_with("/account/session")
        && !route.starts_with("/account/prove")
}

/// Where the proof is asked for, and where it leads afterwards.
#[must_use]
pub fn to_prove(to: &str) -> String {
    let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
    format!("/account/prove?to={to}")
}

/// An address of our own, to be led to; the start page for anything else.
#[must_use]
pub fn own(to: &str) -> &str {
    let plain = to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if to.starts_with('/') && !to.starts_with("//") && plain { to } else { "/" }
}

async fn taken(request: Request) -> Result<(Parts, axum::body::Bytes), Problem> {
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, BODY_BYTES_MAX).await.map_err(|_| Problem::TooLarge)?;
    Ok((parts, bytes))
}

async fn asked_again(app: &App, request: Request, signed_in: SignedIn) -> Response {
    match ask_and_keep(app, request, &signed_in).await {
        Ok(response) => response,
        Err(problem) => problem::around(problem.into_response(), app, signed_in),
    }
}

async fn ask_and_keep(app: &App, request: Request, signed_in: &SignedIn) -> Result<Response, Problem> {
    if !from_here(request.headers(), &app.settings) {
        return Err(Problem::FormFromElsewhere);
    }
    let (parts, bytes) = taken(request).await?;
    let csrf = Form::parse(bytes.clone());
    if !carries(&csrf, &signed_in.csrf) {
        return Err(Problem::FormFromElsewhere);
    }
    let kept = keep(app, &signed_in.actor.account, &parts, &bytes)?;
    crate::pages::account::prove::with_kept(app, signed_in, kept).await
}

/// A form that was sent after its session had ended: whoever proves to be its sender may send it still.
async fn after_the_end(app: &App, token: &str, request: Request) -> Response {
    if !from_here(request.headers(), &app.settings) {
        return Problem::FormFromElsewhere.into_response();
    }
    let ended = app.service.ended_session(token, session::browser(request.headers())).await;
    let Ok(Some((account, csrf))) = ended else { return Problem::SignInFirst.into_response() };
    let (parts, bytes) = match taken(request).await {
        Ok(taken) => taken,
        Err(problem) => return problem.into_response(),
    };
    if !carries(&Form::parse(bytes.clone()), &csrf) {
        return Problem::SignInFirst.into_response();
    }
    match keep(app, &account, &parts, &bytes) {
        Ok(kept) => sign_in::after_the_end(app, kept),
        Err(problem) => problem.into_response(),
    }
}

/// A proof that came twice, so that its session has another token by now, or too late: what it was asked for is carried
/// on to signing in. It is sealed, and goes on for its own sender alone.
async fn carried_on(app: &App, request: Request) -> Response {
    if !from_here(request.headers(), &app.settings) {
        return Problem::FormFromElsewhere.into_response();
    }
    match taken(request).await {
        Ok((_, bytes)) => match Form::parse(bytes).said("kept") {
            Some(kept) => sign_in::after_the_end(app, Some(kept.to_owned())),
            None => Problem::SignInFirst.into_response(),
        },
        Err(problem) => problem.into_response(),
    }
}

fn carries(form: &Form, csrf: &str) -> bool {
    !csrf.is_empty() && bool::from(form.text("_csrf").as_bytes().ct_eq(csrf.as_bytes()))
}

fn about(account: &AccountId) -> String {
    format!("kept {account}")
}

/// Seals what was typed, for one account; nothing where it is too long to be carried along.
fn keep(app: &App, account: &AccountId, parts: &Parts, bytes: &[u8]) -> Result<Option<String>, Problem> {
    if bytes.len() > KEPT_BYTES_MAX {
        return Ok(None);
    }
    let mut plain = parts.uri.path().as_bytes().to_vec();
    plain.push(b'\n');
    plain.extend_from_slice(bytes);
    let sealed = app.service.seal_for(&about(account), &plain, KEPT_SECONDS)?;
    Ok(Some(URL_SAFE_NO_PAD.encode(sealed)))
}

/// What was typed before, and where it was to be sent; `None` for anything that was not kept for this account.
#[must_use]
pub fn kept(app: &App, account: &AccountId, sealed: &str) -> Option<(String, Form)> {
    let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let (_, plain) = app.service.open_ceremony(&about(account), &bytes)?;
    let at = plain.iter().position(|byte| *byte == b'\n')?;
    let path = String::from_utf8(plain.get(..at)?.to_vec()).ok()?;
    Some((path, Form::parse(plain.get(at + 1..)?.to_vec().into())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::{
        actor::{Actor, Place, Role},
        id::IndividualId,
    };

    const NOW: Moment = Moment(1_790_000_000);

    fn signed_in(opened_before: i64, proved_before: i64) -> SignedIn {
        let account = AccountId::parse("ann").unwrap();
        SignedIn {
            token: String::new(),
            csrf: String::new(),
            actor: Actor {
                individual: IndividualId::parse(account.as_str()).unwrap(),
                account,
                role: Role::Guardian,
                place: Place::Service,
            },
            title: String::new(),
            opened: NOW.plus(-opened_before),
            expires: NOW,
            ends: NOW,
            proved: NOW.plus(-proved_before),
        }
    }

    #[test]
    fn what_opens_an_account_asks_for_a_proof_since_signing_in_and_not_for_one_by_it() {
        for (opened_before, proved_before, met) in [
            // Signed in a moment ago, and nothing proved since: whoever took the session over has nothing more.
            (0, 0, [true, true, true, false]),
            (20, 20, [true, true, true, false]),
            (20, 10, [true, true, true, true]),
            // A proof that is as old as a page may be begun with, and one a second older.
            (5_000, PROVED_TO_BEGIN, [true, true, true, true]),
            (5_000, PROVED_TO_BEGIN + 1, [true, false, false, false]),
            // Through an organisation that vouches for too little: never proved, and signed in lately or not.
            (60, NOW.0, [true, true, false, false]),
            (PROVED_TO_BEGIN + 1, NOW.0, [true, false, false, false]),
        ] {
            let somebody = signed_in(opened_before, proved_before);
            let all = [Asks::Nothing, Asks::Lately, Asks::Proof, Asks::ProofSince];
            let found = all.map(|asks| asks.is_met(&somebody, NOW, false));
            assert_eq!(found, met, "opened {opened_before} s and proved {proved_before} s ago");
        }
    }

    #[test]
    fn a_form_begun_in_time_may_be_sent_later_but_not_one_that_opens_an_account() {
        for (proved_before, proof, since) in [
            (PROVED_TO_BEGIN + 1, true, false),
            (PROVED_TO_SEND, true, false),
            (PROVED_TO_SEND + 1, false, false),
        ] {
            let somebody = signed_in(5_000, proved_before);
            assert_eq!(Asks::Proof.is_met(&somebody, NOW, true), proof, "{proved_before}");
            assert_eq!(Asks::ProofSince.is_met(&somebody, NOW, true), since, "{proved_before}");
        }
    }

    #[test]
    fn what_matters_asks_for_proof_and_reading_does_not() {
        use Asks::{Lately, Nothing, Proof, ProofSince};
        for (route, address, expected) in [
            (
                "/guardian/cases/{id}/approve/{n}/{approval}",
                "/guardian/cases/a/approve/1/caldicott-guardian",
                Proof,
            ),
            ("/clinic/cases/{id}/propose/{outcome}", "/clinic/cases/a/propose/emergency-disclosure", Proof),
            ("/clinic/cases/{id}/propose/{outcome}", "/clinic/cases/a/propose/refuse", Nothing),
            ("/clinic/cases/{id}/telephone/{n}", "/clinic/cases/a/telephone/1", Proof),
            ("/clinic/cases/{id}/give-by-telephone/{n}", "/clinic/cases/a/give-by-telephone/1", Proof),
            ("/guardian/cases/{id}/{act}", "/guardian/cases/a/name-recipient", Proof),
            ("/guardian/cases/{id}/{act}", "/guardian/cases/a/close", Nothing),
            ("/account", "/account", Nothing),
            ("/account/passkeys/new", "/account/passkeys/new", ProofSince),
            ("/account/passkeys/{id}", "/account/passkeys/a1", ProofSince),
            ("/account/password", "/account/password", ProofSince),
            ("/account/recovery", "/account/recovery", ProofSince),
            ("/account/sessions/end", "/account/sessions/end", Lately),
            ("/account/sessions/{name}/end", "/account/sessions/a1/end", Lately),
            ("/account/session/keep", "/account/session/keep", Nothing),
            ("/admin/invite", "/admin/invite", Proof),
            ("/admin/sessions", "/admin/sessions", Proof),
            ("/admin", "/admin", Nothing),
            ("/admin/health", "/admin/health", Nothing),
            ("/admin/acts", "/admin/acts", Nothing),
            ("/clinic/cases/{id}", "/clinic/cases/emergency", Nothing),
        ] {
            assert_eq!(asks(route, address), expected, "{address}");
        }
    }

    #[test]
    fn nobody_is_led_elsewhere() {
        for bad in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a b", "/a\nb"] {
            assert_eq!(own(bad), "/", "{bad}");
        }
        assert_eq!(own("/admin/invite?x=1"), "/admin/invite?x=1");
    }
}
