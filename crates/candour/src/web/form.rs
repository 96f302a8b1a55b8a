//! What was typed into a form, and who sent it.
//!
//! SECURITY: a form is taken only from our own pages: the browser's word where it came from is checked first, then the
//! token of the session. Nothing that changes anything is reachable by GET.

use crate::web::{App, Settings, problem::Problem, session::Reader};
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, FromRequestParts as _, Request},
    http::{HeaderMap, header},
};
use service::engine::{Asked, Once};
use subtle::ConstantTimeEq as _;

/// Longest key of a form, in bytes; ours have 32.
const KEY_BYTES_MAX: usize = 64;

/// What was typed, in the order of the form; a name may stand several times.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form {
    pairs: Vec<(String, String)>,
    bytes: Bytes,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What people typed does not belong in logs.
        write!(f, "Form({} fields)", self.pairs.len())
    }
}

impl Form {
    /// Reads `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn parse(bytes: Bytes) -> Self {
        let pairs = form_urlencoded::parse(&bytes).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
        Self { pairs, bytes }
    }

    /// From pairs, for tests and samples.
    #[must_use]
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        let pairs = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Self { pairs, bytes: Bytes::new() }
    }

    /// Every pair, in order.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// What was typed, to be sent on: without what every form carries anew, and without the button that was pressed.
    #[must_use]
    pub fn sent_on(&self) -> Vec<(String, String)> {
        let own = |name: &str| name.starts_with('_') || name == "do";
        self.pairs.iter().filter(|(name, _)| !own(name)).cloned().collect()
    }

    /// The first value of a name; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// The first value of a name, unless it is blank.
    #[must_use]
    pub fn said(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|value| !value.trim().is_empty())
    }

    /// Every value of a name.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.pairs.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// The day typed into three boxes as `YYYY-MM-DD`; `None` where all three are empty. What is no day at all comes
    /// out as text that no reader of days accepts.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<String> {
        let [day, month, year] =
            ["day", "month", "year"].map(|part| self.text(&format!("{name}-{part}")).trim().to_owned());
        (!(day.is_empty() && month.is_empty() && year.is_empty()))
            .then(|| format!("{year:0>4}-{month:0>2}-{day:0>2}"))
    }
}

/// A form sent by somebody signed in, from a page of ours.
#[derive(Debug)]
pub struct Posted {
    /// Who.
    pub reader: Reader,
    /// What they typed.
    pub form: Form,
    route: String,
}

impl Posted {
    /// A form whose act is the same done twice, and which therefore need carry no key.
    ///
    /// # Errors
    /// As for every form: [`Problem::FormFromElsewhere`], [`Problem::SignInFirst`] and others.
    pub async fn without_key(request: Request, app: &App) -> Result<Self, Problem> {
        if !from_here(request.headers(), &app.settings) {
            return Err(Problem::FormFromElsewhere);
        }
        let route = format!("{} {}", request.method(), request.uri().path());
        let (mut parts, body) = request.into_parts();
        let reader = Reader::from_request_parts(&mut parts, app).await?;
        let form = read(Request::from_parts(parts, body), app).await?;
        let token: bool = form.text("_csrf").as_bytes().ct_eq(reader.csrf.as_bytes()).into();
        if !token || reader.csrf.is_empty() {
            return Err(Problem::FormFromElsewhere);
        }
        Ok(Self { reader, form, route })
    }

    /// Who asks, with the key of the form, so that sending it twice does once.
    #[must_use]
    pub fn asked(&self) -> Asked {
        self.asked_for("")
    }

    /// As [`Posted::asked`], for a form that does several things: each has a name of its own.
    #[must_use]
    pub fn asked_for(&self, act: &str) -> Asked {
        let once = Once::new(&format!("{}{act}", self.route), self.form.text("_key"), &self.form.bytes);
        Asked { actor: self.reader.actor.clone(), once: Some(once) }
    }
}

impl FromRequest<App> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let posted = Self::without_key(request, app).await?;
        let key = posted.form.text("_key");
        if key.is_empty() || key.len() > KEY_BYTES_MAX {
            return Err(Problem::FormFromElsewhere);
        }
        Ok(posted)
    }
}

/// A form that needs no account, from a page of ours.
#[derive(Debug)]
pub struct OpenPosted(pub Form);

impl FromRequest<App> for OpenPosted {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        if !from_here(request.headers(), &app.settings) {
            return Err(Problem::FormFromElsewhere);
        }
        Ok(Self(read(request, app).await?))
    }
}

async fn read(request: Request<Body>, app: &App) -> Result<Form, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Problem::NotAForm);
    }
    Bytes::from_request(request, app).await.map(Form::parse).map_err(|_| Problem::TooLarge)
}

/// Whether the browser says that one of our own pages sent this.
///
/// `Sec-Fetch-Site` cannot be set by a page and every browser since 2023 sends it. Older ones are asked by `Origin`,
/// which they send as `null` under our referrer policy; then, as for programs that send neither, the session's token
/// decides alone.
#[must_use]
pub fn from_here(headers: &HeaderMap, settings: &Settings) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    if let Some(site) = said("sec-fetch-site") {
        return site == "same-origin";
    }
    match (said("origin"), &settings.origin) {
        (None | Some("null"), _) => true,
        (Some(from), Some(own)) => from == own,
        (Some(from), None) => {
            let host = from.strip_prefix("https://").or_else(|| from.strip_prefix("http://"));
            host.is_some() && host == said("host")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn check(pairs: &[(&'static str, &'static str)], expected: bool) {
        let headers = pairs
            .iter()
            .map(|(name, value)| (axum::http::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        assert_eq!(from_here(&headers, &Settings::default()), expected, "{pairs:?}");
    }

    #[test]
    fn forms_of_other_sites_are_refused() {
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("sec-fetch-site", "none")], false);
        check(&[("origin", "https://evil.example"), ("host", "candour.example")], false);
        check(&[("origin", "https://candour.example"), ("host", "candour.example")], true);
        check(&[("sec-fetch-site", "cross-site"), ("origin", "https://candour.example")], false);
        check(&[("origin", "candour.example"), ("host", "candour.example")], false);
    }

    #[test]
    fn a_day_is_read_from_three_boxes() {
        let form = Form::of(&[("born-day", "3"), ("born-month", " 4 "), ("born-year", "1990")]);
        assert_eq!(form.day("born").as_deref(), Some("1990-04-03"));
        assert_eq!(Form::default().day("born"), None);
        let form = Form::of(&[("born-day", "3"), ("born-month", ""), ("born-year", "1990")]);
        assert_eq!(form.day("born").as_deref(), Some("1990-00-03"));
    }

    #[test]
    fn debug_does_not_show_what_was_typed() {
        assert!(!format!("{:?}", Form::of(&[("q", "secret words")])).contains("secret"));
    }
}
