//! Who approves what, in which order, and who may not.

use crate::support::*;
use casework::{
    actor::Role,
    case::ProposalState,
    codes::{Approval, Item, NoticeRule, Outcome},
    facts::Supplier,
    refusal::Refusal,
};
use serde_json::json;

const OPINION: Approval = Approval::TreatingClinicianOpinion;
const SECOND: Approval = Approval::SecondSeniorClinicianTwoPerson;
const GUARDIAN: Approval = Approval::CaldicottGuardian;

fn proposed(parts: casework::verdict::issue::Open) -> (Life, casework::verdict::Verdict) {
    let verdict = opening(vec![parts]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    (life, verdict)
}

#[test]
fn a_routine_disclosure_goes_from_referral_to_release_by_opinion_guardian_and_witnesses() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    assert_eq!(
        life.does(&clinician(), &casework::command::Command::OpenRecord { reason: blob(1) }),
        ["record-opened"]
    );
    assert_eq!(life.does(&clinician(), &propose(&verdict, Outcome::Disclose)), ["proposal-made"]);
    assert_eq!(life.does(&clinician(), &approve(&verdict, 1, OPINION)), ["approval-given"]);
    assert_eq!(life.state_of(1), ProposalState::Open);
    assert_eq!(
        life.does(&guardian(), &approve(&verdict, 1, GUARDIAN)),
        ["approval-given", "disclosure-decided", "notice-due"]
    );
    let (by, _) = life.case.proposals[&1].decided.clone().unwrap();
    assert_eq!(by.role, Role::Guardian);
    assert_eq!(life.release(1).unwrap(), ["disclosure-released"]);
    assert_eq!(life.state_of(1), ProposalState::Released);
    assert_eq!(life.case, life.replayed());
}

#[test]
fn nothing_is_released_that_nobody_decided_or_that_witnesses_have_not_seen() {
    let (mut life, verdict) = proposed(routine());
    assert_eq!(life.release(1), Err(Refusal::NotReady));
    assert_eq!(life.release_at_once(1), Err(Refusal::NotReady));
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    assert_eq!(life.release(1), Err(Refusal::NotReady));
    life.does(&guardian(), &approve(&verdict, 1, GUARDIAN));
    assert_eq!(casework::decide::release(&life.case, 1, blob(8), 4, 4), Err(Refusal::NotReady));
    assert_eq!(casework::decide::release(&life.case, 2, blob(8), 3, 4), Err(Refusal::NoSuchProposal));
    life.release(1).unwrap();
    assert_eq!(life.release(1), Err(Refusal::NotReady));
}

#[test]
fn the_guardian_comes_last_and_is_told_who_comes_first() {
    let (mut life, verdict) = proposed(about_a_child());
    let refusal = life.refuses(&guardian(), &approve(&verdict, 1, GUARDIAN));
    assert_eq!(refusal, Refusal::OthersFirst(vec![OPINION, SECOND, Approval::NamedSafeguardingProfessional]));
    life.does(&safeguarding(), &approve(&verdict, 1, Approval::NamedSafeguardingProfessional));
    life.does(&second_clinician(), &approve(&verdict, 1, SECOND));
    let refusal = life.refuses(&guardian(), &approve(&verdict, 1, GUARDIAN));
    assert_eq!(refusal, Refusal::OthersFirst(vec![OPINION]));
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    let done = life.does(&guardian(), &approve(&verdict, 1, GUARDIAN));
    assert_eq!(done, ["approval-given", "disclosure-decided", "notice-due"]);
}

#[test]
fn a_guardian_may_decline_without_waiting_for_the_others() {
    let (mut life, verdict) = proposed(about_a_child());
    assert_eq!(life.does(&guardian(), &decline(&verdict, 1, GUARDIAN)), ["approval-given"]);
    assert_eq!(life.state_of(1), ProposalState::Declined);
    assert_eq!(life.refuses(&clinician(), &approve(&verdict, 1, OPINION)), Refusal::ProposalNotOpen);
}

