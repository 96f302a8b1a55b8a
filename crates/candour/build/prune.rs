//! Of the design system's stylesheet the rules that a page can match.
//!
//! It has rules for every component that there is and for spacings at seven widths; pages use a third of it. A selector
//! is left out where it asks for a class of the design system that no template, no message and no script names. What it
//! asks for in brackets (`:not(…)`, `:has(…)`) is not looked at: rather a rule too many than one too few.

use std::collections::BTreeSet;

/// How the design system's classes begin.
const PREFIX: &str = "nhsuk-";
/// What groups rules. Other rules that begin with `@` are kept whole.
const GROUPS: &[&str] = &["@media", "@supports", "@container"];

/// The classes of the design system that texts name.
#[derive(Debug, Default)]
pub struct Named {
    whole: BTreeSet<String>,
    /// Beginnings that something is put behind: `nhsuk-input--width-{{ width }}`.
    begun: BTreeSet<String>,
}

impl Named {
    /// Takes note of what a text names, wherever it stands in it.
    pub fn note(&mut self, text: &str) {
        for (at, _) in text.match_indices(PREFIX) {
            let name: String = text.split_at(at).1.chars().take_while(|sign| is_in_name(*sign)).collect();
            if name.ends_with(['-', '_']) {
                self.begun.insert(name);
            } else {
                self.whole.insert(name);
            }
        }
    }

    /// Whether something may have this class. Every class that is not the design system's may be there.
    fn has(&self, class: &str) -> bool {
        !class.starts_with(PREFIX)
            || self.whole.contains(class)
            || self.begun.iter().any(|begun| class.starts_with(begun.as_str()))
    }
}

/// The stylesheet without the rules that nothing named can match.
///
/// # Errors
/// Where it is not the minified stylesheet that this understands.
pub fn pruned(style: &str, named: &Named) -> Result<String, String> {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(at) = find(rest, |sign| matches!(sign, '{' | ';')) {
        let (head, after) = rest.split_at(at);
        if head.contains("/*") {
            return Err(format!("a comment stands between the rules of a stylesheet: {head}"));
        }
        let Some(after) = after.strip_prefix('{') else {
            // `@charset "UTF-8";`
            kept.push_str(head);
            kept.push(';');
            rest = after.split_at(1).1;
            continue;
        };
        let (body, after) = block(after).ok_or_else(|| format!("a block does not end: {head}"))?;
        rest = after;
        let (head, body) = if GROUPS.iter().any(|group| head.trim_start().starts_with(*group)) {
            (head.to_owned(), pruned(body, named)?)
        } else if head.trim_start().starts_with('@') {
            (head.to_owned(), body.to_owned())
        } else {
            (selectors(head, named), body.to_owned())
        };
        if !head.is_empty() && !body.is_empty() {
            kept.push_str(&head);
            kept.push('{');
            kept.push_str(&body);
            kept.push('}');
        }
    }
    // Where its source map is, which is not served.
    let last = rest.trim();
    if last.is_empty() || (last.starts_with("/*#") && last.ends_with("*/")) {
        Ok(kept)
    } else {
        Err(format!("a stylesheet ends with what is no rule: {last}"))
    }
}

/// Of a list of selectors those that can match.
fn selectors(list: &str, named: &Named) -> String {
    let mut kept = Vec::new();
    let mut rest = Some(list);
    while let Some(open) = rest {
        let at = find(open, |sign| sign == ',').unwrap_or(open.len());
        let (one, after) = open.split_at(at);
        rest = after.strip_prefix(',');
        if classes(one).iter().all(|class| named.has(class)) {
            kept.push(one);
        }
    }
    kept.join(",")
}

/// The classes that a selector asks for, outside brackets.
fn classes(selector: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = selector;
    while let Some(at) = find(rest, |sign| sign == '.') {
        let (_, after) = rest.split_at(at + 1);
        let end = after.find(|sign: char| !is_in_name(sign)).unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        // An escaped sign goes on with the name; such a class is kept.
        if !after.starts_with('\\') {
            found.push(name);
        }
        rest = after;
    }
    found
}

