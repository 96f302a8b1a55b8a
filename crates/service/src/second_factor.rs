//! The second factor beside a password: codes that change with time (RFC 6238), and recovery codes for when the device
//! that makes them is lost. Each counts once, and whoever guesses waits ([`crate::code_tries`]).

use crate::{
    accounts::{Method, Passwords},
    code_tries::Whence,
    engine::Service,
    error::{Answer, ServiceError},
    ports::{AccountRow, StoreError, Write},
};
use casework::{actor, id::AccountId};
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Secret, Totp};
use vault::{
    letter_code::{AccountCode, AccountCodes, LetterCode},
    seal::{self, Place},
};
use zeroize::Zeroizing;

/// How many recovery codes an account gets.
pub const RECOVERY_CODES: usize = 8;
/// Length of a secret in bytes, as RFC 4226 asks of HMAC-SHA-1.
const SECRET_BYTES: usize = 20;
/// Length of a time step in seconds, and how many before and after count too, for clocks that are not quite right.
const STEP_SECONDS: u64 = 30;
const SKEW_STEPS: u16 = 1;

/// A secret that makes codes, before it is anybody's.
#[derive(Clone)]
pub struct FreshSecret(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for FreshSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FreshSecret")
    }
}

impl FreshSecret {
    /// From what a page brought back, sealed.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() == SECRET_BYTES).then(|| Self(Zeroizing::new(bytes)))
    }

    /// For sealing.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// In base 32, to be typed into an authenticator.
    #[must_use]
    pub fn typed(&self) -> String {
        Secret::from(self.0.to_vec()).to_base32()
    }

    /// The time step whose code was typed, if any is.
    pub(crate) fn step_of(&self, code: &str, now: u64) -> Answer<Option<u64>> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        Ok(totp(&self.0)?.check(&digits, now))
    }
}

/// Six digits of HMAC-SHA-1, which is what authenticators know.
fn totp(secret: &[u8]) -> Answer<Totp> {
    Builder::new()
        .with_secret(secret.to_vec())
        .with_digits(6)
        .with_step_duration(STEP_SECONDS)
        .with_skew(SKEW_STEPS)
        .build()
        .map_err(|_| ServiceError::Broken("a second factor does not read"))
}

/// What was kept of a recovery code before digests were keyed: 75 drawn bits under SHA-256 alone. Such codes go on counting
/// until they are used, or renewed by their holder; none is made any more.
fn unkeyed_digest(code: &LetterCode) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"candour.recovery-code.v1\n");
    digest.update(code.printed().as_bytes());
    digest.finalize().into()
}

impl Service {
    /// Draws a secret.
    #[must_use]
    pub fn fresh_secret(&self) -> FreshSecret {
        let mut bytes = vec![0_u8; SECRET_BYTES];
        self.entropy().fill(&mut bytes);
        FreshSecret(Zeroizing::new(bytes))
    }

    /// Draws recovery codes: as they are shown, once, and what is kept of each.
    pub(crate) fn fresh_recovery_codes(&self) -> Answer<(Vec<String>, Vec<[u8; 32]>)> {
        let index = AccountCodes::new(&*self.parts.keks)?;
        let (mut shown, mut kept) = (Vec::new(), Vec::new());
        for _ in 0..RECOVERY_CODES {
            let code = LetterCode::fresh(self.entropy());
            kept.push(index.digest(AccountCode::Recovery, &code)?);
            shown.push(code.printed().to_string());
        }
        Ok((shown, kept))
    }

    /// New recovery codes for one's own account, shown this once; those before count no longer.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] for an account without a second factor.
    pub async fn renew_recovery_codes(&self, actor: &actor::Actor) -> Answer<Vec<String>> {
        if self.parts.store.second_factor(&actor.account).await?.is_none() {
            return Err(ServiceError::Busy);
        }
        let (shown, kept) = self.fresh_recovery_codes()?;
        let write = Write { recovery: Some((actor.account.clone(), kept)), ..Write::default() };
        self.change_account(Some(actor), &actor.account, "recovery codes renewed", write).await?;
        Ok(shown)
    }

