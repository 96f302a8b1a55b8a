//! A PostgreSQL of its own, that ends with this process.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

pub struct Server {
    url: String,
    process: Child,
}

impl Server {
    /// Starts one; nothing where there is no PostgreSQL on this machine, and says so.
    pub fn start() -> Option<Self> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/postgres");
        let mut process = Command::new(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tools/postgres");
        let mut url = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut url).unwrap();
        let server = Self { url: url.trim().to_owned(), process };
        if server.url.starts_with("postgres://") {
            return Some(server);
        }
        println!("    there is no PostgreSQL here, so its figures are left out: tools/install database");
        None
    }

    /// An empty database and how it is reached.
    pub async fn database(&self, name: &str) -> String {
        use sqlx::{ConnectOptions as _, postgres::PgConnectOptions};
        let mut connection = self.url.parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
        let create = format!("CREATE DATABASE {name} TEMPLATE template0");
        sqlx::raw_sql(sqlx::AssertSqlSafe(create)).execute(&mut connection).await.unwrap();
        format!("{}/{name}", self.url.rsplit_once('/').unwrap().0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // At the end of its input it stops the server and removes the folder.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
