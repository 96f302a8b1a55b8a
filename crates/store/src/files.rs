//! Files and folders whose creation is durable and whose modes are tight.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::Path,
};

/// Only the service's own account reads and writes.
const PRIVATE_FILE: u32 = 0o600;
/// Only the service's own account enters.
const PRIVATE_FOLDER: u32 = 0o700;

/// Whether an error says that there is no room left.
pub(crate) fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// Makes an empty file that only we may read. Fails where one is.
pub(crate) fn create_private(path: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).mode(PRIVATE_FILE).open(path)?;
    file.sync_all()
}

/// Makes a folder that only we may enter, unless it is there.
pub(crate) fn create_private_folder(path: &Path) -> io::Result<()> {
    match fs::DirBuilder::new().mode(PRIVATE_FOLDER).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => path.parent().map_or(Ok(()), sync_folder),
    }
}

/// Makes a folder and those above it up to `root`, each durable before the next. One that is there already is made
/// durable too: whoever made it may have ended before that.
pub(crate) fn create_folders(root: &Path, below: &Path) -> io::Result<()> {
    let mut folder = root.to_path_buf();
    for part in below.components() {
        let parent = folder.clone();
        folder.push(part);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            Ok(()) | Err(_) => sync_folder(&parent)?,
        }
    }
    Ok(())
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    // A relative path of one part has the empty path for a parent, which means the current folder.
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    File::open(path)?.sync_all()
}