    /// What proves, after the right password, who somebody is; `None` where nothing does, and alike for a code that has to
    /// wait, or whoever has the password would hear that it is the right one.
    pub(crate) async fn second_factor(
        &self,
        row: &AccountRow,
        code: &str,
        whence: Whence,
    ) -> Answer<Option<Method>> {
        let alone = self.parts.passwords == Passwords::Alone;
        if matches!(row.place, actor::Place::Force(_)) && !alone {
            // SECURITY: a mailbox or a telephone that somebody else reads would be enough. Police have passkeys.
            return Ok(None);
        }
        let Some(sealed) = self.parts.store.second_factor(&row.account).await? else {
            return Ok(alone.then_some(Method::Password));
        };
        if code.trim().is_empty() {
            // Forgotten, and no guess.
            return Ok(None);
        }
        if !self.codes.may_try(&row.account, whence, self.now()) {
            tracing::warn!(account = %row.account, "a code has to wait after several that were wrong");
            return Ok(None);
        }
        let method = self.method_of(&row.account, &sealed, code).await?;
        if method.is_some() {
            self.codes.was_right(&row.account, whence);
        }
        Ok(method)
    }

    /// What a code proves, which counts no more afterwards.
    async fn method_of(&self, account: &AccountId, sealed: &[u8], code: &str) -> Answer<Option<Method>> {
        let secret = self.open_secret(account, sealed).await?;
        let now = u64::try_from(self.now().0).unwrap_or(0);
        if let Some(step) = secret.step_of(code, now)? {
            return match self.parts.store.use_second_factor(account, step).await {
                Ok(()) => Ok(Some(Method::PasswordAndCode)),
                // Read over a shoulder and typed again.
                Err(StoreError::Repeated) => {
                    tracing::warn!(%account, "a code was typed a second time");
                    Ok(None)
                }
                Err(other) => Err(other.into()),
            };
        }
        let Some(code) = LetterCode::parse(code) else { return Ok(None) };
        let keyed = AccountCodes::new(&*self.parts.keks)?.digests(AccountCode::Recovery, &code);
        for digest in keyed.into_iter().chain([unkeyed_digest(&code)]) {
            match self.parts.store.use_recovery_code(account, digest).await {
                Ok(()) => return Ok(Some(Method::RecoveryCode)),
                Err(StoreError::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Ok(None)
    }

    /// Seals a secret under the keys of its account.
    pub(crate) async fn seal_secret(&self, account: &AccountId, secret: &FreshSecret) -> Answer<Vec<u8>> {
        let id = Self::account_stream(account);
        let keys = self.keys(&id).await?.ok_or(ServiceError::Broken("an account has no keys"))?;
        let place = Place::Blob { case: id.as_str(), blob: "second-factor", kind: "secret" };
        Ok(seal::seal(&keys.case, self.entropy(), secret.bytes(), &place)?)
    }

    async fn open_secret(&self, account: &AccountId, sealed: &[u8]) -> Answer<FreshSecret> {
        let id = Self::account_stream(account);
        let keys = self.keys(&id).await?.ok_or(ServiceError::Broken("an account has no keys"))?;
        let place = Place::Blob { case: id.as_str(), blob: "second-factor", kind: "secret" };
        let bytes = seal::open(&keys.case, sealed, &place)?.to_vec();
        FreshSecret::from_bytes(bytes).ok_or(ServiceError::Broken("a second factor does not read"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the secret of SHA-1, and the last six of its eight digits.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let secret = FreshSecret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret.step_of(code, time).unwrap(), Some(time / 30), "{time}");
            assert_eq!(secret.step_of(code, time + 90).unwrap(), None, "{time}");
            assert_eq!(secret.step_of(&code[1..], time).unwrap(), None);
        }
        assert_eq!(secret.step_of("287 082", 59).unwrap(), Some(1));
        assert_eq!(secret.typed(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
