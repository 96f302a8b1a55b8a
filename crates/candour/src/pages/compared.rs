//! Two packs over the same invented cases.

use anyhow::Context as _;
use casework::facts::Facts;
use gate::{
    Comparison, Files, Gate, Pack,
    compare::{What, changes},
};
use serde_json::Value;
use service::rule_changes::sentence;
use std::fmt;
use words::{Language, Scope};

/// A text in every language: packs are compared where nobody's language is known, and once for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InEach([String; Language::ALL.len()]);

impl InEach {
    /// What this says in each.
    fn of(say: impl Fn() -> String) -> Self {
        Self(Language::ALL.map(|language| words::scope(Scope { language, address: None }, &say)))
    }
}

impl From<String> for InEach {
    /// A text that is the same in each.
    fn from(text: String) -> Self {
        Self(Language::ALL.map(|_| text.clone()))
    }
}

impl fmt::Display for InEach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let here = words::language();
        let found = Language::ALL.into_iter().zip(&self.0).find(|(language, _)| *language == here);
        f.write_str(found.map_or("", |(_, text)| text))
    }
}

/// One case under both packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub title: InEach,
    /// What reported practice opens that law closes, in sentences.
    pub opens: Vec<InEach>,
    /// What it closes that law opens.
    pub closes: Vec<InEach>,
    /// What is open under both, on other terms.
    pub differs: Vec<InEach>,
}

impl CaseRow {
    /// Whether both packs come to the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.opens.is_empty() && self.closes.is_empty() && self.differs.is_empty()
    }
}

/// A pack, and what it finds on facts.
type Finder<'a> = (&'a Pack, &'a dyn Fn(&Facts) -> Value);

/// Two packs over the same cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The first pack, by id and version.
    pub first: String,
    /// The second.
    pub second: String,
    /// What the second rests on.
    pub sources: Vec<String>,
    /// The cases.
    pub cases: Vec<CaseRow>,
}

impl Compared {
    /// The law of England and Wales and the practice that public reports describe, over the cases of the former.
    ///
    /// # Errors
    /// Where a pack or a case cannot be read; a test holds that there is none.
    pub fn of_the_packs_built_in() -> anyhow::Result<Self> {
        let first = Comparison::new(Pack::from_files(&Files::embedded())?)?;
        let second = Comparison::new(Pack::from_files(&Files::as_reported())?)?;
        Self::of(
            (first.pack(), &|facts| first.would_find(facts)),
            (second.pack(), &|facts| second.would_find(facts)),
        )
    }

    /// Two packs of law, over the cases of the one that is built in.
    ///
    /// # Errors
    /// Where a case cannot be read; a test holds that there is none.
    pub fn of_gates(first: &Gate, second: &Gate) -> anyhow::Result<Self> {
        Self::of(
            (first.pack(), &|facts| first.judge(facts).verdict.to_value()),
            (second.pack(), &|facts| second.judge(facts).verdict.to_value()),
        )
    }

    fn of(first: Finder<'_>, second: Finder<'_>) -> anyhow::Result<Self> {
        let cases: Vec<Value> = serde_json::from_str(Files::cases()).context("the cases")?;
        let cases = cases.iter().map(|case| row(case, first, second)).collect::<anyhow::Result<Vec<_>>>()?;
        Ok(Self {
            first: first.0.name(),
            second: second.0.name(),
            sources: second.0.manifest().sources.clone(),
            cases,
        })
    }

    /// In how many cases reported practice opens what law closes.
    #[must_use]
    pub fn opened(&self) -> usize {
        self.cases.iter().filter(|case| !case.opens.is_empty()).count()
    }
}

fn row(case: &Value, first: Finder<'_>, second: Finder<'_>) -> anyhow::Result<CaseRow> {
    let text = |name| case.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let facts = Facts::from_value(case.get("facts").context("a case without facts")?)?;
    let (id, title) = (text("id"), text("title"));
    let mut row = CaseRow {
        title: InEach::of(|| words::translated(&format!("public-case-{}", id.to_lowercase()), &title)),
        id,
        opens: Vec::new(),
        closes: Vec::new(),
        differs: Vec::new(),
    };
    for change in changes(&first.1(&facts), &second.1(&facts)) {
        let list = match change.what {
            What::Opens(_) => &mut row.opens,
            What::Closes(_) => &mut row.closes,
            What::Differs(_) => &mut row.differs,
        };
        list.push(InEach::of(|| sentence(&change, first.0)));
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reported_practice_opens_what_the_law_closes_in_the_cases_that_ask_for_watching() {
        let compared = Compared::of_the_packs_built_in().unwrap();
        assert_eq!(compared.cases.len(), 30);
        for id in ["CV-28", "CV-54"] {
            let case = compared.cases.iter().find(|case| case.id == id).unwrap();
            assert!(!case.opens.is_empty(), "{case:?}");
        }
        assert!(compared.opened() > 10, "{}", compared.opened());
    }
}
