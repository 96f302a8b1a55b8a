//! A verdict in plain English, from the sentences of the pack alone.

use std::fmt::Write as _;

use casework::{
    codes::{Item, Reason},
    verdict::{ClosedOutcome, Notice, OpenOutcome, ReasonGiven, Verdict},
};

use crate::{pack::Pack, rulebook::supplier};

/// The verdict as text for people, lines ended by `\n`.
///
/// It says what the pack says of each code and nothing of its own, so that a pack in other words reads in other words.
#[must_use]
pub fn explain(pack: &Pack, verdict: &Verdict) -> String {
    let mut out = Page { pack, text: String::new() };
    out.line(0, &format!("Found by the policy pack {}.", verdict.pack()));
    out.line(
        0,
        "Nothing here is recommended: a named person chooses from what is open, and may always say no.",
    );
    out.line(0, "");
    out.line(0, "OPEN");
    for outcome in verdict.open() {
        out.open(outcome);
    }
    out.line(0, "");
    out.line(0, "CLOSED");
    out.closed(verdict.closed());
    if !verdict.missing().is_empty() {
        out.line(0, "");
        out.line(0, "WHAT WOULD HELP");
        for row in verdict.missing() {
            let who = supplier(row.who());
            out.line(2, &format!("- {} (for: {}), from {who}", row.field(), pack.basis(row.basis()).name));
        }
    }
    out.text
}

struct Page<'a> {
    pack: &'a Pack,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{:indent$}{text}", "");
    }

    fn list(&mut self, heading: &str, entries: &[String]) {
        if !entries.is_empty() {
            self.line(4, &format!("{heading}: {}.", entries.join("; ")));
        }
    }

    fn sentences<'s>(&mut self, heading: &str, sentences: impl Iterator<Item = &'s str>) {
        for sentence in sentences {
            self.line(4, &format!("{heading}: {sentence}"));
        }
    }

    fn open(&mut self, outcome: &OpenOutcome) {
        let words = self.pack.sentences();
        self.line(2, &format!("- {}", words.outcome(outcome.outcome())));
        if let Some(basis) = outcome.basis() {
            let row = self.pack.basis(basis);
            self.line(4, &format!("Basis: {} ({}). {}", row.name, row.provision, words.basis(basis)));
            if !row.confirmed {
                self.line(4, "Nobody has yet checked this provision.");
            }
        }
        let item = |item: &Item| words.item(*item).to_owned();
        self.list("May be given", &outcome.items().iter().map(item).collect::<Vec<_>>());
        for closed in outcome.items_closed() {
            let why = words.reason(closed.code());
            self.line(4, &format!("May not be given: {}. {why}", words.item(closed.item())));
        }
        let approvals: Vec<String> =
            outcome.approvals().iter().map(|a| words.approval(*a).to_owned()).collect();
        self.list("Must agree", &approvals);
        self.notice(outcome.notice());
        self.sentences("Condition", outcome.conditions().iter().map(|code| words.condition(*code)));
        self.sentences("Afterwards", outcome.after().iter().map(|code| words.after(*code)));
    }

    fn notice(&mut self, notice: &Notice) {
        let words = self.pack.sentences();
        let days = notice.max_days().map_or(String::new(), |days| format!(" For at most {days} days."));
        self.line(4, &format!("Telling the person: {}{days}", words.notice(notice.rule())));
        if let Some(refused) = notice.refused() {
            self.line(
                4,
                &format!("Telling later was asked for and refused: {}", words.reason(refused.code())),
            );
        }
    }

    /// Outcomes that are closed for the same reasons are named together.
    fn closed(&mut self, closed: &[ClosedOutcome]) {
        let mut groups: Vec<(Vec<Reason>, Vec<&ClosedOutcome>)> = Vec::new();
        for outcome in closed {
            let reasons: Vec<Reason> = outcome.reasons().iter().map(ReasonGiven::code).collect();
            match groups.iter_mut().find(|(known, _)| *known == reasons) {
                Some((_, outcomes)) => outcomes.push(outcome),
                None => groups.push((reasons, vec![outcome])),
            }
        }
        for (reasons, outcomes) in groups {
            let names: Vec<String> = outcomes.iter().map(|outcome| self.name(outcome)).collect();
            self.line(2, &format!("- {}", names.join("; ")));
            for reason in reasons {
                let cure = if self.pack.reason(reason).curable { "" } else { " This cannot be put right." };
                self.line(4, &format!("{}{cure}", self.pack.sentences().reason(reason)));
            }
        }
    }

    fn name(&self, outcome: &ClosedOutcome) -> String {
        match outcome.basis() {
            Some(basis) => self.pack.basis(basis).name.clone(),
            None => self.pack.sentences().outcome(outcome.outcome()).trim_end_matches('.').to_owned(),
        }
    }
}
