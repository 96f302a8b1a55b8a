//! The corpus: texts with what identifies somebody marked as `[[kind:span]]`, and how passages are held against it.
//!
//! One half is for tuning, the other was kept apart: which half a text is in follows from the digest of its group, so
//! that all texts of one template are in the same half.

use anyhow::{Context as _, bail};
use candour_identifying::{Day, Kind, Known, Passage, find};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, ops::Range, path::Path};

/// Which part of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    Tuning,
    /// Written before the rules, and not looked at until they stood.
    KeptApart,
    /// Written after the rules stood, measured once, and never used to change them.
    Fresh,
}

/// A text with its labels.
pub struct Sample {
    pub id: String,
    pub by_hand: bool,
    pub half: Half,
    pub known: Known,
    pub text: String,
    pub labels: Vec<Label>,
}

/// Every text of the corpus.
pub fn corpus() -> anyhow::Result<Vec<Sample>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut samples = Vec::new();
    for (file, by_hand) in
        [("hand.jsonl", true), ("later.jsonl", true), ("fresh.jsonl", true), ("generated.jsonl", false)]
    {
        let path = folder.join(file);
        let lines = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for line in lines.lines() {
            samples.push(sample(line, by_hand).with_context(|| line.to_owned())?);
        }
    }
    Ok(samples)
}

fn sample(line: &str, by_hand: bool) -> anyhow::Result<Sample> {
    let value: Value = serde_json::from_str(line)?;
    let field =
        |name: &str| value.get(name).and_then(Value::as_str).context("a text is missing").map(str::to_owned);
    let person = value.get("person").context("no person")?;
    let list = |name: &str| -> Vec<String> {
        let all = person.get(name).and_then(Value::as_array).into_iter().flatten();
        all.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let known = Known {
        names: list("names"),
        born: person.get("born").and_then(Value::as_str).and_then(Day::parse),
        nhs_number: person.get("nhs_number").and_then(Value::as_str).map(str::to_owned),
        addresses: list("addresses"),
        telephones: list("telephones"),
        emails: list("emails"),
        relatives: list("relatives"),
    };
    let digest = Sha256::digest(field("group")?.as_bytes());
    let odd = digest.first().is_some_and(|byte| byte & 1 == 1);
    // Written while the rules were tuned, and so never kept apart.
    let later = field("group")?.starts_with("later-");
    let (text, labels) = unmark(&field("text")?)?;
    let half = if field("group")?.starts_with("fresh-") {
        Half::Fresh
    } else if odd && !later {
        Half::KeptApart
    } else {
        Half::Tuning
    };
    Ok(Sample { id: field("id")?, by_hand, half, known, text, labels })
}

/// A span and the kind with which it is marked.
type Label = (Range<usize>, Kind);

fn unmark(marked: &str) -> anyhow::Result<(String, Vec<Label>)> {
    let (mut text, mut labels) = (String::new(), Vec::new());
    let mut pieces = marked.split("[[");
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (label, after) = piece.split_once("]]").context("a mark without its end")?;
        let (code, span) = label.split_once(':').context("a mark without its kind")?;
        let Some(kind) = Kind::ALL.iter().find(|kind| kind.code() == code) else { bail!("no kind `{code}`") };
        labels.push((text.len()..text.len() + span.len(), *kind));
        text.push_str(span);
        text.push_str(after);
    }
    Ok((text, labels))
}

/// How many bytes two ranges share.
fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Counts for one kind.
#[derive(Debug, Default, Clone, Copy)]
pub struct Counts {
    /// Spans that are marked.
    pub marked: usize,
    /// Of them, those of which passages cover half or more, whatever their kind.
    pub seen: usize,
    /// Of them, those that were found under the kind with which they are marked.
    pub seen_as_such: usize,
    /// Passages.
    pub found: usize,
    /// Of them, those of which half or more is marked, whatever the kind.
    pub right: usize,
}

impl Counts {
    /// Share of what is marked that was pointed out.
    pub fn recall(&self) -> f64 {
        share(self.seen, self.marked)
    }

    /// Share of what is pointed out that is marked.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    fn add(&mut self, other: Self) {
        self.marked += other.marked;
        self.seen += other.seen;
        self.seen_as_such += other.seen_as_such;
        self.found += other.found;
        self.right += other.right;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { count(part) / count(whole) }
}

/// What went wrong in one text: marked and not seen, or found and not marked.
pub struct Miss {
    pub id: String,
    pub what: String,
}

/// The figures of some texts, by kind, and what went wrong.
pub fn measure<'a>(
    samples: impl Iterator<Item = &'a Sample>,
) -> anyhow::Result<(BTreeMap<Kind, Counts>, Vec<Miss>)> {
    let mut by_kind: BTreeMap<Kind, Counts> = BTreeMap::new();
    let mut misses = Vec::new();
    for sample in samples {
        let passages: Vec<Passage> = find(&sample.known, &sample.text)?;
        let say = |what: &str, range: &Range<usize>, kind: Kind| Miss {
            id: sample.id.clone(),
            what: format!(
                "{what} {}: “{}” in “{}”",
                kind.code(),
                sample.text.get(range.clone()).unwrap_or("?"),
                sample.text
            ),
        };
        for (range, kind) in &sample.labels {
            let counts = by_kind.entry(*kind).or_default();
            counts.marked += 1;
            let covered = |of: Option<Kind>| -> usize {
                let mut bytes: Vec<bool> = vec![false; range.len()];
                for passage in passages.iter().filter(|f| of.is_none_or(|kind| f.kind == kind)) {
                    let (from, to) = (passage.range.start.max(range.start), passage.range.end.min(range.end));
                    bytes
                        .iter_mut()
                        .take(to.saturating_sub(range.start))
                        .skip(from - range.start)
                        .for_each(|b| *b = true);
                }
                bytes.iter().filter(|b| **b).count()
            };
            if 2 * covered(None) >= range.len() {
                counts.seen += 1;
                counts.seen_as_such += usize::from(2 * covered(Some(*kind)) >= range.len());
            } else {
                misses.push(say("not seen:", range, *kind));
            }
        }
        for passage in &passages {
            let counts = by_kind.entry(passage.kind).or_default();
            counts.found += 1;
            let marked: usize = sample.labels.iter().map(|(range, _)| shared(range, &passage.range)).sum();
            if 2 * marked >= passage.range.len() {
                counts.right += 1;
            } else {
                misses.push(say("not marked:", &passage.range, passage.kind));
            }
        }
    }
    Ok((by_kind, misses))
}

/// All kinds together.
pub fn total(by_kind: &BTreeMap<Kind, Counts>) -> Counts {
    let mut total = Counts::default();
    by_kind.values().for_each(|counts| total.add(*counts));
    total
}

/// A table of the figures.
pub fn table(by_kind: &BTreeMap<Kind, Counts>) -> String {
    let mut lines = vec![format!(
        "{:<18} {:>6} {:>7} {:>8} {:>6} {:>10}",
        "kind", "marked", "recall", "as such", "found", "precision"
    )];
    let total = total(by_kind);
    for (name, counts) in by_kind.iter().map(|(kind, counts)| (kind.code(), counts)).chain([("all", &total)])
    {
        lines.push(format!(
            "{name:<18} {:>6} {:>7.3} {:>8.3} {:>6} {:>10.3}",
            counts.marked,
            counts.recall(),
            share(counts.seen_as_such, counts.marked),
            counts.found,
            counts.precision(),
        ));
    }
    lines.join("\n")
}
