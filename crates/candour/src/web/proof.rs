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
use casework::id::AccountId;
use service::{
    accounts::SignedIn,
    sessions::{PROVED_TO_BEGIN, PROVED_TO_SEND},
};
use subtle::ConstantTimeEq as _;

/// How long what was typed may wait for a proof, in seconds.
const KEPT_SECONDS: i64 = 1_800;
/// The most of it, in bytes: sealed and encoded it has to fit into a form again.
const KEPT_BYTES_MAX: usize = 180 * 1024;

/// Whether a page asks its reader to have proved lately who they are: decisions and what is said by telephone in their
/// place, emergencies, what opens an account, accounts and organisations, and the rules.
#[must_use]
pub fn asks_for_proof(route: &str, address: &str) -> bool {
    route.contains("/approve/{n}/")
        || route.contains("/telephone/{n}")
        || route.contains("/give-by-telephone/{n}")
        || (route.contains("/propose/{outcome}") && address.contains("emergency"))
        || ["/breach-commissioner/", "/breach-telling/", "/no-breach/", "/name-recipient"]
            .iter()
            .any(|act| address.contains(act))
        || route.starts_with("/account/passkeys/")
        || matches!(route, "/account/password" | "/account/recovery")
        || (route.starts_with("/admin/") && !matches!(route, "/admin/acts" | "/admin/health"))
        || route.starts_with("/guardian/delegations/")
        || matches!(route, "/rules/change/offer" | "/rules/change/confirm" | "/rules/change/withdraw")
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
    let within = if sends { PROVED_TO_SEND } else { PROVED_TO_BEGIN };
    let lately = app.service.now().0 - signed_in.proved.0 <= within;
    if lately || !asks_for_proof(&route, request.uri().path()) {
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

    #[test]
    fn what_matters_asks_for_proof_and_reading_does_not() {
        for (route, address, expected) in [
            (
                "/guardian/cases/{id}/approve/{n}/{approval}",
                "/guardian/cases/a/approve/1/caldicott-guardian",
                true,
            ),
            ("/clinic/cases/{id}/propose/{outcome}", "/clinic/cases/a/propose/emergency-disclosure", true),
            ("/clinic/cases/{id}/propose/{outcome}", "/clinic/cases/a/propose/refuse", false),
            ("/clinic/cases/{id}/telephone/{n}", "/clinic/cases/a/telephone/1", true),
            ("/clinic/cases/{id}/give-by-telephone/{n}", "/clinic/cases/a/give-by-telephone/1", true),
            ("/guardian/cases/{id}/{act}", "/guardian/cases/a/name-recipient", true),
            ("/guardian/cases/{id}/{act}", "/guardian/cases/a/close", false),
            ("/account/passkeys/new", "/account/passkeys/new", true),
            ("/admin/invite", "/admin/invite", true),
            ("/admin", "/admin", false),
            ("/admin/health", "/admin/health", false),
            ("/admin/acts", "/admin/acts", false),
            ("/clinic/cases/{id}", "/clinic/cases/emergency", false),
        ] {
            assert_eq!(asks_for_proof(route, address), expected, "{address}");
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
