//! A clinic's ordinary day through the running service: searching, standing back, taking and handing over, and the time
//! spent; by API and by pages, with what the person, the reviewer and police see of each.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demonstration;

use demonstration::{Answer, Demo, serious_harm};
use serde_json::{Value, json};

fn sent(demo: &Demo, number: u32, nhs_number: &str) -> (String, String) {
    let mut body = serious_harm(number);
    body["person"]["nhs_number"] = json!(nhs_number);
    let answer = demo.post("officer", "/api/v1/referrals", &body);
    assert_eq!(answer.status, 201, "{}", answer.text);
    let text = |name: &str| answer.body[name].as_str().unwrap().to_owned();
    (text("id"), text("reference"))
}

fn found(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    let items = answer.body["items"].as_array().unwrap();
    items.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// A statement to the demonstration's database, past the service.
fn database(demo: &Demo, statement: &str) -> String {
    let file = demo.json["database"].as_str().unwrap().trim_start_matches("sqlite://").to_owned();
    let script = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall())";
    let done = std::process::Command::new("python3").args(["-c", script, &file, statement]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim().to_owned()
}

#[test]
fn a_clinics_ordinary_day() {
    let demo = Demo::start(30);
    searching(&demo);
    standing_back(&demo);
    handing_over(&demo);
    time_spent(&demo);
    conversations(&demo);
    calls_of_no_case(&demo);
    delegating(&demo);
}

fn searching(demo: &Demo) {
    let (id, reference) = sent(demo, 901, "9990000026");
    let (other, _) = sent(demo, 902, "9990000018");
    let ask = |role: &str, body: Value| demo.post(role, "/api/v1/searches", &body);
    let number = json!({"by": "nhs-number", "nhs_number": "999 000 0026"});
    let name = |name: &str| json!({"by": "name-and-birth", "name": name, "date_of_birth": "1990-05-17"});

    // Exact after normalising, and never in part.
    assert_eq!(found(&ask("clinician", number.clone())), std::slice::from_ref(&id));
    assert_eq!(found(&ask("second-clinician", number.clone())), std::slice::from_ref(&id));
    assert_eq!(found(&ask("clinician", name("  testa   PERSON 901 "))), std::slice::from_ref(&id));
    for part in ["Testa Person", "Testa", "Person 901", "Testa Person 90", "Testa Person 901 Junior"] {
        assert!(found(&ask("clinician", name(part))).is_empty(), "{part}");
    }
    let another_day =
        json!({"by": "name-and-birth", "name": "Testa Person 901", "date_of_birth": "1990-05-18"});
    assert!(found(&ask("clinician", another_day)).is_empty());
    for (body, at) in [
        (json!({"by": "nhs-number", "nhs_number": "999000002"}), "/nhs_number"),
        (json!({"by": "name-and-birth", "name": "Testa Person 901"}), "/date_of_birth"),
        (json!({"by": "name-and-birth", "name": "%", "date_of_birth": "1990-05-17"}), "/name"),
        (json!({"by": "surname", "name": "Person"}), "/by"),
    ] {
        let answer = ask("clinician", body);
        assert_eq!((answer.status, &answer.body["at"]), (422, &json!(at)), "{}", answer.text);
    }

    // Never across units, never for police, never for administrators; the guardian finds a case and no person.
    assert!(found(&ask("clinician-other-unit", number.clone())).is_empty());
    let by_reference = json!({"by": "reference", "reference": reference.to_lowercase()});
    assert_eq!(found(&ask("guardian", by_reference.clone())), std::slice::from_ref(&id));
    assert_eq!(found(&ask("reviewer", by_reference.clone())), std::slice::from_ref(&id));
    assert!(found(&ask("clinician-other-unit", by_reference.clone())).is_empty());
    assert_eq!(ask("guardian", number.clone()).status, 403);
    for role in
        ["officer", "supervisor", "health-worker", "administrator", "key-custodian", "retention-manager"]
    {
        for body in [&number, &by_reference, &json!({"by": "nhs-number", "nhs_number": "1"})] {
            assert_eq!(ask(role, body.clone()).status, 403, "{role}");
        }
    }

    // The same request again is no second search, and the same key for another one is refused.
    let (token, key) = (demo.token("clinician"), demo.key());
    let twice = || demo.post_with(&token, &key, "/api/v1/searches", &number);
    let before = database(demo, "SELECT COUNT(*) FROM searches");
    assert_eq!(twice(), twice());
    assert_ne!(before, database(demo, "SELECT COUNT(*) FROM searches"));
    let once = database(demo, "SELECT COUNT(*) FROM searches");
    twice();
    assert_eq!(once, database(demo, "SELECT COUNT(*) FROM searches"));
    assert_eq!(demo.post_with(&token, &key, "/api/v1/searches", &name("Testa Person 902")).status, 422);

    // Found is recorded in the case that was found, and in no other; nothing that was typed is kept.
    let finds = |id: &str| {
        database(
            demo,
            &format!(
                "SELECT COUNT(*) FROM events WHERE stream = 'reads' AND kind = 'case-found' AND case_id = '{id}'"
            ),
        )
    };
    assert_ne!(finds(&id), "[(0,)]");
    assert_eq!(finds(&other), "[(0,)]");
    let rows = database(demo, "SELECT * FROM searches") + &database(demo, "SELECT * FROM idempotency");
    // Whole dates: four digits stand in drawn identifiers by chance.
    for typed in ["999000", "999 000", "Testa", "1990-05", "May 1990"] {
        assert!(!rows.contains(typed), "{typed} is kept");
    }

    // The reviewer counts, above all what found nothing; nobody else does.
    let counted = demo.get("reviewer", "/api/v1/review/searches");
    let rows = counted.body["rows"].as_array().unwrap();
    let nothing: u64 = rows.iter().map(|row| row["found_nothing"].as_u64().unwrap()).sum();
    // Five in part, one of another day, one in another unit; those by reference are about no person.
    assert_eq!(nothing, 7, "{}", counted.text);
    assert_eq!(demo.get("clinician", "/api/v1/review/searches").status, 403);
    let page = demo.sign_in("reviewer").get("/review/searches");
    assert!(page.status == 200 && page.text.contains("found nothing"), "{}", page.text);

    // By pages: what is typed goes by POST, a reference leads to its case, and the page shows references alone.
    let clinician = demo.sign_in("clinician");
    let page = clinician.send("/clinic/search", &[("by", "nhs-number"), ("nhs_number", "9990000026")]);
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains(&reference) && page.text.contains("recorded where the person can see it"));
    assert!(!page.text.contains("9990000026") && !page.text.contains("Testa Person"), "{}", page.text);
    let led = clinician.send("/clinic/search", &[("by", "reference"), ("reference", &reference)]);
    assert_eq!(led.status, 303);
    for area in ["officer", "administrator"] {
        assert_ne!(demo.sign_in(area).ask("GET", "/clinic/search"), 200, "{area}");
    }

    // Only so many an hour, and it says so.
    let many = |n: usize| ask("second-clinician", name(&format!("Nobody {n}")));
    let refused = (0..40).map(many).find(|answer| answer.status != 200).unwrap();
    assert_eq!(
        (refused.status, refused.body["type"].as_str().unwrap().ends_with("searched-too-often")),
        (409, true)
    );
    assert!(refused.text.contains("30 times within the last hour"), "{}", refused.text);
}

