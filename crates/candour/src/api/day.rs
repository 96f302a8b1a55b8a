//! Calls of a clinic's ordinary day: search, stand back, take, hand over, note the time, write down what was said.

use super::{
    Api, acts,
    body::Fields,
    dispatch::{Command, Failure, Reply},
};
use serde_json::Value;
use service::{
    conversations::NewConversation,
    rota::{NewDelegation, NewRota},
    search::NewSearch,
};

pub(super) async fn search(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let new = NewSearch {
        by: fields.text("by"),
        reference: fields.text("reference"),
        nhs_number: fields.text("nhs_number"),
        name: fields.text("name"),
        date_of_birth: fields.text("date_of_birth"),
    };
    fields.done()?;
    Ok(Reply::ok(&api.app.service.search(&command.asked, &new).await?))
}

pub(super) async fn conflict(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (why, text) = (fields.text("why"), fields.text("text"));
    fields.done()?;
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.declare_conflict(id, &command.asked, &why, &text).await?))
}

pub(super) async fn withdraw_conflict(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let reasons = fields.text("reasons");
    fields.done()?;
    let (id, n) = (command.place.case()?, command.place.number()?);
    Ok(Reply::ok(&api.app.service.withdraw_conflict(id, &command.asked, n, &reasons).await?))
}

pub(super) async fn name_recipient(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (to, reasons) = (fields.text("to"), fields.text("reasons"));
    fields.done()?;
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.name_recipient(id, &command.asked, &to, &reasons).await?))
}

pub(super) async fn take(api: Api, command: Command) -> Result<Reply, Failure> {
    Ok(Reply::ok(&api.app.service.take_case(command.place.case()?, &command.asked).await?))
}

pub(super) async fn hand_over(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (to, note) = (fields.text("to"), fields.text("note"));
    fields.done()?;
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.hand_over(id, &command.asked, &to, &note).await?))
}

pub(super) async fn time(api: Api, command: Command) -> Result<Reply, Failure> {
    recorded(api, command, false).await
}

pub(super) async fn time_back(api: Api, command: Command) -> Result<Reply, Failure> {
    recorded(api, command, true).await
}

async fn recorded(api: Api, command: Command, taken_back: bool) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let minutes = fields.any("minutes");
    let minutes = minutes.as_u64().and_then(|minutes| u32::try_from(minutes).ok());
    if minutes.is_none() {
        fields.fault("minutes", "5, 15, 30 or 60");
    }
    fields.done()?;
    let minutes = minutes.unwrap_or_default();
    let id = command.place.case()?;
    let answer: Value = api.app.service.time_spent(id, &command.asked, minutes, taken_back).await?;
    Ok(Reply::ok(&answer))
}

pub(super) async fn conversation(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let (new, text) = (new_conversation(&mut fields), fields.text("text"));
    fields.done()?;
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.record_conversation(id, &command.asked, &new, &text).await?))
}

/// What every call or meeting says beside what was said.
pub(super) fn new_conversation(fields: &mut Fields<'_>) -> NewConversation {
    let typed = fields.maybe_text("at");
    let at = typed.as_deref().and_then(acts::moment);
    if typed.is_some() && at.is_none() {
        fields.fault("at", "a date and time with its offset, as in RFC 3339");
    }
    let typed = fields.any("minutes");
    let minutes = typed.as_u64().and_then(|minutes| u32::try_from(minutes).ok());
    if !typed.is_null() && minutes.is_none() {
        fields.fault("minutes", "5, 15, 30 or 60");
    }
    NewConversation { means: fields.text("means"), with: fields.text("with"), at, minutes }
}

pub(super) async fn keep_rota(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let new = NewRota {
        kind: fields.text("kind"),
        account: fields.text("account"),
        first: fields.text("first"),
        last: fields.text("last"),
    };
    fields.done()?;
    Ok(Reply::ok(&api.app.service.keep_rota(&command.asked, &new).await?))
}

pub(super) async fn remove_rota(api: Api, command: Command) -> Result<Reply, Failure> {
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.change_rota(&command.asked, id.as_str(), false).await?))
}

pub(super) async fn put_back_rota(api: Api, command: Command) -> Result<Reply, Failure> {
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.change_rota(&command.asked, id.as_str(), true).await?))
}

pub(super) async fn delegate(api: Api, command: Command) -> Result<Reply, Failure> {
    let mut fields = Fields::of(&command.body)?;
    let new = NewDelegation {
        deputy: fields.text("deputy"),
        first: fields.text("first"),
        last: fields.text("last"),
        scope: fields.text("scope"),
        document: fields.text("document"),
    };
    fields.done()?;
    Ok(Reply::ok(&api.app.service.delegate(&command.asked, &new).await?))
}

pub(super) async fn revoke_delegation(api: Api, command: Command) -> Result<Reply, Failure> {
    let id = command.place.case()?;
    Ok(Reply::ok(&api.app.service.revoke_delegation(&command.asked, id.as_str()).await?))
}
