//! What may be proposed.

use crate::support::*;
use casework::{
    codes::{Basis, Item, Outcome},
    refusal::Refusal,
    verdict::issue,
};

#[test]
fn what_was_left_out_is_recorded_beside_what_leaves_and_only_for_a_disclosure() {
    let verdict = opening(vec![routine(), advice()]);
    let left_out = |draft: &mut casework::command::Draft| {
        let items = vec![casework::codes::Item::SafetyHandlingAdvice, casework::codes::Item::FullRecord];
        draft.left_out = Some((blob(5), items));
    };
    let mut life = Life::begin();
    let made = life.does(&clinician(), &propose_with(&verdict, Outcome::Disclose, left_out));
    assert_eq!(made, ["proposal-made", "passages-left-out"]);
    // Of items that are proposed, and of no others.
    let whole = (blob(5), vec![casework::codes::Item::SafetyHandlingAdvice]);
    assert_eq!(life.case.proposals[&1].whole, Some(whole));
    assert_eq!(
        life.does(&clinician(), &propose_with(&verdict, Outcome::Advise, left_out)),
        ["proposal-made"]
    );
    assert_eq!(life.does(&clinician(), &propose(&verdict, Outcome::Disclose)), ["proposal-made"]);
}

#[test]
fn only_items_that_the_verdict_opens_can_be_chosen() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    let with = |items: Vec<Item>| {
        propose_with(&verdict, Outcome::Disclose, |draft| {
            draft.content_items.clone_from(&items);
            draft.items = items;
        })
    };
    assert_eq!(life.refuses(&clinician(), &with(vec![])), Refusal::NoItems);
    assert_eq!(life.refuses(&clinician(), &with(vec![Item::FullRecord])), Refusal::ItemClosed);
    let beside = with(vec![Item::ClinicianContact, Item::DiagnosisHeadline]);
    assert_eq!(life.refuses(&clinician(), &beside), Refusal::ItemClosed);
    life.does(&clinician(), &with(vec![Item::ClinicianContact, Item::ClinicianContact]));
    assert_eq!(life.case.proposals[&1].items, [Item::ClinicianContact]);
}

#[test]
fn every_item_has_content_before_it_is_proposed() {
    let verdict = opening(vec![routine(), advice()]);
    let mut life = Life::begin();
    let none = propose_with(&verdict, Outcome::Disclose, |draft| draft.content = None);
    assert_eq!(life.refuses(&clinician(), &none), Refusal::NoContent);
    let half = propose_with(&verdict, Outcome::Disclose, |draft| {
        draft.content_items = vec![Item::ClinicianContact];
    });
    assert_eq!(life.refuses(&clinician(), &half), Refusal::NoContent);
    let silent = propose_with(&verdict, Outcome::Advise, |draft| draft.content = None);
    assert_eq!(life.refuses(&clinician(), &silent), Refusal::NoContent);
}

#[test]
fn reasons_for_items_are_for_each_that_is_proposed_and_for_no_other() {
    let verdict = opening(vec![routine(), advice()]);
    let of = |outcome: Outcome, named: Option<Vec<Item>>| {
        propose_with(&verdict, outcome, |draft| {
            draft.reasons = named.map(|named| (blob(5), named));
        })
    };
    let all = the(&verdict, Outcome::Disclose).items().to_vec();
    let fewer: Vec<Item> = all.iter().copied().skip(1).collect();
    let more: Vec<Item> = all.iter().copied().chain([Item::FullRecord]).collect();
    let mut life = Life::begin();
    for named in [fewer, more, Vec::new()] {
        let proposed = of(Outcome::Disclose, Some(named));
        assert_eq!(life.refuses(&clinician(), &proposed), Refusal::ItemReasons);
    }
    // In any order, and as ever where nobody was asked item by item.
    let turned: Vec<Item> = all.iter().copied().rev().collect();
    life.does(&clinician(), &of(Outcome::Disclose, Some(turned)));
    life.does(&clinician(), &of(Outcome::Disclose, None));
    life.does(&clinician(), &of(Outcome::Advise, Some(all)));
    let kept: Vec<bool> = life.case.proposals.values().map(|made| made.reasons.is_some()).collect();
    assert_eq!(kept, [true, false, false]);
    assert_eq!(life.case.proposals[&1].reasons, Some(blob(5)));
}

