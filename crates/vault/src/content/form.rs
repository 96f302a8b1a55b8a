//! The stored form of sealed content.
//!
//! `version (0x01) ‖ commitment (32) ‖ length (2) ‖ wrapped key ‖ count (1) ‖ items`, each item `length (1) ‖
//! code ‖ length (4) ‖ sealed text`. Lengths are big-endian.

use super::{SealedContent, SealedItem};
use crate::error::VaultError;
use crate::wrapped::WrappedKey;

const VERSION: u8 = 1;

impl SealedContent {
    /// The bytes to store.
    ///
    /// # Errors
    /// [`VaultError::TooManyItems`] if a length has no room; what
    /// [`seal_content`](super::seal_content) made always has.
    pub fn to_bytes(&self) -> Result<Vec<u8>, VaultError> {
        let room = |_| VaultError::TooManyItems;
        let key = self.key.to_bytes();
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.commitment);
        bytes.extend_from_slice(&u16::try_from(key.len()).map_err(room)?.to_be_bytes());
        bytes.extend_from_slice(&key);
        bytes.push(u8::try_from(self.items.len()).map_err(room)?);
        for item in &self.items {
            bytes.push(u8::try_from(item.code.len()).map_err(room)?);
            bytes.extend_from_slice(item.code.as_bytes());
            bytes.extend_from_slice(&u32::try_from(item.sealed.len()).map_err(room)?.to_be_bytes());
            bytes.extend_from_slice(&item.sealed);
        }
        Ok(bytes)
    }

    /// Reads stored bytes, all of them.
    ///
    /// # Errors
    /// [`VaultError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        parse(bytes).ok_or(VaultError::Malformed)
    }
}

fn parse(bytes: &[u8]) -> Option<SealedContent> {
    let (&version, rest) = bytes.split_first()?;
    let (&commitment, rest) = rest.split_first_chunk::<32>()?;
    let (&key_length, rest) = rest.split_first_chunk::<2>()?;
    let (key, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(key_length)))?;
    let (&count, mut rest) = rest.split_first()?;
    if version != VERSION {
        return None;
    }
    let mut items = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        let item;
        (item, rest) = parse_item(rest)?;
        items.push(item);
    }
    let key = WrappedKey::from_bytes(key).ok()?;
    rest.is_empty().then_some(SealedContent { commitment, key, items })
}

fn parse_item(bytes: &[u8]) -> Option<(SealedItem, &[u8])> {
    let (&code_length, rest) = bytes.split_first()?;
    let (code, rest) = rest.split_at_checked(usize::from(code_length))?;
    let (&sealed_length, rest) = rest.split_first_chunk::<4>()?;
    let (sealed, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(sealed_length)).ok()?)?;
    let code = std::str::from_utf8(code).ok()?.to_owned();
    Some((SealedItem { code, sealed: sealed.to_vec() }, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Disclosure, seal_content};
    use super::*;
    use crate::case_keys::CaseKeys;
    use crate::kek::{Holder, KekProvider};
    use crate::keyfile::FileProvider;
    use crate::release::Release;
    use crate::testing::Counting;

    const DISCLOSURE: Disclosure<'_> = Disclosure { case: "case-1", number: 1 };

    fn check(items: &[(&str, &str)]) -> Result<(), TestCaseError> {
        let entropy = Counting::new(1);
        let holder = Holder::unit("london").unwrap();
        let provider = FileProvider::in_memory([holder.clone()], &entropy);
        let kek = provider.newest(&holder).unwrap();
        let keys = CaseKeys::fresh(&entropy);
        let sealed = seal_content(&provider, &kek, &keys, DISCLOSURE, &[1; 32], items, &entropy).unwrap();
        let bytes = sealed.to_bytes().unwrap();
        let read = SealedContent::from_bytes(&bytes).unwrap();
        prop_assert_eq!(&read, &sealed);
        let opened = read.open(&provider, &keys, DISCLOSURE, &Release::for_test([1; 32])).unwrap();
        let opened: Vec<_> = opened.iter().map(|item| (item.code.as_str(), item.text.as_str())).collect();
        prop_assert_eq!(opened, items.to_vec());
        for length in 0..bytes.len() {
            prop_assert_eq!(SealedContent::from_bytes(&bytes[..length]), Err(VaultError::Malformed));
        }
        let longer = [bytes.as_slice(), b"\0"].concat();
        prop_assert_eq!(SealedContent::from_bytes(&longer), Err(VaultError::Malformed));
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn what_is_stored_reads_back_whole_or_not_at_all(
            items in prop::collection::btree_map("[a-z-]{0,12}", ".{0,30}", 0..6)
        ) {
            let items: Vec<_> = items.iter().map(|(code, text)| (code.as_str(), text.as_str())).collect();
            check(&items)?;
        }

        #[test]
        fn bytes_from_outside_never_panic(bytes: Vec<u8>) {
            let _ = SealedContent::from_bytes(&bytes);
            let _ = SealedContent::from_bytes(&[&[1; 35], bytes.as_slice()].concat());
        }
    }
}
