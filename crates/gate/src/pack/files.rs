//! The files of a pack, as text, and their digest.

use std::{collections::BTreeMap, fs, io::Read as _, path::Path};

use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::error::{PackError, line_of, one_line};

/// The files that every pack has, beside the policies.
pub(crate) const TABLES: [&str; 11] = [
    "approvals.toml",
    "bases.json",
    "conditions.toml",
    "item-rules.toml",
    "items.json",
    "notice.toml",
    "obligations.toml",
    "outcomes.toml",
    "pack.toml",
    "reasons.json",
    "words.toml",
];

/// The folder of the policies within a pack; every `.cedar` file in it belongs to the pack.
const POLICIES: &str = "policies";

/// Largest file of a pack, in bytes. The largest so far has about 40,000.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// The files of a pack by their path within it, with `/` between the parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    /// Files given by path and text.
    pub fn new(files: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        Self(files.into_iter().map(|(path, text)| (path.into(), text.into())).collect())
    }

    /// The same files with one of them replaced, or put in.
    #[must_use]
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    /// Reads the files of a pack from its folder. Anything else there (tests, a readme) is no part of the pack.
    ///
    /// # Errors
    /// A file that is missing, too large or no UTF-8.
    pub fn read(folder: &Path) -> Result<Self, PackError> {
        let mut files = BTreeMap::new();
        for name in TABLES {
            files.insert(name.to_owned(), read(folder, name)?);
        }
        let policies = fs::read_dir(folder.join(POLICIES))
            .map_err(|error| PackError::of_file(POLICIES, format!("cannot be read: {error}")))?;
        for entry in policies {
            let entry =
                entry.map_err(|error| PackError::of_file(POLICIES, format!("cannot be read: {error}")))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if Path::new(&name).extension().is_some_and(|extension| extension == "cedar") {
                let path = format!("{POLICIES}/{name}");
                let text = read(folder, &path)?;
                files.insert(path, text);
            }
        }
        Ok(Self(files))
    }

    /// The files as one JSON object, a text a path.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_value(&self.0).unwrap_or_default().to_string()
    }

    /// Files from such an object.
    ///
    /// # Errors
    /// Text that is no such object.
    pub fn from_json(text: &[u8]) -> Result<Self, PackError> {
        serde_json::from_slice(text)
            .map(Self)
            .map_err(|error| PackError::of_file("the pack", format!("does not read: {error}")))
    }

    /// The text of a file.
    ///
    /// # Errors
    /// A file that the pack does not have.
    pub fn text(&self, path: &str) -> Result<&str, PackError> {
        self.0.get(path).map(String::as_str).ok_or_else(|| PackError::of_file(path, "is missing"))
    }

    /// Every file, by path and text.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The policy files, by path.
    pub(crate) fn policies(&self) -> impl Iterator<Item = (&str, &str)> {
        let cedar = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "cedar");
        self.0.iter().filter(move |(path, _)| cedar(path)).map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// SHA-256 over every file in the order of the paths: the path, a zero byte, the length of the text as eight
    /// bytes with the highest first, the text. In lower-case hexadecimal.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for (path, text) in &self.0 {
            hash.update(path.as_bytes());
            hash.update([0]);
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads a TOML file.
    pub(crate) fn toml<T: DeserializeOwned>(&self, path: &str) -> Result<T, PackError> {
        let text = self.text(path)?;
        toml::from_str(text).map_err(|error| {
            let fault = one_line(error.message());
            match error.span() {
                Some(span) => PackError::of_line(path, line_of(text, span.start), fault),
                None => PackError::of_file(path, fault),
            }
        })
    }

    /// Reads a JSON file.
    pub(crate) fn json<T: DeserializeOwned>(&self, path: &str) -> Result<T, PackError> {
        serde_json::from_str(self.text(path)?)
            .map_err(|error| PackError::of_line(path, error.line(), one_line(&error.to_string())))
    }
}

/// Reads one file of a pack. The folder is what was reviewed, so that nothing outside it becomes part of the pack.
fn read(folder: &Path, path: &str) -> Result<String, PackError> {
    let fault = |error: std::io::Error| PackError::of_file(path, format!("cannot be read: {error}"));
    let file = folder.join(path);
    let inside = folder.canonicalize().map_err(fault)?;
    if !file.canonicalize().map_err(fault)?.starts_with(inside) {
        return Err(PackError::of_file(
            path,
            "is a link that leads out of the pack; put the file itself in its place",
        ));
    }
    let mut bytes = Vec::new();
    fs::File::open(&file).map_err(fault)?.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        let fault = format!("has more than {FILE_BYTES_MAX} bytes; is this the file of a pack?");
        return Err(PackError::of_file(path, fault));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes().iter().take(good).filter(|byte| **byte == b'\n').count();
        PackError::of_line(path, line, "is not written in UTF-8; save the file as UTF-8")
    })
}
