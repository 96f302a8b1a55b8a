//! The answers of a form so far: kept sealed as a draft between its steps.

use crate::web::form::Form;
use serde_json::{Value, json};

/// Answers, in the order in which they were given; a name may stand several times.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, String)>);

impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answers({})", self.0.len())
    }
}

impl Answers {
    /// From pairs, for tests and samples.
    #[cfg(test)]
    #[must_use]
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }

    /// The first answer of a name; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// The first answer of a name, where there is one.
    #[must_use]
    pub fn said(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|value| !value.is_empty())
    }

    /// Every answer of a name.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// Whether a box of several was ticked.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(known, said)| known == name && said == value)
    }

    /// A day from three boxes as `YYYY-MM-DD`; `None` where all are empty.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<String> {
        let [day, month, year] = ["day", "month", "year"].map(|part| self.text(&format!("{name}-{part}")));
        (!(day.is_empty() && month.is_empty() && year.is_empty()))
            .then(|| format!("{year:0>4}-{month:0>2}-{day:0>2}"))
    }

    /// Replaces what was answered under these names by what a form says; nothing else in the form is taken.
    pub fn take(&mut self, names: &[String], form: &Form) {
        self.0.retain(|(known, _)| !names.contains(known));
        for (name, value) in form.pairs() {
            if names.contains(name) && !value.trim().is_empty() {
                self.0.push((name.clone(), value.clone()));
            }
        }
    }

    /// Adds an answer.
    pub fn put(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Takes every answer of a name out.
    pub fn remove(&mut self, name: &str) -> Vec<String> {
        let all = std::mem::take(&mut self.0);
        let (gone, kept): (Vec<_>, Vec<_>) = all.into_iter().partition(|(known, _)| known == name);
        self.0 = kept;
        gone.into_iter().map(|(_, value)| value).collect()
    }

    /// Takes one answer of a name out.
    pub fn forget(&mut self, name: &str, value: &str) {
        self.0.retain(|(known, said)| known != name || said != value);
    }

    /// As a draft is sealed.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({ "answers": self.0 })
    }

    /// From a draft.
    #[must_use]
    pub fn from_value(value: &Value) -> Self {
        let pairs = value.get("answers").and_then(Value::as_array).map_or_else(Vec::new, |rows| {
            rows.iter()
                .filter_map(|row| {
                    match (row.get(0).and_then(Value::as_str), row.get(1).and_then(Value::as_str)) {
                        (Some(name), Some(value)) => Some((name.to_owned(), value.to_owned())),
                        _ => None,
                    }
                })
                .collect()
        });
        Self(pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_replaces_its_own_answers_and_no_others() {
        let mut answers = Answers::of(&[("a", "1"), ("b", "2"), ("a", "3")]);
        answers.take(&["a".to_owned()], &Form::of(&[("a", "4"), ("b", "not taken"), ("_csrf", "x")]));
        assert_eq!(answers.all("a"), ["4"]);
        assert_eq!(answers.all("b"), ["2"]);
        assert_eq!(answers.all("_csrf"), Vec::<&str>::new());
    }

    #[test]
    fn what_is_taken_out_leaves_the_rest_in_order() {
        let mut answers = Answers::of(&[("a", "1"), ("b", "2"), ("a", "3"), ("c", "4")]);
        assert_eq!(answers.remove("a"), ["1", "3"]);
        answers.put("b", "5");
        answers.forget("b", "2");
        answers.forget("c", "5");
        assert_eq!(answers, Answers::of(&[("c", "4"), ("b", "5")]));
    }

    #[test]
    fn a_draft_reads_back() {
        let answers = Answers::of(&[("a", "1"), ("a", "2"), ("q", "two\nlines")]);
        assert_eq!(Answers::from_value(&answers.to_value()), answers);
        assert_eq!(Answers::from_value(&Value::Null), Answers::default());
    }
}
