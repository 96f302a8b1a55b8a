//! Browsers in which somebody has signed in before, so that what strangers try under a name shuts nobody out of their own.
//!
//! What a browser keeps is sealed, and bound to the account. It opens nothing: whoever has it is only counted apart from
//! everybody else, and has to show the password and the code as ever.
//! Source: OWASP, “Slow Down Online Guessing Attacks with Device Cookies”.

use crate::{accounts::Passwords, engine::Service, error::Answer};
use casework::{actor::Actor, id::AccountId, time::DAY_SECONDS};

/// How long a browser is known after somebody signed in there, in seconds.
pub const DEVICE_SECONDS: i64 = 90 * DAY_SECONDS;
/// How many accounts one browser is known for: computers are shared, and cookies have an end.
pub const ACCOUNTS_MAX: usize = 4;

/// A browser, as one account knows it: a drawn number that says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Device([u8; 16]);

impl From<[u8; 16]> for Device {
    fn from(drawn: [u8; 16]) -> Self {
        Self(drawn)
    }
}

impl Device {
    /// The number.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

fn about(account: &AccountId) -> String {
    format!("device {account}")
}

impl Service {
    /// What a browser keeps from now on, the newest first, of what it kept before: nothing new where no password opens the
    /// account, or where it opens it alone.
    ///
    /// # Errors
    /// Where the service's key is not there.
    pub fn remember_device(&self, actor: &Actor, before: &[Vec<u8>]) -> Answer<Option<Vec<Vec<u8>>>> {
        if self.parts.passwords == Passwords::Alone || !self.may_type_a_password(actor) {
            return Ok(None);
        }
        let about = about(&actor.account);
        let drawn: [u8; 16] = self.drawn();
        let mut kept = vec![self.seal_for(&about, &drawn, DEVICE_SECONDS)?];
        kept.extend(before.iter().filter(|one| self.open_ceremony(&about, one).is_none()).cloned());
        kept.truncate(ACCOUNTS_MAX);
        Ok(Some(kept))
    }

    /// The browser, where something that it keeps is of the account with this sign-in name; `None` for anything else, an
    /// unknown name included.
    ///
    /// # Errors
    /// As the store's.
    pub async fn known_device(&self, name: &str, kept: &[Vec<u8>]) -> Answer<Option<Device>> {
        if kept.is_empty() {
            return Ok(None);
        }
        let Some(row) = self.parts.store.account_by_name(name.trim()).await? else { return Ok(None) };
        let about = about(&row.account);
        Ok(kept.iter().take(ACCOUNTS_MAX).find_map(|one| {
            let (_, drawn) = self.open_ceremony(&about, one)?;
            <[u8; 16]>::try_from(drawn).ok().map(Device)
        }))
    }
}
