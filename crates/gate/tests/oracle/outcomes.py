"""Steps 2 and 3: return, advise, offer-care, then what goes with what is open."""

from bases import reasons_of
from derived import Case
from notice import REVIEWER, notice
from tables import (
    APPROVALS,
    CHANNEL,
    CHILD_SAFEGUARDING,
    CONSENT,
    COURT_ORDER,
    CTA,
    FGM,
    GUNSHOT,
    MAPPA,
    MISSING_PERSON,
    PACE,
    PARA_7,
    PUBLIC_INTEREST,
    S172,
    S38B,
    SCHEDULE_5,
)


def verdict_of(facts, tables):
    return Verdict(Case(facts, tables), tables).written()


class Verdict:
    """One verdict in the making; `open_bases` are the disclosures that are open."""

    def __init__(self, case, tables):
        self.case = case
        self.tables = tables
        self.found = {
            basis.code: reasons_of(case, basis) for basis in tables.bases
        }
        self.open_bases = [
            basis for basis in tables.bases if not self.found[basis.code][0]
        ]
        self.open_codes = frozenset(basis.code for basis in self.open_bases)
        # (outcome, basis, row of the notice table), for the coverage report.
        self.notice_rows = []

    def written(self):
        open_, closed = [], []
        open_.append(self.refuse_or_return("refuse"))
        for outcome, basis, reasons, entry in (
            ("return", None, self.return_reasons(), self.return_),
            ("advise", None, self.case.watch_reasons, self.advise),
            ("advise", GUNSHOT, self.gunshot_advice_reasons(), self.gunshot_advice),
            ("offer-care", None, self.offer_care_reasons(), self.offer_care),
        ):
            if reasons:
                closed.append(self.closed(outcome, reasons, basis))
            else:
                open_.append(entry())
        for basis in self.tables.bases:
            codes = self.found[basis.code][0]
            if codes:
                closed.append(self.closed("disclose", codes, basis.code))
            else:
                open_.append(self.disclosure(basis))
        return {
            "verdict_version": 1,
            "pack": "oracle",
            "open": open_,
            "closed": closed,
            "missing": self.missing(),
        }

    def closed(self, outcome, codes, code=None):
        entry = {"outcome": outcome}
        basis = None
        if code is not None:
            basis = self.tables.basis[code]
            entry["basis"] = code
        entry["reasons"] = self.tables.written_out(codes, basis)
        return entry

    def notice(self, outcome, basis=None):
        written, row = notice(self.case, self.tables, outcome, basis)
        self.notice_rows.append((outcome, basis.code if basis else None, row))
        return written

    # --- Return, advise, offer-care, curable ------------------------------

    def curable(self, basis):
        """Open, or a gateway all of whose reasons are curable."""
        codes = self.found[basis.code][0]
        if not codes:
            return True
        if not basis.is_gateway:
            return False
        if basis.code == CONSENT:
            # *in play*: claimed, or Channel (which is voluntary) is.
            if not self.case.claimed & {CONSENT, CHANNEL}:
                return False
        if self.case.watch and not self.open_bases:
            if basis.code != PARA_7 or self.case.own_paper(PARA_7) is None:
                return False
        return all(self.tables.reason[code]["curable"] for code in codes)

    def return_reasons(self):
        asked = len(self.case.items)
        for basis in self.open_bases:
            if basis.compels and len(self.found[basis.code][1]) == asked:
                return ["complete-and-compelled"]
        if not any(self.curable(basis) for basis in self.tables.bases):
            return ["nothing-curable"]
        return []

    def gunshot_advice_reasons(self):
        if self.case.watch:
            return self.case.watch_reasons
        reasons = []
        if self.case.unverified:
            reasons.append("requester-not-verified")
        if self.case.concern["wound"] not in ("gunshot", "knife-attack"):
            reasons.append("no-reportable-wound")
        return reasons

    def offer_care_reasons(self):
        case = self.case
        if case.watch:
            return case.watch_reasons
        reasons = []
        if not case.identified:
            reasons.append("person-not-identified")
        if not case.alive:
            reasons.append("person-has-died")
        if case.onward is not None and not case.onward["says_source"]:
            reasons.append("onward-hides-source")
        return reasons

    def missing(self):
        rows = []
        for basis in self.tables.bases:
            if basis.code not in self.case.claimed and basis.code != CONSENT:
                continue
            for code in self.tables.in_file_order(self.found[basis.code][0]):
                reason = self.tables.reason[code]
                if reason["field"] is None:
                    continue
                who = "health-service" if basis.code == CONSENT else reason["who"]
                row = {"field": reason["field"], "basis": basis.code, "who": who}
                if row not in rows:
                    rows.append(row)
        return rows

    # --- Open outcomes ----------------------------------------------------

    def record_competence(self):
        competence = self.case.person["child_competence"]
        return self.case.under_16 and competence not in ("competent", "not-competent")

    def return_(self):
        return self.refuse_or_return("return")

    def refuse_or_return(self, outcome):
        case = self.case
        conditions = []
        if case.watch and PARA_7 not in self.open_codes:
            conditions.append("count-as-monitoring-refused")
        if case.earlier >= 1:
            conditions.append("count-as-repeat")
        if self.record_competence():
            conditions.append("record-competence-before-notice")
        if "clinical-observation-on-request" in case.asked:
            conditions.append("legal-and-siro-told")
        if case.consent["status"] == "withdrawn":
            conditions.append("recall-what-was-sent")
        if case.urgency == "immediate" and not case.emergency:
            conditions.append("count-as-downgraded-emergency")
        if case.judges_order_served() and not self.open_bases:
            conditions.append("preserve-material")
            if case.instrument["sealed"]:
                conditions.append("return-to-court-before-deadline")
        entry = {"outcome": outcome, "notice": self.notice(outcome)}
        return with_conditions(entry, conditions)

    def advise(self):
        case = self.case
        items = ["general-clinical-advice", "signposting"]
        counts = (
            case.body == "violence-reduction-unit"
            or case.purpose == "strategic-needs-assessment"
            or "aggregate-suppressed-counts" in case.asked
        )
        if counts:
            items.append("aggregate-suppressed-counts")
        conditions = ["do-not-search-for-the-person"]
        if case.unverified:
            conditions.append("verify-requester-first")
        entry = {
            "outcome": "advise",
            "items": items,
            "approvals": [
                "caldicott-guardian" if counts else "treating-clinician-opinion"
            ],
            "notice": self.notice("advise"),
        }
        return with_conditions(entry, conditions)

    def gunshot_advice(self):
        entry = {
            "outcome": "advise",
            "basis": GUNSHOT,
            "items": ["incident-statistics-no-identity"],
            "approvals": ["treating-clinician-opinion"],
            "notice": self.notice("advise"),
        }
        return with_conditions(
            entry, ["tell-childrens-services"] if self.case.child else []
        )

    def offer_care(self):
        conditions = ["nothing-returns-to-officer"]
        if self.case.under_16 and not self.case.capable:
            conditions.append("offer-through-parent-or-carer")
        entry = {
            "outcome": "offer-care",
            "items": ["signposting"],
            "approvals": ["treating-clinician-opinion"],
            "notice": self.notice("offer-care"),
        }
        return with_conditions(entry, conditions)

    def disclosure(self, basis):
        _, given, closed = self.found[basis.code]
        entry = {"outcome": "disclose", "basis": basis.code, "items": given}
        if closed:
            entry["items_closed"] = [
                {"item": item, "code": code} for item, code in closed
            ]
        told = self.notice("disclose", basis)
        entry["approvals"] = self.approvals(basis, told)
        entry["notice"] = told
        after = self.after(basis)
        if after:
            entry["after"] = sorted(after)
        return with_conditions(entry, self.conditions(basis))

    def approvals(self, basis, told):
        """Approvals on a disclosure."""
        case = self.case
        if basis.personal_duty:  # the professional only; nobody may veto
            return list(basis.approvals)
        urgent = case.urgent(basis.code)
        needed = set(basis.approvals)
        if basis.permits and case.child_or_unknown:
            needed.add("second-senior-clinician-two-person")
            needed.add("named-safeguarding-professional")
        if urgent and "caldicott-guardian" in needed:
            needed.remove("caldicott-guardian")
            needed.add("on-call-guardian-deputy-then-review-within-24h")
            needed.discard("treating-clinician-opinion")
            needed.discard("named-safeguarding-professional")
        if basis.permits and case.earlier >= 2 and not urgent:
            needed.add("independent-reviewer-before-opening")
        if told["rule"] == "may-defer-with-review" and told["max_days"] > 3:
            needed.add(REVIEWER)
        return sorted(needed, key=APPROVALS.index)

    # --- Conditions and after ---------------------------------------------

    def conditions(self, basis):
        case = self.case
        code = basis.code
        if basis.compels:
            yield "nothing-outside-the-instrument"
            yield "confirm-with-issuing-office"
        if code in (COURT_ORDER, PACE) + SCHEDULE_5:
            yield "exclude-privileged-material"
        if code == S172:
            yield "tell-only-who-is-driving"
        if code == PARA_7:
            yield "ordinary-care-papers-only"
            yield "hard-stop-day-28"
        if code == COURT_ORDER and not case.instrument["person_heard"]:
            yield "raise-with-court-that-person-not-heard"
        if basis.personal_duty:
            yield "inform-guardian-no-veto"
            if case.unverified:
                yield "verify-requester-first"
        if case.watch and code != PARA_7:
            yield "count-as-monitoring-refused"
        if case.earlier >= 1:
            yield "count-as-repeat"
        if self.record_competence():
            yield "record-competence-before-notice"
        if basis.is_ta2000:
            yield "warn-s39"
        if case.onward is not None:
            if case.onward["to"] in ("police", "intelligence-service", "other"):
                yield "no-onward-copy"
        if code in (PUBLIC_INTEREST, MAPPA):
            yield "state-how-risk-was-assessed"
            if not case.justification["balance_written"]:
                yield "record-balance-before-deciding"
        if code == PUBLIC_INTEREST:
            if case.asked & {"diagnosis-headline", "medication-current"}:
                yield "record-why-item-changes-tactics"
        if code == CONSENT:
            yield "person-sees-it-first"
            yield "single-use-no-updates"
        if basis.permits:
            if case.urgent(code):
                yield "treating-clinician-if-reachable"
            if case.asked & {
                "medical-history-extract",
                "risk-assessment-extract",
                "care-plan-extract",
            }:
                yield "minimum-extract-only"
            if case.purpose == "safe-detention":
                yield "custody-healthcare-first"
            if code == MISSING_PERSON or case.purpose == "find-missing-person":
                yield "close-flow-when-found"
        if case.child and code in (CHILD_SAFEGUARDING, PUBLIC_INTEREST):
            yield "tell-childrens-services"
        if code == CTA:
            yield "count-as-intelligence-disclosure"

    def after(self, basis):
        case = self.case
        code = basis.code
        urgent = case.urgent(code)
        after = set()
        if code == FGM:
            after.add("statutory-deadline-one-month")
        if urgent and (basis.compels or basis.permits or code == S38B):
            after.add("review-within-24-hours")
        if basis.permits:
            if urgent and case.child_or_unknown:
                after.add("named-safeguarding-professional-within-24-hours")
            without_reasoning = (
                code == CHILD_SAFEGUARDING and not case.safeguarding["harm_reasoning"]
            )
            victim_not_told = (
                case.is_police and case.is_victim and not case.notice_or_exception()
            )
            if case.evidence_kind == "verbal-statement" or (
                case.life and urgent and (without_reasoning or victim_not_told)
            ):
                after.add("written-confirmation-within-24-hours")
        return after


def with_conditions(entry, conditions):
    """Conditions stand in alphabetical order, and not at all where there are none."""
    conditions = sorted(conditions)
    if conditions:
        entry["conditions"] = conditions
    return entry
