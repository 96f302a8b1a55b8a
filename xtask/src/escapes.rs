//! Templates escape everything that they show: no template switches that off, no type that is not listed here goes round
//! it, and no setting changes which files are escaped (SECURITY.md, "Scripts in text").

use crate::rust_files;
use anyhow::Context as _;
use std::path::Path;

/// What would let text through as markup, in a template.
const IN_TEMPLATES: &[&str] = &["safe", "escape", "e", "filter", "autoescape"];

/// The files that may say of a type that it is markup already, each with the types: two render by a template of their own,
/// and one is a message from our files, with whatever is put in escaped.
const SAFE: &[(&str, &[&str])] = &[
    ("crates/candour/src/web/field.rs", &["Field"]),
    ("crates/candour/src/web/frame.rs", &["Seal"]),
    ("crates/words/src/phrase.rs", &["Marked"]),
];

/// Adds what is at fault.
pub fn check(root: &Path, faults: &mut Vec<String>) -> anyhow::Result<()> {
    let crates = root.join("crates");
    for entry in std::fs::read_dir(&crates)? {
        let folder = entry?.path();
        for name in ["askama.toml", "rinja.toml"] {
            if folder.join(name).exists() {
                faults.push(format!("{} could switch escaping off", folder.join(name).display()));
            }
        }
        templates(root, &folder.join("templates"), faults)?;
    }
    for file in rust_files(&crates)? {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        let text = std::fs::read_to_string(&file).with_context(|| name.clone())?;
        faults.extend(of_source(&name, &text));
    }
    Ok(())
}

fn templates(root: &Path, folder: &Path, faults: &mut Vec<String>) -> anyhow::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            templates(root, &path, faults)?;
            continue;
        }
        let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        let text = std::fs::read_to_string(&path).with_context(|| name.clone())?;
        faults.extend(of_template(&name, &text));
    }
    Ok(())
}

/// What is wrong with a template: askama escapes files that end in `.html`, and what no filter says is safe.
fn of_template(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !name.ends_with(".html") {
        faults.push(format!("{name}: only files that end in .html are escaped"));
    }
    for (opens, closes) in [("{{", "}}"), ("{%", "%}")] {
        for inside in text.split(opens).skip(1).filter_map(|rest| rest.split(closes).next()) {
            // Two bars are an "or", and what follows is no filter.
            let inside = inside.replace("||", " or ");
            let words = inside.split('|').skip(1).map(word);
            let statement = (opens == "{%").then(|| word(inside.trim_start_matches(['-', '+', '~'])));
            for found in words.chain(statement).filter(|found| IN_TEMPLATES.contains(found)) {
                faults.push(format!("{name}: `{found}` could switch escaping off"));
            }
        }
    }
    faults
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    text.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// What is wrong with a source file.
fn of_source(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let listed = SAFE.iter().find(|(file, _)| *file == name).map_or(&[][..], |(_, types)| *types);
    for said in text.split("HtmlSafe for ").skip(1) {
        if !listed.contains(&word(said)) {
            faults.push(format!("{name}: `{}` is shown without escaping", word(said)));
        }
    }
    for attribute in text.split("#[template(").skip(1).filter_map(|rest| rest.split(")]").next()) {
        for part in ["escape", "source", "ext", "config", "syntax"] {
            if attribute.split(',').any(|pair| word(pair) == part) {
                faults.push(format!("{name}: a template with `{part}` could go unescaped"));
            }
        }
    }
    // Put together, so that this file does not name itself.
    for around in [concat!("filters::", "Safe("), concat!("MaybeSafe", "::")] {
        if text.contains(around) {
            faults.push(format!("{name}: `{around}` shows text without escaping"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_switch_escaping_off_is_found() {
        for bad in [
            "{{ text|safe }}",
            "{{ text | safe }}",
            "{{ text|trim|safe }}",
            "{{ text|escape(\"none\") }}",
            "{{ text|e(\"txt\") }}",
            "{% filter safe %}{{ text }}{% endfilter %}",
            "{%- filter upper %}{% endfilter %}",
        ] {
            assert!(!of_template("x.html", bad).is_empty(), "{bad}");
        }
        assert!(!of_template("x.txt", "").is_empty());
        for bad in [
            "impl askama::filters::HtmlSafe for Anything {}",
            "#[template(path = \"x.html\", escape = \"none\")]",
            "#[template(source = \"{{ x }}\", ext = \"txt\")]",
        ] {
            assert!(!of_source("crates/candour/src/web/field.rs", bad).is_empty(), "{bad}");
        }
    }

    #[test]
    fn what_templates_do_otherwise_is_left_alone() {
        for good in [
            "{{ safe_route }}",
            "{% if a || safe %}{% endif %}",
            "{{ text|trim }} safe",
            "{{ a|linebreaks }}",
        ] {
            assert_eq!(of_template("x.html", good), Vec::<String>::new(), "{good}");
        }
        let own = "impl askama::filters::HtmlSafe for Field {}\n#[template(path = \"parts/field.html\")]";
        assert!(of_source("crates/candour/src/web/field.rs", own).is_empty());
        assert!(!of_source("crates/candour/src/web/form.rs", own).is_empty());
    }
}
