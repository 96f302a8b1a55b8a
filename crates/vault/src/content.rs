//! The content of a disclosure, which nobody can open before the decision to disclose it is witnessed.
//!
//! Each disclosure has a content key, wrapped under the unit's key-encryption key and bound to the commitment
//! of the deciding event. The items are sealed under a key that is derived from the content key *and* the
//! case's key, so destroying the case's keys destroys what was disclosed as well, wherever it was copied.
//!
//! The unit's working text of a proposal, before the decision, is a blob under the case key like any other.
//! What the officer is shown comes from here alone.

mod form;

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use crate::aead;
use crate::case_keys::CaseKeys;
use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::kek::{KekId, KekProvider};
use crate::release::Release;
use crate::seal::PLAINTEXT_BYTES_MAX;
use crate::secret::SecretKey;
use crate::transcript::Transcript;
use crate::wrapped::{KeyKind, WrappedKey};

/// Most items in one disclosure. The catalogue has fewer than forty; the count is one byte in the stored form.
pub const ITEMS_MAX: usize = 255;

/// Longest code of an item, in bytes; its length is one byte in the stored form.
pub const ITEM_CODE_BYTES_MAX: usize = 255;

/// The disclosure that content belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disclosure<'a> {
    /// The case's identifier.
    pub case: &'a str,
    /// The number of the proposal in its case, from 1.
    pub number: u64,
}

/// The items of one disclosure, sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedContent {
    commitment: [u8; 32],
    key: WrappedKey,
    items: Vec<SealedItem>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct SealedItem {
    code: String,
    sealed: Vec<u8>,
}

/// One item of a disclosure, opened.
#[derive(PartialEq, Eq)]
pub struct OpenItem {
    /// The item's code in the catalogue.
    pub code: String,
    /// What is disclosed.
    pub text: Zeroizing<String>,
}

impl std::fmt::Debug for OpenItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenItem").field("code", &self.code).field("text", &"…").finish()
    }
}

impl Disclosure<'_> {
    fn subject(&self, commitment: &[u8; 32]) -> Vec<u8> {
        Transcript::new("candour.content-key.v1")
            .text(self.case)
            .number(self.number)
            .bytes(commitment)
            .finish()
    }

    /// What each item is bound to: the decision, the whole list of codes in its order, and its own place in it,
    /// so that no item can be left out, added, exchanged or moved.
    fn bound<'c>(
        &self,
        commitment: &[u8; 32],
        codes: impl ExactSizeIterator<Item = &'c str>,
        index: usize,
    ) -> Vec<u8> {
        let transcript = Transcript::new("candour.content.v1")
            .text(self.case)
            .number(self.number)
            .bytes(commitment)
            .number(index as u64)
            .number(codes.len() as u64);
        codes.fold(transcript, Transcript::text).finish()
    }
}

fn item_key(content: &SecretKey, keys: &CaseKeys) -> SecretKey {
    content.derive(keys.case.secret().bytes(), b"candour.content-items.v1")
}

/// Seals the items of a disclosure under a fresh content key that is bound to the decision.
///
/// `items` are codes and texts in the order in which they are to be read. `commitment` is that of the deciding
/// event's leaf.
///
/// # Errors
/// [`VaultError::DuplicateItem`], [`VaultError::TooManyItems`], [`VaultError::TooLong`],
/// [`VaultError::UnknownKek`].
pub fn seal_content(
    provider: &dyn KekProvider,
    kek: &KekId,
    keys: &CaseKeys,
    disclosure: Disclosure<'_>,
    commitment: &[u8; 32],
    items: &[(&str, &str)],
    entropy: &dyn Entropy,
) -> Result<SealedContent, VaultError> {
    if items.len() > ITEMS_MAX || items.iter().any(|(code, _)| code.len() > ITEM_CODE_BYTES_MAX) {
        return Err(VaultError::TooManyItems);
    }
    if items.iter().map(|(code, _)| code).collect::<BTreeSet<_>>().len() != items.len() {
        return Err(VaultError::DuplicateItem);
    }
    if items.iter().any(|(_, text)| text.len() > PLAINTEXT_BYTES_MAX) {
        return Err(VaultError::TooLong);
    }
    let content = SecretKey::fresh(entropy);
    let subject = disclosure.subject(commitment);
    let key = WrappedKey::wrap(provider, kek, KeyKind::Content, &subject, &content, entropy)?;
    let item_key = item_key(&content, keys);
    let mut sealed_items = Vec::with_capacity(items.len());
    for (index, (code, text)) in items.iter().enumerate() {
        let bound = disclosure.bound(commitment, items.iter().map(|(code, _)| *code), index);
        let sealed = aead::seal(&item_key, entropy, text.as_bytes(), &bound)?;
        sealed_items.push(SealedItem { code: (*code).to_owned(), sealed });
    }
    Ok(SealedContent { commitment: *commitment, key, items: sealed_items })
}

