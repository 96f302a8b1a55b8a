//! The clinic works on a case: facts, record openings, advice, proposals, approvals.

use crate::{
    accounts::actor_of,
    engine::{Asked, Loaded, Service},
    error::{Answer, Fault, ServiceError},
    redaction,
    referrals::decided,
    text::Text,
    views::Named,
};
use casework::{
    actor::{Actor, Role},
    case::Case,
    codes::{Approval, Basis, Item, Outcome},
    command::{Command, Draft},
    event::Telephone,
    facts::Supplier,
    id::CaseId,
    refusal::Refusal,
    time::{Day, Moment},
    verdict::{OpenOutcome, Verdict},
};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A proposal as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewProposal {
    /// Code of the outcome.
    pub outcome: String,
    /// Code of the basis, for a disclosure.
    pub basis: Option<String>,
    /// Codes of the items; every open one where left out.
    pub items: Option<Vec<String>>,
    /// Why it is necessary.
    pub necessity: String,
    /// Why it is proportionate.
    pub proportionality: String,
    /// The notice rule; the verdict's where left out.
    pub notice_rule: Option<String>,
    /// The last day of a deferral.
    pub last_day: Option<String>,
    /// Reasons for putting off notice, or why telling beforehand would be unsafe.
    pub notice_reasons: Option<String>,
    /// What would be disclosed for each item, or the text of advice under `advice`.
    pub content: Map<String, Value>,
    /// Why each item is needed, by its code. Where it is given, each item of a disclosure has a reason and nothing else
    /// has one; programs that know nothing of it leave it out.
    pub reasons: Option<Map<String, Value>>,
    /// Whether the officer may keep a copy.
    pub download: bool,
}

/// Why an item is needed: for whoever decides and looks at it afterwards, never for the officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemReason {
    /// The item.
    pub item: Named,
    /// Why it is needed.
    pub reason: String,
}

/// An approval as it is typed.
#[derive(Debug, Clone)]
pub struct NewApproval {
    /// Code of the approval.
    pub approval: String,
    /// Given, or declined.
    pub agree: bool,
    /// Why.
    pub reasons: String,
    /// By telephone: the sign-in name of whoever gave it, and when (RFC 3339 or seconds).
    pub by_telephone: Option<(String, Moment)>,
}

impl Service {
    /// The verdict on a case's facts as they stand; `None` for an enquiry.
    ///
    /// # Errors
    /// [`ServiceError::Policy`] if a policy failed to evaluate.
    pub(crate) fn judged(&self, case: &Case) -> Answer<Option<Verdict>> {
        Self::judged_by(&self.parts.gate, case)
    }

    /// The same by a gate that need not be the one in force.
    ///
    /// # Errors
    /// As [`Service::judged`].
    pub(crate) fn judged_by(gate: &gate::Gate, case: &Case) -> Answer<Option<Verdict>> {
        let Some(facts) = &case.facts else { return Ok(None) };
        let judgement = gate.judge(facts);
        if let Some(alert) = judgement.alert {
            tracing::error!(%alert, "a policy failed to evaluate; every outcome but refusal is closed");
        }
        Ok(Some(judgement.verdict))
    }

    /// The verdict on a case's facts as they stand, for tools that work inside the service; `None` for an enquiry and
    /// for an unknown case.
    ///
    /// # Errors
    /// As the store's.
    pub async fn verdict_of(&self, id: &CaseId) -> Answer<Option<Verdict>> {
        match self.load(id).await? {
            Some(loaded) => self.judged(&loaded.case),
            None => Ok(None),
        }
    }

