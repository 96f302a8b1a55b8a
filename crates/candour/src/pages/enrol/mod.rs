//! Enrolling: whoever two administrators let in shows their sign-in name and the code they were given, and chooses how they
//! sign in from then on.

#[cfg(test)]
pub(crate) mod samples;

use crate::organisations::Provider;
use crate::web::{
    App, device,
    field::Field,
    form::{Form, OpenPosted},
    frame::{Account, Faults, Frame, home_of, role_in_words},
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
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use service::{ServiceError, accounts::SignedIn, enrolment::Enrolling, second_factor::FreshSecret};
use std::sync::Arc;

/// How long somebody may take to set up an authenticator, in seconds.
const SECRET_SECONDS: i64 = 1_800;
/// Modules around a QR code that stay white (ISO/IEC 18004).
const QUIET: i32 = 4;

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/enrol", get(door).post(open))
        .route("/enrol/passkey", post(with_passkey))
        .route("/enrol/password", post(with_password))
}

/// Asks for name and code.
#[derive(Debug, Template)]
#[template(path = "enrol/door.html")]
pub struct DoorPage {
    /// What stands around it.
    pub frame: Frame,
    /// The sign-in name.
    pub name: Field,
    /// The code.
    pub code: Field,
}

/// How to sign in from now on.
#[derive(Debug, Template)]
#[template(path = "enrol/choose.html")]
pub struct ChoosePage {
    /// What stands around it.
    pub frame: Frame,
    /// Their name.
    pub title: String,
    /// Which enrolment.
    pub id: String,
    /// A challenge for a new passkey, where this address can have some.
    pub passkey: Option<Put>,
    /// What the passkey is called.
    pub label: Field,
    /// The sign-in of their organisation, where it has one that may speak for them.
    pub organisation: Option<Organisation>,
    /// The other way, for whoever may take it.
    pub second: Option<Second>,
}

impl ChoosePage {
    fn script(&self) -> &'static str {
        crate::web::assets::PASSKEY_SCRIPT
    }
}

/// The sign-in of an organisation.
#[derive(Debug)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// That a page of ours offered it, sealed.
    pub state: String,
}

/// A password with a second factor.
#[derive(Debug)]
pub struct Second {
    /// The secret, sealed.
    pub state: String,
    /// The secret, to be typed.
    pub typed: String,
    /// The same as a QR code.
    pub qr: Qr,
    /// The password.
    pub password: Field,
    /// The first code.
    pub code: Field,
}

/// A QR code, drawn as one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Length of a side with its margin, in modules.
    pub side: i32,
    /// The dark modules.
    pub path: String,
}

impl Qr {
    /// Of a text; `None` where it is too long for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        use std::fmt::Write as _;
        let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{},{}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
        Some(Self { side: code.size() + 2 * QUIET, path })
    }
}

/// The codes for when the second factor is lost, shown once.
#[derive(Debug, Template)]
#[template(path = "enrol/recovery.html")]
pub struct RecoveryPage {
    /// What stands around it.
    pub frame: Frame,
    /// The codes.
    pub codes: Vec<String>,
    /// Where it goes on.
    pub home: &'static str,
}

fn fields(typed: &str, faults: &Faults) -> (Field, Field) {
    let name = Field::line("name", words::say("account-enrol-name")).width(20).autocomplete("username");
    let code = Field::line("code", words::say("account-code")).hint(words::say("account-enrol-code-hint"));
    (name.filled(&|_| vec![typed]).faults(faults), code.width(20).autocomplete("off").faults(faults))
}

async fn door(visitor: Visitor) -> PageAnswer {
    let (name, code) = fields("", &Faults::default());
    let frame = visitor.frame(words::say("account-enrol-title"));
    let frame = frame.back("/sign-in", words::say("account-sign-in"));
    Ok(page(&DoorPage { frame, name, code }))
}

