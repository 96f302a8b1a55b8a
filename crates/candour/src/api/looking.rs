//! Calls that read: lists, a case as its reader may see it, disclosures, receipts, the gate, the person's own page.

use super::{
    Api,
    body::Fields,
    dispatch::{Failure, Knock, Look, Reply, read},
    problem::Problem,
};
use crate::web::limit::Door;
use axum::http::StatusCode;
use casework::{
    actor::Role,
    facts::{Facts, read_json},
    refusal::Refusal,
};
use serde_json::{Value, json, to_value};
use service::{Fault, ServiceError, queues};

/// A view that was written as JSON.
fn written(view: serde_json::Result<Value>) -> Result<Value, Failure> {
    view.map_err(|_| ServiceError::Broken("a view does not write").into())
}

pub(super) async fn description(api: Api, _: Knock) -> Result<Reply, Failure> {
    Ok(Reply { status: StatusCode::OK, body: api.description, location: None })
}

/// Facts to a verdict. Nothing is stored, and nothing is logged.
pub(super) async fn gate(api: Api, knock: Knock) -> Result<Reply, Failure> {
    if !api.gate_limit.take(knock.peer, api.app.service.now()) {
        return Err(Problem::too_many(1).into());
    }
    let facts = facts(&knock.body).map_err(|faults| Problem::invalid(&faults))?;
    let judgement = api.app.service.gate().judge(&facts);
    if let Some(alert) = judgement.alert {
        tracing::error!(%alert, "a policy failed to evaluate; every outcome but refusal is closed");
    }
    Ok(Reply::ok(&judgement.verdict.to_value()))
}

/// The adopted pack in plain English.
pub(super) async fn rules(api: Api, _: Knock) -> Result<Reply, Failure> {
    Ok(Reply::ok(&gate::rulebook::rulebook(api.app.service.gate().pack()).to_value()))
}

/// Facts, or every fault in them; a text that is no JSON is a fault at the root.
fn facts(body: &[u8]) -> Result<Facts, Vec<Fault>> {
    let listed = |faults: Vec<casework::facts::FactsError>| {
        faults.into_iter().map(|fault| Fault::new(fault.at, fault.expected.to_string())).collect::<Vec<_>>()
    };
    let text = std::str::from_utf8(body).map_err(|_| vec![Fault::new("", "JSON in UTF-8")])?;
    let value = read_json(text).map_err(|fault| listed(vec![fault.into()]))?;
    Facts::from_value(&value).map_err(|first| {
        let all = Facts::faults(&value);
        listed(if all.is_empty() { vec![first] } else { all })
    })
}

/// SECURITY: the same counters as the page's, so that this is no second way to try.
fn may_try(api: &Api, knock: &Knock, code: &str) -> bool {
    let (doors, now) = (&api.app.doors, api.app.service.now());
    knock.peer.is_none_or(|client| doors.try_from(Door::Person, client, now)) && doors.try_code(code, now)
}

pub(super) async fn person(api: Api, knock: Knock) -> Result<Reply, Failure> {
    let body = read(&knock.body)?;
    let mut fields = Fields::of(&body)?;
    let (code, second_fact) = (fields.text("code"), fields.text("second_fact"));
    fields.done()?;
    if !may_try(&api, &knock, &code) {
        return Err(Problem::too_many(300).into());
    }
    match api.app.service.person_page(&code, &second_fact).await? {
        Some(page) => Ok(Reply::ok(&written(to_value(&page))?)),
        None => Err(Problem::nothing_to_show().into()),
    }
}

pub(super) async fn person_receipts(api: Api, knock: Knock) -> Result<Reply, Failure> {
    let body = read(&knock.body)?;
    let mut fields = Fields::of(&body)?;
    let (code, second_fact, full) = (fields.text("code"), fields.text("second_fact"), fields.flag("full"));
    fields.done()?;
    if !may_try(&api, &knock, &code) {
        return Err(Problem::too_many(300).into());
    }
    match api.app.service.person_receipts(&code, &second_fact, full).await? {
        Some(files) => Ok(Reply::ok(&json!({"receipts": written(to_value(&files))?}))),
        None => Err(Problem::nothing_to_show().into()),
    }
}

pub(super) async fn referrals(api: Api, look: Look) -> Result<Reply, Failure> {
    let service = &api.app.service;
    let after = cursor(&look)?;
    let (items, next) = match look.actor.role {
        Role::Officer => {
            let (rows, next) = service.officer_list(&look.actor, after).await?;
            (written(to_value(&rows))?, next)
        }
        Role::HealthWorker => {
            let (rows, next) = service.own_reports(&look.actor, after).await?;
            (written(to_value(&rows))?, next)
        }
        Role::Clinician | Role::SecondClinician => {
            let (rows, next) = service.unit_cases(&look.actor, after).await?;
            (written(to_value(&rows))?, next)
        }
        Role::Supervisor
        | Role::Guardian
        | Role::Safeguarding
        | Role::Legal
        | Role::DataProtectionOfficer
        | Role::Reviewer
        | Role::Administrator
        | Role::KeyCustodian
        | Role::RetentionManager => {
            let page = service.queue(&look.actor, after).await?;
            (written(to_value(&page.rows))?, page.next)
        }
    };
    Ok(Reply::ok(&json!({"items": items, "next": next})))
}

pub(super) async fn queue(api: Api, look: Look) -> Result<Reply, Failure> {
    let page = api.app.service.queue(&look.actor, cursor(&look)?).await?;
    Ok(Reply::ok(&json!({"items": written(to_value(&page.rows))?, "count": page.count, "next": page.next})))
}

