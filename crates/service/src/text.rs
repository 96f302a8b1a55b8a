//! Texts as people type them, checked once at the edge: NFC, no control characters, a length.

use crate::error::Fault;
use unicode_normalization::UnicodeNormalization as _;

/// Longest free text, in characters: about eight pages, more than any form asks for.
pub const TEXT_CHARS_MAX: usize = 20_000;
/// Longest line, such as a name or an address, in characters.
pub const LINE_CHARS_MAX: usize = 500;

/// A checked text: in NFC, of 1 to [`TEXT_CHARS_MAX`] characters, without control characters but line ends and tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// Checks a text of several lines.
    ///
    /// # Errors
    /// A [`Fault`] at `at`.
    pub fn parse(at: &str, typed: &str) -> Result<Self, Fault> {
        check(at, typed, TEXT_CHARS_MAX, true)
    }

    /// Checks one line.
    ///
    /// # Errors
    /// A [`Fault`] at `at`.
    pub fn line(at: &str, typed: &str) -> Result<Self, Fault> {
        check(at, typed, LINE_CHARS_MAX, false)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check(at: &str, typed: &str, chars_max: usize, lines: bool) -> Result<Text, Fault> {
    let text: String = typed.replace("\r\n", "\n").trim().nfc().collect();
    if text.is_empty() {
        return Err(Fault::new(at, ::words::say("refusal-expected-something")));
    }
    if text.chars().count() > chars_max {
        let expected = ::words::phrase("refusal-expected-characters").with("most", chars_max);
        return Err(Fault::new(at, expected));
    }
    let forbidden = |c: char| c.is_control() && !(lines && (c == '\n' || c == '\t')) || is_bidi_control(c);
    if text.chars().any(forbidden) {
        return Err(Fault::new(at, ::words::say("refusal-expected-plain-text")));
    }
    Ok(Text(text))
}

/// Characters that turn the direction of what follows: they can make a text read otherwise than it is.
const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_brought_to_one_form() {
        assert_eq!(Text::parse("/q", " e\u{301}\r\nb ").unwrap().as_str(), "é\nb");
    }

    #[test]
    fn empty_long_and_control_texts_are_refused() {
        for bad in ["", "   ", "a\u{0}", "a\u{1b}[31m", "\u{202e}abc", &"x".repeat(TEXT_CHARS_MAX + 1)] {
            assert!(Text::parse("/q", bad).is_err());
        }
        assert!(Text::line("/q", "two\nlines").is_err());
        assert!(Text::line("/q", &"x".repeat(LINE_CHARS_MAX + 1)).is_err());
    }
}