async fn open(State(app): State<App>, OpenPosted(form): OpenPosted) -> PageAnswer {
    let typed = form.text("name").trim();
    if !app.doors.try_enrolling(typed, form.text("code"), app.service.now()) {
        return Err(Problem::TooMany);
    }
    match app.service.begin_enrolment(typed, form.text("code")).await? {
        Some(enrolling) => {
            Ok(page(&choose(&app, &enrolling, None, &Form::default(), &Faults::default()).await?))
        }
        None => {
            tracing::info!("a code to enrol was refused");
            let mut faults = Faults::default();
            faults.add("name", words::say("account-fault-enrol"));
            let (name, code) = fields(typed, &faults);
            let frame = Frame::public(&app.settings, words::say("account-enrol-title")).faults(&faults);
            let frame = frame.back("/sign-in", words::say("account-sign-in"));
            Ok(faulty(&DoorPage { frame, name, code }))
        }
    }
}

fn about(id: &str) -> String {
    format!("enrol-password {id}")
}

/// What an offer of the organisation's sign-in is sealed for.
#[must_use]
pub fn about_organisation(id: &str) -> String {
    format!("enrol-organisation {id}")
}

/// The provider of whoever enrols: that of their own unit or force before that of its trust.
pub async fn provider_of(app: &App, enrolling: &Enrolling) -> Option<Arc<Provider>> {
    let own = app.organisations.all().filter(|provider| provider.place() == enrolling.place());
    let others = app.organisations.all().filter(|provider| provider.place() != enrolling.place());
    for provider in own.chain(others) {
        if app.service.may_enrol_through(enrolling, provider.place()).await {
            return Some(provider.clone());
        }
    }
    None
}

/// The page, with a secret that was drawn before where there is one.
async fn choose(
    app: &App,
    enrolling: &Enrolling,
    before: Option<(FreshSecret, String)>,
    typed: &Form,
    faults: &Faults,
) -> Result<ChoosePage, Problem> {
    let passkey = match app.passkeys.are_known() {
        true => Some(app.passkeys.ask_to_enrol(&app.service, enrolling)?),
        false => None,
    };
    let organisation = match provider_of(app, enrolling).await {
        Some(provider) => {
            let sealed = app.service.seal_for(&about_organisation(enrolling.id()), &[], SECRET_SECONDS)?;
            Some(Organisation { name: provider.name().to_owned(), state: URL_SAFE_NO_PAD.encode(sealed) })
        }
        None => None,
    };
    let second = if enrolling.may_have_password() {
        let (secret, state) = match before {
            Some(before) => before,
            None => {
                let secret = app.service.fresh_secret();
                let sealed = app.service.seal_for(&about(enrolling.id()), secret.bytes(), SECRET_SECONDS)?;
                (secret, URL_SAFE_NO_PAD.encode(sealed))
            }
        };
        Some(second(enrolling, &secret, state, faults)?)
    } else {
        None
    };
    let label = Field::line("label", words::say("account-passkey-label"))
        .hint(words::say("account-label-hint"))
        .width(20)
        .filled(&|name| vec![typed.text(name)])
        .faults(faults);
    Ok(ChoosePage {
        frame: Frame::public(&app.settings, words::say("account-choose-title")).faults(faults),
        title: enrolling.title().to_owned(),
        id: enrolling.id().to_owned(),
        passkey,
        label,
        organisation,
        second,
    })
}

fn second(
    enrolling: &Enrolling,
    secret: &FreshSecret,
    state: String,
    faults: &Faults,
) -> Result<Second, Problem> {
    let typed = secret.typed();
    let name: String = form_urlencoded::byte_serialize(enrolling.name().as_bytes()).collect();
    let address =
        format!("otpauth://totp/Candour:{}?secret={typed}&issuer=Candour", name.replace('+', "%20"));
    let qr = Qr::of(&address).ok_or_else(|| Problem::broken("a QR code cannot be drawn"))?;
    // Groups of four are easier to type.
    let groups: Vec<&str> =
        (0..typed.len()).step_by(4).filter_map(|at| typed.get(at..(at + 4).min(typed.len()))).collect();
    let password = Field::secret("password", words::say("account-new-password"), "new-password")
        .hint(words::say("account-new-password-hint"));
    let code = Field::line("code", words::say("account-authenticator-code")).width(10).digits();
    Ok(Second {
        state,
        typed: groups.join(" "),
        qr,
        password: password.faults(faults),
        code: code.autocomplete("one-time-code").faults(faults),
    })
}

