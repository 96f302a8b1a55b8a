//! The Cedar schema: the facts, one enumerated type a code list, one action a basis.

use std::fmt::Write as _;

use casework::codes::{
    ActsFor, Basis, Body, Capacity, ChildCompetence, ChildHarm, Code, ConsentBy, ConsentStatus, Evidence,
    Ground, HarmToOthers, HarmToSelf, Identity, InitiatedBy, InstrumentKind, Issuer, Item, Nation, Offence,
    OnwardTo, Purpose, Rank, RiskGrade, Urgency, VictimException, WhyNotConsent, Wound,
};

use crate::pack::{BasisSet, FACTS_ALONE, Groups};

/// The type of the facts, as a contract with [`crate::context`].
const FACTS: &str = include_str!("../schema/facts.cedarschema");

fn enumerated<C: Code>(out: &mut String) {
    let codes: Vec<String> = C::ALL.iter().map(|code| format!("\"{}\"", code.code())).collect();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "entity {} enum [{}];", C::LIST, codes.join(", "));
}

/// What an action is for.
const APPLIES: &str = "appliesTo { principal: Asker, resource: Answer, context: Facts }";

/// The schema with the one action under which everything is asked. Policies and conditions are checked against it:
/// each action has the same facts, and checking goes through every action for every policy.
pub(crate) fn of_facts() -> String {
    let mut out = types();
    let _ = writeln!(out, "action \"{FACTS_ALONE}\" {APPLIES};");
    out
}

/// The schema with an action for each basis too, in the groups that it belongs to, for whoever proves something.
pub(crate) fn text(groups: &Groups) -> String {
    let mut out = of_facts();
    for group in groups.bases.keys() {
        let _ = writeln!(out, "action \"{group}\";");
    }
    for basis in Basis::ALL {
        let within = |set: &BasisSet| set.has(Some(*basis));
        let member_of: Vec<String> = groups
            .bases
            .iter()
            .filter(|(_, set)| within(set))
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        let _ = writeln!(out, "action \"{basis}\" in [{}] {APPLIES};", member_of.join(", "));
    }
    out
}

fn types() -> String {
    let mut out = String::from(FACTS);
    out.push('\n');
    for write in [
        enumerated::<Nation>,
        enumerated::<Body>,
        enumerated::<Rank>,
        enumerated::<Identity>,
        enumerated::<ActsFor>,
        enumerated::<InitiatedBy>,
        enumerated::<Purpose>,
        enumerated::<Basis>,
        enumerated::<Item>,
        enumerated::<InstrumentKind>,
        enumerated::<Issuer>,
        enumerated::<HarmToOthers>,
        enumerated::<HarmToSelf>,
        enumerated::<Evidence>,
        enumerated::<Offence>,
        enumerated::<Wound>,
        enumerated::<Urgency>,
        enumerated::<WhyNotConsent>,
        enumerated::<ChildCompetence>,
        enumerated::<Capacity>,
        enumerated::<ConsentStatus>,
        enumerated::<ConsentBy>,
        enumerated::<VictimException>,
        enumerated::<ChildHarm>,
        enumerated::<RiskGrade>,
        enumerated::<OnwardTo>,
        enumerated::<Ground>,
    ] {
        write(&mut out);
    }
    out.push('\n');
    out
}
