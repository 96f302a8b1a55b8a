//! Facts in, verdict out.

use std::sync::Arc;

use casework::{
    codes::{Basis, Code, Item, Outcome, Reason},
    facts::Facts,
    verdict::{ClosedOutcome, MissingRow, Notice, OpenOutcome, ReasonGiven, Verdict, issue},
};
use cedar_policy::{
    AuthorizationError, Authorizer, Context, Entities, EntityUid, PolicyId, PolicySet, Request,
};

use crate::{
    context::{Words, entity},
    pack::{BasisRow, BasisSet, FACTS_ALONE, Forbid, Pack, PackError, action},
    tables::items::Sorted,
    truths::{Ending, Truths},
};

/// A verdict, and whether an operator has to look at the gate itself.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// What was found.
    pub verdict: Verdict,
    /// Set where a policy could not be evaluated. Then everything but refusal is closed, whatever the facts.
    pub alert: Option<Alert>,
}

/// The gate could not evaluate a policy. Cedar skips a policy that errs, forbids included, so nothing may be open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} could not be evaluated: {}; everything but refusal is closed", .what, .policies.join(", "))]
pub struct Alert {
    /// What could not be evaluated.
    pub what: &'static str,
    /// The policies, by file and line, or the conditions, by name. Never anything of the facts.
    pub policies: Vec<String>,
}

/// What one basis comes to.
struct Found<'a> {
    basis: &'a BasisRow,
    sorted: Sorted,
    /// Empty where the basis is open.
    reasons: Vec<Reason>,
}

/// A pack made ready to judge by.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) pack: Pack,
    words: Words,
    authorizer: Authorizer,
    entities: Entities,
    asker: EntityUid,
    something: EntityUid,
    nothing: EntityUid,
    facts_alone: EntityUid,
    laws: Vec<Arc<str>>,
    fields: Vec<Option<Arc<str>>>,
    candour_policy: Arc<str>,
    name: String,
}

impl Engine {
    pub(crate) fn new(pack: Pack) -> Result<Self, PackError> {
        let known = |made: Result<EntityUid, String>| {
            made.map_err(|fault| PackError::of_file("facts.cedarschema", fault))
        };
        let reasons = &pack.catalogue.reasons;
        Ok(Self {
            words: Words::new().map_err(|fault| PackError::of_file("facts.cedarschema", fault))?,
            authorizer: Authorizer::new(),
            entities: Entities::empty(),
            asker: known(entity("Asker", "whoever-asks"))?,
            something: known(entity("Answer", "something-to-give"))?,
            nothing: known(entity("Answer", "nothing-to-give"))?,
            facts_alone: action(FACTS_ALONE)?,
            laws: reasons.iter().map(|row| Arc::from(row.law.as_str())).collect(),
            fields: reasons.iter().map(|row| row.field.as_deref().map(Arc::from)).collect(),
            candour_policy: Arc::from("Candour policy"),
            name: pack.name(),
            pack,
        })
    }

    /// The facts as the policies see them.
    pub(crate) fn context(&self, facts: &Facts) -> Result<Context, PackError> {
        self.words.context(facts).map_err(|fault| PackError::of_file("facts.cedarschema", fault))
    }

    pub(crate) fn judge(&self, facts: &Facts) -> Judgement {
        match self.verdict(facts) {
            Ok(verdict) => Judgement { verdict, alert: None },
            Err(alert) => Judgement { verdict: self.refusal_alone(), alert: Some(alert) },
        }
    }

    fn verdict(&self, facts: &Facts) -> Result<Verdict, Alert> {
        let context = self.words.context(facts).map_err(|_| alert("the facts", Vec::new()))?;
        let satisfied = self.ask(&context, &self.nothing, &self.pack.truths.set)?;
        let truths = self.pack.truths.truths(satisfied.iter());
        let found = self.bases(facts, &context, &truths)?;
        let open: BasisSet = found.iter().filter(|f| f.reasons.is_empty()).map(|f| f.basis.code).collect();
        let mut opened = Vec::with_capacity(8);
        let mut closed = Vec::with_capacity(Basis::ALL.len() + 3);
        for ending in Ending::WITHOUT_DISCLOSURE {
            let reasons = self.reasons_without_basis(ending, facts, &found, open, &truths);
            if reasons.is_empty() {
                opened.push(self.open(ending, None, facts, open, &truths));
            } else {
                let (outcome, basis) = wire(ending);
                closed.push(issue::closed(outcome, basis, self.given(&reasons, None)));
            }
        }
        let mut missing = Vec::new();
        for found in &found {
            if found.reasons.is_empty() {
                opened.push(self.open(Ending::Disclose, Some(found), facts, open, &truths));
            } else {
                let outcome = self.closed(found);
                self.missing(found.basis.code, &outcome, facts, &mut missing);
                closed.push(outcome);
            }
        }
        Ok(issue::verdict(self.name.clone(), opened, closed, missing))
    }

