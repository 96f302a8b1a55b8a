//! Two witnesses as processes of their own, ended with the demonstration.

use anyhow::Context as _;
use serde_json::Value;
use std::{path::Path, time::Duration};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

/// A running witness.
#[derive(Debug)]
pub struct Witness {
    /// Where it listens.
    pub url: String,
    /// Its key.
    pub vkey: String,
    /// The process; ended when this is dropped.
    _process: Child,
}

/// Both witnesses.
#[derive(Debug)]
pub struct Witnesses(Vec<Witness>);

impl Witnesses {
    /// The witnesses in order.
    pub fn list(&self) -> &[Witness] {
        &self.0
    }
}

const NAMES: [&str; 2] = ["witness-one.example", "witness-two.example"];

/// Keys, states and configurations of new witnesses.
pub fn prepare(dir: &Path) -> anyhow::Result<()> {
    let log = super::log_vkey(dir)?;
    for (place, name) in NAMES.iter().enumerate() {
        let folder = dir.join(format!("witness-{}", place + 1));
        std::fs::create_dir_all(folder.join("state"))?;
        crate::witness::keygen(crate::witness::KeyKind::Ed25519, name, &folder.join("key"))
            .context("a witness's key cannot be made")?;
        let config = format!(
            "listen = \"127.0.0.1:0\"\nkey = \"key\"\nstate = \"state\"\n\n[[logs]]\norigin = \"{}\"\nvkey = \"{log}\"\n",
            super::ORIGIN
        );
        std::fs::write(folder.join("witness.toml"), config)?;
    }
    Ok(())
}

/// How often one is started that ends at once, and how long is waited in between.
const TRIES_MAX: u32 = 20;
const BETWEEN_TRIES: Duration = Duration::from_millis(250);

/// Starts one; gives the line in which it says where it listens, or nothing where it ended.
async fn begin(binary: &Path, config: &Path) -> anyhow::Result<(Child, Option<String>)> {
    let mut process = Command::new(binary)
        .args(["witness", "--stop-with-stdin", "--config"])
        .arg(config)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .kill_on_drop(true)
        // Ctrl-C at the terminal is for the demonstration, which then ends its witnesses in order.
        .process_group(0)
        .spawn()
        .context("a witness cannot be started")?;
    let output = process.stdout.take().context("a witness has no output")?;
    let line = BufReader::new(output).lines().next_line().await?;
    Ok((process, line))
}

/// Starts both and waits until each says where it listens.
pub async fn start(dir: &Path) -> anyhow::Result<Witnesses> {
    let binary = std::env::current_exe()?;
    let mut found = Vec::new();
    for place in 1..=NAMES.len() {
        let config = dir.join(format!("witness-{place}/witness.toml"));
        let mut tries = 0;
        let (process, line) = loop {
            let (process, line) = begin(&binary, &config).await?;
            tries += 1;
            match line {
                Some(line) => break (process, line),
                // One of a demonstration that was killed a moment ago may still be ending.
                None if tries < TRIES_MAX => tokio::time::sleep(BETWEEN_TRIES).await,
                None => anyhow::bail!("witness {place} ended before it was ready"),
            }
        };
        let ready: Value = serde_json::from_str(&line).context("a witness did not say where it listens")?;
        let text = |key: &str| {
            ready
                .get(key)
                .and_then(Value::as_str)
                .map(str::to_owned)
                .context("a witness did not say where it listens")
        };
        found.push(Witness { url: text("url")?, vkey: text("vkey")?, _process: process });
    }
    Ok(Witnesses(found))
}
