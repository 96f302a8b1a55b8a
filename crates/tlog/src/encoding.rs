//! The two base64 alphabets and decimal integers, each read in one spelling only.
//!
//! A second spelling of the same value would give one signed thing two forms, so unused bits, missing
//! padding, signs and leading zeroes are refused.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// Standard base64 with padding (RFC 4648, section 4): notes, checkpoints, proofs.
pub(crate) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads standard base64 with padding; `None` where it is not in the one canonical spelling.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// base64url without padding (RFC 4648, section 5): members of ledger entries.
pub(crate) fn to_base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads exactly `N` bytes of base64url without padding.
pub(crate) fn from_base64url<const N: usize>(text: &str) -> Option<[u8; N]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

/// Reads the 43 digits of 32 bytes as [`from_base64url`] does, into no memory but its own.
pub(crate) fn digest_from_base64url(digits: &[u8]) -> Option<[u8; 32]> {
    const DIGITS: usize = 43;
    // The library asks for room for a whole group of digits at the end.
    let mut out = [0; 33];
    if digits.len() != DIGITS || URL_SAFE_NO_PAD.decode_slice(digits, &mut out) != Ok(32) {
        return None;
    }
    out.first_chunk().copied()
}

/// Lower-case hexadecimal.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0x0f)]).collect()
}

/// Reads exactly `N` bytes of lower-case hexadecimal.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut out = [0u8; N];
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = (nibble(*high)? << 4) | nibble(*low)?;
    }
    Some(out)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// The largest tree size, index or timestamp that is read: the specifications stop at 2^63 - 1.
pub(crate) const MAX_NUMBER: u64 = i64::MAX.unsigned_abs();

/// Reads an ASCII decimal without sign or leading zeroes, up to 2^63 - 1.
pub(crate) fn from_decimal(text: &str) -> Option<u64> {
    let plain = !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if !plain {
        return None;
    }
    text.parse().ok().filter(|number| *number <= MAX_NUMBER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_has_one_spelling() {
        assert_eq!(from_decimal("0"), Some(0));
        assert_eq!(from_decimal("9223372036854775807"), Some(MAX_NUMBER));
        for wrong in ["", "00", "01", "+1", "-1", " 1", "1 ", "9223372036854775808", "1e3", "١"] {
            assert_eq!(from_decimal(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn base64_with_stray_bits_or_without_padding_is_refused() {
        assert_eq!(from_base64("AA=="), Some(vec![0]));
        assert_eq!(from_base64("AB=="), None);
        assert_eq!(from_base64("AA"), None);
        assert_eq!(from_base64url::<1>("AA"), Some([0]));
        assert_eq!(from_base64url::<1>("AB"), None);
        assert_eq!(from_base64url::<1>("AA=="), None);
    }

    #[test]
    fn hexadecimal_is_lower_case_and_of_the_stated_length() {
        assert_eq!(from_hex::<2>("00ff"), Some([0, 255]));
        assert_eq!(from_hex::<2>("00FF"), None);
        assert_eq!(from_hex::<2>("00f"), None);
        assert_eq!(to_hex(&[0, 255, 0x1a]), "00ff1a");
    }
}
