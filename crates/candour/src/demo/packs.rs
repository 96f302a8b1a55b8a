//! A pack on the demonstration's shelf: the built-in one with one rule more, so that a change of rules can be tried out.

use anyhow::{Context as _, ensure};
use gate::Files;
use std::path::Path;

/// What the rule says, in the pack's own form: beyond the law, and only stricter.
const STRICTER: &str = "
# Tried out in this demonstration: where anything is disclosed on a permission, the legal service looks at it too.
[[step]]
bases = [\"@permits\"]
adds = [\"legal-services-validation\"]
";

/// Puts the pack on the shelf.
pub fn shelve(shelf: &Path) -> anyhow::Result<()> {
    let files = stricter()?;
    let folder = shelf.join("stricter");
    for (path, text) in files.all() {
        let file = folder.join(path);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

fn stricter() -> anyhow::Result<Files> {
    let files = Files::embedded();
    let manifest = files.text("pack.toml")?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .context("the built-in pack has no version")?;
    let changed = manifest
        .replacen(&format!("version = \"{version}\""), &format!("version = \"{version}-stricter\""), 1)
        .replacen("from = \"", "# Tried out in this demonstration.\nfrom = \"", 1);
    ensure!(changed != manifest, "the version of the built-in pack cannot be replaced");
    let approvals = format!("{}{STRICTER}", files.text("approvals.toml")?);
    Ok(files.with("pack.toml", &changed).with("approvals.toml", &approvals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_on_the_shelf_can_be_adopted_and_is_another_one() {
        let gate = gate::from_files(&stricter().unwrap()).unwrap();
        assert_ne!(gate.pack().digest(), Files::embedded().digest());
        assert!(gate.pack().name().ends_with("-stricter"));
    }
}
