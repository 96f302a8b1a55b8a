//! How a field of the facts is read, written and left at its default.
//!
//! Reading never stops at a fault: each is noted with its JSON pointer, so that a form can show them all.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Expected, FactsError};
use crate::{codes::Code, time::Day};

/// A place in a JSON text, written as a JSON pointer (RFC 6901) only when a fault is found there.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    within: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Place(usize),
}

impl<'a> At<'a> {
    /// The whole text.
    pub(super) const ROOT: At<'static> = At { within: None, step: Step::Root };

    /// A member of the object here.
    pub(super) fn member<'b>(&'b self, name: &'b str) -> At<'b>
    where
        'a: 'b,
    {
        At { within: Some(self), step: Step::Member(name) }
    }

    /// An entry of the list here, counted from 0.
    pub(super) fn place<'b>(&'b self, place: usize) -> At<'b>
    where
        'a: 'b,
    {
        At { within: Some(self), step: Step::Place(place) }
    }

    /// The JSON pointer.
    pub(super) fn pointer(&self) -> String {
        let mut text = self.within.map_or_else(String::new, At::pointer);
        match self.step {
            Step::Root => {}
            Step::Member(name) => {
                text.push('/');
                text.push_str(&escaped(name));
            }
            Step::Place(place) => {
                text.push('/');
                text.push_str(&place.to_string());
            }
        }
        text
    }

    fn fault(&self, expected: Expected) -> FactsError {
        FactsError { at: self.pointer(), expected }
    }
}

/// RFC 6901 section 3: `~` and `/` in a name are written `~0` and `~1`.
pub(super) fn escaped(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) {
        Cow::Owned(name.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(name)
    }
}

/// How one field is read, written and left at its default.
pub(super) trait Shape<T> {
    /// Reads the field; notes every fault and answers `None` where there was one.
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<T>;
    /// The field as JSON.
    fn write(&self, field: &T) -> Value;
    /// What stands there where nobody has supplied the field.
    fn initial(&self) -> T;
}

/// An object with a fixed list of members, all required.
pub(super) trait Record: Sized {
    /// The members.
    const FIELDS: &'static [&'static str];
    /// Reads the object.
    fn read(value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Self>;
    /// The object as JSON.
    fn write(&self) -> Value;
    /// The object with every field at its default.
    fn initial() -> Self;
}

/// The members of an object; notes each member that has no business there.
pub(super) fn members<'v>(
    value: &'v Value,
    fields: &[&str],
    at: &At<'_>,
    faults: &mut Vec<FactsError>,
) -> Option<&'v Map<String, Value>> {
    let Value::Object(map) = value else {
        faults.push(at.fault(Expected::Object));
        return None;
    };
    for name in map.keys() {
        if !fields.contains(&name.as_str()) {
            faults.push(at.member(name).fault(Expected::NoSuchField));
        }
    }
    Some(map)
}

/// Reads one member of an object.
pub(super) fn member<T>(
    map: &Map<String, Value>,
    name: &str,
    shape: &impl Shape<T>,
    at: &At<'_>,
    faults: &mut Vec<FactsError>,
) -> Option<T> {
    let at = at.member(name);
    if let Some(value) = map.get(name) {
        shape.read(value, &at, faults)
    } else {
        faults.push(at.fault(Expected::Required));
        None
    }
}

/// A code of a list, with its default.
pub(super) struct OneCode<C>(C);
pub(super) const fn code<C: Code>(initial: C) -> OneCode<C> {
    OneCode(initial)
}

fn one_of<C: Code>() -> Expected {
    Expected::OneOf(C::ALL.iter().map(|c| c.code()).collect())
}

impl<C: Code> Shape<C> for OneCode<C> {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<C> {
        let read = value.as_str().and_then(C::from_code);
        if read.is_none() {
            faults.push(at.fault(one_of::<C>()));
        }
        read
    }
    fn write(&self, field: &C) -> Value {
        Value::from(field.code())
    }
    fn initial(&self) -> C {
        self.0
    }
}

