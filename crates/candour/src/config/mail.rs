//! The mail server that tells forces' contacts of a recall (ADR 0044). A password is never in the configuration: it lies in a
//! file that nobody else can read.

use anyhow::{Context as _, bail};
use post::{MailServer, MailSettings, Mailer};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A mail server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// `smtps://host`, `smtp+starttls://host`, or `smtp://localhost` for one on this very machine; with a port or without.
    pub server: String,
    /// From whom e-mails are, such as `Candour <candour@trust.example>`.
    pub from: String,
    /// What the server knows us as; nothing is said where left out.
    pub username: Option<String>,
    /// The password for it: a file that only its owner can read.
    pub password_file: Option<PathBuf>,
    /// The certificate of whoever vouches for the server, as PEM, in the place of the public authorities.
    pub authority_file: Option<PathBuf>,
}

impl MailConfig {
    /// Relative paths count from here.
    pub(super) fn beside(&mut self, base: &Path) {
        for place in [&mut self.password_file, &mut self.authority_file].into_iter().flatten() {
            *place = base.join(&*place);
        }
    }

    fn server(&self) -> anyhow::Result<MailServer> {
        MailServer::parse(&self.server).context("`mail.server` cannot be used")
    }

    /// Holds what can be held without reading a secret.
    pub(super) fn check(&self) -> anyhow::Result<()> {
        self.server()?;
        if self.username.is_some() != self.password_file.is_some() {
            bail!("`mail.username` and `mail.password_file` are named together or not at all");
        }
        Ok(())
    }

    /// The mailer. Nothing is asked of the server yet.
    ///
    /// # Errors
    /// Names the setting or the file; never what is in it.
    pub fn mailer(&self, service_address: &str) -> anyhow::Result<Mailer> {
        let credentials = match (&self.username, &self.password_file) {
            (Some(name), Some(path)) => {
                Some((name.clone(), super::database::password(path, "the mail server")?))
            }
            _ => None,
        };
        let authority = match &self.authority_file {
            Some(path) => Some(std::fs::read(path).with_context(|| {
                format!("the certificate of the mail server's authority {} cannot be read", path.display())
            })?),
            None => None,
        };
        let settings = MailSettings {
            server: self.server()?,
            from: self.from.clone(),
            credentials,
            authority,
            service_address: service_address.to_owned(),
        };
        Mailer::new(&settings).context("`mail` cannot be used")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::Permissions, os::unix::fs::PermissionsExt as _};

    fn read(text: &str) -> anyhow::Result<MailConfig> {
        let text = format!("from = \"Candour <candour@trust.example>\"\n{text}");
        let config: MailConfig = toml::from_str(&text)
            .map_err(|error| crate::config::at_fault(Path::new("candour.toml"), &text, &error))?;
        config.check()?;
        Ok(config)
    }

    #[test]
    fn a_mail_server_is_reached_by_tls_or_on_this_machine() {
        for good in
            ["smtps://mail.trust.example", "smtp+starttls://mail.trust.example:587", "smtp://127.0.0.1:2525"]
        {
            let config = read(&format!("server = \"{good}\"")).unwrap();
            config.mailer("https://candour.example").unwrap();
        }
        for bad in [
            "server = \"smtp://mail.trust.example\"",
            "server = \"smtps://candour:hunter2@mail.trust.example\"",
            "server = \"smtps://mail.trust.example\"\nusername = \"candour\"",
            "server = \"smtps://mail.trust.example\"\npassword_file = \"x\"",
            "server = \"smtps://mail.trust.example\"\npassword = \"hunter2\"",
            "",
        ] {
            let error = format!("{:#}", read(bad).expect_err(bad));
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn the_password_is_read_from_a_file_of_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mail.password");
        std::fs::write(&path, "hunter2\n").unwrap();
        let text = "server = \"smtps://mail.trust.example\"\nusername = \"candour\"\npassword_file = \"mail.password\"";
        let mut config = read(text).unwrap();
        config.beside(folder.path());
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        let error = format!("{:#}", config.mailer("https://candour.example").unwrap_err());
        assert!(error.contains("mail.password") && !error.contains("hunter2"), "{error}");
        std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        let mailer = config.mailer("https://candour.example").unwrap();
        assert!(!format!("{mailer:?}").contains("hunter2"));
        std::fs::write(&path, "two\nlines\n").unwrap();
        assert!(config.mailer("https://candour.example").is_err());
    }
}
