//! The forms in which facts are supplied after a referral has arrived: one table of fields a supplier, rendered and
//! read by the same few functions. A form sends only fields of its own section.

mod clinic;
mod legal;
mod safeguarding;

use super::form::{FieldView, Typed};
use casework::time::Day;
use serde_json::{Map, Value};
use service::error::Fault;

/// A choice: its code (empty for null), what it says, what it means.
pub type Choice = (&'static str, &'static str, &'static str);

/// How a fact is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One of several codes.
    Choice(&'static [Choice]),
    /// A whole number up to this, or nothing.
    Number(u32),
    /// A calendar day, or nothing.
    Day,
    /// Any of the items of the catalogue.
    Items,
    /// Any of several small numbers.
    Numbers(&'static [Choice]),
}

/// A part of a section.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// One fact.
    One {
        /// JSON pointer into the facts.
        at: &'static str,
        /// What is asked.
        label: &'static str,
        /// What helps to answer.
        hint: &'static str,
        /// How.
        kind: Kind,
    },
    /// Several facts that are true only when shown: pointer, label, hint.
    Shown {
        /// What is asked.
        legend: &'static str,
        /// What helps to answer.
        hint: &'static str,
        /// The facts.
        ticks: &'static [Choice],
    },
}

/// One page of facts.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Its code in addresses.
    pub code: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it is for.
    pub intro: &'static str,
    /// The object that is null until there is something of the kind: pointer, question, what "no" and "yes" say.
    pub whole: Option<(&'static str, &'static str, &'static str, &'static str)>,
    /// What it asks.
    pub parts: &'static [Part],
}

/// Every section, in the order in which a case's facts stand.
pub const SECTIONS: &[&[Section]] = &[clinic::SECTIONS, safeguarding::SECTIONS, legal::SECTIONS];

/// The sections that a role fills in, given the pointers that it supplies.
#[must_use]
pub fn supplied(supplies: &[String]) -> Vec<&'static Section> {
    SECTIONS
        .iter()
        .copied()
        .flatten()
        .filter(|section| section.pointers().iter().all(|at| supplies.iter().any(|s| within(at, s))))
        .collect()
}

fn within(at: &str, object: &str) -> bool {
    at.strip_prefix(object).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl Section {
    /// The pointers that it fills in.
    #[must_use]
    pub fn pointers(&self) -> Vec<&'static str> {
        self.parts
            .iter()
            .flat_map(|part| match part {
                Part::One { at, .. } => vec![*at],
                Part::Shown { ticks, .. } => ticks.iter().map(|(at, ..)| *at).collect(),
            })
            .collect()
    }

    /// What the facts hold, as the form would have sent it.
    #[must_use]
    pub fn typed_from(&self, facts: &Value) -> Typed {
        let mut typed = Typed::default();
        if let Some((at, ..)) = self.whole {
            let there = facts.pointer(at).is_some_and(|value| !value.is_null());
            typed.put(at, if there { "yes" } else { "no" });
        }
        for part in self.parts {
            match part {
                Part::One { at, kind, .. } => {
                    if let Some(value) = facts.pointer(at) {
                        typed_one(&mut typed, at, *kind, value);
                    }
                }
                Part::Shown { ticks, .. } => {
                    for (at, ..) in *ticks {
                        if facts.pointer(at) == Some(&Value::Bool(true)) {
                            typed.put(*at, "yes");
                        }
                    }
                }
            }
        }
        typed
    }

    /// The fields of the form, holding what was typed.
    #[must_use]
    pub fn fields(&self, typed: &Typed) -> Vec<FieldView> {
        let mut fields = Vec::new();
        if let Some((at, question, no, yes)) = self.whole {
            fields.push(FieldView::radios(at, question, "", &[("no", no, ""), ("yes", yes, "")]));
        }
        for part in self.parts {
            fields.push(match part {
                Part::Shown { legend, hint, ticks } => FieldView::ticks(legend, legend, hint, ticks),
                Part::One { at, label, hint, kind } => match kind {
                    Kind::Choice(choices) => FieldView::radios(at, label, hint, choices),
                    Kind::Numbers(choices) => FieldView::checkboxes(at, label, hint, choices),
                    Kind::Number(_) => FieldView::number(at, label, hint),
                    Kind::Day => FieldView::day(at, label, hint),
                    Kind::Items => {
                        let items = super::words::items();
                        let rows: Vec<_> = items.iter().map(|(code, name)| (*code, *name, "")).collect();
                        FieldView::checkboxes(at, label, hint, &rows)
                    }
                },
            });
        }
        fields.into_iter().map(|field| field.filled(typed)).collect()
    }

    /// The part of the facts that was typed.
    ///
    /// # Errors
    /// Every fault, beside its field.
    pub fn read(&self, typed: &Typed) -> Result<Value, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut part = Value::Object(Map::new());
        if let Some((at, ..)) = self.whole {
            match typed.get(at) {
                "yes" => {}
                "no" => {
                    set(&mut part, at, Value::Null);
                    return Ok(part);
                }
                _ => return Err(vec![Fault::new(at, "choose one of these")]),
            }
        }
        for section_part in self.parts {
            match section_part {
                Part::Shown { ticks, .. } => {
                    for (at, ..) in *ticks {
                        set(&mut part, at, Value::Bool(typed.has(at)));
                    }
                }
                Part::One { at, kind, .. } => match read_one(typed, at, *kind) {
                    Ok(value) => set(&mut part, at, value),
                    Err(expected) => faults.push(Fault::new(*at, expected)),
                },
            }
        }
        if faults.is_empty() { Ok(part) } else { Err(faults) }
    }
}