/// A code of a list, or null; null by default.
pub(super) struct MaybeCode;
pub(super) const MAYBE_CODE: MaybeCode = MaybeCode;

impl<C: Code> Shape<Option<C>> for MaybeCode {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Option<C>> {
        if value.is_null() {
            return Some(None);
        }
        let read = value.as_str().and_then(C::from_code);
        if read.is_none() {
            faults.push(at.fault(one_of::<C>().or_null()));
        }
        read.map(Some)
    }
    fn write(&self, field: &Option<C>) -> Value {
        field.map_or(Value::Null, |code| Value::from(code.code()))
    }
    fn initial(&self) -> Option<C> {
        None
    }
}

/// A list of entries, none of them twice; empty by default.
fn read_list<T: PartialEq>(
    value: &Value,
    at: &At<'_>,
    faults: &mut Vec<FactsError>,
    expected: &Expected,
    entry: impl Fn(&Value) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::Array(values) = value else {
        faults.push(at.fault(expected.clone().listed()));
        return None;
    };
    let before = faults.len();
    let mut list = Vec::with_capacity(values.len());
    for (place, value) in values.iter().enumerate() {
        match entry(value) {
            None => faults.push(at.place(place).fault(expected.clone())),
            Some(read) if list.contains(&read) => faults.push(at.place(place).fault(Expected::EntryOnce)),
            Some(read) => list.push(read),
        }
    }
    (faults.len() == before).then_some(list)
}

/// A list of codes.
pub(super) struct Codes;
pub(super) const CODES: Codes = Codes;

impl<C: Code> Shape<Vec<C>> for Codes {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Vec<C>> {
        read_list(value, at, faults, &one_of::<C>(), |v| v.as_str().and_then(C::from_code))
    }
    fn write(&self, field: &Vec<C>) -> Value {
        field.iter().map(|code| Value::from(code.code())).collect()
    }
    fn initial(&self) -> Vec<C> {
        Vec::new()
    }
}

/// True or false; false by default, for not known is false.
pub(super) struct Flag;
pub(super) const FLAG: Flag = Flag;

impl Shape<bool> for Flag {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<bool> {
        let read = value.as_bool();
        if read.is_none() {
            faults.push(at.fault(Expected::TrueOrFalse));
        }
        read
    }
    fn write(&self, field: &bool) -> Value {
        Value::Bool(*field)
    }
    fn initial(&self) -> bool {
        false
    }
}

/// A whole number within bounds, its lower bound by default.
pub(super) struct Number {
    min: u16,
    max: u16,
}
pub(super) const fn number(min: u16, max: u16) -> Number {
    Number { min, max }
}

impl Number {
    /// JSON Schema counts `16.0` among the integers, so it is read as 16.
    fn within(&self, value: &Value) -> Option<u16> {
        let whole = value.as_u64().and_then(|n| u16::try_from(n).ok());
        let read = whole.or_else(|| {
            let float = value.as_f64()?;
            (self.min..=self.max).find(|n| f64::from(*n) == float)
        })?;
        (self.min..=self.max).contains(&read).then_some(read)
    }
    fn bounds(&self) -> Expected {
        Expected::Whole { min: self.min, max: self.max }
    }
}

impl Shape<u16> for Number {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<u16> {
        let read = self.within(value);
        if read.is_none() {
            faults.push(at.fault(self.bounds()));
        }
        read
    }
    fn write(&self, field: &u16) -> Value {
        Value::from(*field)
    }
    fn initial(&self) -> u16 {
        self.min
    }
}

/// A whole number within bounds, or null; null by default.
pub(super) struct MaybeNumber(Number);
pub(super) const fn maybe_number(min: u16, max: u16) -> MaybeNumber {
    MaybeNumber(Number { min, max })
}

