//! Copies of a record in a PostgreSQL, in the form of every backup: two files of SQLite. So a backup can be put back on
//! either database.

use crate::{
    backup::{KEYSTORE_FILE, MAIN_FILE},
    database::{OpenError, holds, migrated, unusable, writer_of},
    engine::{
        Connection,
        postgres::{
            KEY_SCHEMA, MAIN_SCHEMA, Server,
            arriving::{self, Holds, Kind, Mark},
        },
        sqlite,
    },
    files, frozen,
    migrate::{self, Migration},
    transfer::{self, TransferError, Travelled, quoted},
};
use std::{
    fs::{self, File},
    io,
    path::Path,
    time::Duration,
};

/// How long connections of a service that has just ended may still be seen, in tenths of a second.
const PATIENCE: u32 = 30;

/// Why a copy is not made or not put back.
#[derive(Debug, thiserror::Error)]
pub enum PortableError {
    /// A file or the server cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Rows do not travel.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// The record is of another version.
    #[error(
        "{server} was last used by another version of Candour; start this version on it once, and then copy it"
    )]
    Version {
        /// Which server.
        server: String,
    },
    /// There is a record there.
    #[error(
        "{server} holds a record; `--replace` puts the backup in its place and keeps what is there beside it"
    )]
    NotEmpty {
        /// Which server.
        server: String,
    },
    /// A service runs on it.
    #[error("{server} is in use: a service runs on it, or another command; stop it first, on every node")]
    InUse {
        /// Which server.
        server: String,
    },
    /// Something else arrives there.
    #[error("a move to {server} is under way; finish it with `candour move`, or give it up with `--cancel`")]
    Moving {
        /// Which server.
        server: String,
    },
}

/// Copies a record of a server, as it is at one moment: everything but keys into `main`, the keys into `keystore`,
/// folders that are made unless they are there. Whoever writes meanwhile is not kept waiting.
///
/// # Errors
/// [`PortableError`], also where there is such a file in its folder already.
pub async fn back_up_server(
    server: &Server,
    main: &Path,
    keystore: &Path,
    mut progress: impl FnMut(&str, u64),
) -> Result<Travelled, PortableError> {
    match holds(server).await? {
        Holds::Record => {}
        // Says what there is instead.
        Holds::Nothing | Holds::Half(_) | Holds::Arriving(_) => {
            crate::Database::open_server(server).await?.close().await;
        }
    }
    let failed = |source| PortableError::from(unusable(server, source));
    let mut from = server.snapshot().await.map_err(failed)?;
    let mut done = Travelled::default();
    let parts: [(&Path, &str, &str, &[Migration]); 2] = [
        (main, MAIN_FILE, MAIN_SCHEMA, migrate::MAIN),
        (keystore, KEYSTORE_FILE, KEY_SCHEMA, migrate::KEYSTORE),
    ];
    for (folder, file, schema, migrations) in parts {
        from.run_text(format!("SET LOCAL search_path = {schema}")).await.map_err(failed)?;
        let current = migrate::is_current(&mut from, migrations).await;
        if !current.map_err(|source| OpenError::Migration { file: schema, source })? {
            return Err(PortableError::Version { server: server.to_string() });
        }
        fill_file(&mut from, folder, file, migrations, &mut done, &mut progress).await?;
    }
    from.close().await.map_err(failed)?;
    // Keys that were destroyed meanwhile could not leave the pages while this looked at them.
    let mut keys = server.writer(KEY_SCHEMA).await.map_err(failed)?;
    keys.forget_deleted().await.map_err(failed)?;
    keys.close().await.map_err(failed)?;
    Ok(done)
}

