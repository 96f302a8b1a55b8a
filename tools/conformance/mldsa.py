"""ML-DSA-44 by dilithium-py: one JSON object a line in, one out. See mldsa.mjs, which answers the same questions."""

import json
import sys

from dilithium_py.ml_dsa import ML_DSA_44

for line in sys.stdin:
    ask = json.loads(line)
    message = bytes.fromhex(ask["message"])
    if ask["do"] == "sign":
        public, secret = ML_DSA_44.key_derive(bytes.fromhex(ask["seed"]))
        signature = ML_DSA_44.sign(secret, message)
        print(json.dumps({"public": public.hex(), "signature": signature.hex()}))
    else:
        try:
            holds = ML_DSA_44.verify(bytes.fromhex(ask["public"]), message, bytes.fromhex(ask["signature"]))
        except ValueError:
            holds = False
        print(json.dumps({"holds": holds}))
