//! To one's organisation and back: signing in, enrolling and showing again who one is at a provider (ADR 0033).
//!
//! A form leads to a page of ours that leads away, so that the pages' forms still go nowhere but to us; and whoever comes
//! back lands on a page of ours whose form goes on. Only then does anything happen: that form comes from our own site, so
//! that the browser sends the cookie of a session along, and nothing is changed by an address that another site can open.

mod failure;
#[cfg(test)]
pub(crate) mod samples;

use crate::{
    organisations::{FLOW_SECONDS, Flow, Provider, Purpose},
    pages::{account::prove::Proof, enrol, sign_in},
    web::{
        App,
        field::{Choice, Field},
        form::{Form, OpenPosted},
        frame::{Faults, Frame, home_of},
        limit::Door,
        problem::{PageAnswer, Problem, faulty, page},
        proof,
        session::{self, Visitor},
    },
};
use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Query, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header::SET_COOKIE},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use casework::{actor::Place, id::AccountId};
use failure::Failure;
use service::{
    ServiceError,
    organisation_sign_in::{Coming, Proven, Shown},
};
use std::{collections::HashMap, sync::Arc};

/// What was typed before comes here sealed and encoded, which makes it longer.
const BODY_BYTES_MAX: usize = 512 * 1024;
/// Name of the cookie of a way to a provider and back. It is sent when another site leads here, as a provider does; that of
/// a session is not.
const COOKIE: &str = "candour-organisation";
/// Its name where it is bound to our very address.
const HOST_COOKIE: &str = "__Host-candour-organisation";

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in/organisation", get(choose).post(begin))
        .route("/sign-in/organisation/again", post(again))
        .route("/sign-in/organisation/back", get(back))
        .route("/sign-in/organisation/done", post(done))
        .route("/sign-in/organisation/ended", post(ended))
        .route("/enrol/organisation", post(enrol_there))
        .route("/account/prove/organisation", post(prove_there))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
}

/// Asks which organisation, where there are several.
#[derive(Debug, Template)]
#[template(path = "sign_in/organisations.html")]
pub struct ChoosePage {
    /// What stands around it.
    pub frame: Frame,
    /// The organisations.
    pub organisation: Field,
    /// What was typed in a session that ended, sealed.
    pub kept: Option<String>,
}

/// Leads to a provider.
#[derive(Debug, Template)]
#[template(path = "sign_in/going.html")]
pub struct GoingPage {
    /// What stands around it.
    pub frame: Frame,
    /// The organisation.
    pub name: String,
    /// Where it leads.
    pub address: String,
}

/// Leads on, for whoever came back.
#[derive(Debug, Template)]
#[template(path = "sign_in/back.html")]
pub struct BackPage {
    /// What stands around it.
    pub frame: Frame,
    /// The organisation.
    pub name: String,
    /// The provider's code.
    pub code: String,
    /// Which way it belongs to.
    pub state: String,
    /// Who gave it, where that was said.
    pub iss: Option<String>,
}

fn choices(app: &App, faults: &Faults) -> Field {
    let choice = |provider: &Arc<Provider>| Choice::new(provider.organisation(), provider.name());
    let all = app.organisations.all().map(choice).collect();
    Field::radios("organisation", words::say("signin-organisation-which"), all).faults(faults)
}

async fn choose(visitor: Visitor) -> PageAnswer {
    if let Some(reader) = &visitor.reader {
        return Ok(Redirect::to(home_of(reader.actor.role)).into_response());
    }
    if visitor.app.organisations.all().next().is_none() {
        return Err(Problem::NoSuchPage);
    }
    let frame = visitor.frame(words::say("signin-organisation-title"));
    let frame = frame.back("/sign-in", words::say("signin-title"));
    let organisation = choices(&visitor.app, &Faults::default());
    Ok(page(&ChoosePage { frame, organisation, kept: None }))
}