    /// Facts supplied by whoever may supply them.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn supply_facts(&self, id: &CaseId, asked: &Asked, part: &Value) -> Answer<Value> {
        let supplier = match asked.actor.role {
            Role::Clinician => {
                if touches(part, Supplier::Clinic) {
                    Supplier::Clinic
                } else {
                    Supplier::Requester
                }
            }
            Role::Safeguarding => Supplier::Safeguarding,
            Role::Legal => Supplier::Legal,
            Role::HealthWorker if touches(part, Supplier::DutyHolder) => Supplier::DutyHolder,
            Role::Officer | Role::HealthWorker => return self.complete_referral(id, asked, part).await,
            _ => return Err(Refusal::NotYourRole.into()),
        };
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::SupplyFacts { supplier, part: part.clone() }, ctx),
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str(), "position": case.position}),
        )
        .await
    }

    /// A clinician opens the record; the person will see that they did, and when.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without a reason.
    pub async fn open_record(&self, id: &CaseId, asked: &Asked, reason: &str) -> Answer<Value> {
        let reason = text("/reason", reason)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                decided(loaded, &Command::OpenRecord { reason: stage.text(reason.as_str())? }, ctx)
            },
            |case| json!({"id": case.id.as_str(), "openings": case.openings.len()}),
        )
        .await
    }

    /// Advice from no record, silent on whether the person is known.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without a text.
    pub async fn advise(&self, id: &CaseId, asked: &Asked, advice: &str) -> Answer<Value> {
        let advice = text("/text", advice)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let current = self.judged(&loaded.case)?.map(Box::new);
                decided(loaded, &Command::Advise { text: stage.text(advice.as_str())?, current }, ctx)
            },
            |case| json!({"id": case.id.as_str(), "advice": case.advice.len()}),
        )
        .await
    }

    /// Proposes an outcome that the gate has opened.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] with every fault of the form; as the domain refuses, above all where the gate has
    /// closed the outcome.
    pub async fn propose(&self, id: &CaseId, asked: &Asked, new: &NewProposal) -> Answer<Value> {
        let checked = CheckedProposal::parse(new)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let verdict = self.judged(&loaded.case)?.ok_or(Refusal::EnquiryOnly)?;
                // Whose case it is, is decided before what the verdict says of it.
                if !decide_may_see(loaded, ctx) {
                    return Err(Refusal::NoSuchCase.into());
                }
                let outcome = open_outcome(&verdict, checked.outcome, checked.basis)?;
                if checked.rule.is_some_and(|rule| rule != outcome.notice().rule()) {
                    return Err(Refusal::NoticeRule.into());
                }
                let items = match &checked.items {
                    Some(items) => items.clone(),
                    None => outcome.items().to_vec(),
                };
                let content = checked.content_for(&items);
                let left_out = match checked.whole_for(&items) {
                    (whole, from) if !from.is_empty() => {
                        Some((stage.text(&Value::Object(whole).to_string())?, from))
                    }
                    _ => None,
                };
                let reasons = match checked.reasons_for(&items)? {
                    Some(reasons) => {
                        Some((stage.text(&Value::Object(reasons).to_string())?, items.clone()))
                    }
                    None => None,
                };
                let draft = Draft {
                    left_out,
                    reasons,
                    content_items: content.keys().filter_map(|code| Item::parse(code)).collect(),
                    content: match (checked.outcome, content.get("advice").and_then(Value::as_str)) {
                        (Outcome::Advise, Some(advice)) => Some(stage.text(advice)?),
                        _ if content.is_empty() => None,
                        _ => Some(stage.text(&Value::Object(content).to_string())?),
                    },
                    items,
                    necessity: stage.text(checked.necessity.as_str())?,
                    proportionality: stage.text(checked.proportionality.as_str())?,
                    last_day: checked.last_day,
                    notice_reasons: match &checked.notice_reasons {
                        Some(reasons) => Some(stage.text(reasons.as_str())?),
                        None => None,
                    },
                    download: new.download,
                };
                let command = Command::Propose {
                    outcome: Box::new(outcome.clone()),
                    verdict: verdict.digest(),
                    draft: Box::new(draft),
                };
                decided(loaded, &command, ctx)
            },
            |case| {
                let last = case.proposals.values().last();
                json!({
                    "n": last.map(|p| p.n),
                    "approvals_needed": last.map(|p| p.outstanding().iter().map(|a| a.as_str()).collect::<Vec<_>>()),
                })
            },
        )
        .await
    }

    /// Gives or declines an approval; the last one needed decides.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`], as the domain refuses.
    pub async fn approve(&self, id: &CaseId, asked: &Asked, n: u32, new: &NewApproval) -> Answer<Value> {
        let mut faults = Vec::new();
        let approval = Approval::parse(&new.approval);
        if approval.is_none() {
            faults.push(Fault::new("/approval", ::words::say("refusal-expected-approval-code")));
        }
        let reasons = Text::parse("/reasons", &new.reasons).map_err(|fault| faults.push(fault)).ok();
        let telephone = match &new.by_telephone {
            None => None,
            Some((name, at)) => match self.parts.store.account_by_name(name.trim()).await? {
                Some(row) if row.active && *at <= self.now() => {
                    let actor = actor_of(&row);
                    Some(Telephone {
                        account: actor.account,
                        individual: actor.individual,
                        role: actor.role,
                        at: *at,
                    })
                }
                Some(_) => {
                    faults.push(Fault::new("/by_telephone/at", ::words::say("refusal-expected-past-time")));
                    None
                }
                None => {
                    let expected = ::words::say("refusal-expected-approver-name");
                    faults.push(Fault::new("/by_telephone/name", expected));
                    None
                }
            },
        };
        let (Some(approval), Some(reasons), true) = (approval, reasons, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        // Of whoever approves in their own account the context knows it.
        let by_telephone = match &telephone {
            Some(telephone) => Some(self.standing_of_account(&telephone.account, telephone.at).await?),
            None => None,
        };
        // The content is sealed for release in the transaction that decides, so it is read beforehand.
        let content = self.proposed_content(id, &asked.actor, n).await?;
        let answer = self
            .run(
                id,
                asked,
                |loaded, stage, ctx| {
                    let current = self.judged(&loaded.case)?.ok_or(Refusal::EnquiryOnly)?;
                    if let Some(content) = &content {
                        stage.contents.insert(n, content.clone());
                    }
                    let command = Command::Approve {
                        n,
                        approval,
                        agreed: new.agree,
                        reasons: stage.text(reasons.as_str())?,
                        telephone: telephone.clone(),
                        standing: by_telephone.clone().unwrap_or_else(|| ctx.standing.clone()),
                        current: Box::new(current),
                    };
                    decided(loaded, &command, ctx)
                },
                |case| {
                    let proposal = case.proposals.get(&n);
                    json!({
                        "n": n,
                        "decided": proposal.is_some_and(|p| p.decided.is_some()),
                        "approvals_needed": proposal
                            .map(|p| p.outstanding().iter().map(|a| a.as_str()).collect::<Vec<_>>()),
                    })
                },
            )
            .await?;
        // An emergency does not wait for the ticker. Should this fail, the ticker releases it in its next round.
        if answer.get("decided") == Some(&Value::Bool(true))
            && let Err(error) = self.release_ready(id).await
        {
            tracing::warn!(%error, "released by the ticker instead");
        }
        Ok(answer)
    }

    /// What a proposal would disclose; `None` where there is nothing, or no such proposal.
    async fn proposed_content(&self, id: &CaseId, actor: &Actor, n: u32) -> Answer<Option<Value>> {
        let Some(loaded) = self.load_for(id, actor).await? else { return Ok(None) };
        let Some(blob) = loaded
            .case
            .proposals
            .get(&n)
            .filter(|p| p.outcome == Outcome::Disclose)
            .and_then(|p| p.content.as_ref())
        else {
            return Ok(None);
        };
        let text = self.text_of(id, &loaded.keys, blob).await?;
        serde_json::from_str(&text).map(Some).map_err(|_| ServiceError::Broken("content does not read"))
    }

    /// Whoever gave an approval by telephone confirms it in their own account, or denies it.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn answer_telephone(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        confirmed: bool,
    ) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::AnswerTelephone { n, confirmed }, ctx),
            |_| json!({"n": n, "confirmed": confirmed}),
        )
        .await
    }
}

