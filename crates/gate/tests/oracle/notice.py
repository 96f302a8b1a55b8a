"""Notice: how the person is told, and whether putting it off holds.

"Only a disclosure has a basis here": for every other outcome `basis` is None.
"""

from tables import (
    CHILD_SAFEGUARDING,
    CONSENT,
    CSA,
    CTA,
    FGM,
    INCAPACITY,
    MAPPA,
    MISSING_PERSON,
    PUBLIC_INTEREST,
    S130,
    S172,
    VITAL_INTERESTS,
)

REVIEWER = "independent-deferral-reviewer"
BEFORE_DISCLOSURE = "notify-before-disclosure-unless-unsafe"
CHILD_AND_PARENT = "notify-child-and-parent-unless-unsafe"
IF_CHILD_AGREES = "notify-now-child-parent-only-if-child-agrees"


def deferral(case, basis):
    """(the ground that holds or None, the reason it is refused or None)."""
    if not case.deferral["asked"]:
        return None, None
    ground = case.deferral["ground"]
    if basis is not None and basis.code == CONSENT:
        return None, "deferral-ground-not-met"
    if ground == "none":
        return None, "deferral-ground-not-stated"
    if ground == "n-ta21d":
        return None, "deferral-ground-not-for-nhs"
    if ground in ("n-sch3p5", "n-sch3p4"):
        return None, "deferral-ground-is-access-only"
    if not case.deferral["reasons_given"]:
        return None, "deferral-not-reasoned"
    if not ground_holds(case, basis, ground):
        return None, "deferral-ground-not-met"
    return ground, None


def ground_holds(case, basis, ground):
    if ground == "n-ta39":
        about_terrorism = (
            case.terrorism_purpose or case.concern["offence"] == "terrorism"
        )
        return about_terrorism and (
            case.is_police
            or case.body == "intelligence-service"
            or case.initiated_by == "duty-holder"
        )
    if ground == "n-court":
        return basis is not None and case.ban(basis.code)
    if ground == "n-vir":
        return case.is_victim and case.victim_request["exception"] != "none"
    if ground == "n-sch2p2":
        return case.concern["offence"] != "none"
    # n-safety
    return (
        case.serious_to_others
        or case.serious_to_self
        or case.safeguarding["child_harm"] == "significant"
        or case.is_victim
    )


def cap_in_days(case, ground):
    """The cap of a ground under rule 4; in an emergency every cap is 3."""
    if case.emergency:
        return 3
    if ground == "n-vir":
        return 28
    if ground == "n-sch2p2":
        return 7 if case.concern["offence"] == "minor" else 28
    significant = case.safeguarding["child_harm"] == "significant"
    return 14 if case.child_or_unknown and significant else 7  # n-safety


def notice(case, tables, outcome, basis):
    """The notice of one open outcome, and the row of the table that gave it."""
    ground, refused = deferral(case, basis)
    row, rule = rule_of(case, outcome, basis, ground)
    written = {"rule": rule}
    if row == "1":
        written["grounds"] = ["n-ta39"]
        # AMBIGUOUS: rule 1 "always has max_days: 28 where ...; else 3" is read
        # as those two numbers only; the emergency cap and the days asked are
        # for rule 4. Also: verified AND (basis, instrument, duty, or the legal
        # service agrees), not (verified AND ...) OR the legal service agrees.
        footing = (
            ta2000_at_hand(case, basis) or case.deferral["legal_service_agrees"]
        )
        written["max_days"] = 28 if footing and not case.unverified else 3
        written["reviewer"] = REVIEWER
    elif row == "3":
        written["grounds"] = ["n-court"]
    elif row == "4":
        cap = cap_in_days(case, ground)
        asked = case.deferral["days"]
        written["grounds"] = [ground]
        written["max_days"] = min(cap, asked) if asked else cap  # null or 0: the cap
        written["reviewer"] = REVIEWER
    if refused is not None:
        written["refused"] = tables.written_out([refused], basis)
    return written, row


def ta2000_at_hand(case, basis):
    """A ta2000 basis, instrument or duty, as in rule 1."""
    return (
        (basis is not None and basis.is_ta2000)
        or (
            case.instrument is not None
            and case.instrument["kind"].startswith("ta2000-")
        )
        or (
            case.holders_own
            and (
                case.duty["terrorism_of_another"]
                or case.duty["terrorist_property_suspected"]
            )
        )
    )


def rule_of(case, outcome, basis, ground):
    """(row, rule): the first row of the table that applies."""
    code = basis.code if basis is not None else None
    if ta2000_at_hand(case, basis) or ground == "n-ta39":
        return "1", "legal-hold-independent-review-every-28-days"
    if not case.identified and code != S172:
        return "2", "no-notice-no-person-identified"
    if not case.alive:
        return "2", "notify-next-of-kin-via-coroner"
    if code is not None and case.ban(code):
        return "3", "as-order-directs"
    if ground is not None:
        return "4", "may-defer-with-review"
    at_home_in_danger = (
        case.purpose == "investigate-domestic-abuse" or case.safeguarding["coercion"]
    )
    if case.is_victim and not case.young and at_home_in_danger:
        return "5", "notify-via-safe-contact-agreed-with-patient"
    if outcome == "return":
        return "6", "hold-notice-until-complete-or-5-working-days-then-notify"

    permits_but_consent = basis is not None and basis.permits_but_consent
    capacity = case.person["capacity"]
    rows_7_passed_over = case.age is None and (
        code == S172 or (permits_but_consent and capacity == "lacks-temporary")
    )
    if case.child_or_unknown and not rows_7_passed_over:
        return rows_7(case, code)

    if permits_but_consent and capacity == "lacks-long-term":
        return "8", "notify-representative-or-on-recovery"
    if code == MISSING_PERSON:
        return "8", "notify-on-finding"
    if code == VITAL_INTERESTS or (
        permits_but_consent and capacity == "lacks-temporary"
    ):
        return "8", "notify-on-recovery-within-72-hours"
    if code in (PUBLIC_INTEREST, MAPPA, CTA, INCAPACITY):
        return "8", BEFORE_DISCLOSURE
    return "9", "notify-now"


def rows_7(case, code):
    if code in (FGM, CSA, S130):
        return "7a", CHILD_AND_PARENT if case.young else IF_CHILD_AGREES
    if case.purpose == "find-missing-person" and code in (
        MISSING_PERSON,
        CHILD_SAFEGUARDING,
        VITAL_INTERESTS,
    ):
        if not case.young:
            return "7b", "notify-on-finding"
        if case.safeguarding["coercion"]:
            return "7b", CHILD_AND_PARENT
        return "7b", "notify-parent-or-carer-now"
    if case.young:
        return "7c", CHILD_AND_PARENT
    if code in (CHILD_SAFEGUARDING, PUBLIC_INTEREST, MAPPA, CTA):
        return "7c", BEFORE_DISCLOSURE
    return "7c", IF_CHILD_AGREES
