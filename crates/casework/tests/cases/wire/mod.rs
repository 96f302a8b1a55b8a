//! The wire form of events: golden files, commitments, and what is refused.

mod samples;

use casework::{
    codes::{Basis, Item},
    event::{Event, LetterLanguage},
    header::{self, WireError},
};
use proptest::prelude::*;
use samples::{every_event, header};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeSet, error::Error, fs, path::PathBuf};

fn golden() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/events/v1")
}

fn golden_bytes(kind: &str) -> Vec<u8> {
    fs::read(golden().join(format!("{kind}.json"))).unwrap()
}

/// The header and payload of a golden file, each as canonical bytes.
fn parts(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let whole: Value = serde_json::from_slice(bytes).unwrap();
    let part = |name: &str| casework::canonical::to_bytes(&whole[name]).unwrap();
    (part("header"), part("payload"))
}

fn read(bytes: &[u8]) -> Result<Event, WireError> {
    let (head, payload) = parts(bytes);
    let head = header::read_header(&head)?;
    header::read(&head, &payload)
}

/// What an error says, with everything beneath it.
fn told(error: &dyn Error) -> String {
    let beneath = error.source().map(told).unwrap_or_default();
    format!("{error} {error:?} {beneath}")
}

#[test]
fn every_kind_has_a_golden_file_and_every_golden_file_a_kind() {
    let files: BTreeSet<String> = fs::read_dir(golden())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.strip_suffix(".json").unwrap().to_owned())
        .collect();
    let kinds: BTreeSet<String> = Event::KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(files, kinds);
    let samples: BTreeSet<String> = every_event().iter().map(|e| e.kind().to_owned()).collect();
    assert_eq!(samples, kinds);
}

/// New golden files are written where there is none, to be looked at; those that stand are never touched.
#[test]
fn golden_files_of_new_kinds_are_written_once() {
    let Some(folder) = std::env::var_os("CANDOUR_GOLDEN") else { return };
    for event in every_event() {
        let path = PathBuf::from(&folder).join(format!("{}.json", event.kind()));
        if !path.exists() {
            fs::write(path, header::write(&header(&event), &event).unwrap().event()).unwrap();
        }
    }
}

#[test]
fn a_golden_file_reads_as_its_event_and_is_written_byte_for_byte() {
    for event in every_event() {
        let kind = event.kind();
        let bytes = golden_bytes(kind);
        assert_eq!(read(&bytes).unwrap(), event, "{kind}");
        let (head, _) = parts(&bytes);
        let head = header::read_header(&head).unwrap();
        assert_eq!(head, header(&event), "{kind}");
        let written = header::write(&head, &event).unwrap().event();
        assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(bytes).unwrap(), "{kind}");
    }
}

#[test]
fn a_route_without_a_language_is_read_as_ever_and_one_with_a_language_keeps_it() {
    for kind in ["safe-route-recorded", "affected-route-recorded"] {
        let (_, payload) = parts(&golden_bytes(kind));
        let before: Value = serde_json::from_slice(&payload).unwrap();
        assert_eq!(before.get("language"), None, "{kind}");
        for language in LetterLanguage::ALL {
            let mut asked = before.clone();
            asked["language"] = json!(language.as_str());
            let event = Event::from_payload(kind, asked.clone()).unwrap();
            assert!(
                matches!(
                    &event,
                    Event::SafeRouteRecorded { language: kept, .. }
                    | Event::AffectedRouteRecorded { language: kept, .. } if *kept == Some(language)
                ),
                "{kind}"
            );
            assert_eq!(LetterLanguage::parse(language.as_str()), Some(language));
            assert_eq!(event.to_payload().unwrap(), asked, "{kind}");
        }
        let mut unknown = before;
        unknown["language"] = json!("fr");
        assert!(Event::from_payload(kind, unknown).is_err(), "{kind}");
    }
}

