//! The Fluent files, embedded when the crate is built and read once.

use crate::Language;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};
use std::{collections::BTreeMap, sync::OnceLock};
use unic_langid::LanguageIdentifier;

/// A file: its name, its English and its Welsh.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) texts: [&'static str; 2],
}

macro_rules! parts {
    ($($name:literal),* $(,)?) => {
        &[$(Part {
            name: $name,
            texts: [
                include_str!(concat!("../locales/en/", $name, ".ftl")),
                include_str!(concat!("../locales/cy/", $name, ".ftl")),
            ],
        }),*]
    };
}

/// Every file. Identifiers begin with the name of theirs.
pub(crate) const PARTS: &[Part] = parts![
    "account",
    "act",
    "admin",
    "asking",
    "breach",
    "case",
    "console",
    "date",
    "day",
    "emergency",
    "facts",
    "frame",
    "language",
    "letter",
    "mail",
    "officer",
    "pack",
    "person",
    "propose",
    "public",
    "reassign",
    "refusal",
    "review",
    "signin",
    "view",
];

impl Part {
    pub(crate) const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.texts[0],
            Language::Welsh => self.texts[1],
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

/// As Fluent takes it, for the plurals. A tag that does not read would be the language that is undetermined.
fn locale(language: Language) -> LanguageIdentifier {
    language.tag().parse().unwrap_or_default()
}

/// Reads the files of one language. What does not parse is left out and said; a test holds that everything parses.
pub(crate) fn read(language: Language) -> (Bundle, Vec<String>) {
    let mut bundle = FluentBundle::new_concurrent(vec![locale(language)]);
    // Marks around what is put in protect text of the other direction, which none of these languages has.
    bundle.set_use_isolating(language.direction() == "rtl");
    let mut faults = Vec::new();
    for part in PARTS {
        let resource = match FluentResource::try_new(part.text(language).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults
                    .extend(errors.iter().map(|error| format!("{} {}: {error}", language.code(), part.name)));
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{} {}: {error}", language.code(), part.name)));
        }
    }
    (bundle, faults)
}

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: OnceLock<BTreeMap<&'static str, Bundle>> = OnceLock::new();
    let bundles = BUNDLES.get_or_init(|| {
        Language::ALL
            .into_iter()
            .map(|language| {
                let (bundle, faults) = read(language);
                for fault in faults {
                    tracing::error!(fault, "a file of messages does not read");
                }
                (language.code(), bundle)
            })
            .collect()
    });
    &bundles[language.code()]
}

/// Whether there is such a message.
pub(crate) fn has(id: &str) -> bool {
    bundle(Language::English).has_message(id)
}

/// A message without anything to put in.
pub(crate) fn plain(language: Language, id: &str) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors: Vec<FluentError> = Vec::new();
    Some(bundle.format_pattern(pattern, None, &mut errors).into_owned())
}

/// A message with what is put in; in English where the language lacks it, and as its identifier where English does too.
pub(crate) fn message(language: Language, id: &str, arguments: &FluentArgs<'_>) -> String {
    for language in [language, Language::English] {
        let bundle = bundle(language);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            tracing::error!(id, language = language.code(), "there is no such message");
            continue;
        };
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        for error in errors {
            tracing::error!(id, language = language.code(), %error, "a message lacks something");
        }
        return words;
    }
    id.to_owned()
}