async fn fill_file(
    from: &mut Connection,
    folder: &Path,
    file: &'static str,
    migrations: &[Migration],
    done: &mut Travelled,
    progress: &mut impl FnMut(&str, u64),
) -> Result<(), PortableError> {
    files::create_private_folder(folder).map_err(OpenError::Folder)?;
    let path = folder.join(file);
    match files::create_private(&path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(OpenError::Exists(file).into());
        }
        made => made.map_err(OpenError::Folder)?,
    }
    let fault = |source| PortableError::from(OpenError::Database { file, source });
    let connection = sqlite::writer(&path, None).await.map_err(fault)?;
    let mut to = migrated(connection, file, migrations).await?;
    let tables = transfer::common(from, &mut to).await?;
    for table in &tables {
        to.begin().await.map_err(fault)?;
        transfer::merge(from, &mut to, table, done, &mut *progress).await?;
        to.commit().await.map_err(fault)?;
    }
    // One file and nothing beside it.
    to.run("PRAGMA journal_mode = DELETE").await.map_err(fault)?;
    to.close().await.map_err(fault)?;
    File::open(&path).and_then(|file| file.sync_all()).map_err(OpenError::Folder)?;
    files::sync_folder(folder).map_err(OpenError::Folder)?;
    Ok(())
}

/// What a restore took the place of, as schemas of the same database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Everything but keys.
    pub main: String,
    /// The keys, unless they stay.
    pub keystore: Option<String>,
}

/// A record that is being put back on a server. Nobody else can open it until it has arrived.
#[derive(Debug)]
pub struct Restoring {
    server: Server,
    mark: Mark,
}

impl Restoring {
    /// Whether there is a keystore on the server that a restore can go on with.
    ///
    /// # Errors
    /// [`PortableError`], where the server cannot be asked.
    pub async fn has_keystore(server: &Server) -> Result<bool, PortableError> {
        Ok(match holds(server).await? {
            Holds::Record | Holds::Half(KEY_SCHEMA) => true,
            // A restore that was cut off left it as it was.
            Holds::Arriving(mark) => mark.kind == Kind::Restore && mark.replaced.is_some(),
            Holds::Nothing | Holds::Half(_) => false,
        })
    }

    /// Begins with empty schemas. `keys_stay` has the keystore stay that is there; `stamp` names what is put aside.
    ///
    /// # Errors
    /// [`PortableError`]; nothing was changed then, except that a restore that was cut off was undone.
    pub async fn begin(
        server: &Server,
        origin: &str,
        token: String,
        keys_stay: bool,
        replace: bool,
        stamp: i64,
    ) -> Result<Self, PortableError> {
        let name = server.to_string();
        let failed = |source| PortableError::from(unusable(server, source));
        not_in_use(server).await?;
        if let Holds::Arriving(mark) = holds(server).await? {
            if mark.kind == Kind::Move {
                return Err(PortableError::Moving { server: name });
            }
            server.undo_arriving(&mark).await.map_err(failed)?;
        }
        let aside = |schema: &str| format!("{schema}_replaced_{stamp}");
        let (replaced, replaced_keys) = match holds(server).await? {
            Holds::Nothing => (None, None),
            Holds::Record if replace => (Some(aside(MAIN_SCHEMA)), (!keys_stay).then(|| aside(KEY_SCHEMA))),
            Holds::Record => return Err(PortableError::NotEmpty { server: name }),
            Holds::Half(schema) => return Err(OpenError::Exists(schema).into()),
            Holds::Arriving(_) => return Err(PortableError::InUse { server: name }),
        };
        let mark = Mark { kind: Kind::Restore, token, origin: origin.to_owned(), replaced, replaced_keys };
        let keys_stay = mark.replaced.is_some() && mark.replaced_keys.is_none();
        server.begin_arriving(&mark, keys_stay).await.map_err(failed)?;
        Ok(Self { server: server.arriving(), mark })
    }