#[test]
fn one_who_declines_ends_the_proposal_and_another_may_be_made() {
    let (mut life, verdict) = proposed(routine());
    life.does(&clinician(), &decline(&verdict, 1, OPINION));
    assert_eq!(life.state_of(1), ProposalState::Declined);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&clinician(), &approve(&verdict, 2, OPINION));
    life.does(&guardian(), &approve(&verdict, 2, GUARDIAN));
    assert_eq!(life.state_of(2), ProposalState::Decided);
}

#[test]
fn each_approval_is_given_by_its_own_role_and_no_other() {
    for approval in Approval::ALL {
        let parts = casework::verdict::issue::Open { approvals: vec![*approval], ..routine() };
        let (mut life, verdict) = proposed(parts);
        let given: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| {
                let actor = of_role("somebody-new", *role);
                life.ask(&actor, &approve(&verdict, 1, *approval)).is_ok()
            })
            .collect();
        let giver = match approval {
            Approval::IndividualProfessionalPersonalDuty => vec![],
            Approval::TreatingClinicianOpinion => vec![Role::Clinician],
            Approval::SecondSeniorClinicianTwoPerson => vec![Role::SecondClinician],
            Approval::NamedSafeguardingProfessional => vec![Role::Safeguarding],
            Approval::LegalServicesValidation => vec![Role::Legal],
            Approval::CaldicottGuardian | Approval::OnCallGuardianDeputyThenReviewWithin24h => {
                vec![Role::Guardian]
            }
            Approval::IndependentDeferralReviewer | Approval::IndependentReviewerBeforeOpening => {
                vec![Role::Reviewer]
            }
        };
        assert_eq!(given, giver, "{approval}");
        assert_eq!(casework::awaiting::approval_role(*approval), giver.first().copied(), "{approval}");
    }
}

#[test]
fn the_wrong_role_is_told_so_and_strangers_learn_nothing() {
    let (mut life, verdict) = proposed(routine());
    let give = approve(&verdict, 1, GUARDIAN);
    assert_eq!(life.refuses(&legal(), &give), Refusal::NotYourRole);
    assert_eq!(life.refuses(&of_role("dora", Role::DataProtectionOfficer), &give), Refusal::NotYourRole);
    assert_eq!(life.refuses(&officer(), &give), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&elsewhere(guardian()), &give), Refusal::NoSuchCase);
    assert_eq!(life.refuses(&of_role("ada", Role::Administrator), &give), Refusal::NoSuchCase);
}

#[test]
fn an_approval_that_is_not_asked_for_is_refused_and_none_counts_twice() {
    let (mut life, verdict) = proposed(routine());
    let refusal = life.refuses(&legal(), &approve(&verdict, 1, Approval::LegalServicesValidation));
    assert_eq!(refusal, Refusal::ApprovalNotNeeded);
    assert_eq!(life.refuses(&clinician(), &approve(&verdict, 9, OPINION)), Refusal::NoSuchProposal);
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    let again = life.refuses(&of_role("carl", Role::Clinician), &approve(&verdict, 1, OPINION));
    assert_eq!(again, Refusal::ApprovalGiven);
}

#[test]
fn nobody_has_two_parts_from_whichever_account() {
    let (mut life, verdict) = proposed(about_a_child());
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    // Whoever asked, as anything else.
    for (role, approval) in
        [(Role::SecondClinician, SECOND), (Role::Safeguarding, Approval::NamedSafeguardingProfessional)]
    {
        let other = also(&officer(), "olive-at-work", role);
        assert_eq!(life.refuses(&other, &approve(&verdict, 1, approval)), Refusal::SamePerson, "{role:?}");
    }
    // The clinician consulted, as second clinician or safeguarding professional.
    let twice = also(&clinician(), "clara-senior", Role::SecondClinician);
    assert_eq!(life.refuses(&twice, &approve(&verdict, 1, SECOND)), Refusal::SamePerson);
    let twice = also(&clinician(), "clara-safe", Role::Safeguarding);
    let named = Approval::NamedSafeguardingProfessional;
    assert_eq!(life.refuses(&twice, &approve(&verdict, 1, named)), Refusal::SamePerson);
    life.does(&safeguarding(), &approve(&verdict, 1, named));
    life.does(&second_clinician(), &approve(&verdict, 1, SECOND));
    // Everybody so far, as guardian.
    for earlier in [officer(), clinician(), second_clinician(), safeguarding()] {
        let twice = also(&earlier, "deputy", Role::Guardian);
        let refusal = life.refuses(&twice, &approve(&verdict, 1, GUARDIAN));
        assert_eq!(refusal, Refusal::SamePerson, "{}", earlier.account);
    }
    life.does(&guardian(), &approve(&verdict, 1, GUARDIAN));
}

