//! Proving again who one is, and then going on where one was.

use crate::web::{
    App,
    field::Field,
    form::{Form, Posted},
    frame::{Account, Faults, Frame, role_in_words},
    limit::Door,
    passkeys::Put,
    problem::{PageAnswer, Problem, faulty, page},
    proof,
    session::{self, Reader},
};
use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Query},
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use service::accounts::SignedIn;
use std::collections::HashMap;
use vault::token::Token;

/// What was typed before comes back here sealed and encoded, which makes it longer.
const BODY_BYTES_MAX: usize = 512 * 1024;

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/account/prove", get(ask).post(with_password))
        .route("/account/prove/passkey", post(with_passkey))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
}

/// Asks for a proof.
#[derive(Debug, Template)]
#[template(path = "account/prove.html")]
pub struct ProvePage {
    /// What stands around it.
    pub frame: Frame,
    /// The session's form token.
    pub csrf: String,
    /// Where it goes on.
    pub to: String,
    /// What was typed, sealed.
    pub kept: Option<String>,
    /// Whether something was typed that is too long to be carried along.
    pub too_long: bool,
    /// A challenge, where passkeys are known.
    pub passkey: Option<Put>,
    /// The organisation that shows who its reader is, where one opens the account.
    pub organisation: Option<String>,
    /// Whether a password can prove anything.
    pub may_type: bool,
    /// The password.
    pub password: Field,
    /// The code.
    pub code: Field,
}

impl ProvePage {
    fn script(&self) -> &'static str {
        crate::web::assets::PASSKEY_SCRIPT
    }
}

/// Sends what was typed before.
#[derive(Debug, Template)]
#[template(path = "account/go_on.html")]
pub struct GoOnPage {
    /// What stands around it.
    pub frame: Frame,
    /// Where it was to be sent.
    pub action: String,
    /// What was typed, with the token of the session that is now.
    pub pairs: Vec<(String, String)>,
}

/// Who is asked, and in what.
struct Asked<'a> {
    app: &'a App,
    account: &'a casework::id::AccountId,
    csrf: &'a str,
    may_type: bool,
    organisation: Option<String>,
}

fn asked(by: &Asked<'_>, frame: Frame, to: &str, kept: Option<String>, faults: &Faults) -> ProvePage {
    let passkeys = &by.app.passkeys;
    let challenge = || passkeys.ask_to_prove(&by.app.service, by.account).ok();
    let password = Field::secret("password", words::say("account-password"), "current-password");
    let code = Field::line("code", words::say("account-code")).hint(super::code_hint()).width(20);
    ProvePage {
        frame: frame.faults(faults),
        csrf: by.csrf.to_owned(),
        to: proof::own(to).to_owned(),
        kept,
        too_long: false,
        // Where an organisation opens the account, nothing else does.
        passkey: (passkeys.are_known() && by.organisation.is_none()).then(challenge).flatten(),
        may_type: by.may_type && by.organisation.is_none(),
        organisation: by.organisation.clone(),
        password: password.faults(faults),
        code: code.autocomplete("one-time-code"),
    }
}

async fn by(reader: &Reader) -> Result<Asked<'_>, Problem> {
    let (app, actor) = (&reader.app, &reader.actor);
    let organisation = organisation_of(app, actor).await?;
    let may_type = app.service.may_type_a_password(actor);
    Ok(Asked { app, account: &actor.account, csrf: &reader.csrf, may_type, organisation })
}

/// The name of the organisation that opens an account.
async fn organisation_of(app: &App, actor: &casework::actor::Actor) -> Result<Option<String>, Problem> {
    let linked = app.service.my_organisation(actor).await?;
    let provider = linked.and_then(|linked| app.organisations.of_issuer(&linked.issuer));
    Ok(provider.map(|provider| provider.name().to_owned()))
}

