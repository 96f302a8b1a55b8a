//! Non-personal rows for figures, written in the same transaction as the event that they count.
//!
//! They are ground state, untouched by rebuilding and erasure; only their link to the case is sealed under its key.

use crate::{engine::Service, error::Answer, ports::FactRow};
use casework::{
    case::Case,
    event::{Class, Event},
    time::Moment,
};
use vault::{
    case_keys::CaseKeys,
    seal::{self, Place},
};

/// The class of rows that say how long somebody worked.
pub(crate) const TIME_SPENT: &str = "time-spent";

/// The row that counts an event; `None` for events that no figure counts.
pub(crate) fn row(
    service: &Service,
    keys: &CaseKeys,
    case: &Case,
    event: &Event,
    position: u64,
    now: Moment,
) -> Answer<Option<FactRow>> {
    // What work costs is counted by unit and half-year: no force, no basis, nobody's age and nobody's name.
    let minutes = match event {
        Event::TimeSpent { minutes, .. } => Some(i64::from(*minutes)),
        Event::TimeTakenBack { minutes, .. } => Some(-i64::from(*minutes)),
        _ => None,
    };
    let class = event.class();
    if class == Class::Other && minutes.is_none() {
        return Ok(None);
    }
    let id = casework::id::BlobId::from_bytes(service.drawn()).as_str().to_owned();
    let link = format!("{}/{position}", case.id);
    let place = Place::Blob { case: case.id.as_str(), blob: &id, kind: "fact" };
    let link = seal::seal(&keys.case, service.entropy(), link.as_bytes(), &place)?;
    if minutes.is_some() {
        return Ok(Some(FactRow {
            id,
            period: now.day().half_year(),
            unit: case.unit.clone(),
            force: None,
            class: TIME_SPENT,
            outcome: None,
            basis: None,
            age_band: None,
            link,
            minutes,
        }));
    }
    let n = match event {
        Event::ReferralReturned { n, .. }
        | Event::DisclosureDecided { n, .. }
        | Event::DisclosureRefused { n, .. }
        | Event::MonitoringRefused { n }
        | Event::DisclosureReleased { n, .. }
        | Event::EmergencyReleased { n, .. }
        | Event::CareOffered { n, .. } => Some(*n),
        _ => None,
    };
    let proposal = n.and_then(|n| case.proposals.get(&n));
    Ok(Some(FactRow {
        period: now.day().half_year(),
        unit: case.unit.clone(),
        force: case.asking_force().cloned(),
        class: class.as_str(),
        outcome: proposal.map(|p| p.outcome.as_str().to_owned()),
        basis: proposal.and_then(|p| p.basis).map(|basis| basis.as_str().to_owned()),
        age_band: case.facts.as_ref().map(|facts| match facts.person.age {
            None => "unknown",
            Some(age) if age < 18 => "under-18",
            Some(_) => "adult",
        }),
        link,
        id,
        minutes: None,
    }))
}
