//! Samples of the reviewer's pages: with everything, with nothing, and hostile.

use super::{
    entry::{AskPage, EntryPage},
    packs::PacksPage,
    sample::SamplePage,
    searches::SearchesPage,
};
use crate::{
    pages::compared::{CaseRow, Compared},
    web::{
        Settings,
        field::Field,
        form::Form,
        frame::{Faults, Frame, Seal},
    },
};
use askama::Template as _;
use casework::id::CaseId;
use service::{
    ledger::{BehindEntry, SampleState},
    search::{Searches, SearchesRow},
};

const HOSTILE: &str = "\"'><script>alert(1)</script>";

fn frame(title: &str, current: &'static str) -> Frame {
    Frame::public(&Settings::default(), title).at(current)
}

fn packs() -> Vec<(String, String)> {
    let frame = || frame("Law and reported practice compared", "/review/packs");
    let built_in = Compared::of_the_packs_built_in().unwrap();
    let hostile = Compared {
        cases: vec![CaseRow {
            id: "<b>".to_owned(),
            title: HOSTILE.to_owned().into(),
            opens: Vec::new(),
            closes: vec!["x".repeat(400).into()],
            differs: Vec::new(),
        }],
        ..built_in.clone()
    };
    [("packs", built_in), ("packs-hostile", hostile)]
        .map(|(name, compared)| (name.to_owned(), PacksPage { frame: frame(), compared }.render().unwrap()))
        .to_vec()
}

fn asking(typed: &str) -> String {
    let mut faults = Faults::default();
    if !typed.is_empty() {
        faults.add("index", "Enter the number of an entry that is in the ledger");
    }
    let index = Field::line("index", "Number of the entry").filled(&|_| vec![typed]).faults(&faults);
    let frame = frame("Look up an entry", "/review/sample").faults(&faults);
    AskPage { frame, index }.render().unwrap()
}

fn entry(behind: BehindEntry) -> String {
    EntryPage { frame: frame("Entry 12", "/review/sample"), behind }.render().unwrap()
}

/// A half-year in one of its states, from before the commitment to what was drawn.
fn half_year(step: usize) -> SampleState {
    let bytes = |from: usize| (step >= from).then(|| "0123456789abcdef".repeat(4));
    SampleState {
        period: "2026-H1".to_owned(),
        ended: step > 1,
        committed: bytes(1),
        tallied: step > 2,
        revealed: bytes(4),
        taken: if step > 4 {
            vec![(7, "disclosure-decided".to_owned()), (u64::MAX, HOSTILE.to_owned())]
        } else {
            Vec::new()
        },
    }
}

fn samples(samples: Vec<SampleState>) -> String {
    let typed = Form::of(&[("digest", HOSTILE), ("r", HOSTILE)]);
    SamplePage { frame: frame("Your sample", "/review/sample"), seal: Seal::sample(), samples, typed }
        .render()
        .unwrap()
}

fn searches(rows: Vec<SearchesRow>) -> String {
    let searches = Searches { period: "2026-H2".to_owned(), rows };
    SearchesPage { frame: frame("Searches", "/review/searches"), searches }.render().unwrap()
}

pub fn pages() -> Vec<(String, String)> {
    let whole = BehindEntry {
        index: u64::MAX,
        sort: HOSTILE.to_owned(),
        class: Some("disclosure-decided".to_owned()),
        at: Some("3 November 2026, 14:05".to_owned()),
        case: Some(CaseId::parse("0123456789abcdef0123456789abcdef").unwrap()),
        reference: Some(HOSTILE.to_owned()),
        position: Some(u64::MAX),
    };
    let empty =
        BehindEntry { class: None, at: None, case: None, reference: None, position: None, ..whole.clone() };
    let mut all = packs();
    all.extend((0..6).map(|step| (format!("sample-{step}"), samples(vec![half_year(step)]))));
    all.extend(
        [
            ("ask-entry", asking("")),
            ("ask-entry-faults", asking(HOSTILE)),
            ("entry", entry(whole)),
            ("entry-empty", entry(empty)),
            ("searches-empty", searches(Vec::new())),
            (
                "searches",
                searches(vec![SearchesRow {
                    place: HOSTILE.repeat(20),
                    who: HOSTILE.to_owned(),
                    by_reference: u32::MAX,
                    by_number: 1,
                    by_name: 7,
                    found_nothing: 6,
                }]),
            ),
            ("sample-empty", samples(Vec::new())),
            ("sample-two", samples(vec![half_year(1), half_year(5)])),
        ]
        .map(|(name, html)| (name.to_owned(), html)),
    );
    all
}
