//! What the trust's legal service supplies: what the paper that was served is, and says.

use super::{Kind, Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        code: "instrument",
        title: "The paper that was served",
        intro: "Record what the paper itself says. An order in hand is obeyed to its letter, and nothing beyond its letter is given.",
        whole: Some((
            "/instrument",
            "Has an order, a notice or a written requirement been served?",
            "No, nothing has been served",
            "Yes, and this is what it says",
        )),
        parts: &[
            Part::One {
                at: "/instrument/kind",
                label: "What is it?",
                hint: "A letter, a draft or an application is not an order, whatever it is called.",
                kind: Kind::Choice(&[
                    ("court-order", "An order of a court", ""),
                    (
                        "ta2000-sch5-para5",
                        "A production order, Terrorism Act 2000 Schedule 5 paragraph 5",
                        "",
                    ),
                    ("ta2000-sch5-para7", "An order for material of the next 28 days, paragraph 7", ""),
                    ("ta2000-sch5-para11", "A warrant, paragraph 11", ""),
                    ("ta2000-sch5-para13", "An order to explain, paragraph 13", ""),
                    ("ta2000-sch5-para15", "A superintendent's urgent order, paragraph 15", ""),
                    ("pace-sch1", "A production order, Police and Criminal Evidence Act 1984 Schedule 1", ""),
                    (
                        "rta1988-s172",
                        "A requirement to say who was driving, Road Traffic Act 1988 section 172",
                        "",
                    ),
                    (
                        "cja2009-sch5-para1",
                        "A coroner's notice, Coroners and Justice Act 2009 Schedule 5",
                        "",
                    ),
                    (
                        "care-act-s45",
                        "A request of a safeguarding adults board, Care Act 2014 section 45",
                        "",
                    ),
                    ("sswba2014-s137", "A request of a safeguarding board in Wales, section 137", ""),
                    ("service-confirmation", "A written confirmation by an intelligence service", ""),
                    ("application-or-draft", "An application or a draft only", ""),
                ]),
            },
            Part::One {
                at: "/instrument/issuer",
                label: "Who issued it?",
                hint: "",
                kind: Kind::Choice(&[
                    ("judge", "A judge", ""),
                    ("coroner", "A coroner", ""),
                    ("chief-officer-of-police", "A chief officer of police, or for them", ""),
                    ("superintendent", "A superintendent", ""),
                    ("safeguarding-board", "A safeguarding board", ""),
                    ("intelligence-service", "An intelligence service", ""),
                    ("applicant-or-solicitor", "The applicant, or a solicitor", ""),
                    ("not-stated", "It does not say", ""),
                ]),
            },
            Part::Shown {
                legend: "What have you seen for yourself?",
                hint: "Leave a box empty if you have not.",
                ticks: &[
                    ("/instrument/written", "It is in writing", ""),
                    ("/instrument/sealed", "A sealed copy", ""),
                    ("/instrument/in_date", "It is in force today", ""),
                    (
                        "/instrument/names_holder",
                        "It is addressed to this trust, and the trust holds the material",
                        "",
                    ),
                    ("/instrument/names_requester", "It names whoever asks as the one to receive", ""),
                    (
                        "/instrument/particulars_stated",
                        "It states the particulars that its law requires",
                        "The offence, vehicle, time and place, deadline or function.",
                    ),
                    (
                        "/instrument/person_heard",
                        "The person was told of the application and could be heard",
                        "",
                    ),
                    ("/instrument/forbids_notice", "Its terms forbid telling the person", ""),
                ],
            },
            Part::One {
                at: "/instrument/describes_items",
                label: "Which information does it describe?",
                hint: "Tick only what its words cover. Leave all empty if it does not describe the material.",
                kind: Kind::Items,
            },
            Part::One {
                at: "/instrument/access_conditions",
                label: "Which set of access conditions does it cite?",
                hint: "For an order under the Police and Criminal Evidence Act 1984 only.",
                kind: Kind::Choice(&[
                    ("none-of-these", "None", ""),
                    ("1", "The first", ""),
                    ("2", "The second", "Health records need the second."),
                ]),
            },
            Part::One {
                at: "/instrument/sab_conditions",
                label: "Which conditions of section 45 are shown?",
                hint: "For a request of a safeguarding adults board only.",
                kind: Kind::Numbers(&[
                    ("1", "Condition 1: it is asked so that the board can do its work", ""),
                    ("2", "Condition 2: whoever is asked is likely to hold it", ""),
                    ("3", "Condition 3: it is about the one asked, or their work", ""),
                    (
                        "4",
                        "Condition 4: it is, or comes from, what the one asked was given under such a request",
                        "",
                    ),
                ]),
            },
            Part::Shown {
                legend: "Does it reach into the future?",
                hint: "Only paragraph 7 may, for at most 28 days and only over papers made in ordinary care.",
                ticks: &[
                    ("/instrument/future_material", "It reaches material that does not exist yet", ""),
                    (
                        "/instrument/ordinary_care_only",
                        "It reaches only papers that are made in ordinary care",
                        "",
                    ),
                ],
            },
            Part::One {
                at: "/instrument/future_days",
                label: "How many days ahead does it reach?",
                hint: "Leave empty if it does not reach ahead.",
                kind: Kind::Number(3_650),
            },
            Part::One {
                at: "/instrument/ends_on",
                label: "On which day does it end?",
                hint: "For example, 27 3 2026. Leave empty if it does not say.",
                kind: Kind::Day,
            },
            Part::One {
                at: "/instrument/ban_ends_on",
                label: "On which day does its ban on telling the person end?",
                hint: "Leave empty if there is no ban, or no end is stated.",
                kind: Kind::Day,
            },
        ],
    },
    Section {
        code: "telling",
        title: "Putting off telling the person",
        intro: "Only where the officer asks for it on the ground of a terrorist investigation.",
        whole: None,
        parts: &[Part::Shown {
            legend: "What does the legal service say?",
            hint: "Without this, telling is put off by 3 days at most; with it, by 28, and the independent reviewer looks at it either way.",
            ticks: &[(
                "/deferral/legal_service_agrees",
                "Telling the person would be likely to prejudice a terrorist investigation",
                "Section 39 of the Terrorism Act 2000.",
            )],
        }],
    },
];
