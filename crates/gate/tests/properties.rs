//! What holds of every verdict, over random facts.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test ends where it cannot go on")]

#[path = "common/draw.rs"]
mod draw;
#[path = "common/generator.rs"]
mod generator;
#[path = "common/schema.rs"]
mod schema;

use std::{collections::BTreeSet, sync::LazyLock};

use candour_gate::Gate;
use casework::{
    codes::{
        Approval, Basis, BasisKind, Condition, ConsentStatus, Item, ItemClass, NoticeRule, Outcome, Purpose,
    },
    facts::Facts,
    verdict::{ItemClosed, OpenOutcome, Verdict},
};
use generator::Generator;
use proptest::prelude::*;

/// One gate for the whole test binary: compiling the pack takes far longer than judging.
static GATE: LazyLock<Gate> = LazyLock::new(|| candour_gate::embedded().unwrap());
static GENERATOR: LazyLock<Generator> = LazyLock::new(Generator::new);

const SCHEMA: &str = include_str!("../schema/verdict.schema.json");

/// A place in the fixed order of outcomes: refuse, return, advise, advise under gunshot, offer-care, disclosures.
fn place(outcome: Outcome, basis: Option<Basis>) -> (Outcome, Option<Basis>) {
    (outcome, basis)
}

fn disclosures(verdict: &Verdict) -> impl Iterator<Item = (&OpenOutcome, BasisKind)> {
    let open = verdict.open().iter().filter(|outcome| outcome.outcome() == Outcome::Disclose);
    open.map(|outcome| (outcome, GATE.pack().basis(outcome.basis().unwrap()).kind))
}

fn never(item: Item) -> bool {
    GATE.pack().item(item).unwrap().cls == ItemClass::Never
}

/// Watching, as the rules define it; written here a second time on purpose.
fn watches(facts: &Facts) -> bool {
    let purposes = [
        Purpose::AutomatedFeed,
        Purpose::TreatmentCompliance,
        Purpose::CovertAlert,
        Purpose::ResumeSurveillance,
    ];
    let items = [Item::ProspectiveMonitoring, Item::RecordFlag, Item::ClinicalObservationOnRequest];
    facts.ongoing
        || facts.onward.as_ref().is_some_and(|onward| onward.asks_for_reports)
        || purposes.contains(&facts.purpose)
        || items.iter().any(|item| facts.items.contains(item))
}

