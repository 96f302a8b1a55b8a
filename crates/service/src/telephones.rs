//! The telephone numbers of units: what officers ring in an emergency, and people about their page.
//!
//! They come from the configuration and are in no event: a number is nobody's data, and decides nothing. Whoever may write
//! the configuration decides whom people reach under it, which docs/OPERATING.md says.

use crate::engine::Service;
use casework::id::UnitId;
use serde::Deserialize;
use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

/// How many digits a number has: 999 has three, and none has more than fifteen (ITU-T E.164, 6.2.1).
const DIGITS: RangeInclusive<usize> = 3..=15;

/// A telephone number as people read it: digits in groups, perhaps with a `+` before them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Telephone(String);

/// Why something is no telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a telephone number has 3 to 15 digits, in groups with single spaces between them, and perhaps a + before them"
)]
pub struct TelephoneError;

/// Those of units, by identifier.
pub type Telephones = BTreeMap<UnitId, Telephone>;

impl Telephone {
    /// Reads one.
    ///
    /// # Errors
    /// [`TelephoneError`] for anything else than digits in groups.
    pub fn parse(text: &str) -> Result<Self, TelephoneError> {
        let groups = text.strip_prefix('+').unwrap_or(text);
        let digits = groups.bytes().filter(u8::is_ascii_digit).count();
        let grouped = groups
            .split(' ')
            .all(|group| !group.is_empty() && group.bytes().all(|sign| sign.is_ascii_digit()));
        if grouped && DIGITS.contains(&digits) { Ok(Self(text.to_owned())) } else { Err(TelephoneError) }
    }

    /// As people read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is dialled, for an address of the kind `tel:` (RFC 3966).
    #[must_use]
    pub fn dialled(&self) -> String {
        self.0.replace(' ', "")
    }
}

impl TryFrom<String> for Telephone {
    type Error = TelephoneError;

    fn try_from(text: String) -> Result<Self, TelephoneError> {
        Self::parse(&text)
    }
}

impl Service {
    /// The same service with these numbers of units.
    #[must_use]
    pub fn with_telephones(mut self, numbers: Telephones) -> Self {
        self.telephones = Arc::new(numbers);
        self
    }

    /// The number of a unit, where it has one.
    #[must_use]
    pub fn telephone(&self, unit: &UnitId) -> Option<Telephone> {
        self.telephones.get(unit).cloned()
    }

    /// The units that have a number: their names and numbers.
    pub async fn telephones(&self) -> Vec<(String, Telephone)> {
        let places = self.places().await;
        let named = |(id, number): (&UnitId, &Telephone)| {
            places.units.get(id).map(|unit| (unit.title.clone(), number.clone()))
        };
        self.telephones.iter().filter_map(named).collect()
    }

    /// For which identifiers there is a number and no unit; none while a record has no units at all yet.
    pub async fn telephones_of_nobody(&self) -> Vec<UnitId> {
        let places = self.places().await;
        let unknown = self.telephones.keys().filter(|id| !places.units.contains_key(*id));
        if places.units.is_empty() { Vec::new() } else { unknown.cloned().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_digits_in_groups_and_is_dialled_without_its_spaces() {
        for (written, dialled) in
            [("020 7946 0018", "02079460018"), ("+44 161 496 0018", "+441614960018"), ("999", "999")]
        {
            let number = Telephone::parse(written).unwrap();
            assert_eq!((number.as_str(), number.dialled().as_str()), (written, dialled));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for wrong in [
            "",
            "+",
            "99",
            "020  7946 0018",
            " 999",
            "999 ",
            "020-7946-0018",
            "(020) 7946 0018",
            "0123456789012345",
            "call us",
            "999\"><script>",
            "٩٩٩",
        ] {
            assert_eq!(Telephone::parse(wrong), Err(TelephoneError), "{wrong}");
        }
    }
}
