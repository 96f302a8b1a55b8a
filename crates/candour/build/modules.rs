//! A module from npm with all that it imports, as files that can be served beside each other.
//!
//! This is no bundler. Every module is served by itself, under a name with its digest in it, and what it imports is
//! renamed to what is served. Whole lines of comment go, which halve the size, save those that name a licence.
//! It understands what a compiler of TypeScript writes, a line for each import, and refuses everything else: a build
//! that fails is better than a page that does.

use std::collections::BTreeMap;

/// The most modules that an entry may need, itself included. ML-DSA needs 9; an update that needs four times as many is
/// one to look at first.
const MODULES_MAX: usize = 36;

/// A module as it is served.
#[derive(Debug, PartialEq, Eq)]
pub struct Module {
    /// Its file name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Where modules come from, and what they are called when served.
pub trait Source {
    /// The text of the module at this path below `node_modules`.
    ///
    /// # Errors
    /// Says why it cannot be read.
    fn read(&self, path: &str) -> Result<String, String>;
    /// What stands above the text of a module of this package: who wrote it, and where its licence is.
    ///
    /// # Errors
    /// Where the package has no licence to name.
    fn heading(&self, package: &str) -> Result<String, String>;
    /// The file name for a text; `stem` says which module it is.
    fn name(&self, stem: &str, text: &str) -> String;
}

/// The module `entry` and everything that it imports, each after what it needs: the last one is `entry`.
///
/// # Errors
/// Says which module, and which import in it, is missing or not understood.
pub fn assemble(entry: &str, source: &dyn Source) -> Result<Vec<Module>, String> {
    let mut assembly = Assembly { source, named: BTreeMap::new(), open: Vec::new(), modules: Vec::new() };
    assembly.add(entry)?;
    Ok(assembly.modules)
}

struct Assembly<'a> {
    source: &'a dyn Source,
    /// Paths of what is done, and the names under which they are served.
    named: BTreeMap<String, String>,
    /// Paths of what waits for what it imports.
    open: Vec<String>,
    modules: Vec<Module>,
}

impl Assembly<'_> {
    /// Adds a module after all that it imports; the name under which it is served.
    fn add(&mut self, path: &str) -> Result<String, String> {
        if let Some(name) = self.named.get(path) {
            return Ok(name.clone());
        }
        // A name carries the digest of names further down, so a circle has none.
        if self.open.iter().any(|open| open == path) {
            return Err(format!("{path} imports itself, by way of {}", self.open.join(", ")));
        }
        if self.open.len() + self.modules.len() >= MODULES_MAX {
            return Err(format!("more than {MODULES_MAX} modules are needed"));
        }
        self.open.push(path.to_owned());
        let mut text = format!("{}\n", self.source.heading(package(path))?);
        let read = self.source.read(path).map_err(|why| format!("{path} cannot be read: {why}"))?;
        for line in without_comments(path, &read)? {
            let Some((before, wanted, after)) = import(path, line)? else {
                text.push_str(line);
                text.push('\n');
                continue;
            };
            let wanted = self.add(&resolved(path, wanted)?).map_err(|why| format!("{why} (for {path})"))?;
            text.push_str(&format!("{before}\"./{wanted}\"{after}\n"));
        }
        self.open.pop();
        let stem = path.trim_start_matches('@').trim_end_matches(".js").replace('/', "-");
        let name = self.source.name(&stem, &text);
        self.named.insert(path.to_owned(), name.clone());
        self.modules.push(Module { name: name.clone(), text });
        Ok(name)
    }
}

/// The package of a path below `node_modules`.
pub fn package(path: &str) -> &str {
    let parts = if path.starts_with('@') { 2 } else { 1 };
    path.match_indices('/').nth(parts - 1).map_or(path, |(at, _)| path.split_at(at).0)
}

/// The path below `node_modules` that an import of `importer` means.
///
/// # Errors
/// Where it is no file of a package, or of another one by a relative way.
pub fn resolved(importer: &str, specifier: &str) -> Result<String, String> {
    let refused = || format!("{importer} imports {specifier:?}, which is no file of a package");
    let is_relative = specifier.starts_with("./") || specifier.starts_with("../");
    let mut parts: Vec<&str> = if is_relative { importer.split('/').collect() } else { Vec::new() };
    parts.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let stays = !is_relative || package(&path) == package(importer);
    let is_script = path.ends_with(".js") || path.ends_with(".mjs");
    let is_file = is_script && package(&path) != path && !path.contains("//") && !specifier.contains(':');
    if stays && is_file { Ok(path) } else { Err(refused()) }
}

/// What a line imports, with what stands before and after it; `None` for any other line.
fn import<'a>(path: &str, line: &'a str) -> Result<Option<(&'a str, &'a str, &'a str)>, String> {
    let refused = || format!("{path} has an import that this build does not understand: {line}");
    let names_module = ["from \"", "from '"].iter().any(|from| line.contains(from));
    if !has_word(line, "import") && !has_word(line, "require") && !names_module {
        return Ok(None);
    }
    if !line.starts_with("import {") && !line.starts_with("export {") {
        return Err(refused());
    }
    let (names, specifier) = line.rsplit_once("} from ").ok_or_else(refused)?;
    let quoted = specifier.strip_suffix(';').ok_or_else(refused)?;
    let bare = ['"', '\''].iter().find_map(|quote| quoted.strip_prefix(*quote)?.strip_suffix(*quote));
    let bare = bare.filter(|bare| !bare.contains(['"', '\'', '\\'])).ok_or_else(refused)?;
    if names.contains(['"', '\'', ';']) || has_word(names.split_at(7).1, "import") {
        return Err(refused());
    }
    let before = line.split_at(names.len() + "} from ".len()).0;
    Ok(Some((before, bare, ";")))
}

/// Whether a line has a word that is not part of a longer one.
pub fn has_word(line: &str, word: &str) -> bool {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    line.match_indices(word).any(|(at, _)| {
        let (before, rest) = line.split_at(at);
        !before.ends_with(in_name) && !rest.split_at(word.len()).1.starts_with(in_name)
    })
}

/// The lines that are not comment as a whole, without what they are indented by. Licences (`/*!`) stay.
///
/// # Errors
/// Where a line could be of a comment or of a text that goes on.
pub fn without_comments<'a>(path: &str, text: &'a str) -> Result<Vec<&'a str>, String> {
    let mut kept = Vec::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if in_comment || (line.starts_with("/*") && !line.starts_with("/*!")) {
            let opened = if in_comment { line } else { line.split_at(2).1 };
            let rest = opened.split_once("*/").map(|(_, rest)| rest);
            // Code behind a comment stays, with the comment, if both are on one line.
            if rest.is_none_or(str::is_empty) {
                in_comment = rest.is_none();
                continue;
            }
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        // A text or a comment that goes on in the next line would make that line look like what it is not.
        let ends_here = line.matches('`').count() % 2 == 0
            && line.rfind("/*").is_none_or(|at| line.split_at(at).1.contains("*/"));
        if in_comment || !ends_here {
            return Err(format!("{path} has a line from which comments cannot be taken: {line}"));
        }
        kept.push(line);
    }
    if in_comment { Err(format!("{path} ends in a comment")) } else { Ok(kept) }
}
