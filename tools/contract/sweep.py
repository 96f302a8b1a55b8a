"""Makes every call of the description once as every role and as nobody, and holds each answer against the description.

Prints JSON: how many pairs of a call and a role there were, and what did not hold.
"""

import json
import os
import sys

import schemathesis
from schemathesis import checks

WORLD = json.loads(os.environ["CANDOUR_CONTRACT"])
HELD = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
        "response_schema_conformance")


def main(url):
    schema = schemathesis.openapi.from_url(url + "/api/openapi.json")
    held = [checks.CHECKS.get_one(name) for name in HELD]
    pairs, faults = 0, []
    for operation in (result.ok() for result in schema.get_all_operations()):
        raw = operation.definition.raw
        body = raw.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        for number, role in enumerate([None, *sorted(WORLD["tokens"])]):
            headers = {"Idempotency-Key": f"sweep-{number}-{pairs}"}
            if role:
                headers["Authorization"] = f"Bearer {WORLD['tokens'][role]}"
            arguments = {"headers": headers}
            if "{" in operation.path:
                case = WORLD["cases"][pairs % len(WORLD["cases"])]
                arguments["path_parameters"] = {
                    name: value for name, value in {"id": case, "n": 1}.items() if f"{{{name}}}" in operation.path
                }
            if "requestBody" in raw:
                arguments |= {"body": {} if body is None else body, "media_type": "application/json"}
            case = operation.Case(**arguments)
            pairs += 1
            try:
                case.validate_response(case.call(), checks=held)
            except BaseExceptionGroup as group:
                faults += [f"{operation.label} as {role or 'nobody'}: {fault}" for fault in group.exceptions]
            except AssertionError as fault:
                faults.append(f"{operation.label} as {role or 'nobody'}: {fault}")
    json.dump([pairs, faults], sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
