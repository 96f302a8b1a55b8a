//! What the clinic supplies: who is asking, the evidence, the person's capacity, consent, who speaks for them.

use super::{Kind, Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        code: "requester",
        title: "Who is asking",
        intro: "How far you have made sure that the officer is who they say they are.",
        whole: None,
        parts: &[Part::One {
            at: "/requester/identity",
            label: "How was the officer's identity confirmed?",
            hint: "Call back through the force's control room, on a number that you looked up yourself. A number on the form proves nothing.",
            kind: Kind::Choice(&[
                ("unverified", "Not confirmed", ""),
                (
                    "verified",
                    "Confirmed",
                    "For example by an account of the force, or in person with a warrant card.",
                ),
                (
                    "verified-by-call-back",
                    "Confirmed by calling back",
                    "Through the control room. In an emergency only this will do for a spoken statement.",
                ),
            ]),
        }],
    },
    Section {
        code: "evidence",
        title: "What the concern rests on",
        intro: "How good the evidence is that came with the referral, and whether anything is new since the last one.",
        whole: None,
        parts: &[
            Part::One {
                at: "/concern/evidence",
                label: "What is the best evidence you were given?",
                hint: "Judge what you have seen or heard yourself, not what you were told exists.",
                kind: Kind::Choice(&[
                    ("none", "None", ""),
                    ("assertion", "An assertion", "Somebody says so, and does not say how they know."),
                    ("second-hand", "Second hand", "Somebody passes on what another person saw or heard."),
                    (
                        "verbal-statement",
                        "A spoken statement",
                        "Told to you by somebody who knows, to be confirmed in writing.",
                    ),
                    ("documented", "Documents", "A statement, a log, a recording or the like."),
                    ("first-hand", "First hand", "You, or a colleague, saw or heard it."),
                ]),
            },
            Part::Shown {
                legend: "What else has been shown?",
                hint: "Leave a box empty if you do not know.",
                ticks: &[
                    (
                        "/repetition/new_facts_since_last",
                        "The concern rests on facts that arose after this force's last referral",
                        "Only matters where the same force has asked about this person in the last 90 days.",
                    ),
                    (
                        "/victim_request/counselling_records",
                        "What is asked for is counselling information about a victim",
                        "Mental health records about a victim are presumed to be. Recorded for whoever decides.",
                    ),
                ],
            },
        ],
    },
    Section {
        code: "capacity",
        title: "Capacity and competence",
        intro: "For this decision, at this time. Nothing here follows from a diagnosis, an age or a detention.",
        whole: None,
        parts: &[
            Part::One {
                at: "/person/child_competence",
                label: "Under 16: does the child understand this decision?",
                hint: "A child who understands decides alone, and decides what parents are told.",
                kind: Kind::Choice(&[
                    ("not-applicable", "The person is 16 or over", ""),
                    ("competent", "Yes, the child is competent", ""),
                    ("not-competent", "No, the child is not competent", ""),
                    ("not-assessed", "Not assessed", ""),
                ]),
            },
            Part::One {
                at: "/person/capacity",
                label: "16 or over: does the person have capacity for this decision?",
                hint: "Capacity is presumed under the Mental Capacity Act 2005 until it is shown to be lacking.",
                kind: Kind::Choice(&[
                    ("has-capacity", "Yes", ""),
                    ("doubted", "Doubted", ""),
                    (
                        "lacks-temporary",
                        "No, and it may come back",
                        "For example while unconscious, intoxicated or acutely unwell.",
                    ),
                    ("lacks-long-term", "No, and it will not come back soon", ""),
                    ("not-assessed", "Not assessed", ""),
                ]),
            },
            Part::Shown {
                legend: "What is recorded?",
                hint: "",
                ticks: &[(
                    "/person/capacity_assessed",
                    "An assessment for this very decision is in the notes",
                    "",
                )],
            },
        ],
    },
    Section {
        code: "consent",
        title: "Consent",
        intro: "What the person was asked and what they said. Consent counts only if the health service asked, never the officer.",
        whole: None,
        parts: &[
            Part::One {
                at: "/consent/status",
                label: "Where does consent stand?",
                hint: "",
                kind: Kind::Choice(&[
                    ("not-sought", "Not asked for", ""),
                    ("given", "Given", ""),
                    ("refused", "Refused", "A refusal is an answer. It is not asked for again."),
                    ("withdrawn", "Given, then withdrawn", "What was sent is recalled."),
                    (
                        "cannot-be-sought",
                        "Cannot be asked for",
                        "For example because the person is unconscious or cannot be found.",
                    ),
                ]),
            },
            Part::One {
                at: "/consent/by",
                label: "Who gave, refused or withdrew it?",
                hint: "",
                kind: Kind::Choice(&[
                    ("none-of-these", "Nobody has answered", ""),
                    ("person", "The person", ""),
                    ("parent", "A parent with responsibility", ""),
                    ("attorney-or-deputy", "An attorney or deputy", ""),
                    ("family", "Somebody else in the family", "Family cannot consent for an adult."),
                ]),
            },
            Part::Shown {
                legend: "How was it given?",
                hint: "All of these are needed before consent opens anything.",
                ticks: &[
                    ("/consent/asked_by_health_service", "The health service asked, not the officer", ""),
                    ("/consent/specific", "It says what is shared, with whom and why", ""),
                    ("/consent/informed_and_free", "It was informed, and free of pressure", ""),
                    ("/consent/written", "It is recorded in writing", ""),
                    ("/consent/single_use", "It is for this one time", ""),
                ],
            },
            Part::One {
                at: "/consent/age_days",
                label: "How many days ago was it given?",
                hint: "Consent counts for 30 days. Leave empty if it was not given.",
                kind: Kind::Number(36_500),
            },
            Part::One {
                at: "/consent/covers",
                label: "What does it cover?",
                hint: "Tick only what the person was asked about and agreed to.",
                kind: Kind::Items,
            },
        ],
    },
    Section {
        code: "representative",
        title: "Speaking for the person",
        intro: "Only where the person cannot decide for themselves.",
        whole: None,
        parts: &[Part::Shown {
            legend: "What has been done?",
            hint: "Leave a box empty if it has not been done.",
            ticks: &[
                ("/representative/authority_checked", "Somebody looked for an attorney or deputy", ""),
                ("/representative/consulted", "People close to the person were consulted", ""),
                (
                    "/representative/overall_benefit_written",
                    "Why sharing is to the person's overall benefit is written down",
                    "",
                ),
                (
                    "/representative/can_wait",
                    "The decision can wait until the person can decide",
                    "Then it waits: nothing is opened on this ground.",
                ),
            ],
        }],
    },
];
