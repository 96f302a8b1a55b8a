//! Moments and days. A moment is whole seconds since 1970 in UTC; a day is a calendar day in Europe/London.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A moment: whole seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// Seconds in an hour.
pub const HOUR: i64 = 3_600;
/// A minute, in seconds.
pub const MINUTE: i64 = 60;
/// Seconds in twenty-four hours (not every London day has that many).
pub const DAY_SECONDS: i64 = 24 * HOUR;

/// The zone in which the service counts days.
///
/// The zone's rules are compiled in, so this cannot fail; were they missing, days would be counted in UTC.
fn london() -> TimeZone {
    TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC)
}

impl Moment {
    /// This moment and so many seconds.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The London calendar day on which this moment falls.
    #[must_use]
    pub fn day(self) -> Day {
        Day(self.zoned().date())
    }

    fn zoned(self) -> jiff::Zoned {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(london())
    }

    /// The time of day in London: `14:05`.
    #[must_use]
    pub fn clock(self) -> String {
        self.zoned().strftime("%H:%M").to_string()
    }

    /// For people: `22 November 2026, 14:05`, London time.
    #[must_use]
    pub fn for_people(self) -> String {
        self.zoned().strftime("%-d %B %Y, %H:%M").to_string()
    }

    /// RFC 3339 in UTC, for machines.
    #[must_use]
    pub fn rfc3339(self) -> String {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
    }
}

/// A calendar day in Europe/London, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

impl Day {
    /// Reads `YYYY-MM-DD`; `None` unless that is a calendar day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [y, m, d] = parts.as_slice() else { return None };
        if (y.len(), m.len(), d.len()) != (4, 2, 2) {
            return None;
        }
        Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok().map(Self)
    }

    /// This day and so many calendar days.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days.clamp(-4_000_000, 4_000_000))))
    }

    /// The last second of this day, London time.
    #[must_use]
    pub fn end(self) -> Moment {
        let next = Self(self.0.saturating_add(jiff::Span::new().days(1)));
        Moment(next.start().0 - 1)
    }

    /// The first second of this day, London time.
    #[must_use]
    pub fn start(self) -> Moment {
        self.0.to_zoned(london()).map_or(Moment(0), |z| Moment(z.timestamp().as_second()))
    }

    /// A time of this day, London time. A time that the clocks leap over is the one an hour later; of two with one name,
    /// the first. `None` for what no clock shows.
    #[must_use]
    pub fn at(self, hour: i8, minute: i8) -> Option<Moment> {
        let time = jiff::civil::Time::new(hour, minute, 0, 0).ok()?;
        let zoned = self.0.to_datetime(time).to_zoned(london()).ok()?;
        Some(Moment(zoned.timestamp().as_second()))
    }

    /// Whole years from this day to `other`: an age, when this is a date of birth. Negative spans give zero.
    #[must_use]
    pub fn years_until(self, other: Self) -> u8 {
        let had_birthday = (other.0.month(), other.0.day()) >= (self.0.month(), self.0.day());
        let years = i32::from(other.0.year()) - i32::from(self.0.year()) - i32::from(!had_birthday);
        u8::try_from(years.clamp(0, 255)).unwrap_or(u8::MAX)
    }

    /// For people: `22 November 2026`.
    #[must_use]
    pub fn for_people(self) -> String {
        self.0.strftime("%-d %B %Y").to_string()
    }

    /// The ISO 8601 week that holds this day, such as `2026-W47`.
    #[must_use]
    pub fn week(self) -> String {
        let week = self.0.iso_week_date();
        format!("{:04}-W{:02}", week.year(), week.week())
    }

    /// The half-year that holds this day, such as `2026-H2`.
    #[must_use]
    pub fn half_year(self) -> String {
        format!("{:04}-H{}", self.0.year(), if self.0.month() <= 6 { 1 } else { 2 })
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected a calendar day, YYYY-MM-DD"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn days_are_london_days() {
        // 23:30 UTC on 30 June is half past midnight on 1 July in London.
        assert_eq!(Moment(1_782_862_200).day(), day("2026-07-01"));
    }

    #[test]
    fn only_calendar_days_are_read() {
        for bad in ["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01T"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_ends_where_the_next_begins_even_when_the_clocks_change() {
        let short = day("2026-03-29");
        assert_eq!(short.end().0 + 1 - short.start().0, 23 * HOUR);
    }

    #[test]
    fn a_time_of_day_is_london_time_whatever_the_clocks_do() {
        let check = |on: &str, hour, minute, expected: &str| {
            assert_eq!(day(on).at(hour, minute).map(Moment::rfc3339).as_deref(), Some(expected), "{on}");
        };
        check("2026-07-01", 9, 30, "2026-07-01T08:30:00Z");
        check("2026-12-01", 9, 30, "2026-12-01T09:30:00Z");
        check("2026-03-29", 1, 30, "2026-03-29T01:30:00Z");
        check("2026-10-25", 1, 30, "2026-10-25T00:30:00Z");
        assert_eq!(day("2026-07-01").at(24, 0), None);
    }

    #[test]
    fn ages_count_birthdays() {
        assert_eq!(day("2008-11-23").years_until(day("2026-11-22")), 17);
        assert_eq!(day("2008-11-22").years_until(day("2026-11-22")), 18);
        assert_eq!(day("2030-01-01").years_until(day("2026-11-22")), 0);
    }

    #[test]
    fn weeks_are_iso_weeks() {
        assert_eq!(day("2026-11-22").week(), "2026-W47");
        assert_eq!(day("2027-01-03").week(), "2026-W53");
    }
}