    /// Every basis with its reasons, in file order.
    fn bases(&self, facts: &Facts, context: &Context, truths: &Truths<'_>) -> Result<Vec<Found<'_>>, Alert> {
        let policies = &self.pack.policies;
        let of_facts = self.fired(context, &self.nothing, &policies.of_facts)?;
        let with_something = self.fired(context, &self.something, &policies.of_answer)?;
        let with_nothing = self.fired(context, &self.nothing, &policies.of_answer)?;
        let found = self.pack.catalogue.bases.iter().map(|basis| {
            let sorted = self.pack.items.sort(basis, facts, truths);
            let of_answer = if sorted.given.is_empty() { &with_nothing } else { &with_something };
            let fired = of_facts.iter().chain(of_answer).filter(|forbid| forbid.bases.has(Some(basis.code)));
            Found { basis, sorted, reasons: fired.map(|forbid| forbid.reason).collect() }
        });
        Ok(found.collect())
    }

    /// The forbids that are satisfied.
    fn fired(
        &self,
        context: &Context,
        answer: &EntityUid,
        forbids: &PolicySet,
    ) -> Result<Vec<&Forbid>, Alert> {
        let fired = self.ask(context, answer, forbids)?;
        let known: Vec<&Forbid> = fired.iter().filter_map(|id| self.pack.policies.forbids.get(id)).collect();
        // A forbid that nobody knows of would close nothing.
        if known.len() == fired.len() { Ok(known) } else { Err(alert("a policy", Vec::new())) }
    }

    /// The policies of a set that are satisfied, all of one effect. Any error is the failure of everything.
    fn ask(
        &self,
        context: &Context,
        answer: &EntityUid,
        policies: &PolicySet,
    ) -> Result<Vec<PolicyId>, Alert> {
        let (asker, action) = (self.asker.clone(), self.facts_alone.clone());
        let request = Request::new(asker, action, answer.clone(), context.clone(), None)
            .map_err(|_| alert("a request", Vec::new()))?;
        let response = self.authorizer.is_authorized(&request, policies, &self.entities);
        let errors: Vec<String> = response
            .diagnostics()
            .errors()
            .map(|AuthorizationError::PolicyEvaluationError(error)| self.place(error.policy_id()))
            .collect();
        if errors.is_empty() {
            Ok(response.diagnostics().reason().cloned().collect())
        } else {
            Err(alert("a policy", errors))
        }
    }

    /// Where a policy stands.
    fn place(&self, id: &PolicyId) -> String {
        let forbid = self.pack.policies.forbids.get(id);
        forbid.map_or_else(|| self.pack.truths.name(id), |forbid| forbid.place.clone())
    }

    /// Why an outcome without a disclosure is closed; empty where it is open.
    fn reasons_without_basis(
        &self,
        ending: Ending,
        facts: &Facts,
        found: &[Found<'_>],
        open: BasisSet,
        truths: &Truths<'_>,
    ) -> Vec<Reason> {
        if ending != Ending::Return {
            return self.pack.outcomes.closed(ending, truths);
        }
        let returned = &self.pack.outcomes.returned;
        let complete =
            found.iter().any(|f| f.reasons.is_empty() && f.basis.compels() && f.gives_everything(facts));
        let curable = |f: &&Found<'_>| {
            f.basis.is_gateway()
                && !f.reasons.is_empty()
                && f.reasons.iter().all(|r| self.pack.reason(*r).curable)
        };
        let closed_curably = found.iter().filter(curable).map(|f| f.basis.code).collect();
        if complete {
            vec![returned.complete]
        } else if returned.any_curable(open, closed_curably, truths) {
            Vec::new()
        } else {
            vec![returned.hopeless]
        }
    }

    fn open(
        &self,
        ending: Ending,
        found: Option<&Found<'_>>,
        facts: &Facts,
        open: BasisSet,
        truths: &Truths<'_>,
    ) -> OpenOutcome {
        let row = found.map(|found| found.basis);
        let notice = self.notice(ending, row, facts, truths);
        let (conditions, after) =
            self.pack.obligations.of(ending, row.map(|row| row.code), facts, open, truths);
        let (outcome, of_wound) = wire(ending);
        issue::open(issue::Open {
            outcome,
            basis: row.map(|row| row.code).or(of_wound),
            items: match found {
                Some(found) => found.sorted.given.clone(),
                None => self.pack.outcomes.given(ending, truths),
            },
            items_closed: found.map_or_else(Vec::new, |found| {
                found.sorted.closed.iter().map(|(item, code)| issue::item_closed(*item, *code)).collect()
            }),
            approvals: match row {
                Some(row) => self.pack.approvals.of(row, &notice, truths),
                None => self.pack.outcomes.approved(ending, truths),
            },
            notice,
            after,
            conditions,
        })
    }

    /// Only a disclosure has a basis here: advice about a wound counts as having none.
    fn notice(&self, ending: Ending, row: Option<&BasisRow>, facts: &Facts, truths: &Truths<'_>) -> Notice {
        let told = self.pack.notice.told(ending, row.map(|row| row.code), facts, truths);
        let refused = told.refused.map(|reason| self.reason(reason, row));
        issue::notice(told.rule, told.ground, told.max_days, refused)
    }

    fn closed(&self, found: &Found<'_>) -> ClosedOutcome {
        issue::closed(
            Outcome::Disclose,
            Some(found.basis.code),
            self.given(&found.reasons, Some(found.basis)),
        )
    }

    fn given(&self, reasons: &[Reason], basis: Option<&BasisRow>) -> Vec<ReasonGiven> {
        reasons.iter().map(|reason| self.reason(*reason, basis)).collect()
    }

    /// A reason with the law it rests on: its own, or the provision of the basis, or else Candour's policy.
    fn reason(&self, reason: Reason, basis: Option<&BasisRow>) -> ReasonGiven {
        let row = self.pack.reason(reason);
        let law = match basis {
            _ if row.law != "basis" => self.laws.get(reason.place()).unwrap_or(&self.candour_policy),
            Some(basis) => &basis.provision,
            None => &self.candour_policy,
        };
        issue::reason(reason, Arc::clone(law), row.curable)
    }

    /// What would help a claimed basis, or consent, and who can supply it.
    fn missing(&self, basis: Basis, closed: &ClosedOutcome, facts: &Facts, rows: &mut Vec<MissingRow>) {
        let returned = &self.pack.outcomes.returned;
        let always = basis == returned.always_missing;
        if !always && !facts.claimed_bases.contains(&basis) {
            return;
        }
        for reason in closed.reasons() {
            let row = self.pack.reason(reason.code());
            let field = self.fields.get(reason.code().place()).and_then(Option::as_ref);
            let (Some(field), Some(who)) = (field, row.who) else { continue };
            let who = if always { returned.always_missing_who } else { who };
            let row = issue::missing(Arc::clone(field), basis, who);
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }

    /// What is left where the gate itself failed: refusal, and no notice until an operator has looked.
    fn refusal_alone(&self) -> Verdict {
        let hold = casework::codes::NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify;
        let refuse = issue::open(issue::Open {
            outcome: Outcome::Refuse,
            basis: None,
            items: Vec::new(),
            items_closed: Vec::new(),
            approvals: Vec::new(),
            notice: issue::notice(hold, None, None, None),
            after: Vec::new(),
            conditions: Vec::new(),
        });
        let closed = |outcome, basis| {
            issue::closed(outcome, basis, self.given(&[self.pack.outcomes.returned.hopeless], None))
        };
        let without =
            Ending::WITHOUT_DISCLOSURE.into_iter().filter(|ending| *ending != Ending::Refuse).map(wire);
        let disclosures = Basis::ALL.iter().map(|basis| (Outcome::Disclose, Some(*basis)));
        let all = without.chain(disclosures).map(|(outcome, basis)| closed(outcome, basis)).collect();
        issue::verdict(self.name.clone(), vec![refuse], all, Vec::new())
    }
}

impl Found<'_> {
    fn gives_everything(&self, facts: &Facts) -> bool {
        facts.items.iter().all(|item: &Item| self.sorted.given.contains(item))
    }
}

fn alert(what: &'static str, policies: Vec<String>) -> Alert {
    Alert { what, policies }
}

/// An ending as a verdict writes it.
fn wire(ending: Ending) -> (Outcome, Option<Basis>) {
    match ending {
        Ending::Refuse => (Outcome::Refuse, None),
        Ending::Return => (Outcome::Return, None),
        Ending::Advise => (Outcome::Advise, None),
        Ending::AdviseWound => (Outcome::Advise, Some(Basis::GunshotKnifeReport)),
        Ending::OfferCare => (Outcome::OfferCare, None),
        Ending::Disclose => (Outcome::Disclose, None),
    }
}

#[cfg(test)]
mod tests;
