//! What the gate found: which outcomes are open, with what conditions, and why each other one is closed.
//!
//! Nothing is recommended: the open outcomes are for a named person to choose from, and refusal is always among them.
//! A verdict cannot be put together or changed outside [`issue`], and only the gate may call what lies there.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    canonical,
    codes::{After, Approval, Basis, Condition, Ground, Item, NoticeRule, Outcome, Reason, Reviewer, Who},
};

/// Why something is closed or refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonGiven {
    code: Reason,
    law: Arc<str>,
    curable: bool,
}

impl ReasonGiven {
    /// The reason.
    #[must_use]
    pub fn code(&self) -> Reason {
        self.code
    }

    /// The law or policy it rests on.
    #[must_use]
    pub fn law(&self) -> &str {
        &self.law
    }

    /// Whether somebody could put it right.
    #[must_use]
    pub fn curable(&self) -> bool {
        self.curable
    }

    fn to_value(&self) -> Value {
        json!({"code": self.code.as_str(), "law": &*self.law, "curable": self.curable})
    }
}

/// How the person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    rule: NoticeRule,
    ground: Option<Ground>,
    max_days: Option<u16>,
    reviewer: Option<Reviewer>,
    refused: Option<ReasonGiven>,
}

impl Notice {
    /// The rule.
    #[must_use]
    pub fn rule(&self) -> NoticeRule {
        self.rule
    }

    /// The ground on which notice may be put off.
    #[must_use]
    pub fn ground(&self) -> Option<Ground> {
        self.ground
    }

    /// For how many days at most (Candour's own policy).
    #[must_use]
    pub fn max_days(&self) -> Option<u16> {
        self.max_days
    }

    /// Who reviews the deferral.
    #[must_use]
    pub fn reviewer(&self) -> Option<Reviewer> {
        self.reviewer
    }

    /// Why a deferral that was asked for does not hold.
    #[must_use]
    pub fn refused(&self) -> Option<&ReasonGiven> {
        self.refused.as_ref()
    }

    fn to_value(&self) -> Value {
        let mut map = Map::new();
        map.insert("rule".into(), self.rule.as_str().into());
        if let Some(ground) = self.ground {
            map.insert("grounds".into(), json!([ground.as_str()]));
        }
        if let Some(days) = self.max_days {
            map.insert("max_days".into(), days.into());
        }
        if let Some(reviewer) = self.reviewer {
            map.insert("reviewer".into(), reviewer.as_str().into());
        }
        if let Some(reason) = &self.refused {
            map.insert("refused".into(), json!([reason.to_value()]));
        }
        Value::Object(map)
    }
}

/// An item asked for that an open disclosure does not give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemClosed {
    item: Item,
    code: Reason,
}

impl ItemClosed {
    /// The item.
    #[must_use]
    pub fn item(&self) -> Item {
        self.item
    }

    /// Why it is not given.
    #[must_use]
    pub fn code(&self) -> Reason {
        self.code
    }
}

/// An outcome that is legally open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOutcome {
    outcome: Outcome,
    basis: Option<Basis>,
    items: Vec<Item>,
    items_closed: Vec<ItemClosed>,
    approvals: Vec<Approval>,
    notice: Notice,
    after: Vec<After>,
    conditions: Vec<Condition>,
}

impl OpenOutcome {
    /// The outcome.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The basis of a disclosure, or of advice about a wound.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// What may be given, in file order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What was asked for and may not be given, in file order.
    #[must_use]
    pub fn items_closed(&self) -> &[ItemClosed] {
        &self.items_closed
    }

    /// The approvals it needs, in the order of the list.
    #[must_use]
    pub fn approvals(&self) -> &[Approval] {
        &self.approvals
    }

    /// How the person is told.
    #[must_use]
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// Acts due afterwards, in alphabetical order.
    #[must_use]
    pub fn after(&self) -> &[After] {
        &self.after
    }

    /// Its conditions, in alphabetical order.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    fn to_value(&self) -> Value {
        let mut map = Map::new();
        map.insert("outcome".into(), self.outcome.as_str().into());
        if let Some(basis) = self.basis {
            map.insert("basis".into(), basis.as_str().into());
        }
        if !matches!(self.outcome, Outcome::Refuse | Outcome::Return) {
            map.insert("items".into(), self.items.iter().map(|i| i.as_str()).collect());
            map.insert("approvals".into(), self.approvals.iter().map(|a| a.as_str()).collect());
        }
        if !self.items_closed.is_empty() {
            let closed =
                self.items_closed.iter().map(|c| json!({"item": c.item.as_str(), "code": c.code.as_str()}));
            map.insert("items_closed".into(), closed.collect());
        }
        map.insert("notice".into(), self.notice.to_value());
        if !self.after.is_empty() {
            map.insert("after".into(), self.after.iter().map(|a| a.as_str()).collect());
        }
        if !self.conditions.is_empty() {
            map.insert("conditions".into(), self.conditions.iter().map(|c| c.as_str()).collect());
        }
        Value::Object(map)
    }
}

