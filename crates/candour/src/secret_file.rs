//! Small files that hold a secret: read only where nobody but their owner can, written so that it stays so.
//!
//! The permissions are looked at on the open file and not on the path, so that nothing can be exchanged between
//! the look and the reading; a symbolic link is not followed.

use rustix::fs::{Mode, OFlags};
use std::fs::{File, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use thiserror::Error;
use zeroize::Zeroizing;

/// The most bytes of such a file: names and a key or two.
const SECRET_BYTES_MAX: usize = 4096;
/// What group and others may do with it: nothing.
const OTHERS: u32 = 0o077;
const OWNER_ONLY: u32 = 0o600;

/// Why a file with a secret was refused or could not be written.
#[derive(Debug, Error)]
pub(crate) enum SecretFileError {
    #[error("{path}: cannot {act}")]
    Io {
        path: PathBuf,
        act: &'static str,
        #[source]
        source: io::Error,
    },
    #[error("{path}: not a regular file")]
    NotRegular { path: PathBuf },
    #[error("{path}: owned by user {owner}, and this process runs as user {process}")]
    NotOwner { path: PathBuf, owner: u32, process: u32 },
    #[error("{path}: mode {mode:04o} lets others in; it must be 0600 or 0400")]
    OpenToOthers { path: PathBuf, mode: u32 },
    #[error("{path}: longer than {SECRET_BYTES_MAX} bytes")]
    TooLong { path: PathBuf },
}

fn failed(path: &Path, act: &'static str) -> impl FnOnce(io::Error) -> SecretFileError {
    move |source| SecretFileError::Io { path: path.to_owned(), act, source }
}

/// Reads the whole file, if nobody but this process's account can.
pub(crate) fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, SecretFileError> {
    // NONBLOCK keeps a pipe in the file's place from holding up the start; on a regular file it means nothing.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let opened = rustix::fs::open(path, flags, Mode::empty());
    if opened.as_ref().is_err_and(|error| *error == rustix::io::Errno::LOOP) {
        return Err(SecretFileError::NotRegular { path: path.to_owned() });
    }
    let file = File::from(opened.map_err(io::Error::from).map_err(failed(path, "open"))?);
    check(path, &file)?;
    // All the room it can need, so that growing leaves no copy of the secret behind.
    let mut content = Zeroizing::new(Vec::with_capacity(SECRET_BYTES_MAX + 64));
    file.take(SECRET_BYTES_MAX as u64 + 1).read_to_end(&mut content).map_err(failed(path, "read"))?;
    if content.len() > SECRET_BYTES_MAX {
        return Err(SecretFileError::TooLong { path: path.to_owned() });
    }
    Ok(content)
}

fn check(path: &Path, file: &File) -> Result<(), SecretFileError> {
    let found = file.metadata().map_err(failed(path, "examine"))?;
    let path = || path.to_owned();
    if !found.is_file() {
        return Err(SecretFileError::NotRegular { path: path() });
    }
    let process = rustix::process::geteuid().as_raw();
    if found.uid() != process {
        return Err(SecretFileError::NotOwner { path: path(), owner: found.uid(), process });
    }
    let mode = found.permissions().mode() & 0o7777;
    if mode & OTHERS != 0 { Err(SecretFileError::OpenToOthers { path: path(), mode }) } else { Ok(()) }
}

/// Writes a new file with mode 0600 and makes it durable. A file that is there already is never overwritten.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> Result<(), SecretFileError> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    let opened = rustix::fs::open(path, flags, Mode::RUSR | Mode::WUSR);
    let mut file = File::from(opened.map_err(io::Error::from).map_err(failed(path, "create"))?);
    file.set_permissions(Permissions::from_mode(OWNER_ONLY)).map_err(failed(path, "protect"))?;
    file.write_all(content).and_then(|()| file.sync_all()).map_err(failed(path, "write"))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(failed(path, "make durable the folder of"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        write_new(&path, b"secret").unwrap();
        assert_eq!(read(&path).unwrap().as_slice(), b"secret");
        assert!(matches!(write_new(&path, b"other"), Err(SecretFileError::Io { act: "create", .. })));
        assert_eq!(read(&path).unwrap().as_slice(), b"secret");
    }

    #[test]
    fn a_file_that_others_can_open_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        write_new(&path, b"secret").unwrap();
        for mode in [0o640, 0o604, 0o620, 0o601] {
            std::fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            assert!(matches!(read(&path), Err(SecretFileError::OpenToOthers { .. })), "{mode:o}");
        }
        std::fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
        assert!(read(&path).is_ok());
    }

    #[test]
    fn links_folders_and_long_files_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link, long) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("c"));
        write_new(&real, b"secret").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write_new(&long, &vec![b'x'; SECRET_BYTES_MAX + 1]).unwrap();
        assert!(matches!(read(&link), Err(SecretFileError::NotRegular { .. })));
        assert!(matches!(read(folder.path()), Err(SecretFileError::NotRegular { .. })));
        assert!(matches!(read(&long), Err(SecretFileError::TooLong { .. })));
    }
}
