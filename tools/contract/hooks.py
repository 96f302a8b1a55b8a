"""What Schemathesis is told about Candour: whom each request is from, which cases there are, and how a body may begin.

Everything is drawn from a request's own content and nothing by chance, so that a failure happens again when Schemathesis
repeats a request to make it smaller.
"""

import atexit
import json
import os
import zlib
from collections import Counter

import schemathesis
from schemathesis.core.parameters import ParameterLocation

WORLD = json.loads(os.environ["CANDOUR_CONTRACT"])
ROLES = sorted(WORLD["tokens"])
NOBODY = "nobody"
seen = Counter()


def drawn(*content):
    """A number that the content fixes."""
    return zlib.crc32(repr(content).encode("utf-8", "backslashreplace"))


def content(case):
    parts = case.path_parameters, case.query, case.headers, case.body
    return case.operation.label, *(sorted(map(repr, part.items())) if hasattr(part, "items") else repr(part) for part in parts)


def whose(case):
    """Half of the requests come from a role that does this, the rest from anybody, some without an account."""
    may = sorted(set(case.operation.definition.raw.get("x-roles", [])) & set(ROLES))
    number = drawn(content(case))
    if may and number % 2:
        return may[number // 2 % len(may)]
    return [NOBODY, *ROLES][number // 2 % (len(ROLES) + 1)]


@schemathesis.auth(refresh_interval=None)
class ByTurns:
    def get(self, case, ctx):
        return whose(case)

    def set(self, case, role, ctx):
        if role != NOBODY:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {WORLD['tokens'][role]}"}


def is_as_described(case, location):
    """Whether Schemathesis means this part of a request to fit its schema."""
    return not (case.meta and case.meta.is_negative_at(location))


@schemathesis.hook
def map_case(context, case):
    """Three in four cases are ones that there are, and a third of the bodies is the example: of what does not exist, and of
    what is refused before it is read, little is to be learnt."""
    number = drawn(content(case))
    path = case.path_parameters
    if path and "id" in path and number % 4 and is_as_described(case, ParameterLocation.PATH):
        path["id"] = WORLD["cases"][number // 4 % len(WORLD["cases"])]
        if "n" in path:
            path["n"] = 1 + number // 64 % 3
    media = case.operation.definition.raw.get("requestBody", {}).get("content", {}).get("application/json", {})
    if "example" in media and number // 256 % 3 == 0 and is_as_described(case, ParameterLocation.BODY):
        case.body = media["example"]
    return case


@schemathesis.hook
def after_call(context, case, response):
    headers = {name.lower(): value for name, value in (case.headers or {}).items()}
    token = str(headers.get("authorization", "")).removeprefix("Bearer ")
    role = next((role for role, known in WORLD["tokens"].items() if known == token), NOBODY)
    seen[case.operation.label, role, response.status_code] += 1


@atexit.register
def count():
    with open(WORLD["count"], "w", encoding="utf-8") as file:
        json.dump([[*what, times] for what, times in sorted(seen.items())], file)