fn standing_back(demo: &Demo) {
    let (id, reference) = sent(demo, 911, "9990000034");
    let at = format!("/api/v1/referrals/{id}");
    let reads = || {
        database(demo, &format!("SELECT COUNT(*) FROM events WHERE stream = 'reads' AND case_id = '{id}'"))
    };
    let clinician = demo.sign_in("clinician");
    // Declared before the case was opened: nothing of it was read.
    let form = clinician.get(&format!("/clinic/conflict?case={id}"));
    assert!(form.text.contains(&reference) && !form.text.contains("Testa Person"), "{}", form.text);
    let faulty = clinician.send("/clinic/conflict", &[("reference", "LON-0000-0000"), ("why", "")]);
    assert!(
        faulty.status == 422 && faulty.text.contains("the reference of a case of yours"),
        "{}",
        faulty.text
    );
    let done = clinician.send(
        "/clinic/conflict",
        &[("reference", &reference), ("why", "knows-person"), ("text", "SINGS-IN-MY-CHOIR")],
    );
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(reads(), "[(0,)]");
    // From then on it is closed to them, by page and by API, and the queue says that somebody else is needed.
    let page = clinician.get(&format!("/clinic/cases/{id}"));
    assert!(page.status == 409 && page.text.contains("declared a conflict of interest"), "{}", page.text);
    assert_eq!(demo.get("clinician", &at).status, 409);
    for (act, body) in [
        ("record-openings", json!({"reason": "r"})),
        ("advice", json!({"text": "t"})),
        ("take", json!({})),
        ("time", json!({"minutes": 5})),
        ("conflicts", json!({"why": "other"})),
    ] {
        let answer = demo.post("clinician", &format!("{at}/{act}"), &body);
        let told = answer.body["type"].as_str().unwrap_or_default().ends_with("conflict-declared");
        assert!(answer.status == 409 && told, "{act}: {}", answer.text);
    }
    assert_eq!(reads(), "[(0,)]");
    let queue = demo.get("clinician", "/api/v1/queue");
    let mut rows = queue.body["items"].as_array().unwrap().clone();
    let mut next = queue.body["next"].as_str().map(str::to_owned);
    while let Some(after) = next {
        let page = demo.get("clinician", &format!("/api/v1/queue?after={after}"));
        rows.extend(page.body["items"].as_array().unwrap().clone());
        next = page.body["next"].as_str().map(str::to_owned);
    }
    assert!(rows.iter().any(|row| row["id"] == id.as_str() && row["conflict"] == true), "{rows:?}");
    assert!(rows.iter().all(|row| row["id"] == id.as_str() || row["conflict"] == false));
    // A search leads the one who stands back to nothing; that they looked is recorded.
    let body = json!({"by": "nhs-number", "nhs_number": "9990000034"});
    assert!(found(&demo.post("clinician", "/api/v1/searches", &body)).is_empty());
    assert_eq!(reads(), "[(1,)]");

    // Guardian and reviewer hear why; colleagues only that; the officer nothing.
    for (role, hears) in [("guardian", true), ("reviewer", true), ("legal", false)] {
        let seen = demo.get(role, &at);
        assert_eq!(seen.text.contains("SINGS-IN-MY-CHOIR"), hears, "{role}: {}", seen.text);
        assert_eq!(seen.text.contains("they know the person"), hears, "{role}");
        assert!(seen.text.contains("conflict of interest was declared"), "{role}");
    }
    assert!(!demo.get("officer", &at).text.contains("conflict"));
    assert_eq!(demo.post("officer", &format!("{at}/conflicts"), &json!({"why": "other"})).status, 403);

    // The guardian alone withdraws it, with reasons.
    let withdraw = format!("{at}/conflicts/1/withdraw");
    assert_eq!(demo.post("reviewer", &withdraw, &json!({"reasons": "r"})).status, 403);
    assert_eq!(demo.post("guardian", &withdraw, &json!({"reasons": ""})).status, 422);
    let page = demo.sign_in("guardian").get(&format!("/guardian/cases/{id}/withdraw-conflict/1"));
    assert!(page.status == 200 && page.text.contains("stood back"), "{}", page.text);
    assert_eq!(demo.post("guardian", &withdraw, &json!({"reasons": "Another person."})).status, 200);
    assert_eq!(demo.get("clinician", &at).status, 200);
}

