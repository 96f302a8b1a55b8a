//! Invented organisations and people. Names are put together from lists; numbers are from the NHS test range
//! (999 000 0000 to 999 999 9999); streets and numbers are reserved examples.

use casework::time::Day;
use serde_json::{Value, json};
use service::ports::PlaceRow;
use vault::kek::Holder;

/// Units with their trusts.
pub const UNITS: [(&str, &str, &str, &str); 3] = [
    ("london", "London unit", "thames-example", "Thames Example NHS Trust"),
    ("manchester", "Manchester unit", "irwell-example", "Irwell Example NHS Trust"),
    ("birmingham", "Birmingham unit", "rea-example", "Rea Example NHS Trust"),
];

/// Their telephone numbers, of those that Ofcom keeps for drama: nobody has them.
pub const TELEPHONES: [(&str, &str); 3] =
    [("london", "020 7946 0018"), ("manchester", "0161 496 0018"), ("birmingham", "0121 496 0018")];

/// Forces.
pub const FORCES: [(&str, &str); 3] = [
    ("thamesside", "Thamesside Example Police"),
    ("northmoor", "Northmoor Example Constabulary"),
    ("arden", "Arden Example Police"),
];

/// The rows of all organisations.
pub fn places() -> Vec<PlaceRow> {
    let row = |kind: &str, id: &str, title: &str, parent: Option<&str>| PlaceRow {
        kind: kind.to_owned(),
        id: id.to_owned(),
        title: title.to_owned(),
        parent: parent.map(str::to_owned),
        nation: "england".to_owned(),
    };
    let mut rows = Vec::new();
    for (unit, title, trust, trust_title) in UNITS {
        rows.push(row("trust", trust, trust_title, None));
        rows.push(row("unit", unit, title, Some(trust)));
    }
    rows.extend(FORCES.map(|(force, title)| row("force", force, title, None)));
    rows
}

/// Everybody who has keys of their own: each unit, each force, the service.
pub fn key_holders() -> anyhow::Result<Vec<Holder>> {
    let mut holders = vec![Holder::service()];
    for (unit, ..) in UNITS {
        holders.push(Holder::unit(unit)?);
    }
    for (force, _) in FORCES {
        holders.push(Holder::force(force)?);
    }
    Ok(holders)
}

const FIRST: [&str; 24] = [
    "Alex",
    "Bernadette",
    "Callum",
    "Dilys",
    "Emeka",
    "Farida",
    "Gwilym",
    "Harriet",
    "Imran",
    "Joan",
    "Kofi",
    "Lena",
    "Moira",
    "Nadia",
    "Owen",
    "Priya",
    "Quentin",
    "Rosa",
    "Stefan",
    "Tamsin",
    "Umar",
    "Verity",
    "Wanjiru",
    "Yusuf",
];
const LAST: [&str; 24] = [
    "Ashdown",
    "Birkett",
    "Calloway",
    "Denholm",
    "Eastlake",
    "Farrow",
    "Goodacre",
    "Hollis",
    "Inskip",
    "Jessop",
    "Kettle",
    "Lomax",
    "Marchbank",
    "Netherby",
    "Okonjo",
    "Pargeter",
    "Quill",
    "Rahmani",
    "Sallow",
    "Thistlewood",
    "Upton",
    "Verrall",
    "Whitlock",
    "Yardley",
];

/// The invented person of a case. `age` in years on `today`; `None` where it is not known.
pub fn person(number: usize, seed: u64, age: Option<u16>, today: Day) -> Value {
    let draw = number as u64 * 7 + seed * 13;
    let pick = |list: &[&'static str; 24], step: u64| {
        // Both are below 24, so the index is within the list.
        list[usize::try_from((draw * step + draw / 24) % 24).unwrap_or(0)]
    };
    let born = age.map(|age| {
        let days = i64::from(age) * 365 + i64::from(age) / 4 + 40 + i64::try_from(draw % 200).unwrap_or(0);
        let mut day = today.plus_days(-days);
        // Leap years shift a birthday by a day or two: move it until the age is right.
        while u16::from(day.years_until(today)) > age {
            day = day.plus_days(20);
        }
        while u16::from(day.years_until(today)) < age {
            day = day.plus_days(-20);
        }
        day.to_string()
    });
    json!({
        "name": format!("{} {}", pick(&FIRST, 5), pick(&LAST, 11)),
        "date_of_birth": born,
        "nhs_number": nhs_number(number),
        "address": format!("{} Example Street, Testford TE1 {}AB", number + 1, number % 9 + 1),
    })
}

/// A number of the test range with its check digit.
fn nhs_number(number: usize) -> String {
    let mut candidate = 999_000_100 + number as u64 * 3;
    loop {
        let digits = format!("{candidate:09}");
        let sum: u32 =
            digits.chars().filter_map(|c| c.to_digit(10)).zip((2..=10).rev()).map(|(d, w)| d * w).sum();
        match (11 - sum % 11) % 11 {
            10 => candidate += 1,
            check => return format!("{digits}{check}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use service::identity::Identity;

    #[test]
    fn invented_people_have_the_age_that_was_asked_for_and_numbers_of_the_test_range() {
        let today = Day::parse("2026-11-22").unwrap();
        for number in 0..300 {
            let age = u16::try_from(number % 97).unwrap();
            let value = person(number, 1, Some(age), today);
            let identity = Identity::parse("", &value, today).unwrap();
            assert_eq!(u16::from(identity.date_of_birth.unwrap().years_until(today)), age);
            assert!(identity.nhs_number.unwrap().as_str().starts_with("999"));
        }
    }
}
