//! Giving or declining an approval: everything that bears on it on one page, and one answer.

use super::{
    act::{self, Act},
    area::Area,
    case_href, case_of, case_page, faults, form, number, offered, proposal, propose, words,
};
use crate::web::{
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Frame, Link, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use casework::actor::Role;
use service::{
    error::Fault,
    views::{ClinicCase, FactLine, OpenView, ProposalView},
    working::NewApproval,
};

/// The page of one approval.
#[derive(Debug, Template)]
#[template(path = "clinic/approve.html")]
pub struct ApprovePage {
    frame: Frame,
    seal: Seal,
    case: ClinicCase,
    proposal: ProposalView,
    /// The open outcome in today's verdict; none where the gate has closed it since.
    open: Option<OpenView>,
    /// What the person said, as far as it was recorded.
    person_says: Vec<FactLine>,
    /// What this answer does.
    effect: String,
    fields: Vec<Field>,
    /// Instead of this: refuse or return.
    instead: Vec<Link>,
    cancel: String,
}

impl ApprovePage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        (area, role): (Area, Role),
        case: ClinicCase,
        (proposal, approval): (ProposalView, &str),
        typed: &Form,
        found: &[Fault],
    ) -> Self {
        let home = format!("{}/cases/{}", area.base(), case.id);
        let verdict = case.verdict.iter().flat_map(|verdict| verdict.open.iter());
        let same = |open: &&OpenView| open.outcome == proposal.outcome && open.basis == proposal.basis;
        let open = verdict.clone().find(same).cloned();
        let may_propose = act::allowed(&case, "propose", 0);
        let instead = verdict
            .filter(|open| may_propose && role == Role::Guardian && open.outcome != proposal.outcome)
            .filter(|open| matches!(open.outcome.code.as_str(), "refuse" | "return"))
            .map(|open| Link::new(propose::href(&format!("{home}/propose"), open), propose::name(open)))
            .collect();
        let fields: Vec<Field> =
            fields(&proposal).into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let placed = form::place(&fields, found);
        Self {
            frame: Frame { title: words::approval(approval), ..frame }
                .faults(&placed)
                .back(home.clone(), ::words::say("case-back"))
                .at(area.base()),
            seal,
            open,
            person_says: person_says(&case),
            effect: effect(&case, &proposal, role),
            fields: form::with_faults(fields, &placed),
            instead,
            cancel: home,
            proposal,
            case,
        }
    }

    /// Whether the gate asks for something else today than when this was proposed, so that it has to be read again.
    #[must_use]
    pub fn differs(&self) -> bool {
        let proposal = &self.proposal;
        self.open.as_ref().is_some_and(|open| {
            open.conditions != proposal.conditions
                || open.after != proposal.after
                || open.notice != proposal.notice
                || open.approvals.iter().ne(proposal.approvals.iter().map(|approval| &approval.approval))
                || open.deferral_refused.is_some()
        })
    }
}

fn fields(proposal: &ProposalView) -> Vec<Field> {
    let gives = proposal.outcome.code == "disclose";
    let yes =
        if gives { ::words::say("case-approve-yes-disclosed") } else { ::words::say("case-approve-yes") };
    let no = ::words::say("case-approve-no");
    vec![
        Field::radios(
            "agree",
            ::words::say("case-approve-answer"),
            vec![Choice::new("yes", yes), Choice::new("no", no)],
        ),
        Field::area("reasons", ::words::say("case-approve-reasons"), 5)
            .hint(::words::say("case-approve-reasons-hint")),
    ]
}

/// What the answer does, so that nobody decides unawares.
fn effect(case: &ClinicCase, proposal: &ProposalView, role: Role) -> String {
    let settles = matches!(proposal.outcome.code.as_str(), "refuse" | "return");
    let last = proposal.approvals.iter().filter(|approval| approval.state == "waiting").count() <= 1;
    if settles {
        ::words::say("case-effect-settles")
    } else if case.origin == "duty-holder" {
        ::words::say("case-effect-duty")
    } else if role == Role::Guardian {
        ::words::say("case-effect-decides")
    } else if last {
        ::words::say("case-effect-last")
    } else {
        ::words::say("case-effect-one-of-several")
    }
}

/// What the person said and could decide, as far as it was recorded.
fn person_says(case: &ClinicCase) -> Vec<FactLine> {
    const SAID: &[&str] = &["/consent", "/person/capacity", "/person/child_competence", "/representative"];
    let said = |line: &&FactLine| SAID.iter().any(|at| line.field.starts_with(at));
    case.facts
        .iter()
        .filter(said)
        .filter(|line| !line.unset || line.field == "/consent/status")
        .cloned()
        .collect()
}

/// The page of an approval.
///
/// # Errors
/// As the case page; refused where the service does not ask this reader for it.
pub async fn show(
    area: Area,
    Looking(reader): Looking,
    Path((id, n, approval)): Path<(String, String, String)>,
) -> PageAnswer {
    let n = number(&n)?;
    let (_, case) = case_page::read(&reader, &id).await?;
    let asked = Act { code: "approve".to_owned(), n, approval: Some(approval.clone()) };
    proposal(&case, n)?;
    offered(act::acts(&case).contains(&asked))?;
    Ok(page(&made(&reader, area, case, n, &approval, &Form::default(), &[])?))
}

/// Records the answer.
///
/// # Errors
/// As the service refuses.
pub async fn send(
    area: Area,
    Path((id, n, approval)): Path<(String, String, String)>,
    posted: Posted,
) -> PageAnswer {
    let n = number(&n)?;
    let case_id = case_of(&id)?;
    let form = &posted.form;
    let found = match form.text("agree") {
        agree @ ("yes" | "no") => {
            let new = NewApproval {
                approval: approval.clone(),
                agree: agree == "yes",
                reasons: form.text("reasons").to_owned(),
                by_telephone: None,
            };
            match posted.reader.app.service.approve(&case_id, &posted.asked(), n, &new).await {
                Ok(_) => return Ok(Redirect::to(&case_href(area, &id, "approve")).into_response()),
                Err(error) => faults(error)?,
            }
        }
        _ => {
            let mut found = vec![Fault::new("/agree", ::words::say("case-choose-one"))];
            if form.said("reasons").is_none() {
                found.push(Fault::new("/reasons", ::words::say("case-write-something")));
            }
            found
        }
    };
    let (_, case) = case_page::read(&posted.reader, &id).await?;
    Ok(faulty(&made(&posted.reader, area, case, n, &approval, form, &found)?))
}

fn made(
    reader: &Reader,
    area: Area,
    case: ClinicCase,
    n: u32,
    approval: &str,
    typed: &Form,
    found: &[Fault],
) -> Result<ApprovePage, Problem> {
    let proposal = proposal(&case, n)?.clone();
    let role = reader.actor.role;
    Ok(ApprovePage::new(
        reader.frame(""),
        reader.seal(),
        (area, role),
        case,
        (proposal, approval),
        typed,
        found,
    ))
}
