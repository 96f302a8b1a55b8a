//! One program at a time on a data folder, where two would harm it: the service, and a restore.

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
        let path = data.join("in-use");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("{} cannot be opened", path.display()))?;
        match file.try_lock() {
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
