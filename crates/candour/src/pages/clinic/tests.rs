//! Every page is rendered from samples and held against what every page must have.

use super::{
    act::{Act, acts},
    approve::ApprovePage,
    area::Area,
    call::{self, CallPage},
    case_page::{CasePage, Done},
    conflict::ConflictPage,
    emergency::EmergencyPage,
    fields::SECTIONS,
    propose::{Outcomes, Preview, ProposePage},
    queue::{CaseList, QueueList},
    read_out::ReadOutPage,
    receipts::{OpeningPage, ReceiptsPage},
    samples,
    search::{Found, FoundRow, SearchPage},
    simple,
    small::SmallPage,
    supply::{SectionList, SectionPage},
    telephone::TelephonePage,
};
use crate::web::{
    Settings,
    form::Form,
    frame::{Account, Frame, Seal},
};
use askama::Template;
use casework::{actor::Role, search::SearchBy};
use service::{error::Fault, ports::Held, recipients::RecipientGone};

fn frame(role: Role, title: &str) -> Frame {
    let account = Account {
        title: "Dr Anwen Pryce".to_owned(),
        role: role.title().to_lowercase(),
        csrf: Some("sample-token".to_owned()),
    };
    Frame::signed_in(&Settings { demonstration: true, ..Settings::default() }, title, role, account)
}

/// Every attribute of this name.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What every page must have: one heading, no inline style or script, unique ids, and labels, descriptions and inner
/// links that lead somewhere.
fn check(name: &str, page: &impl Template) -> String {
    let html = page.render().expect("a page");
    if let Some(folder) = std::env::var_os("CANDOUR_PAGES") {
        // For people who want to look at the pages: they are written where this names a folder.
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), &html).expect("a folder");
    }
    assert_eq!(html.matches("<h1").count(), 1, "{name}: one heading");
    assert!(
        !html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick="),
        "{name}: inline"
    );
    let ids = attributes(&html, "id");
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| other == &id).count(), 1, "{name}: id {id}");
        assert!(!id.is_empty() && !id.contains(' '), "{name}: id {id:?}");
    }
    for attribute in ["for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls"] {
        for id in attributes(&html, attribute).into_iter().flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "{name}: {attribute} {id}");
        }
    }
    for href in attributes(&html, "href") {
        if let Some(id) = href.strip_prefix('#') {
            assert!(ids.contains(&id), "{name}: link to {id}");
        }
        assert!(!href.starts_with("http"), "{name}: {href}");
    }
    let labelled = attributes(&html, "for");
    for input in html.split("<input ").skip(1).chain(html.split("<textarea ").skip(1)) {
        let tag = format!(" {}", input.split('>').next().unwrap_or_default());
        let id = attributes(&tag, "id").first().copied().unwrap_or_default();
        assert!(tag.contains("type=\"hidden\"") || labelled.contains(&id), "{name}: no label: {tag}");
    }
    assert!(html.contains("Not affiliated with the NHS or any police force. Not legal advice."), "{name}");
    let forms = html.matches("<form method=\"post\"").count();
    assert_eq!(html.matches("name=\"_key\"").count(), forms, "{name}: every form has a key");
    html
}

#[test]
fn queues_and_lists_show_references_only() {
    for (area, role) in roles() {
        let html = check(
            &format!("queue-{}", role.as_str()),
            &QueueList::new(
                frame(role, &area.heading(role)).at(area.base()),
                area,
                role,
                samples::queue(),
                true,
                Held::All,
            ),
        );
        assert!(html.contains("MUN-7K2P-4QXD") && !html.contains("Averill"));
        let empty = QueueList::new(
            frame(role, &area.heading(role)),
            area,
            role,
            samples::empty_queue(),
            false,
            Held::Own,
        );
        check(&format!("queue-empty-{}", role.as_str()), &empty);
    }
    let gone = vec![RecipientGone { id: "sample".to_owned(), reference: "MUN-2V9C-8HNA".to_owned() }];
    let queue = QueueList::new(
        frame(Role::Guardian, "Your queue"),
        Area::Guardian,
        Role::Guardian,
        samples::empty_queue(),
        false,
        Held::All,
    );
    let html = check("queue-gone", &queue.gone(gone));
    assert!(html.contains("href=\"/guardian/cases/sample\">MUN-2V9C-8HNA"), "{html}");
    let list =
        CaseList::new(frame(Role::Clinician, "Cases of your unit"), Area::Clinic, samples::rows(), None);
    check("cases", &list);
    let list = CaseList::new(frame(Role::Clinician, "Cases of your unit"), Area::Clinic, Vec::new(), None);
    check("cases-empty", &list);
}

