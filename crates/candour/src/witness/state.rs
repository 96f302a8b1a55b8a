//! What a witness has seen of each log: a file each, replaced in one step and durable before anything is signed.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use thiserror::Error;
use tlog::checkpoint::CheckpointError;
use tlog::witness::LogState;

/// Why the state cannot be taken up.
#[derive(Debug, Error)]
pub(crate) enum StateError {
    #[error("{path}: cannot {act}")]
    Io {
        path: PathBuf,
        act: &'static str,
        #[source]
        source: io::Error,
    },
    #[error("{path}: another witness is running on this folder")]
    InUse { path: PathBuf },
    #[error("{path}: not the state of a log")]
    Malformed {
        path: PathBuf,
        #[source]
        source: CheckpointError,
    },
    #[error("{path}: the state of another log, {origin}")]
    OtherLog { path: PathBuf, origin: String },
}

/// Why a state was not recorded. Nothing may be signed then.
#[derive(Debug, Error)]
pub(super) enum RecordError {
    #[error("the state was not written")]
    NotWritten(#[source] io::Error),
    #[error("whether the state was written is not known; the witness has to be started again")]
    Unknown,
}

/// The state of one log.
#[derive(Debug)]
pub(super) struct Slot {
    path: PathBuf,
    /// What is durable; `None` where nothing of the log was seen yet.
    known: Option<LogState>,
    /// INVARIANT: set when a replacement may or may not have lasted; from then on nothing is recorded or
    /// signed, and the next start reads what is there.
    is_unknown: bool,
}

impl Slot {
    /// What is durable.
    pub(super) fn known(&self) -> Option<&LogState> {
        self.known.as_ref()
    }

    /// Replaces the state by a new one. When this returns without an error, the new state is durable.
    pub(super) fn record(&mut self, new: &LogState) -> Result<(), RecordError> {
        if self.is_unknown {
            return Err(RecordError::Unknown);
        }
        let beside = self.path.with_extension("new");
        // A file that a killed process left there was never in force, so it may be overwritten.
        write_durably(&beside, new.to_text().as_bytes()).map_err(RecordError::NotWritten)?;
        if std::fs::rename(&beside, &self.path).is_err() || sync_folder(&self.path).is_err() {
            self.is_unknown = true;
            return Err(RecordError::Unknown);
        }
        self.known = Some(new.clone());
        Ok(())
    }
}

fn write_durably(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(content)?;
    file.sync_all()
}

fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path.parent().unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all())
}

/// The states of all logs that are served. Each log has a lock of its own, held from the decision until the
/// state is durable.
#[derive(Debug)]
pub(super) struct States {
    slots: BTreeMap<String, Mutex<Slot>>,
    /// Held while the process lives.
    _lock: File,
}

impl States {
    /// Takes up the states in a folder, which must exist: one that was made by itself would hide that the
    /// right one is missing.
    pub(super) fn open<'a>(
        folder: &Path,
        origins: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, StateError> {
        let lock = lock(&folder.join("lock"))?;
        let mut slots = BTreeMap::new();
        for origin in origins {
            let path = folder.join(file_name(origin));
            let known = read(&path, origin)?;
            let size = known.as_ref().map(LogState::size);
            tracing::info!(origin, size, "a log is served; without a size, nothing of it was seen yet");
            slots.insert(origin.to_owned(), Mutex::new(Slot { path, known, is_unknown: false }));
        }
        Ok(Self { slots, _lock: lock })
    }

    /// Works on the state of one log while nobody else does; `None` for an unknown log.
    pub(super) fn with<T>(&self, origin: &str, work: impl FnOnce(&mut Slot) -> T) -> Option<T> {
        let slot = self.slots.get(origin)?;
        // A slot changes in one assignment after the file has, so one that a panic left behind is whole.
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        Some(work(&mut slot))
    }
}

/// Origins may hold slashes; a digest cannot lead out of the folder.
fn file_name(origin: &str) -> String {
    let digest: String = Sha256::digest(origin).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digest}.state")
}

