//! Proposing an outcome that the gate has left open: choose it, fill in one form, look at it, send it.

mod fields;

use super::{
    act,
    area::Area,
    case_href, case_of, case_page, faults, form,
    look_over::{LookOver, look_over},
    offered, words,
};
use crate::web::{
    field::Field,
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
use serde_json::Value;
use service::{
    error::Fault,
    views::{ClinicCase, DisclosedItem, OpenView},
    working::ItemReason,
};

pub use fields::Chosen;
#[cfg(test)]
pub(in crate::pages::clinic) use fields::check;

/// Where the form of an open outcome is, below the address of the choice.
#[must_use]
pub fn href(base: &str, open: &OpenView) -> String {
    match &open.basis {
        Some(basis) => format!("{base}/{}/{}", open.outcome.code, basis.code),
        None => format!("{base}/{}", open.outcome.code),
    }
}

/// An open outcome in a few words.
#[must_use]
pub fn name(open: &OpenView) -> String {
    match &open.basis {
        Some(basis) => format!("{}: {}", open.outcome.name, basis.name),
        None => open.outcome.name.clone(),
    }
}

/// The choice among what is open.
#[derive(Debug, Template)]
#[template(path = "clinic/outcomes.html")]
pub struct Outcomes {
    frame: Frame,
    reference: String,
    open: Vec<Link>,
}

impl Outcomes {
    /// The choice for a case.
    #[must_use]
    pub fn new(frame: Frame, area: Area, case: &ClinicCase) -> Self {
        let home = format!("{}/cases/{}", area.base(), case.id);
        let open = case.verdict.iter().flat_map(|verdict| verdict.open.iter());
        Self {
            open: open.map(|open| Link::new(href(&format!("{home}/propose"), open), name(open))).collect(),
            frame: frame.back(home, ::words::say("propose-back")).at(area.base()),
            reference: case.reference.clone(),
        }
    }
}

/// The form of a proposal.
#[derive(Debug, Template)]
#[template(path = "clinic/propose.html")]
pub struct ProposePage {
    frame: Frame,
    seal: Seal,
    reference: String,
    /// What is asked, so that no more is given than answers it.
    question: String,
    open: OpenView,
    /// What is given: items or advice.
    what: Vec<Field>,
    /// Why: necessity and proportionality.
    why: Vec<Field>,
    /// How the person is told.
    telling: Vec<Field>,
    cancel: String,
}

impl ProposePage {
    /// The form, holding what was typed, with its faults.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        area: Area,
        (case, open): (&ClinicCase, &OpenView),
        typed: &Form,
        found: &[Fault],
    ) -> Self {
        let fill = |fields: Vec<Field>| -> Vec<Field> {
            fields.into_iter().map(|field| field.filled(&|name| typed.all(name))).collect()
        };
        let parts = [fields::what(open), fields::why(open), fields::telling(open)].map(fill);
        let placed = form::place(&parts.concat(), found);
        let [what, why, telling] = parts.map(|fields| form::with_faults(fields, &placed));
        let home = format!("{}/cases/{}", area.base(), case.id);
        let title = ::words::phrase("propose-form-title")
            .with("outcome", super::act::lower(&open.outcome.name))
            .say();
        Self {
            frame: Frame { title, ..frame }
                .faults(&placed)
                .back(format!("{home}/propose"), ::words::say("propose-title"))
                .at(area.base()),
            seal,
            reference: case.reference.clone(),
            question: case.question.clone(),
            // What may be disclosed stands once on the page: where it is chosen.
            open: match open.outcome.code.as_str() {
                "disclose" => OpenView { items: Vec::new(), ..open.clone() },
                _ => open.clone(),
            },
            what,
            why,
            telling,
            cancel: home,
        }
    }
}

/// The proposal as it would be recorded, to look at before it is.
#[derive(Debug, Template)]
#[template(path = "clinic/preview.html")]
pub struct Preview {
    frame: Frame,
    seal: Seal,
    reference: String,
    open: OpenView,
    content: Vec<DisclosedItem>,
    advice: Option<String>,
    /// What in the advice has to be read again before it leaves.
    over: Option<LookOver>,
    /// Why each item is needed: for whoever decides, apart from what the officer reads.
    reasons: Vec<ItemReason>,
    necessity: String,
    proportionality: String,
    telling: Vec<String>,
    download: bool,
    /// Everything that was typed, to be sent on.
    typed: Vec<(String, String)>,
}

