//! What each step asks. Labels say what is wanted; hints say why, or what follows.

use crate::{
    pages::asking::{
        answers::Answers,
        choices,
        journey::{Journey, Step},
        kinds::{Kind, Long},
    },
    web::{
        field::{Choice, Field},
        frame::Faults,
    },
};
use gate::Pack;
use service::places::Places;

/// What the questions are made from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The units that can be asked.
    pub places: &'a Places,
    /// The adopted policy pack.
    pub pack: &'a Pack,
}

/// A step's page: a warning where one is due, a paragraph, and its fields.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// A warning.
    pub warning: String,
    /// A paragraph before the fields.
    pub lead: String,
    /// The fields.
    pub fields: Vec<Field>,
}

fn asked(lead: impl Into<String>, fields: Vec<Field>) -> Asked {
    Asked { warning: String::new(), lead: lead.into(), fields }
}

/// The page of a step, with what was answered and what is wrong with it.
#[must_use]
pub fn of(journey: Journey, step: Step, ground: Ground<'_>, answers: &Answers, faults: &Faults) -> Asked {
    let blank = blank(journey, step, ground);
    let all = |name: &str| answers.all(name);
    let fields = blank.fields.into_iter().map(|field| field.filled(&all).faults(faults)).collect();
    Asked { fields, ..blank }
}

/// The page of a step before anything is answered.
#[must_use]
pub fn blank(journey: Journey, step: Step, ground: Ground<'_>) -> Asked {
    match step {
        Step::Unit => unit(ground.places),
        Step::Question => question(journey),
        Step::Asker => asker(),
        Step::Body => asked(
            words::say("asking-lead-body"),
            vec![Field::radios("body", words::say("asking-ask-body"), choices::other_bodies())],
        ),
        Step::Signer => signer(),
        Step::Subject => subject(journey),
        Step::Person => person(),
        Step::HarmToOthers => harm_to_others(),
        Step::HarmToSelf => harm_to_self(),
        Step::Offence => offence(journey),
        Step::Purpose => asked(
            words::say("asking-lead-purpose"),
            vec![Field::radios(
                Long::Purpose.field(),
                words::say("asking-ask-purpose-kind"),
                choices::purpose_kinds(),
            )],
        ),
        Step::Items => item_kinds(journey),
        Step::Exactly(kind) => exactly(kind, journey, ground.pack),
        Step::Why => why(),
        Step::Consent => asked(
            words::say("asking-lead-consent"),
            vec![Field::radios(
                "why_not_consent",
                words::say("asking-ask-why-not-consent"),
                choices::reasons_against_consent(),
            )],
        ),
        Step::Law => asked(
            words::say("asking-lead-law"),
            vec![Field::checkboxes(
                Long::Law.field(),
                words::say("asking-ask-law-kinds"),
                choices::law_kinds(),
            )],
        ),
        Step::Urgency => Asked {
            warning: words::say("asking-warning-urgency"),
            lead: String::new(),
            fields: vec![Field::radios("urgency", words::say("asking-ask-urgency"), choices::urgencies())],
        },
        Step::More => asked(
            words::say("asking-lead-more"),
            vec![Field::checkboxes("more", words::say("asking-ask-more"), more())],
        ),
        Step::Missing => missing(),
        Step::Mappa => mappa(),
        Step::Onward => onward(),
        Step::Victim => victim(),
        Step::Deferral => deferral(),
        Step::Duty => duty(),
        Step::Recipient => recipient(),
    }
}

fn unit(places: &Places) -> Asked {
    let units = places
        .units
        .values()
        .map(|unit| Choice::new(unit.id.as_str(), unit.title.clone()).hint(places.trust_title(&unit.trust)))
        .collect();
    asked(words::say("asking-lead-unit"), vec![Field::radios("unit", words::say("asking-ask-unit"), units)])
}

fn question(journey: Journey) -> Asked {
    let (label, hint) = match journey {
        Journey::Referral => {
            (words::say("asking-question-referral"), words::say("asking-hint-question-referral"))
        }
        Journey::Wound => (words::say("asking-question-wound"), words::say("asking-hint-question-wound")),
        Journey::Harm => (words::say("asking-question-harm"), words::say("asking-hint-question-harm")),
        Journey::Duty => (words::say("asking-question-duty"), words::say("asking-hint-question-duty")),
    };
    asked("", vec![Field::area("question", label, 10).hint(hint)])
}

fn asker() -> Asked {
    asked(
        "",
        vec![
            Field::radios("asks_as", words::say("asking-ask-body"), choices::asks_as()),
            Field::tick("acts_for", words::say("asking-ask-acts-for")),
        ],
    )
}

