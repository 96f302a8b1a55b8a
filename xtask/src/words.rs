//! What may be said where: calls that only one crate may make, and marks that no file may carry.

use crate::rust_files;
use std::path::Path;

/// A call that only some files may make.
struct Reserved {
    text: &'static str,
    allowed: &'static [&'static str],
    why: &'static str,
}

const RESERVED: &[Reserved] = &[
    Reserved {
        text: "verdict::issue",
        allowed: &[
            "crates/gate/",
            "crates/casework/src/verdict",
            "crates/casework/src/decide/",
            "crates/casework/tests/",
        ],
        why: "only the gate issues verdicts (and casework's own tests)",
    },
    Reserved {
        text: "DurableEmergency::from_committed",
        allowed: &["crates/vault/", "crates/service/src/disclosures.rs"],
        why: "only a committed emergency release opens content before witnesses have seen it",
    },
    Reserved {
        text: "sqlx::",
        allowed: &["crates/store/", "crates/candour/benches/"],
        why: "SQL lies in store alone",
    },
];

/// Marks of unfinished work, written in two pieces so that this file does not carry them.
const UNFINISHED: &[&str] = &[concat!("to", "do!("), concat!("unimple", "mented!("), concat!("#[ig", "nore")];

/// Longest Rust file, in lines: beyond it, a file holds more than one idea.
const LINES_MAX: usize = 700;

pub(crate) fn check(root: &Path, faults: &mut Vec<String>) -> anyhow::Result<()> {
    for folder in ["crates", "xtask"] {
        for path in rust_files(&root.join(folder))? {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            if name.starts_with("xtask/") || name.contains("/target/") || name.contains("/node_modules/") {
                continue;
            }
            let text = std::fs::read_to_string(&path)?;
            for reserved in RESERVED {
                let here = reserved.allowed.iter().any(|allowed| name.starts_with(allowed));
                if !here && text.contains(reserved.text) {
                    faults.push(format!("{name} says `{}`: {}", reserved.text, reserved.why));
                }
            }
            for mark in UNFINISHED {
                if text.contains(mark) {
                    faults.push(format!("{name} carries `{mark}`"));
                }
            }
            // The code lists are as long as the lists are.
            if text.lines().count() > LINES_MAX && !name.ends_with("codes.rs") {
                faults.push(format!("{name} has more than {LINES_MAX} lines: does it still hold one idea?"));
            }
        }
    }
    Ok(())
}
