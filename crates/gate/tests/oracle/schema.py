"""Enough of JSON Schema to check facts and verdicts against the two schemas."""

import re


def faults(schema, value, at=""):
    """Where `value` breaks `schema`, as (pointer, keyword) pairs.

    Knows the keywords that the two schemas use and refuses any other, so that
    a rule added to a schema is not passed over in silence.
    """
    known = {
        "$schema", "$id", "description", "type", "additionalProperties", "required",
        "properties", "enum", "const", "pattern", "items", "uniqueItems", "minItems",
        "minimum", "maximum", "minLength",
    }  # fmt: skip
    unknown = set(schema) - known
    if unknown:
        raise ValueError(f"schema keywords not known here: {sorted(unknown)}")
    if "const" in schema and value != schema["const"]:
        yield at, "const"
    # No enum here holds a boolean, and to Python true is 1.
    if "enum" in schema and (isinstance(value, bool) or value not in schema["enum"]):
        yield at, "enum"
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(is_of(value, name) for name in types):
            yield at, "type"
            return
    if isinstance(value, dict):
        yield from object_faults(schema, value, at)
    elif isinstance(value, list):
        yield from list_faults(schema, value, at)
    elif isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield at, "pattern"
        if len(value) < schema.get("minLength", 0):
            yield at, "minLength"
    elif is_of(value, "integer"):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            yield at, "range"


def object_faults(schema, value, at):
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}/{name}", "required"
    properties = schema.get("properties", {})
    for name, member in value.items():
        if name in properties:
            yield from faults(properties[name], member, f"{at}/{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}/{name}", "additionalProperties"


def list_faults(schema, value, at):
    if len(value) < schema.get("minItems", 0):
        yield at, "minItems"
    if schema.get("uniqueItems") and any(
        member in value[:place] for place, member in enumerate(value)
    ):
        yield at, "uniqueItems"
    for place, member in enumerate(value):
        yield from faults(schema.get("items", {}), member, f"{at}/{place}")


def is_of(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    python = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "null": type(None),
    }
    return isinstance(value, python[name])
