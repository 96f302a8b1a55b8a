//! The pack of England and Wales, proved; broken ones found out by facts that the gate reproduces; mutants.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use candour_prove::{
    Found, Report, Restated, Solver,
    check::dead_and_vacuous,
    compare::{Difference, differences},
    mutate::{Against, Fate, fate, mutants},
    prove,
};
use casework::{
    codes::{Basis, Reason},
    facts::Facts,
};
use gate::{Comparison, Files, Gate, LawPack, Pack, cases::unexpected};
use serde_json::Value;
use std::{path::Path, sync::LazyLock, time::Duration};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy/england-and-wales");

static RESTATED: LazyLock<String> =
    LazyLock::new(|| std::fs::read_to_string(Path::new(FOLDER).join(candour_prove::RESTATED)).unwrap());

fn pack(files: &Files) -> Comparison {
    Comparison::new(Pack::from_files(files).unwrap()).unwrap()
}

/// The pack with one text in place of another in one of its files.
fn changed(path: &str, from: &str, to: &str) -> Files {
    let original = Files::embedded();
    assert_eq!(original.text(path).unwrap().matches(from).count(), 1, "{from}");
    Files::new(
        original
            .all()
            .map(|(name, text)| (name, if name == path { text.replace(from, to) } else { text.to_owned() })),
    )
}

/// The claims of these names, put to the solver.
fn proved(comparison: &Comparison, wanted: impl Fn(&str) -> bool) -> Report {
    let statement = Restated::parse(&RESTATED, comparison.pack()).unwrap();
    let mut solver = Solver::start().unwrap();
    prove(comparison, Some(&statement), &mut solver, &|| Duration::ZERO, &mut |name| wanted(name)).unwrap()
}

/// A claim that is no restatement.
fn is_invariant(name: &str) -> bool {
    !name.starts_with("restated")
}

/// The claims that do not hold, each with its counter-example's basis, whether it was reproduced, and its facts.
fn broken(report: &Report) -> Vec<(&str, Option<Basis>, bool, &Facts)> {
    let broken = report.claims.iter().filter_map(|claim| match &claim.found {
        Found::Proved => None,
        Found::Broken(counter) => {
            Some((claim.name.as_str(), counter.basis, counter.reproduced, &counter.facts))
        }
        Found::Unknown(why) => panic!("{}: {why}", claim.name),
    });
    broken.collect()
}

#[test]
fn everything_that_is_claimed_of_the_pack_is_proved() {
    let report = proved(&pack(&Files::embedded()), |_| true);
    assert_eq!(broken(&report), []);
    assert!(report.holds());
    assert_eq!(report.claims.len(), 1 + 9 + Basis::ALL.len());
    // A claim for which nothing was asked would be no proof.
    assert!(report.claims.iter().all(|claim| claim.questions > 0), "{report:?}");
}

#[test]
fn a_pack_that_lets_watching_through_is_broken_by_facts_that_the_gate_reproduces() {
    let files = changed("policies/common.cedar", "when { $ongoing };", "when { $ongoing && $police };");
    let report = proved(&pack(&files), |name| name.starts_with("no"));
    let found = broken(&report);
    let [(name, Some(basis), true, facts)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*name, "nothing-ongoing");
    // Whoever reads the facts as `candour gate` does sees the same.
    let gate = Gate::new(LawPack::try_from(Pack::from_files(&files).unwrap()).unwrap()).unwrap();
    let read = Facts::parse(facts.to_value().to_string()).unwrap();
    assert!(gate.judge(&read).verdict.disclosure(*basis).is_some(), "{}", facts.to_value());
    let sound = Gate::new(LawPack::try_from(Pack::from_files(&Files::embedded()).unwrap()).unwrap()).unwrap();
    assert!(sound.judge(&read).verdict.disclosure(*basis).is_none());
}

#[test]
fn a_bound_that_is_off_by_one_breaks_the_restatement_on_that_very_day() {
    let files =
        changed("policies/consent.cedar", "context.consent.age_days <= 30", "context.consent.age_days <= 31");
    let comparison = pack(&files);
    let report = proved(&comparison, |name| name == "restated: explicit-consent");
    let found = broken(&report);
    let [(name, Some(Basis::ExplicitConsent), true, facts)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*name, "restated: explicit-consent");
    assert_eq!(facts.consent.age_days, Some(31));
    let reasons = |comparison: &Comparison| comparison.would_find(facts).to_string();
    assert!(reasons(&pack(&Files::embedded())).contains(Reason::ConsentExpired.as_str()));
    assert!(!reasons(&comparison).contains(Reason::ConsentExpired.as_str()));
}

