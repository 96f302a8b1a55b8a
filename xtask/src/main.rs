//! `cargo xtask tidy`: holds the structure that the documents state against the tree that exists.

mod edges;
mod escapes;
mod limits;
mod words;

use anyhow::{Context as _, bail};
use std::path::{Path, PathBuf};

fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy(),
        _ => bail!("usage: cargo xtask tidy"),
    }
}

fn root() -> anyhow::Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).context("xtask lies in the root")
}

fn tidy() -> anyhow::Result<()> {
    let root = root()?;
    let mut faults = Vec::new();
    edges::check(&root, &mut faults)?;
    escapes::check(&root, &mut faults)?;
    limits::check(&root, &mut faults)?;
    words::check(&root, &mut faults)?;
    if faults.is_empty() {
        println!("tidy");
        return Ok(());
    }
    for fault in &faults {
        println!("- {fault}");
    }
    bail!("{} faults", faults.len())
}

/// Every Rust file below a folder.
fn rust_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
