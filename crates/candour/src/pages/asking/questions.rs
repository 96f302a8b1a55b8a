//! What each step asks. Labels say what is wanted; hints say why, or what follows.

use crate::{
    pages::asking::{
        answers::Answers,
        choices,
        journey::{Journey, Step},
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
    pub warning: &'static str,
    /// A paragraph before the fields.
    pub lead: &'static str,
    /// The fields.
    pub fields: Vec<Field>,
}

fn asked(lead: &'static str, fields: Vec<Field>) -> Asked {
    Asked { warning: "", lead, fields }
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
        Step::Signer => signer(),
        Step::Subject => subject(journey),
        Step::Person => person(),
        Step::HarmToOthers => harm_to_others(),
        Step::HarmToSelf => harm_to_self(),
        Step::Offence => offence(journey),
        Step::Purpose => asked("", vec![Field::radios("purpose", "Main purpose", choices::purposes())]),
        Step::Items => items(journey, ground.pack),
        Step::Why => why(),
        Step::Consent => asked(
            "The clinic tries consent first. It asks the person itself, where that is safe; you need not.",
            vec![Field::radios("why_not_consent", "Reason", choices::reasons_against_consent())],
        ),
        Step::Basis => asked(
            "You may leave this out. Naming a law does not open anything that its conditions do not open, and the \
             clinic looks at every basis, named or not. What you name tells us what to tell you about what is missing.",
            vec![Field::checkboxes(
                "claimed_bases",
                "Bases you rely on, if any",
                choices::bases(ground.pack),
            )],
        ),
        Step::Urgency => Asked {
            warning: "An emergency needs evidence, and your identity confirmed by a call back through your control \
                      room. Ticking the box opens nothing by itself. Every emergency goes to the independent reviewer.",
            lead: "",
            fields: vec![Field::radios("urgency", "Urgency", choices::urgencies())],
        },
        Step::More => asked(
            "Tick what applies. If nothing does, go on.",
            vec![Field::checkboxes("more", "What applies", more())],
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
    asked("No unit sees another unit's cases.", vec![Field::radios("unit", "Unit", units)])
}

fn question(journey: Journey) -> Asked {
    let (label, hint) = match journey {
        Journey::Referral => (
            "Your question",
            "What do you need to decide, and what would help you decide it? Leave out ethnicity, religion and whatever \
             else is not needed.",
        ),
        Journey::Wound => {
            ("What happened", "When and where, as far as you know. You need not say who the person is.")
        }
        Journey::Harm => ("What you know, and how", "Who might be harmed, by whom, how, and when."),
        Journey::Duty => {
            ("What you report", "What you were told or saw, when, and in the course of which work.")
        }
    };
    asked("", vec![Field::area("question", label, 10).hint(hint)])
}

fn asker() -> Asked {
    asked(
        "",
        vec![
            Field::radios("body", "The body that asks, and would receive the answer", choices::bodies()),
            Field::tick("acts_for", "I ask on behalf of an intelligence service"),
        ],
    )
}

fn signer() -> Asked {
    asked(
        "Rank by itself opens nothing.",
        vec![
            Field::radios("rank", "Your rank or role", choices::ranks()),
            Field::tick(
                "signed",
                "I sign this request: it is true as far as I know, and I am the one who asks",
            ),
        ],
    )
}

fn subject(journey: Journey) -> Asked {
    let question = match journey {
        Journey::Referral => "Can you name one person?",
        Journey::Wound | Journey::Harm | Journey::Duty => "Is it about one person whom you can name?",
    };
    asked(
        "",
        vec![
            Field::radios("identified", question, vec![Choice::new("yes", "Yes"), Choice::new("no", "No")]),
            Field::tick("victim", "The person is or may be a victim or a witness"),
            Field::tick("died", "The person has died"),
        ],
    )
}

fn person() -> Asked {
    asked(
        "This part is sealed under a key of its own.",
        vec![
            Field::line("name", "Full name"),
            Field::day("born", "Date of birth")
                .hint("For example, 31 3 1980. Leave it out if you do not know it."),
            Field::line("age", "Age, if the date of birth is not known")
                .hint("In years, as far as you know. An unknown age counts as a child’s.")
                .width(3)
                .digits(),
            Field::line("nhs_number", "NHS number, if you have it").width(10).digits(),
            Field::line("address", "Address, if it is needed to tell them from somebody else"),
        ],
    )
}

fn harm_to_others() -> Asked {
    asked(
        "What you know, not what you suspect might be.",
        vec![
            Field::radios("harm_to_others", "Harm to others", choices::harm_to_others()),
            Field::tick("past_only", "It has happened and is not feared again"),
            Field::tick("identified_victim", "A particular person is at risk"),
        ],
    )
}

fn harm_to_self() -> Asked {
    asked(
        "",
        vec![
            Field::radios("harm_to_self", "Harm to the person themself", choices::harm_to_self()),
            Field::tick("suicide", "What is feared is suicide"),
        ],
    )
}

fn offence(journey: Journey) -> Asked {
    let offence = Field::radios("offence", "The offence in question", choices::offences());
    let wound = Field::radios("wound", "The wound that brought the person to care", choices::wounds());
    match journey {
        Journey::Wound => asked("", vec![wound, offence]),
        Journey::Referral | Journey::Harm | Journey::Duty => asked("", vec![offence, wound]),
    }
}

fn items(journey: Journey, pack: &Pack) -> Asked {
    let choices = choices::items(pack, journey == Journey::Duty);
    let label = match journey {
        Journey::Referral => "The least that would do",
        Journey::Wound | Journey::Harm | Journey::Duty => "What would be given",
    };
    let mut fields = vec![Field::checkboxes("items", label, choices)];
    if journey == Journey::Referral {
        let watching = Choice::new(
            "yes",
            "I also ask for something after the answer: updates, reports or alerts",
        )
        .hint("Watching a patient has no answer here but refusal. Each request for it is counted in public.");
        fields.push(Field::checkboxes("ongoing", "", vec![watching]));
    }
    asked("The list goes from what says least about a person to what says most.", fields)
}

fn why() -> Asked {
    asked(
        "What you leave empty counts as not said. The clinic reads these words with your question.",
        vec![
            Field::area("items_why", "Why each of the items is needed", 5),
            Field::area("less_intrusive", "What less intrusive means you tried, or why none would do", 4),
            Field::area("line_of_enquiry", "The line of enquiry that this follows, if there is one", 3),
            Field::area("balance", "Why the harm of not knowing outweighs the harm of telling", 4),
        ],
    )
}

fn more() -> Vec<Choice> {
    vec![
        Choice::new("missing", "The person is reported missing"),
        Choice::new("mappa", "It is for a MAPPA meeting"),
        Choice::new("onward", "I intend to pass something on to somebody else"),
        Choice::new("deferral", "I ask that the person be told later")
            .hint("They are told as soon as the law and their safety allow. Later needs a ground in law."),
    ]
}

fn missing() -> Asked {
    asked(
        "",
        vec![
            Field::radios("risk_grade", "Risk grade", choices::risk_grades()),
            Field::tick("incident_number", "An incident number is given in the question"),
            Field::tick("end_time", "The question says when the sharing ends"),
            Field::tick("bail", "The person is avoiding police bail"),
            Field::tick("found", "The person has been found"),
        ],
    )
}

fn mappa() -> Asked {
    let numbers =
        |last: u8| (1..=last).map(|n| Choice::new(n.to_string(), n.to_string())).collect::<Vec<_>>();
    asked(
        "",
        vec![
            Field::radios("mappa_category", "Category", numbers(4)).inline(),
            Field::radios("mappa_level", "Level", numbers(3)).inline(),
            Field::tick("convicted", "The person is convicted, or within section 327"),
            Field::tick("questions_listed", "The question lists particular questions"),
            Field::tick("meeting_set", "A day for the meeting is set"),
        ],
    )
}

fn onward() -> Asked {
    let asks = Choice::new("yes", "It asks whoever receives it to watch or report")
        .hint("That has no answer but refusal, and is counted in public.");
    asked(
        "",
        vec![
            Field::radios("onward_to", "Who", choices::onward_to()),
            Field::tick("says_source", "It will say where the information came from"),
            Field::checkboxes("asks_for_reports", "", vec![asks]),
        ],
    )
}

fn victim() -> Asked {
    asked(
        "A request for a victim's information needs written notice to the victim (PCSC Act 2022, chapter 3A).",
        vec![
            Field::tick("notice_given", "Written notice was given on or before this request"),
            Field::radios(
                "victim_exception",
                "Exception relied on instead of notice",
                choices::victim_exceptions(),
            ),
            Field::tick("senior_approval", "A senior officer has approved asking for counselling records"),
            Field::tick("probative", "They are shown to have substantial probative value"),
        ],
    )
}

fn deferral() -> Asked {
    asked(
        "A deferral ends by itself. Only the independent reviewer can renew it. These reasons go with your question.",
        vec![
            Field::radios("ground", "Ground", choices::grounds()),
            Field::area("deferral_why", "Reasons, about this person and today", 5),
            Field::line("deferral_days", "For how many days").width(4).digits(),
        ],
    )
}

fn duty() -> Asked {
    let duties = vec![
        Choice::new("fgm2003-s5b", "Female genital mutilation of a girl under 18")
            .hint("Told by the girl, or physical signs seen. Regulated professionals. FGM Act 2003 s.5B."),
        Choice::new("ta2000-s38b", "An act of terrorism by somebody else").hint(
            "Terrorism Act 2000 s.38B. Telling the person can be an offence; the legal service is told.",
        ),
        Choice::new("ta2000-s19", "Terrorist property").hint("Terrorism Act 2000 s.19."),
        Choice::new("cpa2026-csa-report", "A sexual offence against a child")
            .hint("Crime and Policing Act 2026: no day from which it is in force has been confirmed."),
        Choice::new("sswba2014-s130", "A child at risk, in Wales")
            .hint("Social Services and Well-being (Wales) Act 2014 s.130."),
        Choice::new("sswba2014-s128", "An adult at risk, in Wales")
            .hint("Social Services and Well-being (Wales) Act 2014 s.128."),
    ];
    asked(
        "The duty is yours alone. Nobody may veto your report, and nobody may make it for you.",
        vec![
            Field::radios("duty", "Duty", duties),
            Field::tick("at_work", "I learnt of it in the course of my work"),
            Field::tick("regulated", "I am a regulated professional"),
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
            Field::radios("body", "Who", bodies),
            Field::line("recipient", "Sign-in name of the officer, if you have agreed with one")
                .hint("Leave it out otherwise. Nothing is sent before it is decided."),
        ],
    )
}
