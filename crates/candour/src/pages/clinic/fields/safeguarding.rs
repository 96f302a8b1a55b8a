//! What the named safeguarding professional supplies.

use super::{Kind, Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        code: "child",
        title: "A child at risk",
        intro: "For a person under 18. The words are those of sections 17 and 47 of the Children Act 1989.",
        whole: None,
        parts: &[
            Part::One {
                at: "/safeguarding/child_harm",
                label: "What harm to the child is there reason to believe in?",
                hint: "",
                kind: Kind::Choice(&[
                    ("none", "None", ""),
                    ("asserted", "Asserted only", "Somebody says so, without grounds that you could weigh."),
                    ("in-need", "The child is in need", "Section 17. Families are asked to agree."),
                    ("significant", "Significant harm", "Section 47: reasonable cause to suspect it."),
                ]),
            },
            Part::Shown {
                legend: "What has been done?",
                hint: "Leave a box empty if it has not been done or you do not know.",
                ticks: &[
                    ("/safeguarding/harm_reasoning", "The reasoning about harm is written down", ""),
                    (
                        "/safeguarding/section_47_letter",
                        "The local authority's section 47 letter is here",
                        "",
                    ),
                    ("/safeguarding/strategy_meeting", "A strategy meeting is recorded", ""),
                    (
                        "/safeguarding/named_professional_consulted",
                        "You, or a colleague in your part, were consulted",
                        "",
                    ),
                ],
            },
        ],
    },
    Section {
        code: "adult",
        title: "An adult at risk",
        intro: "For a person of 18 or over. The three parts of section 42 of the Care Act 2014, and what bears on a refusal.",
        whole: None,
        parts: &[
            Part::Shown {
                legend: "Is the adult at risk?",
                hint: "All three are needed.",
                ticks: &[
                    ("/safeguarding/adult_care_needs", "The adult has needs for care and support", ""),
                    ("/safeguarding/adult_abuse_or_neglect", "Abuse or neglect is suspected", ""),
                    (
                        "/safeguarding/adult_unable_to_protect",
                        "Because of those needs the adult cannot protect themselves",
                        "",
                    ),
                ],
            },
            Part::Shown {
                legend: "What else has been shown?",
                hint: "An adult with capacity who refuses is respected unless one of the first two holds.",
                ticks: &[
                    ("/safeguarding/coercion", "Somebody may be coercing the person", ""),
                    ("/safeguarding/others_at_risk", "Other people are at risk", ""),
                    (
                        "/safeguarding/local_authority_enquiry",
                        "The local authority made or confirmed a section 42 enquiry",
                        "",
                    ),
                ],
            },
        ],
    },
    Section {
        code: "welfare",
        title: "Sharing for a child's welfare",
        intro: "The health body's own judgement under section 16LA of the Children Act 2004. Its duty starts on a day that the law has still to name; until then the gate keeps this basis closed.",
        whole: None,
        parts: &[Part::Shown {
            legend: "What has the health body found?",
            hint: "",
            ticks: &[
                (
                    "/safeguarding/holder_considers_relevant",
                    "The information bears on the child's welfare",
                    "",
                ),
                (
                    "/safeguarding/detriment_assessed",
                    "Sharing does no more harm to the child than not sharing",
                    "",
                ),
                (
                    "/safeguarding/recipient_function_stated",
                    "The recipient has said which safeguarding function it acts under",
                    "",
                ),
            ],
        }],
    },
];