/// Whether the actor may see the case at all, as clinic or as the duty-holder whose own it is.
fn decide_may_see(loaded: &Loaded, ctx: &casework::command::Context) -> bool {
    casework::decide::reads_as_clinic(&loaded.case, &ctx.actor)
        || loaded.case.outside().account == ctx.actor.account
}

/// Whether a part names any field of this supplier.
fn touches(part: &Value, supplier: Supplier) -> bool {
    fn walk(value: &Value, at: &str, supplier: Supplier) -> bool {
        match (casework::facts::supplier_of(at), value) {
            (Some(found), _) if found == supplier => true,
            (_, Value::Object(members)) => {
                members.iter().any(|(key, inner)| walk(inner, &format!("{at}/{key}"), supplier))
            }
            _ => false,
        }
    }
    part.as_object()
        .is_some_and(|members| members.iter().any(|(key, inner)| walk(inner, &format!("/{key}"), supplier)))
}

/// The open outcome of a verdict, or why it is closed.
fn open_outcome(verdict: &Verdict, outcome: Outcome, basis: Option<Basis>) -> Answer<&OpenOutcome> {
    verdict.open().iter().find(|open| open.outcome() == outcome && open.basis() == basis).ok_or_else(|| {
        let reasons = verdict
            .closed()
            .iter()
            .filter(|closed| closed.outcome() == outcome && closed.basis() == basis)
            .flat_map(|closed| closed.reasons().iter().map(casework::verdict::ReasonGiven::code))
            .collect();
        Refusal::OutcomeClosed(reasons).into()
    })
}

