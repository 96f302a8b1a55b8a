"""The bounded run of `make test`; the long one is `make contract`."""

import unittest

import contract

SEED = 1
EXAMPLES = 8


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(contract.Demonstration())
        cls.roles = {*cls.service.tokens, "nobody"}

    def test_every_call_as_every_role_answers_as_it_is_described(self):
        pairs, faults = contract.sweep(self.service)
        self.assertEqual(faults, [])
        self.assertGreater(pairs, 600)

    def test_whatever_is_sent_is_answered_as_it_is_described(self):
        found = contract.fuzz(self.service, SEED, EXAMPLES)
        self.assertEqual(found.status, 0, found.text)
        self.assertGreater(len(found.operations), 40, found.text)
        self.assertEqual({role for _, role in found.pairs}, self.roles)
        # Something was done, and not only refused.
        self.assertLessEqual({200, 201, 401, 403, 404, 409, 415, 422}, found.statuses)
        print(f"\n{len(found.operations)} calls, {len(found.pairs)} pairs of a call and a role, {found.calls} requests")

    @classmethod
    def tearDownClass(cls):
        # A panic that a client saw as a broken connection would stand here.
        assert "panicked" not in cls.service.said(), cls.service.said()


if __name__ == "__main__":
    unittest.main()