fn roles() -> Vec<(Area, Role)> {
    Area::ALL
        .into_iter()
        .flat_map(|area| {
            let access = crate::web::access::of(area.base()).unwrap();
            Role::ALL.into_iter().filter(move |role| access.admits(*role)).map(move |role| (area, role))
        })
        .collect()
}

#[test]
fn a_case_is_one_page_for_every_role() {
    for (area, role) in roles() {
        for (name, case) in [
            ("referral", samples::case()),
            ("enquiry", samples::enquiry()),
            ("duty", samples::duty()),
            ("blind", samples::blind()),
        ] {
            let frame = frame(role, "Case MUN-7K2P-4QXD").back(area.base(), "Your queue").at(area.base());
            let done = match name {
                "enquiry" => Done::of("advise"),
                "referral" => Done::of("time-15"),
                _ => None,
            };
            let html = check(
                &format!("case-{name}-{}", role.as_str()),
                &CasePage::new(frame, Seal::sample(), area, role, case, done),
            );
            let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
            assert!(!title.contains("Averill"));
        }
    }
}

#[test]
fn every_act_that_the_service_offers_has_a_page_and_a_label() {
    let case = samples::case();
    let offered = acts(&case);
    assert_eq!(offered.len(), case.acts.len(), "an act has no page");
    for act in offered {
        assert_ne!(act.label(&case), "Look at the case", "{}", act.code);
        let special = matches!(
            act.code.as_str(),
            "supply-facts" | "propose" | "approve" | "telephone" | "conflict" | "give-by-telephone"
        );
        assert_eq!(simple::has_page(&act.code), !special, "{}", act.code);
        assert_eq!(simple::page(&act, &case).is_some(), !special, "{}", act.code);
        let done = match act.code.as_str() {
            "supply-facts" => "facts",
            "time" => "time-15",
            // It closes the case to whoever does it, so the queue says it.
            "conflict" => continue,
            other => other,
        };
        assert!(Done::of(done).is_some(), "{done}");
    }
}

#[test]
fn the_small_pages_render_with_and_without_faults() {
    let case = samples::case();
    for act in acts(&case) {
        let Some(simple) = simple::page(&act, &case) else { continue };
        let faults: Vec<Fault> = simple
            .fields
            .iter()
            .map(|field| Fault::new(format!("/{}", field.name), "write something here"))
            .collect();
        let fresh = frame(Role::Clinician, "");
        let plain = SmallPage::new(
            fresh.clone(),
            Seal::sample(),
            Area::Clinic,
            &case,
            simple.clone(),
            &Form::default(),
            &[],
        );
        check(&format!("act-{}", act.code), &plain);
        if act.code == "advise" {
            let text = format!("Speak calmly to {}.", case.person.as_ref().unwrap().name);
            let over = super::look_over::look_over(&case, &text, "").unwrap();
            let html = check("act-advise-read-again", &plain.with(over));
            assert!(html.contains("<mark>") && html.contains("name=\"looked\""), "{html}");
        }
        let said = ["reasons", "reason", "text", "note", "law"].map(|name| (name, "as typed"));
        let typed = Form::of(&said);
        let faulty = SmallPage::new(fresh, Seal::sample(), Area::Clinic, &case, simple, &typed, &faults);
        let html = check(&format!("act-{}-faulty", act.code), &faulty);
        let keeps = html.contains("as typed") || !html.contains("<textarea");
        assert!(keeps || act.code == "safe-route", "{}: what was typed is lost", act.code);
    }
}

#[test]
fn facts_are_supplied_in_sections() {
    let case = samples::case();
    let list = SectionList::new(frame(Role::Clinician, "Record facts"), Area::Clinic, &case);
    check("facts", &list);
    let gate = gate::embedded().unwrap();
    for section in SECTIONS.iter().copied().flatten() {
        let typed = section.typed_from(&case.facts_wire);
        let faults: Vec<Fault> =
            section.pointers().iter().map(|at| Fault::new(*at, "choose one of these")).collect();
        let fresh = || frame(Role::Clinician, "");
        check(
            &format!("facts-{}", section.code),
            &SectionPage::new(
                fresh(),
                Seal::sample(),
                Area::Clinic,
                &case,
                (section, gate.pack()),
                &typed,
                &[],
            ),
        );
        let html = check(
            &format!("facts-{}-faulty", section.code),
            &SectionPage::new(
                fresh(),
                Seal::sample(),
                Area::Clinic,
                &case,
                (section, gate.pack()),
                &typed,
                &faults,
            ),
        );
        assert!(!html.contains("href=\"#main-content\">Choose"), "{}: a fault has no field", section.code);
    }
}

