//! Signing in and out.

use crate::{
    pages::account::{
        code_hint,
        prove::{GoOnPage, going_on},
    },
    web::{
        App, device,
        field::Field,
        form::{OpenPosted, Posted},
        frame::{Account, Faults, Frame, home_of, role_in_words},
        limit::Door,
        passkeys::Put,
        problem::{PageAnswer, Problem, faulty, page},
        session::{self, Reader, Visitor},
    },
};
use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Query, State},
    http::{HeaderMap, HeaderName, HeaderValue, header::SET_COOKIE},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use service::accounts::SignedIn;
use std::collections::HashMap;

/// The form.
#[derive(Debug, Template)]
#[template(path = "sign_in/sign_in.html")]
pub struct SignInPage {
    /// What stands around it.
    pub frame: Frame,
    /// The sign-in name.
    pub name: Field,
    /// The password.
    pub password: Field,
    /// The code of the moment.
    pub code: Field,
    /// A challenge for whoever has a passkey.
    pub passkey: Option<Put>,
    /// What the button of organisations says, where any has a provider.
    pub organisation: Option<String>,
    /// What was typed in a session that ended, sealed.
    pub kept: Kept,
    /// Whether somebody has just signed out.
    pub signed_out: bool,
}

/// What was typed in a session that ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    #[default]
    Nothing,
    /// Sealed, for whoever typed it.
    Sealed(String),
    /// Too long to be carried along.
    TooLong,
}

impl SignInPage {
    /// The form, with a name that was typed, and what is wrong.
    fn new(app: &App, frame: Frame, typed: &str, faults: &Faults) -> Self {
        let (name, password, code) = fields(typed);
        // Without a challenge the page is what it was before there were passkeys.
        let passkey = app.passkeys.are_known().then(|| app.passkeys.ask(&app.service).ok()).flatten();
        Self {
            frame: frame.faults(faults),
            name: name.faults(faults),
            password,
            code,
            passkey,
            organisation: button(app),
            kept: Kept::default(),
            signed_out: false,
        }
    }

    fn carrying(mut self, sealed: Option<&str>) -> Self {
        self.kept = sealed.map_or(Kept::Nothing, |sealed| Kept::Sealed(sealed.to_owned()));
        self
    }

    /// What is carried along, if anything is.
    fn sealed(&self) -> Option<&str> {
        match &self.kept {
            Kept::Sealed(sealed) => Some(sealed),
            Kept::Nothing | Kept::TooLong => None,
        }
    }

    /// Address of the script that hands the challenge on.
    fn script(&self) -> &'static str {
        crate::web::assets::PASSKEY_SCRIPT
    }
}

/// What was typed before comes back here sealed and encoded, which makes it longer.
const BODY_BYTES_MAX: usize = 512 * 1024;

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(form).post(sign_in))
        .route("/sign-in/passkey", post(with_passkey))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .route("/sign-out", post(sign_out))
        .route("/account/session/keep", post(keep))
}

fn fields(typed: &str) -> (Field, Field, Field) {
    let name = Field::line("name", words::say("signin-name")).width(20).autocomplete("username");
    let name = name.filled(&|_| vec![typed]);
    let code = Field::line("code", words::say("signin-code")).hint(code_hint()).width(20);
    let password = Field::secret("password", words::say("signin-password"), "current-password");
    (name, password, code.autocomplete("one-time-code"))
}

/// What the button of organisations says, where any has a provider.
fn button(app: &App) -> Option<String> {
    match app.organisations.only() {
        Some(one) => Some(words::phrase("signin-organisation-with").with("name", one.name()).say()),
        None => app.organisations.all().next().map(|_| words::say("signin-organisation-title")),
    }
}

async fn form(visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    if let Some(reader) = &visitor.reader {
        return Ok(Redirect::to(home_of(reader.actor.role)).into_response());
    }
    let frame = visitor.frame(words::say("signin-title"));
    let mut shown = SignInPage::new(&visitor.app, frame, "", &Faults::default());
    shown.signed_out = query.contains_key("out");
    Ok(page(&shown))
}

/// The page for a form that was sent after its session had ended.
pub fn after_the_end(app: &App, kept: Option<String>) -> Response {
    let frame = Frame::public(&app.settings, words::say("signin-title"));
    let mut shown = SignInPage::new(app, frame, "", &Faults::default());
    shown.kept = kept.map_or(Kept::TooLong, Kept::Sealed);
    page(&shown)
}

async fn sign_in(State(app): State<App>, headers: HeaderMap, OpenPosted(form): OpenPosted) -> PageAnswer {
    let typed = form.text("name").trim();
    let device = device::known(&app, &headers, typed).await?;
    let now = app.service.now();
    let may_try = match device {
        Some(device) => app.doors.try_open(Door::Known, &device::counted_as(typed, device), now),
        None => app.doors.try_open(Door::SignIn, typed, now),
    };
    if !may_try {
        tracing::warn!("a name was tried too often");
        return Err(Problem::TooMany);
    }
    let browser = session::browser(&headers);
    let shown = (form.text("password"), form.text("code"));
    let Some(signed_in) = app.service.sign_in(typed, shown, browser, device).await? else {
        // One answer for an unknown name, a wrong password, a wrong code and a closed account.
        let mut faults = Faults::default();
        faults.add("name", words::say("signin-fault"));
        let frame = Frame::public(&app.settings, words::say("signin-title"));
        return Ok(faulty(&SignInPage::new(&app, frame, typed, &faults).carrying(form.said("kept"))));
    };
    let begun = begin(&app, &headers, &signed_in, form.text("kept")).await?;
    device::remember(&app, &headers, &signed_in.actor, begun)
}

