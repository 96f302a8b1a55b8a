//! The record in a PostgreSQL. A password is never in the configuration: it lies in a file that nobody else can read.

use crate::secret_file;
use anyhow::Context as _;
use std::path::Path;
use store::Server;

/// Reads `service.database` and the password that belongs to it.
///
/// # Errors
/// Names the setting or the file; never what is in them.
pub fn server(url: &str, password_file: Option<&Path>) -> anyhow::Result<Server> {
    let Some(path) = password_file else {
        return Server::parse(url, None).context("`service.database` is at fault");
    };
    let password = password(path, "the database")?;
    Server::parse(url, Some(&password)).context("`service.database` is at fault")
}

/// A password on one line, from a file that nobody else can read.
pub(super) fn password(path: &Path, whose: &str) -> anyhow::Result<String> {
    let bytes = secret_file::read(path).with_context(|| format!("the password of {whose} cannot be read"))?;
    std::str::from_utf8(&bytes)
        .ok()
        .map(|text| text.trim_end_matches(['\r', '\n']))
        .filter(|text| !text.is_empty() && !text.contains(['\r', '\n']))
        .map(str::to_owned)
        .with_context(|| format!("{}: expected a password on one line", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::Permissions, os::unix::fs::PermissionsExt as _};

    #[test]
    fn a_password_is_read_from_a_file_of_its_owner_alone_and_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("database.password");
        std::fs::write(&path, "the secret\n").unwrap();
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        let url = "postgres://candour@db.example/candour?sslmode=verify-full";
        let error = format!("{:#}", server(url, Some(&path)).unwrap_err());
        assert!(error.contains("database.password") && !error.contains("the secret"), "{error}");
        std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        let read = server(url, Some(&path)).unwrap();
        assert!(!format!("{read:?} {read}").contains("the secret"));
        std::fs::write(&path, "two\nlines\n").unwrap();
        assert!(server(url, Some(&path)).is_err());
    }
}
