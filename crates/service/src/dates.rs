//! Days and times as pages show them, in the language of the request. What is stored or sent keeps
//! [`Day::for_people`] and [`Moment::for_people`], which are English.

use casework::time::{Day, Moment};

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

fn in_parts(id: &'static str, Day(date): Day) -> ::words::Phrase {
    ::words::phrase(id)
        .with("day", date.day().to_string())
        .with("month", ::words::coded_or("date-month", &date.month().to_string()))
        .with("year", date.year().to_string())
}

#[cfg(test)]
mod tests {
    use super::ForReaders as _;
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
    fn in_welsh_they_have_welsh_months() {
        let here = Scope { language: Language::Welsh, address: None };
        let said = ::words::scope(here, || Day::parse("2026-11-22").unwrap().for_readers());
        assert_eq!(said, "22 Tachwedd 2026");
    }
}
