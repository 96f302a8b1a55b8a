//! The facts as a Cedar context. Built once a request; every policy and condition reads the same one.

use std::{collections::BTreeMap, str::FromStr};

use casework::{
    codes::{
        ActsFor, Basis, Body, Capacity, ChildCompetence, ChildHarm, Code, ConsentBy, ConsentStatus, Evidence,
        Ground, HarmToOthers, HarmToSelf, Identity, InitiatedBy, InstrumentKind, Issuer, Item, Nation,
        Offence, OnwardTo, Purpose, Rank, RiskGrade, Urgency, VictimException, WhyNotConsent, Wound,
    },
    facts::{
        Concern, Consent, Deferral, Duty, Facts, Instrument, Justification, Mappa, MissingPerson, Onward,
        Person, Repetition, Representative, Requester, Safeguarding, VictimRequest,
    },
    time::Day,
};
use cedar_policy::{Context, EntityId, EntityTypeName, EntityUid, RestrictedExpression};

/// Days since 1 January of the year 1, which is day 0: how the policies count days.
#[must_use]
pub fn day_number(day: Day) -> i64 {
    let first = jiff::civil::date(1, 1, 1);
    i64::from(first.until(day.0).map_or(0, |span| span.get_days()))
}

/// An entity by type and name.
pub(crate) fn entity(kind: &str, name: &str) -> Result<EntityUid, String> {
    let kind = EntityTypeName::from_str(kind).map_err(|error| error.to_string())?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(name)))
}

/// A record under construction.
struct Fields<'a> {
    words: &'a Words,
    fields: Vec<(String, RestrictedExpression)>,
}

impl<'a> Fields<'a> {
    fn new(words: &'a Words) -> Self {
        Self { words, fields: Vec::with_capacity(24) }
    }
    fn put(mut self, name: &str, value: RestrictedExpression) -> Self {
        self.fields.push((name.to_owned(), value));
        self
    }
    fn flag(self, name: &str, value: bool) -> Self {
        self.put(name, RestrictedExpression::new_bool(value))
    }
    fn number(self, name: &str, value: impl Into<i64>) -> Self {
        self.put(name, RestrictedExpression::new_long(value.into()))
    }
    fn code<C: Code>(self, name: &str, code: C) -> Self {
        let value = self.words.of(code);
        self.put(name, value)
    }
    fn codes<C: Code>(self, name: &str, codes: &[C]) -> Self {
        let value = RestrictedExpression::new_set(codes.iter().map(|code| self.words.of(*code)));
        self.put(name, value)
    }
    /// A field that is left out where there is nothing.
    fn maybe<T>(self, name: &str, value: Option<T>, put: impl FnOnce(Self, &str, T) -> Self) -> Self {
        match value {
            Some(value) => put(self, name, value),
            None => self,
        }
    }
    /// A record cannot name a field twice here: each name below stands once.
    fn record(self) -> RestrictedExpression {
        RestrictedExpression::new_record(self.fields)
            .unwrap_or_else(|_| RestrictedExpression::new_bool(false))
    }
}

