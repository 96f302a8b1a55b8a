//! The ledger's published files in a folder, as any static file server can serve them.
//!
//! **Invariants.**
//! - A file appears whole and durable or not at all: it is written under another name, synchronised, given its name, and
//!   the folder is synchronised before the call returns.
//! - What lies there is looked at and replaced under a lock that the kernel gives up when its holder ends, so that two
//!   processes on one folder keep the rules as well as one does.

use super::rule::{Kind, Step};
use crate::files;
use async_trait::async_trait;
use service::ports::{PreparedFiles, StoreError, Tiles};
use std::{
    collections::{BTreeSet, HashSet},
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// Where files lie until they are whole. It begins with a dot: file servers do not show such folders.
pub(super) const UNFINISHED: &str = ".unfinished";
/// Writing one file takes seconds at most; what is older than this was interrupted.
const UNFINISHED_MAX: Duration = Duration::from_secs(3_600);
/// What is locked while a file is looked at and given its name.
const LOCK: &str = ".lock";

/// How many files wait for the medium at the same time. File systems write what is waited for together at once, so
/// that eight take little longer than one; a round of 8,192 entries has 64 files.
const SYNCS_AT_ONCE: usize = 8;

/// Tells files apart that one process is writing at the same time.
static WRITTEN: AtomicU64 = AtomicU64::new(0);

/// Why the folder cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the ledger's folder cannot be used")]
pub struct TileFolderError(#[source] io::Error);

/// A folder of tiles. Cheap to clone.
#[derive(Debug, Clone)]
pub struct TileFolder {
    folder: Arc<Path>,
    // Folders that this process has made durable, so that it is done once for each.
    durable: Arc<Mutex<HashSet<PathBuf>>>,
}

impl TileFolder {
    /// Opens the folder, making it unless it is there, and clears away what an interruption left unfinished an hour
    /// ago or longer.
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
            clear_away(&unfinished)?;
            Ok(())
        };
        open().map_err(TileFolderError)?;
        Ok(Self { folder: folder.into(), durable: Arc::default() })
    }

    /// Makes files durable under other names: what is slow, waiting for the medium, is done for several at once.
    fn prepare_whole(&self, files: Vec<(String, Vec<u8>)>) -> Result<Unfinished, StoreError> {
        let mut folders = BTreeSet::new();
        let mut new = Vec::with_capacity(files.len());
        for (path, bytes) in files {
            folders.insert(below(&path).to_owned());
            if Kind::of(&path)?.step(&path, read(&self.folder.join(&path))?.as_deref(), &bytes)?
                == Step::Write
            {
                new.push((path, bytes));
            }
        }
        let places = self.prepare_all(&new);
        Ok(Unfinished { folder: self.clone(), folders, new, places })
    }

    /// Prepares each file; several wait for the medium at the same time.
    fn prepare_all(&self, new: &[(String, Vec<u8>)]) -> Vec<io::Result<PathBuf>> {
        let prepare = |(path, bytes): &(String, Vec<u8>)| self.prepare(path, bytes);
        // What an ordinary round brings is not worth threads.
        if new.len() <= SYNCS_AT_ONCE {
            return new.iter().map(prepare).collect();
        }
        std::thread::scope(|scope| {
            let share = new.len().div_ceil(SYNCS_AT_ONCE);
            let threads: Vec<_> = new
                .chunks(share)
                .map(|share| (share, scope.spawn(move || share.iter().map(prepare).collect::<Vec<_>>())))
                .collect();
            let broken = || Err(io::Error::other("a thread that wrote a file ended before it was done"));
            threads
                .into_iter()
                .flat_map(|(share, thread)| {
                    thread.join().unwrap_or_else(|_| share.iter().map(|_| broken()).collect())
                })
                .collect()
        })
    }

    /// Writes the bytes under another name, whole and durable.
    fn prepare(&self, path: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        self.make_folders(below(path))?;
        let (unfinished, mut file) = self.fresh_file()?;
        let mut write = || {
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().inspect_err(|_| {
            let _ = fs::remove_file(&unfinished);
        })?;
        Ok(unfinished)
    }

    /// A file that nobody else writes: other processes may be at work on the same folder, on other machines too.
    fn fresh_file(&self) -> io::Result<(PathBuf, File)> {
        loop {
            let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
            let path = self.folder.join(UNFINISHED).join(format!("{}-{number}", std::process::id()));
            match File::options().write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|file| (path, file)),
            }
        }
    }

    fn make_folders(&self, below: &Path) -> io::Result<()> {
        let known = || self.durable.lock().unwrap_or_else(PoisonError::into_inner);
        if !known().contains(below) {
            files::create_folders(&self.folder, below)?;
            known().insert(below.to_owned());
        }
        Ok(())
    }

    /// Gives files their names, in order, each if what lies there may still be replaced by it; none if one of them
    /// could not be prepared.
    fn give_names(
        &self,
        new: &[(String, Vec<u8>)],
        unfinished: &[io::Result<PathBuf>],
    ) -> Result<(), StoreError> {
        let mut ready = Vec::with_capacity(new.len());
        for (file, place) in new.iter().zip(unfinished) {
            let place = place.as_ref().map_err(|error| not_written(copied(error)))?;
            ready.push((file, place));
        }
        // Closing the file at the end gives up the lock.
        let lock = File::options().create(true).truncate(false).write(true).open(self.folder.join(LOCK));
        let _lock = lock.and_then(|lock| lock.lock().map(|()| lock)).map_err(not_written)?;
        for ((path, bytes), unfinished) in ready {
            let place = self.folder.join(path);
            match Kind::of(path)?.step(path, read(&place)?.as_deref(), bytes)? {
                Step::Done => {}
                Step::Write => fs::rename(unfinished, &place).map_err(not_written)?,
            }
        }
        Ok(())
    }

    fn read_whole(&self, path: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Kind::of(path)?;
        read(&self.folder.join(path))
    }
}

