//! A SoftHSM with tokens of its own, and the program run on it.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub const MODULE: &str = "/usr/lib/softhsm/libsofthsm2.so";
pub const PIN: &str = "73519846";

/// A SoftHSM of its own: a configuration and a folder of tokens.
pub struct Module {
    pub folder: tempfile::TempDir,
}

impl Module {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("tokens")).unwrap();
        let tokens = folder.path().join("tokens");
        fs::write(folder.path().join("conf"), format!("directories.tokendir = {}\n", tokens.display()))
            .unwrap();
        let module = Self { folder };
        module.token("candour");
        module
    }

    pub fn conf(&self) -> PathBuf {
        self.folder.path().join("conf")
    }

    pub fn tokens(&self) -> PathBuf {
        self.folder.path().join("tokens")
    }

    /// The file in which SoftHSM keeps what belongs to the token as a whole.
    pub fn own_file(&self) -> PathBuf {
        let token = fs::read_dir(self.tokens()).unwrap().next().unwrap().unwrap();
        token.path().join("token.object")
    }

    pub fn kept(&self) -> Vec<u8> {
        fs::read(self.own_file()).unwrap()
    }

    /// SoftHSM 2.6.1 empties that file and writes it again whenever somebody signs in, so that whoever is killed in between
    /// leaves no token. A hardware module does not forget itself; this puts the file back, and says whether it had to.
    pub fn mended(&self, kept: &[u8]) -> bool {
        let is_broken = fs::metadata(self.own_file()).unwrap().len() < kept.len() as u64;
        if is_broken {
            fs::write(self.own_file(), kept).unwrap();
        }
        is_broken
    }

    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let done = Command::new(program).args(arguments).env("SOFTHSM2_CONF", self.conf()).output().unwrap();
        let text =
            format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(done.status.success(), "{program} {arguments:?}: {text}");
        text
    }

    pub fn token(&self, label: &str) {
        self.run(
            "softhsm2-util",
            &["--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", PIN],
        );
    }

    /// Debian's OpenSC: another program than ours that speaks to the module.
    pub fn tool(&self, arguments: &[&str]) -> String {
        let mut all = vec!["--module", MODULE, "--token-label", "candour", "--login", "--pin", PIN];
        all.extend(arguments);
        self.run("pkcs11-tool", &all)
    }

    /// Brings in a key that the test knows.
    pub fn import(&self, file: &Path, label: &str, id: &str, more: &[&str]) {
        let mut all = vec!["--import", file.to_str().unwrap(), "--token", "candour", "--pin", PIN];
        all.extend(["--label", label, "--id", id]);
        all.extend(more);
        self.run("softhsm2-util", &all);
    }

    pub fn candour(&self, arguments: &[&str]) -> (i32, String) {
        let done = self.command(arguments).output().unwrap();
        let text =
            format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(!text.contains(PIN), "the PIN is said: {arguments:?}");
        assert!(!text.contains("panicked"), "{text}");
        (done.status.code().unwrap_or(-1), text)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
        command.args(arguments).env("SOFTHSM2_CONF", self.conf()).stdin(Stdio::null());
        command
    }
}

pub fn secret(path: &Path, content: &str) {
    fs::write(path, content).unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
}
