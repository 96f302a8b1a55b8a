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

/// The sentence for what this pointer leads to, if there is one of its own.
fn own_words(field: &str) -> Option<String> {
    Some(match field {
        "/requester/signed" => words::say("asking-lesson-requester-signed"),
        "/requester/rank" => words::say("asking-lesson-requester-rank"),
        "/person/identified" => words::say("asking-lesson-person-identified"),
        "/person/age" => words::say("asking-lesson-person-age"),
        "/onward/says_source" => words::say("asking-lesson-onward-says-source"),
        "/victim_request/notice_given" => words::say("asking-lesson-victim-request-notice-given"),
        "/victim_request/substantial_probative_value" => {
            words::say("asking-lesson-victim-request-substantial-probative-value")
        }
        "/justification/line_of_enquiry" => words::say("asking-lesson-justification-line-of-enquiry"),
        "/justification/less_intrusive_tried" => {
            words::say("asking-lesson-justification-less-intrusive-tried")
        }
        "/justification/items_needed_why" => words::say("asking-lesson-justification-items-needed-why"),
        "/justification/why_not_consent" => words::say("asking-lesson-justification-why-not-consent"),
        "/purpose" => words::say("asking-lesson-purpose"),
        "/items" => words::say("asking-lesson-items"),
        "/concern/evidence" => words::say("asking-lesson-concern-evidence"),
        "/instrument" => words::say("asking-lesson-instrument"),
        "/instrument/kind" => words::say("asking-lesson-instrument-kind"),
        "/instrument/issuer" => words::say("asking-lesson-instrument-issuer"),
        "/instrument/written" => words::say("asking-lesson-instrument-written"),
        "/instrument/sealed" => words::say("asking-lesson-instrument-sealed"),
        "/instrument/in_date" => words::say("asking-lesson-instrument-in-date"),
        "/instrument/names_holder" => words::say("asking-lesson-instrument-names-holder"),
        "/instrument/names_requester" => words::say("asking-lesson-instrument-names-requester"),
        "/instrument/describes_items" => words::say("asking-lesson-instrument-describes-items"),
        "/instrument/particulars_stated" => words::say("asking-lesson-instrument-particulars-stated"),
        "/instrument/person_heard" => words::say("asking-lesson-instrument-person-heard"),
        "/instrument/sab_conditions" => words::say("asking-lesson-instrument-sab-conditions"),
        "/safeguarding/recipient_function_stated" => {
            words::say("asking-lesson-safeguarding-recipient-function-stated")
        }
        "/safeguarding/harm_reasoning" => words::say("asking-lesson-safeguarding-harm-reasoning"),
        "/safeguarding/strategy_meeting" => words::say("asking-lesson-safeguarding-strategy-meeting"),
        "/safeguarding/section_47_letter" => words::say("asking-lesson-safeguarding-section-47-letter"),
        "/safeguarding/local_authority_enquiry" => {
            words::say("asking-lesson-safeguarding-local-authority-enquiry")
        }
        "/mappa/questions_listed" => words::say("asking-lesson-mappa-questions-listed"),
        "/mappa/meeting_date_set" => words::say("asking-lesson-mappa-meeting-date-set"),
        "/missing/incident_number" => words::say("asking-lesson-missing-incident-number"),
        "/missing/end_time_set" => words::say("asking-lesson-missing-end-time-set"),
        "/deferral/reasons_given" => words::say("asking-lesson-deferral-reasons-given"),
        "/deferral/ground" => words::say("asking-lesson-deferral-ground"),
        _ => return None,
    })
}

/// What is missing, each sentence once, in the order of the rows.
#[must_use]
pub fn of(missing: &[MissingView]) -> Vec<Lesson> {
    let mut found: Vec<Lesson> = Vec::new();
    for row in missing {
        let sentence = own_words(&row.field).unwrap_or_else(|| row.advice.clone());
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
                assert!(own_words(field).is_some(), "{field}");
            }
        }
    }
}
