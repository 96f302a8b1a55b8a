"""What the generator starts from: facts that open a basis, and situations.

Every table here is {path: value}, laid over NEUTRAL.
"""

from derived import SENIOR_RANKS
from fields import TODAY

NEUTRAL = {
    "facts_version": 1,
    "nation": "england",
    "date": TODAY,
    "requester": {
        "body": "local-police",
        "rank": "constable",
        "identity": "verified",
        "signed": True,
        "countersigned": False,
        "acts_for": None,
    },
    "initiated_by": "requester",
    "purpose": "investigate-serious-crime",
    "claimed_bases": [],
    "instrument": None,
    "concern": {
        "harm_to_others": "none",
        "harm_to_others_past_only": False,
        "identified_victim": False,
        "harm_to_self": "none",
        "suicide_concern": False,
        "evidence": "documented",
        "offence": "none",
        "wound": "none",
    },
    "urgency": "routine",
    "justification": {
        "items_needed_why": True,
        "line_of_enquiry": True,
        "less_intrusive_tried": True,
        "why_not_consent": "unsafe",
        "balance_written": True,
    },
    "items": ["identity-confirmation"],
    "ongoing": False,
    "person": {
        "identified": True,
        "age": 30,
        "child_competence": "not-applicable",
        "capacity": "has-capacity",
        "capacity_assessed": True,
        "alive": True,
        "is_victim_or_witness": False,
    },
    "consent": {
        "status": "not-sought",
        "by": None,
        "asked_by_health_service": False,
        "specific": False,
        "informed_and_free": False,
        "written": False,
        "single_use": False,
        "age_days": None,
        "covers": [],
    },
    "victim_request": {
        "notice_given": False,
        "exception": "none",
        "counselling_records": False,
        "senior_approval": False,
        "substantial_probative_value": False,
    },
    "safeguarding": {
        "section_47_letter": False,
        "strategy_meeting": False,
        "named_professional_consulted": False,
        "harm_reasoning": False,
        "child_harm": "none",
        "adult_care_needs": False,
        "adult_abuse_or_neglect": False,
        "adult_unable_to_protect": False,
        "coercion": False,
        "others_at_risk": False,
        "local_authority_enquiry": False,
        "holder_considers_relevant": False,
        "detriment_assessed": False,
        "recipient_function_stated": False,
    },
    "mappa": None,
    "missing": None,
    "representative": {
        "authority_checked": True,
        "consulted": True,
        "overall_benefit_written": True,
        "can_wait": False,
    },
    "duty": None,
    "onward": None,
    "repetition": {"same_force_referrals_90_days": 0, "new_facts_since_last": False},
    "deferral": {
        "asked": False,
        "ground": "none",
        "reasons_given": True,
        "legal_service_agrees": False,
        "days": None,
    },
}

PAPER = {
    "written": True,
    "sealed": True,
    "in_date": True,
    "names_holder": True,
    "names_requester": True,
    "particulars_stated": True,
    "access_conditions": 2,
    "future_material": False,
    "future_days": None,
    "ordinary_care_only": True,
    "sab_conditions": [1, 2, 3],
    "person_heard": True,
    "forbids_notice": False,
    "ends_on": None,
    "ban_ends_on": None,
}
NO_DUTY = {
    "regulated_professional": False,
    "learnt_at_work": True,
    "fgm_told_or_seen": False,
    "terrorist_property_suspected": False,
    "terrorism_of_another": False,
    "child_abuse_offence_suspected": False,
    "adult_or_child_at_risk": False,
}
CHILD = {"person.age": 14, "person.child_competence": "competent"}
REPORTED_MISSING = {
    "missing": {
        "incident_number": True,
        "risk_grade": "high",
        "end_time_set": True,
        "avoiding_police_bail": False,
        "found": False,
    }
}
SERVICE = {
    "requester.body": "intelligence-service",
    "requester.rank": "other-professional",
    "purpose": "assist-intelligence-service",
}
GIVEN = {
    "consent": {
        "status": "given",
        "by": "person",
        "asked_by_health_service": True,
        "specific": True,
        "informed_and_free": True,
        "written": True,
        "single_use": True,
        "age_days": 1,
        "covers": ["identity-confirmation", "therapy-notes", "allergies"],
    }
}


def paper(kind, issuer, **other):
    return {"instrument": {"kind": kind, "issuer": issuer, **PAPER, **other}}


def duty(**fields):
    return {"initiated_by": "duty-holder", "duty": {**NO_DUTY, **fields}}


def held_duty(body="local-police", **fields):
    return {"requester.body": body, **duty(**fields)}


