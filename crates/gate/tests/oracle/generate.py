"""Random facts that satisfy the schema, biased so that every branch is reached.

    python3 generate.py N SEED [--tables DIR] > facts.jsonl

Three sources, mixed line by line: (a) every field at random; (b) for each basis
facts that satisfy its tests, with 0 to 4 fields drawn again; (c) the same, with
one situation (an emergency, a deferral, a victim, ...) laid over it. Boundary
values are drawn often everywhere (see fields.py).
"""

import argparse
import copy
import json
import random

from fields import GROUNDS, NULLABLE, Values, end_date
from tables import ISSUERS, Tables, default_directory
from templates import NEUTRAL, SATISFIED, SITUATIONS, paper


def lay(facts, over):
    """Lay `over` (path: value) on the facts."""
    for path, value in over.items():
        name, _, field = path.partition(".")
        if not field:
            facts[name] = copy.deepcopy(value)
        else:
            facts[name][field] = value


class Generator:
    def __init__(self, tables, seed):
        self.draw = random.Random(seed)
        self.values = Values(tables)
        self.tables = tables
        self.paths = list(self.values.leaf)
        self.gateways = [basis for basis in tables.bases if basis.is_gateway]

    def facts(self):
        chance = self.draw.random()
        if chance < 0.2:
            return self.uniform()
        facts = self.template()
        if chance < 0.6:
            over = self.draw.choice(SITUATIONS)
            lay(facts, over)
            if "items" in over:
                facts["consent"]["covers"] = list(facts["items"])
                if facts["instrument"] is not None and self.draw.random() < 0.7:
                    facts["instrument"]["describes_items"] = list(facts["items"])
            if self.draw.random() < 0.4:
                self.ask_to_defer(facts)
        for path in self.draw.sample(self.paths, self.draw.randint(0, 4)):
            # A field of an object that is not there is mostly left alone.
            name = path.partition(".")[0]
            if facts[name] is None and self.draw.random() < 0.7:
                continue
            self.values.put(facts, path, self.draw)
        return facts

    def uniform(self):
        """(a): every field at random."""
        facts = {"facts_version": 1}
        for path in self.paths:
            facts.setdefault(path.partition(".")[0], {})
        for path in self.paths:
            name, _, field = path.partition(".")
            if field:
                facts[name][field] = self.values.leaf[path](self.draw, facts)
            else:
                facts[name] = self.values.leaf[path](self.draw, facts)
        for name in NULLABLE:
            if self.draw.random() < 0.4:
                facts[name] = None
        return facts

    def template(self):
        """(b): facts under which one basis is open, as far as it can be."""
        basis = self.draw.choice(self.gateways)
        code = basis.code
        facts = copy.deepcopy(NEUTRAL)
        lay(facts, SATISFIED.get(code, {}))
        if basis.is_paper:
            lay(facts, paper(code, ISSUERS[code]))
            if code == "ta2000-sch5-para7":
                facts["instrument"]["future_material"] = True
                facts["instrument"]["future_days"] = self.draw.choice((1, 28))
            facts["instrument"]["person_heard"] = self.draw.random() < 0.5
            if self.draw.random() < 0.2:
                facts["instrument"]["forbids_notice"] = True
                facts["instrument"]["ban_ends_on"] = end_date(self.draw, facts)
            if self.draw.random() < 0.2:
                facts["instrument"]["kind"] = "application-or-draft"
                facts["claimed_bases"] = [code]
        if self.draw.random() < 0.8:
            facts["items"] = self.items_for(basis)
        if facts["consent"]["status"] == "given":
            facts["consent"]["covers"] = facts["items"][self.draw.randint(0, 1) :]
        if facts["instrument"] is not None:
            described = list(facts["items"])
            if self.draw.random() < 0.5:
                described += ["full-record"] * ("full-record" not in described)
                facts["items"].append("signposting")
                facts["items"] = list(dict.fromkeys(facts["items"]))
            facts["instrument"]["describes_items"] = described or ["allergies"]
        if not facts["claimed_bases"] and self.draw.random() < 0.5:
            facts["claimed_bases"] = [code]
        if self.draw.random() < 0.1:
            facts["claimed_bases"] = self.values.leaf["claimed_bases"](self.draw, facts)
        return facts

    def items_for(self, basis):
        """Mostly items within the ceiling, sometimes one beyond it."""
        every = self.values.items
        within = sorted(basis.ceiling) or [
            item for item in every if item not in self.tables.never_items
        ]
        items = self.draw.sample(within, min(len(within), self.draw.randint(1, 4)))
        if self.draw.random() < 0.4:
            items.append(self.draw.choice(every))
        if self.draw.random() < 0.1:
            items += [
                "diagnosis-headline",
                "medication-current",
                "medical-history-extract",
                "therapy-notes",
            ]
        return list(dict.fromkeys(items))

    def ask_to_defer(self, facts):
        facts["deferral"]["asked"] = True
        facts["deferral"]["ground"] = self.draw.choice(GROUNDS)
        facts["deferral"]["days"] = self.values.leaf["deferral.days"](self.draw, facts)
        facts["deferral"]["legal_service_agrees"] = self.draw.random() < 0.3
        if facts["deferral"]["ground"] == "n-vir" and self.draw.random() < 0.7:
            facts["person"]["is_victim_or_witness"] = True
            facts["victim_request"]["exception"] = "unsafe"
        if facts["instrument"] is not None:
            facts["instrument"]["forbids_notice"] = self.draw.random() < 0.6
        if self.draw.random() < 0.5:
            facts["concern"]["offence"] = self.draw.choice(
                ("minor", "serious", "terrorism")
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("--tables", default=default_directory(), metavar="DIR")
    arguments = parser.parse_args()
    generator = Generator(Tables(arguments.tables), arguments.seed)
    for _ in range(arguments.count):
        print(json.dumps(generator.facts(), separators=(",", ":")))


if __name__ == "__main__":
    main()
