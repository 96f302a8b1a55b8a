//! Keys in memory: wiped when they go out of scope, never printed.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::entropy::Entropy;

/// Length of every key in the vault, in bytes.
pub const KEY_BYTES: usize = 32;

/// A symmetric key of 32 bytes.
///
/// Its bytes are visible inside this crate only. Moving a value may leave a copy in freed stack memory, which
/// Rust gives no way to wipe; what somebody who reads the process's memory can do is in SECURITY.md.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SecretKey([u8; KEY_BYTES]);

impl SecretKey {
    /// Draws a key.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut key = Self([0; KEY_BYTES]);
        entropy.fill(&mut key.0);
        key
    }

    /// Takes over bytes that somebody else made, for providers whose keys come from a file or a module.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// A key for one purpose alone, by HKDF-SHA-256 (RFC 5869): salt as given, this key as input, `info` as
    /// the purpose.
    pub(crate) fn derive(&self, salt: &[u8], info: &[u8]) -> Self {
        let mut derived = Self([0; KEY_BYTES]);
        #[expect(
            clippy::expect_used,
            reason = "HKDF-SHA-256 expands to at most 255 × 32 bytes; this asks for 32"
        )]
        Hkdf::<Sha256>::new(Some(salt), &self.0).expand(info, &mut derived.0).expect("32 bytes");
        derived
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Counting, hex};

    #[test]
    fn a_key_does_not_print_itself() {
        assert_eq!(format!("{:?}", SecretKey::from_bytes([7; 32])), "SecretKey(…)");
    }

    #[test]
    fn two_fresh_keys_differ() {
        let entropy = Counting::new(1);
        assert_ne!(SecretKey::fresh(&entropy).bytes(), SecretKey::fresh(&entropy).bytes());
    }

    #[test]
    fn purposes_and_salts_give_different_keys() {
        let key = SecretKey::from_bytes([7; 32]);
        assert_ne!(key.derive(b"", b"a").bytes(), key.derive(b"", b"b").bytes());
        assert_ne!(key.derive(b"a", b"x").bytes(), key.derive(b"b", b"x").bytes());
    }

    /// RFC 5869 gives its vectors for other lengths of key; they are checked against the function beneath.
    #[test]
    fn the_function_beneath_agrees_with_rfc_5869() {
        let cases = [
            (
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
                "000102030405060708090a0b0c",
                "f0f1f2f3f4f5f6f7f8f9",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
            ),
            (
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
                "",
                "",
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
            ),
        ];
        for (ikm, salt, info, okm) in cases {
            let mut out = vec![0; 42];
            Hkdf::<Sha256>::new(Some(&hex(salt)), &hex(ikm)).expand(&hex(info), &mut out).unwrap();
            assert_eq!(out, hex(okm));
        }
    }

    /// Made with HMAC of Python's standard library, chained by hand as RFC 5869 says: `testdata/vectors.py`.
    #[test]
    fn a_derived_key_agrees_with_the_same_derivation_in_python() {
        let key = SecretKey::from_bytes(std::array::from_fn(|i| u8::try_from(i).unwrap()));
        let derived = key.derive(b"candour.salt", b"candour.purpose");
        assert_eq!(derived.bytes().as_slice(), hex(crate::testing::vector("hkdf")));
    }
}
