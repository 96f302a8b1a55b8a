//! To whom the clinic discloses of its own accord, and another officer in their place once they have left.
//!
//! SECURITY: nothing of it is a supervisor's, who would learn by it that something was disclosed to somebody of their force.

use crate::{
    accounts::actor_of,
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    ports::AccountRow,
    referrals::decided,
    text::Text,
};
use casework::{
    actor::{Actor, Place, Role},
    case::Case,
    command::Command,
    id::CaseId,
    refusal::Refusal,
};
use serde::Serialize;
use serde_json::{Value, json};

/// How many cases whose recipient has left are listed at once: once another is named, the next ones stand there.
const CASES_MAX: u32 = 25;

/// A case that has disclosed to an officer whose account is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientGone {
    /// The case.
    pub id: String,
    /// What people call it.
    pub reference: String,
}

/// The officer who is named to receive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecipientView {
    /// Their name.
    pub who: String,
    /// Their force, by name.
    pub force: String,
    /// Whether their account still opens; where it does not, a recall would reach no officer.
    pub active: bool,
}

impl Service {
    /// The guardian names another officer of the same force to receive, by their sign-in name.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault, at `/to` alike for a name that nobody has, for a
    /// closed account and for somebody of another force.
    pub async fn name_recipient(&self, id: &CaseId, asked: &Asked, to: &str, reasons: &str) -> Answer<Value> {
        let (from, to, reasons) = self.naming(id, &asked.actor, to, reasons).await?;
        let (from, to) = (actor_of(&from), actor_of(&to));
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let reasons = stage.text(reasons.as_str())?;
                let command = Command::NameRecipient { from: from.clone(), to: to.clone(), reasons };
                decided(loaded, &command, ctx)
            },
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str()}),
        )
        .await
    }

    /// Who would be named by a sign-in name, for whoever names them to look at first. Nothing is done.
    ///
    /// # Errors
    /// As [`Service::name_recipient`].
    pub async fn who_would_receive(
        &self,
        id: &CaseId,
        actor: &Actor,
        to: &str,
        reasons: &str,
    ) -> Answer<RecipientView> {
        let (_, to, _) = self.naming(id, actor, to, reasons).await?;
        Ok(self.as_recipient(to).await)
    }

    /// Who is named, who would be in their place, and why, for whoever may name them.
    async fn naming(
        &self,
        id: &CaseId,
        actor: &Actor,
        to: &str,
        reasons: &str,
    ) -> Answer<(AccountRow, AccountRow, Text)> {
        // Whoever may not do it hears that first, and nothing of who is named.
        let case = self.load_as_clinic(id, actor).await?.case;
        if actor.role != Role::Guardian {
            return Err(Refusal::NotYourRole.into());
        }
        let named = case.named_recipient().ok_or(Refusal::NoRecipient)?;
        let from = self.parts.store.account(named).await?.ok_or(Refusal::NoRecipient)?;
        let mut faults = Vec::new();
        let to = self.parts.store.account_by_name(to.trim()).await?;
        let to = to.filter(|row| row.active && row.role == Role::Officer && row.place == from.place);
        if to.is_none() {
            faults.push(Fault::new("/to", ::words::say("act-recipient-expected")));
        }
        let reasons = Text::parse("/reasons", reasons).map_err(|fault| faults.push(fault)).ok();
        match (to, reasons, faults.is_empty()) {
            (Some(to), Some(reasons), true) => Ok((from, to, reasons)),
            _ => Err(ServiceError::Invalid(faults)),
        }
    }

    /// Cases of the guardian's trust whose recipient has left, so that a recall would reach no officer; none for anybody
    /// else.
    /// References only.
    ///
    /// # Errors
    /// As the store's.
    pub async fn recipients_gone(&self, actor: &Actor) -> Answer<Vec<RecipientGone>> {
        let (Role::Guardian, Place::Trust(trust)) = (actor.role, &actor.place) else { return Ok(Vec::new()) };
        // Whoever stands back from a case names nobody in it.
        let rows = self.parts.store.cases_received_by_who_left(trust, &actor.individual, CASES_MAX).await?;
        let found = rows.into_iter();
        Ok(found.map(|row| RecipientGone { id: row.case.to_string(), reference: row.reference }).collect())
    }

    /// Who is named to receive, as the clinic sees it.
    pub(crate) async fn recipient_view(&self, case: &Case) -> Answer<Option<RecipientView>> {
        let Some(named) = case.named_recipient() else { return Ok(None) };
        let Some(row) = self.parts.store.account(named).await? else { return Ok(None) };
        Ok(Some(self.as_recipient(row).await))
    }

    async fn as_recipient(&self, row: AccountRow) -> RecipientView {
        let force = match &row.place {
            Place::Force(force) => self.places().await.force_title(force),
            Place::Unit(_) | Place::Trust(_) | Place::Independent | Place::Service => String::new(),
        };
        RecipientView { who: row.title, force, active: row.active }
    }
}
