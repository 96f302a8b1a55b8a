//! Where chance comes from: always from outside.

/// A cryptographic source of random bytes.
///
/// The binary's implementation reads the operating system's generator and ends the process if that fails: a
/// key or nonce that is not random would be worse than an interruption. For that reason `fill` has no error.
pub trait Entropy: Send + Sync {
    /// Fills all of `out` with bytes that nobody can foresee.
    fn fill(&self, out: &mut [u8]);
}

/// `N` fresh bytes, for salts and nonces. Keys are drawn by [`SecretKey::fresh`](crate::secret::SecretKey::fresh),
/// which wipes them.
#[must_use]
pub fn fresh<const N: usize>(entropy: &dyn Entropy) -> [u8; N] {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes);
    bytes
}
