//! Who supplies which fact. Nobody can write another's entry; what nobody has supplied stands at its default.

use serde_json::Value;

use super::{Expected, Facts, FactsError, read::escaped};

/// Who supplies a field of the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Supplier {
    /// Whoever asks: the officer, or the health worker for a case they begin.
    Requester,
    /// The supervisor who countersigns.
    Supervisor,
    /// The clinic.
    Clinic,
    /// The named professional for safeguarding.
    Safeguarding,
    /// The trust's legal service; the paper itself is attached by whoever serves it.
    Legal,
    /// The professional who holds a personal duty.
    DutyHolder,
    /// Candour itself.
    Candour,
}

impl Supplier {
    /// Every supplier.
    pub const ALL: &'static [Self] = &[
        Self::Requester,
        Self::Supervisor,
        Self::Clinic,
        Self::Safeguarding,
        Self::Legal,
        Self::DutyHolder,
        Self::Candour,
    ];

    /// The supplier in plain words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requester => "whoever asks",
            Self::Supervisor => "the supervisor",
            Self::Clinic => "the clinic",
            Self::Safeguarding => "safeguarding",
            Self::Legal => "the legal service",
            Self::DutyHolder => "the duty-holder",
            Self::Candour => "Candour",
        }
    }
}

impl std::fmt::Display for Supplier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Objects and fields with their suppliers. A field of its own row is not its object's.
const SUPPLIERS: &[(&str, Supplier)] = &[
    ("facts_version", Supplier::Candour),
    ("nation", Supplier::Candour),
    ("date", Supplier::Candour),
    ("requester/body", Supplier::Requester),
    ("requester/rank", Supplier::Requester),
    ("requester/signed", Supplier::Requester),
    ("requester/acts_for", Supplier::Requester),
    ("requester/countersigned", Supplier::Supervisor),
    ("requester/identity", Supplier::Clinic),
    ("initiated_by", Supplier::Candour),
    ("purpose", Supplier::Requester),
    ("claimed_bases", Supplier::Requester),
    ("instrument", Supplier::Legal),
    ("concern/harm_to_others", Supplier::Requester),
    ("concern/harm_to_others_past_only", Supplier::Requester),
    ("concern/identified_victim", Supplier::Requester),
    ("concern/harm_to_self", Supplier::Requester),
    ("concern/suicide_concern", Supplier::Requester),
    ("concern/offence", Supplier::Requester),
    ("concern/wound", Supplier::Requester),
    ("concern/evidence", Supplier::Clinic),
    ("urgency", Supplier::Requester),
    ("justification", Supplier::Requester),
    ("items", Supplier::Requester),
    ("ongoing", Supplier::Requester),
    ("person/identified", Supplier::Requester),
    ("person/age", Supplier::Requester),
    ("person/alive", Supplier::Requester),
    ("person/is_victim_or_witness", Supplier::Requester),
    ("person/child_competence", Supplier::Clinic),
    ("person/capacity", Supplier::Clinic),
    ("person/capacity_assessed", Supplier::Clinic),
    ("consent", Supplier::Clinic),
    ("victim_request/notice_given", Supplier::Requester),
    ("victim_request/exception", Supplier::Requester),
    ("victim_request/senior_approval", Supplier::Requester),
    ("victim_request/substantial_probative_value", Supplier::Requester),
    ("victim_request/counselling_records", Supplier::Clinic),
    ("safeguarding", Supplier::Safeguarding),
    ("mappa", Supplier::Requester),
    ("missing", Supplier::Requester),
    ("representative", Supplier::Clinic),
    ("duty", Supplier::DutyHolder),
    ("onward", Supplier::Requester),
    ("repetition/same_force_referrals_90_days", Supplier::Candour),
    ("repetition/new_facts_since_last", Supplier::Clinic),
    ("deferral/asked", Supplier::Requester),
    ("deferral/ground", Supplier::Requester),
    ("deferral/reasons_given", Supplier::Requester),
    ("deferral/days", Supplier::Requester),
    ("deferral/legal_service_agrees", Supplier::Legal),
];