/// Every code as an expression, made once.
#[derive(Debug)]
pub(crate) struct Words(BTreeMap<&'static str, Vec<RestrictedExpression>>);

impl Words {
    pub(crate) fn new() -> Result<Self, String> {
        let mut words = Self(BTreeMap::new());
        words.add::<Nation>()?;
        words.add::<Body>()?;
        words.add::<Rank>()?;
        words.add::<Identity>()?;
        words.add::<ActsFor>()?;
        words.add::<InitiatedBy>()?;
        words.add::<Purpose>()?;
        words.add::<Basis>()?;
        words.add::<Item>()?;
        words.add::<InstrumentKind>()?;
        words.add::<Issuer>()?;
        words.add::<HarmToOthers>()?;
        words.add::<HarmToSelf>()?;
        words.add::<Evidence>()?;
        words.add::<Offence>()?;
        words.add::<Wound>()?;
        words.add::<Urgency>()?;
        words.add::<WhyNotConsent>()?;
        words.add::<ChildCompetence>()?;
        words.add::<Capacity>()?;
        words.add::<ConsentStatus>()?;
        words.add::<ConsentBy>()?;
        words.add::<VictimException>()?;
        words.add::<ChildHarm>()?;
        words.add::<RiskGrade>()?;
        words.add::<OnwardTo>()?;
        words.add::<Ground>()?;
        Ok(words)
    }

    fn add<C: Code>(&mut self) -> Result<(), String> {
        let list =
            C::ALL.iter().map(|code| entity(C::LIST, code.code()).map(RestrictedExpression::new_entity_uid));
        self.0.insert(C::LIST, list.collect::<Result<_, _>>()?);
        Ok(())
    }

    /// The expression of a code. A list that was not added would read as false, which no policy takes for a code.
    fn of<C: Code>(&self, code: C) -> RestrictedExpression {
        let known = self.0.get(C::LIST).and_then(|list| list.get(code.place()));
        known.cloned().unwrap_or_else(|| RestrictedExpression::new_bool(false))
    }

    /// The facts as a context.
    pub(crate) fn context(&self, facts: &Facts) -> Result<Context, String> {
        let fields = Fields::new(self)
            .code("nation", facts.nation)
            .number("date", day_number(facts.date))
            .put("requester", self.requester(&facts.requester))
            .code("initiated_by", facts.initiated_by)
            .code("purpose", facts.purpose)
            .codes("claimed_bases", &facts.claimed_bases)
            .maybe("instrument", facts.instrument.as_ref(), |f, name, paper| {
                f.put(name, self.instrument(paper))
            })
            .put("concern", self.concern(&facts.concern))
            .code("urgency", facts.urgency)
            .put("justification", self.justification(&facts.justification))
            .codes("items", &facts.items)
            .flag("ongoing", facts.ongoing)
            .put("person", self.person(&facts.person))
            .put("consent", self.consent(&facts.consent))
            .put("victim_request", self.victim_request(&facts.victim_request))
            .put("safeguarding", self.safeguarding(&facts.safeguarding))
            .maybe("mappa", facts.mappa.as_ref(), |f, name, mappa| f.put(name, self.mappa(mappa)))
            .maybe("missing", facts.missing.as_ref(), |f, name, missing| f.put(name, self.missing(missing)))
            .put("representative", self.representative(&facts.representative))
            .maybe("duty", facts.duty.as_ref(), |f, name, duty| f.put(name, self.duty(duty)))
            .maybe("onward", facts.onward.as_ref(), |f, name, onward| f.put(name, self.onward(onward)))
            .put("repetition", self.repetition(&facts.repetition))
            .put("deferral", self.deferral(&facts.deferral));
        Context::from_pairs(fields.fields).map_err(|error| error.to_string())
    }

    fn requester(&self, r: &Requester) -> RestrictedExpression {
        Fields::new(self)
            .code("body", r.body)
            .code("rank", r.rank)
            .code("identity", r.identity)
            .flag("signed", r.signed)
            .flag("countersigned", r.countersigned)
            .maybe("acts_for", r.acts_for, Fields::code)
            .record()
    }

    fn instrument(&self, i: &Instrument) -> RestrictedExpression {
        let conditions = i.sab_conditions.iter().map(|n| RestrictedExpression::new_long(i64::from(*n)));
        Fields::new(self)
            .code("kind", i.kind)
            .code("issuer", i.issuer)
            .flag("written", i.written)
            .flag("sealed", i.sealed)
            .flag("in_date", i.in_date)
            .flag("names_holder", i.names_holder)
            .flag("names_requester", i.names_requester)
            .codes("describes_items", &i.describes_items)
            .flag("particulars_stated", i.particulars_stated)
            .maybe("access_conditions", i.access_conditions, Fields::number)
            .flag("future_material", i.future_material)
            .maybe("future_days", i.future_days, Fields::number)
            .flag("ordinary_care_only", i.ordinary_care_only)
            .put("sab_conditions", RestrictedExpression::new_set(conditions))
            .flag("person_heard", i.person_heard)
            .flag("forbids_notice", i.forbids_notice)
            .maybe("ends_on", i.ends_on.map(day_number), Fields::number)
            .maybe("ban_ends_on", i.ban_ends_on.map(day_number), Fields::number)
            .record()
    }

    fn concern(&self, c: &Concern) -> RestrictedExpression {
        Fields::new(self)
            .code("harm_to_others", c.harm_to_others)
            .flag("harm_to_others_past_only", c.harm_to_others_past_only)
            .flag("identified_victim", c.identified_victim)
            .code("harm_to_self", c.harm_to_self)
            .flag("suicide_concern", c.suicide_concern)
            .code("evidence", c.evidence)
            .code("offence", c.offence)
            .code("wound", c.wound)
            .record()
    }

    fn justification(&self, j: &Justification) -> RestrictedExpression {
        Fields::new(self)
            .flag("items_needed_why", j.items_needed_why)
            .flag("line_of_enquiry", j.line_of_enquiry)
            .flag("less_intrusive_tried", j.less_intrusive_tried)
            .code("why_not_consent", j.why_not_consent)
            .flag("balance_written", j.balance_written)
            .record()
    }

    fn person(&self, p: &Person) -> RestrictedExpression {
        Fields::new(self)
            .flag("identified", p.identified)
            .maybe("age", p.age, Fields::number)
            .code("child_competence", p.child_competence)
            .code("capacity", p.capacity)
            .flag("capacity_assessed", p.capacity_assessed)
            .flag("alive", p.alive)
            .flag("is_victim_or_witness", p.is_victim_or_witness)
            .record()
    }

    fn consent(&self, c: &Consent) -> RestrictedExpression {
        Fields::new(self)
            .code("status", c.status)
            .maybe("by", c.by, Fields::code)
            .flag("asked_by_health_service", c.asked_by_health_service)
            .flag("specific", c.specific)
            .flag("informed_and_free", c.informed_and_free)
            .flag("written", c.written)
            .flag("single_use", c.single_use)
            .maybe("age_days", c.age_days, Fields::number)
            .codes("covers", &c.covers)
            .record()
    }

    fn victim_request(&self, v: &VictimRequest) -> RestrictedExpression {
        Fields::new(self)
            .flag("notice_given", v.notice_given)
            .code("exception", v.exception)
            .flag("counselling_records", v.counselling_records)
            .flag("senior_approval", v.senior_approval)
            .flag("substantial_probative_value", v.substantial_probative_value)
            .record()
    }

    fn safeguarding(&self, s: &Safeguarding) -> RestrictedExpression {
        Fields::new(self)
            .flag("section_47_letter", s.section_47_letter)
            .flag("strategy_meeting", s.strategy_meeting)
            .flag("named_professional_consulted", s.named_professional_consulted)
            .flag("harm_reasoning", s.harm_reasoning)
            .code("child_harm", s.child_harm)
            .flag("adult_care_needs", s.adult_care_needs)
            .flag("adult_abuse_or_neglect", s.adult_abuse_or_neglect)
            .flag("adult_unable_to_protect", s.adult_unable_to_protect)
            .flag("coercion", s.coercion)
            .flag("others_at_risk", s.others_at_risk)
            .flag("local_authority_enquiry", s.local_authority_enquiry)
            .flag("holder_considers_relevant", s.holder_considers_relevant)
            .flag("detriment_assessed", s.detriment_assessed)
            .flag("recipient_function_stated", s.recipient_function_stated)
            .record()
    }

    fn mappa(&self, m: &Mappa) -> RestrictedExpression {
        Fields::new(self)
            .number("category", m.category)
            .number("level", m.level)
            .flag("convicted", m.convicted)
            .flag("questions_listed", m.questions_listed)
            .flag("meeting_date_set", m.meeting_date_set)
            .record()
    }

    fn missing(&self, m: &MissingPerson) -> RestrictedExpression {
        Fields::new(self)
            .flag("incident_number", m.incident_number)
            .code("risk_grade", m.risk_grade)
            .flag("end_time_set", m.end_time_set)
            .flag("avoiding_police_bail", m.avoiding_police_bail)
            .flag("found", m.found)
            .record()
    }

    fn representative(&self, r: &Representative) -> RestrictedExpression {
        Fields::new(self)
            .flag("authority_checked", r.authority_checked)
            .flag("consulted", r.consulted)
            .flag("overall_benefit_written", r.overall_benefit_written)
            .flag("can_wait", r.can_wait)
            .record()
    }

    fn duty(&self, d: &Duty) -> RestrictedExpression {
        Fields::new(self)
            .flag("regulated_professional", d.regulated_professional)
            .flag("learnt_at_work", d.learnt_at_work)
            .flag("fgm_told_or_seen", d.fgm_told_or_seen)
            .flag("terrorist_property_suspected", d.terrorist_property_suspected)
            .flag("terrorism_of_another", d.terrorism_of_another)
            .flag("child_abuse_offence_suspected", d.child_abuse_offence_suspected)
            .flag("adult_or_child_at_risk", d.adult_or_child_at_risk)
            .record()
    }

    fn onward(&self, o: &Onward) -> RestrictedExpression {
        Fields::new(self)
            .code("to", o.to)
            .flag("says_source", o.says_source)
            .flag("asks_for_reports", o.asks_for_reports)
            .record()
    }

    fn repetition(&self, r: &Repetition) -> RestrictedExpression {
        Fields::new(self)
            .number("same_force_referrals_90_days", r.same_force_referrals_90_days)
            .flag("new_facts_since_last", r.new_facts_since_last)
            .record()
    }

    fn deferral(&self, d: &Deferral) -> RestrictedExpression {
        Fields::new(self)
            .flag("asked", d.asked)
            .code("ground", d.ground)
            .flag("reasons_given", d.reasons_given)
            .flag("legal_service_agrees", d.legal_service_agrees)
            .maybe("days", d.days, Fields::number)
            .record()
    }
}