#[test]
fn a_reviewer_is_nobody_else_in_the_case() {
    let parts = casework::verdict::issue::Open {
        approvals: vec![OPINION, Approval::IndependentDeferralReviewer, GUARDIAN],
        ..routine()
    };
    let (mut life, verdict) = proposed(parts);
    for earlier in [officer(), clinician()] {
        let twice = also(&earlier, "reviewing", Role::Reviewer);
        let refusal = life.refuses(&twice, &approve(&verdict, 1, Approval::IndependentDeferralReviewer));
        assert_eq!(refusal, Refusal::SamePerson);
    }
    life.does(&reviewer(), &approve(&verdict, 1, Approval::IndependentDeferralReviewer));
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    let twice = also(&reviewer(), "rita-deputy", Role::Guardian);
    assert_eq!(life.refuses(&twice, &approve(&verdict, 1, GUARDIAN)), Refusal::SamePerson);
}

#[test]
fn whoever_countersigned_has_no_other_part() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    life.does(&supervisor(), &casework::command::Command::Countersign);
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    let twice = also(&supervisor(), "sybil-deputy", Role::Guardian);
    assert_eq!(life.refuses(&twice, &approve(&verdict, 1, GUARDIAN)), Refusal::SamePerson);

    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Disclose));
    let twice = also(&clinician(), "clara-signs", Role::Supervisor);
    assert_eq!(life.refuses(&twice, &casework::command::Command::Countersign), Refusal::SamePerson);
}

#[test]
fn a_guardian_does_not_approve_what_they_proposed_but_a_clinician_gives_the_opinion_asked_for() {
    let verdict = opening(vec![routine()]);
    let mut life = Life::begin();
    life.does(&guardian(), &propose(&verdict, Outcome::Disclose));
    life.does(&clinician(), &approve(&verdict, 1, OPINION));
    assert_eq!(life.refuses(&guardian(), &approve(&verdict, 1, GUARDIAN)), Refusal::SamePerson);
    life.does(&of_role("gus", Role::Guardian), &approve(&verdict, 1, GUARDIAN));
    assert_eq!(life.state_of(1), ProposalState::Decided);
}

#[test]
fn nobody_confirms_their_own_request_from_the_clinic() {
    let mut life = Life::begin();
    let twice = also(&officer(), "olive-nurse", Role::Clinician);
    let supply = casework::command::Command::SupplyFacts {
        supplier: Supplier::Clinic,
        part: json!({"requester": {"identity": "verified"}}),
    };
    assert_eq!(life.refuses(&twice, &supply), Refusal::SamePerson);
    assert_eq!(life.does(&clinician(), &supply), ["facts-supplied"]);
}

#[test]
fn a_refusal_is_decided_by_one_approval_of_clinician_or_guardian() {
    let verdict = opening(vec![]);
    for (actor, approval) in [(clinician(), OPINION), (guardian(), GUARDIAN)] {
        let mut life = Life::begin();
        life.does(&clinician(), &propose(&verdict, Outcome::Refuse));
        assert_eq!(
            life.does(&actor, &approve(&verdict, 1, approval)),
            ["approval-given", "disclosure-refused", "notice-due"]
        );
        assert_eq!(life.state_of(1), ProposalState::Decided);
    }
}

