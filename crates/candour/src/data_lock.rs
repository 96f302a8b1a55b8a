//! Who may be at work on a data folder at the same time: one service, or several that share a database; never a restore
//! beside them.

use anyhow::{Context as _, bail};
use std::{
    fs::{File, TryLockError},
    path::Path,
};

const IN_USE: &str = "in use: a service runs on it, or a restore; stop it first";

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
        Self::lock(data, "in-use", File::try_lock, IN_USE)
    }

    /// Takes the lock of whoever moves the record of a data folder elsewhere, while a service may run on it.
    ///
    /// # Errors
    /// Where another process moves it, or the folder cannot be written.
    pub fn moving(data: &Path) -> anyhow::Result<Self> {
        Self::lock(data, "moving", File::try_lock, "being moved by another `candour move`; wait for it")
    }

    /// Takes the lock of whoever changes the keys of a service.
    ///
    /// # Errors
    /// Where another process does, or the folder cannot be written.
    pub fn keys(data: &Path) -> anyhow::Result<Self> {
        Self::lock(
            data,
            "keys-changing",
            File::try_lock,
            "having its keys changed by another `candour keys`; wait for it",
        )
    }

    /// Takes it together with other services, which share a database and this folder.
    ///
    /// # Errors
    /// Where a process holds it for itself alone, or the folder cannot be written.
    pub fn share(data: &Path) -> anyhow::Result<Self> {
        Self::lock(data, "in-use", File::try_lock_shared, IN_USE)
    }

    fn lock(
        data: &Path,
        name: &str,
        lock: impl FnOnce(&File) -> Result<(), TryLockError>,
        held: &str,
    ) -> anyhow::Result<Self> {
        let path = data.join(name);
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("{} cannot be opened", path.display()))?;
        match lock(&file) {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => bail!("the data folder {} is {held}", data.display()),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("{} cannot be locked", path.display()))
            }
        }
    }
}
