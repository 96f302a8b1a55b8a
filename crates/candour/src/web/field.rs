//! Fields of forms, in the markup of the NHS design system: label, hint, fault and input belong together.
//!
//! A page's context holds fields; its template writes `{{ name }}`. The element id of a field is its name, which is
//! also what [`Faults`](super::frame::Faults) call it.

use crate::web::frame::Faults;
use askama::Template;

/// One choice of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub label: String,
    /// A line below.
    pub hint: String,
    /// A heading that stands before it, where a group of choices begins.
    pub group: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Fields shown beneath it while it is chosen.
    pub below: Vec<Field>,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
            group: String::new(),
            chosen: false,
            below: Vec::new(),
        }
    }

    /// As the first of a group.
    #[must_use]
    pub fn group(mut self, heading: impl Into<String>) -> Self {
        self.group = heading.into();
        self
    }

    /// With a line below.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With a field beneath.
    #[must_use]
    pub fn below(mut self, field: Field) -> Self {
        self.below.push(field);
        self
    }
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line {
        /// What was typed.
        value: String,
        /// Width in characters: 2, 3, 4, 5, 10, 20 or 30; 0 for the whole column.
        width: u8,
        /// Whether it holds digits.
        digits: bool,
        /// The browser's `autocomplete`; `off` where what is typed is about somebody else.
        autocomplete: &'static str,
    },
    /// A password or phrase, never given back.
    Secret {
        /// The browser's `autocomplete`.
        autocomplete: &'static str,
    },
    /// Several lines.
    Area {
        /// What was typed.
        value: String,
        /// How many rows are shown.
        rows: u8,
    },
    /// A day in three boxes: names end in `-day`, `-month`, `-year`.
    Day {
        /// Day of the month, as typed.
        day: String,
        /// Month, as typed.
        month: String,
        /// Year, as typed.
        year: String,
    },
    /// One of several.
    Radios {
        /// The choices.
        choices: Vec<Choice>,
        /// Side by side.
        inline: bool,
    },
    /// Any of several.
    Checkboxes {
        /// The choices.
        choices: Vec<Choice>,
    },
}

/// A field with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    /// Its name, and the id of its first input.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// A line below the label.
    pub hint: String,
    /// What is wrong with it.
    pub fault: String,
    /// How it is filled in.
    pub kind: Kind,
}

impl askama::filters::HtmlSafe for Field {}

