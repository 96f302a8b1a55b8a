//! One form for what looks alike: case, accents, widths, look-alike letters and characters nobody can see.
//!
//! Every folded letter remembers the bytes it came from, so that what is found can be shown in the text as typed.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A character after folding.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter {
    /// Lower case, without marks; ASCII where there is a letter that looks the same.
    pub(crate) c: char,
    start: usize,
    end: usize,
    upper: bool,
}

/// A run of letters and digits.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// The folded letters. What follows an apostrophe in "he's" or "don't" is a word with the apostrophe in front.
    pub(crate) key: String,
    /// Where its letters are in [`Folded::letters`].
    letters: Range<usize>,
    /// Where it is in the text, in bytes.
    pub(crate) bytes: Range<usize>,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// Of two letters or more, all of them capitals.
    pub(crate) capitals: bool,
    /// Which sentence it is in.
    pub(crate) sentence: usize,
    /// Stands first in its sentence, after a bullet or after a colon, where a capital means little.
    pub(crate) opens: bool,
}

impl Word {
    /// Whether it has digits and nothing else.
    pub(crate) fn is_number(&self) -> bool {
        self.key.bytes().all(|b| b.is_ascii_digit())
    }

    /// Its value, where it is a number of at most four digits.
    pub(crate) fn number(&self) -> Option<u32> {
        (self.is_number() && self.key.len() <= 4).then(|| self.key.parse().ok()).flatten()
    }

    /// Whether it is one letter.
    pub(crate) fn is_single(&self) -> bool {
        let mut chars = self.key.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    }

    /// Whether it came off the word before it at an apostrophe.
    pub(crate) fn is_suffix(&self) -> bool {
        self.key.starts_with('\'')
    }
}

/// A text, folded and cut into words.
#[derive(Debug)]
pub(crate) struct Folded {
    letters: Vec<Letter>,
    pub(crate) words: Vec<Word>,
    /// For each sentence: is it all in capitals?
    shouted: Vec<bool>,
    /// Nowhere a capital.
    pub(crate) without_capitals: bool,
}

/// What an apostrophe may cut off.
const SUFFIXES: &[&str] = &["s", "t", "re", "ve", "ll", "d", "m"];
/// A point after one of these ends no sentence.
const ABBREVIATED: &[&str] =
    &["mr", "mrs", "ms", "mx", "dr", "st", "prof", "no", "nos", "ref", "tel", "ave", "rd", "approx", "vs"];

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let letters = fold(text);
        let mut words = cut(&letters);
        let sentences = mark_sentences(&letters, &mut words);
        let mut loud = vec![(0_usize, 0_usize); sentences];
        for word in &words {
            if let Some((capitals, others)) = loud.get_mut(word.sentence) {
                if word.capitals {
                    *capitals += 1;
                } else if word.key.len() > 1 && !word.is_suffix() && !word.is_number() {
                    *others += 1;
                }
            }
        }
        let shouted = loud.iter().map(|&(capitals, others)| capitals >= 3 && others == 0).collect();
        let without_capitals = !letters.iter().any(|l| l.upper);
        Self { letters, words, shouted, without_capitals }
    }

    pub(crate) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The folded letters of word `at`, or nothing.
    pub(crate) fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.key.as_str())
    }

    /// The key of the word `back` words before `at`, in the same sentence.
    pub(crate) fn before(&self, at: usize, back: usize) -> &str {
        let sentence = self.words.get(at).map(|w| w.sentence);
        at.checked_sub(back)
            .and_then(|i| self.words.get(i))
            .filter(|w| Some(w.sentence) == sentence)
            .map_or("", |w| w.key.as_str())
    }

    /// The key of the word `on` words after `at`, in the same sentence.
    pub(crate) fn after(&self, at: usize, on: usize) -> &str {
        let sentence = self.words.get(at).map(|w| w.sentence);
        self.words.get(at + on).filter(|w| Some(w.sentence) == sentence).map_or("", |w| w.key.as_str())
    }

    /// What stands between word `at` and the next.
    pub(crate) fn gap(&self, at: usize) -> impl Iterator<Item = char> + '_ {
        let range = match (self.words.get(at), self.words.get(at + 1)) {
            (Some(left), Some(right)) => left.letters.end..right.letters.start,
            _ => 0..0,
        };
        self.letters.get(range).unwrap_or_default().iter().map(|l| l.c)
    }

    /// Whether at most `most` characters stand between word `at` and the next, all of them among `allowed`.
    pub(crate) fn gap_is(&self, at: usize, most: usize, allowed: &str) -> bool {
        at + 1 < self.words.len()
            && self.gap(at).take(most + 1).count() <= most
            && self.gap(at).all(|c| allowed.contains(c))
    }

    /// The character right after word `at`.
    pub(crate) fn next_char(&self, at: usize) -> Option<char> {
        self.words.get(at).and_then(|w| self.letters.get(w.letters.end)).map(|l| l.c)
    }

    /// The character right before word `at`.
    pub(crate) fn previous_char(&self, at: usize) -> Option<char> {
        let start = self.words.get(at)?.letters.start;
        start.checked_sub(1).and_then(|i| self.letters.get(i)).map(|l| l.c)
    }

    /// The bytes of the character right before word `at`.
    pub(crate) fn letter_before(&self, at: usize) -> Option<Range<usize>> {
        let start = self.words.get(at)?.letters.start;
        start.checked_sub(1).and_then(|i| self.letters.get(i)).map(|l| l.start..l.end)
    }

    /// The bytes from word `first` up to and including word `last`.
    pub(crate) fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        match (self.words.get(first), self.words.get(last)) {
            (Some(a), Some(b)) if a.bytes.start <= b.bytes.end => a.bytes.start..b.bytes.end,
            _ => 0..0,
        }
    }

    /// Whether the sentence of word `at` is all in capitals.
    pub(crate) fn is_shouted(&self, at: usize) -> bool {
        self.words.get(at).and_then(|w| self.shouted.get(w.sentence)).copied().unwrap_or(false)
    }

    /// Whether word `at` begins with a capital that means something: the sentence is not all capitals.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.capital) && !self.is_shouted(at)
    }

    /// The folded letters, with the bytes they came from.
    pub(crate) fn letters(&self) -> &[Letter] {
        &self.letters
    }

    /// The bytes of the letters in `range`.
    pub(crate) fn bytes_of(&self, range: Range<usize>) -> Range<usize> {
        match self.letters.get(range).and_then(|l| Some((l.first()?, l.last()?))) {
            Some((first, last)) => first.start..last.end,
            None => 0..0,
        }
    }
}

