//! Proving again who one is: before what matters much, and after a session ended for want of use. Nothing that was typed
//! is lost by it: the page that asks for the proof carries it along, sealed, to be sent afterwards.
//!
//! One place says which pages ask, for all of them: [`asks_for_proof`].

use crate::{
    pages::sign_in,
    web::{App, BODY_BYTES_MAX, form::Form, problem::Problem, session},
};
use axum::{
    body::Body,
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
        || (route.contains("/propose/{outcome}") && address.contains("emergency"))
        || route.starts_with("/account/passkeys/")
        || route.starts_with("/admin/")
        || matches!(route, "/rules/change/offer" | "/rules/change/confirm" | "/rules/change/withdraw")
}

/// Lets a request through, or asks for a proof first.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let asks =
        route.as_deref().is_some_and(|route| asks_for_proof(route, request.uri().path()));
    let sends = *request.method() == Method::POST && !is_a_door(route.as_deref().unwrap_or(""));
    if !asks && !sends {
        return next.run(request).await;
    }
    let Some(token) = session::token(request.headers()).map(str::to_owned) else {
        return next.run(request).await;
    };
    match app.service.session(&token, session::browser(request.headers())).await {
        Ok(Some(signed_in)) => {
            let within = if sends { PROVED_TO_SEND } else { PROVED_TO_BEGIN };
            let lately = app.service.now().0 - signed_in.proved.0 <= within;
            if !asks || lately {
                return next.run(request).await;
            }
            if !sends {
                let to = request.uri().path_and_query().map_or("/", |path| path.as_str());
                return Redirect::to(&to_prove(to)).into_response();
            }
            ask_and_keep(&app, request, &signed_in).await.unwrap_or_else(axum::response::IntoResponse::into_response)
        }
        Ok(None) if sends => after_the_end(&app, &token, request, next).await,
        _ => next.run(request).await,
    }
}

/// What needs no session, or ends one.
fn is_a_door(route: &str) -> bool {
    matches!(route, "/sign-in" | "/sign-in/passkey" | "/sign-out" | "/account/session/keep")
        || route.starts_with("/enrol")
        || route.starts_with("/person")
        || route.starts_with("/account/prove")
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

async fn ask_and_keep(app: &App, request: Request, signed_in: &SignedIn) -> Result<Response, Problem> {
    let (parts, bytes) = taken(request).await?;
    let csrf = Form::parse(bytes.clone());
    if !carries(&csrf, &signed_in.csrf) {
        return Err(Problem::FormFromElsewhere);
    }
    let kept = keep(app, &signed_in.actor.account, &parts, &bytes)?;
    crate::pages::account::prove::with_kept(app, signed_in, kept).await
}

/// A form that was sent after its session had ended: whoever proves to be its sender may send it still.
async fn after_the_end(app: &App, token: &str, request: Request, next: Next) -> Response {
    let ended = app.service.ended_session(token, session::browser(request.headers())).await;
    let Ok(Some((account, csrf))) = ended else { return next.run(request).await };
    let (parts, bytes) = match taken(request).await {
        Ok(taken) => taken,
        Err(problem) => return problem.into_response(),
    };
    if !carries(&Form::parse(bytes.clone()), &csrf) {
        return next.run(Request::from_parts(parts, Body::from(bytes))).await;
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
            ("/guardian/cases/{id}/approve/{n}/{approval}", "/guardian/cases/a/approve/1/caldicott-guardian", true),
            ("/clinic/cases/{id}/propose/{outcome}", "/clinic/cases/a/propose/emergency-disclosure", true),
            ("/clinic/cases/{id}/propose/{outcome}", "/clinic/cases/a/propose/refuse", false),
            ("/clinic/cases/{id}/telephone/{n}", "/clinic/cases/a/telephone/1", true),
            ("/account/passkeys/new", "/account/passkeys/new", true),
            ("/admin/invite", "/admin/invite", true),
            ("/admin", "/admin", false),
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
