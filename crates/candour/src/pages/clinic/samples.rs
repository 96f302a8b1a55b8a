//! Invented cases, to render every page from and to look at. Nobody in them exists.

use serde_json::{Value, json};
use service::{
    accounts::AccountView,
    recipients::RecipientView,
    views::{
        AdviceView, ApprovalView, AwaitedView, BreachDecision, BreachView, ClinicCase, ClosedView, Colleague,
        ConflictView, DisclosedItem, FactLine, MissingView, Named, NoteView, NoticeView, OpenView,
        PersonDetails, ProposalView, QueuePage, QueueRow, ReasonView, RulesChange, TimelineEntry, UnitRow,
        VerdictView,
    },
    working::ItemReason,
};

fn named(code: &str, name: &str) -> Named {
    Named { code: code.to_owned(), name: name.to_owned() }
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn approval_name(code: &str) -> Named {
    named(code, &super::words::approval(code))
}

/// A disclosure on the ground of a risk of suicide.
pub fn open_disclosure() -> OpenView {
    OpenView {
        outcome: named("disclose", "Disclose"),
        basis: Some(named("suicide-risk", "Risk of suicide")),
        provision: Some(text("UK GDPR Article 9(2)(c) and (h); common law of confidence")),
        confirmed: true,
        items: vec![
            named("safe-and-well-confirmation", "Confirmation that the person is safe and well"),
            named("safety-handling-advice", "How to keep the person safe when dealing with them"),
            named("current-risk-to-self-statement", "Statement of current risk to self"),
            named("medication-current", "Current medicines"),
        ],
        items_closed: vec![(
            named("medical-history-extract", "Extract of medical history"),
            text("This item goes further than this ground ever allows."),
        )],
        approvals: vec![approval_name("treating-clinician-opinion"), approval_name("caldicott-guardian")],
        notice: named("notify-now", "The person is told at once, within two working days of the decision."),
        max_days: None,
        deferral_refused: Some(text("No ground was given on which telling could be put off.")),
        conditions: vec![named(
            "treating-clinician-if-reachable",
            "Ask the treating clinician first, if they can be reached.",
        )],
        after: vec![named("review-within-24-hours", "The independent reviewer looks at it within 24 hours.")],
    }
}

fn open_plain(code: &str, name: &str, items: Vec<Named>, approvals: &[&str], notice: &str) -> OpenView {
    OpenView {
        outcome: named(code, name),
        basis: None,
        provision: None,
        confirmed: true,
        items,
        items_closed: Vec::new(),
        approvals: approvals.iter().map(|code| approval_name(code)).collect(),
        notice: named("notify-now", notice),
        max_days: None,
        deferral_refused: None,
        conditions: Vec::new(),
        after: Vec::new(),
    }
}

/// A disclosure whose notice may be put off.
pub fn open_deferrable() -> OpenView {
    OpenView {
        basis: Some(named("public-interest-serious-harm", "Serious harm to others")),
        notice: named(
            "may-defer-with-review",
            "Telling the person may be put off, with the reviewer's agreement.",
        ),
        max_days: Some(7),
        confirmed: false,
        ..open_disclosure()
    }
}

fn verdict() -> VerdictView {
    let told = "The person is told at once, within two working days of the decision.";
    let reason = |code: &str, sentence: &str, law: &str, curable| ReasonView {
        code: text(code),
        sentence: text(sentence),
        law: text(law),
        curable,
    };
    let closed = |code: &str, name: &str, claimed, reasons| ClosedView {
        outcome: named("disclose", "Disclose"),
        basis: Some(named(code, name)),
        claimed,
        reasons,
    };
    VerdictView {
        pack: text("england-and-wales 2026.2"),
        open: vec![
            open_plain("refuse", "Refuse", Vec::new(), &[], told),
            OpenView {
                notice: named(
                    "hold-notice-until-complete-or-5-working-days-then-notify",
                    "The person is told once the referral is complete, or after five working days.",
                ),
                ..open_plain("return", "Return for what is missing", Vec::new(), &[], told)
            },
            OpenView {
                conditions: vec![named("do-not-search-for-the-person", "Do not look the person up.")],
                ..open_plain(
                    "advise",
                    "Advise, from no record",
                    vec![
                        named("general-clinical-advice", "General clinical advice"),
                        named("signposting", "Signposting to services"),
                    ],
                    &["treating-clinician-opinion"],
                    told,
                )
            },
            OpenView {
                conditions: vec![named("nothing-returns-to-officer", "The officer hears nothing of it.")],
                ..open_plain(
                    "offer-care",
                    "Offer care to the person",
                    vec![named("signposting", "Signposting to services")],
                    &["treating-clinician-opinion"],
                    told,
                )
            },
            open_disclosure(),
            open_deferrable(),
        ],
        closed: vec![
            closed(
                "explicit-consent",
                "The person's explicit consent",
                true,
                vec![reason(
                    "consent-not-sought",
                    "Nobody has asked the person.",
                    "UK GDPR Article 7; common law of confidence",
                    true,
                )],
            ),
            closed(
                "vital-interests-incapacity",
                "Danger to life of somebody who cannot decide",
                true,
                vec![
                    reason("can-consent", "The person can be asked.", "UK GDPR Article 9(2)(c)", false),
                    reason(
                        "no-present-danger",
                        "No danger of death is shown at this moment.",
                        "UK GDPR Article 6(1)(d)",
                        false,
                    ),
                ],
            ),
            closed(
                "court-order",
                "Order of a court",
                false,
                vec![reason(
                    "no-instrument-served",
                    "No paper was served.",
                    "Criminal Procedure Rules Part 17",
                    false,
                )],
            ),
            closed(
                "dsa-only",
                "A data sharing agreement alone",
                false,
                vec![reason(
                    "not-a-gateway",
                    "This is no ground for disclosing anything.",
                    "ICO data sharing code",
                    false,
                )],
            ),
        ],
        missing: vec![
            MissingView {
                field: text("/justification/items_needed_why"),
                basis: named("suicide-risk", "Risk of suicide"),
                who: text("requester"),
                advice: text("You could still supply this: A reason is given for each item."),
            },
            MissingView {
                field: text("/consent/status"),
                basis: named("explicit-consent", "The person's explicit consent"),
                who: text("health-service"),
                advice: text("The clinic could still record this: Consent."),
            },
        ],
        wire: Value::Null,
    }
}

fn fact(field: &str, label: &str, value: &str, supplier: &str, unset: bool) -> FactLine {
    FactLine { field: text(field), label: text(label), value: text(value), supplier: text(supplier), unset }
}

fn facts() -> Vec<FactLine> {
    vec![
        fact("/purpose", "Main purpose", "save life", "whoever asks", false),
        fact("/urgency", "Urgency claimed", "same day", "whoever asks", false),
        fact("/requester/body", "Kind of body that asks", "local police", "whoever asks", false),
        fact("/requester/rank", "Rank or role", "sergeant", "whoever asks", false),
        fact(
            "/requester/identity",
            "How far identity was confirmed",
            "verified by call back",
            "the clinic",
            false,
        ),
        fact("/claimed_bases", "Bases relied on", "suicide risk, vital interests", "whoever asks", false),
        fact(
            "/items",
            "Information asked for",
            "Statement of current risk to self, Current medicines, Extract of medical history",
            "whoever asks",
            false,
        ),
        fact("/concern/harm_to_self", "Harm feared to the person", "serious", "whoever asks", false),
        fact("/concern/suicide_concern", "The harm feared is suicide", "yes", "whoever asks", false),
        fact("/concern/evidence", "Best evidence", "documented", "the clinic", false),
        fact("/person/age", "Age", "34", "whoever asks", false),
        fact("/person/capacity", "Capacity for this decision", "has capacity", "the clinic", false),
        fact("/consent/status", "Consent", "not sought", "the clinic", true),
        fact("/consent/written", "It was recorded in writing", "no", "the clinic", true),
        fact("/safeguarding/coercion", "Coercion is suspected", "no", "safeguarding", true),
        fact("/instrument/kind", "The paper served", "not stated", "the legal service", true),
        fact("/date", "Date of the request", "2026-11-23", "Candour", false),
    ]
}

fn given(code: &str, state: &str, who: &str, reasons: &str) -> ApprovalView {
    ApprovalView {
        approval: approval_name(code),
        state: text(state),
        who: Some(text(who)),
        at: Some(text("23 November 2026, 11:20")),
        reasons: Some(text(reasons)),
        telephone: None,
        yours: false,
    }
}

fn waiting(code: &str, yours: bool) -> ApprovalView {
    ApprovalView {
        approval: approval_name(code),
        state: text("waiting"),
        who: None,
        at: None,
        reasons: None,
        telephone: None,
        yours,
    }
}

fn proposal(n: u32) -> ProposalView {
    let open = open_disclosure();
    ProposalView {
        n,
        outcome: open.outcome,
        basis: open.basis,
        state: text("open"),
        items: vec![open.items[2].clone()],
        necessity: Some(text(
            "The officers are with him now and must decide whether to stay. Advice in general would not tell them what to look out for tonight.",
        )),
        proportionality: Some(text(
            "Two sentences about the present risk, and nothing of his history or treatment. He may be distressed that it was shared; he is told within two days and can object.",
        )),
        content: vec![DisclosedItem {
            item: open.items[2].clone(),
            text: text(
                "There is a present risk that he acts on thoughts of ending his life when left alone.\nIt is lower while somebody calm stays with him.",
            ),
        }],
        reasons: Some(vec![ItemReason {
            item: open.items[2].clone(),
            reason: text("It alone tells them whether he can be left alone tonight."),
        }]),
        whole: vec![DisclosedItem {
            item: named("current-risk-to-others-statement", "Statement of current risk to others"),
            text: text("There is a present risk. [[His sister told us of it.]] It rises when he drinks."),
        }],
        advice: None,
        approvals: vec![
            given(
                "treating-clinician-opinion",
                "given",
                "Clinician, Dr Anwen Pryce",
                "I saw him last week. The statement is true and no more than the officers need tonight.",
            ),
            waiting("caldicott-guardian", true),
        ],
        notice: open.notice,
        last_day: None,
        conditions: open.conditions,
        after: open.after,
        by: text("Clinician, Dr Anwen Pryce"),
        at: text("23 November 2026, 11:18"),
        waits_for: None,
        emergency: false,
        after_review_owed: false,
        blind: false,
        under: Some(text("england-and-wales 2026.10")),
    }
}

fn entry(at: &str, machine: &str, what: &str, who: Option<&str>, words: Option<&str>) -> TimelineEntry {
    TimelineEntry {
        at: text(at),
        at_machine: text(machine),
        what: text(what),
        who: who.map(text),
        text: words.map(text),
        kind: text("event"),
    }
}

fn task(kind: &str, task: &str, n: u32, waiting: &str, urgent: bool) -> QueueRow {
    QueueRow {
        id: text("sample"),
        reference: text("MUN-7K2P-4QXD"),
        kind: text(kind),
        task: text(task),
        n,
        since: text("23 November 2026, 10:41"),
        waiting: text(waiting),
        urgent,
        due: None,
        clock: None,
        overdue: false,
        held: None,
        holder: None,
        conflict: false,
    }
}

/// A breach; one about somebody else is overdue, the other one decided.
fn breach(n: u32, another: bool) -> BreachView {
    let decision = |what: &str, words: Option<&str>| BreachDecision {
        what: text(what),
        who: words.map(|_| text("Dr Imogen Hale (Caldicott Guardian)")),
        text: words.map(text),
    };
    BreachView {
        n,
        ordinal: n - 1_000_000,
        kind: if another {
            named("wrong-person", "It is about somebody else than the person who was asked about")
        } else {
            named("seen-without-reason", "Somebody looked who had no reason to")
        },
        what: text("The note that was used is that of another patient with the same first name."),
        by: text("Dr Anwen Pryce (Clinician)"),
        recorded: text("24 November 2026, 09:12"),
        happened: text("23 November 2026, 12:40"),
        aware: text("23 November 2026, 17:05"),
        people: 1,
        disclosure: another.then_some(2),
        report_by: text("26 November 2026, 17:05"),
        clock: another.then(|| text("overdue by 3 hours")),
        overdue: another,
        late: false,
        commissioner: if another {
            decision("Nothing is decided yet", None)
        } else {
            decision(
                "Decided on 24 November 2026, 10:00 that it need not be reported: it is unlikely to result in a risk to anybody",
                Some("She closed the page at once and told us."),
            )
        },
        delay: None,
        telling: if another {
            decision("They are owed a notice", None)
        } else {
            decision("Nothing is decided yet", None)
        },
        route: another.then(|| text("By plain post to an agreed address; confirmed 24 November 2026, 11:00")),
        concerns_another: another,
        notes: vec![NoteView {
            kind: text("advice"),
            who: text("Sam Whitlock (Data protection officer)"),
            at: text("24 November 2026, 09:40"),
            text: text("Report it: health information, to police, about somebody who was never asked about."),
        }],
        unfounded: None,
    }
}

/// A referral under way, with everything that can stand on its page.
pub fn case() -> ClinicCase {
    let refused = ProposalView {
        n: 1,
        outcome: named("return", "Return for what is missing"),
        basis: None,
        state: text("declined"),
        items: Vec::new(),
        content: Vec::new(),
        reasons: Some(Vec::new()),
        whole: Vec::new(),
        conditions: Vec::new(),
        after: Vec::new(),
        approvals: vec![given(
            "caldicott-guardian",
            "declined",
            "Caldicott Guardian, Prof. Mair Lloyd",
            "There is no time for this today.",
        )],
        ..proposal(1)
    };
    ClinicCase {
        id: text("sample"),
        reference: text("MUN-7K2P-4QXD"),
        origin: text("requester"),
        phase: text("open"),
        stage: text("awaiting approvals"),
        unit: text("Northern unit"),
        force: Some(text("Wessex and Mercia Police")),
        asked_by: text("Officer, Sgt Rowan Blake"),
        recipient: None,
        sent: text("23 November 2026, 10:41"),
        countersigned: true,
        question: text(
            "We were called by his sister. He has said to two people that he will not be here at Christmas, and has given his tools away. Is there a present risk, and is there anything we should know to keep him safe while we are with him?",
        ),
        person: Some(PersonDetails {
            name: text("Tomos Averill"),
            date_of_birth: Some(text("4 March 1992")),
            nhs_number: Some(text("999 000 0018")),
            address: Some(text("12 Larch Row\nCaer Fictive")),
        }),
        facts: facts(),
        facts_wire: json!({"consent": {"status": "not-sought", "by": null, "covers": []}}),
        verdict: Some(verdict()),
        rules_change: Some(RulesChange {
            from: text("england-and-wales 2026.10"),
            to: text("england-and-wales 2026.11"),
            lines: vec![text("Open on other terms: Consent: approvals")],
        }),
        proposals: vec![refused, proposal(2)],
        notices: vec![NoticeView {
            n: 1,
            rule: named("notify-now", "The person is told at once, within two working days of the decision."),
            state: text("Due by 25 November 2026"),
            escalated: false,
        }],
        advice: vec![AdviceView {
            at: text("23 November 2026, 10:58"),
            text: text(
                "Stay with anybody who speaks like this. Ask plainly whether they think of ending their life; asking does not put the thought there.\nRemove what could be used if they agree to it, and ring the crisis line together.",
            ),
        }],
        breaches: vec![breach(1_000_001, false), breach(1_000_002, true)],
        route: None,
        person_knows: text("The person has not been told. A notice is owed."),
        earlier_referrals: 1,
        repetition_waits: false,
        openings: 1,
        held: Some(text("colleague")),
        holder: Some(text("Clinician, Dr Sol Okonjo")),
        colleagues: vec![Colleague { id: text("sample"), title: text("Dr Sol Okonjo") }],
        conflicts: vec![ConflictView {
            n: 1,
            who: text("Clinician, Dr Ines Marrow"),
            at: text("23 November 2026, 10:50"),
            why: Some(text("they know the person, or somebody close to them")),
            text: Some(text("We sing in the same choir.")),
            withdrawn: false,
        }],
        minutes: 35,
        tasks: vec![task("approve", "Give or decline an approval", 2, "40 minutes", true)],
        awaited: vec![AwaitedView { who: text("Independent reviewer"), task: text("Look at it again") }],
        answer_by: Some(text("14 December 2026, 10:41")),
        timeline: vec![
            entry(
                "23 November 2026, 10:41",
                "2026-11-23T10:41:00Z",
                "The referral was received",
                Some("Officer, Sgt Rowan Blake"),
                None,
            ),
            entry(
                "23 November 2026, 10:58",
                "2026-11-23T10:58:00Z",
                "Advice was given",
                Some("Clinician, Dr Anwen Pryce"),
                None,
            ),
            entry(
                "23 November 2026, 11:10",
                "2026-11-23T11:10:00Z",
                "The record was opened",
                Some("Clinician, Dr Anwen Pryce"),
                Some("To see whether a risk was assessed this month; general advice does not answer that."),
            ),
            entry(
                "23 November 2026, 11:18",
                "2026-11-23T11:18:00Z",
                "Proposal 2 was made: disclose",
                Some("Clinician, Dr Anwen Pryce"),
                None,
            ),
        ],
        acts: [
            "supply-facts",
            "open-record",
            "advise",
            "propose",
            "approve:2:caldicott-guardian",
            "telephone:2",
            "confirm-telephone:2",
            "safe-route",
            "confirm-route",
            "notice-unsafe:2",
            "found",
            "recovered",
            "direct-notice:1",
            "recall:2",
            "review-repetition",
            "after-review:2",
            "take",
            "hand-over",
            "record-call",
            "time",
            "time-back",
            "conflict",
            "withdraw-conflict:1",
            "name-recipient",
            "give-by-telephone:2",
            "record-destruction:2",
            "close",
        ]
        .map(text)
        .to_vec(),
        supplies: [
            "/requester/identity",
            "/concern/evidence",
            "/person/child_competence",
            "/person/capacity",
            "/person/capacity_assessed",
            "/consent",
            "/representative",
            "/victim_request/counselling_records",
            "/repetition/new_facts_since_last",
            "/safeguarding",
            "/instrument",
            "/deferral/legal_service_agrees",
        ]
        .map(text)
        .to_vec(),
    }
}

/// An enquiry, which names nobody.
pub fn enquiry() -> ClinicCase {
    ClinicCase {
        origin: text("enquiry"),
        stage: text("new"),
        person: None,
        facts: Vec::new(),
        verdict: None,
        proposals: Vec::new(),
        notices: Vec::new(),
        breaches: Vec::new(),
        advice: Vec::new(),
        question: text("How should we speak to somebody who believes that he is being watched?"),
        person_knows: text("The person has not been told, and nothing is due yet."),
        tasks: vec![task("answer-enquiry", "Answer an enquiry", 0, "just now", false)],
        acts: ["advise", "close"].map(text).to_vec(),
        supplies: Vec::new(),
        openings: 0,
        earlier_referrals: 0,
        timeline: vec![entry(
            "23 November 2026, 10:41",
            "2026-11-23T10:41:00Z",
            "An enquiry was received",
            Some("Officer, Sgt Rowan Blake"),
            None,
        )],
        ..case()
    }
}

/// A report under a personal duty, as the guardian sees it: nothing to veto.
pub fn duty() -> ClinicCase {
    ClinicCase {
        origin: text("duty-holder"),
        recipient: Some(RecipientView {
            who: text("<b>\"Sgt\"</b> Rowan Blake"),
            force: text("Wessex and Mercia Police"),
            active: false,
        }),
        tasks: Vec::new(),
        acts: Vec::new(),
        repetition_waits: true,
        phase: text("closed"),
        ..case()
    }
}

/// A case whose second opinion is still to be given.
pub fn blind() -> ClinicCase {
    let mut case = case();
    for proposal in &mut case.proposals {
        proposal.blind = true;
        proposal.necessity = None;
        proposal.proportionality = None;
        // As the service does: where there are none, there is none to hide.
        proposal.reasons = proposal.reasons.take().filter(Vec::is_empty);
        for approval in &mut proposal.approvals {
            approval.reasons = None;
        }
    }
    case
}

/// A queue with something in it.
pub fn queue() -> QueuePage {
    let mut other = task("consider-referral", "Consider a referral", 0, "2 days", false);
    other.reference = text("MUN-2V9C-8HNA");
    let mut third = task("safe-route", "Record or confirm a safe route", 0, "5 hours", false);
    third.reference = text("MUN-5T3W-1JRE");
    other.held = Some(text("own"));
    third.held = Some(text("colleague"));
    third.holder = Some(text("Dr Sol Okonjo"));
    let mut barred = task("approve", "Give or decline an approval", 1, "1 day", false);
    barred.reference = text("MUN-8H2D-6RWB");
    barred.conflict = true;
    QueuePage {
        rows: vec![
            task("approve", "Give or decline an approval", 2, "40 minutes", true),
            other,
            third,
            barred,
        ],
        count: 4,
        next: Some(text("0.1763894400.sample.approve.2")),
    }
}

/// A queue with nothing in it.
pub fn empty_queue() -> QueuePage {
    QueuePage { rows: Vec::new(), count: 0, next: None }
}

/// A unit's list.
pub fn rows() -> Vec<UnitRow> {
    let row = |reference: &str, origin: &str, stage: &str| UnitRow {
        id: text("sample"),
        reference: text(reference),
        stage: text(stage),
        origin: text(origin),
        opened: text("23 November 2026, 10:41"),
        updated: text("23 November 2026, 11:20"),
    };
    vec![
        row("MUN-7K2P-4QXD", "requester", "awaiting approvals"),
        row("MUN-2V9C-8HNA", "requester", "new"),
        row("MUN-5T3W-1JRE", "enquiry", "decided"),
        row("MUN-9D4M-6LKB", "duty-holder", "released"),
    ]
}

/// Accounts.
pub fn accounts() -> Vec<AccountView> {
    let account = |name: &str, title: &str, role: &str, place: &str, active| AccountView {
        id: text("sample"),
        name: text(name),
        title: text(title),
        role: text(role),
        place: text(place),
        active,
        own: name == "a.pryce",
    };
    vec![
        account("a.pryce", "Dr Anwen Pryce", "Clinician", "Northern unit", true),
        account("m.lloyd", "Prof. Mair Lloyd", "Caldicott Guardian", "Northern Fictive Trust", true),
        account("r.blake", "Sgt Rowan Blake", "Officer", "Wessex and Mercia Police", false),
    ]
}