impl Preview {
    /// The preview of what was typed.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        area: Area,
        case: &ClinicCase,
        open: &OpenView,
        chosen: &Chosen,
    ) -> Self {
        let text = |code: &str| {
            chosen.new.content.get(code).and_then(|text| text.as_str()).unwrap_or_default().to_owned()
        };
        let reason = |code: &str| {
            let reasons = chosen.new.reasons.as_ref();
            reasons.and_then(|said| said.get(code)).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let items = chosen.new.items.iter().flatten();
        let known = |code: &String| open.items.iter().find(|item| item.code == *code);
        let reasons = items
            .clone()
            .filter_map(|code| Some(ItemReason { item: known(code)?.clone(), reason: reason(code) }))
            .collect();
        let content = items
            .filter_map(|code| {
                let item = known(code)?;
                // By the function that makes what is sealed, so that this is what the officer reads.
                let made = service::redaction::shown("", &text(code)).ok()?;
                Some(DisclosedItem { item: item.clone(), text: made.shown })
            })
            .collect();
        Self {
            // No link back: it would lose what was typed. Changing it is a button.
            frame: Frame { title: ::words::say("propose-preview-title"), ..frame }.at(area.base()),
            seal,
            reference: case.reference.clone(),
            open: open.clone(),
            content,
            over: (open.outcome.code == "advise").then(|| look_over(case, &text("advice"), "")).flatten(),
            advice: (open.outcome.code == "advise").then(|| text("advice")),
            reasons,
            necessity: chosen.new.necessity.clone(),
            proportionality: chosen.new.proportionality.clone(),
            telling: fields::telling_words(open, chosen),
            download: chosen.new.download,
            typed: chosen.typed.clone(),
        }
    }
}

/// The choice.
///
/// # Errors
/// As the case page; refused where the service does not offer it.
pub async fn choose(area: Area, Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let (_, case) = case_page::read(&reader, &id).await?;
    offered(act::allowed(&case, "propose", 0))?;
    Ok(page(&Outcomes::new(reader.frame(::words::say("propose-title")), area, &case)))
}

/// The form of an outcome without a basis.
///
/// # Errors
/// As [`choose`]; refused where the gate has closed the outcome.
pub async fn show(area: Area, looking: Looking, Path((id, outcome)): Path<(String, String)>) -> PageAnswer {
    show_form(area, looking, id, &outcome, None).await
}

/// The form of an outcome with a basis.
///
/// # Errors
/// As [`show`].
pub async fn show_basis(
    area: Area,
    looking: Looking,
    Path((id, outcome, basis)): Path<(String, String, String)>,
) -> PageAnswer {
    show_form(area, looking, id, &outcome, Some(&basis)).await
}

/// Previews, changes or records a proposal without a basis.
///
/// # Errors
/// As the service refuses.
pub async fn send(area: Area, Path((id, outcome)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    take(area, id, &outcome, None, posted).await
}

/// Previews, changes or records a proposal with a basis.
///
/// # Errors
/// As the service refuses.
pub async fn send_basis(
    area: Area,
    Path((id, outcome, basis)): Path<(String, String, String)>,
    posted: Posted,
) -> PageAnswer {
    take(area, id, &outcome, Some(&basis), posted).await
}

async fn show_form(
    area: Area,
    Looking(reader): Looking,
    id: String,
    outcome: &str,
    basis: Option<&str>,
) -> PageAnswer {
    let (_, case) = case_page::read(&reader, &id).await?;
    offered(act::allowed(&case, "propose", 0))?;
    let open = find(&case, outcome, basis)?;
    Ok(page(&made(&reader, area, &case, open, &Form::default(), &[])))
}

async fn take(area: Area, id: String, outcome: &str, basis: Option<&str>, posted: Posted) -> PageAnswer {
    let case_id = case_of(&id)?;
    let reader = &posted.reader;
    if posted.form.text("do") == "send" {
        let new = fields::read(outcome, basis, &posted.form);
        return match reader.app.service.propose(&case_id, &posted.asked(), &new.new).await {
            Ok(_) => Ok(Redirect::to(&case_href(area, &id, "propose")).into_response()),
            Err(error) => {
                let found = faults(error)?;
                let (_, case) = case_page::read(reader, &id).await?;
                let open = find(&case, outcome, basis)?;
                Ok(faulty(&made(reader, area, &case, open, &posted.form, &found)))
            }
        };
    }
    let (_, case) = case_page::read(reader, &id).await?;
    offered(act::allowed(&case, "propose", 0))?;
    let open = find(&case, outcome, basis)?;
    if posted.form.text("do") == "change" {
        return Ok(page(&made(reader, area, &case, open, &posted.form, &[])));
    }
    let today = reader.app.service.now().day();
    match fields::check(open, &posted.form).and_then(|chosen| fields::in_time(open, chosen, today)) {
        Ok(chosen) => Ok(page(&Preview::new(reader.frame(""), reader.seal(), area, &case, open, &chosen))),
        Err(found) => Ok(faulty(&made(reader, area, &case, open, &posted.form, &found))),
    }
}

/// The open outcome of an address.
fn find<'a>(case: &'a ClinicCase, outcome: &str, basis: Option<&str>) -> Result<&'a OpenView, Problem> {
    case.verdict
        .iter()
        .flat_map(|verdict| verdict.open.iter())
        .find(|open| open.outcome.code == outcome && open.basis.as_ref().map(|b| b.code.as_str()) == basis)
        .ok_or_else(|| Problem::Refused(::words::say("propose-not-open")))
}

fn made(
    reader: &Reader,
    area: Area,
    case: &ClinicCase,
    open: &OpenView,
    typed: &Form,
    found: &[Fault],
) -> ProposePage {
    ProposePage::new(reader.frame(""), reader.seal(), area, (case, open), typed, found)
}
