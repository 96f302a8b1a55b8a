//! The facts of one request, as the gate sees them.
//!
//! Facts are read once, at the edge: what could be read has every field, in its range, and says nothing that the
//! format has no word for. There is no free text here and no equality characteristic.
//!
//! Whoever supplies a field is fixed by [`supplier_of`]; see [`Facts::supply`].

mod expected;
mod json;
mod read;
mod supply;

use serde_json::Value;

pub use expected::Expected;
pub use json::{JsonFault, read_json};
pub use read::FactsVersion;
pub use supply::{Supplier, fields_of, supplier_of};

use crate::{
    codes::{
        ActsFor, Basis, Body, Capacity, ChildCompetence, ChildHarm, ConsentBy, ConsentStatus, Evidence,
        Ground, HarmToOthers, HarmToSelf, Identity, InitiatedBy, InstrumentKind, Issuer, Item, Nation,
        Offence, OnwardTo, Purpose, Rank, RiskGrade, Urgency, VictimException, WhyNotConsent, Wound,
    },
    time::Day,
};
use read::{
    At, CODES, DAY, FLAG, MAYBE_CODE, MAYBE_DAY, MAYBE_PART, PART, Record, Shape, VERSION, code,
    maybe_number, member, members, number, numbers,
};

/// A fault in the facts: where, and what was expected there. Never what stood there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("at \"{at}\": expected {expected}")]
pub struct FactsError {
    /// JSON pointer (RFC 6901) of the place; empty for the whole text.
    pub at: String,
    /// What was expected there; as text, in plain English.
    pub expected: Expected,
}

impl From<JsonFault> for FactsError {
    fn from(fault: JsonFault) -> Self {
        match fault {
            JsonFault::Duplicate { at } => Self { at, expected: Expected::MemberOnce },
            JsonFault::Incomplete => Self { at: String::new(), expected: Expected::WholeJson },
            JsonFault::Broken { line, column } => {
                Self { at: String::new(), expected: Expected::Json { line, column } }
            }
        }
    }
}

/// Declares the objects of the facts; each field with its type and with how it is read.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $shape:expr,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl Record for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field),)+];

            fn read(value: &Value, at: &At<'_>, faults: &mut Vec<FactsError>) -> Option<Self> {
                let map = members(value, Self::FIELDS, at, faults)?;
                $(let $field: Option<$type> = member(map, stringify!($field), &$shape, at, faults);)+
                Some(Self { $($field: $field?,)+ })
            }

            fn write(&self) -> Value {
                let mut map = serde_json::Map::new();
                $(map.insert(stringify!($field).to_owned(), $shape.write(&self.$field));)+
                Value::Object(map)
            }

            fn initial() -> Self {
                Self { $($field: $shape.initial(),)+ }
            }
        }
    )+};
}

