//! Packs as files: what is built in, what is refused, and where the fault is said to be.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use std::{fs, path::Path};

use candour_gate::{Files, LawPack, Pack, PackError};
use casework::codes::Basis;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy/england-and-wales");

/// The files of the pack as pairs, one of them changed.
fn changed(path: &str, from: &str, to: &str) -> Files {
    let folder = Path::new(FOLDER);
    let mut found = false;
    let mut files = Vec::new();
    let tables =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let policies = fs::read_dir(folder.join("policies")).unwrap().map(|entry| entry.unwrap().path());
    for file in tables.chain(policies) {
        let name = file.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let mut text = fs::read_to_string(&file).unwrap();
        if name == path {
            assert!(text.contains(from), "{path} has no {from}");
            text = text.replacen(from, to, 1);
            found = true;
        }
        files.push((name, text));
    }
    assert!(found);
    Files::new(files)
}

/// With `from` written as `to`, the pack is refused with `fault`, at the line that begins with `line`.
fn check(path: &str, from: &str, to: &str, line: Option<&str>, fault: &str) {
    let files = changed(path, from, to);
    let error: PackError = Pack::from_files(&files).unwrap_err();
    assert!(error.fault.contains(fault), "{error}");
    let text = files.text(path).unwrap();
    let found = error.line.map(|number| text.lines().nth(number - 1).unwrap().trim_start());
    match (found, line) {
        (Some(found), Some(line)) => assert!(found.starts_with(line), "{error}: {found}"),
        (found, line) => assert_eq!(found, line, "{error}"),
    }
}

#[test]
fn what_is_built_in_is_what_stands_in_the_folder() {
    assert_eq!(Files::read(Path::new(FOLDER)).unwrap(), Files::embedded());
}

#[test]
fn the_digest_covers_every_file() {
    let digest = Files::embedded().digest();
    assert_eq!(digest.len(), 64);
    assert_ne!(changed("words.toml", "Say no.", "Say no!").digest(), digest);
    assert_eq!(Pack::from_files(&Files::embedded()).unwrap().digest(), digest);
}

#[test]
fn a_pack_for_comparison_is_not_served() {
    let pack = Pack::from_files(&changed("pack.toml", "kind = \"law\"", "kind = \"comparison\"")).unwrap();
    let error = LawPack::try_from(pack).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the pack england-and-wales 2026.11 is for comparison and cannot be served"
    );
}

#[test]
fn a_broken_table_is_refused_by_file_and_line() {
    check(
        "bases.json",
        "\"court-order\"",
        "\"court-ordr\"",
        Some("\"code\": \"court-ordr\""),
        "not a code of the list Basis",
    );
    check(
        "pack.toml",
        "paper = [",
        "paper = [\n  \"no-such-basis\",",
        Some("\"no-such-basis\""),
        "not a code of the list Basis",
    );
    check(
        "item-rules.toml",
        "items = [\"@never\"]",
        "items = [\"@nevr\"]",
        Some("items = [\"@nevr\"]"),
        "no group @nevr",
    );
    check(
        "notice.toml",
        "when = [\"ban\"]",
        "when = [\"bann\"]",
        Some("when = [\"bann\"]"),
        "no condition `bann`",
    );
    check(
        "obligations.toml",
        "[\"warn-s39\"]",
        "[\"warn-s40\"]",
        Some("conditions = [\"warn-s40\"]"),
        "`warn-s40` is no code of Condition",
    );
    check("approvals.toml", "days_over = 3", "days_ovr = 3", Some("days_ovr = 3"), "unknown field");
    check("words.toml", "refuse = ", "refuze = ", None, "refuse");
}

#[test]
fn tables_must_have_an_answer_for_everything() {
    check(
        "notice.toml",
        "rule = \"notify-now\"\n\n# For how",
        "rule = \"notify-now\"\nwhen = [\"child\"]\n\n# For how",
        None,
        "last rule",
    );
    check(
        "reasons.json",
        "\"code\": \"never-item-requested\"",
        "\"code\": \"monitoring-request\"",
        None,
        "row 2",
    );
}

#[test]
fn a_condition_stands_for_something_and_not_for_itself() {
    check(
        "conditions.toml",
        "when = '!$adult'",
        "when = '!$grown_up'",
        Some("when = '!$grown_up'"),
        "no condition `$grown_up`",
    );
    check(
        "conditions.toml",
        "when = '!$adult'",
        "when = '!$young'",
        Some("when = '!$young'"),
        "stands for itself",
    );
}

#[test]
fn a_policy_is_refused_by_file_and_line() {
    let common = "policies/common.cedar";
    check(
        common,
        "@reason(\"monitoring-request\")\n",
        "",
        Some("forbid (principal"),
        "a forbid has a @reason",
    );
    check(
        common,
        "@reason(\"monitoring-request\")",
        "@reason(\"monitoring\")",
        Some("@reason(\"monitoring\")"),
        "no reason of reasons.json",
    );
    check(
        common,
        "Action::\"ca2004-s16la\"",
        "Action::\"ca2004\"",
        Some("@reason(\"monitoring-request\")"),
        "no basis and no group",
    );
    check(
        common,
        "when { $ongoing }",
        "when { $on_going }",
        Some("@reason(\"monitoring-request\")"),
        "no condition `$on_going`",
    );
    check(
        common,
        "context.person.identified",
        "context.person.identifed",
        Some("@reason(\"person-not-identified\")"),
        "identifed",
    );
    check(common, "Body::\"coroner\"", "Body::\"corona\"", Some("@reason(\"wrong-requester\")"), "corona");
    check(
        common,
        "unless { $nation_listed };",
        "unless { $nation_listed ;",
        Some("@reason(\"not-this-nation\")"),
        "unexpected token",
    );
}

#[test]
fn a_policy_that_could_err_is_refused() {
    let unguarded = "when { $own_paper && !context.instrument.written }";
    check(
        "policies/papers.cedar",
        unguarded,
        "when { !context.instrument.written }",
        Some("@reason(\"instrument-not-written\")"),
        "instrument",
    );
}

#[test]
fn a_basis_has_one_permit_and_it_is_broad() {
    let permit = "permit (principal, action == Action::\"explicit-consent\", resource);";
    let file = "policies/consent.cedar";
    check(file, permit, "", None, "explicit-consent has 0 permits");
    check(file, permit, &format!("{permit}\n{permit}"), None, "explicit-consent has 2 permits");
    check(
        file,
        permit,
        &permit.replace(";", " when { context.consent.written };"),
        Some("permit (principal"),
        "a permit is broad",
    );
}

#[test]
fn the_policies_of_a_basis_can_be_read_whole_with_law_and_cure() {
    let pack = Pack::from_files(&Files::embedded()).unwrap();
    let text = pack.cedar_policies(Basis::PaceSch1);
    assert!(text.contains(
        "@reason(\"second-access-conditions-not-shown\")\n@law(\"PACE 1984 ss.11-12 and Sch 1 para 3\")"
    ));
    assert!(text.contains("permit (principal, action == Action::\"pace-sch1\", resource)"));
    assert!(!text.contains('$'));
}
