//! A guardian's written delegation to a deputy, and who is on the rota.
//!
//! The Caldicott Guardian is an adviser by origin; whoever decides in their place does so under a written delegation of the
//! trust, with a first and a last day (National Data Guardian guidance of 2021). An administrator lists who is a deputy and
//! keeps the rota; the guardian delegates; the two are never the same person.

use crate::{
    actor::{Actor, Place, Role},
    codes::Approval,
    id::IndividualId,
    refusal::Refusal,
    time::{Day, HOUR, Moment},
};
use serde::{Deserialize, Serialize};

/// The longest delegation, in days: after a year it is written again. Candour's own limit, not the law's.
pub const DELEGATION_DAYS_MAX: i64 = 366;
/// The hour of the next morning at which a night on call ends, London time.
const NIGHT_ENDS_HOUR: i64 = 9;

/// How far a delegation reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Emergencies while the deputy is on call.
    OnCall,
    /// Every approval of a guardian.
    Every,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 2] = [Self::OnCall, Self::Every];

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OnCall => "on-call",
            Self::Every => "every",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == code)
    }

    /// For people.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::OnCall => "emergencies while on call",
            Self::Every => "every approval of the Caldicott Guardian",
        }
    }
}

/// A list that administrators keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RotaKind {
    /// Who is on duty in a unit.
    Duty,
    /// Which guardian or deputy of a trust is on call.
    OnCall,
    /// Who is a deputy, and so approves under a delegation alone.
    Deputy,
}

impl RotaKind {
    /// Every list.
    pub const ALL: [Self; 3] = [Self::Duty, Self::OnCall, Self::Deputy];

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::OnCall => "on-call",
            Self::Deputy => "deputy",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == code)
    }
}

/// A delegation, as far as it says what a deputy may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// How far it reaches.
    pub scope: Scope,
    /// Whether the guardian revoked it.
    pub revoked: bool,
}

/// What is done in the guardian's place, as far as a delegation tells it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// An approval.
    Approval(Approval),
    /// Any other decision of a guardian.
    Decision,
    /// What cannot wait for the morning: a recall, and writing down what another approved by telephone.
    Protection,
}

/// In which right somebody acts as a guardian.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// In their own.
    #[default]
    Own,
    /// As a deputy.
    Deputy {
        /// What was delegated to them, in any order.
        delegations: Vec<Delegation>,
        /// Whether they are on call at that moment.
        on_call: bool,
    },
    /// In none that is known: the trust has several guardians, and nobody has listed which of them are deputies.
    ///
    /// SECURITY: a trust has one Caldicott Guardian. Whoever is let in beside them is nobody's guardian by not having been
    /// listed.
    Unclear,
}

impl Standing {
    /// Refuses an act in the guardian's place that no delegation covers on that day.
    ///
    /// # Errors
    /// [`Refusal::NotDelegated`], [`Refusal::DelegationNotYet`], [`Refusal::DelegationEnded`],
    /// [`Refusal::DelegationRevoked`], [`Refusal::BeyondDelegation`], [`Refusal::NotOnCall`], [`Refusal::WhoIsGuardian`].
    pub fn permits(&self, act: Act, day: Day) -> Result<(), Refusal> {
        let (delegations, on_call) = match self {
            Self::Own => return Ok(()),
            Self::Unclear => return Err(Refusal::WhoIsGuardian),
            Self::Deputy { delegations, on_call } => (delegations, *on_call),
        };
        let standing: Vec<&Delegation> = delegations.iter().filter(|one| !one.revoked).collect();
        let today: Vec<&&Delegation> =
            standing.iter().filter(|one| one.first <= day && day <= one.last).collect();
        if today.is_empty() {
            return Err(none_today(delegations, &standing, day));
        }
        let every = today.iter().any(|one| one.scope == Scope::Every);
        let (may, otherwise) = match act {
            Act::Approval(Approval::OnCallGuardianDeputyThenReviewWithin24h) => (on_call, Refusal::NotOnCall),
            Act::Protection => (on_call || every, Refusal::NotOnCall),
            Act::Approval(_) | Act::Decision => (every, Refusal::BeyondDelegation),
        };
        if may { Ok(()) } else { Err(otherwise) }
    }
}

