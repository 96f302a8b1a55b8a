//! Nobody is left without an answer: what is closed says why and by what law, and what can be put right can be put
//! right by supplying exactly what the reason names.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test ends where it cannot go on")]

#[path = "completeness/cure.rs"]
mod cure;
#[path = "common/draw.rs"]
mod draw;
#[path = "common/generator.rs"]
mod generator;

use std::{collections::BTreeMap, sync::LazyLock};

use candour_gate::Gate;
use casework::{
    codes::{Basis, Outcome, Reason},
    facts::Facts,
    verdict::{ClosedOutcome, ReasonGiven, Verdict},
};
use cure::{cured, supplied};
use generator::Generator;

/// One gate for the whole test binary: compiling the pack takes far longer than judging.
static GATE: LazyLock<Gate> = LazyLock::new(|| candour_gate::embedded().unwrap());
/// Facts with their verdicts, judged once for all tests.
static JUDGED: LazyLock<Vec<(Facts, Verdict)>> = LazyLock::new(|| {
    let generator = Generator::new();
    (0..SEEDS).map(|seed| generator.facts(seed)).map(|facts| (facts.clone(), judged(&facts))).collect()
});

/// Facts that are looked at.
const SEEDS: u64 = 5_000;
/// How often each reason under each basis is put right; more would only take longer.
const CURES_MAX: u32 = 12;

/// Curable, and yet no field: time itself puts it right, and nobody can supply time.
const WITHOUT_FIELD: [Reason; 1] = [Reason::CanWaitForRecovery];

/// The field points at evidence, an assessment or a paper, from which somebody must first judge another fact again.
const JUDGED_AGAIN: [(Reason, &str); 5] = [
    (Reason::HarmAssertedNotEvidenced, "/concern/harm_to_others, by whoever asks, from the new evidence"),
    (
        Reason::SignificantHarmOnlyAsserted,
        "/safeguarding/child_harm, by safeguarding, from the reasons written down",
    ),
    (Reason::CapacityDoubted, "/person/capacity or child_competence, by a clinician, from the assessment"),
    (Reason::CapacityNotAssessed, "/person/capacity, by a clinician, from the assessment"),
    (
        Reason::NotATerroristInvestigation,
        "/purpose, by whoever asks, from what the superintendent's order says",
    ),
];

/// The field is one of two that are asked for together; supplying it alone is not enough where the other is missing.
const TOGETHER: [(Reason, &str); 4] = [
    (Reason::InstrumentOutOfDate, "/instrument/ends_on: a paper that is in date again has a new last day"),
    (Reason::ChildInNeedAgreementMissing, "/consent/by: a yes is somebody's, the person's or a parent's"),
    (Reason::CounsellingPresumption, "/victim_request/senior_approval: the law asks for both"),
    (
        Reason::NoItemWithinCeiling,
        "/instrument/describes_items or /consent/covers, where that holds nothing that could be asked for",
    ),
];

fn judged(facts: &Facts) -> Verdict {
    let judgement = GATE.judge(facts);
    assert_eq!(judgement.alert, None);
    judgement.verdict
}

fn closed_on(verdict: &Verdict, basis: Basis) -> Option<&ClosedOutcome> {
    let mut closed = verdict.closed().iter();
    closed.find(|closed| closed.outcome() == Outcome::Disclose && closed.basis() == Some(basis))
}

fn codes(closed: &ClosedOutcome) -> Vec<Reason> {
    closed.reasons().iter().map(ReasonGiven::code).collect()
}

fn field(reason: Reason) -> Option<&'static str> {
    GATE.pack().reason(reason).field.as_deref()
}

#[test]
fn where_only_refusal_is_left_every_other_way_is_closed_for_good() {
    let mut alone = 0;
    for (facts, verdict) in JUDGED.iter() {
        if verdict.open().len() > 1 {
            continue;
        }
        alone += 1;
        for outcome in [Outcome::Return, Outcome::Advise] {
            let closed = verdict.closed().iter().find(|closed| closed.outcome() == outcome).unwrap();
            assert!(
                closed.reasons().iter().any(|reason| !reason.curable()),
                "{outcome} {}",
                facts.to_value()
            );
        }
    }
    println!("{alone} of {SEEDS} requests leave refusal alone");
    assert!(alone > 100);
}