/// Who supplies the field at a JSON pointer, or the object or list entry there.
///
/// `None` where the pointer leads to no field, or to an object that several people fill in together.
#[must_use]
pub fn supplier_of(pointer: &str) -> Option<Supplier> {
    let path = pointer.strip_prefix('/')?;
    SUPPLIERS.iter().find_map(|(field, supplier)| {
        let below = path.strip_prefix(field)?;
        (below.is_empty() || below.starts_with('/')).then_some(*supplier)
    })
}

/// Whether the pointer leads to an object that several people fill in together, or to the whole.
fn shared(pointer: &str) -> bool {
    let Some(path) = pointer.strip_prefix('/') else { return pointer.is_empty() };
    SUPPLIERS.iter().any(|(field, _)| field.strip_prefix(path).is_some_and(|below| below.starts_with('/')))
}

impl Facts {
    /// These facts with what one supplier has entered: an object that holds only fields of that supplier, each at
    /// its place. A part that was null is given whole; of one that was not, single fields may be given.
    ///
    /// # Errors
    /// Every fault: a field of somebody else (`expected` says whose), a field that does not exist, a value that the
    /// format does not take.
    pub fn supply(&self, entered: &Value, supplier: Supplier) -> Result<Self, Vec<FactsError>> {
        let mut whole = self.to_value();
        let mut faults = Vec::new();
        merge(&mut whole, entered, "", supplier, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        Self::from_value_all(&whole)
    }

    /// What one supplier has entered, with every other field at its default; nation and date stay.
    ///
    /// From the requester's entries alone is computed what an officer may learn of a verdict.
    #[must_use]
    pub fn only(&self, supplier: Supplier) -> Self {
        let mut kept = Self::defaults(self.nation, self.date).to_value();
        keep(&mut kept, &self.to_value(), "", supplier);
        // INVARIANT: each field of `kept` is a field of facts that had been read, so it can be read again.
        Self::from_value(&kept).unwrap_or_else(|_| Self::defaults(self.nation, self.date))
    }
}

fn merge(into: &mut Value, entered: &Value, at: &str, supplier: Supplier, faults: &mut Vec<FactsError>) {
    if shared(at) {
        let (Value::Object(into), Value::Object(entered)) = (into, entered) else {
            faults.push(FactsError { at: at.to_owned(), expected: Expected::Object });
            return;
        };
        for (name, value) in entered {
            let at = format!("{at}/{}", escaped(name));
            match into.get_mut(name) {
                Some(field) => merge(field, value, &at, supplier, faults),
                None => faults.push(FactsError { at, expected: Expected::NoSuchField }),
            }
        }
        return;
    }
    match supplier_of(at) {
        Some(theirs) if theirs == supplier => overlay(into, entered),
        Some(theirs) => {
            faults.push(FactsError { at: at.to_owned(), expected: Expected::NothingHere(theirs) });
        }
        None => faults.push(FactsError { at: at.to_owned(), expected: Expected::NoSuchField }),
    }
}

/// Members of an object that is there are replaced one by one; anything else is replaced whole.
fn overlay(into: &mut Value, entered: &Value) {
    if let (Value::Object(into), Value::Object(entered)) = (&mut *into, entered) {
        for (name, value) in entered {
            overlay(into.entry(name.clone()).or_insert(Value::Null), value);
        }
    } else {
        *into = entered.clone();
    }
}

fn keep(into: &mut Value, from: &Value, at: &str, supplier: Supplier) {
    if shared(at) {
        let (Value::Object(into), Value::Object(from)) = (into, from) else { return };
        for (name, field) in into.iter_mut() {
            if let Some(value) = from.get(name) {
                keep(field, value, &format!("{at}/{name}"), supplier);
            }
        }
    } else if supplier_of(at) == Some(supplier) {
        *into = from.clone();
    }
}

/// Every field that has one supplier, as JSON pointers, in the order of the format. Used by forms and tests.
#[must_use]
pub fn fields_of(supplier: Supplier) -> Vec<String> {
    SUPPLIERS.iter().filter(|(_, s)| *s == supplier).map(|(field, _)| format!("/{field}")).collect()
}

/// The fields of the facts that have no supplier; a test holds that there are none.
#[cfg(test)]
pub(super) fn without_supplier(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::Object(map) if shared(at) => {
            map.iter().flat_map(|(name, value)| without_supplier(value, &format!("{at}/{name}"))).collect()
        }
        _ if supplier_of(at).is_none() => vec![at.to_owned()],
        _ => Vec::new(),
    }
}
