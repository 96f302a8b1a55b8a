//! Which passwords may be chosen: long enough, and none that leaked or that is easily guessed from what is known of its
//! holder. Checked here, against lists that come with the library; nothing is asked of anybody else.

/// Fewest characters of a password (OWASP ASVS 5.0, 6.2.1, asks for 8 at least and recommends 15).
pub const PASSWORD_CHARACTERS_MIN: usize = 12;
/// Most bytes of a password that are looked at; more would only cost time.
pub const PASSWORD_BYTES_MAX: usize = 512;
/// Words of what this is about, which count for nothing in a password (OWASP ASVS 5.0, 6.1.2).
const WORDS: [&str; 3] = ["candour", "police", "hospital"];
/// Longest part of a password whose guessing is estimated, in characters: what follows makes it only harder.
const LOOKED_AT: usize = 100;

/// What is wrong with a password, as what is expected of it; `None` where it may be chosen. `about` is what is known of
/// its holder: names, organisations.
#[must_use]
pub fn fault(password: &str, about: &[&str]) -> Option<String> {
    if password.chars().count() < PASSWORD_CHARACTERS_MIN {
        return Some(::words::say("refusal-expected-long-password"));
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Some(::words::say("refusal-expected-short-password"));
    }
    let words: Vec<&str> =
        about.iter().flat_map(|text| text.split([' ', '.', '-']).chain([*text])).chain(WORDS).collect();
    let looked_at: String = password.chars().take(LOOKED_AT).collect();
    let guessed = zxcvbn::zxcvbn(&looked_at, &words);
    (guessed.score() < zxcvbn::Score::Three).then(|| ::words::say("refusal-expected-unguessed-password"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaked_and_what_is_guessed_from_a_name_is_refused() {
        for bad in [
            "short",
            "password1234",
            "Passw0rd1234!",
            "qwertyuiop12",
            "aaaaaaaaaaaaaa",
            "testa.person1",
            "123456789012",
            "manchester12",
        ] {
            assert!(fault(bad, &["testa.person", "Testa Person"]).is_some(), "{bad}");
        }
        for good in ["amber-heath-quartz-glade", "nine otters under a blue bridge", "T7#kv!mQ2zr8Lp"] {
            assert_eq!(fault(good, &["testa.person", "Testa Person"]), None, "{good}");
        }
        assert!(fault(&"correct horse ".repeat(60), &[]).is_some(), "too long to be looked at");
    }

    #[test]
    fn sixty_four_characters_and_more_are_taken() {
        let words = "nine otters under a blue bridge and seven herons over one river ";
        assert_eq!(words.chars().count(), 64);
        assert_eq!(fault(words, &[]), None);
        assert_eq!(fault(&words.repeat(3), &[]), None);
    }

    #[test]
    fn what_the_holders_organisation_is_called_counts_for_nothing() {
        let bad = "FrobisherQuaybrook";
        assert_eq!(fault(bad, &[]), None, "nobody guesses it who does not know the trust");
        assert!(fault(bad, &["Frobisher Quaybrook NHS Trust"]).is_some());
    }
}
