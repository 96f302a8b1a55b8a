"""The own tests of the bases that permit (and the two tests others share)."""

from tables import (
    ADULT_SAFEGUARDING,
    CHILD_SAFEGUARDING,
    CONSENT,
    CORONER_VOLUNTARY,
    CTA,
    GUNSHOT,
    INCAPACITY,
    MAPPA,
    MISSING_PERSON,
    PUBLIC_INTEREST,
    SUICIDE,
    VITAL_INTERESTS,
)


def children_only(case):
    if case.age is None:
        yield "age-not-stated"
    elif not case.child:
        yield "child-only"


def adults_only(case):
    if case.age is None:
        yield "age-not-stated"
    elif not case.adult:
        yield "adult-only"


def explained(case, basis):
    """*explained*: unless the basis is urgent. Own motion excuses nothing."""
    if case.urgent(basis.code):
        return
    if not case.justification["items_needed_why"]:
        yield "items-not-justified"
    if basis.code in (PUBLIC_INTEREST, MAPPA):
        if not case.justification["less_intrusive_tried"]:
            yield "less-intrusive-means-not-tried"


def explicit_consent(case, _basis):
    consent = case.consent
    if consent["status"] != "given":
        yield "consent-" + consent["status"]
        return
    if consent["by"] == "person":
        if not case.capable:
            yield "capacity-doubted"
    elif not (
        consent["by"] == "parent"
        and case.under_16
        and case.lacks
        and not case.safeguarding["coercion"]
    ):
        yield "consent-by-wrong-person"
    if not consent["asked_by_health_service"]:
        yield "consent-not-asked-by-health-service"
    if not consent["specific"]:
        yield "consent-not-specific"
    if not consent["informed_and_free"]:
        yield "consent-not-informed-or-free"
    if not consent["written"]:
        yield "consent-not-recorded"
    if not consent["single_use"]:
        yield "consent-open-ended"
    if consent["age_days"] is None or consent["age_days"] > 30:
        yield "consent-expired"


def public_interest(case, basis):
    """Also run by MAPPA: co-operation does not lift confidence."""
    harm = case.concern["harm_to_others"]
    if harm in ("none", "low-or-unclear"):
        yield "no-serious-harm"
    elif harm == "asserted":
        yield "harm-asserted-not-evidenced"
    elif case.past_only:
        if not case.grave_offence:
            yield "no-serious-harm"
        if not case.justification["line_of_enquiry"]:
            yield "line-of-enquiry-missing"
    if case.vague_purpose and not case.urgent(basis.code):
        yield "purpose-too-general"
    if not case.evidence(basis.code):
        yield "evidence-insufficient"
    if not case.consent_ok:
        yield "consent-not-sought-and-no-reason"
    yield from explained(case, basis)


def gunshot(_case, _basis):
    """As a disclosure always closed; see advise under gunshot."""
    yield "identity-needs-public-interest"


def incapacity(case, basis):
    if case.under_16:
        yield "sixteen-and-over-only"
    if case.capable:
        yield "has-capacity"
    elif not case.lacks:
        if not case.under_16 and case.person["capacity"] == "doubted":
            yield "capacity-doubted"
        else:
            yield "capacity-not-assessed"
    if not case.person["capacity_assessed"]:
        yield "capacity-not-assessed"
    if not case.serious_to_self:
        yield "no-need-shown"
    if case.representative["can_wait"]:
        yield "can-wait-for-recovery"
    if not case.representative["overall_benefit_written"]:
        yield "overall-benefit-not-written"
    if not case.emergency:
        if not case.representative["authority_checked"]:
            yield "representative-not-checked"
        if not case.representative["consulted"]:
            yield "representative-not-consulted"
    yield from explained(case, basis)


def vital_interests(case, basis):
    status = case.consent["status"]
    why_not = case.justification["why_not_consent"]
    out_of_reach = status == "cannot-be-sought" or (
        status == "not-sought" and why_not in ("impracticable", "unsafe")
    )
    if case.capable or not out_of_reach:
        yield "can-consent"
    if not (case.imminent_death and case.urgency == "immediate"):
        yield "no-present-danger"
    if not case.evidence(basis.code):
        yield "evidence-insufficient"


def suicide(case, basis):
    yield from adults_only(case)
    if not (case.concern["suicide_concern"] and case.serious_to_self):
        yield "no-suicide-concern"
    if case.capable and case.refusal and not case.serious_to_others:
        yield "capable-refusal-respected"
    if not case.consent_ok:
        yield "consent-not-sought-and-no-reason"
    if not case.evidence(basis.code):
        yield "evidence-insufficient"
    yield from explained(case, basis)


