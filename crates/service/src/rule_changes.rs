//! What another policy pack changes: in one case, in sentences; over the open cases, in counts that name none.

use crate::{
    engine::{Loaded, Service},
    error::Answer,
    ports::PackComparisonRow,
    rules::digest_bytes,
    views::{CountedChange, RulesChange},
    words::{Words, outcome_name},
};
use casework::{
    case::{Case, Phase},
    codes::{After, Approval, Basis, Condition, Item, NoticeRule, Outcome, Reason},
    id::CaseId,
};
use gate::{
    Gate, Pack,
    compare::{Change, Difference, What, changes},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many cases are compared before how far it came is recorded: about a fifth of a second.
const CASES_AT_ONCE: u32 = 100;

/// A change in a sentence.
#[must_use]
pub fn sentence(change: &Change, pack: &Pack) -> String {
    let words = Words::of(pack);
    let what = what_changes(change.outcome.as_str(), change.basis.as_deref(), pack);
    let named = |codes: &[String], name: &dyn Fn(&str) -> Option<String>| {
        codes.iter().map(|code| name(code).unwrap_or_else(|| code.clone())).collect::<Vec<_>>().join(", ")
    };
    let more = match &change.what {
        What::Opens(items) => {
            named(items, &|code| Item::parse(code).map(|item| words.item(item).name.to_lowercase()))
        }
        What::Closes(reasons) => {
            named(reasons, &|code| Reason::parse(code).map(|reason| words.reason(reason)))
        }
        What::Differs(parts) => {
            parts.iter().map(|difference| part_in_words(difference, words)).collect::<Vec<_>>().join("; ")
        }
    };
    if more.is_empty() { what } else { format!("{what}: {more}") }
}

/// A part that differs, in words: what is new and what is gone.
fn part_in_words(difference: &Difference, words: Words<'_>) -> String {
    let name = |code: &String| -> String {
        let found = match difference.part {
            "items" => Item::parse(code).map(|code| words.item(code).name.to_lowercase()),
            "approvals" => Approval::parse(code).map(|code| words.approval(code).name),
            "notice" => NoticeRule::parse(code).map(|code| words.notice_rule(code).name),
            "conditions" => Condition::parse(code).map(|code| words.condition(code).name),
            _ => After::parse(code).map(|code| words.after(code).name),
        };
        found.unwrap_or_else(|| code.clone())
    };
    let list = |codes: &[String]| codes.iter().map(name).collect::<Vec<_>>().join(", ");
    let part = ::words::coded_or("view-part", difference.part);
    let said = match (difference.new.is_empty(), difference.gone.is_empty()) {
        (true, true) => ::words::phrase("view-change-differ"),
        (false, true) => ::words::phrase("view-change-new").with("new", list(&difference.new)),
        (true, false) => ::words::phrase("view-change-gone").with("gone", list(&difference.gone)),
        (false, false) => ::words::phrase("view-change-instead")
            .with("new", list(&difference.new))
            .with("gone", list(&difference.gone)),
    };
    said.with("part", part).say()
}

fn what_changes(outcome: &str, basis: Option<&str>, pack: &Pack) -> String {
    match basis.and_then(Basis::parse) {
        Some(basis) => Words::of(pack).basis(basis).name,
        None => Outcome::parse(outcome).map_or_else(|| outcome.to_owned(), outcome_name),
    }
}

const fn kind(what: &What) -> &'static str {
    match what {
        What::Opens(_) => "opens",
        What::Closes(_) => "closes",
        What::Differs(_) => "differs",
    }
}

/// A kind of change, before what it is about.
fn led(kind: &str, what: String) -> String {
    let led = match kind {
        "opens" => ::words::phrase("view-change-opens"),
        "closes" => ::words::phrase("view-change-closes"),
        _ => ::words::phrase("view-change-differs"),
    };
    led.with("what", what).say()
}

