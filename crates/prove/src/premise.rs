//! What is assumed of all facts: numbers lie in the ranges of `facts.schema.json`, which the reader of facts holds
//! them to. The repeats of a list and the numbers in `sab_conditions` are left free: no rule counts them.

use casework::time::Day;
use gate::day_number;

/// Days since 1 January of the year 1 of the last day that can be written.
fn last_day() -> i64 {
    day_number(Day(jiff::civil::Date::MAX))
}

/// The day of a number as [`day_number`] gives it.
pub(crate) fn day_of(number: i64) -> Option<Day> {
    let span = jiff::Span::new().try_days(number).ok()?;
    jiff::civil::date(1, 1, 1).checked_add(span).ok().map(Day)
}

/// A number of the facts: the object that may be absent, the object, the field, whether it may be absent, its range.
struct Number {
    object: &'static str,
    object_optional: bool,
    field: &'static str,
    optional: bool,
    least: i64,
    most: i64,
}

const fn number(object: &'static str, field: &'static str, least: i64, most: i64) -> Number {
    Number { object, object_optional: false, field, optional: false, least, most }
}

fn numbers() -> Vec<Number> {
    let optional = |row: Number| Number { optional: true, ..row };
    let of_optional = |row: Number| Number { object_optional: true, ..row };
    let last = last_day();
    vec![
        number("", "date", 0, last),
        of_optional(optional(number("instrument", "access_conditions", 1, 2))),
        of_optional(optional(number("instrument", "future_days", 0, 3650))),
        of_optional(optional(number("instrument", "ends_on", 0, last))),
        of_optional(optional(number("instrument", "ban_ends_on", 0, last))),
        optional(number("person", "age", 0, 130)),
        optional(number("consent", "age_days", 0, 36_500)),
        of_optional(number("mappa", "category", 1, 4)),
        of_optional(number("mappa", "level", 1, 3)),
        number("repetition", "same_force_referrals_90_days", 0, 1000),
        optional(number("deferral", "days", 0, 3650)),
    ]
}

/// The premise as a Cedar expression over the facts.
#[must_use]
pub fn expression() -> String {
    let ranges = numbers().into_iter().map(|row| {
        let object =
            if row.object.is_empty() { "context".to_owned() } else { format!("context.{}", row.object) };
        let (field, least, most) = (row.field, row.least, row.most);
        let range = format!("({object}.{field} >= {least} && {object}.{field} <= {most})");
        let range =
            if row.optional { format!("(if {object} has {field} then {range} else true)") } else { range };
        if row.object_optional {
            format!("(if context has {} then {range} else true)", row.object)
        } else {
            range
        }
    });
    ranges.collect::<Vec<_>>().join(" && ")
}

/// The premise in words.
pub const IN_WORDS: &str = "numbers lie in the ranges of facts.schema.json (ages, days, counts, dates)";
