//! Which language a page is in: what its reader chose, else what their browser asks for, else English.
//!
//! The choice is a cookie that holds two letters. It is a wish about words and nothing else: no page shows more or less
//! for it, and nothing that is recorded depends on it.

use crate::web::{App, problem::PageAnswer, session};
use axum::{
    Router,
    extract::{Query, Request, State},
    http::{
        HeaderMap, HeaderValue, Method,
        header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, SET_COOKIE, VARY},
    },
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use std::collections::HashMap;
use words::{Language, Scope};

const COOKIE: &str = "candour-language";
/// A year, in seconds.
const KEPT_SECONDS: u32 = 31_536_000;

/// Where the choice is made. Asking for it changes nothing but the asker's own cookie.
pub fn routes() -> Router<App> {
    Router::new().route("/language", get(choose)).route("/cy/person", get(welsh_door))
}

/// The address that a Welsh letter prints, short enough to be typed: the person's page, in Welsh.
async fn welsh_door(State(app): State<App>) -> Response {
    chosen(&app, Language::Welsh, "/person")
}

async fn choose(State(app): State<App>, Query(choice): Query<HashMap<String, String>>) -> Response {
    let said = |name: &str| choice.get(name).map_or("", String::as_str);
    let back = within_here(said("back"));
    match Language::parse(said("to")) {
        Some(language) => chosen(&app, language, back),
        None => Redirect::to(back).into_response(),
    }
}

/// Leads to an address of ours, in this language from now on.
fn chosen(app: &App, language: Language, address: &str) -> Response {
    let mut answer = Redirect::to(address).into_response();
    keep(app, language, &mut answer);
    answer
}

fn keep(app: &App, language: Language, answer: &mut Response) {
    let secure = if app.settings.secure_cookie { "; Secure" } else { "" };
    let cookie = format!(
        "{COOKIE}={}; Path=/; Max-Age={KEPT_SECONDS}; HttpOnly; SameSite=Lax{secure}",
        language.code()
    );
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        answer.headers_mut().append(SET_COOKIE, cookie);
    }
}

/// An answer to what was sent, in the language that was sent with it, and in that language from now on.
///
/// # Errors
/// As the answer.
pub async fn answered_in(
    app: &App,
    language: Language,
    answer: impl Future<Output = PageAnswer>,
) -> PageAnswer {
    // A refusal is put into words in that language too.
    let worded = async { answer.await.unwrap_or_else(IntoResponse::into_response) };
    let mut answer = words::in_language(Scope { language, address: None }, worded).await;
    answer.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    keep(app, language, &mut answer);
    Ok(answer)
}

/// An address of ours, or the first page where it is none.
///
/// SECURITY: browsers read `//host` and `/\host` as another host.
fn within_here(back: &str) -> &str {
    let local = back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains('\\')
        && back.bytes().all(|byte| byte.is_ascii_graphic());
    if local { back } else { "/" }
}

/// Answers every request in its reader's language.
pub async fn speak(request: Request, next: Next) -> Response {
    let language = wanted(request.headers());
    let asked = matches!(*request.method(), Method::GET | Method::HEAD);
    // What stands after the path is not said back: it is whatever somebody wrote there.
    let address = asked.then(|| request.uri().path().to_owned());
    let mut answer = words::in_language(Scope { language, address }, next.run(request)).await;
    let html = answer
        .headers()
        .get(axum::http::header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if html {
        // Unless the answer says itself that it is in another one.
        let here = HeaderValue::from_static(language.tag());
        answer.headers_mut().entry(CONTENT_LANGUAGE).or_insert(here);
        answer.headers_mut().append(VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    answer
}

fn wanted(headers: &HeaderMap) -> Language {
    session::named(headers, COOKIE)
        .and_then(Language::parse)
        .or_else(|| headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(preferred))
        .unwrap_or(Language::English)
}

/// The language of ours that a browser likes best, by RFC 9110, section 12.5.4. Among equals the first counts.
fn preferred(accepted: &str) -> Option<Language> {
    let mut best: Option<(Language, f32)> = None;
    for range in accepted.split(',').take(20) {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let primary = tag.split('-').next().unwrap_or_default();
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q=").map(|weight| weight.parse().unwrap_or(0.0)))
            .unwrap_or(1.0_f32);
        let Some(language) = Language::parse(primary) else { continue };
        if weight > best.map_or(0.0, |(_, best)| best) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

/// The way to the same page in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switch {
    /// Where it is.
    pub href: String,
    /// The language's tag.
    pub tag: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
}

/// The way by which an answer to what was sent is had in another language: it is sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// To which address.
    pub action: &'static str,
    /// What was sent, sealed; `None` where nothing of it is needed.
    pub sealed: Option<String>,
}

/// Every language but that of the page at hand.
#[must_use]
pub fn others() -> Vec<Language> {
    Language::ALL.into_iter().filter(|language| *language != words::language()).collect()
}

/// The other languages of the page at hand; none where it answers what was sent, to which no link leads:
/// see [`Again`].
#[must_use]
pub fn switches() -> Vec<Switch> {
    let Some(address) = words::address() else { return Vec::new() };
    let back: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
    others()
        .into_iter()
        .map(|language| Switch {
            href: format!("/language?to={}&back={back}", language.code()),
            tag: language.tag(),
            name: language.name(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{preferred, within_here};
    use words::Language::{English, Welsh};

    #[test]
    fn a_browser_gets_what_it_likes_best() {
        for (accepted, language) in [
            ("cy", Some(Welsh)),
            ("cy-GB,cy;q=0.9,en;q=0.8", Some(Welsh)),
            ("en-GB,en;q=0.9,cy;q=0.8", Some(English)),
            ("fr;q=1,cy;q=0.4,en;q=0.5", Some(English)),
            ("cy;q=0,en;q=0", None),
            ("cy;q=x", None),
            ("fr", None),
            ("*", None),
            ("", None),
        ] {
            assert_eq!(preferred(accepted), language, "{accepted}");
        }
    }

    #[test]
    fn the_way_back_leads_nowhere_else() {
        for good in ["/", "/person", "/rules?show=all", "/clinic/cases/x#part"] {
            assert_eq!(within_here(good), good);
        }
        for bad in ["", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb", "evil", "/é"]
        {
            assert_eq!(within_here(bad), "/", "{bad}");
        }
    }
}
