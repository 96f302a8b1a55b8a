//! Passwords and agreed phrases: argon2id, and the same work for those who do not exist.

use argon2::password_hash::{CustomizedPasswordHasher as _, PasswordVerifier as _, phc};
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::entropy::{self, Entropy};
use crate::error::VaultError;
use crate::normal;

/// Longest password or phrase, in bytes. It bounds the work that a stranger can cause; ten times what anybody
/// types.
pub const SECRET_BYTES_MAX: usize = 1024;

const SALT_BYTES: usize = 16;

/// How much work one hash is (RFC 9106, section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// 19 MiB, two passes, one lane: the least that OWASP's password storage guidance names for argon2id, about
    /// 30 ms of one core. Sixteen people signing in at once need 304 MiB.
    pub const SERVICE: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    /// The least the algorithm takes. For tests; a hash made with it protects nothing.
    pub const LEAST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };
}

/// A stored hash: a PHC string (`$argon2id$v=19$…`) that names its own cost and salt.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredHash(String);

impl StoredHash {
    /// Takes over a stored text.
    ///
    /// # Errors
    /// [`VaultError::StoredHash`] unless it is a PHC string of argon2id.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let hash = phc::PasswordHash::new(text).map_err(|_| VaultError::StoredHash)?;
        let whole = hash.algorithm == argon2::ARGON2ID_IDENT && hash.salt.is_some() && hash.hash.is_some();
        let params = Params::try_from(&hash).is_ok();
        if whole && params { Ok(Self(text.to_owned())) } else { Err(VaultError::StoredHash) }
    }

    /// The text to store.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for StoredHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoredHash(…)")
    }
}

/// Hashes and verifies what people know.
///
/// Hashing is work on purpose. Callers do it off the threads that serve requests, and limit how many run at once.
#[derive(Debug)]
pub struct Secrets {
    cost: Cost,
    nobody: StoredHash,
}

impl Secrets {
    /// # Errors
    /// [`VaultError::StoredHash`] if the algorithm cannot work at this cost.
    pub fn new(cost: Cost, entropy: &dyn Entropy) -> Result<Self, VaultError> {
        let drawn: [u8; SALT_BYTES] = entropy::fresh(entropy);
        let nobody = hash(cost, entropy, &drawn)?;
        Ok(Self { cost, nobody })
    }

    /// Hashes a password. It counts as typed, letter for letter, after NFKC.
    ///
    /// # Errors
    /// [`VaultError::SecretLength`] if it is empty or longer than [`SECRET_BYTES_MAX`].
    pub fn hash_password(&self, entropy: &dyn Entropy, password: &str) -> Result<StoredHash, VaultError> {
        hash(self.cost, entropy, checked(normal::password, password)?.as_bytes())
    }

    /// Whether this is the password. A length that no password has costs the same work.
    #[must_use]
    pub fn verify_password(&self, stored: &StoredHash, password: &str) -> bool {
        self.verify(stored, checked(normal::password, password))
    }

    /// Hashes the phrase that a person agreed with the clinician. Capitals, spaces, punctuation and the kind of
    /// apostrophe do not count, so that it can be typed on any telephone and remembered by its words.
    ///
    /// # Errors
    /// As [`Secrets::hash_password`], and if the phrase has neither letter nor digit.
    pub fn hash_phrase(&self, entropy: &dyn Entropy, phrase: &str) -> Result<StoredHash, VaultError> {
        hash(self.cost, entropy, checked(normal::words, phrase)?.as_bytes())
    }

    /// Whether this is the phrase. A length that no phrase has costs the same work.
    #[must_use]
    pub fn verify_phrase(&self, stored: &StoredHash, phrase: &str) -> bool {
        self.verify(stored, checked(normal::words, phrase))
    }

    /// The work of a verification, for an account or a code that does not exist. Always `false`.
    #[must_use]
    pub fn dummy_verify(&self, password: &str) -> bool {
        // What was drawn for nobody was dropped at once, so no typed text can match; `false` is said all the
        // same, so that nothing rests on chance.
        let _ = self.verify_password(&self.nobody, password);
        false
    }

    fn verify(&self, stored: &StoredHash, secret: Result<Zeroizing<String>, VaultError>) -> bool {
        // The text was parsed when it was stored and when it was read, so this reads again what is in form.
        let Ok(hash) = phc::PasswordHash::new(&stored.0) else { return false };
        match secret {
            Ok(secret) => Argon2::default().verify_password(secret.as_bytes(), &hash).is_ok(),
            Err(_) => {
                let _ = Argon2::default().verify_password(b"-", &hash);
                false
            }
        }
    }
}

fn checked(normal: fn(&str) -> Zeroizing<String>, secret: &str) -> Result<Zeroizing<String>, VaultError> {
    if secret.len() > SECRET_BYTES_MAX {
        return Err(VaultError::SecretLength);
    }
    let normal = normal(secret);
    if normal.is_empty() { Err(VaultError::SecretLength) } else { Ok(normal) }
}

