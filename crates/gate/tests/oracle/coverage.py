"""How often each code occurs in the verdicts on a generated set.

    python3 coverage.py [N] [SEED] [--tables DIR]

Proves that every code that can occur does occur; ends with status 1 if one that
should is missing. Codes that cannot occur are listed below with the reason.
"""

import argparse
import sys
from collections import Counter

from derived import Case
from fields import GROUNDS
from generate import Generator
from outcomes import Verdict
from tables import APPROVALS, Tables, default_directory

NOTICE_RULES = (
    "no-notice-no-person-identified",
    "notify-now",
    "notify-before-disclosure-unless-unsafe",
    "notify-now-child-parent-only-if-child-agrees",
    "notify-child-and-parent-unless-unsafe",
    "notify-parent-or-carer-now",
    "notify-representative-or-on-recovery",
    "notify-on-recovery-within-72-hours",
    "notify-on-finding",
    "notify-via-safe-contact-agreed-with-patient",
    "notify-next-of-kin-via-coroner",
    "hold-notice-until-complete-or-5-working-days-then-notify",
    "as-order-directs",
    "may-defer-with-review",
    "legal-hold-independent-review-every-28-days",
)
NOTICE_ROWS = ("1", "2", "3", "4", "5", "6", "7a", "7b", "7c", "8", "9")
CONDITIONS = (
    "count-as-repeat",
    "record-competence-before-notice",
    "confirm-with-issuing-office",
    "exclude-privileged-material",
    "nothing-outside-the-instrument",
    "ordinary-care-papers-only",
    "hard-stop-day-28",
    "raise-with-court-that-person-not-heard",
    "tell-only-who-is-driving",
    "no-onward-copy",
    "record-balance-before-deciding",
    "state-how-risk-was-assessed",
    "record-why-item-changes-tactics",
    "minimum-extract-only",
    "person-sees-it-first",
    "single-use-no-updates",
    "custody-healthcare-first",
    "close-flow-when-found",
    "tell-childrens-services",
    "inform-guardian-no-veto",
    "warn-s39",
    "count-as-intelligence-disclosure",
    "count-as-monitoring-refused",
    "count-as-downgraded-emergency",
    "preserve-material",
    "return-to-court-before-deadline",
    "recall-what-was-sent",
    "nothing-returns-to-officer",
    "offer-through-parent-or-carer",
    "do-not-search-for-the-person",
    "verify-requester-first",
    "legal-and-siro-told",
    "treating-clinician-if-reachable",
)
AFTER = (
    "review-within-24-hours",
    "written-confirmation-within-24-hours",
    "named-safeguarding-professional-within-24-hours",
    "statutory-deadline-one-month",
)
ITEM_CODES = (
    "never-item-requested",
    "item-outside-ceiling",
    "full-record-needs-order",
    "outside-instrument",
    "outside-consent",
    "counselling-presumption",
    "safe-and-well-only",
)
DEFERRAL_CODES = (
    "deferral-not-reasoned",
    "deferral-ground-not-stated",
    "deferral-ground-not-for-nhs",
    "deferral-ground-is-access-only",
    "deferral-ground-not-met",
)
MAX_DAYS = (1, 3, 4, 7, 8, 14, 28)

NOT_A_GATEWAY = "it is not a gateway"
NOT_IN_FORCE = "it has no date in force"
NEVER = "such a deferral is refused; the ground never holds"
ITEM_ONLY = "the code of a closed item, never the reason of an outcome"
DEFERRAL_ONLY = "the reason a deferral is refused, never the reason of an outcome"
CANNOT = {
    "open basis": {
        "ca2004-s16la": NOT_IN_FORCE,
        "cpa2026-csa-report": NOT_IN_FORCE,
        "gunshot-knife-report": "as a disclosure it is always closed",
    },
    "reason": {
        **dict.fromkeys(set(ITEM_CODES) - {"never-item-requested"}, ITEM_ONLY),
        **dict.fromkeys(DEFERRAL_CODES, DEFERRAL_ONLY),
    },
    "ground": {
        **dict.fromkeys(("n-ta21d", "n-sch3p5", "n-sch3p4", "none"), NEVER),
    },
}


