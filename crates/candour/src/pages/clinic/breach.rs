//! The small pages about a breach of personal data: recording it, advice, what was done, and the decisions.

use super::{
    act::Act,
    simple::{Simple, reasons, route_fields, simple, yes_or_no},
};
use crate::web::{
    field::{Choice, Field},
    form::Form,
};
use casework::{
    breach::{BreachKind, ordinal},
    id::CaseId,
    refusal::Refusal,
    time::{Day, Moment},
};
use serde_json::Value;
use service::{
    breaches::{NewBreach, NewCommissioner},
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    telling::NewRoute,
    views::{BreachView, ClinicCase, breach_kind_name},
};

/// What the banner says once an act is done.
#[must_use]
pub fn done(code: &str) -> Option<&'static str> {
    Some(match code {
        "report-breach" => "The breach is recorded. The guardian and the data protection officer are asked.",
        "breach-advice" => "Your advice is recorded.",
        "breach-measure" => "What was done is recorded.",
        "breach-commissioner" | "breach-telling" => "Your decision is recorded.",
        "no-breach" => "It is recorded that this was no breach.",
        "affected-route" => "The safe route is recorded.",
        "confirm-affected-route" => "The safe route is confirmed.",
        _ => return None,
    })
}

/// The page of an act about breaches; `None` for every other act.
#[must_use]
pub fn page(act: &Act, case: &ClinicCase) -> Option<Simple> {
    if act.code == "report-breach" {
        return Some(report(case));
    }
    let breach = case.breaches.iter().find(|breach| breach.n == act.n)?;
    Some(match act.code.as_str() {
        "breach-advice" => advice(breach),
        "breach-measure" => measure(breach),
        "breach-commissioner" => commissioner(breach),
        "breach-telling" => telling(breach),
        "no-breach" => no_breach(breach),
        "affected-route" => affected_route(breach),
        "confirm-affected-route" => confirm_route(breach),
        _ => return None,
    })
}

/// Does what a page about breaches asks for; `None` for every other act.
///
/// # Errors
/// As the service refuses; [`ServiceError::Invalid`] with every fault of the form.
pub async fn perform(
    service: &Service,
    id: &CaseId,
    asked: &Asked,
    act: &Act,
    typed: &Form,
) -> Option<Answer<Value>> {
    let n = act.n;
    Some(match act.code.as_str() {
        "report-breach" => {
            let new = new_breach(typed);
            // What is recalled with it must be said, even where it is nothing.
            if typed.text("disclosure").is_empty() {
                let mut faults = vec![Fault::new("/disclosure", "choose one of these")];
                faults.extend(new.faults());
                return Some(Err(ServiceError::Invalid(faults)));
            }
            service.report_breach(id, asked, &new).await
        }
        "breach-advice" => service.note_breach(id, asked, n, "advice", typed.text("text")).await,
        "breach-measure" => service.note_breach(id, asked, n, "measure", typed.text("text")).await,
        "breach-commissioner" => match new_commissioner(typed) {
            Ok(new) => service.decide_commissioner(id, asked, n, &new).await,
            Err(error) => Err(error),
        },
        "breach-telling" => tell(service, id, asked, n, typed).await,
        "no-breach" => service.find_no_breach(id, asked, n, typed.text("reasons")).await,
        "affected-route" => {
            let route = NewRoute {
                route: typed.text("route").to_owned(),
                address: typed.text("address").to_owned(),
                phrase: typed.text("phrase").to_owned(),
            };
            service.record_affected_route(id, asked, n, &route).await
        }
        "confirm-affected-route" => service.confirm_affected_route(id, asked, n).await,
        _ => return None,
    })
}

async fn tell(service: &Service, id: &CaseId, asked: &Asked, n: u32, typed: &Form) -> Answer<Value> {
    // Where nobody decides whether they are told, the form asks for the words alone.
    let tell = if typed.text("tell").is_empty() && typed.said("words").is_some() {
        true
    } else {
        yes_or_no(typed, "tell", None)?
    };
    let name = if tell { "words" } else { "reasons" };
    service.decide_telling(id, asked, n, tell, typed.text(name)).await.map_err(|error| match error {
        ServiceError::Invalid(faults) => ServiceError::Invalid(
            faults.into_iter().map(|fault| Fault::new(format!("/{name}"), fault.expected)).collect(),
        ),
        other => other,
    })
}

/// A day and a time of it, typed into two fields, London time.
fn moment(typed: &Form, name: &str) -> Option<Moment> {
    let day = Day::parse(&typed.day(name)?)?;
    let time = typed.text(&format!("{name}-time")).trim().replace('.', ":");
    let (hour, minute) = time.split_once(':')?;
    if minute.len() != 2 {
        return None;
    }
    day.at(hour.parse().ok()?, minute.parse().ok()?)
}

fn new_breach(typed: &Form) -> NewBreach {
    NewBreach {
        kind: typed.text("kind").to_owned(),
        disclosure: typed.text("disclosure").parse().ok(),
        happened: moment(typed, "happened"),
        aware: moment(typed, "aware"),
        what: typed.text("what").to_owned(),
        people: typed.text("people").trim().parse().ok(),
    }
}