# What each basis needs beyond NEUTRAL. Bases not named here can never open.
SATISFIED = {
    "rta1988-s172": {"purpose": "identify-driver"},
    "cja2009-sch5-para1": {"requester.body": "coroner", "person.alive": False},
    "care-act-s45": {"requester.body": "safeguarding-adults-board"},
    "sswba2014-s137": {
        "requester.body": "safeguarding-adults-board",
        "nation": "wales",
    },
    "ta2000-sch5-para15": {"purpose": "terrorist-investigation"},
    "ca2004-s16la": {
        "requester.body": "local-authority",
        "safeguarding.holder_considers_relevant": True,
        "safeguarding.detriment_assessed": True,
        "safeguarding.recipient_function_stated": True,
        **CHILD,
    },
    "fgm2003-s5b": {
        **held_duty(regulated_professional=True, fgm_told_or_seen=True),
        **CHILD,
    },
    "ta2000-s19": held_duty(terrorist_property_suspected=True),
    "ta2000-s38b": held_duty(terrorism_of_another=True),
    "cpa2026-csa-report": {
        **held_duty(child_abuse_offence_suspected=True),
        **CHILD,
    },
    "sswba2014-s128": {
        **held_duty("local-authority", adult_or_child_at_risk=True),
        "nation": "wales",
    },
    "sswba2014-s130": {
        **held_duty("local-authority", adult_or_child_at_risk=True),
        "nation": "wales",
        **CHILD,
    },
    "explicit-consent": GIVEN,
    "public-interest-serious-harm": {
        "concern.harm_to_others": "imminent-serious",
        "concern.offence": "serious",
    },
    "gunshot-knife-report": {
        "concern.wound": "gunshot",
        "items": ["incident-statistics-no-identity"],
    },
    "incapacity-best-interests": {
        "person.capacity": "lacks-temporary",
        "concern.harm_to_self": "serious",
    },
    "vital-interests-incapacity": {
        "person.capacity": "lacks-temporary",
        "concern.harm_to_self": "imminent-death",
        "urgency": "immediate",
    },
    "suicide-risk": {
        "concern.harm_to_self": "serious",
        "concern.suicide_concern": True,
    },
    "child-safeguarding-s17-s47": {
        "safeguarding.child_harm": "significant",
        "safeguarding.harm_reasoning": True,
        "safeguarding.strategy_meeting": True,
        "safeguarding.section_47_letter": True,
        "purpose": "section-47-enquiry",
        **CHILD,
    },
    "adult-safeguarding-s42": {
        "safeguarding.adult_care_needs": True,
        "safeguarding.adult_abuse_or_neglect": True,
        "safeguarding.adult_unable_to_protect": True,
        "requester.body": "local-authority",
    },
    "mappa-cja2003-s325": {
        "requester.body": "mappa-responsible-authority",
        "concern.harm_to_others": "serious",
        "items": ["clinician-contact"],
        "mappa": {
            "category": 2,
            "level": 2,
            "convicted": True,
            "questions_listed": True,
            "meeting_date_set": True,
        },
    },
    "missing-person": {"purpose": "find-missing-person", **REPORTED_MISSING},
    "cta2008-s19": {**SERVICE, **paper("service-confirmation", "intelligence-service")},
    "coroner-voluntary": {
        "requester.body": "coroner",
        "person.alive": False,
        "purpose": "inquest",
    },
}

