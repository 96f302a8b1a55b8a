//! Tokens: what a browser or a program carries to show who it is.
//!
//! A token is 32 random bytes; the service stores its SHA-256 alone. With 256 bits of chance in it, a plain
//! hash cannot be reversed by trying, and finding one by its digest leaks nothing by its time.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::blind;
use crate::compare;
use crate::entropy::Entropy;
use crate::error::VaultError;
use crate::kek::{Holder, KekProvider, Purpose};
use crate::secret::{KEY_BYTES, SecretKey};
use crate::transcript::Transcript;

/// A bearer or session token.
#[derive(Debug)]
pub struct Token(SecretKey);

/// The SHA-256 of a token: what is stored and looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenDigest(pub [u8; 32]);

impl Token {
    /// Draws a token.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        Self(SecretKey::fresh(entropy))
    }

    /// Reads a token as it came with a request. `None` if it has not the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        match URL_SAFE_NO_PAD.decode_slice(text, bytes.as_mut_slice()) {
            Ok(KEY_BYTES) => Some(Self(SecretKey::from_bytes(*bytes))),
            Ok(_) | Err(_) => None,
        }
    }

    /// The token as text for a cookie or a header: 43 letters of base64url.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.bytes()))
    }

    /// What to store and look up.
    #[must_use]
    pub fn digest(&self) -> TokenDigest {
        TokenDigest(Sha256::digest(self.0.bytes()).into())
    }
}

/// Makes and checks the tokens that forms carry, so that another site cannot send a form in somebody's name.
///
/// A form token is the HMAC of the session's digest under a key of the service: it needs no storage, is bound
/// to its session, and does not give the session's own token away.
#[derive(Debug)]
pub struct FormTokens(SecretKey);

impl FormTokens {
    /// # Errors
    /// [`VaultError::UnknownHolder`] if the provider has no key of the service.
    pub fn new(provider: &dyn KekProvider) -> Result<Self, VaultError> {
        let kek = provider.newest(&Holder::service())?;
        provider.derive(&kek, Purpose::FormTokens).map(Self)
    }

    /// The token for the forms of a session.
    #[must_use]
    pub fn of(&self, session: &TokenDigest) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(session))
    }

    /// Whether a form that came with this session carries the session's token. Takes the same time wherever
    /// the two differ.
    #[must_use]
    pub fn holds(&self, session: &TokenDigest, carried: &str) -> bool {
        compare::equal(self.of(session).as_bytes(), carried.as_bytes())
    }

    fn mac(&self, session: &TokenDigest) -> [u8; 32] {
        blind::mac(&self.0, &Transcript::new("candour.form-token.v1").bytes(&session.0).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keyfile::FileProvider;
    use crate::testing::{Counting, hex};

    #[test]
    fn a_token_reads_back_and_has_the_same_digest() {
        let token = Token::fresh(&Counting::new(1));
        let text = token.expose();
        assert_eq!(text.len(), 43);
        assert_eq!(Token::parse(&text).unwrap().digest(), token.digest());
    }

    #[test]
    fn two_tokens_differ() {
        let entropy = Counting::new(1);
        assert_ne!(Token::fresh(&entropy).digest(), Token::fresh(&entropy).digest());
    }

    #[test]
    fn what_is_no_token_is_not_read() {
        let text = Token::fresh(&Counting::new(1)).expose();
        for wrong in
            ["", "abc", &text[1..], &format!("{}A", &*text), &format!("{}=", &*text), &"+".repeat(43)]
        {
            assert!(Token::parse(wrong).is_none(), "{wrong}");
        }
    }

    /// FIPS 180-4 by way of hashlib: the SHA-256 of 32 zero bytes.
    #[test]
    fn the_digest_is_plain_sha_256() {
        let expected = hex("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
        assert_eq!(Token(SecretKey::from_bytes([0; 32])).digest().0.as_slice(), expected);
    }

    #[test]
    fn a_token_does_not_print_itself() {
        assert_eq!(format!("{:?}", Token::fresh(&Counting::new(1))), "Token(SecretKey(…))");
    }

    #[test]
    fn a_form_token_holds_for_its_own_session_alone() {
        let entropy = Counting::new(1);
        let forms = FormTokens::new(&FileProvider::in_memory([Holder::service()], &entropy)).unwrap();
        let (mine, yours) = (Token::fresh(&entropy).digest(), Token::fresh(&entropy).digest());
        let carried = forms.of(&mine);
        assert!(forms.holds(&mine, &carried));
        assert!(!forms.holds(&yours, &carried));
        assert!(!forms.holds(&mine, ""));
        assert!(!forms.holds(&mine, &carried.to_lowercase()));
    }
}
