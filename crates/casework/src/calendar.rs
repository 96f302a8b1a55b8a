//! Working days of England and Wales: Monday to Friday without the bank holidays of the Banking and Financial
//! Dealings Act 1971 and the two common-law ones (Good Friday and Christmas Day).
//!
//! The holidays are computed; a holiday moved or added by proclamation in one year stands in [`PROCLAIMED`].

use crate::time::Day;
use jiff::civil::{Date, Weekday};

/// Days added (`true`) or taken away (`false`) by royal proclamation.
/// Source: the published list of bank holidays of the United Kingdom.
const PROCLAIMED: &[(i16, i8, i8, bool)] = &[
    (2020, 5, 4, false),
    (2020, 5, 8, true),
    (2022, 5, 30, false),
    (2022, 6, 2, true),
    (2022, 6, 3, true),
    (2022, 9, 19, true),
    (2023, 5, 8, true),
];

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm that Butcher published in 1877), as month and day.
fn easter(year: i16) -> (i8, i8) {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let leap_centuries = century / 4;
    let epact = (19 * golden + century - leap_centuries - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * correction + 114;
    (i8::try_from(sum / 31).unwrap_or(4), i8::try_from(sum % 31 + 1).unwrap_or(1))
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether this is a fixed holiday, or the substitute weekday for one that fell on a weekend.
fn is_fixed_or_substitute(day: Date) -> bool {
    let (month, dom, weekday) = (day.month(), day.day(), day.weekday());
    match month {
        1 => dom == 1 || (weekday == Weekday::Monday && (dom == 2 || dom == 3)),
        12 => {
            dom == 25
                || dom == 26
                // Christmas on a Saturday gives the 27th and 28th, on a Sunday the 27th (Boxing Day is the Monday);
                // Boxing Day on a Saturday gives the 28th, on a Sunday the 27th and 28th together with Christmas.
                || (dom == 27 && matches!(weekday, Weekday::Monday | Weekday::Tuesday))
                || (dom == 28 && matches!(weekday, Weekday::Monday | Weekday::Tuesday))
        }
        _ => false,
    }
}

/// Whether this is a bank holiday in England and Wales.
#[must_use]
pub fn is_bank_holiday(day: Day) -> bool {
    let date = day.0;
    if let Some(&(.., added)) =
        PROCLAIMED.iter().find(|(y, m, d, _)| (*y, *m, *d) == (date.year(), date.month(), date.day()))
    {
        return added;
    }
    let monday = date.weekday() == Weekday::Monday;
    let (easter_month, easter_day) = easter(date.year());
    let from_easter = Date::new(date.year(), easter_month, easter_day)
        .and_then(|sunday| date.since(sunday))
        .map_or(i32::MAX, |span| span.get_days());
    is_fixed_or_substitute(date)
        || from_easter == -2
        || from_easter == 1
        || (monday && date.month() == 5 && (date.day() <= 7 || date.day() >= 25))
        || (monday && date.month() == 8 && date.day() >= 25)
}

/// Whether offices work on this day.
#[must_use]
pub fn is_working_day(day: Day) -> bool {
    !is_weekend(day.0) && !is_bank_holiday(day)
}

/// The day that is so many working days after `day`; `day` itself is not counted.
#[must_use]
pub fn working_days_after(day: Day, count: u32) -> Day {
    let mut left = count;
    let mut at = day;
    while left > 0 {
        at = at.plus_days(1);
        if is_working_day(at) {
            left -= 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// The days published by the government for England and Wales.
    const PUBLISHED: &[&str] = &[
        "2020-01-01",
        "2020-04-10",
        "2020-04-13",
        "2020-05-08",
        "2020-05-25",
        "2020-08-31",
        "2020-12-25",
        "2020-12-28",
        "2021-01-01",
        "2021-04-02",
        "2021-04-05",
        "2021-05-03",
        "2021-05-31",
        "2021-08-30",
        "2021-12-27",
        "2021-12-28",
        "2022-01-03",
        "2022-04-15",
        "2022-04-18",
        "2022-05-02",
        "2022-06-02",
        "2022-06-03",
        "2022-08-29",
        "2022-09-19",
        "2022-12-26",
        "2022-12-27",
        "2023-01-02",
        "2023-04-07",
        "2023-04-10",
        "2023-05-01",
        "2023-05-08",
        "2023-05-29",
        "2023-08-28",
        "2023-12-25",
        "2023-12-26",
        "2024-01-01",
        "2024-03-29",
        "2024-04-01",
        "2024-05-06",
        "2024-05-27",
        "2024-08-26",
        "2024-12-25",
        "2024-12-26",
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-05-05",
        "2025-05-26",
        "2025-08-25",
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-05-03",
        "2027-05-31",
        "2027-08-30",
        "2027-12-27",
        "2027-12-28",
    ];

    #[test]
    fn weekday_holidays_of_2020_to_2027_are_the_published_ones() {
        let mut found = Vec::new();
        let mut at = day("2020-01-01");
        while at <= day("2027-12-31") {
            if !is_weekend(at.0) && is_bank_holiday(at) {
                found.push(at.to_string());
            }
            at = at.plus_days(1);
        }
        assert_eq!(found, PUBLISHED);
    }

    #[test]
    fn working_days_pass_over_weekends_and_holidays() {
        assert_eq!(working_days_after(day("2026-12-24"), 2), day("2026-12-30"));
        assert_eq!(working_days_after(day("2026-11-20"), 1), day("2026-11-23"));
    }
}