#[test]
fn nobody_but_clinician_or_guardian_decides_a_refusal_or_a_return() {
    let verdict = opening(vec![return_it()]);
    for outcome in [Outcome::Refuse, Outcome::Return] {
        let mut life = Life::begin();
        life.does(&clinician(), &propose(&verdict, outcome));
        for approval in Approval::ALL {
            for role in Role::ALL {
                let decides = matches!(role, Role::Clinician | Role::Guardian);
                let actor = if role == Role::Officer { officer() } else { of_role("somebody-new", role) };
                let done = life.ask(&actor, &approve(&verdict, 1, *approval));
                assert!(decides || done.is_err(), "{role:?} gave {approval} to {outcome}");
            }
        }
    }
}

#[test]
fn a_refused_request_to_watch_is_counted() {
    let verdict = watching();
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Refuse));
    assert_eq!(
        life.does(&guardian(), &approve(&verdict, 1, GUARDIAN)),
        ["approval-given", "disclosure-refused", "monitoring-refused", "notice-due"]
    );
}

#[test]
fn an_order_beside_a_request_to_watch_is_carried_out_and_the_watching_counted_as_refused() {
    let parts = casework::verdict::issue::Open {
        basis: Some(casework::codes::Basis::CourtOrder),
        approvals: vec![Approval::LegalServicesValidation],
        conditions: vec![casework::codes::Condition::CountAsMonitoringRefused],
        ..routine()
    };
    let (mut life, verdict) = proposed(parts);
    assert_eq!(
        life.does(&legal(), &approve(&verdict, 1, Approval::LegalServicesValidation)),
        ["approval-given", "disclosure-decided", "monitoring-refused", "notice-due"]
    );
}

#[test]
fn a_decision_rests_on_the_verdict_of_today() {
    let cases = [
        ("closed since", opening(vec![])),
        ("an item closed since", {
            let items = vec![Item::SafetyHandlingAdvice];
            opening(vec![casework::verdict::issue::Open { items, ..routine() }])
        }),
        ("another approval since", {
            let mut parts = routine();
            parts.approvals.push(Approval::LegalServicesValidation);
            opening(vec![parts])
        }),
        ("told in another way since", {
            opening(vec![told(routine(), NoticeRule::NotifyBeforeDisclosureUnlessUnsafe)])
        }),
        ("another basis since", {
            let basis = Some(casework::codes::Basis::MissingPerson);
            opening(vec![casework::verdict::issue::Open { basis, ..routine() }])
        }),
    ];
    for (name, today) in cases {
        let (mut life, verdict) = proposed(routine());
        life.does(&clinician(), &approve(&verdict, 1, OPINION));
        let refusal = life.refuses(&guardian(), &approve(&today, 1, GUARDIAN));
        assert_eq!(refusal, Refusal::VerdictChanged, "{name}");
        assert_eq!(life.state_of(1), ProposalState::Open, "{name}");
    }
}

#[test]
fn a_verdict_that_opens_more_and_asks_less_does_not_stand_in_the_way() {
    let (mut life, verdict) = proposed(about_a_child());
    for (actor, approval) in [
        (clinician(), OPINION),
        (second_clinician(), SECOND),
        (safeguarding(), Approval::NamedSafeguardingProfessional),
    ] {
        life.does(&actor, &approve(&verdict, 1, approval));
    }
    let mut parts = about_a_child();
    parts.items.push(Item::Description);
    parts.approvals = vec![OPINION, GUARDIAN];
    let today = opening(vec![parts]);
    life.does(&guardian(), &approve(&today, 1, GUARDIAN));
    assert_eq!(life.case.proposals[&1].items, [Item::SafetyHandlingAdvice, Item::ClinicianContact]);
}

#[test]
fn advice_and_care_are_decided_like_anything_else() {
    let verdict = opening(vec![advice(), care()]);
    let mut life = Life::begin();
    life.does(&clinician(), &propose(&verdict, Outcome::Advise));
    life.does(&clinician(), &propose(&verdict, Outcome::OfferCare));
    assert_eq!(
        life.does(&clinician(), &approve(&verdict, 1, OPINION)),
        ["approval-given", "advice-given", "notice-due"]
    );
    assert_eq!(
        life.does(&clinician(), &approve(&verdict, 2, OPINION)),
        ["approval-given", "care-offered", "notice-due"]
    );
}
