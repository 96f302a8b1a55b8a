"""Recounts a half-year and derives the reviewer's sample, from the published formats alone.

Entries come on standard input, one a line, from index 0. Shares no code with Candour: hashlib and json only.
"""

import base64
import hashlib
import json
import sys


def root(leaves):
    """RFC 6962, section 2.1."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:])).digest()


CANDIDATES = (
    "disclosure-decided disclosure-refused advice-given monitoring-refused record-opened onward-decided "
    "onward-sent referral-returned emergency-released other"
).split()

period = sys.argv[1]
lines = sys.stdin.read().splitlines()
entries = [json.loads(line) for line in lines]
mine = [(i, e) for i, e in enumerate(entries) if "l" in e and e["period"] == period]
first, last = mine[0][0], mine[-1][0]
commitments = sum("c" in e for e in entries[:first]) - sum("l" in e for e in entries[:first])
totals = {}
for _, e in mine:
    totals[e["class"]] = totals.get(e["class"], 0) + 1
tags = [base64.urlsafe_b64decode(e["l"] + "=") for _, e in mine]
assert tags == sorted(tags)

leaves = [hashlib.sha256(b"\x00" + line.encode()).digest() for line in lines]
top = root(leaves[: last + 1])
acts = {e["act"]: bytes.fromhex(e["digest"]) for e in entries if "act" in e and e.get("period") == period}
answer = {"commitments": commitments, "totals": totals, "root": base64.b64encode(top).decode()}
if "sample-revealed" in acts:
    r = acts["sample-revealed"]
    assert hashlib.sha256(r).digest() == acts["sample-committed"]
    seed = hashlib.sha256(b"candour.sample.v1\n" + period.encode() + b"\n" + r + top).digest()
    candidates = [i for i, e in mine if e["class"] in CANDIDATES]
    candidates.sort(key=lambda i: hashlib.sha256(seed + i.to_bytes(8, "big")).digest())
    n = len(candidates)
    answer["sample"] = candidates[: n if n < 20 else max(20, -(-n // 10))]
print(json.dumps(answer))
