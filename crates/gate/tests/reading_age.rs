//! How old a reader must be for the plain English of the pack, by the Flesch–Kincaid grade level: J. P. Kincaid,
//! R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of new readability formulas for Navy enlisted
//! personnel", Research Branch Report 8-75, 1975. Grade = 0.39 (words / sentences) + 11.8 (syllables / words) - 15.59;
//! grade 7 is taught at about 12.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use std::collections::BTreeMap;

use candour_gate::rulebook::rulebook;
use casework::codes::{After, Condition};

/// The grade that children of about 12 are in.
const GRADE_MAX: f64 = 7.0;

#[derive(Default)]
struct Count {
    sentences: u32,
    words: u32,
    syllables: u32,
}

impl Count {
    fn add(&mut self, text: &str) {
        let mut any = false;
        for sentence in text.split(['.', '?', '!', ':', ';']) {
            let words: Vec<&str> =
                sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
            if !words.is_empty() {
                any = true;
                self.sentences += 1;
                self.words += u32::try_from(words.len()).unwrap();
                self.syllables += words.iter().map(|word| syllables(word)).sum::<u32>();
            }
        }
        assert!(any, "no sentence: {text}");
    }

    fn grade(&self) -> f64 {
        let [sentences, words, syllables] = [self.sentences, self.words, self.syllables].map(f64::from);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// The groups of vowels in a word, without a silent ending; at least one. Numbers count as one.
fn syllables(word: &str) -> u32 {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        count += u32::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = (word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee"))
        || (word.ends_with("es")
            && !["ses", "zes", "ces", "ges", "xes", "hes"].iter().any(|end| word.ends_with(end)))
        || (word.ends_with("ed")
            && !word.ends_with("ted")
            && !word.ends_with("ded")
            && !word.ends_with("eed"));
    (if silent && count > 1 { count - 1 } else { count }).max(1)
}

#[test]
fn syllables_are_counted_as_a_dictionary_does_for_common_words() {
    for (word, wanted) in [
        ("person", 2),
        ("told", 1),
        ("police", 2),
        ("danger", 2),
        ("information", 4),
        ("shared", 1),
        ("needed", 2),
        ("safe", 1),
        ("notices", 3),
        ("people", 2),
        ("agreed", 2),
        ("2026", 1),
        ("the", 1),
        ("enquiry", 3),
    ] {
        assert_eq!(syllables(word), wanted, "{word}");
    }
}

#[test]
fn a_reader_of_about_twelve_can_follow_every_part_of_the_rules() {
    let gate = candour_gate::embedded().unwrap();
    let rules = rulebook(gate.pack());
    let mut parts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut hardest: Vec<(f64, String)> = Vec::new();
    let mut add = |part, text: &str| {
        parts.entry(part).or_default().add(text);
        let mut alone = Count::default();
        alone.add(text);
        hardest.push((alone.grade(), text.to_owned()));
    };
    rules.chapters.iter().flat_map(|chapter| &chapter.bases).for_each(|basis| add("bases", basis.sentence));
    rules.reasons.iter().for_each(|test| add("reasons and tests", test.sentence));
    rules.notice.iter().for_each(|(_, says)| add("telling the person", says));
    rules.approvals.iter().for_each(|(_, says)| add("who must agree", says));
    let words = gate.pack().sentences();
    Condition::ALL.iter().for_each(|code| add("conditions", words.condition(*code)));
    After::ALL.iter().for_each(|code| add("afterwards", words.after(*code)));
    println!("Flesch-Kincaid grade (reading age is about five years more)");
    for (part, count) in &parts {
        println!(
            "{part:20} grade {:4.1}, {} sentences, {} words",
            count.grade(),
            count.sentences,
            count.words
        );
    }
    hardest.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (grade, text) in hardest.iter().take(8) {
        println!("  hardest: {grade:4.1} {text}");
    }
    for (part, count) in &parts {
        assert!(count.grade() <= GRADE_MAX, "{part}: grade {:.1}", count.grade());
    }
}
