//! Copies of a data folder's databases: taken while the service runs, put back while it does not.
//!
//! `candour.db` is copied before `keystore.db`. A key is durable before the first event that needs it, so every event in
//! the copy has its key in the copy, unless it was erased in between.

use crate::{database::OpenError, engine::sqlite as engine, files};
use sqlx::ConnectOptions as _;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// Everything but keys.
pub(crate) const MAIN_FILE: &str = "candour.db";
/// Wrapped keys, apart, so that their backups can be short-lived and erasure complete.
pub(crate) const KEYSTORE_FILE: &str = "keystore.db";
/// What SQLite keeps beside a database.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// Copies both databases of a data folder, each as it is at one moment: the first into `main`, the second into
/// `keystore`, folders that are made unless they are there. Whoever writes meanwhile is not kept waiting.
///
/// # Errors
/// [`OpenError::Missing`], [`OpenError::Exists`] where there is such a file in its folder already, and where a file
/// cannot be read or written.
pub async fn back_up(data: &Path, main: &Path, keystore: &Path) -> Result<(), OpenError> {
    for (file, to) in [(MAIN_FILE, main), (KEYSTORE_FILE, keystore)] {
        files::create_private_folder(to).map_err(OpenError::Folder)?;
        copy_of_database(data, file, to).await?;
    }
    Ok(())
}

async fn copy_of_database(data: &Path, file: &'static str, to: &Path) -> Result<(), OpenError> {
    let from = data.join(file);
    if !from.try_exists().map_err(OpenError::Folder)? {
        return Err(OpenError::Missing(file));
    }
    let copy = to.join(file);
    // SQLite fills an empty file, so that nobody else can ever read it.
    match files::create_private(&copy) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(OpenError::Exists(file)),
        done => done.map_err(OpenError::Folder)?,
    }
    let fault = |source| OpenError::Database { file, source };
    let mut connection = engine::reading(&from).connect().await.map_err(fault)?;
    let target = copy.to_string_lossy().into_owned();
    sqlx::query("VACUUM INTO $1").bind(target).execute(&mut connection).await.map_err(fault)?;
    sqlx::Connection::close(connection).await.map_err(fault)?;
    File::open(&copy).and_then(|copy| copy.sync_all()).map_err(OpenError::Folder)?;
    files::sync_folder(to).map_err(OpenError::Folder)
}

/// Whether the keystore of a data folder is there and whole.
pub async fn keystore_is_whole(data: &Path) -> bool {
    let file = data.join(KEYSTORE_FILE);
    if !file.is_file() {
        return false;
    }
    let Ok(mut connection) = engine::reading(&file).connect().await else { return false };
    let check = sqlx::query_scalar::<_, String>("PRAGMA integrity_check").fetch_one(&mut connection).await;
    let keys = sqlx::query("SELECT COUNT(*) FROM keys").execute(&mut connection).await;
    check.is_ok_and(|said| said == "ok") && keys.is_ok()
}

/// Databases that were put in the place of others, and can be taken out again.
#[derive(Debug)]
pub struct Exchanged {
    data: PathBuf,
    aside: PathBuf,
    files: Vec<&'static str>,
}

/// Puts copies in the place of a data folder's databases, which are moved to `aside`, a folder that is made. `keystore`
/// is `None` where the keystore of the folder stays.
///
/// If it is cut off half-way, there is no database in the folder, or the old one is in both places; the same again goes
/// on from there.
///
/// # Errors
/// Where a file cannot be copied or moved. The databases are then as they were.
pub fn exchange(
    data: &Path,
    main: &Path,
    keystore: Option<&Path>,
    aside: &Path,
) -> Result<Exchanged, OpenError> {
    let mut exchanged = Exchanged { data: data.to_owned(), aside: aside.to_owned(), files: Vec::new() };
    files::create_private_folder(data).map_err(OpenError::Folder)?;
    let copies = [Some((MAIN_FILE, main)), keystore.map(|from| (KEYSTORE_FILE, from))];
    let copies: Vec<(&'static str, &Path)> = copies.into_iter().flatten().collect();
    let staged = |file: &str| data.join(format!(".{file}.restored"));
    let done = (|| {
        for (file, from) in &copies {
            let to = staged(file);
            let _ = fs::remove_file(&to);
            files::create_private(&to)?;
            fs::copy(from.join(file), &to)?;
            File::open(&to)?.sync_all()?;
        }
        files::create_private_folder(aside)?;
        for (file, _) in &copies {
            exchanged.files.push(file);
            move_all(file, data, aside)?;
            fs::rename(staged(file), data.join(file))?;
        }
        files::sync_folder(aside)?;
        files::sync_folder(data)
    })();
    match done {
        Ok(()) => Ok(exchanged),
        Err(error) => {
            exchanged.undo()?;
            Err(OpenError::Folder(error))
        }
    }
}

impl Exchanged {
    /// Puts everything back as it was.
    ///
    /// # Errors
    /// Where a file cannot be moved.
    pub fn undo(self) -> Result<(), OpenError> {
        let back = || {
            for file in &self.files {
                for name in with_beside(file) {
                    let _ = fs::remove_file(self.data.join(name));
                }
                move_all(file, &self.aside, &self.data)?;
            }
            // Only an empty folder goes.
            let _ = fs::remove_dir(&self.aside);
            files::sync_folder(&self.data)
        };
        back().map_err(OpenError::Folder)
    }
}

fn with_beside(file: &str) -> impl Iterator<Item = String> {
    [""].into_iter().chain(BESIDE).map(move |end| format!("{file}{end}"))
}

/// Moves a database with what SQLite keeps beside it; what is not there is not moved.
fn move_all(file: &str, from: &Path, to: &Path) -> io::Result<()> {
    for name in with_beside(file) {
        match fs::rename(from.join(&name), to.join(&name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
