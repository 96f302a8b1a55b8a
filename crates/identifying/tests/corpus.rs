//! The rules against the corpus: at least this share of what is marked is pointed out, and at least this share of what
//! is pointed out is marked, in the half the rules were tuned on, in the half that was kept apart, and in fresh texts.

mod support;

use candour_identifying::Kind;
use support::{Counts, Half, Sample, corpus, measure, table, total};

/// Kinds that are names, numbers and dates: what rules can do well. The others are statements, which people put in ever
/// new words.
const NAMES_AND_NUMBERS: &[Kind] = &[
    Kind::Name,
    Kind::NameVariant,
    Kind::Initials,
    Kind::Misspelling,
    Kind::Date,
    Kind::NhsNumber,
    Kind::Address,
    Kind::Postcode,
    Kind::Telephone,
    Kind::Email,
    Kind::Vehicle,
    Kind::HealthRecord,
    Kind::PoliceRecord,
    Kind::OfficialNumber,
];

fn check(
    name: &str,
    recall_min: f64,
    names_recall_min: f64,
    precision_min: f64,
    keep: impl Fn(&Sample) -> bool,
) -> anyhow::Result<()> {
    let samples = corpus()?;
    let (by_kind, misses) = measure(samples.iter().filter(|s| keep(s)))?;
    println!("{name}\n{}", table(&by_kind));
    for miss in misses {
        println!("{}: {}", miss.id, miss.what);
    }
    let holds = |what: &str, counts: Counts, recall_min: f64| {
        let (recall, precision) = (counts.recall(), counts.precision());
        anyhow::ensure!(recall >= recall_min, "{name}, {what}: recall {recall:.3}");
        anyhow::ensure!(precision >= precision_min, "{name}, {what}: precision {precision:.3}");
        Ok(())
    };
    holds("all", total(&by_kind), recall_min)?;
    let names = by_kind.into_iter().filter(|(kind, _)| NAMES_AND_NUMBERS.contains(kind)).collect();
    holds("names and numbers", total(&names), names_recall_min)
}

#[test]
fn the_half_for_tuning_keeps_its_floors() {
    check("tuned on", 0.95, 0.95, 0.9, |s| s.half == Half::Tuning).unwrap();
}

#[test]
fn the_half_kept_apart_keeps_its_floors() {
    check("kept apart", 0.95, 0.95, 0.9, |s| s.half == Half::KeptApart).unwrap();
}

/// The floors are lower on purpose: no rule was made from these texts, so they say best what to expect.
#[test]
fn fresh_texts_keep_theirs() {
    check("fresh", 0.6, 0.8, 0.9, |s| s.half == Half::Fresh).unwrap();
}

#[test]
fn the_corpus_is_as_large_as_it_says() {
    let samples = corpus().unwrap();
    let count = |keep: &dyn Fn(&Sample) -> bool| samples.iter().filter(|s| keep(s)).count();
    assert!(samples.len() >= 1000, "{}", samples.len());
    assert!(
        count(&|s| s.by_hand && s.labels.is_empty()) >= 100,
        "texts by hand in which nobody is identified"
    );
    assert!(count(&|s| s.by_hand && s.half == Half::KeptApart) >= 120, "texts by hand that were kept apart");
    assert!(
        count(&|s| !s.by_hand && s.half == Half::KeptApart) >= 120,
        "texts from templates that were kept apart"
    );
}
