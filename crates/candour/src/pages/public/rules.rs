//! The rules, from the adopted pack alone.

use crate::web::{frame::Frame, problem::page, session::Visitor};
use askama::Template;
use axum::response::Response;
use casework::codes::{Basis, BasisKind, ItemClass};
use gate::Pack;

/// A basis in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisLine {
    /// What it is called.
    pub name: String,
    /// What it means, in a sentence.
    pub sentence: String,
    /// Where it stands in law.
    pub provision: String,
    /// Whether somebody has checked the provision.
    pub confirmed: bool,
    /// From when it is in force, for people; `None` where no day is confirmed, so that it opens nothing.
    pub since: Option<String>,
}

/// The rules.
#[derive(Debug, Template)]
#[template(path = "public/rules.html")]
pub struct RulesPage {
    /// What stands around it.
    pub frame: Frame,
    /// The pack's id and version.
    pub pack: String,
    /// The pack's digest.
    pub digest: String,
    /// What compels.
    pub compels: Vec<BasisLine>,
    /// Duties that are their holder's own.
    pub duties: Vec<BasisLine>,
    /// What permits.
    pub permits: Vec<BasisLine>,
    /// What is often named and is no basis.
    pub not_a_basis: Vec<BasisLine>,
    /// Items, in order of intrusion.
    pub items: Vec<String>,
    /// What is never given.
    pub never: Vec<String>,
}

/// One part of the rules.
#[derive(Debug)]
pub struct Section<'a> {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it is about.
    pub lead: &'static str,
    /// Its rows.
    pub rows: &'a [BasisLine],
}

impl RulesPage {
    /// The parts, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> [Section<'_>; 4] {
        [
            Section {
                id: "compels",
                title: "What the law compels",
                lead: "An order or notice that is valid on its face is carried out to its letter: what it describes, and nothing else.",
                rows: &self.compels,
            },
            Section {
                id: "duties",
                title: "Duties of one professional",
                lead: "The duty belongs to whoever holds the information. Nobody may veto the report, and nobody may demand it.",
                rows: &self.duties,
            },
            Section {
                id: "permits",
                title: "What the law permits",
                lead: "Where the conditions are met, a named person may disclose. They never have to.",
                rows: &self.permits,
            },
            Section {
                id: "no-basis",
                title: "What is often named, and is no basis",
                lead: "Each of these may matter for something else. None opens a patient’s information.",
                rows: &self.not_a_basis,
            },
        ]
    }

    /// The rules of a pack.
    #[must_use]
    pub fn of(frame: Frame, pack: &Pack) -> Self {
        let lines = |kind: BasisKind| {
            let rows = Basis::ALL.iter().map(|basis| pack.basis(*basis)).filter(|row| row.kind == kind);
            rows.map(|row| BasisLine {
                name: row.name.clone(),
                sentence: sentence(row.code, pack),
                provision: row.provision.to_string(),
                confirmed: row.confirmed,
                since: row.in_force_from.map(|day| day.for_people()),
            })
            .collect()
        };
        let items = |classes: &[ItemClass]| {
            let mut rows: Vec<_> = pack.items().iter().filter(|row| classes.contains(&row.cls)).collect();
            rows.sort_by_key(|row| row.level);
            rows.into_iter().map(|row| row.name.clone()).collect()
        };
        Self {
            frame,
            pack: pack.name(),
            digest: pack.digest().to_owned(),
            compels: lines(BasisKind::Compels),
            duties: lines(BasisKind::PersonalDuty),
            permits: lines(BasisKind::Permits),
            not_a_basis: lines(BasisKind::NotAGateway),
            items: items(&[ItemClass::NoIdentity, ItemClass::Picker]),
            never: items(&[ItemClass::Never]),
        }
    }
}

/// The sentence of a basis; empty where the pack says no more than its name.
fn sentence(basis: Basis, pack: &Pack) -> String {
    let said = pack.sentences().basis(basis);
    if said == basis.as_str() { String::new() } else { said.to_owned() }
}

pub(super) async fn rules(visitor: Visitor) -> Response {
    let frame = visitor.frame("The rules").at("/rules");
    page(&RulesPage::of(frame, visitor.app.service.gate().pack()))
}