/// An outcome that is closed, with every reason why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedOutcome {
    outcome: Outcome,
    basis: Option<Basis>,
    reasons: Vec<ReasonGiven>,
}

impl ClosedOutcome {
    /// The outcome.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The basis of a disclosure, or of advice about a wound.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Why it is closed, in file order; never empty.
    #[must_use]
    pub fn reasons(&self) -> &[ReasonGiven] {
        &self.reasons
    }

    fn to_value(&self) -> Value {
        let mut map = Map::new();
        map.insert("outcome".into(), self.outcome.as_str().into());
        if let Some(basis) = self.basis {
            map.insert("basis".into(), basis.as_str().into());
        }
        map.insert("reasons".into(), self.reasons.iter().map(ReasonGiven::to_value).collect());
        Value::Object(map)
    }
}

/// A field that would help to open a claimed basis, or consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingRow {
    field: Arc<str>,
    basis: Basis,
    who: Who,
}

impl MissingRow {
    /// JSON pointer into the facts.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// The basis it would help.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Who can put it right.
    #[must_use]
    pub fn who(&self) -> Who {
        self.who
    }
}

/// What the gate found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pack: String,
    open: Vec<OpenOutcome>,
    closed: Vec<ClosedOutcome>,
    missing: Vec<MissingRow>,
}

impl Verdict {
    /// The policy pack, by id and version.
    #[must_use]
    pub fn pack(&self) -> &str {
        &self.pack
    }

    /// The open outcomes, in their fixed order.
    #[must_use]
    pub fn open(&self) -> &[OpenOutcome] {
        &self.open
    }

    /// The closed outcomes, in their fixed order.
    #[must_use]
    pub fn closed(&self) -> &[ClosedOutcome] {
        &self.closed
    }

    /// What is missing, for whoever may see all of it.
    #[must_use]
    pub fn missing(&self) -> &[MissingRow] {
        &self.missing
    }

    /// The rows of [`Verdict::missing`] that an officer may see: what they, or who issued a paper, could supply.
    ///
    /// SECURITY: to be asked of a verdict over [`Facts::only`](crate::facts::Facts::only) the requester's entries.
    #[must_use]
    pub fn missing_for_officer(&self) -> Vec<MissingRow> {
        self.missing.iter().filter(|row| matches!(row.who, Who::Requester | Who::Issuer)).cloned().collect()
    }

    /// The open disclosure on a basis.
    #[must_use]
    pub fn disclosure(&self, basis: Basis) -> Option<&OpenOutcome> {
        self.open.iter().find(|o| o.outcome == Outcome::Disclose && o.basis == Some(basis))
    }

    /// The open outcome of a kind that rests on no basis.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> Option<&OpenOutcome> {
        self.open.iter().find(|o| o.outcome == outcome && o.basis.is_none())
    }

    /// Open advice about a wound, which names nobody.
    #[must_use]
    pub fn wound_report(&self) -> Option<&OpenOutcome> {
        self.open.iter().find(|o| o.outcome == Outcome::Advise && o.basis.is_some())
    }

    /// The wire form, as `verdict.schema.json` has it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let rows = self
            .missing
            .iter()
            .map(|row| json!({"field": &*row.field, "basis": row.basis.as_str(), "who": row.who.as_str()}));
        json!({
            "verdict_version": 1,
            "pack": self.pack,
            "open": self.open.iter().map(OpenOutcome::to_value).collect::<Value>(),
            "closed": self.closed.iter().map(ClosedOutcome::to_value).collect::<Value>(),
            "missing": rows.collect::<Value>(),
        })
    }

    /// SHA-256 of the canonical JSON (RFC 8785) of the wire form, in lower-case hexadecimal.
    #[must_use]
    pub fn digest(&self) -> String {
        // INVARIANT: names are ASCII and the only numbers are 1 and days up to 28, so the canonical form exists.
        let bytes = canonical::to_bytes(&self.to_value()).unwrap_or_default();
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            for half in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
            }
        }
        text
    }
}

/// Making verdicts.
///
/// SECURITY: only `gate` may call these constructors; `cargo xtask tidy` looks for any other use. A verdict made
/// elsewhere would be a decision that no policy took.
pub mod issue {
    use super::{
        After, Approval, Arc, Basis, ClosedOutcome, Condition, Ground, Item, ItemClosed, MissingRow, Notice,
        NoticeRule, OpenOutcome, Outcome, Reason, ReasonGiven, Reviewer, Verdict, Who,
    };

    /// A reason.
    #[must_use]
    pub fn reason(code: Reason, law: Arc<str>, curable: bool) -> ReasonGiven {
        ReasonGiven { code, law, curable }
    }

    /// A notice. Where there is a limit in days there is a reviewer.
    #[must_use]
    pub fn notice(
        rule: NoticeRule,
        ground: Option<Ground>,
        max_days: Option<u16>,
        refused: Option<ReasonGiven>,
    ) -> Notice {
        let reviewer = max_days.map(|_| Reviewer::IndependentDeferralReviewer);
        Notice { rule, ground, max_days, reviewer, refused }
    }