fn judged(seed: u64) -> (Facts, Verdict) {
    let facts = GENERATOR.facts(seed);
    let judgement = GATE.judge(&facts);
    assert_eq!(judgement.alert, None);
    (facts, judgement.verdict)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn every_verdict_has_the_published_form(seed: u64) {
        let (facts, verdict) = judged(seed);
        let schema = serde_json::from_str(SCHEMA).unwrap();
        let fault = schema::fault(&schema, &verdict.to_value(), "");
        prop_assert!(fault.is_none(), "{:?} {}", fault, facts.to_value());
    }

    #[test]
    fn every_outcome_stands_in_exactly_one_list_and_in_order(seed: u64) {
        let (facts, verdict) = judged(seed);
        let open: Vec<_> = verdict.open().iter().map(|o| place(o.outcome(), o.basis())).collect();
        let closed: Vec<_> = verdict.closed().iter().map(|o| place(o.outcome(), o.basis())).collect();
        prop_assert!(open.is_sorted() && closed.is_sorted(), "{}", facts.to_value());
        prop_assert_eq!(open[0], (Outcome::Refuse, None));
        let all: BTreeSet<_> = open.iter().chain(&closed).collect();
        prop_assert_eq!(all.len(), open.len() + closed.len());
        prop_assert_eq!(all.len(), 5 + Basis::ALL.len());
        for outcome in verdict.closed() {
            prop_assert!(outcome.reasons().is_sorted_by(|a, b| a.code() < b.code()));
        }
        for outcome in verdict.open() {
            prop_assert!(outcome.items().is_sorted_by(|a, b| a < b));
            prop_assert!(outcome.items_closed().is_sorted_by(|a, b| a.item() < b.item()));
            prop_assert!(outcome.approvals().is_sorted_by(|a, b| a < b));
            prop_assert!(outcome.conditions().is_sorted_by(|a, b| a.as_str() < b.as_str()));
            prop_assert!(outcome.after().is_sorted_by(|a, b| a.as_str() < b.as_str()));
        }
    }

    #[test]
    fn a_disclosure_gives_only_what_was_asked_for_and_never_a_never_item(seed: u64) {
        let (facts, verdict) = judged(seed);
        for (open, _) in disclosures(&verdict) {
            let closed = open.items_closed().iter().map(ItemClosed::item);
            let sorted: BTreeSet<Item> = open.items().iter().copied().chain(closed).collect();
            prop_assert_eq!(sorted, facts.items.iter().copied().collect::<BTreeSet<_>>());
            prop_assert!(!open.items().is_empty());
        }
        for open in verdict.open() {
            prop_assert!(!open.items().iter().any(|item| never(*item)), "{}", facts.to_value());
        }
    }

    #[test]
    fn what_is_no_gateway_is_never_open(seed: u64) {
        let (_, verdict) = judged(seed);
        prop_assert!(disclosures(&verdict).all(|(_, kind)| kind != BasisKind::NotAGateway));
    }

    #[test]
    fn consent_that_was_refused_or_withdrawn_opens_no_consent(seed: u64) {
        let mut facts = GENERATOR.facts(seed);
        for status in [ConsentStatus::Refused, ConsentStatus::Withdrawn] {
            facts.consent.status = status;
            prop_assert!(GATE.judge(&facts).verdict.disclosure(Basis::ExplicitConsent).is_none());
        }
    }

    #[test]
    fn a_permission_about_a_child_needs_two_people(seed: u64) {
        let mut facts = GENERATOR.facts(seed);
        for age in [None, facts.person.age.map(|age| age % 18)] {
            facts.person.age = age;
            let verdict = GATE.judge(&facts).verdict;
            for (open, kind) in disclosures(&verdict) {
                if kind == BasisKind::Permits {
                    prop_assert!(open.approvals().contains(&Approval::SecondSeniorClinicianTwoPerson));
                }
            }
        }
    }

    #[test]
    fn watching_opens_no_permission_and_is_counted(seed: u64) {
        let mut facts = GENERATOR.facts(seed);
        if seed.is_multiple_of(2) {
            facts.ongoing = true;
        }
        let verdict = GATE.judge(&facts).verdict;
        if watches(&facts) {
            for (open, kind) in disclosures(&verdict) {
                prop_assert!(kind != BasisKind::Permits && open.basis() != Some(Basis::Ca2004S16la));
                let counted = open.conditions().contains(&Condition::CountAsMonitoringRefused);
                prop_assert_eq!(counted, open.basis() != Some(Basis::Ta2000Sch5Para7));
            }
            prop_assert!(verdict.outcome(Outcome::Advise).is_none());
            prop_assert!(verdict.outcome(Outcome::OfferCare).is_none() && verdict.wound_report().is_none());
        }
    }

    #[test]
    fn nobody_vetoes_a_personal_duty(seed: u64) {
        let (_, verdict) = judged(seed);
        for (open, kind) in disclosures(&verdict) {
            if kind == BasisKind::PersonalDuty {
                prop_assert_eq!(open.approvals(), &[Approval::IndividualProfessionalPersonalDuty][..]);
            }
        }
    }

    #[test]
    fn notice_is_put_off_only_on_a_ground_with_a_reviewer_and_a_limit(seed: u64) {
        let (facts, verdict) = judged(seed);
        for open in verdict.open() {
            let notice = open.notice();
            let put_off =
                matches!(notice.rule(), NoticeRule::MayDeferWithReview | NoticeRule::LegalHoldIndependentReviewEvery28Days);
            prop_assert_eq!(put_off, notice.max_days().is_some(), "{}", facts.to_value());
            prop_assert_eq!(put_off, notice.reviewer().is_some());
            prop_assert_eq!(put_off || notice.rule() == NoticeRule::AsOrderDirects, notice.ground().is_some());
            prop_assert!(notice.refused().is_none() || facts.deferral.asked);
        }
    }

    #[test]
    fn what_is_claimed_never_opens_a_basis(seed: u64) {
        let (facts, verdict) = judged(seed);
        let mut claimed = facts.clone();
        claimed.claimed_bases = if seed.is_multiple_of(2) { Basis::ALL.to_vec() } else { Vec::new() };
        let other = GATE.judge(&claimed).verdict;
        let open = |verdict: &Verdict| disclosures(verdict).map(|(open, _)| open.clone()).collect::<Vec<_>>();
        prop_assert_eq!(open(&verdict), open(&other), "{}", facts.to_value());
    }

    #[test]
    fn the_fields_recorded_for_the_decider_change_nothing(seed: u64) {
        let (mut facts, verdict) = judged(seed);
        facts.requester.countersigned = !facts.requester.countersigned;
        facts.concern.identified_victim = !facts.concern.identified_victim;
        facts.victim_request.counselling_records = !facts.victim_request.counselling_records;
        if let Some(mappa) = &mut facts.mappa {
            (mappa.category, mappa.level) = (5 - mappa.category, 4 - mappa.level);
        }
        prop_assert_eq!(GATE.judge(&facts).verdict, verdict);
    }
}