    /// Brings a backup's files over: `main`, and `keystore` unless the one that is there stays. They are brought up to
    /// this build's schema in copies below `scratch`, a folder that is made and removed.
    ///
    /// # Errors
    /// [`PortableError`]; then [`undo`](Self::undo) puts everything back.
    pub async fn fill(
        &self,
        main: &Path,
        keystore: Option<&Path>,
        scratch: &Path,
        progress: impl FnMut(&str, u64),
    ) -> Result<Travelled, PortableError> {
        files::create_private_folder(scratch).map_err(OpenError::Folder)?;
        let done = self.fill_from_copies(main, keystore, scratch, progress).await;
        let removed = fs::remove_dir_all(scratch).map_err(OpenError::Folder);
        let done = done?;
        removed?;
        Ok(done)
    }

    async fn fill_from_copies(
        &self,
        main: &Path,
        keystore: Option<&Path>,
        scratch: &Path,
        mut progress: impl FnMut(&str, u64),
    ) -> Result<Travelled, PortableError> {
        let mut done = Travelled::default();
        let parts: [(Option<&Path>, &str, &str, &[Migration]); 2] = [
            (Some(main), MAIN_FILE, MAIN_SCHEMA, migrate::MAIN),
            (keystore, KEYSTORE_FILE, KEY_SCHEMA, migrate::KEYSTORE),
        ];
        for (folder, file, schema, migrations) in parts {
            let Some(folder) = folder else { continue };
            let copy = scratch.join(file);
            let _ = fs::remove_file(&copy);
            files::create_private(&copy)
                .and_then(|()| fs::copy(folder.join(file), &copy))
                .map_err(OpenError::Folder)?;
            let fault = |source| PortableError::from(OpenError::Database { file, source });
            let connection = sqlite::writer(&copy, None).await.map_err(fault)?;
            let mut from = migrated(connection, file, migrations).await?;
            // A copy of files that had moved away is a backup like another.
            if frozen::read(&mut from).await.map_err(fault)?.is_some() {
                return Err(OpenError::Moved { target: "another database".to_owned() }.into());
            }
            let mut to = writer_of(&self.server, schema, migrations).await?;
            for table in &transfer::common(&mut from, &mut to).await? {
                transfer::merge(&mut from, &mut to, table, &mut done, &mut progress).await?;
                let rows = transfer::compare(&mut from, &mut to, table).await?;
                progress(&table.name, rows);
                let analysed = to.run_text(format!("ANALYZE {}", quoted(&table.name))).await;
                analysed.map_err(|source| unusable(&self.server, source))?;
            }
            from.close().await.map_err(fault)?;
            to.close().await.map_err(|source| unusable(&self.server, source))?;
        }
        Ok(done)
    }

    /// The server, for whoever takes up what was published before the record has arrived.
    #[must_use]
    pub fn server(&self) -> Server {
        self.server.clone()
    }

    /// The record has arrived: it can be opened. Says what it took the place of.
    ///
    /// # Errors
    /// [`PortableError`].
    pub async fn finish(self) -> Result<Option<Replaced>, PortableError> {
        let mut to = writer_of(&self.server, MAIN_SCHEMA, migrate::MAIN).await?;
        let failed = |source| PortableError::from(unusable(&self.server, source));
        arriving::arrive(&mut to).await.map_err(failed)?;
        to.close().await.map_err(failed)?;
        Ok(self.mark.replaced.map(|main| Replaced { main, keystore: self.mark.replaced_keys }))
    }

    /// Puts everything back as it was.
    ///
    /// # Errors
    /// [`PortableError`], where the server does not answer; the next restore does it then.
    pub async fn undo(self) -> Result<(), PortableError> {
        let undone = self.server.undo_arriving(&self.mark).await;
        Ok(undone.map_err(|source| unusable(&self.server, source))?)
    }
}

/// That no service has the record open. Connections of one that has just ended are waited for.
async fn not_in_use(server: &Server) -> Result<(), PortableError> {
    for _ in 0..PATIENCE {
        if !server.is_in_use().await.map_err(|source| unusable(server, source))? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(PortableError::InUse { server: server.to_string() })
}
