"""Step 1 of the order of evaluation: for every basis, all its reasons.

Each test is a generator of reason codes; `reasons_of` puts them together with
what the ceilings leave of the items asked.
"""

from items import items_of
from permits import PERMITS, adults_only, children_only
from tables import (
    CARE_ACT_S45,
    CORONER_NOTICE,
    CORONER_VOLUNTARY,
    CSA,
    CTA,
    FGM,
    ISSUERS,
    JUDGES_ORDERS,
    PACE,
    PARA_15,
    PARA_7,
    PUBLIC_INTEREST,
    S128,
    S130,
    S137,
    S16LA,
    S172,
    S19,
    S38B,
)


NOT_A_GATEWAY = ({"not-a-gateway"}, [], [])


def reasons_of(case, basis):
    """(reason codes, items that may be given, [(closed item, code)])."""
    if not basis.is_gateway:
        return NOT_A_GATEWAY
    given, closed = items_of(case, basis)
    codes = set(common(case, basis, given))
    if basis.is_paper:
        codes.update(instrument(case, basis))
    elif basis.personal_duty:
        codes.update(personal_duty(case, basis))
    elif basis.code == S16LA:
        codes.update(duty_to_share_about_a_child(case))
    else:
        codes.update(PERMITS[basis.code](case, basis))
    # AMBIGUOUS: "common, then its own, then items". The codes of single items
    # are not reasons of the basis (one closed item would else close it): the
    # items give no-items-requested and no-item-within-ceiling only. The other
    # reading adds the items' codes wherever no item at all may be given.
    return codes, given, closed


# --- Common reasons -------------------------------------------------------


def common(case, basis, given):
    code = basis.code
    urgent = case.urgent(code)
    if basis.permits or code == S16LA:
        if case.ongoing:
            yield "monitoring-request"
        if case.never_item:
            yield "never-item-requested"
    if case.nation not in basis.nations:
        yield "not-this-nation"
    if (
        basis.in_force_from is None
        or basis.in_force_from > case.date
        or (basis.in_force_to is not None and basis.in_force_to < case.date)
    ):
        yield "not-in-force"
    if case.unverified and not basis.personal_duty:
        yield "requester-not-verified"
    if basis.bodies is not None and case.body not in basis.bodies:
        yield "wrong-requester"
    if not case.identified and code not in (S172, S19, S38B):
        yield "person-not-identified"
    if not case.alive:
        # AMBIGUOUS: "under public interest only where past only" is read as:
        # the reason is given under public interest only where the harm is
        # past (a death does not end a danger to the living). The other
        # reading exempts public interest where the harm is past.
        if code == PUBLIC_INTEREST:
            if case.past_only:
                yield "person-has-died"
        elif not basis.is_paper and code not in (S19, S38B, CORONER_VOLUNTARY):
            yield "person-has-died"
    if not case.items:
        yield "no-items-requested"
    elif not given and not (basis.is_paper and case.own_paper(code) is None):
        yield "no-item-within-ceiling"
    if basis.permits:
        yield from common_to_permits(case, basis, urgent)


def common_to_permits(case, basis, urgent):
    if case.earlier >= 1 and not case.new_facts and not case.own_motion and not urgent:
        yield "repeats-without-new-facts"
    if case.must_sign and not case.own_motion and not urgent:
        if not case.requester["signed"]:
            yield "form-not-signed"
        if case.requester["rank"] == "not-stated":
            yield "rank-not-stated"
    if (
        case.requester["acts_for"] is not None
        and case.body != "intelligence-service"
        and basis.code != CTA
    ):
        yield "acts-for-another-body"
    if case.onward is not None and not case.onward["says_source"]:
        yield "onward-hides-source"
    if (
        case.is_police
        and case.alive
        and case.is_victim
        and not case.own_motion
        and not (case.life and urgent)
    ):
        if not case.notice_or_exception():
            yield "victim-notice-missing"
        if not case.justification["line_of_enquiry"]:
            yield "line-of-enquiry-missing"
        if not case.justification["less_intrusive_tried"]:
            yield "less-intrusive-means-not-tried"


# --- Compels --------------------------------------------------------------


def instrument(case, basis):
    """Compels: the instrument."""
    code = basis.code
    claimed = code in case.claimed
    paper = case.own_paper(code)
    if paper is None:
        if case.instrument_is("application-or-draft") and claimed:
            yield "instrument-is-only-an-application"
            if not case.instrument["person_heard"]:
                yield "person-not-heard"
        elif claimed:
            yield "instrument-not-attached"
        else:
            yield "no-instrument-served"
        return
    if paper["issuer"] != ISSUERS[code]:
        yield "instrument-issuer-wrong"
    if not paper["written"]:
        yield "instrument-not-written"
    if not paper["names_holder"]:
        yield "instrument-names-another-holder"
    if not paper["names_requester"]:
        yield "instrument-names-another-recipient"
    if code in JUDGES_ORDERS and not paper["sealed"]:
        yield "instrument-not-sealed"
    ended = paper["ends_on"] is not None and paper["ends_on"] < case.date
    if not paper["in_date"] or ended:
        yield "instrument-out-of-date"
    if code != S172 and not paper["describes_items"]:
        yield "instrument-does-not-describe-material"
    if code in (S172, PARA_15, CORONER_NOTICE, CARE_ACT_S45, S137):
        if not paper["particulars_stated"]:
            yield "instrument-particulars-missing"
    if code == PACE and paper["access_conditions"] != 2:
        yield "second-access-conditions-not-shown"
    if code == PARA_15 and not case.terrorism_purpose:
        yield "not-a-terrorist-investigation"
    lawful = case.para7() if code == PARA_7 else not paper["future_material"]
    if not lawful:
        yield "future-material-not-lawful"
    if code == CARE_ACT_S45:
        shown = set(paper["sab_conditions"])
        if not ({1, 2} <= shown and shown & {3, 4}):
            yield "sab-conditions-not-met"


def duty_to_share_about_a_child(case):
    """ca2004-s16la has no instrument."""
    yield from children_only(case)
    if not case.safeguarding["holder_considers_relevant"]:
        yield "holder-view-of-relevance-missing"
    if not case.safeguarding["detriment_assessed"]:
        yield "detriment-not-assessed"
    if not case.safeguarding["recipient_function_stated"]:
        yield "recipient-function-not-stated"


# --- Personal duties ------------------------------------------------------

DUTY_TRIGGERS = {
    FGM: ("regulated_professional", "learnt_at_work", "fgm_told_or_seen"),
    S19: ("learnt_at_work", "terrorist_property_suspected"),
    S38B: ("terrorism_of_another",),
    CSA: ("learnt_at_work", "child_abuse_offence_suspected"),
    S128: ("adult_or_child_at_risk",),
    S130: ("adult_or_child_at_risk",),
}


def personal_duty(case, basis):
    if not case.holders_own:
        yield "duty-is-the-holders-own"
        return
    # AMBIGUOUS: "age (...), and else duty-not-triggered". No reason hides
    # another, so age and trigger are both tested; "else" says which code a
    # failing trigger gives, not that a wrong age stands alone.
    if basis.code in (FGM, CSA, S130):
        yield from children_only(case)
    if basis.code == S128:
        yield from adults_only(case)
    if not all(case.duty[field] for field in DUTY_TRIGGERS[basis.code]):
        yield "duty-not-triggered"
