//! Normal forms of what people type, so that the same thing typed twice is the same text.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The normal form of names and of agreed phrases.
///
/// Apostrophes and invisible joiners are dropped, compatibility composition (NFKC) is applied, every other
/// character that is neither letter, digit nor combining mark is taken for a space, runs of spaces become one,
/// ends are trimmed, letters made upper case, and NFKC is applied again because changing case can undo it. So
/// `O’Brien-Smith`, `o'brien  smith` and `OBRIEN SMITH` are the same; `José` and `Jose` are not, since they
/// may be two people.
pub(crate) fn words(text: &str) -> Zeroizing<String> {
    let mut spaced = Zeroizing::new(String::with_capacity(text.len() * 4));
    // Dropped before composing, because NFKC turns a lone acute accent into a space and a mark; and after,
    // because it turns a full-width apostrophe into a plain one.
    for character in text.chars().filter(|c| !is_dropped(*c)).nfkc().filter(|c| !is_dropped(*c)) {
        if character.is_alphanumeric() || unicode_normalization::char::is_combining_mark(character) {
            spaced.extend(character.to_uppercase());
        } else if !spaced.is_empty() && !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    Zeroizing::new(spaced.trim_end().nfkc().collect())
}

/// Apostrophes, the accents that keyboards give in their place, and characters without width.
fn is_dropped(character: char) -> bool {
    matches!(
        character,
        '\'' | '`'
            | '\u{b4}'
            | '\u{2b9}'
            | '\u{2bc}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201b}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// The normal form of numbers such as the NHS number: ASCII digits alone, spaces and hyphens dropped. `None`
/// if anything else is there or nothing is left.
pub(crate) fn digits(text: &str) -> Option<Zeroizing<String>> {
    let mut kept = Zeroizing::new(String::with_capacity(text.len()));
    for character in text.nfkc() {
        match character {
            '0'..='9' => kept.push(character),
            '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => {}
            _ if character.is_whitespace() => {}
            _ => return None,
        }
    }
    (!kept.is_empty()).then_some(kept)
}

/// The normal form of a password: NFKC and nothing else, as NIST SP 800-63B asks, so that two keyboards that
/// compose a letter differently give the same password.
pub(crate) fn password(text: &str) -> Zeroizing<String> {
    let mut normal = Zeroizing::new(String::with_capacity(text.len() * 4));
    normal.extend(text.nfkc());
    normal
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_text() {
        for spelling in [
            "O'Brien-Smith",
            "o\u{2019}brien  smith",
            " OBRIEN SMITH ",
            "O`BRIEN\u{2010}SMITH",
            "O\u{b4}Brien Smith",
            "O\u{ff07}Brien\u{200b} Smith",
            "Ｏbrien\tSmith",
        ] {
            assert_eq!(words(spelling).as_str(), "OBRIEN SMITH", "{spelling:?}");
        }
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_and_accents_count() {
        assert_eq!(words("Zo\u{eb}"), words("ZOE\u{308}"));
        assert_ne!(words("Zoë"), words("Zoe"));
    }

    #[test]
    fn a_number_is_its_digits_and_nothing_else() {
        for spelling in ["943 476 5919", "943-476-5919", "9434765919", "９４３４７６５９１９"] {
            assert_eq!(digits(spelling).unwrap().as_str(), "9434765919", "{spelling}");
        }
        for wrong in ["", "  ", "943 476 591X", "9434765919a"] {
            assert!(digits(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_password_keeps_its_case_and_spaces() {
        assert_eq!(password(" Ab  c ").as_str(), " Ab  c ");
        assert_eq!(password("e\u{301}").as_str(), "\u{e9}");
    }

    proptest! {
        #[test]
        fn a_normal_form_is_its_own_normal_form(text: String) {
            let once = words(&text);
            prop_assert_eq!(&words(&once), &once);
        }

        #[test]
        fn case_and_spacing_do_not_count(text in "[a-zA-Z]{1,8}( [a-zA-Z]{1,8}){0,3}") {
            let shouted = format!("  {}  ", text.to_uppercase().replace(' ', " \t "));
            prop_assert_eq!(words(&shouted), words(&text));
        }
    }
}
