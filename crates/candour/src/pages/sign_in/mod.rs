//! Signing in and out.

use crate::web::{
    App,
    field::Field,
    form::{OpenPosted, Posted},
    frame::{Faults, Frame, home_of},
    limit::Door,
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
}

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new().route("/sign-in", get(form).post(sign_in)).route("/sign-out", post(sign_out))
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
    let (name, password) = fields("");
    Ok(page(&SignInPage { frame: visitor.frame("Sign in"), name, password }))
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
        let (name, password) = fields(typed);
        let frame = Frame::public(&app.settings, "Sign in").faults(&faults);
        return Ok(faulty(&SignInPage { frame, name: name.faults(&faults), password }));
    };
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
        let html = SignInPage { frame: Frame::public(&Settings::default(), "Sign in"), name, password }
            .render()
            .unwrap();
        assert!(html.contains("value=\"ann\""));
        assert!(html.contains("type=\"password\""));
    }
}
