//! The forms in which facts are supplied after a referral has arrived: one table of fields a supplier, rendered and
//! read by the same few functions. A form sends only fields of its own section.
//!
//! The tables hold codes. What a code is called stands in the messages `facts-…`, found by the pointer of the fact.

mod clinic;
mod legal;
mod safeguarding;

use super::form::name_of;
use crate::{
    pages::asking::choices,
    web::{
        field::{Choice, Field},
        form::Form,
    },
};
use casework::{codes::ItemClass, time::Day};
use gate::Pack;
use serde_json::{Map, Value};
use service::error::Fault;

/// The code that stands for null in a form.
const NULL: &str = "none-of-these";

/// How a fact is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One of several codes.
    Choice(&'static [&'static str]),
    /// A whole number up to this, or nothing.
    Number(u32),
    /// A calendar day, or nothing.
    Day,
    /// Any of the items of the catalogue.
    Items,
    /// Any of several small numbers.
    Numbers(&'static [&'static str]),
}

/// A part of a section.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// One fact.
    One {
        /// JSON pointer into the facts.
        at: &'static str,
        /// How.
        kind: Kind,
    },
    /// Several facts that are true only when shown.
    Shown {
        /// Their pointers.
        ticks: &'static [&'static str],
    },
}

/// One page of facts.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Its code in addresses.
    pub code: &'static str,
    /// The object that is null until there is something of the kind.
    pub whole: Option<&'static str>,
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
    /// Its heading.
    #[must_use]
    pub fn title(&self) -> String {
        ::words::coded_or("facts-title", self.code)
    }

    /// What it is for.
    #[must_use]
    pub fn intro(&self) -> String {
        ::words::coded("facts-intro", self.code).unwrap_or_default()
    }

    /// The pointers that it fills in.
    #[must_use]
    pub fn pointers(&self) -> Vec<&'static str> {
        self.parts
            .iter()
            .flat_map(|part| match part {
                Part::One { at, .. } => vec![*at],
                Part::Shown { ticks } => ticks.to_vec(),
            })
            .collect()
    }

    /// What the facts hold, as the form would have sent it.
    #[must_use]
    pub fn typed_from(&self, facts: &Value) -> Form {
        let mut typed = Pairs::default();
        if let Some(at) = self.whole {
            let there = facts.pointer(at).is_some_and(|value| !value.is_null());
            typed.put(name_of(at), if there { "yes" } else { "no" });
        }
        for part in self.parts {
            match part {
                Part::One { at, kind } => {
                    if let Some(value) = facts.pointer(at) {
                        typed_one(&mut typed, at, *kind, value);
                    }
                }
                Part::Shown { ticks } => {
                    for at in *ticks {
                        if facts.pointer(at) == Some(&Value::Bool(true)) {
                            typed.put(shown_name(ticks), name_of(at));
                        }
                    }
                }
            }
        }
        typed.into_form()
    }

    /// The fields of the form, holding what was typed.
    #[must_use]
    pub fn fields(&self, typed: &Form, pack: &Pack) -> Vec<Field> {
        let fields: Vec<Field> = self.parts.iter().map(|part| field(part, pack)).collect();
        let fields = match self.whole {
            None => fields,
            Some(at) => {
                let key = key(at);
                let none = Choice::new("no", ::words::coded_or("facts-no", &key));
                let there = Choice::new("yes", ::words::coded_or("facts-yes", &key));
                let there = fields.into_iter().fold(there, Choice::below);
                vec![Field::radios(name_of(at), ::words::coded_or("facts-whole", &key), vec![none, there])]
            }
        };
        fields.into_iter().map(|field| field.filled(&|name| typed.all(name))).collect()
    }

    /// The part of the facts that was typed.
    ///
    /// # Errors
    /// Every fault, beside its field.
    pub fn read(&self, typed: &Form, pack: &Pack) -> Result<Value, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut part = Value::Object(Map::new());
        if let Some(at) = self.whole {
            match typed.text(&name_of(at)) {
                "yes" => {}
                "no" => {
                    set(&mut part, at, Value::Null);
                    return Ok(part);
                }
                _ => return Err(vec![Fault::new(at, ::words::say("act-fault-choose"))]),
            }
        }
        for section_part in self.parts {
            match section_part {
                Part::Shown { ticks } => {
                    let ticked = typed.all(&shown_name(ticks));
                    for at in *ticks {
                        set(&mut part, at, Value::Bool(ticked.contains(&name_of(at).as_str())));
                    }
                }
                Part::One { at, kind } => match read_one(typed, at, *kind, pack) {
                    Ok(value) => set(&mut part, at, value),
                    Err(expected) => faults.push(Fault::new(*at, expected)),
                },
            }
        }
        if faults.is_empty() { Ok(part) } else { Err(faults) }
    }
}

/// The items that a consent may cover or a paper describe: those that can be picked. Items without identity need
/// neither, those of a personal duty are the holder's own, and what is never given cannot be covered.
fn items(pack: &Pack) -> Vec<Choice> {
    let picked =
        |code: &str| pack.items().iter().any(|row| row.code.as_str() == code && row.cls == ItemClass::Picker);
    choices::items(pack, false).into_iter().filter(|choice| picked(&choice.value)).collect()
}