#[test]
fn the_checks_find_dead_rules_contradictions_and_cases_that_come_out_otherwise() {
    let mut solver = Solver::start().unwrap();
    let sound = pack(&Files::embedded());
    let remarks = dead_and_vacuous(sound.pack(), &mut solver).unwrap();
    assert!(remarks.iter().all(|remark| !remark.fault), "{remarks:?}");
    let never: Vec<&str> = remarks.iter().filter_map(|remark| remark.what.split(' ').next()).collect();
    assert_eq!(never, ["ca2004-s16la", "cpa2026-csa-report", "gunshot-knife-report"]);
    assert_eq!(unexpected(Files::cases(), &sound).unwrap(), Vec::<String>::new());
    assert!(sound.pack().idle_conditions().is_empty(), "{:?}", sound.pack().idle_conditions());

    let withdrawn = "when { $consent_withdrawn };";
    let dead = changed("policies/consent.cedar", withdrawn, "when { $consent_withdrawn && $consent_given };");
    let alive = "when { context.person.alive };";
    let both = "when { context.person.alive || !context.person.alive };";
    let on_finding = "[[rule]]\nrule = \"notify-on-finding\"\nbases = [\"missing-person\"]\n";
    let again = format!("{on_finding}\n{on_finding}");
    let spare = "[spare]\nsays = \"nothing\"\nwhen = 'true'\n\n[immediate]";
    let broken = pack(&Files::new(dead.all().map(|(path, text)| {
        (path, text.replace(alive, both).replace(on_finding, &again).replace("[immediate]", spare))
    })));
    let remarks = dead_and_vacuous(broken.pack(), &mut solver).unwrap();
    let faults: Vec<&str> =
        remarks.iter().filter(|remark| remark.fault).map(|remark| remark.what.as_str()).collect();
    let [vacuous, dead, row] = faults.as_slice() else { panic!("{faults:?}") };
    assert!(vacuous.starts_with("coroner-voluntary can never open"), "{vacuous}");
    assert_eq!(*dead, "the rule consent-withdrawn can never close explicit-consent");
    assert_eq!(broken.pack().idle_conditions(), ["spare"]);
    assert!(row.starts_with("notice.toml [[rule]] ") && row.ends_with(" can never apply"), "{row}");
    assert!(!unexpected(Files::cases(), &broken).unwrap().is_empty());
}

#[test]
fn reported_practice_is_no_law_and_the_solver_finds_where_it_differs() {
    let practice = Pack::from_files(&Files::as_reported()).unwrap();
    let practice = LawPack::try_from(practice).unwrap_err();
    assert!(practice.to_string().contains("cannot be served"));

    let (law, practice) = (pack(&Files::embedded()), pack(&Files::as_reported()));
    let report = proved(&practice, is_invariant);
    let names: Vec<&str> = broken(&report).iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, ["nothing-ongoing", "no-never-item"]);
    assert!(broken(&report).iter().all(|(_, _, reproduced, _)| *reproduced));

    let mut solver = Solver::start().unwrap();
    for (basis, difference) in differences(&law, &practice, &mut solver).unwrap() {
        match difference {
            Difference::Same => {}
            Difference::Unknown(why) => panic!("{basis}: {why}"),
            Difference::Facts(counter) => {
                assert!(counter.reproduced, "{basis}");
                let open = |pack: &Comparison| {
                    let verdict = pack.would_find(&counter.facts);
                    let open = verdict["open"].as_array().unwrap().clone();
                    open.iter().any(|outcome| outcome["basis"] == basis.as_str())
                };
                assert_ne!(open(&law), open(&practice), "{basis}");
            }
        }
    }
}

#[test]
fn what_reported_practice_shares_with_the_law_is_the_same_to_the_byte() {
    let (law, practice) = (Files::embedded(), Files::as_reported());
    let differing = [
        "approvals.toml",
        "bases.json",
        "item-rules.toml",
        "notice.toml",
        "outcomes.toml",
        "pack.toml",
        "policies/common.cedar",
        "policies/not-gateways.cedar",
        "policies/serious-harm.cedar",
    ];
    for (path, text) in law.all() {
        assert_eq!(practice.text(path).unwrap() == text, !differing.contains(&path), "{path}");
    }
}

/// How many mutants lie between two that are tried here; `make mutate` tries every one.
const STRIDE: usize = 61;

#[test]
fn mutants_of_the_pack_are_found_out() {
    let files = Files::embedded();
    let original = pack(&files);
    let restated = Restated::parse(&RESTATED, original.pack()).unwrap();
    let cases: Vec<Value> = serde_json::from_str(Files::cases()).unwrap();
    assert_eq!(cases.len(), 30);
    let against = Against { original: &original, restated: &restated, cases: Files::cases(), verdicts: &[] };
    let mut solver = Solver::start().unwrap();
    let (mut tried, mut equivalent) = (0, 0);
    let mut survived = Vec::new();
    let of_policies = mutants(&files).into_iter().filter(|mutant| mutant.path.starts_with("policies/"));
    for mutant in of_policies.step_by(STRIDE) {
        tried += 1;
        match fate(&files, &mutant, &against, &mut solver).unwrap() {
            Fate::Equivalent => equivalent += 1,
            Fate::Survived => survived.push(format!("{}:{} {}", mutant.path, mutant.line, mutant.what)),
            Fate::Refused(_) | Fate::Disproved(_) | Fate::Case(_) | Fate::Verdict => {}
        }
    }
    println!("{tried} mutants, {equivalent} equivalent, {} survived", survived.len());
    assert_eq!(survived, [] as [String; 0]);
    assert!(tried > 8 && equivalent * 5 < tried, "{tried} tried, {equivalent} equivalent");
}
