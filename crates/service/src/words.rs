//! Codes in words: from the adopted pack alone, so that pages and letters say what the rules page says.
//!
//! The words are those of the language that is answered in; what is kept is said in [`in_english`].

use crate::{
    code_words,
    engine::Service,
    views::{ClosedView, MissingView, Named, OpenView, ReasonView, VerdictView},
};
use casework::{
    actor::Role,
    codes::{After, Approval, Basis, Condition, Item, NoticeRule, Outcome, Purpose, Reason, Who},
    conflict::ConflictKind,
    delegation,
    facts::Facts,
    verdict::{ClosedOutcome, OpenOutcome, Verdict},
};

pub use crate::{
    fact_faults::{expected, fact_fault},
    refusal_words::{busy, refusal},
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

fn named(code: &str, name: String) -> Named {
    Named { code: code.to_owned(), name }
}

/// Where what is recorded gets its words: in English, whatever language whoever does it reads.
pub(crate) const fn in_english() -> ::words::Scope {
    ::words::Scope { language: ::words::Language::English, address: None }
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
pub fn outcome_name(outcome: Outcome) -> String {
    ::words::coded_or("view-outcome", outcome.as_str())
}

/// A role, as [`Role::title`] says it in English.
#[must_use]
pub fn role(role: Role) -> String {
    ::words::coded_or("view-role", role.as_str())
}

/// What a queue asks for, by the code of the task.
#[must_use]
pub fn task(code: &str) -> String {
    ::words::coded("view-task", code).unwrap_or_else(|| ::words::say("view-task-any"))
}

/// Why somebody stands back, after “declared a conflict of interest”.
#[must_use]
pub fn conflict(kind: ConflictKind) -> String {
    ::words::coded_or("view-conflict", kind.as_str())
}

/// How far a delegation reaches.
#[must_use]
pub fn delegation_scope(scope: delegation::Scope) -> String {
    ::words::coded_or("view-scope", scope.as_str())
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
        let name = self.pack.item(item).map_or_else(
            || item.as_str().to_owned(),
            |row| ::words::translated(&format!("pack-name-item-{item}"), &row.name),
        );
        named(item.as_str(), name)
    }

    /// What an item is called on the page of whoever it is about, in place of what the law's readers call it.
    #[must_use]
    pub fn item_for_person(&self, item: Item) -> String {
        ::words::coded("view-person-item", item.as_str()).unwrap_or_else(|| self.item(item).name)
    }

    /// A basis.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> Named {
        let name = &self.pack.basis(basis).name;
        named(basis.as_str(), ::words::translated(&format!("pack-name-basis-{basis}"), name))
    }

    /// A basis, or none.
    #[must_use]
    pub fn basis_or_none(&self, basis: Option<Basis>) -> Named {
        basis.map_or_else(|| named("", String::new()), |basis| self.basis(basis))
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
        ::words::coded_or("view-person-decision", outcome.as_str())
    }

    /// A basis in a sentence for the person.
    #[must_use]
    pub fn basis_for_person(&self, basis: Basis) -> String {
        ::words::translated(&format!("pack-bases-{basis}"), self.pack.sentences().basis(basis))
    }

    /// A purpose, as within a sentence.
    #[must_use]
    pub fn purpose(&self, purpose: Purpose) -> String {
        code_words::purpose(purpose)
    }

    /// An approval.
    #[must_use]
    pub fn approval(&self, approval: Approval) -> Named {
        let sentence = self.pack.sentences().approval(approval);
        named(approval.as_str(), ::words::translated(&format!("pack-approvals-{approval}"), sentence))
    }

    /// A notice rule.
    #[must_use]
    pub fn notice_rule(&self, rule: NoticeRule) -> Named {
        let sentence = self.pack.sentences().notice(rule);
        named(rule.as_str(), ::words::translated(&format!("pack-notice-{rule}"), sentence))
    }

    /// A condition.
    #[must_use]
    pub fn condition(&self, condition: Condition) -> Named {
        let sentence = self.pack.sentences().condition(condition);
        named(condition.as_str(), ::words::translated(&format!("pack-conditions-{condition}"), sentence))
    }

    /// An act due afterwards.
    #[must_use]
    pub fn after(&self, after: After) -> Named {
        let sentence = self.pack.sentences().after(after);
        named(after.as_str(), ::words::translated(&format!("pack-after-{after}"), sentence))
    }

    /// The conditions that concern whoever reads a disclosure.
    #[must_use]
    pub fn conditions_of_use(&self, conditions: &[Condition]) -> Vec<String> {
        let mut found = vec![
            ::words::say("view-use-purpose"),
            ::words::say("view-use-onward"),
            ::words::say("view-use-destroy"),
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
        ::words::translated(&format!("pack-reasons-{reason}"), self.pack.sentences().reason(reason))
    }

    /// What to do about something missing.
    #[must_use]
    pub fn missing(&self, field: &str, who: Who) -> String {
        let what = crate::fact_lines::label(field).unwrap_or_else(|| capital(field.trim_start_matches('/')));
        let advice = match who {
            Who::Requester => ::words::phrase("view-missing-requester"),
            Who::Issuer => ::words::phrase("view-missing-issuer"),
            Who::HealthService => ::words::phrase("view-missing-health-service"),
        };
        advice.with("what", what).say()
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
