//! Who may be at work on a data folder at the same time: one service, or several that share a database; never a restore
//! beside them.

use anyhow::{Context as _, bail};
use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// Held while the folder is in use. It goes with the process, however that ends.
#[derive(Debug)]
pub struct DataLock {
    _file: File,
}

impl DataLock {
    /// Takes the lock of a data folder.
    ///
    /// # Errors
    /// Where another process holds it, or the folder cannot be written.
    pub fn take(data: &Path) -> anyhow::Result<Self> {
        Self::lock(data, File::try_lock)
    }

    /// Takes it together with other services, which share a database and this folder.
    ///
    /// # Errors
    /// Where a process holds it for itself alone, or the folder cannot be written.
    pub fn share(data: &Path) -> anyhow::Result<Self> {
        Self::lock(data, File::try_lock_shared)
    }

    fn lock(data: &Path, lock: impl FnOnce(&File) -> Result<(), TryLockError>) -> anyhow::Result<Self> {
        let path = data.join("in-use");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("{} cannot be opened", path.display()))?;
        match lock(&file) {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => bail!(
                "the data folder {} is in use: a service runs on it, or a restore; stop it first",
                data.display()
            ),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("{} cannot be locked", path.display()))
            }
        }
    }
}
