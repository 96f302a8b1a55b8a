"""Every field of the facts: the values it may take, and where it stands.

`VALUES` gives for each leaf (by its path) a function of the random source that
draws a schema-valid value, with the boundaries of the rules drawn often.
"""

from datetime import date, timedelta

TODAY = "2026-11-22"

BODIES = (
    "local-police",
    "counter-terrorism-police",
    "intelligence-service",
    "court",
    "coroner",
    "local-authority",
    "safeguarding-adults-board",
    "mappa-responsible-authority",
    "channel-panel",
    "violence-reduction-unit",
    "defence-solicitor",
    "health-professional",
    "other",
)
RANKS = (
    "not-stated",
    "police-staff",
    "constable",
    "sergeant",
    "inspector",
    "chief-inspector",
    "superintendent",
    "above-superintendent",
    "judge-or-coroner",
    "other-professional",
)
PURPOSES = (
    "detect-minor-crime",
    "investigate-serious-crime",
    "investigate-assault",
    "investigate-domestic-abuse",
    "prevent-serious-harm",
    "save-life",
    "prevent-act-of-terrorism",
    "terrorist-investigation",
    "counter-terrorism-unspecified",
    "prevent-triage",
    "channel-support",
    "assess-vulnerability",
    "assist-intelligence-service",
    "identify-driver",
    "find-missing-person",
    "safe-detention",
    "protect-child",
    "section-47-enquiry",
    "adult-safeguarding",
    "safeguarding-adults-review",
    "fgm-enquiry",
    "manage-convicted-offender",
    "criminal-trial",
    "charging-decision",
    "victim-statement",
    "inquest",
    "strategic-needs-assessment",
    "automated-feed",
    "treatment-compliance",
    "covert-alert",
    "resume-surveillance",
    "intelligence-gathering",
    "communication-advice",
    "obtain-care",
    "antisocial-behaviour",
    "other",
)
PAPER_KINDS = (
    "court-order",
    "ta2000-sch5-para5",
    "ta2000-sch5-para7",
    "ta2000-sch5-para11",
    "ta2000-sch5-para13",
    "ta2000-sch5-para15",
    "pace-sch1",
    "rta1988-s172",
    "cja2009-sch5-para1",
    "care-act-s45",
    "sswba2014-s137",
    "service-confirmation",
    "application-or-draft",
)
ISSUERS = (
    "judge",
    "coroner",
    "chief-officer-of-police",
    "superintendent",
    "safeguarding-board",
    "intelligence-service",
    "applicant-or-solicitor",
    "not-stated",
)
GROUNDS = (
    "n-ta39",
    "n-ta21d",
    "n-sch2p2",
    "n-sch3p5",
    "n-sch3p4",
    "n-court",
    "n-safety",
    "n-vir",
    "none",
)
NULLABLE = ("instrument", "mappa", "missing", "duty", "onward")


def one_of(*values):
    return lambda draw, _facts: draw.choice(values)


def flag(draw, _facts):
    return draw.random() < 0.5


def age(draw, _facts):
    return draw.choice((None, None, 0, 15, 16, 17, 18, 30, 90, draw.randint(0, 130)))


def end_date(draw, facts):
    """Null, or a day beside the date of the request."""
    if draw.random() < 0.3:
        return None
    if draw.random() < 0.1:
        return draw.choice(("2000-01-01", "2030-12-31"))
    on = date.fromisoformat(facts["date"])
    return str(on + timedelta(days=draw.choice((-1, 0, 1))))