fn handing_over(demo: &Demo) {
    let (id, _) = sent(demo, 921, "9990000042");
    let at = format!("/api/v1/referrals/{id}");
    let officer = || demo.get("officer", &at).text;
    let before = officer();
    let clinician = demo.sign_in("clinician");
    let taken = clinician.send_to(&format!("/clinic/cases/{id}"), &format!("/clinic/cases/{id}/take"), &[]);
    assert_eq!(taken.status, 303, "{}", taken.text);
    let case = demo.get("clinician", &at).body;
    assert_eq!(case["held"], "own", "{case}");
    assert!(clinician.get("/clinic?show=own").text.contains(&id));
    assert!(!clinician.get("/clinic?show=nobody").text.contains(&id));
    // No lock: the second clinician opens the record, and the clocks go on.
    let opened =
        demo.post("second-clinician", &format!("{at}/record-openings"), &json!({"reason": "To see."}));
    assert!(opened.status < 300, "{}", opened.text);
    let note = json!({"note": "NOTE-FOR-WHOEVER-GOES-ON"});
    assert_eq!(demo.post("clinician", &format!("{at}/hand-over"), &json!({"note": ""})).status, 422);
    let other_unit = demo.json["accounts"]["clinician-other-unit"]["name"].clone();
    for (to, status) in [(other_unit, 409), (json!("nobody.at.all"), 422)] {
        let body = json!({"to": to, "note": "n"});
        assert_eq!(demo.post("clinician", &format!("{at}/hand-over"), &body).status, status, "{to}");
    }
    if let Some(colleague) = case["colleagues"].as_array().unwrap().first() {
        let handed =
            demo.post("clinician", &format!("{at}/hand-over"), &json!({"to": colleague["id"], "note": "n"}));
        assert_eq!(handed.status, 200, "{}", handed.text);
        let seen = demo.get("clinician", &at).body;
        assert_eq!(seen["held"], "colleague");
        assert!(seen["holder"].as_str().unwrap().contains(colleague["title"].as_str().unwrap()), "{seen}");
        assert!(clinician.get("/clinic?show=colleague").text.contains(&id));
    }
    assert_eq!(demo.post("clinician", &format!("{at}/hand-over"), &note).status, 200);
    let seen = demo.get("clinician", &at);
    assert!(seen.body["held"] == "nobody" && seen.text.contains("NOTE-FOR-WHOEVER-GOES-ON"), "{}", seen.text);
    // The page says it before anything that is folded, with whose turn it is and by when; the API says neither.
    let page = clinician.get(&format!("/clinic/cases/{id}")).text;
    let (open, _) = page.split_once("clinic-folds").unwrap();
    assert!(open.contains("NOTE-FOR-WHOEVER-GOES-ON") && open.contains("at the latest"), "{open}");
    assert!(seen.body.get("awaited").is_none() && seen.body.get("answer_by").is_none(), "{}", seen.text);
    let page = demo.sign_in("guardian").get(&format!("/guardian/cases/{id}")).text;
    assert!(page.contains("Clinician: consider a referral"), "{page}");
    assert_eq!(officer(), before, "an officer sees nothing of it");
}

