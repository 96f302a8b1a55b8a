//! How and when the person is told, and whether that may be put off.

use casework::{
    codes::{Basis, Code, Ground, NoticeRule, Reason},
    facts::Facts,
};
use serde::Deserialize;

use crate::{
    pack::{BasisSet, Files, Name, PackError, Source},
    truths::{Ending, Reader, Scope, Truths},
};

const FILE: &str = "notice.toml";

/// Longest hold, in days (verdict.schema.json).
const DAYS_MAX: u16 = 28;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    rule: Name,
    #[serde(default)]
    outcomes: Vec<Name>,
    #[serde(default)]
    bases: Vec<Name>,
    #[serde(default)]
    except: Vec<Name>,
    #[serde(default)]
    deferral: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
    ground: Option<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDays {
    days: u16,
    #[serde(default)]
    bases: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRefusal {
    code: Name,
    #[serde(default)]
    bases: Vec<Name>,
    #[serde(default)]
    grounds: Vec<Name>,
    #[serde(default)]
    when: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGround {
    ground: Name,
    #[serde(default)]
    when: Vec<Name>,
    days: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    rule: Vec<RawRule>,
    hold: Vec<RawDays>,
    refusal: Vec<RawRefusal>,
    ground: Vec<RawGround>,
    cap: Vec<RawDays>,
}

#[derive(Debug)]
struct Rule {
    rule: NoticeRule,
    /// Empty for every outcome.
    outcomes: Vec<Ending>,
    scope: Scope,
    /// Empty where no ground need hold.
    deferral: Vec<Ground>,
    ground: Option<Ground>,
}

#[derive(Debug)]
struct Days {
    days: u16,
    scope: Scope,
}

#[derive(Debug)]
struct Refusal {
    code: Reason,
    scope: Scope,
    /// Empty for every ground.
    grounds: Vec<Ground>,
}

#[derive(Debug)]
struct GroundRow {
    ground: Ground,
    scope: Scope,
    days: Option<u16>,
}

/// The table.
#[derive(Debug)]
pub(crate) struct NoticeRules {
    rules: Vec<Rule>,
    holds: Vec<Days>,
    refusals: Vec<Refusal>,
    grounds: Vec<GroundRow>,
    caps: Vec<Days>,
}

/// What becomes of a deferral on one outcome.
enum Deferral {
    NotAsked,
    Refused(Reason),
    /// The ground holds, for so many days at most; without days, as another rule says.
    Holds(Ground, Option<u16>),
}

/// A notice whose reason for refusing a deferral has no law yet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) rule: NoticeRule,
    pub(crate) ground: Option<Ground>,
    pub(crate) max_days: Option<u16>,
    pub(crate) refused: Option<Reason>,
}

impl NoticeRules {
    pub(crate) fn read(files: &Files, reader: &mut Reader<'_>) -> Result<Self, PackError> {
        let source = Source { path: FILE, text: files.text(FILE)? };
        let raw: RawTable = files.toml(FILE)?;
        let mut table = Self {
            rules: Vec::new(),
            holds: Vec::new(),
            refusals: Vec::new(),
            grounds: Vec::new(),
            caps: Vec::new(),
        };
        reader.list("rule");
        for row in &raw.rule {
            table.rules.push(Rule {
                rule: source.code(&row.rule)?,
                outcomes: Ending::read_all(&row.outcomes, source)?,
                scope: reader.scope(&row.bases, &row.except, &row.when, source)?,
                deferral: source.codes(&row.deferral)?,
                ground: row.ground.as_ref().map(|name| source.code(name)).transpose()?,
            });
            if row.outcomes.is_empty() && row.deferral.is_empty() {
                reader.ends();
            }
        }
        for (list, rows, into) in [("hold", &raw.hold, &mut table.holds), ("cap", &raw.cap, &mut table.caps)]
        {
            reader.list(list);
            for row in rows {
                into.push(Days { days: row.days, scope: reader.scope(&row.bases, &[], &row.when, source)? });
                reader.ends();
            }
        }
        reader.list("refusal");
        for row in &raw.refusal {
            table.refusals.push(Refusal {
                code: source.code(&row.code)?,
                scope: reader.scope(&row.bases, &[], &row.when, source)?,
                grounds: source.codes(&row.grounds)?,
            });
        }
        reader.list("ground");
        for row in &raw.ground {
            let scope = reader.scope(&[], &[], &row.when, source)?;
            table.grounds.push(GroundRow { ground: source.code(&row.ground)?, scope, days: row.days });
        }
        table.check()?;
        Ok(table)
    }

    fn check(&self) -> Result<(), PackError> {
        let fault = |what: &str| Err(PackError::of_file(FILE, what));
        let last = self.rules.last();
        if !last.is_some_and(|row| {
            row.scope.is_last(BasisSet::EVERYTHING) && row.outcomes.is_empty() && row.deferral.is_empty()
        }) {
            return fault("the last rule applies to every outcome");
        }
        if !self.holds.last().is_some_and(|row| row.scope.is_last(BasisSet::EVERYTHING)) {
            return fault("the last hold applies to every outcome");
        }
        for ground in Ground::ALL {
            let refused = self.refusals.iter().any(|row| row.grounds.contains(ground));
            if !refused && !self.grounds.iter().any(|row| row.ground == *ground) {
                return fault(&format!("the ground {} neither holds nor is refused", ground.code()));
            }
        }
        let days = self.holds.iter().chain(&self.caps).map(|row| Some(row.days));
        if days
            .chain(self.grounds.iter().map(|row| row.days))
            .flatten()
            .any(|days| days == 0 || days > DAYS_MAX)
        {
            return fault("notice is put off for 1 to 28 days");
        }
        Ok(())
    }

    /// How the person is told of an outcome. Only a disclosure has a basis here.
    pub(crate) fn told(
        &self,
        ending: Ending,
        basis: Option<Basis>,
        facts: &Facts,
        truths: &Truths<'_>,
    ) -> Told {
        let deferral = self.deferral(basis, facts, truths);
        let row = self.rules.iter().find(|row| {
            let outcome = row.outcomes.is_empty() || row.outcomes.contains(&ending);
            let held = match &deferral {
                Deferral::Holds(ground, _) => row.deferral.is_empty() || row.deferral.contains(ground),
                Deferral::NotAsked | Deferral::Refused(_) => row.deferral.is_empty(),
            };
            outcome && held && row.scope.applies(basis, truths)
        });
        // INVARIANT: `check` has shown that the last rule applies to everything.
        let rule = row.map_or(NoticeRule::NotifyNow, |row| row.rule);
        let (ground, max_days) = match (rule, &deferral) {
            (NoticeRule::LegalHoldIndependentReviewEvery28Days, _) => {
                (row.and_then(|row| row.ground), first_days(&self.holds, basis, truths))
            }
            (NoticeRule::MayDeferWithReview, Deferral::Holds(ground, days)) => (Some(*ground), *days),
            _ => (row.and_then(|row| row.ground), None),
        };
        let refused = match deferral {
            Deferral::Refused(reason) => Some(reason),
            Deferral::NotAsked | Deferral::Holds(..) => None,
        };
        Told { rule, ground, max_days, refused }
    }

    fn deferral(&self, basis: Option<Basis>, facts: &Facts, truths: &Truths<'_>) -> Deferral {
        if !facts.deferral.asked {
            return Deferral::NotAsked;
        }
        let ground = facts.deferral.ground;
        let refusal = self.refusals.iter().find(|row| {
            (row.grounds.is_empty() || row.grounds.contains(&ground)) && row.scope.applies(basis, truths)
        });
        if let Some(row) = refusal {
            return Deferral::Refused(row.code);
        }
        match self.grounds.iter().find(|row| row.ground == ground && row.scope.applies(basis, truths)) {
            None => Deferral::Refused(Reason::DeferralGroundNotMet),
            Some(row) => Deferral::Holds(ground, row.days.map(|days| self.limit(days, basis, facts, truths))),
        }
    }

    /// The smaller of the cap and the days asked for; nothing or no day asked for counts as the cap.
    fn limit(&self, days: u16, basis: Option<Basis>, facts: &Facts, truths: &Truths<'_>) -> u16 {
        let cap = first_days(&self.caps, basis, truths).map_or(days, |cap| cap.min(days));
        facts.deferral.days.filter(|asked| *asked > 0).map_or(cap, |asked| asked.min(cap))
    }
}

fn first_days(rows: &[Days], basis: Option<Basis>, truths: &Truths<'_>) -> Option<u16> {
    rows.iter().find(|row| row.scope.applies(basis, truths)).map(|row| row.days)
}
