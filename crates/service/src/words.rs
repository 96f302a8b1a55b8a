//! Codes in words: from the adopted pack alone, so that pages and letters say what the rules page says.

use crate::{
    code_words,
    engine::Service,
    views::{ClosedView, MissingView, Named, OpenView, ReasonView, VerdictView},
};
use casework::{
    codes::{After, Approval, Basis, Condition, Item, NoticeRule, Outcome, Purpose, Reason, Who},
    facts::Facts,
    verdict::{ClosedOutcome, OpenOutcome, Verdict},
};

/// The words of the adopted pack.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    pack: &'a gate::Pack,
}

impl Service {
    /// The words of the adopted pack.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words { pack: self.parts.gate.pack() }
    }
}

fn named(code: &str, name: &str) -> Named {
    Named { code: code.to_owned(), name: name.to_owned() }
}

/// Words with a capital.
pub(crate) fn capital(words: &str) -> String {
    let mut text = words.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// An outcome, whatever the pack.
#[must_use]
pub const fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Refuse => "Refuse",
        Outcome::Return => "Return for what is missing",
        Outcome::Advise => "Advise, from no record",
        Outcome::OfferCare => "Offer care to the person",
        Outcome::Disclose => "Disclose",
    }
}

impl<'a> Words<'a> {
    /// The words of a pack.
    pub(crate) const fn of(pack: &'a gate::Pack) -> Self {
        Self { pack }
    }
}

