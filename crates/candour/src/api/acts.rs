//! Calls by which the clinic, the guardian, legal, the reviewer and an officer who holds something act on a case.

use super::{
    Api,
    body::Fields,
    dispatch::{Command, Failure, Reply},
    problem::Problem,
};
use casework::{codes::Condition, time::Moment};
use service::{
    emergencies::NewReadOut,
    telling::NewRoute,
    working::{NewApproval, NewProposal},
};

/// The one text of a body that has no other member.
pub(super) fn only_text(command: &Command, name: &'static str) -> Result<String, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let text = fields.text(name);
    fields.done()?;
    Ok(text)
}

/// A yes or no with its reasons.
fn judged(command: &Command, name: &'static str) -> Result<(bool, String), Failure> {
    let mut fields = Fields::of(&command.body)?;
    let found = (fields.flag(name), fields.text("reasons"));
    fields.done()?;
    Ok(found)
}

pub(super) async fn advice(api: Api, command: Command) -> Result<Reply, Failure> {
    let text = only_text(&command, "text")?;
    Ok(Reply::ok(&api.app.service.advise(command.place.case()?, &command.asked, &text).await?))
}

pub(super) async fn record_opening(api: Api, command: Command) -> Result<Reply, Failure> {
    let reason = only_text(&command, "reason")?;
    Ok(Reply::ok(&api.app.service.open_record(command.place.case()?, &command.asked, &reason).await?))
}

pub(super) async fn proposal(api: Api, command: Command) -> Result<Reply, Failure> {
    let new = new_proposal(&command)?;
    Ok(Reply::ok(&api.app.service.propose(command.place.case()?, &command.asked, &new).await?))
}

fn new_proposal(command: &Command) -> Result<NewProposal, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let notice = fields.inner("notice", |notice| {
        (notice.maybe_text("rule"), notice.maybe_text("last_day"), notice.maybe_text("reasons"))
    });
    let (notice_rule, last_day, notice_reasons) = notice.unwrap_or_default();
    // The conditions are the verdict's: whoever proposes may repeat them and can neither add nor drop one.
    for (place, code) in fields.maybe_texts("conditions").unwrap_or_default().iter().enumerate() {
        if Condition::parse(code).is_none() {
            fields.fault_within("conditions", place, "the code of a condition");
        }
    }
    let new = NewProposal {
        outcome: fields.text("outcome"),
        basis: fields.maybe_text("basis"),
        items: fields.maybe_texts("items"),
        necessity: fields.text("necessity"),
        proportionality: fields.text("proportionality"),
        notice_rule,
        last_day,
        notice_reasons,
        content: fields.members("content"),
        reasons: fields.maybe_members("reasons"),
        download: fields.maybe_flag("download"),
    };
    fields.done()?;
    Ok(new)
}

pub(super) async fn approval(api: Api, command: Command) -> Result<Reply, Failure> {
    let new = new_approval(&command)?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.approve(id, &command.asked, n, &new).await?))
}

fn new_approval(command: &Command) -> Result<NewApproval, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let telephone = fields.inner("by_telephone", |telephone| {
        let name = telephone.text("name");
        let at = moment(&telephone.text("at"));
        if at.is_none() {
            telephone.fault("at", "a date and time with its offset, as in RFC 3339");
        }
        Some((name, at?))
    });
    let new = NewApproval {
        approval: fields.text("approval"),
        agree: fields.flag("agree"),
        reasons: fields.text("reasons"),
        by_telephone: telephone.flatten(),
    };
    fields.done()?;
    Ok(new)
}

/// A moment as in RFC 3339, to the second.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let day_and_time = text.get(10..11) == Some("T") || text.get(10..11) == Some("t");
    let stamp: jiff::Timestamp = text.parse().ok().filter(|_| day_and_time)?;
    Some(Moment(stamp.as_second()))
}

pub(super) async fn telephone(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let confirmed = fields.flag("confirmed");
    fields.done()?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.answer_telephone(id, &command.asked, n, confirmed).await?))
}

pub(super) async fn notice_unsafe(api: Api, command: Command) -> Result<Reply, Failure> {
    let reasons = only_text(&command, "reasons")?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.record_notice_unsafe(id, &command.asked, n, &reasons).await?))
}

pub(super) async fn offer_pack(api: Api, command: Command) -> Result<Reply, Failure> {
    let digest = only_text(&command, "pack")?;
    // A repetition is answered as the first time, even where the pack has left the shelf since.
    let files = match api.app.service.answered(&command.asked).await? {
        Some(answer) => return Ok(Reply::ok(&answer)),
        None => on_the_shelf(&api, digest.clone()).await?,
    };
    let Some(files) = files else {
        let fault = service::Fault::new("/pack", "the digest of a pack on the shelf that can be served");
        return Err(service::ServiceError::Invalid(vec![fault]).into());
    };
    Ok(Reply::ok(&api.app.service.offer_pack(&command.asked, files).await?))
}

