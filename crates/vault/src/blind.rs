//! Blind indexes: whether two referrals are about the same person, answered without holding who it is.
//!
//! An entry is HMAC-SHA-256 over a normalised exact identifier, under a key derived from a key-encryption key.
//! Without that key an entry can be neither made nor tried; with it, only exact identifiers can be tried.
//!
//! There are two, with different keys, so entries of one cannot be held against the other:
//! * a unit's, by which it finds earlier cases about a person;
//! * a force's, which yields nothing but how often that force has referred a person, at whatever unit.
//!
//! Identifiers: the NHS number as its digits; name and date of birth as the normal form of the name (upper
//! case, NFKC, apostrophes dropped, other punctuation and runs of spaces one space) with the date as
//! `YYYY-MM-DD`. Nothing is matched approximately: an index that could would be a search for people.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::error::VaultError;
use crate::kek::{Holder, KekId, KekProvider, Purpose};
use crate::normal;
use crate::secret::SecretKey;
use crate::transcript::Transcript;

/// What a person is recognised by. The texts are as typed; they are normalised here.
#[derive(Clone, Copy)]
pub enum Identifier<'a> {
    /// The ten digits, with or without spaces and hyphens. The check digit is for the edge to check.
    NhsNumber(&'a str),
    /// The full name and the date of birth.
    NameAndBirth {
        /// The name as written.
        name: &'a str,
        /// The date as `YYYY-MM-DD`.
        born: &'a str,
    },
}

impl std::fmt::Debug for Identifier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NhsNumber(_) => "NhsNumber(…)",
            Self::NameAndBirth { .. } => "NameAndBirth(…)",
        })
    }
}

/// An entry of a blind index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlindEntry {
    /// The epoch of the key it was made with.
    pub epoch: u32,
    /// The entry itself.
    pub digest: [u8; 32],
}

/// A keyed index of one holder, in every epoch that its provider has.
#[derive(Debug)]
pub struct BlindIndex {
    keys: Vec<(u32, SecretKey)>,
}

impl BlindIndex {
    /// A unit's index of the people its cases are about.
    ///
    /// # Errors
    /// [`VaultError::HolderName`], [`VaultError::UnknownHolder`].
    pub fn of_unit(provider: &dyn KekProvider, unit: &str) -> Result<Self, VaultError> {
        Self::derive(provider, &Holder::unit(unit)?, Purpose::UnitIndex)
    }

    /// The count of a force's referrals about one person.
    ///
    /// # Errors
    /// As [`BlindIndex::of_unit`].
    pub fn of_force(provider: &dyn KekProvider, force: &str) -> Result<Self, VaultError> {
        Self::derive(provider, &Holder::force(force)?, Purpose::ForceRepetitions)
    }

    fn derive(provider: &dyn KekProvider, holder: &Holder, purpose: Purpose) -> Result<Self, VaultError> {
        let derive = |epoch| {
            let kek = KekId { holder: holder.clone(), epoch };
            provider.derive(&kek, purpose).map(|key| (epoch, key))
        };
        let keys = provider.epochs(holder).into_iter().map(derive).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(VaultError::UnknownHolder) } else { Ok(Self { keys }) }
    }

    /// The entry to store: under the newest key.
    ///
    /// # Errors
    /// [`VaultError::NothingToIndex`] if the identifier is empty or not of its form.
    pub fn entry(&self, identifier: Identifier<'_>) -> Result<BlindEntry, VaultError> {
        self.entries(identifier)?.pop().ok_or(VaultError::UnknownHolder)
    }

    /// The entries to look for: one for each epoch, the oldest first.
    ///
    /// # Errors
    /// As [`BlindIndex::entry`].
    pub fn entries(&self, identifier: Identifier<'_>) -> Result<Vec<BlindEntry>, VaultError> {
        let transcript = transcript(identifier).ok_or(VaultError::NothingToIndex)?;
        let entry =
            |(epoch, key): &(u32, SecretKey)| BlindEntry { epoch: *epoch, digest: mac(key, &transcript) };
        Ok(self.keys.iter().map(entry).collect())
    }
}

/// HMAC-SHA-256 (RFC 2104).
pub(crate) fn mac(key: &SecretKey, message: &[u8]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104, section 2)")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key.bytes()).expect("a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn transcript(identifier: Identifier<'_>) -> Option<zeroize::Zeroizing<Vec<u8>>> {
    let bytes = match identifier {
        Identifier::NhsNumber(number) => {
            Transcript::new("candour.blind.nhs-number.v1").text(&normal::digits(number)?)
        }
        Identifier::NameAndBirth { name, born } => {
            let name = normal::words(name);
            if name.is_empty() || !is_date(born) {
                return None;
            }
            Transcript::new("candour.blind.name-and-birth.v1").text(&name).text(born)
        }
    };
    Some(zeroize::Zeroizing::new(bytes.finish()))
}