def child_safeguarding(case, basis):
    safeguarding = case.safeguarding
    life_and_evidence = case.life and case.evidence(basis.code)
    yield from children_only(case)
    harm = safeguarding["child_harm"]
    if harm == "none":
        yield "significant-harm-not-shown"
    elif harm == "asserted":
        yield "significant-harm-only-asserted"
    elif harm == "in-need":
        agreed = case.consent["status"] == "given" and case.consent["by"] in (
            "person",
            "parent",
        )
        unsafe_to_ask = (
            case.justification["why_not_consent"] == "unsafe" and not case.refusal
        )
        if not agreed and not unsafe_to_ask:
            yield "child-in-need-agreement-missing"
    if not safeguarding["harm_reasoning"] and not life_and_evidence:
        yield "safeguarding-reasoning-missing"
    process = (
        safeguarding["section_47_letter"]
        or safeguarding["strategy_meeting"]
        or safeguarding["named_professional_consulted"]
    )
    if not process and not case.emergency:
        yield "safeguarding-process-missing"
    if (
        case.body == "counter-terrorism-police"
        and not safeguarding["section_47_letter"]
        and not case.own_motion
        and not life_and_evidence
    ):
        yield "local-authority-letter-missing"
    yield from explained(case, basis)


def adult_safeguarding(case, basis):
    safeguarding = case.safeguarding
    yield from adults_only(case)
    if not (
        safeguarding["adult_care_needs"]
        and safeguarding["adult_abuse_or_neglect"]
        and safeguarding["adult_unable_to_protect"]
    ):
        yield "not-an-adult-at-risk"
    if case.body != "local-authority" and not safeguarding["local_authority_enquiry"]:
        yield "enquiry-is-the-local-authoritys"
    set_aside = (
        safeguarding["coercion"]
        or safeguarding["others_at_risk"]
        or case.serious_to_others
    )
    if case.capable and case.refusal and not set_aside:
        yield "capable-refusal-respected"
    if not case.consent_ok:
        yield "consent-not-sought-and-no-reason"
    yield from explained(case, basis)


def mappa(case, basis):
    if case.mappa is None or not case.mappa["convicted"]:
        yield "not-a-mappa-offender"
    else:
        if not case.mappa["questions_listed"]:
            yield "mappa-questions-missing"
        if not case.mappa["meeting_date_set"]:
            yield "mappa-meeting-missing"
    yield from public_interest(case, basis)


def missing_person(case, basis):
    missing = case.missing
    if missing is None:
        yield "not-reported-missing"
        return
    if missing["avoiding_police_bail"]:
        yield "absconder-is-not-missing"
    if missing["found"]:
        yield "person-found"
    if case.vague_purpose and not case.emergency:
        yield "purpose-too-general"
    if not missing["incident_number"]:
        yield "missing-incident-number-missing"
    if not missing["end_time_set"] and not case.emergency:
        yield "missing-end-time-missing"
    yield from explained(case, basis)


def disclosure_to_the_service(case, _basis):
    """cta2008-s19."""
    if case.body != "intelligence-service":
        acting_for_it = case.requester["acts_for"] is not None
        if acting_for_it or case.purpose == "assist-intelligence-service":
            yield "recipient-must-be-the-service"
        else:
            yield "not-for-an-intelligence-service"
    paper = case.instrument
    confirmed = (
        case.instrument_is("service-confirmation")
        and paper["issuer"] == "intelligence-service"
        and paper["written"]
        and paper["in_date"]
    )
    if not confirmed:
        yield "service-confirmation-missing"
    elif not paper["particulars_stated"]:
        yield "instrument-particulars-missing"
    # No excuse: urgency changes nothing here.
    if not case.justification["items_needed_why"]:
        yield "items-not-justified"
    if not case.justification["less_intrusive_tried"]:
        yield "less-intrusive-means-not-tried"


def coroner_voluntary(case, basis):
    if case.alive:
        yield "person-alive"
    yield from explained(case, basis)


PERMITS = {
    CONSENT: explicit_consent,
    PUBLIC_INTEREST: public_interest,
    GUNSHOT: gunshot,
    INCAPACITY: incapacity,
    VITAL_INTERESTS: vital_interests,
    SUICIDE: suicide,
    CHILD_SAFEGUARDING: child_safeguarding,
    ADULT_SAFEGUARDING: adult_safeguarding,
    MAPPA: mappa,
    MISSING_PERSON: missing_person,
    CTA: disclosure_to_the_service,
    CORONER_VOLUNTARY: coroner_voluntary,
}