impl Shape<Option<u16>> for MaybeNumber {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Option<u16>> {
        if value.is_null() {
            return Some(None);
        }
        let read = self.0.within(value);
        if read.is_none() {
            faults.push(at.fault(self.0.bounds().or_null()));
        }
        read.map(Some)
    }
    fn write(&self, field: &Option<u16>) -> Value {
        field.map_or(Value::Null, Value::from)
    }
    fn initial(&self) -> Option<u16> {
        None
    }
}

/// A list of whole numbers within bounds.
pub(super) struct Numbers(Number);
pub(super) const fn numbers(min: u16, max: u16) -> Numbers {
    Numbers(Number { min, max })
}

impl Shape<Vec<u16>> for Numbers {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Vec<u16>> {
        read_list(value, at, faults, &self.0.bounds(), |v| self.0.within(v))
    }
    fn write(&self, field: &Vec<u16>) -> Value {
        field.iter().copied().map(Value::from).collect()
    }
    fn initial(&self) -> Vec<u16> {
        Vec::new()
    }
}

/// Reads `YYYY-MM-DD` in ASCII digits. The calendar begins with the year 1, as the bases do.
fn calendar_day(value: &Value) -> Option<Day> {
    let text = value.as_str()?;
    let digits_only = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if digits_only && !text.starts_with("0000") { Day::parse(text) } else { None }
}

/// A calendar day; the first of the calendar by default (no form leaves it there).
pub(super) struct OneDay;
pub(super) const DAY: OneDay = OneDay;

impl Shape<Day> for OneDay {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Day> {
        let read = calendar_day(value);
        if read.is_none() {
            faults.push(at.fault(Expected::CalendarDay));
        }
        read
    }
    fn write(&self, field: &Day) -> Value {
        Value::from(field.to_string())
    }
    fn initial(&self) -> Day {
        Day(jiff::civil::date(1, 1, 1))
    }
}

/// A calendar day, or null; null by default.
pub(super) struct MaybeDay;
pub(super) const MAYBE_DAY: MaybeDay = MaybeDay;

impl Shape<Option<Day>> for MaybeDay {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Option<Day>> {
        if value.is_null() {
            return Some(None);
        }
        let read = calendar_day(value);
        if read.is_none() {
            faults.push(at.fault(Expected::CalendarDay.or_null()));
        }
        read.map(Some)
    }
    fn write(&self, field: &Option<Day>) -> Value {
        field.map_or(Value::Null, |day| Value::from(day.to_string()))
    }
    fn initial(&self) -> Option<Day> {
        None
    }
}

/// An object within the facts.
pub(super) struct Part;
pub(super) const PART: Part = Part;

impl<R: Record> Shape<R> for Part {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<R> {
        R::read(value, at, faults)
    }
    fn write(&self, field: &R) -> Value {
        field.write()
    }
    fn initial(&self) -> R {
        R::initial()
    }
}

/// An object within the facts, or null; null by default.
pub(super) struct MaybePart;
pub(super) const MAYBE_PART: MaybePart = MaybePart;

impl<R: Record> Shape<Option<R>> for MaybePart {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Option<R>> {
        match value {
            Value::Null => Some(None),
            Value::Object(_) => R::read(value, at, faults).map(Some),
            _ => {
                faults.push(at.fault(Expected::ObjectOrNull));
                None
            }
        }
    }
    fn write(&self, field: &Option<R>) -> Value {
        field.as_ref().map_or(Value::Null, Record::write)
    }
    fn initial(&self) -> Option<R> {
        None
    }
}

/// The version of the format: 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactsVersion;

pub(super) struct Version;
pub(super) const VERSION: Version = Version;

impl Shape<FactsVersion> for Version {
    fn read(&self, value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<FactsVersion> {
        let read = number(1, 1).within(value).map(|_| FactsVersion);
        if read.is_none() {
            faults.push(at.fault(Expected::VersionOne));
        }
        read
    }
    fn write(&self, _: &FactsVersion) -> Value {
        Value::from(1)
    }
    fn initial(&self) -> FactsVersion {
        FactsVersion
    }
}