/// Files that are durable under other names. What does not get its own is gone with this.
struct Unfinished {
    folder: TileFolder,
    /// The folders of all that was asked for, also of what is there already.
    folders: BTreeSet<PathBuf>,
    new: Vec<(String, Vec<u8>)>,
    places: Vec<io::Result<PathBuf>>,
}

impl Unfinished {
    /// Gives them their names, and makes each folder durable once.
    fn finish(&self) -> Result<(), StoreError> {
        self.folder.give_names(&self.new, &self.places)?;
        // The names are there, but a power cut could still take them away: ours, or those of whoever wrote the same.
        for folder in &self.folders {
            files::sync_folder(&self.folder.folder.join(folder))
                .map_err(|error| StoreError::Uncertain(Box::new(error)))?;
        }
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        for place in self.places.iter().flatten() {
            // Once it has its name there is nothing under the other one, and opening the folder clears it away too.
            let _ = fs::remove_file(place);
        }
    }
}

#[async_trait]
impl PreparedFiles for Unfinished {
    async fn publish(self: Box<Self>) -> Result<(), StoreError> {
        in_background(move || self.finish()).await
    }
}

/// Removes what has been unfinished for too long to be another node's present work.
fn clear_away(unfinished: &Path) -> io::Result<()> {
    for entry in fs::read_dir(unfinished)? {
        let path = entry?.path();
        // Gone meanwhile, or given its name.
        let Ok(about) = fs::metadata(&path) else { continue };
        if about.modified()?.elapsed().is_ok_and(|age| age > UNFINISHED_MAX) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn read(place: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::read(place) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(StoreError::Unavailable(Box::new(error))),
    }
}

/// The folder of a file, below the ledger's own.
fn below(path: &str) -> &Path {
    Path::new(path).parent().unwrap_or(Path::new(""))
}

/// The same error once more: its kind and its code are what is asked for.
fn copied(error: &io::Error) -> io::Error {
    error
        .raw_os_error()
        .map_or_else(|| io::Error::new(error.kind(), error.to_string()), io::Error::from_raw_os_error)
}

fn not_written(error: io::Error) -> StoreError {
    if files::is_full(&error) { StoreError::Full } else { StoreError::Unavailable(Box::new(error)) }
}

#[async_trait]
impl Tiles for TileFolder {
    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let (folder, path) = (self.clone(), path.to_owned());
        in_background(move || folder.read_whole(&path)).await
    }

    async fn read_all(&self, paths: &[String]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        let (folder, paths) = (self.clone(), paths.to_vec());
        in_background(move || paths.iter().map(|path| folder.read_whole(path)).collect()).await
    }

    async fn write(&self, path: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        self.write_all(vec![(path.to_owned(), bytes)]).await
    }

    async fn write_all(&self, files: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        let folder = self.clone();
        in_background(move || folder.prepare_whole(files)?.finish()).await
    }

    async fn prepare(
        &self,
        files: Vec<(String, Vec<u8>)>,
    ) -> Result<Box<dyn PreparedFiles + '_>, StoreError> {
        let folder = self.clone();
        let prepared = in_background(move || folder.prepare_whole(files)).await?;
        Ok(Box::new(prepared))
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