/// Whoever showed a code before: the page's sealed parts are bound to its identifier, and only that page has some.
///
/// # Errors
/// Where the code counts no longer.
pub async fn enrolling(app: &App, form: &Form) -> Result<Enrolling, Problem> {
    app.service.enrolment(form.text("id")).await?.ok_or_else(over)
}

/// The code counts no longer.
#[must_use]
pub fn over() -> Problem {
    Problem::Refused(words::say("account-code-over"))
}

async fn with_passkey(
    State(app): State<App>,
    headers: HeaderMap,
    OpenPosted(form): OpenPosted,
) -> PageAnswer {
    let state = form.text("state");
    if !app.doors.try_open(Door::Enrol, state, app.service.now()) {
        return Err(Problem::TooMany);
    }
    let enrolling = enrolling(&app, &form).await?;
    let (label, answered) = (form.text("label"), (state, form.text("credential")));
    let mut faults = Faults::default();
    if label.trim().is_empty() {
        faults.add("label", words::say("account-fault-label"));
    } else {
        let browser = session::browser(&headers);
        match app.passkeys.enrol(&app.service, &enrolling, label, answered, browser).await {
            Ok(Some(signed_in)) => {
                let home = Redirect::to(home_of(signed_in.actor.role));
                return Ok(([(SET_COOKIE, cookie(&app, &signed_in)?)], home).into_response());
            }
            Ok(None) | Err(ServiceError::KeyReused) => {
                faults.add("label", words::say("account-fault-passkey"));
            }
            Err(ServiceError::Invalid(found)) => faults = Faults::from_service(&found, |_| Some("label")),
            Err(other) => return Err(other.into()),
        }
    }
    // A page is made only for whoever brings back what a page of ours sealed.
    let own = app.passkeys.put_to_enrol(&app.service, enrolling.id(), state);
    if !own {
        return Err(Problem::FormFromElsewhere);
    }
    Ok(faulty(&choose(&app, &enrolling, None, &form, &faults).await?))
}

async fn with_password(
    State(app): State<App>,
    headers: HeaderMap,
    OpenPosted(form): OpenPosted,
) -> PageAnswer {
    let state = form.text("state");
    if !app.doors.try_open(Door::Enrol, state, app.service.now()) {
        return Err(Problem::TooMany);
    }
    let enrolling = enrolling(&app, &form).await?;
    let sealed = URL_SAFE_NO_PAD.decode(state).ok();
    let opened = sealed.and_then(|sealed| app.service.open_ceremony(&about(enrolling.id()), &sealed));
    let Some(secret) = opened.and_then(|(_, bytes)| FreshSecret::from_bytes(bytes)) else {
        return Err(Problem::Refused(words::say("account-page-too-old")));
    };
    let typed = (form.text("password"), form.text("code"));
    let browser = session::browser(&headers);
    match app.service.enrol_with_password(&enrolling, typed.0, (&secret, typed.1), browser).await {
        Ok((signed_in, codes)) => {
            let shown = shown_once(&app, &signed_in, codes)?;
            device::remember(&app, &headers, &signed_in.actor, shown)
        }
        Err(ServiceError::Invalid(found)) => {
            let faults = Faults::from_service(&found, |at| at.strip_prefix('/'));
            let before = Some((secret, state.to_owned()));
            Ok(faulty(&choose(&app, &enrolling, before, &form, &faults).await?))
        }
        Err(other) => Err(other.into()),
    }
}

fn cookie(app: &App, signed_in: &SignedIn) -> Result<axum::http::HeaderValue, Problem> {
    session::cookie(&signed_in.token, &app.settings)
}

fn shown_once(app: &App, signed_in: &SignedIn, codes: Vec<String>) -> Result<Response, Problem> {
    let role = signed_in.actor.role;
    let account = Account {
        title: signed_in.title.clone(),
        role: role_in_words(role),
        csrf: Some(signed_in.csrf.clone()),
    };
    let frame = Frame::signed_in(&app.settings, words::say("account-keep-codes-title"), role, account);
    let shown = page(&RecoveryPage { frame, codes, home: home_of(role) });
    Ok(([(SET_COOKIE, cookie(app, signed_in)?)], shown).into_response())
}
