//! Schemas of what calls take.

use super::{count, flag, list, maybe, maybe_text, named, nothing, object, text, texts};
use casework::{
    conversation::{DAYS_BACK_MAX, Means, Party},
    decide::MINUTES,
};
use serde_json::{Value, json};

/// What calls take. What may be left out may also be null (`body.rs` reads it so).
pub(super) fn bodies() -> Vec<(&'static str, Value)> {
    let person = texts(
        "name",
        &[("date_of_birth?", maybe_text()), ("nhs_number?", maybe_text()), ("address?", maybe_text())],
    );
    let notice = object(&[("rule?", maybe_text()), ("last_day?", maybe_text()), ("reasons?", maybe_text())]);
    let telephone = object(&[("name", text()), ("at", date_time())]);
    let content = json!({"type": "object", "additionalProperties": {"type": "string"},
        "description": "For each item its text; for advice the text under `advice`. Of a disclosure, what stands between `[[` and `]]` is left out: what leaves has `[left out]` there."});
    let reasons = json!({"type": "object", "additionalProperties": {"type": "string"},
        "description": "For each item of a disclosure why it is needed, and for nothing else; the officer never reads it. It may be left out as a whole."});
    vec![
        ("NewEnquiry", texts("unit question", &[])),
        (
            "NewReferral",
            texts(
                "unit question",
                &[
                    ("person?", maybe(&person)),
                    ("facts?", maybe(&named("FactsPart"))),
                    ("recipient?", maybe_text()),
                ],
            ),
        ),
        ("Advice", texts("text", &[])),
        ("RecordOpening", texts("reason", &[])),
        (
            "NewProposal",
            texts(
                "outcome necessity proportionality",
                &[
                    ("basis?", maybe_text()),
                    ("items?", maybe(&list(&text()))),
                    ("notice?", maybe(&notice)),
                    ("content?", maybe(&content)),
                    ("reasons?", maybe(&reasons)),
                    ("conditions?", maybe(&list(&text()))),
                    ("download?", maybe(&flag())),
                ],
            ),
        ),
        (
            "NewApproval",
            texts("approval reasons", &[("agree", flag()), ("by_telephone?", maybe(&telephone))]),
        ),
        ("TelephoneAnswer", object(&[("confirmed", flag())])),
        ("Reasons", texts("reasons", &[])),
        (
            "Destruction",
            json!({"oneOf": [
                object(&[("confirmed", json!({"const": true})), ("law?", nothing())]),
                texts("law", &[("confirmed?", json!({"enum": [false, null]}))]),
            ]}),
        ),
        ("AfterReview", texts("reasons", &[("upheld", flag())])),
        ("RepetitionReview", texts("reasons", &[("agreed", flag())])),
        (
            "SafeRoute",
            texts(
                "address phrase",
                &[
                    ("route", json!({"enum": ["post", "in-person", "representative"]})),
                    (
                        "language?",
                        json!({"enum": ["en", "cy", "both", null],
                            "description": "The language that they want to be written to in; English where it is left out."}),
                    ),
                ],
            ),
        ),
        ("SampleCommitment", object(&[("period", text()), ("digest", text())])),
        ("SampleReveal", object(&[("period", text()), ("r", text())])),
        ("NoticeClock", object(&[("start", json!({"enum": ["found", "recovered"]}))])),
        ("PackDigest", texts("pack", &[])),
        ("NewBreach", new_breach()),
        ("WrongPerson", texts("what", &[])),
        ("BreachNote", texts("text", &[("kind", json!({"enum": ["advice", "measure"]}))])),
        (
            "BreachCommissioner",
            json!({"oneOf": [
                object(&[
                    ("at", date_time()),
                    ("reference", text()),
                    ("delay?", maybe_text()),
                    ("reasons?", nothing()),
                ]),
                texts("reasons", &[]),
            ]}),
        ),
        ("BreachTelling", texts("text", &[("tell", flag())])),
        (
            "NewSearch",
            object(&[
                ("by", json!({"enum": ["reference", "nhs-number", "name-and-birth"]})),
                ("reference?", maybe_text()),
                ("nhs_number?", maybe_text()),
                ("name?", maybe_text()),
                ("date_of_birth?", maybe_text()),
            ]),
        ),
        (
            "NewConflict",
            object(&[
                ("why", json!({"enum": ["knows-person", "treats-person", "officer-related", "other"]})),
                ("text?", maybe_text()),
            ]),
        ),
        (
            "Reassign",
            object(&[(
                "to",
                json!({"type": "string", "description": "The sign-in name of an officer of the same force."}),
            )]),
        ),
        ("NewRecipient", texts("to reasons", &[])),
        (
            "HandOver",
            object(&[
                (
                    "to?",
                    json!({"type": ["string", "null"],
                    "description": "The account or sign-in name of a colleague; left out: back to the queue."}),
                ),
                ("note", text()),
            ]),
        ),
        (
            "NewRota",
            object(&[
                ("kind", json!({"enum": ["duty", "on-call", "deputy"]})),
                ("account", text()),
                ("first?", maybe_text()),
                ("last?", maybe_text()),
            ]),
        ),
        (
            "NewDelegation",
            texts("deputy first last document", &[("scope", json!({"enum": ["on-call", "every"]}))]),
        ),
        ("Minutes", object(&[("minutes", json!({"enum": MINUTES}))])),
        ("NewConversation", texts("text", &conversation())),
        (
            "NewEmergency",
            texts(
                "force name number control_room question",
                &[
                    ("called_back", flag()),
                    ("person?", maybe(&person)),
                    ("facts?", maybe(&named("FactsPart"))),
                ],
            ),
        ),
        (
            "NewReadOut",
            texts("name number", &[("called_back", flag()), ("all_items", flag()), ("at", date_time())]),
        ),
        ("NewCall", texts("question advice", &conversation())),
        ("Later", json!({"type": "object"})),
        ("PersonKey", texts("code second_fact", &[])),
        ("PersonReceiptsKey", texts("code second_fact", &[("full", flag())])),
    ]
}

/// A moment as in RFC 3339.
pub(super) fn date_time() -> Value {
    json!({"type": "string", "format": "date-time"})
}

fn new_breach() -> Value {
    let kinds: Vec<&str> = casework::breach::BreachKind::ALL.iter().map(|kind| kind.as_str()).collect();
    texts(
        "what",
        &[
            ("kind", json!({"enum": kinds})),
            ("disclosure?", maybe(&count())),
            ("happened", date_time()),
            ("aware", date_time()),
            ("people", count()),
        ],
    )
}

/// What every call or meeting says beside what was said.
fn conversation() -> [(&'static str, Value); 4] {
    let at = format!(
        "When it took place: not in the future, and within {DAYS_BACK_MAX} days; just now where it is left out."
    );
    let minutes: Vec<Value> = MINUTES.into_iter().map(Value::from).chain([Value::Null]).collect();
    [
        ("means", json!({"enum": Means::ALL.map(Means::as_str)})),
        ("with", json!({"enum": Party::ALL.map(Party::as_str)})),
        ("at?", json!({"type": ["string", "null"], "format": "date-time", "description": at})),
        ("minutes?", json!({"enum": minutes, "description": "For how long, where it is said."})),
    ]
}
