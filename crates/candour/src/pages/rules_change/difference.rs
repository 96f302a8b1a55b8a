//! What differs between the files of two packs, line by line, for whoever has to confirm it.

use gate::Files;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;

/// Lines that stay the same and are shown around a change.
const AROUND: usize = 2;
/// How many lines of a file are shown; beyond them the page says where to look.
const LINES_MAX: usize = 400;

/// How a line differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It stays.
    Same,
    /// It goes.
    Gone,
    /// It is new.
    New,
    /// Lines between are left out.
    Skip,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How it differs.
    pub mark: Mark,
    /// What it says.
    pub text: String,
}

impl Line {
    /// What stands before it.
    #[must_use]
    pub const fn sign(&self) -> &'static str {
        match self.mark {
            Mark::Same => "  ",
            Mark::Gone => "− ",
            Mark::New => "+ ",
            Mark::Skip => "⋮ ",
        }
    }
}

/// What differs in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDifference {
    /// Its path in the pack.
    pub path: String,
    /// Its changed lines, and some around them.
    pub lines: Vec<Line>,
    /// How many lines are new.
    pub new: usize,
    /// How many lines are gone.
    pub gone: usize,
    /// Whether there is more than is shown.
    pub cut: bool,
}

/// What differs between two packs, file by file.
#[must_use]
pub fn differences(before: &Files, after: &Files) -> Vec<FileDifference> {
    let paths: BTreeSet<&str> = before.all().chain(after.all()).map(|(path, _)| path).collect();
    paths.into_iter().filter_map(|path| difference(path, text(before, path), text(after, path))).collect()
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    files.text(path).unwrap_or_default()
}

fn difference(path: &str, before: &str, after: &str) -> Option<FileDifference> {
    if before == after {
        return None;
    }
    let difference = TextDiff::from_lines(before, after);
    let mut file = FileDifference { path: path.to_owned(), lines: Vec::new(), new: 0, gone: 0, cut: false };
    for (place, group) in difference.grouped_ops(AROUND).iter().enumerate() {
        if place > 0 {
            file.lines.push(Line { mark: Mark::Skip, text: String::new() });
        }
        for change in group.iter().flat_map(|part| difference.iter_changes(part)) {
            let mark = match change.tag() {
                ChangeTag::Equal => Mark::Same,
                ChangeTag::Delete => Mark::Gone,
                ChangeTag::Insert => Mark::New,
            };
            file.new += usize::from(mark == Mark::New);
            file.gone += usize::from(mark == Mark::Gone);
            file.lines.push(Line { mark, text: change.value().trim_end_matches(['\r', '\n']).to_owned() });
        }
    }
    file.cut = file.lines.len() > LINES_MAX;
    file.lines.truncate(LINES_MAX);
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_lines_are_shown_with_some_around_them_and_files_that_stay_are_not() {
        let many: String = (0..40).map(|n| format!("line {n}\n")).collect();
        let before = Files::new([("a", many.as_str()), ("b", "same\n"), ("c", "goes\n")]);
        let changed = many.replace("line 3\n", "line three\n").replace("line 30\n", "");
        let after = Files::new([("a", changed.as_str()), ("b", "same\n"), ("d", "comes\n")]);
        let found = differences(&before, &after);
        let paths: Vec<&str> = found.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a", "c", "d"]);
        assert_eq!((found[0].new, found[0].gone), (1, 2));
        let said: Vec<String> =
            found[0].lines.iter().map(|line| format!("{}{}", line.sign(), line.text)).collect();
        assert!(
            said.contains(&"− line 3".to_owned()) && said.contains(&"+ line three".to_owned()),
            "{said:?}"
        );
        assert!(said.contains(&"  line 1".to_owned()) && !said.contains(&"  line 0".to_owned()), "{said:?}");
        assert!(said.contains(&"⋮ ".to_owned()));
        let long: String = (0..1_000).map(|n| format!("{n}\n")).collect();
        let found = differences(&Files::default(), &Files::new([("x", long.as_str())]));
        assert!(found[0].cut && found[0].lines.len() == LINES_MAX && found[0].new == 1_000);
    }
}
