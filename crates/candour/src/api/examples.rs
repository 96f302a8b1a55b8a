//! A body of each kind that is taken, for whoever writes a client. People and cases in them are invented.

use serde_json::{Value, json};

/// An example of what a schema describes; `None` where its members say enough.
pub(super) fn of(schema: &str) -> Option<Value> {
    Some(match schema {
        "NewEnquiry" => json!({"unit": "london", "question": "How is somebody approached who hears voices?"}),
        "NewReferral" => json!({
            "unit": "london",
            "question": "Is there anything that would keep the person he threatens safe?",
            "person": {"name": "Testa Person", "date_of_birth": "1990-05-17"},
            "facts": facts_of_an_officer(),
        }),
        "FactsPart" => json!({
            "requester": {"identity": "verified"},
            "concern": {"evidence": "documented"},
            "person": {"capacity": "has-capacity", "capacity_assessed": true},
        }),
        "Advice" => json!({"text": "Speak slowly, and say what you are about to do."}),
        "RecordOpening" => json!({"reason": "To see the present risk."}),
        "NewProposal" => json!({
            "outcome": "disclose",
            "basis": "public-interest-serious-harm",
            "items": ["current-risk-to-others-statement"],
            "necessity": "The person threatened cannot be protected without it.",
            "proportionality": "One statement, to one officer.",
            "notice": {
                "rule": "notify-before-disclosure-unless-unsafe",
                "reasons": "Telling beforehand would put the person threatened in danger.",
            },
            "content": {"current-risk-to-others-statement": "A present risk to one named person."},
            "reasons": {"current-risk-to-others-statement": "Only this tells the officers whom to protect."},
        }),
        "NewApproval" => {
            json!({"approval": "caldicott-guardian", "agree": true, "reasons": "This is the least that answers it."})
        }
        "Reasons" => json!({"reasons": "Nothing is owed any more."}),
        "Destruction" => json!({"confirmed": true}),
        "AfterReview" => json!({"upheld": true, "reasons": "It could not wait."}),
        "RepetitionReview" => json!({"agreed": true, "reasons": "The facts are newer."}),
        "SafeRoute" => json!({
            "route": "post", "address": "9 Example Street\nTestford TE1 9AB", "phrase": "amber kites over the estuary",
        }),
        "NewConversation" => json!({
            "means": "telephone", "with": "officer", "minutes": 15,
            "text": "Asked how to speak with him tonight. Advised: calmly, from a distance, and with the crisis line.",
        }),
        "NewEmergency" => json!({
            "force": "thamesside", "name": "Sgt Rowan Example", "number": "4711",
            "control_room": "020 7946 0000", "called_back": true,
            "question": "She stands on the bridge now. What keeps her safe when we speak to her?",
            "person": {"name": "Testa Person", "date_of_birth": "1990-05-17"},
            "facts": {
                "requester": {"body": "local-police", "rank": "sergeant"},
                "purpose": "save-life",
                "concern": {"harm_to_self": "imminent-death", "suicide_concern": true},
                "items": ["safety-handling-advice"],
                "person": {"identified": true},
            },
        }),
        "NewCall" => json!({
            "means": "telephone", "with": "officer", "minutes": 15,
            "question": "How is somebody approached who hears voices?",
            "advice": "Speak slowly, and say what you are about to do.",
        }),
        "NoticeClock" => json!({"start": "found"}),
        _ => return None,
    })
}

fn facts_of_an_officer() -> Value {
    json!({
        "requester": {"body": "local-police", "rank": "sergeant", "signed": true},
        "purpose": "prevent-serious-harm",
        "claimed_bases": ["public-interest-serious-harm"],
        "concern": {"harm_to_others": "serious", "identified_victim": true, "offence": "serious"},
        "urgency": "same-day",
        "justification": {
            "items_needed_why": true, "line_of_enquiry": true, "less_intrusive_tried": true,
            "why_not_consent": "unsafe", "balance_written": true,
        },
        "items": ["current-risk-to-others-statement", "safety-handling-advice"],
        "person": {"identified": true, "alive": true},
    })
}
