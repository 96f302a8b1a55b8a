//! The code that comes with a letter: short enough to copy, long enough not to guess.
//!
//! Sixteen symbols of Crockford's base 32 in four groups of four: fifteen are drawn, which is 75 bits, and the
//! last one checks them. It catches any one wrong symbol and any two exchanged ones before anything is looked
//! up, so that a slip of the pen does not count as an attempt. It is no protection: anybody can compute it.
//!
//! A code is looked up by its HMAC, so the database holds nothing that opens a page.
//!
//! Accounts have codes of the same form, to enrol with and for when a second factor is lost ([`AccountCodes`]).

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::blind;
use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::kek::{Holder, KekId, KekProvider, Purpose};
use crate::secret::SecretKey;
use crate::transcript::Transcript;

/// Digits and capitals without I, L, O and U, which are misread (I, L, O) or make words (U).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS: usize = 16;
const GROUP: usize = 4;

/// Longest text that is looked at as a code, in bytes: sixteen symbols with a space or dash of three bytes
/// after each.
const TYPED_BYTES_MAX: usize = SYMBOLS * 4;

/// The code of a letter, as values of its symbols, each below 32.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct LetterCode([u8; SYMBOLS]);

impl LetterCode {
    /// Draws a code.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut symbols = [0; SYMBOLS];
        entropy.fill(&mut symbols);
        // 256 is a multiple of 32, so the low five bits of a random byte are as random as the byte.
        for symbol in &mut symbols {
            *symbol &= 31;
        }
        let code = Self(symbols);
        code.with_check()
    }

    /// Reads what somebody typed: any case, spaces and dashes anywhere, O for 0 and I or L for 1. `None` if it
    /// is no code, or one with a slip in it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        if typed.len() > TYPED_BYTES_MAX {
            return None;
        }
        let mut code = Self([0; SYMBOLS]);
        let mut places = code.0.iter_mut();
        let symbols =
            typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'));
        for symbol in symbols {
            *places.next()? = value(symbol)?;
        }
        let whole = places.next().is_none();
        (whole && checksum(&code.0) == 0).then_some(code)
    }

    /// The code as it is printed: `7K3M-9QZT-2HVB-XW48`.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS + SYMBOLS / GROUP));
        for (place, symbol) in self.0.iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            // INVARIANT: every symbol is below 32, by both constructors.
            text.extend(ALPHABET.get(usize::from(*symbol)).map(|byte| char::from(*byte)));
        }
        text
    }

    fn with_check(mut self) -> Self {
        // The check symbol's factor is 1, so it must equal the sum of the others.
        if let Some(check) = self.0.last_mut() {
            *check = 0;
        }
        let sum = checksum(&self.0);
        if let Some(check) = self.0.last_mut() {
            *check = sum;
        }
        self
    }
}

impl std::fmt::Debug for LetterCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LetterCode(…)")
    }
}

fn value(symbol: char) -> Option<u8> {
    let folded = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|byte| char::from(*byte) == folded)?;
    u8::try_from(place).ok()
}

/// The symbols as a polynomial over the field of 32 elements, at 2. Two generates the field's 31 non-zero
/// elements, so sixteen places have sixteen different factors: one wrong symbol changes the sum, and so do two
/// different symbols that change places.
fn checksum(symbols: &[u8; SYMBOLS]) -> u8 {
    symbols.iter().fold(0, |sum, symbol| double(sum) ^ symbol)
}

