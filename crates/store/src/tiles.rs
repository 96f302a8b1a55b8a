//! The ledger's published files in a folder, as any static file server can serve them
//! (c2sp.org/tlog-tiles, and beside the tiles `checkpoint`, `checkpoints/<week>` and `policy`).
//!
//! **Invariant.** A file appears whole and durable or not at all: it is written under another name, synchronised, given
//! its name, and the folder is synchronised before the call returns.

use crate::files;
use async_trait::async_trait;
use service::ports::{StoreError, Tiles};
use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
    sync::atomic::{AtomicU64, Ordering},
};
use tlog::tile::TilePath;

/// Where files lie until they are whole. It begins with a dot: file servers do not show such folders.
const UNFINISHED: &str = ".unfinished";

/// Why the folder cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the ledger's folder cannot be used")]
pub struct TileFolderError(#[source] io::Error);

/// A folder of tiles. Cheap to clone.
#[derive(Debug, Clone)]
pub struct TileFolder {
    folder: Arc<Path>,
    // Tells two files apart that are being written at the same time.
    written: Arc<AtomicU64>,
}

/// A path that names a file of the ledger.
#[derive(Debug, thiserror::Error)]
#[error("this path names no file of the ledger")]
struct NoSuchPath;

impl TileFolder {
    /// Opens the folder, making it unless it is there, and clears away what an interruption left unfinished.
    ///
    /// # Errors
    /// [`TileFolderError`] where it cannot be made or written.
    pub fn open(folder: &Path) -> Result<Self, TileFolderError> {
        let open = || {
            match fs::create_dir(folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err(error),
                Ok(()) => folder.parent().map_or(Ok(()), files::sync_folder)?,
            }
            let unfinished = folder.join(UNFINISHED);
            files::create_private_folder(&unfinished)?;
            for entry in fs::read_dir(&unfinished)? {
                fs::remove_file(entry?.path())?;
            }
            Ok(())
        };
        open().map_err(TileFolderError)?;
        Ok(Self { folder: folder.into(), written: Arc::default() })
    }

    fn place(&self, path: &str) -> Result<PathBuf, StoreError> {
        if is_published(path) {
            Ok(self.folder.join(path))
        } else {
            Err(StoreError::Unavailable(Box::new(NoSuchPath)))
        }
    }

    fn write_whole(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let place = self.place(path)?;
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.folder.join(UNFINISHED).join(number.to_string());
        let below = Path::new(path).parent().unwrap_or(Path::new(""));
        let before_the_name = || {
            files::create_folders(&self.folder, below)?;
            let mut file = File::create(&unfinished)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&unfinished, &place)
        };
        before_the_name().map_err(|error| {
            // Clearing away is best effort; opening the folder does it again.
            let _ = fs::remove_file(&unfinished);
            not_written(error)
        })?;
        // The name is there, but a power cut could still take it away.
        files::sync_folder(&self.folder.join(below)).map_err(|error| StoreError::Uncertain(Box::new(error)))
    }

    fn read_whole(&self, path: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match fs::read(self.place(path)?) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok(None)
            }
            Err(error) => Err(StoreError::Unavailable(Box::new(error))),
        }
    }
}

fn not_written(error: io::Error) -> StoreError {
    if files::is_full(&error) { StoreError::Full } else { StoreError::Unavailable(Box::new(error)) }
}

/// Whether a path is one that the ledger publishes, in its one spelling.
fn is_published(path: &str) -> bool {
    match path {
        "checkpoint" | "policy" => true,
        _ => path.strip_prefix("checkpoints/").map_or_else(|| TilePath::parse(path).is_some(), is_week),
    }
}

/// Whether a text has the form `2026-W47`.
fn is_week(text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once("-W").is_some_and(|(year, week)| digits(year, 4) && digits(week, 2))
}

#[async_trait]
impl Tiles for TileFolder {
    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let (folder, path) = (self.clone(), path.to_owned());
        in_background(move || folder.read_whole(&path)).await
    }

    async fn write(&self, path: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        let (folder, path) = (self.clone(), path.to_owned());
        in_background(move || folder.write_whole(&path, &bytes)).await
    }
}

/// File work waits for the medium, so it runs where waiting hinders nobody.
async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        // The work was broken off half-way.
        Err(error) => Err(StoreError::Uncertain(Box::new(error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, TileFolder) {
        let folder = tempfile::tempdir().unwrap();
        let tiles = TileFolder::open(&folder.path().join("ledger")).unwrap();
        (folder, tiles)
    }

    #[tokio::test]
    async fn what_was_written_reads_back_and_can_be_replaced() {
        let (_folder, tiles) = folder();
        for path in [
            "checkpoint",
            "policy",
            "checkpoints/2026-W47",
            "tile/0/000.p/5",
            "tile/0/000",
            "tile/2/x001/x234/067",
            "tile/entries/x001/000.p/255",
        ] {
            assert_eq!(tiles.read(path).await.unwrap(), None, "{path}");
            tiles.write(path, b"first".to_vec()).await.unwrap();
            tiles.write(path, b"second".to_vec()).await.unwrap();
            assert_eq!(tiles.read(path).await.unwrap().as_deref(), Some(&b"second"[..]), "{path}");
        }
    }

    #[tokio::test]
    async fn other_paths_are_refused() {
        let (outer, tiles) = folder();
        for path in [
            "",
            ".",
            "..",
            "../checkpoint",
            "/checkpoint",
            "checkpoint/",
            "checkpoints/",
            "checkpoints/..",
            "checkpoints/../../x",
            "checkpoints/2026-W4",
            "checkpoints/latest",
            "tile/0/0",
            "tile/0/../../x",
            "tile/00/000",
            "tile/0/000.p/256",
            "tile/0/000.p/0",
            "tile/0/001/000",
            "tile/entries/../000",
            ".unfinished/0",
            "tile/0/000\0",
        ] {
            assert!(tiles.write(path, Vec::new()).await.is_err(), "{path:?}");
            assert!(tiles.read(path).await.is_err(), "{path:?}");
        }
        assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn nothing_unfinished_is_left_and_opening_clears_it_away() {
        let (outer, tiles) = folder();
        tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap();
        let unfinished = outer.path().join("ledger").join(UNFINISHED);
        assert_eq!(fs::read_dir(&unfinished).unwrap().count(), 0);
        fs::write(unfinished.join("17"), b"half").unwrap();
        TileFolder::open(&outer.path().join("ledger")).unwrap();
        assert_eq!(fs::read_dir(&unfinished).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn many_files_at_once_are_each_whole() {
        let (_folder, tiles) = folder();
        let writers: Vec<_> = (1..=64_u8)
            .map(|n| {
                let tiles = tiles.clone();
                tokio::spawn(async move {
                    tiles.write(&format!("tile/0/000.p/{n}"), vec![n; 32 * usize::from(n)]).await
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
        for n in 1..=64_u8 {
            let bytes = tiles.read(&format!("tile/0/000.p/{n}")).await.unwrap().unwrap();
            assert_eq!(bytes, vec![n; 32 * usize::from(n)]);
        }
    }
}
