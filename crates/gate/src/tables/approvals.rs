//! Which approvals a disclosure needs.

use casework::{
    codes::{Approval, NoticeRule},
    verdict::Notice,
};
use serde::Deserialize;

use crate::{
    pack::{BasisRow, Files, Name, PackError, Source},
    truths::{Reader, Scope, Truths},
};

const FILE: &str = "approvals.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    #[serde(default)]
    bases: Vec<Name>,
    #[serde(default)]
    except: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
    among: Option<Name>,
    notice: Option<Name>,
    days_over: Option<u16>,
    #[serde(default)]
    adds: Vec<Name>,
    #[serde(default)]
    takes: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    step: Vec<RawStep>,
}

#[derive(Debug)]
struct Step {
    scope: Scope,
    among: Option<Approval>,
    notice: Option<NoticeRule>,
    days_over: Option<u16>,
    adds: Vec<Approval>,
    takes: Vec<Approval>,
}

/// The table.
#[derive(Debug)]
pub(crate) struct Approvals {
    steps: Vec<Step>,
}

impl Approvals {
    pub(crate) fn read(files: &Files, reader: &mut Reader<'_>) -> Result<Self, PackError> {
        let source = Source { path: FILE, text: files.text(FILE)? };
        let raw: RawTable = files.toml(FILE)?;
        let mut steps = Vec::with_capacity(raw.step.len());
        reader.list("step");
        for step in &raw.step {
            steps.push(Step {
                scope: reader.scope_of_disclosures(&step.bases, &step.except, &step.when, source)?,
                among: step.among.as_ref().map(|name| source.code(name)).transpose()?,
                notice: step.notice.as_ref().map(|name| source.code(name)).transpose()?,
                days_over: step.days_over,
                adds: source.codes(&step.adds)?,
                takes: source.codes(&step.takes)?,
            });
        }
        Ok(Self { steps })
    }

    /// The approvals of a disclosure on a basis, whose notice is known. In no order, some perhaps twice.
    pub(crate) fn of(&self, basis: &BasisRow, notice: &Notice, truths: &Truths<'_>) -> Vec<Approval> {
        let mut needed = basis.approvals.clone();
        for step in self.steps.iter().filter(|step| step.scope.applies(Some(basis.code), truths)) {
            let among = step.among.is_none_or(|approval| needed.contains(&approval));
            let rule = step.notice.is_none_or(|rule| notice.rule() == rule);
            let long = step.days_over.is_none_or(|days| notice.max_days().is_some_and(|max| max > days));
            if among && rule && long {
                needed.retain(|approval| !step.takes.contains(approval));
                needed.extend(&step.adds);
            }
        }
        needed
    }
}