/// Times two in the field of 32 elements over x⁵ + x² + 1.
const fn double(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

/// Finds letters by their codes, under a key of the service.
#[derive(Debug)]
pub struct CodeIndex {
    keys: Vec<(u32, SecretKey)>,
}

/// The service's keys for one purpose, by epoch, the oldest first; at least one.
fn keys(provider: &dyn KekProvider, purpose: Purpose) -> Result<Vec<(u32, SecretKey)>, VaultError> {
    let holder = Holder::service();
    let derive = |epoch| {
        let kek = KekId { holder: holder.clone(), epoch };
        provider.derive(&kek, purpose).map(|key| (epoch, key))
    };
    let keys = provider.epochs(&holder).into_iter().map(derive).collect::<Result<Vec<_>, _>>()?;
    if keys.is_empty() { Err(VaultError::UnknownHolder) } else { Ok(keys) }
}

impl CodeIndex {
    /// # Errors
    /// [`VaultError::UnknownHolder`] if the provider has no key of the service.
    pub fn new(provider: &dyn KekProvider) -> Result<Self, VaultError> {
        keys(provider, Purpose::LetterCodes).map(|keys| Self { keys })
    }

    /// What to store for a code: under the newest key.
    ///
    /// # Errors
    /// None that can arise: an index has at least one key, by its constructor.
    pub fn entry(&self, code: &LetterCode) -> Result<blind::BlindEntry, VaultError> {
        self.entries(code).pop().ok_or(VaultError::UnknownHolder)
    }

    /// What to look for: one entry for each epoch, the oldest first.
    #[must_use]
    pub fn entries(&self, code: &LetterCode) -> Vec<blind::BlindEntry> {
        let message = Zeroizing::new(Transcript::new("candour.letter-code.v1").bytes(&code.0).finish());
        let entry = |(epoch, key): &(u32, SecretKey)| blind::BlindEntry {
            epoch: *epoch,
            digest: blind::mac(key, &message),
        };
        self.keys.iter().map(entry).collect()
    }
}

/// What a code of an account is for. One that was drawn for the one opens nothing as the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountCode {
    /// To enrol with.
    Enrolment,
    /// To sign in with when the second factor is lost.
    Recovery,
}

/// Finds the codes of accounts, under a key of the service.
///
/// SECURITY: a code has 75 drawn bits. OWASP ASVS 5.0 (6.5.2) and NIST SP 800-63B (5.1.2.2) let a plain hash stand for 112
/// bits and more; for fewer they want a slow and salted one. A database may be stolen and searched at leisure, a key that
/// is not in it cannot: so the digest is keyed, by HMAC-SHA-256 under a key derived from the service's key-encryption key.
/// What is compared is this digest, by the database's index: whoever measures that learns of bytes which they cannot
/// choose without the key.
#[derive(Debug)]
pub struct AccountCodes {
    keys: Vec<(u32, SecretKey)>,
}

impl AccountCodes {
    /// # Errors
    /// [`VaultError::UnknownHolder`] if the provider has no key of the service.
    pub fn new(provider: &dyn KekProvider) -> Result<Self, VaultError> {
        keys(provider, Purpose::AccountCodes).map(|keys| Self { keys })
    }

    /// What to store for a code: under the newest key.
    ///
    /// # Errors
    /// None that can arise: there is at least one key, by the constructor.
    pub fn digest(&self, what: AccountCode, code: &LetterCode) -> Result<[u8; 32], VaultError> {
        self.digests(what, code).first().copied().ok_or(VaultError::UnknownHolder)
    }

