//! Reading and writing a key file, with what makes it safe to trust.
//!
//! The permissions are looked at on the open file, not on the path, so that nothing can be exchanged between
//! the look and the reading; a symbolic link is not followed.

use std::fs::{File, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};
use zeroize::Zeroizing;

use super::{KEY_FILE_BYTES_MAX, KeyFileError};

/// What group and others may do with a key file: nothing.
const OTHERS: u32 = 0o077;
const OWNER_ONLY: u32 = 0o600;

fn failed(path: &Path, act: &'static str) -> impl FnOnce(std::io::Error) -> KeyFileError {
    move |source| KeyFileError::Io { path: path.to_owned(), act, source }
}

/// Reads the whole file if it may be trusted.
pub(super) fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    // NONBLOCK keeps a pipe put in the file's place from holding the start up for ever; on a regular file it
    // means nothing.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let opened = rustix::fs::open(path, flags, Mode::empty());
    if opened.as_ref().is_err_and(|error| *error == rustix::io::Errno::LOOP) {
        return Err(KeyFileError::NotRegular { path: path.to_owned() });
    }
    let mut file = File::from(opened.map_err(std::io::Error::from).map_err(failed(path, "open"))?);
    let length = check(path, &file)?;
    // Room for one byte more than is there: a full buffer would grow once to see that the file has ended, and
    // leave the keys behind in the memory it gave back.
    let mut content = Zeroizing::new(Vec::with_capacity(length.saturating_add(64)));
    (&mut file).take(KEY_FILE_BYTES_MAX + 1).read_to_end(&mut content).map_err(failed(path, "read"))?;
    if content.len() as u64 > KEY_FILE_BYTES_MAX {
        return Err(KeyFileError::TooLarge { path: path.to_owned() });
    }
    Ok(content)
}

/// Refuses a file that is not regular, not ours or open to others. Answers its length in bytes.
fn check(path: &Path, file: &File) -> Result<usize, KeyFileError> {
    let found = file.metadata().map_err(failed(path, "examine"))?;
    let path = || path.to_owned();
    if !found.is_file() {
        return Err(KeyFileError::NotRegular { path: path() });
    }
    let process = rustix::process::geteuid().as_raw();
    if found.uid() != process {
        return Err(KeyFileError::NotOwner { path: path(), owner: found.uid(), process });
    }
    let mode = found.permissions().mode() & 0o7777;
    if mode & OTHERS != 0 {
        return Err(KeyFileError::OpenToOthers { path: path(), mode });
    }
    match usize::try_from(found.len()) {
        Ok(length) if found.len() <= KEY_FILE_BYTES_MAX => Ok(length),
        _ => Err(KeyFileError::TooLarge { path: path() }),
    }
}

/// Writes a file that must not exist yet, and makes it durable.
pub(super) fn write_new(path: &Path, content: &[u8]) -> Result<(), KeyFileError> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    let opened = rustix::fs::open(path, flags, Mode::RUSR | Mode::WUSR);
    let mut file = File::from(opened.map_err(std::io::Error::from).map_err(failed(path, "create"))?);
    // The mode given at creation is reduced by the process's mask and may have come out as 0400 or less.
    file.set_permissions(Permissions::from_mode(OWNER_ONLY)).map_err(failed(path, "protect"))?;
    file.write_all(content).and_then(|()| file.sync_all()).map_err(failed(path, "write"))?;
    sync_folder(path)
}

/// Replaces a file by another under the same name, in one step and durably.
pub(super) fn replace(path: &Path, content: &[u8]) -> Result<(), KeyFileError> {
    let beside = beside(path);
    write_new(&beside, content)?;
    std::fs::rename(&beside, path).map_err(failed(path, "replace"))?;
    sync_folder(path)
}

/// Puts one file in another's place, in one step and durably, and keeps the old one under a third name. Where a run before
/// this one got as far as keeping it, that is the same file.
pub(super) fn exchange(path: &Path, new: &Path, old: &Path) -> Result<(), KeyFileError> {
    match std::fs::hard_link(path, old) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && same_file(path, old)? => {}
        linked => linked.map_err(failed(old, "keep the old file as this one"))?,
    }
    sync_folder(old)?;
    std::fs::rename(new, path).map_err(failed(path, "replace"))?;
    sync_folder(path)
}

fn same_file(one: &Path, other: &Path) -> Result<bool, KeyFileError> {
    let place = |path: &Path| {
        std::fs::symlink_metadata(path)
            .map(|found| (found.dev(), found.ino()))
            .map_err(failed(path, "examine"))
    };
    Ok(place(one)? == place(other)?)
}

/// Deletes a file, after its bytes were written over. What the medium keeps of them nobody here can say.
pub(super) fn forget(path: &Path) -> Result<(), KeyFileError> {
    let flags = OFlags::WRONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    let opened = rustix::fs::open(path, flags, Mode::empty());
    let mut file = File::from(opened.map_err(std::io::Error::from).map_err(failed(path, "open"))?);
    let length = check(path, &file)?;
    file.write_all(&vec![0; length]).and_then(|()| file.sync_all()).map_err(failed(path, "write over"))?;
    std::fs::remove_file(path).map_err(failed(path, "delete"))?;
    sync_folder(path)
}

/// Deletes what an attempt before this one left, if anything.
pub(super) fn clear(path: &Path) -> Result<(), KeyFileError> {
    match std::fs::symlink_metadata(path) {
        Ok(_) => forget(path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(path, "examine")(error)),
    }
}

/// The new file's name before it takes the old one's place. One that was left behind by a crash stops the next
/// attempt: it holds keys, and what to do with it is for its owner to say.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

fn sync_folder(path: &Path) -> Result<(), KeyFileError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(failed(path, "make durable the folder of"))
}