/// A proposal whose form has no fault.
struct CheckedProposal {
    outcome: Outcome,
    basis: Option<Basis>,
    items: Option<Vec<Item>>,
    necessity: Text,
    proportionality: Text,
    rule: Option<casework::codes::NoticeRule>,
    last_day: Option<Day>,
    notice_reasons: Option<Text>,
    /// What leaves.
    content: Map<String, Value>,
    /// Of what leaves with passages left out, the whole text.
    whole: Map<String, Value>,
    /// Why each item is needed, where that is said item by item.
    reasons: Option<Map<String, Value>>,
}

impl CheckedProposal {
    fn parse(new: &NewProposal) -> Answer<Self> {
        let mut faults = Vec::new();
        let outcome = Outcome::parse(&new.outcome);
        if outcome.is_none() {
            faults.push(Fault::new("/outcome", ::words::say("refusal-expected-outcome-code")));
        }
        let basis = new.basis.as_deref().map(Basis::parse);
        if basis == Some(None) {
            faults.push(Fault::new("/basis", ::words::say("refusal-expected-basis-code")));
        }
        if outcome == Some(Outcome::Disclose) && basis.is_none() {
            faults.push(Fault::new("/basis", ::words::say("refusal-expected-basis")));
        }
        let items = new.items.as_ref().map(|codes| {
            codes
                .iter()
                .enumerate()
                .filter_map(|(place, code)| {
                    let item = Item::parse(code);
                    if item.is_none() {
                        let expected = ::words::say("refusal-expected-item-code");
                        faults.push(Fault::new(format!("/items/{place}"), expected));
                    }
                    item
                })
                .collect::<Vec<_>>()
        });
        let rule = new.notice_rule.as_deref().map(casework::codes::NoticeRule::parse);
        if rule == Some(None) {
            faults.push(Fault::new("/notice/rule", ::words::say("refusal-expected-notice-rule-code")));
        }
        let last_day = new.last_day.as_deref().map(Day::parse);
        if last_day == Some(None) {
            faults.push(Fault::new("/notice/last_day", ::words::say("refusal-expected-day-in-figures")));
        }
        let mut required =
            |at: &str, typed: &str| Text::parse(at, typed).map_err(|fault| faults.push(fault)).ok();
        let necessity = required("/necessity", &new.necessity);
        let proportionality = required("/proportionality", &new.proportionality);
        let notice_reasons = new
            .notice_reasons
            .as_deref()
            .filter(|typed| !typed.trim().is_empty())
            .and_then(|typed| required("/notice/reasons", typed));
        let mut content_faults = Vec::new();
        let (mut content, mut whole) = (Map::new(), Map::new());
        for (code, typed) in &new.content {
            let at = format!("/content/{}", code.chars().take(60).collect::<String>());
            let known = Item::parse(code).is_some() || code == "advice";
            match (known, typed.as_str()) {
                (true, Some(typed)) if typed.trim().is_empty() => {}
                // SECURITY: what is left out is taken out here, so that no later step has it to seal or to show.
                (true, Some(typed)) if outcome == Some(Outcome::Disclose) => {
                    match redaction::shown(&at, typed) {
                        Ok(made) => {
                            content.insert(code.clone(), Value::from(made.shown));
                            whole.extend(made.whole.map(|text| (code.clone(), Value::from(text))));
                        }
                        Err(fault) => content_faults.push(fault),
                    }
                }
                (true, Some(typed)) => {
                    if let Some(text) = required(&at, typed) {
                        content.insert(code.clone(), Value::from(text.as_str()));
                    }
                }
                _ => {
                    required(&at, "");
                }
            }
        }
        faults.extend(content_faults);
        let reasons = new.reasons.as_ref().map(|typed| checked_reasons(typed, &mut faults));
        // Which items a disclosure has where none are named, only the verdict says: `reasons_for` looks again.
        let proposed: Option<&[Item]> = match outcome {
            Some(Outcome::Disclose) => items.as_deref(),
            Some(_) => Some(&[]),
            None => None,
        };
        if let (Some(typed), Some(items)) = (&new.reasons, proposed) {
            faults.extend(reason_faults(typed, items));
        }
        match (outcome, necessity, proportionality) {
            (Some(outcome), Some(necessity), Some(proportionality)) if faults.is_empty() => Ok(Self {
                outcome,
                basis: basis.flatten(),
                items,
                necessity,
                proportionality,
                rule: rule.flatten(),
                last_day: last_day.flatten(),
                notice_reasons,
                content,
                whole,
                reasons,
            }),
            _ => Err(ServiceError::Invalid(faults)),
        }
    }

