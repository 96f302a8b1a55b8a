//! Object storage of its own for each test: a real server, as `tools/install objects` installs it.

use crate::tiles::{ObjectCredentials, ObjectSettings, ObjectTiles};
use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A running server; it ends with its standard input.
pub(super) struct Server {
    folder: tempfile::TempDir,
    process: Child,
    pub(super) url: String,
}

impl Server {
    pub(super) fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let python = root.join("../../.cache/objects/bin/python");
        assert!(python.exists(), "run tools/install objects first");
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(python)
            .arg("-B")
            .arg(root.join("tests/objects/server.py"))
            .arg(folder.path())
            .arg("ledger")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split('"').nth(3).expect("the server says where it is").to_owned();
        Self { folder, process, url }
    }

    pub(super) fn settings(&self) -> ObjectSettings {
        ObjectSettings {
            bucket: "s3://ledger/below".to_owned(),
            region: "eu-west-2".to_owned(),
            endpoint: Some(self.url.clone()),
            patience: Duration::from_secs(30),
        }
    }

    /// A client of its own, as each node has one.
    pub(super) fn tiles(&self) -> ObjectTiles {
        ObjectTiles::new(&self.settings(), credentials()).unwrap()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn set(&self, name: &str) {
        std::fs::write(self.file(name), "").unwrap();
    }

    pub(super) fn unset(&self, name: &str) {
        std::fs::remove_file(self.file(name)).unwrap();
    }

    pub(super) fn is_set(&self, name: &str) -> bool {
        self.file(name).exists()
    }

    /// What was written: path, condition and status of each.
    pub(super) fn writes(&self) -> Vec<(String, String, String)> {
        let log = std::fs::read_to_string(self.file("log")).unwrap();
        log.lines()
            .map(|line| {
                let parts: Vec<&str> = line.split(' ').map(str::trim).collect();
                (parts[1].to_owned(), parts[2].to_owned(), parts[3].to_owned())
            })
            .collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(super) fn credentials() -> ObjectCredentials {
    ObjectCredentials {
        access_key: "INVENTEDACCESSKEY".to_owned(),
        secret_key: "invented-secret-key".to_owned(),
        token: None,
    }
}
