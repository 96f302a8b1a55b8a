//! A PostgreSQL for the tests of this process: it ends with the process.

use crate::Server;
use sqlx::{ConnectOptions as _, postgres::PgConnectOptions};
use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    str::FromStr as _,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// The process is kept, and with it the pipe at whose end the server ends.
static STARTED: OnceLock<(Child, String)> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

fn start() -> (Child, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/postgres");
    let mut child = Command::new(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("tools/postgres starts");
    let mut url = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
    assert!(url.starts_with("postgres://"), "tools/postgres says why on its standard error");
    (child, url.trim().to_owned())
}

/// A database of its own, empty.
pub(crate) async fn database() -> Server {
    let (_, url) = tokio::task::spawn_blocking(|| STARTED.get_or_init(start)).await.unwrap();
    let name = format!("test_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnectOptions::from_str(url).unwrap().connect().await.unwrap();
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0"));
    sqlx::raw_sql(create).execute(&mut connection).await.unwrap();
    let url = url.rsplit_once('/').unwrap().0;
    Server::parse(&format!("{url}/{name}"), None).unwrap()
}