#[test]
fn a_proposal_is_chosen_typed_and_looked_at() {
    let case = samples::case();
    let fresh = || frame(Role::Clinician, "Propose an outcome");
    check("propose", &Outcomes::new(fresh(), Area::Clinic, &case));
    let open = &case.verdict.as_ref().unwrap().open;
    for (place, open) in open.iter().enumerate() {
        let form = |typed: &Form, faults: &[Fault]| {
            ProposePage::new(fresh(), Seal::sample(), Area::Clinic, (&case, open), typed, faults)
        };
        check(&format!("propose-{place}"), &form(&Form::default(), &[]));
        let faults = super::propose::check(open, &Form::default()).unwrap_err();
        check(&format!("propose-{place}-faulty"), &form(&Form::default(), &faults));
    }
    let typed = Form::of(&[
        ("items", "current-risk-to-self-statement"),
        ("content-current-risk-to-self-statement", "There is a <present> risk."),
        ("reasons-current-risk-to-self-statement", "It says whether to <stay>."),
        ("necessity", "They are with him now."),
        ("proportionality", "Two sentences."),
        ("notice-when", "later"),
        ("notice-last_day-day", "27"),
        ("notice-last_day-month", "11"),
        ("notice-last_day-year", "2026"),
        ("notice-reasons", "He may do harm."),
        ("_csrf", "token"),
        ("do", "preview"),
    ]);
    let open = samples::open_deferrable();
    let chosen = super::propose::check(&open, &typed).unwrap();
    let html = check("preview", &Preview::new(fresh(), Seal::sample(), Area::Clinic, &case, &open, &chosen));
    assert!(
        html.contains("There is a &#60;present&#62; risk.") && html.contains("27 November 2026"),
        "{html}"
    );
    assert_eq!(html.matches("name=\"_csrf\" value=\"token\"").count(), 0, "an old token was sent on");
    // Why an item is needed stands once to be read, apart from what the officer will see, and is sent on.
    let (officer, rest) = html.split_once("<dl class=\"nhsuk-summary-list\">").unwrap();
    assert!(!officer.contains("whether to"), "{officer}");
    assert_eq!(rest.matches("It says whether to &#60;stay&#62;.").count(), 2, "{rest}");
}

#[test]
fn an_approval_shows_everything_that_bears_on_it() {
    for (area, role, approval) in [
        (Area::Guardian, Role::Guardian, "caldicott-guardian"),
        (Area::Legal, Role::Legal, "legal-services-validation"),
        (Area::Review, Role::Reviewer, "independent-deferral-reviewer"),
    ] {
        let case = samples::case();
        let proposal = case.proposals[1].clone();
        let page = |faults: &[Fault]| {
            ApprovePage::new(
                frame(role, ""),
                Seal::sample(),
                (area, role),
                case.clone(),
                (proposal.clone(), approval),
                &Form::default(),
                faults,
            )
        };
        let html = check(&format!("approve-{}", role.as_str()), &page(&[]));
        for part in [
            "The officers are with him now",
            "There is a present risk",
            "not sought",
            "I saw him last week",
            "Why each item is needed",
            "whether he can be left alone tonight",
        ] {
            assert!(html.contains(part), "{part}");
        }
        let (_, leaves) = html.split_once("<div class=\"clinic-content\">").unwrap();
        assert!(!leaves.contains("left alone tonight"), "the officer never reads it: {leaves}");
        let faults = [Fault::new("/agree", "choose one of these"), Fault::new("", "the facts have changed")];
        let html = check(&format!("approve-{}-faulty", role.as_str()), &page(&faults));
        assert!(html.contains("The facts have changed."), "{html}");
    }
}