#[test]
fn a_proposal_without_reasons_for_its_items_is_read_as_ever_and_one_with_them_keeps_them() {
    let (_, payload) = parts(&golden_bytes("proposal-made"));
    let before: Value = serde_json::from_slice(&payload).unwrap();
    assert_eq!(before.get("reasons"), None);
    let mut with = before.clone();
    with["reasons"] = before["content"].clone();
    let event = Event::from_payload("proposal-made", with.clone()).unwrap();
    let Event::ProposalMade { reasons, content, .. } = &event else { panic!("{event:?}") };
    assert!(reasons.is_some() && reasons == content);
    assert_eq!(event.to_payload().unwrap(), with);
    // Sealed and named by its digest, as every text; never the text itself.
    with["reasons"] = json!({"safety-handling-advice": "They are with him now."});
    assert!(Event::from_payload("proposal-made", with).is_err());
}

#[test]
fn a_referral_of_an_account_is_read_as_ever_and_one_by_telephone_keeps_who_rang() {
    let (_, payload) = parts(&golden_bytes("referral-received"));
    let before: Value = serde_json::from_slice(&payload).unwrap();
    assert_eq!(before.get("caller"), None);
    let mut rung = before.clone();
    rung["caller"] = json!({"force": "met", "who": before["question"].clone()});
    let event = Event::from_payload("referral-received", rung.clone()).unwrap();
    let Event::ReferralReceived { caller, question, .. } = &event else { panic!("{event:?}") };
    let caller = caller.as_ref().unwrap();
    assert_eq!((caller.force.as_str(), &caller.who), ("met", question));
    assert_eq!(event.to_payload().unwrap(), rung);
    // Sealed and named by its digest: no name or number stands in the event itself.
    for bad in [json!({"force": "met"}), json!({"force": "met", "who": "Sgt X"}), json!("Sgt X")] {
        let mut changed = before.clone();
        changed["caller"] = bad;
        assert!(Event::from_payload("referral-received", changed).is_err());
    }
    let mut more = rung;
    more["caller"]["name"] = json!("Sgt X");
    assert!(Event::from_payload("referral-received", more).is_err());
}

#[test]
fn golden_files_are_canonical() {
    for kind in Event::KINDS {
        let bytes = golden_bytes(kind);
        let whole: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(serde_jcs::to_vec(&whole).unwrap(), bytes, "{kind}");
    }
}

#[test]
fn a_commitment_is_the_hash_of_salt_and_event() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/commitment.json");
    let vector: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let salt: Vec<u8> = vector["salt"]
        .as_str()
        .unwrap()
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let written = golden_bytes(vector["event"].as_str().unwrap());
    let event = read(&written).unwrap();
    let mut hash = Sha256::new();
    hash.update(b"candour.leaf.v1\n");
    hash.update(&salt);
    hash.update(header::write(&header(&event), &event).unwrap().event());
    let c = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, hash.finalize());
    assert_eq!(c, vector["c"].as_str().unwrap());
}

#[test]
fn a_newer_version_is_refused_by_its_number_and_so_is_none() {
    for version in [0, 2, 7_000_000] {
        let mut whole: Value = serde_json::from_slice(&golden_bytes("record-opened")).unwrap();
        whole["header"]["v"] = json!(version);
        let error = read(whole.to_string().as_bytes()).unwrap_err();
        assert!(matches!(error, WireError::Version(v) if v == version), "{error:?}");
        assert!(error.to_string().contains(&version.to_string()));
    }
}

#[test]
fn a_header_holds_its_fixed_list_and_nothing_else() {
    let (head, _) = parts(&golden_bytes("record-opened"));
    let whole: Value = serde_json::from_slice(&head).unwrap();
    for name in whole.as_object().unwrap().keys() {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(name);
        assert!(matches!(header::read_header(less.to_string().as_bytes()), Err(WireError::Header)), "{name}");
    }
    let mut more = whole.clone();
    more["patient"] = json!("x");
    assert!(matches!(header::read_header(more.to_string().as_bytes()), Err(WireError::Header)));
    let twice = String::from_utf8(head).unwrap().replacen('{', "{\"v\":1,", 1);
    assert!(matches!(header::read_header(twice.as_bytes()), Err(WireError::Header)));
}

#[test]
fn what_is_no_event_has_no_way_in() {
    let payload = json!({"by": {"account": "a", "individual": "a", "role": "clinician"}, "n": 1});
    for kind in [
        "monitoring-tasked",
        "monitoring-agreed",
        "monitoring-started",
        "record-flagged",
        "flag-set",
        "person-scored",
        "alert-subscribed",
        "continuing-report-sent",
        "MonitoringRefused",
        "monitoring_refused",
        "",
    ] {
        let error = Event::from_payload(kind, payload.clone()).unwrap_err();
        assert_eq!(error.kind, kind);
        assert!(error.why.contains("not a kind"), "{}", error.why);
    }
}

