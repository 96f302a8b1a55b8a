"""python3 -m unittest test_oracle   (from this directory)"""

import copy
import json
import subprocess
import sys
import unittest
from pathlib import Path

from coverage import NOTICE_ROWS, count, gaps
from generate import Generator, lay
from outcomes import verdict_of
from schema import faults
from tables import APPROVALS, Tables, default_directory
from templates import NEUTRAL, paper

HERE = Path(__file__).resolve().parent
CRATE = HERE.parents[1]
TABLES = Tables(default_directory())


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def disclosures(verdict):
    return {
        entry["basis"]: entry
        for entry in verdict["open"]
        if entry["outcome"] == "disclose"
    }


def open_names(verdict):
    return {entry["outcome"] for entry in verdict["open"]}


def codes_anywhere(verdict):
    """Every reason code in the verdict, of outcomes, items and deferrals."""
    codes = set()
    for entry in verdict["closed"]:
        codes.update(reason["code"] for reason in entry["reasons"])
    for entry in verdict["open"]:
        codes.update(closed["code"] for closed in entry.get("items_closed", ()))
        codes.update(reason["code"] for reason in entry["notice"].get("refused", ()))
    return codes


def closed_for(verdict, outcome, basis=None):
    for entry in verdict["closed"]:
        if (entry["outcome"], entry.get("basis")) == (outcome, basis):
            return [reason["code"] for reason in entry["reasons"]]
    return []


class Vignettes(unittest.TestCase):
    """The thirty cases drawn from published guidance."""

    KNOWN = {
        "open_bases",
        "no_disclosure",
        "incurable",
        "reason_codes_must_include",
        "missing_must_include",
        "other_open",
        "refuse_notice_rule",
    }

    def test_the_thirty_cases_come_out_as_expected(self):
        cases = read(CRATE / "testdata" / "vignettes.json")
        self.assertEqual(len(cases), 30)
        for case in cases:
            with self.subTest(case["id"]):
                self.check(case["expected"], verdict_of(case["facts"], TABLES))

    def check(self, expected, verdict):
        self.assertLessEqual(set(expected), self.KNOWN)
        found = disclosures(verdict)
        self.assertEqual(set(found), {each["basis"] for each in expected["open_bases"]})
        self.assertEqual(expected["no_disclosure"], not found)
        for each in expected["open_bases"]:
            entry = found[each["basis"]]
            self.assertLessEqual(set(each["items_must_include"]), set(entry["items"]))
            self.assertFalse(set(each["items_must_exclude"]) & set(entry["items"]))
            self.assertEqual(set(each["approvals"]), set(entry["approvals"]))
            self.assertEqual(each["notice_rule"], entry["notice"]["rule"])
            if "max_days" in each:
                self.assertEqual(each["max_days"], entry["notice"]["max_days"])
        if expected["incurable"]:
            self.assertNotIn("return", open_names(verdict))
        self.assertLessEqual(
            set(expected["reason_codes_must_include"]), codes_anywhere(verdict)
        )
        self.assertLessEqual(
            set(expected["missing_must_include"]),
            {row["field"] for row in verdict["missing"]},
        )
        self.assertLessEqual(set(expected["other_open"]), open_names(verdict))
        if "refuse_notice_rule" in expected:
            told = verdict["open"][0]["notice"]["rule"]
            self.assertEqual(expected["refuse_notice_rule"], told)


