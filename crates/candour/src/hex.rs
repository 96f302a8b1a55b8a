//! 32 bytes as 64 lower-case hexadecimal digits: the reviewer's bytes and their digest.

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

/// Writes them.
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
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
