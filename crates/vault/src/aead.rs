//! XChaCha20-Poly1305 with a random nonce, in the one byte form that everything sealed here has.
//!
//! `version (1 byte, 0x01) ‖ nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes)`, after
//! draft-irtf-cfrg-xchacha-03. With 24 random bytes a nonce repeats under one key with a chance of about
//! 2^-96 even after 2^48 sealings, so no counter has to be kept.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::entropy::{self, Entropy};
use crate::error::VaultError;
use crate::secret::SecretKey;

const VERSION: u8 = 1;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// What sealing adds to the length of the plaintext, in bytes.
pub(crate) const OVERHEAD_BYTES: usize = 1 + NONCE_BYTES + TAG_BYTES;

/// Seals `plaintext` and binds it to `bound`.
pub(crate) fn seal(
    key: &SecretKey,
    entropy: &dyn Entropy,
    plaintext: &[u8],
    bound: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let nonce: [u8; NONCE_BYTES] = entropy::fresh(entropy);
    let ciphertext = XChaCha20Poly1305::new(key.bytes().into())
        .encrypt(&XNonce::from(nonce), Payload { msg: plaintext, aad: bound })
        .map_err(|_| VaultError::TooLong)?;
    let mut sealed = Vec::with_capacity(OVERHEAD_BYTES + plaintext.len());
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&ciphertext);
    Ok(sealed)
}

/// Opens what [`seal`] made with the same key and the same `bound`.
pub(crate) fn open(key: &SecretKey, sealed: &[u8], bound: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let Some((&VERSION, rest)) = sealed.split_first() else { return Err(VaultError::Malformed) };
    let Some((nonce, ciphertext)) = rest.split_first_chunk::<NONCE_BYTES>() else {
        return Err(VaultError::Malformed);
    };
    if ciphertext.len() < TAG_BYTES {
        return Err(VaultError::Malformed);
    }
    XChaCha20Poly1305::new(key.bytes().into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: bound })
        .map(Zeroizing::new)
        .map_err(|_| VaultError::DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Counting, Fixed, hex, vector};

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    #[test]
    fn the_cipher_agrees_with_the_vector_of_the_draft() {
        let key = SecretKey::from_bytes(std::array::from_fn(|i| 0x80 + u8::try_from(i).unwrap()));
        let nonce = Fixed(hex("404142434445464748494a4b4c4d4e4f5051525354555657"));
        let plaintext =
            b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
            sunscreen would be it.";
        let bound = hex("50515253c0c1c2c3c4c5c6c7");
        let sealed = seal(&key, &nonce, plaintext, &bound).unwrap();
        assert_eq!(sealed[0], VERSION);
        assert_eq!(sealed[1..25], nonce.0);
        assert_eq!(
            sealed[25..],
            hex(concat!(
                "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39",
                "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9",
                "21f9664c97637da9768812f615c68b13b52e",
                "c0875924c1c7987947deafd8780acf49",
            ))
        );
        assert_eq!(open(&key, &sealed, &bound).unwrap().as_slice(), plaintext);
    }

    /// Made with HChaCha20 written out in Python over OpenSSL's ChaCha20-Poly1305: `testdata/vectors.py`.
    #[test]
    fn the_whole_byte_form_agrees_with_openssl() {
        let key = SecretKey::from_bytes([0x11; 32]);
        let sealed =
            seal(&key, &Fixed(vec![0x22; 24]), "Zoë, 18 Oak Rd".as_bytes(), b"bound to this").unwrap();
        assert_eq!(sealed, hex(vector("sealed")));
    }

    #[test]
    fn the_same_text_is_never_sealed_to_the_same_bytes() {
        let entropy = Counting::new(1);
        let key = SecretKey::fresh(&entropy);
        assert_ne!(seal(&key, &entropy, b"text", b""), seal(&key, &entropy, b"text", b""));
    }

    #[test]
    fn nothing_shorter_than_the_overhead_is_taken_for_a_sealed_value() {
        let entropy = Counting::new(1);
        let key = SecretKey::fresh(&entropy);
        let sealed = seal(&key, &entropy, b"", b"").unwrap();
        assert_eq!(sealed.len(), OVERHEAD_BYTES);
        for length in 0..OVERHEAD_BYTES {
            assert_eq!(open(&key, &sealed[..length], b""), Err(VaultError::Malformed));
        }
    }

    #[test]
    fn an_unknown_version_is_malformed() {
        let entropy = Counting::new(1);
        let key = SecretKey::fresh(&entropy);
        let mut sealed = seal(&key, &entropy, b"text", b"").unwrap();
        sealed[0] = 2;
        assert_eq!(open(&key, &sealed, b""), Err(VaultError::Malformed));
    }
}
