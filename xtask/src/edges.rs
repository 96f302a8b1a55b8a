//! The crate graph: which crate may use which, and that ARCHITECTURE.md's code map names the crates that exist.

use anyhow::Context as _;
use std::{collections::BTreeSet, path::Path};

/// Allowed edges, from the table in ARCHITECTURE.md. A change here is a change of structure and stands alone.
const ALLOWED: &[(&str, &[&str])] = &[
    ("tlog", &[]),
    ("casework", &[]),
    ("gate", &["casework"]),
    ("prove", &["casework", "gate"]),
    ("vault", &["tlog"]),
    ("words", &[]),
    ("service", &["tlog", "casework", "gate", "vault", "words"]),
    ("store", &["service", "casework", "tlog"]),
    ("post", &["service", "casework", "words"]),
    ("verify", &["tlog"]),
    ("identifying", &[]),
    ("hsm", &["tlog", "vault"]),
    (
        "candour",
        &[
            "tlog",
            "casework",
            "gate",
            "vault",
            "service",
            "store",
            "post",
            "verify",
            "prove",
            "identifying",
            "hsm",
            "words",
        ],
    ),
];

pub(crate) fn check(root: &Path, faults: &mut Vec<String>) -> anyhow::Result<()> {
    let mut existing = BTreeSet::new();
    for entry in std::fs::read_dir(root.join("crates"))? {
        existing.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    for name in &existing {
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| known == name) else {
            faults.push(format!("crates/{name} has no row in the table of allowed edges"));
            continue;
        };
        for used in dependencies(root, name)? {
            if !allowed.contains(&used.as_str()) {
                faults.push(format!("crates/{name} uses `{used}`, which the table does not allow"));
            }
        }
    }
    for (name, _) in ALLOWED {
        if !existing.contains(*name) {
            faults.push(format!("the table of allowed edges names crates/{name}, which does not exist"));
        }
    }
    let map = std::fs::read_to_string(root.join("ARCHITECTURE.md")).context("ARCHITECTURE.md")?;
    for name in &existing {
        if !map.contains(&format!("`crates/{name}`")) {
            faults.push(format!("ARCHITECTURE.md's code map does not name `crates/{name}`"));
        }
    }
    for named in map.split("`crates/").skip(1).filter_map(|rest| rest.split('`').next()) {
        let name = named.split('/').next().unwrap_or(named);
        if !existing.contains(name) {
            faults.push(format!("ARCHITECTURE.md names `crates/{named}`, which does not exist"));
        }
    }
    Ok(())
}

/// The workspace crates that a crate depends on, outside its tests.
fn dependencies(root: &Path, name: &str) -> anyhow::Result<Vec<String>> {
    let path = root.join("crates").join(name).join("Cargo.toml");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let manifest: toml::Table = text.parse().with_context(|| path.display().to_string())?;
    let known: BTreeSet<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    Ok(manifest
        .get("dependencies")
        .and_then(toml::Value::as_table)
        .map(|table| table.keys().filter(|key| known.contains(key.as_str())).cloned().collect())
        .unwrap_or_default())
}