# Situations laid over a template, to reach the rules where things meet.
EMERGENCY = {"urgency": "immediate", "concern.harm_to_others": "imminent-serious"}
SITUATIONS = (
    EMERGENCY,
    {"urgency": "immediate", "concern.harm_to_self": "imminent-death"},
    *(
        {
            **EMERGENCY,
            "concern.evidence": "verbal-statement",
            "requester.identity": "verified-by-call-back",
            "requester.rank": rank,
        }
        for rank in SENIOR_RANKS
    ),
    {
        "urgency": "immediate",
        "concern.harm_to_self": "imminent-death",
        "concern.evidence": "verbal-statement",
        "requester.identity": "verified-by-call-back",
    },
    {**EMERGENCY, "person.is_victim_or_witness": True},
    {**EMERGENCY, "safeguarding.harm_reasoning": False},
    {"person.is_victim_or_witness": True, "victim_request.notice_given": True},
    {"person.is_victim_or_witness": True, "victim_request.exception": "unsafe"},
    {
        **EMERGENCY,
        "initiated_by": "health-service",
        "person.is_victim_or_witness": True,
    },
    {
        "urgency": "immediate",
        "concern.harm_to_others": "serious",
        "concern.harm_to_self": "imminent-death",
        "initiated_by": "health-service",
        "person.is_victim_or_witness": True,
    },
    {
        "urgency": "immediate",
        "concern.harm_to_self": "serious",
        "initiated_by": "health-service",
        "person.is_victim_or_witness": True,
    },
    {
        "person.is_victim_or_witness": True,
        "victim_request.notice_given": True,
        "victim_request.senior_approval": True,
        "victim_request.substantial_probative_value": True,
        "concern.harm_to_others": "serious",
        "concern.harm_to_others_past_only": True,
        "items": ["contact-location", "medical-history-extract", "therapy-notes"],
    },
    {
        "person.is_victim_or_witness": True,
        "victim_request.notice_given": True,
        "purpose": "investigate-domestic-abuse",
    },
    # Counselling records: approved by a senior officer, or of probative value, but not both.
    *(
        {
            "person.is_victim_or_witness": True,
            "victim_request.notice_given": True,
            "victim_request.senior_approval": approved,
            "victim_request.substantial_probative_value": not approved,
            "concern.harm_to_others": "serious",
            "items": ["therapy-notes", "medical-history-extract", "contact-location"],
        }
        for approved in (False, True)
    ),
    # An age that nobody knows: what is told as to an adult, and what as to somebody who may be a child.
    *(
        {
            "person.age": None,
            "person.capacity": capacity,
            "concern.harm_to_others": "imminent-serious",
            "concern.harm_to_self": "serious",
            "concern.evidence": "documented",
        }
        for capacity in ("has-capacity", "doubted", "lacks-temporary", "lacks-long-term")
    ),
    {"purpose": "find-missing-person", **REPORTED_MISSING},
    {
        "purpose": "find-missing-person",
        "person.age": 15,
        "person.child_competence": "not-competent",
        **REPORTED_MISSING,
    },
    {
        "purpose": "find-missing-person",
        "person.age": 15,
        "safeguarding.coercion": True,
        **REPORTED_MISSING,
    },
    *(
        {
            "purpose": "find-missing-person",
            "urgency": "immediate",
            "concern.harm_to_self": "imminent-death",
            "person.age": 17,
            "person.capacity": capacity,
            "safeguarding.coercion": coercion,
            **REPORTED_MISSING,
        }
        for capacity in ("lacks-temporary", "not-assessed")
        for coercion in (False, True)
    ),
    {"person.age": None},
    {"person.age": None, "person.capacity": "lacks-temporary"},
    {"person.age": 17, "person.capacity": "not-assessed"},
    {"person.age": 16, "person.capacity": "not-assessed"},
    {"person.age": 15, "person.capacity": "not-assessed"},
    {"person.capacity": "lacks-long-term"},
    {"person.capacity": "lacks-temporary"},
    {"consent.status": "refused"},
    {"consent.status": "withdrawn"},
    {"consent.status": "given", "consent.by": "parent"},
    {
        "person.age": 12,
        "person.child_competence": "not-competent",
        "consent.status": "given",
        "consent.by": "parent",
    },
    {"ongoing": True},
    {"concern.harm_to_others": "serious", "concern.harm_to_others_past_only": True},
    # What is past is no danger in telling.
    {
        "concern.harm_to_others": "serious",
        "concern.harm_to_others_past_only": True,
        "deferral.asked": True,
        "deferral.ground": "n-safety",
        "deferral.days": 14,
    },
    {
        "concern.harm_to_others": "serious",
        "deferral.asked": True,
        "deferral.ground": "n-safety",
        "deferral.days": 14,
    },
    {
        "repetition.same_force_referrals_90_days": 2,
        "repetition.new_facts_since_last": True,
    },
    {"initiated_by": "health-service"},
    duty(terrorism_of_another=True),
    {"onward": {"to": "police", "says_source": True, "asks_for_reports": False}},
    {"onward": {"to": "gp", "says_source": False, "asks_for_reports": False}},
    {"requester.body": "counter-terrorism-police"},
    {
        "requester.body": "violence-reduction-unit",
        "purpose": "strategic-needs-assessment",
    },
    {"purpose": "safe-detention"},
    {"justification.balance_written": False},
    {"concern.harm_to_others": "serious", "person.alive": False},
    {
        "person.is_victim_or_witness": True,
        "victim_request.exception": "prejudice",
        "items": ["diagnosis-headline", "contact-location", "medical-history-extract"],
    },
    {
        "person.is_victim_or_witness": True,
        "victim_request.notice_given": True,
        "concern.harm_to_others": "serious",
        "concern.harm_to_others_past_only": True,
        "items": ["contact-location", "medical-history-extract", "therapy-notes"],
    },
    {
        "safeguarding.child_harm": "in-need",
        "consent.status": "given",
        "consent.by": "person",
    },
    {"safeguarding.child_harm": "significant", "person.age": 17},
    {**EMERGENCY, "safeguarding.child_harm": "significant", "person.age": None},
    {
        "safeguarding.coercion": True,
        "person.is_victim_or_witness": True,
        "victim_request.notice_given": True,
    },
    {"missing": {**REPORTED_MISSING["missing"], "risk_grade": "low"}},
    {"items": ["contact-location", "full-record", "attendance-list-bulk"]},
    {"items": ["prospective-monitoring", "identity-confirmation"]},
    {"person.age": 15, "person.child_competence": "not-assessed"},
    {"purpose": "prevent-triage", "claimed_bases": ["public-interest-serious-harm"]},
    {"requester.acts_for": "intelligence-service", "claimed_bases": ["cta2008-s19"]},
    {"claimed_bases": ["ctsa2015-s36-s38"]},
    {"nation": "wales"},
)
