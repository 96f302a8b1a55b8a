//! Which of the Welsh a translator has signed.
//!
//! A machine drafted it. `locales/cy/SIGNED` names the files that a qualified translator has read, each with its SHA-256,
//! so that whatever changes afterwards is a draft again.

use crate::{Language, catalogue::PARTS};
use sha2::{Digest as _, Sha256};
use std::sync::OnceLock;

const SIGNED: &str = include_str!("../locales/cy/SIGNED");

/// The files of Welsh that nobody has signed as they stand, by name.
#[must_use]
pub fn drafts() -> &'static [&'static str] {
    static DRAFTS: OnceLock<Vec<&'static str>> = OnceLock::new();
    DRAFTS.get_or_init(|| {
        PARTS
            .iter()
            .filter(|part| !is_signed(SIGNED, part.name, part.text(Language::Welsh)))
            .map(|part| part.name)
            .collect()
    })
}

/// Whether the pages' language is a machine's draft, which they must say.
#[must_use]
pub fn is_draft(language: Language) -> bool {
    language == Language::Welsh && !drafts().is_empty()
}

fn is_signed(list: &str, name: &str, text: &str) -> bool {
    let digest: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    list.lines().filter(|line| !line.starts_with('#')).any(|line| {
        let mut fields = line.split_whitespace();
        let file = fields.next() == Some(&format!("{name}.ftl"));
        let same = fields.next() == Some(&digest);
        // A signature names its day and whoever signed.
        file && same && fields.count() >= 2
    })
}

#[cfg(test)]
mod tests {
    use super::is_signed;

    #[test]
    fn a_signature_is_of_the_very_words_and_names_who_signed() {
        // SHA-256 of "ie", by sha256sum.
        let digest = "292c1980ba2805512acfef5d0cf8f43fba5c7b9b73a5a7afad1c37cfacad3c98";
        let line = format!("# words\nperson.ftl {digest} 2026-12-01 A. Cyfieithydd\n");
        assert!(!is_signed(&line, "person", "na"));
        let nobody = format!("person.ftl {digest} 2026-12-01\n");
        assert!(!is_signed(&nobody, "person", "ie"));
        assert!(!is_signed("", "person", "ie"));
        assert!(is_signed(&line, "person", "ie"));
        assert!(!is_signed(&line, "public", "ie"));
    }
}
