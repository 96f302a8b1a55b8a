//! What is known of the person: whatever the case has, or nothing.

/// A calendar day. It is only compared with what stands in a text, so that no calendar is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Year, such as 1987.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `year-month-day`, as a case keeps a date of birth.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let day = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        ((1..=12).contains(&day.month) && (1..=31).contains(&day.day)).then_some(day)
    }
}

impl std::fmt::Debug for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Day(…)")
    }
}

/// What is known of the person whom a text must not identify. Every field may be empty.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Full names: the recorded one, former ones, those somebody goes by. "Given Family" or "Family, Given".
    pub names: Vec<String>,
    /// Date of birth.
    pub born: Option<Day>,
    /// NHS number, ten digits, however spaced.
    pub nhs_number: Option<String>,
    /// Addresses, their parts set apart by commas or lines.
    pub addresses: Vec<String>,
    /// Telephone numbers, however spaced.
    pub telephones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Names of relatives and of others close to the person.
    pub relatives: Vec<String>,
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Known(…)")
    }
}

impl Known {
    /// Every text of it.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.names, &self.addresses, &self.telephones, &self.emails, &self.relatives]
            .into_iter()
            .flatten()
            .chain(&self.nhs_number)
            .map(String::as_str)
    }
}