class Generated(unittest.TestCase):
    """What holds of every verdict, over 5,000 generated facts."""

    @classmethod
    def setUpClass(cls):
        generator = Generator(TABLES, 20261122)
        cls.facts = [generator.facts() for _ in range(5000)]
        cls.pairs = [(facts, verdict_of(facts, TABLES)) for facts in cls.facts]

    def every(self):
        return iter(self.pairs)

    def test_generated_facts_satisfy_the_schema(self):
        schema = read(CRATE / "schema" / "facts.schema.json")
        for facts, _ in self.every():
            self.assertEqual(list(faults(schema, facts)), [])

    def test_verdicts_satisfy_the_schema(self):
        schema = read(CRATE / "schema" / "verdict.schema.json")
        for _, verdict in self.every():
            self.assertEqual(list(faults(schema, verdict)), [])

    def test_every_outcome_stands_in_exactly_one_list_in_the_fixed_order(self):
        order = [("refuse", None), ("return", None), ("advise", None)]
        order += [("advise", "gunshot-knife-report"), ("offer-care", None)]
        order += [("disclose", basis.code) for basis in TABLES.bases]
        for _, verdict in self.every():
            names = [
                [(entry["outcome"], entry.get("basis")) for entry in verdict[side]]
                for side in ("open", "closed")
            ]
            for side in names:
                self.assertEqual(side, [name for name in order if name in side])
            self.assertEqual(sorted(names[0] + names[1], key=order.index), order)
            self.assertEqual(names[0][0], ("refuse", None))

    def test_lists_stand_in_their_order_and_empty_members_are_left_out(self):
        reasons, items = list(TABLES.reason), list(TABLES.item_order)
        for _, verdict in self.every():
            for entry in verdict["closed"]:
                self.in_order([each["code"] for each in entry["reasons"]], reasons)
            for entry in verdict["open"]:
                self.in_order(entry.get("items", []), items)
                closed = [each["item"] for each in entry.get("items_closed", ())]
                self.in_order(closed, items)
                self.in_order(entry.get("approvals", []), APPROVALS)
                for member in ("conditions", "after"):
                    codes = entry.get(member, [])
                    self.assertEqual(codes, sorted(set(codes)))
                for member in entry:
                    self.assertTrue(entry[member], member)

    def in_order(self, codes, order):
        self.assertEqual(list(codes), [code for code in order if code in set(codes)])

    def test_a_disclosure_gives_and_closes_what_was_asked_and_nothing_else(self):
        for facts, verdict in self.every():
            for entry in disclosures(verdict).values():
                closed = [each["item"] for each in entry.get("items_closed", ())]
                self.assertTrue(entry["items"])
                self.assertEqual(
                    sorted(entry["items"] + closed), sorted(facts["items"])
                )
                self.assertFalse(set(entry["items"]) & TABLES.never_items)

    def test_only_a_paper_gives_the_full_record(self):
        for _, verdict in self.every():
            for code, entry in disclosures(verdict).items():
                if "full-record" in entry["items"]:
                    self.assertTrue(TABLES.basis[code].as_instrument_describes)

    def test_nobody_but_the_professional_approves_a_personal_duty(self):
        for _, verdict in self.every():
            for code, entry in disclosures(verdict).items():
                if TABLES.basis[code].personal_duty:
                    self.assertEqual(
                        entry["approvals"], ["individual-professional-personal-duty"]
                    )

    def test_watching_opens_nothing_that_permits(self):
        for facts, verdict in self.every():
            if facts["ongoing"]:
                for code in disclosures(verdict):
                    self.assertFalse(TABLES.basis[code].permits)
                self.assertLessEqual(
                    open_names(verdict), {"refuse", "return", "disclose"}
                )

    def test_nothing_waits_for_a_reviewer_in_an_emergency(self):
        waits = {"independent-deferral-reviewer", "independent-reviewer-before-opening"}
        for _, verdict in self.every():
            for entry in disclosures(verdict).values():
                if "review-within-24-hours" in entry.get("after", ()):
                    self.assertFalse(waits & set(entry["approvals"]))

    def test_fields_that_no_rule_tests_change_nothing(self):
        untested = {
            "requester.countersigned": lambda old: not old,
            "concern.identified_victim": lambda old: not old,
            "victim_request.counselling_records": lambda old: not old,
            "mappa.category": lambda old: 1 + old % 4,
            "mappa.level": lambda old: 1 + old % 3,
        }
        for facts, verdict in self.pairs[:1000]:
            changed = copy.deepcopy(facts)
            for path, other in untested.items():
                name, field = path.split(".")
                if changed[name] is not None:
                    changed[name][field] = other(changed[name][field])
            self.assertEqual(verdict_of(changed, TABLES), verdict)

    def test_every_code_that_can_occur_does_and_no_other(self):
        seen = count(TABLES, self.facts)
        never, wrongly = gaps(TABLES, seen)
        self.assertEqual((never, wrongly), ([], []))
        for row in NOTICE_ROWS:
            self.assertTrue(seen["notice row", row], row)

    def test_the_same_seed_gives_the_same_facts(self):
        again = Generator(TABLES, 20261122)
        self.assertEqual([again.facts() for _ in range(200)], self.facts[:200])


