//! Where the files of a ledger come from.

use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use thiserror::Error;

/// The most bytes of one file. A full bundle of the longest entries has 256 · (512 + 2) = 131,584, a
/// checkpoint at most 131,072, a tile 8,192.
pub const MAX_FILE_BYTES: usize = 256 * 1024;

/// Why a file could not be had, other than that it is not there.
#[derive(Debug, Error)]
pub enum SourceError {
    /// Longer than [`MAX_FILE_BYTES`].
    #[error("the file is longer than {MAX_FILE_BYTES} bytes")]
    TooLong,
    /// Reading failed.
    #[error("reading failed")]
    Io(#[from] io::Error),
    /// Another kind of source failed.
    #[error("the source failed")]
    Other(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Something that has the files of a ledger, by their paths below its prefix: `checkpoint`,
/// `tile/0/000.p/5`, `tile/entries/000`.
pub trait Source {
    /// The file's bytes; `None` where there is no such file.
    ///
    /// # Errors
    /// Where the file could not be read, or is longer than [`MAX_FILE_BYTES`].
    fn get(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError>;
}

/// A folder that holds the files.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder in which `checkpoint` and `tile` lie.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }
}

impl Source for Folder {
    fn get(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError> {
        let relative = Path::new(path);
        // Paths come from this crate, but a source that can be talked out of its folder is a trap.
        if !relative.components().all(|component| matches!(component, Component::Normal(_))) {
            return Ok(None);
        }
        let file = match std::fs::File::open(self.0.join(relative)) {
            Ok(file) => file,
            Err(error) if is_absence(&error) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let about = file.metadata()?;
        if about.is_dir() {
            return Ok(None);
        }
        // Room for all of it, and for noticing that it is all; a file that grows meanwhile is read all the same.
        let length = usize::try_from(about.len()).unwrap_or(MAX_FILE_BYTES).min(MAX_FILE_BYTES);
        let mut bytes = Vec::with_capacity(length + 1);
        file.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > MAX_FILE_BYTES { Err(SourceError::TooLong) } else { Ok(Some(bytes)) }
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_and_nothing_outside_of_it() {
        let outer = tempfile::tempdir().unwrap();
        std::fs::write(outer.path().join("secret"), "x").unwrap();
        let inner = outer.path().join("ledger");
        std::fs::create_dir_all(inner.join("tile")).unwrap();
        std::fs::write(inner.join("checkpoint"), "hello").unwrap();
        std::fs::write(inner.join("long"), vec![0; MAX_FILE_BYTES + 1]).unwrap();
        let folder = Folder::new(&inner);
        assert_eq!(folder.get("checkpoint").unwrap().as_deref(), Some(b"hello".as_slice()));
        for absent in ["missing", "tile", "checkpoint/below", "../secret", "/etc/hostname"] {
            assert!(folder.get(absent).unwrap().is_none(), "{absent}");
        }
        assert!(matches!(folder.get("long"), Err(SourceError::TooLong)));
    }
}