async fn begin(State(app): State<App>, headers: HeaderMap, OpenPosted(form): OpenPosted) -> PageAnswer {
    if app.organisations.all().next().is_none() {
        return Err(Problem::NoSuchPage);
    }
    let provider = match form.said("organisation") {
        Some(named) => app.organisations.named(named),
        None => app.organisations.only().cloned(),
    };
    let kept = form.said("kept");
    if let Some(provider) = provider {
        let kept = kept_of_ended(&app, &headers, kept).await?;
        return go(&app, &provider, Purpose::SignIn, kept).await;
    }
    let mut faults = Faults::default();
    if form.ticked("asked") {
        faults.add("organisation", words::say("signin-fault-organisation"));
    }
    let frame = Frame::public(&app.settings, words::say("signin-organisation-title")).faults(&faults);
    let shown = ChoosePage {
        frame: frame.back("/sign-in", words::say("signin-title")),
        organisation: choices(&app, &faults),
        kept: kept.map(str::to_owned),
    };
    Ok(if faults.is_empty() { page(&shown) } else { faulty(&shown) })
}

/// Keeps what was typed in a session that ended, for whoever typed it: nobody else can have us keep anything.
async fn kept_of_ended(
    app: &App,
    headers: &HeaderMap,
    kept: Option<&str>,
) -> Result<Option<String>, Problem> {
    let (Some(kept), Some(token)) = (kept, session::token(headers, &app.settings)) else { return Ok(None) };
    match app.service.ended_session(token, session::browser(headers)).await? {
        Some((account, _)) => keep(app, &account, kept).await,
        None => Ok(None),
    }
}

async fn keep(app: &App, account: &AccountId, kept: &str) -> Result<Option<String>, Problem> {
    if proof::kept(app, account, kept).is_none() {
        return Ok(None);
    }
    let sealed = URL_SAFE_NO_PAD.decode(kept).unwrap_or_default();
    let head = app.service.keep_form(account, &sealed).await?;
    Ok(head.map(|head| URL_SAFE_NO_PAD.encode(head)))
}

/// Leads to a provider, by a page that goes on by itself.
async fn go(app: &App, provider: &Arc<Provider>, purpose: Purpose, kept: Option<String>) -> PageAnswer {
    let strong = matches!(purpose, Purpose::Prove { .. }) || matches!(provider.place(), Place::Force(_));
    let flow = Flow::begin(app, provider.organisation(), purpose, kept);
    let now = app.service.now();
    if !app.doors.try_open(Door::ToOrganisation, &flow.state, now) {
        return Err(Problem::TooMany);
    }
    let cookie = cookie(app, &flow.sealed(app)?, FLOW_SECONDS)?;
    let address = match provider.address(&flow, strong, now).await {
        Ok(address) => address.to_string(),
        Err(_) => return Ok(with(Failure::Unreachable.page(app, provider.name()), cookie)),
    };
    let refresh = HeaderValue::try_from(format!("0; url={address}"))
        .map_err(|_| Problem::broken("the address of a provider fits no header"))?;
    let title = words::phrase("signin-going-title").with("name", provider.name());
    let frame = Frame::public(&app.settings, title);
    let shown = page(&GoingPage { frame, name: provider.name().to_owned(), address });
    Ok(with(([(HeaderName::from_static("refresh"), refresh)], shown).into_response(), cookie))
}

async fn again(State(app): State<App>, headers: HeaderMap, OpenPosted(_): OpenPosted) -> PageAnswer {
    let flow = opened(&app, &headers).map(|(_, flow)| flow);
    let provider = flow.as_ref().and_then(|flow| app.organisations.named(&flow.organisation));
    match flow.zip(provider) {
        Some((flow, provider)) => go(&app, &provider, flow.purpose, flow.kept).await,
        None => nothing_begun(&app),
    }
}

async fn enrol_there(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    let (id, state) = (form.text("id"), form.text("state"));
    if !app.doors.try_open(Door::Enrol, state, app.service.now()) {
        return Err(Problem::TooMany);
    }
    let enrolling = enrol::enrolling(&app, &form).await?;
    let sealed = URL_SAFE_NO_PAD.decode(state).unwrap_or_default();
    // A page is made only for whoever brings back what a page of ours sealed.
    if app.service.open_ceremony(&enrol::about_organisation(id), &sealed).is_none() {
        return Err(Problem::Refused(words::say("account-page-too-old")));
    }
    let provider = enrol::provider_of(&app, &enrolling).await.ok_or(Problem::NoSuchPage)?;
    go(&app, &provider, Purpose::Enrol { id: id.to_owned() }, None).await
}

