//! A PostgreSQL of a test's own, and questions to it that go past the service.

#![allow(dead_code, reason = "each test file uses its own part of this, and one of them all")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::{
    io::{BufRead, BufReader, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
};

/// A server that ends with this.
pub struct Server {
    pub url: String,
    process: Child,
    says: Box<dyn BufRead>,
}

impl Server {
    pub fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/postgres");
        let mut process = Command::new(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tools/postgres starts");
        let mut says = Box::new(BufReader::new(process.stdout.take().unwrap()));
        let mut url = String::new();
        says.read_line(&mut url).unwrap();
        assert!(url.starts_with("postgres://"), "tools/postgres says why on its standard error");
        Self { url: url.trim().to_owned(), process, says }
    }

    /// Ends it and begins it again: `fast` breaks connections off, `immediate` is as a crash.
    pub fn restart(&mut self, how: &str) {
        writeln!(self.process.stdin.as_mut().unwrap(), "{how}").unwrap();
        let mut line = String::new();
        self.says.read_line(&mut line).unwrap();
        assert_eq!(line, "again\n");
    }

    /// The address of another database on it.
    pub fn database(&self, name: &str) -> String {
        format!("{}/{name}", self.url.rsplit_once('/').unwrap().0)
    }

    /// What a statement gives, in the database that was there first.
    pub fn ask(&self, statement: &str) -> String {
        let asked =
            Command::new("psql").args(["-X", "-A", "-t", "-c", statement, &self.url]).output().unwrap();
        assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
        String::from_utf8(asked.stdout).unwrap().trim().to_owned()
    }

    /// Whether a statement succeeds.
    pub fn tries(&self, database: &str, statement: &str) -> bool {
        let psql =
            Command::new("psql").args(["-X", "-q", "-c", statement, &self.database(database)]).output();
        psql.unwrap().status.success()
    }

    /// A statement that must succeed.
    pub fn run(&self, database: &str, statement: &str) {
        assert!(self.tries(database, statement), "{statement}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // At the end of its input it stops the server and removes the folder.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
