//! Every call of the API, once. The router is built from this table and the description is generated from it.

use super::{
    acts, asking, breaches,
    call::{ANY, act, list, look, open},
    day,
    dispatch::{Act, Look},
    looking,
};
use casework::actor::Role::{
    self, Administrator, Clinician, DataProtectionOfficer, Guardian, HealthWorker, Legal, Officer, Reviewer,
    Safeguarding, SecondClinician, Supervisor,
};

pub(super) use super::call::{Call, Door, Verb};

/// Whoever reads cases as the clinic does.
const READERS: &[Role] =
    &[Clinician, SecondClinician, Guardian, Safeguarding, Legal, DataProtectionOfficer, Reviewer];
/// Whoever gives an approval.
const APPROVERS: &[Role] =
    &[Clinician, SecondClinician, Guardian, Safeguarding, Legal, Reviewer, HealthWorker];

/// Whoever works on a case.
const WORKERS: &[Role] = &[Clinician, SecondClinician, Guardian, Safeguarding, Legal];
/// Whoever records breaches.
const BREACH_REPORTERS: &[Role] = &[Clinician, Guardian, Legal, DataProtectionOfficer];

/// Every call.
pub(super) static CALLS: &[Call] = &[
    open(Verb::Get, "/api/openapi.json", "This description", (None, "Description"), |api, knock| {
        Box::pin(looking::description(api, knock))
    }),
    open(
        Verb::Post,
        "/api/v1/gate",
        "Judge facts: which outcomes are open, and why each other one is closed; nothing is stored",
        (Some("Facts"), "Verdict"),
        |api, knock| Box::pin(looking::gate(api, knock)),
    ),
    open(
        Verb::Get,
        "/api/v1/rules",
        "The adopted rules in plain English: each basis with its tests, what is no basis, every reason",
        (None, "Rules"),
        |api, knock| Box::pin(looking::rules(api, knock)),
    ),
    open(
        Verb::Post,
        "/api/v1/person",
        "The person's own page, by letter code and agreed phrase; one constant answer otherwise",
        (Some("PersonKey"), "PersonPage"),
        |api, knock| Box::pin(looking::person(api, knock)),
    ),
    open(
        Verb::Post,
        "/api/v1/person/receipts",
        "What the person may keep of what they were told: receipts, or full openings that prove what happened",
        (Some("PersonReceiptsKey"), "PersonReceipts"),
        |api, knock| Box::pin(looking::person_receipts(api, knock)),
    ),
    act(
        "/api/v1/enquiries",
        "Ask a unit a question that names nobody",
        Some("NewEnquiry"),
        &[Officer, HealthWorker],
        "Made",
        |api, command| Box::pin(asking::enquiry(api, command)),
    )
    .creating(),
    act(
        "/api/v1/referrals",
        "Make a referral, a health worker's own disclosure or a duty-holder's report",
        Some("NewReferral"),
        &[Officer, HealthWorker, Clinician],
        "Made",
        |api, command| Box::pin(asking::referral(api, command)),
    )
    .creating(),
    act(
        "/api/v1/emergencies",
        "Enter an emergency for an officer without an account, who was called back through the control room of their force",
        Some("NewEmergency"),
        &[Clinician],
        "Made",
        |api, command| Box::pin(asking::emergency(api, command)),
    )
    .creating(),
    list(
        "/api/v1/referrals",
        "What this account sent, or the cases of its unit, or its queue: references only",
        "List",
        |api, look| Box::pin(looking::referrals(api, look)),
    ),
    list("/api/v1/queue", "What waits for this account", "Queue", |api, look| {
        Box::pin(looking::queue(api, look))
    }),
    look(
        "/api/v1/referrals/{id}",
        "What this account may see of a case; the reading is recorded",
        "Case",
        |api, look| Box::pin(looking::referral(api, look)),
    ),
    act(
        "/api/v1/referrals/{id}/facts",
        "Supply the part of the facts that this role supplies; for an officer, complete a returned referral",
        Some("FactsPart"),
        &[Officer, HealthWorker, Clinician, Safeguarding, Legal],
        "Done",
        |api, command| Box::pin(asking::facts(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/complete",
        "Complete a returned referral: the same as supplying facts",
        Some("FactsPart"),
        &[Officer],
        "Done",
        |api, command| Box::pin(asking::facts(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/withdraw",
        "Take a referral back",
        None,
        &[Officer],
        "Done",
        |api, command| Box::pin(asking::withdraw(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/countersign",
        "Sign a referral of an officer of the same force",
        None,
        &[Supervisor],
        "Done",
        |api, command| Box::pin(asking::countersign(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/reassign",
        "Give a referral of an officer of the same force to another of its officers",
        Some("Reassign"),
        &[Supervisor],
        "Done",
        |api, command| Box::pin(asking::reassign(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/recipient",
        "Name another officer of the same force to receive what the clinic discloses of its own accord",
        Some("NewRecipient"),
        &[Guardian],
        "Done",
        |api, command| Box::pin(day::name_recipient(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/advice",
        "Give advice from no record, silent on whether the person is known",
        Some("Advice"),
        &[Clinician],
        "Done",
        |api, command| Box::pin(acts::advice(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/record-openings",
        "Open the record, with a reason that the person will see",
        Some("RecordOpening"),
        &[Clinician, SecondClinician],
        "Done",
        |api, command| Box::pin(acts::record_opening(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/proposals",
        "Propose an outcome that the gate has opened",
        Some("NewProposal"),
        &[Clinician, Guardian, HealthWorker],
        "Proposed",
        |api, command| Box::pin(acts::proposal(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/proposals/{n}/approvals",
        "Give or decline an approval; the last one needed is the decision",
        Some("NewApproval"),
        APPROVERS,
        "Approved",
        |api, command| Box::pin(acts::approval(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/proposals/{n}/telephone",
        "Confirm or deny an approval that one gave by telephone",
        Some("TelephoneAnswer"),
        APPROVERS,
        "Done",
        |api, command| Box::pin(acts::telephone(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/proposals/{n}/notice-unsafe",
        "Record that telling before the disclosure would be unsafe",
        Some("Reasons"),
        &[Clinician],
        "Done",
        |api, command| Box::pin(acts::notice_unsafe(api, command)),
    ),
    look(
        "/api/v1/referrals/{id}/disclosures/{n}",
        "Read what was disclosed to this officer; the reading is recorded",
        "Disclosure",
        |api, look| Box::pin(looking::disclosure(api, look)),
    ),
    act(
        "/api/v1/referrals/{id}/disclosures/{n}/telephone",
        "Record that what was released was read out by telephone to somebody who was called back",
        Some("NewReadOut"),
        &[Clinician],
        "Done",
        |api, command| Box::pin(acts::read_out(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/disclosures/{n}/recall",
        "End access to a disclosure",
        Some("Reasons"),
        &[Clinician, Guardian, Reviewer],
        "Done",
        |api, command| Box::pin(acts::recall(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/disclosures/{n}/destruction",
        "Confirm that what was recalled is destroyed, or name the law under which it is kept; for a force without an account in the case a clinician records it",
        Some("Destruction"),
        &[Officer, Clinician],
        "Done",
        |api, command| Box::pin(acts::destruction(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/disclosures/{n}/after-review",
        "Review an emergency afterwards",
        Some("AfterReview"),
        &[Reviewer],
        "Done",
        |api, command| Box::pin(acts::after_review(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/safe-route",
        "Record how the person can be reached safely, and the phrase agreed with them",
        Some("SafeRoute"),
        &[Clinician],
        "Done",
        |api, command| Box::pin(acts::safe_route(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/safe-route/confirm",
        "Confirm that the route is still safe",
        None,
        &[Clinician],
        "Done",
        |api, command| Box::pin(acts::confirm_safe_route(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/deferrals",
        "Renew a deferral: not built yet, always 409",
        Some("Later"),
        ANY,
        "Done",
        |api, command| Box::pin(acts::later(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/onward",
        "Ask for onward sharing: not built yet, always 409",
        Some("Later"),
        ANY,
        "Done",
        |api, command| Box::pin(acts::later(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/notice-clock",
        "Record that the person was found, or recovered",
        Some("NoticeClock"),
        &[Clinician],
        "Done",
        |api, command| Box::pin(acts::notice_clock(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/notices/{n}/direct",
        "Direct that a notice which waited for legal or the reviewer is sent now",
        Some("Reasons"),
        &[Legal, Reviewer],
        "Done",
        |api, command| Box::pin(acts::direct_notice(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/repetition-review",
        "Review a third referral by the same force within 90 days",
        Some("RepetitionReview"),
        &[Reviewer],
        "Done",
        |api, command| Box::pin(acts::repetition_review(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches",
        "Record a breach of personal data: the 72 hours run from when the trust was aware",
        Some("NewBreach"),
        BREACH_REPORTERS,
        "Breach",
        |api, command| Box::pin(breaches::report(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches/{n}/notes",
        "The data protection officer's advice on a breach, or what was done about it",
        Some("BreachNote"),
        BREACH_REPORTERS,
        "Breach",
        |api, command| Box::pin(breaches::note(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches/{n}/commissioner",
        "Record that a breach was reported to the Information Commissioner, or decide why it need not be",
        Some("BreachCommissioner"),
        &[Guardian],
        "Breach",
        |api, command| Box::pin(breaches::commissioner(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches/{n}/telling",
        "Decide whether the person is told of a breach: with the words that they read, or the reasons why not",
        Some("BreachTelling"),
        &[Guardian],
        "Breach",
        |api, command| Box::pin(breaches::telling(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches/{n}/unfounded",
        "Find that there was no breach; where a notice is owed already, that is the reviewer's",
        Some("Reasons"),
        &[Guardian, Reviewer],
        "Breach",
        |api, command| Box::pin(breaches::unfounded(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches/{n}/safe-route",
        "Record how somebody can be reached safely whose information left though another was asked about",
        Some("SafeRoute"),
        &[Clinician],
        "Breach",
        |api, command| Box::pin(breaches::safe_route(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/breaches/{n}/safe-route/confirm",
        "Confirm that this route is still safe",
        None,
        &[Clinician],
        "Breach",
        |api, command| Box::pin(breaches::confirm_safe_route(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/disclosures/{n}/wrong-person",
        "Say that what was disclosed is not about the person who was asked about: access to it ends",
        Some("WrongPerson"),
        &[Officer],
        "Done",
        |api, command| Box::pin(breaches::wrong_person(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/conflicts",
        "Declare a conflict of interest: from then on the case is closed to this human being",
        Some("NewConflict"),
        READERS,
        "Done",
        |api, command| Box::pin(day::conflict(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/conflicts/{n}/withdraw",
        "Withdraw the n-th declared conflict of interest",
        Some("Reasons"),
        &[Guardian],
        "Done",
        |api, command| Box::pin(day::withdraw_conflict(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/take",
        "Take a case; colleagues can still act in it",
        None,
        &[Clinician],
        "Done",
        |api, command| Box::pin(day::take(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/hand-over",
        "Hand a case to a colleague of the unit, or back to the queue, with a note",
        Some("HandOver"),
        &[Clinician],
        "Done",
        |api, command| Box::pin(day::hand_over(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/time",
        "Record time spent on a case: 5, 15, 30 or 60 minutes",
        Some("Minutes"),
        &[Clinician, SecondClinician, Guardian, Safeguarding, Legal],
        "Done",
        |api, command| Box::pin(day::time(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/time/take-back",
        "Take back a record of time that was a slip",
        Some("Minutes"),
        &[Clinician, SecondClinician, Guardian, Safeguarding, Legal],
        "Done",
        |api, command| Box::pin(day::time_back(api, command)),
    ),
    act(
        "/api/v1/referrals/{id}/conversations",
        "Write down a telephone call or a meeting, and the time that it took",
        Some("NewConversation"),
        WORKERS,
        "Done",
        |api, command| Box::pin(day::conversation(api, command)),
    ),
    act(
        "/api/v1/conversations",
        "Write down a call or meeting that belongs to no case: a question that names nobody, with its answer; it begins a case",
        Some("NewCall"),
        &[Clinician],
        "Made",
        |api, command| Box::pin(asking::call(api, command)),
    )
    .creating(),
    act(
        "/api/v1/referrals/{id}/close",
        "Close a case in which nothing is owed any more",
        Some("Reasons"),
        &[Clinician, Guardian],
        "Done",
        |api, command| Box::pin(acts::close(api, command)),
    ),
    // The receipts of a case prove that something is in the ledger and say nothing of what; to list them is no reading.
    list(
        "/api/v1/referrals/{id}/receipts",
        "Receipts that this account may have: each proves that an act is in the ledger, and not what it was",
        "Receipts",
        |api, look| Box::pin(looking::receipts(api, look)),
    ),
    Call {
        method: Verb::Get,
        path: "/api/v1/referrals/{id}/openings/{n}",
        summary: "A full opening of the n-th thing that happened: it proves to anybody who holds it what that was; the reading is recorded",
        takes: None,
        gives: (200, "Opening"),
        door: Door::Look {
            recorded: true,
            roles: &[Guardian, Reviewer],
            act: |api, look| Box::pin(looking::opening(api, look)),
        },
    },
    act(
        "/api/v1/searches",
        "Find cases of one's own unit by an exact identifier of a person, or a case by its reference; recorded",
        Some("NewSearch"),
        READERS,
        "Found",
        |api, command| Box::pin(day::search(api, command)),
    ),
    Call {
        method: Verb::Get,
        path: "/api/v1/rota",
        summary: "Who is on duty in each unit, on call for each trust, and listed as a deputy",
        takes: None,
        gives: (200, "Rota"),
        door: Door::Look {
            recorded: false,
            roles: &[Administrator, Reviewer],
            act: |api, look| Box::pin(looking::rota(api, look)),
        },
    },
    act(
        "/api/v1/rota",
        "Put somebody on the rota, or list them as a deputy",
        Some("NewRota"),
        &[Administrator],
        "Entry",
        |api, command| Box::pin(day::keep_rota(api, command)),
    ),
    act(
        "/api/v1/rota/{id}/remove",
        "Take an entry off the rota",
        None,
        &[Administrator],
        "Entry",
        |api, command| Box::pin(day::remove_rota(api, command)),
    ),
    act(
        "/api/v1/rota/{id}/put-back",
        "Put an entry back that was taken off by mistake",
        None,
        &[Administrator],
        "Entry",
        |api, command| Box::pin(day::put_back_rota(api, command)),
    ),
    Call {
        method: Verb::Get,
        path: "/api/v1/delegations",
        summary: "Written delegations of guardians to deputies, the latest first",
        takes: None,
        gives: (200, "Delegations"),
        door: Door::Look {
            recorded: false,
            roles: &[Guardian, Reviewer],
            act: |api, look| Box::pin(looking::delegations(api, look)),
        },
    },
    act(
        "/api/v1/delegations",
        "Record a written delegation to a deputy",
        Some("NewDelegation"),
        &[Guardian],
        "Entry",
        |api, command| Box::pin(day::delegate(api, command)),
    ),
    act(
        "/api/v1/delegations/{id}/revoke",
        "Revoke a delegation, from now on",
        None,
        &[Guardian],
        "Entry",
        |api, command| Box::pin(day::revoke_delegation(api, command)),
    ),
    samples(
        "/api/v1/review/searches",
        "How often everybody searched in this half-year",
        "Searches",
        |api, look| Box::pin(looking::searches(api, look)),
    ),
    samples(
        "/api/v1/review/samples",
        "How the reviewer's samples of the running half-year and the one before stand",
        "Samples",
        |api, look| Box::pin(looking::samples(api, look)),
    ),
    Call {
        method: Verb::Get,
        path: "/api/v1/review/entries/{n}",
        summary: "What stands behind an entry of the ledger; where it is of a case, the reading is recorded",
        takes: None,
        gives: (200, "BehindEntry"),
        door: Door::Look {
            recorded: true,
            roles: &[Reviewer],
            act: |api, look| Box::pin(looking::behind_entry(api, look)),
        },
    },
    act(
        "/api/v1/review/samples/commit",
        "Commit to 32 bytes for a half-year that has not ended, by their SHA-256",
        Some("SampleCommitment"),
        &[Reviewer],
        "Sample",
        |api, command| Box::pin(acts::commit_sample(api, command)),
    ),
    act(
        "/api/v1/review/samples/reveal",
        "Reveal the bytes for a half-year whose tallies are witnessed, which fixes its sample",
        Some("SampleReveal"),
        &[Reviewer],
        "Sample",
        |api, command| Box::pin(acts::reveal_sample(api, command)),
    ),
    rules(
        "/api/v1/rules/change",
        "Which policy pack is in force, what is offered and what it would change",
        "RulesChange",
        |api, look| Box::pin(looking::rules_change(api, look)),
    ),
    act(
        "/api/v1/rules/change/offer",
        "Offer a pack that lies on the machine's shelf, by its digest",
        Some("PackDigest"),
        &[Administrator],
        "Adoption",
        |api, command| Box::pin(acts::offer_pack(api, command)),
    ),
    act(
        "/api/v1/rules/change/confirm",
        "Confirm the pack that is offered; with the second confirmation it is adopted",
        Some("PackDigest"),
        &[Administrator, Legal],
        "Adoption",
        |api, command| Box::pin(acts::confirm_pack(api, command)),
    ),
    act(
        "/api/v1/rules/change/withdraw",
        "Take back the pack that is offered",
        Some("PackDigest"),
        &[Administrator, Legal],
        "Adoption",
        |api, command| Box::pin(acts::withdraw_pack(api, command)),
    ),
];

/// What those who answer for the rules look at; there is no case in it.
const fn rules(path: &'static str, summary: &'static str, gives: &'static str, act: Act<Look>) -> Call {
    let door = Door::Look { recorded: false, roles: service::adoption::SEES_RULES, act };
    Call { method: Verb::Get, path, summary, takes: None, gives: (200, gives), door }
}

/// What the reviewer alone looks at, and is public once it is revealed.
const fn samples(path: &'static str, summary: &'static str, gives: &'static str, act: Act<Look>) -> Call {
    let door = Door::Look { recorded: false, roles: &[Reviewer], act };
    Call { method: Verb::Get, path, summary, takes: None, gives: (200, gives), door }
}

/// The calls by address, in the order of the table.
pub(super) fn by_path() -> Vec<(&'static str, Vec<&'static Call>)> {
    let mut paths: Vec<(&'static str, Vec<&'static Call>)> = Vec::new();
    for call in CALLS {
        match paths.iter_mut().find(|(path, _)| *path == call.path) {
            Some((_, calls)) => calls.push(call),
            None => paths.push((call.path, vec![call])),
        }
    }
    paths
}
