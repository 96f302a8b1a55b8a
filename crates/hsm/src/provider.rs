//! The two ports that a token stands behind: key-encryption keys, and the ledger's key.

use std::sync::Arc;

use tlog::key::{LogKey, LogKeyError};
use vault::VaultError;
use vault::entropy::Entropy;
use vault::kek::{Holder, KekId, KekProvider, Purpose, Unready};
use vault::keyfile::FileProvider;
use vault::keyfile::wrapped::{Wrapper, WrapperError, WrapperKey};
use vault::secret::SecretKey;
use zeroize::Zeroizing;

use crate::error::HsmError;
use crate::token::Token;

impl Wrapper for Token {
    fn wrap(&self, under: &WrapperKey, key: &[u8], bound: &[u8]) -> Result<Vec<u8>, WrapperError> {
        Ok(self.seal(under, key, bound)?)
    }

    fn unwrap(
        &self,
        under: &WrapperKey,
        wrapped: &[u8],
        bound: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, WrapperError> {
        Ok(self.unseal(under, wrapped, bound)?)
    }
}

/// Key-encryption keys that a token unwrapped at the start. They are used in memory from then on; the token is asked again
/// only whether it is still there.
#[derive(Debug)]
pub struct ModuleKeys {
    keys: FileProvider,
    under: WrapperKey,
    token: Arc<Token>,
}

impl ModuleKeys {
    /// Keys that `token` unwrapped; `None` of a file whose keys are not wrapped.
    #[must_use]
    pub fn new(keys: FileProvider, token: Arc<Token>) -> Option<Self> {
        let under = keys.under()?.clone();
        Some(Self { keys, under, token })
    }
}

impl KekProvider for ModuleKeys {
    fn epochs(&self, holder: &Holder) -> Vec<u32> {
        self.keys.epochs(holder)
    }

    fn wrap(
        &self,
        kek: &KekId,
        key: &SecretKey,
        bound: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, VaultError> {
        KekProvider::wrap(&self.keys, kek, key, bound, entropy)
    }

    fn unwrap(&self, kek: &KekId, wrapped: &[u8], bound: &[u8]) -> Result<SecretKey, VaultError> {
        KekProvider::unwrap(&self.keys, kek, wrapped, bound)
    }

    fn derive(&self, kek: &KekId, purpose: Purpose) -> Result<SecretKey, VaultError> {
        self.keys.derive(kek, purpose)
    }

    fn is_in_module(&self) -> bool {
        true
    }

    fn ready(&self) -> Result<(), Unready> {
        self.token.wrapping_key(self.under.label(), Some(self.under.id()))?;
        Ok(())
    }
}

/// The ledger's signing key in a token.
#[derive(Debug)]
pub struct LedgerKey {
    token: Arc<Token>,
    label: String,
    public: [u8; 32],
}

impl LedgerKey {
    /// The key of this label. That it signs, and that both halves belong together, whoever uses it finds out at each
    /// signature.
    ///
    /// # Errors
    /// As [`Token::ledger_key`].
    pub fn find(token: Arc<Token>, label: &str) -> Result<Self, HsmError> {
        let (_, public) = token.ledger_key(label)?;
        Ok(Self { token, label: label.to_owned(), public })
    }

    /// The public half.
    #[must_use]
    pub const fn public(&self) -> &[u8; 32] {
        &self.public
    }
}

impl LogKey for LedgerKey {
    fn sign(&self, message: &[u8]) -> Result<[u8; 64], LogKeyError> {
        Ok(self.token.sign(&self.label, message)?)
    }

    fn ready(&self) -> Result<(), LogKeyError> {
        self.token.ledger_key(&self.label)?;
        Ok(())
    }
}