#[test]
fn what_the_verdict_asks_for_is_written_into_the_proposal() {
    let verdict = opening(vec![emergency()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    let proposal = &life.case.proposals[&1];
    assert_eq!(proposal.needed, emergency().approvals);
    assert_eq!(proposal.after, emergency().after);
    assert_eq!(proposal.verdict, verdict.digest());
    assert_eq!(proposal.outstanding(), emergency().approvals);
}

#[test]
fn a_copy_is_kept_only_where_the_decision_says_so_and_never_of_what_the_person_sees_first() {
    for (basis, asked, kept) in [
        (Basis::SuicideRisk, true, true),
        (Basis::SuicideRisk, false, false),
        (Basis::ExplicitConsent, true, false),
    ] {
        let verdict = opening(vec![issue::Open { basis: Some(basis), ..routine() }]);
        let mut life = Life::begin();
        life.does(&clinician(), &propose_with(&verdict, Outcome::Disclose, |d| d.download = asked));
        assert_eq!(life.case.proposals[&1].download, kept, "{basis}");
    }
}

#[test]
fn nothing_is_proposed_about_an_enquiry() {
    let verdict = opening(vec![advice()]);
    let mut life = Life::enquiry();
    assert_eq!(life.refuses(&clinician(), &propose(&verdict, Outcome::Advise)), Refusal::EnquiryOnly);
}

#[test]
fn a_duty_holder_carries_out_their_own_duty_and_nobody_can_veto_it() {
    use casework::codes::{Approval, InitiatedBy};
    let verdict = opening(vec![own_duty()]);
    let duty = Approval::IndividualProfessionalPersonalDuty;
    let holder = health_worker();
    let mut life = Life::begun_by(&holder, InitiatedBy::DutyHolder, facts());
    life.does(&holder, &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.refuses(&guardian(), &decline(&verdict, 1, duty)), Refusal::NotYourRole);
    assert_eq!(
        life.refuses(&guardian(), &decline(&verdict, 1, Approval::CaldicottGuardian)),
        Refusal::ApprovalNotNeeded
    );
    assert_eq!(
        life.does(&holder, &approve(&verdict, 1, duty)),
        ["approval-given", "disclosure-decided", "notice-due"]
    );
}

#[test]
fn a_duty_is_nobody_elses_and_an_officer_has_none() {
    use casework::{
        actor::Role,
        codes::{Approval, InitiatedBy},
    };
    let verdict = opening(vec![own_duty()]);
    let duty = Approval::IndividualProfessionalPersonalDuty;
    let other = of_role("harry", Role::HealthWorker);
    let mut life = Life::begun_by(&health_worker(), InitiatedBy::DutyHolder, facts());
    assert_eq!(life.refuses(&other, &propose(&verdict, Outcome::Disclose)), Refusal::NoSuchCase);
    life.does(&health_worker(), &propose(&verdict, Outcome::Disclose));
    assert_eq!(life.refuses(&other, &approve(&verdict, 1, duty)), Refusal::NoSuchCase);

    let mut asked = Life::begin();
    assert_eq!(asked.refuses(&officer(), &propose(&verdict, Outcome::Disclose)), Refusal::NoSuchCase);
    asked.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    assert_eq!(asked.refuses(&officer(), &approve(&verdict, 1, duty)), Refusal::NoSuchCase);
    let supply = casework::command::Command::SupplyFacts {
        supplier: casework::facts::Supplier::DutyHolder,
        part: serde_json::json!({"duty": null}),
    };
    assert_eq!(asked.refuses(&officer(), &supply), Refusal::NoSuchCase);
}