#[test]
fn no_kind_and_no_class_speaks_of_watching_but_to_refuse_it() {
    let classes = casework::event::Class::ALL.iter().map(|class| class.as_str());
    for word in Event::KINDS.iter().copied().chain(classes).filter(|word| *word != "monitoring-refused") {
        for never in ["monitor", "flag", "watch", "score", "track", "subscri", "task", "alert"] {
            assert!(!word.contains(never), "{word}");
        }
    }
}

#[test]
fn every_kind_is_tallied_under_a_class_of_the_ledger() {
    for event in every_event() {
        assert!(casework::event::Class::ALL.contains(&event.class()), "{}", event.kind());
    }
}

#[test]
fn a_payload_under_another_kind_is_refused() {
    let (_, payload) = parts(&golden_bytes("approval-given"));
    let payload: Value = serde_json::from_slice(&payload).unwrap();
    for kind in Event::KINDS.iter().filter(|kind| **kind != "approval-given") {
        assert!(Event::from_payload(kind, payload.clone()).is_err(), "{kind}");
    }
}

#[test]
fn a_payload_in_which_a_member_stands_twice_is_refused() {
    let event = header::read_header(&parts(&golden_bytes("monitoring-refused")).0).unwrap();
    assert!(header::read(&event, br#"{"n":1}"#).is_ok());
    for bad in [&br#"{"n":1,"n":2}"#[..], br#"{"n":1"#, b"\xff", b"", br#"{"n":1}{}"#, br#"{"n":1,"m":2}"#] {
        let error = header::read(&event, bad).unwrap_err();
        assert!(matches!(error, WireError::Payload(_)), "{error:?}");
    }
}

/// Every place in a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                // Facts are opaque here; they are read, as strictly, by the facts themselves.
                if name != "facts" && name != "part" {
                    places(member, &format!("{at}/{name}"), found);
                }
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{place}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn a_payload_error_names_the_kind_and_never_quotes_a_value() {
    const SECRET: &str = "zz-anna-of-the-corner-house-zz";
    for event in every_event() {
        let payload = event.to_payload().unwrap();
        let mut found = Vec::new();
        places(&payload, "", &mut found);
        for place in found {
            for bad in [json!(SECRET), json!({ SECRET: SECRET }), json!([SECRET])] {
                let mut changed = payload.clone();
                *changed.pointer_mut(&place).unwrap() = bad;
                let Err(error) = Event::from_payload(event.kind(), changed) else { continue };
                assert!(!told(&error).contains(SECRET), "{} {place}: {}", event.kind(), told(&error));
                assert!(error.to_string().contains(event.kind()));
            }
        }
    }
}

#[test]
fn a_member_that_is_not_known_is_refused_wherever_it_stands() {
    for event in every_event() {
        let payload = event.to_payload().unwrap();
        let mut found = Vec::new();
        places(&payload, "", &mut found);
        for place in found {
            let mut changed = payload.clone();
            let Some(members) = changed.pointer_mut(&place).unwrap().as_object_mut() else { continue };
            members.insert("watch".into(), json!(true));
            assert!(Event::from_payload(event.kind(), changed).is_err(), "{} {place}", event.kind());
        }
    }
}

#[test]
fn codes_of_other_services_are_no_codes_here() {
    for code in ["monitor", "watch-list", "flag", "continuing-reports"] {
        assert_eq!(Item::parse(code), None);
        assert_eq!(Basis::parse(code), None);
        assert_eq!(casework::codes::Outcome::parse(code), None);
    }
}

proptest! {
    #[test]
    fn reading_never_panics_and_what_reads_is_written_again(
        place in 0..Event::KINDS.len(),
        cut in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let (head, mut payload) = parts(&golden_bytes(Event::KINDS[place]));
        let head = header::read_header(&head).unwrap();
        let at = cut.index(payload.len());
        payload[at] = byte;
        if let Ok(event) = header::read(&head, &payload) {
            let wire = header::write(&head, &event).unwrap();
            prop_assert_eq!(header::read(&head, &wire.payload).unwrap(), event);
        }
    }
}
