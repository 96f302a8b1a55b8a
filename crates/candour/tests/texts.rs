//! Any text that somebody may type is stored and read back as it was typed, and every page that shows it shows it as
//! text: by the API and by pages, through the running service and its database.

mod demonstration;

use demonstration::{Demo, clinic_part, eventually, proposal, serious_harm};
use serde_json::json;
use std::{collections::BTreeSet, time::Duration};

/// What has broken programs before: markup, statements, templates, escapes, formats, and scripts of the world.
const KNOWN: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</textarea></title></style><svg onload=alert(1)>",
    "<!-- --><![CDATA[ ]]>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#60; &#x3c;",
    "'; DROP TABLE events; --",
    "' OR '1'='1",
    "\"; DELETE FROM cases WHERE 1=1; /*",
    "$1 ?1 :name @name ?? $$x$$ E'\\x41'",
    "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "%s %n %00 %2e%2e%2f ../../etc/passwd",
    "\\ \\\\ \\0 \\x00 \\u0000 \\\"",
    "null",
    "1e999",
    "true",
    "[]",
    "{\"question\": 1}",
    "line\nline\n\nline\ttab",
    "=1+1",
    "e\u{301} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1d518}",
    "\u{627}\u{644}\u{633}\u{644}\u{627}\u{645} \u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{feff}a\u{2028}b\u{2029}c\u{ad}d\u{200b}e",
    "\u{fffd}\u{fffe}\u{10ffff}",
];
/// How many drawn texts are tried besides.
const DRAWN: u64 = 40;

/// A text of drawn characters of every range, without those that are refused on purpose.
fn drawn(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let length = 1 + next(80);
    let mut text = String::from("t");
    for _ in 0..length {
        let code = match next(6) {
            0 | 1 => 0x20 + next(0x5f),
            2 => 0xa0 + next(0x700),
            3 => 0x2000 + next(0x800),
            4 => 0x3040 + next(0x6000),
            _ => 0x1_0000 + next(0x1_0000),
        };
        text.extend(u32::try_from(code).ok().and_then(char::from_u32));
    }
    text
}

