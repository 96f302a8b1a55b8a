//! What only the machine knows of how the service stands: the room left where it keeps its files, and the last backup.

use crate::backup;
use casework::time::Moment;
use std::path::{Path, PathBuf};

/// The machine, as far as the pages ask it.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    /// The data folder; `None` in tests of pages.
    pub data: Option<PathBuf>,
}

/// Room of a file system, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What this process may still fill.
    pub free: u64,
    /// All of it.
    pub whole: u64,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looked {
    /// Room below the data folder; `None` where the machine does not say.
    pub room: Option<Room>,
    /// When the last backup was made; `None` where nothing says so.
    pub backup: Option<Moment>,
}

impl Machine {
    /// Looks.
    pub async fn look(&self) -> Looked {
        let Some(data) = self.data.clone() else { return Looked::default() };
        // A file system that hangs must not hold up the others who are answered by this thread.
        let looked = tokio::task::spawn_blocking(move || Looked {
            room: room(&data),
            backup: backup::last_made(&data),
        });
        looked.await.unwrap_or_default()
    }
}

fn room(folder: &Path) -> Option<Room> {
    let found = rustix::fs::statvfs(folder).ok()?;
    let bytes = |blocks: u64| blocks.saturating_mul(found.f_frsize);
    Some(Room { free: bytes(found.f_bavail), whole: bytes(found.f_blocks) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_folder_has_room_and_says_when_the_last_backup_was_made() {
        let folder = tempfile::tempdir().unwrap();
        let machine = Machine { data: Some(folder.path().to_owned()) };
        let looked = machine.look().await;
        let room = looked.room.unwrap();
        assert!(room.whole > 0 && room.free <= room.whole, "{room:?}");
        assert_eq!(looked.backup, None);
        std::fs::write(folder.path().join("last-backup"), "1795348800\n").unwrap();
        assert_eq!(machine.look().await.backup, Some(Moment(1_795_348_800)));
        std::fs::write(folder.path().join("last-backup"), "yesterday").unwrap();
        assert_eq!(machine.look().await.backup, None, "what does not read is not known");
    }

    #[tokio::test]
    async fn without_a_folder_nothing_is_known() {
        assert_eq!(Machine::default().look().await, Looked::default());
        let nowhere = Machine { data: Some("/no/such/folder".into()) };
        assert_eq!(nowhere.look().await, Looked::default());
    }
}
