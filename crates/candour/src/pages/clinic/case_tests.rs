//! The page of a case: what stands open for whom, what is folded, and that nothing is lost by folding.

use super::{
    act::{Act, acts},
    area::Area,
    case_page::CasePage,
    samples,
};
use crate::web::{
    Settings,
    frame::{Account, Frame, Seal},
};
use askama::Template;
use casework::actor::Role;
use service::views::{ClinicCase, QueueRow, TimelineEntry};

/// The page as the guardian sees it.
fn page(case: ClinicCase) -> String {
    let account = Account {
        title: "Prof. Mair Lloyd".to_owned(),
        role: "guardian".to_owned(),
        csrf: Some("sample-token".to_owned()),
    };
    let frame = Frame::signed_in(&Settings::default(), "Case", Role::Guardian, account);
    CasePage::new(frame, Seal::sample(), Area::Guardian, Role::Guardian, case, None).render().unwrap()
}

/// What stands between the beginning of a part and what ends it.
fn part<'a>(html: &'a str, begins: &str, ends: &str) -> &'a str {
    let (_, rest) = html.split_once(begins).unwrap_or_else(|| panic!("no {begins}: {html}"));
    rest.split_once(ends).unwrap().0
}

/// Whether the row that unfolds, with this id, stands open.
fn is_open(html: &str, id: &str) -> bool {
    let row = format!("id=\"{id}\"");
    let tags = html.split("<details ").filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| tag.contains(&row)).map(|tag| tag.ends_with(" open")).next().unwrap()
}

/// As a page says it.
fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

/// The first task of the sample as one of another kind.
fn task(kind: &str, n: u32) -> QueueRow {
    let case = samples::case();
    QueueRow { kind: kind.to_owned(), n, ..case.tasks[0].clone() }
}

const ROWS: &[&str] =
    &["proposal-1", "proposal-2", "breach-1", "breach-2", "advice", "conflicts", "facts", "timeline"];

#[test]
fn what_waits_for_the_reader_stands_open_and_everything_else_is_folded() {
    for (tasks, open) in [
        (vec![task("approve", 2)], vec!["proposal-2"]),
        (vec![task("breach-report", 1_000_002)], vec!["breach-2"]),
        (vec![task("approve", 1), task("breach-telling", 1_000_001)], vec!["proposal-1", "breach-1"]),
        // A notice is decided about where it stands, which is never folded.
        (vec![task("direct-notice", 2)], Vec::new()),
        (Vec::new(), Vec::new()),
    ] {
        let html = page(ClinicCase { tasks, ..samples::case() });
        for row in ROWS {
            assert_eq!(is_open(&html, row), open.contains(row), "{row} of {open:?}");
        }
    }
}

#[test]
fn nothing_is_lost_by_folding() {
    let case = samples::case();
    let html = page(case.clone());
    let mut said = vec![case.question.clone(), case.person_knows.clone(), case.asked_by.clone()];
    said.extend(case.facts.iter().flat_map(|line| [line.label.clone(), line.value.clone()]));
    said.extend(
        case.timeline.iter().flat_map(|entry| [Some(entry.what.clone()), entry.text.clone()]).flatten(),
    );
    said.extend(case.advice.iter().map(|advice| advice.text.clone()));
    said.extend(case.conflicts.iter().filter_map(|conflict| conflict.text.clone()));
    said.extend(case.breaches.iter().flat_map(|breach| breach.notes.iter().map(|note| note.text.clone())));
    for proposal in &case.proposals {
        said.extend([proposal.necessity.clone(), proposal.proportionality.clone()].into_iter().flatten());
        said.extend(proposal.approvals.iter().filter_map(|approval| approval.reasons.clone()));
        said.extend(proposal.content.iter().map(|item| item.text.clone()));
    }
    let verdict = case.verdict.as_ref().unwrap();
    said.extend(verdict.open.iter().filter_map(|open| open.provision.clone()));
    said.extend(verdict.closed.iter().flat_map(|closed| closed.reasons.iter().map(|why| why.law.clone())));
    let person = case.person.clone().unwrap();
    said.extend(
        [Some(person.name), person.date_of_birth, person.nhs_number, person.address].into_iter().flatten(),
    );
    assert!(said.len() > 60, "{}", said.len());
    for text in said {
        assert!(html.contains(&escaped(&text)), "{text}");
    }
    // What has a button is sent by a form; everything else has its link.
    for act in acts(&case).iter().filter(|act| !matches!(act.code.as_str(), "take" | "time" | "time-back")) {
        let href = act.href(Area::Guardian, &case.id);
        assert!(html.contains(&format!("href=\"{}\"", escaped(&href))), "{href}");
    }
}