/// The key of a name or a number as somebody recorded it: folded letters and digits, nothing between them.
pub(crate) fn key_of(text: &str) -> String {
    fold(text).into_iter().map(|l| l.c).filter(|c| c.is_alphanumeric()).collect()
}

fn fold(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for (start, typed) in text.char_indices() {
        let end = start + typed.len_utf8();
        if is_unseen(typed) {
            continue;
        }
        if is_combining_mark(typed) {
            // A mark belongs to what it stands on.
            if let Some(last) = letters.last_mut() {
                last.end = end;
            }
            continue;
        }
        let upper = typed.is_uppercase();
        for part in std::iter::once(typed).nfkd().filter(|c| !is_combining_mark(*c)) {
            for lower in part.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                let upper = upper || part.is_uppercase();
                let (c, second) = plain(lower);
                letters.push(Letter { c, start, end, upper });
                if let Some(c) = second {
                    letters.push(Letter { c, start, end, upper });
                }
            }
        }
    }
    letters
}

/// Characters of no width: joiners, marks of direction, soft hyphens, tags, variation selectors.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The plain letter that a letter is written or looks like; sometimes two.
fn plain(c: char) -> (char, Option<char>) {
    let one = match c {
        'ß' => return ('s', Some('s')),
        'æ' => return ('a', Some('e')),
        'œ' => return ('o', Some('e')),
        'þ' => return ('t', Some('h')),
        'ł' | 'ƚ' | 'ӏ' | 'ǀ' => 'l',
        'ø' | 'о' | 'ο' | 'օ' | 'ᴏ' => 'o',
        'đ' | 'ð' | 'ԁ' | 'ɗ' => 'd',
        'ħ' | 'һ' | 'н' => 'h',
        'ı' | 'і' | 'ι' | 'ɩ' | 'ї' => 'i',
        'а' | 'α' | 'ɑ' => 'a',
        'е' | 'ε' | 'ё' | 'є' | 'ə' => 'e',
        'р' | 'ρ' => 'p',
        'с' | 'ϲ' | 'ς' => 'c',
        'у' | 'ү' | 'γ' => 'y',
        'х' | 'χ' => 'x',
        'ј' => 'j',
        'ѕ' => 's',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'т' | 'τ' | 'ŧ' => 't',
        'в' | 'β' | 'ɓ' => 'b',
        'ν' | 'ѵ' => 'v',
        'υ' | 'ս' => 'u',
        'η' | 'ո' => 'n',
        'ԛ' => 'q',
        'ԝ' | 'ω' => 'w',
        'ɡ' | 'ց' => 'g',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{2bb}' | '\u{2b9}' | '`' | '\u{b4}'
        | '\u{2032}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' => '-',
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        '\u{966}'..='\u{96f}' => digit(c, '\u{966}'),
        '\u{9e6}'..='\u{9ef}' => digit(c, '\u{9e6}'),
        '\n' => '\n',
        space if space.is_whitespace() => ' ',
        other => other,
    };
    (one, None)
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

fn cut(letters: &[Letter]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(first) = letters.get(at) {
        if !first.c.is_alphanumeric() {
            at += 1;
            continue;
        }
        let length = letters.iter().skip(at).take_while(|l| l.c.is_alphanumeric()).count();
        let run = letters.get(at..at + length).unwrap_or_default();
        let mut key: String = run.iter().map(|l| l.c).collect();
        let after_apostrophe = at > 1
            && letters.get(at - 1).is_some_and(|l| l.c == '\'')
            && letters.get(at - 2).is_some_and(|l| l.c.is_alphabetic());
        // "SO'N" is initials, "he's" is not.
        if after_apostrophe && SUFFIXES.contains(&key.as_str()) {
            key.insert(0, '\'');
        }
        let end = run.last().map_or(first.end, |l| l.end);
        words.push(Word {
            key,
            letters: at..at + length,
            bytes: first.start..end,
            capital: first.upper,
            capitals: length > 1
                && run.iter().all(|l| l.upper || !l.c.is_alphabetic())
                && first.c.is_alphabetic(),
            sentence: 0,
            opens: false,
        });
        at += length;
    }
    words
}

/// Says of each word in which sentence it stands and whether it opens one; answers with the number of sentences.
fn mark_sentences(letters: &[Letter], words: &mut [Word]) -> usize {
    let mut sentence = 0;
    let mut previous_end = 0;
    let mut previous: Option<(String, bool)> = None;
    for word in words.iter_mut() {
        let gap = letters.get(previous_end..word.letters.start).unwrap_or_default();
        let has = |wanted: &[char]| gap.iter().any(|l| wanted.contains(&l.c));
        let spaced = gap.last().is_some_and(|l| !matches!(l.c, '.' | '?' | '!'));
        let shortened =
            previous.as_ref().is_some_and(|(key, single)| *single || ABBREVIATED.contains(&key.as_str()));
        let ends = has(&['\n']) || spaced && (has(&['?', '!', '…']) || has(&['.']) && !shortened);
        if previous.is_some() && ends {
            sentence += 1;
        }
        word.sentence = sentence;
        word.opens = previous.is_none() || ends || has(&[':', '"', '\u{201c}', '•', '*']);
        previous_end = word.letters.end;
        previous = Some((word.key.clone(), word.is_single()));
    }
    sentence + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_has_one_key() {
        for (typed, key) in [
            ("Ó Néill", "oneill"),
            ("O\u{2019}Neill", "oneill"),
            ("Wiśniewski", "wisniewski"),
            ("Łukasz", "lukasz"),
            ("\u{410}nn\u{430}", "anna"),
            ("Y\u{200b}usuf", "yusuf"),
            ("Ｊｏｈｎ", "john"),
            ("e\u{301}", "e"),
            ("\u{661}\u{662}", "12"),
        ] {
            assert_eq!(key_of(typed), key, "{typed}");
        }
    }

    #[test]
    fn words_remember_their_bytes() {
        let text = "Ask Y\u{200b}usuf. Né\u{301}!";
        let folded = Folded::new(text);
        let shown: Vec<&str> = folded.words.iter().map(|w| &text[w.bytes.clone()]).collect();
        assert_eq!(shown, ["Ask", "Y\u{200b}usuf", "Né\u{301}"]);
        assert_eq!(folded.words[2].sentence, 1);
        assert!(folded.words[2].opens && folded.words[0].opens && !folded.words[1].opens);
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        let folded = Folded::new("Dr. Who met J. Smith. He left at 4.30 then");
        assert_eq!(folded.words.iter().map(|w| w.sentence).max(), Some(1));
    }
}