async fn on_the_shelf(api: &Api, digest: String) -> Result<Option<gate::Files>, Failure> {
    let shelf = api.app.settings.shelf.clone();
    tokio::task::spawn_blocking(move || shelf.candidate(&digest))
        .await
        .map_err(|_| service::ServiceError::Broken("the shelf of packs cannot be looked at").into())
}

pub(super) async fn confirm_pack(api: Api, command: Command) -> Result<Reply, Failure> {
    let digest = only_text(&command, "pack")?;
    Ok(Reply::ok(&api.app.service.confirm_pack(&command.asked, &digest).await?))
}

pub(super) async fn withdraw_pack(api: Api, command: Command) -> Result<Reply, Failure> {
    let digest = only_text(&command, "pack")?;
    Ok(Reply::ok(&api.app.service.withdraw_pack(&command.asked, &digest).await?))
}

pub(super) async fn commit_sample(api: Api, command: Command) -> Result<Reply, Failure> {
    let (period, digest) = new_sample(&command, "digest")?;
    sample(&api.app.service.commit_sample(&command.asked.actor, period, digest).await?)
}

pub(super) async fn reveal_sample(api: Api, command: Command) -> Result<Reply, Failure> {
    let (period, r) = new_sample(&command, "r")?;
    sample(&api.app.service.reveal_sample(&command.asked.actor, period, r).await?)
}

fn sample(state: &service::ledger::SampleState) -> Result<Reply, Failure> {
    let value = serde_json::to_value(state)
        .map_err(|_| service::ServiceError::Broken("a sample cannot be written"))?;
    Ok(Reply::ok(&value))
}

/// A half-year and 32 bytes.
fn new_sample(command: &Command, name: &'static str) -> Result<(tlog::entry::Period, [u8; 32]), Failure> {
    let mut fields = Fields::of(&command.body)?;
    let period = tlog::entry::Period::parse(&fields.text("period"));
    if period.is_none() {
        fields.fault("period", "a half-year, such as 2026-H1");
    }
    let bytes = crate::hex::read(&fields.text(name));
    if bytes.is_none() {
        fields.fault(name, "64 lower-case hexadecimal digits");
    }
    fields.done()?;
    period.zip(bytes).ok_or_else(|| service::ServiceError::Broken("a checked field is missing").into())
}

pub(super) async fn recall(api: Api, command: Command) -> Result<Reply, Failure> {
    let reasons = only_text(&command, "reasons")?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.recall(id, &command.asked, n, &reasons).await?))
}

pub(super) async fn read_out(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let at = moment(&fields.text("at"));
    if at.is_none() {
        fields.fault("at", "a date and time with its offset, as in RFC 3339");
    }
    let new = NewReadOut {
        name: fields.text("name"),
        number: fields.text("number"),
        called_back: fields.flag("called_back"),
        all_items: fields.flag("all_items"),
        // Without one the faults end it below.
        at: at.unwrap_or(Moment(0)),
    };
    fields.done()?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.give_by_telephone(id, &command.asked, n, &new).await?))
}

pub(super) async fn destruction(api: Api, command: Command) -> Result<Reply, Failure> {
    let law = new_destruction(&command)?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    let answer = match law {
        None => api.app.service.confirm_destruction(id, &command.asked, n).await?,
        Some(law) => api.app.service.refuse_destruction(id, &command.asked, n, &law).await?,
    };
    Ok(Reply::ok(&answer))
}

/// `{"confirmed": true}`, or `{"law"}` under which it is kept: one of the two.
fn new_destruction(command: &Command) -> Result<Option<String>, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let law = fields.maybe_text("law");
    let confirmed = fields.maybe_flag("confirmed");
    if confirmed == law.is_some() {
        fields.fault("confirmed", "true, or instead of it the law under which it is kept");
    }
    fields.done()?;
    Ok(law)
}

pub(super) async fn after_review(api: Api, command: Command) -> Result<Reply, Failure> {
    let (upheld, reasons) = judged(&command, "upheld")?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.after_review(id, &command.asked, n, upheld, &reasons).await?))
}

pub(super) async fn safe_route(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let new = NewRoute {
        route: fields.text("route"),
        address: fields.text("address"),
        phrase: fields.text("phrase"),
        language: fields.maybe_text("language").unwrap_or_default(),
    };
    fields.done()?;
    Ok(Reply::ok(&api.app.service.record_safe_route(command.place.case()?, &command.asked, &new).await?))
}

pub(super) async fn confirm_safe_route(api: Api, command: Command) -> Result<Reply, Failure> {
    Ok(Reply::ok(&api.app.service.confirm_safe_route(command.place.case()?, &command.asked).await?))
}

