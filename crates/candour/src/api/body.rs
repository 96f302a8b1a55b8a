//! Reading the members of a JSON body: every fault of the form is listed, with its JSON pointer (RFC 6901), and never
//! what stood there.
//!
//! A text that is left out is read as an empty one: the service, which says what each text must be, then lists it with
//! every other fault at once.

use super::dispatch::Failure;
use serde_json::{Map, Value};
use service::{Fault, ServiceError};

/// Longest member name that a fault repeats, in characters; longer than any of ours.
const NAME_CHARS_MAX: usize = 60;

/// The members of one object, taken by name.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    members: &'a Map<String, Value>,
    at: String,
    taken: Vec<&'static str>,
    faults: Vec<Fault>,
}

impl<'a> Fields<'a> {
    /// The members of a body.
    ///
    /// # Errors
    /// A fault at the root unless it is an object.
    pub(super) fn of(body: &'a Value) -> Result<Self, Failure> {
        match body.as_object() {
            Some(members) => Ok(Self::inside(members, String::new())),
            None => Err(ServiceError::Invalid(vec![Fault::new("", "an object")]).into()),
        }
    }

    const fn inside(members: &'a Map<String, Value>, at: String) -> Self {
        Self { members, at, taken: Vec::new(), faults: Vec::new() }
    }

    /// A member that is there and not null.
    fn take(&mut self, name: &'static str) -> Option<&'a Value> {
        self.taken.push(name);
        self.members.get(name).filter(|value| !value.is_null())
    }

    /// A fault of an entry of a list.
    pub(super) fn fault_within(&mut self, name: &str, place: usize, expected: &str) {
        self.faults.push(Fault::new(format!("{}/{name}/{place}", self.at), expected));
    }

    /// A fault of a member.
    pub(super) fn fault(&mut self, name: &str, expected: &str) {
        self.faults.push(Fault::new(format!("{}/{}", self.at, escaped(name)), expected));
    }

    /// A text; empty where it is left out.
    pub(super) fn text(&mut self, name: &'static str) -> String {
        self.maybe_text(name).unwrap_or_default()
    }

    /// A text that may be left out.
    pub(super) fn maybe_text(&mut self, name: &'static str) -> Option<String> {
        let value = self.take(name)?;
        let text = value.as_str().map(str::to_owned);
        if text.is_none() {
            self.fault(name, "a text");
        }
        text
    }

    /// True or false, which must be said.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        let said = self.take(name).and_then(Value::as_bool);
        if said.is_none() {
            self.fault(name, "true or false");
        }
        said.unwrap_or_default()
    }

    /// True or false; false where it is left out.
    pub(super) fn maybe_flag(&mut self, name: &'static str) -> bool {
        match self.members.get(name) {
            None | Some(Value::Null) => {
                self.taken.push(name);
                false
            }
            Some(_) => self.flag(name),
        }
    }

    /// A list of texts that may be left out.
    pub(super) fn maybe_texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        let value = self.take(name)?;
        let Some(list) = value.as_array() else {
            self.fault(name, "a list of texts");
            return None;
        };
        let mut texts = Vec::with_capacity(list.len());
        for (place, entry) in list.iter().enumerate() {
            match entry.as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.faults.push(Fault::new(format!("{}/{name}/{place}", self.at), "a text")),
            }
        }
        Some(texts)
    }

    /// Any value; null where it is left out.
    pub(super) fn any(&mut self, name: &'static str) -> Value {
        self.take(name).cloned().unwrap_or_default()
    }

    /// An object with members of any name; empty where it is left out.
    pub(super) fn members(&mut self, name: &'static str) -> Map<String, Value> {
        self.maybe_members(name).unwrap_or_default()
    }

    /// An object with members of any name, which may be left out.
    pub(super) fn maybe_members(&mut self, name: &'static str) -> Option<Map<String, Value>> {
        let value = self.take(name)?;
        let members = value.as_object().cloned();
        if members.is_none() {
            self.fault(name, "an object");
        }
        members
    }

    /// An object whose members are known, which may be left out.
    pub(super) fn inner<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> Option<T> {
        match self.take(name)? {
            Value::Object(members) => {
                let mut inner = Fields::inside(members, format!("{}/{name}", self.at));
                let found = read(&mut inner);
                inner.look_for_strangers();
                self.faults.append(&mut inner.faults);
                Some(found)
            }
            _ => {
                self.fault(name, "an object");
                None
            }
        }
    }

    /// A member of a name that nobody asks for is a fault: it may be a misspelt one, and nobody would notice.
    fn look_for_strangers(&mut self) {
        let strangers: Vec<&String> =
            self.members.keys().filter(|name| !self.taken.contains(&name.as_str())).collect();
        for name in strangers {
            self.fault(name, "no member of this name");
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// Every fault.
    pub(super) fn done(mut self) -> Result<(), Failure> {
        self.look_for_strangers();
        if self.faults.is_empty() { Ok(()) } else { Err(ServiceError::Invalid(self.faults).into()) }
    }
}

/// A member name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    let name: String = name.chars().take(NAME_CHARS_MAX).collect();
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(result: Result<(), Failure>) -> Vec<(String, String)> {
        match result {
            Err(Failure::Service(ServiceError::Invalid(faults))) => {
                faults.into_iter().map(|fault| (fault.at, fault.expected)).collect()
            }
            Ok(()) => Vec::new(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_fault_of_the_form_is_listed_with_its_place() {
        let body = json!({"text": 1, "texts": ["a", 2], "inner": {"flag": "yes", "a/b": 1}, "other": 1});
        let mut fields = Fields::of(&body).unwrap();
        fields.text("text");
        fields.maybe_texts("texts");
        fields.flag("missing");
        fields.inner("inner", |inner| inner.flag("flag"));
        let expected = [
            ("/text", "a text"),
            ("/texts/1", "a text"),
            ("/missing", "true or false"),
            ("/inner/flag", "true or false"),
            ("/inner/a~1b", "no member of this name"),
            ("/other", "no member of this name"),
        ];
        let expected = expected.map(|(at, what)| (at.to_owned(), what.to_owned()));
        assert_eq!(faults(fields.done()), expected);
    }

    #[test]
    fn what_may_be_left_out_may_also_be_null() {
        let body =
            json!({"text": null, "texts": null, "flag": null, "inner": null, "members": null, "map": null});
        let mut fields = Fields::of(&body).unwrap();
        assert_eq!(fields.maybe_text("text"), None);
        assert_eq!(fields.maybe_texts("texts"), None);
        assert!(!fields.maybe_flag("flag"));
        assert_eq!(fields.inner("inner", |inner| inner.text("x")), None);
        assert!(fields.members("members").is_empty());
        assert_eq!(fields.maybe_members("map"), None);
        assert!(fields.done().is_ok());
    }

    #[test]
    fn a_body_that_is_no_object_is_a_fault_at_its_root() {
        let list = json!([]);
        let result = Fields::of(&list).map(|_| ());
        assert_eq!(faults(result), [(String::new(), "an object".to_owned())]);
    }
}
