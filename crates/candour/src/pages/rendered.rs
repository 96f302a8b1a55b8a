//! Every page from samples: what must hold of all of them.

use crate::pages::{
    account, admin, asking, delegations, enrol, officer, organisation, person, public, reports, review,
    rules_change,
};
use crate::web::assets;
use std::collections::BTreeSet;

/// Every page of these groups: a name and its HTML.
pub fn all() -> Vec<(String, String)> {
    [
        account::samples::pages(),
        admin::samples::pages(),
        admin::console_samples::pages(),
        enrol::samples::pages(),
        public::samples::pages(),
        officer::samples::pages(),
        organisation::samples::pages(),
        asking::samples::pages(),
        reports::samples::pages(),
        person::samples::pages(),
        review::samples::pages(),
        delegations::samples::pages(),
        rules_change::samples::pages(),
    ]
    .concat()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begins = format!(" {attribute}=\"");
    html.split(&begins).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_has_one_heading_and_one_title() {
    for (name, html) in all() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("<title>").count(), 1, "{name}");
    }
}

#[test]
fn identifiers_stand_once_and_lead_somewhere() {
    for (name, html) in all() {
        let ids = values(&html, "id");
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| other == &id).count(), 1, "{name}: {id}");
        }
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for wanted in values(&html, attribute).iter().flat_map(|value| value.split(' ')) {
                assert!(ids.contains(&wanted), "{name}: {attribute} {wanted}");
            }
        }
        for wanted in values(&html, "href").iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(ids.contains(&wanted), "{name}: #{wanted}");
        }
    }
}

#[test]
fn every_input_has_a_label() {
    for (name, html) in all() {
        let labelled = values(&html, "for");
        for input in html.split("<input ").skip(1).chain(html.split("<textarea ").skip(1)) {
            let tag = input.split('>').next().unwrap();
            if tag.contains("type=\"hidden\"") {
                continue;
            }
            let tag = format!(" {tag}");
            let id = values(&tag, "id");
            assert!(id.first().is_some_and(|id| labelled.contains(id)), "{name}: {tag}");
        }
    }
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for (name, html) in all() {
        assert!(!html.contains(" style=") && !html.contains("<style"), "{name}");
        assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{name}");
        for source in values(&html, "src") {
            assert!(source.starts_with("/assets/"), "{name}: {source}");
        }
        for script in html.split("<script").skip(1) {
            assert!(script.split("</script>").next().is_some_and(|body| body.ends_with('>')), "{name}");
        }
    }
}

/// The classes that a stylesheet has rules for.
fn classes(style: &str) -> BTreeSet<&str> {
    let ends = |sign: char| !sign.is_ascii_alphanumeric() && !matches!(sign, '-' | '_');
    style.split('.').skip(1).filter_map(|rest| rest.split(ends).next()).collect()
}

/// A file of the design system as its makers publish it.
fn published(path: &str) -> String {
    let folder = "../../web/node_modules/nhsuk-frontend/dist/nhsuk";
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(path)).unwrap()
}

#[test]
fn the_design_system_has_lost_no_class_that_a_page_or_a_script_uses() {
    let whole = published("nhsuk-frontend.min.css");
    let whole = classes(&whole);
    let script = assets::text(assets::SCRIPT);
    for sheet in [assets::DESIGN_SYSTEM, assets::MIRRORED_DESIGN_SYSTEM] {
        let served = assets::text(sheet);
        let served = classes(&served);
        let lacks = |class: &str| whole.contains(class) && !served.contains(class);
        let mut used = 0;
        for (name, html) in all() {
            for class in values(&html, "class").iter().flat_map(|value| value.split(' ')) {
                assert!(!lacks(class), "{sheet} lacks {class}, which {name} uses");
                used += usize::from(whole.contains(class));
            }
        }
        assert!(used > 1_000, "{used}");
        for class in script.split(['\'', '"', '`', '.', ' ']) {
            assert!(!lacks(class), "{sheet} lacks {class}, which the components use");
        }
        // Where it stays whole after all, a text names a beginning that fits every class.
        assert!(served.len() * 2 < whole.len(), "{} of {}", served.len(), whole.len());
    }
}

#[test]
fn every_component_that_a_page_asks_for_is_started() {
    let script = assets::text(assets::SCRIPT);
    let mut asked = BTreeSet::new();
    for (name, html) in all() {
        for module in values(&html, "data-module") {
            assert!(script.contains(&format!(".moduleName = '{module}';")), "{name}: {module}");
            asked.insert(module.to_owned());
        }
    }
    // Nobody loads one that no page asks for.
    for module in script.split(".moduleName = '").skip(1).filter_map(|rest| rest.split('\'').next()) {
        assert!(asked.contains(module) || module == "nhsuk-component", "{module}");
    }
}

#[test]
fn every_page_says_what_it_is_not() {
    for (name, html) in all() {
        assert!(
            html.contains("Not affiliated with the NHS or any police force. Not legal advice."),
            "{name}"
        );
        assert!(!html.contains("Frutiger"), "{name}");
    }
}

#[test]
fn every_form_that_needs_an_account_carries_the_token() {
    for (name, html) in all() {
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            let open = form.contains("action=\"/person")
                || form.contains("action=\"/sign-in")
                || form.contains("action=\"/enrol");
            // Checked in the browser: it has no field with a name, so that there is nothing that could be sent.
            let unsent = form.contains("id=\"receipt-check\"")
                && !form.contains(" name=")
                && !form.contains(" method=");
            // Asks for a page and changes nothing.
            let asks = form.contains("method=\"get\"");
            assert!(open || unsent || asks || form.contains("name=\"_csrf\""), "{name}");
        }
    }
}

/// Every source file below a folder, with its text.
fn sources(folder: &std::path::Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// What of a file is a test or a sample.
fn tested<'a>(name: &str, text: &'a str) -> &'a str {
    let whole = ["samples.rs", "tests.rs", "rendered.rs"].iter().any(|ending| name.ends_with(ending));
    match text.find("#[cfg(test)]\nmod tests {") {
        _ if whole => text,
        Some(at) => &text[at..],
        None => "",
    }
}

#[test]
fn every_template_is_rendered_from_samples() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    sources(&root, &mut all);
    let mut templates = 0;
    for (file, text) in &all {
        for made in text.split("#[template(path = \"").skip(1) {
            let (path, rest) = made.split_once('"').unwrap();
            let name = rest.split_once("struct ").unwrap().1;
            let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap();
            // In its own part of the tree, for parts have pages of one name.
            let part = std::path::Path::new(file).parent().unwrap().display().to_string();
            let rendered = all.iter().any(|(other, text)| {
                let near = other.starts_with(&part) || file.contains("/web/");
                near && tested(other, text).split(|c: char| !c.is_alphanumeric()).any(|word| word == name)
            });
            assert!(rendered, "{path}: no sample makes a {name}");
            templates += 1;
        }
    }
    assert!(templates > 55, "{templates}");
}

#[test]
fn nothing_hostile_is_shown_as_markup() {
    for (name, html) in all() {
        for markup in ["<script>alert", "<b>\"x", "<img src=x", "\"><script>"] {
            assert!(!html.contains(markup), "{name}: {markup}");
        }
    }
}