records! {
    /// The structured facts of one request. No free text and no equality characteristic.
    Facts {
        /// Version of this format.
        facts_version: FactsVersion = VERSION,
        /// Whose law applies.
        nation: Nation = code(Nation::England),
        /// Date of the request (YYYY-MM-DD); selects the law in force.
        date: Day = DAY,
        /// Who asks.
        requester: Requester = PART,
        /// Who started the flow: the requester, the health service, or a professional under a personal duty.
        initiated_by: InitiatedBy = code(InitiatedBy::Requester),
        /// Main purpose of the request.
        purpose: Purpose = code(Purpose::Other),
        /// Bases the requester relies on (may be none).
        claimed_bases: Vec<Basis> = CODES,
        /// The order, notice or written requirement served, if any.
        instrument: Option<Instrument> = MAYBE_PART,
        /// What is feared, and on what evidence.
        concern: Concern = PART,
        /// Urgency claimed.
        urgency: Urgency = code(Urgency::Routine),
        /// What the request explains.
        justification: Justification = PART,
        /// Items asked for (picker and never-items).
        items: Vec<Item> = CODES,
        /// The request asks for anything to happen after the answer: updates, reports, alerts, subscription.
        ongoing: bool = FLAG,
        /// Legal status of the person.
        person: Person = PART,
        /// Consent, as far as known.
        consent: Consent = PART,
        /// Victim information request regime (PCSC Act 2022 Ch 3A).
        victim_request: VictimRequest = PART,
        /// Safeguarding facts.
        safeguarding: Safeguarding = PART,
        /// MAPPA facts.
        mappa: Option<Mappa> = MAYBE_PART,
        /// Missing person facts.
        missing: Option<MissingPerson> = MAYBE_PART,
        /// People who may speak for someone without capacity.
        representative: Representative = PART,
        /// Facts of a personal duty, stated by the professional who holds the information.
        duty: Option<Duty> = MAYBE_PART,
        /// Onward sharing planned or asked for.
        onward: Option<Onward> = MAYBE_PART,
        /// Earlier referrals by the same force about this person; counted by Candour, never typed by an officer.
        repetition: Repetition = PART,
        /// Asking to put off notice.
        deferral: Deferral = PART,
    }

    /// Who asks.
    Requester {
        /// Kind of body that asks and would receive.
        body: Body = code(Body::Other),
        /// Rank or role.
        rank: Rank = code(Rank::NotStated),
        /// How far identity was confirmed; call-back means through the control room, never a number on the form.
        identity: Identity = code(Identity::Unverified),
        /// The form is signed, or the message comes from an authenticated account.
        signed: bool = FLAG,
        /// An inspector or above has also signed. Recorded for the decider; no rule tests it.
        countersigned: bool = FLAG,
        /// Set when the body asks on behalf of an intelligence service.
        acts_for: Option<ActsFor> = MAYBE_CODE,
    }

    /// The order, notice or written requirement served, if any.
    Instrument {
        /// What the paper is; an application, draft or letter is not an order.
        kind: InstrumentKind = code(InstrumentKind::ApplicationOrDraft),
        /// Who issued it.
        issuer: Issuer = code(Issuer::NotStated),
        /// It is in writing.
        written: bool = FLAG,
        /// A sealed copy was seen.
        sealed: bool = FLAG,
        /// It is in force on the date of the request.
        in_date: bool = FLAG,
        /// It is addressed to this trust and the trust holds the material.
        names_holder: bool = FLAG,
        /// It names the requesting body as recipient.
        names_requester: bool = FLAG,
        /// Items it describes; empty when it does not describe the material.
        describes_items: Vec<Item> = CODES,
        /// Details the law requires are there: offence, vehicle, time and place; deadline; function.
        particulars_stated: bool = FLAG,
        /// PACE Sch 1 access conditions cited.
        access_conditions: Option<u16> = maybe_number(1, 2),
        /// It reaches material not yet in existence.
        future_material: bool = FLAG,
        /// How many days ahead it reaches.
        future_days: Option<u16> = maybe_number(0, 3650),
        /// It reaches only papers made in ordinary care.
        ordinary_care_only: bool = FLAG,
        /// Care Act s.45 conditions shown.
        sab_conditions: Vec<u16> = numbers(1, 4),
        /// The person had notice and could be heard.
        person_heard: bool = FLAG,
        /// Its terms forbid telling the person.
        forbids_notice: bool = FLAG,
        /// Date the order ends.
        ends_on: Option<Day> = MAYBE_DAY,
        /// Date its ban on telling the person ends; null: no end stated.
        ban_ends_on: Option<Day> = MAYBE_DAY,
    }

    /// What is feared, and on what evidence.
    Concern {
        /// Harm feared to others.
        harm_to_others: HarmToOthers = code(HarmToOthers::None),
        /// The harm has happened and is not feared again.
        harm_to_others_past_only: bool = FLAG,
        /// A particular person is at risk. Recorded for the decider; no rule tests it.
        identified_victim: bool = FLAG,
        /// Harm feared to the person.
        harm_to_self: HarmToSelf = code(HarmToSelf::None),
        /// The harm to self feared is suicide.
        suicide_concern: bool = FLAG,
        /// Best evidence supplied.
        evidence: Evidence = code(Evidence::None),
        /// Gravity of the offence in question.
        offence: Offence = code(Offence::None),
        /// Wound that brought the person to care.
        wound: Wound = code(Wound::None),
    }

    /// What the request explains.
    Justification {
        /// A reason is given for each item.
        items_needed_why: bool = FLAG,
        /// A reasonable line of enquiry is given.
        line_of_enquiry: bool = FLAG,
        /// Less intrusive means were tried, or why not is said.
        less_intrusive_tried: bool = FLAG,
        /// Why consent is not being sought.
        why_not_consent: WhyNotConsent = code(WhyNotConsent::NotStated),
        /// The balance of harms is written down.
        balance_written: bool = FLAG,
    }

    /// Legal status of the person.
    Person {
        /// The request identifies one person.
        identified: bool = FLAG,
        /// Age in years, null when not known.
        age: Option<u16> = maybe_number(0, 130),
        /// Competence of a child under 16 for this decision.
        child_competence: ChildCompetence = code(ChildCompetence::NotAssessed),
        /// Capacity for this decision (16 and over).
        capacity: Capacity = code(Capacity::NotAssessed),
        /// A decision-specific assessment is recorded.
        capacity_assessed: bool = FLAG,
        /// The person is alive.
        alive: bool = FLAG,
        /// The person is or may be a victim or witness.
        is_victim_or_witness: bool = FLAG,
    }

    /// Consent, as far as known.
    Consent {
        /// State of consent.
        status: ConsentStatus = code(ConsentStatus::NotSought),
        /// Who gave or refused it.
        by: Option<ConsentBy> = MAYBE_CODE,
        /// The health service asked, not the officer.
        asked_by_health_service: bool = FLAG,
        /// It says what, to whom and why.
        specific: bool = FLAG,
        /// It was informed and freely given.
        informed_and_free: bool = FLAG,
        /// It was recorded in writing.
        written: bool = FLAG,
        /// It is for one use.
        single_use: bool = FLAG,
        /// Days since it was given.
        age_days: Option<u16> = maybe_number(0, 36500),
        /// Items it covers.
        covers: Vec<Item> = CODES,
    }

    /// Victim information request regime (PCSC Act 2022 Ch 3A).
    VictimRequest {
        /// Written notice was given to the victim on or before the request.
        notice_given: bool = FLAG,
        /// Exception relied on instead of notice.
        exception: VictimException = code(VictimException::None),
        /// The records are counselling information. Recorded for the decider; no rule tests it, since mental health records about a victim are presumed to be.
        counselling_records: bool = FLAG,
        /// A senior officer approved.
        senior_approval: bool = FLAG,
        /// Substantial probative value is shown.
        substantial_probative_value: bool = FLAG,
    }

    /// Safeguarding facts.
    Safeguarding {
        /// The local authority's section 47 letter is supplied.
        section_47_letter: bool = FLAG,
        /// A strategy meeting is recorded.
        strategy_meeting: bool = FLAG,
        /// The named safeguarding professional was consulted.
        named_professional_consulted: bool = FLAG,
        /// The reasoning about harm is written.
        harm_reasoning: bool = FLAG,
        /// Harm to the child.
        child_harm: ChildHarm = code(ChildHarm::None),
        /// The adult has care and support needs.
        adult_care_needs: bool = FLAG,
        /// Abuse or neglect is suspected.
        adult_abuse_or_neglect: bool = FLAG,
        /// The adult cannot protect themself because of those needs.
        adult_unable_to_protect: bool = FLAG,
        /// Coercion is suspected.
        coercion: bool = FLAG,
        /// Other people are at risk.
        others_at_risk: bool = FLAG,
        /// The local authority made or confirmed a section 42 enquiry.
        local_authority_enquiry: bool = FLAG,
        /// The health body itself finds the information relevant to the child's welfare.
        holder_considers_relevant: bool = FLAG,
        /// The health body found sharing not more detrimental than not sharing.
        detriment_assessed: bool = FLAG,
        /// The recipient's safeguarding function is stated.
        recipient_function_stated: bool = FLAG,
    }

    /// MAPPA facts.
    Mappa {
        /// MAPPA category.
        category: u16 = number(1, 4),
        /// MAPPA level.
        level: u16 = number(1, 3),
        /// The person is convicted (or within s.327).
        convicted: bool = FLAG,
        /// Specific questions are listed.
        questions_listed: bool = FLAG,
        /// A meeting date is set.
        meeting_date_set: bool = FLAG,
    }

    /// Missing person facts.
    MissingPerson {
        /// An incident number is given.
        incident_number: bool = FLAG,
        /// Police risk grade.
        risk_grade: RiskGrade = code(RiskGrade::None),
        /// When the sharing ends is stated.
        end_time_set: bool = FLAG,
        /// The person is avoiding police bail.
        avoiding_police_bail: bool = FLAG,
        /// The person has been found.
        found: bool = FLAG,
    }

    /// People who may speak for someone without capacity.
    Representative {
        /// Attorney or deputy was checked for.
        authority_checked: bool = FLAG,
        /// Those close to the person were consulted.
        consulted: bool = FLAG,
        /// The overall benefit is written down.
        overall_benefit_written: bool = FLAG,
        /// The decision can wait for recovery.
        can_wait: bool = FLAG,
    }

    /// Facts of a personal duty, stated by the professional who holds the information.
    Duty {
        /// The holder is a regulated professional.
        regulated_professional: bool = FLAG,
        /// Learnt in the course of work.
        learnt_at_work: bool = FLAG,
        /// Told by the girl, or physical signs seen.
        fgm_told_or_seen: bool = FLAG,
        /// A ss.15-18 offence is believed or suspected.
        terrorist_property_suspected: bool = FLAG,
        /// The information may materially help prevent terrorism by, or secure the arrest of, another person.
        terrorism_of_another: bool = FLAG,
        /// A child sex offence is suspected.
        child_abuse_offence_suspected: bool = FLAG,
        /// The holder believes an adult or child is at risk (Wales).
        adult_or_child_at_risk: bool = FLAG,
    }

    /// Onward sharing planned or asked for.
    Onward {
        /// Who would receive it next.
        to: OnwardTo = code(OnwardTo::Other),
        /// It says where the information came from.
        says_source: bool = FLAG,
        /// It asks the receiver to watch or report.
        asks_for_reports: bool = FLAG,
    }

    /// Earlier referrals by the same force about this person; counted by Candour, never typed by an officer.
    Repetition {
        /// How many earlier ones in the 90 days before the date.
        same_force_referrals_90_days: u16 = number(0, 1000),
        /// A clinician has recorded that the concern rests on facts that arose after the last one.
        new_facts_since_last: bool = FLAG,
    }

    /// Asking to put off notice.
    Deferral {
        /// Putting off notice is asked for.
        asked: bool = FLAG,
        /// Ground claimed.
        ground: Ground = code(Ground::None),
        /// Fresh written reasons are given.
        reasons_given: bool = FLAG,
        /// The trust's legal service agrees that telling would be likely to prejudice a terrorist investigation.
        legal_service_agrees: bool = FLAG,
        /// Days asked for.
        days: Option<u16> = maybe_number(0, 3650),
    }
}

