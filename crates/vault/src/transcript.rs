//! An unambiguous encoding of what a ciphertext is bound to.
//!
//! A transcript is a domain label followed by fields. Label and text fields carry their length in bytes in
//! front; lengths and numbers are eight bytes, big-endian. Two transcripts with the same label and the
//! same sequence of field types are therefore equal only if every field is, and since every label fixes its
//! sequence, no two different lists of fields share an encoding.

/// A transcript in the making.
pub(crate) struct Transcript(Vec<u8>);

impl Transcript {
    pub(crate) fn new(label: &'static str) -> Self {
        Self(Vec::with_capacity(128)).bytes(label.as_bytes())
    }

    pub(crate) fn text(self, field: &str) -> Self {
        self.bytes(field.as_bytes())
    }

    pub(crate) fn bytes(mut self, field: &[u8]) -> Self {
        self = self.number(field.len() as u64);
        self.0.extend_from_slice(field);
        self
    }

    pub(crate) fn number(mut self, field: u64) -> Self {
        self.0.extend_from_slice(&field.to_be_bytes());
        self
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_encoding_is_fixed() {
        let bytes = Transcript::new("l").text("ab").number(258).finish();
        assert_eq!(bytes, b"\0\0\0\0\0\0\0\x01l\0\0\0\0\0\0\0\x02ab\0\0\0\0\0\0\x01\x02");
    }

    proptest! {
        #[test]
        fn different_fields_have_different_encodings(a: (String, String), b: (String, String)) {
            let encode = |(x, y): &(String, String)| Transcript::new("l").text(x).text(y).finish();
            prop_assert_eq!(a == b, encode(&a) == encode(&b));
        }

        #[test]
        fn moving_the_border_between_two_fields_changes_the_encoding(text in "[a-z]{2,20}", at in 0usize..19) {
            let at = at.min(text.len() - 1);
            let moved = Transcript::new("l").text(&text[..at]).text(&text[at..]).finish();
            prop_assert_ne!(moved, Transcript::new("l").text(&text).text("").finish());
        }
    }
}
