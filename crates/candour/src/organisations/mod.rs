//! Organisations that have a provider of their own: which there are, and what is said to one (OpenID Connect Core 1.0,
//! authorization code flow with PKCE, RFC 7636).
//!
//! SECURITY: whatever comes from a provider or by way of a browser proves nothing until [`provider`] has verified it. What
//! a provider writes for people is never shown or logged.

mod flow;
mod provider;

pub use flow::{FLOW_SECONDS, Flow, Purpose};
pub use provider::{Provider, ProviderError};

use crate::{config::OrganisationConfig, outgoing::Outgoing};
use casework::actor::Place;
use std::sync::Arc;

/// Every organisation with a provider, in the order of the configuration.
#[derive(Debug, Clone, Default)]
pub struct Organisations(Arc<Vec<Arc<Provider>>>);

impl Organisations {
    /// As configured, for a service that is reached at an address.
    ///
    /// # Errors
    /// Names the organisation or the file whose setting cannot be used.
    pub fn of(configured: &[OrganisationConfig], address: &str) -> anyhow::Result<Self> {
        let outgoing = Outgoing::new();
        let providers =
            configured.iter().map(|one| Provider::of(one, address, outgoing.clone()).map(Arc::new));
        Ok(Self(Arc::new(providers.collect::<anyhow::Result<_>>()?)))
    }

    /// The one that a form or a flow names, as the configuration writes it.
    #[must_use]
    pub fn named(&self, organisation: &str) -> Option<Arc<Provider>> {
        self.0.iter().find(|provider| provider.organisation() == organisation).cloned()
    }

    /// The one that says so of itself.
    #[must_use]
    pub fn of_issuer(&self, issuer: &str) -> Option<Arc<Provider>> {
        self.0.iter().find(|provider| provider.issuer() == issuer).cloned()
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Provider>> {
        self.0.iter()
    }

    /// The only one, where there is one and no more.
    #[must_use]
    pub fn only(&self) -> Option<&Arc<Provider>> {
        match self.0.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// The organisation's provider, with whom it speaks for.
impl Provider {
    /// Whose people it speaks for.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }
}
