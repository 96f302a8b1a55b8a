//! What opens and closes between two packs over the same facts.

use serde_json::{Value, json};

/// One outcome that stands otherwise under the second pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The outcome, by its code.
    pub outcome: String,
    /// Its basis, where it has one.
    pub basis: Option<String>,
    /// What of it.
    pub what: What,
}

/// In what an outcome differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Closed under the first pack, open under the second: with what would be given.
    Opens(Vec<String>),
    /// Open under the first pack, closed under the second: with the reasons.
    Closes(Vec<String>),
    /// Open under both, with something else given, asked or told.
    Differs(Vec<Difference>),
}

/// A part of an outcome that is open under both packs and differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part: `items`, `approvals`, `notice`, `conditions` or `after`.
    pub part: &'static str,
    /// Codes that only the second verdict has; for the notice its rule.
    pub new: Vec<String>,
    /// Codes that only the first verdict has.
    pub gone: Vec<String>,
}

/// What differs between two verdicts on the same facts, in the order of the verdicts.
#[must_use]
pub fn changes(first: &Value, second: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    for (name, outcome) in outcomes(second, "open") {
        match outcomes(first, "open").find(|(other, _)| *other == name) {
            None => found.push(change(name, What::Opens(texts(outcome, "items")))),
            Some((_, before)) => {
                let parts = ["items", "approvals", "notice", "conditions", "after"];
                let differ: Vec<Difference> = parts
                    .into_iter()
                    .filter(|part| before.get(part) != outcome.get(part))
                    .map(|part| difference(part, before, outcome))
                    .collect();
                if !differ.is_empty() {
                    found.push(change(name, What::Differs(differ)));
                }
            }
        }
    }
    for (name, outcome) in outcomes(second, "closed") {
        if outcomes(first, "open").any(|(other, _)| other == name) {
            let reasons = outcome.get("reasons").and_then(Value::as_array).into_iter().flatten();
            let codes = reasons.filter_map(|row| row.get("code")?.as_str()).map(str::to_owned).collect();
            found.push(change(name, What::Closes(codes)));
        }
    }
    found
}

fn difference(part: &'static str, before: &Value, after: &Value) -> Difference {
    let codes = |outcome: &Value| match part {
        "notice" => {
            let rule = outcome.get("notice").and_then(|notice| notice.get("rule")).and_then(Value::as_str);
            rule.map(str::to_owned).into_iter().collect()
        }
        _ => texts(outcome, part),
    };
    let (old, new) = (codes(before), codes(after));
    let without = |list: &[String], other: &[String]| -> Vec<String> {
        list.iter().filter(|code| !other.contains(code)).cloned().collect()
    };
    Difference { part, new: without(&new, &old), gone: without(&old, &new) }
}

/// An outcome and its basis.
type Name<'a> = (&'a str, Option<&'a str>);

fn change((outcome, basis): Name<'_>, what: What) -> Change {
    Change { outcome: outcome.to_owned(), basis: basis.map(str::to_owned), what }
}

fn outcomes<'a>(verdict: &'a Value, list: &str) -> impl Iterator<Item = (Name<'a>, &'a Value)> {
    let rows = verdict.get(list).and_then(Value::as_array).into_iter().flatten();
    rows.filter_map(|row| {
        let outcome = row.get("outcome")?.as_str()?;
        Some(((outcome, row.get("basis").and_then(Value::as_str)), row))
    })
}

fn texts(outcome: &Value, field: &str) -> Vec<String> {
    let list = outcome.get(field).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Change {
    /// The change as JSON.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let (change, name, more) = match &self.what {
            What::Opens(items) => ("opens", "items", json!(items)),
            What::Closes(reasons) => ("closes", "reasons", json!(reasons)),
            What::Differs(parts) => {
                let of = |d: &Difference| json!({"part": d.part, "new": d.new, "gone": d.gone});
                ("differs", "parts", parts.iter().map(of).collect())
            }
        };
        json!({"change": change, "outcome": self.outcome, "basis": self.basis, name: more})
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (change, more) = match &self.what {
            What::Opens(items) => ("opens  ", items.join(", ")),
            What::Closes(reasons) => ("closes ", reasons.join(", ")),
            What::Differs(parts) => {
                let of = |d: &Difference| {
                    let new = d.new.iter().map(|code| format!(" +{code}"));
                    let gone = d.gone.iter().map(|code| format!(" -{code}"));
                    format!("{}{}", d.part, new.chain(gone).collect::<String>())
                };
                ("differs", parts.iter().map(of).collect::<Vec<_>>().join(", "))
            }
        };
        let basis = self.basis.as_ref().map(|basis| format!(" on {basis}")).unwrap_or_default();
        let colon = if more.is_empty() { "" } else { ": " };
        write!(f, "{change} {}{basis}{colon}{more}", self.outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(open: &Value, closed: &Value) -> Value {
        json!({"verdict_version": 1, "pack": "p 1", "open": open, "closed": closed, "missing": []})
    }

    #[test]
    fn what_opens_closes_and_differs_is_told_in_the_order_of_the_second_verdict() {
        let refuse = json!({"outcome": "refuse", "notice": {"rule": "notify-now"}});
        let advise = json!({"outcome": "advise", "items": ["signposting"], "notice": {"rule": "notify-now"}});
        let told_later =
            json!({"outcome": "advise", "items": ["signposting"], "notice": {"rule": "as-order-directs"}});
        let consent = json!({"outcome": "disclose", "basis": "explicit-consent", "items": ["description"]});
        let closed = |outcome: &str| json!({"outcome": outcome, "reasons": [{"code": "monitoring-request"}]});
        let first = verdict(&json!([refuse, advise]), &json!([closed("offer-care")]));
        let second = verdict(&json!([told_later, consent]), &json!([closed("refuse"), closed("offer-care")]));
        let said: Vec<String> = changes(&first, &second).iter().map(ToString::to_string).collect();
        let wanted = [
            "differs advise: notice +as-order-directs -notify-now",
            "opens   disclose on explicit-consent: description",
            "closes  refuse: monitoring-request",
        ];
        assert_eq!(said, wanted);
        assert_eq!(changes(&first, &first), []);
    }
}
