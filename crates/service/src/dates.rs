//! Days and times as pages show them, in the language of the request. What is stored or sent keeps
//! [`Day::for_people`] and [`Moment::for_people`], which are English.

use casework::time::{Day, Moment};
use tlog::entry::{Half, Period, Week};

/// A day or a time that pages show.
pub trait ForReaders {
    /// As whoever reads the page writes it: `22 November 2026` or `22 Tachwedd 2026`, with `, 14:05` where it is a time, in
    /// London.
    fn for_readers(self) -> String;
}

impl ForReaders for Day {
    fn for_readers(self) -> String {
        in_parts("date-day", self).into()
    }
}

impl ForReaders for Moment {
    fn for_readers(self) -> String {
        in_parts("date-moment", self.day()).with("time", self.clock()).into()
    }
}

impl ForReaders for Week {
    /// By its Monday: nobody but calendars counts weeks.
    fn for_readers(self) -> String {
        match monday(self) {
            Some(first) => ::words::phrase("date-week").with("first", first.for_readers()).say(),
            None => self.to_string(),
        }
    }
}

impl ForReaders for Period {
    fn for_readers(self) -> String {
        let said = match self.half() {
            Half::First => ::words::phrase("date-first-half"),
            Half::Second => ::words::phrase("date-second-half"),
        };
        said.with("year", self.year().to_string()).say()
    }
}

/// A week as it is stored, `2026-W47`, for people; what is none, as it is.
#[must_use]
pub fn week(stored: &str) -> String {
    Week::parse(stored).map_or_else(|| stored.to_owned(), ForReaders::for_readers)
}

/// A half-year as it is stored, `2026-H2`, for people; what is none, as it is.
#[must_use]
pub fn half_year(stored: &str) -> String {
    Period::parse(stored).map_or_else(|| stored.to_owned(), ForReaders::for_readers)
}

/// The first day of a week as it is stored.
#[must_use]
pub fn first_of_week(stored: &str) -> Option<Day> {
    monday(Week::parse(stored)?)
}

/// ISO 8601: the fourth of January lies in the first week of its year.
fn monday(week: Week) -> Option<Day> {
    let fourth = Day::parse(&format!("{:04}-01-04", week.year()))?;
    let since_monday = i64::from(fourth.0.weekday().to_monday_zero_offset());
    Some(fourth.plus_days(7 * (i64::from(week.week()) - 1) - since_monday))
}

fn in_parts(id: &'static str, Day(date): Day) -> ::words::Phrase {
    ::words::phrase(id)
        .with("day", date.day().to_string())
        .with("month", ::words::coded_or("date-month", &date.month().to_string()))
        .with("year", date.year().to_string())
}

#[cfg(test)]
mod tests {
    use super::{ForReaders as _, first_of_week, half_year, week};
    use ::words::{Language, Scope};
    use casework::time::{Day, Moment};

    #[test]
    fn in_english_they_read_as_the_domain_writes_them() {
        for at in [0, 1_764_000_000, 1_780_000_000, 1_793_000_000, 1_700_000_001] {
            let at = Moment(at);
            assert_eq!(at.for_readers(), at.for_people());
            assert_eq!(at.day().for_readers(), at.day().for_people());
        }
    }

    #[test]
    fn weeks_and_half_years_are_said_by_their_days_and_months() {
        for (stored, said) in [
            ("2026-W48", "week from 23 November 2026"),
            ("2026-W01", "week from 29 December 2025"),
            ("2026-W53", "week from 28 December 2026"),
            ("2027-W01", "week from 4 January 2027"),
            ("no week", "no week"),
        ] {
            assert_eq!(week(stored), said);
        }
        assert_eq!(half_year("2026-H2"), "July to December 2026");
        assert_eq!(half_year("2027-H1"), "January to June 2027");
        assert_eq!(half_year("2027-H3"), "2027-H3");
        // Every week begins in itself.
        for stored in ["2020-W53", "2024-W09", "2025-W52"] {
            assert_eq!(first_of_week(stored).map(Day::week).as_deref(), Some(stored));
        }
    }

    #[test]
    fn in_welsh_they_have_welsh_months() {
        let here = Scope { language: Language::Welsh, address: None };
        let said = ::words::scope(here, || Day::parse("2026-11-22").unwrap().for_readers());
        assert_eq!(said, "22 Tachwedd 2026");
    }
}
