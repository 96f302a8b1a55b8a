//! What is missing, as a sentence that says what to do. One list, for the summary before sending and for what is shown
//! afterwards; what has no sentence of its own keeps the one that the service gives.

use service::views::MissingView;

/// One thing to do, with what it would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// JSON pointer into the facts.
    pub field: String,
    /// Whether whoever asks can supply it; else whoever issued the paper.
    pub own: bool,
    /// What to do.
    pub sentence: String,
    /// The bases that it would open the way to, by name.
    pub bases: Vec<String>,
}

impl Lesson {
    /// The bases in one line.
    #[must_use]
    pub fn bases(&self) -> String {
        self.bases.join("; ")
    }
}

const SENTENCES: &[(&str, &str)] = &[
    ("/requester/signed", "Sign the request."),
    ("/requester/rank", "State your rank or role."),
    ("/person/identified", "Name the one person it is about."),
    ("/person/age", "Give the person’s age: some of the law is for children only, some for adults only."),
    ("/onward/says_source", "Say that what you pass on will name where it came from."),
    (
        "/victim_request/notice_given",
        "Give the victim or witness written notice, or name the exception you rely on.",
    ),
    (
        "/victim_request/substantial_probative_value",
        "Show that the counselling records have substantial probative value.",
    ),
    ("/justification/line_of_enquiry", "Name the line of enquiry that this follows."),
    ("/justification/less_intrusive_tried", "Say what less intrusive means you tried, or why none would do."),
    ("/justification/items_needed_why", "Give a reason for each item you ask for."),
    (
        "/justification/why_not_consent",
        "Say why the person’s consent is not being sought, or let the clinic ask them.",
    ),
    ("/purpose", "State the purpose more precisely: this one is too general to open anything."),
    ("/items", "Ask for less. This law does not reach what you ask for."),
    (
        "/concern/evidence",
        "Send the clinic the evidence itself: a document, or the word of somebody who saw it.",
    ),
    ("/instrument", "Send the clinic the order or notice itself, in force and addressed to the trust."),
    ("/instrument/kind", "An application or a draft is not an order. Send the order once it is made."),
    ("/instrument/issuer", "The paper must come from somebody who may issue it."),
    ("/instrument/written", "The paper must be in writing."),
    ("/instrument/sealed", "Send a sealed copy of the order."),
    ("/instrument/in_date", "The paper must be in force."),
    ("/instrument/names_holder", "The paper must be addressed to the trust that holds the material."),
    ("/instrument/names_requester", "The paper must name the body that asks."),
    ("/instrument/describes_items", "The paper must describe the material."),
    ("/instrument/particulars_stated", "The paper must state the details that the law requires."),
    ("/instrument/person_heard", "Let the court know that the person was not heard."),
    ("/instrument/sab_conditions", "The request must show the conditions of section 45."),
    ("/safeguarding/recipient_function_stated", "State the safeguarding function of whoever receives it."),
    ("/safeguarding/harm_reasoning", "Send your reasoning on the harm to the child, in writing."),
    ("/safeguarding/strategy_meeting", "Send the record of the strategy meeting, or the section 47 letter."),
    ("/safeguarding/section_47_letter", "Send the local authority’s section 47 letter."),
    (
        "/safeguarding/local_authority_enquiry",
        "Ask the local authority to confirm its enquiry: it is the authority’s to make.",
    ),
    ("/mappa/questions_listed", "List the particular questions for the meeting."),
    ("/mappa/meeting_date_set", "Set a day for the meeting."),
    ("/missing/incident_number", "Give the incident number."),
    ("/missing/end_time_set", "Say when the sharing ends."),
    ("/deferral/reasons_given", "Give fresh reasons for telling the person later."),
    ("/deferral/ground", "Name the ground for telling the person later."),
];

/// What is missing, each sentence once, in the order of the rows.
#[must_use]
pub fn of(missing: &[MissingView]) -> Vec<Lesson> {
    let mut found: Vec<Lesson> = Vec::new();
    for row in missing {
        let own_words =
            SENTENCES.iter().find(|(field, _)| *field == row.field).map(|(_, sentence)| *sentence);
        let sentence = own_words.map_or_else(|| row.advice.clone(), ToOwned::to_owned);
        match found.iter_mut().find(|lesson| lesson.sentence == sentence) {
            Some(lesson) if lesson.bases.contains(&row.basis.name) => {}
            Some(lesson) => lesson.bases.push(row.basis.name.clone()),
            None => found.push(Lesson {
                field: row.field.clone(),
                own: row.who == "requester",
                sentence,
                bases: vec![row.basis.name.clone()],
            }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use service::views::Named;

    fn row(field: &str, basis: &str) -> MissingView {
        MissingView {
            field: field.to_owned(),
            basis: Named { code: basis.to_owned(), name: basis.to_owned() },
            who: "requester".to_owned(),
            advice: "the service's own words".to_owned(),
        }
    }

    #[test]
    fn one_thing_to_do_is_said_once_with_all_that_it_helps() {
        let lessons = of(&[row("/items", "a"), row("/purpose", "a"), row("/items", "b"), row("/items", "b")]);
        assert_eq!(lessons.len(), 2);
        assert_eq!(lessons[0].bases(), "a; b");
    }

    #[test]
    fn what_has_no_sentence_here_keeps_the_service_s() {
        assert_eq!(of(&[row("/unheard/of", "a")])[0].sentence, "the service's own words");
    }

    #[test]
    fn everything_that_an_officer_may_be_told_has_a_sentence() {
        let gate = gate::embedded().unwrap();
        for reason in casework::codes::Reason::ALL {
            let row = gate.pack().reason(*reason);
            if let (Some(field), Some(who)) = (&row.field, row.who)
                && matches!(who, casework::codes::Who::Requester | casework::codes::Who::Issuer)
            {
                assert!(SENTENCES.iter().any(|(known, _)| known == field), "{field}");
            }
        }
    }
}