fn lock(path: &Path) -> Result<File, StateError> {
    let io = |act| move |source| StateError::Io { path: path.to_owned(), act, source };
    let file = File::options().create(true).truncate(false).write(true).open(path).map_err(io("open"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StateError::InUse { path: path.to_owned() }),
        Err(TryLockError::Error(source)) => Err(io("lock")(source)),
    }
}

fn read(path: &Path, origin: &str) -> Result<Option<LogState>, StateError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(StateError::Io { path: path.to_owned(), act: "read", source }),
    };
    let state =
        LogState::parse(&text).map_err(|source| StateError::Malformed { path: path.to_owned(), source })?;
    if state.origin() != origin {
        return Err(StateError::OtherLog { path: path.to_owned(), origin: state.origin().to_owned() });
    }
    Ok(Some(state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tlog::merkle::leaf_hash;

    const ORIGIN: &str = "log.example/a";

    fn state(size: u64) -> LogState {
        LogState::new(ORIGIN, size, leaf_hash(&size.to_be_bytes())).unwrap()
    }

    fn open(folder: &Path) -> Result<States, StateError> {
        States::open(folder, [ORIGIN])
    }

    #[test]
    fn a_state_that_was_recorded_is_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let states = open(folder.path()).unwrap();
        assert!(states.with(ORIGIN, |slot| slot.known().cloned()).unwrap().is_none());
        for size in [1, 5] {
            states.with(ORIGIN, |slot| slot.record(&state(size))).unwrap().unwrap();
        }
        drop(states);
        // What a process leaves behind that was killed while it wrote.
        std::fs::write(folder.path().join(file_name(ORIGIN)).with_extension("new"), "log.ex").unwrap();
        let states = open(folder.path()).unwrap();
        assert_eq!(states.with(ORIGIN, |slot| slot.known().cloned()).unwrap(), Some(state(5)));
        states.with(ORIGIN, |slot| slot.record(&state(6))).unwrap().unwrap();
        assert!(states.with("other.example", |_| ()).is_none());
    }

    #[test]
    fn one_folder_serves_one_witness_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let states = open(folder.path()).unwrap();
        assert!(matches!(open(folder.path()), Err(StateError::InUse { .. })));
        drop(states);
        assert!(open(folder.path()).is_ok());
    }

    #[test]
    fn a_state_that_is_damaged_or_of_another_log_stops_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file_name(ORIGIN));
        let other = LogState::new("log.example/b", 1, leaf_hash(b"x")).unwrap();
        std::fs::write(&path, other.to_text()).unwrap();
        assert!(matches!(open(folder.path()), Err(StateError::OtherLog { .. })));
        for damaged in ["", "log.example/a\n", "log.example/a\n1\n", "\u{0}"] {
            std::fs::write(&path, damaged).unwrap();
            assert!(matches!(open(folder.path()), Err(StateError::Malformed { .. })), "{damaged:?}");
        }
        assert!(matches!(open(&folder.path().join("missing")), Err(StateError::Io { act: "open", .. })));
    }

    #[test]
    fn after_a_replacement_of_unknown_outcome_nothing_is_recorded() {
        let folder = tempfile::tempdir().unwrap();
        let states = open(folder.path()).unwrap();
        // A folder in the file's place makes the renaming fail.
        let path = folder.path().join(file_name(ORIGIN));
        std::fs::create_dir(&path).unwrap();
        let record = |size| states.with(ORIGIN, |slot| slot.record(&state(size))).unwrap();
        assert!(matches!(record(1), Err(RecordError::Unknown)));
        std::fs::remove_dir(&path).unwrap();
        assert!(matches!(record(1), Err(RecordError::Unknown)));
        assert!(states.with(ORIGIN, |slot| slot.known().cloned()).unwrap().is_none());
    }

    #[test]
    fn a_state_that_could_not_be_written_can_be_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let states = open(folder.path()).unwrap();
        let beside = folder.path().join(file_name(ORIGIN)).with_extension("new");
        std::fs::create_dir(&beside).unwrap();
        let record = |size| states.with(ORIGIN, |slot| slot.record(&state(size))).unwrap();
        assert!(matches!(record(1), Err(RecordError::NotWritten(_))));
        std::fs::remove_dir(&beside).unwrap();
        record(1).unwrap();
    }
}
