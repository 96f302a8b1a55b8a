//! What time alone makes happen to a case: notices go, deferrals lapse, what cannot go by itself is put before a person.
//!
//! Pure: the ticker hands in the time. [`wake`] says when to look again, so that nothing is scanned.

use super::telling::{telling_may_be_an_offence, under_a_ban};
use crate::{
    case::{Case, Notice, NoticeStatus, ProposalState},
    codes::NoticeRule,
    event::{Escalation, Event},
    notice,
    time::Moment,
};

pub use super::telling::sent;

/// Something that is due now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// The letter about this decision is to be written and handed to the outbox.
    Send {
        /// The decision's number.
        n: u32,
    },
    /// These events are to be recorded.
    Record(Vec<Event>),
}

/// Everything that is due in a case at this moment.
#[must_use]
pub fn due(case: &Case, now: Moment) -> Vec<Due> {
    let mut found = Vec::new();
    for (n, owed) in &case.notices {
        found.extend(notice_due(case, *n, owed, now));
    }
    let unconfirmed: Vec<Event> = case
        .proposals
        .values()
        .flat_map(|p| p.approvals.iter().map(move |a| (p.n, a)))
        .filter(|(_, a)| {
            a.telephone.is_some()
                && a.confirmed.is_none()
                && !a.escalated
                && a.at.plus(notice::TELEPHONE_CONFIRM_SECONDS) < now
        })
        .map(|(n, a)| Event::TelephoneApprovalEscalated { n, approval: a.approval })
        .collect();
    if !unconfirmed.is_empty() {
        found.push(Due::Record(unconfirmed));
    }
    found
}

/// Whether telling beforehand is recorded as unsafe and the disclosure is still to be released.
fn held_until_release(case: &Case, n: u32, owed: &Notice) -> bool {
    case.proposals.get(&n).is_some_and(|p| {
        owed.rule == p.notice.rule
            && notice::holds_release(p.notice.rule)
            && (p.notice_unsafe || p.notice.reasons.is_some())
            && p.state == ProposalState::Decided
    })
}

/// From when a notice may go by itself.
fn goes_from(case: &Case, n: u32, owed: &Notice) -> Option<Moment> {
    let NoticeStatus::Due(day) = owed.status else { return None };
    // What is owed about a breach is owed at once.
    if case.breaches.contains_key(&n) {
        return Some(owed.since);
    }
    let plan = &case.proposals.get(&n)?.notice;
    // Directed by legal or the reviewer: the plan's own rule no longer holds it.
    if owed.rule != plan.rule {
        return Some(owed.since);
    }
    if owed.rule == NoticeRule::MayDeferWithReview && plan.last_day.is_none() {
        return Some(owed.since);
    }
    if owed.rule == NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify && case.sent > owed.since {
        return Some(case.sent);
    }
    if held_until_release(case, n, owed) {
        return None;
    }
    notice::may_go_from(plan, owed.since, day)
}

/// Whether a letter about a breach would tell what the law may forbid to tell: then it waits for legal and the panel,
/// who know of both, unless one of them has directed it already.
fn breach_is_held(case: &Case, n: u32, owed: &Notice) -> bool {
    case.breaches.contains_key(&n)
        && !owed.directed
        && case.notices.iter().filter(|(other, _)| **other != n).any(|(_, other)| match other.status {
            NoticeStatus::Deferred(ground, _) => telling_may_be_an_offence(ground),
            NoticeStatus::Escalated(to) => to == Escalation::LegalAndPanel,
            NoticeStatus::Due(_) => under_a_ban(other.rule),
            NoticeStatus::Lapsed | NoticeStatus::Sent(_) | NoticeStatus::Never => false,
        })
}

fn notice_due(case: &Case, n: u32, owed: &Notice, now: Moment) -> Option<Due> {
    let waits = matches!(owed.status, NoticeStatus::Due(_) | NoticeStatus::Lapsed);
    if waits && breach_is_held(case, n, owed) {
        return Some(Due::Record(vec![Event::NoticeEscalated { n, to: Escalation::LegalAndPanel }]));
    }
    let fresh = notice::route_is_fresh(case, n, now);
    match owed.status {
        NoticeStatus::Due(day) => {
            if goes_from(case, n, owed).is_some_and(|from| from <= now) {
                if under_a_ban(owed.rule) {
                    return Some(Due::Record(vec![Event::NoticeEscalated {
                        n,
                        to: Escalation::LegalAndPanel,
                    }]));
                }
                if fresh {
                    return Some(Due::Send { n });
                }
            }
            day.is_some_and(|day| day.end() < now)
                .then(|| Due::Record(vec![Event::NoticeEscalated { n, to: Escalation::NoSafeRoute }]))
        }
        NoticeStatus::Deferred(ground, last_day) => {
            if last_day.end() >= now {
                return None;
            }
            let mut events = vec![Event::NoticeLapsed { n }];
            if telling_may_be_an_offence(ground) {
                events.push(Event::NoticeEscalated { n, to: Escalation::LegalAndPanel });
            } else if !fresh {
                events.push(Event::NoticeEscalated { n, to: Escalation::NoSafeRoute });
            }
            Some(Due::Record(events))
        }
        NoticeStatus::Lapsed => Some(if fresh {
            Due::Send { n }
        } else {
            Due::Record(vec![Event::NoticeEscalated { n, to: Escalation::NoSafeRoute }])
        }),
        NoticeStatus::Escalated(Escalation::NoSafeRoute) => {
            (fresh && !held_until_release(case, n, owed)).then_some(Due::Send { n })
        }
        NoticeStatus::Escalated(Escalation::LegalAndPanel | Escalation::TelephoneUnconfirmed)
        | NoticeStatus::Sent(_)
        | NoticeStatus::Never => None,
    }
}

/// When time next makes something happen to a case that stands as it does after its last event; `None` for never.
///
/// It is a function of the events alone, so that rebuilding gives the same. It may be early, never late.
#[must_use]
pub fn wake(case: &Case) -> Option<Moment> {
    let now = case.updated;
    if !due(case, now).is_empty() {
        return Some(now);
    }
    let notices = case.notices.iter().flat_map(|(n, owed)| match owed.status {
        NoticeStatus::Due(day) => {
            // Without a safe route nothing goes before the due day has passed; a route recorded later is an event.
            let from = goes_from(case, *n, owed)
                .filter(|_| notice::route_is_fresh(case, *n, now) || under_a_ban(owed.rule));
            vec![from, day.map(|day| day.end().plus(1))]
        }
        NoticeStatus::Deferred(_, last_day) => vec![Some(last_day.end().plus(1))],
        NoticeStatus::Lapsed | NoticeStatus::Escalated(_) | NoticeStatus::Sent(_) | NoticeStatus::Never => {
            Vec::new()
        }
    });
    let calls = case.proposals.values().flat_map(|p| p.approvals.iter()).map(|a| {
        (a.telephone.is_some() && a.confirmed.is_none() && !a.escalated)
            .then(|| a.at.plus(notice::TELEPHONE_CONFIRM_SECONDS + 1))
    });
    notices.chain(calls).flatten().filter(|at| *at > now).min()
}

/// When to look again at a case that was looked at just now and for which nothing was due.
#[must_use]
pub fn wake_after(case: &Case, now: Moment) -> Option<Moment> {
    let mut later = case.clone();
    later.updated = now;
    wake(&later)
}
