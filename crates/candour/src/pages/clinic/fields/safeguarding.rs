//! What the named safeguarding professional supplies.

use super::{Kind, Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        code: "child",
        whole: None,
        parts: &[
            Part::One {
                at: "/safeguarding/child_harm",
                kind: Kind::Choice(&["none", "asserted", "in-need", "significant"]),
            },
            Part::Shown {
                ticks: &[
                    "/safeguarding/harm_reasoning",
                    "/safeguarding/section_47_letter",
                    "/safeguarding/strategy_meeting",
                    "/safeguarding/named_professional_consulted",
                ],
            },
        ],
    },
    Section {
        code: "adult",
        whole: None,
        parts: &[
            Part::Shown {
                ticks: &[
                    "/safeguarding/adult_care_needs",
                    "/safeguarding/adult_abuse_or_neglect",
                    "/safeguarding/adult_unable_to_protect",
                ],
            },
            Part::Shown {
                ticks: &[
                    "/safeguarding/coercion",
                    "/safeguarding/others_at_risk",
                    "/safeguarding/local_authority_enquiry",
                ],
            },
        ],
    },
    Section {
        code: "welfare",
        whole: None,
        parts: &[Part::Shown {
            ticks: &[
                "/safeguarding/holder_considers_relevant",
                "/safeguarding/detriment_assessed",
                "/safeguarding/recipient_function_stated",
            ],
        }],
    },
];