fn time_spent(demo: &Demo) {
    let (id, _) = sent(demo, 931, "9990000050");
    let (page, at) = (format!("/clinic/cases/{id}"), format!("/api/v1/referrals/{id}"));
    let clinician = demo.sign_in("clinician");
    let recorded = clinician.send_to(&page, &format!("{page}/time"), &[("minutes", "30")]);
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    let shown = clinician.get(&format!("{page}?done=time-30"));
    assert!(
        shown.text.contains("30 minutes are recorded.") && shown.text.contains(">Undo<"),
        "{}",
        shown.text
    );
    let rows = || {
        database(
            demo,
            "SELECT unit, class, minutes, force, outcome, basis, age_band FROM fact_rows WHERE class = 'time-spent' AND ABS(minutes) = 30 ORDER BY minutes",
        )
    };
    assert_eq!(rows(), "[('london', 'time-spent', 30, None, None, None, None)]");
    let back = clinician.send_to(
        &format!("{page}?done=time-30"),
        &format!("{page}/time-back"),
        &[("minutes", "30")],
    );
    assert_eq!(back.status, 303, "{}", back.text);
    assert_eq!(
        rows(),
        "[('london', 'time-spent', -30, None, None, None, None), ('london', 'time-spent', 30, None, None, None, None)]"
    );
    let spend = |role: &str, minutes: Value| {
        demo.post(role, &format!("{at}/time"), &json!({"minutes": minutes})).status
    };
    assert_eq!((spend("guardian", json!(60)), spend("clinician", json!(7))), (200, 409));
    assert_eq!(
        (spend("clinician", json!("5")), spend("reviewer", json!(5)), spend("officer", json!(5))),
        (422, 403, 403)
    );
    assert_eq!(demo.get("clinician", &at).body["minutes"], 60);
    let again = demo.post("clinician", &format!("{at}/time/take-back"), &json!({"minutes": 30}));
    assert_eq!(again.status, 409, "{}", again.text);
}

