//! When a notice is due under each rule. The day counts are Candour's own policy, not law.

use crate::{
    calendar::working_days_after,
    case::{Case, SafeRoute},
    codes::NoticeRule,
    event::{ClockStart, NoticePlan},
    time::{DAY_SECONDS, Day, Moment},
};

/// How long a recorded safe route counts as confirmed, in seconds: seven days.
pub const ROUTE_FRESH_SECONDS: i64 = 7 * DAY_SECONDS;

/// Within how many seconds an approval by telephone must be confirmed: 24 hours.
pub const TELEPHONE_CONFIRM_SECONDS: i64 = DAY_SECONDS;

/// The safe route by which a notice goes: that of the case's person, or of whoever a breach wrongly concerns.
#[must_use]
pub fn route_of(case: &Case, n: u32) -> Option<&SafeRoute> {
    match case.breaches.get(&n).filter(|breach| breach.concerns_another()) {
        Some(breach) => breach.route.as_ref(),
        None => case.route.as_ref(),
    }
}

/// Whether the safe route of a notice is recorded and was confirmed within the last seven days.
#[must_use]
pub fn route_is_fresh(case: &Case, n: u32, now: Moment) -> bool {
    route_of(case, n).is_some_and(|route| now <= route.confirmed.plus(ROUTE_FRESH_SECONDS))
}

/// The day by which a notice is due, counted from the decision; `None` where its clock has not started.
#[must_use]
pub fn due_on_decision(plan: &NoticePlan, decided: Moment) -> Option<Day> {
    let day = decided.day();
    match plan.rule {
        NoticeRule::NotifyNow
        | NoticeRule::NotifyNowChildParentOnlyIfChildAgrees
        | NoticeRule::NotifyChildAndParentUnlessUnsafe => Some(working_days_after(day, 2)),
        // Before the release; where that is unsafe, three working days after it. Until it is released the later
        // of the two bounds is not known, and the release itself waits for the notice.
        NoticeRule::NotifyBeforeDisclosureUnlessUnsafe => Some(working_days_after(day, 3)),
        NoticeRule::NotifyParentOrCarerNow => Some(day),
        NoticeRule::NotifyViaSafeContactAgreedWithPatient
        | NoticeRule::NotifyRepresentativeOrOnRecovery
        | NoticeRule::NotifyNextOfKinViaCoroner => Some(working_days_after(day, 5)),
        // Held for completion or five working days, then as notify-now.
        NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify => {
            Some(working_days_after(working_days_after(day, 5), 2))
        }
        NoticeRule::LegalHoldIndependentReviewEvery28Days => plan.last_day,
        // It may be put off; where it is not, it is owed as any other.
        NoticeRule::MayDeferWithReview => Some(plan.last_day.unwrap_or_else(|| working_days_after(day, 2))),
        NoticeRule::AsOrderDirects => plan.ban_ends_on.map(|end| working_days_after(end.max(day), 2)),
        NoticeRule::NotifyOnFinding
        | NoticeRule::NotifyOnRecoveryWithin72Hours
        | NoticeRule::NoNoticeNoPersonIdentified => None,
    }
}

/// The day by which a notice is due once its clock has been started by a finding or a recovery.
#[must_use]
pub fn due_after(rule: NoticeRule, start: ClockStart, at: Moment) -> Option<Day> {
    match (rule, start) {
        (NoticeRule::NotifyOnFinding, ClockStart::Found) => Some(working_days_after(at.day(), 2)),
        (NoticeRule::NotifyOnRecoveryWithin72Hours, ClockStart::Recovered) => {
            Some(at.plus(3 * DAY_SECONDS).day())
        }
        _ => None,
    }
}

/// Whether the release waits for the notice unless a clinician records that telling beforehand is unsafe.
#[must_use]
pub const fn holds_release(rule: NoticeRule) -> bool {
    matches!(rule, NoticeRule::NotifyBeforeDisclosureUnlessUnsafe)
}

/// Whether the rule puts notice off, so that a last day is needed.
#[must_use]
pub const fn defers(rule: NoticeRule) -> bool {
    matches!(rule, NoticeRule::MayDeferWithReview | NoticeRule::LegalHoldIndependentReviewEvery28Days)
}

/// The first moment at which a notice may go by itself, given a safe route; `None` while its clock has not started.
#[must_use]
pub fn may_go_from(plan: &NoticePlan, since: Moment, due: Option<Day>) -> Option<Moment> {
    match plan.rule {
        NoticeRule::MayDeferWithReview | NoticeRule::LegalHoldIndependentReviewEvery28Days => {
            plan.last_day.map(|day| day.end().plus(1))
        }
        NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify => {
            Some(working_days_after(since.day(), 5).end().plus(1))
        }
        NoticeRule::AsOrderDirects => plan.ban_ends_on.map(|end| end.end().plus(1)),
        NoticeRule::NotifyOnFinding | NoticeRule::NotifyOnRecoveryWithin72Hours => due.map(|_| since),
        NoticeRule::NoNoticeNoPersonIdentified => None,
        NoticeRule::NotifyNow
        | NoticeRule::NotifyNowChildParentOnlyIfChildAgrees
        | NoticeRule::NotifyChildAndParentUnlessUnsafe
        | NoticeRule::NotifyBeforeDisclosureUnlessUnsafe
        | NoticeRule::NotifyParentOrCarerNow
        | NoticeRule::NotifyViaSafeContactAgreedWithPatient
        | NoticeRule::NotifyRepresentativeOrOnRecovery
        | NoticeRule::NotifyNextOfKinViaCoroner => Some(since),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(rule: NoticeRule) -> NoticePlan {
        NoticePlan { rule, ground: None, last_day: None, ban_ends_on: None, reasons: None }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn every_rule_is_due_on_the_day_that_its_row_says() {
        // Thursday 24 December 2026: the 25th and 28th are bank holidays.
        let decided = day("2026-12-24").start();
        let check = |rule, expected: Option<&str>| {
            assert_eq!(due_on_decision(&plan(rule), decided), expected.map(day), "{rule}");
        };
        check(NoticeRule::NotifyNow, Some("2026-12-30"));
        check(NoticeRule::NotifyParentOrCarerNow, Some("2026-12-24"));
        check(NoticeRule::NotifyNextOfKinViaCoroner, Some("2027-01-05"));
        check(NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify, Some("2027-01-07"));
        check(NoticeRule::NotifyOnFinding, None);
        check(NoticeRule::NoNoticeNoPersonIdentified, None);
        assert_eq!(
            due_after(NoticeRule::NotifyOnRecoveryWithin72Hours, ClockStart::Recovered, decided),
            Some(day("2026-12-27"))
        );
        assert_eq!(due_after(NoticeRule::NotifyOnFinding, ClockStart::Recovered, decided), None);
    }
}
