//! What the trust's legal service supplies: what the paper that was served is, and says.

use super::{Kind, Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        code: "instrument",
        whole: Some("/instrument"),
        parts: &[
            Part::One {
                at: "/instrument/kind",
                kind: Kind::Choice(&[
                    "court-order",
                    "ta2000-sch5-para5",
                    "ta2000-sch5-para7",
                    "ta2000-sch5-para11",
                    "ta2000-sch5-para13",
                    "ta2000-sch5-para15",
                    "pace-sch1",
                    "rta1988-s172",
                    "cja2009-sch5-para1",
                    "care-act-s45",
                    "sswba2014-s137",
                    "service-confirmation",
                    "application-or-draft",
                ]),
            },
            Part::One {
                at: "/instrument/issuer",
                kind: Kind::Choice(&[
                    "judge",
                    "coroner",
                    "chief-officer-of-police",
                    "superintendent",
                    "safeguarding-board",
                    "intelligence-service",
                    "applicant-or-solicitor",
                    "not-stated",
                ]),
            },
            Part::Shown {
                ticks: &[
                    "/instrument/written",
                    "/instrument/sealed",
                    "/instrument/in_date",
                    "/instrument/names_holder",
                    "/instrument/names_requester",
                    "/instrument/particulars_stated",
                    "/instrument/person_heard",
                    "/instrument/forbids_notice",
                ],
            },
            Part::One { at: "/instrument/describes_items", kind: Kind::Items },
            Part::One {
                at: "/instrument/access_conditions",
                kind: Kind::Choice(&["none-of-these", "1", "2"]),
            },
            Part::One { at: "/instrument/sab_conditions", kind: Kind::Numbers(&["1", "2", "3", "4"]) },
            Part::Shown { ticks: &["/instrument/future_material", "/instrument/ordinary_care_only"] },
            Part::One { at: "/instrument/future_days", kind: Kind::Number(3_650) },
            Part::One { at: "/instrument/ends_on", kind: Kind::Day },
            Part::One { at: "/instrument/ban_ends_on", kind: Kind::Day },
        ],
    },
    Section {
        code: "telling",
        whole: None,
        parts: &[Part::Shown { ticks: &["/deferral/legal_service_agrees"] }],
    },
];