fn typed_one(typed: &mut Typed, at: &str, kind: Kind, value: &Value) {
    match (kind, value) {
        (Kind::Choice(_), Value::Null) => typed.put(at, "none-of-these"),
        (Kind::Day, Value::String(day)) => {
            let mut parts = day.splitn(3, '-');
            for name in ["year", "month", "day"] {
                typed.put(format!("{at}.{name}"), parts.next().unwrap_or_default());
            }
        }
        (_, Value::Array(entries)) => {
            for entry in entries {
                typed.put(at, plain(entry));
            }
        }
        (_, Value::Null) => {}
        (_, value) => typed.put(at, plain(value)),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn read_one(typed: &Typed, at: &str, kind: Kind) -> Result<Value, &'static str> {
    match kind {
        Kind::Choice(choices) => {
            let code = typed.get(at);
            match choices.iter().find(|(known, ..)| *known == code) {
                None => Err("choose one of these"),
                Some(("none-of-these", ..)) => Ok(Value::Null),
                Some((code, ..)) => Ok(code.parse::<u32>().map_or_else(|_| Value::from(*code), Value::from)),
            }
        }
        Kind::Number(max) => match typed.get(at).trim() {
            "" => Ok(Value::Null),
            number => number
                .parse::<u32>()
                .ok()
                .filter(|number| *number <= max)
                .map(Value::from)
                .ok_or("a whole number, or nothing"),
        },
        Kind::Day => read_day(typed, at).map(|day| day.map_or(Value::Null, Value::from)),
        Kind::Items => {
            let chosen = typed.all(at);
            let known = super::words::items();
            if chosen.iter().any(|code| !known.iter().any(|(item, _)| item == code)) {
                return Err("items of this list only");
            }
            Ok(known.iter().map(|(code, _)| *code).filter(|code| chosen.contains(code)).collect())
        }
        Kind::Numbers(choices) => {
            let chosen = typed.all(at);
            Ok(choices
                .iter()
                .filter(|(code, ..)| chosen.contains(code))
                .filter_map(|(code, ..)| code.parse::<u32>().ok())
                .collect())
        }
    }
}

/// A calendar day in three boxes, as `YYYY-MM-DD`; `None` where all three are empty.
///
/// # Errors
/// What was expected, where the boxes hold no calendar day.
pub fn read_day(typed: &Typed, name: &str) -> Result<Option<String>, &'static str> {
    let [day, month, year] = ["day", "month", "year"].map(|part| typed.get(&format!("{name}.{part}")).trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let text = format!("{year:0>4}-{month:0>2}-{day:0>2}");
    match Day::parse(&text) {
        Some(_) => Ok(Some(text)),
        None => Err("a calendar day, such as 27 3 2026"),
    }
}

/// Sets what stands at a pointer, making the objects above it.
fn set(whole: &mut Value, at: &str, value: Value) {
    let mut place = whole;
    for step in at.split('/').skip(1) {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Value::Object(members) = place else { return };
        place = members.entry(step.to_owned()).or_insert(Value::Null);
    }
    *place = value;
}

#[cfg(test)]
mod tests;
