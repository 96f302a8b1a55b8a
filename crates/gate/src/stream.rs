//! Facts from a reader, verdicts to a writer: what `candour gate` does.
//!
//! The input is JSON lines, one object of facts a line, or a single object that may be spread over several lines. Each
//! object is answered by one line, in order; blank lines are passed over. Facts that cannot be read are answered by
//! `{"error": …, "at": …}`, and the rest are judged all the same.

use std::io::{self, BufRead, Write};

use casework::facts::{Expected, Facts, FactsError, JsonFault, read_json};
use serde_json::{Value, json};

use crate::{Gate, explain::explain};

/// Longest line, and longest object over several lines, in bytes. Facts with everything in them have about 6,000.
pub const OBJECT_BYTES_MAX: usize = 1 << 20;

/// How verdicts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// One line of JSON a verdict.
    Json,
    /// In plain English, each verdict followed by an empty line.
    Explained,
}

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answered {
    /// Verdicts given.
    pub verdicts: u64,
    /// Facts that could not be read.
    pub faults: u64,
    /// Verdicts for which the gate itself failed, so that an operator has to look; see [`crate::Alert`].
    pub alerts: u64,
}

impl Answered {
    /// Whether all facts could be read and judged.
    #[must_use]
    pub fn all_good(&self) -> bool {
        self.faults == 0 && self.alerts == 0
    }
}

/// Answers everything that the reader has.
///
/// # Errors
/// What the reader or the writer answers; never for facts that cannot be read.
pub fn answer(
    gate: &Gate,
    mut reader: impl BufRead,
    writer: impl Write,
    style: Style,
) -> io::Result<Answered> {
    let mut answers = Answers { gate, writer, style, answered: Answered::default() };
    let Some(first) = next_object(&mut reader)? else { return Ok(answers.answered) };
    if matches!(&first, Line::Text(text) if read_json(text) == Err(JsonFault::Incomplete)) {
        answers.spread(first, &mut reader)?;
    } else {
        answers.line(&first)?;
    }
    while let Some(line) = next_object(&mut reader)? {
        answers.line(&line)?;
    }
    answers.writer.flush()?;
    Ok(answers.answered)
}

/// A line of the input.
enum Line {
    Text(String),
    TooLong,
    NotUtf8,
}

impl Line {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::TooLong | Self::NotUtf8 => "",
        }
    }
}

/// The next line that is not blank.
fn next_object(reader: &mut impl BufRead) -> io::Result<Option<Line>> {
    loop {
        match next_line(reader)? {
            Some(Line::Text(text)) if text.trim().is_empty() => {}
            other => return Ok(other),
        }
    }
}

/// The next line. One that is too long is read to its end and dropped, so that memory stays bounded.
fn next_line(reader: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let mut too_long = false;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() && bytes.is_empty() && !too_long {
            return Ok(None);
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(buffer.len());
        let part = buffer.get(..taken).unwrap_or_default();
        if bytes.len() + part.len() > OBJECT_BYTES_MAX {
            too_long = true;
            bytes.clear();
        } else if !too_long {
            bytes.extend_from_slice(part);
        }
        let ended = end.is_some() || buffer.is_empty();
        reader.consume(taken + usize::from(end.is_some()));
        if ended {
            return Ok(Some(match String::from_utf8(bytes) {
                _ if too_long => Line::TooLong,
                Ok(text) => Line::Text(text),
                Err(_) => Line::NotUtf8,
            }));
        }
    }
}

struct Answers<'a, W> {
    gate: &'a Gate,
    writer: W,
    style: Style,
    answered: Answered,
}

