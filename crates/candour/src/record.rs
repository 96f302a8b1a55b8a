//! Where the record lies: in two files of the data folder, or in a PostgreSQL.

use crate::config::{Config, database};
use anyhow::Context as _;
use std::{fmt, path::PathBuf};
use store::{Database, OpenError, Server};

/// Where the record of a configuration lies.
#[derive(Debug, Clone)]
pub enum Record {
    /// In the data folder.
    Files(PathBuf),
    /// In a database of PostgreSQL. The ledger's files, where they are not in object storage, lie in the data folder.
    Server(Box<Server>),
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Files(folder) => write!(f, "the data folder {}", folder.display()),
            Self::Server(server) => write!(f, "{server}"),
        }
    }
}

impl Record {
    /// What a configuration says.
    ///
    /// # Errors
    /// Names the setting or the file that is at fault; never a password.
    pub fn of(config: &Config) -> anyhow::Result<Self> {
        Ok(match &config.service.database {
            None => Self::Files(config.service.data.clone()),
            Some(url) => {
                let file = config.service.database_password_file.as_deref();
                Self::Server(Box::new(database::server(url, file)?))
            }
        })
    }

    /// Opens what is there.
    ///
    /// # Errors
    /// Where there is none, or it cannot be used.
    pub async fn open(&self) -> anyhow::Result<Database> {
        let opened = match self {
            Self::Files(folder) => Database::open(folder).await,
            Self::Server(server) => Database::open_server(server).await,
        };
        match opened {
            Err(error @ OpenError::Missing(_)) => Err(error)
                .with_context(|| format!("{self} holds no record; `candour init` makes an empty one")),
            Err(error @ OpenError::Moved { .. }) => Err(error).with_context(|| {
                format!("{self} is not served: name the database in `service.database`; where `candour move` was cut off, \
                    the same again finishes it, and `--cancel` gives it up")
            }),
            Err(error @ OpenError::Arriving { .. }) => Err(error).with_context(|| {
                format!("{self} is not served: the same command again finishes what was begun")
            }),
            other => other.with_context(|| format!("{self} cannot be opened")),
        }
    }

    /// Makes an empty record.
    ///
    /// # Errors
    /// Where there is one already: nothing of it is touched then.
    pub async fn create(&self) -> anyhow::Result<()> {
        let made = match self {
            Self::Files(folder) => Database::create(folder).await,
            Self::Server(server) => Database::create_server(server).await,
        };
        let database = match made {
            Err(error @ OpenError::Exists(_)) => {
                return Err(error)
                    .with_context(|| format!("{self} holds a record already, which stays as it is"));
            }
            other => other.with_context(|| format!("an empty record cannot be made in {self}"))?,
        };
        database.close().await;
        Ok(())
    }
}
