//! Further invented cases beside the published ones, all at London, so that every role's queue holds something and
//! every state can be seen: the published ones reach most states, and not all.

use super::{
    accounts::{Afterwards, LEFT, ToRead},
    history::{History, may_open, proposal},
};
use anyhow::Context as _;
use casework::{
    breach::NUMBERS_FROM,
    codes::{Approval, Outcome},
    facts::Facts,
    id::CaseId,
    time::HOUR,
    verdict::OpenOutcome,
};
use serde_json::{Value, json};
use service::{
    breaches::{NewBreach, NewCommissioner},
    working::NewApproval,
};

/// How far such a case is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// Proposed: everybody who approves is waited for.
    Proposed,
    /// Only the last approval is waited for.
    LastWaits,
    /// Decided, and told or put off as the rule says.
    Decided,
    /// An emergency: the guardian agreed by telephone.
    ByTelephone,
    /// Sent back for what is missing.
    Returned,
    /// Read by the officer, then recalled.
    ReadAnd(Afterwards),
    /// Decided, and two breaches recorded in it: one that nobody has decided about, one that was decided.
    Breached,
    /// Taken back by the officer.
    Withdrawn,
    /// Refused, told and closed.
    Closed,
    /// Asked by somebody who has left since: decided, and so to be read by nobody, or not considered yet.
    LeftBehind { decided: bool },
}

/// Whose facts a case borrows, what it is called, and how far it goes.
const CASES: [(&str, &str, Goal); 14] = [
    ("CV-50", "Seventeen-year-old brought in with a stab wound, says nothing", Goal::Proposed),
    ("CV-26", "Coroner asks for the records of a man found in the river", Goal::Proposed),
    ("CV-05", "Second knife wound in a week, and the attacker named by police", Goal::LastWaits),
    ("CV-56", "Strategy meeting about a toddler's unexplained fits", Goal::LastWaits),
    ("CV-56", "Strategy meeting about a boy kept from school as ill", Goal::Decided),
    ("CV-56", "Strategy meeting about a girl of 4 with burns", Goal::Breached),
    ("CV-41", "Patient missing from the ward tonight, a letter left behind", Goal::ByTelephone),
    ("CV-44", "Marked as an emergency, about something last month", Goal::Returned),
    ("CV-48", "Girl of 15 agrees that her injuries may be described", Goal::ReadAnd(Afterwards::Recalled)),
    ("CV-48", "Boy of 15 agrees that his injuries may be described", Goal::ReadAnd(Afterwards::Kept)),
    ("CV-02", "Man in custody after a fight, released before anybody answered", Goal::Withdrawn),
    ("CV-28", "Asks to hear whenever somebody misses an appointment", Goal::Closed),
    ("CV-48", "Girl of 15 agrees that her bruises may be described", Goal::LeftBehind { decided: true }),
    ("CV-02", "Man in custody after a fight outside a station", Goal::LeftBehind { decided: false }),
];

/// A report by a health worker that came back to them.
const RETURNED_REPORT: (&str, &str, Goal) =
    ("CV-59", "A patient of 15 speaks of hurting a classmate", Goal::Returned);

/// Their numbers begin here, apart from those of the published cases.
const FIRST_NUMBER: usize = 400;