/// Whether a text has the form `YYYY-MM-DD`. Whether there is such a day is for the edge to say.
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keyfile::FileProvider;
    use crate::testing::{Counting, hex, vector};

    const ANN: Identifier<'_> = Identifier::NameAndBirth { name: "Ann O'Shea", born: "1990-02-03" };

    fn provider(epochs: usize) -> FileProvider {
        let holders = [Holder::unit("london"), Holder::unit("leeds"), Holder::force("london")];
        let holders: Vec<_> = holders.into_iter().map(Result::unwrap).collect();
        FileProvider::in_memory(std::iter::repeat_n(holders, epochs).flatten(), &Counting::new(1))
    }

    #[test]
    fn spellings_of_one_person_have_one_entry() {
        let index = BlindIndex::of_unit(&provider(1), "london").unwrap();
        let same = Identifier::NameAndBirth { name: " ANN  O\u{2019}SHEA", born: "1990-02-03" };
        assert_eq!(index.entry(ANN), index.entry(same));
        let number = |text| index.entry(Identifier::NhsNumber(text)).unwrap();
        assert_eq!(number("943 476 5919"), number("9434765919"));
    }

    #[test]
    fn different_people_have_different_entries() {
        let index = BlindIndex::of_unit(&provider(1), "london").unwrap();
        let born_later = Identifier::NameAndBirth { name: "Ann O'Shea", born: "1990-02-04" };
        assert_ne!(index.entry(ANN), index.entry(born_later));
        let number = |text| index.entry(Identifier::NhsNumber(text)).unwrap();
        assert_ne!(number("9434765919"), number("9434765870"));
    }

    #[test]
    fn units_and_forces_cannot_hold_their_entries_against_each_other() {
        let provider = provider(1);
        let london = BlindIndex::of_unit(&provider, "london").unwrap().entry(ANN).unwrap();
        let leeds = BlindIndex::of_unit(&provider, "leeds").unwrap().entry(ANN).unwrap();
        let force = BlindIndex::of_force(&provider, "london").unwrap().entry(ANN).unwrap();
        assert!(london != leeds && london != force && leeds != force);
    }

    #[test]
    fn an_entry_of_an_earlier_epoch_is_still_found() {
        let before = BlindIndex::of_unit(&provider(1), "london").unwrap().entry(ANN).unwrap();
        let index = BlindIndex::of_unit(&provider(3), "london").unwrap();
        let sought = index.entries(ANN).unwrap();
        assert_eq!(sought.len(), 3);
        assert!(sought.contains(&before));
        assert_eq!(index.entry(ANN).unwrap(), sought[2]);
        assert_eq!(sought[2].epoch, 3);
    }

    #[test]
    fn what_identifies_nobody_is_refused_rather_than_shared_by_all() {
        let index = BlindIndex::of_unit(&provider(1), "london").unwrap();
        for nobody in [
            Identifier::NhsNumber(""),
            Identifier::NhsNumber("unknown"),
            Identifier::NameAndBirth { name: " - ", born: "1990-02-03" },
            Identifier::NameAndBirth { name: "Ann", born: "" },
            Identifier::NameAndBirth { name: "Ann", born: "3/2/1990" },
            Identifier::NameAndBirth { name: "Ann", born: "1990-02-031" },
        ] {
            assert_eq!(index.entry(nobody), Err(VaultError::NothingToIndex), "{nobody:?}");
        }
    }

    #[test]
    fn an_identifier_does_not_print_itself() {
        assert_eq!(format!("{ANN:?}"), "NameAndBirth(…)");
    }

    #[test]
    fn the_mac_agrees_with_the_second_vector_of_rfc_4231() {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
        mac.update(b"what do ya want for nothing?");
        let expected = hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assert_eq!(mac.finalize().into_bytes().as_slice(), expected);
    }

    /// Made with hmac and hashlib of Python's standard library: `testdata/vectors.py`.
    #[test]
    fn entries_agree_with_an_implementation_in_python() {
        let index = BlindIndex { keys: vec![(1, SecretKey::from_bytes([0x33; 32]))] };
        assert_eq!(index.entry(ANN).unwrap().digest.as_slice(), hex(vector("blind-name")));
        let number = index.entry(Identifier::NhsNumber("943 476 5919")).unwrap();
        assert_eq!(number.digest.as_slice(), hex(vector("blind-number")));
    }
}
