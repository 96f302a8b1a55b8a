//! What the clinic supplies: who is asking, the evidence, the person's capacity, consent, who speaks for them.

use super::{Kind, Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        code: "requester",
        whole: None,
        parts: &[Part::One {
            at: "/requester/identity",
            kind: Kind::Choice(&["unverified", "verified", "verified-by-call-back"]),
        }],
    },
    Section {
        code: "evidence",
        whole: None,
        parts: &[
            Part::One {
                at: "/concern/evidence",
                kind: Kind::Choice(&[
                    "none",
                    "assertion",
                    "second-hand",
                    "verbal-statement",
                    "documented",
                    "first-hand",
                ]),
            },
            Part::Shown {
                ticks: &["/repetition/new_facts_since_last", "/victim_request/counselling_records"],
            },
        ],
    },
    Section {
        code: "capacity",
        whole: None,
        parts: &[
            Part::One {
                at: "/person/child_competence",
                kind: Kind::Choice(&["not-applicable", "competent", "not-competent", "not-assessed"]),
            },
            Part::One {
                at: "/person/capacity",
                kind: Kind::Choice(&[
                    "has-capacity",
                    "doubted",
                    "lacks-temporary",
                    "lacks-long-term",
                    "not-assessed",
                ]),
            },
            Part::Shown { ticks: &["/person/capacity_assessed"] },
        ],
    },
    Section {
        code: "consent",
        whole: None,
        parts: &[
            Part::One {
                at: "/consent/status",
                kind: Kind::Choice(&["not-sought", "given", "refused", "withdrawn", "cannot-be-sought"]),
            },
            Part::One {
                at: "/consent/by",
                kind: Kind::Choice(&["none-of-these", "person", "parent", "attorney-or-deputy", "family"]),
            },
            Part::Shown {
                ticks: &[
                    "/consent/asked_by_health_service",
                    "/consent/specific",
                    "/consent/informed_and_free",
                    "/consent/written",
                    "/consent/single_use",
                ],
            },
            Part::One { at: "/consent/age_days", kind: Kind::Number(36_500) },
            Part::One { at: "/consent/covers", kind: Kind::Items },
        ],
    },
    Section {
        code: "representative",
        whole: None,
        parts: &[Part::Shown {
            ticks: &[
                "/representative/authority_checked",
                "/representative/consulted",
                "/representative/overall_benefit_written",
                "/representative/can_wait",
            ],
        }],
    },
];
