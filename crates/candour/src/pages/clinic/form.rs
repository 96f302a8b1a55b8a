//! Forms of the clinic's pages: what was typed, and fields as a template renders them.
//!
//! A field's name is the JSON pointer of what it fills in, so that a fault of the service finds its field by itself.

use service::error::Fault;

/// What was typed, in the order of the form; a name may stand several times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The first value of a name; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a name.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether the name was sent with anything in it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Adds a value.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// One of several.
    Radios,
    /// Any of several.
    Checkboxes,
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A whole number.
    Number,
    /// A calendar day in three boxes.
    Day,
    /// A time of day.
    Time,
}

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// Name of its input.
    pub name: String,
    /// Element id.
    pub id: String,
    /// What is sent.
    pub value: String,
    /// What it says.
    pub label: String,
    /// What it means.
    pub hint: String,
    /// Whether it is chosen.
    pub checked: bool,
}

/// A field as it is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Name of its input.
    pub name: String,
    /// Element id; the error summary links to it.
    pub id: String,
    /// Label or legend.
    pub label: String,
    /// What helps to fill it in; empty for nothing.
    pub hint: String,
    /// How it is filled in.
    pub input: Input,
    /// Its choices, for radios and checkboxes.
    pub options: Vec<OptionView>,
    /// What it holds.
    pub value: String,
    /// Day, month and year, for a calendar day.
    pub day: [String; 3],
    /// What is wrong with it.
    pub error: Option<String>,
}

impl FieldView {
    fn new(name: &str, label: &str, hint: &str, input: Input) -> Self {
        Self {
            name: name.to_owned(),
            id: element_id(name),
            label: label.to_owned(),
            hint: hint.to_owned(),
            input,
            options: Vec::new(),
            value: String::new(),
            day: Default::default(),
            error: None,
        }
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(name: &str, label: &str, hint: &str) -> Self {
        Self::new(name, label, hint, Input::Area)
    }

    /// One line of text.
    #[must_use]
    pub fn line(name: &str, label: &str, hint: &str) -> Self {
        Self::new(name, label, hint, Input::Line)
    }

    /// A whole number.
    #[must_use]
    pub fn number(name: &str, label: &str, hint: &str) -> Self {
        Self::new(name, label, hint, Input::Number)
    }

    /// A calendar day.
    #[must_use]
    pub fn day(name: &str, label: &str, hint: &str) -> Self {
        Self::new(name, label, hint, Input::Day)
    }

    /// A time of day.
    #[must_use]
    pub fn time(name: &str, label: &str, hint: &str) -> Self {
        Self::new(name, label, hint, Input::Time)
    }

    /// One of several: value, label, hint.
    #[must_use]
    pub fn radios(name: &str, label: &str, hint: &str, options: &[(&str, &str, &str)]) -> Self {
        let mut field = Self::new(name, label, hint, Input::Radios);
        for (value, label, hint) in options {
            field.option(name, value, label, hint);
        }
        field
    }

    /// Any of several under one name: value, label, hint.
    #[must_use]
    pub fn checkboxes(name: &str, label: &str, hint: &str, options: &[(&str, &str, &str)]) -> Self {
        let mut field = Self { input: Input::Checkboxes, ..Self::radios(name, label, hint, options) };
        field.id = field.options.first().map_or(field.id, |first| first.id.clone());
        field
    }

    /// Boxes to tick, each of its own name: name, label, hint.
    #[must_use]
    pub fn ticks(id: &str, label: &str, hint: &str, options: &[(&str, &str, &str)]) -> Self {
        let mut field = Self::new(id, label, hint, Input::Checkboxes);
        for (name, label, hint) in options {
            field.options.push(OptionView {
                name: (*name).to_owned(),
                id: element_id(name),
                value: "yes".to_owned(),
                label: (*label).to_owned(),
                hint: (*hint).to_owned(),
                checked: false,
            });
        }
        field.id = field.options.first().map_or(field.id, |first| first.id.clone());
        field
    }

    fn option(&mut self, name: &str, value: &str, label: &str, hint: &str) {
        // The first choice has the field's own id, so that the error summary leads to it.
        let id = match self.options.len() {
            0 => self.id.clone(),
            place => format!("{}-{place}", self.id),
        };
        self.options.push(OptionView {
            name: name.to_owned(),
            id,
            value: value.to_owned(),
            label: label.to_owned(),
            hint: hint.to_owned(),
            checked: false,
        });
    }

    /// The field holding what was typed.
    #[must_use]
    pub fn filled(mut self, typed: &Typed) -> Self {
        for option in &mut self.options {
            option.checked = typed.all(&option.name).contains(&option.value.as_str());
        }
        typed.get(&self.name).clone_into(&mut self.value);
        self.day = ["day", "month", "year"].map(|part| typed.get(&format!("{}.{part}", self.name)).to_owned());
        self
    }

    /// Whether a fault at this pointer is about this field.
    fn answers_for(&self, at: &str) -> bool {
        let within = |name: &str| at == name || at.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'));
        within(&self.name) || self.options.iter().any(|option| within(&option.name))
    }
}

/// An element id from a name: letters, digits and hyphens only.
#[must_use]
pub fn element_id(name: &str) -> String {
    let id: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    id.trim_matches('-').to_owned()
}

/// A line of the error summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorLine {
    /// Element id of the field; empty where the fault is about the whole form.
    pub id: String,
    /// What is expected, led by the field's label.
    pub text: String,
}