fn signer() -> Asked {
    asked(
        words::say("asking-lead-signer"),
        vec![
            Field::radios("rank", words::say("asking-ask-rank"), choices::ranks()),
            Field::tick("signed", words::say("asking-ask-signed")),
        ],
    )
}

fn subject(journey: Journey) -> Asked {
    let question = match journey {
        Journey::Referral => words::say("asking-ask-identified-referral"),
        Journey::Wound | Journey::Harm | Journey::Duty => words::say("asking-ask-identified-report"),
    };
    let no = Choice::new("no", words::say("asking-no"));
    let no = match journey {
        Journey::Referral => no.hint(words::say("asking-hint-identified-no")),
        Journey::Wound | Journey::Harm | Journey::Duty => no,
    };
    asked(
        "",
        vec![
            Field::radios("identified", question, vec![Choice::new("yes", words::say("asking-yes")), no]),
            Field::tick("victim", words::say("asking-ask-victim")),
            Field::tick("died", words::say("asking-ask-died")),
        ],
    )
}

fn person() -> Asked {
    asked(
        words::say("asking-lead-person"),
        vec![
            Field::line("name", words::say("asking-ask-name")),
            Field::day("born", words::say("asking-ask-born")).hint(words::say("asking-hint-born")),
            Field::line("age", words::say("asking-ask-age"))
                .hint(words::say("asking-hint-age"))
                .width(3)
                .digits(),
            Field::line("nhs_number", words::say("asking-ask-nhs-number")).width(10).digits(),
            Field::line("address", words::say("asking-ask-address")),
        ],
    )
}

fn harm_to_others() -> Asked {
    asked(
        words::say("asking-lead-harm"),
        vec![
            Field::radios(
                "harm_to_others",
                words::say("asking-ask-harm-to-others"),
                choices::harm_to_others(),
            ),
            Field::tick("past_only", words::say("asking-ask-past-only")),
            Field::tick("identified_victim", words::say("asking-ask-identified-victim")),
        ],
    )
}

fn harm_to_self() -> Asked {
    asked(
        "",
        vec![
            Field::radios("harm_to_self", words::say("asking-ask-harm-to-self"), choices::harm_to_self()),
            Field::tick("suicide", words::say("asking-ask-suicide")),
        ],
    )
}

fn offence(journey: Journey) -> Asked {
    let offence = Field::radios("offence", words::say("asking-ask-offence"), choices::offences());
    let wound = Field::radios("wound", words::say("asking-ask-wound"), choices::wounds());
    match journey {
        Journey::Wound => asked("", vec![wound, offence]),
        Journey::Referral | Journey::Harm | Journey::Duty => asked("", vec![offence, wound]),
    }
}

fn item_kinds(journey: Journey) -> Asked {
    let kinds = choices::item_kinds(journey == Journey::Duty);
    let mut fields = vec![Field::checkboxes(Long::Items.field(), words::say("asking-ask-item-kinds"), kinds)];
    if journey == Journey::Referral {
        let watching =
            Choice::new("yes", words::say("asking-ask-ongoing")).hint(words::say("asking-hint-ongoing"));
        fields.push(Field::checkboxes("ongoing", "", vec![watching]));
    }
    asked(words::say("asking-lead-items"), fields)
}

/// What there is to choose of one kind of a long list.
fn exactly(kind: Kind, journey: Journey, pack: &Pack) -> Asked {
    match kind.long() {
        Long::Purpose => {
            let label = words::say("asking-ask-purpose");
            asked("", vec![Field::radios(kind.as_str(), label, choices::purposes_of(kind))])
        }
        Long::Items => {
            let label = match journey {
                Journey::Referral => words::say("asking-ask-items-referral"),
                Journey::Wound | Journey::Harm | Journey::Duty => words::say("asking-ask-items-report"),
            };
            let items = choices::items_of(kind, pack, journey == Journey::Duty);
            asked("", vec![Field::checkboxes(kind.as_str(), label, items)])
        }
        Long::Law => {
            let lead = if kind.opens_nothing() {
                words::say("asking-lead-law-opens-nothing")
            } else {
                words::say("asking-lead-law-conditions")
            };
            let label = words::say("asking-ask-claimed-bases");
            asked(lead, vec![Field::checkboxes(kind.as_str(), label, choices::bases_of(kind, pack))])
        }
    }
}

fn why() -> Asked {
    asked(
        words::say("asking-lead-why"),
        vec![
            Field::area("items_why", words::say("asking-ask-items-why"), 5),
            Field::area("less_intrusive", words::say("asking-ask-less-intrusive"), 4),
            Field::area("line_of_enquiry", words::say("asking-ask-line-of-enquiry"), 3),
            Field::area("balance", words::say("asking-ask-balance"), 4),
        ],
    )
}

