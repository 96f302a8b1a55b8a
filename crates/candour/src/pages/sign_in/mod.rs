//! Signing in and out.

use crate::web::{
    App,
    field::Field,
    form::{OpenPosted, Posted},
    frame::{Faults, Frame, home_of},
    limit::Door,
    passkeys::Put,
    problem::{PageAnswer, Problem, faulty, page},
    session::{self, Visitor},
};
use askama::Template;
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};

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
    /// A challenge for whoever has a passkey.
    pub passkey: Option<Put>,
}

impl SignInPage {
    /// The form, with a name that was typed, and what is wrong.
    fn new(app: &App, frame: Frame, typed: &str, faults: &Faults) -> Self {
        let (name, password) = fields(typed);
        // Without a challenge the page is what it was before there were passkeys.
        let passkey = app.passkeys.are_known().then(|| app.passkeys.ask(&app.service).ok()).flatten();
        Self { frame: frame.faults(faults), name: name.faults(faults), password, passkey }
    }

    /// Address of the script that hands the challenge on.
    fn script(&self) -> &'static str {
        crate::web::assets::PASSKEY_SCRIPT
    }
}

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(form).post(sign_in))
        .route("/sign-in/passkey", post(with_passkey))
        .route("/sign-out", post(sign_out))
}

fn fields(typed: &str) -> (Field, Field) {
    let name = Field::line("name", "Sign-in name").width(20).autocomplete("username");
    let name = name.filled(&|_| vec![typed]);
    (name, Field::secret("password", "Password", "current-password"))
}

async fn form(visitor: Visitor) -> PageAnswer {
    if let Some(reader) = &visitor.reader {
        return Ok(Redirect::to(home_of(reader.actor.role)).into_response());
    }
    let frame = visitor.frame("Sign in");
    Ok(page(&SignInPage::new(&visitor.app, frame, "", &Faults::default())))
}

async fn sign_in(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    let typed = form.text("name").trim();
    if !app.doors.try_open(Door::SignIn, typed, app.service.now()) {
        return Err(Problem::TooMany);
    }
    let Some(signed_in) = app.service.sign_in(typed, form.text("password")).await? else {
        // One answer for an unknown name, a wrong password and a closed account.
        let mut faults = Faults::default();
        faults.add("name", "The name and the password do not go together");
        let frame = Frame::public(&app.settings, "Sign in");
        return Ok(faulty(&SignInPage::new(&app, frame, typed, &faults)));
    };
    begin(&app, &signed_in)
}

async fn with_passkey(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    let (state, answer) = (form.text("state"), form.text("credential"));
    // Counted under the challenge: a passkey cannot be guessed, but each try costs us a signature's check.
    if !app.doors.try_open(Door::SignIn, state, app.service.now()) {
        return Err(Problem::TooMany);
    }
    match app.passkeys.sign_in(&app.service, state, answer).await? {
        Some(signed_in) => begin(&app, &signed_in),
        None => {
            let mut faults = Faults::default();
            faults
                .add("name", "The passkey could not be used here: try again, or sign in with your password");
            let frame = Frame::public(&app.settings, "Sign in");
            Ok(faulty(&SignInPage::new(&app, frame, "", &faults)))
        }
    }
}

/// Gives the session to the browser, and leads to where its role begins.
fn begin(app: &App, signed_in: &service::accounts::SignedIn) -> PageAnswer {
    let cookie = session::cookie(&signed_in.token, app.settings.secure_cookie)?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to(home_of(signed_in.actor.role))).into_response())
}

async fn sign_out(State(app): State<App>, headers: HeaderMap, request: SignOut) -> PageAnswer {
    let SignOut = request;
    if let Some(token) = session::token(&headers) {
        app.service.sign_out(token).await?;
    }
    let cookie = session::cookie("", app.settings.secure_cookie)?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/")).into_response())
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
        let (name, password) = fields("ann");
        let passkey = Some(Put { options: "{\"challenge\":\"<\"}".to_owned(), state: "sealed".to_owned() });
        let frame = Frame::public(&Settings::default(), "Sign in");
        let html = SignInPage { frame, name, password, passkey }.render().unwrap();
        assert!(html.contains("data-options=\"{&#34;challenge&#34;:&#34;&#60;&#34;}\""), "{html}");
        assert!(html.contains("value=\"ann\""));
        assert!(html.contains("type=\"password\""));
    }
}
