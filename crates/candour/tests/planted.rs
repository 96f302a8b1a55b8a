//! Names and texts that are planted in every field that takes some, and looked for in every byte that the service keeps
//! or says: databases with their journals, the keystore, the ledger, a backup, the log, addresses, titles and errors.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use base64::Engine as _;
use demonstration::{Demo, clinic_part, eventually, proposal, serious_harm};
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// What is planted, each in a field of its own. Nothing else in the tree has these words.
const NAME: &str = "Zephyrine Quillfeather";
const ADDRESS: &str = "71 Plantedstead Row";
const NHS: &str = "9990000018";
const TEXTS: [&str; 15] = [
    "PLANTEDENQUIRY",
    "PLANTEDQUESTION",
    "PLANTEDDRAFT",
    "PLANTEDADVICE",
    "PLANTEDOPENING",
    "PLANTEDNECESSITY",
    "PLANTEDPROPORTION",
    "PLANTEDITEMREASON",
    "PLANTEDNOTICE",
    "PLANTEDCONTENT",
    "PLANTEDAPPROVAL",
    "PLANTEDPHRASE of the kites over water",
    "PLANTEDRECALL",
    "PLANTEDWITHDRAWN",
    "PLANTEDNONSENSE",
];

fn ok(answer: demonstration::Answer) -> Value {
    assert!(answer.status < 300, "{}", answer.text);
    answer.body
}

/// One referral through everything, with a planted text wherever one is taken.
fn plant(demo: &Demo) -> String {
    ok(demo.post("officer", "/api/v1/enquiries", &json!({"unit": "london", "question": "PLANTEDENQUIRY"})));
    let mut asked = serious_harm(1);
    asked["question"] = json!("PLANTEDQUESTION");
    asked["person"] =
        json!({"name": NAME, "date_of_birth": "1990-05-17", "nhs_number": NHS, "address": ADDRESS});
    let id = ok(demo.post("officer", "/api/v1/referrals", &asked))["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    ok(demo.post("clinician", &format!("{at}/facts"), &clinic_part()));
    ok(demo.post("clinician", &format!("{at}/record-openings"), &json!({"reason": "PLANTEDOPENING"})));
    ok(demo.post(
        "clinician",
        &format!("{at}/safe-route"),
        &json!({"route": "post", "address": ADDRESS, "phrase": "PLANTEDPHRASE of the kites over water"}),
    ));
    ok(demo.post("clinician", &format!("{at}/advice"), &json!({"text": "PLANTEDADVICE"})));
    let mut proposed = proposal();
    proposed["necessity"] = json!("PLANTEDNECESSITY");
    proposed["proportionality"] = json!("PLANTEDPROPORTION");
    proposed["notice"]["reasons"] = json!("PLANTEDNOTICE");
    proposed["content"]["current-risk-to-others-statement"] = json!("PLANTEDCONTENT");
    proposed["reasons"] = json!({"current-risk-to-others-statement": "PLANTEDITEMREASON"});
    ok(demo.post("clinician", &format!("{at}/proposals"), &proposed));
    for (role, code) in [("clinician", "treating-clinician-opinion"), ("guardian", "caldicott-guardian")] {
        let body = json!({"approval": code, "agree": true, "reasons": "PLANTEDAPPROVAL"});
        ok(demo.post(role, &format!("{at}/proposals/1/approvals"), &body));
    }
    let read = eventually("it is released", Duration::from_secs(60), || {
        let answer = demo.get("officer", &format!("{at}/disclosures/1"));
        (answer.status == 200).then_some(answer)
    });
    assert!(read.text.contains("PLANTEDCONTENT") && !read.text.contains("PLANTEDITEMREASON"));
    ok(demo.post("guardian", &format!("{at}/disclosures/1/recall"), &json!({"reasons": "PLANTEDRECALL"})));
    let mut other = serious_harm(2);
    other["question"] = json!("PLANTEDWITHDRAWN");
    let other = ok(demo.post("officer", "/api/v1/referrals", &other))["id"].as_str().unwrap().to_owned();
    ok(demo.post("officer", &format!("/api/v1/referrals/{other}/withdraw"), &json!({})));
    id
}

/// A draft, and forms that come back with their faults: what was typed is shown to whoever typed it and to nobody else.
fn plant_by_pages(demo: &Demo) -> Vec<String> {
    let officer = demo.sign_in("officer");
    let (_, mut at) = officer.send_form("/officer/new", &[("kind", "referral")]);
    let mut led = vec![at.clone()];
    for _ in 0..12 {
        let Some(step) = at.rsplit_once("/step/").map(|(_, step)| step.to_owned()) else { break };
        let fields: &[(&str, &str)] = match step.as_str() {
            "unit" => &[("unit", "london")],
            "question" => &[("question", "PLANTEDDRAFT")],
            "who-asks" => &[("asks_as", "local-police")],
            "who-signs" => &[("rank", "sergeant"), ("signed", "yes")],
            "about-whom" => &[("identified", "yes")],
            _ => break,
        };
        (_, at) = officer.send_form(&at, fields);
        led.push(at.clone());
    }
    assert!(led.len() > 2, "a draft was begun: {led:?}");
    let faulty = officer.send_form(
        &at,
        &[("name", NAME), ("nhs_number", "9990000019"), ("born-year", "2999"), ("address", ADDRESS)],
    );
    assert!(faulty.0.text.contains(NAME), "what was typed is given back: {at} {}", faulty.0.status);
    led.push(faulty.1);
    led
}

/// Requests that are wrong in every way, with a planted word where it is wrong.
fn plant_nonsense(demo: &Demo) -> Vec<String> {
    let word = "PLANTEDNONSENSE";
    let token = demo.token("clinician");
    let more = format!("authorization: Bearer {token}\r\n");
    let mut said = Vec::new();
    for path in [
        format!("/officer/{word}"),
        format!("/clinic/cases/{word}?{word}={word}"),
        format!("/api/v1/referrals/{word}"),
        format!("/api/v1/referrals?after={word}"),
        format!("/{word}"),
        format!("/assets/{word}.css"),
        format!("/ledger/tile/{word}"),
    ] {
        let answer = demo.raw("GET", &path, &more);
        said.extend(answer.headers.into_iter().map(|(_, value)| value));
        said.push(String::from_utf8_lossy(&answer.body).into_owned());
    }
    for body in
        [json!({"unit": word, "question": word}), json!({"unit": 1, "question": {"a": word}}), json!([word])]
    {
        said.push(demo.post("officer", "/api/v1/enquiries", &body).text);
    }
    said.push(demo.post("officer", "/api/v1/person", &json!({"code": word, "second_fact": word})).text);
    said.push(demo.get_with(word, "/api/v1/queue").text);
    said
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The ways in which a text could lie somewhere: as it is, as UTF-16, in hexadecimal, and in base64 at each of the three
/// places where it can begin.
fn spellings(text: &str) -> Vec<Vec<u8>> {
    let mut all =
        vec![text.as_bytes().to_vec(), text.to_uppercase().into_bytes(), text.to_lowercase().into_bytes()];
    all.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    all.extend([hex.to_uppercase().into_bytes(), hex.into_bytes()]);
    for before in 0..3 {
        let padded = [&vec![b' '; before], text.as_bytes()].concat();
        let encoded = base64::engine::general_purpose::STANDARD_NO_PAD.encode(padded);
        // What the bytes before and after it share with it is not looked at.
        all.push(encoded.as_bytes()[2 * before..encoded.len() - 2].to_vec());
    }
    all
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some(first) = wanted.first() else { return false };
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return true;
        }
        from += at + 1;
    }
    false
}