/// What a page says, without the key that every form has anew.
fn said_on(page: &Answer) -> String {
    assert_eq!(page.status, 200, "{}", page.text);
    let main = page.text.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    main.lines().filter(|line| !line.contains("name=\"_key\"")).collect::<Vec<_>>().join("\n")
}

fn conversations(demo: &Demo) {
    let (id, _) = sent(demo, 951, "9990000077");
    let (page, at) = (format!("/clinic/cases/{id}"), format!("/api/v1/referrals/{id}"));
    let officer = demo.sign_in("officer");
    let theirs = || {
        let list = demo.get("officer", "/api/v1/referrals").text;
        (demo.get("officer", &at).text, list, said_on(&officer.get(&format!("/officer/{id}"))))
    };
    let before = theirs();
    let clinician = demo.sign_in("clinician");

    // By pages: what is likely is chosen already, and nothing is asked for but what was said.
    let form = clinician.get(&format!("{page}/record-call"));
    assert_eq!(form.text.matches(" checked").count(), 4, "{}", form.text);
    let empty = clinician.send(&format!("{page}/record-call"), &[("means", "telephone")]);
    assert_eq!(empty.status, 422, "{}", empty.text);
    let done = clinician.send(
        &format!("{page}/record-call"),
        &[
            ("means", "telephone"),
            ("with", "person-or-relative"),
            ("when", "now"),
            ("text", "SHE-SLEEPS-IN-THE-CAR"),
            ("minutes", "5"),
        ],
    );
    assert_eq!(done.status, 303, "{}", done.text);
    let shown = clinician.get(&format!("{page}?done=record-call"));
    assert!(shown.text.contains("The call or meeting is written down in the case."), "{}", shown.text);
    for said in ["A telephone call (with the person or a relative)", "SHE-SLEEPS-IN-THE-CAR"] {
        assert!(shown.text.contains(said), "{said}: {}", shown.text);
    }
    assert_eq!(demo.get("clinician", &at).body["minutes"], 5);

    // By API, by everybody who works on it and nobody else; when it took place is checked.
    let write = |role: &str, body: Value| demo.post(role, &format!("{at}/conversations"), &body);
    let body = json!({"means": "meeting", "with": "health", "text": "SAID-IN-A-MEETING"});
    for role in ["clinician", "second-clinician", "guardian", "safeguarding", "legal"] {
        assert_eq!(write(role, body.clone()).status, 200, "{role}");
    }
    let others =
        ["officer", "supervisor", "health-worker", "reviewer", "data-protection-officer", "administrator"];
    for role in others {
        assert_eq!(write(role, body.clone()).status, 403, "{role}");
    }
    assert_eq!(write("clinician-other-unit", body.clone()).status, 404);
    let with = |name: &str, value: Value| {
        let mut body = body.clone();
        body[name] = value;
        write("clinician", body)
    };
    for when in ["2020-01-01T09:00:00Z", "2099-01-01T09:00:00Z"] {
        let refused = with("at", json!(when));
        assert_eq!((refused.status, slug(&refused).as_str()), (409, "conversation-time"), "{}", refused.text);
    }
    assert_eq!(slug(&with("minutes", json!(7))), "minutes");
    let faulty =
        [("means", json!("letter")), ("with", json!("police")), ("at", json!("now")), ("text", json!(" "))];
    for (name, value) in faulty {
        let refused = with(name, value);
        assert_eq!(
            (refused.status, &refused.body["at"]),
            (422, &json!(format!("/{name}"))),
            "{}",
            refused.text
        );
    }
    assert_eq!(demo.get("clinician", &at).body["minutes"], 5, "what is refused leaves no time behind");

    // The officer has what they had, byte for byte.
    assert_eq!(theirs(), before);
}

