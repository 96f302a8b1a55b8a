//! The shelf: packs that lie on the machine and may be offered for adoption.
//!
//! Whoever runs the machine puts a pack there; that changes nothing until an administrator has offered it and two others
//! have confirmed it. What lies there is read when somebody looks, and never held to be unchanged: what is offered is
//! kept whole in the database, under its digest.

use gate::{Files, LawPack, Pack};
use service::running::chain;
use std::path::{Path, PathBuf};

/// How many folders of the shelf are looked at.
const PACKS_MAX: usize = 20;

/// Where packs lie.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// The pack that the configuration names for a first start; the built-in one where it names none.
    pub pack: Option<PathBuf>,
    /// A folder of which each folder is a pack.
    pub folder: Option<PathBuf>,
}

/// A pack on the shelf.
#[derive(Debug)]
pub struct Shelved {
    /// Where it lies, for people.
    pub place: String,
    /// What it is, or what is wrong with it, with file and line.
    pub found: Result<Candidate, String>,
}

/// A pack that holds together and states law.
#[derive(Debug)]
pub struct Candidate {
    /// Its id and version.
    pub name: String,
    /// Its SHA-256, in hexadecimal.
    pub digest: String,
    /// Its files.
    pub files: Files,
}

impl Shelf {
    /// What lies there, each pack read and checked: a third of a second a pack.
    #[must_use]
    pub fn look(&self) -> Vec<Shelved> {
        let mut found = vec![match &self.pack {
            Some(folder) => shelved(words::say("review-shelf-configured"), Files::read(folder)),
            None => shelved(words::say("review-shelf-built-in"), Ok(Files::embedded())),
        }];
        for folder in self.folder.iter().flat_map(|folder| folders(folder)) {
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let place = words::phrase("review-shelf-folder").with("name", name);
            found.push(shelved(place.into(), Files::read(&folder)));
        }
        found
    }

    /// The files of a pack on the shelf, by its digest in hexadecimal.
    #[must_use]
    pub fn candidate(&self, digest: &str) -> Option<Files> {
        let found = self.look().into_iter().filter_map(|shelved| shelved.found.ok());
        found.into_iter().find(|candidate| candidate.digest == digest).map(|candidate| candidate.files)
    }
}

fn shelved(place: String, files: Result<Files, gate::PackError>) -> Shelved {
    let found = files.map_err(|error| chain(&error)).and_then(|files| {
        let pack = Pack::from_files(&files).map_err(|error| chain(&error))?;
        let law = LawPack::try_from(pack).map_err(|error| chain(&error))?;
        Ok(Candidate { name: law.pack().name(), digest: law.pack().digest().to_owned(), files })
    });
    Shelved { place, found }
}

/// The folders in a folder, by name. A shelf that cannot be read is an empty one: the log says so.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            tracing::warn!(folder = %folder.display(), %error, "the folder of packs cannot be read");
            return Vec::new();
        }
    };
    let mut found: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found.truncate(PACKS_MAX);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_on_the_shelf_is_found_with_what_is_wrong_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("a-good-one");
        for (path, text) in Files::embedded().all() {
            let file = good.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let comparison = folder.path().join("for-comparison");
        for (path, text) in Files::as_reported().all() {
            let file = comparison.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        std::fs::create_dir(folder.path().join("nothing-in-it")).unwrap();
        let shelf = Shelf { pack: None, folder: Some(folder.path().to_owned()) };
        let found = shelf.look();
        assert_eq!(found.len(), 4);
        let embedded = Files::embedded().digest();
        assert_eq!(found[0].found.as_ref().unwrap().digest, embedded);
        assert_eq!(found[1].found.as_ref().unwrap().digest, embedded);
        assert!(found[2].found.as_ref().unwrap_err().contains("for comparison"), "{:?}", found[2].found);
        assert!(found[3].found.as_ref().unwrap_err().contains("approvals.toml"), "{:?}", found[3].found);
        assert_eq!(Shelf { pack: None, folder: Some(folder.path().join("none")) }.look().len(), 1);
    }
}