/// Why there is none for the day: the precise reason, so that a deputy at night knows whom to ring.
fn none_today(all: &[Delegation], standing: &[&Delegation], day: Day) -> Refusal {
    if let Some(next) = standing.iter().map(|one| one.first).filter(|first| *first > day).min() {
        return Refusal::DelegationNotYet(next);
    }
    if all.iter().any(|one| one.revoked && one.first <= day && day <= one.last) {
        return Refusal::DelegationRevoked;
    }
    match standing.iter().map(|one| one.last).max() {
        Some(last) => Refusal::DelegationEnded(last),
        None => Refusal::NotDelegated,
    }
}

/// Whether somebody is on call: on a day of theirs, or in the night that begins on one and ends at nine in the morning.
#[must_use]
pub fn is_on_call(spans: &[(Day, Day)], now: Moment) -> bool {
    let today = now.day();
    let on = |day: Day| spans.iter().any(|(first, last)| *first <= day && day <= *last);
    let night = now.0 - today.start().0 < NIGHT_ENDS_HOUR * HOUR;
    on(today) || (night && on(today.plus_days(-1)))
}

/// Refuses an entry of the rota unless an administrator makes it, about somebody else, who has the part that it is about.
///
/// # Errors
/// [`Refusal::NotYourRole`], [`Refusal::SamePerson`], [`Refusal::NotForRota`], [`Refusal::RotaDays`].
pub fn keep(
    actor: &Actor,
    kind: RotaKind,
    whom: &Actor,
    days: Option<(Day, Day)>,
    today: Day,
) -> Result<(), Refusal> {
    if actor.role != Role::Administrator {
        return Err(Refusal::NotYourRole);
    }
    if actor.individual == whom.individual {
        return Err(Refusal::SamePerson);
    }
    let fits = match kind {
        RotaKind::Duty => {
            matches!(whom.role, Role::Clinician | Role::SecondClinician)
                && matches!(whom.place, Place::Unit(_))
        }
        RotaKind::OnCall | RotaKind::Deputy => {
            whom.role == Role::Guardian && matches!(whom.place, Place::Trust(_))
        }
    };
    if !fits {
        return Err(Refusal::NotForRota);
    }
    match (kind, days) {
        (RotaKind::Deputy, _) => Ok(()),
        (_, Some((first, last))) if spans(first, last, today) => Ok(()),
        _ => Err(Refusal::RotaDays),
    }
}

/// What has to be known of whoever is to be a deputy.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub actor: Actor,
    /// The human being who listed them as a deputy; `None` where nobody did.
    pub listed_by: Option<IndividualId>,
}

/// Refuses a delegation unless a guardian in their own right gives it, to somebody else of their trust whom an
/// administrator, another person, has listed as a deputy, for days that are to come and not too many.
///
/// # Errors
/// [`Refusal::NotYourRole`], [`Refusal::DeputyDelegates`], [`Refusal::NoDeputy`], [`Refusal::SamePerson`],
/// [`Refusal::DelegationDays`].
pub fn give(
    actor: &Actor,
    standing: &Standing,
    to: &Candidate,
    (first, last): (Day, Day),
    today: Day,
) -> Result<(), Refusal> {
    gives(actor, standing)?;
    if to.actor.role != Role::Guardian || to.actor.place != actor.place {
        return Err(Refusal::NoDeputy);
    }
    let Some(listed_by) = &to.listed_by else { return Err(Refusal::NoDeputy) };
    if to.actor.individual == actor.individual || *listed_by == actor.individual {
        return Err(Refusal::SamePerson);
    }
    if spans(first, last, today) { Ok(()) } else { Err(Refusal::DelegationDays) }
}

/// Refuses unless a guardian acts in their own right.
///
/// # Errors
/// [`Refusal::NotYourRole`], [`Refusal::DeputyDelegates`], [`Refusal::WhoIsGuardian`].
pub fn gives(actor: &Actor, standing: &Standing) -> Result<(), Refusal> {
    if actor.role != Role::Guardian || !matches!(actor.place, Place::Trust(_)) {
        return Err(Refusal::NotYourRole);
    }
    match standing {
        Standing::Own => Ok(()),
        Standing::Deputy { .. } => Err(Refusal::DeputyDelegates),
        Standing::Unclear => Err(Refusal::WhoIsGuardian),
    }
}