impl History<'_> {
    /// Makes them, in the hours before now.
    pub(super) async fn further(&mut self, vignettes: &[Value], seed: u64) -> anyhow::Result<()> {
        for (place, (like, title, goal)) in CASES.iter().chain([&RETURNED_REPORT]).enumerate() {
            let vignette = vignettes
                .iter()
                .find(|vignette| vignette.get("id").and_then(Value::as_str) == Some(like))
                .with_context(|| format!("there is no published case {like}"))?;
            let facts = Facts::from_value(vignette.get("facts").context("a case without facts")?)
                .map_err(|fault| anyhow::anyhow!("{}: {}", fault.at, fault.expected))?;
            self.one(FIRST_NUMBER + 4 * place, seed, title, &facts, *goal)
                .await
                .with_context(|| format!("the further case \"{title}\""))?;
        }
        self.has_left().await
    }

    /// Closes the account of whoever has left: nothing signs in to it any more, and what they asked waits for somebody else.
    async fn has_left(&mut self) -> anyhow::Result<()> {
        let (administrator, left) = (self.asked("administrator")?.actor, self.asked(LEFT)?.actor);
        let why = "They have left the force.";
        self.service
            .close_account(&administrator, &left.account, why)
            .await
            .with_context(|| format!("the account `{LEFT}` cannot be closed"))?;
        self.made.accounts.remove(LEFT);
        Ok(())
    }

    async fn one(
        &mut self,
        number: usize,
        seed: u64,
        title: &str,
        facts: &Facts,
        goal: Goal,
    ) -> anyhow::Result<()> {
        self.clock.advance(60);
        let officer = if matches!(goal, Goal::LeftBehind { .. }) { LEFT } else { "officer" };
        let id = self.receive_from(officer, (number, seed), &json!({ "title": title }), facts, 0).await?;
        match goal {
            Goal::Withdrawn => {
                self.service.withdraw_referral(&id, &self.asked(officer)?).await?;
                return Ok(());
            }
            Goal::LeftBehind { decided: false } => return Ok(()),
            _ => {}
        }
        self.consider(&id, 0, facts).await?;
        let verdict = self.service.verdict_of(&id).await?.context("a referral without a verdict")?;
        let chosen = match goal {
            Goal::Returned => verdict.outcome(Outcome::Return),
            Goal::Closed => verdict.outcome(Outcome::Refuse),
            _ => verdict.open().iter().find(|open| open.outcome() == Outcome::Disclose),
        }
        .context("the outcome is closed")?;
        if matches!(goal, Goal::ReadAnd(_) | Goal::Closed | Goal::LeftBehind { .. }) {
            self.safe_route(&id, &self.asked("clinician")?, number).await?;
        }
        let n = self.propose_now(&id, chosen).await?;
        match goal {
            Goal::Proposed | Goal::Withdrawn => return Ok(()),
            Goal::ByTelephone => self.agreed_by_telephone(&id, n, chosen).await?,
            Goal::LastWaits => self.approve_all(&id, n, 0, chosen, true).await?,
            Goal::Decided
            | Goal::Breached
            | Goal::Returned
            | Goal::ReadAnd(_)
            | Goal::Closed
            | Goal::LeftBehind { .. } => {
                self.approve_all(&id, n, 0, chosen, false).await?;
            }
        }
        self.service.tick_case(&id).await?;
        match goal {
            Goal::ReadAnd(afterwards) => {
                let case = id.to_string();
                self.made.to_read.push(ToRead { case, n, account: "officer".to_owned(), afterwards });
            }
            Goal::Breached => self.breaches(&id).await?,
            // An emergency waits for no witness.
            Goal::ByTelephone => {
                self.service.release_ready(&id).await?;
            }
            Goal::Closed => {
                let why = "The person was told, and nothing is left to do.";
                self.service.close(&id, &self.asked("clinician")?, why).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// The record of another girl was opened; and somebody looked who had no reason to, which was decided.
    async fn breaches(&self, id: &CaseId) -> anyhow::Result<()> {
        let (clinician, officer) = (self.asked("clinician")?, self.asked("data-protection-officer")?);
        let guardian = self.asked("guardian")?;
        let now = self.service.now();
        let mut new = NewBreach {
            kind: "wrong-person".to_owned(),
            disclosure: None,
            happened: Some(now.plus(-HOUR / 2)),
            aware: Some(now.plus(-HOUR / 4)),
            what: "The record of a girl with the same name at another address was opened first. Nothing was written down and nothing left.".to_owned(),
            people: Some(1),
        };
        self.service.report_breach(id, &clinician, &new).await?;
        let advice = "Health information of a child, seen by one clinician for a minute. A risk is unlikely; her parents can be told without harm to this case.";
        self.service.note_breach(id, &officer, NUMBERS_FROM, "advice", advice).await?;
        "seen-without-reason".clone_into(&mut new.kind);
        "A student on the ward opened the page of this case at the nurse's desk.".clone_into(&mut new.what);
        self.service.report_breach(id, &officer, &new).await?;
        let n = NUMBERS_FROM + 1;
        let done = "The student was spoken with; the desk now locks after a minute.";
        self.service.note_breach(id, &clinician, n, "measure", done).await?;
        let reasons =
            "The student is bound by confidence, told nobody and has forgotten the name.".to_owned();
        let decision = NewCommissioner::NotReportable { reasons };
        self.service.decide_commissioner(id, &guardian, n, &decision).await?;
        let why =
            "A high risk is unlikely, and telling now would alarm a family in an enquiry about a child.";
        self.service.decide_telling(id, &guardian, n, false, why).await?;
        Ok(())
    }

    pub(super) async fn propose_now(&self, id: &CaseId, chosen: &OpenOutcome) -> anyhow::Result<u32> {
        let clinician = self.asked("clinician")?;
        if chosen.outcome() == Outcome::Disclose && may_open(chosen) {
            self.service.open_record(id, &clinician, "To find the least that answers the question.").await?;
            self.clock.advance(300);
        }
        let made = self.service.propose(id, &clinician, &proposal(chosen, self.service.now())).await?;
        self.clock.advance(300);
        let n = made.get("n").and_then(Value::as_u64).context("a proposal without a number")?;
        Ok(u32::try_from(n)?)
    }

    /// Everybody approves in their own account but the guardian, who agreed by telephone an instant ago.
    pub(super) async fn agreed_by_telephone(
        &self,
        id: &CaseId,
        n: u32,
        chosen: &OpenOutcome,
    ) -> anyhow::Result<()> {
        self.approve_all(id, n, 0, chosen, true).await?;
        let approval = NewApproval {
            approval: Approval::OnCallGuardianDeputyThenReviewWithin24h.as_str().to_owned(),
            agree: true,
            reasons:
                "Told of the letter and of how long ago it was found; agreed that police must know where to look."
                    .to_owned(),
            by_telephone: Some(("guardian".to_owned(), self.service.now())),
        };
        self.service.approve(id, &self.asked("clinician")?, n, &approval).await?;
        Ok(())
    }
}

/// How long before now they begin: each of the fifteen takes up to 45 minutes of the set clock.
pub(super) const TAKES: i64 = 12 * HOUR;