impl Field {
    fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), label: label.into(), hint: String::new(), fault: String::new(), kind }
    }

    /// One line of text.
    pub fn line(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(
            name,
            label,
            Kind::Line { value: String::new(), width: 0, digits: false, autocomplete: "off" },
        )
    }

    /// A password or phrase.
    pub fn secret(name: impl Into<String>, label: impl Into<String>, autocomplete: &'static str) -> Self {
        Self::new(name, label, Kind::Secret { autocomplete })
    }

    /// Several lines of text.
    pub fn area(name: impl Into<String>, label: impl Into<String>, rows: u8) -> Self {
        Self::new(name, label, Kind::Area { value: String::new(), rows })
    }

    /// A day.
    pub fn day(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Day { day: String::new(), month: String::new(), year: String::new() })
    }

    /// One of several.
    pub fn radios(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Kind::Radios { choices, inline: false })
    }

    /// Any of several.
    pub fn checkboxes(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Kind::Checkboxes { choices })
    }

    /// A single box to tick.
    pub fn tick(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, "", Kind::Checkboxes { choices: vec![Choice::new("yes", label)] })
    }

    /// With a line below the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// As wide as so many characters: 2, 3, 4, 5, 10, 20 or 30.
    #[must_use]
    pub fn width(mut self, characters: u8) -> Self {
        if let Kind::Line { width, .. } = &mut self.kind {
            *width = characters;
        }
        self
    }

    /// For digits.
    #[must_use]
    pub fn digits(mut self) -> Self {
        if let Kind::Line { digits, .. } = &mut self.kind {
            *digits = true;
        }
        self
    }

    /// With the browser's help for one's own data.
    #[must_use]
    pub fn autocomplete(mut self, kind: &'static str) -> Self {
        if let Kind::Line { autocomplete, .. } = &mut self.kind {
            *autocomplete = kind;
        }
        self
    }

    /// Side by side.
    #[must_use]
    pub fn inline(mut self) -> Self {
        if let Kind::Radios { inline, .. } = &mut self.kind {
            *inline = true;
        }
        self
    }

    /// Filled in with what was typed or saved, here and beneath its choices: `all` gives the values of a name.
    #[must_use]
    pub fn filled<'a>(mut self, all: &dyn Fn(&str) -> Vec<&'a str>) -> Self {
        let first = |name: &str| all(name).first().map_or_else(String::new, |value| (*value).to_owned());
        match &mut self.kind {
            Kind::Line { value, .. } | Kind::Area { value, .. } => *value = first(&self.name),
            Kind::Secret { .. } => {}
            Kind::Day { day, month, year } => {
                *day = first(&format!("{}-day", self.name));
                *month = first(&format!("{}-month", self.name));
                *year = first(&format!("{}-year", self.name));
            }
            Kind::Radios { choices, .. } | Kind::Checkboxes { choices } => {
                let chosen = all(&self.name);
                for choice in choices {
                    choice.chosen = chosen.contains(&choice.value.as_str());
                    choice.below =
                        std::mem::take(&mut choice.below).into_iter().map(|f| f.filled(all)).collect();
                }
            }
        }
        self
    }

    /// With what is wrong, here and beneath its choices.
    #[must_use]
    pub fn faults(mut self, faults: &Faults) -> Self {
        self.fault = faults.of(&self.name).unwrap_or_default().to_owned();
        if let Kind::Radios { choices, .. } | Kind::Checkboxes { choices } = &mut self.kind {
            for choice in choices {
                choice.below =
                    std::mem::take(&mut choice.below).into_iter().map(|f| f.faults(faults)).collect();
            }
        }
        self
    }

    /// The names that a form sends for this field and for those beneath its choices.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        match &self.kind {
            Kind::Day { .. } => {
                ["day", "month", "year"].iter().map(|part| format!("{}-{part}", self.name)).collect()
            }
            Kind::Radios { choices, .. } | Kind::Checkboxes { choices } => {
                let below = choices.iter().flat_map(|choice| &choice.below).flat_map(Self::names);
                std::iter::once(self.name.clone()).chain(below).collect()
            }
            Kind::Line { .. } | Kind::Secret { .. } | Kind::Area { .. } => vec![self.name.clone()],
        }
    }

    /// What was answered, for a summary: one entry a line; empty where nothing was.
    #[must_use]
    pub fn answers(&self) -> Vec<String> {
        match &self.kind {
            Kind::Line { value, .. } | Kind::Area { value, .. } => {
                Some(value.trim().to_owned()).filter(|value| !value.is_empty()).into_iter().collect()
            }
            Kind::Secret { .. } => Vec::new(),
            Kind::Day { day, month, year } => {
                let typed = [day.trim(), month.trim(), year.trim()];
                if typed.iter().all(|part| part.is_empty()) { Vec::new() } else { vec![typed.join(" ")] }
            }
            Kind::Radios { choices, .. } | Kind::Checkboxes { choices } => {
                choices.iter().filter(|choice| choice.chosen).map(|choice| choice.label.clone()).collect()
            }
        }
    }

    /// What describes the input: ids of hint and fault.
    #[must_use]
    pub fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if !self.fault.is_empty() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }

    /// The id of the input of a choice; the first has the field's own, where the error summary leads.
    #[must_use]
    pub fn choice_id(&self, place: &usize) -> String {
        if *place == 0 { self.name.clone() } else { format!("{}-{}", self.name, place + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_given_back_and_escaped() {
        let typed = |name: &str| if name == "q" { vec!["<b>\"x\"</b>"] } else { Vec::new() };
        let html = Field::line("q", "Question").filled(&typed).to_string();
        assert!(html.contains("&#60;b&#62;&#34;x&#34;&#60;/b&#62;"), "{html}");
        let html = Field::area("q", "Question", 5).filled(&typed).to_string();
        assert!(!html.contains("<b>"), "{html}");
    }

    #[test]
    fn a_secret_is_never_given_back() {
        let html =
            Field::secret("q", "Password", "current-password").filled(&|_| vec!["hunter2"]).to_string();
        assert!(!html.contains("hunter2"));
    }

    #[test]
    fn a_fault_describes_its_input() {
        let mut faults = Faults::default();
        faults.add("q", "Write something here");
        let html = Field::line("q", "Question").hint("a hint").faults(&faults).to_string();
        assert!(html.contains("aria-describedby=\"q-hint q-error\""), "{html}");
        assert!(html.contains("id=\"q-error\""), "{html}");
    }

    #[test]
    fn choices_keep_what_was_chosen_and_what_stands_beneath() {
        let field = Field::radios(
            "a",
            "Which?",
            vec![Choice::new("x", "X").below(Field::line("more", "More")), Choice::new("y", "Y")],
        )
        .filled(&|name| match name {
            "a" => vec!["x"],
            "more" => vec!["said"],
            _ => Vec::new(),
        });
        let html = field.to_string();
        assert!(html.contains("value=\"x\" checked"), "{html}");
        assert!(html.contains("value=\"said\""), "{html}");
        assert!(!html.contains("value=\"y\" checked"), "{html}");
    }
}
