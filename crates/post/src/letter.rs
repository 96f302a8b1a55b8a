//! A letter in words: plain, and silent about what it is about.
//!
//! // SECURITY: whoever opens the envelope may not be the person. The letter names no police, no request, no
//! condition and no service but the trust that writes; it says that there is something to read, and how.
//!
//! It is in the language that the person wants to be written to in, or in both, the Welsh first: each on a page of its own
//! and complete in itself. Welsh that nobody has signed says so, as pages do.

use casework::{event::LetterLanguage, time::Day};
use serde_json::Value;
use service::dates::ForReaders as _;
use words::{Language, Scope, say};

/// What is printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Whom it goes to, line by line.
    pub address: String,
    /// The trust that writes.
    pub trust: String,
    /// The date, for people, in English.
    pub date: String,
    /// The same day, for other languages; none in a letter from before there were any.
    pub day: Option<Day>,
    /// The code.
    pub code: String,
    /// By which way it travels: `post`, `in-person` or `representative`.
    pub route: String,
    /// The language that whoever gets it wants to be written to in.
    pub language: LetterLanguage,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letter(…)")
    }
}

impl Letter {
    /// Reads the letter that the service sealed; `None` unless every part is there.
    #[must_use]
    pub fn from_value(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            address: text("address")?,
            trust: text("trust")?,
            date: text("date")?,
            day: text("day").and_then(|day| Day::parse(&day)),
            code: text("code")?,
            route: text("route")?,
            // A letter that waited since before anybody was asked is in English.
            language: match text("language") {
                Some(code) => LetterLanguage::parse(&code)?,
                None => LetterLanguage::English,
            },
        })
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The languages of a letter, in the order of its pages.
const fn languages(of: LetterLanguage) -> &'static [Language] {
    match of {
        LetterLanguage::English => &[Language::English],
        LetterLanguage::Welsh => &[Language::Welsh],
        LetterLanguage::Both => &[Language::Welsh, Language::English],
    }
}

/// Does this with its words in a language, whatever language whoever prints reads.
fn in_language<R>(language: Language, what: impl FnOnce() -> R) -> R {
    words::scope(Scope { language, address: None }, what)
}

/// Where to read, in a language: the address that opens the page in it, short enough to be typed.
const fn door(language: Language) -> &'static str {
    match language {
        Language::English => "/person",
        Language::Welsh => "/cy/person",
    }
}

