//! What somebody learns who has no more than what is published: one who polls, an officer who knows when they referred, the
//! holder of a receipt. None learns a class, a basis, a child or whose promise it is. `docs/what-the-ledger-tells.md` says
//! what they do learn.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#![expect(clippy::disallowed_methods, reason = "tests wait for a process with the machine's own clock")]

mod demonstration;

use demonstration::{Demo, clinic_part, decided, eventually, serious_harm};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};
use tlog::{
    Checkpoint, Entry, TlogProof,
    entry::{Class, tally_leaf},
    tile::{TilePath, parse_bundle, width_of_tile},
};

/// Everything that is published, as a stranger fetches it.
fn published(demo: &Demo) -> Vec<Vec<u8>> {
    let ledger = demo.json["ledger"]["dir"].as_str().unwrap().to_owned();
    let checkpoint = demo.plain("/ledger/checkpoint").text;
    let (_, checkpoint) = Checkpoint::parse_unverified(checkpoint.as_bytes()).unwrap();
    let mut all = Vec::new();
    for index in 0..checkpoint.size().div_ceil(256) {
        let width = width_of_tile(checkpoint.size(), 0, index).unwrap();
        let path = TilePath::entries(index, width).unwrap();
        let bytes = std::fs::read(format!("{ledger}/{path}")).unwrap();
        all.extend(parse_bundle(&bytes, width).unwrap().into_iter().map(<[u8]>::to_vec));
    }
    all
}

fn read(bytes: &[u8]) -> Entry {
    Entry::parse(bytes).unwrap().unwrap_or_else(|| panic!("an unknown form"))
}

/// How often, and for how long after a decision, somebody asks how large the ledger is. A release follows its decision
/// within two or three seconds; a checkpoint is made once a second at most, but two may stand on either side of the turn
/// of a second, so whoever asked each second only would see less.
const POLLED_EVERY: Duration = Duration::from_millis(25);
const POLLS: usize = 240;

/// One who polls without pause from a decision on: how many times they see the ledger grow.
fn growths_after(demo: &Demo, decide: impl FnOnce() -> String) -> (String, usize) {
    let size = || {
        let text = demo.plain("/ledger/checkpoint").text;
        Checkpoint::parse_unverified(text.as_bytes()).unwrap().1.size()
    };
    // Until the demonstration has said everything of its own.
    let mut seen = size();
    eventually("the ledger is quiet", Duration::from_secs(60), || {
        std::thread::sleep(Duration::from_secs(2));
        let now = size();
        (std::mem::replace(&mut seen, now) == now).then_some(())
    });
    let id = decide();
    let mut growths = 0;
    for _ in 0..POLLS {
        std::thread::sleep(POLLED_EVERY);
        let now = size();
        growths += usize::from(now > seen);
        seen = now;
    }
    (id, growths)
}

/// Waits until commitments came, and gives what came. The demonstration may still be adding public acts of its own.
fn what_came(demo: &Demo, before: usize) -> Vec<Vec<u8>> {
    eventually("something new is published", Duration::from_secs(60), || {
        let all = published(demo);
        let new = &all[before..];
        new.iter().any(|entry| matches!(read(entry), Entry::Commitment { .. })).then(|| new.to_vec())
    })
}

/// A referral that the clinic answers by refusing; gives its id.
fn refused(demo: &Demo, number: u32) -> String {
    let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(number));
    let id = sent.body["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    assert!(demo.post("clinician", &format!("{at}/facts"), &clinic_part()).status < 300);
    let body =
        json!({"outcome": "refuse", "necessity": "Nothing can be given.", "proportionality": "Nothing is."});
    let made = demo.post("clinician", &format!("{at}/proposals"), &body);
    assert!(made.status < 300, "{}", made.text);
    let agreed = json!({"approval": "caldicott-guardian", "agree": true, "reasons": "I have weighed it."});
    let answer = demo.post("guardian", &format!("{at}/proposals/1/approvals"), &agreed);
    assert!(answer.status < 300, "{}", answer.text);
    id
}

/// The receipts that an officer has of a case, by name.
fn receipts(demo: &Demo, role: &str, id: &str) -> BTreeMap<String, TlogProof> {
    let answer = demo.get(role, &format!("/api/v1/referrals/{id}/receipts"));
    let list = answer.body["receipts"].as_array().cloned().unwrap_or_default();
    let one = |receipt: &Value| {
        let file = receipt["file"].as_str().unwrap();
        (receipt["name"].as_str().unwrap().to_owned(), TlogProof::parse(file.as_bytes()).unwrap())
    };
    list.iter().map(one).collect()
}

