//! Samples of the health worker's pages.

use super::{
    duty::{DutyForm, DutyPage},
    *,
};
use crate::{
    pages::officer::samples::frame as framed,
    web::{form::Form, frame::Faults},
};
use service::views::Named;

fn frame(title: &str) -> Frame {
    framed(Role::HealthWorker, title)
}

fn named(code: &str, name: &str) -> Named {
    Named { code: code.to_owned(), name: name.to_owned() }
}

fn open() -> OpenView {
    OpenView {
        outcome: named("disclose", "Disclose"),
        basis: Some(named("ta2000-s38b", "Duty to tell of another's act of terrorism")),
        provision: Some("Terrorism Act 2000 s.38B".to_owned()),
        confirmed: true,
        items: vec![
            named(
                "information-about-third-party-plan",
                "What is known of another person's plan (personal duty only)",
            ),
            named("reason-for-notification", "Why the notification is made (personal duty only)"),
        ],
        items_closed: Vec::new(),
        approvals: vec![named("individual-professional-personal-duty", "The professional whose duty it is")],
        notice: named("legal-hold-independent-review-every-28-days", "Held by law"),
        max_days: Some(28),
        deferral_refused: None,
        conditions: Vec::new(),
        after: Vec::new(),
    }
}

fn report() -> OwnReport {
    OwnReport {
        id: "0".repeat(32),
        reference: "MAN-0R9T-H7PB".to_owned(),
        unit: "Manchester unit".to_owned(),
        sent: "21 November 2026, 14:05".to_owned(),
        question: "During a session this morning I was told of a plan by somebody else.".to_owned(),
        returned: true,
        missing: Vec::new(),
        proposals: Vec::new(),
        own_duties: vec![open()],
    }
}

pub fn pages() -> Vec<(String, String)> {
    let row = OfficerRow {
        id: "0".repeat(32),
        reference: "MAN-0R9T-H7PB".to_owned(),
        state: "sent".to_owned(),
        sent: Some("21 November 2026, 14:05".to_owned()),
        unit: "Manchester unit".to_owned(),
        handed_over: None,
    };
    let own = |sent_now: bool| {
        ReportPage {
            frame: frame("Your report").back("/reports", "Your reports"),
            report: report(),
            sent_now,
        }
        .render()
    };
    let duty = DutyPage {
        frame: frame("Make the report").back("/reports", "Back to your report"),
        seal: Seal::sample(),
        id: "0".repeat(32),
        reference: "MAN-0R9T-H7PB".to_owned(),
        form: DutyForm::of(&open(), &Form::default(), &Faults::default()),
        open: open(),
    };
    let list = ListPage {
        frame: frame("Your reports").at("/reports"),
        drafts: Vec::new(),
        rows: vec![row],
        next: None,
        later: false,
    };
    let all = [
        ("list", list.render()),
        ("new", NewPage { frame: frame("Make a report").at("/reports/new"), seal: Seal::sample() }.render()),
        ("report", own(false)),
        ("sent", own(true)),
        ("duty", duty.render()),
    ];
    all.into_iter().map(|(name, html)| (format!("reports-{name}"), html.unwrap())).collect()
}
