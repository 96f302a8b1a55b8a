"""Items: per item asked, the first rule that applies.

Ceilings only ever narrow what was asked.
"""

from tables import CHILD_SAFEGUARDING, CONSENT, MISSING_PERSON, PUBLIC_INTEREST

COUNSELLING_ITEMS = (
    "therapy-notes",
    "medical-history-extract",
    "risk-assessment-extract",
    "care-plan-extract",
    "diagnosis-headline",
)


def items_of(case, basis):
    """(items that may be given, [(closed item, code)]), both in file order."""
    given, closed = [], []
    if not case.items:
        return given, closed
    code = basis.code
    ceiling = ceiling_of(case, basis)
    safe_and_well = code == MISSING_PERSON and safe_and_well_only(case)
    counselling = (
        basis.permits
        and code != CHILD_SAFEGUARDING
        and not case.urgent(code)
        and case.is_police
        and case.is_victim
        and not (
            case.victim_request["senior_approval"]
            and case.victim_request["substantial_probative_value"]
        )
    )
    for item in case.items:
        if item in case.never_items:  # 1
            why = "never-item-requested"
        elif basis.as_instrument_describes:  # 2
            why = None if item in ceiling else "outside-instrument"
        elif item == "full-record":  # 3
            why = "full-record-needs-order"
        elif item not in ceiling:  # 4
            why = "item-outside-ceiling"
        elif code == CONSENT and item not in case.consent["covers"]:  # 5
            why = "outside-consent"
        elif safe_and_well and item != "safe-and-well-confirmation":  # 6
            why = "safe-and-well-only"
        elif counselling and item in COUNSELLING_ITEMS:  # 7
            why = "counselling-presumption"
        else:
            why = None
        if why is None:
            given.append(item)
        else:
            closed.append((item, why))
    return given, closed


def ceiling_of(case, basis):
    """The ceiling of `bases.json`, as the facts widen or narrow it."""
    code = basis.code
    if basis.as_instrument_describes:
        paper = case.own_paper(code)
        return paper["describes_items"] if paper is not None else ()
    ceiling = basis.ceiling
    if code == PUBLIC_INTEREST:
        if case.urgent(code):
            ceiling = ceiling | {"diagnosis-headline", "medication-current"}
        if case.past_only and case.grave_offence:
            ceiling = ceiling | {"medical-history-extract"}
    elif code == CHILD_SAFEGUARDING:
        safeguarding = case.safeguarding
        if not (safeguarding["section_47_letter"] or safeguarding["strategy_meeting"]):
            ceiling = ceiling - {"medical-history-extract"}
    return ceiling


def safe_and_well_only(case):
    # AMBIGUOUS: "risk_grade is none or low (`missing` null: no grade)". Read:
    # with no report there is no grade at all, which is neither none nor low,
    # so this limb does not apply. The other reading: no grade is the grade none.
    grade = None if case.missing is None else case.missing["risk_grade"]
    if grade in ("none", "low"):
        return True
    if not case.adult:
        return False
    presumed_capable = case.person["capacity"] in ("has-capacity", "not-assessed")
    return (presumed_capable and not case.serious_to_self) or (
        case.capable and case.refusal and not case.imminent_death
    )