#[test]
fn what_is_published_tells_no_class_basis_child_or_whose_promise() {
    let demo = Demo::start(30);
    let history = published(&demo);
    in_bulk_only(&history);

    // One who polls sees the same kind of thing whatever was decided: commitments, all alike.
    let before = published(&demo).len();
    let (disclosed, growths) = growths_after(&demo, || decided(&demo, 1));
    let after_disclosure = what_came(&demo, before);
    let before = published(&demo).len();
    let (refused, others) = growths_after(&demo, || refused(&demo, 2));
    let after_refusal = what_came(&demo, before);
    // What was disclosed is released by now, and no batch said so.
    assert_eq!(demo.get("officer", &format!("/api/v1/referrals/{disclosed}/disclosures/1")).status, 200);
    assert_eq!((growths, others), (1, 1), "each decision is seen once, at the same moment of its way");
    let (mut lengths, mut forms) = (BTreeSet::new(), BTreeSet::new());
    for entry in after_disclosure.iter().chain(&after_refusal) {
        forms.insert(read(entry).form().as_str());
        if matches!(read(entry), Entry::Commitment { .. }) {
            lengths.insert(entry.len());
        }
    }
    forms.remove("act");
    assert_eq!((forms.into_iter().collect::<Vec<_>>(), lengths.len()), (vec!["commitment"], 1));

    // The officer holds receipts of what they did themselves, as many whichever way it ended; none opens anything.
    let (one, other) = eventually("both are witnessed", Duration::from_secs(60), || {
        let both = (receipts(&demo, "officer", &disclosed), receipts(&demo, "officer", &refused));
        (!both.0.is_empty() && !both.1.is_empty()).then_some(both)
    });
    assert_eq!(one.len(), other.len());
    for receipt in one.values().chain(other.values()) {
        let extra: Value = serde_json::from_slice(receipt.extra().unwrap()).unwrap();
        let members: Vec<&str> = extra.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["entry"], "an officer's receipt proves inclusion and no more");
    }
    assert_eq!(receipts(&demo, "officer-other-force", &disclosed).len(), 0);

    a_tally_opens_for_its_own_commitment_alone(&demo, &published(&demo));
}

/// Classes stand in tallies alone, eight of each at least; promises in batches of sixteen and more of both kinds.
fn in_bulk_only(all: &[Vec<u8>]) {
    let mut classes: BTreeMap<(String, &str), u64> = BTreeMap::new();
    let mut weeks: BTreeMap<String, [u64; 2]> = BTreeMap::new();
    let mut tallies: BTreeMap<String, Vec<[u8; 32]>> = BTreeMap::new();
    for bytes in all {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let entry = read(bytes);
        if !matches!(entry, Entry::Tally { .. } | Entry::Act(_)) {
            for class in Class::ALL {
                assert!(!text.contains(class.as_str()), "{text}");
            }
        }
        match entry {
            Entry::Commitment { .. } => assert_eq!(text.len(), 57),
            Entry::Tally { class, l, period } => {
                *classes.entry((period.to_string(), class.as_str())).or_default() += 1;
                tallies.entry(period.to_string()).or_default().push(l);
            }
            Entry::Promise { week, .. } => weeks.entry(week.to_string()).or_default()[0] += 1,
            Entry::Kept { week, .. } => weeks.entry(week.to_string()).or_default()[1] += 1,
            Entry::Moved { .. } | Entry::Void { .. } | Entry::Act(_) => {}
        }
    }
    assert!(!classes.is_empty() && weeks.len() > 3, "the history has tallies and batches");
    for ((period, class), count) in &classes {
        assert!(*count >= 8, "{count} of {class} in {period}");
    }
    for (week, [promises, kept]) in &weeks {
        assert!(*promises >= 16 && *kept >= 16, "{week}: {promises} promises, {kept} kept");
    }
    for (period, row) in &tallies {
        assert!(
            row.is_sorted(),
            "the tallies of {period} stand in the order of their digests, not in time's"
        );
    }
}

/// The holder of receipts with their tallies: each second salt fits one tally and one commitment, and no other.
fn a_tally_opens_for_its_own_commitment_alone(demo: &Demo, all: &[Vec<u8>]) {
    let mut commitments = Vec::new();
    let mut tallies = BTreeSet::new();
    for bytes in all {
        match read(bytes) {
            Entry::Commitment { c } => commitments.push(c),
            Entry::Tally { l, .. } => drop(tallies.insert(l)),
            _ => {}
        }
    }
    // Without a salt, nothing that is public leads from a commitment to its tally.
    for guess in [[0; 32], [0xff; 32]] {
        assert!(commitments.iter().all(|c| !tallies.contains(&tally_leaf(&guess, c))));
    }
    for c in commitments.iter().take(200) {
        assert!(!commitments.iter().any(|other| tallies.contains(&tally_leaf(other, c))));
        assert!(!tallies.iter().any(|l| tallies.contains(&tally_leaf(l, c))));
    }
    let listed = demo.get("clinician-other-unit", "/api/v1/referrals");
    let ids: Vec<String> = listed.body["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| row["id"].as_str().map(str::to_owned))
        .collect();
    let mut opened = 0;
    for id in ids {
        for receipt in receipts(demo, "clinician-other-unit", &id).values() {
            let extra: Value = serde_json::from_slice(receipt.extra().unwrap()).unwrap();
            let Some(salt) = extra["tally"]["salt"].as_str() else { continue };
            let salt: [u8; 32] = decode(salt);
            let fits = commitments.iter().filter(|c| tallies.contains(&tally_leaf(&salt, c))).count();
            assert_eq!(fits, 1);
            opened += 1;
        }
    }
    println!("{opened} receipts with a tally; {} commitments, {} tallies", commitments.len(), tallies.len());
    assert!(opened > 0, "the history has receipts with tallies");
}

fn decode(text: &str) -> [u8; 32] {
    let digit = |byte: u8| {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".iter().position(|d| *d == byte)
    };
    let mut bits = 0u32;
    let mut held = 0;
    let mut out = Vec::new();
    for byte in text.bytes() {
        bits = (bits << 6) | u32::try_from(digit(byte).unwrap()).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 0xff).unwrap());
        }
    }
    out.try_into().unwrap()
}