impl SealedContent {
    /// Opens all items, for a release of the decision that they are bound to.
    ///
    /// # Errors
    /// [`VaultError::OtherDecision`] if the release is of another decision; [`VaultError::DoesNotOpen`] if
    /// anything else is not as it was sealed.
    pub fn open(
        &self,
        provider: &dyn KekProvider,
        keys: &CaseKeys,
        disclosure: Disclosure<'_>,
        release: &Release,
    ) -> Result<Vec<OpenItem>, VaultError> {
        if !release.is_of(&self.commitment) {
            return Err(VaultError::OtherDecision);
        }
        let subject = disclosure.subject(&self.commitment);
        let content = self.key.unwrap(provider, KeyKind::Content, &subject)?;
        let item_key = item_key(&content, keys);
        let open_item = |(index, item): (usize, &SealedItem)| {
            let bound = disclosure.bound(&self.commitment, self.codes(), index);
            let plain = aead::open(&item_key, &item.sealed, &bound)?;
            // What was sealed was text, so this fails only if the seal was made by something else.
            let text = std::str::from_utf8(&plain).map_err(|_| VaultError::Malformed)?;
            Ok(OpenItem { code: item.code.clone(), text: Zeroizing::new(text.to_owned()) })
        };
        self.items.iter().enumerate().map(open_item).collect()
    }

    /// The commitment of the decision that this content is bound to.
    #[must_use]
    pub const fn commitment(&self) -> &[u8; 32] {
        &self.commitment
    }

