//! The vignettes: cases derived from published guidance, each with what must come of it.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use std::{collections::BTreeSet, sync::LazyLock};

use candour_gate::Gate;
use casework::{
    codes::{Outcome, Reason},
    facts::Facts,
    verdict::{ClosedOutcome, ItemClosed, OpenOutcome, ReasonGiven, Verdict},
};
use serde_json::Value;

/// One gate for the whole test binary: compiling the pack takes far longer than judging.
static GATE: LazyLock<Gate> = LazyLock::new(|| candour_gate::embedded().unwrap());

const VIGNETTES: &str = include_str!("../testdata/vignettes.json");

fn strings(value: &Value) -> BTreeSet<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Every reason anywhere in a verdict: of closed outcomes, of closed items, of refused deferrals.
fn reasons(verdict: &Verdict) -> BTreeSet<String> {
    let closed = verdict.closed().iter().flat_map(ClosedOutcome::reasons).map(ReasonGiven::code);
    let items = verdict.open().iter().flat_map(OpenOutcome::items_closed).map(ItemClosed::code);
    let refused =
        verdict.open().iter().filter_map(|outcome| outcome.notice().refused()).map(ReasonGiven::code);
    closed.chain(items).chain(refused).map(|code| code.to_string()).collect()
}

fn check(id: &str, verdict: &Verdict, expected: &Value) {
    let disclosures: Vec<_> = verdict.open().iter().filter(|o| o.outcome() == Outcome::Disclose).collect();
    let bases: BTreeSet<String> = disclosures.iter().map(|o| o.basis().unwrap().to_string()).collect();
    let rows = expected["open_bases"].as_array().unwrap();
    let wanted: BTreeSet<String> = rows.iter().map(|row| row["basis"].as_str().unwrap().to_owned()).collect();
    assert_eq!(bases, wanted, "{id}: open bases");
    assert_eq!(bases.is_empty(), expected["no_disclosure"].as_bool().unwrap(), "{id}: no disclosure");
    for row in rows {
        let open = disclosures.iter().find(|o| o.basis().unwrap().as_str() == row["basis"]).unwrap();
        let items: BTreeSet<String> = open.items().iter().map(ToString::to_string).collect();
        assert!(items.is_superset(&strings(&row["items_must_include"])), "{id}: items {items:?}");
        assert!(items.is_disjoint(&strings(&row["items_must_exclude"])), "{id}: items {items:?}");
        let approvals: BTreeSet<String> = open.approvals().iter().map(ToString::to_string).collect();
        assert_eq!(approvals, strings(&row["approvals"]), "{id}: approvals");
        assert_eq!(open.notice().rule().as_str(), row["notice_rule"], "{id}: notice");
        if let Some(days) = row.get("max_days") {
            assert_eq!(open.notice().max_days().map(u64::from), days.as_u64(), "{id}: days");
        }
    }
    let returned = verdict.outcome(Outcome::Return).is_some();
    let complete = reasons(verdict).contains(Reason::CompleteAndCompelled.as_str());
    assert_eq!(!returned && !complete, expected["incurable"].as_bool().unwrap(), "{id}: incurable");
    let missing: BTreeSet<String> = verdict.missing().iter().map(|row| row.field().to_owned()).collect();
    assert!(missing.is_superset(&strings(&expected["missing_must_include"])), "{id}: missing {missing:?}");
    let found = reasons(verdict);
    let must: BTreeSet<String> = strings(&expected["reason_codes_must_include"]);
    assert!(found.is_superset(&must), "{id}: reasons lack {:?}", must.difference(&found));
    for other in strings(&expected["other_open"]) {
        let outcome = Outcome::parse(&other).unwrap();
        assert!(verdict.outcome(outcome).is_some(), "{id}: {other} is not open");
    }
    if let Some(rule) = expected.get("refuse_notice_rule") {
        assert_eq!(
            verdict.outcome(Outcome::Refuse).unwrap().notice().rule().as_str(),
            rule,
            "{id}: refusal's notice"
        );
    }
}

#[test]
fn every_vignette_comes_out_as_its_sources_say() {
    let vignettes: Vec<Value> = serde_json::from_str(VIGNETTES).unwrap();
    assert_eq!(vignettes.len(), 30);
    for vignette in &vignettes {
        let id = vignette["id"].as_str().unwrap();
        let judgement = GATE.judge(&Facts::from_value(&vignette["facts"]).unwrap());
        assert_eq!(judgement.alert, None, "{id}");
        check(id, &judgement.verdict, &vignette["expected"]);
    }
}
