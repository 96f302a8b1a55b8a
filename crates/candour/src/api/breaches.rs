//! Calls about breaches of personal data.

use super::{
    Api,
    acts::{moment, only_text},
    body::Fields,
    dispatch::{Command, Failure, Reply},
};
use casework::time::Moment;
use service::{
    breaches::{NewBreach, NewCommissioner},
    telling::NewRoute,
};

/// A moment that must be said.
fn said(fields: &mut Fields<'_>, name: &'static str) -> Option<Moment> {
    let found = moment(&fields.text(name));
    if found.is_none() {
        fields.fault(name, "a date and time with its offset, as in RFC 3339");
    }
    found
}

pub(super) async fn report(api: Api, command: Command) -> Result<Reply, Failure> {
    let new = new_breach(&command)?;
    Ok(Reply::ok(&api.app.service.report_breach(command.place.case()?, &command.asked, &new).await?))
}

fn new_breach(command: &Command) -> Result<NewBreach, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let mut number = |name: &'static str, needed: bool| {
        let value = fields.any(name);
        let found = value.as_u64().and_then(|n| u32::try_from(n).ok());
        if found.is_none() && (needed || !value.is_null()) {
            fields.fault(name, "a whole number from 1");
        }
        found
    };
    let (disclosure, people) = (number("disclosure", false), number("people", true));
    let new = NewBreach {
        kind: fields.text("kind"),
        disclosure,
        happened: said(&mut fields, "happened"),
        aware: said(&mut fields, "aware"),
        what: fields.text("what"),
        people,
    };
    fields.done()?;
    Ok(new)
}

pub(super) async fn wrong_person(api: Api, command: Command) -> Result<Reply, Failure> {
    let what = only_text(&command, "what")?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.report_wrong_person(id, &command.asked, n, &what).await?))
}

pub(super) async fn note(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (kind, text) = (fields.text("kind"), fields.text("text"));
    fields.done()?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.note_breach(id, &command.asked, n, &kind, &text).await?))
}

pub(super) async fn commissioner(api: Api, command: Command) -> Result<Reply, Failure> {
    let new = new_commissioner(&command)?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.decide_commissioner(id, &command.asked, n, &new).await?))
}

/// `{"at", "reference", "delay"?}` of a report, or the `reasons` why there is none.
fn new_commissioner(command: &Command) -> Result<NewCommissioner, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let reasons = fields.maybe_text("reasons");
    let new = match reasons {
        Some(reasons) => NewCommissioner::NotReportable { reasons },
        None => NewCommissioner::Reported {
            at: said(&mut fields, "at"),
            reference: fields.text("reference"),
            delay: fields.maybe_text("delay").unwrap_or_default(),
        },
    };
    fields.done()?;
    Ok(new)
}

pub(super) async fn telling(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (tell, text) = (fields.flag("tell"), fields.text("text"));
    fields.done()?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.decide_telling(id, &command.asked, n, tell, &text).await?))
}

pub(super) async fn unfounded(api: Api, command: Command) -> Result<Reply, Failure> {
    let reasons = only_text(&command, "reasons")?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.find_no_breach(id, &command.asked, n, &reasons).await?))
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
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.record_affected_route(id, &command.asked, n, &new).await?))
}

pub(super) async fn confirm_safe_route(api: Api, command: Command) -> Result<Reply, Failure> {
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.confirm_affected_route(id, &command.asked, n).await?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::tests::{actor, command};
    use casework::actor::Role;
    use serde_json::json;
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
    fn a_breach_is_read_as_the_contract_writes_it() {
        let body = json!({
            "kind": "wrong-person", "disclosure": 1, "happened": "2026-11-22T13:05:00Z",
            "aware": "2026-11-22T14:05:00Z", "what": "w", "people": 2
        });
        let new = new_breach(&command(actor(Role::Clinician), body)).unwrap();
        assert_eq!((new.disclosure, new.people), (Some(1), Some(2)));
        assert!(new.happened < new.aware);
        let body = json!({"kind": "x", "disclosure": "1", "people": -1, "happened": "now"});
        let faults = places(new_breach(&command(actor(Role::Clinician), body)));
        assert_eq!(faults, ["/disclosure", "/people", "/happened", "/aware"]);
    }

    #[test]
    fn a_report_has_a_time_and_a_reference_and_no_report_has_reasons() {
        let read = |body| new_commissioner(&command(actor(Role::Guardian), body));
        assert!(matches!(read(json!({"reasons": "r"})), Ok(NewCommissioner::NotReportable { .. })));
        let report = json!({"at": "2026-11-22T13:05:00Z", "reference": "IC-1"});
        assert!(matches!(read(report), Ok(NewCommissioner::Reported { at: Some(_), .. })));
        assert_eq!(places(read(json!({"reference": "IC-1"}))), ["/at"]);
        assert_eq!(places(read(json!({"reasons": "r", "reference": "IC-1"}))), ["/reference"]);
    }
}