/// The page for a form that was sent too long after its sender had proved who they are.
///
/// # Errors
/// As every page.
pub async fn with_kept(app: &App, signed_in: &SignedIn, kept: Option<String>) -> Result<Response, Problem> {
    let account = Account {
        title: signed_in.title.clone(),
        role: role_in_words(signed_in.actor.role),
        csrf: Some(signed_in.csrf.clone()),
    };
    let title = words::say("account-prove-title");
    let frame = Frame::signed_in(&app.settings, title, signed_in.actor.role, account);
    let by = Asked {
        app,
        account: &signed_in.actor.account,
        csrf: &signed_in.csrf,
        may_type: app.service.may_type_a_password(&signed_in.actor),
        organisation: organisation_of(app, &signed_in.actor).await?,
    };
    let too_long = kept.is_none();
    Ok(page(&ProvePage { too_long, ..asked(&by, frame, "/", kept, &Faults::default()) }))
}

async fn ask(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let to = query.get("to").map_or("/", String::as_str);
    let by = by(&reader).await?;
    let frame = reader.frame(words::say("account-prove-title"));
    Ok(page(&asked(&by, frame, to, None, &Faults::default())))
}

/// A form of this page, which need not carry a key: proving twice is proving.
pub struct Proof(pub Posted);

impl axum::extract::FromRequest<App> for Proof {
    type Rejection = Problem;

    async fn from_request(request: axum::extract::Request, app: &App) -> Result<Self, Problem> {
        Posted::without_key(request, app).await.map(Self)
    }
}

async fn with_password(headers: HeaderMap, Proof(posted): Proof) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let token = session::token(&headers, &reader.app.settings).ok_or(Problem::SignInFirst)?;
    // By session, so that whoever took one over keeps its owner out of none of theirs.
    if !reader.app.doors.try_open(Door::Proof, token, reader.app.service.now()) {
        return Err(Problem::TooMany);
    }
    let typed = (form.text("password"), form.text("code"));
    if let Some(fresh) = reader.app.service.prove_with_password(token, &reader.actor, typed).await? {
        return go_on(reader, form, &fresh);
    }
    let mut faults = Faults::default();
    faults.add("password", words::say("account-fault-prove"));
    again(reader, form, &faults).await
}

async fn with_passkey(headers: HeaderMap, Proof(posted): Proof) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let token = session::token(&headers, &reader.app.settings).ok_or(Problem::SignInFirst)?;
    let (app, answered) = (&reader.app, (form.text("state"), form.text("credential")));
    // A passkey cannot be guessed, but each try costs us a signature's check.
    if !app.doors.try_open(Door::Proof, token, app.service.now()) {
        return Err(Problem::TooMany);
    }
    if let Some(fresh) = app.passkeys.prove(&app.service, &reader.actor.account, answered, token).await? {
        return go_on(reader, form, &fresh);
    }
    let mut faults = Faults::default();
    faults.add("main-content", words::say("account-fault-passkey"));
    again(reader, form, &faults).await
}

async fn again(reader: &Reader, form: &Form, faults: &Faults) -> PageAnswer {
    let (by, kept) = (by(reader).await?, form.said("kept").map(str::to_owned));
    let frame = reader.frame(words::say("account-prove-title"));
    Ok(faulty(&asked(&by, frame, form.text("to"), kept, faults)))
}

/// To what was typed before, or to where the reader was going, under the token that their session has now.
fn go_on(reader: &Reader, form: &Form, fresh: &Token) -> PageAnswer {
    let onward = match going_on(&reader.app, &reader.actor.account, &reader.csrf, form.text("kept")) {
        Some((action, pairs)) => {
            page(&GoOnPage { frame: reader.frame(words::say("account-send-title")), action, pairs })
        }
        None => Redirect::to(proof::own(form.text("to"))).into_response(),
    };
    let cookie = session::cookie(&fresh.expose(), &reader.app.settings)?;
    Ok(([(SET_COOKIE, cookie)], onward).into_response())
}

/// What was typed before, to be sent in the session that is now.
pub fn going_on(
    app: &App,
    account: &casework::id::AccountId,
    csrf: &str,
    sealed: &str,
) -> Option<(String, Vec<(String, String)>)> {
    let (action, form) = proof::kept(app, account, sealed)?;
    let now = |(name, value): &(String, String)| {
        let value = if name == "_csrf" { csrf.to_owned() } else { value.clone() };
        (name.clone(), value)
    };
    Some((action, form.pairs().iter().map(now).collect()))
}
