//! What a clinic does on an ordinary day beside deciding: stand back from a case, take it, hand it over, note the time.

use crate::{
    accounts::actor_of,
    dates::ForReaders as _,
    engine::{Asked, Loaded, Service},
    error::{Answer, Fault, ServiceError},
    ports::AccountRow,
    referrals::decided,
    text::Text,
    views::{Colleague, ConflictView},
    working::text,
};
use casework::{
    actor::{Actor, Place, Role},
    case::{Case, WorkDone},
    command::Command,
    conflict::ConflictKind,
    conversation::Means,
    decide,
    id::{AccountId, CaseId},
    refusal::Refusal,
};
use serde_json::{Value, json};

impl Service {
    /// The case of a reference, for somebody whom it may concern: nothing of it is shown, so that nothing is read.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`], alike for an unknown one and for one that is none of theirs.
    pub async fn case_called(&self, actor: &Actor, reference: &str) -> Answer<CaseId> {
        let wanted = crate::search::reference(reference);
        match self.parts.store.case_by_reference(&wanted).await? {
            Some(row) if row.may_concern(actor) => Ok(row.case),
            _ => Err(Refusal::NoSuchCase.into()),
        }
    }

    /// What a case is called, for somebody whom it may concern; likewise no reading.
    ///
    /// # Errors
    /// As the store's.
    pub async fn reference_of(&self, actor: &Actor, id: &CaseId) -> Answer<Option<String>> {
        let row = self.parts.store.case_row(id).await?;
        Ok(row.filter(|row| row.may_concern(actor)).map(|row| row.reference))
    }

    /// Somebody declares a conflict of interest: from then on the case is closed to them.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn declare_conflict(&self, id: &CaseId, asked: &Asked, why: &str, more: &str) -> Answer<Value> {
        let why = ConflictKind::parse(why).ok_or_else(|| {
            ServiceError::Invalid(vec![Fault::new("/why", ::words::say("refusal-expected-one-of-these"))])
        })?;
        let more = match more.trim() {
            "" => None,
            said => Some(text("/text", said)?),
        };
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let text = match &more {
                    Some(more) => Some(stage.text(more.as_str())?),
                    None => None,
                };
                decided(loaded, &Command::DeclareConflict { why, text }, ctx)
            },
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str()}),
        )
        .await
    }

    /// The guardian withdraws a declared conflict.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] without reasons.
    pub async fn withdraw_conflict(
        &self,
        id: &CaseId,
        asked: &Asked,
        n: u32,
        reasons: &str,
    ) -> Answer<Value> {
        let reasons = text("/reasons", reasons)?;
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let reasons = stage.text(reasons.as_str())?;
                decided(loaded, &Command::WithdrawConflict { n, reasons }, ctx)
            },
            |case| json!({"id": case.id.as_str(), "n": n}),
        )
        .await
    }

    /// A clinician takes a case. Nobody else is locked out by it.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn take_case(&self, id: &CaseId, asked: &Asked) -> Answer<Value> {
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &Command::Take, ctx),
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str()}),
        )
        .await
    }

    /// A clinician hands a case to a colleague, or back to the queue where `to` is empty.
    ///
    /// # Errors
    /// As the domain refuses; [`ServiceError::Invalid`] with every fault.
    pub async fn hand_over(&self, id: &CaseId, asked: &Asked, to: &str, note: &str) -> Answer<Value> {
        let mut faults = Vec::new();
        let note = Text::parse("/note", note).map_err(|fault| faults.push(fault)).ok();
        let to = match to.trim() {
            "" => None,
            typed => match self.colleague(typed).await? {
                Some(row) => Some(actor_of(&row)),
                None => {
                    faults.push(Fault::new("/to", ::words::say("refusal-expected-colleague")));
                    None
                }
            },
        };
        let (Some(note), true) = (note, faults.is_empty()) else {
            return Err(ServiceError::Invalid(faults));
        };
        self.run(
            id,
            asked,
            |loaded, stage, ctx| {
                let note = stage.text(note.as_str())?;
                decided(loaded, &Command::HandOver { to: to.clone(), note }, ctx)
            },
            |case| json!({"id": case.id.as_str(), "reference": case.reference.as_str()}),
        )
        .await
    }

    /// Time spent on a case, or taken back where it was a slip.
    ///
    /// # Errors
    /// As the domain refuses.
    pub async fn time_spent(
        &self,
        id: &CaseId,
        asked: &Asked,
        minutes: u32,
        taken_back: bool,
    ) -> Answer<Value> {
        let command =
            if taken_back { Command::TakeTimeBack { minutes } } else { Command::SpendTime { minutes } };
        self.run(
            id,
            asked,
            |loaded, _, ctx| decided(loaded, &command, ctx),
            |case| json!({"id": case.id.as_str(), "minutes": recorded(case)}),
        )
        .await
    }

    /// An active clinician's account, by its identifier or sign-in name.
    async fn colleague(&self, typed: &str) -> Answer<Option<AccountRow>> {
        let by_id = match AccountId::parse(typed) {
            Ok(id) => self.parts.store.account(&id).await?,
            Err(_) => None,
        };
        let row = match by_id {
            Some(row) => Some(row),
            None => self.parts.store.account_by_name(typed).await?,
        };
        Ok(row.filter(|row| row.active && row.role == Role::Clinician))
    }

    /// To whom a clinician could hand a case; nobody for other roles.
    pub(crate) async fn colleagues(&self, case: &Case, actor: &Actor) -> Answer<Vec<Colleague>> {
        if actor.role != Role::Clinician {
            return Ok(Vec::new());
        }
        let own = Place::Unit(case.unit.clone());
        let mut found: Vec<Colleague> = self
            .parts
            .store
            .accounts()
            .await?
            .into_iter()
            .filter(|row| row.active && row.role == Role::Clinician && row.place == own)
            .filter(|row| row.account != actor.account && !case.bars(&row.individual))
            .map(|row| Colleague { id: row.account.to_string(), title: row.title })
            .collect();
        found.sort_by(|one, other| one.title.cmp(&other.title));
        Ok(found)
    }

    /// The declared conflicts of a case. Why somebody stands back is for those who answer for it.
    pub(crate) async fn conflict_views(&self, loaded: &Loaded, actor: &Actor) -> Answer<Vec<ConflictView>> {
        let mut found = Vec::new();
        let reads = hears_why(actor);
        for (n, conflict) in (1_u32..).zip(&loaded.case.conflicts) {
            let text = match &conflict.text {
                Some(blob) if reads => Some(self.text_of(&loaded.case.id, &loaded.keys, blob).await?),
                _ => None,
            };
            found.push(ConflictView {
                n,
                who: self.who(&conflict.by).await?,
                at: conflict.at.for_readers(),
                why: reads.then(|| crate::words::conflict(conflict.why)),
                text,
                withdrawn: conflict.withdrawn,
            });
        }
        Ok(found)
    }
}

