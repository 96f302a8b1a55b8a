//! What an ordinary day leaves behind at London: a rota, a delegation, cases that are with somebody, one from which
//! somebody stands back, and time spent.

use super::history::History;
use anyhow::Context as _;
use casework::{
    delegation::{RotaKind, Scope},
    id::CaseId,
};
use service::rota::{NewDelegation, NewRota};

/// For how many days the rota is kept ahead.
const DAYS: i64 = 7;

impl History<'_> {
    /// Lists the deputy, before anything is decided: of two guardians whom nobody tells apart, neither decides.
    pub(super) async fn deputy(&self) -> anyhow::Result<()> {
        let administrator = self.asked("administrator")?;
        let new = NewRota {
            kind: RotaKind::Deputy.as_str().to_owned(),
            account: self.asked("guardian-deputy")?.actor.account.to_string(),
            ..NewRota::default()
        };
        self.service.keep_rota(&administrator, &new).await.context("the deputy cannot be listed")?;
        Ok(())
    }

    /// Makes it, in the last minutes before now.
    pub(super) async fn ordinary_day(&mut self) -> anyhow::Result<()> {
        let today = self.service.now().day();
        let administrator = self.asked("administrator")?;
        for (kind, who) in [(RotaKind::OnCall, "guardian-deputy"), (RotaKind::Duty, "clinician")] {
            let new = NewRota {
                kind: kind.as_str().to_owned(),
                account: self.asked(who)?.actor.account.to_string(),
                first: today.to_string(),
                last: today.plus_days(DAYS).to_string(),
            };
            self.service.keep_rota(&administrator, &new).await.context("the rota cannot be kept")?;
        }
        let new = NewDelegation {
            deputy: self.asked("guardian-deputy")?.actor.account.to_string(),
            first: today.to_string(),
            last: today.plus_days(4 * DAYS).to_string(),
            scope: Scope::OnCall.as_str().to_owned(),
            document: "Board papers of this autumn, item 14; information governance office".to_owned(),
        };
        self.service.delegate(&self.asked("guardian")?, &new).await.context("nothing can be delegated")?;
        let (clinician, second) = (self.asked("clinician")?, self.asked("clinician-second")?);
        let mut cases: Vec<CaseId> = Vec::new();
        for row in self.service.queue(&clinician.actor, None).await?.rows {
            let id = CaseId::parse(&row.id)?;
            if !cases.contains(&id) {
                cases.push(id);
            }
        }
        for (place, id) in cases.iter().enumerate().take(4) {
            match place {
                0 | 1 => {
                    self.service.take_case(id, &clinician).await?;
                    self.service.time_spent(id, &clinician, 15, false).await?;
                }
                2 => {
                    let to = second.actor.account.as_str();
                    let note =
                        "The force was rung back and is who it says. The facts are still to be recorded.";
                    self.service.hand_over(id, &clinician, to, note).await?;
                }
                _ => {
                    let more = "We are neighbours, and our children go to the same school.";
                    self.service.declare_conflict(id, &second, "knows-person", more).await?;
                }
            }
        }
        Ok(())
    }
}