async fn prove_there(Proof(posted): Proof) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let (app, account) = (&reader.app, &reader.actor.account);
    let linked = app.service.my_organisation(&reader.actor).await?;
    let provider = linked.and_then(|linked| app.organisations.of_issuer(&linked.issuer));
    let provider = provider.ok_or(Problem::NoSuchPage)?;
    let kept = match form.said("kept") {
        Some(kept) => keep(app, account, kept).await?,
        None => None,
    };
    let to = proof::own(form.text("to")).to_owned();
    go(app, &provider, Purpose::Prove { account: account.clone(), to }, kept).await
}

/// Where a provider leads whoever was there. Nothing happens here: another site can open this address.
async fn back(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
) -> PageAnswer {
    let said = |name: &str| query.get(name).map_or("", String::as_str);
    let flow = opened(&app, &headers).map(|(_, flow)| flow).filter(|flow| flow.is_of(said("state")));
    let provider = flow.as_ref().and_then(|flow| app.organisations.named(&flow.organisation));
    let Some(provider) = provider else { return nothing_begun(&app) };
    if let Some(error) = query.get("error") {
        return Ok(Failure::said(error).page(&app, provider.name()));
    }
    let title = words::phrase("signin-back-title").with("name", provider.name());
    let frame = Frame::public(&app.settings, title);
    Ok(page(&BackPage {
        frame,
        name: provider.name().to_owned(),
        code: said("code").to_owned(),
        state: said("state").to_owned(),
        iss: query.get("iss").cloned(),
    }))
}

async fn done(State(app): State<App>, headers: HeaderMap, OpenPosted(form): OpenPosted) -> PageAnswer {
    let found = opened(&app, &headers).filter(|(_, flow)| flow.is_of(form.text("state")));
    let Some((challenge, flow)) = found else { return nothing_begun(&app) };
    let Some(provider) = app.organisations.named(&flow.organisation) else { return nothing_begun(&app) };
    if !app.doors.try_open(Door::FromOrganisation, &flow.state, app.service.now()) {
        return Err(Problem::TooMany);
    }
    match app.service.answer(&challenge).await {
        // The same answer a second time.
        Err(ServiceError::KeyReused) => return Ok(Failure::Stale.page(&app, provider.name())),
        answered => answered?,
    }
    let answer = (form.text("code"), form.said("iss"));
    let proven = match provider.redeem(&flow, answer, app.service.now()).await {
        Ok(proven) => proven,
        Err(error) => {
            tracing::warn!(organisation = flow.organisation, %error, "an organisation's sign-in was refused");
            return Ok(Failure::from(error).page(&app, provider.name()));
        }
    };
    match came(&app, &headers, &flow, &proven).await? {
        Ok(response) => Ok(with(response, cookie(&app, "", 0)?)),
        Err(failure) => Ok(failure.page(&app, provider.name())),
    }
}