    /// Why each of these items is needed; `None` where it is not said item by item.
    fn reasons_for(&self, items: &[Item]) -> Answer<Option<Map<String, Value>>> {
        let Some(reasons) = self.reasons.as_ref().filter(|_| self.outcome == Outcome::Disclose) else {
            return Ok(None);
        };
        let faults = reason_faults(reasons, items);
        if faults.is_empty() { Ok(Some(reasons.clone())) } else { Err(ServiceError::Invalid(faults)) }
    }

    /// The whole text of these items of which passages are left out.
    fn whole_for(&self, items: &[Item]) -> (Map<String, Value>, Vec<Item>) {
        let from: Vec<Item> =
            items.iter().copied().filter(|item| self.whole.contains_key(item.as_str())).collect();
        let is_among = |code: &String| from.iter().any(|item| item.as_str() == code.as_str());
        let whole = self.whole.iter().filter(|(code, _)| is_among(code));
        (whole.map(|(code, text)| (code.clone(), text.clone())).collect(), from)
    }

    /// The content that goes with these items; for advice, the advice.
    fn content_for(&self, items: &[Item]) -> Map<String, Value> {
        self.content
            .iter()
            .filter(|(code, _)| {
                self.outcome != Outcome::Disclose || items.iter().any(|item| item.as_str() == code.as_str())
            })
            .map(|(code, text)| (code.clone(), text.clone()))
            .collect()
    }
}

/// Reasons for items as they are sealed: each a text. For which items they are is for [`reason_faults`].
fn checked_reasons(typed: &Map<String, Value>, faults: &mut Vec<Fault>) -> Map<String, Value> {
    let mut checked = Map::new();
    for (code, reason) in typed {
        match Text::parse(&reason_at(code), reason.as_str().unwrap_or_default()) {
            Ok(text) => {
                checked.insert(code.clone(), Value::from(text.as_str()));
            }
            Err(fault) => faults.push(fault),
        }
    }
    checked
}

