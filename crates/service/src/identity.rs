//! Who a case is about: name, date of birth, NHS number, address. Sealed under the identity key, never logged.

use crate::{error::Fault, text::Text};
use casework::time::Day;
use serde_json::{Value, json};

/// An NHS number: ten digits, the last a check digit by modulus 11.
/// Source: NHS Data Dictionary, NHS NUMBER.
#[derive(Clone, PartialEq, Eq)]
pub struct NhsNumber(String);

impl NhsNumber {
    /// Reads a number; spaces and hyphens between the digits are passed over.
    ///
    /// # Errors
    /// A [`Fault`] unless it has ten digits and the right check digit.
    pub fn parse(at: &str, typed: &str) -> Result<Self, Fault> {
        let fault = || Fault::new(at, ::words::say("refusal-expected-nhs-number"));
        let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
        if values.len() != 10 || digits.len() != 10 {
            return Err(fault());
        }
        let sum: u32 = values.iter().take(9).zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
        let check = (11 - sum % 11) % 11;
        // A remainder that would need the check digit 10 belongs to no number.
        if check == 10 || values.last() != Some(&check) {
            return Err(fault());
        }
        Ok(Self(digits))
    }

    /// The ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for NhsNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NhsNumber(…)")
    }
}

/// Who a case is about.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// Full name.
    pub name: Text,
    /// Date of birth.
    pub date_of_birth: Option<Day>,
    /// NHS number.
    pub nhs_number: Option<NhsNumber>,
    /// Address.
    pub address: Option<Text>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl Identity {
    /// Reads `{"name", "date_of_birth"?, "nhs_number"?, "address"?}` found at `at`; every fault at once.
    ///
    /// # Errors
    /// Every [`Fault`].
    pub fn parse(at: &str, value: &Value, today: Day) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let Some(members) = value.as_object() else {
            return Err(vec![Fault::new(at, ::words::say("refusal-expected-person"))]);
        };
        for key in members.keys() {
            if !matches!(key.as_str(), "name" | "date_of_birth" | "nhs_number" | "address") {
                faults.push(Fault::new(
                    format!("{at}/{}", key.chars().take(40).collect::<String>()),
                    ::words::say("refusal-expected-no-such-field"),
                ));
            }
        }
        let typed = |key: &str| match members.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str())),
            Some(_) => Err(Fault::new(format!("{at}/{key}"), ::words::say("refusal-expected-text"))),
        };
        let mut field = |key: &str| {
            typed(key).unwrap_or_else(|fault| {
                faults.push(fault);
                None
            })
        };
        let (name, born, number, address) =
            (field("name"), field("date_of_birth"), field("nhs_number"), field("address"));
        let mut keep = |fault| faults.push(fault);
        let name = name
            .ok_or_else(|| Fault::new(format!("{at}/name"), ::words::say("refusal-expected-person-name")))
            .and_then(|text| Text::line(&format!("{at}/name"), text))
            .map_err(&mut keep)
            .ok();
        let date_of_birth = born
            .map(|text| birth_date(&format!("{at}/date_of_birth"), text, today))
            .transpose()
            .map_err(&mut keep)
            .unwrap_or(None);
        let nhs_number = number
            .map(|text| NhsNumber::parse(&format!("{at}/nhs_number"), text))
            .transpose()
            .map_err(&mut keep)
            .unwrap_or(None);
        let address = address
            .map(|text| Text::line(&format!("{at}/address"), &text.replace('\n', ", ").replace('\r', "")))
            .transpose()
            .map_err(&mut keep)
            .unwrap_or(None);
        match name {
            Some(name) if faults.is_empty() => Ok(Self { name, date_of_birth, nhs_number, address }),
            _ => Err(faults),
        }
    }

    /// As it is sealed.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({
            "name": self.name.as_str(),
            "date_of_birth": self.date_of_birth.map(|day| day.to_string()),
            "nhs_number": self.nhs_number.as_ref().map(NhsNumber::as_str),
            "address": self.address.as_ref().map(Text::as_str),
        })
    }
}

pub(crate) fn birth_date(at: &str, typed: &str, today: Day) -> Result<Day, Fault> {
    let day = Day::parse(typed.trim())
        .ok_or_else(|| Fault::new(at, ::words::say("refusal-expected-day-in-figures")))?;
    if day > today {
        return Err(Fault::new(at, ::words::say("refusal-expected-birth-not-to-come")));
    }
    if day.years_until(today) > 130 {
        return Err(Fault::new(at, ::words::say("refusal-expected-birth-within-130-years")));
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked() {
        for good in ["9990000018", "999 000 0026", "943-476-5919"] {
            assert!(NhsNumber::parse("", good).is_ok(), "{good}");
        }
        for bad in ["9990000019", "999000001", "99900000188", "999000001x", "", "999 000 00 1é"] {
            assert!(NhsNumber::parse("", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let today = Day::parse("2026-11-22").unwrap();
        let value = json!({"name": "\u{7}", "date_of_birth": "2030-01-01", "nhs_number": "1", "shoe": 1});
        let at: Vec<String> =
            Identity::parse("/person", &value, today).unwrap_err().into_iter().map(|f| f.at).collect();
        assert_eq!(at, ["/person/shoe", "/person/name", "/person/date_of_birth", "/person/nhs_number"]);
    }
}