    /// An item that is not given.
    #[must_use]
    pub fn item_closed(item: Item, code: Reason) -> ItemClosed {
        ItemClosed { item, code }
    }

    /// What an open outcome consists of.
    #[derive(Debug, Clone)]
    pub struct Open {
        /// The outcome.
        pub outcome: Outcome,
        /// Its basis.
        pub basis: Option<Basis>,
        /// What may be given.
        pub items: Vec<Item>,
        /// What was asked for and may not be given.
        pub items_closed: Vec<ItemClosed>,
        /// Approvals.
        pub approvals: Vec<Approval>,
        /// How the person is told.
        pub notice: Notice,
        /// Acts due afterwards.
        pub after: Vec<After>,
        /// Conditions.
        pub conditions: Vec<Condition>,
    }

    /// An open outcome. Sorts what the format puts in order.
    #[must_use]
    pub fn open(parts: Open) -> OpenOutcome {
        let Open {
            outcome,
            basis,
            mut items,
            mut items_closed,
            mut approvals,
            notice,
            mut after,
            mut conditions,
        } = parts;
        items.sort_unstable();
        items.dedup();
        items_closed.sort_unstable_by_key(|closed| closed.item);
        approvals.sort_unstable();
        approvals.dedup();
        after.sort_unstable_by_key(|act| act.as_str());
        after.dedup();
        conditions.sort_unstable_by_key(|condition| condition.as_str());
        conditions.dedup();
        OpenOutcome { outcome, basis, items, items_closed, approvals, notice, after, conditions }
    }

    /// A closed outcome. Sorts the reasons; each stands once.
    #[must_use]
    pub fn closed(outcome: Outcome, basis: Option<Basis>, mut reasons: Vec<ReasonGiven>) -> ClosedOutcome {
        reasons.sort_unstable_by_key(|reason| reason.code);
        reasons.dedup_by_key(|reason| reason.code);
        ClosedOutcome { outcome, basis, reasons }
    }

    /// A missing field.
    #[must_use]
    pub fn missing(field: Arc<str>, basis: Basis, who: Who) -> MissingRow {
        MissingRow { field, basis, who }
    }

    /// A verdict.
    #[must_use]
    pub fn verdict(
        pack: String,
        open: Vec<OpenOutcome>,
        closed: Vec<ClosedOutcome>,
        missing: Vec<MissingRow>,
    ) -> Verdict {
        Verdict { pack, open, closed, missing }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refuse() -> OpenOutcome {
        issue::open(issue::Open {
            outcome: Outcome::Refuse,
            basis: None,
            items: vec![],
            items_closed: vec![],
            approvals: vec![],
            notice: issue::notice(NoticeRule::NotifyNow, None, None, None),
            after: vec![],
            conditions: vec![Condition::RecallWhatWasSent, Condition::CountAsRepeat],
        })
    }

    #[test]
    fn the_wire_form_leaves_out_what_there_is_nothing_to_say_about() {
        assert_eq!(
            refuse().to_value(),
            json!({"outcome": "refuse", "notice": {"rule": "notify-now"},
                "conditions": ["count-as-repeat", "recall-what-was-sent"]})
        );
    }

    #[test]
    fn advice_says_its_items_and_approvals_even_where_there_are_none() {
        let advice = OpenOutcome { outcome: Outcome::Advise, conditions: vec![], ..refuse() };
        assert_eq!(
            advice.to_value(),
            json!({"outcome": "advise", "items": [], "approvals": [], "notice": {"rule": "notify-now"}})
        );
    }

    #[test]
    fn reasons_stand_in_file_order_and_once() {
        let law: Arc<str> = Arc::from("law");
        let given = |code| issue::reason(code, Arc::clone(&law), true);
        let closed = issue::closed(
            Outcome::Disclose,
            Some(Basis::CourtOrder),
            vec![
                given(Reason::InstrumentNotSealed),
                given(Reason::RankNotStated),
                given(Reason::InstrumentNotSealed),
            ],
        );
        let codes: Vec<Reason> = closed.reasons().iter().map(ReasonGiven::code).collect();
        assert_eq!(codes, [Reason::RankNotStated, Reason::InstrumentNotSealed]);
    }

    #[test]
    fn an_officer_sees_what_they_or_an_issuer_could_supply() {
        let row = |who| issue::missing(Arc::from("/instrument"), Basis::CourtOrder, who);
        let rows = Who::ALL.iter().map(|who| row(*who)).collect();
        let verdict = issue::verdict("p".into(), vec![refuse()], vec![], rows);
        let seen: Vec<Who> = verdict.missing_for_officer().iter().map(MissingRow::who).collect();
        assert_eq!(seen, [Who::Requester, Who::Issuer]);
    }

    #[test]
    fn equal_verdicts_have_one_digest() {
        let verdict = issue::verdict("p".into(), vec![refuse()], vec![], vec![]);
        assert_eq!(verdict.digest(), verdict.clone().digest());
        assert_eq!(verdict.digest().len(), 64);
        assert_ne!(verdict.digest(), issue::verdict("q".into(), vec![refuse()], vec![], vec![]).digest());
    }
}