/// Whether a reader hears why somebody stands back: the guardian, who may withdraw it, and the reviewer. To colleagues it
/// would tell who knows or treats the person.
pub(crate) const fn hears_why(actor: &Actor) -> bool {
    matches!(actor.role, Role::Guardian | Role::Reviewer)
}

/// How many minutes are recorded in a case.
pub(crate) fn recorded(case: &Case) -> u32 {
    case.time.iter().map(|(_, minutes)| minutes).sum()
}

/// With whom a case is, in a code: to clinicians alone.
pub(crate) fn held(holder: Option<&AccountId>, actor: &Actor) -> Option<String> {
    let code = match holder {
        _ if actor.role != Role::Clinician => return None,
        None => "nobody",
        Some(holder) if *holder == actor.account => "own",
        Some(_) => "colleague",
    };
    Some(code.to_owned())
}

/// What this reader can do here beside deciding.
pub(crate) fn acts(case: &Case, actor: &Actor, add: &mut impl FnMut(&str)) {
    let open = case.phase != casework::case::Phase::Closed;
    if open && actor.role == Role::Clinician {
        if case.holder.as_ref().is_none_or(|holder| holder.account != actor.account) {
            add("take");
        }
        add("hand-over");
    }
    let works = matches!(
        actor.role,
        Role::Clinician | Role::SecondClinician | Role::Guardian | Role::Safeguarding | Role::Legal
    );
    if open && works {
        add("record-call");
        add("time");
        if case.time.iter().any(|(by, _)| by.account == actor.account) {
            add("time-back");
        }
    }
    if case.opened_by.individual != actor.individual && decide::reads_as_clinic(case, actor) {
        add("conflict");
    }
    if actor.role == Role::Guardian {
        for (n, conflict) in (1_u32..).zip(&case.conflicts) {
            if !conflict.withdrawn {
                add(&format!("withdraw-conflict:{n}"));
            }
        }
    }
}

/// What was done about who works on a case, as the person hears it.
#[must_use]
pub(crate) fn work_for_person(done: WorkDone) -> String {
    match done {
        WorkDone::StoodBack => ::words::say("view-work-stood-back"),
        WorkDone::LetBack => ::words::say("view-work-let-back"),
        WorkDone::Took => ::words::say("view-work-took"),
        WorkDone::HandedOver => ::words::say("view-work-handed-over"),
        WorkDone::Worked(minutes) => ::words::phrase("view-work-worked").with("minutes", minutes).say(),
        WorkDone::TookBack(minutes) => ::words::phrase("view-work-took-back").with("minutes", minutes).say(),
        WorkDone::NamedRecipient => ::words::say("view-work-named-recipient"),
        WorkDone::Spoke(Means::Telephone) => ::words::say("view-work-call"),
        WorkDone::Spoke(Means::Meeting) => ::words::say("view-work-meeting"),
    }
}