/// Characters that are refused because they make a text read otherwise than it is.
fn is_taken(text: &str) -> bool {
    !text.chars().any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

/// The text as the service keeps it: without space around it, in the normal form C.
fn kept(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.trim().nfc().collect()
}

/// As it stands in a page.
fn escaped(text: &str) -> String {
    let mut page = String::new();
    for c in text.chars() {
        match c {
            '&' => page.push_str("&#38;"),
            '<' => page.push_str("&#60;"),
            '>' => page.push_str("&#62;"),
            '"' => page.push_str("&#34;"),
            '\'' => page.push_str("&#39;"),
            other => page.push(other),
        }
    }
    page
}

#[test]
fn any_text_is_read_back_as_it_was_typed_and_shown_as_text() {
    let demo = Demo::start(1);
    let clinician = demo.sign_in("clinician");
    let officer = demo.sign_in("officer");
    let longest = "x<y & 'z' ".repeat(2_000).trim().to_owned();
    let texts: Vec<String> =
        KNOWN.iter().map(|text| (*text).to_owned()).chain((0..DRAWN).map(drawn)).chain([longest]).collect();
    let mut shown = 0;
    for text in texts.iter().filter(|text| is_taken(text)) {
        let sent = demo.post("officer", "/api/v1/enquiries", &json!({"unit": "london", "question": text}));
        assert_eq!(sent.status, 201, "{text:?}: {}", sent.text);
        let id = sent.body["id"].as_str().unwrap();
        for role in ["officer", "clinician"] {
            let read = demo.get(role, &format!("/api/v1/referrals/{id}"));
            assert_eq!(read.body["question"], json!(kept(text)), "{role}");
        }
        for (reader, path) in
            [(&clinician, format!("/clinic/cases/{id}")), (&officer, format!("/officer/{id}"))]
        {
            let page = reader.get(&path);
            assert_eq!(page.status, 200);
            assert!(page.text.contains(&escaped(&kept(text))), "{path} shows {text:?} as it is");
            shown += 1;
        }
    }
    assert!(shown > 100, "{shown}");
}

/// Markup with a number of its own for each field, so that a page tells which one it let through.
fn marked(number: u32) -> String {
    format!("<i id=planted{number}>'\"&amp;</i>")
}

/// Every occurrence of a planted mark in a page stands behind an escaped bracket; gives the numbers that were seen.
fn marks(path: &str, page: &str) -> BTreeSet<u32> {
    assert!(!page.contains("<i id=planted"), "{path} shows a text as markup");
    let mut seen = BTreeSet::new();
    for rest in page.split("planted").skip(1) {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        seen.extend(digits.parse::<u32>());
    }
    for (at, _) in page.match_indices("planted") {
        let before = &page[..at];
        assert!(before.ends_with("&#60;i id="), "{path}: {}", &before[before.len().saturating_sub(40)..]);
    }
    seen
}

#[test]
fn every_page_that_shows_what_people_typed_shows_it_as_text() {
    let demo = Demo::start(1);
    let ok = |answer: demonstration::Answer| {
        assert!(answer.status < 300, "{}", answer.text);
        answer.body
    };
    let mut asked = serious_harm(1);
    asked["question"] = json!(marked(1));
    asked["person"]["name"] = json!(marked(2));
    asked["person"]["address"] = json!(marked(3));
    let id = ok(demo.post("officer", "/api/v1/referrals", &asked))["id"].as_str().unwrap().to_owned();
    let at = format!("/api/v1/referrals/{id}");
    ok(demo.post("supervisor", &format!("{at}/countersign"), &json!({})));
    ok(demo.post("clinician", &format!("{at}/facts"), &clinic_part()));
    ok(demo.post("clinician", &format!("{at}/record-openings"), &json!({"reason": marked(4)})));
    ok(demo.post("clinician", &format!("{at}/advice"), &json!({"text": marked(5)})));
    let route = json!({"route": "post", "address": marked(6), "phrase": "seven kites over the water"});
    ok(demo.post("clinician", &format!("{at}/safe-route"), &route));
    let mut proposed = proposal();
    proposed["necessity"] = json!(marked(7));
    proposed["proportionality"] = json!(marked(8));
    proposed["notice"]["reasons"] = json!(marked(9));
    proposed["content"]["current-risk-to-others-statement"] = json!(marked(10));
    proposed["reasons"] = json!({"current-risk-to-others-statement": marked(13)});
    ok(demo.post("clinician", &format!("{at}/proposals"), &proposed));
    for (role, code, n) in
        [("clinician", "treating-clinician-opinion", 11), ("guardian", "caldicott-guardian", 12)]
    {
        let body = json!({"approval": code, "agree": true, "reasons": marked(n)});
        ok(demo.post(role, &format!("{at}/proposals/1/approvals"), &body));
    }
    eventually("it is released", Duration::from_secs(60), || {
        (demo.get("officer", &format!("{at}/disclosures/1")).status == 200).then_some(())
    });
    let mut seen = BTreeSet::new();
    let mut pages = 0;
    for (role, area) in [
        ("officer", "/officer"),
        ("supervisor", "/officer/countersign"),
        ("clinician", "/clinic"),
        ("second-clinician", "/clinic"),
        ("guardian", "/guardian"),
        ("data-protection-officer", "/clinic"),
        ("reviewer", "/review"),
    ] {
        let reader = demo.sign_in(role);
        let mut waiting = vec![area.to_owned(), format!("{area}/cases/{id}"), format!("{area}/{id}")];
        let mut been = BTreeSet::new();
        while let Some(path) = waiting.pop() {
            // All that is of this case, and the lists that lead to it.
            if !been.insert(path.clone()) || (path.len() > area.len() + 12 && !path.contains(&id)) {
                continue;
            }
            let page = reader.get(&path);
            seen.extend(marks(&format!("{role} {path}"), &page.text));
            pages += 1;
            let links = page.text.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
            waiting.extend(links.filter(|link| link.starts_with(area)).map(str::to_owned));
        }
    }
    let (read, leads) = demo.sign_in("officer").send_form(&format!("/officer/{id}/disclosures/1"), &[]);
    seen.extend(marks("what the officer reads", &read.text));
    assert!(leads.is_empty() || leads.starts_with('/'), "{leads}");
    assert!(pages > 30, "{pages} pages");
    // The address of a route is for whoever sends the letter: one page may show it, or none.
    let expected: BTreeSet<u32> = [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13].into();
    assert!(seen.is_superset(&expected), "shown: {seen:?}");
}
