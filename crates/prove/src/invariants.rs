//! What holds wherever a basis is open, in every pack of law. Written from the rules, not from the policies.

use casework::codes::{Basis, BasisKind, InstrumentKind};
use gate::BasisRow;

/// One invariant.
#[derive(Debug, Clone, Copy)]
pub struct Invariant {
    /// Its name.
    pub name: &'static str,
    /// What it says, in one sentence.
    pub says: &'static str,
    reaches: fn(&BasisRow) -> bool,
    needs: fn(&BasisRow) -> String,
}

const NEVER: &str = "context.items.contains(Item::\"prospective-monitoring\") \
    || context.items.contains(Item::\"record-flag\") \
    || context.items.contains(Item::\"attendance-list-bulk\") \
    || context.items.contains(Item::\"clinical-observation-on-request\")";

const ONGOING: &str = "context.ongoing \
    || (context has onward && context.onward.asks_for_reports) \
    || context.purpose == Purpose::\"automated-feed\" || context.purpose == Purpose::\"treatment-compliance\" \
    || context.purpose == Purpose::\"covert-alert\" || context.purpose == Purpose::\"resume-surveillance\"";

fn permits(row: &BasisRow) -> bool {
    row.kind == BasisKind::Permits
}

fn watchable(row: &BasisRow) -> bool {
    permits(row) || row.code == Basis::Ca2004S16la
}

/// A basis with a paper of its own kind.
fn on_paper(row: &BasisRow) -> bool {
    row.kind == BasisKind::Compels && InstrumentKind::parse(row.code.as_str()).is_some()
}

/// The invariants.
pub const INVARIANTS: [Invariant; 9] = [
    Invariant {
        name: "nothing-ongoing",
        says: "a request for anything ongoing opens no permission, nor the duty to share about a child",
        reaches: watchable,
        needs: |_| format!("!({ONGOING})"),
    },
    Invariant {
        name: "no-never-item",
        says: "a request for an item that is never given opens no permission, nor the duty to share about a child",
        reaches: watchable,
        needs: |_| format!("!({NEVER})"),
    },
    Invariant {
        name: "verified",
        says: "nothing is permitted or compelled towards somebody whose identity was not verified",
        reaches: |row| matches!(row.kind, BasisKind::Permits | BasisKind::Compels),
        needs: |_| "!(context.requester.identity == Identity::\"unverified\")".to_owned(),
    },
    Invariant {
        name: "consent-given",
        says: "consent that was refused, withdrawn or not given opens no consent",
        reaches: |row| row.code == Basis::ExplicitConsent,
        needs: |_| "context.consent.status == ConsentStatus::\"given\"".to_owned(),
    },
    Invariant {
        name: "no-gateway",
        says: "what is no gateway opens nothing",
        reaches: |row| row.kind == BasisKind::NotAGateway,
        needs: |_| "false".to_owned(),
    },
    Invariant {
        name: "own-duty",
        says: "a personal duty is open for its holder alone",
        reaches: |row| row.kind == BasisKind::PersonalDuty,
        needs: |_| "context.initiated_by == InitiatedBy::\"duty-holder\" && context has duty".to_owned(),
    },
    Invariant {
        name: "own-paper",
        says: "a paper compels only where it was served, is in writing, and names holder and recipient",
        reaches: on_paper,
        needs: |row| {
            format!(
                "context has instrument && context.instrument.kind == InstrumentKind::\"{}\" \
                 && context.instrument.written && context.instrument.names_holder && context.instrument.names_requester",
                row.code
            )
        },
    },
    Invariant {
        name: "something-to-give",
        says: "nothing is open where nothing was asked for, or nothing of it may be given",
        reaches: BasisRow::is_gateway,
        needs: |_| "!context.items.isEmpty() && resource == Answer::\"something-to-give\"".to_owned(),
    },
    Invariant {
        name: "no-name-for-a-wound",
        says: "a wound report names nobody: it is never a disclosure",
        reaches: |row| row.code == Basis::GunshotKnifeReport,
        needs: |_| "false".to_owned(),
    },
];

impl Invariant {
    /// What must hold wherever the basis is open, as a Cedar expression; `None` where nothing is claimed of it.
    pub(crate) fn needs(&self, row: &BasisRow) -> Option<String> {
        (self.reaches)(row).then(|| (self.needs)(row))
    }
}