/// What is missing among reasons for these items, and what is of none of them.
fn reason_faults(reasons: &Map<String, Value>, items: &[Item]) -> Vec<Fault> {
    let missing = items.iter().map(|item| item.as_str()).filter(|code| !reasons.contains_key(*code));
    let missing =
        missing.map(|code| Fault::new(reason_at(code), ::words::say("refusal-expected-item-reason")));
    let strange = reasons.keys().filter(|code| !items.iter().any(|item| item.as_str() == code.as_str()));
    let strange =
        strange.map(|code| Fault::new(reason_at(code), ::words::say("refusal-expected-proposed-item")));
    missing.chain(strange).collect()
}

/// Where the reason for an item stands; a code that is none is cut, for it is repeated to whoever sent it.
fn reason_at(code: &str) -> String {
    format!("/reasons/{}", code.chars().take(60).collect::<String>())
}

/// A required text.
pub(crate) fn text(at: &str, typed: &str) -> Answer<Text> {
    Text::parse(at, typed).map_err(|fault| ServiceError::Invalid(vec![fault]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of the faults of a disclosure of two items with these reasons.
    fn faults(outcome: &str, items: Option<&[&str]>, reasons: Option<Value>) -> Vec<String> {
        let new = NewProposal {
            outcome: outcome.to_owned(),
            basis: Some("suicide-risk".to_owned()),
            items: items.map(|codes| codes.iter().map(|code| (*code).to_owned()).collect()),
            necessity: "n".to_owned(),
            proportionality: "p".to_owned(),
            reasons: reasons.map(|said| said.as_object().unwrap().clone()),
            ..NewProposal::default()
        };
        match CheckedProposal::parse(&new) {
            Ok(_) => Vec::new(),
            Err(ServiceError::Invalid(faults)) => faults.into_iter().map(|fault| fault.at).collect(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn reasons_are_for_each_item_of_a_disclosure_and_for_nothing_else() {
        let two: Option<&[&str]> = Some(&["allergies", "medication-current"]);
        let said = |reasons: Value| faults("disclose", two, Some(reasons));
        assert!(faults("disclose", two, None).is_empty(), "programs from before give none");
        assert!(said(json!({"allergies": "a", "medication-current": "b"})).is_empty());
        assert_eq!(said(json!({"allergies": "a"})), ["/reasons/medication-current"]);
        assert_eq!(said(json!({})), ["/reasons/allergies", "/reasons/medication-current"]);
        for nothing in [json!(" "), json!(7), json!("a\u{0}")] {
            let blank = said(json!({"allergies": nothing, "medication-current": "b"}));
            assert_eq!(blank, ["/reasons/allergies"]);
        }
        let strange = json!({"allergies": "a", "medication-current": "b", "full-record": "c"});
        assert_eq!(said(strange), ["/reasons/full-record"]);
        // Where no item is named, the verdict says which there are; where none can be, there is no reason for one.
        assert!(faults("disclose", None, Some(json!({"allergies": "a"}))).is_empty());
        assert_eq!(faults("refuse", None, Some(json!({"allergies": "a"}))), ["/reasons/allergies"]);
        assert!(faults("refuse", None, Some(json!({}))).is_empty());
    }

    #[test]
    fn a_member_that_is_no_item_is_cut_before_it_is_repeated() {
        let long = "x".repeat(70_000);
        let found = faults("disclose", Some(&["allergies"]), Some(json!({"allergies": "a", long: "b"})));
        assert_eq!(found, [format!("/reasons/{}", "x".repeat(60))]);
    }

    #[test]
    fn what_is_sealed_is_the_text_as_it_was_checked() {
        let typed = json!({"allergies": " e\u{301}\r\nb "});
        let mut found = Vec::new();
        let sealed = checked_reasons(typed.as_object().unwrap(), &mut found);
        assert_eq!((Value::Object(sealed), found), (json!({"allergies": "é\nb"}), Vec::new()));
    }
}
