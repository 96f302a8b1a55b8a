//! Who reads a page: the session behind the cookie.

use crate::web::{
    App, Settings,
    frame::{Account, Frame, Seal, SessionLeft},
    problem::Problem,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
};
use casework::actor::Actor;
use service::{accounts::SignedIn, sessions::SESSION_SECONDS};

/// Name of the session's cookie on this machine, where people use the service without TLS.
const COOKIE: &str = "candour";
/// Its name everywhere else. A browser takes one of this name only from our very host, over TLS and for all of it, so that
/// no neighbour under the same domain can put one in its place (RFC 6265bis, 4.1.3.2).
const HOST_COOKIE: &str = "__Host-candour";

const fn cookie_name(settings: &Settings) -> &'static str {
    if settings.secure_cookie { HOST_COOKIE } else { COOKIE }
}

/// Somebody signed in. Whoever is not is sent to sign in.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The application.
    pub app: App,
    /// Who.
    pub actor: Actor,
    /// Their name, for people.
    pub title: String,
    /// The token that forms must carry.
    pub csrf: String,
    /// How long the session goes on.
    left: SessionLeft,
}

impl Reader {
    /// Whose session this is.
    #[must_use]
    pub fn of(app: &App, signed_in: SignedIn) -> Self {
        let SignedIn { actor, title, csrf, expires, ends, .. } = signed_in;
        let now = app.service.now();
        let left = SessionLeft { idle: expires.0 - now.0, whole: ends.0 - now.0 };
        Self { app: app.current(), actor, title, csrf, left }
    }

    /// What stands around a page of theirs.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        self.framed(title, Some(self.csrf.clone())).for_session(self.left)
    }

    /// What stands around a page that anybody may read: their name and their menu, and the way to their account, where
    /// they sign out.
    ///
    /// SECURITY: it holds no token, so that such a page may be packed. Nor does it announce the session's end, for nothing
    /// on it has to be covered and the announcement would need the token.
    fn public_frame(&self, title: impl Into<String>) -> Frame {
        self.framed(title, None)
    }

    fn framed(&self, title: impl Into<String>, csrf: Option<String>) -> Frame {
        let role = crate::web::frame::role_in_words(self.actor.role);
        let account = Account { title: self.title.clone(), role, csrf };
        Frame::signed_in(&self.app.settings, title, self.actor.role, account)
    }

    /// How long their session goes on.
    #[must_use]
    pub const fn left(&self) -> SessionLeft {
        self.left
    }

    /// The hidden fields of a form, with a fresh key.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal { csrf: self.csrf.clone(), key: self.app.fresh_key() }
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        // Whoever looked already whom the page is for knows who it is.
        let known = parts.extensions.get::<SignedIn>().cloned();
        let found = match known {
            Some(signed_in) => Some(signed_in),
            None => signed_in(&parts.headers, app).await?,
        };
        Ok(Self::of(app, found.ok_or(Problem::SignInFirst)?))
    }
}

/// Somebody signed in who asks for a page whose reading is recorded. What fetches such a page without showing it, a
/// prefetch or a HEAD request, is refused, so that no reading is recorded that never was.
#[derive(Debug, Clone)]
pub struct Looking(pub Reader);

impl FromRequestParts<App> for Looking {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if parts.method == Method::HEAD {
            return Err(Problem::NoSuchMethod);
        }
        if is_prefetch(&parts.headers) {
            return Err(Problem::Prefetch);
        }
        Reader::from_request_parts(parts, app).await.map(Self)
    }
}

/// Somebody on a public page, signed in or not.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The application.
    pub app: App,
    /// Who, if they are signed in.
    pub reader: Option<Reader>,
}

impl Visitor {
    /// What stands around a public page.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        match &self.reader {
            Some(reader) => reader.public_frame(title),
            None => Frame::public(&self.app.settings, title),
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        // A public page is shown even where sessions cannot be read just now.
        let reader = Reader::from_request_parts(parts, app).await.ok();
        Ok(Self { app: app.current(), reader })
    }
}

/// Whether a browser fetches this before anybody asked to see it.
#[must_use]
pub fn is_prefetch(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-moz", "x-purpose"].into_iter().any(|name| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            value.contains("prefetch") || value.contains("prerender") || value.contains("preview")
        })
    })
}

/// The session behind the cookie.
///
/// # Errors
/// As the service's.
pub async fn signed_in(headers: &HeaderMap, app: &App) -> Result<Option<SignedIn>, Problem> {
    match token(headers, &app.settings) {
        Some(token) => Ok(app.service.session(token, browser(headers)).await?),
        None => Ok(None),
    }
}

/// What a browser calls itself: a session stays in the one that it began in.
#[must_use]
pub fn browser(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or("")
}

/// The session's token, from the cookie.
#[must_use]
pub fn token<'a>(headers: &'a HeaderMap, settings: &Settings) -> Option<&'a str> {
    named(headers, cookie_name(settings))
}

/// The value of a cookie that is not empty.
#[must_use]
pub fn named<'a>(headers: &'a HeaderMap, cookie: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| *name == cookie && !value.is_empty())
        .map(|(_, value)| value)
}

/// The cookie that begins a session, or with an empty token ends one.
///
/// # Errors
/// [`Problem::Broken`] for a token that no header can hold.
pub fn cookie(token: &str, settings: &Settings) -> Result<HeaderValue, Problem> {
    let age = if token.is_empty() { 0 } else { SESSION_SECONDS };
    let secure = if settings.secure_cookie { "; Secure" } else { "" };
    HeaderValue::try_from(format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={age}{secure}",
        cookie_name(settings)
    ))
    .map_err(|_| Problem::broken("a session's token fits no header"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_found_among_other_cookies() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; candour=tok; b=2"));
        let here = Settings { secure_cookie: false, ..Settings::default() };
        assert_eq!(token(&headers, &here), Some("tok"));
        // A neighbour can set the one, and not the other.
        assert_eq!(token(&headers, &Settings::default()), None);
        headers.append(header::COOKIE, HeaderValue::from_static("__Host-candour=ours"));
        assert_eq!(token(&headers, &Settings::default()), Some("ours"));
        headers.clear();
        headers.append(header::COOKIE, HeaderValue::from_static("notcandour=tok; candour="));
        assert_eq!(token(&headers, &here), None);
    }

    #[test]
    fn prefetches_are_known_by_any_of_their_names() {
        for (name, value) in [
            ("sec-purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
            ("x-moz", "Prefetch"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            assert!(is_prefetch(&headers), "{name}");
        }
        assert!(!is_prefetch(&HeaderMap::new()));
    }

    #[test]
    fn the_cookie_is_kept_from_scripts_and_other_sites() {
        let cookie = cookie("tok", &Settings::default()).unwrap();
        let cookie = cookie.to_str().unwrap();
        for part in
            ["__Host-candour=tok;", "HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=28800"]
        {
            assert!(cookie.contains(part), "{part}");
        }
    }
}
