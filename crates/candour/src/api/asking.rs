//! Calls that begin a case, or that whoever began it makes afterwards.

use super::{
    Api,
    body::Fields,
    day::new_conversation,
    dispatch::{Command, Failure, Reply},
    problem::Problem,
};
use serde_json::Value;
use service::{Fault, ServiceError, emergencies::NewEmergency, referrals::NewRequest};

pub(super) async fn enquiry(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (unit, question) = (fields.text("unit"), fields.text("question"));
    fields.done()?;
    made(&api.app.service.receive_enquiry(&command.asked, &unit, &question).await?)
}

pub(super) async fn call(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let new = new_conversation(&mut fields);
    let (question, advice) = (fields.text("question"), fields.text("advice"));
    fields.done()?;
    made(&api.app.service.receive_call(&command.asked, &new, &question, &advice).await?)
}

pub(super) async fn referral(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let request = NewRequest {
        unit: fields.text("unit"),
        question: fields.text("question"),
        person: fields.any("person"),
        facts: fields.any("facts"),
        recipient: fields.maybe_text("recipient"),
        draft: None,
    };
    fields.done()?;
    made(&api.app.service.receive_referral(&command.asked, &request).await?)
}

pub(super) async fn emergency(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let new = NewEmergency {
        force: fields.text("force"),
        name: fields.text("name"),
        number: fields.text("number"),
        control_room: fields.text("control_room"),
        called_back: fields.flag("called_back"),
        question: fields.text("question"),
        person: fields.any("person"),
        facts: fields.any("facts"),
    };
    fields.done()?;
    made(&api.app.service.take_emergency(&command.asked, &new).await?)
}

fn made(answer: &Value) -> Result<Reply, Failure> {
    let id = answer.get("id").and_then(Value::as_str);
    let id = id.ok_or(ServiceError::Broken("an answer names no case"))?;
    Ok(Reply::created(answer, format!("/api/v1/referrals/{id}")))
}

/// The body is the part itself.
pub(super) async fn facts(api: Api, command: Command) -> Result<Reply, Failure> {
    if !command.body.is_object() {
        return Err(Problem::invalid(&[Fault::new("", "an object")]).into());
    }
    let answer = api.app.service.supply_facts(command.place.case()?, &command.asked, &command.body).await;
    Ok(Reply::ok(&answer.map_err(in_the_part)?))
}

/// The service speaks of `/facts/…`, as in a new referral; here the part is the whole body.
fn in_the_part(error: ServiceError) -> ServiceError {
    match error {
        ServiceError::Invalid(faults) => ServiceError::Invalid(
            faults
                .into_iter()
                .map(|fault| match fault.at.strip_prefix("/facts") {
                    Some(rest) => Fault::new(rest, fault.expected),
                    None => fault,
                })
                .collect(),
        ),
        other => other,
    }
}

pub(super) async fn withdraw(api: Api, command: Command) -> Result<Reply, Failure> {
    Ok(Reply::ok(&api.app.service.withdraw_referral(command.place.case()?, &command.asked).await?))
}

pub(super) async fn countersign(api: Api, command: Command) -> Result<Reply, Failure> {
    Ok(Reply::ok(&api.app.service.countersign(command.place.case()?, &command.asked).await?))
}

pub(super) async fn reassign(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let to = fields.text("to");
    fields.done()?;
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.reassign(id, &command.asked, &to).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_a_part_point_into_the_part() {
        let faults = vec![Fault::new("/facts/person/age", "a number"), Fault::new("/facts", "an object")];
        let ServiceError::Invalid(faults) = in_the_part(ServiceError::Invalid(faults)) else { panic!() };
        assert_eq!(faults[0].at, "/person/age");
        assert_eq!(faults[1].at, "");
    }
}