class Values:
    """Draws a value for a field; needs the tables for codes and dates."""

    def __init__(self, tables):
        self.items = list(tables.item_order)
        self.bases = [basis.code for basis in tables.bases]
        starts = {basis.in_force_from for basis in tables.bases} - {None, "0001-01-01"}
        self.dates = [TODAY] * 8 + ["2000-01-01", "2015-06-01", "2026-01-01"]
        for start in sorted(starts):
            day = date.fromisoformat(start)
            self.dates += [str(day + timedelta(days=step)) for step in (-1, 0, 1)]
        self.leaf = self._leaves()

    def some(self, codes, most=6):
        def pick(draw, _facts):
            return draw.sample(codes, draw.randint(0, most))

        return pick

    def covers(self, draw, facts):
        """What consent covers: chance, or all or most of what was asked."""
        if draw.random() < 0.4:
            return draw.sample(self.items, draw.randint(0, 6))
        asked = list(facts["items"])
        draw.shuffle(asked)
        return asked[: draw.randint(max(0, len(asked) - 1), len(asked))]

    def _leaves(self):
        items = self.some(self.items)
        return {
            "nation": one_of("england", "wales"),
            "date": lambda draw, _facts: draw.choice(self.dates),
            "requester.body": one_of(*BODIES),
            "requester.rank": one_of(*RANKS),
            "requester.identity": one_of(
                "unverified", "verified", "verified-by-call-back"
            ),
            "requester.signed": flag,
            "requester.countersigned": flag,
            "requester.acts_for": one_of(None, "intelligence-service"),
            "initiated_by": one_of("requester", "health-service", "duty-holder"),
            "purpose": one_of(*PURPOSES),
            "claimed_bases": self.some(self.bases, 4),
            "instrument.kind": one_of(*PAPER_KINDS),
            "instrument.issuer": one_of(*ISSUERS),
            "instrument.written": flag,
            "instrument.sealed": flag,
            "instrument.in_date": flag,
            "instrument.names_holder": flag,
            "instrument.names_requester": flag,
            "instrument.describes_items": self.covers,
            "instrument.particulars_stated": flag,
            "instrument.access_conditions": one_of(None, 1, 2),
            "instrument.future_material": flag,
            "instrument.future_days": one_of(None, 0, 1, 28, 29, 3650),
            "instrument.ordinary_care_only": flag,
            "instrument.sab_conditions": self.some([1, 2, 3, 4], 4),
            "instrument.person_heard": flag,
            "instrument.forbids_notice": flag,
            "instrument.ends_on": end_date,
            "instrument.ban_ends_on": end_date,
            "concern.harm_to_others": one_of(
                "none", "low-or-unclear", "asserted", "serious", "imminent-serious"
            ),
            "concern.harm_to_others_past_only": flag,
            "concern.identified_victim": flag,
            "concern.harm_to_self": one_of(
                "none", "low-or-unclear", "serious", "imminent-death"
            ),
            "concern.suicide_concern": flag,
            "concern.evidence": one_of(
                "none",
                "assertion",
                "second-hand",
                "verbal-statement",
                "documented",
                "first-hand",
            ),
            "concern.offence": one_of("none", "minor", "serious", "terrorism"),
            "concern.wound": one_of(
                "none", "gunshot", "knife-attack", "accidental-or-self-inflicted"
            ),
            "urgency": one_of(
                "routine", "order-deadline", "custody-clock", "same-day", "immediate"
            ),
            "justification.items_needed_why": flag,
            "justification.line_of_enquiry": flag,
            "justification.less_intrusive_tried": flag,
            "justification.why_not_consent": one_of(
                "not-stated", "unsafe", "inappropriate", "impracticable"
            ),
            "justification.balance_written": flag,
            "items": items,
            "ongoing": flag,
            "person.identified": flag,
            "person.age": age,
            "person.child_competence": one_of(
                "not-applicable", "competent", "not-competent", "not-assessed"
            ),
            "person.capacity": one_of(
                "has-capacity",
                "doubted",
                "lacks-temporary",
                "lacks-long-term",
                "not-assessed",
            ),
            "person.capacity_assessed": flag,
            "person.alive": flag,
            "person.is_victim_or_witness": flag,
            "consent.status": one_of(
                "not-sought", "given", "refused", "withdrawn", "cannot-be-sought"
            ),
            "consent.by": one_of(
                None, "person", "parent", "attorney-or-deputy", "family"
            ),
            "consent.asked_by_health_service": flag,
            "consent.specific": flag,
            "consent.informed_and_free": flag,
            "consent.written": flag,
            "consent.single_use": flag,
            "consent.age_days": one_of(None, 0, 1, 30, 31, 36500),
            "consent.covers": self.covers,
            "victim_request.notice_given": flag,
            "victim_request.exception": one_of(
                "none", "not-practicable", "unsafe", "prejudice"
            ),
            "victim_request.counselling_records": flag,
            "victim_request.senior_approval": flag,
            "victim_request.substantial_probative_value": flag,
            **dict.fromkeys(
                (
                    "safeguarding." + name
                    for name in (
                        "section_47_letter",
                        "strategy_meeting",
                        "named_professional_consulted",
                        "harm_reasoning",
                        "adult_care_needs",
                        "adult_abuse_or_neglect",
                        "adult_unable_to_protect",
                        "coercion",
                        "others_at_risk",
                        "local_authority_enquiry",
                        "holder_considers_relevant",
                        "detriment_assessed",
                        "recipient_function_stated",
                    )
                ),
                flag,
            ),
            "safeguarding.child_harm": one_of(
                "none", "asserted", "in-need", "significant"
            ),
            "mappa.category": one_of(1, 2, 3, 4),
            "mappa.level": one_of(1, 2, 3),
            "mappa.convicted": flag,
            "mappa.questions_listed": flag,
            "mappa.meeting_date_set": flag,
            "missing.incident_number": flag,
            "missing.risk_grade": one_of("none", "low", "medium", "high"),
            "missing.end_time_set": flag,
            "missing.avoiding_police_bail": flag,
            "missing.found": flag,
            "representative.authority_checked": flag,
            "representative.consulted": flag,
            "representative.overall_benefit_written": flag,
            "representative.can_wait": flag,
            "duty.regulated_professional": flag,
            "duty.learnt_at_work": flag,
            "duty.fgm_told_or_seen": flag,
            "duty.terrorist_property_suspected": flag,
            "duty.terrorism_of_another": flag,
            "duty.child_abuse_offence_suspected": flag,
            "duty.adult_or_child_at_risk": flag,
            "onward.to": one_of(
                "gp",
                "mental-health-team",
                "social-care",
                "police",
                "intelligence-service",
                "other",
            ),
            "onward.says_source": flag,
            "onward.asks_for_reports": flag,
            "repetition.same_force_referrals_90_days": one_of(0, 0, 1, 2, 3),
            "repetition.new_facts_since_last": flag,
            "deferral.asked": flag,
            "deferral.ground": one_of(*GROUNDS),
            "deferral.reasons_given": flag,
            "deferral.legal_service_agrees": flag,
            "deferral.days": one_of(None, 0, 1, 3, 4, 7, 8, 14, 28, 29),
        }

    def object_paths(self, name):
        return [path for path in self.leaf if path.startswith(name + ".")]

    def put(self, facts, path, draw):
        """Draw the field at `path`, making its object first where it is null."""
        name, _, field = path.partition(".")
        if not field:
            facts[name] = self.leaf[path](draw, facts)
            return
        if facts.get(name) is None:
            facts[name] = {}
            for other in self.object_paths(name):
                facts[name][other.partition(".")[2]] = self.leaf[other](draw, facts)
        facts[name][field] = self.leaf[path](draw, facts)