/// What differs in a case that the gates judge.
fn differences(case: &Case, before: &Gate, after: &Gate) -> Vec<Change> {
    let Some(facts) = &case.facts else { return Vec::new() };
    changes(&before.judge(facts).verdict.to_value(), &after.judge(facts).verdict.to_value())
}

impl Service {
    /// What changed in a case since it was last judged by another pack; `None` where nothing can be decided any more, and
    /// where the pack is the same.
    pub(crate) async fn rules_change(&self, loaded: &Loaded) -> Answer<Option<RulesChange>> {
        let present = self.parts.gate.clone();
        let Some(last) = &loaded.judged_under else { return Ok(None) };
        if loaded.case.phase == Phase::Closed || last == present.pack().digest() {
            return Ok(None);
        }
        let before = self.gate_under(last).await?;
        let lines = differences(&loaded.case, &before, &present)
            .iter()
            .map(|change| led(kind(&change.what), sentence(change, present.pack())))
            .collect();
        Ok(Some(RulesChange { from: before.pack().name(), to: present.pack().name(), lines }))
    }

    /// How often each change was found, in sentences, the most frequent first.
    pub(crate) fn counted_changes(&self, counts: &str) -> Vec<CountedChange> {
        let counts: BTreeMap<String, u64> = serde_json::from_str(counts).unwrap_or_default();
        let mut found: Vec<CountedChange> = counts
            .iter()
            .filter_map(|(key, cases)| {
                let key: Value = serde_json::from_str(key).ok()?;
                let kind = key.get("change")?.as_str()?;
                let outcome = key.get("outcome")?.as_str()?;
                let basis = key.get("basis").and_then(Value::as_str);
                let what = what_changes(outcome, basis, self.parts.gate.pack());
                Some(CountedChange { what: led(kind, what), cases: *cases })
            })
            .collect();
        found.sort_by(|a, b| (b.cases, &a.what).cmp(&(a.cases, &b.what)));
        found
    }

    /// Compares what is offered with what is in force over some more of the cases that are not closed.
    ///
    /// Nobody reads anything here: only counts leave. `true` while there are more.
    ///
    /// # Errors
    /// As the store's.
    pub async fn compare_offered(&self) -> Answer<bool> {
        let (adoption, _) = self.adoption().await?;
        let (Some(offer), Some(present)) = (&adoption.offer, adoption.present()) else { return Ok(false) };
        let (Some(digest), Some(against)) = (digest_bytes(&offer.pack), digest_bytes(&present.pack)) else {
            return Ok(false);
        };
        let begun = self.parts.store.pack_comparison(&digest).await?.filter(|row| row.against == against);
        let mut row = begun.unwrap_or_else(|| PackComparisonRow {
            digest,
            against,
            after: String::new(),
            seen: 0,
            differ: 0,
            changes: "{}".to_owned(),
            finished: false,
        });
        if row.finished {
            return Ok(false);
        }
        let (before, after) = (self.gate_under(&present.pack).await?, self.gate_under(&offer.pack).await?);
        let mut counts: BTreeMap<String, u64> = serde_json::from_str(&row.changes).unwrap_or_default();
        let last = CaseId::try_from(row.after.clone()).ok();
        let cases = self.parts.store.cases_not_closed(last.as_ref(), CASES_AT_ONCE).await?;
        row.finished = cases.len() < usize::try_from(CASES_AT_ONCE).unwrap_or(usize::MAX);
        for id in &cases {
            row.after = id.to_string();
            let Some(loaded) = self.load(id).await? else { continue };
            if loaded.case.facts.is_none() {
                continue;
            }
            row.seen += 1;
            let found = differences(&loaded.case, &before, &after);
            row.differ += u64::from(!found.is_empty());
            for change in found {
                let key =
                    json!({"change": kind(&change.what), "outcome": change.outcome, "basis": change.basis});
                *counts.entry(key.to_string()).or_default() += 1;
            }
        }
        row.changes = serde_json::to_value(&counts).unwrap_or_default().to_string();
        let more = !row.finished;
        self.parts.store.record_pack_comparison(row).await?;
        Ok(more)
    }
}