    /// What to look for: one digest for each epoch, the newest first.
    #[must_use]
    pub fn digests(&self, what: AccountCode, code: &LetterCode) -> Vec<[u8; 32]> {
        let label = match what {
            AccountCode::Enrolment => "candour.enrolment-code.v2",
            AccountCode::Recovery => "candour.recovery-code.v2",
        };
        let message = Zeroizing::new(Transcript::new(label).bytes(&code.0).finish());
        self.keys.iter().rev().map(|(_, key)| blind::mac(key, &message)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keyfile::FileProvider;
    use crate::testing::{Counting, Fixed, hex, vector};

    fn code(seed: u32) -> LetterCode {
        LetterCode::fresh(&Counting::new(seed))
    }

    #[test]
    fn a_code_is_printed_in_four_groups_of_four() {
        let printed = code(1).printed();
        assert_eq!(printed.len(), 19);
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
    }

    #[test]
    fn a_code_reads_as_it_is_printed_and_as_people_type_it() {
        let zeros_and_ones = LetterCode::fresh(&Fixed(vec![0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0]));
        for code in [code(1), code(2), zeros_and_ones] {
            let printed = code.printed();
            let swapped = printed.replace('0', "o").replace('1', "l");
            for typed in [
                printed.to_string(),
                printed.to_lowercase(),
                printed.replace('-', ""),
                printed.replace('-', " \u{2013} "),
                swapped,
            ] {
                assert_eq!(LetterCode::parse(&typed).as_ref(), Some(&code), "{typed}");
            }
        }
    }

    #[test]
    fn one_wrong_symbol_or_two_exchanged_ones_are_caught() {
        for seed in 0..20 {
            let right = code(seed).0;
            for place in 0..SYMBOLS {
                for by in 1..32 {
                    let mut wrong = right;
                    wrong[place] ^= by;
                    assert_ne!(checksum(&wrong), 0, "place {place} by {by}");
                }
                for other in 0..place {
                    let mut wrong = right;
                    wrong.swap(place, other);
                    assert_eq!(checksum(&wrong) == 0, wrong == right, "{place} and {other}");
                }
            }
        }
    }

    #[test]
    fn a_code_with_a_slip_in_it_is_not_read() {
        let printed = code(1).printed();
        let last = printed.chars().last().unwrap();
        for other in ALPHABET.iter().map(|byte| char::from(*byte)).filter(|symbol| *symbol != last) {
            let slipped = format!("{}{other}", &printed[..18]);
            assert_eq!(LetterCode::parse(&slipped), None, "{slipped}");
        }
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        let printed = code(1).printed();
        let longer = format!("{}0", &*printed);
        let endless = format!("{}{}", &*printed, " ".repeat(100));
        for wrong in ["", "-", &printed[1..], &longer, &endless, "UUUU-UUUU-UUUU-UUUU", "ÄÄÄÄ-ÄÄÄÄ-ÄÄÄÄ-ÄÄÄÄ"]
        {
            assert_eq!(LetterCode::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_code_is_found_in_every_epoch_and_by_no_other_code() {
        let entropy = Counting::new(1);
        let one = FileProvider::in_memory([Holder::service()], &entropy);
        let before = CodeIndex::new(&one).unwrap().entry(&code(1)).unwrap();
        let two = FileProvider::in_memory([Holder::service(), Holder::service()], &Counting::new(1));
        let index = CodeIndex::new(&two).unwrap();
        assert!(index.entries(&code(1)).contains(&before));
        assert!(!index.entries(&code(2)).contains(&before));
        assert_eq!(index.entry(&code(1)).unwrap().epoch, 2);
    }

    #[test]
    fn without_a_key_of_the_service_there_is_no_index() {
        let provider = FileProvider::in_memory([Holder::unit("london").unwrap()], &Counting::new(1));
        assert_eq!(CodeIndex::new(&provider).unwrap_err(), VaultError::UnknownHolder);
    }

    #[test]
    fn a_code_of_an_account_is_found_by_its_key_and_for_its_purpose_alone() {
        let one = FileProvider::in_memory([Holder::service()], &Counting::new(1));
        let before = AccountCodes::new(&one).unwrap().digest(AccountCode::Recovery, &code(1)).unwrap();
        let two = FileProvider::in_memory([Holder::service(), Holder::service()], &Counting::new(1));
        let codes = AccountCodes::new(&two).unwrap();
        let found = codes.digests(AccountCode::Recovery, &code(1));
        // The key of before still finds it, as the second that is tried.
        assert_eq!((found.len(), found.last()), (2, Some(&before)));
        assert_eq!(found.first().copied(), codes.digest(AccountCode::Recovery, &code(1)).ok());
        assert!(!codes.digests(AccountCode::Recovery, &code(2)).contains(&before));
        assert!(!codes.digests(AccountCode::Enrolment, &code(1)).contains(&before));
        // Without the key, the code alone leads nowhere: not under another service's, and not as a letter's.
        let other = FileProvider::in_memory([Holder::service()], &Counting::new(7));
        assert!(
            !AccountCodes::new(&other).unwrap().digests(AccountCode::Recovery, &code(1)).contains(&before)
        );
        let letter = CodeIndex::new(&one).unwrap().entry(&code(1)).unwrap();
        assert_ne!(letter.digest, before);
        let none = FileProvider::in_memory([Holder::unit("london").unwrap()], &Counting::new(1));
        assert_eq!(AccountCodes::new(&none).unwrap_err(), VaultError::UnknownHolder);
    }

    #[test]
    fn a_code_does_not_print_itself_when_debugged() {
        assert_eq!(format!("{:?}", code(1)), "LetterCode(…)");
    }

    /// Made with hmac and hashlib of Python's standard library: `testdata/vectors.py`.
    #[test]
    fn an_entry_agrees_with_an_implementation_in_python() {
        let index = CodeIndex { keys: vec![(1, SecretKey::from_bytes([0x44; 32]))] };
        let code = LetterCode::parse(vector("letter-code")).unwrap();
        assert_eq!(index.entry(&code).unwrap().digest.as_slice(), hex(vector("letter-code-entry")));
    }

    proptest! {
        #[test]
        fn every_drawn_code_reads_back(bytes: [u8; SYMBOLS]) {
            let code = LetterCode::fresh(&Fixed(bytes.to_vec()));
            let read = LetterCode::parse(&code.printed());
            prop_assert_eq!(read, Some(code));
        }

        #[test]
        fn nothing_that_is_typed_panics(typed: String) {
            let _ = LetterCode::parse(&typed);
        }
    }
}
