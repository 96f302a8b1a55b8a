//! Which week and which half-year a London day falls in, as the ledger writes them.

use crate::error::{Answer, ServiceError};
use casework::time::Day;
use tlog::entry::{Half, Period, Week};

/// The ISO week of a day.
pub(crate) fn week_of(day: Day) -> Answer<Week> {
    Week::parse(&day.week()).ok_or(ServiceError::Broken("a day has no week"))
}

/// The half-year of a day.
pub(crate) fn period_of(day: Day) -> Answer<Period> {
    Period::parse(&day.half_year()).ok_or(ServiceError::Broken("a day has no half-year"))
}

/// The last day of a half-year.
pub(crate) fn last_day(period: Period) -> Answer<Day> {
    let end = match period.half() {
        Half::First => "06-30",
        Half::Second => "12-31",
    };
    Day::parse(&format!("{:04}-{end}", period.year()))
        .ok_or(ServiceError::Broken("a half-year has no last day"))
}
