//! The keys of a case: one for what happened, one for who it happened to.
//!
//! They are apart so that the name can go before the rest does, and so that work on events needs no name.
//! INVARIANT: the wrapped forms are durable in the keystore before the case's first event is, and nothing in
//! any other place can unwrap them; whoever deletes them there erases the case.

use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::kek::{KekId, KekProvider};
use crate::seal::DataKey;
use crate::wrapped::{KeyKind, WrappedKey};

/// The two data keys of a case, open for use.
#[derive(Debug)]
pub struct CaseKeys {
    /// Seals events, blobs and remembered answers.
    pub case: DataKey,
    /// Seals name, address, date of birth and numbers.
    pub identity: DataKey,
}

/// The two data keys of a case as the keystore holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedCaseKeys {
    /// The wrapped [`CaseKeys::case`].
    pub case: WrappedKey,
    /// The wrapped [`CaseKeys::identity`].
    pub identity: WrappedKey,
}

impl CaseKeys {
    /// Draws both keys.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        Self { case: DataKey::fresh(entropy), identity: DataKey::fresh(entropy) }
    }

    /// Wraps both keys for this case.
    ///
    /// # Errors
    /// [`VaultError::UnknownKek`] if the provider has no such key.
    pub fn wrap(
        &self,
        provider: &dyn KekProvider,
        kek: &KekId,
        case: &str,
        entropy: &dyn Entropy,
    ) -> Result<WrappedCaseKeys, VaultError> {
        let wrap = |kind, key: &DataKey| {
            WrappedKey::wrap(provider, kek, kind, case.as_bytes(), key.secret(), entropy)
        };
        Ok(WrappedCaseKeys {
            case: wrap(KeyKind::Case, &self.case)?,
            identity: wrap(KeyKind::Identity, &self.identity)?,
        })
    }
}

impl WrappedCaseKeys {
    /// Opens both keys of this case.
    ///
    /// # Errors
    /// [`VaultError::DoesNotOpen`] if they belong to another case, kind, holder or epoch;
    /// [`VaultError::UnknownKek`] if the provider has no such key.
    pub fn unwrap(&self, provider: &dyn KekProvider, case: &str) -> Result<CaseKeys, VaultError> {
        let unwrap = |kind, key: &WrappedKey| key.unwrap(provider, kind, case.as_bytes()).map(DataKey::new);
        Ok(CaseKeys {
            case: unwrap(KeyKind::Case, &self.case)?,
            identity: unwrap(KeyKind::Identity, &self.identity)?,
        })
    }
}

/// Wraps a key for a form that has been begun and not sent.
///
/// # Errors
/// [`VaultError::UnknownKek`] if the provider has no such key.
pub fn wrap_draft(
    provider: &dyn KekProvider,
    kek: &KekId,
    draft: &str,
    key: &DataKey,
    entropy: &dyn Entropy,
) -> Result<WrappedKey, VaultError> {
    WrappedKey::wrap(provider, kek, KeyKind::Draft, draft.as_bytes(), key.secret(), entropy)
}

/// Opens the key of a draft.
///
/// # Errors
/// As [`WrappedCaseKeys::unwrap`].
pub fn unwrap_draft(
    provider: &dyn KekProvider,
    draft: &str,
    wrapped: &WrappedKey,
) -> Result<DataKey, VaultError> {
    wrapped.unwrap(provider, KeyKind::Draft, draft.as_bytes()).map(DataKey::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kek::Holder;
    use crate::keyfile::FileProvider;
    use crate::seal::{Place, open, seal};
    use crate::testing::Counting;

    const PLACE: Place<'_> = Place::Blob { case: "case-1", blob: "b", kind: "name" };

    fn provider(entropy: &Counting) -> (FileProvider, KekId, KekId) {
        let (london, leeds) = (Holder::unit("london").unwrap(), Holder::unit("leeds").unwrap());
        let provider = FileProvider::in_memory([london.clone(), leeds.clone()], entropy);
        let keks = (provider.newest(&london).unwrap(), provider.newest(&leeds).unwrap());
        (provider, keks.0, keks.1)
    }

    #[test]
    fn keys_that_were_wrapped_and_opened_open_what_was_sealed_before() {
        let entropy = Counting::new(1);
        let (provider, kek, _) = provider(&entropy);
        let keys = CaseKeys::fresh(&entropy);
        let sealed = seal(&keys.case, &entropy, b"text", &PLACE).unwrap();
        let wrapped = keys.wrap(&provider, &kek, "case-1", &entropy).unwrap();
        let opened = wrapped.unwrap(&provider, "case-1").unwrap();
        assert_eq!(open(&opened.case, &sealed, &PLACE).unwrap().as_slice(), b"text");
    }

    #[test]
    fn the_two_keys_of_a_case_are_different_keys() {
        let entropy = Counting::new(1);
        let keys = CaseKeys::fresh(&entropy);
        let sealed = seal(&keys.case, &entropy, b"text", &PLACE).unwrap();
        assert_eq!(open(&keys.identity, &sealed, &PLACE), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn the_keys_of_one_case_do_not_open_as_those_of_another() {
        let entropy = Counting::new(1);
        let (provider, kek, _) = provider(&entropy);
        let wrapped = CaseKeys::fresh(&entropy).wrap(&provider, &kek, "case-1", &entropy).unwrap();
        assert_eq!(wrapped.unwrap(&provider, "case-2").unwrap_err(), VaultError::DoesNotOpen);
    }

    #[test]
    fn the_identity_key_cannot_stand_in_for_the_case_key() {
        let entropy = Counting::new(1);
        let (provider, kek, _) = provider(&entropy);
        let wrapped = CaseKeys::fresh(&entropy).wrap(&provider, &kek, "case-1", &entropy).unwrap();
        let swapped = WrappedCaseKeys { case: wrapped.identity, identity: wrapped.case };
        assert_eq!(swapped.unwrap(&provider, "case-1").unwrap_err(), VaultError::DoesNotOpen);
    }

    #[test]
    fn a_case_that_moves_to_another_unit_keeps_its_keys() {
        let entropy = Counting::new(1);
        let (provider, london, leeds) = provider(&entropy);
        let wrapped = CaseKeys::fresh(&entropy).wrap(&provider, &london, "case-1", &entropy).unwrap();
        let keys = wrapped.unwrap(&provider, "case-1").unwrap();
        let sealed = seal(&keys.case, &entropy, b"text", &PLACE).unwrap();
        let moved = keys.wrap(&provider, &leeds, "case-1", &entropy).unwrap();
        assert_eq!(moved.case.kek().holder.name(), "leeds");
        let keys = moved.unwrap(&provider, "case-1").unwrap();
        assert_eq!(open(&keys.case, &sealed, &PLACE).unwrap().as_slice(), b"text");
    }

    #[test]
    fn a_draft_has_a_key_of_its_own() {
        let entropy = Counting::new(1);
        let (provider, kek, _) = provider(&entropy);
        let key = DataKey::fresh(&entropy);
        let wrapped = wrap_draft(&provider, &kek, "draft-1", &key, &entropy).unwrap();
        assert_eq!(
            unwrap_draft(&provider, "draft-1", &wrapped).unwrap().secret().bytes(),
            key.secret().bytes()
        );
        assert_eq!(unwrap_draft(&provider, "draft-2", &wrapped).unwrap_err(), VaultError::DoesNotOpen);
    }
}