/// What the messages about a fact call it: its pointer, in small letters and hyphens.
fn key(at: &str) -> String {
    name_of(at).replace('_', "-")
}

/// The name that the boxes of a group share.
fn shown_name(ticks: &[&str]) -> String {
    ticks.first().map_or_else(String::new, |at| format!("{}-shown", name_of(at)))
}

/// What is asked, by the messages' key of a fact; of a group of boxes, that of its first.
fn label(key: &str) -> String {
    ::words::coded_or("facts-label", key)
}

fn hint(key: &str) -> String {
    ::words::coded("facts-hint", key).unwrap_or_default()
}

/// What a choice or a box means, where it has to be said.
fn means(key: &str) -> String {
    ::words::coded("facts-means", key).unwrap_or_default()
}

fn options(at: &str, codes: &[&str]) -> Vec<Choice> {
    codes
        .iter()
        .map(|code| {
            let key = format!("{}-{code}", key(at));
            Choice::new(*code, ::words::coded_or("facts-option", &key)).hint(means(&key))
        })
        .collect()
}

fn field(part: &Part, pack: &Pack) -> Field {
    match part {
        Part::Shown { ticks } => {
            let boxes = ticks
                .iter()
                .map(|at| {
                    let key = key(at);
                    Choice::new(name_of(at), ::words::coded_or("facts-tick", &key)).hint(means(&key))
                })
                .collect();
            let first = ticks.first().map_or_else(String::new, |at| key(at));
            Field::checkboxes(shown_name(ticks), label(&first), boxes).hint(hint(&first))
        }
        Part::One { at, kind } => {
            let (name, key) = (name_of(at), key(at));
            let label = label(&key);
            match kind {
                Kind::Choice(codes) => Field::radios(name, label, options(at, codes)),
                Kind::Numbers(codes) => Field::checkboxes(name, label, options(at, codes)),
                Kind::Number(_) => Field::line(name, label).width(5).digits(),
                Kind::Day => Field::day(name, label),
                Kind::Items => Field::checkboxes(name, label, items(pack)),
            }
            .hint(hint(&key))
        }
    }
}

/// What a form would send.
#[derive(Default)]
struct Pairs(Vec<(String, String)>);

impl Pairs {
    fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    fn into_form(self) -> Form {
        let pairs: Vec<(&str, &str)> =
            self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Form::of(&pairs)
    }
}

fn typed_one(typed: &mut Pairs, at: &str, kind: Kind, value: &Value) {
    let name = name_of(at);
    match (kind, value) {
        (Kind::Choice(_), Value::Null) => typed.put(name, NULL),
        (Kind::Day, Value::String(day)) => {
            let mut parts = day.splitn(3, '-');
            for part in ["year", "month", "day"] {
                typed.put(format!("{name}-{part}"), parts.next().unwrap_or_default());
            }
        }
        (_, Value::Array(entries)) => {
            for entry in entries {
                typed.put(name.clone(), plain(entry));
            }
        }
        (_, Value::Null) => {}
        (_, value) => typed.put(name, plain(value)),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn read_one(typed: &Form, at: &str, kind: Kind, pack: &Pack) -> Result<Value, String> {
    let name = name_of(at);
    match kind {
        Kind::Choice(codes) => {
            let code = typed.text(&name);
            match codes.iter().find(|known| **known == code) {
                None => Err(::words::say("act-fault-choose")),
                Some(&NULL) => Ok(Value::Null),
                Some(code) => Ok(code.parse::<u32>().map_or_else(|_| Value::from(*code), Value::from)),
            }
        }
        Kind::Number(max) => match typed.text(&name).trim() {
            "" => Ok(Value::Null),
            number => number
                .parse::<u32>()
                .ok()
                .filter(|number| *number <= max)
                .map(Value::from)
                .ok_or_else(|| ::words::say("facts-fault-number")),
        },
        Kind::Day => read_day(typed, &name).map(|day| day.map_or(Value::Null, Value::from)),
        Kind::Items => {
            let chosen = typed.all(&name);
            let known = items(pack);
            if chosen.iter().any(|code| !known.iter().any(|item| item.value == *code)) {
                return Err(::words::say("facts-fault-items"));
            }
            Ok(known
                .into_iter()
                .map(|item| item.value)
                .filter(|code| chosen.contains(&code.as_str()))
                .collect())
        }
        Kind::Numbers(codes) => {
            let chosen = typed.all(&name);
            Ok(codes
                .iter()
                .filter(|code| chosen.contains(code))
                .filter_map(|code| code.parse::<u32>().ok())
                .collect())
        }
    }
}

/// A calendar day in three boxes, as `YYYY-MM-DD`; `None` where all three are empty.
///
/// # Errors
/// What was expected, where the boxes hold no calendar day.
pub fn read_day(typed: &Form, name: &str) -> Result<Option<String>, String> {
    match typed.day(name) {
        None => Ok(None),
        Some(text) if Day::parse(&text).is_some() => Ok(Some(text)),
        Some(_) => Err(::words::say("facts-fault-day")),
    }
}

/// Sets what stands at a pointer, making the objects above it.
pub(super) fn set(whole: &mut Value, at: &str, value: Value) {
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