/// The cursor, if it reads as one.
fn cursor(look: &Look) -> Result<Option<&str>, Failure> {
    let after = look.after.as_deref();
    if let Some(after) = after {
        queues::check_cursor(after)?;
    }
    Ok(after)
}

pub(super) async fn referral(api: Api, look: Look) -> Result<Reply, Failure> {
    let (service, id) = (&api.app.service, look.place.case()?);
    let view = match look.actor.role {
        Role::Officer => written(to_value(&service.officer_referral(id, &look.actor).await?))?,
        Role::Supervisor => written(to_value(&service.supervisor_referral(id, &look.actor).await?))?,
        Role::HealthWorker => written(to_value(&service.own_report(id, &look.actor).await?))?,
        Role::Clinician
        | Role::SecondClinician
        | Role::Guardian
        | Role::Safeguarding
        | Role::Legal
        | Role::DataProtectionOfficer
        | Role::Reviewer => written(to_value(&service.clinic_case(id, &look.actor).await?))?,
        // No case content is theirs; there is nothing to look up.
        Role::Administrator | Role::KeyCustodian | Role::RetentionManager => {
            return Err(ServiceError::from(Refusal::NoSuchCase).into());
        }
    };
    Ok(Reply::ok(&view))
}

pub(super) async fn disclosure(api: Api, look: Look) -> Result<Reply, Failure> {
    let (id, n) = (look.place.case()?, look.place.number()?);
    Ok(Reply::ok(&written(to_value(&api.app.service.read_disclosure(id, n, &look.actor).await?))?))
}

pub(super) async fn receipts(api: Api, look: Look) -> Result<Reply, Failure> {
    let mut receipts = Vec::new();
    for (name, bytes) in api.app.service.receipts(look.place.case()?, &look.actor).await? {
        let file = String::from_utf8(bytes).map_err(|_| ServiceError::Broken("a receipt is no text"))?;
        receipts.push(json!({"name": name, "file": file}));
    }
    Ok(Reply::ok(&json!({"receipts": receipts})))
}

pub(super) async fn opening(api: Api, look: Look) -> Result<Reply, Failure> {
    let (id, n) = (look.place.case()?, look.place.number()?);
    let (name, bytes) = api.app.service.full_opening(id, &look.actor, u64::from(n)).await?;
    let file = String::from_utf8(bytes).map_err(|_| ServiceError::Broken("a receipt is no text"))?;
    Ok(Reply::ok(&json!({"name": name, "file": file, "warning": service::ledger::WARNING})))
}

pub(super) async fn behind_entry(api: Api, look: Look) -> Result<Reply, Failure> {
    let index = u64::from(look.place.number()?);
    Ok(Reply::ok(&written(to_value(&api.app.service.behind_entry(&look.actor, index).await?))?))
}

/// The rules and, for whoever may offer one, the packs on the shelf.
pub(super) async fn rules_change(api: Api, look: Look) -> Result<Reply, Failure> {
    let rules = api.app.service.rules(&look.actor).await?;
    let mut value = written(to_value(&rules))?;
    if rules.may_offer {
        let shelf = api.app.settings.shelf.clone();
        let shelved = tokio::task::spawn_blocking(move || shelf.look())
            .await
            .map_err(|_| ServiceError::Broken("the shelf of packs cannot be looked at"))?;
        let row = |shelved: &crate::shelf::Shelved| match &shelved.found {
            Ok(found) => json!({"place": shelved.place, "name": found.name, "digest": found.digest}),
            Err(fault) => json!({"place": shelved.place, "fault": fault}),
        };
        value["shelf"] = shelved.iter().map(row).collect();
    }
    Ok(Reply::ok(&value))
}

pub(super) async fn samples(api: Api, look: Look) -> Result<Reply, Failure> {
    let items = api.app.service.sample_states(&look.actor).await?;
    Ok(Reply::ok(&json!({"items": written(to_value(&items))?})))
}

pub(super) async fn rota(api: Api, look: Look) -> Result<Reply, Failure> {
    let items = api.app.service.rota(&look.actor).await?;
    Ok(Reply::ok(&json!({"items": written(to_value(&items))?})))
}

pub(super) async fn delegations(api: Api, look: Look) -> Result<Reply, Failure> {
    let items = api.app.service.delegations(&look.actor).await?;
    Ok(Reply::ok(&json!({"items": written(to_value(&items))?})))
}

pub(super) async fn searches(api: Api, look: Look) -> Result<Reply, Failure> {
    Ok(Reply::ok(&written(to_value(&api.app.service.searches(&look.actor).await?))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(body: &[u8]) -> Vec<String> {
        facts(body).unwrap_err().into_iter().map(|fault| fault.at).collect()
    }

    #[test]
    fn facts_that_are_no_json_are_a_fault_at_the_root() {
        assert_eq!(places(b"{"), [""]);
        assert_eq!(places(b"\xff"), [""]);
        assert_eq!(places(b"[]"), [""]);
    }

    #[test]
    fn a_member_written_twice_is_named() {
        assert_eq!(places(br#"{"nation": "england", "nation": "wales"}"#), ["/nation"]);
    }

    #[test]
    fn every_fault_of_the_facts_is_listed() {
        let day = casework::time::Day::parse("2026-11-22").unwrap();
        let mut value = Facts::defaults(casework::codes::Nation::England, day).to_value();
        assert!(facts(value.to_string().as_bytes()).is_ok());
        value["nation"] = json!("scotland");
        value["person"]["age"] = json!("old");
        assert_eq!(places(value.to_string().as_bytes()), ["/nation", "/person/age"]);
    }
}