const fn is_in_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')
}

/// What stands up to the brace that ends a block, and what stands after it.
fn block(text: &str) -> Option<(&str, &str)> {
    let mut open = 1_u32;
    let mut from = 0;
    loop {
        let at = from + find(text.split_at(from).1, |sign| matches!(sign, '{' | '}'))?;
        let (body, after) = text.split_at(at);
        match after.strip_prefix('}') {
            Some(after) if open == 1 => return Some((body, after)),
            Some(_) => open -= 1,
            None => open += 1,
        }
        from = at + 1;
    }
}

/// Where the first sign is that is wanted, outside texts and brackets.
fn find(text: &str, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let (mut quote, mut depth, mut escaped) = (None, 0_u32, false);
    for (at, sign) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if sign == '\\' {
            escaped = true;
        } else if let Some(open) = quote {
            if sign == open {
                quote = None;
            }
        } else if depth == 0 && wanted(sign) {
            return Some(at);
        } else {
            match sign {
                '"' | '\'' => quote = Some(sign),
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Named {
        let mut named = Named::default();
        named.note(text);
        named
    }

    #[test]
    fn what_nothing_names_is_left_out_and_everything_else_stays_as_it_is() {
        let named = named(
            "class=\"nhsuk-card{% if x %} nhsuk-card--red{% endif %}\" 'nhsuk-tag' nhsuk-width-{{ n }}\"",
        );
        for (style, expected) in [
            ("@charset \"UTF-8\";html,a:hover{margin:0}", "@charset \"UTF-8\";html,a:hover{margin:0}"),
            (".nhsuk-card{a:b}.nhsuk-cards{a:b}.nhsuk-car{a:b}", ".nhsuk-card{a:b}"),
            (".nhsuk-card>.nhsuk-hero{a:b}.nhsuk-card--red p{a:b}", ".nhsuk-card--red p{a:b}"),
            (".nhsuk-hero,.nhsuk-tag,.nhsuk-tabs a{a:b}", ".nhsuk-tag{a:b}"),
            (".nhsuk-width-10,.nhsuk-width{a:b}", ".nhsuk-width-10{a:b}"),
            (".js-enabled .nhsuk-tag,.js-enabled .nhsuk-tabs{a:b}", ".js-enabled .nhsuk-tag{a:b}"),
            // In brackets a class is not looked at, and a comma is none of the list.
            (".nhsuk-tag:not(.nhsuk-hero,.nhsuk-tabs){a:b}", ".nhsuk-tag:not(.nhsuk-hero,.nhsuk-tabs){a:b}"),
            ("a[title=\".nhsuk-hero,{\"]{a:b}", "a[title=\".nhsuk-hero,{\"]{a:b}"),
            (".nhsuk-tag\\:x,.nhsuk-hero\\:x{a:b}", ".nhsuk-tag\\:x,.nhsuk-hero\\:x{a:b}"),
            ("@media print{.nhsuk-hero{a:b}}@media print{a{b:\"}\"}}", "@media print{a{b:\"}\"}}"),
            (
                "@supports (a:b){@media (c:d){.nhsuk-tag{e:f}.nhsuk-hero{e:f}}}",
                "@supports (a:b){@media (c:d){.nhsuk-tag{e:f}}}",
            ),
            ("@keyframes x{0%{a:b}to{a:c}}", "@keyframes x{0%{a:b}to{a:c}}"),
            ("a{b:c}\n/*# sourceMappingURL=x.map */\n", "a{b:c}"),
        ] {
            assert_eq!(pruned(style, &named).as_deref(), Ok(expected), "{style}");
        }
    }

    #[test]
    fn a_stylesheet_that_is_not_understood_fails_the_build() {
        for style in ["a{b:c", "@media print{a{b:c}", "a{b:c}/* why */d{e:f}", "a{b:c}d"] {
            assert!(pruned(style, &Named::default()).is_err(), "{style}");
        }
    }
}
