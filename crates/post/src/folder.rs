//! The outbox folder: one file a letter, readable by its owner alone.

use crate::letter::{self, Letter};
use service::{
    Service,
    error::ServiceError,
    ports::{OutboxRow, StoreError},
};
use std::{
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

/// How many letters one round takes.
const LETTERS_A_ROUND: u32 = 100;

/// A letter or an e-mail that could not be handed over. It stays in the outbox.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// The folder does not take it.
    #[error("the outbox folder cannot be written")]
    Folder(#[source] std::io::Error),
    /// The service could not open it.
    #[error("a letter or an e-mail could not be opened")]
    Service(#[from] ServiceError),
    /// The store failed.
    #[error("the outbox could not be read")]
    Store(#[from] StoreError),
    /// A letter lacks a part.
    #[error("a letter lacks a part")]
    Incomplete,
}

/// Writes letters into a folder.
#[derive(Debug, Clone)]
pub struct OutboxFolder {
    folder: PathBuf,
    service_address: String,
}

impl OutboxFolder {
    /// A folder, which is made if it is not there; `service_address` is where people read, without a slash at the end.
    ///
    /// # Errors
    /// [`PostError::Folder`].
    pub fn open(folder: &Path, service_address: &str) -> Result<Self, PostError> {
        std::fs::create_dir_all(folder).map_err(PostError::Folder)?;
        Ok(Self { folder: folder.to_owned(), service_address: service_address.to_owned() })
    }

    /// Hands over every letter that waits; says how many.
    ///
    /// # Errors
    /// [`PostError`]; what was handed over before it stays handed over.
    pub async fn deliver(&self, service: &Service) -> Result<usize, PostError> {
        let mut delivered = 0;
        for row in service.outbox(LETTERS_A_ROUND).await? {
            // A letter of an erased case has nobody to go to; the outbox forgets it.
            if let Some(value) = service.open_letter(&row).await? {
                let letter = Letter::from_value(&value).ok_or(PostError::Incomplete)?;
                self.write(&row, &letter::print(&letter, &self.service_address))
                    .map_err(PostError::Folder)?;
            }
            service.outbox_done(&row).await?;
            delivered += 1;
        }
        Ok(delivered)
    }

    fn write(&self, row: &OutboxRow, page: &str) -> std::io::Result<()> {
        let path = self.folder.join(format!("letter-{}.html", row.id));
        let draft = self.folder.join(format!(".letter-{}.part", row.id));
        let mut file =
            std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
        file.write_all(page.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&draft, &path)?;
        std::fs::File::open(&self.folder)?.sync_all()
    }
}