fn spans(first: Day, last: Day, today: Day) -> bool {
    first <= last && last >= today && last <= first.plus_days(DELEGATION_DAYS_MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AccountId, TrustId, UnitId};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn somebody(name: &str, role: Role, place: Place) -> Actor {
        Actor {
            account: AccountId::parse(name).unwrap(),
            individual: IndividualId::parse(name).unwrap(),
            role,
            place,
        }
    }

    fn trust() -> Place {
        Place::Trust(TrustId::parse("north-trust").unwrap())
    }

    fn delegation(first: &str, last: &str, scope: Scope, revoked: bool) -> Delegation {
        Delegation { first: day(first), last: day(last), scope, revoked }
    }

    fn deputy(delegations: Vec<Delegation>, on_call: bool) -> Standing {
        Standing::Deputy { delegations, on_call }
    }

    const GUARDIAN: Act = Act::Approval(Approval::CaldicottGuardian);
    const ON_CALL: Act = Act::Approval(Approval::OnCallGuardianDeputyThenReviewWithin24h);

    #[test]
    fn a_guardian_in_their_own_right_needs_no_delegation() {
        for act in [GUARDIAN, ON_CALL, Act::Decision, Act::Protection] {
            assert_eq!(Standing::Own.permits(act, day("2026-11-30")), Ok(()));
        }
    }

    #[test]
    fn where_nobody_says_who_is_the_guardian_nobody_is() {
        for act in [GUARDIAN, ON_CALL, Act::Decision, Act::Protection] {
            assert_eq!(Standing::Unclear.permits(act, day("2026-11-30")), Err(Refusal::WhoIsGuardian));
        }
        let grace = somebody("grace", Role::Guardian, trust());
        assert_eq!(gives(&grace, &Standing::Unclear), Err(Refusal::WhoIsGuardian));
        assert_eq!(gives(&grace, &deputy(Vec::new(), false)), Err(Refusal::DeputyDelegates));
        assert_eq!(gives(&grace, &Standing::Own), Ok(()));
    }

    #[test]
    fn a_deputy_is_refused_outside_the_days_with_the_precise_reason() {
        let week = delegation("2026-11-23", "2026-11-29", Scope::Every, false);
        let on = |day_text: &str, more: &[Delegation]| {
            let mut all = vec![week.clone()];
            all.extend_from_slice(more);
            deputy(all, true).permits(GUARDIAN, day(day_text))
        };
        assert_eq!(on("2026-11-22", &[]), Err(Refusal::DelegationNotYet(day("2026-11-23"))));
        assert_eq!(on("2026-11-23", &[]), Ok(()));
        assert_eq!(on("2026-11-29", &[]), Ok(()));
        assert_eq!(on("2026-11-30", &[]), Err(Refusal::DelegationEnded(day("2026-11-29"))));
        let revoked = delegation("2026-11-30", "2026-12-06", Scope::Every, true);
        assert_eq!(on("2026-11-30", &[revoked]), Err(Refusal::DelegationRevoked));
        let later = delegation("2026-12-07", "2026-12-13", Scope::Every, false);
        assert_eq!(on("2026-11-30", &[later]), Err(Refusal::DelegationNotYet(day("2026-12-07"))));
        assert_eq!(deputy(Vec::new(), true).permits(GUARDIAN, day("2026-11-30")), Err(Refusal::NotDelegated));
    }

    #[test]
    fn a_delegation_for_nights_on_call_opens_emergencies_while_on_call_alone() {
        let nights = vec![delegation("2026-11-23", "2026-12-29", Scope::OnCall, false)];
        let today = day("2026-11-30");
        assert_eq!(deputy(nights.clone(), true).permits(ON_CALL, today), Ok(()));
        assert_eq!(deputy(nights.clone(), false).permits(ON_CALL, today), Err(Refusal::NotOnCall));
        for act in [GUARDIAN, Act::Decision] {
            assert_eq!(deputy(nights.clone(), true).permits(act, today), Err(Refusal::BeyondDelegation));
        }
        let every = vec![delegation("2026-11-23", "2026-12-29", Scope::Every, false)];
        for act in [GUARDIAN, Act::Decision, Act::Protection] {
            assert_eq!(deputy(every.clone(), false).permits(act, today), Ok(()));
        }
        assert_eq!(deputy(every, false).permits(ON_CALL, today), Err(Refusal::NotOnCall));
        // What cannot wait is done by whoever is there at night, and by nobody without a delegation.
        assert_eq!(deputy(nights.clone(), true).permits(Act::Protection, today), Ok(()));
        assert_eq!(deputy(nights, false).permits(Act::Protection, today), Err(Refusal::NotOnCall));
        let none = deputy(Vec::new(), true).permits(Act::Protection, today);
        assert_eq!(none, Err(Refusal::NotDelegated));
    }

    #[test]
    fn a_night_on_call_ends_at_nine_in_the_morning() {
        let monday = [(day("2026-11-30"), day("2026-11-30"))];
        let at = |day_text: &str, hour: i64| is_on_call(&monday, day(day_text).start().plus(hour * HOUR));
        assert!(!at("2026-11-29", 23));
        assert!(at("2026-11-30", 0) && at("2026-11-30", 23) && at("2026-12-01", 8));
        assert!(!at("2026-12-01", 9));
    }

    #[test]
    fn administrators_keep_the_rota_and_never_put_themselves_on_it() {
        let ada = somebody("ada", Role::Administrator, Place::Service);
        let unit = Place::Unit(UnitId::parse("london").unwrap());
        let clara = somebody("clara", Role::Clinician, unit);
        let grace = somebody("grace", Role::Guardian, trust());
        let days = Some((day("2026-12-01"), day("2026-12-07")));
        let today = day("2026-11-30");
        assert_eq!(keep(&ada, RotaKind::Duty, &clara, days, today), Ok(()));
        assert_eq!(keep(&ada, RotaKind::OnCall, &grace, days, today), Ok(()));
        assert_eq!(keep(&ada, RotaKind::Deputy, &grace, None, today), Ok(()));
        assert_eq!(keep(&ada, RotaKind::OnCall, &clara, days, today), Err(Refusal::NotForRota));
        assert_eq!(keep(&ada, RotaKind::Duty, &grace, days, today), Err(Refusal::NotForRota));
        assert_eq!(keep(&grace, RotaKind::OnCall, &grace, days, today), Err(Refusal::NotYourRole));
        let also_ada = Actor { individual: ada.individual.clone(), ..grace.clone() };
        assert_eq!(keep(&ada, RotaKind::Deputy, &also_ada, None, today), Err(Refusal::SamePerson));
        for (first, last) in
            [("2026-12-02", "2026-12-01"), ("2026-11-01", "2026-11-29"), ("2026-12-01", "2027-12-31")]
        {
            let days = Some((day(first), day(last)));
            assert_eq!(
                keep(&ada, RotaKind::Duty, &clara, days, today),
                Err(Refusal::RotaDays),
                "{first} {last}"
            );
        }
        assert_eq!(keep(&ada, RotaKind::Duty, &clara, None, today), Err(Refusal::RotaDays));
    }

    #[test]
    fn a_guardian_delegates_to_a_listed_deputy_of_their_trust_and_a_deputy_to_nobody() {
        let gwen = somebody("gwen", Role::Guardian, trust());
        let grace = somebody("grace", Role::Guardian, trust());
        let days = (day("2026-12-01"), day("2027-12-01"));
        let today = day("2026-11-30");
        let ada = IndividualId::parse("ada").unwrap();
        let to = |actor: &Actor, listed_by: Option<&IndividualId>| Candidate {
            actor: actor.clone(),
            listed_by: listed_by.cloned(),
        };
        let give = |to: &Candidate| super::give(&gwen, &Standing::Own, to, days, today);
        assert_eq!(give(&to(&grace, Some(&ada))), Ok(()));
        assert_eq!(give(&to(&grace, None)), Err(Refusal::NoDeputy));
        assert_eq!(give(&to(&grace, Some(&gwen.individual))), Err(Refusal::SamePerson));
        assert_eq!(give(&to(&gwen, Some(&ada))), Err(Refusal::SamePerson));
        let elsewhere = Actor { place: Place::Trust(TrustId::parse("south").unwrap()), ..grace.clone() };
        assert_eq!(give(&to(&elsewhere, Some(&ada))), Err(Refusal::NoDeputy));
        let legal = Actor { role: Role::Legal, ..grace.clone() };
        assert_eq!(give(&to(&legal, Some(&ada))), Err(Refusal::NoDeputy));
        let every = deputy(vec![delegation("2026-11-01", "2026-12-31", Scope::Every, false)], true);
        let delegated = super::give(&gwen, &every, &to(&grace, Some(&ada)), days, today);
        assert_eq!(delegated, Err(Refusal::DeputyDelegates));
        let too_long = (day("2026-12-01"), day("2027-12-02"));
        let long = super::give(&gwen, &Standing::Own, &to(&grace, Some(&ada)), too_long, today);
        assert_eq!(long, Err(Refusal::DelegationDays));
    }

    #[test]
    fn codes_read_back() {
        for scope in Scope::ALL {
            assert_eq!(Scope::parse(scope.as_str()), Some(scope));
            assert_eq!(serde_json::to_value(scope).unwrap(), scope.as_str());
        }
        for kind in RotaKind::ALL {
            assert_eq!(RotaKind::parse(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