/// The letter as one HTML file for A4 pages, with nothing from elsewhere.
#[must_use]
pub fn print(letter: &Letter, service_address: &str) -> String {
    let languages = languages(letter.language);
    let first = languages.first().copied().unwrap_or(Language::English);
    let text = |language: Language| in_language(language, || one_page(letter, service_address));
    // What an English letter does not need is not in it.
    let (style, body) = match languages {
        [Language::English] => ("", text(Language::English)),
        [one] => (DRAFT_STYLE, text(*one)),
        several => (
            DRAFT_STYLE,
            several
                .iter()
                .map(|language| {
                    format!("<section lang=\"{}\">\n{}</section>\n", language.tag(), text(*language))
                })
                .collect(),
        ),
    };
    format!(
        r#"<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 25mm 22mm; }}
body {{ font: 12pt/1.5 Arial, Helvetica, sans-serif; color: #000; max-width: 165mm; margin: 20mm auto; }}
address {{ font-style: normal; margin: 12mm 0; }}
.code {{ font: bold 18pt/1.4 "Courier New", monospace; letter-spacing: 1px; margin: 6mm 0; }}
.small {{ font-size: 10pt; }}
{style}</style>
</head>
<body>
{body}</body>
</html>
"#,
        tag = first.tag(),
        title = in_language(first, || say("letter-title")),
    )
}

/// The look of the mark of a draft, and of a second language's page.
const DRAFT_STYLE: &str = "\
.draft { border: 1px solid #000; padding: 2mm 3mm; font-size: 10pt; }
section + section { break-before: page; }
";

/// That nobody has signed these words, where nobody has.
fn draft(language: Language) -> String {
    if words::signed::is_draft(language) {
        format!("<p class=\"draft\">{}</p>\n", escape(&say("language-draft")))
    } else {
        String::new()
    }
}

/// One page of the letter, in the language at hand.
fn one_page(letter: &Letter, service_address: &str) -> String {
    let language = words::language();
    let how = match letter.route.as_str() {
        "in-person" => say("letter-in-person"),
        "representative" => say("letter-representative"),
        _ => String::new(),
    };
    let date = match (language, letter.day) {
        (Language::English, _) | (_, None) => letter.date.clone(),
        (_, Some(day)) => day.for_readers(),
    };
    let lines = escape(&letter.address).replace('\n', "<br>").replace(", ", "<br>");
    format!(
        r#"{draft}<p>{trust}</p>
<p class="small">{how}</p>
<address>{lines}</address>
<p>{date}</p>
<p>{hello}</p>
<p>{decision}</p>
<p>{place}</p>
<p><strong>{service_address}{door}</strong></p>
<p>{ask}</p>
<p class="code">{code}</p>
<p>{phrase}</p>
<p>{help}</p>
<p>{not_for_you}</p>
<p>{yours}</p>
<p>{trust}</p>
"#,
        draft = draft(language),
        trust = escape(&letter.trust),
        how = escape(&how),
        date = escape(&date),
        hello = escape(&say("letter-hello")),
        decision = escape(&say("letter-decision")),
        place = escape(&say("letter-where")),
        service_address = escape(service_address),
        door = door(language),
        ask = escape(&say("letter-code")),
        code = escape(&letter.code),
        phrase = escape(&say("letter-phrase")),
        help = escape(&say("letter-help")),
        not_for_you = escape(&say("letter-not-for-you")),
        yours = escape(&say("letter-yours")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn letter_in(language: &str) -> Letter {
        Letter::from_value(&json!({
            "address": "A <b>Person</b>, 1 Example Street", "trust": "Example Trust", "date": "1 May 2026",
            "day": "2026-05-01", "code": "ABCD-EFGH", "route": "post", "decision": 1, "language": language,
        }))
        .unwrap()
    }

    /// As it was sealed before anybody was asked for a language.
    fn letter() -> Letter {
        Letter::from_value(&json!({
            "address": "A <b>Person</b>, 1 Example Street", "trust": "Example Trust", "date": "1 May 2026",
            "code": "ABCD-EFGH", "route": "post", "decision": 1,
        }))
        .unwrap()
    }

    /// The English letter to the byte, as it has always been.
    const ENGLISH: &str = r#"<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Letter</title>
<style>
@page { size: A4; margin: 25mm 22mm; }
body { font: 12pt/1.5 Arial, Helvetica, sans-serif; color: #000; max-width: 165mm; margin: 20mm auto; }
address { font-style: normal; margin: 12mm 0; }
.code { font: bold 18pt/1.4 "Courier New", monospace; letter-spacing: 1px; margin: 6mm 0; }
.small { font-size: 10pt; }
</style>
</head>
<body>
<p>Example Trust</p>
<p class="small"></p>
<address>A &lt;b&gt;Person&lt;/b&gt;<br>1 Example Street</address>
<p>1 May 2026</p>
<p>Hello,</p>
<p>We have made a decision that concerns you, and we want you to know about it.</p>
<p>You can read what it is at</p>
<p><strong>https://candour.example/person</strong></p>
<p>You will be asked for this code:</p>
<p class="code">ABCD-EFGH</p>
<p>You will also be asked for the phrase that you agreed with one of our staff.
The code alone shows nothing, so nobody who finds this letter can read anything.</p>
<p>If you would rather be told by somebody, or need help, another language or another format, ask the person at our
trust whom you see, or the patient advice service of our trust.</p>
<p>If this letter is not for you, please destroy it.</p>
<p>Yours sincerely,</p>
<p>Example Trust</p>
</body>
</html>
"#;

    #[test]
    fn the_english_letter_is_what_it_was_to_the_byte_whoever_prints_it() {
        for letter in [letter(), letter_in("en")] {
            assert_eq!(print(&letter, "https://candour.example"), ENGLISH);
            let printed = in_language(Language::Welsh, || print(&letter, "https://candour.example"));
            assert_eq!(printed, ENGLISH);
        }
    }

    #[test]
    fn a_letter_says_nothing_of_what_it_is_about() {
        for language in ["en", "cy", "both"] {
            let page = print(&letter_in(language), "https://candour.example").to_lowercase();
            for word in [
                "police",
                "officer",
                "mental",
                "crime",
                "disclos",
                "referral",
                "terror",
                "patient record",
                "heddlu",
                "swyddog",
                "meddwl",
                "trosedd",
                "datgel",
                "atgyfeiri",
                "terfysg",
                "cofnod",
            ] {
                assert!(!page.contains(word), "{language}: {word}");
            }
            assert!(page.contains("abcd-efgh"), "{language}");
        }
    }

    #[test]
    fn a_welsh_letter_is_welsh_leads_to_the_welsh_page_and_says_that_it_is_a_draft() {
        let page = print(&letter_in("cy"), "https://candour.example");
        assert!(page.contains("<html lang=\"cy\">") && page.contains("<title>Llythyr</title>"), "{page}");
        assert!(page.contains("https://candour.example/cy/person</strong>"), "{page}");
        assert!(page.contains("1 Mai 2026"), "{page}");
        for english in ["You ", "Hello", "sincerely", "Letter", " May "] {
            assert!(!page.contains(english), "{english}");
        }
        let mark = in_language(Language::Welsh, || say("language-draft"));
        assert_eq!(page.contains(&mark), words::signed::is_draft(Language::Welsh));
    }

    #[test]
    fn a_letter_in_both_languages_is_whole_in_each_the_welsh_first() {
        let page = print(&letter_in("both"), "https://candour.example");
        let (welsh, english) = page.split_once("<section lang=\"en-GB\">").unwrap();
        assert!(welsh.contains("<section lang=\"cy\">") && welsh.contains("Helo,"), "{page}");
        assert!(english.contains("Hello,") && !english.contains("Helo,"), "{page}");
        for half in [welsh, english] {
            assert!(half.contains("ABCD-EFGH") && half.contains("1 Example Street"), "{half}");
        }
        let mark = in_language(Language::Welsh, || say("language-draft"));
        assert!(!english.contains(&mark));
    }

    #[test]
    fn a_letter_in_a_language_that_is_not_known_is_not_printed_in_another() {
        let value = json!({
            "address": "a", "trust": "t", "date": "d", "code": "c", "route": "post", "language": "fr",
        });
        assert_eq!(Letter::from_value(&value), None);
    }

    #[test]
    fn what_was_typed_cannot_become_markup() {
        for language in ["en", "cy", "both"] {
            let page = print(&letter_in(language), "x");
            assert!(page.contains("&lt;b&gt;Person") && !page.contains("<b>Person"), "{language}");
        }
    }
}