class Boundaries(unittest.TestCase):
    """Single rules at their edges, worked out by hand."""

    def verdict(self, *overs):
        facts = copy.deepcopy(NEUTRAL)
        for over in overs:
            lay(facts, over)
        return verdict_of(facts, TABLES)

    def test_a_paper_that_ends_today_still_binds_and_one_of_yesterday_does_not(self):
        for ends_on, codes in (
            ("2026-11-22", []),
            ("2026-11-21", ["instrument-out-of-date"]),
        ):
            order = paper("court-order", "judge", describes_items=NEUTRAL["items"])
            verdict = self.verdict(order, {"instrument.ends_on": ends_on})
            self.assertEqual(closed_for(verdict, "disclose", "court-order"), codes)

    def test_a_ban_that_ended_yesterday_no_longer_defers(self):
        for ends_on, rule in (
            (None, "as-order-directs"),
            ("2026-11-22", "as-order-directs"),
            ("2026-11-21", "notify-now"),
        ):
            order = paper(
                "court-order",
                "judge",
                describes_items=NEUTRAL["items"],
                forbids_notice=True,
                ban_ends_on=ends_on,
            )
            told = disclosures(self.verdict(order))["court-order"]["notice"]
            self.assertEqual(told["rule"], rule)

    def test_future_material_is_lawful_for_one_to_twenty_eight_days(self):
        for days, lawful in ((None, 0), (0, 0), (1, 1), (28, 1), (29, 0)):
            order = paper(
                "ta2000-sch5-para7",
                "judge",
                describes_items=NEUTRAL["items"],
                future_material=True,
                future_days=days,
            )
            found = disclosures(self.verdict(order))
            self.assertEqual("ta2000-sch5-para7" in found, bool(lawful), days)

    def test_what_is_asked_must_be_claimed_to_count_as_not_attached(self):
        for claimed, code in (
            ([], "no-instrument-served"),
            (["pace-sch1"], "instrument-not-attached"),
        ):
            verdict = self.verdict({"claimed_bases": claimed})
            self.assertEqual(closed_for(verdict, "disclose", "pace-sch1"), [code])

    def test_a_law_in_force_from_the_day_itself(self):
        for date, codes in (("2013-07-25", []), ("2013-07-24", ["not-in-force"])):
            notice = paper(
                "cja2009-sch5-para1", "coroner", describes_items=NEUTRAL["items"]
            )
            verdict = self.verdict(
                notice, {"requester.body": "coroner", "date": date}
            )
            self.assertEqual(
                closed_for(verdict, "disclose", "cja2009-sch5-para1"), codes
            )

    def test_a_deferral_is_capped_by_its_ground_the_days_asked_and_an_emergency(self):
        harm = {"concern.harm_to_others": "imminent-serious"}
        asked = {"deferral.asked": True, "deferral.ground": "n-sch2p2"}
        minor = {"concern.offence": "minor"}
        serious = {"concern.offence": "serious"}
        reviewer = "independent-deferral-reviewer"
        for over, days, waits in (
            (minor, 7, True),
            (serious, 28, True),
            ({**serious, "deferral.days": 0}, 28, True),
            ({**serious, "deferral.days": 3}, 3, False),
            ({**serious, "deferral.days": 4}, 4, True),
            ({**serious, "urgency": "immediate"}, 3, False),
        ):
            entry = disclosures(self.verdict(harm, asked, over))[
                "public-interest-serious-harm"
            ]
            self.assertEqual(entry["notice"]["max_days"], days, over)
            self.assertEqual(entry["notice"]["reviewer"], reviewer)
            self.assertEqual(reviewer in entry["approvals"], waits, over)

    def test_a_law_is_in_force_to_its_last_day(self):
        tables = Tables(default_directory())
        tables.basis["coroner-voluntary"].in_force_to = "2026-11-22"
        for date, codes in (("2026-11-22", []), ("2026-11-23", ["not-in-force"])):
            facts = copy.deepcopy(NEUTRAL)
            lay(facts, {"requester.body": "coroner", "person.alive": False})
            facts["date"] = date
            verdict = verdict_of(facts, tables)
            self.assertEqual(
                closed_for(verdict, "disclose", "coroner-voluntary"), codes
            )

    def test_the_command_reads_lines_and_writes_lines(self):
        lines = json.dumps(NEUTRAL) + "\n\n" + json.dumps(NEUTRAL) + "\n"
        ran = subprocess.run(
            [sys.executable, str(HERE / "oracle.py"), "--tables", default_directory()],
            input=lines,
            capture_output=True,
            text=True,
            check=True,
        )
        verdicts = [json.loads(line) for line in ran.stdout.splitlines()]
        self.assertEqual(verdicts, [verdict_of(NEUTRAL, TABLES)] * 2)


if __name__ == "__main__":
    unittest.main()
