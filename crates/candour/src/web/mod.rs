//! The pages' core: state, router, sessions, forms, headers, and what every page shares.

pub mod access;
pub mod assets;
pub mod client;
pub mod device;
pub mod field;
pub mod form;
pub mod frame;
pub mod headers;
pub mod language;
pub mod limit;
pub mod passkeys;
pub mod problem;
pub mod proof;
pub mod session;
pub mod strangers;

use crate::{machine::Machine, organisations::Organisations, shelf::Shelf};
use axum::{Router, extract::DefaultBodyLimit, middleware};
use service::engine::{EntropyPort, Service};
use std::sync::Arc;

/// Largest body of a form, in bytes: the longest text (20,000 characters of up to four bytes, each perhaps written as
/// three) once, with room for everything else.
pub const BODY_BYTES_MAX: usize = 256 * 1024;

/// What pages need to know of the configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether the cookie may travel only by HTTPS: wherever people reach the service by it.
    pub secure_cookie: bool,
    /// The origin under which people reach the service, such as `https://candour.example`; where there is none, the
    /// request's own host counts.
    pub origin: Option<String>,
    /// Says on every page that everything here is invented.
    pub demonstration: bool,
    /// Where the quick exit leads.
    pub exit_to: String,
    /// Packs that may be offered for adoption.
    pub shelf: Shelf,
    /// What only the machine knows of how the service stands.
    pub machine: Machine,
    /// Organisations whose people sign in through a provider of their own.
    pub organisations: Organisations,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            secure_cookie: true,
            origin: None,
            demonstration: false,
            exit_to: "https://www.bbc.co.uk/weather".to_owned(),
            machine: Machine::default(),
            shelf: Shelf::default(),
            organisations: Organisations::default(),
        }
    }
}

/// What every handler gets.
#[derive(Debug, Clone)]
pub struct App {
    /// The use cases.
    pub service: Service,
    /// Settings.
    pub settings: Arc<Settings>,
    /// Chance, for the keys of forms.
    pub entropy: Arc<dyn EntropyPort>,
    /// How often a door may be tried.
    pub doors: Arc<limit::Doors>,
    /// Passkeys for our address.
    pub passkeys: passkeys::Passkeys,
    /// Organisations that have a provider.
    pub organisations: Organisations,
}

impl App {
    /// The state of all pages.
    #[must_use]
    pub fn new(service: Service, settings: Settings, entropy: Arc<dyn EntropyPort>) -> Self {
        let passkeys = match settings.origin.as_deref().map(passkeys::Passkeys::of) {
            Some(Ok(passkeys)) => passkeys,
            Some(Err(error)) => {
                tracing::error!(%error, "nobody can sign in with a passkey");
                passkeys::Passkeys::none()
            }
            None => passkeys::Passkeys::none(),
        };
        let organisations = settings.organisations.clone();
        Self {
            service,
            settings: Arc::new(settings),
            entropy,
            doors: Arc::default(),
            passkeys,
            organisations,
        }
    }

    /// The same application under the rules that are in force now: what one request does is judged by one gate.
    #[must_use]
    pub fn current(&self) -> Self {
        Self { service: self.service.current(), ..self.clone() }
    }

    /// A fresh key for a form: 128 drawn bits in hexadecimal.
    #[must_use]
    pub fn fresh_key(&self) -> String {
        let mut bytes = [0_u8; 16];
        self.entropy.fill(&mut bytes);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// All pages and assets, with their limits and headers.
pub fn router(app: App) -> Router {
    crate::pages::routes()
        .merge(assets::routes())
        .merge(language::routes())
        .fallback(problem::no_such_page)
        .method_not_allowed_fallback(problem::no_such_method)
        .layer(middleware::from_fn_with_state(app.clone(), proof::guard))
        .layer(middleware::from_fn(language::speak))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(app)
}