fn calls_of_no_case(demo: &Demo) {
    let clinician = demo.sign_in("clinician");
    let theirs = || {
        // How long something waits grows by itself, so that of a queue the cases are compared.
        let waits = demo.get("supervisor", "/api/v1/queue").body["items"].clone();
        let waits: Vec<Value> = waits.as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
        (demo.get("officer", "/api/v1/referrals").text, waits)
    };
    let before = theirs();
    assert!(clinician.get("/clinic").text.contains("href=\"/clinic/call\""));
    let typed = |advice: &'static str, looked: &str| {
        clinician.send_form(
            "/clinic/call",
            &[
                ("means", "telephone"),
                ("with", "officer"),
                ("when", "now"),
                ("question", "What helps when somebody is frightened?"),
                ("advice", advice),
                ("minutes", "15"),
                ("looked", looked),
            ],
        )
    };
    let cases = || database(demo, "SELECT COUNT(*) FROM cases");
    let standing = cases();
    // What may say who it is about is pointed out, and kept only once it was read again as it stands.
    let known = "He is known to our service and was admitted last year.";
    let (over, _) = typed(known, "");
    assert!(over.status == 200 && over.text.contains("Record it as it stands"), "{}", over.text);
    let looked = over.text.split_once("name=\"looked\" value=\"").unwrap().1.split_once('"').unwrap().0;
    let (another, _) = typed("He is known to our service, and to others.", looked);
    assert_eq!(another.status, 200, "another text is another question: {}", another.text);
    assert_eq!(cases(), standing);
    let (kept, _) = typed(known, looked);
    assert_eq!(kept.status, 303, "{}", kept.text);

    let (done, leads) = typed("Speak calmly, keep your distance, and offer the crisis line.", "");
    assert_eq!(done.status, 303, "{}", done.text);
    let page = clinician.get(&leads);
    assert!(page.text.contains("it names nobody, and no police officer sees it"), "{}", page.text);
    let id = leads.trim_start_matches("/clinic/cases/").trim_end_matches("?done=call");
    let seen = demo.get("clinician", &format!("/api/v1/referrals/{id}"));
    for said in ["What helps when somebody is frightened?", "Speak calmly, keep your distance"] {
        assert!(seen.text.contains(said), "{said}: {}", seen.text);
    }
    assert_eq!(
        (&seen.body["origin"], &seen.body["minutes"]),
        (&json!("enquiry"), &json!(15)),
        "{}",
        seen.text
    );
    assert_eq!((&seen.body["person"], &seen.body["force"]), (&Value::Null, &Value::Null));
    assert!(seen.text.contains("A telephone call (with a police officer)"), "{}", seen.text);
    let kinds = database(
        demo,
        &format!("SELECT kind FROM events WHERE stream = 'decision' AND case_id = '{id}' ORDER BY position"),
    );
    assert_eq!(
        kinds,
        "[('enquiry-received',), ('conversation-recorded',), ('advice-given',), ('time-spent',)]"
    );

    // By API; a repetition begins no second case.
    let body = json!({"means": "meeting", "with": "other", "question": "What helps?", "advice": "Patience."});
    let (token, key) = (demo.token("clinician"), demo.key());
    let once = demo.post_with(&token, &key, "/api/v1/conversations", &body);
    assert_eq!(once.status, 201, "{}", once.text);
    let standing = cases();
    assert_eq!(demo.post_with(&token, &key, "/api/v1/conversations", &body), once);
    assert_eq!(cases(), standing);
    for role in ["officer", "supervisor", "health-worker", "second-clinician", "guardian", "reviewer"] {
        assert_eq!(demo.post(role, "/api/v1/conversations", &body).status, 403, "{role}");
    }
    assert_ne!(demo.sign_in("second-clinician").ask("GET", "/clinic/call"), 200);

    // No officer, no supervisor and no other unit sees anything of it: what is theirs is what it was.
    assert_eq!(theirs(), before);
    for role in ["officer", "supervisor", "clinician-other-unit"] {
        for id in [id, once.body["id"].as_str().unwrap()] {
            let hidden = demo.get(role, &format!("/api/v1/referrals/{id}"));
            let unknown = demo.get(role, "/api/v1/referrals/0123456789abcdef0123456789abcdef");
            assert_eq!((hidden.status, hidden.text), (404, unknown.text), "{role}");
        }
    }
}

