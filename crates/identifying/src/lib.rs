//! Finds in a free text what identifies the person of a case, so that a clinician is warned before advice leaves.
//!
//! Advice is drawn from no record and is silent on whether the person is known. Whoever writes it has the person before
//! them and slips: a name, "his mother", "she was discharged in May". This crate points such places out and says why
//! in a sentence. It is a reader's second pair of eyes and nothing more.
//!
//! **Invariants.** It never blocks: it answers with passages, and a human decides. It says nothing of the person: there
//! is no score, no rank, no risk, and a passage's sentence carries nothing personal. It is pure: no clock, no chance, no
//! network, no record; what the case knows is handed in as [`Known`], which may be empty. It does not panic, and its
//! time grows with the length of the text.
//!
//! **What rules cannot do.** Names of third parties that nobody recorded are found only where a title or a word such as
//! "called" says that they are names. A name that is an ordinary word ("Will", "Grace") is judged by its place in the
//! sentence and is sometimes missed at the start of one or in a text without capitals. Descriptions that single somebody
//! out without work, school or place ("the man with the parrot"), events that a neighbourhood knows of, spellings far
//! from the recorded one, other languages than English, and what follows only from several sentences together are
//! beyond it. No passage does not mean that nobody can be identified, and the page that shows passages has to say so.
//!
//! **What was measured.** `cargo run -p candour-identifying --example identifying_figures` prints it. Of names, numbers
//! and dates nearly all that is marked is found. Statements (that services know somebody, facts of health, what singles
//! somebody out) come in ever new words: of fresh texts, from which no rule was made, the rules find about half of those,
//! though nearly all of them in the texts they were tuned on. All texts are one author's, so that a clinician's
//! own will be harder still.
//!
//! ```
//! use candour_identifying::{find, Kind, Known};
//!
//! let known = Known { names: vec!["Siobhán O'Neill".to_owned()], ..Known::default() };
//! let text = "Ask Ms ONeill to sit down. Her brother may stay.";
//! let found = find(&known, text)?;
//! let shown: Vec<_> = found.iter().map(|f| (f.kind, &text[f.range.clone()])).collect();
//! assert_eq!(shown, [(Kind::Name, "Ms ONeill"), (Kind::Relative, "Her brother")]);
//! # Ok::<(), candour_identifying::FindError>(())
//! ```
#![deny(missing_docs)]

mod dates;
mod fold;
mod known;
mod names;
mod numbers;
mod passage;
mod phrases;
mod places;

pub use known::{Day, Known};
pub use passage::{Kind, Passage};

/// Longest text, in bytes: a free text has at most 20 000 characters of at most four bytes, and a form several.
pub const TEXT_BYTES_MAX: usize = 128 * 1024;
/// Longest of what is known, all fields together, in bytes: a name and an address of 500 characters each, many times over.
pub const KNOWN_BYTES_MAX: usize = 16 * 1024;

/// Why nothing was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// The text is longer than [`TEXT_BYTES_MAX`].
    #[error("the text is longer than {TEXT_BYTES_MAX} bytes")]
    TextTooLong,
    /// What is known of the person is longer than [`KNOWN_BYTES_MAX`].
    #[error("what is known of the person is longer than {KNOWN_BYTES_MAX} bytes")]
    KnownTooLong,
}

/// What in `text` identifies the person, or may: in the order of the text.
///
/// Passages of one kind do not overlap; a passage inside a statement about somebody ("his mother Ann") stands beside it.
///
/// # Errors
/// [`FindError`] where the text or what is known is too long; nothing else goes wrong.
pub fn find(known: &Known, text: &str) -> Result<Vec<Passage>, FindError> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(FindError::TextTooLong);
    }
    if known.texts().map(str::len).sum::<usize>() > KNOWN_BYTES_MAX {
        return Err(FindError::KnownTooLong);
    }
    let folded = fold::Folded::new(text);
    let names = names::find(known, &folded);
    let mut found = names.found;
    dates::find(known, &folded, &mut found);
    dates::ages(&folded, &names.own, &mut found);
    numbers::find(known, &folded, &mut found);
    places::find(known, &folded, &mut found);
    phrases::find(&folded, &names.own, &mut found);
    Ok(passage::settle(found))
}