impl Facts {
    /// Reads facts from a JSON text.
    ///
    /// # Errors
    /// The first fault: JSON that cannot be read (at `""`), a member written twice, an unknown or missing field, a
    /// wrong type or code, a number out of range, an entry twice in a list, a date that is no calendar day.
    pub fn parse(text: impl AsRef<[u8]>) -> Result<Self, FactsError> {
        let text = std::str::from_utf8(text.as_ref())
            .map_err(|_| FactsError { at: String::new(), expected: Expected::Utf8 })?;
        Self::from_value(&read_json(text)?)
    }

    /// Reads facts from a JSON value.
    ///
    /// # Errors
    /// The first fault, as for [`Facts::parse`].
    pub fn from_value(value: &Value) -> Result<Self, FactsError> {
        Self::from_value_all(value).map_err(|faults| {
            faults
                .into_iter()
                .next()
                .unwrap_or_else(|| FactsError { at: String::new(), expected: Expected::Facts })
        })
    }

    /// Every fault of a JSON value that is meant for facts; none where it can be read.
    #[must_use]
    pub fn faults(value: &Value) -> Vec<FactsError> {
        Self::from_value_all(value).err().unwrap_or_default()
    }

    fn from_value_all(value: &Value) -> Result<Self, Vec<FactsError>> {
        let mut faults = Vec::new();
        match Self::read(value, &At::ROOT, &mut faults) {
            Some(facts) if faults.is_empty() => Ok(facts),
            _ => Err(faults),
        }
    }

    /// The facts as JSON, every field in it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        self.write()
    }

    /// Facts of which nobody has supplied anything yet.
    ///
    /// Codes stand at `none`, or at the code that says as little (`other`, `not-stated`, `unverified`, `routine`,
    /// `not-sought`, `not-assessed` for capacity and for a child's competence; `requester` for who began). Booleans
    /// are false, lists empty, numbers and objects that may be null are null, other numbers their lowest.
    #[must_use]
    pub fn defaults(nation: Nation, date: Day) -> Self {
        Self { nation, date, ..Self::initial() }
    }
}

#[cfg(test)]
mod tests;
