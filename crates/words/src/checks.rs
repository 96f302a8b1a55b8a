//! What must hold of every file of messages, and of every place that asks for one.

use crate::{
    Language, Scope,
    catalogue::{PARTS, read},
    in_language, marked, phrase, say, scope, translated,
};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// What a message is made of: its text in pieces, the names of what is put in, and its marks of HTML.
#[derive(Debug, Default)]
struct Made {
    text: String,
    arguments: BTreeSet<String>,
    marks: BTreeSet<String>,
}

fn inline(expression: &InlineExpression<&str>, made: &mut Made) {
    match expression {
        InlineExpression::VariableReference { id } => {
            made.arguments.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => made.text.push_str(value),
        InlineExpression::Placeable { expression } => inside(expression, made),
        other => made.text.push_str(&format!("{other:?}")),
    }
}

fn inside(expression: &Expression<&str>, made: &mut Made) {
    match expression {
        Expression::Inline(expression) => inline(expression, made),
        Expression::Select { selector, variants } => {
            inline(selector, made);
            for variant in variants {
                pattern(&variant.value, made);
                made.text.push('\n');
            }
        }
    }
}

fn pattern(of: &Pattern<&str>, made: &mut Made) {
    for element in &of.elements {
        match element {
            PatternElement::TextElement { value } => made.text.push_str(value),
            PatternElement::Placeable { expression } => inside(expression, made),
        }
    }
}

fn messages(language: Language) -> BTreeMap<String, (&'static str, Made)> {
    let mut found = BTreeMap::new();
    for part in PARTS {
        let tree =
            parse(part.text(language)).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", part.name));
        for entry in &tree.body {
            let Entry::Message(message) = entry else { continue };
            let mut made = Made::default();
            pattern(message.value.as_ref().unwrap(), &mut made);
            assert!(message.attributes.is_empty(), "{}", message.id.name);
            for mark in made.text.split('<').skip(1).filter_map(|rest| rest.split_once('>')) {
                made.marks.insert(mark.0.to_owned());
            }
            let id = message.id.name.to_owned();
            assert!(found.insert(id, (part.name, made)).is_none(), "{} stands twice", message.id.name);
        }
    }
    found
}

#[test]
fn every_file_reads_and_nothing_stands_twice() {
    for language in Language::ALL {
        let (_, faults) = read(language);
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn the_languages_say_the_same_with_the_same_marks_and_the_same_things_put_in() {
    let (english, welsh) = (messages(Language::English), messages(Language::Welsh));
    let only: Vec<_> = english
        .keys()
        .filter(|id| !welsh.contains_key(*id))
        .chain(welsh.keys().filter(|id| !english.contains_key(*id)))
        .collect();
    assert!(only.is_empty(), "in one language alone: {only:#?}");
    for (id, (part, made)) in &english {
        let (other, welsh) = &welsh[id];
        assert_eq!(part, other, "{id}");
        assert!(id.starts_with(&format!("{part}-")), "{id} stands in {part}");
        assert_eq!(made.arguments, welsh.arguments, "{id}");
        assert_eq!(made.marks, welsh.marks, "{id}");
        assert!(!made.text.trim().is_empty() || !made.arguments.is_empty(), "{id} says nothing");
        // What reads alike in both is not translated; names and citations are.
        let words = made.text.split_whitespace().filter(|word| word.len() > 2).count();
        assert!(words < 4 || made.text != welsh.text || id.starts_with("pack-"), "{id} is English");
    }
}

#[test]
fn a_sentence_after_an_emphasised_one_begins_with_a_capital() {
    for language in Language::ALL {
        for (id, (_, made)) in messages(language) {
            for after in made.text.split(".</strong> ").skip(1) {
                assert!(!after.starts_with(char::is_lowercase), "{id}: {after}");
            }
        }
    }
}

#[test]
fn marks_are_few_and_lead_nowhere_else() {
    for (id, (_, made)) in messages(Language::English) {
        for mark in made.marks {
            let tag = mark.trim_start_matches('/').split(' ').next().unwrap();
            assert!(
                ["a", "abbr", "b", "br", "code", "em", "li", "span", "strong", "time", "p", "kbd"]
                    .contains(&tag),
                "{id}: <{mark}>"
            );
            assert!(!mark.contains(" on") && !mark.contains("style="), "{id}: <{mark}>");
            if let Some((_, href)) = mark.split_once("href=\"") {
                let ours = href.starts_with('/') && !href.starts_with("//");
                let out =
                    href.starts_with("https://") || href.starts_with("tel:") || href.starts_with("mailto:");
                let below = href.starts_with('#') || href.starts_with('"');
                assert!(ours || out || below, "{id}: {href}");
            }
        }
    }
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|other| other == ending) {
            found.push(path);
        }
    }
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The identifiers and the beginnings of identifiers that the product asks for, with the file that does.
fn asked() -> (BTreeMap<String, String>, BTreeSet<String>) {
    let mut sources = Vec::new();
    for part in ["candour/src", "service/src", "post/src"] {
        files(&crates().join(part), "rs", &mut sources);
    }
    files(&crates().join("candour/templates"), "html", &mut sources);
    let (mut ids, mut beginnings) = (BTreeMap::new(), BTreeSet::new());
    for path in sources {
        let text: String = std::fs::read_to_string(&path).unwrap();
        for (call, whole) in [
            ("say(", true),
            ("phrase(", true),
            ("marked(", true),
            ("coded(", false),
            ("coded_or(", false),
            ("translated(", true),
            ("in_parts(", true),
        ] {
            for (at, _) in text.match_indices(call) {
                if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                let rest = text[at + call.len()..].trim_start().trim_start_matches('&');
                let (rest, made) = match rest.strip_prefix("format!(") {
                    Some(rest) => (rest.trim_start(), true),
                    None => (rest, false),
                };
                let Some(literal) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                    continue;
                };
                if made || !whole {
                    beginnings.insert(literal.split('{').next().unwrap().trim_end_matches('-').to_owned());
                } else if PARTS.iter().any(|part| literal.starts_with(&format!("{}-", part.name))) {
                    ids.insert(literal.to_owned(), path.display().to_string());
                }
            }
        }
    }
    (ids, beginnings)
}

#[test]
fn whatever_is_asked_for_is_there_and_whatever_is_there_is_asked_for() {
    let (ids, beginnings) = asked();
    let known = messages(Language::English);
    assert!(ids.len() > 500, "{}", ids.len());
    let missing: Vec<_> = ids.iter().filter(|(id, _)| !known.contains_key(*id)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    for beginning in &beginnings {
        let used =
            known.keys().any(|id| id.strip_prefix(beginning).is_some_and(|rest| rest.starts_with('-')));
        assert!(used, "nothing begins with {beginning}-");
    }
    let unused: Vec<_> = known
        .keys()
        .filter(|id| !ids.contains_key(*id))
        .filter(|id| {
            !beginnings.iter().any(|b| id.strip_prefix(b.as_str()).is_some_and(|rest| rest.starts_with('-')))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// What of a template a reader reads: its text without tags, without comments and without what is put in, and the words of
/// its attributes.
fn prose(template: &str) -> Vec<String> {
    let mut left = template.to_owned();
    for (open, close) in [("{#", "#}"), ("<!--", "-->"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(from) = left.find(open) {
            let to = left[from..].find(close).map_or(left.len(), |at| from + at + close.len());
            left.replace_range(from..to, " ");
        }
    }
    let mut found = Vec::new();
    for attribute in ["aria-label", "title", "alt", "placeholder"] {
        let begins = format!(" {attribute}=\"");
        found
            .extend(left.split(&begins).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    let mut text = String::new();
    let mut within = false;
    for c in left.chars() {
        match c {
            '<' => within = true,
            '>' => {
                within = false;
                text.push('\n');
            }
            c if !within => text.push(c),
            _ => {}
        }
    }
    found.extend(text.lines().map(str::to_owned));
    found.retain(|words| words.chars().filter(|c| c.is_alphabetic()).count() > 1);
    found
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut templates = Vec::new();
    files(&crates().join("candour/templates"), "html", &mut templates);
    let mut found = Vec::new();
    for path in templates {
        for words in prose(&std::fs::read_to_string(&path).unwrap()) {
            // The product's name, commands to be typed, and the name of a hash.
            let named = ["– Candour", "Candour", "SHA-256", "&nbsp;"].contains(&words.trim());
            if !named && !words.trim().starts_with("candour ") {
                found.push(format!("{}: {}", path.file_name().unwrap().display(), words.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_request_is_answered_in_its_language_and_everything_else_in_english() {
    let welsh = || Scope { language: Language::Welsh, address: None };
    assert_eq!(say("date-month-1"), "January");
    assert_eq!(scope(welsh(), || say("date-month-1")), "Ionawr");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let said = runtime.block_on(async {
        let inside = in_language(welsh(), async { say("date-month-1") }).await;
        (inside, say("date-month-1"))
    });
    assert_eq!(said, ("Ionawr".to_owned(), "January".to_owned()));
}

#[test]
fn what_is_put_in_is_escaped_where_marks_are_not() {
    let put = phrase("date-day").with("day", "<b>").with("month", "&").with("year", 7).to_string();
    assert_eq!(put, "<b> & 7");
    let put = marked("date-day").with("day", "<b>").with("month", "\"'&").with("year", 7).to_string();
    assert_eq!(put, "&#60;b&#62; &#34;&#39;&#38; 7");
}

#[test]
fn a_sentence_of_others_is_translated_only_as_long_as_it_is_the_one_that_was() {
    let welsh = |original: &str| {
        let here = Scope { language: Language::Welsh, address: None };
        scope(here, || translated("date-month-1", original))
    };
    assert_eq!(welsh("January"), "Ionawr");
    assert_eq!(welsh("January of last year"), "January of last year");
    assert_eq!(translated("date-month-1", "Something else"), "Something else");
    assert_eq!(say("there-is-none"), "there-is-none");
}