fn more() -> Vec<Choice> {
    vec![
        Choice::new("missing", words::say("asking-more-missing")),
        Choice::new("mappa", words::say("asking-more-mappa")),
        Choice::new("onward", words::say("asking-more-onward")),
        Choice::new("deferral", words::say("asking-more-deferral"))
            .hint(words::say("asking-hint-more-deferral")),
    ]
}

fn missing() -> Asked {
    asked(
        "",
        vec![
            Field::radios("risk_grade", words::say("asking-ask-risk-grade"), choices::risk_grades()),
            Field::tick("incident_number", words::say("asking-ask-incident-number")),
            Field::tick("end_time", words::say("asking-ask-end-time")),
            Field::tick("bail", words::say("asking-ask-bail")),
            Field::tick("found", words::say("asking-ask-found")),
        ],
    )
}

fn mappa() -> Asked {
    let numbers =
        |last: u8| (1..=last).map(|n| Choice::new(n.to_string(), n.to_string())).collect::<Vec<_>>();
    asked(
        "",
        vec![
            Field::radios("mappa_category", words::say("asking-ask-mappa-category"), numbers(4)).inline(),
            Field::radios("mappa_level", words::say("asking-ask-mappa-level"), numbers(3)).inline(),
            Field::tick("convicted", words::say("asking-ask-convicted")),
            Field::tick("questions_listed", words::say("asking-ask-questions-listed")),
            Field::tick("meeting_set", words::say("asking-ask-meeting-set")),
        ],
    )
}

fn onward() -> Asked {
    let asks = Choice::new("yes", words::say("asking-ask-asks-for-reports"))
        .hint(words::say("asking-hint-asks-for-reports"));
    asked(
        "",
        vec![
            Field::radios("onward_to", words::say("asking-ask-onward-to"), choices::onward_to()),
            Field::tick("says_source", words::say("asking-ask-says-source")),
            Field::checkboxes("asks_for_reports", "", vec![asks]),
        ],
    )
}

fn victim() -> Asked {
    asked(
        words::say("asking-lead-victim"),
        vec![
            Field::tick("notice_given", words::say("asking-ask-notice-given")),
            Field::radios(
                "victim_exception",
                words::say("asking-ask-victim-exception"),
                choices::victim_exceptions(),
            ),
            Field::tick("senior_approval", words::say("asking-ask-senior-approval")),
            Field::tick("probative", words::say("asking-ask-probative")),
        ],
    )
}

fn deferral() -> Asked {
    asked(
        words::say("asking-lead-deferral"),
        vec![
            Field::radios("ground", words::say("asking-ask-ground"), choices::grounds()),
            Field::area("deferral_why", words::say("asking-ask-deferral-why"), 5),
            Field::line("deferral_days", words::say("asking-ask-deferral-days")).width(4).digits(),
        ],
    )
}

fn duty() -> Asked {
    let duties = vec![
        Choice::new("fgm2003-s5b", words::say("asking-duty-fgm2003-s5b"))
            .hint(words::say("asking-hint-duty-fgm2003-s5b")),
        Choice::new("ta2000-s38b", words::say("asking-duty-ta2000-s38b"))
            .hint(words::say("asking-hint-duty-ta2000-s38b")),
        Choice::new("ta2000-s19", words::say("asking-duty-ta2000-s19")).hint("Terrorism Act 2000 s.19."),
        Choice::new("cpa2026-csa-report", words::say("asking-duty-cpa2026-csa-report"))
            .hint(words::say("asking-hint-duty-cpa2026-csa-report")),
        Choice::new("sswba2014-s130", words::say("asking-duty-sswba2014-s130"))
            .hint(words::say("asking-hint-duty-sswba2014-s130")),
        Choice::new("sswba2014-s128", words::say("asking-duty-sswba2014-s128"))
            .hint(words::say("asking-hint-duty-sswba2014-s128")),
    ];
    asked(
        words::say("asking-lead-duty"),
        vec![
            Field::radios("duty", words::say("asking-ask-duty"), duties),
            Field::tick("at_work", words::say("asking-ask-at-work")),
            Field::tick("regulated", words::say("asking-ask-regulated")),
        ],
    )
}

fn recipient() -> Asked {
    let bodies = choices::bodies()
        .into_iter()
        .filter(|body| {
            matches!(body.value.as_str(), "local-police" | "counter-terrorism-police" | "local-authority")
        })
        .collect();
    asked(
        "",
        vec![
            Field::radios("body", words::say("asking-ask-recipient-body"), bodies),
            Field::line("recipient", words::say("asking-ask-recipient"))
                .hint(words::say("asking-hint-recipient")),
        ],
    )
}