async fn with_passkey(
    State(app): State<App>,
    headers: HeaderMap,
    OpenPosted(form): OpenPosted,
) -> PageAnswer {
    let (state, answer) = (form.text("state"), form.text("credential"));
    // Counted under the challenge: a passkey cannot be guessed, but each try costs us a signature's check.
    if !app.doors.try_open(Door::Passkey, state, app.service.now()) {
        return Err(Problem::TooMany);
    }
    match app.passkeys.sign_in(&app.service, (state, answer), session::browser(&headers)).await? {
        Some(signed_in) => begin(&app, &headers, &signed_in, form.text("kept")).await,
        None => {
            let mut faults = Faults::default();
            faults.add("name", words::say("signin-fault-passkey"));
            let frame = Frame::public(&app.settings, words::say("signin-title"));
            Ok(faulty(&SignInPage::new(&app, frame, "", &faults).carrying(form.said("kept"))))
        }
    }
}

/// Gives the session to the browser, and leads to where its role begins, or to what was typed in one that ended.
///
/// # Errors
/// As the service's.
pub async fn begin(app: &App, headers: &HeaderMap, signed_in: &SignedIn, kept: &str) -> PageAnswer {
    if let Some(before) = session::token(headers, &app.settings) {
        // One browser, one session: what it had before goes.
        app.service.sign_out(before).await?;
    }
    let cookie = session::cookie(&signed_in.token, &app.settings)?;
    let onward = onward(app, signed_in, kept, home_of(signed_in.actor.role));
    Ok(([(SET_COOKIE, cookie)], onward).into_response())
}

/// To what was typed before, or to where somebody was going.
pub fn onward(app: &App, signed_in: &SignedIn, kept: &str, to: &str) -> Response {
    let role = signed_in.actor.role;
    let Some((action, pairs)) = going_on(app, &signed_in.actor.account, &signed_in.csrf, kept) else {
        return Redirect::to(to).into_response();
    };
    let account = Account {
        title: signed_in.title.clone(),
        role: role_in_words(role),
        csrf: Some(signed_in.csrf.clone()),
    };
    let frame = Frame::signed_in(&app.settings, words::say("account-send-title"), role, account);
    page(&GoOnPage { frame, action, pairs })
}

/// Being asked for is enough: whatever is asked for in a session keeps it on. Says how long, in seconds.
async fn keep(reader: Reader, _posted: SignOut) -> PageAnswer {
    let left = reader.left();
    Ok(axum::Json(serde_json::json!({"idle": left.idle, "whole": left.whole})).into_response())
}

async fn sign_out(State(app): State<App>, headers: HeaderMap, request: SignOut) -> PageAnswer {
    let SignOut = request;
    if let Some(token) = session::token(&headers, &app.settings) {
        app.service.sign_out(token).await?;
    }
    signed_out(&app)
}

/// To where the next one signs in, for computers are shared; nothing of the session stays in the browser.
///
/// # Errors
/// None in practice: an empty token fits every header.
pub fn signed_out(app: &App) -> PageAnswer {
    let cookie = session::cookie("", &app.settings)?;
    let clear =
        (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(([(SET_COOKIE, cookie), clear], Redirect::to("/sign-in?out")).into_response())
}

/// A form of the session, which need not carry a key: signing out twice is signing out.
struct SignOut;

impl axum::extract::FromRequest<App> for SignOut {
    type Rejection = Problem;

    async fn from_request(request: axum::extract::Request, app: &App) -> Result<Self, Problem> {
        Posted::without_key(request, app).await.map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Settings;

    #[test]
    fn the_page_renders_and_gives_no_password_back() {
        let (name, password, code) = fields("ann");
        let passkey = Some(Put { options: "{\"challenge\":\"<\"}".to_owned(), state: "sealed".to_owned() });
        let frame = Frame::public(&Settings::default(), "Sign in");
        let (kept, signed_out) = (Kept::Sealed("sealed-too".to_owned()), true);
        let organisation = Some("Sign in with <North>".to_owned());
        let shown = SignInPage { frame, name, password, code, passkey, organisation, kept, signed_out };
        let html = shown.render().unwrap();
        assert!(html.contains("Sign in with &#60;North&#62;"), "{html}");
        assert!(html.contains("data-options=\"{&#34;challenge&#34;:&#34;&#60;&#34;}\""), "{html}");
        assert!(html.contains("value=\"ann\""));
        assert!(html.contains("type=\"password\""));
    }
}