impl Words<'_> {
    /// An item.
    #[must_use]
    pub fn item(&self, item: Item) -> Named {
        named(item.as_str(), self.pack.item(item).map_or(item.as_str(), |row| &row.name))
    }

    /// A basis.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> Named {
        named(basis.as_str(), &self.pack.basis(basis).name)
    }

    /// A basis, or none.
    #[must_use]
    pub fn basis_or_none(&self, basis: Option<Basis>) -> Named {
        basis.map_or_else(|| named("", ""), |basis| self.basis(basis))
    }

    /// The provision of a basis.
    #[must_use]
    pub fn provision(&self, basis: Basis) -> String {
        self.pack.basis(basis).provision.to_string()
    }

    /// An outcome.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> Named {
        named(outcome.as_str(), outcome_name(outcome))
    }

    /// A decision in a sentence for the person.
    #[must_use]
    pub fn decision_for_person(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Refuse => "Nothing about you was given.",
            Outcome::Return => {
                "The request was sent back because something was missing. Nothing about you was given."
            }
            Outcome::Advise => {
                "General advice was given. It came from no record and did not say whether we know you."
            }
            Outcome::OfferCare => "We decided to offer you care. Nobody else is told whether you take it up.",
            Outcome::Disclose => "Some information about you was given.",
        }
        .to_owned()
    }

    /// A basis in a sentence for the person.
    #[must_use]
    pub fn basis_for_person(&self, basis: Basis) -> String {
        self.pack.sentences().basis(basis).to_owned()
    }

    /// A purpose, as within a sentence.
    #[must_use]
    pub fn purpose(&self, purpose: Purpose) -> String {
        code_words::purpose(purpose).to_owned()
    }

    /// An approval.
    #[must_use]
    pub fn approval(&self, approval: Approval) -> Named {
        named(approval.as_str(), self.pack.sentences().approval(approval))
    }

    /// A notice rule.
    #[must_use]
    pub fn notice_rule(&self, rule: NoticeRule) -> Named {
        named(rule.as_str(), self.pack.sentences().notice(rule))
    }

    /// A condition.
    #[must_use]
    pub fn condition(&self, condition: Condition) -> Named {
        named(condition.as_str(), self.pack.sentences().condition(condition))
    }

    /// An act due afterwards.
    #[must_use]
    pub fn after(&self, after: After) -> Named {
        named(after.as_str(), self.pack.sentences().after(after))
    }

    /// The conditions that concern whoever reads a disclosure.
    #[must_use]
    pub fn conditions_of_use(&self, conditions: &[Condition]) -> Vec<String> {
        let mut found = vec![
            "Use this only for the purpose that you stated.".to_owned(),
            "Pass it on to nobody unless the law makes you, and then tell the unit.".to_owned(),
            "Destroy it when it has served that purpose, or as soon as it is recalled.".to_owned(),
        ];
        for condition in conditions {
            match condition {
                Condition::NoOnwardCopy
                | Condition::SingleUseNoUpdates
                | Condition::TellOnlyWhoIsDriving
                | Condition::WarnS39
                | Condition::CloseFlowWhenFound
                | Condition::NothingOutsideTheInstrument => found.push(self.condition(*condition).name),
                _ => {}
            }
        }
        found
    }

    /// A reason, with what it means.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> String {
        self.pack.sentences().reason(reason).to_owned()
    }

    /// What to do about something missing.
    #[must_use]
    pub fn missing(&self, field: &str, who: Who) -> String {
        let what = crate::fact_lines::FIELDS
            .iter()
            .find(|(known, _)| *known == field)
            .map_or_else(|| capital(field.trim_start_matches('/')), |(_, label)| (*label).to_owned());
        match who {
            Who::Requester => format!("You could still supply this: {what}."),
            Who::Issuer => format!("Whoever issued the paper could still supply this: {what}."),
            Who::HealthService => format!("The clinic could still record this: {what}."),
        }
    }

    /// A verdict, explained. Nothing is ranked.
    #[must_use]
    pub fn verdict(&self, verdict: &Verdict, facts: &Facts) -> VerdictView {
        VerdictView {
            pack: verdict.pack().to_owned(),
            open: verdict.open().iter().map(|open| self.open(open)).collect(),
            closed: verdict.closed().iter().map(|closed| self.closed(closed, facts)).collect(),
            missing: verdict
                .missing()
                .iter()
                .map(|row| MissingView {
                    field: row.field().to_owned(),
                    basis: self.basis(row.basis()),
                    who: row.who().as_str().to_owned(),
                    advice: self.missing(row.field(), row.who()),
                })
                .collect(),
            wire: verdict.to_value(),
        }
    }

    fn open(&self, open: &OpenOutcome) -> OpenView {
        OpenView {
            outcome: self.outcome(open.outcome()),
            basis: open.basis().map(|basis| self.basis(basis)),
            provision: open.basis().map(|basis| self.provision(basis)),
            confirmed: open.basis().is_none_or(|basis| self.pack.basis(basis).confirmed),
            items: open.items().iter().map(|item| self.item(*item)).collect(),
            items_closed: open
                .items_closed()
                .iter()
                .map(|closed| (self.item(closed.item()), self.reason(closed.code())))
                .collect(),
            approvals: open.approvals().iter().map(|approval| self.approval(*approval)).collect(),
            notice: self.notice_rule(open.notice().rule()),
            max_days: open.notice().max_days().map(u32::from),
            deferral_refused: open.notice().refused().map(|reason| self.reason(reason.code())),
            conditions: open.conditions().iter().map(|code| self.condition(*code)).collect(),
            after: open.after().iter().map(|code| self.after(*code)).collect(),
        }
    }

    fn closed(&self, closed: &ClosedOutcome, facts: &Facts) -> ClosedView {
        ClosedView {
            outcome: self.outcome(closed.outcome()),
            basis: closed.basis().map(|basis| self.basis(basis)),
            claimed: closed.basis().is_some_and(|basis| facts.claimed_bases.contains(&basis)),
            reasons: closed
                .reasons()
                .iter()
                .map(|given| ReasonView {
                    code: given.code().as_str().to_owned(),
                    sentence: self.reason(given.code()),
                    law: given.law().to_owned(),
                    curable: given.curable(),
                })
                .collect(),
        }
    }
}