fn new_commissioner(typed: &Form) -> Answer<NewCommissioner> {
    match typed.text("decision") {
        "reported" => Ok(NewCommissioner::Reported {
            at: moment(typed, "at"),
            reference: typed.text("reference").to_owned(),
            delay: typed.text("delay").to_owned(),
        }),
        "not-reportable" => Ok(NewCommissioner::NotReportable { reasons: typed.text("reasons").to_owned() }),
        _ => Err(ServiceError::Invalid(vec![Fault::new("/decision", "choose one of these")])),
    }
}

fn times(name: &str, label: &str, hint: &str) -> [Field; 2] {
    [
        Field::day(name, label).hint(hint),
        Field::line(format!("{name}-time"), "At what time?").hint("24-hour clock, such as 14:05").width(5),
    ]
}

fn report(case: &ClinicCase) -> Simple {
    let kinds =
        BreachKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), breach_kind_name(*kind))).collect();
    let mut fields = vec![Field::radios("kind", "What kind of breach is it?", kinds)];
    let left: Vec<Choice> = case
        .proposals
        .iter()
        .filter(|p| {
            p.outcome.code == "disclose" && matches!(p.state.as_str(), "released" | "recalled" | "settled")
        })
        .map(|p| Choice::new(p.n.to_string(), format!("Disclosure {}", p.n)))
        .collect();
    let mut choices = left;
    choices.push(Choice::new("none", "No disclosure of this case"));
    fields.push(
        Field::radios("disclosure", "Which disclosure is it about?", choices).hint(
            "One about the wrong person, or to the wrong person, is recalled as soon as you record this.",
        ),
    );
    fields.extend(times("happened", "When did it happen?", "The first day, if it lasted."));
    fields.extend(times(
        "aware",
        "When did the trust become aware of it?",
        "When anybody in the trust was first reasonably sure. The 72 hours run from then.",
    ));
    fields.push(
        Field::line("people", "How many people does it concern?")
            .hint("As far as is known now.")
            .digits()
            .width(5),
    );
    fields.push(
        Field::area("what", "What happened?", 8)
            .hint("What information, about whom in what role, where it went, and how it was noticed. Leave out what is not needed to understand it."),
    );
    Simple {
        warning: Some(
            "If you are not sure, record it: that it was none can be found afterwards. The law gives the trust 72 hours from when it became aware, weekends and nights included."
                .to_owned(),
        ),
        fields,
        ..simple(
            "Record a breach of personal data",
            &[
                "Information concerned or reached the wrong person, was lost or changed, or somebody looked without a reason. The data protection officer advises; the guardian decides whether it is reported to the Information Commissioner and whether the person is told.",
            ],
            "Record the breach",
        )
    }
}

/// What a breach is, above each of its forms.
fn about(breach: &BreachView) -> String {
    format!("Breach {}: {}.", breach.ordinal, super::act::lower(&breach.kind.name))
}

fn deadline(breach: &BreachView) -> String {
    let clock = breach.clock.as_ref().map_or_else(String::new, |clock| format!(", {clock}"));
    format!("The trust was aware on {}. The 72 hours end on {}{clock}.", breach.aware, breach.report_by)
}

fn with_lead(breach: &BreachView, more: &[&str]) -> Vec<String> {
    let mut lead = vec![about(breach), deadline(breach)];
    lead.extend(more.iter().map(|&text| text.to_owned()));
    lead
}

fn advice(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(breach, &["You advise. The guardian decides."]),
        fields: vec![
            Field::area("text", "Your advice", 8)
                .hint("How likely a risk to anybody is, how grave it would be, whether to report it and to tell the person."),
        ],
        ..simple("Advise on a breach", &[], "Record my advice")
    }
}

fn measure(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(
            breach,
            &[
                "A recall is recorded by itself. Write down what else was done to end the breach and to make good what it did.",
            ],
        ),
        fields: vec![Field::area("text", "What was done?", 8)],
        ..simple("Record what was done about a breach", &[], "Record it")
    }
}

fn commissioner(breach: &BreachView) -> Simple {
    let [day, time] = times("at", "When was it reported?", "");
    let mut choices = vec![
        Choice::new("reported", "It was reported to the Commissioner")
            .below(day)
            .below(time)
            .below(Field::line("reference", "The Commissioner’s reference").width(20))
            .below(
                Field::area("delay", "If it was after the 72 hours: why?", 4)
                    .hint("A late report goes with the reasons for the delay."),
            ),
    ];
    let undecided = breach.commissioner.who.is_none();
    if undecided {
        choices.push(
            Choice::new("not-reportable", "It need not be reported")
                .hint("Only where it is unlikely to result in a risk to anybody’s rights and freedoms.")
                .below(reasons(
                    "Why is a risk unlikely?",
                    "The reasons are kept; the Commissioner may ask for them.",
                )),
        );
    }
    Simple {
        lead: with_lead(
            breach,
            &[
                "Candour sends nothing to the Commissioner. Report it by the Commissioner’s own service or the NHS toolkit, then record it here.",
                "Where police hold what left, their force has a duty of its own to report a breach of it.",
            ],
        ),
        fields: vec![Field::radios("decision", "What is decided?", choices)],
        ..simple("Report a breach to the Commissioner, or decide why not", &[], "Record my decision")
    }
}

