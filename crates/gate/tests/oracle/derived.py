"""The derived truths of the gate: what the rules read out of the facts."""

from tables import (
    CHILD_SAFEGUARDING,
    CTA,
    JUDGES_ORDERS,
    MAPPA,
    MONITORING_PURPOSES,
    MUST_SIGN,
    PARA_7,
    POLICE,
    PUBLIC_INTEREST,
    SUICIDE,
    TERRORISM_PURPOSES,
    VAGUE_PURPOSES,
    VITAL_INTERESTS,
)

SENIOR_RANKS = (
    "inspector",
    "chief-inspector",
    "superintendent",
    "above-superintendent",
)


class Case:
    """The facts of one request, and every derived truth that the rules name."""

    def __init__(self, facts, tables):
        self.nation = facts["nation"]
        self.date = facts["date"]
        self.requester = facts["requester"]
        self.initiated_by = facts["initiated_by"]
        self.purpose = facts["purpose"]
        self.claimed = frozenset(facts["claimed_bases"])
        self.instrument = facts["instrument"]
        self.concern = facts["concern"]
        self.urgency = facts["urgency"]
        self.justification = facts["justification"]
        self.items = sorted(facts["items"], key=tables.item_order.__getitem__)
        self.asked = frozenset(facts["items"])
        self.person = facts["person"]
        self.consent = facts["consent"]
        self.victim_request = facts["victim_request"]
        self.safeguarding = facts["safeguarding"]
        self.mappa = facts["mappa"]
        self.missing = facts["missing"]
        self.representative = facts["representative"]
        self.duty = facts["duty"]
        self.onward = facts["onward"]
        self.earlier = facts["repetition"]["same_force_referrals_90_days"]
        self.new_facts = facts["repetition"]["new_facts_since_last"]
        self.deferral = facts["deferral"]

        self._requester()
        self._person()
        self._watching(facts["ongoing"], tables.never_items)
        self._harm()

    def _requester(self):
        self.body = self.requester["body"]
        self.is_police = self.body in POLICE
        self.must_sign = self.body in MUST_SIGN
        self.unverified = self.requester["identity"] == "unverified"
        self.own_motion = self.initiated_by != "requester"
        self.vague_purpose = self.purpose in VAGUE_PURPOSES
        self.terrorism_purpose = self.purpose in TERRORISM_PURPOSES
        # "the holder's own": see Personal duties.
        self.holders_own = self.initiated_by == "duty-holder" and self.duty is not None

    def _person(self):
        person = self.person
        age = person["age"]
        capacity = person["capacity"]
        self.age = age
        self.alive = person["alive"]
        self.identified = person["identified"]
        self.is_victim = person["is_victim_or_witness"]
        self.child = age is not None and age < 18
        self.adult = age is not None and age >= 18
        self.child_or_unknown = not self.adult
        self.under_16 = age is not None and age < 16
        if self.under_16:
            self.capable = person["child_competence"] == "competent"
            self.lacks = person["child_competence"] == "not-competent"
        else:
            self.capable = capacity == "has-capacity"
            self.lacks = capacity in ("lacks-temporary", "lacks-long-term")
        counts_as_capable = age in (16, 17) and capacity == "not-assessed"
        self.young = (
            self.child_or_unknown and not self.capable and not counts_as_capable
        )
        status = self.consent["status"]
        self.refusal = status in ("refused", "withdrawn")
        self.consent_ok = (
            self.refusal
            or status == "cannot-be-sought"
            or self.justification["why_not_consent"] != "not-stated"
        )

    def _watching(self, box, never_items):
        self.ongoing = (
            box
            or (self.onward is not None and self.onward["asks_for_reports"])
            or self.purpose in MONITORING_PURPOSES
        )
        self.never_items = self.asked & never_items
        self.never_item = bool(self.never_items)
        # "a never-item other than attendance-list-bulk"
        self.watching_item = bool(self.never_items - {"attendance-list-bulk"})
        self.watch = self.ongoing or self.watching_item
        # What advise, advise under gunshot and offer-care are closed with.
        self.watch_reasons = []
        if self.ongoing:
            self.watch_reasons.append("monitoring-request")
        if self.watching_item:
            self.watch_reasons.append("never-item-requested")

    def _harm(self):
        concern = self.concern
        to_others = concern["harm_to_others"]
        to_self = concern["harm_to_self"]
        self.evidence_kind = concern["evidence"]
        self.past_only = concern["harm_to_others_past_only"]
        self.harm_is_serious = to_others in ("serious", "imminent-serious")
        self.grave_offence = concern["offence"] in ("serious", "terrorism")
        self.imminent_to_others = to_others == "imminent-serious" and not self.past_only
        self.serious_to_others = self.harm_is_serious and not self.past_only
        self.imminent_death = to_self == "imminent-death"
        self.serious_to_self = to_self in ("serious", "imminent-death")
        self.emergency = (
            self.urgency == "immediate"
            and self.evidence_kind not in ("none", "assertion")
            and (self.imminent_to_others or self.serious_to_self)
        )
        # AMBIGUOUS: "emergency with imminent to others or harm_to_self
        # imminent-death" is read as emergency AND (the one OR the other).
        self.life = self.emergency and (self.imminent_to_others or self.imminent_death)

    def urgent(self, code):
        """*urgent*, said of a basis."""
        if code in (PUBLIC_INTEREST, MAPPA, CTA):
            return self.emergency and self.imminent_to_others
        return self.emergency

    def evidence(self, code):
        """*evidence*, said of a basis."""
        if self.evidence_kind in ("documented", "first-hand"):
            return True
        return (
            self.evidence_kind == "verbal-statement"
            and self.urgent(code)
            and self.requester["identity"] == "verified-by-call-back"
            and (
                self.requester["rank"] in SENIOR_RANKS
                or not self.must_sign
                or (
                    self.imminent_death
                    and code in (VITAL_INTERESTS, SUICIDE, CHILD_SAFEGUARDING)
                )
            )
        )

    def instrument_is(self, kind):
        return self.instrument is not None and self.instrument["kind"] == kind

    def own_paper(self, code):
        """*own paper*: an instrument whose kind is the basis, or None."""
        return self.instrument if self.instrument_is(code) else None

    def ban(self, code):
        """*ban*, said of a basis."""
        paper = self.own_paper(code)
        return (
            paper is not None
            and paper["forbids_notice"]
            and (paper["ban_ends_on"] is None or paper["ban_ends_on"] >= self.date)
        )

    def para7(self):
        """*para7*: the one lawful reach into the future, 1 to 28 days."""
        paper = self.own_paper(PARA_7)
        return (
            paper is not None
            and paper["future_material"]
            and paper["ordinary_care_only"]
            and paper["future_days"] is not None
            and 1 <= paper["future_days"] <= 28
        )

    def judges_order_served(self):
        """*judge's order*, whoever issued it."""
        return self.instrument is not None and self.instrument["kind"] in JUDGES_ORDERS

    def notice_or_exception(self):
        """Notice to a victim was given, or an exception is relied on."""
        return (
            self.victim_request["notice_given"]
            or self.victim_request["exception"] != "none"
        )
