use super::*;
use crate::Files;
use cedar_policy::Policy;
use serde_json::Value;

/// A fact that no schema knows: to look for it is an error, which Cedar would pass over.
const ERRS: &str = "forbid (principal, action, resource) when { context.nothing_of_this_name == 1 };";

/// A set of policies of a pack.
type Part = fn(&mut Pack) -> &mut PolicySet;

fn engine() -> Engine {
    Engine::new(Pack::from_files(&Files::embedded()).unwrap()).unwrap()
}

/// The facts of the pack's own cases.
fn cases() -> Vec<Facts> {
    let cases: Vec<Value> = serde_json::from_str(Files::cases()).unwrap();
    cases.iter().map(|case| Facts::from_value(&case["facts"]).unwrap()).collect()
}

#[test]
fn a_policy_that_errs_while_it_judges_closes_everything_but_refusal() {
    let whole = engine();
    let opened: usize = cases().iter().map(|facts| whole.judge(facts).verdict.open().len()).sum();
    assert!(opened > 2 * cases().len(), "otherwise there is nothing to close: {opened}");
    let breaks: [(&str, Part); 3] = [
        ("a condition", |pack| &mut pack.truths.set),
        ("a forbid over the facts", |pack| &mut pack.policies.of_facts),
        ("a forbid over what can be answered", |pack| &mut pack.policies.of_answer),
    ];
    for (what, set) in breaks {
        let mut engine = engine();
        let erring = Policy::parse(Some(PolicyId::new("errs")), ERRS).unwrap();
        set(&mut engine.pack).add(erring).unwrap();
        for facts in cases() {
            let Judgement { verdict, alert } = engine.judge(&facts);
            let open: Vec<_> = verdict.open().iter().map(OpenOutcome::outcome).collect();
            assert_eq!(open, [Outcome::Refuse], "{what}");
            let bases = verdict.closed().iter().filter_map(ClosedOutcome::basis).count();
            assert!(bases >= Basis::ALL.len(), "{what}: every basis is closed");
            assert!(verdict.closed().iter().all(|closed| !closed.reasons().is_empty()), "{what}");
            let alert = alert.unwrap_or_else(|| panic!("{what}: nobody is alerted"));
            assert!(!alert.policies.is_empty(), "{what}: the alert names what erred");
        }
    }
}