#[test]
fn an_approval_by_telephone_asks_for_whom_and_when() {
    let case = samples::case();
    let mut proposal = case.proposals[1].clone();
    proposal.approvals[1].yours = false;
    let page = |faults: &[Fault]| {
        let typed = Form::default();
        TelephonePage::new(
            frame(Role::Clinician, ""),
            Seal::sample(),
            Area::Clinic,
            &case,
            &proposal,
            &typed,
            faults,
        )
    };
    check("telephone", &page(&[]));
    check("telephone-faulty", &page(&super::telephone::read(&Form::default()).unwrap_err()));
}

#[test]
fn open_and_closed_outcomes_have_the_same_weight() {
    let page = CasePage::new(
        frame(Role::Clinician, "Case"),
        Seal::sample(),
        Area::Clinic,
        Role::Clinician,
        samples::case(),
        None,
    );
    let html = page.render().unwrap();
    let verdict = samples::case().verdict.unwrap();
    let outcomes = verdict.open.len() + verdict.closed.len();
    assert_eq!(html.matches("<div class=\"clinic-outcome\">").count(), outcomes);
    let gate = html.split("<section id=\"gate\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let gate = gate.expect("what the gate leaves open");
    assert_eq!(gate.matches("<div class=\"clinic-outcome\">").count(), outcomes);
    assert_eq!(gate.matches("nhsuk-button").count(), 0, "no outcome is a button");
}

#[test]
fn whoever_cannot_be_reached_is_said_first_and_another_is_named_in_their_place() {
    let page = |active: bool| {
        let mut case = samples::case();
        let named = samples::duty().recipient.unwrap();
        case.recipient = Some(service::recipients::RecipientView { active, ..named });
        let act = Act::parse("name-recipient").unwrap();
        let simple = simple::page(&act, &case).unwrap();
        let (frame, form) = (frame(Role::Guardian, ""), Form::default());
        let faults = [Fault::new("/to", "the sign-in name"), Fault::new("/reasons", "write something here")];
        let html = check(
            "name-recipient",
            &SmallPage::new(frame, Seal::sample(), Area::Guardian, &case, simple, &form, &faults),
        );
        let notes = CasePage::new(
            self::frame(Role::Guardian, "Case"),
            Seal::sample(),
            Area::Guardian,
            Role::Guardian,
            case,
            None,
        );
        (html, notes.render().unwrap())
    };
    for (active, said) in [(true, false), (false, true)] {
        let (small, case) = page(active);
        assert!(small.contains("Rowan Blake") && !small.contains("<b>\"Sgt"), "{small}");
        assert_eq!(small.contains("Their account is closed"), said);
        assert_eq!(case.contains("A recall would reach no officer"), said);
    }
}

#[test]
fn giving_advice_says_how_it_differs_from_proposing_it() {
    let said = |case: &service::views::ClinicCase| {
        simple::page(&Act::parse("advise").unwrap(), case).unwrap().lead.join(" ")
    };
    assert!(said(&samples::case()).contains("nobody else has to agree"));
    // There is nothing to propose.
    assert!(!said(&samples::enquiry()).contains("nobody else has to agree"));
}

#[test]
fn who_is_named_is_looked_at_before_they_are_and_stands_in_no_title() {
    let case = samples::case();
    let act = Act::parse("name-recipient").unwrap();
    let typed = Form::of(&[("to", "a.pemberton"), ("reasons", "They <left>."), ("_key", "k")]);
    let found = service::recipients::RecipientView {
        who: "Ada Pemberton".to_owned(),
        force: "Thamesside Police".to_owned(),
        active: true,
    };
    let simple = simple::page(&act, &case).unwrap();
    let page =
        SmallPage::new(frame(Role::Guardian, ""), Seal::sample(), Area::Guardian, &case, simple, &typed, &[]);
    let html = check("name-recipient-check", &page.confirms(&found, &typed));
    assert!(html.contains("This is Ada Pemberton, Thamesside Police. Name them to receive?"), "{html}");
    assert!(html.contains("type=\"hidden\" name=\"to\" value=\"a.pemberton\""), "{html}");
    assert!(html.contains("name=\"do\" value=\"send\"") && !html.contains("value=\"k\""), "{html}");
    let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    assert!(title.is_some_and(|title| !title.contains("Pemberton")), "{html}");
}

#[test]
fn an_act_of_another_case_shape_has_no_page() {
    let unknown = Act { code: "set-fire".to_owned(), n: 0, approval: None };
    assert!(simple::page(&unknown, &samples::case()).is_none());
}

#[test]
fn a_search_shows_references_and_nothing_of_what_was_typed() {
    let typed =
        Form::of(&[("by", "name-and-birth"), ("name", "Tomos Averill"), ("date_of_birth-year", "1992")]);
    let faults = [Fault::new("/date_of_birth", "the date of birth that goes with the name")];
    let page = |role, typed: &Form, faults: &[Fault]| {
        let area = if role == Role::Guardian { Area::Guardian } else { Area::Clinic };
        SearchPage::new(frame(role, "Find a case"), Seal::sample(), area, role, typed, faults)
    };
    check("search", &page(Role::Clinician, &Form::default(), &[]));
    let html = check("search-faulty", &page(Role::Clinician, &typed, &faults));
    assert!(html.contains("Averill"), "what was typed stays on a form with a fault");
    let html = check("search-guardian", &page(Role::Guardian, &Form::default(), &[]));
    assert!(!html.contains("NHS number") && !html.contains("Full name"));
    let row = FoundRow {
        href: "/clinic/cases/sample".to_owned(),
        reference: "MUN-7K2P-4QXD".to_owned(),
        origin: "Referral by an officer".to_owned(),
        stage: "new".to_owned(),
        opened: "23 November 2026, 10:41".to_owned(),
    };
    for (name, rows, person) in
        [("one", vec![row.clone()], true), ("two", vec![row.clone(), row], true), ("none", Vec::new(), false)]
    {
        let found = Found { by: SearchBy::NhsNumber, rows, person };
        let html =
            check(&format!("search-found-{name}"), &page(Role::Clinician, &Form::default(), &[]).with(found));
        assert!(!html.contains("Averill"));
    }
}

#[test]
fn a_conflict_is_declared_without_a_look_at_the_case() {
    let page = |typed: &Form, faults: &[Fault]| {
        let frame = frame(Role::Guardian, "Declare a conflict of interest");
        ConflictPage::new(frame, Seal::sample(), Area::Guardian, typed, faults)
    };
    let html = check("conflict", &page(&Form::of(&[("reference", "MUN-7K2P-4QXD")]), &[]));
    assert!(html.contains("MUN-7K2P-4QXD"));
    let html =
        check("conflict-faulty", &page(&Form::default(), &[Fault::new("/why", "choose one of these")]));
    assert!(html.contains("Why do you stand back? Choose one of these"), "{html}");
}

#[test]
fn a_call_of_no_case_is_looked_over_and_asked_for_on_the_queue_of_clinicians() {
    let fresh = || frame(Role::Clinician, "Record a call or meeting");
    let page = |typed: &Form, faults: &[Fault]| CallPage::new(fresh(), Seal::sample(), typed, faults);
    let html = check("call", &page(&call::defaults(), &[]));
    assert_eq!(html.matches(" checked").count(), 4, "{html}");
    let faults = ["/means", "/with", "/when", "/at", "/question", "/advice", "/minutes"]
        .map(|at| Fault::new(at, "write something here"));
    let typed = Form::of(&[("when", "earlier"), ("question", "\"><script>alert(1)</script>")]);
    let html = check("call-faulty", &page(&typed, &faults));
    assert!(!html.contains("<script>alert") && !html.contains("href=\"#main-content\">"), "{html}");
    let text = "He is known to our service and was admitted last year.";
    let over = super::look_over::look_over_alone(text, "").unwrap();
    assert_eq!(super::look_over::look_over_alone(text, &over.digest), None);
    let html = check("call-read-again", &page(&Form::of(&[("advice", text)]), &[]).with(over));
    assert!(html.contains("<mark>") && html.contains("name=\"looked\""), "{html}");
    assert!(html.contains("Record it as it stands"), "{html}");
    for (area, role) in roles() {
        let queue = QueueList::new(frame(role, ""), area, role, samples::queue(), false, Held::All);
        let linked = queue.render().unwrap().contains("href=\"/clinic/call\"");
        assert_eq!(linked, role == Role::Clinician, "{}", role.as_str());
    }
}

#[test]
fn an_emergency_is_entered_on_one_page_that_says_what_follows() {
    let gate = gate::embedded().unwrap();
    let mut places = service::places::Places::default();
    let force = casework::id::ForceId::parse("thamesside").unwrap();
    places.forces.insert(force, "Thamesside <b>Police</b>".to_owned());
    let page = |typed: &Form, faults: &[Fault]| {
        let frame = frame(Role::Clinician, "Enter an emergency");
        EmergencyPage::new(frame, Seal::sample(), (&places, gate.pack()), typed, faults)
    };
    let html = check("emergency", &page(&Form::default(), &[]));
    for said in ["independent reviewer", "The person is told", "Look it up yourself", "value=\"thamesside\""]
    {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(!html.contains("<b>Police"));
    let typed = Form::of(&[("name", "Sgt <i>Blake"), ("person-name", "Tomos Averill")]);
    let faults = [
        Fault::new("/called_back", ::words::say("emergency-expected-called-back")),
        Fault::new("/person/date_of_birth", "a calendar day"),
        Fault::new("/facts/requester/rank", "one of these"),
    ];
    let html = check("emergency-faulty", &page(&typed, &faults));
    assert!(html.contains("Say that you called back") && html.contains("#called_back"), "{html}");
    assert!(html.contains("Averill") && !html.contains("<i>Blake"), "{html}");
    let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    assert!(title.is_some_and(|title| !title.contains("Averill")), "{html}");
}

#[test]
fn only_clinicians_are_led_to_it() {
    for (area, role) in roles() {
        let queue =
            QueueList::new(frame(role, "Queue"), area, role, samples::empty_queue(), false, Held::All);
        let html = queue.render().unwrap();
        assert_eq!(html.contains("href=\"/clinic/emergency\""), role == Role::Clinician, "{role:?}");
    }
}

#[test]
fn what_is_read_out_stands_on_the_page_with_its_conditions() {
    let item = samples::case().proposals.into_iter().flat_map(|made| made.content).next().unwrap();
    let view = service::emergencies::ReadOutView {
        id: "sample".to_owned(),
        reference: "MUN-7K2P-4QXD".to_owned(),
        n: 2,
        force: "Thamesside Police".to_owned(),
        items: vec![service::views::DisclosedItem {
            text: "<script>Stay</script> with them.".to_owned(),
            ..item
        }],
        conditions: vec!["Destroy it when the danger is over.".to_owned()],
        released: "23 November 2026, 11:20".to_owned(),
    };
    let page = |faults: &[Fault]| {
        ReadOutPage::new(frame(Role::Clinician, ""), Seal::sample(), view.clone(), &Form::default(), faults)
    };
    let html = check("read-out", &page(&[]));
    assert!(html.contains("Destroy it when") && !html.contains("<script>Stay"), "{html}");
    let faults = [Fault::new("/all_items", ::words::say("emergency-expected-all-items"))];
    let html = check("read-out-faulty", &page(&faults));
    assert!(html.contains("Say that you read out every item"), "{html}");
}

#[test]
fn what_was_recorded_with_one_click_is_taken_back_with_one() {
    assert_eq!(Done::of("time-15").unwrap().minutes, Some(15));
    assert_eq!(Done::of("close").unwrap().minutes, None);
    assert_eq!(Done::of("time-16"), None);
}
#[test]
fn what_is_in_the_ledger_is_listed_and_a_full_opening_warns() {
    let line = |index: Option<u64>, opens: bool, what: &str| service::ledger::LedgerLine {
        position: 7,
        what: what.to_owned(),
        at: "3 November 2026, 14:05".to_owned(),
        index,
        opens,
    };
    let hostile = "\"><script>alert(1)</script>";
    let page = |lines| ReceiptsPage {
        frame: frame(Role::Guardian, "What is in the ledger"),
        reference: "MUN-7K2P-4QXD".to_owned(),
        case: "/guardian/cases/0123".to_owned(),
        lines,
    };
    check("receipts-empty", &page(Vec::new()));
    let html = check(
        "receipts",
        &page(vec![
            line(None, false, "Decided"),
            line(Some(u64::MAX), true, hostile),
            line(Some(0), false, "Read"),
        ]),
    );
    assert!(!html.contains("<script>alert"));
    for what in ["It was decided to give something", hostile] {
        let html = check(
            "opening",
            &OpeningPage {
                frame: frame(Role::Guardian, "A full opening?"),
                seal: Seal::sample(),
                reference: "MUN-7K2P-4QXD".to_owned(),
                line: line(Some(3), true, what),
                cancel: "/guardian/cases/0123/receipts".to_owned(),
            },
        );
        assert!(!html.contains("<script>alert"));
    }
}
