//! The small changes: each policy deleted, negated, widened, narrowed, swapped, and every connective, negation and
//! bound in it turned; and the same for the named conditions.

use std::ops::Range;

use gate::Files;

/// A file of a pack with one small change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// The file within the pack.
    pub path: String,
    /// The line of the change, from 1.
    pub line: usize,
    /// What was changed.
    pub what: String,
    /// The text of the file with the change.
    pub text: String,
}

/// Every mutant of the policies and named conditions of a pack, in the order of the files.
#[must_use]
pub fn mutants(files: &Files) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (path, text) in files.all() {
        if path.ends_with(".cedar") {
            of_policies(path, text, &mut found);
        } else if path == "conditions.toml" {
            of_conditions(path, text, &mut found);
        }
    }
    found
}

/// A text in which changes are made.
struct Site<'a> {
    path: &'a str,
    text: &'a str,
    name: String,
}

impl Site<'_> {
    fn mutant(&self, at: Range<usize>, with: &str, what: &str) -> Mutant {
        let line = 1 + self.text.get(..at.start).unwrap_or_default().matches('\n').count();
        let mut text = self.text.to_owned();
        text.replace_range(at, with);
        Mutant { path: self.path.to_owned(), line, what: format!("{}: {what}", self.name), text }
    }

    /// Connectives, negations, bounds and named conditions within a part of the text.
    fn turned(&self, part: Range<usize>, found: &mut Vec<Mutant>) {
        for (from, to) in TURNS {
            for (at, _) in self.text.get(part.clone()).unwrap_or_default().match_indices(from) {
                let at = part.start + at;
                let after = self.text.get(at + from.len()..).unwrap_or_default();
                // `!` of `!=` is no negation, and `>` of `>=` no bound of its own.
                if (from == "!" || from == " > " || from == " < ") && after.starts_with('=') {
                    continue;
                }
                found.push(self.mutant(
                    at..at + from.len(),
                    to,
                    &format!("`{}` becomes `{}`", from.trim(), to.trim()),
                ));
            }
        }
    }
}

/// What is written in place of what.
const TURNS: [(&str, &str); 15] = [
    ("&&", "||"),
    ("||", "&&"),
    ("!", ""),
    (" == ", " != "),
    (" != ", " == "),
    (" >= ", " > "),
    (" <= ", " < "),
    (" < ", " <= "),
    (" > ", " >= "),
    ("$urgent", "$emergency"),
    ("$emergency", "$urgent"),
    ("$grave_harm_to_others", "$serious_to_others"),
    ("$serious_to_others", "$grave_harm_to_others"),
    ("$police", "$must_sign"),
    ("then", "then !"),
];

/// Where each forbid stands, from its annotations to its semicolon.
fn forbids(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices("\n@reason(").map(|(at, _)| at + 1);
    starts.filter_map(|start| Some(start..start + text.get(start..)?.find(";\n")? + 1)).collect()
}

fn reason(statement: &str) -> &str {
    statement.split('"').nth(1).unwrap_or_default()
}

/// Where the conditions of a forbid stand: from `when` or `unless` to before the semicolon.
fn body(text: &str, statement: &Range<usize>) -> Option<Range<usize>> {
    let whole = text.get(statement.clone())?;
    let at = whole.find("\nwhen {").or_else(|| whole.find("\nunless {"))?;
    Some(statement.start + at + 1..statement.end - 1)
}

fn of_policies(path: &str, text: &str, found: &mut Vec<Mutant>) {
    let statements = forbids(text);
    for (place, statement) in statements.iter().enumerate() {
        let whole = text.get(statement.clone()).unwrap_or_default();
        let site = Site { path, text, name: reason(whole).to_owned() };
        found.push(site.mutant(statement.clone(), "", "deleted"));
        found.extend(of_scope(&site, statement, whole));
        let next = statements.get(place + 1).or_else(|| statements.first());
        if let Some(other) =
            next.and_then(|next| text.get(next.clone())).map(reason).filter(|other| *other != site.name)
        {
            let at = statement.start + whole.find(&site.name).unwrap_or_default();
            found.push(site.mutant(
                at..at + site.name.len(),
                other,
                &format!("swapped for the reason {other}"),
            ));
        }
        let Some(body) = body(text, statement) else { continue };
        found.push(site.mutant(body.clone(), "", "widened to everything"));
        let written = text.get(body.clone()).unwrap_or_default();
        let negated = match written.strip_prefix("when") {
            Some(rest) => format!("unless{rest}"),
            None => format!("when{}", written.trim_start_matches("unless")),
        };
        found.push(site.mutant(body.clone(), &negated, "negated"));
        site.turned(body, found);
    }
}

/// Changes to the bases that a forbid reaches.
fn of_scope(site: &Site<'_>, statement: &Range<usize>, whole: &str) -> Vec<Mutant> {
    let mut found = Vec::new();
    let lines = |prefix: &str| whole.find(prefix).map(|at| (at, whole.get(at..).unwrap_or_default()));
    if let Some((at, rest)) = lines("@except(") {
        let end = at + rest.find('\n').unwrap_or_default() + 1;
        found.push(site.mutant(statement.start + at..statement.start + end, "", "its exceptions dropped"));
    }
    if let Some((at, rest)) = lines("action in [") {
        // One basis of the list is left out: `first, ` where others follow.
        let open = at + "action in [".len();
        if let Some(comma) = rest.find(',') {
            let range = statement.start + open..statement.start + at + comma + 1;
            found.push(site.mutant(range, "", "narrowed by its first basis"));
        }
    }
    found
}

fn of_conditions(path: &str, text: &str, found: &mut Vec<Mutant>) {
    for (at, _) in text.match_indices("when = '") {
        let start = at + "when = '".len();
        let Some(length) = text.get(start..).and_then(|rest| rest.find('\'')) else { continue };
        let whole = start..start + length;
        let written = text.get(whole.clone()).unwrap_or_default();
        let header = text.get(..at).and_then(|before| before.rfind("\n[")).unwrap_or_default();
        let name = text.get(header + 2..).and_then(|rest| rest.split(']').next()).unwrap_or_default();
        let site = Site { path, text, name: name.to_owned() };
        found.push(site.mutant(whole.clone(), &format!("!({written})"), "negated"));
        for connective in [" || ", " && "] {
            let parts: Vec<&str> = written.split(connective).collect();
            if parts.len() < 2
                || parts.iter().any(|part| part.matches('(').count() != part.matches(')').count())
            {
                continue;
            }
            for (place, part) in parts.iter().enumerate() {
                let rest: Vec<&str> =
                    parts.iter().enumerate().filter(|(n, _)| *n != place).map(|(_, part)| *part).collect();
                found.push(site.mutant(whole.clone(), &rest.join(connective), &format!("without `{part}`")));
            }
        }
        site.turned(whole, found);
    }
}