/// A call whose place is kept. It looks nothing up, so it says the same of every case.
pub(super) async fn later(_: Api, _: Command) -> Result<Reply, Failure> {
    Err(Problem::not_yet_built().into())
}

pub(super) async fn notice_clock(api: Api, command: Command) -> Result<Reply, Failure> {
    let start = only_text(&command, "start")?;
    Ok(Reply::ok(&api.app.service.start_notice_clock(command.place.case()?, &command.asked, &start).await?))
}

pub(super) async fn direct_notice(api: Api, command: Command) -> Result<Reply, Failure> {
    let reasons = only_text(&command, "reasons")?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.direct_notice(id, &command.asked, n, &reasons).await?))
}

pub(super) async fn repetition_review(api: Api, command: Command) -> Result<Reply, Failure> {
    let (agreed, reasons) = judged(&command, "agreed")?;
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.review_repetition(id, &command.asked, agreed, &reasons).await?))
}

pub(super) async fn close(api: Api, command: Command) -> Result<Reply, Failure> {
    let reasons = only_text(&command, "reasons")?;
    Ok(Reply::ok(&api.app.service.close(command.place.case()?, &command.asked, &reasons).await?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::tests::{actor, command};
    use casework::actor::Role;
    use serde_json::{Value, json};
    use service::ServiceError;

    fn places<T: std::fmt::Debug>(result: Result<T, Failure>) -> Vec<String> {
        match result {
            Err(Failure::Service(ServiceError::Invalid(faults))) => {
                faults.into_iter().map(|fault| fault.at).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_moment_has_a_day_a_time_and_an_offset() {
        assert_eq!(moment("2026-11-22T14:05:00+01:00"), moment("2026-11-22T13:05:00.9Z"));
        assert_eq!(moment("1970-01-02T00:00:00Z"), Some(Moment(86_400)));
        for bad in ["", "2026-11-22", "2026-11-22T14:05:00", "1764000000", "2026-11-22 14:05:00Z"] {
            assert_eq!(moment(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_proposal_is_read_as_the_contract_writes_it() {
        let new = new_proposal(&command(
            actor(Role::Clinician),
            json!({
                "outcome": "disclose", "basis": "court-order", "items": ["known"], "necessity": "a",
                "proportionality": "b", "notice": {"rule": "r", "last_day": "2026-12-01", "reasons": "c"},
                "content": {"known": "yes"}, "reasons": {"known": "d"}, "conditions": []
            }),
        ))
        .unwrap();
        assert_eq!(new.basis.as_deref(), Some("court-order"));
        assert_eq!(new.notice_rule.as_deref(), Some("r"));
        assert_eq!(new.last_day.as_deref(), Some("2026-12-01"));
        assert_eq!(new.content.get("known"), Some(&json!("yes")));
        assert_eq!(new.reasons.and_then(|reasons| reasons.get("known").cloned()), Some(json!("d")));
        assert!(!new.download);
    }

    #[test]
    fn reasons_for_items_may_be_left_out_as_programs_from_before_do() {
        let read = |reasons: Value| {
            let body =
                json!({"outcome": "refuse", "necessity": "a", "proportionality": "b", "reasons": reasons});
            new_proposal(&command(actor(Role::Clinician), body))
        };
        assert_eq!(read(Value::Null).unwrap().reasons, None);
        assert_eq!(read(json!({})).unwrap().reasons, Some(serde_json::Map::new()));
        assert_eq!(places(read(json!(["known"]))), ["/reasons"]);
    }

    #[test]
    fn a_condition_that_is_none_is_a_fault() {
        let result =
            new_proposal(&command(actor(Role::Clinician), json!({"conditions": ["no-such-condition"]})));
        assert_eq!(places(result), ["/conditions/0"]);
    }

    #[test]
    fn an_approval_by_telephone_needs_a_moment() {
        let body = json!({"approval": "x", "agree": true, "reasons": "r", "by_telephone": {"name": "a", "at": "now"}});
        assert_eq!(places(new_approval(&command(actor(Role::Guardian), body))), ["/by_telephone/at"]);
        let body = json!({"approval": "x", "reasons": "r"});
        assert_eq!(places(new_approval(&command(actor(Role::Guardian), body))), ["/agree"]);
    }

    #[test]
    fn destruction_is_confirmed_or_refused_by_a_law_and_not_both() {
        let read = |body| new_destruction(&command(actor(Role::Officer), body));
        assert_eq!(read(json!({"confirmed": true})).unwrap(), None);
        assert_eq!(read(json!({"law": "an Act"})).unwrap().as_deref(), Some("an Act"));
        for bad in [json!({}), json!({"confirmed": false}), json!({"confirmed": true, "law": "an Act"})] {
            assert_eq!(places(read(bad)), ["/confirmed"]);
        }
    }
}