/// Puts every fault beside its field and lists them for the summary, in the order of the form.
#[must_use]
pub fn place_faults(fields: &mut [FieldView], faults: &[Fault]) -> Vec<ErrorLine> {
    let mut lines = Vec::new();
    let mut placed = vec![false; faults.len()];
    for field in fields.iter_mut() {
        for (fault, placed) in faults.iter().zip(placed.iter_mut()) {
            if *placed || !field.answers_for(&fault.at) {
                continue;
            }
            *placed = true;
            if field.error.is_none() {
                let text = sentence(&fault.expected);
                lines.push(ErrorLine { id: field.id.clone(), text: format!("{}: {}", field.label, fault.expected) });
                field.error = Some(text);
            }
        }
    }
    for (fault, placed) in faults.iter().zip(placed) {
        if !placed {
            lines.push(ErrorLine { id: String::new(), text: sentence(&fault.expected) });
        }
    }
    lines
}

/// A text of the service, in lower case and without a full stop, as a sentence.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    let rest = chars.as_str();
    let stop = if rest.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{rest}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_finds_its_field_and_the_rest_stays_in_the_summary() {
        let mut fields = vec![
            FieldView::area("/reasons", "Reasons", ""),
            FieldView::ticks("t", "Shown", "", &[("/consent/written", "In writing", "")]),
        ];
        let faults = [
            Fault::new("/consent/written", "yes or no"),
            Fault::new("/reasons", "write something here"),
            Fault::new("/elsewhere", "an object"),
        ];
        let lines = place_faults(&mut fields, &faults);
        assert_eq!(
            lines.iter().map(|l| l.id.as_str()).collect::<Vec<_>>(),
            ["reasons", "consent-written", ""]
        );
        assert_eq!(fields[0].error.as_deref(), Some("Write something here."));
        assert_eq!(fields[1].error.as_deref(), Some("Yes or no."));
    }

    #[test]
    fn a_field_holds_what_was_typed() {
        let typed = Typed(vec![
            ("/a".into(), "two".into()),
            ("/d.day".into(), "4".into()),
            ("/d.year".into(), "2026".into()),
        ]);
        let radios = FieldView::radios("/a", "A", "", &[("one", "1", ""), ("two", "2", "")]).filled(&typed);
        assert_eq!(radios.options.iter().map(|o| o.checked).collect::<Vec<_>>(), [false, true]);
        let day = FieldView::day("/d", "D", "").filled(&typed);
        assert_eq!(day.day, ["4", "", "2026"]);
    }
}