#[test]
fn the_head_says_where_it_stands_whose_turn_it_is_and_by_when() {
    let head = |case: ClinicCase| part(&page(case), "<dl class=\"clinic-glance\">", "</dl>").to_owned();
    let said = head(samples::case());
    for part in [
        "awaiting approvals",
        "href=\"/guardian/cases/sample/approve/2/caldicott-guardian\"",
        "Independent reviewer: look at it again",
        "by 14 December 2026, 10:41 at the latest",
        "overdue by 3 hours",
        "nhsuk-tag--red",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.find("You:").unwrap() < said.find("Independent reviewer").unwrap(), "{said}");

    // A clock that a task says is not said twice.
    let own = QueueRow {
        due: Some("26 November 2026, 17:05".to_owned()),
        clock: Some("overdue by 3 hours".to_owned()),
        overdue: true,
        ..task("breach-report", 1_000_002)
    };
    let said = head(ClinicCase { tasks: vec![own], ..samples::case() });
    assert_eq!(said.matches("overdue by 3 hours").count(), 1, "{said}");

    let nobody = ClinicCase {
        tasks: Vec::new(),
        awaited: Vec::new(),
        answer_by: None,
        breaches: Vec::new(),
        ..samples::case()
    };
    let said = head(nobody);
    assert!(said.contains(&escaped(&::words::say("case-turn-nobody"))), "{said}");
    assert!(!said.contains(&::words::say("case-clock")), "{said}");
}

#[test]
fn what_can_be_done_about_a_folded_proposal_is_not_folded_with_it() {
    let recall = "href=\"/guardian/cases/sample/recall/2\"";
    let apart = |case: ClinicCase| part(&page(case), "<section id=\"do\"", "</section>").contains(recall);
    assert!(!apart(samples::case()), "it stands in the proposal, which is open");
    assert!(apart(ClinicCase { tasks: Vec::new(), ..samples::case() }));
}

#[test]
fn the_note_of_a_hand_over_is_open_until_somebody_takes_the_case() {
    let entry = |kind: &str, text: Option<&str>| TimelineEntry {
        kind: kind.to_owned(),
        text: text.map(str::to_owned),
        ..samples::case().timeline[0].clone()
    };
    let shown = |entries: &[TimelineEntry], held: Option<&str>| {
        let mut case = samples::case();
        case.held = held.map(str::to_owned);
        case.timeline.extend_from_slice(entries);
        part(&page(case), "<section id=\"do\"", "</section>").contains("Ring them before four.")
    };
    let handed = entry("case-handed-over", Some("Ring them before four."));
    assert!(shown(std::slice::from_ref(&handed), Some("own")));
    assert!(!shown(std::slice::from_ref(&handed), None), "it is for those who take cases");
    assert!(!shown(&[handed, entry("case-taken", None)], Some("own")));
}

#[test]
fn a_folded_row_says_how_much_stands_in_it_and_what_came_last() {
    let html = page(samples::case());
    for (id, said) in [
        ("timeline", "4 entries, the last: Proposal 2 was made: disclose, 23 November 2026, 11:18"),
        ("facts", "13 stated or shown, 4 not"),
        ("advice", "Given once, on 23 November 2026, 10:58"),
        ("conflicts", "One declaration, on 23 November 2026, 10:50"),
        ("breach-2", "overdue by 3 hours"),
        ("proposal-1", "declined"),
    ] {
        let row = part(&html, &format!(" id=\"{id}\""), "</summary>");
        assert!(row.contains(said), "{said}: {row}");
    }
    let mut case = samples::case();
    case.tasks.clear();
    let html = page(case);
    let row = part(&html, " id=\"proposal-2\"", "</summary>");
    assert!(row.contains("Waits for: Caldicott Guardian&#39;s decision"), "{row}");
}

#[test]
fn what_is_missing_stands_under_the_ground_that_it_might_open() {
    let mut case = samples::case();
    let missing = &mut case.verdict.as_mut().unwrap().missing;
    let again = missing[0].clone();
    missing.push(again);
    let grounds: Vec<String> = missing.iter().map(|row| row.basis.name.clone()).collect();
    let html = page(case);
    let gate = part(&html, "<section id=\"gate\"", "<details");
    for ground in &grounds {
        let heading = ::words::phrase("case-gate-missing-for").with("basis", ground).say();
        assert_eq!(gate.matches(&escaped(&heading)).count(), 1, "{heading}: {gate}");
    }
    assert_eq!(gate.matches("A reason is given for each item.").count(), 2, "{gate}");
}

#[test]
fn an_approval_keeps_the_capital_of_its_name() {
    let act = Act::parse("approve:2:caldicott-guardian").unwrap();
    let label = act.label(&samples::case());
    assert!(label.ends_with("Caldicott Guardian's decision"), "{label}");
}
