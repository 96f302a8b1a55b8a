//! How a policy pack is adopted: three human beings, one of them the legal service, and nothing half adopted.

use crate::support::*;
use casework::{
    actor::{Actor, Role},
    adoption::Adoption,
    event::Event,
    refusal::Refusal,
    time::Moment,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const OLD: &str = "0101";
const NEW: &str = "0202";
const NEWER: &str = "0303";

fn begun() -> Adoption {
    Adoption::default()
        .evolve(&Event::PackBegun { pack: OLD.to_owned(), name: "law 1".to_owned() }, Moment(0))
}

fn administrator(name: &str) -> Actor {
    of_role(name, Role::Administrator)
}

fn offered() -> Adoption {
    let adoption = begun();
    let event = adoption.offer(&administrator("ada"), NEW, "law 2").unwrap();
    adoption.evolve(&event, Moment(1))
}

#[test]
fn a_pack_is_adopted_with_the_second_confirmation_whichever_comes_first() {
    for order in [[legal(), administrator("bea")], [administrator("bea"), legal()]] {
        let mut adoption = offered();
        for (place, who) in order.iter().enumerate() {
            assert_eq!(adoption.present().unwrap().pack, OLD);
            let event = adoption.confirm(who, NEW).unwrap();
            assert!(matches!(event, Event::PackConfirmed { adopts, .. } if adopts == (place == 1)));
            adoption = adoption.evolve(&event, Moment(2));
        }
        assert_eq!(adoption.present().unwrap().pack, NEW);
        assert_eq!(adoption.present().unwrap().at, Moment(2));
        assert_eq!(adoption.offer, None);
        assert_eq!(adoption.adopted.len(), 2);
    }
}

#[test]
fn two_administrators_do_not_adopt_a_pack_without_the_legal_service() {
    let adoption = offered();
    let event = adoption.confirm(&administrator("bea"), NEW).unwrap();
    let adoption = adoption.evolve(&event, Moment(2));
    assert_eq!(adoption.confirm(&administrator("cleo"), NEW), Err(Refusal::AlreadyDone));
    assert_eq!(adoption.present().unwrap().pack, OLD);
}

#[test]
fn the_three_parts_are_three_human_beings() {
    let (ada, bea) = (administrator("ada"), administrator("bea"));
    let adoption = offered();
    assert_eq!(adoption.confirm(&ada, NEW), Err(Refusal::SamePerson));
    assert_eq!(
        adoption.confirm(&also(&ada, "ada-again", Role::Administrator), NEW),
        Err(Refusal::SamePerson)
    );
    assert_eq!(adoption.confirm(&also(&ada, "ada-legal", Role::Legal), NEW), Err(Refusal::SamePerson));
    let event = adoption.confirm(&bea, NEW).unwrap();
    let adoption = adoption.evolve(&event, Moment(2));
    assert_eq!(adoption.confirm(&also(&bea, "bea-legal", Role::Legal), NEW), Err(Refusal::SamePerson));
}

#[test]
fn one_pack_is_offered_at_a_time_and_never_the_one_in_force() {
    let ada = administrator("ada");
    assert_eq!(begun().offer(&ada, OLD, "law 1"), Err(Refusal::AlreadyDone));
    assert_eq!(offered().offer(&ada, NEWER, "law 3"), Err(Refusal::AlreadyDone));
}

#[test]
fn what_is_confirmed_or_withdrawn_is_what_was_looked_at() {
    let adoption = offered();
    assert_eq!(adoption.confirm(&legal(), NEWER), Err(Refusal::NoSuchProposal));
    assert_eq!(adoption.withdraw(&legal(), NEWER), Err(Refusal::NoSuchProposal));
    assert_eq!(begun().confirm(&legal(), NEW), Err(Refusal::NoSuchProposal));
    let event = adoption.withdraw(&administrator("ada"), NEW).unwrap();
    let adoption = adoption.evolve(&event, Moment(2));
    assert_eq!(adoption.offer, None);
    assert_eq!(adoption.confirm(&legal(), NEW), Err(Refusal::NoSuchProposal));
    assert!(adoption.offer(&administrator("ada"), NEW, "law 2").is_ok());
}

#[test]
fn nobody_else_has_a_part_in_it() {
    for role in Role::ALL {
        let who = of_role("somebody", role);
        let offers = role == Role::Administrator;
        let confirms = offers || role == Role::Legal;
        assert_eq!(begun().offer(&who, NEW, "law 2").is_ok(), offers, "{role:?}");
        assert_eq!(offered().confirm(&who, NEW).is_ok(), confirms, "{role:?}");
        assert_eq!(offered().withdraw(&who, NEW).is_ok(), confirms, "{role:?}");
        if !confirms {
            assert_eq!(offered().confirm(&who, NEW), Err(Refusal::NotYourRole));
        }
    }
}

proptest! {
    /// Whatever anybody tries in whatever order: each adopted pack was offered by one human being and confirmed by two
    /// others, one an administrator and one of the legal service, all since it was last offered.
    #[test]
    fn every_adoption_has_three_people(tries in prop::collection::vec((0..6_usize, 0..3_u8, 0..3_usize), 1..60)) {
        let ada = administrator("ada");
        let people = [
            ada.clone(),
            administrator("bea"),
            legal(),
            also(&ada, "ada-legal", Role::Legal),
            of_role("gus", Role::Guardian),
            of_role("rhea", Role::Reviewer),
        ];
        let packs = [OLD, NEW, NEWER];
        let mut adoption = begun();
        let mut parts: Vec<(Role, String)> = Vec::new();
        for (who, what, pack) in tries {
            let (actor, pack) = (&people[who], packs[pack]);
            let before = adoption.present().unwrap().pack.clone();
            let event = match what {
                0 => adoption.offer(actor, pack, "law"),
                1 => adoption.confirm(actor, pack),
                _ => adoption.withdraw(actor, pack),
            };
            let Ok(event) = event else { continue };
            match &event {
                Event::PackOffered { by, .. } => parts = vec![(by.role, by.individual.to_string())],
                Event::PackConfirmed { by, .. } => parts.push((by.role, by.individual.to_string())),
                _ => parts.clear(),
            }
            adoption = adoption.evolve(&event, Moment(1));
            if adoption.present().unwrap().pack != before {
                let people: BTreeSet<&String> = parts.iter().map(|(_, person)| person).collect();
                prop_assert_eq!(people.len(), 3);
                prop_assert_eq!(parts.iter().filter(|(role, _)| *role == Role::Administrator).count(), 2);
                prop_assert_eq!(parts.iter().filter(|(role, _)| *role == Role::Legal).count(), 1);
            }
        }
    }
}
