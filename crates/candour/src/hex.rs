//! Lower-case hexadecimal digits: the reviewer's 32 bytes and their digest, and identifiers of passkeys.

/// Reads them; `None` unless there are exactly as many digits.
#[must_use]
pub fn read(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 || !digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// Reads any bytes, at least one; `None` for what is no hexadecimal.
#[must_use]
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let is_hex = digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    if digits.is_empty() || !digits.len().is_multiple_of(2) || !is_hex {
        return None;
    }
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

/// Writes them.
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn whole_bytes_are_read_and_nothing_else() {
        assert_eq!(super::bytes("00ff"), Some(vec![0, 255]));
        for wrong in ["", "0", "0F", "+1", "0g", "é0"] {
            assert_eq!(super::bytes(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_64_lower_case_digits_are_read() {
        let bytes: [u8; 32] = std::array::from_fn(|place| u8::try_from(place * 7).unwrap());
        assert_eq!(super::read(&super::write(&bytes)), Some(bytes));
        for wrong in
            ["", "00", &"AB".repeat(32), &"0".repeat(65), &"g0".repeat(32), &format!("+{}", "0".repeat(63))]
        {
            assert_eq!(super::read(wrong), None, "{wrong}");
        }
    }
}
