//! Leaving passages out of what is disclosed.
//!
//! Whoever prepares a text puts two square brackets around what is to be left out: `[[like this]]`. What leaves has
//! [`LEFT_OUT`] there, the same for a word and for a page. It is taken out before anything is sealed for release, and what
//! a preview shows is made by the same function, so that the two cannot differ.

use crate::{error::Fault, text::Text};

/// What an officer reads where something was left out: it says nothing of how much.
pub const LEFT_OUT: &str = "[left out]";

/// A text as it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What the officer reads.
    pub shown: String,
    /// The whole text with its brackets, where something was left out.
    pub whole: Option<String>,
}

/// What leaves of a text as it was typed.
///
/// # Errors
/// A [`Fault`] at `at` where the text is none, or its brackets do not pair.
pub fn shown(at: &str, typed: &str) -> Result<Shown, Fault> {
    let text = Text::parse(at, typed)?;
    let whole = text.as_str();
    let pieces = pieces(whole).ok_or_else(|| Fault::new(at, ::words::say("refusal-expected-brackets")))?;
    let mut shown = String::with_capacity(whole.len());
    let mut waits = false;
    for (piece, left_out) in &pieces {
        // Passages with nothing but space between them are one, or their number would tell something.
        if *left_out {
            waits = true;
        } else if piece.trim().is_empty() && waits {
            continue;
        } else {
            if waits {
                join(&mut shown, piece);
                waits = false;
            }
            shown.push_str(piece);
        }
    }
    if waits {
        join(&mut shown, "");
    }
    if shown.trim() == LEFT_OUT {
        return Err(Fault::new(at, ::words::say("refusal-expected-something-beside")));
    }
    let any = pieces.iter().any(|(_, left_out)| *left_out);
    Ok(Shown { shown, whole: any.then(|| whole.to_owned()) })
}

/// Adds the mark, set off from the words beside it.
fn join(shown: &mut String, after: &str) {
    if shown.chars().next_back().is_some_and(char::is_alphanumeric) {
        shown.push(' ');
    }
    shown.push_str(LEFT_OUT);
    if after.chars().next().is_some_and(char::is_alphanumeric) {
        shown.push(' ');
    }
}

/// The text in pieces, each with whether it is left out; `None` where brackets do not pair, or hold nothing.
fn pieces(text: &str) -> Option<Vec<(&str, bool)>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("[[") {
        let (left_out, after) = inside.split_once("]]")?;
        if before.contains("]]") || left_out.contains("[[") || left_out.trim().is_empty() {
            return None;
        }
        found.push((before, false));
        found.push((left_out, true));
        rest = after;
    }
    if rest.contains("]]") {
        return None;
    }
    found.push((rest, false));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &str) {
        assert_eq!(shown("/t", typed).map(|shown| shown.shown), Ok(expected.to_owned()), "{typed}");
    }

    #[test]
    fn what_is_left_out_leaves_one_mark_however_long_it_was() {
        check("He takes lithium.", "He takes lithium.");
        check("He lives with [[his aunt]] in town.", "He lives with [left out] in town.");
        check(&format!("A [[{}]] b", "word ".repeat(900)), "A [left out] b");
        check("A [[b]] [[c]]\n[[d]] e", "A [left out] e");
        check("One[[two]]three", "One [left out] three");
        check("[[Ann]], his sister.", "[left out], his sister.");
        check("Ring [[Ann]]", "Ring [left out]");
        check("A [b] c", "A [b] c");
    }

    #[test]
    fn nothing_of_what_is_left_out_is_in_what_leaves() {
        let made = shown("/t", "Known since 2019 [[by Dr SECRET\nat the clinic]]; calm.").unwrap();
        assert!(!made.shown.contains("SECRET") && !made.shown.contains("clinic"), "{}", made.shown);
        assert!(made.whole.unwrap().contains("[[by Dr SECRET\nat the clinic]]"));
        assert_eq!(shown("/t", "Nothing.").unwrap().whole, None);
    }

    #[test]
    fn brackets_that_do_not_pair_and_texts_of_nothing_else_are_faults() {
        for bad in
            ["a [[b", "a b]] c", "a [[b [[c]] d]]", "a [[ ]] b", "]] a [[", "[[all]]", " [[a]] [[b]] ", ""]
        {
            assert_eq!(shown("/t", bad).unwrap_err().at, "/t", "{bad}");
        }
    }

    #[test]
    fn what_is_shown_is_shown_again_unchanged() {
        for typed in ["A [[b]] c", "One[[two]]three", "x [[y]] z [[q]]"] {
            let once = shown("/t", typed).unwrap().shown;
            check(&once, &once);
        }
    }
}
