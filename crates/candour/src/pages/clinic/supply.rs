//! Supplying facts: a list of sections, and one form a section.

use super::{
    act,
    area::Area,
    case_href, case_of, case_page, faults,
    fields::{self, Section},
    form, offered,
};
use crate::web::{
    field::Field,
    form::{Form, Posted},
    frame::{Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use gate::Pack;
use service::{error::Fault, views::ClinicCase};

/// A section in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRow {
    /// Its heading.
    pub title: String,
    /// What it is for.
    pub intro: String,
    /// Where it is.
    pub href: String,
    /// Whether anything in it has been recorded.
    pub recorded: bool,
}

/// The sections that a role fills in.
#[derive(Debug, Template)]
#[template(path = "clinic/sections.html")]
pub struct SectionList {
    frame: Frame,
    reference: String,
    rows: Vec<SectionRow>,
}

impl SectionList {
    /// The list for a case.
    #[must_use]
    pub fn new(frame: Frame, area: Area, case: &ClinicCase) -> Self {
        let cancel = format!("{}/cases/{}", area.base(), case.id);
        let rows = fields::supplied(&case.supplies)
            .into_iter()
            .map(|section| SectionRow {
                title: section.title(),
                intro: section.intro(),
                href: format!("{cancel}/facts/{}", section.code),
                recorded: section
                    .pointers()
                    .iter()
                    .any(|at| case.facts.iter().any(|line| line.field == *at && !line.unset)),
            })
            .collect();
        Self {
            frame: frame.back(cancel, ::words::say("case-back")).at(area.base()),
            reference: case.reference.clone(),
            rows,
        }
    }
}

/// The form of a section.
#[derive(Debug, Template)]
#[template(path = "clinic/section.html")]
pub struct SectionPage {
    frame: Frame,
    seal: Seal,
    reference: String,
    intro: String,
    fields: Vec<Field>,
    cancel: String,
}

impl SectionPage {
    /// The form, holding what was typed, with its faults.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        area: Area,
        case: &ClinicCase,
        (section, pack): (&Section, &Pack),
        typed: &Form,
        found: &[Fault],
    ) -> Self {
        let fields = section.fields(typed, pack);
        let faults = form::place(&fields, found);
        let cancel = format!("{}/cases/{}/facts", area.base(), case.id);
        Self {
            frame: Frame { title: section.title(), ..frame }
                .faults(&faults)
                .back(cancel.clone(), ::words::say("case-facts-record"))
                .at(area.base()),
            seal,
            reference: case.reference.clone(),
            intro: section.intro(),
            fields: form::with_faults(fields, &faults),
            cancel,
        }
    }
}

/// The list of sections.
///
/// # Errors
/// As the case page; refused where the service does not offer it.
pub async fn list(area: Area, Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let (_, case) = case_page::read(&reader, &id).await?;
    offered(act::allowed(&case, "supply-facts", 0))?;
    Ok(page(&SectionList::new(reader.frame(::words::say("case-facts-record")), area, &case)))
}

/// One section.
///
/// # Errors
/// As [`list`]; no such page for a section that is not this role's.
pub async fn show(
    area: Area,
    Looking(reader): Looking,
    Path((id, code)): Path<(String, String)>,
) -> PageAnswer {
    let (_, case) = case_page::read(&reader, &id).await?;
    offered(act::allowed(&case, "supply-facts", 0))?;
    let section = own_section(&case, &code)?;
    let typed = section.typed_from(&case.facts_wire);
    Ok(page(&made(&reader, area, &case, section, &typed, &[])))
}

/// Records a section.
///
/// # Errors
/// As the service refuses.
pub async fn send(area: Area, Path((id, code)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    let case_id = case_of(&id)?;
    let section = fields::SECTIONS
        .iter()
        .copied()
        .flatten()
        .find(|section| section.code == code)
        .ok_or(Problem::NoSuchPage)?;
    let found = match section.read(&posted.form, posted.reader.app.service.gate().pack()) {
        Err(found) => found,
        Ok(part) => {
            // Whether the role supplies these fields is the service's to say: it refuses anybody else's.
            match posted.reader.app.service.supply_facts(&case_id, &posted.asked(), &part).await {
                Ok(_) => return Ok(Redirect::to(&case_href(area, &id, "facts")).into_response()),
                Err(error) => faults(error)?,
            }
        }
    };
    let (_, case) = case_page::read(&posted.reader, &id).await?;
    let section = own_section(&case, &code)?;
    Ok(faulty(&made(&posted.reader, area, &case, section, &posted.form, &found)))
}

fn own_section(case: &ClinicCase, code: &str) -> Result<&'static Section, Problem> {
    fields::supplied(&case.supplies)
        .into_iter()
        .find(|section| section.code == code)
        .ok_or(Problem::NoSuchPage)
}

fn made(
    reader: &Reader,
    area: Area,
    case: &ClinicCase,
    section: &Section,
    typed: &Form,
    found: &[Fault],
) -> SectionPage {
    let ground = (section, reader.app.service.gate().pack());
    SectionPage::new(reader.frame(""), reader.seal(), area, case, ground, typed, found)
}