fn telling(breach: &BreachView) -> Simple {
    let words = || {
        Field::area("words", "What do they read?", 8)
            .hint("In plain words: what happened, what it may mean for them, what was done, what they can do and whom to ask. It stands on their own page, behind code and phrase; the letter says nothing of it.")
    };
    // Whoever's information left is told; what the guardian says is that it was so, and in which words.
    let (fields, more): (Vec<Field>, &[&str]) = if breach.concerns_another && breach.disclosure.is_some() {
        (
            vec![words()],
            &[
                "Somebody’s information left though another person was asked about. They are owed a notice as anybody whose information left. A clinician records a safe route for them.",
                "If it was about the right person after all, do not use this form: find that there was no breach.",
            ],
        )
    } else {
        let no = Choice::new("no", "They are not told")
            .hint("A high risk to them is unlikely, or has been made unlikely since.")
            .below(reasons("Why are they not told?", ""));
        (
            vec![Field::radios(
                "tell",
                "Is the person told?",
                vec![Choice::new("yes", "They are told").below(words()), no],
            )],
            &[
                "People are told without undue delay where a high risk to them is likely. They may be told in any other case.",
            ],
        )
    };
    Simple {
        lead: with_lead(breach, more),
        warning: Some(
            "The notice goes by a safe route and no other way, and is put off where telling about this case is put off."
                .to_owned(),
        ),
        fields,
        ..simple("Decide whether the person is told of a breach", &[], "Record my decision")
    }
}

fn no_breach(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(
            breach,
            &["What was recalled stays recalled. If it is to be shared again, that is a new proposal."],
        ),
        fields: vec![reasons("Why was it no breach?", "Say what was looked at, and by whom.")],
        ..simple("Find that there was no breach", &[], "Record that it was none")
    }
}

fn affected_route(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(
            breach,
            &[
                "This is the route of the person whose information left, not of the person who was asked about. Their page says what was given, to whom and when, and nothing of anybody else.",
            ],
        ),
        warning: Some(
            "Whoever lives with the person may open a letter, listen in or look at a telephone. If you do not know that a way is safe, it is not."
                .to_owned(),
        ),
        fields: route_fields(),
        ..simple("Record a safe route for whom a breach concerns", &[], "Record this route")
    }
}

fn confirm_route(breach: &BreachView) -> Simple {
    let standing = breach.route.clone().unwrap_or_else(|| "No route is recorded".to_owned());
    let standing = format!("What stands: {}.", super::act::lower(&standing));
    Simple {
        lead: with_lead(
            breach,
            &[
                &standing,
                "Confirm only if you know from this week that the way is still safe for them. A notice that is due may go out at once.",
            ],
        ),
        ..simple("Confirm that this safe route is still safe", &[], "Confirm it")
    }
}

/// What a link to an act about a breach says; `None` for every other act.
#[must_use]
pub fn label(act: &Act) -> Option<String> {
    let about = format!("breach {}", ordinal(act.n));
    Some(match act.code.as_str() {
        "report-breach" => "Record a breach of personal data".to_owned(),
        "breach-advice" => format!("Advise on {about}"),
        "breach-measure" => format!("Record what was done about {about}"),
        "breach-commissioner" => format!("Report {about} to the Commissioner, or decide why not"),
        "breach-telling" => format!("Decide whether the person is told of {about}"),
        "no-breach" => format!("Find that {about} was none"),
        "affected-route" => format!("Record a safe route for whom {about} concerns"),
        "confirm-affected-route" => format!("Confirm the safe route for whom {about} concerns"),
        _ => return None,
    })
}

/// Why a decision could not be recorded, beside the field that puts it right.
#[must_use]
pub fn fault(refusal: &Refusal) -> Option<Fault> {
    match refusal {
        Refusal::DelayReasons => Some(Fault::new("/delay", "it was reported after the 72 hours: say why")),
        Refusal::BreachTimes | Refusal::NoticeOwed => Some(Fault::new("", refusal.to_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_and_a_time_in_london() {
        let typed = |time: &str| {
            Form::of(&[("at-day", "1"), ("at-month", "7"), ("at-year", "2026"), ("at-time", time)])
        };
        let read = |time: &str| moment(&typed(time), "at").map(Moment::rfc3339);
        assert_eq!(read("9:30").as_deref(), Some("2026-07-01T08:30:00Z"));
        assert_eq!(read(" 14.05 ").as_deref(), Some("2026-07-01T13:05:00Z"));
        for bad in ["", "9", "25:00", "9:5", "9:60", "half past nine"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
