//! The page of limits says what the code says: each number in `docs/limits.md` is that of the constant named beside it, and
//! a limit whose name ends in `_MAX`, of the service, its pages, its API or its domain, that has no line there is a fault.

use crate::rust_files;
use anyhow::Context as _;
use std::path::Path;

/// The page.
const PAGE: &str = "docs/limits.md";
/// Where every limit has a line.
const WHOLE: &[&str] = &[
    "crates/service/src",
    "crates/candour/src/web",
    "crates/candour/src/api",
    "crates/candour/src/pages",
    "crates/casework/src",
];
/// What is in there of the ledger's own working, which nobody types anything into and nobody waits for.
const APART: &str = "crates/service/src/ledger/";
/// Where constants stand that others are made of.
const SHARED: &[&str] = &["crates/casework/src/time.rs", "crates/service/src/ledger/sequencer.rs"];

/// A number of the page, and the constant that it is said to be.
#[derive(Debug, PartialEq, Eq)]
struct Stated {
    /// As the constant counts: in seconds, in bytes, or simply so many.
    amount: u64,
    /// Its file, below `crates/`.
    file: String,
    /// Its name.
    name: String,
}

/// Adds what is at fault.
pub(crate) fn check(root: &Path, faults: &mut Vec<String>) -> anyhow::Result<()> {
    let page = std::fs::read_to_string(root.join(PAGE)).context(PAGE)?;
    let stated: Vec<Stated> = page.lines().filter_map(stated).collect();
    let mut shared = String::new();
    for file in SHARED {
        shared.push_str(&std::fs::read_to_string(root.join(file)).context(*file)?);
    }
    for one in &stated {
        let Ok(text) = std::fs::read_to_string(root.join("crates").join(&one.file)) else {
            faults.push(format!("{PAGE} names crates/{}, which does not exist", one.file));
            continue;
        };
        match value(&one.name, &text, &shared) {
            Some(amount) if amount == one.amount => {}
            Some(amount) => {
                faults.push(format!("{PAGE} says {} of {}: it is {amount}", one.amount, one.name));
            }
            None => {
                faults.push(format!("{PAGE} names {}, which is no number in crates/{}", one.name, one.file));
            }
        }
    }
    for folder in WHOLE {
        for path in rust_files(&root.join(folder))? {
            let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if file.starts_with(APART) {
                continue;
            }
            let text = std::fs::read_to_string(&path)?;
            let below = file.strip_prefix("crates/").unwrap_or(&file);
            for name in limits(&text) {
                if !stated.iter().any(|one| one.file == below && one.name == name) {
                    faults.push(format!("{file}: {name} has no line in {PAGE}"));
                }
            }
        }
    }
    if stated.len() < 60 {
        faults.push(format!("{PAGE} states {} limits: it does not read as it should", stated.len()));
    }
    Ok(())
}

/// What a row of a table states: what, so many of something, and in code marks a file and a name of capitals.
fn stated(line: &str) -> Option<Stated> {
    let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
    let [_, amount, place] = cells.as_slice() else { return None };
    let mut marks = place.split('`').filter(|part| !part.trim().is_empty());
    let (file, name) = (marks.next()?, marks.next()?);
    let capitals =
        name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    if !capitals || marks.next().is_some() {
        return None;
    }
    let mut words = amount.split(' ');
    let count: u64 = words.next()?.replace(',', "").parse().ok()?;
    let unit = match words.next().unwrap_or_default() {
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "minute" | "minutes" => 60,
        "hour" | "hours" => 3_600,
        "day" | "days" if !name.contains("DAYS") => 86_400,
        _ => 1,
    };
    Some(Stated { amount: count.checked_mul(unit)?, file: file.to_owned(), name: name.to_owned() })
}

/// The names of the limits that a file sets.
fn limits(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.trim().split_once("const "))
        .filter(|(before, _)| before.is_empty() || before.starts_with("pub"))
        .filter_map(|(_, rest)| rest.split_once(':').map(|(name, _)| name))
        .filter(|name| name.ends_with("_MAX"))
        .collect()
}

/// What a constant is: a product, a sum or a shift of numbers and of other constants.
fn value(name: &str, text: &str, shared: &str) -> Option<u64> {
    let begins = format!("const {name}: ");
    let line = text.lines().chain(shared.lines()).find(|line| line.contains(&begins))?;
    let (_, made) = line.split_once(" = ")?;
    let made = made.strip_suffix(';')?;
    let factor = |part: &str| {
        let part = part.trim();
        part.replace('_', "").parse().ok().or_else(|| {
            let named = part.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') && part != name;
            named.then(|| value(part, text, shared)).flatten()
        })
    };
    made.split(" + ").try_fold(0_u64, |sum, product| {
        let amount = match product.split_once(" << ") {
            Some((one, by)) => factor(one)?.checked_shl(u32::try_from(factor(by)?).ok()?)?,
            None => product.split(" * ").try_fold(1_u64, |so_far, part| so_far.checked_mul(factor(part)?))?,
        };
        sum.checked_add(amount)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_states_so_many_as_the_constant_counts_them() {
        let of = |amount: &str, name: &str| {
            stated(&format!("| what | {amount} | `a/src/b.rs` `{name}` |")).map(|one| one.amount)
        };
        for (amount, expected) in [
            ("20,000 characters", 20_000),
            ("128 KiB", 131_072),
            ("1 MiB", 1_048_576),
            ("30 minutes", 1_800),
            ("3 days", 259_200),
            ("1,000", 1_000),
        ] {
            assert_eq!(of(amount, "X_MAX"), Some(expected), "{amount}");
        }
        assert_eq!(of("31 days", "DAYS_BACK_MAX"), Some(31), "a constant that counts days");
        assert_eq!(of("all", "X_MAX"), None);
        for line in
            ["| what | 5 | `a.rs` |", "| what | 5 | `a.rs` `fits` |", "| `x` | whoever asks |", "what"]
        {
            assert_eq!(stated(line), None, "{line}");
        }
    }

    #[test]
    fn a_constant_is_a_number_or_made_of_others() {
        let text = "pub const A: u32 = 1_000;\nconst B_MAX: usize = 2 * 24 * A;\nconst C: u64 = 1 << 20;\n\
                    pub(crate) const D_MAX: u32 = A + 100;\nconst E: i64 = 8 * HOUR;\nconst F: &str = \"x\";\n";
        let of = |name: &str| value(name, text, "pub const HOUR: i64 = 3_600;\n");
        assert_eq!(of("A"), Some(1_000));
        assert_eq!(of("B_MAX"), Some(48_000));
        assert_eq!(of("C"), Some(1_048_576));
        assert_eq!(of("D_MAX"), Some(1_100));
        assert_eq!(of("E"), Some(28_800));
        for none in ["F", "G", "HOURS"] {
            assert_eq!(of(none), None, "{none}");
        }
        assert_eq!(limits(text), ["B_MAX", "D_MAX"]);
    }
}
