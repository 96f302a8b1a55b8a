//! A script of ours with the modules of npm that it imports, as one file.
//!
//! Each module keeps its names to itself, in a function of its own, and stands after what it needs; ours comes last.
//! Nothing else is changed but that comments go, as in `modules`. It understands what the design system's compiler
//! writes, a line for each import and export, and refuses everything else: a build that fails is better than a page
//! that does.

use super::modules::{Source, has_word, package, resolved, without_comments};
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

/// The most modules that a script may need. The components of our pages need 20; an update that needs twice as many is
/// one to look at first.
const MODULES_MAX: usize = 40;

/// The script `name`, whose text is `text`, with everything that it imports before it.
///
/// # Errors
/// Says which module, and which line in it, is missing or not understood.
pub fn bundled(name: &str, text: &str, source: &dyn Source) -> Result<String, String> {
    let mut bundle = Bundle {
        source,
        done: BTreeMap::new(),
        open: Vec::new(),
        headings: BTreeMap::new(),
        text: String::new(),
    };
    let (body, _) = bundle.body(name, text)?;
    let mut whole = String::new();
    for heading in bundle.headings.values() {
        whole.push_str(heading);
        whole.push('\n');
    }
    whole.push_str(&bundle.text);
    whole.push_str(&body);
    Ok(whole)
}

/// A module that is in the script.
struct Done {
    /// What holds its exports.
    name: String,
    exports: BTreeSet<String>,
}

struct Bundle<'a> {
    source: &'a dyn Source,
    done: BTreeMap<String, Done>,
    /// Paths of what waits for what it imports.
    open: Vec<String>,
    /// What is said of each package.
    headings: BTreeMap<String, String>,
    text: String,
}

impl Bundle<'_> {
    /// Puts a module in, after all that it imports.
    fn add(&mut self, path: &str) -> Result<(), String> {
        if self.done.contains_key(path) {
            return Ok(());
        }
        if self.open.iter().any(|open| open == path) {
            return Err(format!("{path} imports itself, by way of {}", self.open.join(", ")));
        }
        if self.open.len() + self.done.len() > MODULES_MAX {
            return Err(format!("more than {MODULES_MAX} modules are needed"));
        }
        let of = package(path);
        if let Entry::Vacant(place) = self.headings.entry(of.to_owned()) {
            place.insert(self.source.heading(of)?);
        }
        let read = self.source.read(path).map_err(|why| format!("{path} cannot be read: {why}"))?;
        let (body, exports) = self.body(path, &read)?;
        let name = format!("module{}", self.done.len());
        let handed: Vec<&str> = exports.iter().map(String::as_str).collect();
        let handed = handed.join(", ");
        self.text.push_str(&format!("const {name} = (() => {{\n{body}return {{ {handed} }};\n}})();\n"));
        self.done.insert(path.to_owned(), Done { name, exports });
        Ok(())
    }

    /// The lines of a module, in which imports take from what is in already, and the names that it exports.
    fn body(&mut self, path: &str, text: &str) -> Result<(String, BTreeSet<String>), String> {
        self.open.push(path.to_owned());
        let (mut body, mut exports) = (String::new(), BTreeSet::new());
        for line in without_comments(path, text)? {
            match statement(path, line)? {
                Statement::Other => {
                    body.push_str(line);
                    body.push('\n');
                }
                Statement::Export(names) => exports.extend(names.into_iter().map(str::to_owned)),
                Statement::From { names, specifier, hands_on } => {
                    let wanted = resolved(path, specifier)?;
                    self.add(&wanted).map_err(|why| format!("{why} (for {path})"))?;
                    let theirs = self.done.get(&wanted).ok_or_else(|| format!("{wanted} was not put in"))?;
                    if let Some(missing) = names.iter().find(|name| !theirs.exports.contains(**name)) {
                        return Err(format!("{wanted} exports no {missing} (for {path})"));
                    }
                    if !names.is_empty() {
                        body.push_str(&format!("const {{ {} }} = {};\n", names.join(", "), theirs.name));
                    }
                    if hands_on {
                        exports.extend(names.into_iter().map(str::to_owned));
                    }
                }
            }
        }
        self.open.pop();
        Ok((body, exports))
    }
}

/// What a line is.
enum Statement<'a> {
    /// It takes names from another module, and hands them on as its own or not.
    From { names: Vec<&'a str>, specifier: &'a str, hands_on: bool },
    /// It exports names.
    Export(Vec<&'a str>),
    /// Anything else.
    Other,
}