#[test]
fn what_is_closed_has_a_reason_and_each_reason_its_law() {
    for (_, verdict) in JUDGED.iter() {
        for closed in verdict.closed() {
            assert!(!closed.reasons().is_empty(), "{:?}", closed.basis());
            for reason in closed.reasons() {
                let row = GATE.pack().reason(reason.code());
                let law = match closed.basis().filter(|_| closed.outcome() == Outcome::Disclose) {
                    _ if row.law != "basis" => row.law.as_str(),
                    Some(basis) => &*GATE.pack().basis(basis).provision,
                    None => "Candour policy",
                };
                assert!(!law.trim().is_empty());
                assert_eq!((reason.law(), reason.curable()), (law, row.curable), "{}", reason.code());
            }
        }
    }
}

#[test]
fn a_curable_reason_names_what_would_put_it_right_and_an_incurable_one_names_nothing() {
    for reason in Reason::ALL {
        let row = GATE.pack().reason(*reason);
        let named = row.field.is_some() || WITHOUT_FIELD.contains(reason);
        assert_eq!(row.curable, named, "{reason}");
        assert!(!row.curable || row.who.is_some(), "{reason}: nobody can put it right");
        assert!(row.curable || row.who.is_none(), "{reason}: somebody is asked for what cannot be put right");
    }
}

/// How a reason went when it was put right.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    alone: u32,
    together: u32,
    judged_again: u32,
}

#[test]
fn supplying_exactly_what_a_reason_names_puts_it_right() {
    let mut tallies: BTreeMap<(Reason, Basis), Tally> = BTreeMap::new();
    for (facts, verdict) in JUDGED.iter() {
        for basis in Basis::ALL {
            let Some(closed) = closed_on(verdict, *basis) else { continue };
            for reason in codes(closed) {
                let Some(field) = field(reason) else { continue };
                let tally = tallies.entry((reason, *basis)).or_default();
                if tally.alone + tally.together + tally.judged_again < CURES_MAX {
                    put_right(facts, *basis, reason, field, closed, tally);
                }
            }
        }
    }
    let mut by_reason: BTreeMap<Reason, Tally> = BTreeMap::new();
    for ((reason, _), tally) in &tallies {
        let sum = by_reason.entry(*reason).or_default();
        sum.alone += tally.alone;
        sum.together += tally.together;
        sum.judged_again += tally.judged_again;
    }
    println!("put right by its field alone / with others / only once something is judged again");
    for (reason, tally) in &by_reason {
        println!("{reason:40} {:5} {:5} {:5}", tally.alone, tally.together, tally.judged_again);
    }
    let of_items_or_deferrals = [
        Reason::ItemOutsideCeiling,
        Reason::FullRecordNeedsOrder,
        Reason::OutsideInstrument,
        Reason::OutsideConsent,
        Reason::CounsellingPresumption,
        Reason::DeferralNotReasoned,
        Reason::DeferralGroundNotStated,
    ];
    for reason in Reason::ALL
        .iter()
        .filter(|reason| field(**reason).is_some() && !of_items_or_deferrals.contains(reason))
    {
        assert!(by_reason.contains_key(reason), "no facts were closed by {reason}");
    }
    for (reason, tally) in by_reason {
        assert_eq!(
            tally.judged_again > 0,
            JUDGED_AGAIN.iter().any(|(known, _)| *known == reason),
            "{reason} {tally:?}"
        );
        assert!(
            tally.together == 0 || TOGETHER.iter().any(|(known, _)| *known == reason),
            "{reason} {tally:?}"
        );
    }
}

fn put_right(
    facts: &Facts,
    basis: Basis,
    reason: Reason,
    field: &str,
    closed: &ClosedOutcome,
    tally: &mut Tally,
) {
    let gone = |facts: &Facts| {
        closed_on(&judged(facts), basis).is_none_or(|closed| !codes(closed).contains(&reason))
    };
    if cured(facts, basis, field).iter().any(gone) {
        tally.alone += 1;
    } else if gone(&supplied(facts, basis, reason, &closed_fields(closed))) {
        tally.together += 1;
    } else {
        assert!(
            JUDGED_AGAIN.iter().any(|(known, _)| *known == reason),
            "{reason} under {basis}: {}",
            facts.to_value()
        );
        tally.judged_again += 1;
    }
}

fn closed_fields(closed: &ClosedOutcome) -> Vec<&'static str> {
    closed.reasons().iter().filter_map(|reason| field(reason.code())).collect()
}