def expected(tables):
    """Everything each kind of code could be, by kind."""
    return {
        "open outcome": ["refuse", "return", "advise", "advise/gunshot", "offer-care"],
        "closed outcome": ["return", "advise", "advise/gunshot", "offer-care"],
        "open basis": [basis.code for basis in tables.bases],
        "reason": list(tables.reason),
        "closed item": list(ITEM_CODES),
        "refused deferral": list(DEFERRAL_CODES),
        "notice rule": list(NOTICE_RULES),
        "notice row": list(NOTICE_ROWS),
        "ground": list(GROUNDS),
        "max_days": list(MAX_DAYS),
        "approval": list(APPROVALS),
        "condition": list(CONDITIONS),
        "after": list(AFTER),
        "item given": [
            item for item in tables.item_order if item not in tables.never_items
        ],
    }


def impossible(tables, kind, code):
    basis = tables.basis.get(code)
    if kind == "open basis" and not basis.is_gateway:
        return NOT_A_GATEWAY
    return CANNOT.get(kind, {}).get(code)


def count(tables, facts_set):
    """Counter of (kind, code)."""
    seen = Counter()
    for facts in facts_set:
        making = Verdict(Case(facts, tables), tables)
        verdict = making.written()
        for _, _, row in making.notice_rows:
            seen["notice row", row] += 1
        for entry in verdict["open"]:
            count_open(seen, entry)
        for entry in verdict["closed"]:
            if entry["outcome"] != "disclose":
                seen["closed outcome", name_of(entry)] += 1
            for reason in entry["reasons"]:
                seen["reason", reason["code"]] += 1
    return seen


def name_of(entry):
    return entry["outcome"] + ("/gunshot" if "basis" in entry else "")


def count_open(seen, entry):
    if entry["outcome"] == "disclose":
        seen["open basis", entry["basis"]] += 1
    else:
        seen["open outcome", name_of(entry)] += 1
    told = entry["notice"]
    seen["notice rule", told["rule"]] += 1
    if "max_days" in told:
        seen["max_days", told["max_days"]] += 1
    for ground in told.get("grounds", ()):
        seen["ground", ground] += 1
    for reason in told.get("refused", ()):
        seen["refused deferral", reason["code"]] += 1
    for closed in entry.get("items_closed", ()):
        seen["closed item", closed["code"]] += 1
    for kind, member in (
        ("item given", "items"),
        ("approval", "approvals"),
        ("condition", "conditions"),
        ("after", "after"),
    ):
        for code in entry.get(member, ()):
            seen[kind, code] += 1


def gaps(tables, seen):
    """(codes that should occur and do not, codes that occur and should not)."""
    never, wrongly = [], []
    for kind, codes in expected(tables).items():
        for code in codes:
            cannot = impossible(tables, kind, code)
            if cannot is None and not seen[kind, code]:
                never.append((kind, code))
            if cannot is not None and seen[kind, code]:
                wrongly.append((kind, code))
    return never, wrongly


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=20000, metavar="N")
    parser.add_argument("seed", type=int, nargs="?", default=1, metavar="SEED")
    parser.add_argument("--tables", default=default_directory(), metavar="DIR")
    arguments = parser.parse_args()
    tables = Tables(arguments.tables)
    generator = Generator(tables, arguments.seed)
    seen = count(tables, (generator.facts() for _ in range(arguments.count)))
    for kind, codes in expected(tables).items():
        print(f"\n{kind}")
        for code in codes:
            cannot = impossible(tables, kind, code)
            note = f"  (cannot: {cannot})" if cannot else ""
            print(f"  {seen[kind, code]:8}  {code}{note}")
    never, wrongly = gaps(tables, seen)
    for kind, code in never:
        print(f"never occurred: {kind} {code}")
    for kind, code in wrongly:
        print(f"occurred though it cannot: {kind} {code}")
    sys.exit(1 if never or wrongly else 0)


if __name__ == "__main__":
    main()