fn hash(cost: Cost, entropy: &dyn Entropy, secret: &[u8]) -> Result<StoredHash, VaultError> {
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, None).map_err(|_| VaultError::StoredHash)?;
    let salt: [u8; SALT_BYTES] = entropy::fresh(entropy);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let hash = argon2
        .hash_password_customized(secret, &salt, None, None, params)
        .map_err(|_| VaultError::StoredHash)?;
    Ok(StoredHash(hash.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Counting, hex, vector};

    fn secrets() -> (Secrets, Counting) {
        let entropy = Counting::new(1);
        (Secrets::new(Cost::LEAST, &entropy).unwrap(), entropy)
    }

    #[test]
    fn a_password_is_verified_letter_for_letter() {
        let (secrets, entropy) = secrets();
        let stored = secrets.hash_password(&entropy, "Correct horse").unwrap();
        assert!(secrets.verify_password(&stored, "Correct horse"));
        for wrong in ["correct horse", "Correct  horse", "Correct horse ", "", &"x".repeat(2000)] {
            assert!(!secrets.verify_password(&stored, wrong), "{wrong:?}");
        }
    }

    #[test]
    fn a_phrase_is_verified_by_its_words() {
        let (secrets, entropy) = secrets();
        let stored = secrets.hash_phrase(&entropy, "Gran's blue kettle").unwrap();
        for same in ["gran's blue kettle", " GRANS  BLUE KETTLE.", "Gran\u{2019}s blue-kettle"] {
            assert!(secrets.verify_phrase(&stored, same), "{same:?}");
        }
        for wrong in ["gran blue kettle", "kettle blue grans", "", "…"] {
            assert!(!secrets.verify_phrase(&stored, wrong), "{wrong:?}");
        }
    }

    #[test]
    fn the_same_password_is_never_stored_alike() {
        let (secrets, entropy) = secrets();
        let hash = || secrets.hash_password(&entropy, "one two three").unwrap();
        assert_ne!(hash(), hash());
    }

    #[test]
    fn an_empty_or_endless_secret_is_not_stored() {
        let (secrets, entropy) = secrets();
        assert_eq!(secrets.hash_password(&entropy, ""), Err(VaultError::SecretLength));
        assert_eq!(secrets.hash_phrase(&entropy, " …! "), Err(VaultError::SecretLength));
        let long = "x".repeat(SECRET_BYTES_MAX + 1);
        assert_eq!(secrets.hash_password(&entropy, &long), Err(VaultError::SecretLength));
        assert!(secrets.hash_password(&entropy, &long[1..]).is_ok());
    }

    #[test]
    fn nobody_is_nobody_whatever_is_typed() {
        let (secrets, _) = secrets();
        for typed in ["", "password", &"x".repeat(2000)] {
            assert!(!secrets.dummy_verify(typed));
        }
    }

    #[test]
    fn the_work_for_nobody_is_the_work_for_somebody() {
        let (secrets, entropy) = secrets();
        let somebody = secrets.hash_password(&entropy, "password").unwrap();
        let cost = |stored: &StoredHash| {
            let hash = phc::PasswordHash::new(stored.as_str()).unwrap();
            (hash.algorithm, hash.version, hash.params.to_string(), hash.salt.unwrap().len())
        };
        assert_eq!(cost(&somebody), cost(&secrets.nobody));
    }

    #[test]
    fn a_hash_of_the_service_names_its_cost() {
        let entropy = Counting::new(1);
        let secrets = Secrets::new(Cost::SERVICE, &entropy).unwrap();
        assert!(secrets.nobody.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    #[test]
    fn a_hash_made_at_another_cost_still_verifies() {
        let (cheap, entropy) = secrets();
        let stored = cheap.hash_password(&entropy, "password").unwrap();
        let dearer = Secrets::new(Cost { passes: 2, ..Cost::LEAST }, &entropy).unwrap();
        assert!(dearer.verify_password(&stored, "password"));
    }

    #[test]
    fn only_argon2id_hashes_are_taken_over() {
        let (secrets, entropy) = secrets();
        let stored = secrets.hash_password(&entropy, "password").unwrap();
        assert_eq!(StoredHash::parse(stored.as_str()), Ok(stored.clone()));
        let other_kind = stored.as_str().replace("argon2id", "argon2i");
        let cut = stored.as_str().rsplit_once('$').unwrap().0.to_owned();
        for wrong in ["", "password", "$2b$10$abc", other_kind.as_str(), cut.as_str()] {
            assert_eq!(StoredHash::parse(wrong), Err(VaultError::StoredHash), "{wrong}");
        }
    }

    #[test]
    fn a_stored_hash_does_not_print_itself() {
        let (secrets, _) = secrets();
        assert_eq!(format!("{:?}", secrets.nobody), "StoredHash(…)");
    }

    /// Made with OpenSSL's argon2id through Python's cryptography package: `testdata/vectors.py`.
    #[test]
    fn a_hash_agrees_with_openssl() {
        let params = Params::new(64, 3, 2, Some(32)).unwrap();
        let mut out = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into("Zoë's pässword".as_bytes(), b"sixteen bytes ok", &mut out)
            .unwrap();
        assert_eq!(out.as_slice(), hex(vector("argon2id")));
    }
}
