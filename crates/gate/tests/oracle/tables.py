"""The policy tables of the gate, and the lists that the rules name in words.

`bases.json`, `items.json` and `reasons.json` are read as they stand. What the
rules say about groups of bases ("paper", "judge's order", the bodies that may
use a basis) is written here once, in the words of the rules.
"""

import json
from pathlib import Path

# Short names of the rules: each stands for the code that holds the word.
COURT_ORDER = "court-order"
PARA_5 = "ta2000-sch5-para5"
PARA_7 = "ta2000-sch5-para7"
PARA_11 = "ta2000-sch5-para11"
PARA_13 = "ta2000-sch5-para13"
PARA_15 = "ta2000-sch5-para15"
PACE = "pace-sch1"
S172 = "rta1988-s172"
CORONER_NOTICE = "cja2009-sch5-para1"
CARE_ACT_S45 = "care-act-s45"
S137 = "sswba2014-s137"
S16LA = "ca2004-s16la"
FGM = "fgm2003-s5b"
S19 = "ta2000-s19"
S38B = "ta2000-s38b"
CSA = "cpa2026-csa-report"
S128 = "sswba2014-s128"
S130 = "sswba2014-s130"
CONSENT = "explicit-consent"
PUBLIC_INTEREST = "public-interest-serious-harm"
GUNSHOT = "gunshot-knife-report"
INCAPACITY = "incapacity-best-interests"
VITAL_INTERESTS = "vital-interests-incapacity"
SUICIDE = "suicide-risk"
CHILD_SAFEGUARDING = "child-safeguarding-s17-s47"
ADULT_SAFEGUARDING = "adult-safeguarding-s42"
MAPPA = "mappa-cja2003-s325"
MISSING_PERSON = "missing-person"
CTA = "cta2008-s19"
CORONER_VOLUNTARY = "coroner-voluntary"
CHANNEL = "ctsa2015-s36-s38"

SCHEDULE_5 = (PARA_5, PARA_7, PARA_11, PARA_13, PARA_15)
JUDGES_ORDERS = (COURT_ORDER, PARA_5, PARA_7, PARA_11, PARA_13, PACE)

POLICE = ("local-police", "counter-terrorism-police")
MUST_SIGN = POLICE + (
    "mappa-responsible-authority",
    "channel-panel",
    "violence-reduction-unit",
)

# "Common reasons", the second table: who may ask under a basis.
# A basis that is not listed may be used by any body.
_SHARED = POLICE + ("local-authority", "health-professional")
BODIES = {
    **dict.fromkeys(SCHEDULE_5 + (PACE, S172, FGM, S19, S38B, GUNSHOT), POLICE),
    **dict.fromkeys((CORONER_NOTICE, CORONER_VOLUNTARY), ("coroner",)),
    **dict.fromkeys((CARE_ACT_S45, S137), ("safeguarding-adults-board",)),
    **dict.fromkeys((S128, S130), ("local-authority",)),
    CSA: POLICE + ("local-authority",),
    MAPPA: ("mappa-responsible-authority",),
    PUBLIC_INTEREST: _SHARED + ("mappa-responsible-authority",),
    **dict.fromkeys(
        (
            INCAPACITY,
            VITAL_INTERESTS,
            SUICIDE,
            CHILD_SAFEGUARDING,
            ADULT_SAFEGUARDING,
            MISSING_PERSON,
            S16LA,
        ),
        _SHARED,
    ),
}

# "Compels: the instrument": who must have issued each paper.
ISSUERS = {
    **dict.fromkeys(JUDGES_ORDERS, "judge"),
    PARA_15: "superintendent",
    S172: "chief-officer-of-police",
    CORONER_NOTICE: "coroner",
    CARE_ACT_S45: "safeguarding-board",
    S137: "safeguarding-board",
}

MONITORING_PURPOSES = (
    "automated-feed",
    "treatment-compliance",
    "covert-alert",
    "resume-surveillance",
)
VAGUE_PURPOSES = (
    "intelligence-gathering",
    "prevent-triage",
    "assess-vulnerability",
    "counter-terrorism-unspecified",
    "detect-minor-crime",
    "antisocial-behaviour",
    "strategic-needs-assessment",
    "channel-support",
    "communication-advice",
)
TERRORISM_PURPOSES = ("terrorist-investigation", "prevent-act-of-terrorism")

# Schema order of the approvals.
APPROVALS = (
    "individual-professional-personal-duty",
    "treating-clinician-opinion",
    "second-senior-clinician-two-person",
    "named-safeguarding-professional",
    "legal-services-validation",
    "caldicott-guardian",
    "on-call-guardian-deputy-then-review-within-24h",
    "independent-deferral-reviewer",
    "independent-reviewer-before-opening",
)


class Basis:
    """One row of `bases.json`, with the groups it belongs to."""

    def __init__(self, row):
        self.code = row["code"]
        self.provision = row["provision"]
        self.nations = row["nations"]
        self.in_force_from = row["in_force_from"]
        self.in_force_to = row["in_force_to"]
        self.approvals = row["approvals"]
        kind = row["kind"]
        self.is_gateway = kind != "not-a-gateway"
        self.compels = kind == "compels"
        self.permits = kind == "permits"
        self.personal_duty = kind == "personal-duty"
        self.permits_but_consent = self.permits and self.code != CONSENT
        # "paper: the compelling bases but ca2004-s16la"
        self.is_paper = self.compels and self.code != S16LA
        self.as_instrument_describes = row["ceiling"] == "as-instrument-describes"
        self.ceiling = (
            frozenset() if self.as_instrument_describes else frozenset(row["ceiling"])
        )
        self.is_ta2000 = self.code.startswith("ta2000-")
        self.bodies = BODIES.get(self.code)


class Tables:
    """The three tables, in file order, with the look-ups the rules need."""

    def __init__(self, directory):
        directory = Path(directory)

        def load(name):
            return json.loads((directory / name).read_text(encoding="utf-8"))

        self.bases = [Basis(row) for row in load("bases.json")]
        self.basis = {basis.code: basis for basis in self.bases}
        items = load("items.json")
        self.item_order = {row["code"]: place for place, row in enumerate(items)}
        self.never_items = frozenset(
            row["code"] for row in items if row["cls"] == "never"
        )
        reasons = load("reasons.json")
        self.reason = {row["code"]: row for row in reasons}
        self.reason_order = {row["code"]: place for place, row in enumerate(reasons)}
        # The same few sets of reasons recur: each is written out once.
        self._written = {}

    def in_file_order(self, codes):
        """Reason codes in the order of `reasons.json`, each once."""
        return sorted(set(codes), key=self.reason_order.__getitem__)

    def written_out(self, codes, basis=None):
        """Reasons as the verdict writes them: code, law, curable.

        "`law` is the reason's own or, where the table says `basis`, the
        provision of the basis (without a basis, "Candour policy")."
        """
        key = (frozenset(codes), basis)
        written = self._written.get(key)
        if written is None:
            written = []
            for code in self.in_file_order(codes):
                row = self.reason[code]
                law = row["law"]
                if law == "basis":
                    law = basis.provision if basis else "Candour policy"
                written.append({"code": code, "law": law, "curable": row["curable"]})
            self._written[key] = written
        return written


def default_directory():
    """The tables in the source tree."""
    return Path(__file__).resolve().parents[4] / "policy" / "england-and-wales"