/// What somebody wanted, done.
async fn came(
    app: &App,
    headers: &HeaderMap,
    flow: &Flow,
    proven: &Proven,
) -> Result<Result<Response, Failure>, Problem> {
    let (service, browser) = (&app.service, session::browser(headers));
    let coming = match &flow.purpose {
        Purpose::Enrol { id } => {
            let Some(enrolling) = service.enrolment(id).await? else {
                return Err(enrol::over());
            };
            match service.enrol_through_organisation(&enrolling, proven, browser).await {
                Err(ServiceError::Invalid(_)) => return Ok(Err(Failure::Taken)),
                coming => coming?,
            }
        }
        Purpose::Prove { account, to } => {
            let token = session::token(headers, &app.settings).unwrap_or("");
            let signed_in = service.session(token, browser).await?;
            match signed_in.filter(|signed_in| signed_in.actor.account == *account) {
                Some(signed_in) => {
                    return Ok(match service.prove_through_organisation(token, account, proven).await? {
                        Shown::Well(fresh) => {
                            let cookie = session::cookie(&fresh.expose(), &app.settings)?;
                            // Whatever comes of what was kept, the browser hears of its session's new token.
                            let response = match taken(app, flow).await {
                                Ok(kept) => sign_in::onward(app, &signed_in, &kept, proof::own(to)),
                                Err(problem) => problem.into_response(),
                            };
                            Ok(with(response, cookie))
                        }
                        Shown::TooLittle => Err(Failure::TooWeak),
                        Shown::SomebodyElse => Err(Failure::SomebodyElse),
                    });
                }
                // It ended on the way.
                None => service.sign_in_through_organisation(proven, browser).await?,
            }
        }
        Purpose::SignIn => service.sign_in_through_organisation(proven, browser).await?,
    };
    match coming {
        Coming::In(signed_in) => {
            let kept = taken(app, flow).await?;
            sign_in::begin(app, headers, &signed_in, &kept).await.map(Ok)
        }
        Coming::Unknown => Ok(Err(Failure::Unknown)),
        Coming::TooWeak => Ok(Err(Failure::TooWeak)),
    }
}

/// What was typed before, sealed as its page had it; empty where nothing was.
async fn taken(app: &App, flow: &Flow) -> Result<String, Problem> {
    let head = flow.kept.as_deref().and_then(|kept| URL_SAFE_NO_PAD.decode(kept).ok());
    let sealed = match head {
        Some(head) => app.service.take_form(&head).await?,
        None => None,
    };
    Ok(sealed.map_or_else(String::new, |sealed| URL_SAFE_NO_PAD.encode(sealed)))
}

/// A provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): a request of a machine, which
/// has no session and no page of ours, and proves itself by its token.
async fn ended(State(app): State<App>, body: Bytes) -> PageAnswer {
    if app.organisations.all().next().is_none() {
        return Err(Problem::NoSuchPage);
    }
    let (form, now) = (Form::parse(body), app.service.now());
    let token = form.text("logout_token");
    if !app.doors.try_open(Door::FromOrganisation, token, now) {
        return Err(Problem::TooMany);
    }
    let refused =
        || (StatusCode::BAD_REQUEST, "This is no logout token of an organisation here.\n").into_response();
    let issuer = token.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok());
    // Only to know whose keys to ask for; the token proves itself below.
    let issuer = issuer.and_then(|part| serde_json::from_slice::<serde_json::Value>(&part).ok());
    let issuer = issuer.as_ref().and_then(|claims| claims["iss"].as_str());
    let Some(provider) = issuer.and_then(|issuer| app.organisations.of_issuer(issuer)) else {
        return Ok(refused());
    };
    match provider.signed_out(token, now).await {
        Ok(subject) => {
            let ended = app.service.end_through_organisation(provider.issuer(), &subject).await?;
            tracing::info!(organisation = provider.organisation(), ended, "a provider ended sessions");
            Ok(StatusCode::OK.into_response())
        }
        Err(error) => {
            tracing::warn!(organisation = provider.organisation(), %error, "a logout token was refused");
            Ok(refused())
        }
    }
}

fn nothing_begun(app: &App) -> PageAnswer {
    if app.organisations.all().next().is_none() {
        return Err(Problem::NoSuchPage);
    }
    Ok(Failure::NotBegun.page(app, ""))
}

/// The way that this browser began.
fn opened(app: &App, headers: &HeaderMap) -> Option<(service::passkeys::Challenge, Flow)> {
    let name = if app.settings.secure_cookie { HOST_COOKIE } else { COOKIE };
    Flow::open(app, session::named(headers, name)?)
}

fn cookie(app: &App, sealed: &str, seconds: i64) -> Result<HeaderValue, Problem> {
    let (name, secure) = if app.settings.secure_cookie { (HOST_COOKIE, "; Secure") } else { (COOKIE, "") };
    HeaderValue::try_from(format!(
        "{name}={sealed}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"
    ))
    .map_err(|_| Problem::broken("a way to an organisation fits no header"))
}

fn with(mut response: Response, cookie: HeaderValue) -> Response {
    response.headers_mut().append(SET_COOKIE, cookie);
    response
}
