//! Packs that are at fault: each is refused with the file, the line where one can be named, and what to do.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use std::{fs, os::unix::fs::symlink, path::Path};

use candour_gate::{Files, Pack, PackError};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy/england-and-wales");

/// A copy of the pack in a folder of its own.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("policies")).unwrap();
    for part in ["", "policies"] {
        for entry in fs::read_dir(Path::new(FOLDER).join(part)).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                fs::copy(entry.path(), folder.path().join(part).join(entry.file_name())).unwrap();
            }
        }
    }
    folder
}

fn fault(folder: &Path) -> PackError {
    Pack::load(folder).unwrap_err()
}

/// With `from` written as `to` in a file of the folder, the pack is refused at the line that holds `line`.
fn check(path: &str, from: &str, to: &str, line: &str, says: &[&str]) {
    let folder = copy();
    let file = folder.path().join(path);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    let text = text.replacen(from, to, 1);
    fs::write(&file, &text).unwrap();
    let error = fault(folder.path());
    assert_eq!(error.file, path, "{error}");
    let number = error.line.unwrap_or_else(|| panic!("no line: {error}"));
    let found = text.lines().nth(number - 1).unwrap();
    assert!(found.contains(line), "{error} points at: {found}");
    for part in says {
        assert!(error.fault.contains(part), "{error}");
    }
    assert!(error.to_string().starts_with(&format!("{path}:{number}: ")));
}

#[test]
fn an_unknown_code_is_named_with_the_known_ones() {
    check(
        "bases.json",
        "\"personal-duty\"",
        "\"personal-dutty\"",
        "personal-dutty",
        &["personal-dutty", "personal-duty"],
    );
    check("reasons.json", "\"never-item-requested\"", "\"never-item\"", "never-item", &["never-item"]);
    check(
        "policies/common.cedar",
        "@reason(\"monitoring-request\")",
        "@reason(\"monitoring\")",
        "@reason",
        &["`monitoring` is no reason"],
    );
}

#[test]
fn an_obligation_of_what_has_no_basis_names_none() {
    let row = "outcomes = [\"refuse\", \"return\"]\nconditions = [\"recall-what-was-sent\"]\n";
    let based = format!("{row}bases = [\"explicit-consent\"]\n");
    check("obligations.toml", row, &based, "explicit-consent", &["only a disclosure has a basis"]);
}

#[test]
fn a_missing_law_is_refused() {
    let law = "\"law\": \"Candour policy; Caldicott Principles 1-4\"";
    check(
        "reasons.json",
        law,
        "\"law\": \" \"",
        "never-item-requested",
        &["has no law", "name the provision"],
    );
    let provision = "\"provision\": \"Terrorism Act 2000 Sch 5 paras 5-10\"";
    check("bases.json", provision, "\"provision\": \"\"", "ta2000-sch5-para5", &["no provision"]);
    check("reasons.json", &format!("{law},"), "", "}", &["missing field `law`"]);
}

#[test]
fn dates_that_are_none_or_contradict_each_other_are_refused() {
    let begins = "\"in_force_from\": \"2001-02-19\",\n  \"in_force_to\": null";
    let of = |from: &str, to: &str| format!("\"in_force_from\": {from},\n  \"in_force_to\": {to}");
    check(
        "bases.json",
        begins,
        &of("\"2001-02-19\"", "\"2001-02-18\""),
        "ta2000-sch5-para5",
        &["ends before it begins"],
    );
    check("bases.json", begins, &of("null", "\"2001-02-18\""), "ta2000-sch5-para5", &["never begins"]);
    check(
        "bases.json",
        begins,
        &of("\"2001-02-30\"", "null"),
        "ta2000-sch5-para5",
        &["a day that is none", "write it as"],
    );
    check(
        "pack.toml",
        "from = \"2026-11-22\"",
        "from = \"22.11.2026\"",
        "from =",
        &["no calendar day", "write it as"],
    );
    check(
        "pack.toml",
        "from = \"2026-11-22\"",
        "from = \"2026-11-22\"\nto = \"2026-11-21\"",
        "to =",
        &["ends before it begins", "see `from` and `to`"],
    );
    check("pack.toml", "checked = \"2026-11-22\"", "checked = \"soon\"", "checked =", &["no calendar day"]);
}

#[test]
fn bytes_that_are_no_utf8_are_refused_at_their_line() {
    let folder = copy();
    let file = folder.path().join("words.toml");
    let mut bytes = fs::read(&file).unwrap();
    let third = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0;
    bytes.insert(third + 1, 0xff);
    fs::write(&file, bytes).unwrap();
    let error = fault(folder.path());
    assert_eq!((error.file.as_str(), error.line), ("words.toml", Some(3)));
    assert!(error.fault.contains("UTF-8"), "{error}");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_unread() {
    for path in ["bases.json", "policies/common.cedar"] {
        let folder = copy();
        fs::File::create(folder.path().join(path)).unwrap().set_len(100 << 20).unwrap();
        let error = fault(folder.path());
        assert_eq!(error.file, path);
        assert!(error.fault.contains("more than 1048576 bytes"), "{error}");
    }
}

#[test]
fn a_link_out_of_the_folder_is_refused_and_one_within_it_is_not() {
    let elsewhere = tempfile::tempdir().unwrap();
    for path in ["words.toml", "policies/consent.cedar"] {
        let folder = copy();
        let file = folder.path().join(path);
        let moved = elsewhere.path().join("moved");
        fs::rename(&file, &moved).unwrap();
        symlink(&moved, &file).unwrap();
        let error = fault(folder.path());
        assert_eq!(error.file, path);
        assert!(error.fault.contains("a link that leads out of the pack"), "{error}");
        let inside = folder.path().join("kept");
        fs::rename(&moved, &inside).unwrap();
        fs::remove_file(&file).unwrap();
        symlink(&inside, &file).unwrap();
        assert_eq!(Files::read(folder.path()).unwrap().digest(), Files::embedded().digest());
    }
    let folder = copy();
    fs::rename(folder.path().join("policies"), elsewhere.path().join("policies")).unwrap();
    symlink(elsewhere.path().join("policies"), folder.path().join("policies")).unwrap();
    assert!(fault(folder.path()).fault.contains("a link that leads out of the pack"));
}

#[test]
fn a_file_that_is_missing_is_named() {
    let folder = copy();
    fs::remove_file(folder.path().join("notice.toml")).unwrap();
    assert!(fault(folder.path()).to_string().starts_with("notice.toml: cannot be read"));
}