fn slug(answer: &Answer) -> String {
    let text = answer.body["type"].as_str().unwrap_or_default();
    text.rsplit([':', '/']).next().unwrap_or_default().to_owned()
}

/// The value of the first choice of a radio group on a page.
fn first_choice(html: &str, name: &str) -> String {
    let tag =
        html.split('<').find(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")));
    let value = tag.unwrap().split_once("value=\"").unwrap().1;
    value.split_once('"').unwrap().0.to_owned()
}

fn delegating(demo: &Demo) {
    let deputy = demo.token_of("guardian-deputy");
    let guardian = demo.sign_in("guardian");
    let page = guardian.get("/guardian/delegations/new");
    let account = first_choice(&page.text, "deputy");
    let list = || demo.get("guardian", "/api/v1/delegations").body["items"].as_array().unwrap().clone();
    let standing = list();
    assert_eq!((standing.len(), standing[0]["state"].as_str()), (1, Some("in-force")), "{standing:?}");

    // A case that waits for the guardian alone.
    let (id, _) = sent(demo, 941, "9990000069");
    let at = format!("/api/v1/referrals/{id}");
    demo.post("clinician", &format!("{at}/facts"), &demonstration::clinic_part());
    let made = demo.post("clinician", &format!("{at}/proposals"), &demonstration::proposal());
    assert!(made.status < 300, "{}", made.text);
    let approval = |code: &str| json!({"approval": code, "agree": true, "reasons": "I have weighed it."});
    let given = demo.post(
        "clinician",
        &format!("{at}/proposals/1/approvals"),
        &approval("treating-clinician-opinion"),
    );
    assert!(given.status < 300, "{}", given.text);
    let approve = || {
        let path = format!("{at}/proposals/1/approvals");
        demo.post_with(&deputy, &demo.key(), &path, &approval("caldicott-guardian"))
    };
    // For emergencies on call and no further; revoked; not yet begun: each refused for its own reason.
    let refused = approve();
    assert_eq!((refused.status, slug(&refused).as_str()), (409, "beyond-delegation"), "{}", refused.text);
    // Nor does it reach to anything else that is the guardian's to decide.
    let reasons = json!({"reasons": "Nothing more is owed."});
    let closing = demo.post_with(&deputy, &demo.key(), &format!("{at}/close"), &reasons);
    assert_eq!((closing.status, slug(&closing).as_str()), (409, "beyond-delegation"), "{}", closing.text);
    let revoke = format!("/api/v1/delegations/{}/revoke", standing[0]["id"].as_str().unwrap());
    assert_eq!(
        demo.post_with(&deputy, &demo.key(), &revoke, &json!({})).status,
        409,
        "a deputy revokes nothing"
    );
    assert_eq!(demo.post("reviewer", &revoke, &json!({})).status, 403);
    assert_eq!(demo.post("guardian", &revoke, &json!({})).status, 200);
    assert_eq!(slug(&demo.post("guardian", &revoke, &json!({}))), "already-done");
    assert_eq!(slug(&approve()), "delegation-revoked");
    let today = database(demo, "SELECT first FROM rota WHERE kind = 'duty'");
    let today = today.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
    let year: i32 = today[..4].parse().unwrap();
    let delegation = |first: &str, last: &str| json!({"deputy": account, "first": first, "last": last, "scope": "every", "document": "DOCUMENT-14"});
    let later = format!("{}{}", year + 1, &today[4..8]) + "01";
    let given = demo.post("guardian", "/api/v1/delegations", &delegation(&later, &later));
    assert_eq!(given.status, 200, "{}", given.text);
    let refused = approve();
    assert!(
        slug(&refused) == "delegation-not-yet" && refused.text.contains(&(year + 1).to_string()),
        "{}",
        refused.text
    );
    for (body, status) in [
        (delegation(&later, &today), 409),
        (delegation("soon", &today), 422),
        (json!({"deputy": account, "first": today, "last": later, "scope": "every", "document": ""}), 422),
    ] {
        assert_eq!(demo.post("guardian", "/api/v1/delegations", &body).status, status, "{body}");
    }
    // Only the guardian delegates: not the deputy, not an administrator, nobody else.
    let own = demo.post_with(&deputy, &demo.key(), "/api/v1/delegations", &delegation(&today, &later));
    assert_eq!(slug(&own), "deputy-delegates", "{}", own.text);
    for role in ["administrator", "reviewer", "clinician", "officer"] {
        assert_eq!(demo.post(role, "/api/v1/delegations", &delegation(&today, &later)).status, 403, "{role}");
    }
    // On its days it holds.
    let end = format!("{year}-12-31");
    let given = demo.post("guardian", "/api/v1/delegations", &delegation(&today, &end));
    assert_eq!(given.status, 200, "{}", given.text);
    let decided = approve();
    assert!(decided.status == 200 && decided.body["decided"] == true, "{}", decided.text);
    assert!(guardian.get("/guardian/delegations").text.contains("DOCUMENT-14"));
    let seen = demo.sign_in("reviewer").get("/review/delegations");
    assert!(
        seen.status == 200 && seen.text.contains("DOCUMENT-14") && seen.text.contains("Revoked"),
        "{}",
        seen.text
    );
    rota(demo, &account);
}

fn rota(demo: &Demo, deputy: &str) {
    let entry = json!({"kind": "on-call", "account": deputy, "first": "2030-01-01", "last": "2030-01-02"});
    for role in ["guardian", "reviewer", "clinician", "officer"] {
        assert_eq!(demo.post(role, "/api/v1/rota", &entry).status, 403, "{role}");
    }
    let administrator = demo.sign_in("administrator");
    let added = administrator.send(
        "/admin/rota/new",
        &[
            ("kind", "on-call"),
            ("account", deputy),
            ("first-day", "1"),
            ("first-month", "1"),
            ("first-year", "2030"),
            ("last-day", "2"),
            ("last-month", "1"),
            ("last-year", "2030"),
        ],
    );
    assert_eq!(added.status, 303, "{}", added.text);
    let shown = administrator.get("/admin/rota");
    assert!(shown.text.contains("2 January 2030"), "{}", shown.text);
    let id = database(demo, "SELECT id FROM rota WHERE first = '2030-01-01'");
    let id = id.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
    let undo = |act: &str| {
        administrator
            .send_to(&format!("/admin/rota?added={id}"), &format!("/admin/rota/{id}/{act}"), &[])
            .status
    };
    assert_eq!((undo("remove"), undo("remove"), undo("put-back"), undo("remove")), (303, 409, 303, 303));
    let faulty =
        administrator.send("/admin/rota/new", &[("kind", "duty"), ("account", deputy), ("first-day", "1")]);
    assert_eq!(faulty.status, 422, "{}", faulty.text);
    assert!(demo.sign_in("clinician").get("/clinic").text.contains("On duty today"));
}