#[test]
fn a_basis_whose_every_reason_is_curable_opens_when_all_of_them_are_supplied() {
    let mut opened: BTreeMap<Basis, u32> = BTreeMap::new();
    for (facts, verdict) in JUDGED.iter() {
        let curable = |basis: &&Basis| {
            closed_on(verdict, **basis).is_some_and(|closed| {
                closed.reasons().iter().all(|reason| reason.curable() && !excepted(reason.code()))
            })
        };
        let wanted: Vec<Basis> = Basis::ALL.iter().filter(curable).copied().collect();
        for basis in wanted {
            if opened.get(&basis).copied().unwrap_or(0) >= 8 * CURES_MAX {
                continue;
            }
            if opens(&mut facts.clone(), basis) {
                *opened.entry(basis).or_default() += 1;
            }
        }
    }
    println!("bases opened by supplying what was missing: {opened:?}");
    assert!(opened.len() >= 20, "{opened:?}");
}

fn excepted(reason: Reason) -> bool {
    WITHOUT_FIELD.contains(&reason) || JUDGED_AGAIN.iter().any(|(known, _)| *known == reason)
}

/// Supplies what is missing until the basis is open. What comes to light on the way is supplied too, such as the
/// faults of a paper that was not attached before; false where it is one of the exceptions.
fn opens(facts: &mut Facts, basis: Basis) -> bool {
    for _ in 0..4 {
        let verdict = judged(facts);
        let Some(closed) = closed_on(&verdict, basis) else { return true };
        if closed.reasons().iter().any(|reason| excepted(reason.code())) {
            return false;
        }
        let fault = || format!("{basis} by {:?}: {}", codes(closed), facts.to_value());
        assert!(
            closed.reasons().iter().all(ReasonGiven::curable),
            "supplying closed it for good: {}",
            fault()
        );
        *facts = supplied(facts, basis, Reason::NoItemsRequested, &closed_fields(closed));
    }
    panic!("{basis} stays closed: {}", facts.to_value());
}

#[test]
fn an_item_that_is_closed_curably_is_opened_or_can_be_left_out() {
    let mut seen: BTreeMap<Reason, u32> = BTreeMap::new();
    for (facts, verdict) in JUDGED.iter() {
        for open in verdict.open().iter().filter(|open| open.outcome() == Outcome::Disclose) {
            let basis = open.basis().unwrap();
            for closed in
                open.items_closed().iter().filter(|closed| GATE.pack().reason(closed.code()).curable)
            {
                let count = seen.entry(closed.code()).or_default();
                if *count >= CURES_MAX * 4 {
                    continue;
                }
                *count += 1;
                let mut better = facts.clone();
                if field(closed.code()) == Some("/items") {
                    better.items.retain(|item| *item != closed.item());
                } else {
                    better.consent.covers.push(closed.item());
                    better.victim_request.substantial_probative_value = true;
                    // One of two that the law asks for together; see TOGETHER.
                    better.victim_request.senior_approval = true;
                }
                let verdict = judged(&better);
                let still = verdict.disclosure(basis).expect("the basis stays open");
                assert!(
                    still.items_closed().iter().all(|other| other.item() != closed.item()),
                    "{}",
                    facts.to_value()
                );
            }
        }
    }
    println!("{seen:?}");
    for reason in [
        Reason::ItemOutsideCeiling,
        Reason::FullRecordNeedsOrder,
        Reason::OutsideInstrument,
        Reason::OutsideConsent,
        Reason::CounsellingPresumption,
    ] {
        assert!(seen.contains_key(&reason), "no item was closed by {reason}");
    }
}

#[test]
fn a_deferral_that_was_refused_curably_is_no_longer_refused_for_that() {
    for (facts, verdict) in JUDGED.iter() {
        for open in verdict.open() {
            let Some(refused) = open.notice().refused().filter(|refused| refused.curable()) else { continue };
            let mut better = facts.clone();
            match refused.code() {
                Reason::DeferralNotReasoned => better.deferral.reasons_given = true,
                Reason::DeferralGroundNotStated => better.deferral.ground = casework::codes::Ground::NSafety,
                other => panic!("{other} has no cure here"),
            }
            let verdict = judged(&better);
            let same = |other: &&casework::verdict::OpenOutcome| {
                (other.outcome(), other.basis()) == (open.outcome(), open.basis())
            };
            let now = verdict.open().iter().find(same).and_then(|open| open.notice().refused());
            assert!(now.is_none_or(|now| now.code() != refused.code()), "{}", facts.to_value());
        }
    }
}
