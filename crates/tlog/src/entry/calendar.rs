//! Weeks and half-years as validated words. Which one a moment falls in, in Europe/London, is decided
//! elsewhere.

use std::fmt;

/// An ISO 8601 week, written `2026-W47`. Weeks compare in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: u16,
    week: u8,
}

impl Week {
    /// A week of a year; `None` unless the year has four digits and has that week.
    #[must_use]
    pub fn new(year: u16, week: u8) -> Option<Self> {
        let last = if has_53_weeks(year) { 53 } else { 52 };
        ((1000..=9999).contains(&year) && (1..=last).contains(&week)).then_some(Self { year, week })
    }

    /// Reads `2026-W47`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        Self::new(digits::<4>(year)?, u8::try_from(digits::<2>(week)?).ok()?)
    }

    /// The ISO year, which is not always the calendar year of every day in the week.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The number of the week, 1 to 53.
    #[must_use]
    pub const fn week(self) -> u8 {
        self.week
    }

    /// The week after this one; the last week of the year 9999 is its own.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year, self.week.saturating_add(1))
            .or_else(|| Self::new(self.year.saturating_add(1), 1))
            .unwrap_or(self)
    }

    /// So many weeks later.
    #[must_use]
    pub fn plus(self, weeks: u16) -> Self {
        (0..weeks).fold(self, |week, _| week.next())
    }
}

impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-W{:02}", self.year, self.week)
    }
}

/// ISO 8601: a year has 53 weeks where it begins or ends on a Thursday.
fn has_53_weeks(year: u16) -> bool {
    // Day of the week of 31 December, Sunday 0.
    let last_day = |year: u32| (year + year / 4 - year / 100 + year / 400) % 7;
    let year = u32::from(year);
    last_day(year) == 4 || (year > 0 && last_day(year - 1) == 3)
}

/// The half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// A half-year, written `2026-H2`. Periods compare in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    half: Half,
}

impl Period {
    /// A half of a year; `None` unless the year has four digits.
    #[must_use]
    pub fn new(year: u16, half: Half) -> Option<Self> {
        (1000..=9999).contains(&year).then_some(Self { year, half })
    }

    /// Reads `2026-H2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, half) = text.split_once("-H")?;
        let half = match half {
            "1" => Half::First,
            "2" => Half::Second,
            _ => return None,
        };
        Self::new(digits::<4>(year)?, half)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The half.
    #[must_use]
    pub const fn half(self) -> Half {
        self.half
    }

    /// The half-year after this one; the last one of the year 9999 is its own.
    #[must_use]
    pub fn next(self) -> Self {
        match self.half {
            Half::First => Self { half: Half::Second, ..self },
            Half::Second => Self::new(self.year.saturating_add(1), Half::First).unwrap_or(self),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = match self.half {
            Half::First => 1,
            Half::Second => 2,
        };
        write!(out, "{:04}-H{half}", self.year)
    }
}

/// Exactly `N` ASCII digits.
fn digits<const N: usize>(text: &str) -> Option<u16> {
    if text.len() == N && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_has_one_spelling_and_must_exist() {
        assert_eq!(Week::parse("2026-W47").map(|week| week.to_string()).as_deref(), Some("2026-W47"));
        // 2026 begins on a Thursday and has 53 weeks; 2025 and 2027 have 52. 2020 ends on a Thursday.
        assert!(Week::parse("2026-W53").is_some());
        assert!(Week::parse("2020-W53").is_some());
        for wrong in
            ["2025-W53", "2027-W53", "2026-W00", "2026-W54", "2026-W4", "2026W47", "26-W47", "+026-W01"]
        {
            assert_eq!(Week::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn in_400_years_71_have_53_weeks() {
        assert_eq!((2000..2400).filter(|year| has_53_weeks(*year)).count(), 71);
    }

    #[test]
    fn weeks_and_half_years_follow_each_other_over_the_turn_of_the_year() {
        let week = |text| Week::parse(text).unwrap();
        assert_eq!(week("2026-W52").next(), week("2026-W53"));
        assert_eq!(week("2026-W53").next(), week("2027-W01"));
        assert_eq!(week("2025-W52").plus(54), week("2027-W01"));
        assert_eq!(week("9999-W52").next(), week("9999-W52"));
        let period = |text| Period::parse(text).unwrap();
        assert_eq!(period("2026-H1").next(), period("2026-H2"));
        assert_eq!(period("2026-H2").next(), period("2027-H1"));
    }

    #[test]
    fn a_period_is_a_half_year() {
        assert_eq!(Period::parse("2026-H2"), Period::new(2026, Half::Second));
        assert!(Period::parse("2026-H1") < Period::parse("2026-H2"));
        for wrong in ["2026-H0", "2026-H3", "2026-H02", "2026H2", "2026-Q1", ""] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }
}