    fn codes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.items.iter().map(|item| item.code.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kek::Holder;
    use crate::keyfile::FileProvider;
    use crate::testing::Counting;

    const COMMITMENT: [u8; 32] = [3; 32];
    const DISCLOSURE: Disclosure<'_> = Disclosure { case: "case-1", number: 2 };
    const ITEMS: [(&str, &str); 2] = [("allergies", "penicillin"), ("safety-handling-advice", "")];

    struct World {
        provider: FileProvider,
        kek: KekId,
        keys: CaseKeys,
        sealed: SealedContent,
    }

    fn world() -> World {
        let entropy = Counting::new(1);
        let holder = Holder::unit("london").unwrap();
        let provider = FileProvider::in_memory([holder.clone()], &entropy);
        let kek = provider.newest(&holder).unwrap();
        let keys = CaseKeys::fresh(&entropy);
        let sealed = seal_content(&provider, &kek, &keys, DISCLOSURE, &COMMITMENT, &ITEMS, &entropy).unwrap();
        World { provider, kek, keys, sealed }
    }

    impl World {
        fn open(
            &self,
            sealed: &SealedContent,
            disclosure: Disclosure<'_>,
            c: [u8; 32],
        ) -> Result<Vec<OpenItem>, VaultError> {
            sealed.open(&self.provider, &self.keys, disclosure, &Release::for_test(c))
        }
    }

    #[test]
    fn a_release_of_the_decision_opens_every_item_in_its_order() {
        let world = world();
        let opened = world.open(&world.sealed, DISCLOSURE, COMMITMENT).unwrap();
        let opened: Vec<_> = opened.iter().map(|item| (item.code.as_str(), item.text.as_str())).collect();
        assert_eq!(opened, ITEMS);
    }

    #[test]
    fn a_release_of_another_decision_opens_nothing() {
        let world = world();
        assert_eq!(world.open(&world.sealed, DISCLOSURE, [4; 32]), Err(VaultError::OtherDecision));
    }

    #[test]
    fn rewriting_the_commitment_to_suit_another_decision_opens_nothing() {
        let world = world();
        let mut forged = world.sealed.clone();
        forged.commitment = [4; 32];
        assert_eq!(world.open(&forged, DISCLOSURE, [4; 32]), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn the_key_of_a_disclosure_without_items_is_bound_to_its_decision_too() {
        let mut world = world();
        let World { provider, kek, keys, .. } = &world;
        let entropy = Counting::new(5);
        world.sealed = seal_content(provider, kek, keys, DISCLOSURE, &COMMITMENT, &[], &entropy).unwrap();
        assert_eq!(world.open(&world.sealed, DISCLOSURE, COMMITMENT), Ok(vec![]));
        let forged = SealedContent { commitment: [4; 32], ..world.sealed.clone() };
        assert_eq!(world.open(&forged, DISCLOSURE, [4; 32]), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn content_does_not_open_as_that_of_another_case_or_disclosure() {
        let world = world();
        for other in [Disclosure { case: "case-2", number: 2 }, Disclosure { case: "case-1", number: 3 }] {
            assert_eq!(world.open(&world.sealed, other, COMMITMENT), Err(VaultError::DoesNotOpen));
        }
    }

    #[test]
    fn without_the_keys_of_the_case_a_release_opens_nothing() {
        let mut world = world();
        world.keys = CaseKeys::fresh(&Counting::new(2));
        assert_eq!(world.open(&world.sealed, DISCLOSURE, COMMITMENT), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn no_item_can_be_left_out_added_exchanged_moved_or_renamed() {
        let world = world();
        let change = |how: fn(&mut Vec<SealedItem>)| {
            let mut changed = world.sealed.clone();
            how(&mut changed.items);
            world.open(&changed, DISCLOSURE, COMMITMENT)
        };
        let refused = Err(VaultError::DoesNotOpen);
        assert_eq!(change(|items| drop(items.pop())), refused);
        assert_eq!(change(|items| items.push(items[0].clone())), refused);
        assert_eq!(change(|items| items.swap(0, 1)), refused);
        assert_eq!(change(|items| items[0].code = "medication-current".to_owned()), refused);
        assert_eq!(change(|items| items[0].sealed = items[1].sealed.clone()), refused);
        let codes_exchanged = change(|items| {
            let (first, rest) = items.split_at_mut(1);
            std::mem::swap(&mut first[0].code, &mut rest[0].code);
        });
        assert_eq!(codes_exchanged, refused);
    }

    #[test]
    fn every_disclosure_has_a_key_of_its_own() {
        let world = world();
        let entropy = Counting::new(9);
        let seal = || {
            let World { provider, kek, keys, .. } = &world;
            seal_content(provider, kek, keys, DISCLOSURE, &COMMITMENT, &ITEMS, &entropy).unwrap()
        };
        let (one, two) = (seal(), seal());
        let mixed = SealedContent { items: two.items, ..one };
        assert_eq!(world.open(&mixed, DISCLOSURE, COMMITMENT), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn what_has_no_place_in_a_disclosure_is_refused_when_it_is_sealed() {
        let world = world();
        let seal = |items: &[(&str, &str)]| {
            let World { provider, kek, keys, .. } = &world;
            seal_content(provider, kek, keys, DISCLOSURE, &COMMITMENT, items, &Counting::new(3))
        };
        assert_eq!(seal(&[("a", "x"), ("a", "y")]), Err(VaultError::DuplicateItem));
        assert_eq!(seal(&[(&"a".repeat(256), "x")]), Err(VaultError::TooManyItems));
        let codes: Vec<String> = (0..=ITEMS_MAX).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), "")).collect();
        assert_eq!(seal(&many), Err(VaultError::TooManyItems));
        assert!(seal(&many[1..]).is_ok());
        assert!(seal(&[]).is_ok());
    }

    #[test]
    fn an_open_item_does_not_print_its_text() {
        let world = world();
        let opened = world.open(&world.sealed, DISCLOSURE, COMMITMENT).unwrap();
        assert!(!format!("{opened:?}").contains("penicillin"));
    }
}