fn statement<'a>(path: &str, line: &'a str) -> Result<Statement<'a>, String> {
    let refused = || format!("{path} has an import or export that this build does not understand: {line}");
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let exports = word == "export";
    if word != "import" && !exports {
        // `import(…)`, `import.meta`, and what stands behind another statement.
        let hidden = ["import", "export", "require"].iter().any(|word| has_word(line, word));
        return if hidden { Err(refused()) } else { Ok(Statement::Other) };
    }
    let rest = rest.strip_suffix(';').unwrap_or(rest);
    let (names, specifier) = match rest.rsplit_once(" from ") {
        Some((names, specifier)) => (Some(names), Some(specifier)),
        None if exports => (Some(rest), None),
        None => (None, Some(rest)),
    };
    let names = names.map_or(Some(Vec::new()), listed).ok_or_else(refused)?;
    let Some(specifier) = specifier else { return Ok(Statement::Export(names)) };
    let specifier = quoted(specifier).ok_or_else(refused)?;
    Ok(Statement::From { names, specifier, hands_on: exports })
}

/// The names between braces; nothing where one of them gets another name.
fn listed(text: &str) -> Option<Vec<&str>> {
    let names = text.strip_prefix('{')?.strip_suffix('}')?.split(',').map(str::trim);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '$');
    names.iter().all(|name| *name != "default" && name.chars().all(plain)).then_some(names)
}

fn quoted(text: &str) -> Option<&str> {
    let bare = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))?;
    (!bare.contains(['"', '\'', '\\'])).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Packages made up in a test, by path.
    struct MadeUp(BTreeMap<&'static str, &'static str>);

    impl Source for MadeUp {
        fn read(&self, path: &str) -> Result<String, String> {
            self.0.get(path).map(|text| (*text).to_owned()).ok_or_else(|| "it is not there".to_owned())
        }
        fn heading(&self, package: &str) -> Result<String, String> {
            Ok(format!("/*! {package} */"))
        }
        fn name(&self, stem: &str, _text: &str) -> String {
            stem.to_owned()
        }
    }

    fn made(text: &str, files: &[(&'static str, &'static str)]) -> Result<String, String> {
        bundled("ours.js", text, &MadeUp(files.iter().copied().collect()))
    }

    #[test]
    fn modules_stand_once_each_after_what_it_needs_and_names_stay_in_their_own() {
        let files = [
            (
                "one/a.mjs",
                "import './all.mjs';\nimport { c } from './c.mjs';\nconst own = c;\n/** Why. */\nfunction a() {}\n\nexport { a };\n",
            ),
            (
                "one/b.mjs",
                "import { c, d } from './all.mjs';\nconst own = d;\nconst b = own;\nexport { b };\n",
            ),
            (
                "one/all.mjs",
                "export { c } from './c.mjs';\nconst d = 1;\nexport { d };\n//# sourceMappingURL=x\n",
            ),
            ("one/c.mjs", "const c = 0;\nexport { c };\n"),
        ];
        let text = "// Ours.\nimport { a } from 'one/a.mjs'\nimport { b } from 'one/b.mjs'\n\na(b)\n";
        let expected = "/*! one */\n\
            const module0 = (() => {\nconst c = 0;\nreturn { c };\n})();\n\
            const module1 = (() => {\nconst { c } = module0;\nconst d = 1;\nreturn { c, d };\n})();\n\
            const module2 = (() => {\nconst { c } = module0;\nconst own = c;\nfunction a() {}\nreturn { a };\n})();\n\
            const module3 = (() => {\nconst { c, d } = module1;\nconst own = d;\nconst b = own;\nreturn { b };\n})();\n\
            const { a } = module2;\nconst { b } = module3;\na(b)\n";
        assert_eq!(made(text, &files).as_deref(), Ok(expected));
    }

    #[test]
    fn an_import_that_is_missing_or_not_understood_fails_the_build() {
        let files =
            [("one/a.mjs", "const a = 1;\nexport { a };\n"), ("one/round.mjs", "import './round.mjs';\n")];
        for (text, why) in [
            ("import { b } from 'one/a.mjs'", "one/a.mjs exports no b"),
            ("import { a } from 'one/gone.mjs'", "one/gone.mjs cannot be read"),
            ("import 'one/round.mjs'", "imports itself"),
            ("import { a } from 'one'", "no file of a package"),
            ("import { a } from './a.mjs'", "no file of a package"),
            ("import { a as b } from 'one/a.mjs'", "does not understand"),
            ("import { default } from 'one/a.mjs'", "does not understand"),
            ("import a from 'one/a.mjs'", "does not understand"),
            ("import * as a from 'one/a.mjs'", "does not understand"),
            ("import {", "does not understand"),
            ("import { a } from 'one/a.mjs'; import { b } from 'one/b.mjs'", "does not understand"),
            ("export const b = 1", "does not understand"),
            ("export * from 'one/a.mjs'", "does not understand"),
            ("const a = await import('one/a.mjs')", "does not understand"),
            ("f(import.meta.url)", "does not understand"),
        ] {
            let said = made(text, &files).expect_err(text);
            assert!(said.contains(why), "{text}: {said}");
        }
    }
}