/// Which planted texts lie in these files, with where.
fn found_in(files: &[PathBuf]) -> Vec<String> {
    let wanted: Vec<(&str, Vec<Vec<u8>>)> = TEXTS
        .iter()
        .chain(&[NAME, "Quillfeather", ADDRESS, NHS])
        .map(|text| (*text, spellings(text)))
        .collect();
    let mut found = Vec::new();
    for file in files {
        let bytes = std::fs::read(file).unwrap_or_default();
        for (text, spellings) in &wanted {
            if spellings.iter().any(|spelling| holds(&bytes, spelling)) {
                found.push(format!("{text} in {}", file.display()));
            }
        }
    }
    found
}

#[test]
fn what_is_planted_lies_nowhere_in_the_clear() {
    let mut demo = Demo::start(3);
    // Again, so that what it says is kept.
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(30)));
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut demo = demo.again(log.reopen().unwrap());
    let id = plant(&demo);
    let led = plant_by_pages(&demo);
    let said = plant_nonsense(&demo);
    for place in led.iter().chain(&said) {
        assert!(!TEXTS.iter().chain(&[NAME, ADDRESS, NHS]).any(|text| place.contains(text)), "{place}");
    }
    for (role, path) in [("clinician", format!("/clinic/cases/{id}")), ("officer", format!("/officer/{id}"))]
    {
        let page = demo.sign_in(role).get(&path).text;
        let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
        assert!(
            page.contains("PLANTED") && !title.contains("PLANTED") && !title.contains("Zephyrine"),
            "{title}"
        );
    }

    let folder = demo.dir.path().to_owned();
    // The letter is the one thing that is meant to be read without us: it has the address, and nothing else.
    let apart = |path: &Path| path.starts_with(folder.join("outbox"));
    let kept = || files(&folder).into_iter().filter(|path| !apart(path)).collect::<Vec<_>>();
    let live = kept();
    assert!(
        live.iter().any(|path| path.to_string_lossy().contains("ledger/tile")),
        "the ledger is among them"
    );
    assert_eq!(found_in(&live), Vec::<String>::new(), "while it runs, journals included");
    let backup = folder.join("backup");
    let config = folder.join("candour.toml");
    let made = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["backup", backup.to_str().unwrap(), "--config", config.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(30)));
    let ended = kept();
    assert!(ended.len() > live.len(), "the backup is among them");
    assert_eq!(found_in(&ended), Vec::<String>::new(), "after it ended, with a backup");
    assert_eq!(found_in(&[log.path().to_owned()]), Vec::<String>::new(), "in the log");
    for letter in files(&folder.join("outbox")) {
        let left = found_in(&[letter]);
        assert!(left.iter().all(|what| what.starts_with(ADDRESS)), "{left:?}");
    }
}

#[test]
fn the_search_finds_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let base64 = base64::engine::general_purpose::STANDARD;
    for (name, bytes) in [
        ("plain", b"..Zephyrine Quillfeather..".to_vec()),
        ("small", b"zephyrine quillfeather".to_vec()),
        ("base64", base64.encode("x: Zephyrine Quillfeather, y").into_bytes()),
        ("further", base64.encode("xy: Zephyrine Quillfeather, y").into_bytes()),
        ("hex", b"..5a6570687972696e65205175696c6c66656174686572..".to_vec()),
        ("wide", "Zephyrine Quillfeather".encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ] {
        assert!(!found_in(&[write(name, &bytes)]).is_empty(), "{name}");
    }
    assert!(found_in(&[write("none", b"Zephyr in a quill, a feather")]).is_empty());
}