impl<W: Write> Answers<'_, W> {
    /// The first line ends within its object. Either the object is spread over the lines, or these are JSON lines of
    /// which the first was cut off: then some later line is an object by itself.
    fn spread(&mut self, first: Line, reader: &mut impl BufRead) -> io::Result<()> {
        let mut lines = vec![first];
        let mut length = 0;
        while length <= OBJECT_BYTES_MAX {
            let Some(line) = next_line(reader)? else { break };
            length += line.text().len() + 1;
            lines.push(line);
        }
        let whole: Vec<&str> = lines.iter().map(Line::text).collect();
        let read = read_json(&whole.join("\n"));
        let object = |line: &&Line| matches!(read_json(line.text()), Ok(Value::Object(_)));
        if read.is_err() && (length > OBJECT_BYTES_MAX || lines.iter().skip(1).any(|line| object(&line))) {
            let spoken =
                lines.iter().filter(|line| !matches!(line, Line::Text(text) if text.trim().is_empty()));
            return spoken.into_iter().try_for_each(|line| self.line(line));
        }
        self.answer(read.map_err(FactsError::from).and_then(|value| Facts::from_value(&value)))
    }

    fn line(&mut self, line: &Line) -> io::Result<()> {
        let at_fault = |expected| FactsError { at: String::new(), expected };
        self.answer(match line {
            Line::Text(text) => Facts::parse(text),
            Line::TooLong => Err(at_fault(Expected::ShorterObject { most: OBJECT_BYTES_MAX })),
            Line::NotUtf8 => Err(at_fault(Expected::Utf8)),
        })
    }

    fn answer(&mut self, facts: Result<Facts, FactsError>) -> io::Result<()> {
        match facts {
            Ok(facts) => {
                let judgement = self.gate.judge(&facts);
                self.answered.verdicts += 1;
                self.answered.alerts += u64::from(judgement.alert.is_some());
                match self.style {
                    Style::Json => writeln!(self.writer, "{}", judgement.verdict.to_value()),
                    Style::Explained => {
                        writeln!(self.writer, "{}", explain(self.gate.pack(), &judgement.verdict))
                    }
                }
            }
            Err(fault) => {
                self.answered.faults += 1;
                let expected = format!("expected {}", fault.expected);
                match self.style {
                    Style::Json => writeln!(self.writer, "{}", json!({"error": expected, "at": fault.at})),
                    Style::Explained => writeln!(
                        self.writer,
                        "These facts cannot be read: at \"{}\" we {expected}.\n",
                        fault.at
                    ),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::{codes::Nation, time::Day};

    fn facts() -> Value {
        Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap()).to_value()
    }

    /// What is answered: for each line whether it is a verdict, and where not, the pointer.
    fn check(input: &[u8], expected: &[Option<&str>]) {
        let gate = crate::embedded().unwrap();
        let mut out = Vec::new();
        let answered = answer(&gate, input, &mut out, Style::Json).unwrap();
        let lines: Vec<Value> =
            String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let pointers: Vec<Option<&str>> =
            lines.iter().map(|line| line.get("at").and_then(Value::as_str)).collect();
        assert_eq!(pointers, expected);
        assert_eq!(answered.all_good(), expected.iter().all(Option::is_none));
        assert!(lines.iter().all(|line| line.get("error").is_some() != line.get("open").is_some()));
    }

    #[test]
    fn json_lines_are_answered_line_by_line() {
        let mut bad = facts();
        bad["person"]["age"] = json!(-1);
        let input = format!("\n{}\r\n\n{bad}\n{{}}\nnonsense\n{}", facts(), facts());
        check(input.as_bytes(), &[None, Some("/person/age"), Some("/facts_version"), Some(""), None]);
    }

    #[test]
    fn one_object_may_be_spread_over_lines() {
        check(serde_json::to_string_pretty(&facts()).unwrap().as_bytes(), &[None]);
        let mut bad = facts();
        bad["colour"] = json!({"red": 1});
        check(
            format!("\n{}\n\n", serde_json::to_string_pretty(&bad).unwrap()).as_bytes(),
            &[Some("/colour")],
        );
    }

    #[test]
    fn a_spread_object_that_breaks_off_is_one_fault() {
        let text = serde_json::to_string_pretty(&facts()).unwrap();
        check(&text.as_bytes()[..text.len() - 5], &[Some("")]);
    }

    #[test]
    fn lines_after_one_that_was_cut_off_are_judged() {
        check(
            format!("{{\"facts_version\":1,\n{}\n{}\n", facts(), facts()).as_bytes(),
            &[Some(""), None, None],
        );
    }

    #[test]
    fn nothing_is_answered_by_nothing() {
        check(b"", &[]);
        check(b"\n \n", &[]);
    }

    #[test]
    fn a_line_that_is_too_long_or_no_text_is_a_fault_and_no_more() {
        let mut input = vec![b' '; OBJECT_BYTES_MAX + 1];
        input.extend_from_slice(b"{}\n\xff\n");
        input.extend_from_slice(facts().to_string().as_bytes());
        check(&input, &[Some(""), Some(""), None]);
    }

    #[test]
    fn the_plain_words_come_from_the_pack_and_name_no_code() {
        let gate = crate::embedded().unwrap();
        let mut out = Vec::new();
        answer(&gate, facts().to_string().as_bytes(), &mut out, Style::Explained).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("Nobody has asked the person."));
        assert!(text.contains("Order of a court"));
        assert!(!text.contains("consent-not-sought"));
    }
}
