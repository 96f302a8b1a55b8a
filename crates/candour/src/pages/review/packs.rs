//! Two packs over the same cases.

use crate::web::frame::Frame;
use anyhow::Context as _;
use askama::Template;
use casework::{
    codes::{Basis, Item, Outcome, Reason},
    facts::Facts,
};
use gate::{
    Comparison, Files, Pack,
    compare::{Change, What, changes},
};
use serde_json::Value;
use service::words::outcome_name;

/// One case under both packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What reported practice opens that law closes, in sentences.
    pub opens: Vec<String>,
    /// What it closes that law opens.
    pub closes: Vec<String>,
    /// What is open under both, on other terms.
    pub differs: Vec<String>,
}

impl CaseRow {
    /// Whether both packs come to the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.opens.is_empty() && self.closes.is_empty() && self.differs.is_empty()
    }
}

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
        let cases: Vec<Value> = serde_json::from_str(Files::cases()).context("the cases")?;
        let cases =
            cases.iter().map(|case| row(case, &first, &second)).collect::<anyhow::Result<Vec<_>>>()?;
        Ok(Self {
            first: first.pack().name(),
            second: second.pack().name(),
            sources: second.pack().manifest().sources.clone(),
            cases,
        })
    }

    /// In how many cases reported practice opens what law closes.
    #[must_use]
    pub fn opened(&self) -> usize {
        self.cases.iter().filter(|case| !case.opens.is_empty()).count()
    }
}

fn row(case: &Value, first: &Comparison, second: &Comparison) -> anyhow::Result<CaseRow> {
    let text = |name| case.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let facts = Facts::from_value(case.get("facts").context("a case without facts")?)?;
    let mut row = CaseRow {
        id: text("id"),
        title: text("title"),
        opens: Vec::new(),
        closes: Vec::new(),
        differs: Vec::new(),
    };
    for change in changes(&first.would_find(&facts), &second.would_find(&facts)) {
        let list = match change.what {
            What::Opens(_) => &mut row.opens,
            What::Closes(_) => &mut row.closes,
            What::Differs(_) => &mut row.differs,
        };
        list.push(sentence(&change, first.pack()));
    }
    Ok(row)
}

fn sentence(change: &Change, pack: &Pack) -> String {
    let what = match change.basis.as_deref().and_then(Basis::parse) {
        Some(basis) => pack.basis(basis).name.clone(),
        None => Outcome::parse(&change.outcome)
            .map_or_else(|| change.outcome.clone(), |outcome| outcome_name(outcome).to_owned()),
    };
    let named = |codes: &[String], name: &dyn Fn(&str) -> Option<String>| {
        codes.iter().map(|code| name(code).unwrap_or_else(|| code.clone())).collect::<Vec<_>>().join(", ")
    };
    let more = match &change.what {
        What::Opens(items) => named(items, &|code| Some(pack.item(Item::parse(code)?)?.name.to_lowercase())),
        What::Closes(reasons) => {
            named(reasons, &|code| Some(pack.sentences().reason(Reason::parse(code)?).to_owned()))
        }
        What::Differs(parts) => parts.join(", "),
    };
    if more.is_empty() { what } else { format!("{what}: {more}") }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "review/packs.html")]
pub struct PacksPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it shows.
    pub compared: Compared,
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
